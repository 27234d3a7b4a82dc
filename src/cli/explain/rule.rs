//! A rule explained: what it asks, how serious a breach is, where it comes from and how sure it is.
//! Imports `checks`, `domain` and `text`.

use serde::Serialize;

use super::{Library, PointName};
use crate::{
    checks::{
        asks::{decimal, parameters, sentence},
        pack::{Pack, Rule, Statement},
    },
    cli::card::Card,
    domain::{
        finding::Severity,
        form::{Confidence, Form},
        period::PeriodId,
    },
    text::Texts,
};

/// The most points that stand with their labels.
const MOST_LABELS: usize = 8;

/// A rule, explained.
#[derive(Debug, Serialize)]
pub(super) struct RuleCard {
    rule: String,
    title: String,
    severity: Severity,
    severity_word: String,
    effect: String,
    says: Vec<StatementCard>,
    explain: String,
    check: String,
    law: Option<String>,
    source: String,
    confidence: Confidence,
    confidence_word: String,
    since: PeriodId,
    packs: Vec<PackCard>,
    #[serde(skip)]
    points: Vec<PointName>,
}

/// A statement of a rule.
#[derive(Debug, Serialize)]
struct StatementCard {
    part: u8,
    severity: Severity,
    severity_word: String,
    asks: String,
    points: Vec<String>,
    parameters: Vec<ParameterCard>,
}

/// A number that the limits of a statement are made of.
#[derive(Debug, Serialize)]
struct ParameterCard {
    name: &'static str,
    value: f64,
}

/// A pack that a rule is in.
#[derive(Debug, Serialize)]
struct PackCard {
    version: String,
    form: String,
    from: PeriodId,
    until: Option<PeriodId>,
}

impl RuleCard {
    /// The rule with an id, «K12», or that of a statement, «K21.2».
    pub(super) fn find(library: &Library<'_>, name: &str) -> Option<Self> {
        let id = name.split_once('.').map_or(name, |(id, _)| id);
        let packs: Vec<&Pack> = library.packs.packs.iter().filter(|pack| pack.rule(id).is_some()).collect();
        let (first, newest) = (packs.first()?, packs.last()?);
        let rule = newest.rule(id)?;
        let form = library.register.forms.iter().find(|form| form.version == newest.form)?;
        let words = rule.said(library.language)?;
        let mut points: Vec<&str> = Vec::new();
        for key in rule.says.iter().flat_map(|says| says.test.points()) {
            if !points.contains(&key) {
                points.push(key);
            }
        }
        Some(Self {
            rule: rule.id.clone(),
            title: words.title.clone(),
            severity: rule.severity,
            severity_word: library.texts.of_family("severity", &rule.severity),
            effect: library.texts.of_family("about-effect", &rule.severity),
            says: (1..).zip(&rule.says).map(|(part, says)| statement(library, form, rule, part, says)).collect(),
            explain: words.explain.clone(),
            check: words.check.clone(),
            law: rule.law.clone(),
            source: rule.source.clone(),
            confidence: rule.confidence,
            confidence_word: library.texts.of_family("confidence", &rule.confidence),
            since: first.from.clone(),
            packs: packs.iter().map(|pack| PackCard::of(pack)).collect(),
            points: points.into_iter().map(|key| library.named(key)).collect(),
        })
    }

    /// The card for people.
    pub(super) fn card(&self, texts: &Texts) -> Card {
        let mut card = Card::new(format!("{}  {}", self.rule, self.title));
        card.fact(texts.say("about-severity"), format!("{} – {}", self.severity_word, self.effect));
        card.facts(&texts.say("about-asks"), self.says.iter().map(|says| self.asked(says)));
        card.facts(&texts.say("about-points"), self.points_told());
        card.facts(&texts.say("about-limits"), self.limits(texts));
        card.fact(texts.say("about-why"), &self.explain);
        card.fact(texts.say("about-check"), &self.check);
        card.fact(texts.say("about-law"), self.law.clone().unwrap_or_default());
        card.fact(texts.say("about-source"), &self.source);
        card.fact(texts.say("about-confidence"), &self.confidence_word);
        let form = self.packs.first().map_or("", |pack| pack.form.as_str());
        let since = texts.with("about-since-form", &[("from", self.since.as_str()), ("form", form)]);
        card.fact(texts.say("about-since"), since);
        let packs: Vec<String> = self.packs.iter().map(PackCard::line).collect();
        card.fact(texts.say("about-packs"), packs.join(", "));
        card
    }

    fn asked(&self, says: &StatementCard) -> String {
        let mut asked = says.asks.clone();
        if says.severity != self.severity {
            asked = format!("{asked} ({})", says.severity_word);
        }
        if self.says.len() > 1 { format!("{}.{}  {asked}", self.rule, says.part) } else { asked }
    }

    fn points_told(&self) -> Vec<String> {
        if self.points.len() <= MOST_LABELS {
            return self.points.iter().map(PointName::line).collect();
        }
        let codes: Vec<&str> = self.points.iter().map(|point| point.code.as_str()).collect();
        vec![codes.join(", ")]
    }

    /// The numbers that the limits are made of, each once.
    fn limits(&self, texts: &Texts) -> Vec<String> {
        let mut lines = Vec::new();
        for ParameterCard { name, value } in self.says.iter().flat_map(|says| &says.parameters) {
            let line = format!("{}  {}", decimal(*value), texts.say(&format!("parameter-{name}")));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

impl PackCard {
    fn of(pack: &Pack) -> Self {
        let (from, until) = (pack.from.clone(), pack.until.clone());
        Self { version: pack.version.clone(), form: pack.form.clone(), from, until }
    }

    fn line(&self) -> String {
        let until = self.until.as_ref().map(PeriodId::as_str).unwrap_or_default();
        format!("{} ({}–{until})", self.version, self.from)
    }
}

fn statement(library: &Library<'_>, form: &Form, rule: &Rule, part: u8, says: &Statement) -> StatementCard {
    let severity = says.severity.unwrap_or(rule.severity);
    StatementCard {
        part,
        severity,
        severity_word: library.texts.of_family("severity", &severity),
        asks: sentence(&library.texts, form, &says.test),
        points: says.test.points().into_iter().map(ToOwned::to_owned).collect(),
        parameters: parameters(&says.test).into_iter().map(|(name, value)| ParameterCard { name, value }).collect(),
    }
}
