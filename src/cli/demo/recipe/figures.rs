//! What the figures are drawn from: national levels, spread, and how each point is drawn.
//! Imports `domain`.

use serde::Deserialize;

use crate::domain::period::PeriodId;

/// The levels of the whole country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct National {
    /// The period the levels are of.
    pub period: PeriodId,
    /// One level per point.
    #[serde(rename = "anchor")]
    pub anchors: Vec<Anchor>,
    /// One yearly change per point.
    #[serde(rename = "trend")]
    pub trends: Vec<Trend>,
}

/// The level of a point.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The point's key.
    pub key: String,
    /// The country's figure.
    pub figure: u32,
    /// Published, derived or invented.
    pub how: String,
    /// Where it stands.
    pub source: String,
    /// True when most units have none.
    #[serde(default)]
    pub zero_inflated: bool,
}

/// The yearly change of a point.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trend {
    /// The point's key.
    pub key: String,
    /// -0.07 is 7 % less than a year before.
    pub yearly: f64,
}

/// How far figures spread.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Sigma of a unit's effect.
    pub unit: f64,
    /// Sigma of a half-year's effect in a unit.
    pub period: f64,
    /// The share of a stock that stays.
    pub stays: f64,
    /// What is left of a trend for each year further back.
    pub trend_fades: f64,
    /// The share of the smallest units without any.
    pub none: f64,
    /// The number of children that halves that share.
    pub none_half_at: u32,
    /// Sigma of «near», times the square root.
    pub near: f64,
    /// The furthest off, as a share.
    pub near_share: f64,
    /// The furthest off, as a number.
    pub near_least: u32,
}

/// Points that some units leave empty, together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// The points.
    pub keys: Vec<String>,
    /// The share of units.
    pub share: f64,
}

/// How a point is drawn.
#[derive(Debug, Clone, Deserialize)]
pub struct Draw {
    /// The point's key.
    pub key: String,
    /// In which way.
    #[serde(flatten)]
    pub how: How,
}

/// A way of drawing.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum How {
    /// Anew each half-year.
    Flow {
        /// Points of a group share the unit's effect.
        group: String,
    },
    /// Mostly what it was.
    Stock {
        /// Points of a group share the unit's effect.
        group: String,
    },
    /// Each case belongs to it with the national share.
    Part {
        /// The whole.
        of: String,
        /// What is taken from the whole first.
        #[serde(default)]
        less: Vec<String>,
    },
    /// About as many.
    Near {
        /// As which point.
        of: String,
    },
    /// Added up.
    Sum {
        /// What is added.
        of: Vec<String>,
        /// What is taken away.
        #[serde(default)]
        less: Vec<String>,
    },
    /// What another point was half a year ago.
    Carried {
        /// That point.
        of: String,
        /// The group whose effect the very first one has.
        group: String,
    },
    /// What is left at the end.
    Remaining {
        /// Of these.
        of: Vec<String>,
        /// The point whose level half a year later is to be met.
        next: String,
    },
}
