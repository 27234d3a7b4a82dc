//! Which figures stand out: from earlier ones of the unit, and from what other units show.
//!
//! Plain arithmetic on counts, without dates or names; what is comparable with what is for the caller to say, and every
//! limit is a setting. Counts are `u32`, so that nothing can be negative or not a number. Where a method has nothing to
//! say, the answer is `None`: too few units, a zero where it needs a ratio, or settings that are not sound.
//! Imports nothing.

pub mod hb;
pub mod history;
pub mod quantile;
pub mod quartile;
pub mod sqrt_diff;
pub mod therror;

/// What a limit gives way for, so that rounding in the last digits never decides.
const TOLERANCE: f64 = 1e-9;

/// What is added to a count before its root is taken; then the variance hardly depends on the size of the count.
/// F. J. Anscombe: The transformation of Poisson, binomial and negative-binomial data, Biometrika 35 (1948).
const ANSCOMBE: f64 = 0.375;

/// A unit's count now (x1) and in the half-year it is compared with (x2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The count in the report that is reviewed, x1.
    pub now: u32,
    /// The count it is compared with, x2.
    pub before: u32,
}

impl Pair {
    /// The count now and the count before, in this order.
    #[must_use]
    pub const fn new(now: u32, before: u32) -> Self {
        Self { now, before }
    }

    /// Both as numbers with decimals where both are above 0, and thus have a ratio.
    fn positive(self) -> Option<(f64, f64)> {
        (self.now > 0 && self.before > 0).then(|| (f64::from(self.now), f64::from(self.before)))
    }
}

/// From the lowest to the highest value that is not an outlier, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Interval {
    /// True for a value inside or on a limit; a billionth of the value outside counts as on it.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        let slack = TOLERANCE * value.abs().max(1.0);
        !(value < self.low - slack || value > self.high + slack)
    }

    /// The lowest and the highest whole number it holds, for «ventet 12–31»; none where no whole number lies in it.
    #[must_use]
    pub fn whole(&self) -> Option<(f64, f64)> {
        let slack = |limit: f64| TOLERANCE * limit.abs().max(1.0);
        let low = (self.low - slack(self.low)).ceil().max(0.0);
        let high = (self.high + slack(self.high)).floor();
        (low <= high).then_some((low, high))
    }
}

/// The root of a count on the scale where Poisson counts have the standard deviation ½.
fn root(count: f64) -> f64 {
    (count + ANSCOMBE).sqrt()
}

/// The counts whose roots lie at most `reach` from a root.
fn around(root: f64, reach: f64) -> Interval {
    let square = |root: f64| (root.max(0.0).powi(2) - ANSCOMBE).max(0.0);
    Interval { low: square(root - reach), high: square(root + reach) }
}

/// True for a number that can be a limit: finite and not negative.
fn is_limit(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

/// What the property tests try.
#[cfg(test)]
mod anything {
    use proptest::{collection::vec, num, prelude::*};

    use super::Pair;

    /// Small counts, where zeros and ties are common, and any others.
    pub(super) fn count() -> impl Strategy<Value = u32> {
        prop_oneof![4 => 0_u32..6, 4 => 0_u32..400, 1 => any::<u32>(), 1 => Just(u32::MAX)]
    }

    pub(super) fn unit() -> impl Strategy<Value = Pair> {
        (count(), count()).prop_map(|(now, before)| Pair::new(now, before))
    }

    pub(super) fn units() -> impl Strategy<Value = Vec<Pair>> {
        vec(unit(), 0..40)
    }

    /// Numbers that make sense as a setting, and any others: infinite, not a number, negative, the largest.
    pub(super) fn number() -> impl Strategy<Value = f64> {
        prop_oneof![4 => 0.0..=1.0, 4 => 0.0..50.0, 1 => num::f64::ANY, 1 => Just(f64::MAX)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_the_limit_is_held_whatever_the_rounding() {
        let interval = Interval { low: 0.1 + 0.2, high: 3.0 };
        assert!(interval.holds(0.3) && interval.holds(3.0 + 1e-12) && !interval.holds(3.0 + 1e-6));
        assert!(!interval.holds(0.29));
    }

    #[test]
    fn whole_numbers_of_an_interval_are_those_it_holds() {
        let whole = |low, high| Interval { low, high }.whole();
        assert_eq!(whole(11.2, 31.9), Some((12.0, 31.0)));
        assert_eq!(whole(12.000_000_000_001, 12.0), Some((12.0, 12.0)));
        assert_eq!(whole(-3.0, 0.5), Some((0.0, 0.0)));
        assert_eq!(whole(12.3, 12.8), None);
    }

    #[test]
    fn counts_around_a_root_never_go_below_zero() {
        assert_eq!(around(root(0.0), 3.0).low.to_bits(), 0.0_f64.to_bits());
        assert!((around(root(7.0), 0.0).high - 7.0).abs() < 1e-12);
    }
}
