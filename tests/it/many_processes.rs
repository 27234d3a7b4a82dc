//! Many offices and several processes on one PostgreSQL server, while parts of it fail: with logins through a real provider,
//! a real mail server and the hand-over to a receiver.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use sqlx::{Connection as _, PgConnection, Row as _};
use statsforvalter::{api::login::DEVICE_GRANT, domain::office::OfficeId};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    cli_support::Home,
    handover::Directorate,
    server_world::{REGISTER, submission},
    support::{
        backend::Backend,
        mail::{self, MailServer},
        oidc::{Browser, CLIENT_SECRET, Provider},
        postgres,
    },
};

/// How many reports of each office.
const REPORTS: usize = 12;
/// Who reviews, and where.
const REVIEWERS: [(&str, &str); 4] = [("kari", "SFIN"), ("per", "SFIN"), ("oda", "SFOBOA"), ("nils", "SFOBOA")];

/// A server of the test's own, which it may stop.
struct Cluster {
    folder: PathBuf,
    address: String,
    _dir: TempDir,
}

impl Cluster {
    fn start() -> Self {
        let dir = tempfile::Builder::new().prefix("sfv-cluster").tempdir_in("/tmp").unwrap();
        Command::new("chmod").args(["755", dir.path().to_str().unwrap()]).status().unwrap();
        let folder = dir.path().join("cluster");
        let run = script().arg("start").arg(&folder).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let address = String::from_utf8(run.stdout).unwrap().trim().to_owned();
        Self { folder, address, _dir: dir }
    }

    /// Stops it as a failing machine would, and starts it again.
    fn crash(&self) {
        assert!(script().arg("crash").arg(&self.folder).status().unwrap().success());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(script().arg("stop").arg(&self.folder).status());
    }
}

fn script() -> Command {
    Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/setup/postgres.sh"))
}

fn people() -> String {
    let reviewers = REVIEWERS.map(|(id, office)| (id, "reviewer", format!("office = \"{office}\"\n")));
    let all = reviewers.into_iter().chain([("admin", "admin", String::new())]);
    let table = |(id, role, at): (&str, &str, String)| {
        format!(
            "[[person]]\nid = \"{id}\"\nname = \"Navn {id}\"\nemail = \"{id}@statsforvalteren.example\"\n\
             phone = \"000 00 001\"\nrole = \"{role}\"\n{at}\n"
        )
    };
    all.map(table).collect()
}

/// Logs a person in: asked for at one process, the browser at the other, fetched where it was not asked for.
async fn log_in(urls: &[String; 2], person: &str) -> String {
    let client = Client::new();
    let form = async |url: &str, path: &str, fields: &[(&str, &str)]| -> Value {
        let response = client.post(format!("{url}{path}")).form(fields).send().await.unwrap();
        response.json().await.unwrap()
    };
    let asked = form(&urls[0], "/oauth/device_authorization", &[("client_id", "sfv")]).await;
    let code = asked["user_code"].as_str().unwrap();
    // A browser meets one process from the first page to the last, as behind a proxy that keeps people apart.
    let end = Browser::new().allow(&urls[1], code, person).await;
    assert_eq!(end.heading(), "Du er logget inn", "{end:?}");
    let device = asked["device_code"].as_str().unwrap();
    let fields = [("grant_type", DEVICE_GRANT), ("device_code", device), ("client_id", "sfv")];
    let told = form(&urls[1], "/oauth/token", &fields).await;
    told["access_token"].as_str().unwrap_or_else(|| panic!("{told}")).to_owned()
}

/// Somebody who tries again, at the next process, until there is an answer.
#[derive(Clone)]
struct Asker {
    client: Client,
    urls: [String; 2],
    token: String,
    turn: Arc<AtomicUsize>,
}

impl Asker {
    async fn ask(&self, method: Method, path: &str, headers: &[(&str, String)], body: Option<&Value>) -> (u16, Value) {
        for _ in 0..400 {
            let url = &self.urls[self.turn.fetch_add(1, Ordering::Relaxed) % 2];
            let mut request = self.client.request(method.clone(), format!("{url}{path}")).bearer_auth(&self.token);
            for (name, value) in headers {
                request = request.header(*name, value);
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            if let Ok(response) = request.send().await
                && let status = response.status().as_u16()
                && status < 500
                && let Ok(body) = response.json().await
            {
                return (status, body);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{method} {path}: nobody answers");
    }

    /// Decides everything that is open at the person's office; gives how many decisions were this person's.
    async fn work(&self, done: &AtomicUsize) -> usize {
        let mut own = 0;
        loop {
            let (status, page) = self.ask(Method::GET, "/v1/tasks?limit=50", &[], None).await;
            assert_eq!(status, 200, "{page}");
            let rows = page["rows"].as_array().unwrap();
            if rows.is_empty() {
                return own;
            }
            for row in rows {
                let (reference, version) = (row["reference"].as_str().unwrap(), row["version"].as_u64().unwrap());
                if self.decide(reference, version).await {
                    own += 1;
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }

    /// Decides a case: the first version of every third is returned. False when a colleague was faster.
    async fn decide(&self, reference: &str, version: u64) -> bool {
        let last: u32 = reference.bytes().last().map_or(0, u32::from);
        let key = Uuid::new_v4().to_string();
        let headers = [("If-Match", format!("\"v{version}\"")), ("Idempotency-Key", key)];
        let path = format!("/v1/tasks/{reference}/decision");
        let back = version == 1 && last.is_multiple_of(3);
        let bodies = if back {
            vec![json!({ "kind": "return", "comment": "Kontroller 2E." })]
        } else {
            vec![json!({ "kind": "approve", "extensions": 1 }), json!({ "kind": "approve" })]
        };
        let mut told = Value::Null;
        for body in bodies {
            let (status, answer) = self.ask(Method::POST, &path, &headers, Some(&body)).await;
            match status {
                200 => return true,
                409 | 412 => return false,
                422 => told = answer,
                other => panic!("{reference}: {other} {answer}"),
            }
        }
        panic!("{reference}: {told}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn two_offices_and_two_processes_lose_nothing_and_do_nothing_twice_while_parts_of_it_fail() {
    let (Some(_), Some(installed), Some(provider)) = (postgres::server(), mail::installed(), Provider::start()) else {
        return;
    };
    let (home, cluster) = (Home::new(), Cluster::start());
    let mut post = MailServer::start(&installed, false);
    let directorate = Directorate::open("nokkel").await;
    let people = home.file("people.toml", people());
    let secret = home.file("oidc-secret", format!("{CLIENT_SECRET}\n"));
    let known: String =
        REVIEWERS.map(|(id, _)| format!("[[identity]]\nperson = \"{id}\"\nsubject = \"{id}\"\n")).concat();
    let login = provider.settings(&format!("client_secret_file = \"{secret}\"\n{known}"));
    let login = home.file("login.toml", login);
    let ways = home.file("mail.toml", post.table("ca.pem") + &directorate.table("nokkel"));
    home.file("config/config.toml", "undo_seconds = 0\n");
    let set_up = ["--people", &people, "--login", &login, "--mail", &ways];
    let mut first = Backend::on(&home, &cluster.address, &set_up);
    let mut second = Backend::on(&home, &cluster.address, &set_up);
    let turn = Arc::new(AtomicUsize::new(0));
    let urls = [first.url.clone(), second.url.clone()];
    let asker = |token: &str| Asker {
        client: Client::builder().timeout(Duration::from_secs(20)).build().unwrap(),
        urls: urls.clone(),
        token: token.trim().to_owned(),
        turn: Arc::clone(&turn),
    };
    let mut reviewers = Vec::new();
    for (who, office) in REVIEWERS {
        let reviewer = asker(&log_in(&urls, who).await);
        let (status, me) = reviewer.ask(Method::GET, "/v1/me", &[], None).await;
        assert_eq!((status, &me["person"], &me["office"]), (200, &who.into(), &office.into()), "{me}");
        reviewers.push(reviewer);
    }
    let admin = asker(&std::fs::read_to_string(first.token_of("admin")).unwrap());
    let period = REGISTER.period("2023H1").unwrap();
    let offices = ["SFIN", "SFOBOA"].map(|office| OfficeId(office.to_owned()));
    let of = |office| REGISTER.office_units(office, period).take(REPORTS).map(|unit| unit.no.to_string());
    let units: Vec<String> = offices.iter().flat_map(of).collect();
    for unit in &units {
        let report = serde_json::to_value(submission(unit, "2023H1")).unwrap();
        let (status, answer) = admin.ask(Method::POST, "/v1/reports", &[], Some(&report)).await;
        assert_eq!(status, 201, "{answer}");
    }

    for round in 1..=2_u32 {
        let done = Arc::new(AtomicUsize::new(0));
        let work = |reviewer: &Asker| {
            let (reviewer, done) = (reviewer.clone(), Arc::clone(&done));
            tokio::spawn(async move { reviewer.work(&done).await })
        };
        let workers: Vec<_> = reviewers.iter().map(work).collect();
        // In the middle of it a process is killed, then the database, then the other process; and the mail server is away.
        wait_for(&done, 4).await;
        post.go_away();
        second.kill();
        second.restart(&home);
        cluster.crash();
        first.kill();
        first.restart(&home);
        post.go_on();
        let mut decided = 0;
        for worker in workers {
            decided += worker.await.unwrap();
        }
        assert!(decided >= 1, "round {round}");
        if round == 1 {
            for unit in &units {
                if unit.bytes().last().map_or(0, u32::from).is_multiple_of(3) {
                    let mut report = serde_json::to_value(submission(unit, "2023H1")).unwrap();
                    report["remarks"] = json!({ "us_avsl": "Talt om igjen." });
                    let (status, answer) = admin.ask(Method::POST, "/v1/reports", &[], Some(&report)).await;
                    assert_eq!(status, 201, "{answer}");
                }
            }
        }
    }

    let mut conn = PgConnection::connect(&cluster.address).await.unwrap();
    let of = |rows: Vec<sqlx::postgres::PgRow>| -> BTreeMap<String, i64> {
        rows.iter().map(|row| (row.get("what"), row.get("n"))).collect()
    };
    let text = "select state as what, count(*) as n from task group by 1";
    let states = of(sqlx::query(text).fetch_all(&mut conn).await.unwrap());
    assert_eq!(states, BTreeMap::from([("approved".to_owned(), i64::try_from(units.len()).unwrap())]));
    let text =
        "select reference || ' v' || version as what, count(*) as n from decision group by 1 having count(*) > 1";
    assert_eq!(of(sqlx::query(text).fetch_all(&mut conn).await.unwrap()), BTreeMap::new(), "nothing is decided twice");
    let text = "select reference || ' v' || version as what, count(*) as n from event where kind = 'confirmed'
        group by 1 having count(*) > 1";
    assert_eq!(of(sqlx::query(text).fetch_all(&mut conn).await.unwrap()), BTreeMap::new(), "and told once");
    // What tells the offices' own people that something came belongs to no case and is not told in one.
    let text = "select 'posted' as what, count(*) as n from delivery where decision is not null or notice is not null";
    let posted = of(sqlx::query(text).fetch_all(&mut conn).await.unwrap());
    for _ in 0..600 {
        let text = "select 'waiting' as what, count(*) as n from delivery where state <> 'sent'";
        if of(sqlx::query(text).fetch_all(&mut conn).await.unwrap())["waiting"] == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let text = "select reference as what, count(*) as n from event where kind = 'delivered' group by 1";
    let delivered: i64 = of(sqlx::query(text).fetch_all(&mut conn).await.unwrap()).values().sum();
    assert_eq!(delivered, posted["posted"], "everything was delivered, and told as delivered once");

    let mut handed: Vec<String> = directorate.kept().iter().map(|kept| text_of(&kept["report"]["reference"])).collect();
    handed.sort();
    let mut all: Vec<String> = units.iter().map(|unit| format!("KHR-2023H1-{unit}")).collect();
    all.sort();
    assert_eq!(handed, all, "every report is at the directorate, once");
    // In this order, since what the offices' own people are told may still be on its way.
    let sent = "select '<' || id || '@statsforvalteren.example>' as what, count(*) as n from delivery
        where channel = 'mail' and state = 'sent' group by 1";
    let sent: BTreeSet<String> = of(sqlx::query(sent).fetch_all(&mut conn).await.unwrap()).into_keys().collect();
    let mails: Vec<String> = post.mails().iter().map(|mail| message_id(mail)).collect();
    let came: BTreeSet<String> = mails.iter().cloned().collect();
    let meant = "select '<' || id || '@statsforvalteren.example>' as what, count(*) as n from delivery
        where channel = 'mail' group by 1";
    let meant: BTreeSet<String> = of(sqlx::query(meant).fetch_all(&mut conn).await.unwrap()).into_keys().collect();
    assert!(!sent.is_empty() && sent.is_subset(&came), "a mail is lost: {:?}", sent.difference(&came));
    assert!(came.is_subset(&meant), "a mail that nobody meant: {:?}", came.difference(&meant));
    // A line that breaks after the last byte of a mail leaves nobody knowing: it comes again under the same number, which
    // is how the recipient's mail server knows it.
    println!("{} mails, {} of them again under the same number", mails.len(), mails.len() - came.len());
    let as_admin = ["--server", &first.url, "--token-file", &first.token_of("admin")];
    let chain = home.run(&[as_admin.as_slice(), &["audit", "verify", "--json"]].concat());
    assert_eq!(chain.code, 0, "{}{}", chain.out, chain.err);
    assert!(chain.json()["checked"].as_u64().unwrap() > 3 * u64::try_from(units.len()).unwrap(), "{}", chain.out);
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn message_id(mail: &str) -> String {
    let line = mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap();
    line.trim().to_owned()
}

async fn wait_for(done: &AtomicUsize, count: usize) {
    for _ in 0..600 {
        if done.load(Ordering::Relaxed) >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("only {} decisions", done.load(Ordering::Relaxed));
}
