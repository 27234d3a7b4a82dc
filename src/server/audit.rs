//! The log, its chain, and receipts.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Query, Segment},
    flow::audit,
    problem::Answer,
};
use crate::api::{
    audit::{AuditPage, AuditQuery, Link, Receipt, ReceiptVerdict, VerifyPage, VerifyQuery},
    fault::{Fault, FaultKind},
    path,
};

/// Events of the log, the newest first: what was done and what was opened.
#[utoipa::path(get, path = path::AUDIT_EVENTS, params(AuditQuery), responses((status = 200, body = AuditPage)))]
pub async fn events(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<AuditQuery>,
) -> Answer<AuditPage> {
    let mut conn = app.store.read().await?;
    Ok(Json(audit::list(&mut conn, &person, &query).await?))
}

/// Works a piece of the chain out anew, from the event after a number on.
#[utoipa::path(get, path = path::AUDIT_VERIFY, params(VerifyQuery), responses((status = 200, body = VerifyPage)))]
pub async fn verify(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<VerifyQuery>,
) -> Answer<VerifyPage> {
    let mut conn = app.store.read().await?;
    Ok(Json(audit::verify(&mut conn, &person, query).await?))
}

/// The number and the hash of the newest event: an anchor to keep elsewhere.
#[utoipa::path(get, path = path::AUDIT_ANCHOR, responses((status = 200, body = Link)))]
pub async fn anchor(State(app): State<App>, Caller(person): Caller) -> Answer<Link> {
    let mut conn = app.store.read().await?;
    Ok(Json(audit::link(&mut conn, &person, None).await?))
}

/// The hash of an event.
#[utoipa::path(get, path = path::AUDIT_LINK, params(("seq" = i64, Path)), responses((status = 200, body = Link)))]
pub async fn link(State(app): State<App>, Caller(person): Caller, Segment(seq): Segment) -> Answer<Link> {
    let seq = seq.parse().map_err(|_error| Fault::new(FaultKind::NotFound))?;
    let mut conn = app.store.read().await?;
    Ok(Json(audit::link(&mut conn, &person, Some(seq)).await?))
}

/// Whether a receipt belongs to the chain.
#[utoipa::path(post, path = path::AUDIT_RECEIPT, request_body = Receipt,
    responses((status = 200, body = ReceiptVerdict)))]
pub async fn receipt(
    State(app): State<App>,
    Caller(person): Caller,
    Body(given): Body<Receipt>,
) -> Answer<ReceiptVerdict> {
    let mut conn = app.store.read().await?;
    Ok(Json(audit::judge(&app.store, &mut conn, &person, &given).await?))
}
