//! The rule packs: every rule against its own examples, the published figures, and packs that must be refused.

use std::collections::BTreeMap;

use statsforvalter::{
    checks::{
        engine::{Before, Place, Subject, review},
        pack::{Packs, Test},
        trial::try_examples,
    },
    domain::{
        finding::{Review, Severity},
        form::Form,
        period::PeriodId,
        register::Register,
        report::Values,
    },
};

fn register() -> Register {
    Register::embedded().expect("the reference data parses")
}

fn packs(register: &Register) -> Packs {
    Packs::embedded(&register.forms).unwrap_or_else(|error| panic!("{error}"))
}

fn form<'a>(register: &'a Register, version: &str) -> &'a Form {
    register.forms.iter().find(|form| form.version == version).expect("the form is there")
}

#[test]
fn every_rule_fires_on_the_examples_that_break_it_and_is_silent_on_the_others() {
    let register = register();
    let packs = packs(&register);
    for pack in &packs.packs {
        let wrong = try_examples(pack, form(&register, &pack.form), &packs.scales);
        assert!(wrong.is_empty(), "{}", wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        let tried: usize = pack.statements().map(|(_, _, says)| says.fires.len() + says.silent.len()).sum();
        assert!(tried >= 80, "{tried} examples");
    }
}

#[test]
fn every_rule_of_the_list_is_in_the_packs_with_its_severity() {
    let list = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/consistency_rules.csv");
    let Ok(text) = std::fs::read_to_string(list) else {
        println!("left out: the list of rules is not beside the project");
        return;
    };
    let register = register();
    let packs = packs(&register);
    let pack = packs.of("2023", &PeriodId("2023H1".to_owned())).expect("a pack of 2023");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.records() {
        let row = row.expect("a row");
        let rule = pack.rule(&row[0]).unwrap_or_else(|| panic!("{} is missing", &row[0]));
        assert_eq!(format!("{:?}", rule.severity).to_uppercase(), row[1], "{}", &row[0]);
    }
}

#[test]
fn every_rule_is_explained_in_three_languages_and_says_what_to_check() {
    let register = register();
    for pack in &packs(&register).packs {
        for rule in &pack.rules {
            for language in ["nb", "nn", "en"] {
                let words = rule.words.get(language).unwrap_or_else(|| panic!("{} in {language}", rule.id));
                for text in [&words.title, &words.explain, &words.check] {
                    assert!(!text.trim().is_empty(), "{} in {language}", rule.id);
                }
                assert!(words.title.chars().count() <= 60, "{}: {}", rule.id, words.title);
            }
            assert!(rule.says.iter().all(|says| !matches!(says.test, Test::Decision(_)) || says.fires.is_empty()));
        }
    }
}

/// The figures that are printed in the status report of 2023 (seed 004), as a report of the whole country.
fn published(figures: &[(&str, u32)]) -> Review {
    let register = register();
    let packs = packs(&register);
    let form = form(&register, "2023");
    let pack = packs.of("2023", &PeriodId("2023H1".to_owned())).expect("a pack of 2023");
    let values: Values = figures.iter().map(|(key, figure)| ((*key).to_owned(), Some(*figure))).collect();
    let subject = Subject {
        form,
        values: &values,
        obsolete: &[],
        remarks: &BTreeMap::new(),
        extensions: None,
        unit: Place::default(),
        channel: None,
        earlier: Before::default(),
        late: None,
        returned: None,
    };
    review(pack, &subject, None)
}

/// The sums that fail, with how much the parts miss the printed total by.
fn sums(review: &Review) -> Vec<(String, f64)> {
    let of_sum = |pattern: &str| pattern == "sum";
    let found = review.findings.iter().filter(|finding| of_sum(&finding.pattern));
    found.map(|finding| (finding.rule.clone(), finding.figures["right-sum"] - finding.figures["left-sum"])).collect()
}

#[test]
fn the_published_figures_break_exactly_three_sums_and_those_of_2019_to_2021_none() {
    let table = [
        (2019, 39_293, 34_208, 5_085),
        (2020, 38_044, 32_721, 5_323),
        (2021, 37_019, 31_241, 5_778),
        (2022, 33_916, 28_126, 5_788),
        (2023, 31_499, 26_235, 5_272),
    ];
    let mut found = Vec::new();
    for (year, all, children, aftercare) in table {
        let mut figures = vec![("tiltak_i_alt", all), ("tiltak_u18", children), ("ettervern", aftercare)];
        if year == 2023 {
            figures.extend([("meld_i_alt", 44_113), ("meld_nye", 23_766), ("meld_aktive", 17_237)]);
        }
        found.extend(sums(&published(&figures)).into_iter().map(|(rule, off)| (year, rule, off)));
    }
    let expected = [(2022, "K12", 2.0), (2023, "K12", -8.0), (2023, "K15", 3_110.0)];
    assert_eq!(found, expected.map(|(year, rule, off)| (year, rule.to_owned(), off)));
}

#[test]
fn a_failed_sum_is_an_error_or_a_warning_and_never_a_reason_to_refuse_a_report() {
    let register = register();
    for pack in &packs(&register).packs {
        for (rule, _, says) in pack.statements().filter(|(.., says)| says.pattern == "sum") {
            let severity = says.severity.unwrap_or(rule.severity);
            assert!(severity < Severity::Fatal, "{}", rule.id);
        }
    }
}

/// The smallest pack there is, with something changed in it.
fn changed(from: &str, to: &str) -> Result<Packs, String> {
    let list = "size_classes = [500]\n[score]\nerror = 30\nwarning = 10\nunanswered = 20\nmost = 100\ndeadline = 20\n\
                days = 10\n[[pack]]\nversion = \"1\"\nform = \"2023\"\nfrom = \"2023H1\"\nfiles = [\"sums.toml\"]\n";
    let words = "{ title = \"t\", explain = \"e\", check = \"c\" }";
    let rules = format!(
        "[[rule]]\nid = \"K12\"\nseverity = \"ERROR\"\nsource = \"s\"\nconfidence = \"sure\"\n\
         words = {{ nb = {words}, nn = {words}, en = {words} }}\n[[rule.says]]\npattern = \"sum\"\n\
         test = {{ formula = \"tiltak_u18 + ettervern = tiltak_i_alt\" }}\n\
         fires = [{{ values = {{ tiltak_u18 = 1, ettervern = 1, tiltak_i_alt = 1 }} }}]\n\
         silent = [{{ values = {{ tiltak_u18 = 1, ettervern = 1, tiltak_i_alt = 2 }} }}]\n"
    );
    assert!(from.is_empty() || list.contains(from) || rules.contains(from), "{from}");
    let (list, rules) = (list.replace(from, to), rules.replace(from, to));
    let files = [("packs.toml", list.as_str()), ("sums.toml", rules.as_str())];
    Packs::read(&files, &register().forms).map_err(|error| error.to_string())
}

#[test]
fn a_pack_that_cannot_be_right_is_refused_with_file_line_and_reason() {
    assert!(changed("K12", "K99").is_ok(), "the smallest pack is good");
    let refused = |from: &str, to: &str| changed(from, to).err().unwrap_or_else(|| panic!("taken: {to}"));
    for (from, to, place, reason) in [
        ("+ ettervern = tiltak", "+ etterværn = tiltak", "sums.toml, line 9", "formula"),
        ("+ ettervern = tiltak", "+ omsorg = tiltak", "sums.toml, line 9", "no point «omsorg»"),
        ("tiltak_u18 + ettervern = t", "tiltak_i_alt + ettervern = t", "sums.toml, line 9", "circular"),
        ("\"ERROR\"", "\"ALVORLIG\"", "sums.toml, line 3", "unknown variant"),
        ("source = \"s\"\n", "", "sums.toml, line 1", "source"),
        ("nn = ", "dk = ", "sums.toml, line 1", "«nn»"),
        ("pattern = \"sum\"", "pattern = \"sum\"\ncolour = 1", "sums.toml, line 9", "colour"),
        ("fires = ", "fires = []\n# ", "sums.toml, line 1", "example"),
        ("formula = ", "formel = ", "sums.toml, line 9", "formel"),
        ("form = \"2023\"", "form = \"1999\"", "packs.toml, line 11", "no form 1999"),
        ("sums.toml", "sumar.toml", "packs.toml, line 13", "no file sumar.toml"),
        ("size_classes = [500]", "size_classes = 500", "packs.toml, line 1", "sequence"),
        ("[[rule]]", "[[rule", "sums.toml, line 1", ""),
    ] {
        let said = refused(from, to);
        assert!(said.contains(place) && said.contains(reason), "{to}: {said}");
    }
}
