//! Access to the published figures, over HTTP.
//! Imports `domain` and `api`.

use uuid::Uuid;

use super::{Http, NONE};
use crate::{
    api::{
        access::{
            AccessRemoved, PermissionList, PermissionQuery, PortalAnswer, PortalWish, Published, PublishedQuery,
            RemoveRequest,
        },
        decide::Received,
        path,
    },
    client::backend::Answer,
    domain::{access::Application, report::Reference},
};

impl Http {
    /// Asks or does something about access.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub(super) async fn portal_wish(&self, wish: PortalWish) -> Answer<PortalAnswer> {
        Ok(match wish {
            PortalWish::Figures(unit) => {
                PortalAnswer::Figures(Box::new(self.published(unit.map(|unit| unit.to_string())).await?))
            }
            PortalWish::Units => PortalAnswer::Units(self.get(path::APPLICATION_UNITS, &NONE).await?),
            PortalWish::List(query) => PortalAnswer::List(self.permissions(&query).await?),
            PortalWish::Remove(key, reference, request) => {
                PortalAnswer::Removed(Box::new(self.remove_access(key, &reference, &request).await?))
            }
            PortalWish::Apply(key, application) => PortalAnswer::Applied(self.apply(key, application).await?),
        })
    }

    /// Applies for access. The same key may be sent again: it is stored once.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn apply(&self, key: Uuid, application: Application) -> Answer<Received> {
        self.write_once(path::APPLICATIONS, key, &application).await
    }

    /// The published figures of a unit.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn published(&self, unit: Option<String>) -> Answer<Published> {
        self.get(path::PUBLISHED, &PublishedQuery { unit }).await
    }

    /// Who has access.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn permissions(&self, query: &PermissionQuery) -> Answer<PermissionList> {
        self.get(path::ACCESS, query).await
    }

    /// Takes access away. The same key may be sent again: it is stored once.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn remove_access(
        &self,
        key: Uuid,
        reference: &Reference,
        request: &RemoveRequest,
    ) -> Answer<AccessRemoved> {
        let path = path::fill(path::ACCESS_REMOVE, reference.as_str());
        self.write_once(&path, key, request).await
    }
}
