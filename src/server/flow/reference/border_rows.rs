//! A table of what becomes of units on a day, read row by row.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Lines, refusal, refused};
use crate::{
    api::fault::Fault,
    domain::{
        office::OfficeId,
        refusal::{ReferenceFault, Refusal},
        register::Register,
        unit::{UnitChange, UnitNo},
    },
    server::flow::fields,
    text::clean,
};

/// How many rows a file may have: more than there are units.
const MOST_ROWS: usize = 2000;
/// The most letters of a name.
const LONGEST: usize = 100;
/// What takes a longer name away.
const NO_NAME: &str = "-";

/// A row as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    unit_no: String,
    change: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    also: Option<String>,
    #[serde(default)]
    county_no: Option<String>,
    #[serde(default)]
    county: Option<String>,
    #[serde(default)]
    office: Option<String>,
    #[serde(default)]
    reports: Option<String>,
    #[serde(default)]
    predecessors: Option<String>,
    #[serde(default)]
    children: Option<String>,
}

/// What a row wants.
#[derive(Debug)]
pub(super) enum Wanted {
    /// The unit is, or ends, as said.
    Change(UnitChange),
    /// What was set of the unit for the day is taken back.
    Withdraw,
}

impl Row {
    /// The columns beside number and change that say something.
    fn said(&self) -> impl Iterator<Item = &'static str> {
        let columns = [
            ("name", &self.name),
            ("also", &self.also),
            ("county_no", &self.county_no),
            ("county", &self.county),
            ("office", &self.office),
            ("reports", &self.reports),
            ("predecessors", &self.predecessors),
            ("children", &self.children),
        ];
        let says = |cell: &Option<String>| cell.as_deref().is_some_and(|text| !text.trim().is_empty());
        columns.into_iter().filter(move |(_, cell)| says(cell)).map(|(name, _)| name)
    }
}

/// The rows of a file with their lines.
pub(super) fn rows(content: &str) -> Result<Vec<(usize, Row)>, Fault> {
    let lines = Lines::of(content);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').comment(Some(b'#')).from_reader(content.as_bytes());
    let headers = reader.headers().cloned().map_err(|error| lines.not_csv(&error))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| lines.not_csv(&error))?;
        let line = lines.of_row(record.position());
        rows.push((line, record.deserialize(Some(&headers)).map_err(|error| lines.not_csv(&error))?));
        if rows.len() > MOST_ROWS {
            return Err(refused("units", ReferenceFault::Nothing));
        }
    }
    if rows.is_empty() { Err(refused("units", ReferenceFault::Nothing)) } else { Ok(rows) }
}

/// What a row says, and everything that is wrong with it.
pub(super) fn read(register: &Register, row: &Row, from: Date) -> Result<(UnitNo, Wanted), Vec<Refusal>> {
    let no: UnitNo = row.unit_no.trim().parse().map_err(|refusal| vec![refusal])?;
    let eve = from.yesterday().unwrap_or(from);
    let before = register.unit_on(&no, eve);
    let refuse = |fault| refusal(no.as_str(), fault);
    let bad = |field: &str| refuse(ReferenceFault::BadField { field: field.to_owned() });
    let hidden: Vec<Refusal> =
        fields::hidden(row).into_iter().map(|field| refuse(ReferenceFault::HiddenSign { field })).collect();
    if !hidden.is_empty() {
        return Err(hidden);
    }
    let withdraws = match row.change.trim() {
        "set" => return changed(register, row, &no, eve).map(|change| (no, Wanted::Change(change))),
        "end" => false,
        "withdraw" => true,
        _ => return Err(vec![bad("change")]),
    };
    if let Some(field) = row.said().next() {
        return Err(vec![refuse(ReferenceFault::EndSays { field: field.to_owned() })]);
    }
    if withdraws {
        return Ok((no, Wanted::Withdraw));
    }
    if before.is_none() {
        return Err(vec![refuse(ReferenceFault::NoUnit { unit: no.to_string() })]);
    }
    Ok((no, Wanted::Change(UnitChange { ends: true, ..UnitChange::default() })))
}

/// What a row says of a unit that there shall be.
fn changed(register: &Register, row: &Row, no: &UnitNo, eve: Date) -> Result<UnitChange, Vec<Refusal>> {
    let before = register.unit_on(no, eve);
    let refuse = |fault| refusal(no.as_str(), fault);
    let bad = |field: &str| refuse(ReferenceFault::BadField { field: field.to_owned() });
    let mut refusals = Vec::new();
    let mut line = |field: &str, given: &Option<String>| {
        let text = given.as_deref().map(clean::line).map(|text| text.trim().to_owned());
        let text = text.filter(|text| !text.is_empty());
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
            refusals.push(bad(field));
        }
        text
    };
    let (name, also) = (line("name", &row.name), line("also", &row.also));
    let (county_no, county) = (line("county_no", &row.county_no), line("county", &row.county));
    let (office, reports) = (line("office", &row.office).map(OfficeId), line("reports", &row.reports));
    let (predecessors, children) = (line("predecessors", &row.predecessors), line("children", &row.children));
    let reports = reports.map(|text| match text.as_str() {
        "yes" | "ja" => Some(true),
        "no" | "nei" => Some(false),
        _ => None,
    });
    let children = children.map(|text| text.parse::<u32>().ok());
    let two_digits = |no: &String| no.len() == 2 && no.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = [
        ("reports", reports == Some(None)),
        ("children", children == Some(None)),
        ("county_no", county_no.as_ref().is_some_and(|no| !two_digits(no))),
    ];
    refusals.extend(wrong.into_iter().filter(|(_, wrong)| *wrong).map(|(field, _)| bad(field)));
    if office.as_ref().is_some_and(|office| register.office(office).is_none()) {
        refusals.push(refuse(ReferenceFault::NoOffice));
    }
    let olds = before_it(register, predecessors.as_deref().unwrap_or_default(), no, eve, &mut refusals);
    let office = office.or_else(|| before.is_none().then(|| office_of(register, &olds, eve)).flatten());
    let county_known = || {
        let wanted = county_no.as_deref().or_else(|| no.as_str().get(..2));
        register.units_on(eve).iter().any(|unit| Some(unit.county_no.as_str()) == wanted)
    };
    if before.is_none() {
        let missing =
            [("name", name.is_none()), ("office", office.is_none()), ("county", county.is_none() && !county_known())];
        refusals.extend(missing.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| bad(field)));
    }
    refusals.extend(area(register, before.is_some(), no, &olds, eve).map(refuse));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(UnitChange {
        ends: false,
        name,
        also: also.map(|also| if also == NO_NAME { String::new() } else { also }),
        county_no,
        county,
        office,
        reports: reports.flatten(),
        children: children.flatten(),
        predecessors: olds.into_iter().collect(),
    })
}

/// What is wrong with where the area of a unit comes from.
fn area(register: &Register, was: bool, no: &UnitNo, olds: &BTreeSet<UnitNo>, eve: Date) -> Option<ReferenceFault> {
    if was {
        return (!olds.is_empty() && !olds.contains(no)).then_some(ReferenceFault::OwnArea);
    }
    let ended = register.ended(no, eve).filter(|_| olds.is_empty());
    ended.map(|day| ReferenceFault::UnitEnded { day: day.to_string() })
}

/// The units of the day before that a cell names.
fn before_it(register: &Register, cell: &str, no: &UnitNo, eve: Date, refusals: &mut Vec<Refusal>) -> BTreeSet<UnitNo> {
    let mut olds = BTreeSet::new();
    for given in cell.split_whitespace() {
        match given.parse::<UnitNo>() {
            Ok(old) if register.unit_on(&old, eve).is_some() => drop(olds.insert(old)),
            Ok(old) => refusals.push(refusal(no.as_str(), ReferenceFault::NoUnit { unit: old.to_string() })),
            Err(why) => refusals.push(why),
        }
    }
    olds
}

/// The office of all the units a new one is made of; of several offices, somebody has to say which.
fn office_of(register: &Register, olds: &BTreeSet<UnitNo>, eve: Date) -> Option<OfficeId> {
    let mut offices = olds.iter().filter_map(|old| register.unit_on(old, eve)).map(|unit| &unit.office);
    let first = offices.next()?;
    offices.all(|other| other == first).then(|| first.clone())
}
