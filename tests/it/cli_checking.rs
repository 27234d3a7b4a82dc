//! Commands that judge and explain: a file before it is sent, every name the program prints, two versions of a report.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use statsforvalter::domain::register::Register;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{method, path},
};

use crate::cli_support::{Home, Run};

/// Figures of every required point that break no rule but news.
const FIGURES: [(&str, u32); 19] = [
    ("us_avsl", 58),
    ("us_inntil_3m", 51),
    ("us_3_6m", 6),
    ("us_over_6m", 1),
    ("us_tiltak", 21),
    ("tiltak_i_alt", 214),
    ("tiltak_u18", 174),
    ("ettervern", 40),
    ("tiltak_hjemme", 110),
    ("tiltak_utenfor", 64),
    ("hjtilt_i_alt", 112),
    ("hjtilt_plan", 110),
    ("plan_3m", 80),
    ("plan_3m_evaluert", 71),
    ("plass_omsorg", 49),
    ("plass_hjtilt", 12),
    ("plass_atferd", 1),
    ("plass_akutt", 2),
    ("akutt_uten_samtykke", 0),
];

/// The figures with some others; `null` leaves a point empty.
fn figures(other: &[(&str, Value)]) -> BTreeMap<String, Value> {
    let mut values: BTreeMap<String, Value> =
        FIGURES.iter().map(|(key, figure)| ((*key).into(), json!(figure))).collect();
    values.extend(other.iter().map(|(key, figure)| ((*key).into(), figure.clone())));
    values
}

/// A report as a file.
fn report(unit: &str, period: &str, other: &[(&str, Value)]) -> String {
    json!({ "unit": unit, "period": period, "values": figures(other) }).to_string()
}

/// A unit, a half-year, and the figures that are not the usual ones.
type Row<'a> = (&'a str, &'a str, &'a [(&'a str, Value)]);

/// A wide table with a row for each unit and half-year.
fn wide(rows: &[Row<'_>]) -> String {
    let all: Vec<&str> = FIGURES.iter().map(|(key, _)| *key).chain(["us_inn", "us_ut"]).collect();
    let row = |(unit, period, other): &Row<'_>| {
        let values = figures(other);
        let cell =
            |key: &&str| values.get(*key).filter(|cell| !cell.is_null()).map(ToString::to_string).unwrap_or_default();
        let (year, half) = period.split_once('H').expect("a period");
        format!("{unit};{year};{half};{}\n", all.iter().map(cell).collect::<Vec<_>>().join(";"))
    };
    format!("Rapporteringsenhet;År;Halvår;{}\n{}", all.join(";"), rows.iter().map(row).collect::<String>())
}

/// The findings of the first report: rule and severity.
fn findings(run: &Run) -> Vec<(String, String)> {
    let text = |finding: &Value, name: &str| finding[name].as_str().expect(name).to_owned();
    let run = run.json();
    let found = run["reports"][0]["findings"].as_array().expect("findings");
    found.iter().map(|finding| (text(finding, "rule"), text(finding, "severity"))).collect()
}

/// Why a rule of the first report was not tried.
fn skipped(run: &Run, rule: &str) -> Option<String> {
    let run = run.json();
    let all = run["reports"][0]["skipped"].as_array().expect("a list").clone();
    all.iter().find(|skipped| skipped["rule"] == rule).map(|skipped| skipped["why"].as_str().expect("why").to_owned())
}

#[test]
fn a_file_is_checked_without_a_backend_and_the_worst_stands_first() {
    let home = Home::new();
    let wrong = [("tiltak_i_alt", json!(220)), ("us_inn", json!(3)), ("us_startet", json!(60)), ("us_ut", json!(9))];
    let file = home.file("rapport.json", report("3420", "2023H1", &wrong));
    let run = home.run(&["--server", "http://127.0.0.1:9", "report", "check", &file]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.err.contains("de innebygde, for http://127.0.0.1:9 kunne ikke spørres"), "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "Elverum (3420), 1. halvår 2023 · skjema 2023 · regelsett 2023.1");
    assert_eq!(lines[1], "Ingen tidligere tall å sammenligne med. De gis med --previous FIL.");
    assert_eq!(lines[2], "  !  feil        K12  3B 174 + 3C 40 = 214, men 3A 220. Forskjell 6.");
    assert_eq!(lines[3], "  ?  advarsel    K41  2A 3 + 2B 60 − 2C 58 = 5, men 2J 9. Forskjell 4.");
    assert!(lines[4].starts_with("  i  opplysning  K"), "{}", run.out);
    assert!(run.out.contains(" regler er fulgt.\nIkke prøvd:\n"), "{}", run.out);
    let others = "  tallene fra andre enheter er ikke tilgjengelige: K60.2, K60.3, K61, K63, K65, K86, K88";
    assert!(lines.contains(&others), "{}", run.out);
    assert!(!home.path().join("data").exists(), "no backend of its own either");
}

#[test]
fn programs_get_what_the_control_program_of_statistics_norway_reports() {
    let home = Home::new();
    let report =
        json!({ "unit": "3420", "period": "2023H1", "version": 2, "values": figures(&[("ettervern", json!(41))]) });
    let run = home.run(&["report", "check", "--json", &home.file("r.json", report.to_string())]);
    assert_eq!(run.code, 3);
    let answer = run.json();
    assert_eq!(answer["schema"], "sfv.check/1");
    let of = &answer["reports"][0];
    assert_eq!(
        (&of["form"], &of["pack"], &of["worst"], &of["clean"]),
        (&json!("2023"), &json!("2023.1"), &json!("ERROR"), &json!(false))
    );
    let term = |point: &str, side: &str, value: u32| json!({ "point": point, "when": "now", "side": side, "factor": 1, "value": value });
    assert_eq!(
        of["findings"][0],
        json!({ "severity": "ERROR", "rule": "K12", "part": 1, "unit": "3420", "period": "2023H1", "version": 2,
            "message": "3B 174 + 3C 41 = 215, men 3A 214. Forskjell 1.",
            "points": ["tiltak_i_alt", "tiltak_u18", "ettervern"], "codes": ["3A", "3B", "3C"],
            "terms": [term("tiltak_u18", "left", 174), term("ettervern", "left", 41), term("tiltak_i_alt", "right", 214)] }),
    );
    let passed = of["passed"].as_array().expect("a list");
    assert!(passed.iter().any(|passed| passed["rule"] == "K10" && passed["severity"] == "OK"));
    assert_eq!(skipped(&run, "K61").as_deref(), Some("no_reference"));
    assert_eq!(skipped(&run, "K84").as_deref(), Some("no_earlier"));
    assert!(of["skipped"].as_array().is_some_and(|all| all.iter().all(|one| one["reason"].as_str() != Some(""))));
}

#[test]
fn an_empty_required_point_is_a_fatal_finding_and_everything_else_is_checked_too() {
    let home = Home::new();
    let wrong = [("us_3_6m", Value::Null), ("tiltak_i_alt", json!(1))];
    for (name, text) in [("r.json", report("3420", "2023H1", &wrong)), ("r.csv", wide(&[("3420", "2023H1", &wrong)]))] {
        let run = home.run(&["report", "check", "--json", &home.file(name, text)]);
        assert_eq!(run.code, 3, "{}", run.err);
        let found = findings(&run);
        assert_eq!(found[0], ("K01".to_owned(), "FATAL".to_owned()), "{found:?}");
        assert!(found.contains(&("K12".to_owned(), "ERROR".to_owned())), "{found:?}");
        assert_eq!(skipped(&run, "K10").as_deref(), Some("empty"));
    }
}

#[test]
fn warnings_fail_only_where_that_is_asked_for() {
    let home = Home::new();
    let warned = home.file(
        "r.json",
        report("3420", "2023H1", &[("us_inn", json!(3)), ("us_startet", json!(60)), ("us_ut", json!(9))]),
    );
    let clean = home.file("clean.json", report("3420", "2023H1", &[]));
    assert_eq!(home.run(&["report", "check", &warned]).code, 0);
    assert_eq!(home.run(&["report", "check", &warned, "--strict"]).code, 3);
    assert_eq!(home.run(&["report", "check", &clean, "--strict"]).code, 0);
    assert_eq!(home.run(&["report", "check", &clean, "--json"]).json()["reports"][0]["clean"], true);
}

#[test]
fn a_file_that_cannot_be_read_ends_with_65_and_is_named_among_several() {
    let home = Home::new();
    let good = home.file("r.json", report("3420", "2023H1", &[]));
    let broken = home.file("gammel.json", "{");
    assert_eq!(home.run(&["report", "check", &broken]).code, 65);
    assert_eq!(home.run(&["report", "check", &home.file("r.csv", "a;b\n1;2\n")]).code, 65);
    let mistake = report("3420", "2023H1", &[("us_avsl", json!("mange"))]);
    assert!(home.run(&["report", "check", &home.file("m.json", mistake)]).err.contains("2C"));
    assert_eq!(home.run(&["report", "check", "/nowhere/r.json"]).code, 66);
    let run = home.run(&["report", "check", &good, "--previous", &broken]);
    assert_eq!(run.code, 65);
    assert!(run.err.starts_with("I «") && run.err.contains("gammel.json"), "{}", run.err);
    let fault = home.run(&["report", "check", &good, "--previous", &broken, "--json"]).fault();
    assert_eq!(fault["refusals"][0]["code"], "bad_file");
    assert_eq!(home.run(&["report", "check"]).code, 2);
    assert_eq!(home.run(&["report", "check", &good, "--language", "se"]).code, 2);
}

#[test]
fn a_report_may_come_from_standard_input() {
    let home = Home::new();
    for text in [report("3420", "2023H1", &[]), wide(&[("3420", "2023H1", &[])])] {
        let run = home.run_with(&["report", "check", "-"], &text);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        assert!(run.out.starts_with("Elverum (3420)"), "{}", run.out);
    }
    assert_eq!(home.run_with(&["report", "check", "-"], "").code, 65);
}

#[test]
fn a_table_of_several_units_is_checked_unit_by_unit_with_its_own_earlier_half_years() {
    let home = Home::new();
    let (now, before) = ([("us_inn", json!(7)), ("us_ut", json!(4))], [("us_ut", json!(9))]);
    let table = wide(&[
        ("3420", "2022H2", &before),
        ("3403", "2023H1", &[]),
        ("3420", "2023H1", &now),
        ("3420", "2022H1", &[]),
    ]);
    let run = home.run(&["report", "check", &home.file("r.csv", table)]);
    assert_eq!(run.code, 0, "{}", run.err);
    let heads: Vec<&str> = run.out.lines().filter(|line| line.contains("regelsett")).collect();
    assert_eq!(heads.len(), 2, "{}", run.out);
    assert!(
        heads[0].starts_with("Elverum (3420), 1. halvår 2023") && heads[1].starts_with("Hamar (3403)"),
        "{heads:?}"
    );
    assert!(run.out.contains("\nSammenlignet med 2022H2, 2022H1.\n"), "{}", run.out);
    assert!(run.out.contains("K40  2A 7, men 2J 9 (2. halvår 2022). Forskjell 2."), "{}", run.out);
    assert!(
        run.out.ends_with("opplysninger.\n") && run.out.contains("\n2 rapporter: 0 kritiske feil, 0 feil, "),
        "{}",
        run.out
    );
}

#[test]
fn earlier_figures_come_from_other_files_and_of_two_for_one_half_year_the_first_counts() {
    let home = Home::new();
    let now = home.file("now.json", report("3420", "2023H1", &[("us_inn", json!(7))]));
    let first = home.file("first.json", report("3420", "2022H2", &[("us_ut", json!(7))]));
    let second = home.file("second.json", report("3420", "2022H2", &[("us_ut", json!(9))]));
    let year = home.file("year.json", report("3420", "2022H1", &[("us_avsl", json!(58_000))]));
    let later = home.file("later.json", report("3420", "2023H2", &[]));
    let other = home.file("other.json", report("3403", "2022H2", &[]));
    let previous = |files: &[&String]| {
        let mut arguments = vec!["report", "check", now.as_str(), "--json"];
        for file in files {
            arguments.extend(["--previous", file.as_str()]);
        }
        home.run(&arguments)
    };
    let rules = |run: &Run| findings(run).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
    assert!(!rules(&previous(&[&first, &second])).contains(&"K40".to_owned()));
    assert!(rules(&previous(&[&second, &first])).contains(&"K40".to_owned()));
    let thousand = previous(&[&first, &year]);
    assert!(rules(&thousand).contains(&"K62".to_owned()), "{:?}", rules(&thousand));
    assert_eq!(thousand.json()["reports"][0]["earlier"], json!(["2022H2", "2022H1"]));
    let unused = previous(&[&later, &first, &other]);
    assert_eq!(unused.json()["unused"], json!([later, other]));
    let told = home.run(&["report", "check", &now, "--previous", &other]);
    assert!(told.err.contains("other.json") && told.err.contains("ble ikke brukt"), "{}", told.err);
}

#[test]
fn a_unit_is_followed_through_the_new_numbers_of_2024_and_a_split_one_is_not() {
    let home = Home::new();
    let check = |unit: &str, old: &str| {
        let now = home.file("now.json", report(unit, "2024H1", &[("us_inn", json!(7))]));
        let before = home.file("before.json", report(old, "2023H2", &[("us_ut", json!(9))]));
        home.run(&["report", "check", &now, "--previous", &before, "--json"])
    };
    let halden = check("3101", "3001");
    assert_eq!(halden.json()["reports"][0]["earlier"], json!(["2023H2"]));
    assert!(findings(&halden).iter().any(|(rule, _)| rule == "K40"));
    let aalesund = check("1508", "1507");
    assert_eq!(aalesund.json()["reports"][0]["earlier"], json!([]));
    assert_eq!(skipped(&aalesund, "K40").as_deref(), Some("break"));
}

#[test]
fn a_figure_in_a_point_that_went_out_is_noted_and_found_and_nobody_knows_when_the_report_came() {
    let home = Home::new();
    let file = home.file("r.json", report("3420", "2023H1", &[("still_i_alt", json!(12))]));
    let run = home.run(&["report", "check", &file]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("6A") && run.out.contains("K82"), "{}{}", run.err, run.out);
    let answer = home.run(&["report", "check", &file, "--json"]);
    assert_eq!((answer.json()["notes"][0]["code"].as_str(), answer.err.as_str()), (Some("obsolete_point"), ""));
    assert_eq!(answer.json()["reference"], json!({ "from": "built_in" }), "no backend is set up");
    assert_eq!(skipped(&answer, "K72").as_deref(), Some("not_received"));
    let form = report("3420", "2022H2", &[("still_i_alt", json!(12))]);
    assert_eq!(home.run(&["report", "check", &home.file("old.json", form)]).code, 0, "the form of 2022 asks it");
}

#[test]
fn a_check_is_told_in_three_languages() {
    let home = Home::new();
    let file = home.file("r.json", report("3420", "2023H1", &[("tiltak_i_alt", json!(215))]));
    let check = |language: &str, expected: &[&str]| {
        let run = home.run(&["report", "check", &file, "--language", language]);
        for line in expected {
            assert!(run.out.contains(line), "{line}: {}", run.out);
        }
        assert!(!run.out.contains('‹'), "{}", run.out);
    };
    check("nn", &["Ingen tidlegare tal", "reglar er følgde", "K12  3B 174 + 3C 40 = 214"]);
    check("en", &["rule pack 2023.1", "rules are followed", "Difference 1."]);
}

#[test]
fn a_rule_tells_its_formula_its_source_and_how_sure_it_is() {
    let home = Home::new();
    let run = home.run(&["explain", "k12"]);
    for line in [
        "Alvorlighet   feil – godkjenning krever en begrunnelse",
        "Spør om       3B + 3C = 3A",
        "Lov           bvl § 3-6",
        "Hvor sikkert  sikkert: ",
        "Gjelder fra   2018H1 (skjema 2022)",
    ] {
        assert!(run.out.contains(line), "{line}: {}", run.out);
    }
    let outlier = home.run(&["explain", "K61", "--json"]).json();
    assert_eq!((outlier["schema"].as_str(), outlier["type"].as_str()), (Some("sfv.explain/1"), Some("rule")));
    let parameters = outlier["says"][0]["parameters"].as_array().expect("parameters");
    assert!(parameters.contains(&json!({ "name": "c", "value": 20.0 })), "{parameters:?}");
    assert!(home.run(&["explain", "K42"]).out.contains("5 × |2B − 1G| ≤ max(15, 1G)"));
    assert!(home.run(&["explain", "K40"]).out.contains("2A = 2J (forrige halvår)"));
    assert!(home.run(&["explain", "K21.5"]).out.contains("K21.5  3H ≤ 3G (advarsel)"));
}

#[test]
fn a_point_is_found_by_code_key_and_label_and_tells_what_it_is_mistaken_for() {
    let home = Home::new();
    let by_code = home.run(&["explain", "4d", "--json"]).json();
    for name in ["plass_akutt", "PLASS_AKUTT", "akuttplassert", " Akuttplassert "] {
        assert_eq!(home.run(&["explain", name, "--json"]).json(), by_code, "{name}");
    }
    let codes = |of: &Value| of.as_array().expect("a list").iter().map(|one| one["code"].clone()).collect::<Vec<_>>();
    assert_eq!(codes(&by_code["confused_with"]), ["4E", "4F"]);
    assert_eq!(by_code["sums_to"]["code"], "3E");
    assert_eq!(by_code["measure"], "stock_end");
    assert!(by_code["rules"].as_array().is_some_and(|rules| rules.iter().any(|rule| rule["rule"] == "K14")));
    let run = home.run(&["explain", "4E"]);
    assert!(run.out.contains("Ofte forvekslet med  4D Akuttplassert\n"), "{}", run.out);
    assert!(run.out.contains("2022 fra 2018H1: 4E, § 4-6 første ledd (bvl. 1992)"), "{}", run.out);
    assert!(run.out.contains("i perioden: "), "{}", run.out);
}

#[test]
fn confusion_goes_both_ways_and_names_points_that_are_there() {
    let register = Register::embedded().expect("the reference data parses");
    for form in &register.forms {
        let mut pairs = 0;
        for point in form.points() {
            for other in &point.confused_with {
                let other = form.point(other).unwrap_or_else(|| panic!("{}: {other}", point.code));
                assert!(other.confused_with.contains(&point.key), "{} and {}", point.code, other.code);
                pairs += 1;
            }
        }
        assert!(pairs >= 20, "{pairs}");
    }
}

#[test]
fn a_point_that_went_out_tells_since_when_and_why() {
    let home = Home::new();
    let run = home.run(&["explain", "6A"]);
    assert!(run.out.contains("utgått fra 2023H1: Punktene om stillinger ble tatt ut"), "{}", run.out);
    assert!(run.out.contains("2023 fra 2023H1: ikke i skjemaet"), "{}", run.out);
    assert!(run.out.contains("Serien slutter med 2022H2.") && !run.out.contains("2024H1"), "{}", run.out);
}

#[test]
fn a_code_tells_what_it_meant_at_which_time() {
    let home = Home::new();
    let run = home.run(&["explain", "Melder:23"]);
    assert!(
        run.out.contains("Andre fra 01.01.2013 til 31.12.2019") && run.out.contains("Anonym fra 01.01.2020"),
        "{}",
        run.out
    );
    let code = home.run(&["explain", "melder:23", "--json"]).json();
    assert_eq!(
        (&code["labels"][0]["until"], &code["labels"][1]["confidence"]),
        (&json!("2019-12-31"), &json!("likely"))
    );
    assert!(home.run(&["explain", "tiltak"]).out.contains("tiltak:2.5  Beredskapshjem"));
}

#[test]
fn a_failure_is_explained_by_the_name_it_has_in_json() {
    let home = Home::new();
    let fault = home.run(&["explain", "version-changed", "--json"]).json();
    assert_eq!((&fault["type"], &fault["kind"], &fault["exit_code"]), (&json!("fault"), &json!("fault"), &json!(4)));
    assert_eq!(home.run(&["explain", "VERSION_CHANGED", "--json"]).json(), fault);
    assert_eq!(home.run(&["explain", "urn:sfv:problem:version-changed", "--json"]).json(), fault);
    let broken = home.run(&["report", "check", "/dev/null", "--json"]).fault();
    for name in [&broken["kind"], &broken["refusals"][0]["code"], &broken["refusals"][0]["fault"]["what"]] {
        let name = name.as_str().expect("a name");
        assert_eq!(home.run(&["explain", name]).code, 0, "{name}");
    }
    let unknown = home.run(&["explain", "unknown", "--json"]).json();
    assert_eq!((&unknown["stored"], &unknown["exit_code"]), (&json!("unknown"), &json!(75)));
}

#[test]
fn a_name_that_nothing_has_ends_with_66_and_what_may_be_meant() {
    let home = Home::new();
    let check = |name: &str, suggestion: &str| {
        let run = home.run(&["explain", name, "--json"]);
        let fault = run.fault();
        assert_eq!(
            (run.code, fault["schema"].as_str(), fault["exit_code"].as_i64()),
            (66, Some("sfv.fault/1"), Some(66))
        );
        let names = fault["suggestions"].as_array().expect("a list");
        assert!(names.iter().any(|one| one == suggestion), "{name}: {names:?}");
    };
    check("K02", "K01");
    check("version-chnged", "version-changed");
    check("us_avls", "us_avsl");
    check("tilsynsperson", "5G");
    check("Av disse: plassert mer enn 1 år", "5B");
    check("Av disse: plassert mer enn 1 år", "5E");
    check("melder:24", "melder:23");
    assert!(home.run(&["explain", "K02"]).err.contains("Mente du noe av dette: K01"));
}

#[test]
fn hostile_names_are_unknown_names_and_nothing_more() {
    let home = Home::new();
    let long = "K".repeat(100_000);
    let names = [
        "",
        " ",
        "\u{1b}[2J\u{7}",
        "K12\u{202e}",
        "../../etc/passwd",
        "melder:",
        "melder:23:1",
        ":",
        "K12.5.5\n",
        "K",
        "%s%n",
        "{ $x }",
        "'; drop table tasks",
        "é\u{301}\u{301}",
        "🧨",
        long.as_str(),
        "K９",
        "children",
    ];
    for name in names {
        let run = home.run(&["explain", "--", name]);
        let known = matches!(name, "melder:" | "K12.5.5\n");
        assert_eq!(run.code, if known { 0 } else { 66 }, "{name:?}: {}{}", run.out, run.err);
        for text in [&run.out, &run.err] {
            assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']) && text.len() < 6_000, "{name:?}: {text}");
            assert!(!text.contains("panicked"), "{text}");
        }
    }
    assert_eq!(home.run(&["explain"]).code, 2);
}

/// A backend with one report, changed by the test.
async fn backend(change: impl Fn(&mut Value)) -> (MockServer, Home) {
    let home = Home::new();
    let mut case = tokio::task::block_in_place(|| home.demo(&["report", "show", "KHR-2023H1-3428", "--json"]).json());
    case.as_object_mut().expect("an object").remove("schema");
    change(&mut case);
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(case);
    Mock::given(method("GET")).and(path("/v1/tasks/KHR-2023H1-3428")).respond_with(answer).mount(&server).await;
    (server, home)
}

fn diff(home: &Home, server: &MockServer, more: &[&str]) -> Run {
    let uri = server.uri();
    let arguments = ["--server", &uri, "report", "diff", "khr-2023h1-3428"];
    tokio::task::block_in_place(|| home.run(&[&arguments, more].concat()))
}

/// A question of a return.
fn question(rule: &str, points: &[&str]) -> Value {
    json!({ "rule": rule, "part": 1, "point": points[0], "points": points })
}

/// Three versions; the second was returned with three questions, of which the third answers two.
fn asked(case: &mut Value) {
    let versions = case["versions"].as_array_mut().expect("versions");
    assert_eq!(versions.len(), 3);
    let first = versions[0]["values"].clone();
    for version in versions.iter_mut() {
        version["values"] = first.clone();
        version["remarks"] = json!({});
    }
    for (key, figure) in [("tiltak_i_alt", json!(41)), ("us_3_6m", json!(2)), ("us_ut", json!(5)), ("us_inn", json!(4))]
    {
        versions[1]["values"][key] = figure;
    }
    versions[2]["values"] = versions[1]["values"].clone();
    for (key, figure) in [("tiltak_i_alt", json!(44)), ("us_ut", Value::Null)] {
        versions[2]["values"][key] = figure;
    }
    versions[2]["remarks"] = json!({ "us_inn": "tre saker flyttet\u{1b}[2J hit" });
    let decisions = case["decisions"].as_array_mut().expect("decisions");
    for made in decisions.iter_mut() {
        made["asked"] = json!([]);
    }
    let last = decisions.iter_mut().rfind(|made| made["kind"] == "return" && made["version"] == 2).expect("a return");
    last["asked"] = json!([
        question("K12", &["tiltak_i_alt", "tiltak_u18"]),
        question("K40", &["us_inn"]),
        question("K65", &["us_3_6m"]),
    ]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comparison_begins_with_what_was_asked_about_and_how_it_was_answered() {
    let (server, home) = backend(asked).await;
    let run = diff(&home, &server, &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines,
        [
            "KHR-2023H1-3428 3428 Alvdal, 1. halvår 2023: versjon 2 → 3",
            "Det ble spurt om:",
            "  endret        K12  3A  Barn og unge med tiltak i alt  41 → 44  +3 (+7\u{a0}%)",
            "  merknad       K40  2A",
            "  ikke besvart  K65  2E",
            "Andre endringer:",
            "  2J  Ikke avsluttet ved halvårets slutt  5 → –",
            "Nye merknader:",
            "  2A  tre saker flyttet\u{fffd}[2J hit",
        ],
    );
    let answer = diff(&home, &server, &["--json"]).json();
    assert_eq!((&answer["schema"], &answer["from"], &answer["to"]), (&json!("sfv.diff/1"), &json!(2), &json!(3)));
    assert_eq!(
        answer["asked"].as_array().expect("a list").iter().map(|one| one["outcome"].clone()).collect::<Vec<_>>(),
        ["changed", "remarked", "unanswered"],
    );
    assert_eq!(answer["changes"], json!([{ "point": "us_ut", "code": "2J", "from": 5, "to": null }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_versions_to_compare_can_be_named_and_must_be_there() {
    let (server, home) = backend(asked).await;
    let first = diff(&home, &server, &["--from", "1", "--to", "2", "--json"]).json();
    let codes: Vec<&str> =
        first["changes"].as_array().expect("a list").iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!((first["asked"].clone(), codes), (json!([]), vec!["2A", "2E", "2J", "3A"]), "in the order of the form");
    let same = diff(&home, &server, &["--from", "2", "--to", "2"]);
    assert!(same.out.contains("ikke besvart") && !same.out.contains("endret "), "{}", same.out);
    assert!(same.out.ends_with("Ingen endringer.\n"), "{}", same.out);
    let missing = diff(&home, &server, &["--from", "9", "--json"]);
    assert_eq!((missing.code, missing.fault()["exit_code"].as_i64()), (66, Some(66)));
    assert_eq!(diff(&home, &server, &["--to", "0"]).code, 66);
    assert_eq!(diff(&home, &server, &["--to", "-1"]).code, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_that_was_taken_back_is_no_return() {
    let taken_back = |versions: &'static [u32]| {
        move |case: &mut Value| {
            asked(case);
            for made in case["decisions"].as_array_mut().expect("decisions") {
                if versions.iter().any(|version| made["version"] == *version) {
                    made["undone_at"] = json!("2023-08-24T08:00:00Z");
                }
            }
        }
    };
    let (server, home) = backend(taken_back(&[1, 2])).await;
    let answer = diff(&home, &server, &["--json"]).json();
    assert_eq!((&answer["from"], &answer["asked"]), (&json!(2), &json!([])), "the version before, and no questions");
    let (server, home) = backend(taken_back(&[2])).await;
    assert_eq!(diff(&home, &server, &["--json"]).json()["from"], 1, "the one that is still returned");
}

#[test]
fn a_report_with_one_version_has_nothing_to_compare_and_a_request_for_access_none() {
    let home = Home::new();
    let one = home.demo(&["report", "diff", "KHR-2023H1-3420"]);
    assert_eq!(
        (one.code, one.out.trim()),
        (0, "KHR-2023H1-3420 3420 Elverum, 1. halvår 2023: det finnes bare versjon 1.")
    );
    assert_eq!(home.demo(&["report", "diff", "TLG-000004"]).code, 65);
    assert_eq!(home.demo(&["report", "diff", "KHR-2023H1-9999"]).code, 66);
    let demo = home.demo(&["report", "diff", "KHR-2023H1-3428", "--json"]).json();
    assert_eq!((&demo["from"], &demo["to"]), (&json!(2), &json!(3)));
    assert_eq!(demo["asked"][0]["outcome"], "changed", "the demo has a return that was answered");
}
