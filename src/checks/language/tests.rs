//! What the words tell of the sentences that stand in return comments.

use super::*;
use crate::domain::{form::Form, register::Register};

const BOKMAAL: [&str; 12] = [
    "Summen av 2D, 2E og 2F stemmer ikke med 2C.",
    "Vennligst kontroller tallene og send rapporten på nytt innen fredag.",
    "Hvorfor er antallet lavere enn i forrige periode?",
    "Dere har ført 12 fristbrudd, men bare 10 undersøkelser over tre måneder.",
    "Punkt 3G mangler.",
    "Barn i fosterhjem uten tilsynsperson: er tallet riktig?",
    "Meldingene som ble henlagt, skal også telles med.",
    "Rapporteringsenheten må rette opp punkt 4A.",
    "Tallet på utvidelser er høyere enn vi har godkjent.",
    "Hva er årsaken til økningen?",
    "Vi ber om en redegjørelse for avviket mellom 1B og 1C.",
    "IKKE GODKJENT",
];

const NYNORSK: [&str; 12] = [
    "Summen av 2D, 2E og 2F stemmer ikkje med 2C.",
    "Ver venleg og kontroller tala og send rapporten på nytt innan fredag.",
    "Kvifor er talet lågare enn i førre periode?",
    "De har ført 12 fristbrot, men berre 10 undersøkingar over tre månader.",
    "Punkt 3G manglar.",
    "Barn i fosterheim utan tilsynsperson: er talet rett?",
    "Meldingane som vart lagde bort, skal òg teljast med.",
    "Rapporteringseininga må rette opp punkt 4A.",
    "Talet på utvidingar er høgare enn vi har godkjent.",
    "Kva er årsaka til auken?",
    "Vi ber om ei utgreiing frå dykk om avviket mellom 1B og 1C.",
    "IKKJE GODKJEND",
];

fn words() -> LanguageWords {
    LanguageWords::embedded().expect("the words in config/ parse")
}

#[track_caller]
fn check(text: &str, verdict: Verdict) {
    let judgement = words().judge(text, &[]);
    assert_eq!(judgement.verdict, verdict, "{text}: {judgement:?}");
}

#[track_caller]
fn check_bad(text: &str, told: &str) {
    let fault = LanguageWords::parse("words.toml", text).expect_err("a fault").to_string();
    assert!(fault.starts_with("words.toml: ") && fault.contains(told), "{fault}");
}

#[test]
fn a_comment_in_one_language_fits_that_language_only() {
    let words = words();
    for (texts, verdict, own, other) in [
        (BOKMAAL, Verdict::Bokmaal, Language::Nb, Language::Nn),
        (NYNORSK, Verdict::Nynorsk, Language::Nn, Language::Nb),
    ] {
        for text in texts {
            check(text, verdict);
            assert_eq!(words.misfit(text, own, &[]), None, "{text}");
            assert!(words.misfit(text, other, &[]).is_some(), "{text}");
            assert_eq!(words.misfit(text, Language::Neutral, &[]), None, "{text}");
        }
    }
}

#[test]
fn a_text_without_a_word_that_tells_is_unclear_and_fits() {
    for text in [
        "",
        " \n",
        "2C = 2D + 2E",
        "Sum 3F.",
        "Rett opp punkt 4A.",
        "Skjemaet er godkjent.",
        "👍",
        "Øystre Slidre, Nord-Fron og Vågå",
    ] {
        check(text, Verdict::Unclear);
        for wanted in [Language::Nb, Language::Nn, Language::Neutral] {
            assert_eq!(words().misfit(text, wanted, &[]), None, "{text}");
        }
    }
}

#[test]
fn words_of_the_other_language_are_named_once_each_in_the_order_of_the_text() {
    let text = "Kva er summen? Tallet er ikke riktig. Ikkje før: KVA gjeld det? Hvorfor ikke?";
    check(text, Verdict::Mixed);
    let named = |wanted| words().misfit(text, wanted, &[]).map(|misfit| misfit.words);
    assert_eq!(named(Language::Nb), Some(vec!["kva".to_owned(), "ikkje".to_owned(), "gjeld".to_owned()]));
    assert_eq!(named(Language::Nn), Some(vec!["ikke".to_owned(), "hvorfor".to_owned()]));
}

#[test]
fn no_name_of_a_unit_an_office_or_a_system_tells_a_language() {
    let register = Register::embedded().expect("the reference data in config/ parses");
    let words = words();
    for period in &register.periods {
        for unit in register.units(period) {
            let names = format!("{} {} {}", unit.name, unit.also.as_deref().unwrap_or_default(), unit.county);
            assert_eq!(words.judge(&names, &[]).verdict, Verdict::Unclear, "{names}");
        }
    }
    let offices = register.offices.iter().flat_map(|office| [&office.name_2023, &office.name_2024]);
    for name in offices.chain(register.channels.systems.iter().map(|system| &system.name)) {
        assert_eq!(words.judge(name, &[]).verdict, Verdict::Unclear, "{name}");
    }
}

#[test]
fn no_label_of_the_form_is_taken_for_nynorsk() {
    let register = Register::embedded().expect("the reference data in config/ parses");
    let words = words();
    for point in register.forms.iter().flat_map(Form::points) {
        assert_eq!(words.judge(&point.label, &[]).nynorsk, Vec::<String>::new(), "{}", point.label);
    }
}

#[test]
fn what_is_quoted_does_not_count() {
    for quoted in [
        "«Undersøkelser ikke avsluttet»",
        "“ikke avsluttet”",
        "„ikke avsluttet“",
        "”ikke avsluttet”",
        "\"ikke avsluttet\"",
        "«ikke\navsluttet»",
    ] {
        check(&format!("Punktet {quoted} er ikkje fylt ut."), Verdict::Nynorsk);
    }
    check("De skreiv «ikke», men ikkje kvifor, og «hva».", Verdict::Nynorsk);
    check("Punktet «ikke avsluttet er feil.", Verdict::Bokmaal);
    check("En strek på 5\" er ikke nok.", Verdict::Bokmaal);
}

#[test]
fn labels_of_the_form_do_not_count_however_they_are_written() {
    let labels = ["Undersøkelser", "Undersøkelser ikke avsluttet ved periodens slutt", ""];
    let text = "Punkt 2J, undersøkelser ikke avsluttet\nved periodens slutt, stemmer ikkje.";
    assert_eq!(words().judge(text, &labels).verdict, Verdict::Nynorsk);
    assert_eq!(words().judge(text, &["Undersøkelser"]).verdict, Verdict::Mixed);
    assert_eq!(words().judge("Undersøkelser ikke", &labels).bokmaal, ["ikke"]);
}

#[test]
fn only_whole_words_and_beginnings_with_a_star_count() {
    check("Trikken og svikkjeleik", Verdict::Unclear);
    check("Undersøkelsessakene", Verdict::Bokmaal);
    check("(ikke-meldt)", Verdict::Bokmaal);
    check("fra\u{300}", Verdict::Unclear);
    check("Fra\u{30a}", Verdict::Nynorsk);
}

#[test]
fn a_bad_file_is_refused_with_its_name_and_the_line() {
    check_bad("bokmaal = [\n \"ikke\",\n \"Jeg\",\n]\nnynorsk = []", "line 3: «Jeg»");
    check_bad("bokmaal = [\"ikke\", \"til da\"]\nnynorsk = []", "line 1: «til da»");
    check_bad("bokmaal = [\"*\"]\nnynorsk = []", "line 1: «*»");
    check_bad("bokmaal = [\"ikke\"]\nnynorsk = [\n\"eg\", \"ikke\"]", "line 3: «ikke» stands already in line 1");
    check_bad(
        "bokmaal = [\"åpne\",\n\"tenestetid\"]\nnynorsk = [\"teneste*\"]",
        "line 2: «tenestetid» is a word of both lists",
    );
    check_bad("bokmaal = []", "nynorsk");
    check_bad("bokmaal = []\nnynorsk = []\nsamisk = []", "line 3");
}
