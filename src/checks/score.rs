//! The score of a task: how much its findings weigh, and how near the deadline is. It orders the queue.
//! Imports `domain`.

use super::pack::ScoreScale;
use crate::domain::{
    finding::{AnswerOutcome, Review, Severity},
    score::{Risk, Score},
};

/// What the findings of a review weigh.
#[must_use]
pub fn risk(review: &Review) -> Risk {
    let open = |severity| u32::try_from(review.open(severity)).unwrap_or(u32::MAX);
    Risk {
        errors: open(Severity::Error).saturating_add(open(Severity::Fatal)),
        warnings: open(Severity::Warning),
        infos: open(Severity::Info),
        unanswered: review.answers.iter().any(|answer| answer.outcome == AnswerOutcome::Unanswered),
    }
}

/// The score of a task with a risk and so many days left. One without a deadline scores by its findings alone.
#[must_use]
pub fn score(scale: &ScoreScale, risk: &Risk, days_left: Option<i32>) -> Score {
    let errors = scale.error.saturating_mul(risk.errors);
    let warnings = scale.warning.saturating_mul(risk.warnings);
    let unanswered = if risk.unanswered { scale.unanswered } else { 0 };
    let findings = errors.saturating_add(warnings).saturating_add(unanswered).min(scale.most);
    let deadline = days_left.map_or(0, |days| near(scale, days));
    Score { errors, warnings, unanswered, findings, deadline, total: findings.saturating_add(deadline) }
}

/// What the deadline weighs: nothing until its days begin, then evenly more up to the day itself and after it.
#[must_use]
pub fn near(scale: &ScoreScale, days_left: i32) -> u32 {
    let Ok(left) = u32::try_from(days_left) else { return scale.deadline };
    let near = scale.days.saturating_sub(left);
    scale.deadline.saturating_mul(near).checked_div(scale.days).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: ScoreScale = ScoreScale { error: 30, warning: 10, unanswered: 20, most: 100, deadline: 20, days: 10 };

    fn total(errors: u32, warnings: u32, unanswered: bool, days: Option<i32>) -> u32 {
        score(&SCALE, &Risk { errors, warnings, infos: 7, unanswered }, days).total
    }

    #[test]
    fn errors_weigh_more_than_warnings_and_news_nothing() {
        assert_eq!(total(0, 0, false, None), 0);
        assert_eq!(total(1, 2, false, None), 50);
        assert_eq!(total(1, 2, true, None), 70);
        assert_eq!(total(9, 9, true, None), 100, "never more than the most");
    }

    #[test]
    fn the_deadline_weighs_more_every_day_and_no_more_once_it_has_passed() {
        let weights: Vec<u32> = [40, 10, 9, 5, 1, 0, -3].into_iter().map(|days| near(&SCALE, days)).collect();
        assert_eq!(weights, [0, 0, 2, 10, 18, 20, 20]);
        assert_eq!(total(4, 0, false, Some(0)), 120);
    }
}
