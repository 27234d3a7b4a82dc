//! Valid national identity numbers in free text, so that none leaves the office in a comment (rule K80).
//! Imports `domain` and `text`.

mod digits;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::digits::Digit;
use crate::{domain::refusal::Refusal, text::wire_name};

/// The length of a birth number or D-number.
const PERSON: usize = 11;
/// The length of a DUF number.
const DUF: usize = 12;
/// The length of a birth number that is written with a year of four digits.
const LONG_YEAR: usize = 13;

/// What is added to the month: nothing for a person in the register, 40 for an H-number and the synthetic persons of
/// NAV, 65 for those of the health service, 80 for those of the Tax Administration.
///
/// Synthetic numbers count as well: their check digits are as valid as a person's, an H-number is one of them, and who
/// reads the alarm sees at once whether it matters. The month + 20 of NAV's own numbers does not count: it would make a
/// birthday in March of every case number of 2023 («2023/12345-12»), and those numbers are not used outside NAV. (From
/// 2041 on the H-numbers do the same.)
const MONTH_SERIES: [u8; 4] = [0, 40, 65, 80];

/// The weights of the first check digit and the remainders it may leave: 1, 2 and 3 are for numbers that are given out
/// from 1 January 2032 on (Skatteetaten, «Nytt fødselsnummer fra 2032»).
const FIRST_CHECK: (&[u8], &[u32]) = (&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1], &[0, 1, 2, 3]);
/// The weights of the second check digit, which stays as strict as it was.
const SECOND_CHECK: (&[u8], &[u32]) = (&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], &[0]);
/// The weights of the check digits of a DUF number, which are the remainder itself, 00 to 10.
///
/// The Directorate of Immigration has not published the rule; this is the one of Statistics Norway's control program.
const DUF_CHECK: &[u8] = &[4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/// Where a birth number is parted: after the day, the month, the year and the individual number, or in threes.
const PERSON_CUTS: &[&[usize]] = &[&[2, 4, 6, 9], &[3, 6, 9]];
/// Where a birth number with a year of four digits is parted.
const LONG_YEAR_CUTS: &[&[usize]] = &[&[2, 4, 8, 11]];
/// Where a DUF number is parted: after the year and the running number, or in threes, fours or twos.
const DUF_CUTS: &[&[usize]] = &[&[4, 7, 10], &[3, 6, 9], &[4, 8], &[4, 6, 8, 10]];

/// Which kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentityKind {
    /// A *fødselsnummer*, or an H-number or synthetic number of the same shape.
    BirthNumber,
    /// A *D-nummer*: the day is 40 higher.
    DNumber,
    /// A number in the register of foreign nationals (*DUF-nummer*).
    Duf,
}

/// A number that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Which kind it is.
    pub kind: IdentityKind,
    /// Where it stands, in bytes of the text that was searched.
    pub at: Range<usize>,
    /// The number with all but its first four digits hidden, «0101•• •••••».
    pub masked: String,
}

/// All valid identity numbers in a text, in order, without overlap.
///
/// A number is found whatever letters stand beside it, in digits of any script, and with white space, line breaks,
/// dots, dashes and strokes between its groups, if the groups are such as people write: parted after the day, month,
/// year or individual number, in threes, in any one place, digit by digit, or with a date in front («1.1.2010 12345»).
/// Inside an unbroken run every place is tried, however long the run is: a digit too many is a slip that happens, long
/// runs are rare in a comment, and a false alarm costs a moment where a miss cannot be called back. Across gaps only
/// whole groups are tried, and a comma, a bracket or a word ends a row, so that dates, telephone numbers and lists of
/// figures stay silent.
///
/// False alarms: 11 of 20 000 made-up return comments of two to seven sentences with figures, dates, telephone, case and
/// organisation numbers (one in 1800), most of them a date at the end of a sentence and a figure of five digits at the
/// beginning of the next; 45 of 20 000 pasted rows of ten bare figures (one in 440). `false_alarms.rs` makes and counts
/// them, the same ones each time.
///
/// Not found: a number with a word, a comma or a bracket inside it, one that lost its first nought, digits in words.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    digits::rows(&digits::digits(text)).flat_map(in_row).collect()
}

/// The kind of the first identity number in a text.
#[must_use]
pub fn first(text: &str) -> Option<IdentityKind> {
    find(text).first().map(|found| found.kind)
}

/// Why a text may not leave the office: the kind of the first identity number in it, never the number itself.
#[must_use]
pub fn refusal(text: &str) -> Option<Refusal> {
    first(text).map(|kind| Refusal::IdentityNumber { kind: wire_name(&kind).replace('-', "_") })
}

/// The numbers in a row: where two overlap the first one, and where they begin together the longest.
fn in_row(row: &[Digit]) -> Vec<Found> {
    let groups: Vec<&[Digit]> = digits::groups(row).collect();
    let mut all: Vec<Found> = groups.iter().flat_map(|group| in_run(group)).collect();
    all.extend(in_groups(row, &groups));
    all.sort_by_key(|found| (found.at.start, usize::MAX - found.at.end));
    let mut kept: Vec<Found> = Vec::new();
    for found in all {
        if kept.last().is_none_or(|before| before.at.end <= found.at.start) {
            kept.push(found);
        }
    }
    kept
}

/// The numbers anywhere in an unbroken run.
fn in_run(run: &[Digit]) -> impl Iterator<Item = Found> {
    [PERSON, DUF, LONG_YEAR].into_iter().flat_map(|length| run.windows(length)).filter_map(|window| read(window, &[]))
}

/// The numbers that two or more whole groups make up together.
fn in_groups(row: &[Digit], groups: &[&[Digit]]) -> Vec<Found> {
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_single = |at: Option<usize>| at.and_then(|at| lengths.get(at)) == Some(&1);
    let mut found = Vec::new();
    let mut start = 0;
    for (from, first) in lengths.iter().enumerate() {
        let mut end = start + first;
        for (to, more) in lengths.iter().enumerate().skip(from + 1) {
            end += more;
            let (Some(window), Some(inside)) = (row.get(start..end), lengths.get(from..=to)) else { break };
            if window.len() > LONG_YEAR {
                break;
            }
            // A table of small figures is not a number that is spelled: that one stands alone.
            let in_table = is_spelled(inside) && (is_single(from.checked_sub(1)) || is_single(Some(to + 1)));
            found.extend((!in_table).then(|| read(window, inside)).flatten());
        }
        start += first;
    }
    found
}

/// The number that digits make up, written in groups of these lengths (none: unbroken).
fn read(window: &[Digit], lengths: &[usize]) -> Option<Found> {
    let values: Vec<u8> = window.iter().map(|digit| digit.value).collect();
    let at = window.first()?.from..window.last()?.to;
    if values.len() == DUF && is_parted(lengths, DUF_CUTS) && is_duf(&values) {
        return Some(Found { kind: IdentityKind::Duf, at, masked: mask(&values, &[4, 6, 2]) });
    }
    let number = person_digits(&values, lengths)?;
    person(&number).map(|kind| Found { kind, at, masked: mask(&number, &[6, 5]) })
}

/// The eleven digits of what is written as a birth number, with or without century and noughts in its date.
fn person_digits(values: &[u8], lengths: &[usize]) -> Option<Vec<u8>> {
    if values.len() == PERSON && is_parted(lengths, PERSON_CUTS) {
        return Some(values.to_vec());
    }
    if values.len() == LONG_YEAR && is_parted(lengths, LONG_YEAR_CUTS) {
        return short_date(values, [2, 2, 4]);
    }
    let [day @ 1..=2, month @ 1..=2, year @ (2 | 4), rest @ ..] = lengths else { return None };
    matches!(rest, [5] | [3, 2]).then(|| short_date(values, [*day, *month, *year])).flatten()
}

/// Digits that begin with a date, with two digits for each of its parts.
fn short_date(values: &[u8], [day, month, year]: [usize; 3]) -> Option<Vec<u8>> {
    let (days, more) = values.split_at_checked(day)?;
    let (months, more) = more.split_at_checked(month)?;
    let (years, rest) = more.split_at_checked(year)?;
    if years.len() == 4 && !is_century(years) {
        return None;
    }
    let two = |part: &[u8]| [0, 0].into_iter().chain(part.iter().copied()).skip(part.len()).collect::<Vec<u8>>();
    Some([two(days).as_slice(), two(months).as_slice(), two(years).as_slice(), rest].concat())
}

/// True when groups of these lengths are such as people write a number in.
fn is_parted(lengths: &[usize], allowed: &[&[usize]]) -> bool {
    let ends = lengths.iter().scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    let cuts: Vec<usize> = ends.take(lengths.len().saturating_sub(1)).collect();
    cuts.len() <= 1 || is_spelled(lengths) || allowed.iter().any(|places| cuts.iter().all(|cut| places.contains(cut)))
}

/// True when every digit stands by itself.
fn is_spelled(lengths: &[usize]) -> bool {
    lengths.iter().all(|length| *length == 1)
}

/// The kind of a birth number or D-number, when its date and its check digits are valid.
fn person(number: &[u8]) -> Option<IdentityKind> {
    let [d1, d2, m1, m2, y1, y2, ..] = number else { return None };
    let pair = |tens: &u8, ones: &u8| tens * 10 + ones;
    let (kind, day) = match pair(d1, d2) {
        day @ 41.. => (IdentityKind::DNumber, day - 40),
        day => (IdentityKind::BirthNumber, day),
    };
    let month = pair(m1, m2);
    let months = MONTH_SERIES.iter().filter_map(|series| month.checked_sub(*series));
    let is_dated = months.into_iter().any(|month| (1..=last_day(month, pair(y1, y2))).contains(&day));
    let is_checked = |(weights, allowed): (&[u8], &[u32])| allowed.contains(&remainder(number, weights));
    (is_dated && is_checked(FIRST_CHECK) && is_checked(SECOND_CHECK)).then_some(kind)
}

/// The last day of a month, 0 for what is no month; a year of two digits is a leap year when one of its centuries has it.
fn last_day(month: u8, year: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 0,
    }
}

/// True when the check digits of a DUF number are right and its year can be one.
fn is_duf(number: &[u8]) -> bool {
    let [.., tens, ones] = number else { return false };
    is_century(number) && remainder(number, DUF_CHECK) == u32::from(tens * 10 + ones)
}

/// True when a year of four digits is of the last century or this one.
fn is_century(year: &[u8]) -> bool {
    matches!(year, [1, 9, ..] | [2, 0, ..])
}

/// The weighted sum of the first digits, modulo 11.
fn remainder(number: &[u8], weights: &[u8]) -> u32 {
    number.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * u32::from(*weight)).sum::<u32>() % 11
}

/// The first four digits, and a dot for each of the others, in groups of these lengths.
fn mask(number: &[u8], lengths: &[usize]) -> String {
    let mut shown = number.iter().enumerate().map(|(at, digit)| match at {
        0..4 => char::from(b'0' + digit),
        _ => '•',
    });
    let groups: Vec<String> = lengths.iter().map(|length| shown.by_ref().take(*length).collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod false_alarms;
#[cfg(test)]
mod tests;
