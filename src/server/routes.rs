//! The route table, and what stands round every handler.
//! Imports `api`.

use std::{any::Any, sync::LazyLock};

use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    admin, app::App, arrivals, audit, batches, changes, counts, decisions, deliveries, gate, letters, lists, login, me,
    observe, openapi, origin, overview, portal, problem, reference, rights, sessions, tasks, together, units, views,
};
use crate::api::{
    fault::{Fault, FaultKind},
    path,
};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| openapi::served(table().into_openapi()));

/// The whole service.
pub fn router(app: App) -> Router {
    let limits = app.surroundings.serving.limits;
    let (router, _) = table().split_for_parts();
    router
        .route_layer(middleware::from_fn_with_state(app.clone(), rights::guard))
        .fallback(async || problem::Error::from(Fault::new(FaultKind::NotFound)))
        .layer(DefaultBodyLimit::max(limits.body))
        .layer(CatchPanicLayer::custom(panicked))
        // A stream has answered when it begins.
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, limits.answer))
        .layer(middleware::from_fn_with_state(app.clone(), origin::remember))
        .layer(middleware::from_fn_with_state(app.clone(), gate::layer))
        .layer(middleware::from_fn_with_state(app.clone(), problem::render))
        // What a login answers is shaped by its own specifications.
        .merge(login::routes(&app))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), observe::layer))
        .with_state(app)
}

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::frame())
        .routes(routes!(me::health))
        .routes(routes!(me::healthz))
        .routes(routes!(me::ready))
        .routes(routes!(document))
        .routes(routes!(me::me, me::reach))
        .routes(routes!(sessions::list))
        .routes(routes!(sessions::revoke))
        .routes(routes!(changes::changes))
        .merge(of_cases())
        .merge(of_batches())
        .merge(of_lists())
        .merge(of_units())
        .merge(of_administrators())
        .merge(searching())
        .merge(of_the_log())
        .merge(of_outbox())
        .merge(of_portal())
}

/// The queue, the archive, one case, and what is decided about it.
fn of_cases() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(tasks::tasks))
        .routes(routes!(tasks::archive))
        .routes(routes!(tasks::task))
        .routes(routes!(decisions::save))
        .routes(routes!(decisions::proceed))
        .routes(routes!(decisions::decide))
        .routes(routes!(decisions::accept))
        .routes(routes!(decisions::ask))
        .routes(routes!(decisions::undo))
        .routes(routes!(decisions::by_key))
        .routes(routes!(decisions::recall))
        .routes(routes!(together::take, together::release))
        .routes(routes!(together::look))
        .routes(routes!(together::colleagues))
        .routes(routes!(arrivals::report))
        .routes(routes!(arrivals::application))
}

/// Many cases decided together.
fn of_batches() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(batches::preview))
        .routes(routes!(batches::create))
        .routes(routes!(batches::list))
        .routes(routes!(batches::show))
        .routes(routes!(batches::verdict))
        .routes(routes!(batches::dry_run))
        .routes(routes!(batches::go))
        .routes(routes!(batches::undo))
        .routes(routes!(batches::redo))
        .routes(routes!(batches::stop))
}

/// What is looked up: forms, units, offices, half-years, and how far an office has come.
fn of_lists() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(overview::overview))
        .routes(routes!(lists::forms))
        .routes(routes!(lists::form))
        .routes(routes!(lists::units))
        .routes(routes!(lists::unit))
        .routes(routes!(lists::offices))
        .routes(routes!(lists::periods))
        .routes(routes!(lists::letter_chain))
}

/// How units stand, reminders and the extension register.
fn of_units() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(units::standings))
        .routes(routes!(units::page))
        .routes(routes!(units::remind))
        .routes(routes!(units::extensions, units::register))
        .routes(routes!(units::withdraw))
        .routes(routes!(letters::list, letters::send))
        .routes(routes!(letters::show))
}

/// How units report, and who has access.
fn of_administrators() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(admin::channel_history, admin::set_channel))
        .routes(routes!(admin::people))
        .routes(routes!(admin::put_person, admin::remove_person))
        .routes(routes!(admin::export_person))
        .routes(routes!(reference::put))
        .routes(routes!(reference::list))
        .routes(routes!(reference::in_force))
}

/// Views, and what is marked in the queue.
fn searching() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(views::views, views::keep))
        .routes(routes!(views::remove))
        .routes(routes!(views::references))
        .routes(routes!(views::check))
        .routes(routes!(counts::query))
        .routes(routes!(counts::save))
}

/// The log and its chain.
fn of_the_log() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(audit::events))
        .routes(routes!(audit::of_case))
        .routes(routes!(audit::verify))
        .routes(routes!(audit::anchor))
        .routes(routes!(audit::link))
        .routes(routes!(audit::receipt))
}

/// What leaves the office.
fn of_outbox() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(deliveries::list))
        .routes(routes!(deliveries::again))
        .routes(routes!(deliveries::telling, deliveries::tell))
}

/// The published figures, and who has access to them.
fn of_portal() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(portal::units))
        .routes(routes!(portal::list))
        .routes(routes!(portal::remove))
        .routes(routes!(portal::figures))
}

/// This document.
#[utoipa::path(get, path = path::OPENAPI, responses((status = 200, description = "The OpenAPI document", body = serde_json::Value)))]
async fn document() -> Json<&'static Value> {
    Json(&DOCUMENT)
}

fn panicked(_cause: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("A handler panicked");
    problem::Error::from(Fault::new(FaultKind::Internal)).into_response()
}
