//! What shall be done outside: plain data that can be compared, logged and forbidden by a test.
//! Imports `domain` and `api`.

use uuid::Uuid;

use crate::{
    api::{
        access::PortalWish,
        batch::BatchDeed,
        case::Draft,
        counts::{CountItem, CountQuery},
        decide::{AskRequest, DecisionRequest},
        extensions::ExtensionRequest,
        login::Reach,
        marks::{MarkCheck, ReferenceQuery},
        overview::RecallRequest,
        review::AcceptRequest,
        tasks::TaskQuery,
        together::TogetherWish,
        units::RemindRequest,
        views::NewView,
    },
    domain::{report::Reference, unit::UnitNo},
};

/// Ties a reply to its request: a reply with an old ticket is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ticket(pub u64);

/// Which list a window of tasks is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// The open tasks.
    Queue,
    /// The archive.
    Archive,
}

/// What is asked or done about units.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitsWish {
    /// Fetch how the units stand.
    Standings(Ticket),
    /// Fetch a unit's page.
    Page(Ticket, UnitNo),
    /// Purr, or only tell, with the key of the dialog.
    Remind(Ticket, Uuid, RemindRequest),
    /// Register a decision on an extension, or only tell, with the key of the dialog.
    Register(Ticket, Uuid, ExtensionRequest),
    /// Take the notices of a key back.
    Withdraw(Uuid),
}

impl UnitsWish {
    /// True when it only reads.
    #[must_use]
    pub fn reads(&self) -> bool {
        matches!(self, Self::Standings(_) | Self::Page(..))
    }
}

/// What shall be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask who I am.
    FetchMe,
    /// Let the person with this id in again.
    Enter(Ticket, String),
    /// Nobody waits to be let in any more.
    LeaveDoor,
    /// Note how the person is reached at work.
    Reach(Ticket, Reach),
    /// Finish what was left unconfirmed last time.
    Recover,
    /// Fetch a window of tasks.
    FetchTasks(Ticket, ListKind, TaskQuery),
    /// Fetch a case.
    FetchCase(Ticket, Reference),
    /// Note on the disk where the person is.
    KeepPlace(Box<super::model::place::Place>),
    /// Write to the disk what was typed somewhere else than in a draft, with the name of that place; nothing once it is sent.
    KeepWords(String, String),
    /// Write a draft to the disk, at once.
    KeepDraft(Reference, Draft),
    /// Lagre: save a draft at the backend.
    SaveDraft(Reference, Draft),
    /// Fetch what is needed to give the extension counts of many reports.
    FetchCounts(Ticket, CountQuery),
    /// Lagre: save the extension counts of many reports as drafts at the backend.
    SaveCounts(Ticket, Vec<CountItem>),
    /// Read a file with extension counts.
    ReadFile(Ticket, String),
    /// Fortsett arbeidsflyt, on the version that was seen.
    Continue(Ticket, Reference, u32, DecisionRequest),
    /// Bekreft, on the version that was seen, with the key of the dialog.
    Decide(Ticket, Reference, u32, Uuid, DecisionRequest),
    /// Keep a decision until there is a line, on the version that was seen, with the key of the dialog.
    Defer(Reference, u32, Uuid, DecisionRequest),
    /// Forget a decision that was not sent, or whose outcome is not known: the person gave it up.
    Forget(Uuid),
    /// Godta avvik, on the version that was seen.
    Accept(Ticket, Reference, u32, AcceptRequest),
    /// Ask an applicant for more information.
    Ask(Ticket, Reference, Uuid, AskRequest),
    /// Ask the directorate to have a sent approval back.
    Recall(Ticket, Reference, RecallRequest),
    /// Fetch the countdown of the period that is reported.
    FetchOverview(Ticket),
    /// Fetch the chain of the directorate's letters.
    FetchLetters(Ticket),
    /// Fetch what the palette looks through: the units of a period, and a form version.
    FetchShelf(Ticket, String, String),
    /// Look for tasks for the palette.
    Seek(Ticket, TaskQuery),
    /// Take a decision back.
    Undo(Reference),
    /// Do something with a batch.
    Bulk(Ticket, BatchDeed),
    /// Ask or do something about units.
    Units(UnitsWish),
    /// Make a fresh idempotency key.
    MakeKey,
    /// Copy a text to the terminal's clipboard.
    Copy(String),
    /// Speak a language from now on: its code. The backend is told, so that its refusals are in it.
    Speak(String),
    /// Call the person, who may look elsewhere.
    Call(super::model::gate::Call),
    /// Let the person write a text in an editor of their own.
    EditOutside(String),
    /// Note at which step of the guided walk one stands.
    KeepLesson(usize),
    /// Read the settings again; true when a person asked for it.
    Reread(bool),
    /// Leave the program.
    Quit,
    /// Fetch the references of open tasks, to mark them.
    FetchReferences(Ticket, ReferenceQuery),
    /// Ask what has become of marked tasks.
    CheckMarks(Ticket, MarkCheck),
    /// Keep a view of one's own.
    KeepView(NewView),
    /// Take, release or look at a task, or ask who the colleagues are.
    Together(Ticket, TogetherWish),
    /// Ask or do something about access to the published figures.
    Portal(Ticket, PortalWish),
    /// Remove a view of one's own: its id, and its name for messages.
    RemoveView(String, String),
}
