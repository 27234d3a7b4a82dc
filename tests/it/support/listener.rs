//! Somebody who hears the program and sees nothing: text comes out, lines go in, and a choice is known by its words.

use std::{
    io::{Read, Write},
    process::{Child, ChildStdin, Stdio},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::cli_support::Home;

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_mins(1);
/// What a screen ends with: the question for a choice, or for a text.
const ENDS: [&str; 3] = ["Velg:", "går til valgene.", "avslutter teksten."];

/// The program with the linear front, heard through pipes. Dropped, it is killed.
pub(crate) struct Listener {
    child: Child,
    input: Option<ChildStdin>,
    heard: Arc<(Mutex<Heard>, Condvar)>,
    /// How much of what was heard belongs to the screens before.
    before: usize,
}

#[derive(Default)]
struct Heard {
    text: String,
    ended: bool,
}

impl Listener {
    /// Starts the program, and hears the first screen.
    pub(crate) fn start(home: &Home, arguments: &[&str]) -> Self {
        Self::start_with(home, arguments, &[])
    }

    /// Starts the program with something more in its environment, and hears the first screen.
    pub(crate) fn start_with(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = home.command(arguments);
        command.envs(variables.iter().copied()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().expect("the program runs");
        let heard = Arc::new((Mutex::new(Heard::default()), Condvar::new()));
        let mut output = child.stdout.take().expect("a pipe");
        std::thread::spawn({
            let heard = Arc::clone(&heard);
            move || {
                let (mut bytes, mut waiting) = ([0; 4096], Vec::new());
                loop {
                    let count = output.read(&mut bytes).unwrap_or(0);
                    waiting.extend_from_slice(&bytes[..count]);
                    let whole = waiting.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                    let lines: Vec<u8> = waiting.drain(..whole).collect();
                    let mut state = heard.0.lock().unwrap_or_else(PoisonError::into_inner);
                    state.text.push_str(&String::from_utf8(lines).expect("UTF-8"));
                    state.ended = count == 0;
                    heard.1.notify_all();
                    if count == 0 {
                        return;
                    }
                }
            }
        });
        let input = child.stdin.take();
        let mut listener = Self { child, input, heard, before: 0 };
        listener.hear();
        listener
    }

    /// Everything that was heard so far.
    pub(crate) fn everything(&self) -> String {
        self.heard.0.lock().unwrap_or_else(PoisonError::into_inner).text.clone()
    }

    /// What was heard since the last line was written.
    pub(crate) fn screen(&self) -> String {
        self.everything().split_off(self.before)
    }

    /// Waits until what was heard since the last line is so.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        let until = Instant::now() + PATIENCE;
        let mut state = self.heard.0.lock().unwrap_or_else(PoisonError::into_inner);
        let since = |text: &str| text.get(self.before..).unwrap_or_default().to_owned();
        while !is_so(&since(&state.text)) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !state.ended, "{what} was not heard, but:\n{}", since(&state.text));
            state = self.heard.1.wait_timeout(state, left).expect("no reader panics").0;
        }
    }

    /// Waits until a screen was told whole.
    #[track_caller]
    pub(crate) fn hear(&mut self) {
        self.wait_until("the end of a screen", |text| {
            text.lines().last().is_some_and(|line| ENDS.iter().any(|end| line.ends_with(end)))
        });
    }

    /// Writes lines, without waiting for what is said of them.
    pub(crate) fn write(&mut self, text: &str) {
        self.before = self.everything().len();
        let input = self.input.as_mut().expect("the input is open");
        input.write_all(format!("{text}\n").as_bytes()).and_then(|()| input.flush()).expect("the program reads");
    }

    /// Writes a line, and hears what is said of it.
    #[track_caller]
    pub(crate) fn say(&mut self, line: &str) {
        self.write(line);
        self.hear();
    }

    /// The number of the choice that begins with these words.
    #[track_caller]
    pub(crate) fn number(&self, words: &str) -> String {
        let screen = self.screen();
        let found = screen.lines().find_map(|line| {
            let (number, text) = line.split_once(' ')?;
            (number.chars().all(|digit| digit.is_ascii_digit()) && text.starts_with(words)).then(|| number.to_owned())
        });
        found.unwrap_or_else(|| panic!("no choice «{words}» in:\n{screen}"))
    }

    /// Takes the choice that begins with these words, and hears what comes of it.
    #[track_caller]
    pub(crate) fn choose(&mut self, words: &str) {
        let number = self.number(words);
        self.say(&number);
    }

    /// Holds that something was heard since the last line.
    #[track_caller]
    pub(crate) fn assert_heard(&self, words: &str) {
        let screen = self.screen();
        assert!(screen.contains(words), "«{words}» was not heard, but:\n{screen}");
    }

    /// Ends the input, as a terminal that is closed does, and waits for the program; gives its exit code.
    pub(crate) fn close(&mut self) -> Option<i32> {
        drop(self.input.take());
        self.child.wait().expect("the program ends").code()
    }

    /// Kills the program on the spot.
    pub(crate) fn kill(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.kill();
    }
}
