//! What a grant gives: the right role, access to the published figures, its last use, and how it is taken away.

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_outbox::{body, text},
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve, codes},
};

const THIRD_KEY: &str = "0190a1b2-0000-7000-8000-000000000003";

async fn apply(world: &World, sent_by: &str, email: &str, unit: &str) -> String {
    let body = json!({ "name": format!("Navn {email}"), "email": email, "phone": "000 00 077",
        "represents": "Arbeidsgiveren", "unit": unit });
    let (status, body) = world.post(sent_by, "/v1/applications", &body).await;
    assert_eq!(status, 201, "{body}");
    body["reference"].as_str().unwrap().to_owned()
}

async fn grant(world: &World, reference: &str, key: &str, more: Value) -> (u16, Value) {
    let mut body = json!({ "kind": "grant" });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.decide("per", reference, 1, key, &body).await
}

#[tokio::test]
async fn an_applicant_from_a_county_governor_who_chose_a_municipality_is_suggested_the_office_role() {
    let world = World::new().await;
    let reference = apply(&world, "admin", "ny@statsforvalteren.example", "3420").await;
    let case = world.case(&reference).await;
    assert_eq!((&case["applicant"], &case["suggested"]), (&json!("colleague"), &json!("office")));
    assert_eq!(case["signs"], json!(["office_domain"]));
    assert_eq!(grant(&world, &reference, KEY, json!({})).await.0, 200);
    world.pass(30);
    let mail = body(&text(&world.delivered(1).await[0]));
    assert!(mail.contains("rollen statsforvalter"), "{mail}");
    let permission = &world.case(&reference).await["permission"];
    assert_eq!((&permission["role"], &permission["office"]), (&json!("office"), &json!("SFIN")));
}

#[tokio::test]
async fn another_role_than_the_suggested_one_is_given_only_when_it_is_confirmed_by_itself() {
    let world = World::new().await;
    let colleague = apply(&world, "admin", "ny@statsforvalteren.example", "3420").await;
    let (status, refused) = grant(&world, &colleague, KEY, json!({ "role": "municipality" })).await;
    assert_eq!((status, codes(&refused)), (422, vec!["role_differs"]), "{refused}");
    let detail = refused["detail"].as_str().unwrap();
    assert!(detail.contains("statsforvalter") && detail.contains("kommune"), "{detail}");
    let (status, refused) = world
        .step("per", &colleague, "continue", 1, &json!({ "decision": { "kind": "grant", "role": "municipality" } }))
        .await;
    assert_eq!((status, codes(&refused)), (422, vec!["role_differs"]), "{refused}");
    let (status, given) = grant(&world, &colleague, KEY, json!({ "role": "municipality", "confirm_role": true })).await;
    assert_eq!(status, 200, "{given}");
    // The role is part of what a key stands for.
    let (status, again) = grant(&world, &colleague, KEY, json!({})).await;
    assert_eq!((status, &again["kind"]), (409, &json!("key_reused")));
    let (status, refused) = world
        .decide(
            "per",
            &apply(&world, "admin", "x@elverum.kommune.example", "3420").await,
            1,
            OTHER_KEY,
            &json!({ "kind": "reject", "comment": "Nei.", "role": "office" }),
        )
        .await;
    assert_eq!((status, codes(&refused)), (422, vec!["bad_field"]));
    world.pass(30);
    assert!(world.events(&colleague).await.contains(&"access_granted".to_owned()));
    assert_eq!(world.case(&colleague).await["permission"]["role"], "municipality");
}

#[tokio::test]
async fn an_external_applicant_gets_no_role_without_saying_which_confirming_it_and_a_reason() {
    let world = World::new().await;
    let reference = apply(&world, "admin", "eva@konsulent.example", "3420").await;
    assert_eq!(world.case(&reference).await["suggested"], Value::Null);
    for (given, expected) in [
        (json!({}), vec!["role_needed"]),
        (json!({ "confirm_role": true }), vec!["role_needed"]),
        (json!({ "role": "municipality" }), vec!["role_differs", "role_reason"]),
        (json!({ "role": "municipality", "confirm_role": true }), vec!["role_reason"]),
        (json!({ "role": "municipality", "comment": "Innleid leder." }), vec!["role_differs"]),
    ] {
        let (status, refused) = grant(&world, &reference, KEY, given).await;
        assert_eq!((status, codes(&refused)), (422, expected), "{refused}");
    }
    let whole =
        json!({ "role": "municipality", "confirm_role": true, "comment": "Innleid leder, bekreftet på telefon." });
    assert_eq!(grant(&world, &reference, KEY, whole).await.0, 200);
    world.pass(30);
    let mail = body(&text(&world.delivered(1).await[0]));
    assert!(
        mail.contains("tallene for Elverum") && !mail.contains("telefon"),
        "the reason is the office's own: {mail}"
    );
}

#[tokio::test]
async fn the_published_figures_are_shown_only_through_a_granted_application() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.pass(31);
    for who in ["kari", "elverum", "leder", "bufdir", "admin"] {
        let (status, refused) = world.get(who, "/v1/published").await;
        assert_eq!((status, codes(&refused)), (403, vec!["no_portal_access"]), "{who}");
        assert!(refused["detail"].as_str().unwrap().contains("sfv access apply"), "{refused}");
    }
    // «elverum» applies by themselves; «hamar», who has another address, sends an application for somebody else.
    let own = apply(&world, "elverum", "elverum@statsforvalteren.example", "3420").await;
    let foreign = apply(&world, "hamar", "ola@hamar.kommune.example", "3403").await;
    assert_eq!(world.case(&foreign).await["sent_by"], "Navn hamar");
    grant(&world, &own, OTHER_KEY, json!({ "role": "municipality", "confirm_role": true })).await;
    assert_eq!(world.get("elverum", "/v1/published").await.0, 403, "nothing is given before the undo window is over");
    grant(&world, &foreign, THIRD_KEY, json!({})).await;
    world.pass(31);
    let (status, shown) = world.get("elverum", "/v1/published").await;
    assert_eq!((status, &shown["unit"]["no"], &shown["through"]), (200, &json!("3420"), &json!(own)), "{shown}");
    let report = &shown["reports"][0];
    assert_eq!((&report["period"], &report["values"]["meld_i_alt"]), (&json!("2023H1"), &json!(20)));
    // Counts of 1 to 3 in the points on foster homes are not sent.
    assert_eq!(report["values"]["fost_oppf_brudd"], Value::Null);
    assert!(report["hidden"].as_array().unwrap().contains(&json!("fost_oppf_brudd")));
    assert_eq!(report["values"]["fost_oppf_1ar"], 4);
    assert_eq!(report["values"]["us_over_6m"], 1, "other points are published as they are");
    let (status, refused) = world.get("elverum", "/v1/published?unit=3403").await;
    assert_eq!((status, codes(&refused)), (403, vec!["not_your_unit"]));
    assert_eq!(world.get("hamar", "/v1/published").await.0, 403, "who sent it for somebody else got nothing");
    assert_eq!(world.get("kari", "/v1/published").await.0, 403);
}

#[tokio::test]
async fn a_colleague_sees_the_figures_of_all_units_of_the_office_and_an_undone_grant_gives_nothing() {
    let world = World::new().await;
    let reference = apply(&world, "kari", "kari@statsforvalteren.example", "3420").await;
    let refused = world.decide("kari", &reference, 1, KEY, &json!({ "kind": "grant" })).await;
    assert_eq!(codes(&refused.1), ["own_application"]);
    assert_eq!(grant(&world, &reference, KEY, json!({})).await.0, 200);
    let (status, _) = world.post("per", &format!("/v1/tasks/{reference}/undo"), &json!({})).await;
    assert_eq!(status, 200);
    world.pass(31);
    assert_eq!(world.get("kari", "/v1/published").await.0, 403, "what was undone gives nothing");
    assert_eq!(grant(&world, &reference, OTHER_KEY, json!({})).await.0, 200);
    world.pass(31);
    let (status, shown) = world.get("kari", "/v1/published?unit=3403").await;
    assert_eq!((status, &shown["unit"]["name"], shown["units"].as_array().unwrap().len()), (200, &json!("Hamar"), 46));
    assert_eq!(world.get("kari", "/v1/published?unit=0301").await.0, 403);
}

#[tokio::test]
async fn who_has_access_is_listed_with_last_use_and_taken_away_with_a_reason_that_is_sent() {
    let world = World::new().await;
    let colleague = apply(&world, "kari", "kari@statsforvalteren.example", "3420").await;
    let other = apply(&world, "admin", "ola@elverum.kommune.example", "3420").await;
    grant(&world, &colleague, KEY, json!({})).await;
    grant(&world, &other, OTHER_KEY, json!({})).await;
    assert_eq!(world.get("leder", "/v1/access").await.1["rows"], json!([]), "not before the undo window is over");
    world.pass(86_400);
    assert_eq!(world.get("kari", "/v1/published").await.0, 200);
    let (_, list) = world.get("leser", "/v1/access").await;
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    // The one that was never used comes first.
    assert_eq!((&rows[0]["reference"], &rows[0]["last_used_at"]), (&json!(other), &Value::Null));
    assert_eq!(
        (&rows[1]["granted_by"], &rows[1]["last_used_at"]),
        (&json!("Navn per"), &json!(world.now().to_string()))
    );
    let unused = world.get("leder", "/v1/access?unused_since=2023-08-15").await.1;
    assert_eq!(unused["rows"].as_array().unwrap().len(), 1, "{unused}");
    assert_eq!(world.get("leder", "/v1/access?unused_since=2023-08-14").await.1["rows"], json!([]));
    assert_eq!(world.get("oslo", "/v1/access").await.1["rows"], json!([]), "another office sees nothing of it");
    let path = format!("/v1/access/{colleague}/remove");
    let why = json!({ "reason": "Sluttet i embetet." });
    for (who, status) in [("leser", 403), ("elverum", 403), ("bufdir", 403), ("oslo", 404)] {
        assert_eq!(world.post(who, &path, &why).await.0, status, "{who}");
    }
    assert_eq!(codes(&world.post("leder", &path, &json!({ "reason": " " })).await.1), ["blank_comment"]);
    let (status, removed) = world.post("leder", &path, &why).await;
    assert_eq!((status, &removed["permission"]["removed"]["by"]), (200, &json!("Navn leder")), "{removed}");
    assert_eq!(removed["permission"]["last_used_at"], json!(world.now().to_string()), "the last use stays");
    assert_eq!(world.get("kari", "/v1/published").await.0, 403);
    assert_eq!(codes(&world.post("leder", &path, &why).await.1), ["no_access_to_remove"]);
    let files = world.delivered(3).await;
    let mail = files.iter().map(|file| text(file)).find(|mail| mail.contains("avsluttet")).expect("a mail");
    assert!(
        mail.contains("To: kari@statsforvalteren.example\r\n") && body(&mail).contains("Sluttet i embetet."),
        "{mail}"
    );
    let events = world.events(&colleague).await;
    assert!(events.contains(&"access_removed".to_owned()));
    let all = world.get("admin", "/v1/access?removed=true").await.1;
    assert_eq!(all["rows"][1]["removed"]["reason"], "Sluttet i embetet.");
    let (status, _) = world.post("admin", &format!("/v1/access/{other}/remove"), &why).await;
    assert_eq!(status, 200, "an administrator takes any away");
    let (status, chain) = world.get("leder", "/v1/audit/verify").await;
    assert_eq!((status, &chain["breaks"]), (200, &json!([])), "{chain}");
}

#[tokio::test]
async fn earlier_applications_are_shown_with_their_state_and_the_same_access_is_not_given_twice() {
    let world = World::new().await;
    let first = apply(&world, "admin", "ola@elverum.kommune.example", "3420").await;
    let rejected = apply(&world, "admin", "ola@elverum.kommune.example", "3403").await;
    grant(&world, &first, KEY, json!({})).await;
    let no = json!({ "kind": "reject", "comment": "Feil enhet." });
    assert_eq!(world.decide("per", &rejected, 1, OTHER_KEY, &no).await.0, 200);
    let open = apply(&world, "admin", "Ola@Elverum.kommune.example", "3420").await;
    let newest = apply(&world, "admin", "ola@elverum.kommune.example", "3420").await;
    let case = world.case(&newest).await;
    let earlier = case["earlier"].as_array().unwrap();
    let outcomes: Vec<_> = earlier.iter().map(|one| (&one["reference"], &one["state"])).collect();
    let (granted, denied, waits) = (json!("granted"), json!("rejected"), json!("open"));
    let references = [json!(first), json!(rejected), json!(open)];
    assert_eq!(outcomes, [(&references[0], &granted), (&references[1], &denied), (&references[2], &waits)]);
    assert_eq!((&earlier[0]["decided_by"], &earlier[1]["reason"]), (&json!("Navn per"), &json!("Feil enhet.")));
    assert_eq!(case["held"], json!(first));
    let (status, refused) = grant(&world, &newest, THIRD_KEY, json!({})).await;
    assert_eq!((status, codes(&refused)), (422, vec!["access_held"]));
    assert!(refused["detail"].as_str().unwrap().contains(&first), "{refused}");
    world.pass(31);
    world.post("leder", &format!("/v1/access/{first}/remove"), &json!({ "reason": "Ny søknad." })).await;
    assert!(!world.case(&newest).await["earlier"][0]["removed_at"].is_null());
    assert_eq!(grant(&world, &newest, THIRD_KEY, json!({})).await.0, 200);
}

#[tokio::test]
async fn an_application_with_one_s_own_telephone_is_left_to_a_colleague() {
    let world = World::new().await;
    let body = json!({ "name": "En annen", "email": "annen@elverum.kommune.example", "phone": "+47 00000001",
        "represents": "Elverum", "unit": "3420" });
    let reference = world.post("admin", "/v1/applications", &body).await.1["reference"].as_str().unwrap().to_owned();
    assert_eq!(world.case(&reference).await["own"], true);
    let (status, refused) = world.decide("kari", &reference, 1, KEY, &json!({ "kind": "grant" })).await;
    assert_eq!((status, codes(&refused)), (422, vec!["own_application"]));
}

#[tokio::test]
async fn an_applicant_chooses_among_all_reporting_units_and_no_others() {
    let world = World::new().await;
    let (status, list) = world.get("elverum", "/v1/applications/units").await;
    let units: Vec<_> = list["units"].as_array().unwrap().iter().map(|unit| unit["no"].as_str().unwrap()).collect();
    assert_eq!(status, 200);
    assert!(units.contains(&"3420") && units.contains(&"030102") && !units.contains(&"0301"), "{units:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn access_is_granted_listed_shown_and_taken_away_from_the_command_line() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let reference = apply(&world, "kari", "kari@statsforvalteren.example", "3420").await;
    let home = Home::new();
    let run = |who: &str, arguments: &[&str]| {
        let token = home.file(&format!("{who}.token"), who);
        let server = ["--server", &world.running.url, "--token-file", &token];
        tokio::task::block_in_place(|| home.run(&[&server[..], arguments].concat()))
    };
    let wrong = run("per", &["access", "grant", &reference, "--role", "municipality", "--confirm"]);
    assert!(wrong.code == 65 && wrong.err.contains("Forslaget er rollen statsforvalter"), "{}", wrong.err);
    assert_eq!(run("per", &["access", "grant", &reference, "--confirm-role", "--confirm"]).code, 2);
    let granted = run("per", &["access", "grant", &reference, "--role", "office", "--confirm"]);
    assert_eq!(granted.code, 0, "{}", granted.err);
    let none = run("kari", &["access", "figures"]);
    assert!(none.code == 77 && none.err.contains("Søk om tilgang"), "{} {}", none.code, none.err);
    world.pass(31);
    let shown = run("kari", &["access", "figures", "3420"]);
    assert!(
        shown.code == 0 && shown.out.contains("Elverum") && shown.out.contains(" .."),
        "{}{}",
        shown.out,
        shown.err
    );
    let list = run("leder", &["access", "list", "--granted"]);
    assert!(list.out.contains("Navn kari@") && list.out.contains("statsforvalter"), "{}{}", list.out, list.err);
    let unused = run("leder", &["access", "list", "--granted", "--unused-since", "2023-08-01", "--json"]);
    assert_eq!(unused.json()["rows"], json!([]));
    let remove = ["access", "remove", &reference, "--reason", "Sluttet."];
    assert_eq!(run("leder", &remove).code, 2, "taking away needs a word");
    assert_eq!(run("leder", &[&remove[..], &["--dry-run"]].concat()).code, 0);
    let removed = run("leder", &[&remove[..], &["--confirm"]].concat());
    assert!(
        removed.code == 0 && removed.out.contains("kari@statsforvalteren.example"),
        "{}{}",
        removed.out,
        removed.err
    );
    assert_eq!(run("kari", &["access", "figures"]).code, 77);
    let waiting = run("leder", &["access", "list"]);
    assert_eq!(waiting.code, 0, "{}", waiting.err);
}

#[tokio::test]
async fn a_rejection_says_why_who_decided_and_how_to_complain() {
    let world = World::new().await;
    let reference = apply(&world, "admin", "ola@elverum.kommune.example", "3420").await;
    let no = json!({ "kind": "reject", "comment": "Du arbeider ikke i barnevernstjenesten." });
    assert_eq!(world.decide("per", &reference, 1, KEY, &no).await.0, 200);
    world.pass(30);
    let mail = text(&world.delivered(1).await[0]);
    let said = body(&mail).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Du arbeider ikke i barnevernstjenesten.",
        "Avgjørelsen er tatt av Navn per.",
        "kan du klage til Statsforvalteren i Innlandet innen tre uker",
        &format!("sfv open {reference}"),
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let subject = mail.lines().find(|line| line.starts_with("Subject:")).expect("a subject");
    assert!(!subject.contains("Navn") && !subject.contains("ola@"), "{subject}");
}

#[tokio::test]
async fn the_access_of_a_person_who_is_taken_away_ends_so_that_nobody_inherits_it() {
    let world = World::new().await;
    let reference = apply(&world, "kari", "kari@statsforvalteren.example", "3420").await;
    grant(&world, &reference, KEY, json!({})).await;
    world.pass(31);
    assert_eq!(world.get("leder", "/v1/access").await.1["rows"].as_array().unwrap().len(), 1);
    let url = format!("{}/v1/admin/people/kari", world.running.url);
    let gone = world.client.delete(url).bearer_auth("admin").send().await.unwrap();
    assert_eq!(gone.status(), 200);
    assert_eq!(world.get("leder", "/v1/access").await.1["rows"], json!([]));
    let ended = world.get("admin", "/v1/access?removed=true").await.1;
    assert_eq!(ended["rows"][0]["removed"]["reason"], "Brukeren er fjernet.", "{ended}");
    let case = world.get("leder", &format!("/v1/tasks/{reference}")).await.1;
    assert!(crate::server_world::kinds(&case).contains(&"access_removed".to_owned()), "{case}");
}

#[tokio::test]
async fn an_address_that_somebody_only_says_is_theirs_gives_them_nothing() {
    let world = World::new().await;
    let reference = apply(&world, "kari", "kari@statsforvalteren.example", "3420").await;
    assert_eq!(grant(&world, &reference, KEY, json!({})).await.0, 200);
    // «oslo» says that Kari's address is theirs; an administrator changes their name, and an application is sent with it.
    let me = json!({ "email": "kari@statsforvalteren.example", "phone": "000 00 009" });
    assert_eq!(world.put("oslo", "/v1/me", &me).await.0, 200);
    let renamed = json!({ "name": "Nytt Navn" });
    assert_eq!(world.put("admin", "/v1/admin/people/oslo", &renamed).await.0, 200);
    let other = apply(&world, "oslo", "kari@statsforvalteren.example", "3403").await;
    let second = json!({ "role": "municipality", "confirm_role": true });
    assert_eq!(grant(&world, &other, OTHER_KEY, second).await.0, 200);
    world.pass(31);
    assert_eq!(world.get("oslo", "/v1/published").await.0, 403);
    assert_eq!(world.get("kari", "/v1/published").await.0, 200);
}

async fn keyed(world: &World, who: &str, path: &str, key: &str, body: &Value) -> (u16, Value) {
    let request = world.ask_post(who, path, body).header("Idempotency-Key", key);
    crate::server_world::read(request.send().await.unwrap()).await
}

#[tokio::test]
async fn an_application_that_is_sent_again_under_its_key_is_one_application() {
    let world = World::new().await;
    let body = crate::server_world::application("ola@elverum.kommune.example", "3420");
    let (status, first) = keyed(&world, "kari", "/v1/applications", KEY, &body).await;
    assert_eq!(status, 201, "{first}");
    world.pass(5);
    let (status, again) = keyed(&world, "kari", "/v1/applications", KEY, &body).await;
    assert_eq!((status, &again), (201, &first));
    let many = (0..4).map(|_| keyed(&world, "kari", "/v1/applications", OTHER_KEY, &body));
    let second = futures_util::future::join_all(many).await;
    assert!(second.iter().all(|(status, received)| (*status, received) == (201, &second[0].1)), "{second:?}");
    let (_, page) = world.get("kari", "/v1/tasks?kind=access").await;
    assert_eq!(page["total"], 2, "two keys, two applications");
    let other = crate::server_world::application("ola@elverum.kommune.example", "3403");
    let (status, refused) = keyed(&world, "kari", "/v1/applications", KEY, &other).await;
    assert_eq!((status, &refused["kind"]), (409, &json!("key_reused")));
    assert_eq!(keyed(&world, "per", "/v1/applications", KEY, &body).await.0, 409, "nor by somebody else");
    assert_eq!(keyed(&world, "kari", "/v1/applications", "x", &body).await.0, 400);
}

#[tokio::test]
async fn access_that_is_taken_away_again_under_its_key_is_one_removal_and_one_mail() {
    let world = World::new().await;
    let reference = apply(&world, "admin", "ola@elverum.kommune.example", "3420").await;
    assert_eq!(grant(&world, &reference, KEY, json!({})).await.0, 200);
    world.pass(30);
    world.delivered(1).await;
    let path = format!("/v1/access/{reference}/remove");
    let body = json!({ "reason": "Sluttet" });
    let (status, first) = keyed(&world, "kari", &path, OTHER_KEY, &body).await;
    assert_eq!(status, 200, "{first}");
    world.pass(5);
    let (status, again) = keyed(&world, "kari", &path, OTHER_KEY, &body).await;
    assert_eq!((status, &again), (200, &first), "not «there is no such access»");
    let (status, refused) = keyed(&world, "kari", &path, OTHER_KEY, &json!({ "reason": "En annen grunn" })).await;
    assert_eq!((status, &refused["kind"]), (409, &json!("key_reused")));
    let (status, refused) = keyed(&world, "kari", &path, THIRD_KEY, &body).await;
    assert_eq!((status, codes(&refused)), (422, vec!["no_access_to_remove"]));
    world.delivered(2).await;
    let kinds = world.events(&reference).await;
    assert_eq!(kinds.iter().filter(|kind| *kind == "access_removed").count(), 1);
}

#[tokio::test]
async fn nothing_is_granted_to_a_person_who_was_taken_away() {
    let world = World::new().await;
    // One application while logged in, one from the address the person was invited by, one of somebody else.
    let own = apply(&world, "hamar", "hamar@statsforvalteren.example", "3403").await;
    let by_address = apply(&world, "admin", "hamar@statsforvalteren.example", "3403").await;
    let other = apply(&world, "hamar", "ola@hamar.kommune.example", "3403").await;
    let url = format!("{}/v1/admin/people/hamar", world.running.url);
    assert_eq!(world.client.delete(url).bearer_auth("admin").send().await.unwrap().status(), 200);
    // Somebody new gets the same id and the same address: what was applied for before is not theirs.
    let person = json!({ "name": "Ny Person", "email": "hamar@statsforvalteren.example", "phone": "000 00 009",
        "role": "municipality", "unit": "3403" });
    assert_eq!(world.put("admin", "/v1/admin/people/hamar", &person).await.0, 200);
    for (reference, key) in [(&own, KEY), (&by_address, OTHER_KEY)] {
        for body in [json!({ "kind": "grant" }), json!({ "kind": "forward" })] {
            let (status, refused) = world.decide("per", reference, 1, key, &body).await;
            assert_eq!((status, codes(&refused)), (422, vec!["application"]), "{reference} {refused}");
            assert_eq!(refused["refusals"][0]["what"], "applicant_gone", "{refused}");
        }
        let rejected = json!({ "kind": "reject", "comment": "Søkeren har sluttet." });
        assert_eq!(world.decide("per", reference, 1, key, &rejected).await.0, 200);
    }
    assert_eq!(grant(&world, &other, THIRD_KEY, json!({})).await.0, 200, "of somebody else's nothing is changed");
}

#[tokio::test]
async fn a_question_that_comes_again_under_its_key_is_one_mail_and_one_event() {
    let world = World::new().await;
    let reference = world.apply("ola@elverum.kommune.example").await;
    let path = format!("/v1/tasks/{reference}/ask");
    let question = json!({ "comment": "Hvem er du?" });
    for _ in 0..2 {
        let (status, asked) = keyed(&world, "kari", &path, KEY, &question).await;
        assert_eq!((status, &asked["reference"]), (200, &json!(reference)), "{asked}");
    }
    let told = async || world.events(&reference).await.iter().filter(|kind| *kind == "asked").count();
    assert_eq!((told().await, world.delivered(1).await.len()), (1, 1));
    assert_eq!(keyed(&world, "kari", &path, OTHER_KEY, &question).await.0, 200, "asked again on purpose");
    assert_eq!((told().await, world.delivered(2).await.len()), (2, 2));
}

#[tokio::test]
async fn another_question_under_the_same_key_is_refused_and_a_repeat_tells_when_it_was_sent() {
    let world = World::new().await;
    let reference = world.apply("ola@elverum.kommune.example").await;
    let other = world.apply("ada@elverum.kommune.example").await;
    let path = format!("/v1/tasks/{reference}/ask");
    let question = json!({ "comment": "Hvem er du?" });
    let (_, first) = keyed(&world, "kari", &path, KEY, &question).await;
    world.pass(5);
    assert_eq!(keyed(&world, "kari", &path, KEY, &question).await, (200, first), "what was answered before");
    let elsewhere = format!("/v1/tasks/{other}/ask");
    let another = json!({ "comment": "Hvor arbeider du?" });
    for (who, path, question) in [("kari", &path, &another), ("kari", &elsewhere, &question), ("per", &path, &question)]
    {
        let (status, refused) = keyed(&world, who, path, KEY, question).await;
        assert_eq!((status, &refused["kind"]), (409, &json!("key_reused")), "{who} {question}: {refused}");
    }
    let told = world.events(&reference).await.iter().filter(|kind| *kind == "asked").count();
    assert_eq!((told, world.delivered(1).await.len()), (1, 1));
}
