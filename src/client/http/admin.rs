//! What an administrator asks of a backend over HTTP.
//! Imports `domain` and `api`.

mod reference;

use reqwest::Method;

use super::{Http, NONE};
use crate::{
    api::{
        admin::{
            ChannelAnswer, ChannelHistory, ChannelRequest, PersonExport, PersonList, PersonRemoved, PersonRequest,
            PersonView,
        },
        path,
    },
    client::backend::Answer,
    domain::{refusal::Refusal, unit::UnitNo},
};

impl Http {
    /// How a unit has reported.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn channel_history(&self, unit: &UnitNo) -> Answer<ChannelHistory> {
        self.get(&path::fill(path::ADMIN_CHANNEL, unit.as_str()), &NONE).await
    }

    /// Takes a unit a step on its way to the register.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn set_channel(&self, unit: &UnitNo, request: &ChannelRequest) -> Answer<ChannelAnswer> {
        let to = path::fill(path::ADMIN_CHANNEL, unit.as_str());
        self.write(self.request(Method::PUT, &to).json(request)).await
    }

    /// Everybody who has or had access.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn people(&self) -> Answer<PersonList> {
        self.get(path::ADMIN_PEOPLE, &NONE).await
    }

    /// Adds or changes a person.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn put_person(&self, id: &str, request: &PersonRequest) -> Answer<PersonView> {
        let to = path::fill(path::ADMIN_PERSON, &segment(id)?);
        self.write(self.request(Method::PUT, &to).json(request)).await
    }

    /// Everything that is stored about a person.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn export_person(&self, id: &str) -> Answer<PersonExport> {
        self.get(&path::fill(path::ADMIN_EXPORT, &segment(id)?), &NONE).await
    }

    /// Takes a person away.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn remove_person(&self, id: &str) -> Answer<PersonRemoved> {
        self.write(self.request(Method::DELETE, &path::fill(path::ADMIN_PERSON, &segment(id)?))).await
    }
}

/// An id as a part of a path: nobody has one that would need to be escaped.
fn segment(id: &str) -> Answer<String> {
    let plain = !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if plain { Ok(id.to_owned()) } else { Err(Refusal::BadField { field: "id".to_owned() }.into()) }
}
