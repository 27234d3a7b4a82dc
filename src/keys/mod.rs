//! Key to command: how keys are spelled, what they do in a scope, and what a burst of keys may do.
//! Imports `app` (command, msg, scope).

pub mod file;
pub mod guard;
pub mod keymap;
pub mod lint;
pub mod spelling;
