//! Every text that is filled in and sent, by one name: `mail.return`, `notice.reminder-before`, `comment.retur-standard`.
//! Imports `domain` and `text`.

use std::collections::BTreeMap;

use super::{
    mail::{MailKind, Mails},
    notice::{NoticeKind, Notices},
    template::{BadLetter, Letters},
};
use crate::{
    domain::{office::Office, unit::Language},
    text::wire_name,
};

/// The words of a text by its parts: `subject` and `body`, or `head`, `alone` and `tail`.
pub type Parts = BTreeMap<String, String>;

/// The texts that hold together.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// The return comments.
    pub letters: Letters,
    /// Reminders, and decisions on extensions.
    pub notices: Notices,
    /// The mails of the cases.
    pub mails: Mails,
}

impl Sheets {
    /// The texts that are built into the program.
    ///
    /// # Errors
    /// [`BadLetter`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded(offices: &[Office]) -> Result<Self, BadLetter> {
        let (notices, mails) = (Notices::embedded()?, Mails::embedded()?);
        Ok(Self { letters: Letters::embedded(offices)?, notices, mails })
    }

    /// The names of all texts.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mails = MailKind::ALL.iter().map(|kind| format!("mail.{}", wire_name(kind)));
        let notices = NoticeKind::ALL.iter().map(|kind| format!("notice.{}", wire_name(kind)));
        let comments = self.letters.templates.iter().map(|template| format!("comment.{}", template.id));
        mails.chain(notices).chain(comments).collect()
    }

    /// The words of a text in a language.
    #[must_use]
    pub fn parts(&self, name: &str, language: Language) -> Option<Parts> {
        let parts: Vec<(&str, String)> = match name.split_once('.')? {
            ("mail", kind) => self.mails.parts(mail_kind(kind)?, language)?,
            ("notice", kind) => self.notices.parts(notice_kind(kind)?, language)?,
            ("comment", id) => self.letters.parts(id, language)?,
            _ => return None,
        };
        Some(parts.into_iter().map(|(part, words)| (part.to_owned(), words)).collect())
    }

    /// The blanks that a part of a text may have.
    #[must_use]
    pub fn blanks(name: &str, part: &str) -> Vec<String> {
        let known: &[&str] = match name.split_once('.') {
            Some(("mail", kind)) => mail_kind(kind).map_or(&[], |kind| kind.blanks_of(part)),
            Some(("notice", kind)) => notice_kind(kind).map_or(&[], |kind| kind.blanks_of(part)),
            Some(("comment", _)) => super::template::BLANKS,
            _ => &[],
        };
        known.iter().map(|blank| (*blank).to_owned()).collect()
    }

    /// Gives a text other words in a language.
    ///
    /// # Errors
    /// [`BadLetter`] for a text that there is not, and for words that it cannot have.
    pub fn set(&mut self, name: &str, language: Language, parts: &Parts) -> Result<(), BadLetter> {
        let bad = || BadLetter { file: name.to_owned(), line: 1, reason: "no such text, or not its parts".to_owned() };
        let set = match name.split_once('.').ok_or_else(bad)? {
            ("mail", kind) => self.mails.set(mail_kind(kind).ok_or_else(bad)?, language, parts),
            ("notice", kind) => self.notices.set(notice_kind(kind).ok_or_else(bad)?, language, parts),
            ("comment", id) => self.letters.set(id, language, parts)?,
            _ => None,
        };
        set.ok_or_else(bad)
    }
}

fn mail_kind(name: &str) -> Option<MailKind> {
    MailKind::ALL.into_iter().find(|kind| wire_name(kind) == name)
}

fn notice_kind(name: &str) -> Option<NoticeKind> {
    NoticeKind::ALL.into_iter().find(|kind| wire_name(kind) == name)
}
