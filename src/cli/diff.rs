//! Two versions of a report compared: what was asked about and what became of it, then everything else that changed.
//! Imports `api`, `checks`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{args::DiffArgs, failure::Failure, session::Session, table::Table};
use crate::{
    api::case::{Case, ReportCase},
    checks::versions::{changes, outcome},
    client::backend::Backend,
    domain::{
        decision::DecisionKind,
        finding::{AnswerOutcome, Question},
        form::Form,
        period::PeriodId,
        refusal::Refusal,
        report::{Reference, Version},
        unit::UnitNo,
    },
    text::{Texts, clean, number},
};

/// Compares two versions of a report.
pub(super) async fn diff(session: &Session, args: &DiffArgs) -> Result<(), Failure> {
    let reference: Reference = args.case.reference.parse()?;
    let Case::Report(case) = session.http.case(reference).await? else { return Err(Refusal::WrongKind.into()) };
    let diff = Diff::of(&case, args.from, args.to)?;
    session.output().answer("diff", &diff, |texts, diff| diff.lines(texts))
}

/// What changed between two versions.
#[derive(Debug, Serialize)]
struct Diff {
    reference: Reference,
    unit: UnitNo,
    unit_name: String,
    period: PeriodId,
    #[serde(skip)]
    period_name: String,
    /// The earlier version; none where there is only one.
    from: Option<u32>,
    to: u32,
    /// What the return of the earlier version asked about.
    asked: Vec<Asked>,
    /// The other points that changed.
    changes: Vec<Moved>,
    remarks: Vec<Remark>,
}

/// A question of a return.
#[derive(Debug, Serialize)]
struct Asked {
    rule: String,
    part: u8,
    outcome: AnswerOutcome,
    points: Vec<Moved>,
}

/// A point with its figures in both versions.
#[derive(Debug, Clone, Serialize)]
struct Moved {
    point: String,
    code: String,
    #[serde(skip)]
    short: String,
    from: Option<u32>,
    to: Option<u32>,
}

/// A remark that is new or another one.
#[derive(Debug, Serialize)]
struct Remark {
    point: String,
    code: String,
    text: String,
}

impl Diff {
    fn of(case: &ReportCase, from: Option<u32>, to: Option<u32>) -> Result<Self, Failure> {
        let version = |wanted: u32| case.versions.iter().find(|version| version.version == wanted);
        let after = match to {
            Some(to) => version(to).ok_or(Failure::NoVersion(to))?,
            None => case.newest().ok_or(Failure::NoVersion(1))?,
        };
        let before = match from {
            Some(from) => Some(version(from).ok_or(Failure::NoVersion(from))?),
            None => usual(case, after.version).and_then(version),
        };
        let mut diff = Self {
            reference: case.row.reference.clone(),
            unit: case.unit.no.clone(),
            unit_name: case.unit.name.clone(),
            period: case.period.id.clone(),
            period_name: case.period.name_long.clone(),
            from: before.map(|before| before.version),
            to: after.version,
            asked: Vec::new(),
            changes: Vec::new(),
            remarks: Vec::new(),
        };
        if let Some(before) = before {
            diff.compare(case, before, after);
        }
        Ok(diff)
    }

    fn compare(&mut self, case: &ReportCase, before: &Version, after: &Version) {
        let questions = asked(case, before.version);
        let figure = |version: &Version, key: &str| version.values.get(key).copied().flatten();
        let question = |question: &Question| Asked {
            rule: question.finding.rule.clone(),
            part: question.finding.part,
            outcome: outcome(question, (&before.values, &before.remarks), (&after.values, &after.remarks)),
            points: question
                .points
                .iter()
                .map(|key| Moved::new(&case.form, key, figure(before, key), figure(after, key)))
                .collect(),
        };
        self.asked = questions.iter().map(question).collect();
        let is_asked = |key: &String| questions.iter().any(|question| question.points.contains(key));
        let changed = changes(&case.form, &before.values, &after.values);
        let others = changed.iter().filter(|change| !is_asked(&change.point.key));
        self.changes = others.map(|change| Moved::new(&case.form, &change.point.key, change.from, change.to)).collect();
        let new = |(key, text): &(&String, &String)| !text.trim().is_empty() && before.remarks.get(*key) != Some(*text);
        let remark = |(key, text): (&String, &String)| Remark {
            point: key.clone(),
            code: code(&case.form, key),
            text: text.clone(),
        };
        self.remarks = after.remarks.iter().filter(new).map(remark).collect();
    }

    fn lines(&self, texts: &Texts) -> Vec<String> {
        let unit = clean::line(&format!("{} {}", self.unit, self.unit_name));
        let to = self.to.to_string();
        let (reference, period) = (self.reference.as_str(), clean::line(&self.period_name));
        let Some(from) = self.from.map(|from| from.to_string()) else {
            let one =
                texts.with("cli-diff-one", &[("ref", reference), ("unit", &unit), ("period", &period), ("to", &to)]);
            return vec![one];
        };
        let mut lines = vec![texts.with(
            "cli-diff-head",
            &[("ref", reference), ("unit", &unit), ("period", &period), ("from", &from), ("to", &to)],
        )];
        let asked: Vec<Vec<String>> = self.asked.iter().flat_map(|asked| asked.rows(texts)).collect();
        lines.extend(block(texts.say("cli-diff-asked"), asked));
        let others = if self.asked.is_empty() { "cli-diff-changes" } else { "cli-diff-others" };
        lines.extend(block(texts.say(others), self.changes.iter().map(Moved::row).collect()));
        let remark = |remark: &Remark| vec![clean::line(&remark.code), clean::line(&remark.text)];
        lines.extend(block(texts.say("cli-diff-remarks"), self.remarks.iter().map(remark).collect()));
        if self.is_same() {
            lines.push(texts.say("cli-diff-none"));
        }
        lines
    }

    fn is_same(&self) -> bool {
        let same = |asked: &Asked| asked.points.iter().all(|point| point.from == point.to);
        self.asked.iter().all(same) && self.changes.is_empty() && self.remarks.is_empty()
    }
}

impl Asked {
    /// A row for each of its points that changed; one for all of them where none did.
    fn rows(&self, texts: &Texts) -> Vec<Vec<String>> {
        let head = [texts.of_family("cli-answer", &self.outcome), self.rule.clone()];
        let changed: Vec<&Moved> = self.points.iter().filter(|point| point.from != point.to).collect();
        if changed.is_empty() {
            let codes: Vec<&str> = self.points.iter().map(|point| point.code.as_str()).collect();
            return vec![head.into_iter().chain([clean::line(&codes.join(", "))]).collect()];
        }
        let row = |point: &&Moved| head.iter().cloned().chain(point.row()).collect();
        changed.iter().map(row).collect()
    }
}

impl Moved {
    fn new(form: &Form, key: &str, from: Option<u32>, to: Option<u32>) -> Self {
        let short = form.point(key).map(|point| point.short.clone()).unwrap_or_default();
        Self { point: key.to_owned(), code: code(form, key), short, from, to }
    }

    fn row(&self) -> Vec<String> {
        // Empty is not zero.
        let shown = |figure: Option<u32>| figure.map_or_else(|| "–".to_owned(), |figure| number::whole(figure.into()));
        vec![
            clean::line(&self.code),
            clean::line(&self.short),
            format!("{} → {}", shown(self.from), shown(self.to)),
            self.change(),
        ]
    }

    /// The change in figures and in per cent, «−3 (−2 %)».
    fn change(&self) -> String {
        let Some((from, to)) = self.from.zip(self.to) else { return String::new() };
        let change = i64::from(to) - i64::from(from);
        let sign = if change > 0 { "+" } else { "" };
        let share = number::change(from, to).map(|share| format!(" ({share}\u{a0}%)")).unwrap_or_default();
        format!("{sign}{}{share}", number::whole(change))
    }
}

/// The version that a newer one is compared with when nobody says: the one that was returned last, else the one before.
fn usual(case: &ReportCase, newer: u32) -> Option<u32> {
    let returns = case.decisions.iter().filter(|made| made.kind == DecisionKind::Return && made.undone_at.is_none());
    let returned = returns.map(|made| made.version).filter(|version| *version < newer).max();
    let before = || case.versions.iter().map(|version| version.version).filter(|version| *version < newer).max();
    returned.or_else(before)
}

/// What the return of a version asked about.
fn asked(case: &ReportCase, version: u32) -> &[Question] {
    let is_return = |kind| kind == DecisionKind::Return;
    let mut made = case.decisions.iter().rev();
    let last = made.find(|made| is_return(made.kind) && made.undone_at.is_none() && made.version == version);
    last.map_or(&[], |made| made.asked.as_slice())
}

fn code(form: &Form, key: &str) -> String {
    form.point(key).map_or_else(|| key.to_owned(), |point| point.code.clone())
}

/// Rows under their heading, if there are any.
fn block(head: String, rows: Vec<Vec<String>>) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut table = Table::plain();
    for row in rows {
        table.push(row);
    }
    std::iter::once(head).chain(table.lines().into_iter().map(|line| format!("  {line}"))).collect()
}
