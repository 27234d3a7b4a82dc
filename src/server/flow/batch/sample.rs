//! The review sample (*stikkprøve*), and the dry run: what a person looks at before the number is typed.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{judge, own, still_open, taken, whole, with_items};
use crate::{
    api::{
        batch::{Batch, DryRun, DryRunLine, Reason, Verdict, VerdictKind},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::{BatchId, BatchKind, BatchState, ItemState, Sample, drawing_order},
        event::EventKind,
        person::Person,
        refusal::Refusal,
    },
    server::{
        flow::{
            check, parcels,
            stages::{self, Said},
        },
        store::{
            Conn, Store,
            batch::{self, Mark},
        },
    },
};

/// Stores what a person says of a case: in order, or out of the batch.
///
/// # Errors
/// A case that is not in the sample or not in the version that was looked at, and a batch that is not open.
pub async fn judge_one(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    id: BatchId,
    verdict: &Verdict,
    at: Timestamp,
) -> Result<Batch, Fault> {
    let found = own(conn, caller, id).await?;
    still_open(&found)?;
    let items = batch::items(conn, id).await?;
    let item = items.iter().find(|item| item.reference == verdict.reference && item.state == ItemState::Waiting);
    let item = item.ok_or_else(|| Fault::refused(Refusal::NotInSample))?;
    let record = check::decidable(store, conn, caller, &verdict.reference).await?;
    let newest = record.row.version;
    if verdict.version != item.version || newest != item.version {
        return Err(Fault { version: Some(newest), ..Fault::new(FaultKind::VersionChanged) });
    }
    let name = id.to_string();
    let said = Said { text: Some(&name), ..Said::default() };
    match verdict.verdict {
        VerdictKind::Accept if item.sample == Sample::No => return Err(Fault::refused(Refusal::NotInSample)),
        VerdictKind::Accept if item.sample == Sample::Accepted => {}
        VerdictKind::Accept => {
            batch::set_sample(conn, id, &item.reference, Sample::Accepted).await?;
            stages::record(conn, &record, caller, at, EventKind::Sampled, said).await?;
        }
        VerdictKind::TakeOut => {
            batch::set_item(conn, id, &item.reference, ItemState::TakenOut, None, None).await?;
            stages::record(conn, &record, caller, at, EventKind::TakenOut, said).await?;
            draw_again(conn, &found).await?;
        }
    }
    whole(conn, caller, id).await
}

/// Draws the next cases when some of the sample have gone: as many are looked at as were to be.
///
/// # Errors
/// A storage fault.
pub(super) async fn draw_again(conn: &mut Conn, found: &Batch) -> Result<(), Fault> {
    let items = batch::items(conn, found.id).await?;
    let left = || items.iter().filter(|item| item.state == ItemState::Waiting);
    let drawn = left().filter(|item| item.sample != Sample::No).count();
    let undrawn = left().filter(|item| item.sample == Sample::No).map(|item| &item.reference);
    let more = (found.needed as usize).saturating_sub(drawn);
    for reference in drawing_order(&found.seed, undrawn).into_iter().take(more) {
        batch::set_sample(conn, found.id, reference, Sample::Drawn).await?;
    }
    Ok(())
}

/// The dry run: what would be sent, line by line. What can no longer be decided drops out here, with the reason.
///
/// # Errors
/// A batch that is not the caller's or not open.
pub async fn dry_run(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    id: BatchId,
    at: Timestamp,
) -> Result<DryRun, Fault> {
    let found = own(conn, caller, id).await?;
    still_open(&found)?;
    let mut lines = Vec::new();
    let items = batch::items(conn, id).await?;
    let waiting = items.into_iter().filter(|item| item.state == ItemState::Waiting);
    for mut item in waiting {
        if found.kind == BatchKind::Approve
            && let Some(count) = judge::newer_count(conn, caller, &item).await?
        {
            // Corrected since the batch was made: what is shown now is what is confirmed.
            batch::set_extensions(conn, id, &item.reference, count).await?;
            item.extensions = Some(count);
        }
        let item = &item;
        match judge::check_again(store, conn, caller, found.kind, item, at).await {
            Ok(checked) => {
                let kind = judge::request_of(found.kind, item).kind;
                let parcels = parcels::pack(store, &checked, kind, caller, at);
                lines.push(DryRunLine {
                    reference: item.reference.clone(),
                    unit_name: item.unit_name.clone(),
                    version: item.version,
                    extensions: item.extensions,
                    role: checked.role,
                    recipients: parcels.into_iter().map(|parcel| parcel.recipient).collect(),
                });
            }
            Err(fault) if judge::is_about_the_case(fault.kind) => {
                let why = Reason::from(fault);
                batch::set_item(conn, id, &item.reference, ItemState::Dropped, Some(&why), None).await?;
                draw_again(conn, &found).await?;
            }
            Err(fault) => return Err(fault),
        }
    }
    batch::mark(conn, id, BatchState::Open, Mark::Checked, at).await?;
    let found = own(conn, caller, id).await?;
    let items = batch::items(conn, id).await?;
    let taken = taken(conn, caller, &items).await?;
    Ok(DryRun { taken, batch: with_items(conn, found).await?, lines })
}
