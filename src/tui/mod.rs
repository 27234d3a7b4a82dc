//! Where they meet: the terminal, the loop, and the runner that performs effects.
//! Imports everything but `server` and `cli`.

mod editor;
mod files;
pub mod input;
pub mod linear;
pub mod painter;
pub mod program;
pub mod runner;
mod scroll;
mod strokes;
pub mod terminal;
