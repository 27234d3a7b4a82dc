//! What every handler has at hand.
//! Imports nothing of the crate but the store and the rights.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::{login::Broker, rights::Rights, serving::Surroundings, store::Store};

/// What every handler has at hand.
#[derive(Debug, Clone)]
pub struct App {
    /// The store.
    pub store: Store,
    /// Cancelled when the backend stops: open streams end then.
    pub stopping: CancellationToken,
    /// Who may ask what.
    pub rights: Arc<Rights>,
    /// What every request passes by.
    pub surroundings: Arc<Surroundings>,
    /// What a login needs; none where nobody can log in.
    pub login: Option<Broker>,
}
