//! Which report a row of a table means: by the unit's number, its exact name, or the reference of the case.
//! Imports `domain` and `text`.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::short;
use crate::{
    domain::{counts::CountCase, refusal::Refusal, register::Register, report::Reference, unit::UnitNo},
    text::fold,
};

/// The units of the country and the cases of the list, by number and by name.
pub(super) struct Names {
    /// The places of a unit's cases.
    cases: HashMap<UnitNo, Vec<usize>>,
    /// The place of each case by its reference.
    references: HashMap<Reference, usize>,
    /// Every unit's number.
    numbers: HashSet<UnitNo>,
    /// The numbers that go by a folded name.
    called: HashMap<String, BTreeSet<UnitNo>>,
}

/// What a row means.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The place of the case in the list.
    pub(super) case: usize,
    /// The number with the zero that the file has lost.
    pub(super) zero_put_back: Option<String>,
}

impl Names {
    pub(super) fn of(register: &Register, cases: &[CountCase]) -> Self {
        let references = cases.iter().enumerate().map(|(at, case)| (case.reference.clone(), at)).collect();
        let (cases_of, numbers, called) = (HashMap::new(), HashSet::new(), HashMap::new());
        let mut all = Self { cases: cases_of, references, numbers, called };
        let mut borders = BTreeSet::new();
        for period in register.periods.iter().filter(|period| borders.insert(register.borders_of(period))) {
            for unit in register.units(period) {
                all.numbers.insert(unit.no.clone());
                for name in [Some(&unit.name), unit.also.as_ref()].into_iter().flatten() {
                    all.name(name, &unit.no);
                }
            }
        }
        for (at, case) in cases.iter().enumerate() {
            all.numbers.insert(case.unit.clone());
            all.name(&case.unit_name, &case.unit);
            all.cases.entry(case.unit.clone()).or_default().push(at);
        }
        all
    }

    fn name(&mut self, name: &str, unit: &UnitNo) {
        self.called.entry(fold::search(name.trim())).or_default().insert(unit.clone());
    }

    /// The case that a cell means.
    ///
    /// # Errors
    /// No such unit, several of that name, or none of those in the list.
    pub(super) fn find(&self, given: &str) -> Result<Found, Refusal> {
        let unknown = || Refusal::UnknownUnit { given: short(given), hint: None };
        let text = in_brackets(given).unwrap_or(given).trim();
        if text.is_empty() || text.chars().count() > 200 {
            return Err(unknown());
        }
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            let (number, zero_put_back) = match text.parse::<UnitNo>() {
                Ok(number) => (number, None),
                Err(Refusal::UnknownUnit { hint: Some(hint), .. }) => {
                    (hint.parse().map_err(|_refusal| unknown())?, Some(hint))
                }
                Err(_) => return Err(unknown()),
            };
            if !self.numbers.contains(&number) {
                return Err(unknown());
            }
            let case = self.case(&number, given)?;
            return Ok(Found { case, zero_put_back });
        }
        if let Ok(reference) = text.parse::<Reference>() {
            let case = self.references.get(&reference).copied();
            let case = case.ok_or_else(|| Refusal::UnitNotListed { unit: short(given) })?;
            return Ok(Found { case, zero_put_back: None });
        }
        let units = self.called.get(&fold::search(text)).ok_or_else(unknown)?;
        let listed: Vec<&UnitNo> = units.iter().filter(|unit| self.cases.contains_key(*unit)).collect();
        match listed.as_slice() {
            [] => Err(Refusal::UnitNotListed { unit: short(given) }),
            [one] => Ok(Found { case: self.case(one, given)?, zero_put_back: None }),
            several => Err(Refusal::AmbiguousUnit {
                given: short(given),
                units: several.iter().map(|unit| unit.as_str()).collect::<Vec<_>>().join(", "),
            }),
        }
    }

    fn case(&self, unit: &UnitNo, given: &str) -> Result<usize, Refusal> {
        match self.cases.get(unit).map(Vec::as_slice) {
            Some([case]) => Ok(*case),
            Some(several @ [_, ..]) => {
                let references = several.iter().filter_map(|at| self.references.iter().find(|(_, case)| *case == at));
                let references: Vec<&str> = references.map(|(reference, _)| reference.as_str()).collect();
                Err(Refusal::AmbiguousUnit { given: short(given), units: references.join(", ") })
            }
            _ => Err(Refusal::UnitNotListed { unit: short(given) }),
        }
    }
}

/// `3420` of `Elverum (3420)`, which is how the program itself writes a unit.
fn in_brackets(given: &str) -> Option<&str> {
    let (_, number) = given.trim().strip_suffix(')')?.rsplit_once('(')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}
