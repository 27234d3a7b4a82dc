//! Every screen as a picture, at 80×24 and at 160×45, and in its other states: waiting, empty, failed, narrow.

use std::sync::Arc;

use insta::assert_snapshot;
use ratatui::{buffer::Buffer, layout::Rect};
use statsforvalter::{
    api::{
        fault::{Fault, FaultKind},
        tasks::{Counts, TaskPage},
    },
    app::{
        effect::{Effect, ListKind, Ticket},
        layout::Size,
        model::{Model, Options},
        msg::{Msg, Reply},
        update,
    },
    keys::keymap::Keymap,
    text::Texts,
    view::{self, Look, theme::Theme},
};
use uuid::Uuid;

use crate::cli_support::Home;

/// The screen after some keys, at a size.
fn after(keys: &str, size: &str) -> String {
    played(&["--keys", keys, "--size", size])
}

/// The screen of a case after some keys, at a size.
fn at(reference: &str, keys: &str, size: &str) -> String {
    played(&["--open", reference, "--keys", keys, "--size", size])
}

fn played(arguments: &[&str]) -> String {
    let home = Home::new();
    let run = home.run(&[&["replay", "--demo", "--dump"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

/// Every screen that the demo shows: a name, the case it begins at, and the keys that lead there.
pub(crate) const SCREENS: [(&str, &str, &str); 26] = [
    ("queue", "", ""),
    ("queue_views", "", "w"),
    ("queue_search", "", "sland !nordre"),
    ("queue_sorted", "", "oo"),
    ("quit", "", "<Esc>"),
    ("report", "", "w5<Enter>"),
    ("report_last_part", "", "w5<Enter><End>"),
    ("report_changes", "KHR-2023H1-3407", "v"),
    ("finding", "KHR-2023H1-3403", "f"),
    ("finding_explained", "KHR-2023H1-3403", "fi"),
    ("findings", "KHR-2023H1-3403", "F"),
    ("accept", "KHR-2023H1-3403", "u2<Enter>aTelt"),
    ("accepted", "KHR-2023H1-3403", "fgTelt om igjen i fagsystemet.<Enter>"),
    ("score", "", "i"),
    ("suggested", "KHR-2023H1-3453", "r"),
    ("report_machine", "KHR-2023H1-3440", "u"),
    ("report_hostile", "KHR-2023H1-3441", "<Tab>"),
    ("count", "", "w5<Enter>u7"),
    ("summary_approve", "", "w5<Enter>u2<Enter>a"),
    ("decided", "", "w5<Enter>u2<Enter>a<Enter>"),
    ("editor", "KHR-2023H1-3453", "rPunkt 5F er større enn 5E. Kontroller begge tala og send inn på nytt."),
    ("summary_return", "KHR-2023H1-3453", "rPunkt 5F er større enn 5E.<Esc>"),
    ("access_external", "TLG-000006", ""),
    ("summary_forward", "TLG-000006", "b"),
    ("explain", "", "w5<Enter>ji"),
    ("help", "", "w5<Enter>?"),
];

/// Screens of solved cases.
pub(crate) const SOLVED: [(&str, &str); 3] = [("archive", "2"), ("solved", "2<Enter>"), ("timeline", "2<Enter>c")];

#[test]
fn every_screen_looks_as_it_was_approved_at_80_by_24() {
    pictures("80x24");
}

#[test]
fn every_screen_looks_as_it_was_approved_at_160_by_45() {
    pictures("160x45");
}

fn pictures(size: &str) {
    for (name, reference, keys) in SCREENS {
        let picture = if reference.is_empty() { after(keys, size) } else { at(reference, keys, size) };
        assert_snapshot!(format!("{name}_{size}"), picture);
    }
    for (name, keys) in SOLVED {
        assert_snapshot!(format!("{name}_{size}"), after(keys, size));
    }
}

#[test]
fn every_screen_stacks_below_80_columns_and_works_down_to_40() {
    for (name, reference, keys) in [
        ("queue", "", ""),
        ("report", "", "w5<Enter>"),
        ("summary_approve", "", "w5<Enter>u2<Enter>a"),
        ("access_external", "TLG-000006", ""),
        ("editor", "", "w5<Enter>rEn lang kommentar som må brytes over flere linjer."),
    ] {
        let picture = if reference.is_empty() { after(keys, "40x20") } else { at(reference, keys, "40x20") };
        assert_snapshot!(format!("{name}_40x20"), picture);
    }
    assert_snapshot!("too_small", after("", "30x8"));
}

#[test]
fn no_line_is_wider_than_the_terminal_at_any_size() {
    for (width, height) in [(40, 12), (57, 20), (80, 24), (120, 30), (200, 60)] {
        let picture = after("w5<Enter>", &format!("{width}x{height}"));
        for line in picture.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}x{height}: {line}");
        }
    }
}

fn model() -> Model {
    let texts = Arc::new(Texts::of("nb").expect("the texts of the program"));
    let now = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
    let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: true };
    Model::new((texts, crate::support::guides()), now, Size { width: 80, height: 24 }, options, Uuid::nil())
}

fn picture(model: &Model) -> String {
    let look = Look {
        theme: Theme::standard(true).expect("the theme of the program"),
        keymap: Keymap::standard().expect("the keys of the program"),
        begun: None,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let _cursor = view::draw(model, &look, &mut buffer);
    let row = |y: u16| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..24).map(row).collect::<Vec<_>>().join("\n")
}

/// A program that has asked for its first rows.
fn begun() -> (Model, Ticket) {
    let mut model = model();
    let effects = update::begin(&mut model);
    let ticket = effects.iter().find_map(|effect| match effect {
        Effect::FetchTasks(ticket, ListKind::Queue, _) => Some(*ticket),
        _ => None,
    });
    (model, ticket.expect("the queue is asked for"))
}

fn tell(model: &mut Model, reply: Reply) {
    let _effects = update::update(model, Msg::Reply(Box::new(reply)));
}

#[test]
fn a_queue_that_is_on_its_way_says_so() {
    let (model, _) = begun();
    assert_snapshot!("queue_waiting", picture(&model));
}

#[test]
fn a_queue_that_is_empty_says_so() {
    let (mut model, ticket) = begun();
    let page = TaskPage {
        rows: vec![],
        at: 0,
        total: 0,
        counts: Counts::default(),
        views: vec![],
        next: None,
        previous: None,
        progress: None,
    };
    tell(&mut model, Reply::Tasks(ticket, ListKind::Queue, Ok(page)));
    assert_snapshot!("queue_empty", picture(&model));
}

#[test]
fn a_queue_that_cannot_be_had_says_why_and_what_to_press() {
    let (mut model, ticket) = begun();
    tell(&mut model, Reply::Live(false));
    tell(&mut model, Reply::Tasks(ticket, ListKind::Queue, Err(Fault::new(FaultKind::Away))));
    assert_snapshot!("queue_failed", picture(&model));
}
