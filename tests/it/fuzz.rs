//! Fuzzing of what reads the words of others: every mutated seed is read or refused, and none makes it panic.
//!
//! `SFV_FUZZ` says how many cases each parser gets (3000 when nothing is said), `SFV_SEED` chooses other ones. The seeds
//! lie in `tests/data/fuzz/`, a folder for each parser, and are read as they are before they are mutated; an input that
//! once made a parser panic is put beside them. `docs/fuzz.md` has the full runs.
//!
//! A new parser is a [`Target`], a folder of seeds and a test of two lines.

use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use mutatis::Session;
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_pcg::Pcg64Mcg;
use statsforvalter::{
    checks::{pack::Packs, trial::try_examples},
    cli::submission::{self, Imported},
    domain::{
        decision::Comment,
        query::{Query, Vocabulary},
        refusal::Refusal,
        register::Register,
        report::{self, Reference, Submitter},
        unit::UnitNo,
    },
    keys::spelling,
    text::{Texts, clean, date, fold, refusal},
};

/// How many cases a parser gets when nothing is said.
const FEW: u64 = 3000;
/// The longest a single case may take, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(5);
/// From where on a case is tried again.
const SLOW: Duration = Duration::from_millis(50);
/// The longest sentence about an input.
const LONGEST_SENTENCE: usize = 400;
/// The most mutations of one case.
const MOST_MUTATIONS: u32 = 8;
/// The longest input that is made.
const LONGEST_INPUT: usize = 64 * 1024;

/// What stands between the cells of a table and the members of JSON.
const CELL_SIGNS: &[u8] = b";,:{}[]\n";

/// What matters to some parser: pieces that mutations put in.
#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b";", b"\"", b"\"\"", b"\n", b"\r\n", b"\r", b"\t", b",", b":", b"{", b"}", b"[", b"]", b"\\", b"\\u0000", b"\\ud800", b"null", b"true", b"[]", b"{}", b"[1]",
    b"\0", b"\x1b[2J", b"\x7f", b"\x81", b"\xe5", b"\xc5r", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xe2\x80\xae", b"\xcc\x8a", b"\xf0\x9f\x98\x80",
    b"0", b"00", b"-0", b"-1", b"+5", b",0", b"5,0", b"5.0", b"1e3", b"1e30", b"1e999", b"NaN", b"4294967295", b"4294967296",
    b"18446744073709551616", b"=1+1", b"@SUM", b"..", b".", b"unit", b"period", b"key", b"value", b"values", b"remarks", b"submitter", b"version",
    b"3420", b"0301", b"301", b"30101", b"030101", b"2023H1", b"2022H2", b"2023", b"2E", b"us_3_6m", b"6A", b"still_i_alt", b"7A", b"sf_utvidelser",
    b"Rapporteringsenhet", b"\xc3\x85r", b"Halv\xc3\xa5r", b"Navn", b"Unders Avsl Siste Halv\xc3\xa5r", b"KHR-", b"TLG-", b"<", b"<Esc>", b">",
];

/// Something that reads what others wrote.
struct Target {
    /// Its name, and that of the folder of its seeds.
    name: &'static str,
    /// Reads an input: true if it is taken. Panics when what it says of the input is not as it should be.
    read: fn(&[u8]) -> bool,
}

const JSON: Target = Target { name: "json", read: |bytes| imported("fuzz.json", bytes) };
const CSV: Target = Target { name: "csv", read: |bytes| imported("fuzz.csv", bytes) };
const RULES: Target = Target { name: "rules", read: rules };
const QUERY: Target = Target { name: "query", read: query };
const WORDS: Target = Target { name: "words", read: words };

#[test]
fn no_mutated_json_file_makes_the_importer_panic() {
    fuzz(&JSON, FEW);
}

#[test]
fn no_mutated_table_makes_the_importer_panic() {
    fuzz(&CSV, FEW);
}

#[test]
fn no_mutated_word_makes_its_reader_panic() {
    fuzz(&WORDS, FEW);
}

#[test]
fn no_mutated_search_makes_its_reader_panic() {
    fuzz(&QUERY, FEW);
}

#[test]
fn no_mutated_rule_makes_the_reader_of_packs_or_the_rules_themselves_panic() {
    fuzz(&RULES, FEW / 3);
}

#[test]
fn every_seed_of_the_rules_is_a_file_that_is_read() {
    for (path, bytes) in seeds(RULES.name) {
        assert!((RULES.read)(&bytes) || path.contains("panicked"), "{path}");
    }
}

#[test]
fn every_seed_of_the_importers_is_a_file_that_is_read() {
    for target in [JSON, CSV] {
        for (path, bytes) in seeds(target.name) {
            assert!((target.read)(&bytes) || path.contains("panicked"), "{path}");
        }
    }
}

#[test]
fn an_input_that_makes_a_parser_panic_is_written_down_and_named() {
    let target = Target { name: "planted", read: |bytes| !bytes.contains(&b'!') && panic!("planted: {}", bytes.len()) };
    let told = panic::catch_unwind(|| try_one(&target, b"no mark")).expect_err("it panics");
    let told = told.downcast_ref::<String>().expect("a sentence");
    let path = told.split('`').nth(1).expect("the sentence names the file");
    assert_eq!(fs::read(path).expect("the input is there"), b"no mark");
    assert!(told.contains("planted: 7"), "{told}");
    assert!(!try_one(&target, b"mark!").1);
}

/// A pack with one file of rules; those that are read are tried on their examples, whatever they say.
fn rules(bytes: &[u8]) -> bool {
    const LIST: &str = "size_classes = [500, 1500, 5000]\n[score]\nerror = 30\nwarning = 10\nunanswered = 20\nmost = 100\n\
        deadline = 20\ndays = 10\n[[pack]]\nversion = \"1\"\nform = \"2023\"\nfrom = \"2023H1\"\nfiles = [\"fuzz.toml\"]\n";
    let text = String::from_utf8_lossy(bytes);
    match Packs::read(&[("packs.toml", LIST), ("fuzz.toml", &text)], &REGISTER.forms) {
        Ok(packs) => {
            for pack in &packs.packs {
                let form = REGISTER.forms.iter().find(|form| form.version == pack.form).expect("a pack has a form");
                let _wrong = try_examples(pack, form, &packs.scales);
            }
            true
        }
        Err(refused) => {
            assert!(refused.line > 0 && refused.file.starts_with("config/rules/"), "{refused}");
            false
        }
    }
}

/// Gives a parser its seeds and then mutations of them, and prints what came of it.
fn fuzz(target: &Target, few: u64) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect(name));
    let (cases, seed) = (number("SFV_FUZZ").unwrap_or(few), number("SFV_SEED").unwrap_or(1));
    let corpus: Vec<Vec<u8>> = seeds(target.name).into_iter().map(|(_, bytes)| bytes).collect();
    assert!(!corpus.is_empty(), "{} has seeds", target.name);
    for bytes in &corpus {
        try_one(target, bytes);
    }
    let mut mutator =
        Mutator { dice: Pcg64Mcg::seed_from_u64(seed), bytes: Session::new().seed(seed), corpus: &corpus };
    let (began, mut slowest, mut taken) = (Instant::now(), Duration::ZERO, 0_u64);
    for _ in 0..cases {
        let bytes = mutator.next();
        let (took, read) = try_one(target, &bytes);
        slowest = slowest.max(took);
        taken += u64::from(read);
    }
    let (name, seconds) = (target.name, began.elapsed().as_secs_f64());
    let refused = cases - taken;
    println!(
        "fuzz {name}: {cases} cases in {seconds:.1} s, {taken} read, {refused} refused, slowest {slowest:.1?}, SFV_SEED={seed}"
    );
}

/// One case: how long it took, and whether the input was taken.
fn try_one(target: &Target, bytes: &[u8]) -> (Duration, bool) {
    let (took, read) = timed(target, bytes);
    // A machine with other work to do stops anything for a while: what is slow must be slow again.
    let took = if took < SLOW { took } else { took.min(timed(target, bytes).0) };
    match read {
        Ok(read) if took < LONGEST => (took, read),
        Ok(_) => panic!("{} took {took:?} for `{}`", target.name, written(target, bytes).display()),
        Err(cause) => {
            let text = cause.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or_default();
            panic!("{} panicked over `{}`: {text}", target.name, written(target, bytes).display());
        }
    }
}

/// Reads an input, and takes the time of it.
fn timed(target: &Target, bytes: &[u8]) -> (Duration, thread::Result<bool>) {
    let began = Instant::now();
    let read = panic::catch_unwind(AssertUnwindSafe(|| (target.read)(bytes)));
    (began.elapsed(), read)
}

/// The input in a file of its own, in the folder of what is built.
fn written(target: &Target, bytes: &[u8]) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(target.name);
    let path = folder.join(format!("panicked-{:016x}", hasher.finish()));
    fs::create_dir_all(&folder).and_then(|()| fs::write(&path, bytes)).expect("the input can be written");
    path
}

/// The seeds of a parser, by their names.
fn seeds(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz").join(name);
    let entries = fs::read_dir(folder).expect("a folder of seeds").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), fs::read(&path).expect("a seed"))).collect()
}

/// Makes inputs of seeds.
struct Mutator<'a> {
    dice: Pcg64Mcg,
    bytes: Session,
    corpus: &'a [Vec<u8>],
}

impl Mutator<'_> {
    /// A seed with one to eight mutations; half of all have one.
    fn next(&mut self) -> Vec<u8> {
        let mut input = self.corpus.choose(&mut self.dice).cloned().unwrap_or_default();
        let count = (self.dice.random::<u32>().trailing_ones() + 1).min(MOST_MUTATIONS);
        for _ in 0..count {
            self.mutate(&mut input);
        }
        input.truncate(LONGEST_INPUT);
        input
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let (from, to) = self.range(input);
        match self.dice.random_range(0..10) {
            0 | 1 => self.bytes.mutate(input).unwrap_or_default(),
            2 | 3 => drop(input.splice(from..from, self.piece())),
            4 => drop(input.splice(from..to, self.piece())),
            5 => drop(input.drain(from..to)),
            6 => {
                let again = input[from..to].to_vec();
                drop(input.splice(to..to, again));
            }
            7 | 8 => {
                let (from, to) = self.cell(input);
                drop(input.splice(from..to, self.piece()));
            }
            _ => {
                let other = self.corpus.choose(&mut self.dice).cloned().unwrap_or_default();
                let (start, end) = self.range(&other);
                drop(input.splice(from..to, other[start..end].to_vec()));
            }
        }
    }

    fn piece(&mut self) -> Vec<u8> {
        PIECES.choose(&mut self.dice).copied().unwrap_or_default().to_vec()
    }

    /// One cell or member of an input, or one of the signs between them.
    fn cell(&mut self, input: &[u8]) -> (usize, usize) {
        let edges = edges(input, CELL_SIGNS);
        let first = self.dice.random_range(0..edges.len());
        (edges[first], edges[(first + 1).min(edges.len() - 1)])
    }

    /// A range of an input: whole lines, whole cells or members, or any bytes.
    fn range(&mut self, input: &[u8]) -> (usize, usize) {
        let edges: Vec<usize> = match self.dice.random_range(0..5) {
            0 => edges(input, b"\n"),
            1 | 2 => edges(input, CELL_SIGNS),
            _ => (0..=input.len()).collect(),
        };
        let longest = if self.dice.random() { 2 } else { edges.len() };
        let first = self.dice.random_range(0..edges.len());
        let last = (first + self.dice.random_range(0..=longest)).min(edges.len() - 1);
        (edges[first], edges[last])
    }
}

/// The beginning, the end, and both sides of every place where one of some signs stands.
fn edges(input: &[u8], signs: &[u8]) -> Vec<usize> {
    let at = input.iter().enumerate().filter(|(_, byte)| signs.contains(byte)).flat_map(|(at, _)| [at, at + 1]);
    let places: BTreeSet<usize> = [0, input.len()].into_iter().chain(at).collect();
    places.into_iter().collect()
}

static REGISTER: LazyLock<Register> = LazyLock::new(|| Register::embedded().expect("the reference data parses"));
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::of("nb").expect("the texts of the program"));
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::embedded().expect("config/query.toml parses"));

fn sender() -> Submitter {
    Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() }
}

/// Reads a file with reports. What is read is whole and known; what is refused has its reasons in plain sentences.
fn imported(name: &str, bytes: &[u8]) -> bool {
    match submission::read_all(name, bytes, &REGISTER, &sender()) {
        Ok(imported) => {
            check_reports(&imported);
            true
        }
        Err(refusals) => {
            assert!((1..=50).contains(&refusals.len()), "{} reasons", refusals.len());
            for one in &refusals {
                check_sentence(&refusal::say(&TEXTS, one));
            }
            false
        }
    }
}

fn check_reports(imported: &Imported) {
    for note in &imported.notes {
        check_sentence(&refusal::note(&TEXTS, note));
    }
    let mut seen = BTreeSet::new();
    for report in &imported.reports {
        let period = REGISTER.period(report.period.as_str()).expect("the period is known");
        assert!(REGISTER.unit(&report.unit, period).expect("the unit is known").reports);
        assert!(seen.insert((&report.unit, &report.period)), "a unit reports once");
        let form = REGISTER.form(period).expect("the period has a form");
        let filled = |key: &str| report.values.get(key).copied().flatten().is_some();
        assert!(form.points().all(|point| !point.required || filled(&point.key)), "a required point is empty");
        let again = serde_json::to_vec(report).expect("a report is JSON");
        let again = submission::read("again.json", &again, &REGISTER, &sender());
        assert_eq!(again.as_ref(), Ok(report), "what is sent is what was read");
    }
    assert!(!seen.is_empty(), "nothing was read");
}

fn check_sentence(sentence: &str) {
    assert!(!sentence.is_empty() && sentence.chars().count() <= LONGEST_SENTENCE, "{sentence}");
    assert!(!sentence.contains(char::is_control) && !sentence.starts_with('‹'), "{sentence:?}");
}

/// Reads single words of people and programs: references, numbers, times, keys, names, comments.
fn words(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let line = clean::line(&text);
    assert!(!line.contains(char::is_control) && clean::line(&line) == line, "{line:?}");
    let prose = clean::prose(&text);
    assert!(!prose.contains(|letter: char| letter.is_control() && letter != '\n') && clean::prose(&prose) == prose);
    let (searched, ordered) = (fold::search(&text), fold::order(&text));
    assert!(searched.len() <= 8 * text.len() && ordered.len() <= 8 * text.len(), "a key grows without bound");
    let reference = text.parse::<Reference>();
    assert!(reference.as_ref().is_ok_and(|one| one.as_str().parse() == Ok(one.clone())) || reference.is_err());
    // Nearly every text is a comment.
    refused(Comment::new(&text).map(drop));
    let read = [
        refused(reference.map(drop)),
        refused(text.parse::<UnitNo>().map(drop)),
        refused(REGISTER.period(&text).map(drop)),
        refused(report::parse_extensions(&text).map(drop)),
        date::parse_moment(&text).is_some(),
        spelling::script(&text).is_ok(),
    ];
    read.contains(&true)
}

/// Reads a search; one that is refused has a sentence that says why.
fn query(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let today = "2023-08-24".parse().expect("a date");
    let read = Query::parse(&text, &VOCABULARY, today);
    let values = |query: &Query| query.terms.iter().map(|term| term.any.len()).sum::<usize>();
    assert!(read.as_ref().map_or(0, values) <= 40, "as many as are read");
    refused(read.map(drop))
}

/// True if it is taken; a refusal has a sentence.
fn refused(read: Result<(), Refusal>) -> bool {
    read.map_err(|reason| check_sentence(&refusal::say(&TEXTS, &reason))).is_ok()
}
