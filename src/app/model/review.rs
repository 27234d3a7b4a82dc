//! What the rules say of the open report: the findings at a point, the next one, what was asked before.
//! Imports `domain`, `checks` and `api`.

use std::collections::BTreeSet;

use super::case::{OpenCase, Row};
use crate::{
    api::case::Case,
    checks::{
        guides::Guides,
        identity,
        say::{Names, Speaker, say_all},
    },
    domain::{
        finding::{AnswerOutcome, Finding, FindingId, Question, Review, Severity},
        form::Point,
        unit::Language,
    },
};

/// From how many points on a finding speaks of the report as a whole and of no point.
const WHOLE_REPORT: usize = 8;

/// What must be seen before a comment leaves; judged when the text changes, not when it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heed {
    /// An identity number in it, masked.
    pub identity: Option<String>,
    /// The written language it shall be in, and the words that do not belong to it.
    pub misfit: Option<(Language, Vec<String>)>,
}

impl OpenCase {
    /// Judges the comment of the draft as it is now.
    pub fn heed_comment(&mut self, guides: &Guides) {
        let comment = &self.draft.comment;
        let identity = identity::find(comment).first().map(|found| found.masked.clone());
        let misfit = self.report().and_then(|report| {
            let labels: Vec<&str> = report.form.points().map(|point| point.label.as_str()).collect();
            let language = report.letter.language.map_or(report.unit.language.value, |language| language.value);
            Some((language, guides.words.misfit(comment, language, &labels)?.words))
        });
        self.heed = Heed { identity, misfit };
    }

    /// Says the findings in a language: the backend sends each as its rule and its figures.
    pub fn say_findings(&mut self, guides: &Guides, language: &str) {
        let Case::Report(report) = &mut self.case else { return };
        let texts = guides.wording(language);
        let register = &guides.register;
        let names = Names { county: report.unit.county.clone(), ..Names::of(texts, &report.period, &register.periods) };
        let speaker =
            Speaker { texts, language, form: &report.form, forms: &register.forms, names: &names, long: false };
        say_all(&mut report.review, &speaker);
    }

    /// What the rules say, for a report.
    #[must_use]
    pub fn review(&self) -> Option<&Review> {
        self.report().map(|report| &report.review)
    }

    /// The finding with an id.
    #[must_use]
    pub fn finding_with(&self, id: &FindingId) -> Option<&Finding> {
        self.review()?.findings.iter().find(|finding| finding.id() == *id)
    }

    /// The findings that stand at a point, the worst first.
    pub fn findings_at<'a>(&'a self, point: &'a Point) -> impl Iterator<Item = &'a Finding> {
        let all = self.review().map_or(&[][..], |review| review.findings.as_slice());
        all.iter().filter(move |finding| stands_at(finding, &point.key))
    }

    /// The finding that is shown: the one that was gone to, else the worst one at the selected point.
    #[must_use]
    pub fn shown_finding(&self) -> Option<&Finding> {
        let gone_to = self.finding.and_then(|at| self.review()?.findings.get(at));
        gone_to.or_else(|| self.findings_at(self.selected_point()?).next())
    }

    /// The place of the finding that comes after the one that is shown: open ones first, then the others, and round again.
    #[must_use]
    pub fn next_finding(&self) -> Option<usize> {
        let findings = &self.review()?.findings;
        let (open, rest): (Vec<usize>, Vec<usize>) =
            (0..findings.len()).partition(|at| findings.get(*at).is_some_and(Finding::is_open));
        let order: Vec<usize> = open.into_iter().chain(rest).collect();
        let here = self.finding.and_then(|at| order.iter().position(|other| *other == at));
        order.get(here.map_or(0, |here| (here + 1) % order.len().max(1))).copied()
    }

    /// The line of the first point of a finding that is on the report screen.
    #[must_use]
    pub fn row_of_finding(&self, finding: &Finding) -> Option<usize> {
        finding.points.iter().find_map(|key| self.row_of(key))
    }

    /// The first error that nobody has accepted.
    #[must_use]
    pub fn first_open_error(&self) -> Option<&Finding> {
        let open = |finding: &&Finding| finding.severity >= Severity::Error && finding.accepted.is_none();
        self.review()?.findings.iter().find(open)
    }

    /// The keys of the points that the last return asked about.
    #[must_use]
    pub fn asked_points(&self) -> BTreeSet<&str> {
        let answers = self.review().map_or(&[][..], |review| review.answers.as_slice());
        answers.iter().flat_map(|answer| answer.question.points.iter().map(String::as_str)).collect()
    }

    /// What became of the last return's questions about a point: the worst answer of them.
    #[must_use]
    pub fn answer_at(&self, key: &str) -> Option<AnswerOutcome> {
        let answers = self.review().map_or(&[][..], |review| review.answers.as_slice());
        let about = answers.iter().filter(|answer| answer.question.points.iter().any(|point| point == key));
        let weight = |outcome: &AnswerOutcome| match outcome {
            AnswerOutcome::Changed => 0,
            AnswerOutcome::Remarked => 1,
            AnswerOutcome::Unanswered => 2,
        };
        about.map(|answer| answer.outcome).max_by_key(weight)
    }

    /// The places of the findings that the comment asks about: those that were chosen, else every open error and warning.
    #[must_use]
    pub fn chosen(&self) -> Vec<usize> {
        let Some(report) = self.report() else { return Vec::new() };
        match &self.draft.asked {
            Some(ids) => {
                let place = |id: &FindingId| report.review.findings.iter().position(|finding| finding.id() == *id);
                ids.iter().filter_map(place).collect()
            }
            None => report.letter.usual(&report.review),
        }
    }

    /// What a return asks about, as it is stored with the decision.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        let Some(review) = self.review() else { return Vec::new() };
        let found = self.chosen().into_iter().filter_map(|at| review.findings.get(at));
        let said = found.filter(|finding| self.is_mentioned(finding));
        said.map(|finding| Question { finding: finding.id(), points: finding.points.clone() }).collect()
    }

    /// True when the comment names one of a finding's points: a question that was taken out of it is not asked.
    fn is_mentioned(&self, finding: &Finding) -> bool {
        let words = |text: &'_ str| {
            text.split(|letter: char| !letter.is_alphanumeric()).map(ToOwned::to_owned).collect::<BTreeSet<_>>()
        };
        let words = words(&self.draft.comment);
        let code = |key: &String| self.report().and_then(|report| report.form.point(key)).map(|point| &point.code);
        finding.points.is_empty() || finding.points.iter().filter_map(code).any(|code| words.contains(code))
    }

    /// The place of the next finding with something to ask that the comment does not ask about yet.
    #[must_use]
    pub fn next_to_ask(&self) -> Option<usize> {
        let report = self.report()?;
        let chosen = self.chosen();
        let says = |at: &usize| report.letter.items.get(*at).is_some_and(|item| !item.is_empty());
        (0..report.review.findings.len()).find(|at| says(at) && !chosen.contains(at))
    }

    /// True when a row of the report stands there because the last return asked about it.
    #[must_use]
    pub fn is_asked(&self, row: Row) -> bool {
        self.point(row).is_some_and(|point| self.answer_at(&point.key).is_some())
    }
}

/// True when a finding stands at a point; one that speaks of nearly everything stands nowhere.
fn stands_at(finding: &Finding, key: &str) -> bool {
    finding.points.first().is_some_and(|first| first == key) && finding.points.len() < WHOLE_REPORT
        || finding.severity >= Severity::Warning
            && finding.points.len() < WHOLE_REPORT
            && finding.points.iter().any(|point| point == key)
}
