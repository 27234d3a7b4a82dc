//! A real mail server on loopback (aiosmtpd, which `tests/setup/mail.sh` installs), told what to do by a file.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;
use tokio::net::TcpSocket;

pub(crate) const USER: &str = "sfv";
pub(crate) const PASSWORD: &str = "hemmelig ord";

/// Where the server and its certificates lie; none where they are not installed.
pub(crate) fn installed() -> Option<PathBuf> {
    let found = env::var_os("SFV_TEST_MAIL").map(PathBuf::from);
    if found.is_none() {
        println!("left out: no mail server (SFV_TEST_MAIL is not set; tests/run installs one)");
    }
    found
}

pub(crate) struct MailServer {
    child: Option<Child>,
    installed: PathBuf,
    wrapped: bool,
    pub(crate) folder: TempDir,
    pub(crate) port: u16,
    /// Holds the port while the server is away, without listening: else a server of another test may be given it.
    held: Option<TcpSocket>,
}

impl MailServer {
    pub(crate) fn start(installed: &Path, wrapped: bool) -> Self {
        let folder = TempDir::new().unwrap();
        let mut server = Self { child: None, installed: installed.to_owned(), wrapped, folder, port: 0, held: None };
        server.go_on();
        server
    }

    /// Starts it at the port it had.
    pub(crate) fn go_on(&mut self) {
        self.held = None;
        let of = |name: &str| self.installed.join(name);
        let mut command = Command::new(of("venv/bin/python"));
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/mail/server.py"));
        command.arg("--folder").arg(self.folder.path()).args(["--port", &self.port.to_string()]);
        command.arg("--certificate").arg(of("server.pem")).arg("--key").arg(of("server.key"));
        command.args(["--user", USER, "--password", PASSWORD]);
        if self.wrapped {
            command.arg("--wrapped");
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: serde_json::Value = serde_json::from_str(&line).unwrap();
        self.port = told["port"].as_u64().unwrap().try_into().unwrap();
        self.child = Some(child);
    }

    pub(crate) fn go_away(&mut self) {
        if self.kill() {
            let socket = TcpSocket::new_v4().unwrap();
            socket.set_reuseaddr(true).unwrap();
            socket.bind((Ipv4Addr::LOCALHOST, self.port).into()).unwrap();
            self.held = Some(socket);
        }
    }

    fn kill(&mut self) -> bool {
        let child = self.child.take();
        child.is_some_and(|mut child| child.kill().is_ok() && child.wait().is_ok())
    }

    /// What it shall do from now on; see the server.
    pub(crate) fn how(&self, word: &str) {
        fs::write(self.folder.path().join("how"), word).unwrap();
    }

    /// The mails it has taken, in order.
    pub(crate) fn mails(&self) -> Vec<String> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
        files.sort();
        files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    /// The table that leads to it, trusting an authority.
    pub(crate) fn table(&self, authority: &str) -> String {
        let password = self.folder.path().join("password");
        fs::write(&password, format!("{PASSWORD}\n")).unwrap();
        format!(
            "[mail]\nserver = \"localhost\"\nport = {}\ntls = \"{}\"\nuser = \"{USER}\"\npassword_file = \"{}\"\n\
             sender = \"noreply@statsforvalteren.example\"\nca_file = \"{}\"\n",
            self.port,
            if self.wrapped { "tls" } else { "starttls" },
            password.display(),
            self.installed.join(authority).display(),
        )
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.kill();
    }
}
