//! What administrators have set over the reference data that is built in.
//! Imports `domain`.

use jiff::Timestamp;
use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, moment, named, number, stamp, text},
    sql::Sql,
};
use crate::domain::{
    amendment::{Amendment, ReferenceKind},
    period::PeriodId,
};

/// How many one statement adds.
const AT_A_TIME: usize = 500;

/// Something that is set, with when and by whom.
#[derive(Debug, Clone)]
pub struct Stored {
    /// What is set.
    pub amendment: Amendment,
    /// When.
    pub at: Timestamp,
    /// By whom: the person's id.
    pub person: String,
    /// By whom: the name.
    pub actor: String,
}

/// The number of the newest amendment: as long as it is the same, so is all that holds.
pub async fn generation(conn: &mut Conn) -> Read<i64> {
    sqlx::query("select coalesce(max(id), 0) as newest from amendment").fetch_one(conn).await?.try_get("newest")
}

/// What holds, in the order in which it was set.
pub async fn all(conn: &mut Conn) -> Read<Vec<Stored>> {
    let rows = sqlx::query(
        "select kind, name, valid_from, content, at, person, actor from amendment
         where id in (select max(id) from amendment group by kind, name) and content <> '' order by id",
    )
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// The newest of a kind and a name.
pub async fn newest(conn: &mut Conn, kind: ReferenceKind, name: &str) -> Read<Option<Stored>> {
    let row = sqlx::query(
        "select kind, name, valid_from, content, at, person, actor from amendment where kind = $1 and name = $2
         order by id desc limit 1",
    )
    .bind(kind.as_str())
    .bind(name)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Adds some, in their order. The number of the newest is given to the next reader.
pub async fn add(conn: &mut Conn, amendments: &[&Amendment], at: Timestamp, person: (&str, &str)) -> Read<()> {
    for some in amendments.chunks(AT_A_TIME) {
        let mut query = Sql::new("insert into amendment (kind, name, valid_from, content, at, person, actor) values ");
        for (place, one) in some.iter().enumerate() {
            query.push(if place > 0 { ", (" } else { "(" });
            let texts = [one.kind.as_str(), &one.name, &one.from, &one.content, &stamp(at), person.0, person.1];
            query.push_list(texts.map(str::to_owned)).push(")");
        }
        query.build().execute(&mut *conn).await?;
    }
    Ok(())
}

/// How many reports there are of the periods from one on, and before another if there is one.
pub async fn reports(conn: &mut Conn, from: &PeriodId, before: Option<&PeriodId>) -> Read<u32> {
    let row = sqlx::query(
        "select count(*) as found from task where kind = 'report' and period >= $1 and ($2 = '' or period < $2)",
    )
    .bind(from.as_str())
    .bind(before.map_or("", PeriodId::as_str))
    .fetch_one(conn)
    .await?;
    number(&row, "found")
}

/// How many reports there are of a period.
pub async fn reports_in(conn: &mut Conn, period: &PeriodId) -> Read<u32> {
    let row = sqlx::query("select count(*) as found from task where kind = 'report' and period = $1")
        .bind(period.as_str())
        .fetch_one(conn)
        .await?;
    number(&row, "found")
}

/// A unit whose channel begins in a period, or that was reminded of its report.
pub async fn unit_of(conn: &mut Conn, period: &PeriodId) -> Read<Option<String>> {
    let row = sqlx::query(
        "select unit from unit_channel where from_period = $1 union select unit from notice where period = $1
         order by unit limit 1",
    )
    .bind(period.as_str())
    .fetch_optional(conn)
    .await?;
    row.map(|row| text(&row, "unit")).transpose()
}

/// How many decisions were made by a rule pack, or by it as it is carried on to a later form (`2023.1+2024`).
pub async fn decided_by(conn: &mut Conn, pack: &str) -> Read<u32> {
    let row = sqlx::query("select count(*) as found from decision where review like $1 or review like $2")
        .bind(format!("{{\"pack\":\"{pack}\"%"))
        .bind(format!("{{\"pack\":\"{pack}+%"))
        .fetch_one(conn)
        .await?;
    number(&row, "found")
}

fn read(row: &Row) -> Read<Stored> {
    let amendment = Amendment {
        kind: named(row, "kind", ReferenceKind::from_name)?,
        name: text(row, "name")?,
        from: text(row, "valid_from")?,
        content: text(row, "content")?,
    };
    Ok(Stored { amendment, at: moment(row, "at")?, person: text(row, "person")?, actor: text(row, "actor")? })
}
