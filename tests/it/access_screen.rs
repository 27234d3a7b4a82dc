//! Access on the screen: the role of a grant, the published figures, the form of an application, and taking access away.

use serde_json::{Value, json};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, approve},
    support::pty::Pty,
};

/// What came of keys in the demo; the caller is its first reviewer.
fn play(arguments: &[&str]) -> (String, Value) {
    let home = Home::new();
    let run = home.run(&[&["replay", "--demo", "--json", "--dump"], arguments].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let outcome = run.json();
    let lines = outcome["dump"].as_array().expect("a dump").iter();
    (lines.map(|line| line.as_str().expect("text").trim_end()).collect::<Vec<_>>().join("\n"), outcome)
}

fn keys(keys: &str) -> String {
    play(&["--keys", keys, "--size", "80x24"]).0
}

fn at(reference: &str, keys: &str) -> (String, String) {
    let (screen, outcome) = play(&["--open", reference, "--keys", keys, "--size", "80x24"]);
    let cases = outcome["cases"].as_array().expect("cases");
    let state =
        cases.iter().find(|case| case["reference"] == reference).map_or("", |case| case["state"].as_str().unwrap());
    (screen, state.to_owned())
}

#[test]
fn nothing_is_confirmed_in_a_window_that_cuts_what_is_sent() {
    let small = "Vinduet er for lite til å vise alt som sendes.";
    // The address of a return, and what can be done afterwards, do not stand in the lower windows.
    for (size, is_sent) in [("40x20", false), ("40x24", false), ("50x22", false), ("80x20", false), ("80x24", true)] {
        let (screen, outcome) = play(&["--keys", "w2<Enter>r<F2><Enter>", "--size", size]);
        let state = if is_sent { "returned" } else { "open" };
        assert_eq!((size, outcome["cases"][0]["state"].as_str()), (size, Some(state)), "{screen}");
        assert_eq!(outcome["message"].as_str().is_some_and(|text| text.starts_with(small)), !is_sent, "{screen}");
    }
    // A reason that is sent to somebody, and that does not fit.
    let reason = (0..160).map(|number| format!("ord{number}")).collect::<Vec<_>>().join(" ");
    let removed = |size: &str| {
        let keys = format!("Tx<paste:{reason}><Enter><Enter>");
        play(&["--keys", &keys, "--size", size]).1["message"].as_str().expect("a message").to_owned()
    };
    assert!(removed("80x24").starts_with(small));
    assert!(removed("120x45").contains("er fjernet"), "{}", removed("120x45"));
}

#[track_caller]
fn shows(screen: &str, words: &[&str]) {
    // A sentence may go over several lines.
    let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in words {
        assert!(flat.contains(word), "«{word}» is missing:\n{screen}");
    }
}

/// The colleague who chose a municipality.
const COLLEAGUE: &str = "TLG-000005";
/// A consultant.
const EXTERNAL: &str = "TLG-000006";

#[test]
fn the_suggested_role_stands_on_the_screen_and_is_given_with_two_keys() {
    let (screen, _) = at(COLLEAGUE, "");
    shows(&screen, &["Rollen som gis: statsforvalter (forslaget)", "o Bytt rollen"]);
    let (screen, _) = at(COLLEAGUE, "a");
    shows(&screen, &["Rolle", "statsforvalter", "trykk Enter"]);
    assert_eq!(at(COLLEAGUE, "a<Enter>").1, "granted");
}

#[test]
fn another_role_needs_one_more_deliberate_key_on_the_screen() {
    let (screen, _) = at(COLLEAGUE, "oa");
    shows(
        &screen,
        &["Forslaget er rollen statsforvalter, men du gir rollen kommune.", "Trykk j for å bekrefte rollen"],
    );
    // Enter alone does nothing, however often; nor does a confirmation that was left again.
    assert_eq!(at(COLLEAGUE, "oa<Enter><Enter>").1, "");
    assert_ne!(at(COLLEAGUE, "oaj<Esc>a<Enter>").1, "granted");
    assert_eq!(at(COLLEAGUE, "oaj<Enter>").1, "granted");
    // Back at the suggested role nothing needs to be confirmed.
    assert_eq!(at(COLLEAGUE, "ooa<Enter>").1, "granted");
}

#[test]
fn an_external_applicant_is_granted_nothing_on_the_screen_without_role_reason_and_confirmation() {
    let (screen, state) = at(EXTERNAL, "a<Enter>");
    shows(&screen, &["Søkeren ser ut til å være ekstern. Videresend søknaden til Bufdir."]);
    assert_ne!(state, "granted");
    let (screen, _) = at(EXTERNAL, "oa<Esc>");
    shows(&screen, &["Skriv hvorfor tilgangen likevel gis."]);
    let (screen, state) = at(EXTERNAL, "oaInnleid leder.<Esc><Enter>");
    shows(&screen, &["Søkeren ser ut til å være ekstern, og du gir rollen kommune."]);
    assert_ne!(state, "granted");
    assert_eq!(at(EXTERNAL, "oaInnleid leder.<Esc>j<Enter>").1, "granted");
}

#[test]
fn earlier_applications_stand_on_the_screen_with_what_became_of_them() {
    let (screen, _) = at("TLG-000008", "");
    shows(&screen, &["TLG-000003 (Ringsaker), avslått 15.08 08:55 av", "«Søknaden sier ikke hvilken kommune"]);
}

#[test]
fn who_has_no_access_to_the_figures_is_led_to_the_form() {
    let screen = keys("3");
    shows(&screen, &["3 Statistikk", "Du har ikke tilgang til de rapporterte tallene", "Søk om tilgang: trykk Enter"]);
    shows(&keys("3<Enter>"), &["Navn / Namn"]);
}

#[test]
fn the_form_stands_in_both_written_languages_and_a_unit_is_picked_from_the_list() {
    for size in ["80x24", "160x45"] {
        let screen = play(&["--keys", "S", "--size", size]).0;
        shows(
            &screen,
            &["Navn / Namn", "Arbeidsgiver / Arbeidsgivar", "Bokmål: Søk om å få se", "Nynorsk: Søk om å få sjå"],
        );
    }
    // The employer is asked for first: name, address and telephone are known.
    let picked = keys("SStatsforvalteren<Enter><Enter><Enter>elveru<Enter>");
    shows(&picked, &["Elverum (3420)", "Enter sender søknaden"]);
    let other = keys("SStatsforvalteren<Enter><Enter><Enter>nor<Down><Enter>");
    assert!(!other.contains("Vald: Elverum") && other.contains("Valgt / Vald:"), "{other}");
    let sent = keys("SStatsforvalteren<Enter><Enter><Enter>elveru<Enter><Enter>");
    shows(&sent, &["Søknaden er mottatt som TLG-000010."]);
}

#[test]
fn a_missing_or_unknown_unit_is_refused_at_the_field_and_what_was_typed_is_kept() {
    shows(&keys("SEmbetet<Enter><Enter><Enter><Enter>"), &["Velg en enhet fra listen"]);
    shows(&keys("SEmbetet<Enter><Enter><Enter>xyzzy<Enter>"), &["Velg en enhet fra listen", "xyzzy"]);
    shows(&keys("S<Enter><Enter><Enter>elverum<Enter>"), &["Skriv hvor du arbeider."]);
    shows(&keys("SEmbetet<Esc>"), &["ligger i skjemaet til neste gang"]);
    shows(&keys("SEmbetet<Esc>S"), &["Embetet"]);
    shows(&keys(":søk om tilg<Enter>"), &["Navn / Namn"]);
}

#[test]
fn who_has_access_is_a_list_on_the_screen_and_access_is_taken_away_with_a_reason() {
    let screen = keys("T");
    shows(&screen, &["Pål Innsynsen", "kommune", "Stange (3413)", "aldri", "Gitt 10.08 09:02 av Kari Prøvenes"]);
    shows(&keys("Tx<Enter>"), &["Kommentaren er tom"]);
    shows(
        &keys("TxSluttet.<Enter>"),
        &["Du er i ferd med å FJERNE tilgangen.", "«Sluttet.»", "Enter fjerner tilgangen nå"],
    );
    shows(&keys("TxSluttet.<Enter><Esc><Esc>"), &["Pål Innsynsen"]);
    let gone = keys("TxSluttet.<Enter><Enter>");
    shows(&gone, &["Tilgangen til Pål Innsynsen er fjernet.", "Ingen har tilgang til de rapporterte tallene."]);
    shows(&play(&["--keys", "T", "--size", "160x45"]).0, &["Gitt av", "pal.innsynsen@stange.kommune.example"]);
    shows(&play(&["--keys", "T", "--size", "40x12"]).0, &["Pål Innsynsen"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reviewer_whose_application_was_granted_sees_the_figures_on_the_screen() {
    let world = World::new().await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    let body = json!({ "name": "Navn kari", "email": "kari@statsforvalteren.example", "phone": "000 00 077",
        "represents": "Statsforvalteren", "unit": "3420" });
    let reference = world.post("kari", "/v1/applications", &body).await.1["reference"].as_str().unwrap().to_owned();
    let home = Home::new();
    let token = home.file("kari.token", "kari");
    let arguments = ["--server", &world.running.url, "--token-file", &token];
    let mut pty = tokio::task::block_in_place(|| Pty::start(&home, &arguments));
    tokio::task::block_in_place(|| {
        pty.wait_for("TLG-000001");
        pty.press("3");
        pty.wait_for("Du har ikke tilgang til de rapporterte tallene");
    });
    let (status, said) = world.decide("leder", &reference, 1, OTHER_KEY, &json!({ "kind": "grant" })).await;
    assert_eq!(status, 200, "{said}");
    world.pass(31);
    tokio::task::block_in_place(|| {
        pty.send("\x1b[15~");
        pty.wait_until("the figures", |screen| {
            screen.contains("Rapporterte tall for") && screen.contains("rolle: statsforvalter")
        });
        // The units one has access to are gone through, until the one that has reported.
        while !pty.screen().contains("Rapporterte tall for Elverum") {
            let before = pty.screen();
            pty.press("h");
            pty.wait_until("another unit", |screen| screen != before);
        }
        pty.wait_until("its figures", |screen| screen.contains("2023H1") && screen.contains("Punkt"));
    });
}
