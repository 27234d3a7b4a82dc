//! What a decision sends, and to whom.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use serde_json::json;

use super::check::{Checked, Matter};
use crate::{
    api::fault::Fault,
    checks::{
        letter::{language, mail::MailKind, notice::Mail},
        say::office_name,
    },
    domain::{
        access::{AccessRole, Application},
        decision::DecisionKind,
        person::Person,
        report::{Version, breaches},
        unit::Language,
    },
    server::store::{
        Conn, Store,
        delivery::{self, NewDelivery, Payload},
        task::Record,
    },
    text::date::day_of,
};

/// The directorate, as the receiver of reports.
const BUFDIR: &str = "Bufdir";

/// Something that goes to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// To whom: an address, or the directorate.
    pub recipient: String,
    /// What.
    pub payload: Payload,
}

/// What a decision sends, in order.
#[must_use]
pub fn pack(store: &Store, checked: &Checked, kind: DecisionKind, by: &Person, at: Timestamp) -> Vec<Parcel> {
    let comment = checked.comment.as_deref().unwrap_or_default();
    match (&checked.matter, kind) {
        (Matter::Report(newest), DecisionKind::Approve) => {
            let told = store.policy().of(&checked.record.office).tell_approved;
            let approved = || mail(store, &checked.record, MailKind::Approved, &newest.submitter.email, "", at);
            std::iter::once(hand_over(checked, newest, by, at)).chain(told.then(approved)).collect()
        }
        (Matter::Report(newest), _) => {
            vec![mail(store, &checked.record, MailKind::Return, &newest.submitter.email, comment, at)]
        }
        (Matter::Access(applicant), DecisionKind::Grant) => {
            let role = checked.role.unwrap_or(AccessRole::Municipality);
            let kind = if role == AccessRole::Office { MailKind::GrantOffice } else { MailKind::Grant };
            let granted = mail(store, &checked.record, kind, &applicant.email, "", at);
            vec![as_role(granted, role.as_str())]
        }
        (Matter::Access(applicant), DecisionKind::Forward) => vec![
            forward(store, &checked.record, applicant, at),
            mail(store, &checked.record, MailKind::Forwarded, &applicant.email, "", at),
        ],
        (Matter::Access(applicant), _) => {
            let more = [("comment", comment), ("by", by.name.as_str())];
            vec![mail_with(store, &checked.record, MailKind::Reject, &applicant.email, &more, at)]
        }
    }
}

/// A mail of a kind, in the language of the unit that the case is about.
#[must_use]
pub fn mail(store: &Store, case: &Record, kind: MailKind, to: &str, comment: &str, at: Timestamp) -> Parcel {
    mail_with(store, case, kind, to, &[("comment", comment)], at)
}

/// The same, with what else it says.
fn mail_with(store: &Store, case: &Record, kind: MailKind, to: &str, more: &[(&str, &str)], at: Timestamp) -> Parcel {
    let register = store.register();
    let language = language_of(store, case, at);
    let office = register.office(&case.office).map(|office| office.name_in(day_of(at).year())).unwrap_or_default();
    let office = store.rules().wording(language).map_or_else(String::new, |(_, texts)| office_name(texts, office));
    let period = case.row.period.as_ref().and_then(|id| register.period(id.as_str()).ok());
    let version = case.row.version.to_string();
    let mut values = vec![
        ("reference", case.row.reference.as_str()),
        ("office", &office),
        ("unit", &case.row.unit_name),
        ("period", period.map(|period| period.name_long.as_str()).unwrap_or_default()),
        ("version", &version),
        ("portal", &store.setting().portal),
    ];
    values.extend(more);
    let Mail { subject, body } = store.rules().sheets(day_of(at)).mails.mail(kind, language, &values);
    Parcel { recipient: to.to_owned(), payload: Payload::Mail { subject, body, role: None } }
}

/// The language in which the office writes to the unit of a case.
fn language_of(store: &Store, case: &Record, at: Timestamp) -> Language {
    let register = store.register();
    let period = case.row.period.as_ref().and_then(|id| register.period(id.as_str()).ok());
    let period = period.or_else(|| register.current_period(day_of(at)));
    let unit = period.and_then(|period| register.unit(&case.row.unit, period).ok());
    unit.zip(register.office(&case.office)).map_or(Language::Nb, |(unit, office)| language(unit, office).value)
}

/// Puts parcels in the outbox.
///
/// # Errors
/// A storage fault.
pub async fn post(
    conn: &mut Conn,
    case: &Record,
    key: &str,
    decision: Option<&str>,
    release_at: Timestamp,
    parcels: &[Parcel],
) -> Result<(), Fault> {
    for (position, parcel) in (1_u32..).zip(parcels) {
        let new = NewDelivery {
            id: format!("{key}-{position}"),
            reference: &case.row.reference,
            decision,
            position,
            recipient: &parcel.recipient,
            payload: &parcel.payload,
            release_at,
        };
        delivery::add(conn, &new).await?;
    }
    Ok(())
}

/// An approved report on its way to the directorate.
fn hand_over(checked: &Checked, newest: &Version, by: &Person, at: Timestamp) -> Parcel {
    let row = &checked.record.row;
    let left = checked.extensions.and_then(|count| breaches(&newest.values, count));
    let report = json!({
        "reference": row.reference,
        "unit": { "no": row.unit, "name": row.unit_name },
        "period": row.period,
        "version": newest.version,
        "received_at": newest.received_at,
        "values": newest.values,
        "remarks": newest.remarks,
        "extensions": checked.extensions,
        "breaches": left.map(|left| left.count),
        "breach_share_per_mille": left.and_then(|left| left.per_mille),
        "decision": { "kind": DecisionKind::Approve, "at": at, "by": by.name, "office": checked.record.office },
        "submitter": { "name": newest.submitter.name, "email": newest.submitter.email },
    });
    Parcel { recipient: BUFDIR.to_owned(), payload: Payload::Bufdir { report } }
}

/// An external applicant on the way to the directorate: exactly the four fields of the manual's step 17.
fn forward(store: &Store, case: &Record, applicant: &Application, at: Timestamp) -> Parcel {
    let values = [
        ("reference", case.row.reference.as_str()),
        ("name", applicant.name.as_str()),
        ("email", &applicant.email),
        ("phone", &applicant.phone),
        ("represents", &applicant.represents),
    ];
    // A state body writes to another in either language; the directorate's own letters are in bokmål.
    let Mail { subject, body } = store.rules().sheets(day_of(at)).mails.mail(MailKind::Forward, Language::Nb, &values);
    let payload = Payload::Mail { subject, body, role: None };
    Parcel { recipient: store.setting().bufdir_address.clone(), payload }
}

fn as_role(parcel: Parcel, granted: &str) -> Parcel {
    let payload = match parcel.payload {
        Payload::Mail { subject, body, .. } => Payload::Mail { subject, body, role: Some(granted.to_owned()) },
        other @ Payload::Bufdir { .. } => other,
    };
    Parcel { payload, ..parcel }
}
