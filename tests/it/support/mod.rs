//! What the tests of the whole program stand on: a terminal, a backend that can be killed, and its database.

pub(crate) mod backend;
pub(crate) mod pty;
