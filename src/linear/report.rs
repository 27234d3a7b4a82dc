//! A report in words: first how it stands, then part by part, point by point.
//! Imports `domain`, `api`, `text` and `app` (model, command).

use super::{
    Menu, Place, Told,
    choices::{Choice, Deed},
    figures,
    words::standing,
};
use crate::{
    api::case::ReportCase,
    app::{
        command::Command,
        model::{
            Model,
            case::{OpenCase, Row},
        },
    },
    domain::{finding::Severity, form::Section, form::key, report::Version, task::Badge},
    text::{clean, countdown::days_sentence, date, name},
};

/// The report in the place where the listener is.
pub(super) fn tell(model: &Model, open: &OpenCase, place: &Place) -> Told {
    let (Some(report), Some(newest)) = (open.report(), open.report().and_then(ReportCase::newest)) else {
        return Told::default();
    };
    let mut told = Told { head: head(model, open, report, newest), ..Told::default() };
    match &place.menu {
        Menu::Main => main(model, open, report, &mut told),
        Menu::Sections => sections(model, open, report, &mut told),
        Menu::Section(at) => section(model, open, report, *at, &mut told),
        Menu::Points(at) => points(model, open, report, *at, &mut told),
        Menu::Point(key) => point(model, open, report, key, &mut told),
        Menu::More | Menu::Mark | Menu::Lines | Menu::Line(_) => {}
    }
    told
}

/// Which report this is, how it came, and until when it waits.
fn head(model: &Model, open: &OpenCase, report: &ReportCase, newest: &Version) -> Vec<String> {
    let texts = &model.texts;
    let row = open.case.row();
    let (version, at) = (newest.version.to_string(), date::short_moment(newest.received_at));
    let period = name::period(texts, &report.period);
    let values = [
        ("unit", report.unit.name.as_str()),
        ("no", report.unit.no.as_str()),
        ("period", &period),
        ("version", &version),
        ("reference", report.row.reference.as_str()),
    ];
    let assumed = |text: String, assumed: bool| {
        if assumed { format!("{text} ({})", texts.say("assumed")) } else { text }
    };
    let mut lines = vec![texts.with("linear-report", &values)];
    if open.is_open() {
        let left = row.days_left.map(|left| days_sentence(texts, left));
        lines.extend(left.map(|left| texts.with("linear-deadline", &[("left", &left)])));
    } else {
        lines.push(decided(model, open, report));
    }
    lines.push(texts.with("linear-submitted", &[("at", &at), ("name", &clean::line(&newest.submitter.name))]));
    lines.push(texts.with(
        "linear-channel",
        &[
            ("channel", &assumed(texts.of_family("channel", &report.unit.channel.value), report.unit.channel.assumed)),
            (
                "language",
                &assumed(texts.of_family("language", &report.unit.language.value), report.unit.language.assumed),
            ),
        ],
    ));
    if newest.version > 1 {
        lines.push(texts.say("linear-corrected"));
    }
    // A corrected version comes after the deadline by its nature: what counts is when the first one came.
    if row.badges.contains(&Badge::Late) {
        lines.push(texts.say("linear-late"));
    }
    if let Some(holder) = &row.holder {
        lines.push(texts.with("linear-holder", &[("name", &clean::line(&holder.name))]));
    }
    for name in model.together.viewers_of(&row.reference) {
        lines.push(texts.with("viewers-one", &[("name", &clean::line(name))]));
    }
    if model.together.is_elsewhere(&row.reference) {
        lines.push(texts.say("viewers-oneself"));
    }
    lines.extend(standing(model));
    if let Some(version) = open.newer {
        lines.push(texts.with("report-newer", &[("version", &version.to_string())]));
    }
    lines
}

fn decided(model: &Model, open: &OpenCase, report: &ReportCase) -> String {
    let texts = &model.texts;
    let outcome = texts.of_family("state", &report.row.state);
    let last = open.case.decisions().iter().rev().find(|decision| decision.undone_at.is_none());
    match last {
        Some(last) => {
            let at = date::short_moment(last.at);
            texts.with("report-decision", &[("outcome", &outcome), ("at", &at), ("name", &clean::line(&last.name))])
        }
        None => texts.with("report-solved", &[("outcome", &outcome)]),
    }
}

/// How the report stands as a whole.
fn main(model: &Model, open: &OpenCase, report: &ReportCase, told: &mut Told) {
    let texts = &model.texts;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let open_ones = |severity| count(report.review.open(severity));
    let errors = open_ones(Severity::Error) + open_ones(Severity::Fatal);
    let warnings = open_ones(Severity::Warning);
    told.body.push(texts.with_numbers("linear-findings-count", &[], &[("errors", errors), ("warnings", warnings)]));
    let weighty = report.review.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
    told.body.extend(weighty.map(|finding| figures::finding_words(texts, finding)));
    if open.is_open() {
        let extensions = report.form.point(key::EXTENSIONS);
        told.body.extend(extensions.map(|point| figures::sentence(model, open, report, point)));
        // What a count does to the breaches is told as soon as there is one.
        let breaches = report.form.point(key::BREACHES).filter(|_| !open.draft.extensions.trim().is_empty());
        told.body.extend(breaches.map(|point| figures::sentence(model, open, report, point)));
        let all = open.sections_to_see().count();
        let seen = open.sections_to_see().filter(|(_, section)| open.draft.seen.contains(&section.no)).count();
        told.body.push(texts.with("linear-parts-seen", &[("seen", &seen.to_string()), ("all", &all.to_string())]));
        if !open.draft.comment.trim().is_empty() {
            let lines = count(open.draft.comment.lines().filter(|line| !line.trim().is_empty()).count());
            told.body.push(texts.count("linear-comment-begun", lines, &[]));
        }
        let me = model.me.as_ref().map(|me| me.person.as_str()).unwrap_or_default();
        if let Some(name) = open.colleague(me) {
            told.body.push(texts.with("report-draft-of", &[("name", &clean::line(name))]));
        }
    }
    if report.break_in_series {
        told.body.push(texts.say("report-break"));
    }
    if open.changes_only {
        told.body.push(texts.say("linear-only-changes"));
        let changed = open.rows.iter().filter_map(|row| open.point(*row));
        told.body.extend(changed.map(|point| figures::sentence(model, open, report, point)));
        return;
    }
    if let Some(finding) = open.finding.and_then(|_| open.shown_finding()) {
        told.body.push(texts.with("linear-finding-now", &[("finding", &figures::finding_words(texts, finding))]));
    }
    told.choices.push(Choice::new(texts.say("linear-read-parts"), Deed::Go(Menu::Sections)));
}

fn sections(model: &Model, open: &OpenCase, report: &ReportCase, told: &mut Told) {
    let texts = &model.texts;
    let parts = i64::try_from(report.form.sections.len()).unwrap_or(i64::MAX);
    told.body.push(texts.count("linear-parts", parts, &[]));
    for (at, section) in report.form.sections.iter().enumerate() {
        let (from, to) = rows_of(open, at);
        if to <= from {
            continue;
        }
        let seen = open.draft.seen.contains(&section.no);
        told.choices.push(Choice::new(section_name(model, section, to - from, seen), Deed::Go(Menu::Section(at))));
    }
    for removed in &report.form.removed {
        let since = texts.with("section-removed", &[("since", removed.since.as_str())]);
        let title = format!("{} {}", removed.section, removed.title);
        told.body.push(texts.with("linear-part-gone", &[("name", &title), ("since", &since)]));
    }
}

fn section_name(model: &Model, section: &Section, points: usize, seen: bool) -> String {
    let points = i64::try_from(points).unwrap_or(i64::MAX);
    let name = format!("{} {}", section.no, section.title);
    let id = if seen { "linear-part-seen" } else { "linear-part" };
    model.texts.count(id, points, &[("name", &name)])
}

/// The lines of the points of a part, from and to.
fn rows_of(open: &OpenCase, at: usize) -> (usize, usize) {
    let of = |row: &Row| matches!(row, Row::Point(section, _) if *section == at);
    let from = open.rows.iter().position(of).unwrap_or(0);
    let to = open.rows.iter().rposition(of).map_or(from, |last| last + 1);
    (from, to)
}

fn section(model: &Model, open: &OpenCase, report: &ReportCase, at: usize, told: &mut Told) {
    let texts = &model.texts;
    let Some(section) = report.form.sections.get(at) else { return };
    let (from, to) = rows_of(open, at);
    told.body.push(texts.with("linear-part-head", &[("no", &section.no.to_string()), ("title", &section.title)]));
    let rows = open.rows.get(from..to).unwrap_or_default();
    let said = rows.iter().filter_map(|row| open.point(*row));
    told.body.extend(said.map(|point| figures::sentence(model, open, report, point)));
    told.heard = Some((from, to));
    if report.form.sections.get(at + 1).is_some_and(|_| rows_of(open, at + 1).1 > 0) {
        told.choices.push(Choice::new(texts.say("linear-next-part"), Deed::Go(Menu::Section(at + 1))));
    }
    told.choices.push(Choice::new(texts.say("linear-choose-point"), Deed::Go(Menu::Points(at))));
    told.choices.push(Choice::new(texts.say("linear-read-parts"), Deed::Go(Menu::Sections)));
}

/// The points among which a point is chosen.
pub(super) fn around(model: &Model, wanted: &str) -> Menu {
    let report = model.case.ready().and_then(|open| open.report());
    let of = |section: &Section| section.points.iter().any(|point| point.key == wanted);
    report.and_then(|report| report.form.sections.iter().position(of)).map_or(Menu::Main, Menu::Points)
}

fn points(model: &Model, open: &OpenCase, report: &ReportCase, at: usize, told: &mut Told) {
    let Some(section) = report.form.sections.get(at) else { return };
    let (from, to) = rows_of(open, at);
    told.body.push(model.texts.with("linear-part-head", &[("no", &section.no.to_string()), ("title", &section.title)]));
    let rows = open.rows.get(from..to).unwrap_or_default();
    for point in rows.iter().filter_map(|row| open.point(*row)) {
        let text = model
            .texts
            .with("linear-point-name", &[("code", &point.code), ("label", point.short.trim_start_matches(['–', ' ']))]);
        told.choices.push(Choice::new(text, Deed::Go(Menu::Point(point.key.clone()))));
    }
}

fn point(model: &Model, open: &OpenCase, report: &ReportCase, wanted: &str, told: &mut Told) {
    let texts = &model.texts;
    let Some(point) = report.form.point(wanted) else { return };
    told.body.push(figures::sentence(model, open, report, point));
    told.body.extend(figures::standing(model, report, point));
    told.body.extend(figures::history(model, report, point));
    let at = |command| Deed::At(wanted.to_owned(), command);
    told.choices.push(Choice::new(texts.say("linear-explain-point"), at(Command::Explain)));
    if open.is_open() {
        if open.findings_at(point).any(|finding| finding.accepted.is_none()) {
            told.choices.push(Choice::new(texts.say("linear-accept-point"), at(Command::Accept)));
        }
        told.choices.push(Choice::new(texts.say("linear-note-point"), at(Command::Note)));
        told.choices.push(Choice::new(texts.say("linear-bookmark-point"), at(Command::Bookmark)));
    }
    told.choices.push(Choice::new(texts.say("linear-read-parts"), Deed::Go(Menu::Sections)));
}
