//! The journal of what is not yet confirmed: it is on the disk before it is sent, and off it when it is answered.
//! Imports `domain` and `api`.

mod entry;
mod file;

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use self::entry::Entry;
pub use self::entry::{Pending, PendingDecision, PendingDraft, PendingRequest};
use crate::{
    api::{case::Draft, decide::DecisionRequest},
    domain::report::Reference,
};

/// How many programs of one person may run at once.
const SEATS: u32 = 64;
/// A journal that has grown beyond this is written anew with only what is pending.
const LARGEST: u64 = 1024 * 1024;

/// A journal that cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", path.display())]
pub struct JournalError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub cause: io::Error,
}

/// The journal of one person at one backend. Every function returns when the line is safely on the disk.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Held as long as the journal is open; another program takes the next seat.
    _seat: File,
    pending: Pending,
    set_aside: Vec<PathBuf>,
    size: u64,
    torn: bool,
}

impl Journal {
    /// Opens the journal of a person at a backend in a folder, with what is pending from earlier.
    ///
    /// A program that runs at the same time has its own file; what a program left behind is taken over.
    ///
    /// # Errors
    /// [`JournalError`] when the folder cannot be written to.
    pub fn open(folder: &Path, backend: &str, person: &str) -> Result<Self, JournalError> {
        let at = |path: &Path| file::fault(path);
        file::make_folder(folder).map_err(at(folder))?;
        let name = name_of(backend, person);
        let seat = |number: u32| folder.join(format!("{name}.{number}.lock"));
        let (number, lock) = (0..SEATS)
            .find_map(|number| file::lock(&seat(number)).transpose().map(|lock| (number, lock)))
            .ok_or_else(|| file::fault(folder)(io::ErrorKind::ResourceBusy.into()))?;
        let lock = lock.map_err(at(&seat(number)))?;
        let path = folder.join(format!("{name}.{number}.jsonl"));
        let (mut pending, mut set_aside) = (Pending::default(), Vec::new());
        let left = left_behind(folder, &name, number);
        for file in std::iter::once(&path).chain(left.iter().map(|(other, _)| other)) {
            let (kept, unreadable) = file::read(file).map_err(at(file))?;
            if unreadable {
                set_aside.push(file::set_aside(file).map_err(at(file))?);
            }
            pending.merge(kept);
        }
        let (file, size) = file::rewrite(&path, &pending).map_err(at(&path))?;
        for (other, _) in &left {
            // Only now: what was taken over is safe in our own file.
            std::fs::remove_file(other).map_err(at(other))?;
        }
        Ok(Self { path, file, _seat: lock, pending, set_aside, size, torn: false })
    }

    /// What is not yet confirmed.
    #[must_use]
    pub fn pending(&self) -> &Pending {
        &self.pending
    }

    /// Where what could not be read of earlier journals was put: nothing that was typed is thrown away unread.
    #[must_use]
    pub fn set_aside(&self) -> &[PathBuf] {
        &self.set_aside
    }

    /// Where the journal lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A draft, before it is sent. Returns the moment it is kept under: later than that of the draft before, also when
    /// the clock stood still or was set back, so that the newer text always wins.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk.
    pub fn draft(&mut self, reference: &Reference, draft: &Draft, at: Timestamp) -> Result<Timestamp, JournalError> {
        let next = |at: Timestamp| at.saturating_add(SignedDuration::from_millis(1)).unwrap_or(Timestamp::MAX);
        let at = self.pending.drafts.get(reference).map_or(at, |before| at.max(next(before.at)));
        self.write(Entry::Draft { reference: reference.clone(), draft: draft.clone(), at })?;
        Ok(at)
    }

    /// The backend has the draft of a moment, or it was thrown away; a later one stays pending.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk.
    pub fn draft_done(&mut self, reference: &Reference, at: Timestamp) -> Result<(), JournalError> {
        self.write(Entry::DraftDone { reference: reference.clone(), at })
    }

    /// What was typed somewhere else than in a draft; an empty text when it is sent or taken away.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk.
    pub fn words(&mut self, what: &str, text: &str, at: Timestamp) -> Result<(), JournalError> {
        self.write(Entry::Words { what: what.to_owned(), text: text.to_owned(), at })
    }

    /// A decision, before it is sent.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk; then it must not be sent.
    pub fn decision(&mut self, decision: PendingDecision) -> Result<(), JournalError> {
        self.write(Entry::Decision(decision))
    }

    /// A decision is answered, whatever the answer.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk.
    pub fn decision_done(&mut self, key: Uuid) -> Result<(), JournalError> {
        self.write(Entry::DecisionDone { key })
    }

    /// The pending decision that says the same of the same version: its key must be used again.
    #[must_use]
    pub fn same(&self, reference: &Reference, version: u32, decision: &DecisionRequest) -> Option<Uuid> {
        let same = |pending: &&PendingDecision| {
            pending.reference == *reference && pending.version == version && pending.decision == *decision
        };
        self.pending.decisions.iter().find(same).map(|pending| pending.key)
    }

    /// The key of a request: the one under which the same was asked for before without an answer, and else a new one,
    /// which is safe on the disk when it is given. The second value tells whether it was asked for before.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk; then it must not be sent.
    pub fn request(&mut self, asked: &str, at: Timestamp) -> Result<(Uuid, bool), JournalError> {
        let what = format!("{:x}", Sha256::digest(asked));
        if let Some(known) = self.pending.requests.iter().find(|request| request.what == what) {
            return Ok((known.key, true));
        }
        let key = Uuid::new_v4();
        self.write(Entry::Request(PendingRequest { key, what, at }))?;
        Ok((key, false))
    }

    /// A request is answered, whatever the answer.
    ///
    /// # Errors
    /// [`JournalError`] when it is not safe on the disk.
    pub fn request_done(&mut self, key: Uuid) -> Result<(), JournalError> {
        self.write(Entry::RequestDone { key })
    }

    fn write(&mut self, entry: Entry) -> Result<(), JournalError> {
        let written = file::append(&mut self.file, &entry, self.torn).map_err(file::fault(&self.path));
        self.torn = written.is_err();
        self.size += written?;
        self.pending.apply(entry);
        if self.size > LARGEST {
            (self.file, self.size) = file::rewrite(&self.path, &self.pending).map_err(file::fault(&self.path))?;
        }
        Ok(())
    }
}

/// The name of the files of a person at a backend: neither may end up in a path.
fn name_of(backend: &str, person: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{person}", backend.trim_end_matches('/')));
    let head = digest.first_chunk::<8>().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    format!("journal-{head:016x}")
}

/// The files of programs that no longer run, each with its seat taken while it is read.
fn left_behind(folder: &Path, name: &str, own: u32) -> Vec<(PathBuf, File)> {
    let others = (0..SEATS).filter(|number| *number != own);
    others
        .filter_map(|number| {
            let path = folder.join(format!("{name}.{number}.jsonl"));
            let exists = path.try_exists().unwrap_or_default();
            let seat = exists.then(|| file::lock(&folder.join(format!("{name}.{number}.lock"))))?;
            Some((path, seat.ok()??))
        })
        .collect()
}
