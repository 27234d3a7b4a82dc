//! A report from a file: JSON or CSV, read strictly, with every mistake named.
//! Imports `domain`.

mod csv;
mod json;
mod points;

use crate::domain::{
    period::PeriodId,
    refusal::{FileFault, Refusal},
    register::Register,
    report::{Submission, Submitter},
    unit::UnitNo,
};

use self::points::Points;

/// The largest file that is read.
pub const LARGEST: u64 = 4 * 1024 * 1024;
/// The most mistakes that are named.
const MOST_REFUSALS: usize = 50;

/// A mistake in the file itself.
fn bad_file(line: Option<usize>, fault: FileFault) -> Refusal {
    Refusal::BadFile { line: line.and_then(|line| u32::try_from(line).ok()), fault }
}

/// Reads a report from a file's name and bytes. A file that does not say who sends it is sent by `sender`.
///
/// # Errors
/// Every mistake that was found, at most fifty.
pub fn read(name: &str, bytes: &[u8], register: &Register, sender: &Submitter) -> Result<Submission, Vec<Refusal>> {
    let one = |fault: FileFault| vec![bad_file(None, fault)];
    if bytes.len() as u64 > LARGEST {
        return Err(one(FileFault::TooLarge { limit: LARGEST }));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(one(FileFault::Encoding)) };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(one(FileFault::Empty));
    }
    let read = match Kind::of(name, text) {
        Some(Kind::Json) => json::read(text, register, sender),
        Some(Kind::Csv) => csv::read(text, register, sender),
        None => Err(one(FileFault::UnknownType)),
    };
    read.map_err(|mut refusals| {
        refusals.truncate(MOST_REFUSALS);
        refusals
    })
}

/// What a file is.
enum Kind {
    Json,
    Csv,
}

impl Kind {
    /// By the name's ending; what comes from standard input, by its first character.
    fn of(name: &str, text: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("json") => Some(Self::Json),
            Some("csv") => Some(Self::Csv),
            _ if name == "-" => Some(if text.trim_start().starts_with('{') { Self::Json } else { Self::Csv }),
            _ => None,
        }
    }
}

/// The unit and the period of a file, both known to the register.
fn head<'a>(
    unit: &str,
    period: &str,
    register: &'a Register,
    refusals: &mut Vec<Refusal>,
) -> Option<(UnitNo, PeriodId, Points<'a>)> {
    let period = register.period(period).map_err(|refusal| refusals.push(refusal)).ok();
    let number = unit.trim().parse::<UnitNo>().map_err(|refusal| refusals.push(refusal)).ok();
    let (period, number) = (period?, number?);
    let unit = register.unit(&number, period).map_err(|refusal| refusals.push(refusal)).ok()?;
    if !unit.reports {
        refusals.push(Refusal::UnitDoesNotReport { unit: number.to_string() });
    }
    Some((number, period.id.clone(), Points::new(register.form(period)?, register)))
}
