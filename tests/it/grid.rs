//! The grid of extension counts on the real program: typing down the column, tables, colleagues, and what is told.

use serde_json::Value;

use crate::cli_support::Home;

/// The clean reports of the demo in the order of the view: reference, and the reported cases of 3–6 months.
const FIRST: &str = "KHR-2023H1-3420";
const SECOND: &str = "KHR-2023H1-3446";
/// A report with a colleague's draft.
const COLLEAGUE: &str = "KHR-2023H1-3414";

fn play(home: &Home, arguments: &[&str], keys: &str) -> Value {
    let all = [&["replay", "--demo", "--json", "--dump", "--keys", keys], arguments].concat();
    let run = home.run(&all);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.json()
}

fn screen(outcome: &Value) -> String {
    let lines = outcome["dump"].as_array().expect("a dump");
    lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

/// The screen after some keys at 80 by 24.
fn shown(keys: &str) -> String {
    screen(&play(&Home::new(), &["--size", "80x24"], keys))
}

/// The line of the screen with a text.
fn line<'a>(screen: &'a str, text: &str) -> &'a str {
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}\n{screen}"))
}

/// The line of a row of the grid.
fn row<'a>(screen: &'a str, name: &str) -> &'a str {
    let mut lines = screen.lines();
    let found = lines.find(|line| line.contains(name) && (line.contains('[') || line.contains('–')));
    found.unwrap_or_else(|| panic!("{name}\n{screen}"))
}

fn touched(outcome: &Value) -> Vec<&str> {
    outcome["cases"].as_array().unwrap().iter().map(|case| case["reference"].as_str().unwrap()).collect()
}

#[test]
fn a_digit_and_enter_for_each_row_then_esc_is_all_that_many_counts_take() {
    let home = Home::new();
    // Ten rows need a count; where it is optional, where there is none and a colleague's are passed over.
    let counts = "1<Enter>".repeat(10);
    let outcome = play(&home, &["--size", "80x24"], &format!("w5U{counts}<Esc>"));
    let message = outcome["message"].as_str().expect("a message");
    assert_eq!(outcome["keys"], 3 + 20 + 1);
    // 0 of 0 is a count too: three units reported no such case, so that 1 is too many for them and is told.
    assert!(message.contains("ikke tatt med"), "{message}");
    let right = "0<Enter>".repeat(10);
    let outcome = play(&home, &["--size", "80x24"], &format!("w5U{right}<Esc>"));
    assert_eq!(outcome["message"], "Antall står på 11 av 14 rapporter. Lagret som utkast.");
    assert_eq!(touched(&outcome).len(), 10, "all that need one but the colleague's");
    assert!(!touched(&outcome).contains(&COLLEAGUE));
    for case in outcome["cases"].as_array().expect("cases") {
        assert_eq!(case["state"], "open", "a count decides nothing: {case}");
    }
}

#[test]
fn the_breaches_are_shown_while_the_count_is_typed_and_the_rule_of_each_unit_stands_beside_it() {
    let grid = shown("w5U2");
    assert!(row(&grid, "Elverum (3420)").contains("6     0  [   2 ]     4    4,9"), "{grid}");
    assert!(row(&grid, "Elverum (3420)").ends_with("påkrevd"), "{grid}");
    assert!(row(&grid, "Gran (3446)").ends_with("valgfritt"), "{grid}");
    assert!(row(&grid, "Øyer (3440)").ends_with("–                 rapporteres ikke"), "{grid}");
    assert!(row(&grid, "Nord-Odal (3414)").contains("utkast: Ola Tes"), "{grid}");
    let below = shown("w5U<Down><Down><Down><Down><Down><Down><Down><Down><Down>1");
    assert!(line(&below, "> Øyer").contains('–') && below.contains("2020/55315-1"), "{below}");
}

#[test]
fn a_count_out_of_range_is_told_at_its_row_and_is_not_taken_and_enter_stays_there() {
    let home = Home::new();
    let outcome = play(&home, &["--size", "80x24"], "w5U7<Enter>");
    let grid = screen(&outcome);
    assert!(row(&grid, "> Elverum (3420)").contains("[   7 ]                ! høyst 6"), "{grid}");
    assert!(outcome["message"].as_str().unwrap().contains("flere enn de 6 sakene"), "{outcome}");
    // Esc says so once, and leaves the second time; nothing of it is stored.
    let told = play(&home, &["--size", "80x24"], "w5U7<Esc>");
    assert!(told["message"].as_str().unwrap().contains("ikke tatt med"), "{told}");
    let left = play(&home, &["--size", "80x24"], "w5U7<Esc><Esc>");
    assert!(screen(&left).contains("Åpne oppgaver") && left["cases"] == Value::Array(vec![]), "{left}");
    // The first digit of 12 was a count for a moment: it is none when the second makes it too many.
    let again = shown("w5U12<Esc><Esc><wait:2>U");
    assert!(row(&again, "Elverum (3420)").contains("[     ]"), "{again}");
}

#[test]
fn backspace_edits_a_new_digit_begins_anew_and_letters_are_told_off() {
    assert!(row(&shown("w5U<Down><Down>12<Backspace>"), "Stange (3413)").contains("[   1 ]"));
    assert!(row(&shown("w5U3<Enter><Up>4"), "Elverum (3420)").contains("[   4 ]"), "a digit begins the count anew");
    assert!(row(&shown("w5U3<Enter><Up><Backspace>"), "Elverum (3420)").contains("[     ]"));
    assert!(row(&shown("w5U3<Delete>"), "Elverum (3420)").contains("[     ]"));
    assert!(row(&shown("w5U<paste: 5 >"), "Elverum (3420)").contains("[   5 ]"), "a single figure is typed");
    assert!(shown("w5Ux").contains("Bare sifre"));
}

#[test]
fn a_count_of_the_grid_is_the_count_of_the_report_and_of_its_approval() {
    let outcome = play(&Home::new(), &["--size", "80x24"], "w5U2<Esc><Enter>a<Enter>");
    let case = &outcome["cases"][0];
    assert_eq!(
        (&case["reference"], &case["state"], &case["extensions"]),
        (&FIRST.into(), &"approved".into(), &2.into())
    );
}

#[test]
fn a_colleague_s_draft_is_named_and_overwritten_only_after_it_was_taken_over() {
    let to_row = "w5U<End><Up><Up>";
    let home = Home::new();
    let told = play(&home, &["--size", "80x24"], &format!("{to_row}0<Esc>"));
    assert_eq!(touched(&told), Vec::<&str>::new(), "{told}");
    let grid = shown(&format!("{to_row}0"));
    assert!(row(&grid, "Nord-Odal (3414)").contains("[   1 ]") && grid.contains("trykk t"), "{grid}");
    let taken = play(&home, &["--size", "80x24"], &format!("{to_row}t0<Esc>"));
    assert_eq!(touched(&taken), [COLLEAGUE]);
    let draft = taken["cases"][0]["draft"].as_str().expect("a draft");
    assert!(draft.starts_with("Ringte barnevernsleder"), "the colleague's words stay: {draft}");
}

#[test]
fn a_pasted_table_is_matched_first_and_enter_takes_only_what_fits() {
    let home = Home::new();
    let table = "enhet;antall\\n3420;3\\nGran;1\\nStange;13\\nOslo;1\\nSel;1\\n3437;2\\nNord-Odal;1\\nØyer;1";
    let keys = format!("w5U<paste:{table}>");
    let report = screen(&play(&home, &["--size", "80x45"], &keys));
    for told in [
        "8 rader",
        "2 passer og kan tas inn",
        "2 der enheten står flere ganger",
        "1 utenfor 0 til 2E",
        "1 som ikke er i listen",
        "1 med utkast av en kollega",
        "1 der antall ikke rapporteres for enheten",
        "Linje 4, Stange: 13 utvidelser",
        "Linje 6, Sel: Enheten står flere ganger, på linje 6, 7.",
        "Linje 2: Elverum (3420) 3",
        "Enter tar inn de 2, Esc ingen.",
    ] {
        assert!(report.contains(told), "{told}\n{report}");
    }
    let none = play(&home, &["--size", "80x24"], &format!("{keys}<Esc>"));
    assert_eq!((&none["message"], touched(&none).len()), (&"Ingen antall er tatt inn.".into(), 0));
    assert!(screen(&none).contains("Antall utvidelser (7A)"), "the grid is there again");
    let taken = play(&home, &["--size", "80x24"], &format!("{keys}<Enter>"));
    assert_eq!(taken["message"], "2 antall er tatt inn, 6 rader er ikke tatt inn. Lagret som utkast.");
    assert_eq!(touched(&taken), [FIRST, SECOND]);
    assert!(screen(&taken).contains("Åpne oppgaver"), "the grid closes, so that the next key begins the batch");
}

#[test]
fn a_file_is_read_as_a_paste_is_and_one_that_is_not_there_is_told_with_its_path_kept() {
    let home = Home::new();
    let file = home.file("antall.csv", b"\xef\xbb\xbfunit,count\r\n3420,2\r\n3446,0\r\n");
    let taken = play(&home, &["--size", "80x24"], &format!("w5Ui{file}<Enter><Enter>"));
    assert_eq!(touched(&taken), [FIRST, SECOND], "{taken}");
    let missing = play(&home, &["--size", "80x24"], "w5Ui/nowhere/antall.csv<Enter>");
    assert_eq!(missing["message"], "Det finnes ingen fil «/nowhere/antall.csv».");
    assert!(screen(&missing).contains("Fil med enhet og antall: /nowhere/antall.csv"), "{}", screen(&missing));
    let folder = play(&home, &["--size", "80x24"], "w5Ui/<Enter>");
    assert_eq!(folder["message"], "«/» er ikke en vanlig fil.");
    assert!(screen(&play(&home, &["--size", "80x24"], "w5Uix<Esc>")).contains("REGEL"), "Esc goes back to the grid");
}

#[test]
fn a_queue_that_is_filled_gets_reports_first_and_thirty_clean_ones_that_need_a_count() {
    let filled = ["--office", "SFOBOA", "--tasks", "70", "--size", "80x100"];
    let grid = screen(&play(&Home::new(), &filled, "w5U"));
    let needed = grid.lines().filter(|line| line.ends_with("påkrevd")).count();
    assert!(needed >= 30, "{needed}\n{grid}");
    let queue = screen(&play(&Home::new(), &filled, "w1"));
    assert!(queue.contains("Alle 70"), "{queue}");
}

#[test]
fn there_is_no_grid_without_reports_and_a_reader_gets_none() {
    assert!(shown("w4U").contains("ingen åpne rapporter"));
    let outcome = play(&Home::new(), &["--size", "80x24", "--readonly"], "w5U");
    assert!(screen(&outcome).contains("Åpne oppgaver"), "{outcome}");
}

#[test]
fn the_grid_stands_whole_on_every_size_of_screen() {
    for size in ["80x24", "160x45", "40x20", "40x12"] {
        let grid = screen(&play(&Home::new(), &["--size", size], "w5U2"));
        for text in ["Antall utvidelser (7A)", "Elverum (3420)", "[   2 ]", "7B", "DEMO", "Esc"] {
            assert!(grid.contains(text), "{size}: {text}\n{grid}");
        }
    }
}

#[test]
fn the_addresses_are_in_the_help_and_copied_from_their_page_and_a_report_asks_with_its_unit_filled_in() {
    let help = shown("?bufdir.no");
    assert!(help.contains("barnevernsregisteret@bufdir.no"), "{help}");
    assert!(shown("?55315-1").contains("2020/55315-1, 02.07.2020"));
    let home = Home::new();
    let copied = play(&home, &["--size", "80x24"], "L<Down><Down>y");
    assert_eq!(copied["message"], "https://kommunerapportering.bufdir.no/ er kopiert til terminalens utklippstavle.");
    let asked = play(&home, &["--size", "80x24", "--open", FIRST], "Ly");
    assert!(asked["message"].as_str().unwrap().starts_with("barnevernsregisteret@bufdir.no … er kopiert"), "{asked}");
    let page = screen(&asked);
    assert!(page.contains("Spørsmål om halvårsrapporten for Elverum (3420), 1. halvår 2023"), "{page}");
    let end = screen(&play(&home, &["--size", "40x12"], "L<End>"));
    assert!(end.contains("2023/51169-2, 14.03.2023"), "the selected one is in sight\n{end}");
}
