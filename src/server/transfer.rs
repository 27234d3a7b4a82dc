//! Everything that a backend keeps as one file of lines, whichever database it stands on, and the way into an empty database
//! of either kind: out of this program, or from the embedded database to a server.
//! Imports `domain`.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead as _, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use super::{
    backup::BackupError,
    database::Database,
    start::StartError,
    store::{
        open,
        transfer::{Moved, Plan, Says, Transfer},
    },
};
use crate::domain::chain::{Entry, Walk};

/// What the file calls itself.
const SCHEMA: &str = "sfv.export/1";
/// The table of the log.
const LOG: &str = "event";
/// The longest line that is read, in bytes: a decision with all its findings is far shorter.
const LONGEST: u64 = 64 * 1024 * 1024;

/// The first line of the file: what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// `sfv.export/1`.
    pub schema: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// The shape of the database: the number of its newest change.
    pub shape: i64,
    /// Rows by table.
    pub counts: BTreeMap<String, i64>,
    /// Tables that are not in it, and why.
    pub left_out: BTreeMap<String, String>,
}

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Foot {
    /// How many rows came before.
    rows: i64,
    /// The SHA-256 of every byte before this line.
    sha256: String,
}

/// A log whose chain does not hold, as `sfv audit verify` would find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLog {
    /// The number of the first event that does not fit.
    pub first: i64,
    /// How many places do not fit.
    pub places: usize,
}

/// What a check of a file told: its head, and whether the log in it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The first line.
    pub head: Head,
    /// Where the log does not hold.
    pub broken: Option<BrokenLog>,
}

impl Checked {
    /// The head of a file whose log holds, or of any file where the person has said that it need not.
    ///
    /// # Errors
    /// [`TransferError::BrokenLog`].
    pub fn accepted(self, broken_log_too: bool) -> Result<Head, TransferError> {
        match self.broken {
            Some(broken) if !broken_log_too => Err(TransferError::BrokenLog(broken)),
            _ => Ok(self.head),
        }
    }
}

/// Why there is no file, or nothing is taken in.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The file.
    #[error(transparent)]
    File(#[from] BackupError),
    /// The database cannot be opened.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The database does not take or give a row.
    #[error(transparent)]
    Database(#[from] Says),
    /// A database of another shape than this program's.
    #[error("the shape {found} and not {known}")]
    Shape {
        /// The shape it has.
        found: i64,
        /// The shape of this program.
        known: i64,
    },
    /// A database with something in it.
    #[error("{table} is not empty")]
    NotEmpty {
        /// The first table with rows.
        table: String,
    },
    /// The log in the file does not hold together.
    #[error("the chain breaks at event {} ({} places)", .0.first, .0.places)]
    BrokenLog(BrokenLog),
    /// The file cannot be read.
    #[error("{}: {detail}", path.display())]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// Why.
        detail: String,
    },
    /// A line that is not what it should be.
    #[error("line {line}: {detail}")]
    Line {
        /// Which one, from 1.
        line: u64,
        /// What is wrong.
        detail: String,
    },
}

/// Writes everything into a file that is not there yet, as it stood at one moment.
///
/// # Errors
/// [`TransferError`]; no file is there then.
pub async fn export(database: &Database, file: &Path, now: Timestamp) -> Result<Head, TransferError> {
    if let Some(path) = database.file().filter(|path| !path.is_file()) {
        return Err(BackupError::NoDatabase { path: path.clone() }.into());
    }
    if file.exists() {
        return Err(BackupError::Exists { path: file.to_owned() }.into());
    }
    let mut half = file.as_os_str().to_owned();
    half.push(format!(".{}.part", std::process::id()));
    let half = PathBuf::from(half);
    let mut from = Transfer::read(database).await?;
    let written = write(&mut from, &half, now).await;
    from.leave().await;
    let moved = written.and_then(|head| {
        fs::rename(&half, file).map_err(|error| cannot_write(file, &error))?;
        Ok(head)
    });
    if moved.is_err() {
        // What cannot be removed is told by its name, which ends with .part.
        let _left = fs::remove_file(&half);
    }
    moved
}

async fn write(from: &mut Transfer, path: &Path, now: Timestamp) -> Result<Head, TransferError> {
    let known = open::newest_known();
    let found = from.shape().await?;
    if found != known {
        return Err(TransferError::Shape { found, known });
    }
    let Plan { tables, left_out } = plan()?;
    let mut counts = BTreeMap::new();
    for table in &tables {
        counts.insert(table.clone(), from.count(table).await?);
    }
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let head = Head { schema: SCHEMA.to_owned(), made_at: now, program, shape: known, counts, left_out };
    let cannot = |error: io::Error| TransferError::from(cannot_write(path, &error));
    let mut file = Hashed { file: BufWriter::new(private(path).map_err(cannot)?), hash: Sha256::new() };
    file.line(&head).map_err(cannot)?;
    let mut rows = 0;
    for table in &tables {
        let take = |moved: Moved| {
            rows += 1;
            file.line(&moved).map_err(cannot)
        };
        from.each(table, take).await?;
    }
    let foot = Foot { rows, sha256: format!("{:x}", file.hash.clone().finalize()) };
    file.line(&foot).map_err(cannot)?;
    let file = file.file.into_inner().map_err(|error| cannot(error.into_error()))?;
    file.sync_all().map_err(cannot)?;
    Ok(head)
}

/// Reads a file to its end and checks that it is whole; the chain of its log is worked out anew. Nothing is stored.
///
/// # Errors
/// [`TransferError`] tells what is wrong with it.
pub fn check(file: &Path) -> Result<Checked, TransferError> {
    let plan = plan()?;
    let mut lines = Lines::open(file)?;
    let head: Head = lines.next()?;
    if head.schema != SCHEMA {
        return Err(lines.bad(head.schema));
    }
    let known = open::newest_known();
    if head.shape != known {
        return Err(TransferError::Shape { found: head.shape, known });
    }
    let mut counts: BTreeMap<String, i64> = plan.tables.iter().map(|table| (table.clone(), 0)).collect();
    let rows = head.counts.values().sum();
    let (mut walk, mut broken) = (Walk::default(), None);
    for _ in 0..rows {
        let moved: Moved = lines.next()?;
        if moved.table == LOG {
            let entry: Entry =
                serde_json::from_value(moved.row.clone().into()).map_err(|error| lines.bad(error.to_string()))?;
            let places = walk.step(&entry).len();
            if places > 0 {
                let known = broken.get_or_insert(BrokenLog { first: entry.seq, places: 0 });
                known.places += places;
            }
        }
        match counts.get_mut(&moved.table) {
            Some(count) => *count += 1,
            None => return Err(lines.bad(moved.table)),
        }
    }
    let sha256 = format!("{:x}", lines.hash.clone().finalize());
    let foot: Foot = lines.next()?;
    if foot.sha256 != sha256 || foot.rows != rows || counts != head.counts {
        return Err(lines.bad("SHA-256".to_owned()));
    }
    if lines.has_more()? {
        return Err(lines.bad("+".to_owned()));
    }
    Ok(Checked { head, broken })
}

/// Looks whether a database would take a file in; nothing is made, and nothing is changed.
///
/// # Errors
/// [`TransferError`] tells why it would not.
pub async fn ready(head: &Head, database: &Database) -> Result<(), TransferError> {
    if database.file().is_some_and(|path| !path.exists()) {
        return Ok(());
    }
    let mut into = Transfer::read(database).await?;
    let found = if into.is_bare().await? { Ok(()) } else { empty(&mut into, head).await };
    into.leave().await;
    found
}

/// Refuses a database that holds something, or that another program has shaped.
async fn empty(into: &mut Transfer, head: &Head) -> Result<(), TransferError> {
    let found = into.shape().await?;
    if found != head.shape {
        return Err(TransferError::Shape { found, known: head.shape });
    }
    for table in head.counts.keys() {
        if into.count(table).await? > 0 {
            return Err(TransferError::NotEmpty { table: table.clone() });
        }
    }
    Ok(())
}

/// Puts everything of a file into a database that holds nothing, all of it or none. A log that does not hold is taken in only
/// by who says so: it stays as it is then.
///
/// # Errors
/// [`TransferError`]; the database holds nothing then either.
pub async fn import(file: &Path, database: &Database, broken_log_too: bool) -> Result<Head, TransferError> {
    let head = check(file)?.accepted(broken_log_too)?;
    // Before anything of it is shaped: it may be somebody's that is in use.
    ready(&head, database).await?;
    if let Some(path) = database.file().filter(|path| !path.exists()) {
        // Made before it is opened: what comes into it is for its owner alone.
        path.parent().map_or(Ok(()), super::private::make_folder).map_err(|error| cannot_write(path, &error))?;
        private(path).map_err(|error| cannot_write(path, &error))?;
    }
    let mut into = Transfer::write(database).await?;
    match fill(&mut into, file, &head).await {
        Ok(()) => into.finish().await?,
        Err(error) => {
            into.leave().await;
            return Err(error);
        }
    }
    Ok(head)
}

async fn fill(into: &mut Transfer, file: &Path, head: &Head) -> Result<(), TransferError> {
    empty(into, head).await?;
    let mut lines = Lines::open(file)?;
    lines.next::<Head>()?;
    for _ in 0..head.counts.values().sum() {
        let moved: Moved = lines.next()?;
        into.add(&moved).await.map_err(|says| {
            // A lock or a full disk is no fault of the file.
            if says.storage { TransferError::Database(says) } else { lines.bad(format!("{}: {says}", moved.table)) }
        })?;
    }
    for (table, count) in &head.counts {
        let found = into.count(table).await?;
        if found != *count {
            return Err(lines.bad(format!("{table}: {found}/{count}")));
        }
    }
    Ok(())
}

fn plan() -> Result<Plan, TransferError> {
    Plan::embedded().map_err(|detail| StartError::BadData { detail }.into())
}

fn cannot_write(path: &Path, error: &io::Error) -> BackupError {
    BackupError::Write { path: path.to_owned(), detail: error.to_string() }
}

fn unreadable(path: &Path, error: &io::Error) -> TransferError {
    TransferError::Unreadable { path: path.to_owned(), detail: error.to_string() }
}

/// A new file that only its owner reads: it holds everything.
fn private(path: &Path) -> io::Result<File> {
    super::private::options().write(true).create_new(true).open(path)
}

/// A file that is written line by line, with the hash of what was written.
struct Hashed {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Hashed {
    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.hash.update(&line);
        self.file.write_all(&line)
    }
}

/// A file that is read line by line, with the hash of what was read.
struct Lines {
    path: PathBuf,
    file: BufReader<File>,
    hash: Sha256,
    read: u64,
}

impl Lines {
    fn open(path: &Path) -> Result<Self, TransferError> {
        let file = BufReader::new(File::open(path).map_err(|error| unreadable(path, &error))?);
        Ok(Self { path: path.to_owned(), file, hash: Sha256::new(), read: 0 })
    }

    fn next<T: DeserializeOwned>(&mut self) -> Result<T, TransferError> {
        let mut line = Vec::new();
        let mut bounded = io::Read::take(&mut self.file, LONGEST);
        bounded.read_until(b'\n', &mut line).map_err(|error| unreadable(&self.path, &error))?;
        self.read += 1;
        self.hash.update(&line);
        serde_json::from_slice(&line).map_err(|error| self.bad(error.to_string()))
    }

    fn has_more(&mut self) -> Result<bool, TransferError> {
        let rest = self.file.fill_buf().map_err(|error| unreadable(&self.path, &error))?;
        Ok(!rest.is_empty())
    }

    /// What is wrong with the line that was read last.
    fn bad(&self, detail: String) -> TransferError {
        TransferError::Line { line: self.read, detail }
    }
}
