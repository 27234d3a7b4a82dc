//! The port: everything the program may ask of a backend. Two sides implement it: HTTP, and a scripted one in tests.
//! Imports `domain` and `api`.

use std::future::Future;

use uuid::Uuid;

use crate::{
    api::{
        access::{PortalAnswer, PortalWish},
        batch::{BatchAnswer, BatchDeed},
        case::{Case, Draft},
        counts::{CountPage, CountQuery, CountsRequest, CountsSaved},
        decide::{AskRequest, Asked, Continued, Decided, DecisionRequest, Received, Saved, Undone},
        extensions::{ExtensionAnswer, ExtensionRequest},
        fault::Fault,
        login::{DoorCode, EntryFault, LetIn, Reach},
        marks::{MarkCheck, MarksChecked, ReferenceQuery, References},
        me::{Me, UnitList},
        overview::{Overview, RecallRequest, Recalled},
        reference::LetterChain,
        review::{AcceptAnswer, AcceptRequest},
        tasks::{TaskPage, TaskQuery},
        together::{TogetherAnswer, TogetherWish},
        units::{RemindAnswer, RemindRequest, UnitPage, UnitStandings, Withdrawn},
        views::{NewView, ViewList},
    },
    domain::{
        form::Form,
        report::{Reference, Submission},
        unit::UnitNo,
    },
};

/// What came of a request.
pub type Answer<T> = Result<T, Fault>;

/// Everything the program may ask of a backend.
///
/// # Errors
/// Every request ends in a [`Fault`] that says whether anything was stored.
pub trait Backend: Send + Sync + 'static {
    /// Let the person in again: what they are shown meanwhile is told, and nobody else is let in.
    fn enter(
        &self,
        person: String,
        told: impl Fn(DoorCode) + Send + Sync + 'static,
    ) -> impl Future<Output = Result<LetIn, EntryFault>> + Send {
        drop((person, told));
        std::future::ready(Err(EntryFault::NoLogin))
    }
    /// From now on, say in this language why something is not done.
    fn speak(&self, _language: &str) {}
    /// Who I am.
    fn me(&self) -> impl Future<Output = Answer<Me>> + Send;
    /// How I am reached at work, from now on.
    fn reach(&self, reach: Reach) -> impl Future<Output = Answer<Me>> + Send;
    /// A window of tasks.
    fn tasks(&self, query: TaskQuery) -> impl Future<Output = Answer<TaskPage>> + Send;
    /// One case in full.
    fn case(&self, reference: Reference) -> impl Future<Output = Answer<Case>> + Send;
    /// Lagre.
    fn save(&self, reference: Reference, draft: Draft) -> impl Future<Output = Answer<Saved>> + Send;
    /// Fortsett arbeidsflyt, on the version that was seen.
    fn proceed(
        &self,
        reference: Reference,
        version: u32,
        decision: DecisionRequest,
    ) -> impl Future<Output = Answer<Continued>> + Send;
    /// Bekreft, on the version that was seen. The same key may be sent again: it is stored once.
    fn decide(
        &self,
        reference: Reference,
        version: u32,
        key: Uuid,
        decision: DecisionRequest,
    ) -> impl Future<Output = Answer<Decided>> + Send;
    /// Godta avvik, on the version that was seen.
    fn accept(
        &self,
        reference: Reference,
        version: u32,
        request: AcceptRequest,
    ) -> impl Future<Output = Answer<AcceptAnswer>> + Send;
    /// Ask an applicant for more information.
    fn ask(&self, reference: Reference, key: Uuid, question: AskRequest) -> impl Future<Output = Answer<Asked>> + Send;
    /// Take the last decision of a case back.
    fn undo(&self, reference: Reference) -> impl Future<Output = Answer<Undone>> + Send;
    /// Do something with a batch.
    fn bulk(&self, deed: BatchDeed) -> impl Future<Output = Answer<BatchAnswer>> + Send;
    /// Submit a report.
    fn submit(&self, submission: Submission) -> impl Future<Output = Answer<Received>> + Send;
    /// Ask or do something about access to the published figures.
    fn portal(&self, wish: PortalWish) -> impl Future<Output = Answer<PortalAnswer>> + Send;
    /// Take, release or look at a task, or ask who the colleagues are.
    fn together(&self, wish: TogetherWish) -> impl Future<Output = Answer<TogetherAnswer>> + Send;
    /// A form version.
    fn form(&self, version: String) -> impl Future<Output = Answer<Form>> + Send;
    /// What is needed to give the extension counts of many reports.
    fn counts(&self, query: CountQuery) -> impl Future<Output = Answer<CountPage>> + Send;
    /// Lagre, of the extension counts of many reports.
    fn save_counts(&self, request: CountsRequest) -> impl Future<Output = Answer<CountsSaved>> + Send;
    /// The countdown of a period; without one, of the one that is reported now.
    fn overview(&self, period: Option<String>) -> impl Future<Output = Answer<Overview>> + Send;
    /// The chain of the directorate's letters.
    fn letter_chain(&self) -> impl Future<Output = Answer<LetterChain>> + Send;
    /// Ask the directorate to have a sent approval back.
    fn recall(&self, reference: Reference, request: RecallRequest) -> impl Future<Output = Answer<Recalled>> + Send;
    /// The units of the caller's office in a period.
    fn units(&self, period: String) -> impl Future<Output = Answer<UnitList>> + Send;
    /// The references of the open tasks of a search.
    fn references(&self, query: ReferenceQuery) -> impl Future<Output = Answer<References>> + Send;
    /// What has become of marked tasks.
    fn check_marks(&self, marked: MarkCheck) -> impl Future<Output = Answer<MarksChecked>> + Send;
    /// Keep a view of one's own.
    fn keep_view(&self, view: NewView) -> impl Future<Output = Answer<ViewList>> + Send;
    /// Remove a view of one's own, by its id.
    fn remove_view(&self, id: String) -> impl Future<Output = Answer<ViewList>> + Send;
    /// How the units of the caller's office stand in a period.
    fn standings(&self, period: Option<String>) -> impl Future<Output = Answer<UnitStandings>> + Send;
    /// Everything the office has on a unit.
    fn unit_page(&self, unit: UnitNo, period: Option<String>) -> impl Future<Output = Answer<UnitPage>> + Send;
    /// Purr. The same key may be sent again: it is stored once.
    fn remind(&self, key: Uuid, request: RemindRequest) -> impl Future<Output = Answer<RemindAnswer>> + Send;
    /// Register decisions on extensions. The same key may be sent again: it is stored once.
    fn register(&self, key: Uuid, request: ExtensionRequest) -> impl Future<Output = Answer<ExtensionAnswer>> + Send;
    /// Take the reminders or registered decisions of a key back.
    fn withdraw(&self, key: Uuid) -> impl Future<Output = Answer<Withdrawn>> + Send;
}
