//! Batches on the real program: on the screen with the keys that were promised, and without a screen.

use serde_json::Value;

use crate::cli_support::{Home, Run};

/// A clean report of the demo that needs a count, and one that is not asked for it.
const FIRST: &str = "KHR-2023H1-3420";
const MACHINE: &str = "KHR-2023H1-3440";

/// A queue with thirty clean reports of old case systems.
const THIRTY: [&str; 6] = ["--office", "SFOBOA", "--tasks", "53", "--size", "80x24"];
/// The sample, the dry run and the number, once the batch is made.
const LAST_STEPS: &str = "<Enter>a<Enter>a<Enter>ad30<Enter>";

fn play(arguments: &[&str], keys: &str) -> Value {
    let all = [&["replay", "--demo", "--json", "--dump", "--keys", keys], arguments].concat();
    let run = Home::new().run(&all);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.json()
}

fn screen(outcome: &Value) -> String {
    let lines = outcome["dump"].as_array().expect("a dump");
    lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

fn state(home: &Home, reference: &str) -> String {
    home.demo(&["tasks", "show", reference, "--json"]).json()["row"]["state"].as_str().expect("a state").to_owned()
}

fn ends(run: &Run, code: i32, text: &str) {
    assert_eq!(run.code, code, "{}{}", run.out, run.err);
    assert!(run.out.contains(text) || run.err.contains(text), "{text}\n{}{}", run.out, run.err);
}

/// The drawn cases of a batch.
fn drawn(batch: &Value) -> Vec<String> {
    let items = batch["items"].as_array().expect("items").iter();
    items.filter(|item| item["sample"] == "drawn").map(|item| item["reference"].as_str().unwrap().to_owned()).collect()
}

/// Thirty units of the grid with a count each, as they would be pasted from a spreadsheet.
fn table() -> String {
    let grid = play(&["--office", "SFOBOA", "--tasks", "53", "--size", "80x100"], "w5MU");
    let mut rows = Vec::new();
    for line in screen(&grid).lines().filter(|line| line.contains("[     ]") && !line.contains("valgfritt")) {
        let unit = line.split('(').nth(1).and_then(|rest| rest.split(')').next()).expect("a number");
        rows.push(format!("{unit};0"));
    }
    assert_eq!(rows.len(), 30, "{}", screen(&grid));
    rows.join("\n")
}

#[test]
fn thirty_clean_reports_take_no_more_keys_than_promised_with_their_counts_typed() {
    let counts = "0<Enter>".repeat(30);
    let outcome = play(&THIRTY, &format!("w5MU{counts}<Esc>A{LAST_STEPS}"));
    assert!(screen(&outcome).contains("30 avgjort"), "{}", screen(&outcome));
    assert_eq!(outcome["keys"], 76, "interaction.md § 5.4");
    let approved = outcome["cases"].as_array().unwrap().iter().filter(|case| case["state"] == "approved").count();
    assert_eq!(approved, 30, "{outcome:#}");
}

#[test]
fn thirty_clean_reports_take_no_more_keys_than_promised_with_a_pasted_table() {
    let table = table().replace('\n', "\\n");
    let outcome = play(&THIRTY, &format!("w5MU<paste:{table}><Enter>A{LAST_STEPS}"));
    assert!(screen(&outcome).contains("30 avgjort"), "{}", screen(&outcome));
    // The paste is one key of the terminal and none of the script.
    let keys = outcome["keys"].as_u64().unwrap() + 1;
    assert!(keys <= 17, "interaction.md § 5.4: {keys}");
}

#[test]
fn a_file_of_counts_is_matched_before_a_batch_is_made_and_a_bad_row_stops_it_unless_it_is_left_out() {
    let home = Home::new();
    let file = home.file("counts.csv", "enhet;antall\n3420;2\nRingsaker;1\n9999;3\n3411;0\n");
    let all = ["bulk", "approve", "--query", "funn:ingen", "--counts", &file];
    let tried = home.demo(&[&all[..], &["--dry-run"]].concat());
    ends(&tried, 65, "4 rader: 1 passer");
    ends(&tried, 65, "Linje 3: Enheten står flere ganger, på linje 3, 5.");
    ends(&tried, 65, "KHR-2023H1-3420  Elverum      7A 2");
    ends(&home.demo(&all), 65, "Linje 4: Ukjent rapporteringsenhet «9999».");
    ends(&home.demo(&["bulk", "status"]), 0, "Ingen");
    let made = home.demo(&[&all[..], &["--skip-bad", "--json"]].concat()).json();
    let item = |reference: &str| made["items"].as_array().unwrap().iter().find(|item| item["reference"] == reference);
    assert_eq!(item(FIRST).expect("the first")["extensions"], 2, "{made}");
    assert_eq!(item("KHR-2023H1-3411").expect("the doubled one")["state"], "refused", "{made}");
    ends(&home.demo(&["bulk", "approve", FIRST, "--counts", "/nowhere.csv", "--dry-run"]), 66, "/nowhere.csv");
}

#[test]
fn without_a_screen_a_batch_takes_the_sample_the_number_and_can_be_taken_back_and_made_again() {
    let home = Home::new();
    let file = home.file("counts.csv", "3420;2\n3413;0\n3411;0\n");
    let cases = [FIRST, "KHR-2023H1-3413", "KHR-2023H1-3411", MACHINE];
    let made = home.demo(&[&["bulk", "approve"], &cases[..], &["--counts", &file, "--json"]].concat()).json();
    let id = made["id"].as_str().expect("a number").to_owned();
    let demo = |words: &[&str]| home.demo(words);
    ends(&demo(&["bulk", "approve", "--batch", &id, "--confirm", "4"]), 65, "stikkprøve");
    ends(&demo(&["bulk", "sample", &id]), 0, "Meldinger i alt");
    let sample = drawn(&made);
    assert_eq!(sample.len(), 3, "{made}");
    let words: Vec<&str> = ["bulk", "accept", &id].into_iter().chain(sample.iter().map(String::as_str)).collect();
    ends(&demo(&words), 0, &format!("--batch {id} --dry-run, så --confirm 4"));
    ends(&demo(&["bulk", "approve", "--batch", &id, "--dry-run"]), 0, "Bufdir");
    assert_eq!(state(&home, FIRST), "open");
    ends(&demo(&["bulk", "approve", "--batch", &id, "--confirm", "5"]), 65, "4");
    ends(&demo(&["bulk", "return", "--batch", &id, "--confirm", "4"]), 65, "Bunken er en massegodkjenning.");
    ends(&demo(&["bulk", "return", "--batch", &id, "--comment", "Annet."]), 65, "kan ikke endres");
    assert_eq!(state(&home, FIRST), "open", "a wrong number decides nothing");
    ends(&demo(&["bulk", "approve", "--batch", &id, "--confirm", "4"]), 0, "4 avgjort");
    assert_eq!((state(&home, FIRST), state(&home, MACHINE)), ("approved".to_owned(), "approved".to_owned()));
    ends(&demo(&["bulk", "undo", &id]), 0, "4 angret");
    assert_eq!(state(&home, FIRST), "open");
    ends(&demo(&["bulk", "redo", &id]), 0, &id);
    assert_eq!(state(&home, FIRST), "open", "only made ready");
    ends(&demo(&["bulk", "approve", "--batch", &id, "--confirm", "4"]), 65, "prøvekjøring");
    ends(&demo(&["bulk", "approve", "--batch", &id, "--dry-run"]), 0, "Bufdir");
    ends(&demo(&["bulk", "approve", "--batch", &id, "--confirm", "4"]), 0, "4 avgjort");
    assert_eq!(state(&home, MACHINE), "approved");
    ends(&demo(&["bulk", "status", "B-0099"]), 66, "B-0099");
}

#[test]
fn a_number_without_a_sample_that_was_looked_at_makes_no_batch_and_says_what_comes_first() {
    let home = Home::new();
    let refused = home.demo(&["bulk", "approve", MACHINE, "--confirm", "1"]);
    ends(&refused, 65, "Én sak i stikkprøven er ikke sett ennå.");
    ends(&refused, 65, "Lag bunken uten --confirm først.");
    ends(&home.demo(&["bulk", "status"]), 0, "Ingen");
}

#[test]
fn a_dry_run_of_returns_shows_every_letter_whole() {
    let home = Home::new();
    let cases = ["KHR-2023H1-3407", "KHR-2023H1-3401"];
    let made =
        home.demo(&[&["bulk", "return"], &cases[..], &["--comment", "Hilsen embetet.", "--json"]].concat()).json();
    let id = made["id"].as_str().expect("a number").to_owned();
    let words: Vec<&str> = ["bulk", "accept", &id].into_iter().chain(cases).collect();
    assert_eq!(home.demo(&words).code, 0);
    let shown = home.demo(&["bulk", "return", "--batch", &id, "--dry-run"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    for case in made["items"].as_array().expect("items") {
        for line in case["comment"].as_str().expect("a letter").lines().filter(|line| !line.trim().is_empty()) {
            assert!(shown.out.contains(line.trim()), "{line}\n{}", shown.out);
        }
    }
    ends(&home.demo(&["bulk", "approve", "--batch", &id, "--confirm", "2"]), 65, "Bunken er en masseretur.");
    assert_eq!(state(&home, cases[0]), "open");
}
