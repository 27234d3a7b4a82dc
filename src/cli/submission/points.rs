//! The points of a file, each named once.
//! Imports `domain`.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    form::{FilledBy, Form, Point},
    note::Note,
    refusal::Refusal,
    report::Values,
};

/// What stands in published tables where a figure is hidden or missing.
const SUPPRESSED: [&str; 3] = ["..", ".", ":"];

/// What a file says of the points of a form.
pub(super) struct Points<'a> {
    form: &'a Form,
    /// The figures.
    pub(super) values: Values,
    /// The remarks.
    pub(super) remarks: BTreeMap<String, String>,
    /// The points that the form no longer asks.
    pub(super) notes: Vec<Note>,
    /// Keys of the points whose figure is none; they are told already.
    wrong: BTreeSet<String>,
}

impl<'a> Points<'a> {
    pub(super) fn new(form: &'a Form) -> Self {
        let (values, remarks) = (Values::new(), BTreeMap::new());
        Self { form, values, remarks, notes: Vec::new(), wrong: BTreeSet::new() }
    }

    /// Takes a figure; `given` is the cell as it was written, for a figure that is none.
    pub(super) fn take(&mut self, point: &Point, figure: Result<Option<u32>, String>) -> Result<(), Refusal> {
        let code = || point.code.clone();
        let figure = match figure {
            Ok(figure) => figure,
            Err(given) => {
                self.wrong.insert(point.key.clone());
                return Err(not_whole(code(), &given));
            }
        };
        if figure.is_some() && point.filled_by != FilledBy::Municipality {
            return Err(Refusal::NotForUnit { point: code() });
        }
        if figure.is_some() && self.form.point(&point.key).is_none() {
            self.notes.push(Note::ObsoletePoint { point: code(), key: point.key.clone() });
        }
        match self.values.insert(point.key.clone(), figure) {
            Some(_) => Err(Refusal::PointTwice { point: code() }),
            None => Ok(()),
        }
    }

    /// Takes a remark.
    pub(super) fn remark(&mut self, point: &Point, text: &str) -> Result<(), Refusal> {
        match self.remarks.insert(point.key.clone(), text.to_owned()) {
            Some(_) => Err(Refusal::PointTwice { point: point.code.clone() }),
            None => Ok(()),
        }
    }

    /// The required points that are empty (K01).
    pub(super) fn missing(&self) -> impl Iterator<Item = &'a Point> {
        let filled = |key: &String| self.values.get(key).copied().flatten().is_some() || self.wrong.contains(key);
        self.form.points().filter(move |point| point.required && !filled(&point.key))
    }
}

fn not_whole(point: String, given: &str) -> Refusal {
    match given.trim_matches('"') {
        sign if SUPPRESSED.contains(&sign) => Refusal::Suppressed { point, given: sign.to_owned() },
        _ => Refusal::NotWhole { point, given: short(given) },
    }
}

/// The refusal of a required point that is empty.
pub(super) fn is_missing(point: &Point) -> Refusal {
    Refusal::MissingPoint { point: point.code.clone(), label: point.label.clone() }
}

/// The beginning of what was given.
pub(super) fn short(given: &str) -> String {
    given.chars().take(40).collect()
}
