//! What a statement tests, and the examples it is tried on.
//! Imports `domain`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use crate::checks::{
    formula::Formula,
    outlier::{hb::HbSettings, history::HistorySettings, quartile::FenceSettings, sqrt_diff::SqrtSettings},
};

/// What a statement tests.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// A comparison of figures.
    Formula(Spanned<Formula>),
    /// Every required point is filled in.
    Filled {},
    /// No figure stands in a point that the form no longer asks.
    Obsolete {},
    /// Fewer than this share of the filled points, in per cent, are the same as in the half-year before.
    Copied {
        /// The share in per cent.
        percent: u32,
        /// How many points must be filled in both half-years.
        least: u32,
    },
    /// No other unit of the country reports the same figures in all points.
    Duplicate {
        /// How many figures other than 0 it takes.
        least: u32,
    },
    /// A point that had a value is filled in, and is not 0 where it was this or more.
    Gone {
        /// From which figure 0 is strange.
        least: u32,
    },
    /// What was asked about in the last return is changed or remarked on.
    Answered {},
    /// The change moves the county's total by no more than this.
    Influence {
        /// The points.
        points: Vec<Spanned<String>>,
        /// The limit in per cent of the total.
        percent: f64,
    },
    /// Figures from 1 to this are a small group.
    Small {
        /// The largest such figure.
        most: u32,
    },
    /// Hidiroglou–Berthelot against the same half-year a year before, over all units of the country.
    HidiroglouBerthelot {
        /// The points.
        points: Vec<Spanned<String>>,
        /// The parameters of the method.
        settings: HbSettings,
    },
    /// The logarithm of the change from the same half-year a year before.
    ThError {
        /// The points.
        points: Vec<Spanned<String>>,
        /// The largest |log10(x1 / x2)|.
        limit: f64,
    },
    /// A ratio within the fence of all units, or of those of the same size.
    Quartile {
        /// The point above the line.
        of: Spanned<String>,
        /// What is below it.
        per: Per,
        /// How far away the fence is.
        fence: FenceSettings,
        /// How large the figure below the line must be to judge a unit by it.
        least: u32,
    },
    /// The difference of square roots from the same half-year a year before, for points with many zeros.
    SquareRoot {
        /// The points.
        points: Vec<Spanned<String>>,
        /// The parameters of the method.
        settings: SqrtSettings,
    },
    /// The unit's own earlier half-years: median and median absolute deviation.
    History {
        /// The points.
        points: Vec<Spanned<String>>,
        /// The parameters of the method.
        settings: HistorySettings,
    },
    /// The report came before the deadline.
    Late {},
    /// Tried when the decision is made.
    Decision(Moment),
}

/// What is below the line of a ratio.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Another point of the same report; the fence is that of all units.
    Point(Spanned<String>),
    /// 1 000 children 0–17; the fence is that of the units of the same size class.
    Children,
}

/// What is tried when a decision is made or a text leaves the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// The extension count, by the rule of the unit.
    Extensions,
    /// A return has a comment.
    Comment,
    /// The extension count on a new case system.
    NewSystem,
    /// No identity number in a text that leaves the office.
    Identity,
    /// The written language of the unit.
    Language,
}

impl Test {
    /// The keys of the points it names, each once; none for a test that looks at every point.
    #[must_use]
    pub fn points(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.named().into_iter().map(|(key, _)| key).collect();
        let mut seen = BTreeSet::new();
        keys.retain(|key| seen.insert(*key));
        keys
    }

    /// The list of points that it looks at one by one, where it has one.
    pub(super) fn list(&mut self) -> Option<&mut Vec<Spanned<String>>> {
        match self {
            Self::Influence { points, .. }
            | Self::HidiroglouBerthelot { points, .. }
            | Self::ThError { points, .. }
            | Self::SquareRoot { points, .. }
            | Self::History { points, .. } => Some(points),
            _ => None,
        }
    }

    /// The points it names, with their places in the file.
    pub(super) fn named(&self) -> Vec<(&str, std::ops::Range<usize>)> {
        match self {
            Self::Formula(formula) => formula.get_ref().keys().into_iter().map(|key| (key, formula.span())).collect(),
            Self::Influence { points, .. }
            | Self::HidiroglouBerthelot { points, .. }
            | Self::ThError { points, .. }
            | Self::SquareRoot { points, .. }
            | Self::History { points, .. } => points.iter().map(spanned).collect(),
            Self::Quartile { of, per: Per::Point(per), .. } => vec![spanned(of), spanned(per)],
            Self::Quartile { of, per: Per::Children, .. } => vec![spanned(of)],
            _ => Vec::new(),
        }
    }
}

fn spanned(name: &Spanned<String>) -> (&str, std::ops::Range<usize>) {
    (name.get_ref(), name.span())
}

/// An example of a statement: figures by key; a point that is not named is empty.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fixture {
    /// The figures of the report.
    pub values: BTreeMap<String, u32>,
    /// Those of the half-year before.
    pub previous: Option<BTreeMap<String, u32>>,
    /// Those of the same half-year a year before.
    pub last_year: Option<BTreeMap<String, u32>>,
    /// Those of the earlier half-years that are comparable, newest first.
    pub history: Vec<BTreeMap<String, u32>>,
    /// Children 0–17 of the unit.
    pub children: Option<u32>,
    /// The approved extension count.
    pub extensions: Option<u32>,
    /// Keys of points with a value though the form no longer asks them.
    pub obsolete: Vec<String>,
    /// True when it came after the deadline.
    pub late: bool,
    /// The version that was returned, and the points that were asked about.
    pub returned: Option<BTreeMap<String, u32>>,
    /// Keys of the points that were asked about.
    pub asked: Vec<String>,
    /// Keys of the points with a remark of the unit.
    pub remarks: Vec<String>,
    /// The other units: the two figures that the test compares. Of a ratio the one above and the one below the line, else
    /// the newer and the older one.
    pub units: Vec<Pair>,
    /// The figures of whole reports of other units for the same half-year.
    pub reports: Vec<BTreeMap<String, u32>>,
}

/// Two figures of a unit.
pub type Pair = (u32, u32);
