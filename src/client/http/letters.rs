//! Letters to units over HTTP.
//! Imports `api`.

use uuid::Uuid;

use super::{Http, NONE};
use crate::{
    api::{
        letters::{LetterAnswer, LetterList, LetterRequest, LetterView},
        path,
    },
    client::backend::Answer,
};

impl Http {
    /// Writes a letter to units; the same key for every try.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn send_letter(&self, key: Uuid, request: &LetterRequest) -> Answer<LetterAnswer> {
        self.write_once(path::LETTERS, key, request).await
    }

    /// The letters of the caller's office.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn letters(&self) -> Answer<LetterList> {
        self.get(path::LETTERS, &NONE).await
    }

    /// A letter with its copies.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn letter(&self, id: i64) -> Answer<LetterView> {
        self.get(&path::fill(path::LETTER, &id.to_string()), &NONE).await
    }
}
