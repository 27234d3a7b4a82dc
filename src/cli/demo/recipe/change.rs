//! Changes of a report's figures: faults that are planted, and shapes that are arranged.
//! Imports nothing of the crate.

use serde::Deserialize;

/// A change of a report's figures: a fault that is planted, or a shape that is arranged.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// One point is too large.
    Add {
        /// The point.
        key: String,
        /// By how much.
        by: u32,
    },
    /// A part is larger than its whole.
    Exceed {
        /// The part.
        key: String,
        /// The whole.
        over: String,
        /// By how much.
        by: u32,
    },
    /// One point is many times too large.
    Times {
        /// The point.
        key: String,
        /// How many times.
        by: u32,
    },
    /// The digits of a point stand the wrong way round.
    Swap {
        /// The first of these whose digits differ.
        keys: Vec<String>,
    },
    /// Last period's figures.
    Copy {
        /// All points but these.
        except: Vec<String>,
    },
    /// A point and its totals are larger.
    Raise {
        /// The point.
        key: String,
        /// By how much.
        per_cent: u32,
        /// Its totals.
        with: Vec<String>,
    },
    /// A point is brought within bounds.
    Between {
        /// The point.
        key: String,
        /// The lowest.
        from: u32,
        /// The highest.
        to: u32,
        /// The point that takes up the difference.
        against: String,
    },
}
