//! Letting the person in again: one login waits at a time, and it is nothing that the program waits for when it ends.
//! Imports `client` and `app`.

use std::sync::Arc;

use super::{Shared, lock};
use crate::{
    app::{effect::Ticket, msg::Reply},
    client::backend::Backend,
};

/// Lets the person with this id in again; who waited before waits no more.
pub(super) fn enter<B: Backend>(shared: &Arc<Shared<B>>, ticket: Ticket, person: String) {
    leave(shared);
    let ours = Arc::clone(shared);
    let task = tokio::spawn(async move {
        let replies = ours.replies.clone();
        let told = move |code| drop(replies.send(Reply::DoorCode(ticket, code)));
        let outcome = ours.backend.enter(person, told).await;
        ours.reply(Reply::Entered(ticket, outcome));
    });
    *lock(&shared.at_the_door) = Some(task.abort_handle());
}

/// Nobody waits any more.
pub(super) fn leave<B: Backend>(shared: &Shared<B>) {
    if let Some(task) = lock(&shared.at_the_door).take() {
        task.abort();
    }
}
