//! From a choice to the commands that do it: the same ones that a person at the drawn screen would give.
//! Imports `app` (model, command).

use super::{choices::Deed, field};
use crate::{
    app::{
        command::Command,
        model::{
            Model,
            case::{OpenCase, Row},
            dialog::Dialog,
        },
    },
    domain::unit::UnitNo,
};

/// One step of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A command.
    Want(Command),
    /// A command, where the summary of a decision has opened meanwhile.
    WantInSummary(Command),
}

/// The steps of a choice; none where what it was about is gone.
#[must_use]
pub fn steps(model: &Model, deed: &Deed) -> Option<Vec<Step>> {
    let list = || model.list(model.current_list());
    let commands = match deed {
        Deed::Command(command) => {
            let mut walk = match (&model.dialog, command) {
                // The form is judged from its last field.
                (Some(Dialog::Application(form)), Command::Done) if form.ready.is_none() => {
                    fill(model, form.fields.len().saturating_sub(1))
                }
                _ => Vec::new(),
            };
            walk.push(*command);
            walk
        }
        Deed::Go(_) | Deed::Write { .. } | Deed::Empty | Deed::Rewrite(_) | Deed::Drop(_) => Vec::new(),
        Deed::Portion(from) => match &model.dialog {
            None if matches!(super::here(model).scope, super::Scope::List) => walk(list().selected, *from),
            _ => Vec::new(),
        },
        Deed::Task(_) | Deed::MarkTask(_) | Deed::Unit(_) | Deed::MarkUnit(_) | Deed::Item(_) | Deed::Holder(_) => {
            row(model, deed)?
        }
        Deed::Line(_) | Deed::View(_) | Deed::Count(_) => line(model, deed)?,
        Deed::Fill(at) => fill(model, *at),
        Deed::At(key, command) => {
            let open = model.case.ready()?;
            let mut walk = to_row(open, open.row_of(key)?);
            walk.push(*command);
            walk
        }
        Deed::Leave => {
            return Some(vec![Step::Want(Command::Done), Step::WantInSummary(Command::Back)]);
        }
    };
    Some(commands.into_iter().map(Step::Want).collect())
}

/// To a row of a list, and what is done there.
fn row(model: &Model, deed: &Deed) -> Option<Vec<Command>> {
    let list = || model.list(model.current_list());
    let unit = |unit: &UnitNo| model.units.shown().iter().position(|row| row.no == *unit);
    let (from, to, then) = match deed {
        Deed::Task(reference) => (list().selected, list().position(reference)?, Command::Open),
        Deed::MarkTask(reference) => (list().selected, list().position(reference)?, Command::Mark),
        Deed::Unit(no) => (model.units.selected, unit(no)?, Command::Open),
        Deed::MarkUnit(no) => (model.units.selected, unit(no)?, Command::Mark),
        Deed::Item(reference) => {
            let at = model.batch.shown().iter().position(|item| item.reference == *reference)?;
            (model.batch.cursor, at, Command::Open)
        }
        Deed::Holder(reference) => {
            let at = model.portal.rows().iter().position(|row| row.reference == *reference)?;
            (model.portal.selected, at, Command::RemoveAccess)
        }
        _ => return None,
    };
    let mut walk = walk(from, to);
    walk.push(then);
    Some(walk)
}

/// To a line of the dialog on the screen, and what is done there.
fn line(model: &Model, deed: &Deed) -> Option<Vec<Command>> {
    let (mut walk, then) = match (deed, model.dialog.as_ref()?) {
        (Deed::Line(at), Dialog::Palette(palette)) => (walk(palette.selected, *at), Some(Command::Choose)),
        (Deed::View(at), Dialog::Views(chooser)) => (walk(chooser.selected, *at), Some(Command::ChooseView)),
        (Deed::Count(reference), Dialog::Grid(grid)) => {
            let at = grid.rows.iter().position(|row| row.case.reference == *reference)?;
            (walk(grid.cursor, at), None)
        }
        _ => return None,
    };
    walk.extend(then);
    Some(walk)
}

/// From one row to another.
fn walk(from: usize, to: usize) -> Vec<Command> {
    let command = if to < from { Command::Up } else { Command::Down };
    vec![command; from.abs_diff(to)]
}

/// From one field of the form to another.
fn fill(model: &Model, to: usize) -> Vec<Command> {
    let from = field::focus(model);
    let command = if to < from { Command::PreviousField } else { Command::NextField };
    vec![command; from.abs_diff(to)]
}

/// From the selected point to another one: headings are stepped over.
fn to_row(open: &OpenCase, to: usize) -> Vec<Command> {
    let from = open.cursor;
    let (low, high) = (from.min(to), from.max(to));
    let points =
        open.rows.get(low..high).unwrap_or_default().iter().filter(|row| matches!(row, Row::Point(..))).count();
    vec![if to < from { Command::Up } else { Command::Down }; points]
}
