//! The outbox over HTTP: for the command line only.
//! Imports `api`.

use reqwest::Method;

use super::Http;
use crate::{
    api::{
        outbox::{OutboxList, OutboxPart, OutboxQuery, OutboxRow},
        path,
    },
    client::backend::Answer,
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
}
