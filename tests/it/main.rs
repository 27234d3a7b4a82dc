//! One test binary: every test that is more than one file of `src`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod server_changes;
mod server_contract;
mod server_decisions;
mod server_files;
mod server_history;
mod server_intake;
mod server_outbox;
mod server_people;
mod server_queue;
mod server_world;
