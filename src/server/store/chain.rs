//! The log as a chain: events are added to its end, old ones are chained once, and it is read link by link.
//! Imports `domain`.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{
    Conn, Store,
    row::{Read, Row, maybe, nested, stamp, text},
    sql::Sql,
};
use crate::{
    api::fault::Fault,
    domain::{
        chain::{Content, Entry, FIRST, Walk},
        event::EventKind,
    },
    server::origin,
};

/// How many events one statement adds.
const AT_A_TIME: usize = 500;
/// How many events are read at a time.
const PAGE: i64 = 1000;

/// The columns of an event in the chain.
pub(super) const COLUMNS: &str = "seq, reference, unit, office, at, kind, person, actor, version, decision, extensions, \
    text, decision_key, content, origin, late, previous, hash";

/// The number and the hash of the newest event.
pub async fn newest(conn: &mut Conn) -> Read<(i64, String)> {
    let row = sqlx::query("select seq, hash from event order by seq desc limit 1").fetch_optional(conn).await?;
    row.map_or_else(|| Ok((0, FIRST.to_owned())), |row| Ok((row.try_get("seq")?, text(&row, "hash")?)))
}

/// Adds events to the end of the chain in their order. Whoever writes holds the one lock of those who write, so that
/// nobody else adds one meanwhile.
pub(super) async fn append(conn: &mut Conn, mut entries: Vec<Entry>) -> Read<()> {
    let (mut seq, mut hash) = newest(conn).await?;
    let from = origin::current();
    for entry in &mut entries {
        seq += 1;
        entry.seq = seq;
        // What the backend does by itself comes from nowhere; who was not let in comes from somewhere, and is nobody.
        let of_login = EventKind::from_name(&entry.kind).is_some_and(EventKind::is_of_login);
        entry.origin = from.clone().filter(|_| entry.person.is_some() || of_login);
        entry.previous = hash;
        entry.hash = entry.computed();
        hash = entry.hash.clone();
    }
    for some in entries.chunks(AT_A_TIME) {
        insert(conn, some).await?;
    }
    Ok(())
}

async fn insert(conn: &mut Conn, entries: &[Entry]) -> Read<()> {
    let mut query = Sql::new(format!("insert into event ({COLUMNS}) values "));
    for (place, entry) in entries.iter().enumerate() {
        query.push(if place > 0 { ", (" } else { "(" });
        query.push_bind(entry.seq).push(", ");
        let texts = [&entry.reference, &entry.unit];
        query.push_list(texts.map(Clone::clone)).push(", ");
        query.push_list([&entry.office, &entry.at, &entry.kind].map(Clone::clone)).push(", ");
        query.push_bind(entry.person.clone()).push(", ");
        query.push_bind(entry.actor.clone()).push(", ");
        query.push_bind(entry.version).push(", ");
        query.push_bind(entry.decision.clone()).push(", ");
        query.push_bind(entry.extensions).push(", ");
        let texts = [&entry.text, &entry.decision_key, &entry.content, &entry.origin, &entry.late];
        query.push_list(texts.map(Clone::clone)).push(", ");
        query.push_list([&entry.previous, &entry.hash].map(Clone::clone)).push(")");
    }
    query.build().execute(conn).await?;
    Ok(())
}

/// The events after a number, a page at a time.
pub async fn after(conn: &mut Conn, seq: i64) -> Read<Vec<Entry>> {
    let mut query = Sql::new(format!("select {COLUMNS} from event where seq > "));
    query.push_bind(seq).push(" order by seq limit ").push_bind(PAGE);
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

/// The event with a number.
pub async fn one(conn: &mut Conn, seq: i64) -> Read<Option<Entry>> {
    let mut query = Sql::new(format!("select {COLUMNS} from event where seq = "));
    query.push_bind(seq);
    query.build().fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// The event in which a decision was made.
pub async fn of_decision(conn: &mut Conn, key: &str) -> Read<Option<Entry>> {
    let mut query = Sql::new(format!("select {COLUMNS} from event where kind = 'confirmed' and decision_key = "));
    query.push_bind(key.to_owned()).push(" order by seq limit 1");
    query.build().fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// All events of a case, oldest first.
pub async fn of_case(conn: &mut Conn, reference: &str) -> Read<Vec<Entry>> {
    let mut query = Sql::new(format!("select {COLUMNS} from event where reference = "));
    query.push_bind(reference.to_owned()).push(" order by seq");
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

/// What a decision was made over, as it stands now.
pub async fn content(conn: &mut Conn, key: &str) -> Read<Option<Content>> {
    let row = sqlx::query(
        "select d.reference, d.version, d.kind, d.extensions, d.comment, d.asked, v.figures, v.remarks,
             a.name, a.email, a.phone, a.represents, a.unit
         from decision d
         left join report_version v on v.reference = d.reference and v.version = d.version
         left join application a on a.reference = d.reference
         where d.key = $1",
    )
    .bind(key)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read_content).transpose()
}

fn read_content(row: &Row) -> Read<Content> {
    let application = match maybe(row, "name")? {
        Some(name) => {
            let mut fields = BTreeMap::from([("name", name)]);
            for column in ["email", "phone", "represents", "unit"] {
                fields.insert(column, text(row, column)?);
            }
            Some(nested(&fields)?)
        }
        None => None,
    };
    Ok(Content {
        reference: text(row, "reference")?,
        version: row.try_get("version")?,
        kind: text(row, "kind")?,
        figures: maybe(row, "figures")?,
        remarks: maybe(row, "remarks")?,
        application,
        extensions: row.try_get("extensions")?,
        comment: maybe(row, "comment")?,
        asked: text(row, "asked")?,
    })
}

pub(super) fn read(row: &Row) -> Read<Entry> {
    Ok(Entry {
        seq: row.try_get("seq")?,
        reference: maybe(row, "reference")?,
        unit: maybe(row, "unit")?,
        office: text(row, "office")?,
        at: text(row, "at")?,
        kind: text(row, "kind")?,
        person: maybe(row, "person")?,
        actor: text(row, "actor")?,
        version: row.try_get("version")?,
        decision: maybe(row, "decision")?,
        extensions: row.try_get("extensions")?,
        text: maybe(row, "text")?,
        decision_key: maybe(row, "decision_key")?,
        content: maybe(row, "content")?,
        origin: maybe(row, "origin")?,
        late: maybe(row, "late")?,
        previous: text(row, "previous")?,
        hash: text(row, "hash")?,
    })
}

impl Store {
    /// Chains the events of a database that is older than the chain, all of them in one transaction, each marked with when
    /// that was done. It is done once: a later event without a hash was put in past the program, and stays as it is.
    ///
    /// # Errors
    /// A storage fault; nothing is changed then.
    pub async fn chain_old_events(&self) -> Result<(), Fault> {
        if !is_old(&mut *self.read().await?).await? {
            return Ok(());
        }
        let mut tx = self.write().await?;
        if is_old(&mut tx).await? {
            let late = stamp(self.now());
            let mut walk = (0, Walk::default().hash);
            loop {
                let entries = after(&mut tx, walk.0).await?;
                if entries.is_empty() {
                    break;
                }
                for mut entry in entries {
                    entry.late = Some(late.clone());
                    entry.previous = walk.1;
                    entry.hash = entry.computed();
                    chain(&mut tx, &entry).await?;
                    walk = (entry.seq, entry.hash);
                }
            }
        }
        self.commit(tx).await
    }
}

/// True when there are events, and none of them is chained.
async fn is_old(conn: &mut Conn) -> Read<bool> {
    let row = sqlx::query(
        "select (select count(*) from (select seq from event where hash = '' limit 1) as unchained) as unchained,
             (select count(*) from (select seq from event where hash <> '' limit 1) as chained) as chained",
    )
    .fetch_one(conn)
    .await?;
    Ok(row.try_get::<i64, _>("unchained")? > 0 && row.try_get::<i64, _>("chained")? == 0)
}

async fn chain(conn: &mut Conn, entry: &Entry) -> Read<()> {
    sqlx::query("update event set late = $2, previous = $3, hash = $4 where seq = $1")
        .bind(entry.seq)
        .bind(&entry.late)
        .bind(&entry.previous)
        .bind(&entry.hash)
        .execute(conn)
        .await?;
    Ok(())
}
