//! Ta, slipp og tildel: who has a task. Advice to the colleagues, never a lock: whoever may decide may still decide.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    check,
    stages::{self, Said},
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::Holder,
        together::{Colleague, ColleagueList, Held, HolderRequest},
    },
    domain::{
        event::EventKind,
        person::Person,
        refusal::{Refusal, TogetherFault},
        report::Reference,
    },
    server::store::{
        Conn, Store, holder,
        sees::Sees,
        task::{self, Record},
    },
};

/// Takes a task, as long as no colleague has it; a leader gives it to whom they name, whoever has it. Once more is no
/// second event.
///
/// # Errors
/// Not allowed for those who only read, a case that is decided, a colleague who has it, or nobody of that name.
pub async fn take(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    request: &HolderRequest,
    at: Timestamp,
) -> Result<Held, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    check::still_open(&record)?;
    let wanted = request.person.as_deref().filter(|person| *person != caller.id || caller.role.undoes_for_others());
    let to = match wanted {
        None => Colleague { person: caller.id.clone(), name: caller.name.clone(), role: caller.role },
        Some(_) if !caller.role.undoes_for_others() => return Err(Fault::new(FaultKind::NotAllowed)),
        Some(person) => colleague(conn, &record, person).await?,
    };
    match &record.row.holder {
        Some(holder) if holder.person == to.person => return Ok(held(&record, record.row.holder.clone(), false)),
        Some(holder) if wanted.is_none() => return Err(by_another(holder)),
        _ => {}
    }
    holder::set(conn, reference, Some((&to.person, at))).await?;
    let own = to.person == caller.id;
    let said = Said { text: Some(&to.name).filter(|_| !own).map(String::as_str), ..Said::default() };
    let kind = if own { EventKind::Taken } else { EventKind::Assigned };
    stages::record(conn, &record, caller, at, kind, said).await?;
    task::touch(conn, reference).await?;
    let now = Holder { person: to.person, name: to.name, since: at };
    Ok(held(&record, Some(now), true))
}

/// Lets a task go: one's own, or a colleague's for a leader. One that nobody has stays so.
///
/// # Errors
/// Not allowed for those who only read, a case that is decided, or a colleague who has it.
pub async fn release(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    at: Timestamp,
) -> Result<Held, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    check::still_open(&record)?;
    let Some(holder) = &record.row.holder else { return Ok(held(&record, None, false)) };
    let own = holder.person == caller.id;
    if !own && !caller.role.undoes_for_others() {
        return Err(by_another(holder));
    }
    holder::set(conn, reference, None).await?;
    let said = Said { text: Some(holder.name.as_str()).filter(|_| !own), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::Released, said).await?;
    Ok(held(&record, None, true))
}

/// Takes every task from a person who no longer decides for the office.
///
/// # Errors
/// A storage fault.
pub async fn end_of(store: &Store, conn: &mut Conn, caller: &Person, id: &str, at: Timestamp) -> Result<(), Fault> {
    for (reference, office) in holder::of_person(conn, id).await? {
        let Some(record) = task::find(store, conn, &Sees::Office(office), &reference).await? else { continue };
        let name = record.row.holder.as_ref().map(|holder| holder.name.clone());
        let said = Said { text: name.as_deref(), ..Said::default() };
        stages::record(conn, &record, caller, at, EventKind::Released, said).await?;
    }
    Ok(holder::clear(conn, id).await?)
}

/// Those who decide for the caller's office.
///
/// # Errors
/// Not allowed for those who read no office's cases.
pub async fn colleagues(conn: &mut Conn, caller: &Person) -> Result<ColleagueList, Fault> {
    let office = caller.office.as_ref().filter(|_| caller.role.reads_cases());
    let office = office.ok_or_else(|| Fault::new(FaultKind::NotAllowed))?;
    Ok(ColleagueList { people: holder::colleagues(conn, office).await? })
}

/// Who of the case's office has an id.
async fn colleague(conn: &mut Conn, record: &Record, person: &str) -> Result<Colleague, Fault> {
    let found = holder::colleagues(conn, &record.office).await?.into_iter().find(|one| one.person == person);
    let refusal = || Refusal::Together(TogetherFault::NoSuchColleague { given: person.chars().take(40).collect() });
    found.ok_or_else(|| Fault::refused(refusal()))
}

fn by_another(holder: &Holder) -> Fault {
    Fault { by: Some(holder.name.clone()), ..Fault::new(FaultKind::Held) }
}

fn held(record: &Record, holder: Option<Holder>, changed: bool) -> Held {
    Held { reference: record.row.reference.clone(), holder, changed }
}
