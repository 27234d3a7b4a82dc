//! What a check of a file says: for programs what the control program of Statistics Norway reports of every control, for
//! people the findings first.
//! Imports `checks`, `domain` and `text`.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    checks::pack::{Pack, Packs},
    cli::{known::Origin, table::Table},
    domain::{
        finding::{Finding, Review, Severity, SkipReason, Skipped, Term},
        form::Form,
        note::Note,
        period::{Period, PeriodId},
        report::Submission,
        unit::{Unit, UnitNo},
    },
    text::{Texts, clean, number},
};

/// Everything that is said of a file.
#[derive(Debug, Serialize)]
pub(super) struct Checked {
    /// Its name as it was given.
    pub(super) file: String,
    /// Whose reference data and rules it was checked by.
    pub(super) reference: Option<Origin>,
    /// What was assumed in reading it.
    pub(super) notes: Vec<Note>,
    /// The files of earlier figures that concern no unit that was checked.
    pub(super) unused: Vec<String>,
    /// The reports that were checked.
    pub(super) reports: Vec<ReportTold>,
}

/// What the rules say of a report.
#[derive(Debug, Serialize)]
pub(super) struct ReportTold {
    unit: UnitNo,
    unit_name: String,
    period: PeriodId,
    #[serde(skip)]
    period_name: String,
    version: Option<u32>,
    form: String,
    pack: String,
    /// The half-years it was compared with, the newest first.
    earlier: Vec<PeriodId>,
    worst: Severity,
    /// True without a warning or worse.
    clean: bool,
    findings: Vec<FindingTold>,
    passed: Vec<PassedTold>,
    skipped: Vec<SkippedTold>,
}

/// A finding with what it takes to read it alone.
#[derive(Debug, Serialize)]
struct FindingTold {
    severity: Severity,
    rule: String,
    part: u8,
    unit: UnitNo,
    period: PeriodId,
    version: Option<u32>,
    message: String,
    points: Vec<String>,
    codes: Vec<String>,
    terms: Vec<Term>,
}

/// A statement that holds.
#[derive(Debug, Serialize)]
struct PassedTold {
    severity: Severity,
    rule: String,
    part: u8,
    points: Vec<String>,
}

/// A statement that was not tried.
#[derive(Debug, Serialize)]
struct SkippedTold {
    rule: String,
    part: u8,
    why: SkipReason,
    reason: String,
}

impl Checked {
    /// The worst that was found.
    pub(super) fn worst(&self) -> Severity {
        self.reports.iter().map(|report| report.worst).max().unwrap_or(Severity::Ok)
    }

    /// The lines for people.
    pub(super) fn lines(&self, texts: &Texts, packs: &Packs) -> Vec<String> {
        let mut lines = Vec::new();
        for report in &self.reports {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(report.lines(texts, packs));
        }
        if self.reports.len() > 1 {
            lines.extend([String::new(), self.total(texts)]);
        }
        lines
    }

    fn total(&self, texts: &Texts) -> String {
        let count = |severity| {
            let found = self.reports.iter().flat_map(|report| &report.findings);
            counted(found.filter(|finding| finding.severity == severity).count())
        };
        texts.with(
            "check-total",
            &[
                ("reports", &counted(self.reports.len())),
                ("fatal", &count(Severity::Fatal)),
                ("errors", &count(Severity::Error)),
                ("warnings", &count(Severity::Warning)),
                ("infos", &count(Severity::Info)),
            ],
        )
    }
}

impl ReportTold {
    /// What a review says of a report.
    pub(super) fn new(
        report: &Submission,
        (unit, period, form): (&Unit, &Period, &Form),
        earlier: Vec<PeriodId>,
        review: &Review,
        texts: &Texts,
    ) -> Self {
        let passed = review.passed.iter().map(|passed| PassedTold {
            severity: Severity::Ok,
            rule: passed.rule.clone(),
            part: passed.part,
            points: passed.points.clone(),
        });
        let skipped = review.skipped.iter().map(|Skipped { rule, part, why }| SkippedTold {
            rule: rule.clone(),
            part: *part,
            why: *why,
            reason: texts.of_family("skip", why),
        });
        Self {
            unit: report.unit.clone(),
            unit_name: unit.name.clone(),
            period: period.id.clone(),
            period_name: period.name_long.clone(),
            version: report.version,
            form: form.version.clone(),
            pack: review.pack.clone(),
            earlier,
            worst: review.findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Ok),
            clean: review.is_clean(),
            findings: review.findings.iter().map(|finding| told(finding, report, form)).collect(),
            passed: passed.collect(),
            skipped: skipped.collect(),
        }
    }

    fn lines(&self, texts: &Texts, packs: &Packs) -> Vec<String> {
        let unit = clean::line(&format!("{} ({})", self.unit_name, self.unit));
        let (period, form, pack) = (self.period_name.as_str(), self.form.as_str(), self.pack.as_str());
        let head = texts.with("check-head", &[("unit", &unit), ("period", period), ("form", form), ("pack", pack)]);
        let mut lines = vec![head];
        lines.extend(self.version.map(|version| texts.with("check-version", &[("version", &version.to_string())])));
        let earlier: Vec<&str> = self.earlier.iter().map(PeriodId::as_str).collect();
        lines.push(match earlier.as_slice() {
            [] => texts.say("check-no-earlier"),
            periods => texts.with("check-earlier", &[("periods", &periods.join(", "))]),
        });
        let mut table = Table::plain();
        for finding in &self.findings {
            table.push(vec![
                format!("  {}", sign(finding.severity)),
                texts.of_family("severity", &finding.severity),
                finding.rule.clone(),
                clean::line(&finding.message),
            ]);
        }
        lines.extend(table.lines());
        if self.findings.is_empty() {
            lines.push(texts.say("check-no-findings"));
        }
        lines.push(texts.count("check-passed", i64::try_from(self.followed()).unwrap_or(i64::MAX), &[]));
        lines.extend(self.not_tried(texts, packs.packs.iter().find(|pack| pack.version == self.pack)));
        lines
    }

    /// How many rules were tried and found nothing.
    fn followed(&self) -> usize {
        let broken: BTreeSet<&str> = self.findings.iter().map(|finding| finding.rule.as_str()).collect();
        let passed: BTreeSet<&str> = self.passed.iter().map(|passed| passed.rule.as_str()).collect();
        passed.difference(&broken).count()
    }

    /// The rules that were not tried, by the reason.
    fn not_tried(&self, texts: &Texts, pack: Option<&Pack>) -> Vec<String> {
        let mut reasons: Vec<(SkipReason, &str)> = Vec::new();
        for skipped in &self.skipped {
            if reasons.iter().all(|(why, _)| *why != skipped.why) {
                reasons.push((skipped.why, &skipped.reason));
            }
        }
        let line = |(why, reason): &(SkipReason, &str)| {
            let rules = self.skipped_for(*why, pack);
            format!("  {reason}: {}", rules.join(", "))
        };
        let lines: Vec<String> = reasons.iter().map(line).collect();
        let head = if lines.is_empty() { None } else { Some(texts.say("check-skipped")) };
        head.into_iter().chain(lines).collect()
    }

    /// The rules that were not tried for a reason: «K60» as a whole, or the statement «K60.2».
    fn skipped_for(&self, why: SkipReason, pack: Option<&Pack>) -> Vec<String> {
        let skipped: Vec<&SkippedTold> = self.skipped.iter().filter(|skipped| skipped.why == why).collect();
        let mut names: Vec<String> = Vec::new();
        for one in &skipped {
            let statements = pack.and_then(|pack| pack.rule(&one.rule)).map_or(1, |rule| rule.says.len());
            let same = skipped.iter().filter(|other| other.rule == one.rule).count();
            let name = if same == statements { one.rule.clone() } else { format!("{}.{}", one.rule, one.part) };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

fn told(finding: &Finding, report: &Submission, form: &Form) -> FindingTold {
    let code = |key: &String| form.point(key).map_or_else(|| key.clone(), |point| point.code.clone());
    FindingTold {
        severity: finding.severity,
        rule: finding.rule.clone(),
        part: finding.part,
        unit: report.unit.clone(),
        period: report.period.clone(),
        version: report.version,
        message: finding.message.clone(),
        points: finding.points.clone(),
        codes: finding.points.iter().map(code).collect(),
        terms: finding.terms.clone(),
    }
}

/// A sign beside the word, so that the worst is seen without reading.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Fatal | Severity::Error => "!",
        Severity::Warning => "?",
        Severity::Info => "i",
        Severity::Ok => "",
    }
}

fn counted(count: usize) -> String {
    number::whole(i64::try_from(count).unwrap_or(i64::MAX))
}
