//! Which cases a person sees: the condition that stands in every statement that reads a case.
//! Imports `domain`.

use super::sql::Sql;
use jiff::Timestamp;

use super::row::stamp;
use crate::domain::{
    office::OfficeId,
    person::{Person, Role},
    unit::UnitNo,
};

/// Which cases a person sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sees {
    /// Every case of an office.
    Office(OfficeId),
    /// The reports of a unit, and of their decisions only what has left the office.
    Unit(UnitNo),
    /// Of all offices, the approved reports and the forwarded applications that have left the office.
    Released,
}

impl Sees {
    /// What a person sees; none for those who have nothing to do with cases.
    #[must_use]
    pub fn of(person: &Person) -> Option<Self> {
        match person.role {
            Role::Reader | Role::Reviewer | Role::Leader => person.office.clone().map(Self::Office),
            Role::Municipality => person.unit.clone().map(Self::Unit),
            Role::Bufdir => Some(Self::Released),
            Role::Admin => None,
        }
    }

    /// True for those who see nothing of what happens inside an office.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        !matches!(self, Self::Office(_))
    }

    /// Adds the condition on the table `task`, called `t`.
    pub(super) fn limit(&self, query: &mut Sql, now: Timestamp) {
        match self {
            Self::Office(office) => query.push("t.office = ").push_bind(office.as_str().to_owned()),
            Self::Unit(unit) => query.push("t.kind = 'report' and t.unit = ").push_bind(unit.as_str().to_owned()),
            Self::Released => {
                query.push("t.state in ('approved', 'forwarded') and t.undo_until <= ").push_bind(stamp(now))
            }
        };
    }

    /// Adds the state that is shown: outside, a decision is not made before its undo window is over.
    pub(super) fn state(&self, query: &mut Sql, now: Timestamp) {
        if self.is_outside() {
            query.push("(case when t.undo_until > ").push_bind(stamp(now)).push(" then 'open' else t.state end)");
        } else {
            query.push("t.state");
        }
    }
}
