//! Which texts an administrator may set anew, and whether new words can be right: `config/templates.toml`.
//! Imports `domain` and `text`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    notice::fill,
    sheets::{Parts, Sheets},
};
use crate::{
    checks::identity,
    domain::{refusal::ReferenceFault, register::BadData, unit::Language},
    text::clean,
};

const FILE: (&str, &str) = ("config/templates.toml", include_str!("../../../config/templates.toml"));
/// What a sign is replaced with that may not stand in a text.
const MARK: char = '\u{fffd}';
/// The part that is one line and says nothing but which case.
const SUBJECT: &str = "subject";

/// Which texts may be set, and what each must hold.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settable {
    digits: usize,
    secrets: Vec<String>,
    limits: BTreeMap<String, usize>,
    forbidden: BTreeMap<String, Vec<String>>,
    sample: Sample,
    #[serde(rename = "template")]
    templates: Vec<SettableText>,
}

/// Made-up values of the blanks: those of both languages, and those of each.
#[derive(Debug, Clone, Deserialize)]
struct Sample {
    nb: BTreeMap<String, String>,
    nn: BTreeMap<String, String>,
    #[serde(flatten)]
    both: BTreeMap<String, String>,
}

/// A text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettableText {
    /// Its name.
    pub id: String,
    /// The blanks that each part must have.
    #[serde(default)]
    pub needs: BTreeMap<String, Vec<String>>,
    /// What each part must say besides: how the case is opened, and what the law wants said.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
    /// True for one that nobody may set.
    #[serde(default)]
    pub fixed: bool,
    /// Why nobody may.
    #[serde(default)]
    pub because: String,
}

impl Settable {
    /// What is built into the program.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        toml::from_str(FILE.1).map_err(|error| BadData { file: FILE.0.to_owned(), detail: error.to_string() })
    }

    /// The text with a name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&SettableText> {
        self.templates.iter().find(|text| text.id == name)
    }

    /// The names of all texts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.templates.iter().map(|text| text.id.as_str())
    }

    /// The most characters of a part.
    #[must_use]
    pub fn limit(&self, part: &str) -> usize {
        self.limits.get(part).copied().unwrap_or_default()
    }

    /// The parts of a text on made-up values.
    #[must_use]
    pub fn preview(&self, parts: &Parts, language: Language) -> Parts {
        let own = if language == Language::Nn { &self.sample.nn } else { &self.sample.nb };
        let values: Vec<(&str, &str)> =
            own.iter().chain(&self.sample.both).map(|(blank, value)| (blank.as_str(), value.as_str())).collect();
        parts.iter().map(|(part, words)| (part.clone(), fill(words, &values))).collect()
    }

    /// New words of a text, made harmless, if they can be right. What a point of the form is called is a figure.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn judge(
        &self,
        text: &SettableText,
        now: &Parts,
        given: &Parts,
        is_figure: impl Fn(&str) -> bool,
    ) -> Result<Parts, Vec<ReferenceFault>> {
        let mut faults = Vec::new();
        if text.fixed {
            return Err(vec![ReferenceFault::TextFixed { why: text.because.clone() }]);
        }
        let allowed = || now.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        let strange = given.keys().filter(|part| !now.contains_key(*part));
        faults.extend(strange.map(|part| ReferenceFault::StrangePart { field: named(part), allowed: allowed() }));
        let mut parts = Parts::new();
        for part in now.keys() {
            let words = given.get(part).map(|words| clean::prose(words).trim_end().to_owned()).unwrap_or_default();
            self.judge_part(text, part, &words, &is_figure, &mut faults);
            parts.insert(part.clone(), words);
        }
        if faults.is_empty() { Ok(parts) } else { Err(faults) }
    }

    fn judge_part(
        &self,
        text: &SettableText,
        part: &str,
        words: &str,
        is_figure: &impl Fn(&str) -> bool,
        faults: &mut Vec<ReferenceFault>,
    ) {
        let field = || part.to_owned();
        let most = self.limit(part);
        let one_line = matches!(part, SUBJECT | "line") && words.contains('\n');
        if one_line {
            faults.push(ReferenceFault::HiddenSign { field: field() });
            return;
        }
        if words.trim().is_empty() || words.chars().count() > most {
            faults.push(ReferenceFault::TextField { field: field(), most: u32::try_from(most).unwrap_or_default() });
            return;
        }
        if words.contains(MARK) {
            faults.push(ReferenceFault::HiddenSign { field: field() });
        }
        if identity::first(words).is_some() {
            faults.push(ReferenceFault::HoldsIdentity { field: field() });
        }
        let lower = words.to_lowercase();
        if let Some(found) = self.secrets.iter().find(|secret| lower.contains(secret.as_str())) {
            faults.push(ReferenceFault::HoldsSecret { field: field(), found: found.clone() });
        }
        let Some(blanks) = blanks(words) else {
            faults.push(ReferenceFault::OpenBlank { field: field() });
            return;
        };
        let known = Sheets::blanks(&text.id, part);
        for blank in blanks.iter().filter(|blank| known.iter().all(|known| known != *blank)) {
            faults.push(self.unknown(part, blank, &known, is_figure(blank)));
        }
        let needed = text.needs.get(part).into_iter().flatten();
        let missing = needed.filter(|blank| !blanks.contains(&blank.as_str()));
        faults.extend(missing.map(|blank| ReferenceFault::NeededBlank { field: field(), blank: blank.clone() }));
        let silent = text.words.get(part).into_iter().flatten().filter(|said| !lower.contains(&said.to_lowercase()));
        faults.extend(silent.map(|said| ReferenceFault::NeededWords { field: field(), words: said.clone() }));
        if part == SUBJECT && self.says_too_much(words) {
            faults.push(ReferenceFault::SubjectSays { most: u32::try_from(self.digits).unwrap_or_default() });
        }
    }

    /// Why a blank cannot be used: it would tell what no text may, or it is not known here.
    fn unknown(&self, part: &str, blank: &str, known: &[String], is_figure: bool) -> ReferenceFault {
        let (field, blank) = (part.to_owned(), named(blank));
        let told = self.forbidden.iter().find(|(_, names)| names.iter().any(|name| name.eq_ignore_ascii_case(&blank)));
        match told.map(|(why, _)| why.clone()).or_else(|| is_figure.then(|| "figure".to_owned())) {
            Some(why) => ReferenceFault::ForbiddenBlank { field, blank, why },
            None => ReferenceFault::UnknownBlank { field, blank, known: known.join(", ") },
        }
    }

    /// Whether the words of a subject hold an address or a long number.
    fn says_too_much(&self, words: &str) -> bool {
        let longest = words.split(|sign: char| !sign.is_numeric()).map(|row| row.chars().count()).max();
        words.contains('@') || longest.is_some_and(|longest| longest > self.digits)
    }
}

/// The blanks of a text; none where one is not closed, or was never opened.
fn blanks(words: &str) -> Option<Vec<&str>> {
    let mut parts = words.split('{');
    let before = parts.next().unwrap_or_default();
    let read = |part: &str| part.split_once('}').is_some_and(|(_, rest)| !rest.contains('}'));
    if before.contains('}') || !parts.clone().all(read) {
        return None;
    }
    Some(parts.filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect())
}

/// A name from outside, as short as a name is.
fn named(name: &str) -> String {
    clean::line(name).chars().take(40).collect()
}
