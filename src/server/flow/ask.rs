//! Asking an applicant for more information: the case stays open.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    access,
    check::{self, Matter},
    parcels,
    stages::{self, Said},
};
use crate::{
    api::{decide::Asked, fault::Fault},
    checks::{identity, letter::mail::MailKind},
    domain::{decision::Comment, event::EventKind, person::Person, refusal::Refusal, report::Reference},
    server::store::{Conn, Store, task},
    text::clean,
};

/// Sends a question to an applicant.
///
/// # Errors
/// A blank question, a report instead of an access request, one's own application, or a case that is decided.
pub async fn ask(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    question: &str,
    at: Timestamp,
) -> Result<Asked, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    check::still_open(&record)?;
    let Matter::Access(applicant) = check::load(conn, &record).await? else {
        return Err(Fault::refused(Refusal::WrongKind));
    };
    if access::is_own(conn, caller, reference, &applicant).await? {
        return Err(Fault::refused(Refusal::OwnApplication));
    }
    let text = clean::prose(Comment::new(question)?.as_str());
    if let Some(refusal) = identity::refusal(&text) {
        return Err(Fault::refused(refusal));
    }
    let parcel = parcels::mail(store, &record, MailKind::Ask, &applicant.email, &text, at);
    parcels::post(conn, &record, &Uuid::now_v7().to_string(), None, at, &[parcel]).await?;
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::Asked, said).await?;
    task::touch(conn, reference).await?;
    Ok(Asked { reference: reference.clone(), at })
}
