//! What leaves the caller's office, and sending again what could not be delivered.
//! Imports `domain` and `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Query, Segment},
    flow::{dispatch, staff},
    problem::Answer,
};
use crate::{
    api::{
        outbox::{OutboxList, OutboxQuery, OutboxRow},
        path,
    },
    domain::told::Telling,
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

/// How the caller is told of what comes in.
#[utoipa::path(get, path = path::MY_NOTICES, responses((status = 200, body = Telling)))]
pub async fn telling(State(app): State<App>, Caller(person): Caller) -> Answer<Telling> {
    let mut conn = app.store.read().await?;
    Ok(Json(staff::show(&mut conn, &person).await?))
}

/// Changes how the caller is told; what waits is told as the new wish says.
#[utoipa::path(put, path = path::MY_NOTICES, request_body = Telling, responses((status = 200, body = Telling)))]
pub async fn tell(State(app): State<App>, Caller(person): Caller, Body(wish): Body<Telling>) -> Answer<Telling> {
    let mut tx = app.store.write().await?;
    let telling = staff::set(&app.store, &mut tx, &person, &wish, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(telling))
}
