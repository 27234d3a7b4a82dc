//! A receiver of reports as the directorate could have one, for tests and training. It keeps what comes in a folder and
//! answers receipts: the same key with the same content gets the same receipt, however often it comes.
//!
//! The file `how` in the folder tells it to fail: `ok` (or no file), `busy` (503), `refuse` (422), `lose` (keeps it and cuts the line before it
//! has answered), `stall` (keeps it and does not answer).
//! Imports `domain` and `api`.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::{net::TcpListener, sync::Mutex, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use super::{extract, private, start::StartError};
use crate::{api::path, domain::delivery::Receipt};

/// Where reports are taken.
const REPORTS: &str = "/v1/reports";
/// The largest report.
const LARGEST: usize = 1 << 20;
/// The longest key.
const LONGEST_KEY: usize = 100;
/// How long a stop waits.
const PATIENCE_AT_STOP: Duration = Duration::from_secs(2);

/// A receiver that runs.
#[derive(Debug)]
pub struct Receiver {
    /// Where reports are sent.
    pub url: String,
    stopping: CancellationToken,
    part: JoinHandle<()>,
}

impl Receiver {
    /// Stops it.
    pub async fn stop(mut self) {
        self.stopping.cancel();
        if tokio::time::timeout(PATIENCE_AT_STOP, &mut self.part).await.is_err() {
            self.part.abort();
        }
    }
}

#[derive(Debug, Clone)]
struct Desk {
    folder: Arc<PathBuf>,
    token: Option<Arc<str>>,
    /// One report at a time, so that two with the same key are one.
    turn: Arc<Mutex<()>>,
}

/// What is kept of a report.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    receipt: Receipt,
    report: serde_json::Value,
}

/// Starts a receiver; with a token it lets in only those who have it.
///
/// # Errors
/// [`StartError`] when the folder cannot be made or the address is taken.
pub async fn start(listen: SocketAddr, folder: PathBuf, token: Option<String>) -> Result<Receiver, StartError> {
    private::make_folder(&folder)
        .map_err(|error| StartError::CannotCreate { path: folder.clone(), detail: error.to_string() })?;
    let cannot = |error: io::Error| StartError::Listen { address: listen, detail: error.to_string() };
    let listener = TcpListener::bind(listen).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    let desk = Desk { folder: Arc::new(folder), token: token.map(Into::into), turn: Arc::default() };
    let router = Router::new().route(REPORTS, post(take)).layer(DefaultBodyLimit::max(LARGEST)).with_state(desk);
    let stopping = CancellationToken::new();
    let until = stopping.clone().cancelled_owned();
    let part = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(until).await {
            tracing::error!(%error, "The receiver stopped listening");
        }
    });
    Ok(Receiver { url: format!("http://{address}{REPORTS}"), stopping, part })
}

/// Takes a report.
async fn take(State(desk): State<Desk>, headers: HeaderMap, body: Bytes) -> Response {
    let given =
        extract::header(&headers, header::AUTHORIZATION.as_str()).and_then(|value| value.strip_prefix("Bearer "));
    if desk.token.as_deref().is_some_and(|token| given != Some(token)) {
        return said(StatusCode::UNAUTHORIZED, "no such token");
    }
    let plain = |key: &&str| {
        let fits = !key.is_empty() && key.len() <= LONGEST_KEY;
        fits && key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    let Some(key) = extract::header(&headers, path::IDEMPOTENCY_KEY).filter(plain) else {
        return said(StatusCode::BAD_REQUEST, "Idempotency-Key is missing");
    };
    let how = fs::read_to_string(desk.folder.join("how")).unwrap_or_default();
    match how.trim() {
        "busy" => return said(StatusCode::SERVICE_UNAVAILABLE, "come back later"),
        "refuse" => return said(StatusCode::UNPROCESSABLE_ENTITY, "the report is not as it should be"),
        _ => {}
    }
    let _turn = desk.turn.lock().await;
    let answer = match keep(&desk.folder, key, &body) {
        Ok(receipt) => (StatusCode::OK, Json(receipt)).into_response(),
        Err((status, detail)) => return said(status, detail),
    };
    match how.trim() {
        // The answer never arrives: its body breaks off before it has begun.
        "lose" => axum::body::Body::from_stream(futures_util::stream::once(async {
            Err::<Bytes, io::Error>(io::Error::other("lost"))
        }))
        .into_response(),
        "stall" => {
            tokio::time::sleep(Duration::from_hours(1)).await;
            answer
        }
        _ => answer,
    }
}

/// Why a report is not kept.
type Refused = (StatusCode, &'static str);

/// Keeps a report under its key, or finds the one that was kept.
fn keep(folder: &Path, key: &str, body: &[u8]) -> Result<Receipt, Refused> {
    let broken = |_error: io::Error| (StatusCode::INTERNAL_SERVER_ERROR, "the folder cannot be used");
    let sha256 = format!("{:x}", Sha256::digest(body));
    let file = folder.join(format!("{key}.json"));
    if let Ok(text) = fs::read_to_string(&file) {
        let damaged = |_error: serde_json::Error| (StatusCode::INTERNAL_SERVER_ERROR, "the file is damaged");
        let kept: Kept = serde_json::from_str(&text).map_err(damaged)?;
        let same = kept.receipt.sha256 == sha256;
        return if same {
            Ok(kept.receipt)
        } else {
            Err((StatusCode::CONFLICT, "the key was used for another report"))
        };
    }
    let no_json = |_error: serde_json::Error| (StatusCode::BAD_REQUEST, "this is no JSON");
    let report = serde_json::from_slice(body).map_err(no_json)?;
    let count = fs::read_dir(folder).map_err(broken)?.count() + 1;
    let receipt = Receipt { id: format!("K-{count:06}"), received_at: Timestamp::now(), sha256 };
    let kept = Kept { receipt: receipt.clone(), report };
    let text = serde_json::to_string_pretty(&kept).unwrap_or_default();
    let part = folder.join(format!(".{key}.part"));
    private::make_file(&part)
        .and_then(|()| fs::write(&part, text))
        .and_then(|()| fs::rename(&part, &file))
        .map_err(broken)?;
    Ok(receipt)
}

/// A refusal as a problem document.
fn said(status: StatusCode, detail: &str) -> Response {
    let problem = serde_json::json!({ "type": "about:blank", "status": status.as_u16(), "detail": detail });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
}
