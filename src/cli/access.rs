//! An access request as plain text.
//! Imports `api` and `text`.

use super::{report, table::Table};
use crate::{
    api::case::AccessCase,
    text::{Texts, clean, date},
};

/// An access request in full.
pub(super) fn lines(texts: &Texts, case: &AccessCase) -> Vec<String> {
    let application = &case.application;
    let mut table = Table::plain();
    let mut fact = |id: &str, value: &str| table.push(vec![texts.say(&format!("cli-fact-{id}")), clean::line(value)]);
    fact("reference", case.row.reference.as_str());
    fact("applicant", &application.name);
    fact("email", &application.email);
    fact("phone", &application.phone);
    fact("represents", &application.represents);
    fact("unit", &format!("{} {}", case.unit.no.as_str(), case.unit.name));
    fact("received", &date::moment(case.row.received_at));
    fact("state", &texts.of_family("cli-state", &case.row.state));
    fact("seems", &texts.of_family("cli-applicant", &case.applicant));
    let signs: Vec<String> = case.signs.iter().map(|sign| texts.of_family("cli-sign", sign)).collect();
    fact("signs", &signs.join(", "));
    let mut lines = table.lines();
    lines.push(String::new());
    lines.extend(report::draft(texts, case.draft.as_ref()));
    lines.extend(report::decisions(texts, &case.decisions));
    let of_decisions = case.decisions.iter().flat_map(|made| &made.deliveries);
    lines.extend(report::deliveries(texts, of_decisions.chain(&case.deliveries)));
    lines.extend(report::timeline(texts, &case.events));
    lines
}
