//! Two versions of a report side by side: which figures are others, and what became of a question.
//! Imports `domain`.

use std::collections::BTreeMap;

use crate::domain::{
    finding::{AnswerOutcome, Question},
    form::{Form, Point},
    report::Values,
};

/// A point with another figure than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// The point.
    pub point: &'a Point,
    /// The figure it had; none where it was empty.
    pub from: Option<u32>,
    /// The figure it has.
    pub to: Option<u32>,
}

/// The points whose figures are others, in the order of the form. Empty is not 0.
#[must_use]
pub fn changes<'a>(form: &'a Form, before: &Values, after: &Values) -> Vec<Change<'a>> {
    let change = |point: &'a Point| {
        let (from, to) = (figure(before, &point.key), figure(after, &point.key));
        (from != to).then_some(Change { point, from, to })
    };
    form.points().filter_map(change).collect()
}

/// One version as far as answers go: its figures and its remarks.
pub type Told<'a> = (&'a Values, &'a BTreeMap<String, String>);

/// What became of a question in a later version. A remark that stood there before answers nothing.
#[must_use]
pub fn outcome(question: &Question, (before, old): Told<'_>, (after, new): Told<'_>) -> AnswerOutcome {
    let changed = |key: &String| figure(before, key) != figure(after, key);
    let said = |remarks: &BTreeMap<String, String>, key: &String| {
        remarks.get(key).map(|remark| remark.trim().to_owned()).filter(|remark| !remark.is_empty())
    };
    let remarked = |key: &String| said(new, key).is_some_and(|remark| said(old, key).as_ref() != Some(&remark));
    if question.points.iter().any(changed) {
        AnswerOutcome::Changed
    } else if question.points.iter().any(remarked) {
        AnswerOutcome::Remarked
    } else {
        AnswerOutcome::Unanswered
    }
}

fn figure(values: &Values, key: &str) -> Option<u32> {
    values.get(key).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{finding::FindingId, register::Register};

    fn values(figures: &[(&str, Option<u32>)]) -> Values {
        figures.iter().map(|(key, figure)| ((*key).to_owned(), *figure)).collect()
    }

    #[test]
    fn the_changes_stand_in_the_order_of_the_form_and_empty_is_not_zero() {
        let register = Register::embedded().expect("the reference data parses");
        let form = register.forms.last().expect("a form");
        let before = values(&[("us_3_6m", Some(6)), ("meld_i_alt", None), ("us_avsl", Some(58)), ("us_ut", Some(0))]);
        let after =
            values(&[("us_3_6m", Some(5)), ("meld_i_alt", Some(0)), ("us_avsl", Some(58)), ("still_i_alt", Some(1))]);
        let found: Vec<_> =
            changes(form, &before, &after).iter().map(|one| (one.point.code.as_str(), one.from, one.to)).collect();
        assert_eq!(found, [("1A", None, Some(0)), ("2E", Some(6), Some(5)), ("2J", Some(0), None)]);
        assert_eq!(changes(form, &before, &before), []);
    }

    #[test]
    fn a_question_is_answered_by_a_figure_or_a_remark_at_any_of_its_points() {
        let finding = FindingId { rule: "K12".to_owned(), part: 1, point: "a".to_owned() };
        let question = Question { finding, points: vec!["a".to_owned(), "b".to_owned()] };
        let (before, after) = (values(&[("a", Some(1)), ("b", Some(2))]), values(&[("a", Some(1)), ("b", Some(3))]));
        let remark = |text: &str| BTreeMap::from([("b".to_owned(), text.to_owned())]);
        let check = |after: &Values, text: &str, expected| {
            assert_eq!(outcome(&question, (&before, &remark("gammelt")), (after, &remark(text))), expected);
        };
        check(&before, " gammelt", AnswerOutcome::Unanswered);
        check(&after, "", AnswerOutcome::Changed);
        check(&before, "flyttet", AnswerOutcome::Remarked);
        check(&before, "  ", AnswerOutcome::Unanswered);
    }
}
