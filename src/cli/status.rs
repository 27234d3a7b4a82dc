//! `sfv status`: how far the office has come, in one line for a prompt, in a few for a person, or in full as JSON.
//! Imports `api`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{failure::Failure, session::Session, table::Table};
use crate::{
    api::{fault::FaultKind, overview::Overview},
    client::backend::Backend,
    domain::burndown::Urgency,
    text::{Texts, countdown, date, name},
};

/// What `status` answers as JSON: the numbers of the line by plain names, and the whole overview.
#[derive(Serialize)]
struct Status<'a> {
    /// The line of `--oneline`.
    line: String,
    /// Open tasks.
    open: u32,
    /// Open reports without an open error or warning.
    clean: u32,
    /// Open reports with one.
    with_findings: u32,
    /// Open reports in a corrected version.
    corrected: u32,
    /// Open access requests.
    access: u32,
    /// Units that have not sent a report.
    missing: u32,
    /// Approved reports.
    solved: u32,
    /// Units that should report.
    expected: u32,
    /// The office's deadline.
    deadline: jiff::civil::Date,
    #[serde(flatten)]
    overview: &'a Overview,
}

/// Tells how far the office has come.
pub(super) async fn status(session: &Session, oneline: bool, period: Option<String>) -> Result<(), Failure> {
    let overview = match session.http.overview(period.clone()).await {
        Ok(overview) => overview,
        // Before the first period is over there is nothing to count down to; that is no failure of a prompt.
        Err(fault) if fault.kind == FaultKind::NotFound && period.is_none() && !session.output().json => {
            return session.output().line(session.output().texts.say("status-no-period"));
        }
        Err(fault) => return Err(fault.into()),
    };
    let (now, counts) = (overview.burndown.now, overview.counts);
    let status = Status {
        line: line(&session.output().texts, &overview),
        open: counts.all,
        clean: counts.clean,
        with_findings: counts.findings,
        corrected: counts.corrected,
        access: counts.access,
        missing: now.missing,
        solved: now.solved,
        expected: now.expected,
        deadline: overview.period.office_deadline,
        overview: &overview,
    };
    if oneline && !session.output().json {
        return session.output().line(&status.line);
    }
    session.output().answer("status", &status, lines)
}

/// «2023H1 frist 25.08 1 d · 34 åpne · 13 med funn · 2 ikke levert».
fn line(texts: &Texts, overview: &Overview) -> String {
    let (burndown, counts) = (&overview.burndown, &overview.counts);
    let days = i64::from(burndown.days_left);
    let left =
        if days < 0 { texts.count("status-days-over", -days, &[]) } else { texts.count("status-days-left", days, &[]) };
    let assumed = if overview.period.assumed { texts.say("status-assumed") } else { String::new() };
    let day = format!("{}{assumed}", date::short_day(overview.period.office_deadline));
    let deadline =
        texts.with("status-deadline", &[("period", overview.period.id.as_str()), ("date", &day), ("left", &left)]);
    let parts = [
        (true, deadline),
        (true, texts.count("status-open", counts.all.into(), &[])),
        (counts.findings > 0, texts.count("status-findings", counts.findings.into(), &[])),
        (burndown.now.missing > 0, texts.count("status-missing", burndown.now.missing.into(), &[])),
    ];
    let parts = parts.into_iter().filter(|(shown, _)| *shown).map(|(_, part)| part);
    parts.collect::<Vec<_>>().join(&texts.say("list-separator"))
}

fn lines(texts: &Texts, status: &Status<'_>) -> Vec<String> {
    let overview = status.overview;
    let burndown = &overview.burndown;
    let assumed = if overview.period.assumed { texts.say("cli-assumed") } else { String::new() };
    let deadline = format!("{} {assumed}", date::day(status.deadline));
    let left = countdown::days_sentence(texts, burndown.days_left);
    let urgency = match burndown.urgency {
        Urgency::Calm | Urgency::Over => String::new(),
        urgency => texts.of_family("urgency", &urgency),
    };
    let mut table = Table::plain();
    let mut fact = |id: &str, value: String| table.push(vec![texts.say(id), value]);
    fact("status-fact-period", name::period(texts, &overview.period));
    fact(
        "status-fact-deadline",
        [deadline.trim(), &left, &urgency].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
    );
    let (solved, expected) = (status.solved.to_string(), status.expected.to_string());
    fact("status-fact-solved", texts.with("countdown-of", &[("solved", &solved), ("expected", &expected)]));
    for (id, number) in [
        ("status-fact-open", status.open),
        ("status-fact-clean", status.clean),
        ("status-fact-findings", status.with_findings),
        ("status-fact-corrected", status.corrected),
        ("status-fact-access", status.access),
        ("status-fact-returned", burndown.now.returned),
        ("status-fact-missing", status.missing),
    ] {
        fact(id, number.to_string());
    }
    let mut lines = table.lines();
    lines.push(String::new());
    lines.push(countdown::sentence(texts, &overview.period, burndown));
    lines
}
