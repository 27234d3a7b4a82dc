//! The lists of contacts and co-operations that an office keeps in files.
//! Imports `domain`, `server` and `settings`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;

use super::{failure::Failure, session::Desk};
use crate::{
    domain::{
        contact::{Contact, Contacts, Cooperations},
        unit::UnitNo,
    },
    server::store::Store,
    settings::SettingsError,
};

/// The files an office may keep.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    /// Contacts.
    pub(super) contacts: Option<PathBuf>,
    /// Co-operations.
    pub(super) cooperations: Option<PathBuf>,
}

impl Lists {
    /// The ones in the configuration folder, as far as they are there.
    pub(super) fn of(desk: &Desk) -> Self {
        let kept = |name: &str| Some(desk.places.config.join(name)).filter(|file| file.exists());
        Self { contacts: kept("contacts.toml"), cooperations: kept("cooperations.toml") }
    }

    /// Takes them over whole; a list without a file stays as it is.
    pub(super) async fn take(&self, store: &Store) -> Result<(), Failure> {
        let contacts = self.contacts.as_deref().map(read_contacts).transpose()?;
        let together = self.cooperations.as_deref().map(read_cooperations).transpose()?;
        if contacts.is_some() || together.is_some() {
            let together = together.map(|read| read.cooperation);
            store.take_lists(contacts.as_deref(), together.as_deref()).await?;
        }
        Ok(())
    }
}

fn read_contacts(file: &Path) -> Result<Vec<Contact>, Failure> {
    let found: Contacts = read(file)?;
    let mut seen: Vec<&UnitNo> = Vec::new();
    for contact in &found.contact {
        if !is_number(&contact.unit) || seen.contains(&&contact.unit) {
            return Err(bad(file, format!("unit: {:?}", contact.unit.as_str())));
        }
        seen.push(&contact.unit);
    }
    Ok(found.contact)
}

fn read_cooperations(file: &Path) -> Result<Cooperations, Failure> {
    let found: Cooperations = read(file)?;
    for (place, one) in found.cooperation.iter().enumerate() {
        let twice = found.cooperation.iter().take(place).any(|other| other.id == one.id);
        let doubled = one.members.iter().enumerate().any(|(at, unit)| one.members.iter().take(at).any(|u| u == unit));
        if twice || doubled || !one.members.contains(&one.host) || !one.members.iter().all(is_number) {
            return Err(bad(file, format!("cooperation: {:?}", one.id)));
        }
    }
    Ok(found)
}

/// True for a number with all its zeros.
fn is_number(unit: &UnitNo) -> bool {
    unit.as_str().parse::<UnitNo>().is_ok()
}

fn bad(file: &Path, detail: String) -> Failure {
    Failure::Settings(SettingsError::Syntax { file: file.to_owned(), line: 1, column: 1, detail })
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Failure> {
    let text = fs::read_to_string(file).map_err(|cause| Failure::Input { file: file.to_owned(), cause })?;
    toml::from_str(&text).map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let (line, detail) = (before.matches('\n').count() + 1, error.message().to_owned());
        Failure::Settings(SettingsError::Syntax { file: file.to_owned(), line, column, detail })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_files_are_read_and_empty() {
        let contacts: Contacts = toml::from_str(include_str!("../../config/contacts.toml")).expect("contacts");
        let together: Cooperations =
            toml::from_str(include_str!("../../config/cooperations.toml")).expect("co-operations");
        assert!(contacts.contact.is_empty() && together.cooperation.is_empty() && !together.shown.is_empty());
    }

    #[test]
    fn the_examples_in_the_documented_files_can_be_used_as_they_stand() {
        let uncommented = |text: &str, from: &str| {
            let lines = text.lines().skip_while(|line| !line.contains(from)).take_while(|line| line.starts_with('#'));
            lines.map(|line| line.trim_start_matches(['#', ' '])).collect::<Vec<_>>().join("\n")
        };
        let text = uncommented(include_str!("../../config/contacts.toml"), "[[contact]]");
        assert_eq!(toml::from_str::<Contacts>(&text).map(|read| read.contact.len()), Ok(1), "{text}");
        let text = uncommented(include_str!("../../config/cooperations.toml"), "[[cooperation]]");
        assert_eq!(toml::from_str::<Cooperations>(&text).map(|read| read.cooperation.len()), Ok(1), "{text}");
    }
}
