//! Reference data: forms, periods, offices and units.
//! Imports `domain`, `text` and `api`.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    app::App,
    caller::Caller,
    extract::{Query, Segment},
    flow::units,
    problem::Answer,
    store::Store,
};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        me::{FormBrief, FormList, OfficeList, PeriodList, UnitList, UnitView},
        path,
        reference::LetterChain,
    },
    domain::{
        form::Form,
        library::ChainLetter,
        period::Period,
        person::{Person, Role},
        unit::{Unit, UnitNo},
    },
    text::date::day_of,
};

/// In which period.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeriodQuery {
    /// The period; without it the one that is reported now.
    pub period: Option<String>,
}

/// The form versions.
#[utoipa::path(get, path = path::FORMS, responses((status = 200, body = FormList)))]
pub async fn forms(State(app): State<App>, _caller: Caller) -> Answer<FormList> {
    let brief =
        |form: &Form| FormBrief { version: form.version.clone(), from: form.from.clone(), note: form.note.clone() };
    Ok(Json(FormList { forms: app.store.register().forms.iter().map(brief).collect() }))
}

/// One form version with all its points.
#[utoipa::path(get, path = path::FORM, params(("version" = String, Path)), responses((status = 200, body = Form)))]
pub async fn form(State(app): State<App>, _caller: Caller, Segment(version): Segment) -> Answer<Form> {
    let found = app.store.register().forms.iter().find(|form| form.version == version);
    Ok(Json(found.cloned().ok_or_else(|| Fault::new(FaultKind::NotFound))?))
}

/// The periods and public holidays.
#[utoipa::path(get, path = path::PERIODS, responses((status = 200, body = PeriodList)))]
pub async fn periods(State(app): State<App>, _caller: Caller) -> Answer<PeriodList> {
    let register = app.store.register();
    Ok(Json(PeriodList { periods: register.periods.clone(), holidays: register.holidays.clone() }))
}

/// The offices.
#[utoipa::path(get, path = path::OFFICES, responses((status = 200, body = OfficeList)))]
pub async fn offices(State(app): State<App>, _caller: Caller) -> Answer<OfficeList> {
    Ok(Json(OfficeList { offices: app.store.register().offices.clone() }))
}

/// The chain of the directorate's letters: those that are built in, with those that administrators have added.
#[utoipa::path(get, path = path::LETTER_CHAIN, responses((status = 200, body = LetterChain)))]
pub async fn letter_chain(State(app): State<App>, _caller: Caller) -> Answer<LetterChain> {
    let own = ChainLetter::embedded().map_err(|_error| Fault::new(FaultKind::Internal))?;
    let letters = app.store.register().letters.clone();
    let added =
        letters.iter().map(|letter| &letter.number).filter(|number| own.iter().all(|own| own.number != **number));
    let added = added.cloned().collect();
    Ok(Json(LetterChain { letters, added }))
}

/// The reporting units of the caller's office.
#[utoipa::path(get, path = path::UNITS, params(PeriodQuery), responses((status = 200, body = UnitList)))]
pub async fn units(
    State(app): State<App>,
    Caller(person): Caller,
    Query(query): Query<PeriodQuery>,
) -> Answer<UnitList> {
    let register = app.store.register();
    let period = period_of(&app.store, &query)?;
    let mut channels = app.store.channels(&period.id).await?;
    let own = register.units(period).iter().filter(|unit| unit.reports && is_of(&person, unit));
    let units = own.map(|unit| units::view(register, unit, channels.remove(&unit.no), &period.id)).collect();
    Ok(Json(UnitList { period: period.id.clone(), units }))
}

/// One unit of any office: what it is, is a public fact; its cases are not.
#[utoipa::path(get, path = path::UNIT, params(("unit" = String, Path), PeriodQuery),
    responses((status = 200, body = UnitView)))]
pub async fn unit(
    State(app): State<App>,
    Caller(_person): Caller,
    Segment(number): Segment,
    Query(query): Query<PeriodQuery>,
) -> Answer<UnitView> {
    let missing = |refusal| Fault { refusals: vec![refusal], ..Fault::new(FaultKind::NotFound) };
    let number: UnitNo = number.parse().map_err(missing)?;
    let period = period_of(&app.store, &query)?;
    let unit = app.store.register().unit(&number, period).map_err(missing)?;
    if !unit.reports {
        return Ok(Json(units::view(app.store.register(), unit, None, &period.id)));
    }
    let mut conn = app.store.read().await?;
    Ok(Json(units::load(&app.store, &mut conn, &number, period).await?))
}

fn period_of<'a>(store: &'a Store, query: &PeriodQuery) -> Result<&'a Period, Fault> {
    let register = store.register();
    match &query.period {
        Some(id) => Ok(register.period(id)?),
        None => register.current_period(day_of(store.now())).ok_or_else(|| Fault::new(FaultKind::NotFound)),
    }
}

/// True when a unit is within what a person has to do with.
fn is_of(person: &Person, unit: &Unit) -> bool {
    match person.role {
        Role::Municipality => person.unit.as_ref() == Some(&unit.no),
        Role::Reader | Role::Reviewer | Role::Leader => person.office.as_ref() == Some(&unit.office),
        Role::Bufdir | Role::Admin => true,
    }
}
