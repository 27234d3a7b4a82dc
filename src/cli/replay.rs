//! Drives the real loop with a script of keys on a test clock, and shows what came of it.
//! Imports `api`, `app`, `client`, `keys` and `tui`.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier},
};
use serde::Serialize;
use serde_json::Value;

use super::{
    args::{ReplayArgs, Size},
    embedded::{self, Embedded},
    failure::Failure,
    screen,
    session::{Desk, Session},
};
use crate::{
    api::case::{Case, Decision},
    app::layout,
    client::{backend::Backend, http::Http},
    clock::Clock,
    domain::{
        report::Reference,
        task::{Delivery, State},
    },
    keys::spelling::{Key, script},
    tui::{input::Input, painter::Painter, program::Program, runner::Kept},
};

/// The replay clock advances this much per key, in milliseconds.
const PER_KEY_MS: i64 = 300;
/// How long the outbox gets to deliver after the clock was moved past the undo window.
const DELIVERY: Duration = Duration::from_secs(20);

/// One step of a script.
enum Step {
    Key(Key),
    /// The clock goes on by this many seconds and nobody touches a key: `<wait:31>`.
    Wait(i64),
    /// A text is pasted: `<paste:…>`.
    Paste(String),
    /// The terminal gets another size: `<size:160x45>`.
    Resize(u16, u16),
}

/// What came of a script.
#[derive(Debug, Serialize)]
struct Outcome {
    keys: usize,
    bytes: u64,
    /// What each key cost: the bytes written until everything it asked for was on the screen.
    per_key: Vec<KeyBytes>,
    size: String,
    message: String,
    /// The step of the guided walk, from 1, and how many there are; one more when all are done.
    #[serde(skip_serializing_if = "Option::is_none")]
    tutorial: Option<(usize, usize)>,
    cases: Vec<Touched>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dump: Option<Vec<String>>,
}

/// What a key cost.
#[derive(Debug, Serialize)]
struct KeyBytes {
    key: String,
    bytes: u64,
}

/// A case that something was sent about.
#[derive(Debug, Serialize)]
struct Touched {
    reference: Reference,
    state: State,
    version: u32,
    extensions: Option<u32>,
    comment: Option<String>,
    delivery: Option<Delivery>,
    draft: Option<String>,
    events: Vec<Value>,
}

/// Runs a script against a throw-away copy of the demo.
///
/// # Errors
/// [`Failure`] for a script that names no key, and when the demo cannot be made.
pub(super) async fn replay(desk: Desk, args: &ReplayArgs) -> Result<u8, Failure> {
    let steps = steps(&args.keys)?;
    let at = args.open.as_deref().map(str::parse).transpose()?;
    let folder = Folder::new(&desk)?;
    let (session, clock) = throw_away(desk, args, &folder).await?;
    let size = args.screen.size;
    let painter = Painter::new(std::io::sink(), size.width, size.height);
    let shape = layout::Size { width: size.width, height: size.height };
    let mut program = screen::program(&session, painter, shape, at, Kept::default())?;
    program.begin().map_err(Failure::Output)?;
    program.settle().await.map_err(Failure::Output)?;
    program.draw_now().map_err(Failure::Output)?;
    let mut per_key = Vec::new();
    for step in steps {
        let (key, before) = (if let Step::Key(key) = step { Some(key) } else { None }, program.painter().bytes());
        take(&mut program, &clock, step).await?;
        // What a slow line was spared so far, the last key paid for.
        program.draw_now().map_err(Failure::Output)?;
        let bytes = program.painter().bytes() - before;
        per_key.extend(key.map(|key| KeyBytes { key: key.to_string(), bytes }));
    }
    let outcome = outcome(&program, &clock, per_key, args).await?;
    show(&session, &program, &outcome, args)?;
    session.close().await;
    Ok(0)
}

/// Prints the screen of a case as it is now, at the configured backend.
pub(super) async fn dump(desk: Desk, at: Reference, size: Size) -> Result<u8, Failure> {
    let session = Session::open(desk).await?;
    let painter = Painter::new(std::io::sink(), size.width, size.height);
    let shape = layout::Size { width: size.width, height: size.height };
    let mut program = screen::program(&session, painter, shape, Some(at), Kept::default())?;
    program.begin().map_err(Failure::Output)?;
    program.settle().await.map_err(Failure::Output)?;
    session.output().lines(lines(program.painter().shown()))?;
    session.close().await;
    Ok(0)
}

/// A folder of this process that goes when the replay is over.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(desk: &Desk) -> Result<Self, Failure> {
        let path = desk.places.cache.join("replay").join(uuid::Uuid::new_v4().to_string());
        std::fs::create_dir_all(&path).map_err(|cause| Failure::Write { file: path.clone(), cause })?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is in the cache, where it harms nobody.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

async fn throw_away(mut desk: Desk, args: &ReplayArgs, folder: &Folder) -> Result<(Session, Clock), Failure> {
    desk.globals.demo = true;
    desk.demo = args.demo.clone();
    desk.lesson = args.tutorial.map(|step| step.saturating_sub(1));
    let copy = embedded::throw_away(&desk, &args.demo, &folder.0).await?;
    let start = desk.now()?.unwrap_or(copy.now);
    let clock = Clock::manual(start);
    let embedded = Embedded::on_copy(&desk, &copy, clock.clone()).await?;
    let http = super::session::connect(&embedded.address, embedded.token.reveal())?;
    http.ask_in(&desk.settings.language.value);
    Ok((
        Session { desk, http, embedded: Some(embedded), starting: None, clock: clock.clone(), remembered: None },
        clock,
    ))
}

fn steps(text: &str) -> Result<Vec<Step>, Failure> {
    let mut steps = Vec::new();
    let mut rest = text;
    while let Some((before, special, after)) = next_special(rest) {
        push_keys(&mut steps, before)?;
        steps.push(special);
        rest = after;
    }
    push_keys(&mut steps, rest)?;
    Ok(steps)
}

fn push_keys(steps: &mut Vec<Step>, text: &str) -> Result<(), Failure> {
    let keys = script(text).map_err(|error| Failure::BadScript(error.0))?;
    steps.extend(keys.into_iter().map(Step::Key));
    Ok(())
}

/// The first step in angle brackets that is no key, and what stands before and after it.
fn next_special(text: &str) -> Option<(&str, Step, &str)> {
    text.match_indices('<').find_map(|(at, _)| {
        let (before, from) = text.split_at_checked(at)?;
        let (inside, after) = from.strip_prefix('<')?.split_once('>')?;
        let (name, value) = inside.split_once(':')?;
        let step = match name {
            "wait" => Step::Wait(value.parse().ok()?),
            "paste" => Step::Paste(value.replace("\\n", "\n")),
            "size" => {
                let (width, height) = value.split_once('x')?;
                Step::Resize(width.parse().ok()?, height.parse().ok()?)
            }
            _ => return None,
        };
        Some((before, step, after))
    })
}

async fn take<W: std::io::Write>(program: &mut Program<Http, W>, clock: &Clock, step: Step) -> Result<(), Failure> {
    let failed = Failure::Output;
    let waited = matches!(step, Step::Wait(_));
    match step {
        Step::Key(key) => {
            clock.advance(SignedDuration::from_millis(PER_KEY_MS));
            program.take(vec![Input::Key(key)]).map_err(failed)?;
        }
        Step::Paste(text) => program.take(vec![Input::Paste(text)]).map_err(failed)?,
        Step::Resize(width, height) => program.take(vec![Input::Size(width, height)]).map_err(failed)?,
        Step::Wait(seconds) => clock.advance(SignedDuration::from_secs(seconds)),
    }
    program.settle().await.map_err(failed)?;
    while program.next_wake().is_some_and(|at| at <= clock.now()) {
        program.tick().map_err(failed)?;
        program.settle().await.map_err(failed)?;
    }
    if waited {
        // What came due meanwhile leaves in its own time: the next key must find it gone.
        for reference in program.runner().touched() {
            let _case = delivered(program, clock.now(), reference).await?;
        }
        program.settle().await.map_err(failed)?;
    }
    Ok(())
}

async fn outcome<W: std::io::Write>(
    program: &Program<Http, W>,
    clock: &Clock,
    per_key: Vec<KeyBytes>,
    args: &ReplayArgs,
) -> Result<Outcome, Failure> {
    let mut cases = Vec::new();
    for reference in program.runner().touched() {
        cases.push(touched(&delivered(program, clock.now(), reference).await?)?);
    }
    Ok(Outcome {
        keys: per_key.len(),
        per_key,
        bytes: program.painter().bytes(),
        size: format!("{}x{}", args.screen.size.width, args.screen.size.height),
        tutorial: program.model.lesson.as_ref().map(|lesson| (lesson.at + 1, lesson.steps.len())),
        message: program.model.message.text.clone(),
        cases,
        dump: args.screen.dump.then(|| lines(program.painter().shown())),
    })
}

/// A case, once everything that is due by the clock has left the house.
async fn delivered<W: std::io::Write>(
    program: &Program<Http, W>,
    now: Timestamp,
    reference: Reference,
) -> Result<Case, Failure> {
    let due = |case: &Case| {
        let last = case.decisions().last().filter(|decision| decision.undone_at.is_none());
        last.is_some_and(|decision| decision.undo_until <= now && still_held(decision))
    };
    let deadline = tokio::time::Instant::now() + DELIVERY;
    loop {
        let case = program.runner().backend().case(reference.clone()).await?;
        if !due(&case) || tokio::time::Instant::now() > deadline {
            return Ok(case);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn still_held(decision: &Decision) -> bool {
    decision.deliveries.iter().any(|delivery| delivery.state == Delivery::Held)
}

fn touched(case: &Case) -> Result<Touched, Failure> {
    let row = case.row();
    let last = case.decisions().last().filter(|decision| decision.undone_at.is_none());
    let events = case.events().iter().map(|event| serde_json::to_value(event.kind));
    Ok(Touched {
        reference: row.reference.clone(),
        state: row.state,
        version: row.version,
        extensions: last.and_then(|decision| decision.extensions),
        comment: last.and_then(|decision| decision.comment.clone()),
        delivery: row.delivery,
        draft: case.draft().map(|draft| draft.comment.clone()),
        events: events.collect::<Result<_, _>>().map_err(|error| Failure::Internal(error.to_string()))?,
    })
}

fn show<W: std::io::Write>(
    session: &Session,
    program: &Program<Http, W>,
    outcome: &Outcome,
    args: &ReplayArgs,
) -> Result<(), Failure> {
    if session.output().json {
        return session.output().answer("replay", outcome, |_, _| Vec::new());
    }
    if args.colours {
        return session.output().drawn(coloured(program.painter().shown()));
    }
    if args.screen.dump {
        return session.output().lines(lines(program.painter().shown()));
    }
    let texts = &session.output().texts;
    let (keys, bytes) = (outcome.keys.to_string(), outcome.bytes.to_string());
    session.output().line(texts.with("cli-replay", &[("keys", &keys), ("bytes", &bytes)]))?;
    let state = |case: &Touched| format!("{}  {}", case.reference, texts.of_family("state", &case.state));
    session.output().lines(outcome.cases.iter().map(state))
}

/// A frame as text, one string a line, without blanks at the end.
fn lines(frame: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let cells = (0..frame.area.width).map(|x| frame[(x, y)].symbol());
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..frame.area.height).map(row).collect()
}

/// A frame as text with the sequences that a terminal is told colours and strokes by, for pictures of the screen.
fn coloured(frame: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let mut line = String::new();
        let mut style = None;
        for cell in (0..frame.area.width).map(|x| &frame[(x, y)]) {
            let codes = codes(cell.fg, cell.modifier);
            if style.as_ref() != Some(&codes) {
                line.push_str("\u{1b}[0");
                line.extend(codes.iter().map(|code| format!(";{code}")));
                line.push('m');
                style = Some(codes);
            }
            line.push_str(cell.symbol());
        }
        line
    };
    (0..frame.area.height).map(row).collect()
}

/// The numbers of a colour of the terminal's own and of strokes, as ECMA-48 has them.
fn codes(colour: Color, strokes: Modifier) -> Vec<u8> {
    const OWN: [Color; 15] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
    ];
    let drawn = [(Modifier::BOLD, 1), (Modifier::DIM, 2), (Modifier::UNDERLINED, 4), (Modifier::REVERSED, 7)];
    let drawn = drawn.into_iter().filter(|(stroke, _)| strokes.contains(*stroke)).map(|(_, code)| code);
    let place = OWN.iter().position(|own| *own == colour).and_then(|place| u8::try_from(place).ok());
    drawn.chain(place.map(|place| if place < 8 { 30 + place } else { 82 + place })).collect()
}
