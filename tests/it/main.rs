//! One test binary: every test that is more than one file of `src`.

mod cli_submission;
mod client_http;
mod client_journal;
mod client_live;
mod demo_access;
mod demo_figures;
mod demo_play;
mod demo_rules;
mod demo_situations;
