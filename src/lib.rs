//! `sfv`: the county governor's review of the half-yearly child-welfare reports, from the first key to the last.
//!
//! Read the layers from the top: [`domain`] what it is about, [`text`] how it is said, [`checks`] what a reviewer
//! sees, [`api`] what both sides agree on, `server` the backend, [`client`] the way to it, `app` the state machine,
//! `keys` key to command, `view` model to picture, `tui` where they meet, `cli` the front door. The arrows between
//! them are in `docs/ARCHITECTURE.md` and are held by a test.

pub mod api;
pub mod app;
pub mod checks;
pub mod cli;
pub mod client;
pub mod clock;
pub mod domain;
pub mod folder;
pub mod keys;
pub mod linear;
pub mod server;
pub mod settings;
pub mod text;
pub mod tui;
pub mod view;
