//! Asking an applicant for more information: the case stays open.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    access, apply,
    check::{self, Matter},
    parcels,
    stages::{self, Said},
};
use crate::{
    api::{
        decide::Asked,
        fault::{Fault, FaultKind},
    },
    checks::{identity, letter::mail::MailKind},
    domain::{decision::Comment, event::EventKind, person::Person, refusal::Refusal, report::Reference},
    server::store::{Conn, Store, delivery, task},
    text::clean,
};

/// How much of a question's hash stands beside its key.
const DIGEST: usize = 32;

/// Sends a question to an applicant; with a key once, however often it comes.
///
/// # Errors
/// A key that was used for something else, a blank question, a report instead of an access request, one's own
/// application, or a case that is decided.
pub async fn ask(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (reference, key): (&Reference, Option<Uuid>),
    question: &str,
    at: Timestamp,
) -> Result<Asked, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    // Under its key it is posted once: the same question of the same case again is answered, another one is refused.
    let key = key.map(|key| key.to_string());
    let fingerprint = apply::fingerprint(&serde_json::json!([caller.id, reference, question]));
    let fingerprint: String = fingerprint.chars().take(DIGEST).collect();
    if let Some(key) = &key
        && let Some((before, at)) = delivery::by_request(conn, key).await?
    {
        let same = before == fingerprint;
        return if same {
            Ok(Asked { reference: reference.clone(), at })
        } else {
            Err(Fault::new(FaultKind::KeyReused))
        };
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
    let under = key.map_or_else(|| Uuid::now_v7().to_string(), |key| delivery::keyed(&key, &fingerprint));
    parcels::post(conn, &record, &under, None, at, &[parcel]).await?;
    let said = Said { text: Some(&text), ..Said::default() };
    stages::record(conn, &record, caller, at, EventKind::Asked, said).await?;
    task::touch(conn, reference).await?;
    Ok(Asked { reference: reference.clone(), at })
}
