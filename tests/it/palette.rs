//! The palette, and the same form of decision once more: they find, fill in and open, and never decide.

use serde_json::{Value, json};

use crate::cli_support::Home;

fn play(keys: &str) -> Value {
    let home = Home::new();
    let run = home.run(&["replay", "--demo", "--json", "--dump", "--size", "160x45", "--keys", keys]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

fn play_at(reference: &str, keys: &str) -> Value {
    let home = Home::new();
    let arguments = ["replay", "--demo", "--json", "--dump", "--size", "160x45", "--open", reference, "--keys", keys];
    let run = home.run(&arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    run.json()
}

fn screen(outcome: &Value) -> String {
    let lines = outcome["dump"].as_array().expect("a dump");
    lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}

fn shows(outcome: &Value, words: &str) {
    assert!(screen(outcome).contains(words), "{words}\n{}", screen(outcome));
}

#[test]
fn the_palette_shows_a_command_with_its_key_and_the_same_from_the_command_line() {
    let outcome = play("w5<Enter>:godkj");
    shows(&outcome, "> gjør        Godkjenn rapporten: viser oppsummeringen");
    shows(&outcome, "sfv report approve KHR-2023H1-3420 --extensions N --confirm");
}

#[test]
fn a_command_that_begins_a_decision_opens_its_summary_and_decides_nothing() {
    let outcome = play("w5<Enter>u2<Enter>:godkjenn<Enter>");
    shows(&outcome, "FORTSETT ARBEIDSFLYT");
    assert_eq!(outcome["cases"][0]["state"], "open");
    let decided = play("w5<Enter>u2<Enter>:godkjenn<Enter><Enter>");
    assert_eq!(decided["cases"][0]["state"], "approved", "only the summary's own Enter does");
}

#[test]
fn a_command_that_is_not_allowed_where_one_stands_is_not_offered() {
    let outcome = play(":godkjenn rapporten");
    assert!(!screen(&outcome).contains("viser oppsummeringen"), "{}", screen(&outcome));
    shows(&play("2<Enter>:returner rapporten"), "Ingenting passer");
}

#[test]
fn letters_are_folded_and_open_and_solved_tasks_units_and_points_are_found() {
    for typed in ["gjøvik", "gjovik", "GJØV"] {
        let outcome = play(&format!(":{typed}"));
        shows(&outcome, "> oppgave     KHR-2023H1-3407 Gjøvik");
        shows(&outcome, "godkjent    KHR-2022H2-3407 Gjøvik");
        shows(&outcome, "enhet       Gjøvik (3407)");
    }
    shows(&play(":gjovik<Enter>"), "Gjøvik (3407)  2023 1. halvår");
    shows(&play(":khr-2022h2-3407<Enter>"), "Gjøvik (3407)  2022 2. halvår");
    shows(&play(":2e<Enter>"), "Hva som telles");
    shows(&play("w5<Enter>:7a antall<Enter>"), ">7A");
    shows(&play(":etnedal<Enter>"), "Ingen treff på «3450»");
    shows(&play(":xqzxqz"), "Ingenting passer");
    shows(&play(":xqz<Esc>"), "REFERANSE");
}

#[test]
fn of_ten_thousand_tasks_the_backend_finds_the_one() {
    let home = Home::new();
    let keys = ":khr-2023h1-3403<Enter>";
    let run = home.run(&["replay", "--demo", "--tasks", "10000", "--dump", "--keys", keys]);
    assert!(run.out.contains("Hamar (3403)  2023 1. halvår"), "{}{}", run.out, run.err);
}

#[test]
fn a_point_opens_the_approval_of_the_next_task_and_only_enter_confirms() {
    let outcome = play("w5<Enter>u2<Enter>a<Enter>.");
    let message = outcome["message"].as_str().expect("a message");
    assert!(message.contains("7A") || message.contains("Gjentar godkjenning, som for Elverum"), "{message}");
    let open = |case: &&Value| case["reference"] != "KHR-2023H1-3420";
    assert!(outcome["cases"].as_array().expect("cases").iter().filter(open).all(|case| case["state"] == "open"));
    let nothing = play("w5<Enter>.");
    assert!(nothing["message"].as_str().expect("a message").contains("Ingenting å gjenta ennå"), "{nothing}");
}

#[test]
fn a_point_repeats_the_words_of_a_return_where_they_are_true_of_the_next() {
    // The suggested text is taken out, so that what is typed asks about no finding.
    let keys = "w5<Enter>rSend vedlegget på nytt.<Esc><Enter>.";
    let same = play(keys);
    shows(&same, "RETURNER");
    shows(&same, "Send vedlegget på nytt.");
    let message = same["message"].as_str().expect("a message");
    assert!(message.contains("med teksten fra Elverum"), "{message}");
    let returned: Vec<&Value> =
        same["cases"].as_array().expect("cases").iter().filter(|case| case["state"] == "returned").collect();
    assert_eq!(returned.len(), 1, "the second waits for its Enter");
    let other = play("w6<Enter>r<Esc><Enter>.");
    let message = other["message"].as_str().expect("a message");
    assert!(message.contains("gjelder funn, enhet eller målform der"), "{message}");
    shows(&other, "Takk for rapporten for 1. halvår 2023 fra Kongsvinger");
}

#[test]
fn a_point_repeats_the_reason_of_an_accepted_deviation_for_the_same_rule() {
    let outcome = play_at("KHR-2023H1-3403", "fgTelt om igjen i fagsystemet.<Enter>.");
    let message = outcome["message"].as_str().expect("a message");
    assert!(message.contains("ikke noe åpent funn"), "{message}");
    assert_eq!(outcome["cases"][0]["state"], json!("open"));
}

#[test]
fn to_take_a_decision_back_the_palette_names_the_last_one_and_not_the_selected_row() {
    let outcome = play("w5<Enter>u2<Enter>a<Enter><Esc>:angre");
    shows(&outcome, "sfv undo KHR-2023H1-3420");
}
