//! What only an administrator does: how units report, and who has access.
//! Imports `api`.

use axum::{Json, extract::State};

use super::{
    app::App,
    caller::Caller,
    extract::{Body, Segment},
    flow::{channels, people},
    problem::Answer,
};
use crate::api::{
    admin::{
        ChannelAnswer, ChannelHistory, ChannelRequest, PersonExport, PersonList, PersonRemoved, PersonRequest,
        PersonView,
    },
    path,
};

/// How a unit has reported, the first period first.
#[utoipa::path(get, path = path::ADMIN_CHANNEL, params(("unit" = String, Path)),
    responses((status = 200, body = ChannelHistory)))]
pub async fn channel_history(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(unit): Segment,
) -> Answer<ChannelHistory> {
    let mut conn = app.store.read().await?;
    Ok(Json(channels::history(&app.store, &mut conn, &person, &unit).await?))
}

/// Takes a unit a step on its way to the register, or only tells what would change. What is open of the unit is judged by the new
/// channel from then on, and its draft is kept.
#[utoipa::path(put, path = path::ADMIN_CHANNEL, params(("unit" = String, Path)), request_body = ChannelRequest,
    responses((status = 200, body = ChannelAnswer)))]
pub async fn set_channel(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(unit): Segment,
    Body(request): Body<ChannelRequest>,
) -> Answer<ChannelAnswer> {
    let mut tx = app.store.write().await?;
    let store = app.store.current(&mut tx).await?;
    let answer = channels::set(&store, &mut tx, &person, &unit, &request, app.store.now()).await?;
    if answer.changed && !answer.dry_run {
        app.store.commit(tx).await?;
    }
    Ok(Json(answer))
}

/// Everybody who has or had access.
#[utoipa::path(get, path = path::ADMIN_PEOPLE, responses((status = 200, body = PersonList)))]
pub async fn people(State(app): State<App>, Caller(person): Caller) -> Answer<PersonList> {
    Ok(Json(people::list(&mut *app.store.read().await?, &person).await?))
}

/// Adds a person, or changes the one with the id: role, office, contact data, locked or not.
#[utoipa::path(put, path = path::ADMIN_PERSON, params(("id" = String, Path)), request_body = PersonRequest,
    responses((status = 200, body = PersonView)))]
pub async fn put_person(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(id): Segment,
    Body(request): Body<PersonRequest>,
) -> Answer<PersonView> {
    let mut tx = app.store.write().await?;
    let view = people::put(&app.store, &mut tx, &person, &id, &request, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(view))
}

/// Takes a person away, as far as the archive allows.
#[utoipa::path(delete, path = path::ADMIN_PERSON, params(("id" = String, Path)),
    responses((status = 200, body = PersonRemoved)))]
pub async fn remove_person(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(id): Segment,
) -> Answer<PersonRemoved> {
    let mut tx = app.store.write().await?;
    let removed = people::remove(&app.store, &mut tx, &person, &id, app.store.now()).await?;
    app.store.commit(tx).await?;
    Ok(Json(removed))
}

/// Everything that is stored about a person.
#[utoipa::path(get, path = path::ADMIN_EXPORT, params(("id" = String, Path)),
    responses((status = 200, body = PersonExport)))]
pub async fn export_person(
    State(app): State<App>,
    Caller(person): Caller,
    Segment(id): Segment,
) -> Answer<PersonExport> {
    Ok(Json(people::export(&mut *app.store.read().await?, &person, &id).await?))
}
