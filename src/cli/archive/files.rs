//! The files of a package: kept in their order, summed, and written as a folder or as one file.
//! Imports nothing of the crate but the failures.

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{super::failure::Failure, tar};

/// The file with the checksums.
pub(super) const SUMS: &str = "SHA256SUMS";

/// The files of a package by their path, without the one with the checksums.
#[derive(Debug, Default)]
pub(super) struct Bundle(BTreeMap<String, Vec<u8>>);

impl Bundle {
    /// Adds a text.
    pub(super) fn text(&mut self, path: &str, lines: &[String]) {
        let mut text = lines.join("\n");
        text.push('\n');
        self.0.insert(path.to_owned(), text.into_bytes());
    }

    /// Adds a value as JSON.
    pub(super) fn json(&mut self, path: &str, value: &impl Serialize) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(value).map_err(|error| Failure::Internal(error.to_string()))?;
        text.push('\n');
        self.0.insert(path.to_owned(), text.into_bytes());
        Ok(())
    }

    /// The checksum and the size of a file.
    pub(super) fn of(&self, path: &str) -> Option<(String, usize)> {
        self.0.get(path).map(|bytes| (sum(bytes), bytes.len()))
    }

    /// How many files there are, the one with the checksums among them.
    pub(super) fn len(&self) -> usize {
        self.0.len() + 1
    }

    /// The list of checksums, as `sha256sum --check` reads it.
    fn sums(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|(path, bytes)| format!("{}  {path}", sum(bytes))).collect();
        lines.join("\n") + "\n"
    }

    /// The checksum of the list of checksums.
    pub(super) fn sum(&self) -> String {
        sum(self.sums().as_bytes())
    }
}

fn sum(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Writes a package: one file where the name ends with `.tar`, else a new folder. What is there already is left alone.
pub(super) fn write(place: &Path, name: &str, bundle: &Bundle) -> Result<(), Failure> {
    let cannot = |cause: io::Error| Failure::Write { file: place.to_owned(), cause };
    let sums = bundle.sums();
    let all =
        || bundle.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).chain([(SUMS, sums.as_bytes())]);
    if place.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tar")) {
        let whole = tar::archive(name, all());
        let mut file = OpenOptions::new().write(true).create_new(true).open(place).map_err(cannot)?;
        return file.write_all(&whole).and_then(|()| file.sync_all()).map_err(cannot);
    }
    fs::create_dir(place).map_err(cannot)?;
    for (path, bytes) in all() {
        let file = place.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(cannot)?;
        }
        fs::write(&file, bytes).map_err(cannot)?;
    }
    Ok(())
}
