//! A crash tells where it happened, and nothing of the case that was open or of what was being typed.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use statsforvalter::{
    app::{
        layout::Size,
        model::{Model, Options},
    },
    cli::crash,
    client::{
        http::{Http, Patience},
        journal::Journal,
    },
    keys::keymap::Keymap,
    text::Texts,
    tui::{painter::Painter, program::Program, runner::Kept, terminal},
    view::{Look, theme::Theme},
};
use uuid::Uuid;

use crate::{server_world::World, support::pty::Pty};

/// Set, to a folder, in the terminal in which the program of this test shall fail.
const FAILS: &str = "SFV_TEST_FAILS";
const CASE: &str = "KHR-2023H1-3420";
/// What is typed: the words that must not be found anywhere afterwards.
const TYPED: &str = "Plantet-setning-om-barnet";
/// A name of the case that is open.
const NAME: &str = "Innsender";

/// A terminal that fails as soon as it has been given what is typed, with all of it in the message.
struct Bomb(Vec<u8>);

impl Write for Bomb {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().write_all(&self.0)?;
        io::stdout().flush()?;
        let shown = String::from_utf8_lossy(&self.0).into_owned();
        self.0.clear();
        assert!(!shown.contains(TYPED), "it fails with all of it in its hands: {shown}");
        Ok(())
    }
}

/// The real program on a real terminal, with a case open, until it fails.
fn run_until_it_fails(home: &Path) {
    crash::report_panics();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let world = World::new().await;
        assert_eq!(world.submit("3420").await.0, 201);
        let http = Http::new(&world.running.url, "kari", Patience::default()).expect("an address");
        let (texts, clock) = (Arc::new(Texts::of("nb").expect("the texts")), world.clock.clone());
        let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
        let size = Size { width: 80, height: 24 };
        let mut model = Model::new((texts, crate::support::guides()), clock.now(), size, options, Uuid::new_v4());
        model.open_first = Some(CASE.parse().expect("a reference"));
        let look = Look {
            theme: Theme::standard(true).expect("the theme"),
            keymap: Keymap::standard().expect("the keys"),
            begun: None,
        };
        let journal = Journal::open(home, &world.running.url, "kari").expect("a journal");
        let guard = terminal::Guard::set_up().expect("a terminal");
        let painter = Painter::new(Bomb(Vec::new()), 80, 24);
        let mut program =
            Program::new(model, look, painter, http, clock.clone(), Kept { journal: Some(journal), ..Kept::default() });
        let end = terminal::run(&mut program, &clock, None).await;
        drop(guard);
        panic!("it ended without failing: {end:?}");
    });
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    found.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn a_crash_with_a_case_open_tells_nothing_of_it_or_of_what_was_typed() {
    if let Some(home) = std::env::var_os(FAILS) {
        run_until_it_fails(Path::new(&home));
        return;
    }
    let home = tempfile::tempdir().expect("a folder of the test");
    let this = std::env::current_exe().expect("this test");
    let name = "crash::a_crash_with_a_case_open_tells_nothing_of_it_or_of_what_was_typed";
    let folder = home.path().to_str().expect("UTF-8");
    // The test's own database has no part in this: a file is enough for it.
    let variables = [(FAILS, folder), ("RUST_BACKTRACE", "full"), ("SFV_TEST_DATABASE", "")];
    let mut pty = Pty::start_program(&this, &["--exact", name, "--nocapture"], &variables);
    pty.wait_for("a godkjenn");
    pty.press("r");
    pty.wait_for("Esc eller F2: ferdig");
    pty.paste(TYPED);
    assert!(pty.ended().is_ok_and(|code| code != 0), "{}", pty.screen());
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    let (shown, told) = raw.split_once("\u{1b}[?1049l").expect("the screen is left");
    assert!(shown.contains(TYPED) && shown.contains(NAME), "it stood on the screen");
    assert!(told.contains("intern feil") && told.contains("crash.rs"), "{told}");
    for planted in [TYPED, "Plantet", "barnet", NAME, CASE] {
        assert!(!told.contains(planted), "{planted}: {told}");
    }
    let mut journals = 0;
    for file in files_below(home.path()) {
        // The journal is what keeps the text: for its owner alone.
        if file.extension().is_some_and(|end| end == "jsonl") {
            journals += 1;
            assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o077, 0, "{}", file.display());
            continue;
        }
        let text = String::from_utf8_lossy(&fs::read(&file).expect("a file")).into_owned();
        assert!(!text.contains("Plantet") && !text.contains(NAME), "{}: {text}", file.display());
    }
    assert_eq!(journals, 1, "{:?}", files_below(home.path()));
}
