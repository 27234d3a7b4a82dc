//! Where the screen begins: the program itself, one case, the demo, and a replay without a terminal.
//! Imports `text` and, once they are there, `tui` and `app`.

use tokio::runtime::Runtime;

use super::{
    args::{OpenArgs, ReplayArgs},
    failure::Failure,
    session::Desk,
};
use crate::domain::report::Reference;

/// Where the screen begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Begin {
    /// At this case instead of the queue.
    pub at: Option<Reference>,
}

/// Opens the screen on the terminal and gives the exit code when it ends.
///
/// # Errors
/// [`Failure`] when there is no backend to be had, or no terminal.
pub fn start_screen(runtime: &Runtime, desk: Desk, begin: &Begin) -> Result<u8, Failure> {
    let _ = (runtime, desk, begin);
    Err(Failure::NotBuilt("tui"))
}

/// Opens the screen at a case, or prints it once with `--dump`.
///
/// # Errors
/// As [`start_screen`].
pub fn open(runtime: &Runtime, desk: Desk, args: &OpenArgs) -> Result<u8, Failure> {
    let at = args.case.reference.parse()?;
    start_screen(runtime, desk, &Begin { at: Some(at) })
}

/// Drives the screen with a key script on a test clock.
///
/// # Errors
/// As [`start_screen`].
pub fn replay(runtime: &Runtime, mut desk: Desk, args: &ReplayArgs) -> Result<u8, Failure> {
    desk.demo = args.demo.clone();
    let at = args.open.as_deref().map(str::parse).transpose()?;
    start_screen(runtime, desk, &Begin { at })
}
