//! Cases: one row each, with what the queue shows.
//! Imports `domain` and `api`.

use jiff::{Timestamp, civil::Date};

use super::{
    Conn, Store, review,
    row::{
        Read, Row, flag, maybe, maybe_date, maybe_moment, maybe_number, maybe_plain, moment, named, number, plain,
        stamp, text,
    },
    sees::Sees,
    sql::Sql,
};
use crate::{
    api::{
        review::Weight,
        tasks::{Holder, TaskRow},
    },
    domain::{
        office::OfficeId,
        period::PeriodId,
        report::Reference,
        task::{Badge, Delivery, State, TaskKind},
        unit::{Channel, UnitNo},
    },
    text::{date::day_of, fold},
};

/// A case as the backend knows it.
#[derive(Debug, Clone)]
pub struct Record {
    /// What is shown of it.
    pub row: TaskRow,
    /// The office it belongs to.
    pub office: OfficeId,
    /// The key of the decision that holds.
    pub decision: Option<String>,
    /// How the unit reports in the period.
    pub channel: Channel,
}

/// Where a case stands, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Its newest version.
    pub version: u32,
    /// The office it belongs to.
    pub office: OfficeId,
}

/// A case that begins.
#[derive(Debug, Clone)]
pub struct NewTask<'a> {
    /// Its reference.
    pub reference: &'a Reference,
    /// Report or access request.
    pub kind: TaskKind,
    /// The office it belongs to.
    pub office: &'a OfficeId,
    /// The unit.
    pub unit: &'a UnitNo,
    /// The unit's name.
    pub unit_name: &'a str,
    /// The unit's double name.
    pub also: Option<&'a str>,
    /// The applicant's name.
    pub applicant: Option<&'a str>,
    /// The period.
    pub period: Option<&'a PeriodId>,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The office's deadline, and whether it is only derived.
    pub deadline: Option<(Date, bool)>,
    /// The date it is sorted by.
    pub due: Date,
    /// The municipalities' deadline.
    pub unit_deadline: Option<Date>,
    /// Whether it arrived too late.
    pub late: bool,
}

/// The columns of a row, all but the state, which depends on who looks.
pub(super) const COLUMNS: &str = " as state, t.reference, t.kind, t.office, t.unit, t.unit_name, t.applicant, t.period,
    t.version, t.received_at, t.deadline, t.deadline_assumed, t.late, t.touched, t.returns, t.decision, t.decided_at,
    t.decided_by, t.undo_until, t.errors, t.warnings, t.infos, t.unanswered,
    t.holder, t.held_at, (select h.name from person h where h.id = t.holder) as holder_name,
    (select d.name from draft d where d.reference = t.reference) as draft_by,
    (select c.channel from unit_channel c where c.unit = t.unit and c.from_period <= t.period
        order by c.from_period desc limit 1) as channel,
    (select v.received_at from report_version v where v.reference = t.reference and v.version = 1) as first_received,
    (select min(case x.state when 'failed' then 1 when 'held' then 2 when 'sent' then 3 else 4 end)
        from delivery x where x.decision = t.decision) as delivery
    from task t where ";

/// The case with a reference, if the person sees it.
pub async fn find(store: &Store, conn: &mut Conn, sees: &Sees, reference: &Reference) -> Read<Option<Record>> {
    let now = store.now();
    let mut query = Sql::new("select ");
    sees.state(&mut query, now);
    query.push(COLUMNS);
    sees.limit(&mut query, now);
    query.push(" and t.reference = ").push_bind(reference.as_str().to_owned());
    let row = query.build().fetch_optional(conn).await?;
    row.as_ref().map(|row| read(store, sees, row)).transpose()
}

/// Whose a case is: its office, its unit, and whether it is a report.
pub async fn whose(conn: &mut Conn, reference: &Reference) -> Read<Option<(OfficeId, UnitNo, bool)>> {
    let row = sqlx::query("select office, unit, kind from task where reference = $1")
        .bind(reference.as_str())
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok((plain(&row, "office")?, plain(&row, "unit")?, text(&row, "kind")? == "report"))).transpose()
}

/// Where a case stands, whoever sees it: for intake and for a history.
pub async fn standing(conn: &mut Conn, reference: &Reference) -> Read<Option<Standing>> {
    let row = sqlx::query("select state, version, office from task where reference = $1")
        .bind(reference.as_str())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(Standing {
            state: named(&row, "state", State::from_name)?,
            version: number(&row, "version")?,
            office: plain(&row, "office")?,
        })
    })
    .transpose()
}

/// Adds a case in its first version.
pub async fn add(conn: &mut Conn, task: &NewTask<'_>) -> Read<()> {
    let applicant = task.applicant.unwrap_or_default();
    let also = task.also.unwrap_or_default();
    let words = [task.unit_name, also, task.unit.as_str(), task.reference.as_str(), applicant].join(" ");
    sqlx::query(
        "insert into task (reference, kind, state, office, unit, unit_name, applicant, name_order, search, unit_fold,
             applicant_fold, period, version, received_at, deadline, deadline_assumed, due, late, unit_deadline)
         values ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $15, $16, $17)",
    )
    .bind(task.reference.as_str())
    .bind(if task.kind == TaskKind::Report { "report" } else { "access" })
    .bind(task.office.as_str())
    .bind(task.unit.as_str())
    .bind(task.unit_name)
    .bind(task.applicant)
    .bind(fold::order(task.applicant.unwrap_or(task.unit_name)))
    .bind(fold::search(&words))
    .bind(fold::search(task.unit_name))
    .bind(fold::search(applicant))
    .bind(task.period.map(PeriodId::as_str))
    .bind(stamp(task.received_at))
    .bind(task.deadline.map(|(date, _)| date.to_string()))
    .bind(i64::from(task.deadline.is_some_and(|(_, assumed)| assumed)))
    .bind(task.due.to_string())
    .bind(i64::from(task.late))
    .bind(task.unit_deadline.map(|day| day.to_string()))
    .execute(conn)
    .await?;
    Ok(())
}

/// Opens a case again with its next version.
pub async fn renew(conn: &mut Conn, reference: &Reference, version: u32, received_at: Timestamp) -> Read<()> {
    sqlx::query("update task set state = 'open', version = $2, received_at = $3 where reference = $1")
        .bind(reference.as_str())
        .bind(i64::from(version))
        .bind(stamp(received_at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Marks a case as seen by the office.
pub async fn touch(conn: &mut Conn, reference: &Reference) -> Read<()> {
    sqlx::query("update task set touched = 1 where reference = $1 and touched = 0")
        .bind(reference.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

/// What a decision makes of a case.
#[derive(Debug, Clone)]
pub struct Outcome<'a> {
    /// The state.
    pub state: State,
    /// The decision that holds; none when there is none left.
    pub decision: Option<&'a str>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// Who decided it.
    pub decided_by: Option<&'a str>,
    /// Until when it can be taken back.
    pub undo_until: Option<Timestamp>,
    /// How many times the case was returned.
    pub returns: u32,
}

/// Sets what a decision, or taking one back, makes of a case.
pub async fn settle(conn: &mut Conn, reference: &Reference, outcome: &Outcome<'_>) -> Read<()> {
    sqlx::query(
        "update task set state = $2, decision = $3, decided_at = $4, decided_by = $5, undo_until = $6, returns = $7,
             touched = 1
         where reference = $1",
    )
    .bind(reference.as_str())
    .bind(outcome.state.as_str())
    .bind(outcome.decision)
    .bind(outcome.decided_at.map(stamp))
    .bind(outcome.decided_by)
    .bind(outcome.undo_until.map(stamp))
    .bind(i64::from(outcome.returns))
    .execute(conn)
    .await?;
    Ok(())
}

/// Reads a row with [`COLUMNS`].
pub(super) fn read(store: &Store, sees: &Sees, row: &Row) -> Read<Record> {
    let now = store.now();
    let state = named(row, "state", State::from_name)?;
    let deadline = maybe_date(row, "deadline")?;
    let undo_until = maybe_moment(row, "undo_until")?;
    let mut task = TaskRow {
        reference: plain(row, "reference")?,
        kind: plain(row, "kind")?,
        state,
        unit: plain(row, "unit")?,
        unit_name: text(row, "unit_name")?,
        applicant: maybe(row, "applicant")?,
        period: maybe_plain(row, "period")?,
        version: number(row, "version")?,
        received_at: moment(row, "received_at")?,
        deadline,
        deadline_assumed: flag(row, "deadline_assumed")?,
        days_left: deadline.and_then(|date| days_between(day_of(now), date)),
        badges: Vec::new(),
        weight: None,
        holder: holder(row)?.filter(|_| state == State::Open),
        viewers: Vec::new(),
        draft_by: maybe(row, "draft_by")?.filter(|_| state == State::Open),
        decided_by: maybe(row, "decided_by")?,
        decided_at: maybe_moment(row, "decided_at")?,
        returns: number(row, "returns")?,
        delivery: maybe_number(row, "delivery")?.and_then(delivery_of),
        undo_until,
    };
    let default = store.register().channels.default.channel;
    let channel = maybe_plain(row, "channel")?.unwrap_or(default);
    task.badges = badges(store, &task, channel, row)?;
    if task.kind == TaskKind::Report && task.state == State::Open {
        let risk = review::read_risk(row)?;
        task.weight = Some(Weight { risk, score: store.rules().score(&risk, task.days_left) });
    }
    if sees.is_outside() {
        hide_inside(&mut task, undo_until.is_some_and(|until| until > now));
    }
    Ok(Record { row: task, office: plain(row, "office")?, decision: maybe(row, "decision")?, channel })
}

fn holder(row: &Row) -> Read<Option<Holder>> {
    let (person, name) = (maybe(row, "holder")?, maybe(row, "holder_name")?);
    let since = maybe_moment(row, "held_at")?;
    Ok(person.zip(name).zip(since).map(|((person, name), since)| Holder { person, name, since }))
}

fn badges(store: &Store, task: &TaskRow, channel: Channel, row: &Row) -> Read<Vec<Badge>> {
    let fresh = task.state == State::Open && task.draft_by.is_none() && !flag(row, "touched")?;
    let of_report = task.kind == TaskKind::Report;
    let marks = [
        (fresh, Badge::New),
        (task.version > 1, Badge::Corrected),
        (task.draft_by.is_some(), Badge::Draft),
        (of_report && channel == Channel::FormNew, Badge::NewSystem),
        (of_report && channel == Channel::Register, Badge::Machine),
        (flag(row, "late")?, Badge::Late),
        (is_early(store, task, row)?, Badge::Early),
    ];
    Ok(marks.into_iter().filter(|(holds, _)| *holds).map(|(_, badge)| badge).collect())
}

/// True when a report first came before the first day on which units may submit.
fn is_early(store: &Store, task: &TaskRow, row: &Row) -> Read<bool> {
    let first = maybe_moment(row, "first_received")?;
    let period = task.period.as_ref().and_then(|id| store.register().period(id.as_str()).ok());
    Ok(first.zip(period).is_some_and(|(first, period)| day_of(first) < period.opens))
}

/// Takes away what only the office sees; a decision whose undo window is open is not made yet.
fn hide_inside(task: &mut TaskRow, in_window: bool) {
    task.draft_by = None;
    task.holder = None;
    task.weight = None;
    task.badges.retain(|badge| !matches!(badge, Badge::New | Badge::Draft));
    if in_window {
        task.decided_at = None;
        task.decided_by = None;
        task.delivery = None;
        task.undo_until = None;
        task.returns = 0;
    }
}

fn delivery_of(code: u32) -> Option<Delivery> {
    match code {
        1 => Some(Delivery::Failed),
        2 => Some(Delivery::Held),
        3 => Some(Delivery::Sent),
        4 => Some(Delivery::Cancelled),
        _ => None,
    }
}

fn days_between(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}
