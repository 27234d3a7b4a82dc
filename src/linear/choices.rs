//! What can be chosen: the commands of the scope, the useful ones first, with the words that say them aloud.
//! Imports `app` (model, command, scope), `keys` and `text`.

use super::{Menu, Place, Told};
use crate::{
    app::{
        command::Command,
        model::{Model, Screen, dialog::Dialog},
        scope::{self, Scope},
    },
    domain::{report::Reference, unit::UnitNo},
    keys::keymap::Keymap,
    text::{Texts, clean},
};

/// The word that takes the last decision back, on every screen.
pub const UNDO: &str = "z";

/// Something to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it is called.
    pub text: String,
    /// What it does.
    pub deed: Deed,
    /// The word that must be written for it; a number will do where there is none.
    pub word: Option<String>,
}

/// What a choice does. It names what it is about, so that it means the same when the rows have moved meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// A command.
    Command(Command),
    /// Another part of the same screen.
    Go(Menu),
    /// The rows from this one on.
    Portion(usize),
    /// Opens a task of the list.
    Task(Reference),
    /// Marks a task of the list, or takes the mark away.
    MarkTask(Reference),
    /// Opens a unit.
    Unit(UnitNo),
    /// Marks a unit, or takes the mark away.
    MarkUnit(UnitNo),
    /// Opens a case of the batch.
    Item(Reference),
    /// Takes access away from the person of an application.
    Holder(Reference),
    /// A line of the palette.
    Line(usize),
    /// A view, by its place.
    View(usize),
    /// A row of the grid of extension counts, to write its count.
    Count(Reference),
    /// A field of a form, to fill it in.
    Fill(usize),
    /// Goes to a point and does something with it.
    At(String, Command),
    /// Writes in the field: anew, or at the end of what stands there.
    Write {
        /// What stands there is taken away first.
        anew: bool,
    },
    /// Takes away what stands in the field.
    Empty,
    /// Writes a line of the text anew: its place.
    Rewrite(usize),
    /// Takes a line of the text away: its place.
    Drop(usize),
    /// Leaves a text for the screen below; what is written stays.
    Leave,
}

impl Choice {
    /// A choice with a number.
    pub(super) fn new(text: String, deed: Deed) -> Self {
        Self { text, deed, word: None }
    }
}

/// True when something leaves the house by it, or it begins or ends a decision: only a line that was written after the
/// whole screen was told may choose it.
#[must_use]
pub fn is_weighty(scope: Scope, deed: &Deed) -> bool {
    let asks = matches!(scope, Scope::Summary | Scope::Notice | Scope::Removal | Scope::Number | Scope::Stop)
        || matches!(scope, Scope::Application | Scope::Conflict | Scope::Counts | Scope::Sample);
    match deed {
        Deed::Command(command) | Deed::At(_, command) => command.concerns_decision() || asks,
        Deed::Holder(_) => true,
        _ => asks && !matches!(deed, Deed::Go(_) | Deed::Fill(_)),
    }
}

/// Adds the commands of the scope: those of the bottom line, the rest behind one more choice, and the way back.
pub(super) fn add_commands(model: &Model, keymap: &Keymap, place: &Place, told: &mut Told) {
    let texts = &model.texts;
    let now = scope::innermost(model);
    let fits = |command: &Command| {
        is_told(now, *command) && scope::is_useful(model, *command) && has_marks(model, now, *command)
    };
    let mut first: Vec<Command> = Vec::new();
    for (_, command) in keymap.hints(now).filter(|(_, command)| fits(command) && comes_first(now, *command)) {
        if !first.contains(&command) {
            first.push(command);
        }
    }
    let mut rest: Vec<Command> =
        keymap.commands(now).into_iter().filter(|command| fits(command) && !first.contains(command)).collect();
    // What comes and goes stands last, so that the numbers before it stay what they are.
    rest.sort_by_key(|command| *command == Command::Redo);
    let choice = |command: &Command| worded(model, now, *command);
    match &place.menu {
        Menu::Main if is_page(now) => told.choices.extend(first.iter().chain(&rest).map(choice)),
        Menu::Main => {
            // What can be undone now and not in a while comes last, so that the numbers before it stay what they are.
            let (passing, lasting): (Vec<Command>, Vec<Command>) =
                first.iter().partition(|command| **command == Command::Undo);
            told.choices.extend(lasting.iter().map(choice));
            if !rest.is_empty() {
                told.choices.push(Choice::new(texts.say("linear-more"), Deed::Go(Menu::More)));
            }
            told.choices.extend(passing.iter().map(choice));
        }
        Menu::More => told.choices.extend(rest.iter().map(choice)),
        _ => {}
    }
    told.back = match (&place.menu, way_back(now)) {
        (Menu::Main, Some(command)) if keymap.commands(now).contains(&command) => {
            Some(Choice::new(back_text(model, now), Deed::Command(command)))
        }
        (Menu::Main, _) if matches!(now, Scope::Editor) => {
            Some(Choice::new(texts.say("linear-back-kept"), Deed::Leave))
        }
        (Menu::Main, _) => None,
        (Menu::Point(key), _) => {
            Some(Choice::new(texts.say("linear-back"), Deed::Go(super::report::around(model, key))))
        }
        _ => Some(Choice::new(texts.say("linear-back"), Deed::Go(Menu::Main))),
    };
}

/// What is done with marks is told where there are some.
fn has_marks(model: &Model, now: Scope, command: Command) -> bool {
    match (now, command) {
        (Scope::List, Command::BatchApprove | Command::BatchReturn) => {
            !model.list(model.current_list()).marks.is_empty()
        }
        (Scope::Units, Command::Remind) => !model.units.marks.is_empty(),
        _ => true,
    }
}

/// What is told at once, of the commands that the bottom line of a drawn screen shows: each costs a listener time.
fn comes_first(now: Scope, command: Command) -> bool {
    match (now, command) {
        (Scope::List, other) => matches!(
            other,
            Command::Search
                | Command::Views
                | Command::Undo
                | Command::Palette
                | Command::BatchApprove
                | Command::BatchReturn
        ),
        (Scope::Report, other) => {
            !matches!(other, Command::Take | Command::Findings | Command::Timeline | Command::Palette)
        }
        _ => true,
    }
}

/// Pages and dialogs have so few commands that all are told.
fn is_page(now: Scope) -> bool {
    !matches!(
        now,
        Scope::List
            | Scope::Report
            | Scope::Access
            | Scope::Solved
            | Scope::Sample
            | Scope::Batch
            | Scope::Units
            | Scope::Unit
            | Scope::Figures
            | Scope::Holders
    )
}

fn back_text(model: &Model, now: Scope) -> String {
    let texts = &model.texts;
    match now {
        Scope::List if !model.list(model.current_list()).text.is_empty() => texts.say("linear-back-search"),
        Scope::List if !model.list(model.current_list()).marks.is_empty() => texts.say("linear-back-marks"),
        Scope::List if model.screen == Screen::Queue => texts.say("linear-back-quit"),
        _ => texts.say("linear-back"),
    }
}

/// The command that leads out of a scope.
fn way_back(now: Scope) -> Option<Command> {
    match now {
        Scope::Search => Some(Command::ClearSearch),
        Scope::Gate => Some(Command::Quit),
        Scope::Editor | Scope::Global => None,
        _ => Some(Command::Back),
    }
}

/// Commands that mean something to a listener: moving about is done by the choices themselves, and what hands something to
/// the terminal or to another program would need what this front has not.
fn is_told(now: Scope, command: Command) -> bool {
    let moves = command.moves()
        || matches!(
            command,
            Command::NextSection | Command::PreviousSection | Command::NextField | Command::PreviousField
        );
    let of_rows = matches!(
        command,
        Command::Open
            | Command::Mark
            | Command::MarkRange
            | Command::ChooseView
            | Command::Choose
            | Command::NextRow
            | Command::RemoveAccess
    );
    let of_points = matches!(command, Command::Explain | Command::Note | Command::Bookmark)
        && matches!(now, Scope::Report | Scope::Solved | Scope::Sample);
    let elsewhere = matches!(
        command,
        Command::Copy
            | Command::OutsideEditor
            | Command::Help
            | Command::Message
            | Command::Back
            | Command::ClearSearch
            | Command::Mouse
    );
    let opens = command == Command::Open && matches!(now, Scope::Figures);
    let leaves = command == Command::Quit && now == Scope::Gate;
    let types = matches!(now, Scope::Number) && command == Command::Confirm;
    // It would be about a row that a listener has not chosen: it is found again where that is open.
    let of_selected =
        matches!((now, command), (Scope::List, Command::Take | Command::Explain) | (Scope::Batch, Command::Explain));
    !(moves
        || of_selected
        || (of_rows && !opens)
        || of_points
        || elsewhere
        || leaves
        || types
        || command.view_digit().is_some())
}

/// A command as a choice; what sends something is chosen by a word.
fn worded(model: &Model, now: Scope, command: Command) -> Choice {
    let texts = &model.texts;
    let sends = match (now, command) {
        (Scope::Summary | Scope::Notice | Scope::Removal, Command::Confirm) | (Scope::Stop, Command::StopConfirmed) => {
            true
        }
        (Scope::Application, Command::Done) => {
            matches!(&model.dialog, Some(Dialog::Application(form)) if form.ready.is_some())
        }
        _ => false,
    };
    if sends {
        let word = texts.say("linear-word-confirm");
        return Choice { text: texts.say("linear-confirm"), deed: Deed::Command(command), word: Some(word) };
    }
    let called = match undone(model).filter(|_| command == Command::Undo) {
        Some(name) => texts.with("linear-undo", &[("name", &name)]),
        None => name(texts, now, command),
    };
    let named = Choice::new(called, Deed::Command(command));
    // It comes and goes by itself: as a number it would be taken for the one that stood there before.
    let word = (command == Command::Undo).then(|| UNDO.to_owned());
    Choice { word, ..named }
}

/// Whose decision would be taken back, where it is one: the case on the screen may be another.
fn undone(model: &Model) -> Option<String> {
    let solved = model.case.ready().filter(|open| !open.is_open());
    if model.undoes_notices() || solved.is_some() || model.waiting.iter().any(|waiting| waiting.unsent) {
        return None;
    }
    model.undoable.last().map(|last| clean::line(&last.name))
}

/// What a command is called aloud.
pub(super) fn name(texts: &Texts, now: Scope, command: Command) -> String {
    let id = match (now, command) {
        (Scope::Sample, Command::SampleAccept) => "linear-sample-accept",
        (_, Command::Approve) => "linear-approve",
        (_, Command::Return) => "linear-return",
        (_, Command::Grant) => "linear-grant",
        (_, Command::Reject) => "linear-reject",
        (_, Command::Forward) => "linear-forward",
        (_, Command::Ask) => "linear-ask",
        (_, Command::Extensions) => "linear-extensions",
        (_, Command::Search) => "linear-search",
        (_, Command::Palette) => "linear-palette",
        (_, Command::Repeat) => "linear-repeat",
        (_, Command::NextFinding) => "linear-next-finding",
        (_, Command::Findings) => "linear-findings",
        (_, Command::Suggest) => "linear-suggest",
        (_, Command::DryRun) => "linear-dry-run",
        (_, Command::Countdown) => "linear-countdown",
        (_, Command::Sort) => "linear-sort",
        (_, Command::MarkAll) => "linear-mark-all",
        (_, Command::Remind) => "linear-remind",
        (Scope::Editor, Command::Done) => "linear-done-text",
        (_, Command::Done) => "linear-done",
        _ => return capital(&texts.say(&format!("cmd-{}", command.id()))),
    };
    texts.say(id)
}

/// With a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
