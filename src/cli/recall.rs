//! `sfv report recall`: asks the directorate to have an approval back that has been sent.
//! Imports `api`, `client`, `domain` and `text`.

use super::{
    args::{Consent, deadline::RecallArgs},
    decide::{WouldSend, check_consent, tell},
    failure::Failure,
    session::Session,
    words,
};
use crate::{
    api::{
        overview::{RecallRequest, Recalled},
        path,
    },
    checks::identity,
    client::backend::Backend,
    domain::{
        event::EventKind,
        refusal::Refusal,
        report::Reference,
        task::{State, TaskKind},
    },
    text::{Texts, clean},
};

/// A request as it was asked for, not yet looked at beside its case.
pub(super) struct Recall {
    reference: Reference,
    request: RecallRequest,
    consent: Consent,
}

impl Recall {
    /// Reads a request.
    pub(super) fn new(args: &RecallArgs) -> Result<Self, Failure> {
        check_consent(args.consent)?;
        let reference = args.case.reference.parse()?;
        let comment = words::comment(&args.comment)?.ok_or(Refusal::BlankComment)?;
        if let Some(refusal) = identity::refusal(comment.as_str()) {
            return Err(refusal.into());
        }
        let request = RecallRequest { comment: comment.as_str().to_owned() };
        Ok(Self { reference, request, consent: args.consent })
    }

    /// Asks, or tells what it would send.
    pub(super) async fn run(self, session: &Session) -> Result<(), Failure> {
        if self.consent.dry_run {
            self.check(session).await?;
            let path = path::fill(path::RECALL, self.reference.as_str());
            return tell(session, &WouldSend { method: "POST", path, if_match: None, body: &self.request });
        }
        let recalled = session.http.recall(self.reference, self.request).await?;
        session.output().answer("recalled", &recalled, |texts: &Texts, recalled: &Recalled| {
            let to = clean::line(&recalled.recipient);
            vec![texts.with("cli-recalled", &[("ref", recalled.reference.as_str()), ("to", &to)])]
        })
    }

    /// What can be judged here is judged here, so that a dry run finds what the backend would.
    async fn check(&self, session: &Session) -> Result<(), Failure> {
        let now = session.http.me().await?.now;
        let case = session.http.case(self.reference.clone()).await?;
        let row = case.row();
        if row.kind != TaskKind::Report || row.state != State::Approved {
            return Err(Refusal::NothingToRecall.into());
        }
        if row.undo_until.is_some_and(|until| now < until) {
            return Err(Refusal::UndoInstead.into());
        }
        // An approved report stays approved: a request in its timeline is for this approval.
        let asked = case.events().iter().any(|event| event.kind == EventKind::RecallAsked);
        if asked { Err(Refusal::RecalledBefore.into()) } else { Ok(()) }
    }
}
