//! One decision on an extension: whether it can be taken into the register, and what is written to the service.
//! Imports `domain`, `checks`, `text` and `api`.

use jiff::{Timestamp, civil::Date};

use crate::{
    api::{
        extensions::{ExtensionEntry, ExtensionLine},
        fault::Fault,
        units::NoticeText,
    },
    checks::{identity, letter::notice::NoticeKind, say::long_day},
    domain::{
        extension::{CaseRef, Verdict},
        office::OfficeId,
        period::Period,
        refusal::Refusal,
        unit::{Channel, Unit},
    },
    server::{
        flow::notices,
        store::{
            Conn, Store, channel, contact,
            extension::{self, Part},
        },
    },
    text::date::{day_of as today, parse_day},
};

/// A decision that can be taken into the register.
pub(super) struct Judged<'a> {
    /// The unit.
    pub(super) unit: &'a Unit,
    /// The decision; the row that is there already where it is known.
    pub(super) entry: ExtensionEntry,
    /// What is written to the service.
    pub(super) notice: Option<NoticeText>,
    /// True when the register says the same already.
    pub(super) known: bool,
}

/// The half-year a day lies in.
pub(super) fn period_on(store: &Store, day: Date) -> Option<&Period> {
    let register = store.register();
    let inside = register.periods.iter().find(|period| period.from <= day && day <= period.to);
    inside.or_else(|| register.current_period(day)).or_else(|| register.periods.first())
}

/// A decision as it was given, each field of its form.
struct Given<'a> {
    unit: &'a Unit,
    period: &'a Period,
    case_ref: CaseRef,
    asked: Date,
    verdict: Verdict,
    decided: Option<Date>,
    told: Option<Date>,
}

/// Judges a decision: a fault only where the database fails.
pub(super) async fn judge<'a>(
    store: &'a Store,
    conn: &mut Conn,
    office: &OfficeId,
    line: &ExtensionLine,
    correct: bool,
    at: Timestamp,
) -> Result<Result<Judged<'a>, Vec<Refusal>>, Fault> {
    let given = match read(store, office, line, at) {
        Ok(given) => given,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let Given { unit, period, case_ref, asked, verdict, decided, told } = given;
    let numbers = store.register().numbers_of(&unit.no, period);
    let part = Part { units: Some(&numbers), case_ref: Some(&case_ref), holding: true, ..Part::of(office) };
    let before = extension::list(conn, &part).await?.into_iter().next();
    let mut entry = ExtensionEntry {
        id: 0,
        unit: unit.no.clone(),
        unit_name: unit.name.clone(),
        case_ref,
        asked,
        verdict,
        decided: if verdict == Verdict::Pending { None } else { decided.or_else(|| Some(today(at))) },
        told,
        delivery: None,
        by: String::new(),
        at,
        supersedes: before.as_ref().map(|before| before.id),
        superseded: false,
    };
    let mut corrects = false;
    if let Some(before) = before {
        let same =
            before.asked == asked && before.verdict == verdict && decided.is_none_or(|day| before.decided == Some(day));
        if same && (told.is_none() || told == before.told) {
            let entry = ExtensionEntry { unit_name: unit.name.clone(), ..before };
            return Ok(Ok(Judged { unit, entry, notice: None, known: true }));
        }
        if same {
            // Only the day on which the service was told is new.
            entry.decided = before.decided;
        }
        corrects = before.verdict != Verdict::Pending;
        if corrects && !same && !correct {
            return Ok(Err(vec![Refusal::ExtensionDiffers { reference: entry.case_ref.to_string() }]));
        }
    }
    Ok(match notice(store, conn, unit, &entry, corrects).await? {
        Ok(notice) => Ok(Judged { unit, entry, notice, known: false }),
        Err(refusal) => Err(vec![refusal]),
    })
}

/// Reads every field, and tells everything that is wrong at once.
fn read<'a>(
    store: &'a Store,
    office: &OfficeId,
    line: &ExtensionLine,
    at: Timestamp,
) -> Result<Given<'a>, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let case_ref = keep(case_ref(&line.case_ref), &mut refusals);
    let asked = keep(day("asked", &line.asked, at), &mut refusals);
    let verdict = keep(verdict(&line.verdict), &mut refusals);
    let mut days = |field: &str, text: Option<&String>| {
        let text = text.filter(|text| !text.trim().is_empty())?;
        keep(day(field, text, at), &mut refusals)
    };
    let (decided, told) = (days("decided", line.decided.as_ref()), days("told", line.told.as_ref()));
    let on = decided.or(asked).unwrap_or_else(|| today(at));
    let period = period_on(store, on);
    let unit = period.map(|period| notices::unit_on(store, office, &line.unit, period));
    let unit = unit.and_then(|unit| keep(unit, &mut refusals)).zip(period);
    if let (Some(verdict), Some(asked)) = (verdict, asked) {
        let until = if verdict == Verdict::Pending { decided } else { decided.or_else(|| Some(today(at))) };
        refusals.extend(turned(verdict, asked, until, told));
    }
    match (unit, case_ref, asked, verdict) {
        (Some((unit, period)), Some(case_ref), Some(asked), Some(verdict)) if refusals.is_empty() => {
            Ok(Given { unit, period, case_ref, asked, verdict, decided, told })
        }
        _ => Err(refusals),
    }
}

fn keep<T>(outcome: Result<T, Refusal>, refusals: &mut Vec<Refusal>) -> Option<T> {
    outcome.map_err(|refusal| refusals.push(refusal)).ok()
}

/// A reference of a case that says nothing of who it is about.
fn case_ref(given: &str) -> Result<CaseRef, Refusal> {
    identity::refusal(given).map_or_else(|| given.parse(), Err)
}

fn day(field: &str, given: &str, at: Timestamp) -> Result<Date, Refusal> {
    let short: String = given.trim().chars().take(20).collect();
    let bad = || Refusal::BadDay { field: field.to_owned(), given: short };
    let day = parse_day(given).ok_or_else(bad)?;
    if day > today(at) { Err(Refusal::DayAhead { field: field.to_owned() }) } else { Ok(day) }
}

fn verdict(given: &str) -> Result<Verdict, Refusal> {
    match given.trim().to_lowercase().as_str() {
        "granted" | "ja" | "j" | "yes" | "y" => Ok(Verdict::Granted),
        "refused" | "nei" | "n" | "no" => Ok(Verdict::Refused),
        "pending" | "" => Ok(Verdict::Pending),
        other => Err(Refusal::BadVerdict { given: other.chars().take(20).collect() }),
    }
}

/// What is wrong with the order of the days.
fn turned(verdict: Verdict, asked: Date, decided: Option<Date>, told: Option<Date>) -> Vec<Refusal> {
    let without = |field: &str| Refusal::DayWithoutDecision { field: field.to_owned() };
    let turned = |field: &str| Refusal::DaysTurned { field: field.to_owned() };
    if verdict == Verdict::Pending {
        let given = [("decided", decided), ("told", told)];
        return given.into_iter().filter(|(_, day)| day.is_some()).map(|(field, _)| without(field)).collect();
    }
    let mut wrong = Vec::new();
    if decided.is_some_and(|day| day < asked) {
        wrong.push(turned("decided"));
    }
    if told.zip(decided).is_some_and(|(told, decided)| told < decided) {
        wrong.push(turned("told"));
    }
    wrong
}

/// The notice to a service on a new case system; none for an old one, for what is not judged, and where it was told otherwise.
async fn notice(
    store: &Store,
    conn: &mut Conn,
    unit: &Unit,
    entry: &ExtensionEntry,
    corrects: bool,
) -> Result<Result<Option<NoticeText>, Refusal>, Fault> {
    let kind = match entry.verdict {
        Verdict::Pending => return Ok(Ok(None)),
        Verdict::Granted => NoticeKind::ExtensionGranted,
        Verdict::Refused => NoticeKind::ExtensionRefused,
    };
    let Some(decided) = entry.decided else { return Ok(Ok(None)) };
    let Some(period) = period_on(store, decided) else { return Ok(Ok(None)) };
    let recorded = channel::of(conn, &unit.no, &period.id).await?;
    let channel = recorded.map_or_else(|| store.register().channels.default.channel, |recorded| recorded.channel);
    if channel == Channel::FormOld || entry.told.is_some() {
        return Ok(Ok(None));
    }
    let contact = contact::of(conn, &unit.no).await?;
    let Some(recipient) = notices::address(contact.as_ref()) else {
        return Ok(Err(Refusal::NoAddress { unit: unit.name.clone() }));
    };
    let (tongue, _, texts) = notices::tongue(store, unit)?;
    let (asked, decided) = (long_day(texts, entry.asked), long_day(texts, decided));
    let correction = if corrects { store.rules().own_sheets().notices.correction(tongue.value) } else { "" };
    let values = [
        ("reference", entry.case_ref.as_str()),
        ("asked", asked.as_str()),
        ("decided", decided.as_str()),
        ("correction", correction),
    ];
    Ok(Ok(Some(notices::write(store, unit, recipient, kind, entry.at, &values)?)))
}
