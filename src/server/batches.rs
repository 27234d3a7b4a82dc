//! Batches: made, looked through, confirmed, gone on with, taken back.
//! Imports `domain` and `api`.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Query, Segment},
    flow::batch::{self, make, run, sample, take_back},
    problem::{Answer, Error},
};
use crate::{
    api::{
        batch::{Batch, BatchList, DryRun, NewBatch, Preview, Progress, RunRequest, Verdict},
        fault::{Fault, FaultKind},
        path,
    },
    domain::batch::BatchId,
};

/// Which batches.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BatchQuery {
    /// Only those with something left to do.
    pub unfinished: bool,
}

fn id_of(text: &str) -> Result<BatchId, Error> {
    let missing = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) };
    Ok(text.parse().map_err(missing)?)
}

/// What a batch would be made of, and what the policy refuses; nothing is stored.
#[utoipa::path(post, path = path::BATCH_PREVIEW, request_body = NewBatch, responses((status = 200, body = Preview)))]
pub async fn preview(State(app): State<App>, Caller(person): Caller, Body(wanted): Body<NewBatch>) -> Answer<Preview> {
    let mut conn = app.store.read().await?;
    let store = app.store.current(&mut conn).await?;
    let items = make::look_through(&store, &mut conn, &person, &wanted, app.store.now()).await?;
    Ok(Json(batch::preview(&store, &mut conn, &person, items).await?))
}

/// Makes a batch: every case is judged by the policy, and the review sample is drawn. Nothing is decided.
#[utoipa::path(post, path = path::BATCHES, request_body = NewBatch, responses((status = 201, body = Batch)))]
pub async fn create(
    State(app): State<App>,
    Caller(person): Caller,
    Body(wanted): Body<NewBatch>,
) -> Result<(StatusCode, Json<Batch>), Error> {
    let at = app.store.now();
    // Looking through many cases takes a while: it is done beside the writers, and every case is checked again at its turn.
    let mut conn = app.store.read().await?;
    let store = app.store.current(&mut conn).await?;
    let items = make::look_through(&store, &mut conn, &person, &wanted, at).await?;
    drop(conn);
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let made = make::store_batch(&store, &mut tx, &person, &wanted, items, at).await?;
    app.store.commit(tx).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// The batches of the office, the newest first, without their cases.
#[utoipa::path(get, path = path::BATCHES, params(BatchQuery), responses((status = 200, body = BatchList)))]
pub async fn list(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<BatchQuery>,
) -> Answer<BatchList> {
    let mut conn = app.store.read().await?;
    Ok(Json(BatchList { batches: batch::list(&mut conn, &person, query.unfinished).await? }))
}

/// One batch with all its cases.
#[utoipa::path(get, path = path::BATCH, params(("batch" = String, Path)), responses((status = 200, body = Batch)))]
pub async fn show(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<Batch> {
    let mut conn = app.store.read().await?;
    Ok(Json(batch::whole(&mut conn, &person, id_of(&id)?).await?))
}

/// What a person says of a case of the sample after having looked at it.
#[utoipa::path(post, path = path::BATCH_SAMPLE, params(("batch" = String, Path)), request_body = Verdict,
    responses((status = 200, body = Batch)))]
pub async fn verdict(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(id): Segment,
    Body(verdict): Body<Verdict>,
) -> Answer<Batch> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let found = sample::judge_one(&store, &mut tx, &person, id_of(&id)?, &verdict, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(found))
}

/// The dry run: exactly what would be sent. It must have been shown before a batch can be confirmed.
#[utoipa::path(post, path = path::BATCH_DRY_RUN, params(("batch" = String, Path)), responses((status = 200, body = DryRun)))]
pub async fn dry_run(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<DryRun> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let shown = sample::dry_run(&store, &mut tx, &person, id_of(&id)?, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(shown))
}

/// Bekreft for a batch by the number of its cases; without a number, going on with one that is confirmed. Makes the
/// next decisions, each stored once however often this is sent.
#[utoipa::path(post, path = path::BATCH_RUN, params(("batch" = String, Path)), request_body = RunRequest,
    responses((status = 200, body = Progress)))]
pub async fn go(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(id): Segment,
    Body(request): Body<RunRequest>,
) -> Answer<Progress> {
    Ok(Json(run::run(&app.store, &person, id_of(&id)?, request).await?))
}

/// Takes a whole batch back, inside its undo window.
#[utoipa::path(post, path = path::BATCH_UNDO, params(("batch" = String, Path)), responses((status = 200, body = Progress)))]
pub async fn undo(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<Progress> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let undone = take_back::undo(&store, &mut tx, &person, id_of(&id)?, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(undone))
}

/// Makes a batch that was taken back ready once more; the dry run and the number come again.
#[utoipa::path(post, path = path::BATCH_REDO, params(("batch" = String, Path)), responses((status = 200, body = Batch)))]
pub async fn redo(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<Batch> {
    let mut tx = app.store.write().await?;
    let found = take_back::redo(&mut tx, &person, id_of(&id)?).await?;
    app.store.commit(tx).await?;
    Ok(Json(found))
}

/// Gives up what is left of a batch; what it has decided stays decided.
#[utoipa::path(post, path = path::BATCH_STOP, params(("batch" = String, Path)), responses((status = 200, body = Batch)))]
pub async fn stop(State(app): State<App>, Caller(person): Caller, Segment(id): Segment) -> Answer<Batch> {
    let mut tx = app.store.write().await?;
    let found = take_back::stop(&app.store, &mut tx, &person, id_of(&id)?, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(found))
}
