//! The published figures (*Utrapportering*): of approved reports that have left the office, for those who were given access.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::{
    api::{
        access::{Permission, Published, PublishedPoint, PublishedReport, UnitName},
        case::Earlier,
        fault::{Fault, FaultKind},
    },
    domain::{
        access::AccessRole,
        form::{FilledBy, Form},
        period::Period,
        person::Person,
        refusal::Refusal,
        unit::UnitNo,
    },
    server::store::{Conn, Store, permission, sees::Sees, version},
    text::date::day_of,
};

/// What of the published figures is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedRules {
    /// The smallest count that is hidden.
    pub hidden_from: u32,
    /// The largest count that is hidden.
    pub hidden_to: u32,
    /// In these points.
    pub hidden_points: BTreeSet<String>,
    /// For how many minutes using access again gives no new last use.
    pub used_again_minutes: u32,
}

impl PublishedRules {
    /// The rules of the program.
    ///
    /// # Errors
    /// What is wrong with `config/published.toml`; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, String> {
        toml::from_str(include_str!("../../../config/published.toml"))
            .map_err(|error| format!("config/published.toml: {error}"))
    }

    /// True for a figure that is not shown.
    #[must_use]
    pub fn hides(&self, point: &str, figure: Option<u32>) -> bool {
        let small = figure.is_some_and(|figure| (self.hidden_from..=self.hidden_to).contains(&figure));
        small && self.hidden_points.contains(point)
    }
}

/// The access of a person that was used, if the use is worth noting: its key.
pub type Used = Option<String>;

/// The published figures of a unit, and which access was used for them.
///
/// # Errors
/// Not allowed without access, or for a unit it does not reach.
pub async fn figures(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    unit: Option<&str>,
) -> Result<(Published, Used), Fault> {
    let now = store.now();
    let register = store.register();
    let period = register.current_period(day_of(now)).or_else(|| register.periods.first());
    let period = period.ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let held = permission::of_person(conn, &caller.id, now).await?;
    let refused = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotAllowed) };
    if held.is_empty() {
        return Err(refused(Refusal::NoPortalAccess));
    }
    let reach: Vec<(&(String, Permission), Vec<UnitName>)> =
        held.iter().map(|held| (held, units_of(store, &held.1, period))).collect();
    let mut units: Vec<UnitName> = reach.iter().flat_map(|(_, units)| units.iter().cloned()).collect();
    units.sort_by(|one, other| one.no.as_str().cmp(other.no.as_str()));
    units.dedup();
    let own = caller.unit.as_ref().and_then(|own| units.iter().find(|unit| unit.no == *own));
    let chosen = match unit {
        Some(wanted) => units.iter().find(|unit| unit.no.as_str() == wanted.trim()),
        None => own.or_else(|| units.first()),
    };
    let not_theirs = || refused(Refusal::NotYourUnit { unit: unit.unwrap_or_default().chars().take(40).collect() });
    let chosen = chosen.cloned().ok_or_else(not_theirs)?;
    let through = reach.iter().find(|(_, units)| units.contains(&chosen)).map(|(held, _)| *held);
    let (key, through) = through.ok_or_else(not_theirs)?;
    let form = register.form(period).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let reports = reports(store, conn, &chosen.no, period).await?;
    let pause = SignedDuration::from_mins(i64::from(store.published().used_again_minutes));
    let since = now.saturating_sub(pause).unwrap_or(Timestamp::MIN);
    let used = through.last_used_at.is_none_or(|last| last < since).then(|| key.clone());
    let (reference, role) = (through.reference.clone(), through.role);
    Ok((Published { through: reference, role, units, unit: chosen, points: points(form), reports }, used))
}

/// The units whose figures an access reaches, as they are in a period.
fn units_of(store: &Store, permission: &Permission, period: &Period) -> Vec<UnitName> {
    let register = store.register();
    let named = |unit: &crate::domain::unit::Unit| UnitName { no: unit.no.clone(), name: unit.name.clone() };
    match permission.role {
        AccessRole::Municipality => register.unit(&permission.unit, period).map(named).into_iter().collect(),
        AccessRole::Office => {
            register.office_units(&permission.office, period).filter(|unit| unit.reports).map(named).collect()
        }
    }
}

/// The points of a form that a unit fills in.
fn points(form: &Form) -> Vec<PublishedPoint> {
    let filled = form.points().filter(|point| point.filled_by == FilledBy::Municipality);
    filled
        .map(|point| PublishedPoint { key: point.key.clone(), code: point.code.clone(), label: point.label.clone() })
        .collect()
}

/// The approved figures of a unit that have left the office, of all half-years in which it had the same borders.
async fn reports(
    store: &Store,
    conn: &mut Conn,
    unit: &UnitNo,
    period: &Period,
) -> Result<Vec<PublishedReport>, Fault> {
    let register = store.register();
    let numbers = register.numbers_of(unit, period);
    let found = version::approved(store, conn, &Sees::Released, &numbers).await?;
    let same = |earlier: &Earlier| {
        let Ok(then) = register.period(earlier.period.as_str()) else { return false };
        if then.from > period.from {
            return *unit == earlier.unit && register.number_in(unit, then, period).as_ref() == Some(unit);
        }
        register.number_in(unit, period, then).as_ref() == Some(&earlier.unit)
    };
    Ok(found.into_iter().filter(same).map(|earlier| shown(store.published(), earlier)).collect())
}

fn shown(rules: &PublishedRules, earlier: Earlier) -> PublishedReport {
    let hidden: Vec<String> = earlier
        .values
        .iter()
        .filter(|(point, figure)| rules.hides(point, **figure))
        .map(|(point, _)| point.clone())
        .collect();
    let mut values = earlier.values;
    for point in &hidden {
        values.insert(point.clone(), None);
    }
    PublishedReport { period: earlier.period, values, hidden }
}
