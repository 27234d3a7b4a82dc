//! The recipe of the made-up history, as it lies in `config/demo.toml` and `config/national_2023.toml`.
//! Imports `domain`.

pub mod change;
pub mod figures;
pub mod people;
pub mod services;
pub mod story;

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde::Deserialize;

use self::{
    figures::{Blank, Draw, National, Spread},
    people::{Colleague, Fill, Request, Senders, Someone, Systems},
    services::Services,
    story::{Mix, Past, Situation, Wording},
};
use crate::domain::{period::PeriodId, register::BadData};

const DEMO: (&str, &str) = ("config/demo.toml", include_str!("../../../../config/demo.toml"));
const NATIONAL: (&str, &str) = ("config/national_2023.toml", include_str!("../../../../config/national_2023.toml"));

/// Everything the history is made from.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Who is in it, how figures are drawn, which situations occur.
    pub demo: Demo,
    /// The levels figures are drawn from.
    pub national: National,
}

impl Recipe {
    /// The recipe that is built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        Ok(Self { demo: read(DEMO)?, national: read(NATIONAL)? })
    }
}

fn read<T: serde::de::DeserializeOwned>((file, text): (&str, &str)) -> Result<T, BadData> {
    toml::from_str(text).map_err(|error| BadData { file: file.to_owned(), detail: error.to_string() })
}

/// The file `config/demo.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// Every figure follows from it.
    pub seed: u64,
    /// The open period.
    pub period: PeriodId,
    /// What the clock shows in Oslo.
    pub now: DateTime,
    /// Half-years in all.
    pub periods: usize,
    /// How far figures spread.
    pub spread: Spread,
    /// Earlier reports.
    pub past: Past,
    /// Reports that no situation speaks of.
    pub mix: Mix,
    /// Points some units leave empty.
    #[serde(rename = "blank")]
    pub blanks: Vec<Blank>,
    /// How each point is drawn.
    #[serde(rename = "draw")]
    pub draws: Vec<Draw>,
    /// The people.
    #[serde(rename = "person")]
    pub people: Vec<Someone>,
    /// A reviewer of each office that is not the wanted one.
    #[serde(rename = "colleague")]
    pub colleagues: Vec<Colleague>,
    /// Names of those who send the reports.
    pub senders: Senders,
    /// Case systems per channel.
    pub systems: Systems,
    /// Comments of returned reports.
    #[serde(rename = "comment")]
    pub comments: BTreeMap<String, Wording>,
    /// What the wanted office meets.
    #[serde(rename = "situation")]
    pub situations: Vec<Situation>,
    /// Access requests to the wanted office.
    #[serde(rename = "access")]
    pub requests: Vec<Request>,
    /// Co-operations, reminders and decisions on extensions.
    pub services: Services,
    /// What fills the queue for load.
    pub fill: Fill,
}
