//! A decision from the command line: the same three stages as on the screen, with the journal before the sending.
//! Imports `api`, `client`, `domain` and `text`.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde::Serialize;
use uuid::Uuid;

use super::{
    args::{Consent, DecideArgs},
    failure::Failure,
    once::once,
    output::complain,
    session::Session,
    words,
};
use crate::{
    api::{
        case::{Case, Draft},
        decide::{AskRequest, Asked, Decided, DecisionRequest},
        fault::{Fault, FaultKind},
        path,
    },
    checks::identity,
    client::{
        backend::Backend,
        journal::{Journal, PendingDecision},
    },
    domain::{
        access::{self, AccessRole},
        decision::DecisionKind,
        finding::{Finding, Severity},
        refusal::Refusal,
        report::{self, Reference},
        task::State,
    },
    text::{Texts, clean, date},
};

/// A decision as it was asked for, not yet looked at beside its case.
#[derive(Debug)]
pub(super) struct Wish {
    reference: Reference,
    version: Option<u32>,
    decision: DecisionRequest,
    consent: Consent,
}

/// What a dry run would have sent.
#[derive(Debug, Serialize)]
pub(super) struct WouldSend<Body> {
    /// The method.
    pub(super) method: &'static str,
    /// The path.
    pub(super) path: String,
    /// The version seen, as an entity tag.
    pub(super) if_match: Option<String>,
    /// The body.
    pub(super) body: Body,
}

impl Wish {
    /// Reads a decision. Nothing is asked of the backend before the person has said whether to do it.
    pub(super) fn new(kind: DecisionKind, args: &DecideArgs, extensions: Option<&str>) -> Result<Self, Failure> {
        check_consent(args.consent)?;
        let reference = args.case.reference.parse()?;
        let extensions = extensions.map(report::parse_extensions).transpose()?;
        let comment = words::comment(&args.comment)?;
        if kind.needs_comment() && comment.is_none() {
            return Err(Refusal::BlankComment.into());
        }
        let comment = comment.map(|comment| comment.as_str().to_owned());
        let decision =
            DecisionRequest { kind, extensions, comment, asked: Vec::new(), role: None, confirm_role: false };
        Ok(Self { reference, version: args.version, decision, consent: args.consent })
    }

    /// The same, as what access is granted.
    pub(super) fn with_role(mut self, role: Option<AccessRole>, confirmed: bool) -> Self {
        self.decision.role = role;
        self.decision.confirm_role = confirmed;
        self
    }

    /// Carries it out, or tells what it would send.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let case = session.http.case(self.reference.clone()).await?;
        let version = self.version.unwrap_or_else(|| case.row().version);
        let me = session.http.me().await?;
        if let Some(draft) = case.draft().filter(|draft| draft.person != me.person && !session.output().json) {
            let name = clean::line(&draft.name);
            complain([session.output().texts.with("cli-colleagues-draft", &[("name", &name)])]);
        }
        let holder = case.row().holder.as_ref().filter(|holder| holder.person != me.person && !session.output().json);
        if let Some(holder) = holder {
            complain([session.output().texts.with("cli-colleagues-task", &[("name", &clean::line(&holder.name))])]);
        }
        if self.consent.dry_run {
            check(&case, version, &self.decision)?;
            return self.tell(session, version);
        }
        let mut journal = session.journal(&me.person)?;
        let key = journal.same(&self.reference, version, &self.decision);
        if key.is_none() {
            check(&case, version, &self.decision)?;
            self.save(session, &mut journal, &case, &me.person).await?;
            session.http.proceed(self.reference.clone(), version, self.decision.clone()).await?;
        }
        let decided = self.confirm(session, &mut journal, version, key).await?;
        session.output().answer("decision", &decided, lines)
    }

    /// Lagre: what was typed is on the disk and at the backend before it is decided.
    async fn save(&self, session: &Session, journal: &mut Journal, case: &Case, me: &str) -> Result<(), Failure> {
        let typed = self.decision.extensions.is_some() || self.decision.comment.is_some();
        let of_a_colleague = case.draft().is_some_and(|draft| draft.person != me);
        if !typed || of_a_colleague {
            return Ok(());
        }
        let draft = Draft {
            version: case.row().version,
            extensions: self.decision.extensions.map(|count| count.to_string()).unwrap_or_default(),
            comment: self.decision.comment.clone().unwrap_or_default(),
            ..case.draft().cloned().unwrap_or_default()
        };
        let at = journal.draft(&self.reference, &draft, session.clock.now())?;
        session.http.save(self.reference.clone(), draft).await?;
        Ok(journal.draft_done(&self.reference, at)?)
    }

    /// Bekreft. A pending decision that says the same goes again with its own key: it may have arrived.
    async fn confirm(
        &self,
        session: &Session,
        journal: &mut Journal,
        version: u32,
        pending: Option<Uuid>,
    ) -> Result<Decided, Failure> {
        let key = pending.unwrap_or_else(Uuid::new_v4);
        let (reference, decision) = (self.reference.clone(), self.decision.clone());
        if pending.is_none() {
            let at = session.clock.now();
            journal.decision(PendingDecision {
                unsent: false,
                key,
                reference: reference.clone(),
                version,
                decision: decision.clone(),
                at,
            })?;
        }
        let answer = session.http.decide(reference, version, key, decision).await;
        if !answer.as_ref().is_err_and(|fault| fault.may_be_stored(pending.is_some())) {
            journal.decision_done(key)?;
        }
        Ok(answer?)
    }

    fn tell(&self, session: &Session, version: u32) -> Result<(), Failure> {
        let path = path::fill(path::DECISION, self.reference.as_str());
        let if_match = Some(format!("\"v{version}\""));
        tell(session, &WouldSend { method: "POST", path, if_match, body: &self.decision })
    }
}

/// A question to an applicant, which is sent at once and leaves the case open.
pub(super) struct Question {
    reference: Reference,
    words: AskRequest,
    consent: Consent,
}

impl Question {
    /// Reads a question.
    pub(super) fn new(args: &DecideArgs) -> Result<Self, Failure> {
        check_consent(args.consent)?;
        let reference = args.case.reference.parse()?;
        let comment = words::comment(&args.comment)?.ok_or(Refusal::BlankComment)?;
        let words = AskRequest { comment: comment.as_str().to_owned() };
        Ok(Self { reference, words, consent: args.consent })
    }

    /// Asks, or tells what it would send.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        let case = session.http.case(self.reference.clone()).await?;
        let Case::Access(access) = &case else { return Err(Refusal::WrongKind.into()) };
        check_open(access.row.state, access.row.decided_by.as_deref())?;
        if self.consent.dry_run {
            let path = path::fill(path::ASK, self.reference.as_str());
            return tell(session, &WouldSend { method: "POST", path, if_match: None, body: &self.words });
        }
        let to = path::fill(path::ASK, self.reference.as_str());
        let send = async |key| session.http.ask(self.reference.clone(), key, self.words.clone()).await;
        let asked = once(session, &to, &self.words, send).await?;
        let told = |texts: &Texts, asked: &Asked| vec![texts.with("cli-asked", &[("ref", asked.reference.as_str())])];
        session.output().answer("asked", &asked, told)
    }
}

/// Says what would be sent, down to the last field.
pub(super) fn tell<Body: Serialize>(session: &Session, would: &WouldSend<Body>) -> Result<(), Failure> {
    session.output().answer("dry_run", would, |texts, would| {
        let mut lines = vec![texts.say("cli-dry-run"), format!("{} {}", would.method, would.path)];
        lines.extend(would.if_match.iter().map(|tag| format!("If-Match: {tag}")));
        let body = serde_json::to_string_pretty(&would.body).unwrap_or_default();
        lines.extend(body.lines().map(clean::line));
        lines
    })
}

/// Deciding needs a word: do it, or only tell.
pub(super) fn check_consent(consent: Consent) -> Result<(), Failure> {
    if consent.confirm || consent.dry_run { Ok(()) } else { Err(Failure::NoConsent) }
}

/// What can be judged here is judged here, so that a dry run finds what the backend would.
fn check(case: &Case, version: u32, decision: &DecisionRequest) -> Result<(), Failure> {
    let row = case.row();
    if decision.kind.of_task() != row.kind {
        return Err(Refusal::WrongKind.into());
    }
    check_open(row.state, row.decided_by.as_deref())?;
    if version != row.version {
        return Err(Fault { version: Some(row.version), ..Fault::new(FaultKind::VersionChanged) }.into());
    }
    if let (Case::Report(report), DecisionKind::Approve) = (case, decision.kind)
        && let Some(newest) = report.newest()
    {
        report::check_extensions(report.unit.extension_rule, &newest.values, decision.extensions)?;
        let open = |finding: &&Finding| finding.severity >= Severity::Error && finding.accepted.is_none();
        let rules: BTreeSet<&str> =
            report.review.findings.iter().filter(open).map(|finding| finding.rule.as_str()).collect();
        if !rules.is_empty() {
            return Err(Refusal::OpenErrors { rules: Vec::from_iter(rules).join(", ") }.into());
        }
    }
    if let (Case::Access(applied), DecisionKind::Grant) = (case, decision.kind) {
        let has_reason = decision.comment.is_some();
        access::granted_role(applied.suggested, decision.role, decision.confirm_role, has_reason)
            .map_err(Fault::refused_for)?;
    }
    decision.comment.as_deref().and_then(identity::refusal).map_or(Ok(()), |refusal| Err(refusal.into()))
}

fn check_open(state: State, by: Option<&str>) -> Result<(), Failure> {
    if state == State::Open {
        return Ok(());
    }
    let by = by.map(ToOwned::to_owned);
    Err(Fault { state: Some(state), by, ..Fault::new(FaultKind::AlreadyDecided) }.into())
}

fn lines(texts: &Texts, decided: &Decided) -> Vec<String> {
    let state = texts.of_family("cli-state", &decided.state);
    let version = decided.version.to_string();
    let id = if decided.replayed { "cli-decided-before" } else { "cli-decided" };
    let values = [("ref", decided.reference.as_str()), ("version", &version), ("state", &state)];
    let mut lines = vec![texts.with(id, &values)];
    if decided.undo_until.duration_since(decided.at) > SignedDuration::ZERO {
        let until = date::clock(decided.undo_until);
        lines.push(texts.with("cli-undo-until", &[("until", &until), ("ref", decided.reference.as_str())]));
    }
    lines
}
