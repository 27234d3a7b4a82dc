//! Folding of names for search, and a key for Norwegian order.
//! Imports nothing.

use unicode_normalization::UnicodeNormalization;

/// The letters a search compares: lower case, without accents, å and aa as a, ø and ö as o, æ as ae, Sámi and Kven letters as
/// their nearest Latin ones. A name is found however its letters are put together (NFC or NFD), with or without its accents.
#[must_use]
pub fn search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().flat_map(char::to_lowercase) {
        match letter {
            accent if is_accent(accent) => {}
            'æ' => folded.push_str("ae"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ŧ' | 'þ' => folded.push('t'),
            'ŋ' => folded.push('n'),
            'a' if folded.ends_with('a') => {}
            other => folded.push(other),
        }
    }
    folded
}

/// A key that sorts as Norwegian does: æ, ø, å last, aa as å, ä as æ and ö as ø. Sámi letters stand with the Latin one they are
/// written on, other accents change nothing.
#[must_use]
pub fn order(text: &str) -> String {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(lower.len());
    for letter in lower.replace("aa", "å").chars() {
        match letter {
            'æ' | 'ä' => key.push_str("zza"),
            'ø' | 'ö' => key.push_str("zzb"),
            'å' => key.push_str("zzc"),
            'đ' | 'ð' => key.push('d'),
            'ŋ' => key.push('n'),
            'ŧ' => key.push('t'),
            other => key.extend(std::iter::once(other).nfd().filter(|part| !is_accent(*part))),
        }
    }
    key
}

/// True for a mark that stands on the letter before it.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_names_however_they_are_typed() {
        for typed in ["Ålesund", "alesund", "AALESUND", "A\u{30a}lesund"] {
            assert_eq!(search(typed), "alesund", "{typed}");
        }
        let forms = |name: &str| [name.nfc().collect::<String>(), name.nfd().collect(), name.to_uppercase()];
        for (name, typed) in [
            ("Kárášjohka", "karasjohka"),
            ("Guovdageaidnu", "guovdageaidnu"),
            ("Unjárga", "unjarga"),
            ("Porsáŋgu", "porsangu"),
            ("Snåase", "snase"),
            ("Raarvihke", "raarvihke"),
            ("Áhkká čoarvi đŋšŧž", "ahkka coarvi dnstz"),
            ("Gïelen", "gielen"),
        ] {
            for form in forms(name) {
                assert_eq!(search(&form), search(typed), "{form}");
            }
        }
        assert_eq!(search("Nord-Frøya"), "nord-froya");
    }

    #[test]
    fn names_sort_as_norwegian_does() {
        let mut names = vec!["Åmot", "Østre Toten", "Våler", "Alvdal", "Aasen", "Ærfugl", "Elverum"];
        names.sort_by_key(|name| order(name));
        assert_eq!(names, ["Alvdal", "Elverum", "Våler", "Ærfugl", "Østre Toten", "Åmot", "Aasen"]);
        let mut names =
            vec!["Čohkka", "Dal", "Cedar", "Đávvi", "Ål", "Álta", "Alta", "Öre", "Ørje", "Žiga", "Zet", "Éva", "Eva"];
        names.sort_by_key(|name| order(name));
        assert_eq!(
            names,
            ["Álta", "Alta", "Cedar", "Čohkka", "Dal", "Đávvi", "Éva", "Eva", "Zet", "Žiga", "Öre", "Ørje", "Ål"]
        );
    }
}
