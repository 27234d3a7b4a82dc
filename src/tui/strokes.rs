//! Cells to bytes, with as few as can be: the cursor goes the shortest way, a style is told by what is new in it, and the
//! blank end of a row is erased and not written.
//! Imports nothing of other layers.

use std::fmt::Write as _;

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Position,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr as _;

use super::scroll::Shift;

/// What of a cell's style the terminal is told: its own sixteen colours and four strokes, never a background.
pub(super) type Strokes = (Color, Modifier);

/// Nothing but the terminal's own letters.
const PLAIN: Strokes = (Color::Reset, Modifier::empty());

/// From this many blank cells on, the end of a row is erased in one go.
const BLANKS: usize = 4;

/// Rows that are stepped down to rather than named.
const STEPS: u16 = 3;

/// The terminal as far as it is known: where its cursor stands, and the style it writes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hand {
    /// Where the next letter goes; none when it is not known, as after the last column.
    pub(super) at: Option<Position>,
    /// The style; none when it is not known.
    pub(super) style: Option<Strokes>,
}

impl Hand {
    /// Tells the terminal to move rows by itself.
    pub(super) fn shift(&mut self, shift: Shift, bytes: &mut String) {
        // What becomes blank gets the style of the moment.
        self.restyle(PLAIN, bytes);
        let Shift { top, bottom, lines, up } = shift;
        let count = if lines == 1 { String::new() } else { lines.to_string() };
        let verb = if up { 'M' } else { 'L' };
        // The region, its first row, lines deleted or inserted there, and the whole screen again.
        put(bytes, format_args!("\x1b[{};{}r\x1b[{}H\x1b[{count}{verb}\x1b[r", top + 1, bottom + 1, top + 1));
        self.at = Some(Position::ORIGIN);
    }

    /// Writes the cells that changed of a frame.
    pub(super) fn write(&mut self, changes: &[(u16, u16, &Cell)], next: &Buffer, bytes: &mut String) {
        let mut rest = changes;
        while let Some((_, row, _)) = rest.first() {
            let here = rest.iter().take_while(|(_, y, _)| y == row).count();
            let (of_row, others) = rest.split_at(here);
            self.row(of_row, next, bytes);
            rest = others;
        }
    }

    fn row(&mut self, changes: &[(u16, u16, &Cell)], next: &Buffer, bytes: &mut String) {
        let width = next.area.width;
        let Some((_, y, _)) = changes.first().copied() else { return };
        let end = (0..width).rev().find(|x| next[(*x, y)] != Cell::EMPTY).map_or(0, |x| x + width_of(&next[(x, y)]));
        let (written, blank) = changes.split_at(changes.partition_point(|(x, _, _)| *x < end));
        let erased = blank.len() >= BLANKS;
        for (x, y, cell) in if erased { written } else { changes } {
            self.cell(Position { x: *x, y: *y }, cell, next, bytes);
        }
        if let Some((x, y, _)) = blank.first().filter(|_| erased) {
            self.restyle(PLAIN, bytes);
            self.go(Position { x: *x, y: *y }, next, bytes);
            bytes.push_str("\x1b[K");
        }
    }

    fn cell(&mut self, to: Position, cell: &Cell, next: &Buffer, bytes: &mut String) {
        self.go(to, next, bytes);
        self.restyle((cell.fg, cell.modifier), bytes);
        bytes.push_str(cell.symbol());
        let x = to.x + width_of(cell);
        // Behind the last column terminals differ.
        self.at = (x < next.area.width).then_some(Position { x, y: to.y });
    }

    /// Moves the cursor the shortest way.
    pub(super) fn go(&mut self, to: Position, next: &Buffer, bytes: &mut String) {
        if self.at == Some(to) {
            return;
        }
        let ways = [self.over(to, next), self.along(to), self.down(to), Some(named(to))];
        let shortest = ways.into_iter().flatten().min_by_key(String::len);
        bytes.push_str(&shortest.unwrap_or_default());
        self.at = Some(to);
    }

    /// Over letters that stand there already, by writing them again.
    fn over(&self, to: Position, next: &Buffer) -> Option<String> {
        let from = self.at.filter(|at| at.y == to.y && at.x < to.x)?;
        let cells = (from.x..to.x).map(|x| &next[(x, to.y)]);
        let same = |cell: &Cell| Some((cell.fg, cell.modifier)) == self.style && width_of(cell) == 1;
        cells.clone().all(same).then(|| cells.map(Cell::symbol).collect())
    }

    fn along(&self, to: Position) -> Option<String> {
        let from = self.at.filter(|at| at.y == to.y && at.x < to.x)?;
        Some(right(to.x - from.x))
    }

    /// To the beginning of its row or one a little below, and from there along.
    fn down(&self, to: Position) -> Option<String> {
        let steps = to.y.checked_sub(self.at?.y).filter(|steps| *steps <= STEPS)?;
        Some(format!("\r{}{}", "\n".repeat(steps.into()), right(to.x)))
    }

    fn restyle(&mut self, to: Strokes, bytes: &mut String) {
        if self.style == Some(to) {
            return;
        }
        let anew = select(to);
        let more = self.style.and_then(|from| add(from, to)).filter(|more| more.len() < anew.len());
        bytes.push_str(&more.unwrap_or(anew));
        self.style = Some(to);
    }
}

fn width_of(cell: &Cell) -> u16 {
    u16::try_from(cell.symbol().width()).unwrap_or(1)
}

fn put(bytes: &mut String, words: std::fmt::Arguments<'_>) {
    // A text in memory takes everything.
    let _written = bytes.write_fmt(words);
}

fn right(columns: u16) -> String {
    match columns {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        more => format!("\x1b[{more}C"),
    }
}

fn named(Position { x, y }: Position) -> String {
    match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

/// The sequence that selects a style whatever was before (SGR): «m», or, say, «0;1;36m».
fn select(to: Strokes) -> String {
    let codes = codes(to);
    if codes.is_empty() { "\x1b[m".to_owned() } else { format!("\x1b[0;{codes}m") }
}

/// The sequence that adds to a style what it lacks; none when something must be taken away.
fn add(from: Strokes, to: Strokes) -> Option<String> {
    let kept = to.1.contains(from.1) && (from.0 == to.0 || foreground(to.0).is_some());
    let colour = if from.0 == to.0 { Color::Reset } else { to.0 };
    kept.then(|| format!("\x1b[{}m", codes((colour, to.1.difference(from.1)))))
}

fn codes((colour, modifier): Strokes) -> String {
    let strokes = [(Modifier::BOLD, 1), (Modifier::DIM, 2), (Modifier::UNDERLINED, 4), (Modifier::REVERSED, 7)];
    let set = strokes.into_iter().filter(|(stroke, _)| modifier.contains(*stroke)).map(|(_, code)| code);
    let codes: Vec<String> = set.chain(foreground(colour)).map(|code: u8| code.to_string()).collect();
    codes.join(";")
}

/// The code of one of the terminal's own sixteen colours; none for its default.
fn foreground(colour: Color) -> Option<u8> {
    const DARK: [Color; 8] =
        [Color::Black, Color::Red, Color::Green, Color::Yellow, Color::Blue, Color::Magenta, Color::Cyan, Color::Gray];
    const BRIGHT: [Color; 8] = [
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let place = |colours: [Color; 8]| colours.iter().position(|known| *known == colour);
    let code = place(DARK).map(|at| at + 30).or_else(|| place(BRIGHT).map(|at| at + 90))?;
    u8::try_from(code).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sixteen_colours_of_the_terminal_are_used_and_never_a_background() {
        assert_eq!(select((Color::Reset, Modifier::empty())), "\x1b[m");
        assert_eq!(select((Color::Cyan, Modifier::BOLD)), "\x1b[0;1;36m");
        assert_eq!(select((Color::LightRed, Modifier::REVERSED | Modifier::UNDERLINED)), "\x1b[0;4;7;91m");
        assert_eq!(
            select((Color::Rgb(1, 2, 3), Modifier::empty())),
            "\x1b[m",
            "a theme that asks for more gets the default"
        );
    }
}
