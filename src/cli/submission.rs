//! Reports from a file: JSON or CSV, read strictly, with every mistake named.
//! Imports `domain`.

mod columns;
mod csv;
mod encoding;
mod json;
mod long;
mod names;
mod points;
mod rows;
mod wide;

use crate::domain::{
    form::Form,
    note::Note,
    period::PeriodId,
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Submission, Submitter},
    unit::UnitNo,
};

/// The largest file that is read.
pub const LARGEST: u64 = 4 * 1024 * 1024;
/// The most mistakes that are named.
const MOST_REFUSALS: usize = 50;

/// A mistake in the file itself.
fn bad_file(line: Option<usize>, fault: FileFault) -> Refusal {
    Refusal::BadFile { line: line.and_then(|line| u32::try_from(line).ok()), fault }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The reports, at least one, each for another unit or half-year. A figure of a point that the form no longer asks is
    /// among the values as it was given, and in the notes: the backend tells the reviewer of it and does not keep it.
    pub reports: Vec<Submission>,
    /// What was assumed or left out.
    pub notes: Vec<Note>,
}

impl Imported {
    /// The one report.
    ///
    /// # Errors
    /// A refusal where there are several.
    pub fn only(mut self) -> Result<Submission, Vec<Refusal>> {
        let count = u32::try_from(self.reports.len()).unwrap_or(u32::MAX);
        let several = || vec![bad_file(None, FileFault::SeveralReports { count })];
        self.reports.pop().filter(|_one| count == 1).ok_or_else(several)
    }
}

/// Reads a report from a file's name and bytes. A file that does not say who sends it is sent by `sender`.
///
/// # Errors
/// Every mistake that was found, at most fifty; a file with several reports.
pub fn read(name: &str, bytes: &[u8], register: &Register, sender: &Submitter) -> Result<Submission, Vec<Refusal>> {
    read_all(name, bytes, register, sender)?.only()
}

/// Reads every report of a file, and what was assumed in reading it.
///
/// # Errors
/// Every mistake that was found, at most fifty.
pub fn read_all(name: &str, bytes: &[u8], register: &Register, sender: &Submitter) -> Result<Imported, Vec<Refusal>> {
    let one = |fault: FileFault| vec![bad_file(None, fault)];
    if bytes.len() as u64 > LARGEST {
        return Err(one(FileFault::TooLarge { limit: LARGEST }));
    }
    if bytes.is_empty() {
        return Err(one(FileFault::Empty));
    }
    let kind = Kind::of(name, bytes).ok_or_else(|| one(FileFault::UnknownType))?;
    let (text, assumed) = encoding::text(bytes, kind).map_err(one)?;
    if text.trim().is_empty() {
        return Err(one(FileFault::Empty));
    }
    let read = match kind {
        Kind::Json => json::read(&text, register, sender),
        Kind::Csv => csv::read(&text, register, sender),
    };
    match read {
        Ok(Imported { reports, notes }) => Ok(Imported { reports, notes: assumed.into_iter().chain(notes).collect() }),
        Err(mut refusals) => {
            refusals.truncate(MOST_REFUSALS);
            Err(refusals)
        }
    }
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Csv,
}

impl Kind {
    /// By the name's ending; what comes from standard input, by its first character.
    fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("json") => Some(Self::Json),
            Some("csv") => Some(Self::Csv),
            _ if name == "-" => Some(Self::seen(bytes)),
            _ => None,
        }
    }

    fn seen(bytes: &[u8]) -> Self {
        let start = bytes.strip_prefix(encoding::BOM).unwrap_or(bytes).trim_ascii_start();
        if start.starts_with(b"{") { Self::Json } else { Self::Csv }
    }
}

/// The unit, the period and the form of a file, all known to the register.
fn head<'a>(
    unit: &str,
    period: &str,
    register: &'a Register,
    refusals: &mut Vec<Refusal>,
) -> Option<(UnitNo, PeriodId, &'a Form)> {
    let period = register.period(period).map_err(|refusal| refusals.push(refusal)).ok();
    let number = unit.trim().parse::<UnitNo>().map_err(|refusal| refusals.push(refusal)).ok();
    let (period, number) = (period?, number?);
    let unit = register.unit(&number, period).map_err(|refusal| refusals.push(refusal)).ok()?;
    if !unit.reports {
        refusals.push(Refusal::UnitDoesNotReport { unit: number.to_string() });
    }
    Some((number, period.id.clone(), register.form(period)?))
}
