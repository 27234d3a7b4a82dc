//! Comparing figures by a formula.
//! Imports `domain`.

use super::{Hit, Subject, Verdict, figure};
use crate::{
    checks::formula::{CHILDREN, Formula},
    domain::{
        finding::{SkipReason, When},
        form::key,
        report::Values,
    },
};

/// Tries a formula. An empty point is not 0: nothing is said then.
pub(super) fn formula(formula: &Formula, subject: &Subject<'_>) -> Verdict {
    match formula.work_out(&|name, when| look(subject, name, when)) {
        Err(why) => Verdict::Skipped(why),
        Ok(outcome) if outcome.holds => Verdict::Passed(keys(formula)),
        Ok(outcome) => Verdict::Found(
            Hit { points: stand(formula), terms: outcome.terms, ..Hit::default() }
                .figure("left-sum", whole(outcome.left))
                .figure("right-sum", whole(outcome.right))
                .figure("diff", whole(outcome.left.abs_diff(outcome.right).try_into().unwrap_or(i64::MAX))),
        ),
    }
}

fn keys(formula: &Formula) -> Vec<String> {
    formula.keys().into_iter().map(ToOwned::to_owned).collect()
}

/// The points of a breach: of a sum the total first, for there it stands.
fn stand(formula: &Formula) -> Vec<String> {
    let mut points = keys(formula);
    if let Some((total, _)) = formula.total()
        && let Some(at) = points.iter().position(|point| point == total)
    {
        let total = points.remove(at);
        points.insert(0, total);
    }
    points
}

fn look(subject: &Subject<'_>, name: &str, when: When) -> Result<i64, SkipReason> {
    if name == CHILDREN {
        return subject.unit.children.map(i64::from).ok_or(SkipReason::NoPopulation);
    }
    if name == key::EXTENSIONS && when == When::Now {
        return subject.extensions.map(i64::from).ok_or(SkipReason::Later);
    }
    let earlier = |values: Option<&Values>| match values {
        Some(values) => figure(values, name).ok_or(SkipReason::Empty),
        None if subject.earlier.broken => Err(SkipReason::Break),
        None => Err(SkipReason::NoEarlier),
    };
    let found = match when {
        When::Now => figure(subject.values, name).ok_or(SkipReason::Empty),
        When::Previous => earlier(subject.earlier.previous),
        When::LastYear => earlier(subject.earlier.last_year),
    };
    found.map(i64::from)
}

/// A whole number as a figure of a sentence; counts are far below what a double holds exactly.
#[expect(clippy::cast_precision_loss, reason = "figures of reports are at most 2^32, sums of them far below 2^53")]
pub(super) fn whole(number: i64) -> f64 {
    number as f64
}
