//! The grid in which the extension counts of many reports are given, and what of them is not saved yet.
//! Imports `domain`, `checks`, `text` and `api`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use tui_textarea::TextArea;

use super::dialog::Page;
use crate::{
    api::{
        case::Draft,
        counts::{CountItem, CountPage, CountQuery, CountRow, as_typed},
        fault::Fault,
    },
    app::effect::Ticket,
    checks::counts::Matched,
    domain::{
        counts::{CountCase, CountOutcome},
        refusal::Refusal,
        report::{Reference, parse_extensions},
        unit::ExtensionRule,
    },
    text::{Texts, clean, refusal::say},
};

/// Counts are saved at the backend this long after the first of them was typed.
const SAVE_AFTER: SignedDuration = SignedDuration::from_secs(1);
/// The most digits a field takes; more is out of every range, and told so before.
const MOST_DIGITS: usize = 6;

/// Which reports stand in the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The marked ones.
    Marked,
    /// Those of a view of the queue, by its name.
    View(String),
}

/// The grid.
#[derive(Debug)]
pub struct Grid {
    /// What was asked for.
    pub asked: CountQuery,
    /// Which reports stand in it.
    pub about: About,
    /// The request for the rows, while it is on its way.
    pub waiting: Option<Ticket>,
    /// Why the rows are not there.
    pub fault: Option<Fault>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// How many reports there are in all; more than rows when one answer could not carry them.
    pub total: usize,
    /// The row with the caret.
    pub cursor: usize,
    /// The first row shown.
    pub top: usize,
    /// True once something was typed in the row since the caret came to it: before, a digit begins the count anew.
    pub begun: bool,
    /// True when it was told that some counts are not taken: Esc then leaves all the same.
    pub warned: bool,
    /// The path of a file, while it is typed.
    pub path: Option<TextArea<'static>>,
    /// The reading of that file.
    pub reading: Option<Ticket>,
    /// A table that was read, before anything of it is taken.
    pub import: Option<Box<Import>>,
}

/// A table that was read.
#[derive(Debug)]
pub struct Import {
    /// The file's path; none for a paste.
    pub file: Option<String>,
    /// What it holds.
    pub matched: Matched,
    /// How far it is scrolled.
    pub page: Page,
}

/// A row of the grid.
#[derive(Debug, Clone)]
pub struct GridRow {
    /// What the count is judged by.
    pub case: CountCase,
    /// The draft, with the count as far as it was taken.
    pub draft: Draft,
    /// Who decided it, when it is solved.
    pub decided_by: Option<String>,
    /// What stands in the field.
    pub text: String,
    /// Why that is not taken.
    pub refusal: Option<Refusal>,
    /// True when a colleague's draft is the person's own to go on with.
    pub taken_over: bool,
    /// Why the backend did not store the count.
    pub outcome: Option<CountOutcome>,
    /// The count that the register proposes.
    pub registered: Option<u32>,
}

impl GridRow {
    fn of(row: CountRow) -> Self {
        let CountRow { case, decided_by, draft, registered } = row;
        let mut draft = draft.unwrap_or_default();
        if draft.version != case.version {
            draft.seen.clear();
            draft.version = case.version;
        }
        let text = draft.extensions.trim().to_owned();
        let (refusal, outcome, taken_over) = (None, None, false);
        let mut row = Self { case, draft, decided_by, text, refusal, taken_over, outcome, registered };
        row.refusal = row.judged().err();
        row
    }

    /// Takes over what was typed before the row was fetched: what is on its way, and what was told not to be stored.
    fn carry_over(&mut self, unsaved: Option<&CountItem>, before: Option<Self>) {
        if let Some(item) = unsaved {
            self.draft.extensions = as_typed(item.count);
            self.text.clone_from(&self.draft.extensions);
            self.taken_over = item.take_over;
        }
        if let Some(before) = before.filter(|before| before.refusal.is_some() || before.outcome.is_some()) {
            self.text = before.text;
            self.outcome = before.outcome;
            self.taken_over = before.taken_over;
        }
        self.refusal = self.judged().err();
    }

    /// The colleague whose draft it is, until the person has taken it over.
    #[must_use]
    pub fn colleague(&self, me: &str) -> Option<&str> {
        self.draft.colleague(me).filter(|_| !self.taken_over)
    }

    /// The count in the field; none when it is empty.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn judged(&self) -> Result<Option<u32>, Refusal> {
        if self.text.is_empty() || !self.case.takes_count() {
            return Ok(None);
        }
        let count = parse_extensions(&self.text)?;
        self.case.judge(count)?;
        Ok(Some(count))
    }

    /// The register's count, where it speaks against the one in the field.
    #[must_use]
    pub fn contradicted(&self) -> Option<u32> {
        let typed = self.judged().ok().flatten();
        self.registered.filter(|registered| typed != Some(*registered))
    }

    /// True when the row waits for a count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.case.takes_count() && self.text.is_empty()
    }

    /// Adds a digit to the field; a field that is full says that the count is out of range all the same.
    pub fn push(&mut self, digit: char) {
        if self.text.chars().count() <= MOST_DIGITS {
            self.text.push(digit);
        }
    }
}

impl Grid {
    /// A grid whose rows are asked for.
    #[must_use]
    pub fn waiting(asked: CountQuery, about: About, ticket: Ticket) -> Self {
        Self {
            asked,
            about,
            waiting: Some(ticket),
            fault: None,
            rows: Vec::new(),
            total: 0,
            cursor: 0,
            top: 0,
            begun: false,
            warned: false,
            path: None,
            reading: None,
            import: None,
        }
    }

    /// Takes the rows over, with what was typed before and is not saved yet; the caret goes to the first that waits for
    /// a count.
    pub fn take(&mut self, page: CountPage, unsaved: &Unsaved) {
        let at = self.rows.get(self.cursor).map(|row| row.case.reference.clone());
        let mut before: BTreeMap<Reference, GridRow> =
            std::mem::take(&mut self.rows).into_iter().map(|row| (row.case.reference.clone(), row)).collect();
        self.waiting = None;
        self.fault = None;
        self.total = page.total as usize;
        for row in page.rows {
            let known = before.remove(&row.case.reference);
            let mut fresh = GridRow::of(row);
            fresh.carry_over(unsaved.items.get(&fresh.case.reference), known);
            self.rows.push(fresh);
        }
        let place = |wanted: &dyn Fn(&GridRow) -> bool| self.rows.iter().position(wanted);
        let same = at.and_then(|at| place(&|row| row.case.reference == at));
        let needed = |row: &GridRow| row.is_empty() && row.case.rule == ExtensionRule::Required;
        let first = same
            .or_else(|| place(&needed))
            .or_else(|| place(&GridRow::is_empty))
            .or_else(|| place(&|row| row.case.takes_count()));
        self.cursor = first.unwrap_or(0);
        self.begun = false;
    }

    /// The row with the caret.
    #[must_use]
    pub fn row(&self) -> Option<&GridRow> {
        self.rows.get(self.cursor)
    }

    /// The next row below that needs a count of this person: not one where it is optional, unless it is so in all of them, and
    /// not one that a colleague has begun on.
    #[must_use]
    pub fn next(&self, me: &str) -> Option<usize> {
        let after = self.cursor + 1;
        let needs = |row: &GridRow| row.case.takes_count() && row.case.rule == ExtensionRule::Required;
        let any = self.rows.iter().any(needs);
        let wanted = |row: &GridRow| if any { needs(row) } else { row.case.takes_count() };
        let free = |row: &GridRow| wanted(row) && row.colleague(me).is_none();
        self.rows.iter().skip(after).position(free).map(|place| place + after)
    }

    /// The row of a case.
    pub fn row_of(&mut self, reference: &Reference) -> Option<&mut GridRow> {
        self.rows.iter_mut().find(|row| row.case.reference == *reference)
    }

    /// How many rows have a count that is taken, and how many can have one.
    #[must_use]
    pub fn given(&self) -> (usize, usize) {
        let open = self.rows.iter().filter(|row| row.case.takes_count());
        let given =
            open.clone().filter(|row| !row.text.is_empty() && row.refusal.is_none() && row.outcome.is_none()).count();
        (given, open.count())
    }
}

/// Counts that were typed and are not known to be stored: they are on the disk, and on their way.
#[derive(Debug, Default)]
pub struct Unsaved {
    /// The newest count of each case.
    pub items: BTreeMap<Reference, CountItem>,
    /// Since when one of them waits.
    pub since: Option<Timestamp>,
    /// The request that carries them, while it is on its way.
    pub sending: Option<Ticket>,
    /// Why the last request failed.
    pub fault: Option<Fault>,
    /// What is said once they are saved.
    pub said: Option<String>,
}

impl Unsaved {
    /// When they want to be sent.
    #[must_use]
    pub fn save_at(&self) -> Option<Timestamp> {
        if self.sending.is_some() { None } else { self.since.map(|since| since + SAVE_AFTER) }
    }
}

/// Why the backend did not store a count.
#[must_use]
pub fn say_outcome(texts: &Texts, outcome: &CountOutcome) -> String {
    match outcome {
        CountOutcome::Saved => texts.say("count-outcome-saved"),
        CountOutcome::NewerVersion { version } => {
            texts.with("count-outcome-newer-version", &[("version", &version.to_string())])
        }
        CountOutcome::Solved { by, .. } => {
            texts.with("grid-solved-by", &[("name", &by.as_deref().map(clean::line).unwrap_or_default())])
        }
        CountOutcome::ColleaguesDraft { name } => texts.with("message-grid-colleague", &[("name", &clean::line(name))]),
        CountOutcome::Refused { refusals } => {
            refusals.iter().map(|refusal| say(texts, refusal)).collect::<Vec<_>>().join(" ")
        }
        CountOutcome::NotFound => texts.say("count-outcome-not-found"),
    }
}
