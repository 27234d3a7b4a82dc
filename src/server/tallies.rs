//! How many tasks each view holds, kept until something is stored: typing a search asks for them again with every letter.
//! Imports `domain` and `api`.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use jiff::civil::Date;

use crate::{
    api::{
        tasks::{Counts, Scope},
        views::ViewCount,
    },
    domain::{office::OfficeId, person::Person},
};

/// What a tally was counted in: another moment may have another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// How many transactions this process had committed before the first was read.
    pub commits: u64,
    /// What the database names the moment by, which another process may have changed.
    pub newest: String,
    /// The day, which deadlines are counted from.
    pub day: Date,
}

/// The numbers beside the rows of a queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Of the views of the program, whatever the scope.
    pub counts: Counts,
    /// Of every view of a person, in a scope.
    pub views: Vec<ViewCount>,
}

/// Whose numbers: somebody of an office, in a scope.
type Whose = (OfficeId, String, Scope);

/// The tallies of the last moment that was asked for.
#[derive(Debug, Default)]
pub struct Tallies(Mutex<Option<(Moment, HashMap<Whose, Tally>)>>);

impl Tallies {
    /// The numbers of a person, if they were counted in this moment.
    #[must_use]
    pub fn known(&self, moment: &Moment, caller: &Person, scope: Scope) -> Option<Tally> {
        let whose = whose(caller, scope)?;
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(of, _)| of == moment).and_then(|(_, tallies)| tallies.get(&whose).cloned())
    }

    /// Keeps the numbers of a person; those of another moment are thrown away.
    pub fn keep(&self, moment: &Moment, caller: &Person, scope: Scope, tally: &Tally) {
        let Some(whose) = whose(caller, scope) else { return };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut().filter(|(of, _)| of == moment) {
            Some((_, tallies)) => {
                tallies.insert(whose, tally.clone());
            }
            None => *kept = Some((moment.clone(), HashMap::from([(whose, tally.clone())]))),
        }
    }
}

/// Only inside an office: outside, a number may change because an undo window ends, and then nothing is stored.
fn whose(caller: &Person, scope: Scope) -> Option<Whose> {
    let inside = caller.role.reads_cases();
    Some((caller.office.clone().filter(|_| inside)?, caller.id.clone(), scope))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Role;

    fn person(role: Role) -> Person {
        Person {
            id: "kari".to_owned(),
            name: "Kari".to_owned(),
            email: "kari@statsforvalteren.example".to_owned(),
            phone: String::new(),
            role,
            office: Some(OfficeId("SFIN".to_owned())),
            unit: None,
        }
    }

    #[test]
    fn numbers_hold_only_for_the_moment_they_were_counted_in_and_only_inside_an_office() {
        let day = "2023-08-14".parse().expect("a day");
        let moment = Moment { commits: 3, newest: "7".to_owned(), day };
        let tally = Tally { counts: Counts { all: 12, ..Counts::default() }, views: Vec::new() };
        let (tallies, kari) = (Tallies::default(), person(Role::Reviewer));
        tallies.keep(&moment, &kari, Scope::Open, &tally);
        assert_eq!(tallies.known(&moment, &kari, Scope::Open), Some(tally.clone()));
        assert_eq!(tallies.known(&moment, &kari, Scope::Solved), None);
        for later in [Moment { commits: 4, ..moment.clone() }, Moment { newest: "8".to_owned(), ..moment.clone() }] {
            assert_eq!(tallies.known(&later, &kari, Scope::Open), None);
        }
        let outside = person(Role::Bufdir);
        tallies.keep(&moment, &outside, Scope::Open, &tally);
        assert_eq!(tallies.known(&moment, &outside, Scope::Open), None);
    }
}
