//! An access request as plain text, and applying from a file.
//! Imports `api`, `client`, `domain` and `text`.

use std::future::Future;

use uuid::Uuid;

use super::{
    args::ApplyArgs,
    decide::{WouldSend, check_consent, tell},
    failure::Failure,
    report,
    session::Session,
    table::Table,
    words,
};
use crate::{
    api::{case::AccessCase, fault::Stored, path},
    client::backend::{Answer, Backend as _},
    domain::access::Application,
    text::{Texts, application, clean, date},
};

/// The largest file of an applicant, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Applies for access from a file, or tells what it would send. Who applies stands in a file and never among the arguments,
/// where everybody on the machine could read it.
pub(super) async fn apply(session: &Session, args: &ApplyArgs) -> Result<(), Failure> {
    check_consent(args.consent)?;
    let bytes = words::read(&args.file, LARGEST)?;
    let bad = || Failure::BadApplication(args.file.display().to_string());
    let application: Application = serde_json::from_slice(&bytes).map_err(|_error| bad())?;
    if args.consent.dry_run {
        let path = path::APPLICATIONS.to_owned();
        return tell(session, &WouldSend { method: "POST", path, if_match: None, body: &application });
    }
    let what = serde_json::to_string(&application).map_err(|error| Failure::Internal(error.to_string()))?;
    let received = once(session, &format!("apply {what}"), |key| session.http.apply(key, application)).await?;
    session.output().answer("applied", &received, |texts, received| {
        vec![texts.with("cli-applied", &[("reference", received.reference.as_str())])]
    })
}

/// Sends something under its key: the one it was sent with before when nobody knows what came of that, so that the same
/// command said again does not do it twice.
pub(super) async fn once<T, Sending>(
    session: &Session,
    what: &str,
    send: impl FnOnce(Uuid) -> Sending,
) -> Result<T, Failure>
where
    Sending: Future<Output = Answer<T>>,
{
    let me = session.http.me().await?;
    let mut journal = session.journal(&me.person)?;
    let key = journal.once(what)?;
    let answer = send(key).await;
    if answer.as_ref().err().is_none_or(|fault| fault.stored == Stored::No) {
        journal.once_done(key)?;
    }
    Ok(answer?)
}

/// An access request in full.
pub(super) fn lines(texts: &Texts, case: &AccessCase) -> Vec<String> {
    let application = &case.application;
    let mut table = Table::plain();
    let mut fact = |id: &str, value: &str| table.push(vec![texts.say(&format!("cli-fact-{id}")), clean::line(value)]);
    fact("reference", case.row.reference.as_str());
    fact("applicant", &application.name);
    fact("email", &application.email);
    fact("phone", &application.phone);
    fact("represents", &application.represents);
    fact("unit", &format!("{} {}", case.unit.no.as_str(), case.unit.name));
    fact("received", &date::moment(case.row.received_at));
    fact("state", &texts.of_family("cli-state", &case.row.state));
    fact("seems", &texts.of_family("cli-applicant", &case.applicant));
    let signs: Vec<String> = case.signs.iter().map(|sign| texts.of_family("cli-sign", sign)).collect();
    fact("signs", &signs.join(", "));
    let role =
        case.suggested.map_or_else(|| texts.say("access-role-none"), |role| texts.of_family("access-role", &role));
    fact("suggested", &role);
    if let Some(name) = &case.sent_by {
        fact("sent-by", name);
    }
    for earlier in &case.earlier {
        fact("earlier", &application::earlier(texts, earlier));
    }
    if let Some(held) = &case.held {
        fact("held", held.as_str());
    }
    if let Some(permission) = &case.permission {
        fact("permission", &application::permission(texts, permission));
    }
    let mut lines = table.lines();
    lines.push(String::new());
    lines.extend(report::draft(texts, case.draft.as_ref()));
    lines.extend(report::decisions(texts, &case.decisions));
    let of_decisions = case.decisions.iter().flat_map(|made| &made.deliveries);
    lines.extend(report::deliveries(texts, of_decisions.chain(&case.deliveries)));
    lines.extend(report::timeline(texts, &case.events));
    lines
}
