//! A point of the form explained: what is counted and when, by which law, what it belongs to, and what it is mistaken for.
//! Imports `checks`, `domain` and `text`.

use serde::Serialize;

use super::{Library, PointName};
use crate::{
    checks::pack::{Rule, Test},
    cli::card::Card,
    domain::{
        breaks::Break,
        form::{Confidence, FilledBy, Form, Measure, Point, PointKind, Removed},
        period::PeriodId,
    },
    text::Texts,
};

/// A point, explained.
#[derive(Debug, Serialize)]
pub(super) struct PointCard {
    key: String,
    code: String,
    label: String,
    section: String,
    kind: PointKind,
    definition: String,
    measure: Measure,
    measure_word: String,
    filled_by: FilledBy,
    filled_by_word: String,
    required: bool,
    law: Option<String>,
    source: String,
    confidence: Confidence,
    confidence_word: String,
    sums_to: Option<PointName>,
    at_most: Option<PointName>,
    /// The points that add up to it or are part of it.
    parts: Vec<PointName>,
    confused_with: Vec<PointName>,
    rules: Vec<RuleName>,
    forms: Vec<InForm>,
    removed: Option<Removed>,
    breaks: Vec<Break>,
}

/// A rule that speaks of the point.
#[derive(Debug, Serialize)]
struct RuleName {
    rule: String,
    title: String,
}

/// A version of the form, with or without the point.
#[derive(Debug, Serialize)]
struct InForm {
    version: String,
    from: PeriodId,
    act: String,
    /// The code it has there; none where the form does not ask it.
    code: Option<String>,
    law: Option<String>,
}

impl PointCard {
    /// A point of a form.
    pub(super) fn new(library: &Library<'_>, form: &Form, point: &Point) -> Self {
        let section = form.sections.iter().find(|section| section.points.iter().any(|other| other.key == point.key));
        let whole = |key: &Option<String>| key.as_ref().map(|key| library.named(key));
        let is_part = |other: &&Point| [&other.sums_to, &other.at_most].contains(&&Some(point.key.clone()));
        let removed = library.register.forms.iter().find_map(|form| form.removed(&point.key)).cloned();
        // A series that has ended does not break any more.
        let lasts = |one: &&Break| removed.as_ref().is_none_or(|removed| one.from <= removed.since);
        let breaks = library.breaks.of(&point.key).into_iter().filter(lasts);
        Self {
            key: point.key.clone(),
            code: point.code.clone(),
            label: library.label(point).to_owned(),
            section: section
                .map(|section| format!("{} {}", section.no, section.title_in(library.language)))
                .unwrap_or_default(),
            kind: point.kind,
            definition: point.definition_in(library.language).to_owned(),
            measure: point.measure,
            measure_word: library.texts.of_family("about-measure", &point.measure),
            filled_by: point.filled_by,
            filled_by_word: library.texts.of_family("about-filled-by", &point.filled_by),
            required: point.required,
            law: point.law_in(library.language).map(str::to_owned),
            source: point.source.clone(),
            confidence: point.confidence,
            confidence_word: library.texts.of_family("confidence", &point.confidence),
            sums_to: whole(&point.sums_to),
            at_most: whole(&point.at_most),
            parts: form.points().filter(is_part).map(|other| library.named(&other.key)).collect(),
            confused_with: point.confused_with.iter().map(|key| library.named(key)).collect(),
            rules: rules(library, point),
            forms: library.register.forms.iter().map(|form| InForm::of(form, &point.key)).collect(),
            breaks: breaks.cloned().collect(),
            removed,
        }
    }

    /// The card for people.
    pub(super) fn card(&self, texts: &Texts) -> Card {
        let mut card = Card::new(format!("{}  {}", self.code, self.label));
        let names = |points: &[PointName]| points.iter().map(PointName::line).collect::<Vec<_>>();
        let name = |point: &Option<PointName>| point.as_ref().map(PointName::line).unwrap_or_default();
        card.fact(texts.say("about-section"), &self.section);
        card.fact(texts.say("about-removed"), self.removed_told(texts));
        card.fact(texts.say("about-definition"), &self.definition);
        card.fact(texts.say("about-measure"), &self.measure_word);
        card.fact(texts.say("about-filled-by"), &self.filled_by_word);
        if self.filled_by == FilledBy::Municipality {
            let required = if self.required { "about-is-required" } else { "about-not-required" };
            card.fact(texts.say("about-required"), texts.say(required));
        }
        card.fact(texts.say("about-law"), self.law.clone().unwrap_or_default());
        card.fact(texts.say("about-source"), &self.source);
        card.fact(texts.say("about-confidence"), &self.confidence_word);
        card.fact(texts.say("about-sums-to"), name(&self.sums_to));
        card.fact(texts.say("about-at-most"), name(&self.at_most));
        card.facts(&texts.say("about-parts"), names(&self.parts));
        card.facts(&texts.say("about-confused"), names(&self.confused_with));
        let rules = self.rules.iter().map(|rule| format!("{} {}", rule.rule, rule.title));
        card.facts(&texts.say("about-rules"), rules);
        card.facts(&texts.say("about-forms"), self.forms.iter().map(|form| form.line(texts)));
        card.facts(&texts.say("about-breaks"), self.breaks.iter().map(|one| broken(texts, one)));
        card
    }

    fn removed_told(&self, texts: &Texts) -> String {
        let Some(removed) = &self.removed else { return String::new() };
        texts.with("about-removed-since", &[("since", removed.since.as_str()), ("why", &removed.why)])
    }
}

impl InForm {
    fn of(form: &Form, key: &str) -> Self {
        let point = form.point(key);
        Self {
            version: form.version.clone(),
            from: form.from.clone(),
            act: form.law.clone(),
            code: point.map(|point| point.code.clone()),
            law: point.and_then(|point| point.law.clone()),
        }
    }

    fn line(&self, texts: &Texts) -> String {
        let (form, from) = (self.version.as_str(), self.from.as_str());
        let Some(code) = &self.code else {
            return texts.with("about-form-without", &[("form", form), ("from", from)]);
        };
        let law = self.law.as_ref().map(|law| format!("{law} ({})", self.act));
        let law = law.unwrap_or_else(|| texts.say("about-no-law"));
        texts.with("about-form", &[("form", form), ("from", from), ("code", code), ("law", &law)])
    }
}

/// The rules that name the point, and those that ask every point of its kind.
fn rules(library: &Library<'_>, point: &Point) -> Vec<RuleName> {
    let gone = library.register.forms.iter().any(|form| form.removed(&point.key).is_some());
    let speaks = |test: &Test| match test {
        Test::Filled {} => point.required && point.filled_by == FilledBy::Municipality,
        Test::Obsolete {} => gone,
        other => other.points().contains(&point.key.as_str()),
    };
    let mut found: Vec<&Rule> = Vec::new();
    for rule in library.packs.packs.iter().rev().flat_map(|pack| &pack.rules) {
        let known = found.iter().any(|other| other.id == rule.id);
        if !known && rule.says.iter().any(|says| speaks(&says.test)) {
            found.push(rule);
        }
    }
    found.sort_by(|one, other| one.id.cmp(&other.id));
    let title = |rule: &Rule| rule.said(library.language).map(|words| words.title.clone()).unwrap_or_default();
    found.into_iter().map(|rule| RuleName { rule: rule.id.clone(), title: title(rule) }).collect()
}

fn broken(texts: &Texts, one: &Break) -> String {
    let id = if one.comparable { "about-break" } else { "about-break-hard" };
    texts.with(id, &[("from", one.from.as_str()), ("says", one.says_in(texts.language()))])
}
