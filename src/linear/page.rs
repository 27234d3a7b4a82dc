//! The lines of a drawn page as facts to be read aloud: without what only a picture needs.
//! Imports `app` (model) and `text`.

use unicode_segmentation::UnicodeSegmentation;

use crate::{app::model::Model, text::Texts};

/// The lines at the foot of the drawn page: the announcement and the keys, which are told in other ways.
const FOOT: usize = 2;

/// The longest check number or key that is told whole, and how much of a longer one is.
const SPOKEN_NUMBER: usize = 30;
const BEGINNING: usize = 11;

/// The facts of a drawn page, one on each line.
pub(super) fn facts(model: &Model, drawn: &[String]) -> Vec<String> {
    let texts = &model.texts;
    let marks = [texts.say("demo-mark"), texts.say("demo-mark-short")];
    let body = drawn.get(..drawn.len().saturating_sub(FOOT)).unwrap_or_default();
    let told: Vec<String> = body.iter().filter_map(|line| fact(texts, line, &marks)).collect();
    let message = &model.message.text;
    told.into_iter().filter(|line| message.is_empty() || !line.ends_with(message.as_str())).collect()
}

/// A line as a fact; nothing where only a picture was.
fn fact(texts: &Texts, line: &str, demo: &[String; 2]) -> Option<String> {
    if line.trim_start().starts_with("sfv ") || is_plot(line) {
        return None;
    }
    let tame = tame(line);
    let (sign, rest) = match tame.strip_prefix("[x] ") {
        Some(rest) => (Some("linear-stage-done"), rest),
        None => match tame.strip_prefix("[ ] ") {
            Some(rest) => (Some("linear-stage-next"), rest),
            None => match tame.strip_prefix("* ") {
                Some(rest) => (Some("linear-marked"), rest),
                None => (None, tame.as_str()),
            },
        },
    };
    let enter = texts.say("summary-press-enter");
    let parts: Vec<&str> = rest
        .split("  ")
        .map(|part| part.trim_matches(|letter: char| letter.is_whitespace() || letter == '·'))
        .filter(|part| !part.is_empty() && *part != enter && !demo.iter().any(|mark| mark == part))
        .collect();
    let said = joined(&parts)?;
    let said = short(&spoken(&said));
    Some(match sign {
        Some(id) => texts.with(id, &[("what", &said)]),
        None => said,
    })
}

/// Words in capitals as other words: some readers spell them out, letter by letter. Names with figures in them stay, and so
/// do short ones.
pub(super) fn spoken(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let runs = words.chunk_by(|one, other| is_capitals(one) && is_capitals(other));
    let said: Vec<String> = runs.flat_map(|run| run.iter().map(|word| quiet(word, run))).collect();
    let first = said.first().zip(words.first()).is_some_and(|(now, before)| now != before);
    let said = said.join(" ");
    if first { super::choices::capital(&said) } else { said }
}

/// A word of a run of words in capitals: the whole run is said as words where one of them is a long one.
fn quiet(word: &str, run: &[&str]) -> String {
    let letters = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count();
    let loud = is_capitals(word) && run.iter().any(|word| letters(word) > 3);
    if loud { word.to_lowercase() } else { word.to_owned() }
}

fn is_capitals(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
        && word.chars().all(|letter| !letter.is_lowercase() && !letter.is_ascii_digit() && letter != '@')
}

/// Check numbers and keys by their beginning: nobody can listen to sixty-four signs.
fn short(line: &str) -> String {
    let is_long = |word: &str| {
        let signs = word.chars().count();
        signs > SPOKEN_NUMBER
            && word.chars().filter(|sign| sign.is_ascii_hexdigit() || *sign == '-').count() + 3 > signs
    };
    let said = |word: &str| {
        if is_long(word) { format!("{}…", word.chars().take(BEGINNING).collect::<String>()) } else { word.to_owned() }
    };
    line.split(' ').map(said).collect::<Vec<_>>().join(" ")
}

/// What stands beside each other on a line: a label and its value, or several facts.
fn joined(parts: &[&str]) -> Option<String> {
    match parts {
        [] => None,
        [one] => Some((*one).to_owned()),
        [label, value] if !label.ends_with([':', '.', '?', '!']) => Some(format!("{label}: {value}")),
        [label, rest @ ..] => Some(format!("{label} {}", rest.join("; "))),
    }
}

/// A line without frames, bars, codes in pictures and the signs of the cursor.
fn tame(line: &str) -> String {
    let spoken: String = line.graphemes(true).map(|letter| if is_drawing(letter) { " " } else { letter }).collect();
    spoken.trim_start().trim_start_matches('>').trim().replace(" · ", "; ").replace(" | ", "; ")
}

/// True for a sign that draws and says nothing: frames, blocks, Braille, arrows, geometric shapes.
fn is_drawing(letter: &str) -> bool {
    letter.chars().any(|letter| {
        matches!(u32::from(letter), 0x2190..=0x21FF | 0x2500..=0x25FF | 0x2800..=0x28FF | 0x2700..=0x27BF | 0xFFFD)
            || letter.is_control()
    })
}

/// True for a line of a plot of plain characters: a scale and bars.
fn is_plot(line: &str) -> bool {
    let rest = line.trim_start().trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
    let drawn = |letter: char| matches!(letter, '#' | ':' | 'o' | ' ' | '-' | '.' | '=' | '~');
    (rest.starts_with('|') || rest.starts_with('+')) && rest.chars().skip(1).all(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Option<String> {
        let texts = Texts::of("nb").expect("the texts of the program");
        fact(&texts, line, &["DEMO".to_owned(), "D".to_owned()])
    }

    #[test]
    fn what_only_a_picture_needs_is_not_said() {
        assert_eq!(said("   34 |##### o ##"), None);
        assert_eq!(said(" ▁▂▃█  "), None);
        assert_eq!(said("sfv  1 Oppgaver"), None);
        assert_eq!(said("                    DEMO"), None);
        assert_eq!(said("> Elverum (3420)"), Some("Elverum (3420)".to_owned()));
    }

    #[test]
    fn words_in_capitals_are_said_as_words_and_addresses_stay_as_they_are() {
        assert_eq!(said("KONTAKT"), Some("Kontakt".to_owned()));
        assert_eq!(said("KHR-2023H1-3420: FRIST"), Some("KHR-2023H1-3420: frist".to_owned()));
        assert_eq!(said("SENDT TIL ENHETEN"), Some("Sendt til enheten".to_owned()));
        assert_eq!(said("Du vil BE OM FLERE, som PDF"), Some("Du vil be om flere, som PDF".to_owned()));
        assert_eq!(said("https://bufdir.no/"), Some("https://bufdir.no/".to_owned()));
    }

    #[test]
    fn a_check_number_is_told_by_its_beginning() {
        let number = format!("Beslutning v1:{} gjelder", "0a8b".repeat(16));
        assert_eq!(said(&number), Some("Beslutning v1:0a8b0a8b… gjelder".to_owned()));
        assert_eq!(said("KHR-2023H1-3420 gjelder"), Some("KHR-2023H1-3420 gjelder".to_owned()));
        let word = "Barneverntjenestesamarbeidsavtalen";
        assert_eq!(said(word), Some(word.to_owned()));
    }

    #[test]
    fn a_label_and_its_value_are_one_fact() {
        assert_eq!(said("  Enhet        Elverum (3420)"), Some("Enhet: Elverum (3420)".to_owned()));
        assert_eq!(said("Enhet: Elverum"), Some("Enhet: Elverum".to_owned()));
    }
}
