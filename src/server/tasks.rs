//! The queue, the archive and one case.
//! Imports `domain` and `api`.

use axum::{Json, extract::State, http::header, response::IntoResponse};

use super::{
    app::App,
    caller::Caller,
    extract::{Case, Query},
    flow::{audit, check, read, window},
    problem::{Answer, Error},
};
use crate::{
    api::{
        case, path,
        tasks::{Scope, Sort, TaskPage, TaskQuery},
    },
    domain::person::Role,
};

/// The queue: a window of tasks.
#[utoipa::path(get, path = path::TASKS, params(TaskQuery), responses((status = 200, body = TaskPage)))]
pub async fn tasks(State(app): State<App>, Caller(person): Caller, Query(query): Query<TaskQuery>) -> Answer<TaskPage> {
    let commits = app.store.commits();
    let mut conn = app.store.read().await?;
    Ok(Json(window::window(&app.store, &mut conn, &person, query, Some(commits)).await?))
}

/// The archive: a window of solved tasks, the last decided first unless another order is asked for.
#[utoipa::path(get, path = path::ARCHIVE, params(TaskQuery), responses((status = 200, body = TaskPage)))]
pub async fn archive(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<TaskQuery>,
) -> Answer<TaskPage> {
    let mut query = TaskQuery { scope: Scope::Solved, ..query };
    // A score says nothing of a solved task: the default order stands for «decided, newest first» here.
    if query.sort == Sort::Score {
        query.sort = Sort::Decided;
        query.descending = true;
    }
    let commits = app.store.commits();
    let mut conn = app.store.read().await?;
    Ok(Json(window::window(&app.store, &mut conn, &person, query, Some(commits)).await?))
}

/// One case in full. Its `ETag` is the version to send as `If-Match`.
#[utoipa::path(get, path = path::TASK, params(("reference" = String, Path)),
    responses((status = 200, body = case::Case, headers(("ETag" = String, description = "The newest version: \"v2\"")))))]
pub async fn task(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
) -> Result<impl IntoResponse, Error> {
    let mut conn = app.store.read().await?;
    let (sees, record) = check::seen(&app.store, &mut conn, &person, &reference).await?;
    let tag = format!("\"v{}\"", record.row.version);
    let logged = audit::opened(&app.store, &mut conn, &person, &record).await?;
    let mut case = read::case(&app.store, &mut conn, (&person, &sees), record.clone()).await?;
    if person.role != Role::Leader {
        case.hide_openings();
    }
    drop(conn);
    if !logged {
        // What cannot be logged is not shown.
        let mut tx = app.store.write().await?;
        if !audit::opened(&app.store, &mut tx, &person, &record).await? {
            audit::open(&app.store, &mut tx, &person, &record).await?;
            app.store.commit(tx).await?;
        }
    }
    Ok(([(header::ETAG, tag)], Json(case)))
}
