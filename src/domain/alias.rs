//! Names that columns and points have in other files than ours: the data cube of the directorate and older forms.
//! Imports nothing.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The names, as `config/forms/aliases.toml` lists them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aliases {
    /// The columns that are no points.
    pub columns: Columns,
    /// The names of a point by its key.
    pub points: BTreeMap<String, Vec<String>>,
}

/// The columns of a wide file that are no points.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The number of the unit.
    pub unit: Vec<String>,
    /// The year.
    pub year: Vec<String>,
    /// The half of the year, 1 or 2.
    pub half: Vec<String>,
    /// The name of the unit, which is not used.
    pub name: Vec<String>,
    /// Figures that are computed from others; they are left out with a note.
    pub computed: Vec<String>,
}
