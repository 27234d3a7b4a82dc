//! Sending something once, however often the command is given again because its answer never came.
//! Imports `api` and `client`.

use serde::Serialize;
use uuid::Uuid;

use super::{failure::Failure, session::Session};
use crate::client::backend::{Answer, Backend as _};

/// Sends a request to `path` with a key. The same request whose outcome is not known from an earlier command goes with its
/// key of then: it may have arrived.
pub(super) async fn once<T>(
    session: &Session,
    path: &str,
    body: &(impl Serialize + Sync),
    send: impl AsyncFnOnce(Uuid) -> Answer<T>,
) -> Result<T, Failure> {
    let me = session.http.me().await?;
    let mut journal = session.journal(&me.person)?;
    let body = serde_json::to_string(body).map_err(|error| Failure::Internal(error.to_string()))?;
    let (key, asked_before) = journal.request(&format!("{path}\n{body}"), session.clock.now())?;
    let answer = send(key).await;
    if !answer.as_ref().is_err_and(|fault| fault.may_be_stored(asked_before)) {
        journal.request_done(key)?;
    }
    Ok(answer?)
}
