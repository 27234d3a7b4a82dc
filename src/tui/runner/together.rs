//! Telling what is looked at: one word after the other, and beside everything else, so that it never waits for a draft
//! nor a draft for it.
//! Imports `client`, `app` and `api`.

use std::sync::{Arc, atomic::Ordering};

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::{Runner, Shared};
use crate::{
    api::together::TogetherWish,
    app::{effect::Ticket, msg::Reply},
    client::backend::Backend,
    domain::report::Reference,
};

/// A case that is looked at, or no longer.
#[derive(Debug)]
pub(super) struct Look {
    ticket: Ticket,
    reference: Reference,
    looking: bool,
}

/// The one who tells it, until the runner is gone.
pub(super) fn start<B: Backend>(shared: &Arc<Shared<B>>) -> UnboundedSender<Look> {
    let (looks, mut queue) = unbounded_channel::<Look>();
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        while let Some(Look { ticket, reference, looking }) = queue.recv().await {
            let answer = shared.backend.together(TogetherWish::Look(reference, looking)).await;
            shared.reply(Reply::Together(ticket, answer));
            shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    });
    looks
}

impl<B: Backend> Runner<B> {
    pub(super) fn look(&self, ticket: Ticket, reference: Reference, looking: bool) {
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        if self.looks.send(Look { ticket, reference, looking }).is_err() {
            self.shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    }
}
