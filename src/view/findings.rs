//! Findings: their sign beside a point, the lines of the one that is shown, and the pages that tell all of them.
//! Imports `domain`, `checks`, `text`, `api` and `app`.

use ratatui::layout::{Position, Rect};

use super::{page::Lines, pen::Pen, theme::Role};
use crate::{
    api::case::ReportCase,
    app::model::{case::OpenCase, dialog::Page},
    checks::{pack::Rule, say},
    domain::{
        finding::{AnswerOutcome, Finding, Review, Severity},
        form::Point,
    },
    text::{Texts, clean, date, wire_name},
};

/// The sign of the worst finding at a point, if there is one.
pub(super) fn sign(open: &OpenCase, point: &Point) -> Option<(&'static str, Role)> {
    let worst = open.findings_at(point).next()?;
    if worst.accepted.is_some() {
        return Some(("=", Role::Quiet));
    }
    match worst.severity {
        Severity::Fatal | Severity::Error => Some(("!", Role::Danger)),
        Severity::Warning => Some(("?", Role::Warning)),
        Severity::Info => Some(("i", Role::Quiet)),
        Severity::Ok => None,
    }
}

/// The role of a severity.
fn role(severity: Severity) -> Role {
    match severity {
        Severity::Fatal | Severity::Error => Role::Danger,
        Severity::Warning => Role::Warning,
        _ => Role::Text,
    }
}

/// The severity as a word: colour never tells it alone.
fn word(texts: &Texts, severity: Severity) -> String {
    texts.of_family("severity-word", &wire_name(&severity).to_lowercase())
}

/// How many errors and warnings are open, in words.
pub(super) fn count(texts: &Texts, review: &Review) -> String {
    let open = |severity| i64::try_from(review.open(severity)).unwrap_or(i64::MAX);
    let errors = open(Severity::Error) + open(Severity::Fatal);
    texts.with_numbers("findings-count", &[], &[("errors", errors), ("warnings", open(Severity::Warning))])
}

/// The three lines of the finding that is shown: what it says, and what is known of it or can be done.
pub(super) fn about(pen: &mut Pen<'_>, open: &OpenCase, finding: &Finding, y: u16) {
    let texts = pen.texts();
    let width = pen.width().saturating_sub(2);
    let others = open.selected_point().map_or(0, |point| open.findings_at(point).count());
    let more = if others > 1 { format!(" (+{})", others - 1) } else { String::new() };
    let head = format!("{} {}{more}  {}", word(texts, finding.severity), finding.rule, clean::line(&finding.message));
    let shown = if finding.accepted.is_some() { Role::Text } else { role(finding.severity) };
    let lines = pen.prose(Rect { x: 1, y, width, height: 2 }, &head, shown);
    let newest = open.report().and_then(ReportCase::newest);
    let remark = finding.points.iter().find_map(|key| newest?.remarks.get(key));
    if let Some(remark) = remark {
        // What the unit says of the figure itself comes before any explanation of ours.
        let text = texts.with("point-remark", &[("text", &clean::line(remark))]);
        pen.clear_line(y + 1);
        pen.put(1, y + 1, width, &text, Role::Warning);
    } else if lines < 2 {
        let pack = open.review().and_then(|review| pen.model.guides.pack(&review.pack));
        let why = pack.and_then(|pack| pack.rule(&finding.rule)).and_then(|rule| rule.said(texts.language()));
        if let Some(words) = why {
            pen.put(1, y + 1, width, &words.explain, Role::Quiet);
        }
    }
    let (sentence, role) = standing(texts, finding, open.is_open());
    pen.put(1, y + 2, width, &sentence, role);
}

/// How a finding stands: accepted, accepted before, or what can be done about it.
fn standing(texts: &Texts, finding: &Finding, open: bool) -> (String, Role) {
    if let Some(accepted) = &finding.accepted {
        let at = date::short_moment(accepted.at);
        let (name, reason) = (clean::line(&accepted.by), clean::line(&accepted.reason));
        let values = [("name", name.as_str()), ("at", &at), ("reason", &reason)];
        return (texts.with("finding-accepted", &values), Role::Good);
    }
    if let Some(before) = &finding.accepted_before {
        let (name, reason) = (clean::line(&before.by), clean::line(&before.reason));
        let values = [("period", before.period.as_str()), ("name", &name), ("reason", &reason)];
        return (texts.with("finding-accepted-before", &values), Role::Text);
    }
    let id = match finding.severity {
        _ if !open => return (String::new(), Role::Quiet),
        Severity::Error | Severity::Fatal => "finding-what-now-error",
        Severity::Warning => "finding-what-now",
        _ => "finding-what-now-info",
    };
    (texts.say(id), Role::Quiet)
}

/// What became of a question of the last return about a point, in words.
pub(super) fn answer(texts: &Texts, outcome: AnswerOutcome) -> (String, Role) {
    let role = if outcome == AnswerOutcome::Unanswered { Role::Danger } else { Role::Good };
    (texts.of_family("answer", &outcome), role)
}

/// The page of all findings, of what was followed, and of what could not be tried.
pub(super) fn page(pen: &mut Pen<'_>, shown: Page) -> Position {
    let texts = pen.texts();
    let Some(review) = pen.model.case.ready().and_then(OpenCase::review) else { return Position { x: 0, y: 0 } };
    let mut lines = Lines::default();
    lines.heading(texts.say("findings-found"));
    if review.findings.is_empty() {
        lines.plain(2, texts.say("findings-none"), Role::Text);
    }
    for finding in &review.findings {
        let text = format!("{} {}  {}", word(texts, finding.severity), finding.rule, clean::line(&finding.message));
        lines.plain(2, text, if finding.accepted.is_some() { Role::Text } else { role(finding.severity) });
        let known = finding.accepted.is_some() || finding.accepted_before.is_some();
        if known {
            let (sentence, role) = standing(texts, finding, true);
            lines.plain(4, sentence, role);
        }
    }
    let pack = pen.model.guides.pack(&review.pack);
    let title = |rule: &str| pack.map_or_else(String::new, |pack| say::title(pack, rule, texts.language()).to_owned());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    lines.heading(texts.count("findings-passed", count(review.passed.len()), &[]));
    let mut last = String::new();
    for passed in &review.passed {
        // Of a rule with several statements some may be followed and one not: those are named by their number.
        let broken = review.findings.iter().any(|finding| finding.rule == passed.rule);
        let named = if broken { format!("{}.{}", passed.rule, passed.part) } else { passed.rule.clone() };
        if named != last {
            lines.plain(2, format!("{named}  {}", title(&passed.rule)), Role::Quiet);
        }
        last = named;
    }
    lines.heading(texts.count("findings-skipped", count(review.skipped.len()), &[]));
    for skipped in &review.skipped {
        let why = pen.model.guides.wording(texts.language()).of_family("skip", &skipped.why);
        lines.plain(2, format!("{}  {}: {why}", skipped.rule, title(&skipped.rule)), Role::Quiet);
    }
    lines.draw(pen, &texts.with("findings-title", &[("pack", &review.pack)]), shown)
}

/// What the findings at a point mean, for the page that explains it.
pub(super) fn explain(pen: &Pen<'_>, lines: &mut Lines, open: &OpenCase, report: &ReportCase, point: &Point) {
    let texts = pen.texts();
    if let Some(outcome) = open.answer_at(&point.key) {
        let (sentence, role) = answer(texts, outcome);
        lines.plain(0, sentence, role);
    }
    let gone_to = open.shown_finding().filter(|finding| !finding.points.contains(&point.key));
    for finding in gone_to.into_iter().chain(open.findings_at(point)) {
        lines.heading(format!("{} {}", word(texts, finding.severity), finding.rule));
        lines.plain(2, clean::line(&finding.message), role(finding.severity));
        if finding.accepted.is_some() || finding.accepted_before.is_some() {
            let (sentence, role) = standing(texts, finding, open.is_open());
            lines.plain(2, sentence, role);
        }
        let pack = pen.model.guides.pack(&report.review.pack);
        if let Some(rule) = pack.and_then(|pack| pack.rule(&finding.rule)) {
            rule_lines(texts, lines, rule);
        }
    }
}

fn rule_lines(texts: &Texts, lines: &mut Lines, rule: &Rule) {
    if let Some(words) = rule.said(texts.language()) {
        lines.plain(2, words.title.clone(), Role::Strong);
        lines.pair(&texts.say("finding-why"), &words.explain);
        lines.pair(&texts.say("finding-check"), &words.check);
    }
    if let Some(law) = &rule.law {
        lines.plain(2, texts.with("finding-law", &[("law", law)]), Role::Text);
    }
    lines.plain(2, texts.with("finding-source", &[("source", &rule.source)]), Role::Text);
    lines.plain(2, texts.of_family("finding-sure", &rule.confidence), Role::Text);
}

/// The findings in a corner of the report screen that is free: as many as fit.
pub(super) fn corner(pen: &mut Pen<'_>, open: &OpenCase, area: Rect) {
    let Some(review) = open.review() else { return };
    let texts = pen.texts();
    let head = texts.with("findings-title", &[("pack", &review.pack)]);
    pen.put(area.x, area.y, area.width, &head, Role::Heading);
    let mut y = area.y + 1;
    for finding in review.findings.iter().filter(|finding| finding.severity >= Severity::Warning) {
        if y + 1 >= area.bottom() {
            break;
        }
        let text = format!("{} {}  {}", word(texts, finding.severity), finding.rule, clean::line(&finding.message));
        let shown = if finding.accepted.is_some() { Role::Quiet } else { role(finding.severity) };
        let height = 2.min(area.bottom().saturating_sub(y));
        y += pen.prose(Rect { x: area.x, y, width: area.width, height }, &text, shown);
    }
    if y < area.bottom() {
        let passed = i64::try_from(review.passed.len()).unwrap_or(i64::MAX);
        pen.put(area.x, y, area.width, &texts.count("findings-passed", passed, &[]), Role::Quiet);
    }
}
