//! A list of tasks of which only a window is loaded.
//! Imports `domain` and `api`.

use std::collections::BTreeSet;

use crate::{
    api::{
        fault::Fault,
        overview::Progress,
        tasks::{Counts, Scope, Sort, TaskPage, TaskQuery, TaskRow},
        views::ViewCount,
    },
    app::effect::{ListKind, Ticket},
    domain::{query::view::View, report::Reference},
};

use super::marks::Marking;

/// How many rows are fetched at a time.
const WINDOW: usize = 200;
/// How many on a slow line: what a screen shows, and a little.
const SMALL_WINDOW: usize = 50;

/// How many rows are fetched at a time.
#[must_use]
pub fn window(thrifty: bool) -> usize {
    if thrifty { SMALL_WINDOW } else { WINDOW }
}

/// A list of tasks.
#[derive(Debug, Clone)]
pub struct List {
    /// Open tasks or archive.
    pub kind: ListKind,
    /// Which part of them.
    pub view: View,
    /// What is searched for, as far as it was understood.
    pub text: String,
    /// The column it is sorted on.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// How many rows there are in all.
    pub total: usize,
    /// How many there are whatever the view and the search.
    pub counts: Counts,
    /// The views, with how many each holds once the backend has told.
    pub views: Vec<ViewCount>,
    /// How many rows are fetched at a time.
    pub window: usize,
    /// The row number of the first loaded row.
    pub at: usize,
    /// The loaded rows.
    pub rows: Vec<TaskRow>,
    /// The row number of the selected row.
    pub selected: usize,
    /// The row number of the first row shown.
    pub top: usize,
    /// Where the loading stands.
    pub loading: Loading,
    answered: bool,
    /// The reference the selection stays on when the rows are fetched again.
    pub follow: Option<Reference>,
    /// The rows that are marked (*merket*), whether the window or the filter shows them or not.
    pub marks: BTreeSet<Reference>,
    /// What goes on round the marks.
    pub marking: Marking,
    /// How far the office has come with the period that is reported, as of the last answer.
    pub progress: Option<Progress>,
}

/// The columns that `o` goes through in the queue.
const QUEUE_SORTS: [Sort; 12] = [
    Sort::Score,
    Sort::Deadline,
    Sort::Reference,
    Sort::Name,
    Sort::Unit,
    Sort::Kind,
    Sort::Findings,
    Sort::Version,
    Sort::Received,
    Sort::Holder,
    Sort::Draft,
    Sort::Badges,
];
/// The columns that `o` goes through in the archive.
const ARCHIVE_SORTS: [Sort; 10] = [
    Sort::Decided,
    Sort::Reference,
    Sort::Name,
    Sort::Unit,
    Sort::Kind,
    Sort::State,
    Sort::DecidedBy,
    Sort::Version,
    Sort::Returns,
    Sort::Delivery,
];

/// Where the loading of a list stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loading {
    /// Nothing was asked for yet.
    NotAsked,
    /// Asked; `again` when something changed meanwhile.
    Waiting {
        /// The request.
        ticket: Ticket,
        /// Ask once more when the answer is there.
        again: bool,
    },
    /// The rows are what the backend said last.
    Ready,
    /// The last request failed; older rows may still be there.
    Failed(Fault),
}

impl List {
    /// A list that has asked for nothing yet.
    #[must_use]
    pub fn new(kind: ListKind, views: &[View]) -> Self {
        let (sort, descending) = match kind {
            ListKind::Queue => (Sort::Score, false),
            ListKind::Archive => (Sort::Decided, true),
        };
        let shown = views.iter().filter(|view| kind == ListKind::Queue || !view.open_only);
        Self {
            kind,
            view: View::everything(views),
            text: String::new(),
            sort,
            descending,
            total: 0,
            counts: Counts::default(),
            views: shown.map(|view| ViewCount { view: view.clone(), count: None }).collect(),
            window: WINDOW,
            at: 0,
            rows: Vec::new(),
            selected: 0,
            top: 0,
            loading: Loading::NotAsked,
            answered: false,
            follow: None,
            marks: BTreeSet::new(),
            marking: Marking::default(),
            progress: None,
        }
    }

    /// The search of the view and the words together.
    #[must_use]
    pub fn search(&self) -> String {
        self.search_with(&self.text)
    }

    /// The search of the view together with other words.
    #[must_use]
    pub fn search_with(&self, text: &str) -> String {
        format!("{} {}", self.view.query, text).trim().to_owned()
    }

    /// The column after the one it is sorted on, and whether its largest come first.
    #[must_use]
    pub fn next_sort(&self) -> (Sort, bool) {
        let sorts = if self.kind == ListKind::Queue { &QUEUE_SORTS[..] } else { &ARCHIVE_SORTS[..] };
        let place = sorts.iter().position(|sort| *sort == self.sort).map_or(0, |place| place + 1);
        let sort = sorts.get(place).or_else(|| sorts.first()).copied().unwrap_or_default();
        (sort, matches!(sort, Sort::Decided | Sort::Findings | Sort::Returns))
    }

    /// True when the largest stand first: of the score they do unless it is turned.
    #[must_use]
    pub fn falls(&self) -> bool {
        self.descending != (self.sort == Sort::Score)
    }

    /// What is marked, in the order of the list; what is not loaded comes last.
    #[must_use]
    pub fn marked(&self) -> Vec<Reference> {
        let shown = self.rows.iter().map(|row| &row.reference).filter(|reference| self.marks.contains(*reference));
        let rest = self.marks.iter().filter(|reference| self.position(reference).is_none());
        shown.chain(rest).cloned().collect()
    }

    /// How many marks the view and the search do not hold, when all their rows are loaded.
    #[must_use]
    pub fn hidden_marks(&self) -> Option<usize> {
        if self.marks.is_empty() {
            return Some(0);
        }
        let whole = self.loading == Loading::Ready && self.at == 0 && self.rows.len() == self.total;
        let held = || self.rows.iter().filter(|row| self.marks.contains(&row.reference)).count();
        whole.then(|| self.marks.len() - held())
    }

    /// Keeps the stretch that is being marked on the row it began at.
    pub fn keep_range(&mut self) {
        let Some(place) = self.marking.range.as_ref().and_then(|range| self.position(&range.from)) else { return };
        if let Some(range) = &mut self.marking.range {
            range.at = place;
        }
    }

    /// The query of the rows around the selection.
    #[must_use]
    pub fn query(&self) -> TaskQuery {
        TaskQuery {
            scope: if self.kind == ListKind::Queue { Scope::Open } else { Scope::Solved },
            query: self.search(),
            sort: self.sort,
            descending: self.descending,
            at: u32::try_from(self.selected.saturating_sub(self.window / 2)).ok(),
            around: self.follow.as_ref().map(ToString::to_string),
            limit: u32::try_from(self.window).ok(),
            ..TaskQuery::default()
        }
    }

    /// True when the backend has answered at least once.
    #[must_use]
    pub fn was_answered(&self) -> bool {
        self.answered
    }

    /// The row with a number, if it is loaded.
    #[must_use]
    pub fn row(&self, number: usize) -> Option<&TaskRow> {
        self.rows.get(number.checked_sub(self.at)?)
    }

    /// The selected row, if it is loaded.
    #[must_use]
    pub fn selected_row(&self) -> Option<&TaskRow> {
        self.row(self.selected)
    }

    /// The number of the row with a reference, if it is loaded.
    #[must_use]
    pub fn position(&self, reference: &Reference) -> Option<usize> {
        self.rows.iter().position(|row| row.reference == *reference).map(|index| index + self.at)
    }

    /// Takes over a window of rows and keeps the selection on its reference, or on its place when that is gone.
    pub fn take(&mut self, page: TaskPage) {
        self.answered = true;
        self.total = page.total as usize;
        self.counts = page.counts;
        self.take_views(page.views);
        self.progress = page.progress;
        self.at = page.at as usize;
        self.rows = page.rows;
        if let Some(at) = self.follow.take().and_then(|reference| self.position(&reference)) {
            self.selected = at;
        }
        self.selected = self.selected.min(self.total.saturating_sub(1));
        self.loading = Loading::Ready;
    }

    /// Takes over the views and, of the one that is shown, its name.
    fn take_views(&mut self, views: Vec<ViewCount>) {
        if let Some(same) = views.iter().find(|one| one.view.id == self.view.id) {
            self.view.name.clone_from(&same.view.name);
        }
        self.views = views;
    }

    /// True when rows that are shown, or soon will be, are not loaded; with a small window only those that are shown count.
    #[must_use]
    pub fn needs_rows(&self, page: usize) -> bool {
        let ahead = if self.window == WINDOW { page } else { 0 };
        let from = self.top.saturating_sub(ahead);
        let to = (self.top + page + ahead).min(self.total);
        from < self.at.min(self.total) || to > self.at + self.rows.len()
    }
}
