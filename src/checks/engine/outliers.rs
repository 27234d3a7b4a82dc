//! What stands out: against other units, against a year before, and against the unit's own half-years.
//! Imports `domain`.

use toml::Spanned;

use super::{Hit, Subject, Verdict, figure, presence::missing};
use crate::{
    checks::{
        outlier::{
            Interval, Pair,
            hb::HbReference,
            history::{History, HistorySettings},
            quartile::Fence,
            sqrt_diff::SqrtReference,
            therror::thousand_error,
        },
        pack::{Per, Test},
        references::{Part, pair, rate, ratio},
        say::PER_CENT,
    },
    domain::{finding::SkipReason, form::Measure, report::Values},
};

/// Tries a statement against the references of all units.
pub(super) fn against(part: Option<&Part>, class: Option<usize>, test: &Test, subject: &Subject<'_>) -> Vec<Verdict> {
    match (test, part) {
        (Test::HidiroglouBerthelot { points, .. }, Some(Part::HidiroglouBerthelot(found))) => {
            each_change(subject, points, |key, pair| found.get(key).and_then(|reference| unusual(reference, pair)))
        }
        (Test::SquareRoot { points, .. }, Some(Part::SquareRoot(found))) => {
            each_change(subject, points, |key, pair| found.get(key).map(|reference| root(reference, pair)))
        }
        (Test::Quartile { of, per: Per::Point(per), least, .. }, Some(Part::Fences(fences))) => {
            vec![share(subject, of.get_ref(), per.get_ref(), *least, fences.first().and_then(Option::as_ref))]
        }
        (Test::Quartile { of, per: Per::Children, least, .. }, Some(Part::Fences(fences))) => {
            let Some((children, class)) = subject.unit.children.zip(class) else {
                return vec![Verdict::Skipped(SkipReason::NoPopulation)];
            };
            vec![per_children(subject, of.get_ref(), (children, *least), fences.get(class).and_then(Option::as_ref))]
        }
        (Test::Influence { points, percent }, Some(Part::Totals(totals))) => {
            each_change(subject, points, |key, pair| {
                let total =
                    totals.get(&(subject.unit.county.to_owned(), key.to_owned())).filter(|total| **total > 0)?;
                Some(influence(pair, *total, *percent))
            })
        }
        _ => vec![Verdict::Skipped(SkipReason::NoReference)],
    }
}

/// The logarithm of the change from a year before: a slip of three digits.
pub(super) fn th_error(subject: &Subject<'_>, points: &[Spanned<String>], limit: f64) -> Vec<Verdict> {
    each_change(subject, points, |_, pair| {
        let verdict = thousand_error(pair, limit)?;
        Some(found(verdict.is_outlier, || changed(pair, &verdict.expected)))
    })
}

/// The unit's own earlier half-years. Of what is counted during a half-year the same halves are comparable, of what is
/// counted on a day all are.
pub(super) fn history(subject: &Subject<'_>, points: &[Spanned<String>], settings: &HistorySettings) -> Vec<Verdict> {
    let judge = |key: &str| {
        let now = figure(subject.values, key)?;
        let flow = subject.form.point(key).is_none_or(|point| point.measure == Measure::Flow);
        let halves: &[&Values] = if flow { &subject.earlier.same_halves } else { &subject.earlier.halves };
        let earlier: Vec<u32> = halves.iter().filter_map(|values| figure(values, key)).collect();
        let own = History::of(&earlier, settings)?;
        let verdict = own.judge(now);
        Some(found(verdict.is_outlier, || {
            let hit = within(Hit::default().figure("now", now.into()), &own.expected);
            let halves = u32::try_from(own.half_years).unwrap_or(u32::MAX);
            hit.figure("median", own.median).figure("halves", halves.into()).figure("score", verdict.score)
        }))
    };
    let why = if subject.earlier.broken { SkipReason::Break } else { SkipReason::TooFew };
    points.iter().map(|key| verdict(key.get_ref(), judge(key.get_ref()), why)).collect()
}

/// Judges the change of each point from a year before.
fn each_change(
    subject: &Subject<'_>,
    points: &[Spanned<String>],
    judge: impl Fn(&str, Pair) -> Option<Result<(), Hit>>,
) -> Vec<Verdict> {
    let Some(last_year) = subject.earlier.last_year else { return vec![Verdict::Skipped(missing(subject))] };
    let one = |key: &str| pair(subject.values, last_year, key).and_then(|pair| judge(key, pair));
    points.iter().map(|key| verdict(key.get_ref(), one(key.get_ref()), SkipReason::TooFew)).collect()
}

/// In order, or what was found.
fn found(is_outlier: bool, hit: impl FnOnce() -> Hit) -> Result<(), Hit> {
    if is_outlier { Err(hit()) } else { Ok(()) }
}

fn verdict(key: &str, judged: Option<Result<(), Hit>>, why: SkipReason) -> Verdict {
    let points = vec![key.to_owned()];
    match judged {
        None => Verdict::Skipped(why),
        Some(Ok(())) => Verdict::Passed(points),
        Some(Err(hit)) => Verdict::Found(Hit { points, ..hit }),
    }
}

/// None where the method has nothing to say: a figure of 0 has no ratio.
fn unusual(reference: &HbReference, pair: Pair) -> Option<Result<(), Hit>> {
    let verdict = reference.judge(pair)?;
    Some(found(verdict.is_outlier, || changed(pair, &verdict.expected).figure("effect", verdict.effect)))
}

fn root(reference: &SqrtReference, pair: Pair) -> Result<(), Hit> {
    let verdict = reference.judge(pair);
    found(verdict.is_outlier, || changed(pair, &verdict.expected).figure("score", verdict.z))
}

fn share(subject: &Subject<'_>, of: &str, per: &str, least: u32, fence: Option<&Fence>) -> Verdict {
    let points = vec![of.to_owned(), per.to_owned()];
    let Some((fence, ratio)) = fence.zip(ratio(subject.values, of, per, least)) else {
        return Verdict::Skipped(SkipReason::TooFew);
    };
    if !fence.is_outlier(ratio) {
        return Verdict::Passed(points);
    }
    let per_cent = |name: &str| format!("{name}{PER_CENT}");
    let count = |key: &str| f64::from(figure(subject.values, key).unwrap_or_default());
    let hit = Hit { points, ..Hit::default() }
        .figure("of-count", count(of))
        .figure("per-count", count(per))
        .figure(&per_cent("ratio"), ratio * 100.0)
        .figure(&per_cent("low"), fence.limits.low.max(0.0) * 100.0)
        // A fence may lie above the whole; a share of it cannot.
        .figure(&per_cent("high"), fence.limits.high.min(1.0) * 100.0);
    Verdict::Found(hit.figure("units", units(fence)))
}

fn per_children(subject: &Subject<'_>, of: &str, (children, least): (u32, u32), fence: Option<&Fence>) -> Verdict {
    let Some((fence, rate)) = fence.zip(rate(subject.values, of, children, least)) else {
        return Verdict::Skipped(SkipReason::TooFew);
    };
    if !fence.is_outlier(rate) {
        return Verdict::Passed(vec![of.to_owned()]);
    }
    let now = f64::from(figure(subject.values, of).unwrap_or_default());
    let hit = within(Hit::at(of), &fence.limits).figure("now", now).figure("children", children.into());
    Verdict::Found(hit.figure("rate", rate).figure("units", units(fence)))
}

fn influence(pair: Pair, total: u64, percent: f64) -> Result<(), Hit> {
    let total = f64::from(u32::try_from(total).unwrap_or(u32::MAX));
    let moved = (f64::from(pair.now) - f64::from(pair.before)).abs() * 100.0 / total;
    let hit =
        || Hit::default().figure("now", pair.now.into()).figure("before", pair.before.into()).figure("total", total);
    found(moved > percent, || hit().figure(&format!("percent{PER_CENT}"), moved))
}

/// A change with what was to be expected.
fn changed(pair: Pair, expected: &Interval) -> Hit {
    within(Hit::default().figure("now", pair.now.into()).figure("before", pair.before.into()), expected)
}

/// The expected figures, whole and inside the interval where there are such.
fn within(hit: Hit, expected: &Interval) -> Hit {
    let (low, high) = expected.whole().unwrap_or((expected.low, expected.high));
    hit.figure("low", low.max(0.0)).figure("high", high)
}

fn units(fence: &Fence) -> f64 {
    f64::from(u32::try_from(fence.units).unwrap_or(u32::MAX))
}
