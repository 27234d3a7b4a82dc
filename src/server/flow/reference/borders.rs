//! Which units there are from a day on: new ones, new names, other offices, mergers and splits; a file of them holds as a whole or not at all.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Planned, differences, in_row, line_of_row, not_csv, refusal, refused};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{FieldChange, TasksStay},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        office::OfficeId,
        period::Period,
        refusal::{ReferenceFault, Refusal},
        register::{Register, name_of_border},
        unit::{Unit, UnitChange, UnitNo},
    },
    server::store::{Conn, Store, amendment, place},
    text::{clean, date::day_of},
};

/// How many rows a file may have: more than there are units.
const MOST_ROWS: usize = 2000;
/// The most letters of a name.
const LONGEST: usize = 100;
/// What takes a longer name away.
const NO_NAME: &str = "-";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
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
enum Wanted {
    /// The unit is, or ends, as said.
    Change(UnitChange),
    /// What was set of the unit for the day is taken back.
    Withdraw,
}

/// Judges the rows of a file, each with its line.
pub(super) async fn judge(store: &Store, conn: &mut Conn, content: &str, from: Date) -> Result<Vec<Planned>, Fault> {
    let register = store.register();
    let newest = register.built_in_borders();
    if from <= newest {
        return Err(refused("units", ReferenceFault::BuiltInBorders { day: newest.to_string() }));
    }
    let rows = rows(content)?;
    let held = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment);
    let held: Vec<Amendment> = held.filter(|held| held.kind == ReferenceKind::Borders).collect();
    let (mut refusals, mut wanted) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for (line, row) in &rows {
        match read(register, row, from) {
            Ok((unit, _)) if !seen.insert(unit.clone()) => {
                refusals.push(in_row(*line, refusal(unit.as_str(), ReferenceFault::Twice)));
            }
            Ok((unit, new)) => wanted.push((*line, unit, new)),
            Err(faults) => refusals.extend(faults.into_iter().map(|why| in_row(*line, why))),
        }
    }
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    let mut planned = Vec::new();
    for (line, unit, new) in &wanted {
        let name = name_of_border(from, unit);
        let before = held.iter().find(|held| held.name == name);
        let before: Option<UnitChange> = before.and_then(|held| serde_json::from_str(&held.content).ok());
        let after = match new {
            Wanted::Change(change) => Some(change),
            Wanted::Withdraw if before.is_none() => {
                let fault = ReferenceFault::NotSetFrom { day: from.to_string() };
                refusals.push(in_row(*line, refusal(unit.as_str(), fault)));
                continue;
            }
            Wanted::Withdraw => None,
        };
        if after.is_some_and(|change| change.ends) && !has_successor(&held, &wanted, unit, from) {
            refusals.push(in_row(*line, refusal(unit.as_str(), ReferenceFault::NoSuccessor)));
            continue;
        }
        if before.as_ref() == after {
            continue;
        }
        let content = after.map(serde_json::to_string).transpose();
        let content = content.map_err(|_error| Fault::new(FaultKind::Internal))?.unwrap_or_default();
        let changes = differences(&name, before.as_ref(), after);
        let amendment = Amendment { kind: ReferenceKind::Borders, name, from: from.to_string(), content };
        planned.push(Planned { amendment, changes });
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

/// The rows of a file with their lines.
fn rows(content: &str) -> Result<Vec<(usize, Row)>, Fault> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').comment(Some(b'#')).from_reader(content.as_bytes());
    let headers = reader.headers().cloned().map_err(|error| not_csv(content, &error))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| not_csv(content, &error))?;
        let line = line_of_row(content, record.position());
        rows.push((line, record.deserialize(Some(&headers)).map_err(|error| not_csv(content, &error))?));
        if rows.len() > MOST_ROWS {
            return Err(refused("units", ReferenceFault::Nothing));
        }
    }
    if rows.is_empty() { Err(refused("units", ReferenceFault::Nothing)) } else { Ok(rows) }
}

/// True when the file, or what is set already, names a unit that takes over from one that ends.
fn has_successor(held: &[Amendment], wanted: &[(usize, UnitNo, Wanted)], unit: &UnitNo, from: Date) -> bool {
    let takes = |change: &UnitChange| !change.ends && change.predecessors.contains(unit);
    let in_file = wanted.iter().any(|(_, _, new)| matches!(new, Wanted::Change(change) if takes(change)));
    let replaced = |name: &str| wanted.iter().any(|(_, no, _)| name_of_border(from, no) == name);
    let of_day = held.iter().filter(|held| held.from == from.to_string() && !replaced(&held.name));
    in_file || of_day.filter_map(|held| serde_json::from_str(&held.content).ok()).any(|change| takes(&change))
}

/// What a row says, and everything that is wrong with it.
fn read(register: &Register, row: &Row, from: Date) -> Result<(UnitNo, Wanted), Vec<Refusal>> {
    let no: UnitNo = row.unit_no.trim().parse().map_err(|refusal| vec![refusal])?;
    let eve = from.yesterday().unwrap_or(from);
    let before = register.unit_on(&no, eve);
    let refuse = |fault| refusal(no.as_str(), fault);
    let bad = |field: &str| refuse(ReferenceFault::BadField { field: field.to_owned() });
    let ends = match row.change.trim() {
        "set" => false,
        "end" => true,
        "withdraw" => return Ok((no, Wanted::Withdraw)),
        _ => return Err(vec![bad("change")]),
    };
    if !ends {
        return changed(register, row, &no, eve).map(|change| (no, Wanted::Change(change)));
    }
    if before.is_none() {
        return Err(vec![refuse(ReferenceFault::NoUnit { unit: no.to_string() })]);
    }
    Ok((no, Wanted::Change(UnitChange { ends, ..UnitChange::default() })))
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

/// Holds that every case and every reminder that there is keeps its unit, with its office, within its borders.
pub(super) async fn judge_cases(store: &Store, then: &Store, conn: &mut Conn, from: Date) -> Result<(), Fault> {
    let register = store.register();
    let mut lost = std::collections::BTreeMap::<UnitNo, u32>::new();
    for used in place::used(conn).await? {
        let period = match &used.period {
            Some(period) => register.period(period.as_str()).ok(),
            None => register.current_period(day_of(used.at)).or_else(|| register.periods.first()),
        };
        let Some(period) = period.filter(|period| period.from >= from) else { continue };
        let of = |register: &Register| register.unit(&used.unit, period).map(kept).ok();
        if of(register) != of(then.register()) {
            *lost.entry(used.unit).or_default() += 1;
        }
    }
    let refuse = |(unit, cases): (UnitNo, u32)| refusal(unit.as_str(), ReferenceFault::UnitInUse { cases });
    if lost.is_empty() { Ok(()) } else { Err(Fault::refused_for(lost.into_iter().map(refuse).collect())) }
}

/// What must not change of a unit under a case.
fn kept(unit: &Unit) -> (OfficeId, bool) {
    (unit.office.clone(), unit.reports)
}

/// The open tasks of units that end or go to another office: they stay where they are.
pub(super) async fn stays(store: &Store, then: &Store, conn: &mut Conn, from: Date) -> Result<Vec<TasksStay>, Fault> {
    let (register, after) = (store.register(), then.register());
    let mut stays = Vec::new();
    for open in place::open(conn).await? {
        let office = after.unit_on(&open.unit, from).map(|unit| &unit.office);
        let moved = office != Some(&open.office);
        if moved && register.units_on(from).iter().any(|unit| unit.no == open.unit && unit.office == open.office) {
            let (unit, office) = (open.unit, open.office.as_str().to_owned());
            stays.push(TasksStay { unit, office, open: open.count });
        }
    }
    Ok(stays)
}

/// What becomes of each unit, in the words of the day before and the day itself.
pub(super) fn changes(store: &Store, then: &Store, planned: &[Planned], from: Date) -> Vec<FieldChange> {
    let eve = from.yesterday().unwrap_or(from);
    let fields = |unit: &Unit| {
        let also = unit.also.as_ref().map(|also| format!(" ({also})")).unwrap_or_default();
        format!("{}{also}, {} {}, {}", unit.name, unit.county_no, unit.county, unit.office)
    };
    let numbers = planned.iter().filter_map(|one| crate::domain::register::border_name(&one.amendment.name));
    let said = |register: &Register, no: &UnitNo, day: Date| register.unit_on(no, day).map(fields);
    let change = |(_, no): (Date, UnitNo)| {
        let (before, after) = (said(store.register(), &no, eve), said(then.register(), &no, from));
        (before != after).then(|| FieldChange { name: no.to_string(), field: "unit".to_owned(), before, after })
    };
    numbers.filter_map(change).collect()
}

/// The first half-year that has new borders, in the order of the days.
pub(super) fn first_period(then: &Store, from: Date) -> Option<&Period> {
    then.register().periods.iter().find(|period| period.from >= from)
}
