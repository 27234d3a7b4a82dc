//! A batch, step by step: the policy and the sample, the dry run, the confirmed number, and taking it all back.
//! Nothing here decides by itself: every decision goes through [`super::decide`], for the person who confirmed.
//! Imports `domain` and `api`.

mod grant;
mod judge;
pub mod make;
pub mod run;
pub mod sample;
pub mod take_back;

use jiff::{SignedDuration, Timestamp};

use crate::{
    api::{
        batch::{Batch, Item, Preview},
        fault::{Fault, FaultKind},
    },
    domain::{
        batch::{BatchId, BatchState, ItemState},
        office::OfficeId,
        person::{Person, Role},
        refusal::Refusal,
        report::{Reference, breaches},
    },
    server::store::{
        Conn, Store,
        batch::{self, Stored},
        holder, version,
    },
};

/// The office of a person who may see batches.
///
/// # Errors
/// Not allowed for those outside an office.
fn office_of(caller: &Person) -> Result<&OfficeId, Fault> {
    let inside = matches!(caller.role, Role::Reader | Role::Reviewer | Role::Leader);
    caller.office.as_ref().filter(|_| inside).ok_or_else(|| Fault::new(FaultKind::NotAllowed))
}

/// A batch of the caller's office, without its cases.
///
/// # Errors
/// Not found, and not allowed for those outside an office.
pub async fn find(conn: &mut Conn, caller: &Person, id: BatchId) -> Result<Batch, Fault> {
    let office = office_of(caller)?;
    batch::find(conn, office, id).await?.ok_or_else(|| Fault {
        refusals: vec![Refusal::UnknownBatch { given: id.to_string() }],
        ..Fault::new(FaultKind::NotFound)
    })
}

/// A batch that the caller has made: nobody decides under another's confirmation.
///
/// # Errors
/// As [`find`], and not allowed for anybody else.
pub async fn own(conn: &mut Conn, caller: &Person, id: BatchId) -> Result<Batch, Fault> {
    let found = find(conn, caller, id).await?;
    let may = caller.role.decides() && found.person == caller.id;
    if may { Ok(found) } else { Err(Fault { by: Some(found.name), ..Fault::new(FaultKind::NotAllowed) }) }
}

/// A batch with its cases.
///
/// # Errors
/// As [`find`].
pub async fn whole(conn: &mut Conn, caller: &Person, id: BatchId) -> Result<Batch, Fault> {
    let found = find(conn, caller, id).await?;
    with_items(conn, found).await
}

/// The batches of the caller's office, the newest first.
///
/// # Errors
/// Not allowed for those outside an office.
pub async fn list(conn: &mut Conn, caller: &Person, unfinished: bool) -> Result<Vec<Batch>, Fault> {
    let office = office_of(caller)?;
    Ok(batch::all(conn, office, unfinished).await?)
}

async fn with_items(conn: &mut Conn, found: Batch) -> Result<Batch, Fault> {
    let stored = batch::items(conn, found.id).await?;
    Ok(Batch { items: shown(conn, stored).await?, ..found })
}

/// What a batch of these cases would be.
///
/// # Errors
/// A storage fault.
pub async fn preview(store: &Store, conn: &mut Conn, caller: &Person, stored: Vec<Stored>) -> Result<Preview, Fault> {
    let waiting = stored.iter().filter(|item| item.state == ItemState::Waiting).count();
    let needed = u32::try_from(store.batch_policy(office_of(caller)?).sample_size(waiting)).unwrap_or(u32::MAX);
    let taken = taken(conn, caller, &stored).await?;
    Ok(Preview { taken, needed, items: shown(conn, stored).await? })
}

/// How many of the cases that wait for their turn a colleague has taken.
async fn taken(conn: &mut Conn, caller: &Person, stored: &[Stored]) -> Result<u32, Fault> {
    let waiting = stored.iter().filter(|item| item.state == ItemState::Waiting);
    let waiting: Vec<Reference> = waiting.map(|item| item.reference.clone()).collect();
    Ok(holder::of_others(conn, &waiting, &caller.id).await?)
}

/// What is shown of the cases, with the breaches that their counts leave: one read, however many there are.
async fn shown(conn: &mut Conn, stored: Vec<Stored>) -> Result<Vec<Item>, Fault> {
    let counted = stored.iter().filter(|item| item.extensions.is_some());
    let counted: Vec<(&Reference, u32)> = counted.map(|item| (&item.reference, item.version)).collect();
    let figures = version::breach_figures(conn, &counted).await?;
    let show = |stored: Stored| {
        let mut item = batch::shown(stored);
        let found = figures.get(&item.reference).zip(item.extensions);
        item.breaches = found.and_then(|(figures, count)| breaches(figures, count));
        item
    };
    Ok(stored.into_iter().map(show).collect())
}

/// Holds that nothing of a batch is decided yet.
fn still_open(batch: &Batch) -> Result<(), Fault> {
    if batch.state == BatchState::Open { Ok(()) } else { Err(Fault::refused(Refusal::BatchClosed)) }
}

/// The end of the undo window of a batch that ends now.
fn window(store: &Store, at: Timestamp) -> Timestamp {
    let seconds = SignedDuration::from_secs(i64::from(store.setting().undo_seconds));
    at.saturating_add(seconds).unwrap_or(Timestamp::MAX)
}
