//! The figures of a point in words: what it is now, what it was, and how it went; a curve is told as a sentence.
//! Imports `domain`, `api`, `text` and `app` (model).

use std::cmp::Ordering;

use crate::{
    api::case::{Earlier, ReportCase},
    app::model::{Model, case::OpenCase},
    domain::{
        finding::Finding,
        form::{FilledBy, Point, key},
        period::PeriodId,
        report::{Values, breaches, parse_extensions},
        unit::ExtensionRule,
    },
    text::{Texts, clean, number, wire_name},
};

/// An answer: not asked at all, asked and left empty, or a number. Empty is not 0.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    NotAsked,
    Empty,
    Number(u32),
}

impl Answer {
    fn of(values: &Values, point: &Point) -> Self {
        match values.get(&point.key) {
            None => Self::NotAsked,
            Some(None) => Self::Empty,
            Some(Some(number)) => Self::Number(*number),
        }
    }

    fn own(figure: Option<u32>) -> Self {
        figure.map_or(Self::NotAsked, Self::Number)
    }

    fn say(self, texts: &Texts, point: &Point) -> String {
        match self {
            Self::Number(share) if point.key == key::BREACH_SHARE => number::per_cent(share),
            Self::Number(figure) => number::whole(figure.into()),
            Self::Empty => texts.say("linear-figure-empty"),
            Self::NotAsked => texts.say("linear-figure-none"),
        }
    }
}

/// A point in one line: the figure, the two it is compared with, and what the rules say.
pub(super) fn sentence(model: &Model, open: &OpenCase, report: &ReportCase, point: &Point) -> String {
    let texts = &model.texts;
    let now = now_text(texts, open, report, point);
    let mut parts =
        vec![texts.with("linear-point", &[("code", &point.code), ("label", &point.label), ("figure", &now)])];
    if open.changes_only {
        if let [.., before, _] = report.versions.as_slice() {
            let figure = Answer::of(&before.values, point).say(texts, point);
            parts.push(
                texts.with("linear-version-before", &[("version", &before.version.to_string()), ("figure", &figure)]),
            );
        }
        if let Some(outcome) = open.answer_at(&point.key) {
            parts.push(texts.of_family("answer", &outcome));
        }
    } else if point.key != key::EXTENSIONS || report.unit.extension_rule != ExtensionRule::Forbidden {
        let periods = [
            ("linear-before", report.period.previous.as_ref()),
            ("linear-last-year", report.period.same_last_year.as_ref()),
        ];
        for (id, period) in periods {
            let earlier = period.and_then(|period| report.figures(period)).map(|earlier| figure_of(earlier, point));
            if let Some(figure) = earlier.filter(|figure| *figure != Answer::NotAsked) {
                parts.push(texts.with(id, &[("figure", &figure.say(texts, point))]));
            }
        }
    }
    parts.extend(findings(texts, open, point));
    parts.join(" ")
}

/// What the rules say of a point, and what is noted on it; that there is nothing is said too.
fn findings(texts: &Texts, open: &OpenCase, point: &Point) -> Vec<String> {
    let mut said: Vec<String> = open.findings_at(point).map(|finding| finding_words(texts, finding)).collect();
    if said.is_empty() {
        said.push(texts.say("linear-no-findings"));
    }
    let newest = open.report().and_then(ReportCase::newest);
    if let Some(remark) = newest.and_then(|newest| newest.remarks.get(&point.key)) {
        said.push(texts.with("point-remark", &[("text", &clean::line(remark))]));
    }
    if let Some(note) = open.draft.notes.get(&point.key) {
        said.push(texts.with("point-note", &[("text", &clean::line(note))]));
    }
    if open.draft.bookmarks.contains(&point.key) {
        said.push(texts.say("linear-bookmarked"));
    }
    said
}

/// A finding in one line.
pub(super) fn finding_words(texts: &Texts, finding: &Finding) -> String {
    let word = texts.of_family("linear-severity", &wire_name(&finding.severity));
    let message = clean::line(&finding.message);
    let values = [("word", word.as_str()), ("rule", &finding.rule), ("message", &message)];
    match &finding.accepted {
        Some(accepted) => {
            let (name, reason) = (clean::line(&accepted.by), clean::line(&accepted.reason));
            let values = [values.as_slice(), &[("name", name.as_str()), ("reason", &reason)]].concat();
            texts.with("linear-finding-accepted", &values)
        }
        None => texts.with("linear-finding", &values),
    }
}

/// How the figure went over the last half-years, told as a sentence in the place of the small curve.
pub(super) fn history(model: &Model, report: &ReportCase, point: &Point) -> Option<String> {
    let texts = &model.texts;
    let earlier: Vec<(&PeriodId, Answer)> =
        report.earlier.iter().map(|earlier| (&earlier.period, figure_of(earlier, point))).collect();
    let asked: Vec<String> = earlier
        .iter()
        .filter(|(_, answer)| *answer != Answer::NotAsked)
        .map(|(period, answer)| {
            texts.with("linear-history-one", &[("period", period.as_str()), ("figure", &answer.say(texts, point))])
        })
        .collect();
    (!asked.is_empty()).then(|| texts.with("linear-history", &[("figures", &asked.join(", "))]))
}

/// How far the figure is from the one of the same half-year last year, and how sure it is what the point asks about.
pub(super) fn standing(model: &Model, report: &ReportCase, point: &Point) -> Vec<String> {
    let texts = &model.texts;
    let before = report.period.same_last_year.as_ref().and_then(|period| report.figures(period));
    let now = report.newest().map(|newest| Answer::of(&newest.values, point));
    let mut said = match (before.map(|earlier| figure_of(earlier, point)), now) {
        (Some(Answer::Number(from)), Some(Answer::Number(to))) if point.filled_by == FilledBy::Municipality => {
            change(texts, from, to)
        }
        _ => Vec::new(),
    };
    let sure = texts.of_family("point-confidence", &point.confidence);
    said.push(texts.with("linear-sure", &[("sure", &sure)]));
    said
}

/// The change from one figure to another, without the signs that a voice may leave out.
fn change(texts: &Texts, from: u32, to: u32) -> Vec<String> {
    let id = match to.cmp(&from) {
        Ordering::Greater => "linear-change-more",
        Ordering::Less => "linear-change-fewer",
        Ordering::Equal => return vec![texts.say("linear-change-none")],
    };
    let mut said = vec![texts.with(id, &[("figure", &number::whole(from.abs_diff(to).into()))])];
    if let Some(share) = number::change(from, to) {
        let bare = share.trim_start_matches(['+', '−', '>']);
        let over = if share.starts_with('>') { "linear-change-over" } else { "linear-change-share" };
        said.push(texts.with(over, &[("share", bare)]));
    }
    said
}

fn figure_of(earlier: &Earlier, point: &Point) -> Answer {
    match point.key.as_str() {
        key::EXTENSIONS => Answer::own(earlier.extensions),
        key::BREACHES => Answer::own(earlier.breaches.map(|left| left.count)),
        key::BREACH_SHARE => Answer::own(earlier.breaches.and_then(|left| left.per_mille)),
        _ => Answer::of(&earlier.values, point),
    }
}

/// The extension count as it counts now: what is decided, else what is typed.
fn extensions(open: &OpenCase, report: &ReportCase) -> Option<u32> {
    if open.is_open() {
        return parse_extensions(&open.draft.extensions).ok();
    }
    report.decisions.iter().rev().find(|decision| decision.undone_at.is_none())?.extensions
}

fn now_text(texts: &Texts, open: &OpenCase, report: &ReportCase, point: &Point) -> String {
    let Some(newest) = report.newest() else { return texts.say("linear-figure-none") };
    let count = extensions(open, report);
    let left = || breaches(&newest.values, count?);
    let own = match point.key.as_str() {
        key::EXTENSIONS if report.unit.extension_rule == ExtensionRule::Forbidden => {
            return texts.say("linear-extensions-none");
        }
        key::EXTENSIONS if open.is_open() && open.draft.extensions.trim().is_empty() => {
            return texts.say("linear-extensions-not-given");
        }
        key::EXTENSIONS if open.is_open() => return clean::line(open.draft.extensions.trim()),
        key::EXTENSIONS => count,
        key::BREACHES => left().map(|left| left.count),
        key::BREACH_SHARE => left().and_then(|left| left.per_mille),
        _ if point.filled_by == FilledBy::Municipality => {
            return Answer::of(&newest.values, point).say(texts, point);
        }
        other => newest.values.get(other).copied().flatten(),
    };
    match (own, point.key.as_str()) {
        (None, key::BREACHES | key::BREACH_SHARE) => texts.say("linear-figure-follows"),
        (figure, _) => Answer::own(figure).say(texts, point),
    }
}
