//! Everything an office has on one of its units.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    extensions, notices,
    standing::{self, Sources},
    units,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::TaskRow,
        units::{CooperationSum, CooperationView, Member, UnitPage, UnitReport},
    },
    domain::{
        contact::{Cooperation, whole_sum},
        office::OfficeId,
        period::Period,
        person::Person,
        report::Values,
        task::TaskKind,
        unit::UnitNo,
    },
    server::store::{
        Conn, Store, contact,
        extension::{self, Part},
        notice,
        sees::Sees,
        standing as stored,
    },
};

/// The page of a unit in a period.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office; not found for every unit that is not theirs.
pub async fn page(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (given, period): (&str, Option<&str>),
    at: Timestamp,
) -> Result<UnitPage, Fault> {
    let office = notices::office_of(caller)?;
    let period = standing::period_of(store, period, at)?;
    let missing = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) };
    let unit = notices::unit_on(store, office, given, period).map_err(missing)?;
    let sees = Sees::Office(office.clone());
    let sources = Sources::read(store, conn, caller, period, at).await?;
    let numbers = store.register().numbers_of(&unit.no, period);
    let cases = stored::of_unit(store, conn, &sees, &numbers).await?;
    let part = Part { units: Some(&numbers), ..Part::of(office) };
    let entries = extension::list(conn, &part).await?;
    let figures = stored::figures(store, conn, &sees, &period.id).await?;
    let mut cooperations = Vec::new();
    for cooperation in contact::cooperations(conn, &unit.no).await? {
        cooperations.push(view(store, &cooperation, (office, period), &sources, &figures));
    }
    Ok(UnitPage {
        unit: units::load(store, conn, &unit.no, period).await?,
        row: sources.row(store, unit, period),
        cooperations,
        reports: cases.iter().filter_map(report).collect(),
        letters: notice::letters(conn, office, &numbers).await?,
        access: cases.into_iter().filter(|row| row.kind == TaskKind::Access).collect(),
        extensions: extensions::named(store, entries),
        count: extension::count(conn, office, &unit.no, period).await?,
        period: period.clone(),
    })
}

fn report(row: &TaskRow) -> Option<UnitReport> {
    Some(UnitReport {
        reference: row.reference.clone(),
        period: row.period.clone()?,
        version: row.version,
        state: row.state,
        received_at: row.received_at,
        badges: row.badges.clone(),
        returns: row.returns,
        decided_at: row.decided_at,
        decided_by: row.decided_by.clone(),
    })
}

/// A co-operation with its members, and sums that are there only when all members are.
fn view(
    store: &Store,
    cooperation: &Cooperation,
    (office, period): (&OfficeId, &Period),
    sources: &Sources,
    figures: &std::collections::HashMap<UnitNo, Values>,
) -> CooperationView {
    let register = store.register();
    let member = |no: &UnitNo| {
        let unit = register.unit(no, period).ok();
        let own = unit.filter(|unit| unit.office == *office);
        Member {
            no: no.clone(),
            name: unit.map_or_else(|| no.to_string(), |unit| unit.name.clone()),
            state: own.map(|unit| sources.row(store, unit, period).state),
        }
    };
    let form = register.form(period);
    let sum = |key: &String| {
        let point = form?.point(key)?;
        let parts = cooperation.members.iter().map(|no| figures.get(no)?.get(key).copied().flatten());
        Some(CooperationSum {
            key: key.clone(),
            label: format!("{} {}", point.code, point.label),
            sum: whole_sum(parts),
        })
    };
    CooperationView {
        name: cooperation.name.clone(),
        made_up: cooperation.made_up,
        host: cooperation.host.clone(),
        members: cooperation.members.iter().map(member).collect(),
        sums: register.shown_sums.iter().filter_map(sum).collect(),
    }
}
