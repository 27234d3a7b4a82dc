//! A unit beside its own earlier half-years.
//!
//! With M the median of the earlier counts, counts are compared as roots, √(x + ⅜), where a Poisson count's standard
//! deviation is ½ whatever its size (Anscombe 1948):
//!
//! - the spread is 1.4826 times the median of |√(x + ⅜) − √(M + ⅜)|, and at least the floor, ½: a few equal counts do
//!   not mean that the next must be equal;
//! - it is widened by √(1 + π/2n), because the median of n counts is itself uncertain;
//! - the score is (√(x + ⅜) − √(M + ⅜)) / spread.
//!
//! Roots behave better than plain counts where counts are small or few. In simulations with four half-years and the
//! limit 3, 0.3 % of right counts about 5 stand out (plain counts with the floor 1: 11 %), and 94 % of those ten times
//! too large (98 %). Without the widening three times as many right ones do. A unit whose true level moves by a fifth
//! between half-years stands out more often: 7 % of right counts about 100. This is a reason to look, not a verdict.
//! Imports nothing.

use serde::Deserialize;

use super::{
    Interval, around, is_limit,
    quantile::{NORMAL, median},
    root,
};

/// The settings of the method.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistorySettings {
    /// The fewest earlier half-years that say something: 4.
    pub min: usize,
    /// The highest usual score on either side: 3.
    pub limit: f64,
    /// The least spread, as a difference of roots; above 0, and ½ for chance alone.
    pub floor: f64,
}

impl HistorySettings {
    /// True when every setting is in its range; without that there is no history.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_limit(self.limit) && is_limit(self.floor) && self.floor >= 1e-6
    }
}

/// What a unit's earlier half-years lead one to expect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// The median of the earlier counts.
    pub median: f64,
    /// The spread with its floor and widening, as a difference of roots.
    pub spread: f64,
    /// The counts that would be usual now.
    pub expected: Interval,
    /// How many half-years it rests on.
    pub half_years: usize,
}

/// How a count stands beside the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HistoryVerdict {
    /// How many spreads it is from the median; negative below.
    pub score: f64,
    /// True when the count is outside the expected ones: the score is above the limit on either side.
    pub is_outlier: bool,
}

impl History {
    /// What earlier counts lead one to expect, in any order; the caller gives only half-years that can be compared.
    ///
    /// None with fewer than `min`, without any, and without sound settings. Zeros are counts like others. When all are
    /// equal the spread is the widened floor.
    #[must_use]
    pub fn of(earlier: &[u32], settings: &HistorySettings) -> Option<Self> {
        if !settings.is_sound() || earlier.len() < settings.min {
            return None;
        }
        let counts: Vec<f64> = earlier.iter().copied().map(f64::from).collect();
        let median_count = median(&counts)?;
        let middle = root(median_count);
        let deviations: Vec<f64> = counts.iter().map(|count| (root(*count) - middle).abs()).collect();
        let number: f64 = counts.iter().map(|_| 1.0).sum();
        let widening = (1.0 + std::f64::consts::PI / (2.0 * number)).sqrt();
        let spread = (NORMAL * median(&deviations)?).max(settings.floor) * widening;
        let expected = around(middle, settings.limit * spread);
        Some(Self { median: median_count, spread, expected, half_years: counts.len() })
    }

    /// How a count stands beside the earlier ones.
    #[must_use]
    pub fn judge(&self, now: u32) -> HistoryVerdict {
        let now = f64::from(now);
        HistoryVerdict { score: (root(now) - root(self.median)) / self.spread, is_outlier: !self.expected.holds(now) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{
        super::anything::{count, number},
        *,
    };

    const USUAL: HistorySettings = HistorySettings { min: 4, limit: 3.0, floor: 0.5 };

    #[test]
    fn four_equal_half_years_leave_room_for_chance() {
        let history = History::of(&[12, 12, 12, 12], &USUAL).unwrap();
        assert_eq!((history.median, history.half_years), (12.0, 4));
        assert_eq!(history.expected.whole(), Some((3.0, 27.0)));
        assert!(!history.judge(20).is_outlier && history.judge(120).is_outlier && history.judge(1).is_outlier);
    }

    #[test]
    fn four_half_years_with_nothing_leave_room_for_a_few() {
        let history = History::of(&[0; 4], &USUAL).unwrap();
        assert_eq!((history.expected.whole(), history.judge(0).score), (Some((0.0, 5.0)), 0.0));
    }

    #[test]
    fn three_half_years_say_nothing_and_no_half_years_never_do() {
        assert_eq!(History::of(&[12, 14, 13], &USUAL), None);
        assert_eq!(History::of(&[], &HistorySettings { min: 0, ..USUAL }), None);
        assert_eq!(History::of(&[1, 2, 3, 4], &HistorySettings { floor: 0.0, ..USUAL }), None);
        assert!(History::of(&[12], &HistorySettings { min: 1, ..USUAL }).is_some());
    }

    #[test]
    fn one_wild_half_year_does_not_hide_the_next() {
        let history = History::of(&[40, 38, 400, 42, 41], &USUAL).unwrap();
        assert!(history.judge(400).is_outlier && !history.judge(44).is_outlier);
    }

    proptest! {
        #[test]
        fn no_counts_and_no_settings_give_a_panic_or_no_number(
            earlier in vec(count(), 0..12), limit in number(), floor in number(), now in count(),
        ) {
            for settings in [USUAL, HistorySettings { min: 0, limit, floor }] {
                let Some(history) = History::of(&earlier, &settings) else { continue };
                let numbers = [history.median, history.spread, history.expected.low, history.expected.high,
                    history.judge(now).score];
                prop_assert!(numbers.iter().all(|number| !number.is_nan()), "{history:?}");
                prop_assert!(history.expected.low >= 0.0 && history.expected.low <= history.expected.high);
            }
        }

        #[test]
        fn the_expected_counts_say_the_same_as_the_score(earlier in vec(0_u32..300, 4..12), now in 0_u32..900) {
            let history = History::of(&earlier, &USUAL).unwrap();
            let verdict = history.judge(now);
            prop_assert_eq!(verdict.is_outlier, verdict.score.abs() > 3.0 + 1e-9, "{:?}", history);
            prop_assert!(history.expected.holds(history.median));
        }

        #[test]
        fn the_order_of_the_half_years_means_nothing(mut earlier in vec(0_u32..300, 0..12)) {
            let history = History::of(&earlier, &USUAL);
            earlier.reverse();
            prop_assert_eq!(history, History::of(&earlier, &USUAL));
        }
    }
}
