//! Which point a name means: its key, its code, its label, or the name it has in another file.
//! Imports `domain`.

use super::points::short;
use crate::domain::{
    form::{Form, Point},
    refusal::Refusal,
    register::Register,
};

/// Names of points; several points may have the same.
type Group<'a> = Vec<(String, &'a Point)>;

/// The names of the points of a form. A point that only an older form asks is found as well: it is told as obsolete.
pub(super) struct Names<'a> {
    form: &'a Form,
    /// How names are made alike before they are compared.
    spell: fn(&str) -> String,
    /// Keys and codes of the form, its labels, and the same of each older form.
    groups: Vec<Group<'a>>,
    /// The names in other files, loosely.
    others: Group<'a>,
}

impl<'a> Names<'a> {
    /// Names that are written as they are, whatever the case.
    pub(super) fn exact(form: &'a Form, register: &'a Register) -> Self {
        Self::new(form, register, |name| name.trim().to_ascii_lowercase())
    }

    /// Names whatever the case, the spaces, the signs and the state of æ, ø and å.
    pub(super) fn loose(form: &'a Form, register: &'a Register) -> Self {
        Self::new(form, register, skeleton)
    }

    fn new(form: &'a Form, register: &'a Register, spell: fn(&str) -> String) -> Self {
        let forms = std::iter::once(form).chain(register.forms.iter().rev().filter(|other| *other != form));
        let groups = forms.clone().flat_map(|form| {
            let named = |point: &'a Point| [(spell(&point.key), point), (spell(&point.code), point)];
            let labels = |point: &'a Point| std::iter::once(&point.label).chain(&point.seed_label);
            let labelled = |point: &'a Point| labels(point).map(move |label| (spell(label), point));
            [form.points().flat_map(named).collect(), form.points().flat_map(labelled).collect()]
        });
        let point = |key: &str| forms.clone().find_map(|form| form.point(key));
        let others = register.aliases.points.iter().flat_map(|(key, names)| {
            let point = point(key);
            names.iter().filter_map(move |name| Some((skeleton(name), point?)))
        });
        Self { form, spell, groups: groups.collect(), others: others.collect() }
    }

    /// The point with a name, if there is one.
    ///
    /// # Errors
    /// A label that several points have.
    pub(super) fn find(&self, name: &str) -> Result<Option<&'a Point>, Refusal> {
        let wanted = (self.spell)(name);
        if wanted.is_empty() {
            return Ok(None);
        }
        for group in &self.groups {
            let mut alike: Vec<&Point> = matches(group, &wanted).collect();
            alike.dedup_by(|one, other| one.key == other.key);
            match alike.as_slice() {
                [] => {}
                [point] => return Ok(Some(point)),
                several => return Err(ambiguous(name, several)),
            }
        }
        let skeleton = skeleton(name);
        Ok(matches(&self.others, &skeleton).next())
    }

    /// The point with a name.
    ///
    /// # Errors
    /// A label that several points have, and a name that none has, with the key that may be meant.
    pub(super) fn point(&self, name: &str) -> Result<&'a Point, Refusal> {
        self.find(name)?.ok_or_else(|| self.unknown(name.trim()))
    }

    fn unknown(&self, name: &str) -> Refusal {
        let alike = |point: &&Point| skeleton(&point.key) == skeleton(name) || skeleton(&point.code) == skeleton(name);
        let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || " -_.".contains(letter));
        let hint = if is_name { self.form.points().find(alike) } else { None };
        Refusal::UnknownPoint { given: short(name), hint: hint.map(|point| point.key.clone()) }
    }
}

fn matches<'a>(group: &[(String, &'a Point)], wanted: &str) -> impl Iterator<Item = &'a Point> {
    group.iter().filter(move |(name, _)| name == wanted).map(|(_, point)| *point)
}

fn ambiguous(name: &str, alike: &[&Point]) -> Refusal {
    let codes: Vec<&str> = alike.iter().map(|point| point.code.as_str()).collect();
    Refusal::AmbiguousPoint { given: short(name), points: codes.join(", ") }
}

/// What is left of a name in every encoding: its ASCII letters and digits. A letter that was read in the wrong encoding,
/// or that became a question mark, is left out like the right one.
pub(super) fn skeleton(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut letter_before = false;
    for letter in name.chars() {
        // A mark on the letter before: together they are a letter that is left out.
        if letter_before && ('\u{300}'..='\u{36f}').contains(&letter) {
            kept.pop();
        }
        letter_before = letter.is_ascii_alphanumeric();
        if letter_before {
            kept.push(letter.to_ascii_lowercase());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_two_points_have_a_key_a_code_or_another_name_with_the_same_skeleton() {
        let register = Register::embedded().expect("the reference data parses");
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        let points = register.forms.iter().flat_map(Form::points);
        let names = points.flat_map(|point| [(&point.key, &point.key), (&point.code, &point.key)]);
        let others = register.aliases.points.iter().flat_map(|(key, names)| names.iter().map(move |name| (name, key)));
        for (name, key) in names.chain(others) {
            let owner = owners.entry(skeleton(name)).or_insert_with(|| key.clone());
            assert_eq!(owner, key, "{name}");
        }
        let columns = &register.aliases.columns;
        let heads = [&columns.unit, &columns.year, &columns.half, &columns.name, &columns.computed];
        for name in heads.into_iter().flatten() {
            assert_eq!(owners.get(&skeleton(name)), None, "{name}");
        }
    }

    #[test]
    fn every_other_name_is_that_of_a_point_of_some_form() {
        let register = Register::embedded().expect("the reference data parses");
        for key in register.aliases.points.keys() {
            assert!(register.forms.iter().any(|form| form.point(key).is_some()), "{key}");
        }
    }

    #[test]
    fn a_name_is_the_same_in_every_state_its_letters_arrive_in() {
        let states =
            ["Halvår", "HALVÅR", "Halva\u{30a}r", "HalvÃ¥r", "Halv?r", "Halv\u{fffd}r", "Halv†r", " halv  år "];
        for name in states {
            assert_eq!(skeleton(name), "halvr", "{name}");
        }
        assert_eq!(skeleton("Tiltak Barn Hjtilt § 4-4 Tot"), skeleton("tiltak barn  hjtilt Â§4-4 tot"));
    }
}
