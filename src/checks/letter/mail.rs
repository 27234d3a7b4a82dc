//! The mails of the cases, `config/letters/mail`: read once, refused where they cannot be right, then only filled.
//! Imports `domain`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    notice::{Mail, fill, line_of, unknown},
    sheets::Parts,
    template::BadLetter,
};
use crate::domain::unit::Language;

/// The templates that are built in: the file's name for messages, and its text.
const STANDARD: (&str, &str) = ("mail/standard.toml", include_str!("../../../config/letters/mail/standard.toml"));

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailKind {
    /// A report is sent back.
    Return,
    /// A report is approved.
    Approved,
    /// An access request is granted, for the figures of a unit.
    Grant,
    /// An access request of a colleague is granted, for the figures of an office's units.
    GrantOffice,
    /// Access is taken away.
    Removed,
    /// An access request is rejected.
    Reject,
    /// An access request is forwarded; to the applicant.
    Forwarded,
    /// More information is asked for.
    Ask,
    /// An external applicant, to the directorate.
    Forward,
    /// A report came in; to the office's people.
    Submitted,
    /// A new version came in; to the office's people.
    Resubmitted,
    /// An access request came in; to the office's people.
    Application,
    /// Several of them together.
    Digest,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Return,
        Self::Approved,
        Self::Grant,
        Self::GrantOffice,
        Self::Removed,
        Self::Reject,
        Self::Forwarded,
        Self::Ask,
        Self::Forward,
        Self::Submitted,
        Self::Resubmitted,
        Self::Application,
        Self::Digest,
    ];

    /// The blanks it has values for.
    fn blanks(self) -> &'static [&'static str] {
        match self {
            Self::Return => &["reference", "office", "unit", "period", "version", "comment", "portal"],
            Self::Approved => &["reference", "office", "unit", "period", "version", "portal"],
            Self::Grant => &["reference", "office", "unit", "portal"],
            Self::GrantOffice | Self::Forwarded => &["reference", "office", "portal"],
            Self::Reject => &["reference", "office", "comment", "by", "portal"],
            Self::Ask | Self::Removed => &["reference", "office", "comment", "portal"],
            Self::Forward => &["reference", "name", "email", "phone", "represents"],
            Self::Submitted | Self::Resubmitted => &["reference", "unit", "period", "version", "portal"],
            Self::Application => &["reference", "unit", "portal"],
            Self::Digest => &["count", "lines", "portal"],
        }
    }

    /// The blanks of a subject: nothing that says who or how much.
    fn subject_blanks(self) -> &'static [&'static str] {
        if self == Self::Digest { &["count"] } else { &["reference"] }
    }

    /// The blanks that a part of it may have.
    pub(super) fn blanks_of(self, part: &str) -> &'static [&'static str] {
        if part == "subject" { self.subject_blanks() } else { self.blanks() }
    }

    /// Whether it stands in a digest.
    fn has_line(self) -> bool {
        matches!(self, Self::Submitted | Self::Resubmitted | Self::Application)
    }
}

/// The templates.
#[derive(Debug, Clone)]
pub struct Mails(BTreeMap<MailKind, Entry>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailFile {
    mail: Vec<Entry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: MailKind,
    nb: Words,
    nn: Words,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    subject: String,
    #[serde(default)]
    line: String,
    body: String,
}

impl Mails {
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
    /// [`BadLetter`] for a file that does not parse, a kind that is missing or stands twice, a blank that has no value, and a
    /// subject that says more than the reference.
    pub fn read((name, text): (&str, &str)) -> Result<Self, BadLetter> {
        let bad = |line: usize, reason: String| BadLetter { file: format!("config/letters/{name}"), line, reason };
        let parsed: MailFile = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            bad(before.matches('\n').count() + 1, error.message().replace('\n', ", "))
        })?;
        let mut mails = BTreeMap::new();
        for entry in parsed.mail {
            let kind = entry.kind;
            for words in [&entry.nb, &entry.nn] {
                let parts = [
                    (&words.subject, kind.subject_blanks()),
                    (&words.line, kind.blanks()),
                    (&words.body, kind.blanks()),
                ];
                for (part, known) in parts {
                    if let Some(blank) = unknown(part, known) {
                        return Err(bad(line_of(text, &format!("{{{blank}")), format!("no blank «{{{blank}}}»")));
                    }
                }
                if words.subject.is_empty() || words.subject.contains('\n') || words.line.is_empty() == kind.has_line()
                {
                    return Err(bad(1, format!("{kind:?}: subject or line")));
                }
            }
            if mails.insert(kind, entry).is_some() {
                return Err(bad(1, format!("{kind:?} stands twice")));
            }
        }
        match MailKind::ALL.into_iter().find(|kind| !mails.contains_key(kind)) {
            Some(missing) => Err(bad(1, format!("{missing:?} is missing"))),
            None => Ok(Self(mails)),
        }
    }

    /// A mail in a language, its blanks filled in.
    #[must_use]
    pub fn mail(&self, kind: MailKind, language: Language, values: &[(&str, &str)]) -> Mail {
        let Some(words) = self.words(kind, language) else {
            return Mail { subject: String::new(), body: String::new() };
        };
        Mail { subject: fill(&words.subject, values), body: fill(&words.body, values) }
    }

    /// The line of a mail in a digest.
    #[must_use]
    pub fn line(&self, kind: MailKind, language: Language, values: &[(&str, &str)]) -> String {
        self.words(kind, language).map(|words| fill(&words.line, values)).unwrap_or_default()
    }

    /// The words of a mail in a language, with their blanks.
    pub(super) fn parts(&self, kind: MailKind, language: Language) -> Option<Vec<(&'static str, String)>> {
        let Words { subject, line, body } = self.words(kind, language)?.clone();
        let line = Some(("line", line)).filter(|_| kind.has_line());
        Some([("subject", subject), ("body", body)].into_iter().chain(line).collect())
    }

    /// Gives a mail other words; none where they are not those that it has.
    pub(super) fn set(&mut self, kind: MailKind, language: Language, parts: &Parts) -> Option<()> {
        let part = |name: &str| parts.get(name).cloned();
        let line = if kind.has_line() { part("line")? } else { String::new() };
        let words = Words { subject: part("subject")?, line, body: part("body")? };
        let known = |(name, words): (&String, &String)| unknown(words, kind.blanks_of(name)).is_none();
        if !parts.iter().all(known) || words.subject.contains('\n') {
            return None;
        }
        let entry = self.0.get_mut(&kind)?;
        *(if language == Language::Nn { &mut entry.nn } else { &mut entry.nb }) = words;
        Some(())
    }

    fn words(&self, kind: MailKind, language: Language) -> Option<&Words> {
        let entry = self.0.get(&kind)?;
        Some(if language == Language::Nn { &entry.nn } else { &entry.nb })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mail_names_its_reference_and_how_it_is_opened_in_both_languages() {
        let mails = Mails::embedded().expect("config/letters/mail parses");
        for kind in MailKind::ALL {
            let shown: Vec<(&str, String)> = kind.blanks().iter().map(|blank| (*blank, format!("«{blank}»"))).collect();
            let values: Vec<(&str, &str)> = shown.iter().map(|(blank, value)| (*blank, value.as_str())).collect();
            for language in [Language::Nb, Language::Nn] {
                let Mail { subject, body } = mails.mail(kind, language, &values);
                assert!(
                    subject.contains(if kind == MailKind::Digest { "«count»" } else { "«reference»" }),
                    "{subject}"
                );
                let line = mails.line(kind, language, &values);
                assert!(line.is_empty() || line.contains("sfv open «reference»"), "{line}");
                // The directorate gets four facts and nothing else.
                let facts = body.matches('«').count();
                if kind == MailKind::Forward {
                    assert_eq!((facts, body.lines().count()), (4, 4), "{body}");
                    continue;
                }
                assert!(body.contains("«portal»"), "{kind:?} {body}");
                assert!(kind == MailKind::Digest || body.contains("sfv open «reference»"), "{kind:?} {body}");
            }
        }
    }

    #[test]
    fn a_subject_that_would_say_more_than_the_reference_is_refused() {
        let (name, text) = STANDARD;
        // What the file says of itself speaks of blanks too.
        let (_, text) = text.split_once("\n\n").expect("a head");
        assert!(Mails::read((name, text)).is_ok());
        for wrong in [
            text.replacen("subject = \"Halvårsrapporten {reference}", "subject = \"{unit} {reference}", 1),
            text.replacen("{comment}", "{figure}", 1),
            text.replacen("kind = \"ask\"", "kind = \"grant\"", 1),
            text.replacen("line = ", "# ", 1),
        ] {
            assert!(wrong != text && Mails::read((name, &wrong)).is_err());
        }
    }
}
