//! Codes that the identity provider gives out itself: the terminal is shown its address and code, and whenever it asks, the
//! provider is asked. The tokens are our own all the same.
//! Imports `domain` and `api`.

use jiff::Timestamp;

use super::{
    Broker, browser,
    config::seconds,
    form::Code,
    id_token::Claims,
    provider::{
        ProviderFault,
        grant::{Begun, Stand},
    },
    secrets,
};
use crate::{
    api::fault::Fault,
    server::{
        app::App,
        store::login::{
            record,
            request::{self, Standing},
        },
    },
};

/// What stands between our own secret of a terminal and the provider's. The terminal keeps both for us, so that the
/// database holds neither: it has the hash of the whole.
const BETWEEN: char = '.';

/// The terminal's secret for a grant that the provider has begun.
pub(super) fn secret(begun: &Begun) -> String {
    format!("{}{BETWEEN}{}", secrets::fresh("device"), begun.secret)
}

/// What a terminal that asks must be told, where the provider does not let it in now. Nothing, where it may have its
/// tokens, or where the broker itself knows what to say.
pub(super) async fn ask(app: &App, broker: &Broker, device_code: &str) -> Result<Option<Code>, Fault> {
    let Some((_, theirs)) = device_code.split_once(BETWEEN) else { return Ok(None) };
    let (device, now) = (secrets::hash(device_code), app.store.now());
    let Some(wait) = may_ask(app, &device, now).await? else { return Ok(None) };
    match broker.provider().ask_grant(theirs, wait, now).await {
        Ok(Stand::Pending) => Ok(Some(Code::AuthorizationPending)),
        Ok(Stand::SlowDown) => slower(app, broker, (&device, wait), now).await.map(Some),
        Ok(Stand::Expired) => Ok(Some(Code::ExpiredToken)),
        Ok(Stand::Denied) => deny(app, &device, "cancelled", now).await.map(Some),
        Ok(Stand::Known(claims)) => allow(app, broker, &device, claims, now).await,
        Err(ProviderFault::Away(why)) => {
            tracing::warn!(%why, "The identity provider could not be asked for a terminal");
            slower(app, broker, (&device, wait), now).await.map(Some)
        }
        Err(fault) => {
            tracing::warn!(%fault, "A login did not succeed");
            deny(app, &device, &fault.word(), now).await.map(Some)
        }
    }
}

/// How often a terminal asks, where it waits and has not asked too soon; that it has asked is noted.
async fn may_ask(app: &App, device: &str, now: Timestamp) -> Result<Option<u32>, Fault> {
    let mut tx = app.store.write().await?;
    let found = request::by_device(&mut tx, device).await?;
    let found = found.filter(|found| found.state == Standing::Waiting && found.expires_at > now);
    let Some(found) = found else { return Ok(None) };
    if found.polled_at.is_some_and(|at| now < at + seconds(found.wait_seconds)) {
        return Ok(None);
    }
    request::polled(&mut tx, device, now, found.wait_seconds).await?;
    app.store.commit(tx).await?;
    Ok(Some(found.wait_seconds))
}

async fn slower(app: &App, broker: &Broker, (device, wait): (&str, u32), now: Timestamp) -> Result<Code, Fault> {
    let mut tx = app.store.write().await?;
    request::polled(&mut tx, device, now, wait.saturating_add(broker.config().times.slow_down_seconds)).await?;
    app.store.commit(tx).await?;
    Ok(Code::SlowDown)
}

async fn deny(app: &App, device: &str, why: &str, now: Timestamp) -> Result<Code, Fault> {
    let mut tx = app.store.write().await?;
    if request::answer(&mut tx, device, (Standing::Denied, None, None), now).await? {
        record::refused(&mut tx, None, why, now).await?;
    }
    app.store.commit(tx).await?;
    Ok(Code::AccessDenied)
}

async fn allow(
    app: &App,
    broker: &Broker,
    device: &str,
    claims: Claims,
    now: Timestamp,
) -> Result<Option<Code>, Fault> {
    let mut tx = app.store.write().await?;
    let Some(person) = browser::known(&mut tx, broker, &claims, now).await? else {
        drop(tx);
        return deny(app, device, "person", now).await.map(Some);
    };
    request::answer(&mut tx, device, (Standing::Allowed, Some(&person.id), claims.acr.as_deref()), now).await?;
    app.store.commit(tx).await?;
    Ok(None)
}
