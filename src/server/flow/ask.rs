//! Asking an applicant for more information: the case stays open.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
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
    server::store::{Conn, Store, delivery, task},
    text::clean,
};

/// How much of a question's hash stands beside its key.
const DIGEST: usize = 16;

/// Sends a question to an applicant; with a key once, however often it comes.
///
/// # Errors
/// A blank question, a report instead of an access request, one's own application, or a case that is decided.
pub async fn ask(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (reference, key): (&Reference, Option<Uuid>),
    question: &str,
    at: Timestamp,
) -> Result<Asked, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    // Under its key it is posted once: the same question of the same case again is answered, and not sent.
    let digest = format!("{:x}", Sha256::digest(format!("{reference}\n{question}")));
    let under = key.map(|key| format!("{key}.{}", digest.chars().take(DIGEST).collect::<String>()));
    if let Some(under) = &under
        && delivery::exists(conn, under).await?
    {
        return Ok(Asked { reference: reference.clone(), at });
    }
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
    parcels::post(conn, &record, &under.unwrap_or_else(|| Uuid::now_v7().to_string()), None, at, &[parcel]).await?;
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::Asked, said).await?;
    task::touch(conn, reference).await?;
    Ok(Asked { reference: reference.clone(), at })
}
