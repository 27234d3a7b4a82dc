//! How units stand, a unit's page, reminders and the extension register.
//! Imports `api`.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Key, Query, Segment},
    flow::{extensions, notices, remind, standing, unit_page},
    lists::PeriodQuery,
    problem::Answer,
};
use crate::api::{
    extensions::{ExtensionAnswer, ExtensionList, ExtensionRequest},
    fault::{Fault, FaultKind},
    path,
    units::{RemindAnswer, RemindRequest, UnitPage, UnitStandings, Withdrawn},
};

/// How the units of the caller's office stand in a period; those that have not delivered first.
#[utoipa::path(get, path = path::STANDINGS, params(PeriodQuery), responses((status = 200, body = UnitStandings)))]
pub async fn standings(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<PeriodQuery>,
) -> Answer<UnitStandings> {
    let mut conn = app.store.read().await?;
    let (period, now) = (query.period.as_deref(), app.store.now());
    Ok(Json(standing::standings(&app.store, &mut conn, &person, period, now).await?))
}

/// Everything the caller's office has on one of its units.
#[utoipa::path(get, path = path::UNIT_PAGE, params(("unit" = String, Path), PeriodQuery),
    responses((status = 200, body = UnitPage)))]
pub async fn page(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(unit): Segment,
    Query(query): Query<PeriodQuery>,
) -> Answer<UnitPage> {
    let mut conn = app.store.read().await?;
    let (which, now) = ((unit.as_str(), query.period.as_deref()), app.store.now());
    Ok(Json(unit_page::page(&app.store, &mut conn, &person, which, now).await?))
}

/// Purr: reminds units of a report that is missing, each with its own outcome; or only tells what would be sent.
#[utoipa::path(post, path = path::REMINDERS, request_body = RemindRequest,
    params(("Idempotency-Key" = Uuid, Header, description = "The same for every try of one request")),
    responses((status = 200, body = RemindAnswer)))]
pub async fn remind(
    State(app): State<App>,
    Caller(person): Caller,
    Key(key): Key,
    Body(request): Body<RemindRequest>,
) -> Answer<RemindAnswer> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let answer = remind::many(&store, &mut tx, &person, &request, key, app.store.now()).await?;
    if !request.dry_run {
        app.store.commit(tx).await?;
    }
    Ok(Json(answer))
}

/// Which part of the extension register.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExtensionQuery {
    /// Only this unit.
    pub unit: Option<String>,
    /// Only decisions of this period, by the day of the decision; what is not judged by the day asked.
    pub period: Option<String>,
}

/// The extension register of the caller's office.
#[utoipa::path(get, path = path::EXTENSIONS, params(ExtensionQuery), responses((status = 200, body = ExtensionList)))]
pub async fn extensions(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<ExtensionQuery>,
) -> Answer<ExtensionList> {
    let mut conn = app.store.read().await?;
    let part = (query.unit.as_deref(), query.period.as_deref());
    Ok(Json(extensions::list(&app.store, &mut conn, &person, part).await?))
}

/// Registers decisions on extensions, and tells services on a new case system; or only tells what would come of it.
#[utoipa::path(post, path = path::EXTENSIONS, request_body = ExtensionRequest,
    params(("Idempotency-Key" = Uuid, Header, description = "The same for every try of one request")),
    responses((status = 200, body = ExtensionAnswer)))]
pub async fn register(
    State(app): State<App>,
    Caller(person): Caller,
    Key(key): Key,
    Body(request): Body<ExtensionRequest>,
) -> Answer<ExtensionAnswer> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let answer = extensions::register(&store, &mut tx, &person, &request, key, app.store.now()).await?;
    if answer.stored {
        app.store.commit(tx).await?;
    }
    Ok(Json(answer))
}

/// Takes the reminders or registered decisions of a key back, inside their undo window.
#[utoipa::path(post, path = path::WITHDRAW, params(("key" = Uuid, Path)), responses((status = 200, body = Withdrawn)))]
pub async fn withdraw(State(app): State<App>, Caller(person): Caller, Segment(key): Segment) -> Answer<Withdrawn> {
    let key = Uuid::parse_str(&key).map_err(|_error| Fault::new(FaultKind::NotFound))?;
    let mut tx = app.store.write().await?;
    let withdrawn = notices::withdraw(&mut tx, &person, key, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(withdrawn))
}
