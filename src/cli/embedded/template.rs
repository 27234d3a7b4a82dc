//! The filled demo, made once and copied: the first start takes its seconds, every further one none.
//! Imports `server`, `clock` and `domain`.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{refused, tokens};
use crate::{
    cli::{
        demo::{self, Recipe, Wanted, calendar},
        failure::Failure,
        session,
    },
    clock::Clock,
    domain::register::Register,
    server::{
        database::Database,
        outbox::ways::Ways,
        own::OwnData,
        start::StartError,
        store::{Setting, Store},
    },
    settings::Token,
    text,
};

/// The database inside a template.
const DATABASE: &str = "demo.sqlite";
/// The folder with one token per person.
pub(super) const TOKENS: &str = "tokens";
/// The file with the id of the first reviewer.
pub(super) const FIRST: &str = "first";
/// After which time a template of another build is thrown away.
const STALE: Duration = Duration::from_hours(24);

/// A database of the demo that is one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCopy {
    /// The database.
    pub database: PathBuf,
    /// One file per person with their token.
    pub token_dir: PathBuf,
    /// The id of the first reviewer.
    pub first: String,
    /// The moment at which the demo begins.
    pub now: Timestamp,
}

impl DemoCopy {
    /// The file with a person's token.
    #[must_use]
    pub fn token_file(&self, person: &str) -> PathBuf {
        self.token_dir.join(person)
    }

    /// A person's token.
    ///
    /// # Errors
    /// [`Failure::Input`] when it cannot be read.
    pub fn token(&self, person: &str) -> Result<Token, Failure> {
        let file = self.token_file(person);
        let read = fs::read_to_string(&file);
        read.map(|text| Token::new(&text)).map_err(|cause| Failure::Input { file, cause })
    }
}

/// A throw-away copy of the demo in a folder; the template it is copied from is made in `cache` at the first time.
///
/// # Errors
/// [`Failure`] when the demo cannot be made or written.
pub async fn demo_copy(cache: &Path, folder: &Path, wanted: &Wanted) -> Result<DemoCopy, Failure> {
    copy_to(cache, &folder.join(DATABASE), wanted).await
}

/// Copies the template to a file, unless the file is there already.
pub(super) async fn copy_to(cache: &Path, file: &Path, wanted: &Wanted) -> Result<DemoCopy, Failure> {
    let fault = |cause: io::Error| Failure::Write { file: file.to_owned(), cause };
    let token_dir = file.with_extension(TOKENS);
    let recipe = Recipe::embedded().map_err(|error| Failure::Internal(error.to_string()))?;
    let now = calendar::oslo(recipe.demo.now);
    let first = token_dir.join(FIRST);
    if !file.try_exists().map_err(fault)? || !first.exists() {
        let template = template(cache, wanted).await?;
        if let Some(folder) = file.parent() {
            tokens::make_private(folder).map_err(fault)?;
        }
        copy_folder(&template.join(TOKENS), &token_dir).map_err(fault)?;
        fs::copy(template.join(FIRST), &first).map_err(fault)?;
        let half = file.with_extension(format!("{}.half", Uuid::new_v4().simple()));
        fs::copy(template.join(DATABASE), &half).and_then(|_bytes| fs::rename(&half, file)).map_err(fault)?;
    }
    let first = fs::read_to_string(&first).map_err(fault)?;
    Ok(DemoCopy { database: file.to_owned(), token_dir, first, now })
}

/// Throws a database of the demo away, with everything beside it.
pub(super) fn remove(file: &Path) -> Result<(), Failure> {
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
    [file.to_owned(), beside("-wal"), beside("-shm")]
        .iter()
        .map(|file| gone(fs::remove_file(file)))
        .chain(["outbox", TOKENS].iter().map(|folder| gone(fs::remove_dir_all(file.with_extension(folder)))))
        .collect::<io::Result<()>>()
        .map_err(|cause| Failure::Write { file: file.to_owned(), cause })
}

/// The name of a demo.
pub(super) fn name_of(wanted: &Wanted) -> String {
    let tasks = wanted.tasks.map(|tasks| format!("-{tasks}")).unwrap_or_default();
    format!("demo-{}{tasks}", wanted.office)
}

/// Opens a database of the demo without serving it.
pub(super) async fn open(file: &Path, now: Timestamp) -> Result<Store, StartError> {
    let clock = Clock::manual(now);
    Store::open(
        &Database::File(file.to_owned()),
        Setting {
            clock,
            undo_seconds: 0,
            demo: true,
            bufdir_address: String::new(),
            own: OwnData::default(),
            portal: Ways::default().portal(),
            tells_staff: false,
        },
    )
    .await
}

/// The filled template, made when this build of the program has none.
async fn template(cache: &Path, wanted: &Wanted) -> Result<PathBuf, Failure> {
    let name = name_of(wanted);
    let finished = cache.join(format!("{name}-{}", build()));
    if finished.join(FIRST).exists() {
        return Ok(finished);
    }
    let fault = |cause: io::Error| Failure::Write { file: finished.clone(), cause };
    sweep(cache, &name);
    let half = cache.join(format!("half-{}", Uuid::new_v4().simple()));
    tokens::make_private(&half).map_err(fault)?;
    fill(&half, wanted).await?;
    match fs::rename(&half, &finished) {
        // Another program was faster: its template is as good.
        Err(_taken) if finished.join(FIRST).exists() => fs::remove_dir_all(&half).map_err(fault)?,
        other => other.map_err(fault)?,
    }
    Ok(finished)
}

/// Lives through the demo's history in a folder.
async fn fill(folder: &Path, wanted: &Wanted) -> Result<(), Failure> {
    let internal = |detail: String| Failure::Internal(detail);
    let register = Register::embedded().map_err(|error| internal(error.to_string()))?;
    let recipe = Recipe::embedded().map_err(|error| internal(error.to_string()))?;
    let secret = |_person: &str| tokens::fresh().reveal().to_owned();
    let seed = demo::history(&recipe, &register, wanted, &secret).map_err(|error| internal(error.to_string()))?;
    let texts = session::texts(text::DEFAULT_LANGUAGE)?;
    let store =
        open(&folder.join(DATABASE), calendar::oslo(recipe.demo.now)).await.map_err(|error| refused(&error, &texts))?;
    let filled = store.fill(&seed).await;
    store.close().await;
    filled?;
    for (person, token) in &seed.people {
        tokens::write(&folder.join(TOKENS).join(&person.id), Token::new(token))?;
    }
    let first = seed.people.first().map(|(person, _)| person.id.clone()).unwrap_or_default();
    let file = folder.join(FIRST);
    fs::write(&file, first).map_err(|cause| Failure::Write { file, cause })
}

/// This build of the program: another one may make another history or another shape of the database.
fn build() -> String {
    let program = env::current_exe().and_then(fs::metadata);
    let stamp = program.map(|file| (file.len(), file.modified().ok())).ok();
    let digest = Sha256::digest(format!("{} {stamp:?}", env!("CARGO_PKG_VERSION")));
    let head = digest.first_chunk::<8>().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    format!("{head:016x}")
}

/// Throws away what other builds left long ago. What cannot be removed is in nobody's way.
fn sweep(cache: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(cache) else { return };
    for entry in entries.flatten() {
        let of_demo = entry.file_name().to_string_lossy().starts_with(name)
            || entry.file_name().to_string_lossy().starts_with("half-");
        let made = entry.metadata().and_then(|data| data.modified());
        let age = made.ok().and_then(|made| made.elapsed().ok());
        if of_demo && age.is_some_and(|age| age > STALE) {
            let _left = fs::remove_dir_all(entry.path());
        }
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    tokens::make_private(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
