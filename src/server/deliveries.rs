//! What leaves the caller's office, and sending again what could not be delivered.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Query, Segment},
    flow::dispatch,
    problem::Answer,
};
use crate::api::{
    outbox::{OutboxList, OutboxQuery, OutboxRow},
    path,
};

/// What leaves the caller's office: what was given up first, then the newest.
#[utoipa::path(get, path = path::OUTBOX, params(OutboxQuery), responses((status = 200, body = OutboxList)))]
pub async fn list(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<OutboxQuery>,
) -> Answer<OutboxList> {
    let mut conn = app.store.read().await?;
    Ok(Json(dispatch::list(&mut conn, &person, query.part).await?))
}

/// Sends a delivery that failed again. A leader may.
#[utoipa::path(post, path = path::OUTBOX_RETRY, params(("id" = String, Path)),
    responses((status = 200, body = OutboxRow)))]
pub async fn again(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<OutboxRow> {
    let mut tx = app.store.write().await?;
    let row = dispatch::again(&mut tx, &person, &id, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(row))
}
