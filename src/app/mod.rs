//! The state machine: what a person wants and what became true go in, the new model and effects come out.
//! Imports `domain`, `text` and the plain data of `api`.

pub mod command;
pub mod effect;
pub mod fuzzy;
pub mod layout;
pub mod model;
pub mod msg;
pub mod scope;
pub mod update;
