//! What the command line says of what others say: libraries and the system are told in Norwegian, and the hints fit a shell.

use std::{
    fs,
    process::{Command, Stdio},
};

use crate::cli_support::{Home, Run};

const TARGET: &str = "KHR-2023H1-3420";

/// Words of libraries and of the system, none of which stands in a sentence to a person.
const ENGLISH: &[&str] = &[
    "os error",
    "No such file",
    "expected",
    "unknown",
    "missing",
    "invalid",
    "TOML parse",
    "denied",
    "error",
    "line ",
    "database is",
    "disk is full",
];

fn check(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{}", run.err);
    for word in words {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
    let said = run.err.to_lowercase();
    for word in ENGLISH {
        assert!(!said.contains(&word.to_lowercase()), "{word}: {}", run.err);
    }
    assert!(!run.err.contains('‹'), "{}", run.err);
}

#[test]
fn a_comment_with_a_sign_that_cannot_be_sent_names_the_sign_and_its_place() {
    let home = Home::new();
    let escape = ["report", "return", TARGET, "--dry-run", "--comment", "Hei\nrett 2E\u{1b}[2J"];
    check(&home.demo(&escape), 65, &["Kommentaren", "Esc (U+001B)", "linje 2, tegn 8", "Ingenting er sendt"]);
    let file = home.file("kommentar.txt", "a\0b");
    let null = ["report", "return", TARGET, "--confirm", "--comment-file", &file];
    check(&home.demo(&null), 65, &["nummer 0", "linje 1, tegn 2"]);
    let turned = ["report", "return", TARGET, "--dry-run", "--comment", "a\u{202e}b"];
    check(&home.demo(&turned), 65, &["snur skriveretningen (U+202E)"]);
    let broken = home.run_with(
        &["--demo", "report", "return", TARGET, "--dry-run", "--comment-file", "-"],
        "Rett 2E.\r\nTakk.\r\n\u{8}",
    );
    check(&broken, 65, &["styretegn (U+0008), linje 3, tegn 1"]);
    let plain = home
        .run_with(&["--demo", "report", "return", TARGET, "--dry-run", "--comment-file", "-"], "Rett 2E.\r\nTakk.\r\n");
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(plain.out.contains("Rett 2E.\\nTakk."), "{}", plain.out);
}

#[test]
fn a_subject_with_a_line_break_is_told_so() {
    let home = Home::new();
    let file = home.file("brev.toml", "[nb]\nsubject = \"a\\nb\"\nbody = \"c\"\n[nn]\nsubject = \"a\"\nbody = \"c\"\n");
    let run = home.demo(&["letter", "send", &file, "--to", "all", "--dry-run"]);
    check(&run, 65, &["Emnet", "linjeskift", "linje 1, tegn 2"]);
}

#[test]
fn what_libraries_and_the_system_say_is_told_in_norwegian() {
    let home = Home::new();
    let gone = home.path().join("borte.json").display().to_string();
    check(&home.demo(&["submit", &gone]), 66, &["borte.json: filen eller mappen finnes ikke"]);
    let folder = home.path().display().to_string();
    check(&home.demo(&["submit", &folder]), 66, &["det er en mappe og ikke en fil"]);
    let serve = |flag: &str, text: &str| {
        let file = home.file("fil.toml", text);
        home.run(&["serve", "--listen", "127.0.0.1:0", flag, &file])
    };
    check(
        &serve("--people", "[[person]]\nid = \n"),
        2,
        &["fil.toml:2:", "verdien mangler, eller tekst står uten anførselstegn"],
    );
    check(&serve("--people", "[[person]]\nid = 3\n"), 2, &["fil.toml:2:6: 3 kan ikke stå her; det skal være tekst"]);
    check(&serve("--people", "[[person]]\nid = \"kari\"\n"), 2, &["feltet «name» mangler"]);
    check(&serve("--people", "[[folk]]\n"), 2, &["det er ikke noe felt «folk» (bare person)"]);
    check(&serve("--mail", "[mail\n"), 2, &["fil.toml:1:6: en parentes er ikke lukket"]);
    let json = home.file("rapport.json", "{\"unit\": \"3420\",");
    check(&home.demo(&["submit", &json]), 65, &["JSON", "innholdet slutter midt i noe", "linje 1"]);
    home.file("config/config.toml", "undo_seconds = 700\n");
    check(
        &home.run(&["tasks", "list"]),
        2,
        &["config.toml:1:16", "undo_seconds skal være fra 0 til 600", "sfv config check"],
    );
}

#[test]
fn a_wrong_command_line_is_told_in_norwegian_and_as_a_document() {
    let home = Home::new();
    check(
        &home.run(&["tasks", "list", "--stat", "all"]),
        2,
        &["«--stat»", "Mente du --state", "Skrives slik: sfv tasks list"],
    );
    check(&home.run(&["tasks", "list", "--kind", "rapport"]), 2, &["«rapport» kan ikke stå", "report, access"]);
    let told = home.run(&["tasks", "list", "--json", "--kind", "rapport"]).fault();
    assert_eq!((told["schema"].as_str(), told["exit_code"].as_u64()), (Some("sfv.fault/1"), Some(2)));
    assert!(told["title"].as_str().is_some_and(|title| title.contains("rapport")), "{told}");
    let language = home.demo(&["admin", "templates", "show", "mail.return", "--language", "neutral"]);
    check(&language, 2, &["«neutral» kan ikke stå", "nb, nn"]);
}

#[test]
fn a_hint_at_a_command_line_names_no_key() {
    let home = Home::new();
    let away = ["--server", "http://127.0.0.1:9"];
    for arguments in [
        &["letters"][..],
        &["explain", "K12"],
        &["explain", "away"],
        &["explain", "too-many"],
        &["explain", "extensions-missing"],
    ] {
        let run = home.run(&[&away[..], arguments].concat());
        let said = format!("{}{}", run.out, run.err);
        assert!(!said.contains("F5") && !said.contains("Trykk"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_mistake_in_the_configuration_names_its_place_once() {
    let home = Home::new();
    let run = home.run(&["config", "check", "--config", "/finnes/ikke.toml"]);
    assert_eq!(run.code, 3, "{}", run.err);
    assert_eq!(run.out.matches("--config: ").count(), 1, "{}", run.out);
    assert!(run.out.contains("/finnes/ikke.toml kan ikke leses: filen eller mappen finnes ikke"), "{}", run.out);
    let people = home.file("folk.toml", "[[person]]\nid = \"kari\"\n");
    let run = home.run(&["config", "check", "--people", &people]);
    assert!(run.out.contains("folk.toml:1:1: feltet «name» mangler"), "{}", run.out);
}

#[test]
fn a_disk_without_room_is_told_of_the_copy_and_not_of_the_database() {
    let home = Home::new();
    assert_eq!(home.run(&["tasks", "list"]).code, 0, "makes the program's own database");
    let copy = home.path().join("kopi").display().to_string();
    // The shell ignores the signal, so that a write over the limit fails as on a full disk.
    let out = home
        .command(&[])
        .get_envs()
        .fold(&mut Command::new("bash"), |shell, (name, value)| match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        })
        .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" backup \"$1\"", env!("CARGO_BIN_EXE_sfv"), &copy])
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let said = String::from_utf8(out.stderr).expect("UTF-8");
    assert_eq!(out.status.code(), Some(73), "{said}");
    assert!(said.contains("kan ikke skrives") && said.contains("kopi."), "{said}");
    assert!(!said.contains("kan ikke leses:") && !said.contains("error"), "{said}");
    assert!(!fs::exists(&copy).expect("the folder is asked for"));
}

#[test]
fn tables_of_what_no_report_rests_on_have_no_column_of_reports() {
    let home = Home::new();
    let file = home.file(
        "people.toml",
        "[[person]]\nid = \"adm\"\nname = \"Adm\"\nemail = \"a@a.example\"\nphone = \"\"\nrole = \"admin\"\n",
    );
    let database = home.path().join("felles.sqlite").display().to_string();
    let served = crate::cli_serving::Served::start(&home, &["--people", &file, "--database", &database]);
    let asked = |arguments: &[&str]| {
        let run = home.run(
            &[&["--server", served.text("listening"), "--token-file", served.text("token_file"), "admin"], arguments]
                .concat(),
        );
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    for listing in [["letters", "list"], ["templates", "list"], ["periods", "holidays"]] {
        let told = asked(&listing);
        assert!(told.lines().count() > 3 && !told.contains("Rapporter"), "{told}");
    }
    assert!(asked(&["periods", "list"]).contains("Rapporter"));
    assert!(asked(&["offices", "list"]).contains("bokmål"));
    let adding = [
        "letters",
        "add",
        "2031/1",
        "--date",
        "2031-01-02",
        "--subject",
        "Prøve",
        "--says",
        "Prøve",
        "--source",
        "Prøve",
        "--subject-confidence",
        "sure",
        "--confidence",
        "sure",
        "--dry-run",
    ];
    let told = asked(&adding);
    assert!(told.contains("emne") && told.contains("kilde") && !told.contains("subject"), "{told}");
}
