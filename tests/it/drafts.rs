//! Two people who write on the same case at once: what one has written is not replaced by somebody who has not read it, and
//! what the other types is not lost either.

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, World, codes},
    support::{backend::Backend, pty::Pty},
};

const FIRST: &str = "KHR-2023H1-3420";

fn draft_of(case: &Value) -> &Value {
    &case["draft"]
}

#[tokio::test]
async fn a_colleague_s_draft_is_replaced_only_by_who_has_read_it_as_it_stands() {
    let world = World::new().await;
    world.submit("3420").await;
    let path = format!("/v1/tasks/{ELVERUM}/draft");
    let begun = json!({ "version": 1, "comment": "Karis tekst" });
    assert_eq!(world.put("kari", &path, &begun).await.0, 200);
    let first = draft_of(&world.case(ELVERUM).await).clone();
    world.pass(5);
    let blind = json!({ "version": 1, "comment": "Pers tekst" });
    for given in [&blind, &json!({ "zzz": 1 })] {
        let (status, refused) = world.put("per", &path, given).await;
        assert_eq!((status, codes(&refused)), (422, vec!["together"]), "{refused}");
        assert!(refused["errors"][0].as_str().unwrap().contains("har skrevet et utkast"), "{refused}");
    }
    // Kari goes on writing: what Per has read is not what stands any more.
    assert_eq!(world.put("kari", &path, &json!({ "version": 1, "comment": "Karis lengre tekst" })).await.0, 200);
    let mut over = first;
    over["comment"] = json!("Pers tekst");
    assert_eq!(world.put("per", &path, &over).await.0, 422);
    let mut over = draft_of(&world.case(ELVERUM).await).clone();
    assert_eq!(over["comment"], "Karis lengre tekst");
    over["comment"] = json!("Pers tekst");
    assert_eq!(world.put("per", &path, &over).await.0, 200, "read as it stands, and taken over");
    assert_eq!(draft_of(&world.case(ELVERUM).await)["person"], "per");
    assert_eq!(world.put("per", &path, &blind).await.0, 200, "one's own is one's own");
    assert_eq!(world.put("kari", &path, &begun).await.0, 422);
}

#[test]
fn what_two_people_write_at_once_is_lost_for_neither() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let colleague = backend.token_of("reviewer-2");
    let mut kari = Pty::start(&home, &[backend.client().as_slice(), &["open", FIRST]].concat());
    kari.wait_for("a godkjenn");
    let other = Home::new();
    let mut ola = Pty::start(&other, &["--server", &backend.url, "--token-file", &colleague, "open", FIRST]);
    ola.wait_for("a godkjenn");
    ola.comment("Olas.tekst");
    kari.comment("Karis.tekst");
    // Whoever saved first has the draft; the other is told, and goes on with their own words on their own screen.
    let told = "har skrevet et utkast imens";
    let (mut first, mut second) = (kari, ola);
    let mut texts = ("Karis.tekst", "Olas.tekst");
    let is_told = |pty: &Pty| pty.screen().contains(told);
    for _ in 0..300 {
        if is_told(&first) || is_told(&second) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    if is_told(&first) {
        (first, second) = (second, first);
        texts = (texts.1, texts.0);
    }
    let screen = second.wait_for(told);
    assert!(screen.contains(texts.1), "{screen}");
    let case = backend.case(&home, FIRST);
    assert!(case["draft"]["comment"].as_str().unwrap().contains(texts.0), "{case}");
    // Taken over with a second press of the same key, both texts stand on the screen and at the backend.
    second.escape();
    second.wait_for("har et utkast som går bort");
    second.escape();
    second.wait_for("a godkjenn");
    second.press("r");
    second.wait_for("Trykk tasten en gang til");
    second.press("r");
    second.wait_until("both texts", |screen| screen.contains(texts.0) && screen.contains(texts.1));
    for _ in 0..300 {
        let kept = backend.case(&home, FIRST)["draft"]["comment"].as_str().unwrap_or_default().to_owned();
        if kept.contains(texts.0) && kept.contains(texts.1) {
            drop(first);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("one of the texts is gone: {}", backend.case(&home, FIRST)["draft"]);
}
