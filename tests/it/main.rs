//! One test binary: every test that is more than one file of `src`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cli_deciding;
mod cli_reading;
mod cli_serving;
mod cli_submission;
mod cli_support;
mod client_http;
mod client_journal;
mod client_live;
mod demo_access;
mod demo_figures;
mod demo_play;
mod demo_rules;
mod demo_situations;
mod kill;
mod pty;
mod pty_screen;
mod pty_shared;
mod screens;
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
mod steps;
mod support;
mod trouble;
