//! What reminders and decisions on extensions have in common: who may send them, in which language, to which address, and
//! taking them back inside the undo window.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::fields;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        units::{NoticeText, Withdrawn},
    },
    checks::{
        letter::{
            language,
            notice::{Mail, NoticeKind},
        },
        say::office_name,
    },
    domain::{
        contact::Contact,
        event::EventKind,
        office::OfficeId,
        person::Person,
        refusal::Refusal,
        unit::{Assumed, Language, Unit, UnitNo},
    },
    server::store::{
        Conn, Store,
        delivery::{self, NewNoticeDelivery, Payload},
        event::{self, UnitEvent},
        extension,
        notice::{self, About, NewNotice},
    },
    text::{Texts, date::day_of},
};

/// The office of somebody who reads its units.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office's cases.
pub fn office_of(caller: &Person) -> Result<&OfficeId, Fault> {
    let office = caller.office.as_ref().filter(|_| caller.role.reads_cases());
    office.ok_or_else(|| Fault::new(FaultKind::NotAllowed))
}

/// The office of somebody who decides for it.
///
/// # Errors
/// Not allowed for everybody else.
pub fn deciding_office(caller: &Person) -> Result<&OfficeId, Fault> {
    office_of(caller).and_then(
        |office| {
            if caller.role.decides() { Ok(office) } else { Err(Fault::new(FaultKind::NotAllowed)) }
        },
    )
}

/// Until when something that is sent now can be taken back.
#[must_use]
pub fn window_end(store: &Store, at: Timestamp) -> Timestamp {
    let window = SignedDuration::from_secs(i64::from(store.setting().undo_seconds));
    at.saturating_add(window).unwrap_or(Timestamp::MAX)
}

/// What an idempotency key stands for: the same person and content.
#[must_use]
pub fn fingerprint(caller: &Person, content: &serde_json::Value) -> String {
    format!("{:x}", Sha256::digest(serde_json::json!([caller.id, content]).to_string()))
}

/// The address of a unit, if one is known that a mail can be sent to.
#[must_use]
pub fn address(contact: Option<&Contact>) -> Option<String> {
    let mut refusals = Vec::new();
    let email = fields::email("email", contact.map_or("", |contact| &contact.email), &mut refusals);
    refusals.is_empty().then_some(email)
}

/// In which language an office writes to a unit, and the words for it.
///
/// # Errors
/// An internal fault when data is missing that must be there.
pub fn tongue<'a>(store: &'a Store, unit: &Unit) -> Result<(Assumed<Language>, &'static str, &'a Texts), Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let office = store.register().office(&unit.office).ok_or_else(internal)?;
    let tongue = language(unit, office);
    let (code, texts) = store.rules().wording(tongue.value).ok_or_else(internal)?;
    Ok((tongue, code, texts))
}

/// A notice in the unit's language.
///
/// # Errors
/// An internal fault when data is missing that must be there.
pub fn write(
    store: &Store,
    unit: &Unit,
    recipient: String,
    kind: NoticeKind,
    at: Timestamp,
    values: &[(&str, &str)],
) -> Result<NoticeText, Fault> {
    let (tongue, _, texts) = tongue(store, unit)?;
    let office = store.register().office(&unit.office).map(|office| office.name_in(day_of(at).year()));
    let office = office_name(texts, office.unwrap_or_default());
    let portal = store.setting().portal.as_str();
    let own = [("unit", unit.name.as_str()), ("office", office.as_str()), ("portal", portal)];
    let values: Vec<(&str, &str)> = own.into_iter().chain(values.iter().copied()).collect();
    let Mail { subject, body } = store.rules().sheets(day_of(at)).notices.mail(kind, tongue.value, &values);
    Ok(NoticeText { recipient, language: tongue, subject, body })
}

/// A notice that is about to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// Who sends it.
    pub caller: &'a Person,
    /// The idempotency key of the request.
    pub request: &'a str,
    /// What the request stands for.
    pub fingerprint: &'a str,
    /// The unit.
    pub unit: &'a Unit,
    /// What it is about.
    pub about: About<'a>,
    /// When.
    pub at: Timestamp,
}

/// Puts a notice in the outbox and records it; the same request writes to a unit about the same thing once.
///
/// # Errors
/// A storage fault.
pub async fn send(store: &Store, conn: &mut Conn, out: &Outgoing<'_>, text: &NoticeText) -> Result<Timestamp, Fault> {
    let Outgoing { caller, request, fingerprint, unit, about, at } = *out;
    let undo_until = window_end(store, at);
    let key = match about {
        About::Reminder(_) => format!("{request}-{}", unit.no),
        About::Extension(id) | About::Letter(id) => format!("{request}-{}-{id}", unit.no),
    };
    let (_, code, _) = tongue(store, unit)?;
    let new = NewNotice {
        key: &key,
        request,
        fingerprint,
        office: &unit.office,
        unit: &unit.no,
        about,
        language: code,
        by: (&caller.id, &caller.name),
        at,
        undo_until,
    };
    notice::add(conn, &new).await?;
    let payload = Payload::Mail { subject: text.subject.clone(), body: text.body.clone(), role: None };
    let mail = NewNoticeDelivery {
        notice: &key,
        unit: &unit.no,
        office: &unit.office,
        recipient: &text.recipient,
        payload: &payload,
        release_at: undo_until,
    };
    delivery::add_notice(conn, &mail).await?;
    Ok(undo_until)
}

/// Records something that speaks of a unit.
///
/// # Errors
/// A storage fault.
pub async fn record(
    conn: &mut Conn,
    (office, unit): (&OfficeId, &UnitNo),
    caller: &Person,
    at: Timestamp,
    kind: EventKind,
    text: &str,
) -> Result<(), Fault> {
    let new = UnitEvent { unit, office, at, kind, person: Some(&caller.id), actor: &caller.name, text };
    Ok(event::add_of_unit(conn, &new).await?)
}

/// Angre: takes the reminders or the registered decisions of a key back, all of them or none.
///
/// # Errors
/// Nothing of that key in the caller's office, the window is over, something has left the house, or it is a colleague's.
pub async fn withdraw(conn: &mut Conn, caller: &Person, key: Uuid, at: Timestamp) -> Result<Withdrawn, Fault> {
    let office = deciding_office(caller)?;
    let request = key.to_string();
    let notices = notice::of_request(conn, &request).await?;
    let rows = extension::of_request(conn, &request).await?;
    let theirs = notices.iter().map(|sent| &sent.office).chain(rows.iter().map(|row| &row.office));
    if theirs.clone().next().is_none() || theirs.clone().any(|other| other != office) {
        return Err(Fault::new(FaultKind::NotFound));
    }
    let own = notices.iter().map(|sent| &sent.person).chain(rows.iter().map(|row| &row.person));
    if own.clone().any(|person| *person != caller.id) && !caller.role.undoes_for_others() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let open = notices.iter().all(|sent| sent.undone_at.is_none() && at < sent.undo_until)
        && rows.iter().all(|row| row.undone_at.is_none() && !row.superseded && at < row.undo_until);
    if !open || delivery::notices_taken(conn, &request).await? > 0 {
        return Err(Fault::new(FaultKind::UndoOver));
    }
    delivery::cancel_notices(conn, &request).await?;
    notice::undo(conn, &request, at).await?;
    extension::undo(conn, &request, at).await?;
    let about = |sent: &notice::Sent| match (&sent.period, &sent.payload) {
        (Some(period), _) => Some(period.to_string()),
        (None, Payload::Mail { subject, .. }) if sent.letter.is_some() => Some(subject.clone()),
        // A decision on an extension is told by its row in the register.
        _ => None,
    };
    let reminders = notices.iter().filter_map(|sent| Some((&sent.unit, about(sent)?)));
    let decisions = rows.iter().map(|row| (&row.unit, row.case_ref.to_string()));
    let all: Vec<(&UnitNo, String)> = reminders.chain(decisions).collect();
    for (unit, about) in &all {
        record(conn, (office, unit), caller, at, EventKind::Withdrawn, about).await?;
    }
    Ok(Withdrawn { key, count: u32::try_from(all.len()).unwrap_or(u32::MAX), at })
}

/// A unit of the office, as it is on a day.
///
/// # Errors
/// An unknown number, one that does not report itself, or another office's.
pub fn unit_on<'a>(
    store: &'a Store,
    office: &OfficeId,
    given: &str,
    period: &crate::domain::period::Period,
) -> Result<&'a Unit, Refusal> {
    let number: UnitNo = given.trim().parse()?;
    let unit = store.register().unit(&number, period)?;
    if unit.office != *office {
        return Err(Refusal::NotYourUnit { unit: number.to_string() });
    }
    if unit.reports { Ok(unit) } else { Err(Refusal::UnitDoesNotReport { unit: number.to_string() }) }
}
