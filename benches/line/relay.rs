//! A line of a given length between a client and a backend: bytes come out as they went in, only later.
//!
//! Every byte waits the delay of its direction; how many bytes are under way is not limited, and none is lost. A connection
//! costs the round trip that its handshake would. What crosses is counted: connections, requests, bytes each way.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc::unbounded_channel,
    time::Instant,
};

/// What ends the first line of every request, and stands in no body of JSON.
const REQUEST: &[u8] = b" HTTP/1.1\r\n";

/// What has crossed so far.
#[derive(Debug, Default)]
pub(crate) struct Crossed {
    connections: AtomicU64,
    requests: AtomicU64,
    up: AtomicU64,
    down: AtomicU64,
}

/// What has crossed at a moment, or between two of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Connections that were made.
    pub(crate) connections: u64,
    /// Requests.
    pub(crate) requests: u64,
    /// Bytes towards the backend.
    pub(crate) up: u64,
    /// Bytes towards the client.
    pub(crate) down: u64,
}

impl Count {
    /// What has crossed since an earlier count.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self {
            connections: self.connections - earlier.connections,
            requests: self.requests - earlier.requests,
            up: self.up - earlier.up,
            down: self.down - earlier.down,
        }
    }
}

/// A line to a backend.
#[derive(Debug)]
pub(crate) struct Relay {
    /// Where a client finds it.
    pub(crate) address: SocketAddr,
    crossed: Arc<Crossed>,
}

impl Relay {
    /// Lays a line to a backend, so long each way.
    pub(crate) async fn lay(to: SocketAddr, delay: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let crossed = Arc::new(Crossed::default());
        let counted = Arc::clone(&crossed);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                counted.connections.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(join(near, to, delay, Arc::clone(&counted)));
            }
        });
        Self { address, crossed }
    }

    /// What has crossed so far.
    pub(crate) fn count(&self) -> Count {
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let Crossed { connections, requests, up, down } = &*self.crossed;
        Count { connections: read(connections), requests: read(requests), up: read(up), down: read(down) }
    }
}

/// Joins a client to the backend until one of them hangs up.
async fn join(near: TcpStream, to: SocketAddr, delay: Duration, crossed: Arc<Crossed>) {
    // The client believes that it is connected already: its first bytes wait for the handshake.
    let open = Instant::now() + 2 * delay;
    let Ok(far) = TcpStream::connect(to).await else { return };
    if near.set_nodelay(true).is_err() || far.set_nodelay(true).is_err() {
        return;
    }
    let (near_read, near_write) = near.into_split();
    let (far_read, far_write) = far.into_split();
    let mut requests = Requests::default();
    let counted = Arc::clone(&crossed);
    let up = move |bytes: &[u8]| {
        counted.up.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        counted.requests.fetch_add(requests.seen(bytes), Ordering::Relaxed);
    };
    let down = move |bytes: &[u8]| {
        crossed.down.fetch_add(bytes.len() as u64, Ordering::Relaxed);
    };
    tokio::join!(carry(near_read, far_write, delay, open, up), carry(far_read, near_write, delay, open, down));
}

/// Carries what is read to the other side, so much later.
async fn carry(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin + Send + 'static,
    delay: Duration,
    open: Instant,
    mut seen: impl FnMut(&[u8]),
) {
    let (send, mut under_way) = unbounded_channel::<(Instant, Vec<u8>)>();
    let writer = tokio::spawn(async move {
        while let Some((due, bytes)) = under_way.recv().await {
            if !delay.is_zero() {
                tokio::time::sleep_until(due).await;
            }
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
        drop(to.shutdown().await);
    });
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let bytes = buffer.get(..read).unwrap_or_default().to_vec();
        seen(&bytes);
        if send.send((Instant::now().max(open) + delay, bytes)).is_err() {
            break;
        }
    }
    drop(send);
    drop(writer.await);
}

/// Finds the requests in a stream of bytes, also one whose first line comes in two pieces.
#[derive(Debug, Default)]
struct Requests {
    tail: Vec<u8>,
}

impl Requests {
    fn seen(&mut self, bytes: &[u8]) -> u64 {
        self.tail.extend_from_slice(bytes);
        let found = self.tail.windows(REQUEST.len()).filter(|window| *window == REQUEST).count();
        let keep = self.tail.len().min(REQUEST.len() - 1);
        self.tail.drain(..self.tail.len() - keep);
        found as u64
    }
}
