//! The front door: what is typed on the command line, and what is printed.
//! Imports every layer.

pub mod demo;
