//! A form or a rule pack tried on the stored reports of a period: nothing is stored.
//! Imports `domain`, `checks` and `api`.

use std::collections::{BTreeMap, HashMap};

use super::Tried;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{Trial, TrialFinding, TrialRefusal},
    },
    checks::{
        engine::{Before, Place, Subject, review},
        pack::Pack,
        references::{Peer, References},
    },
    domain::{
        finding::Severity,
        form::Form,
        period::Period,
        report::Values,
        unit::{Unit, UnitNo},
    },
    server::{
        flow::figures::{self, Figure},
        store::{
            Conn, Store,
            review::{self as stored, UnitFigures},
        },
    },
};

/// The most reports that are told one by one.
const MOST_REFUSED: usize = 100;

/// The figures of a period with those before them.
struct Country<'a> {
    period: &'a Period,
    now: Vec<(&'a Unit, Values)>,
    previous: HashMap<UnitNo, Values>,
    last_year: HashMap<UnitNo, Values>,
}

/// Tries it.
pub(super) async fn run(store: &Store, then: &Store, conn: &mut Conn, tried: &Tried) -> Result<Trial, Fault> {
    let internal = || Fault::new(FaultKind::Internal);
    let register = store.register();
    let period = register.period(tried.against.as_str())?;
    let form_now = register.form(period).ok_or_else(internal)?;
    let form_then = then.register().forms.iter().find(|form| form.version == tried.form).ok_or_else(internal)?;
    let pack_now = store.rules().pack(form_now, &period.id).ok_or_else(internal)?;
    let pack_then = then.rules().pack(form_then, &tried.from).ok_or_else(internal)?;
    let country = read(store, conn, period).await?;
    let (mut refused, mut dropped) = (Vec::new(), BTreeMap::<String, u32>::new());
    for (unit, values) in &country.now {
        let gone = values.iter().filter(|(key, value)| value.is_some() && form_then.point(key).is_none());
        for (key, _) in gone {
            *dropped.entry(key.clone()).or_default() += 1;
        }
        let given: Vec<(String, Figure)> = kept(form_then, values)
            .into_iter()
            .map(|(key, value)| (key, value.map_or(Figure::Empty, Figure::Count)))
            .collect();
        let mut why = Vec::new();
        figures::sort(form_then, &given, &mut why);
        if !why.is_empty() {
            refused.push(TrialRefusal { unit: unit.no.clone(), why });
        }
    }
    let before = counted(store, &country, form_now, pack_now);
    let after = counted(then, &country, form_then, pack_then);
    let refused_count = u32::try_from(refused.len()).unwrap_or(u32::MAX);
    refused.truncate(MOST_REFUSED);
    Ok(Trial {
        period: period.id.clone(),
        reports: u32::try_from(country.now.len()).unwrap_or(u32::MAX),
        refused,
        refused_count,
        dropped,
        findings: compared(&before, &after),
    })
}

async fn read<'a>(store: &'a Store, conn: &mut Conn, period: &'a Period) -> Result<Country<'a>, Fault> {
    let register = store.register();
    let by_unit = |list: Vec<UnitFigures>| list.into_iter().map(|found| (found.unit, found.values)).collect();
    let mut before = Vec::new();
    for id in [&period.previous, &period.same_last_year] {
        let of_it = match id.as_ref().and_then(|id| register.period(id.as_str()).ok()) {
            // Across a change of borders only some units are the same: they are left out here.
            Some(earlier) if register.same_borders(earlier, period) => stored::figures(conn, &earlier.id).await?,
            _ => Vec::new(),
        };
        before.push(by_unit(of_it));
    }
    let now = stored::figures(conn, &period.id).await?.into_iter();
    let now = now.filter_map(|found| Some((register.unit(&found.unit, period).ok()?, found.values))).collect();
    let mut before = before.into_iter();
    let (previous, last_year) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    Ok(Country { period, now, previous, last_year })
}

/// The figures that a form asks.
fn kept(form: &Form, values: &Values) -> Values {
    values.iter().filter(|(key, _)| form.point(key).is_some()).map(|(key, value)| (key.clone(), *value)).collect()
}

/// How many findings each rule has, and how serious the worst is.
fn counted(store: &Store, country: &Country<'_>, form: &Form, pack: &Pack) -> BTreeMap<String, (u32, Severity)> {
    let figures: Vec<(&Unit, Values)> = country.now.iter().map(|(unit, values)| (*unit, kept(form, values))).collect();
    let peers: Vec<Peer<'_>> = figures
        .iter()
        .map(|(unit, now)| Peer {
            no: unit.no.as_str(),
            name: &unit.name,
            county: &unit.county_no,
            children: unit.children,
            now,
            last_year: country.last_year.get(&unit.no),
        })
        .collect();
    let references = References::work_out(pack, &store.rules().packs().scales, &peers);
    let (obsolete, remarks) = (Vec::new(), BTreeMap::new());
    let mut counts = BTreeMap::new();
    for (unit, values) in &figures {
        let subject = Subject {
            form,
            values,
            obsolete: &obsolete,
            remarks: &remarks,
            extensions: None,
            unit: Place { no: unit.no.as_str(), county: &unit.county_no, children: unit.children },
            channel: None,
            earlier: Before {
                previous: country.previous.get(&unit.no),
                last_year: country.last_year.get(&unit.no),
                ..Before::default()
            },
            late: None,
            returned: None,
        };
        for finding in review(pack, &subject, Some(&references)).findings {
            let count = counts.entry(finding.rule).or_insert((0, finding.severity));
            *count = (count.0 + 1, count.1.max(finding.severity));
        }
    }
    tracing::debug!(period = %country.period.id, reports = figures.len(), "A form or a pack was tried");
    counts
}

fn compared(
    before: &BTreeMap<String, (u32, Severity)>,
    after: &BTreeMap<String, (u32, Severity)>,
) -> Vec<TrialFinding> {
    let mut rules: Vec<&String> = before.keys().chain(after.keys()).collect();
    rules.sort();
    rules.dedup();
    let of = |counts: &BTreeMap<String, (u32, Severity)>, rule: &String| counts.get(rule).copied();
    let finding = |rule: &String| {
        let (old, new) = (of(before, rule), of(after, rule));
        let severity = old.into_iter().chain(new).map(|(_, severity)| severity).max()?;
        let (before, after) = (old.map_or(0, |(count, _)| count), new.map_or(0, |(count, _)| count));
        (before != after).then(|| TrialFinding { rule: rule.clone(), severity, before, after })
    };
    rules.into_iter().filter_map(finding).collect()
}
