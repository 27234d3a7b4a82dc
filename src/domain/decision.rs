//! What a person decides, and what it makes of the case.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::{
    refusal::Refusal,
    task::{State, TaskKind},
};

/// The longest comment that is stored, in characters.
pub const LONGEST_COMMENT: usize = 20_000;

/// A decision (*Ja* or *Nei*, and what access requests add).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Approve a report: it goes on to the directorate.
    Approve,
    /// Return a report to the unit for correction.
    Return,
    /// Grant an access request.
    Grant,
    /// Reject an access request.
    Reject,
    /// Forward an external applicant to the directorate.
    Forward,
}

impl DecisionKind {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Grant => "grant",
            Self::Reject => "reject",
            Self::Forward => "forward",
        }
    }

    /// The decision with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Approve, Self::Return, Self::Grant, Self::Reject, Self::Forward]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }

    /// The state the case has afterwards.
    #[must_use]
    pub fn outcome(self) -> State {
        match self {
            Self::Approve => State::Approved,
            Self::Return => State::Returned,
            Self::Grant => State::Granted,
            Self::Reject => State::Rejected,
            Self::Forward => State::Forwarded,
        }
    }

    /// The kind of task it decides.
    #[must_use]
    pub fn of_task(self) -> TaskKind {
        match self {
            Self::Approve | Self::Return => TaskKind::Report,
            Self::Grant | Self::Reject | Self::Forward => TaskKind::Access,
        }
    }

    /// True when it cannot be made without words: the receiver must be told why (manual, step 9).
    #[must_use]
    pub fn needs_comment(self) -> bool {
        matches!(self, Self::Return | Self::Reject)
    }
}

/// The comment of a decision, never blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment(String);

impl Comment {
    /// Takes a comment as it was typed.
    ///
    /// # Errors
    /// [`Refusal::BlankComment`] when nothing but blanks is left, [`Refusal::LongComment`] over [`LONGEST_COMMENT`].
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let length = text.chars().count();
        let blank = text.chars().all(|letter| letter.is_whitespace() || is_invisible(letter));
        match (blank, length > LONGEST_COMMENT) {
            (true, _) => Err(Refusal::BlankComment),
            (_, true) => Err(Refusal::LongComment {
                length: u32::try_from(length).unwrap_or(u32::MAX),
                limit: u32::try_from(LONGEST_COMMENT).unwrap_or(u32::MAX),
            }),
            _ => Ok(Self(text.trim_end().to_owned())),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// True for characters that take no room on paper: a comment of them alone says nothing.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_of_blanks_and_invisible_characters_is_no_comment() {
        for text in ["", "  \n\t ", "\u{200b}\u{feff}", "\u{a0}"] {
            assert_eq!(Comment::new(text), Err(Refusal::BlankComment), "{text:?}");
        }
        assert_eq!(Comment::new("Æ\n").as_ref().map(Comment::as_str), Ok("Æ"));
    }

    #[test]
    fn every_decision_is_found_by_its_own_name() {
        for name in ["approve", "return", "grant", "reject", "forward"] {
            assert_eq!(DecisionKind::from_name(name).map(DecisionKind::as_str), Some(name));
        }
        assert_eq!(DecisionKind::from_name("godkjenn"), None);
    }
}
