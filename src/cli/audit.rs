//! `sfv audit`: the log of what was done and opened, whether its chain holds, and whether a receipt belongs to it.
//! Imports `api`, `client`, `domain` and `text`.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use super::{
    args::{AuditCommand, AuditListArgs, VerifyArgs},
    failure::Failure,
    session::Session,
    table::Table,
};
use crate::{
    api::{
        audit::{AuditPage, AuditQuery, Link, MOST_EVENTS, Receipt, ReceiptVerdict, VerifyQuery},
        fault::{Fault, FaultKind},
    },
    domain::{
        chain::{Break, BreakKind, Entry},
        decision::DecisionKind,
        event::EventKind,
    },
    text::{Texts, clean, date},
};

/// The most breaks that are told.
const MOST_BREAKS: usize = 50;

/// A command on the log, its arguments already read.
pub(super) enum Wish {
    List(AuditQuery, u32),
    Verify(Vec<Link>),
    Receipt(Box<Receipt>),
    Anchor,
}

/// What came of verifying the chain.
#[derive(Serialize)]
struct Verified {
    /// True when the chain holds.
    holds: bool,
    /// How many events were looked at.
    checked: u64,
    /// How many of them were chained late.
    late: u64,
    /// When those were chained.
    late_at: Option<String>,
    /// How many anchors were compared.
    anchors: usize,
    /// What does not hold.
    breaks: Vec<Break>,
    /// The newest event.
    newest: Link,
}

impl Wish {
    /// Reads a command.
    pub(super) fn new(command: AuditCommand) -> Result<Self, Failure> {
        Ok(match command {
            AuditCommand::List(args) => {
                let limit = args.limit;
                Self::List(query(args)?, limit)
            }
            AuditCommand::Anchor => Self::Anchor,
            AuditCommand::Verify(VerifyArgs { receipt: Some(file), .. }) => {
                let text = read(&file)?;
                Self::Receipt(Box::new(receipt(&text).ok_or_else(|| bad(&file))?))
            }
            AuditCommand::Verify(VerifyArgs { anchor: Some(file), .. }) => {
                let text = read(&file)?;
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
                let anchors: Option<Vec<Link>> = lines.map(anchor).collect();
                Self::Verify(anchors.filter(|anchors| !anchors.is_empty()).ok_or_else(|| bad(&file))?)
            }
            AuditCommand::Verify(_) => Self::Verify(Vec::new()),
        })
    }

    /// Does it.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::List(query, limit) => list(session, query, limit).await,
            Self::Verify(anchors) => verify(session, &anchors).await,
            Self::Receipt(receipt) => judge(session, &receipt).await,
            Self::Anchor => {
                let link = session.http.audit_anchor().await?;
                session.output().answer("anchor", &link, |_, link| vec![format!("{} {}", link.seq, link.hash)])
            }
        }
    }
}

fn query(args: AuditListArgs) -> Result<AuditQuery, Failure> {
    let day = |text: Option<String>| -> Result<Option<Date>, Failure> {
        text.map(|text| date::parse_day(&text).ok_or(Failure::BadTime(text))).transpose()
    };
    Ok(AuditQuery {
        reference: args.reference,
        person: args.person,
        from: day(args.from)?,
        to: day(args.to)?,
        kind: args.kind,
        before: None,
        limit: None,
    })
}

fn read(file: &Path) -> Result<String, Failure> {
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_length| text)
    } else {
        fs::read_to_string(file)
    };
    text.map_err(|cause| Failure::Input { file: file.to_owned(), cause })
}

/// A file that is not what it should be.
fn bad(file: &Path) -> Failure {
    Failure::BadProof(file.display().to_string())
}

/// An anchor: the number and the hash, and whatever somebody has written after them.
fn anchor(line: &str) -> Option<Link> {
    if let Ok(link) = serde_json::from_str::<serde_json::Value>(line) {
        let seq = link.get("seq").and_then(serde_json::Value::as_i64);
        let hash = link.get("hash").and_then(serde_json::Value::as_str);
        return Some(Link { seq: seq?, hash: hash?.to_owned() });
    }
    let mut words = line.split_whitespace();
    let (seq, hash) = (words.next()?.parse().ok()?, words.next()?);
    hash.starts_with("v1:").then(|| Link { seq, hash: hash.to_owned() })
}

/// A receipt: its JSON, alone or as the program prints it.
fn receipt(text: &str) -> Option<Receipt> {
    let mut value: serde_json::Value = serde_json::from_str(text).ok()?;
    let fields = value.as_object_mut()?;
    fields.remove("schema");
    fields.remove("statement");
    serde_json::from_value(value).ok()
}

async fn list(session: &Session, mut query: AuditQuery, limit: u32) -> Result<(), Failure> {
    let mut whole = AuditPage::default();
    loop {
        let have = u32::try_from(whole.events.len()).unwrap_or(u32::MAX);
        query.limit = Some(limit.saturating_sub(have).clamp(1, MOST_EVENTS));
        let page = session.http.audit_events(&query).await?;
        whole.without_texts = page.without_texts;
        whole.next = page.next;
        whole.events.extend(page.events);
        query.before = whole.next;
        if whole.next.is_none() || u32::try_from(whole.events.len()).is_ok_and(|have| have >= limit) {
            break;
        }
    }
    session.output().answer("audit", &whole, |texts, page| {
        if page.events.is_empty() {
            return vec![texts.say("audit-no-events")];
        }
        let head = [
            "audit-seq",
            "audit-at",
            "audit-who",
            "audit-what",
            "audit-about",
            "audit-version",
            "audit-origin",
            "audit-text",
        ];
        let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
        for event in &page.events {
            table.push(cells(texts, event));
        }
        let mut lines = table.lines();
        if page.without_texts {
            lines.push(texts.say("audit-without-texts"));
        }
        lines
    })
}

fn cells(texts: &Texts, event: &Entry) -> Vec<String> {
    let kind = EventKind::from_name(&event.kind).map(|kind| texts.of_family("cli-event", &kind));
    let decision = event.decision.as_deref().and_then(DecisionKind::from_name);
    let decision = decision.map(|kind| texts.of_family("cli-decision", &kind));
    let what = kind.unwrap_or_else(|| clean::line(&event.kind));
    let who = match &event.person {
        Some(person) => format!("{} ({person})", event.actor),
        None => event.actor.clone(),
    };
    vec![
        event.seq.to_string(),
        event.at.parse::<Timestamp>().map_or_else(|_error| clean::line(&event.at), date::moment),
        clean::line(&who),
        decision.map_or_else(|| what.clone(), |decision| format!("{what}: {decision}")),
        clean::line(event.reference.as_deref().or(event.unit.as_deref()).unwrap_or_default()),
        if event.version > 0 { event.version.to_string() } else { String::new() },
        clean::line(event.origin.as_deref().unwrap_or_default()),
        clean::line(event.text.as_deref().unwrap_or_default()),
    ]
}

async fn verify(session: &Session, anchors: &[Link]) -> Result<(), Failure> {
    let mut at = VerifyQuery::default();
    let mut whole = Verified {
        holds: true,
        checked: 0,
        late: 0,
        late_at: None,
        anchors: anchors.len(),
        breaks: Vec::new(),
        newest: Link { seq: 0, hash: String::new() },
    };
    loop {
        let page = session.http.audit_verify(&at).await?;
        whole.checked += page.checked;
        whole.late += page.late;
        whole.late_at = page.late_at.or(whole.late_at);
        whole.breaks.extend(page.breaks);
        whole.newest = Link { seq: page.until, hash: page.hash.clone() };
        if page.done {
            break;
        }
        at = VerifyQuery { after: page.until, hash: Some(page.hash), at_once: page.at_once };
    }
    for anchor in anchors {
        whole.breaks.extend(compare(session, anchor).await?);
    }
    whole.holds = whole.breaks.is_empty();
    session.output().answer("verified", &whole, told)?;
    if whole.holds { Ok(()) } else { Err(Failure::BrokenChain) }
}

/// What is wrong with the chain at an anchor.
async fn compare(session: &Session, anchor: &Link) -> Result<Option<Break>, Failure> {
    let (what, found) = match session.http.audit_link(anchor.seq).await {
        Ok(link) if link.hash == anchor.hash => return Ok(None),
        Ok(link) => (BreakKind::OtherThanAnchor, link.hash),
        Err(Fault { kind: FaultKind::NotFound, .. }) => (BreakKind::Missing, String::new()),
        Err(fault) => return Err(fault.into()),
    };
    Ok(Some(Break { seq: anchor.seq, what, expected: anchor.hash.clone(), found }))
}

fn told(texts: &Texts, verified: &Verified) -> Vec<String> {
    let checked = i64::try_from(verified.checked).unwrap_or(i64::MAX);
    let mut lines = vec![texts.count("audit-checked", checked, &[])];
    if let Some(at) = verified.late_at.as_deref().and_then(|at| at.parse().ok()) {
        let late = i64::try_from(verified.late).unwrap_or(i64::MAX);
        lines.push(texts.count("audit-late", late, &[("at", &date::moment(at))]));
    }
    lines.extend(verified.breaks.iter().take(MOST_BREAKS).flat_map(|found| broken(texts, found)));
    if verified.breaks.len() > MOST_BREAKS {
        let more = i64::try_from(verified.breaks.len() - MOST_BREAKS).unwrap_or(i64::MAX);
        lines.push(texts.count("audit-more-breaks", more, &[]));
    }
    if verified.holds {
        let newest = [("seq", verified.newest.seq.to_string()), ("hash", clean::line(&verified.newest.hash))];
        let newest = newest.each_ref().map(|(name, value)| (*name, value.as_str()));
        lines.push(texts.with("audit-holds", &newest));
        lines.push(texts.say(if verified.anchors == 0 { "audit-no-anchor" } else { "audit-anchors-hold" }));
    }
    lines
}

/// Where the chain does not hold, why, what was expected and what stands there.
fn broken(texts: &Texts, found: &Break) -> Vec<String> {
    let mut lines =
        vec![format!("– {} {}: {}", texts.say("audit-event"), found.seq, texts.of_family("audit-break", &found.what))];
    let nothing = texts.say("audit-nothing");
    let or_nothing = |hash: &str| if hash.is_empty() { nothing.clone() } else { clean::line(hash) };
    lines.push(format!("    {} {}", texts.say("audit-expected"), or_nothing(&found.expected)));
    lines.push(format!("    {} {}", texts.say("audit-found"), or_nothing(&found.found)));
    lines
}

async fn judge(session: &Session, receipt: &Receipt) -> Result<(), Failure> {
    let verdict = match session.http.audit_receipt(receipt).await {
        Err(Fault { kind: FaultKind::NotFound, .. }) => {
            let differ = vec!["key".to_owned()];
            ReceiptVerdict { holds: false, undone: false, differ, breaks: Vec::new() }
        }
        other => other?,
    };
    session.output().answer("receipt_verdict", &verdict, |texts, verdict| {
        let values = [("reference", clean::line(receipt.reference.as_str())), ("seq", receipt.seq.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mut lines =
            vec![texts.with(if verdict.holds { "audit-receipt-holds" } else { "audit-receipt-differs" }, &values)];
        if verdict.undone {
            lines.push(texts.say("audit-receipt-undone"));
        }
        if !verdict.differ.is_empty() {
            lines.push(texts.with("audit-receipt-fields", &[("fields", &verdict.differ.join(", "))]));
        }
        lines.extend(verdict.breaks.iter().flat_map(|found| broken(texts, found)));
        lines
    })?;
    if verdict.holds { Ok(()) } else { Err(Failure::BrokenChain) }
}
