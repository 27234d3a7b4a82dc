//! The made-up history of `sfv demo`: figures of the whole country, ten half-years, and every situation a reviewer meets.
//! Pure: no clock, no files, and chance from a fixed seed.
//!
//! Read [`recipe`] for what it is made from, [`figures`] for how figures are drawn, [`situations`] for what the wanted
//! office meets, [`past`] for everything before and around it, [`access`] for the access requests, [`services`] for contacts,
//! reminders and the extension register, and [`nation`] for the
//! same figures without anything that happens to them.
//!
//! Imports `domain`, `text` and `server::seed`.

pub mod access;
pub mod calendar;
pub mod chance;
pub mod changes;
pub mod figures;
pub mod levels;
pub mod nation;
pub mod past;
pub mod people;
pub mod recipe;
pub mod scene;
pub mod services;
pub mod situations;

use std::collections::HashSet;

use jiff::Timestamp;

pub use self::recipe::Recipe;
use self::{scene::Scene, situations::Cast};
use crate::{
    domain::{
        decision::DecisionKind,
        office::OfficeId,
        register::Register,
        report::Reference,
        unit::{Unit, UnitNo},
    },
    server::seed::{Seed, Step},
};

/// Which history is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The office the demo is shown for.
    pub office: OfficeId,
    /// How many open tasks its queue has at least.
    pub tasks: Option<u32>,
}

/// Why no history can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotInvent {
    /// No such office.
    #[error("no office {0}")]
    UnknownOffice(OfficeId),
    /// The recipe does not fit the reference data.
    #[error("config/demo.toml: {0}")]
    Recipe(String),
}

/// The history of an office and of the country around it; `token` gives a person's token by the person's id.
///
/// The first person is the first reviewer of the wanted office.
///
/// # Errors
/// [`CannotInvent`] for an office that does not exist, and for a recipe that does not fit the reference data.
pub fn history(
    recipe: &Recipe,
    register: &Register,
    wanted: &Wanted,
    token: &dyn Fn(&str) -> String,
) -> Result<Seed, CannotInvent> {
    let scene = Scene::set(recipe, register, wanted)?;
    let cast = situations::cast(&scene);
    let people = people::all(&scene, |situation| unit_in(&cast, situation));
    let mut steps = past::earlier(&scene);
    steps.extend(present(&scene, &cast, &people));
    let tasks = wanted.tasks.map_or(0, |tasks| usize::try_from(tasks).unwrap_or(usize::MAX));
    reopen(&scene, &mut steps, tasks);
    steps.extend(access::steps(&scene, &people, tasks.saturating_sub(open_reports(&scene, &steps))));
    steps.extend(services::steps(&scene, &cast));
    steps.sort_by_key(moment);
    let channels = situations::channels(&scene, &cast);
    let people = people.into_iter().map(|person| (token(&person.id), person)).map(|(token, person)| (person, token));
    let (contacts, cooperations) = (services::contacts(&scene), services::cooperations(&scene, &cast));
    Ok(Seed { people: people.collect(), channels, contacts, cooperations, steps })
}

/// When a step happened.
#[must_use]
pub fn moment(step: &Step) -> Timestamp {
    match step {
        Step::Submit { at, .. }
        | Step::Apply { at, .. }
        | Step::Decide { at, .. }
        | Step::Draft { at, .. }
        | Step::Remind { at, .. }
        | Step::Extend { at, .. } => *at,
    }
}

fn unit_in(cast: &[Cast<'_>], situation: &str) -> Option<Unit> {
    cast.iter().find(|one| one.situation.name == situation).map(|one| one.unit.clone())
}

/// The reports of the open half-year: the situations, and what is usual where none is.
fn present(scene: &Scene<'_>, cast: &[Cast<'_>], people: &[crate::domain::person::Person]) -> Vec<Step> {
    let told: HashSet<&UnitNo> = cast.iter().map(|one| &one.unit.no).collect();
    let others = scene.units.iter().copied().filter(|unit| !told.contains(&unit.no));
    let mut steps = past::mixed(scene, others);
    for one in cast {
        let usual = situations::usual_sender(scene, one.unit, people);
        steps.extend(situations::steps(scene, *one, &usual));
    }
    steps
}

/// Leaves as many approvals of the wanted office in the open half-year out as the queue lacks tasks, the last ones first: a
/// queue is filled with reports before it is filled with access requests.
fn reopen(scene: &Scene<'_>, steps: &mut Vec<Step>, tasks: usize) {
    let lacking = tasks.saturating_sub(open_reports(scene, steps));
    if lacking == 0 {
        return;
    }
    let own: HashSet<Reference> =
        scene.own_units().map(|unit| Reference::report(&scene.demo.period, &unit.no)).collect();
    let mut approvals: Vec<(Timestamp, Reference)> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Decide { at, reference, kind: DecisionKind::Approve, .. } if own.contains(reference) => {
                Some((*at, reference.clone()))
            }
            _ => None,
        })
        .collect();
    approvals.sort();
    let gone: HashSet<Reference> = approvals.into_iter().rev().take(lacking).map(|(_, reference)| reference).collect();
    steps.retain(
        |step| !matches!(step, Step::Decide { reference, kind: DecisionKind::Approve, .. } if gone.contains(reference)),
    );
}

/// How many reports wait for the wanted office.
fn open_reports(scene: &Scene<'_>, steps: &[Step]) -> usize {
    let own: HashSet<&UnitNo> = scene.own_units().map(|unit| &unit.no).collect();
    let mut waiting: i64 = 0;
    for step in steps {
        match step {
            Step::Submit { submission, .. } if own.contains(&submission.unit) => waiting += 1,
            Step::Decide { reference, .. } => {
                let unit = reference.as_str().rsplit('-').next().and_then(|number| number.parse().ok());
                waiting -= i64::from(unit.is_some_and(|unit: UnitNo| own.contains(&unit)));
            }
            Step::Submit { .. }
            | Step::Apply { .. }
            | Step::Draft { .. }
            | Step::Remind { .. }
            | Step::Extend { .. } => {}
        }
    }
    usize::try_from(waiting).unwrap_or(0)
}
