//! Periods: new ones, or other dates of those there are; of a period with reports only the deadlines. And public holidays.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Lines, Planned, differences, in_row, refusal, refused};
use crate::{
    api::{
        fault::Fault,
        reference::{FieldChange, ReferenceWarning},
    },
    domain::{
        amendment::{Amendment, HolidaySetting, ReferenceKind},
        calendar::{is_weekend, is_working_day},
        period::{self, Period},
        refusal::{ReferenceFault, Refusal},
    },
    server::{
        flow::fields,
        store::{Conn, Store, amendment},
    },
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
#[derive(Serialize, Deserialize)]
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
    let lines = Lines::of(content);
    let File { period: given, holiday } = toml::from_str(content).map_err(|error| lines.not_toml("periods", &error))?;
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
        let line = lines.at(new.span().start);
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
    let mut days = BTreeSet::new();
    for (line, row) in holiday.iter().map(|row| (lines.at(row.span().start), row.get_ref())) {
        let date = row.date.to_string();
        match judge_holiday(store, row) {
            Err(fault) => refusals.push(in_row(line, refusal(&date, fault))),
            Ok(Some(_)) if !days.insert(row.date) => {
                refusals.push(in_row(line, refusal(&date, ReferenceFault::Twice)));
            }
            Ok(new) => planned.extend(new),
        }
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

/// A holiday that is added, renamed or taken away; none where it is so already.
fn judge_holiday(store: &Store, row: &HolidayRow) -> Result<Option<Planned>, ReferenceFault> {
    let date = row.date.to_string();
    if let Some(field) = fields::hidden(row).pop() {
        return Err(ReferenceFault::HiddenSign { field });
    }
    if row.working_day && is_weekend(row.date) {
        return Err(ReferenceFault::Weekend);
    }
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

/// The deadlines that are set for days that are over, or on which nobody works as the days will be then.
pub(super) fn warnings(then: &Store, planned: &[Planned], today: Date) -> Vec<ReferenceWarning> {
    let register = then.register();
    let set = |kind| planned.iter().filter(move |one| one.amendment.kind == kind);
    let mut warnings = Vec::new();
    for one in set(ReferenceKind::Periods) {
        let Some(period) = register.periods.iter().find(|period| period.id.as_str() == one.amendment.name) else {
            continue;
        };
        let moved = |field: &str| one.changes.iter().any(|change| change.field == field);
        let free = |day: Date| !is_working_day(day, &register.holidays);
        let (id, unit, office) = (|| period.id.clone(), period.unit_deadline, period.office_deadline);
        let (unit_moved, office_moved) = (moved("unit_deadline"), moved("office_deadline"));
        let all = [
            (unit_moved && unit < today, ReferenceWarning::UnitDeadlineOver { period: id(), day: unit }),
            (unit_moved && free(unit), ReferenceWarning::UnitDeadlineFree { period: id(), day: unit }),
            (office_moved && office < today, ReferenceWarning::OfficeDeadlineOver { period: id(), day: office }),
            (office_moved && free(office), ReferenceWarning::OfficeDeadlineFree { period: id(), day: office }),
        ];
        warnings.extend(all.into_iter().filter(|(odd, _)| *odd).map(|(_, warning)| warning));
    }
    // A deadline that stays where it is, on a day that becomes a holiday.
    for one in set(ReferenceKind::Holidays) {
        let Some(day) = one.amendment.name.parse().ok().filter(|day| !is_working_day(*day, &register.holidays)) else {
            continue;
        };
        for period in &register.periods {
            let id = || period.id.clone();
            let unit = ReferenceWarning::UnitDeadlineFree { period: id(), day };
            let office = ReferenceWarning::OfficeDeadlineFree { period: id(), day };
            let hit = [(period.unit_deadline, unit), (period.office_deadline, office)];
            let hit = hit.into_iter().filter(|(deadline, warning)| *deadline == day && !warnings.contains(warning));
            let hit: Vec<ReferenceWarning> = hit.map(|(_, warning)| warning).collect();
            warnings.extend(hit);
        }
    }
    warnings
}

fn faults(store: &Store, merged: &[Period], new: &Period) -> Vec<ReferenceFault> {
    let hidden = fields::hidden(new).into_iter();
    let mut faults: Vec<ReferenceFault> = hidden.map(|field| ReferenceFault::HiddenSign { field }).collect();
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
