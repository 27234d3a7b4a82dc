//! The program's own backend before it runs: where it will answer is known at once, so that the screen need not wait for it.
//! Imports `settings` and `clock`.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    sync::Arc,
};

use tokio::task::JoinHandle;

use super::{Embedded, Wanted, demo_database, known_office, own_database, own_token};
use crate::{
    cli::{failure::Failure, session::Desk},
    clock::Clock,
    settings::Token,
};

/// Where a backend will answer, and by which clock.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) taken: Arc<TcpListener>,
    clock: Clock,
}

impl Spot {
    /// The clock of a place where somebody may be asking already, else one on the wall.
    pub(super) fn clock(spot: Option<&Self>) -> Clock {
        spot.map_or_else(Clock::wall, |spot| spot.clock.clone())
    }
}

/// A backend that was there before and can be had again.
#[derive(Debug)]
pub struct Soon {
    /// A name that stays the same when the port changes.
    pub name: String,
    token: Token,
}

/// A backend that is being started.
#[derive(Debug)]
pub struct Starting {
    /// Where it will answer; who asks sooner waits.
    pub address: String,
    /// The token of the person who uses the program.
    pub token: Token,
    /// A name that stays the same when the port changes.
    pub name: String,
    /// It, or why it does not start.
    pub running: JoinHandle<Result<Embedded, Failure>>,
}

impl Soon {
    /// The program's own backend, if it was there before: else there is nothing to be remembered of it.
    ///
    /// # Errors
    /// [`Failure::UnknownOffice`] for an office that is none.
    pub fn find(desk: &Desk) -> Result<Option<Self>, Failure> {
        let (database, token) = if desk.globals.demo {
            let wanted = Wanted { office: known_office(&desk.settings)?, tasks: desk.demo.tasks };
            let database = demo_database(desk, &wanted);
            let tokens = database.with_extension(super::template::TOKENS);
            let first = fs::read_to_string(tokens.join(super::template::FIRST)).unwrap_or_default();
            (database, tokens.join(first))
        } else {
            (own_database(desk), own_token(desk))
        };
        let known = !desk.demo.fresh && database.exists();
        let token = fs::read_to_string(token).ok().filter(|token| known && !token.trim().is_empty());
        Ok(token.map(|token| Self { name: database.display().to_string(), token: Token::new(&token) }))
    }

    /// Starts it beside everything else, on a clock that is set when it is known what time it has.
    ///
    /// # Errors
    /// [`Failure::Internal`] when this machine has no place to listen at.
    pub fn start(self, desk: Desk, clock: Clock) -> Result<Starting, Failure> {
        let internal = |error: std::io::Error| Failure::Internal(error.to_string());
        let taken = Arc::new(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(internal)?);
        let address = format!("http://{}", taken.local_addr().map_err(internal)?);
        let spot = Spot { taken, clock };
        let running = tokio::spawn(async move { Embedded::start_at(&desk, Some(spot)).await });
        Ok(Starting { address, token: self.token, name: self.name, running })
    }
}
