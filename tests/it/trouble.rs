//! Trouble at the screen: the real loop on a backend that times out, refuses, answers late or answers nonsense.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::json;
use statsforvalter::{
    api::{
        case::{Case, Draft},
        decide::{Continued, Decided, DecisionRequest, Saved},
        fault::{Fault, FaultKind, Stored},
        me::Me,
        reference::LetterChain,
        tasks::TaskPage,
    },
    app::{
        effect::Effect,
        layout::Size,
        model::{Model, Options, Screen},
        msg,
    },
    client::{
        journal::{Journal, Pending, PendingDecision},
        scripted::{Call, Reply, Scripted},
    },
    clock::Clock,
    domain::{
        decision::DecisionKind,
        library::{ChainLetter, Library},
        report::Reference,
        task::State,
    },
    keys::{keymap::Keymap, spelling::script},
    text::{DEFAULT_LANGUAGE, Texts},
    tui::{
        input::Input,
        painter::Painter,
        program::Program,
        runner::{Kept, Runner},
    },
    view::{Look, theme::Theme},
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::cli_support::Home;

/// The demo's first task, and one that stands behind it.
const FIRST: &str = "KHR-2023H1-3420";
/// A bit of the report screen.
const REPORT: &str = "Meldinger i alt";

/// What the demo's backend says of itself, its queue and its first cases.
struct World {
    me: Me,
    tasks: TaskPage,
    first: Case,
    second: Case,
}

/// Asked of the demo once: the answers of the scripted backend are true ones.
fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let home = Home::new();
        let tasks: TaskPage = answer(&home, &["tasks", "list"]);
        let second = tasks.rows[1].reference.to_string();
        let (first, second) = (answer(&home, &["tasks", "show", FIRST]), answer(&home, &["tasks", "show", &second]));
        World { me: me(&home), tasks, first, second }
    })
}

fn answer<T: DeserializeOwned>(home: &Home, arguments: &[&str]) -> T {
    let mut answer = home.demo(&[arguments, &["--json"]].concat()).json();
    answer.as_object_mut().expect("an object").remove("schema");
    serde_json::from_value(answer).expect("the answer of the command")
}

fn me(home: &Home) -> Me {
    let answer = home.demo(&["whoami", "--json"]).json();
    let me = answer.get("me").cloned().unwrap_or(answer);
    serde_json::from_value(me).expect("the answer of whoami")
}

fn first() -> Reference {
    FIRST.parse().expect("a reference")
}

/// The first task in a second version.
fn corrected() -> Case {
    let mut case = serde_json::to_value(&world().first).expect("JSON");
    let mut newest = case["versions"][0].clone();
    newest["version"] = json!(2);
    case["versions"].as_array_mut().expect("versions").push(newest);
    case["row"]["version"] = json!(2);
    serde_json::from_value(case).expect("a case")
}

/// The first task as a colleague approved it.
fn approved() -> Case {
    let mut case = serde_json::to_value(&world().first).expect("JSON");
    case["row"]["state"] = json!("approved");
    case["row"]["decided_by"] = json!("Ola Testerud");
    serde_json::from_value(case).expect("a case")
}

fn now() -> Timestamp {
    world().me.now
}

fn continued() -> Reply {
    Reply::Proceed(Continued { reference: first(), at: now(), recipients: vec!["Bufdir".to_owned()], four_eyes: None })
}

fn decided(kind: DecisionKind, state: State) -> Reply {
    let undo_until = now() + SignedDuration::from_secs(30);
    Reply::Decide(Decided { reference: first(), kind, state, version: 1, at: now(), undo_until, replayed: false })
}

fn saved() -> Reply {
    Reply::Save(Saved { reference: first(), draft: Draft { saved_at: Some(now()), ..Draft::default() } })
}

/// What is fetched after the first task is decided: the queue, and the next task.
fn onwards(backend: Scripted) -> Scripted {
    backend.then(Reply::Tasks(world().tasks.clone())).then(Reply::Case(world().second.clone()))
}

fn fault(kind: FaultKind) -> Reply {
    Reply::Fault(Fault::new(kind))
}

/// A backend that has said who asks, and shows the queue and then the first task.
fn opening() -> Scripted {
    let World { me, tasks, first, .. } = world();
    Scripted::new().then(Reply::Me(me.clone())).then(Reply::Tasks(tasks.clone())).then(Reply::Case(first.clone()))
}

/// The loop on a scripted backend, with a journal in a folder of the test.
struct Stage {
    program: Program<Scripted, Vec<u8>>,
    clock: Clock,
    folder: TempDir,
}

impl Stage {
    async fn begin(backend: Scripted) -> Self {
        Self::begin_in(tempfile::tempdir().expect("a folder of the test"), backend).await
    }

    /// Begins on the journal that lies in a folder.
    async fn begin_in(folder: TempDir, backend: Scripted) -> Self {
        let mut stage = Self::set(folder, backend);
        stage.program.begin().expect("memory");
        stage.settle().await;
        stage
    }

    fn set(folder: TempDir, backend: Scripted) -> Self {
        let clock = Clock::manual(now());
        let size = Size { width: 80, height: 24 };
        let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
        let texts = Arc::new(Texts::of(DEFAULT_LANGUAGE).expect("the texts"));
        let model = Model::new((texts, crate::support::guides()), clock.now(), size, options, Uuid::new_v4());
        let theme = Theme::standard(true).expect("the theme");
        let look = Look { theme, keymap: Keymap::standard().expect("the keys"), begun: None };
        let journal = Some(Self::journal(&folder));
        let program = Program::new(
            model,
            look,
            Painter::new(Vec::new(), 80, 24),
            backend,
            clock.clone(),
            Kept { journal, ..Kept::default() },
        );
        Self { program, clock, folder }
    }

    fn journal(folder: &TempDir) -> Journal {
        Journal::open(folder.path(), "test", "test").expect("a journal")
    }

    async fn settle(&mut self) {
        self.program.settle().await.expect("memory");
    }

    /// Takes keys in without waiting for any answer.
    fn press(&mut self, keys: &str) {
        for key in script(keys).expect("keys of the test") {
            self.clock.advance(SignedDuration::from_millis(300));
            self.program.take(vec![Input::Key(key)]).expect("memory");
        }
    }

    /// Takes an Enter in so many milliseconds later, with all that comes of it.
    async fn enter_after(&mut self, pause: i64) {
        self.clock.advance(SignedDuration::from_millis(pause));
        let enter = script("<Enter>").expect("a key").into_iter().map(Input::Key).collect();
        self.program.take(enter).expect("memory");
        self.settle().await;
    }

    /// Takes keys in one by one, each with all that comes of it.
    async fn keys(&mut self, keys: &str) {
        for key in script(keys).expect("keys of the test") {
            self.clock.advance(SignedDuration::from_millis(300));
            self.program.take(vec![Input::Key(key)]).expect("memory");
            self.settle().await;
        }
    }

    /// Pastes a text.
    async fn paste(&mut self, text: &str) {
        self.program.take(vec![Input::Paste(text.to_owned())]).expect("memory");
        self.settle().await;
    }

    /// Lets time go by, with what the program does meanwhile.
    async fn wait(&mut self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
        self.program.tick().expect("memory");
        self.settle().await;
    }

    fn screen(&self) -> String {
        let frame = self.program.painter().shown();
        let row = |y| (0..frame.area.width).map(|x| frame[(x, y)].symbol()).collect::<String>();
        (0..frame.area.height).map(row).map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn shows(&self, text: &str) {
        // A message may be broken into lines.
        let screen = self.screen();
        let flowing = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flowing.contains(text), "«{text}» is not on\n{screen}");
    }

    /// The keys with which decisions were sent.
    fn sent(&self) -> Vec<Uuid> {
        let calls = self.program.runner().backend().calls();
        calls.iter().filter_map(|call| if let Call::Decide(_, _, key, _) = call { Some(*key) } else { None }).collect()
    }

    /// What stands in the journal on the disk: as the next program would find it after a kill.
    fn pending(&self) -> Pending {
        let copy = tempfile::tempdir().expect("a folder of the test");
        for entry in std::fs::read_dir(self.folder.path()).expect("the folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "jsonl") {
                std::fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("a copy");
            }
        }
        Journal::open(copy.path(), "test", "test").expect("a journal").pending().clone()
    }

    fn draft_on_disk(&self) -> String {
        self.pending().drafts.get(&first()).map(|kept| kept.draft.comment.clone()).unwrap_or_default()
    }
}

#[tokio::test]
async fn a_decision_whose_answer_never_came_is_sent_again_with_the_same_key() {
    let backend = opening().then(saved()).then(continued()).then(fault(FaultKind::Unknown));
    let backend = onwards(backend.then(decided(DecisionKind::Approve, State::Approved)));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.shows("Det er ikke kjent om det ble lagret.");
    stage.shows("F5 sender det samme på nytt");
    assert_eq!(stage.pending().decisions.len(), 1, "the next start would finish it");
    stage.keys("<F5>").await;
    stage.shows("Elverum: godkjent. Kan angres til");
    let sent = stage.sent();
    assert_eq!((sent.len(), sent[0]), (2, sent[1]));
    assert!(stage.pending().is_empty());
}

#[tokio::test]
async fn the_outcome_stays_on_the_screen_when_what_comes_next_cannot_be_fetched() {
    let backend = opening().then(saved()).then(continued()).then(decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.shows("Elverum: godkjent. Kan angres til");
    stage.shows("Får ikke kontakt med tjenesten.");
    assert!(!stage.screen().contains("Ingenting er lagret"), "{}", stage.screen());
}

#[tokio::test]
async fn a_decision_that_is_given_up_is_fetched_again_to_see_how_it_stands() {
    let backend = opening().then(saved()).then(continued()).then(fault(FaultKind::Unknown));
    let mut stage = Stage::begin(backend.then(Reply::Case(approved()))).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.keys("<Esc>").await;
    stage.shows("Det er ikke kjent om avgjørelsen ble lagret.");
    assert_eq!(stage.program.runner().backend().calls().last(), Some(&Call::Case(first())));
    assert!(!stage.program.model.case.ready().expect("the case").is_open(), "it was stored after all, and is shown so");
    assert!(stage.pending().decisions.is_empty());
}

#[tokio::test]
async fn nothing_is_said_of_a_decision_that_is_still_on_its_way() {
    let backend = opening().then(saved()).then(continued());
    let backend = backend.late(Duration::from_millis(300), decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(onwards(backend)).await;
    stage.keys("<Enter>u2<Enter>a").await;
    stage.press("<Enter><Esc>q<Enter><Enter><F5>");
    stage.shows("sendes …");
    stage.settle().await;
    stage.shows("Kan angres til");
    assert_eq!(stage.sent().len(), 1);
}

#[tokio::test]
async fn a_case_that_a_colleague_was_first_to_decide_says_who_and_is_shown_as_it_stands() {
    let taken = Fault { by: Some("Ola Testerud".to_owned()), ..Fault::new(FaultKind::AlreadyDecided) };
    let backend = opening().then(saved()).then(continued()).then(Reply::Fault(taken)).then(Reply::Case(approved()));
    let mut stage = Stage::begin(backend.then(Reply::Tasks(world().tasks.clone()))).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.shows("Saken er allerede avgjort.");
    stage.shows("Ola Testerud");
    assert!(stage.program.model.dialog.is_none());
    assert!(!stage.program.model.case.ready().expect("the case").is_open());
    assert!(stage.pending().decisions.is_empty(), "nothing is sent again");
}

#[tokio::test]
async fn a_newer_version_is_told_and_shown_with_the_draft_kept() {
    let newer = Fault { version: Some(2), ..Fault::new(FaultKind::VersionChanged) };
    let backend = opening().then(saved()).then(Reply::Fault(newer)).then(Reply::Case(corrected()));
    let mut stage = Stage::begin(backend.then(Reply::Tasks(world().tasks.clone()))).await;
    stage.keys("<Enter>r").await;
    stage.paste("Rett 2E, er den 6?").await;
    stage.keys("<Esc>").await;
    stage.shows("Det er kommet en ny versjon mens du arbeidet.");
    stage.shows("versjon 2");
    assert!(stage.sent().is_empty());
    stage.keys("r").await;
    stage.shows("Rett 2E, er den 6?");
}

#[tokio::test]
async fn a_version_that_came_after_the_summary_is_not_decided_on() {
    let newer = Fault { version: Some(2), ..Fault::new(FaultKind::VersionChanged) };
    let backend = opening().then(saved()).then(continued()).then(Reply::Fault(newer)).then(Reply::Case(corrected()));
    let mut stage = Stage::begin(backend.then(Reply::Tasks(world().tasks.clone()))).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.shows("Utkastet ditt er beholdt.");
    stage.keys("u").await;
    stage.shows("[ 2 ]");
    assert_eq!(stage.program.model.case.ready().expect("the case").case.row().version, 2);
    assert!(stage.pending().decisions.is_empty());
}

#[tokio::test]
async fn a_login_that_ends_in_the_middle_of_typing_keeps_the_text_on_the_screen_and_on_the_disk() {
    let backend = (0..20).fold(opening(), |backend, _| backend.then(fault(FaultKind::NotLoggedIn)));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>r").await;
    stage.paste("Halvferdig tekst").await;
    stage.wait(2).await;
    stage.shows("Logget ut");
    stage.shows("Alt du har skrevet");
    assert_eq!(stage.program.next_wake(), None, "nothing is sent that would be refused");
    stage.keys(" xyz<Esc>").await;
    stage.shows("Logget ut");
    let open = stage.program.model.case.ready().expect("the case is where it was");
    assert_eq!(open.draft.comment, "Halvferdig tekst");
    assert_eq!(stage.draft_on_disk(), "Halvferdig tekst", "the next start brings it to the backend");
}

#[tokio::test]
async fn an_answer_that_comes_after_the_case_was_left_is_dropped() {
    let World { me, tasks, first: one, second } = world();
    let backend = Scripted::new().then(Reply::Me(me.clone())).then(Reply::Tasks(tasks.clone()));
    let backend = backend.late(Duration::from_millis(300), Reply::Case(one.clone()));
    let backend = backend.then(Reply::Tasks(tasks.clone())).then(Reply::Case(second.clone()));
    let mut stage = Stage::begin(backend).await;
    stage.press("<Enter>");
    tokio::time::sleep(Duration::from_millis(20)).await;
    stage.press("<Esc>");
    tokio::time::sleep(Duration::from_millis(20)).await;
    stage.press("<Down><Enter>");
    stage.settle().await;
    assert_eq!(stage.program.model.case.reference(), Some(second.reference()), "{}", stage.screen());
    assert!(matches!(stage.program.model.screen, Screen::Case(_)));
    stage.shows(second.reference().as_str());
}

#[tokio::test]
async fn the_page_of_letters_has_those_of_the_backend_and_says_whose_they_are() {
    let library = Library::embedded().expect("the files parse");
    let (built_in, to_letters) = (library.letters, "<Down>".repeat(1 + library.links.len()));
    let mut letters = built_in.clone();
    let added = "2024/70001-3".to_owned();
    letters.push(ChainLetter { number: added.clone(), subject: "Prøve\u{1b}brev".to_owned(), ..built_in[0].clone() });
    let chain = LetterChain { letters, added: vec![added] };
    let backend = opening().late(Duration::from_millis(300), Reply::Letters(chain)).then(fault(FaultKind::Away));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>").await;
    stage.press(&format!("L{to_letters}"));
    stage.shows("Tjenesten blir spurt om den har flere");
    stage.settle().await;
    stage.shows("6 innebygde og 1 lagt til");
    stage.keys("<End>").await;
    stage.shows("2024/70001-3");
    stage.shows("(lagt til av en administrator)");
    stage.keys(&format!("<Esc>L{to_letters}")).await;
    stage.shows("Bare de som er innebygd. Tjenesten svarte ikke");
    stage.keys("<End>").await;
    assert!(!stage.screen().contains("2024/70001-3"), "{}", stage.screen());
}

#[tokio::test]
async fn of_several_moves_of_a_deadline_the_one_that_was_asked_for_last_stands_at_the_head() {
    let mut moved = world().me.clone();
    let period = moved.period.as_mut().expect("a period");
    period.office_deadline = period.office_deadline.tomorrow().expect("a day");
    let deadline = period.office_deadline;
    // The answer to the earlier question is on its way for longer.
    let backend = Scripted::new().late(Duration::from_millis(200), Reply::Me(world().me.clone()));
    let (runner, mut arrived) = Runner::start(backend.then(Reply::Me(moved)), Clock::wall(), Kept::default());
    runner.perform(Effect::FetchMe);
    tokio::time::sleep(Duration::from_millis(50)).await;
    runner.perform(Effect::FetchMe);
    let first = arrived.recv().await;
    let Some(msg::Reply::Me(Ok(me))) = first else { panic!("{first:?}") };
    assert_eq!(me.period.expect("a period").office_deadline, deadline);
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(arrived.try_recv().is_err(), "the older answer is not told any more");
    assert!(runner.is_idle());
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_told_and_can_be_asked_for_again() {
    let World { me, tasks, first, .. } = world();
    let backend = Scripted::new().then(Reply::Me(me.clone())).then(Reply::Tasks(tasks.clone()));
    let mut stage = Stage::begin(backend.then(Reply::Me(me.clone())).then(Reply::Case(first.clone()))).await;
    stage.keys("<Enter>").await;
    stage.shows("Tjenesten svarte noe programmet ikke forstår.");
    stage.keys("<F5>").await;
    stage.shows(REPORT);
}

#[tokio::test]
async fn a_decision_answered_with_nonsense_may_have_been_stored_and_goes_again_with_the_same_key() {
    let garbled = Fault { stored: Stored::Unknown, ..Fault::new(FaultKind::Garbled) };
    let backend = opening().then(saved()).then(continued()).then(Reply::Fault(garbled));
    let backend = backend.then(decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>a<Enter>").await;
    stage.shows("Tjenesten svarte noe programmet ikke forstår.");
    assert!(!stage.screen().contains("Ingenting er lagret"), "{}", stage.screen());
    assert_eq!(stage.pending().decisions.len(), 1);
    stage.keys("<F5>").await;
    let sent = stage.sent();
    assert_eq!((sent.len(), sent[0]), (2, sent[1]));
}

#[tokio::test]
async fn an_enter_pressed_while_the_check_is_slow_confirms_once_when_it_is_checked() {
    let backend = opening().then(saved()).late(Duration::from_millis(300), continued());
    let backend = backend.then(decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(onwards(backend)).await;
    stage.keys("<Enter>u2<Enter>").await;
    stage.press("a<Enter><Enter>");
    stage.shows("sendes så snart tjenesten har svart");
    assert!(stage.sent().is_empty());
    stage.settle().await;
    stage.shows("Elverum: godkjent. Kan angres til");
    assert_eq!(stage.sent().len(), 1);
}

#[tokio::test]
async fn an_enter_pressed_while_the_check_is_slow_sends_nothing_when_the_check_fails() {
    let backend = opening().then(saved());
    let backend = backend.late(Duration::from_millis(200), fault(FaultKind::Away)).then(continued());
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>").await;
    stage.press("a<Enter>");
    stage.settle().await;
    stage.shows("Får ikke kontakt med tjenesten.");
    let enter = script("<Enter>").expect("a key").into_iter().map(Input::Key).collect();
    stage.program.take(enter).expect("memory");
    assert!(stage.sent().is_empty(), "an Enter on a failed check sends nothing");
    assert!(stage.pending().decisions.is_empty(), "and at once it keeps nothing to be sent either");
    stage.keys("<F5>").await;
    stage.shows("trykk Enter");
}

#[tokio::test]
async fn an_enter_that_comes_at_once_after_the_summary_does_not_confirm() {
    let backend = opening().then(saved()).then(continued()).then(decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>a").await;
    stage.enter_after(200).await;
    stage.shows("Enter kom for fort");
    assert!(stage.sent().is_empty());
    stage.clock.advance(SignedDuration::from_secs(1));
    stage.keys("<Enter>").await;
    assert_eq!(stage.sent().len(), 1);
}

#[tokio::test]
async fn an_enter_that_is_held_down_does_not_confirm_however_long_and_one_after_a_rest_does() {
    let backend = opening().then(saved()).then(continued()).then(decided(DecisionKind::Approve, State::Approved));
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>u2<Enter>a").await;
    // A key that is held repeats itself after half a second, and then thirty times in one.
    for pause in [200, 500].into_iter().chain([33; 90]) {
        stage.enter_after(pause).await;
    }
    stage.shows("Enter kom for fort");
    assert!(stage.sent().is_empty());
    stage.clock.advance(SignedDuration::from_secs(1));
    stage.keys("<Enter>").await;
    assert_eq!(stage.sent().len(), 1);
}

#[tokio::test]
async fn a_queue_that_could_not_be_fetched_says_why_and_comes_with_f5() {
    let World { me, tasks, .. } = world();
    let backend = Scripted::new().then(Reply::Me(me.clone())).then(fault(FaultKind::Away));
    let mut stage = Stage::begin(backend.then(Reply::Tasks(tasks.clone()))).await;
    stage.shows("Kunne ikke hente oppgavene.");
    stage.shows("Får ikke kontakt med tjenesten.");
    stage.keys("<F5>").await;
    stage.shows(FIRST);
    assert!(!stage.screen().contains("Kunne ikke hente"), "{}", stage.screen());
}

#[tokio::test]
async fn a_program_that_knows_nobody_yet_asks_again_with_f5() {
    let World { me, tasks, .. } = world();
    let backend = Scripted::new().then(fault(FaultKind::Away)).then(fault(FaultKind::Away));
    let mut stage = Stage::begin(backend.then(Reply::Me(me.clone())).then(Reply::Tasks(tasks.clone()))).await;
    stage.keys("<F5>").await;
    stage.shows(FIRST);
    stage.shows(&me.name);
}

#[tokio::test]
async fn what_is_typed_while_an_older_draft_waits_to_be_saved_stays_on_the_disk() {
    let slow = Duration::from_millis(200);
    let backend = opening().late(slow, saved()).then(saved()).then(continued());
    let mut stage = Stage::begin(backend).await;
    stage.keys("<Enter>").await;
    stage.press("u2<Enter>rHei<Esc>");
    stage.press("<Esc>r du");
    stage.settle().await;
    let saves = stage.program.runner().backend().calls();
    assert_eq!(
        saves.iter().filter(|call| matches!(call, Call::Save(..))).count(),
        2,
        "the last words are not sent yet"
    );
    assert_eq!(stage.draft_on_disk(), "Hei du");
}

#[tokio::test]
async fn a_decision_left_from_last_time_is_sent_again_with_its_own_key() {
    let World { me, tasks, .. } = world();
    let folder = tempfile::tempdir().expect("a folder of the test");
    let mut first = Stage::begin(opening_with_unknown()).await;
    first.keys("<Enter>u2<Enter>a<Enter>").await;
    let key = first.sent()[0];
    for entry in std::fs::read_dir(first.folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("a copy");
    }
    drop(first);
    // What was left is asked first: the task that sends changes was there before the first question.
    let backend = Scripted::new().then(decided(DecisionKind::Approve, State::Approved)).then(Reply::Me(me.clone()));
    let backend = backend.then(Reply::Tasks(tasks.clone())).then(Reply::Tasks(tasks.clone()));
    let next = Stage::begin_in(folder, backend).await;
    assert_eq!(next.sent(), [key]);
    next.shows("Fullført fra sist: KHR-2023H1-3420");
    assert!(next.pending().is_empty());
}

#[tokio::test]
async fn the_first_of_several_decisions_is_told_though_the_line_fails_at_the_next() {
    let World { me, tasks, .. } = world();
    let folder = tempfile::tempdir().expect("a folder of the test");
    let mut journal = Stage::journal(&folder);
    let decision: DecisionRequest =
        serde_json::from_value(json!({ "kind": "approve", "extensions": 2 })).expect("a decision");
    for reference in ["KHR-2023H1-3420", "KHR-2023H1-3413"] {
        let reference = reference.parse().expect("a reference");
        let (key, decision) = (Uuid::new_v4(), decision.clone());
        let entry = PendingDecision { key, reference, version: 1, decision, at: now(), unsent: false };
        journal.decision(entry).expect("written");
    }
    drop(journal);
    let backend = Scripted::new().then(decided(DecisionKind::Approve, State::Approved));
    let backend = backend.then(Reply::Me(me.clone())).then(Reply::Tasks(tasks.clone())).then(fault(FaultKind::Away));
    let next = Stage::begin_in(folder, backend).await;
    next.shows("Fullført fra sist: KHR-2023H1-3420");
    assert_eq!(next.pending().decisions.len(), 1);
}

fn opening_with_unknown() -> Scripted {
    opening().then(saved()).then(continued()).then(fault(FaultKind::Unknown))
}

#[tokio::test]
async fn a_case_opens_with_the_words_from_last_time_however_slow_the_backend_takes_them() {
    let World { me, tasks, first: case, .. } = world();
    let folder = tempfile::tempdir().expect("a folder of the test");
    let draft = Draft { comment: "Fra sist".to_owned(), version: 1, ..Draft::default() };
    Stage::journal(&folder).draft(&first(), &draft, now()).expect("written");
    let mut with_draft = serde_json::to_value(case).expect("JSON");
    with_draft["draft"] = serde_json::to_value(&draft).expect("JSON");
    let with_draft: Case = serde_json::from_value(with_draft).expect("a case");
    let backend = Scripted::new().late(Duration::from_millis(200), saved()).then(Reply::Me(me.clone()));
    let backend = backend.then(Reply::Tasks(tasks.clone()));
    let backend = (0..3).fold(backend, |backend, _| backend.then(Reply::Case(with_draft.clone())));
    let mut stage = Stage::set(folder, backend);
    stage.program.begin().expect("memory");
    while stage.program.model.queue.rows.is_empty() {
        let reply = stage.program.reply().await.expect("a reply");
        stage.program.take_reply(reply).expect("memory");
    }
    stage.press("<Enter>");
    tokio::time::sleep(Duration::from_millis(50)).await;
    let calls = stage.program.runner().backend().calls();
    assert!(!calls.iter().any(|call| matches!(call, Call::Case(_))), "not asked for too early: {calls:?}");
    stage.settle().await;
    stage.keys("r").await;
    stage.shows("Fra sist");
    assert!(stage.pending().is_empty());
}

/// The first task in a second version with other figures at two points.
fn changed() -> Case {
    let mut case = serde_json::to_value(corrected()).expect("JSON");
    let values = case["versions"][1]["values"].as_object_mut().expect("figures");
    for (key, figure) in [("us_inntil_3m", 901), ("us_3_6m", 902)] {
        values.insert(key.to_owned(), json!(figure));
    }
    serde_json::from_value(case).expect("a case")
}

/// The program on the first task with a draft of it, and then on a newer version with other figures.
async fn at_conflict() -> Stage {
    let newer = Fault { version: Some(2), ..Fault::new(FaultKind::VersionChanged) };
    let backend = opening().then(saved()).then(Reply::Fault(newer)).then(Reply::Case(changed()));
    let mut stage = Stage::begin(backend.then(Reply::Tasks(world().tasks.clone())).then(saved())).await;
    stage.keys("<Enter>r").await;
    stage.paste("Rett 2E, er den 6?").await;
    stage.keys("<Esc>").await;
    stage
}

#[tokio::test]
async fn a_newer_version_stands_point_by_point_against_the_draft_and_only_where_it_differs() {
    let stage = at_conflict().await;
    stage.shows("Ny versjon mot utkastet ditt");
    stage.shows("Rett 2E, er den 6?");
    stage.shows("2 punkter har et annet tall");
    stage.shows("Nytt, versjon 2: 901");
    stage.shows("Før, versjon 1:");
    stage.shows("Ditt: nevnt i kommentaren");
    assert!(stage.sent().is_empty());
}

#[tokio::test]
async fn who_goes_on_with_the_new_version_keeps_the_draft_on_it_and_who_does_not_is_back_in_the_queue() {
    let mut stage = at_conflict().await;
    stage.keys("<Enter>").await;
    let open = stage.program.model.case.ready().expect("the case");
    assert_eq!((open.case.row().version, open.draft.version), (2, 2));
    assert_eq!(open.draft.comment, "Rett 2E, er den 6?");
    stage.wait(2).await;
    assert_eq!(stage.draft_on_disk(), "", "the draft is at the backend, on the new version");
    let mut stage = at_conflict().await;
    stage.keys("a").await;
    stage.shows("Ny versjon mot utkastet ditt");
    stage.keys("<Esc>").await;
    stage.shows("Åpne oppgaver");
    assert!(stage.sent().is_empty());
}
