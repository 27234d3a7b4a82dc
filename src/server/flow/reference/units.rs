//! The written language of units: official, or what an office has been told.
//! Imports `domain` and `api`.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::Deserialize;

use super::{Lines, Planned, differences, in_row, refusal, refused};
use crate::{
    api::fault::{Fault, FaultKind},
    domain::{
        amendment::{Amendment, ReferenceKind},
        refusal::{ReferenceFault, Refusal},
        unit::{Language, UnitCorrection, UnitNo},
    },
    server::store::{Conn, Store, amendment},
};

/// How many rows a file may have: more than there are units.
const MOST_ROWS: usize = 2000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    unit_no: String,
    language: String,
    official: String,
}

/// Judges the rows of a file, each with its line.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    content: &str,
    from: Option<Date>,
    today: Date,
) -> Result<Vec<Planned>, Fault> {
    let from = from.unwrap_or(today);
    if from > today {
        return Err(refused("units", ReferenceFault::DayAhead { day: from.to_string() }));
    }
    let held = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment);
    let held = held.filter(|held| held.kind == ReferenceKind::Units).map(|held| (held.name.clone(), held));
    let held: HashMap<String, Amendment> = held.collect();
    let lines = Lines::of(content);
    let (mut refusals, mut planned, mut seen) = (Vec::new(), Vec::<Planned>::new(), HashSet::new());
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').comment(Some(b'#')).from_reader(content.as_bytes());
    let columns = reader.headers().map_err(|error| lines.not_csv(&error))?.clone();
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(|error| lines.not_csv(&error))?;
        let line = lines.of_row(record.position());
        let row = record.deserialize::<Row>(Some(&columns)).map_err(|error| lines.not_csv(&error))?;
        match corrected(store, &row) {
            Ok((unit, _)) if !seen.insert(unit.clone()) => {
                refusals.push(in_row(line, refusal(unit.as_str(), ReferenceFault::Twice)));
            }
            Ok((unit, new)) => planned.push(plan(&held, &unit, &new, from)?),
            Err(why) => refusals.push(in_row(line, why)),
        }
        if at >= MOST_ROWS {
            return Err(refused("units", ReferenceFault::Nothing));
        }
    }
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    if planned.is_empty() {
        return Err(refused("units", ReferenceFault::Nothing));
    }
    planned.retain(|planned| !planned.changes.is_empty());
    Ok(planned)
}

/// What a row says, of a unit that there is within some borders.
fn corrected(store: &Store, row: &Row) -> Result<(UnitNo, UnitCorrection), Refusal> {
    let unit: UnitNo = row.unit_no.trim().parse()?;
    let register = store.register();
    if !register.periods.iter().any(|period| register.unit(&unit, period).is_ok()) {
        return Err(Refusal::UnknownUnit { given: unit.to_string(), hint: None });
    }
    let bad = |field: &str| refusal(unit.as_str(), ReferenceFault::BadField { field: field.to_owned() });
    let language = match row.language.trim() {
        "nb" => Language::Nb,
        "nn" => Language::Nn,
        "neutral" => Language::Neutral,
        _ => return Err(bad("language")),
    };
    let official = match row.official.trim() {
        "yes" | "ja" => true,
        "no" | "nei" => false,
        _ => return Err(bad("official")),
    };
    Ok((unit, UnitCorrection { language, official }))
}

fn plan(held: &HashMap<String, Amendment>, unit: &UnitNo, new: &UnitCorrection, from: Date) -> Result<Planned, Fault> {
    let before = held.get(unit.as_str());
    let before: Option<UnitCorrection> = before.and_then(|held| serde_json::from_str(&held.content).ok());
    let content = serde_json::to_string(new).map_err(|_error| Fault::new(FaultKind::Internal))?;
    let (name, from) = (unit.to_string(), from.to_string());
    let amendment = Amendment { kind: ReferenceKind::Units, name, from, content };
    Ok(Planned { amendment, changes: differences(unit.as_str(), before.as_ref(), Some(new)) })
}
