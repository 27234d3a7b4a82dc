//! Whether a form can be right by itself: its keys and codes, what its points name, and what the program needs of it.
//! Imports `domain`.

use std::collections::BTreeSet;

use crate::{
    domain::{
        form::{FilledBy, Form, Point, key},
        refusal::ReferenceFault,
    },
    server::flow::fields,
};

/// The points that rules of the program itself rest on.
const NEEDED: [&str; 8] = [
    key::ENDED,
    key::THREE_TO_SIX,
    key::OVER_SIX,
    key::EXTENSIONS,
    key::BREACHES,
    key::BREACH_SHARE,
    key::APPROVED,
    key::COMMENT,
];
/// The status of a point that a source shows in the form.
const IN_FORM: &str = "in_form";

/// Everything that is wrong with a form.
pub(super) fn faults(form: &Form) -> Vec<ReferenceFault> {
    let hidden = fields::hidden(form).into_iter();
    let mut faults: Vec<ReferenceFault> = hidden.map(|field| ReferenceFault::HiddenSign { field }).collect();
    let (mut keys, mut codes, mut sections) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for section in &form.sections {
        if !sections.insert(section.no) {
            faults.push(ReferenceFault::SectionTwice { section: section.no });
        }
        for point in &section.points {
            let (key, code) = (point.key.clone(), point.code.clone());
            if !keys.insert(point.key.as_str()) || form.removed(&point.key).is_some() {
                faults.push(ReferenceFault::KeyTwice { key });
            }
            if !codes.insert(point.code.as_str()) {
                faults.push(ReferenceFault::CodeTwice { code: code.clone() });
            }
            let letter = point.code.strip_prefix(&section.no.to_string());
            if letter.is_none_or(|letter| letter.len() != 1 || !letter.chars().all(|one| one.is_ascii_uppercase())) {
                faults.push(ReferenceFault::BadCode { code, section: section.no });
            }
            faults.extend(of_point(form, point));
        }
    }
    let missing = NEEDED.iter().filter(|key| form.point(key).is_none());
    faults.extend(missing.map(|key| ReferenceFault::NeededPoint { key: (*key).to_owned() }));
    faults
}

/// What is wrong with what a point names.
fn of_point(form: &Form, point: &Point) -> Vec<ReferenceFault> {
    let named = [("sums_to", &point.sums_to), ("at_most", &point.at_most)];
    let named = named.into_iter().filter_map(|(field, other)| Some((field, other.as_ref()?)));
    let confused = point.confused_with.iter().map(|other| ("confused_with", other));
    let missing = named.chain(confused).filter(|(_, other)| form.point(other).is_none());
    let key = || point.key.clone();
    let mut faults: Vec<ReferenceFault> = missing
        .map(|(field, other)| ReferenceFault::MissingPoint {
            key: key(),
            field: field.to_owned(),
            other: other.clone(),
        })
        .collect();
    if point.required && (point.filled_by != FilledBy::Municipality || point.status != IN_FORM) {
        faults.push(ReferenceFault::WrongRequired { key: key() });
    }
    if is_circular(form, point) {
        faults.push(ReferenceFault::Circle { key: key() });
    }
    faults
}

/// True when a point is, over others, a part of itself.
fn is_circular(form: &Form, point: &Point) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = point.sums_to.as_deref();
    while let Some(key) = next {
        if key == point.key {
            return true;
        }
        if !seen.insert(key) {
            return false;
        }
        next = form.point(key).and_then(|point| point.sums_to.as_deref());
    }
    false
}
