//! How a delivery leaves the house: as a file in a folder, for now. Mail is `.eml`, a report for the directorate `.json`.
//! Imports nothing of the crate but the store.

use std::{io, path::PathBuf, time::Duration};

use lettre::{
    Address, Message,
    message::{Mailbox, header::ContentType},
};
use serde::{Deserialize, Deserializer};
use tokio::{fs, io::AsyncWriteExt as _};

use crate::server::store::delivery::{Due, Payload};

/// Why a delivery did not leave.
#[derive(Debug, thiserror::Error)]
pub enum CarrierError {
    /// The file cannot be written.
    #[error("{0}")]
    File(#[from] io::Error),
    /// The address is not one.
    #[error("{0}")]
    Address(#[from] lettre::address::AddressError),
    /// The mail cannot be put together.
    #[error("{0}")]
    Mail(#[from] lettre::error::Error),
    /// The document cannot be put together.
    #[error("{0}")]
    Document(#[from] serde_json::Error),
}

/// The file `config/outbox.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Habits {
    #[serde(deserialize_with = "address")]
    sender: Address,
    retry_seconds: Vec<u64>,
    lease_seconds: u64,
}

fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Address, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

/// Carries deliveries out of the house.
#[derive(Debug, Clone)]
pub struct Carrier {
    way: Way,
    habits: Habits,
}

/// The way a carrier goes.
#[derive(Debug, Clone)]
enum Way {
    /// Files in a folder.
    Folder(PathBuf),
}

impl Carrier {
    /// A carrier that writes files in a folder.
    ///
    /// # Errors
    /// When `config/outbox.toml` does not say what it should.
    pub fn folder(folder: PathBuf) -> Result<Self, toml::de::Error> {
        let habits = toml::from_str(include_str!("../../../config/outbox.toml"))?;
        Ok(Self { way: Way::Folder(folder), habits })
    }

    /// Delivers. The same delivery carried twice is still one: it has the same name and the same message id.
    ///
    /// # Errors
    /// Why it did not leave; it is tried again then.
    pub async fn deliver(&self, due: &Due) -> Result<(), CarrierError> {
        let (ending, content) = match &due.payload {
            Payload::Mail { subject, body, .. } => ("eml", self.mail(due, subject, body)?),
            Payload::Bufdir { report } => ("json", serde_json::to_vec_pretty(report)?),
        };
        match &self.way {
            Way::Folder(folder) => {
                let about = due.reference.as_ref().map(ToString::to_string);
                let about = about.or_else(|| due.unit.as_ref().map(ToString::to_string)).unwrap_or_default();
                Ok(write(folder, &format!("{about}_{}.{ending}", due.id), &content).await?)
            }
        }
    }

    /// How long to wait after a failed try, counted from 1.
    #[must_use]
    pub fn pause(&self, attempt: u32) -> Duration {
        let place = usize::try_from(attempt.saturating_sub(1)).unwrap_or(usize::MAX);
        let pauses = &self.habits.retry_seconds;
        Duration::from_secs(pauses.get(place).or_else(|| pauses.last()).copied().unwrap_or(self.habits.lease_seconds))
    }

    /// After how long a try that never ended is given up.
    #[must_use]
    pub fn lease(&self) -> Duration {
        Duration::from_secs(self.habits.lease_seconds)
    }

    fn mail(&self, due: &Due, subject: &str, body: &str) -> Result<Vec<u8>, CarrierError> {
        let sender = &self.habits.sender;
        let message = Message::builder()
            .from(Mailbox::new(None, sender.clone()))
            .to(Mailbox::new(None, due.recipient.parse()?))
            .date(due.release_at.into())
            .message_id(Some(format!("<{}@{}>", due.id, sender.domain())))
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(body.to_owned())?;
        Ok(message.formatted())
    }
}

/// Writes a file so that nobody ever sees half of it.
async fn write(folder: &PathBuf, name: &str, content: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let part = folder.join(format!(".{name}.part"));
    let mut file = fs::File::create(&part).await?;
    file.write_all(content).await?;
    file.sync_all().await?;
    fs::rename(&part, folder.join(name)).await
}
