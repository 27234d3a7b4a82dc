//! The grammar of what is shown on a screen, or drawn once.
//! Imports `cli::args`.

use clap::Args;

use super::{DemoArgs, RefArgs};

/// The size of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A screen that is shown without a terminal.
#[derive(Debug, Clone, Args)]
pub struct ScreenArgs {
    /// Columns and rows, as 80x24
    #[arg(long, default_value = "80x24", value_parser = size)]
    pub size: Size,
    /// Print the last screen as text
    #[arg(long)]
    pub dump: bool,
}

/// What `open` takes.
#[derive(Debug, Clone, Args)]
pub struct OpenArgs {
    /// The case.
    #[command(flatten)]
    pub case: RefArgs,
    /// The screen.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What `tutorial` takes.
#[derive(Debug, Clone, Copy, Args)]
pub struct TutorialArgs {
    /// Begin at the first step, with the demo as it was
    #[arg(long)]
    pub restart: bool,
}

/// What `replay` takes.
#[derive(Debug, Clone, Args)]
pub struct ReplayArgs {
    /// Begin at this case
    #[arg(long, value_name = "REF")]
    pub open: Option<String>,
    /// The keys, as in `jj<Enter>u2<Enter>`
    #[arg(long, value_name = "KEYS", default_value = "", allow_hyphen_values = true)]
    pub keys: String,
    /// Walk through the tutorial, from this step
    #[arg(long, value_name = "STEP", num_args = 0..=1, default_missing_value = "1")]
    pub tutorial: Option<usize>,
    /// The screen.
    #[command(flatten)]
    pub screen: ScreenArgs,
    /// With --dump: the colours of the terminal too, as a terminal is told them
    #[arg(long, requires = "dump", hide = true)]
    pub colours: bool,
    /// Of the demo
    #[command(flatten)]
    pub demo: DemoArgs,
}

/// Columns and rows.
fn size(text: &str) -> Result<Size, String> {
    let number = |part: &str| part.parse().ok().filter(|size| (1..=1000).contains(size));
    text.split_once(['x', 'X'])
        .and_then(|(width, height)| Some(Size { width: number(width)?, height: number(height)? }))
        .ok_or_else(|| "80x24".to_owned())
}
