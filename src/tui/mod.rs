//! Where they meet: the terminal, the loop, and the runner that performs effects.
//! Imports everything but `server` and `cli`.

mod editor;
mod files;
pub mod input;
pub mod linear;
pub mod mouse;
mod pace;
pub mod painter;
pub mod program;
pub mod runner;
mod scroll;
pub mod setup;
mod strokes;
pub mod system;
pub mod terminal;
pub mod watch;
