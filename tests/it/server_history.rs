//! A history is lived through by the same code as everything else, in one transaction.

use statsforvalter::{
    api::fault::FaultKind,
    domain::{decision::DecisionKind, period::PeriodId, report::Reference, unit::Channel},
    server::seed::{Seed, Step, UnitChannel},
};

use crate::server_world::{ELVERUM, World, people, submission};

fn submit(unit: &str, period: &str, at: &str) -> Step {
    Step::Submit { at: at.parse().unwrap(), submission: submission(unit, period) }
}

fn decide(reference: &str, at: &str) -> Step {
    Step::Decide {
        at: at.parse().unwrap(),
        person: "kari".to_owned(),
        reference: reference.parse().unwrap(),
        kind: DecisionKind::Approve,
        extensions: Some(1),
        comment: None,
    }
}

#[tokio::test]
async fn a_history_is_as_if_it_had_happened() {
    let world = World::new().await;
    let channel = UnitChannel {
        unit: "3420".parse().unwrap(),
        from: PeriodId("2023H1".to_owned()),
        channel: Channel::FormNew,
        case_system: "Modulus Barn".to_owned(),
        assumed: true,
        approval: None,
    };
    let draft = Step::Draft {
        at: "2023-08-10T10:00:00Z".parse().unwrap(),
        person: "per".to_owned(),
        reference: ELVERUM.parse().unwrap(),
        extensions: "2".to_owned(),
        comment: String::new(),
    };
    let steps = vec![
        submit("3420", "2022H2", "2023-02-10T10:00:00Z"),
        decide("KHR-2022H2-3420", "2023-02-20T10:00:00Z"),
        submit("3420", "2023H1", "2023-08-09T10:00:00Z"),
        draft,
    ];
    let seed = Seed { channels: vec![channel], steps, ..Seed::default() };
    world.running.store.fill(&seed).await.unwrap();
    let old = world.case("KHR-2022H2-3420").await;
    let stages = ["submitted", "saved", "continued", "confirmed", "delivered"];
    assert_eq!(crate::server_world::kinds(&old), stages);
    assert_eq!(old["decisions"][0]["deliveries"][0]["state"], "sent");
    let case = world.case(ELVERUM).await;
    assert_eq!(case["row"]["badges"], serde_json::json!(["draft", "new_system"]));
    assert_eq!((&case["row"]["draft_by"], &case["unit"]["extension_rule"]), (&"Navn per".into(), &"optional".into()));
    assert_eq!(case["earlier"][0]["period"], "2022H2");
    let latest = world.running.store.latest_event().await.unwrap().unwrap();
    assert_eq!(latest.to_string(), "2023-08-10T10:00:00Z");
    assert_eq!(world.outbox().len(), 0, "what was delivered in the past is not delivered again");
}

#[tokio::test]
async fn a_history_with_a_step_that_is_refused_leaves_nothing_behind() {
    let world = World::new().await;
    let steps =
        vec![submit("3420", "2023H1", "2023-08-09T10:00:00Z"), submit("3420", "2023H1", "2023-08-09T11:00:00Z")];
    let fault = world.running.store.fill(&Seed { steps, ..Seed::default() }).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::AlreadySubmitted);
    assert!(fault.detail.contains("step 1, submit 2023H1 3420"), "{}", fault.detail);
    assert_eq!(world.get("kari", "/v1/tasks").await.1["total"], 0);
}

/// Size by `SFV_TEST_HISTORY`: how many periods of the whole country.
#[tokio::test]
async fn the_whole_country_is_lived_through() {
    let world = World::new().await;
    let register = &crate::server_world::REGISTER;
    let count: usize = std::env::var("SFV_TEST_HISTORY").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut seed =
        Seed { people: people().into_iter().map(|person| (person, String::new())).collect(), ..Seed::default() };
    let periods: Vec<_> = register.periods.iter().filter(|period| register.borders_of(period).year() == 2023).collect();
    let offices: Vec<_> = register.offices.iter().map(|office| office.id.clone()).collect();
    for office in &offices {
        let mut person = people().remove(0);
        person.id = office.to_string();
        person.office = Some(office.clone());
        seed.people.push((person, String::new()));
    }
    for period in periods.iter().rev().take(count).rev() {
        for unit in register.units(period).iter().filter(|unit| unit.reports) {
            let at = period.opens.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
            seed.steps.push(Step::Submit { at, submission: submission(unit.no.as_str(), period.id.as_str()) });
            seed.steps.push(Step::Decide {
                at: at + jiff::SignedDuration::from_hours(30),
                person: unit.office.to_string(),
                reference: Reference::report(&period.id, &unit.no),
                kind: DecisionKind::Approve,
                extensions: Some(1),
                comment: None,
            });
        }
    }
    let begun = std::time::Instant::now();
    world.running.store.fill(&seed).await.unwrap();
    let took = begun.elapsed();
    println!("{} steps in {took:?}", seed.steps.len());
    assert_eq!(world.get("kari", "/v1/archive").await.1["total"], 46 * count);
}
