//! Addresses, letters and the question to the directorate.

use std::{collections::BTreeSet, fs, path::Path};

use statsforvalter::domain::{library::Library, register::Register};

use crate::{cli_support::Home, source};

fn library() -> Library {
    Library::embedded().expect("the files parse")
}

/// Every number of a letter that stands in a text: `2020/55315-1`.
fn numbers(text: &str) -> BTreeSet<String> {
    let number = |word: &str| {
        let (year, rest) = word.split_once('/')?;
        let (case, paper) = rest.split_once('-')?;
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        let paper: String = paper.chars().take_while(char::is_ascii_digit).collect();
        (digits(year, 4) && digits(case, 5) && !paper.is_empty()).then(|| format!("{year}/{case}-{paper}"))
    };
    text.split(|sign: char| !(sign.is_ascii_digit() || "/-".contains(sign))).filter_map(number).collect()
}

fn files_below(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_letter_that_a_rule_a_channel_or_a_text_cites_is_in_the_list() {
    let library = library();
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config"), &mut files);
    let mut cited = BTreeSet::new();
    for file in files.iter().filter(|file| file.file_name().is_some_and(|name| name != "letter_chain.toml")) {
        cited.extend(numbers(&fs::read_to_string(file).unwrap_or_default()));
    }
    assert!(cited.contains("2020/55315-1"), "the citations are found: {cited:?}");
    let missing: Vec<&String> = cited.iter().filter(|number| library.letter(number).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let register = Register::embedded().expect("the reference data parses");
    for rule in &register.channels.rules {
        assert!(rule.letter.as_ref().is_none_or(|number| library.letter(number).is_some()), "{:?}", rule.channel);
    }
}

#[test]
fn the_letters_are_listed_with_number_date_and_subject_and_how_sure_we_are() {
    let home = Home::new();
    let listed = home.run(&["letters", "--json"]).json();
    assert_eq!(listed["schema"], "sfv.letters/1");
    let letters = listed["letters"].as_array().expect("letters");
    let dated: Vec<(&str, &str)> =
        letters.iter().map(|letter| (letter["number"].as_str().unwrap(), letter["date"].as_str().unwrap())).collect();
    assert_eq!(
        dated,
        [
            ("2020/55315-1", "2020-07-02"),
            ("2020/55315-2", "2020-12-01"),
            ("2020/55315-3", "2022-05-19"),
            ("2020/55315-4", "2022-06-15"),
            ("2020/55315-6", "2022-11-30"),
            ("2023/51169-2", "2023-03-14"),
        ]
    );
    for letter in letters {
        for field in ["subject", "says", "confidence", "subject_confidence", "source"] {
            assert!(letter[field].as_str().is_some_and(|text| !text.is_empty()), "{field} {letter}");
        }
    }
    let told = home.run(&["letters"]);
    assert!(told.code == 0 && told.out.contains("2023/51169-2, 14.03.2023") && !told.out.contains('‹'), "{}", told.out);
}

#[test]
fn the_addresses_are_listed_and_the_program_has_no_way_to_open_one() {
    let home = Home::new();
    let listed = home.run(&["links", "--json"]).json();
    let links = listed["links"].as_array().expect("links");
    assert!(links.len() >= 6, "{}", links.len());
    for (id, url) in [
        ("kommunerapportering", "https://kommunerapportering.bufdir.no/"),
        ("utrapportering", "https://kommunerapportering.bufdir.no/"),
        ("rapportering", "https://www.bufdir.no/fagstotte/barnevern-oppvekst/rapportering/"),
        ("bufdir", "https://bufdir.no/"),
    ] {
        assert!(links.iter().any(|link| link["id"] == id && link["url"] == url), "{id}");
    }
    assert_eq!(listed["questions"], "barnevernsregisteret@bufdir.no");
    let told = home.run(&["links"]);
    assert!(told.code == 0 && told.out.contains("Utrapportering") && !told.out.contains('‹'), "{}", told.out);
    // The addresses are text: no source knows a browser, and only the editor of the person starts another program.
    for file in source::files() {
        let tokens = source::without_tests(&source::tokens(&file.text));
        let text: Vec<&str> = tokens.iter().filter_map(source::Placed::text).collect();
        assert!(!text.iter().any(|text| text.contains("xdg-open") || text.contains("https://bufdir")), "{}", file.path);
    }
}

#[test]
fn a_question_to_the_directorate_names_the_unit_and_the_period_and_neither_persons_nor_figures() {
    let home = Home::new();
    let question = home.run(&["links", "--ask", "elverum", "--period", "2023h1", "--json"]).json();
    assert_eq!(question["to"], "barnevernsregisteret@bufdir.no");
    assert_eq!(question["subject"], "Spørsmål om halvårsrapporten for Elverum (3420), 1. halvår 2023");
    let body = question["body"].as_str().expect("a body");
    assert!(body.contains("KHR-2023H1-3420") && !body.contains('{'), "{body}");
    let known = ["3420", "1", "2023", "2023H1"];
    let figures: Vec<&str> = body
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()) && !known.contains(word))
        .collect();
    assert!(figures.is_empty(), "{figures:?}");
    assert!(!body.contains('@'), "no address of a person: {body}");
    for (unit, code) in [("301", 66), ("Herøy", 66), ("Skogby", 66)] {
        assert_eq!(home.run(&["links", "--ask", unit, "--period", "2023H1"]).code, code, "{unit}");
    }
    assert_eq!(home.run(&["links", "--period", "2023H1"]).code, 2);
}
