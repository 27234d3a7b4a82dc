//! The backend: what it stores, what it answers and what it sends.
//! Imports `domain`, `text` and `api`.

pub mod fill;
pub mod flow;
pub mod seed;
pub mod start;
pub mod store;
