//! An office with many clean reports at once: more than it has units, so several half-years of each.
//!
//! The half-years stand in a file of their own (`sfv serve --periods`), the usual ones and as many more as are needed, all with
//! a deadline far away: a late report is not clean. The figures of a unit are nearly the same in every half-year: what is left
//! over is what the next one begins with, and the rest is a little larger in every second one, for copied figures are not clean.

use std::{fmt::Write as _, fs, path::PathBuf};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use statsforvalter::domain::{office::OfficeId, register::Register, report::Submission};
use tokio::runtime::Runtime;

use super::backend::Backend;
use crate::{cli_support::Home, server_world::submission};

/// The persons: two reviewers, a leader, and one who may submit for every unit.
const PEOPLE: [(&str, &str); 4] = [("kari", "reviewer"), ("per", "reviewer"), ("leder", "leader"), ("admin", "admin")];
/// The most of one request for drafts.
const MOST_DRAFTS: usize = 500;

/// A backend of its own process with many open reports of one office, each of which a batch may approve.
pub(crate) struct Many {
    pub(crate) backend: Backend,
    /// The reports, of which each has an extension count in the draft of `kari`.
    pub(crate) references: Vec<String>,
    pub(crate) api: Api,
    /// Those that were sent, in the order of the references, and then those that can still be.
    reports: Vec<Submission>,
}

impl Many {
    /// A backend whose office allows batches of everything that is clean, and so many reports.
    pub(crate) fn start(home: &Home, office: &str, count: usize) -> Self {
        let periods = periods();
        let register = Register::with_periods(&("periods.toml", &periods)).expect("periods");
        let reports = reports(&register, office);
        let files = [("people.toml", people(office)), ("policy.toml", policy(office)), ("periods.toml", periods)];
        let [people, policy, half_years] = files.map(|(name, text)| home.file(name, text));
        let more = ["--people", &people, "--policy", &policy, "--periods", &half_years];
        let backend = Backend::serve(home, &more);
        let api = Api::new(&backend);
        let mut many = Self { backend, references: Vec::new(), api, reports };
        many.add(count);
        many
    }

    /// So many reports more, of further half-years.
    pub(crate) fn add(&mut self, count: usize) {
        let known = self.references.len();
        assert!(known + count <= self.reports.len(), "there is room for {} reports only", self.reports.len());
        for report in &self.reports[known..known + count] {
            let (status, answer) = self.submit(report);
            assert_eq!(status, 201, "{} {}: {answer}", report.unit, report.period);
            self.references.push(format!("KHR-{}-{}", report.period, report.unit));
        }
        self.save_counts(&self.references[known..]);
    }

    fn submit(&self, report: &Submission) -> (u16, Value) {
        let body = serde_json::to_value(report).expect("JSON");
        self.api.ask("admin", Method::POST, "/v1/reports", Some(&body))
    }

    /// Posts a newer version of a report, as clean as the one before; gives what the backend says of it.
    pub(crate) fn correct(&mut self, reference: &str) -> (u16, Value) {
        let place = self.references.iter().position(|known| known == reference).expect("one of the reports");
        let report = &mut self.reports[place];
        // One case more of the longest ones, one less of the next: the sums and the shares stay as they are.
        for (point, more) in [("us_3_6m", false), ("us_over_6m", true)] {
            let figure = report.values.get_mut(point).and_then(Option::as_mut).expect("a figure");
            *figure = if more { *figure + 1 } else { *figure - 1 };
        }
        self.submit(&self.reports[place])
    }

    /// Gives each report its extension count, as the grid does.
    fn save_counts(&self, references: &[String]) {
        for part in references.chunks(MOST_DRAFTS) {
            let counts: Vec<Value> =
                part.iter().map(|reference| json!({ "reference": reference, "version": 1, "count": 1 })).collect();
            let body = json!({ "counts": counts });
            let (status, answer) = self.api.ask("kari", Method::PUT, "/v1/drafts/extensions", Some(&body));
            assert_eq!(status, 200, "{answer}");
            let saved = answer["results"].as_array().expect("results");
            assert!(saved.iter().all(|result| result["outcome"] == "saved"), "{answer}");
        }
    }
}

/// The usual half-years and those of many years more, all with a deadline that nobody misses.
fn periods() -> String {
    let usual = include_str!("../../../config/periods.toml");
    let mut text: String = usual
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some(("unit_deadline" | "office_deadline", _)) => {
                format!("{} = \"2099-12-31\"\n", line.split(' ').next().unwrap_or_default())
            }
            _ => format!("{line}\n"),
        })
        .collect();
    for year in 2027..2060 {
        for (half, days) in [(1, ["01-01", "06-30"]), (2, ["07-01", "12-31"])] {
            let before = if half == 1 { format!("{}H2", year - 1) } else { format!("{year}H1") };
            write!(
                text,
                "\n[[period]]\nid = \"{year}H{half}\"\nname = \"{year} {half}. halvår\"\n\
                 name_long = \"{half}. halvår {year}\"\nfrom = \"{year}-{}\"\nto = \"{year}-{}\"\nform = \"2023\"\n\
                 opens = \"{year}-{}\"\nunit_deadline = \"2099-12-31\"\noffice_deadline = \"2099-12-31\"\n\
                 assumed = true\nprevious = \"{before}\"\nsame_last_year = \"{}H{half}\"\n",
                days[0],
                days[1],
                days[1],
                year - 1,
            )
            .expect("a text takes more");
        }
    }
    text
}

fn people(office: &str) -> String {
    let tables = PEOPLE.map(|(id, role)| {
        let at = if role == "admin" { String::new() } else { format!("office = \"{office}\"\n") };
        format!(
            "[[person]]\nid = \"{id}\"\nname = \"Navn {id}\"\nemail = \"{id}@statsforvalteren.example\"\n\
             phone = \"000 00 001\"\nrole = \"{role}\"\n{at}"
        )
    });
    tables.join("\n")
}

fn policy(office: &str) -> String {
    format!(
        "[default]\nfour_eyes = \"never\"\n\n[offices.{office}]\n\
         batch = {{ enabled = true, first_report = true, channels = [\"form_old\", \"form_new\", \"register\"] }}\n"
    )
}

/// Reports of an office that are clean beside each other, half-year after half-year.
fn reports(register: &Register, office: &str) -> Vec<Submission> {
    let office = OfficeId(office.to_owned());
    let mut reports = Vec::new();
    // One form for all, and borders that do not change: a unit is the same one in all of them.
    for period in register.periods.iter().filter(|period| register.borders_of(period).year() >= 2024) {
        let mut units: Vec<_> = register.office_units(&office, period).collect();
        // The more children, the larger the figures: no two units report the same, and none more children than it has.
        units.sort_by_key(|unit| (unit.children, unit.no.to_string()));
        for (size, unit) in (1..).zip(units) {
            let second = u32::from(period.id.as_str().ends_with("H2"));
            reports.push(report(unit.no.as_str(), period.id.as_str(), size, second));
        }
    }
    reports
}

/// A report in which everything adds up.
fn report(unit: &str, period: &str, size: u32, second: u32) -> Submission {
    let mut report = submission(unit, "2026H1");
    report.period = serde_json::from_value(json!(period)).expect("a period");
    let stock = ("us_inn", "us_ut");
    let usual = [("meld_til_us", 9), ("meld_henlagt", 1), ("us_startet", 10), (stock.0, 4), (stock.1, 4)];
    report.values.extend(usual.map(|(point, figure)| (point.to_owned(), Some(figure))));
    for (point, figure) in &mut report.values {
        let times = if [stock.0, stock.1].contains(&point.as_str()) { 2 * size } else { 2 * size + second };
        *figure = figure.map(|figure| figure * times);
    }
    report
}

/// The backend, asked over HTTP as one of its persons.
pub(crate) struct Api {
    runtime: Runtime,
    client: Client,
    url: String,
    tokens: PathBuf,
}

impl Api {
    pub(crate) fn new(backend: &Backend) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (url, tokens) = (backend.url.clone(), backend.token_dir.clone());
        // No connection is kept: the backend may have been killed since.
        let client = Client::builder().pool_max_idle_per_host(0).build().expect("a client");
        Self { runtime, client, url, tokens }
    }

    /// What comes of a request: its status and its body.
    pub(crate) fn ask(&self, person: &str, method: Method, path: &str, body: Option<&Value>) -> (u16, Value) {
        let token = fs::read_to_string(self.tokens.join(person)).expect("a token");
        let mut request = self.client.request(method, format!("{}{path}", self.url)).bearer_auth(token.trim());
        if let Some(body) = body {
            request = request.json(body);
        }
        self.runtime.block_on(async {
            let response = request.send().await.expect("the backend answers");
            let status = response.status().as_u16();
            (status, response.json().await.unwrap_or(Value::Null))
        })
    }
}
