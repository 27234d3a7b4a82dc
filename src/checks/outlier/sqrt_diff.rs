//! The difference of square roots: a change since last time, for points where many units have 0 and a ratio says nothing.
//!
//! With g the national ratio, sum of x1 / sum of x2, the expected count now is g·x2, and
//!
//! - d = √(x1 + ⅜) − √(g·x2 + ⅜). A Poisson count's √(x + ⅜) has the variance ¼ whatever its size (Anscombe 1948), so by
//!   chance alone d has the standard deviation √(1 + g)/2: 0.707 for g = 1;
//! - z = d / (√(1 + g)/2) / max(spread, floor), where the spread is the robust one (1.4826·MAD) of d / (√(1 + g)/2)
//!   over all units, and the floor is 1: units never differ less than by chance.
//!
//! So the floor 1 stands on the scale where chance is 1. On the scale of d itself it would be too high by 1/0.707: in
//! simulations (371 units, national total 1 840) a count ten times too large is then found in 66 % instead of 80 %.
//!
//! A large unit with ten times too much moves g itself, and then most large units seem to have fallen. Therefore g is
//! computed again without the units whose |z| is above `iterate_limit`, until nothing changes (the idea of `limitIterate`
//! in `OutlierRegression` of Statistics Norway's R package Kostra, which has 4.5). With `inf` it is the plain ratio.
//! Imports nothing.

use serde::Deserialize;

use super::{Interval, Pair, around, is_limit, quantile::robust_spread, root};

/// How often the national ratio is computed again at most.
const ROUNDS: u32 = 10;

/// The settings of the method.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqrtSettings {
    /// The highest usual |z|: 3 for few wrong alarms, 4 for hardly any.
    pub limit: f64,
    /// The least spread between units, in standard deviations of chance; above 0, and 1 where counts are Poisson.
    pub floor: f64,
    /// The |z| above which a unit has no say in the national ratio, above 0; `inf` lets every unit have it.
    pub iterate_limit: f64,
    /// The fewest units that give a reference.
    pub min_units: usize,
}

impl SqrtSettings {
    /// True when every setting is in its range; without that there is no reference.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_limit(self.limit) && is_limit(self.floor) && self.floor >= 1e-6 && self.iterate_limit > 0.0
    }
}

/// What all units show of one point: computed once, then each unit is judged by it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SqrtReference {
    /// The national ratio now : before, g.
    pub ratio: f64,
    /// The spread of the units in standard deviations of chance, at least the floor.
    pub spread: f64,
    /// How many units it rests on, those with 0 twice among them.
    pub units: usize,
    /// How many of these have no say in the national ratio.
    pub set_aside: usize,
    /// The highest usual |z|.
    pub limit: f64,
}

/// How one unit stands beside all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SqrtVerdict {
    /// z, in spreads; negative for a decrease beside the others.
    pub z: f64,
    /// The counts now that would be usual.
    pub expected: Interval,
    /// True when the count now is outside the expected ones: |z| is above the limit.
    pub is_outlier: bool,
}

impl SqrtReference {
    /// The reference of all units for one point, in any order.
    ///
    /// None with fewer than `min_units`, when all counts before are 0 (there is no national ratio), and without sound
    /// settings. Units are set aside only as long as those left have something before. One unit alone is exactly as
    /// expected. When all are equal, or more than half have 0 twice, the spread is the floor.
    #[must_use]
    pub fn of(units: &[Pair], settings: &SqrtSettings) -> Option<Self> {
        if !settings.is_sound() || units.len() < settings.min_units {
            return None;
        }
        let mut kept = vec![true; units.len()];
        let mut found = Self::with_ratio(national_ratio(units, &kept)?, units, settings)?;
        for _ in 0..ROUNDS {
            let next: Vec<bool> = units.iter().map(|unit| found.z(*unit).abs() <= settings.iterate_limit).collect();
            if next == kept {
                break;
            }
            let Some(ratio) = national_ratio(units, &next) else { break };
            kept = next;
            found = Self::with_ratio(ratio, units, settings)?;
            found.set_aside = kept.iter().filter(|kept| !**kept).count();
        }
        Some(found)
    }

    /// The reference for a national ratio.
    fn with_ratio(ratio: f64, units: &[Pair], settings: &SqrtSettings) -> Option<Self> {
        let chance = Self { ratio, spread: 1.0, units: units.len(), set_aside: 0, limit: settings.limit };
        let differences: Vec<f64> = units.iter().map(|unit| chance.z(*unit)).collect();
        Some(Self { spread: robust_spread(&differences)?.max(settings.floor), ..chance })
    }

    /// How a unit stands; also for one that is not in the reference.
    #[must_use]
    pub fn judge(&self, unit: Pair) -> SqrtVerdict {
        let expected = around(root(self.ratio * f64::from(unit.before)), self.limit * self.yardstick());
        SqrtVerdict { z: self.z(unit), expected, is_outlier: !expected.holds(f64::from(unit.now)) }
    }

    fn z(&self, unit: Pair) -> f64 {
        (root(f64::from(unit.now)) - root(self.ratio * f64::from(unit.before))) / self.yardstick()
    }

    /// What a z of 1 is as a difference of roots.
    fn yardstick(&self) -> f64 {
        (1.0 + self.ratio).sqrt() / 2.0 * self.spread
    }
}

/// The sum now : the sum before over the units that are kept; none where the latter is 0.
fn national_ratio(units: &[Pair], kept: &[bool]) -> Option<f64> {
    let kept = || units.iter().zip(kept).filter(|(_, kept)| **kept).map(|(unit, _)| unit);
    let now: f64 = kept().map(|unit| f64::from(unit.now)).sum();
    let before: f64 = kept().map(|unit| f64::from(unit.before)).sum();
    (before > 0.0).then(|| now / before)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{
        super::anything::{number, unit, units},
        *,
    };

    const USUAL: SqrtSettings = SqrtSettings { limit: 3.0, floor: 1.0, iterate_limit: 4.5, min_units: 1 };

    fn pairs(counts: &[(u32, u32)]) -> Vec<Pair> {
        counts.iter().map(|&(now, before)| Pair::new(now, before)).collect()
    }

    #[test]
    fn a_unit_alone_and_units_that_all_stand_still_are_as_expected() {
        let alone = SqrtReference::of(&pairs(&[(30, 10)]), &USUAL).unwrap();
        assert_eq!((alone.ratio, alone.spread), (3.0, 1.0));
        assert!(alone.judge(Pair::new(30, 10)).z.abs() < 1e-12);
        let still = SqrtReference::of(&pairs(&[(7, 7), (0, 0), (300, 300)]), &USUAL).unwrap();
        assert_eq!((still.ratio, still.spread, still.set_aside), (1.0, 1.0, 0));
        assert!(still.judge(Pair::new(40, 7)).is_outlier && !still.judge(Pair::new(14, 7)).is_outlier);
    }

    #[test]
    fn zero_before_is_judged_and_zero_everywhere_is_not() {
        let reference = SqrtReference::of(&pairs(&[(0, 0), (1, 0), (0, 1), (2, 2)]), &USUAL).unwrap();
        assert!(!reference.judge(Pair::new(2, 0)).is_outlier && reference.judge(Pair::new(20, 0)).is_outlier);
        assert_eq!(SqrtReference::of(&pairs(&[(3, 0), (0, 0)]), &USUAL), None);
        assert_eq!(SqrtReference::of(&[], &SqrtSettings { min_units: 0, ..USUAL }), None);
        assert_eq!(SqrtReference::of(&pairs(&[(3, 1)]), &SqrtSettings { min_units: 2, ..USUAL }), None);
        assert_eq!(SqrtReference::of(&pairs(&[(3, 1)]), &SqrtSettings { floor: 0.0, ..USUAL }), None);
    }

    #[test]
    fn ten_times_too_much_in_the_largest_unit_does_not_put_the_other_large_ones_under_suspicion() {
        let mut units: Vec<Pair> = (1..=60).map(|size| Pair::new(size * 5, size * 5)).collect();
        units.push(Pair::new(9000, 900));
        let plain = SqrtReference::of(&units, &SqrtSettings { iterate_limit: f64::INFINITY, ..USUAL }).unwrap();
        let iterated = SqrtReference::of(&units, &USUAL).unwrap();
        let flagged = |by: &SqrtReference| units.iter().filter(|unit| by.judge(**unit).is_outlier).count();
        assert_eq!((flagged(&iterated), iterated.set_aside, iterated.ratio), (1, 1, 1.0));
        assert!(plain.ratio > 1.8 && flagged(&plain) > 1);
    }

    #[test]
    fn who_was_set_aside_for_another_units_mistake_gets_its_say_back() {
        let mut units = pairs(&[(5, 5); 60]);
        units.extend(pairs(&[(300, 300), (280, 280), (310, 310), (9000, 900)]));
        let reference = SqrtReference::of(&units, &USUAL).unwrap();
        assert_eq!((reference.set_aside, reference.ratio), (1, 1.0));
    }

    #[test]
    fn when_nobody_would_be_left_everybody_keeps_its_say() {
        let settings = SqrtSettings { iterate_limit: 1e-9, ..USUAL };
        let reference = SqrtReference::of(&pairs(&[(3, 1), (9, 4), (0, 0)]), &settings).unwrap();
        assert_eq!((reference.ratio, reference.set_aside), (2.4, 0));
    }

    #[test]
    fn settings_may_say_inf_and_nothing_unknown() {
        let text = "limit = 3.0\nfloor = 1.0\niterate_limit = inf\nmin_units = 1";
        assert!(toml::from_str::<SqrtSettings>(text).unwrap().is_sound());
        assert!(toml::from_str::<SqrtSettings>(&format!("{text}\nk = 1")).is_err());
    }

    proptest! {
        #[test]
        fn no_counts_and_no_settings_give_a_panic_or_no_number(
            units in units(), (limit, floor, iterate_limit) in (number(), number(), number()), unit in unit(),
        ) {
            for settings in [USUAL, SqrtSettings { limit, floor, iterate_limit, min_units: 0 }] {
                let Some(reference) = SqrtReference::of(&units, &settings) else { continue };
                let verdict = reference.judge(unit);
                let numbers = [verdict.z, verdict.expected.low, verdict.expected.high, reference.ratio];
                prop_assert!(numbers.iter().all(|number| !number.is_nan()), "{reference:?} {verdict:?}");
                prop_assert!(verdict.expected.low >= 0.0 && verdict.expected.low <= verdict.expected.high);
            }
        }

        #[test]
        fn the_expected_counts_say_the_same_as_z(units in vec((0_u32..50, 0_u32..50), 1..40), now in 0_u32..400) {
            let units = pairs(&units);
            let Some(reference) = SqrtReference::of(&units, &USUAL) else { return Ok(()) };
            let verdict = reference.judge(Pair::new(now, units[0].before));
            prop_assert_eq!(verdict.is_outlier, verdict.z.abs() > 3.0 + 1e-9, "{:?}", verdict);
        }

        /// With the plain ratio: which units are set aside depends on which half-year is looked at.
        #[test]
        fn looked_at_backwards_with_equal_sums_every_z_has_turned(units in vec((0_u32..50, 0_u32..50), 1..20)) {
            let mut units = pairs(&units);
            units.extend(units.clone().iter().map(|unit| Pair::new(unit.before, unit.now)));
            let settings = SqrtSettings { iterate_limit: f64::INFINITY, ..USUAL };
            let Some(reference) = SqrtReference::of(&units, &settings) else { return Ok(()) };
            prop_assert!((reference.ratio - 1.0).abs() < 1e-12);
            for unit in units {
                let (one, other) = (reference.judge(unit), reference.judge(Pair::new(unit.before, unit.now)));
                prop_assert!((one.z + other.z).abs() < 1e-9);
            }
        }
    }
}
