//! How often the guard alarms at ordinary comments, which hold many figures and no identity number.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;

use super::*;

/// Figures, dates and numbers as they stand in ordinary comments.
struct Writer(Pcg64);

impl Writer {
    fn below(&mut self, end: u32) -> u32 {
        self.0.random_range(0..end)
    }

    /// From 0 to 60 000, small ones as often as large ones, with or without a gap between the thousands.
    fn figure(&mut self) -> String {
        let size = [10, 100, 1000, 10_000, 60_000][self.0.random_range(0..5)];
        let figure = self.below(size);
        match (figure, self.below(4)) {
            (0..1000, _) | (_, 0) => figure.to_string(),
            (_, 1) => format!("{} {:03}", figure / 1000, figure % 1000),
            (_, 2) => format!("{}\u{a0}{:03}", figure / 1000, figure % 1000),
            _ => format!("{}.{:03}", figure / 1000, figure % 1000),
        }
    }

    fn date(&mut self) -> String {
        let (day, month, year) = (self.below(28) + 1, self.below(12) + 1, self.below(8) + 2018);
        if self.below(2) == 0 { format!("{day}.{month}.{year}") } else { format!("{day:02}.{month:02}.{year}") }
    }

    fn telephone(&mut self) -> String {
        let mut pair = || format!("{:02}", self.below(100));
        let (a, b, c, d) = (pair(), pair(), pair(), pair());
        match self.below(3) {
            0 => format!("{a} {b} {c} {d}"),
            1 => format!("9{a} {b} 9{c}"),
            _ => format!("+4722{b}{c}{d}"),
        }
    }

    fn sentence(&mut self) -> String {
        let (a, b, c, d) = (self.figure(), self.figure(), self.figure(), self.figure());
        match self.below(14) {
            0 => format!("Punkt 2D + 2E + 2F er {a}, men 2C er {b}."),
            1 => format!("1A {a}\n1B {b}\n1C {c}\n"),
            2 => format!("Tallene {a}, {b} og {c} stemmer ikke med {d} i forrige periode."),
            3 => format!("Summen av {a} {b} {c} {d} er feil."),
            4 => format!("{a} / {b} / {c}"),
            5 => format!("Rett opp innen {}. {a} saker er igjen.", self.date()),
            6 => format!("Gjelder {}–{}: {a} barn.", self.date(), self.date()),
            7 => format!("Ring {} eller {}.", self.telephone(), self.telephone()),
            8 => format!(
                "Org.nr. {:03} {:03} {:03}, sak {}/{}-{}.",
                974,
                self.below(1000),
                self.below(1000),
                2023,
                self.below(90_000),
                self.below(99)
            ),
            9 => format!(
                "KHR-2023H1-{:04}: endring: {},{} prosent, {a} mot {b}.",
                self.below(9999),
                self.below(100),
                self.below(10)
            ),
            10 => format!("Se bvl. § 2-2 og forskrift 16.12.1992 nr. 1243. 7A er {a}."),
            11 => format!("Per {} var det {a} meldinger.", self.date()),
            12 => format!("Meldinger i alt\t{a}\t{b}\n"),
            _ => format!("Hvorfor er 3F ({a}) lavere enn 3G ({b})? I fjor: {c}."),
        }
    }

    fn comment(&mut self) -> String {
        let sentences: Vec<String> = (0..self.below(6) + 2).map(|_| self.sentence()).collect();
        sentences.join(if self.below(3) == 0 { "\n" } else { " " })
    }

    /// A row of a spreadsheet, without any words.
    fn pasted_row(&mut self) -> String {
        let figures: Vec<String> = (0..10).map(|_| self.figure()).collect();
        figures.join("\t")
    }
}

/// How many of 20 000 texts alarm.
fn alarms(mut write: impl FnMut(&mut Writer) -> String) -> usize {
    let mut writer = Writer(Pcg64::seed_from_u64(80));
    (0..20_000).filter(|_| first(&write(&mut writer)).is_some()).count()
}

#[test]
fn ordinary_return_comments_rarely_alarm() {
    let (comments, rows) = (alarms(Writer::comment), alarms(Writer::pasted_row));
    assert!(comments <= 20 && rows <= 60, "{comments} of 20 000 comments, {rows} of 20 000 pasted rows");
}
