//! The dialogs: what lies above a screen and lets nothing through.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use tui_textarea::{CursorMove, TextArea, WrapMode};
use uuid::Uuid;

use super::grid::Grid;
use crate::{
    api::{
        decide::{Continued, DecisionRequest},
        fault::{Fault, FaultKind},
    },
    app::{
        effect::Ticket,
        model::{
            conflict::Conflict,
            palette::Palette,
            portal::{ApplicationForm, RemovalForm},
            registration::Registration,
            units::{ExtensionForm, NoticeSummary},
        },
        msg::Typed,
    },
    domain::{decision::DecisionKind, finding::FindingId, refusal::Refusal, report::Reference},
    text::clean,
};

/// A dialog.
#[derive(Debug)]
pub enum Dialog {
    /// The help of the screen below, and the words searched for in it.
    Help(Page, TextArea<'static>),
    /// Asks before leaving the program.
    Quit,
    /// The choice of a view.
    Views(Chooser),
    /// The name of a view of one's own, and why it cannot be that.
    ViewName(TextArea<'static>, Option<Refusal>),
    /// The timeline and comments of a case.
    Timeline(Page),
    /// The explanation of a point.
    Explain(Page),
    /// The words searched for in a list, and why they are not understood.
    Search(TextArea<'static>, Option<Refusal>),
    /// The extension count.
    Count(TextArea<'static>, Option<Refusal>),
    /// An internal note on a point: its key, and the text.
    Note(String, TextArea<'static>),
    /// All findings of a report.
    Findings(Page),
    /// The reason with which a finding is accepted.
    Accept(Box<Accepting>),
    /// The comment of a decision.
    Editor(Box<Editor>),
    /// The summary before Bekreft.
    Summary(Box<Summary>),
    /// The common text of a batch of returns.
    Common(TextArea<'static>),
    /// The number of cases of a batch, typed to confirm it.
    Number(TextArea<'static>),
    /// Asks before a batch is given up.
    StopBatch,
    /// The extension counts of many reports.
    Grid(Box<Grid>),
    /// The addresses, the letters and the question to the directorate, and which of them is selected.
    Library(usize),
    /// The countdown to the office's deadline.
    Countdown(Page),
    /// The palette.
    Palette(Box<Palette>),
    /// The explanation of a point of the form, outside a report: its key.
    Point(Page, String),
    /// How the person is reached at work, being typed.
    Registration(Box<Registration>),
    /// A decision on an extension, being typed.
    Form(Box<ExtensionForm>),
    /// A newer version against one's own draft.
    Conflict(Box<Conflict>),
    /// The summary before notices are sent.
    Notice(Box<NoticeSummary>),
    /// An application for access, being written.
    Application(Box<ApplicationForm>),
    /// Access that is about to be taken away.
    Removal(Box<RemovalForm>),
}

/// The choice of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chooser {
    /// The view that is pointed at.
    pub selected: usize,
    /// True when the next press of the same key removes it.
    pub removing: bool,
}

/// A page of text that can be scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Page {
    /// The first line shown.
    pub top: usize,
}

/// What is about to be done with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// A decision.
    Decide(DecisionKind),
    /// A question to the applicant.
    Ask,
    /// A request to the directorate to have a sent approval back.
    Recall,
}

/// The reason with which a finding is accepted.
#[derive(Debug)]
pub struct Accepting {
    /// The finding.
    pub finding: FindingId,
    /// The reason and its caret.
    pub area: TextArea<'static>,
    /// True when the report shall be approved once its errors are accepted.
    pub approving: bool,
    /// The request, while it is on its way.
    pub sent: Option<Ticket>,
}

/// The comment editor.
#[derive(Debug)]
pub struct Editor {
    /// What the comment is for.
    pub intent: Intent,
    /// The text and its caret.
    pub area: TextArea<'static>,
    /// One's own text, while the suggested one stands in its place.
    pub own: Option<String>,
}

/// The summary before Bekreft.
#[derive(Debug)]
pub struct Summary {
    /// What is about to be done.
    pub intent: Intent,
    /// With which case.
    pub reference: Reference,
    /// On which version.
    pub version: u32,
    /// What will be sent.
    pub request: DecisionRequest,
    /// The idempotency key, made when the dialog opened.
    pub key: Uuid,
    /// When it opened: an Enter too soon after does not confirm.
    pub opened_at: Timestamp,
    /// The task that stands next in the queue.
    pub next: Option<Reference>,
    /// How far it has come.
    pub stage: Stage,
    /// True when it was sent and may be stored, and no answer since has said that it is not.
    pub doubt: bool,
}

impl Summary {
    /// True when the decision can be kept until there is a line: nobody has been able to check it, and nothing was sent.
    #[must_use]
    pub fn can_wait(&self) -> bool {
        let away = |fault: &Fault| matches!(fault.kind, FaultKind::Away | FaultKind::Unknown);
        matches!((&self.intent, &self.stage), (Intent::Decide(_), Stage::Failed { fault, sent: false }) if away(fault))
    }
}

/// How far a summary has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// The backend checks; `confirmed` when Enter was pressed meanwhile.
    Checking {
        /// The request.
        ticket: Ticket,
        /// Send it as soon as it is checked.
        confirmed: bool,
    },
    /// Checked: Enter confirms.
    Ready(Option<Continued>),
    /// On its way.
    Sending(Ticket),
    /// The check or the sending failed.
    Failed {
        /// Why.
        fault: Fault,
        /// True when it was the sending: the same key can be sent again.
        sent: bool,
    },
}

impl Stage {
    /// True when a grant waits for its role to be confirmed by itself.
    #[must_use]
    pub fn waits_for_role(&self) -> bool {
        let of_role = |refusal: &Refusal| matches!(refusal, Refusal::RoleDiffers { .. });
        matches!(self, Self::Failed { fault, sent: false } if fault.refusals.iter().any(of_role))
    }
}

/// A field of one line with a text in it, the caret at its end.
#[must_use]
pub fn line_field(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(vec![clean::line(text)]);
    area.move_cursor(CursorMove::End);
    area
}

/// An editor for prose that wraps its lines, the caret at the end of the text.
#[must_use]
pub fn prose_field(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(clean::prose(text).split('\n').map(ToOwned::to_owned).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// The text of a field.
#[must_use]
pub fn text_of(area: &TextArea<'_>) -> String {
    area.lines().join("\n")
}

/// Types into a field; `prose` takes line breaks, a field of one line makes spaces of them.
pub fn type_into(area: &mut TextArea<'_>, typed: Typed, prose: bool) {
    match typed {
        Typed::Char(letter) => {
            area.insert_str(clean::line(letter.encode_utf8(&mut [0; 4])));
        }
        Typed::Paste(text) => {
            area.insert_str(if prose { clean::prose(&text) } else { clean::line(&text) });
        }
        Typed::Enter if prose => area.insert_newline(),
        Typed::Clear => {
            area.select_all();
            area.cut();
        }
        Typed::Line(at, line) if prose => put_line(area, at, line),
        Typed::Enter | Typed::Line(..) => {}
        Typed::Backspace => {
            area.delete_char();
        }
        Typed::Delete => {
            area.delete_next_char();
        }
        movement => move_in(area, &movement),
    }
}

/// Puts a line in the place of another one, or takes it away together with the empty line that set it apart.
fn put_line(area: &mut TextArea<'_>, at: usize, line: Option<String>) {
    let mut lines = area.lines().to_vec();
    let Some(old) = lines.get_mut(at) else { return };
    if let Some(line) = line {
        *old = clean::line(&line);
    } else {
        lines.remove(at);
        let is_empty = |at: usize| lines.get(at).is_none_or(|line| line.trim().is_empty());
        if at < lines.len() && is_empty(at) && at.checked_sub(1).is_none_or(is_empty) {
            lines.remove(at);
        }
    }
    area.select_all();
    area.cut();
    area.insert_str(lines.join("\n"));
}

fn move_in(area: &mut TextArea<'_>, movement: &Typed) {
    area.cancel_selection();
    match movement {
        Typed::Left => area.move_cursor(CursorMove::Back),
        Typed::Right => area.move_cursor(CursorMove::Forward),
        Typed::Up => area.move_cursor(CursorMove::Up),
        Typed::Down => area.move_cursor(CursorMove::Down),
        Typed::Home => area.move_cursor(CursorMove::Head),
        Typed::End => area.move_cursor(CursorMove::End),
        Typed::PageUp => area.scroll(tui_textarea::Scrolling::PageUp),
        Typed::PageDown => area.scroll(tui_textarea::Scrolling::PageDown),
        _ => {}
    }
}
