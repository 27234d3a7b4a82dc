//! The guided walk through the demo: its steps, where one stands, and what has happened since the step began.
//! Imports `app` (command, scope, layout).

use std::collections::BTreeSet;

use serde::{Deserialize, de::value::StrDeserializer};

use crate::app::{command::Command, layout::Size, scope::Scope};

/// The steps.
const STEPS: &str = include_str!("../../../config/tutorial.toml");
/// What the backend can have answered, and that something was typed.
const ANSWERS: [&str; 9] = ["saved", "undone", "asked", "typed", "approve", "return", "grant", "reject", "forward"];
/// From this height of the terminal on, the pane has room for the whole text.
const ROOMY: u16 = 24;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name; its text is `lesson-` and the name.
    pub id: String,
    /// What must have happened; of the names in one entry, one is enough.
    pub until: Vec<Vec<String>>,
    /// The keys that its text names.
    pub keys: Vec<(Scope, Command)>,
    /// The steps of the directorate's manual that it corresponds to.
    pub manual: Vec<u32>,
}

/// The walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its steps.
    pub steps: Vec<Step>,
    /// The step one stands at; as many as there are when all are done.
    pub at: usize,
    /// What has happened since the step began.
    pub heard: BTreeSet<String>,
    /// The size of the terminal: the pane takes its lines from below the screen, so that it covers nothing.
    pub terminal: Size,
}

impl Lesson {
    /// The walk from a step on.
    ///
    /// # Errors
    /// What is wrong with `config/tutorial.toml`; a test holds that this never happens in a build.
    pub fn from(at: usize, terminal: Size) -> Result<Self, String> {
        let steps = steps(STEPS)?;
        // A walk that was done begins anew.
        let at = if at < steps.len() { at } else { 0 };
        Ok(Self { steps, at, heard: BTreeSet::new(), terminal })
    }

    /// The step one stands at; none when all are done.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.steps.get(self.at)
    }

    /// How many lines the pane takes.
    #[must_use]
    pub fn lines(&self) -> u16 {
        if self.terminal.height >= ROOMY { 4 } else { 2 }
    }

    /// What is left of the terminal for the screen.
    #[must_use]
    pub fn room(&self) -> Size {
        Size { height: self.terminal.height.saturating_sub(self.lines()), ..self.terminal }
    }

    /// True when everything that the step asks for has happened.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        let happened = |choices: &Vec<String>| choices.iter().any(|name| self.heard.contains(name));
        self.step().is_some_and(|step| step.until.iter().all(happened))
    }

    /// To the next step.
    pub fn go_on(&mut self) {
        self.at = (self.at + 1).min(self.steps.len());
        self.heard.clear();
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    until: Vec<String>,
    keys: Vec<String>,
    #[serde(default)]
    manual: Vec<u32>,
}

fn steps(text: &str) -> Result<Vec<Step>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    file.step.into_iter().map(step).collect()
}

fn step(written: Written) -> Result<Step, String> {
    let until = written.until.iter().map(|choices| choices.split('|').map(known).collect());
    let keys = written.keys.iter().map(|key| {
        let (place, command) = key.split_once('.').ok_or_else(|| key.clone())?;
        Ok((scope(place)?, Command::from_id(command).ok_or_else(|| key.clone())?))
    });
    Ok(Step {
        until: until.collect::<Result<_, String>>()?,
        keys: keys.collect::<Result<_, String>>()?,
        id: written.id,
        manual: written.manual,
    })
}

/// The name of something that can happen.
fn known(name: &str) -> Result<String, String> {
    let is_known = match name.split_once(':') {
        Some(("command", id)) => Command::from_id(id).is_some(),
        Some(("scope", place)) => scope(place).is_ok(),
        Some(_) => false,
        None => ANSWERS.contains(&name),
    };
    if is_known { Ok(name.to_owned()) } else { Err(format!("nothing is called {name}")) }
}

fn scope(name: &str) -> Result<Scope, String> {
    Scope::deserialize(StrDeserializer::<serde::de::value::Error>::new(name)).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_the_manual_but_the_login_is_walked_through() {
        let lesson = Lesson::from(0, Size { width: 80, height: 24 }).expect("the steps parse");
        let manual: BTreeSet<u32> = lesson.steps.iter().flat_map(|step| step.manual.iter().copied()).collect();
        assert_eq!(manual, (4..=17).collect());
    }

    #[test]
    fn what_cannot_happen_is_no_step() {
        let text = |until: &str| format!("[[step]]\nid = \"x\"\nuntil = [\"{until}\"]\nkeys = []\n");
        assert!(steps(&text("command:open|saved")).is_ok());
        for wrong in ["command:opem", "scope:lst", "sent", "key:a"] {
            assert!(steps(&text(wrong)).is_err(), "{wrong}");
        }
    }
}
