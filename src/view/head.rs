//! The head of the queue: the deadline in words, how far the office has come, and what is needed today.
//! Imports `text`, `api` and `app`.

use super::{countdown::urgency, theme::Role};
use crate::{
    api::overview::Progress,
    app::model::Model,
    text::{countdown, date},
};

/// The sentences of the head, the longest first, and in which role they stand.
pub(super) fn sentences(model: &Model, progress: &Progress) -> (Vec<String>, Role) {
    let texts = &model.texts;
    let Some(period) = model.me.as_ref().and_then(|me| me.period.as_ref()) else { return (Vec::new(), Role::Strong) };
    let (role, word) = urgency(texts, progress.urgency);
    let word = if word.is_empty() { word } else { texts.with("head-urgency", &[("word", &word)]) };
    let assumed = if period.assumed { texts.say("status-assumed") } else { String::new() };
    let left = countdown::days_sentence(texts, model.days_to_deadline().unwrap_or(0));
    let remaining = progress.expected.saturating_sub(progress.solved);
    let values = [
        ("period", period.id.to_string()),
        ("weekday", texts.say(countdown::weekday_id(period.office_deadline))),
        ("date", format!("{}{assumed}", date::short_day(period.office_deadline))),
        ("left", left),
        ("urgency", word),
        ("solved", progress.solved.to_string()),
        ("expected", progress.expected.to_string()),
        ("need", countdown::need(texts, &progress.need, remaining)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // Without a unit that should report there is nothing to count.
    let ids: &[&str] = match progress.expected {
        0 => &["head-bare", "head-least", "head-days"],
        _ => &[
            "head-long",
            "head-middle",
            "head-short",
            "head-tight",
            "head-tighter",
            "head-solved",
            "head-bare",
            "head-least",
            "head-days",
        ],
    };
    (ids.iter().map(|id| texts.with(id, &values)).collect(), role)
}
