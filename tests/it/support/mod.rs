//! What the tests of the whole program stand on: a terminal, a backend that can be killed, and its database.

pub(crate) mod backend;
pub(crate) mod faults;
pub(crate) mod liar;
pub(crate) mod listener;
pub(crate) mod mail;
pub(crate) mod many;
pub(crate) mod oidc;
pub(crate) mod postgres;
pub(crate) mod pty;
pub(crate) mod relay;
pub(crate) mod terminals;

use std::sync::Arc;

use statsforvalter::checks::guides::Guides;

/// The rules and the words of languages.
pub(crate) fn guides() -> Arc<Guides> {
    Arc::new(Guides::embedded().expect("the rules parse"))
}
