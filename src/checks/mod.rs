//! What a reviewer sees: rule packs that become findings, outliers, comparison of periods and versions, the suggested
//! comment and the guards of outgoing text.
//! Imports `domain` and `text`.

pub mod asks;
pub mod counts;
pub mod engine;
pub mod formula;
pub mod guides;
pub mod identity;
pub mod language;
pub mod letter;
pub mod outlier;
pub mod pack;
pub mod references;
pub mod say;
pub mod score;
pub mod trial;
pub mod versions;
