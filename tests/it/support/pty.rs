//! The real program in a real terminal: what is written to it, what it shows, and how it ends.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    process::Command,
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
        mpsc::{Sender, channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

use crate::cli_support::Home;

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);
/// A screen that stays the same for so long is taken for finished.
const QUIET: Duration = Duration::from_millis(60);
/// An Enter sooner than this after the summary opened does not confirm.
const GUARD: Duration = Duration::from_millis(300);
/// Between two keys of a person: longer than what counts as one burst.
const PACE: Duration = Duration::from_millis(12);

/// A terminal with the program in it. Dropped, the program is killed.
pub(crate) struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Sender<Vec<u8>>>,
    typing: Option<JoinHandle<()>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Seen>,
    stop: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    settings: String,
}

/// What the program has written so far.
struct Seen {
    state: Mutex<State>,
    news: Condvar,
}

struct State {
    parser: Parser,
    raw: Vec<u8>,
    last: Instant,
    ended: bool,
}

impl Seen {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no reader panics")
    }
}

impl Pty {
    /// Starts the program in a terminal of 80×24.
    pub(crate) fn start(home: &Home, arguments: &[&str]) -> Self {
        Self::start_in(home, arguments, (80, 24), &[])
    }

    /// Starts the program in a terminal of a size, with something more in its environment.
    pub(crate) fn start_in(home: &Home, arguments: &[&str], size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        Self::run(command(home, arguments, variables), size)
    }

    /// Starts another program in a terminal of 80×24, with something more in its environment.
    pub(crate) fn start_program(program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_program_in(program, arguments, (80, 24), variables)
    }

    /// Starts another program in a terminal of a size, with something more in its environment.
    pub(crate) fn start_program_in(
        program: &Path,
        arguments: &[&str],
        size: (u16, u16),
        variables: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        for (name, value) in variables {
            command.env(name, value);
        }
        Self::run(command, size)
    }

    fn run(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(cells(size)).expect("a pseudo-terminal");
        let settings = format!("{:?}", pair.master.get_termios().expect("settings of the terminal"));
        let child = pair.slave.spawn_command(command).expect("the program runs");
        drop(pair.slave);
        let (columns, rows) = (NonZeroU16::new(size.0).unwrap(), NonZeroU16::new(size.1).unwrap());
        let parser = Parser::new(rows, columns, 0);
        let state = State { parser, raw: Vec::new(), last: Instant::now(), ended: false };
        let seen = Arc::new(Seen { state: Mutex::new(state), news: Condvar::new() });
        let stop = Arc::new(AtomicBool::new(false));
        let source = pair.master.try_clone_reader().expect("the terminal's output");
        let reader = std::thread::spawn({
            let (seen, stop) = (Arc::clone(&seen), Arc::clone(&stop));
            move || read(source, &seen, &stop)
        });
        let (writer, waiting) = channel::<Vec<u8>>();
        let mut input = pair.master.take_writer().expect("the terminal's input");
        // A thread of its own: a program that does not read must not stop the test.
        let typing = std::thread::spawn(move || {
            while let Ok(bytes) = waiting.recv() {
                drop(input.write_all(&bytes).and_then(|()| input.flush()));
            }
        });
        let (writer, typing, reader) = (Some(writer), Some(typing), Some(reader));
        Self { master: Some(pair.master), writer, typing, child, seen, stop, reader, settings }
    }

    /// Writes bytes as they are, in one go.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let writer = self.writer.as_ref().expect("the terminal is open");
        writer.send(bytes.as_ref().to_vec()).expect("the terminal takes it");
    }

    /// Presses keys one after the other, as a quick person would.
    pub(crate) fn press(&mut self, keys: &str) {
        for key in keys.chars() {
            self.send(key.to_string());
            std::thread::sleep(PACE);
        }
    }

    /// Starts the program at an open case, and waits until its keys are told.
    #[track_caller]
    pub(crate) fn open(home: &Home, client: &[&str], reference: &str) -> Self {
        Self::open_at(home, client, reference, "a godkjenn")
    }

    /// The same for a case whose keys begin otherwise.
    #[track_caller]
    pub(crate) fn open_at(home: &Home, client: &[&str], reference: &str, keys: &str) -> Self {
        let pty = Self::start(home, &[client, &["open", reference]].concat());
        pty.wait_for(keys);
        pty
    }

    /// Goes from the queue to the view of clean reports, where the demo's first task stands first.
    #[track_caller]
    pub(crate) fn clean_reports(&mut self, first: &str) {
        self.wait_for("Enter åpne");
        self.press("w");
        self.wait_for("Velg visning");
        self.press("5");
        self.wait_until("the clean reports", |screen| {
            screen.contains(&format!("> {first}")) && screen.contains("Enter åpne")
        });
    }

    /// Gives the extension count in an open report. Each key is waited for: where the machine is busy, keys that pile up
    /// look like a paste.
    #[track_caller]
    pub(crate) fn count(&mut self, digits: &str) {
        self.press("u");
        self.wait_for("Antall utvidelser (7A)");
        self.press(digits);
        self.wait_for(&format!("[ {digits} ]"));
        self.send("\r");
        self.wait_for("a godkjenn");
    }

    /// Opens the comment editor of an open case, and types into it.
    #[track_caller]
    pub(crate) fn comment(&mut self, text: &str) {
        self.press("r");
        self.wait_for("Esc eller F2: ferdig");
        self.press(text);
        self.wait_for(text);
    }

    /// Presses Esc; alone, so that it is not taken for the beginning of a longer key.
    pub(crate) fn escape(&mut self) {
        self.send("\x1b");
        std::thread::sleep(PACE * 4);
    }

    /// Pastes a text the way a terminal with bracketed paste does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Presses Enter in the summary once it takes one.
    pub(crate) fn confirm(&mut self) {
        self.wait_for("trykk Enter");
        std::thread::sleep(GUARD);
        self.send("\r");
    }

    /// Presses Enter after the time it is not taken for, whatever has become of the screen.
    pub(crate) fn confirm_if_asked(&mut self) {
        std::thread::sleep(GUARD);
        self.send("\r");
    }

    /// True when the program has closed the terminal.
    pub(crate) fn is_gone(&self) -> bool {
        self.seen.state().ended
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("the program was started")
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        self.seen.state().parser.screen().contents()
    }

    /// Waits until the screen shows a text and stands still; gives the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until a screen is as described and stands still; gives the screen.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, mut is: impl FnMut(&str) -> bool) -> String {
        self.try_until(PATIENCE, &mut is).unwrap_or_else(|screen| panic!("waited for «{what}», but saw\n{screen}"))
    }

    /// As [`Pty::wait_until`] for some time; gives the last screen when it never came or the program ended.
    pub(crate) fn try_until(&self, patience: Duration, is: &mut dyn FnMut(&str) -> bool) -> Result<String, String> {
        let begun = Instant::now();
        let mut state = self.seen.state();
        loop {
            let screen = state.parser.screen().contents();
            let still = state.last.elapsed() >= QUIET || state.ended;
            if still && is(&screen) {
                return Ok(screen);
            }
            if begun.elapsed() > patience || (state.ended && still) {
                return Err(screen);
            }
            state = self.seen.news.wait_timeout(state, QUIET).expect("no reader panics").0;
        }
    }

    /// True as soon as a frame with a text was shown, still or not.
    pub(crate) fn shows(&self, text: &str, patience: Duration) -> bool {
        let begun = Instant::now();
        let mut state = self.seen.state();
        loop {
            if state.parser.screen().contents().contains(text) {
                return true;
            }
            if begun.elapsed() > patience || state.ended {
                return false;
            }
            state = self.seen.news.wait_timeout(state, QUIET).expect("no reader panics").0;
        }
    }

    /// Waits until nothing has been written for a while.
    pub(crate) fn settle(&self) -> String {
        self.wait_until("anything", |_| true)
    }

    /// Everything written so far.
    pub(crate) fn raw(&self) -> Vec<u8> {
        self.seen.state().raw.clone()
    }

    /// Looks at the terminal itself: its modes, its cursor.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen.state().parser.screen())
    }

    /// The line the cursor stands in, and the cursor's column.
    pub(crate) fn cursor(&self) -> (String, usize) {
        self.look(|screen| {
            let (row, column) = screen.cursor_position();
            let line = screen.rows(0, screen.size().1.get()).nth(row.into()).unwrap_or_default();
            (line, column.into())
        })
    }

    /// Waits until the cursor stands where it should in a screen that stands still; gives its line. Silence alone proves
    /// nothing: on a busy machine it comes before the answer to the key.
    #[track_caller]
    pub(crate) fn wait_for_cursor(&self, what: &str, is: impl Fn(&str, usize) -> bool) -> String {
        let mut seen = self.cursor();
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            self.settle();
            seen = self.cursor();
            if is(&seen.0, seen.1) {
                return seen.0;
            }
            std::thread::sleep(PACE);
        }
        panic!(
            "waited for the cursor on {what}, but it stands in column {} of «{}» in\n{}",
            seen.1,
            seen.0,
            self.screen()
        )
    }

    /// True when the terminal's settings are the ones from before the program.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        let now = self.master.as_ref().and_then(|master| master.get_termios()).expect("settings of the terminal");
        assert_eq!(format!("{now:?}"), self.settings, "raw mode is off");
        self.look(|screen| {
            assert!(!screen.alternate_screen(), "the alternate screen is left");
            assert!(!screen.bracketed_paste(), "bracketed paste is off");
            assert!(!screen.hide_cursor(), "the cursor is shown");
            assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        });
        let raw = self.raw();
        assert!(count(&raw, b"\x1b[?2026l") >= count(&raw, b"\x1b[?2026h"), "every synchronised update ends");
    }

    /// The terminal gets another size.
    pub(crate) fn resize(&self, size: (u16, u16)) {
        let (columns, rows) = (NonZeroU16::new(size.0).unwrap(), NonZeroU16::new(size.1).unwrap());
        self.seen.state().parser.screen_mut().set_size(rows, columns);
        self.master.as_ref().expect("the terminal is open").resize(cells(size)).expect("the terminal takes a size");
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, name: &str) {
        signal(self.child.process_id().expect("the program runs"), name);
    }

    /// Closes the terminal under the program, as a connection that breaks does.
    pub(crate) fn hang_up(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        self.resize((81, 24));
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends");
        }
        self.writer = None;
        if let Some(typing) = self.typing.take() {
            typing.join().expect("the writer ends");
        }
        self.master = None;
    }

    /// Waits until the program has ended; gives its exit code, or the name of the signal that ended it.
    pub(crate) fn ended(&mut self) -> Result<u32, String> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program was started") {
                if let Some(reader) = self.reader.take() {
                    reader.join().expect("the reader ends");
                }
                return status.signal().map_or_else(|| Ok(status.exit_code()), |name| Err(name.to_owned()));
            }
            assert!(begun.elapsed() < PATIENCE, "the program does not end; it shows\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.signal("KILL");
            drop(self.child.wait());
        }
    }
}

/// Sends a signal to a process of this test.
pub(crate) fn signal(process: u32, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), process.to_string()]).output();
    assert!(sent.is_ok(), "kill is there");
}

/// How often some bytes occur.
pub(crate) fn count(raw: &[u8], part: &[u8]) -> usize {
    raw.windows(part.len()).filter(|window| *window == part).count()
}

fn cells((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn command(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sfv"));
    command.args(arguments);
    command.cwd(home.path());
    for name in ["SFV_SERVER", "SFV_TOKEN", "SFV_TOKEN_FILE", "SFV_NOW", "SFV_CONFIG", "NO_COLOR", "COLORTERM"] {
        command.env_remove(name);
    }
    command.env("SFV_HOME", home.path());
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    for (name, value) in variables {
        command.env(name, value);
    }
    command
}

fn read(mut source: Box<dyn Read + Send>, seen: &Seen, stop: &AtomicBool) {
    let mut bytes = [0; 8192];
    loop {
        let read = source.read(&mut bytes).unwrap_or(0);
        let mut state = seen.state();
        if read == 0 || stop.load(Ordering::SeqCst) {
            state.ended = true;
            seen.news.notify_all();
            return;
        }
        state.parser.process(&bytes[..read]);
        state.raw.extend_from_slice(&bytes[..read]);
        state.last = Instant::now();
        seen.news.notify_all();
    }
}
