//! Decisions on extended investigations (*utvidet undersøkelsestid*): a case is named by the service's own reference only.
//! Imports `domain` only.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;

/// The longest reference, in characters.
pub const LONGEST_REF: usize = 20;
/// The most letters in a row: a name has more.
const MOST_LETTERS: usize = 3;
/// The most digits in a row: identity numbers have more.
const MOST_DIGITS: usize = 8;

/// What a service calls a case, as `A17`: letters, digits, hyphens and strokes, with a digit in it, and neither a name, a
/// date of birth nor an identity number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct CaseRef(String);

impl CaseRef {
    /// The reference as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseRef {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for CaseRef {
    type Err = Refusal;

    /// Takes a reference, in capitals.
    ///
    /// # Errors
    /// [`Refusal::BadCaseRef`]; what was given is not repeated, for it may be a name.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim().to_ascii_uppercase();
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '/');
        let fits = text.len() <= LONGEST_REF
            && text.chars().all(allowed)
            && text.chars().any(|letter| letter.is_ascii_digit())
            && longest(&text, |letter| letter.is_ascii_alphabetic()) <= MOST_LETTERS
            && longest(&text, |letter| letter.is_ascii_digit()) <= MOST_DIGITS;
        if !fits {
            return Err(Refusal::BadCaseRef);
        }
        let runs = text.split(|letter: char| !letter.is_ascii_digit());
        if runs.into_iter().any(is_a_day) { Err(Refusal::CaseRefIsBirthday) } else { Ok(Self(text)) }
    }
}

/// The length of the longest run of such characters.
fn longest(text: &str, such: impl Fn(char) -> bool) -> usize {
    text.split(|letter| !such(letter)).map(str::len).max().unwrap_or(0)
}

/// True for six or eight digits that can be a date of birth.
fn is_a_day(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i16>().ok()).unwrap_or(0);
    let valid = |year: i16, month: i16, day: i16| {
        let small = |number: i16| i8::try_from(number).unwrap_or(0);
        Date::new(year, small(month), small(day)).is_ok()
    };
    match digits.len() {
        // A leap year, so that no day is too many.
        6 => valid(2000, part(2, 4), part(0, 2)),
        8 => {
            let recent = |year: i16| (1900..=2099).contains(&year);
            let day_first = recent(part(4, 8)) && valid(part(4, 8), part(2, 4), part(0, 2));
            day_first || (recent(part(0, 4)) && valid(part(0, 4), part(4, 6), part(6, 8)))
        }
        _ => false,
    }
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Not judged yet.
    Pending,
    /// Granted (*innvilget*).
    Granted,
    /// Not granted.
    Refused,
}

impl Verdict {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }
}

/// How many of a unit's decisions fall into a period, by the day of the decision; of those not judged, by the day asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ExtensionCount {
    /// Granted.
    pub granted: u32,
    /// Not granted.
    pub refused: u32,
    /// Not judged yet.
    pub pending: u32,
}

impl ExtensionCount {
    /// True when the register has nothing to say of the period.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The count that is proposed for 7A: none where the register has no decision, for an empty register is no zero.
    #[must_use]
    pub fn proposed(self) -> Option<u32> {
        (self.granted + self.refused > 0).then_some(self.granted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_of_a_case_is_taken_in_capitals() {
        for (given, taken) in [("A17", "A17"), (" a17 ", "A17"), ("2023/118", "2023/118"), ("BV-23-7", "BV-23-7")] {
            assert_eq!(given.parse::<CaseRef>().map(|found| found.to_string()), Ok(taken.to_owned()), "{given}");
        }
    }

    #[test]
    fn a_name_a_birthday_and_a_long_number_are_no_reference_and_are_not_repeated() {
        for given in ["", "Kari", "Kari2", "Nordmann-17", "A 17", "Å17", "A17;", "123456789", "A17\u{1b}", "ABC"] {
            assert_eq!(given.parse::<CaseRef>(), Err(Refusal::BadCaseRef), "{given:?}");
        }
        assert_eq!("1".repeat(7).parse::<CaseRef>().map(|found| found.to_string()), Ok("1111111".to_owned()));
        for given in ["010115", "KN-290212", "01012015", "20150101", "A-311299"] {
            assert_eq!(given.parse::<CaseRef>(), Err(Refusal::CaseRefIsBirthday), "{given}");
        }
        for given in ["110023", "993117", "2023/0412", "99999999"] {
            assert!(given.parse::<CaseRef>().is_ok(), "{given}");
        }
    }

    #[test]
    fn an_empty_register_proposes_nothing_and_a_refusal_alone_proposes_zero() {
        let count = |granted, refused, pending| ExtensionCount { granted, refused, pending }.proposed();
        assert_eq!((count(0, 0, 0), count(0, 0, 2), count(0, 1, 0), count(3, 1, 0)), (None, None, Some(0), Some(3)));
    }
}
