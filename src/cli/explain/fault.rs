//! A failure explained: its sentence, what to do, and with which code a command ends.
//! Imports `api`, `domain` and `text`.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::{
    api::fault::{Fault, FaultKind, Stored},
    cli::{card::Card, failure},
    domain::{
        note::Note,
        refusal::{FileFault, Refusal},
    },
    text::{Texts, refusal, wire_name},
};

/// The exit code of a refusal.
const REFUSED: u8 = 65;
/// What stands before the kind in a problem document.
const URN: &str = "urn:sfv:problem:";

/// A failure, explained.
#[derive(Debug, Serialize)]
pub(super) struct FaultCard {
    /// Its name in a JSON answer.
    code: String,
    kind: Kind,
    says: String,
    advice: Option<String>,
    exit_code: Option<u8>,
    stored: Option<Stored>,
}

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Fault,
    Refusal,
    FileFault,
    Note,
}

/// Every name that can be explained.
pub(super) fn names() -> Vec<String> {
    let faults = FaultKind::ALL.iter().map(wire_name);
    faults.chain(codes().into_iter().map(|(_, code)| code.replace('_', "-"))).collect()
}

/// The names of reasons, with their kind.
fn codes() -> Vec<(Kind, String)> {
    let of = |kind: Kind, names: Vec<String>| names.into_iter().map(move |name| (kind, name));
    let refusals = of(Kind::Refusal, members::<Refusal>("code"));
    let files = of(Kind::FileFault, members::<FileFault>("what"));
    refusals.chain(files).chain(of(Kind::Note, members::<Note>("code"))).collect()
}

/// The names of the members of a tagged enum. Its reader names all of them when it meets one that it does not know.
fn members<T: DeserializeOwned>(tag: &str) -> Vec<String> {
    let Err(error) = serde_json::from_value::<T>(json!({ tag: "" })) else { return Vec::new() };
    error.to_string().split('`').skip(3).step_by(2).map(ToOwned::to_owned).collect()
}

impl FaultCard {
    /// The failure that a name means, with hyphens or underscores.
    pub(super) fn find(texts: &Texts, name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let name = name.strip_prefix(URN).unwrap_or(&name).replace('-', "_");
        let fault = FaultKind::ALL.into_iter().find(|kind| wire_name(kind).replace('-', "_") == name);
        if let Some(kind) = fault {
            let fault = Fault::new(kind);
            return Some(Self {
                code: name,
                kind: Kind::Fault,
                says: refusal::headline(texts, kind),
                advice: Some(failure::advice(texts, &fault)),
                exit_code: Some(fault.exit_code()),
                stored: Some(fault.stored),
            });
        }
        let (kind, code) = codes().into_iter().find(|(_, code)| *code == name)?;
        let family = match kind {
            Kind::Refusal | Kind::Fault => "refusal",
            Kind::FileFault => "file",
            Kind::Note => "note",
        };
        let id = code.replace('_', "-");
        let says = match code.as_str() {
            // There is no key to press at a command line.
            "extensions_missing" => texts.say("cli-extensions-missing"),
            _ => with_gaps(&texts.say(&format!("{family}-{id}"))),
        };
        let is_refused = kind != Kind::Note;
        let exit_code = is_refused.then_some(REFUSED);
        Some(Self { code, kind, says, advice: None, exit_code, stored: is_refused.then_some(Stored::No) })
    }

    /// The card for people.
    pub(super) fn card(&self, texts: &Texts) -> Card {
        let mut card = Card::new(self.code.replace('_', "-"));
        let kind = match self.kind {
            Kind::Fault => "about-fault",
            Kind::Refusal => "about-refusal",
            Kind::FileFault => "about-file-fault",
            Kind::Note => "about-note-code",
        };
        card.fact(texts.say("about-kind"), texts.say(kind));
        card.fact(texts.say("about-what"), &self.says);
        card.fact(texts.say("about-what-now"), self.advice.clone().unwrap_or_default());
        card.fact(texts.say("about-exit-code"), self.exit_code.map(|code| code.to_string()).unwrap_or_default());
        let stored = self.stored.map(|stored| texts.of_family("about-stored", &stored));
        card.fact(texts.say("about-stored"), stored.unwrap_or_default());
        card
    }
}

/// A sentence whose blanks nobody has filled: an ellipsis stands for each.
fn with_gaps(sentence: &str) -> String {
    let mut parts = sentence.split("{$");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('…');
        text.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::DEFAULT_LANGUAGE;

    #[test]
    fn every_reason_has_its_name_and_its_sentence_without_open_blanks() {
        let texts = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
        let names = names();
        for known in ["version-changed", "extensions-missing", "small-group", "mixed", "latin-assumed"] {
            assert_eq!(names.iter().any(|name| name == known), known != "small-group", "{known}");
        }
        for name in names {
            let card = FaultCard::find(&texts, &name).unwrap_or_else(|| panic!("{name}"));
            assert!(!card.says.is_empty() && !card.says.contains(['‹', '$', '{']), "{name}: {}", card.says);
        }
    }

    #[test]
    fn a_blank_that_nobody_fills_is_an_ellipsis() {
        assert_eq!(with_gaps("Punkt {$point} ({$label}) mangler."), "Punkt … (…) mangler.");
        assert_eq!(with_gaps("uten"), "uten");
        assert_eq!(with_gaps("{$halv"), "…");
    }
}
