//! What both sides agree on: paths, bodies, pages, changes and faults.
//! Imports `domain`.

pub mod case;
pub mod change;
pub mod decide;
pub mod extensions;
pub mod fault;
pub mod me;
pub mod pairs;
pub mod path;
pub mod review;
pub mod tasks;
pub mod units;
