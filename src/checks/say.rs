//! Findings in words: the sentences of `config/wording`, with the figures in them.
//! Imports `domain` and `text`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{formula::CHILDREN, pack::Pack};
use crate::{
    domain::{
        finding::{Finding, Review, Side, Term, When},
        form::{Form, Point},
        period::Period,
    },
    text::{Texts, name, number},
};

/// The end of the name of a figure that is a share in per cent; its blank is named without it.
pub const PER_CENT: &str = "-pct";
/// How a blank begins that nothing was found for.
const UNFILLED: &str = "{$";
/// The most points that are listed by their codes in one sentence.
const MOST_CODES: usize = 12;

/// What it takes to say a finding in a language.
#[derive(Debug, Clone, Copy)]
pub struct Speaker<'a> {
    /// The sentences of the language.
    pub texts: &'a Texts,
    /// The language, `nb`, `nn` or `en`.
    pub language: &'a str,
    /// The form, for the codes and labels of points.
    pub form: &'a Form,
    /// Every version of the form, for points that this one no longer asks.
    pub forms: &'a [Form],
    /// What earlier half-years are called.
    pub names: &'a Names,
    /// True where a reader does not have the form beside it, as in a letter: whole sentences with the labels of points.
    pub long: bool,
}

/// Names that stand in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The half-year before.
    pub previous: String,
    /// The same half-year a year before.
    pub last_year: String,
    /// The county.
    pub county: String,
}

impl Names {
    /// The names of the half-years that a period is compared with, in the language of the texts.
    #[must_use]
    pub fn of(texts: &Texts, period: &Period, periods: &[Period]) -> Self {
        let name = |id: &Option<_>| {
            let found = periods.iter().find(|other| Some(&other.id) == id.as_ref());
            found.map(|other| name::period_long(texts, other)).unwrap_or_default()
        };
        Self { previous: name(&period.previous), last_year: name(&period.same_last_year), ..Self::default() }
    }
}

impl Speaker<'_> {
    /// The sentence of a finding. A rule that nobody is asked about has no long one.
    #[must_use]
    pub fn sentence(&self, finding: &Finding) -> String {
        let blanks = self.blanks(finding);
        let texts: Vec<(&str, &str)> = blanks.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let count = finding.figures.get("n").map_or(0, |count| rounded(*count));
        let (short, long) = (format!("finding-{}", finding.pattern), format!("letter-{}", finding.pattern));
        let id = if self.long && self.texts.has(&long) { long } else { short };
        self.texts.with_numbers(&id, &texts, &[("n", count)])
    }

    /// True when there is a sentence for a finding.
    #[must_use]
    pub fn knows(&self, finding: &Finding) -> bool {
        self.texts.has(&format!("finding-{}", finding.pattern))
    }

    /// A point by its code, with its label where that is wanted.
    #[must_use]
    pub fn point(&self, key: &str) -> String {
        match self.find(key) {
            Some(point) if self.long => format!("{} («{}»)", point.code, self.label(point)),
            Some(point) => point.code.clone(),
            None => key.to_owned(),
        }
    }

    /// The label of a point in the language, in words that stand alone.
    #[must_use]
    pub fn label<'b>(&self, point: &'b Point) -> &'b str {
        point.alone_in(self.language)
    }

    /// The point with a key in the form, else in the newest that asked it.
    fn find(&self, key: &str) -> Option<&Point> {
        self.form.point(key).or_else(|| self.forms.iter().rev().find_map(|form| form.point(key)))
    }

    /// A date with its day of the week: «fredag 25. august 2023».
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        long_day(self.texts, date)
    }

    /// The name of an office in the language.
    #[must_use]
    pub fn office(&self, name: &str) -> String {
        office_name(self.texts, name)
    }

    fn blanks(&self, finding: &Finding) -> BTreeMap<String, String> {
        let mut blanks = BTreeMap::from([
            ("previous".to_owned(), self.names.previous.clone()),
            ("last-year".to_owned(), self.names.last_year.clone()),
            ("county".to_owned(), self.names.county.clone()),
            ("point".to_owned(), self.first(finding)),
            ("points".to_owned(), self.codes(&finding.points)),
            ("left".to_owned(), self.side(finding, Side::Left)),
            ("right".to_owned(), self.side(finding, Side::Right)),
        ]);
        let mut terms = finding.terms.iter();
        for name in ["first", "second"] {
            blanks.insert(name.to_owned(), terms.next().map(|term| self.term(term)).unwrap_or_default());
        }
        if let [one, other, ..] = finding.terms.as_slice() {
            blanks.insert("gap".to_owned(), number::whole((one.value - other.value).abs()));
        }
        for (name, figure) in &finding.figures {
            let (name, text) = match name.strip_suffix(PER_CENT) {
                Some(name) => (name, format!("{}\u{a0}%", decimal(*figure))),
                None => (name.as_str(), decimal(*figure)),
            };
            blanks.insert(name.to_owned(), text);
        }
        for (name, key) in ["of", "per"].into_iter().zip(&finding.points) {
            if let Some(count) = finding.figures.get(&format!("{name}-count")) {
                blanks.insert(name.to_owned(), self.counted(When::Now, key, &decimal(*count)));
            }
        }
        blanks.insert("change".to_owned(), change(finding));
        blanks.extend(finding.words.clone());
        blanks
    }

    /// The point a finding stands at, with its label in either form: the sentence has room for one.
    fn first(&self, finding: &Finding) -> String {
        let Some(key) = finding.points.first() else { return String::new() };
        match self.find(key) {
            Some(point) if !self.long => format!("{} {}", point.code, point.short_in(self.language)),
            _ => self.point(key),
        }
    }

    fn codes(&self, keys: &[String]) -> String {
        let code = |key: &String| self.find(key).map_or_else(|| key.clone(), |point| point.code.clone());
        let mut codes = keys.iter().take(MOST_CODES).map(code).collect::<Vec<_>>().join(", ");
        if keys.len() > MOST_CODES {
            codes.push_str(" …");
        }
        codes
    }

    /// One side of a comparison: «2D 50 + 2E 6 + 2F 1».
    fn side(&self, finding: &Finding, side: Side) -> String {
        let mut text = String::new();
        for term in finding.terms.iter().filter(|term| term.side == side) {
            match (text.is_empty(), term.factor < 0) {
                (true, false) => {}
                (true, true) => text.push('−'),
                (false, false) => text.push_str(" + "),
                (false, true) => text.push_str(" − "),
            }
            text.push_str(&self.term(term));
        }
        text
    }

    fn term(&self, term: &Term) -> String {
        let value = number::whole(term.value);
        if term.point == CHILDREN {
            return self.texts.with("term-children", &[("value", &value)]);
        }
        self.counted(term.when, &term.point, &value)
    }

    /// A point with its figure.
    fn counted(&self, when: When, key: &str, value: &str) -> String {
        let (name, period) = match when {
            When::Now => ("now", ""),
            When::Previous => ("previous", self.names.previous.as_str()),
            When::LastYear => ("last-year", self.names.last_year.as_str()),
        };
        let long = if self.long { "long-" } else { "" };
        let values = [("point", self.point(key)), ("value", value.to_owned()), ("period", period.to_owned())];
        self.texts.with(&format!("term-{long}{name}"), &values.each_ref().map(|(name, text)| (*name, text.as_str())))
    }
}

/// Puts the sentence of each finding in its place. One that this program has no sentence for, because the backend is newer, or
/// not all that stands in it, because the backend was older when it was stored, keeps what the backend says.
pub fn say_all(review: &mut Review, speaker: &Speaker<'_>) {
    for finding in review.findings.iter_mut().filter(|finding| speaker.knows(finding)) {
        let said = speaker.sentence(finding);
        if !said.contains(UNFILLED) {
            finding.message = said;
        }
    }
}

/// The title of a rule in a language, or its id.
#[must_use]
pub fn title<'a>(pack: &'a Pack, rule: &'a str, language: &str) -> &'a str {
    pack.rule(rule).and_then(|found| found.said(language)).map_or(rule, |words| words.title.as_str())
}

/// The change between the two figures of a finding in whole per cent with its sign.
fn change(finding: &Finding) -> String {
    let whole = |name: &str| finding.figures.get(name).and_then(|figure| u32::try_from(rounded(*figure)).ok());
    let change = whole("before").zip(whole("now")).and_then(|(before, now)| number::change(before, now));
    change.map(|change| format!("{change}\u{a0}%")).unwrap_or_default()
}

/// A figure as Norwegian writes it: whole where it is whole, else with one decimal.
fn decimal(figure: f64) -> String {
    let tenths = rounded(figure * 10.0);
    let (whole, tenth) = (tenths / 10, (tenths % 10).abs());
    let sign = if tenths < 0 && whole == 0 { "−" } else { "" };
    match tenth {
        0 => number::whole(whole),
        _ => format!("{sign}{},{tenth}", number::whole(whole)),
    }
}

/// The nearest whole number; figures of findings are far inside what fits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from a float stops at the largest number and makes 0 of NaN"
)]
fn rounded(figure: f64) -> i64 {
    figure.round() as i64
}

/// «fredag 25. august 2023» in the language of the texts.
#[must_use]
pub fn long_day(texts: &Texts, date: Date) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    let weekday = texts.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    let month = texts.say(&format!("month-{}", date.month()));
    texts.with("long-day", &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)])
}

/// The name of an office in the language of the texts. The register has one name for each, in the office's own language;
/// only the word it begins with is another in the other.
#[must_use]
pub fn office_name(texts: &Texts, name: &str) -> String {
    let (_, place) = name.split_once(' ').unwrap_or(("", name));
    texts.with("office-name", &[("place", place)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_one_decimal_where_they_are_not_whole() {
        assert_eq!(decimal(12.0), "12");
        assert_eq!(decimal(7.14), "7,1");
        assert_eq!(decimal(-0.26), "−0,3");
        assert_eq!(decimal(1234.96), "1\u{a0}235");
        assert_eq!(decimal(f64::NAN), "0");
    }
}
