//! What reaches the terminal: letters, and the few sequences that the painter writes by itself. Every text that comes from
//! outside is filled with everything else.

use std::process::Command;

use crate::{
    cli_support::Home,
    support::{
        backend::Backend,
        liar::{Liar, Lie, harms},
        pty::{Pty, count},
    },
};

/// The demo's first report.
const FIRST: &str = "KHR-2023H1-3420";
/// The modes of the terminal that the program sets and takes back.
const MODES: [&str; 4] = ["?25", "?1049", "?2004", "?2026"];
/// The parameters of the letters' style.
const STYLES: [&str; 12] = ["", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59"];
/// The most strokes over one letter.
const MOST_STROKES: usize = 4;

/// True for a sign that steers, hides or turns; or that takes another width than terminals give it.
fn does_harm(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
        )
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// True for a stroke that is put over or under the letter before it.
fn is_stroke(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}')
}

/// What of a text does harm, each thing once for each place.
fn harm_in(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let bad = letters.iter().filter(|letter| **letter != '\n' && does_harm(**letter));
    let floods = letters.split(|letter| !is_stroke(*letter)).filter(|run| run.len() > MOST_STROKES);
    bad.map(|letter| format!("{letter:?}")).chain(floods.map(|run| format!("{} strokes", run.len()))).collect()
}

/// What of the bytes on a terminal the painter does not write.
fn foreign_in(raw: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(raw).expect("the program writes UTF-8");
    let (mut found, mut letters, mut rest) = (Vec::new(), String::new(), text.chars());
    while let Some(letter) = rest.next() {
        match letter {
            '\r' => {}
            '\x1b' => {
                let sequence = format!("\x1b{}", sequence(&mut rest));
                if !is_ours(&sequence) {
                    found.push(format!("{sequence:?}"));
                }
                letters.push('\n');
            }
            other => letters.push(other),
        }
    }
    found.extend(harm_in(&letters));
    found
}

/// The rest of a control sequence; what is none is given up to its second letter.
fn sequence(rest: &mut std::str::Chars<'_>) -> String {
    let mut sequence: String = rest.next().into_iter().collect();
    if sequence != "[" {
        return sequence;
    }
    for letter in rest {
        sequence.push(letter);
        if ('@'..='~').contains(&letter) {
            break;
        }
    }
    sequence
}

fn is_ours(sequence: &str) -> bool {
    let Some(inner) = sequence.strip_prefix("\x1b[") else { return false };
    let Some(kind) = inner.chars().next_back() else { return false };
    let parameters = inner.trim_end_matches(kind);
    let numbers = |most: usize| {
        let parts: Vec<&str> = parameters.split(';').collect();
        parts.len() <= most && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let colour = |code: &str| code.parse().is_ok_and(|code: u8| (30..=37).contains(&code) || (90..=97).contains(&code));
    match kind {
        'h' | 'l' => MODES.contains(&parameters),
        'm' => parameters.split(';').all(|code| STYLES.contains(&code) || colour(code)),
        'H' | 'r' => numbers(2),
        'C' | 'L' | 'M' => numbers(1),
        'J' => parameters == "2",
        'K' => parameters.is_empty(),
        _ => false,
    }
}

#[test]
fn the_judge_of_the_bytes_finds_each_harm_and_nothing_else() {
    for harm in harms().iter().filter(|harm| !harm.starts_with('x') && !harm.starts_with('漢')) {
        assert!(!foreign_in(format!("a{harm}b").as_bytes()).is_empty(), "{harm:?}");
    }
    let own = "\x1b[?1049h\x1b[?2004h\x1b[1;31m\x1b[3;4HKjære Ågot – «én»\r\n\x1b[K\x1b[2J\x1b[1;5r\x1b[2M\x1b[0m漢字";
    assert_eq!(foreign_in(own.as_bytes()), [""; 0]);
}

/// A program on a lying backend, its first screen shown.
fn on_liar(home: &Home, backend: &Backend, liar: &Liar, more: &[&str], size: (u16, u16)) -> Pty {
    let arguments = ["--server", &liar.url, "--token-file", &backend.token_file];
    let pty = Pty::start_in(home, &[&arguments, more].concat(), size, &[]);
    pty.wait_until("the first screen", |screen| screen.lines().count() > 10);
    pty.settle();
    pty
}

/// Presses keys one by one, each after the screen stands still; what was written meanwhile is judged.
fn walk(pty: &mut Pty, steps: &[(&str, &str)]) -> Vec<String> {
    let mut unmarked = Vec::new();
    for (screen, keys) in steps {
        let before = pty.raw().len();
        for key in keys.split(' ') {
            match key {
                "Esc" => pty.escape(),
                "Enter" => pty.send("\r"),
                "Tab" => pty.send("\t"),
                "Down" => pty.send("\x1b[B"),
                "PageDown" => pty.send("\x1b[6~"),
                "F5" => pty.send("\x1b[15~"),
                "F6" => pty.send("\x1b[17~"),
                letters => pty.press(letters),
            }
            std::thread::sleep(std::time::Duration::from_millis(60));
            pty.settle();
        }
        let raw = pty.raw();
        let foreign = foreign_in(&raw[before..]);
        assert!(foreign.is_empty(), "{screen}: {foreign:?}\n{}", pty.screen());
        if count(&raw[before..], "\u{fffd}".as_bytes()) == 0 {
            unmarked.push((*screen).to_owned());
        }
        assert!(!pty.is_gone(), "{screen}: the program has ended");
        println!("{screen}:\n{}", pty.screen());
    }
    unmarked
}

/// The screens of a report and those over it.
const OF_A_REPORT: [(&str, &str); 13] = [
    ("its sections", "Tab Tab Tab Tab PageDown"),
    ("the findings", "F"),
    ("back", "Esc"),
    ("the history", "c"),
    ("back", "Esc"),
    ("what changed", "v"),
    ("back", "Esc"),
    ("the explanation", "i"),
    ("back", "Esc"),
    ("the comment", "r"),
    ("a finding in it", "F5"),
    ("the suggestion", "F6"),
    ("the summary", "Esc"),
];

/// The lists and registers, and what opens over them.
const OF_THE_LISTS: [(&str, &str); 22] = [
    ("the queue", "F5"),
    ("its views", "w"),
    ("back", "Esc"),
    ("the countdown", "d"),
    ("back", "Esc"),
    ("why here", "i"),
    ("back", "Esc"),
    ("the palette", ":"),
    ("a unit in it", "gj"),
    ("back", "Esc"),
    ("the library", "L"),
    ("back", "Esc"),
    ("the archive", "2"),
    ("a solved case", "Enter"),
    ("back", "Esc"),
    ("the figures", "3"),
    ("the units", "4"),
    ("one unit", "Enter PageDown"),
    ("back", "Esc"),
    ("the holders of access", "T"),
    ("an application", "S"),
    ("back", "Esc"),
];

#[test]
fn of_every_text_of_a_lying_backend_only_letters_reach_the_terminal() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let liar = Liar::to(&backend.url);
    for size in [(80, 24), (160, 45)] {
        let mut pty = on_liar(&home, &backend, &liar, &["open", FIRST], size);
        walk(&mut pty, &OF_A_REPORT);
        let raw = pty.raw();
        assert!(count(&raw, "\u{fffd}".as_bytes()) > 10, "what was taken away left its mark");
        assert_eq!(foreign_in(&raw), [""; 0]);
    }
    let mut pty = on_liar(&home, &backend, &liar, &[], (160, 45));
    let unmarked = walk(&mut pty, &OF_THE_LISTS);
    println!("without a mark: {unmarked:?}");
    let mut access = on_liar(&home, &backend, &liar, &["open", "TLG-000212"], (80, 24));
    walk(
        &mut access,
        &[("a request", "F5"), ("its history", "i"), ("back", "Esc"), ("a question", "c"), ("back", "Esc")],
    );
}

#[test]
fn of_the_failures_of_a_lying_backend_only_letters_reach_the_terminal() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let liar = Liar::to(&backend.url);
    for lie in [Lie::Refusal, Lie::HalfLetters, Lie::Page] {
        liar.tell(Lie::Texts);
        let mut pty = on_liar(&home, &backend, &liar, &[], (80, 24));
        liar.tell(lie);
        for _ in 0..harms().len() {
            walk(&mut pty, &[("a failure", "F5")]);
        }
        walk(
            &mut pty,
            &[
                ("the archive", "2"),
                ("the units", "4"),
                ("the message", "m"),
                ("back", "Esc"),
                ("the queue", "1"),
                ("a case", "Enter"),
            ],
        );
        let run = home.run(&["--server", &liar.url, "--token-file", &backend.token_file, "tasks", "list"]);
        assert_ne!(run.code, 0);
        assert_eq!(harm_in(&format!("{}{}", run.out, run.err)), [""; 0], "{lie:?}");
    }
}

/// Commands that print what a backend says.
const COMMANDS: [&[&str]; 26] = [
    &["tasks", "list"],
    &["tasks", "show", FIRST],
    &["tasks", "show", "TLG-000212"],
    &["tasks", "colleagues"],
    &["report", "show", FIRST],
    &["report", "diff", "KHR-2023H1-3407"],
    &["archive", "list"],
    &["archive", "show", "KHR-2022H2-3407"],
    &["access", "list"],
    &["access", "list", "--granted"],
    &["whoami"],
    &["sessions", "list"],
    &["units", "list"],
    &["units", "show", "3420"],
    &["units", "missing"],
    &["periods", "show", "2023H1"],
    &["views", "list"],
    &["letter", "list"],
    &["extensions", "list", "3420"],
    &["outbox", "list"],
    &["notices", "show"],
    &["status"],
    &["status", "--oneline"],
    &["audit", "list"],
    &["report", "return", FIRST, "--comment", "Rett 2E.", "--dry-run"],
    &["report", "approve", "KHR-2023H1-0", "--dry-run"],
];

#[test]
fn of_every_text_of_a_lying_backend_the_commands_print_only_letters() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let liar = Liar::to(&backend.url);
    let (mut marked, mut told) = (0, 0);
    for command in COMMANDS {
        for form in [&[][..], &["--json"][..]] {
            // More than once: another harm falls on another field.
            for _ in 0..3 {
                let arguments = [&["--server", &liar.url, "--token-file", &backend.token_file], command, form].concat();
                let run = home.run(&arguments);
                let text = format!("{}{}", run.out, run.err);
                assert_eq!(harm_in(&text), [""; 0], "{command:?} {form:?}");
                marked += usize::from(text.contains('\u{fffd}') || text.contains("\\u00"));
                told += usize::from(run.code == 0);
            }
        }
    }
    println!("{marked} marked, {told} answered");
    assert!(marked > 60 && told > 90, "{marked} marked, {told} answered");
    let arguments = ["--server", &liar.url, "--token-file", &backend.token_file, "tasks", "show", FIRST];
    let mut pty = Pty::start(&home, &arguments);
    assert_eq!(pty.ended(), Ok(0));
    assert_eq!(foreign_in(&pty.raw()), [""; 0]);
}

#[test]
fn what_a_person_gives_a_command_is_told_back_in_letters_only() {
    let home = Home::new();
    for harm in harms().into_iter().map(|harm| harm.replace('\0', "")) {
        let file = home.file("halv.json", format!("{{\"unit\":\"{harm}\",\"period\":\"2023H1\",\"values\":{{}}}}"));
        let settings =
            home.file("oppsett.toml", format!("office = \"SF{}\"\n", harm.replace(['\n', '\r', '\\', '"'], "")));
        let token = format!("finnes-ikke{}", harm.chars().take(20).collect::<String>());
        let given: [&[&str]; 9] = [
            &["tasks", "show", &harm],
            &["tasks", "list", "--query", &harm],
            &["tasks", "list", "--sort", &harm],
            &["submit", &harm],
            &["submit", &file],
            &["explain", &harm],
            &["--office", &harm, "tasks", "list"],
            &["--server", &harm, "tasks", "list"],
            &["--token-file", &token, "--server", "http://127.0.0.1:1", "whoami"],
        ];
        for arguments in given {
            for form in [&[][..], &["--json"][..]] {
                let run = home.run(&[arguments, form].concat());
                assert_eq!(harm_in(&format!("{}{}", run.out, run.err)), [""; 0], "{arguments:?} {form:?}");
            }
        }
        for (name, value) in [("SFV_CONFIG", settings.as_str()), ("SFV_NOW", &harm), ("SFV_SERVER", &harm)] {
            let mut command: Command = home.command(&["tasks", "list"]);
            let output = command.env(name, value).output().expect("the program runs");
            let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
            assert_eq!(harm_in(&text), [""; 0], "{name}={value:?}");
        }
    }
}
