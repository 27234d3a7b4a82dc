//! A list of tasks of which only a window is loaded.
//! Imports `domain` and `api`.

use std::collections::BTreeSet;

use crate::{
    api::{
        fault::Fault,
        overview::Progress,
        tasks::{Counts, Scope, Sort, TaskPage, TaskQuery, TaskRow},
    },
    app::effect::{ListKind, Ticket},
    domain::{report::Reference, task::TaskKind},
};

/// How many rows are fetched at a time.
pub const WINDOW: usize = 200;

/// A list of tasks.
#[derive(Debug, Clone)]
pub struct List {
    /// Open tasks or archive.
    pub kind: ListKind,
    /// Which part of them.
    pub view: View,
    /// What is searched for.
    pub text: String,
    /// The column it is sorted on.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// How many rows there are in all.
    pub total: usize,
    /// How many each view holds.
    pub counts: Counts,
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
    /// How far the office has come with the period that is reported, as of the last answer.
    pub progress: Option<Progress>,
}

/// Which part of a list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Everything.
    #[default]
    All,
    /// Reports.
    Reports,
    /// Reports in a corrected version.
    Corrected,
    /// Access requests.
    Access,
    /// Reports without an open error or warning.
    Clean,
    /// Reports with one.
    Findings,
}

impl View {
    /// Every view, in the order of their digits.
    pub const ALL: [Self; 6] = [Self::All, Self::Reports, Self::Corrected, Self::Access, Self::Clean, Self::Findings];

    /// How many tasks the view holds.
    #[must_use]
    pub fn count(self, counts: &Counts) -> u32 {
        match self {
            Self::All => counts.all,
            Self::Reports => counts.reports,
            Self::Corrected => counts.corrected,
            Self::Access => counts.access,
            Self::Clean => counts.clean,
            Self::Findings => counts.findings,
        }
    }

    /// The id of its name among the texts.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::All => "view-all",
            Self::Reports => "view-reports",
            Self::Corrected => "view-corrected",
            Self::Access => "view-access",
            Self::Clean => "view-clean",
            Self::Findings => "view-findings",
        }
    }
}

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
    pub fn new(kind: ListKind) -> Self {
        let (sort, descending) = match kind {
            ListKind::Queue => (Sort::Score, false),
            ListKind::Archive => (Sort::Decided, true),
        };
        Self {
            kind,
            view: View::All,
            text: String::new(),
            sort,
            descending,
            total: 0,
            counts: Counts::default(),
            at: 0,
            rows: Vec::new(),
            selected: 0,
            top: 0,
            loading: Loading::NotAsked,
            answered: false,
            follow: None,
            marks: BTreeSet::new(),
            progress: None,
        }
    }

    /// The query of the rows around the selection.
    #[must_use]
    pub fn query(&self) -> TaskQuery {
        TaskQuery {
            scope: if self.kind == ListKind::Queue { Scope::Open } else { Scope::Solved },
            kind: match self.view {
                View::All => None,
                View::Reports | View::Corrected | View::Clean | View::Findings => Some(TaskKind::Report),
                View::Access => Some(TaskKind::Access),
            },
            corrected: self.view == View::Corrected,
            clean: match self.view {
                View::Clean => Some(true),
                View::Findings => Some(false),
                _ => None,
            },
            text: self.text.clone(),
            sort: self.sort,
            descending: self.descending,
            at: u32::try_from(self.selected.saturating_sub(WINDOW / 2)).ok(),
            around: self.follow.as_ref().map(ToString::to_string),
            limit: u32::try_from(WINDOW).ok(),
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
        self.progress = page.progress;
        self.at = page.at as usize;
        self.rows = page.rows;
        if let Some(at) = self.follow.take().and_then(|reference| self.position(&reference)) {
            self.selected = at;
        }
        self.selected = self.selected.min(self.total.saturating_sub(1));
        self.loading = Loading::Ready;
    }

    /// True when rows that are shown, or soon will be, are not loaded.
    #[must_use]
    pub fn needs_rows(&self, page: usize) -> bool {
        let from = self.top.saturating_sub(page);
        let to = (self.top + 2 * page).min(self.total);
        from < self.at.min(self.total) || to > self.at + self.rows.len()
    }
}
