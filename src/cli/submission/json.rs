//! A report as JSON: `{unit, period, values, remarks, submitter}`.
//! Imports `domain`.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

use super::{bad_file, head, points::Points};
use crate::domain::{
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Submission, Submitter},
};

/// The file as it is written; what the fields hold is judged afterwards, so that all mistakes are told at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Value,
    period: Value,
    #[serde(default)]
    version: Option<Value>,
    values: Pairs,
    #[serde(default)]
    remarks: Pairs,
    #[serde(default)]
    submitter: Option<Value>,
}

/// The fields of an object in their order, twins included: a map would keep only the last.
#[derive(Default)]
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

/// Reads a report.
pub(super) fn read(text: &str, register: &Register, sender: &Submitter) -> Result<Submission, Vec<Refusal>> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let fault = FileFault::Json { detail: error.to_string() };
        vec![bad_file(Some(error.line()).filter(|line| *line > 0), fault)]
    })?;
    let mut refusals = Vec::new();
    let submitter = submitter(file.submitter, sender, &mut refusals);
    let version = version(file.version, &mut refusals);
    let head = head(&plain(&file.unit), &plain(&file.period), register, &mut refusals);
    let Some((unit, period, mut points)) = head else { return Err(refusals) };
    take(&file.values, &file.remarks, &mut points, &mut refusals);
    let (values, remarks) = points.finish(&mut refusals);
    if refusals.is_empty() {
        Ok(Submission { unit, period, version, values, remarks, submitter })
    } else {
        Err(refusals)
    }
}

fn take(values: &Pairs, remarks: &Pairs, points: &mut Points<'_>, refusals: &mut Vec<Refusal>) {
    for (name, value) in &values.0 {
        refusals.extend(points.value(name, figure(value)).err());
    }
    for (name, value) in &remarks.0 {
        let taken = match value {
            Value::String(text) => points.remark(name, text),
            Value::Null => Ok(()),
            _ => Err(Refusal::BadField { field: format!("remarks.{}", super::points::short(name)) }),
        };
        refusals.extend(taken.err());
    }
}

/// A whole number that is not negative, or nothing; else as it was written.
fn figure(value: &Value) -> Result<Option<u32>, String> {
    match value {
        Value::Null => Ok(None),
        other => other.as_u64().and_then(|whole| u32::try_from(whole).ok()).map(Some).ok_or_else(|| other.to_string()),
    }
}

/// A name; a number that stands where a name should is taken as it is written, so that `301` gets its hint.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn submitter(given: Option<Value>, sender: &Submitter, refusals: &mut Vec<Refusal>) -> Submitter {
    let Some(given) = given.filter(|given| !given.is_null()) else { return sender.clone() };
    match serde_json::from_value::<Submitter>(given) {
        Ok(submitter) if !submitter.name.trim().is_empty() && submitter.email.contains('@') => submitter,
        _ => {
            refusals.push(Refusal::BadField { field: "submitter".to_owned() });
            sender.clone()
        }
    }
}

fn version(given: Option<Value>, refusals: &mut Vec<Refusal>) -> Option<u32> {
    let given = given.filter(|given| !given.is_null())?;
    let version = figure(&given).ok().flatten().filter(|version| *version > 0);
    if version.is_none() {
        refusals.push(Refusal::BadField { field: "version".to_owned() });
    }
    version
}
