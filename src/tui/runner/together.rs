//! Taking, letting go, and telling what is looked at: one word after the other, and beside everything else, so that it
//! never waits for a draft nor a draft for it.
//! Imports `client`, `app` and `api`.

use std::sync::{Arc, atomic::Ordering};

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::{Runner, Shared};
use crate::{
    api::together::TogetherWish,
    app::{effect::Ticket, msg::Reply},
    client::backend::Backend,
};

/// What shall be told, and by which ticket the answer is known.
pub(super) type Told = (Ticket, TogetherWish);

/// The one who tells it, until the runner is gone.
pub(super) fn start<B: Backend>(shared: &Arc<Shared<B>>) -> UnboundedSender<Told> {
    let (told, mut queue) = unbounded_channel::<Told>();
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        while let Some((ticket, wish)) = queue.recv().await {
            let answer = shared.backend.together(wish).await;
            shared.reply(Reply::Together(ticket, answer));
            shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    });
    told
}

impl<B: Backend> Runner<B> {
    /// Tells it in its turn.
    pub(super) fn together(&self, ticket: Ticket, wish: TogetherWish) {
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        if self.together.send((ticket, wish)).is_err() {
            self.shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    }
}
