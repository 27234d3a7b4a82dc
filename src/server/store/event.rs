//! The log of events.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn, Store, chain,
    row::{Read, Row, maybe, maybe_moment, maybe_named, maybe_number, maybe_plain, moment, named, number, stamp, text},
    sees::Sees,
    sql::Sql,
};
use crate::{
    api::{
        case::Event,
        change::{Change, ChangeKind},
    },
    domain::{
        chain::Entry, decision::DecisionKind, event::EventKind, office::OfficeId, report::Reference, unit::UnitNo,
    },
};

/// An event that is about to be written.
#[derive(Debug, Clone)]
pub struct NewEvent<'a> {
    /// The case.
    pub reference: &'a Reference,
    /// The office the case belongs to.
    pub office: &'a OfficeId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who: the person's id, where it is one.
    pub person: Option<&'a str>,
    /// Who: the name.
    pub actor: &'a str,
    /// The version it speaks of.
    pub version: u32,
    /// The decision.
    pub decision: Option<DecisionKind>,
    /// The extension count.
    pub extensions: Option<u32>,
    /// The comment or the recipient.
    pub text: Option<&'a str>,
}

/// What makes a decision provable: its key, and the hash of what was decided over.
#[derive(Debug, Clone, Default)]
pub struct Proof {
    /// The idempotency key of the decision.
    pub key: Option<String>,
    /// The hash of what was decided over.
    pub content: Option<String>,
}

/// Adds an event.
pub async fn add(conn: &mut Conn, event: &NewEvent<'_>) -> Read<()> {
    add_all(conn, std::slice::from_ref(event)).await
}

/// Adds events in their order, in one go.
pub async fn add_all(conn: &mut Conn, events: &[NewEvent<'_>]) -> Read<()> {
    add_proved(conn, events, Proof::default()).await
}

/// Adds events in their order, the last of them with what makes it provable.
pub async fn add_proved(conn: &mut Conn, events: &[NewEvent<'_>], proof: Proof) -> Read<()> {
    let mut entries: Vec<Entry> = events.iter().map(entry).collect();
    if let Some(last) = entries.last_mut() {
        last.decision_key = proof.key;
        last.content = proof.content;
    }
    chain::append(conn, entries).await
}

fn entry(event: &NewEvent<'_>) -> Entry {
    Entry {
        reference: Some(event.reference.as_str().to_owned()),
        office: event.office.as_str().to_owned(),
        at: stamp(event.at),
        kind: event.kind.as_str().to_owned(),
        person: event.person.map(str::to_owned),
        actor: event.actor.to_owned(),
        version: i64::from(event.version),
        decision: event.decision.map(|kind| kind.as_str().to_owned()),
        extensions: event.extensions.map(i64::from),
        text: event.text.map(str::to_owned),
        ..Entry::default()
    }
}

/// An event that speaks of a unit and of no case.
#[derive(Debug, Clone)]
pub struct UnitEvent<'a> {
    /// The unit.
    pub unit: &'a UnitNo,
    /// The office.
    pub office: &'a OfficeId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// Who: the person's id, where it is one.
    pub person: Option<&'a str>,
    /// Who: the name.
    pub actor: &'a str,
    /// The period, the case of the register, or the recipient.
    pub text: &'a str,
}

/// Adds an event that speaks of a unit.
pub async fn add_of_unit(conn: &mut Conn, event: &UnitEvent<'_>) -> Read<()> {
    let entry = Entry {
        unit: Some(event.unit.as_str().to_owned()),
        office: event.office.as_str().to_owned(),
        at: stamp(event.at),
        kind: event.kind.as_str().to_owned(),
        person: event.person.map(str::to_owned),
        actor: event.actor.to_owned(),
        text: Some(event.text.to_owned()),
        ..Entry::default()
    };
    chain::append(conn, vec![entry]).await
}

/// An event that speaks of what an administrator did, and of no case and no unit.
#[derive(Debug, Clone)]
pub struct AdminEvent<'a> {
    /// The office it concerns; empty for none.
    pub office: &'a str,
    /// When.
    pub at: Timestamp,
    /// Who: the person's id.
    pub person: &'a str,
    /// Who: the name.
    pub actor: &'a str,
    /// What, without names and addresses.
    pub text: &'a str,
}

/// Adds an event of an administrator, which speaks of no case and of no unit.
pub async fn add_of_admin(conn: &mut Conn, event: &AdminEvent<'_>) -> Read<()> {
    let entry = Entry {
        office: event.office.to_owned(),
        at: stamp(event.at),
        kind: EventKind::PersonChanged.as_str().to_owned(),
        person: Some(event.person.to_owned()),
        actor: event.actor.to_owned(),
        text: Some(event.text.to_owned()),
        ..Entry::default()
    };
    chain::append(conn, vec![entry]).await
}

/// An event that speaks of reference data that an administrator set: of no case, no unit and no office.
#[derive(Debug, Clone)]
pub struct ReferenceEvent<'a> {
    /// When.
    pub at: Timestamp,
    /// Who: the person's id.
    pub person: &'a str,
    /// Who: the name.
    pub actor: &'a str,
    /// What, each field before and after.
    pub text: &'a str,
}

/// Adds events that speak of reference data, in their order.
pub async fn add_of_reference(conn: &mut Conn, events: &[ReferenceEvent<'_>]) -> Read<()> {
    let entry = |event: &ReferenceEvent<'_>| Entry {
        at: stamp(event.at),
        kind: EventKind::ReferenceChanged.as_str().to_owned(),
        person: Some(event.person.to_owned()),
        actor: event.actor.to_owned(),
        text: Some(event.text.to_owned()),
        ..Entry::default()
    };
    chain::append(conn, events.iter().map(entry).collect()).await
}

/// All events of a case, oldest first.
pub async fn all(conn: &mut Conn, reference: &Reference) -> Read<Vec<Event>> {
    let rows = sqlx::query(
        "select seq, at, kind, actor, version, decision, extensions, text from event where reference = $1 order by seq",
    )
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// The last event of a case, beside that somebody opened it: what, and by which person.
pub async fn last(conn: &mut Conn, reference: &Reference) -> Read<Option<(EventKind, Option<String>)>> {
    let row = sqlx::query(
        "select kind, person from event where reference = $1 and kind <> 'opened' order by seq desc limit 1",
    )
    .bind(reference.as_str())
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok((named(&row, "kind", EventKind::from_name)?, maybe(&row, "person")?))).transpose()
}

/// When a person last did something in a case with the same words.
pub async fn said_before(
    conn: &mut Conn,
    reference: &Reference,
    (kind, person, text): (EventKind, &str, &str),
) -> Read<Option<Timestamp>> {
    let row = sqlx::query(
        "select at from event where reference = $1 and kind = $2 and person = $3 and text = $4
         order by seq desc limit 1",
    )
    .bind(reference.as_str())
    .bind(kind.as_str())
    .bind(person)
    .bind(text)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(|row| moment(row, "at")).transpose()
}

/// What has happened in a case since it last came to be open.
pub async fn since_opened(conn: &mut Conn, reference: &Reference) -> Read<Vec<EventKind>> {
    let rows = sqlx::query(
        "select kind from event where reference = $1 and seq > coalesce((select max(seq) from event
             where reference = $1 and kind in ('submitted', 'applied', 'undone')), 0)",
    )
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| named(row, "kind", EventKind::from_name)).collect()
}

/// A decision that somebody prepared (Fortsett arbeidsflyt).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// Who: the person's id.
    pub person: String,
    /// Who: the name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub decision: Option<DecisionKind>,
    /// With which extension count.
    pub extensions: Option<u32>,
}

/// What each person prepared last on a version since the case last came to be open, the newest first.
pub async fn prepared(conn: &mut Conn, reference: &Reference, version: u32) -> Read<Vec<Prepared>> {
    let rows = sqlx::query(
        "select person, actor, at, decision, extensions from event where seq in (select max(seq) from event
             where reference = $1 and version = $2 and kind = 'continued' and person is not null
                 and seq > coalesce((select max(seq) from event
                     where reference = $1 and kind in ('submitted', 'applied', 'undone')), 0)
             group by person)
         order by seq desc",
    )
    .bind(reference.as_str())
    .bind(i64::from(version))
    .fetch_all(conn)
    .await?;
    let read = |row: &Row| {
        Ok(Prepared {
            person: text(row, "person")?,
            name: text(row, "actor")?,
            at: moment(row, "at")?,
            decision: maybe_named(row, "decision", DecisionKind::from_name)?,
            extensions: maybe_number(row, "extensions")?,
        })
    };
    rows.iter().map(read).collect()
}

/// When something was done last; what is only opened does not count.
pub async fn latest(conn: &mut Conn) -> Read<Option<Timestamp>> {
    let row = sqlx::query("select max(at) as newest from event where kind <> 'opened'").fetch_one(conn).await?;
    maybe_moment(&row, "newest")
}

/// The number of the newest event.
pub async fn newest(conn: &mut Conn) -> Read<i64> {
    sqlx::query("select coalesce(max(seq), 0) as newest from event").fetch_one(conn).await?.try_get("newest")
}

/// What a page of the log holds.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The changes that the person sees.
    pub changes: Vec<Change>,
    /// The number of the last event that was looked at.
    pub until: i64,
}

/// How many changes are read at a time.
const MOST_CHANGES: usize = 500;

/// The changes after a number that a person sees, at most a few hundred at a time.
pub async fn after(store: &Store, conn: &mut Conn, sees: &Sees, seq: i64) -> Read<Page> {
    // Read first: what is written meanwhile is found the next time. It lets a page without anything for this person
    // move on, so that a quiet office does not read the log of a busy one again and again.
    let newest = newest(conn).await?.max(seq);
    let mut query = Sql::new(
        "select e.seq, e.reference, e.unit, e.kind, e.actor, coalesce(t.version, 0) as version
         from event e left join task t on t.reference = e.reference where e.kind <> 'opened' and e.seq > ",
    );
    query.push_bind(seq).push(" and (");
    sees.limit(&mut query, store.now());
    if let Sees::Office(office) = sees {
        // Reference data hold for every office.
        query.push(" or e.kind = 'reference_changed'");
        // What speaks of a unit and of no case is the office's own.
        query.push(" or e.unit is not null and e.office = ").push_bind(office.as_str().to_owned());
    }
    query.push(")");
    if sees.is_outside() {
        query.push(" and e.kind in ('submitted', 'delivered')");
    }
    query.push(" order by e.seq limit ").push_bind(i64::try_from(MOST_CHANGES).unwrap_or(i64::MAX));
    let changes = query.build().fetch_all(conn).await?.iter().map(read_change).collect::<Read<Vec<Change>>>()?;
    let last = changes.last().and_then(|change| i64::try_from(change.seq).ok()).unwrap_or(seq);
    let until = if changes.len() < MOST_CHANGES { newest.max(last) } else { last };
    Ok(Page { changes, until })
}

fn read(row: &Row) -> Read<Event> {
    Ok(Event {
        seq: u64::from(number(row, "seq")?),
        at: moment(row, "at")?,
        kind: named(row, "kind", EventKind::from_name)?,
        actor: text(row, "actor")?,
        version: number(row, "version")?,
        decision: maybe_named(row, "decision", DecisionKind::from_name)?,
        extensions: maybe_number(row, "extensions")?,
        text: maybe(row, "text")?,
    })
}

fn read_change(row: &Row) -> Read<Change> {
    let kind = match named(row, "kind", EventKind::from_name)? {
        EventKind::Submitted | EventKind::Applied => ChangeKind::Arrived,
        EventKind::Saved
        | EventKind::Continued
        | EventKind::Asked
        | EventKind::Accepted
        | EventKind::Unaccepted
        | EventKind::Batched
        | EventKind::Sampled
        | EventKind::TakenOut
        | EventKind::Opened => ChangeKind::Drafted,
        EventKind::Taken | EventKind::Released | EventKind::Assigned => ChangeKind::Held,
        EventKind::Confirmed => ChangeKind::Decided,
        EventKind::Undone => ChangeKind::Undone,
        EventKind::Delivered
        | EventKind::DeliveryFailed
        | EventKind::GivenUp
        | EventKind::SentAgain
        | EventKind::ChannelChanged
        | EventKind::DeadlineMoved
        | EventKind::RecallAsked
        | EventKind::AccessGranted
        | EventKind::AccessRemoved => ChangeKind::Delivery,
        EventKind::ReferenceChanged => ChangeKind::Reference,
        EventKind::Reminded
        | EventKind::Informed
        | EventKind::Registered
        | EventKind::Withdrawn
        | EventKind::PersonChanged
        | EventKind::LoggedIn
        | EventKind::LoggedOut
        | EventKind::LoginRefused
        | EventKind::LoginRevoked
        | EventKind::LoginEnded => ChangeKind::Noticed,
    };
    Ok(Change {
        seq: u64::from(number(row, "seq")?),
        reference: maybe_plain(row, "reference")?,
        unit: maybe_plain(row, "unit")?,
        kind,
        version: number(row, "version")?,
        actor: text(row, "actor")?,
        viewers: None,
    })
}

/// True when a person has opened a version of a case since a moment.
pub async fn opened_since(
    conn: &mut Conn,
    reference: &Reference,
    version: u32,
    person: &str,
    since: Timestamp,
) -> Read<bool> {
    let row = sqlx::query(
        "select count(*) as found from event where kind = 'opened' and reference = $1 and person = $2 and at > $3
             and version = $4",
    )
    .bind(reference.as_str())
    .bind(person)
    .bind(stamp(since))
    .bind(i64::from(version))
    .fetch_one(conn)
    .await?;
    Ok(number(&row, "found")? > 0)
}
