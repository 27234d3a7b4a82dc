//! Who is in the history: people, senders and applicants.
//! Imports `domain`.

use jiff::civil::DateTime;
use serde::Deserialize;

use crate::domain::{decision::DecisionKind, office::OfficeId, person::Role, unit::UnitNo};

/// A person of the history.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Someone {
    /// A short id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub at: Workplace,
    /// The situation whose unit they work in.
    #[serde(default)]
    pub situation: Option<String>,
}

/// Where a person works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Workplace {
    /// The office the demo is shown for.
    Wanted,
    /// A unit of it.
    Unit,
    /// Neither.
    Nowhere,
}

/// The reviewer of another office.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    /// The office.
    pub office: OfficeId,
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: String,
}

/// Names of those who send the reports.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Senders {
    /// First names.
    pub first: Vec<String>,
    /// Last names.
    pub last: Vec<String>,
    /// Their address.
    pub email: String,
    /// Their telephone.
    pub phone: String,
    /// The domain of a municipality.
    pub domain: String,
    /// The address of a reviewer of another office.
    pub colleague: String,
}

/// Case systems per channel.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Systems {
    /// Old ones.
    pub form_old: Vec<String>,
    /// New ones.
    pub form_new: Vec<String>,
    /// New ones, approved.
    pub register: Vec<String>,
}

/// An access request.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What kind of applicant it shows.
    pub kind: String,
    /// When it arrived.
    pub received: DateTime,
    /// The person whose name and address it has.
    #[serde(default)]
    pub of: Option<String>,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Whom the applicant says to represent.
    pub represents: String,
    /// The unit, where its office is the wanted one.
    pub unit: UnitNo,
    /// Else the unit at this place in the order of size.
    pub rank: f64,
    /// The only office it is made to.
    #[serde(default)]
    pub only: Option<OfficeId>,
    /// How it was decided.
    #[serde(default)]
    pub decided: Option<Decided>,
}

/// How an access request was decided.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// When.
    pub at: DateTime,
    /// The person's id.
    pub by: String,
    /// What was decided.
    pub kind: DecisionKind,
    /// The comment.
    #[serde(default)]
    pub comment: Option<String>,
}

/// What fills the queue for load.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fill {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Whom the applicant says to represent.
    pub represents: String,
    /// The first arrives now.
    pub from: DateTime,
    /// The last arrives now.
    pub to: DateTime,
}
