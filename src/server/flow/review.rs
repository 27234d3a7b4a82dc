//! What the rules say of a case, with what was accepted, and its weight in the queue.
//! Imports `domain`, `checks`, `text` and `api`.

use std::{collections::HashMap, sync::Arc};

use super::{deadlines, read};
use crate::{
    api::{
        case::{Decision, Earlier},
        fault::{Fault, FaultKind},
    },
    checks::{
        engine::{Before, Place, Returned, Subject, review},
        pack::Rule,
        references::{Peer, References},
        say::{Names, Speaker, say_all},
        score::risk,
    },
    domain::{
        decision::DecisionKind,
        finding::{Finding, Review, Severity},
        form::Form,
        period::Period,
        report::{Reference, Values, Version},
        score::Risk,
        unit::{Channel, Unit, UnitNo},
    },
    server::store::{
        Conn, Store, decision,
        review::{self as stored, Acceptance},
        sees::Sees,
        task::{self, Record},
        version,
    },
    text::{DEFAULT_LANGUAGE, date},
};

/// A case with everything that the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The case.
    pub reference: &'a Reference,
    /// The period.
    pub period: &'a Period,
    /// The form it was asked with.
    pub form: &'a Form,
    /// The unit.
    pub unit: &'a Unit,
    /// How it reports.
    pub channel: Channel,
    /// All versions, oldest first.
    pub versions: &'a [Version],
    /// The approved figures of earlier periods, newest first.
    pub earlier: &'a [Earlier],
    /// True when a change of borders cut the series.
    pub broken: bool,
    /// All decisions, oldest first.
    pub decisions: &'a [Decision],
    /// The extension count, once there is one.
    pub extensions: Option<u32>,
}

/// What the rules say of the newest version of a case.
///
/// # Errors
/// A storage fault.
pub async fn of_case(store: &Store, conn: &mut Conn, case: &Material<'_>) -> Result<Review, Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let newest = case.versions.last().ok_or_else(internal)?;
    let first = case.versions.first().ok_or_else(internal)?;
    let Some(pack) = store.rules().pack(case.form, &case.period.id) else { return Ok(Review::default()) };
    let references = references(store, conn, case.period, case.form).await?;
    let returned = returned(case);
    let figures = |id: &Option<_>| {
        let found = case.earlier.iter().find(|earlier| Some(&earlier.period) == id.as_ref());
        found.map(|earlier| &earlier.values)
    };
    let half = |earlier: &&Earlier| earlier.period.as_str().get(4..) == case.period.id.as_str().get(4..);
    let subject = Subject {
        form: case.form,
        values: &newest.values,
        obsolete: &newest.obsolete,
        remarks: &newest.remarks,
        extensions: case.extensions,
        unit: Place { no: case.unit.no.as_str(), county: &case.unit.county_no, children: case.unit.children },
        channel: Some(case.channel),
        earlier: Before {
            previous: figures(&case.period.previous),
            last_year: figures(&case.period.same_last_year),
            halves: case.earlier.iter().map(|earlier| &earlier.values).collect(),
            same_halves: case.earlier.iter().filter(half).map(|earlier| &earlier.values).collect(),
            broken: case.broken,
        },
        // A corrected version comes after the deadline by its nature: what counts is when the first one came.
        late: Some(first.late),
        returned,
    };
    let mut found = review(pack, &subject, Some(&references));
    let deadline = deadlines::judged_by(conn, case.reference, case.period).await?;
    let late = |finding: &&mut Finding| pack.rule(&finding.rule).is_some_and(Rule::is_of_lateness);
    for finding in found.findings.iter_mut().filter(late) {
        for (blank, day) in [("received", date::day_of(first.received_at)), ("deadline", deadline)] {
            finding.words.insert(blank.to_owned(), date::day(day));
        }
    }
    say(store, case, &mut found, DEFAULT_LANGUAGE)?;
    let accepted = accepted(store, conn, &case.unit.no, case.period).await?;
    for finding in &mut found.findings {
        mark(finding, &accepted, case.reference, &newest.values);
    }
    Ok(found)
}

/// Says what was found in a language. What is stored is said in the default one; each reader's own program says it anew.
///
/// # Errors
/// An internal fault for a language without sentences.
pub fn say(store: &Store, case: &Material<'_>, found: &mut Review, language: &str) -> Result<(), Fault> {
    let (language, texts) = store.rules().spoken(language).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let register = store.register();
    let names = Names { county: case.unit.county.clone(), ..Names::of(texts, case.period, &register.periods) };
    say_all(found, &Speaker { texts, language, form: case.form, forms: &register.forms, names: &names, long: false });
    Ok(())
}

/// What was accepted for a unit, under the number it has now and those it had before.
async fn accepted(store: &Store, conn: &mut Conn, unit: &UnitNo, period: &Period) -> Result<Vec<Acceptance>, Fault> {
    Ok(stored::accepted(conn, &store.register().numbers_of(unit, period)).await?)
}

/// Puts on a finding what was accepted: for the same figures of this case, and for the unit in an earlier period.
fn mark(finding: &mut Finding, accepted: &[Acceptance], reference: &Reference, values: &Values) {
    let id = finding.id();
    let figures = figures_of(finding, values);
    let mut same = accepted.iter().filter(|one| one.finding == id);
    let here = same.clone().find(|one| one.reference == *reference && one.figures == figures);
    let before = same.find(|one| one.reference != *reference);
    finding.accepted = here.map(|one| one.accepted.clone());
    finding.accepted_before = before.map(|one| one.accepted.clone());
}

/// The figures of the points that a finding speaks of: what it was accepted for.
#[must_use]
pub fn figures_of(finding: &Finding, values: &Values) -> Values {
    finding.points.iter().map(|key| (key.clone(), values.get(key).copied().flatten())).collect()
}

/// The version that was returned last, and what was asked about, when a newer one has come.
fn returned<'a>(case: &Material<'a>) -> Option<Returned<'a>> {
    let newest = case.versions.last()?.version;
    let of_return =
        |made: &&Decision| made.kind == DecisionKind::Return && made.undone_at.is_none() && made.version < newest;
    let last = case.decisions.iter().rev().find(of_return)?;
    let version = case.versions.iter().find(|version| version.version == last.version)?;
    Some(Returned { values: &version.values, remarks: &version.remarks, asked: &last.asked })
}

/// The references of a period over all units of the country, worked out when other figures have come since.
///
/// # Errors
/// A storage fault.
pub async fn references(
    store: &Store,
    conn: &mut Conn,
    period: &Period,
    form: &Form,
) -> Result<Arc<References>, Fault> {
    let generation = stored::generation(conn, &period.id).await?;
    if let Some(known) = store.rules().known(&period.id, &generation) {
        return Ok(known);
    }
    let register = store.register();
    let Some(pack) = store.rules().pack(form, &period.id) else { return Ok(Arc::default()) };
    let now = stored::figures(conn, &period.id).await?;
    let year_before = period.same_last_year.as_ref().and_then(|id| register.period(id.as_str()).ok());
    let last_year = match year_before {
        Some(before) => stored::figures(conn, &before.id).await?,
        None => Vec::new(),
    };
    let last_year: HashMap<UnitNo, Values> = last_year.into_iter().map(|found| (found.unit, found.values)).collect();
    let before = |unit: &UnitNo| last_year.get(&register.number_in(unit, period, year_before?)?);
    let peers: Vec<Peer<'_>> = now
        .iter()
        .filter_map(|found| {
            let unit = register.unit(&found.unit, period).ok()?;
            let last_year = before(&found.unit);
            let (no, name, county) = (unit.no.as_str(), unit.name.as_str(), unit.county_no.as_str());
            Some(Peer { no, name, county, children: unit.children, now: &found.values, last_year })
        })
        .collect();
    let worked_out = Arc::new(References::work_out(pack, &store.rules().packs().scales, &peers));
    store.rules().keep(&period.id, &generation, &worked_out);
    Ok(worked_out)
}

/// The errors of a version that nobody has accepted; they need no other figures than its own.
///
/// # Errors
/// A storage fault.
pub async fn open_errors(
    store: &Store,
    conn: &mut Conn,
    record: &Record,
    newest: &Version,
) -> Result<Vec<Finding>, Fault> {
    let mut found = own_findings(store, conn, record, newest).await?;
    found.retain(|finding| finding.severity >= Severity::Error);
    Ok(found)
}

/// The errors and warnings of a version that nobody has accepted and that its own figures tell.
///
/// # Errors
/// A storage fault.
pub async fn own_findings(
    store: &Store,
    conn: &mut Conn,
    record: &Record,
    newest: &Version,
) -> Result<Vec<Finding>, Fault> {
    let Some((period, form)) = asked_with(store, record) else { return Ok(Vec::new()) };
    let Some(pack) = store.rules().pack(form, &period.id) else { return Ok(Vec::new()) };
    let subject = Subject {
        form,
        values: &newest.values,
        obsolete: &newest.obsolete,
        remarks: &newest.remarks,
        extensions: None,
        unit: Place::default(),
        channel: Some(record.channel),
        earlier: Before::default(),
        late: None,
        returned: None,
    };
    let mut found = review(pack, &subject, None).findings;
    found.retain(|finding| finding.severity >= Severity::Warning);
    if !found.is_empty() {
        let accepted = accepted(store, conn, &record.row.unit, period).await?;
        for finding in &mut found {
            mark(finding, &accepted, &record.row.reference, &newest.values);
        }
        found.retain(|finding| finding.accepted.is_none());
    }
    Ok(found)
}

/// The period of a report and the form it is asked with.
#[must_use]
pub fn asked_with<'a>(store: &'a Store, record: &Record) -> Option<(&'a Period, &'a Form)> {
    let period = store.register().period(record.row.period.as_ref()?.as_str()).ok()?;
    Some((period, store.register().form(period)?))
}

/// Of which figures and rules the open reports are weighed: another answer means that figures have come since, or that the
/// reference data was amended.
///
/// # Errors
/// A storage fault.
pub async fn generations(store: &Store, conn: &mut Conn) -> Result<String, Fault> {
    let mut all = format!("{}\n", store.generation());
    for period in &store.register().periods {
        all.push_str(&stored::generation(conn, &period.id).await?);
        all.push('\n');
    }
    Ok(all)
}

/// What the queue shows of the findings of a report, for the version it was worked out of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The case.
    pub reference: Reference,
    /// The version.
    pub version: u32,
    /// What is open.
    pub risk: Risk,
    /// What the findings weigh.
    pub weight: u32,
}

/// Works out what the queue shows of the findings of every open report of all offices.
///
/// # Errors
/// A storage fault.
pub async fn weigh_all(store: &Store, conn: &mut Conn) -> Result<Vec<Weighed>, Fault> {
    let mut all = Vec::new();
    for reference in stored::open_reports(conn).await? {
        all.extend(weigh_one(store, conn, &reference).await?);
    }
    Ok(all)
}

async fn weigh_one(store: &Store, conn: &mut Conn, reference: &Reference) -> Result<Option<Weighed>, Fault> {
    let Some(standing) = task::standing(conn, reference).await? else { return Ok(None) };
    let sees = Sees::Office(standing.office);
    let Some(record) = task::find(store, conn, &sees, reference).await? else { return Ok(None) };
    let Some(review) = now(store, conn, &record).await? else { return Ok(None) };
    let risk = risk(&review);
    let weight = store.rules().score(&risk, None).findings;
    Ok(Some(Weighed { reference: reference.clone(), version: record.row.version, risk, weight }))
}

/// Stores what the queue shows, of versions that are still the newest; tells whether anything is new.
///
/// # Errors
/// A storage fault.
pub async fn store_weights(conn: &mut Conn, all: &[Weighed]) -> Result<bool, Fault> {
    let mut anything = false;
    for Weighed { reference, version, risk, weight } in all {
        anything |= stored::weigh(conn, reference, *version, risk, *weight).await?;
    }
    Ok(anything)
}

/// Works out and stores what the queue shows of the findings of one report.
///
/// # Errors
/// A storage fault.
pub async fn weigh(store: &Store, conn: &mut Conn, reference: &Reference) -> Result<(), Fault> {
    let weighed = weigh_one(store, conn, reference).await?;
    store_weights(conn, weighed.as_slice()).await.map(|_new| ())
}

/// What the rules say of a report as it stands now; none for an access request.
///
/// # Errors
/// A storage fault.
pub async fn now(store: &Store, conn: &mut Conn, record: &Record) -> Result<Option<Review>, Fault> {
    let Some((period, form)) = asked_with(store, record) else { return Ok(None) };
    let reference = &record.row.reference;
    let unit = store.register().unit(&record.row.unit, period)?;
    let versions = version::all(conn, reference).await?;
    let sees = Sees::Office(record.office.clone());
    let (earlier, broken) = read::earlier(store, conn, &sees, &record.row.unit, period).await?;
    let stored = decision::all(conn, reference).await?;
    let decisions: Vec<Decision> = stored.into_iter().map(read::plain_decision).collect();
    let (versions, earlier, decisions) = (versions.as_slice(), earlier.as_slice(), decisions.as_slice());
    let (channel, extensions) = (record.channel, None);
    let case = Material { reference, period, form, unit, channel, versions, earlier, broken, decisions, extensions };
    of_case(store, conn, &case).await.map(Some)
}
