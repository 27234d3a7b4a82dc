//! Which units there are from a day on: new ones, new names, other offices, mergers and splits; a file of them holds as a whole or not at all.
//! Imports `domain`, `text` and `api`.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::{
    Planned,
    border_rows::{Wanted, read, rows},
    differences, in_row, refusal, refused,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{FieldChange, ReferenceWarning, TasksStay},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        office::OfficeId,
        period::Period,
        person::Person,
        refusal::ReferenceFault,
        register::{Register, border_name, name_of_border},
        unit::{Unit, UnitChange, UnitNo},
    },
    server::store::{
        Conn, Store,
        amendment::{self, Stored},
        place,
    },
    text::date::day_of,
};

/// More new units than one for so many that there are is most likely another file than was meant.
const MANY: usize = 10;

/// What somebody has set of a unit for the day.
struct Set<'a> {
    unit: UnitNo,
    change: UnitChange,
    stored: &'a Stored,
}

/// The rows of a file over what is set for the day already.
struct Day<'a> {
    from: Date,
    wanted: Vec<(usize, UnitNo, Wanted)>,
    held: HashMap<UnitNo, Set<'a>>,
    /// The units whose area somebody has when all of it holds, with all who have it.
    taken: HashMap<UnitNo, Vec<UnitNo>>,
    /// The units that the file names.
    named: HashSet<UnitNo>,
}

impl<'a> Day<'a> {
    fn new(from: Date, wanted: Vec<(usize, UnitNo, Wanted)>, stored: &'a [Stored]) -> Self {
        let read = |stored: &'a Stored| {
            let (day, unit) = border_name(&stored.amendment.name)?;
            let change = serde_json::from_str(&stored.amendment.content).ok()?;
            (day == from).then(|| (unit.clone(), Set { unit, change, stored }))
        };
        let of_kind = stored.iter().filter(|stored| stored.amendment.kind == ReferenceKind::Borders);
        let held: HashMap<UnitNo, Set<'a>> = of_kind.filter_map(read).collect();
        let named: HashSet<UnitNo> = wanted.iter().map(|(_, unit, _)| unit.clone()).collect();
        let mut taken = HashMap::<UnitNo, Vec<UnitNo>>::new();
        let in_file = wanted.iter().filter_map(|(_, unit, new)| match new {
            Wanted::Change(change) => Some((unit, change)),
            Wanted::Withdraw => None,
        });
        let others = held.values().filter(|set| !named.contains(&set.unit)).map(|set| (&set.unit, &set.change));
        for (unit, change) in in_file.chain(others).filter(|(_, change)| !change.ends) {
            for old in &change.predecessors {
                taken.entry(old.clone()).or_default().push(unit.clone());
            }
        }
        Self { from, wanted, held, taken, named }
    }

    /// What is wrong with a row beside the others and what is set.
    fn fault(&self, unit: &UnitNo, new: &Wanted, (caller, replace): (&Person, bool)) -> Option<ReferenceFault> {
        let before = self.held.get(unit);
        let by_other = |set: &&Set<'_>| set.stored.person != caller.id;
        let change = match (new, before) {
            (Wanted::Change(change), _) => change,
            (Wanted::Withdraw, None) => return Some(ReferenceFault::NotSetFrom { day: self.from.to_string() }),
            (Wanted::Withdraw, Some(before)) => {
                let other = Some(before).filter(by_other).filter(|_| !replace);
                return other.map(|before| ReferenceFault::UnitSetByOther { by: before.stored.actor.clone() });
            }
        };
        if !change.ends && before.is_some_and(|before| before.change.ends) {
            return Some(ReferenceFault::UnitEnds { day: self.from.to_string() });
        }
        if change.ends && !self.taken.contains_key(unit) {
            return Some(ReferenceFault::NoSuccessor);
        }
        let alone = || self.taken.get(unit).is_some_and(|takers| takers.iter().all(|taker| taker == unit));
        if change.predecessors.len() == 1 && change.predecessors.contains(unit) && alone() {
            return Some(ReferenceFault::OwnPredecessor);
        }
        if replace {
            return None;
        }
        if let Some(before) = before.filter(by_other).filter(|before| before.change != *change) {
            return Some(ReferenceFault::UnitSetByOther { by: before.stored.actor.clone() });
        }
        self.meets(unit, change, caller)
    }

    /// A unit of the row that another administrator lets go to a unit of which the file says nothing.
    fn meets(&self, unit: &UnitNo, change: &UnitChange, caller: &Person) -> Option<ReferenceFault> {
        let own = Some(unit).filter(|_| change.ends || !change.predecessors.is_empty());
        let mut olds = change.predecessors.iter().chain(own);
        olds.find_map(|old| {
            let takers = self.taken.get(old)?.iter().filter(|taker| !self.named.contains(*taker));
            let mut set = takers.filter_map(|taker| self.held.get(taker));
            let other = set.find(|set| set.stored.person != caller.id)?;
            Some(ReferenceFault::UnitMeetsOther {
                unit: old.to_string(),
                other: other.unit.to_string(),
                by: other.stored.actor.clone(),
            })
        })
    }
}

/// Judges the rows of a file, each with its line, against what is set when they are stored: what two administrators want of
/// the same units never becomes something that neither of them asked for.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    (content, from, replace): (&str, Date, bool),
) -> Result<Vec<Planned>, Fault> {
    let register = store.register();
    let newest = register.built_in_borders();
    if from <= newest {
        return Err(refused("units", ReferenceFault::BuiltInBorders { day: newest.to_string() }));
    }
    let (mut refusals, mut wanted) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for (line, row) in &rows(content)? {
        match read(register, row, from) {
            Ok((unit, _)) if !seen.insert(unit.clone()) => {
                refusals.push(in_row(*line, refusal(unit.as_str(), ReferenceFault::Twice)));
            }
            Ok((unit, new)) => wanted.push((*line, unit, new)),
            Err(faults) => refusals.extend(faults.into_iter().map(|why| in_row(*line, why))),
        }
    }
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals));
    }
    let stored = amendment::all(conn).await?;
    let day = Day::new(from, wanted, &stored);
    let mut planned = Vec::new();
    for (line, unit, new) in &day.wanted {
        if let Some(fault) = day.fault(unit, new, (caller, replace)) {
            refusals.push(in_row(*line, refusal(unit.as_str(), fault)));
            continue;
        }
        let before = day.held.get(unit).map(|set| &set.change);
        let after = match new {
            Wanted::Change(change) => Some(change),
            Wanted::Withdraw => None,
        };
        if before == after {
            continue;
        }
        let name = name_of_border(from, unit);
        let content = after.map(serde_json::to_string).transpose();
        let content = content.map_err(|_error| Fault::new(FaultKind::Internal))?.unwrap_or_default();
        let changes = differences(&name, before, after);
        let amendment = Amendment { kind: ReferenceKind::Borders, name, from: from.to_string(), content };
        planned.push(Planned { amendment, changes });
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

/// Very many units that were none the day before.
pub(super) fn warnings(store: &Store, then: &Store, planned: &[Planned], from: Date) -> Option<ReferenceWarning> {
    let eve = from.yesterday().unwrap_or(from);
    let units = store.register().units_on(eve).len();
    let numbers = planned.iter().filter_map(|one| border_name(&one.amendment.name));
    let is_new =
        |no: &UnitNo| store.register().unit_on(no, eve).is_none() && then.register().unit_on(no, from).is_some();
    let new = numbers.filter(|(_, no)| is_new(no)).count();
    let [new, many, units] = [new, units / MANY, units].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    (new > many).then_some(ReferenceWarning::ManyNewUnits { new, units })
}

/// Holds that every case and every reminder that there is keeps its unit, with its office, within its borders.
pub(super) async fn judge_cases(store: &Store, then: &Store, conn: &mut Conn, from: Date) -> Result<(), Fault> {
    let register = store.register();
    let mut lost = std::collections::BTreeMap::<UnitNo, u32>::new();
    for used in place::used(conn).await? {
        let period = match &used.period {
            Some(period) => register.period(period.as_str()).ok(),
            None => register.current_period(day_of(used.at)).or_else(|| register.periods.first()),
        };
        let Some(period) = period.filter(|period| period.from >= from) else { continue };
        let of = |register: &Register| register.unit(&used.unit, period).map(kept).ok();
        if of(register) != of(then.register()) {
            *lost.entry(used.unit).or_default() += 1;
        }
    }
    let refuse = |(unit, cases): (UnitNo, u32)| refusal(unit.as_str(), ReferenceFault::UnitInUse { cases });
    if lost.is_empty() { Ok(()) } else { Err(Fault::refused_for(lost.into_iter().map(refuse).collect())) }
}

/// What must not change of a unit under a case.
fn kept(unit: &Unit) -> (OfficeId, bool) {
    (unit.office.clone(), unit.reports)
}

/// The open tasks of units that end or go to another office: they stay where they are.
pub(super) async fn stays(store: &Store, then: &Store, conn: &mut Conn, from: Date) -> Result<Vec<TasksStay>, Fault> {
    let (register, after) = (store.register(), then.register());
    let mut stays = Vec::new();
    for open in place::open(conn).await? {
        let office = after.unit_on(&open.unit, from).map(|unit| &unit.office);
        let moved = office != Some(&open.office);
        if moved && register.unit_on(&open.unit, from).is_some_and(|unit| unit.office == open.office) {
            let (unit, office) = (open.unit, open.office.as_str().to_owned());
            stays.push(TasksStay { unit, office, open: open.count });
        }
    }
    Ok(stays)
}

/// What becomes of each unit, in the words of the day before and the day itself.
pub(super) fn changes(store: &Store, then: &Store, planned: &[Planned], from: Date) -> Vec<FieldChange> {
    let eve = from.yesterday().unwrap_or(from);
    let fields = |unit: &Unit| {
        let also = unit.also.as_ref().map(|also| format!(" ({also})")).unwrap_or_default();
        format!("{}{also}, {} {}, {}", unit.name, unit.county_no, unit.county, unit.office)
    };
    let numbers = planned.iter().filter_map(|one| border_name(&one.amendment.name));
    let said = |register: &Register, no: &UnitNo, day: Date| register.unit_on(no, day).map(fields);
    let change = |(_, no): (Date, UnitNo)| {
        let (before, after) = (said(store.register(), &no, eve), said(then.register(), &no, from));
        (before != after).then(|| FieldChange { name: no.to_string(), field: "unit".to_owned(), before, after })
    };
    numbers.filter_map(change).collect()
}

/// The first half-year that has new borders, in the order of the days.
pub(super) fn first_period(then: &Store, from: Date) -> Option<&Period> {
    then.register().periods.iter().find(|period| period.from >= from)
}
