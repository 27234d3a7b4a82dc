//! Who I am, and whether the backend is alive.
//! Imports `domain`, `text` and `api`.

use std::time::Duration;

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::{Caller, Login},
    extract::Body,
    flow::fields,
    problem::{Answer, Error},
    reader, sessions,
    store::person,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        login::Reach,
        me::{Health, Me},
        path,
    },
    domain::{person::Person, reach, refusal::Refusal},
    text::date::day_of,
};

/// The backend's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// Who I am, and what the program needs to know at its start.
#[utoipa::path(get, path = path::ME, responses((status = 200, body = Me)))]
pub async fn me(State(app): State<App>, Caller(person): Caller, login: Login) -> Answer<Me> {
    Ok(Json(describe(&app, person, &login)))
}

/// The first registration: how I am reached at work. It can be changed later.
#[utoipa::path(put, path = path::ME, request_body = Reach, responses((status = 200, body = Me)))]
pub async fn reach(
    State(app): State<App>,
    Caller(person): Caller,
    login: Login,
    Body(told): Body<Reach>,
) -> Answer<Me> {
    let mut refusals = Vec::new();
    let email = reach::email(&told.email).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let phone = reach::phone(&told.phone).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let mut unsendable = Vec::new();
    fields::email("email", &email, &mut unsendable);
    if refusals.is_empty() && !unsendable.is_empty() {
        refusals.push(Refusal::BadEmail { given: email.clone() });
    }
    if !refusals.is_empty() {
        return Err(Fault::refused_for(refusals).into());
    }
    let mut tx = app.store.write().await?;
    person::reach(&mut tx, &person.id, &email, &phone).await.map_err(Fault::from)?;
    app.store.commit(tx).await?;
    Ok(Json(describe(&app, Person { email, phone, ..person }, &login)))
}

fn describe(app: &App, person: Person, login: &Login) -> Me {
    let (register, setting, now) = (app.store.register(), app.store.setting(), app.store.now());
    let office = person.office.as_ref().and_then(|id| register.office(id));
    Me {
        needs_registration: login.0.is_some() && !reach::is_complete(&person),
        session: login.0.as_ref().map(|open| Box::new(sessions::view(&open.session, true, now))),
        office_name: office.map(|office| office.name_in(day_of(now).year()).to_owned()),
        office_short: office.map(|office| office.short.clone()),
        person: person.id,
        name: person.name,
        email: person.email,
        phone: person.phone,
        role: person.role,
        office: person.office,
        unit: person.unit,
        demo: setting.demo,
        undo_seconds: setting.undo_seconds,
        now,
        period: register.current_period(day_of(now)).cloned(),
        version: VERSION.to_owned(),
    }
}

/// Whether the backend is alive; no token is needed.
#[utoipa::path(get, path = path::HEALTH, responses((status = 200, body = Health)))]
pub async fn health() -> Json<Health> {
    Json(Health { status: "ok".to_owned(), version: VERSION.to_owned() })
}

/// Whether the process is alive; no token is needed.
#[utoipa::path(get, path = path::HEALTHZ, responses((status = 200, body = Health)))]
pub async fn healthz() -> Json<Health> {
    health().await
}

/// Whether requests can be sent here: the database answers and has the shape of this version, and the process is not
/// stopping. No token is needed.
#[utoipa::path(get, path = path::READYZ, responses((status = 200, body = Health)))]
pub async fn ready(State(app): State<App>) -> Answer<Health> {
    let answers = tokio::time::timeout(PATIENCE, app.store.is_ready());
    if app.stopping.is_cancelled() || !answers.await.unwrap_or(false) {
        return Err(Error::from(
            Fault::new(FaultKind::Storage).because(reader::texts(&app.store).say("server-not-ready")),
        ));
    }
    Ok(Json(Health { status: "ready".to_owned(), version: VERSION.to_owned() }))
}
