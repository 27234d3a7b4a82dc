//! Which access requests may be granted together: those whose address is their own unit's, and of which nothing else is known
//! that somebody should think about. All others are looked at one by one.
//! Imports `domain` and `api`.

use crate::{
    api::fault::Fault,
    domain::{
        access::{AccessRole, Applicant, Application, is_of_unit},
        event::EventKind,
        refusal::{ApplicationFault, Refusal},
    },
    server::{
        flow::access,
        store::{Conn, Store, application, event, sees::Sees, task::Record},
    },
};

/// The role that everybody in such a batch gets.
pub(super) const ROLE: AccessRole = AccessRole::Municipality;

/// What speaks against granting an application together with others.
///
/// # Errors
/// A storage fault.
pub(super) async fn refusals(
    store: &Store,
    conn: &mut Conn,
    record: &Record,
    given: &Application,
) -> Result<Vec<Refusal>, Fault> {
    let mut refusals = Vec::new();
    let (applicant, _) = access::classify(store, record, given);
    if !is_of_unit(applicant, given, &record.row.unit_name) {
        let shared = applicant == Applicant::District;
        let why = if shared { ApplicationFault::SharedAddress } else { ApplicationFault::OtherAddress };
        refusals.push(Refusal::Application(why));
    }
    let sees = Sees::Office(record.office.clone());
    let earlier = application::others(store, conn, &sees, &record.row.reference, given).await?;
    if let Some(last) = earlier.last() {
        let reference = last.reference.to_string();
        refusals.push(Refusal::Application(ApplicationFault::AppliedBefore { reference }));
    }
    if event::since_opened(conn, &record.row.reference).await?.contains(&EventKind::Asked) {
        refusals.push(Refusal::Application(ApplicationFault::QuestionOpen));
    }
    Ok(refusals)
}

/// The same of a case whose application is not at hand.
///
/// # Errors
/// A storage fault.
pub(super) async fn refusals_of(store: &Store, conn: &mut Conn, record: &Record) -> Result<Vec<Refusal>, Fault> {
    match application::of(conn, &record.row.reference).await? {
        Some(given) => refusals(store, conn, record, &given).await,
        None => Ok(vec![Refusal::WrongKind]),
    }
}
