//! The points of a file, each named by its key or its code, each once.
//! Imports `domain`.

use std::collections::BTreeMap;

use crate::domain::{
    form::{FilledBy, Form, Point},
    refusal::Refusal,
    register::Register,
    report::Values,
};

/// What a file says of the points of a form.
pub(super) struct Points<'a> {
    form: &'a Form,
    register: &'a Register,
    values: Values,
    remarks: BTreeMap<String, String>,
}

impl<'a> Points<'a> {
    pub(super) fn new(form: &'a Form, register: &'a Register) -> Self {
        Self { form, register, values: Values::new(), remarks: BTreeMap::new() }
    }

    /// Takes a figure; `given` is the cell as it was written, for a figure that is none.
    pub(super) fn value(&mut self, name: &str, figure: Result<Option<u32>, String>) -> Result<(), Refusal> {
        let point = self.find(name)?;
        let code = || point.code.clone();
        let figure = figure.map_err(|given| Refusal::NotWhole { point: code(), given: short(&given) })?;
        if figure.is_some() && point.filled_by != FilledBy::Municipality {
            return Err(Refusal::NotForUnit { point: code() });
        }
        match self.values.insert(point.key.clone(), figure) {
            Some(_) => Err(Refusal::PointTwice { point: code() }),
            None => Ok(()),
        }
    }

    /// Takes a remark.
    pub(super) fn remark(&mut self, name: &str, text: &str) -> Result<(), Refusal> {
        let point = self.find(name)?;
        match self.remarks.insert(point.key.clone(), text.to_owned()) {
            Some(_) => Err(Refusal::PointTwice { point: point.code.clone() }),
            None => Ok(()),
        }
    }

    /// The figures and remarks, if no required point is empty (K01).
    pub(super) fn finish(self, refusals: &mut Vec<Refusal>) -> (Values, BTreeMap<String, String>) {
        let empty = |point: &&Point| point.required && self.values.get(&point.key).copied().flatten().is_none();
        let missing = self.form.points().filter(empty);
        refusals.extend(
            missing.map(|point| Refusal::MissingPoint { point: point.code.clone(), label: point.label.clone() }),
        );
        (self.values, self.remarks)
    }

    /// The point with a key or a code. One that only an older form asks is taken: the backend marks it as obsolete.
    fn find(&self, name: &str) -> Result<&'a Point, Refusal> {
        let name = name.trim();
        let older = || self.register.forms.iter().rev().find_map(|form| form.find(name));
        let alike = |point: &&Point| plain(&point.key) == plain(name) || plain(&point.code) == plain(name);
        let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || " -_.".contains(letter));
        let hint = || self.form.points().filter(|_point| is_name).find(alike);
        self.form
            .find(name)
            .or_else(older)
            .ok_or_else(|| Refusal::UnknownPoint { given: short(name), hint: hint().map(|point| point.key.clone()) })
    }
}

/// Only the letters and digits of a name.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The beginning of what was given.
pub(super) fn short(given: &str) -> String {
    given.chars().take(40).collect()
}
