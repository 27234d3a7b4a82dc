//! Which units there are, and from which day: the lists that are built in, with what administrators have changed on later days.
//! Imports `domain` only.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::{BadData, Register};
use crate::domain::{
    amendment::{Amendment, ReferenceKind},
    office::{Office, OfficeId},
    period::Period,
    refusal::Refusal,
    unit::{Assumed, Unit, UnitChange, UnitKind, UnitNo},
};

/// What stands between the day and the number of a unit in the name of an amendment.
const BETWEEN: char = '/';
/// How many digits of a district's number are those of its municipality.
const MUNICIPALITY: usize = 4;

/// The units within the borders that hold from a day on.
#[derive(Debug, Clone, Default)]
pub(super) struct Borders {
    /// The units.
    pub(super) units: Vec<Unit>,
    /// Which unit became which, where it is another number, another area or several; a unit that is not listed went on as it was.
    pub(super) successors: Vec<(UnitNo, UnitNo)>,
    index: HashMap<UnitNo, usize>,
    /// The same successors: those before each unit.
    olds: HashMap<UnitNo, Vec<UnitNo>>,
    /// How many came after each unit.
    followed: HashMap<UnitNo, usize>,
}

impl Borders {
    pub(super) fn new(units: Vec<Unit>, successors: Vec<(UnitNo, UnitNo)>) -> Self {
        let index = units.iter().enumerate().map(|(at, unit)| (unit.no.clone(), at)).collect();
        let mut olds = HashMap::<UnitNo, Vec<UnitNo>>::new();
        let mut followed = HashMap::<UnitNo, usize>::new();
        for (old, new) in &successors {
            olds.entry(new.clone()).or_default().push(old.clone());
            *followed.entry(old.clone()).or_default() += 1;
        }
        Self { units, successors, index, olds, followed }
    }

    fn unit(&self, no: &UnitNo) -> Option<&Unit> {
        self.units.get(*self.index.get(no)?)
    }

    /// The number that one and the same unit had before these borders; none where it is new, or not the same any more.
    fn before(&self, no: &UnitNo, earlier: &Self) -> Option<UnitNo> {
        let followed = |old: &UnitNo| self.followed.get(old).copied().unwrap_or_default();
        match self.olds.get(no).map_or(&[][..], Vec::as_slice) {
            [] => earlier.unit(no).filter(|_| followed(no) == 0).map(|unit| unit.no.clone()),
            [one] if followed(one) == 1 => Some(one.clone()),
            _ => None,
        }
    }
}

impl Register {
    /// The first day of the borders that a period has: those that held when it began.
    #[must_use]
    pub fn borders_of(&self, period: &Period) -> Date {
        self.borders_on(period.from)
    }

    /// The first day of the borders that held on a day; before all of them, the first.
    #[must_use]
    pub fn borders_on(&self, day: Date) -> Date {
        let held = self.borders.range(..=day).next_back().or_else(|| self.borders.first_key_value());
        held.map_or(day, |(from, _)| *from)
    }

    /// True when two periods have the same borders.
    #[must_use]
    pub fn same_borders(&self, one: &Period, other: &Period) -> bool {
        self.borders_of(one) == self.borders_of(other)
    }

    /// The unit with a number within the borders of a period.
    ///
    /// # Errors
    /// [`Refusal::UnknownUnit`], with a number that may be meant as a hint.
    pub fn unit(&self, no: &UnitNo, period: &Period) -> Result<&Unit, Refusal> {
        let day = self.borders_of(period);
        let hint = || self.other_number(no, day).map(ToString::to_string);
        self.unit_on(no, day).ok_or_else(|| Refusal::UnknownUnit { given: no.to_string(), hint: hint() })
    }

    /// The unit with a number on a day.
    #[must_use]
    pub fn unit_on(&self, no: &UnitNo, day: Date) -> Option<&Unit> {
        self.borders.get(&self.borders_on(day))?.unit(no)
    }

    /// The first day without a unit that there was before; none for one that is there on a day, or never was.
    #[must_use]
    pub fn ended(&self, no: &UnitNo, day: Date) -> Option<Date> {
        let mut ended = None;
        for (from, borders) in self.borders.range(..=day).rev() {
            if borders.unit(no).is_some() {
                return ended;
            }
            ended = Some(*from);
        }
        None
    }

    /// All units within the borders of a period.
    #[must_use]
    pub fn units(&self, period: &Period) -> &[Unit] {
        self.units_on(period.from)
    }

    /// All units on a day.
    #[must_use]
    pub fn units_on(&self, day: Date) -> &[Unit] {
        self.borders.get(&self.borders_on(day)).map_or(&[], |borders| borders.units.as_slice())
    }

    /// The units of all borders there are: one that has been in several stands there once for each.
    pub fn every_unit(&self) -> impl Iterator<Item = &Unit> {
        self.borders.values().flat_map(|borders| &borders.units)
    }

    /// The units of an office that report for a period.
    pub fn office_units<'a>(&'a self, office: &'a OfficeId, period: &Period) -> impl Iterator<Item = &'a Unit> {
        self.units(period).iter().filter(move |unit| unit.office == *office && unit.reports)
    }

    /// The number that a unit of one period had in an earlier one, and none where it is not one and the same unit (a merger, a split).
    #[must_use]
    pub fn number_in(&self, no: &UnitNo, period: &Period, earlier: &Period) -> Option<UnitNo> {
        self.number_between(no, self.borders_of(period), self.borders_of(earlier))
    }

    /// All numbers that one and the same unit has had until a period, the newest first.
    #[must_use]
    pub fn numbers_of(&self, no: &UnitNo, period: &Period) -> Vec<UnitNo> {
        let newest = self.borders_of(period);
        let mut numbers = vec![no.clone()];
        for (day, _) in self.borders.range(..newest).rev() {
            match self.number_between(no, newest, *day) {
                Some(old) if !numbers.contains(&old) => numbers.push(old),
                Some(_) => {}
                None => break,
            }
        }
        numbers
    }

    /// The day of the newest borders that are built in: what administrators change comes later.
    #[must_use]
    pub fn built_in_borders(&self) -> Date {
        self.newest_built_in
    }

    fn number_between(&self, no: &UnitNo, from: Date, to: Date) -> Option<UnitNo> {
        let mut number = no.clone();
        let mut later: Option<&Borders> = None;
        for (_, borders) in self.borders.range(to.min(from)..=from).rev() {
            if let Some(later) = later {
                number = later.before(&number, borders)?;
            } else {
                borders.unit(&number)?;
            }
            later = Some(borders);
        }
        Some(number)
    }

    /// The number that a unit of other borders has within these.
    fn other_number(&self, no: &UnitNo, day: Date) -> Option<&UnitNo> {
        let later = self.borders.range(..=day).rev().flat_map(|(_, borders)| &borders.successors);
        let later = later.filter(|(old, _)| old == no).map(|(_, new)| new);
        let earlier = self.borders.range(day..).skip(1).flat_map(|(_, borders)| &borders.successors);
        let earlier = earlier.filter(|(_, new)| new == no).map(|(old, _)| old);
        later.chain(earlier).find(|number| self.unit_on(number, day).is_some())
    }

    /// Draws the borders anew from each day on which an administrator has changed them.
    ///
    /// # Errors
    /// What does not fit the units of the day before.
    pub(super) fn redraw(&mut self, amendments: &[Amendment]) -> Result<(), BadData> {
        let mut days = BTreeMap::<Date, Vec<(UnitNo, UnitChange)>>::new();
        for amendment in amendments.iter().filter(|amendment| amendment.kind == ReferenceKind::Borders) {
            let bad = |detail: &str| BadData { file: super::amended::place(amendment), detail: detail.to_owned() };
            let (day, no) = border_name(&amendment.name).ok_or_else(|| bad("not a day and a unit"))?;
            if day <= self.newest_built_in {
                return Err(bad("the borders of that day are built in"));
            }
            days.entry(day).or_default().push((no, super::amended::parse(amendment)?));
        }
        for (day, changes) in days {
            let base = self.borders.range(..day).next_back().map(|(_, borders)| borders.clone()).unwrap_or_default();
            let drawn = drawn(&base, &changes, &self.offices)
                .map_err(|detail| BadData { file: format!("borders {day}"), detail })?;
            self.borders.insert(day, drawn);
        }
        Ok(())
    }
}

/// The name of the amendment of a unit on a day.
#[must_use]
pub fn name_of_border(day: Date, no: &UnitNo) -> String {
    format!("{day}{BETWEEN}{no}")
}

/// The day and the unit that an amendment is named for.
#[must_use]
pub fn border_name(name: &str) -> Option<(Date, UnitNo)> {
    let (day, no) = name.split_once(BETWEEN)?;
    Some((day.parse().ok()?, no.parse().ok()?))
}

/// The units of a day, made of those of the day before.
fn drawn(base: &Borders, changes: &[(UnitNo, UnitChange)], offices: &[Office]) -> Result<Borders, String> {
    // By their numbers, as they are listed.
    let mut units: BTreeMap<UnitNo, Unit> = base.units.iter().map(|unit| (unit.no.clone(), unit.clone())).collect();
    let counties: HashMap<&str, &str> =
        base.units.iter().rev().map(|unit| (unit.county_no.as_str(), unit.county.as_str())).collect();
    let mut successors = Vec::new();
    let mut takers = HashMap::<&UnitNo, usize>::new();
    for old in changes.iter().flat_map(|(_, change)| change.predecessors.iter().collect::<BTreeSet<_>>()) {
        *takers.entry(old).or_default() += 1;
    }
    for (no, change) in changes {
        if change.ends {
            if !takers.contains_key(no) {
                return Err(format!("nobody takes over from {no}"));
            }
            units.remove(no).ok_or_else(|| format!("there is no unit {no} to end"))?;
            continue;
        }
        for old in &change.predecessors {
            base.unit(old).ok_or_else(|| format!("there is no unit {old} before"))?;
            successors.push((old.clone(), no.clone()));
        }
        let whole = match change.predecessors.as_slice() {
            [one] => takers.get(one) == Some(&1),
            _ => false,
        };
        let unit = changed(base, no, change, (offices, &counties), whole)?;
        units.insert(no.clone(), unit);
    }
    // A unit that goes on and gave some of its area away is another one than before, and is named as its own successor.
    let gave: BTreeSet<UnitNo> = successors.iter().map(|(old, _)| old.clone()).collect();
    let kept: BTreeSet<UnitNo> =
        successors.iter().filter(|(old, new)| old == new).map(|(old, _)| old.clone()).collect();
    let goes_on = gave.into_iter().filter(|old| units.contains_key(old) && !kept.contains(old));
    let goes_on: Vec<(UnitNo, UnitNo)> = goes_on.map(|old| (old.clone(), old)).collect();
    successors.extend(goes_on);
    let has_municipality = |unit: &Unit| {
        let number: Option<UnitNo> = unit.no.as_str().get(..MUNICIPALITY).and_then(|no| no.parse().ok());
        number.and_then(|no| units.get(&no)).is_some_and(|other| other.kind == UnitKind::Kommune)
    };
    match units.values().find(|unit| unit.kind == UnitKind::Bydel && !has_municipality(unit)) {
        Some(unit) => Err(format!("the district {} has no municipality", unit.no)),
        None => Ok(Borders::new(units.into_values().collect(), successors)),
    }
}

/// A unit as it is from the day on.
fn changed(
    base: &Borders,
    no: &UnitNo,
    change: &UnitChange,
    (offices, counties): (&[Office], &HashMap<&str, &str>),
    whole: bool,
) -> Result<Unit, String> {
    let before = base.unit(no);
    let missing = |field: &str| format!("{no}: {field}");
    let office = change.office.as_ref().or_else(|| before.map(|unit| &unit.office)).ok_or_else(|| missing("office"))?;
    let office = offices.iter().find(|known| known.id == *office).ok_or_else(|| missing("office"))?;
    let name = change.name.clone().or_else(|| before.map(|unit| unit.name.clone())).ok_or_else(|| missing("name"))?;
    let county_no = change.county_no.clone().or_else(|| before.map(|unit| unit.county_no.clone()));
    let county_no = county_no.or_else(|| no.as_str().get(..2).map(str::to_owned)).unwrap_or_default();
    let known = || counties.get(county_no.as_str()).map(|county| (*county).to_owned());
    let county = change.county.clone().or_else(known).ok_or_else(|| missing("county"))?;
    let one = match change.predecessors.as_slice() {
        [one] => base.unit(one),
        _ => before,
    };
    // A language that was adopted goes along; one that was only the office's is that of the office the unit has.
    let adopted = one.filter(|unit| unit.office == office.id || !unit.language.assumed).map(|unit| unit.language);
    // Children go along with the area: with borders that were not touched, and with a new number of one whole unit.
    let same_area = one.filter(|_| change.predecessors.is_empty() || whole);
    Ok(Unit {
        no: no.clone(),
        name,
        also: match &change.also {
            Some(also) => Some(also.clone()).filter(|also| !also.is_empty()),
            None => before.filter(|_| change.name.is_none()).and_then(|unit| unit.also.clone()),
        },
        kind: kind_of(no),
        county_no,
        county,
        office: office.id.clone(),
        reports: change.reports.or_else(|| before.map(|unit| unit.reports)).unwrap_or(true),
        language: adopted.unwrap_or(Assumed { value: office.language, assumed: true }),
        children: change.children.or_else(|| same_area.and_then(|unit| unit.children)),
    })
}

/// What kind of unit has a number of this length.
fn kind_of(no: &UnitNo) -> UnitKind {
    match no.as_str().len() {
        4 => UnitKind::Kommune,
        6 => UnitKind::Bydel,
        _ => UnitKind::Annen,
    }
}
