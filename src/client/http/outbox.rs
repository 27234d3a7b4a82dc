//! The outbox, and how one is told, over HTTP: for the command line only.
//! Imports `domain` and `api`.

use reqwest::Method;

use super::Http;
use crate::{
    api::{
        outbox::{OutboxList, OutboxPart, OutboxQuery, OutboxRow},
        path,
    },
    client::backend::Answer,
    domain::told::Telling,
};

impl Http {
    /// What leaves the caller's office.
    ///
    /// # Errors
    /// A fault.
    pub async fn outbox(&self, part: OutboxPart) -> Answer<OutboxList> {
        self.get(path::OUTBOX, &OutboxQuery { part }).await
    }

    /// Sends a delivery that failed again.
    ///
    /// # Errors
    /// A fault.
    pub async fn retry_delivery(&self, id: &str) -> Answer<OutboxRow> {
        self.write(self.request(Method::POST, &path::fill(path::OUTBOX_RETRY, id))).await
    }

    /// How the caller is told of what comes in.
    ///
    /// # Errors
    /// A fault.
    pub async fn telling(&self) -> Answer<Telling> {
        self.get(path::MY_NOTICES, &super::NONE).await
    }

    /// Changes how the caller is told.
    ///
    /// # Errors
    /// A fault.
    pub async fn tell(&self, wish: &Telling) -> Answer<Telling> {
        self.write(self.request(Method::PUT, path::MY_NOTICES).json(wish)).await
    }
}
