//! The return comment (*kommentar ved retur*) that is suggested for a report.
//! Imports `domain` only.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    finding::Review,
    unit::{Assumed, Language},
};

/// The pieces of the return comment that is suggested for a report, in the unit's written language. The comment is the
/// head, the numbered items of the findings that are asked about, and the tail.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Letter {
    /// The language it is written in; `neutral` never stands here. None where there is no letter.
    pub language: Option<Assumed<Language>>,
    /// The office's template it was made from.
    pub template: String,
    /// What stands before the items.
    pub head: String,
    /// What stands in place of the head when nothing is asked about.
    #[serde(default)]
    pub alone: String,
    /// What is said of each finding of the review, in its order; blank for one that is nothing to ask about.
    pub items: Vec<String>,
    /// What stands after the items.
    pub tail: String,
    /// By when a corrected report is asked for.
    pub deadline: Option<Date>,
}

/// The words of a text that an administrator has set, in one language and from a day on (*mal*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateSetting {
    /// Which text.
    pub template: String,
    /// In which language.
    pub language: Language,
    /// From which day on.
    pub from: Date,
    /// The words by their parts; without them those that are built in hold again.
    pub parts: Option<BTreeMap<String, String>>,
}

impl TemplateSetting {
    /// The name under which it is stored: each text has one for each language and day.
    #[must_use]
    pub fn name(template: &str, language: &str, from: Date) -> String {
        format!("{template}.{language}@{from}")
    }
}

impl Letter {
    /// The comment that asks about some findings of the review, by their places in it; without any, the one that asks
    /// about nothing in particular.
    #[must_use]
    pub fn compose(&self, chosen: &[usize]) -> String {
        self.compose_with(chosen, None)
    }

    /// The same with a text of the office's own before the tail.
    #[must_use]
    pub fn compose_with(&self, chosen: &[usize], own: Option<&str>) -> String {
        let items = chosen.iter().filter_map(|at| self.items.get(*at)).filter(|item| !item.is_empty());
        let numbered: Vec<String> =
            (1..).zip(items).map(|(number, item): (u32, _)| format!("{number}. {item}")).collect();
        let head = if numbered.is_empty() { &self.alone } else { &self.head };
        let own = own.unwrap_or_default().to_owned();
        let parts = [head.clone(), numbered.join("\n"), own, self.tail.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// The places of the findings that are asked about when nobody has chosen: every open error and warning.
    #[must_use]
    pub fn usual(&self, review: &Review) -> Vec<usize> {
        let open = review.findings.iter().enumerate().filter(|(_, finding)| finding.is_open());
        let has_item = |at: &usize| self.items.get(*at).is_some_and(|item| !item.is_empty());
        open.map(|(at, _)| at).filter(has_item).collect()
    }
}
