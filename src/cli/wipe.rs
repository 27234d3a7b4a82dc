//! Throwing away what is remembered of the backends' answers.
//! Imports `client`.

use super::{failure::Failure, session::Desk};

/// Throws away what every backend answered every person on this machine's account. What is typed and not confirmed is in the
/// journal, and stays.
pub(super) fn wipe(desk: &Desk) -> Result<u8, Failure> {
    let answers = desk.forget(None)?;
    desk.output.answer("wipe", &serde_json::json!({ "answers": answers }), |texts, _| {
        vec![texts.count("cli-wiped", i64::try_from(answers).unwrap_or(i64::MAX), &[])]
    })?;
    Ok(0)
}
