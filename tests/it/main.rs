//! One test binary: every test that is more than one file of `src`.
