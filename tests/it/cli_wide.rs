//! Wide tables as the data cube has them, older forms and old names: what is read, and what is told of it.

use serde_json::json;
use statsforvalter::{
    cli::submission::{self, Imported},
    domain::{form::Point, note::Note, register::Register, report::Submitter},
    text::{Texts, refusal},
};

use crate::cli_support::Home;

/// The columns of the data cube as public code names them, with the key each stands for.
const CUBE: [(&str, &str); 9] = [
    ("Unders Avsl Siste Halvår", "us_avsl"),
    ("Tiltak Barn Hjtilt § 4-4 Tot", "hjtilt_i_alt"),
    ("Tiltak Barn Hjtilt Med Tiltaksplan §4-5", "hjtilt_plan"),
    ("Tiltak Barn Med  Tiltaksplan §4-4 Sammenh 3mnd", "plan_3m"),
    ("Tiltak Barn Med  Tiltaksplan §4-4 Sammenh 3mnd Evaluert Siste Halvår", "plan_3m_evaluert"),
    ("Fosthj Barn Oppf- Og Kontrollansv Plassert Mer Enn 1 År", "fost_oppf_1ar"),
    ("Fosthj Barn Oppf- Og Kontroll Plassert Mer Enn 1 År Besøk Ikke Oppfylt", "fost_oppf_brudd"),
    ("Fosthj Barn Tilsyn Plassert Mer Enn 1 År", "fost_tilsyn_1ar"),
    ("Fosthj Barn Plassert Mer Enn 1 År Tilsynskrav Ikke Oppfylt", "fost_tilsyn_brudd"),
];

fn register() -> Register {
    Register::embedded().expect("the reference data in config/ parses")
}

fn texts() -> Texts {
    Texts::of("nb").expect("the texts of the program")
}

/// Every required point of the newest form.
fn required(register: &Register) -> Vec<&Point> {
    register.forms.last().expect("a form").points().filter(|point| point.required).collect()
}

/// A wide table: its own columns, the columns of the cube, every other required point by key, code or label in turn,
/// and rows of a unit, a year, a half and a figure for all points.
fn wide(rows: &[(&str, &str, &str, &str)]) -> String {
    let register = register();
    let mut names: Vec<String> = CUBE.iter().map(|(name, _)| (*name).to_owned()).collect();
    let others = required(&register);
    let others = others.iter().filter(|point| CUBE.iter().all(|(_, key)| *key != point.key)).enumerate();
    names.extend(others.map(|(at, point)| [&point.key, &point.code, &point.label][at % 3].clone()));
    let row = |(unit, year, half, figure): &(&str, &str, &str, &str)| {
        let figures = vec![*figure; names.len()].join(";");
        format!("{unit};=1+1;{year};{half};{figures}\n")
    };
    let rows: String = rows.iter().map(row).collect();
    format!("Rapporteringsenhet;Navn;År;Halvår;{}\n{rows}", names.join(";"))
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1")).collect()
}

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Result<Imported, Vec<String>> {
    let sender = Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() };
    submission::read_all(name, bytes.as_ref(), &register(), &sender)
        .map_err(|refusals| refusals.iter().map(|one| refusal::say(&texts(), one)).collect())
}

/// What is told of a file that is read.
fn notes(name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let imported = read(name, bytes).expect("a file that can be read");
    imported.notes.iter().map(|note| refusal::note(&texts(), note)).collect()
}

/// What is said of a file that is refused.
fn said(bytes: impl AsRef<[u8]>) -> Vec<String> {
    read("r.csv", bytes).expect_err("a file that is refused")
}

#[test]
fn a_table_is_read_by_the_names_of_the_data_cube_and_by_key_code_or_label() {
    let imported =
        read("kube.csv", wide(&[("3420", "2023", "1", "12,0"), ("3403", "2023", "1", "7")])).expect("reports");
    assert_eq!(imported.notes, []);
    let units: Vec<&str> = imported.reports.iter().map(|report| report.unit.as_str()).collect();
    assert_eq!(units, ["3420", "3403"]);
    for (report, figure) in imported.reports.iter().zip([12, 7]) {
        assert_eq!(report.period.as_str(), "2023H1");
        assert_eq!(report.submitter.name, "Kari");
        for key in
            CUBE.map(|(_, key)| key).into_iter().chain(required(&register()).iter().map(|point| point.key.as_str()))
        {
            assert_eq!(report.values.get(key), Some(&Some(figure)), "{key}");
        }
    }
}

#[test]
fn latin_1_is_assumed_where_it_is_not_utf_8_and_that_is_told() {
    let table = wide(&[("3420", "2023", "1", "12,0")]).replace('–', "-");
    let (utf, latin) = (read("k.csv", &table).expect("reports"), read("k.csv", latin(&table)).expect("reports"));
    assert_eq!((utf.reports, latin.notes), (latin.reports, vec![Note::LatinAssumed]));
}

#[test]
fn columns_are_found_whatever_their_case_their_spaces_and_the_state_of_their_letters() {
    let table = wide(&[("3420", "2023", "1", "4")]);
    let whole = read("k.csv", &table).expect("reports");
    let states = [
        table.to_uppercase(),
        table.replace(' ', "  "),
        table.replace("§4", "§ 4").replace("§ 4-4 Tot", "§4-4 Tot"),
        table.replace('å', "Ã¥").replace('ø', "Ã¸").replace('Å', "Ã…").replace('§', "Â§"),
        table.replace(['å', 'ø', 'æ', 'Å', '§'], "?"),
        table.replace('å', "a\u{30a}").replace('Å', "A\u{30a}"),
        table.replace('\n', "\r\n"),
        table.trim_end().to_owned(),
        format!("\u{feff}{table}"),
        format!("{table};;;\n\n"),
    ];
    for state in states {
        assert_eq!(read("k.csv", &state).as_ref(), Ok(&whole), "{state}");
    }
}

#[test]
fn a_half_year_is_a_year_and_a_one_or_a_two() {
    for (year, half, period) in [
        ("2023", "1", "2023H1"),
        ("2023,0", "2,0", "2023H2"),
        ("2022", "2. halvår", "2022H2"),
        ("2022", "H1", "2022H1"),
    ] {
        let imported = read("k.csv", wide(&[("3420", year, half, "4")])).expect(period);
        assert_eq!(imported.reports[0].period.as_str(), period);
    }
    for (year, half) in [("2023", "3"), ("2023", ""), ("2023", "12"), ("23", "1"), ("1999", "1"), ("2023", "-1")] {
        let unknown = format!("Linje 2: Ukjent periode «{year} {half}». Skriv for eksempel 2023H1.");
        assert_eq!(said(wide(&[("3420", year, half, "4")])), [unknown]);
    }
}

#[test]
fn a_lost_leading_zero_is_put_back_in_a_wide_table_and_that_is_told() {
    let table = wide(&[("30101", "2023", "1", "4"), ("030102", "2023", "1", "4"), ("30101", "2023", "2", "4")]);
    let imported = read("k.csv", &table).expect("reports");
    let units: Vec<&str> = imported.reports.iter().map(|report| report.unit.as_str()).collect();
    assert_eq!(units, ["030101", "030102", "030101"]);
    assert_eq!(notes("k.csv", &table), ["Enhetsnummeret «30101» manglet den første nullen og er lest som 030101."]);
    let oslo = "Linje 2: Enhet 0301 rapporterer ikke selv; bydelene gjør det.";
    assert_eq!(said(wide(&[("301", "2023", "1", "4")])), [oslo], "it is known as Oslo");
    assert_eq!(said(wide(&[("999", "2023", "1", "4")])), ["Linje 2: Ukjent rapporteringsenhet «0999»."]);
    assert!(said(wide(&[("34 20", "2023", "1", "4")]))[0].contains("Ukjent rapporteringsenhet «34 20»"));
}

#[test]
fn a_hidden_figure_of_a_published_table_is_refused_with_the_reason() {
    for sign in ["..", ".", ":"] {
        let lines = said(wide(&[("3420", "2023", "1", sign)]));
        let reason =
            "betyr at tallet er skjult eller mangler i en publisert tabell. En rapport må ha det virkelige tallet.";
        assert_eq!(lines[0], format!("Linje 2: Punkt 2C: «{sign}» {reason}"));
    }
}

#[test]
fn a_figure_that_is_none_is_named_by_its_line_and_its_point_and_only_once() {
    let register = register();
    let count = required(&register).len().max(CUBE.len());
    for figure in
        ["12,5", "=1+1", "+1", "-1", "@SUM(A1)", "-0", "+5", "5.0", "1e3", "1e30", "NaN", "1 000", "٣", "\"5;6\""]
    {
        let lines = said(wide(&[("3403", "2023", "1", "4"), ("3420", "2023", "1", figure)]));
        let shown = if figure.contains(';') { "5;6" } else { figure };
        let sentence = format!("Linje 3: Punkt 2C: «{shown}» er ikke et helt tall fra 0 og oppover.");
        assert_eq!(lines[0], sentence);
        assert!(lines.len() <= 50 && lines.len() >= count, "each cell once: {}", lines.len());
        assert_eq!(lines.iter().filter(|line| line.contains("Punkt 2C")).count(), 1, "{lines:?}");
    }
}

#[test]
fn a_column_that_is_not_there_is_told_once_and_an_empty_cell_with_its_line() {
    let table = wide(&[("3420", "2023", "1", "4"), ("3403", "2023", "1", "4")]);
    let code = "us_3_6m";
    let register = register();
    let point = register.forms.last().expect("a form").point(code).expect("2E");
    let name = [&point.key, &point.code, &point.label].into_iter().find(|name| table.contains(&format!(";{name};")));
    let place =
        table.lines().next().expect("a head").split(';').position(|column| Some(column) == name.map(String::as_str));
    let place = place.expect("2E has a column");
    let change = |change: &dyn Fn(usize, &mut Vec<&str>)| {
        let lines = table.lines().enumerate().map(|(line, text)| {
            let mut cells: Vec<&str> = text.split(';').collect();
            change(line, &mut cells);
            cells.join(";")
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let missing = "Punkt 2E (Avsluttet med mellom 3 og 6 måneders undersøkelsestid) er ikke fylt ut.";
    let without = change(&|_, cells| {
        cells.remove(place);
    });
    assert_eq!(said(without), [missing]);
    let emptied = change(&|line, cells| {
        if line == 2 {
            cells[place] = "";
        }
    });
    assert_eq!(said(emptied), [format!("Linje 3: {missing}")]);
}

#[test]
fn the_columns_of_a_wide_table_are_known_and_each_stands_once() {
    let table = |head: &str| format!("{head}\n3420;2023;1;4;4\n");
    for (head, sentence) in [
        ("Rapporteringsenhet;År;Halvår;2E;us_3_6m", "Linje 1: Punkt 2E står mer enn én gang."),
        ("Rapporteringsenhet;År;1E;2E;2F", "Filen kan ikke leses, linje 1: kolonnen «Halvår» mangler."),
        (
            "Rapporteringsenhet;År;Halvår;halvår;2F",
            "Filen kan ikke leses, linje 1: kolonnen «halvår» står mer enn én gang.",
        ),
        ("År;Halvår;x;2E;2F", "Filen kan ikke leses, linje 1: kolonnen «Rapporteringsenhet» mangler."),
        (
            "Rapporteringsenhet;År;Halvår;2E;Saker",
            "Filen kan ikke leses, linje 1: kolonnen «Saker» hører ikke hjemme i filen.",
        ),
        (
            "Rapporteringsenhet;År;Halvår;2E;Av disse: plassert mer enn 1 år",
            "Linje 1: «Av disse: plassert mer enn 1 år» kan være flere punkter (5B, 5E). Skriv koden eller nøkkelen i stedet.",
        ),
        ("Rapporteringsenhet;År;Halvår;2E", "Filen kan ikke leses, linje 2: raden har feil antall felter."),
        ("Rapporteringsenhet;År;Halvår;2E;", "Filen kan ikke leses, linje 2: raden har feil antall felter."),
    ] {
        assert_eq!(said(table(head)).first().map(String::as_str), Some(sentence), "{head}");
    }
    assert_eq!(said("Rapporteringsenhet;År;Halvår;2E\n"), ["Filen kan ikke leses: den er tom."]);
}

#[test]
fn a_unit_reports_once_in_a_table() {
    let lines = said(wide(&[("3420", "2023", "1", "4"), ("3420", "2023", "2", "4"), ("3420", "2023", "1", "5")]));
    assert_eq!(lines, ["Filen kan ikke leses, linje 4: enhet 3420 står mer enn én gang for det samme halvåret."]);
}

#[test]
fn what_the_office_or_the_program_fills_in_is_left_out_of_a_wide_table_and_told() {
    let computed = "Fosthj Andel barn plassert mer enn 1 år tilsynskrav ikke oppfylt";
    let ours = ["Fosthj Fylkesmannens Vurd Fristovers Antall", "Fosthj Fylkesmannens vurd fristovers andel", computed];
    let plain = read("k.csv", wide(&[("3420", "2023", "1", "4")])).expect("a report");
    let table = wide(&[("3420", "2023", "1", "4")]);
    let mut lines = table.lines();
    let (head, row) = (lines.next().expect("a head"), lines.next().expect("a row"));
    let table = format!("{head};{}\n{row};3;0,5;\n", ours.join(";"));
    let found = read("k.csv", &table).expect("a report");
    assert_eq!(found.reports, plain.reports);
    let left_out = |column: &str| {
        let column: String = column.chars().take(40).collect();
        format!("Kolonnen «{column}» fylles ikke ut av kommunen. Tallene i den er ikke tatt med.")
    };
    assert_eq!(notes("k.csv", &table), [left_out(ours[0]), left_out(ours[1])], "an empty one is not told");
}

#[test]
fn an_older_payload_is_read_and_its_points_on_positions_are_told_as_gone() {
    let gone = [
        "Utgått punkt: skjemaet spør ikke lenger om 6A (still_i_alt). Tallet teller ikke med.",
        "Utgått punkt: skjemaet spør ikke lenger om 6B (still_besatt). Tallet teller ikke med.",
    ];
    let register = register();
    let mut values: serde_json::Map<_, _> =
        required(&register).iter().map(|point| (point.key.clone(), json!(4))).collect();
    values.extend([("still_i_alt".to_owned(), json!(9)), ("6B".to_owned(), json!(8)), ("6C".to_owned(), json!(null))]);
    let payload = |period: &str| json!({ "unit": "3420", "period": period, "values": values }).to_string();
    let sorted = |mut told: Vec<String>| {
        told.sort();
        told
    };
    assert_eq!(sorted(notes("r.json", payload("2023H1"))), gone, "an empty one is not told");
    assert_eq!(notes("r.json", payload("2022H2")), [""; 0], "the older form asks them");
    let long = values.iter().map(|(key, value)| format!("3420;2023H1;{key};{value}\n").replace("null", ""));
    let long = format!("unit;period;key;value\n{}", long.collect::<String>());
    assert_eq!(sorted(notes("r.csv", long)), gone);
    let table = wide(&[("3420", "2023", "1", "4"), ("3403", "2023", "1", "4")]);
    let table: Vec<String> = table
        .lines()
        .zip(["Stillinger i barnevernstjenesten, i alt;6b", "9;8", "9;"])
        .map(|(line, more)| format!("{line};{more}"))
        .collect();
    assert_eq!(notes("r.csv", table.join("\n")), gone, "each once");
}

#[test]
fn a_field_is_known_by_its_old_name_and_by_its_name_in_the_data_cube_in_every_form() {
    let register = register();
    let point = register.forms.last().expect("a form").point("sf_utvidelser").expect("7A");
    let old = point.seed_label.as_deref().expect("the wording of the source");
    assert!(old.contains("fylkesmannen"));
    let one = |name: &str| json!({ "unit": "3420", "period": "2023H1", "values": { name: 4 } }).to_string();
    let first = |name: &str| read("r.json", one(name)).expect_err("not a whole report").remove(0);
    assert_eq!(first(old), "Punkt 7A fylles ikke ut av kommunen.");
    assert_eq!(first("Fosthj Fylkesmannens Vurd Fristovers Antall"), "Punkt 7B fylles ikke ut av kommunen.");
    for (name, key) in CUBE {
        let code = &register.forms.last().expect("a form").point(key).expect(key).code;
        let lines = read("r.json", one(name)).expect_err("not a whole report");
        assert!(
            lines.iter().all(|line| line.ends_with("er ikke fylt ut.") && !line.contains(&format!("Punkt {code} ")))
        );
    }
    let both = first("Av disse: plassert mer enn 1 år");
    assert_eq!(
        both,
        "«Av disse: plassert mer enn 1 år» kan være flere punkter (5B, 5E). Skriv koden eller nøkkelen i stedet."
    );
}

#[test]
fn a_wide_file_is_submitted_with_its_notes_and_several_reports_are_refused() {
    let home = Home::new();
    let one = wide(&[("3420", "2023", "1", "4,0")]).replace('–', "-");
    let file = home.file("kube.csv", latin(&one));
    let dry = home.demo(&["submit", &file, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.err.starts_with("Filen er ikke i UTF-8 og er lest som Latin-1 (Windows-1252)."), "{}", dry.err);
    assert!(dry.out.contains("\"us_avsl\": 4"), "{}", dry.out);
    let several = home.file("to.csv", wide(&[("3420", "2023", "1", "4"), ("3403", "2023", "1", "4")]));
    let refused = home.demo(&["submit", &several]);
    assert_eq!(refused.code, 65);
    assert!(
        refused.err.contains("Filen kan ikke leses: den har 2 rapporter. Lever én fil for hver."),
        "{}",
        refused.err
    );
}
