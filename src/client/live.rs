//! What changes at the backend, as it happens: the stream of changes, taken up again whenever it breaks.
//! Imports `api`.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{StatusCode, header::CONTENT_TYPE};
use sse_stream::SseByteStream;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::http::Http;
use crate::api::{change::Change, fault::FaultKind};

/// How many news wait for a reader that is busy.
const WAITING: usize = 256;
/// The first wait before a broken stream is taken up again; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// One piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Live {
    /// The stream runs: from here on every change is told.
    Connected,
    /// Something changed in a case.
    Change(Change),
    /// The stream is broken; it is taken up again by itself. Told once.
    Lost,
    /// The backend does not know the person any more. Told once, beside [`Live::Lost`].
    LoggedOut,
}

/// Follows the changes after an event, or those from now on, until the receiver is dropped. Must be called inside the
/// runtime.
#[must_use]
pub fn follow(http: Http, after: Option<u64>) -> Receiver<Live> {
    let (news, reader) = mpsc::channel(WAITING);
    tokio::spawn(run(http, after.map(|seq| seq.to_string()), news));
    reader
}

async fn run(http: Http, mut last: Option<String>, news: Sender<Live>) {
    let mut wait = FIRST_WAIT;
    let mut told_lost = false;
    let mut told_out = false;
    loop {
        let connected = tokio::select! {
            () = news.closed() => return,
            connected = listen(&http, &mut last, &news) => connected,
        };
        if connected == Heard::Something {
            (wait, told_lost, told_out) = (FIRST_WAIT, false, false);
        }
        // Who may hear nothing (yet) has lost nothing: before the first registration, and for a role without cases.
        if connected != Heard::NotAllowed {
            if !told_lost && news.send(Live::Lost).await.is_err() {
                return;
            }
            told_lost = true;
        }
        if connected == Heard::Refused && !told_out {
            told_out = true;
            if news.send(Live::LoggedOut).await.is_err() {
                return;
            }
        }
        tokio::select! {
            () = news.closed() => return,
            () = tokio::time::sleep(wait) => wait = (wait * 2).min(LONGEST_WAIT),
        }
    }
}

/// What came of one connection.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// There was none.
    Nothing,
    /// There was one.
    Something,
    /// The backend does not know who asks.
    Refused,
    /// The backend knows who asks, and tells them nothing.
    NotAllowed,
}

/// Reads one connection to its end.
async fn listen(http: &Http, last: &mut Option<String>, news: &Sender<Live>) -> Heard {
    let response = match http.changes(last.as_deref()).await {
        Ok(response) => response,
        Err(fault) if fault.kind == FaultKind::NotLoggedIn => return Heard::Refused,
        Err(_) => return Heard::Nothing,
    };
    match response.status() {
        StatusCode::UNAUTHORIZED => return Heard::Refused,
        StatusCode::FORBIDDEN => return Heard::NotAllowed,
        _ => {}
    }
    let media = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if response.status() != StatusCode::OK || !media.starts_with("text/event-stream") {
        return Heard::Nothing;
    }
    if news.send(Live::Connected).await.is_err() {
        return Heard::Something;
    }
    let mut events = SseByteStream::new(response.bytes_stream());
    while let Some(Ok(event)) = events.next().await {
        if let Some(id) = event.id.filter(|id| !id.is_empty() && id.chars().all(|letter| letter.is_ascii_digit())) {
            *last = Some(id);
        }
        // A line this version does not understand is skipped: a newer backend may speak of more.
        let change = event.data.and_then(|data| serde_json::from_str::<Change>(&data).ok());
        if let Some(change) = change
            && news.send(Live::Change(change)).await.is_err()
        {
            return Heard::Something;
        }
    }
    Heard::Something
}
