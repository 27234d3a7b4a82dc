//! The error-free reports of the whole country, as the recipe draws them: for tests and benches of the rules, which need
//! neither a server nor a database.
//! Imports `domain` and `checks`.

use std::collections::BTreeMap;

use super::{CannotInvent, figures::Country, recipe::Recipe, scene::half_years};
use crate::{
    checks::{
        engine::{Before, Place, Subject},
        references::Peer,
    },
    domain::{form::Form, period::Period, register::Register, report::Values, unit::Unit},
};

/// What every reporting unit of the country reports in every half-year when nobody makes a mistake.
#[derive(Debug, Clone)]
pub struct Nation<'r> {
    /// The half-years with their forms, oldest first.
    pub periods: Vec<(&'r Period, &'r Form)>,
    /// The units.
    pub units: Vec<&'r Unit>,
    /// By unit and half-year, both as above.
    reports: Vec<Vec<Values>>,
    /// What is remarked on: nothing.
    remarks: BTreeMap<String, String>,
}

impl<'r> Nation<'r> {
    /// Draws a country; another seed gives another one of the same kind.
    ///
    /// # Errors
    /// [`CannotInvent::Recipe`] when the recipe does not fit the reference data.
    pub fn draw(recipe: &Recipe, register: &'r Register, seed: u64) -> Result<Self, CannotInvent> {
        let mut recipe = recipe.clone();
        recipe.demo.seed = seed;
        let periods = half_years(&recipe.demo, register)?;
        let newest = periods.last().map(|(period, _)| *period);
        let units: Vec<&Unit> =
            newest.into_iter().flat_map(|period| register.units(period)).filter(|unit| unit.reports).collect();
        let country = Country::draw(&recipe, &units)?;
        let of_unit = |unit: &&Unit| {
            let forms = periods.iter().map(|(_, form)| *form).enumerate();
            forms.map(|(period, form)| country.values(&unit.no, period, form)).collect()
        };
        let reports = units.iter().map(of_unit).collect();
        Ok(Self { periods, units, reports, remarks: BTreeMap::new() })
    }

    /// The reports of a unit, oldest first; none of a unit that is not there.
    #[must_use]
    pub fn reports(&self, unit: usize) -> &[Values] {
        self.reports.get(unit).map_or(&[], Vec::as_slice)
    }

    /// The report of a unit so many half-years before the newest one.
    #[must_use]
    pub fn back(&self, unit: usize, half_years: usize) -> Option<&Values> {
        self.reports(unit).iter().rev().nth(half_years)
    }
    /// The newest figures of all units, in the order of the units.
    #[must_use]
    pub fn peers(&self) -> Vec<Peer<'_>> {
        let peer = |(at, unit): (usize, &&'r Unit)| {
            Some(Peer {
                no: unit.no.as_str(),
                name: &unit.name,
                county: &unit.county_no,
                children: unit.children,
                now: self.back(at, 0)?,
                last_year: self.back(at, 2),
            })
        };
        self.units.iter().enumerate().filter_map(peer).collect()
    }

    /// A report of a unit for the newest half-year, in time and with the unit's earlier reports beside it.
    #[must_use]
    pub fn subject<'a>(&'a self, unit: usize, values: &'a Values) -> Option<Subject<'a>> {
        let (_, form) = self.periods.last()?;
        let about = self.units.get(unit)?;
        let earlier = || self.reports(unit).iter().rev().skip(1);
        Some(Subject {
            form,
            values,
            obsolete: &[],
            remarks: &self.remarks,
            extensions: None,
            unit: Place { no: about.no.as_str(), county: &about.county_no, children: about.children },
            channel: None,
            earlier: Before {
                previous: self.back(unit, 1),
                last_year: self.back(unit, 2),
                halves: earlier().collect(),
                same_halves: earlier().skip(1).step_by(2).collect(),
                broken: false,
            },
            late: Some(false),
            returned: None,
        })
    }
}
