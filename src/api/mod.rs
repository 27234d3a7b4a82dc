//! What both sides agree on: paths, bodies, pages, changes and faults.
//! Imports `domain`.

pub mod access;
pub mod admin;
pub mod audit;
pub mod batch;
pub mod case;
pub mod change;
pub mod counts;
pub mod decide;
pub mod extensions;
pub mod fault;
pub mod letters;
pub mod login;
pub mod marks;
pub mod me;
pub mod outbox;
pub mod overview;
pub mod pairs;
pub mod path;
pub mod reference;
pub mod review;
pub mod tasks;
pub mod together;
pub mod units;
pub mod views;
