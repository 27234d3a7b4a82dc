//! «Kari ser på denne»: who has a task on the screen, as a soft lease. It is no event of the log: that a case was opened
//! stands in the read log already, and when somebody turned away proves nothing.
//! Imports `domain` and `api`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::check;
use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::TaskRow,
        together::{Presence, PresenceRequest},
    },
    domain::{office::OfficeId, person::Person, report::Reference},
    server::store::{
        Conn, Store,
        presence::{self, Seat, Viewer},
        sees::Sees,
    },
};

const FILE: &str = include_str!("../../../config/presence.toml");

/// How long a look lasts, and how often it is said again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresenceNumbers {
    life_seconds: u32,
    renew_seconds: u32,
    most_seats: u32,
}

impl PresenceNumbers {
    /// The numbers that are built into the program.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn embedded() -> Result<Self, String> {
        let numbers: Self = toml::from_str(FILE).map_err(|error| format!("config/presence.toml: {error}"))?;
        if numbers.renew_seconds == 0 || numbers.renew_seconds >= numbers.life_seconds {
            return Err("config/presence.toml: renew_seconds must be less than life_seconds, and not 0".to_owned());
        }
        Ok(numbers)
    }
}

/// Notes that a program looks at a case, or no longer, and answers who else does; and whether that changed what others
/// are shown.
///
/// # Errors
/// Not allowed for those outside an office, not found for a case that is not theirs, and too many at once.
pub async fn look(
    store: &Store,
    conn: &mut Conn,
    caller: &Person,
    reference: &Reference,
    request: PresenceRequest,
    at: Timestamp,
) -> Result<(Presence, bool), Fault> {
    let (sees, record) = check::seen(store, conn, caller, reference).await?;
    if sees.is_outside() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let numbers = store.presence();
    let cleared = presence::clear(conn, at).await?;
    let seat = request.seat.to_string();
    let seat = Seat { reference, person: &caller.id, seat: &seat, office: &record.office };
    let elsewhere = request.looking && presence::is_elsewhere(conn, &seat).await?;
    let changed = if request.looking {
        let until = at.saturating_add(SignedDuration::from_secs(numbers.life_seconds.into())).unwrap_or(Timestamp::MAX);
        let fresh = presence::keep(conn, &seat, at, until).await?;
        if fresh && presence::seats(conn, &caller.id).await? > numbers.most_seats {
            return Err(Fault::new(FaultKind::TooMany));
        }
        fresh
    } else {
        presence::leave(conn, &seat).await?
    };
    let others = presence::of_cases(conn, std::slice::from_ref(reference), &caller.id, at).await?;
    let viewers = others.into_iter().map(|viewer| viewer.name).collect();
    let renew_seconds = numbers.renew_seconds;
    let answer = Presence { reference: reference.clone(), viewers, elsewhere, renew_seconds };
    Ok((answer, changed || cleared))
}

/// Writes into the rows of a list who else looks at each.
///
/// # Errors
/// A storage fault.
pub async fn mark(
    store: &Store,
    conn: &mut Conn,
    (sees, caller): (&Sees, &Person),
    rows: &mut [TaskRow],
) -> Result<(), Fault> {
    if sees.is_outside() {
        return Ok(());
    }
    let references: Vec<Reference> = rows.iter().map(|row| row.reference.clone()).collect();
    let mut found = by_case(presence::of_cases(conn, &references, &caller.id, store.now()).await?);
    for row in rows {
        row.viewers = found.remove(&row.reference).unwrap_or_default();
    }
    Ok(())
}

/// Who looks at what, as one stream of changes knows it.
#[derive(Debug, Clone, Default)]
pub struct Watched {
    known: BTreeMap<Reference, Vec<String>>,
    /// When the first of the looks ends by itself.
    ends: Option<Timestamp>,
}

impl Watched {
    /// When the first look that is known of ends, unless it is said again.
    #[must_use]
    pub fn ends(&self) -> Option<Timestamp> {
        self.ends
    }

    /// Looks again, and answers what has changed since: each case with those who look at it now.
    ///
    /// # Errors
    /// A storage fault.
    pub async fn look(
        &mut self,
        store: &Store,
        conn: &mut Conn,
        (office, person): (&OfficeId, &str),
    ) -> Result<Vec<(Reference, Vec<String>)>, Fault> {
        let found = presence::of_office(conn, office, person, store.now()).await?;
        self.ends = found.iter().map(|viewer| viewer.until).min();
        let now = by_case(found);
        let gone = self.known.keys().filter(|reference| !now.contains_key(*reference));
        let mut changes: Vec<(Reference, Vec<String>)> =
            gone.map(|reference| (reference.clone(), Vec::new())).collect();
        let differs = |(reference, names): &(&Reference, &Vec<String>)| self.known.get(*reference) != Some(*names);
        changes.extend(now.iter().filter(differs).map(|(reference, names)| (reference.clone(), names.clone())));
        self.known = now;
        Ok(changes)
    }
}

fn by_case(viewers: Vec<Viewer>) -> BTreeMap<Reference, Vec<String>> {
    let mut cases: BTreeMap<Reference, Vec<String>> = BTreeMap::new();
    for viewer in viewers {
        cases.entry(viewer.reference).or_default().push(viewer.name);
    }
    cases
}
