//! The way to the backend: what the program may ask, how it is asked over HTTP, what it hears of changes, and the
//! journal of what is not yet confirmed.
//! Imports `domain` and `api`.

pub mod address;
pub mod backend;
pub mod http;
pub mod journal;
pub mod live;
pub mod login;
pub mod memory;
mod retry;
pub mod scripted;
pub mod system;
mod wire;
