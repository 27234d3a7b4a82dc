//! Colours by meaning, from the palettes of `config/themes`.
//! Imports nothing of other layers.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

/// Every palette that is built in: the name of its file, and its text.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// The palette that is used when no other is chosen.
pub const STANDARD: &str = "standard";

/// What a text on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Plain text.
    Text,
    /// Something of less weight.
    Quiet,
    /// Something of more weight.
    Strong,
    /// The title of a screen.
    Title,
    /// The tab that is open.
    Tab,
    /// The mark of the selected row.
    Marker,
    /// A heading inside a screen.
    Heading,
    /// A key in a hint.
    Key,
    /// The mark of made-up figures.
    Demo,
    /// Something went well.
    Good,
    /// Something must be looked at.
    Warning,
    /// Something failed or is wrong.
    Danger,
    /// A field that can be typed into.
    Field,
    /// The mark on a row that is chosen for something.
    Mark,
}

impl Role {
    const ALL: [Self; 14] = [
        Self::Text,
        Self::Quiet,
        Self::Strong,
        Self::Title,
        Self::Tab,
        Self::Marker,
        Self::Heading,
        Self::Key,
        Self::Demo,
        Self::Good,
        Self::Warning,
        Self::Danger,
        Self::Field,
        Self::Mark,
    ];
}

/// A theme that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadTheme {
    /// The file does not parse.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// A role is missing.
    #[error("the role {0:?} is missing")]
    Role(Role),
    /// No palette has this name.
    #[error("no palette is named `{0}`")]
    Name(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    colour: Colour,
    #[serde(default)]
    modifiers: Vec<Stroke>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    #[default]
    Default,
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Stroke {
    Bold,
    Dim,
    Underlined,
    Reversed,
}

/// The styles of all roles.
#[derive(Debug, Clone)]
pub struct Theme {
    styles: BTreeMap<Role, Style>,
}

impl Theme {
    /// The palette that is used when no other is chosen; without colours when `plain`.
    ///
    /// # Errors
    /// [`BadTheme`]; a test holds that this never happens in a build.
    pub fn standard(plain: bool) -> Result<Self, BadTheme> {
        Self::named(STANDARD, plain)
    }

    /// The palette with a name; without colours when `plain`.
    ///
    /// # Errors
    /// [`BadTheme::Name`] when there is none.
    pub fn named(name: &str, plain: bool) -> Result<Self, BadTheme> {
        let file = FILES.iter().find(|(file, _)| file.strip_suffix(".toml") == Some(name));
        let (_, text) = file.ok_or_else(|| BadTheme::Name(name.to_owned()))?;
        Self::parse(text, plain)
    }

    /// The names of the palettes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().filter_map(|(file, _)| file.strip_suffix(".toml"))
    }

    /// Reads a theme.
    ///
    /// # Errors
    /// [`BadTheme`] with the line, or the role that is missing.
    pub fn parse(text: &str, plain: bool) -> Result<Self, BadTheme> {
        let entries: BTreeMap<Role, Entry> = toml::from_str(text)?;
        if let Some(missing) = Role::ALL.iter().find(|role| !entries.contains_key(role)) {
            return Err(BadTheme::Role(*missing));
        }
        let style = |entry: &Entry| {
            let colour = if plain { Color::Reset } else { colour(entry.colour) };
            entry.modifiers.iter().fold(Style::new().fg(colour), |style, stroke| style.add_modifier(modifier(*stroke)))
        };
        Ok(Self { styles: entries.iter().map(|(role, entry)| (*role, style(entry))).collect() })
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Default => Color::Reset,
        Colour::Black => Color::Black,
        Colour::Red => Color::Red,
        Colour::Green => Color::Green,
        Colour::Yellow => Color::Yellow,
        Colour::Blue => Color::Blue,
        Colour::Magenta => Color::Magenta,
        Colour::Cyan => Color::Cyan,
        Colour::White => Color::Gray,
        Colour::BrightRed => Color::LightRed,
        Colour::BrightGreen => Color::LightGreen,
        Colour::BrightYellow => Color::LightYellow,
        Colour::BrightBlue => Color::LightBlue,
        Colour::BrightMagenta => Color::LightMagenta,
        Colour::BrightCyan => Color::LightCyan,
    }
}

fn modifier(stroke: Stroke) -> Modifier {
    match stroke {
        Stroke::Bold => Modifier::BOLD,
        Stroke::Dim => Modifier::DIM,
        Stroke::Underlined => Modifier::UNDERLINED,
        Stroke::Reversed => Modifier::REVERSED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_theme_never_sets_a_background_and_is_plain_without_colour() {
        let coloured = Theme::standard(false).expect("the palette parses");
        let plain = Theme::standard(true).expect("the palette parses");
        for role in Role::ALL {
            assert_eq!(coloured.style(role).bg, None, "{role:?}");
            assert_eq!(plain.style(role).fg, Some(Color::Reset), "{role:?}");
        }
        assert_eq!(coloured.style(Role::Danger).fg, Some(Color::Red));
    }

    #[test]
    fn every_palette_tells_what_is_wrong_from_what_must_be_looked_at_and_from_plain_text() {
        assert_eq!(Theme::names().count(), 5);
        for name in Theme::names() {
            let theme = Theme::named(name, false).expect("the palette parses");
            let [text, warning, danger] = [Role::Text, Role::Warning, Role::Danger].map(|role| theme.style(role));
            assert!(text != warning && warning != danger && danger != text, "{name}");
            assert!(Role::ALL.iter().all(|role| theme.style(*role).bg.is_none()), "{name}");
        }
    }

    #[test]
    fn the_palettes_for_colour_blind_readers_use_no_colours_that_they_mix_up() {
        let colours = |name: &str| {
            let theme = Theme::named(name, false).expect("the palette parses");
            Role::ALL.map(|role| theme.style(role).fg.unwrap_or_default())
        };
        let reds_and_greens = [Color::Red, Color::LightRed, Color::Green, Color::LightGreen];
        assert!(colours("deuteranopi").iter().all(|colour| !reds_and_greens.contains(colour)));
        let red_blue_and_green = [&reds_and_greens[..], &[Color::Blue, Color::LightBlue]].concat();
        assert!(colours("protan-tritan").iter().all(|colour| !red_blue_and_green.contains(colour)));
        for name in ["monokrom", "hoykontrast"] {
            assert!(colours(name).iter().all(|colour| *colour == Color::Reset), "{name}");
        }
        assert!(Theme::named("nope", false).is_err());
    }
}
