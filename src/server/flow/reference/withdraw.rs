//! Taking back what was set, as long as nothing rests on it: what is built in holds again, or nothing of that name.
//! Imports `domain` and `api`.

use super::{Planned, digest, refused, rules};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::FieldChange,
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        period::{Period, PeriodId},
        refusal::{ReferenceFault, Refusal},
    },
    server::store::{Conn, Store, amendment},
};

/// Judges whether a period, a form or a rule pack can be taken back.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    of: ReferenceKind,
    name: &str,
) -> Result<Vec<Planned>, Fault> {
    let held: Vec<Amendment> = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment).collect();
    let own = held.iter().find(|held| held.kind == of && held.name == name);
    if !matches!(of, ReferenceKind::Periods | ReferenceKind::Forms | ReferenceKind::Rules) {
        // What is said of the others is said anew.
        return Err(Fault::refused(Refusal::BadField { field: "of".to_owned() }));
    }
    let own = own.ok_or_else(|| refused(name, ReferenceFault::NotSet))?;
    let fault = match of {
        ReferenceKind::Periods => on_period(store, conn, &held, own).await?,
        ReferenceKind::Forms => on_form(store, conn, &held, own).await?,
        _ => on_rules(conn, &held, own).await?,
    };
    if let Some(fault) = fault {
        return Err(refused(name, fault));
    }
    let gone = |field: &str, before: String| FieldChange {
        name: name.to_owned(),
        field: field.to_owned(),
        before: Some(before),
        after: None,
    };
    let changes = vec![gone("withdrawn", own.from.clone()), gone("content", digest(&own.content))];
    Ok(vec![Planned { amendment: Amendment { content: String::new(), ..own.clone() }, changes }])
}

/// What names something, as it is told.
fn named_by(other: &Amendment) -> ReferenceFault {
    ReferenceFault::NamedBy { other: format!("{} {}", other.kind.as_str(), other.name) }
}

/// What rests on a period: its reports, and where no built-in one takes its place, all that names it.
async fn on_period(
    store: &Store,
    conn: &mut Conn,
    held: &[Amendment],
    own: &Amendment,
) -> Result<Option<ReferenceFault>, Fault> {
    let id = PeriodId(own.name.clone());
    let reports = amendment::reports_in(conn, &id).await?;
    if reports > 0 {
        return Ok(Some(ReferenceFault::InUse { reports }));
    }
    let built_in = store.setting().own.register().map_err(|_error| Fault::new(FaultKind::Internal))?;
    if built_in.periods.iter().any(|period| period.id == id) {
        return Ok(None);
    }
    let begins = |other: &&Amendment| {
        let by_period = matches!(other.kind, ReferenceKind::Counts | ReferenceKind::Forms | ReferenceKind::Rules);
        by_period && other.from == id.as_str()
    };
    let after = |period: &&Period| [&period.previous, &period.same_last_year].into_iter().flatten().any(|of| *of == id);
    if let Some(other) = held.iter().find(begins) {
        return Ok(Some(named_by(other)));
    }
    if let Some(period) = store.register().periods.iter().find(after) {
        return Ok(Some(ReferenceFault::NamedBy { other: period.id.to_string() }));
    }
    // A channel that begins in it, or a reminder of it.
    Ok(amendment::unit_of(conn, &id).await?.map(|other| ReferenceFault::NamedBy { other }))
}

/// What rests on a form: reports, rule packs, and periods that were set with it.
async fn on_form(
    store: &Store,
    conn: &mut Conn,
    held: &[Amendment],
    own: &Amendment,
) -> Result<Option<ReferenceFault>, Fault> {
    let from = PeriodId(own.from.clone());
    let others = store.register().forms.iter().filter(|form| form.version != own.name);
    let next = others.map(|form| &form.from).filter(|next| **next > from).min();
    let reports = amendment::reports(conn, &from, next).await?;
    if reports > 0 {
        return Ok(Some(ReferenceFault::InUse { reports }));
    }
    let names = |other: &&Amendment| match other.kind {
        ReferenceKind::Rules => rules::named(&other.content).is_ok_and(|pack| pack.form == own.name),
        ReferenceKind::Periods => {
            serde_json::from_str::<Period>(&other.content).is_ok_and(|period| period.form == own.name)
        }
        _ => false,
    };
    Ok(held.iter().find(names).map(named_by))
}

/// What rests on a rule pack: decisions, and packs that go on with it.
async fn on_rules(conn: &mut Conn, held: &[Amendment], own: &Amendment) -> Result<Option<ReferenceFault>, Fault> {
    let reports = rules::decisions_on(conn, held, &own.name).await?;
    if reports > 0 {
        return Ok(Some(ReferenceFault::InUse { reports }));
    }
    Ok(rules::over(held, &own.name).next().map(named_by))
}
