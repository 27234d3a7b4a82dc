//! The whole login from the command line, and over a real ssh: the browser is on another machine.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use statsforvalter::client::memory::Memory;

use crate::{
    cli_support::Home,
    support::oidc::{Browser, CLIENT_SECRET, KNOWN, Provider},
};

const PEOPLE: &str = "[[person]]\nid = \"kari\"\nname = \"Kari Prøvesen\"\nemail = \"kari@statsforvalteren.example\"\n\
                      phone = \"\"\nrole = \"reviewer\"\noffice = \"SFIN\"\n";

/// A child that is ended with the test.
pub(crate) struct Ended(pub(crate) Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ended = self.0.kill();
        let _gone = self.0.wait();
    }
}

/// A shared backend, as an operator starts it, that trusts a provider.
struct Served {
    _child: Ended,
    url: String,
    home: Home,
}

fn serve(provider: &Provider, more: &str) -> Served {
    let home = Home::new();
    let secret = home.file("oidc-secret", format!("{CLIENT_SECRET}\n"));
    let settings = provider.settings(&format!("client_secret_file = \"{secret}\"\n{KNOWN}{more}"));
    let (login, people) = (home.file("login.toml", &settings), home.file("people.toml", PEOPLE));
    let database = home.path().join("felles.sqlite");
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--login", &login, "--people", &people, "--database"];
    let whole = [&arguments[..], &[database.to_str().expect("UTF-8")]].concat();
    let mut child = home.command(&whole).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let line: Value = serde_json::from_str(&line).expect("one line of JSON");
    Served { _child: Ended(child), url: line["listening"].as_str().expect("an address").to_owned(), home }
}

/// A login that waits in a terminal; its first line, as JSON.
fn begun(child: &mut Child) -> (Value, BufReader<ChildStdout>) {
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    (serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}")), out)
}

fn rest(mut out: BufReader<ChildStdout>) -> String {
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("text");
    rest
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    found
        .map(|entry| entry.expect("an entry").path())
        // What all homes share holds nothing of this one.
        .filter(|path| !path.is_symlink())
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn the_command_logs_in_registers_lists_revokes_and_logs_out() {
    let Some(provider) = Provider::start() else { return };
    let served = serve(&provider, "");
    let home = Home::new();
    let with = |arguments: &[&str]| home.run(&[&["--server", &served.url], arguments].concat());
    let nobody = with(&["tasks", "list"]);
    assert_eq!(nobody.code, 77, "{}", nobody.err);
    assert!(nobody.err.contains("sfv login"), "{}", nobody.err);
    let log_in = async |answer: &str| {
        let arguments = ["--server", &served.url, "login", "--no-browser", "--json"];
        let mut command = home.command(&arguments);
        let mut child = Ended(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs"));
        let (told, out) = begun(&mut child.0);
        let code = told["user_code"].as_str().expect("a code").to_owned();
        let mut browser = Browser::new();
        let page = browser.write_code(&served.url, &code).await;
        let question = browser.log_in(&page, "account=kari").await;
        browser.answer(&question, answer).await;
        (rest(out), child.0.wait().expect("it ends").code())
    };
    let (_, code) = log_in("no").await;
    assert_eq!(code, Some(77), "the person said no");
    let (out, code) = log_in("yes").await;
    assert_eq!(code, Some(0), "{out}");
    let done: Value = serde_json::from_str(&out).expect("one line of JSON");
    assert_eq!((&done["person"], &done["needs_registration"]), (&"kari".into(), &true.into()));
    // Nothing before the person has told how they are reached.
    let early = with(&["tasks", "list"]);
    assert_eq!(early.code, 77, "{}", early.err);
    assert!(early.err.contains("--set-email"), "{}", early.err);
    assert_eq!(with(&["whoami", "--set-email", "x@", "--set-phone", "000 00 001"]).code, 65);
    let me = with(&["whoami", "--set-phone", "000 00 001", "--json"]).json();
    assert_eq!((&me["phone"], &me["session"]["level"]), (&"000 00 001".into(), &"high".into()));
    assert_eq!(with(&["tasks", "list"]).code, 0);
    // The tokens lie in one file that only their owner reads.
    let files = files_below(&home.path().join("state").join("login"));
    let kept = files.iter().find(|path| path.extension().is_some_and(|end| end == "json")).expect("a file");
    assert_eq!(fs::metadata(kept).expect("a file").permissions().mode() & 0o777, 0o600);
    // Two programs at once do not burn each other's token: the file is as good as spent for both.
    let mut spent: Value = serde_json::from_str(&fs::read_to_string(kept).expect("a file")).expect("JSON");
    spent["until"] = "2020-01-01T00:00:00Z".into();
    fs::write(kept, spent.to_string()).expect("a file");
    let both: Vec<Ended> = (0..4)
        .map(|_| {
            let mut command = home.command(&["--server", &served.url, "whoami"]);
            Ended(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs"))
        })
        .collect();
    for mut one in both {
        assert_eq!(one.0.wait().expect("it ends").code(), Some(0));
    }
    let sessions = with(&["sessions", "list", "--json"]).json();
    let list = sessions["sessions"].as_array().expect("a list");
    assert_eq!(list.len(), 1, "{sessions}");
    let id = list[0]["id"].as_str().expect("an id");
    assert_eq!(with(&["sessions", "revoke", "another"]).code, 66);
    assert_eq!(with(&["sessions", "revoke", id]).code, 0);
    assert_eq!(with(&["whoami"]).code, 77, "it is revoked");
    let (_, code) = log_in("yes").await;
    assert_eq!(code, Some(0));
    let remembered = ["answers", "left"].map(|root| home.path().join(root));
    for root in &remembered {
        let lasts = SignedDuration::from_hours(1);
        Memory::open(root, &served.url, "kari", "login", lasts).keep("me", &"Kari", Timestamp::now());
        while files_below(root).is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    assert_eq!(with(&["logout"]).code, 0);
    let left: Vec<_> = remembered.iter().flat_map(|root| files_below(root)).collect();
    assert!(left.is_empty(), "whoever comes next sees nothing of it: {left:?}");
    assert_eq!(with(&["whoami"]).code, 77);
    assert_eq!(with(&["logout"]).code, 0, "once more does no harm");
    let logged = files_below(served.home.path()).into_iter().chain(files_below(&home.path().join("state")));
    for file in logged {
        let bytes = fs::read(&file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("sfv_access_") && !text.contains("sfv_refresh_"), "{}", file.display());
    }
}

#[test]
fn a_login_without_a_shared_backend_says_that_there_is_none() {
    let home = Home::new();
    let run = home.run(&["login"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("--server"), "{}", run.err);
}

/// A real ssh server on loopback, with its own configuration and keys.
pub(crate) struct Ssh {
    _server: Ended,
    folder: tempfile::TempDir,
    pub(crate) port: u16,
}

impl Ssh {
    fn start() -> Option<Self> {
        Self::start_with("AllowTcpForwarding no\nX11Forwarding no\n")
    }

    /// A server with some more lines in its configuration.
    pub(crate) fn start_with(more: &str) -> Option<Self> {
        let Some(server) = std::env::var_os("SFV_TEST_SSHD") else {
            println!("Left out: there is no ssh server (SFV_TEST_SSHD is not set; ./tests/run sets it)");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder of the test");
        let at = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
        for key in ["host", "user"] {
            let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &at(key)]).status();
            assert!(made.expect("ssh-keygen runs").success());
        }
        fs::copy(at("user.pub"), at("authorized")).expect("a file");
        let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("a port").port();
        let settings = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile {}\nStrictModes no\nUsePAM no\n\
             PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n{more}",
            at("host"),
            at("authorized"),
            at("pid"),
        );
        fs::write(at("sshd_config"), settings).expect("a file");
        let child = Command::new(server)
            .args(["-D", "-e", "-f", &at("sshd_config")])
            .stderr(Stdio::null())
            .spawn()
            .expect("the ssh server runs");
        let found = Self { _server: Ended(child), folder, port };
        for _ in 0..100 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(found);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the ssh server does not answer");
    }

    /// A command on the other side. What it is told of the world is in the command alone.
    fn command(&self, remote: &str) -> Command {
        let mut command = Command::new("ssh");
        command.args(self.options()).args(["-p", &self.port.to_string(), "127.0.0.1", remote]).stdin(Stdio::null());
        command
    }

    /// What a client is told of the server, all but its port: that is another letter for each client.
    pub(crate) fn options(&self) -> Vec<String> {
        let key = self.folder.path().join("user");
        let mut options = ["-F", "none", "-i", key.to_str().expect("UTF-8")].map(ToOwned::to_owned).to_vec();
        for option in [
            "IdentitiesOnly=yes",
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
        ] {
            options.extend(["-o".to_owned(), option.to_owned()]);
        }
        options
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_login_runs_over_ssh_with_the_browser_on_another_machine() {
    let (Some(provider), Some(ssh)) = (Provider::start(), Ssh::start()) else { return };
    let served = serve(&provider, "");
    let home = Home::new();
    let remote = |arguments: &str| {
        let program = env!("CARGO_BIN_EXE_sfv");
        format!(
            "env -u DISPLAY SFV_HOME='{}' SFV_SERVER='{}' '{program}' {arguments}",
            home.path().display(),
            served.url
        )
    };
    let run = |arguments: &str| ssh.command(&remote(arguments)).output().expect("ssh runs");
    assert_eq!(run("whoami").status.code(), Some(77));
    let mut command = ssh.command(&remote("login --no-browser --json"));
    let mut child = Ended(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ssh runs"));
    let (told, out) = begun(&mut child.0);
    let code = told["user_code"].as_str().expect("a code").to_owned();
    let end = Browser::new().allow(&served.url, &code, "kari").await;
    assert_eq!(end.heading(), "Du er logget inn");
    let out = rest(out);
    assert_eq!(child.0.wait().expect("it ends").code(), Some(0), "{out}");
    let me = run("whoami --set-phone '000 00 001' --json");
    let me: Value = serde_json::from_slice(&me.stdout).expect("one line of JSON");
    assert_eq!((&me["person"], &me["needs_registration"]), (&"kari".into(), &false.into()));
    assert_eq!(run("tasks list").status.code(), Some(0));
    assert_eq!(run("logout").status.code(), Some(0));
    assert_eq!(run("whoami").status.code(), Some(77));
}
