//! The reader of submitted files: every mistake has its sentence.

use statsforvalter::{
    cli::submission::{self, LARGEST},
    domain::{
        register::Register,
        report::{Submission, Submitter},
    },
    text::{Texts, refusal},
};

fn register() -> Register {
    Register::embedded().expect("the reference data in config/ parses")
}

fn sender() -> Submitter {
    Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() }
}

/// Every required point with a figure, as pairs of key and figure.
fn required() -> Vec<(String, String)> {
    let register = register();
    let form = register.forms.last().expect("a form");
    form.points().filter(|point| point.required).map(|point| (point.key.clone(), "10".to_owned())).collect()
}

/// A whole file in JSON, with some fields of `values` put in front.
fn json(values: &str) -> String {
    let rest: Vec<String> = required()
        .iter()
        .filter(|(key, _)| !values.contains(&format!("\"{key}\"")))
        .map(|(key, figure)| format!("\"{key}\": {figure}"))
        .collect();
    let comma = if values.is_empty() { "" } else { "," };
    format!("{{\"unit\":\"3420\",\"period\":\"2023H1\",\"values\":{{{values}{comma}{}}}}}", rest.join(","))
}

/// A whole file in CSV, with some rows at its end.
fn csv(rows: &str) -> String {
    let lines: Vec<String> = required().iter().map(|(key, figure)| format!("3420;2023H1;{key};{figure}\n")).collect();
    format!("unit;period;key;value\n{}{rows}", lines.concat())
}

fn read(name: &str, bytes: &[u8]) -> Result<Submission, Vec<String>> {
    let texts = Texts::of("nb").expect("the texts of the program");
    submission::read(name, bytes, &register(), &sender())
        .map_err(|refusals| refusals.iter().map(|one| refusal::say(&texts, one)).collect())
}

/// The first sentence about a row of the table that [`csv`] makes.
fn check_row(bytes: &str, marker: &str, sentence: &str) {
    let before = bytes.split(marker).next().expect("a beginning");
    let line = before.matches('\n').count() + 1;
    check("r.csv", bytes, &format!("Linje {line}: {sentence}"));
}

/// The first sentence about a file.
fn check(name: &str, bytes: impl AsRef<[u8]>, sentence: &str) {
    let said = read(name, bytes.as_ref()).expect_err(sentence);
    assert_eq!(said.first().map(String::as_str), Some(sentence), "{said:?}");
}

#[test]
fn a_whole_file_is_read_by_key_or_by_code_in_both_forms() {
    let by_key = read("rapport.json", json("\"us_3_6m\": 3").as_bytes()).expect("a report");
    assert_eq!(by_key.values.get("us_3_6m"), Some(&Some(3)));
    assert_eq!(by_key.submitter, sender());
    let by_code = read("r.JSON", json("\"us_3_6m\": null").replace("us_3_6m", "2e").as_bytes());
    assert_eq!(
        by_code.expect_err("2E is required").first().map(String::as_str),
        Some("Punkt 2E (Avsluttet med mellom 3 og 6 måneders undersøkelsestid) er ikke fylt ut."),
    );
    let table = read("r.csv", format!("\u{feff}{}", csv("")).as_bytes()).expect("a report");
    assert_eq!(table.values.len(), required().len());
    let windows = read("r.csv", csv("").replace('\n', "\r\n").as_bytes()).expect("a report");
    assert_eq!(windows, table);
}

#[test]
fn a_file_that_is_not_what_it_says_is_refused() {
    check("r.json", "", "Filen kan ikke leses: den er tom.");
    check("r.csv", "unit;period;key;value\n", "Filen kan ikke leses: den er tom.");
    check("r.xlsx", "PK", "Filen kan ikke leses: den er verken .json eller .csv.");
    check("r.json", b"{\"unit\":\"\xe5\"}", "Filen kan ikke leses: den er ikke i UTF-8. Lagre den på nytt som UTF-8.");
    let many = "3420;2023H1;us_3_6m;1\n".repeat(1_000_000);
    assert!(many.len() as u64 > LARGEST);
    check("r.csv", many, "Filen kan ikke leses: den er større enn 4194304 byte.");
    check(
        "r.json",
        "{\"unit\":\"3420\",\n\"period\":",
        "Filen kan ikke leses, linje 2: den er ikke gyldig JSON: innholdet slutter midt i noe; en parentes eller et anførselstegn er ikke lukket, \
         linje 2, tegn 9.",
    );
    check(
        "r.json",
        json("\"us_3_6m\": NaN"),
        "Filen kan ikke leses, linje 1: den er ikke gyldig JSON: skrivemåten er feil, linje 1, tegn 55.",
    );
}

#[test]
fn a_figure_that_is_none_is_named_by_its_point() {
    for (figure, given) in
        [("-1", "-1"), ("1.5", "1.5"), ("1e30", "1e+30"), ("\"12\"", "\"12\""), ("4294967296", "4294967296")]
    {
        let sentence = format!("Punkt 2E: «{given}» er ikke et helt tall fra 0 og oppover.");
        check("r.json", json(&format!("\"us_3_6m\": {figure}")), &sentence);
    }
    for figure in ["-1", "1,5", "1e3", "+1", "٣", "NaN", "99999999999"] {
        let sentence = format!("Punkt 2E: «{figure}» er ikke et helt tall fra 0 og oppover.");
        let cell = format!("us_3_6m;{figure}");
        check_row(&csv("").replace("us_3_6m;10", &cell), &cell, &sentence);
    }
}

#[test]
fn a_point_stands_once_and_is_one_the_unit_fills_in() {
    check("r.json", json("\"us_3_6m\": 1, \"us_3_6m\": 2"), "Punkt 2E står mer enn én gang.");
    check("r.json", json("\"us_3_6m\": 1, \"2E\": 2"), "Punkt 2E står mer enn én gang.");
    check_row(&csv("3420;2023H1;2E;1\n"), ";2E;1", "Punkt 2E står mer enn én gang.");
    check("r.json", json("\"sf_utvidelser\": 1"), "Punkt 7A fylles ikke ut av kommunen.");
    check("r.json", json("\"us-3-6m\": 1"), "Skjemaet har ikke noe punkt «us-3-6m». Mente du us_3_6m?");
    check("r.json", json("\"\\u001b[2J\": 1"), "Skjemaet har ikke noe punkt «\u{fffd}[2J».");
}

#[test]
fn the_unit_and_the_period_are_known_and_the_same_in_every_row() {
    let hint = "Ukjent rapporteringsenhet «301». Mente du 0301? Nummeret skrives med alle nuller.";
    check("r.json", json("").replace("\"3420\"", "\"301\""), hint);
    check("r.json", json("").replace("\"3420\"", "301"), hint);
    check("r.json", json("").replace("3420", "0301"), "Enhet 0301 rapporterer ikke selv; bydelene gjør det.");
    check("r.json", json("").replace("2023H1", "2023H3"), "Ukjent periode «2023H3». Skriv for eksempel 2023H1.");
    let rows = required().len() + 2;
    let mixed =
        format!("Filen kan ikke leses, linje {rows}: den blander flere enheter eller perioder. Lever én fil for hver.");
    check("r.csv", csv("3403;2023H1;us_3_6m;1\n"), &mixed);
}

#[test]
fn a_table_has_its_four_columns_and_no_other() {
    check("r.csv", "unit;period;key\n3420;2023H1;2E\n", "Filen kan ikke leses, linje 1: kolonnen «value» mangler.");
    check("r.csv", "unit,period,key,value\n", "Filen kan ikke leses, linje 1: kolonnen «unit» mangler.");
    let unknown = "Filen kan ikke leses, linje 1: kolonnen «navn» hører ikke hjemme i filen.";
    check("r.csv", "unit;period;key;value;navn\n3420;2023H1;2E;1;x\n", unknown);
    let line = required().len() + 2;
    let cells = format!("Filen kan ikke leses, linje {line}: raden har feil antall felter.");
    check("r.csv", csv("3420;2023H1;2E\n"), &cells);
}

#[test]
fn all_mistakes_are_told_at_once() {
    let said = read("r.json", json("\"2A\": -1, \"2E\": \"x\", \"9Z\": 1, \"submitter\": 1").as_bytes());
    assert!(said.expect_err("mistakes").len() >= 4);
}
