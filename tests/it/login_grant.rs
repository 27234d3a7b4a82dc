//! Login through a provider that has the device grant itself: its own code is shown, and its ID token believed as strictly as
//! always. What it gives to the terminal are our own tokens.

use serde_json::Value;
use statsforvalter::{api::login::DEVICE_GRANT, client::login::device::Door};

use crate::{
    server_world::World,
    support::oidc::{Browser, KNOWN, Page, Provider, world},
};

/// What a terminal is told.
struct Terminal {
    device: String,
    code: String,
}

async fn with_grant(provider: &Provider) -> World {
    world(provider, &format!("device = \"provider\"\n{KNOWN}")).await
}

async fn form(world: &World, path: &str, fields: &[(&str, &str)]) -> (u16, Value) {
    let response = world.client.post(format!("{}{path}", world.running.url)).form(fields).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap_or(Value::Null))
}

async fn ask(world: &World, provider: &Provider) -> Terminal {
    let (status, told) = form(world, "/oauth/device_authorization", &[("client_id", "sfv")]).await;
    assert_eq!(status, 200, "{told}");
    assert_eq!(told["verification_uri"], format!("{}/device", provider.issuer));
    let text = |name: &str| told[name].as_str().unwrap_or_else(|| panic!("no {name}: {told}")).to_owned();
    assert_eq!(
        text("verification_uri_complete"),
        format!("{}/device?user_code={}", provider.issuer, text("user_code"))
    );
    Terminal { device: text("device_code"), code: text("user_code") }
}

async fn poll(world: &World, terminal: &Terminal) -> (u16, String, Value) {
    let fields = [("grant_type", DEVICE_GRANT), ("device_code", &*terminal.device), ("client_id", "sfv")];
    let (status, body) = form(world, "/oauth/token", &fields).await;
    (status, body["error"].as_str().unwrap_or_default().to_owned(), body)
}

async fn says(world: &World, terminal: &Terminal, wanted: &str) {
    let (status, error, body) = poll(world, terminal).await;
    assert_eq!((status, error.as_str()), (400, wanted), "{body}");
}

/// A browser's way at the provider: the code, the confirmation, and who it is.
async fn at_provider(provider: &Provider, code: &str, how: &str) -> Page {
    let mut browser = Browser::new();
    let address = format!("{}/device", provider.issuer);
    let entry = browser.open(&address).await;
    let confirm = browser.send_form(&address, &[("xsrf", &entry.field("xsrf")), ("user_code", code)], None).await;
    assert_eq!(confirm.heading(), "Confirm", "{confirm:?}");
    let form = [("xsrf", &*confirm.field("xsrf")), ("user_code", code), ("confirm", "yes")];
    let page = browser.send_form(&address, &form, None).await;
    browser.log_in(&page, how).await
}

/// Changes how the provider behaves.
async fn control(provider: &Provider, how: &str) {
    Browser::new().open(&format!("{}/control?{how}", provider.issuer)).await;
}

async fn refusals(world: &World) -> Vec<String> {
    let (_, log) = world.get("admin", "/v1/audit/events?kind=login_refused").await;
    let mut said: Vec<String> =
        log["events"].as_array().unwrap().iter().map(|event| event["text"].as_str().unwrap().to_owned()).collect();
    said.reverse();
    said
}

#[tokio::test]
async fn a_provider_that_has_the_device_grant_itself_is_used_directly_and_the_tokens_are_our_own() {
    let Some(provider) = Provider::start() else { return };
    let world = with_grant(&provider).await;
    let terminal = ask(&world, &provider).await;
    says(&world, &terminal, "authorization_pending").await;
    let wrong = Browser::new().write_code(&world.running.url, &terminal.code).await;
    assert_eq!((wrong.status, wrong.heading()), (400, "Logg inn i terminalen"), "the code is none of ours");
    assert_eq!(at_provider(&provider, &terminal.code, "account=kari").await.heading(), "Done");
    says(&world, &terminal, "slow_down").await;
    world.pass(10);
    let (status, _, tokens) = poll(&world, &terminal).await;
    assert_eq!(
        (status, &tokens["token_type"], &tokens["expires_in"]),
        (200, &"Bearer".into(), &900.into()),
        "{tokens}"
    );
    let access = tokens["access_token"].as_str().unwrap();
    assert!(access.starts_with("sfv_access_"), "nothing of the provider's goes to the terminal");
    let (status, me) = world.get(access, "/v1/me").await;
    assert_eq!((status, &me["person"], &me["session"]["level"]), (200, &"kari".into(), &"high".into()));
    says(&world, &terminal, "invalid_grant").await;
    assert_eq!(refusals(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_program_needs_to_know_nothing_of_who_gives_out_the_codes() {
    let Some(provider) = Provider::start() else { return };
    let world = with_grant(&provider).await;
    let door = Door::new(&world.running.url, reqwest::Client::new()).unwrap();
    let shown = door.knock().await.unwrap();
    assert_eq!(shown.address(), format!("{}/device", provider.issuer));
    at_provider(&provider, shown.code(), "account=kari").await;
    let kept = door.wait(&shown).await.unwrap();
    assert_eq!(world.get(&kept.access_token, "/v1/me").await.1["person"], "kari");
}

#[tokio::test]
async fn whom_the_providers_own_grant_does_not_prove_is_not_let_in() {
    let Some(provider) = Provider::start() else { return };
    let world = with_grant(&provider).await;
    let mut wanted = Vec::new();
    for (how, word) in [
        ("account=kari&tamper=audience", "audience"),
        ("account=kari&tamper=issuer", "issuer"),
        ("account=kari&tamper=expired", "time"),
        ("account=kari&tamper=signature", "signature"),
        ("account=kari&tamper=none", "malformed"),
        ("account=kari&tamper=key", "key"),
        ("account=kari&tamper=no-level", "level"),
        ("account=kari&level=low", "level"),
        ("account=fremmed", "person"),
        ("deny=1", "cancelled"),
    ] {
        let terminal = ask(&world, &provider).await;
        at_provider(&provider, &terminal.code, how).await;
        says(&world, &terminal, "access_denied").await;
        world.pass(10);
        says(&world, &terminal, "access_denied").await;
        wanted.push(word.to_owned());
    }
    assert_eq!(refusals(&world).await, wanted, "each is noted once");
    assert!(world.get("kari", "/v1/sessions").await.1["sessions"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_provider_that_wants_to_be_asked_less_often_is_and_its_codes_last_no_longer_than_it_says() {
    let Some(provider) = Provider::start() else { return };
    let world = with_grant(&provider).await;
    let terminal = ask(&world, &provider).await;
    control(&provider, "slow=1").await;
    says(&world, &terminal, "slow_down").await;
    world.pass(9);
    says(&world, &terminal, "slow_down").await;
    world.pass(15);
    says(&world, &terminal, "authorization_pending").await;
    control(&provider, "lasts=60").await;
    let terminal = ask(&world, &provider).await;
    says(&world, &terminal, "authorization_pending").await;
    world.pass(61);
    says(&world, &terminal, "expired_token").await;
}
