//! What a form version asks: sections (*overskrifter*) with reporting points (*rapporteringspunkter*).
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::period::PeriodId;

/// One version of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its version, «2023».
    pub version: String,
    /// The first period asked with it.
    pub from: PeriodId,
    /// The act its references point to.
    pub law: String,
    /// What a reader must know of how sure the form is.
    pub note: String,
    /// The same in nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_nn: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
    /// The sections in order.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Sections that were taken out; the lettering of the others is unchanged.
    #[serde(default, rename = "removed")]
    pub removed: Vec<Removed>,
}

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its number.
    pub no: u8,
    /// Its heading.
    pub title: String,
    /// Its heading in nynorsk; ours, as the labels in it are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_nn: Option<String>,
    /// Its points in order.
    #[serde(rename = "point")]
    pub points: Vec<Point>,
}

/// A section that is no longer asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// Its number.
    pub section: u8,
    /// Its heading.
    pub title: String,
    /// Its heading in nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_nn: Option<String>,
    /// The first period without it.
    pub since: PeriodId,
    /// The keys of its points.
    pub keys: Vec<String>,
    /// Why, and by which source.
    pub why: String,
}

/// A reporting point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The stable key, the same in every form version.
    pub key: String,
    /// Section number and letter, «2E».
    pub code: String,
    /// The full label.
    pub label: String,
    /// The label in words that stand alone, where it only says «of these»: for texts without the form beside them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_alone: Option<String>,
    /// The label in nynorsk, for texts in that language; ours, for no source gives the form in it. It stands alone too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_nn: Option<String>,
    /// The wording of the source where it differs from the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed_label: Option<String>,
    /// A label that fits a narrow column.
    pub short: String,
    /// The same in nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_nn: Option<String>,
    /// What it counts, in English: our own explanation, and no label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss_en: Option<String>,
    /// What is filled in.
    pub kind: PointKind,
    /// Who fills it in.
    pub filled_by: FilledBy,
    /// During the period, or at its start or end.
    pub measure: Measure,
    /// The key of the point it is an addend of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sums_to: Option<String>,
    /// The key of the point it cannot exceed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// How sure it is that the point stands in the form.
    pub status: String,
    /// True when a report without it is refused (K01).
    pub required: bool,
    /// The law reference, as bokmål writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The same as nynorsk writes it, where it does so otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law_nn: Option<String>,
    /// How sure the point is.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
    /// What is counted, and when.
    pub definition: String,
    /// The same in nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition_nn: Option<String>,
    /// The key of a point it is easily mistaken for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confused_with: Vec<String>,
}

/// What kind of answer a point takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PointKind {
    /// A count that others add up to.
    Sum,
    /// A count.
    Count,
    /// Computed from others.
    Computed,
    /// Yes or no.
    YesNo,
    /// Free text.
    Text,
}

/// Who fills in a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum FilledBy {
    /// The municipality or district.
    Municipality,
    /// The county governor's office.
    Office,
    /// Nobody: it is computed.
    Computed,
}

/// What time a count speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// During the period.
    Flow,
    /// On the period's first day.
    StockStart,
    /// On the period's last day.
    StockEnd,
    /// The office's own decision.
    Decision,
}

/// How sure a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Stands in a source made by or for the directorate.
    Sure,
    /// Follows from a published figure or from a sure point.
    Likely,
    /// Our own reconstruction.
    Reconstructed,
}

/// The words in nynorsk where that is the language and there are any, else those in bokmål: no source gives the form in
/// English.
fn in_language<'a>(language: &str, bokmaal: &'a str, nynorsk: Option<&'a String>) -> &'a str {
    nynorsk.filter(|_| language == "nn").map_or(bokmaal, String::as_str)
}

impl Section {
    /// The heading on a screen in a language (`nb`, `nn` or `en`).
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        in_language(language, &self.title, self.title_nn.as_ref())
    }
}

impl Removed {
    /// As [`Section::title_in`].
    #[must_use]
    pub fn title_in(&self, language: &str) -> &str {
        in_language(language, &self.title, self.title_nn.as_ref())
    }
}

impl Point {
    /// The label on a screen in a language (`nb`, `nn` or `en`).
    #[must_use]
    pub fn label_in(&self, language: &str) -> &str {
        in_language(language, &self.label, self.label_nn.as_ref())
    }

    /// The label in words that stand alone, in a language.
    #[must_use]
    pub fn alone_in(&self, language: &str) -> &str {
        in_language(language, self.label_alone.as_ref().unwrap_or(&self.label), self.label_nn.as_ref())
    }

    /// What is counted, and when, in a language.
    #[must_use]
    pub fn definition_in(&self, language: &str) -> &str {
        in_language(language, &self.definition, self.definition_nn.as_ref())
    }

    /// The law reference as a language writes it.
    #[must_use]
    pub fn law_in(&self, language: &str) -> Option<&str> {
        self.law.as_deref().map(|law| in_language(language, law, self.law_nn.as_ref()))
    }

    /// The label that fits a narrow column, in a language.
    #[must_use]
    pub fn short_in(&self, language: &str) -> &str {
        in_language(language, &self.short, self.short_nn.as_ref())
    }

    /// The label with our own explanation behind it in the language that no source gives the form in.
    #[must_use]
    pub fn explained_in(&self, language: &str) -> String {
        let gloss = self.gloss_en.as_ref().filter(|_| language == "en");
        gloss.map_or_else(|| self.label_in(language).to_owned(), |gloss| format!("{} [{gloss}]", self.label))
    }

    /// Everything it is called in any language, to be looked for.
    #[must_use]
    pub fn called(&self) -> String {
        let others = [&self.label_nn, &self.gloss_en].into_iter().flatten().map(String::as_str);
        [self.label.as_str()].into_iter().chain(others).collect::<Vec<_>>().join(" ")
    }
}

impl Form {
    /// What a reader must know of how sure the form is, in a language.
    #[must_use]
    pub fn note_in(&self, language: &str) -> &str {
        let english = self.note_en.as_deref().filter(|_| language == "en");
        english.unwrap_or_else(|| in_language(language, &self.note, self.note_nn.as_ref()))
    }

    /// Every point in order.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.sections.iter().flat_map(|section| section.points.iter())
    }

    /// The point with a key.
    #[must_use]
    pub fn point(&self, key: &str) -> Option<&Point> {
        self.points().find(|point| point.key == key)
    }

    /// The point with a key, a code or a label, whatever the case of the letters; also by the wording of the source,
    /// which still says «fylkesmannen».
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Point> {
        let name = name.trim();
        let same = |text: &str| text.eq_ignore_ascii_case(name);
        let seed = |point: &Point| point.seed_label.as_deref().is_some_and(same);
        self.points().find(|point| same(&point.key) || same(&point.code) || same(&point.label) || seed(point))
    }

    /// The removed section a key belonged to.
    #[must_use]
    pub fn removed(&self, key: &str) -> Option<&Removed> {
        self.removed.iter().find(|removed| removed.keys.iter().any(|old| old == key))
    }
}

/// Keys that rules of the program itself need to know: the extension count and what it is measured against.
pub mod key {
    /// 2C: investigations ended in the half-year.
    pub const ENDED: &str = "us_avsl";
    /// 2E: ended between three and six months.
    pub const THREE_TO_SIX: &str = "us_3_6m";
    /// 2F: ended after six months.
    pub const OVER_SIX: &str = "us_over_6m";
    /// 7A: the extension count, filled in by the office.
    pub const EXTENSIONS: &str = "sf_utvidelser";
    /// 7B: the breaches that are left.
    pub const BREACHES: &str = "sf_fristbrudd";
    /// 7C: the breaches as a share of the ended investigations.
    pub const BREACH_SHARE: &str = "sf_fristbrudd_andel";
    /// 7D: yes or no; answered by the decision itself.
    pub const APPROVED: &str = "sf_godkjent";
    /// 7E: the comment; written in its own editor.
    pub const COMMENT: &str = "sf_kommentar";
}
