//! Access requests as they came.
//! Imports `domain`.

use sqlx::Row as _;

use super::{
    Conn, Store,
    row::{Read, number, plain, text},
    sees::Sees,
    sql::Sql,
};
use crate::domain::{access::Application, report::Reference};

/// The number the next access request gets.
pub async fn next_number(conn: &mut Conn) -> Read<u32> {
    let row = sqlx::query("select coalesce(max(number), 0) + 1 as next from application").fetch_one(conn).await?;
    number(&row, "next")
}

/// Adds an access request.
pub async fn add(conn: &mut Conn, reference: &Reference, number: u32, application: &Application) -> Read<()> {
    sqlx::query(
        "insert into application (reference, number, name, email, phone, represents, unit, email_fold)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(reference.as_str())
    .bind(i64::from(number))
    .bind(&application.name)
    .bind(&application.email)
    .bind(&application.phone)
    .bind(&application.represents)
    .bind(application.unit.as_str())
    .bind(application.email.to_lowercase())
    .execute(conn)
    .await?;
    Ok(())
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

/// Earlier cases that the person sees and that seem to be of the same applicant, oldest first: from the same e-mail address
/// or telephone, or of the same name for the same unit.
pub async fn others(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    reference: &Reference,
    application: &Application,
) -> Read<Vec<Reference>> {
    let mut query = Sql::new("select t.reference from task t join application a on a.reference = t.reference where (");
    sees.limit(&mut query, store.now());
    query.push(") and (a.email_fold = ").push_bind(application.email.to_lowercase());
    if !application.phone.is_empty() {
        query.push(" or a.phone = ").push_bind(application.phone.clone());
    }
    query.push(" or a.name = ").push_bind(application.name.clone());
    query.push(" and a.unit = ").push_bind(application.unit.as_str().to_owned()).push(")");
    query.push(" and t.reference < ").push_bind(reference.as_str().to_owned());
    query.push(" order by t.reference limit 50");
    query.build().fetch_all(conn).await?.iter().map(|row| plain(row, "reference")).collect()
}
