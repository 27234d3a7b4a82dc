//! The program behind a forced command of OpenSSH (`config/sshd/sfv.conf`): the queue is all there is, and no way leads from it
//! to a shell, a file or another machine.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    cli_support::Home,
    login_ssh::{Ended, Ssh},
    support::{backend::Backend, pty::Pty},
};

/// The configuration that operators start from.
const SHIPPED: &str = include_str!("../../config/sshd/sfv.conf");
/// The demo's first task.
const FIRST: &str = "KHR-2023H1-3420";
/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// A backend, and a server that lets people to it by the configuration that is shipped.
struct Closed {
    home: Home,
    _backend: Backend,
    ssh: Ssh,
}

impl Closed {
    fn start() -> Option<Self> {
        let home = Home::new();
        let backend = Backend::start(&home, &[]);
        let program = env!("CARGO_BIN_EXE_sfv");
        let editor = home.file("editor.sh", "#!/bin/sh\ntouch \"$(dirname \"$0\")/editor-kjort\"\n");
        let command = format!(
            "/usr/bin/env SFV_HOME={} VISUAL='sh {editor}' {program} --closed --server {} --token-file {}",
            home.path().display(),
            backend.url,
            backend.token_file
        );
        let user = Command::new("id").arg("-un").output().expect("id runs").stdout;
        let user = String::from_utf8(user).expect("UTF-8");
        let settings = SHIPPED
            .replace("Match Group sfv", &format!("Match User {}", user.trim()))
            .replace("/usr/local/bin/sfv --closed --server https://sfv.embete.example", &command);
        assert!(settings.contains(&command), "the example forces the command");
        // Everything is open but for those whom the example closes in.
        let open = "AllowTcpForwarding yes\nX11Forwarding yes\nAllowAgentForwarding yes\nPermitUserRC yes\nSubsystem sftp internal-sftp\n";
        let ssh = Ssh::start_with(&format!("{open}{settings}\n"))?;
        Some(Self { home, _backend: backend, ssh })
    }

    /// A client with some more options, and what it asks the other side to run.
    fn client(&self, program: &str, more: &[&str], remote: &[&str]) -> Command {
        let mut command = Command::new(program);
        let port = if program == "ssh" { "-p" } else { "-P" };
        command.args(self.ssh.options()).args([port, &self.ssh.port.to_string()]).args(more).args(remote);
        command.stdin(Stdio::null());
        command
    }

    /// A session in a terminal, with something in the environment of the client.
    fn session(&self, more: &[&str], variables: &[(&str, &str)]) -> Pty {
        let options = self.ssh.options();
        let port = self.ssh.port.to_string();
        let mut arguments: Vec<&str> = options.iter().map(String::as_str).collect();
        arguments.extend(["-tt", "-p", &port]);
        arguments.extend(more);
        arguments.push("127.0.0.1");
        let variables = [&[("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8")], variables].concat();
        Pty::start_program(Path::new("ssh"), &arguments, &variables)
    }

    /// The number of the program's process on the other side, which works on the home of this test.
    fn program(&self) -> Option<u32> {
        let mark = format!("SFV_HOME={}", self.home.path().display());
        let processes = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
        processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).find(|process| {
            let words = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
            environment(*process).contains(&mark)
                && words.starts_with(env!("CARGO_BIN_EXE_sfv").as_bytes())
                && String::from_utf8_lossy(&words).contains("--closed")
        })
    }
}

/// The environment of a process, one variable a line.
fn environment(process: u32) -> String {
    String::from_utf8_lossy(&fs::read(format!("/proc/{process}/environ")).unwrap_or_default()).replace('\0', "\n")
}

#[test]
fn behind_a_forced_command_a_session_is_the_queue_and_nothing_leads_out_of_it() {
    let Some(closed) = Closed::start() else { return };
    let mut pty = closed.session(&[], &[]);
    pty.wait_for("Enter åpne");
    // Nobody is left with a program that sleeps.
    pty.send("\x1a");
    pty.wait_for("slått av her");
    pty.clean_reports(FIRST);
    pty.press("U");
    pty.wait_for("Antall");
    pty.press("i");
    pty.wait_for("slått av her");
    pty.escape();
    pty.wait_for("Enter åpne");
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.press("r");
    pty.wait_for("Esc eller F2: ferdig");
    pty.send("\x1bOS");
    pty.wait_for("slått av her");
    assert!(!closed.home.path().join("editor-kjort").exists(), "no editor was started");
    pty.press("Hei");
    pty.wait_for("Hei");
}

#[test]
fn behind_a_forced_command_no_other_command_and_no_file_is_to_be_had() {
    let Some(closed) = Closed::start() else { return };
    for remote in [&["sh", "-c", "echo INNE"][..], &["cat", "/etc/passwd"], &["sfv", "tasks", "list; echo INNE"]] {
        let output = closed.client("ssh", &["127.0.0.1"], remote).output().expect("ssh runs");
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(!text.contains("INNE") && !text.contains("root:") && text.contains(FIRST), "{remote:?}: {text}");
    }
    let taken = closed.home.path().join("tatt");
    let place = taken.to_str().expect("UTF-8");
    for old in [&["-O"][..], &[]] {
        let output = closed.client("scp", old, &["127.0.0.1:/etc/passwd", place]).output().expect("scp runs");
        assert!(!output.status.success() && !taken.exists(), "{old:?}");
    }
    let batch = closed.home.file("sftp", format!("get /etc/passwd {place}\n"));
    let output = closed.client("sftp", &["-b", &batch], &["127.0.0.1"]).output().expect("sftp runs");
    assert!(!output.status.success() && !taken.exists());
}

#[test]
fn behind_a_forced_command_nothing_is_forwarded_in_any_direction() {
    let Some(closed) = Closed::start() else { return };
    let secret = TcpListener::bind("127.0.0.1:0").expect("a port");
    let behind = secret.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = secret.accept() {
            drop(stream.write_all(b"HEMMELIG"));
        }
    });
    let mut direct = closed.client("ssh", &["-W", &behind], &["127.0.0.1"]);
    let output = direct.output().expect("ssh runs");
    assert!(!output.status.success() && !String::from_utf8_lossy(&output.stdout).contains("HEMMELIG"));
    let free = || TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let here = free();
    let forward = format!("127.0.0.1:{here}:{behind}");
    let _forwarding = Ended(closed.client("ssh", &["-N", "-L", &forward], &["127.0.0.1"]).spawn().expect("ssh runs"));
    let begun = Instant::now();
    let mut near = loop {
        match TcpStream::connect(("127.0.0.1", here)) {
            Ok(stream) => break stream,
            Err(_) => assert!(begun.elapsed() < PATIENCE, "ssh listens"),
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    let mut heard = String::new();
    drop(near.read_to_string(&mut heard));
    assert_eq!(heard, "", "-L carries nothing");
    let back = format!("127.0.0.1:{}:{behind}", free());
    let output = closed
        .client("ssh", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", &back], &["127.0.0.1"])
        .output()
        .expect("ssh runs");
    assert!(!output.status.success(), "-R is refused");
    let socket = closed.home.path().join("sokkel");
    let back = format!("{}:{behind}", socket.display());
    let output = closed
        .client("ssh", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", &back], &["127.0.0.1"])
        .output()
        .expect("ssh runs");
    assert!(!output.status.success() && !socket.exists(), "-R of a socket is refused");
}

#[test]
fn behind_a_forced_command_neither_agent_nor_display_nor_variables_come_along_but_the_language_does() {
    let Some(closed) = Closed::start() else { return };
    let agent = closed.home.path().join("agent");
    let place = agent.to_str().expect("UTF-8").to_owned();
    let _agent = Ended(
        Command::new("ssh-agent").args(["-D", "-a", &place]).stdout(Stdio::null()).spawn().expect("ssh-agent runs"),
    );
    let begun = Instant::now();
    while !agent.exists() {
        assert!(begun.elapsed() < PATIENCE, "the agent answers");
        std::thread::sleep(Duration::from_millis(20));
    }
    let variables = [
        ("SSH_AUTH_SOCK", place.as_str()),
        ("DISPLAY", ":9"),
        ("SFV_NOW", "2020-01-01T00:00"),
        ("LANG", "nb_NO.UTF-8"),
    ];
    let send = ["-A", "-X", "-o", "SendEnv=SFV_NOW", "-o", "SendEnv=LANG LC_ALL", "-o", "SetEnv=EDITOR=/bin/sh"];
    let pty = closed.session(&send, &variables);
    pty.wait_for("Enter åpne");
    let process = closed.program().expect("the program runs");
    let environment = environment(process);
    for refused in ["SSH_AUTH_SOCK=", "DISPLAY=", "SFV_NOW=", "EDITOR="] {
        assert!(!environment.lines().any(|line| line.starts_with(refused)), "{refused}");
    }
    assert!(environment.contains("LANG=nb_NO.UTF-8"), "{environment}");
}

#[test]
fn a_line_that_is_closed_ends_the_program_behind_it_and_keeps_the_half_written_comment() {
    let Some(closed) = Closed::start() else { return };
    let mut pty = closed.session(&[], &[]);
    pty.clean_reports(FIRST);
    pty.send("\r");
    pty.wait_for("a godkjenn");
    pty.comment("Halvferdig setning om 2E");
    let process = closed.program().expect("the program runs");
    pty.signal("KILL");
    let begun = Instant::now();
    while Path::new(&format!("/proc/{process}")).exists() {
        assert!(begun.elapsed() < PATIENCE, "the program ends with its line");
        std::thread::sleep(Duration::from_millis(50));
    }
    let mut next = closed.session(&[], &[]);
    next.clean_reports(FIRST);
    next.send("\r");
    next.wait_for("a godkjenn");
    next.press("r");
    next.wait_for("Halvferdig setning om 2E");
}

#[test]
fn a_character_set_that_has_no_place_for_our_letters_is_told_at_the_start() {
    let home = Home::new();
    let pty = Pty::start_in(&home, &["demo"], (80, 24), &[("LC_ALL", "nb_NO.ISO-8859-1")]);
    pty.wait_for("ikke UTF-8");
    let well = Pty::start_in(&home, &["demo"], (80, 24), &[("LC_ALL", "nb_NO.UTF-8")]);
    well.wait_for("Enter åpne");
    assert!(!well.screen().contains("UTF-8"));
}
