//! The log as it is read by those who look after it.
//! Imports `domain`.

use jiff::Timestamp;

use super::{
    Conn, chain,
    row::{Read, stamp},
    sql::Sql,
};
use crate::domain::{chain::Entry, event::EventKind, office::OfficeId};

/// Which events.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only of this office.
    pub office: Option<OfficeId>,
    /// Only of this case.
    pub reference: Option<String>,
    /// Only by this person: the id or the name.
    pub person: Option<String>,
    /// From this moment on.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// Only of this kind.
    pub kind: Option<EventKind>,
    /// Only older than this number.
    pub before: Option<i64>,
}

/// Events of the log, the newest first.
pub async fn list(conn: &mut Conn, wanted: &Wanted, limit: u32) -> Read<Vec<Entry>> {
    let mut query = Sql::new(format!("select {} from event where true", chain::COLUMNS));
    if let Some(office) = &wanted.office {
        query.push(" and office = ").push_bind(office.as_str().to_owned());
    }
    if let Some(reference) = &wanted.reference {
        query.push(" and reference = ").push_bind(reference.clone());
    }
    if let Some(person) = &wanted.person {
        query.push(" and (person = ").push_bind(person.clone());
        query.push(" or actor = ").push_bind(person.clone()).push(")");
    }
    if let Some(from) = wanted.from {
        query.push(" and at >= ").push_bind(stamp(from));
    }
    if let Some(until) = wanted.until {
        query.push(" and at < ").push_bind(stamp(until));
    }
    if let Some(kind) = wanted.kind {
        query.push(" and kind = ").push_bind(kind.as_str());
    }
    if let Some(before) = wanted.before {
        query.push(" and seq < ").push_bind(before);
    }
    query.push(" order by seq desc limit ").push_bind(i64::from(limit));
    query.build().fetch_all(conn).await?.iter().map(chain::read).collect()
}
