//! Taking, letting go, and telling what is looked at: each one word after the other, and beside everything else, so that
//! none waits for a draft nor a draft for it.
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

/// Those who tell it, until the runner is gone: who takes a task does not wait for what is looked at.
#[derive(Debug)]
pub(super) struct Tellers {
    looks: UnboundedSender<Told>,
    hands: UnboundedSender<Told>,
}

/// How much is taken off a queue at a time.
const AT_A_TIME: usize = 100;

/// Begins to tell.
pub(super) fn start<B: Backend>(shared: &Arc<Shared<B>>) -> Tellers {
    Tellers { looks: teller(shared), hands: teller(shared) }
}

fn teller<B: Backend>(shared: &Arc<Shared<B>>) -> UnboundedSender<Told> {
    let (told, mut queue) = unbounded_channel::<Told>();
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let mut waiting = Vec::new();
        while queue.recv_many(&mut waiting, AT_A_TIME).await > 0 {
            let mut left = waiting.drain(..);
            while let Some((ticket, wish)) = left.next() {
                // On a slow line only the last look at a case is worth telling.
                if !left.as_slice().iter().any(|(_, later)| is_looked_at_again(&wish, later)) {
                    let answer = shared.backend.together(wish).await;
                    shared.reply(Reply::Together(ticket, answer));
                }
                shared.under_way.fetch_sub(1, Ordering::SeqCst);
            }
        }
    });
    told
}

fn is_looked_at_again(one: &TogetherWish, later: &TogetherWish) -> bool {
    matches!((one, later), (TogetherWish::Look(one, _), TogetherWish::Look(later, _)) if one == later)
}

impl<B: Backend> Runner<B> {
    /// Tells it in its turn.
    pub(super) fn together(&self, ticket: Ticket, wish: TogetherWish) {
        self.shared.under_way.fetch_add(1, Ordering::SeqCst);
        let Tellers { looks, hands } = &self.together;
        let teller = if matches!(wish, TogetherWish::Look(..)) { looks } else { hands };
        if teller.send((ticket, wish)).is_err() {
            self.shared.under_way.fetch_sub(1, Ordering::SeqCst);
        }
    }
}
