//! What a reviewer sees: rule packs that become findings, outliers, comparison of periods and versions, the suggested
//! comment and the guards of outgoing text.
//! Imports `domain` and `text`.

pub mod identity;
pub mod language;
