//! The log over HTTP: nobody but the command line asks for it.
//! Imports `api`.

use reqwest::Method;

use super::{Http, NONE};
use crate::{
    api::{
        audit::{AuditPage, AuditQuery, Link, Receipt, ReceiptVerdict, VerifyPage, VerifyQuery},
        path,
    },
    client::{backend::Answer, retry, wire::Effect},
};

impl Http {
    /// Events of the log, the newest first.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn audit_events(&self, query: &AuditQuery) -> Answer<AuditPage> {
        self.get(path::AUDIT_EVENTS, query).await
    }

    /// A piece of the chain, worked out anew by the backend.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn audit_verify(&self, query: &VerifyQuery) -> Answer<VerifyPage> {
        self.get(path::AUDIT_VERIFY, query).await
    }

    /// The newest event of the chain.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn audit_anchor(&self) -> Answer<Link> {
        self.get(path::AUDIT_ANCHOR, &NONE).await
    }

    /// One event of the chain.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request; not found when it is not there.
    pub async fn audit_link(&self, seq: i64) -> Answer<Link> {
        self.get(&path::fill(path::AUDIT_LINK, &seq.to_string()), &NONE).await
    }

    /// Whether a receipt belongs to the chain.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn audit_receipt(&self, receipt: &Receipt) -> Answer<ReceiptVerdict> {
        let ask = || self.send(self.request(Method::POST, path::AUDIT_RECEIPT).json(receipt), Effect::Reads);
        retry::persist(self.patience.answer * 2, ask).await
    }
}
