//! A report from a file to the backend, and a decision taken back.
//! Imports `api`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{
    args::SubmitArgs,
    decide::{self, WouldSend},
    failure::Failure,
    known, output,
    session::{self, Session},
    submission, words,
};
use crate::{
    api::{
        decide::{Received, Undone},
        fault::Fault,
        me::Me,
        path,
    },
    client::backend::Backend,
    domain::{
        note::Note,
        report::{Reference, Source, Submission, Submitter},
    },
    text::{Texts, clean, date, refusal},
};

/// Submits a file, or tells what it would send.
pub(super) async fn submit(session: &Session, args: &SubmitArgs) -> Result<(), Failure> {
    let bytes = words::read(&args.file, submission::LARGEST)?;
    // An administrator may have set periods, forms and units that this program has never heard of.
    let register = known::served(&session.http).await?;
    let me = session.http.me().await?;
    let name = args.file.to_string_lossy();
    let imported = submission::read_all(&name, &bytes, &register, &sender(me)).map_err(Fault::refused_for)?;
    let notes = imported.notes.clone();
    let mut report = imported.only().map_err(Fault::refused_for)?;
    if let Some(text) = &args.generated {
        report.source = args.source.unwrap_or(Source::Register);
        report.generated_at = Some(date::parse_moment(text).ok_or_else(|| Failure::BadTime(text.clone()))?);
    }
    if !session.output().json {
        output::complain(notes.iter().filter(|note| args.dry_run || is_news(note)).map(|note| told(session, note)));
    }
    if args.dry_run {
        let path = path::REPORTS.to_owned();
        return decide::tell(session, &WouldSend { method: "POST", path, if_match: None, body: &report });
    }
    let received = send(session, report).await?;
    session.output().answer("received", &Submitted { received, notes }, |texts, sent| lines(texts, &sent.received))
}

/// What the backend answers, and what was assumed in reading the file.
#[derive(Serialize)]
struct Submitted {
    #[serde(flatten)]
    received: Received,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Note>,
}

/// True for what the backend does not tell itself when it answers.
fn is_news(note: &Note) -> bool {
    !matches!(note, Note::ObsoletePoint { .. })
}

fn told(session: &Session, note: &Note) -> String {
    refusal::note(&session.output().texts, note)
}

/// The person who asks, as the one who sends.
fn sender(me: Me) -> Submitter {
    Submitter { name: me.name, email: me.email, phone: String::new() }
}

/// Only a unit's own person may submit; the program's own backend has one for each unit.
async fn send(session: &Session, report: Submission) -> Result<Received, Failure> {
    let Some(embedded) = &session.embedded else { return Ok(session.http.submit(report).await?) };
    let token = embedded.reporter(&report.unit, session.output()).await?;
    let http = session::connect(&embedded.address, token.reveal())?;
    Ok(http.submit(report).await?)
}

fn lines(texts: &Texts, received: &Received) -> Vec<String> {
    let version = received.version.to_string();
    let reference = clean::line(received.reference.as_str());
    let mut lines = vec![texts.with("cli-received", &[("ref", &reference), ("version", &version)])];
    if received.late {
        lines.push(texts.say("cli-received-late"));
    }
    if !received.obsolete.is_empty() {
        let keys = clean::line(&received.obsolete.join(", "));
        lines.push(texts.with("cli-received-obsolete", &[("keys", &keys)]));
    }
    lines
}

/// Takes the last decision of a case back.
pub(super) async fn undo(session: &Session, reference: &str) -> Result<(), Failure> {
    let reference: Reference = reference.parse()?;
    let undone = session.http.undo(reference).await?;
    session.output().answer("undone", &undone, |texts, undone: &Undone| {
        let kind = texts.of_family("cli-decision", &undone.kind);
        vec![texts.with("cli-undone", &[("ref", undone.reference.as_str()), ("kind", &kind)])]
    })
}
