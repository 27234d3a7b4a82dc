//! Access requests as they came.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn, Store,
    row::{Read, Row, maybe, maybe_moment, moment, named, number, plain, stamp, text},
    sees::Sees,
    sql::Sql,
};
use crate::{
    api::access::EarlierApplication,
    domain::{access::Application, report::Reference, task::State},
};

/// The number the next access request gets.
pub async fn next_number(conn: &mut Conn) -> Read<u32> {
    let row = sqlx::query("select coalesce(max(number), 0) + 1 as next from application").fetch_one(conn).await?;
    number(&row, "next")
}

/// Adds an access request, with who was logged in when it was sent. It is that person's own when it has the
/// address that an administrator has registered them by: what somebody says of themselves proves nothing.
pub async fn add(
    conn: &mut Conn,
    reference: &Reference,
    number: u32,
    application: &Application,
    sent_by: Option<&str>,
) -> Read<()> {
    sqlx::query(
        "insert into application (reference, number, name, email, phone, represents, unit, email_fold, sent_by, person)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
             (select h.id from person h where h.id = $9 and h.invited = $8))",
    )
    .bind(reference.as_str())
    .bind(i64::from(number))
    .bind(&application.name)
    .bind(&application.email)
    .bind(&application.phone)
    .bind(&application.represents)
    .bind(application.unit.as_str())
    .bind(application.email.to_lowercase())
    .bind(sent_by)
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps the idempotency key under which an application was sent, and what it stood for.
pub async fn remember(conn: &mut Conn, reference: &Reference, key: &str, fingerprint: &str) -> Read<()> {
    sqlx::query("update application set request = $2, fingerprint = $3 where reference = $1")
        .bind(reference.as_str())
        .bind(key)
        .bind(fingerprint)
        .execute(conn)
        .await?;
    Ok(())
}

/// The application that was sent under a key: its reference, what the key stood for, and when it came.
pub async fn by_request(conn: &mut Conn, key: &str) -> Read<Option<(Reference, String, Timestamp)>> {
    let row = sqlx::query(
        "select a.reference, a.fingerprint, t.received_at from application a join task t on t.reference = a.reference
         where a.request = $1",
    )
    .bind(key)
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok((plain(&row, "reference")?, text(&row, "fingerprint")?, moment(&row, "received_at")?))).transpose()
}

/// Notes of every application of a person who is taken away that nothing is granted through it any more: of those that are
/// known to be theirs, because they sent them from the address they were invited by, and of those that came from this address
/// before anybody knew.
pub async fn end_of(conn: &mut Conn, person: &str, at: Timestamp) -> Read<()> {
    sqlx::query(
        "update application set gone_at = $2, person = null where gone_at is null and (person = $1
             or (person is null and email_fold <> ''
                 and email_fold = (select h.invited from person h where h.id = $1)))",
    )
    .bind(person)
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(())
}

/// True when the applicant was taken away as a person.
pub async fn is_gone(conn: &mut Conn, reference: &Reference) -> Read<bool> {
    let row = sqlx::query("select count(*) as n from application where reference = $1 and gone_at is not null")
        .bind(reference.as_str())
        .fetch_one(conn)
        .await?;
    Ok(number(&row, "n")? > 0)
}

/// The access request of a case.
pub async fn of(conn: &mut Conn, reference: &Reference) -> Read<Option<Application>> {
    let row = sqlx::query("select name, email, phone, represents, unit from application where reference = $1")
        .bind(reference.as_str())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(Application {
            name: text(&row, "name")?,
            email: text(&row, "email")?,
            phone: row.try_get("phone")?,
            represents: text(&row, "represents")?,
            unit: plain(&row, "unit")?,
        })
    })
    .transpose()
}

/// The name of the person who was logged in when an application was sent.
pub async fn sent_by(conn: &mut Conn, reference: &Reference) -> Read<Option<String>> {
    let row = sqlx::query("select h.name from application a join person h on h.id = a.sent_by where a.reference = $1")
        .bind(reference.as_str())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(|row| text(row, "name")).transpose()
}

/// Earlier applications that the person sees and that seem to be of the same applicant, oldest first: from the same e-mail
/// address or telephone, or of the same name for the same unit; each with what became of it.
pub async fn others(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    reference: &Reference,
    application: &Application,
) -> Read<Vec<EarlierApplication>> {
    let mut query = Sql::new(
        "select t.reference, t.state, t.unit_name, t.received_at, t.decided_at, t.decided_by, d.comment, p.removed_at
         from task t join application a on a.reference = t.reference
         left join decision d on d.key = t.decision
         left join permission p on p.decision = t.decision
         where (",
    );
    sees.limit(&mut query, store.now());
    query.push(") and (a.email_fold = ").push_bind(application.email.to_lowercase());
    if !application.phone.is_empty() {
        query.push(" or a.phone = ").push_bind(application.phone.clone());
    }
    query.push(" or a.name = ").push_bind(application.name.clone());
    query.push(" and a.unit = ").push_bind(application.unit.as_str().to_owned()).push(")");
    query.push(" and t.reference < ").push_bind(reference.as_str().to_owned());
    query.push(" order by t.reference limit 50");
    query.build().fetch_all(conn).await?.iter().map(|row| read_earlier(row, !sees.is_outside())).collect()
}

fn read_earlier(row: &Row, inside: bool) -> Read<EarlierApplication> {
    let state = named(row, "state", State::from_name)?;
    let decided = state != State::Open;
    let reason = maybe(row, "comment")?.filter(|_| inside && state == State::Rejected);
    Ok(EarlierApplication {
        reference: plain(row, "reference")?,
        state,
        unit_name: text(row, "unit_name")?,
        received_at: moment(row, "received_at")?,
        decided_at: maybe_moment(row, "decided_at")?.filter(|_| decided),
        decided_by: maybe(row, "decided_by")?.filter(|_| decided),
        reason,
        removed_at: maybe_moment(row, "removed_at")?,
    })
}
