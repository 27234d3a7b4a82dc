//! The quartile fence: a ratio within one period that is unusual beside that of other units.
//!
//! As Statistics Norway's R package Kostra does it (function `Quartile`; handbook 84, Datarevisjon, 2005): usual is from
//! q1 − k·(M − q1) to q3 + k·(q3 − M), k = 1.5 on both sides. The distance goes from the median M to each quartile, so a
//! skew distribution gets a skew fence (Tukey's fence has the distance from q1 to q3 on both sides). It serves rates per
//! 1 000 children as well, within a class of units of the same size: the fence itself knows no size.
//! Imports nothing.

use serde::Deserialize;

use super::{Interval, is_limit, quantile::Quartiles};

/// The settings of a fence; Statistics Norway has 1.5 on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FenceSettings {
    /// How many distances from median to quartile it reaches below the lower quartile, from 0.
    pub k_lower: f64,
    /// The same above the upper quartile.
    pub k_upper: f64,
    /// The fewest values that give a fence.
    pub min_units: usize,
}

impl FenceSettings {
    /// True when every setting is in its range; without that there is no fence.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_limit(self.k_lower) && is_limit(self.k_upper)
    }
}

/// What is usual among some units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fence {
    /// The quartiles of the values, in their unit.
    pub quartiles: Quartiles,
    /// The usual values. The lower end may be negative, which no ratio reaches.
    pub limits: Interval,
    /// How many values it rests on.
    pub units: usize,
}

impl Fence {
    /// The fence of all units' ratios or rates, in any order.
    ///
    /// Values that are not finite are left out. None with fewer than `min_units`, and without sound settings. One value,
    /// or values that are all equal, give a fence without width: everything else is outside. Zeros count like any value;
    /// where half of the values are 0 the median and lower limit are 0 too.
    #[must_use]
    pub fn of(values: &[f64], settings: &FenceSettings) -> Option<Self> {
        let units = values.iter().filter(|value| value.is_finite()).count();
        if !settings.is_sound() || units < settings.min_units {
            return None;
        }
        let quartiles = Quartiles::of(values)?;
        let Quartiles { q1, median, q3 } = quartiles;
        let reach = |k: f64, distance: f64| k * distance.min(f64::MAX);
        let limits = Interval {
            low: q1 - reach(settings.k_lower, median - q1),
            high: q3 + reach(settings.k_upper, q3 - median),
        };
        Some(Self { quartiles, limits, units })
    }

    /// True for a value outside the fence; one on it is inside, and what is not a number is not judged.
    #[must_use]
    pub fn is_outlier(&self, value: f64) -> bool {
        !self.limits.holds(value)
    }

    /// The usual counts of a unit with this base, never below 0: the other point of the ratio, or thousands of children
    /// where the values are rates per 1 000.
    #[must_use]
    pub fn expected(&self, base: f64) -> Interval {
        let count = |limit: f64| if base > 0.0 { (limit.max(0.0) * base.min(f64::MAX)).min(f64::MAX) } else { 0.0 };
        Interval { low: count(self.limits.low), high: count(self.limits.high) }
    }
}

/// The ratio of two points, x/y, where both are above 0: others take no part in `Quartile`.
#[must_use]
pub fn ratio(x: u32, y: u32) -> Option<f64> {
    (x > 0 && y > 0).then(|| f64::from(x) / f64::from(y))
}

/// How many per 1 000 of a population, such as the children of the unit; none without a population. No cases are a rate
/// of 0, which says something, unlike a ratio of 0.
#[must_use]
pub fn per_thousand(count: u32, population: u32) -> Option<f64> {
    (population > 0).then(|| f64::from(count) * 1000.0 / f64::from(population))
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{super::anything::number, *};

    const SSB: FenceSettings = FenceSettings { k_lower: 1.5, k_upper: 1.5, min_units: 1 };

    #[test]
    fn the_fence_is_wider_on_the_side_where_the_values_are_spread() {
        let fence = Fence::of(&[1.0, 2.0, 3.0, 7.0, 20.0], &SSB).unwrap();
        assert_eq!(fence.limits, Interval { low: 0.5, high: 13.0 });
        assert_eq!((fence.is_outlier(13.0), fence.is_outlier(13.1), fence.is_outlier(0.4)), (false, true, true));
        assert_eq!(fence.expected(10.0), Interval { low: 5.0, high: 130.0 });
    }

    #[test]
    fn equal_values_make_a_fence_without_width_and_no_values_none() {
        let fence = Fence::of(&[0.3, 0.1 + 0.2, 0.3], &SSB).unwrap();
        assert!(!fence.is_outlier(0.3) && !fence.is_outlier(0.1 + 0.2) && fence.is_outlier(0.31));
        assert_eq!(Fence::of(&[7.0], &SSB).map(|fence| fence.limits), Some(Interval { low: 7.0, high: 7.0 }));
        assert_eq!(Fence::of(&[], &FenceSettings { min_units: 0, ..SSB }), None);
        assert_eq!(Fence::of(&[1.0, f64::NAN], &FenceSettings { min_units: 2, ..SSB }), None);
        assert_eq!(Fence::of(&[1.0], &FenceSettings { k_upper: -1.0, ..SSB }), None);
    }

    #[test]
    fn the_largest_numbers_give_limits_that_are_numbers() {
        let largest = [-f64::MAX, -f64::MAX, f64::MAX, f64::MAX, f64::MAX];
        let fence = Fence::of(&largest, &FenceSettings { k_lower: 0.0, ..SSB }).unwrap();
        assert_eq!(fence.limits, Interval { low: -f64::MAX, high: f64::MAX });
    }

    #[test]
    fn a_ratio_needs_two_figures_above_zero_and_a_rate_only_children() {
        assert_eq!((ratio(1, 4), ratio(0, 4), ratio(4, 0)), (Some(0.25), None, None));
        assert_eq!((per_thousand(3, 1500), per_thousand(0, 1500), per_thousand(3, 0)), (Some(2.0), Some(0.0), None));
    }

    #[test]
    fn a_lower_limit_below_zero_expects_zero() {
        let fence = Fence::of(&[0.0, 0.0, 4.0, 5.0], &SSB).unwrap();
        assert!(fence.limits.low < 0.0);
        assert_eq!(fence.expected(2.0).whole().map(|(low, _)| low), Some(0.0));
    }

    proptest! {
        #[test]
        fn no_values_and_no_settings_give_a_panic_or_no_number(
            values in vec(number(), 0..40), (k_lower, k_upper) in (number(), number()), base in number(), value in number(),
        ) {
            for settings in [SSB, FenceSettings { k_lower, k_upper, min_units: 0 }] {
                let Some(fence) = Fence::of(&values, &settings) else { continue };
                let expected = fence.expected(base);
                let numbers = [fence.limits.low, fence.limits.high, expected.low, expected.high];
                prop_assert!(numbers.iter().all(|number| !number.is_nan()), "{fence:?} {expected:?}");
                prop_assert!(expected.low <= expected.high && expected.low >= 0.0);
                prop_assert!(!value.is_nan() || !fence.is_outlier(value));
            }
        }

        #[test]
        fn the_middle_half_is_never_outside_and_a_turned_picture_has_a_turned_fence(values in vec(-1e3..1e3, 1..40)) {
            let turned: Vec<f64> = values.iter().map(|value| -value).collect();
            let (one, other) = (Fence::of(&values, &SSB).unwrap(), Fence::of(&turned, &SSB).unwrap());
            prop_assert!(!one.is_outlier(one.quartiles.q1) && !one.is_outlier(one.quartiles.q3));
            for value in values {
                prop_assert_eq!(one.is_outlier(value), other.is_outlier(-value));
            }
        }
    }
}
