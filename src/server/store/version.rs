//! The versions of a report, and the approved figures of earlier periods.
//! Imports `domain` and `api`.

use std::collections::HashMap;

use super::{
    Conn, Store, is_embedded,
    row::{Read, Row, flag, json, maybe_moment, maybe_number, moment, named, nested, number, plain, stamp, text},
    sees::Sees,
    sql::Sql,
};
use crate::{
    api::case::Earlier,
    domain::{
        report::{BREACH_POINTS, Reference, Source, Submitter, Values, Version, breaches},
        unit::UnitNo,
    },
};

/// Adds a version.
pub async fn add(conn: &mut Conn, reference: &Reference, version: &Version) -> Read<()> {
    sqlx::query(
        "insert into report_version (reference, version, received_at, late, submitter_name, submitter_email,
             submitter_phone, figures, remarks, obsolete, source, generated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(reference.as_str())
    .bind(i64::from(version.version))
    .bind(stamp(version.received_at))
    .bind(i64::from(version.late))
    .bind(&version.submitter.name)
    .bind(&version.submitter.email)
    .bind(&version.submitter.phone)
    .bind(nested(&version.values)?)
    .bind(nested(&version.remarks)?)
    .bind(nested(&version.obsolete)?)
    .bind(version.source.as_str())
    .bind(version.generated_at.map(stamp))
    .execute(conn)
    .await?;
    Ok(())
}

/// All versions of a case, oldest first.
pub async fn all(conn: &mut Conn, reference: &Reference) -> Read<Vec<Version>> {
    let rows = sqlx::query(
        "select version, received_at, late, submitter_name, submitter_email, submitter_phone, figures, remarks,
             obsolete, source, generated_at
         from report_version where reference = $1 order by version",
    )
    .bind(reference.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// One version of a case.
pub async fn one(conn: &mut Conn, reference: &Reference, version: u32) -> Read<Option<Version>> {
    let row = sqlx::query(
        "select version, received_at, late, submitter_name, submitter_email, submitter_phone, figures, remarks,
             obsolete, source, generated_at
         from report_version where reference = $1 and version = $2",
    )
    .bind(reference.as_str())
    .bind(i64::from(version))
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// The figures that breaches are worked out from, of one version of each of many cases, in one read.
pub async fn breach_figures(conn: &mut Conn, cases: &[(&Reference, u32)]) -> Read<HashMap<Reference, Values>> {
    let [first, second, third] = BREACH_POINTS;
    // The two databases name the parts of a document differently.
    let statement = if is_embedded(conn) {
        "select v.reference, json_object($2, v.figures ->> $2, $3, v.figures ->> $3, $4, v.figures ->> $4) as figures
         from json_each($1) wanted
         cross join report_version v on v.reference = wanted.value ->> 0 and v.version = wanted.value ->> 1"
    } else {
        "select v.reference, json_build_object($2, f.of -> $2, $3, f.of -> $3, $4, f.of -> $4)::text as figures
         from json_array_elements($1::json) wanted (value)
         join report_version v on v.reference = wanted.value ->> 0 and v.version = (wanted.value ->> 1)::bigint,
         lateral (select v.figures::json as of) f"
    };
    let rows =
        sqlx::query(statement).bind(nested(&cases)?).bind(first).bind(second).bind(third).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((plain(row, "reference")?, json(row, "figures")?))).collect()
}

/// The approved figures of the numbers of a unit, newest period first.
pub async fn approved(store: &Store, conn: &mut Conn, sees: &Sees, units: &[UnitNo]) -> Read<Vec<Earlier>> {
    let now = store.now();
    let mut query = Sql::new(
        "select t.period, t.unit, v.figures, d.extensions
         from task t
         join decision d on d.key = t.decision
         join report_version v on v.reference = t.reference and v.version = d.version
         where t.kind = 'report' and t.state = 'approved' and (",
    );
    sees.limit(&mut query, now);
    query.push(") and t.undo_until <= ").push_bind(stamp(now)).push(" and t.unit in (");
    query.push_list(units.iter().map(|unit| unit.as_str().to_owned()));
    query.push(") order by t.period desc");
    query.build().fetch_all(conn).await?.iter().map(read_earlier).collect()
}

fn read(row: &Row) -> Read<Version> {
    Ok(Version {
        version: number(row, "version")?,
        received_at: moment(row, "received_at")?,
        late: flag(row, "late")?,
        submitter: Submitter {
            name: text(row, "submitter_name")?,
            email: text(row, "submitter_email")?,
            phone: text(row, "submitter_phone")?,
        },
        values: json(row, "figures")?,
        remarks: json(row, "remarks")?,
        obsolete: json(row, "obsolete")?,
        source: named(row, "source", Source::from_name)?,
        generated_at: maybe_moment(row, "generated_at")?,
    })
}

fn read_earlier(row: &Row) -> Read<Earlier> {
    let values = json(row, "figures")?;
    let extensions = maybe_number(row, "extensions")?;
    let breaches = extensions.and_then(|count| breaches(&values, count));
    Ok(Earlier { period: plain(row, "period")?, unit: plain(row, "unit")?, values, extensions, breaches })
}
