//! The figures of a submission against the form: every point known, whole, filled by the unit, and none missing.
//! Imports `domain`.

use std::collections::BTreeMap;

use super::fields;
use crate::domain::{
    form::{FilledBy, Form, Point},
    refusal::Refusal,
    report::Values,
};

/// One figure as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Nothing: an empty point.
    Empty,
    /// A whole number.
    Count(u32),
    /// Something else, as it was written.
    Wrong(String),
}

/// The figures that are left when everything is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    /// The figures by point key.
    pub values: Values,
    /// Keys with a value that the form no longer asks.
    pub obsolete: Vec<String>,
}

/// Sorts figures into those the form asks and those it no longer asks, and lists everything that is wrong.
pub fn sort(form: &Form, given: &[(String, Figure)], refusals: &mut Vec<Refusal>) -> Sorted {
    let mut sorted = Sorted::default();
    for (name, figure) in given {
        if form.removed(name).is_some() {
            if *figure != Figure::Empty {
                sorted.obsolete.push(name.clone());
            }
            continue;
        }
        let Some(point) = find(form, name, refusals) else { continue };
        if point.filled_by != FilledBy::Municipality {
            refusals.push(Refusal::NotForUnit { point: point.code.clone() });
            continue;
        }
        let value = match figure {
            Figure::Empty => None,
            Figure::Count(count) => Some(*count),
            Figure::Wrong(given) => {
                refusals.push(Refusal::NotWhole { point: point.code.clone(), given: given.clone() });
                Some(0)
            }
        };
        if sorted.values.insert(point.key.clone(), value).is_some() {
            refusals.push(Refusal::PointTwice { point: point.code.clone() });
        }
    }
    refusals.extend(missing(form, &sorted.values));
    sorted
}

/// The unit's remarks by point key; blank ones are none, those on points that are no longer asked are dropped.
pub fn remarks(form: &Form, given: &BTreeMap<String, String>, refusals: &mut Vec<Refusal>) -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    for (name, text) in given.iter().filter(|(name, _)| form.removed(name).is_none()) {
        let Some(point) = find(form, name, refusals) else { continue };
        let cleaned = fields::prose(&format!("remarks.{}", point.key), text, fields::LONGEST_REMARK, refusals);
        if !cleaned.trim().is_empty() {
            kept.insert(point.key.clone(), cleaned);
        }
    }
    kept
}

/// The required points that are empty or not there at all (K01).
fn missing<'a>(form: &'a Form, values: &'a Values) -> impl Iterator<Item = Refusal> + 'a {
    form.points()
        .filter(|point| point.required && point.filled_by == FilledBy::Municipality)
        .filter(|point| !values.get(&point.key).is_some_and(Option::is_some))
        .map(|point| Refusal::MissingPoint { point: point.code.clone(), label: point.label.clone() })
}

fn find<'a>(form: &'a Form, name: &str, refusals: &mut Vec<Refusal>) -> Option<&'a Point> {
    let found = form.point(name).or_else(|| form.find(name.trim()));
    if found.is_none() {
        let given: String = name.chars().take(40).collect();
        refusals.push(Refusal::UnknownPoint { hint: nearest(form, &given), given });
    }
    found
}

/// The key that may be meant: the nearest one, at most two letters away.
fn nearest(form: &Form, given: &str) -> Option<String> {
    let given = given.to_lowercase();
    form.points()
        .map(|point| (distance(&given, &point.key), &point.key))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, key)| key.clone())
}

/// How many letters must be changed, added or taken away to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, wanted) in row.iter_mut().skip(1).zip(other.chars()) {
            let above = *cell;
            left = (above + 1).min(left + 1).min(diagonal + usize::from(letter != wanted));
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::Register;

    fn form() -> Form {
        Register::embedded().expect("the reference data parses").forms.pop().expect("a form")
    }

    #[test]
    fn words_are_as_far_apart_as_letters_must_change() {
        for (one, other, apart) in
            [("", "", 0), ("us_avsl", "us_avsl", 0), ("us_avs", "us_avsl", 1), ("ab", "ba", 2), ("", "abc", 3)]
        {
            assert_eq!(distance(one, other), apart, "{one} {other}");
        }
    }

    #[test]
    fn every_fault_of_the_figures_is_listed_at_once() {
        let form = form();
        let given = [
            ("us_avls".to_owned(), Figure::Count(1)),
            ("2e".to_owned(), Figure::Count(1)),
            ("us_3_6m".to_owned(), Figure::Count(2)),
            ("us_over_6m".to_owned(), Figure::Wrong("-1".to_owned())),
            ("sf_utvidelser".to_owned(), Figure::Count(3)),
        ];
        let mut refusals = Vec::new();
        sort(&form, &given, &mut refusals);
        let has = |wanted: &Refusal| refusals.contains(wanted);
        assert!(has(&Refusal::UnknownPoint { given: "us_avls".into(), hint: Some("us_avsl".into()) }));
        assert!(has(&Refusal::PointTwice { point: "2E".into() }));
        assert!(has(&Refusal::NotWhole { point: "2F".into(), given: "-1".into() }));
        assert!(has(&Refusal::NotForUnit { point: "7A".into() }));
        assert!(refusals.iter().any(|refusal| matches!(refusal, Refusal::MissingPoint { .. })));
    }

    #[test]
    fn a_point_that_went_out_is_told_and_not_kept() {
        let form = form();
        let key = form.removed.first().and_then(|removed| removed.keys.first()).expect("a removed point").clone();
        let sorted = sort(&form, &[(key.clone(), Figure::Count(4))], &mut Vec::new());
        assert_eq!((sorted.values.is_empty(), sorted.obsolete), (true, vec![key]));
    }
}
