//! The state machine alone: messages in, effects and the model out.

use std::sync::{Arc, OnceLock};

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use statsforvalter::{
    api::{
        case::{Case, Draft},
        change::{Change, ChangeKind},
        decide::{Continued, Decided, Saved},
        fault::{Fault, FaultKind},
        me::Me,
        tasks::TaskPage,
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout::Size,
        model::{
            Model, Options, Screen, Tone, Undo, Undoable,
            dialog::{Dialog, Stage},
            gate::Call,
        },
        msg::{Msg, Recovery, Reply, Typed},
        update,
    },
    domain::{
        decision::DecisionKind,
        person::Role,
        refusal::{Refusal, TogetherFault},
        report::Reference,
        task::State,
    },
    text::Texts,
};
use uuid::Uuid;

use crate::cli_support::Home;

const FIRST: &str = "KHR-2023H1-3420";
const SECOND: &str = "KHR-2023H1-3446";

/// What the demo answers, asked once for all tests.
struct Answers {
    me: Me,
    page: TaskPage,
    first: Case,
    second: Case,
}

fn answers() -> &'static Answers {
    static ANSWERS: OnceLock<Answers> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        let home = Home::new();
        let ask = |arguments: &[&str]| home.demo(&[arguments, &["--json"]].concat()).json();
        let read = |value: Value| serde_json::from_value(value).unwrap_or_else(|error| panic!("{error}"));
        Answers {
            me: serde_json::from_value(ask(&["whoami"])).unwrap_or_else(|error| panic!("{error}")),
            page: serde_json::from_value(ask(&["tasks", "list"])).unwrap_or_else(|error| panic!("{error}")),
            first: read(ask(&["tasks", "show", FIRST])),
            second: read(ask(&["tasks", "show", SECOND])),
        }
    })
}

/// A program under a test's hands.
struct Hands {
    model: Model,
    now: Timestamp,
}

impl Hands {
    /// A program with the queue on its screen.
    fn new() -> Self {
        let texts = Arc::new(Texts::of("nb").expect("the texts of the program"));
        let now: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
        let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
        let model = Model::new(
            (texts, crate::support::guides()),
            now,
            Size { width: 80, height: 24 },
            options,
            Uuid::from_u128(1),
        );
        let mut hands = Self { model, now };
        let effects = update::begin(&mut hands.model);
        hands.reply(Reply::Me(Ok(answers().me.clone())));
        let page = Ok(answers().page.clone());
        hands.reply(Reply::Tasks(list_ticket(&effects), ListKind::Queue, page));
        hands
    }

    /// A program with the first report on its screen.
    fn at_first() -> Self {
        let mut hands = Self::new();
        let effects = hands.wants(Command::Open);
        hands.reply(Reply::Case(case_ticket(&effects), Ok(answers().first.clone())));
        hands
    }

    /// A program with the summary of an approval on its screen, and the request that checks it.
    fn at_summary() -> (Self, Ticket) {
        let mut hands = Self::at_first();
        hands.wants(Command::Extensions);
        hands.types("2");
        hands.wants(Command::Done);
        let effects = hands.wants(Command::Approve);
        let ticket = effects.iter().find_map(|effect| match effect {
            Effect::Continue(ticket, ..) => Some(*ticket),
            _ => None,
        });
        (hands, ticket.expect("the decision is checked"))
    }

    fn wants(&mut self, command: Command) -> Vec<Effect> {
        self.now += SignedDuration::from_millis(300);
        self.wants_at_once(command)
    }

    fn wants_at_once(&mut self, command: Command) -> Vec<Effect> {
        update::update(&mut self.model, Msg::Wanted(command, self.now))
    }

    fn types(&mut self, text: &str) -> Vec<Effect> {
        let typed = text.chars().map(|letter| Msg::Typed(Typed::Char(letter)));
        typed.flat_map(|msg| update::update(&mut self.model, msg)).collect()
    }

    fn reply(&mut self, reply: Reply) -> Vec<Effect> {
        update::update(&mut self.model, Msg::Reply(Box::new(reply)))
    }

    fn waits(&mut self, milliseconds: i64) -> Vec<Effect> {
        self.now += SignedDuration::from_millis(milliseconds);
        update::update(&mut self.model, Msg::Clock(self.now))
    }

    fn checked(&mut self, ticket: Ticket) -> Vec<Effect> {
        let continued =
            Continued { reference: reference(FIRST), at: self.now, recipients: vec!["Bufdir".into()], four_eyes: None };
        self.reply(Reply::Continued(ticket, Ok(continued)))
    }

    fn count(&self) -> &str {
        self.model.case.ready().map_or("", |open| open.draft.extensions.as_str())
    }
}

fn reference(text: &str) -> Reference {
    text.parse().expect("a reference of the test")
}

fn list_ticket(effects: &[Effect]) -> Ticket {
    effects
        .iter()
        .find_map(|effect| if let Effect::FetchTasks(ticket, ..) = effect { Some(*ticket) } else { None })
        .unwrap_or_else(|| panic!("no list asked for: {effects:?}"))
}

fn case_ticket(effects: &[Effect]) -> Ticket {
    effects
        .iter()
        .find_map(|effect| if let Effect::FetchCase(ticket, _) = effect { Some(*ticket) } else { None })
        .unwrap_or_else(|| panic!("no case asked for: {effects:?}"))
}

fn decides(effects: &[Effect]) -> Option<Ticket> {
    effects.iter().find_map(|effect| if let Effect::Decide(ticket, ..) = effect { Some(*ticket) } else { None })
}

fn decided(at: Timestamp) -> Decided {
    Decided {
        reference: reference(FIRST),
        kind: DecisionKind::Approve,
        state: State::Approved,
        version: 1,
        at,
        undo_until: at + SignedDuration::from_secs(30),
        replayed: false,
    }
}

#[test]
fn nothing_is_decided_without_the_confirm_dialog() {
    for command in Command::ALL {
        let mut hands = Hands::at_first();
        assert_eq!(decides(&hands.wants(*command)), None, "{command:?}");
    }
}

#[test]
fn only_confirm_decides_in_the_summary_whatever_else_is_pressed() {
    for command in Command::ALL.iter().filter(|command| **command != Command::Confirm) {
        let (mut hands, ticket) = Hands::at_summary();
        hands.checked(ticket);
        assert_eq!(decides(&hands.wants(*command)), None, "{command:?}");
    }
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    assert!(decides(&hands.wants(Command::Confirm)).is_some());
}

#[test]
fn an_enter_that_was_already_waiting_does_not_confirm() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    assert_eq!(hands.wants_at_once(Command::Confirm), vec![]);
    assert!(hands.model.message.text.contains("for fort"), "{}", hands.model.message.text);
}

#[test]
fn an_enter_while_it_is_checked_sends_once_when_the_check_is_there() {
    let (mut hands, ticket) = Hands::at_summary();
    assert_eq!(decides(&hands.wants(Command::Confirm)), None);
    assert_eq!(decides(&hands.wants(Command::Confirm)), None);
    assert!(decides(&hands.checked(ticket)).is_some());
    assert_eq!(decides(&hands.wants(Command::Confirm)), None, "it is on its way already");
}

#[test]
fn a_check_that_fails_sends_nothing_even_when_enter_was_pressed() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.wants(Command::Confirm);
    let effects = hands.reply(Reply::Continued(ticket, Err(Fault::new(FaultKind::Away))));
    assert_eq!(decides(&effects), None);
    assert_eq!(decides(&hands.wants(Command::Confirm)), None);
}

#[test]
fn an_unknown_outcome_is_sent_again_with_the_same_key_and_version() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let first = hands.wants(Command::Confirm);
    let Some(Effect::Decide(sent, _, version, key, request)) = first.first().cloned() else { panic!("{first:?}") };
    hands.reply(Reply::Key(Uuid::from_u128(9)));
    hands.reply(Reply::Decided(sent, Err(Fault::new(FaultKind::Unknown))));
    assert!(hands.model.message.text.contains("ikke kjent"), "{}", hands.model.message.text);
    let again = hands.wants(Command::Refresh);
    let Some(Effect::Decide(_, _, version_again, key_again, request_again)) = again.first() else {
        panic!("{again:?}")
    };
    assert_eq!((&version, &key, &request), (version_again, key_again, request_again));
}

#[test]
fn a_decision_on_its_way_cannot_be_left_behind_untold() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    hands.wants(Command::Confirm);
    hands.wants(Command::Back);
    assert!(
        matches!(&hands.model.dialog, Some(Dialog::Summary(summary)) if matches!(summary.stage, Stage::Sending(_)))
    );
}

#[test]
fn a_newer_version_at_the_decision_closes_the_summary_keeps_the_draft_and_fetches_the_case() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let effects = hands.reply(Reply::Decided(sent, Err(Fault::new(FaultKind::VersionChanged))));
    assert!(hands.model.dialog.is_none());
    assert_eq!(hands.count(), "2");
    let mut newer = answers().first.clone();
    if let Case::Report(report) = &mut newer {
        report.row.version = 2;
        let mut version = report.versions[0].clone();
        version.version = 2;
        report.versions.push(version);
    }
    hands.reply(Reply::Case(case_ticket(&effects), Ok(newer)));
    assert_eq!(hands.model.case.ready().map(|open| open.case.row().version), Some(2));
    assert_eq!(hands.model.case.ready().map(|open| open.draft.version), Some(2));
}

#[test]
fn a_newer_version_that_arrives_meanwhile_is_told_and_the_draft_stays() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Extensions);
    hands.types("2");
    hands.wants(Command::Done);
    let change = Change {
        seq: 9,
        reference: Some(reference(FIRST)),
        unit: None,
        kind: ChangeKind::Arrived,
        version: 2,
        actor: "Kommunen".into(),
        viewers: None,
    };
    hands.reply(Reply::Changed(change));
    assert!(hands.model.message.text.contains("Versjon 2"), "{}", hands.model.message.text);
    assert_eq!(hands.model.case.ready().and_then(|open| open.newer), Some(2));
    assert_eq!(hands.count(), "2");
}

#[test]
fn other_reference_data_are_asked_for_at_once_and_what_is_typed_stays() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Extensions);
    hands.types("2");
    hands.wants(Command::Done);
    let change = Change {
        seq: 9,
        reference: None,
        unit: None,
        kind: ChangeKind::Reference,
        version: 0,
        actor: "Navn admin".into(),
        viewers: None,
    };
    let effects = hands.reply(Reply::Changed(change));
    assert!(effects.contains(&Effect::FetchMe), "the deadline at the head: {effects:?}");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FetchCase(..))), "the open case: {effects:?}");
    assert_eq!(hands.count(), "2");
}

#[test]
fn what_comes_in_is_told_in_a_line_and_calls_once_until_a_key_is_pressed_where_the_person_wants_it() {
    let came = |given: &str, version| {
        Reply::Changed(Change {
            seq: 9,
            reference: Some(reference(given)),
            unit: None,
            kind: ChangeKind::Arrived,
            version,
            actor: "Kommunen".into(),
            viewers: None,
        })
    };
    let calls = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Call(Call::Bell)));
    let mut hands = Hands::new();
    let effects = hands.reply(came("KHR-2023H1-3450", 1));
    assert_eq!(hands.model.message.text, "Kommet inn: KHR-2023H1-3450");
    assert!(!calls(&effects), "nobody is called who has not asked for it");
    hands.model.watch.call = Call::Bell;
    assert!(calls(&hands.reply(came("KHR-2023H1-3454", 2))));
    assert_eq!(hands.model.message.text, "Kommet inn på nytt: KHR-2023H1-3454, versjon 2");
    assert!(!calls(&hands.reply(came("KHR-2023H1-3455", 1))), "once is enough");
    hands.waits(1000);
    hands.wants(Command::Down);
    hands.model.watch.last_key = hands.now;
    assert!(calls(&hands.reply(came("KHR-2023H1-3456", 1))), "somebody has been there meanwhile");
    hands.model.announce(Tone::Warning, "Må leses.".to_owned());
    hands.reply(came("KHR-2023H1-3457", 1));
    assert_eq!(hands.model.message.text, "Må leses.", "what must be read stays");
}

#[test]
fn what_is_typed_goes_to_the_disk_at_once_and_to_the_backend_a_second_later() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Extensions);
    let effects = hands.types("2");
    assert!(matches!(effects.as_slice(), [Effect::KeepDraft(_, draft)] if draft.extensions == "2"), "{effects:?}");
    assert_eq!(hands.waits(900), vec![]);
    let effects = hands.waits(200);
    assert!(matches!(effects.as_slice(), [Effect::SaveDraft(_, draft)] if draft.extensions == "2"), "{effects:?}");
    assert_eq!(hands.waits(2000), vec![], "once is enough");
}

#[test]
fn leaving_a_case_saves_what_is_not_saved_yet() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Return);
    hands.types("Halv");
    hands.wants(Command::Done);
    hands.wants(Command::Back);
    let effects = hands.wants(Command::Back);
    let kept = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::SaveDraft(..)));
    assert!(kept(&effects) || hands.model.next_wake().is_none(), "{effects:?}");
}

#[test]
fn after_a_decision_the_next_task_opens_and_after_the_last_the_queue() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let now = hands.now;
    let effects = hands.reply(Reply::Decided(sent, Ok(decided(now))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FetchCase(_, next) if next.as_str() == SECOND)));
    assert_eq!(hands.model.undoable.last().map(|undoable| &undoable.what), Some(&Undo::Case(FIRST.parse().unwrap())));

    let (mut hands, _) = Hands::at_summary();
    hands.wants(Command::Back);
    hands.model.queue.rows.truncate(1);
    hands.model.queue.total = 1;
    let ticket = hands.wants(Command::Approve).iter().find_map(|effect| match effect {
        Effect::Continue(ticket, ..) => Some(*ticket),
        _ => None,
    });
    hands.checked(ticket.expect("the decision is checked"));
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let now = hands.now;
    hands.reply(Reply::Decided(sent, Ok(decided(now))));
    assert_eq!(hands.model.screen, Screen::Queue);
}

#[test]
fn the_undo_window_ends_by_the_clock_and_then_there_is_nothing_to_undo() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let now = hands.now;
    hands.reply(Reply::Decided(sent, Ok(decided(now))));
    assert_eq!(hands.wants(Command::Undo), vec![Effect::Undo(reference(FIRST))]);
    hands.waits(31_000);
    assert_eq!(hands.wants(Command::Undo), vec![]);
    assert!(hands.model.message.text.contains("Ingenting å angre"), "{}", hands.model.message.text);
}

#[test]
fn a_reader_and_a_program_that_only_reads_decide_nothing() {
    let mut reader = Hands::at_first();
    reader.reply(Reply::Me(Ok(Me { role: Role::Reader, ..answers().me.clone() })));
    reader.wants(Command::Return);
    assert!(reader.model.dialog.is_none());
    let mut only = Hands::at_first();
    only.model.options.read_only = true;
    // From now on it tells nobody what is looked at.
    only.wants(Command::Message);
    for command in [Command::Extensions, Command::Approve, Command::Return, Command::Note, Command::Undo] {
        assert_eq!(only.wants(command), vec![], "{command:?}");
        assert!(only.model.dialog.is_none(), "{command:?}");
    }
    assert!(only.model.message.text.contains("--readonly"));
}

#[test]
fn a_reply_that_nobody_waits_for_any_more_is_dropped() {
    let mut hands = Hands::new();
    let first = case_ticket(&hands.wants(Command::Open));
    hands.wants(Command::Back);
    hands.reply(Reply::Case(first, Ok(answers().first.clone())));
    assert!(hands.model.case.ready().is_none());
    assert_eq!(hands.model.screen, Screen::Queue);
    let open = case_ticket(&hands.wants(Command::Open));
    hands.reply(Reply::Case(first, Ok(answers().second.clone())));
    assert!(hands.model.case.ready().is_none(), "an answer to the older question");
    hands.reply(Reply::Case(open, Ok(answers().first.clone())));
    assert_eq!(hands.model.case.reference().map(Reference::as_str), Some(FIRST));
}

#[test]
fn the_cursor_stays_on_its_task_when_the_queue_changes_and_on_its_place_when_the_task_is_gone() {
    let mut hands = Hands::new();
    for _ in 0..3 {
        hands.wants(Command::Down);
    }
    let on = hands.model.queue.selected_row().map(|row| row.reference.clone()).expect("a row");
    let effects = hands.wants(Command::Refresh);
    let mut page = answers().page.clone();
    let new = page.rows[0].clone();
    page.rows.insert(0, new);
    page.total += 1;
    hands.reply(Reply::Tasks(list_ticket(&effects), ListKind::Queue, Ok(page)));
    assert_eq!(
        (hands.model.queue.selected, hands.model.queue.selected_row().map(|row| &row.reference)),
        (4, Some(&on))
    );
    let effects = hands.wants(Command::Refresh);
    let mut page = answers().page.clone();
    page.rows.retain(|row| row.reference != on);
    page.total -= 1;
    hands.reply(Reply::Tasks(list_ticket(&effects), ListKind::Queue, Ok(page)));
    assert_eq!(hands.model.queue.selected, 4);
}

#[test]
fn an_answer_to_an_older_search_never_replaces_a_newer_one() {
    let mut hands = Hands::new();
    hands.wants(Command::Search);
    let older = list_ticket(&hands.types("g"));
    let newer = list_ticket(&hands.types("j"));
    let page = |rows: usize| {
        let mut page = answers().page.clone();
        page.rows.truncate(rows);
        page.total = u32::try_from(rows).unwrap_or(0);
        Ok(page)
    };
    let before = hands.model.queue.total;
    hands.reply(Reply::Tasks(older, ListKind::Queue, page(5)));
    assert_eq!(hands.model.queue.total, before, "the answer to what is no longer searched for");
    hands.reply(Reply::Tasks(newer, ListKind::Queue, page(1)));
    assert_eq!(hands.model.queue.total, 1);
}

#[test]
fn require_seen_refuses_an_approval_before_every_part_was_on_the_screen() {
    let mut hands = Hands::at_first();
    hands.model.options.require_seen = true;
    hands.wants(Command::Extensions);
    hands.types("2");
    hands.wants(Command::Done);
    hands.wants(Command::Approve);
    assert!(hands.model.dialog.is_none());
    assert!(hands.model.message.text.contains("må ses først"), "{}", hands.model.message.text);
    for _ in 0..8 {
        hands.wants(Command::PageUp);
    }
    for _ in 0..8 {
        hands.wants(Command::PageDown);
    }
    hands.wants(Command::Approve);
    assert!(matches!(hands.model.dialog, Some(Dialog::Summary(_))), "{}", hands.model.message.text);
}

#[test]
fn only_ten_thousand_rows_are_counted_and_two_hundred_loaded() {
    let mut hands = Hands::new();
    let effects = hands.wants(Command::Refresh);
    let mut page = answers().page.clone();
    page.total = 10_000;
    hands.reply(Reply::Tasks(list_ticket(&effects), ListKind::Queue, Ok(page)));
    let effects = hands.wants(Command::Last);
    assert_eq!(hands.model.queue.selected, 9_999);
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::FetchTasks(_, _, query) => Some((query.at, query.limit)),
        _ => None,
    });
    assert_eq!(asked, Some((Some(9_899), Some(200))));
}

#[test]
fn nothing_is_confirmed_in_a_window_that_does_not_show_the_whole_summary() {
    for (width, height) in [(30, 6), (80, 19), (40, 12)] {
        let (mut hands, ticket) = Hands::at_summary();
        hands.checked(ticket);
        let _effects = update::update(&mut hands.model, Msg::Resized(width, height));
        assert_eq!(decides(&hands.wants(Command::Confirm)), None, "{width}x{height}");
        let _effects = update::update(&mut hands.model, Msg::Resized(80, 24));
        assert!(decides(&hands.wants(Command::Confirm)).is_some(), "{width}x{height}");
    }
}

#[test]
fn the_next_task_is_the_one_that_stood_next_even_when_the_queue_has_closed_the_gap_already() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let change = Change {
        seq: 9,
        reference: Some(reference(FIRST)),
        unit: None,
        kind: ChangeKind::Decided,
        version: 1,
        actor: "x".into(),
        viewers: None,
    };
    let effects = hands.reply(Reply::Changed(change));
    let mut page = answers().page.clone();
    page.rows.remove(0);
    page.total -= 1;
    hands.reply(Reply::Tasks(list_ticket(&effects), ListKind::Queue, Ok(page)));
    let now = hands.now;
    let effects = hands.reply(Reply::Decided(sent, Ok(decided(now))));
    let next = effects.iter().find_map(|effect| match effect {
        Effect::FetchCase(_, next) => Some(next.as_str()),
        _ => None,
    });
    assert_eq!(next, Some(SECOND));
}

#[test]
fn a_colleague_s_draft_is_taken_over_only_when_the_key_is_pressed_again() {
    let mut hands = Hands::at_first();
    let open = hands.model.case.ready_mut().expect("open");
    open.draft.person = "reviewer-2".into();
    open.draft.name = "Ola Testerud".into();
    open.draft.extensions = "1".into();
    hands.wants(Command::Extensions);
    assert!(hands.model.dialog.is_none());
    assert!(hands.model.message.text.contains("Ola Testerud"), "{}", hands.model.message.text);
    hands.wants(Command::Approve);
    assert!(hands.model.dialog.is_none(), "another key is told anew");
    hands.wants(Command::Extensions);
    assert!(hands.model.dialog.is_none());
    hands.wants(Command::Extensions);
    assert!(matches!(hands.model.dialog, Some(Dialog::Count(..))));
}

#[test]
fn a_message_goes_with_the_next_key_but_the_promise_of_undo_stays_as_long_as_it_holds() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Approve);
    assert!(!hands.model.message.hidden);
    hands.wants(Command::Down);
    assert!(hands.model.message.hidden, "{}", hands.model.message.text);
    hands.wants(Command::Message);
    assert!(!hands.model.message.hidden);

    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    let now = hands.now;
    hands.reply(Reply::Decided(sent, Ok(decided(now))));
    hands.wants(Command::Down);
    assert!(!hands.model.message.hidden);
    hands.waits(31_000);
    assert!(hands.model.message.hidden, "the promise is over");
}

#[test]
fn an_enter_that_was_meant_for_the_lock_confirms_nothing_behind_it() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    hands.model.watch.lock_after = Some(SignedDuration::from_mins(15));
    hands.model.watch.last_key = hands.now;
    hands.waits(15 * 60_000);
    assert!(hands.model.watch.is_locked());
    assert_eq!(hands.wants_at_once(Command::Unlock), vec![], "it was on its way before the screen was locked");
    assert!(hands.model.watch.is_locked());
    assert_eq!(hands.wants(Command::Confirm), vec![]);
    hands.wants(Command::Unlock);
    assert!(!hands.model.watch.is_locked());
    assert_eq!(hands.wants_at_once(Command::Confirm), vec![], "the Enter that opened the lock, pressed twice");
    let effects = hands.wants(Command::Confirm);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Decide(..))), "{effects:?}");
}

/// A draft of a colleague, saved so many seconds after the program began.
fn colleagues(comment: &str, seconds: i64) -> Draft {
    let begun: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
    Draft {
        person: "reviewer-2".into(),
        name: "Ola Testerud".into(),
        saved_at: Some(begun + SignedDuration::from_secs(seconds)),
        version: 1,
        comment: comment.into(),
        ..Draft::default()
    }
}

/// The first case with a draft on it.
fn with(draft: Draft) -> Case {
    let mut case = answers().first.clone();
    if let Case::Report(report) = &mut case {
        report.draft = Some(draft);
    }
    case
}

fn wrote_meanwhile() -> Fault {
    Fault::refused(Refusal::Together(TogetherFault::ColleagueWrote { name: "Ola Testerud".into() }))
}

impl Hands {
    /// Something happened to the first case; the case is fetched again and comes like this.
    fn hears(&mut self, kind: ChangeKind, case: Case) {
        let change = Change {
            seq: 9,
            reference: Some(reference(FIRST)),
            unit: None,
            kind,
            version: 1,
            actor: "Ola Testerud".into(),
            viewers: None,
        };
        let effects = self.reply(Reply::Changed(change));
        self.reply(Reply::Case(case_ticket(&effects), Ok(case)));
    }

    /// A second goes, and what was typed is stored as one's own.
    fn stores(&mut self, seconds: i64) {
        self.waits(1_100);
        let me = answers().me.clone();
        let open = self.model.case.ready().expect("open");
        let at = self.now + SignedDuration::from_secs(seconds);
        let sent = open.draft.clone();
        let draft = Draft { person: me.person, name: me.name, saved_at: Some(at), ..sent.clone() };
        let saved = Saved { reference: reference(FIRST), draft };
        self.reply(Reply::Saved(reference(FIRST), sent, Ok(saved)));
    }

    fn draft(&self) -> &Draft {
        &self.model.case.ready().expect("open").draft
    }

    /// Takes the case over by the same key twice, and gives what is sent to the backend.
    fn takes_over(&mut self) -> Option<Draft> {
        self.wants(Command::Return);
        assert!(self.model.dialog.is_none(), "the first press only tells");
        self.wants(Command::Return);
        assert!(matches!(self.model.dialog, Some(Dialog::Editor(_))));
        saved_by(&self.waits(1_100))
    }
}

fn saved_by(effects: &[Effect]) -> Option<Draft> {
    effects.iter().find_map(|effect| match effect {
        Effect::SaveDraft(_, draft) => Some(draft.clone()),
        _ => None,
    })
}

fn kept_by(effects: &[Effect]) -> Option<Draft> {
    effects.iter().find_map(|effect| match effect {
        Effect::KeepDraft(_, draft) => Some(draft.clone()),
        _ => None,
    })
}

#[test]
fn what_is_typed_while_a_colleague_goes_on_with_the_draft_stays_beside_theirs_until_both_are_joined() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Return);
    hands.types("Mitt");
    hands.stores(0);
    // The colleague has read it, and written more; the editor is open with what one has typed oneself.
    hands.hears(ChangeKind::Drafted, with(colleagues("Mitt og deres", 60)));
    assert!(hands.model.message.text.contains("Ola Testerud har skrevet"), "{}", hands.model.message.text);
    assert!(hands.draft().comment.ends_with("Mitt"));
    let kept = kept_by(&hands.types("!")).expect("on the disk");
    assert_eq!((kept.person.as_str(), kept.saved_at), ("", None), "nobody takes it for written on theirs");
    assert_eq!(saved_by(&hands.waits(3_000)), None, "theirs is not written over");
    hands.model.dialog = None;
    let sent = hands.takes_over().expect("both are sent");
    assert!(sent.comment.contains("Mitt!") && sent.comment.contains("Mitt og deres"), "{}", sent.comment);
    assert_eq!((sent.person, sent.saved_at), ("reviewer-2".to_owned(), colleagues("", 60).saved_at));
}

#[test]
fn a_draft_that_was_taken_over_and_is_taken_back_is_not_written_over_unread() {
    let mut hands = Hands::at_first();
    hands.hears(ChangeKind::Drafted, with(colleagues("Deres", 1)));
    assert_eq!(hands.takes_over(), None, "nothing was typed yet");
    hands.types("mer ");
    hands.stores(5);
    assert_eq!(hands.draft().person, answers().me.person);
    hands.hears(ChangeKind::Drafted, with(colleagues("Helt nytt", 90)));
    hands.types("enda ");
    assert_eq!(saved_by(&hands.waits(3_000)), None);
    hands.model.dialog = None;
    let sent = hands.takes_over().expect("both are sent");
    assert!(sent.comment.contains("enda") && sent.comment.contains("Helt nytt"), "{}", sent.comment);
}

#[test]
fn a_save_that_is_refused_after_the_case_was_left_is_told_and_the_words_are_there_when_it_is_opened_again() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Return);
    hands.types("Mitt");
    hands.model.dialog = None;
    let sent = saved_by(&hands.wants(Command::Back)).expect("saved on the way out");
    hands.reply(Reply::Saved(reference(FIRST), sent, Err(wrote_meanwhile())));
    assert!(hands.model.message.text.contains(FIRST), "{}", hands.model.message.text);
    let effects = hands.wants(Command::Open);
    hands.reply(Reply::Case(case_ticket(&effects), Ok(with(colleagues("Deres", 1)))));
    assert!(hands.draft().comment.contains("Mitt") && !hands.draft().comment.contains("Deres"));
    // Leaving and coming again changes nothing of that.
    hands.wants(Command::Back);
    let effects = hands.wants(Command::Open);
    hands.reply(Reply::Case(case_ticket(&effects), Ok(with(colleagues("Deres", 1)))));
    let sent = hands.takes_over().expect("both are sent");
    assert!(sent.comment.contains("Mitt") && sent.comment.contains("Deres"), "{}", sent.comment);
}

#[test]
fn a_draft_from_last_time_that_a_colleague_has_written_over_is_told_and_shown() {
    let mut hands = Hands::new();
    let mine = Draft { version: 1, comment: "Fra sist".into(), ..Draft::default() };
    let refused = vec![(reference(FIRST), mine)];
    hands.reply(Reply::Recovered(Recovery { refused, ..Recovery::default() }));
    assert!(hands.model.message.text.contains(FIRST), "{}", hands.model.message.text);
    let effects = hands.wants(Command::Open);
    hands.reply(Reply::Case(case_ticket(&effects), Ok(with(colleagues("Deres", 1)))));
    assert_eq!(hands.draft().comment, "Fra sist");
    let sent = hands.takes_over().expect("both are sent");
    assert!(sent.comment.contains("Fra sist") && sent.comment.contains("Deres"), "{}", sent.comment);
}

#[test]
fn a_newer_version_comes_only_to_who_asks_whatever_a_colleague_does_to_the_case() {
    let newer = || {
        let mut case = answers().first.clone();
        if let Case::Report(report) = &mut case {
            report.row.version = 2;
        }
        case
    };
    let version = |hands: &Hands| hands.model.case.ready().expect("open").case.row().version;
    let mut hands = Hands::at_first();
    hands.hears(ChangeKind::Held, newer());
    assert_eq!(version(&hands), 1, "it is being read");
    assert!(hands.model.message.text.contains("F5"), "{}", hands.model.message.text);
    hands.wants(Command::Return);
    hands.types("Om versjon 1. ");
    hands.hears(ChangeKind::Decided, newer());
    assert_eq!(version(&hands), 1, "it is being written about");
    hands.model.dialog = None;
    let effects = hands.wants(Command::Refresh);
    hands.reply(Reply::Case(case_ticket(&effects), Ok(newer())));
    assert_eq!(version(&hands), 2);
}

#[test]
fn a_login_that_ended_after_an_unknown_outcome_does_not_make_it_known() {
    let (mut hands, ticket) = Hands::at_summary();
    hands.checked(ticket);
    let sent = decides(&hands.wants(Command::Confirm)).expect("sent");
    hands.reply(Reply::Decided(sent, Err(Fault::new(FaultKind::Unknown))));
    let again = decides(&hands.wants(Command::Refresh)).expect("sent again");
    hands.reply(Reply::Decided(again, Err(Fault::new(FaultKind::Storage))));
    hands.wants(Command::Back);
    let said = hands.model.message.text.clone();
    assert!(!said.contains("Ingenting er sendt"), "{said}");
    assert_eq!(hands.model.message.tone, Tone::Warning, "{said}");
}

#[test]
fn words_that_a_colleague_decided_over_are_told_of_and_come_back_when_the_decision_is_taken_back() {
    let mut hands = Hands::at_first();
    hands.wants(Command::Return);
    hands.types("Mitt");
    hands.stores(0);
    let mut decided = answers().first.clone();
    if let Case::Report(report) = &mut decided {
        report.row.state = State::Returned;
        report.row.decided_by = Some("Ola Testerud".into());
    }
    hands.hears(ChangeKind::Decided, decided);
    let said = hands.model.message.text.clone();
    assert!(said.contains("Ola Testerud") && said.contains("ligger på disken"), "{said}");
    hands.model.dialog = None;
    hands.hears(ChangeKind::Undone, with(colleagues("Deres", 60)));
    assert!(hands.draft().comment.ends_with("Mitt"), "{}", hands.draft().comment);
    let sent = hands.takes_over().expect("both are sent");
    assert!(sent.comment.contains("Mitt") && sent.comment.contains("Deres"), "{}", sent.comment);
}

#[test]
fn two_decisions_are_taken_back_one_by_one_and_a_refusal_concerns_its_own_alone() {
    let mut hands = Hands::new();
    let until = hands.now + SignedDuration::from_secs(30);
    let undoable = |reference: &str| Undoable {
        what: Undo::Case(reference.parse().expect("a reference")),
        name: reference.to_owned(),
        until,
    };
    hands.model.undoable = vec![undoable(FIRST), undoable(SECOND)];
    assert_eq!(hands.wants(Command::Undo), [Effect::Undo(reference(SECOND))]);
    assert_eq!(hands.wants(Command::Undo), [Effect::Undo(reference(FIRST))]);
    assert_eq!(hands.wants(Command::Undo), [], "both are on their way");
    hands.reply(Reply::Undone(reference(FIRST), Err(Fault::new(FaultKind::UndoOver))));
    let left: Vec<_> = hands.model.undoable.iter().map(|undoable| undoable.name.as_str()).collect();
    assert_eq!(left, [SECOND]);
}
