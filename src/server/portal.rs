//! Access to the published figures, the figures themselves, and the units an applicant chooses from.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Case, MaybeKey, Query},
    flow::{access, apply, published},
    problem::Answer,
    store::permission,
};
use crate::api::{
    access::{
        AccessRemoved, PermissionList, PermissionQuery, Published, PublishedQuery, RemoveRequest, ReportingUnits,
    },
    fault::Fault,
    path,
};

/// The units an applicant chooses from.
#[utoipa::path(get, path = path::APPLICATION_UNITS, responses((status = 200, body = ReportingUnits)))]
pub async fn units(State(app): State<App>, _caller: Caller) -> Answer<ReportingUnits> {
    Ok(Json(apply::units(&app.store, app.store.now())))
}

/// Who has access to the published figures.
#[utoipa::path(get, path = path::ACCESS, params(PermissionQuery), responses((status = 200, body = PermissionList)))]
pub async fn list(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<PermissionQuery>,
) -> Answer<PermissionList> {
    let mut conn = app.store.read().await?;
    Ok(Json(access::list(&app.store, &mut conn, &person, &query).await?))
}

/// Takes access away; with a key once however often it is sent. Its holder is told.
#[utoipa::path(post, path = path::ACCESS_REMOVE, request_body = RemoveRequest,
    params(("reference" = String, Path),
        ("Idempotency-Key" = Option<Uuid>, Header, description = "The same for every try of one removal")),
    responses((status = 200, body = AccessRemoved)))]
pub async fn remove(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    MaybeKey(key): MaybeKey,
    Body(body): Body<RemoveRequest>,
) -> Answer<AccessRemoved> {
    let mut tx = app.store.write().await?;
    let removed =
        access::remove(&app.store, &mut tx, &person, (&reference, key), &body.reason, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(removed))
}

/// The published figures (Utrapportering), for those who were given access.
#[utoipa::path(get, path = path::PUBLISHED, params(PublishedQuery), responses((status = 200, body = Published)))]
pub async fn figures(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<PublishedQuery>,
) -> Answer<Published> {
    let mut conn = app.store.read().await?;
    let (shown, used) = published::figures(&app.store, &mut conn, &person, query.unit.as_deref()).await?;
    drop(conn);
    if let Some(key) = used {
        let mut tx = app.store.write().await?;
        permission::touch(&mut tx, &key, app.store.now()).await.map_err(Fault::from)?;
        app.store.commit(tx).await?;
    }
    Ok(Json(shown))
}
