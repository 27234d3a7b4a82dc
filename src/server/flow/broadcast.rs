//! A letter to all or some units of an office (*brev til kommunene*): written in both languages, each unit gets its own.
//! The statsforvalter is asked to pass on what the directorate writes (the letter on deadlines and tasks).
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    fields,
    notices::{self, Outgoing},
    standing,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        letters::{LetterAnswer, LetterList, LetterRequest, LetterTarget, LetterText, LetterView},
        units::NoticeText,
    },
    checks::identity,
    domain::{
        decision::LONGEST_COMMENT,
        event::EventKind,
        office::OfficeId,
        person::Person,
        refusal::Refusal,
        unit::{Language, Unit},
    },
    server::store::{
        Conn, Store, contact,
        letter::{self, NewLetter},
        notice::About,
    },
    text::{clean, date::day_of},
};

/// The longest subject, in characters: what mail programs show of one.
const LONGEST_SUBJECT: usize = 150;
/// So much is repeated of what was named and is no unit.
const LONGEST_NAMED: usize = 40;

/// Sends a letter, or only tells to whom it would go.
///
/// # Errors
/// Not allowed, a text that is missing or holds an identity number, a number that is not the number of units, a key that was
/// used for something else; and, when it can go to nobody, all reasons for it.
pub async fn send(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    request: &LetterRequest,
    key: Uuid,
    at: Timestamp,
) -> Result<LetterAnswer, Fault> {
    let office = notices::deciding_office(caller)?;
    let text = judged(request)?;
    let fingerprint = notices::fingerprint(caller, &serde_json::json!([text, request.units]));
    let request_key = key.to_string();
    let mut answer = LetterAnswer {
        id: None,
        key,
        at,
        undo_until: None,
        dry_run: request.dry_run,
        replayed: false,
        count: 0,
        units: Vec::new(),
    };
    if !request.dry_run
        && let Some((first, before, owner)) = letter::of_request(conn, &request_key).await?
    {
        if before != fingerprint || owner != *office {
            return Err(Fault::new(FaultKind::KeyReused));
        }
        let told = LetterAnswer { id: Some(first.id), undo_until: Some(first.undo_until), replayed: true, ..answer };
        return Ok(LetterAnswer { count: first.copies, at: first.at, ..told });
    }
    let mut ready = Vec::new();
    for (given, unit) in meant(store, office, &request.units, at)? {
        let (target, copy) = target(store, conn, given, unit, &text).await?;
        ready.extend(copy);
        answer.units.push(target);
    }
    answer.count = u32::try_from(ready.len()).unwrap_or(u32::MAX);
    if request.dry_run {
        return Ok(answer);
    }
    if ready.is_empty() {
        return Err(Fault::refused_for(answer.units.into_iter().filter_map(|unit| unit.refusal).collect()));
    }
    if request.count != Some(answer.count) {
        let given = request.count.unwrap_or_default();
        return Err(Refusal::WrongUnits { given, units: answer.count }.into());
    }
    let new = NewLetter {
        request: &request_key,
        fingerprint: &fingerprint,
        office,
        by: (&caller.id, &caller.name),
        at,
        text: &text,
    };
    let id = letter::add(conn, &new).await?;
    answer.id = Some(id);
    for (unit, notice) in ready {
        let about = About::Letter(id);
        let out = Outgoing { caller, request: &request_key, fingerprint: &fingerprint, unit, about, at };
        answer.undo_until = Some(notices::send(store, conn, &out, &notice).await?);
        notices::record(conn, (office, &unit.no), caller, at, EventKind::Informed, &notice.subject).await?;
    }
    Ok(answer)
}

/// A unit of the office, or why what was named is none.
type Named<'a> = Result<&'a Unit, Refusal>;

/// What is told of one unit, and its copy when it gets one.
async fn target<'a>(
    store: &Store,
    conn: &mut Conn,
    given: String,
    unit: Named<'a>,
    text: &[LetterText; 2],
) -> Result<(LetterTarget, Option<(&'a Unit, NoticeText)>), Fault> {
    let unit = match unit {
        Ok(unit) => unit,
        Err(refusal) => {
            let unit = given.chars().take(LONGEST_NAMED).collect();
            return Ok((LetterTarget { unit, name: String::new(), notice: None, refusal: Some(refusal) }, None));
        }
    };
    let (no, name) = (unit.no.to_string(), unit.name.clone());
    Ok(match copy(store, conn, unit, text).await? {
        Ok(notice) => {
            (LetterTarget { unit: no, name, notice: Some(notice.clone()), refusal: None }, Some((unit, notice)))
        }
        Err(refusal) => (LetterTarget { unit: no, name, notice: None, refusal: Some(refusal) }, None),
    })
}

/// The units a letter is meant for, in the order in which they were named.
fn meant<'a>(
    store: &'a Store,
    office: &'a OfficeId,
    units: &[String],
    at: Timestamp,
) -> Result<Vec<(String, Named<'a>)>, Fault> {
    let period = standing::period_of(store, None, at)?;
    if units.is_empty() {
        let all = store.register().office_units(office, period);
        return Ok(all.map(|unit| (unit.no.to_string(), Ok(unit))).collect());
    }
    let mut seen = std::collections::BTreeSet::new();
    let once = units.iter().map(|unit| unit.trim().to_owned()).filter(|unit| seen.insert(unit.clone()));
    Ok(once.map(|given| (given.clone(), notices::unit_on(store, office, &given, period))).collect())
}

/// A unit's copy, in its language; or why there is none.
async fn copy(
    store: &Store,
    conn: &mut Conn,
    unit: &Unit,
    [nb, nn]: &[LetterText; 2],
) -> Result<Result<NoticeText, Refusal>, Fault> {
    let contact = contact::of(conn, &unit.no).await?;
    let Some(recipient) = notices::address(contact.as_ref()) else {
        return Ok(Err(Refusal::NoAddress { unit: unit.name.clone() }));
    };
    let (language, ..) = notices::tongue(store, unit)?;
    let text = if language.value == Language::Nn { nn } else { nb };
    Ok(Ok(NoticeText { recipient, language, subject: text.subject.clone(), body: text.body.clone() }))
}

/// The texts, cleaned: a subject of one line, a text in each language, nothing that says who somebody is.
fn judged(request: &LetterRequest) -> Result<[LetterText; 2], Fault> {
    let mut refusals = Vec::new();
    let mut judge = |language: &str, text: &LetterText| {
        let subject = fields::line(&format!("{language}.subject"), &text.subject, LONGEST_SUBJECT, &mut refusals);
        let body = clean::prose(&text.body).trim_end().to_owned();
        if body.trim().is_empty() || body.chars().count() > LONGEST_COMMENT {
            refusals.push(Refusal::BadField { field: format!("{language}.body") });
        }
        refusals.extend(identity::refusal(&subject));
        refusals.extend(identity::refusal(&body));
        LetterText { subject, body }
    };
    let texts = [judge("nb", &request.nb), judge("nn", &request.nn)];
    if refusals.is_empty() { Ok(texts) } else { Err(Fault::refused_for(refusals)) }
}

/// The letters of the caller's office.
///
/// # Errors
/// Not allowed for those who have nothing to do with an office's cases.
pub async fn list(conn: &mut Conn, caller: &Person) -> Result<LetterList, Fault> {
    let office = notices::office_of(caller)?;
    Ok(LetterList { letters: letter::of(conn, office, None).await? })
}

/// A letter of the caller's office with its copies.
///
/// # Errors
/// Not found for another office's; not allowed as for the list.
pub async fn view(store: &Store, conn: &mut Conn, caller: &Person, id: i64) -> Result<LetterView, Fault> {
    let office = notices::office_of(caller)?;
    let letter = letter::of(conn, office, Some(id)).await?.pop().ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    let mut copies = letter::copies(conn, id).await?;
    let period = store.register().current_period(day_of(letter.at));
    for copy in &mut copies {
        let unit = period.and_then(|period| store.register().unit(&copy.unit, period).ok());
        copy.name = unit.map(|unit| unit.name.clone()).unwrap_or_default();
    }
    Ok(LetterView { letter, copies })
}
