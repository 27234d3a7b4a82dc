//! A receipt of a decision in words: what stands where a handwritten signature stood.
//! Imports `api`.

use super::{Texts, clean, date};
use crate::api::audit::Receipt;

/// Who decided what and when, and below it what proves it.
#[must_use]
pub fn lines(texts: &Texts, receipt: &Receipt) -> Vec<String> {
    let version = receipt.version.to_string();
    let (seq, at) = (receipt.seq.to_string(), date::moment(receipt.at));
    let values = [
        ("name", clean::line(&receipt.name)),
        ("office", clean::line(&receipt.office)),
        ("reference", clean::line(receipt.reference.as_str())),
        ("at", at),
        ("version", version),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let first = texts.with(&format!("receipt-{}", receipt.decision.as_str()), &values);
    let values = [
        ("key", clean::line(&receipt.key)),
        ("content", clean::line(&receipt.content)),
        ("hash", clean::line(&receipt.hash)),
        ("seq", seq),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let proof = texts.with("receipt-proof", &values);
    first.lines().chain(proof.lines()).map(str::to_owned).collect()
}
