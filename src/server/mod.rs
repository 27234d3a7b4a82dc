//! The backend: what it stores, what it answers and what it sends.
//! Imports `domain`, `text` and `api`.

pub mod app;
pub mod arrivals;
pub mod audit;
pub mod batch_policies;
pub mod batches;
pub mod caller;
pub mod changes;
pub mod counts;
pub mod database;
pub mod decisions;
pub mod deliveries;
pub mod extract;
pub mod fill;
pub mod flow;
pub mod lists;
pub mod me;
pub mod openapi;
pub mod origin;
pub mod outbox;
pub mod overview;
pub mod own;
pub mod problem;
pub mod receiver;
pub mod rights;
pub mod routes;
pub mod rules;
pub mod run;
pub mod seed;
pub mod start;
pub mod store;
pub mod tallies;
pub mod tasks;
pub mod units;
pub mod views;
pub mod weighing;
pub mod wire;

pub use run::{Options, Running, start};
