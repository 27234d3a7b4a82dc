//! Telling the office's own people what came in: who is told, when, and in which words.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::notices;
use crate::{
    api::{
        decide::Received,
        fault::{Fault, FaultKind},
    },
    checks::letter::mail::MailKind,
    domain::{
        office::OfficeId,
        person::Person,
        refusal::Refusal,
        told::{Telling, time_of_day},
        unit::Language,
    },
    server::store::{
        Conn, Store,
        delivery::Payload,
        staff::{self, NewNote, NewStaffMail, News, Note},
        task,
    },
    text::date,
};

/// Notes for everybody of the office who wants to hear of a case that came in, where the installation tells its people by
/// mail.
///
/// # Errors
/// A storage fault.
pub async fn tell(store: &Store, conn: &mut Conn, received: &Received) -> Result<(), Fault> {
    if !store.setting().tells_staff {
        return Ok(());
    }
    let internal = || Fault::new(FaultKind::Internal);
    let reference = &received.reference;
    let (office, unit, is_report) = task::whose(conn, reference).await?.ok_or_else(internal)?;
    let news = match (is_report, received.version) {
        (false, _) => News::Application,
        (true, 1) => News::Submitted,
        (true, _) => News::Resubmitted,
    };
    let wall = date::local(received.at);
    for (person, telling) in staff::audience(conn, &office).await? {
        if telling.wants(&unit) {
            let (version, at, due_at) = (received.version, received.at, date::of_local(telling.due(wall)));
            let note = NewNote {
                person: &person,
                office: &office,
                news,
                reference,
                version,
                unit: &unit,
                at,
                due_at: due_at.max(at),
            };
            staff::add(conn, &note).await?;
        }
    }
    Ok(())
}

/// How the caller is told.
///
/// # Errors
/// Not allowed for those who do not decide for an office.
pub async fn show(conn: &mut Conn, caller: &Person) -> Result<Telling, Fault> {
    notices::deciding_office(caller)?;
    Ok(staff::telling(conn, &caller.id).await?)
}

/// Changes how the caller is told; what waits is told as the new wish says.
///
/// # Errors
/// Not allowed, a time of day that is none, a unit that is not the office's, or a language that nobody writes.
pub async fn set(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    wish: &Telling,
    at: Timestamp,
) -> Result<Telling, Fault> {
    let office = notices::deciding_office(caller)?;
    let mut refusals = judge(wish);
    let period = store.register().current_period(date::day_of(at)).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    for unit in wish.units.iter().flatten() {
        refusals.extend(notices::unit_on(store, office, unit.as_str(), period).err());
    }
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    let mut telling = wish.clone();
    if let Some(units) = &mut telling.units {
        units.sort();
        units.dedup();
    }
    staff::keep(conn, &caller.id, &telling, at).await?;
    let due_at = date::of_local(telling.due(date::local(at))).max(at);
    for (note, unit, _) in staff::waiting(conn, &caller.id).await? {
        staff::put_off(conn, note, telling.wants(&unit).then_some(due_at)).await?;
    }
    Ok(telling)
}

fn judge(wish: &Telling) -> Vec<Refusal> {
    let bad = |field: &str| Refusal::BadField { field: field.to_owned() };
    let mut refusals = Vec::new();
    if wish.digest.as_deref().is_some_and(|time| time_of_day(time).is_none()) {
        refusals.push(bad("digest"));
    }
    if let Some(quiet) = &wish.quiet {
        let times = (time_of_day(&quiet.from), time_of_day(&quiet.until));
        if times.0.is_none() || times.1.is_none() || times.0 == times.1 {
            refusals.push(bad("quiet"));
        }
    }
    if wish.language == Some(Language::Neutral) {
        refusals.push(bad("language"));
    }
    refusals
}

/// Makes mails of the notes that are due, one for each person, and answers when the next one is.
///
/// # Errors
/// A storage fault.
pub async fn gather(store: &Store) -> Result<Option<Timestamp>, Fault> {
    loop {
        let now = store.now();
        let next = staff::next(&mut *store.read().await?).await?;
        if next.is_none_or(|next| next > now) {
            return Ok(next);
        }
        let mut tx = store.write().await?;
        let notes = staff::due(&mut tx, now).await?;
        for of_one in notes.chunk_by(|one, other| one.person == other.person && one.office == other.office) {
            let Some(first) = of_one.first() else { continue };
            let (subject, body) = write(store, first, of_one);
            let id = format!("staff-{}", Uuid::now_v7());
            let payload = Payload::Mail { subject, body, role: None };
            let mail = NewStaffMail {
                id: &id,
                person: &first.person,
                recipient: &first.email,
                office: &first.office,
                payload: &payload,
                at: now,
            };
            let ids: Vec<i64> = of_one.iter().map(|note| note.id).collect();
            staff::post(&mut tx, &mail, &ids).await?;
        }
        store.commit(tx).await?;
    }
}

/// One thing in full, or several together: the subject and the text.
fn write(store: &Store, first: &Note, notes: &[Note]) -> (String, String) {
    let mails = &store.rules().sheets(date::day_of(store.now())).mails;
    let language = tongue(store, &first.office, &first.telling);
    let portal = store.setting().portal.as_str();
    let mail = if notes.len() == 1 {
        with_values(store, first, |kind, values| mails.mail(kind, language, values))
    } else {
        let line = |note: &Note| with_values(store, note, |kind, values| mails.line(kind, language, values));
        let (count, lines) = (notes.len().to_string(), notes.iter().map(line).collect::<Vec<_>>().join("\n"));
        let values = [("count", count.as_str()), ("lines", lines.as_str()), ("portal", portal)];
        mails.mail(MailKind::Digest, language, &values)
    };
    (mail.subject, mail.body)
}

/// What stands in the blanks of a note.
fn with_values<T>(store: &Store, note: &Note, say: impl Fn(MailKind, &[(&str, &str)]) -> T) -> T {
    let period = note.period.as_ref().and_then(|id| store.register().period(id.as_str()).ok());
    let version = note.version.to_string();
    let values = [
        ("reference", note.reference.as_str()),
        ("unit", note.unit_name.as_str()),
        ("period", period.map(|period| period.name_long.as_str()).unwrap_or_default()),
        ("version", version.as_str()),
        ("portal", store.setting().portal.as_str()),
    ];
    say(kind_of(note.news), &values)
}

fn kind_of(news: News) -> MailKind {
    match news {
        News::Submitted => MailKind::Submitted,
        News::Resubmitted => MailKind::Resubmitted,
        News::Application => MailKind::Application,
    }
}

/// The language of a person: the own choice, else the office's.
fn tongue(store: &Store, office: &OfficeId, telling: &Telling) -> Language {
    let of_office = store.register().office(office).map(|office| office.language);
    telling.language.or(of_office).filter(|language| *language == Language::Nn).unwrap_or(Language::Nb)
}
