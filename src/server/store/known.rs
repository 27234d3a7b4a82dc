//! The reference data as a store knows it: what is built in, with what administrators have set. Every process reads it anew when the
//! number of the newest amendment is another one.
//! Imports `domain` and `api`.

use std::{
    collections::HashSet,
    sync::{Arc, PoisonError},
};

use super::{Conn, Store, amendment};
use crate::{
    api::fault::{Fault, FaultKind},
    domain::{
        amendment::{Amendment, ReferenceKind},
        register::Register,
    },
    server::{own::OwnData, rules::Rules},
};

/// The data that gives the rows their meaning.
#[derive(Debug)]
pub(super) struct Known {
    /// The reference data.
    pub(super) register: Register,
    /// The rules.
    pub(super) rules: Rules,
    /// The number of the newest amendment in it.
    generation: i64,
}

/// What administrators have set, and the number of the newest.
#[derive(Debug)]
pub(super) struct Held {
    amendments: Vec<Amendment>,
    generation: i64,
}

impl Known {
    /// What is built in, with amendments.
    ///
    /// # Errors
    /// What does not fit together.
    pub(super) fn of(own: &OwnData, amendments: &[Amendment], generation: i64) -> Result<Self, String> {
        let register = own.register().and_then(|register| register.amended(amendments));
        let register = register.map_err(|error| error.to_string())?;
        let rules = Rules::amended(&register, amendments)?;
        Ok(Self { register, rules, generation })
    }
}

impl Clone for Store {
    fn clone(&self) -> Self {
        let known = Arc::clone(&self.inner.newest.read().unwrap_or_else(PoisonError::into_inner));
        Self { inner: Arc::clone(&self.inner), known }
    }
}

impl Store {
    /// The number of the newest amendment that this store knows.
    #[must_use]
    pub fn generation(&self) -> i64 {
        self.known.generation
    }

    /// The store as it would be with amendments more; nobody else sees it.
    ///
    /// # Errors
    /// What does not fit together.
    pub async fn trial(&self, conn: &mut Conn, more: &[Amendment]) -> Result<Result<Self, String>, Fault> {
        let Held { mut amendments, generation } = held(conn).await?;
        let named: HashSet<(ReferenceKind, &str)> = more.iter().map(|new| (new.kind, new.name.as_str())).collect();
        amendments.retain(|held| !named.contains(&(held.kind, held.name.as_str())));
        amendments.extend(more.iter().filter(|new| !new.content.is_empty()).cloned());
        let known = Known::of(&self.inner.setting.own, &amendments, generation);
        Ok(known.map(|known| Self { inner: Arc::clone(&self.inner), known: Arc::new(known) }))
    }

    /// The store with the reference data that holds in a transaction: what another process has set a moment ago is in it.
    ///
    /// # Errors
    /// A storage fault; an internal one when what is set does not fit this version of the program.
    pub async fn current(&self, conn: &mut Conn) -> Result<Self, Fault> {
        let newest = self.clone();
        if amendment::generation(conn).await? == newest.generation() {
            return Ok(newest);
        }
        let held = held(conn).await?;
        self.know(&held).map_err(|detail| {
            tracing::error!(%detail, "The reference data that was set cannot be used");
            Fault::new(FaultKind::Internal)
        })
    }

    /// Takes over what another process has set. False when the database could not be asked, and must be once more; what
    /// cannot be used is logged, and what was known holds on.
    pub async fn renew(&self) -> bool {
        let asked = async {
            let mut conn = self.read().await?;
            self.current(&mut conn).await.map(drop)
        };
        // The reason is logged where it is found; asking again helps only against a database that did not answer.
        let away = asked.await.is_err_and(|fault: Fault| fault.kind == FaultKind::Storage);
        if away {
            tracing::warn!("The reference data could not be read; it is asked for again");
        }
        !away
    }

    /// What administrators have set.
    pub(super) async fn held(&self) -> Result<Held, Fault> {
        held(&mut *self.read().await?).await
    }

    /// Makes what is set known to every request that begins from now on.
    pub(super) fn know(&self, held: &Held) -> Result<Self, String> {
        let known = Arc::new(Known::of(&self.inner.setting.own, &held.amendments, held.generation)?);
        let mut newest = self.inner.newest.write().unwrap_or_else(PoisonError::into_inner);
        if newest.generation <= known.generation {
            *newest = Arc::clone(&known);
        }
        drop(newest);
        Ok(Self { inner: Arc::clone(&self.inner), known })
    }
}

async fn held(conn: &mut Conn) -> Result<Held, Fault> {
    let generation = amendment::generation(conn).await?;
    let amendments = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment).collect();
    Ok(Held { amendments, generation })
}
