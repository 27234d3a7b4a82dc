//! Connections: taken, unwrapped from TLS, and cut when they are slow; at a stop they finish what is under way.
//! Imports nothing of the crate.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{peer::Peer, serving::Limits, tls::Tls};

/// The most bytes of a request's head.
const LARGEST_HEAD: usize = 64 << 10;
/// How long nothing is taken when the system has no more to give, such as open files.
const BREATH: Duration = Duration::from_millis(100);

/// How connections are answered.
#[derive(Debug, Clone)]
pub struct Answering {
    /// The service.
    pub router: Router,
    /// The certificate.
    pub tls: Option<Tls>,
    /// What is too much.
    pub limits: Limits,
    /// Cancelled when the service stops.
    pub stopping: CancellationToken,
}

/// Takes connections until the service stops, and waits until the last one has been answered.
pub async fn serve(listener: TcpListener, answering: Answering) {
    // Dropped with what is left in it when the patience of a stop is over.
    let mut connections = JoinSet::new();
    let room = Arc::new(Semaphore::new(answering.limits.connections));
    loop {
        let place = tokio::select! {
            () = answering.stopping.cancelled() => break,
            place = Arc::clone(&room).acquire_owned() => place,
        };
        let Ok(place) = place else { break };
        let taken = tokio::select! {
            () = answering.stopping.cancelled() => break,
            Some(_ended) = connections.join_next(), if !connections.is_empty() => continue,
            taken = listener.accept() => taken,
        };
        match taken {
            Ok((stream, from)) => {
                let answering = answering.clone();
                connections.spawn(async move {
                    answering.connection(stream, from).await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "A connection could not be taken");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

impl Answering {
    async fn connection(self, stream: TcpStream, from: SocketAddr) {
        // A stream that cannot be told this is only slower.
        let _slower = stream.set_nodelay(true);
        let Some(tls) = &self.tls else { return self.speak(stream, from).await };
        let hello = tls.acceptor().accept(stream);
        match tokio::time::timeout(self.limits.header, hello).await {
            Ok(Ok(stream)) => self.speak(stream, from).await,
            Ok(Err(error)) => tracing::debug!(kind = ?error.kind(), "A connection did not come to TLS"),
            Err(_) => tracing::debug!("A connection was too slow to come to TLS"),
        }
    }

    async fn speak(&self, stream: impl AsyncRead + AsyncWrite + Unpin, from: SocketAddr) {
        let service = service_fn(|request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(from.ip()));
            self.router.clone().oneshot(request)
        });
        let speaking = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header)
            .max_buf_size(LARGEST_HEAD)
            .serve_connection(TokioIo::new(stream), service);
        let mut speaking = std::pin::pin!(speaking);
        let ended = tokio::select! {
            ended = speaking.as_mut() => ended,
            () = self.stopping.cancelled() => {
                speaking.as_mut().graceful_shutdown();
                speaking.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "A connection ended early");
        }
    }
}
