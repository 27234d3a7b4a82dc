//! How units report, where it is not the default.
//! Imports `domain`.

use std::collections::HashMap;

use sqlx::Row as _;

use super::{
    Conn,
    row::{Read, Row, flag, maybe, maybe_date, maybe_named, plain, text},
};
use crate::{
    domain::{
        channel::{Approval, ChannelStatus},
        period::PeriodId,
        unit::{Channel, UnitNo},
    },
    server::seed::UnitChannel,
    text::wire_name,
};

/// Records how a unit reports from a period on, and that it took the step.
pub async fn add(conn: &mut Conn, channel: &UnitChannel) -> Read<()> {
    add_step(conn, channel).await?;
    sqlx::query(
        "insert into unit_channel (unit, from_period, channel, case_system, assumed, status, since, letter)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (unit, from_period) do update set channel = excluded.channel,
             case_system = excluded.case_system, assumed = excluded.assumed, status = excluded.status,
             since = excluded.since, letter = excluded.letter",
    )
    .bind(channel.unit.as_str())
    .bind(channel.from.as_str())
    .bind(name(channel.channel))
    .bind(&channel.case_system)
    .bind(i64::from(channel.assumed))
    .bind(channel.approval.as_ref().map(|approval| approval.status.as_str()))
    .bind(channel.approval.as_ref().map(|approval| approval.since.to_string()))
    .bind(channel.approval.as_ref().and_then(|approval| approval.letter.clone()))
    .execute(conn)
    .await?;
    Ok(())
}

/// Records a step; the newest one of the period, said again, is as it was said last.
async fn add_step(conn: &mut Conn, channel: &UnitChannel) -> Read<()> {
    let status = channel.approval.as_ref().map(|approval| approval.status.as_str());
    let newest = sqlx::query(
        "select id, status from channel_step where unit = $1 and from_period = $2 order by id desc limit 1",
    )
    .bind(channel.unit.as_str())
    .bind(channel.from.as_str())
    .fetch_optional(&mut *conn)
    .await?;
    if let Some(row) = newest
        && maybe(&row, "status")?.as_deref() == status
    {
        sqlx::query("delete from channel_step where id = $1")
            .bind(row.try_get::<i64, _>("id")?)
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query(
        "insert into channel_step (unit, from_period, channel, case_system, assumed, status, since, letter)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(channel.unit.as_str())
    .bind(channel.from.as_str())
    .bind(name(channel.channel))
    .bind(&channel.case_system)
    .bind(i64::from(channel.assumed))
    .bind(status)
    .bind(channel.approval.as_ref().map(|approval| approval.since.to_string()))
    .bind(channel.approval.as_ref().and_then(|approval| approval.letter.clone()))
    .execute(conn)
    .await?;
    Ok(())
}

/// How a unit reports in a period; none for the default.
pub async fn of(conn: &mut Conn, unit: &UnitNo, period: &PeriodId) -> Read<Option<UnitChannel>> {
    let row = sqlx::query(
        "select unit, from_period, channel, case_system, assumed, status, since, letter from unit_channel
         where unit = $1 and from_period <= $2 order by from_period desc limit 1",
    )
    .bind(unit.as_str())
    .bind(period.as_str())
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// How every unit reports in a period, without those on the default.
pub async fn all(conn: &mut Conn, period: &PeriodId) -> Read<HashMap<UnitNo, UnitChannel>> {
    let rows = sqlx::query(
        "select unit, from_period, channel, case_system, assumed, status, since, letter from unit_channel
         where from_period <= $1 order by from_period",
    )
    .bind(period.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| read(row).map(|channel| (channel.unit.clone(), channel))).collect()
}

/// Every step of a unit, the first period first, and within a period in the order in which they were taken.
pub async fn history(conn: &mut Conn, unit: &UnitNo) -> Read<Vec<UnitChannel>> {
    let rows = sqlx::query(
        "select unit, from_period, channel, case_system, assumed, status, since, letter from channel_step
         where unit = $1 order by from_period, id",
    )
    .bind(unit.as_str())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn approval(row: &Row) -> Read<Option<Approval>> {
    let status = maybe_named(row, "status", ChannelStatus::from_name)?;
    let since = maybe_date(row, "since")?;
    let letter = maybe(row, "letter")?;
    Ok(status.zip(since).map(|(status, since)| Approval { status, since, letter }))
}

/// The name a channel is stored under.
fn name(channel: Channel) -> String {
    wire_name(&channel).replace('-', "_")
}

fn read(row: &Row) -> Read<UnitChannel> {
    Ok(UnitChannel {
        unit: plain(row, "unit")?,
        from: plain(row, "from_period")?,
        channel: plain(row, "channel")?,
        case_system: text(row, "case_system")?,
        assumed: flag(row, "assumed")?,
        approval: approval(row)?,
    })
}
