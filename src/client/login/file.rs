//! Tokens on the disk: one file for each backend, readable by its owner only; or in the keyring, where there is one.
//! Imports nothing of other layers.

use std::{
    fmt,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{super::system, ring};

/// How much of the hash of a backend's address names its file.
const NAME: usize = 16;

/// The tokens of a login. They never show themselves.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The backend.
    pub server: String,
    /// What goes with every request.
    pub access_token: String,
    /// What the next pair is had for.
    pub refresh_token: String,
    /// When the access token is no longer good, by this machine's clock.
    pub until: Timestamp,
    /// Which login it is, however often its tokens are renewed: a number of this machine's own.
    #[serde(default)]
    pub login: String,
    /// Whose login it is; a file that does not tell is of no use to a program that belongs to somebody.
    #[serde(default)]
    pub person: String,
}

impl fmt::Debug for Kept {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Kept").field("server", &self.server).field("until", &self.until).finish_non_exhaustive()
    }
}

/// Where the tokens of a backend lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(PathBuf);

impl Place {
    /// The place below the folder of the program's state.
    #[must_use]
    pub fn of(state: &Path, server: &str) -> Self {
        let name: String = format!("{:x}", Sha256::digest(server.as_bytes())).chars().take(NAME).collect();
        Self(state.join("login").join(format!("{name}.json")))
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What is kept; none where nobody has logged in, or where the file is not one of ours.
    #[must_use]
    pub fn read(&self) -> Option<Kept> {
        let kept: Kept = serde_json::from_str(&fs::read_to_string(&self.0).ok()?).ok()?;
        if !kept.access_token.is_empty() {
            return Some(kept);
        }
        let (access_token, refresh_token) = serde_json::from_str(&ring::get(&self.name())?).ok()?;
        Some(Kept { access_token, refresh_token, ..kept })
    }

    /// What the secrets are called in a keyring.
    fn name(&self) -> String {
        self.0.display().to_string()
    }

    /// Keeps tokens in the place of those before: the file is whole at every moment.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, kept: &Kept) -> io::Result<()> {
        self.prepare()?;
        let beside = self.0.with_extension("new");
        // One that was left behind could be readable by others.
        drop(fs::remove_file(&beside));
        let mut file = system::options().write(true).create_new(true).open(&beside)?;
        let secrets = serde_json::to_string(&(&kept.access_token, &kept.refresh_token))?;
        if ring::put(&self.name(), &secrets) {
            let open = Kept { access_token: String::new(), refresh_token: String::new(), ..kept.clone() };
            serde_json::to_writer(&file, &open)?;
        } else {
            serde_json::to_writer(&file, kept)?;
        }
        file.flush()?;
        file.sync_all()?;
        fs::rename(&beside, &self.0)
    }

    /// Forgets the tokens.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(&self) -> io::Result<()> {
        ring::remove(&self.name());
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Waits until no other program of this person renews the tokens; until the file is dropped none does.
    ///
    /// # Errors
    /// What the system says.
    pub fn lock(&self) -> io::Result<File> {
        self.prepare()?;
        let file = system::options().write(true).create(true).truncate(false).open(self.0.with_extension("lock"))?;
        file.lock()?;
        Ok(file)
    }

    fn prepare(&self) -> io::Result<()> {
        self.0.parent().map_or(Ok(()), system::make_folder)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn tokens_are_kept_for_their_owner_alone_and_never_show_themselves() {
        let home = tempfile::tempdir().expect("a folder of the test");
        let place = Place::of(home.path(), "https://sfv.example");
        assert_eq!(place.read(), None);
        let kept = Kept {
            server: "https://sfv.example".to_owned(),
            access_token: "hemmelig-1".to_owned(),
            refresh_token: "hemmelig-2".to_owned(),
            until: Timestamp::UNIX_EPOCH,
            login: "1".to_owned(),
            person: "kari".to_owned(),
        };
        place.write(&kept).expect("a file");
        place.write(&kept).expect("the same again");
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        assert_eq!((mode(place.path()), mode(place.path().parent().expect("a folder"))), (0o600, 0o700));
        assert_eq!(place.read(), Some(kept.clone()));
        let on_disk = fs::read_to_string(place.path()).expect("a file");
        let in_keyring = ring::get(&place.name()).is_some();
        assert_eq!(on_disk.contains("hemmelig"), !in_keyring, "in one of the two places: {on_disk}");
        if cfg!(feature = "keyring") && !in_keyring {
            println!("left out: this system has no keyring that can be used");
        }
        assert!(!format!("{kept:?}").contains("hemmelig"));
        assert_ne!(place, Place::of(home.path(), "https://other.example"));
        place.remove().expect("it goes");
        place.remove().expect("it is gone");
        assert_eq!((place.read(), ring::get(&place.name())), (None, None));
    }
}
