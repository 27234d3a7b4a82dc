//! The templates of return comments, `config/letters`: read once, refused where they cannot be right, then only filled.
//! Imports `domain` and `text`.

use std::{collections::BTreeSet, ops::Range};

use serde::{
    Deserialize, Serialize,
    de::value::{Error as Unknown, StrDeserializer},
};
use toml::Spanned;

use super::sheets::Parts;
use crate::{
    domain::{
        office::{Office, OfficeId},
        unit::Language,
    },
    text::wire_name,
};

/// A file of templates: its name for messages, and its text.
pub type File<'a> = (&'a str, &'a str);

/// Every file of `config/letters`, built in.
const FILES: &[File<'static>] = include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// A file of templates that is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct BadLetter {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

/// The templates, and how long a unit has to correct a report.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    /// How many working days a unit has.
    pub working_days: usize,
    /// The templates; one of them is for every office that has none of its own.
    pub templates: Vec<Template>,
}

/// A template in both languages.
#[derive(Debug, Clone)]
pub struct Template {
    /// What it is called.
    pub id: String,
    /// The office that uses it; none for the one that all others use.
    pub office: Option<OfficeId>,
    nb: Words,
    nn: Words,
}

/// A template in one language.
#[derive(Debug, Clone)]
pub struct Words {
    /// What stands before the items.
    pub head: Prose,
    /// What stands in place of the head when nothing is asked about.
    pub alone: Prose,
    /// What stands after the items.
    pub tail: Prose,
}

/// A text with named blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Blank(Blank),
}

/// The names of what can be filled in.
pub(super) const BLANKS: &[&str] = &["unit", "period", "version", "deadline", "office"];

/// What can be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Blank {
    /// The name of the unit.
    Unit,
    /// The period in running text.
    Period,
    /// The version that is returned.
    Version,
    /// By when it shall come back, with the day of the week.
    Deadline,
    /// The name of the office.
    Office,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterFile {
    #[serde(default)]
    working_days: Option<Spanned<usize>>,
    template: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(default)]
    office: Option<Spanned<OfficeId>>,
    nb: Texts,
    nn: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    head: Spanned<String>,
    alone: Spanned<String>,
    tail: Spanned<String>,
}

impl Letters {
    /// The templates that are built into the program.
    ///
    /// # Errors
    /// [`BadLetter`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded(offices: &[Office]) -> Result<Self, BadLetter> {
        Self::read(FILES, offices)
    }

    /// Reads templates from files.
    ///
    /// # Errors
    /// [`BadLetter`] names the file, the line and the reason.
    pub fn read(files: &[File<'_>], offices: &[Office]) -> Result<Self, BadLetter> {
        let mut letters = Self::default();
        let mut seen = BTreeSet::new();
        for file in files {
            let LetterFile { working_days, template } = parse(*file)?;
            if let Some(days) = working_days {
                let good = letters.working_days == 0 && *days.get_ref() > 0;
                letters.working_days = good.then_some(*days.get_ref()).ok_or_else(|| {
                    bad(*file, days.span(), "working_days stands once, and is one or more".to_owned())
                })?;
            }
            for entry in template {
                let span = entry.span();
                let template = entry.into_inner().check(*file, offices)?;
                let twice =
                    seen.contains(&template.id) || letters.templates.iter().any(|t| t.office == template.office);
                if twice {
                    return Err(bad(*file, span, format!("«{}»: the id or the office stands twice", template.id)));
                }
                seen.insert(template.id.clone());
                letters.templates.push(template);
            }
        }
        let whole = letters.working_days > 0 && letters.templates.iter().any(|template| template.office.is_none());
        let file = files.first().copied().unwrap_or_default();
        let reason = "working_days or the template for all offices is missing";
        whole.then_some(letters).ok_or_else(|| bad(file, 0..0, reason.to_owned()))
    }

    /// The template of an office: its own, else the one for all.
    #[must_use]
    pub fn of(&self, office: &OfficeId) -> Option<&Template> {
        let own = self.templates.iter().find(|template| template.office.as_ref() == Some(office));
        own.or_else(|| self.templates.iter().find(|template| template.office.is_none()))
    }
}

impl Letters {
    /// The words of a template in a language, with their blanks.
    pub(super) fn parts(&self, id: &str, language: Language) -> Option<Vec<(&'static str, String)>> {
        let words = self.templates.iter().find(|template| template.id == id)?.words(language);
        let parts = [("head", &words.head), ("alone", &words.alone), ("tail", &words.tail)];
        Some(parts.into_iter().map(|(part, prose)| (part, prose.source())).collect())
    }

    /// Gives a template other words; none where it is not there, or they are not its parts.
    pub(super) fn set(&mut self, id: &str, language: Language, parts: &Parts) -> Result<Option<()>, BadLetter> {
        let read = |part: &str| parts.get(part).map(|words| prose((part, words), &Spanned::new(0..0, words.clone())));
        let (Some(head), Some(alone), Some(tail)) = (read("head"), read("alone"), read("tail")) else {
            return Ok(None);
        };
        let words = Words { head: head?, alone: alone?, tail: tail? };
        let template = self.templates.iter_mut().find(|template| template.id == id);
        Ok(template.map(|template| {
            *(if language == Language::Nn { &mut template.nn } else { &mut template.nb }) = words;
        }))
    }
}

impl Entry {
    fn check(self, file: File<'_>, offices: &[Office]) -> Result<Template, BadLetter> {
        if let Some(office) = self.office.as_ref().filter(|id| offices.iter().all(|office| office.id != *id.get_ref()))
        {
            return Err(bad(file, office.span(), format!("no office {}", office.get_ref())));
        }
        let office = self.office.map(Spanned::into_inner);
        Ok(Template { id: self.id, office, nb: self.nb.check(file)?, nn: self.nn.check(file)? })
    }
}

impl Texts {
    fn check(self, file: File<'_>) -> Result<Words, BadLetter> {
        let read = |text: &Spanned<String>| prose(file, text);
        let words = Words { head: read(&self.head)?, alone: read(&self.alone)?, tail: read(&self.tail)? };
        if words.tail.0.contains(&Piece::Blank(Blank::Deadline)) {
            return Ok(words);
        }
        Err(bad(file, self.tail.span(), "the tail does not say by when: {deadline} is missing".to_owned()))
    }
}

impl Template {
    /// Its words in a language; bokmål for none in particular.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        if language == Language::Nn { &self.nn } else { &self.nb }
    }
}

impl Prose {
    /// The text as it is written, with its blanks.
    fn source(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Blank(blank) => format!("{{{}}}", wire_name(blank)),
        };
        self.0.iter().map(piece).collect()
    }

    /// The text with its blanks filled in.
    #[must_use]
    pub fn fill<'a>(&'a self, fill: impl Fn(Blank) -> &'a str) -> String {
        let piece = |piece: &'a Piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Blank(blank) => fill(*blank),
        };
        self.0.iter().map(piece).collect()
    }
}

/// Reads a text and its blanks.
fn prose(file: File<'_>, text: &Spanned<String>) -> Result<Prose, BadLetter> {
    if text.get_ref().trim().is_empty() {
        return Err(bad(file, text.span(), "an empty text".to_owned()));
    }
    let mut pieces = Vec::new();
    let mut parts = text.get_ref().split('{');
    pieces.extend(parts.next().map(|text| Piece::Text(text.to_owned())));
    for part in parts {
        let Some((name, rest)) = part.split_once('}') else {
            return Err(bad(file, place(file, text, part), "a blank that is not closed".to_owned()));
        };
        let known = StrDeserializer::<Unknown>::new(name);
        let blank = Blank::deserialize(known)
            .map_err(|_unknown| bad(file, place(file, text, name), format!("no blank «{{{name}}}»")))?;
        pieces.extend([Piece::Blank(blank), Piece::Text(rest.to_owned())]);
    }
    Ok(Prose(pieces))
}

/// Where a blank stands in the file: a text may have many lines.
fn place((_, file): File<'_>, text: &Spanned<String>, name: &str) -> Range<usize> {
    let span = text.span();
    let inside = file.get(span.clone()).and_then(|source| source.find(&format!("{{{name}"))).unwrap_or(0);
    span.start + inside..span.end
}

fn parse(file: File<'_>) -> Result<LetterFile, BadLetter> {
    toml::from_str(file.1)
        .map_err(|error| bad(file, error.span().unwrap_or_default(), error.message().replace('\n', ", ")))
}

fn bad((file, text): File<'_>, span: Range<usize>, reason: String) -> BadLetter {
    let before = text.bytes().take(span.start);
    BadLetter { file: format!("config/letters/{file}"), line: before.filter(|byte| *byte == b'\n').count() + 1, reason }
}
