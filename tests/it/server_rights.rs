//! Rights: the table against the routes, the doors against the table, and what random callers are told of other offices.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use reqwest::Method;
use serde_json::{Value, json};
use statsforvalter::{
    api::path,
    domain::person::{Person, Role},
    server::{
        rights::{All, Rights, Who},
        seed::Seed,
    },
};

use crate::server_world::{REGISTER, World, person, submission};

/// One of the tests' people for each role.
const PERSONAS: [(&str, Role); 6] = [
    ("elverum", Role::Municipality),
    ("leser", Role::Reader),
    ("kari", Role::Reviewer),
    ("leder", Role::Leader),
    ("bufdir", Role::Bufdir),
    ("admin", Role::Admin),
];

/// Every operation of the served document.
async fn operations(world: &World) -> Vec<(String, String)> {
    let (_, document) = world.get("", path::OPENAPI).await;
    let paths = document["paths"].as_object().unwrap();
    let of = |(path, item): (&String, &Value)| -> Vec<(String, String)> {
        item.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())).collect()
    };
    paths.iter().flat_map(of).collect()
}

/// A path with something in the place of each name.
fn filled(path: &str, value: &str) -> String {
    let pieces = path.split('/').map(|piece| if piece.starts_with('{') { value } else { piece });
    pieces.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_route_has_its_row_in_the_table_of_rights_and_every_row_its_route() {
    let world = World::new().await;
    let rights = Rights::embedded().unwrap();
    let mut served = operations(&world).await;
    let mut listed: Vec<_> = rights
        .parts
        .iter()
        .flat_map(|part| &part.routes)
        .map(|route| (route.method.clone(), route.path.clone()))
        .collect();
    served.sort();
    listed.sort();
    assert_eq!(listed, served);
}

#[tokio::test]
async fn every_door_is_shut_for_the_roles_that_the_table_does_not_name() {
    let world = World::new().await;
    let rights = Rights::embedded().unwrap();
    for (method, path) in operations(&world).await {
        let who = rights.of(&method, &path).unwrap();
        let url = format!("{}{}", world.running.url, filled(&path, "x"));
        let method: Method = method.parse().unwrap();
        let ask = |token: &str| {
            let request = world.client.request(method.clone(), &url).header("content-type", "application/json");
            if token.is_empty() { request } else { request.bearer_auth(token) }
        };
        let unknown = ask("").send().await.unwrap().status();
        assert_eq!(unknown == 401, *who != Who::All(All::Anybody), "{method} {path}: {unknown} for nobody");
        for (token, role) in PERSONAS {
            let response = ask(token).send().await.unwrap();
            let status = response.status();
            if who.lets_in(role) {
                assert_ne!(status, 401, "{method} {path} as {token}");
            } else {
                let body: Value = response.json().await.unwrap();
                assert_eq!(
                    (status.as_u16(), &body["kind"]),
                    (403, &json!("not_allowed")),
                    "{method} {path} as {token}"
                );
            }
        }
    }
}

/// What stands in everything that is stored about a unit, and nowhere else.
fn mark(unit: &str) -> String {
    format!("merke-{unit}-slutt")
}

const UNITS: [&str; 8] = ["3420", "3403", "3405", "030101", "030102", "3005", "1103", "4601"];

/// A backend where every unit has a report, a draft, an extension decision and an application, all marked.
async fn marked_world() -> (World, Vec<Person>) {
    let world = World::new().await;
    let offices = [("SFIN", "34"), ("SFOBOA", "03"), ("SFRO", "11"), ("SFVL", "46")];
    let mut people = Vec::new();
    for (office, _) in offices {
        for (kind, role) in [("leser", Role::Reader), ("saksbehandler", Role::Reviewer), ("leder", Role::Leader)] {
            people.push(person(&format!("{kind}-{office}"), role, Some(office), None));
        }
    }
    people.extend(UNITS.map(|unit| person(&format!("kommune-{unit}"), Role::Municipality, None, Some(unit))));
    people.push(person("direktoratet", Role::Bufdir, None, None));
    let known: Vec<_> = people.iter().map(|person| (person.clone(), person.id.clone())).collect();
    world.running.store.fill(&Seed { people: known, ..Seed::default() }).await.unwrap();
    for unit in UNITS {
        let mut report = submission(unit, "2023H1");
        report.submitter.name = mark(unit);
        report.remarks.insert("us_avsl".to_owned(), mark(unit));
        let (status, body) = world.post("admin", "/v1/reports", &serde_json::to_value(report).unwrap()).await;
        assert_eq!(status, 201, "{unit} {body}");
        let application = json!({ "name": mark(unit), "email": format!("soker-{unit}@kommune.example"),
            "phone": "000 00 003", "represents": mark(unit), "unit": unit });
        let (status, body) = world.post("admin", "/v1/applications", &application).await;
        assert_eq!(status, 201, "{unit} {body}");
        let office = &people.iter().find(|person| sees(person, unit)).unwrap().id;
        let office = office.rsplit('-').next().unwrap();
        let draft = json!({ "comment": mark(unit), "version": 1 });
        let reviewer = format!("saksbehandler-{office}");
        let (status, body) = world.put(&reviewer, &format!("/v1/tasks/KHR-2023H1-{unit}/draft"), &draft).await;
        assert_eq!(status, 200, "{unit} {body}");
    }
    (world, people)
}

/// Whether a person is told of a unit.
fn sees(person: &Person, unit: &str) -> bool {
    match (&person.office, &person.unit) {
        (Some(office), _) => {
            let period = REGISTER.period("2023H1").unwrap();
            REGISTER.unit(&unit.parse().unwrap(), period).is_ok_and(|unit| unit.office == *office)
        }
        (None, Some(own)) => own.as_str() == unit,
        (None, None) => false,
    }
}

#[test]
fn whatever_a_random_caller_asks_nothing_of_another_office_or_unit_is_in_the_answer() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (world, people) = runtime.block_on(marked_world());
    let operations = runtime.block_on(operations(&world));
    let asked: Vec<(String, String)> = operations.into_iter().filter(|(_, path)| path != path::CHANGES).collect();
    let cases = (
        prop::sample::select(people),
        prop::sample::select(UNITS.to_vec()),
        prop::sample::select(asked),
        prop::sample::select(vec!["", "?scope=all", "?text=merke", "?period=2023H1", "?query=merke", "?limit=100"]),
        prop::bool::ANY,
    );
    let config = Config { cases: 1000, failure_persistence: None, max_shrink_iters: 50, ..Config::default() };
    let outcome = TestRunner::new(config).run(&cases, |(caller, unit, (method, path), query, application)| {
        let place = UNITS.iter().position(|known| *known == unit).unwrap() + 1;
        let reference = if application { format!("TLG-{place:06}") } else { format!("KHR-2023H1-{unit}") };
        let value = if path.contains("{unit}") { unit } else { reference.as_str() };
        let url = format!("{}{}{query}", world.running.url, filled(&path, value));
        let body = json!({ "references": [reference], "reference": reference, "version": 1, "comment": "Kontroller.",
            "kind": "return", "units": [unit], "period": "2023H1", "query": "merke", "dry_run": true });
        let told = runtime.block_on(async {
            let request = world.client.request(method.parse::<Method>().unwrap(), &url).bearer_auth(&caller.id);
            let request =
                request.header("If-Match", "\"v1\"").header("Idempotency-Key", uuid::Uuid::new_v4().to_string());
            request.json(&body).send().await.unwrap().text().await.unwrap()
        });
        for other in UNITS.iter().filter(|unit| !sees(&caller, unit)) {
            prop_assert!(!told.contains(&mark(other)), "{} asks {method} {url}: {told}", caller.id);
        }
        // The test can find something: a case of one's own shows its mark.
        if method == "GET" && path == path::TASK && !application && sees(&caller, unit) {
            prop_assert!(told.contains(&mark(unit)), "{} asks {url}: {told}", caller.id);
        }
        Ok(())
    });
    outcome.unwrap();
}
