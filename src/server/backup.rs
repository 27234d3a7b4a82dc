//! Backups of the embedded database: a folder with a copy and a manifest that tells what is in it, and the way back.
//! Imports nothing of the crate but the store.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{
    private,
    store::{
        backup::{self, Contents, CopyFault},
        open,
    },
};

/// The copy's name in the folder.
const COPY: &str = "sfv.sqlite";
/// The manifest's name in the folder.
const MANIFEST: &str = "manifest.json";
/// What a manifest calls itself.
const SCHEMA: &str = "sfv.backup/1";

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `sfv.backup/1`.
    pub schema: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// What it holds.
    #[serde(flatten)]
    pub contents: Contents,
    /// The bytes of the copy.
    pub bytes: u64,
    /// The copy's SHA-256.
    pub sha256: String,
}

/// Why there is no backup, or nothing is restored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum BackupError {
    /// There is no such database.
    NoDatabase {
        /// The file.
        path: PathBuf,
    },
    /// Something is there already.
    Exists {
        /// The file or folder.
        path: PathBuf,
    },
    /// A folder without a backup in it.
    NotABackup {
        /// The folder.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// The copy is not what the manifest says.
    Damaged {
        /// The folder.
        path: PathBuf,
        /// What differs.
        detail: String,
    },
    /// A newer version of the program made it.
    Newer {
        /// The shape it has.
        found: i64,
        /// The newest shape this program knows.
        known: i64,
    },
    /// The database cannot be read.
    Database {
        /// The file.
        path: PathBuf,
        /// What it says.
        detail: String,
    },
    /// A file cannot be written.
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
}

/// Copies a database into a folder that is made, while the database is in use.
///
/// # Errors
/// [`BackupError`]; no folder is there then.
pub async fn make(database: &Path, folder: &Path, now: Timestamp) -> Result<Manifest, BackupError> {
    if !database.is_file() {
        return Err(BackupError::NoDatabase { path: database.to_owned() });
    }
    if folder.exists() {
        return Err(BackupError::Exists { path: folder.to_owned() });
    }
    // What is half made has another name, so that nobody takes it for a backup.
    let mut half = folder.as_os_str().to_owned();
    half.push(format!(".{}.part", std::process::id()));
    let half = PathBuf::from(half);
    // Neither a disk that is not mounted nor somebody else's folder is written to.
    private::new_folder(&half).map_err(|error| write(&half, &error))?;
    let made = fill(database, &half, now).await;
    let moved = made.and_then(|manifest| {
        fs::rename(&half, folder).map_err(|error| write(folder, &error))?;
        Ok(manifest)
    });
    if moved.is_err() {
        // What cannot be removed is told by its name, which ends with .part.
        let _left = fs::remove_dir_all(&half);
    }
    moved
}

async fn fill(database: &Path, folder: &Path, now: Timestamp) -> Result<Manifest, BackupError> {
    let copy = folder.join(COPY);
    private::make_file(&copy).map_err(|error| write(&copy, &error))?;
    backup::copy(database, &copy).await.map_err(|fault| match fault {
        CopyFault::Unread(detail) => BackupError::Database { path: database.to_owned(), detail },
        CopyFault::Unwritten(detail) => BackupError::Write { path: copy.clone(), detail },
    })?;
    let contents = backup::contents(&copy).await.map_err(|error| unreadable(&copy, &error))?;
    private::on_disk(&copy).map_err(|error| write(&copy, &error))?;
    let (bytes, sha256) = measure(&copy).map_err(|error| write(&copy, &error))?;
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = Manifest { schema: SCHEMA.to_owned(), made_at: now, program, contents, bytes, sha256 };
    let path = folder.join(MANIFEST);
    let text = serde_json::to_string_pretty(&manifest)
        .map_err(|error| BackupError::Write { path: path.clone(), detail: error.to_string() })?;
    private::make_file(&path)
        .and_then(|()| fs::write(&path, text + "\n"))
        .and_then(|()| private::on_disk(&path))
        .and_then(|()| fs::File::open(folder)?.sync_all())
        .map_err(|error| write(&path, &error))?;
    Ok(manifest)
}

/// Reads a backup and checks that it is what its manifest says.
///
/// # Errors
/// [`BackupError`] tells what is wrong with it.
pub async fn check(folder: &Path) -> Result<Manifest, BackupError> {
    let not = |detail: String| BackupError::NotABackup { path: folder.to_owned(), detail };
    let damaged = |detail: &str| BackupError::Damaged { path: folder.to_owned(), detail: detail.to_owned() };
    let text = fs::read_to_string(folder.join(MANIFEST)).map_err(|error| not(format!("{MANIFEST}: {error}")))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| not(format!("{MANIFEST}: {error}")))?;
    if manifest.schema != SCHEMA {
        return Err(not(manifest.schema));
    }
    if manifest.contents.shape > open::newest_known() {
        return Err(BackupError::Newer { found: manifest.contents.shape, known: open::newest_known() });
    }
    let copy = folder.join(COPY);
    let (bytes, sha256) = measure(&copy).map_err(|error| not(format!("{COPY}: {error}")))?;
    if bytes != manifest.bytes || sha256 != manifest.sha256 {
        return Err(damaged("SHA-256"));
    }
    let contents = backup::contents(&copy).await.map_err(|error| damaged(&error))?;
    if contents != manifest.contents {
        return Err(damaged(MANIFEST));
    }
    Ok(manifest)
}

/// Puts a backup where no database is.
///
/// # Errors
/// [`BackupError`]; nothing is overwritten.
pub async fn restore(folder: &Path, database: &Path) -> Result<Manifest, BackupError> {
    let manifest = check(folder).await?;
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut path = database.as_os_str().to_owned();
        path.push(ending);
        if Path::new(&path).exists() {
            return Err(BackupError::Exists { path: path.into() });
        }
    }
    let put = || -> io::Result<()> {
        if let Some(parent) = database.parent() {
            private::make_folder(parent)?;
        }
        let mut from = fs::File::open(folder.join(COPY))?;
        let mut to = private::options().write(true).create_new(true).open(database)?;
        io::copy(&mut from, &mut to)?;
        to.sync_all()
    };
    put().map_err(|error| write(database, &error))?;
    let (_, sha256) = measure(database).map_err(|error| write(database, &error))?;
    if sha256 == manifest.sha256 {
        return Ok(manifest);
    }
    Err(BackupError::Damaged { path: database.to_owned(), detail: "SHA-256".to_owned() })
}

fn measure(file: &Path) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut fs::File::open(file)?, &mut hash)?;
    Ok((bytes, format!("{:x}", hash.finalize())))
}

fn write(path: &Path, error: &io::Error) -> BackupError {
    BackupError::Write { path: path.to_owned(), detail: error.to_string() }
}

fn unreadable(path: &Path, error: &str) -> BackupError {
    BackupError::Database { path: path.to_owned(), detail: error.to_owned() }
}
