//! What changes at the backend, as it happens: the stream of changes, taken up again whenever it breaks.
//! Imports `api`.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{StatusCode, header::CONTENT_TYPE};
use sse_stream::SseByteStream;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::http::Http;
use crate::api::change::Change;

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
    loop {
        let connected = tokio::select! {
            () = news.closed() => return,
            connected = listen(&http, &mut last, &news) => connected,
        };
        if connected {
            (wait, told_lost) = (FIRST_WAIT, false);
        }
        if !told_lost && news.send(Live::Lost).await.is_err() {
            return;
        }
        told_lost = true;
        tokio::select! {
            () = news.closed() => return,
            () = tokio::time::sleep(wait) => wait = (wait * 2).min(LONGEST_WAIT),
        }
    }
}

/// Reads one connection to its end; true when there was one.
async fn listen(http: &Http, last: &mut Option<String>, news: &Sender<Live>) -> bool {
    let Some(response) = http.changes(last.as_deref()).await else { return false };
    let media = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if response.status() != StatusCode::OK || !media.starts_with("text/event-stream") {
        return false;
    }
    if news.send(Live::Connected).await.is_err() {
        return true;
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
            return true;
        }
    }
    true
}
