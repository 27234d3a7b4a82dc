//! Names and values below each other, with long values broken into lines that stand under their beginning.
//! Imports nothing.

use unicode_width::UnicodeWidthStr;

/// The widest a line becomes.
const WIDTH: usize = 100;

/// A card: a heading and facts.
#[derive(Debug)]
pub(super) struct Card {
    head: String,
    facts: Vec<(String, String)>,
}

impl Card {
    /// A card with its heading.
    pub(super) fn new(head: String) -> Self {
        Self { head, facts: Vec::new() }
    }

    /// Adds a fact; one without a value is left out.
    pub(super) fn fact(&mut self, name: String, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push((name, value));
        }
    }

    /// Adds a fact with several values, each on its own line.
    pub(super) fn facts(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        let names = std::iter::once(name).chain(std::iter::repeat(""));
        self.facts.extend(names.zip(values).map(|(name, value)| (name.to_owned(), value)));
    }

    /// The lines.
    pub(super) fn lines(&self) -> Vec<String> {
        let column = self.facts.iter().map(|(name, _)| name.width()).max().unwrap_or_default();
        let mut lines = broken(&self.head, WIDTH);
        for (name, value) in &self.facts {
            let mut name = name.as_str();
            for part in broken(value, WIDTH.saturating_sub(column + 4)) {
                let missing = column.saturating_sub(name.width());
                lines.push(format!("  {name}{}  {part}", " ".repeat(missing)));
                name = "";
            }
        }
        lines
    }
}

/// A text in lines of at most a width, broken between words. A longer word stands alone.
pub(super) fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_broken_between_words_and_stands_under_its_beginning() {
        let mut card = Card::new("K12".to_owned());
        card.fact("Lov".to_owned(), "bvl.");
        card.fact("Kilde".to_owned(), "ord ".repeat(30).trim());
        card.fact("Tom".to_owned(), "");
        let lines = card.lines();
        assert_eq!(lines[..2], ["K12".to_owned(), "  Lov    bvl.".to_owned()]);
        assert!(lines[2].starts_with("  Kilde  ord ord") && lines[3].starts_with("         ord"), "{lines:?}");
        assert!(lines.iter().all(|line| line.width() <= WIDTH));
        assert_eq!(broken("abcdef g", 3), ["abcdef", "g"]);
    }
}
