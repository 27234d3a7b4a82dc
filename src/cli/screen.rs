//! Where the screen begins: the program itself, the demo, or one case; without a terminal, the same as plain text.
//! Imports `app`, `client`, `keys`, `text`, `tui` and `view`.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    sync::Arc,
};

use jiff::SignedDuration;
use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{
    args::{Globals, ListArgs, OpenArgs},
    failure::Failure,
    keys, login, replay, reread,
    session::{Desk, Session},
    tasks,
};
use crate::{
    api::{fault::FaultKind, tasks::Scope},
    app::{
        layout::Size,
        model::{Around, Model, Options, Tone, gate::Call, lesson::Lesson, palette, place::Place},
        msg::Reply,
    },
    checks::guides::Guides,
    client::{backend::Backend, http::Http, journal::Journal, live},
    domain::report::Reference,
    keys::keymap::LINEAR,
    settings::Settings,
    text::clean,
    tui::{
        linear,
        painter::Painter,
        program::Program,
        runner::{Kept, PLACE},
        terminal::{self, End},
        watch,
    },
    view::{
        Look,
        theme::{BadTheme, Theme},
    },
};

/// The file that says at which step of the guided walk one stands, among those of the state.
const LESSON: &str = "tutorial";
/// The size of what is drawn nowhere.
const NOWHERE: Size = Size { width: 77, height: 31 };

/// Opens the screen on the terminal, at a case or at the queue, and gives the exit code when it ends.
///
/// # Errors
/// [`Failure`] when there is no backend to be had, or the terminal cannot be used.
pub fn start_screen(runtime: &Runtime, desk: Desk, at: Option<Reference>) -> Result<u8, Failure> {
    // The guides are the longest part of a start: they are read beside the rest of it.
    let _beside = runtime.spawn_blocking(Guides::shared);
    runtime.block_on(async {
        if wants_lines(&desk) {
            let mut session = Session::open(desk.clone()).await?;
            let ended = in_lines(&mut session, at.clone()).await;
            session.close().await;
            let away = matches!(&ended, Err(Failure::Fault(fault)) if matches!(fault.kind, FaultKind::Away | FaultKind::Unknown));
            // Without a backend what is remembered is told; with one, nobody has to listen to anything twice.
            let Some(mut session) = Session::open_early(&desk)?.filter(|_| away) else { return ended };
            let ended = in_lines(&mut session, at).await;
            session.close().await;
            return ended;
        }
        if !terminal::is_usable() {
            let session = Session::open(desk).await?;
            let ended = as_text(&session, at).await;
            session.close().await;
            return ended;
        }
        if let Some(mut session) = Session::open_early(&desk)? {
            let ended = on_terminal(&mut session, at.clone()).await;
            session.close().await;
            // The way in belongs to somebody else now: it begins anew, with nothing remembered.
            if let Some(code) = ended? {
                return Ok(code);
            }
        }
        let mut session = Session::open(desk).await?;
        let ended = on_terminal(&mut session, at).await;
        session.close().await;
        Ok(ended?.unwrap_or_default())
    })
}

/// Opens the screen on the demo with the guided walk, at the step where it was left.
///
/// # Errors
/// As [`start_screen`].
pub fn tutorial(runtime: &Runtime, mut desk: Desk, restart: bool) -> Result<u8, Failure> {
    desk.globals.demo = true;
    desk.demo.fresh = restart;
    let kept = fs::read_to_string(desk.places.state.join(LESSON)).ok().filter(|_| !restart);
    desk.lesson = Some(kept.and_then(|text| text.trim().parse().ok()).unwrap_or(0));
    start_screen(runtime, desk, None)
}

/// Opens the screen at a case, or prints it once with `--dump`.
///
/// # Errors
/// As [`start_screen`].
pub fn open(runtime: &Runtime, desk: Desk, args: &OpenArgs) -> Result<u8, Failure> {
    let at = args.case.reference.parse()?;
    if args.screen.dump {
        return runtime.block_on(replay::dump(desk, at, args.screen.size));
    }
    start_screen(runtime, desk, Some(at))
}

/// True where the screen shall be told in lines: the flag asks for it; so do `ACCESSIBLE` and the preset, where somebody can
/// answer.
fn wants_lines(desk: &Desk) -> bool {
    let asked = std::env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0");
    desk.globals.linear || ((asked || desk.settings.keys.value == LINEAR) && io::stdin().is_terminal())
}

/// The screen in lines: no size, no raw mode, nothing drawn.
async fn in_lines(session: &mut Session, at: Option<Reference>) -> Result<u8, Failure> {
    let person = match &session.remembered {
        Some(last) => last.person.clone(),
        None => come_in(session).await?,
    };
    session.http.belongs_to(&person);
    let kept = kept(session, &person)?;
    let nowhere = Painter::new(io::sink(), NOWHERE.width, NOWHERE.height);
    let mut program = program(session, nowhere, NOWHERE, at, kept)?;
    program.follows_clock = session.follows_clock()?;
    let live = live::follow(session.http.clone(), None);
    let lines = linear::lines(io::BufReader::new(io::stdin()));
    let end = linear::run(&mut program, io::stdout().lock(), &session.clock, Some(live), lines).await;
    Ok(match end.map_err(Failure::Output)? {
        End::Left => 0,
        End::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
    })
}

/// The screen; gives no code when somebody else came in than was remembered.
async fn on_terminal(session: &mut Session, at: Option<Reference>) -> Result<Option<u8>, Failure> {
    let (width, height) = terminal::size().map_err(Failure::Output)?;
    let person = match &session.remembered {
        Some(last) => last.person.clone(),
        None => come_in(session).await?,
    };
    session.http.belongs_to(&person);
    let kept = kept(session, &person)?;
    let guard = terminal::Guard::set_up().map_err(Failure::Output)?;
    let painter = terminal::painter().map_err(Failure::Output)?;
    let mut program = program(session, painter, Size { width, height }, at, kept)?;
    program.follows_clock = session.follows_clock()?;
    let live = live::follow(session.http.clone(), None);
    let teller = program.runner().teller();
    let saved = move || drop(teller.send(Reply::SettingsSaved));
    let _watching = watch::watch(&reread::files(session), saved)
        .inspect_err(|error| tracing::warn!(%error, "The settings are not watched"));
    let clock = session.clock.clone();
    let end = tokio::select! {
        end = terminal::run(&mut program, &clock, Some(live)) => end.map_err(Failure::Output),
        failure = session.failure_to_start() => Err(failure),
    };
    drop(guard);
    Ok(match end? {
        End::Left if program.model.memory.stranger => None,
        End::Left => Some(0),
        End::Signal(number) => Some(u8::try_from(128 + number).unwrap_or(u8::MAX)),
    })
}

/// What lies on the disk of a person: among it what they typed last time.
fn kept(session: &Session, person: &str) -> Result<Kept, Failure> {
    let journal = Some(session.journal(person)?);
    Ok(Kept { journal, memory: session.memory(person)?, place: Some(session.place(person)) })
}

/// Asks the backend who comes, and lets them log in where they must; gives the id of the person.
async fn come_in(session: &mut Session) -> Result<String, Failure> {
    let me = match session.http.me().await {
        Err(fault) if fault.kind == FaultKind::NotLoggedIn && session.may_log_in()? => {
            session.http = login::log_in(&session.desk).await?.reading_only(session.desk.globals.readonly);
            session.http.me().await?
        }
        answer => answer?,
    };
    session.keep_time_with(me.now)?;
    Ok(me.person)
}

/// Without a terminal: the queue or the case as plain text.
async fn as_text(session: &Session, at: Option<Reference>) -> Result<u8, Failure> {
    match at {
        Some(reference) => tasks::show(session, reference.as_str()).await?,
        None => tasks::list(session, Some(Scope::Open), ListArgs::default()).await?,
    }
    Ok(0)
}

/// A program on a painter.
pub(super) fn program<W: Write>(
    session: &Session,
    painter: Painter<W>,
    size: Size,
    at: Option<Reference>,
    kept: Kept,
) -> Result<Program<Http, W>, Failure> {
    let settings = &session.desk.settings;
    let options = options(settings, &session.desk.globals);
    let internal = |error: &dyn std::fmt::Display| Failure::Internal(error.to_string());
    let keymap = keys::keymap(&session.desk.places, settings)?;
    let theme = theme(settings)?;
    let texts = Arc::clone(&session.desk.output.texts);
    let guides = Guides::shared().map_err(|error| internal(error))?;
    let mut model = Model::new((texts, guides), session.clock.now(), size, options, Uuid::new_v4());
    model.open_first = at;
    let left = kept.place.as_ref().and_then(|memory| memory.recall::<Place>(PLACE));
    model.resume = left.map(|(_, place)| place);
    let set_aside = kept.journal.iter().flat_map(Journal::set_aside);
    let set_aside: Vec<_> = set_aside.map(|file| clean::line(&file.display().to_string())).collect();
    if !set_aside.is_empty() {
        let place = set_aside.join(", ");
        let told = model.texts.with("message-journal-unreadable", &[("place", &place)]);
        model.announce(Tone::Warning, told);
        model.message.once = true;
        model.resume = None;
    }
    let words = kept.journal.iter().flat_map(|journal| &journal.pending().words);
    model.take_words(words.map(|(place, kept)| (place.clone(), kept.text.clone())).collect());
    model.closed = session.desk.globals.closed;
    model.around = around();
    if let Some(locale) = other_charset() {
        let told = model.texts.with("message-no-utf8", &[("locale", &clean::line(&locale))]);
        model.announce(Tone::Warning, told);
    }
    model.watch.entry = session.entry()?;
    model.watch.warn_before = warn_before(settings);
    model.watch.lock_after = lock_after(settings);
    model.watch.call = call(settings);
    model.mouse = settings.mouse.value;
    model.spare_line(is_slow(settings));
    model.shelf.commands = reread::commands(&keymap);
    model.shelf.lines = palette::lines().map_err(Failure::Internal)?;
    if let Some(at) = session.desk.lesson {
        model.walk(Lesson::from(at, size).map_err(Failure::Internal)?);
        // The walk goes on in the list it was left in; the case is opened by its next step.
        if let Some(place) = &mut model.resume {
            (place.case, place.writing) = (None, None);
        }
    }
    let look = Look { theme, keymap, begun: None };
    let program = Program::new(model, look, painter, session.http.clone(), session.clock.clone(), kept);
    Ok(program.rereading(reread::rereader(session)).keeping_lesson(session.desk.places.state.join(LESSON)))
}

/// What the settings say of the screen.
pub(super) fn options(settings: &Settings, globals: &Globals) -> Options {
    Options {
        auto_advance: settings.auto_advance.value,
        require_seen: settings.require_seen.value,
        read_only: globals.readonly,
        ascii: other_charset().is_some(),
    }
}

/// True for a slow line to the terminal.
pub(super) fn is_slow(settings: &Settings) -> bool {
    settings.bandwidth.value == "low"
}

/// After how long without a key the screen is locked.
pub(super) fn lock_after(settings: &Settings) -> Option<SignedDuration> {
    let minutes = settings.idle_lock_minutes.value;
    (minutes > 0).then(|| SignedDuration::from_mins(i64::from(minutes)))
}

/// How long before that the person is warned.
pub(super) fn warn_before(settings: &Settings) -> Option<SignedDuration> {
    let seconds = settings.idle_warning_seconds.value;
    (seconds > 0).then(|| SignedDuration::from_secs(i64::from(seconds)))
}

/// How the terminal calls.
pub(super) fn call(settings: &Settings) -> Call {
    match settings.call.value.as_str() {
        "bell" => Call::Bell,
        "note" => Call::Note,
        _ => Call::Off,
    }
}

/// The palette that is chosen.
pub(super) fn theme(settings: &Settings) -> Result<Theme, Failure> {
    let chosen = &settings.theme;
    Theme::named(&chosen.value, wants_no_colour()).map_err(|error| match error {
        BadTheme::Name(given) => {
            let choices = Theme::names().map(str::to_owned).collect();
            Failure::NotOneOf { place: chosen.origin.to_string(), given, choices }
        }
        other => Failure::Internal(other.to_string()),
    })
}

/// What stands between the program and the terminal, as it tells those who run in it.
fn around() -> Around {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match (set("TMUX"), set("STY")) {
        (true, _) => Around::Tmux,
        (false, true) => Around::Screen,
        _ => Around::Nothing,
    }
}

/// `NO_COLOR`, set to anything, asks for a screen without colours.
fn wants_no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The locale whose character set cannot be trusted with more than ASCII; none where it can.
fn other_charset() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
    // Without any locale, as in many containers, terminals speak UTF-8 all the same.
    locale.filter(|locale| {
        let locale = locale.to_ascii_lowercase();
        !(locale.contains("utf-8") || locale.contains("utf8") || locale == "c" || locale == "posix")
    })
}
