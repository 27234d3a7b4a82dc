//! Intake of reports and access requests.
//! Imports `domain` and `api`.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, MaybeKey},
    flow::{apply, intake, review, staff},
    problem::Error,
    store::Store,
    wire::RawSubmission,
};
use crate::{
    api::{
        decide::Received,
        fault::{Fault, FaultKind},
        path,
    },
    domain::{
        access::Application,
        person::{Person, Role},
        report::Submission,
    },
};

/// Takes a report in.
#[utoipa::path(post, path = path::REPORTS, request_body = Submission, responses((status = 201, body = Received)))]
pub async fn report(
    State(app): State<App>,
    Caller(person): Caller,
    Body(body): Body<RawSubmission>,
) -> Result<impl IntoResponse, Error> {
    may_submit(&app.store, &person, body.unit())?;
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let received = intake::submit(&store, &mut tx, &body.from_person(&person), app.store.now()).await?;
    review::weigh(&store, &mut tx, &received.reference).await?;
    staff::tell(&app.store, &mut tx, &received).await?;
    app.store.commit(tx).await?;
    Ok(created(received))
}

/// Takes an access request in, from anybody who is logged in; with a key once however often it is sent.
#[utoipa::path(post, path = path::APPLICATIONS, request_body = Application,
    params(("Idempotency-Key" = Option<Uuid>, Header, description = "The same for every try of one application")),
    responses((status = 201, body = Received)))]
pub async fn application(
    State(app): State<App>,
    Caller(person): Caller,
    MaybeKey(key): MaybeKey,
    Body(body): Body<Application>,
) -> Result<impl IntoResponse, Error> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let (received, new) = apply::apply_once(&store, &mut tx, (&person, key), &body, app.store.now()).await?;
    if new {
        staff::tell(&app.store, &mut tx, &received).await?;
    }
    app.store.commit(tx).await?;
    Ok(created(received))
}

/// A municipality submits for its own unit, an administrator for any; in the demo an office may play municipality.
fn may_submit(store: &Store, person: &Person, unit: &str) -> Result<(), Fault> {
    let allowed = match person.role {
        // A number that has lost its zero is refused later, with a hint.
        Role::Municipality => {
            person.unit.as_ref().is_some_and(|own| own.as_str().trim_start_matches('0') == unit.trim_start_matches('0'))
        }
        Role::Admin => true,
        Role::Reviewer | Role::Leader => store.setting().demo,
        Role::Reader | Role::Bufdir => false,
    };
    if allowed { Ok(()) } else { Err(Fault::new(FaultKind::NotAllowed)) }
}

fn created(received: Received) -> impl IntoResponse {
    let place = path::fill(path::TASK, received.reference.as_str());
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(received))
}
