//! Login: a real identity provider on one side, a terminal without a browser on the other, and everybody who should not
//! get in.

use serde_json::Value;
use statsforvalter::{
    api::login::{DEVICE_GRANT, REFRESH_GRANT},
    domain::person::Role,
};

use crate::{
    server_world::{World, people, person},
    support::oidc::{Browser, KNOWN, Page, Provider, world, world_of},
};

/// What a terminal is told.
struct Terminal {
    device: String,
    code: String,
}

/// What a form of the protocol is answered.
async fn form(world: &World, path: &str, fields: &[(&str, &str)]) -> (u16, Value) {
    let response = world.client.post(format!("{}{path}", world.running.url)).form(fields).send().await.unwrap();
    let status = response.status().as_u16();
    assert_eq!(response.headers()["cache-control"], "no-store", "{path}");
    (status, response.json().await.unwrap_or(Value::Null))
}

async fn ask(world: &World) -> Terminal {
    let (status, told) = form(world, "/oauth/device_authorization", &[("client_id", "sfv")]).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!((&told["expires_in"], &told["interval"]), (&600.into(), &5.into()));
    let code = told["user_code"].as_str().unwrap().to_owned();
    assert_eq!(told["verification_uri"], format!("{}/login", world.running.url));
    assert_eq!(told["verification_uri_complete"], format!("{}/login?user_code={code}", world.running.url));
    Terminal { device: told["device_code"].as_str().unwrap().to_owned(), code }
}

async fn poll(world: &World, terminal: &Terminal) -> (u16, Value) {
    let fields = [("grant_type", DEVICE_GRANT), ("device_code", &*terminal.device), ("client_id", "sfv")];
    form(world, "/oauth/token", &fields).await
}

async fn refresh(world: &World, token: &str) -> (u16, Value) {
    let fields = [("grant_type", REFRESH_GRANT), ("refresh_token", token), ("client_id", "sfv")];
    form(world, "/oauth/token", &fields).await
}

fn error(answer: &(u16, Value)) -> (u16, &str) {
    (answer.0, answer.1["error"].as_str().unwrap_or_default())
}

fn text<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer[name].as_str().unwrap_or_else(|| panic!("no {name}: {answer}"))
}

/// A whole login; what the terminal has in the end.
async fn log_in(world: &World, account: &str) -> Value {
    let terminal = ask(world).await;
    let end = Browser::new().allow(&world.running.url, &terminal.code, account).await;
    assert_eq!(end.heading(), "Du er logget inn", "{end:?}");
    let (status, tokens) = poll(world, &terminal).await;
    assert_eq!(status, 200, "{tokens}");
    tokens
}

/// A login of somebody at a provider that answers as it is told to; what the browser shows then.
async fn try_with(world: &World, how: &str) -> Page {
    let terminal = ask(world).await;
    let mut browser = Browser::new();
    let provider = browser.write_code(&world.running.url, &terminal.code).await;
    let end = browser.log_in(&provider, how).await;
    assert_eq!(error(&poll(world, &terminal).await), (400, "authorization_pending"), "{how}");
    end
}

#[tokio::test]
async fn a_terminal_without_a_browser_logs_its_person_in_through_a_real_provider() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let terminal = ask(&world).await;
    assert_eq!(error(&poll(&world, &terminal).await), (400, "authorization_pending"));
    let mut browser = Browser::new();
    let page = browser.write_code(&world.running.url, &terminal.code.to_lowercase().replace('-', " ")).await;
    let question = browser.log_in(&page, "account=kari").await;
    assert_eq!(question.heading(), "Er dette koden i terminalen din?");
    assert!(question.text.contains(&terminal.code) && question.text.contains("Navn kari"), "{}", question.text);
    assert!(!question.url.as_str().contains("code="), "the provider's code does not stay in the address");
    world.pass(5);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "authorization_pending"), "nobody has said yes");
    let end = browser.answer(&question, "yes").await;
    assert_eq!((end.status, end.heading()), (200, "Du er logget inn"));
    let (status, tokens) = poll(&world, &terminal).await;
    assert_eq!((status, &tokens["token_type"], &tokens["expires_in"]), (200, &"Bearer".into(), &900.into()));
    let (status, me) = world.get(text(&tokens, "access_token"), "/v1/me").await;
    assert_eq!((status, &me["person"], &me["session"]["level"]), (200, &"kari".into(), &"high".into()));
    assert_eq!(world.get(text(&tokens, "access_token"), "/v1/tasks").await.0, 200);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "invalid_grant"), "a device code is used once");
}

#[tokio::test]
async fn an_id_token_that_is_not_the_providers_answer_to_this_login_lets_nobody_in() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    for tamper in [
        "nonce",
        "no-nonce",
        "audience",
        "audiences",
        "party",
        "issuer",
        "expired",
        "future",
        "signature",
        "none",
        "hmac",
        "key",
    ] {
        let end = try_with(&world, &format!("account=kari&tamper={tamper}")).await;
        assert_eq!((end.status, end.heading()), (403, "Svaret fra innloggingstjenesten kan ikke brukes"), "{tamper}");
    }
    for low in ["account=kari&level=low", "account=kari&tamper=level", "account=kari&tamper=no-level"] {
        let end = try_with(&world, low).await;
        assert_eq!((end.status, end.heading()), (403, "Sikkerhetsnivået er for lavt"), "{low}");
    }
    let end = try_with(&world, "deny=1").await;
    assert_eq!((end.status, end.heading()), (400, "Innloggingen ble avbrutt"));
    assert!(world.get("kari", "/v1/sessions").await.1["sessions"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_browser_that_comes_back_with_the_state_of_another_or_a_second_time_is_sent_away() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let base = &world.running.url;
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    let page = browser.write_code(base, &terminal.code).await;
    let back = browser.open_until(&format!("{}/as?account=kari", page.url), "/login/callback").await;
    let refused = |page: Page| {
        assert_eq!((page.status, page.heading()), (400, "Innloggingen kan ikke fortsette"), "{}", page.url);
    };
    let other = |name: &str, value: &str| {
        let mut url = back.url.clone();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().filter(|(key, _)| key != name).collect();
        url.query_pairs_mut().clear().extend_pairs(pairs).append_pair(name, value);
        url.to_string()
    };
    refused(browser.open(&other("state", "sfv_state_another")).await);
    refused(browser.open(&format!("{base}/login/callback?code=x")).await);
    refused(Browser::new().open(back.url.as_str()).await);
    let question = browser.open(back.url.as_str()).await;
    assert_eq!(question.heading(), "Er dette koden i terminalen din?");
    refused(browser.open(back.url.as_str()).await);
    refused(Browser::new().open(question.url.as_str()).await);
    // An answer of another provider (RFC 9207) is none, and neither is a code of somebody else.
    for (name, value) in [("iss", "https://another.example"), ("code", "another")] {
        // Another browser: this one is known to the provider by now.
        let mut browser = Browser::new();
        let page = browser.write_code(base, &terminal.code).await;
        let back = browser.open_until(&format!("{}/as?account=kari", page.url), "/login/callback").await;
        let mut url = back.url.clone();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().filter(|(key, _)| key != name).collect();
        url.query_pairs_mut().clear().extend_pairs(pairs).append_pair(name, value);
        let end = browser.open(url.as_str()).await;
        assert_eq!((end.status, end.heading()), (403, "Svaret fra innloggingstjenesten kan ikke brukes"), "{name}");
    }
}

#[tokio::test]
async fn a_form_that_another_site_sends_does_nothing() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let base = world.running.url.clone();
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    let forged = |page: Page| {
        assert_eq!((page.status, page.heading()), (403, "Innloggingen kan ikke fortsette"), "{}", page.url);
    };
    let code = format!("{base}/login/code");
    forged(browser.send_form(&code, &[("user_code", &terminal.code)], None).await);
    let entry = browser.open(&format!("{base}/login?user_code={}", terminal.code)).await;
    assert_eq!(entry.field("user_code"), terminal.code);
    let form = [("user_code", &*terminal.code), ("proof", &*entry.field("proof"))];
    forged(browser.send_form(&code, &form, Some("https://evil.example")).await);
    forged(Browser::new().send_form(&code, &form, Some(&base)).await);
    let page = browser.write_code(&base, &terminal.code).await;
    let question = browser.log_in(&page, "account=kari").await;
    let (visit, proof) = (question.field("visit"), question.field("proof"));
    let confirm = format!("{base}/login/confirm");
    forged(browser.send_form(&confirm, &[("visit", &visit), ("answer", "yes")], Some(&base)).await);
    let whole = [("visit", &*visit), ("proof", &*proof), ("answer", "yes")];
    forged(browser.send_form(&confirm, &whole, Some("https://evil.example")).await);
    forged(Browser::new().send_form(&confirm, &whole, Some(&base)).await);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "authorization_pending"));
    assert_eq!(browser.answer(&question, "yes").await.heading(), "Du er logget inn");
    let again = browser.send_form(&confirm, &whole, Some(&base)).await;
    assert_eq!((again.status, again.heading()), (400, "Innloggingen kan ikke fortsette"), "answered once");
}

#[tokio::test]
async fn a_person_who_says_that_the_code_is_not_theirs_is_believed() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    let page = browser.write_code(&world.running.url, &terminal.code).await;
    let question = browser.log_in(&page, "account=kari").await;
    assert_eq!(browser.answer(&question, "no").await.heading(), "Innloggingen er avvist");
    assert_eq!(error(&poll(&world, &terminal).await), (400, "access_denied"));
    let wrong = browser.write_code(&world.running.url, &terminal.code).await;
    assert_eq!((wrong.status, wrong.heading()), (400, "Logg inn i terminalen"), "the code is used up");
}

#[tokio::test]
async fn a_code_lasts_ten_minutes_and_no_longer() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    let page = browser.write_code(&world.running.url, &terminal.code).await;
    let question = browser.log_in(&page, "account=kari").await;
    world.pass(601);
    let late = browser.answer(&question, "yes").await;
    assert_eq!(late.status, 400, "{late:?}");
    assert_eq!(error(&poll(&world, &terminal).await), (400, "expired_token"));
    assert_eq!(browser.write_code(&world.running.url, &terminal.code).await.status, 400);
}

#[tokio::test]
async fn a_terminal_that_asks_too_soon_must_wait_five_seconds_longer_each_time() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let terminal = ask(&world).await;
    assert_eq!(error(&poll(&world, &terminal).await), (400, "authorization_pending"));
    world.pass(4);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "slow_down"));
    world.pass(9);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "slow_down"));
    world.pass(15);
    assert_eq!(error(&poll(&world, &terminal).await), (400, "authorization_pending"));
}

#[tokio::test]
async fn guessing_codes_is_stopped_after_a_few_attempts_and_a_right_one_is_not_taken_then_either() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    for _ in 0..5 {
        let page = browser.write_code(&world.running.url, "BBBB-BBBB").await;
        assert_eq!((page.status, page.heading()), (400, "Logg inn i terminalen"));
        assert!(page.text.contains("aria-invalid=\"true\"") && page.text.contains("role=\"alert\""));
    }
    let page = Browser::new().write_code(&world.running.url, &terminal.code).await;
    assert_eq!((page.status, page.heading()), (429, "For mange forsøk"));
    world.pass(601);
    let terminal = ask(&world).await;
    let page = browser.write_code(&world.running.url, &terminal.code).await;
    assert!(page.url.path().starts_with("/interaction/"), "{page:?}");
}

#[tokio::test]
async fn an_access_token_lasts_fifteen_minutes_and_a_login_twelve_hours() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let mut tokens = log_in(&world, "kari").await;
    world.pass(899);
    assert_eq!(world.get(text(&tokens, "access_token"), "/v1/me").await.0, 200);
    world.pass(1);
    let (status, body) = world.get(text(&tokens, "access_token"), "/v1/me").await;
    assert_eq!((status, &body["kind"]), (401, &"not_logged_in".into()));
    for _ in 0..47 {
        let (status, next) = refresh(&world, text(&tokens, "refresh_token")).await;
        assert_eq!(status, 200, "{next}");
        assert_ne!(
            (&next["access_token"], &next["refresh_token"]),
            (&tokens["access_token"], &tokens["refresh_token"])
        );
        tokens = next;
        world.pass(900);
    }
    assert_eq!(error(&refresh(&world, text(&tokens, "refresh_token")).await), (400, "invalid_grant"), "after 12 hours");
}

#[tokio::test]
async fn a_refresh_token_that_comes_a_second_time_ends_the_login_for_both_who_have_it() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let first = log_in(&world, "kari").await;
    let (status, second) = refresh(&world, text(&first, "refresh_token")).await;
    assert_eq!(status, 200);
    assert_eq!(world.get(text(&second, "access_token"), "/v1/me").await.0, 200);
    assert_eq!(error(&refresh(&world, text(&first, "refresh_token")).await), (400, "invalid_grant"));
    assert_eq!(world.get(text(&second, "access_token"), "/v1/me").await.0, 401);
    assert_eq!(world.get(text(&first, "access_token"), "/v1/me").await.0, 401);
    assert_eq!(error(&refresh(&world, text(&second, "refresh_token")).await), (400, "invalid_grant"));
}

#[tokio::test]
async fn a_person_sees_their_own_logins_and_revokes_one_of_them() {
    let Some(provider) = Provider::start() else { return };
    let both = format!("{KNOWN}[[identity]]\nperson = \"oslo\"\nsubject = \"fremmed\"\n");
    let world = world(&provider, &both).await;
    let (here, there) = (log_in(&world, "kari").await, log_in(&world, "kari").await);
    let other = log_in(&world, "fremmed").await;
    let (_, list) = world.get(text(&here, "access_token"), "/v1/sessions").await;
    let sessions = list["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 2, "{list}");
    assert!(sessions.iter().all(|one| one["address"] == "127.0.0.1" && one["open"] == true));
    let id = sessions.iter().find(|one| one["current"] == false).unwrap()["id"].as_str().unwrap();
    let remove = async |token: &str| {
        let request = world.client.delete(format!("{}/v1/sessions/{id}", world.running.url)).bearer_auth(token);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(remove(text(&other, "access_token")).await, 404, "somebody else's login is not there");
    assert_eq!(world.get(text(&there, "access_token"), "/v1/me").await.0, 200);
    assert_eq!(remove(text(&here, "access_token")).await, 200);
    assert_eq!(world.get(text(&there, "access_token"), "/v1/me").await.0, 401);
    assert_eq!(error(&refresh(&world, text(&there, "refresh_token")).await), (400, "invalid_grant"));
    assert_eq!(world.get(text(&here, "access_token"), "/v1/me").await.0, 200, "the other one goes on");
    let revoke = [("token", text(&here, "refresh_token")), ("client_id", "sfv")];
    assert_eq!(form(&world, "/oauth/revoke", &revoke).await.0, 200);
    assert_eq!(world.get(text(&here, "access_token"), "/v1/me").await.0, 401, "logged out");
    assert_eq!(form(&world, "/oauth/revoke", &[("token", "unknown"), ("client_id", "sfv")]).await.0, 200);
}

#[tokio::test]
async fn a_person_whom_nobody_has_registered_does_not_get_in() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    for stranger in ["fremmed", "uverifisert", "per"] {
        let end = try_with(&world, &format!("account={stranger}")).await;
        assert_eq!((end.status, end.heading()), (403, "Du har ikke tilgang"), "{stranger}");
    }
}

#[tokio::test]
async fn a_first_login_by_a_registered_address_needs_a_verified_one_and_holds_for_one_subject() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, "first_by_email = true").await;
    for stranger in ["fremmed", "uverifisert"] {
        let end = try_with(&world, &format!("account={stranger}")).await;
        assert_eq!((end.status, end.heading()), (403, "Du har ikke tilgang"), "{stranger}");
    }
    let tokens = log_in(&world, "per").await;
    assert_eq!(world.get(text(&tokens, "access_token"), "/v1/me").await.1["person"], "per");
    // Who writes another's address as their own does not become the other, and keeps nobody out.
    let address = serde_json::json!({ "email": "kari@statsforvalteren.example", "phone": "000 00 009" });
    assert_eq!(world.put(text(&tokens, "access_token"), "/v1/me", &address).await.0, 200);
    let tokens = log_in(&world, "kari").await;
    assert_eq!(world.get(text(&tokens, "access_token"), "/v1/me").await.1["person"], "kari");
    // Two people with one registered address are nobody.
    let mut twins = people();
    twins.push(person("kari", Role::Reviewer, Some("SFIN"), None));
    twins.last_mut().unwrap().id = "kari2".to_owned();
    let world = world_of(&provider, "first_by_email = true", twins).await;
    let end = try_with(&world, "account=kari").await;
    assert_eq!((end.status, end.heading()), (403, "Du har ikke tilgang"));
}

#[tokio::test]
async fn requests_of_the_protocol_that_are_not_of_their_form_are_refused_by_name() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let token = "/oauth/token";
    for (path, fields, code) in [
        ("/oauth/device_authorization", vec![], "invalid_request"),
        ("/oauth/device_authorization", vec![("client_id", "other")], "invalid_client"),
        (token, vec![("client_id", "sfv")], "invalid_request"),
        (token, vec![("client_id", "sfv"), ("grant_type", "password")], "unsupported_grant_type"),
        (token, vec![("client_id", "sfv"), ("grant_type", DEVICE_GRANT)], "invalid_request"),
        (token, vec![("client_id", "sfv"), ("grant_type", DEVICE_GRANT), ("device_code", "x")], "invalid_grant"),
        (token, vec![("client_id", "sfv"), ("grant_type", REFRESH_GRANT), ("refresh_token", "x")], "invalid_grant"),
        (token, vec![("client_id", "sfv"), ("client_id", "sfv"), ("grant_type", DEVICE_GRANT)], "invalid_request"),
        ("/oauth/revoke", vec![("client_id", "sfv")], "invalid_request"),
    ] {
        assert_eq!(error(&form(&world, path, &fields).await), (400, code), "{path} {fields:?}");
    }
    let json = world.client.post(format!("{}{token}", world.running.url)).json(&serde_json::json!({})).send();
    assert_eq!(json.await.unwrap().json::<Value>().await.unwrap()["error"], "invalid_request");
    let metadata = world.client.get(format!("{}/.well-known/oauth-authorization-server", world.running.url)).send();
    let metadata: Value = metadata.await.unwrap().json().await.unwrap();
    assert_eq!(metadata["token_endpoint"], format!("{}{token}", world.running.url));
}

#[tokio::test]
async fn the_pages_are_in_the_readers_language_nobody_keeps_or_frames_them_and_nothing_in_them_runs() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    for (asked, language, heading) in [
        ("nb-NO", "nb", "Logg inn i terminalen"),
        ("no", "nb", "Logg inn i terminalen"),
        ("en;q=0.5, nn;q=0.9", "nn", "Logg inn i terminalen"),
        ("en-GB", "en", "Log in to the terminal"),
        ("fr", "nb", "Logg inn i terminalen"),
    ] {
        let mut browser = Browser::new();
        browser.language = asked;
        let page = browser.open(&format!("{}/login?user_code=%22%3E%3Cscript%3E", world.running.url)).await;
        assert_eq!((page.status, page.heading()), (200, heading), "{asked}");
        assert!(page.text.starts_with("<!DOCTYPE html>") && page.text.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.text.contains("<label for=\"code\">") && !page.text.contains("<script"), "{}", page.text);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; style-src 'self'; form-action 'self' {}; frame-ancestors 'none'; base-uri 'none'",
                provider.issuer
            )
        );
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["x-frame-options"], "DENY");
        let cookie = page.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    }
}

#[tokio::test]
async fn a_backend_without_a_provider_has_no_login() {
    let world = World::new().await;
    for path in ["/login", "/oauth/token", "/.well-known/oauth-authorization-server"] {
        assert_eq!(world.get("", path).await.0, 404, "{path}");
    }
    assert_eq!(world.get("kari", "/v1/sessions").await.1["sessions"], serde_json::json!([]));
}

#[tokio::test]
async fn who_has_logged_in_registers_address_and_telephone_before_any_task_is_shown() {
    let Some(provider) = Provider::start() else { return };
    let mut all = people();
    for known in all.iter_mut().filter(|known| known.id == "kari") {
        known.phone = String::new();
    }
    let world = world_of(&provider, KNOWN, all).await;
    let tokens = log_in(&world, "kari").await;
    let token = text(&tokens, "access_token");
    let (status, me) = world.get(token, "/v1/me").await;
    assert_eq!((status, &me["needs_registration"]), (200, &true.into()));
    for path in ["/v1/tasks", "/v1/archive", "/v1/overview", "/v1/units", "/v1/changes", "/v1/tasks/KHR-2023H1-3420"] {
        let (status, body) = world.get(token, path).await;
        assert_eq!((status, &body["kind"]), (403, &"not_registered".into()), "{path}");
    }
    assert_eq!(world.get(token, "/v1/sessions").await.0, 200);
    let tell = |email: &str, phone: &str| serde_json::json!({ "email": email, "phone": phone });
    for (email, phone, codes) in [
        ("x@", "000 00 001", vec!["bad_email"]),
        ("kari@a.example", "12", vec!["bad_phone"]),
        ("", "", vec!["bad_email", "bad_phone"]),
        ("a@b.example\r\nBcc: c@d.example", "000 00 001", vec!["bad_email"]),
    ] {
        let (status, body) = world.put(token, "/v1/me", &tell(email, phone)).await;
        assert_eq!((status, crate::server_world::codes(&body)), (422, codes), "{email}");
    }
    let (status, me) = world.put(token, "/v1/me", &tell("kari@ny.example", "+47 000 00 001")).await;
    assert_eq!((status, &me["needs_registration"], &me["email"]), (200, &false.into(), &"kari@ny.example".into()));
    assert_eq!(world.get(token, "/v1/tasks").await.0, 200);
    assert_eq!(world.get("kari", "/v1/me").await.1["phone"], "+47 000 00 001");
}

#[tokio::test]
async fn every_login_logout_refusal_and_revocation_stands_in_the_log_with_who_when_from_where_and_at_which_level() {
    let Some(provider) = Provider::start() else { return };
    let world = world(&provider, KNOWN).await;
    let first = log_in(&world, "kari").await;
    let second = log_in(&world, "kari").await;
    let third = log_in(&world, "kari").await;
    try_with(&world, "account=kari&tamper=nonce").await;
    try_with(&world, "account=kari&level=low").await;
    try_with(&world, "account=fremmed").await;
    try_with(&world, "deny=1").await;
    let terminal = ask(&world).await;
    let mut browser = Browser::new();
    let page = browser.write_code(&world.running.url, &terminal.code).await;
    let question = browser.log_in(&page, "account=kari").await;
    browser.answer(&question, "no").await;
    let revoke = [("token", text(&first, "refresh_token")), ("client_id", "sfv")];
    assert_eq!(form(&world, "/oauth/revoke", &revoke).await.0, 200);
    assert_eq!(form(&world, "/oauth/revoke", &revoke).await.0, 200, "once more changes nothing");
    let (_, list) = world.get(text(&second, "access_token"), "/v1/sessions").await;
    let id = list["sessions"].as_array().unwrap().iter().find(|one| one["current"] == true).unwrap()["id"].clone();
    let path = format!("{}/v1/sessions/{}", world.running.url, id.as_str().unwrap());
    assert_eq!(world.client.delete(path).bearer_auth("kari").send().await.unwrap().status(), 200);
    assert_eq!(refresh(&world, text(&third, "refresh_token")).await.0, 200);
    assert_eq!(refresh(&world, text(&third, "refresh_token")).await.0, 400);
    let (status, log) = world.get("admin", "/v1/audit/events?limit=100").await;
    assert_eq!(status, 200, "{log}");
    let mut lines: Vec<(String, String, String, String)> = log["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["kind"].as_str().unwrap().starts_with("log"))
        .map(|event| {
            let told = |name: &str| event[name].as_str().unwrap_or("-").to_owned();
            assert_eq!(event["origin"], "127.0.0.1", "{event}");
            let said = told("text").split(';').next().unwrap().to_owned();
            (told("kind"), told("person"), told("office"), said)
        })
        .collect();
    lines.reverse();
    let of = |kind: &str, said: &str| (kind.to_owned(), "kari".to_owned(), "SFIN".to_owned(), said.to_owned());
    let nobody = |said: &str| ("login_refused".to_owned(), "-".to_owned(), String::new(), said.to_owned());
    assert_eq!(
        lines,
        [
            of("logged_in", "acr high"),
            of("logged_in", "acr high"),
            of("logged_in", "acr high"),
            nobody("nonce"),
            nobody("level"),
            nobody("person"),
            nobody("cancelled"),
            of("login_refused", "denied"),
            of("logged_out", "acr high"),
            of("login_revoked", "acr high"),
            of("login_ended", "acr high"),
        ]
    );
    let (_, verified) = world.get("admin", "/v1/audit/verify").await;
    assert_eq!(verified["breaks"], serde_json::json!([]), "{verified}");
    assert!(!log.to_string().contains("sfv_") && !log.to_string().contains(&terminal.code), "no token and no code");
}
