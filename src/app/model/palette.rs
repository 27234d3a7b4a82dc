//! The palette: what was typed, what fits it, and what it looks through.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use serde::Deserialize;
use tui_textarea::TextArea;

use crate::{
    api::{me::UnitView, tasks::TaskRow},
    app::{command::Command, effect::Ticket, scope::Scope},
    domain::{form::Form, unit::UnitNo},
};

/// The lines of the command line that stand beside the commands.
const LINES: &str = include_str!("../../../config/palette.toml");

/// What the palette looks through besides the tasks, which the backend looks through itself.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The request that is on its way.
    pub waiting: Option<Ticket>,
    /// The office's units.
    pub units: Vec<UnitView>,
    /// The form of the period that is reported.
    pub form: Option<Box<Form>>,
    /// The commands that have a key, by scope; from the key map.
    pub commands: BTreeMap<Scope, Vec<Command>>,
    /// The same from the command line, by command.
    pub lines: BTreeMap<Command, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    sfv: BTreeMap<String, String>,
}

/// The lines of the command line that stand beside the commands.
///
/// # Errors
/// What is wrong with `config/palette.toml`; a test holds that this never happens in a build.
pub fn lines() -> Result<BTreeMap<Command, String>, String> {
    let lines: Lines = toml::from_str(LINES).map_err(|error| error.to_string())?;
    let known = |(id, line): (String, String)| {
        Command::from_id(&id).map(|command| (command, line)).ok_or_else(|| format!("no command {id}"))
    };
    lines.sfv.into_iter().map(known).collect()
}

/// Something the palette has found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A command that can be given here.
    Command(Command),
    /// A task, open or solved.
    Task(Box<TaskRow>),
    /// A unit.
    Unit(UnitNo),
    /// Giving the task that is open or selected to a colleague, or letting it go for the one who has it.
    Hand(Option<String>),
    /// A point of the form: its key.
    Point(String),
}

/// A line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is.
    pub found: Found,
    /// What it is called.
    pub name: String,
    /// The same from the command line; blank where there is nothing.
    pub line: String,
}

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What was typed.
    pub area: TextArea<'static>,
    /// What fits it, the best first.
    pub items: Vec<Item>,
    /// The selected line.
    pub selected: usize,
    /// The tasks the backend found last.
    pub tasks: Vec<TaskRow>,
    /// The request for tasks that is on its way.
    pub waiting: Option<Ticket>,
    /// True when something else was typed meanwhile.
    pub again: bool,
    /// Why there are no tasks.
    pub fault: Option<crate::api::fault::Fault>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_beside_a_command_is_of_a_command_there_is() {
        assert_eq!(lines().map(|lines| lines.contains_key(&Command::Approve)), Ok(true));
    }
}
