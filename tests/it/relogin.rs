//! Logging in again inside the open program, at a real identity provider: nothing that was typed is lost, what waited goes
//! out once, and nobody else goes on in another's screen.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
    sync::Arc,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use statsforvalter::{
    api::{fault::FaultKind, login::DEVICE_GRANT},
    app::{
        layout::Size,
        model::{
            Model, Options,
            gate::{Entry, Step},
        },
    },
    client::{
        backend::Backend as _,
        http::{Http, Patience},
        login::{
            device::Door,
            file::{Kept, Place},
            keeper::Keeper,
        },
    },
    clock::Clock,
    keys::{keymap::Keymap, spelling::script},
    text::Texts,
    tui::{input::Input, painter::Painter, program::Program, runner},
    view::{Look, theme::Theme},
};
use uuid::Uuid;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::method};

use crate::{
    cli_support::Home,
    server_world::{World, people},
    support::{
        oidc::{Browser, Provider, world_on},
        pty::Pty,
    },
};

const CASE: &str = "KHR-2023H1-3420";
const BOTH: &str = "[[identity]]\nperson = \"kari\"\nsubject = \"kari\"\n\
                    [[identity]]\nperson = \"oslo\"\nsubject = \"fremmed\"\n[times]\npoll_seconds = 1\n";

/// A backend on the wall's clock: terminals really wait between two questions.
async fn world(provider: &Provider) -> World {
    let world = world_on(provider, BOTH, people(), Clock::wall()).await;
    let (status, body) = world.submit("3420").await;
    assert_eq!(status, 201, "{body}");
    world
}

/// The code that stands on a screen.
fn code_on(screen: &str) -> Option<String> {
    let is_code = |word: &&str| {
        let letters = word.chars().filter(char::is_ascii_uppercase).count();
        word.len() == 9 && letters == 8 && word.chars().nth(4) == Some('-')
    };
    screen.split_whitespace().find(is_code).map(str::to_owned)
}

fn shown_code(pty: &Pty, before: &str) -> String {
    let screen = pty.wait_until("a code", |screen| code_on(screen).is_some_and(|code| code != before));
    code_on(&screen).expect("a code")
}

async fn allow(world: &World, code: &str, account: &str) {
    let end = Browser::new().allow(&world.running.url, code, account).await;
    assert_eq!(end.heading(), "Du er logget inn", "{end:?}");
}

/// The program on a case, after its person has logged in.
async fn open(world: &World, home: &Home) -> Pty {
    let pty = Pty::start(home, &["--server", &world.running.url, "open", CASE]);
    let code = shown_code(&pty, "");
    allow(world, &code, "kari").await;
    pty.wait_for("a godkjenn");
    pty
}

/// The logins of a person that are open.
async fn open_logins(world: &World, person: &str) -> Vec<String> {
    let (_, list) = world.get(person, "/v1/sessions").await;
    let sessions = list["sessions"].as_array().expect("a list").iter().filter(|one| one["open"] == true);
    sessions.filter_map(|one| one["id"].as_str().map(ToOwned::to_owned)).collect()
}

/// Waits until so many logins of a person are open: one that is given back goes behind the screen's back.
async fn until_open(world: &World, person: &str, count: usize) {
    for _ in 0..1000 {
        if open_logins(world, person).await.len() == count {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("never {count} logins of {person}");
}

/// Revokes every login of a person, as they would from elsewhere; gives how many were open.
async fn revoke_all(world: &World, person: &str) -> usize {
    let open = open_logins(world, person).await;
    for id in &open {
        let request = world.client.delete(format!("{}/v1/sessions/{id}", world.running.url)).bearer_auth(person);
        assert_eq!(request.send().await.expect("an answer").status(), 200);
    }
    open.len()
}

/// Confirms the return on the screen, and looks at what the backend has stored.
async fn finish(world: &World, pty: &mut Pty, comment: &str) {
    pty.escape();
    pty.confirm();
    pty.wait_for("returnert. Kan angres til");
    let case = world.case(CASE).await;
    let made: Vec<(&Value, &Value)> =
        case["decisions"].as_array().expect("decisions").iter().map(|made| (&made["kind"], &made["comment"])).collect();
    assert_eq!(made, [(&json!("return"), &json!(comment))], "made once, with every letter");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_who_is_logged_out_in_the_middle_of_a_sentence_logs_in_again_and_goes_on_there() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let home = Home::new();
    let mut pty = open(&world, &home).await;
    pty.comment("Min.kommentar");
    assert_eq!(revoke_all(&world, "kari").await, 1);
    let screen = pty.wait_for("Logget ut");
    assert!(!screen.contains("Min.kommentar") && !screen.contains(CASE), "{screen}");
    pty.wait_for(&format!("{}/login", world.running.url));
    // Nothing that is pressed here reaches the comment.
    pty.press("xyz");
    let code = shown_code(&pty, "");
    allow(&world, &code, "kari").await;
    pty.wait_for("Min.kommentar");
    pty.press(".Og.mer");
    pty.wait_for("Min.kommentar.Og.mer");
    finish(&world, &mut pty, "Min.kommentar.Og.mer").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_else_who_logs_in_does_not_go_on_in_the_screen_of_the_one_before() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let home = Home::new();
    let mut pty = open(&world, &home).await;
    pty.comment("Min.kommentar");
    revoke_all(&world, "kari").await;
    pty.wait_for("Logget ut");
    let code = shown_code(&pty, "");
    allow(&world, &code, "fremmed").await;
    let screen = pty.wait_for("logget inn, men programmet er åpnet av en annen");
    assert!(!screen.contains("Min.kommentar"), "{screen}");
    until_open(&world, "oslo", 0).await;
    pty.send("\r");
    let next = shown_code(&pty, &code);
    allow(&world, &next, "kari").await;
    pty.wait_for("Min.kommentar");
    finish(&world, &mut pty, "Min.kommentar").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_login_in_another_terminal_lets_the_open_program_go_on() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let home = Home::new();
    let mut pty = open(&world, &home).await;
    pty.comment("Min.kommentar");
    let log_in = async |account: &str| {
        let mut command = home.command(&["--server", &world.running.url, "login", "--no-browser", "--json"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        let told: Value = serde_json::from_str(&line).expect("one line of JSON");
        allow(&world, told["user_code"].as_str().expect("a code"), account).await;
        assert!(child.wait().expect("it ends").success());
    };
    // Another person on the same machine: the program does not go on with their tokens.
    log_in("fremmed").await;
    pty.wait_for("Logget ut");
    log_in("kari").await;
    pty.wait_for("Min.kommentar");
    finish(&world, &mut pty, "Min.kommentar").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_no_longer_good_is_read_anew_from_its_file() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let home = Home::new();
    let tokens = log_in(&world).await;
    let file = home.file("nøkkel", tokens["access_token"].as_str().expect("a token"));
    let mut pty = Pty::start(&home, &["--server", &world.running.url, "--token-file", &file, "open", CASE]);
    pty.wait_for("a godkjenn");
    pty.comment("Min.kommentar");
    revoke_all(&world, "kari").await;
    let screen = pty.wait_for("godtar ikke lenger innloggingsnøkkelen din");
    assert!(code_on(&screen).is_none() && !screen.contains("Min.kommentar"), "{screen}");
    pty.send("\r");
    pty.wait_for("Du er ikke logget inn");
    home.file("nøkkel", "oslo");
    pty.send("\r");
    pty.wait_for("programmet er åpnet av en annen");
    home.file("nøkkel", "kari");
    pty.send("\r");
    pty.wait_for("Min.kommentar");
    finish(&world, &mut pty, "Min.kommentar").await;
}

/// A login without a program: what the terminal has in the end.
async fn log_in(world: &World) -> Value {
    let ask = async |path: &str, fields: &[(&str, &str)]| {
        let request = world.client.post(format!("{}{path}", world.running.url)).form(fields);
        request.send().await.expect("an answer").json::<Value>().await.expect("JSON")
    };
    let told = ask("/oauth/device_authorization", &[("client_id", "sfv")]).await;
    allow(world, told["user_code"].as_str().expect("a code"), "kari").await;
    let device = told["device_code"].as_str().expect("a code");
    ask("/oauth/token", &[("grant_type", DEVICE_GRANT), ("device_code", device), ("client_id", "sfv")]).await
}

/// The program without a terminal, on a clock of its own, with a person who has logged in.
struct Desk {
    program: Program<Http, Vec<u8>>,
    clock: Clock,
    state: tempfile::TempDir,
}

/// What a new login of kari is kept as.
async fn new_login(world: &World, login: &str) -> Kept {
    let tokens = log_in(world).await;
    let text = |name: &str| tokens[name].as_str().expect("a token").to_owned();
    Kept {
        server: world.running.url.clone(),
        access_token: text("access_token"),
        refresh_token: text("refresh_token"),
        until: Timestamp::now() + SignedDuration::from_mins(15),
        login: login.to_owned(),
        person: "kari".to_owned(),
    }
}

impl Desk {
    async fn of(world: &World) -> Self {
        let (kept, state) = (new_login(world, "1").await, tempfile::tempdir().expect("a folder of the test"));
        Place::of(state.path(), &world.running.url).write(&kept).expect("a file");
        let http = Http::new(&world.running.url, "", Patience::default()).expect("an address");
        let http = http.logged_in(state.path()).expect("a door");
        http.belongs_to(&http.me().await.expect("a person").person);
        let clock = Clock::manual(Timestamp::now());
        let texts = Arc::new(Texts::of("nb").expect("the texts"));
        let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
        let size = Size { width: 80, height: 24 };
        let mut model = Model::new((texts, crate::support::guides()), clock.now(), size, options, Uuid::new_v4());
        model.watch.entry = Entry::Login;
        model.watch.lock_after = Some(SignedDuration::from_mins(15));
        model.open_first = Some(CASE.parse().expect("a reference"));
        let look = Look {
            theme: Theme::standard(true).expect("the theme"),
            keymap: Keymap::standard().expect("the keys"),
            begun: None,
        };
        let program =
            Program::new(model, look, Painter::new(Vec::new(), 80, 24), http, clock.clone(), runner::Kept::default());
        let mut desk = Self { program, clock, state };
        desk.program.begin().expect("memory");
        desk.program.settle().await.expect("memory");
        desk
    }

    async fn keys(&mut self, keys: &str) {
        for key in script(keys).expect("keys of the test") {
            self.clock.advance(SignedDuration::from_millis(300));
            self.program.take(vec![Input::Key(key)]).expect("memory");
            self.program.settle().await.expect("memory");
        }
    }

    /// Somebody presses a key at the closed gate and logs in with the code that is shown.
    async fn comes(&mut self, world: &World, account: &str) {
        self.keys("<Enter>").await;
        self.until(|step| matches!(step, Some(Step::Waiting(..)))).await;
        let code = code_on(&self.screen()).unwrap_or_else(|| panic!("{}", self.screen()));
        allow(world, &code, account).await;
    }

    /// Lets the clock run until the screen is locked.
    async fn lock(&mut self) {
        self.clock.advance(SignedDuration::from_mins(15));
        self.program.tick().expect("memory");
        self.program.settle().await.expect("memory");
        assert!(self.program.is_locked());
    }

    fn screen(&self) -> String {
        let frame = self.program.painter().shown();
        let rows = (0..frame.area.height).map(|y| (0..frame.area.width).map(|x| frame[(x, y)].symbol()).collect());
        rows.collect::<Vec<String>>().join("\n")
    }

    /// Takes in replies until the gate is as described.
    async fn until(&mut self, is: impl Fn(Option<&Step>) -> bool) {
        while !is(self.program.model.watch.gate.as_ref().map(|gate| &gate.step)) {
            let reply = tokio::time::timeout(Duration::from_secs(30), self.program.reply()).await;
            let reply = reply.unwrap_or_else(|_late| panic!("waited, but saw\n{}", self.screen()));
            self.program.take_reply(reply.expect("the runner lives")).expect("memory");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_locked_for_idleness_opens_for_its_person_after_a_new_login_and_for_nothing_else() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let mut desk = Desk::of(&world).await;
    desk.keys("rMin.tekst").await;
    assert!(desk.screen().contains("Min.tekst"), "{}", desk.screen());
    let due = desk.program.next_wake().expect("one timer");
    desk.clock.advance(SignedDuration::from_mins(15));
    desk.program.tick().expect("memory");
    desk.program.settle().await.expect("memory");
    assert!(due <= desk.clock.now() && desk.program.is_locked());
    let shown = desk.screen();
    assert!(shown.contains("Låst") && !shown.contains("Min.tekst") && !shown.contains("3420"), "{shown}");
    assert_eq!(desk.program.next_wake(), None, "a locked screen wakes for nothing");
    desk.keys("abcq<Esc>1").await;
    assert!(desk.program.is_locked() && !desk.program.has_ended());
    desk.comes(&world, "fremmed").await;
    desk.until(|step| matches!(step, Some(Step::Failed(_)))).await;
    assert!(desk.program.is_locked() && !desk.screen().contains("Min.tekst"), "{}", desk.screen());
    desk.comes(&world, "kari").await;
    desk.until(|step| step.is_none()).await;
    desk.keys(".Mer").await;
    assert!(desk.screen().contains("Min.tekst.Mer"), "{}", desk.screen());
    until_open(&world, "kari", 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_login_in_another_terminal_does_not_open_a_locked_screen() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider).await;
    let mut desk = Desk::of(&world).await;
    desk.keys("rMin.tekst").await;
    desk.lock().await;
    desk.keys("<Enter>").await;
    desk.until(|step| matches!(step, Some(Step::Waiting(..)))).await;
    let elsewhere = new_login(&world, "2").await;
    Place::of(desk.state.path(), &world.running.url).write(&elsewhere).expect("a file");
    desk.until(|step| !matches!(step, Some(Step::Waiting(..)))).await;
    assert!(desk.program.is_locked() && !desk.screen().contains("Min.tekst"), "{}", desk.screen());
    desk.comes(&world, "kari").await;
    desk.until(|step| step.is_none()).await;
    assert!(desk.screen().contains("Min.tekst"), "{}", desk.screen());
}

#[tokio::test]
async fn only_the_backend_s_own_word_that_a_login_is_over_throws_its_tokens_away() {
    let (server, state) = (MockServer::start().await, tempfile::tempdir().expect("a folder of the test"));
    let place = Place::of(state.path(), &server.uri());
    let over = Kept {
        server: server.uri(),
        access_token: "a".to_owned(),
        refresh_token: "b".to_owned(),
        until: Timestamp::UNIX_EPOCH,
        login: "1".to_owned(),
        person: "kari".to_owned(),
    };
    place.write(&over).expect("a file");
    let door = Door::new(&server.uri(), reqwest::Client::new()).expect("an address");
    let keeper = Keeper::new(state.path(), door);
    let fault = async || keeper.token().await.expect_err("no token").kind;
    let refused = r#"{"error":"invalid_grant"}"#;
    for (status, body, kind, left) in [
        (404, "<html>", FaultKind::Away, true),
        (502, "<html>", FaultKind::Away, true),
        (400, "{}", FaultKind::Away, true),
        (400, refused, FaultKind::NotLoggedIn, false),
    ] {
        server.reset().await;
        let answer = ResponseTemplate::new(status).set_body_raw(body, "application/json");
        Mock::given(method("POST")).respond_with(answer).mount(&server).await;
        assert_eq!((fault().await, place.read().is_some()), (kind, left), "{status} {body}");
    }
    let nobody_s = Kept { person: String::new(), until: Timestamp::now() + SignedDuration::from_mins(15), ..over };
    place.write(&nobody_s).expect("a file");
    assert!(keeper.token().await.is_ok(), "before it is known who the program belongs to");
    keeper.look_again();
    keeper.belongs_to("kari");
    assert_eq!(fault().await, FaultKind::NotLoggedIn, "a login of nobody knows whom");
}
