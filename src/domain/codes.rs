//! Code lists (*kodelister*) of other reports, with what a code meant at which time.
//! Imports `domain` only.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    form::Confidence,
    register::{BadData, File, read_toml},
};

const FILES: [File; 2] = [
    ("config/codes/melder.toml", include_str!("../../config/codes/melder.toml")),
    ("config/codes/tiltak.toml", include_str!("../../config/codes/tiltak.toml")),
];

/// The code lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLists(Vec<CodeList>);

/// A list of codes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// Its id, «melder».
    pub id: String,
    /// What it tells.
    pub title: String,
    /// The codes that are known.
    #[serde(rename = "code")]
    pub codes: Vec<Code>,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Its number as it is written, «23» or «2.5».
    pub no: String,
    /// What a reader of its figures must know.
    #[serde(default)]
    pub note: Option<String>,
    /// What it has meant, the oldest first.
    #[serde(rename = "label")]
    pub labels: Vec<CodeLabel>,
}

/// What a code means in a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeLabel {
    /// The words.
    pub text: String,
    /// The first day.
    pub from: Date,
    /// The last day; none while it holds.
    #[serde(default)]
    pub until: Option<Date>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
}

impl CodeLists {
    /// The lists that are built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        FILES.iter().map(read_toml).collect::<Result<_, _>>().map(Self)
    }

    /// Every list.
    #[must_use]
    pub fn all(&self) -> &[CodeList] {
        &self.0
    }

    /// The list with an id, whatever the case of the letters.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&CodeList> {
        self.0.iter().find(|list| list.id.eq_ignore_ascii_case(id.trim()))
    }
}

impl CodeList {
    /// The code with a number.
    #[must_use]
    pub fn code(&self, no: &str) -> Option<&Code> {
        self.codes.iter().find(|code| code.no == no.trim())
    }
}

impl Code {
    /// What it means on a day; none outside the time it is known for.
    #[must_use]
    pub fn label(&self, day: Date) -> Option<&CodeLabel> {
        self.labels.iter().find(|label| label.from <= day && label.until.is_none_or(|until| day <= until))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn lists() -> CodeLists {
        CodeLists::embedded().expect("the code lists parse")
    }

    #[test]
    fn code_23_is_called_otherwise_in_2020_than_in_2018() {
        let lists = lists();
        let code = lists.list("Melder").and_then(|list| list.code("23")).expect("code 23");
        let on = |day| code.label(day).map(|label| label.text.as_str());
        assert_eq!(on(date(2018, 6, 30)), Some("Andre"));
        assert_eq!(on(date(2019, 12, 31)), Some("Andre"));
        assert_eq!(on(date(2020, 1, 1)), Some("Anonym"));
        assert_eq!(on(date(2012, 12, 31)), None);
    }

    #[test]
    fn a_code_stands_once_and_means_one_thing_on_a_day() {
        for list in lists().all() {
            for (at, code) in list.codes.iter().enumerate() {
                assert!(list.codes.iter().skip(at + 1).all(|other| other.no != code.no), "{}", code.no);
                assert!(!code.labels.is_empty(), "{}", code.no);
                for pair in code.labels.windows(2) {
                    assert!(pair[0].until.is_some_and(|until| until < pair[1].from), "{}", code.no);
                }
            }
        }
    }
}
