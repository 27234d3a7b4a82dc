//! An access request (*søknad om rapporttilgang*) and what it looks like.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

use super::{
    refusal::Refusal,
    unit::{UnitKind, UnitNo},
};

/// An application for access to the published figures, as it arrives (manual, step 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The applicant's name.
    pub name: String,
    /// E-mail address at work.
    pub email: String,
    /// Telephone at work.
    pub phone: String,
    /// Whom the applicant says to represent.
    pub represents: String,
    /// The unit chosen from the list of reporting units; an office's own staff must choose one too.
    pub unit: UnitNo,
}

/// What an applicant seems to be. A suggestion: the person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// Works in the municipality.
    Municipality,
    /// Works in the city district.
    District,
    /// A colleague of an office, who had to choose one of the county's units.
    Colleague,
    /// Somebody else: the directorate decides (manual, step 17).
    External,
}

impl Applicant {
    /// The role that is suggested; none for somebody whom the office does not decide on.
    #[must_use]
    pub fn role(self) -> Option<AccessRole> {
        match self {
            Self::Municipality | Self::District => Some(AccessRole::Municipality),
            Self::Colleague => Some(AccessRole::Office),
            Self::External => None,
        }
    }
}

/// As what somebody gets access to the published figures. There is no role for externals: the directorate decides on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccessRole {
    /// Those of one unit.
    Municipality,
    /// Those of all units of an office.
    Office,
}

impl AccessRole {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Office => "office",
        }
    }

    /// The role with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Municipality, Self::Office].into_iter().find(|role| role.as_str() == name)
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Municipality => Self::Office,
            Self::Office => Self::Municipality,
        }
    }
}

/// The role a grant gives: the suggested one, or another that was asked for and confirmed by itself. Without a suggestion it is
/// given with a reason, too.
///
/// # Errors
/// All reasons for which it is not given.
pub fn granted_role(
    suggested: Option<AccessRole>,
    wanted: Option<AccessRole>,
    confirmed: bool,
    has_reason: bool,
) -> Result<AccessRole, Vec<Refusal>> {
    let Some(role) = wanted.or(suggested) else { return Err(vec![Refusal::RoleNeeded]) };
    let mut refusals = Vec::new();
    if suggested != Some(role) && !confirmed {
        let suggested = suggested.map_or("none", AccessRole::as_str).to_owned();
        refusals.push(Refusal::RoleDiffers { suggested, given: role.as_str().to_owned() });
    }
    if suggested.is_none() && !has_reason {
        refusals.push(Refusal::RoleReason);
    }
    if refusals.is_empty() { Ok(role) } else { Err(refusals) }
}

/// A telephone number by its digits, without the country's code: however it is written, it is the same.
#[must_use]
pub fn phone_digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0047").or_else(|| digits.strip_prefix("47").filter(|rest| rest.len() == 8));
    national.map(ToOwned::to_owned).unwrap_or(digits)
}

/// Why an applicant seems to be what they seem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// The e-mail domain belongs to the unit's municipality.
    UnitDomain,
    /// The e-mail domain belongs to a county governor.
    OfficeDomain,
    /// The application names a county governor.
    NamesOffice,
    /// The e-mail domain is not known.
    UnknownDomain,
    /// The e-mail domain belongs to another municipality.
    OtherUnitDomain,
}

/// Domains that tell who an applicant is, from `config/access.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domains {
    /// Domains of the county governors' offices.
    pub offices: Vec<String>,
    /// Endings of municipal domains; what stands before is the municipality's name.
    pub municipalities: Vec<String>,
    /// The municipalities whose districts report, as they stand in a domain.
    pub districts: Vec<String>,
    /// Words in «represents» that name an office, lower case.
    pub office_words: Vec<String>,
}

/// What an application looks like, and by which signs.
#[must_use]
pub fn classify(
    application: &Application,
    unit_name: &str,
    kind: UnitKind,
    domains: &Domains,
) -> (Applicant, Vec<Sign>) {
    let domain = application.email.rsplit('@').next().unwrap_or_default().to_lowercase();
    let represents = application.represents.to_lowercase();
    let of_office = domains.offices.iter().any(|known| domain == *known || domain.ends_with(&format!(".{known}")));
    let names_office = domains.office_words.iter().any(|word| represents.contains(word.as_str()));
    if of_office {
        let signs = if names_office { vec![Sign::OfficeDomain, Sign::NamesOffice] } else { vec![Sign::OfficeDomain] };
        return (Applicant::Colleague, signs);
    }
    let Some(place) = domains.municipalities.iter().find_map(|ending| domain.strip_suffix(ending.as_str())) else {
        return (Applicant::External, vec![Sign::UnknownDomain]);
    };
    let label = place.rsplit('.').next().unwrap_or_default();
    let at_home = match kind {
        UnitKind::Bydel => domains.districts.iter().any(|known| known == label),
        _ => label == fold_domain(unit_name),
    };
    match (at_home, kind) {
        (true, UnitKind::Bydel) => (Applicant::District, vec![Sign::UnitDomain]),
        (true, _) => (Applicant::Municipality, vec![Sign::UnitDomain]),
        (false, _) => (Applicant::External, vec![Sign::OtherUnitDomain]),
    }
}

/// True when an applicant's address is one of their own unit alone. Districts share their municipality's domain: only what
/// stands before it can tell which of them an address belongs to.
#[must_use]
pub fn is_of_unit(applicant: Applicant, application: &Application, unit_name: &str) -> bool {
    let domain = application.email.rsplit('@').next().unwrap_or_default().to_lowercase();
    match applicant {
        Applicant::Municipality => true,
        Applicant::District => domain.split('.').next() == Some(fold_domain(unit_name).as_str()),
        Applicant::Colleague | Applicant::External => false,
    }
}

/// A place name as it stands in a domain: «Nord-Aurdal» is `nord-aurdal`, «Gjøvik» is `gjovik`.
#[must_use]
pub fn fold_domain(name: &str) -> String {
    let fold = |letter: char| match letter {
        'æ' => "ae".to_owned(),
        'ø' | 'ö' => "o".to_owned(),
        'å' | 'á' | 'ä' => "a".to_owned(),
        ' ' => "-".to_owned(),
        other => other.to_string(),
    };
    name.to_lowercase().chars().map(fold).collect()
}
