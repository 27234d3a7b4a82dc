//! Lagre: what a reviewer has begun is kept, whatever has happened to the case's versions meanwhile.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::{check, fields, stages};
use crate::{
    api::{case::Draft, decide::Saved, fault::Fault},
    domain::{
        decision::LONGEST_COMMENT,
        person::Person,
        refusal::{Refusal, TogetherFault},
        report::Reference,
    },
    server::store::{Conn, Store, draft, presence, task},
    text::clean,
};

/// The most notes, and the most bookmarks, of one draft.
const MOST_NOTES: usize = 200;

/// Stores a draft in place of the one before, with whose it is. What a colleague has written is replaced only by who has
/// read it: the draft that is given says whose it was, and when that was saved.
///
/// # Errors
/// A case that is decided, a colleague's draft that was not read, or a draft that is larger than can be kept.
pub async fn save(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    given: Draft,
    at: Timestamp,
) -> Result<Saved, Fault> {
    let record = check::decidable(store, conn, caller, reference).await?;
    check::still_open(&record)?;
    let kept = draft::of(conn, reference).await?;
    if let Some(kept) = &kept
        && let Some(name) = kept.colleague(&caller.id)
        && (&given.person, given.saved_at) != (&kept.person, kept.saved_at)
    {
        return Err(Fault::refused(Refusal::Together(TogetherFault::ColleagueWrote { name: name.to_owned() })));
    }
    let newest = record.row.version;
    let mut draft = bounded(given)?;
    let unread = kept.filter(|kept| kept.person == caller.id && kept.saved_at != draft.saved_at);
    if let Some(unread) = unread
        && presence::seats_on(conn, reference, &caller.id, at).await? > 1
    {
        // The same person writes in two windows: what this one has not read stays.
        draft.keep_notes_of(unread);
    }
    draft.version = if draft.version == 0 { newest } else { draft.version.min(newest) };
    draft.person.clone_from(&caller.id);
    draft.name.clone_from(&caller.name);
    draft.saved_at = Some(at);
    draft::put(conn, reference, &draft).await?;
    stages::save_once(conn, &record, caller, at).await?;
    task::touch(conn, reference).await?;
    Ok(Saved { reference: reference.clone(), draft })
}

fn bounded(given: Draft) -> Result<Draft, Fault> {
    let mut refusals = Vec::new();
    let length = given.comment.chars().count();
    if length > LONGEST_COMMENT {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        refusals.push(Refusal::LongComment { length: count(length), limit: count(LONGEST_COMMENT) });
    }
    for (field, count) in [("notes", given.notes.len()), ("bookmarks", given.bookmarks.len())] {
        if count > MOST_NOTES {
            refusals.push(Refusal::BadField { field: field.to_owned() });
        }
    }
    let extensions = fields::prose("extensions", &given.extensions, fields::LONGEST_PHONE, &mut refusals);
    let mut notes = std::collections::BTreeMap::new();
    for (key, note) in &given.notes {
        notes.insert(clean::line(key), fields::prose("notes", note, fields::LONGEST_REMARK, &mut refusals));
    }
    let bookmarks = given.bookmarks.iter().map(|key| clean::line(key)).collect();
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    Ok(Draft { extensions, notes, bookmarks, comment: clean::prose(&given.comment), ..given })
}
