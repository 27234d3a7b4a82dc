//! Hostile and broken files: each gets one plain sentence, quickly, and nothing of it reaches the terminal.

use std::{
    fs::File,
    io::Write,
    process::Stdio,
    time::{Duration, Instant},
};

use statsforvalter::{
    cli::submission::{self, LARGEST},
    domain::{register::Register, report::Submitter},
    text::{Texts, refusal},
};

use crate::cli_support::Home;

/// The longest any file of the size that is read may take, in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(10);
/// The longest sentence that is said about a file.
const LONGEST_SENTENCE: usize = 320;
const HEAD: &str = "unit;period;key;value\n";
const ROW: &str = "3420;2023H1;2E;1\n";
const NOT_WHOLE: &str = "er ikke et helt tall fra 0 og oppover.";

/// A file with what is wrong in it, its name, its bytes, and the one sentence about it.
type Case = (&'static str, &'static str, Vec<u8>, String);

/// Every required point except 2E, as JSON members and as rows.
fn others() -> (String, String) {
    let register = register();
    let points = register.forms.last().expect("a form").points().filter(|point| point.required && point.code != "2E");
    points.map(|point| (format!(",\"{}\":10", point.key), format!("3420;2023H1;{};10\n", point.key))).unzip()
}

fn register() -> Register {
    Register::embedded().expect("the reference data in config/ parses")
}

fn json(members: &str) -> Vec<u8> {
    format!("{{\"unit\":\"3420\",\"period\":\"2023H1\",\"values\":{{{members}{}}}}}", others().0).into_bytes()
}

/// A long table with some rows in front; line 2 is the first of them.
fn csv(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}{}", others().1).into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn faults_of_bytes() -> Vec<Case> {
    let whole = String::from_utf8(csv(ROW)).expect("UTF-8");
    let utf16_said = "Filen kan ikke leses: den er i UTF-16. Lagre den på nytt som UTF-8.";
    let binary = "Filen kan ikke leses: den er ikke en tekstfil. Eksporter den som CSV eller JSON.";
    let encoding = "Filen kan ikke leses: den er ikke i UTF-8. Lagre den på nytt som UTF-8.";
    let marked = [b"\xff\xfe".as_slice(), &utf16(&whole)].concat();
    let turned: Vec<u8> = marked.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    [
        ("UTF-16 with its mark", "r.csv", marked, utf16_said),
        ("UTF-16, the other way round", "r.csv", turned, utf16_said),
        ("UTF-16 without its mark", "r.csv", utf16(&whole), utf16_said),
        ("UTF-16 JSON", "r.json", utf16("{\"unit\":\"3420\"}"), utf16_said),
        ("a spreadsheet with the wrong name", "r.csv", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), binary),
        ("nothing but zero bytes", "r.csv", vec![0; 1 << 20], binary),
        ("a zero byte in a cell", "r.csv", csv("3420;2023H1;2E;1\0\n"), binary),
        ("an escape sequence in a cell", "r.csv", csv("3420;2023H1;2E;\u{1b}[2J\n"), binary),
        ("a zero byte in JSON", "r.json", b"{\"unit\":\"\0\"}".to_vec(), binary),
        ("Latin-1 JSON", "r.json", b"{\"unit\":\"\xe5\"}".to_vec(), encoding),
        ("neither UTF-8 nor Windows-1252", "r.csv", b"unit;period;key;value\n\x81\n".to_vec(), encoding),
        ("a mark of UTF-8 before Latin-1", "r.csv", b"\xef\xbb\xbfunit;\xe5\n".to_vec(), encoding),
        ("nothing", "r.csv", Vec::new(), "Filen kan ikke leses: den er tom."),
        ("only a mark", "r.json", b"\xef\xbb\xbf".to_vec(), "Filen kan ikke leses: den er tom."),
        ("only line breaks", "r.csv", vec![b'\n'; 1 << 20], "Filen kan ikke leses: den er tom."),
        (
            "only separators",
            "r.csv",
            vec![b';'; 1 << 20],
            "Filen kan ikke leses, linje 1: raden har feil antall felter.",
        ),
        ("a picture", "bilde.png", b"\x89PNG".to_vec(), "Filen kan ikke leses: den er verken .json eller .csv."),
        (
            "ten million rows",
            "r.csv",
            ROW.repeat(1_000_000).into_bytes(),
            "Filen kan ikke leses: den er større enn 4194304 byte.",
        ),
    ]
    .map(|(what, name, bytes, sentence)| (what, name, bytes, sentence.to_owned()))
    .to_vec()
}

fn faults_of_figures() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let cells = [
        "NaN",
        "inf",
        "1e30",
        "-0",
        "+5",
        "5.0",
        "5,0",
        "1e3",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1:A9)",
        "0x1F",
        "1_000",
        "５",
    ];
    for cell in cells {
        let sentence = format!("Linje 2: Punkt 2E: «{cell}» {NOT_WHOLE}");
        cases.push((cell, "r.csv", csv(&format!("3420;2023H1;2E;{cell}\n")), sentence));
    }
    for (member, shown) in [
        ("1e30", "1e+30"),
        ("-0", "-0.0"),
        ("5.0", "5.0"),
        ("1e3", "1000.0"),
        ("-1", "-1"),
        ("\"5\"", "\"5\""),
        ("\"=1+1\"", "\"=1+1\""),
        ("4294967296", "4294967296"),
        ("99999999999999999999999999", "1e+26"),
        ("true", "true"),
        ("[[1]]", "[…]"),
        ("{\"a\":1}", "{…}"),
    ] {
        let sentence = format!("Punkt 2E: «{shown}» {NOT_WHOLE}");
        cases.push((member, "r.json", json(&format!("\"2E\":{member}")), sentence));
    }
    let (long, cut) = ("9".repeat(1 << 20), "9".repeat(40));
    cases.push((
        "a million digits",
        "r.csv",
        csv(&format!("3420;2023H1;2E;{long}\n")),
        format!("Linje 2: Punkt 2E: «{cut}» {NOT_WHOLE}"),
    ));
    cases
}

fn faults_of_tables() -> Vec<Case> {
    let quote = "et anførselstegn er ikke lukket på samme linje, eller det står noe etter det.";
    let last = others().1.lines().count() + 2;
    let cut = format!("{}3420;2023H1;2E;\"1", String::from_utf8_lossy(&csv(""))).into_bytes();
    let bad = |line: usize, what: &str| format!("Filen kan ikke leses, linje {line}: {what}");
    let twice = csv(&format!("{ROW}3420;2023H1;us_3_6m;1\n"));
    let formula = format!("{HEAD}=3420;2023H1;2E;1\n").into_bytes();
    let column_twice = bad(1, "kolonnen «VALUE» står mer enn én gang.");
    let commas = b"unit,period,key,value\n3420,2023H1,2E,1\n".to_vec();
    [
        ("a point twice", twice, "Linje 3: Punkt 2E står mer enn én gang.".to_owned()),
        ("a column twice", b"unit;period;key;value;VALUE\n".to_vec(), column_twice),
        ("a quotation mark not closed", csv("3420;2023H1;2E;\"1\n"), bad(2, quote)),
        ("something after a quoted cell", csv("3420;2023H1;\"2E\"x;1\n"), bad(2, quote)),
        ("a line break in a cell", csv("3420;2023H1;2E;\"1\n2\"\n"), bad(2, quote)),
        ("the last mark not closed", cut, bad(last, quote)),
        ("commas instead of semicolons", commas, bad(1, "kolonnen «unit» mangler.")),
        ("a formula as unit", formula, "Ukjent rapporteringsenhet «=3420».".to_owned()),
        ("a list in JSON", b"[1]".to_vec(), bad(1, "kolonnen «unit» mangler.")),
    ]
    .map(|(what, bytes, sentence)| (what, "r.csv", bytes, sentence))
    .to_vec()
}

fn faults_of_json() -> Vec<Case> {
    let inner = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    let members = json(&vec!["\"2E\":1"; 200_000].join(","));
    let sender = "{\"submitter\":{\"name\":\"A\",\"name\":\"B\",\"email\":\"a@b.example\"},";
    let sender = String::from_utf8_lossy(&json("\"2E\":1")).replacen('{', sender, 1).into_bytes();
    let twice = "Punkt 2E står mer enn én gang.".to_owned();
    let depth = format!("Punkt 2E: «{{…}}» {NOT_WHOLE}");
    let mut cases: Vec<Case> = vec![
        ("a point by key and by code", "r.json", json("\"us_3_6m\":1,\"2E\":2"), twice.clone()),
        ("a point twice", "r.json", json("\"2E\":1,\"2E\":1"), twice),
        ("objects a hundred thousand deep", "r.json", json(&format!("\"2E\":{inner}")), depth),
        ("a name twice", "r.json", sender, "Feltet «submitter» er tomt, for langt eller har feil form.".to_owned()),
    ];
    let deep = format!("{{\"unit\":{}", "[".repeat(1_000_000)).into_bytes();
    let name = format!("{{\"{}\":1}}", "x".repeat(1 << 20)).into_bytes();
    let after = [json("\"2E\":1"), b"{}".to_vec()].concat();
    let broken = [
        (
            "a member twice",
            b"{\"unit\":\"3420\",\"unit\":\"3403\"}".to_vec(),
            "feltet «unit» står to ganger, linje 1, tegn 21.",
        ),
        (
            "arrays a million deep",
            deep,
            "innholdet slutter midt i noe; en parentes eller et anførselstegn er ikke lukket, linje 1, tegn 1000008.",
        ),
        ("200 000 members", members, "det er mer enn 1000 felter i ett objekt, linje 1, tegn 7049."),
        ("a number too large to hold", json("\"2E\":1e999"), "tallet er for stort eller for lite, linje 1, tegn 53."),
        ("NaN", json("\"2E\":NaN"), "skrivemåten er feil, linje 1, tegn 49."),
        ("half a letter", json("\"\\ud800\":1"), "skrivemåten er feil, linje 1, tegn 51."),
        ("a name of a million letters", name, "det er ikke noe felt «xxxx"),
        ("something after the end", after, "det står noe mer etter slutten, linje 1, tegn"),
    ];
    let said = |detail: &str| format!("Filen kan ikke leses, linje 1: den er ikke gyldig JSON: {detail}");
    cases.extend(broken.map(|(what, bytes, detail)| (what, "r.json", bytes, said(detail))));
    cases
}

#[test]
fn every_hostile_file_gets_one_plain_sentence_quickly() {
    let (register, texts) = (register(), Texts::of("nb").expect("the texts of the program"));
    let sender = Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() };
    let mut faults = Vec::new();
    for (what, name, bytes, sentence) in
        [faults_of_bytes(), faults_of_figures(), faults_of_tables(), faults_of_json()].concat()
    {
        let began = Instant::now();
        let said = submission::read_all(name, &bytes, &register, &sender).map(|imported| imported.reports.len());
        let took = began.elapsed();
        let said = said.map_err(|refusals| refusals.iter().map(|one| refusal::say(&texts, one)).collect::<Vec<_>>());
        let fits = matches!(&said, Err(lines) if matches!(lines.as_slice(), [line] if line.starts_with(&sentence)));
        let tame = |line: &String| line.chars().count() <= LONGEST_SENTENCE && !line.contains(char::is_control);
        let tame = said.as_ref().is_err_and(|lines| lines.iter().all(tame));
        if !fits || !tame || took > LONGEST {
            faults.push(format!("{what} ({took:?})\n  wanted {sentence}\n  got    {said:?}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_only_looks_broken_is_read() {
    let whole = String::from_utf8(csv(ROW)).expect("UTF-8");
    let object = String::from_utf8(json("\"2E\":1")).expect("UTF-8");
    for (name, text) in [
        ("r.csv", whole.trim_end().to_owned()),
        ("r.csv", whole.replace('\n', "\r\n")),
        ("r.csv", whole.replace('\n', "\r")),
        ("r.csv", format!("\u{feff}{whole}")),
        ("r.csv", whole.replace(";2E;1", "; \"2E\" ; 1 ")),
        ("r.csv", format!("\n;;;\n{whole}\n;;;\n\n")),
        ("-", whole.clone()),
        ("r.json", format!("\u{feff}{object}\r\n")),
        ("-", format!(" \n{object}")),
    ] {
        let read = submission::read(
            name,
            text.as_bytes(),
            &register(),
            &Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() },
        );
        assert_eq!(read.map(|report| report.values.get("us_3_6m").copied()), Ok(Some(Some(1))), "{text:?}");
    }
}

#[test]
fn many_mistakes_are_told_up_to_fifty_and_quickly() {
    let (register, texts) = (register(), Texts::of("nb").expect("the texts of the program"));
    let sender = Submitter { name: "Kari".into(), email: "kari@elverum.example".into(), phone: String::new() };
    let largest = usize::try_from(LARGEST).expect("a size");
    let filled = |head: &str, row: &str| format!("{head}{}", row.repeat((largest - head.len()) / row.len()));
    for table in [
        filled(HEAD, "3420;2023H1;x;y\n"),
        filled("Rapporteringsenhet;År;Halvår;2E\n", "1;1;1;1\n"),
        filled("Rapporteringsenhet;År;Halvår;2E\n", "a;\n"),
        filled("Rapporteringsenhet;År;Halvår", ";\u{1f600}"),
    ] {
        let began = Instant::now();
        let refusals = submission::read_all("r.csv", table.as_bytes(), &register, &sender).expect_err("mistakes");
        let took = began.elapsed();
        assert!(took < LONGEST && (1..=50).contains(&refusals.len()), "{took:?} {}", refusals.len());
        assert!(refusals.iter().all(|one| refusal::say(&texts, one).chars().count() <= LONGEST_SENTENCE));
    }
}

#[test]
fn the_program_refuses_hostile_files_with_code_65_and_says_why() {
    let home = Home::new();
    let file = |name: &str, bytes: &[u8]| home.file(name, bytes);
    let huge = home.path().join("ti millioner.csv");
    File::create(&huge).and_then(|file| file.set_len(170_000_000)).expect("a file with a hole in it");
    let huge = huge.to_str().expect("UTF-8").to_owned();
    for (file, sentence) in [
        (huge, "den er større enn 4194304 byte."),
        (file("16.csv", &utf16(HEAD)), "den er i UTF-16."),
        (file("dyp.json", format!("{{\"unit\":{}", "[".repeat(1_000_000)).as_bytes()), "innholdet slutter midt i noe"),
        (file("formel.csv", &csv("3420;2023H1;2E;=1+1\n")), "Linje 2: Punkt 2E: «=1+1» er ikke et helt tall"),
    ] {
        let run = home.demo(&["submit", &file]);
        assert_eq!(run.code, 65, "{file}: {}", run.err);
        assert!(run.err.contains(sentence) && run.err.lines().count() == 3, "{file}: {}", run.err);
        assert_eq!(run.out, "", "{file}");
    }
}

#[test]
fn no_more_is_read_of_the_standard_input_than_shows_that_it_is_too_large() {
    let home = Home::new();
    let mut command = home.command(&["--demo", "submit", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    let rows = ROW.repeat(4096);
    let mut written = 0;
    while written < 400_000_000 && pipe.write_all(rows.as_bytes()).is_ok() {
        written += rows.len() as u64;
    }
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(65));
    assert!(String::from_utf8_lossy(&output.stderr).contains("den er større enn 4194304 byte."));
    assert!(written < 2 * LARGEST, "{written} bytes were taken");
}
