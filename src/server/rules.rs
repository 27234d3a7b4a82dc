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
        letter::{Letters, mail::Mails, notice::Notices},
        pack::{Pack, Packs},
        references::References,
        score::{near, score},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        form::Form,
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
    letters: Letters,
    notices: Notices,
    mails: Mails,
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
        let letters = Letters::embedded(&register.offices).map_err(|error| error.to_string())?;
        let words = Vocabulary::embedded().map_err(|error| error.to_string())?;
        let views = View::embedded().map_err(|error| error.to_string())?;
        let notices = Notices::embedded().map_err(|error| error.to_string())?;
        let mails = Mails::embedded().map_err(|error| error.to_string())?;
        Ok(Self { packs, letters, notices, mails, wording, words, views, known: Mutex::default() })
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

    /// The templates of return comments.
    #[must_use]
    pub fn letters(&self) -> &Letters {
        &self.letters
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

    /// The templates of reminders, and of decisions on extensions.
    #[must_use]
    pub fn notices(&self) -> &Notices {
        &self.notices
    }

    /// The templates of the mails of the cases.
    #[must_use]
    pub fn mails(&self) -> &Mails {
        &self.mails
    }

    /// The sentences of a language, and its code; none is missing in a build that starts.
    #[must_use]
    pub fn wording(&self, language: Language) -> Option<(&'static str, &Texts)> {
        let code = if language == Language::Nn { "nn" } else { "nb" };
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
