//! How the texts are worded: the words of docs/sprak.md, numbers that bend the word behind them, and one language in each file.

use std::{collections::BTreeSet, fs, path::Path};

use statsforvalter::{
    checks::language::LanguageWords,
    domain::unit::Language,
    text::{Texts, WRITTEN},
};

/// Nouns in the plural that follow a number, in the three languages. Those that look the same for one and for many are not among them.
const PLURALS: &[&str] = &[
    "advarsler",
    "arbeidsdagar",
    "arbeidsdager",
    "avgjerder",
    "avgjørelser",
    "bytes",
    "cases",
    "characters",
    "dagar",
    "dager",
    "days",
    "decisions",
    "delar",
    "deler",
    "einingar",
    "enheter",
    "errors",
    "events",
    "extensions",
    "fields",
    "figures",
    "hendelser",
    "hendingar",
    "keys",
    "linjer",
    "lines",
    "minutes",
    "minutter",
    "oppgaver",
    "oppgåver",
    "opplysningar",
    "opplysninger",
    "points",
    "punkter",
    "questions",
    "rapportar",
    "rapporter",
    "reglar",
    "regler",
    "reports",
    "rules",
    "saker",
    "tasks",
    "tastar",
    "taster",
    "units",
    "utvidelser",
    "utvidingar",
    "views",
    "warnings",
    "åtvaringar",
];

/// Blanks that are bounds of the program or sizes that are never 1, and a verb that looks like a noun.
const NEVER_ONE: &[(&str, &str)] = &[
    ("asks-copied", "least"),
    ("asks-duplicate", "least"),
    ("channel-set-ahead", "unit"),
    ("channel-unchanged", "unit"),
    ("countdown-shortened", "n"),
    ("file-several-reports", "count"),
    ("file-too-large", "limit"),
    ("finding-quartile", "units"),
    ("finding-rate", "units"),
    ("foreign-members", "most"),
    ("letter-quartile", "units"),
    ("letter-rate", "units"),
    ("login-fault-limited-text", "minutes"),
    ("page-too-small", "height"),
    ("page-too-small", "width"),
    ("query-too-long", "limit"),
    ("reference-fault-letter-number", "most"),
    ("reference-fault-text-field", "most"),
    ("reference-fault-too-long", "most"),
    ("reference-warning-many-new-units", "new"),
    ("refusal-batch-too-large", "given"),
    ("refusal-long-comment", "length"),
    ("refusal-no-form-due", "unit"),
    ("refusal-too-many-marks", "limit"),
    ("refusal-view-name", "limit"),
    ("refusal-views-full", "limit"),
    ("report-parts-seen", "all"),
    ("summary-all-seen", "all"),
    ("template-part", "most"),
];

/// Texts that show words of a search or of both written languages, or quote what others say.
const MIXED: &[&str] = &[
    "apply-",
    "help-queries-list",
    "search-words",
    "query-",
    "message-applied",
    "message-application-kept",
    "help-signs-list",
    "cli-usage",
];

/// A text: its id and its words.
type Said = (String, String);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text of a language, of the screen and of the sentences, with what it is called.
fn texts(language: &str) -> Vec<Said> {
    let read = |folder: &str| {
        let entries =
            fs::read_dir(root().join(folder)).expect("a folder of texts").map(|entry| entry.expect("an entry").path());
        entries.filter(|path| path.extension().is_some_and(|end| end == "ftl")).collect::<Vec<_>>()
    };
    let mut files = read(&format!("config/locales/{language}"));
    let of_it = |path: &std::path::PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&format!("{language}.")))
    };
    files.extend(read("config/wording").into_iter().filter(of_it));
    let mut found: Vec<Said> = Vec::new();
    for file in files {
        for line in fs::read_to_string(file).expect("UTF-8").lines().filter(|line| !line.starts_with('#')) {
            let named = line.split_once(" =").filter(|_| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
            match (named, found.last_mut()) {
                (Some((id, words)), _) => found.push((id.to_owned(), words.trim().to_owned())),
                (None, Some((_, words))) => words.extend(["\n", line]),
                (None, None) => {}
            }
        }
    }
    assert!(found.len() > 500, "{language}: the files are found");
    found
}

/// The table of docs/sprak.md between two marks: the cells of each row.
fn table(mark: &str) -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join("docs/sprak.md")).expect("docs/sprak.md");
    let (_, rest) = page.split_once(&format!("<!-- {mark} -->\n")).expect("the table begins");
    let (rows, _) = rest.split_once(&format!("<!-- /{mark} -->")).expect("the table ends");
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = rows.lines().skip(2).map(cells).collect();
    assert!(rows.len() > 10, "{rows:?}");
    rows
}

fn unquoted(text: &str) -> String {
    text.split(['«', '»', '“', '”']).step_by(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_word_of_the_list_of_words_that_are_not_used_stands_in_no_text() {
    let mut found = Vec::new();
    for row in table("avoid") {
        let [language, word, rather] = row.as_slice() else { panic!("{row:?}") };
        let here = |text: &str| {
            let text = unquoted(text).to_lowercase();
            let before = |at: usize| text.get(..at).and_then(|before| before.chars().next_back());
            let begins = |at: usize| before(at).is_none_or(|letter| !letter.is_alphanumeric());
            text.match_indices(word.as_str()).any(|(at, _)| begins(at))
        };
        for (id, text) in texts(language) {
            if here(&text) && !MIXED.iter().any(|beginning| id.starts_with(beginning)) {
                found.push(format!("{language} {id}: «{word}», rather: {rather}"));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_number_before_a_noun_bends_it_in_every_language() {
    let mut used = BTreeSet::new();
    let mut found = Vec::new();
    for language in WRITTEN {
        for (id, text) in texts(language) {
            // What stands in a branch has been chosen by the number already.
            for line in text.lines().filter(|line| !line.trim_start().starts_with(['[', '*'])) {
                for rest in line.split("{ $").skip(1) {
                    let Some((blank, after)) = rest.split_once(" } ") else { continue };
                    let noun: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
                    if !PLURALS.contains(&noun.as_str()) || blank.contains(' ') {
                        continue;
                    }
                    match NEVER_ONE.iter().find(|(text, of)| *text == id && *of == blank) {
                        Some(exception) => {
                            used.insert(*exception);
                        }
                        None => found.push(format!("{language} {id}: {blank} {noun}")),
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let vain: Vec<_> = NEVER_ONE.iter().filter(|exception| !used.contains(*exception)).collect();
    assert!(vain.is_empty(), "exceptions of nothing: {vain:?}");
}

#[test]
fn one_is_said_as_one_and_many_as_many() {
    for (language, one, many) in
        [("nb", "1 sak er åpen", "2 saker er åpne"), ("nn", "1 sak er open", "2 saker er opne")]
    {
        let texts = Texts::of(language).expect("the texts of the program");
        let said = |number: &str| texts.with("message-batch-undone", &[("batch", "B-0007"), ("undone", number)]);
        assert!(said("1").contains(one) && said("2").contains(many), "{} {}", said("1"), said("2"));
    }
    let texts = Texts::of("nb").expect("the texts of the program");
    // A number with a zero in front is a name, and stays as it is.
    assert!(
        texts
            .with("report-title", &[("unit", "Oslo"), ("no", "0301"), ("period", ""), ("version", "1")])
            .contains("0301")
    );
}

#[test]
fn what_a_command_does_begins_with_a_capital_letter_and_what_a_key_is_for_with_a_small_one() {
    for language in WRITTEN {
        for (id, text) in texts(language) {
            let first = text.chars().next().unwrap_or(' ');
            let right = match id.split('-').next() {
                Some("cmd") => !first.is_lowercase(),
                Some("hint") => !first.is_uppercase() || text.starts_with("Bufdir"),
                _ => true,
            };
            assert!(right, "{language} {id}: {text}");
        }
    }
}

#[test]
fn bokmaal_stands_in_the_files_of_bokmaal_and_nynorsk_in_those_of_nynorsk() {
    let words = LanguageWords::embedded().expect("config/language_words.toml");
    let mut found = Vec::new();
    for (language, wanted) in [("nb", Language::Nb), ("nn", Language::Nn)] {
        for (id, text) in texts(language) {
            if MIXED.iter().any(|beginning| id.starts_with(beginning)) {
                continue;
            }
            // What stands between braces is names of blanks and of branches.
            let own: String = text.split(['{', '}']).step_by(2).collect::<Vec<_>>().join(" ");
            if let Some(misfit) = words.misfit(&own, wanted, &[]) {
                found.push(format!("{language} {id}: {}", misfit.words.join(", ")));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
