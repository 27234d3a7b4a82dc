//! The wanted office in the open half-year: which unit is in which situation, and what happened in each.
//! Imports `domain` and `server::seed`.

use super::{
    calendar::oslo,
    chance::Chance,
    changes, people,
    recipe::story::{Situation, Told},
    scene::Scene,
};
use crate::{
    domain::{
        decision::DecisionKind,
        report::{Reference, Source, Submission, Submitter, Values},
        unit::{Channel, Unit},
    },
    server::seed::{Step, UnitChannel},
};

/// A unit in its situation.
#[derive(Debug, Clone, Copy)]
pub struct Cast<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The situation.
    pub situation: &'a Situation,
}

/// Gives every situation its unit: the one that is named, else the free one nearest to its place in the order of size.
#[must_use]
pub fn cast<'a>(scene: &Scene<'a>) -> Vec<Cast<'a>> {
    let mut free = by_size(scene);
    let mut all = Vec::new();
    let size = free.len();
    for situation in &scene.demo.situations {
        let named = free.iter().position(|(_, unit)| unit.no == situation.unit);
        let Some(at) = named.or_else(|| nearest(&free, situation.rank, size)) else { break };
        let (_, unit) = free.remove(at);
        all.push(Cast { unit, situation });
    }
    all
}

/// The wanted office's units with their places, the largest first.
#[must_use]
pub fn by_size<'a>(scene: &Scene<'a>) -> Vec<(f64, &'a Unit)> {
    let mut units: Vec<&Unit> = scene.own_units().collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.children));
    units.into_iter().zip(0_u32..).map(|(unit, place)| (f64::from(place), unit)).collect()
}

/// The unit nearest to a rank among those of an office that once had so many.
#[must_use]
pub fn nearest(units: &[(f64, &Unit)], rank: f64, size: usize) -> Option<usize> {
    let wanted = rank * f64::from(u32::try_from(size.saturating_sub(1)).unwrap_or(u32::MAX));
    let distance = |(place, _): &(f64, &Unit)| (place - wanted).abs();
    let closest = units.iter().enumerate().min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
    closest.map(|(at, _)| at)
}

/// How the units report.
#[must_use]
pub fn channels(scene: &Scene<'_>, cast: &[Cast<'_>]) -> Vec<UnitChannel> {
    let systems = &scene.demo.systems;
    let channel = |(number, Cast { unit, situation }): (usize, &Cast<'_>)| {
        let (names, period) = match situation.channel {
            Channel::FormOld => (&systems.form_old, scene.periods.first()),
            Channel::FormNew => (&systems.form_new, scene.periods.last()),
            Channel::Register => (&systems.register, scene.periods.last()),
        };
        let case_system = names.get(number % names.len().max(1))?.clone();
        let from = period?.0.id.clone();
        Some(UnitChannel {
            unit: unit.no.clone(),
            from,
            channel: situation.channel,
            case_system,
            assumed: true,
            approval: None,
        })
    };
    cast.iter().enumerate().filter_map(channel).collect()
}

/// What happened in one situation; `usual` sends its reports unless the recipe names somebody else.
#[must_use]
pub fn steps(scene: &Scene<'_>, cast: Cast<'_>, usual: &Submitter) -> Vec<Step> {
    let mut clean = scene.clean(cast.unit, scene.open());
    let before = scene.before(cast.unit, scene.open());
    for shape in &cast.situation.shape {
        changes::make(shape, &mut clean, &before);
    }
    let mut steps = Vec::new();
    for (told, version) in cast.situation.versions.iter().zip(1..) {
        let mut values = clean.clone();
        for fault in &told.faults {
            changes::make(fault, &mut values, &before);
        }
        steps.extend(decisions(scene, cast, told, &values));
        let submission = submission(scene, cast, told, version, values, usual);
        steps.push(Step::Submit { at: oslo(told.received), submission });
    }
    steps
}

fn submission(
    scene: &Scene<'_>,
    cast: Cast<'_>,
    told: &Told,
    version: u32,
    values: Values,
    usual: &Submitter,
) -> Submission {
    let mut sender = told.sender.clone().unwrap_or_else(|| usual.clone());
    sender.email = sender.email.replace("{domain}", &scene.domain_of(cast.unit));
    let (unit, period) = (cast.unit.no.clone(), scene.demo.period.clone());
    Submission {
        unit,
        period,
        version: Some(version),
        values,
        remarks: told.remarks.clone(),
        submitter: sender,
        source: Source::Form,
        generated_at: None,
    }
}

/// What was done with a version.
fn decisions(scene: &Scene<'_>, cast: Cast<'_>, told: &Told, values: &Values) -> Vec<Step> {
    let reference = Reference::report(&scene.demo.period, &cast.unit.no);
    let mut chance = Chance::of(scene.demo.seed, &[reference.as_str(), "extensions"]);
    let returned = told.returned.as_ref().map(|done| Step::Decide {
        at: oslo(done.at),
        person: done.by.clone(),
        reference: reference.clone(),
        kind: DecisionKind::Return,
        extensions: None,
        comment: Some(scene.comment(&done.comment, cast.unit, values)),
    });
    let counts = cast.situation.channel == Channel::FormOld;
    let approved = told.approved.as_ref().map(|done| Step::Decide {
        at: oslo(done.at),
        person: done.by.clone(),
        reference: reference.clone(),
        kind: DecisionKind::Approve,
        extensions: counts.then(|| scene.extensions(&mut chance, values)),
        comment: None,
    });
    let draft = told.draft.as_ref().map(|done| Step::Draft {
        at: oslo(done.at),
        person: done.by.clone(),
        reference: reference.clone(),
        extensions: done.extensions.clone(),
        comment: done.comment.clone(),
    });
    [returned, approved, draft].into_iter().flatten().collect()
}

/// Who sends a unit's reports in the open half-year: the person of the history who works there, if any does.
#[must_use]
pub fn usual_sender(scene: &Scene<'_>, unit: &Unit, people: &[crate::domain::person::Person]) -> Submitter {
    let here = people.iter().find(|person| person.unit.as_ref() == Some(&unit.no));
    here.map_or_else(
        || people::sender(scene, unit),
        |person| Submitter { name: person.name.clone(), email: person.email.clone(), phone: person.phone.clone() },
    )
}
