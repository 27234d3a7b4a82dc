//! What an office writes to a unit outside a case: reminders, and decisions on extensions. The templates are
//! `config/letters/notices`: read once, refused where they cannot be right, then only filled.
//! Imports `domain`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{sheets::Parts, template::BadLetter};
use crate::domain::unit::Language;

/// The templates that are built in: the file's name for messages, and its text.
const STANDARD: (&str, &str) = ("notices/standard.toml", include_str!("../../../config/letters/notices/standard.toml"));

/// What is written about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// The report is missing, its deadline not over.
    ReminderBefore,
    /// The report is missing, its deadline over.
    ReminderAfter,
    /// An extension is granted.
    ExtensionGranted,
    /// An extension is not granted.
    ExtensionRefused,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::ReminderBefore, Self::ReminderAfter, Self::ExtensionGranted, Self::ExtensionRefused];

    /// The blanks that a part of it may have, where an administrator sets it.
    pub(super) fn blanks_of(self, part: &str) -> &'static [&'static str] {
        if part == "subject" { OF_SUBJECT } else { self.blanks() }
    }

    /// The blanks it has values for.
    fn blanks(self) -> &'static [&'static str] {
        match self {
            Self::ReminderBefore | Self::ReminderAfter => {
                &["unit", "office", "reference", "period", "deadline", "assumed", "portal"]
            }
            Self::ExtensionGranted | Self::ExtensionRefused => {
                &["unit", "office", "reference", "asked", "decided", "correction"]
            }
        }
    }
}

/// The blanks of a subject: nothing that says more than which report or case.
const OF_SUBJECT: &[&str] = &["reference"];

/// The templates.
#[derive(Debug, Clone)]
pub struct Notices {
    templates: BTreeMap<NoticeKind, Entry>,
    assumed: Both,
    correction: Both,
}

/// A sentence in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    nb: String,
    nn: String,
}

impl Both {
    fn of(&self, language: Language) -> &str {
        if language == Language::Nn { &self.nn } else { &self.nb }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeFile {
    assumed: Both,
    correction: Both,
    notice: Vec<Entry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: NoticeKind,
    nb: Mail,
    nn: Mail,
}

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

impl Notices {
    /// The templates that are built into the program.
    ///
    /// # Errors
    /// [`BadLetter`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadLetter> {
        Self::read(STANDARD)
    }

    /// Reads templates.
    ///
    /// # Errors
    /// [`BadLetter`] for a file that does not parse, a kind that is missing or stands twice, and a blank that has no value.
    pub fn read((name, text): (&str, &str)) -> Result<Self, BadLetter> {
        let bad = |line: usize, reason: String| BadLetter { file: format!("config/letters/{name}"), line, reason };
        let parsed: NoticeFile = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            bad(before.matches('\n').count() + 1, error.message().replace('\n', ", "))
        })?;
        let mut templates = BTreeMap::new();
        for entry in parsed.notice {
            let kind = entry.kind;
            for words in [&entry.nb.subject, &entry.nb.body, &entry.nn.subject, &entry.nn.body] {
                if let Some(blank) = unknown(words, kind.blanks()) {
                    return Err(bad(line_of(text, &format!("{{{blank}")), format!("no blank «{{{blank}}}»")));
                }
            }
            if templates.insert(kind, entry).is_some() {
                return Err(bad(1, format!("{kind:?} stands twice")));
            }
        }
        match NoticeKind::ALL.into_iter().find(|kind| !templates.contains_key(kind)) {
            Some(missing) => Err(bad(1, format!("{missing:?} is missing"))),
            None => Ok(Self { templates, assumed: parsed.assumed, correction: parsed.correction }),
        }
    }

    /// A mail in a language, its blanks filled in.
    #[must_use]
    pub fn mail(&self, kind: NoticeKind, language: Language, values: &[(&str, &str)]) -> Mail {
        let Some(entry) = self.templates.get(&kind) else {
            return Mail { subject: String::new(), body: String::new() };
        };
        let words = if language == Language::Nn { &entry.nn } else { &entry.nb };
        Mail { subject: fill(&words.subject, values), body: fill(&words.body, values) }
    }

    /// The words of a mail in a language, with their blanks.
    pub(super) fn parts(&self, kind: NoticeKind, language: Language) -> Option<Vec<(&'static str, String)>> {
        let entry = self.templates.get(&kind)?;
        let Mail { subject, body } = if language == Language::Nn { &entry.nn } else { &entry.nb };
        Some(vec![("subject", subject.clone()), ("body", body.clone())])
    }

    /// Gives a mail other words; none where they are not those that it has.
    pub(super) fn set(&mut self, kind: NoticeKind, language: Language, parts: &Parts) -> Option<()> {
        let words = Mail { subject: parts.get("subject")?.clone(), body: parts.get("body")?.clone() };
        let known = |(name, words): (&String, &String)| unknown(words, kind.blanks_of(name)).is_none();
        if !parts.iter().all(known) || words.subject.contains('\n') {
            return None;
        }
        let entry = self.templates.get_mut(&kind)?;
        *(if language == Language::Nn { &mut entry.nn } else { &mut entry.nb }) = words;
        Some(())
    }

    /// What stands behind a deadline that is derived and not published.
    #[must_use]
    pub fn assumed(&self, language: Language) -> &str {
        self.assumed.of(language)
    }

    /// What a notice begins with that corrects an earlier one.
    #[must_use]
    pub fn correction(&self, language: Language) -> &str {
        self.correction.of(language)
    }
}

/// The first blank of a text that has no value, or is not closed.
pub(super) fn unknown<'a>(words: &'a str, known: &[&str]) -> Option<&'a str> {
    let mut parts = words.split('{').skip(1).map(|part| part.split_once('}').map_or(part, |(name, _)| name));
    parts.find(|name| !known.contains(name))
}

/// Fills the blanks in, once: what a value holds is never a blank itself.
pub(super) fn fill(words: &str, values: &[(&str, &str)]) -> String {
    let mut parts = words.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

pub(super) fn line_of(text: &str, wanted: &str) -> usize {
    text.lines().position(|line| !line.starts_with('#') && line.contains(wanted)).map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_is_there_in_both_languages_and_leaves_no_blank() {
        let notices = Notices::embedded().expect("config/letters/notices parses");
        for kind in NoticeKind::ALL {
            let values: Vec<(&str, &str)> = kind.blanks().iter().map(|blank| (*blank, "{unit}")).collect();
            for language in [Language::Nb, Language::Nn] {
                let Mail { subject, body } = notices.mail(kind, language, &values);
                assert!(subject.contains("{unit}") && body.ends_with("{unit}"), "{kind:?} {subject} {body}");
                assert!(!body.contains("{period}") && !body.contains("{deadline}"), "{body}");
            }
        }
    }

    #[test]
    fn a_template_with_a_blank_that_nothing_fills_is_refused_with_its_line() {
        let (name, text) = STANDARD;
        let wrong = text.replacen("{deadline}{assumed}", "{child}", 2);
        let refused = Notices::read((name, &wrong)).expect_err("a blank without a value").to_string();
        assert!(refused.contains("no blank «{child}»"), "{refused}");
        let refused = Notices::read((name, &text.replace("reminder-after", "reminder-before"))).expect_err("twice");
        assert!(refused.to_string().contains("twice"), "{refused}");
    }
}
