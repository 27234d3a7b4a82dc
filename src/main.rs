//! Runs the program and gives its exit code.

fn main() {}
