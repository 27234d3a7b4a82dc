//! Logins in the log: who, when, from where and at which level; never a token or a code.
//! Imports `domain`.

use jiff::Timestamp;

use super::session::LoginSession;
use crate::{
    domain::{chain::Entry, event::EventKind, person::Person},
    server::store::{
        Conn, chain, person,
        row::{Read, stamp},
    },
};

/// How much of a login's number names it in the log.
const NUMBER: usize = 8;

/// Notes what became of a login.
pub async fn of(conn: &mut Conn, kind: EventKind, session: &LoginSession, at: Timestamp) -> Read<()> {
    let person = person::by_id(conn, &session.person).await?;
    let number: String = session.id.chars().take(NUMBER).collect();
    let level = session.acr.as_deref().unwrap_or("–");
    let entry = Entry { text: Some(format!("acr {level}; {number}")), ..line(kind, person.as_ref(), at) };
    chain::append(conn, vec![entry]).await
}

/// Notes that somebody was not let in, with a word for why; the person, where it is known who it was.
pub async fn refused(conn: &mut Conn, person: Option<&str>, why: &str, at: Timestamp) -> Read<()> {
    let person = match person.filter(|id| !id.is_empty()) {
        Some(id) => person::by_id(conn, id).await?,
        None => None,
    };
    let entry = Entry { text: Some(why.to_owned()), ..line(EventKind::LoginRefused, person.as_ref(), at) };
    chain::append(conn, vec![entry]).await
}

fn line(kind: EventKind, person: Option<&Person>, at: Timestamp) -> Entry {
    Entry {
        office: person.and_then(|person| person.office.as_ref()).map_or_else(String::new, |id| id.as_str().to_owned()),
        at: stamp(at),
        kind: kind.as_str().to_owned(),
        person: person.map(|person| person.id.clone()),
        actor: person.map_or_else(String::new, |person| person.name.clone()),
        ..Entry::default()
    }
}
