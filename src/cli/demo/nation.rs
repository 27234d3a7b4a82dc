//! The error-free reports of the whole country, as the recipe draws them: for tests and benches of the rules, which need
//! neither a server nor a database.
//! Imports `domain`.

use super::{CannotInvent, figures::Country, recipe::Recipe, scene::half_years};
use crate::domain::{form::Form, period::Period, register::Register, report::Values, unit::Unit};

/// What every reporting unit of the country reports in every half-year when nobody makes a mistake.
#[derive(Debug, Clone)]
pub struct Nation<'r> {
    /// The half-years with their forms, oldest first.
    pub periods: Vec<(&'r Period, &'r Form)>,
    /// The units.
    pub units: Vec<&'r Unit>,
    /// By unit and half-year, both as above.
    reports: Vec<Vec<Values>>,
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
        Ok(Self { periods, units, reports })
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
}
