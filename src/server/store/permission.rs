//! Access to the published figures. It holds as long as its grant is the decision that holds for the application, the undo
//! window of the grant is over, and it was not taken away.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    Conn,
    row::{Read, Row, maybe, maybe_moment, moment, named, plain, stamp, text},
    sql::Sql,
};
use crate::{
    api::access::{AccessRemoval, Permission},
    domain::{access::AccessRole, office::OfficeId, report::Reference, unit::UnitNo},
};

/// Access that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewPermission<'a> {
    /// The grant.
    pub decision: &'a str,
    /// The application.
    pub reference: &'a Reference,
    /// The address in the application.
    pub email: &'a str,
    /// As what.
    pub role: AccessRole,
    /// The office that gives it.
    pub office: &'a OfficeId,
    /// The unit.
    pub unit: &'a UnitNo,
}

/// The columns of a row.
const COLUMNS: &str =
    "select p.decision, p.reference, a.name, a.email, p.role, p.office, p.unit, t.unit_name, d.decided_at,
        d.name as granted_by, p.last_used_at, p.removed_at, p.removed_name, p.removed_reason
    from permission p
    join task t on t.decision = p.decision
    join decision d on d.key = p.decision
    join application a on a.reference = p.reference
    where t.state = 'granted' and ";

/// Whose permission it is: the person who was logged in as the applicant, else the one who was invited by the address.
const HOLDER: &str = "(p.person = $1 or (p.person is null and p.email_fold <> ''
    and p.email_fold = (select h.invited from person h where h.id = $1)))";

/// Adds access; whose it is follows from the application.
pub async fn add(conn: &mut Conn, new: &NewPermission<'_>) -> Read<()> {
    sqlx::query(
        "insert into permission (decision, reference, person, email_fold, role, office, unit)
         select $1, a.reference, a.person, $3, $4, $5, $6 from application a where a.reference = $2",
    )
    .bind(new.decision)
    .bind(new.reference.as_str())
    .bind(new.email.to_lowercase())
    .bind(new.role.as_str())
    .bind(new.office.as_str())
    .bind(new.unit.as_str())
    .execute(conn)
    .await?;
    Ok(())
}

/// The application through which an address or a person has the same access already, or will have it when an undo window
/// is over; another than the one that is looked at.
pub async fn held(conn: &mut Conn, wanted: &NewPermission<'_>) -> Read<Option<Reference>> {
    let what = if wanted.role == AccessRole::Office { "p.office = $4" } else { "p.unit = $4" };
    let text = format!(
        "select p.reference from permission p join task t on t.decision = p.decision
         where t.state = 'granted' and p.removed_at is null and p.reference <> $1 and p.role = $3 and {what}
             and (p.email_fold = $2 or p.person = (select a.person from application a where a.reference = $1))
         order by p.reference limit 1"
    );
    let of = if wanted.role == AccessRole::Office { wanted.office.as_str() } else { wanted.unit.as_str() };
    let row = sqlx::query(sqlx::AssertSqlSafe(text))
        .bind(wanted.reference.as_str())
        .bind(wanted.email.to_lowercase())
        .bind(wanted.role.as_str())
        .bind(of)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(|row| plain(row, "reference")).transpose()
}

/// True when an application is a person's own: sent while they were logged in, or from the address they were invited by.
pub async fn is_own(conn: &mut Conn, person: &str, reference: &Reference) -> Read<bool> {
    let row = sqlx::query(
        "select a.reference from application a where a.reference = $2 and (a.person = $1 or (a.email_fold <> ''
             and a.email_fold = (select h.invited from person h where h.id = $1)))",
    )
    .bind(person)
    .bind(reference.as_str())
    .fetch_optional(conn)
    .await?;
    Ok(row.is_some())
}

/// The access that a person has now: the key of each grant, and the access.
pub async fn of_person(conn: &mut Conn, person: &str, now: Timestamp) -> Read<Vec<(String, Permission)>> {
    let text =
        format!("{COLUMNS} p.removed_at is null and t.undo_until <= $2 and {HOLDER} order by p.role desc, p.reference");
    let rows = sqlx::query(sqlx::AssertSqlSafe(text)).bind(person).bind(stamp(now)).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((text_of_key(row)?, read(row)?))).collect()
}

/// Which access is listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Listed<'a> {
    /// Of this office; without it of all.
    pub office: Option<&'a OfficeId>,
    /// Used last before this moment, or never and given before it.
    pub unused_since: Option<Timestamp>,
    /// What was taken away, too.
    pub removed: bool,
}

/// The access that there is, the one used longest ago first.
pub async fn list(conn: &mut Conn, listed: Listed<'_>, now: Timestamp) -> Read<Vec<Permission>> {
    let mut query = Sql::new(COLUMNS);
    query.push("t.undo_until <= ").push_bind(stamp(now));
    if let Some(office) = listed.office {
        query.push(" and p.office = ").push_bind(office.as_str().to_owned());
    }
    if let Some(since) = listed.unused_since {
        query.push(" and coalesce(p.last_used_at, d.decided_at) < ").push_bind(stamp(since));
    }
    if !listed.removed {
        query.push(" and p.removed_at is null");
    }
    query.push(" order by case when p.removed_at is null then 0 else 1 end, coalesce(p.last_used_at, ''), p.reference");
    query.build().fetch_all(conn).await?.iter().map(read).collect()
}

/// The access that an application gave: the key of the grant, and the access; none while the grant can be undone.
pub async fn of_application(
    conn: &mut Conn,
    reference: &Reference,
    now: Timestamp,
) -> Read<Option<(String, Permission)>> {
    let text = format!("{COLUMNS} t.undo_until <= $2 and p.reference = $1");
    let row =
        sqlx::query(sqlx::AssertSqlSafe(text)).bind(reference.as_str()).bind(stamp(now)).fetch_optional(conn).await?;
    row.as_ref().map(|row| Ok((text_of_key(row)?, read(row)?))).transpose()
}

/// Notes that access was used.
pub async fn touch(conn: &mut Conn, decision: &str, at: Timestamp) -> Read<()> {
    sqlx::query("update permission set last_used_at = $2 where decision = $1")
        .bind(decision)
        .bind(stamp(at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes access away.
pub async fn remove(conn: &mut Conn, decision: &str, by: (&str, &str), at: Timestamp, reason: &str) -> Read<()> {
    sqlx::query(
        "update permission set removed_at = $2, removed_by = $3, removed_name = $4, removed_reason = $5
         where decision = $1 and removed_at is null",
    )
    .bind(decision)
    .bind(stamp(at))
    .bind(by.0)
    .bind(by.1)
    .bind(reason)
    .execute(conn)
    .await?;
    Ok(())
}

/// Keeps the idempotency key under which access was taken away, and what it stood for.
pub async fn remember_removal(conn: &mut Conn, decision: &str, key: &str, fingerprint: &str) -> Read<()> {
    sqlx::query("update permission set removal = $2, removal_fingerprint = $3 where decision = $1")
        .bind(decision)
        .bind(key)
        .bind(fingerprint)
        .execute(conn)
        .await?;
    Ok(())
}

/// What a key under which access was taken away stood for.
pub async fn by_removal(conn: &mut Conn, key: &str) -> Read<Option<String>> {
    let row = sqlx::query("select removal_fingerprint from permission where removal = $1")
        .bind(key)
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(|row| text(row, "removal_fingerprint")).transpose()
}

fn text_of_key(row: &Row) -> Read<String> {
    text(row, "decision")
}

fn read(row: &Row) -> Read<Permission> {
    let removed = match maybe_moment(row, "removed_at")? {
        Some(at) => Some(AccessRemoval {
            at,
            by: maybe(row, "removed_name")?.unwrap_or_default(),
            reason: maybe(row, "removed_reason")?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Permission {
        reference: plain(row, "reference")?,
        name: text(row, "name")?,
        email: text(row, "email")?,
        role: named(row, "role", AccessRole::from_name)?,
        office: plain(row, "office")?,
        unit: plain(row, "unit")?,
        unit_name: text(row, "unit_name")?,
        granted_at: moment(row, "decided_at")?,
        granted_by: text(row, "granted_by")?,
        last_used_at: maybe_moment(row, "last_used_at")?,
        removed,
    })
}
