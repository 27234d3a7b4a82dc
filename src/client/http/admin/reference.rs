//! Reference data that an administrator lists and sets over HTTP.
//! Imports `domain` and `api`.

use reqwest::Method;

use super::super::{Http, NONE};
use crate::{
    api::{
        path,
        reference::{ReferenceAnswer, ReferenceData, ReferenceList, ReferenceRequest},
    },
    client::backend::Answer,
    domain::amendment::ReferenceKind,
};

impl Http {
    /// Reference data of a kind.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn reference(&self, kind: ReferenceKind) -> Answer<ReferenceList> {
        self.get(&path::fill(path::ADMIN_REFERENCE_OF, kind.as_str()), &NONE).await
    }

    /// What is set of the reference data, for anybody.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn reference_data(&self) -> Answer<ReferenceData> {
        self.get(path::REFERENCE_DATA, &NONE).await
    }

    /// Sets reference data, or tells what would change.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn set_reference(&self, request: &ReferenceRequest) -> Answer<ReferenceAnswer> {
        self.write(self.request(Method::PUT, path::ADMIN_REFERENCE).json(request)).await
    }
}
