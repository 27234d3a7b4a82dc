//! Breaks in the series (*brudd i tidsserien*): from when figures are counted or cut otherwise than before.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::{
    form::Confidence,
    period::PeriodId,
    register::{BadData, File, read_toml},
    unit::UnitNo,
};

const FILE: File = ("config/breaks.toml", include_str!("../../config/breaks.toml"));

/// All breaks that are known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Breaks {
    #[serde(rename = "break")]
    all: Vec<Break>,
}

/// A break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// Its id.
    pub id: String,
    /// The first period after it.
    pub from: PeriodId,
    /// The keys of the points it concerns; none means all.
    #[serde(default)]
    pub keys: Vec<String>,
    /// The units it concerns, under the numbers before and after; none means all.
    #[serde(default)]
    pub units: Vec<UnitNo>,
    /// False when figures before and after must not be compared.
    pub comparable: bool,
    /// What a reader must know, in bokmål.
    pub says: String,
    /// The same in nynorsk.
    #[serde(default)]
    pub says_nn: Option<String>,
    /// The same in English.
    #[serde(default)]
    pub says_en: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
}

impl Breaks {
    /// The breaks that are built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        read_toml(&FILE)
    }

    /// Every break.
    #[must_use]
    pub fn all(&self) -> &[Break] {
        &self.all
    }

    /// The breaks in the series of a point, for some unit at least.
    #[must_use]
    pub fn of(&self, key: &str) -> Vec<&Break> {
        self.all.iter().filter(|one| one.concerns_point(key)).collect()
    }

    /// The breaks in the series of a point between two periods. Some concern only some units: see
    /// [`Break::concerns_unit`].
    #[must_use]
    pub fn between(&self, key: &str, earlier: &PeriodId, later: &PeriodId) -> Vec<&Break> {
        let between = |one: &&Break| *earlier < one.from && one.from <= *later;
        self.all.iter().filter(between).filter(|one| one.concerns_point(key)).collect()
    }
}

impl Break {
    /// What a reader must know, in a language.
    #[must_use]
    pub fn says_in(&self, language: &str) -> &str {
        let other = match language {
            "nn" => self.says_nn.as_deref(),
            "en" => self.says_en.as_deref(),
            _ => None,
        };
        other.unwrap_or(&self.says)
    }

    /// True when it concerns a point.
    #[must_use]
    pub fn concerns_point(&self, key: &str) -> bool {
        self.keys.is_empty() || self.keys.iter().any(|own| own == key)
    }

    /// True when it concerns a unit.
    #[must_use]
    pub fn concerns_unit(&self, unit: &UnitNo) -> bool {
        self.units.is_empty() || self.units.contains(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::Register;

    fn breaks() -> Breaks {
        Breaks::embedded().expect("the breaks parse")
    }

    fn between(key: &str, earlier: &str, later: &str) -> Vec<String> {
        let period = |id: &str| PeriodId(id.to_owned());
        breaks().between(key, &period(earlier), &period(later)).into_iter().map(|one| one.id.clone()).collect()
    }

    #[test]
    fn a_break_stands_between_the_last_period_before_it_and_the_first_after() {
        assert_eq!(between("still_i_alt", "2022H2", "2023H1"), ["stillinger-2023", "barnevernsloven-2021"]);
        assert_eq!(between("us_avsl", "2022H2", "2023H1"), ["barnevernsloven-2021"]);
        assert_eq!(between("us_avsl", "2023H1", "2023H2"), Vec::<String>::new());
        assert_eq!(between("us_avsl", "2022H1", "2022H2"), Vec::<String>::new());
        assert_eq!(between("us_avsl", "2023H2", "2024H1"), ["fylkene-2024", "aalesund-haram-2024"]);
        assert_eq!(between("fost_oppf_brudd", "2023H2", "2024H1").len(), 3);
    }

    #[test]
    fn every_point_and_period_of_a_break_is_known_and_the_removed_section_has_one() {
        let register = Register::embedded().expect("the reference data parses");
        for one in breaks().all() {
            register.period(one.from.as_str()).expect("a period");
            for key in &one.keys {
                assert!(register.forms.iter().any(|form| form.point(key).is_some()), "{key}");
            }
        }
        for removed in register.forms.iter().flat_map(|form| &form.removed) {
            for key in &removed.keys {
                let of_it = |one: &&Break| one.from == removed.since && !one.comparable;
                assert!(breaks().of(key).into_iter().any(|one| of_it(&one)), "{key}");
            }
        }
    }

    #[test]
    fn the_units_of_a_break_of_2024_are_those_the_crosswalk_does_not_follow() {
        let register = Register::embedded().expect("the reference data parses");
        let [before, after] = ["2023H2", "2024H1"].map(|id| register.period(id).expect("a period"));
        let of_2024 = |one: &&Break| one.from == after.id && !one.units.is_empty();
        let breaks = breaks();
        for unit in register.units(after) {
            let followed = register.number_in(&unit.no, after, before).is_some();
            let broken = breaks.all().iter().filter(of_2024).any(|one| one.concerns_unit(&unit.no));
            assert_eq!(broken, !followed, "{}", unit.no);
        }
    }
}
