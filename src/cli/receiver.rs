//! A receiver of reports as a command, for tests and training: it runs until it is told to stop.
//! Imports `server` and `text`.

use std::fs;

use serde::Serialize;

use super::{
    args::ReceiverArgs,
    embedded,
    failure::Failure,
    session::Desk,
    signs::{Hangup, Signs},
};
use crate::server::receiver;

/// The line that tells a caller where it is.
#[derive(Debug, Serialize)]
struct Started {
    /// Its address, to be given as `address` of the table `[bufdir]`.
    listening: String,
}

/// Receives until SIGINT or SIGTERM.
pub(super) async fn receive(desk: Desk, args: ReceiverArgs) -> Result<u8, Failure> {
    let read = |file: &std::path::PathBuf| {
        fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.clone(), cause })
    };
    let token = desk.globals.token_file.as_ref().map(read).transpose()?.map(|text| text.trim().to_owned());
    let mut signs = Signs::listen()?;
    let running = receiver::start(args.listen, args.folder, token)
        .await
        .map_err(|error| embedded::refused(&error, &desk.output.texts))?;
    let line = serde_json::to_string(&Started { listening: running.url.clone() });
    desk.output.line(line.map_err(|error| Failure::Internal(error.to_string()))?)?;
    signs.stop(Hangup::Ends).await;
    running.stop().await;
    Ok(0)
}
