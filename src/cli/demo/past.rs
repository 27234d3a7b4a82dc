//! Reports that no situation speaks of: those of earlier half-years, and the other offices' in the open one.
//! Imports `domain` and `server::seed`.

use jiff::{Timestamp, civil::Date};

use super::{calendar::later, chance::Chance, changes, people, recipe::story::PastFault, scene::Scene};
use crate::{
    domain::{
        decision::DecisionKind,
        period::Period,
        report::{Reference, Values},
        unit::Unit,
    },
    server::seed::Step,
};

/// What happened to every unit's reports in the half-years before the open one.
#[must_use]
pub fn earlier(scene: &Scene<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for (number, (period, _)) in scene.periods.iter().enumerate().take(scene.open()) {
        for unit in &scene.units {
            Told::new(scene, unit, number, period).approved(&mut steps);
        }
    }
    steps
}

/// What happened in the open half-year to units that no situation speaks of.
#[must_use]
pub fn mixed<'u>(scene: &Scene<'_>, units: impl Iterator<Item = &'u Unit>) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Some((period, _)) = scene.periods.last() {
        for unit in units {
            Told::new(scene, unit, scene.open(), period).mixed(&mut steps);
        }
    }
    steps
}

/// One unit's report of one half-year, being told.
struct Told<'s, 'a> {
    scene: &'s Scene<'a>,
    unit: &'s Unit,
    period: &'s Period,
    values: Values,
    chance: Chance,
}

impl<'s, 'a> Told<'s, 'a> {
    fn new(scene: &'s Scene<'a>, unit: &'s Unit, number: usize, period: &'s Period) -> Self {
        let chance = Chance::of(scene.demo.seed, &[unit.no.as_str(), period.id.as_str(), "story"]);
        Self { scene, unit, period, values: scene.clean(unit, number), chance }
    }

    /// Arrived in time, late, or wrong at first; approved in the week before the office's deadline.
    fn approved(&mut self, steps: &mut Vec<Step>) {
        let (opens, due, office_due) = (self.period.opens, self.period.unit_deadline, self.period.office_deadline);
        let kind = self.chance.share();
        let past = &self.scene.demo.past;
        let after = if kind < past.late {
            self.submit(steps, 1, later(due, 1), later(due, 3));
            later(due, 4)
        } else if kind < past.late + past.returned {
            self.corrected(steps);
            later(due, 4)
        } else {
            self.submit(steps, 1, opens, due);
            later(due, 1)
        };
        self.approve(steps, after, office_due);
    }

    /// Wrong at first, returned, corrected.
    fn corrected(&mut self, steps: &mut Vec<Step>) {
        let faults = &self.scene.demo.past.faults;
        let number = super::chance::place(self.unit.no.as_str(), faults.len());
        let Some(PastFault { fault, comment }) = faults.get(number) else { return };
        let due = self.period.unit_deadline;
        let right = self.values.clone();
        changes::make(fault, &mut self.values, &right);
        self.submit(steps, 1, self.period.opens, later(due, -7));
        let comment = self.scene.comment(comment, self.unit, &self.values);
        self.decide(steps, DecisionKind::Return, (later(due, -6), later(due, -1)), None, Some(comment));
        self.values = right;
        self.submit(steps, 2, due, later(due, 3));
    }

    /// Arrived or not, approved or not; nothing wrong with it.
    fn mixed(&mut self, steps: &mut Vec<Step>) {
        let mix = &self.scene.demo.mix;
        let share = self.chance.share();
        if share < mix.missing {
            return;
        }
        let from = if self.scene.is_own(self.unit) { mix.own_from } else { self.period.opens };
        self.submit(steps, 1, from, self.period.unit_deadline);
        if share < mix.missing + mix.approved {
            let [from, to] = mix.decided;
            self.approve(steps, from, to);
        }
    }

    fn submit(&mut self, steps: &mut Vec<Step>, version: u32, from: Date, to: Date) {
        let sender = people::sender(self.scene, self.unit);
        let submission = self.scene.report(self.unit, self.period, version, self.values.clone(), sender);
        steps.push(Step::Submit { at: self.moment(from, to), submission });
    }

    fn approve(&mut self, steps: &mut Vec<Step>, from: Date, to: Date) {
        let extensions = self.scene.extensions(&mut self.chance, &self.values);
        self.decide(steps, DecisionKind::Approve, (from, to), Some(extensions), None);
    }

    fn decide(
        &mut self,
        steps: &mut Vec<Step>,
        kind: DecisionKind,
        (from, to): (Date, Date),
        extensions: Option<u32>,
        comment: Option<String>,
    ) {
        let person = people::decider(self.scene, self.unit, self.chance.share());
        let reference = Reference::report(&self.period.id, &self.unit.no);
        steps.push(Step::Decide { at: self.moment(from, to), person, reference, kind, extensions, comment });
    }

    fn moment(&mut self, from: Date, to: Date) -> Timestamp {
        self.scene.calendar.moment(&mut self.chance, from, to)
    }
}
