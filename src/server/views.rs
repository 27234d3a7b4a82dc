//! Views and marks.
//! Imports `domain` and `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Query, Segment},
    flow::{marks, search},
    problem::Answer,
};
use crate::api::{
    marks::{MarkCheck, MarksChecked, ReferenceQuery, References},
    path,
    views::{NewView, ViewList},
};

/// The views, built in and one's own.
#[utoipa::path(get, path = path::VIEWS, responses((status = 200, body = ViewList)))]
pub async fn views(State(app): State<App>, Caller(person): Caller) -> Answer<ViewList> {
    let mut conn = app.store.read().await?;
    Ok(Json(search::list(&app.store, &mut conn, &person).await?))
}

/// Keeps a view of one's own; one with the same name is replaced.
#[utoipa::path(post, path = path::VIEWS, request_body = NewView, responses((status = 200, body = ViewList)))]
pub async fn keep(State(app): State<App>, Caller(person): Caller, Body(view): Body<NewView>) -> Answer<ViewList> {
    let mut tx = app.store.write().await?;
    search::keep(&app.store, &mut tx, &person, &view).await?;
    let views = search::list(&app.store, &mut tx, &person).await?;
    app.store.commit(tx).await?;
    Ok(Json(views))
}

/// Removes a view of one's own.
#[utoipa::path(delete, path = path::VIEW, params(("id" = String, Path)), responses((status = 200, body = ViewList)))]
pub async fn remove(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<ViewList> {
    let mut tx = app.store.write().await?;
    search::remove(&mut tx, &person, &id).await?;
    let views = search::list(&app.store, &mut tx, &person).await?;
    app.store.commit(tx).await?;
    Ok(Json(views))
}

/// The references of the open tasks of a search, or of the stretch between two of them.
#[utoipa::path(get, path = path::REFERENCES, params(ReferenceQuery), responses((status = 200, body = References)))]
pub async fn references(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<ReferenceQuery>,
) -> Answer<References> {
    let mut conn = app.store.read().await?;
    Ok(Json(marks::references(&app.store, &mut conn, &person, query).await?))
}

/// What has become of marked tasks, and how many of them a search does not hold. Nothing is stored.
#[utoipa::path(post, path = path::MARKS, request_body = MarkCheck, responses((status = 200, body = MarksChecked)))]
pub async fn check(
    State(app): State<App>,
    Caller(person): Caller,
    Body(marked): Body<MarkCheck>,
) -> Answer<MarksChecked> {
    let mut conn = app.store.read().await?;
    Ok(Json(marks::check(&app.store, &mut conn, &person, marked).await?))
}
