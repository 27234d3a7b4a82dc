//! Refusals and faults in sentences: what is wrong, where, and what to do.
//! Imports `domain` and `api`.

use serde_json::Value;

use super::{Texts, clean, date, foreign};
use crate::{
    api::{
        fault::{Fault, FaultKind, Problem, Stored},
        reference::ReferenceWarning,
    },
    domain::{
        note::Note,
        query::Vocabulary,
        refusal::{BadReference, Refusal},
    },
};

/// The sentence of a refusal.
///
/// The text is the one whose id is the refusal's code, and its blanks are the refusal's fields; a refusal with a hint
/// has a text of its own.
#[must_use]
pub fn say(texts: &Texts, refusal: &Refusal) -> String {
    if let Refusal::BadFile { line, fault } = refusal {
        let what = say_value(texts, "file", "what", fault);
        return match line {
            Some(line) => texts.with("refusal-bad-file-line", &[("line", &line.to_string()), ("what", &what)]),
            None => texts.with("refusal-bad-file", &[("what", &what)]),
        };
    }
    if let Refusal::InRow { line, why } = refusal {
        return texts.with("refusal-in-row", &[("line", &line.to_string()), ("why", &say(texts, why))]);
    }
    if let Refusal::BadReference(BadReference { about, fault }) = refusal {
        let what = say_value(texts, "reference-fault", "what", fault);
        return texts.with("refusal-bad-reference", &[("about", &clean::line(about)), ("what", &what)]);
    }
    if let Refusal::BadQuery { term, fault } = refusal {
        let said = Vocabulary::embedded().map(|words| words.in_language(fault, texts.language()));
        let what = say_value(texts, "query", "what", said.as_ref().unwrap_or(fault));
        return texts.with("refusal-bad-query", &[("term", &clean::line(term)), ("what", &what)]);
    }
    if let Refusal::Application(fault) = refusal {
        let what = say_value(texts, "application", "what", fault);
        return texts.with("refusal-application", &[("what", &what)]);
    }
    if let Refusal::FromRegister(fault) = refusal {
        let what = say_value(texts, "from-register", "what", fault);
        return texts.with("refusal-from-register", &[("what", &what)]);
    }
    if let Refusal::Together(fault) = refusal {
        let what = say_value(texts, "together", "what", fault);
        return texts.with("refusal-together", &[("what", &what)]);
    }
    if let Refusal::SameVersion { newest } = refusal {
        let next = (newest + 1).to_string();
        return texts.with("refusal-same-version", &[("newest", &newest.to_string()), ("next", &next)]);
    }
    say_value(texts, "refusal", "code", refusal)
}

/// The sentence of a note on a file.
#[must_use]
pub fn note(texts: &Texts, note: &Note) -> String {
    say_value(texts, "note", "code", note)
}

/// The sentence of a warning about reference data, with its day as days are written.
#[must_use]
pub fn warning(texts: &Texts, warning: &ReferenceWarning) -> String {
    let mut value = serde_json::to_value(warning).unwrap_or_default();
    if let Some(said) = value.get_mut("day")
        && let Some(day) = said.as_str().and_then(|day| day.parse().ok())
    {
        *said = Value::String(date::day(day));
    }
    say_value(texts, "reference-warning", "what", &value)
}

/// The text of a tagged value: its id is the family and the tag, its blanks are the other fields.
fn say_value(texts: &Texts, family: &str, tag: &str, value: &impl serde::Serialize) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(value) else {
        return String::new();
    };
    let name = fields.get(tag).and_then(Value::as_str).unwrap_or_default().replace('_', "-");
    let hinted = fields.get("hint").is_some_and(|hint| !hint.is_null());
    let id = format!("{family}-{name}{}", if hinted { "-hint" } else { "" });
    // What a reader of the file said is no sentence of ours.
    let word =
        |field: &str, value: &str| if field == "detail" { foreign::say(texts, value) } else { clean::line(value) };
    let words = fields.iter().filter_map(|(field, value)| Some((field.as_str(), word(field, value.as_str()?))));
    let words: Vec<(&str, String)> = words.collect();
    let words: Vec<(&str, &str)> = words.iter().map(|(field, word)| (*field, word.as_str())).collect();
    let numbers: Vec<(&str, i64)> =
        fields.iter().filter_map(|(field, value)| Some((field.as_str(), value.as_i64()?))).collect();
    texts.with_numbers(&id, &words, &numbers)
}

/// The headline of a fault: what happened.
#[must_use]
pub fn headline(texts: &Texts, kind: FaultKind) -> String {
    texts.of_family("fault", &kind)
}

/// The advice of a fault: what to do now.
#[must_use]
pub fn advice(texts: &Texts, kind: FaultKind) -> String {
    texts.say(&format!("fault-{}-advice", super::wire_name(&kind)))
}

/// A fault in sentences: the reasons where there are any, else what happened, whether anything was stored, what to do.
#[must_use]
pub fn say_fault(texts: &Texts, fault: &Fault) -> String {
    let reasons: Vec<String> = fault.refusals.iter().map(|refusal| say(texts, refusal)).collect();
    if !reasons.is_empty() {
        return reasons.join(" ");
    }
    let stored = match (fault.stored, fault.kind) {
        (Stored::No, FaultKind::Away | FaultKind::Storage | FaultKind::Internal) => texts.say("fault-nothing-stored"),
        _ => String::new(),
    };
    let by = fault.by.as_deref().map(clean::line);
    let by = by.map(|name| texts.with(first(fault.kind), &[("name", &name)])).unwrap_or_default();
    let parts = [headline(texts, fault.kind), by, stored, advice(texts, fault.kind)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The sentence that names the other person: who decided, or whose it is.
#[must_use]
pub fn first(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::NotAllowed => "fault-belongs-to",
        FaultKind::Held => "fault-held-by",
        _ => "fault-decided-by",
    }
}

/// A fault of a request that only reads: as [`say_fault`], but without a word on what was stored, which would seem to
/// speak of the decision that was made a moment before.
#[must_use]
pub fn say_unread(texts: &Texts, fault: &Fault) -> String {
    if !fault.refusals.is_empty() {
        return say_fault(texts, fault);
    }
    let parts = [headline(texts, fault.kind), advice(texts, fault.kind)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The problem document of a fault.
#[must_use]
pub fn problem(texts: &Texts, fault: &Fault, status: u16) -> Problem {
    Problem {
        type_uri: format!("urn:sfv:problem:{}", super::wire_name(&fault.kind)),
        title: headline(texts, fault.kind),
        status,
        detail: if fault.detail.is_empty() { say_fault(texts, fault) } else { fault.detail.clone() },
        kind: fault.kind,
        stored: fault.stored,
        refusals: fault.refusals.clone(),
        errors: fault.refusals.iter().map(|refusal| say(texts, refusal)).collect(),
        version: fault.version,
        state: fault.state,
        by: fault.by.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::refusal::FileFault;

    fn check(refusal: &Refusal, sentence: &str) {
        let texts = Texts::of("nb").expect("the texts of the program");
        assert_eq!(say(&texts, refusal), sentence);
    }

    #[test]
    fn a_refusal_says_what_is_wrong_with_the_figures_in_it() {
        check(
            &Refusal::ExtensionsAboveReported { given: 5, reported: 3 },
            "5 utvidelser (7A) er flere enn de 3 sakene med 3–6 måneder som enheten har oppgitt (2E).",
        );
        check(
            &Refusal::UnknownUnit { given: "301".into(), hint: Some("0301".into()) },
            "Ukjent rapporteringsenhet «301». Mente du 0301? Nummeret skrives med alle nuller.",
        );
        check(
            &Refusal::UnknownUnit { given: "\u{1b}[2J".into(), hint: None },
            "Ukjent rapporteringsenhet «\u{fffd}[2J».",
        );
        check(
            &Refusal::BadFile { line: Some(3), fault: FileFault::MissingColumn { column: "unit".into() } },
            "Filen kan ikke leses, linje 3: kolonnen «unit» mangler.",
        );
        check(&Refusal::SameVersion { newest: 1 }, "Versjon 1 er alt levert. Neste versjon er 2.");
    }

    #[test]
    fn every_kind_of_fault_has_a_headline_and_advice() {
        let texts = Texts::of("nb").expect("the texts of the program");
        for kind in FaultKind::ALL {
            let name = super::super::wire_name(&kind);
            assert!(texts.has(&format!("fault-{name}")) && texts.has(&format!("fault-{name}-advice")), "{name}");
        }
    }
}
