//! The memory: what the backend answered last, kept on the disk of the one who asked, so that it can be read at once and
//! without a line. It can always be made again, and is thrown away when it is old.
//! Imports nothing of the crate.

mod file;

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Sender, channel},
};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// The file that tells who asked last at a backend.
const LAST: &str = "last.json";
/// How much of a hash names a file.
const NAME: usize = 32;
/// The ending of what is kept.
const ENDING: &str = "json";

/// An answer, and when it was given.
#[derive(Debug, Serialize, Deserialize)]
struct Kept<T> {
    /// The question, so that two with one name are told apart.
    question: String,
    /// When it was answered, by the clock the person sees.
    seen: Timestamp,
    /// The same by the wall's clock: by this it grows old.
    at: Timestamp,
    /// The answer.
    answer: T,
}

/// Who asked last at a backend, and with what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// The id of the person.
    pub person: String,
    /// What tells their way in from another one's; never the token itself.
    pub way_in: String,
    /// What the backend's clock showed.
    pub seen: Timestamp,
    /// What the wall's clock showed at the same moment.
    pub at: Timestamp,
}

/// What one person was answered by one backend.
#[derive(Debug)]
pub struct Memory {
    folder: PathBuf,
    way_in: String,
    lasts: SignedDuration,
    writer: Sender<Work>,
}

/// What the writer does, one after the other.
enum Work {
    Write(PathBuf, Vec<u8>),
    Sweep(PathBuf, SignedDuration),
}

impl Memory {
    /// The memory of a person at a backend, below the folder of all memories. What is older than it lasts is
    /// thrown away, whosever it is.
    #[must_use]
    pub fn open(root: &Path, backend: &str, person: &str, way_in: &str, lasts: SignedDuration) -> Self {
        let (writer, work) = channel();
        std::thread::spawn(move || {
            for work in work {
                // A memory that cannot be written is a slower start, and nothing else.
                drop(match work {
                    Work::Write(path, bytes) => file::write(&path, &bytes),
                    Work::Sweep(root, lasts) => file::sweep(&root, lasts).map(drop),
                });
            }
        });
        drop(writer.send(Work::Sweep(root.to_owned(), lasts)));
        let folder = root.join(name_of(backend)).join(name_of(person));
        Self { folder, way_in: name_of(way_in), lasts, writer }
    }

    /// Keeps an answer.
    pub fn keep(&self, question: &str, answer: &impl Serialize, seen: Timestamp) {
        let kept = Kept { question: question.to_owned(), seen, at: Timestamp::now(), answer };
        if let Ok(bytes) = serde_json::to_vec(&kept) {
            drop(self.writer.send(Work::Write(self.file(question), bytes)));
        }
    }

    /// The last answer to a question, and when it was given by the clock the person sees.
    #[must_use]
    pub fn recall<T: DeserializeOwned>(&self, question: &str) -> Option<(Timestamp, T)> {
        let kept: Kept<T> = serde_json::from_slice(&std::fs::read(self.file(question)).ok()?).ok()?;
        let fresh = is_fresh(kept.at, self.lasts);
        (fresh && kept.question == question).then_some((kept.seen, kept.answer))
    }

    /// Notes who asks, and how they came in, so that the next start knows whose memory it may show.
    pub fn note_person(&self, person: &str, seen: Timestamp) {
        let last = Last { person: person.to_owned(), way_in: self.way_in.clone(), seen, at: Timestamp::now() };
        if let (Ok(bytes), Some(folder)) = (serde_json::to_vec(&last), self.folder.parent()) {
            drop(self.writer.send(Work::Write(folder.join(LAST), bytes)));
        }
    }

    fn file(&self, question: &str) -> PathBuf {
        self.folder.join(name_of(question)).with_extension(ENDING)
    }
}

/// Who asked last at a backend, when they came in the same way and it is not long ago.
#[must_use]
pub fn last(root: &Path, backend: &str, way_in: &str, lasts: SignedDuration) -> Option<Last> {
    let file = root.join(name_of(backend)).join(LAST);
    let last: Last = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
    (last.way_in == name_of(way_in) && is_fresh(last.at, lasts)).then_some(last)
}

/// Throws away what was answered by a backend, or by all of them; says how many answers that were.
///
/// # Errors
/// What the system says.
pub fn wipe(root: &Path, backend: Option<&str>) -> io::Result<usize> {
    file::remove(&backend.map_or_else(|| root.to_owned(), |backend| root.join(name_of(backend))))
}

/// True for what is not too old, and not from a clock that has been set back since.
fn is_fresh(at: Timestamp, lasts: SignedDuration) -> bool {
    let age = Timestamp::now().duration_since(at);
    age < lasts && age > -SignedDuration::from_mins(5)
}

/// The name of a file or folder: nothing that comes from outside ends up in a path.
fn name_of(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.trim_end_matches('/'))).chars().take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, thread, time::Duration};

    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a timestamp of the test")
    }

    /// The writer has a thread of its own: what it was given is waited for.
    fn recall(memory: &Memory, question: &str) -> Option<(Timestamp, String)> {
        (0..500).find_map(|_| {
            thread::sleep(Duration::from_millis(10));
            memory.recall(question)
        })
    }

    #[test]
    fn an_answer_is_remembered_with_the_time_it_was_given_and_for_its_own_person_and_backend_only() {
        let cache = tempfile::tempdir().expect("a folder of the test");
        let memory = Memory::open(cache.path(), "https://a.example", "kari", "her token", DAY);
        let seen = at("2023-08-24T08:42:00Z");
        memory.keep("me", &"Kari", seen);
        assert_eq!(recall(&memory, "me"), Some((seen, "Kari".to_owned())));
        for (backend, person) in [("https://a.example", "ola"), ("https://b.example", "kari")] {
            let other = Memory::open(cache.path(), backend, person, "a token", DAY);
            assert_eq!(other.recall::<String>("me"), None, "{backend} {person}");
        }
        assert_eq!(memory.recall::<String>("you"), None);
    }

    #[test]
    fn what_is_older_than_it_lasts_is_neither_told_nor_kept() {
        let cache = tempfile::tempdir().expect("a folder of the test");
        let memory = Memory::open(cache.path(), "https://a.example", "kari", "her token", DAY);
        memory.keep("me", &"Kari", Timestamp::now());
        assert!(recall(&memory, "me").is_some());
        let file = memory.file("me");
        let old = Kept {
            question: "me".to_owned(),
            seen: Timestamp::now(),
            at: Timestamp::now() - SignedDuration::from_hours(25),
            answer: "Kari",
        };
        fs::write(&file, serde_json::to_vec(&old).expect("JSON")).expect("the old answer is written");
        assert_eq!(memory.recall::<String>("me"), None);
        let past = std::time::SystemTime::now() - Duration::from_hours(25);
        fs::File::options().write(true).open(&file).expect("the file").set_modified(past).expect("its age");
        assert_eq!(file::sweep(cache.path(), DAY).expect("the folder is swept"), 1);
        assert!(!file.exists());
    }

    #[test]
    fn who_came_in_otherwise_is_not_shown_what_somebody_else_read() {
        let cache = tempfile::tempdir().expect("a folder of the test");
        let memory = Memory::open(cache.path(), "https://a.example", "kari", "her token", DAY);
        memory.note_person("kari", at("2023-08-24T08:42:00Z"));
        memory.keep("me", &"Kari", Timestamp::now());
        assert!(recall(&memory, "me").is_some());
        let known = |way_in| last(cache.path(), "https://a.example/", way_in, DAY).map(|last| last.person);
        assert_eq!(known("her token"), Some("kari".to_owned()));
        assert_eq!(known("another token"), None);
        let written = fs::read_to_string(memory.folder.parent().expect("a folder").join(LAST)).expect("the note");
        assert!(!written.contains("her token"), "{written}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_remembered_is_read_by_its_owner_alone_and_gone_after_a_wipe() {
        use std::os::unix::fs::PermissionsExt;
        let cache = tempfile::tempdir().expect("a folder of the test");
        let memory = Memory::open(cache.path(), "https://a.example", "kari", "her token", DAY);
        memory.keep("me", &"Kari", Timestamp::now());
        assert!(recall(&memory, "me").is_some());
        let mode = |path: &Path| fs::metadata(path).expect("its mode").permissions().mode() & 0o777;
        assert_eq!(mode(&memory.file("me")), 0o600);
        assert_eq!(mode(&memory.folder), 0o700);
        assert_eq!(wipe(cache.path(), Some("https://b.example")).expect("nothing to wipe"), 0);
        assert_eq!(wipe(cache.path(), None).expect("everything is wiped"), 1);
        assert!(!cache.path().exists());
    }
}
