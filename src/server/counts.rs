//! The extension counts of many reports: one request to read, one to keep.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{app::App, caller::Caller, extract::Body, flow::counts, problem::Answer};
use crate::api::{
    counts::{CountPage, CountQuery, CountsRequest, CountsSaved},
    path,
};

/// What is needed to give the extension counts of many reports. It changes nothing.
#[utoipa::path(post, path = path::COUNTS_QUERY, request_body = CountQuery,
    responses((status = 200, body = CountPage)))]
pub async fn query(State(app): State<App>, Caller(person): Caller, Body(asked): Body<CountQuery>) -> Answer<CountPage> {
    let mut conn = app.store.read().await?;
    Ok(Json(counts::query(&app.store, &mut conn, &person, asked).await?))
}

/// Keeps the extension counts of many reports as drafts; each has its own result.
#[utoipa::path(put, path = path::DRAFT_COUNTS, request_body = CountsRequest,
    responses((status = 200, body = CountsSaved)))]
pub async fn save(
    State(app): State<App>,
    Caller(person): Caller,
    Body(body): Body<CountsRequest>,
) -> Answer<CountsSaved> {
    let mut tx = app.store.write().await?;
    let saved = counts::save(&app.store, &mut tx, &person, &body.counts, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(saved))
}
