//! The mouse in the program: it does what keys do, and less. It never confirms a decision.
//! Imports `app`, `keys` and `view`.

use std::io::{self, Write};

use jiff::Timestamp;
use ratatui::layout::Position;

use super::Program;
use crate::{
    app::{
        command::Command,
        msg::{Msg, Typed},
        scope::Scope,
    },
    client::backend::Backend,
    keys::{keymap::Deed, spelling::Key},
    tui::mouse::Pointer,
    view::{self, spot::Spot},
};

/// How many rows one step of the wheel goes.
const ROWS: usize = 3;

impl<B: Backend, W: Write> Program<B, W> {
    /// Does what somebody wants with the mouse.
    pub(super) fn point(&mut self, pointer: Pointer, now: Timestamp) -> io::Result<()> {
        // What was under way when the mouse was turned off is nothing.
        if !self.model.mouse {
            return Ok(());
        }
        self.look.begun = None;
        match pointer {
            Pointer::WheelUp => self.go(Command::Up, &Typed::Up, ROWS, now),
            Pointer::WheelDown => self.go(Command::Down, &Typed::Down, ROWS, now),
            Pointer::Click(x, y) => self.click(Position { x, y }, now),
        }
    }

    fn click(&mut self, at: Position, now: Timestamp) -> io::Result<()> {
        let scope = self.scope();
        // Where Enter makes a decision, a click does nothing at all.
        let enter = self.look.keymap.deed(scope, Key::ENTER);
        if matches!(enter, Some(Deed::Command(command)) if command.concerns_decision()) {
            self.clicked = None;
            return self.update(Msg::ClickedInVain);
        }
        let clicked = self.clicked.take();
        match view::spot_at(&self.model, &self.look, at) {
            Some(Spot::Hint(command)) => self.update(Msg::Wanted(command, now)),
            Some(Spot::Row { number, selected }) if number == selected => {
                if clicked == Some((scope, number)) {
                    return self.open(enter.as_ref(), now);
                }
                self.clicked = Some((scope, number));
                Ok(())
            }
            Some(Spot::Row { number, selected }) => {
                self.clicked = Some((scope, number));
                let (command, typed) =
                    if number > selected { (Command::Down, Typed::Down) } else { (Command::Up, Typed::Up) };
                self.go(command, &typed, number.abs_diff(selected), now)
            }
            None => Ok(()),
        }
    }

    /// What Enter does on the row that was clicked twice.
    fn open(&mut self, enter: Option<&Deed>, now: Timestamp) -> io::Result<()> {
        match enter {
            Some(Deed::Command(command)) => self.update(Msg::Wanted(*command, now)),
            _ => Ok(()),
        }
    }

    /// Goes some rows, where one can.
    fn go(&mut self, command: Command, typed: &Typed, rows: usize, now: Timestamp) -> io::Result<()> {
        let scope = self.scope();
        let here = !self.look.keymap.keys_of(scope, command).is_empty();
        for _ in 0..rows {
            if here {
                self.update(Msg::Wanted(command, now))?;
            } else if scope == Scope::Editor {
                self.typed(typed.clone())?;
            }
        }
        Ok(())
    }
}
