//! Performs effects: the only place that waits for a backend. Requests that change something go one after the other.
//! Imports `client`, `app` and `api`.

mod asking;
mod entry;
mod teller;
mod together;
mod units;
mod waiting;

use std::{
    collections::{BTreeMap, BTreeSet},
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
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

use crate::{
    api::{
        batch::{BatchAnswer, BatchDeed},
        case::Draft,
        counts::{CountItem, CountsRequest},
        fault::{Fault, FaultKind},
    },
    app::{
        effect::{Effect, Ticket},
        msg::Reply,
    },
    client::{
        backend::Backend,
        journal::{Journal, JournalError, PendingDecision},
        memory::Memory,
    },
    clock::Clock,
    domain::report::Reference,
};

/// How long the opening of a case waits for what was left last time.
const LONGEST_RECOVERY: Duration = Duration::from_secs(10);

/// An answer that is so long on its way is told of, so that nobody wonders whether the program hangs.
const LONG: Duration = Duration::from_secs(5);

/// What the place where a person is goes by in the memory.
pub const PLACE: &str = "place";

/// What lies on the disk of the person who uses the program.
#[derive(Debug, Default)]
pub struct Kept {
    /// What is not yet confirmed.
    pub journal: Option<Journal>,
    /// What was answered earlier.
    pub memory: Option<Memory>,
    /// Where the person was.
    pub place: Option<Memory>,
}

/// Performs effects against a backend.
#[derive(Debug)]
pub struct Runner<B: Backend> {
    shared: Arc<Shared<B>>,
    changes: UnboundedSender<Change>,
    /// What is told about working together, beside everything else.
    together: together::Tellers,
}

/// A change, and the moment it was queued or is kept under.
type Change = (Effect, Timestamp);

#[derive(Debug)]
struct Shared<B: Backend> {
    backend: B,
    clock: Clock,
    journal: Mutex<Option<Journal>>,
    kept: Mutex<BTreeMap<Reference, Timestamp>>,
    /// For each request with counts on its way, under which moments its drafts are kept.
    counts: Mutex<BTreeMap<Ticket, BTreeMap<Reference, Timestamp>>>,
    touched: Mutex<BTreeSet<Reference>>,
    /// The cases whose words the backend does not take as they are: they stay on the disk, and are not sent again and again.
    stuck: Mutex<BTreeSet<Reference>>,
    /// The decisions of this run of which an attempt may have been stored without an answer, by their keys.
    doubtful: Mutex<BTreeSet<Uuid>>,
    /// False while what was left last time is on its way to the backend.
    recovered: watch::Sender<bool>,
    replies: UnboundedSender<Reply>,
    /// Who waits to be let in again.
    at_the_door: Mutex<Option<AbortHandle>>,
    under_way: AtomicUsize,
    /// How often it was asked who I am, and which of these questions is the newest that was answered.
    who: (AtomicUsize, Mutex<usize>),
    /// What was answered earlier, where it is kept.
    memory: Option<Memory>,
    /// Where the person was, where that is kept.
    place: Option<Memory>,
    /// True once the disk did not take what was typed, until it does.
    disk_fails: AtomicBool,
    /// True once the backend has answered.
    answered: AtomicBool,
    /// What waits for a line, and who tries again.
    waiting: waiting::Waits,
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
    pub fn start(backend: B, clock: Clock, kept: Kept) -> (Self, UnboundedReceiver<Reply>) {
        let Kept { journal, memory, place } = kept;
        let (replies, arrived) = unbounded_channel();
        let (changes, mut queue) = unbounded_channel::<Change>();
        let shared = Arc::new(Shared {
            backend,
            clock,
            journal: Mutex::new(journal),
            kept: Mutex::default(),
            counts: Mutex::default(),
            touched: Mutex::default(),
            stuck: Mutex::default(),
            doubtful: Mutex::default(),
            recovered: watch::Sender::new(true),
            replies,
            at_the_door: Mutex::default(),
            under_way: AtomicUsize::new(0),
            who: (AtomicUsize::new(0), Mutex::default()),
            memory,
            place,
            disk_fails: AtomicBool::new(false),
            answered: AtomicBool::new(false),
            waiting: waiting::Waits::new(&changes),
        });
        tokio::spawn({
            let shared = Arc::clone(&shared);
            async move {
                while let Some((effect, at)) = queue.recv().await {
                    shared.patiently(shared.change(effect, at)).await;
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
            Effect::KeepPlace(place) => {
                if let Some(left) = &self.shared.place {
                    left.keep(PLACE, &place, self.shared.clock.now());
                }
            }
            Effect::KeepWords(place, text) => {
                let at = self.shared.clock.now();
                self.shared.journal(|journal| journal.words(&place, &text, at));
            }
            Effect::KeepDraft(reference, draft) => self.shared.keep(&reference, &draft),
            Effect::Defer(reference, version, key, decision) => self.shared.defer(reference, version, key, decision),
            Effect::Forget(key) => {
                self.shared.journal(|journal| journal.decision_done(key));
                self.shared.tell_waiting();
            }
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
            Effect::Copy(_) | Effect::Call(_) | Effect::Speak(_) | Effect::EditOutside(_) | Effect::Quit => {}
            change => self.queue(change),
        }
    }

    fn queue(&self, change: Effect) {
        if let Effect::Decide(_, reference, version, key, decision) = &change {
            let entry = PendingDecision {
                key: *key,
                reference: reference.clone(),
                version: *version,
                decision: decision.clone(),
                at: self.shared.clock.now(),
                unsent: false,
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
}

impl<B: Backend> Shared<B> {
    fn reply(&self, reply: Reply) {
        // When nobody listens any more, the program is ending.
        drop(self.replies.send(reply));
    }

    /// Waits for an answer, and tells when that takes long, and when it is over.
    async fn patiently<T>(&self, answer: impl Future<Output = T>) -> T {
        let mut answer = pin!(answer);
        if let Ok(answered) = tokio::time::timeout(LONG, &mut answer).await {
            return answered;
        }
        self.reply(Reply::Slow(true));
        let answered = answer.await;
        self.reply(Reply::Slow(false));
        answered
    }

    fn journal(&self, write: impl FnOnce(&mut Journal) -> Result<(), JournalError>) {
        self.write(write);
    }

    /// Writes to the journal, and tells when the disk does not take it, or does again; true when it is on the disk.
    fn write(&self, write: impl FnOnce(&mut Journal) -> Result<(), JournalError>) -> bool {
        let Some(written) = lock(&self.journal).as_mut().map(write) else { return false };
        let failed_before = self.disk_fails.swap(written.is_err(), Ordering::SeqCst);
        match &written {
            Err(error) => self.reply(Reply::JournalFailed(error.to_string())),
            Ok(()) if failed_before => self.reply(Reply::JournalWorks),
            Ok(()) => {}
        }
        written.is_ok()
    }

    fn keep(&self, reference: &Reference, draft: &Draft) {
        let mut at = self.clock.now();
        self.journal(|journal| {
            at = journal.draft(reference, draft, at)?;
            Ok(())
        });
        lock(&self.kept).insert(reference.clone(), at);
        lock(&self.stuck).remove(reference);
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

    async fn change(self: &Arc<Self>, effect: Effect, at: Timestamp) {
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
                self.send_draft_of(&reference).await;
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
                let answer = self.ask_applicant(reference, key, question).await;
                self.reply(Reply::Asked(ticket, answer));
            }
            Effect::Bulk(ticket, deed) => self.bulk(ticket, deed).await,
            Effect::Recall(ticket, reference, request) => {
                self.touch(&reference);
                let answer = self.backend.recall(reference, request).await;
                self.reply(Reply::Recalled(ticket, answer));
            }
            Effect::Undo(reference) => {
                self.touch(&reference);
                let answer = self.backend.undo(reference.clone()).await;
                self.reply(Reply::Undone(reference, answer));
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
                self.tell_waiting();
            }
            _ => {}
        }
    }

    async fn bulk(&self, ticket: Ticket, deed: BatchDeed) {
        let answer = self.backend.bulk(deed).await;
        if let Ok(BatchAnswer::Progress(progress)) = &answer {
            progress.results.iter().for_each(|result| self.touch(&result.reference));
        }
        self.reply(Reply::Bulk(ticket, answer));
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
        if let Ok(saved) = &answer {
            self.remember_draft(saved);
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
}

/// True when sending the same draft again would end the same way, and nothing of it is lost by that.
fn is_final(fault: &Fault, draft: &Draft) -> bool {
    let ends = matches!(
        fault.kind,
        FaultKind::AlreadyDecided | FaultKind::NotFound | FaultKind::NotAllowed | FaultKind::Refused
    );
    ends && fault.colleague_who_wrote().is_none() && !is_second(fault, draft) && !is_unfit(fault, draft)
}

/// True when the backend does not take words as they are, such as too many of them: they stay on the disk until they are
/// mended.
fn is_unfit(fault: &Fault, draft: &Draft) -> bool {
    fault.kind == FaultKind::Refused && fault.colleague_who_wrote().is_none() && draft.says_something()
}

/// True when somebody has decided the case over words that were typed here: they stay on the disk.
fn is_second(fault: &Fault, draft: &Draft) -> bool {
    fault.kind == FaultKind::AlreadyDecided && draft.says_something()
}
