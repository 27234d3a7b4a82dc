//! A line between a program and a backend that can be cut: by the clock, or as soon as the answer begins.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How a line is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// On the spot, whatever is on its way.
    Now,
    /// When the backend begins to answer: the request has been done, and nobody is told.
    AtAnswer,
}

/// A relay on a port of its own. It ends with the test.
pub(crate) struct Relay {
    /// Where programs reach the backend through it.
    pub(crate) url: String,
    line: Arc<Line>,
}

struct Line {
    backend: SocketAddr,
    /// Both ends of every connection that was made since the last cut.
    ends: Mutex<Vec<TcpStream>>,
    /// Until when nobody gets through.
    away_until: Mutex<Option<Instant>>,
    /// For how many milliseconds nobody gets through after the next answer has begun.
    armed: Mutex<Option<Duration>>,
    cuts: AtomicUsize,
    over: AtomicBool,
}

impl Relay {
    /// A relay to a backend, which may be away for a while.
    pub(crate) fn to(backend: &str) -> Self {
        let backend = backend.trim_start_matches("http://").parse().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let line = Arc::new(Line {
            backend,
            ends: Mutex::default(),
            away_until: Mutex::default(),
            armed: Mutex::default(),
            cuts: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        });
        thread::spawn({
            let line = Arc::clone(&line);
            move || line.serve(&listener)
        });
        Self { url, line }
    }

    /// Cuts the line, and lets nobody through for a while.
    pub(crate) fn cut(&self, how: Cut, away: Duration) {
        match how {
            Cut::Now => self.line.cut(away),
            Cut::AtAnswer => *self.line.armed.lock().expect("no thread panics") = Some(away),
        }
    }

    /// How often a connection was cut with something on its way; a cut that was waiting for an answer waits no longer.
    pub(crate) fn settle(&self) -> usize {
        *self.line.armed.lock().expect("no thread panics") = None;
        self.line.cuts.swap(0, Ordering::SeqCst)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.line.over.store(true, Ordering::SeqCst);
        self.line.cut(Duration::ZERO);
        // The listener looks up when somebody comes.
        drop(TcpStream::connect(self.url.trim_start_matches("http://")));
    }
}

impl Line {
    fn serve(self: Arc<Self>, listener: &TcpListener) {
        while let Ok((program, _)) = listener.accept() {
            if self.over.load(Ordering::SeqCst) {
                return;
            }
            if self.is_away() {
                continue;
            }
            let Ok(backend) = TcpStream::connect(self.backend) else { continue };
            let ends = [&program, &backend].map(|end| end.try_clone().expect("another handle"));
            self.ends.lock().expect("no thread panics").extend(ends);
            let (program_in, backend_out) = (program.try_clone(), backend.try_clone());
            let (Ok(program_in), Ok(backend_out)) = (program_in, backend_out) else { continue };
            thread::spawn(move || carry(program_in, backend_out, || true));
            let line = Arc::clone(&self);
            thread::spawn(move || carry(backend, program, || line.lets_answer_through()));
        }
    }

    fn is_away(&self) -> bool {
        self.away_until.lock().expect("no thread panics").is_some_and(|until| Instant::now() < until)
    }

    fn cut(&self, away: Duration) {
        *self.away_until.lock().expect("no thread panics") = Some(Instant::now() + away);
        for end in self.ends.lock().expect("no thread panics").drain(..) {
            if end.shutdown(Shutdown::Both).is_ok() {
                self.cuts.fetch_add(1, Ordering::SeqCst);
            }
        }
    }

    fn lets_answer_through(&self) -> bool {
        let armed = self.armed.lock().expect("no thread panics").take();
        if let Some(away) = armed {
            self.cut(away);
        }
        armed.is_none()
    }
}

/// Carries bytes one way until one end is closed or nothing is let through any more.
fn carry(mut from: TcpStream, mut to: TcpStream, lets_through: impl Fn() -> bool) {
    let mut bytes = [0; 8192];
    loop {
        let read = from.read(&mut bytes).unwrap_or(0);
        if read == 0 || !lets_through() || to.write_all(&bytes[..read]).is_err() {
            break;
        }
    }
    drop(from.shutdown(Shutdown::Both));
    drop(to.shutdown(Shutdown::Both));
}
