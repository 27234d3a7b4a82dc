//! The formulas of rules: comparisons of whole numbers, `us_inntil_3m + us_3_6m + us_over_6m = us_avsl`.
//!
//! A name is the stable key of a point, or `children`; `key@previous` is the half-year before and `key@last_year` the
//! same half-year a year earlier. There are `+`, `-`, a whole factor `3 * x`, `|x|`, `max(x, y)` and brackets; two or
//! more sides are compared with `=`, `<=` or `<`. Numbers are whole, so that nothing is ever rounded.
//! Imports `domain`.

use std::collections::BTreeSet;

use serde::Deserialize;
use winnow::{
    ModalResult, Parser,
    ascii::{dec_uint, multispace0},
    combinator::{alt, cut_err, delimited, eof, opt, preceded, repeat, separated_pair, terminated},
    error::{ContextError, ErrMode, StrContext, StrContextValue},
    token::take_while,
};

use crate::domain::finding::{Side, Term, When};

/// The name of the number of children 0–17 in a formula.
pub const CHILDREN: &str = "children";
/// How deep brackets may be nested.
const DEEPEST: usize = 16;
/// The largest number that may stand in a formula.
const LARGEST_NUMBER: u32 = 999_999;

/// A comparison of two expressions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Formula {
    left: Expr,
    comparison: Comparison,
    right: Expr,
}

/// What is asked of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Both are the same.
    Same,
    /// The left one is not larger.
    AtMost,
    /// The left one is smaller.
    Less,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expr {
    Number(i64),
    Point { key: String, when: When },
    Sum(Vec<(i64, Expr)>),
    Distance(Box<Expr>),
    Larger(Box<Expr>, Box<Expr>),
}

/// A formula that cannot be read: what was expected, and at which character.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the formula «{formula}» cannot be read at character {at}: {detail}")]
pub struct BadFormula {
    /// As it was given.
    pub formula: String,
    /// The character, from 1.
    pub at: usize,
    /// What was expected.
    pub detail: String,
}

/// How a formula came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// True when the comparison holds.
    pub holds: bool,
    /// What the left side comes to.
    pub left: i64,
    /// What the right side comes to.
    pub right: i64,
    /// Every figure that was looked at, in the order of the formula.
    pub terms: Vec<Term>,
}

impl TryFrom<String> for Formula {
    type Error = BadFormula;

    fn try_from(text: String) -> Result<Self, BadFormula> {
        Self::parse(&text)
    }
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// [`BadFormula`] with the place.
    pub fn parse(text: &str) -> Result<Self, BadFormula> {
        let bad = |at: usize, detail: String| BadFormula {
            formula: text.chars().take(200).collect(),
            at: text.char_indices().take_while(|(byte, _)| *byte < at).count() + 1,
            detail,
        };
        if nesting(text) > DEEPEST {
            return Err(bad(0, "the brackets are nested too deep".to_owned()));
        }
        formula.parse(text).map_err(|error| bad(error.offset(), error.inner().to_string().replace('\n', ", ")))
    }

    /// The keys of the points it speaks of, each once, in the order of the formula.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let mut keys = Vec::new();
        self.left.walk(&mut |key, _| keys.push(key));
        self.right.walk(&mut |key, _| keys.push(key));
        keys.retain(|key| *key != CHILDREN && seen.insert(*key));
        keys
    }

    /// The key that is alone on one side of a sum, and the keys that add up to it.
    #[must_use]
    pub fn total(&self) -> Option<(&str, Vec<&str>)> {
        let Expr::Point { key, when: When::Now } = &self.right else { return None };
        let mut parts = Vec::new();
        self.left.walk(&mut |key, _| parts.push(key));
        (self.comparison == Comparison::Same).then_some((key.as_str(), parts))
    }

    /// The formula as people write it; `name` tells what a point is called.
    #[must_use]
    pub fn written(&self, name: &dyn Fn(&str, When) -> String) -> String {
        let sign = match self.comparison {
            Comparison::Same => "=",
            Comparison::AtMost => "≤",
            Comparison::Less => "<",
        };
        format!("{} {sign} {}", self.left.written(name), self.right.written(name))
    }

    /// Works it out; `look` tells a figure, or why there is none.
    ///
    /// # Errors
    /// What `look` says of the first figure that is not there.
    pub fn work_out<E>(&self, look: &dyn Fn(&str, When) -> Result<i64, E>) -> Result<Outcome, E> {
        let mut terms = Vec::new();
        let left = self.left.value(look, (Side::Left, 1), &mut terms)?;
        let right = self.right.value(look, (Side::Right, 1), &mut terms)?;
        let holds = match self.comparison {
            Comparison::Same => left == right,
            Comparison::AtMost => left <= right,
            Comparison::Less => left < right,
        };
        Ok(Outcome { holds, left, right, terms })
    }
}

impl Expr {
    fn walk<'a>(&'a self, see: &mut dyn FnMut(&'a str, When)) {
        match self {
            Self::Number(_) => {}
            Self::Point { key, when } => see(key, *when),
            Self::Sum(terms) => terms.iter().for_each(|(_, term)| term.walk(see)),
            Self::Distance(inner) => inner.walk(see),
            Self::Larger(one, other) => {
                one.walk(see);
                other.walk(see);
            }
        }
    }

    fn written(&self, name: &dyn Fn(&str, When) -> String) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Point { key, when } => name(key, *when),
            Self::Sum(terms) => sum_written(terms, name),
            Self::Distance(inner) => format!("|{}|", inner.written(name)),
            Self::Larger(one, other) => format!("max({}, {})", one.written(name), other.written(name)),
        }
    }

    fn value<E>(
        &self,
        look: &dyn Fn(&str, When) -> Result<i64, E>,
        (side, factor): (Side, i64),
        terms: &mut Vec<Term>,
    ) -> Result<i64, E> {
        Ok(match self {
            Self::Number(number) => *number,
            Self::Point { key, when } => {
                let value = look(key, *when)?;
                terms.push(Term { point: key.clone(), when: *when, side, factor, value });
                value
            }
            Self::Sum(parts) => {
                let mut sum: i64 = 0;
                for (times, part) in parts {
                    let value = part.value(look, (side, factor.saturating_mul(*times)), terms)?;
                    sum = sum.saturating_add(value.saturating_mul(*times));
                }
                sum
            }
            Self::Distance(inner) => inner.value(look, (side, factor), terms)?.saturating_abs(),
            Self::Larger(one, other) => {
                let one = one.value(look, (side, factor), terms)?;
                one.max(other.value(look, (side, factor), terms)?)
            }
        })
    }
}

fn sum_written(terms: &[(i64, Expr)], name: &dyn Fn(&str, When) -> String) -> String {
    let mut text = String::new();
    for (times, part) in terms {
        text.push_str(match (text.is_empty(), *times < 0) {
            (true, false) => "",
            (true, true) => "−",
            (false, false) => " + ",
            (false, true) => " − ",
        });
        if times.unsigned_abs() != 1 {
            text.push_str(&times.unsigned_abs().to_string());
            text.push_str(" × ");
        }
        let (open, close) = if matches!(part, Expr::Sum(_)) { ("(", ")") } else { ("", "") };
        text.extend([open, &part.written(name), close]);
    }
    text
}

/// How deep the brackets of a text are nested at most; a bar counts as a bracket.
fn nesting(text: &str) -> usize {
    let mut depth: usize = 0;
    let mut deepest = 0;
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest.max(text.matches('|').count() / 2)
}

fn formula(input: &mut &str) -> ModalResult<Formula> {
    let (left, comparison, right) = (
        preceded(multispace0, expr),
        word(alt(("<=".value(Comparison::AtMost), "<".value(Comparison::Less), "=".value(Comparison::Same))))
            .context(StrContext::Expected(StrContextValue::Description("one of =, <= or <"))),
        cut_err(expr),
    )
        .parse_next(input)?;
    eof.context(StrContext::Expected(StrContextValue::Description("the end of the formula"))).parse_next(input)?;
    Ok(Formula { left, comparison, right })
}

fn expr(input: &mut &str) -> ModalResult<Expr> {
    let first = product.parse_next(input)?;
    let sign = word(alt(('+'.value(1), '-'.value(-1))));
    let rest: Vec<(i64, (i64, Expr))> = repeat(0.., (sign, cut_err(product))).parse_next(input)?;
    if rest.is_empty() && first.0 == 1 {
        return Ok(first.1);
    }
    let rest = rest.into_iter().map(|(sign, (times, part))| (sign * times, part));
    Ok(Expr::Sum(std::iter::once(first).chain(rest).collect()))
}

/// Something, with the factor before it.
fn product(input: &mut &str) -> ModalResult<(i64, Expr)> {
    let times = opt(terminated(number, word('*'))).parse_next(input)?;
    Ok((times.unwrap_or(1), atom.parse_next(input)?))
}

fn atom(input: &mut &str) -> ModalResult<Expr> {
    alt((
        number.map(Expr::Number),
        delimited(word('|'), expr, cut_err(word('|'))).map(|inner| Expr::Distance(Box::new(inner))),
        delimited(word("max("), separated_pair(expr, word(','), expr), cut_err(word(')')))
            .map(|(one, other)| Expr::Larger(Box::new(one), Box::new(other))),
        delimited(word('('), expr, cut_err(word(')'))),
        word(point),
    ))
    .context(StrContext::Expected(StrContextValue::Description("a key, a number or a bracket")))
    .parse_next(input)
}

fn point(input: &mut &str) -> ModalResult<Expr> {
    let key = (
        take_while(1, |letter: char| letter.is_ascii_lowercase()),
        take_while(0.., |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'),
    )
        .take()
        .parse_next(input)?;
    let when = opt(preceded('@', cut_err(alt(("previous".value(When::Previous), "last_year".value(When::LastYear))))))
        .parse_next(input)?;
    Ok(Expr::Point { key: key.to_owned(), when: when.unwrap_or(When::Now) })
}

/// A whole number of at most six digits.
fn number(input: &mut &str) -> ModalResult<i64> {
    let digits = word(dec_uint::<&str, u32, ErrMode<ContextError>>);
    digits.verify(|number| *number <= LARGEST_NUMBER).map(i64::from).parse_next(input)
}

/// Something and the blanks after it.
fn word<'a, O>(
    inner: impl winnow::ModalParser<&'a str, O, ContextError>,
) -> impl winnow::ModalParser<&'a str, O, ContextError> {
    terminated(inner, multispace0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work_out(text: &str) -> Result<(bool, i64, i64), String> {
        let look = |key: &str, when: When| match (key, when) {
            ("a", When::Now) => Ok(5),
            ("a", When::Previous) => Ok(4),
            ("b", When::Now) => Ok(3),
            ("children", When::Now) => Ok(100),
            _ => Err(format!("no {key}")),
        };
        let formula = Formula::parse(text).map_err(|error| error.to_string())?;
        formula.work_out(&look).map(|outcome| (outcome.holds, outcome.left, outcome.right))
    }

    #[test]
    fn a_formula_is_worked_out_from_left_to_right() {
        assert_eq!(work_out("a + b = 8"), Ok((true, 8, 8)));
        assert_eq!(work_out("a - b - 1 = 1"), Ok((true, 1, 1)));
        assert_eq!(work_out("b <= a"), Ok((true, 3, 5)));
        assert_eq!(work_out("a < 5"), Ok((false, 5, 5)));
        assert_eq!(work_out(" 5 * |b - a| <= max(15, a) "), Ok((true, 10, 15)));
        assert_eq!(work_out("2 * (a - b) = a@previous"), Ok((true, 4, 4)));
        assert_eq!(work_out("a <= children"), Ok((true, 5, 100)));
        assert_eq!(work_out("a + c = 8"), Err("no c".to_owned()));
    }

    #[test]
    fn the_terms_tell_every_figure_with_its_side_and_sign() {
        let formula = Formula::parse("a + b - c = d").expect("it parses");
        let outcome = formula.work_out(&|_, _| Ok::<i64, ()>(1)).expect("every figure is there");
        let terms: Vec<_> = outcome.terms.iter().map(|term| (term.point.as_str(), term.side, term.factor)).collect();
        assert_eq!(terms, [("a", Side::Left, 1), ("b", Side::Left, 1), ("c", Side::Left, -1), ("d", Side::Right, 1)]);
        assert_eq!(formula.total(), Some(("d", vec!["a", "b", "c"])));
        assert_eq!(formula.keys(), ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_formula_is_written_with_the_names_of_people() {
        let name = |key: &str, when: When| match when {
            When::Now => key.to_uppercase(),
            _ => format!("{}?", key.to_uppercase()),
        };
        let check = |text: &str, written: &str| {
            assert_eq!(Formula::parse(text).expect("it parses").written(&name), written);
        };
        check("a + b - c = d@previous", "A + B − C = D?");
        check("5 * |a - b| <= max(15, b)", "5 × |A − B| ≤ max(15, B)");
        check("2 * (a - b) < 0 - c", "2 × (A − B) < 0 − C");
    }

    #[test]
    fn a_formula_that_cannot_be_read_is_told_with_its_place() {
        let at = |text: &str| Formula::parse(text).expect_err(text).at;
        assert_eq!(at("a + = b"), 5);
        assert_eq!(at("a b"), 3);
        assert_eq!(at("a = b c"), 7);
        assert_eq!(at("a@yesterday = b"), 3);
        for text in
            ["", "a", "a =", "= a", "a == b", "(a = b", "|a = b", "max(a) = b", "9999999 = a", "A = b", "a = 1.5"]
        {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
        assert!(
            Formula::parse(&format!("{}a = b", "(".repeat(10_000))).is_err(),
            "deep brackets are no way to the stack"
        );
    }

    #[test]
    fn the_largest_figures_do_not_overflow() {
        let formula = Formula::parse("999999 * (999999 * (999999 * (999999 * a))) = b").expect("it parses");
        let outcome = formula.work_out(&|_, _| Ok::<i64, ()>(i64::from(u32::MAX))).expect("every figure is there");
        assert_eq!(outcome.left, i64::MAX);
    }
}
