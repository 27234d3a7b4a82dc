//! From a choice to the commands that do it: the same ones that a person at the drawn screen would give.
//! Imports `app` (model, command).

use super::{choices::Deed, field};
use crate::app::{
    command::Command,
    model::{
        Model,
        case::{OpenCase, Row},
        dialog::Dialog,
    },
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
        Deed::Command(command) => vec![*command],
        Deed::Go(_) | Deed::Write { .. } => Vec::new(),
        Deed::Portion(from) => match &model.dialog {
            None if matches!(super::here(model).scope, super::Scope::List) => walk(list().selected, *from),
            _ => Vec::new(),
        },
        Deed::Task(reference) => {
            let mut walk = walk(list().selected, list().position(reference)?);
            walk.push(Command::Open);
            walk
        }
        Deed::MarkTask(reference) => {
            let mut walk = walk(list().selected, list().position(reference)?);
            walk.push(Command::Mark);
            walk
        }
        Deed::Unit(unit) | Deed::MarkUnit(unit) => {
            let at = model.units.shown().iter().position(|row| row.no == *unit)?;
            let mut walk = walk(model.units.selected, at);
            walk.push(if matches!(deed, Deed::Unit(_)) { Command::Open } else { Command::Mark });
            walk
        }
        Deed::Item(reference) => {
            let at = model.batch.shown().iter().position(|item| item.reference == *reference)?;
            let mut walk = walk(model.batch.cursor, at);
            walk.push(Command::Open);
            walk
        }
        Deed::Holder(reference) => {
            let at = model.portal.rows().iter().position(|row| row.reference == *reference)?;
            let mut walk = walk(model.portal.selected, at);
            walk.push(Command::RemoveAccess);
            walk
        }
        Deed::Line(at) => {
            let Some(Dialog::Palette(palette)) = &model.dialog else { return None };
            let mut walk = walk(palette.selected, *at);
            walk.push(Command::Choose);
            walk
        }
        Deed::View(at) => {
            let Some(Dialog::Views(chooser)) = &model.dialog else { return None };
            let mut walk = walk(chooser.selected, *at);
            walk.push(Command::ChooseView);
            walk
        }
        Deed::Count(reference) => {
            let Some(Dialog::Grid(grid)) = &model.dialog else { return None };
            let at = grid.rows.iter().position(|row| row.case.reference == *reference)?;
            walk(grid.cursor, at)
        }
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
