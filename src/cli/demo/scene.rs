//! What every part of the history looks up: the office, the half-years, the units with their figures, the calendar.
//! Imports `domain`.

use std::collections::BTreeMap;

use super::{
    CannotInvent, Wanted,
    calendar::Calendar,
    chance::Chance,
    figures::Country,
    recipe::{Demo, Recipe},
};
use crate::domain::{
    access::fold_domain,
    form::{Form, key},
    office::Office,
    period::Period,
    register::Register,
    report::{Source, Submission, Submitter, Values},
    unit::{Language, Unit, UnitKind},
};

/// The stage on which everything happens.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    /// The recipe.
    pub demo: &'a Demo,
    /// The office the demo is shown for.
    pub office: &'a Office,
    /// The half-years, oldest first; the last one is open.
    pub periods: Vec<(&'a Period, &'a Form)>,
    /// Every unit of the country that reports.
    pub units: Vec<&'a Unit>,
    /// When things happen.
    pub calendar: Calendar<'a>,
    country: Country<'a>,
}

impl<'a> Scene<'a> {
    /// Sets the stage.
    ///
    /// # Errors
    /// [`CannotInvent`] for an office that does not exist, and for a recipe that does not fit the reference data.
    pub fn set(recipe: &'a Recipe, register: &'a Register, wanted: &Wanted) -> Result<Self, CannotInvent> {
        let office =
            register.office(&wanted.office).ok_or_else(|| CannotInvent::UnknownOffice(wanted.office.clone()))?;
        let periods = half_years(&recipe.demo, register)?;
        let units: Vec<&Unit> = match periods.last() {
            Some((open, _)) => register.units(open).iter().filter(|unit| unit.reports).collect(),
            None => vec![],
        };
        let country = Country::draw(recipe, &units)?;
        let calendar = Calendar { holidays: &register.holidays };
        Ok(Self { demo: &recipe.demo, office, periods, units, calendar, country })
    }

    /// The number of the open half-year.
    #[must_use]
    pub fn open(&self) -> usize {
        self.periods.len().saturating_sub(1)
    }

    /// The units of the wanted office.
    pub fn own_units(&self) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().copied().filter(|unit| self.is_own(unit))
    }

    /// True for a unit of the wanted office.
    #[must_use]
    pub fn is_own(&self, unit: &Unit) -> bool {
        unit.office == self.office.id
    }

    /// What a unit reports in a half-year when it makes no mistake.
    #[must_use]
    pub fn clean(&self, unit: &Unit, period: usize) -> Values {
        self.periods.get(period).map_or_else(Values::new, |(_, form)| self.country.values(&unit.no, period, form))
    }

    /// What a unit reported half a year before.
    #[must_use]
    pub fn before(&self, unit: &Unit, period: usize) -> Values {
        period.checked_sub(1).map_or_else(Values::new, |before| self.clean(unit, before))
    }

    /// A report without remarks.
    #[must_use]
    pub fn report(
        &self,
        unit: &Unit,
        period: &Period,
        version: u32,
        values: Values,
        submitter: Submitter,
    ) -> Submission {
        let (unit, period) = (unit.no.clone(), period.id.clone());
        Submission {
            unit,
            period,
            version: Some(version),
            values,
            remarks: BTreeMap::new(),
            submitter,
            source: Source::Form,
            generated_at: None,
        }
    }

    /// An extension count (7A) that fits the reported 3–6-month cases.
    #[must_use]
    pub fn extensions(&self, chance: &mut Chance, values: &Values) -> u32 {
        let cases = values.get(key::THREE_TO_SIX).copied().flatten().unwrap_or(0);
        let [low, high] = self.demo.past.extensions;
        super::chance::whole(f64::from(cases) * chance.between(low, high)).min(cases)
    }

    /// The mail domain of a unit's municipality; a district has its city's.
    #[must_use]
    pub fn domain_of(&self, unit: &Unit) -> String {
        let city = if unit.kind == UnitKind::Bydel { &unit.county } else { &unit.name };
        self.demo.senders.domain.replace("{place}", &fold_domain(city))
    }

    /// A return comment in the unit's language, with the reported figures filled in.
    #[must_use]
    pub fn comment(&self, name: &str, unit: &Unit, values: &Values) -> String {
        let language = match unit.language.value {
            Language::Neutral => self.office.language,
            adopted => adopted,
        };
        let wording = self.demo.comments.get(name);
        let text = wording.map_or("", |wording| if language == Language::Nn { &wording.nn } else { &wording.nb });
        let fill = |text: String, (key, value): (&String, &Option<u32>)| {
            text.replace(&format!("{{{key}}}"), &value.map_or_else(|| "–".to_owned(), |figure| figure.to_string()))
        };
        values.iter().fold(text.to_owned(), fill)
    }
}

/// The half-years of the history with their forms, oldest first.
///
/// # Errors
/// [`CannotInvent::Recipe`] for a period that does not exist, or has too few before it.
pub fn half_years<'a>(demo: &Demo, register: &'a Register) -> Result<Vec<(&'a Period, &'a Form)>, CannotInvent> {
    let complaint = |what: &str| CannotInvent::Recipe(format!("{}: {what}", demo.period));
    let open = register.periods.iter().position(|period| period.id == demo.period);
    let open = open.ok_or_else(|| complaint("no such period"))?;
    let first = (open + 1).checked_sub(demo.periods).ok_or_else(|| complaint("too few periods before it"))?;
    let listed = register.periods.iter().take(open + 1).skip(first);
    listed.map(|period| register.form(period).map(|form| (period, form)).ok_or_else(|| complaint("no form"))).collect()
}
