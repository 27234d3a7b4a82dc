//! What a reviewer looks up outside the program: addresses, the letters that rules rest on, and how the directorate is asked.
//! Imports `domain` only.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    form::Confidence,
    register::{BadData, File, read_toml},
};

const LINKS: File = ("config/links.toml", include_str!("../../config/links.toml"));
const LETTERS: File = ("config/letter_chain.toml", include_str!("../../config/letter_chain.toml"));

/// The addresses, the letters and the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// The addresses. None of them is opened.
    pub links: Vec<Link>,
    /// The letters that are built in, the oldest first.
    pub letters: Vec<ChainLetter>,
    /// How the directorate is asked.
    pub ask: AskTemplate,
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// A short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The address.
    pub url: String,
    /// What it is for.
    pub about: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
}

/// A letter of the directorate (*brev*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChainLetter {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// What it is about.
    pub subject: String,
    /// Whether those are its own words.
    pub subject_confidence: Confidence,
    /// What it says for this program.
    pub says: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Where number and date stand.
    pub source: String,
}

/// The template of a question to the directorate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskTemplate {
    /// Where questions go.
    pub address: String,
    /// Where that stands.
    pub source: String,
    subject: String,
    body: String,
}

/// A question to the directorate, ready to be copied. It holds no person and no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Where it goes.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub body: String,
}

/// Which report a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedAbout<'a> {
    /// The unit's name.
    pub unit: &'a str,
    /// The unit's number.
    pub number: &'a str,
    /// The period in words.
    pub period: &'a str,
    /// The reference of the case.
    pub reference: &'a str,
}

impl AskTemplate {
    /// The question about a report.
    #[must_use]
    pub fn about(&self, about: AskedAbout<'_>) -> Question {
        let blanks = [
            ("{unit}", about.unit),
            ("{number}", about.number),
            ("{period}", about.period),
            ("{reference}", about.reference),
        ];
        let fill = |text: &str| blanks.iter().fold(text.to_owned(), |text, (blank, value)| text.replace(blank, value));
        Question { to: self.address.clone(), subject: fill(&self.subject), body: fill(self.body.trim()) }
    }
}

impl Question {
    /// The whole question as it is copied.
    #[must_use]
    pub fn text(&self) -> String {
        [self.to.as_str(), self.subject.as_str(), "", self.body.as_str()].join("\n")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinksFile {
    link: Vec<Link>,
    ask: AskTemplate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LettersFile {
    letter: Vec<ChainLetter>,
}

impl ChainLetter {
    /// The letters that are built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Vec<Self>, BadData> {
        let LettersFile { letter } = read_toml(&LETTERS)?;
        Ok(letter)
    }
}

impl Library {
    /// What is built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        let LinksFile { link: links, ask } = read_toml(&LINKS)?;
        Ok(Self { links, letters: ChainLetter::embedded()?, ask })
    }

    /// The letter with a number.
    #[must_use]
    pub fn letter(&self, number: &str) -> Option<&ChainLetter> {
        self.letters.iter().find(|letter| letter.number == number)
    }
}
