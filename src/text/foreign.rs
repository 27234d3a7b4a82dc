//! What a library or the operating system says, in words of our own. What is not known stays as it is, in quotation marks and
//! with whose words they are.
//! Imports nothing of the crate but the sentences.

use std::io::{self, ErrorKind};

use super::{Texts, clean};

/// The most words that may stand in a place and are all named.
const MOST_NAMED: usize = 16;
/// The most letters of a name that are shown.
const LONGEST_NAME: usize = 60;

/// What others say, as a part of a sentence without its full stop.
///
/// Libraries that read files tell what is wrong in English sentences of a fixed form, and the system tells it by a number.
/// What stands before it (a file, a field) stays where it is one word; what is no such sentence is quoted.
#[must_use]
pub fn say(texts: &Texts, words: &str) -> String {
    let words = clean::line(&bare(words));
    let words = words.trim();
    if words.is_empty() {
        return texts.say("foreign-silent");
    }
    if let Some((line, rest)) = of_table(words) {
        let told = known(texts, rest).unwrap_or_else(|| say(texts, rest));
        return texts.with("foreign-at-line", &[("told", &told), ("line", line)]);
    }
    if let Some(told) = known(texts, words) {
        return told;
    }
    for (at, _) in words.match_indices(": ") {
        let (head, tail) = (words.get(..at).unwrap_or_default(), words.get(at + 2..).unwrap_or_default());
        let Some(told) = known(texts, tail) else { continue };
        // One word before it says where it is; more of them are a sentence of the library.
        let place = head.split(": ").find(|part| !part.is_empty() && !part.contains(' '));
        return place.map_or_else(|| told.clone(), |place| format!("{place}: {told}"));
    }
    if !words.contains(' ') {
        // A name or a number is nobody's sentence.
        return words.to_owned();
    }
    texts.with("foreign-other", &[("words", words.trim_end_matches('.'))])
}

/// What the system says, in our words.
#[must_use]
pub fn system(texts: &Texts, error: &io::Error) -> String {
    of_kind(texts, error.kind()).unwrap_or_else(|| say(texts, &error.to_string()))
}

/// The sentence itself, where a reader draws the line of the file with a mark under it.
fn bare(words: &str) -> String {
    let Some((head, place)) = words.split_once("TOML parse error at ") else { return words.to_owned() };
    let gutter = |text: &str| text.trim().bytes().all(|byte| byte.is_ascii_digit());
    let drawn = |line: &&str| line.split_once('|').is_some_and(|(before, _)| gutter(before));
    let mut lines = place.lines();
    let place = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.filter(|line| !drawn(line)).collect();
    format!("{head}{} at {place}", rest.join(" ").trim())
}

/// A sentence of a form that is known.
fn known(texts: &Texts, words: &str) -> Option<String> {
    if let Some(number) = between(words, "(os error ", ")").filter(|_| !words.contains(": ")) {
        let kind = io::Error::from_raw_os_error(number.parse().ok()?).kind();
        return Some(of_kind(texts, kind).unwrap_or_else(|| texts.with("foreign-system", &[("number", number)])));
    }
    if let Some(code) = words.strip_prefix("(code: ").and_then(|rest| rest.split(')').next()) {
        return of_database(texts, code.parse().ok()?);
    }
    if let Some(code) = words.strip_prefix("exit status: ") {
        return Some(texts.with("foreign-ended", &[("code", code)]));
    }
    if let Some(id) = plain(words) {
        return Some(texts.say(id));
    }
    if let Some(told) = of_borders(texts, words) {
        return Some(told);
    }
    let (sentence, place) = placed(words);
    let told = of_reader(texts, sentence)?;
    Some(match place {
        Some((line, column)) => texts.with("foreign-at", &[("told", &told), ("line", line), ("column", column)]),
        None => told,
    })
}

/// The line of a table, and what is wrong with it.
fn of_table(words: &str) -> Option<(&str, &str)> {
    let rest = words.strip_prefix("CSV error: ").or_else(|| words.strip_prefix("CSV deserialize error: "))?;
    let (place, rest) = rest.split_once("): ")?;
    Some((between(place, "(line: ", ", byte")?, rest))
}

/// What kind of failure of the system it is.
fn of_kind(texts: &Texts, kind: ErrorKind) -> Option<String> {
    let id = match kind {
        ErrorKind::NotFound => "foreign-not-found",
        ErrorKind::PermissionDenied => "foreign-not-allowed",
        ErrorKind::IsADirectory => "foreign-is-folder",
        ErrorKind::NotADirectory => "foreign-no-folder",
        ErrorKind::AlreadyExists => "foreign-is-there",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "foreign-full",
        ErrorKind::FileTooLarge => "foreign-too-large",
        ErrorKind::ReadOnlyFilesystem => "foreign-read-only",
        ErrorKind::ConnectionRefused => "foreign-refused",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => "foreign-broken",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => "foreign-unreachable",
        ErrorKind::AddrInUse => "foreign-taken",
        ErrorKind::AddrNotAvailable => "foreign-not-here",
        ErrorKind::TimedOut => "foreign-late",
        ErrorKind::UnexpectedEof => "foreign-short",
        _ => return None,
    };
    Some(texts.say(id))
}

/// What SQLite says by its number.
fn of_database(texts: &Texts, code: i32) -> Option<String> {
    let id = match code & 0xff {
        5 | 6 => "foreign-busy",
        8 => "foreign-read-only",
        10 => "foreign-unwritten",
        11 | 26 => "foreign-no-database",
        13 => "foreign-full",
        14 => "foreign-unopened",
        _ => return None,
    };
    Some(texts.say(id))
}

/// Sentences without anything to fill in.
fn plain(words: &str) -> Option<&'static str> {
    Some(match words {
        "entity not found" => "foreign-not-found",
        "permission denied" => "foreign-not-allowed",
        "is a directory" => "foreign-is-folder",
        "connection refused" => "foreign-refused",
        "timed out" | "deadline has elapsed" | "operation timed out" => "foreign-late",
        "unexpected end of file" | "failed to fill whole buffer" => "foreign-short",
        "pool timed out while waiting for an open connection" | "database is locked" => "foreign-busy",
        "database or disk is full" => "foreign-full",
        _ if words.contains("not contain valid UTF-8") || words.contains("invalid utf-8") => "foreign-not-utf8",
        _ => return None,
    })
}

/// A sentence and the line and column after it.
fn placed(words: &str) -> (&str, Option<(&str, &str)>) {
    let Some((sentence, place)) = words.rsplit_once(" at line ") else { return (words, None) };
    let numbers = place.split_once(", column ").or_else(|| place.split_once(" column "));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match numbers.filter(|(line, column)| digits(line) && digits(column)) {
        // A reader of JSON that does not know where it is says zero.
        Some(("0", _)) => (sentence, None),
        numbers => (if numbers.is_some() { sentence } else { words }, numbers),
    }
}

/// What our own register says of units that do not fit together.
fn of_borders(texts: &Texts, words: &str) -> Option<String> {
    let forms = [
        ("nobody takes over from ", "", "borders-no-successor"),
        ("there is no unit ", " before", "borders-no-unit"),
        ("there is no unit ", " to end", "borders-no-unit"),
        ("the district ", " has no municipality", "borders-no-municipality"),
    ];
    let unit = |(head, tail, id)| Some((words.strip_prefix(head)?.strip_suffix(tail)?, id));
    let (unit, id) = forms.into_iter().find_map(unit).filter(|(unit, _)| !unit.contains(' '))?;
    Some(texts.with(id, &[("unit", unit)]))
}

/// What a reader of TOML, JSON, tables or numbers says.
fn of_reader(texts: &Texts, words: &str) -> Option<String> {
    let named = names(words);
    let first = &short(named.first().copied().unwrap_or_default());
    if let Some(most) = words.strip_prefix("more than ").and_then(|rest| rest.strip_suffix(" members in one object")) {
        return Some(texts.with("foreign-members", &[("most", most)]));
    }
    if words.starts_with("unknown field `") || words.starts_with("unknown variant `") {
        let id = if words.starts_with("unknown field") { "foreign-unknown-field" } else { "foreign-unknown-word" };
        let others = named.get(1..).unwrap_or_default();
        return Some(choice(texts, id, first, others));
    }
    if words.starts_with("missing field `") {
        return Some(texts.with("foreign-missing-field", &[("name", first)]));
    }
    if words.starts_with("duplicate field `") {
        return Some(texts.with("foreign-field-twice", &[("name", first)]));
    }
    if words.starts_with("duplicate key") {
        return Some(texts.say("foreign-key-twice"));
    }
    for beginning in ["invalid type: ", "invalid value: ", "invalid length "] {
        if let Some(rest) = words.strip_prefix(beginning) {
            return Some(misfit(texts, rest));
        }
    }
    if let Some(rest) = words.strip_prefix("found record with ") {
        let numbers: Vec<&str> = rest.split(' ').filter(|word| word.parse::<u32>().is_ok()).collect();
        let [found, wanted, ..] = numbers.as_slice() else { return None };
        return Some(texts.with("foreign-cells", &[("found", found), ("wanted", wanted)]));
    }
    of_number(words).or_else(|| of_syntax(words)).map(|id| texts.say(id))
}

/// What a reader of numbers says.
fn of_number(words: &str) -> Option<&'static str> {
    Some(match words {
        "invalid digit found in string" | "cannot parse integer from empty string" | "invalid float literal" => {
            "foreign-no-number"
        }
        _ if words.starts_with("number too large") || words.starts_with("number too small") => "foreign-number-range",
        "number out of range" => "foreign-number-range",
        _ if words.starts_with("provided string was not `true` or `false`") => "foreign-no-flag",
        _ => return None,
    })
}

/// What is wrong with how something is written. The place is what helps; what was expected is the library's own language.
fn of_syntax(words: &str) -> Option<&'static str> {
    /// How the sentences of the readers begin, and what it means.
    const BEGINNINGS: &[(&str, &str)] = &[
        ("EOF while parsing", "foreign-ends"),
        ("trailing characters", "foreign-more"),
        ("trailing comma", "foreign-comma"),
        ("extra comma", "foreign-comma"),
        ("missing comma", "foreign-no-comma"),
        ("string values must be quoted", "foreign-unquoted"),
        ("missing opening quote", "foreign-unquoted"),
        ("invalid basic string", "foreign-open-text"),
        ("invalid literal string", "foreign-open-text"),
        ("invalid multi-line", "foreign-open-text"),
        ("control character (", "foreign-control"),
        ("key with no value", "foreign-no-equals"),
        ("missing assignment", "foreign-no-equals"),
        ("missing value", "foreign-no-value"),
        ("unclosed ", "foreign-open-bracket"),
        ("unexpected key or value", "foreign-new-line"),
        ("expected value", "foreign-syntax"),
        ("expected ident", "foreign-syntax"),
        ("expected `", "foreign-syntax"),
        ("invalid unquoted key", "foreign-syntax"),
        ("invalid key-value pair", "foreign-syntax"),
        ("invalid inline table", "foreign-syntax"),
        ("invalid value", "foreign-syntax"),
        ("invalid comment", "foreign-syntax"),
        ("invalid escape", "foreign-syntax"),
        ("invalid number", "foreign-syntax"),
        ("invalid unicode", "foreign-syntax"),
        ("unexpected `", "foreign-syntax"),
        ("unexpected content", "foreign-syntax"),
        ("unexpected leading zero", "foreign-syntax"),
        ("unexpected sign", "foreign-syntax"),
        ("unexpected end of hex escape", "foreign-syntax"),
        ("extra `=`", "foreign-syntax"),
        ("extra assignment", "foreign-syntax"),
        ("missing array opening", "foreign-syntax"),
        ("missing escaped value", "foreign-syntax"),
        ("missing inline table", "foreign-syntax"),
        ("missing key for", "foreign-syntax"),
        ("missing table open", "foreign-syntax"),
        ("key must be a string", "foreign-syntax"),
        ("unquoted keys", "foreign-syntax"),
        ("keys cannot be", "foreign-syntax"),
        ("lone leading surrogate", "foreign-syntax"),
        ("carriage return must", "foreign-syntax"),
        ("recursion limit", "foreign-too-deep"),
        ("cannot recurse further", "foreign-too-deep"),
    ];
    BEGINNINGS.iter().find(|(beginning, _)| words.starts_with(beginning)).map(|(_, id)| *id)
}

/// A word that is none of those that may stand there.
fn choice(texts: &Texts, id: &str, given: &str, others: &[&str]) -> String {
    let told = texts.with(id, &[("name", given)]);
    let more = match others {
        [] => return told,
        [one] => texts.with("foreign-only", &[("name", one)]),
        _ if others.len() > MOST_NAMED => match nearest(given, others) {
            Some(near) => texts.with("foreign-near", &[("name", near)]),
            None => return told,
        },
        _ => texts.with("foreign-one-of", &[("names", &others.join(", "))]),
    };
    format!("{told} {more}")
}

/// The name that shares the longest beginning with what was given, and three letters at least.
fn nearest<'a>(given: &str, names: &[&'a str]) -> Option<&'a str> {
    let shared = |name: &str| name.chars().zip(given.chars()).take_while(|(one, other)| one == other).count();
    names.iter().copied().max_by_key(|name| shared(name)).filter(|name| shared(name) >= 3)
}

/// A value of the wrong kind: what it is, and what should stand there.
fn misfit(texts: &Texts, words: &str) -> String {
    let (given, wanted) = words.split_once(", expected ").unwrap_or((words, ""));
    let value = names(given).first().copied().or_else(|| between(given, "\"", "\"")).map(short);
    let given = match (given.split(' ').next().unwrap_or_default(), value.as_deref()) {
        ("string" | "character", Some(value)) => texts.with("foreign-text", &[("value", value)]),
        ("integer" | "floating" | "boolean", Some(value)) => texts.with("foreign-value", &[("value", value)]),
        ("map", _) => texts.say("foreign-table"),
        ("sequence", _) => texts.say("foreign-list"),
        ("null" | "unit" | "Option", _) => texts.say("foreign-nothing"),
        _ => texts.say("foreign-that"),
    };
    match wanted_kind(wanted).map(|id| texts.say(id)).or_else(|| range(wanted)) {
        Some(wanted) => texts.with("foreign-wrong-kind", &[("given", &given), ("wanted", &wanted)]),
        None => texts.with("foreign-does-not-fit", &[("given", &given)]),
    }
}

/// The kind of value that should stand there.
fn wanted_kind(wanted: &str) -> Option<&'static str> {
    let wanted = wanted.trim_start_matches("a ").trim_start_matches("an ");
    Some(match wanted.split([' ', '`']).next().unwrap_or_default() {
        "string" | "borrowed" | "str" | "character" => "foreign-kind-text",
        "u8" | "u16" | "u32" | "u64" | "usize" | "nonzero" => "foreign-kind-count",
        "i8" | "i16" | "i32" | "i64" | "isize" | "integer" => "foreign-kind-number",
        "f32" | "f64" | "floating" => "foreign-kind-decimal",
        "boolean" | "bool" => "foreign-kind-flag",
        "sequence" | "array" | "tuple" => "foreign-kind-list",
        "map" | "struct" | "table" => "foreign-kind-table",
        _ => return None,
    })
}

/// What should stand there, where it is figures and needs no words.
fn range(wanted: &str) -> Option<String> {
    let figures = wanted.chars().all(|letter| letter.is_ascii_digit() || "–-. ".contains(letter));
    (figures && !wanted.is_empty()).then(|| wanted.to_owned())
}

/// As much of a name as a sentence has room for.
fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    name.chars().take(LONGEST_NAME).chain("…".chars()).collect()
}

/// What stands between backticks.
fn names(words: &str) -> Vec<&str> {
    words.split('`').skip(1).step_by(2).collect()
}

/// What stands between two marks.
fn between<'a>(words: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = words.split_once(from)?;
    Some(rest.rsplit_once(to).map_or(rest, |(inside, _)| inside))
}
