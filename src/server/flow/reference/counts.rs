//! What the extension count (7A) is for units that type the form from a new case system, by period.
//! Imports `domain`, `text` and `api`.

use serde_json::json;

use super::{Planned, differences, refused};
use crate::{
    api::fault::Fault,
    domain::{
        amendment::{Amendment, ReferenceKind},
        channel::CountSetting,
        refusal::{ReferenceFault, Refusal},
        unit::ExtensionRule,
    },
    server::{flow::fields, store::Store},
    text::clean,
};

/// The most letters of a reason and of a letter's number.
const LONGEST: [usize; 2] = [300, 60];

/// Judges a setting; it is in force for open cases as soon as it is stored.
pub(super) fn judge(
    store: &Store,
    period: &str,
    rule: Option<ExtensionRule>,
    why: Option<&str>,
    letter: Option<&str>,
) -> Result<Vec<Planned>, Fault> {
    let period = store.register().period(period)?;
    let hidden = fields::refuse_hidden(period.id.as_str(), &json!({ "why": why, "letter": letter }));
    if !hidden.is_empty() {
        return Err(Fault::refused_for(hidden));
    }
    let text = |given: Option<&str>, field: &str, most: usize| {
        let cleaned = given.map(clean::line).map(|text| text.trim().to_owned());
        let cleaned = cleaned.filter(|text| !text.is_empty());
        if cleaned.as_ref().is_some_and(|text| text.chars().count() > most) {
            return Err(Fault::refused(Refusal::BadField { field: field.to_owned() }));
        }
        Ok(cleaned)
    };
    let [longest_reason, longest_letter] = LONGEST;
    let after = match rule {
        None => None,
        Some(rule) => {
            let why = text(why, "why", longest_reason)?;
            let why = why.ok_or_else(|| refused(period.id.as_str(), ReferenceFault::NoReason))?;
            Some(CountSetting { rule, why, letter: text(letter, "letter", longest_letter)? })
        }
    };
    let before = store.register().counts.get(&period.id);
    if before == after.as_ref() {
        return Ok(Vec::new());
    }
    let content = after.as_ref().and_then(|after| serde_json::to_string(after).ok()).unwrap_or_default();
    let amendment =
        Amendment { kind: ReferenceKind::Counts, name: period.id.to_string(), from: period.id.to_string(), content };
    Ok(vec![Planned { amendment, changes: differences(period.id.as_str(), before, after.as_ref()) }])
}
