//! Searches with conditions, views with counts, and references of what can be marked.

use serde_json::{Value, json};

use crate::server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, codes, give_back};

const UNITS: [&str; 7] = ["3420", "3403", "3405", "3407", "3411", "3437", "3451"];

/// Seven reports, an access request, and: Elverum corrected, Hamar approved, Gjøvik with a draft of Kari's.
async fn filled() -> World {
    let world = World::new().await;
    for unit in UNITS {
        assert_eq!(world.submit(unit).await.0, 201, "{unit}");
        world.pass(60);
    }
    world.apply("ola@elverum.kommune.example").await;
    world.correct("3420").await;
    let (status, _) = world.decide("kari", "KHR-2023H1-3403", 1, KEY, &approve()).await;
    assert_eq!(status, 200);
    let draft = json!({ "comment": "Sjekk 2E.", "version": 1 });
    assert_eq!(world.put("kari", "/v1/tasks/KHR-2023H1-3407/draft", &draft).await.0, 200);
    world
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn asked(world: &World, who: &str, more: &str, query: &str) -> (u16, Value) {
    world.get(who, &format!("/v1/tasks?{more}&limit=200&query={}", encoded(query))).await
}

/// The names of the units that a search finds, in alphabetical order.
async fn found(world: &World, more: &str, query: &str) -> Vec<String> {
    let (status, page) = asked(world, "kari", more, query).await;
    assert_eq!(status, 200, "{query}: {page}");
    let rows = page["rows"].as_array().unwrap();
    let mut names: Vec<String> = rows.iter().map(|row| row["unit_name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_search_finds_what_its_conditions_say_in_norwegian_and_in_english() {
    let world = filled().await;
    for (query, wanted) in [
        ("status:godkjent", vec!["Hamar"]),
        ("state:approved", vec!["Hamar"]),
        ("status:åpen type:rapport enhet:gjøvik", vec!["Gjøvik"]),
        ("ENHET:GJOV", vec!["Gjøvik"]),
        ("enhet:aurdal", vec!["Nord-Aurdal"]),
        ("enhet:3420 type:tilgang", vec!["Elverum"]),
        ("enhet:gjøvik,sel", vec!["Gjøvik", "Sel"]),
        ("type:tilgang søker:ola", vec!["Elverum"]),
        ("søker:søk", vec!["Elverum"]),
        ("versjon:>1", vec!["Elverum"]),
        ("merke:korrigert", vec!["Elverum"]),
        ("utkast:meg", vec!["Gjøvik"]),
        ("utkast:ja", vec!["Gjøvik"]),
        ("merke:utkast", vec!["Gjøvik"]),
        ("utkast:per", vec![]),
        ("utkast:kari", vec!["Gjøvik"]),
        ("av:meg", vec!["Hamar"]),
        ("av:kari", vec!["Hamar"]),
        ("av:per", vec![]),
        ("løst:idag", vec!["Hamar"]),
        ("løst:<2023-08-14", vec![]),
        ("levering:holdes", vec!["Hamar"]),
        ("mottatt:>14.08", vec![]),
        ("frist:ingen", vec!["Elverum"]),
        ("frist:over", vec![]),
        ("periode:2022h2", vec![]),
        ("elverum !type:tilgang", vec!["Elverum"]),
        ("retur:>0", vec![]),
        ("\"status:åpen\"", vec![]),
        ("kanal:nytt", vec![]),
    ] {
        assert_eq!(found(&world, "scope=all", query).await, wanted, "{query}");
    }
    assert_eq!(found(&world, "scope=all", "periode:2023H1 -enhet:elverum,hamar").await.len(), 5);
    assert_eq!(found(&world, "scope=all", "frist:25.08").await.len(), 7, "every report has it, and no request");
    assert_eq!(found(&world, "scope=all", "!frist:25.08").await, ["Elverum"]);
    assert_eq!(found(&world, "scope=all", "kanal:gammelt").await.len(), 7);
    assert_eq!(found(&world, "scope=all", "sen:nei mottatt:idag").await.len(), 7);
    assert_eq!(found(&world, "", "status:godkjent").await, Vec::<String>::new(), "the scope holds as well");
    let (_, archive) = world.get("kari", "/v1/archive?query=av:meg").await;
    assert_eq!(archive["total"], 1);
}

#[tokio::test]
async fn findings_and_score_are_asked_for_as_the_rows_show_them() {
    let world = filled().await;
    let (_, page) = asked(&world, "kari", "", "type:rapport").await;
    for row in page["rows"].as_array().unwrap() {
        let (risk, score) = (&row["weight"]["risk"], row["weight"]["score"]["total"].as_u64().unwrap());
        let enhet = row["unit"].as_str().unwrap();
        let open = |name: &str| risk[name].as_u64().unwrap() > 0;
        for (query, wanted) in [
            ("funn:feil".to_owned(), open("errors")),
            ("funn:advarsel".to_owned(), open("warnings")),
            ("funn:feil,advarsel".to_owned(), open("errors") || open("warnings")),
            ("funn:ingen".to_owned(), !open("errors") && !open("warnings")),
            (format!("risiko:>={score}"), true),
            (format!("risiko:>{score}"), false),
        ] {
            let hit = !found(&world, "", &format!("{query} type:rapport enhet:{enhet}")).await.is_empty();
            assert_eq!(hit, wanted, "{enhet} {query}");
        }
    }
}

#[tokio::test]
async fn a_search_that_is_not_understood_is_refused_with_a_sentence_and_nothing_of_it_is_skipped() {
    let world = filled().await;
    for (query, sentence) in [
        ("status:lukket", "Velg blant åpen, godkjent, returnert, innvilget, avslått, videresendt."),
        ("gjøvik fris:<3d", "«fris:» er ikke et søkeord. Velg blant status, type, frist"),
        ("frist:<snart", "Skriv dager som <3d, en dato som 25.08"),
        ("risiko:>mye", "ikke et helt tall"),
        ("enhet:\"nord", "anførselstegnet er ikke avsluttet"),
        ("enhet:", "skriv noe etter «enhet:»"),
        ("periode:1999H1", "1999H1"),
    ] {
        for path in ["/v1/tasks", "/v1/archive", "/v1/references"] {
            let (status, body) = world.get("kari", &format!("{path}?query={}", encoded(query))).await;
            assert_eq!(status, 422, "{query} {body}");
            let told = body["errors"][0].as_str().unwrap();
            assert!(told.contains(sentence), "{query}: {told}");
        }
    }
    let long = "x".repeat(501);
    assert_eq!(codes(&asked(&world, "kari", "", &long).await.1), ["bad_query"]);
}

#[tokio::test]
async fn what_happens_inside_an_office_cannot_be_asked_about_from_outside() {
    let world = filled().await;
    for query in ["funn:feil", "!funn:feil", "risiko:>0", "utkast:ja", "merke:ny", "merke:utkast"] {
        for who in ["elverum", "bufdir"] {
            let (status, body) = asked(&world, who, "", query).await;
            assert_eq!(status, 422, "{who} {query} {body}");
            assert!(body["errors"][0].as_str().unwrap().contains("bare statsforvalteren"), "{body}");
        }
    }
    // A decision whose undo window is open is not made yet: no search may tell of it.
    for query in ["status:godkjent", "av:kari", "løst:idag", "levering:holdes"] {
        let (status, page) = asked(&world, "hamar", "scope=all", query).await;
        assert_eq!((status, &page["total"]), (200, &json!(0)), "{query}");
    }
    world.pass(31);
    assert_eq!(asked(&world, "hamar", "scope=all", "status:godkjent").await.1["total"], 1);
    let (_, page) = asked(&world, "elverum", "", "").await;
    let ids: Vec<&str> = page["views"].as_array().unwrap().iter().map(id).collect();
    assert_eq!(ids, ["all", "reports", "corrected", "access", "due"]);
    assert_eq!((&page["counts"]["clean"], &page["counts"]["findings"]), (&json!(0), &json!(0)));
    assert_eq!(asked(&world, "oslo", "scope=all", "enhet:elverum").await.1["total"], 0, "another office");
}

fn id(view: &Value) -> &str {
    view["view"]["id"].as_str().unwrap()
}

fn count_of(page: &Value, view: &str) -> u64 {
    let views = page["views"].as_array().unwrap();
    views.iter().find(|one| id(one) == view).unwrap_or_else(|| panic!("{view}: {page}"))["count"].as_u64().unwrap()
}

#[tokio::test]
async fn every_page_tells_how_many_tasks_each_view_holds_and_each_holds_what_its_search_finds() {
    let world = filled().await;
    assert_eq!(world.put("kari", "/v1/tasks/KHR-2023H1-3407/holder", &json!({})).await.0, 200);
    let (_, page) = asked(&world, "kari", "", "gjøvik").await;
    for (view, wanted) in [("all", 7), ("reports", 6), ("corrected", 1), ("access", 1), ("mine", 1), ("due", 0)] {
        assert_eq!(count_of(&page, view), wanted, "{view}");
    }
    assert_eq!(count_of(&page, "clean") + count_of(&page, "findings"), 6);
    for view in page["views"].as_array().unwrap() {
        let query = view["view"]["query"].as_str().unwrap();
        let (_, alone) = asked(&world, "kari", "", query).await;
        assert_eq!(alone["total"], view["count"], "{query}");
    }
    let (_, other) = asked(&world, "per", "", "").await;
    assert_eq!(count_of(&other, "mine"), 0, "mine are not yours");
    world.clock.advance(jiff::SignedDuration::from_hours(24 * 10));
    assert_eq!(count_of(&asked(&world, "kari", "", "").await.1, "due"), 6, "the deadline is tomorrow");
}

#[tokio::test]
async fn a_person_keeps_views_of_their_own_which_nobody_else_sees() {
    let world = filled().await;
    let keep = |name: &str, query: &str| json!({ "name": name, "query": query });
    let (status, list) = world.post("kari", "/v1/views", &keep(" Nord  i fylket ", "enhet:nord")).await;
    assert_eq!(status, 200, "{list}");
    let own = &list["views"][9];
    assert_eq!((&own["name"], &own["digit"], &own["own"]), (&json!("Nord i fylket"), &json!(9), &json!(true)));
    assert_eq!(world.post("kari", "/v1/views", &keep("NORD I FYLKET", "enhet:nord status:åpen")).await.0, 200);
    let (_, list) = world.get("kari", "/v1/views").await;
    assert_eq!(list["views"].as_array().unwrap().len(), 10, "the same name is the same view");
    let id = list["views"][9]["id"].as_str().unwrap().to_owned();
    assert_eq!(count_of(&asked(&world, "kari", "", "").await.1, &id), 1);
    assert_eq!(world.get("per", "/v1/views").await.1["views"].as_array().unwrap().len(), 9);
    let remove =
        |who: &'static str| world.client.delete(format!("{}/v1/views/{id}", world.running.url)).bearer_auth(who);
    assert_eq!(remove("per").send().await.unwrap().status(), 404);
    assert_eq!(remove("kari").send().await.unwrap().status(), 200);
    assert_eq!(remove("kari").send().await.unwrap().status(), 404);
    for (name, query, code) in [
        ("", "gjøvik", "view_name"),
        ("Et navn som er altfor langt til at det får plass", "gjøvik", "view_name"),
        ("rene", "gjøvik", "view_taken"),
        ("Gal", "status:lukket", "bad_query"),
    ] {
        let (status, body) = world.post("kari", "/v1/views", &keep(name, query)).await;
        assert_eq!((status, codes(&body)), (422, vec![code]), "{body}");
    }
    // The heaviest that a person can keep: all of them are counted in one statement.
    let heavy = format!("risiko:{}1", "1,".repeat(39));
    for number in 0..30 {
        assert_eq!(world.post("kari", "/v1/views", &keep(&format!("Nummer {number}"), &heavy)).await.0, 200);
    }
    assert_eq!(codes(&world.post("kari", "/v1/views", &keep("En til", "sel")).await.1), ["views_full"]);
    assert_eq!(world.get("admin", "/v1/views").await.0, 403);
    let (_, page) = asked(&world, "kari", "", "").await;
    assert_eq!(page["views"].as_array().unwrap().len(), 39);
}

#[tokio::test]
async fn references_of_a_search_are_given_in_its_order_and_only_of_open_tasks() {
    let world = filled().await;
    let (_, all) = world.get("kari", "/v1/references?sort=name").await;
    let (_, page) = world.get("kari", "/v1/tasks?sort=name").await;
    let rows: Vec<&Value> = page["rows"].as_array().unwrap().iter().map(|row| &row["reference"]).collect();
    let references: Vec<&Value> = all["references"].as_array().unwrap().iter().collect();
    assert_eq!(references, rows);
    assert!(!references.contains(&&json!("KHR-2023H1-3403")), "approved");
    let (from, to) = (rows[4].as_str().unwrap(), rows[2].as_str().unwrap());
    let (_, some) = world.get("kari", &format!("/v1/references?sort=name&from={from}&to={to}")).await;
    assert_eq!(some["references"].as_array().unwrap().iter().collect::<Vec<_>>(), rows[2..=4]);
    let (status, _) = world.get("kari", "/v1/references?sort=name&from=KHR-2023H1-3403&to=KHR-2023H1-3420").await;
    assert_eq!(status, 404, "an end that is solved");
    let (_, one) = world.get("kari", &format!("/v1/references?query={}", encoded("enhet:sel"))).await;
    assert_eq!(one["references"], json!(["KHR-2023H1-3437"]));
}

#[tokio::test]
async fn marked_tasks_that_are_solved_or_gone_are_told_with_by_whom_and_hidden_ones_are_counted() {
    let world = filled().await;
    let marked = ["KHR-2023H1-3403", ELVERUM, "KHR-2023H1-3407", "KHR-2023H1-9999"];
    let body = json!({ "query": "enhet:gjøvik", "references": marked });
    let (status, told) = world.post("leser", "/v1/marks", &body).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!(told["hidden"], 1);
    let gone = json!([
        { "reference": "KHR-2023H1-3403", "state": "approved", "by": "Navn kari" },
        { "reference": "KHR-2023H1-9999", "state": null, "by": null },
    ]);
    assert_eq!(told["gone"], gone);
    let body = json!({ "query": "", "references": [ELVERUM] });
    let (_, told) = world.post("oslo", "/v1/marks", &body).await;
    assert_eq!(told["gone"][0]["state"], Value::Null, "a case of another office is not there");
    let body = json!({ "query": "", "references": vec![ELVERUM; 20_001] });
    assert_eq!(codes(&world.post("kari", "/v1/marks", &body).await.1), ["too_many_marks"]);
}

#[tokio::test]
async fn every_column_can_be_sorted_on_both_ways_with_the_reference_as_the_last_key() {
    let world = filled().await;
    let decided = world.decide("per", "KHR-2023H1-3411", 1, OTHER_KEY, &give_back()).await;
    assert_eq!(decided.0, 200);
    for sort in [
        "score",
        "deadline",
        "reference",
        "name",
        "kind",
        "version",
        "received",
        "decided",
        "state",
        "unit",
        "findings",
        "draft",
        "badges",
        "decided_by",
        "returns",
        "delivery",
    ] {
        for way in ["false", "true"] {
            let path = format!("/v1/tasks?scope=all&sort={sort}&descending={way}");
            let (status, page) = world.get("kari", &path).await;
            assert_eq!((status, page["rows"].as_array().unwrap().len()), (200, 8), "{path} {page}");
            assert_eq!(world.get("kari", &path).await.1, page, "the same each time");
        }
    }
    let first = async |sort: &str| {
        let (_, page) = world.get("kari", &format!("/v1/tasks?scope=all&sort={sort}")).await;
        page["rows"][0]["unit_name"].as_str().unwrap().to_owned()
    };
    assert_eq!(first("draft").await, "Gjøvik");
    assert_eq!(first("decided_by").await, "Hamar", "Navn kari comes before Navn per");
    assert_eq!(first("unit").await, "Hamar", "3403");
    assert_eq!(first("badges").await, "Elverum", "corrected");
    assert_eq!(first("returns&descending=true").await, "Ringsaker");
}

#[tokio::test]
async fn what_is_typed_never_acts_as_a_statement_or_as_a_pattern() {
    let world = filled().await;
    let nasty = [
        "%",
        "_",
        "%%",
        "_%",
        "\\",
        "\\%",
        "'",
        "''",
        "';",
        "' or 1=1 --",
        "') or 1=1 --",
        "\\' or 1=1 --",
        "*",
        "?",
        "?1",
        "$1",
        "; drop table task;",
        "t.unit",
        "char(37)",
        "[a-z]",
        "null",
    ];
    for word in nasty {
        for key in ["", "enhet:", "søker:", "utkast:", "av:"] {
            let query = format!("{key}«{word}»");
            assert_eq!(found(&world, "scope=all", &query).await, Vec::<String>::new(), "{query}");
            assert_eq!(found(&world, "scope=all", &format!("!{query}")).await.len(), 8, "!{query}");
        }
    }
    assert_eq!(asked(&world, "kari", "scope=all", "").await.1["total"], 8, "everything is still there");
}

#[tokio::test]
async fn whatever_is_typed_is_answered_with_rows_or_with_a_refusal() {
    use rand::{Rng as _, SeedableRng as _, seq::IndexedRandom as _};
    let world = filled().await;
    let pieces = [
        "status:",
        "frist:",
        "funn:",
        "enhet:",
        "av:",
        "utkast:",
        "risiko:",
        "periode:",
        "kanal:",
        "merke:",
        "levering:",
        "åpen",
        "feil",
        "meg",
        "<",
        ">",
        ">=",
        "=",
        "3d",
        "25.08",
        "2023H1",
        "99999999999",
        "-",
        "!",
        ",",
        "\"",
        "«",
        "»",
        " ",
        " ",
        "%",
        "_",
        "'",
        "\\",
        ";",
        "\0",
        "\u{1b}[2J",
        "\u{202e}",
        "å",
        "gjøvik",
        "🙂",
    ];
    let mut chance = rand_pcg::Pcg64Mcg::seed_from_u64(4);
    for _ in 0..400 {
        let number = chance.random_range(0..12);
        let query: String = (0..number).filter_map(|_| pieces.choose(&mut chance)).copied().collect();
        let (status, body) = asked(&world, "kari", "scope=all", &query).await;
        assert!(status == 200 || (status == 422 && !codes(&body).is_empty()), "{query:?}: {status} {body}");
    }
}
