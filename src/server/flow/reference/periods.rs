//! Periods: new ones, or other dates of those there are; of a period with reports only the deadlines. And public holidays.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{Planned, differences, in_row, line_of, not_toml, refusal, refused};
use crate::{
    api::{fault::Fault, reference::FieldChange},
    domain::{
        amendment::{Amendment, HolidaySetting, ReferenceKind},
        period::{self, Period},
        refusal::{ReferenceFault, Refusal},
    },
    server::store::{Conn, Store, amendment},
    text::clean,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    period: Vec<Spanned<Period>>,
    #[serde(default)]
    holiday: Vec<Spanned<HolidayRow>>,
}

/// A day that is a public holiday, or one that is none any more.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayRow {
    date: Date,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    working_day: bool,
}

/// The fields that can be set of a period whose reports are in.
const MOVABLE: [&str; 4] = ["unit_deadline", "office_deadline", "assumed", "source"];
/// The most letters of what a holiday is called.
const LONGEST: usize = 60;

/// Judges the periods of a file together with those there are.
pub(super) async fn judge(store: &Store, conn: &mut Conn, content: &str) -> Result<Vec<Planned>, Fault> {
    let File { period: given, holiday } =
        toml::from_str(content).map_err(|error| not_toml("periods", content, &error))?;
    if given.is_empty() && holiday.is_empty() {
        return Err(refused("periods", ReferenceFault::Nothing));
    }
    let mut merged: Vec<Period> = store.register().periods.clone();
    for new in &given {
        let new = new.get_ref();
        merged.retain(|period| period.id != new.id);
        merged.push(new.clone());
    }
    // By their days: what the ids say of the order is judged.
    merged.sort_by_key(|period| (period.from, period.to));
    let (mut refusals, mut planned, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for new in &given {
        let line = line_of(content, new.span().start);
        let new = new.get_ref();
        let mut faults = faults(store, &merged, new);
        if !seen.insert(new.id.clone()) {
            faults.push(ReferenceFault::Twice);
        }
        let before = store.register().periods.iter().find(|period| period.id == new.id);
        if before == Some(new) {
            continue;
        }
        let reports = amendment::reports_in(conn, &new.id).await?;
        let changes = differences(new.id.as_str(), before, Some(new));
        if reports > 0 {
            let fixed = changes.iter().filter(|change| !MOVABLE.contains(&change.field.as_str()));
            faults.extend(fixed.map(|change| ReferenceFault::FieldInUse { field: change.field.clone(), reports }));
        }
        let told = |fault| in_row(line, refusal(new.id.as_str(), fault));
        refusals.extend(faults.into_iter().map(told).collect::<Vec<Refusal>>());
        let content = serde_json::to_string(new).unwrap_or_default();
        let amendment =
            Amendment { kind: ReferenceKind::Periods, name: new.id.to_string(), from: new.from.to_string(), content };
        planned.push(Planned { amendment, changes });
    }
    for (line, row) in holiday.iter().map(|row| (line_of(content, row.span().start), row.get_ref())) {
        let date = row.date.to_string();
        match judge_holiday(store, row) {
            Err(fault) => refusals.push(in_row(line, refusal(&date, fault))),
            Ok(None) => {}
            Ok(Some(new)) if planned.iter().any(|other| other.amendment.name == new.amendment.name) => {
                refusals.push(in_row(line, refusal(&date, ReferenceFault::Twice)));
            }
            Ok(Some(new)) => planned.push(new),
        }
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

/// A holiday that is added, renamed or taken away; none where it is so already.
fn judge_holiday(store: &Store, row: &HolidayRow) -> Result<Option<Planned>, ReferenceFault> {
    let date = row.date.to_string();
    let name = row.name.as_deref().map(clean::line).map(|name| name.trim().to_owned()).unwrap_or_default();
    if row.working_day != name.is_empty() || name.chars().count() > LONGEST {
        return Err(ReferenceFault::BadField { field: "name".to_owned() });
    }
    let before = store.register().holiday_names.get(&row.date).cloned();
    let after = (!row.working_day).then_some(name);
    if before == after {
        return Ok(None);
    }
    let content = serde_json::to_string(&HolidaySetting { name: after.clone() }).unwrap_or_default();
    let change = FieldChange { name: date.clone(), field: "holiday".to_owned(), before, after };
    let amendment = Amendment { kind: ReferenceKind::Holidays, name: date.clone(), from: date, content };
    Ok(Some(Planned { amendment, changes: vec![change] }))
}

fn faults(store: &Store, merged: &[Period], new: &Period) -> Vec<ReferenceFault> {
    let mut faults = Vec::new();
    if !new.id.is_well_formed() {
        faults.push(ReferenceFault::BadPeriod);
    }
    let turned = new.from > new.to || new.opens <= new.from || new.opens > new.unit_deadline;
    if turned || new.unit_deadline > new.office_deadline || new.unit_deadline <= new.to {
        faults.push(ReferenceFault::Dates);
    }
    if period::is_too_long(new) {
        faults.push(ReferenceFault::TooLong { most: period::MOST_DAYS.unsigned_abs() });
    }
    if !new.assumed && new.source.as_deref().is_none_or(|source| source.trim().is_empty()) {
        faults.push(ReferenceFault::NoSource);
    }
    for other in merged.iter().filter(|other| other.id != new.id) {
        let name = || other.id.to_string();
        if other.from <= new.to && new.from <= other.to {
            faults.push(ReferenceFault::Overlap { other: name() });
        } else if (other.from < new.from) != (other.id < new.id) {
            faults.push(ReferenceFault::Order { other: name() });
        }
    }
    for named in [&new.previous, &new.same_last_year].into_iter().flatten() {
        let before = merged.iter().find(|period| period.id == *named);
        if before.is_none_or(|before| before.from >= new.from) {
            faults.push(ReferenceFault::NoPeriod { period: named.to_string() });
        }
    }
    let form = store.register().forms.iter().find(|form| form.version == new.form);
    if form.is_none() {
        faults.push(ReferenceFault::NoForm { form: new.form.clone() });
    } else if let Some(scheduled) = store.register().scheduled_form(&new.id).filter(|form| *form != new.form) {
        faults.push(ReferenceFault::OtherForm { form: scheduled.to_owned() });
    }
    faults
}
