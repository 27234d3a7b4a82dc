//! Throwing away what is remembered of the backends' answers.
//! Imports `client`.

use super::{failure::Failure, session::Desk};
use crate::client::memory;

/// Throws away what every backend answered every person on this machine's account. What is typed and not confirmed is in the
/// journal, and stays.
pub(super) fn wipe(desk: &Desk) -> Result<u8, Failure> {
    let root = &desk.places.answers;
    let answers = memory::wipe(root, None).map_err(|cause| Failure::Write { file: root.clone(), cause })?;
    desk.output.answer("wipe", &serde_json::json!({ "answers": answers }), |texts, _| {
        vec![texts.count("cli-wiped", i64::try_from(answers).unwrap_or(i64::MAX), &[])]
    })?;
    Ok(0)
}
