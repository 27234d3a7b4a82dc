//! Lines as they are written, each with the moment at which it came.
//! Imports nothing of the crate.

use std::{io::BufRead, time::Instant};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A line that was written, and when it came.
#[derive(Debug)]
pub struct Line {
    pub(super) text: String,
    pub(super) at: Instant,
}

/// Lines as they come, read by a thread of its own, so that it is known when each was written. It ends with the input.
pub fn lines(mut input: impl BufRead + Send + 'static) -> UnboundedReceiver<Line> {
    let (sender, lines) = unbounded_channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            match input.read_until(b'\n', &mut bytes) {
                Ok(0) | Err(_) => return,
                Ok(_) => {
                    let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
                    if sender.send(Line { text, at: Instant::now() }).is_err() {
                        return;
                    }
                }
            }
        }
    });
    lines
}
