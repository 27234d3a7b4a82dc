//! The page of pictures: every screen in every language and in every palette, to be looked at before a version goes out.
//! `SFV_PICTURES=1 cargo test --test it pictures` makes them anew: a text for each language, a drawing for each palette.

use std::{env, fmt::Write as _, fs, path::PathBuf};

use statsforvalter::{text::WRITTEN, view::theme::Theme};

use crate::{
    cli_support::Home,
    screens::{SCREENS, SOLVED},
};

/// Screens that have pictures of their own elsewhere: a name and the keys that lead there.
const MORE: [(&str, &str); 16] = [
    ("no_hits", "sxyz"),
    ("access_municipality", "w4<Enter>"),
    ("grid", "w5U2"),
    ("batch", "w5MA"),
    ("units", "4"),
    ("unit", "4<Enter>"),
    ("register", "4<Enter>n"),
    ("remind", "4P"),
    ("countdown", "d"),
    ("palette", ":"),
    ("palette_search", ":gjøv"),
    ("library", "L"),
    ("undone", "w5<Enter>u2<Enter>a<Enter>z"),
    ("not_allowed", "w5<Enter>u99<Enter>"),
    ("note", "w5<Enter>N"),
    ("marks", "VjjV"),
];
/// The colours of a terminal on a dark background, in the order of their numbers: eight plain ones, eight bright ones.
const COLOURS: [&str; 16] = [
    "#000000", "#cd3131", "#0dbc79", "#e5e510", "#4e8fe0", "#bc3fbc", "#11a8cd", "#e5e5e5", "#666666", "#f14c4c",
    "#23d18b", "#f5f543", "#6cb2ff", "#d670d6", "#29b8db", "#ffffff",
];
/// A letter's width and height, in the units of a drawing.
const LETTER: (usize, usize) = (6, 13);
/// How many screens stand beside each other.
const BESIDE: usize = 3;
/// Columns and rows of a screen.
const SIZE: (usize, usize) = (80, 24);

/// Every screen: its name, the case it begins at, and the keys that lead there.
fn screens() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let plain = SOLVED.into_iter().chain(MORE).map(|(name, keys)| (name, "", keys));
    SCREENS.into_iter().chain(plain)
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/pictures")
}

#[test]
fn every_screen_stands_on_the_page_of_each_language_and_on_the_drawing_of_each_palette() {
    if env::var_os("SFV_PICTURES").is_some() {
        make();
    }
    let pages = WRITTEN.map(|language| format!("{language}.txt"));
    for page in pages.into_iter().chain(Theme::names().map(|palette| format!("{palette}.svg"))) {
        let page_text = fs::read_to_string(folder().join(&page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        for (name, ..) in screens() {
            let heads = page_text.matches(&format!("== {name} ")).count();
            assert_eq!(heads, 1, "{page}: {name}; SFV_PICTURES=1 makes the page anew");
        }
        assert!(!page_text.contains("\u{fffd}["), "{page}: sequences stand on it as text");
        assert!(!page_text.starts_with("<svg") || page_text.contains("font-weight"), "{page}: nothing is drawn bold");
    }
}

fn make() {
    fs::create_dir_all(folder()).expect("a folder");
    for language in WRITTEN {
        let mut page = String::new();
        for (name, reference, keys) in screens() {
            let shown = shown(&format!("language = \"{language}\"\n"), reference, keys, false);
            writeln!(page, "== {name} == {reference} {keys}\n{shown}").expect("a text takes text");
        }
        fs::write(folder().join(format!("{language}.txt")), page).expect("a page");
    }
    for palette in Theme::names() {
        let drawn: Vec<String> = screens()
            .map(|(name, reference, keys)| {
                let shown = shown(&format!("theme = \"{palette}\"\n"), reference, keys, true);
                format!("== {name} == {keys}\n{shown}")
            })
            .collect();
        fs::write(folder().join(format!("{palette}.svg")), sheet(&drawn)).expect("a drawing");
    }
}

fn shown(settings: &str, reference: &str, keys: &str, coloured: bool) -> String {
    let home = Home::new();
    home.file("config/config.toml", settings);
    let mut arguments = vec!["replay", "--demo", "--keys", keys, "--dump"];
    arguments.extend(coloured.then_some("--colours"));
    arguments.extend(if reference.is_empty() { vec![] } else { vec!["--open", reference] });
    let run = home.run(&arguments);
    assert_eq!(run.code, 0, "{keys}: {}", run.err);
    run.out
}

/// All screens on one drawing, the first line of each its name.
fn sheet(screens: &[String]) -> String {
    let (wide, high) = ((SIZE.0 + 2) * LETTER.0, (SIZE.1 + 3) * LETTER.1);
    let (width, height) = (BESIDE * wide, screens.len().div_ceil(BESIDE) * high);
    let mut drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"DejaVu Sans Mono, \
         monospace\" font-size=\"10\" xml:space=\"preserve\"><rect width=\"100%\" height=\"100%\" fill=\"#1e1e1e\"/>\n"
    );
    for (place, screen) in screens.iter().enumerate() {
        let (x, y) = (place % BESIDE * wide + LETTER.0, place / BESIDE * high);
        for (row, line) in screen.lines().enumerate() {
            line_of(&mut drawing, line, (x, y + (row + 1) * LETTER.1), row == 0);
        }
    }
    drawing.push_str("</svg>\n");
    drawing
}

/// One line: a text for each run of letters that look alike.
fn line_of(drawing: &mut String, line: &str, (x, y): (usize, usize), title: bool) {
    let mut at = 0;
    let mut look = String::from(if title { "90" } else { "0" });
    for (place, part) in line.split('\u{1b}').enumerate() {
        let letters = match part.strip_prefix('[').and_then(|rest| rest.split_once('m')).filter(|_| place > 0) {
            Some((codes, letters)) => {
                codes.clone_into(&mut look);
                letters
            }
            None => part,
        };
        let count = unicode_width::UnicodeWidthStr::width(letters);
        let (kept, blank) = (letters.trim_end(), letters.trim_start());
        let indent = letters.chars().count() - blank.chars().count();
        if !kept.is_empty() {
            run_of(drawing, kept.trim_start(), (x + (at + indent) * LETTER.0, y), &look);
        }
        at += count;
    }
}

fn run_of(drawing: &mut String, letters: &str, (x, y): (usize, usize), look: &str) {
    let codes: Vec<usize> = look.split(';').filter_map(|code| code.parse().ok()).collect();
    let colour = codes.iter().find_map(|code| match code {
        30..=37 => COLOURS.get(code - 30),
        90..=97 => COLOURS.get(code - 82),
        _ => None,
    });
    let width = unicode_width::UnicodeWidthStr::width(letters) * LETTER.0;
    let mut fill = colour.copied().unwrap_or("#cccccc");
    if codes.contains(&7) {
        let (top, high) = (y - LETTER.1 + 3, LETTER.1);
        let _ = write!(drawing, "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{high}\" fill=\"{fill}\"/>");
        fill = "#1e1e1e";
    }
    let mut more = String::new();
    for (code, attribute) in
        [(1, " font-weight=\"bold\""), (2, " opacity=\"0.6\""), (4, " text-decoration=\"underline\"")]
    {
        more.push_str(if codes.contains(&code) { attribute } else { "" });
    }
    let text = letters.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(drawing, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" fill=\"{fill}\"{more}>{text}</text>");
}
