//! Godta avvik: a deviation is accepted with a reason, and the acceptance is remembered for the unit.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::{
    check::{self, Matter},
    fields, review,
    stages::{self, Said},
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        review::{AcceptAnswer, AcceptRequest},
    },
    domain::{
        event::EventKind,
        finding::{Accepted, Severity, accept_says},
        person::Person,
        refusal::Refusal,
        report::Reference,
    },
    server::store::{
        Conn, Store,
        review::{self as stored, NewAcceptance},
        task,
    },
    text::clean,
};

/// Accepts a deviation of the version that was seen, or takes an acceptance back where the reason is blank.
///
/// # Errors
/// A case that is decided, a newer version, a finding that the report does not have, or a reason that is too long or holds
/// an identity number.
pub async fn accept(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (reference, version): (&Reference, u32),
    request: &AcceptRequest,
    at: Timestamp,
) -> Result<AcceptAnswer, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    if version != record.row.version {
        return Err(Fault { version: Some(record.row.version), ..Fault::new(FaultKind::VersionChanged) });
    }
    check::still_open(&record)?;
    let missing = || Fault::refused(Refusal::NoSuchFinding { rule: request.finding.rule.chars().take(40).collect() });
    let (Matter::Report(newest), Some(period)) = (check::load(conn, &record).await?, &record.row.period) else {
        return Err(Fault::refused(Refusal::WrongKind));
    };
    let found = review::now(store, conn, &record).await?.unwrap_or_default();
    let finding = found.findings.iter().find(|finding| finding.id() == request.finding).ok_or_else(missing)?;
    if finding.severity == Severity::Fatal {
        return Err(missing());
    }
    let reason = clean::prose(request.reason.trim());
    let length = reason.chars().count();
    if length > fields::LONGEST_REMARK {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        return Err(Fault::refused(Refusal::LongComment {
            length: count(length),
            limit: count(fields::LONGEST_REMARK),
        }));
    }
    if !reason.is_empty() && !accept_says(&reason) {
        return Err(Fault::refused(Refusal::BlankComment));
    }
    let reason = Some(reason).filter(|reason| !reason.is_empty());
    let new = NewAcceptance {
        reference,
        unit: &record.row.unit,
        period,
        finding: &request.finding,
        figures: &review::figures_of(finding, &newest.values),
        reason: reason.as_deref(),
        person: &caller.id,
        name: &caller.name,
        at,
    };
    stored::accept(conn, &new).await?;
    let text = match &reason {
        Some(reason) => format!("{}: {reason}", request.finding.rule),
        None => request.finding.rule.clone(),
    };
    let kind = if reason.is_some() { EventKind::Accepted } else { EventKind::Unaccepted };
    stages::record(conn, &record, caller, at, kind, Said { text: Some(&text), ..Said::default() }).await?;
    task::touch(conn, reference).await?;
    review::weigh(store, conn, reference).await?;
    let accepted = reason.map(|reason| Accepted { reason, by: caller.name.clone(), at, period: period.clone() });
    Ok(AcceptAnswer { reference: reference.clone(), finding: request.finding.clone(), accepted })
}
