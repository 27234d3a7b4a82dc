//! A report as JSON: `{unit, period, values, remarks, submitter}`.
//! Imports `api` and `domain`.

use jiff::Timestamp;
use serde::Deserialize;

use super::{
    Imported, bad_file, head,
    names::Names,
    points::{self, Points, short},
};
use crate::{
    api::pairs::{Member, Pairs},
    domain::{
        refusal::{FileFault, Refusal},
        register::Register,
        report::{Source, Submission, Submitter},
    },
};

/// The longest of the reader's own words; they quote the file.
const LONGEST_DETAIL: usize = 160;

/// The file as it is written; what the fields hold is judged afterwards, so that all mistakes are told at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Member,
    period: Member,
    #[serde(default)]
    version: Option<Member>,
    values: Pairs,
    #[serde(default)]
    remarks: Pairs,
    #[serde(default)]
    submitter: Option<Pairs>,
    #[serde(default)]
    source: Source,
    #[serde(default)]
    generated_at: Option<Timestamp>,
}

/// Reads a report.
pub(super) fn read(text: &str, register: &Register, sender: &Submitter) -> Result<Imported, Vec<Refusal>> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let detail = error.to_string().chars().take(LONGEST_DETAIL).collect();
        vec![bad_file(Some(error.line()).filter(|line| *line > 0), FileFault::Json { detail })]
    })?;
    let mut refusals = Vec::new();
    let submitter = submitter(file.submitter.as_ref(), sender, &mut refusals);
    let version = version(file.version.as_ref(), &mut refusals);
    let head = head(&plain(&file.unit), &plain(&file.period), register, &mut refusals);
    let Some((unit, period, form)) = head else { return Err(refusals) };
    let mut points = Points::new(form);
    take(&file, &Names::exact(form, register), &mut points, &mut refusals);
    refusals.extend(points.missing().map(points::is_missing));
    let Points { values, remarks, notes, .. } = points;
    let report = Submission {
        unit,
        period,
        version,
        values,
        remarks,
        submitter,
        source: file.source,
        generated_at: file.generated_at,
    };
    if refusals.is_empty() { Ok(Imported { reports: vec![report], notes }) } else { Err(refusals) }
}

fn take(file: &File, names: &Names<'_>, points: &mut Points<'_>, refusals: &mut Vec<Refusal>) {
    for (name, value) in &file.values.0 {
        refusals.extend(names.point(name).and_then(|point| points.take(point, figure(value))).err());
    }
    for (name, value) in &file.remarks.0 {
        let taken = match value {
            Member::Text(text) => names.point(name).and_then(|point| points.remark(point, text)),
            Member::Null => Ok(()),
            _ => Err(Refusal::BadField { field: format!("remarks.{}", short(name)) }),
        };
        refusals.extend(taken.err());
    }
}

/// A whole number that is not negative, or nothing; else as it was written.
fn figure(value: &Member) -> Result<Option<u32>, String> {
    match value {
        Member::Null => Ok(None),
        other => other.whole().map(Some).ok_or_else(|| other.to_string()),
    }
}

/// A name; a number that stands where a name should is taken as it is written, so that `301` gets its hint.
fn plain(value: &Member) -> String {
    match value {
        Member::Text(text) => text.clone(),
        other => other.to_string(),
    }
}

fn submitter(given: Option<&Pairs>, sender: &Submitter, refusals: &mut Vec<Refusal>) -> Submitter {
    let Some(given) = given else { return sender.clone() };
    let submitter = person(given).filter(|person| !person.name.trim().is_empty() && person.email.contains('@'));
    submitter.unwrap_or_else(|| {
        refusals.push(Refusal::BadField { field: "submitter".to_owned() });
        sender.clone()
    })
}

/// A person, if each field is a text and stands once.
fn person(given: &Pairs) -> Option<Submitter> {
    let (mut name, mut email, mut phone) = (None, None, None);
    for (field, value) in &given.0 {
        let place = match field.as_str() {
            "name" => &mut name,
            "email" => &mut email,
            "phone" => &mut phone,
            _ => return None,
        };
        let Member::Text(text) = value else { return None };
        if place.replace(text.clone()).is_some() {
            return None;
        }
    }
    Some(Submitter { name: name?, email: email?, phone: phone.unwrap_or_default() })
}

fn version(given: Option<&Member>, refusals: &mut Vec<Refusal>) -> Option<u32> {
    let given = given?;
    let version = given.whole().filter(|version| *version > 0);
    if version.is_none() {
        refusals.push(Refusal::BadField { field: "version".to_owned() });
    }
    version
}
