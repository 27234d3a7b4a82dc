//! The batch on the screen: where it stands, which case the cursor is on, what the dry run showed.
//! Imports `domain` and `api`.

use crate::{
    api::{
        batch::{Batch, DryRunLine, Item, ItemResult},
        fault::Fault,
    },
    app::effect::Ticket,
    domain::{
        batch::{BatchState, ItemState, Sample},
        report::Reference,
    },
};

/// A batch on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BatchView {
    /// The batch, once the backend has answered.
    pub batch: Option<Batch>,
    /// The case the cursor is on, by its place.
    pub cursor: usize,
    /// The first case shown, by its place.
    pub top: usize,
    /// What the dry run showed; none before it, and none once the batch has changed since.
    pub dry_run: Option<Vec<DryRunLine>>,
    /// How many of what it showed a colleague has taken.
    pub taken: u32,
    /// The request that is under way.
    pub waiting: Option<Ticket>,
    /// Why the last request failed.
    pub fault: Option<Fault>,
    /// The case of the sample that is being looked at.
    pub looking: Option<Reference>,
}

/// The four steps, as they stand in the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The policy has refused everything, or nothing is left.
    Nothing,
    /// 2: the sample is looked through.
    Sample,
    /// 3: the sample is done, the dry run comes.
    DryRun,
    /// 4: the dry run was shown, the number comes.
    Number,
    /// Its decisions are being made.
    Running,
    /// It has ended, was taken back or given up.
    Ended,
}

impl BatchView {
    /// The step the batch is at.
    #[must_use]
    pub fn step(&self) -> Step {
        let Some(batch) = &self.batch else { return Step::Nothing };
        match batch.state {
            BatchState::Running => Step::Running,
            BatchState::Done | BatchState::Undone | BatchState::Stopped => Step::Ended,
            BatchState::Open if batch.tally.waiting == 0 => Step::Nothing,
            BatchState::Open if batch.unseen() > 0 => Step::Sample,
            BatchState::Open if self.dry_run.is_none() => Step::DryRun,
            BatchState::Open => Step::Number,
        }
    }

    /// The cases in the order they are shown: the sample first, then the rest, then what is not decided.
    #[must_use]
    pub fn shown(&self) -> Vec<&Item> {
        let Some(batch) = &self.batch else { return Vec::new() };
        let mut items: Vec<&Item> = batch.items.iter().collect();
        items.sort_by_key(|item| rank(item));
        items
    }

    /// The case the cursor is on.
    #[must_use]
    pub fn selected(&self) -> Option<&Item> {
        self.shown().get(self.cursor).copied()
    }

    /// The place of the next case of the sample that nobody has looked at, from the cursor on.
    #[must_use]
    pub fn next_unseen(&self) -> Option<usize> {
        let shown = self.shown();
        let unseen = |place: &usize| shown.get(*place).is_some_and(|item| is_unseen(item));
        (self.cursor..shown.len()).find(unseen).or_else(|| (0..shown.len()).find(unseen))
    }

    /// Takes over a batch with its cases, and goes to the next case that is to be looked at.
    pub fn take(&mut self, batch: Batch) {
        self.waiting = None;
        self.fault = None;
        self.batch = Some(batch);
        self.cursor = self.cursor.min(self.shown().len().saturating_sub(1));
        if let Some(next) = self.next_unseen() {
            self.cursor = next;
        }
    }

    /// Takes over how far it has come; the cases themselves were not sent again.
    pub fn follow(&mut self, batch: Batch, results: &[ItemResult]) {
        self.waiting = None;
        self.fault = None;
        let Some(known) = self.batch.as_mut().filter(|known| known.id == batch.id) else { return };
        let mut items = std::mem::take(&mut known.items);
        for result in results {
            if let Some(item) = items.iter_mut().find(|item| item.reference == result.reference) {
                item.state = result.state;
                item.why.clone_from(&result.why);
            }
        }
        *known = Batch { items, ..batch };
    }
}

/// True for a case of the sample that nobody has looked at.
#[must_use]
pub fn is_unseen(item: &Item) -> bool {
    item.sample == Sample::Drawn && item.state == ItemState::Waiting
}

fn rank(item: &Item) -> u8 {
    match (item.state, item.sample) {
        (ItemState::Waiting, Sample::Drawn | Sample::Accepted) => 0,
        (ItemState::Waiting, Sample::No) => 1,
        (ItemState::Dropped, _) => 2,
        (ItemState::Decided | ItemState::Undone, _) => 3,
        (ItemState::TakenOut, _) => 4,
        (ItemState::Refused, _) => 5,
    }
}
