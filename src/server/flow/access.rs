//! Access to the published figures: as what it is granted, to whom never, who has it, and taking it away.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    apply,
    check::{self, Order},
    parcels,
    stages::{self, Said},
};
use crate::{
    api::{
        access::{AccessRemoval, AccessRemoved, PermissionList, PermissionQuery},
        fault::{Fault, FaultKind},
    },
    checks::{identity, letter::mail::MailKind},
    domain::{
        access::{self, AccessRole, Applicant, Application, Sign, phone_digits},
        decision::{Comment, DecisionKind},
        event::EventKind,
        office::OfficeId,
        person::{Person, Role},
        refusal::{ApplicationFault, Refusal},
        report::Reference,
    },
    server::store::{
        Conn, Store, application,
        permission::{self, Listed, NewPermission},
        sees::Sees,
        task::{self, Record},
    },
    text::{clean, date},
};

/// What an applicant seems to be, by the unit as it is today.
#[must_use]
pub fn classify(store: &Store, record: &Record, application: &Application) -> (Applicant, Vec<Sign>) {
    let register = store.register();
    let period = register.current_period(date::day_of(record.row.received_at)).or_else(|| register.periods.first());
    let unit = period.and_then(|period| register.unit(&application.unit, period).ok());
    match unit {
        Some(unit) => access::classify(application, &unit.name, unit.kind, &register.domains),
        // A unit nobody knows any more says nothing of who applies.
        None => (Applicant::External, vec![Sign::UnknownDomain]),
    }
}

/// True when somebody's application is their own: it has their address or telephone, or was sent while they were logged in
/// as the applicant.
///
/// # Errors
/// A storage fault.
pub async fn is_own(
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    application: &Application,
) -> Result<bool, Fault> {
    let address = caller.email.trim().to_lowercase() == application.email.trim().to_lowercase();
    let digits = phone_digits(&caller.phone);
    let phone = !digits.is_empty() && digits == phone_digits(&application.phone);
    Ok((address && !application.email.is_empty()) || phone || permission::is_own(conn, &caller.id, reference).await?)
}

/// What a grant of this application would be in the store.
fn wanted<'a>(record: &'a Record, application: &'a Application, role: AccessRole, key: &'a str) -> NewPermission<'a> {
    NewPermission {
        decision: key,
        reference: &record.row.reference,
        email: &application.email,
        role,
        office: &record.office,
        unit: &application.unit,
    }
}

/// The application through which the applicant has the same access already.
///
/// # Errors
/// A storage fault.
pub async fn held(
    conn: &mut Conn,
    record: &Record,
    application: &Application,
    role: AccessRole,
) -> Result<Option<Reference>, Fault> {
    Ok(permission::held(conn, &wanted(record, application, role, "")).await?)
}

/// Judges a decision on an application: the role of a grant, and all reasons against it.
///
/// # Errors
/// A storage fault.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    order: &Order<'_>,
    record: &Record,
    application: &Application,
) -> Result<(Option<AccessRole>, Vec<Refusal>), Fault> {
    let mut refusals = Vec::new();
    if is_own(conn, order.caller, order.reference, application).await? {
        refusals.push(Refusal::OwnApplication);
    }
    let request = order.request;
    let gives = matches!(request.kind, DecisionKind::Grant | DecisionKind::Forward);
    if gives && application::is_gone(conn, order.reference).await? {
        refusals.push(Refusal::Application(ApplicationFault::ApplicantGone));
    }
    if request.kind != DecisionKind::Grant {
        return Ok((None, refusals));
    }
    let suggested = classify(store, record, application).0.role();
    let has_reason = request.comment.as_deref().is_some_and(|text| Comment::new(text).is_ok());
    match access::granted_role(suggested, request.role, request.confirm_role, has_reason) {
        Ok(role) => {
            let held = held(conn, record, application, role).await?;
            refusals.extend(held.map(|held| Refusal::AccessHeld { reference: held.to_string() }));
            Ok((Some(role), refusals))
        }
        Err(more) => {
            refusals.extend(more);
            Ok((None, refusals))
        }
    }
}

/// Stores what a grant gives, and says so in the log.
///
/// # Errors
/// A storage fault.
pub(super) async fn give(
    conn: &mut Conn,
    caller: &Person,
    record: &Record,
    (application, role): (&Application, AccessRole),
    key: &str,
    at: Timestamp,
) -> Result<(), Fault> {
    permission::add(conn, &wanted(record, application, role, key)).await?;
    let of = if role == AccessRole::Office { record.office.as_str() } else { application.unit.as_str() };
    let text = format!("{} {of}", role.as_str());
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, record, caller, at, EventKind::AccessGranted, said).await
}

/// Who has access, as far as the caller looks after it.
///
/// # Errors
/// Not allowed, or a storage fault.
pub async fn list(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    query: &PermissionQuery,
) -> Result<PermissionList, Fault> {
    let office = office_of(caller)?;
    let unused_since = query.unused_since.map(date::start_of);
    let listed = Listed { office: office.as_ref(), unused_since, removed: query.removed };
    Ok(PermissionList { rows: permission::list(conn, listed, store.now()).await? })
}

/// The office whose access a person looks after; none for all of them.
fn office_of(caller: &Person) -> Result<Option<OfficeId>, Fault> {
    let refused = || Fault::new(FaultKind::NotAllowed);
    match caller.role {
        Role::Admin => Ok(None),
        role if role.reads_cases() => caller.office.clone().map(Some).ok_or_else(refused),
        _ => Err(refused()),
    }
}

/// What was answered when access was taken away, for a request that is sent again.
async fn replayed(store: &Store, conn: &mut Conn, record: &Record) -> Result<AccessRemoved, Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let found = permission::of_application(conn, &record.row.reference, store.now()).await?;
    let (_, permission) = found.ok_or_else(internal)?;
    let removed = permission.removed.as_ref().ok_or_else(internal)?;
    Ok(AccessRemoved { at: removed.at, recipient: permission.email.clone(), permission })
}

/// Takes access away, once however often it is sent with the same key: its holder is told, in the language of the unit,
/// and why.
///
/// # Errors
/// A key that was used for something else, not allowed, not found, a blank reason or one with an identity number, or access that does not hold.
pub async fn remove(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (reference, key): (&Reference, Option<Uuid>),
    reason: &str,
    at: Timestamp,
) -> Result<AccessRemoved, Fault> {
    if !caller.role.decides() && caller.role != Role::Admin {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let record = record_of(store, conn, caller, reference).await?;
    let text = clean::prose(Comment::new(reason)?.as_str());
    if let Some(refusal) = identity::refusal(&text) {
        return Err(Fault::refused(refusal));
    }
    let sent = key.map(|key| key.to_string());
    let fingerprint = apply::fingerprint(&serde_json::json!([caller.id, reference, text]));
    if let Some(sent) = &sent
        && let Some(before) = permission::by_removal(conn, sent).await?
    {
        return if before == fingerprint {
            replayed(store, conn, &record).await
        } else {
            Err(Fault::new(FaultKind::KeyReused))
        };
    }
    let found = permission::of_application(conn, reference, store.now()).await?;
    let held = found.filter(|(_, permission)| permission.removed.is_none());
    let (key, mut taken) = held.ok_or_else(|| Fault::refused(Refusal::NoAccessToRemove))?;
    permission::remove(conn, &key, (&caller.id, &caller.name), at, &text).await?;
    if let Some(sent) = &sent {
        permission::remember_removal(conn, &key, sent, &fingerprint).await?;
    }
    let parcel = parcels::mail(store, &record, MailKind::Removed, &taken.email, &text, at);
    let recipient = parcel.recipient.clone();
    parcels::post(conn, &record, &Uuid::now_v7().to_string(), None, at, &[parcel]).await?;
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::AccessRemoved, said).await?;
    taken.removed = Some(AccessRemoval { at, by: caller.name.clone(), reason: text });
    Ok(AccessRemoved { permission: taken, at, recipient })
}

/// Ends all access of a person who is taken away, so that nobody who gets the same id or address later has it. Nobody is
/// written to: the person is gone.
///
/// # Errors
/// A storage fault.
pub async fn end_of(store: &Store, conn: &mut Conn, caller: &Person, id: &str, at: Timestamp) -> Result<(), Fault> {
    let text = store.texts().say("person-removed-access");
    application::end_of(conn, id, at).await?;
    // What can still be undone is ended as well.
    for (key, held) in permission::of_person(conn, id, Timestamp::MAX).await? {
        let record = record_of(store, conn, caller, &held.reference).await?;
        permission::remove(conn, &key, (&caller.id, &caller.name), at, &text).await?;
        let said = Said { text: Some(&text), ..Said::default() };
        stages::record(conn, &record, caller, at, EventKind::AccessRemoved, said).await?;
    }
    Ok(())
}

/// The application, of any office for an administrator.
async fn record_of(store: &Store, conn: &mut Conn, caller: &Person, reference: &Reference) -> Result<Record, Fault> {
    if caller.role != Role::Admin {
        return check::decidable(store, conn, caller, reference).await;
    }
    let missing = || Fault::new(FaultKind::NotFound);
    let (office, _, of_report) = task::whose(conn, reference).await?.ok_or_else(missing)?;
    if of_report {
        return Err(missing());
    }
    task::find(store, conn, &Sees::Office(office), reference).await?.ok_or_else(missing)
}
