//! What the office's own people are to be told, and how they want to be told it.
//! Imports `domain`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn,
    delivery::Payload,
    row::{
        Read, Row, flag, maybe, maybe_json, maybe_moment, maybe_plain, moment, named, nested, number, plain, stamp,
        text,
    },
};
use crate::domain::{
    office::OfficeId,
    period::PeriodId,
    report::Reference,
    told::{Quiet, Telling},
    unit::UnitNo,
};

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// A report.
    Submitted,
    /// A new version of one.
    Resubmitted,
    /// An access request.
    Application,
}

impl News {
    /// The name it is stored under.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Resubmitted => "resubmitted",
            Self::Application => "application",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Submitted, Self::Resubmitted, Self::Application].into_iter().find(|news| news.as_str() == name)
    }
}

/// Something a person is to be told.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its number.
    pub id: i64,
    /// Whom.
    pub person: String,
    /// The person's address.
    pub email: String,
    /// The office.
    pub office: OfficeId,
    /// What came in.
    pub news: News,
    /// The case.
    pub reference: Reference,
    /// Which version.
    pub version: u32,
    /// The unit.
    pub unit: UnitNo,
    /// The unit's name.
    pub unit_name: String,
    /// The period of a report.
    pub period: Option<PeriodId>,
    /// How the person wants to be told.
    pub telling: Telling,
}

/// The columns of how somebody wants to be told.
const TELLING: &str = "s.active, s.units, s.digest, s.quiet_from, s.quiet_until, s.language";

/// How a person wants to be told.
pub async fn telling(conn: &mut Conn, person: &str) -> Read<Telling> {
    let sql = format!("select {TELLING} from notice_setting s where s.person = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(person).fetch_optional(conn).await?;
    row.map_or_else(|| Ok(Telling::default()), |row| read_telling(&row))
}

/// Keeps how a person wants to be told.
pub async fn keep(conn: &mut Conn, person: &str, telling: &Telling, at: Timestamp) -> Read<()> {
    sqlx::query(
        "insert into notice_setting (person, active, units, digest, quiet_from, quiet_until, language, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (person) do update set active = excluded.active, units = excluded.units, digest = excluded.digest,
             quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, language = excluded.language,
             saved_at = excluded.saved_at",
    )
    .bind(person)
    .bind(i64::from(telling.active))
    .bind(telling.units.as_ref().map(nested).transpose()?)
    .bind(telling.digest.as_deref())
    .bind(telling.quiet.as_ref().map(|quiet| quiet.from.as_str()))
    .bind(telling.quiet.as_ref().map(|quiet| quiet.until.as_str()))
    .bind(telling.language.map(|language| crate::text::wire_name(&language)))
    .bind(stamp(at))
    .execute(conn)
    .await?;
    Ok(())
}

/// The people of an office who decide, with how they want to be told.
pub async fn audience(conn: &mut Conn, office: &OfficeId) -> Read<Vec<(String, Telling)>> {
    let sql = format!(
        "select p.id, {TELLING} from person p left join notice_setting s on s.person = p.id
         where p.office = $1 and p.role in ('reviewer', 'leader') order by p.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(office.as_str()).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((text(row, "id")?, read_telling(row)?))).collect()
}

/// A note that is about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewNote<'a> {
    /// Whom.
    pub person: &'a str,
    /// The office.
    pub office: &'a OfficeId,
    /// What came in.
    pub news: News,
    /// The case.
    pub reference: &'a Reference,
    /// Which version.
    pub version: u32,
    /// The unit.
    pub unit: &'a UnitNo,
    /// When it came.
    pub at: Timestamp,
    /// When it is told.
    pub due_at: Timestamp,
}

/// Adds a note; the same version of a case is told to a person once.
pub async fn add(conn: &mut Conn, note: &NewNote<'_>) -> Read<()> {
    sqlx::query(
        "insert into staff_note (person, office, kind, reference, version, unit, at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
    )
    .bind(note.person)
    .bind(note.office.as_str())
    .bind(note.news.as_str())
    .bind(note.reference.as_str())
    .bind(i64::from(note.version))
    .bind(note.unit.as_str())
    .bind(stamp(note.at))
    .bind(stamp(note.due_at))
    .execute(conn)
    .await?;
    Ok(())
}

/// When the next note is told.
pub async fn next(conn: &mut Conn) -> Read<Option<Timestamp>> {
    let row = sqlx::query("select min(due_at) as next from staff_note where delivery is null").fetch_one(conn).await?;
    maybe_moment(&row, "next")
}

/// The most notes that are made mails of at a time.
const AT_A_TIME: i64 = 200;

/// The notes that are to be told now, those of one person together. A person is told everything that waits, once anything
/// of it is due. Notes for people who no longer decide for the office are thrown away.
pub async fn due(conn: &mut Conn, now: Timestamp) -> Read<Vec<Note>> {
    sqlx::query(
        "delete from staff_note where delivery is null and not exists (select 1 from person p
             where p.id = staff_note.person and p.office = staff_note.office and p.role in ('reviewer', 'leader'))",
    )
    .execute(&mut *conn)
    .await?;
    let sql = format!(
        "select n.id, n.person, n.office, n.kind, n.reference, n.version, n.unit, p.email, t.unit_name, t.period, {TELLING}
         from staff_note n join person p on p.id = n.person join task t on t.reference = n.reference
             left join notice_setting s on s.person = n.person
         where n.delivery is null and n.person in
             (select o.person from staff_note o where o.delivery is null and o.due_at <= $1)
         order by n.person, n.id limit $2"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(stamp(now)).bind(AT_A_TIME).fetch_all(conn).await?;
    rows.iter().map(read_note).collect()
}

/// What waits for a person: its number and its unit.
pub async fn waiting(conn: &mut Conn, person: &str) -> Read<Vec<(i64, UnitNo, Timestamp)>> {
    let rows = sqlx::query("select id, unit, at from staff_note where person = $1 and delivery is null order by id")
        .bind(person)
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Ok((row.try_get("id")?, plain(row, "unit")?, moment(row, "at")?))).collect()
}

/// Moves what waits to another moment; none throws it away.
pub async fn put_off(conn: &mut Conn, id: i64, due_at: Option<Timestamp>) -> Read<()> {
    let query = match due_at {
        Some(due_at) => sqlx::query("update staff_note set due_at = $2 where id = $1").bind(id).bind(stamp(due_at)),
        None => sqlx::query("delete from staff_note where id = $1").bind(id),
    };
    query.execute(conn).await?;
    Ok(())
}

/// A mail to one of the office's people.
#[derive(Debug, Clone)]
pub struct NewStaffMail<'a> {
    /// Its id.
    pub id: &'a str,
    /// To whom: the person's id.
    pub person: &'a str,
    /// The person's address.
    pub recipient: &'a str,
    /// The office.
    pub office: &'a OfficeId,
    /// What.
    pub payload: &'a Payload,
    /// When.
    pub at: Timestamp,
}

/// Puts a mail in the outbox, and marks the notes that stand in it.
pub async fn post(conn: &mut Conn, mail: &NewStaffMail<'_>, notes: &[i64]) -> Read<()> {
    sqlx::query(
        "insert into delivery (id, person, office, position, channel, recipient, payload, state, release_at, next_try)
         values ($1, $2, $3, 1, $4, $5, $6, 'held', $7, $7)",
    )
    .bind(mail.id)
    .bind(mail.person)
    .bind(mail.office.as_str())
    .bind(mail.payload.channel())
    .bind(mail.recipient)
    .bind(nested(mail.payload)?)
    .bind(stamp(mail.at))
    .execute(&mut *conn)
    .await?;
    for note in notes {
        sqlx::query("update staff_note set delivery = $2 where id = $1")
            .bind(note)
            .bind(mail.id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

fn read_telling(row: &Row) -> Read<Telling> {
    // Whoever has said nothing has no row, and of a joined one no columns.
    if row.try_get::<Option<i64>, _>("active")?.is_none() {
        return Ok(Telling::default());
    }
    let quiet = maybe(row, "quiet_from")?.zip(maybe(row, "quiet_until")?);
    Ok(Telling {
        active: flag(row, "active")?,
        units: maybe_json(row, "units")?,
        digest: maybe(row, "digest")?,
        quiet: quiet.map(|(from, until)| Quiet { from, until }),
        language: maybe_plain(row, "language")?,
    })
}

fn read_note(row: &Row) -> Read<Note> {
    Ok(Note {
        id: row.try_get("id")?,
        person: text(row, "person")?,
        email: text(row, "email")?,
        office: plain(row, "office")?,
        news: named(row, "kind", News::from_name)?,
        reference: plain(row, "reference")?,
        version: number(row, "version")?,
        unit: plain(row, "unit")?,
        unit_name: text(row, "unit_name")?,
        period: maybe_plain(row, "period")?,
        telling: read_telling(row)?,
    })
}
