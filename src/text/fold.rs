//! Folding of names for search, and a key for Norwegian order.
//! Imports nothing.

use unicode_normalization::UnicodeNormalization;

/// The letters a search compares: lower case, without accents, å and aa as a, ø as o, æ as ae, Sámi letters as their
/// nearest Latin ones.
#[must_use]
pub fn search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'æ' | 'ä' => folded.push_str("ae"),
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

/// A key that sorts as Norwegian does: æ, ø, å last, aa as å.
#[must_use]
pub fn order(text: &str) -> String {
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(lower.len());
    for letter in lower.replace("aa", "å").chars() {
        match letter {
            'æ' | 'ä' => key.push_str("zza"),
            'ø' | 'ö' => key.push_str("zzb"),
            'å' => key.push_str("zzc"),
            'á' | 'à' | 'â' => key.push('a'),
            'č' => key.push('c'),
            'đ' => key.push('d'),
            'ŋ' => key.push('n'),
            'š' => key.push('s'),
            'ŧ' => key.push('t'),
            'ž' => key.push('z'),
            other => key.push(other),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_names_however_they_are_typed() {
        for typed in ["Ålesund", "alesund", "AALESUND", "A\u{30a}lesund"] {
            assert_eq!(search(typed), "alesund", "{typed}");
        }
        assert_eq!(search("Kárášjohka"), "karasjohka");
        assert_eq!(search("Nord-Frøya"), "nord-froya");
    }

    #[test]
    fn names_sort_as_norwegian_does() {
        let mut names = vec!["Åmot", "Østre Toten", "Våler", "Alvdal", "Aasen", "Ærfugl", "Elverum"];
        names.sort_by_key(|name| order(name));
        assert_eq!(names, ["Alvdal", "Elverum", "Våler", "Ærfugl", "Østre Toten", "Åmot", "Aasen"]);
    }
}
