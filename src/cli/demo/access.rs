//! Access requests to the wanted office: one of each kind, and as many more as fill the queue.
//! Imports `domain` and `server::seed`.

use jiff::{SignedDuration, Timestamp};

use super::{
    calendar::oslo,
    recipe::people::{Decided, Request},
    scene::Scene,
    situations::{by_size, nearest},
};
use crate::{
    domain::{access::Application, person::Person, report::Reference, unit::Unit},
    server::seed::Step,
};

/// An application with its moment, and what was decided.
struct Arrived<'a> {
    at: Timestamp,
    application: Application,
    decided: Option<&'a Decided>,
}

/// Everything about access requests; `missing` is how many open tasks the reports leave to be wished for.
#[must_use]
pub fn steps(scene: &Scene<'_>, people: &[Person], missing: usize) -> Vec<Step> {
    let mut arrived: Vec<Arrived<'_>> =
        scene.demo.requests.iter().filter_map(|request| arrival(scene, people, request)).collect();
    let open = arrived.iter().filter(|one| one.decided.is_none()).count();
    arrived.extend(fill(scene, missing.saturating_sub(open)));
    arrived.sort_by_key(|one| one.at);
    // Intake numbers applications as they arrive.
    arrived.into_iter().zip(1..).flat_map(|(one, number)| told(one, number)).collect()
}

fn told(arrived: Arrived<'_>, number: u32) -> impl Iterator<Item = Step> {
    let Arrived { at, application, decided } = arrived;
    let decision = decided.map(|done| Step::Decide {
        at: oslo(done.at),
        person: done.by.clone(),
        reference: Reference::access(number),
        kind: done.kind,
        extensions: None,
        comment: done.comment.clone(),
    });
    std::iter::once(Step::Apply { at, application }).chain(decision)
}

fn arrival<'a>(scene: &Scene<'a>, people: &[Person], request: &'a Request) -> Option<Arrived<'a>> {
    if request.only.as_ref().is_some_and(|only| *only != scene.office.id) {
        return None;
    }
    let units = by_size(scene);
    let named = units.iter().position(|(_, unit)| unit.no == request.unit);
    let (_, unit) = units.get(named.or_else(|| nearest(&units, request.rank, units.len()))?)?;
    let applicant = people.iter().find(|person| Some(&person.id) == request.of.as_ref());
    let (name, email, phone) = applicant
        .map_or((&request.name, &request.email, &request.phone), |person| (&person.name, &person.email, &person.phone));
    let application = application(scene, unit, (name, email, phone, &request.represents));
    Some(Arrived { at: oslo(request.received), application, decided: request.decided.as_ref() })
}

fn application(
    scene: &Scene<'_>,
    unit: &Unit,
    (name, email, phone, represents): (&str, &str, &str, &str),
) -> Application {
    Application {
        name: name.to_owned(),
        email: email.replace("{domain}", &scene.domain_of(unit)),
        phone: phone.to_owned(),
        represents: represents.replace("{unit}", &unit.name),
        unit: unit.no.clone(),
    }
}

/// Applications that fill the queue, at even distances.
fn fill<'a>(scene: &Scene<'_>, count: usize) -> Vec<Arrived<'a>> {
    let units: Vec<&Unit> = scene.own_units().collect();
    let fill = &scene.demo.fill;
    let (from, to) = (oslo(fill.from), oslo(fill.to));
    let step = i32::try_from(count).ok().filter(|count| *count > 0).map(|count| from.duration_until(to) / count);
    let step = step.unwrap_or(SignedDuration::ZERO);
    let mut at = from;
    let mut all = Vec::with_capacity(count);
    for (number, unit) in (1..=count).zip(units.iter().cycle()) {
        let number = number.to_string();
        let (name, email) = (fill.name.replace("{n}", &number), fill.email.replace("{n}", &number));
        all.push(Arrived {
            at,
            application: application(scene, unit, (&name, &email, &fill.phone, &fill.represents)),
            decided: None,
        });
        at = at.checked_add(step).unwrap_or(to);
    }
    all
}
