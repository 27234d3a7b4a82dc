//! The log: its chain against somebody who has the database in their hands, what is opened, and who reads it.

use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Executor as _, Row as _};
use statsforvalter::{
    domain::chain::{Entry, FIRST, Walk},
    server::{self, database::Kind},
};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, give_back},
};

const VERIFY: &str = "/v1/audit/verify";

/// A world with a report that was returned, came back and was approved, and one that was decided and taken back.
async fn busy() -> World {
    // Nothing is delivered meanwhile, so that nobody but the test adds an event.
    let world = World::with(|options| options.outbox_worker = false).await;
    world.submit("3420").await;
    world.submit("3403").await;
    assert_eq!(world.decide("kari", ELVERUM, 1, KEY, &give_back()).await.0, 200);
    world.pass(60);
    assert_eq!(world.correct("3420").await.0, 201);
    assert_eq!(world.decide("kari", ELVERUM, 2, OTHER_KEY, &approve()).await.0, 200);
    let hamar = "KHR-2023H1-3403";
    let key = "0190a1b2-0000-7000-8000-000000000003";
    assert_eq!(world.decide("per", hamar, 1, key, &approve()).await.0, 200);
    assert_eq!(world.post("per", &format!("/v1/tasks/{hamar}/undo"), &json!({})).await.0, 200);
    world.pass(60);
    world
}

/// Everything that does not hold, as number and kind.
async fn breaks(world: &World) -> Vec<(i64, String)> {
    let (mut query, mut found) = (String::new(), Vec::new());
    loop {
        let (status, page) = world.get("leder", &format!("{VERIFY}{query}")).await;
        assert_eq!(status, 200, "{page}");
        for wrong in page["breaks"].as_array().unwrap() {
            found.push((wrong["seq"].as_i64().unwrap(), wrong["what"].as_str().unwrap().to_owned()));
        }
        if page["done"] == json!(true) {
            return found;
        }
        query = format!("?after={}&hash={}&at_once={}", page["until"], page["hash"].as_str().unwrap(), page["at_once"]);
    }
}

/// Does what nobody may do: takes the triggers away.
async fn disarm(world: &World, conn: &mut AnyConnection) {
    for trigger in ["event_kept", "event_stays"] {
        let of = if world.database.kind() == Kind::Server { " on event" } else { "" };
        conn.execute(AssertSqlSafe(format!("drop trigger {trigger}{of}"))).await.unwrap();
    }
}

async fn tamper(world: &World, statements: &[&'static str]) -> Vec<(i64, String)> {
    let mut conn = world.beside().await;
    disarm(world, &mut conn).await;
    for statement in statements {
        conn.execute(*statement).await.unwrap();
    }
    breaks(world).await
}

fn wrong(all: &[(i64, &str)]) -> Vec<(i64, String)> {
    all.iter().map(|(seq, what)| (*seq, (*what).to_owned())).collect()
}

#[tokio::test]
async fn what_is_done_is_a_chain_that_holds_and_ends_in_the_anchor() {
    let world = busy().await;
    assert_eq!(breaks(&world).await, []);
    let (_, page) = world.get("admin", VERIFY).await;
    assert!(page["checked"].as_u64().unwrap() > 10 && page["late"] == json!(0), "{page}");
    let (_, anchor) = world.get("kari", "/v1/audit/anchor").await;
    assert_eq!((&anchor["seq"], &anchor["hash"]), (&page["until"], &page["hash"]));
    let (_, link) = world.get("kari", &format!("/v1/audit/links/{}", anchor["seq"])).await;
    assert_eq!(link, anchor);
    assert_eq!(world.get("kari", "/v1/audit/links/99999").await.0, 404);
}

#[tokio::test]
async fn no_event_is_changed_or_removed_while_the_triggers_stand() {
    let world = busy().await;
    let mut conn = world.beside().await;
    let mut all = vec![
        "update event set text = 'x' where seq = 3",
        "update event set hash = ''",
        "delete from event where seq = 3",
    ];
    if world.database.kind() == Kind::Server {
        all.push("truncate event");
    }
    for statement in all {
        let error = conn.execute(statement).await.expect_err(statement).to_string();
        assert!(error.contains("an event is never"), "{error}");
    }
    assert_eq!(breaks(&world).await, []);
}

#[tokio::test]
async fn a_text_that_was_changed_is_found() {
    let world = busy().await;
    assert_eq!(tamper(&world, &["update event set text = 'Noe annet' where seq = 5"]).await, wrong(&[(5, "changed")]));
    // A hash that was made anew for it does not fit the next one.
    let mut conn = world.beside().await;
    let mut entry = Entry { seq: 5, ..entry(&mut conn, 5).await };
    entry.hash = entry.computed();
    sqlx::query("update event set hash = $1 where seq = 5").bind(entry.hash).execute(&mut conn).await.unwrap();
    assert_eq!(breaks(&world).await, wrong(&[(6, "unlinked")]));
}

#[tokio::test]
async fn a_row_that_was_removed_is_found() {
    let world = busy().await;
    assert_eq!(tamper(&world, &["delete from event where seq = 4"]).await, wrong(&[(5, "unlinked")]));
}

#[tokio::test]
async fn the_first_row_that_was_removed_is_found() {
    let world = busy().await;
    assert_eq!(tamper(&world, &["delete from event where seq = 1"]).await, wrong(&[(2, "unlinked")]));
}

#[tokio::test]
async fn a_pair_that_was_swapped_is_found() {
    let world = busy().await;
    let found = tamper(
        &world,
        &[
            "update event set seq = 9000 where seq = 4",
            "update event set seq = 4 where seq = 5",
            "update event set seq = 5 where seq = 9000",
        ],
    )
    .await;
    let expected = [(4, "unlinked"), (4, "changed"), (5, "unlinked"), (5, "changed"), (6, "unlinked")];
    assert_eq!(found, wrong(&expected));
}

#[tokio::test]
async fn a_row_that_was_put_in_is_found_with_a_hash_of_its_own_and_without() {
    let world = busy().await;
    let mut conn = world.beside().await;
    disarm(&world, &mut conn).await;
    // Room in the middle: what was 7 is 8 now, and so on.
    conn.execute("update event set seq = seq + 1000 where seq >= 7").await.unwrap();
    let mut forged = entry(&mut conn, 6).await;
    (forged.seq, forged.previous) = (7, forged.hash.clone());
    forged.hash = forged.computed();
    insert(&mut conn, &forged).await;
    let found = breaks(&world).await;
    assert_eq!(found.first(), Some(&(1007, "unlinked".to_owned())), "{found:?}");
    conn.execute("delete from event where seq = 7").await.unwrap();
    conn.execute("update event set seq = seq - 1000 where seq > 1000").await.unwrap();
    assert_eq!(breaks(&world).await, []);
    let last = newest(&mut conn).await;
    insert(&mut conn, &Entry { seq: last + 1, previous: String::new(), hash: String::new(), ..forged }).await;
    assert_eq!(breaks(&world).await, [(last + 1, "unchained".to_owned())]);
}

#[tokio::test]
async fn a_row_that_pretends_to_be_older_than_the_chain_is_found() {
    let world = busy().await;
    let mut conn = world.beside().await;
    let last = newest(&mut conn).await;
    let before = entry(&mut conn, last).await;
    let late = Some("2023-08-01T00:00:00.000Z".to_owned());
    let mut forged = Entry { seq: last + 1, late, previous: before.hash.clone(), ..before };
    forged.hash = forged.computed();
    insert(&mut conn, &forged).await;
    assert_eq!(breaks(&world).await, [(last + 1, "late_after_others".to_owned())]);
}

#[tokio::test]
async fn figures_and_comments_that_were_changed_after_the_decision_are_found() {
    for statement in [
        "update report_version set figures = replace(figures, '\"us_inn\":6', '\"us_inn\":5') where version = 2",
        "update decision set extensions = 0 where kind = 'approve' and undone_at is null",
    ] {
        let world = busy().await;
        let mut conn = world.beside().await;
        let changed = conn.execute(statement).await.unwrap().rows_affected();
        assert_eq!(changed, 1, "{statement}");
        let found = breaks(&world).await;
        assert_eq!(found.iter().map(|(_, what)| what.as_str()).collect::<Vec<_>>(), ["content_changed"], "{statement}");
    }
}

#[tokio::test]
async fn events_of_an_older_database_are_chained_once_and_say_so() {
    let world = busy().await;
    let mut conn = world.beside().await;
    disarm(&world, &mut conn).await;
    conn.execute("update event set hash = '', previous = ''").await.unwrap();
    let last = newest(&mut conn).await;
    world.running.store.chain_old_events().await.unwrap();
    let (_, page) = world.get("leder", VERIFY).await;
    assert_eq!((&page["late"], &page["breaks"], &page["at_once"]), (&json!(last), &json!([]), &json!(false)));
    // What comes after is chained at once, and the next start leaves everything as it is.
    assert_eq!(world.submit("3411").await.0, 201);
    let mut forged = entry(&mut conn, last).await;
    forged.seq = newest(&mut conn).await + 1;
    insert(&mut conn, &Entry { previous: String::new(), hash: String::new(), ..forged }).await;
    world.running.store.chain_old_events().await.unwrap();
    assert_eq!(breaks(&world).await, [(last + 2, "unchained".to_owned())]);
}

#[tokio::test]
async fn opening_a_case_is_logged_once_an_hour_for_each_person_and_version_with_where_it_came_from() {
    let world = World::new().await;
    world.submit("3420").await;
    let path = format!("/v1/tasks/{ELVERUM}");
    for who in ["kari", "kari", "leser", "elverum"] {
        assert_eq!(world.get(who, &path).await.0, 200);
    }
    // A list opens nothing, and what a person may not see was not opened.
    assert_eq!(world.get("kari", "/v1/tasks").await.0, 200);
    assert_eq!(world.get("oslo", &path).await.0, 404);
    assert_eq!(opened(&world).await, ["kari 1 127.0.0.1", "leser 1 127.0.0.1", "elverum 1 127.0.0.1"]);
    world.pass(59 * 60);
    world.get("kari", &path).await;
    assert_eq!(opened(&world).await.len(), 3);
    world.pass(2 * 60);
    world.get("kari", &path).await;
    assert_eq!(opened(&world).await.len(), 4);
    world.correct("3420").await;
    world.get("kari", &path).await;
    assert_eq!(opened(&world).await.last().unwrap(), "kari 2 127.0.0.1");
}

#[tokio::test]
async fn a_header_tells_where_a_request_came_from_only_when_the_operator_trusts_the_proxy() {
    for (trusted, expected) in [(None, "127.0.0.1"), (Some("127.0.0.0/8"), "192.0.2.7")] {
        let proxies = trusted.into_iter().map(|network| network.parse().unwrap()).collect();
        let world = World::with(|options| options.serving.proxies = proxies).await;
        world.submit("3420").await;
        let request = world.ask_get("kari", &format!("/v1/tasks/{ELVERUM}"));
        let sent = request.header("X-Forwarded-For", "198.51.100.9, 192.0.2.7").send().await.unwrap();
        assert_eq!(sent.status(), 200);
        assert_eq!(opened(&world).await, [format!("kari 1 {expected}")]);
    }
}

#[tokio::test]
async fn only_a_leader_sees_in_the_timeline_who_has_opened_a_case() {
    let world = World::new().await;
    world.submit("3420").await;
    let path = format!("/v1/tasks/{ELVERUM}");
    world.get("kari", &path).await;
    world.get("leder", &path).await;
    let has = |case: &Value| case["events"].as_array().unwrap().iter().any(|event| event["kind"] == "opened");
    for (who, expected) in [("leder", true), ("kari", false), ("leser", false), ("elverum", false)] {
        assert_eq!(has(&world.get(who, &path).await.1), expected, "{who}");
    }
    // Reading between two saves does not make a second line of the same work.
    world.put("kari", &format!("{path}/draft"), &json!({ "comment": "a" })).await;
    world.get("per", &path).await;
    world.put("kari", &format!("{path}/draft"), &json!({ "comment": "ab" })).await;
    assert_eq!(world.events(ELVERUM).await, ["submitted", "saved"]);
}

#[tokio::test]
async fn the_log_is_read_by_leaders_of_the_own_office_and_by_the_administrator_without_texts() {
    let world = busy().await;
    for who in ["kari", "leser", "oslo", "elverum", "bufdir"] {
        assert_eq!(world.get(who, "/v1/audit/events").await.0, 403, "{who}");
    }
    for who in ["elverum", "bufdir"] {
        assert_eq!(world.get(who, VERIFY).await.0, 403, "{who}");
        assert_eq!(world.get(who, "/v1/audit/anchor").await.0, 403, "{who}");
    }
    let seqs = |page: &Value| -> Vec<i64> {
        page["events"].as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()).collect()
    };
    let (_, page) = world.get("leder", "/v1/audit/events").await;
    let all = seqs(&page);
    assert!(all.is_sorted_by(|one, other| one > other) && all.len() > 10, "{all:?}");
    assert!(page["events"].as_array().unwrap().iter().all(|event| event["office"] == "SFIN"));
    let (_, first) = world.get("leder", "/v1/audit/events?limit=4").await;
    let (_, second) = world.get("leder", &format!("/v1/audit/events?limit=4&before={}", first["next"])).await;
    assert_eq!([seqs(&first), seqs(&second)].concat(), all[..8]);
    for (query, wanted) in [
        (format!("reference={ELVERUM}&kind=confirmed"), 2),
        ("person=per&kind=confirmed".to_owned(), 1),
        ("person=Navn%20per&kind=confirmed".to_owned(), 1),
        ("from=2023-08-15".to_owned(), 0),
        ("to=2023-08-13".to_owned(), 0),
        ("from=2023-08-14&to=2023-08-14&kind=undone".to_owned(), 1),
    ] {
        let (status, page) = world.get("leder", &format!("/v1/audit/events?{query}")).await;
        assert_eq!((status, seqs(&page).len()), (200, wanted), "{query}");
    }
    let texts =
        |page: &Value| page["events"].as_array().unwrap().iter().filter(|event| !event["text"].is_null()).count();
    let (_, page) = world.get("admin", "/v1/audit/events").await;
    assert_eq!((texts(&page), &page["without_texts"]), (0, &json!(true)));
    assert!(texts(&world.get("leder", "/v1/audit/events").await.1) > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_lists_verifies_and_finds_a_tail_that_was_cut_off() {
    let world = busy().await;
    let home = Home::new();
    let token = home.file("leder.token", "leder");
    let url = world.running.url.clone();
    let run = |arguments: &[&str]| {
        let all = [&["--server", &url, "--token-file", &token], arguments].concat();
        tokio::task::block_in_place(|| home.run(&all))
    };
    let anchor = run(&["audit", "anchor"]);
    assert_eq!(anchor.code, 0, "{}", anchor.err);
    let kept = home.file("anchors.txt", format!("# kept on another machine\n{}", anchor.out));
    let held = run(&["audit", "verify", "--anchor", &kept]);
    assert_eq!(held.code, 0, "{}{}", held.out, held.err);
    assert!(held.out.contains("Kjeden holder") && held.out.contains("Ankerne står"), "{}", held.out);
    let listed = run(&["audit", "list", "--kind", "confirmed", "--reference", ELVERUM]);
    assert!(listed.out.contains("Navn kari (kari)") && listed.out.lines().count() == 3, "{}", listed.out);
    let json = run(&["audit", "list", "--json", "--limit", "3"]).json();
    assert_eq!((&json["schema"], json["events"].as_array().unwrap().len()), (&json!("sfv.audit/1"), 3));
    // The end of the log goes away, and with it what was decided last. The chain alone cannot see that.
    let mut conn = world.beside().await;
    disarm(&world, &mut conn).await;
    let last = newest(&mut conn).await;
    sqlx::query("delete from event where seq > $1").bind(last - 2).execute(&mut conn).await.unwrap();
    assert_eq!(run(&["audit", "verify"]).code, 0);
    let cut = run(&["audit", "verify", "--anchor", &kept]);
    assert_eq!(cut.code, 3, "{}{}", cut.out, cut.err);
    assert!(cut.out.contains(&format!("hendelse {last}: finnes ikke")), "{}", cut.out);
    // Others take its place.
    for unit in ["3411", "3412", "3405"] {
        assert_eq!(world.submit(unit).await.0, 201);
    }
    let other = run(&["audit", "verify", "--anchor", &kept, "--json"]);
    assert_eq!((other.code, &other.json()["breaks"][0]["what"]), (3, &json!("other_than_anchor")));
    conn.execute("update event set actor = 'Noen' where seq = 2").await.unwrap();
    let broken = run(&["audit", "verify"]);
    assert_eq!(broken.code, 3);
    assert!(
        broken.out.contains("hendelse 2: innholdet er endret") && broken.out.contains("ventet: v1:"),
        "{}",
        broken.out
    );
    let nonsense = home.file("nonsense.txt", "hei");
    assert_eq!(run(&["audit", "verify", "--anchor", &nonsense]).code, 65);
}

#[tokio::test]
async fn the_log_is_written_again_after_a_restart_without_a_break() {
    let world = busy().await;
    world.running.stop().await;
    let mut options = crate::server_world::options(&world.dir, &world.clock);
    options.database = world.database.clone();
    let running = server::start(options).await.unwrap();
    let world = World { running, ..world };
    assert_eq!(world.submit("3411").await.0, 201);
    assert_eq!(breaks(&world).await, []);
}

#[tokio::test]
async fn somebody_else_s_program_works_the_chain_out_from_the_documentation() {
    let world = busy().await;
    let mut conn = world.beside().await;
    let last = newest(&mut conn).await;
    let mut walk = Walk::default();
    assert_eq!(walk.hash, FIRST);
    let mut lines = String::new();
    for seq in 1..=last {
        let entry = entry(&mut conn, seq).await;
        assert_eq!(walk.step(&entry), []);
        lines.push_str(&serde_json::to_string(&entry).unwrap());
        lines.push('\n');
    }
    let file = world.dir.path().join("log.jsonl");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify_log.py");
    let python = |text: &str| {
        std::fs::write(&file, text).unwrap();
        std::process::Command::new("python3").arg(script).arg(&file).output()
    };
    let Ok(run) = python(&lines) else {
        println!("left out: no python3");
        return;
    };
    assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    let run = python(&lines.replacen("Navn kari", "Navn Kari", 1)).unwrap();
    assert_eq!(run.status.code(), Some(3), "{}", String::from_utf8_lossy(&run.stdout));
}

/// Who opened which version from where, the oldest first.
async fn opened(world: &World) -> Vec<String> {
    let (_, page) = world.get("admin", "/v1/audit/events?kind=opened").await;
    let line = |event: &Value| {
        format!("{} {} {}", event["person"].as_str().unwrap(), event["version"], event["origin"].as_str().unwrap())
    };
    page["events"].as_array().unwrap().iter().rev().map(line).collect()
}

async fn newest(conn: &mut AnyConnection) -> i64 {
    conn.fetch_one("select max(seq) as seq from event").await.unwrap().get("seq")
}

async fn entry(conn: &mut AnyConnection, seq: i64) -> Entry {
    let row = sqlx::query("select * from event where seq = $1").bind(seq).fetch_one(conn).await.unwrap();
    Entry {
        seq: row.get("seq"),
        reference: row.get("reference"),
        unit: row.get("unit"),
        office: row.get("office"),
        at: row.get("at"),
        kind: row.get("kind"),
        person: row.get("person"),
        actor: row.get("actor"),
        version: row.get("version"),
        decision: row.get("decision"),
        extensions: row.get("extensions"),
        text: row.get("text"),
        decision_key: row.get("decision_key"),
        content: row.get("content"),
        origin: row.get("origin"),
        late: row.get("late"),
        previous: row.get("previous"),
        hash: row.get("hash"),
    }
}

async fn insert(conn: &mut AnyConnection, entry: &Entry) {
    sqlx::query(
        "insert into event (seq, reference, unit, office, at, kind, person, actor, version, decision, extensions, text,
             decision_key, content, origin, late, previous, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(entry.seq)
    .bind(&entry.reference)
    .bind(&entry.unit)
    .bind(&entry.office)
    .bind(&entry.at)
    .bind(&entry.kind)
    .bind(&entry.person)
    .bind(&entry.actor)
    .bind(entry.version)
    .bind(&entry.decision)
    .bind(entry.extensions)
    .bind(&entry.text)
    .bind(&entry.decision_key)
    .bind(&entry.content)
    .bind(&entry.origin)
    .bind(&entry.late)
    .bind(&entry.previous)
    .bind(&entry.hash)
    .execute(conn)
    .await
    .unwrap();
}
