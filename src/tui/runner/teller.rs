//! Telling the program what became true outside of any request.
//! Imports `app` and `client`.

use tokio::sync::mpsc::UnboundedSender;

use super::Runner;
use crate::{app::msg::Reply, client::backend::Backend};

impl<B: Backend> Runner<B> {
    /// Where it can be told.
    #[must_use]
    pub fn teller(&self) -> UnboundedSender<Reply> {
        self.shared.replies.clone()
    }
}
