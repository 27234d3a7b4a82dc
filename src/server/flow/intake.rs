//! A report arrives: judged by the form, made the next version of its case, and the case is open again.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    deadlines, fields,
    figures::{self, Figure},
    register,
};
use crate::{
    api::{
        decide::Received,
        fault::{Fault, FaultKind},
    },
    domain::{
        event::EventKind,
        period::Period,
        refusal::Refusal,
        report::{Reference, Source, Submission, Submitter, Version},
        task::{State, TaskKind},
        unit::{Unit, UnitNo},
    },
    server::store::{
        Conn, Store, draft,
        event::{self, NewEvent},
        task::{self, NewTask, Standing},
        version,
    },
    text::date::day_of,
};

/// A report as it came, before anything of it is trusted.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The unit's number.
    pub unit: String,
    /// The period.
    pub period: String,
    /// The version it is meant to be.
    pub version: Option<u32>,
    /// The figures, in the order they came.
    pub values: Vec<(String, Figure)>,
    /// The unit's remarks by point.
    pub remarks: BTreeMap<String, String>,
    /// Who sent it.
    pub submitter: Submitter,
    /// Where the figures come from.
    pub source: Source,
    /// When they were computed.
    pub generated_at: Option<Timestamp>,
    /// The id of the person who was logged in.
    pub person: Option<String>,
}

impl From<&Submission> for Incoming {
    fn from(submission: &Submission) -> Self {
        let figure = |value: &Option<u32>| value.map_or(Figure::Empty, Figure::Count);
        Self {
            unit: submission.unit.to_string(),
            period: submission.period.to_string(),
            version: submission.version,
            values: submission.values.iter().map(|(key, value)| (key.clone(), figure(value))).collect(),
            remarks: submission.remarks.clone(),
            submitter: submission.submitter.clone(),
            source: submission.source,
            generated_at: submission.generated_at,
            person: None,
        }
    }
}

/// A report that is as it should be, but for its version.
struct Judged<'a> {
    unit: &'a Unit,
    period: &'a Period,
    content: Version,
}

/// Takes a report in.
///
/// # Errors
/// All reasons at once for which it is refused; nothing is stored then.
pub async fn submit(store: &Store, conn: &mut Conn, incoming: &Incoming, at: Timestamp) -> Result<Received, Fault> {
    let (judged, mut refusals) = judge(store, incoming, at);
    let Some(mut judged) = judged else { return Err(Fault::refused_for(refusals)) };
    let reference = Reference::report(&judged.period.id, &judged.unit.no);
    let standing = task::standing(conn, &reference).await?;
    refusals.extend(register::judge(conn, judged.unit, judged.period, &judged.content).await?);
    let of_version = judge_version(conn, &reference, standing.as_ref(), incoming.version, &judged.content).await?;
    if refusals.is_empty() && !of_version.is_empty() {
        return Err(Fault { refusals: of_version, ..Fault::new(FaultKind::AlreadySubmitted) });
    }
    refusals.extend(of_version);
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    judged.content.version = standing.as_ref().map_or(1, |before| before.version + 1);
    match standing {
        None => begin(conn, &reference, &judged).await?,
        Some(before) => renew(conn, &reference, &judged.content, before.state).await?,
    }
    version::add(conn, &reference, &judged.content).await?;
    record(store, conn, &reference, &judged, incoming.person.as_deref()).await?;
    deadlines::follow(store, conn, &reference, at).await?;
    let Version { version, received_at, late, obsolete, .. } = judged.content;
    Ok(Received { reference, version, at: received_at, late, obsolete })
}

/// Judges everything that can be judged without the database; none when not even unit and period are known.
fn judge<'a>(store: &'a Store, incoming: &Incoming, at: Timestamp) -> (Option<Judged<'a>>, Vec<Refusal>) {
    let register = store.register();
    let mut refusals = Vec::new();
    let submitter = Submitter {
        name: fields::line("submitter.name", &incoming.submitter.name, fields::LONGEST_NAME, &mut refusals),
        email: fields::email("submitter.email", &incoming.submitter.email, &mut refusals),
        phone: fields::phone("submitter.phone", &incoming.submitter.phone, &mut refusals),
    };
    if incoming.version == Some(0) {
        refusals.push(Refusal::BadField { field: "version".to_owned() });
    }
    let number = keep(incoming.unit.trim().parse::<UnitNo>(), &mut refusals);
    let Some(period) = keep(register.period(&incoming.period), &mut refusals) else { return (None, refusals) };
    let unit = number.and_then(|number| keep(register.unit(&number, period), &mut refusals));
    if let Some(unit) = unit.filter(|unit| !unit.reports) {
        refusals.push(Refusal::UnitDoesNotReport { unit: unit.no.to_string() });
    }
    let Some(form) = register.form(period) else { return (None, refusals) };
    let sorted = figures::sort(form, &incoming.values, &mut refusals);
    let remarks = figures::remarks(form, &incoming.remarks, &mut refusals);
    let content = Version {
        version: 1,
        received_at: at,
        late: day_of(at) > period.unit_deadline,
        submitter,
        values: sorted.values,
        remarks,
        obsolete: sorted.obsolete,
        source: incoming.source,
        generated_at: incoming.generated_at,
    };
    (unit.map(|unit| Judged { unit, period, content }), refusals)
}

fn keep<T>(outcome: Result<T, Refusal>, refusals: &mut Vec<Refusal>) -> Option<T> {
    outcome.map_err(|refusal| refusals.push(refusal)).ok()
}

/// Whether a report can be the next version of its case.
async fn judge_version(
    conn: &mut Conn,
    reference: &Reference,
    standing: Option<&Standing>,
    given: Option<u32>,
    content: &Version,
) -> Result<Vec<Refusal>, Fault> {
    let Some(&Standing { state, version: newest, .. }) = standing else {
        let gap = given.filter(|given| *given > 1).map(|given| Refusal::VersionGap { given, next: 1 });
        return Ok(gap.into_iter().collect());
    };
    let next = newest + 1;
    let refusal = match given {
        Some(given) if given <= newest => Some(Refusal::SameVersion { newest }),
        _ if state == State::Approved => Some(Refusal::CaseClosed),
        Some(given) if given > next => Some(Refusal::VersionGap { given, next }),
        _ => {
            let before = version::one(conn, reference, newest).await?;
            let same = |before: &Version| before.values == content.values && before.remarks == content.remarks;
            before.as_ref().is_some_and(same).then_some(Refusal::SameContent { newest })
        }
    };
    Ok(refusal.into_iter().collect())
}

async fn begin(conn: &mut Conn, reference: &Reference, judged: &Judged<'_>) -> Result<(), Fault> {
    let Judged { unit, period, content } = judged;
    let new = NewTask {
        reference,
        kind: TaskKind::Report,
        office: &unit.office,
        unit: &unit.no,
        unit_name: &unit.name,
        also: unit.also.as_deref(),
        applicant: None,
        period: Some(&period.id),
        received_at: content.received_at,
        deadline: Some((period.office_deadline, period.assumed)),
        due: period.office_deadline,
        unit_deadline: Some(period.unit_deadline),
        // A corrected version comes after the deadline by its nature: what counts is when the first one came.
        late: content.late,
    };
    Ok(task::add(conn, &new).await?)
}

/// Opens a case again. The draft of a decision that was made is spent; one that is still being written is kept.
async fn renew(conn: &mut Conn, reference: &Reference, content: &Version, state: State) -> Result<(), Fault> {
    task::renew(conn, reference, content.version, content.received_at).await?;
    if state != State::Open {
        draft::remove(conn, reference).await?;
    }
    Ok(())
}

async fn record(
    store: &Store,
    conn: &mut Conn,
    reference: &Reference,
    judged: &Judged<'_>,
    person: Option<&str>,
) -> Result<(), Fault> {
    let told = register::told(store, &judged.content);
    let new = NewEvent {
        reference,
        office: &judged.unit.office,
        at: judged.content.received_at,
        kind: EventKind::Submitted,
        person,
        actor: &judged.content.submitter.name,
        version: judged.content.version,
        decision: None,
        extensions: None,
        text: told.as_deref(),
    };
    Ok(event::add(conn, &new).await?)
}
