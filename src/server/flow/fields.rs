//! Names, addresses and other short fields: cleaned and bounded.
//! Imports `domain` and `text`.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::{
    domain::{
        reach,
        refusal::{BadReference, ReferenceFault, Refusal},
    },
    text::clean,
};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest e-mail address.
pub const LONGEST_EMAIL: usize = 254;
/// The longest telephone number.
pub const LONGEST_PHONE: usize = 40;
/// The longest remark to a point, or note on one.
pub const LONGEST_REMARK: usize = 2000;

/// The fields of what an administrator wrote, however deep they lie, with a sign that does not show or that turns the writing
/// direction. Elsewhere such a sign is replaced with a mark; what an administrator sets is read by everybody, and is written anew.
pub fn hidden(given: &impl Serialize) -> Vec<String> {
    let mut found = BTreeSet::new();
    if let Ok(value) = serde_json::to_value(given) {
        look(&value, "", &mut found);
    }
    found.into_iter().collect()
}

fn look(value: &Value, field: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if clean::hides(text) => drop(found.insert(field.to_owned())),
        Value::Array(values) => values.iter().for_each(|value| look(value, field, found)),
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = clean::line(field);
                if clean::hides(field) {
                    found.insert(name.clone());
                }
                look(value, &name, found);
            }
        }
        _ => {}
    }
}

/// The same as refusals that say of what the fields are.
pub fn refuse_hidden(about: &str, given: &impl Serialize) -> Vec<Refusal> {
    let refusal = |field| {
        let about = clean::line(about).chars().take(40).collect();
        Refusal::BadReference(BadReference { about, fault: ReferenceFault::HiddenSign { field } })
    };
    hidden(given).into_iter().map(refusal).collect()
}

/// A line that must say something.
pub fn line(field: &str, given: &str, longest: usize, refusals: &mut Vec<Refusal>) -> String {
    let cleaned = clean::line(given).trim().to_owned();
    if cleaned.is_empty() || cleaned.chars().count() > longest {
        refusals.push(Refusal::BadField { field: field.to_owned() });
    }
    cleaned
}

/// A telephone number, which may be blank.
pub fn phone(field: &str, given: &str, refusals: &mut Vec<Refusal>) -> String {
    let cleaned = clean::line(given).trim().to_owned();
    if cleaned.chars().count() > LONGEST_PHONE {
        refusals.push(Refusal::BadField { field: field.to_owned() });
    }
    cleaned
}

/// An e-mail address that the mail library accepts, so that no header can be smuggled in and no delivery fails for it.
pub fn email(field: &str, given: &str, refusals: &mut Vec<Refusal>) -> String {
    let cleaned = clean::line(given).trim().to_owned();
    let whole = cleaned.len() <= LONGEST_EMAIL && cleaned.matches('@').count() == 1;
    if !whole || reach::email(&cleaned).is_err() || cleaned.parse::<lettre::Address>().is_err() {
        refusals.push(Refusal::BadField { field: field.to_owned() });
    }
    cleaned
}

/// Prose that may be blank.
pub fn prose(field: &str, given: &str, longest: usize, refusals: &mut Vec<Refusal>) -> String {
    let cleaned = clean::prose(given);
    if cleaned.chars().count() > longest {
        refusals.push(Refusal::BadField { field: field.to_owned() });
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_could_break_a_mail_header_is_refused() {
        for given in ["", "a", "a@b@c.no", "a@b.no\r\nBcc: x@y.no", "a b@c.no", "<a@b.no>", "@b.no", "a@"] {
            let mut refusals = Vec::new();
            email("email", given, &mut refusals);
            assert_eq!(refusals, [Refusal::BadField { field: "email".to_owned() }], "{given:?}");
        }
        let mut refusals = Vec::new();
        assert_eq!(email("email", " kari@elverum.kommune.example ", &mut refusals), "kari@elverum.kommune.example");
        assert_eq!(refusals, []);
    }

    #[test]
    fn a_line_is_bounded_and_loses_its_escapes() {
        let mut refusals = Vec::new();
        assert_eq!(line("name", "Kari\u{1b}[2J", LONGEST_NAME, &mut refusals), "Kari\u{fffd}[2J");
        line("name", &"x".repeat(201), LONGEST_NAME, &mut refusals);
        line("name", " ", LONGEST_NAME, &mut refusals);
        assert_eq!(refusals.len(), 2);
    }
}
