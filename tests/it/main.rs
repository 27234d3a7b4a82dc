//! One test binary: every test that is more than one file of `src`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and says what it leaves out"
)]

mod architecture;
mod batch_again;
mod batch_kill;
mod batch_paths;
mod batch_screen;
mod batches;
mod bursts;
mod cli_bulk;
mod cli_checking;
mod cli_deciding;
mod cli_reading;
mod cli_serving;
mod cli_submission;
mod cli_support;
mod cli_units;
mod cli_wide;
mod client_http;
mod client_journal;
mod client_live;
mod countdown;
mod counts_file;
mod data;
mod demo_access;
mod demo_figures;
mod demo_play;
mod demo_rules;
mod demo_situations;
mod documents;
mod eyes;
mod fuzz;
mod grid;
mod grid_keeping;
mod hostile_files;
mod kill;
mod letters;
mod library;
mod machine;
mod many_processes;
mod many_reports;
mod outliers;
mod palette;
mod planted;
mod planted_kinds;
mod planted_tables;
mod pty;
mod pty_screen;
mod pty_shared;
mod queue_marks;
mod recall;
mod rules;
mod screens;
mod server_changes;
mod server_contract;
mod server_counts;
mod server_decisions;
mod server_files;
mod server_history;
mod server_intake;
mod server_outbox;
mod server_people;
mod server_queue;
mod server_register;
mod server_review;
mod server_search;
mod server_units;
mod server_world;
mod source;
mod steps;
mod support;
mod texts;
mod trouble;
