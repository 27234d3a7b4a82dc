//! The services behind the units: an invented contact for every unit, co-operations that are made up, reminders, and the
//! extension register.
//! Imports `domain` and `server::seed`.

use super::{calendar::oslo, chance::place, people, scene::Scene, situations::Cast};
use crate::{
    api::extensions::ExtensionLine,
    domain::{
        contact::{Contact, Cooperation},
        unit::Unit,
    },
    server::seed::Step,
};

/// An invented contact for every unit of the country.
#[must_use]
pub fn contacts(scene: &Scene<'_>) -> Vec<Contact> {
    let services = &scene.demo.services;
    let contact = |unit: &&Unit| Contact {
        unit: unit.no.clone(),
        leader: people::leader(scene, unit),
        email: services.email.replace("{domain}", &scene.domain_of(unit)),
        phone: services.phone.replace("{n}", &format!("{:02}", place(&format!("service{}", unit.no), 100))),
    };
    scene.units.iter().map(contact).collect()
}

/// The co-operations of the wanted office: made up, and they say so.
#[must_use]
pub fn cooperations(scene: &Scene<'_>, cast: &[Cast<'_>]) -> Vec<Cooperation> {
    let view = |together: &super::recipe::services::Together| {
        let members: Vec<&Unit> = together.situations.iter().filter_map(|name| first(cast, name)).collect();
        let host = *members.first()?;
        Some(Cooperation {
            id: together.id.clone(),
            name: together.name.replace("{host}", &host.name),
            host: host.no.clone(),
            members: members.iter().map(|unit| unit.no.clone()).collect(),
            made_up: true,
        })
    };
    scene.demo.services.cooperations.iter().filter_map(view).collect()
}

/// Reminders, and decisions on extensions.
#[must_use]
pub fn steps(scene: &Scene<'_>, cast: &[Cast<'_>]) -> Vec<Step> {
    let services = &scene.demo.services;
    let reminder = |nudge: &super::recipe::services::Nudge| {
        let (unit, period) = (first(cast, &nudge.situation)?.no.clone(), scene.demo.period.clone());
        Some(Step::Remind { at: oslo(nudge.at), person: nudge.by.clone(), unit, period })
    };
    let ruling = |ruling: &super::recipe::services::Ruling| {
        let line = ExtensionLine {
            line: 0,
            unit: first(cast, &ruling.situation)?.no.to_string(),
            case_ref: ruling.case_ref.clone(),
            asked: ruling.asked.clone(),
            verdict: ruling.verdict.clone(),
            decided: ruling.decided.clone(),
            told: ruling.told.clone(),
        };
        Some(Step::Extend { at: oslo(ruling.at), person: ruling.by.clone(), line })
    };
    let reminders = services.reminders.iter().filter_map(reminder);
    reminders.chain(services.extensions.iter().filter_map(ruling)).collect()
}

/// The first unit in a situation.
fn first<'a>(cast: &[Cast<'a>], situation: &str) -> Option<&'a Unit> {
    cast.iter().find(|one| one.situation.name == situation).map(|one| one.unit)
}
