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
    /// Take the last decision back.
    Undo = "undo",
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
    /// The view with all tasks.
    ViewAll = "view-all",
    /// The view with reports.
    ViewReports = "view-reports",
    /// The view with reports that have no open error or warning.
    ViewClean = "view-clean",
    /// The view with reports that have one.
    ViewFindings = "view-findings",
    /// The view with corrected reports.
    ViewCorrected = "view-corrected",
    /// The view with access requests.
    ViewAccess = "view-access",
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
    /// The units of the office.
    ShowUnits = "show-units",
    /// Mark the selected row, or take its mark away.
    Mark = "mark",
    /// Mark every row that is shown, or take the marks away.
    MarkAll = "mark-all",
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
    /// Leave the program.
    Quit = "quit",
    /// Done with the text or the field.
    Done = "done",
    /// Back to where one came from.
    Back = "back",
}

impl Command {
    /// True when it can begin or confirm a decision: stray pastes with such a key are dropped.
    #[must_use]
    pub fn concerns_decision(self) -> bool {
        matches!(
            self,
            Self::Approve
                | Self::Return
                | Self::Grant
                | Self::Reject
                | Self::Forward
                | Self::Ask
                | Self::Confirm
                | Self::Undo
                | Self::Extensions
                | Self::Remind
                | Self::NewExtension
        )
    }

    /// True when it changes a case or a draft: a program that only reads refuses it.
    #[must_use]
    pub fn changes(self) -> bool {
        self.concerns_decision() || matches!(self, Self::Note | Self::Bookmark | Self::Accept)
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

    /// The command with an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.id() == id)
    }
}
