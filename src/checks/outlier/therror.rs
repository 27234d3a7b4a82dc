//! The thousand error: a figure in the wrong unit of measurement, or with a few digits too many.
//!
//! As Statistics Norway's R package Kostra does it (function `ThError`, limit 2.5; handbook 84, Datarevisjon, 2005):
//! d = log10 x1 − log10 x2. A slip of one digit is |d| = 1, so it takes a lower limit; on small counts such a limit finds
//! chance.
//! Imports nothing.

use super::{Interval, Pair, is_limit};

/// How a count stands beside the one before, in powers of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThVerdict {
    /// d, the difference of the logarithms: 3 for a thousand times as much, −3 for a thousandth.
    pub difference: f64,
    /// The counts now within the limit.
    pub expected: Interval,
    /// True when |d| is above the limit.
    pub is_outlier: bool,
}

/// Compares a count with the one before; needs no other units.
///
/// None where one of them is 0, and for a limit that is negative or not finite. Equal counts have d = 0.
#[must_use]
pub fn thousand_error(pair: Pair, limit: f64) -> Option<ThVerdict> {
    let (now, before) = pair.positive().filter(|_| is_limit(limit))?;
    let factor = 10_f64.powf(limit);
    let expected = Interval { low: before / factor, high: before * factor };
    Some(ThVerdict { difference: now.log10() - before.log10(), expected, is_outlier: !expected.holds(now) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_figure_told_in_thousands_is_found_and_a_slip_of_one_digit_is_not() {
        let outlier = |now, before| thousand_error(Pair::new(now, before), 2.5).map(|found| found.is_outlier);
        assert_eq!((outlier(12_000, 12), outlier(12, 12_000)), (Some(true), Some(true)));
        assert_eq!((outlier(120, 12), outlier(12, 12)), (Some(false), Some(false)));
        assert_eq!((outlier(0, 12), outlier(12, 0)), (None, None));
    }

    #[test]
    fn a_limit_that_is_none_is_not_used() {
        let judged = |limit| thousand_error(Pair::new(12, 12), limit).is_some();
        assert!(judged(0.0) && !judged(-1.0) && !judged(f64::NAN) && !judged(f64::INFINITY));
    }

    #[test]
    fn a_difference_on_the_limit_is_no_outlier() {
        for (limit, factor) in [(1.0, 10), (2.0, 100), (3.0, 1000)] {
            for before in 1..200 {
                let now = before * factor;
                assert!(!thousand_error(Pair::new(now, before), limit).unwrap().is_outlier, "{now} {before}");
                assert!(thousand_error(Pair::new(now + 1, before), limit).unwrap().is_outlier, "{now} {before}");
            }
        }
    }

    proptest! {
        #[test]
        fn now_and_before_may_change_places(now: u32, before: u32, limit in 0.0..9.0) {
            let (one, other) = (thousand_error(Pair::new(now, before), limit), thousand_error(Pair::new(before, now), limit));
            prop_assert_eq!(one.map(|found| found.is_outlier), other.map(|found| found.is_outlier));
            prop_assert_eq!(one.map(|found| found.difference), other.map(|found| -found.difference));
        }

        #[test]
        fn no_counts_and_no_limit_give_a_panic_or_no_number(now: u32, before: u32, limit: f64) {
            let Some(verdict) = thousand_error(Pair::new(now, before), limit) else { return Ok(()) };
            prop_assert!(verdict.difference.is_finite());
            prop_assert!(!verdict.expected.low.is_nan() && !verdict.expected.high.is_nan());
        }
    }
}
