//! One test binary: every test that is more than one file of `src`.

mod server_decisions;
mod server_intake;
mod server_outbox;
mod server_world;
