//! What holds, what held and what is scheduled, with where it comes from.
//! Imports `domain`, `text` and `api`.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::templates;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{InForce, ReferenceData, ReferenceList, ReferenceOrigin, ReferenceRow},
    },
    checks::pack::Pack,
    domain::{
        amendment::ReferenceKind,
        library::ChainLetter,
        office::Office,
        period::{Period, PeriodId},
        person::{Person, Role},
        register::border_name,
        unit::{UnitChange, UnitCorrection, UnitNo},
    },
    server::{
        flow::channels::administrator,
        store::{
            Conn, Store,
            amendment::{self, Stored},
        },
    },
    text::{date::day_of, wire_name},
};

/// Everything of a kind.
///
/// # Errors
/// Not allowed for everybody but administrators; not found for a kind that there is not.
pub async fn list(store: &Store, conn: &mut Conn, caller: &Person, kind: &str) -> Result<ReferenceList, Fault> {
    administrator(caller)?;
    let kind = ReferenceKind::from_name(kind).ok_or_else(|| Fault::new(FaultKind::NotFound))?;
    let held = amendment::all(conn).await?.into_iter().filter(|held| held.amendment.kind == kind);
    let held = held.map(|held| (held.amendment.name.clone(), held)).collect();
    let listing = Listing { store, held };
    let mut rows = match kind {
        ReferenceKind::Periods => listing.periods(),
        ReferenceKind::Counts => listing.counts(),
        ReferenceKind::Forms => listing.forms(),
        ReferenceKind::Rules => listing.rules(),
        ReferenceKind::Offices
        | ReferenceKind::Units
        | ReferenceKind::Letters
        | ReferenceKind::Templates
        | ReferenceKind::Holidays
        | ReferenceKind::Borders => Vec::new(),
    };
    let plain = match kind {
        ReferenceKind::Offices => listing.offices(),
        ReferenceKind::Units => listing.units(),
        ReferenceKind::Letters => listing.letters(),
        ReferenceKind::Templates => templates::rows(store, &listing.held)?,
        ReferenceKind::Holidays => listing.holidays(),
        ReferenceKind::Borders => listing.borders(),
        _ => Vec::new(),
    };
    for (row, span) in &mut rows {
        row.reports = amendment::reports(conn, &span.0, span.1.as_ref()).await?;
    }
    Ok(ReferenceList { kind, rows: rows.into_iter().map(|(row, _)| row).chain(plain).collect() })
}

/// What is set and in force, for anybody who is logged in; rules only for those who work by them.
///
/// # Errors
/// A storage fault.
pub async fn in_force(store: &Store, conn: &mut Conn, caller: &Person) -> Result<ReferenceData, Fault> {
    let rules = !matches!(caller.role, Role::Municipality | Role::Bufdir);
    let amendments = amendment::all(conn).await?.into_iter().map(|held| held.amendment);
    let needed = |kind| match kind {
        ReferenceKind::Periods
        | ReferenceKind::Counts
        | ReferenceKind::Forms
        | ReferenceKind::Offices
        | ReferenceKind::Units
        | ReferenceKind::Holidays
        | ReferenceKind::Borders => true,
        ReferenceKind::Rules => rules,
        // A program that judges a file writes to nobody.
        ReferenceKind::Letters | ReferenceKind::Templates => false,
    };
    let amendments = amendments.filter(|one| needed(one.kind)).collect();
    Ok(ReferenceData { periods: store.setting().own.periods.clone(), rules, amendments })
}

/// A row, with the first period whose reports rest on it and the first whose reports do not any more.
type Spanned = (ReferenceRow, (PeriodId, Option<PeriodId>));

struct Listing<'a> {
    store: &'a Store,
    held: HashMap<String, Stored>,
}

impl Listing<'_> {
    fn periods(&self) -> Vec<Spanned> {
        let today = day_of(self.store.now());
        let periods = &self.store.register().periods;
        let row = |(at, period): (usize, &Period)| {
            let facts = [
                ("name", period.name.clone()),
                ("from", period.from.to_string()),
                ("to", period.to.to_string()),
                ("form", period.form.clone()),
                ("opens", period.opens.to_string()),
                ("unit_deadline", period.unit_deadline.to_string()),
                ("office_deadline", period.office_deadline.to_string()),
                ("assumed", period.assumed.to_string()),
                ("source", period.source.clone().unwrap_or_default()),
            ];
            let next = periods.get(at + 1);
            let in_force = match next {
                _ if period.to >= today => InForce::Scheduled,
                Some(next) if next.to < today => InForce::Past,
                _ => InForce::Now,
            };
            let until = Some(period.id.clone());
            let row = self.row(period.id.as_str(), period.from.to_string(), until.as_ref(), in_force, facts);
            let row = ReferenceRow { until: Some(period.to.to_string()), ..row };
            (row, (period.id.clone(), next.map(|next| next.id.clone())))
        };
        periods.iter().enumerate().map(row).collect()
    }

    fn counts(&self) -> Vec<Spanned> {
        let row = |(period, setting): (&PeriodId, &crate::domain::channel::CountSetting)| {
            let facts = [
                ("rule", wire_name(&setting.rule)),
                ("why", setting.why.clone()),
                ("letter", setting.letter.clone().unwrap_or_default()),
            ];
            let in_force = self.in_force(period, self.next(period).as_ref());
            let row = self.row(period.as_str(), period.to_string(), Some(period), in_force, facts);
            (row, (period.clone(), self.next(period)))
        };
        self.store.register().counts.iter().map(row).collect()
    }

    fn forms(&self) -> Vec<Spanned> {
        let forms = &self.store.register().forms;
        let row = |(at, form): (usize, &crate::domain::form::Form)| {
            let until = forms.get(at + 1).map(|next| next.from.clone());
            let required = form.points().filter(|point| point.required).count();
            let facts = [
                ("points", form.points().count().to_string()),
                ("required", required.to_string()),
                ("note", form.note.clone()),
            ];
            let in_force = self.in_force(&form.from, until.as_ref());
            let row = self.row(&form.version, form.from.to_string(), until.as_ref(), in_force, facts);
            (row, (form.from.clone(), until))
        };
        forms.iter().enumerate().map(row).collect()
    }

    fn rules(&self) -> Vec<Spanned> {
        let packs = &self.store.rules().packs().packs;
        let mut rows: Vec<Spanned> = packs
            .iter()
            .enumerate()
            .map(|(at, pack)| {
                let same = |other: &&Pack| other.form == pack.form && other.from == pack.from;
                let replaced = packs.iter().skip(at + 1).find(same).map(|other| other.from.clone());
                let later = packs.iter().map(|other| &other.from).filter(|from| **from > pack.from).min().cloned();
                let ended = pack.until.as_ref().and_then(|until| self.next(until));
                let until = replaced.or(later).or(ended);
                let facts = [("form", pack.form.clone()), ("rules", pack.rules.len().to_string())];
                let in_force = self.in_force(&pack.from, until.as_ref());
                let row = self.row(&pack.version, pack.from.to_string(), until.as_ref(), in_force, facts);
                (row, (pack.from.clone(), until))
            })
            .collect();
        rows.sort_by(|one, other| one.0.from.cmp(&other.0.from));
        rows
    }

    /// No reports rest on what is said of an office.
    fn offices(&self) -> Vec<ReferenceRow> {
        let row = |office: &Office| {
            let facts = [
                ("name_2023", office.name_2023.clone()),
                ("name_2024", office.name_2024.clone()),
                ("short", office.short.clone()),
                ("language", wire_name(&office.language)),
                ("org_no", office.org_no.clone()),
            ];
            self.row(office.id.as_str(), String::new(), None, InForce::Now, facts)
        };
        self.store.register().offices.iter().map(row).collect()
    }

    /// The units that were corrected.
    fn units(&self) -> Vec<ReferenceRow> {
        let row = |held: &Stored| {
            let correction: UnitCorrection = serde_json::from_str(&held.amendment.content).ok()?;
            let facts = [("language", wire_name(&correction.language)), ("official", correction.official.to_string())];
            Some(self.row(&held.amendment.name, held.amendment.from.clone(), None, InForce::Now, facts))
        };
        let mut rows: Vec<ReferenceRow> = self.held.values().filter_map(row).collect();
        rows.sort_by(|one, other| one.name.cmp(&other.name));
        rows
    }

    /// The chain of the directorate's letters, the oldest first.
    fn letters(&self) -> Vec<ReferenceRow> {
        let row = |letter: &ChainLetter| {
            let facts = [
                ("subject", letter.subject.clone()),
                ("subject_confidence", wire_name(&letter.subject_confidence)),
                ("says", letter.says.clone()),
                ("confidence", wire_name(&letter.confidence)),
                ("source", letter.source.clone()),
            ];
            self.row(&letter.number, letter.date.to_string(), None, InForce::Now, facts)
        };
        self.store.register().letters.iter().map(row).collect()
    }

    /// What was set of units, by the day from which it holds.
    fn borders(&self) -> Vec<ReferenceRow> {
        let today = day_of(self.store.now());
        let row = |held: &Stored| {
            let change: UnitChange = serde_json::from_str(&held.amendment.content).ok()?;
            let (day, no) = border_name(&held.amendment.name)?;
            let olds: Vec<&str> = change.predecessors.iter().map(UnitNo::as_str).collect();
            let facts = [
                ("unit", no.to_string()),
                ("change", if change.ends { "end" } else { "set" }.to_owned()),
                ("name", change.name.unwrap_or_default()),
                ("office", change.office.map(|office| office.to_string()).unwrap_or_default()),
                ("predecessors", olds.join(" ")),
            ];
            let in_force = if day > today { InForce::Scheduled } else { InForce::Now };
            Some(self.row(&held.amendment.name, held.amendment.from.clone(), None, in_force, facts))
        };
        let mut rows: Vec<ReferenceRow> = self.held.values().filter_map(row).collect();
        rows.sort_by(|one, other| one.name.cmp(&other.name));
        rows
    }

    /// Every public holiday, and the days that are none any more.
    fn holidays(&self) -> Vec<ReferenceRow> {
        let names = &self.store.register().holiday_names;
        let gone = self.held.keys().filter_map(|name| name.parse().ok()).filter(|day| !names.contains_key(day));
        let mut days: Vec<(Date, &str)> = gone.map(|day| (day, "")).collect();
        days.extend(names.iter().map(|(day, name)| (*day, name.as_str())));
        days.sort_unstable();
        let today = day_of(self.store.now());
        let row = |(day, name): (Date, &str)| {
            let day_text = day.to_string();
            let in_force = if day < today { InForce::Past } else { InForce::Scheduled };
            let row = self.row(&day_text, day_text.clone(), None, in_force, [("holiday", name.to_owned())]);
            ReferenceRow { until: Some(day_text.clone()), ..row }
        };
        days.into_iter().map(row).collect()
    }

    /// The period after one.
    fn next(&self, period: &PeriodId) -> Option<PeriodId> {
        self.store.register().periods.iter().map(|other| &other.id).find(|other| *other > period).cloned()
    }

    /// By the period that is reported now.
    fn in_force(&self, from: &PeriodId, until: Option<&PeriodId>) -> InForce {
        let now = self.store.register().current_period(day_of(self.store.now())).map(|period| &period.id);
        match now {
            Some(now) if from > now => InForce::Scheduled,
            Some(now) if until.is_some_and(|until| until <= now) => InForce::Past,
            _ => InForce::Now,
        }
    }

    fn row<const N: usize>(
        &self,
        name: &str,
        from: String,
        until: Option<&PeriodId>,
        in_force: InForce,
        facts: [(&str, String); N],
    ) -> ReferenceRow {
        let held = self.held.get(name);
        let facts: BTreeMap<String, String> =
            facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(key, fact)| (key.to_owned(), fact)).collect();
        ReferenceRow {
            name: name.to_owned(),
            from,
            until: until.map(ToString::to_string),
            origin: if held.is_some() { ReferenceOrigin::Set } else { ReferenceOrigin::BuiltIn },
            in_force,
            facts,
            reports: 0,
            at: held.map(|held| held.at),
            by: held.map(|held| held.actor.clone()),
        }
    }
}
