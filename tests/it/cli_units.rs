//! Who has not delivered, reminders and the extension register from the command line, on the demo.

use serde_json::{Value, json};

use crate::cli_support::Home;

#[test]
fn the_missing_units_of_the_demo_are_exactly_those_without_a_report() {
    let home = Home::new();
    let mut command = home.command(&["units", "missing", "--demo", "--json"]);
    let out = command.env("SFV_NOW", "2023-08-19").output().unwrap();
    let found: Value = serde_json::from_slice(&out.stdout).unwrap();
    let units: Vec<(&str, i64)> = found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["no"].as_str().unwrap(), row["days_left"].as_i64().unwrap()))
        .collect();
    assert_eq!((units, &found["missing"]), (vec![("3450", -1), ("3454", -1)], &json!(2)));
    let all =
        home.demo(&["tasks", "list", "--state", "all", "--kind", "report", "--period", "2023H1", "--json"]).json();
    let delivered = all["rows"].as_array().unwrap();
    assert!(delivered.iter().all(|row| row["unit"] != "3450" && row["unit"] != "3454"));
    let register = 1;
    assert_eq!(delivered.len() + 2 + register, 46, "every other unit delivered, but for one in the register");
    let text = home.demo(&["units", "missing"]).out;
    assert!(text.starts_with("2 enheter har ikke levert for 1. halvår 2023. Fristen: 18.08.2023."), "{text}");
    assert!(text.contains("barnevern@etnedal.kommune.example") && text.contains("6 dager over"), "{text}");
    assert!(text.contains("purret 21.08") && text.contains("ikke purret"), "{text}");
}

#[test]
fn a_reminder_needs_a_word_and_can_be_tried_and_taken_back() {
    let home = Home::new();
    assert_eq!(home.demo(&["remind", "--missing"]).code, 2, "neither --confirm nor --dry-run");
    assert_eq!(home.demo(&["remind"]).code, 2, "nobody is named");
    let tried = home.demo(&["remind", "--missing", "--dry-run"]);
    assert!(tried.code == 0 && tried.out.contains("2 enheter ville bli purret"), "{}{}", tried.out, tried.err);
    assert!(tried.out.contains("Fristen var fredag 18. august 2023"), "{}", tried.out);
    let sent = home.demo(&["remind", "3450", "3420", "--confirm", "--json"]).json();
    let outcomes: Vec<&Value> = sent["units"].as_array().unwrap().iter().map(|unit| &unit["refusal"]["code"]).collect();
    assert_eq!(outcomes, [&Value::Null, &json!("already_delivered")]);
    let again = home.demo(&["remind", "3450", "--confirm"]);
    assert!(again.code == 65 && again.err.contains("alt purret i dag av Kari Prøvenes"), "{}", again.err);
    let undone = home.demo(&["undo", sent["key"].as_str().unwrap()]);
    assert!(undone.code == 0 && undone.out.contains("ingenting er sendt"), "{}{}", undone.out, undone.err);
    assert_eq!(home.demo(&["remind", "3450", "--dry-run"]).code, 0, "it can go again");
    let readonly = home.demo(&["remind", "3450", "--confirm", "--readonly"]);
    assert_eq!(readonly.code, 77, "{}", readonly.err);
}

#[test]
fn a_decision_for_a_new_system_is_one_notice_and_a_name_as_reference_is_refused() {
    let home = Home::new();
    let add = |case_ref: &str, unit: &str| {
        let ends = ["--asked", "2023-08-21", "--granted", "--confirm", "--json"];
        home.demo(&[&["extensions", "add", "--unit", unit, "--ref", case_ref], &ends[..]].concat())
    };
    let found = add("A17", "3446").json();
    assert_eq!((&found["taken"], &found["notices"], &found["stored"]), (&json!(1), &json!(1), &json!(true)), "{found}");
    for (case_ref, code) in [("Kari Nordmann", "bad_case_ref"), ("010115", "case_ref_is_birthday")] {
        let run = add(case_ref, "3446");
        assert_eq!((run.code, &run.fault()["refusals"][0]["code"]), (65, &json!(code)), "{}", run.err);
        assert!(!run.err.contains(case_ref), "{}", run.err);
    }
    assert_eq!(home.demo(&["extensions", "add", "--unit", "3446", "--ref", "A18", "--asked", "2023-08-21"]).code, 2);
    let list = home.demo(&["extensions", "list", "--unit", "3446"]).out;
    assert!(list.contains("A17") && list.contains("innvilget") && list.contains("ikke vurdert"), "{list}");
}

#[test]
fn an_import_tells_what_it_matched_before_anything_is_stored() {
    let home = Home::new();
    let file = home.file(
        "liste.csv",
        "\u{feff}Unit;Ref;Asked;Granted;Decided\r\n3420;B1;01.02.2023;ja;02.02.2023\r\n3420;A17;2023-03-10;ja;14.03.2023\r\n\
         9999;B2;2023-02-01;nei;2023-02-02\r\n3420;Ola;2023-02-01;ja;2023-02-02\r\n",
    );
    let tried = home.demo(&["extensions", "import", &file, "--dry-run"]);
    assert_eq!(tried.code, 65, "{}{}", tried.out, tried.err);
    for wanted in [
        "Linje 2: Tatt inn.",
        "Linje 3: Kjent fra før.",
        "Linje 4: Avvist.",
        "9999",
        "Linje 5: Avvist. Saksreferansen",
        "Tatt inn: 1. Kjent fra før: 1. Avvist: 2.",
    ] {
        assert!(tried.out.contains(wanted), "{wanted}: {}", tried.out);
    }
    assert_eq!(home.demo(&["extensions", "import", &file, "--confirm"]).code, 65, "all or nothing");
    let list = home.demo(&["extensions", "list", "--json"]).json();
    assert!(!list.to_string().contains("B1"), "nothing of it");
    let run = home.demo(&["extensions", "import", &file, "--confirm", "--skip-bad"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let list = home.demo(&["extensions", "list", "--unit", "3420", "--period", "2023h1", "--json"]).json();
    assert!(list.to_string().contains("B1"), "{list}");
    for (content, what) in [("unit;ref\n1;2\n", "asked"), ("unit;ref;asked;granted;decided\n", "tom"), ("", "tom")] {
        let file = home.file("feil.csv", content);
        let run = home.demo(&["extensions", "import", &file, "--dry-run"]);
        assert!(run.code == 65 && run.err.contains(what), "{content:?}: {}", run.err);
    }
}

fn screen(keys: &str) -> String {
    let run = Home::new().run(&["replay", "--demo", "--dump", "--keys", keys, "--size", "80x24"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn on_the_screen_marked_units_are_reminded_after_a_summary_and_it_can_be_undone() {
    let list = screen("4");
    assert!(list.contains("2 har ikke levert") && list.contains("ikke purret"), "{list}");
    let marked = screen("4  sgj");
    assert!(marked.contains("2 merket, 2 skjult"), "{marked}");
    let summary = screen("4<Down>P");
    assert!(summary.contains("1 enhet blir purret") && summary.contains("Vang"), "{summary}");
    assert!(summary.contains("Bekreft med Enter"), "{summary}");
    let left = screen("4<Down>P<Esc>");
    assert!(left.contains("Ingenting er lagret eller sendt") && left.contains("ikke purret"), "{left}");
    let sent = screen("4<Down>P<Enter>");
    assert!(sent.contains("1 enhet er purret. Kan angres til") && !sent.contains("ikke purret"), "{sent}");
    let undone = screen("4<Down>P<Enter>z");
    assert!(undone.contains("Ingenting er sendt") && undone.contains("ikke purret"), "{undone}");
}

#[test]
fn reminding_more_than_one_unit_takes_their_number_and_one_undo() {
    let summary = screen("4MP");
    assert!(summary.contains("Purre 2 enheter? Skriv 2:"), "{summary}");
    let wrong = screen("4MP3<Enter>");
    assert!(wrong.contains("Du skrev «3», men 2 enheter blir purret. Ingenting er sendt."), "{wrong}");
    assert!(screen("4MP<Enter><Esc>").contains("ikke purret"), "no number reminds nobody");
    let sent = screen("4MP2<Enter>");
    assert!(sent.contains("2 enheter er purret. Kan angres til") && !sent.contains("ikke purret"), "{sent}");
    let undone = screen("4MP2<Enter>z");
    assert!(undone.contains("2 er trukket tilbake. Ingenting er sendt."), "{undone}");
}

#[test]
fn on_the_screen_a_decision_is_typed_summed_up_and_stands_on_the_units_page() {
    let page = screen("4sgran<Enter><Enter>n");
    assert!(page.contains("Tjenestens saksreferanse"), "{page}");
    let typed = "4sgran<Enter><Enter>nB7<Tab>21.08.2023<Tab>ja";
    let kept = screen(&format!("{typed}<Esc>n"));
    assert!(kept.contains("B7") && kept.contains("21.08.2023"), "Esc loses nothing: {kept}");
    let summary = screen(&format!("{typed}<Enter>"));
    assert!(summary.contains("sak B7: innvilget") && summary.contains("Beskjed til tjenesten"), "{summary}");
    let done = screen(&format!("{typed}<Enter><Enter>"));
    assert!(done.contains("tjenesten får beskjed"), "{done}");
    let name = screen("4sgran<Enter><Enter>nKari<Tab>21.08.2023<Enter>");
    assert!(
        name.contains("Saksreferansen må være tjenestens egen") && name.contains("Tjenestens saksreferanse"),
        "{name}"
    );
}

#[test]
fn the_count_of_the_register_is_proposed_and_taken_only_by_enter() {
    let case = ["replay", "--demo", "--dump", "--open", "KHR-2023H1-3420", "--size", "80x24", "--keys"];
    let shown = |keys: &str| Home::new().run(&[&case[..], &[keys]].concat()).out;
    let proposed = shown("u");
    assert!(proposed.contains("eget register: 2 innvilget") && proposed.contains(": 2"), "{proposed}");
    let left = shown("u<Esc>a");
    assert!(left.contains("7A") && !left.contains("Bekreft med Enter"), "not taken: {left}");
    let taken = shown("u<Enter>a");
    assert!(taken.contains("Bekreft"), "{taken}");
    let typed = shown("u1");
    assert!(typed.contains("7A 1)") && !typed.contains("7A 21)"), "what is typed takes its place: {typed}");
}
