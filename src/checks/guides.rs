//! What the program itself knows of rules and languages, to explain and to warn before anything is sent.
//! Imports `domain` and `text`.

use std::sync::{Arc, LazyLock};

use super::{
    counts::CountTables,
    language::LanguageWords,
    pack::{Pack, Packs},
};
use crate::{
    domain::{
        breaks::Breaks,
        library::Library,
        query::{Vocabulary, view::View},
        register::{BadData, Register},
    },
    text::{Texts, WRITTEN},
};

/// The rule packs and the words of the two languages.
#[derive(Debug)]
pub struct Guides {
    /// The rule packs.
    pub packs: Packs,
    /// The words that tell the languages apart.
    pub words: LanguageWords,
    /// The breaks in the series.
    pub breaks: Breaks,
    /// The words of a search.
    pub search: Vocabulary,
    /// The views that are built in.
    pub views: Vec<View>,
    /// How tables of extension counts are read.
    pub count_tables: CountTables,
    /// The reference data, to tell a unit that is not in a list from one that does not exist.
    pub register: Register,
    /// The addresses, the letters and the question to the directorate.
    pub library: Library,
    /// The sentences of findings in every language of the screen.
    wording: Vec<Texts>,
}

impl Guides {
    /// As [`Guides::embedded`], read once in a process: whoever asks first reads them, and the others wait for it.
    ///
    /// # Errors
    /// As [`Guides::embedded`].
    pub fn shared() -> Result<Arc<Self>, &'static BadData> {
        static SHARED: LazyLock<Result<Arc<Guides>, BadData>> = LazyLock::new(|| Guides::embedded().map(Arc::new));
        SHARED.as_ref().map(Arc::clone)
    }

    /// Those that are built into the program.
    ///
    /// # Errors
    /// [`BadData`] names the file and the place; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, BadData> {
        let register = Register::embedded()?;
        let bad = |error: super::pack::BadPack| BadData { file: error.file.clone(), detail: error.to_string() };
        let wording = WRITTEN.map(Texts::wording).into_iter().collect::<Result<Vec<_>, _>>();
        let wording = wording.map_err(|error| BadData { file: error.file.clone(), detail: error.to_string() })?;
        let breaks = Breaks::embedded()?;
        Ok(Self {
            packs: Packs::embedded(&register.forms).map_err(bad)?,
            words: LanguageWords::embedded()?,
            breaks,
            search: Vocabulary::embedded()?,
            views: View::embedded()?,
            count_tables: CountTables::embedded()?,
            library: Library::embedded()?,
            wording,
            register,
        })
    }

    /// The sentences of findings in a language, else in the first.
    ///
    /// # Panics
    /// Never: there is one language at least.
    #[must_use]
    pub fn wording(&self, language: &str) -> &Texts {
        self.wording.iter().find(|texts| texts.language() == language).unwrap_or(&self.wording[0])
    }

    /// The pack with a version, else the newest: the backend may know a newer one than the program.
    #[must_use]
    pub fn pack(&self, version: &str) -> Option<&Pack> {
        self.packs.packs.iter().find(|pack| pack.version == version).or_else(|| self.packs.packs.last())
    }
}
