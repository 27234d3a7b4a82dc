//! What is asked and done about units.
//! Imports `client` and `app`.

use crate::{
    app::{effect::UnitsWish, msg::UnitsAnswer},
    client::backend::Backend,
};

/// Asks or does it, and answers what came of it.
pub(super) async fn perform(backend: &impl Backend, wish: UnitsWish) -> UnitsAnswer {
    match wish {
        UnitsWish::Standings(ticket) => UnitsAnswer::Standings(ticket, backend.standings(None).await),
        UnitsWish::Page(ticket, unit) => UnitsAnswer::Page(ticket, backend.unit_page(unit, None).await.map(Box::new)),
        UnitsWish::Remind(ticket, key, request) => UnitsAnswer::Reminded(ticket, backend.remind(key, request).await),
        UnitsWish::Register(ticket, key, request) => {
            UnitsAnswer::Registered(ticket, backend.register(key, request).await)
        }
        UnitsWish::Withdraw(key) => UnitsAnswer::Withdrawn(backend.withdraw(key).await),
    }
}
