//! Letters of an office to its units.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Key, Segment},
    flow::broadcast,
    problem::Answer,
};
use crate::api::{
    fault::{Fault, FaultKind},
    letters::{LetterAnswer, LetterList, LetterRequest, LetterView},
    path,
};

/// The letters of the caller's office, the newest first, with how their copies fare.
#[utoipa::path(get, path = path::LETTERS, responses((status = 200, body = LetterList)))]
pub async fn list(State(app): State<App>, Caller(person): Caller) -> Answer<LetterList> {
    let mut conn = app.store.read().await?;
    Ok(Json(broadcast::list(&mut conn, &person).await?))
}

/// A letter with each unit's copy.
#[utoipa::path(get, path = path::LETTER, params(("id" = i64, Path)), responses((status = 200, body = LetterView)))]
pub async fn show(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<LetterView> {
    let id = id.parse().map_err(|_error| Fault::new(FaultKind::NotFound))?;
    let mut conn = app.store.read().await?;
    Ok(Json(broadcast::view(&app.store, &mut conn, &person, id).await?))
}

/// Writes a letter to all or some units of the caller's office, each in its language; or only tells to whom it would go.
#[utoipa::path(post, path = path::LETTERS, request_body = LetterRequest,
    params(("Idempotency-Key" = uuid::Uuid, Header, description = "The same for every try of one request")),
    responses((status = 200, body = LetterAnswer)))]
pub async fn send(
    State(app): State<App>,
    Caller(person): Caller,
    Key(key): Key,
    Body(request): Body<LetterRequest>,
) -> Answer<LetterAnswer> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let answer = broadcast::send(&store, &mut tx, &person, &request, key, app.store.now()).await?;
    if !request.dry_run {
        app.store.commit(tx).await?;
    }
    Ok(Json(answer))
}
