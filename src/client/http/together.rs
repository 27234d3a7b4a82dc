//! Ta, slipp, tildel, and who looks at a case, over HTTP.
//! Imports `domain` and `api`.

use reqwest::Method;

use super::{Http, NONE, of};
use crate::{
    api::{
        path,
        together::{ColleagueList, Held, HolderRequest, Presence, PresenceRequest, TogetherAnswer, TogetherWish},
    },
    client::{backend::Answer, retry, wire::Effect},
    domain::report::Reference,
};

impl Http {
    /// Asks or does something about working together.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub(super) async fn together_wish(&self, wish: TogetherWish) -> Answer<TogetherAnswer> {
        Ok(match wish {
            TogetherWish::Take(reference, request) => TogetherAnswer::Held(self.take(&reference, &request).await?),
            TogetherWish::Release(reference) => TogetherAnswer::Held(self.release(&reference).await?),
            TogetherWish::Look(reference, looking) => TogetherAnswer::Presence(self.look(&reference, looking).await?),
            TogetherWish::Colleagues => TogetherAnswer::Colleagues(self.colleagues().await?),
        })
    }

    /// Takes a task, or gives it to a colleague. Sent again, it stays as it is.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn take(&self, reference: &Reference, request: &HolderRequest) -> Answer<Held> {
        self.may_write()?;
        let path = of(path::HOLDER, reference);
        let ask = || self.send(self.request(Method::PUT, &path).json(request), Effect::Writes);
        retry::persist(self.patience.answer * 2, ask).await
    }

    /// Lets a task go. It is not sent again by itself: a colleague may have taken it meanwhile.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn release(&self, reference: &Reference) -> Answer<Held> {
        self.write(self.request(Method::DELETE, &of(path::HOLDER, reference))).await
    }

    /// Those who decide for the office.
    ///
    /// # Errors
    /// The [`crate::api::fault::Fault`] of the request.
    pub async fn colleagues(&self) -> Answer<ColleagueList> {
        self.get(path::COLLEAGUES, &NONE).await
    }

    /// Tells that this program looks at a case, or no longer; once, for the next time is soon.
    async fn look(&self, reference: &Reference, looking: bool) -> Answer<Presence> {
        let request = PresenceRequest { seat: self.seat, looking };
        self.write(self.request(Method::PUT, &of(path::PRESENCE, reference)).json(&request)).await
    }
}
