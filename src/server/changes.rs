//! The stream of changes: server-sent events, woken by every commit.
//! Imports `api`.

use std::{collections::VecDeque, convert::Infallible, time::Duration};

use jiff::Timestamp;

use axum::{
    extract::State,
    http::HeaderMap,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{StreamExt as _, stream};
use tokio::sync::watch;

use super::{
    app::App,
    caller::{Caller, Login},
    extract,
    flow::presence::Watched,
    metrics::OpenStream,
    problem::Error,
    reader,
    store::{Store, event, login::session, sees::Sees},
};
use crate::api::{
    change::{Change, ChangeEvent, ChangeKind},
    fault::{Fault, FaultKind},
    path,
};

/// How often a silent stream shows that it is alive: less than proxies wait, and so seldom that a program at rest is left alone.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// The changes in the caller's cases, from `Last-Event-ID` on or from now on.
#[utoipa::path(get, path = path::CHANGES,
    params(("Last-Event-ID" = Option<u64>, Header, description = "The last change that was seen"),
        ("Sfv-Signs-Of-Life" = Option<String>, Header, description = "`none` where the system itself tells the end of the line: a silent stream then sends nothing")),
    responses((status = 200, body = ChangeEvent, content_type = "text/event-stream")))]
pub async fn changes(
    State(app): State<App>,
    Caller(person): Caller,
    Login(login): Login,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Error> {
    let sees = Sees::of(&person).ok_or_else(|| Fault::new(FaultKind::NotAllowed))?;
    let seq = start(&app.store, &headers).await?;
    let wake = app.store.changes();
    let open = app.surroundings.metrics.stream();
    let listening = Listening {
        store: app.store,
        sees,
        person: person.id,
        login: login.map(|open| open.session.id),
        seq,
        watched: Watched::default(),
        waiting: VecDeque::new(),
        wake,
        _open: open,
    };
    let stream = stream::unfold(listening, next).take_until(app.stopping.cancelled_owned());
    let silent = extract::header(&headers, path::SIGNS_OF_LIFE).is_some_and(|value| value == path::NO_SIGNS);
    let sse = Sse::new(stream);
    Ok(if silent {
        sse.into_response()
    } else {
        sse.keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
    })
}

/// One open stream.
struct Listening {
    store: Store,
    sees: Sees,
    person: String,
    login: Option<String>,
    seq: i64,
    watched: Watched,
    waiting: VecDeque<Change>,
    wake: watch::Receiver<u64>,
    _open: OpenStream,
}

async fn start(store: &Store, headers: &HeaderMap) -> Result<i64, Fault> {
    let Some(last) = extract::header(headers, "last-event-id") else {
        let mut conn = store.read().await?;
        return Ok(event::newest(&mut conn).await?);
    };
    let seen = last.trim().parse::<i64>().ok().filter(|seq| *seq >= 0);
    seen.ok_or_else(|| extract::bad(reader::texts(store), "server-bad-event-id", &[]))
}

/// The next change; the stream ends when the login is over or the database fails, and the client comes back.
async fn next(mut listening: Listening) -> Option<(Result<Event, Infallible>, Listening)> {
    loop {
        if let Some(change) = listening.waiting.pop_front() {
            return Some((Ok(event(&change)?), listening));
        }
        listening.wake.borrow_and_update();
        look(&mut listening).await.ok()?;
        if listening.waiting.is_empty() {
            wait(&mut listening).await?;
        }
    }
}

/// Waits until something was stored, or until somebody who looks at a case may have gone without a word.
async fn wait(listening: &mut Listening) -> Option<()> {
    let ends = listening.watched.ends();
    let clock = listening.store.setting().clock.clone();
    tokio::select! {
        changed = listening.wake.changed() => changed.ok(),
        () = clock.sleep_until(ends.unwrap_or(Timestamp::MAX)), if ends.is_some() => Some(()),
    }
}

/// A change as it is sent. Who looks at a case is no event of the log and has no number to go on from.
fn event(change: &Change) -> Option<Event> {
    let event = Event::default().event("change").json_data(change).ok()?;
    Some(if change.kind == ChangeKind::Watched { event } else { event.id(change.seq.to_string()) })
}

async fn look(listening: &mut Listening) -> Result<(), Fault> {
    let Listening { store, sees, person, login, seq, watched, waiting, .. } = listening;
    let mut conn = store.read().await?;
    if let Some(login) = login
        && !session::is_open(&mut conn, login, store.now()).await?
    {
        return Err(Fault::new(FaultKind::NotLoggedIn));
    }
    let page = event::after(store, &mut conn, sees, *seq).await?;
    *seq = page.until;
    let amended = page.changes.iter().any(|change| change.kind == ChangeKind::Reference);
    waiting.extend(page.changes);
    if let Sees::Office(office) = sees {
        let seen = watched.look(store, &mut conn, (office, person)).await?;
        waiting.extend(seen.into_iter().map(|(reference, viewers)| Change {
            seq: u64::try_from(*seq).unwrap_or_default(),
            reference: Some(reference),
            unit: None,
            kind: ChangeKind::Watched,
            version: 0,
            actor: String::new(),
            viewers: Some(viewers),
        }));
    }
    drop(conn);
    // Whoever asks because of it shall be answered by it, however the news came here.
    if amended && !store.renew().await {
        return Err(Fault::new(FaultKind::Storage));
    }
    Ok(())
}
