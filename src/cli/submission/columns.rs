//! The columns of a wide table: what each stands for, by its name in the first row.
//! Imports `domain`.

use std::collections::BTreeSet;

use super::{
    MOST_REFUSALS,
    names::{Names, skeleton},
    points::short,
    rows::Row,
};
use crate::domain::{
    form::{Form, Point},
    refusal::{FileFault, Refusal},
    register::Register,
};

/// A column that is a point: where it stands, and which point.
pub(super) type PointColumn<'a> = (usize, &'a Point);

/// The first row of a table.
pub(super) struct Head<'a> {
    /// As it was written.
    pub(super) row: Row<'a>,
    skeletons: Vec<String>,
}

impl<'a> Head<'a> {
    pub(super) fn of(row: Row<'a>) -> Self {
        let skeletons = row.cells.iter().map(|name| skeleton(name)).collect();
        Self { row, skeletons }
    }
}

/// Where the columns stand.
pub(super) struct Columns {
    /// The number of the unit.
    pub(super) unit: usize,
    /// The year.
    pub(super) year: usize,
    /// The half of the year.
    pub(super) half: usize,
    /// Figures that are computed from others.
    pub(super) computed: Vec<usize>,
    /// Columns without a name; a spreadsheet leaves such ones, and nothing may stand in them.
    pub(super) nameless: Vec<usize>,
    /// All others, which must be points.
    points: Vec<usize>,
}

/// True when the first row names a column that only a wide table has.
pub(super) fn is_wide(head: &Head<'_>, register: &Register) -> bool {
    let own = &register.aliases.columns;
    [&own.unit, &own.year, &own.half].into_iter().any(|names| !places(head, names).is_empty())
}

impl Columns {
    /// Reads the first row.
    ///
    /// # Errors
    /// Columns that are missing, and columns that stand twice.
    pub(super) fn of(head: &Head<'_>, register: &Register) -> Result<Self, Vec<Refusal>> {
        let own = &register.aliases.columns;
        let (unit, year, half) = (one(head, &own.unit), one(head, &own.year), one(head, &own.half));
        let (Ok(unit), Ok(year), Ok(half)) = (&unit, &year, &half) else {
            return Err([unit, year, half].into_iter().filter_map(Result::err).collect());
        };
        let (unit, year, half) = (*unit, *year, *half);
        let (names, computed) = (places(head, &own.name), places(head, &own.computed));
        let nameless: Vec<usize> = (0..head.row.cells.len()).filter(|place| head.row.cell(*place).is_empty()).collect();
        let known = |place: &usize| {
            [unit, year, half].contains(place) || [&names, &computed, &nameless].iter().any(|list| list.contains(place))
        };
        let points = (0..head.row.cells.len()).filter(|place| !known(place)).collect();
        Ok(Self { unit, year, half, computed, nameless, points })
    }

    /// The columns that are points of a form, or of an older one.
    ///
    /// # Errors
    /// Columns that are no points, that may be several, and points that have two columns.
    pub(super) fn points<'a>(
        &self,
        head: &Head<'_>,
        form: &'a Form,
        register: &'a Register,
    ) -> Result<Vec<PointColumn<'a>>, Vec<Refusal>> {
        let names = Names::loose(form, register);
        let mut taken = BTreeSet::new();
        let mut refusals = Vec::new();
        let mut found = Vec::new();
        for place in &self.points {
            let name = head.row.cell(*place);
            match names.find(name) {
                Ok(Some(point)) if taken.insert(&point.key) => found.push((*place, point)),
                Ok(Some(point)) => refusals.push(head.row.refusal(Refusal::PointTwice { point: point.code.clone() })),
                Ok(None) => refusals.push(head.row.fault(FileFault::UnknownColumn { column: short(name) })),
                Err(ambiguous) => refusals.push(head.row.refusal(ambiguous)),
            }
            if refusals.len() >= MOST_REFUSALS {
                break;
            }
        }
        if refusals.is_empty() { Ok(found) } else { Err(refusals) }
    }
}

/// The place of a column that must be there once.
fn one(head: &Head<'_>, names: &[String]) -> Result<usize, Refusal> {
    match places(head, names).as_slice() {
        [place] => Ok(*place),
        [] => Err(head.row.fault(FileFault::MissingColumn { column: names.first().cloned().unwrap_or_default() })),
        [_, again, ..] => Err(head.row.fault(FileFault::ColumnTwice { column: short(head.row.cell(*again)) })),
    }
}

/// Every place where one of some names stands.
fn places(head: &Head<'_>, names: &[String]) -> Vec<usize> {
    let wanted: Vec<String> = names.iter().map(|name| skeleton(name)).collect();
    let found = head.skeletons.iter().enumerate().filter(|(_, name)| !name.is_empty() && wanted.contains(name));
    found.map(|(place, _)| place).collect()
}
