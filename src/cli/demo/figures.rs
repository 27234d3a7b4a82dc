//! The figures of every unit of the country in every half-year, drawn by the recipe so that the rules of sums hold.
//! Imports `domain`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    CannotInvent,
    chance::{Chance, whole},
    levels::Levels,
    recipe::{
        Recipe,
        figures::{Draw, How},
    },
};
use crate::domain::{
    form::{FilledBy, Form},
    report::Values,
    unit::{Unit, UnitNo},
};

/// The figures of a unit in one half-year, all points filled in.
type Row<'a> = BTreeMap<&'a str, u32>;

/// The clean figures of the whole country.
#[derive(Debug, Clone)]
pub struct Country<'a> {
    units: HashMap<UnitNo, Drawn<'a>>,
}

/// The figures of a unit, oldest half-year first, and what it never fills in.
#[derive(Debug, Clone)]
struct Drawn<'a> {
    rows: Vec<Row<'a>>,
    blank: HashSet<&'a str>,
}

impl<'a> Country<'a> {
    /// Draws the figures of all units.
    ///
    /// # Errors
    /// [`CannotInvent::Recipe`] when the recipe draws from something it does not have.
    pub fn draw(recipe: &'a Recipe, units: &[&Unit]) -> Result<Self, CannotInvent> {
        let levels = Levels::new(recipe)?;
        let children = |unit: &Unit| f64::from(unit.children.unwrap_or(0));
        let all: f64 = units.iter().map(|unit| children(unit)).sum();
        let shares: Vec<f64> = units.iter().map(|unit| children(unit) / all.max(1.0)).collect();
        let effects = effects(recipe, units, &shares);
        let drawn = units.iter().zip(&shares).zip(effects).map(|((unit, share), effects)| {
            let chance = Chance::of(recipe.demo.seed, &[unit.no.as_str(), "figures"]);
            let mut pen = Pen { recipe, levels: &levels, share: *share, effects, frequency: HashMap::new(), chance };
            (unit.no.clone(), pen.unit(children(unit)))
        });
        Ok(Self { units: drawn.collect() })
    }

    /// What a unit reports in a half-year when it makes no mistake, with the points a form asks it.
    #[must_use]
    pub fn values(&self, unit: &UnitNo, period: usize, form: &Form) -> Values {
        let asked = form.points().filter(|point| point.filled_by == FilledBy::Municipality);
        let drawn = self.units.get(unit);
        let figure = |key: &str| {
            let drawn = drawn.filter(|drawn| !drawn.blank.contains(key))?;
            drawn.rows.get(period)?.get(key).copied()
        };
        asked.map(|point| (point.key.clone(), figure(&point.key))).collect()
    }
}

/// The effect of every unit in every group of points, scaled so that the country meets its level.
fn effects<'a>(recipe: &'a Recipe, units: &[&Unit], shares: &[f64]) -> Vec<HashMap<&'a str, f64>> {
    let mut groups: Vec<&str> = recipe.demo.draws.iter().filter_map(group).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut drawn: Vec<HashMap<&str, f64>> = units
        .iter()
        .map(|unit| {
            let mut chance = Chance::of(recipe.demo.seed, &[unit.no.as_str(), "effects"]);
            groups.iter().map(|group| (*group, chance.log_normal(recipe.demo.spread.unit))).collect()
        })
        .collect();
    for group in groups {
        let mean: f64 = drawn.iter().zip(shares).map(|(effects, share)| effect(effects, group) * share).sum();
        for effects in &mut drawn {
            effects.insert(group, effect(effects, group) / mean);
        }
    }
    drawn
}

fn effect(effects: &HashMap<&str, f64>, group: &str) -> f64 {
    effects.get(group).copied().unwrap_or(1.0)
}

fn group(draw: &Draw) -> Option<&str> {
    match &draw.how {
        How::Flow { group } | How::Stock { group } | How::Carried { group, .. } => Some(group),
        How::Part { .. } | How::Near { .. } | How::Sum { .. } | How::Remaining { .. } => None,
    }
}

/// What draws the figures of one unit.
struct Pen<'a, 'l> {
    recipe: &'a Recipe,
    levels: &'l Levels<'a>,
    share: f64,
    effects: HashMap<&'a str, f64>,
    /// How much more often than nationally zero-inflated points occur here: 0 where they never do.
    frequency: HashMap<&'a str, f64>,
    chance: Chance,
}

impl<'a> Pen<'a, '_> {
    fn unit(&mut self, children: f64) -> Drawn<'a> {
        self.frequency = self.frequencies(children);
        let mut blank = HashSet::new();
        for group in &self.recipe.demo.blanks {
            if self.chance.yes(group.share) {
                blank.extend(group.keys.iter().map(String::as_str));
            }
        }
        let mut rows: Vec<Row<'a>> = Vec::with_capacity(self.recipe.demo.periods);
        for period in 0..self.recipe.demo.periods {
            let row = self.half_year(period, rows.last());
            rows.push(row);
        }
        Drawn { rows, blank }
    }

    /// Most small units have no breach at all; the others then have the more, so that the country's level stays.
    fn frequencies(&mut self, children: f64) -> HashMap<&'a str, f64> {
        let spread = &self.recipe.demo.spread;
        let half = f64::from(spread.none_half_at);
        let none = spread.none * half / (half + children);
        let rare = self.recipe.national.anchors.iter().filter(|anchor| anchor.zero_inflated);
        rare.map(|anchor| {
            let often = if self.chance.yes(none) { 0.0 } else { 1.0 / (1.0 - none) };
            (anchor.key.as_str(), often)
        })
        .collect()
    }

    fn half_year(&mut self, period: usize, before: Option<&Row<'a>>) -> Row<'a> {
        let lively = self.chance.log_normal(self.recipe.demo.spread.period);
        let mut row = Row::new();
        for draw in &self.recipe.demo.draws {
            let figure = self.figure(draw, period, lively, &row, before);
            row.insert(&draw.key, figure);
        }
        row
    }

    fn figure(&mut self, draw: &Draw, period: usize, lively: f64, row: &Row<'a>, before: Option<&Row<'a>>) -> u32 {
        let key = draw.key.as_str();
        let expected =
            |period| self.levels.at(key, period) * self.share * effect(&self.effects, group(draw).unwrap_or_default());
        match (&draw.how, before) {
            (How::Flow { .. }, _) => self.chance.poisson(expected(period) * lively),
            (How::Stock { .. }, Some(before)) => {
                let stays = self.recipe.demo.spread.stays;
                let new = (expected(period) - stays * expected(period.saturating_sub(1))).max(0.0);
                self.chance.binomial(of(before, key), stays) + self.chance.poisson(new)
            }
            (How::Carried { of: earlier, .. }, Some(before)) => of(before, earlier),
            (How::Stock { .. } | How::Carried { .. }, None) => self.chance.poisson(expected(period)),
            (How::Part { of: whole, less }, _) => self.part(key, whole, less, period, row),
            (How::Near { of: other }, _) => self.near(of(row, other)),
            (How::Sum { of, less }, _) => sum(row, of).saturating_sub(sum(row, less)),
            (How::Remaining { of, next }, _) => self.remaining(key, of, next, period, row),
        }
    }

    fn part(&mut self, key: &str, whole: &str, less: &[String], period: usize, row: &Row<'a>) -> u32 {
        let often = self.frequency.get(key).copied().unwrap_or(1.0);
        let left = self.levels.at(whole, period) - self.levels.sum(less, period);
        let cases = of(row, whole).saturating_sub(sum(row, less));
        self.chance.binomial(cases, often * self.levels.at(key, period) / left.max(1.0))
    }

    fn near(&mut self, other: u32) -> u32 {
        let spread = &self.recipe.demo.spread;
        let exact = f64::from(other);
        let limit = f64::from(spread.near_least).max(exact * spread.near_share).floor();
        let off = (self.chance.normal() * spread.near * exact.sqrt()).round().clamp(-limit, limit);
        whole(exact + off)
    }

    fn remaining(&mut self, key: &str, all: &[String], next: &str, period: usize, row: &Row<'a>) -> u32 {
        let last = period + 1 == self.recipe.demo.periods;
        let left = if last { self.levels.at(key, period) } else { self.levels.at(next, period + 1) };
        self.chance.binomial(sum(row, all), left / self.levels.sum(all, period).max(1.0))
    }
}

fn of(row: &Row<'_>, key: &str) -> u32 {
    row.get(key).copied().unwrap_or(0)
}

fn sum(row: &Row<'_>, keys: &[String]) -> u32 {
    keys.iter().map(|key| of(row, key)).sum()
}
