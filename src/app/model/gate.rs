//! The gate: what stands in front of the whole screen while nobody may see it. What lies behind stays as it is.
//! Imports `api`.

use jiff::{SignedDuration, Timestamp};

use crate::{
    api::login::{DoorCode, EntryFault},
    app::effect::Ticket,
};

/// How the program came to its backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entry {
    /// The backend is its own: there is nobody to ask who sits here.
    #[default]
    Own,
    /// With a token in a file.
    TokenFile,
    /// With a token in the environment.
    Token,
    /// The person logged in.
    Login,
}

/// How the terminal calls a person who looks elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Call {
    /// Not at all.
    #[default]
    Off,
    /// By its bell.
    Bell,
    /// By a note of the desktop (OSC 9), in terminals that know it.
    Note,
}

/// Who may see the screen just now, and whether anybody looks.
#[derive(Debug)]
pub struct Watch {
    /// How the program came to its backend.
    pub entry: Entry,
    /// After so long without a key the screen is locked; never, without it.
    pub lock_after: Option<SignedDuration>,
    /// So long before the screen is locked the person is warned; not at all, without it.
    pub warn_before: Option<SignedDuration>,
    /// The lock that the person was warned of.
    pub warned_of: Option<Timestamp>,
    /// When the last key was pressed.
    pub last_key: Timestamp,
    /// When the gate was opened last: keys right after it were meant for the gate.
    pub opened_at: Option<Timestamp>,
    /// The gate, while it is closed.
    pub gate: Option<Gate>,
    /// How the person is called when something comes in.
    pub call: Call,
    /// When the person was called last.
    pub called_at: Option<Timestamp>,
}

impl Watch {
    /// An open gate that is never closed for idleness.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self {
            entry: Entry::default(),
            lock_after: None,
            warn_before: None,
            warned_of: None,
            last_key: now,
            opened_at: None,
            gate: None,
            call: Call::Off,
            called_at: None,
        }
    }

    /// Whether the person is called now: once, until a key shows that somebody is there.
    pub fn calls(&mut self, now: Timestamp) -> Option<Call> {
        let quiet = self.call == Call::Off || self.called_at.is_some_and(|at| at >= self.last_key);
        if quiet {
            return None;
        }
        self.called_at = Some(now);
        Some(self.call)
    }

    /// True while the screen is locked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.gate.as_ref().is_some_and(|gate| gate.locked_at.is_some())
    }

    /// True while the backend does not know the person.
    #[must_use]
    pub fn is_logged_out(&self) -> bool {
        self.gate.as_ref().is_some_and(|gate| gate.logged_out)
    }

    /// When the screen shall be locked, unless a key is pressed.
    #[must_use]
    pub fn lock_at(&self) -> Option<Timestamp> {
        if self.is_locked() { None } else { self.lock_after.map(|after| self.last_key + after) }
    }

    /// When the person shall be warned that the screen will be locked: never later than half of the way to it.
    #[must_use]
    pub fn warn_at(&self) -> Option<Timestamp> {
        let (lock_at, after) = (self.lock_at()?, self.lock_after?);
        let before = self.warn_before?.min(after / 2);
        (self.gate.is_none() && self.warned_of != Some(lock_at)).then(|| lock_at - before)
    }

    /// True when it must be proved who sits here before the gate opens.
    #[must_use]
    pub fn needs_proof(&self) -> bool {
        self.entry == Entry::Login || self.is_logged_out()
    }
}

/// The closed gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// Since when the screen is locked; not at all where the person is logged out only.
    pub locked_at: Option<Timestamp>,
    /// True when the backend does not know the person any more.
    pub logged_out: bool,
    /// How far the way in has come.
    pub step: Step,
    /// True when the next press of the same key leaves the program.
    pub leaving: bool,
}

/// How far the way in has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nobody has asked for anything yet: a key begins.
    Closed,
    /// A code is asked for, or the token is tried.
    Asking(Ticket),
    /// The code is shown until this time, and the backend asked whether it is confirmed.
    Waiting(Ticket, DoorCode, Timestamp),
    /// It came to nothing; a key begins anew.
    Failed(EntryFault),
}

impl Step {
    /// The request that is on its way.
    #[must_use]
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Asking(ticket) | Self::Waiting(ticket, ..) => Some(*ticket),
            Self::Closed | Self::Failed(_) => None,
        }
    }
}
