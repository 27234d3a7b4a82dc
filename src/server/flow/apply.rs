//! An access request arrives.
//! Imports `domain`, `text` and `api`.

use jiff::{Timestamp, ToSpan as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::fields;
use crate::{
    api::{
        access::{ReportingUnits, UnitName},
        decide::Received,
        fault::{Fault, FaultKind},
    },
    domain::{
        access::Application,
        event::EventKind,
        person::Person,
        reach,
        refusal::Refusal,
        report::Reference,
        task::TaskKind,
        unit::{Unit, UnitNo},
    },
    server::store::{
        Conn, Store, application,
        event::{self, NewEvent},
        task::{self, NewTask},
    },
    text::{clean, date::day_of},
};

/// How long an access request may wait, in days: it has no deadline of its own and is sorted among those that have.
const DAYS_TO_ANSWER: i64 = 7;

/// Takes an access request in, once however often it is sent with the same key; true when it is new.
///
/// # Errors
/// A key that was used for something else, or all reasons at once for which it is refused; nothing is stored then.
pub async fn apply_once(
    store: &Store,
    conn: &mut Conn,
    (caller, key): (&Person, Option<Uuid>),
    given: &Application,
    at: Timestamp,
) -> Result<(Received, bool), Fault> {
    let Some(key) = key.map(|key| key.to_string()) else {
        return Ok((apply(store, conn, given, Some(&caller.id), at).await?, true));
    };
    let fingerprint = fingerprint(&serde_json::json!([caller.id, given]));
    if let Some((reference, before, at)) = application::by_request(conn, &key).await? {
        let received = Received { reference, version: 1, at, late: false, obsolete: Vec::new() };
        return if before == fingerprint { Ok((received, false)) } else { Err(Fault::new(FaultKind::KeyReused)) };
    }
    let received = apply(store, conn, given, Some(&caller.id), at).await?;
    application::remember(conn, &received.reference, &key, &fingerprint).await?;
    Ok((received, true))
}

/// What a key stands for, as it is kept.
#[must_use]
pub fn fingerprint(content: &serde_json::Value) -> String {
    format!("{:x}", Sha256::digest(content.to_string()))
}

/// Takes an access request in.
///
/// # Errors
/// All reasons at once for which it is refused; nothing is stored then.
pub async fn apply(
    store: &Store,
    conn: &mut Conn,
    given: &Application,
    person: Option<&str>,
    at: Timestamp,
) -> Result<Received, Fault> {
    let mut refusals = Vec::new();
    let unit = find_unit(store, given.unit.as_str(), at, &mut refusals);
    let cleaned = cleaned(given, &mut refusals);
    let Some(unit) = unit.filter(|_| refusals.is_empty()) else { return Err(Fault::refused_for(refusals)) };
    let cleaned = Application { unit: unit.no.clone(), ..cleaned };
    let number = application::next_number(conn).await?;
    let reference = Reference::access(number);
    let day = day_of(at);
    let new = NewTask {
        reference: &reference,
        kind: TaskKind::Access,
        office: &unit.office,
        unit: &unit.no,
        unit_name: &unit.name,
        also: unit.also.as_deref(),
        applicant: Some(&cleaned.name),
        period: None,
        received_at: at,
        deadline: None,
        due: day.checked_add(DAYS_TO_ANSWER.days()).unwrap_or(day),
        unit_deadline: None,
        late: false,
    };
    task::add(conn, &new).await?;
    application::add(conn, &reference, number, &cleaned, person).await?;
    let new = NewEvent {
        reference: &reference,
        office: &unit.office,
        at,
        kind: EventKind::Applied,
        person,
        actor: &cleaned.name,
        version: 1,
        decision: None,
        extensions: None,
        text: None,
    };
    event::add(conn, &new).await?;
    Ok(Received { reference, version: 1, at, late: false, obsolete: Vec::new() })
}

/// The units an applicant chooses from: all that report today.
#[must_use]
pub fn units(store: &Store, at: Timestamp) -> ReportingUnits {
    let register = store.register();
    let period = register.current_period(day_of(at)).or_else(|| register.periods.first());
    let units = period.map(|period| register.units(period)).unwrap_or_default().iter().filter(|unit| unit.reports);
    ReportingUnits { units: units.map(|unit| UnitName { no: unit.no.clone(), name: unit.name.clone() }).collect() }
}

/// The reporting unit an applicant chose, as it is today.
fn find_unit<'a>(store: &'a Store, given: &str, at: Timestamp, refusals: &mut Vec<Refusal>) -> Option<&'a Unit> {
    let register = store.register();
    let period = register.current_period(day_of(at)).or_else(|| register.periods.first())?;
    let found = given.trim().parse::<UnitNo>().and_then(|number| register.unit(&number, period));
    match found {
        Ok(unit) if unit.reports => return Some(unit),
        Ok(unit) => refusals.push(Refusal::UnitDoesNotReport { unit: unit.no.to_string() }),
        Err(refusal) => refusals.push(refusal),
    }
    None
}

fn cleaned(given: &Application, refusals: &mut Vec<Refusal>) -> Application {
    Application {
        name: fields::line("name", &given.name, fields::LONGEST_NAME, refusals),
        email: fields::email("email", &given.email, refusals),
        phone: reach::phone(&clean::line(&given.phone)).unwrap_or_else(|refusal| {
            refusals.push(refusal);
            String::new()
        }),
        represents: fields::line("represents", &given.represents, fields::LONGEST_NAME, refusals),
        unit: given.unit.clone(),
    }
}
