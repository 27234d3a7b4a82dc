//! The envelope: everything that can reach the state machine.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    command::Command,
    effect::{ListKind, Ticket},
};
use crate::{
    api::{
        access::PortalAnswer,
        batch::BatchAnswer,
        case::{Case, Draft},
        change::Change,
        counts::{CountItem, CountPage, CountsSaved},
        decide::{Asked, Continued, Decided, Saved, Undone},
        extensions::ExtensionAnswer,
        fault::Fault,
        login::{DoorCode, EntryFault, LetIn},
        marks::{MarksChecked, References},
        me::{Me, UnitList},
        overview::{Overview, Recalled},
        reference::LetterChain,
        review::AcceptAnswer,
        tasks::TaskPage,
        together::TogetherAnswer,
        units::{RemindAnswer, UnitPage, UnitStandings, Withdrawn},
        views::{NewView, ViewList},
    },
    domain::{decision::DecisionKind, form::Form, report::Reference},
};

/// Everything that can reach the state machine.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A person wants something; the time is when the key was read.
    Wanted(Command, Timestamp),
    /// A person types into the focused field.
    Typed(Typed),
    /// Something became true.
    Reply(Box<Reply>),
    /// The time, when the model asked to be woken.
    Clock(Timestamp),
    /// The terminal has another size: columns and rows.
    Resized(u16, u16),
    /// Ctrl-C: a person wants out.
    Interrupted,
    /// Ctrl-Z where there is no shell to go to.
    Suspended,
    /// The settings were read again.
    Reread(Box<crate::app::model::setup::Reread>),
    /// Somebody clicked where only Enter does something.
    ClickedInVain,
    /// Keys were dropped because they looked like a stray paste.
    PasteDropped,
    /// Lines of the open report were told, from and to: they have been seen.
    Heard(usize, usize),
    /// Somebody is there: a key was pressed or a text pasted, at this time. Told before what the key does.
    Touched(Timestamp),
}

/// What is typed into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A character.
    Char(char),
    /// A text that was pasted; one step to undo.
    Paste(String),
    /// A new line.
    Enter,
    /// Everything that stands there is taken away.
    Clear,
    /// The line of a text at this place is this from now on, or is taken away.
    Line(usize, Option<String>),
    /// Delete to the left.
    Backspace,
    /// Delete to the right.
    Delete,
    /// The caret one step to the left.
    Left,
    /// The caret one step to the right.
    Right,
    /// The caret one line up.
    Up,
    /// The caret one line down.
    Down,
    /// The caret to the beginning of the line.
    Home,
    /// The caret to the end of the line.
    End,
    /// The caret one page up.
    PageUp,
    /// The caret one page down.
    PageDown,
}

/// What became true of units.
#[derive(Debug, Clone)]
pub enum UnitsAnswer {
    /// How the units stand.
    Standings(Ticket, Result<UnitStandings, Fault>),
    /// A unit's page.
    Page(Ticket, Result<Box<UnitPage>, Fault>),
    /// Units were reminded, or would be.
    Reminded(Ticket, Result<RemindAnswer, Fault>),
    /// A decision was registered, or would be.
    Registered(Ticket, Result<ExtensionAnswer, Fault>),
    /// Notices were taken back.
    Withdrawn(Result<Withdrawn, Fault>),
}

/// What became true.
#[derive(Debug, Clone)]
pub enum Reply {
    /// What the backend answered last time, and when; what it answers now comes after it, if it comes.
    Remembered(Timestamp, Box<Self>),
    /// Who I am.
    Me(Result<Me, Fault>),
    /// A person shall log in again: what they are shown.
    DoorCode(Ticket, DoorCode),
    /// The person was let in again, or why not.
    Entered(Ticket, Result<LetIn, EntryFault>),
    /// The backend does not know the person any more.
    LoggedOut,
    /// How the person is reached was noted, or not.
    Reached(Ticket, Result<Me, Fault>),
    /// A window of tasks.
    Tasks(Ticket, ListKind, Result<TaskPage, Fault>),
    /// One case.
    Case(Ticket, Result<Case, Fault>),
    /// What was typed on a case earlier and is on the disk only, told before the case itself.
    Typed(Reference, Draft),
    /// A draft was saved, or could not be; with the draft that was sent.
    Saved(Reference, Draft, Result<Saved, Fault>),
    /// What is needed to give the extension counts of many reports.
    Counts(Ticket, Result<CountPage, Fault>),
    /// Extension counts were saved, or could not be; with those that were sent.
    CountsSaved(Ticket, Vec<CountItem>, Result<CountsSaved, Fault>),
    /// A file was read, or why it was not.
    FileRead(Ticket, Result<Vec<u8>, FileTrouble>),
    /// A decision was checked.
    Continued(Ticket, Result<Continued, Fault>),
    /// A decision was made.
    Decided(Ticket, Result<Decided, Fault>),
    /// A deviation was accepted, or not.
    Accepted(Ticket, Result<AcceptAnswer, Fault>),
    /// The countdown.
    Overview(Ticket, Result<Box<Overview>, Fault>),
    /// The chain of the directorate's letters, or why not.
    Letters(Ticket, Result<LetterChain, Fault>),
    /// A request to have an approval back is on its way, or not.
    Recalled(Ticket, Result<Recalled, Fault>),
    /// What the palette looks through.
    Shelf(Ticket, Result<(UnitList, Box<Form>), Fault>),
    /// Tasks that were looked for in the palette.
    Found(Ticket, Result<TaskPage, Fault>),
    /// A question is on its way.
    Asked(Ticket, Result<Asked, Fault>),
    /// What came of something with a batch.
    Bulk(Ticket, Result<BatchAnswer, Fault>),
    /// A decision was taken back.
    Undone(Reference, Result<Undone, Fault>),
    /// Something about units.
    Units(UnitsAnswer),
    /// A case changed at the backend.
    Changed(Change),
    /// The stream of changes is connected, or lost.
    Live(bool),
    /// A fresh idempotency key.
    Key(Uuid),
    /// A decision is kept until there is a line, with its key; or it could not be written.
    Deferred(Uuid, bool),
    /// The decisions that wait for a line, oldest first.
    Waiting(Vec<Waiting>),
    /// What was left unconfirmed last time and is finished now.
    Recovered(Recovery),
    /// A text went to the terminal's clipboard.
    Copied(String),
    /// A file with settings or keys was saved.
    SettingsSaved,
    /// A text has come back from an editor outside, or why it has not.
    EditedOutside(Result<String, String>),
    /// An answer is long on its way; or that is over, for one of them.
    Slow(bool),
    /// A draft could not be written to the disk.
    JournalFailed(String),
    /// The disk takes what is typed again.
    JournalWorks,
    /// References of open tasks, to mark them.
    References(Ticket, Result<References, Fault>),
    /// What has become of marked tasks.
    MarksChecked(Ticket, Result<MarksChecked, Fault>),
    /// What came of taking, releasing or looking at a task.
    Together(Ticket, Result<TogetherAnswer, Fault>),
    /// What came of something about access to the published figures.
    Portal(Ticket, Result<PortalAnswer, Fault>),
    /// A view of one's own was kept, or not.
    ViewKept(NewView, Result<ViewList, Fault>),
    /// A view of one's own was removed, or not: its name.
    ViewRemoved(String, Result<ViewList, Fault>),
}

/// Why a file that a person named could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileTrouble {
    /// There is none.
    Missing,
    /// The person may not read it.
    NotAllowed,
    /// A folder, a pipe or something else that is no ordinary file.
    NotPlain,
    /// Something else, in the system's own words.
    Other(String),
}

/// A decision that waits for a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub key: Uuid,
    /// The case.
    pub reference: Reference,
    /// What was decided.
    pub kind: DecisionKind,
    /// When.
    pub at: Timestamp,
    /// True when it has certainly not been sent.
    pub unsent: bool,
}

/// What came of what was left unconfirmed last time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recovery {
    /// Decisions that were sent, or sent again.
    pub decisions: Vec<(Reference, Result<Decided, Fault>)>,
    /// Cases whose draft was brought back.
    pub drafts: Vec<Reference>,
    /// Drafts that stay on the disk: a colleague has written on their cases meanwhile.
    pub refused: Vec<(Reference, Draft)>,
    /// Drafts that stay on the disk because the backend does not take them as they are, and why.
    pub unfit: Vec<(Reference, Draft, Fault)>,
}
