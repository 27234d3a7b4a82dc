//! The tokens of a login while a program runs: renewed in time, by one program at a time.
//! Imports `api`.

use std::{
    fmt, io,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use reqwest::header::HeaderValue;

use super::{
    LoginFault,
    device::Door,
    file::{Kept, Place},
};
use crate::{
    api::fault::{Fault, FaultKind},
    client::backend::Answer,
};

/// So long before an access token ends it is renewed.
const IN_TIME: SignedDuration = SignedDuration::from_secs(30);

/// Keeps a login's tokens. Clones keep the same.
#[derive(Clone)]
pub struct Keeper(Arc<Inner>);

struct Inner {
    place: Place,
    door: Door,
    /// The access token at hand, and until when it is good.
    at_hand: Mutex<Option<(HeaderValue, Timestamp)>>,
    /// Whose login it must be: a program that was opened by one person never goes on as another.
    person: Mutex<Option<String>>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Keeper").field("place", &self.0.place).finish_non_exhaustive()
    }
}

impl Keeper {
    /// Keeps the tokens of a backend that lie below the folder of the program's state.
    #[must_use]
    pub fn new(state: &Path, door: Door) -> Self {
        let place = Place::of(state, door.address());
        Self(Arc::new(Inner { place, door, at_hand: Mutex::default(), person: Mutex::default() }))
    }

    /// From here on only the logins of one person are used.
    pub fn belongs_to(&self, person: &str) {
        *self.0.person.lock().unwrap_or_else(PoisonError::into_inner) = Some(person.to_owned());
    }

    /// The door at which the tokens are renewed.
    #[must_use]
    pub fn door(&self) -> &Door {
        &self.0.door
    }

    /// What is kept, if it is anything.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        self.0.place.read()
    }

    /// Takes the tokens of a new login in the place of those before, and gives the ones before.
    ///
    /// # Errors
    /// What the system says when they cannot be kept.
    pub async fn take(&self, new: Kept) -> io::Result<Option<Kept>> {
        let place = self.0.place.clone();
        let (header, until) = (bearer(&new.access_token), new.until);
        let before = tokio::task::spawn_blocking(move || {
            let _lock = place.lock()?;
            let before = place.read();
            place.write(&new)?;
            Ok::<_, io::Error>(before)
        });
        let before = before.await.map_err(io::Error::other)??;
        if let Ok(header) = header {
            self.at_hand(header, until);
        }
        Ok(before)
    }

    /// Forgets the token at hand: the next request takes that of the file.
    pub fn look_again(&self) {
        *self.0.at_hand.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// True for tokens of somebody else than the person the program belongs to, and for those of nobody knows whom.
    fn is_another_s(&self, kept: &Kept) -> bool {
        let person = self.0.person.lock().unwrap_or_else(PoisonError::into_inner);
        person.as_deref().is_some_and(|person| person != kept.person)
    }

    /// The token for a request: the one at hand, else that of the file, renewed where it is about to end.
    ///
    /// # Errors
    /// `NotLoggedIn` when there is none; the fault of the way when it cannot be renewed now.
    pub async fn token(&self) -> Answer<HeaderValue> {
        let at_hand = self.0.at_hand.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match at_hand {
            Some((token, until)) if Timestamp::now() + IN_TIME < until => Ok(token),
            _ => self.renew(None).await,
        }
    }

    /// Another token than one that was refused: that of the file where another program has renewed it, else a new one.
    ///
    /// # Errors
    /// As [`Keeper::token`].
    pub async fn renew(&self, refused: Option<&HeaderValue>) -> Answer<HeaderValue> {
        let place = self.0.place.clone();
        let nothing = || Fault::new(FaultKind::NotLoggedIn);
        let internal = |why: String| Fault::new(FaultKind::Internal).because(why);
        if place.read().is_none() {
            return Err(nothing());
        }
        // Whoever waits here for another program finds its token in the file afterwards.
        let lock =
            tokio::task::spawn_blocking(move || place.lock()).await.map_err(|error| internal(error.to_string()))?;
        let lock = lock.map_err(|error| internal(error.to_string()))?;
        let kept = self.0.place.read().filter(|kept| !self.is_another_s(kept)).ok_or_else(nothing)?;
        let token = bearer(&kept.access_token)?;
        if refused != Some(&token) && Timestamp::now() + IN_TIME < kept.until {
            return Ok(self.at_hand(token, kept.until));
        }
        let renewed = match self.0.door.refresh(&kept.refresh_token).await {
            Ok(renewed) => Kept { login: kept.login, person: kept.person, ..renewed },
            Err(LoginFault::Expired) => {
                // The login is over: its tokens are good for nothing.
                drop(self.0.place.remove());
                *self.0.at_hand.lock().unwrap_or_else(PoisonError::into_inner) = None;
                return Err(nothing());
            }
            Err(LoginFault::Fault(fault)) => return Err(fault),
            // Whoever answered in its place was not the backend: the tokens may be as good as ever.
            Err(_other) => return Err(Fault::new(FaultKind::Away).because(self.0.door.address())),
        };
        self.0.place.write(&renewed).map_err(|error| Fault::new(FaultKind::Storage).because(error.to_string()))?;
        drop(lock);
        Ok(self.at_hand(bearer(&renewed.access_token)?, renewed.until))
    }

    fn at_hand(&self, token: HeaderValue, until: Timestamp) -> HeaderValue {
        *self.0.at_hand.lock().unwrap_or_else(PoisonError::into_inner) = Some((token.clone(), until));
        token
    }
}

/// A token as a header that no log shows.
fn bearer(token: &str) -> Answer<HeaderValue> {
    let mut header =
        HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_error| Fault::new(FaultKind::NotLoggedIn))?;
    header.set_sensitive(true);
    Ok(header)
}
