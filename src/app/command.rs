//! What a person wants: one list of commands, from which ids, help and key map follow.
//! Imports nothing.

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal,)+) => {
        /// What a person wants.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Command {
            /// Every command, in the order in which the help shows them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The id in key maps and texts.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

commands! {
    /// Open the selected row.
    Open = "open",
    /// One row up.
    Up = "up",
    /// One row down.
    Down = "down",
    /// One page up.
    PageUp = "page-up",
    /// One page down.
    PageDown = "page-down",
    /// To the first row.
    First = "first",
    /// To the last row.
    Last = "last",
    /// To the next section of the form.
    NextSection = "next-section",
    /// To the previous section of the form.
    PreviousSection = "previous-section",
    /// To the next task of the queue.
    NextTask = "next-task",
    /// To the previous task of the queue.
    PreviousTask = "previous-task",
    /// Give the extension count (7A).
    Extensions = "extensions",
    /// Approve a report: opens the summary.
    Approve = "approve",
    /// Return a report: opens the comment, then the summary.
    Return = "return",
    /// Grant an access request: opens the summary.
    Grant = "grant",
    /// Reject an access request: opens the comment, then the summary.
    Reject = "reject",
    /// Forward an external applicant to the directorate: opens the summary.
    Forward = "forward",
    /// Ask an applicant for more information: opens the comment, then the summary.
    Ask = "ask",
    /// Bekreft: make the decision of the summary.
    Confirm = "confirm",
    /// Take the last decision or batch back.
    Undo = "undo",
    /// Make ready once more what was taken back last.
    Redo = "redo",
    /// Approve what is marked, together.
    BatchApprove = "batch-approve",
    /// Return what is marked, together.
    BatchReturn = "batch-return",
    /// A case of the sample is in order.
    SampleAccept = "sample-accept",
    /// A case is taken out of the batch.
    SampleOut = "sample-out",
    /// Show what the batch would send.
    DryRun = "dry-run",
    /// Give up what is left of the batch.
    StopBatch = "stop-batch",
    /// Yes, give it up.
    StopConfirmed = "stop-confirmed",
    /// Show the timeline and comments of a case.
    Timeline = "timeline",
    /// Show only what changed since the version before.
    Changes = "changes",
    /// Explain the selected point.
    Explain = "explain",
    /// To the next finding, with its explanation.
    NextFinding = "next-finding",
    /// All findings, what was followed and what could not be tried.
    Findings = "findings",
    /// Accept the finding with a reason.
    Accept = "accept",
    /// Put the next finding into the comment.
    InsertFinding = "insert-finding",
    /// Put the suggested comment in the place of the text; once more brings the text back.
    Suggest = "suggest",
    /// Write an internal note on the selected point.
    Note = "note",
    /// Bookmark the selected point.
    Bookmark = "bookmark",
    /// Search as you type.
    Search = "search",
    /// Clear the search.
    ClearSearch = "clear-search",
    /// Choose a view.
    Views = "views",
    /// The view with the digit 1.
    View1 = "view-1",
    /// The view with the digit 2.
    View2 = "view-2",
    /// The view with the digit 3.
    View3 = "view-3",
    /// The view with the digit 4.
    View4 = "view-4",
    /// The view with the digit 5.
    View5 = "view-5",
    /// The view with the digit 6.
    View6 = "view-6",
    /// The view with the digit 7.
    View7 = "view-7",
    /// The view with the digit 8.
    View8 = "view-8",
    /// The view with the digit 9.
    View9 = "view-9",
    /// The view that is pointed at.
    ChooseView = "choose-view",
    /// Keep the search as a view of one's own.
    KeepView = "keep-view",
    /// Remove the view of one's own that is pointed at.
    RemoveView = "remove-view",
    /// Mark the row or take its mark away, and go one down; ends a stretch.
    Mark = "mark",
    /// Begin a stretch of rows to mark, or end it.
    MarkRange = "mark-range",
    /// Mark everything that the view and the search hold.
    MarkAll = "mark-all",
    /// Mark what is not marked, and take the mark from the rest.
    MarkInvert = "mark-invert",
    /// Bring the marks back that were taken away last.
    MarksBack = "marks-back",
    /// Take the task, or let it go when it is one's own.
    Take = "take",
    /// Sort on the next column.
    Sort = "sort",
    /// Turn the order round.
    SortTurn = "sort-turn",
    /// Copy the reference to the terminal's clipboard.
    Copy = "copy",
    /// Fetch again.
    Refresh = "refresh",
    /// Show the last message again.
    Message = "message",
    /// The open tasks.
    ShowQueue = "show-queue",
    /// The archive.
    ShowArchive = "show-archive",
    /// The countdown to the office's deadline.
    Countdown = "countdown",
    /// The same form of decision as the last one, on this task.
    Repeat = "repeat",
    /// Go on where one left off last time.
    Resume = "resume",
    /// Look for a command, a task, a unit or a point by its name.
    Palette = "palette",
    /// Take what is chosen in the palette.
    Choose = "choose",
    /// The units of the office.
    ShowUnits = "show-units",
    /// Remind the marked units, else the selected one: opens the summary.
    Remind = "remind",
    /// Register a decision on an extension: opens the form.
    NewExtension = "new-extension",
    /// To the next field of the form.
    NextField = "next-field",
    /// To the previous field of the form.
    PreviousField = "previous-field",
    /// The help of this screen.
    Help = "help",
    /// Write the comment in the editor of `VISUAL` or `EDITOR`.
    OutsideEditor = "outside-editor",
    /// Take back what was typed or pasted last.
    UndoTyping = "undo-typing",
    /// Leave the program.
    Quit = "quit",
    /// The extension counts of all marked reports, or of those in the view.
    CountGrid = "count-grid",
    /// To the next row that takes a count.
    NextRow = "next-row",
    /// Read extension counts from a file.
    ImportCounts = "import-counts",
    /// Go on with a colleague's draft as one's own.
    TakeOver = "take-over",
    /// Take over the counts of a table that fit.
    TakeCounts = "take-counts",
    /// The addresses, the letters and the question to the directorate.
    Library = "library",
    /// The next language of the screen.
    Language = "language",
    /// Read the settings and the keys again.
    ReadSettings = "read-settings",
    /// Turn the mouse on or off.
    Mouse = "mouse",
    /// Leave out the step of the guided walk.
    SkipLesson = "skip-lesson",
    /// Leave the guided walk; it goes on there the next time.
    LeaveLesson = "leave-lesson",
    /// The published figures.
    ShowFigures = "show-figures",
    /// Who has access to the published figures.
    ShowHolders = "show-holders",
    /// Apply for access to the published figures: opens the form.
    Apply = "apply",
    /// The next role that access is granted as.
    Role = "role",
    /// The role that is not the suggested one is meant.
    ConfirmRole = "confirm-role",
    /// Take access away: opens the reason, then the summary.
    RemoveAccess = "remove-access",
    /// Go on with the new version, and keep the draft.
    KeepDraft = "keep-draft",
    /// Open what is locked, or log in again.
    Unlock = "unlock",
    /// Done with the text or the field.
    Done = "done",
    /// Back to where one came from.
    Back = "back",
}

impl Command {
    /// True when it begins a decision that Enter then confirms.
    #[must_use]
    pub fn begins_decision(self) -> bool {
        matches!(
            self,
            Self::Approve
                | Self::Return
                | Self::Grant
                | Self::Reject
                | Self::Forward
                | Self::Ask
                | Self::BatchApprove
                | Self::BatchReturn
                | Self::Repeat
                | Self::Remind
                | Self::RemoveAccess
        )
    }

    /// True when it can begin or confirm a decision: stray pastes with such a key are dropped.
    #[must_use]
    pub fn concerns_decision(self) -> bool {
        self.begins_decision()
            || matches!(
                self,
                Self::Confirm
                    | Self::Undo
                    | Self::Extensions
                    | Self::SampleAccept
                    | Self::SampleOut
                    | Self::Redo
                    | Self::StopConfirmed
                    | Self::CountGrid
                    | Self::Palette
                    | Self::NewExtension
                    | Self::Role
                    | Self::ConfirmRole
            )
    }

    /// True when it changes a case or a draft: a program that only reads refuses it.
    #[must_use]
    pub fn changes(self) -> bool {
        (self.concerns_decision() && self != Self::Palette)
            || matches!(self, Self::Note | Self::Bookmark | Self::Accept | Self::Take)
    }

    /// True for movement: however fast it is repeated, it always passes.
    #[must_use]
    pub fn moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::NextSection
                | Self::PreviousSection
        )
    }

    /// The digit of a view.
    #[must_use]
    pub fn view_digit(self) -> Option<u8> {
        let digit = self.id().strip_prefix("view-")?;
        digit.parse().ok()
    }

    /// The command with an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.id() == id)
    }
}
