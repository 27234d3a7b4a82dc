//! The overview of a period.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{app::App, caller::Caller, extract::Query, flow::overview, lists::PeriodQuery, problem::Answer};
use crate::api::{overview::Overview, path};

/// The countdown to the office's deadline, and how many tasks each view holds.
#[utoipa::path(get, path = path::OVERVIEW, params(PeriodQuery), responses((status = 200, body = Overview)))]
pub async fn overview(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<PeriodQuery>,
) -> Answer<Overview> {
    let mut conn = app.store.read().await?;
    Ok(Json(overview::overview(&app.store, &mut conn, &person, query.period.as_deref()).await?))
}
