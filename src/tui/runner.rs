//! Performs effects: the only place that waits for a backend. Requests that change something go one after the other.
//! Imports `client`, `app` and `api`.

mod entry;
mod teller;
mod together;
mod units;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use tokio::{
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        watch,
    },
    task::AbortHandle,
};
use uuid::Uuid;

use super::files;
use crate::{
    api::{
        batch::BatchAnswer,
        case::Draft,
        counts::{CountItem, CountsRequest},
        fault::{Fault, FaultKind},
        me::UnitList,
    },
    app::{
        effect::{Effect, Ticket},
        msg::{Recovery, Reply},
    },
    client::{
        backend::Backend,
        journal::{Journal, JournalError, Pending, PendingDecision},
    },
    clock::Clock,
    domain::{form::Form, report::Reference},
};

/// How long the opening of a case waits for what was left last time.
const LONGEST_RECOVERY: Duration = Duration::from_secs(10);

/// Performs effects against a backend.
#[derive(Debug)]
pub struct Runner<B: Backend> {
    shared: Arc<Shared<B>>,
    changes: UnboundedSender<(Effect, Timestamp)>,
    /// What is told about working together, beside everything else.
    together: together::Tellers,
}

#[derive(Debug)]
struct Shared<B: Backend> {
    backend: B,
    clock: Clock,
    journal: Mutex<Option<Journal>>,
    kept: Mutex<BTreeMap<Reference, Timestamp>>,
    /// For each request with counts on its way, under which moments its drafts are kept.
    counts: Mutex<BTreeMap<Ticket, BTreeMap<Reference, Timestamp>>>,
    touched: Mutex<BTreeSet<Reference>>,
    /// How often a decision was sent, by its key.
    asked: Mutex<BTreeMap<Uuid, u32>>,
    /// False while what was left last time is on its way to the backend.
    recovered: watch::Sender<bool>,
    replies: UnboundedSender<Reply>,
    /// Who waits to be let in again.
    at_the_door: Mutex<Option<AbortHandle>>,
    under_way: AtomicUsize,
    /// How often it was asked who I am, and which of these questions is the newest that was answered.
    who: (AtomicUsize, Mutex<usize>),
}

/// So long are words kept that somebody else has decided over: as long as the decision could come to be spoken of.
const KEPT_AFTER_A_DECISION: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A lock that a panic elsewhere does not take away: what it guards is whole after every statement.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<B: Backend> Runner<B> {
    /// A runner, and where its replies arrive.
    #[must_use]
    pub fn start(backend: B, clock: Clock, journal: Option<Journal>) -> (Self, UnboundedReceiver<Reply>) {
        let (replies, arrived) = unbounded_channel();
        let (changes, mut queue) = unbounded_channel();
        let shared = Arc::new(Shared {
            backend,
            clock,
            journal: Mutex::new(journal),
            kept: Mutex::default(),
            counts: Mutex::default(),
            touched: Mutex::default(),
            asked: Mutex::default(),
            recovered: watch::Sender::new(true),
            replies,
            at_the_door: Mutex::default(),
            under_way: AtomicUsize::new(0),
            who: (AtomicUsize::new(0), Mutex::default()),
        });
        tokio::spawn({
            let shared = Arc::clone(&shared);
            async move {
                while let Some((effect, at)) = queue.recv().await {
                    shared.change(effect, at).await;
                    shared.under_way.fetch_sub(1, Ordering::SeqCst);
                }
            }
        });
        let together = together::start(&shared);
        (Self { shared, changes, together }, arrived)
    }

    /// True when nothing is under way.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.shared.under_way.load(Ordering::SeqCst) == 0
    }

    /// The cases that something was sent about.
    #[must_use]
    pub fn touched(&self) -> BTreeSet<Reference> {
        lock(&self.shared.touched).clone()
    }

    /// The backend itself.
    #[must_use]
    pub fn backend(&self) -> &B {
        &self.shared.backend
    }

    /// Performs an effect; what comes of it arrives as a reply.
    pub fn perform(&self, effect: Effect) {
        match effect {
            Effect::MakeKey => self.shared.reply(Reply::Key(Uuid::new_v4())),
            Effect::KeepDraft(reference, draft) => self.shared.keep(&reference, &draft),
            Effect::Forget(key) => self.shared.journal(|journal| journal.decision_done(key)),
            Effect::Bulk(_, ref deed) if deed.only_reads() => self.ask(effect),
            Effect::FetchMe
            | Effect::FetchLetters(_)
            | Effect::FetchTasks(..)
            | Effect::FetchCase(..)
            | Effect::FetchReferences(..)
            | Effect::CheckMarks(..)
            | Effect::ReadFile(..)
            | Effect::FetchOverview(_)
            | Effect::FetchShelf(..)
            | Effect::Seek(..) => self.ask(effect),
            Effect::Units(wish) if wish.reads() => self.ask(Effect::Units(wish)),
            Effect::Portal(_, ref wish) if wish.only_reads() => self.ask(effect),
            Effect::Together(ticket, wish) => self.together(ticket, wish),
            Effect::Enter(ticket, person) => entry::enter(&self.shared, ticket, person),
            Effect::LeaveDoor => entry::leave(&self.shared),
            // The loop itself copies, hands texts over and quits.
            Effect::Copy(_) | Effect::Call(_) | Effect::EditOutside(_) | Effect::Quit => {}
            change => self.queue(change),
        }
    }

    fn queue(&self, change: Effect) {
        if let Effect::Decide(_, reference, version, key, decision) = &change {
            lock(&self.shared.asked).entry(*key).and_modify(|times| *times += 1).or_insert(1_u32);
            let entry = PendingDecision {
                key: *key,
                reference: reference.clone(),
                version: *version,
                decision: decision.clone(),
                at: self.shared.clock.now(),
            };
            // On the disk before it is sent: after a crash the same key is sent again, and stored once.
            self.shared.journal(|journal| journal.decision(entry));
        }
        if let Effect::SaveCounts(ticket, items) = &change {
            self.shared.stamp_counts(*ticket, items);
        }
        if change == Effect::Recover {
            self.shared.recovered.send_replace(false);
        }
        let at = self.shared.stamp(&change);
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        if self.changes.send((change, at)).is_err() {
            self.shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    }

    fn ask(&self, question: Effect) {
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        let turn = shared.who.0.fetch_add(usize::from(question == Effect::FetchMe), Ordering::SeqCst) + 1;
        tokio::spawn(async move {
            let reply = match question {
                Effect::FetchTasks(ticket, kind, query) => {
                    Some(Reply::Tasks(ticket, kind, shared.backend.tasks(query).await))
                }
                Effect::FetchCase(ticket, reference) => {
                    shared.after_recovery().await;
                    Some(Reply::Case(ticket, shared.backend.case(reference).await))
                }
                Effect::FetchOverview(ticket) => {
                    Some(Reply::Overview(ticket, shared.backend.overview(None).await.map(Box::new)))
                }
                Effect::FetchShelf(ticket, period, form) => {
                    Some(Reply::Shelf(ticket, shared.shelf(period, form).await))
                }
                Effect::Seek(ticket, query) => Some(Reply::Found(ticket, shared.backend.tasks(query).await)),
                Effect::FetchMe => {
                    shared.who_am_i(turn).await;
                    None
                }
                Effect::FetchLetters(ticket) => Some(Reply::Letters(ticket, shared.backend.letter_chain().await)),
                Effect::Bulk(ticket, deed) => Some(Reply::Bulk(ticket, shared.backend.bulk(deed).await)),
                Effect::FetchReferences(ticket, query) => {
                    Some(Reply::References(ticket, shared.backend.references(query).await))
                }
                Effect::CheckMarks(ticket, marked) => {
                    Some(Reply::MarksChecked(ticket, shared.backend.check_marks(marked).await))
                }
                Effect::ReadFile(ticket, path) => Some(Reply::FileRead(ticket, files::read(path).await)),
                Effect::Units(wish) => Some(Reply::Units(units::perform(&shared.backend, wish).await)),
                Effect::Portal(ticket, wish) => Some(Reply::Portal(ticket, shared.backend.portal(wish).await)),
                _ => None,
            };
            if let Some(reply) = reply {
                shared.reply(reply);
            }
            shared.under_way.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

impl<B: Backend> Shared<B> {
    fn reply(&self, reply: Reply) {
        // When nobody listens any more, the program is ending.
        drop(self.replies.send(reply));
    }

    /// Who I am and what period is reported; nothing where a later question was answered before, for that answer is newer.
    async fn who_am_i(&self, turn: usize) {
        let answer = self.backend.me().await;
        let mut newest = lock(&self.who.1);
        if *newest <= turn {
            *newest = if answer.is_ok() { turn } else { *newest };
            self.reply(Reply::Me(answer));
        }
    }

    fn journal(&self, write: impl FnOnce(&mut Journal) -> Result<(), JournalError>) {
        let outcome = lock(&self.journal).as_mut().map_or(Ok(()), write);
        if let Err(error) = outcome {
            self.reply(Reply::JournalFailed(error.to_string()));
        }
    }

    fn keep(&self, reference: &Reference, draft: &Draft) {
        let mut at = self.clock.now();
        self.journal(|journal| {
            at = journal.draft(reference, draft, at)?;
            Ok(())
        });
        lock(&self.kept).insert(reference.clone(), at);
    }

    /// The moment of a change; of a draft the one it is kept under. Taken when the change is queued: what is typed while
    /// it waits for its turn is newer, and must stay in the journal when this one is saved.
    fn stamp(&self, change: &Effect) -> Timestamp {
        let kept = match change {
            Effect::SaveDraft(reference, _) => lock(&self.kept).get(reference).copied(),
            _ => None,
        };
        kept.unwrap_or_else(|| self.clock.now())
    }

    async fn change(&self, effect: Effect, at: Timestamp) {
        match effect {
            Effect::SaveDraft(reference, draft) => self.save(reference, draft, at).await,
            // After the drafts that are on their way, so that what comes back has them.
            Effect::FetchCounts(ticket, query) => self.reply(Reply::Counts(ticket, self.backend.counts(query).await)),
            Effect::SaveCounts(ticket, items) => self.save_counts(ticket, items).await,
            Effect::Continue(ticket, reference, version, decision) => {
                self.touch(&reference);
                let answer = self.backend.proceed(reference, version, decision).await;
                self.reply(Reply::Continued(ticket, answer));
            }
            Effect::Decide(ticket, reference, version, key, decision) => {
                let answer = self.backend.decide(reference.clone(), version, key, decision).await;
                self.decided(&reference, key, answer.as_ref().err(), false);
                self.reply(Reply::Decided(ticket, answer));
            }
            Effect::Accept(ticket, reference, version, request) => {
                self.touch(&reference);
                let answer = self.backend.accept(reference, version, request).await;
                self.reply(Reply::Accepted(ticket, answer));
            }
            Effect::Ask(ticket, reference, key, question) => {
                self.touch(&reference);
                let answer = self.backend.ask(reference, key, question).await;
                self.reply(Reply::Asked(ticket, answer));
            }
            Effect::Bulk(ticket, deed) => {
                let answer = self.backend.bulk(deed).await;
                if let Ok(BatchAnswer::Progress(progress)) = &answer {
                    progress.results.iter().for_each(|result| self.touch(&result.reference));
                }
                self.reply(Reply::Bulk(ticket, answer));
            }
            Effect::Recall(ticket, reference, request) => {
                self.touch(&reference);
                let answer = self.backend.recall(reference, request).await;
                self.reply(Reply::Recalled(ticket, answer));
            }
            Effect::Undo(reference) => {
                self.touch(&reference);
                let answer = self.backend.undo(reference).await;
                self.reply(Reply::Undone(answer));
            }
            Effect::KeepView(view) => {
                let answer = self.backend.keep_view(view.clone()).await;
                self.reply(Reply::ViewKept(view, answer));
            }
            Effect::RemoveView(id, name) => {
                let answer = self.backend.remove_view(id).await;
                self.reply(Reply::ViewRemoved(name, answer));
            }
            Effect::Reach(ticket, reach) => self.reply(Reply::Reached(ticket, self.backend.reach(reach).await)),
            Effect::Units(wish) => self.reply(Reply::Units(units::perform(&self.backend, wish).await)),
            Effect::Portal(ticket, wish) => self.reply(Reply::Portal(ticket, self.backend.portal(wish).await)),
            Effect::Recover => {
                self.recover().await;
                self.recovered.send_replace(true);
            }
            _ => {}
        }
    }

    /// What the palette looks through.
    async fn shelf(&self, period: String, form: String) -> Result<(UnitList, Box<Form>), Fault> {
        let units = self.backend.units(period).await?;
        Ok((units, Box::new(self.backend.form(form).await?)))
    }

    /// Waits until the drafts from last time are at the backend, so that a case opens with the words that were typed on
    /// it; a backend that is very slow is not waited for.
    async fn after_recovery(&self) {
        let mut recovered = self.recovered.subscribe();
        drop(tokio::time::timeout(LONGEST_RECOVERY, recovered.wait_for(|done| *done)).await);
    }

    fn touch(&self, reference: &Reference) {
        lock(&self.touched).insert(reference.clone());
    }

    async fn save(&self, reference: Reference, draft: Draft, at: Timestamp) {
        self.touch(&reference);
        let answer = self.backend.save(reference.clone(), draft.clone()).await;
        if answer.as_ref().err().is_none_or(|fault| is_final(fault, &draft)) {
            self.journal(|journal| journal.draft_done(&reference, at));
        }
        self.reply(Reply::Saved(reference, draft, answer));
    }

    /// Notes under which moments the drafts of some counts are kept: what is typed while they wait for their turn is newer.
    fn stamp_counts(&self, ticket: Ticket, items: &[CountItem]) {
        let kept = lock(&self.kept);
        let stamps = items.iter().filter_map(|item| Some((item.reference.clone(), *kept.get(&item.reference)?)));
        lock(&self.counts).insert(ticket, stamps.collect());
    }

    async fn save_counts(&self, ticket: Ticket, items: Vec<CountItem>) {
        for item in &items {
            self.touch(&item.reference);
        }
        let answer = self.backend.save_counts(CountsRequest { counts: items.clone() }).await;
        let stamps = lock(&self.counts).remove(&ticket).unwrap_or_default();
        // Whatever came of a single count is told; only when nothing is known does the journal keep it.
        let ends = |fault: &Fault| is_final(fault, &Draft::default());
        if answer.as_ref().err().is_none_or(ends) {
            for (reference, at) in stamps {
                self.journal(|journal| journal.draft_done(&reference, at));
            }
        }
        self.reply(Reply::CountsSaved(ticket, items, answer));
    }

    /// A decision whose outcome is known needs no more care; nor does its draft, once it is stored.
    fn decided(&self, reference: &Reference, key: Uuid, fault: Option<&Fault>, from_last_time: bool) {
        let asked_before = from_last_time || lock(&self.asked).get(&key).is_some_and(|times| *times > 1);
        if fault.is_none_or(|fault| !fault.may_be_stored(asked_before)) {
            self.journal(|journal| journal.decision_done(key));
        }
        if fault.is_none() {
            let now = self.clock.now();
            self.journal(|journal| journal.draft_done(reference, now));
        }
    }

    /// Finishes what was left unconfirmed last time: decisions with their own keys first, then drafts.
    async fn recover(&self) {
        let pending = lock(&self.journal).as_ref().map(|journal| journal.pending().clone());
        let Some(Pending { drafts, decisions, .. }) = pending else { return };
        let mut outcomes = Vec::new();
        for pending in decisions {
            let reference = pending.reference.clone();
            let answer = self.backend.decide(reference.clone(), pending.version, pending.key, pending.decision).await;
            self.decided(&reference, pending.key, answer.as_ref().err(), true);
            outcomes.push(answer);
        }
        let (mut brought_back, mut refused) = (Vec::new(), Vec::new());
        for (reference, pending) in drafts {
            let answer = self.backend.save(reference.clone(), pending.draft.clone()).await;
            let old = self.clock.now().duration_since(pending.at) > KEPT_AFTER_A_DECISION;
            let given_up = |fault: &Fault| is_final(fault, &pending.draft) || old && is_second(fault, &pending.draft);
            if answer.as_ref().err().is_none_or(given_up) {
                self.journal(|journal| journal.draft_done(&reference, pending.at));
            }
            match answer {
                Ok(_) => brought_back.push(reference),
                Err(fault) if fault.colleague_who_wrote().is_some() => refused.push((reference, pending.draft)),
                Err(fault) if is_second(&fault, &pending.draft) && !old => refused.push((reference, pending.draft)),
                Err(_) => {}
            }
        }
        let recovery = Recovery { decisions: outcomes, drafts: brought_back, refused };
        if recovery != Recovery::default() {
            self.reply(Reply::Recovered(recovery));
        }
    }
}

/// True when sending the same draft again would end the same way, and nothing of it is lost by that.
fn is_final(fault: &Fault, draft: &Draft) -> bool {
    let ends = matches!(
        fault.kind,
        FaultKind::AlreadyDecided | FaultKind::NotFound | FaultKind::NotAllowed | FaultKind::Refused
    );
    ends && fault.colleague_who_wrote().is_none() && !is_second(fault, draft)
}

/// True when somebody has decided the case over words that were typed here: they stay on the disk.
fn is_second(fault: &Fault, draft: &Draft) -> bool {
    fault.kind == FaultKind::AlreadyDecided && draft.says_something()
}
