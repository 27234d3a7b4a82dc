//! The columns of the queue and the archive, and what each says of a row.
//! Imports `domain`, `text`, `api` and `app`.

use super::{pen::Pen, together};
use crate::{
    api::tasks::{Sort, TaskRow},
    app::{effect::ListKind, model::Model},
    domain::task::Delivery,
    text::{Texts, date},
};

/// From this width on, words take the place of letters and more columns are shown.
pub(super) const WIDE: u16 = 120;

/// A column: its heading, where it begins, how wide it is, and what it says of a row.
pub(super) struct Column {
    pub(super) heading: &'static str,
    pub(super) width: u16,
    /// The orders that are marked at its heading.
    pub(super) sorts: &'static [Sort],
    cell: Cell,
}

/// What a column says of a row.
#[derive(Clone, Copy)]
enum Cell {
    /// The same to everybody.
    Plain(fn(&Texts, &TaskRow) -> String),
    /// What it means to the one who looks.
    Ours(fn(&Model, &TaskRow) -> String),
}

impl Column {
    /// What the column says of a row.
    pub(super) fn text(&self, model: &Model, row: &TaskRow) -> String {
        match self.cell {
            Cell::Plain(cell) => cell(&model.texts, row),
            Cell::Ours(cell) => cell(model, row),
        }
    }
}

const fn column(
    heading: &'static str,
    width: u16,
    sorts: &'static [Sort],
    cell: fn(&Texts, &TaskRow) -> String,
) -> Column {
    Column { heading, width, sorts, cell: Cell::Plain(cell) }
}

const fn ours(
    heading: &'static str,
    width: u16,
    sorts: &'static [Sort],
    cell: fn(&Model, &TaskRow) -> String,
) -> Column {
    Column { heading, width, sorts, cell: Cell::Ours(cell) }
}

const QUEUE: [Column; 7] = [
    column("column-reference", 16, &[Sort::Reference], reference),
    column("column-unit", 23, &[Sort::Name, Sort::Unit], name),
    column("column-deadline", 14, &[Sort::Deadline], deadline),
    column("column-findings", 8, &[Sort::Findings], findings),
    column("column-score-short", 5, &[Sort::Score], score),
    column("column-version-short", 4, &[Sort::Version], version),
    // The letters, and in what is left of the line who has it.
    ours("column-badges", 9, &[Sort::Badges, Sort::Holder], letters_and_holder),
];
const QUEUE_WIDE: [Column; 11] = [
    column("column-reference", 17, &[Sort::Reference], reference),
    column("column-unit", 32, &[Sort::Name, Sort::Unit], name),
    column("column-kind", 9, &[Sort::Kind], kind),
    column("column-deadline", 14, &[Sort::Deadline], deadline),
    column("column-findings", 9, &[Sort::Findings], findings),
    column("column-score", 8, &[Sort::Score], score),
    column("column-version", 8, &[Sort::Version], version),
    column("column-received", 12, &[Sort::Received], received),
    ours("column-holder", 15, &[Sort::Holder], holder_and_viewers),
    column("column-draft", 15, &[Sort::Draft], draft),
    column("column-badges", 20, &[Sort::Badges], badges),
];
const ARCHIVE: [Column; 6] = [
    column("column-reference", 16, &[Sort::Reference], reference),
    column("column-unit", 27, &[Sort::Name, Sort::Unit], name),
    column("column-outcome", 12, &[Sort::State], outcome),
    column("column-decided", 12, &[Sort::Decided], decided),
    column("column-version-short", 4, &[Sort::Version], version),
    column("column-returns", 5, &[Sort::Returns], returns),
];
const ARCHIVE_WIDE: [Column; 8] = [
    column("column-reference", 17, &[Sort::Reference], reference),
    column("column-unit", 36, &[Sort::Name, Sort::Unit], name),
    column("column-outcome", 14, &[Sort::State], outcome),
    column("column-decided", 14, &[Sort::Decided], decided),
    column("column-by", 24, &[Sort::DecidedBy], decided_by),
    column("column-version", 8, &[Sort::Version], version),
    column("column-returns", 8, &[Sort::Returns], returns),
    column("column-delivery", 30, &[Sort::Delivery], delivery),
];

/// The columns that fit; on a slow line few, however wide the screen is.
pub(super) fn columns(pen: &Pen<'_>, kind: ListKind) -> &'static [Column] {
    match (kind, pen.width() >= WIDE && !pen.model.thrifty) {
        (ListKind::Queue, false) => &QUEUE,
        (ListKind::Queue, true) => &QUEUE_WIDE,
        (ListKind::Archive, false) => &ARCHIVE,
        (ListKind::Archive, true) => &ARCHIVE_WIDE,
    }
}

fn reference(_: &Texts, row: &TaskRow) -> String {
    row.reference.to_string()
}

/// The unit with its number, or the applicant with the unit.
pub(super) fn name(texts: &Texts, row: &TaskRow) -> String {
    match &row.applicant {
        Some(applicant) => texts.with("row-access-name", &[("name", applicant), ("unit", &row.unit_name)]),
        None => format!("{} ({})", row.unit_name, row.unit),
    }
}

fn kind(texts: &Texts, row: &TaskRow) -> String {
    texts.of_family("kind", &row.kind)
}

/// How many errors and warnings are open; for an access request, what it is.
pub(super) fn findings(texts: &Texts, row: &TaskRow) -> String {
    match row.weight {
        None => kind(texts, row),
        Some(weight) if weight.risk.is_clean() => texts.say("findings-clean"),
        Some(weight) => [("findings-errors", weight.risk.errors), ("findings-warnings", weight.risk.warnings)]
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(id, number)| texts.with(id, &[("number", &number.to_string())]))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn score(texts: &Texts, row: &TaskRow) -> String {
    row.weight.map_or_else(|| texts.say("value-none"), |weight| format!("{:>4}", weight.score.total))
}

pub(super) fn deadline(texts: &Texts, row: &TaskRow) -> String {
    match row.days_left {
        None => texts.say("deadline-none"),
        Some(left) if left < 0 => texts.count("deadline-over", i64::from(-left), &[]),
        Some(left) => texts.count("deadline-left", i64::from(left), &[]),
    }
}

pub(super) fn version(texts: &Texts, row: &TaskRow) -> String {
    if row.applicant.is_some() {
        return texts.say("value-none");
    }
    texts.with("version-short", &[("version", &row.version.to_string())])
}

pub(super) fn letters(texts: &Texts, row: &TaskRow) -> String {
    row.badges.iter().map(|badge| texts.of_family("letter", badge)).collect::<Vec<_>>().join(" ")
}

/// The letters, and the short name of the one who has it.
fn letters_and_holder(model: &Model, row: &TaskRow) -> String {
    let parts = [letters(&model.texts, row), together::short_holder(model, row)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Who has it; where nobody has, who looks at it.
fn holder_and_viewers(model: &Model, row: &TaskRow) -> String {
    match (&row.holder, model.together.viewers_of(&row.reference)) {
        (Some(_), _) => together::holder_name(model, row),
        (None, [first, ..]) => model.texts.with("column-looks", &[("name", &together::first_name(first))]),
        (None, []) => String::new(),
    }
}

fn badges(texts: &Texts, row: &TaskRow) -> String {
    row.badges.iter().map(|badge| texts.of_family("badge", badge)).collect::<Vec<_>>().join(", ")
}

fn received(_: &Texts, row: &TaskRow) -> String {
    date::short_moment(row.received_at)
}

fn draft(_: &Texts, row: &TaskRow) -> String {
    row.draft_by.clone().unwrap_or_default()
}

pub(super) fn outcome(texts: &Texts, row: &TaskRow) -> String {
    texts.of_family("state", &row.state)
}

fn decided(_: &Texts, row: &TaskRow) -> String {
    row.decided_at.map(|at| date::day(date::day_of(at))).unwrap_or_default()
}

fn decided_by(_: &Texts, row: &TaskRow) -> String {
    row.decided_by.clone().unwrap_or_default()
}

fn returns(_: &Texts, row: &TaskRow) -> String {
    row.returns.to_string()
}

fn delivery(texts: &Texts, row: &TaskRow) -> String {
    row.delivery.map(|state: Delivery| texts.of_family("delivery", &state)).unwrap_or_default()
}
