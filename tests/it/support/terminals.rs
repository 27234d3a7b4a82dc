//! Real terminals with the program in them: tmux, GNU screen, and xterm on an X server without a screen.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::pty::Pty;
use crate::cli_support::Home;

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(40);
/// Between two looks at a screen.
const LOOK: Duration = Duration::from_millis(60);

/// True when the terminals were installed; else the test says that it leaves them out.
pub(crate) fn are_there() -> bool {
    let there = std::env::var_os("SFV_TEST_TERMINALS").is_some_and(|value| !value.is_empty());
    if !there {
        println!("Left out: there are no terminals (SFV_TEST_TERMINALS is not set; ./tests/run sets it)");
    }
    there
}

/// A key that is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Ctrl-C.
    Interrupt,
}

/// Which terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// tmux.
    Tmux,
    /// GNU screen, itself in a pseudo-terminal.
    Screen,
    /// xterm.
    Xterm,
}

/// A terminal. It ends with the test.
pub(crate) struct Terminal {
    inside: Inside,
    folder: PathBuf,
}

enum Inside {
    Tmux { socket: PathBuf },
    Screen { pty: Box<Pty>, folder: PathBuf },
    Xterm { server: Child, xterm: Child, display: String, printed: PathBuf },
}

impl Terminal {
    /// A terminal of a size, in which the program runs the demo between two looks at the terminal's settings.
    pub(crate) fn start(kind: Kind, home: &Home, size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        let folder = home.path().join("terminal");
        fs::create_dir_all(&folder).expect("a folder of the test");
        let script = script(home, &folder, variables);
        let inside = match kind {
            Kind::Tmux => tmux(home, &folder, &script, size),
            Kind::Screen => screen(home, &folder, &script, size),
            Kind::Xterm => xterm(&folder, &script, size),
        };
        Self { inside, folder }
    }

    /// The screen as text, without the blanks at the ends of its lines.
    pub(crate) fn text(&self) -> String {
        let text = match &self.inside {
            Inside::Tmux { socket } => run(tmux_at(socket).args(["capture-pane", "-p"])),
            Inside::Screen { pty, .. } => pty.screen(),
            Inside::Xterm { display, printed, .. } => {
                let _none_yet = fs::remove_file(printed);
                x(display, &["key", "--clearmodifiers", "ctrl+F12"]);
                let begun = Instant::now();
                loop {
                    let text = fs::read_to_string(printed).unwrap_or_default();
                    // The page is whole when its printer has ended.
                    if text.contains('\u{c}') || begun.elapsed() > Duration::from_millis(400) {
                        break text.replace('\u{c}', "");
                    }
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
        };
        trimmed(&text)
    }

    /// Types letters.
    pub(crate) fn types(&mut self, letters: &str) {
        for letter in letters.chars() {
            let letter = letter.to_string();
            match &mut self.inside {
                Inside::Tmux { socket } => drop(run(tmux_at(socket).args(["send-keys", "-l", &letter]))),
                Inside::Screen { pty, .. } => pty.press(&letter),
                Inside::Xterm { display, .. } => x(display, &["type", "--clearmodifiers", &letter]),
            }
            std::thread::sleep(Duration::from_millis(15));
        }
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: Key) {
        let (tmux, bytes, name) = match key {
            Key::Enter => ("Enter", "\r", "Return"),
            Key::Esc => ("Escape", "\x1b", "Escape"),
            Key::Interrupt => ("C-c", "\x03", "ctrl+c"),
        };
        match &mut self.inside {
            Inside::Tmux { socket } => drop(run(tmux_at(socket).args(["send-keys", tmux]))),
            Inside::Screen { pty, .. } => pty.send(bytes),
            Inside::Xterm { display, .. } => x(display, &["key", "--clearmodifiers", name]),
        }
        std::thread::sleep(Duration::from_millis(80));
    }

    /// Waits until the screen is as described twice in a row; gives it.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        let mut before = String::new();
        loop {
            let text = self.text();
            if text == before && is(&text) {
                return text;
            }
            assert!(begun.elapsed() < PATIENCE, "waited for «{what}», but saw\n{text}");
            before = text;
            std::thread::sleep(LOOK);
        }
    }

    /// Waits until the screen shows a text and stands still; gives it.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Runs a command of tmux, and gives what it says.
    pub(crate) fn tmux(&self, arguments: &[&str]) -> String {
        let Inside::Tmux { socket } = &self.inside else { panic!("no tmux") };
        run(tmux_at(socket).args(arguments))
    }

    /// The settings of the terminal before and after the program, once it has ended.
    pub(crate) fn settings(&self) -> (String, String) {
        let read = |name: &str| fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        let begun = Instant::now();
        while !self.folder.join("done").exists() {
            assert!(begun.elapsed() < PATIENCE, "the program does not end; it shows\n{}", self.text());
            std::thread::sleep(LOOK);
        }
        (read("before"), read("after"))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        match &mut self.inside {
            Inside::Tmux { socket } => drop(tmux_at(socket).arg("kill-server").output()),
            Inside::Screen { folder, .. } => {
                drop(Command::new("screen").env("SCREENDIR", folder).args(["-S", "sfv", "-X", "quit"]).output());
            }
            Inside::Xterm { server, xterm, .. } => {
                for child in [xterm, server] {
                    drop(child.kill());
                    drop(child.wait());
                }
            }
        }
    }
}

/// What runs in the terminal: the settings, the program, the settings again, and then silence.
fn script(home: &Home, folder: &Path, variables: &[(&str, &str)]) -> PathBuf {
    let set = variables.iter().map(|(name, value)| format!("export {name}='{value}'")).collect::<Vec<_>>().join("\n");
    let (program, at, home) = (env!("CARGO_BIN_EXE_sfv"), folder.display(), home.path().display());
    let text = format!(
        "export SFV_HOME='{home}' LC_ALL=C.UTF-8\nunset SFV_SERVER SFV_TOKEN SFV_TOKEN_FILE SFV_NOW SFV_CONFIG NO_COLOR COLORTERM\n{set}\n\
         echo foran\nstty -a >'{at}/before'\n'{program}' demo\necho \"slutt $?\"\nstty -a >'{at}/after'\ntouch '{at}/done'\nexec sleep 1000\n"
    );
    let path = folder.join("script.sh");
    fs::write(&path, text).expect("a file of the test");
    path
}

fn tmux(home: &Home, folder: &Path, script: &Path, (width, height): (u16, u16)) -> Inside {
    let settings = home.file(
        "tmux.conf",
        "set -g status off\nset -g set-clipboard on\nset -g default-terminal tmux-256color\nset -s escape-time 0\n",
    );
    let socket = folder.join("tmux");
    let size = [width.to_string(), height.to_string()];
    let mut command = tmux_at(&socket);
    command.env("LC_ALL", "C.UTF-8").args(["-f", &settings, "new-session", "-d", "-x", &size[0], "-y", &size[1], "sh"]);
    run(command.arg(script));
    Inside::Tmux { socket }
}

fn tmux_at(socket: &Path) -> Command {
    let mut command = Command::new("tmux");
    command.env_remove("TMUX").arg("-u").arg("-S").arg(socket);
    command
}

fn screen(home: &Home, folder: &Path, script: &Path, size: (u16, u16)) -> Inside {
    let settings = home.file("screenrc", "startup_message off\ndefutf8 on\nvbell off\naltscreen on\n");
    // Its sockets lie in a folder that only their owner reads.
    let sockets = folder.join("screens");
    fs::create_dir_all(&sockets).expect("a folder of the test");
    run(Command::new("chmod").arg("700").arg(&sockets));
    let path = script.to_str().expect("UTF-8");
    let arguments = ["-U", "-c", &settings, "-S", "sfv", "sh", path];
    let place = sockets.to_str().expect("UTF-8");
    let variables = [("SCREENDIR", place), ("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8")];
    let pty = Pty::start_program_in(Path::new("screen"), &arguments, size, &variables);
    Inside::Screen { pty: Box::new(pty), folder: sockets }
}

#[expect(clippy::zombie_processes, reason = "both are ended when what is inside is dropped; a failure ends the test")]
fn xterm(folder: &Path, script: &Path, (width, height): (u16, u16)) -> Inside {
    let number = folder.join("display");
    // The server chooses a number that is free, and writes it when it answers. Without `-noreset` it would begin anew,
    // and let an xterm fall, whenever the first look for a window is over before xterm has come.
    let place = format!(
        "exec Xvfb -displayfd 1 -screen 0 3200x1400x24 -noreset -nolisten tcp >'{}' 2>/dev/null",
        number.display()
    );
    let server = Command::new("sh").args(["-c", &place]).stdin(Stdio::null()).spawn().expect("Xvfb starts");
    let begun = Instant::now();
    let display = loop {
        let text = fs::read_to_string(&number).unwrap_or_default();
        if text.ends_with('\n') {
            break format!(":{}", text.trim());
        }
        assert!(begun.elapsed() < PATIENCE, "Xvfb does not answer");
        std::thread::sleep(LOOK);
    };
    let printed = folder.join("printed");
    let on_paper = format!("XTerm*printerCommand: cat >'{}'", printed.display());
    let xterm = Command::new("xterm")
        .env("DISPLAY", &display)
        .env("LC_ALL", "C.UTF-8")
        .args(["-u8", "-geometry", &format!("{width}x{height}"), "-xrm", &on_paper])
        .args(["-xrm", "XTerm*VT100.translations: #override Ctrl<Key>F12: print-everything()"])
        .args(["-xrm", "XTerm*printAttributes: 0", "-xrm", "XTerm*printerFormFeed: true"])
        .args(["-e", "sh"])
        .arg(script)
        .stderr(Stdio::null())
        .spawn()
        .expect("xterm starts");
    let begun = Instant::now();
    loop {
        let found = Command::new("xdotool")
            .env("DISPLAY", &display)
            .args(["search", "--onlyvisible", "--class", "xterm"])
            .output();
        let found = String::from_utf8_lossy(&found.expect("xdotool runs").stdout).trim().to_owned();
        if let Some(window) = found.lines().last() {
            // There is no manager of windows who would give it the keyboard; it cannot have it before it is shown.
            let focus =
                Command::new("xdotool").env("DISPLAY", &display).args(["windowfocus", "--sync", window]).output();
            if focus.expect("xdotool runs").status.success() {
                return Inside::Xterm { server, xterm, display, printed };
            }
        }
        assert!(begun.elapsed() < PATIENCE, "xterm shows no window");
        std::thread::sleep(LOOK);
    }
}

fn x(display: &str, arguments: &[&str]) {
    run(Command::new("xdotool").env("DISPLAY", display).args(arguments));
}

/// Runs a command that goes well, and gives what it says.
fn run(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().expect("it is installed");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines without the blanks at their ends, and without empty ones at the end.
pub(crate) fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}
