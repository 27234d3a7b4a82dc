//! Whether outgoing text is in the written language of the unit (rule K81), by the words that only one of them has.
//! Imports `domain` only.

mod words;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use self::words::WordList;
use crate::domain::{register::BadData, unit::Language};

const FILE: (&str, &str) = ("config/language_words.toml", include_str!("../../config/language_words.toml"));

/// The marks round somebody else's words.
const QUOTES: [(char, char); 5] = [('«', '»'), ('“', '”'), ('„', '“'), ('”', '”'), ('"', '"')];

/// The words that tell the written languages apart.
#[derive(Debug, Clone)]
pub struct LanguageWords {
    bokmaal: WordList,
    nynorsk: WordList,
}

/// What the words of a text say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The words that only bokmål has, each once, in the order of the text and in lower case.
    pub bokmaal: Vec<String>,
    /// The words that only nynorsk has.
    pub nynorsk: Vec<String>,
    /// Which language it is.
    pub verdict: Verdict,
}

/// Which written language a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Only words of bokmål.
    Bokmaal,
    /// Only words of nynorsk.
    Nynorsk,
    /// Words of both.
    Mixed,
    /// No word that tells: a short text, figures, names.
    Unclear,
}

/// A text that is not in the language it should be in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    /// The words of the other language, each once, in the order of the text and in lower case.
    pub words: Vec<String>,
}

impl LanguageWords {
    /// The words that are built into the program.
    ///
    /// # Errors
    /// [`BadData`]; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        Self::parse(FILE.0, FILE.1)
    }

    /// Reads the words of a file.
    ///
    /// # Errors
    /// [`BadData`] with the line of an entry that is no word in lower case, that stands twice, or that both languages
    /// have.
    pub fn parse(file: &str, text: &str) -> Result<Self, BadData> {
        let [bokmaal, nynorsk] = words::read(file, text)?;
        Ok(Self { bokmaal, nynorsk })
    }

    /// What the words of a text say, leaving out what is quoted and the labels that stand in it as they are.
    #[must_use]
    pub fn judge(&self, text: &str, ignore: &[&str]) -> Judgement {
        let words = own_words(text, ignore);
        let (bokmaal, nynorsk) = (self.bokmaal.among(&words), self.nynorsk.among(&words));
        let verdict = match (bokmaal.is_empty(), nynorsk.is_empty()) {
            (false, true) => Verdict::Bokmaal,
            (true, false) => Verdict::Nynorsk,
            (false, false) => Verdict::Mixed,
            (true, true) => Verdict::Unclear,
        };
        Judgement { bokmaal, nynorsk, verdict }
    }

    /// The words of a text that are not in the language it should be in.
    ///
    /// One word is enough: it is named, so that a slip is put right at once, and where many are named the whole text is
    /// in the other language. A unit without an adopted language takes both.
    #[must_use]
    pub fn misfit(&self, text: &str, wanted: Language, ignore: &[&str]) -> Option<Misfit> {
        let Judgement { bokmaal, nynorsk, .. } = self.judge(text, ignore);
        let words = match wanted {
            Language::Nb => nynorsk,
            Language::Nn => bokmaal,
            Language::Neutral => return None,
        };
        (!words.is_empty()).then_some(Misfit { words })
    }
}

/// The words the writer chose: without quotations and without the labels.
fn own_words(text: &str, ignore: &[&str]) -> Vec<String> {
    let words = lower_words(&unquoted(text));
    let mut labels: Vec<Vec<String>> = ignore.iter().map(|label| lower_words(label)).collect();
    labels.retain(|label| !label.is_empty());
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    let mut own = Vec::new();
    let mut rest = words.as_slice();
    while let [word, more @ ..] = rest {
        let label = labels.iter().find_map(|label| rest.strip_prefix(label.as_slice()));
        if label.is_none() {
            own.push(word.clone());
        }
        rest = label.unwrap_or(more);
    }
    own
}

fn lower_words(text: &str) -> Vec<String> {
    text.nfc().collect::<String>().unicode_words().map(str::to_lowercase).collect()
}

/// The text without what stands between marks of quotation; a mark that nothing closes is a letter like others.
fn unquoted(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let ends = QUOTES.iter().filter(|(open, _)| *open == letter).map(|(_, close)| *close);
        let after = ends.filter_map(|close| letters.as_str().split_once(close)).map(|(_, after)| after).next();
        match after {
            Some(after) => {
                kept.push(' ');
                letters = after.chars();
            }
            None => kept.push(letter),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
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
}
