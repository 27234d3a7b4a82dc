//! How it is said: the sentences of `config/locales` and `config/wording`, numbers, dates, folding and cleaning of text.
//! Imports `domain` and, for the sentences of faults, the plain data of `api`.

pub mod application;
pub mod clean;
pub mod countdown;
pub mod date;
pub mod delivery;
pub mod encoding;
pub mod fold;
pub mod foreign;
pub mod name;
pub mod number;
pub mod receipt;
pub mod refusal;

use std::sync::atomic::{AtomicBool, Ordering};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::Serialize;
use unic_langid::LanguageIdentifier;

/// Every file of `config/locales`: the language, the file's name and its text.
const FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Every file of `config/wording`: its name, which begins with the language, and its text.
const WORDING: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The languages in which the office writes, in the order in which one is looked for.
pub const WRITTEN: [&str; 3] = ["nb", "nn", "en"];

/// The most digits of a count.
const MOST_DIGITS: usize = 9;

/// The language that is spoken when no other is asked for.
pub const DEFAULT_LANGUAGE: &str = "nb";

/// A file of texts that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("texts {file}: {detail}")]
pub struct BadTexts {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub detail: String,
}

/// The attribute with the form of a text that is told.
const ALOUD: &str = "aloud";

/// The texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    /// True where the texts are told and no key means anything.
    aloud: AtomicBool,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Texts").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts of a language that is built in.
    ///
    /// # Errors
    /// [`BadTexts`] for a file that does not parse or a text that stands twice, and for a language without files.
    pub fn of(language: &str) -> Result<Self, BadTexts> {
        let files = FILES.iter().filter(|(code, ..)| *code == language).map(|(_, name, text)| (*name, *text));
        Self::read(language, files.collect())
    }

    /// The sentences of findings, letters and explanations in one of the languages in which the office writes: `nb`, `nn`
    /// or `en`.
    ///
    /// # Errors
    /// As [`Texts::of`].
    pub fn wording(language: &str) -> Result<Self, BadTexts> {
        let files = WORDING.iter().filter(|(name, _)| name.split('.').next() == Some(language)).copied();
        Self::read(language, files.collect())
    }

    fn read(language: &str, files: Vec<(&str, &str)>) -> Result<Self, BadTexts> {
        let fault = |file: &str, detail: String| BadTexts { file: format!("{language}/{file}"), detail };
        let locale: LanguageIdentifier =
            language.parse().map_err(|error: unic_langid::LanguageIdentifierError| fault("", error.to_string()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Terminals draw the marks that Fluent puts round values; every value is cleaned before it comes here.
        bundle.set_use_isolating(false);
        if files.is_empty() {
            return Err(fault("", "no such language".to_owned()));
        }
        for (name, text) in files {
            let resource = FluentResource::try_new(text.to_owned())
                .map_err(|(_, errors)| fault(name, format!("{:?}", errors.first())))?;
            bundle.add_resource(resource).map_err(|errors| fault(name, format!("{:?}", errors.first())))?;
        }
        Ok(Self { bundle, aloud: AtomicBool::new(false) })
    }

    /// The languages of the screen that are built in, in the order in which one follows the other.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        WRITTEN.into_iter().filter(|code| FILES.iter().any(|(language, ..)| language == code))
    }

    /// The code of the language.
    #[must_use]
    pub fn language(&self) -> &str {
        self.bundle.locales.first().map_or(DEFAULT_LANGUAGE, |locale| locale.language.as_str())
    }

    /// From now on texts are said as they are told to a listener (`.aloud`), who has no keys but numbers and words.
    pub fn tell_aloud(&self) {
        self.aloud.store(true, Ordering::Relaxed);
    }

    /// True where texts are told to a listener.
    #[must_use]
    pub fn are_told(&self) -> bool {
        self.aloud.load(Ordering::Relaxed)
    }

    /// A text without anything to fill in.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A text with its named blanks filled in.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.format(id, Some(&arguments(values)))
    }

    /// A text that bends after a number: the number is `$n`.
    #[must_use]
    pub fn count(&self, id: &str, number: i64, values: &[(&str, &str)]) -> String {
        let mut args = arguments(values);
        args.set("n", FluentValue::from(number));
        args.set("shown", FluentValue::from(number::whole(number)));
        self.format(id, Some(&args))
    }

    /// A text with its named blanks filled in, some of them numbers that it may bend after.
    #[must_use]
    pub fn with_numbers(&self, id: &str, values: &[(&str, &str)], numbers: &[(&str, i64)]) -> String {
        let mut args = arguments(values);
        for (name, number) in numbers {
            args.set(*name, FluentValue::from(*number));
        }
        self.format(id, Some(&args))
    }

    /// The text of a family for one of its members: `family-member`, where the member is named as on the wire.
    #[must_use]
    pub fn of_family(&self, family: &str, member: &impl Serialize) -> String {
        self.say(&format!("{family}-{}", wire_name(member)))
    }

    /// True when a text with this id exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        // A missing text shows its id: ugly, but true; a test holds that it does not happen.
        let message = self.bundle.get_message(id);
        let aloud = message.as_ref().filter(|_| self.are_told());
        let aloud = aloud.and_then(|message| message.get_attribute(ALOUD)).map(|attribute| attribute.value());
        let Some(pattern) = aloud.or_else(|| message.and_then(|message| message.value())) else {
            return format!("‹{id}›");
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}

/// The name of a plain enum member on the wire, in small letters and with hyphens as in the ids of texts.
#[must_use]
pub fn wire_name(member: &impl Serialize) -> String {
    let value = serde_json::to_value(member).unwrap_or_default();
    value.as_str().unwrap_or_default().to_lowercase().replace('_', "-")
}

fn arguments<'a>(values: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    values.iter().map(|(name, value)| (*name, value_of(value))).collect()
}

/// A value as a text may bend after it: a whole number written plainly is a number, everything else is words. A number of a unit
/// or a case begins with a zero or a letter, or is as long as no count is.
fn value_of(text: &str) -> FluentValue<'_> {
    let plain = !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<i64>().ok().filter(|_| plain && (text == "0" || !text.starts_with('0')));
    number.map_or_else(|| FluentValue::from(text), FluentValue::from)
}
