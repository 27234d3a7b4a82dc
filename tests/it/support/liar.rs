//! A backend that lies: a line to the real one on which every text of every answer is filled with what does harm to a
//! terminal, or on which every answer is a failure that speaks in such words.

use std::sync::{
    Arc,
    atomic::{AtomicU8, AtomicUsize, Ordering},
};

use axum::{
    Router,
    body::{self, Body},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, runtime::Runtime};

/// The most bytes of a request.
const LARGEST: usize = 16 << 20;

/// What is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lie {
    /// The truth, with harm in each text.
    Texts,
    /// A refusal with harm in each text.
    Refusal,
    /// Text escapes in JSON that stand for no letter.
    HalfLetters,
    /// A page of somebody else's, with harm in it.
    Page,
}

/// A line to a backend. It ends with the test.
pub(crate) struct Liar {
    /// Where programs reach the backend through it.
    pub(crate) url: String,
    line: Arc<Line>,
    _runtime: Runtime,
}

struct Line {
    backend: String,
    client: reqwest::Client,
    lie: AtomicU8,
    turn: AtomicUsize,
}

impl Liar {
    /// A line to a backend.
    pub(crate) fn to(backend: &str) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let line = Arc::new(Line {
            backend: backend.to_owned(),
            client: reqwest::Client::new(),
            lie: AtomicU8::new(Lie::Texts as u8),
            turn: AtomicUsize::new(0),
        });
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&line));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { url, line, _runtime: runtime }
    }

    /// From here on this is answered.
    pub(crate) fn tell(&self, lie: Lie) {
        self.line.lie.store(lie as u8, Ordering::SeqCst);
    }
}

async fn answer(State(line): State<Arc<Line>>, request: Request) -> Response {
    let told_lie = line.lie.load(Ordering::SeqCst);
    let harm = |turn: usize| harms()[turn % harms().len()].clone();
    let turn = line.turn.fetch_add(1, Ordering::SeqCst);
    if told_lie == Lie::Refusal as u8 {
        let words = harm(turn);
        let told = json!({ "type": words, "title": words, "status": 422, "detail": format!("Nei {words}"), "kind": "refused",
            "stored": "no", "refusals": [], "errors": [words], "by": format!("Ola {words}") });
        return whole(StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json", told.to_string());
    }
    if told_lie == Lie::HalfLetters as u8 {
        let told = r#"{"rows":[{"name":"a\ud800b\udfff\u001b[2J"}],"total":1}"#;
        return whole(StatusCode::OK, "application/json", told.to_owned());
    }
    if told_lie == Lie::Page as u8 {
        return whole(StatusCode::OK, "text/html", format!("<html>{}</html>", harm(turn)));
    }
    let (head, body) = request.into_parts();
    let body = body::to_bytes(body, LARGEST).await.unwrap_or_default();
    let mut asked = line.client.request(head.method, format!("{}{}", line.backend, head.uri)).body(body);
    for (name, value) in own(&head.headers) {
        asked = asked.header(name, value);
    }
    let Ok(response) = asked.send().await else { return StatusCode::BAD_GATEWAY.into_response() };
    let status = response.status();
    let media = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if media.starts_with("text/event-stream") {
        let stream = Body::from_stream(response.bytes_stream());
        return (status, [(header::CONTENT_TYPE, "text/event-stream")], stream).into_response();
    }
    let media = media.to_owned();
    let text = response.text().await.unwrap_or_default();
    match serde_json::from_str::<Value>(&text) {
        Ok(mut value) => {
            poison(&mut value, "", &line.turn);
            whole(status, &media, value.to_string())
        }
        Err(_) => whole(status, &media, text),
    }
}

/// The headers of a request that are not of one line only.
fn own(headers: &HeaderMap) -> impl Iterator<Item = (&header::HeaderName, &header::HeaderValue)> {
    let of_line = [header::HOST, header::CONTENT_LENGTH, header::ACCEPT_ENCODING, header::CONNECTION];
    headers.iter().filter(move |(name, _)| !of_line.contains(name))
}

fn whole(status: StatusCode, media: &str, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, media.to_owned())], text).into_response()
}

/// Puts harm into every text that a person wrote or reads; what programs read stays as it is.
fn poison(value: &mut Value, field: &str, turn: &AtomicUsize) {
    match value {
        Value::String(text) if is_prose(text) && !["query", "formula", "search"].contains(&field) => {
            let harms = harms();
            let harm = &harms[turn.fetch_add(1, Ordering::SeqCst) % harms.len()];
            let first = text.chars().next().map_or(0, char::len_utf8);
            text.insert_str(first, harm);
        }
        Value::Array(values) => values.iter_mut().for_each(|value| poison(value, field, turn)),
        Value::Object(fields) => fields.iter_mut().for_each(|(field, value)| poison(value, field, turn)),
        _ => {}
    }
}

/// True for words of a person's; names of kinds, references, moments and numbers are none.
fn is_prose(text: &str) -> bool {
    let (mut small, mut others) = (false, false);
    for letter in text.chars() {
        small |= letter.is_lowercase();
        others |= letter.is_ascii_digit() || matches!(letter, '-' | '_' | ':' | '.');
    }
    let capital = text.starts_with(char::is_uppercase);
    text.chars().any(|letter| matches!(letter, ' ' | '@') || !letter.is_ascii()) || (capital && small && !others)
}

/// What does harm to a terminal, or to a person who reads it.
pub(crate) fn harms() -> Vec<String> {
    let all = |range: std::ops::RangeInclusive<u32>| range.filter_map(char::from_u32).collect::<String>();
    vec![
        all(0x00..=0x1f),
        all(0x7f..=0x9f),
        "\x1b[2J\x1b[31m\x1b[?1049l\x1b[6n\x1b[?25l\x1b[20t".to_owned(),
        "\x1b]52;c;ZXZpbA==\x07\x1b]0;tittel\x07\x1b]8;;http://x\x1b\\lenke".to_owned(),
        "\x1bP+q544e\x1b\\\x1b_x\x1b\\\x1b^x\x1b\\\x1bXy\x1b\\\x1bc".to_owned(),
        "\u{9b}2J\u{9d}0;x\u{9c}\u{90}q\u{9c}\u{84}".to_owned(),
        all(0x202a..=0x202e) + &all(0x2066..=0x2069) + "\u{200e}\u{200f}\u{61c}gro.live",
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{115f}\u{3164}\u{ffa0}".to_owned(),
        format!("Z{}", "\u{301}\u{35c}\u{489}".repeat(200)),
        "漢字Ａ｡ﾊ한①§°±".to_owned(),
        "👩\u{200d}👩\u{200d}👧🏳\u{fe0f}\u{200d}🌈❤\u{fe0f}1\u{fe0f}\u{20e3}🇳🇴".to_owned(),
        "🏴\u{e0067}\u{e0062}\u{e007f}\u{e0001}\u{e0100}".to_owned(),
        "x".repeat(3000),
        "\u{2028}\u{2029}\u{fff9}\u{fffa}\u{fffb}\u{206a}\u{206f}".to_owned(),
        "\r\n\tlinje\u{b}\u{c}\u{85}\u{8}\u{8}\u{8}".to_owned(),
    ]
}
