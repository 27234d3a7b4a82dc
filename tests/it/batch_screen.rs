//! Batches on the screen: the sample, the number, what was left, taking back, and returns of many.

use serde_json::Value;

use crate::cli_support::Home;

/// Three counts and the five clean reports that come first, made into a batch.
const MADE: &str = "w5MU0<Enter>0<Enter>0<Enter><Esc>A";

fn play(keys: &str) -> Value {
    play_in(&Home::new(), keys)
}

fn play_in(home: &Home, keys: &str) -> Value {
    let run = home.run(&["replay", "--demo", "--json", "--dump", "--size", "80x24", "--keys", keys]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.json()
}

fn screen(outcome: &Value) -> String {
    let lines = outcome["dump"].as_array().expect("a dump");
    lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

fn shows(outcome: &Value, text: &str) {
    let screen = screen(outcome);
    assert!(screen.contains(text), "{text}\n{screen}");
}

fn in_state(outcome: &Value, state: &str) -> usize {
    outcome["cases"].as_array().expect("cases").iter().filter(|case| case["state"] == state).count()
}

/// The keys that go through the sample of three.
const SEEN: &str = "<Enter>a<Enter>a<Enter>a";

#[test]
fn the_four_steps_are_named_as_they_come_and_refusals_stand_with_their_reason() {
    let made = play(MADE);
    shows(&made, "MASSEGODKJENNING B-0001");
    shows(&made, "trinn 2 av 4: stikkprøve");
    shows(&made, "4 klare · 11 ikke med · trekning ");
    shows(&play(&format!("{MADE}<End>")), "IKKE MED");
    let early = play(&format!("{MADE}d"));
    shows(&early, "Se stikkprøven først");
    assert_eq!(in_state(&early, "approved"), 0);
    shows(&play(&format!("{MADE}{SEEN}")), "trinn 3 av 4");
    let number = play(&format!("{MADE}{SEEN}d"));
    shows(&number, "trinn 4 av 4: skriv antallet");
    shows(&number, "Godkjenne 4 rapporter? Skriv 4:");
    assert_eq!(in_state(&number, "approved"), 0, "nothing is decided before the number");
}

#[test]
fn only_the_right_number_decides_and_letters_are_not_typed() {
    for wrong in ["<Enter>", "3<Enter>", "44<Enter>", "a<Enter>", "<Esc><Enter>"] {
        let outcome = play(&format!("{MADE}{SEEN}d{wrong}"));
        assert_eq!(in_state(&outcome, "approved"), 0, "{wrong}\n{}", screen(&outcome));
    }
    shows(&play(&format!("{MADE}{SEEN}d3<Enter>")), "Du skrev «3», men 4 saker er klare. Ingenting er avgjort.");
    let decided = play(&format!("{MADE}{SEEN}dx4<Enter>"));
    assert_eq!(in_state(&decided, "approved"), 4, "{}", screen(&decided));
}

#[test]
fn a_case_of_the_sample_is_taken_out_with_r_and_the_others_go_on() {
    let outcome = play(&format!("{MADE}<Enter>r<Enter>a<Enter>a<Enter>ad3<Enter>"));
    assert_eq!(in_state(&outcome, "approved"), 3, "{}", screen(&outcome));
    shows(&outcome, "tatt ut");
}

#[test]
fn one_key_takes_the_whole_batch_back_and_one_makes_it_ready_again() {
    let back = play(&format!("{MADE}{SEEN}d4<Enter>z"));
    assert_eq!(in_state(&back, "approved"), 0, "{}", screen(&back));
    shows(&play(&format!("{MADE}{SEEN}d4<Enter>z<Up>")), "Bunken er tatt tilbake; sakene er åpne igjen.");
    let ready = play(&format!("{MADE}{SEEN}d4<Enter>zZ"));
    assert_eq!(in_state(&ready, "approved"), 0, "made ready is not decided: {}", screen(&ready));
    let again = play(&format!("{MADE}{SEEN}d4<Enter>zZd4<Enter>"));
    assert_eq!(in_state(&again, "approved"), 4, "{}", screen(&again));
    let late = play(&format!("{MADE}{SEEN}d4<Enter><wait:31>z"));
    assert_eq!(in_state(&late, "approved"), 4, "after its window it has left: {}", screen(&late));
}

#[test]
fn a_batch_that_is_left_waits_and_is_gone_on_with_or_given_up_only_when_asked() {
    let left = play(&format!("{MADE}{SEEN}<Esc>"));
    shows(&left, "Åpne oppgaver");
    let again = play(&format!("{MADE}{SEEN}<Esc><Esc>A"));
    shows(&again, "trinn 3 av 4");
    let kept = play(&format!("{MADE}{SEEN}x<Esc>d4<Enter>"));
    assert_eq!(in_state(&kept, "approved"), 4, "{}", screen(&kept));
    let given_up = play(&format!("{MADE}{SEEN}x<Enter>d4<Enter>"));
    assert_eq!(in_state(&given_up, "approved"), 0, "{}", screen(&given_up));
}

#[test]
fn reports_with_findings_are_returned_together_with_a_common_text_after_each_ones_own() {
    let returned = play("w6  <Home>RFelles hilsen fra embetet.<F2><Enter>a<Enter>ad2<Enter><wait:31>");
    assert_eq!(in_state(&returned, "returned"), 2, "{}", screen(&returned));
    let comments: Vec<&str> =
        returned["cases"].as_array().unwrap().iter().filter_map(|case| case["comment"].as_str()).collect();
    assert_eq!(comments.len(), 2, "{returned:#}");
    assert!(comments.iter().all(|comment| comment.contains("Felles hilsen fra embetet.")), "{comments:?}");
    assert_ne!(comments[0], comments[1], "each has its own findings");
}

#[test]
fn the_letter_of_each_return_can_be_read_before_it_is_sent_and_an_empty_text_makes_no_batch() {
    let letter = play("w6  <Home>RFelles hilsen fra embetet.<F2>i");
    shows(&letter, "Returkommentar til ");
    shows(&letter, "KHR-2023H1-");
    shows(&play("w6  <Home>RFelles hilsen fra embetet.<F2>i<End>"), "Felles hilsen fra embetet.");
    shows(&play("w6  <Home>R<Esc>"), "Ingen bunke er laget.");
    shows(&play("w6  <Home>R<F2>"), "MASSERETUR");
    shows(&play(&format!("{MADE}i")), "En godkjenning sendes uten brev.");
}

#[test]
fn what_of_the_sample_was_not_seen_is_said_when_it_is_said_to_be_in_order() {
    shows(&play(&format!("{MADE}<Enter>a")), "er i orden. Ikke sett: 2 ");
    let all = play(&format!("{MADE}<Enter><Tab><Tab><Tab><Tab><Tab>a"));
    assert!(!screen(&all).contains("Ikke sett"), "{}", screen(&all));
}

#[test]
fn the_grid_tells_what_the_register_has_where_it_speaks_against_the_field() {
    shows(&play("w5U"), "eget register: 2");
    shows(&play("w5U1"), "eget register: 2");
    let same = play("w5U2");
    assert!(!screen(&same).contains("eget register: 2"), "{}", screen(&same));
}

#[test]
fn the_start_names_the_batch_that_was_left_and_says_when_there_are_more() {
    let home = Home::new();
    for (reference, told) in [("KHR-2023H1-3440", "B-0001 er ikke ferdig"), ("KHR-2023H1-3439", "Én til venter")] {
        let made = home.demo(&["bulk", "return", reference, "--comment", "Se over."]);
        assert_eq!(made.code, 0, "{}", made.err);
        let pty = crate::support::pty::Pty::start(&home, &["demo"]);
        pty.wait_for(told);
    }
}
