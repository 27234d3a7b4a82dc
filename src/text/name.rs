//! What views, half-years and rules are called in the language of the reader. What people have named is called what they named it.
//! Imports `domain`.

use super::{DEFAULT_LANGUAGE, Texts};
use crate::domain::{
    channel::Channels,
    period::{Period, PeriodId},
    query::view::View,
};

/// What the backend calls itself in the events that it stores: its text `server-actor`.
pub const SERVICE: &str = "systemet";

/// The name of a view: of one that is built in in the language, of one's own as it was typed.
#[must_use]
pub fn view(texts: &Texts, view: &View) -> String {
    let id = format!("built-in-view-{}", view.id);
    if !view.own && texts.has(&id) { texts.say(&id) } else { view.name.clone() }
}

/// «2023 1. halvår», as it stands in a title.
#[must_use]
pub fn period(texts: &Texts, period: &Period) -> String {
    half_year(texts, &period.id, "half-year").unwrap_or_else(|| period.name.clone())
}

/// «1. halvår 2023», as it stands in a sentence.
#[must_use]
pub fn period_long(texts: &Texts, period: &Period) -> String {
    half_year(texts, &period.id, "half-year-long").unwrap_or_else(|| period.name_long.clone())
}

/// The name of a half-year in a language in which the reference data has none: it has those in bokmål.
fn half_year(texts: &Texts, id: &PeriodId, family: &str) -> Option<String> {
    if texts.language() == DEFAULT_LANGUAGE {
        return None;
    }
    let (year, half) = id.as_str().split_once('H')?;
    let id = format!("{family}-{half}");
    (year.len() == 4 && texts.has(&id)).then(|| texts.with(&id, &[("year", year)]))
}

/// Why the extension count is asked as it is: the sentence of the reference data in the language, where it has it.
#[must_use]
pub fn why(texts: &Texts, channels: &Channels, why: &str) -> String {
    let rule = channels.rules.iter().find(|rule| rule.why.as_deref() == Some(why));
    let said = rule.and_then(|rule| match texts.language() {
        "nn" => rule.why_nn.clone(),
        "en" => rule.why_en.clone(),
        _ => None,
    });
    said.unwrap_or_else(|| why.to_owned())
}
