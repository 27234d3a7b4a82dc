//! Ta, slipp, tildel, and who looks at a case.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Case},
    flow::{holder, presence},
    problem::Answer,
};
use crate::api::{
    path,
    together::{ColleagueList, Held, HolderRequest, Presence, PresenceRequest},
};

/// Takes a task that no colleague has; a leader may give it to a colleague. Sent again, it stays as it is.
#[utoipa::path(put, path = path::HOLDER, params(("reference" = String, Path)), request_body = HolderRequest,
    responses((status = 200, body = Held)))]
pub async fn take(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Body(body): Body<HolderRequest>,
) -> Answer<Held> {
    let mut tx = app.store.write().await?;
    let held = holder::take(&app.store, &mut tx, &person, &reference, &body, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(held))
}

/// Lets a task go: one's own, or a colleague's for a leader. Sent again, it stays as it is.
#[utoipa::path(delete, path = path::HOLDER, params(("reference" = String, Path)), responses((status = 200, body = Held)))]
pub async fn release(State(app): State<App>, Caller(person): Caller, Case(reference): Case) -> Answer<Held> {
    let mut tx = app.store.write().await?;
    let held = holder::release(&app.store, &mut tx, &person, &reference, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(held))
}

/// Those who decide for the caller's office, by name.
#[utoipa::path(get, path = path::COLLEAGUES, responses((status = 200, body = ColleagueList)))]
pub async fn colleagues(State(app): State<App>, Caller(person): Caller) -> Answer<ColleagueList> {
    let mut conn = app.store.read().await?;
    Ok(Json(holder::colleagues(&mut conn, &person).await?))
}

/// Tells that the caller looks at a case, or no longer; who is silent for long is taken to have left.
#[utoipa::path(put, path = path::PRESENCE, params(("reference" = String, Path)), request_body = PresenceRequest,
    responses((status = 200, body = Presence)))]
pub async fn look(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Body(body): Body<PresenceRequest>,
) -> Answer<Presence> {
    let mut tx = app.store.write().await?;
    let (seen, changed) = presence::look(&app.store, &mut tx, &person, &reference, body, app.store.now()).await?;
    // Who goes on looking changes nothing that anybody is shown.
    if changed {
        app.store.commit(tx).await?;
    } else {
        app.store.commit_quietly(tx).await?;
    }
    Ok(Json(seen))
}
