//! The terminal: made ready, always given back as it was, and listened to.
//! Imports `app`, `client`, `keys` and `text`.

use std::{
    io::{self, IsTerminal, Stdout, Write},
    sync::mpsc,
    time::Duration,
};

use crossterm::{
    cursor::{MoveTo, Show},
    event::{DisableBracketedPaste, EnableBracketedPaste, Event},
    execute,
    style::{Print, ResetColor},
    terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use tokio::sync::mpsc::{Receiver, UnboundedReceiver, unbounded_channel};

use super::{
    editor,
    input::{Input, input},
    mouse,
    painter::Painter,
    program::{Pausing, Program},
    system::{self, Endings},
};
use crate::{
    app::msg::Reply,
    client::{backend::Backend, live::Live},
    clock::Clock,
    keys::{guard::BURST_MS, spelling::Key},
};

/// Below every screen: where the cursor is put before the program leaves, so that a terminal without an alternate screen goes on
/// under what was shown. The number is one that every terminal takes.
const LAST_ROW: u16 = 998;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Left,
    /// A signal ended it: the terminal is gone, or the system asked.
    Signal(i32),
}

/// True when there is a terminal to draw on that understands where to put things.
#[must_use]
pub fn is_usable() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && io::stdin().is_terminal() && !dumb
}

/// The size of the terminal: columns and rows.
///
/// # Errors
/// When there is none.
pub fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// The terminal while the program draws on it; dropped, it is as it was before.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Makes the terminal ready, and makes sure that a panic gives it back before it speaks.
    ///
    /// # Errors
    /// When the terminal cannot be set.
    pub fn set_up() -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        take()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Print(mouse::again()), Show)
}

fn give_back() {
    // Best effort: the terminal may be gone already.
    let mut out = io::stdout();
    drop(execute!(out, ResetColor, EndSynchronizedUpdate, Print(mouse::give_back()), DisableBracketedPaste));
    drop(execute!(out, MoveTo(0, LAST_ROW)));
    drop(execute!(out, LeaveAlternateScreen, Show));
    drop(disable_raw_mode());
}

/// A painter on the terminal.
///
/// # Errors
/// When the size of the terminal cannot be read.
pub fn painter() -> io::Result<Painter<Stdout>> {
    let (width, height) = size()?;
    Ok(Painter::new(io::stdout(), width, height))
}

/// What comes from the terminal, read by a thread of its own: whatever waits can then be taken without waiting.
type Events = UnboundedReceiver<io::Result<Event>>;

/// Listens to the terminal. After one of the pausing keys nothing more is read until a word is sent.
fn listen(pausing: Pausing) -> (Events, mpsc::Sender<()>) {
    let (sender, events) = unbounded_channel();
    let (resume, resumed) = mpsc::channel();
    std::thread::spawn(move || {
        loop {
            let event = crossterm::event::read();
            let pauses = event.as_ref().is_ok_and(|event| is_one_of(event, &pausing.keys()));
            let failed = event.is_err();
            if sender.send(event).is_err() || failed || (pauses && resumed.recv().is_err()) {
                return;
            }
        }
    });
    (events, resume)
}

fn is_one_of(event: &Event, keys: &[Key]) -> bool {
    matches!(input(event.clone()), Some(Input::Key(key)) if keys.contains(&key))
}

/// Runs the program on the terminal until it ends.
///
/// # Errors
/// When the terminal cannot be written.
pub async fn run<B: Backend, W: Write>(
    program: &mut Program<B, W>,
    clock: &Clock,
    live: Option<Receiver<Live>>,
) -> io::Result<End> {
    match until_the_end(program, clock, live).await {
        // A frame that nobody could be shown, because the terminal went away before the signal came.
        Err(_) if !io::stdout().is_terminal() => Ok(End::Signal(system::HANG_UP)),
        end => end,
    }
}

async fn until_the_end<B: Backend, W: Write>(
    program: &mut Program<B, W>,
    clock: &Clock,
    mut live: Option<Receiver<Live>>,
) -> io::Result<End> {
    let pausing = program.pausing_keys();
    let (mut events, resume) = listen(pausing.clone());
    let mut endings = Endings::listen()?;
    program.begin()?;
    while !program.has_ended() {
        let wake = program.next_wake();
        tokio::select! {
            signal = endings.next() => return Ok(End::Signal(signal)),
            event = events.recv() => match event {
                Some(Ok(event)) => {
                    let inputs = gather(program, &mut events, event).await;
                    let paused = inputs.iter().any(|input| matches!(input, Input::Key(key) if pausing.keys().contains(key)));
                    take_inputs(program, inputs)?;
                    if let Some(text) = program.take_outside() {
                        edit_outside(program, &text)?;
                    }
                    if paused && resume.send(()).is_err() {
                        return Ok(End::Left);
                    }
                }
                // The terminal is gone: what was typed is on the disk.
                Some(Err(_)) | None => return Ok(End::Signal(system::HANG_UP)),
            },
            Some(reply) = program.reply() => program.take_reply(reply)?,
            Some(news) = next_news(&mut live) => program.take_reply(news_reply(news))?,
            () = sleep(clock, wake), if wake.is_some() => program.tick()?,
        }
    }
    // What is still on its way (the last draft, a decision) gets a moment to arrive.
    drop(tokio::time::timeout(Duration::from_secs(2), program.settle()).await);
    Ok(End::Left)
}

fn take_inputs<B: Backend, W: Write>(program: &mut Program<B, W>, inputs: Vec<Input>) -> io::Result<()> {
    if !inputs.contains(&Input::Suspend) {
        return program.take(inputs);
    }
    if program.model.closed {
        // There is no shell behind the program: it would sleep, and nobody could wake it.
        return program.take(inputs);
    }
    if program.is_locked() {
        // A locked screen lets nobody past it to the shell.
        return program.take(vec![Input::Redraw]);
    }
    suspend()?;
    let (width, height) = size()?;
    program.take(vec![Input::Size(width, height)])
}

/// Hands a text to the person's own editor, and what they made of it back to the program.
fn edit_outside<B: Backend, W: Write>(program: &mut Program<B, W>, text: &str) -> io::Result<()> {
    give_back();
    let edited = editor::edit(text).map_err(|error| error.to_string());
    take()?;
    let (width, height) = size()?;
    program.take(vec![Input::Size(width, height)])?;
    program.take_reply(Reply::EditedOutside(edited))
}

pub(super) async fn sleep(clock: &Clock, wake: Option<jiff::Timestamp>) {
    if let Some(wake) = wake {
        clock.sleep_until(wake).await;
    }
}

pub(super) async fn next_news(live: &mut Option<Receiver<Live>>) -> Option<Live> {
    match live {
        Some(live) => live.recv().await,
        None => std::future::pending().await,
    }
}

pub(super) fn news_reply(news: Live) -> Reply {
    match news {
        Live::Connected => Reply::Live(true),
        Live::Lost => Reply::Live(false),
        Live::LoggedOut => Reply::LoggedOut,
        Live::Change(change) => Reply::Changed(change),
    }
}

/// Everything that waits at the terminal. After a key that could decide something, what comes within a few
/// milliseconds belongs to the same burst, so that a paste is seen as one.
async fn gather<B: Backend, W: Write>(program: &Program<B, W>, events: &mut Events, first: Event) -> Vec<Input> {
    let mut inputs: Vec<Input> = input(first).into_iter().collect();
    loop {
        while let Ok(Ok(event)) = events.try_recv() {
            inputs.extend(input(event));
        }
        if !inputs.iter().any(|input| program.is_weighty(input)) {
            return inputs;
        }
        let wait = Duration::from_millis(BURST_MS.unsigned_abs());
        match tokio::time::timeout(wait, events.recv()).await {
            Ok(Some(Ok(event))) => inputs.extend(input(event)),
            _ => return inputs,
        }
    }
}

/// To the shell and back (Ctrl-Z, `fg`).
fn suspend() -> io::Result<()> {
    give_back();
    system::put_aside()?;
    take()
}
