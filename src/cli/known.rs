//! The reference data that commands on files go by: those of the configured backend where it can be asked, else the built-in ones; which, is said.
//! Imports `api`, `checks`, `client`, `domain` and `text`.

use serde::Serialize;

use super::{
    failure::{self, Failure},
    output,
    session::{self, Desk},
};
use crate::{
    api::{fault::Fault, reference::ReferenceData},
    checks::pack::Packs,
    client::http::Http,
    domain::{
        amendment::{Amendment, ReferenceKind},
        period::PeriodId,
        register::Register,
    },
    text::{Texts, clean},
};

/// The reference data and the rules, and whose they are.
#[derive(Debug)]
pub(super) struct Known {
    /// Periods, forms, units and offices.
    pub(super) register: Register,
    /// The rules.
    pub(super) packs: Packs,
    /// Whose they are.
    pub(super) origin: Origin,
}

/// Whose reference data were used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub(super) enum Origin {
    /// Those of a backend.
    Backend {
        /// Its address.
        address: String,
        /// False where its rules are not for the person who asks: then the built-in ones were used.
        rules: bool,
    },
    /// Those that are built into the program.
    BuiltIn {
        /// The backend that could not be asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        address: Option<String>,
        /// Why it could not be asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
}

impl Origin {
    /// Tells a person which were used.
    pub(super) fn tell(&self, output: &output::Output) {
        if !output.json {
            output::complain([self.sentence(&output.texts)]);
        }
    }

    fn sentence(&self, texts: &Texts) -> String {
        match self {
            Self::Backend { address, rules: true } => texts.with("cli-data-of-backend", &[("address", address)]),
            Self::Backend { address, rules: false } => {
                texts.with("cli-data-of-backend-without-rules", &[("address", address)])
            }
            Self::BuiltIn { address: Some(address), why } => texts.with(
                "cli-data-built-in-instead",
                &[("address", address), ("why", why.as_deref().unwrap_or_default())],
            ),
            Self::BuiltIn { address: None, .. } => texts.say("cli-data-built-in"),
        }
    }
}

/// What the configured backend knows; without one that answers, what is built in.
///
/// # Errors
/// Settings that cannot be used.
pub(super) async fn known(desk: &Desk) -> Result<Known, Failure> {
    let Some((address, http)) = session::configured(desk)? else {
        return built_in(Origin::BuiltIn { address: None, why: None });
    };
    let instead = |fault: &Fault| {
        let why = clean::line(&failure::unread(&desk.output.texts, fault));
        Origin::BuiltIn { address: Some(address.clone()), why: Some(why) }
    };
    match http.reference_data().await {
        Ok(data) => of_backend(&data, &address),
        Err(fault) => built_in(instead(&fault)),
    }
}

/// What a backend knows.
///
/// # Errors
/// The backend does not answer, or what it knows does not fit this version of the program.
pub(super) async fn served(http: &Http) -> Result<Register, Failure> {
    let data = http.reference_data().await?;
    of_backend(&data, http.address()).map(|known| known.register)
}

fn built_in(origin: Origin) -> Result<Known, Failure> {
    let internal = |error: &dyn ToString| Failure::Internal(error.to_string());
    let register = Register::embedded().map_err(|error| internal(&error))?;
    let packs = Packs::embedded(&register.forms).map_err(|error| internal(&error))?;
    Ok(Known { register, packs, origin })
}

fn of_backend(data: &ReferenceData, address: &str) -> Result<Known, Failure> {
    let internal = |error: &dyn ToString| Failure::Internal(error.to_string());
    let register = match &data.periods {
        Some(text) => Register::with_periods(&("periods.toml", text)),
        None => Register::embedded(),
    };
    let register =
        register.and_then(|register| register.amended(&data.amendments)).map_err(|error| internal(&error))?;
    let set: Vec<(PeriodId, &Amendment)> = data
        .amendments
        .iter()
        .filter(|one| one.kind == ReferenceKind::Rules)
        .map(|one| (PeriodId(one.from.clone()), one))
        .collect();
    let set: Vec<(&PeriodId, &str)> = set.iter().map(|(from, one)| (from, one.content.as_str())).collect();
    let packs = Packs::embedded(&register.forms).and_then(|packs| packs.amended(&set, &register.forms));
    let origin = Origin::Backend { address: address.to_owned(), rules: data.rules };
    Ok(Known { packs: packs.map_err(|error| internal(&error))?, register, origin })
}
