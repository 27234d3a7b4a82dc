//! The rules as a backend holds them: the packs, the sentences of findings, the templates of letters, and the references over all units, kept until
//! other figures arrive.
//! Imports `domain`, `checks` and `text`.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::{ToSpan as _, civil::Date};

use crate::{
    checks::{
        letter::sheets::Sheets,
        pack::{Pack, Packs},
        references::References,
        score::{near, score},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        form::Form,
        letter::TemplateSetting,
        period::PeriodId,
        query::{Vocabulary, view::View},
        register::Register,
        score::{Risk, Score},
        unit::Language,
    },
    text::{Texts, WRITTEN},
};

/// The rules, their sentences, and what all units tell.
#[derive(Debug)]
pub struct Rules {
    packs: Packs,
    /// The texts that are built in, and the texts from each day on from which some of them are others, the first day first.
    sheets: (Sheets, Vec<(Date, Sheets)>),
    wording: HashMap<&'static str, Texts>,
    words: Vocabulary,
    views: Vec<View>,
    known: Mutex<HashMap<PeriodId, Known>>,
}

/// References, and of which figures they are.
#[derive(Debug, Clone)]
struct Known {
    generation: String,
    references: Arc<References>,
}

impl Rules {
    /// The rules that are built into the program.
    ///
    /// # Errors
    /// What is wrong with a file.
    pub fn embedded(register: &Register) -> Result<Self, String> {
        Self::amended(register, &[])
    }

    /// The same with the packs that administrators have set.
    ///
    /// # Errors
    /// What is wrong with a file, or with a pack.
    pub fn amended(register: &Register, amendments: &[Amendment]) -> Result<Self, String> {
        let set = amendments.iter().filter(|amendment| amendment.kind == ReferenceKind::Rules);
        let set: Vec<(PeriodId, &str)> =
            set.map(|amendment| (PeriodId(amendment.from.clone()), amendment.content.as_str())).collect();
        let set: Vec<(&PeriodId, &str)> = set.iter().map(|(from, text)| (from, *text)).collect();
        let packs = Packs::embedded(&register.forms).and_then(|packs| packs.amended(&set, &register.forms));
        let packs = packs.map_err(|error| error.to_string())?;
        let wording = WRITTEN
            .iter()
            .map(|language| Ok((*language, Texts::wording(language).map_err(|error| error.to_string())?)))
            .collect::<Result<_, String>>()?;
        let sheets = dated(register, amendments)?;
        let words = Vocabulary::embedded().map_err(|error| error.to_string())?;
        let views = View::embedded().map_err(|error| error.to_string())?;
        Ok(Self { packs, sheets, wording, words, views, known: Mutex::default() })
    }

    /// The pack that holds for a form in a period.
    #[must_use]
    pub fn pack(&self, form: &Form, period: &PeriodId) -> Option<&Pack> {
        self.packs.of(&form.version, period)
    }

    /// All packs.
    #[must_use]
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// The texts that hold on a day.
    #[must_use]
    pub fn sheets(&self, on: Date) -> &Sheets {
        let (own, later) = &self.sheets;
        later.iter().rev().find(|(from, _)| *from <= on).map_or(own, |(_, sheets)| sheets)
    }

    /// The texts that are built in.
    #[must_use]
    pub fn own_sheets(&self) -> &Sheets {
        &self.sheets.0
    }

    /// The words of a search.
    #[must_use]
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The views that are built in.
    #[must_use]
    pub fn views(&self) -> &[View] {
        &self.views
    }

    /// The sentences of a written language, and its code; none is missing in a build that starts.
    #[must_use]
    pub fn wording(&self, language: Language) -> Option<(&'static str, &Texts)> {
        self.spoken(if language == Language::Nn { "nn" } else { "nb" })
    }

    /// The sentences of a language of the screen, and its code.
    #[must_use]
    pub fn spoken(&self, code: &str) -> Option<(&'static str, &Texts)> {
        self.wording.get_key_value(code).map(|(code, texts)| (*code, texts))
    }

    /// The score of a task.
    #[must_use]
    pub fn score(&self, risk: &Risk, days_left: Option<i32>) -> Score {
        score(&self.packs.scales.score, risk, days_left)
    }

    /// What the deadline weighs by its date, the nearest first; later dates weigh nothing.
    #[must_use]
    pub fn deadlines(&self, today: Date) -> Vec<(Date, u32)> {
        let scale = &self.packs.scales.score;
        let days = i32::try_from(scale.days).unwrap_or(0);
        let weighed = (0..days).map(|left| (today.saturating_add(left.days()), near(scale, left)));
        weighed.filter(|(_, weight)| *weight > 0).collect()
    }

    /// The references of a period, if they are of these figures.
    #[must_use]
    pub fn known(&self, period: &PeriodId, generation: &str) -> Option<Arc<References>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(period).filter(|known| known.generation == generation).map(|known| Arc::clone(&known.references))
    }

    /// Keeps the references of a period.
    pub fn keep(&self, period: &PeriodId, generation: &str, references: &Arc<References>) {
        let known = Known { generation: generation.to_owned(), references: Arc::clone(references) };
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(period.clone(), known);
    }
}

/// The texts that are built in, and those with what administrators have set of them, by the day from which they hold.
fn dated(register: &Register, amendments: &[Amendment]) -> Result<(Sheets, Vec<(Date, Sheets)>), String> {
    let own = Sheets::embedded(&register.offices).map_err(|error| error.to_string())?;
    let set = amendments.iter().filter(|amendment| amendment.kind == ReferenceKind::Templates);
    let read = |amendment: &Amendment| {
        serde_json::from_str(&amendment.content).map_err(|error| format!("templates {}: {error}", amendment.name))
    };
    let mut set = set.map(read).collect::<Result<Vec<TemplateSetting>, String>>()?;
    set.sort_by_key(|setting| setting.from);
    let mut later: Vec<(Date, Sheets)> = Vec::new();
    for TemplateSetting { template, language, from, parts } in set {
        if later.last().is_none_or(|(day, _)| *day != from) {
            let before = later.last().map_or(&own, |(_, sheets)| sheets);
            later.push((from, before.clone()));
        }
        let parts = parts.or_else(|| own.parts(&template, language)).unwrap_or_default();
        if let Some((_, sheets)) = later.last_mut() {
            sheets.set(&template, language, &parts).map_err(|error| format!("templates {template}: {error}"))?;
        }
    }
    Ok((own, later))
}
