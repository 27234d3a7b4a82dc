//! The people of the history: the wanted office's, a reviewer of each other office, and those who send the reports.
//! Imports `domain`.

use super::{
    chance::place,
    recipe::people::{Someone, Workplace},
    scene::Scene,
};
use crate::domain::{
    access::fold_domain,
    person::{Person, Role},
    report::Submitter,
    unit::Unit,
};

/// Everybody with a token: the wanted office's people first, in the order of the recipe.
#[must_use]
pub fn all(scene: &Scene<'_>, unit_in: impl Fn(&str) -> Option<Unit>) -> Vec<Person> {
    let named = scene.demo.people.iter().map(|someone| {
        let unit = someone.situation.as_deref().and_then(&unit_in);
        named(scene, someone, unit.as_ref())
    });
    let others = scene.demo.colleagues.iter().filter(|colleague| colleague.office != scene.office.id);
    let others = others.map(|colleague| Person {
        id: reviewer_of(colleague.office.as_str()),
        name: colleague.name.clone(),
        email: scene.demo.senders.colleague.replace("{name}", &local_part(&colleague.name)),
        phone: colleague.phone.clone(),
        role: Role::Reviewer,
        office: Some(colleague.office.clone()),
        unit: None,
    });
    named.chain(others).collect()
}

fn named(scene: &Scene<'_>, someone: &Someone, unit: Option<&Unit>) -> Person {
    Person {
        id: someone.id.clone(),
        name: someone.name.clone(),
        email: unit
            .map_or_else(|| someone.email.clone(), |unit| someone.email.replace("{domain}", &scene.domain_of(unit))),
        phone: someone.phone.clone(),
        role: someone.role,
        office: (someone.at == Workplace::Wanted).then(|| scene.office.id.clone()),
        unit: unit.map(|unit| unit.no.clone()),
    }
}

/// Who decides a unit's reports when nobody is named.
#[must_use]
pub fn decider(scene: &Scene<'_>, unit: &Unit, share: f64) -> String {
    if !scene.is_own(unit) {
        return reviewer_of(unit.office.as_str());
    }
    let mut reviewers = scene.demo.people.iter().filter(|someone| someone.role == Role::Reviewer);
    let (first, second) = (reviewers.next(), reviewers.next());
    let chosen = if share < 0.5 { first } else { second.or(first) };
    chosen.map(|someone| someone.id.clone()).unwrap_or_default()
}

/// Who sends a unit's reports.
#[must_use]
pub fn sender(scene: &Scene<'_>, unit: &Unit) -> Submitter {
    let senders = &scene.demo.senders;
    let pick = |names: &[String], salt: &str| {
        names.get(place(&format!("{salt}{}", unit.no), names.len())).cloned().unwrap_or_default()
    };
    let name = format!("{} {}", pick(&senders.first, "first"), pick(&senders.last, "last"));
    let email = senders.email.replace("{name}", &local_part(&name)).replace("{domain}", &scene.domain_of(unit));
    let phone = senders.phone.replace("{n}", &format!("{:02}", place(unit.no.as_str(), 100)));
    Submitter { name, email, phone }
}

/// Who leads a unit's service.
#[must_use]
pub fn leader(scene: &Scene<'_>, unit: &Unit) -> String {
    let senders = &scene.demo.senders;
    let pick = |names: &[String], salt: &str| {
        names.get(place(&format!("{salt}{}", unit.no), names.len())).cloned().unwrap_or_default()
    };
    format!("{} {}", pick(&senders.first, "leader-first"), pick(&senders.last, "leader-last"))
}

fn reviewer_of(office: &str) -> String {
    format!("reviewer-{}", office.to_lowercase())
}

fn local_part(name: &str) -> String {
    fold_domain(name).replace('-', ".")
}
