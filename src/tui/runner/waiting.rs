//! What is not confirmed: decisions that wait for a line, and what was left from last time.
//! Imports `client`, `app` and `api`.

use std::{
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::sync::mpsc::{UnboundedSender, WeakUnboundedSender};
use uuid::Uuid;

use super::{Change, KEPT_AFTER_A_DECISION, Shared, is_final, is_second, is_unfit, lock};
use crate::{
    api::{
        decide::{AskRequest, Asked, DecisionRequest},
        fault::{Fault, FaultKind},
    },
    app::{
        effect::Effect,
        msg::{Recovery, Reply, Waiting},
    },
    client::{
        backend::Backend,
        journal::{Pending, PendingDecision, PendingDraft},
    },
    domain::report::Reference,
};

/// How long after a decision that waits it is tried again whether there is a line; nothing is tried while none waits.
const TRY_AGAIN: Duration = Duration::from_secs(15);

/// What waits for a line, and who tries again.
#[derive(Debug)]
pub(super) struct Waits {
    /// The way to the queue of changes, as long as the program runs.
    changes: WeakUnboundedSender<Change>,
    /// What was told last.
    told: Mutex<Vec<Waiting>>,
    /// True while somebody tries again from time to time.
    trying: AtomicBool,
}

impl Waits {
    pub(super) fn new(changes: &UnboundedSender<Change>) -> Self {
        Self { changes: changes.downgrade(), told: Mutex::default(), trying: AtomicBool::new(false) }
    }
}

impl<B: Backend> Shared<B> {
    /// Keeps a decision until there is a line.
    pub(super) fn defer(self: &Arc<Self>, reference: Reference, version: u32, key: Uuid, decision: DecisionRequest) {
        let entry = PendingDecision { key, reference, version, decision, at: self.clock.now(), unsent: true };
        let kept = self.write(|journal| journal.decision(entry));
        self.reply(Reply::Deferred(key, kept));
        self.tell_waiting();
    }

    /// Tells which decisions wait, where that is news, and tries again from time to time as long as any does.
    pub(super) fn tell_waiting(self: &Arc<Self>) {
        let waiting: Vec<Waiting> = lock(&self.journal)
            .iter()
            .flat_map(|journal| &journal.pending().decisions)
            .map(|pending| Waiting {
                key: pending.key,
                reference: pending.reference.clone(),
                kind: pending.decision.kind,
                at: pending.at,
                unsent: pending.unsent,
            })
            .collect();
        if !waiting.is_empty() && !self.waiting.trying.swap(true, Ordering::SeqCst) {
            tokio::spawn(try_again(Arc::downgrade(self)));
        }
        let mut told = lock(&self.waiting.told);
        if *told != waiting {
            told.clone_from(&waiting);
            self.reply(Reply::Waiting(waiting));
        }
    }

    /// A decision that still waits, as it stood until now, once the disk knows that it may have been sent from now on.
    fn goes_out(self: &Arc<Self>, key: Uuid) -> Option<PendingDecision> {
        let journal = lock(&self.journal);
        let pending = journal.as_ref()?.pending().decisions.iter().find(|pending| pending.key == key)?.clone();
        drop(journal);
        (!pending.unsent || self.mark(&pending, false)).then_some(pending)
    }

    /// Notes whether a decision has certainly not been sent; true when that is on the disk.
    fn mark(self: &Arc<Self>, pending: &PendingDecision, unsent: bool) -> bool {
        let entry = PendingDecision { unsent, ..pending.clone() };
        let written = self.write(|journal| journal.decision(entry));
        self.tell_waiting();
        written
    }

    /// A decision whose outcome is known needs no more care; nor does its draft, once it is stored.
    pub(super) fn decided(
        self: &Arc<Self>,
        reference: &Reference,
        key: Uuid,
        fault: Option<&Fault>,
        from_last_time: bool,
    ) {
        let in_doubt = from_last_time || lock(&self.doubtful).contains(&key);
        if fault.is_none_or(|fault| !fault.may_be_stored(in_doubt)) {
            self.journal(|journal| journal.decision_done(key));
            lock(&self.doubtful).remove(&key);
        } else {
            lock(&self.doubtful).insert(key);
        }
        if fault.is_none() {
            let now = self.clock.now();
            self.journal(|journal| journal.draft_done(reference, now));
        }
        self.tell_waiting();
    }

    /// A question is sent under the key under which the same was sent before without an answer: also after a crash it is
    /// stored, and sent to the applicant, once.
    pub(super) async fn ask_applicant(
        &self,
        reference: Reference,
        key: Uuid,
        question: AskRequest,
    ) -> Result<Asked, Fault> {
        let named = serde_json::to_string(&("ask", &reference, &question)).unwrap_or_default();
        let mut known = key;
        self.journal(|journal| {
            (known, _) = journal.request(&named, self.clock.now())?;
            Ok(())
        });
        let answer = self.backend.ask(reference, known, question).await;
        if answer.as_ref().err().is_none_or(|fault| !fault.may_be_stored(true)) {
            self.journal(|journal| journal.request_done(known));
        }
        answer
    }

    /// Finishes what was left unconfirmed last time: decisions with their own keys first, then drafts.
    pub(super) async fn recover(self: &Arc<Self>) {
        let pending = lock(&self.journal).as_ref().map(|journal| journal.pending().clone());
        let Some(Pending { decisions, words, .. }) = pending else { return };
        let now = self.clock.now();
        let old = words.iter().filter(|(_, kept)| now.duration_since(kept.at) > KEPT_AFTER_A_DECISION);
        old.for_each(|(place, _)| self.journal(|journal| journal.words(place, "", now)));
        // As long as nobody answers, what has not been sent can be taken back.
        let unsent = decisions.iter().any(|pending| pending.unsent);
        if unsent && self.backend.me().await.is_err_and(|fault| fault.leaves_it_waiting()) {
            return;
        }
        let mut recovery = Recovery::default();
        let answered = self.send_decisions(decisions, &mut recovery).await;
        if answered {
            // A decision that was made has taken its draft along.
            self.send_drafts(&mut recovery).await;
        }
        if recovery != Recovery::default() {
            self.reply(Reply::Recovered(recovery));
        }
    }

    /// Sends the decisions that wait; false when nobody answers any more.
    async fn send_decisions(self: &Arc<Self>, decisions: Vec<PendingDecision>, recovery: &mut Recovery) -> bool {
        for pending in decisions {
            let reference = pending.reference.clone();
            // Notes of one's own go with it; afterwards nobody could store them any more.
            self.send_draft_of(&reference).await;
            let Some(before) = self.goes_out(pending.key) else { continue };
            let answer = self.backend.decide(reference.clone(), pending.version, pending.key, pending.decision).await;
            let left = |fault: &Fault| !fault.leaves_it_waiting() || fault.may_be_stored(false);
            if before.unsent && answer.as_ref().is_err_and(|fault| !left(fault)) {
                // It has not left, and can still be taken back.
                self.mark(&before, true);
                return false;
            }
            self.decided(&reference, pending.key, answer.as_ref().err(), true);
            if answer.as_ref().is_err_and(|fault| matches!(fault.kind, FaultKind::Away | FaultKind::Unknown)) {
                // It goes on waiting, and is shown so.
                return false;
            }
            recovery.decisions.push((reference, answer));
        }
        true
    }

    /// Sends what was typed on a case and is on the disk only.
    pub(super) async fn send_draft_of(&self, reference: &Reference) {
        let Some(pending) = self.typed(reference) else { return };
        if let Ok(saved) = self.backend.save(reference.clone(), pending.draft).await {
            self.journal(|journal| journal.draft_done(reference, pending.at));
            self.remember_draft(&saved);
        }
    }

    /// What was typed on a case and is on the disk only.
    pub(super) fn typed(&self, reference: &Reference) -> Option<PendingDraft> {
        let journal = lock(&self.journal);
        journal.as_ref().and_then(|journal| journal.pending().drafts.get(reference).cloned())
    }

    async fn send_drafts(self: &Arc<Self>, recovery: &mut Recovery) {
        let drafts = lock(&self.journal).as_ref().map(|journal| journal.pending().drafts.clone()).unwrap_or_default();
        let stuck = lock(&self.stuck).clone();
        for (reference, pending) in drafts.into_iter().filter(|(reference, _)| !stuck.contains(reference)) {
            let answer = self.backend.save(reference.clone(), pending.draft.clone()).await;
            let old = self.clock.now().duration_since(pending.at) > KEPT_AFTER_A_DECISION;
            let beside = |fault: &Fault| fault.colleague_who_wrote().is_some();
            let too_old = |fault: &Fault| old && fault.kind.is_verdict() && !beside(fault);
            let given_up = |fault: &Fault| is_final(fault, &pending.draft) || too_old(fault);
            if answer.as_ref().err().is_none_or(given_up) {
                self.journal(|journal| journal.draft_done(&reference, pending.at));
            }
            match answer {
                Ok(saved) => {
                    self.remember_draft(&saved);
                    recovery.drafts.push(reference);
                }
                Err(fault) if given_up(&fault) => {}
                Err(fault) if beside(&fault) || is_second(&fault, &pending.draft) => {
                    lock(&self.stuck).insert(reference.clone());
                    recovery.refused.push((reference, pending.draft));
                }
                Err(fault) if is_unfit(&fault, &pending.draft) => {
                    lock(&self.stuck).insert(reference.clone());
                    recovery.unfit.push((reference, pending.draft, fault));
                }
                Err(_) => {}
            }
        }
    }
}

/// Tries from time to time whether there is a line again, until nothing waits any more or the program has ended.
async fn try_again<B: Backend>(shared: Weak<Shared<B>>) {
    loop {
        tokio::time::sleep(TRY_AGAIN).await;
        let Some(shared) = shared.upgrade() else { return };
        let waits = lock(&shared.journal).as_ref().is_some_and(|journal| !journal.pending().decisions.is_empty());
        let Some(changes) = shared.waiting.changes.upgrade().filter(|_| waits) else {
            shared.waiting.trying.store(false, Ordering::SeqCst);
            return;
        };
        shared.under_way.fetch_add(1, Ordering::SeqCst);
        if changes.send((Effect::Recover, shared.clock.now())).is_err() {
            return;
        }
    }
}
