//! The second side of the port: a backend that answers what a script says, for tests of trouble.
//! Imports `domain` and `api`.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use uuid::Uuid;

use super::backend::{Answer, Backend};
use crate::{
    api::{
        access::{PortalAnswer, PortalWish},
        batch::{BatchAnswer, BatchDeed, BatchList},
        case::{Case, Draft},
        counts::{CountPage, CountQuery, CountsRequest, CountsSaved},
        decide::{AskRequest, Asked, Continued, Decided, DecisionRequest, Received, Saved, Undone},
        extensions::{ExtensionAnswer, ExtensionRequest},
        fault::{Fault, FaultKind},
        login::Reach,
        marks::{MarkCheck, MarksChecked, ReferenceQuery, References},
        me::{Me, UnitList},
        overview::{Overview, RecallRequest, Recalled},
        reference::LetterChain,
        review::{AcceptAnswer, AcceptRequest},
        tasks::{TaskPage, TaskQuery},
        together::{ColleagueList, Presence, TogetherAnswer, TogetherWish},
        units::{RemindAnswer, RemindRequest, UnitPage, UnitStandings, Withdrawn},
        views::{NewView, ViewList},
    },
    domain::{
        form::Form,
        report::{Reference, Submission},
        unit::UnitNo,
    },
};

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the request of the same name in `Backend`")]
pub enum Call {
    Me,
    Reach(Reach),
    Tasks(TaskQuery),
    Case(Reference),
    Save(Reference, Draft),
    Proceed(Reference, u32, DecisionRequest),
    Decide(Reference, u32, Uuid, DecisionRequest),
    Accept(Reference, u32, AcceptRequest),
    Ask(Reference, Uuid, AskRequest),
    Undo(Reference),
    Bulk(BatchDeed),
    Submit(Submission),
    Portal(PortalWish),
    Together(TogetherWish),
    Form(String),
    Units(String),
    References(ReferenceQuery),
    CheckMarks(MarkCheck),
    KeepView(NewView),
    RemoveView(String),
    Counts(CountQuery),
    SaveCounts(CountsRequest),
    Overview(Option<String>),
    LetterChain,
    Recall(Reference, RecallRequest),
    Standings(Option<String>),
    UnitPage(UnitNo, Option<String>),
    Remind(Uuid, RemindRequest),
    Register(Uuid, ExtensionRequest),
    Withdraw(Uuid),
}

/// What is answered.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is the answer of the request of the same name in `Backend`")]
pub enum Reply {
    Me(Me),
    Portal(PortalAnswer),
    Together(TogetherAnswer),
    Tasks(TaskPage),
    Case(Case),
    Save(Saved),
    Proceed(Continued),
    Decide(Decided),
    Accept(AcceptAnswer),
    Ask(Asked),
    Undo(Undone),
    Bulk(BatchAnswer),
    Receive(Received),
    Form(Form),
    Units(UnitList),
    References(References),
    CheckMarks(MarksChecked),
    Views(ViewList),
    Counts(CountPage),
    SaveCounts(CountsSaved),
    Overview(Box<Overview>),
    Letters(LetterChain),
    Recall(Recalled),
    Standings(Box<UnitStandings>),
    UnitPage(Box<UnitPage>),
    Remind(RemindAnswer),
    Register(ExtensionAnswer),
    Withdraw(Withdrawn),
    /// Whatever was asked, it ends in this fault. A time-out after sending is [`FaultKind::Unknown`].
    Fault(Fault),
}

/// A backend with its answers written down beforehand: the n-th request gets the n-th answer.
#[derive(Debug, Default)]
pub struct Scripted {
    script: Mutex<VecDeque<(Duration, Reply)>>,
    calls: Mutex<Vec<Call>>,
}

impl Scripted {
    /// A backend without answers: every request finds it away.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an answer.
    #[must_use]
    pub fn then(self, reply: Reply) -> Self {
        self.late(Duration::ZERO, reply)
    }

    /// Adds an answer that comes late.
    #[must_use]
    pub fn late(self, after: Duration, reply: Reply) -> Self {
        self.script.lock().unwrap_or_else(PoisonError::into_inner).push_back((after, reply));
        self
    }

    /// What was asked so far.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// True when the next answer is of a kind.
    fn speaks_of(&self, kind: impl FnOnce(&Reply) -> bool) -> bool {
        let script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.front().is_some_and(|(_, reply)| kind(reply))
    }

    /// The next answer; one of another kind than was asked for is as good as nonsense.
    async fn next<T>(&self, call: Call, fits: impl FnOnce(Reply) -> Option<T> + Send) -> Answer<T> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).push(call);
        let next = self.script.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some((after, reply)) = next else { return Err(Fault::new(FaultKind::Away)) };
        if !after.is_zero() {
            tokio::time::sleep(after).await;
        }
        match reply {
            Reply::Fault(fault) => Err(fault),
            other => fits(other).ok_or_else(|| Fault::new(FaultKind::Garbled)),
        }
    }
}

/// The content of a reply of one kind.
macro_rules! of {
    ($kind:ident) => {
        |reply| match reply {
            Reply::$kind(content) => Some(content),
            _ => None,
        }
    };
}

impl Backend for Scripted {
    async fn me(&self) -> Answer<Me> {
        self.next(Call::Me, of!(Me)).await
    }

    async fn reach(&self, reach: Reach) -> Answer<Me> {
        self.next(Call::Reach(reach), of!(Me)).await
    }

    async fn tasks(&self, query: TaskQuery) -> Answer<TaskPage> {
        self.next(Call::Tasks(query), of!(Tasks)).await
    }

    async fn case(&self, reference: Reference) -> Answer<Case> {
        self.next(Call::Case(reference), of!(Case)).await
    }

    async fn save(&self, reference: Reference, draft: Draft) -> Answer<Saved> {
        self.next(Call::Save(reference, draft), of!(Save)).await
    }

    async fn proceed(&self, reference: Reference, version: u32, decision: DecisionRequest) -> Answer<Continued> {
        self.next(Call::Proceed(reference, version, decision), of!(Proceed)).await
    }

    async fn decide(
        &self,
        reference: Reference,
        version: u32,
        key: Uuid,
        decision: DecisionRequest,
    ) -> Answer<Decided> {
        self.next(Call::Decide(reference, version, key, decision), of!(Decide)).await
    }

    async fn accept(&self, reference: Reference, version: u32, request: AcceptRequest) -> Answer<AcceptAnswer> {
        self.next(Call::Accept(reference, version, request), of!(Accept)).await
    }

    async fn ask(&self, reference: Reference, key: Uuid, question: AskRequest) -> Answer<Asked> {
        self.next(Call::Ask(reference, key, question), of!(Ask)).await
    }

    async fn undo(&self, reference: Reference) -> Answer<Undone> {
        self.next(Call::Undo(reference), of!(Undo)).await
    }

    async fn bulk(&self, deed: BatchDeed) -> Answer<BatchAnswer> {
        // Asked at every start: a script that does not speak of it has nothing unfinished.
        if deed == BatchDeed::Unfinished && !self.speaks_of(|reply| matches!(reply, Reply::Bulk(_))) {
            return Ok(BatchAnswer::List(BatchList { batches: vec![] }));
        }
        self.next(Call::Bulk(deed), of!(Bulk)).await
    }

    async fn submit(&self, submission: Submission) -> Answer<Received> {
        self.next(Call::Submit(submission), of!(Receive)).await
    }

    async fn portal(&self, wish: PortalWish) -> Answer<PortalAnswer> {
        self.next(Call::Portal(wish), of!(Portal)).await
    }

    async fn together(&self, wish: TogetherWish) -> Answer<TogetherAnswer> {
        // Asked whenever a case is opened or left: a script that does not speak of it has nobody else in the office.
        match wish {
            TogetherWish::Look(reference, _) if !self.speaks_of(|reply| matches!(reply, Reply::Together(_))) => {
                Ok(TogetherAnswer::Presence(Presence {
                    reference,
                    viewers: vec![],
                    elsewhere: false,
                    renew_seconds: 3600,
                }))
            }
            TogetherWish::Colleagues => Ok(TogetherAnswer::Colleagues(ColleagueList { people: vec![] })),
            wish => self.next(Call::Together(wish), of!(Together)).await,
        }
    }

    async fn form(&self, version: String) -> Answer<Form> {
        self.next(Call::Form(version), of!(Form)).await
    }

    async fn overview(&self, period: Option<String>) -> Answer<Overview> {
        let overview: Box<Overview> = self.next(Call::Overview(period), of!(Overview)).await?;
        Ok(*overview)
    }

    async fn letter_chain(&self) -> Answer<LetterChain> {
        self.next(Call::LetterChain, of!(Letters)).await
    }

    async fn recall(&self, reference: Reference, request: RecallRequest) -> Answer<Recalled> {
        self.next(Call::Recall(reference, request), of!(Recall)).await
    }

    async fn units(&self, period: String) -> Answer<UnitList> {
        self.next(Call::Units(period), of!(Units)).await
    }

    async fn references(&self, query: ReferenceQuery) -> Answer<References> {
        self.next(Call::References(query), of!(References)).await
    }

    async fn check_marks(&self, marked: MarkCheck) -> Answer<MarksChecked> {
        self.next(Call::CheckMarks(marked), of!(CheckMarks)).await
    }

    async fn keep_view(&self, view: NewView) -> Answer<ViewList> {
        self.next(Call::KeepView(view), of!(Views)).await
    }

    async fn remove_view(&self, id: String) -> Answer<ViewList> {
        self.next(Call::RemoveView(id), of!(Views)).await
    }

    async fn counts(&self, query: CountQuery) -> Answer<CountPage> {
        self.next(Call::Counts(query), of!(Counts)).await
    }

    async fn save_counts(&self, request: CountsRequest) -> Answer<CountsSaved> {
        self.next(Call::SaveCounts(request), of!(SaveCounts)).await
    }

    async fn standings(&self, period: Option<String>) -> Answer<UnitStandings> {
        self.next(Call::Standings(period), of!(Standings)).await.map(|boxed| *boxed)
    }

    async fn unit_page(&self, unit: UnitNo, period: Option<String>) -> Answer<UnitPage> {
        self.next(Call::UnitPage(unit, period), of!(UnitPage)).await.map(|boxed| *boxed)
    }

    async fn remind(&self, key: Uuid, request: RemindRequest) -> Answer<RemindAnswer> {
        self.next(Call::Remind(key, request), of!(Remind)).await
    }

    async fn register(&self, key: Uuid, request: ExtensionRequest) -> Answer<ExtensionAnswer> {
        self.next(Call::Register(key, request), of!(Register)).await
    }

    async fn withdraw(&self, key: Uuid) -> Answer<Withdrawn> {
        self.next(Call::Withdraw(key), of!(Withdraw)).await
    }
}
