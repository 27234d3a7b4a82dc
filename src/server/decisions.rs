//! Lagre, Fortsett arbeidsflyt, Bekreft, spør and angre.
//! Imports `api`.

use axum::{Json, extract::State};
use uuid::Uuid;

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Case, Key, MaybeKey, Seen, Segment},
    flow::{accept, ask, check::Order, decide, draft, recall, undo},
    problem::Answer,
    wire::{RawContinue, RawDecision},
};
use crate::api::{
    case::Draft,
    decide::{AskRequest, Asked, ContinueRequest, Continued, Decided, DecisionRequest, Saved, Undone},
    fault::{Fault, FaultKind},
    overview::{RecallRequest, Recalled},
    path,
    review::{AcceptAnswer, AcceptRequest},
};

/// Lagre: stores the draft of a case. A draft on an older version is kept too.
#[utoipa::path(put, path = path::DRAFT, params(("reference" = String, Path)), request_body = Draft,
    responses((status = 200, body = Saved)))]
pub async fn save(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Body(given): Body<Draft>,
) -> Answer<Saved> {
    let mut tx = app.store.write().await?;
    let saved = draft::save(&app.store, &mut tx, &person, &reference, given, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(saved))
}

/// Fortsett arbeidsflyt: checks a decision that is about to be made, and tells who will be sent something.
#[utoipa::path(post, path = path::CONTINUE, request_body = ContinueRequest,
    params(("reference" = String, Path), ("If-Match" = String, Header, description = "The version seen: \"v2\"")),
    responses((status = 200, body = Continued)))]
pub async fn proceed(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Seen(version): Seen,
    Body(body): Body<RawContinue>,
) -> Answer<Continued> {
    let request = body.decision.judged()?;
    let mut tx = app.store.write().await?;
    let at = app.store.now();
    let order = Order { caller: &person, reference: &reference, version, request: &request, at };
    let store = app.store.current(&mut tx).await?;
    let continued = decide::proceed(&store, &mut tx, &order).await?;
    app.store.commit(tx).await?;
    Ok(Json(continued))
}

/// Bekreft: stores a decision, once however often the same key is sent.
#[utoipa::path(post, path = path::DECISION, request_body = DecisionRequest,
    params(("reference" = String, Path), ("If-Match" = String, Header, description = "The version seen: \"v2\""),
        ("Idempotency-Key" = Uuid, Header, description = "The same for every try of one decision")),
    responses((status = 200, body = Decided)))]
pub async fn decide(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Seen(version): Seen,
    Key(key): Key,
    Body(body): Body<RawDecision>,
) -> Answer<Decided> {
    let request = body.judged()?;
    let mut tx = app.store.write().await?;
    let at = app.store.now();
    let order = Order { caller: &person, reference: &reference, version, request: &request, at };
    let store = app.store.current(&mut tx).await?;
    let decided = decide::decide(&store, &mut tx, &order, key, decide::Manner::Single).await?;
    app.store.commit(tx).await?;
    Ok(Json(decided))
}

/// Godta avvik: accepts a deviation with a reason; a blank reason takes the acceptance back.
#[utoipa::path(put, path = path::ACCEPT, request_body = AcceptRequest,
    params(("reference" = String, Path), ("If-Match" = String, Header, description = "The version seen: \"v2\"")),
    responses((status = 200, body = AcceptAnswer)))]
pub async fn accept(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Seen(version): Seen,
    Body(body): Body<AcceptRequest>,
) -> Answer<AcceptAnswer> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let at = app.store.now();
    let answer = accept::accept(&store, &mut tx, &person, (&reference, version), &body, at).await?;
    app.store.commit(tx).await?;
    Ok(Json(answer))
}

/// Asks an applicant for more information; the case stays open.
#[utoipa::path(post, path = path::ASK, request_body = AskRequest, params(("reference" = String, Path),
        ("Idempotency-Key" = Option<Uuid>, Header, description = "The same for every try of one question")),
    responses((status = 200, body = Asked)))]
pub async fn ask(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    MaybeKey(key): MaybeKey,
    Body(body): Body<AskRequest>,
) -> Answer<Asked> {
    let mut tx = app.store.write().await?;
    let asked = ask::ask(&app.store, &mut tx, &person, (&reference, key), &body.comment, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(asked))
}

/// Angre: takes the last decision of a case back, inside its undo window.
#[utoipa::path(post, path = path::UNDO, params(("reference" = String, Path)),
    responses((status = 200, body = Undone)))]
pub async fn undo(State(app): State<App>, Caller(person): Caller, Case(reference): Case) -> Answer<Undone> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let undone = undo::undo(&store, &mut tx, &person, &reference, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(undone))
}

/// Asks the directorate to have an approval back that has been sent; the case stays as it is.
#[utoipa::path(post, path = path::RECALL, params(("reference" = String, Path)), request_body = RecallRequest,
    responses((status = 200, body = Recalled)))]
pub async fn recall(
    State(app): State<App>,
    Caller(person): Caller,
    Case(reference): Case,
    Body(body): Body<RecallRequest>,
) -> Answer<Recalled> {
    let mut tx = app.store.write().await?;
    let recalled = recall::recall(&app.store, &mut tx, &person, &reference, &body.comment, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(recalled))
}

/// The outcome of a decision by its key: for a client that does not know whether its request arrived.
#[utoipa::path(get, path = path::DECISION_BY_KEY, params(("key" = Uuid, Path)),
    responses((status = 200, body = Decided)))]
pub async fn by_key(State(app): State<App>, Caller(person): Caller, Segment(key): Segment) -> Answer<Decided> {
    let key = Uuid::parse_str(&key).map_err(|_error| Fault::new(FaultKind::NotFound))?;
    let mut conn = app.store.read().await?;
    Ok(Json(decide::by_key(&app.store, &mut conn, &person, key).await?))
}
