//! What is typed in the grid is on the disk at once and at the backend in one request, whatever happens meanwhile.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use statsforvalter::{
    api::{
        counts::{CountPage, CountResult, CountRow, CountsSaved},
        fault::{Fault, FaultKind},
        tasks::{Counts, TaskPage},
    },
    app::{
        layout::Size,
        model::{Model, Options},
    },
    client::{
        journal::Journal,
        scripted::{Call, Reply, Scripted},
    },
    clock::Clock,
    domain::{
        counts::{CountCase, CountOutcome},
        period::PeriodId,
        report::Reference,
        task::State,
        unit::ExtensionRule,
    },
    keys::{keymap::Keymap, spelling::script},
    text::{DEFAULT_LANGUAGE, Texts},
    tui::{input::Input, painter::Painter, program::Program, runner::Kept},
    view::{Look, theme::Theme},
};
use tempfile::TempDir;
use uuid::Uuid;

/// The loop on a scripted backend that shows a grid of three reports.
struct Stage {
    program: Program<Scripted, Vec<u8>>,
    clock: Clock,
    folder: TempDir,
}

fn row(unit: &str) -> CountRow {
    let (period, unit) = (PeriodId("2023H1".to_owned()), unit.parse().unwrap());
    let case = CountCase {
        reference: Reference::report(&period, &unit),
        unit,
        unit_name: "Enhet".to_owned(),
        period,
        version: 1,
        state: State::Open,
        three_to_six: Some(5),
        over_six: Some(0),
        ended: Some(20),
        rule: ExtensionRule::Required,
        why: None,
        letter: None,
    };
    CountRow { case, decided_by: None, draft: None, registered: None }
}

/// A queue without tasks.
fn nothing() -> TaskPage {
    TaskPage {
        rows: vec![],
        at: 0,
        total: 0,
        counts: Counts::default(),
        next: None,
        previous: None,
        views: vec![],
        progress: None,
    }
}

fn page() -> Reply {
    Reply::Counts(CountPage { rows: ["3401", "3403", "3405"].map(row).to_vec(), total: 3 })
}

fn reference(unit: &str) -> Reference {
    row(unit).case.reference
}

fn results(outcomes: &[(&str, CountOutcome)]) -> Reply {
    let result =
        |(unit, outcome): &(&str, CountOutcome)| CountResult { reference: reference(unit), outcome: outcome.clone() };
    Reply::SaveCounts(CountsSaved { results: outcomes.iter().map(result).collect() })
}

/// A backend that does not say who asks, has an empty queue, and gives the grid.
fn backend() -> Scripted {
    Scripted::new().then(Reply::Fault(Fault::new(FaultKind::Internal))).then(Reply::Tasks(nothing())).then(page())
}

impl Stage {
    async fn begin(backend: Scripted) -> Self {
        let folder = tempfile::tempdir().expect("a folder of the test");
        let now: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a moment");
        let clock = Clock::manual(now);
        let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
        let texts = Arc::new(Texts::of(DEFAULT_LANGUAGE).expect("the texts"));
        let size = Size { width: 80, height: 24 };
        let model = Model::new((texts, crate::support::guides()), now, size, options, Uuid::new_v4());
        let look = Look {
            theme: Theme::standard(true).expect("the theme"),
            keymap: Keymap::standard().expect("the keys"),
            begun: None,
        };
        let journal = Some(Journal::open(folder.path(), "test", "test").expect("a journal"));
        let program = Program::new(
            model,
            look,
            Painter::new(Vec::new(), 80, 24),
            backend,
            clock.clone(),
            Kept { journal, ..Kept::default() },
        );
        let mut stage = Self { program, clock, folder };
        stage.program.begin().expect("memory");
        stage.settle().await;
        stage
    }

    async fn settle(&mut self) {
        self.program.settle().await.expect("memory");
    }

    async fn keys(&mut self, keys: &str) {
        for key in script(keys).expect("keys of the test") {
            self.clock.advance(SignedDuration::from_millis(100));
            self.program.take(vec![Input::Key(key)]).expect("memory");
            self.settle().await;
        }
    }

    async fn wait(&mut self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
        self.program.tick().expect("memory");
        self.settle().await;
    }

    /// What was asked to be kept, request by request.
    fn kept(&self) -> Vec<Vec<(String, Option<u32>)>> {
        let calls = self.program.runner().backend().calls();
        let counts = calls.into_iter().filter_map(|call| match call {
            Call::SaveCounts(request) => Some(request.counts),
            _ => None,
        });
        counts.map(|all| all.into_iter().map(|one| (one.reference.to_string(), one.count)).collect()).collect()
    }

    fn message(&self) -> &str {
        &self.program.model.message.text
    }

    /// What a program that starts after this one was killed finds pending.
    async fn killed(self) -> Vec<(String, String)> {
        let Self { program, folder, .. } = self;
        drop(program);
        // The seat of the dead program is free as soon as its tasks are gone.
        for _ in 0..100 {
            let journal = Journal::open(folder.path(), "test", "test").expect("a journal");
            let drafts = &journal.pending().drafts;
            if !drafts.is_empty() {
                return drafts.iter().map(|(name, kept)| (name.to_string(), kept.draft.extensions.clone())).collect();
            }
            drop(journal);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Vec::new()
    }
}

fn one(unit: &str, count: Option<u32>) -> (String, Option<u32>) {
    (reference(unit).to_string(), count)
}

#[tokio::test]
async fn every_digit_is_on_the_disk_before_anything_is_sent_and_a_killed_program_loses_none() {
    let mut stage = Stage::begin(backend()).await;
    stage.keys("U2<Enter>1<Enter>4").await;
    assert_eq!(stage.kept(), Vec::<Vec<_>>::new(), "nothing was sent yet");
    let expected = [("3401", "2"), ("3403", "1"), ("3405", "4")]
        .map(|(unit, count)| (reference(unit).to_string(), count.to_owned()));
    assert_eq!(stage.killed().await, expected);
}

#[tokio::test]
async fn all_counts_go_in_one_request_a_second_later_and_then_the_disk_is_clear() {
    let saved = results(&[("3401", CountOutcome::Saved), ("3403", CountOutcome::Saved)]);
    let mut stage = Stage::begin(backend().then(saved)).await;
    stage.keys("U2<Enter>1").await;
    stage.wait(1).await;
    assert_eq!(stage.kept(), [vec![one("3401", Some(2)), one("3403", Some(1))]]);
    stage.wait(5).await;
    assert_eq!(stage.kept().len(), 1, "what is saved is not sent again");
    assert_eq!(stage.killed().await, []);
}

#[tokio::test]
async fn a_line_that_is_away_is_told_once_and_the_counts_are_sent_again_until_they_are_there() {
    let away = || Reply::Fault(Fault::new(FaultKind::Away));
    let saved = results(&[("3401", CountOutcome::Saved)]);
    let mut stage = Stage::begin(backend().then(away()).then(Reply::Tasks(nothing())).then(away()).then(saved)).await;
    stage.keys("U2<Esc>").await;
    assert!(stage.message().contains("disken"), "{}", stage.message());
    stage.wait(2).await;
    stage.wait(2).await;
    stage.wait(2).await;
    let all = stage.kept();
    assert!(all.len() >= 2 && all.iter().all(|request| *request == [one("3401", Some(2))]), "{all:?}");
}

#[tokio::test]
async fn a_count_that_is_not_stored_is_told_with_its_reason_and_stays_in_its_field() {
    let outcomes = [("3401", CountOutcome::Saved), ("3403", CountOutcome::NewerVersion { version: 2 })];
    let mut stage = Stage::begin(backend().then(results(&outcomes))).await;
    stage.keys("U2<Enter>1").await;
    stage.wait(1).await;
    assert!(
        stage.message().contains("1 antall er lagret. KHR-2023H1-3403: Det er kommet versjon 2."),
        "{}",
        stage.message()
    );
    let frame = stage.program.painter().shown();
    let screen: Vec<String> = (0..24).map(|y| (0..80).map(|x| frame[(x, y)].symbol()).collect::<String>()).collect();
    let row = screen.iter().find(|line| line.contains("> Enhet (3403)")).expect("the row");
    assert!(row.contains("[   1 ]") && row.contains("ikke lagret"), "{row}");
}

#[tokio::test]
async fn the_same_count_typed_anew_while_it_is_sent_leaves_nothing_to_wake_for() {
    let sent = results(&[("3401", CountOutcome::Saved)]);
    let mut stage = Stage::begin(backend().then(sent)).await;
    stage.keys("U1<Up>").await;
    stage.clock.advance(SignedDuration::from_secs(2));
    stage.program.tick().expect("memory");
    let again = script("1").expect("a key").remove(0);
    stage.program.take(vec![Input::Key(again)]).expect("memory");
    stage.settle().await;
    assert_eq!(stage.program.next_wake(), None, "or the program would wake without end");
    assert_eq!(stage.kept().len(), 1);
}
