//! Reference data that an administrator sets: periods, the rule of the extension count, forms and rules.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Segment},
    flow::reference,
    problem::Answer,
    store::others,
};
use crate::api::{
    fault::Fault,
    path,
    reference::{ReferenceAnswer, ReferenceData, ReferenceList, ReferenceRequest},
};

/// Sets reference data, or only tells what would change. Every process goes by it from its next request on.
#[utoipa::path(put, path = path::ADMIN_REFERENCE, request_body = ReferenceRequest,
    responses((status = 200, body = ReferenceAnswer)))]
pub async fn put(
    State(app): State<App>,
    Caller(person): Caller,
    Body(request): Body<ReferenceRequest>,
) -> Answer<ReferenceAnswer> {
    let at = app.store.now();
    if request.dry_run {
        let mut tx = app.store.read().await?;
        let store = app.store.current(&mut tx).await?;
        return Ok(Json(reference::put(&store, &mut tx, &person, &request, at).await?));
    }
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let answer = reference::put(&store, &mut tx, &person, &request, at).await?;
    if answer.changed {
        others::tell_amended(&mut tx).await.map_err(Fault::from)?;
        store.commit(tx).await?;
        // Others hear of it through the database; the next request of this process shall not have to wait for that.
        // If it could not be asked now, it is told of its own change like all others.
        store.renew().await;
    }
    Ok(Json(answer))
}

/// What administrators have set of the reference data, for a program that judges a file by them.
#[utoipa::path(get, path = path::REFERENCE_DATA, responses((status = 200, body = ReferenceData)))]
pub async fn in_force(State(app): State<App>, Caller(person): Caller) -> Answer<ReferenceData> {
    let mut conn = app.store.read().await?;
    Ok(Json(reference::in_force(&app.store, &mut conn, &person).await?))
}

/// Reference data of a kind: what holds, what held, what is scheduled, and where it comes from.
#[utoipa::path(get, path = path::ADMIN_REFERENCE_OF, params(("kind" = String, Path)),
    responses((status = 200, body = ReferenceList)))]
pub async fn list(State(app): State<App>, Caller(person): Caller, Segment(kind): Segment) -> Answer<ReferenceList> {
    let mut conn = app.store.read().await?;
    let store = app.store.current(&mut conn).await?;
    Ok(Json(reference::list(&store, &mut conn, &person, &kind).await?))
}
