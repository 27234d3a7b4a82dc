//! Marks, views and searches on the screen: what is marked stays marked, what is hidden is counted, what is not
//! understood is told.

use std::sync::Arc;

use serde_json::Value;
use statsforvalter::{
    api::{
        fault::{Fault, FaultKind},
        marks::{Gone, MarksChecked, References},
        tasks::TaskPage,
    },
    app::{
        command::Command,
        effect::{Effect, ListKind, Ticket},
        layout::Size,
        model::{Model, Options},
        msg::{Msg, Reply},
        update,
    },
    domain::task::State,
    text::Texts,
};
use uuid::Uuid;

use crate::cli_support::Home;

fn played(arguments: &[&str]) -> String {
    let home = Home::new();
    let run = home.run(&[&["replay", "--demo", "--dump"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

fn play(keys: &str) -> String {
    played(&["--size", "80x24", "--keys", keys])
}

fn shows(screen: &str, text: &str) {
    assert!(screen.contains(text), "{text}\n{screen}");
}

/// The rows with a mark.
fn marked(screen: &str) -> Vec<String> {
    let rows = screen.lines().skip(4).filter(|line| line.chars().nth(1) == Some('*'));
    rows.filter_map(|line| line.get(2..17)).map(|reference| reference.trim().to_owned()).collect()
}

#[test]
fn a_row_is_marked_and_unmarked_with_space_which_goes_one_down() {
    let screen = play("  ");
    assert_eq!(marked(&screen), ["KHR-2023H1-3407", "KHR-2023H1-3401"]);
    shows(&screen, "2 merket (0 skjult)");
    shows(&screen, "3 av 34");
    assert!(marked(&play(" k ")).is_empty());
    assert!(!play(" k ").contains("merket"));
}

#[test]
fn marks_survive_search_view_order_and_refresh_and_what_is_hidden_is_counted() {
    shows(&play("  sGjøvik<Enter>"), "2 merket (1 skjult)");
    assert_eq!(marked(&play("  sGjøvik<Enter>")), ["KHR-2023H1-3407"]);
    shows(&play("  w5"), "2 merket (2 skjult)");
    assert_eq!(marked(&play("  w5w1<F5>")).len(), 2);
    assert_eq!(marked(&play("  oO")).len() + marked(&play("  oO<End>")).len(), 2, "in another order");
    shows(&play("  2"), "Løste oppgaver");
    assert_eq!(marked(&play("  21")).len(), 2, "and on the way to the archive and back");
    assert_eq!(marked(&play("  <Enter><Esc>")).len(), 2, "and to a case and back");
    shows(&play(" w4 w1"), "2 merket (0 skjult)");
}

#[test]
fn a_stretch_is_marked_from_one_end_to_the_other() {
    let on_the_way = play("jVjj");
    shows(&on_the_way, "merker 3");
    assert_eq!(on_the_way.lines().filter(|line| line.chars().nth(1) == Some('+')).count(), 3, "{on_the_way}");
    assert_eq!(marked(&play("jVjj ")), ["KHR-2023H1-3401", "KHR-2023H1-3403", "KHR-2023H1-3453"]);
    assert_eq!(marked(&play("jjjVkkV")).len(), 3, "upwards as well");
    assert!(marked(&play("jVjj<Esc>")).is_empty(), "given up");
}

#[test]
fn everything_of_a_view_and_a_search_is_marked_or_turned_round() {
    shows(&play("w5M"), "15 oppgaver er merket.");
    assert_eq!(marked(&play("w5M")).len(), 15);
    shows(&play("w5Mw1I"), "19 merket (0 skjult)");
    shows(&play("sfunn:feil<Enter>M<Esc>"), "6 merket (0 skjult)");
    shows(&play("sfunn:feil<Enter>MI"), "Ingen oppgaver er merket.");
    shows(&play("w4Mw3M"), "10 merket (6 skjult)");
}

#[test]
fn rows_that_are_not_loaded_are_marked_by_the_search_and_by_the_ends_of_a_stretch() {
    let fill = |keys: &str| played(&["--tasks", "600", "--size", "80x24", "--keys", keys]);
    shows(&fill("M"), "600 merket (0 skjult)");
    shows(&fill("jV<End>V"), "599 merket (0 skjult)");
    shows(&fill("M<End>w2"), "600 merket (559 skjult)");
}

#[test]
fn escape_takes_one_step_back_at_a_time_and_says_which() {
    let first = play("  stoten<Enter>");
    shows(&first, "Esc tøm søket");
    let second = play("  stoten<Enter><Esc>");
    shows(&second, "Esc fjern merker");
    assert_eq!(marked(&second).len(), 2);
    let third = play("  stoten<Enter><Esc><Esc>");
    shows(&third, "2 merker er fjernet. G henter dem tilbake.");
    assert!(marked(&third).is_empty());
    assert_eq!(marked(&play("  <Esc>G")).len(), 2, "nothing is lost by one key too many");
    shows(&play("  <Esc><Esc>"), "Avslutte?");
}

#[test]
fn only_open_tasks_can_be_marked() {
    for key in [" ", "V", "M", "I", "G"] {
        shows(&play(&format!("2{key}")), "Bare åpne oppgaver kan merkes.");
    }
}

#[test]
fn what_i_have_solved_myself_is_no_longer_marked_and_nothing_is_told_of_it() {
    let screen = play("w5 <Home><Enter>u2<Enter>a<Enter><Esc>");
    assert!(!screen.contains("merket"), "{screen}");
}

#[test]
fn a_search_with_conditions_is_told_while_it_is_typed_when_it_is_not_understood() {
    let typing = play("sgjøvik funn:fei");
    shows(&typing, "«fei» passer ikke etter «funn:». Velg blant");
    shows(&typing, "Gjøvik (3407)");
    shows(&typing, "søk: gjøvik");
    shows(&play("sgjøvik funn:fei<Enter>"), "Søk: gjøvik funn:fei");
    shows(&play("sgjøvik funn:fei<Enter>l<Enter>"), "1 av 1");
    shows(&play("speriode:1999H1"), "1999H1");
    shows(&play("s"), "status: type: frist:");
    shows(&play("2sav:kari<Enter>"), "Løste oppgaver");
    shows(&play("sstatus:godkjent<Enter>"), "de løste ligger i arkivet (2)");
    shows(&play("?frist"), "Søk med vilkår");
}

#[test]
fn a_search_is_kept_as_a_view_of_one_s_own_with_its_number_and_can_be_removed() {
    let kept = play("senhet:østre<Enter>wnØst<Enter>");
    shows(&kept, "Visningen «Øst» er lagret.");
    shows(&kept, "Øst 1");
    shows(&play("senhet:østre<Enter>wnØst<Enter>w"), "> 9  Øst                             1   enhet:østre");
    shows(&play("senhet:østre<Enter>wnØst<Enter>w1w9"), "Østre Toten");
    shows(&play("senhet:østre<Enter>wnØst<Enter>wx"), "Slette visningen «Øst»?");
    let removed = play("senhet:østre<Enter>wnØst<Enter>wxx");
    shows(&removed, "Visningen «Øst» er slettet.");
    shows(&removed, "Alle 34");
    shows(&play("w5senhet:gran<Enter>wnGran rene<Enter>w"), "type:rapport funn:ingen enhet:gran");
    shows(&play("wn"), "Søk først");
    shows(&play("wx"), "Faste visninger kan ikke slettes");
    shows(&play("w9"), "Ingen visning har det sifferet.");
    shows(&play("senhet:østre<Enter>wnrene<Enter>"), "navnet på en fast visning");
    shows(&play("wjjj<Enter>"), "TLG-000004");
}

#[test]
fn every_column_has_its_arrow_when_the_rows_are_sorted_on_it() {
    let wide = |keys: &str| played(&["--size", "160x45", "--keys", keys]);
    let arrow = |keys: &str| {
        let screen = wide(keys);
        let head = screen.lines().nth(3).expect("a heading").to_owned();
        let arrow = if head.contains('↓') { '↓' } else { '↑' };
        let (before, _) = head.split_once(arrow).expect("an arrow");
        format!("{}{arrow}", before.split_whitespace().next_back().expect("a heading"))
    };
    let mut seen = Vec::new();
    for presses in 0..12 {
        seen.push(arrow(&"o".repeat(presses)));
    }
    let wanted = [
        "RISIKO↓",
        "FRIST↑",
        "REFERANSE↑",
        "RAPPORTERINGSENHET↑",
        "RAPPORTERINGSENHET↑",
        "TYPE↑",
        "FUNN↓",
        "VERSJON↑",
        "MOTTATT↑",
        "DEN↑",
        "AV↑",
        "MERKER↑",
    ];
    assert_eq!(seen, wanted);
    assert_eq!(arrow(&"o".repeat(12)), "RISIKO↓", "and round again");
    assert_eq!(arrow("O"), "RISIKO↑");
    assert_eq!(arrow("2"), "AVGJORT↓");
}

#[test]
fn the_command_line_searches_as_the_screen_does() {
    let home = Home::new();
    let list = |query: &str| {
        let page = home.demo(&["tasks", "list", "--query", query, "--json"]).json();
        let rows = page["rows"].as_array().expect("rows").clone();
        rows.iter().map(|row| row["reference"].as_str().expect("a reference").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(list("status:åpen frist:<3d funn:feil enhet:gjøvik"), ["KHR-2023H1-3407"]);
    assert_eq!(list("state:open findings:error unit:gjov"), ["KHR-2023H1-3407"]);
    assert!(!list("-type:tilgang").is_empty());
    assert!(!list("status:godkjent periode:2023H1").is_empty(), "a query that says where they stand has all tasks");
    let archive = home.demo(&["archive", "list", "--query", "status:returnert", "--json"]).json();
    assert!(archive["total"].as_u64().is_some_and(|total| total > 0), "{archive}");
    for command in ["tasks", "archive"] {
        let run = home.demo(&[command, "list", "--query", "status:lukket", "--json"]);
        assert_eq!(run.code, 65, "{}", run.err);
        let told = run.fault()["errors"][0].as_str().expect("a sentence").to_owned();
        assert!(told.contains("«lukket» passer ikke etter «status:»"), "{told}");
    }
}

#[test]
fn views_are_listed_kept_and_removed_without_a_screen() {
    let home = Home::new();
    let names = |run: crate::cli_support::Run| {
        let all = run.json();
        let views = all["views"].as_array().unwrap_or_else(|| panic!("{all}")).clone();
        views.iter().map(|one| one["view"]["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    let built_in = names(home.demo(&["views", "list", "--json"]));
    assert_eq!(built_in.first().map(String::as_str), Some("Alle"));
    let kept = home.demo(&["views", "keep", "Øst", "--query", "-type:tilgang enhet:østre", "--json"]);
    assert_eq!(names(kept).last().map(String::as_str), Some("Øst"));
    assert!(home.demo(&["views", "list"]).out.contains("enhet:østre"));
    let refused = home.run(&["--demo", "views", "keep", "Gal", "--query", "status:lukket"]);
    assert_eq!(refused.code, 65, "{}", refused.err);
    assert_eq!(home.run(&["--demo", "views", "remove", "Vest"]).code, 66);
    assert_eq!(names(home.demo(&["views", "remove", "øst", "--json"])), built_in);
}

/// A program with two rows of the demo, both marked.
fn with_two_marks() -> (Model, Vec<Effect>) {
    let home = Home::new();
    let page: Value = home.demo(&["tasks", "list", "--limit", "2", "--json"]).json();
    let page: TaskPage = serde_json::from_value(page).expect("a page");
    let texts = Arc::new(Texts::of("nb").expect("the texts of the program"));
    let now = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
    let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: true };
    let size = Size { width: 80, height: 24 };
    let mut model = Model::new((texts, crate::support::guides()), now, size, options, Uuid::nil());
    let effects = update::begin(&mut model);
    let ticket = effects.iter().find_map(|effect| match effect {
        Effect::FetchTasks(ticket, ListKind::Queue, _) => Some(*ticket),
        _ => None,
    });
    tell(&mut model, Reply::Tasks(ticket.expect("rows are asked for"), ListKind::Queue, Ok(page)));
    for _ in 0..2 {
        let _effects = update::update(&mut model, Msg::Wanted(Command::Mark, now));
    }
    assert_eq!(model.queue.marks.len(), 2);
    let effects = update::update(&mut model, Msg::Wanted(Command::MarkAll, now));
    (model, effects)
}

fn tell(model: &mut Model, reply: Reply) -> Vec<Effect> {
    update::update(model, Msg::Reply(Box::new(reply)))
}

fn asked(effects: &[Effect]) -> Ticket {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::FetchReferences(ticket, _) | Effect::CheckMarks(ticket, _) => Some(*ticket),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{effects:?}"))
}

#[test]
fn marks_on_what_others_have_solved_fall_out_and_are_told() {
    let (mut model, effects) = with_two_marks();
    let references: Vec<_> = model.queue.marks.iter().cloned().collect();
    let effects =
        tell(&mut model, Reply::References(asked(&effects), Ok(References { references: references.clone() })));
    let gone = Gone { reference: references[0].clone(), state: Some(State::Approved), by: Some("En Annen".into()) };
    let told = MarksChecked { hidden: 0, gone: vec![gone] };
    let _none = tell(&mut model, Reply::MarksChecked(asked(&effects), Ok(told.clone())));
    assert_eq!(model.queue.marks.iter().collect::<Vec<_>>(), [&references[1]]);
    let sentence = "1 merket oppgave er løst av andre eller borte, og er ikke lenger merket.";
    assert_eq!(model.message.text, sentence);
    model.message.text.clear();
    let _late = tell(&mut model, Reply::MarksChecked(asked(&effects), Ok(told)));
    assert!(model.message.text.is_empty(), "an answer that nobody waits for any more");
}

#[test]
fn a_line_that_is_lost_leaves_the_marks_as_they_are() {
    let (mut model, effects) = with_two_marks();
    let away = || Fault::new(FaultKind::Away);
    let _none = tell(&mut model, Reply::References(asked(&effects), Err(away())));
    assert_eq!(model.queue.marks.len(), 2);
    assert!(model.message.text.starts_with("Ingenting ble merket."), "{}", model.message.text);
}
