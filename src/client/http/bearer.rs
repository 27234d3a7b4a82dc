//! As whom the backend is asked: with a token of the person's own, or with those of a login, renewed when they must be.
//! Imports `api`.

use std::{path::Path, time::Duration};

use reqwest::{
    Method, RequestBuilder, Response, StatusCode,
    header::{AUTHORIZATION, HeaderValue},
};
use serde::de::DeserializeOwned;

use super::{Http, NONE, entry::OwnToken};
use crate::{
    api::{fault::FaultKind, login::SessionList, path},
    client::{
        backend::Answer,
        login::{device::Door, keeper::Keeper},
        wire::Effect,
    },
};

/// The stream of changes ends when its reader does; how long it may be silent is set for every answer.
const ENDLESS: Duration = Duration::from_hours(24 * 365);

/// As whom it is asked.
#[derive(Clone)]
pub(super) enum Bearer {
    /// A token of the person's own.
    Own(OwnToken),
    /// A login.
    Kept(Keeper),
}

impl Http {
    /// The same backend, asked as whoever has logged in: the tokens lie below the folder of the program's state.
    ///
    /// # Errors
    /// `Away` for an address that has no door.
    pub fn logged_in(mut self, state: &Path) -> Answer<Self> {
        self.bearer = Bearer::Kept(Keeper::new(state, self.door()?));
        Ok(self)
    }

    /// The backend's door, where a person logs in.
    ///
    /// # Errors
    /// `Away` for an address that has none.
    pub fn door(&self) -> Answer<Door> {
        Door::new(&self.base, self.client.clone())
    }

    /// The logins of the person who asks.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn sessions(&self) -> Answer<SessionList> {
        self.get(path::SESSIONS, &NONE).await
    }

    /// Revokes one of them.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn revoke_session(&self, id: &str) -> Answer<SessionList> {
        self.write(self.request(Method::DELETE, &path::fill(path::SESSION, id))).await
    }

    /// A request for the stream of changes, from after an event on.
    pub(in crate::client) async fn changes(&self, after: Option<&str>) -> Answer<Response> {
        let request = || {
            let request =
                self.client.get(self.url(path::CHANGES)).header("Accept", "text/event-stream").timeout(ENDLESS);
            // On this machine the system tells at once when the backend is gone: a silent stream wakes nobody.
            let silent = self.is_near.then_some(path::NO_SIGNS);
            let request = silent.into_iter().fold(request, |request, none| request.header(path::SIGNS_OF_LIFE, none));
            after.into_iter().fold(request, |request, id| request.header("Last-Event-ID", id))
        };
        let failed = |error: reqwest::Error| Effect::Reads.failed(&error, &self.base);
        let token = self.token().await?;
        let response = request().header(AUTHORIZATION, &token).send().await.map_err(failed)?;
        let Bearer::Kept(keeper) = &self.bearer else { return Ok(response) };
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        let renewed = keeper.renew(Some(&token)).await?;
        request().header(AUTHORIZATION, renewed).send().await.map_err(failed)
    }

    async fn token(&self) -> Answer<HeaderValue> {
        match &self.bearer {
            Bearer::Own(own) => Ok(own.token()),
            // Who has not logged in asks all the same: whether the backend is there is the first thing to know.
            Bearer::Kept(keeper) => match keeper.token().await {
                Err(fault) if fault.kind == FaultKind::NotLoggedIn => Ok(HeaderValue::from_static("Bearer")),
                found => found,
            },
        }
    }

    /// Sends a request; once more with a new token where the one of a login was refused: nothing was stored then.
    pub(super) async fn send<T: DeserializeOwned>(&self, request: RequestBuilder, effect: Effect) -> Answer<T> {
        let (again, token) = (request.try_clone(), self.token().await?);
        let answer = self.send_as(request, &token, effect).await;
        match (answer, &self.bearer, again) {
            (Err(fault), Bearer::Kept(keeper), Some(again)) if fault.kind == FaultKind::NotLoggedIn => {
                let renewed = keeper.renew(Some(&token)).await?;
                self.send_as(again, &renewed, effect).await
            }
            (answer, ..) => answer,
        }
    }
}
