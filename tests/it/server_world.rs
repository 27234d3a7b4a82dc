//! A backend for tests: a real store in a folder of its own, the real router on loopback, a clock that the test moves.

use std::{path::PathBuf, sync::LazyLock, time::Duration};

use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection as _, Row as _};
use statsforvalter::{
    clock::Clock,
    domain::{
        form::FilledBy,
        office::OfficeId,
        person::{Person, Role},
        register::Register,
        report::{Source, Submission, Submitter, Values},
    },
    server::{
        self, Options, Running, database::Database, outbox::ways::Ways, own::OwnData, seed::Seed, serving::Serving,
    },
};
use tempfile::TempDir;

use crate::support::postgres;

pub(crate) const START: &str = "2023-08-14T08:42:00Z";

pub(crate) struct World {
    pub(crate) dir: TempDir,
    pub(crate) clock: Clock,
    pub(crate) database: Database,
    pub(crate) running: Running,
    pub(crate) client: Client,
}

/// The reference data, read once.
pub(crate) static REGISTER: LazyLock<Register> = LazyLock::new(|| Register::embedded().unwrap());

/// What came of a request: the status and the body.
pub(crate) type Outcome = (u16, Value);

pub(crate) fn person(id: &str, role: Role, office: Option<&str>, unit: Option<&str>) -> Person {
    Person {
        id: id.to_owned(),
        name: format!("Navn {id}"),
        email: format!("{id}@statsforvalteren.example"),
        phone: "000 00 001".to_owned(),
        role,
        office: office.map(|id| OfficeId(id.to_owned())),
        unit: unit.map(|no| no.parse().unwrap()),
    }
}

/// Everybody who asks in the tests; each one's token is the id.
pub(crate) fn people() -> Vec<Person> {
    vec![
        person("kari", Role::Reviewer, Some("SFIN"), None),
        person("per", Role::Reviewer, Some("SFIN"), None),
        person("leder", Role::Leader, Some("SFIN"), None),
        person("leser", Role::Reader, Some("SFIN"), None),
        person("oslo", Role::Reviewer, Some("SFOBOA"), None),
        person("elverum", Role::Municipality, None, Some("3420")),
        person("hamar", Role::Municipality, None, Some("3403")),
        person("bufdir", Role::Bufdir, None, None),
        person("admin", Role::Admin, None, None),
    ]
}

/// A file in the folder, or an empty database of the test server when the tests shall use that.
fn database(dir: &TempDir) -> Database {
    if postgres::is_wanted() {
        return postgres::fresh().parse().unwrap();
    }
    Database::File(dir.path().join("sfv.db"))
}

pub(crate) fn options(dir: &TempDir, clock: &Clock) -> Options {
    Options {
        database: database(dir),
        listen: "127.0.0.1:0".parse().unwrap(),
        outbox: dir.path().join("outbox"),
        clock: clock.clone(),
        undo_seconds: 30,
        demo: false,
        bufdir_address: "tilgang@bufdir.example".to_owned(),
        outbox_worker: true,
        own: OwnData::default(),
        serving: Serving::default(),
        login: None,
        ways: Ways::default(),
        taken: None,
    }
}

/// Figures that add up, of every point that the unit fills in; those of the positions asked until 2022 are 10.
const FIGURES: &[(&str, u32)] = &[
    ("meld_i_alt", 20),
    ("meld_innen_frist", 18),
    ("meld_fristbrudd", 2),
    ("meld_henlagt", 4),
    ("meld_til_us", 6),
    ("meld_aktive_tiltak", 5),
    ("meld_pagaende_us", 5),
    ("us_inn", 6),
    ("us_startet", 8),
    ("us_inntil_3m", 6),
    ("us_3_6m", 3),
    ("us_over_6m", 1),
    ("us_tiltak", 4),
    ("us_begjaering", 1),
    ("us_henlagt", 5),
    ("us_ut", 4),
    ("us_ut_over_3m", 1),
    ("tiltak_i_alt", 12),
    ("ettervern", 2),
    ("tiltak_hjemme", 6),
    ("tiltak_utenfor", 4),
    ("hjtilt_i_alt", 7),
    ("hjtilt_plan", 7),
    ("plan_3m", 6),
    ("plan_3m_evaluert", 5),
    ("ettervern_plan", 2),
    ("plass_omsorg", 2),
    ("plass_hjtilt", 1),
    ("plass_atferd", 1),
    ("plass_akutt", 0),
    ("akutt_samtykke", 1),
    ("akutt_uten_samtykke", 1),
    ("omsorg_plan", 2),
    ("atferd_plan", 1),
    ("fost_oppf_i_alt", 5),
    ("fost_oppf_1ar", 4),
    ("fost_oppf_brudd", 1),
    ("fost_tilsyn_i_alt", 5),
    ("fost_tilsyn_1ar", 4),
    ("fost_tilsyn_brudd", 1),
    ("fost_uten_tilsynsperson", 1),
];

/// The figures of a clean report: every point that the unit fills in, and three cases of 3–6 months.
pub(crate) fn values(period: &str) -> Values {
    let register = &REGISTER;
    let form = register.form(register.period(period).unwrap()).unwrap();
    let figure = |key: &str| FIGURES.iter().find(|(name, _)| *name == key).map_or(10, |(_, figure)| *figure);
    let filled = form.points().filter(|point| point.filled_by == FilledBy::Municipality);
    filled.map(|point| (point.key.clone(), Some(figure(&point.key)))).collect()
}

pub(crate) fn submission(unit: &str, period: &str) -> Submission {
    Submission {
        unit: unit.parse().unwrap(),
        period: REGISTER.period(period).unwrap().id.clone(),
        version: None,
        values: values(period),
        remarks: std::collections::BTreeMap::new(),
        submitter: Submitter {
            name: "Åse Innsender".to_owned(),
            email: format!("innsender@{unit}.kommune.example"),
            phone: "000 00 002".to_owned(),
        },
        source: Source::Form,
        generated_at: None,
    }
}

pub(crate) fn application(email: &str, unit: &str) -> Value {
    json!({ "name": "Ola Søker", "email": email, "phone": "000 00 003", "represents": "Kommunen", "unit": unit })
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut Options)) -> Self {
        let dir = TempDir::new().unwrap();
        let clock = Clock::manual(START.parse().unwrap());
        let mut options = options(&dir, &clock);
        change(&mut options);
        let database = options.database.clone();
        let running = server::start(options).await.unwrap();
        let people = people().into_iter().map(|person| (person.clone(), person.id)).collect();
        running.store.fill(&Seed { people, ..Seed::default() }).await.unwrap();
        Self { dir, clock, database, running, client: Client::new() }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A connection of the test's own to the database, past the backend.
    pub(crate) async fn beside(&self) -> AnyConnection {
        let address = match &self.database {
            Database::File(path) => format!("sqlite://{}", path.display()),
            Database::Server(address) => address.secret().to_owned(),
        };
        AnyConnection::connect(&address).await.unwrap()
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    fn as_person(request: RequestBuilder, who: &str) -> RequestBuilder {
        if who.is_empty() { request } else { request.bearer_auth(who) }
    }

    pub(crate) fn ask_get(&self, who: &str, path: &str) -> RequestBuilder {
        Self::as_person(self.client.get(format!("{}{path}", self.running.url)), who)
    }

    pub(crate) fn ask_post(&self, who: &str, path: &str, body: &Value) -> RequestBuilder {
        Self::as_person(self.client.post(format!("{}{path}", self.running.url)), who).json(body)
    }

    pub(crate) async fn get(&self, who: &str, path: &str) -> Outcome {
        read(self.ask_get(who, path).send().await.unwrap()).await
    }

    pub(crate) async fn post(&self, who: &str, path: &str, body: &Value) -> Outcome {
        read(self.ask_post(who, path, body).send().await.unwrap()).await
    }

    pub(crate) async fn put(&self, who: &str, path: &str, body: &Value) -> Outcome {
        let request = Self::as_person(self.client.put(format!("{}{path}", self.running.url)), who).json(body);
        read(request.send().await.unwrap()).await
    }

    pub(crate) async fn submit(&self, unit: &str) -> Outcome {
        self.post("admin", "/v1/reports", &serde_json::to_value(submission(unit, "2023H1")).unwrap()).await
    }

    /// A second version with one case moved from one duration to another.
    pub(crate) async fn correct(&self, unit: &str) -> Outcome {
        let mut corrected = submission(unit, "2023H1");
        corrected.values.extend([("us_3_6m".to_owned(), Some(4)), ("us_inntil_3m".to_owned(), Some(5))]);
        self.post("admin", "/v1/reports", &serde_json::to_value(corrected).unwrap()).await
    }

    pub(crate) async fn apply(&self, email: &str) -> String {
        let (status, body) = self.post("admin", "/v1/applications", &application(email, "3420")).await;
        assert_eq!(status, 201, "{body}");
        body["reference"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn step(&self, who: &str, reference: &str, step: &str, version: u32, body: &Value) -> Outcome {
        let path = format!("/v1/tasks/{reference}/{step}");
        let request = self.ask_post(who, &path, body).header("If-Match", format!("\"v{version}\""));
        read(request.send().await.unwrap()).await
    }

    pub(crate) async fn decide(&self, who: &str, reference: &str, version: u32, key: &str, body: &Value) -> Outcome {
        let path = format!("/v1/tasks/{reference}/decision");
        let request = self.ask_post(who, &path, body).header("If-Match", format!("\"v{version}\""));
        read(request.header("Idempotency-Key", key).send().await.unwrap()).await
    }

    pub(crate) async fn case(&self, reference: &str) -> Value {
        let (status, body) = self.get("kari", &format!("/v1/tasks/{reference}")).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    pub(crate) async fn events(&self, reference: &str) -> Vec<String> {
        kinds(&self.case(reference).await)
    }

    pub(crate) fn outbox(&self) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(self.dir.path().join("outbox")) else { return Vec::new() };
        let mut found: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'));
        found.sort();
        found
    }

    /// Waits until so many files lie in the outbox, and the worker has written that they do.
    pub(crate) async fn delivered(&self, count: usize) -> Vec<PathBuf> {
        let mut conn = self.beside().await;
        for _ in 0..1000 {
            if self.outbox().len() == count && sent(&mut conn).await >= count {
                return self.outbox();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{count} files wanted, but {} are sent, in {:?}", sent(&mut conn).await, self.outbox());
    }
}

/// How many deliveries are stored as sent.
async fn sent(conn: &mut AnyConnection) -> usize {
    let query = sqlx::query("select count(*) as n from delivery where state = 'sent'");
    usize::try_from(query.fetch_one(conn).await.unwrap().get::<i64, _>("n")).unwrap()
}

pub(crate) async fn read(response: Response) -> Outcome {
    let status = response.status();
    let kind = response.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let body = response.json().await.unwrap_or(Value::Null);
    if status.is_client_error() || status.is_server_error() {
        assert_eq!(kind.as_deref(), Some("application/problem+json"), "{status} {body}");
        assert_eq!(body["status"], status.as_u16());
        assert!(!body["detail"].as_str().unwrap().is_empty());
    } else {
        assert!(status == StatusCode::OK || status == StatusCode::CREATED, "{status}");
    }
    (status.as_u16(), body)
}

/// The codes of the reasons of a refusal.
pub(crate) fn codes(body: &Value) -> Vec<&str> {
    body["refusals"].as_array().unwrap().iter().map(|refusal| refusal["code"].as_str().unwrap()).collect()
}

/// The kinds of a case's events in order.
pub(crate) fn kinds(case: &Value) -> Vec<String> {
    case["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}

pub(crate) const APPROVE: &str = r#"{"kind":"approve","extensions":2}"#;
pub(crate) const KEY: &str = "0190a1b2-0000-7000-8000-000000000001";
pub(crate) const OTHER_KEY: &str = "0190a1b2-0000-7000-8000-000000000002";
pub(crate) const ELVERUM: &str = "KHR-2023H1-3420";

pub(crate) fn approve() -> Value {
    serde_json::from_str(APPROVE).unwrap()
}

pub(crate) fn give_back() -> Value {
    json!({ "kind": "return", "comment": "Kontroller 2E.\nSe også 2F." })
}
