//! The case that is open: its points as rows, the draft and what of it is saved.
//! Imports `domain`, `checks` and `api`.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::review::Heed;
use crate::{
    api::{
        case::{Case, Draft, ReportCase},
        fault::Fault,
        me::Me,
    },
    app::{command::Command, effect::Ticket},
    checks::versions::changes,
    domain::{
        access::AccessRole,
        form::{FilledBy, Point, key},
        report::Reference,
        task::State,
    },
};

/// A change is saved at the backend this long after it was made.
const SAVE_AFTER: SignedDuration = SignedDuration::from_secs(1);

/// Where the opening of a case stands.
#[derive(Debug)]
pub enum CaseState {
    /// None is open.
    None,
    /// Asked for.
    Waiting(Ticket, Reference),
    /// Open.
    Ready(Box<OpenCase>),
    /// Could not be opened.
    Failed(Reference, Fault),
}

impl CaseState {
    /// The open case.
    #[must_use]
    pub fn ready(&self) -> Option<&OpenCase> {
        match self {
            Self::Ready(open) => Some(open),
            _ => None,
        }
    }

    /// The open case, to change it.
    pub fn ready_mut(&mut self) -> Option<&mut OpenCase> {
        match self {
            Self::Ready(open) => Some(open),
            _ => None,
        }
    }

    /// The reference of the case that is open or asked for.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        match self {
            Self::None => None,
            Self::Waiting(_, reference) | Self::Failed(reference, _) => Some(reference),
            Self::Ready(open) => Some(open.case.reference()),
        }
    }
}

/// One line of the report screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The heading of a section: its place among the sections.
    Heading(usize),
    /// A section that was taken out: its place among the removed ones.
    Removed(usize),
    /// A point: the places of its section and of itself.
    Point(usize, usize),
}

/// The open case.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four things that have nothing to do with each other")]
pub struct OpenCase {
    /// The case as the backend gave it.
    pub case: Case,
    /// The lines of the report screen.
    pub rows: Vec<Row>,
    /// The selected line, always a point where there is one.
    pub cursor: usize,
    /// The first line shown.
    pub top: usize,
    /// What is begun on it.
    pub draft: Draft,
    /// Since when something in the draft is not yet saved.
    pub unsaved_since: Option<Timestamp>,
    /// True while a draft is on its way to the backend.
    pub saving: bool,
    /// Why the draft could not be saved at the backend; it is on the disk all the same.
    pub save_fault: Option<Fault>,
    /// The lines that have been on the screen.
    pub viewed: BTreeSet<usize>,
    /// Only the points that changed since the version before.
    pub changes_only: bool,
    /// The finding that was gone to, by its place in the review.
    pub finding: Option<usize>,
    /// What must be seen before the comment leaves.
    pub heed: Heed,
    /// A newer version than the one that is shown.
    pub newer: Option<u32>,
    /// The request that fetches the case again.
    pub reload: Option<Ticket>,
    /// True when the person did not ask for that: a newer version waits until they do.
    pub quiet: bool,
    /// True when the person has said that a colleague's draft is theirs to go on with.
    pub taken_over: bool,
    /// The colleague whose draft is stored while something else was typed here: what was typed is shown, is on the disk, and
    /// is sent when the person takes over.
    pub beside: Option<String>,
    /// The key that was told of a colleague's draft: the same again takes it over.
    pub asked_over: Option<Command>,
    /// As what access shall be granted, where that is not what is suggested.
    pub role: Option<AccessRole>,
    /// True when that was confirmed by itself.
    pub role_confirmed: bool,
}

impl OpenCase {
    /// A case as it was fetched, with the draft that lies on it.
    #[must_use]
    pub fn new(case: Case) -> Self {
        let version = case.row().version;
        let mut draft = case.draft().cloned().unwrap_or_default();
        if draft.version != version {
            // What was seen of an older version says nothing of this one; what was typed is kept.
            draft.seen.clear();
            draft.version = version;
        }
        let mut open = Self {
            case,
            rows: Vec::new(),
            cursor: 0,
            top: 0,
            draft,
            unsaved_since: None,
            saving: false,
            save_fault: None,
            viewed: BTreeSet::new(),
            changes_only: false,
            finding: None,
            heed: Heed::default(),
            newer: None,
            reload: None,
            quiet: false,
            taken_over: false,
            beside: None,
            asked_over: None,
            role: None,
            role_confirmed: false,
        };
        open.lay_out();
        open
    }

    /// Takes over what was typed on the same case before it was fetched again. A draft that a colleague has stored meanwhile
    /// is nobody's to write over unread: what was typed, or is being typed, stays beside it.
    pub fn carry_over(&mut self, before: &Self, me: &str, typing: bool) {
        if before.case.reference() != self.case.reference() {
            return;
        }
        self.role = before.role;
        let theirs = self.draft.colleague(me).map(str::to_owned);
        let same_draft = self.draft.is_the_same_as(&before.draft);
        let unsaved = before.unsaved_since.is_some() || before.saving;
        let own = before.beside.is_some() || before.colleague(me).is_none() && (unsaved || typing);
        let newer = self.draft.saved_at >= before.draft.saved_at;
        if let Some(name) = theirs.filter(|_| own && newer && !same_draft) {
            self.put_beside(name, before.draft.clone());
        } else if unsaved || !newer || before.beside.is_some() {
            let seen = std::mem::take(&mut self.draft.seen);
            self.draft = Draft { version: self.draft.version, seen, ..before.draft.clone() };
            self.unsaved_since = before.unsaved_since;
            self.saving = before.saving;
            self.taken_over = before.taken_over;
        } else {
            self.taken_over = before.taken_over && same_draft;
        }
        if before.case.row().version == self.case.row().version {
            self.draft.seen.extend(before.draft.seen.iter().copied());
            self.viewed.clone_from(&before.viewed);
            self.changes_only = before.changes_only;
            self.lay_out();
            self.cursor = before.cursor.min(self.rows.len().saturating_sub(1));
            self.top = before.top;
        }
    }

    /// Shows what was typed here beside the draft that a colleague has stored. It is based on no stored draft, so that
    /// nobody takes it for read, whenever it is sent.
    pub fn put_beside(&mut self, name: String, typed: Draft) {
        let version = self.draft.version;
        self.draft = Draft { version, person: String::new(), name: String::new(), saved_at: None, ..typed };
        (self.beside, self.taken_over, self.asked_over) = (Some(name), false, None);
        self.unsaved_since = None;
    }

    /// Takes in what was typed here earlier and is not stored: beside a colleague's draft, in the place of one's own that it
    /// went on from, and otherwise together with it.
    pub fn put_typed(&mut self, typed: Draft, me: &str, now: Timestamp) {
        let name = self.draft.colleague(me).map(str::to_owned);
        let goes_on = name.is_none() && typed.saved_at == self.draft.saved_at;
        let theirs = name.is_some();
        let before = self.draft.clone();
        self.put_beside(name.unwrap_or_default(), typed);
        if goes_on {
            (self.beside, self.unsaved_since) = (None, Some(now));
            let Draft { person, name, saved_at, .. } = before;
            (self.draft.person, self.draft.name, self.draft.saved_at) = (person, name, saved_at);
        } else if !theirs {
            self.join_beside(now);
        }
    }

    /// Puts what the colleague has written to what was typed here: nothing of either is lost, and both can be sent.
    pub fn join_beside(&mut self, now: Timestamp) {
        if self.beside.take().is_none() {
            return;
        }
        self.taken_over = true;
        self.unsaved_since = Some(now);
        let Some(theirs) = self.case.draft().cloned() else { return };
        let own = &mut self.draft;
        own.comment = joined(&own.comment, &theirs.comment);
        if own.extensions.is_empty() {
            own.extensions = theirs.extensions;
        }
        for (point, note) in theirs.notes {
            let noted = own.notes.entry(point).or_default();
            *noted = joined(noted, &note).replace("\n\n", " / ");
        }
        own.bookmarks.extend(theirs.bookmarks);
        (own.person, own.name, own.saved_at) = (theirs.person, theirs.name, theirs.saved_at);
    }

    /// True when the case waits for a decision.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.case.row().state == State::Open
    }

    /// True when the case is solved and its decision can still be taken back by a person: one's own, by a leader anybody's.
    #[must_use]
    pub fn undoable_by(&self, me: Option<&Me>, now: Timestamp) -> bool {
        let row = self.case.row();
        let may = me.is_some_and(|me| me.role.undoes_for_others() || row.decided_by.as_ref() == Some(&me.name));
        may && !self.is_open() && row.undo_until.is_some_and(|until| until > now)
    }

    /// The colleague whose draft is stored, until the person has taken it over.
    #[must_use]
    pub fn colleague(&self, me: &str) -> Option<&str> {
        self.beside.as_deref().or_else(|| self.draft.colleague(me).filter(|_| !self.taken_over))
    }

    /// The report, when the case is one.
    #[must_use]
    pub fn report(&self) -> Option<&ReportCase> {
        match &self.case {
            Case::Report(report) => Some(report),
            Case::Access(_) => None,
        }
    }

    /// The point of a line.
    #[must_use]
    pub fn point(&self, row: Row) -> Option<&Point> {
        let Row::Point(section, point) = row else { return None };
        self.report()?.form.sections.get(section)?.points.get(point)
    }

    /// The selected point.
    #[must_use]
    pub fn selected_point(&self) -> Option<&Point> {
        self.point(*self.rows.get(self.cursor)?)
    }

    /// The line of a point.
    #[must_use]
    pub fn row_of(&self, key: &str) -> Option<usize> {
        self.rows.iter().position(|row| self.point(*row).is_some_and(|point| point.key == key))
    }

    /// The keys of the points that changed between the version before and the newest one.
    #[must_use]
    pub fn changed(&self) -> BTreeSet<&str> {
        let Some(report) = self.report() else { return BTreeSet::new() };
        let [.., before, newest] = report.versions.as_slice() else { return BTreeSet::new() };
        let changed = changes(&report.form, &before.values, &newest.values);
        changed.into_iter().map(|change| change.point.key.as_str()).collect()
    }

    /// Makes the lines of the report screen, and puts the cursor on the first point.
    pub fn lay_out(&mut self) {
        let rows = self.all_rows();
        self.rows = if self.changes_only {
            // What was asked about comes first, answered or not.
            let asked = self.asked_points();
            let changed = self.changed();
            let of = |row: &Row| self.point(*row).map(|point| point.key.as_str());
            let is_asked = |row: &Row| of(row).is_some_and(|key| asked.contains(key));
            let is_changed = |row: &Row| of(row).is_some_and(|key| changed.contains(key));
            let (first, rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(is_asked);
            first.into_iter().chain(rest.into_iter().filter(is_changed)).collect()
        } else {
            rows
        };
        self.top = 0;
        self.cursor = self.rows.iter().position(|row| matches!(row, Row::Point(..))).unwrap_or(0);
    }

    fn all_rows(&self) -> Vec<Row> {
        let Some(report) = self.report() else { return Vec::new() };
        let form = &report.form;
        let mut rows = Vec::new();
        for (place, section) in form.sections.iter().enumerate() {
            let before =
                place.checked_sub(1).and_then(|before| form.sections.get(before)).map_or(0, |before| before.no);
            let gap = |no: u8| no > before && no < section.no;
            rows.extend(
                form.removed
                    .iter()
                    .enumerate()
                    .filter(|(_, removed)| gap(removed.section))
                    .map(|(at, _)| Row::Removed(at)),
            );
            rows.push(Row::Heading(place));
            let shown = |point: &Point| !matches!(point.key.as_str(), key::APPROVED | key::COMMENT);
            rows.extend(
                section
                    .points
                    .iter()
                    .enumerate()
                    .filter(|(_, point)| shown(point))
                    .map(|(at, _)| Row::Point(place, at)),
            );
        }
        rows
    }

    /// The sections that a municipality fills in: the ones that must be seen.
    pub fn sections_to_see(&self) -> impl Iterator<Item = (usize, &crate::domain::form::Section)> {
        let sections = self.report().map_or(&[][..], |report| report.form.sections.as_slice());
        let filled = |points: &[Point]| points.iter().any(|point| point.filled_by == FilledBy::Municipality);
        sections.iter().enumerate().filter(move |(_, section)| filled(&section.points))
    }

    /// The numbers and titles of the sections that have not been seen, in a language.
    #[must_use]
    pub fn unseen(&self, language: &str) -> Vec<String> {
        self.sections_to_see()
            .filter(|(_, section)| !self.draft.seen.contains(&section.no))
            .map(|(_, section)| format!("{} {}", section.no, section.title_in(language)))
            .collect()
    }

    /// Notes which lines are on the screen, and which sections have thereby been seen in full.
    pub fn note_seen(&mut self, shown: usize) {
        self.note_shown(self.top..(self.top + shown).min(self.rows.len()));
    }

    /// Notes that these lines were shown or told.
    pub fn note_shown(&mut self, lines: std::ops::Range<usize>) {
        self.viewed.extend(lines);
        if self.changes_only {
            return;
        }
        let full = |place: usize| {
            self.rows
                .iter()
                .enumerate()
                .filter(|(_, row)| matches!(row, Row::Point(at, _) if *at == place))
                .all(|(line, _)| self.viewed.contains(&line))
        };
        let seen: Vec<u8> =
            self.sections_to_see().filter(|(place, _)| full(*place)).map(|(_, section)| section.no).collect();
        self.draft.seen.extend(seen);
    }

    /// When the draft wants to be saved.
    #[must_use]
    pub fn save_at(&self) -> Option<Timestamp> {
        if self.saving { None } else { self.unsaved_since.map(|since| since + SAVE_AFTER) }
    }
}

/// Two texts as one: the longer where it holds the other, else one after the other.
fn joined(own: &str, theirs: &str) -> String {
    match (own.trim(), theirs.trim()) {
        (one, other) if one.contains(other) => own.to_owned(),
        (one, other) if other.contains(one) => theirs.to_owned(),
        (one, other) => format!("{one}\n\n{other}"),
    }
}
