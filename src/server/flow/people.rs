//! Who has access: added, changed, locked out, told what is stored about them, and taken away as far as the archive allows.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::{
    access,
    channels::administrator,
    fields::{self, LONGEST_NAME},
    holder,
};
use crate::{
    api::{
        admin::{PersonExport, PersonList, PersonRemoved, PersonRequest, PersonView, Removal},
        fault::{Fault, FaultKind},
    },
    domain::{
        office::OfficeId,
        person::{Person, Role},
        refusal::Refusal,
    },
    server::store::{
        Conn, Store, account,
        event::{self, AdminEvent},
        person,
    },
};

/// The longest id of a person.
const LONGEST_ID: usize = 40;

/// Everybody.
///
/// # Errors
/// Not allowed for everybody but administrators.
pub async fn list(conn: &mut Conn, caller: &Person) -> Result<PersonList, Fault> {
    administrator(caller)?;
    Ok(PersonList { people: account::all(conn).await? })
}

/// Adds a person, or changes the one with an id.
///
/// # Errors
/// A field that cannot be used, a role without its office or unit, or locking oneself out.
pub async fn put(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    id: &str,
    request: &PersonRequest,
    at: Timestamp,
) -> Result<PersonView, Fault> {
    administrator(caller)?;
    let before = account::of(conn, id).await?;
    let wanted = judged(store, id, before.as_ref(), request)?;
    let own = caller.id == id;
    if own && (request.locked == Some(true) || wanted.role != Role::Admin) {
        return Err(Fault::refused(Refusal::OwnAccount));
    }
    // An address that the person has registered is not made the one they are known by.
    if before.is_some() && request.email.is_none() {
        person::change(conn, &wanted).await?;
    } else {
        person::add(conn, &wanted).await?;
    }
    if let Some(locked) = request.locked {
        account::lock(conn, id, locked.then_some(at)).await?;
    }
    let after = account::of(conn, id).await?.ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let works = |person: &PersonView| person.role.decides() && person.locked_at.is_none();
    if before.as_ref().is_some_and(|before| !works(&after) || before.office != after.office) {
        holder::end_of(store, conn, caller, id, at).await?;
    }
    if before.as_ref() != Some(&after) {
        record(store, conn, caller, &after, &changes(before.as_ref(), &after), at).await?;
    }
    Ok(after)
}

/// Which fields were changed; of a role, an office or a unit what it is now. Contact data stay out of the log.
fn changes(before: Option<&PersonView>, after: &PersonView) -> String {
    let Some(before) = before else { return format!("+ {}", after.role.as_str()) };
    let mut parts = Vec::new();
    if before.role != after.role {
        parts.push(format!("role: {} > {}", before.role.as_str(), after.role.as_str()));
    }
    let office = |person: &PersonView| person.office.as_ref().map_or("–", OfficeId::as_str).to_owned();
    if before.office != after.office {
        parts.push(format!("office: {} > {}", office(before), office(after)));
    }
    if before.unit != after.unit {
        parts.push("unit".to_owned());
    }
    let plain = [
        (before.name != after.name, "name"),
        (before.email != after.email, "email"),
        (before.phone != after.phone, "phone"),
        (before.locked_at.is_none() && after.locked_at.is_some(), "locked"),
        (before.locked_at.is_some() && after.locked_at.is_none(), "unlocked"),
    ];
    parts.extend(plain.into_iter().filter(|(changed, _)| *changed).map(|(_, name)| name.to_owned()));
    parts.join(", ")
}

async fn record(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    about: &PersonView,
    what: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    let text = store.texts().with("person-changed", &[("person", &about.id), ("what", what)]);
    let office = about.office.as_ref().map_or("", OfficeId::as_str);
    let admin = AdminEvent { office, at, person: &caller.id, actor: &caller.name, text: &text };
    Ok(event::add_of_admin(conn, &admin).await?)
}

/// The person as they would be.
fn judged(store: &Store, id: &str, before: Option<&PersonView>, request: &PersonRequest) -> Result<Person, Fault> {
    let mut refusals = Vec::new();
    let plain = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if id.is_empty() || id.len() > LONGEST_ID || !plain {
        refusals.push(Refusal::BadField { field: "id".to_owned() });
    }
    refusals.extend(fields::refuse_hidden(id, request));
    let text = |given: &Option<String>, kept: fn(&PersonView) -> &String| {
        given.clone().or_else(|| before.map(kept).cloned()).unwrap_or_default()
    };
    let name = text(&request.name, |person| &person.name);
    let name = fields::line("name", &name, LONGEST_NAME, &mut refusals);
    let email = fields::email("email", &text(&request.email, |person| &person.email), &mut refusals);
    let phone = fields::phone("phone", &text(&request.phone, |person| &person.phone), &mut refusals);
    let Some(role) = request.role.or_else(|| before.map(|person| person.role)) else {
        refusals.push(Refusal::BadField { field: "role".to_owned() });
        return Err(Fault::refused_for(refusals));
    };
    let office = request.office.clone().or_else(|| before.and_then(|person| person.office.clone()));
    let unit = request.unit.clone().or_else(|| before.and_then(|person| person.unit.clone()));
    // What does not belong to the role is dropped, so that a change of role leaves no reach behind.
    let office = office.filter(|_| role.reads_cases());
    let unit = unit.filter(|_| role == Role::Municipality);
    let known_office = office.as_ref().is_some_and(|office| store.register().office(office).is_some());
    if role.reads_cases() && !known_office {
        refusals.push(Refusal::BadField { field: "office".to_owned() });
    }
    let register = store.register();
    let known_unit =
        unit.as_ref().is_some_and(|unit| register.periods.iter().any(|period| register.unit(unit, period).is_ok()));
    if role == Role::Municipality && !known_unit {
        refusals.push(Refusal::BadField { field: "unit".to_owned() });
    }
    if refusals.is_empty() {
        Ok(Person { id: id.to_owned(), name, email, phone, role, office, unit })
    } else {
        Err(Fault::refused_for(refusals))
    }
}

/// Everything that is stored about a person.
///
/// # Errors
/// Not found for an id nobody has.
pub async fn export(conn: &mut Conn, caller: &Person, id: &str) -> Result<PersonExport, Fault> {
    administrator(caller)?;
    let person = account::of(conn, id).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    let traces = account::traces(conn, id, &person.email).await?;
    Ok(PersonExport {
        events: account::events(conn, id).await?,
        person,
        tokens: traces.tokens,
        decisions: traces.decisions,
        drafts: traces.drafts,
        extensions: traces.extensions,
        submitted: traces.submitted,
        applications: traces.applications,
    })
}

/// Takes a person away. One of whom nothing in the archive speaks is gone; of others the name stays with what they decided, and
/// contact data, own views and access are gone.
///
/// # Errors
/// Not found for an id nobody has; oneself.
pub async fn remove(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    id: &str,
    at: Timestamp,
) -> Result<PersonRemoved, Fault> {
    administrator(caller)?;
    if caller.id == id {
        return Err(Fault::refused(Refusal::OwnAccount));
    }
    let person = account::of(conn, id).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    let traces = account::traces(conn, id, &person.email).await?;
    access::end_of(store, conn, caller, id, at).await?;
    holder::end_of(store, conn, caller, id, at).await?;
    let gone = account::remove(conn, id, &traces).await?;
    if !gone {
        let name = store.texts().with("person-removed-name", &[("person", id)]);
        account::pseudonymise(conn, id, &name, at).await?;
    }
    record(store, conn, caller, &person, if gone { "removed" } else { "pseudonymised" }, at).await?;
    let outcome = if gone { Removal::Deleted } else { Removal::Pseudonymised };
    Ok(PersonRemoved { outcome, events: traces.events, decisions: traces.decisions })
}
