//! A history is lived through: every step by the same code that serves HTTP, all in one transaction.
//! Imports `domain` and `api`.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    flow::{apply, check::Order, decide, draft, extensions, intake, remind, review},
    seed::{Seed, Step},
    store::{
        Conn, Store, channel, contact, delivery,
        event::{self, NewEvent},
        person,
        sees::Sees,
        task, version,
    },
};
use crate::{
    api::{
        case::Draft,
        decide::{Decided, DecisionRequest},
        extensions::ExtensionRequest,
        fault::{Fault, FaultKind},
        units::RemindRequest,
    },
    domain::{
        decision::DecisionKind, event::EventKind, finding::Question, office::OfficeId, person::Person,
        report::Reference,
    },
};

impl Store {
    /// Lives through a history. All of it is stored, or nothing.
    ///
    /// # Errors
    /// The fault of the first step that is refused; its detail names the step.
    pub async fn fill(&self, seed: &Seed) -> Result<(), Fault> {
        let mut tx = self.write().await?;
        for (person, token) in &seed.people {
            person::add(&mut tx, person).await?;
            person::give_token(&mut tx, person, token).await?;
        }
        for channel in &seed.channels {
            channel::add(&mut tx, channel).await?;
        }
        contact::replace_contacts(&mut tx, &seed.contacts).await?;
        contact::replace_cooperations(&mut tx, &seed.cooperations).await?;
        for (number, step) in seed.steps.iter().enumerate() {
            self.live(&mut tx, seed, step).await.map_err(|fault| named(fault, number, step))?;
        }
        let weighed = review::weigh_all(self, &mut tx).await?;
        review::store_weights(&mut tx, &weighed).await?;
        self.commit(tx).await
    }

    async fn live(&self, conn: &mut Conn, seed: &Seed, step: &Step) -> Result<(), Fault> {
        match step {
            Step::Submit { at, submission } => {
                intake::submit(self, conn, &submission.into(), *at).await?;
            }
            Step::Apply { at, application } => {
                apply::apply(self, conn, application, None, *at).await?;
            }
            Step::Decide { at, person, reference, kind, extensions, comment } => {
                let asked = self.questions(conn, reference, *kind).await?;
                let comment = comment.clone();
                let request = DecisionRequest {
                    kind: *kind,
                    extensions: *extensions,
                    comment,
                    asked,
                    role: None,
                    confirm_role: false,
                };
                let person = find_person(conn, seed, person).await?;
                let standing = task::standing(conn, reference).await?;
                let standing = standing.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
                let order = Order { caller: &person, reference, version: standing.version, request: &request, at: *at };
                let made = decide::decide(self, conn, &order, key_of(reference, *at), decide::Manner::History).await?;
                deliver(self, conn, &made, &standing.office).await?;
            }
            Step::Remind { at, person, unit, period } => {
                let caller = find_person(conn, seed, person).await?;
                let (period, units) = (Some(period.to_string()), vec![unit.to_string()]);
                let request = RemindRequest { period, units, ..RemindRequest::default() };
                let key = key_of_text(&format!("{unit} {at}"));
                remind::many(self, conn, &caller, &request, key, *at).await?;
                remind::settle(self, conn, &key.to_string()).await?;
            }
            Step::Extend { at, person, line } => {
                let caller = find_person(conn, seed, person).await?;
                let request = ExtensionRequest { lines: vec![line.clone()], ..ExtensionRequest::default() };
                let key = key_of_text(&format!("{} {} {at}", line.unit, line.case_ref));
                extensions::register(self, conn, &caller, &request, key, *at).await?;
                remind::settle(self, conn, &key.to_string()).await?;
            }
            Step::Draft { at, person, reference, extensions, comment } => {
                let begun = Draft { extensions: extensions.clone(), comment: comment.clone(), ..Draft::default() };
                let person = find_person(conn, seed, person).await?;
                draft::save(self, conn, &person, reference, begun, *at).await?;
            }
        }
        Ok(())
    }
}

impl Store {
    /// What a return of the past asked about: what did not add up in the version that was returned.
    async fn questions(
        &self,
        conn: &mut Conn,
        reference: &Reference,
        kind: DecisionKind,
    ) -> Result<Vec<Question>, Fault> {
        if kind != DecisionKind::Return {
            return Ok(Vec::new());
        }
        let standing = task::standing(conn, reference).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
        let sees = Sees::Office(standing.office);
        let record = task::find(self, conn, &sees, reference).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))?;
        let newest = version::one(conn, reference, standing.version).await?;
        let newest = newest.ok_or_else(|| Fault::new(FaultKind::Internal))?;
        // The letters of the past speak of sums and parts.
        let mut found = review::own_findings(self, conn, &record, &newest).await?;
        found.retain(|finding| matches!(finding.pattern.as_str(), "sum" | "part"));
        Ok(found.into_iter().map(|found| Question { finding: found.id(), points: found.points }).collect())
    }
}

fn named(fault: Fault, number: usize, step: &Step) -> Fault {
    let of = match step {
        Step::Submit { submission, .. } => format!("submit {} {}", submission.period, submission.unit),
        Step::Apply { application, .. } => format!("apply {}", application.email),
        Step::Decide { reference, person, .. } => format!("decide {reference} by {person}"),
        Step::Draft { reference, person, .. } => format!("draft {reference} by {person}"),
        Step::Remind { unit, person, .. } => format!("remind {unit} by {person}"),
        Step::Extend { line, person, .. } => format!("extension {} by {person}", line.unit),
    };
    let detail = format!("step {number}, {of}: {:?} {:?} {}", fault.kind, fault.refusals, fault.detail);
    fault.because(detail)
}

async fn find_person(conn: &mut Conn, seed: &Seed, id: &str) -> Result<Person, Fault> {
    if let Some((person, _)) = seed.people.iter().find(|(person, _)| person.id == id) {
        return Ok(person.clone());
    }
    person::by_id(conn, id).await?.ok_or_else(|| Fault::new(FaultKind::NotFound))
}

/// What a decision of the past sent has long been delivered.
async fn deliver(store: &Store, conn: &mut Conn, made: &Decided, office: &OfficeId) -> Result<(), Fault> {
    let actor = store.texts().say("server-actor");
    let key = key_of(&made.reference, made.at).to_string();
    let recipients = delivery::settle(conn, &key).await?;
    let line = |recipient| NewEvent {
        reference: &made.reference,
        office,
        at: made.undo_until,
        kind: EventKind::Delivered,
        person: None,
        actor: &actor,
        version: made.version,
        decision: None,
        extensions: None,
        text: Some(recipient),
    };
    let lines: Vec<NewEvent<'_>> = recipients.iter().map(|recipient| line(recipient.as_str())).collect();
    Ok(event::add_all(conn, &lines).await?)
}

/// The same history has the same keys, whenever it is lived through.
fn key_of(reference: &Reference, at: Timestamp) -> Uuid {
    key_of_text(&format!("{reference} {at}"))
}

fn key_of_text(text: &str) -> Uuid {
    let digest: [u8; 32] = Sha256::digest(text).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
