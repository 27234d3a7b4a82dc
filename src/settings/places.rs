//! Where the program keeps its files.
//! Imports nothing of the crate.

use std::path::PathBuf;

use directories::ProjectDirs;

use super::{Environment, SettingsError};

/// The folders of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The user's settings.
    pub config: PathBuf,
    /// Databases: what must not be lost.
    pub data: PathBuf,
    /// Journals, tokens and logs.
    pub state: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// What the backends answered last, of which the same is true.
    pub answers: PathBuf,
    /// Where one was in the program when one left, with what was begun there.
    pub left: PathBuf,
}

impl Places {
    /// The folders the system gives, or everything below `SFV_HOME`.
    ///
    /// # Errors
    /// [`SettingsError::Homeless`] when the system tells no home folder.
    pub fn find(environment: Environment<'_>) -> Result<Self, SettingsError> {
        if let Some(home) = environment("SFV_HOME").filter(|home| !home.is_empty()).map(PathBuf::from) {
            return Ok(Self {
                config: home.join("config"),
                data: home.join("data"),
                state: home.join("state"),
                cache: home.join("cache"),
                answers: home.join("answers"),
                left: home.join("left"),
            });
        }
        let found = ProjectDirs::from("", "", "sfv").ok_or(SettingsError::Homeless)?;
        // Only Linux has a folder for state.
        let state = found.state_dir().unwrap_or_else(|| found.data_local_dir()).to_owned();
        Ok(Self {
            config: found.config_dir().to_owned(),
            data: found.data_dir().to_owned(),
            left: state.join("left"),
            state,
            cache: found.cache_dir().to_owned(),
            answers: found.cache_dir().join("answers"),
        })
    }
}
