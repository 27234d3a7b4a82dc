//! Hidiroglou–Berthelot: a change since last time that is large for a unit of its size, beside the changes of all units.
//!
//! As Statistics Norway's R package Kostra 1.3.3 does it (function `Hb`; handbook 84, Datarevisjon, 2005), after M. A.
//! Hidiroglou and J.-M. Berthelot, Survey Methodology 12 (1986). With r = x1/x2 and M the median of r:
//!
//! - s = r/M − 1 where r ≥ M, else 1 − M/r: a doubling and a halving weigh the same;
//! - the effect E = s·max(x1, x2)^U: the larger the unit, the less it may change;
//! - the limits of E, from its quartiles: E2 − C·max(E2 − E1, |A·E2|) and E2 + C·max(E3 − E2, |A·E2|), with A itself in
//!   place of |A·E2| where E2 is 0.
//!
//! Only units with both counts above 0 take part. Where half of them or more have x1 = x2, these are left out of the
//! reference and are not judged.
//! Imports nothing.

use serde::Deserialize;

use super::{Interval, Pair, TOLERANCE, is_limit, quantile::Quartiles};

/// How often an interval is halved at most; an `f64` has no more digits than that.
const HALVINGS: u32 = 200;

/// The settings of the method; Statistics Norway's are U = 0.5, A = 0.05 and C = 20.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HbSettings {
    /// How much the size of a unit means, from 0 (nothing) to 1.
    pub u: f64,
    /// The least width of the limits, as a share of the median effect, from 0 to 1; against quartiles that coincide.
    pub a: f64,
    /// How many times the distance from the median effect to its quartile is still usual, from 0.
    pub c: f64,
    /// The fewest units, after equal ones are left out, that give a reference. Quartiles of a few tens are not stable.
    pub min_units: usize,
}

impl HbSettings {
    /// True when every setting is in its range; without that there is no reference.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        (0.0..=1.0).contains(&self.u) && (0.0..=1.0).contains(&self.a) && is_limit(self.c)
    }
}

/// What all units show of one point: computed once, then each unit is judged by it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HbReference {
    /// The median of the ratio now : before, M.
    pub median_ratio: f64,
    /// The quartiles E1, E2 and E3 of the effect.
    pub effects: Quartiles,
    /// The lowest and the highest usual effect.
    pub limits: Interval,
    /// How many units it rests on.
    pub units: usize,
    /// The exponent U it was computed with.
    pub u: f64,
    /// True when units with the same count twice were left out because they were half or more.
    pub changed_only: bool,
}

/// How one unit stands beside all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HbVerdict {
    /// The effect E; negative for a decrease beside the others.
    pub effect: f64,
    /// The ratio now : before.
    pub ratio: f64,
    /// The usual ratios for units whose larger count is this unit's: the limits that R's `Hb` tells.
    pub ratios: Interval,
    /// The counts that would be usual now for a unit with this count before. Not `ratios` times the count before: a wrong
    /// count now makes the unit look large, and so narrows `ratios`.
    pub expected: Interval,
    /// True when the count now is outside the expected ones, which is the same as the ratio being outside `ratios`.
    pub is_outlier: bool,
}

impl HbReference {
    /// The reference of all units for one point, in any order.
    ///
    /// None with fewer than `min_units` usable units, when all have the same count twice, and without sound settings. One
    /// unit alone gives limits of ±C·A around itself; so do units that have all changed in the same proportion.
    #[must_use]
    pub fn of(units: &[Pair], settings: &HbSettings) -> Option<Self> {
        if !settings.is_sound() {
            return None;
        }
        let mut usable: Vec<Pair> = units.iter().copied().filter(|unit| unit.positive().is_some()).collect();
        let equal = usable.iter().filter(|unit| unit.now == unit.before).count();
        let changed_only = equal > 0 && 2 * equal >= usable.len();
        if changed_only {
            usable.retain(|unit| unit.now != unit.before);
        }
        if usable.len() < settings.min_units {
            return None;
        }
        let counts: Vec<(f64, f64)> = usable.iter().filter_map(|unit| unit.positive()).collect();
        let ratios: Vec<f64> = counts.iter().map(|(now, before)| now / before).collect();
        let median_ratio = Quartiles::of(&ratios)?.median;
        let u = settings.u;
        let effects: Vec<f64> = counts.iter().map(|&(now, before)| effect(now, before, median_ratio, u)).collect();
        let effects = Quartiles::of(&effects)?;
        let limits = limits(effects, settings);
        Some(Self { median_ratio, effects, limits, units: usable.len(), u, changed_only })
    }

    /// How a unit stands; none where a count is 0, and for an unchanged one where those were left out.
    #[must_use]
    pub fn judge(&self, unit: Pair) -> Option<HbVerdict> {
        if self.changed_only && unit.now == unit.before {
            return None;
        }
        let (now, before) = unit.positive()?;
        let size = now.max(before).powf(self.u);
        let expected =
            Interval { low: self.count_at(self.limits.low, before), high: self.count_at(self.limits.high, before) };
        Some(HbVerdict {
            effect: effect(now, before, self.median_ratio, self.u),
            ratio: now / before,
            ratios: Interval {
                low: ratio_at(self.limits.low, self.median_ratio, size),
                high: ratio_at(self.limits.high, self.median_ratio, size),
            },
            expected,
            is_outlier: !expected.holds(now),
        })
    }

    /// The count now that has an effect, for a unit with a count before. The effect grows with the count, so there is
    /// one; where it is above the count before, it decides the size itself and is found by halving.
    fn count_at(&self, wanted: f64, before: f64) -> f64 {
        let count = ratio_at(wanted, self.median_ratio, before.powf(self.u)) * before;
        if count <= before {
            return count;
        }
        // A larger size never makes the effect smaller, so the count is not above what the size before gives.
        let (mut low, mut high) = (before, count.max(self.median_ratio * before).min(f64::MAX));
        for _ in 0..HALVINGS {
            let middle = low.midpoint(high);
            if effect(middle, before, self.median_ratio, self.u) < wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

/// The effect E of a count after another.
fn effect(now: f64, before: f64, median_ratio: f64, u: f64) -> f64 {
    let ratio = now / before;
    let change = if ratio >= median_ratio { ratio / median_ratio - 1.0 } else { 1.0 - median_ratio / ratio };
    change * now.max(before).powf(u)
}

/// The ratio that has an effect at a size, max(x1, x2)^U. R's `Hb` writes the lower limit always as the second line and
/// the upper always as the first, which is the same as long as 0 lies between them; it does when C·A is at least 1.
fn ratio_at(effect: f64, median_ratio: f64, size: f64) -> f64 {
    if effect >= 0.0 { median_ratio * (size + effect) / size } else { median_ratio * size / (size - effect) }
}

/// The lowest and the highest usual effect. A median that is 0 but for rounding is 0.
fn limits(effects: Quartiles, settings: &HbSettings) -> Interval {
    let Quartiles { q1, median, q3 } = effects;
    let least = if median.abs() < TOLERANCE { settings.a } else { (settings.a * median).abs() };
    Interval {
        low: median - settings.c * (median - q1).max(least),
        high: median + settings.c * (q3 - median).max(least),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{
        super::anything::{number, unit, units},
        *,
    };

    const SSB: HbSettings = HbSettings { u: 0.5, a: 0.05, c: 20.0, min_units: 1 };

    fn pairs(counts: &[(u32, u32)]) -> Vec<Pair> {
        counts.iter().map(|&(now, before)| Pair::new(now, before)).collect()
    }

    #[test]
    fn a_unit_alone_has_limits_of_c_times_a_around_itself() {
        let reference = HbReference::of(&pairs(&[(20, 10)]), &SSB).unwrap();
        assert_eq!((reference.median_ratio, reference.units, reference.limits.low), (2.0, 1, -1.0));
        assert!(!reference.judge(Pair::new(20, 10)).unwrap().is_outlier);
        assert!(reference.judge(Pair::new(200, 10)).unwrap().is_outlier);
    }

    #[test]
    fn without_units_and_with_none_that_changed_there_is_no_reference() {
        assert_eq!(HbReference::of(&[], &HbSettings { min_units: 0, ..SSB }), None);
        assert_eq!(
            HbReference::of(&pairs(&[(5, 5), (9, 9), (0, 4), (4, 0)]), &HbSettings { min_units: 0, ..SSB }),
            None
        );
        assert_eq!(HbReference::of(&pairs(&[(5, 6), (9, 8)]), &HbSettings { min_units: 3, ..SSB }), None);
        assert_eq!(HbReference::of(&pairs(&[(5, 6), (9, 8)]), &HbSettings { c: f64::NAN, ..SSB }), None);
    }

    #[test]
    fn unchanged_units_are_left_out_when_they_are_half_and_kept_when_they_are_fewer() {
        let half = HbReference::of(&pairs(&[(5, 5), (9, 9), (5, 6), (9, 8)]), &SSB).unwrap();
        assert_eq!((half.units, half.changed_only, half.judge(Pair::new(7, 7))), (2, true, None));
        let fewer = HbReference::of(&pairs(&[(5, 5), (9, 8), (5, 6)]), &SSB).unwrap();
        assert_eq!((fewer.units, fewer.changed_only), (3, false));
        assert!(fewer.judge(Pair::new(7, 7)).is_some());
    }

    #[test]
    fn a_zero_is_not_judged() {
        let reference = HbReference::of(&pairs(&[(5, 6), (9, 8)]), &SSB).unwrap();
        assert_eq!((reference.judge(Pair::new(0, 5)), reference.judge(Pair::new(5, 0))), (None, None));
    }

    #[test]
    fn settings_with_a_name_of_their_own_are_refused() {
        let text = "u = 0.5\na = 0.05\nc = 20.0\nmin_units = 100";
        assert_eq!(toml::from_str::<HbSettings>(text).unwrap(), HbSettings { min_units: 100, ..SSB });
        assert!(toml::from_str::<HbSettings>(&format!("{text}\nd = 1")).is_err());
    }

    fn some_units() -> impl Strategy<Value = Vec<Pair>> {
        vec((0_u32..400, 0_u32..400), 0..40).prop_map(|counts| pairs(&counts))
    }

    fn some_settings() -> impl Strategy<Value = HbSettings> {
        (0.0..=1.0, 0.0..=1.0, 0.0..30.0).prop_map(|(u, a, c)| HbSettings { u, a, c, min_units: 0 })
    }

    proptest! {
        #[test]
        fn no_counts_and_no_settings_give_a_panic_or_no_number(
            units in units(), (u, a, c) in (number(), number(), number()), unit in unit(),
        ) {
            for settings in [SSB, HbSettings { u, a, c, min_units: 0 }, HbSettings { c, ..SSB }] {
                let Some(reference) = HbReference::of(&units, &settings) else { continue };
                let Some(verdict) = reference.judge(unit) else { continue };
                let numbers = [verdict.effect, verdict.ratio, verdict.ratios.low, verdict.ratios.high,
                    verdict.expected.low, verdict.expected.high];
                prop_assert!(numbers.iter().all(|number| !number.is_nan()), "{verdict:?}");
                prop_assert!(verdict.expected.low >= 0.0 && verdict.ratios.low >= 0.0, "{verdict:?}");
            }
        }

        #[test]
        fn the_expected_counts_say_the_same_as_the_ratios(
            units in some_units(), settings in some_settings(), now in 1_u32..4000, before in 1_u32..400,
        ) {
            let Some(reference) = HbReference::of(&units, &settings) else { return Ok(()) };
            let Some(verdict) = reference.judge(Pair::new(now, before)) else { return Ok(()) };
            prop_assert!(verdict.expected.low <= verdict.expected.high);
            prop_assert_eq!(verdict.is_outlier, !verdict.ratios.holds(verdict.ratio), "{:?}", verdict);
        }

        #[test]
        fn the_order_of_the_units_means_nothing(mut units in some_units()) {
            let reference = HbReference::of(&units, &SSB);
            units.reverse();
            prop_assert_eq!(reference, HbReference::of(&units, &SSB));
        }

        /// Only A in place of |A·E2| has a unit of measurement, so without A nothing does.
        #[test]
        fn counting_in_another_unit_of_measurement_changes_no_verdict(units in some_units(), factor in 1_u32..5000) {
            let settings = HbSettings { a: 0.0, min_units: 0, ..SSB };
            let scaled: Vec<Pair> = units.iter().map(|unit| Pair::new(unit.now * factor, unit.before * factor)).collect();
            let (one, other) = (HbReference::of(&units, &settings), HbReference::of(&scaled, &settings));
            prop_assert_eq!(one.is_some(), other.is_some());
            let (Some(one), Some(other)) = (one, other) else { return Ok(()) };
            for (unit, scaled) in units.iter().zip(&scaled) {
                let (one, other) = (one.judge(*unit), other.judge(*scaled));
                prop_assert_eq!(one.map(|found| found.is_outlier), other.map(|found| found.is_outlier));
            }
        }

        /// For an odd number: with an even one the median of the ratios is not the inverse of that of the inverses.
        #[test]
        fn looked_at_backwards_the_same_units_stand_out(units in vec((1_u32..400, 1_u32..400), 1..20)) {
            let mut units = pairs(&units);
            units.retain(|unit| unit.now != unit.before);
            units.truncate(units.len().saturating_sub(1) | 1);
            let backwards: Vec<Pair> = units.iter().map(|unit| Pair::new(unit.before, unit.now)).collect();
            let (Some(one), Some(other)) = (HbReference::of(&units, &SSB), HbReference::of(&backwards, &SSB)) else {
                return Ok(());
            };
            for (unit, turned) in units.iter().zip(&backwards) {
                let (one, other) = (one.judge(*unit), other.judge(*turned));
                prop_assert_eq!(one.map(|found| found.is_outlier), other.map(|found| found.is_outlier));
            }
        }
    }
}
