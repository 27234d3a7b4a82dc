//! National levels of every point in every half-year: the anchors, carried back by their trends.
//! Imports nothing of the crate but the recipe.

use std::collections::HashMap;

use super::{CannotInvent, recipe::Recipe};

/// National levels by point, oldest half-year first.
#[derive(Debug, Clone)]
pub struct Levels<'a>(HashMap<&'a str, Vec<f64>>);

impl<'a> Levels<'a> {
    /// The levels of so many half-years, the anchors' one last.
    ///
    /// # Errors
    /// [`CannotInvent::Recipe`] for a point that is drawn but has no anchor.
    pub fn new(recipe: &'a Recipe) -> Result<Self, CannotInvent> {
        let national = &recipe.national;
        let trends: HashMap<&str, f64> =
            national.trends.iter().map(|trend| (trend.key.as_str(), trend.yearly)).collect();
        let years: Vec<f64> =
            (0..recipe.demo.periods).rev().map(|back| faded_years(back, recipe.demo.spread.trend_fades)).collect();
        let carry = |figure: u32, yearly: f64| -> Vec<f64> {
            years.iter().map(|years| f64::from(figure) / (1.0 + yearly).powf(*years)).collect()
        };
        let levels: HashMap<&str, Vec<f64>> = national
            .anchors
            .iter()
            .map(|anchor| {
                (anchor.key.as_str(), carry(anchor.figure, trends.get(anchor.key.as_str()).copied().unwrap_or(0.0)))
            })
            .collect();
        match recipe.demo.draws.iter().find(|draw| !levels.contains_key(draw.key.as_str())) {
            Some(draw) => Err(CannotInvent::Recipe(format!("{} is drawn but has no national level", draw.key))),
            None => Ok(Self(levels)),
        }
    }

    /// The level of a point in a half-year, counted from the oldest.
    #[must_use]
    pub fn at(&self, key: &str, period: usize) -> f64 {
        self.0.get(key).and_then(|levels| levels.get(period)).copied().unwrap_or(0.0)
    }

    /// The level of several points together.
    #[must_use]
    pub fn sum(&self, keys: &[String], period: usize) -> f64 {
        keys.iter().map(|key| self.at(key, period)).sum()
    }
}

/// How many years of trend so many half-years back are worth, when each year further back counts less.
fn faded_years(half_years: usize, fades: f64) -> f64 {
    let years = f64::from(u32::try_from(half_years).unwrap_or(u32::MAX)) / 2.0;
    (1.0 - fades.powf(years)) / (1.0 - fades)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_back_is_a_whole_trend_and_far_back_it_fades() {
        assert!((faded_years(2, 0.6) - 1.0).abs() < 1e-9);
        assert!(faded_years(0, 0.6).abs() < 1e-9);
        assert!(faded_years(40, 0.6) < 2.51);
    }
}
