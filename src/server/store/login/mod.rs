//! Login: who waits, who is on the way, who is logged in.
//! Imports `domain`.

pub mod identity;
pub mod record;
pub mod request;
pub mod session;
pub mod visit;
