//! The front door: the grammar of the command line, the commands without a screen, and what they say.
//! Imports every layer.

pub mod args;
pub mod failure;
pub mod output;
pub mod submission;
mod table;
