//! The scopes of keys, innermost first, as the model names them.
//! Imports nothing of other layers.

use serde::Deserialize;

use super::{
    command::Command,
    effect::ListKind,
    model::{
        Model, Screen, batch,
        case::OpenCase,
        dialog::{Dialog, Stage},
        gate::Step,
        units::{NoticeStage, Told},
    },
};
use crate::domain::unit::ExtensionRule;

/// A scope of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Everywhere outside dialogs.
    Global,
    /// The queue and the archive.
    List,
    /// An open report.
    Report,
    /// An open access request.
    Access,
    /// A solved case.
    Solved,
    /// The help, which can be searched.
    Help,
    /// A page of text above a screen.
    Page,
    /// The question before leaving.
    Quit,
    /// The choice of a view.
    Views,
    /// The words searched for.
    Search,
    /// A field of one line.
    Field,
    /// The comment editor.
    Editor,
    /// The summary before Bekreft.
    Summary,
    /// A batch.
    Batch,
    /// A case of a batch that is looked at.
    Sample,
    /// The number that confirms a batch.
    Number,
    /// The common text of a batch of returns.
    Common,
    /// The question before a batch is given up.
    Stop,
    /// The grid of extension counts.
    Grid,
    /// What a table of extension counts holds, before anything of it is taken.
    Counts,
    /// The addresses and the letters.
    Library,
    /// The palette.
    Palette,
    /// The units of the office.
    Units,
    /// The page of a unit.
    Unit,
    /// A form of several fields.
    Form,
    /// The summary before notices are sent.
    Notice,
    /// The published figures.
    Figures,
    /// Who has access to them.
    Holders,
    /// The form of an application.
    Application,
    /// The summary before access is taken away.
    Removal,
    /// The closed gate before the whole screen.
    Gate,
    /// A newer version against one's own draft.
    Conflict,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 32] = [
        Self::Global,
        Self::List,
        Self::Report,
        Self::Access,
        Self::Solved,
        Self::Help,
        Self::Page,
        Self::Quit,
        Self::Views,
        Self::Search,
        Self::Field,
        Self::Editor,
        Self::Summary,
        Self::Batch,
        Self::Sample,
        Self::Number,
        Self::Common,
        Self::Stop,
        Self::Grid,
        Self::Counts,
        Self::Library,
        Self::Palette,
        Self::Units,
        Self::Unit,
        Self::Form,
        Self::Notice,
        Self::Figures,
        Self::Holders,
        Self::Application,
        Self::Removal,
        Self::Gate,
        Self::Conflict,
    ];
}

/// The innermost scope.
#[must_use]
pub fn innermost(model: &Model) -> Scope {
    if model.watch.gate.is_some() {
        return Scope::Gate;
    }
    match &model.dialog {
        Some(Dialog::Help(..)) => Scope::Help,
        Some(
            Dialog::Timeline(_) | Dialog::Explain(_) | Dialog::Findings(_) | Dialog::Countdown(_) | Dialog::Point(..),
        ) => Scope::Page,
        Some(Dialog::Quit) => Scope::Quit,
        Some(Dialog::Views(_)) => Scope::Views,
        Some(Dialog::Search(..)) => Scope::Search,
        Some(Dialog::Removal(form)) if form.summary.is_some() => Scope::Removal,
        Some(Dialog::Count(..) | Dialog::Note(..) | Dialog::Accept(_) | Dialog::ViewName(..) | Dialog::Removal(_)) => {
            Scope::Field
        }
        Some(Dialog::Editor(_)) => Scope::Editor,
        Some(Dialog::Summary(_)) => Scope::Summary,
        Some(Dialog::Common(_)) => Scope::Common,
        Some(Dialog::Number(_)) => Scope::Number,
        Some(Dialog::StopBatch) => Scope::Stop,
        Some(Dialog::Grid(grid)) if grid.import.is_some() => Scope::Counts,
        Some(Dialog::Grid(grid)) if grid.path.is_some() => Scope::Field,
        Some(Dialog::Grid(_)) => Scope::Grid,
        Some(Dialog::Library(_)) => Scope::Library,
        Some(Dialog::Palette(_)) => Scope::Palette,
        Some(Dialog::Form(_) | Dialog::Registration(_)) => Scope::Form,
        Some(Dialog::Notice(summary)) if summary.number_asked().is_some() => Scope::Number,
        Some(Dialog::Notice(_)) => Scope::Notice,
        Some(Dialog::Application(_)) => Scope::Application,
        Some(Dialog::Conflict(_)) => Scope::Conflict,
        None => below(model),
    }
}

/// The scope of the screen below any dialog.
#[must_use]
pub fn below(model: &Model) -> Scope {
    match (model.screen, model.case.ready()) {
        (Screen::Batch, _) => Scope::Batch,
        (Screen::Case(_), _) if model.batch.looking.is_some() => Scope::Sample,
        (Screen::Queue | Screen::Archive, _) => Scope::List,
        (Screen::Units, _) => Scope::Units,
        (Screen::Unit, _) => Scope::Unit,
        (Screen::Figures, _) => Scope::Figures,
        (Screen::Holders, _) => Scope::Holders,
        (Screen::Case(_), Some(open)) if !open.is_open() => Scope::Solved,
        (Screen::Case(_), Some(open)) if open.report().is_none() => Scope::Access,
        (Screen::Case(_), Some(_)) => Scope::Report,
        (Screen::Case(_), None) => Scope::Solved,
    }
}

/// True when `z` would take something back: the solved case on the screen, else the last decision.
fn can_undo(model: &Model) -> bool {
    match model.case.ready().filter(|open| !open.is_open()) {
        Some(solved) => solved.undoable_by(model.me.as_ref(), model.now),
        None => !model.undoable.is_empty() || model.waiting.iter().any(|waiting| waiting.unsent),
    }
}

/// True when a key would do something now; the others are not shown below, but tell why when they are pressed.
#[must_use]
pub fn is_useful(model: &Model, command: Command) -> bool {
    let open = model.case.ready();
    if let Some(gate) = &model.watch.gate {
        return match command {
            Command::Unlock => gate.step.ticket().is_none(),
            Command::Refresh => matches!(gate.step, Step::Waiting(..)) && model.watch.needs_proof(),
            _ => gate.locked_at.is_none(),
        };
    }
    match command {
        Command::Undo => model.undoes_notices() || can_undo(model),
        Command::Redo => model.redoable.is_some(),
        Command::DryRun => matches!(model.batch.step(), batch::Step::DryRun | batch::Step::Number),
        Command::StopBatch => model.batch.batch.as_ref().is_some_and(|batch| batch.state.is_unfinished()),
        Command::Repeat => model.last_form.as_ref().is_some_and(|last| open.is_none_or(|open| last.may_be_for(open))),
        Command::SkipLesson | Command::LeaveLesson => model.lesson.is_some(),
        Command::Resume => model.resume.as_ref().is_some_and(|place| place.case.is_some()),
        Command::Explain if model.screen == Screen::Batch && model.dialog.is_none() => {
            model.batch.selected().is_some_and(|item| item.comment.is_some())
        }
        Command::NextSection | Command::Explain => open.is_none_or(|open| open.report().is_some()),
        Command::Confirm => can_confirm(model),
        Command::ShowQueue => model.current_list() == ListKind::Archive || matches!(model.screen, Screen::Units),
        Command::ShowArchive
        | Command::Countdown
        | Command::BatchApprove
        | Command::BatchReturn
        | Command::CountGrid
        | Command::Take => model.current_list() == ListKind::Queue,
        Command::NextFinding => open.and_then(OpenCase::review).is_some_and(|review| !review.findings.is_empty()),
        Command::Accept => open.is_some_and(|open| open.is_open() && open.shown_finding().is_some()),
        Command::InsertFinding => open.is_some_and(|open| open.next_to_ask().is_some()),
        Command::Suggest => open.and_then(OpenCase::report).is_some_and(|report| !report.letter.head.is_empty()),
        Command::Changes => open.is_some_and(|open| !open.changed().is_empty()),
        Command::ConfirmRole => {
            matches!(&model.dialog, Some(Dialog::Summary(summary)) if summary.stage.waits_for_role())
        }
        Command::Refresh => match &model.dialog {
            Some(Dialog::Summary(summary)) => {
                matches!(summary.stage, Stage::Failed { .. }) && !summary.stage.waits_for_role()
            }
            Some(Dialog::Notice(summary)) => matches!(summary.stage, NoticeStage::Failed { .. }),
            _ => true,
        },
        Command::Mark | Command::MarkAll => {
            model.current_list() == ListKind::Queue && model.list(ListKind::Queue).total > 0
        }
        Command::ImportCounts => !model.closed,
        Command::TakeCounts | Command::TakeOver => grid_allows(model, command),
        Command::KeepView => !model.list(model.current_list()).text.is_empty(),
        Command::RemoveView => chosen_view_is_own(model),
        Command::Extensions => open.is_none_or(takes_count),
        Command::NextTask => model.list(model.current_list()).total > 1,
        _ => true,
    }
}

/// True when Bekreft would send something, or have it wait.
fn can_confirm(model: &Model) -> bool {
    match &model.dialog {
        Some(Dialog::Notice(summary)) => summary.told.as_ref().is_some_and(Told::does_something),
        Some(Dialog::Summary(summary)) => {
            let cannot = matches!(summary.stage, Stage::Failed { sent: false, .. } | Stage::Sending(_));
            summary.can_wait() || !cannot
        }
        _ => true,
    }
}

/// True when a table has something to take in, or the row with the cursor a colleague's draft to take over.
fn grid_allows(model: &Model, command: Command) -> bool {
    let Some(Dialog::Grid(grid)) = &model.dialog else { return true };
    let me = model.me.as_ref().map_or("", |me| me.person.as_str());
    match command {
        Command::TakeCounts => grid.import.as_ref().is_some_and(|import| !import.matched.fitting.is_empty()),
        _ => grid.row().is_some_and(|row| row.colleague(me).is_some()),
    }
}

/// True when the view that is chosen among them was made by the person.
fn chosen_view_is_own(model: &Model) -> bool {
    let Some(Dialog::Views(chooser)) = &model.dialog else { return false };
    model.list(model.current_list()).views.get(chooser.selected).is_some_and(|one| one.view.own)
}

/// True where an extension count may be given, or where there is no report that could say so.
fn takes_count(open: &OpenCase) -> bool {
    open.report().is_none_or(|report| report.unit.extension_rule != ExtensionRule::Forbidden)
}
