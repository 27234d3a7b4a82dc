//! The rules of a pack, tried on one version of a report.
//! Imports `domain`.

mod compare;
mod outliers;
mod presence;

use std::collections::{BTreeMap, BTreeSet};

pub use self::presence::answers;
use super::{
    pack::{Pack, Rule, Statement, Test},
    references::References,
};
use crate::domain::{
    finding::{Finding, Passed, Question, Review, SkipReason, Skipped, Term},
    form::Form,
    report::Values,
    unit::Channel,
};

/// One version of a report with everything that the rules compare it with.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The form it was asked with.
    pub form: &'a Form,
    /// Its figures.
    pub values: &'a Values,
    /// Keys of points with a value though the form no longer asks them.
    pub obsolete: &'a [String],
    /// The unit's own remarks, by point key.
    pub remarks: &'a BTreeMap<String, String>,
    /// The extension count (7A), once there is one.
    pub extensions: Option<u32>,
    /// The unit.
    pub unit: Place<'a>,
    /// How the unit reports, where that is known.
    pub channel: Option<Channel>,
    /// What was reported before.
    pub earlier: Before<'a>,
    /// True when it came after the unit's deadline; none for one that has not been received.
    pub late: Option<bool>,
    /// The version that was returned, and what was asked about.
    pub returned: Option<Returned<'a>>,
}

/// Which unit it is, and what tells which others are comparable.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place<'a> {
    /// Its number, so that it is not taken for another unit with the same figures.
    pub no: &'a str,
    /// The county's number.
    pub county: &'a str,
    /// Children 0–17.
    pub children: Option<u32>,
}

/// Earlier figures of one and the same unit.
#[derive(Debug, Clone, Default)]
pub struct Before<'a> {
    /// Those of the half-year before.
    pub previous: Option<&'a Values>,
    /// Those of the same half-year a year before.
    pub last_year: Option<&'a Values>,
    /// Those of all earlier half-years, newest first.
    pub halves: Vec<&'a Values>,
    /// Those of the same half of earlier years, newest first.
    pub same_halves: Vec<&'a Values>,
    /// True when a change of borders cut the series.
    pub broken: bool,
}

/// The version that was returned.
#[derive(Debug, Clone, Copy)]
pub struct Returned<'a> {
    /// Its figures.
    pub values: &'a Values,
    /// Its remarks.
    pub remarks: &'a BTreeMap<String, String>,
    /// What was asked about.
    pub asked: &'a [Question],
}

/// How one statement came out at one place.
#[derive(Debug, Clone, PartialEq)]
enum Verdict {
    Found(Hit),
    Passed(Vec<String>),
    Skipped(SkipReason),
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
struct Hit {
    /// In place of the statement's own pattern.
    pattern: Option<&'static str>,
    points: Vec<String>,
    terms: Vec<Term>,
    figures: BTreeMap<String, f64>,
    words: BTreeMap<String, String>,
}

impl Hit {
    fn at(point: &str) -> Self {
        Self { points: vec![point.to_owned()], ..Self::default() }
    }

    fn figure(mut self, name: &str, figure: f64) -> Self {
        self.figures.insert(name.to_owned(), figure);
        self
    }
}

/// Tries every rule of a pack. The findings come without their sentences and without what was accepted.
#[must_use]
pub fn review(pack: &Pack, subject: &Subject<'_>, references: Option<&References>) -> Review {
    let mut review = Review { pack: pack.version.clone(), ..Review::default() };
    let holds =
        |rule: &Rule| rule.channels.is_empty() || subject.channel.is_some_and(|own| rule.channels.contains(&own));
    for (rule, part, says) in pack.statements().filter(|(rule, ..)| holds(rule)) {
        let mut skipped = None;
        let mut tried = false;
        for verdict in try_one(&rule.id, part, says, subject, references) {
            match verdict {
                Verdict::Found(hit) => {
                    tried = true;
                    review.findings.push(Finding {
                        rule: rule.id.clone(),
                        part,
                        severity: says.severity.unwrap_or(rule.severity),
                        pattern: hit.pattern.map_or_else(|| says.pattern.clone(), ToOwned::to_owned),
                        points: hit.points,
                        terms: hit.terms,
                        figures: hit.figures,
                        words: hit.words,
                        message: String::new(),
                        accepted: None,
                        accepted_before: None,
                    });
                }
                Verdict::Passed(points) => {
                    tried = true;
                    review.passed.push(Passed { rule: rule.id.clone(), part, points });
                }
                Verdict::Skipped(why) => skipped = skipped.or(Some(why)),
            }
        }
        if let Some(why) = skipped.filter(|_| !tried) {
            review.skipped.push(Skipped { rule: rule.id.clone(), part, why });
        }
    }
    let found: BTreeSet<String> = review.findings.iter().map(|finding| finding.rule.clone()).collect();
    let said_before =
        |id: &str| pack.rule(id).and_then(|rule| rule.unless.as_ref()).is_some_and(|less| found.contains(less));
    review.findings.retain(|finding| !said_before(&finding.rule));
    let place = |finding: &Finding| {
        let first = finding.points.first();
        subject.form.points().position(|point| first == Some(&point.key)).unwrap_or(usize::MAX)
    };
    review.findings.sort_by_cached_key(|finding| {
        (std::cmp::Reverse(finding.severity), place(finding), finding.rule.clone(), finding.part)
    });
    review.answers = subject.returned.map(|returned| answers(&returned, subject)).unwrap_or_default();
    review
}

fn try_one(
    rule: &str,
    part: u8,
    says: &Statement,
    subject: &Subject<'_>,
    references: Option<&References>,
) -> Vec<Verdict> {
    match &says.test {
        Test::Formula(formula) => vec![compare::formula(formula.get_ref(), subject)],
        Test::Filled {} => presence::filled(subject),
        Test::Obsolete {} => presence::obsolete(subject),
        Test::Copied { percent, least } => vec![presence::copied(subject, *percent, *least)],
        Test::Duplicate { least } => {
            vec![presence::duplicate(subject, references.and_then(|references| references.part(rule, part)), *least)]
        }
        Test::Gone { least } => presence::gone(subject, *least),
        Test::Answered {} => presence::answered(subject),
        Test::Small { most } => vec![presence::small(subject, *most)],
        Test::Late {} => vec![presence::late(subject)],
        Test::Decision(_) => vec![Verdict::Skipped(SkipReason::Later)],
        Test::History { points, settings } => outliers::history(subject, points, settings),
        Test::ThError { points, limit } => outliers::th_error(subject, points, *limit),
        _ => references.map_or_else(
            || vec![Verdict::Skipped(SkipReason::NoReference)],
            |references| {
                let class = subject.unit.children.map(|children| references.class(children));
                outliers::against(references.part(rule, part), class, &says.test, subject)
            },
        ),
    }
}

/// A figure of a report: `None` where it is empty or was never asked.
fn figure(values: &Values, key: &str) -> Option<u32> {
    values.get(key).copied().flatten()
}
