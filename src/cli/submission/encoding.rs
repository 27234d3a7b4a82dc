//! From the bytes of a report's file to text.
//! Imports `domain` and `text`.

use std::borrow::Cow;

use super::Kind;
pub(super) use crate::text::encoding::BOM;
use crate::{
    domain::{note::Note, refusal::FileFault},
    text::encoding,
};

/// The text of a file, and whether its encoding had to be assumed.
///
/// Only a table is tried as Latin-1: JSON is UTF-8 by its standard, and what writes anything else has other faults.
pub(super) fn text(bytes: &[u8], kind: Kind) -> Result<(Cow<'_, str>, Option<Note>), FileFault> {
    let (text, assumed) = encoding::read(bytes, kind == Kind::Csv)?;
    Ok((text, assumed.then_some(Note::LatinAssumed)))
}
