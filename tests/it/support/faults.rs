//! A line between a program and a backend on which everything goes wrong: late, cut, halved, garbled, twice, and answered by
//! a gateway that knows nothing.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// How many of a hundred requests meet a fault.
const FAULTY: u32 = 50;
/// How long a line that is half open stays so: mostly until a system would notice, and one in ten times longer than an attempt.
const HALF_OPEN: [Duration; 2] = [Duration::from_millis(700), Duration::from_secs(7)];

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// Nothing.
    Nothing,
    /// Everything comes later.
    Late,
    /// The line is cut before the backend has the request.
    CutBefore,
    /// The backend gets half of the request.
    HalfRequest,
    /// The backend does it, and nobody is told.
    CutAfter,
    /// A part of the answer arrives, and then the end.
    HalfAnswer,
    /// A part of the answer arrives, and then the line is torn.
    Torn,
    /// The answer arrives with bytes in it that are no text.
    Garbled,
    /// A gateway answers, and the backend never heard.
    GatewayBefore,
    /// A gateway answers, and the backend has done it.
    GatewayAfter,
    /// The backend does it, and the line stays open in silence.
    HalfOpen,
    /// The backend gets it twice; the first answer arrives.
    TwiceFirst,
    /// The backend gets it twice; the second answer arrives.
    TwiceSecond,
}

const ALL: [Wrong; 12] = [
    Wrong::Late,
    Wrong::CutBefore,
    Wrong::HalfRequest,
    Wrong::CutAfter,
    Wrong::HalfAnswer,
    Wrong::Torn,
    Wrong::Garbled,
    Wrong::GatewayBefore,
    Wrong::GatewayAfter,
    Wrong::HalfOpen,
    Wrong::TwiceFirst,
    Wrong::TwiceSecond,
];

/// A faulty line. It ends with the test.
pub(crate) struct Faults {
    /// Where programs reach the backend through it.
    pub(crate) url: String,
    line: Arc<Line>,
    serving: JoinHandle<()>,
}

struct Line {
    backend: SocketAddr,
    chance: Mutex<Pcg64>,
    counted: Mutex<BTreeMap<Wrong, usize>>,
}

impl Faults {
    /// A line to a backend, whose faults follow from a seed and the order of the requests.
    pub(crate) async fn to(backend: &str, seed: u64) -> Self {
        let backend = backend.trim_start_matches("http://").parse().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let chance = Mutex::new(Pcg64::seed_from_u64(seed));
        let line = Arc::new(Line { backend, chance, counted: Mutex::default() });
        let serving = tokio::spawn({
            let line = Arc::clone(&line);
            async move {
                while let Ok((program, _)) = listener.accept().await {
                    let line = Arc::clone(&line);
                    tokio::spawn(async move { line.connection(program).await });
                }
            }
        });
        Self { url, line, serving }
    }

    /// How often what happened.
    pub(crate) fn counted(&self) -> BTreeMap<Wrong, usize> {
        self.line.counted.lock().expect("no thread panics").clone()
    }
}

impl Drop for Faults {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Line {
    fn draw(&self) -> (Wrong, u32) {
        let mut chance = self.chance.lock().expect("no thread panics");
        let wrong =
            if chance.random_range(0..100) < FAULTY { ALL[chance.random_range(0..ALL.len())] } else { Wrong::Nothing };
        *self.counted.lock().expect("no thread panics").entry(wrong).or_default() += 1;
        (wrong, chance.random_range(0..1000))
    }

    /// Answers the requests of a connection until one ends it. A program that is gone is no fault of this line.
    async fn connection(&self, mut program: TcpStream) {
        while let Some(request) = message(&mut program).await {
            if self.one(&mut program, &request).await.is_none() {
                return;
            }
        }
    }

    /// One request; none when the connection shall end.
    async fn one(&self, program: &mut TcpStream, request: &[u8]) -> Option<()> {
        let (wrong, chance) = self.draw();
        let part = |whole: &[u8]| whole.len() * usize::try_from(chance).expect("small") / 1000;
        match wrong {
            Wrong::CutBefore => return None,
            Wrong::HalfRequest => {
                let mut backend = TcpStream::connect(self.backend).await.ok()?;
                backend.write_all(&request[..part(request)]).await.ok()?;
                return None;
            }
            Wrong::GatewayBefore => return gateway(program, chance).await,
            _ => {}
        }
        if wrong == Wrong::Late {
            tokio::time::sleep(Duration::from_millis(u64::from(chance / 4))).await;
        }
        let mut answer = self.ask(request).await?;
        if matches!(wrong, Wrong::TwiceFirst | Wrong::TwiceSecond) {
            let second = self.ask(request).await?;
            answer = if wrong == Wrong::TwiceSecond { second } else { answer };
        }
        match wrong {
            Wrong::CutAfter => return None,
            Wrong::GatewayAfter => return gateway(program, chance).await,
            Wrong::HalfOpen => {
                tokio::time::sleep(HALF_OPEN[usize::from(chance % 10 == 0)]).await;
                return None;
            }
            Wrong::HalfAnswer => {
                program.write_all(&answer[..part(&answer)]).await.ok()?;
                return None;
            }
            Wrong::Torn => {
                program.write_all(&answer[..part(&answer)]).await.ok()?;
                // With nothing left to linger for, the system tears the line.
                program.set_zero_linger().ok()?;
                return None;
            }
            Wrong::Garbled => {
                let at = part(&answer).min(answer.len() - 1);
                let end = (at + 3).min(answer.len());
                answer[at..end].fill(0xff);
                program.write_all(&answer).await.ok()?;
                return None;
            }
            _ => program.write_all(&answer).await.ok()?,
        }
        // Now and then a connection is closed though more could come over it.
        (chance % 5 != 0).then_some(())
    }

    /// Asks the backend over a line of its own.
    async fn ask(&self, request: &[u8]) -> Option<Vec<u8>> {
        let mut backend = TcpStream::connect(self.backend).await.ok()?;
        backend.write_all(request).await.ok()?;
        message(&mut backend).await
    }
}

/// What a gateway says that does not reach the backend behind it.
async fn gateway(program: &mut TcpStream, chance: u32) -> Option<()> {
    let status = ["502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout", "500 Internal Server Error"]
        [usize::try_from(chance % 4).expect("small")];
    let page = format!("<html><h1>{status}</h1></html>");
    let answer =
        format!("HTTP/1.1 {status}\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n{page}", page.len());
    program.write_all(answer.as_bytes()).await.ok()
}

/// A whole message, head and body; none when the line ends before.
async fn message(from: &mut TcpStream) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    let mut bytes = [0; 8192];
    loop {
        if let Some(end) = whole.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&whole[..end]).to_ascii_lowercase();
            let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            if field("transfer-encoding:").is_some() {
                if whole.ends_with(b"0\r\n\r\n") {
                    return Some(whole);
                }
            } else {
                let length: usize = field("content-length:").map_or(0, |length| length.parse().expect("a length"));
                if whole.len() >= end + 4 + length {
                    return Some(whole);
                }
            }
        }
        match from.read(&mut bytes).await {
            Ok(read) if read > 0 => whole.extend_from_slice(&bytes[..read]),
            _ => return None,
        }
    }
}
