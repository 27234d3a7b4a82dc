//! Quantiles, the median and the spread around it.
//!
//! Quantiles are of R's type 7, the default of `quantile()` and thus what Statistics Norway's package Kostra uses: with
//! the n values in order, counted from 0, the quantile p lies at the place (n − 1)·p, between two values in proportion
//! (R. J. Hyndman and Y. Fan: Sample quantiles in statistical packages, The American Statistician 50, 1996). Values that
//! are not finite are left out. One value is all its own quantiles; no value has none.
//! Imports nothing.

/// Turns a median deviation into what the standard deviation would be for a normal distribution; R's `mad` uses this
/// very number.
pub const NORMAL: f64 = 1.4826;

/// The quartiles and the median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the values lie below.
    pub q1: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// Three quarters of the values lie below.
    pub q3: f64,
}

impl Quartiles {
    /// The quartiles of some values, in their unit; none without values.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let sorted = sorted(values);
        Some(Self { q1: at(&sorted, 0.25)?, median: at(&sorted, 0.5)?, q3: at(&sorted, 0.75)? })
    }
}

/// The quantile `p` of some values, in their unit; none without values, or for a `p` outside 0 to 1.
#[must_use]
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    at(&sorted(values), p)
}

/// The median, in the unit of the values: the mean of the two in the middle where their number is even.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The median deviation from the median (MAD), in the unit of the values and **without** the factor 1.4826.
///
/// 0 for one value, and as soon as more than half are equal: whoever divides by it needs a floor.
#[must_use]
pub fn median_deviation(values: &[f64]) -> Option<f64> {
    let middle = median(values)?;
    let deviations: Vec<f64> =
        values.iter().filter(|value| value.is_finite()).map(|value| (value - middle).abs().min(f64::MAX)).collect();
    median(&deviations)
}

/// The median deviation **with** the factor 1.4826, R's `mad()`: the standard deviation as the middle half tells it.
#[must_use]
pub fn robust_spread(values: &[f64]) -> Option<f64> {
    median_deviation(values).map(|deviation| (deviation * NORMAL).min(f64::MAX))
}

/// The finite values in order.
fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The quantile of values in order.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place among values in memory, and p is at most 1"
)]
fn at(sorted: &[f64], p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let place = sorted.len().checked_sub(1)? as f64 * p;
    let low = *sorted.get(place.floor() as usize)?;
    let high = *sorted.get(place.ceil() as usize)?;
    let share = place.fract();
    // Weighed, not low + share·(high − low): the difference of two large numbers would overflow.
    Some(((1.0 - share) * low + share * high).clamp(low, high))
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{super::anything::number, *};

    #[test]
    fn quantiles_of_one_to_ten_are_those_of_r() {
        let values: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        assert_eq!(Quartiles::of(&values), Some(Quartiles { q1: 3.25, median: 5.5, q3: 7.75 }));
        assert_eq!((quantile(&values, 0.0), quantile(&values, 1.0)), (Some(1.0), Some(10.0)));
    }

    #[test]
    fn the_spread_of_one_to_nine_is_that_of_r_and_one_wild_value_does_not_move_it() {
        let mut values: Vec<f64> = (1..=9).map(f64::from).collect();
        assert_eq!((median_deviation(&values), robust_spread(&values)), (Some(2.0), Some(2.9652)));
        values[8] = 100.0;
        assert_eq!(robust_spread(&values), Some(2.9652));
    }

    #[test]
    fn nothing_has_no_quantile_and_a_wrong_share_has_none() {
        assert_eq!((median(&[]), median_deviation(&[f64::NAN]), Quartiles::of(&[])), (None, None, None));
        assert_eq!((quantile(&[1.0], -0.1), quantile(&[1.0], 1.1), quantile(&[1.0], f64::NAN)), (None, None, None));
        assert_eq!((quantile(&[7.0], 0.3), robust_spread(&[7.0])), (Some(7.0), Some(0.0)));
    }

    #[test]
    fn equal_values_and_the_largest_ones_have_exact_quantiles() {
        assert_eq!(quantile(&[0.1; 3], 0.1), Some(0.1));
        assert_eq!(median(&[-f64::MAX, f64::MAX]), Some(0.0));
    }

    proptest! {
        #[test]
        fn a_quantile_of_any_numbers_is_a_number_between_them(values in vec(number(), 0..40), p in 0.0..=1.0) {
            let finite = sorted(&values);
            let quantile = quantile(&values, p);
            prop_assert_eq!(quantile.is_none(), finite.is_empty());
            prop_assert!(quantile.is_none_or(|found| finite[0] <= found && found <= finite[finite.len() - 1]));
            prop_assert!(robust_spread(&values).is_none_or(|spread| spread >= 0.0 && spread.is_finite()));
        }

        #[test]
        fn quartiles_stand_in_order_and_do_not_ask_for_the_order_of_the_values(mut values in vec(number(), 0..40)) {
            let quartiles = Quartiles::of(&values);
            prop_assert!(quartiles.is_none_or(|found| found.q1 <= found.median && found.median <= found.q3));
            values.reverse();
            prop_assert_eq!(quartiles, Quartiles::of(&values));
        }
    }
}
