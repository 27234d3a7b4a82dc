//! The lines of the report screen: headings, points with their figures, and the small history of each.
//! Imports `domain`, `text`, `api` and `app`.

use ratatui::layout::{Alignment, Position};

use super::{findings, pen::Pen, theme::Role};
use crate::{
    api::case::{Earlier, ReportCase},
    app::model::case::{OpenCase, Row},
    domain::{
        breaks::Break,
        finding::AnswerOutcome,
        form::{Confidence, FilledBy, Point, key},
        period::PeriodId,
        report::{Values, breaches, parse_extensions},
        unit::ExtensionRule,
    },
    text::number,
};

/// How many periods the small history shows.
const HISTORY: usize = 10;
/// The widest label.
const LABEL: u16 = 34;
/// The characters of the small history, from low to high.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The same in plain ASCII.
const ASCII_BARS: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];

/// Where the columns of a block of points stand, and which periods they show.
pub(super) struct Columns {
    width: u16,
    label: u16,
    figures: u16,
    history: bool,
    /// In the view of changes, the version before takes the place of the earlier periods.
    versions: Option<(u32, u32)>,
}

impl Columns {
    /// The columns that fit a width: below 80 the history goes first, then change and per cent, then last half-year. A slow line
    /// has no history either.
    pub(super) fn of(open: &OpenCase, width: u16, thrifty: bool) -> Self {
        let rest = |label: u16| width.saturating_sub(4 + label);
        let (label, figures) = match width {
            78.. => (LABEL, 5),
            60..78 => (width.saturating_sub(4 + 21).min(LABEL), 3),
            _ => (width.saturating_sub(4 + 14), 2),
        };
        let history = rest(label) >= 7 * 3 + 10 + 11 && !open.changes_only && !thrifty;
        let versions = open.changes_only.then(|| {
            let versions = open.report().map_or(&[][..], |report| report.versions.as_slice());
            match versions {
                [.., before, newest] => (newest.version, before.version),
                _ => (1, 1),
            }
        });
        Self { width, label, figures, history, versions }
    }

    /// Where a figure's column begins, counted from the block's left edge.
    fn figure(&self, place: u16) -> (u16, u16) {
        let from = 4 + self.label;
        if place < 3 { (from + place * 7, 7) } else { (from + 21 + (place - 3) * 5, 5) }
    }
}

/// Draws the headings of a block.
pub(super) fn head(pen: &mut Pen<'_>, columns: &Columns, x: u16, y: u16) {
    let texts = pen.texts();
    let label = texts.say("column-point");
    pen.put(x + 4, y, columns.label, &label, Role::Quiet);
    let names = match (columns.versions, periods(pen)) {
        (Some((newest, before)), _) => {
            let name = |version: u32| texts.with("column-now", &[("version", &version.to_string())]);
            [name(newest), name(before), String::new()]
        }
        (None, periods) => periods.map(|period| period.map_or_else(String::new, |period| period.0)),
    };
    for (place, name) in (0..columns.figures.min(3)).zip(names) {
        let (at, width) = columns.figure(place);
        pen.cell(x + at, y, width, &name, Role::Quiet, Alignment::Right);
    }
    for (place, id) in (3..columns.figures).zip(["column-change", "column-percent"]) {
        let (at, width) = columns.figure(place);
        let name = texts.say(id);
        pen.cell(x + at, y, width, &name, Role::Quiet, Alignment::Right);
    }
    if columns.history {
        let name = texts.say("column-history");
        pen.put(x + columns.figure(5).0 + 1, y, 10, &name, Role::Quiet);
    }
}

/// The periods of the three figure columns: this one, the one before, the same half-year last year.
fn periods(pen: &Pen<'_>) -> [Option<PeriodId>; 3] {
    let report = pen.model.case.ready().and_then(OpenCase::report);
    let Some(period) = report.map(|report| &report.period) else { return [None, None, None] };
    [Some(period.id.clone()), period.previous.clone(), period.same_last_year.clone()]
}

/// Draws one line.
pub(super) fn row(pen: &mut Pen<'_>, open: &OpenCase, columns: &Columns, row: Row, at: Position) {
    let Some(report) = open.report() else { return };
    match row {
        Row::Heading(place) => {
            let Some(section) = report.form.sections.get(place) else { return };
            let text = format!("{} {}", section.no, section.title_in(pen.texts().language()));
            pen.put(at.x + 1, at.y, columns.width.saturating_sub(2), &text, Role::Heading);
        }
        Row::Removed(place) => {
            let Some(removed) = report.form.removed.get(place) else { return };
            let since = pen.texts().with("section-removed", &[("since", removed.since.as_str())]);
            let text = format!("{} {}: {since}", removed.section, removed.title_in(pen.texts().language()));
            pen.put(at.x + 1, at.y, columns.width.saturating_sub(2), &text, Role::Quiet);
        }
        Row::Point(..) => {
            if let Some(point) = open.point(row) {
                point_row(pen, open, report, columns, point, at);
            }
        }
    }
}

fn point_row(pen: &mut Pen<'_>, open: &OpenCase, report: &ReportCase, columns: &Columns, point: &Point, at: Position) {
    pen.put(at.x + 1, at.y, 2, &point.code, Role::Text);
    let (sign, role) = sign(open, point);
    pen.put(at.x + 3, at.y, 1, sign, role);
    let short = point.short_in(pen.texts().language()).to_owned();
    pen.put(at.x + 4, at.y, columns.label, &short, Role::Text);
    if columns.versions.is_some() {
        return version_figures(pen, report, columns, point, at);
    }
    let now = figure_now(open, report, point);
    let earlier = |period: Option<&PeriodId>| period.and_then(|period| report.figures(period));
    let before = earlier(report.period.previous.as_ref()).map(|earlier| figure_of(earlier, point));
    let last_year = earlier(report.period.same_last_year.as_ref()).map(|earlier| figure_of(earlier, point));
    let (shown, role) = (now_text(pen, open, report, point, now), now_role(point));
    put(pen, columns, 0, at, &shown, role);
    for (place, figure) in [(1, before), (2, last_year)] {
        let text = earlier_text(pen, point, figure);
        put(pen, columns, place, at, &text, Role::Quiet);
    }
    let counts = point.key != key::BREACH_SHARE;
    if let (true, Some(now), Some(Some(last_year))) = (counts, now, last_year.map(Asked::number)) {
        change(pen, columns, at, last_year, now);
    }
    if columns.history {
        let bars = history(pen, report, point, now);
        pen.put(at.x + columns.figure(5).0 + 1, at.y, 10, &bars, Role::Text);
    }
}

/// A mark before the label: a finding, what became of a question, a note, a bookmark, or that the point is reconstructed.
fn sign(open: &OpenCase, point: &Point) -> (&'static str, Role) {
    let answered = open.answer_at(&point.key).filter(|_| open.changes_only);
    if let Some(outcome) = answered {
        return if outcome == AnswerOutcome::Unanswered { ("x", Role::Danger) } else { ("✓", Role::Good) };
    }
    if let Some(sign) = findings::sign(open, point) {
        sign
    } else if open.draft.notes.contains_key(&point.key) {
        ("+", Role::Strong)
    } else if open.draft.bookmarks.contains(&point.key) {
        ("*", Role::Strong)
    } else if point.confidence == Confidence::Reconstructed {
        ("~", Role::Quiet)
    } else {
        (" ", Role::Text)
    }
}

fn put(pen: &mut Pen<'_>, columns: &Columns, place: u16, at: Position, text: &str, role: Role) {
    if place < columns.figures {
        let (x, width) = columns.figure(place);
        pen.cell(at.x + x, at.y, width, text, role, Alignment::Right);
    }
}

fn change(pen: &mut Pen<'_>, columns: &Columns, at: Position, from: u32, to: u32) {
    let difference = i64::from(to) - i64::from(from);
    let sign = if difference > 0 { "+" } else { "" };
    put(pen, columns, 3, at, &format!("{sign}{}", number::whole(difference)), Role::Quiet);
    let percent = number::change(from, to).unwrap_or_default();
    put(pen, columns, 4, at, &percent, Role::Quiet);
}

/// The figures of the newest version and the one before.
fn version_figures(pen: &mut Pen<'_>, report: &ReportCase, columns: &Columns, point: &Point, at: Position) {
    let [.., before, newest] = report.versions.as_slice() else { return };
    for (place, version, role) in [(0, newest, Role::Strong), (1, before, Role::Text)] {
        let text = asked_text(pen, Asked::of(&version.values, point));
        put(pen, columns, place, at, &text, role);
    }
    let figure = |version: &crate::domain::report::Version| version.values.get(&point.key).copied().flatten();
    if let (Some(from), Some(to)) = (figure(before), figure(newest)) {
        change(pen, columns, at, from, to);
    }
}

/// An answer: not asked at all, asked and left empty, or a number. Empty is not 0.
#[derive(Clone, Copy)]
enum Asked {
    No,
    Empty,
    Number(u32),
}

impl Asked {
    /// The answer to a point among the figures of a report.
    fn of(values: &Values, point: &Point) -> Self {
        match values.get(&point.key) {
            None => Self::No,
            Some(None) => Self::Empty,
            Some(Some(number)) => Self::Number(*number),
        }
    }

    fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

fn figure_of(earlier: &Earlier, point: &Point) -> Asked {
    let own = |figure: Option<u32>| figure.map_or(Asked::No, Asked::Number);
    match point.key.as_str() {
        key::EXTENSIONS => own(earlier.extensions),
        key::BREACHES => own(earlier.breaches.map(|left| left.count)),
        key::BREACH_SHARE => own(earlier.breaches.and_then(|left| left.per_mille)),
        _ => Asked::of(&earlier.values, point),
    }
}

/// The extension count as it counts now: what is decided, else what is typed.
fn extensions(open: &OpenCase, report: &ReportCase) -> Option<u32> {
    if open.is_open() {
        return parse_extensions(&open.draft.extensions).ok();
    }
    report.decisions.iter().rev().find(|decision| decision.undone_at.is_none())?.extensions
}

/// The figure of the report as it is now; for the office's own points, what follows from the count.
fn figure_now(open: &OpenCase, report: &ReportCase, point: &Point) -> Option<u32> {
    let values = &report.newest()?.values;
    match point.key.as_str() {
        key::EXTENSIONS => extensions(open, report),
        key::BREACHES => breaches(values, extensions(open, report)?).map(|left| left.count),
        key::BREACH_SHARE => breaches(values, extensions(open, report)?)?.per_mille,
        name => values.get(name).copied().flatten(),
    }
}

fn now_role(point: &Point) -> Role {
    if point.filled_by == FilledBy::Municipality { Role::Text } else { Role::Strong }
}

fn now_text(pen: &Pen<'_>, open: &OpenCase, report: &ReportCase, point: &Point, now: Option<u32>) -> String {
    let texts = pen.texts();
    match (point.key.as_str(), now) {
        (key::EXTENSIONS, _) if report.unit.extension_rule == ExtensionRule::Forbidden => texts.say("value-none"),
        (key::EXTENSIONS, _) if open.is_open() => match open.draft.extensions.trim() {
            "" => texts.say("value-no-count"),
            typed => texts.with("value-count", &[("value", &typed.chars().take(3).collect::<String>())]),
        },
        (key::BREACH_SHARE, Some(share)) => number::per_cent(share),
        (_, Some(figure)) => number::whole(figure.into()),
        (_, None) if point.filled_by == FilledBy::Municipality => {
            let asked = report.newest().map_or(Asked::No, |newest| Asked::of(&newest.values, point));
            asked_text(pen, asked)
        }
        (_, None) => texts.say("value-none"),
    }
}

fn asked_text(pen: &Pen<'_>, asked: Asked) -> String {
    match asked {
        Asked::Number(figure) => number::whole(figure.into()),
        Asked::Empty => pen.say("value-empty"),
        Asked::No => pen.say("value-none"),
    }
}

fn earlier_text(pen: &Pen<'_>, point: &Point, figure: Option<Asked>) -> String {
    match (point.key.as_str(), figure) {
        (key::BREACH_SHARE, Some(Asked::Number(share))) => number::per_cent(share),
        (_, figure) => asked_text(pen, figure.unwrap_or(Asked::No)),
    }
}

/// The small history: the last ten half-years, oldest first, each as high as its share of the largest.
fn history(pen: &Pen<'_>, report: &ReportCase, point: &Point, now: Option<u32>) -> String {
    let mut figures: Vec<Option<u32>> = Vec::with_capacity(HISTORY);
    figures.push(now);
    // Nothing is drawn across a break: what stands before it is something else.
    let comparable = |earlier: &&Earlier| breaks(pen, report, point, &earlier.period).all(|one| one.comparable);
    let mut earlier = report.earlier.iter().peekable();
    while let Some(before) = earlier.next_if(comparable) {
        figures.push(figure_of(before, point).number());
    }
    let cut = earlier.next().map(|_| HISTORY.checked_sub(figures.len() + 1)).unwrap_or_default();
    figures.resize(HISTORY, None);
    figures.reverse();
    let most = figures.iter().flatten().copied().max().unwrap_or(0);
    let bars = if pen.model.options.ascii { ASCII_BARS } else { BARS };
    let letter = |(place, figure): (usize, &Option<u32>)| match figure {
        Some(figure) => bar(&bars, *figure, most),
        None if cut == Some(place) => '|',
        None => ' ',
    };
    figures.iter().enumerate().map(letter).collect()
}

/// The breaks in a point's series between an earlier period and the one that is reported, for this unit.
pub(super) fn breaks<'a>(
    pen: &Pen<'a>,
    report: &'a ReportCase,
    point: &Point,
    earlier: &PeriodId,
) -> impl Iterator<Item = &'a Break> {
    let found = pen.model.guides.breaks.between(&point.key, earlier, &report.period.id);
    found.into_iter().filter(|one| one.concerns_unit(&report.unit.no))
}

fn bar(bars: &[char; 8], figure: u32, most: u32) -> char {
    let step = u64::from(figure) * 7 / u64::from(most.max(1));
    usize::try_from(step).ok().and_then(|step| bars.get(step)).copied().unwrap_or(' ')
}

/// The figures of a point in earlier periods, for the page that explains it.
pub(super) fn earlier_lines(pen: &Pen<'_>, report: &ReportCase, point: &Point) -> Vec<String> {
    report
        .earlier
        .iter()
        .map(|earlier| format!("{}  {}", earlier.period, earlier_text(pen, point, Some(figure_of(earlier, point)))))
        .collect()
}
