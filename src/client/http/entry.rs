//! In again: the way back for a program whose login is over, or whose screen is locked.
//! Imports `api`.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use reqwest::header::HeaderValue;

use super::{Http, bearer::Bearer};
use crate::{
    api::{
        fault::Fault,
        login::{DoorCode, EntryFault, LetIn},
        me::Me,
    },
    client::{
        backend::{Answer, Backend as _},
        login::{LoginFault, file::Kept, keeper::Keeper},
    },
};

/// How often the file of the tokens is looked at while a person may log in in another terminal.
const LOOK: Duration = Duration::from_secs(1);

/// A token of the person's own, and the file it came from. Clones share it.
#[derive(Clone)]
pub(super) struct OwnToken {
    token: Arc<Mutex<HeaderValue>>,
    file: Option<PathBuf>,
}

impl OwnToken {
    pub(super) fn new(token: HeaderValue) -> Self {
        Self { token: Arc::new(Mutex::new(token)), file: None }
    }

    pub(super) fn token(&self) -> HeaderValue {
        self.token.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The token that stands in the file by now.
    fn read_again(&self) -> Option<HeaderValue> {
        header(&fs::read_to_string(self.file.as_ref()?).ok()?)
    }
}

/// A token as a header that no log shows.
pub(super) fn header(token: &str) -> Option<HeaderValue> {
    let mut header = HeaderValue::from_str(&format!("Bearer {}", token.trim())).ok()?;
    header.set_sensitive(true);
    Some(header)
}

impl From<LoginFault> for EntryFault {
    fn from(fault: LoginFault) -> Self {
        match fault {
            LoginFault::Fault(fault) => Self::Fault(fault),
            LoginFault::NoLogin => Self::NoLogin,
            LoginFault::Denied => Self::Denied,
            LoginFault::Expired => Self::Expired,
            LoginFault::Keeping(error) => Self::Unkept(error.to_string()),
        }
    }
}

impl From<Fault> for EntryFault {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Http {
    /// The same backend; the token is read anew from its file when the one at hand is no longer good.
    #[must_use]
    pub fn reading_token_from(mut self, file: Option<PathBuf>) -> Self {
        if let Bearer::Own(own) = &mut self.bearer {
            own.file = file;
        }
        self
    }

    /// From here on the backend is asked as this person only, whoever else logs in on this machine.
    pub fn belongs_to(&self, person: &str) {
        if let Bearer::Kept(keeper) = &self.bearer {
            keeper.belongs_to(person);
        }
    }

    /// Who has a token.
    ///
    /// # Errors
    /// The [`Fault`] of the request.
    pub async fn who_has(&self, kept: &Kept) -> Answer<Me> {
        let token = header(&kept.access_token).ok_or_else(|| Fault::new(crate::api::fault::FaultKind::NotLoggedIn))?;
        Self { bearer: Bearer::Own(OwnToken::new(token)), ..self.clone() }.me().await
    }

    /// Lets the person in again: through the device login, or with the token that stands in their file by now.
    pub(super) async fn enter_again(
        &self,
        person: &str,
        told: impl Fn(DoorCode) + Send + Sync,
    ) -> Result<LetIn, EntryFault> {
        let here = |me| LetIn { me, here: true };
        match &self.bearer {
            Bearer::Own(own) => self.with_own_token(own, person).await.map(here),
            Bearer::Kept(keeper) => {
                tokio::select! {
                    through = self.through_the_door(keeper, person, told) => through.map(here),
                    me = self.elsewhere(keeper, person) => Ok(LetIn { me, here: false }),
                }
            }
        }
    }

    async fn with_own_token(&self, own: &OwnToken, person: &str) -> Result<Me, EntryFault> {
        let new = own.read_again().unwrap_or_else(|| own.token());
        let me = Self { bearer: Bearer::Own(OwnToken::new(new.clone())), ..self.clone() }.me().await?;
        if me.person != person {
            return Err(EntryFault::Other(me.name));
        }
        *own.token.lock().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(me)
    }

    async fn through_the_door(
        &self,
        keeper: &Keeper,
        person: &str,
        told: impl Fn(DoorCode) + Send + Sync,
    ) -> Result<Me, EntryFault> {
        let door = keeper.door();
        let shown = door.knock().await?;
        told(shown.told());
        let mut kept = door.wait(&shown).await?;
        let me = match self.who_has(&kept).await {
            Ok(me) if me.person == person => me,
            // Whose login it is, or would be, is not the one this screen belongs to: it is given back at once.
            outcome => {
                drop(door.give_back(&kept).await);
                return Err(outcome.map_or_else(EntryFault::Fault, |me| EntryFault::Other(me.name)));
            }
        };
        kept.person.clone_from(&me.person);
        let before = keeper.take(kept).await.map_err(|error| EntryFault::Unkept(error.to_string()))?;
        // A login that nobody has the tokens of any more is given back, so that it is not in the list.
        if let Some(before) = before {
            let door = door.clone();
            tokio::spawn(async move { drop(door.give_back(&before).await) });
        }
        Ok(me)
    }

    /// Waits until the same person has logged in with `sfv login` in another terminal: a new login, not renewed tokens.
    async fn elsewhere(&self, keeper: &Keeper, person: &str) -> Me {
        let before = keeper.kept().map(|kept| kept.login);
        loop {
            tokio::time::sleep(LOOK).await;
            let Some(kept) = keeper.kept().filter(|kept| Some(&kept.login) != before.as_ref()) else { continue };
            if let Some(me) = self.who_has(&kept).await.ok().filter(|me| me.person == person) {
                keeper.look_again();
                return me;
            }
        }
    }
}
