//! What a package holds: metadata, every version, decisions, findings, events with their hashes, receipts and checksums.
//! Imports `api`, `domain` and `text`.

use std::collections::BTreeSet;

use serde_json::json;

use super::{Files, Material, metadata, public, report};
use crate::{
    api::{
        audit::Receipt,
        case::{AccessCase, Case, ReportCase},
    },
    cli::{failure::Failure, table::Table},
    domain::{chain::Entry, report::Version},
    text::{Texts, clean, date, number, receipt},
};

/// One document of the case: what it is, and the files it lies in.
pub(super) struct Document {
    /// Its title.
    pub(super) title: String,
    /// What it is: the family `archive-document`.
    pub(super) kind: &'static str,
    /// The files.
    pub(super) files: Vec<String>,
}

/// The files of a package.
pub(super) fn bundle(material: &Material<'_>) -> Result<Files, Failure> {
    let mut files = Files::default();
    let documents = match &material.case {
        Case::Report(case) => of_report(material, case, &mut files)?,
        Case::Access(case) => of_request(material, case, &mut files)?,
    };
    let decisions = material.case.decisions();
    let shown: Vec<_> = decisions
        .iter()
        .map(|made| {
            let mut made = made.clone();
            if material.public {
                // Words can hold any figure, and a recipient is a person.
                made.comment = None;
                made.extensions = None;
                made.breaches = None;
                made.receipt = None;
                made.asked.clear();
                made.deliveries.clear();
            }
            made
        })
        .collect();
    files.json("beslutninger.json", &shown)?;
    let receipts: Vec<&Receipt> = decisions.iter().filter_map(|made| made.receipt.as_ref()).collect();
    if !material.public && !receipts.is_empty() {
        for (place, one) in receipts.iter().enumerate() {
            let number = place + 1;
            files.json(&format!("kvitteringer/kvittering-{number}.json"), one)?;
            files.text(&format!("kvitteringer/kvittering-{number}.txt"), &receipt::lines(material.texts, one));
        }
    }
    let lines = material.log.iter().map(|entry| logged(entry, material.public)).collect::<Result<Vec<_>, _>>();
    files.text("hendelser.jsonl", &lines.map_err(|error| Failure::Internal(error.to_string()))?);
    let readme = if material.public { "archive-readme-public" } else { "archive-readme" };
    files.text("LESMEG.txt", &material.texts.say(readme).lines().map(str::to_owned).collect::<Vec<_>>());
    let metadata = metadata::of(material, &documents, &files)?;
    files.json("metadata.json", &metadata)?;
    Ok(files)
}

/// An event as a line; for the public only what was done and when, so that its hash cannot be worked out.
fn logged(entry: &Entry, public: bool) -> Result<String, serde_json::Error> {
    if !public {
        return serde_json::to_string(entry);
    }
    let Entry { seq, at, kind, version, decision, hash, .. } = entry;
    serde_json::to_string(&json!({
        "seq": seq, "at": at, "kind": kind, "version": version, "decision": decision, "hash": hash,
    }))
}

fn of_report(material: &Material<'_>, case: &ReportCase, files: &mut Files) -> Result<Vec<Document>, Failure> {
    let mut documents = Vec::new();
    for version in &case.versions {
        let hidden = if material.public { public::hidden(&case.form, &version.values) } else { BTreeSet::new() };
        let (json, text) =
            (format!("rapport/versjon-{}.json", version.version), format!("rapport/versjon-{}.txt", version.version));
        let values = public::suppressed(&version.values, &hidden);
        let mut shown = json!({
            "reference": case.row.reference,
            "unit": case.unit.no,
            "period": case.period.id,
            "form": case.form.version,
            "version": version.version,
            "received_at": version.received_at,
            "late": version.late,
            "values": values,
        });
        if let Some(fields) = shown.as_object_mut() {
            if material.public {
                fields.insert("suppressed".to_owned(), json!(hidden));
            } else {
                fields.insert("remarks".to_owned(), json!(version.remarks));
                fields.insert("submitter".to_owned(), json!(version.submitter));
            }
        }
        files.json(&json, &shown)?;
        files.text(&text, &version_text(material.texts, case, version, &hidden, material.public));
        let number = version.version.to_string();
        let values = [
            ("unit", clean::line(&case.unit.name)),
            ("period", clean::line(&case.period.name_long)),
            ("version", number),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        documents.push(Document {
            title: material.texts.with("archive-title-report", &values),
            kind: "report",
            files: vec![json, text],
        });
    }
    if !material.public {
        // What the rules say now, with the pack that says it.
        files.json(
            "funn.json",
            &json!({ "pack": case.review.pack, "findings": case.review.findings, "answers": case.review.answers }),
        )?;
        files.text("sak.txt", &report::lines(material.texts, case));
    }
    Ok(documents)
}

fn of_request(material: &Material<'_>, case: &AccessCase, files: &mut Files) -> Result<Vec<Document>, Failure> {
    if material.public {
        // A request is about a person: of it the public gets that there was one.
        files.json(
            "soknad.json",
            &json!({ "reference": case.row.reference, "unit": case.unit.no, "received_at": case.row.received_at }),
        )?;
        return Ok(Vec::new());
    }
    files.json("soknad.json", &json!({ "reference": case.row.reference, "received_at": case.row.received_at, "application": case.application }))?;
    files.text("soknad.txt", &super::access::lines(material.texts, case));
    let values = [("unit", clean::line(&case.unit.name))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let title = material.texts.with("archive-title-request", &values);
    Ok(vec![Document { title, kind: "request", files: vec!["soknad.json".to_owned(), "soknad.txt".to_owned()] }])
}

/// A version in plain words.
fn version_text(
    texts: &Texts,
    case: &ReportCase,
    version: &Version,
    hidden: &BTreeSet<String>,
    public: bool,
) -> Vec<String> {
    let mut head = Table::plain();
    let mut fact = |id: &str, value: String| head.push(vec![texts.say(&format!("cli-fact-{id}")), value]);
    fact("reference", clean::line(case.row.reference.as_str()));
    fact("unit", clean::line(&format!("{} {}", case.unit.no.as_str(), case.unit.name)));
    fact("period", clean::line(&case.period.name_long));
    fact("form", clean::line(&case.form.version));
    fact("version", format!("{}, {}", version.version, date::moment(version.received_at)));
    if !public {
        let sender = &version.submitter;
        fact("submitter", clean::line(&format!("{}, {}, {}", sender.name, sender.email, sender.phone)));
    }
    let mut lines = head.lines();
    for section in &case.form.sections {
        let asked: Vec<_> = section.points.iter().filter(|point| version.values.contains_key(&point.key)).collect();
        if asked.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(format!("{} {}", section.no, clean::line(&section.title)));
        let mut table = Table::plain();
        for point in asked {
            let figure = version.values.get(&point.key).copied().flatten();
            let shown = if hidden.contains(&point.key) {
                texts.say("archive-hidden")
            } else {
                figure.map_or_else(|| "–".to_owned(), |figure| number::whole(i64::from(figure)))
            };
            table.push(vec![format!("  {}", clean::line(&point.code)), shown, clean::line(&point.label)]);
        }
        lines.extend(table.lines());
    }
    if !public && !version.remarks.is_empty() {
        lines.push(String::new());
        lines.push(texts.say("cli-remarks"));
        for (key, text) in &version.remarks {
            let code = case.form.point(key).map_or(key.as_str(), |point| point.code.as_str());
            lines.push(format!("  {}: {}", clean::line(code), clean::line(text)));
        }
    }
    lines
}
