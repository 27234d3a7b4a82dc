//! The way to the backend: what the program may ask, and how it is asked over HTTP.
//! Imports `domain` and `api`.

pub mod backend;
