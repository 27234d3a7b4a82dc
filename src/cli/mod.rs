//! The front door: the grammar of the command line, the commands without a screen, and what they say.
//! Imports every layer.

mod access;
mod admin;
mod archive;
pub mod args;
mod audit;
mod backup;
mod bulk;
mod card;
mod check;
mod config;
pub mod crash;
mod decide;
pub mod demo;
mod diff;
pub mod embedded;
mod explain;
mod extensions;
pub mod failure;
mod library;
mod lists;
mod log;
mod login;
mod notices;
mod outbox;
pub mod output;
mod recall;
mod receiver;
mod registers;
mod remind;
mod replay;
mod report;
mod run;
pub mod screen;
mod serve;
mod service;
pub mod session;
mod status;
pub mod submission;
mod submit;
mod table;
mod tasks;
mod views;
mod words;

pub use self::run::run;
