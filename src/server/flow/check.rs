//! Whether a decision can be made: the case is seen, open, in the version that was seen, and the decision fits it.
//! Imports `domain`, `checks`, `text` and `api`.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{access, review};
use crate::{
    api::{
        decide::DecisionRequest,
        fault::{Fault, FaultKind},
    },
    checks::identity,
    domain::{
        access::{AccessRole, Application},
        decision::{Comment, DecisionKind},
        finding::Question,
        person::Person,
        refusal::Refusal,
        report::{self, Reference, Version},
        task::{State, TaskKind},
    },
    server::store::{
        Conn, Store, application,
        sees::Sees,
        task::{self, Record},
        version,
    },
    text::clean,
};

/// The most questions of one return, and the most points of one question.
const MOST_POINTS: usize = 100;
/// The longest id of a rule, or key of a point, that is repeated in a refusal.
const LONGEST_KEY: usize = 40;

/// A decision that somebody wants to make.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Who.
    pub caller: &'a Person,
    /// On which case.
    pub reference: &'a Reference,
    /// On which version.
    pub version: u32,
    /// What.
    pub request: &'a DecisionRequest,
    /// When.
    pub at: Timestamp,
}

/// What a decision is about.
#[derive(Debug, Clone)]
pub enum Matter {
    /// The newest version of a report.
    Report(Box<Version>),
    /// An access request.
    Access(Box<Application>),
}

/// A decision that can be made.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The case.
    pub record: Record,
    /// What it is about.
    pub matter: Matter,
    /// The extension count, for an approval.
    pub extensions: Option<u32>,
    /// The comment, cleaned.
    pub comment: Option<String>,
    /// As what access is granted.
    pub role: Option<AccessRole>,
}

/// The case, if the caller sees it.
///
/// # Errors
/// Not allowed for those who have nothing to do with cases; not found for every case that is not theirs.
pub async fn seen(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
) -> Result<(Sees, Record), Fault> {
    let sees = Sees::of(caller).ok_or_else(|| Fault::new(FaultKind::NotAllowed))?;
    let record = task::find(store, conn, &sees, reference).await?;
    let record = record.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    Ok((sees, record))
}

/// The case, if the caller may decide it.
///
/// # Errors
/// As [`seen`], and not allowed for those who only read.
pub async fn decidable(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
) -> Result<Record, Fault> {
    let (_, record) = seen(store, conn, caller, reference).await?;
    if caller.role.decides() { Ok(record) } else { Err(Fault::new(FaultKind::NotAllowed)) }
}

/// Holds that a case is still open.
///
/// # Errors
/// Already decided, with the state and who decided.
pub fn still_open(record: &Record) -> Result<(), Fault> {
    if record.row.state == State::Open {
        return Ok(());
    }
    Err(Fault {
        state: Some(record.row.state),
        by: record.row.decided_by.clone(),
        version: Some(record.row.version),
        ..Fault::new(FaultKind::AlreadyDecided)
    })
}

/// Checks a decision on a case that the caller may decide.
///
/// # Errors
/// A newer version, a decision already made, or all reasons at once for which it is refused.
pub async fn check(store: &Store, conn: &mut Conn, order: &Order<'_>, record: Record) -> Result<Checked, Fault> {
    if order.version != record.row.version {
        return Err(Fault { version: Some(record.row.version), ..Fault::new(FaultKind::VersionChanged) });
    }
    still_open(&record)?;
    let DecisionRequest { kind, extensions, comment, asked, .. } = order.request;
    if kind.of_task() != record.row.kind {
        return Err(Fault::refused(Refusal::WrongKind));
    }
    let matter = load(conn, &record).await?;
    let mut refusals = Vec::new();
    let mut given = None;
    let comment = check_comment(*kind, comment.as_deref(), &mut refusals);
    let extensions = extensions.filter(|_| *kind == DecisionKind::Approve);
    match &matter {
        Matter::Report(newest) if *kind == DecisionKind::Approve => {
            let rule = store.register().count_rule(record.channel, record.row.period.as_ref()).rule;
            refusals.extend(report::check_extensions(rule, &newest.values, extensions).err());
            let open = review::open_errors(store, conn, &record, newest).await?;
            if !open.is_empty() {
                let rules: BTreeSet<String> = open.into_iter().map(|finding| finding.rule).collect();
                refusals.push(Refusal::OpenErrors { rules: Vec::from_iter(rules).join(", ") });
            }
        }
        Matter::Report(_) => refusals.extend(unknown_questions(store, &record, asked)),
        Matter::Access(application) => {
            let (role, reasons) = access::judge(store, conn, order, &record, application).await?;
            given = role;
            refusals.extend(reasons);
        }
    }
    if (order.request.role.is_some() || order.request.confirm_role) && *kind != DecisionKind::Grant {
        refusals.push(Refusal::BadField { field: "role".to_owned() });
    }
    if refusals.is_empty() {
        Ok(Checked { record, matter, extensions, comment, role: given })
    } else {
        Err(Fault::refused_for(refusals))
    }
}

/// The questions of a return that no rule or point of the form can be behind.
fn unknown_questions(store: &Store, record: &Record, asked: &[Question]) -> Vec<Refusal> {
    let Some((period, form)) = review::asked_with(store, record) else { return Vec::new() };
    let pack = store.rules().pack(form, &period.id);
    let known = |asked: &&Question| {
        let rule = pack.is_some_and(|pack| pack.rule(&asked.finding.rule).is_some());
        rule && asked.points.len() <= MOST_POINTS && asked.finding.point.len() <= LONGEST_KEY
    };
    let short = |asked: &Question| asked.finding.rule.chars().take(LONGEST_KEY).collect();
    let unknown = asked.iter().filter(|asked| !known(asked));
    let mut refusals: Vec<Refusal> = unknown.map(|asked| Refusal::NoSuchFinding { rule: short(asked) }).collect();
    if asked.len() > MOST_POINTS {
        refusals.push(Refusal::BadField { field: "asked".to_owned() });
    }
    refusals
}

/// What a case is about.
///
/// # Errors
/// An internal fault when a row is missing that must be there.
pub async fn load(conn: &mut Conn, record: &Record) -> Result<Matter, Fault> {
    let reference = &record.row.reference;
    let matter = match record.row.kind {
        TaskKind::Report => {
            version::one(conn, reference, record.row.version).await?.map(|found| Matter::Report(Box::new(found)))
        }
        TaskKind::Access => application::of(conn, reference).await?.map(|found| Matter::Access(Box::new(found))),
    };
    matter.ok_or_else(|| Fault::new(FaultKind::Internal))
}

fn check_comment(kind: DecisionKind, typed: Option<&str>, refusals: &mut Vec<Refusal>) -> Option<String> {
    match Comment::new(typed.unwrap_or_default()) {
        Ok(comment) => {
            let text = clean::prose(comment.as_str());
            refusals.extend(identity::refusal(&text));
            Some(text)
        }
        Err(Refusal::BlankComment) if !kind.needs_comment() => None,
        Err(refusal) => {
            refusals.push(refusal);
            None
        }
    }
}
