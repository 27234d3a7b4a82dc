//! What is hidden in a package for the public: the figures 1–3, and a second one of a section where only one would be hidden.
//! Imports `domain`.

use std::collections::BTreeSet;

use crate::domain::{form::Form, report::Values};

/// The largest figure that is hidden.
const HIDDEN: u32 = 3;

/// The keys of the points that are hidden. Sums over sections can still give a figure away: a person must look at them.
pub(super) fn hidden(form: &Form, values: &Values) -> BTreeSet<String> {
    let mut hidden = BTreeSet::new();
    let figure = |key: &str| values.get(key).copied().flatten();
    for section in &form.sections {
        let small = |figure: u32| (1..=HIDDEN).contains(&figure);
        let keys = || section.points.iter().map(|point| point.key.as_str());
        let first: Vec<&str> = keys().filter(|key| figure(key).is_some_and(small)).collect();
        if let [only] = first.as_slice() {
            let others = keys().filter(|key| key != only).filter_map(|key| Some((figure(key)?, key)));
            let second = others.filter(|(figure, _)| *figure > HIDDEN).min();
            hidden.extend(second.map(|(_, key)| key.to_owned()));
        }
        hidden.extend(first.into_iter().map(str::to_owned));
    }
    hidden
}

/// The figures without those that are hidden.
pub(super) fn suppressed(values: &Values, hidden: &BTreeSet<String>) -> Values {
    values.iter().map(|(key, figure)| (key.clone(), figure.filter(|_| !hidden.contains(key)))).collect()
}
