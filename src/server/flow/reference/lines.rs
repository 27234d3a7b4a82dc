//! Where something stands in a file: each line is found once, however many places are asked for.
//! Imports `domain` and `api`.

use super::{in_row, refusal};
use crate::{api::fault::Fault, domain::refusal::ReferenceFault};

/// The beginnings of the lines of a text.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each line but the last ends, in bytes.
    ends: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, ends: text.match_indices('\n').map(|(at, _)| at).collect() }
    }

    /// The line of a byte, from 1.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.ends.partition_point(|end| *end < byte) + 1
    }

    /// The line of a row: the reader's place is where it began to read, before comments and blank lines.
    pub(super) fn of_row(&self, place: Option<&csv::Position>) -> usize {
        let begun = place.and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or_default();
        let mut rest = self.text.get(begun..).unwrap_or_default();
        loop {
            rest = rest.trim_start_matches(['\r', '\n']);
            match rest.strip_prefix('#') {
                Some(comment) => rest = comment.split_once('\n').map_or("", |(_, after)| after),
                None => return self.at(self.text.len() - rest.len()),
            }
        }
    }

    /// What the reader of a table of units says, with the line.
    pub(super) fn not_csv(&self, error: &csv::Error) -> Fault {
        let detail = error.to_string();
        Fault::refused(in_row(self.of_row(error.position()), refusal("units", ReferenceFault::NotCsv { detail })))
    }

    /// What the reader of a TOML file says, with the line.
    pub(super) fn not_toml(&self, about: &str, error: &toml::de::Error) -> Fault {
        let line = error.span().map_or(0, |span| self.at(span.start));
        let detail = error.message().replace('\n', ", ");
        Fault::refused(in_row(line, refusal(about, ReferenceFault::NotToml { detail })))
    }
}
