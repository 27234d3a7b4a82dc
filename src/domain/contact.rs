//! Who answers for a unit, and the co-operations (*interkommunalt samarbeid*) it is in.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::unit::UnitNo;

/// Who answers for the child welfare service of a unit. What is not known is blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The unit.
    pub unit: UnitNo,
    /// The leader's name.
    #[serde(default)]
    pub leader: String,
    /// The e-mail address of the service.
    #[serde(default)]
    pub email: String,
    /// Its telephone.
    #[serde(default)]
    pub phone: String,
}

/// Units with one service for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cooperation {
    /// Short and stable.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The unit that runs it (*vertskommune*).
    pub host: UnitNo,
    /// All units in it.
    pub members: Vec<UnitNo>,
    /// True where it is invented (the demo).
    #[serde(default)]
    pub made_up: bool,
}

/// A file of contacts, as `config/contacts.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contacts {
    /// The contacts.
    pub contact: Vec<Contact>,
}

/// A file of co-operations, as `config/cooperations.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cooperations {
    /// The keys of the points whose sum over the members is shown.
    pub shown: Vec<String>,
    /// The co-operations.
    pub cooperation: Vec<Cooperation>,
}

/// The sum over all members, and none where one of them is missing: a part of it would look like the whole.
#[must_use]
pub fn whole_sum(parts: impl IntoIterator<Item = Option<u32>>) -> Option<u32> {
    let mut parts = parts.into_iter().peekable();
    parts.peek()?;
    parts.try_fold(0_u32, |sum, part| sum.checked_add(part?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_over_members_with_one_missing_is_none_and_never_a_part_of_it() {
        assert_eq!(whole_sum([Some(3), Some(4)]), Some(7));
        assert_eq!(whole_sum([Some(3), None, Some(4)]), None);
        assert_eq!(whole_sum([None, Some(3)]), None);
        assert_eq!(whole_sum([Some(0)]), Some(0));
        assert_eq!(whole_sum([]), None, "nobody reported nothing");
    }
}
