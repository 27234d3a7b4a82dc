//! Four eyes: where the office asks for it, a colleague confirms exactly the approval that somebody else prepared.
//! Imports `domain` and `api`.

use super::{check::Checked, check::Order, review};
use crate::{
    api::{decide::FourEyes, fault::Fault},
    domain::{
        decision::DecisionKind,
        finding::{Review, Severity},
        refusal::Refusal,
    },
    server::store::{Conn, Store, event, task::Record},
};

/// Whether a decision needs a colleague, and who has prepared it; none when one person is enough.
///
/// # Errors
/// A storage fault.
pub async fn of(
    store: &Store,
    conn: &mut Conn,
    order: &Order<'_>,
    checked: &Checked,
) -> Result<Option<FourEyes>, Fault> {
    if order.request.kind != DecisionKind::Approve || !asked(store, conn, &checked.record).await? {
        return Ok(None);
    }
    // Of each colleague only the last word counts: who prepared a return afterwards has thought better of it.
    let last = event::prepared(conn, order.reference, order.version).await?;
    let same = last.into_iter().find(|prepared| {
        prepared.person != order.caller.id
            && prepared.decision == Some(DecisionKind::Approve)
            && prepared.extensions == checked.extensions
    });
    let (prepared_by, prepared_at) = same.map(|prepared| (prepared.name, prepared.at)).unzip();
    Ok(Some(FourEyes { prepared_by, prepared_at }))
}

/// Holds that an approval was prepared by a colleague, where the office asks for it.
///
/// # Errors
/// A refusal.
pub async fn hold(store: &Store, conn: &mut Conn, order: &Order<'_>, checked: &Checked) -> Result<(), Fault> {
    match of(store, conn, order, checked).await? {
        Some(FourEyes { prepared_by: None, .. }) => Err(Fault::refused(Refusal::NeedsColleague)),
        _ => Ok(()),
    }
}

async fn asked(store: &Store, conn: &mut Conn, record: &Record) -> Result<bool, Fault> {
    let rule = store.policy().of(&record.office).four_eyes;
    if rule.ask(false) {
        return Ok(true);
    }
    if !rule.ask(true) {
        return Ok(false);
    }
    let found = review::now(store, conn, record).await?;
    Ok(found.as_ref().is_some_and(has_errors))
}

/// True for a report with an error, though it is accepted.
fn has_errors(review: &Review) -> bool {
    review.findings.iter().any(|finding| finding.severity >= Severity::Error)
}
