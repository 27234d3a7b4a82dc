//! The whole state of the program: what `update` changes and `view` draws.
//! Imports `domain`, `checks`, `text` and `api`.

pub mod batch;
pub mod case;
pub mod conflict;
pub mod deadline;
pub mod dialog;
pub mod gate;
pub mod grid;
pub mod lesson;
pub mod library;
pub mod list;
pub mod marks;
pub mod memory;
pub mod palette;
pub mod place;
pub mod portal;
pub mod registration;
pub mod review;
pub mod setup;
pub mod together;
pub mod units;
pub mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::Timestamp;
use uuid::Uuid;

use self::{
    batch::BatchView,
    case::CaseState,
    deadline::{Countdown, LastForm},
    dialog::Dialog,
    gate::Watch,
    grid::Unsaved,
    lesson::Lesson,
    library::Letters,
    list::List,
    memory::Memory,
    palette::Shelf,
    place::Place,
    portal::Portal,
    together::Together,
    units::Units,
};
use super::{
    effect::{ListKind, Ticket},
    layout::Size,
    msg::Waiting,
};
use crate::{
    api::{case::Draft, fault::Fault, me::Me},
    checks::guides::Guides,
    domain::{batch::BatchId, decision::DecisionKind, finding::FindingId, report::Reference},
    text::{Texts, date},
};

/// The whole state.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each tells of something else")]
pub struct Model {
    /// The texts of the screen.
    pub texts: Arc<Texts>,
    /// True where the program is all a person gets: no way to files, other programs or the shell.
    pub closed: bool,
    /// What stands between the program and the terminal.
    pub around: Around,
    /// The rules and the words of languages, to explain and to warn.
    pub guides: Arc<Guides>,
    /// The time of the last message that carried one.
    pub now: Timestamp,
    /// The size of the terminal.
    pub size: Size,
    /// Who I am, once it is known.
    pub me: Option<Me>,
    /// Why it is not known.
    pub fault: Option<Fault>,
    /// Whether the stream of changes is connected.
    pub live: bool,
    /// What the settings say.
    pub options: Options,
    /// The screen below any dialog.
    pub screen: Screen,
    /// The dialog above it.
    pub dialog: Option<Dialog>,
    /// The open tasks.
    pub queue: List,
    /// The archive.
    pub archive: List,
    /// The units and how they stand.
    pub units: Units,
    /// The case that is open.
    pub case: CaseState,
    /// The extension counts that were typed in the grid and are not known to be stored.
    pub counts: Unsaved,
    /// The line that announces what happened.
    pub message: Message,
    /// The decisions that can still be taken back, the newest last.
    pub undoable: Vec<Undoable>,
    /// What was taken back last, and can be made ready once more.
    pub redoable: Option<Undo>,
    /// The batch on the screen.
    pub batch: BatchView,
    /// A batch of mine that was left unfinished.
    pub unfinished: Option<BatchId>,
    /// The common text of a batch of returns, as far as it was typed.
    pub common_text: String,
    /// A fresh idempotency key for the next dialog.
    pub key: Uuid,
    /// A case to open as soon as the program knows who I am.
    pub open_first: Option<Reference>,
    /// The countdown, once it was asked for.
    pub countdown: Countdown,
    /// The letters of the directorate as the backend has them, once it was asked.
    pub letters: Letters,
    /// The form of the last decision of this session.
    pub last_form: Option<LastForm>,
    /// Why approvals shall be asked back: begun, and not sent.
    pub recalls: BTreeMap<Reference, String>,
    /// Which sections were seen of cases that are not open, and of which version.
    pub seen: BTreeMap<Reference, (u32, BTreeSet<u8>)>,
    /// What was typed in cases that are not open, beside a draft that a colleague had stored: shown when they are opened.
    pub beside: BTreeMap<Reference, Draft>,
    /// What the palette looks through.
    pub shelf: Shelf,
    /// The published figures, and who has access to them.
    pub portal: Portal,
    /// Who else looks at what, and who the colleagues are.
    pub together: Together,
    /// Who may see the screen just now.
    pub watch: Watch,
    /// The reasons for accepting findings that were begun and left, in every case.
    pub reasons: Vec<(Reference, FindingId, String)>,
    /// What was typed outside of drafts and told to be kept, by where.
    pub words: BTreeMap<String, String>,
    /// Where the person was last time, until they go on there or open another case.
    pub resume: Option<Place>,
    /// The place that was told last.
    pub placed: Option<Place>,
    /// The case, and the decision, whose editor opens when the case is there.
    pub reopen: Option<(Reference, DecisionKind)>,
    /// The decisions that wait for a line, oldest first.
    pub waiting: Vec<Waiting>,
    /// What is on the screen as the backend said it earlier.
    pub memory: Memory,
    /// The decisions that are being taken back.
    pub undoing: BTreeSet<Reference>,
    /// True once the disk did not take what was typed, until it does.
    pub disk_fails: bool,
    /// True when what would be confirmed does not stand on the screen whole: told by whoever draws it, before it is confirmed.
    pub cut: bool,
    /// How many answers are long on their way.
    pub slow: u32,
    /// Whether a slow line is spared: no decoration, and little asked for in advance.
    pub thrifty: bool,
    /// Whether the mouse can be used.
    pub mouse: bool,
    /// The guided walk through the demo, while it is walked.
    pub lesson: Option<Lesson>,
    /// True where the screen is told in lines and not drawn: only what was told has been seen.
    pub linear: bool,
    tickets: u64,
}

/// What the settings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four settings that have nothing to do with each other")]
pub struct Options {
    /// Go on to the next task after a decision.
    pub auto_advance: bool,
    /// Approve only when every section was seen.
    pub require_seen: bool,
    /// Refuse everything that changes a case or a draft.
    pub read_only: bool,
    /// Draw history lines with plain ASCII characters.
    pub ascii: bool,
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The open tasks (*åpne oppgaver*).
    Queue,
    /// The archive (*løste oppgaver*).
    Archive,
    /// One case, opened from one of the lists.
    Case(ListKind),
    /// A batch (*bunke*).
    Batch,
    /// The units of the office.
    Units,
    /// The page of a unit.
    Unit,
    /// The published figures (*statistikk*).
    Figures,
    /// Who has access to them.
    Holders,
}

/// What stands between the program and the terminal, and takes what is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Around {
    /// Nothing that is known of.
    #[default]
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// How an announcement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// For information.
    #[default]
    Plain,
    /// Something is done.
    Good,
    /// Something must be looked at.
    Warning,
    /// Something failed or is refused.
    Bad,
}

/// The announcement line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// What is announced.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// When it was announced.
    pub at: Option<Timestamp>,
    /// Until when it stays however many keys are pressed; without it, the next key takes it away.
    pub stays_until: Option<Timestamp>,
    /// True when what becomes of the line does not take its place: it is told once.
    pub once: bool,
    /// True when it was taken away; it can be shown again.
    pub hidden: bool,
}

/// What can be taken back or made once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// The decision of a case.
    Case(Reference),
    /// A whole batch.
    Batch(BatchId),
}

/// A decision, or a whole batch of them, that can still be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoable {
    /// What.
    pub what: Undo,
    /// Its name for messages.
    pub name: String,
    /// Until when.
    pub until: Timestamp,
}

impl Model {
    /// A program that has just started and knows nothing yet.
    #[must_use]
    pub fn new(said: (Arc<Texts>, Arc<Guides>), now: Timestamp, size: Size, options: Options, key: Uuid) -> Self {
        let (texts, guides) = said;
        let queue = List::new(ListKind::Queue, &guides.views);
        let archive = List::new(ListKind::Archive, &guides.views);
        Self {
            texts,
            closed: false,
            around: Around::default(),
            guides,
            now,
            size,
            me: None,
            fault: None,
            live: true,
            options,
            screen: Screen::Queue,
            dialog: None,
            queue,
            archive,
            units: Units::default(),
            case: CaseState::None,
            counts: Unsaved::default(),
            message: Message::default(),
            undoable: Vec::new(),
            redoable: None,
            batch: BatchView::default(),
            unfinished: None,
            common_text: String::new(),
            key,
            open_first: None,
            countdown: Countdown::default(),
            letters: Letters::default(),
            last_form: None,
            recalls: BTreeMap::new(),
            seen: BTreeMap::new(),
            beside: BTreeMap::new(),
            shelf: Shelf::default(),
            portal: Portal::default(),
            together: Together::default(),
            watch: Watch::new(now),
            reasons: Vec::new(),
            words: BTreeMap::new(),
            resume: None,
            placed: None,
            reopen: None,
            waiting: Vec::new(),
            memory: Memory::default(),
            undoing: BTreeSet::new(),
            disk_fails: false,
            cut: false,
            slow: 0,
            thrifty: false,
            mouse: false,
            lesson: None,
            linear: false,
            tickets: 0,
        }
    }

    /// Spares a slow line from now on, or does not.
    pub fn spare_line(&mut self, thrifty: bool) {
        self.thrifty = thrifty;
        self.queue.window = list::window(thrifty);
        self.archive.window = list::window(thrifty);
    }

    /// Begins the guided walk, which takes its lines from below the screen.
    pub fn walk(&mut self, lesson: Lesson) {
        self.size = lesson.room();
        self.lesson = Some(lesson);
    }

    /// A ticket that no other request has.
    pub fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// Announces something.
    pub fn announce(&mut self, tone: Tone, text: String) {
        self.message = Message { text, tone, at: Some(self.now), stays_until: None, once: false, hidden: false };
    }

    /// Says that something is switched off here.
    pub fn say_closed<T>(&mut self) -> Vec<T> {
        self.announce(Tone::Warning, self.texts.say("message-closed"));
        vec![]
    }

    /// Takes the announcement away: it spoke of a key before this one.
    pub fn forget_message(&mut self) {
        self.message.hidden = self.message.stays_until.is_none_or(|until| until <= self.now);
    }

    /// The decision on a case that waits for a line.
    #[must_use]
    pub fn waits(&self, reference: &Reference) -> Option<&Waiting> {
        self.waiting.iter().find(|waiting| waiting.reference == *reference)
    }

    /// The list of a kind.
    #[must_use]
    pub fn list(&self, kind: ListKind) -> &List {
        match kind {
            ListKind::Queue => &self.queue,
            ListKind::Archive => &self.archive,
        }
    }

    /// The list of a kind, to change it.
    pub fn list_mut(&mut self, kind: ListKind) -> &mut List {
        match kind {
            ListKind::Queue => &mut self.queue,
            ListKind::Archive => &mut self.archive,
        }
    }

    /// The list that is on the screen, or behind the case on the screen.
    #[must_use]
    pub fn current_list(&self) -> ListKind {
        match self.screen {
            Screen::Queue
            | Screen::Batch
            | Screen::Units
            | Screen::Unit
            | Screen::Figures
            | Screen::Holders
            | Screen::Case(ListKind::Queue) => ListKind::Queue,
            Screen::Archive | Screen::Case(ListKind::Archive) => ListKind::Archive,
        }
    }

    /// Days from today to the office's deadline in the period that is reported; negative when it has passed.
    #[must_use]
    pub fn days_to_deadline(&self) -> Option<i32> {
        let deadline = self.me.as_ref()?.period.as_ref()?.office_deadline;
        deadline.since(date::day_of(self.now)).ok().map(|span| span.get_days())
    }

    /// True when `z` speaks of notices: they were sent after the last decision, and their window is open.
    #[must_use]
    pub fn undoes_notices(&self) -> bool {
        let Some(notices) = &self.units.undoable else { return false };
        let last = self.undoable.last().map(|undoable| undoable.until);
        let newest = last.is_none_or(|at| at <= notices.until);
        newest && notices.until > self.now && !matches!(self.screen, Screen::Case(_))
    }

    /// When the program wants to be woken though nothing happened: to save a draft, when an undo window ends, or to lock
    /// the screen and to warn of it.
    #[must_use]
    pub fn next_wake(&self) -> Option<Timestamp> {
        // Who is logged out saves nothing: it would be refused.
        let may_save = !self.watch.is_logged_out();
        let save = self.case.ready().and_then(case::OpenCase::save_at).filter(|_| may_save);
        let counts = self.counts.save_at().filter(|_| may_save);
        let undo = self.undoable.iter().map(|undoable| undoable.until).min();
        let notices = self.units.undoable.as_ref().map(|undoable| undoable.until);
        let look = self.together.renew_at;
        [save, undo, notices, counts, look, self.watch.lock_at(), self.watch.warn_at()].into_iter().flatten().min()
    }
}
