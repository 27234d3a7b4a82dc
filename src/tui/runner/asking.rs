//! Questions: what only reads, asked all at once, with what was answered earlier shown meanwhile or in place of an answer that
//! does not come.
//! Imports `client`, `app` and `api`.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use super::{Runner, Shared, lock, units};
use crate::{
    api::{
        access::PortalWish,
        case::Case,
        decide::Saved,
        fault::{Fault, FaultKind},
        me::{Me, UnitList},
        tasks::TaskQuery,
    },
    app::{
        effect::{Effect, Ticket, UnitsWish},
        msg::{Reply, UnitsAnswer},
    },
    client::{backend::Backend, memory::Memory},
    domain::{form::Form, report::Reference},
    tui::files,
};

/// After so long an answer is slow: what is remembered is shown, and the answer takes its place when it comes.
const SLOW: Duration = Duration::from_millis(300);
/// The same where what is remembered is all that is shown until the person asks again.
const VERY_SLOW: Duration = Duration::from_secs(2);

impl<B: Backend> Runner<B> {
    pub(super) fn ask(&self, question: Effect) {
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        let turn = shared.who.0.fetch_add(usize::from(question == Effect::FetchMe), Ordering::SeqCst) + 1;
        let shown = shared.shows_early(&question) && shared.tell_remembered(&question);
        tokio::spawn(async move {
            let (reply, shown) = shared.patiently(shared.answer_or_memory(&question, turn, shown)).await;
            if let Some(reply) = reply {
                let serves = is_away(&reply) && !waits_on(&question) && (shown || shared.tell_remembered(&question));
                // Where what was remembered is the answer, that there is no line is told with it.
                if !serves {
                    shared.remember(&question, &reply);
                    if is_away(&reply) && !shown {
                        shared.tell_remembered(&question);
                    }
                    shared.reply(reply);
                }
            }
            shared.under_way.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

impl<B: Backend> Shared<B> {
    /// The answer, and whether something older was shown because it was so long on its way.
    async fn answer_or_memory(&self, question: &Effect, turn: usize, shown: bool) -> (Option<Reply>, bool) {
        let answer = self.answer(question.clone(), turn);
        if shown || self.memory.is_none() {
            return (answer.await, shown);
        }
        let mut answer = std::pin::pin!(answer);
        let patience = if waits_on(question) { SLOW } else { VERY_SLOW };
        match tokio::time::timeout(patience, &mut answer).await {
            Ok(reply) => (reply, false),
            Err(_slow) => {
                let shown = self.tell_remembered(question);
                (answer.await, shown)
            }
        }
    }

    async fn answer(&self, question: Effect, turn: usize) -> Option<Reply> {
        let backend = &self.backend;
        Some(match question {
            Effect::FetchTasks(ticket, kind, query) => Reply::Tasks(ticket, kind, backend.tasks(query).await),
            Effect::FetchCase(ticket, reference) => {
                self.after_recovery().await;
                let answer = backend.case(reference.clone()).await;
                if answer.is_ok() {
                    self.tell_typed(&reference);
                }
                Reply::Case(ticket, answer)
            }
            Effect::FetchOverview(ticket) => Reply::Overview(ticket, backend.overview(None).await.map(Box::new)),
            Effect::FetchShelf(ticket, period, form) => Reply::Shelf(ticket, self.shelf(period, form).await),
            Effect::Seek(ticket, query) => Reply::Found(ticket, backend.tasks(query).await),
            Effect::FetchMe => return self.who_am_i(turn).await,
            Effect::FetchLetters(ticket) => Reply::Letters(ticket, backend.letter_chain().await),
            Effect::Bulk(ticket, deed) => Reply::Bulk(ticket, backend.bulk(deed).await),
            Effect::FetchReferences(ticket, query) => Reply::References(ticket, backend.references(query).await),
            Effect::CheckMarks(ticket, marked) => Reply::MarksChecked(ticket, backend.check_marks(marked).await),
            Effect::ReadFile(ticket, path) => Reply::FileRead(ticket, files::read(path).await),
            Effect::Units(wish) => Reply::Units(units::perform(backend, wish).await),
            Effect::Portal(ticket, wish) => Reply::Portal(ticket, backend.portal(wish).await),
            _ => return None,
        })
    }

    /// Who I am and what period is reported; nothing where a later question was answered before, for that answer is newer.
    async fn who_am_i(&self, turn: usize) -> Option<Reply> {
        let answer = self.backend.me().await;
        let mut newest = lock(&self.who.1);
        let counts = *newest <= turn;
        if counts && answer.is_ok() {
            *newest = turn;
        }
        counts.then_some(Reply::Me(answer))
    }

    /// What the palette looks through.
    async fn shelf(&self, period: String, form: String) -> Result<(UnitList, Box<Form>), Fault> {
        let units = self.backend.units(period).await?;
        Ok((units, Box::new(self.backend.form(form).await?)))
    }

    /// True for what is shown as it was while it is asked anew: the queue at the start. A case is waited for as long as that is
    /// not slow, so that nobody begins to write on an older one.
    fn shows_early(&self, question: &Effect) -> bool {
        match question {
            Effect::FetchMe | Effect::FetchTasks(..) => !self.answered.load(Ordering::Relaxed),
            _ => false,
        }
    }

    /// Tells what was answered to a question earlier; false where nothing is known of it.
    fn tell_remembered(&self, question: &Effect) -> bool {
        let Some(memory) = &self.memory else { return false };
        let Some((seen, mut reply)) = asked(question).and_then(|asked| recall(memory, &asked, question)) else {
            return false;
        };
        if let Reply::Case(_, Ok(case)) = &mut reply {
            self.put_words_back(case);
        }
        self.reply(Reply::Remembered(seen, Box::new(reply)));
        true
    }

    /// What was typed on a case and is on the disk only is told before the case is.
    fn tell_typed(&self, reference: &Reference) {
        if let Some(pending) = self.typed(reference) {
            self.reply(Reply::Typed(reference.clone(), pending.draft));
        }
    }

    /// What was typed on a case and is still on its way stands on it, whatever the backend said of it earlier.
    fn put_words_back(&self, case: &mut Case) {
        if let Some(pending) = self.typed(case.reference()) {
            case.put_draft(pending.draft);
        }
    }

    /// The case that is remembered has the draft that was stored since.
    pub(super) fn remember_draft(&self, saved: &Saved) {
        let Some(memory) = &self.memory else { return };
        let Some(asked) = asked(&Effect::FetchCase(Ticket::default(), saved.reference.clone())) else { return };
        if let Some((seen, mut case)) = memory.recall::<Case>(&asked) {
            case.put_draft(saved.draft.clone());
            memory.keep(&asked, &case, seen);
        }
    }

    /// Keeps what a question was answered.
    fn remember(&self, question: &Effect, reply: &Reply) {
        let Some(memory) = &self.memory else { return };
        let Some(asked) = asked(question) else { return };
        let keeping = Keeping { memory, asked, seen: self.clock.now() };
        let kept = match reply {
            Reply::Me(answer) => {
                if let Ok(me) = answer {
                    memory.note_person(&me.person, keeping.seen);
                }
                keeping.keep(answer)
            }
            Reply::Tasks(_, _, answer) | Reply::Found(_, answer) => keeping.keep(answer),
            Reply::Case(_, answer) => keeping.keep(answer),
            Reply::Overview(_, answer) => keeping.keep(answer),
            Reply::Letters(_, answer) => keeping.keep(answer),
            Reply::Shelf(_, answer) => keeping.keep(answer),
            Reply::Bulk(_, answer) => keeping.keep(answer),
            Reply::Portal(_, answer) => keeping.keep(answer),
            Reply::Units(UnitsAnswer::Standings(_, answer)) => keeping.keep(answer),
            Reply::Units(UnitsAnswer::Page(_, answer)) => keeping.keep(answer),
            _ => false,
        };
        if kept {
            self.answered.store(true, Ordering::Relaxed);
        }
    }
}

/// A question, and where its answer is kept.
struct Keeping<'a> {
    memory: &'a Memory,
    asked: String,
    seen: Timestamp,
}

impl Keeping<'_> {
    /// Keeps an answer, unless it is none.
    fn keep<T: Serialize>(&self, answer: &Result<T, Fault>) -> bool {
        let Ok(answer) = answer else { return false };
        self.memory.keep(&self.asked, answer, self.seen);
        true
    }
}

/// What a question is called; none for one whose answer is of use only now.
fn asked(question: &Effect) -> Option<String> {
    fn named(name: &str, what: &impl Serialize) -> Option<String> {
        serde_json::to_string(what).ok().map(|what| format!("{name} {what}"))
    }
    match question {
        Effect::FetchMe => Some("me".to_owned()),
        Effect::FetchTasks(_, _, query) | Effect::Seek(_, query) => {
            // Which row the window lay around is of no use another time.
            named("tasks", &TaskQuery { around: None, ..query.clone() })
        }
        Effect::FetchCase(_, reference) => named("case", reference),
        Effect::FetchOverview(_) => Some("overview".to_owned()),
        Effect::FetchLetters(_) => Some("letters".to_owned()),
        Effect::FetchShelf(_, period, form) => named("shelf", &(period, form)),
        Effect::Units(UnitsWish::Standings(_)) => Some("standings".to_owned()),
        Effect::Units(UnitsWish::Page(_, unit)) => named("unit", unit),
        Effect::Portal(_, wish) if wish.only_reads() => named("portal", wish),
        Effect::Bulk(_, deed) if deed.only_reads() => named("batch", deed),
        _ => None,
    }
}

/// The reply that was remembered, with the ticket of the question.
fn recall(memory: &Memory, asked: &str, question: &Effect) -> Option<(Timestamp, Reply)> {
    fn with<T: DeserializeOwned>(
        memory: &Memory,
        asked: &str,
        reply: impl FnOnce(T) -> Reply,
    ) -> Option<(Timestamp, Reply)> {
        memory.recall::<T>(asked).map(|(seen, answer)| (seen, reply(answer)))
    }
    match question {
        Effect::FetchMe => with::<Me>(memory, asked, |me| Reply::Me(Ok(me))),
        Effect::FetchTasks(ticket, kind, _) => with(memory, asked, |page| Reply::Tasks(*ticket, *kind, Ok(page))),
        Effect::Seek(ticket, _) => with(memory, asked, |page| Reply::Found(*ticket, Ok(page))),
        Effect::FetchCase(ticket, _) => with(memory, asked, |case| Reply::Case(*ticket, Ok(case))),
        Effect::FetchOverview(ticket) => with(memory, asked, |overview| Reply::Overview(*ticket, Ok(overview))),
        Effect::FetchLetters(ticket) => with(memory, asked, |letters| Reply::Letters(*ticket, Ok(letters))),
        Effect::FetchShelf(ticket, ..) => with(memory, asked, |shelf| Reply::Shelf(*ticket, Ok(shelf))),
        Effect::Units(UnitsWish::Standings(ticket)) => {
            with(memory, asked, |answer| Reply::Units(UnitsAnswer::Standings(*ticket, Ok(answer))))
        }
        Effect::Units(UnitsWish::Page(ticket, _)) => {
            with(memory, asked, |answer| Reply::Units(UnitsAnswer::Page(*ticket, Ok(answer))))
        }
        Effect::Portal(ticket, PortalWish::Figures(_) | PortalWish::Units | PortalWish::List(_)) => {
            with(memory, asked, |answer| Reply::Portal(*ticket, Ok(answer)))
        }
        Effect::Bulk(ticket, _) => with(memory, asked, |answer| Reply::Bulk(*ticket, Ok(answer))),
        _ => None,
    }
}

/// True for a reply that did not come because there was no line, or nobody at its other end.
fn is_away(reply: &Reply) -> bool {
    let fault = match reply {
        Reply::Me(answer) => answer.as_ref().err(),
        Reply::Tasks(_, _, answer) | Reply::Found(_, answer) => answer.as_ref().err(),
        Reply::Case(_, answer) => answer.as_ref().err(),
        Reply::Overview(_, answer) => answer.as_ref().err(),
        Reply::Letters(_, answer) => answer.as_ref().err(),
        Reply::Shelf(_, answer) => answer.as_ref().err(),
        Reply::Bulk(_, answer) => answer.as_ref().err(),
        Reply::Portal(_, answer) => answer.as_ref().err(),
        Reply::Units(UnitsAnswer::Standings(_, answer)) => answer.as_ref().err(),
        Reply::Units(UnitsAnswer::Page(_, answer)) => answer.as_ref().err(),
        _ => None,
    };
    fault.is_some_and(|fault| matches!(fault.kind, FaultKind::Away | FaultKind::Unknown | FaultKind::Storage))
}

/// True where the screen goes on waiting for the backend behind what was remembered, and is told when nothing comes.
fn waits_on(question: &Effect) -> bool {
    matches!(question, Effect::FetchMe | Effect::FetchTasks(..) | Effect::FetchCase(..))
}
