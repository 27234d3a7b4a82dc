//! One case in full, as far as the reader may see.
//! Imports `domain`, `checks`, `text` and `api`.

use super::{
    audit, extensions, letter,
    review::{self, Material},
    units,
};
use crate::{
    api::{
        case::{AccessCase, Case, Decision, DeliveryView, Earlier, Event, ReportCase},
        fault::{Fault, FaultKind},
        review::Weight,
    },
    checks::score,
    domain::{
        access,
        decision::DecisionKind,
        event::EventKind,
        extension::ExtensionCount,
        finding::Review,
        letter::Letter,
        period::Period,
        person::Person,
        report::{Version, breaches},
        task::State,
        unit::UnitNo,
    },
    server::{
        reader,
        store::{
            Conn, Store, application, decision, delivery, draft, event, permission, sees::Sees, task::Record, version,
        },
    },
    text::date::day_of,
};

/// How many earlier periods are shown.
const MOST_EARLIER: usize = 9;

/// A case in full.
///
/// # Errors
/// An internal fault when a row is missing that must be there.
pub async fn case(
    store: &Store,
    conn: &mut Conn,
    (caller, sees): (&Person, &Sees),
    record: Record,
) -> Result<Case, Fault> {
    match record.row.period.clone() {
        Some(period) => report(store, conn, sees, record, period.as_str()).await,
        None => request(store, conn, (caller, sees), record).await,
    }
}

async fn report(store: &Store, conn: &mut Conn, sees: &Sees, record: Record, period: &str) -> Result<Case, Fault> {
    let register = store.register();
    let period = register.period(period)?;
    let form = register.form(period).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let reference = &record.row.reference;
    let versions = version::all(conn, reference).await?;
    let (earlier, break_in_series) = earlier(store, conn, sees, &record.row.unit, period).await?;
    let (decisions, deliveries) = decisions(store, conn, sees, &record, &versions).await?;
    let unit = units::load(store, conn, &record.row.unit, period).await?;
    let decided = decisions.iter().rev().find(|made| made.kind == DecisionKind::Approve && made.undone_at.is_none());
    let material = Material {
        reference,
        period,
        form,
        unit: register.unit(&record.row.unit, period)?,
        channel: record.channel,
        versions: &versions,
        earlier: &earlier,
        broken: break_in_series,
        decisions: &decisions,
        extensions: decided.and_then(|made| made.extensions),
    };
    // What the rules say is the office's own: the unit and the directorate see what was asked and decided.
    let mut review = match said(conn, sees, &record).await? {
        Some(review) => review,
        None => review::of_case(store, conn, &material).await?,
    };
    review::say(store, &material, &mut review, reader::language())?;
    let risk = score::risk(&review);
    let weight = Weight { risk, score: store.rules().score(&risk, record.row.days_left) };
    let to_return = !sees.is_outside() && record.row.state == State::Open;
    let letter = if to_return { letter::of_case(store, &material, &review)? } else { Letter::default() };
    let registered = match sees {
        Sees::Office(office) => extensions::count(conn, office, &record.row.unit, period).await?,
        _ => ExtensionCount::default(),
    };
    Ok(Case::Report(Box::new(ReportCase {
        registered,
        // A solved case keeps the deadline that it was solved by, whatever its period has now.
        period: Period { office_deadline: record.row.deadline.unwrap_or(period.office_deadline), ..period.clone() },
        form: form.clone(),
        unit,
        versions,
        earlier,
        break_in_series,
        review,
        weight,
        letter,
        draft: own_draft(conn, sees, &record).await?,
        events: events(conn, sees, &record, &decisions).await?,
        decisions,
        deliveries,
        row: record.row,
    })))
}

/// What the rules said when a case was decided, which stands whatever they say now; nothing outside the office.
async fn said(conn: &mut Conn, sees: &Sees, record: &Record) -> Result<Option<Review>, Fault> {
    if sees.is_outside() {
        return Ok(Some(Review::default()));
    }
    match &record.decision {
        Some(key) if record.row.state != State::Open => {
            Ok(decision::by_key(conn, key).await?.and_then(|made| made.review))
        }
        _ => Ok(None),
    }
}

async fn request(
    store: &Store,
    conn: &mut Conn,
    (caller, sees): (&Person, &Sees),
    record: Record,
) -> Result<Case, Fault> {
    let register = store.register();
    let internal = || Fault::new(FaultKind::Internal);
    let reference = &record.row.reference;
    let application = application::of(conn, reference).await?.ok_or_else(internal)?;
    let period = register.current_period(day_of(record.row.received_at)).or_else(|| register.periods.first());
    let unit = units::load(store, conn, &application.unit, period.ok_or_else(internal)?).await?;
    let (applicant, signs) = access::classify(&application, &unit.name, unit.kind, &register.domains);
    let suggested = applicant.role();
    let inside = !sees.is_outside();
    let held = match suggested.filter(|_| inside && record.row.state == State::Open) {
        Some(role) => super::access::held(conn, &record, &application, role).await?,
        None => None,
    };
    let own = super::access::is_own(conn, caller, reference, &application).await?;
    let sent_by = if inside { application::sent_by(conn, reference).await? } else { None };
    let permission = permission::of_application(conn, reference, store.now()).await?;
    let permission = permission.map(|(_, permission)| permission).filter(|_| inside);
    let earlier = application::others(store, conn, sees, reference, &application).await?;
    let (decisions, deliveries) = decisions(store, conn, sees, &record, &[]).await?;
    Ok(Case::Access(Box::new(AccessCase {
        draft: own_draft(conn, sees, &record).await?,
        events: events(conn, sees, &record, &decisions).await?,
        decisions,
        deliveries,
        row: record.row,
        application,
        unit,
        applicant,
        signs,
        earlier,
        suggested,
        own,
        held,
        sent_by,
        permission,
    })))
}

/// The draft of an open case, for those inside the office.
async fn own_draft(conn: &mut Conn, sees: &Sees, record: &Record) -> Result<Option<crate::api::case::Draft>, Fault> {
    if sees.is_outside() || record.row.state != State::Open {
        return Ok(None);
    }
    Ok(draft::of(conn, &record.row.reference).await?)
}

/// The approved figures of the periods before, of one and the same unit; and whether its borders broke the series.
///
/// # Errors
/// A storage fault.
pub async fn earlier(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    unit: &UnitNo,
    period: &Period,
) -> Result<(Vec<Earlier>, bool), Fault> {
    let register = store.register();
    let before: Vec<&Period> =
        register.periods.iter().rev().skip_while(|other| other.id >= period.id).take(MOST_EARLIER).collect();
    let broken = before.iter().any(|other| register.number_in(unit, period, other).is_none());
    let found = version::approved(store, conn, sees, &register.numbers_of(unit, period)).await?;
    let same_unit = |earlier: &Earlier| {
        let Some(other) = before.iter().find(|other| other.id == earlier.period) else { return false };
        register.number_in(unit, period, other).as_ref() == Some(&earlier.unit)
    };
    Ok((found.into_iter().filter(same_unit).collect(), broken))
}

/// The decisions with their deliveries, and the deliveries beside them; outside, only the decisions whose undo window is
/// over, and of their deliveries not how they failed, which is the office's business.
async fn decisions(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    record: &Record,
    versions: &[Version],
) -> Result<(Vec<Decision>, Vec<DeliveryView>), Fault> {
    let now = store.now();
    let mut deliveries = delivery::of_case(conn, &record.row.reference).await?;
    if sees.is_outside() {
        for (_, view) in &mut deliveries {
            view.trouble = None;
        }
    }
    let mut stored = decision::all(conn, &record.row.reference).await?;
    if sees.is_outside() {
        stored.retain(|made| made.undone_at.is_none() && made.undo_until <= now);
    }
    let mut receipts = audit::receipts(store, conn, sees, record, &stored).await?.into_iter();
    let view = |made: decision::Stored| {
        let decided_on = versions.iter().find(|version| version.version == made.version);
        let left = decided_on.zip(made.extensions).and_then(|(version, count)| breaches(&version.values, count));
        let of_it = deliveries.iter().filter(|(key, _)| key.as_deref() == Some(made.key.as_str()));
        let sent = of_it.map(|(_, view)| view.clone()).collect();
        let receipt = receipts.next().flatten();
        Decision { breaches: left, deliveries: sent, receipt, ..plain_decision(made) }
    };
    let decisions = stored.into_iter().map(view).collect();
    let beside = deliveries.iter().filter(|(key, _)| key.is_none() && !sees.is_outside());
    Ok((decisions, beside.map(|(_, view)| view.clone()).collect()))
}

/// A decision without what follows from it.
#[must_use]
pub fn plain_decision(made: decision::Stored) -> Decision {
    Decision {
        kind: made.kind,
        version: made.version,
        person: made.person,
        name: made.name,
        at: made.at,
        extensions: made.extensions,
        breaches: None,
        comment: made.comment,
        asked: made.asked,
        undo_until: made.undo_until,
        undone_at: made.undone_at,
        batch: made.batch,
        receipt: None,
        deliveries: Vec::new(),
    }
}

/// The timeline; outside, only what came in and what went out.
async fn events(conn: &mut Conn, sees: &Sees, record: &Record, decisions: &[Decision]) -> Result<Vec<Event>, Fault> {
    let mut events = event::all(conn, &record.row.reference).await?;
    if sees.is_outside() {
        events.retain(|event| match event.kind {
            EventKind::Submitted | EventKind::Applied | EventKind::Delivered => true,
            EventKind::Confirmed => decisions.iter().any(|made| made.at == event.at),
            _ => false,
        });
    }
    Ok(events)
}
