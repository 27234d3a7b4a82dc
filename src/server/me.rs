//! Who I am, and whether the backend is alive.
//! Imports `domain`, `text` and `api`.

use axum::{Json, extract::State};

use super::{app::App, caller::Caller, problem::Answer};
use crate::{
    api::{
        me::{Health, Me},
        path,
    },
    text::date::day_of,
};

/// The backend's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Who I am, and what the program needs to know at its start.
#[utoipa::path(get, path = path::ME, responses((status = 200, body = Me)))]
pub async fn me(State(app): State<App>, Caller(person): Caller) -> Answer<Me> {
    let (register, setting, now) = (app.store.register(), app.store.setting(), app.store.now());
    let office = person.office.as_ref().and_then(|id| register.office(id));
    Ok(Json(Me {
        office_name: office.map(|office| office.name_in(day_of(now).year()).to_owned()),
        office_short: office.map(|office| office.short.clone()),
        person: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        office: person.office,
        unit: person.unit,
        demo: setting.demo,
        undo_seconds: setting.undo_seconds,
        now,
        period: register.current_period(day_of(now)).cloned(),
        version: VERSION.to_owned(),
    }))
}

/// Whether the backend is alive; no token is needed.
#[utoipa::path(get, path = path::HEALTH, responses((status = 200, body = Health)))]
pub async fn health() -> Json<Health> {
    Json(Health { status: "ok".to_owned(), version: VERSION.to_owned() })
}
