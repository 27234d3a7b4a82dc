//! Who applies for access in the demo, what fills its queue, and that nobody can have the addresses.

use std::collections::{BTreeSet, HashSet};

use statsforvalter::{
    domain::{
        access::{Applicant, classify},
        decision::DecisionKind,
        report::Reference,
    },
    server::seed::Step,
};

use crate::demo_play::{play, register, seed};

#[test]
fn access_requests_of_every_kind_wait_and_are_numbered_as_they_came() {
    let play = play("SFIN");
    let (register, reviewer) = (register(), &play.seed.people[0].0);
    let period = register.period("2023H1").expect("the open period");
    let mut seen = BTreeSet::new();
    for (reference, (_, application, decided)) in &play.requests {
        let unit = register.unit(&application.unit, period).expect("a known unit");
        let (applicant, _) = classify(application, &unit.name, unit.kind, &register.domains);
        let own = application.email == reviewer.email;
        seen.insert((format!("{applicant:?}"), own, decided.is_some()));
        assert!(reference.is_access());
    }
    let kind = |applicant: Applicant, own, decided| seen.contains(&(format!("{applicant:?}"), own, decided));
    assert!(kind(Applicant::Municipality, false, false) && kind(Applicant::External, false, false));
    assert!(kind(Applicant::Colleague, false, false) && kind(Applicant::Colleague, true, false));
    let again: Vec<_> =
        play.requests.values().filter(|(_, application, _)| application.name == "Nina Nyttforsøk").collect();
    assert_eq!(again.iter().map(|(.., decided)| *decided).collect::<Vec<_>>(), [Some(DecisionKind::Reject), None]);
    assert_eq!(play.requests.keys().last(), Some(&Reference::access(9)));
}

#[test]
fn an_applicant_of_a_district_waits_at_the_office_of_oslo() {
    let play = play("SFOBOA");
    let register = register();
    let period = register.period("2023H1").expect("the open period");
    let districts = play.requests.values().filter(|(_, application, _)| {
        let unit = register.unit(&application.unit, period).expect("a known unit");
        classify(application, &unit.name, unit.kind, &register.domains).0 == Applicant::District
    });
    assert!(districts.count() > 0);
}

#[test]
fn the_queue_is_filled_to_the_number_that_is_wanted_and_the_first_task_stays() {
    let (plain, filled) = (&play("SFIN").seed, seed("SFIN", Some(1_000)));
    let applied = |steps: &[Step]| steps.iter().filter(|step| matches!(step, Step::Apply { .. })).count();
    // First every unit's report that is already solved, then requests.
    let reports = 28 + 13;
    assert_eq!(applied(&filled.steps) - applied(&plain.steps), 1_000 - reports - 6);
    assert_eq!(seed("SFIN", Some(3)).steps, plain.steps);
}

#[test]
fn nobody_has_these_addresses_and_telephone_numbers() {
    for office in ["SFIN", "SFOBOA"] {
        let seed = seed(office, Some(150));
        let people = seed.people.iter().map(|(person, _)| (person.email.clone(), person.phone.clone()));
        let senders = seed.steps.iter().filter_map(|step| match step {
            Step::Submit { submission, .. } => {
                Some((submission.submitter.email.clone(), submission.submitter.phone.clone()))
            }
            Step::Apply { application, .. } => Some((application.email.clone(), application.phone.clone())),
            Step::Decide { .. } | Step::Draft { .. } | Step::Remind { .. } | Step::Extend { .. } => None,
        });
        let services = seed.contacts.iter().map(|contact| (contact.email.clone(), contact.phone.clone()));
        for (email, phone) in people.chain(senders).chain(services).collect::<HashSet<_>>() {
            let allowed =
                |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-@".contains(letter);
            assert!(
                email.ends_with(".example") && email.chars().all(allowed) && email.matches('@').count() == 1,
                "{email}"
            );
            let last = phone.strip_prefix("000 00 ").unwrap_or_default();
            assert!(last.len() == 3 && last.chars().all(|digit| digit.is_ascii_digit()), "{phone}");
        }
    }
}
