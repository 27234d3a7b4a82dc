//! The units of the office: the list of how they stand, one unit's page, and what is about to be written to them.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::Timestamp;
use tui_textarea::TextArea;
use uuid::Uuid;

use super::{
    dialog::{line_field, text_of},
    list::Loading,
};
use crate::{
    api::{
        extensions::{ExtensionAnswer, ExtensionLine, ExtensionRequest},
        fault::Fault,
        units::{RemindAnswer, RemindRequest, UnitPage, UnitRow, UnitStandings},
    },
    app::effect::Ticket,
    domain::unit::UnitNo,
    text::fold,
};

/// The units screen and the unit's page behind it.
#[derive(Debug)]
pub struct Units {
    /// How the units stand, once it is known.
    pub list: Option<UnitStandings>,
    /// Where the loading stands.
    pub loading: Loading,
    /// What is searched for.
    pub text: String,
    /// The number of the selected row among those that are shown.
    pub selected: usize,
    /// The first row shown.
    pub top: usize,
    /// The units that are marked, whether they are shown or not.
    pub marks: BTreeSet<UnitNo>,
    /// The unit that is open.
    pub page: PageState,
    /// The first line shown of its page.
    pub page_top: usize,
    /// What was sent last and can still be taken back.
    pub undoable: Option<NoticeUndo>,
    /// A form that was begun and left.
    pub begun: Option<(UnitNo, [String; 5])>,
}

/// Where the opening of a unit's page stands.
#[derive(Debug)]
pub enum PageState {
    /// None is open.
    None,
    /// Asked for.
    Waiting(Ticket, UnitNo),
    /// Open, and perhaps asked for again.
    Ready(Box<UnitPage>, Option<Ticket>),
    /// Could not be opened.
    Failed(UnitNo, Fault),
}

/// Notices that can still be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeUndo {
    /// The key they were sent with.
    pub key: Uuid,
    /// Until when.
    pub until: Timestamp,
}

impl Default for Units {
    fn default() -> Self {
        Self {
            list: None,
            loading: Loading::NotAsked,
            text: String::new(),
            selected: 0,
            top: 0,
            marks: BTreeSet::new(),
            page: PageState::None,
            page_top: 0,
            undoable: None,
            begun: None,
        }
    }
}

impl Units {
    /// The rows that the search leaves.
    #[must_use]
    pub fn shown(&self) -> Vec<&UnitRow> {
        let rows = self.list.as_ref().map_or(&[][..], |list| list.rows.as_slice());
        rows.iter().filter(|row| fits(row, &self.text)).collect()
    }

    /// The selected row.
    #[must_use]
    pub fn selected_row(&self) -> Option<&UnitRow> {
        self.shown().get(self.selected).copied()
    }

    /// How many marked units the search hides.
    #[must_use]
    pub fn hidden_marks(&self) -> usize {
        let shown = self.shown();
        self.marks.iter().filter(|unit| !shown.iter().any(|row| row.no == **unit)).count()
    }

    /// Takes over how the units stand, and keeps the selection on its unit.
    pub fn take(&mut self, list: UnitStandings) {
        let selected = self.selected_row().map(|row| row.no.clone());
        self.list = Some(list);
        self.loading = Loading::Ready;
        let shown = self.shown();
        let at = selected.and_then(|unit| shown.iter().position(|row| row.no == unit));
        let end = shown.len().saturating_sub(1);
        self.selected = at.unwrap_or(self.selected).min(end);
    }

    /// The unit whose page is open or asked for.
    #[must_use]
    pub fn open(&self) -> Option<&UnitNo> {
        match &self.page {
            PageState::None => None,
            PageState::Waiting(_, unit) | PageState::Failed(unit, _) => Some(unit),
            PageState::Ready(page, _) => Some(&page.unit.no),
        }
    }

    /// The open page.
    #[must_use]
    pub fn ready(&self) -> Option<&UnitPage> {
        match &self.page {
            PageState::Ready(page, _) => Some(page),
            _ => None,
        }
    }
}

/// True when all words occur in a unit's name or number and none of those with `!` does; the beginning letters of the name
/// in their order are enough, as in the queue.
fn fits(row: &UnitRow, text: &str) -> bool {
    let also = row.also.as_deref().unwrap_or_default();
    let words = fold::search(&format!("{} {also} {}", row.name, row.no));
    let name = fold::search(&row.name);
    text.split_whitespace().all(|word| {
        if let Some(unwanted) = word.strip_prefix('!').map(fold::search) {
            return unwanted.is_empty() || !words.contains(&unwanted);
        }
        let wanted = fold::search(word);
        words.contains(&wanted) || in_order(&name, &wanted)
    })
}

fn in_order(name: &str, letters: &str) -> bool {
    let mut rest = name.chars();
    name.chars().next() == letters.chars().next() && letters.chars().all(|letter| rest.any(|other| other == letter))
}

/// A decision on an extension as it is being typed.
#[derive(Debug)]
pub struct ExtensionForm {
    /// The unit.
    pub unit: UnitNo,
    /// The fields: reference, day asked, granted, day decided, day told.
    pub fields: [TextArea<'static>; 5],
    /// The field that has the focus.
    pub focus: usize,
}

impl ExtensionForm {
    /// A form, with what was begun on it.
    #[must_use]
    pub fn new(unit: UnitNo, begun: Option<&[String; 5]>) -> Self {
        let field = |place: usize| line_field(begun.and_then(|texts| texts.get(place)).map_or("", String::as_str));
        Self { unit, fields: [field(0), field(1), field(2), field(3), field(4)], focus: 0 }
    }

    /// What stands in the fields.
    #[must_use]
    pub fn texts(&self) -> [String; 5] {
        self.fields.each_ref().map(text_of)
    }

    /// The decision.
    #[must_use]
    pub fn request(&self) -> ExtensionRequest {
        let [case_ref, asked, verdict, decided, told] = self.texts();
        let given = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let line = ExtensionLine {
            line: 0,
            unit: self.unit.to_string(),
            case_ref,
            asked,
            verdict,
            decided: given(decided),
            told: given(told),
        };
        ExtensionRequest { lines: vec![line], ..ExtensionRequest::default() }
    }
}

/// What is about to be sent or registered.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// Reminders.
    Remind(RemindRequest),
    /// A decision on an extension.
    Register(ExtensionRequest),
}

/// What the backend says would come of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// Of reminders.
    Remind(RemindAnswer),
    /// Of a decision.
    Register(ExtensionAnswer),
}

impl Told {
    /// True when there is something to confirm.
    #[must_use]
    pub fn does_something(&self) -> bool {
        match self {
            Self::Remind(answer) => answer.count() > 0,
            Self::Register(answer) => answer.taken > 0,
        }
    }
}

/// The summary before notices are sent.
#[derive(Debug)]
pub struct NoticeSummary {
    /// What is wanted.
    pub wanted: Wanted,
    /// The idempotency key, made when the dialog opened.
    pub key: Uuid,
    /// When it opened: an Enter too soon after does not confirm.
    pub opened_at: Timestamp,
    /// What would come of it, once the backend has said it.
    pub told: Option<Told>,
    /// How far it has come.
    pub stage: NoticeStage,
    /// The first line shown.
    pub top: usize,
    /// The number that confirms it, as typed so far, when it goes to more than one unit.
    pub number: TextArea<'static>,
}

impl NoticeSummary {
    /// How many units are written to, when that number has to be typed: one is confirmed by Enter alone.
    #[must_use]
    pub fn number_asked(&self) -> Option<usize> {
        let Some(Told::Remind(answer)) = &self.told else { return None };
        Some(answer.count()).filter(|count| *count > 1 && self.stage == NoticeStage::Ready)
    }
}

/// How far a summary of notices has come.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeStage {
    /// The backend checks.
    Checking(Ticket),
    /// Checked: Enter confirms.
    Ready,
    /// On its way.
    Sending(Ticket),
    /// The check or the sending failed; `sent` when it was the sending: the same key can be sent again.
    Failed {
        /// Why.
        fault: Fault,
        /// Which of the two.
        sent: bool,
    },
}
