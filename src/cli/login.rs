//! Logging in and out at a shared backend, from a terminal without a browser.
//! Imports `api`, `client`, `text`, `tui` and `view` (qr).

use serde::Serialize;

use super::{
    args::SessionsCommand,
    failure::Failure,
    session::{self, Desk, Session},
    table::Table,
};
use crate::{
    api::login::{SessionList, SessionView},
    client::{
        backend::Backend as _,
        http::Http,
        login::{LoginFault, device::Shown, file::Place},
    },
    text::{Texts, clean, date},
    tui::terminal,
    view::qr,
};

/// The lines that stand above and below a QR code on the same screen.
const OTHER_LINES: u16 = 12;

/// What the person is shown.
#[derive(Debug, Serialize)]
struct Told<'a> {
    verification_uri: String,
    verification_uri_complete: Option<&'a str>,
    user_code: &'a str,
    expires_in: u64,
}

/// What became of it.
#[derive(Debug, Serialize)]
struct Done {
    logged_in: bool,
    person: String,
    name: String,
    needs_registration: bool,
}

impl From<LoginFault> for Failure {
    fn from(fault: LoginFault) -> Self {
        match fault {
            LoginFault::Fault(fault) => Self::Fault(fault),
            LoginFault::NoLogin => Self::NoLogin,
            LoginFault::Denied => Self::LoginDenied,
            LoginFault::Expired => Self::LoginExpired,
            LoginFault::Keeping(cause) => Self::Output(cause),
        }
    }
}

/// The backend at which people log in.
fn server(desk: &Desk) -> Result<Http, Failure> {
    let server = desk.settings.server.as_ref().filter(|_| !desk.globals.demo).ok_or(Failure::NoServer)?;
    session::connect_as_set(&desk.settings, &server.value, "")
}

/// Logs in: shows an address and a code, and waits until the person has confirmed it in a browser anywhere.
pub(super) async fn login(desk: &Desk) -> Result<u8, Failure> {
    let http = log_in(desk).await?;
    let me = http.me().await?;
    let done = Done {
        logged_in: true,
        person: me.person.clone(),
        name: me.name.clone(),
        needs_registration: me.needs_registration,
    };
    desk.output.answer("login", &done, |texts, done| {
        let mut lines = vec![texts.with("cli-login-done", &[("name", &clean::line(&done.name))])];
        if done.needs_registration {
            lines.push(texts.say("cli-fault-not-registered-advice"));
        }
        lines
    })?;
    Ok(0)
}

/// Logs in, and gives the backend as whoever has.
pub(super) async fn log_in(desk: &Desk) -> Result<Http, Failure> {
    let http = server(desk)?;
    let door = http.door()?;
    let shown = door.knock().await?;
    let told = Told {
        verification_uri: shown.address(),
        verification_uri_complete: shown.whole(),
        user_code: shown.code(),
        expires_in: shown.lasts().as_secs(),
    };
    desk.output.answer("login", &told, |texts, _| lines(texts, &shown))?;
    let mut kept = door.wait(&shown).await?;
    // A program that is open on this machine goes on with it only when it is the same person's; a login of nobody knows whom
    // is none.
    match http.who_has(&kept).await {
        Ok(me) => kept.person = me.person,
        Err(fault) => {
            drop(door.give_back(&kept).await);
            return Err(fault.into());
        }
    }
    let place = Place::of(&desk.places.state, http.address());
    let cannot = |cause| Failure::Write { file: place.path().to_owned(), cause };
    let lock = place.lock().map_err(cannot)?;
    let before = place.read();
    place.write(&kept).map_err(cannot)?;
    drop(lock);
    // A login that nobody has the tokens of any more is given back, so that it is not in the list.
    if let Some(before) = before {
        drop(door.give_back(&before).await);
    }
    Ok(http.logged_in(&desk.places.state)?)
}

/// Logs out: the login is revoked, and its tokens are removed.
pub(super) async fn logout(desk: &Desk) -> Result<u8, Failure> {
    let http = server(desk)?;
    let place = Place::of(&desk.places.state, http.address());
    let cannot = |cause| Failure::Write { file: place.path().to_owned(), cause };
    let lock = place.lock().map_err(cannot)?;
    let Some(kept) = place.read() else {
        if place.path().try_exists().map_err(cannot)? {
            // Its keys cannot be read, so it cannot be given back from here.
            place.remove().map_err(cannot)?;
            let done = serde_json::json!({ "logged_in": false, "revoked": false });
            desk.output.answer("logout", &done, |texts, _| vec![texts.say("cli-logout-unread")])?;
            return Ok(0);
        }
        desk.output.answer("logout", &serde_json::json!({ "logged_in": false }), |texts, _| {
            vec![texts.say("cli-logout-nothing")]
        })?;
        return Ok(0);
    };
    http.door()?.give_back(&kept).await?;
    place.remove().map_err(cannot)?;
    // Whoever comes next shall not see what this one read.
    desk.forget(Some(http.address()))?;
    drop(lock);
    let done = serde_json::json!({ "logged_in": false });
    desk.output.answer("logout", &done, |texts, _| vec![texts.say("cli-logout-done")])?;
    Ok(0)
}

/// Lists one's own logins, or revokes one of them.
pub(super) async fn sessions(session: &Session, command: &SessionsCommand) -> Result<(), Failure> {
    let list = match command {
        SessionsCommand::List => session.http.sessions().await?,
        SessionsCommand::Revoke { id } => session.http.revoke_session(id.trim()).await?,
    };
    session.output().answer("sessions", &list, told)
}

fn told(texts: &Texts, list: &SessionList) -> Vec<String> {
    let head = ["session", "begun", "used", "ends", "address", "agent", "standing"];
    let mut table = Table::new(head.map(|name| texts.say(&format!("cli-column-{name}"))).to_vec());
    for one in &list.sessions {
        table.push(vec![
            clean::line(&one.id),
            date::moment(one.begun_at),
            date::moment(one.used_at),
            date::moment(one.ends_at),
            clean::line(&one.address),
            clean::line(&one.agent),
            texts.say(standing(one)),
        ]);
    }
    table.lines()
}

fn standing(one: &SessionView) -> &'static str {
    match (one.revoked_at, one.open, one.current) {
        (Some(_), ..) => "cli-session-revoked",
        (None, false, _) => "cli-session-over",
        (None, true, true) => "cli-session-current",
        (None, true, false) => "cli-session-open",
    }
}

/// What the person is shown, as lines: address and code as text, and as a QR code where there is room.
fn lines(texts: &Texts, shown: &Shown) -> Vec<String> {
    let minutes = i64::try_from(shown.lasts().as_secs().div_ceil(60)).unwrap_or(i64::MAX);
    let mut lines = vec![
        texts.say("cli-login-open"),
        String::new(),
        format!("  {}", clean::line(&shown.address())),
        String::new(),
        texts.say("cli-login-code"),
        String::new(),
        format!("  {}", clean::line(shown.code())),
        String::new(),
    ];
    if let Some(picture) = shown.whole().and_then(picture) {
        lines.extend(picture);
        lines.push(String::new());
    }
    lines.push(texts.count("cli-login-wait", minutes, &[]));
    lines
}

/// A QR code where the terminal has room for it.
fn picture(address: &str) -> Option<Vec<String>> {
    let (width, height) = terminal::size().ok().filter(|_| terminal::is_usable())?;
    qr::picture(address, width, height.checked_sub(OTHER_LINES)?)
}
