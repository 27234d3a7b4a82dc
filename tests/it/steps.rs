//! The steps of the user manual (seed 003), each one a test on the real program, and the keys each task takes.

use serde_json::Value;

use crate::cli_support::Home;

/// Where the demo begins, for messages about times.
const FIRST: &str = "KHR-2023H1-3420";
/// A unit on a new case system.
const NEW_SYSTEM: &str = "KHR-2023H1-3446";
/// A unit that reports by machine.
const MACHINE: &str = "KHR-2023H1-3440";

/// Plays keys from the queue.
fn play(keys: &str) -> Value {
    replay(&["--size", "80x24", "--keys", keys])
}

/// Plays keys from one case.
fn play_at(reference: &str, keys: &str) -> Value {
    replay(&["--size", "80x24", "--open", reference, "--keys", keys])
}

fn replay(arguments: &[&str]) -> Value {
    let home = Home::new();
    let all = [&["replay", "--demo", "--json", "--dump"], arguments].concat();
    let run = home.run(&all);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.json()
}

fn screen(outcome: &Value) -> String {
    let lines = outcome["dump"].as_array().expect("a dump");
    lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

fn case<'a>(outcome: &'a Value, reference: &str) -> &'a Value {
    let cases = outcome["cases"].as_array().expect("cases");
    cases.iter().find(|case| case["reference"] == reference).unwrap_or_else(|| panic!("{reference}: {outcome:#}"))
}

fn shows(outcome: &Value, text: &str) {
    let screen = screen(outcome);
    assert!(screen.contains(text), "{text}\n{screen}");
}

/// The names of a case's last events.
fn events(case: &Value) -> Vec<&str> {
    case["events"].as_array().expect("events").iter().filter_map(Value::as_str).collect()
}

#[test]
fn step_04_innrapportering_the_program_opens_on_the_open_tasks() {
    let outcome = play("");
    shows(&outcome, "Åpne oppgaver");
    shows(&outcome, "REFERANSE");
    assert_eq!(outcome["cases"], Value::Array(vec![]), "nothing was sent");
}

#[test]
fn step_05_open_tasks_show_reference_and_reporting_unit_and_open_by_the_reference() {
    let queue = play("");
    shows(&queue, FIRST);
    shows(&queue, "Elverum (3420)");
    shows(&play("w5<Enter>"), "Elverum (3420)  2023 1. halvår");
    shows(&play_at("khr-2023h1-3446", ""), "Gran (3446)");
}

#[test]
fn step_06_every_heading_brings_out_all_its_points_and_the_parts_seen_are_counted() {
    let mut seen = Vec::new();
    for tabs in 0..6 {
        let outcome = play(&format!("<Enter>{}", "<Tab>".repeat(tabs)));
        seen.push(screen(&outcome));
    }
    let all = seen.join("\n");
    for code in ["1A", "1I", "2A", "2E", "2K", "3A", "3J", "4A", "4H", "5A", "5G", "7A", "7C"] {
        assert!([" ", ">"].iter().any(|mark| all.contains(&format!("\n{mark}{code}"))), "{code}\n{all}");
    }
    assert!(seen[0].contains("1 av 5 deler sett"), "{}", seen[0]);
    assert!(seen[5].contains("5 av 5 deler sett"), "{}", seen[5]);
    let wide = replay(&["--keys", "<Enter>", "--size", "160x45"]);
    shows(&wide, "5 av 5 deler sett");
}

#[test]
fn step_07_the_extension_count_is_checked_against_the_reported_cases_while_it_is_typed() {
    shows(&play("w5<Enter>u2"), "Fristbrudd (7B) blir 4 = (2E 6 − 7A 2) + 2F 0");
    let above = play("w5<Enter>u7<Enter>");
    shows(&above, "7 utvidelser (7A) er flere enn de 6 sakene");
    let kept = play("w5<Enter>u2<Enter>");
    shows(&kept, "[ 2 ]");
    for typed in ["-1", "1,5", "to"] {
        shows(&play(&format!("<Enter>u{typed}<Enter>")), "er ikke et helt tall");
    }
}

#[test]
fn step_07_a_machine_reporting_unit_takes_no_count_and_says_by_which_letter() {
    let outcome = play_at(MACHINE, "u");
    shows(&outcome, "Antallet rapporteres ikke for denne enheten");
    shows(&outcome, "2020/55315-1");
    let approved = play_at(MACHINE, "a<Enter>");
    assert_eq!(case(&approved, MACHINE)["state"], "approved");
    assert_eq!(case(&approved, MACHINE)["extensions"], Value::Null);
}

#[test]
fn step_08_yes_save_continue_confirm_sends_the_report_on_to_the_directorate_after_the_undo_window() {
    let outcome = play("w5<Enter>u2<Enter>a<Enter><wait:31>");
    let approved = case(&outcome, FIRST);
    assert_eq!((approved["state"].as_str(), approved["extensions"].as_u64()), (Some("approved"), Some(2)));
    assert_eq!(approved["delivery"], "sent");
    assert_eq!(events(approved), ["submitted", "saved", "continued", "confirmed", "delivered"]);
}

#[test]
fn step_08_inside_the_window_nothing_has_left_and_z_takes_it_back() {
    let held = play("w5<Enter>u2<Enter>a<Enter>");
    assert_eq!(case(&held, FIRST)["delivery"], "held");
    shows(&held, "Kan angres til 10:42:3");
    let undone = play("w5<Enter>u2<Enter>a<Enter>z<wait:31>");
    let case = case(&undone, FIRST);
    assert_eq!(case["state"], "open");
    assert!(!events(case).contains(&"delivered"), "{case}");
    assert!(events(case).contains(&"undone"), "{case}");
}

#[test]
fn step_08_an_old_system_unit_is_not_approved_without_a_count() {
    let outcome = play("w5<Enter>a<Enter>");
    shows(&outcome, "Antall utvidelser (7A) mangler");
    assert_eq!(outcome["cases"], Value::Array(vec![]));
}

#[test]
fn step_08_the_same_letter_twice_decides_nothing() {
    let outcome = play("w5<Enter>u2<Enter>aaaa aaa");
    assert_eq!(case(&outcome, FIRST)["state"], "open");
    shows(&outcome, "FORTSETT ARBEIDSFLYT");
}

#[test]
fn step_09_no_with_a_comment_returns_the_report_and_the_comment_arrives_as_it_was_typed() {
    let outcome = play("w5<Enter>rRett 2E.<Enter>Sjå på tala for ærlege år.<Esc><Enter><wait:31>");
    let returned = case(&outcome, FIRST);
    assert_eq!(returned["state"], "returned");
    assert_eq!(returned["comment"], "Rett 2E.\nSjå på tala for ærlege år.");
    assert_eq!(returned["delivery"], "sent", "the sender is told by e-mail");
}

#[test]
fn step_09_an_empty_comment_returns_nothing() {
    for keys in ["w5<Enter>r<Esc><Enter>", "w5<Enter>r <Enter> <Esc>"] {
        let outcome = play(keys);
        let state = outcome["cases"].as_array().expect("cases").first().map(|case| case["state"].clone());
        assert!(state.is_none_or(|state| state == "open"), "{outcome:#}");
    }
    shows(&play("w5<Enter>r<Esc>"), "Kommentaren er tom");
}

#[test]
fn step_10_a_corrected_report_is_found_again_with_the_old_comment_and_only_what_changed() {
    let queue = play("w3");
    shows(&queue, "Gjøvik (3407)");
    shows(&play_at("KHR-2023H1-3407", ""), "korrigert");
    let changes = play_at("KHR-2023H1-3407", "v");
    shows(&changes, "viser endrede punkter og dem det er spurt om");
    assert!(!screen(&changes).contains("1 Meldinger\n"), "{}", screen(&changes));
    shows(&play_at("KHR-2023H1-3407", "c"), "returnert");
}

#[test]
fn step_11_an_approved_report_lies_in_the_archive_with_its_timeline_and_cannot_be_changed() {
    let archive = play("w5<Enter>u2<Enter>a<Enter><wait:31>2");
    shows(&archive, "Løste oppgaver (arkiv)");
    shows(&archive, "Elverum (3420)");
    let timeline = play("w5<Enter>u2<Enter>a<Enter><wait:31>2<Enter>c");
    for event in ["innsendt versjon 1", "Lagre", "Fortsett arbeidsflyt", "Bekreft: godkjent, 2 utvidelser", "sendt til"]
    {
        shows(&timeline, event);
    }
    let again = play("w5<Enter>u2<Enter>a<Enter><wait:31>2<Enter>ua<Enter>");
    assert_eq!(events(case(&again, FIRST)).iter().filter(|event| **event == "confirmed").count(), 1);
}

#[test]
fn steps_15_and_16_access_requests_are_among_the_open_tasks_with_the_applicant_s_details() {
    let queue = play("w4");
    shows(&queue, "TLG-000004");
    shows(&queue, "tilgang");
    let detail = play("w4<Enter>");
    for fact in ["Mari Kommunemo", "mari.kommunemo@gran.kommune.example", "000 00 0", "Gran (3446)", "18.08.2023"] {
        shows(&detail, fact);
    }
}

#[test]
fn step_17_a_request_is_granted_by_the_same_stages_and_takes_effect_after_the_window() {
    let outcome = play("w4<Enter>a<Enter><wait:31>");
    let granted = case(&outcome, "TLG-000004");
    assert_eq!((granted["state"].as_str(), granted["delivery"].as_str()), (Some("granted"), Some("sent")));
    assert_eq!(events(granted), ["applied", "saved", "continued", "confirmed", "access_granted", "delivered"]);
}

#[test]
fn step_17_an_external_applicant_is_forwarded_to_the_directorate() {
    let outcome = play_at("TLG-000006", "b<Enter><wait:31>");
    let forwarded = case(&outcome, "TLG-000006");
    assert_eq!((forwarded["state"].as_str(), forwarded["delivery"].as_str()), (Some("forwarded"), Some("sent")));
}

#[test]
fn step_17_a_request_that_is_not_entitled_is_rejected_with_a_reason_or_asked_about() {
    let rejected = play_at("TLG-000007", "rIkke tilknyttet kommunen.<Esc><Enter>");
    assert_eq!(case(&rejected, "TLG-000007")["state"], "rejected");
    let asked = play_at("TLG-000007", "cHvem er du ansatt hos?<Esc><Enter>");
    let case = case(&asked, "TLG-000007");
    assert_eq!(case["state"], "open");
    assert!(events(case).contains(&"asked"), "{case}");
}

#[test]
fn step_17_nobody_decides_their_own_application() {
    let outcome = play_at("TLG-000009", "");
    shows(&outcome, "din egen søknad");
    let tried = play_at("TLG-000009", "a<Enter>");
    assert_eq!(case(&tried, "TLG-000009")["state"], "open");
    shows(&tried, "Du kan ikke avgjøre din egen søknad");
}

/// The keys of a flow, and that it ends in a state.
fn check_keys(at: &str, keys: &str, reference: &str, count: u64, state: &str) {
    let outcome = if at.is_empty() { play(keys) } else { play_at(at, keys) };
    assert_eq!(outcome["keys"].as_u64(), Some(count), "{keys}");
    assert_eq!(case(&outcome, reference)["state"], state, "{keys}");
}

#[test]
fn no_task_takes_more_keys_than_promised() {
    // `w5` chooses the view of clean reports, where the first task stands first.
    // Opening the task is one key; `--open` has it done already, so that flow counts one less.
    check_keys("", "w5<Enter>u2<Enter>a<Enter>", FIRST, 2 + 5 + 1, "approved");
    check_keys(NEW_SYSTEM, "a<Enter>", NEW_SYSTEM, 3 - 1, "approved");
    check_keys("", "w5<Enter>rFeil sum<Esc><Enter>", FIRST, 2 + 4 + 8, "returned");
    check_keys("KHR-2023H1-3403", "r<Esc><Enter>", "KHR-2023H1-3403", 4 - 1, "returned");
    // A corrected report: four keys, and the three of the count where the unit must have one.
    check_keys("KHR-2023H1-3428", "vu0<Enter>a<Enter>", "KHR-2023H1-3428", 4 - 1 + 3, "approved");
    check_keys("", "w4<Enter>a<Enter>", "TLG-000004", 2 + 3, "granted");
    check_keys("TLG-000006", "b<Enter>", "TLG-000006", 3 - 1, "forwarded");
}

#[test]
fn after_a_decision_the_next_task_is_open_so_that_it_takes_one_key_less() {
    let outcome = play("w5<Enter>u2<Enter>a<Enter>a<Enter>");
    assert_eq!(case(&outcome, FIRST)["state"], "approved");
    assert_eq!(case(&outcome, NEW_SYSTEM)["state"], "approved", "the second in a row takes two keys");
    assert_eq!(outcome["keys"], 2 + 8);
}

#[test]
fn the_next_finding_is_gone_to_with_its_figures_and_its_explanation() {
    let finding = play_at("KHR-2023H1-3403", "f");
    shows(&finding, ">3A!");
    shows(&finding, "FEIL K12  3B 141 + 3C 24 = 165, men 3A 168. Forskjell 3.");
    let explained = play_at("KHR-2023H1-3403", "fi");
    shows(&explained, "Lov: bvl § 3-6");
    shows(&explained, "Sikker regel");
    let all = play_at("KHR-2023H1-3403", "F");
    shows(&all, "Kontrollert uten funn:");
    shows(&play("w5<Enter>f"), "OPPLYSNING");
}

#[test]
fn a_report_with_an_error_is_approved_only_after_a_reason_which_is_asked_for_in_the_flow() {
    let asked = play_at("KHR-2023H1-3403", "u2<Enter>a");
    shows(&asked, "Feilen K12 må begrunnes:");
    let nothing = play_at("KHR-2023H1-3403", "u2<Enter>a<Enter>");
    shows(&nothing, "Skriv en begrunnelse.");
    let given_up = play_at("KHR-2023H1-3403", "u2<Enter>aTelt<Esc>");
    assert_eq!(case(&given_up, "KHR-2023H1-3403")["state"], "open");
    let approved = play_at("KHR-2023H1-3403", "u2<Enter>aTelt om igjen.<Enter><Enter>");
    assert_eq!(case(&approved, "KHR-2023H1-3403")["state"], "approved");
    assert!(events(case(&approved, "KHR-2023H1-3403")).contains(&"accepted"));
}

#[test]
fn an_accepted_deviation_is_told_with_its_reason_and_no_longer_weighs() {
    let accepted = play_at("KHR-2023H1-3403", "fgTelt om igjen.<Enter>");
    shows(&accepted, "K12 er godtatt med begrunnelse.");
    shows(&accepted, "3A=");
    shows(&accepted, "«Telt om igjen.»");
    let back = play_at("KHR-2023H1-3403", "fgTelt<Enter>g<Backspace><Backspace><Backspace><Backspace><Enter>");
    shows(&back, "Godtakelsen av K12 er tatt tilbake.");
}

#[test]
fn a_corrected_report_shows_first_what_was_asked_and_not_answered() {
    let outcome = play_at("KHR-2023H1-3407", "v");
    let screen = screen(&outcome);
    let line = |code: &str| screen.lines().position(|line| line.trim_start_matches('>').trim().starts_with(code));
    assert!(line("3Ax").is_some(), "not answered: {screen}");
    assert!(line("1D✓").is_some(), "answered by another figure: {screen}");
    shows(&play_at("KHR-2023H1-3407", "vjjj"), "Spurt om i returen, IKKE BESVART");
    shows(&play("i"), "minst ett spørsmål i forrige retur er ikke besvart");
}

#[test]
fn the_suggested_comment_is_sent_as_it_is_read_with_its_reason_codes_and_the_deadline() {
    let editor = play_at("KHR-2023H1-3453", "r");
    for part in ["Takk for rapporten for 1. halvår 2023 frå Øystre Slidre", "spør om ett funn: K22"] {
        shows(&editor, part);
    }
    let summary = play_at("KHR-2023H1-3453", "r<Esc>");
    shows(&summary, "Grunnkoder .......... K22");
    let returned = play_at("KHR-2023H1-3453", "r<Esc><Enter><wait:31>");
    let comment = case(&returned, "KHR-2023H1-3453")["comment"].as_str().expect("a comment").to_owned();
    assert!(comment.contains("5F") && comment.contains("Fristen for å sende rapporten inn på nytt er"), "{comment}");
    let back = play_at("KHR-2023H1-3453", "rNei.<F6><F6>");
    shows(&back, "Nei.Hei!");
    let inserted = play_at("KHR-2023H1-3420", "r<F5>");
    assert!(screen(&inserted).contains("spør om ett funn: K5"), "{}", screen(&inserted));
}

#[test]
fn words_of_the_other_language_are_told_before_the_comment_leaves() {
    let warned = play_at("KHR-2023H1-3453", "r<F6>Jeg vet ikke hva dere mener.");
    shows(&warned, "Disse ordene hører ikke til der");
    let summary = play_at("KHR-2023H1-3453", "rJeg vet ikke hva dere mener. <Esc>");
    shows(&summary, "Målform");
}

#[test]
fn the_queue_stands_by_risk_and_the_score_is_explained() {
    let queue = play("");
    let first = screen(&queue).lines().find(|line| line.starts_with('>')).map(ToOwned::to_owned);
    assert!(first.is_some_and(|line| line.contains("Gjøvik") && line.contains("2F")), "{}", screen(&queue));
    let why = play("i");
    for part in ["Risiko", "2 feil", "fristen (1 dag igjen)"] {
        shows(&why, part);
    }
    shows(&play("w6"), "Med funn");
    assert!(!screen(&play("w5")).contains("Hamar"), "a report with an error is not clean");
}

#[test]
fn pasted_text_decides_nothing_and_is_text_in_the_editor() {
    let outside = play("w5<Enter>u2<Enter><paste:a\\n\\nja\\n>");
    assert_eq!(case(&outside, FIRST)["state"], "open");
    shows(&outside, "Det så ut som innlimt tekst");
    let summary = play("w5<Enter>u2<Enter>a<paste:\\n>");
    assert_eq!(case(&summary, FIRST)["state"], "open");
    let inside = play("w5<Enter>r<paste:Første linje\\nandre linje><Esc><Enter>");
    assert_eq!(case(&inside, FIRST)["comment"], "Første linje\nandre linje");
}

#[test]
fn escape_never_loses_a_typed_character() {
    let outcome = play("w5<Enter>rHalvferdig æøå<Esc><Esc><Esc><Enter>r");
    shows(&outcome, "Halvferdig æøå");
    let count = play("w5<Enter>u12<Esc>u");
    shows(&count, "12");
}

#[test]
fn notes_and_bookmarks_on_a_point_are_kept_in_the_draft_and_shown_beside_it() {
    let outcome = play("w5<Enter>NSjekk mot 2022<Enter>jB<Esc><Enter>");
    shows(&outcome, "1A+");
    shows(&outcome, "1B*");
    shows(&outcome, "Internt notat: Sjekk mot 2022");
}

#[test]
fn the_municipality_s_own_remark_stands_with_its_point_and_no_escape_sequence_in_it_is_obeyed() {
    shows(&play_at("KHR-2023H1-3405", ""), "Kommunens merknad: Økningen skyldes felles barnevernvakt fra mai.");
    let hostile = play_at("KHR-2023H1-3441", "");
    shows(&hostile, "Kommunens merknad: Limt inn fra et annet program:\u{fffd}]0;TEST\u{fffd}");
    assert!(!screen(&hostile).chars().any(|letter| letter.is_control() && letter != '\n'), "{}", screen(&hostile));
}
