//! Letters of an office to its units: what a letter says, to whom it went, and how each copy fares.
//! Imports `domain`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::units::NoticeText;
use crate::domain::{
    refusal::Refusal,
    task::Delivery,
    unit::{Language, UnitNo},
};

/// A letter in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterText {
    /// Its subject: one line that says nothing of anybody.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// A letter (*brev*) to units of the caller's office. The idempotency key goes in `Idempotency-Key`.
///
/// It is written in both languages, so that each unit gets its own (språklova § 15).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterRequest {
    /// In bokmål.
    pub nb: LetterText,
    /// In nynorsk.
    pub nn: LetterText,
    /// The units' numbers; with none, every unit of the office that reports.
    #[serde(default)]
    pub units: Vec<String>,
    /// Only tell: nothing is stored or sent.
    #[serde(default)]
    pub dry_run: bool,
    /// To how many units it goes, as the person has read in the dry run. Required when it is sent.
    #[serde(default)]
    pub count: Option<u32>,
}

/// One unit that a letter is meant for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterTarget {
    /// The unit's number, as it was given where no unit has it.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// What is written to it; none where it is left out.
    pub notice: Option<NoticeText>,
    /// Why it is left out.
    pub refusal: Option<Refusal>,
}

/// A letter is on its way, or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterAnswer {
    /// Its number; none when it was only told.
    pub id: Option<i64>,
    /// The key with which it can be taken back.
    pub key: Uuid,
    /// When.
    pub at: Timestamp,
    /// Until when all of it can be taken back; none when nothing was stored.
    pub undo_until: Option<Timestamp>,
    /// True when it was only told.
    pub dry_run: bool,
    /// True when this key was seen before and nothing new was stored.
    pub replayed: bool,
    /// To how many units it goes.
    pub count: u32,
    /// Each unit, in the order in which they were named.
    pub units: Vec<LetterTarget>,
}

/// A letter that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterRow {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// Who sent it.
    pub by: String,
    /// In bokmål.
    pub nb: LetterText,
    /// In nynorsk.
    pub nn: LetterText,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// To how many units it was written.
    pub copies: u32,
    /// How many of the copies are held until the undo window is over, or wait.
    pub held: u32,
    /// How many the mail server has taken.
    pub sent: u32,
    /// How many could not be delivered yet.
    pub failed: u32,
}

/// One unit's copy of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterCopy {
    /// The unit.
    pub unit: UnitNo,
    /// Its name.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// To which address.
    pub recipient: String,
    /// Where it stands.
    pub delivery: Delivery,
    /// When it was last tried.
    pub tried_at: Option<Timestamp>,
    /// What the other side answered when it failed.
    pub answer: Option<String>,
}

/// The letters of an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterList {
    /// The newest first.
    pub letters: Vec<LetterRow>,
}

/// A letter with its copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterView {
    /// The letter.
    pub letter: LetterRow,
    /// Its copies, in the order in which they were written.
    pub copies: Vec<LetterCopy>,
}
