//! How a delivery leaves the house: by the mail server and to the directorate's system where they are set up, else as a
//! file in a folder (mail as `.eml`, a report for the directorate as `.json`).
//! Imports `domain`, `text` and the store.

use std::{
    io,
    path::{Path, PathBuf},
};

use lettre::Address;
use tokio::{fs, io::AsyncWriteExt as _};

use super::{habits::Habits, handover::HandOver, letter, smtp::Smtp, ways::Ways};
use crate::{
    domain::delivery::{Miss, Receipt},
    server::{
        private,
        store::{carrying::Due, delivery::Payload},
    },
    text::clean,
};

/// The longest answer of the other side that is kept, in characters.
const LONGEST_ANSWER: usize = 300;

/// A try that failed: why, and what the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// Why.
    pub miss: Miss,
    /// What the other side said, cleaned and cut.
    pub answer: String,
}

impl Trip {
    /// A try that failed.
    #[must_use]
    pub fn failed(miss: Miss, answer: impl AsRef<str>) -> Self {
        Self { miss, answer: clean::line(answer.as_ref()).trim().chars().take(LONGEST_ANSWER).collect() }
    }

    /// A try that failed because of this machine.
    fn folder(error: &io::Error) -> Self {
        Self::failed(Miss::Folder, error.to_string())
    }
}

/// Carries deliveries out of the house.
#[derive(Debug, Clone)]
pub struct Carrier {
    folder: PathBuf,
    mail: Option<Smtp>,
    bufdir: Option<HandOver>,
    sender: Address,
    habits: Habits,
}

impl Carrier {
    /// A carrier that writes files in a folder.
    ///
    /// # Errors
    /// When `config/outbox.toml` does not say what it should.
    pub fn folder(folder: PathBuf) -> Result<Self, toml::de::Error> {
        Self::new(folder, &Ways::default())
    }

    /// A carrier that goes the ways that are set up, and writes files in a folder for those that are not.
    ///
    /// # Errors
    /// When `config/outbox.toml` does not say what it should.
    pub fn new(folder: PathBuf, ways: &Ways) -> Result<Self, toml::de::Error> {
        let mut habits = Habits::embedded()?;
        ways.pace.apply(&mut habits)?;
        let sender = ways.sender.clone().unwrap_or_else(|| habits.sender.clone());
        Ok(Self { folder, mail: ways.mail.clone(), bufdir: ways.bufdir.clone(), sender, habits })
    }

    /// How it goes about it.
    #[must_use]
    pub fn habits(&self) -> &Habits {
        &self.habits
    }

    /// Delivers, in the time that a try may take. The same delivery carried twice is still one: it has the same message id,
    /// the same key, or the same name.
    ///
    /// # Errors
    /// Why it did not leave, as far as anybody knows.
    pub async fn deliver(&self, due: &Due) -> Result<Option<Receipt>, Trip> {
        let outcome = tokio::time::timeout(self.habits.patience(), self.carry(due)).await;
        outcome.unwrap_or_else(|_elapsed| Err(Trip::failed(Miss::Silent, "")))
    }

    async fn carry(&self, due: &Due) -> Result<Option<Receipt>, Trip> {
        match &due.payload {
            Payload::Mail { subject, body, .. } => {
                let letter = letter::write(due, &self.sender, subject, body)?;
                match &self.mail {
                    Some(smtp) => smtp.send(&letter).await?,
                    None => self.file(due, "eml", &letter.content).await?,
                }
                Ok(None)
            }
            Payload::Bufdir { report } => {
                if let Some(way) = &self.bufdir {
                    return way.give(&due.id, report).await.map(Some);
                }
                let other = |error: serde_json::Error| Trip::failed(Miss::Other, error.to_string());
                self.file(due, "json", &serde_json::to_vec_pretty(report).map_err(other)?).await?;
                Ok(None)
            }
        }
    }

    /// Writes a file so that nobody ever sees half of it.
    async fn file(&self, due: &Due, ending: &str, content: &[u8]) -> Result<(), Trip> {
        let about = due.reference.as_ref().map(ToString::to_string);
        let about =
            about.or_else(|| due.unit.as_ref().map(ToString::to_string)).unwrap_or_else(|| due.office.0.clone());
        let name = format!("{about}_{}.{ending}", due.id);
        write(&self.folder, &name, content).await.map_err(|error| Trip::folder(&error))
    }
}

async fn write(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    private::make_folder(folder)?;
    let part = folder.join(format!(".{name}.part"));
    let mut options = fs::OpenOptions::from(private::options());
    // One that was left half written may be open to others.
    if let Err(error) = fs::remove_file(&part).await
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = options.write(true).create_new(true).open(&part).await?;
    file.write_all(content).await?;
    file.sync_all().await?;
    fs::rename(&part, folder.join(name)).await
}
