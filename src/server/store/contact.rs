//! Contacts of units, and the co-operations they are in.
//! Imports `domain`.

use std::collections::HashMap;

use super::{
    Conn, Store,
    row::{Read, Row, flag, plain, text},
};
use crate::{
    api::fault::Fault,
    domain::{
        contact::{Contact, Cooperation},
        unit::UnitNo,
    },
};

/// Takes a list of contacts over whole: who is no longer in it is gone.
pub async fn replace_contacts(conn: &mut Conn, contacts: &[Contact]) -> Read<()> {
    sqlx::query("delete from contact").execute(&mut *conn).await?;
    for contact in contacts {
        sqlx::query("insert into contact (unit, leader, email, phone) values ($1, $2, $3, $4)")
            .bind(contact.unit.as_str())
            .bind(&contact.leader)
            .bind(&contact.email)
            .bind(&contact.phone)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Takes a list of co-operations over whole.
pub async fn replace_cooperations(conn: &mut Conn, cooperations: &[Cooperation]) -> Read<()> {
    sqlx::query("delete from cooperation_member").execute(&mut *conn).await?;
    sqlx::query("delete from cooperation").execute(&mut *conn).await?;
    for cooperation in cooperations {
        sqlx::query("insert into cooperation (id, name, host, made_up) values ($1, $2, $3, $4)")
            .bind(&cooperation.id)
            .bind(&cooperation.name)
            .bind(cooperation.host.as_str())
            .bind(i64::from(cooperation.made_up))
            .execute(&mut *conn)
            .await?;
        for (position, member) in (1_i64..).zip(&cooperation.members) {
            sqlx::query("insert into cooperation_member (cooperation, unit, position) values ($1, $2, $3)")
                .bind(&cooperation.id)
                .bind(member.as_str())
                .bind(position)
                .execute(&mut *conn)
                .await?;
        }
    }
    Ok(())
}

/// Every contact.
pub async fn all(conn: &mut Conn) -> Read<HashMap<UnitNo, Contact>> {
    let rows = sqlx::query("select unit, leader, email, phone from contact").fetch_all(conn).await?;
    rows.iter().map(|row| read(row).map(|contact| (contact.unit.clone(), contact))).collect()
}

/// The contact of a unit.
pub async fn of(conn: &mut Conn, unit: &UnitNo) -> Read<Option<Contact>> {
    let row = sqlx::query("select unit, leader, email, phone from contact where unit = $1")
        .bind(unit.as_str())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The co-operations that a unit is in.
pub async fn cooperations(conn: &mut Conn, unit: &UnitNo) -> Read<Vec<Cooperation>> {
    let rows = sqlx::query(
        "select id, name, host, made_up from cooperation
         where id in (select cooperation from cooperation_member where unit = $1) order by name",
    )
    .bind(unit.as_str())
    .fetch_all(&mut *conn)
    .await?;
    let mut found = Vec::new();
    for row in &rows {
        let id = text(row, "id")?;
        let members = sqlx::query("select unit from cooperation_member where cooperation = $1 order by position")
            .bind(&id)
            .fetch_all(&mut *conn)
            .await?;
        found.push(Cooperation {
            id,
            name: text(row, "name")?,
            host: plain(row, "host")?,
            members: members.iter().map(|row| plain(row, "unit")).collect::<Read<_>>()?,
            made_up: flag(row, "made_up")?,
        });
    }
    Ok(found)
}

impl Store {
    /// Takes the lists of contacts and co-operations over whole, where there are any.
    ///
    /// # Errors
    /// A storage fault; nothing is changed then.
    pub async fn take_lists(
        &self,
        contacts: Option<&[Contact]>,
        cooperations: Option<&[Cooperation]>,
    ) -> Result<(), Fault> {
        let mut tx = self.write().await?;
        if let Some(contacts) = contacts {
            replace_contacts(&mut tx, contacts).await?;
        }
        if let Some(cooperations) = cooperations {
            replace_cooperations(&mut tx, cooperations).await?;
        }
        self.commit(tx).await
    }
}

fn read(row: &Row) -> Read<Contact> {
    Ok(Contact {
        unit: plain(row, "unit")?,
        leader: text(row, "leader")?,
        email: text(row, "email")?,
        phone: text(row, "phone")?,
    })
}
