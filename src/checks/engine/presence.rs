//! What is there and what is not: empty points, points that are gone, copied reports, answers, small groups.
//! Imports `domain`.

use super::{Hit, Returned, Subject, Verdict, figure};
use crate::{
    checks::{
        references::{Part, Twins},
        versions::outcome,
    },
    domain::{
        finding::{Answer, AnswerOutcome, Question, SkipReason},
        form::{FilledBy, Point},
    },
};

/// The most units that are named in one sentence.
const MOST_NAMES: usize = 3;

/// The points that the unit fills in.
fn asked<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Point> {
    subject.form.points().filter(|point| point.filled_by == FilledBy::Municipality)
}

/// Every required point is filled in (K01).
pub(super) fn filled(subject: &Subject<'_>) -> Vec<Verdict> {
    let empty = |point: &&Point| point.required && figure(subject.values, &point.key).is_none();
    found_or_passed(asked(subject).filter(empty).map(|point| Hit::at(&point.key)).collect())
}

/// No figure in a point that the form no longer asks (K82).
pub(super) fn obsolete(subject: &Subject<'_>) -> Vec<Verdict> {
    found_or_passed(subject.obsolete.iter().map(|key| Hit::at(key)).collect())
}

/// Not nearly everything is as in the half-year before (K83). Points that are 0 both times say nothing of a copy.
pub(super) fn copied(subject: &Subject<'_>, percent: u32, least: u32) -> Verdict {
    let Some(previous) = subject.earlier.previous else { return Verdict::Skipped(missing(subject)) };
    let pairs = asked(subject).filter_map(|point| {
        let pair = (figure(subject.values, &point.key)?, figure(previous, &point.key)?);
        (pair != (0, 0)).then_some((point, pair))
    });
    let (mut filled, mut same) = (0, Vec::new());
    for (point, (now, before)) in pairs {
        filled += 1;
        if now == before {
            same.push(point.key.clone());
        }
    }
    if filled < least {
        return Verdict::Skipped(SkipReason::TooFew);
    }
    let equal = u32::try_from(same.len()).unwrap_or(u32::MAX);
    if u64::from(equal) * 100 < u64::from(filled) * u64::from(percent) {
        return Verdict::Passed(Vec::new());
    }
    let share = f64::from(equal) * 100.0 / f64::from(filled);
    let hit = Hit { points: same, ..Hit::default() };
    Verdict::Found(hit.figure("same", equal.into()).figure("filled", filled.into()).figure("percent", share))
}

/// No other unit reports just the same (K88). It tells who, and no figure that is not in this report.
pub(super) fn duplicate(subject: &Subject<'_>, part: Option<&Part>, least: u32) -> Verdict {
    let Some(Part::Twins(twins)) = part else { return Verdict::Skipped(SkipReason::NoReference) };
    let filled = || asked(subject).filter_map(|point| Some((&point.key, figure(subject.values, &point.key)?)));
    let telling = filled().filter(|(_, figure)| *figure > 0).count();
    if telling < usize::try_from(least).unwrap_or(usize::MAX) {
        return Verdict::Skipped(SkipReason::TooFew);
    }
    let alike = twins.iter().find(|twins| twins.are(subject.values));
    let others = alike.map(|twins| names(twins, subject.unit.no)).unwrap_or_default();
    if others.is_empty() {
        return Verdict::Passed(Vec::new());
    }
    let points: Vec<String> = filled().map(|(key, _)| key.clone()).collect();
    let same = u32::try_from(points.len()).unwrap_or(u32::MAX);
    let words = [("others".to_owned(), others)].into();
    Verdict::Found(Hit { points, words, ..Hit::default() }.figure("same", same.into()))
}

/// The names and numbers of the units but for one.
fn names(twins: &Twins, own: &str) -> String {
    let others: Vec<String> =
        twins.units.iter().filter(|(no, _)| no != own).map(|(no, name)| format!("{name} ({no})")).collect();
    let mut named = others.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
    if others.len() > MOST_NAMES {
        named.push_str(" …");
    }
    named
}

/// A point that had a figure is filled in, and a considerable one is not 0 (K84).
pub(super) fn gone(subject: &Subject<'_>, least: u32) -> Vec<Verdict> {
    let Some(previous) = subject.earlier.previous else { return vec![Verdict::Skipped(missing(subject))] };
    let judge = |point: &Point| {
        let before = figure(previous, &point.key)?;
        let pattern = match figure(subject.values, &point.key) {
            None => "gone-empty",
            Some(0) if before >= least => "gone-zero",
            Some(_) => return None,
        };
        let hit = Hit { pattern: Some(pattern), ..Hit::at(&point.key) };
        Some(hit.figure("before", before.into()))
    };
    found_or_passed(asked(subject).filter_map(judge).collect())
}

/// What the last return asked about is answered (K85).
pub(super) fn answered(subject: &Subject<'_>) -> Vec<Verdict> {
    let Some(returned) = &subject.returned else { return Vec::new() };
    let open = answers(returned, subject).into_iter().filter(|answer| answer.outcome == AnswerOutcome::Unanswered);
    found_or_passed(open.map(|answer| Hit { points: answer.question.points, ..Hit::default() }).collect())
}

/// What became of every question of the last return.
#[must_use]
pub fn answers(returned: &Returned<'_>, subject: &Subject<'_>) -> Vec<Answer> {
    let answer = |question: &Question| Answer {
        question: question.clone(),
        outcome: outcome(question, (returned.values, returned.remarks), (subject.values, subject.remarks)),
    };
    returned.asked.iter().map(answer).collect()
}

/// Which figures are small groups (K87): one finding for all of them.
pub(super) fn small(subject: &Subject<'_>, most: u32) -> Verdict {
    let is_small = |point: &&Point| figure(subject.values, &point.key).is_some_and(|value| (1..=most).contains(&value));
    let points: Vec<String> = asked(subject).filter(is_small).map(|point| point.key.clone()).collect();
    if points.is_empty() {
        return Verdict::Passed(points);
    }
    let count = u32::try_from(points.len()).unwrap_or(u32::MAX);
    Verdict::Found(Hit { points, ..Hit::default() }.figure("n", count.into()))
}

/// The report came before the deadline (K72).
pub(super) fn late(subject: &Subject<'_>) -> Verdict {
    match subject.late {
        None => Verdict::Skipped(SkipReason::NotReceived),
        Some(true) => Verdict::Found(Hit::default()),
        Some(false) => Verdict::Passed(Vec::new()),
    }
}

fn found_or_passed(hits: Vec<Hit>) -> Vec<Verdict> {
    if hits.is_empty() { vec![Verdict::Passed(Vec::new())] } else { hits.into_iter().map(Verdict::Found).collect() }
}

/// Why there are no earlier figures.
pub(super) fn missing(subject: &Subject<'_>) -> SkipReason {
    if subject.earlier.broken { SkipReason::Break } else { SkipReason::NoEarlier }
}
