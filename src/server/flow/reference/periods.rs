//! Periods: new ones, or other dates of those there are.
//! Imports `domain` and `api`.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::{Planned, differences, in_row, is_name, line_of, not_toml, refusal, refused};
use crate::{
    api::fault::Fault,
    domain::{
        amendment::{Amendment, ReferenceKind},
        period::Period,
        refusal::{ReferenceFault, Refusal},
    },
    server::store::{Conn, Store, amendment},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    period: Vec<Spanned<Period>>,
}

/// Judges the periods of a file together with those there are.
pub(super) async fn judge(store: &Store, conn: &mut Conn, content: &str) -> Result<Vec<Planned>, Fault> {
    let File { period: given } = toml::from_str(content).map_err(|error| not_toml("periods", content, &error))?;
    if given.is_empty() {
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
        if reports > 0 {
            faults.push(ReferenceFault::InUse { reports });
        }
        let told = |fault| in_row(line, refusal(new.id.as_str(), fault));
        refusals.extend(faults.into_iter().map(told).collect::<Vec<Refusal>>());
        let content = serde_json::to_string(new).unwrap_or_default();
        let amendment =
            Amendment { kind: ReferenceKind::Periods, name: new.id.to_string(), from: new.from.to_string(), content };
        planned.push(Planned { amendment, changes: differences(new.id.as_str(), before, Some(new)) });
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

fn faults(store: &Store, merged: &[Period], new: &Period) -> Vec<ReferenceFault> {
    let mut faults = Vec::new();
    if !is_name(new.id.as_str()) {
        faults.push(ReferenceFault::BadName);
    }
    let turned = new.from > new.to || new.opens <= new.from || new.opens > new.unit_deadline;
    if turned || new.unit_deadline > new.office_deadline || new.unit_deadline <= new.to {
        faults.push(ReferenceFault::Dates);
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
