//! The texts of `config/locales` against the program that says them: none is missing, none is left over, every blank is
//! filled, and nothing is said in the words of an office that no longer exists.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use statsforvalter::{
    app::{command::Command, layout::Size, model::lesson::Lesson, scope::Scope},
    checks::letter::mail::{MailKind, Mails},
    domain::{query::view::View, register::Register, unit::Language},
    keys::{keymap::Keymap, spelling::Key},
    settings::service::{Given, Service},
    text::{DEFAULT_LANGUAGE, Texts, WRITTEN},
};

use crate::source::{self, Placed, Token};

/// The texts of a language: every id with its blanks.
type Locale = BTreeMap<String, BTreeSet<String>>;

/// Families of texts that have one for every member of an enum: the text's beginning, the enum, the text's end.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("answer", "AnswerOutcome", ""),
    ("audit-break", "BreakKind", ""),
    ("access-role", "AccessRole", ""),
    ("applicant", "Applicant", ""),
    ("application", "ApplicationFault", ""),
    ("badge", "Badge", ""),
    ("batch-number", "BatchKind", ""),
    ("batch-title", "BatchKind", ""),
    ("channel", "Channel", ""),
    ("together", "TogetherFault", ""),
    ("from-register", "OriginFault", ""),
    ("channel-status", "ChannelStatus", ""),
    ("reference-fault", "ReferenceFault", ""),
    ("reference-warning", "ReferenceWarning", ""),
    ("reference-origin", "ReferenceOrigin", ""),
    ("reference-standing", "InForce", ""),
    ("removal", "Removal", ""),
    ("channel-of", "Channel", ""),
    ("cli-answer", "AnswerOutcome", ""),
    ("cli-applicant", "Applicant", ""),
    ("cli-badge", "Badge", ""),
    ("cli-bulk-kind", "BatchKind", ""),
    ("cli-bulk-state", "BatchState", ""),
    ("cli-channel", "Channel", ""),
    ("cli-decision", "DecisionKind", ""),
    ("cli-delivery", "Delivery", ""),
    ("cli-event", "EventKind", ""),
    ("cli-extensions", "ExtensionRule", ""),
    ("cli-item", "ItemState", ""),
    ("cli-kind", "TaskKind", ""),
    ("cli-language", "Language", ""),
    ("cli-role", "Role", ""),
    ("cli-sample", "Sample", ""),
    ("cli-sign", "Sign", ""),
    ("cli-state", "State", ""),
    ("cli-unit-kind", "UnitKind", ""),
    ("confidence", "Confidence", ""),
    ("counts-fault", "CountFault", ""),
    ("delivery", "Delivery", ""),
    ("event", "EventKind", ""),
    ("about-effect", "Severity", ""),
    ("about-filled-by", "FilledBy", ""),
    ("about-measure", "Measure", ""),
    ("about-stored", "Stored", ""),
    ("fault", "FaultKind", ""),
    ("fault", "FaultKind", "-advice"),
    ("file", "FileFault", ""),
    ("miss", "Miss", ""),
    ("finding-sure", "Confidence", ""),
    ("grid-rule", "ExtensionRule", ""),
    ("keys-snag", "Snag", ""),
    ("scope", "Scope", ""),
    ("kind", "TaskKind", ""),
    ("library-subject", "Confidence", ""),
    ("library-sure", "Confidence", ""),
    ("language", "Language", ""),
    ("letter", "Badge", ""),
    ("line-outcome", "LineOutcome", ""),
    ("measure", "Measure", ""),
    ("mistake-kind", "ValueKind", ""),
    ("note", "Note", ""),
    ("outcome", "State", ""),
    ("point-confidence", "Confidence", ""),
    ("query", "QueryFault", ""),
    ("refusal", "Refusal", ""),
    ("severity", "Severity", ""),
    ("severity-word", "Severity", ""),
    ("linear-severity", "Severity", ""),
    ("sign", "Sign", ""),
    ("skip", "SkipReason", ""),
    ("sort", "Sort", ""),
    ("standing", "Standing", ""),
    ("state", "State", ""),
    ("summary", "DecisionKind", ""),
    ("urgency", "Urgency", ""),
    ("verdict", "Verdict", ""),
];

/// Families whose other part is named in the code or is the member of an enum of which only some have a text.
const OPEN_FAMILIES: &[(&str, &str)] = &[
    ("archive-document-", ""),
    ("cli-audit-", ""),
    ("receipt-", ""),
    ("cli-column-", ""),
    ("cli-broadcast-", ""),
    ("cli-copy-", ""),
    ("cli-fact-", ""),
    ("cli-fault-", ""),
    ("cli-fault-", "-advice"),
    ("editor-title-", ""),
    ("mail-", "-body"),
    ("parameter-", ""),
    ("mail-", "-subject"),
    ("refusal-", "-hint"),
    ("summary-", ""),
    ("", "-advice"),
];

/// Sentences of refusals that have a blank which is no field of the refusal: `text::refusal` fills it.
const FILLED_BY_HAND: &[(&str, &str)] = &[
    ("refusal-same-version", "next"),
    ("refusal-bad-file", "what"),
    ("refusal-bad-query", "what"),
    ("refusal-application", "what"),
    ("refusal-together", "what"),
    ("refusal-from-register", "what"),
    ("refusal-bad-reference", "what"),
    ("refusal-bad-reference", "about"),
];

/// Sources whose letters are data of an algorithm and not words: the folding of Norwegian letters.
const LETTERS_AS_DATA: &[&str] = &["src/text/fold.rs"];

#[test]
fn every_text_that_the_program_says_is_there() {
    let locale = spoken();
    let missing: Vec<String> = said()
        .iter()
        .flat_map(|call| call.ids.iter().map(move |id| (id, call)))
        .filter(|(id, _)| !locale.contains_key(*id))
        .map(|(id, call)| format!("{}:{}: {id}", call.path, call.line))
        .collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    assert!(said().len() > 150, "the calls are found");
}

#[test]
fn every_blank_of_a_text_is_filled_where_it_is_said_and_nothing_is_filled_in_vain() {
    let locale = spoken();
    let mut faults = Vec::new();
    for call in said() {
        let Some(given) = &call.blanks else { continue };
        let wanted: Vec<&BTreeSet<String>> = call.ids.iter().filter_map(|id| locale.get(id)).collect();
        let missing =
            wanted.iter().flat_map(|blanks| blanks.difference(given)).map(|blank| format!("{blank} is empty"));
        let vain =
            given.iter().filter(|blank| !wanted.is_empty() && !wanted.iter().any(|blanks| blanks.contains(*blank)));
        let vain =
            vain.filter(|blank| !matches!(blank.as_str(), "n" | "shown")).map(|blank| format!("{blank} is in vain"));
        faults.extend(missing.chain(vain).map(|what| format!("{}:{}: {:?}: {what}", call.path, call.line, call.ids)));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_member_of_an_enum_that_is_shown_has_its_text() {
    let locale = spoken();
    let enums = enums();
    let mut missing = Vec::new();
    for (family, name, end) in FAMILIES {
        for member in enums[*name].keys() {
            let id = format!("{family}-{member}{end}");
            if !locale.contains_key(&id) {
                missing.push(id);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_family_that_the_program_asks_for_is_one_of_those() {
    let known: BTreeSet<&str> = FAMILIES.iter().map(|(family, ..)| *family).collect();
    let asked = families_asked_for();
    let unknown: Vec<&String> = asked.iter().filter(|family| !known.contains(family.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_blank_of_a_refusal_is_a_field_of_it() {
    let locale = locale(DEFAULT_LANGUAGE);
    let enums = enums();
    for (family, name) in [("refusal", "Refusal"), ("file", "FileFault"), ("query", "QueryFault"), ("note", "Note")] {
        for (member, fields) in &enums[name] {
            for end in ["", "-hint"] {
                let id = format!("{family}-{member}{end}");
                for blank in locale.get(&id).into_iter().flatten() {
                    let known = fields.contains(blank) || FILLED_BY_HAND.contains(&(&id, blank));
                    assert!(known, "{id}: {blank}");
                }
            }
        }
    }
}

#[test]
fn no_text_is_left_that_nobody_says() {
    let quoted = quoted();
    let enums = enums();
    let members: BTreeSet<&String> = enums.values().flat_map(BTreeMap::keys).collect();
    let of_enum = |id: &str| {
        FAMILIES
            .iter()
            .any(|(family, name, end)| enums[*name].keys().any(|member| format!("{family}-{member}{end}") == id))
    };
    let of_command = |id: &str| {
        let name = id.strip_prefix("cmd-").or_else(|| id.strip_prefix("hint-"));
        name.is_some_and(|name| Command::from_id(name).is_some())
    };
    let open = |id: &str| {
        OPEN_FAMILIES.iter().any(|(start, end)| {
            let name = id.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
            name.is_some_and(|name| name != id && (quoted.contains(name) || members.contains(&name.to_owned())))
        })
    };
    let views = View::embedded().expect("config/views.toml");
    let of_name = |id: &str| {
        let view = id.strip_prefix("built-in-view-").is_some_and(|view| views.iter().any(|known| known.id == view));
        view || ["half-year-1", "half-year-2", "half-year-long-1", "half-year-long-2"].contains(&id)
    };
    let unused: Vec<String> = locale(DEFAULT_LANGUAGE)
        .into_iter()
        .chain(wording(DEFAULT_LANGUAGE, ".commands.ftl"))
        .map(|(id, _)| id)
        .filter(|id| !quoted.contains(id) && !of_enum(id) && !of_command(id) && !of_name(id) && !open(id))
        .filter(|id| !of_lists().contains(id))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// The texts of what stands in lists of `config`: the settings, and the steps of the tutorial.
fn of_lists() -> Vec<String> {
    let (list, _) = Service::of_person(&Given::default()).expect("the list of settings");
    let settings = list.keys().iter().map(|key| format!("setting-{}", key.name.replace('_', "-")));
    let lesson = Lesson::from(0, Size { width: 80, height: 24 }).expect("the steps of the tutorial");
    settings.chain(lesson.steps.iter().map(|step| format!("lesson-{}", step.id))).collect()
}

#[test]
fn every_setting_and_every_step_of_the_tutorial_has_its_text_with_as_many_keys_as_are_named() {
    let locale = locale(DEFAULT_LANGUAGE);
    assert!(of_lists().iter().all(|id| locale.contains_key(id)), "{:?}", of_lists());
    let lesson = Lesson::from(0, Size { width: 80, height: 24 }).expect("the steps of the tutorial");
    for step in &lesson.steps {
        let keys: BTreeSet<String> = ('a'..='z').take(step.keys.len()).map(String::from).collect();
        assert_eq!(locale[&format!("lesson-{}", step.id)], keys, "{}", step.id);
        let keymap = Keymap::standard().expect("the preset");
        for (scope, command) in &step.keys {
            assert!(!keymap.keys_of(*scope, *command).is_empty(), "{}: {scope:?} {command:?}", step.id);
        }
    }
}

#[test]
fn every_command_has_a_sentence_for_the_help_and_a_word_for_the_bottom_line() {
    let texts = Texts::of(DEFAULT_LANGUAGE).expect("the texts of the program");
    for command in Command::ALL {
        for family in ["cmd", "hint"] {
            assert!(texts.has(&format!("{family}-{}", command.id())), "{family}-{}", command.id());
        }
        let hint = texts.say(&format!("hint-{}", command.id()));
        assert!(hint.chars().count() <= 14, "«{hint}» is too long for the bottom line");
    }
}

#[test]
fn every_language_has_the_same_texts_with_the_same_blanks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/locales");
    let spoken = locale(DEFAULT_LANGUAGE);
    for entry in fs::read_dir(root).expect("config/locales can be read") {
        let language = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        Texts::of(&language).expect("the texts of a language parse");
        assert_eq!(locale(&language), spoken, "{language}");
    }
}

#[test]
fn findings_and_explanations_are_said_with_the_same_blanks_in_every_language_the_office_writes() {
    let spoken = wording(DEFAULT_LANGUAGE, "");
    assert!(spoken.len() > 100, "the files are found");
    for language in WRITTEN {
        Texts::wording(language).expect("the sentences of a language parse");
        assert_eq!(wording(language, ""), spoken, "{language}");
    }
}

#[test]
fn the_office_is_called_by_the_name_it_has_today() {
    let old = |text: &str| text.to_lowercase().contains("fylkesmann");
    for text in files_of(DEFAULT_LANGUAGE) {
        assert!(!old(&text), "config/locales");
    }
    let register = Register::embedded().expect("the reference data parses");
    for form in &register.forms {
        assert!(!old(&form.note), "{}", form.version);
        for point in form.points() {
            let shown = [&point.label, &point.short, &point.definition].into_iter().find(|text| old(text));
            assert_eq!(shown, None, "{}", point.code);
            let unquoted: String = point.source.split(['«', '»']).step_by(2).collect();
            assert!(!old(&unquoted), "{}: only a quoted name may be the old one", point.code);
        }
    }
    let said: Vec<String> = quoted().into_iter().filter(|text| old(text)).collect();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn norwegian_stands_in_the_files_of_texts_and_not_in_the_program() {
    let mut found = Vec::new();
    let of_tests = |path: &str| path.ends_with("/tests.rs") || LETTERS_AS_DATA.contains(&path);
    for file in source::files().iter().filter(|file| !of_tests(&file.path)) {
        for placed in source::without_tests(&source::tokens(&file.text)) {
            if placed.text().is_some_and(|text| text.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'])) {
                found.push(format!("{}:{}", file.path, placed.line));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_request_that_is_forwarded_tells_the_directorate_exactly_four_things() {
    let mails = Mails::embedded().expect("config/letters/mail parses");
    let facts = [
        ("name", "<1>"),
        ("email", "<2>"),
        ("phone", "<3>"),
        ("represents", "<4>"),
        ("unit", "<5>"),
        ("office", "<6>"),
    ];
    let body = mails.mail(MailKind::Forward, Language::Nb, &facts).body;
    let told: Vec<&str> = body.lines().map(|line| line.rsplit(' ').next().expect("a fact")).collect();
    assert_eq!(told, ["<1>", "<2>", "<3>", "<4>"]);
}

#[test]
fn every_default_key_is_typed_without_altgr_ctrl_alt_or_a_dead_key_on_a_norwegian_keyboard() {
    let keymap = Keymap::standard().expect("the preset parses");
    for (_, stroke, _) in keymap.every_key() {
        let Key::Char(letter) = stroke.key else { continue };
        let plain = letter.is_ascii_alphanumeric() || "æøåÆØÅ !\"#%&/()=?+-_.,:;<>*'".contains(letter);
        assert!(plain, "{letter}");
    }
    let scopes: BTreeSet<Scope> = Scope::ALL.into_iter().collect();
    assert_eq!(scopes.len(), Scope::ALL.len());
}

/// A call that says a text.
#[derive(Debug)]
struct Said {
    path: String,
    line: usize,
    /// The ids that stand there: one, or one per branch.
    ids: Vec<String>,
    /// The blanks that are filled, where they can be read.
    blanks: Option<BTreeSet<String>>,
}

/// Every call of `say`, `with` and `count` whose id stands in the call.
fn said() -> Vec<Said> {
    let mut found = Vec::new();
    for file in source::files() {
        let tokens = source::without_tests(&source::tokens(&file.text));
        for (at, window) in tokens.windows(3).enumerate() {
            let [dot, name, open] = window else { continue };
            let Some(method) = name.word().filter(|name| matches!(*name, "say" | "with" | "count")) else { continue };
            if !dot.is('.') || !open.is('(') {
                continue;
            }
            let arguments = arguments(&tokens, at + 3);
            let ids = arguments.first().map(|first| ids_in(first)).unwrap_or_default();
            if !ids.is_empty() {
                let blanks = match method {
                    "say" => Some(BTreeSet::new()),
                    "with" => arguments.get(1).and_then(|list| blanks_in(list)),
                    _ => arguments.get(2).and_then(|list| blanks_in(list)).map(|blanks| with_number(&blanks)),
                };
                found.push(Said { path: file.path.clone(), line: name.line, ids, blanks });
            }
        }
    }
    found
}

fn with_number(blanks: &BTreeSet<String>) -> BTreeSet<String> {
    blanks.iter().cloned().chain(["n".to_owned(), "shown".to_owned()]).collect()
}

/// The arguments of a call whose opening parenthesis stands just before a place.
fn arguments(tokens: &[Placed], from: usize) -> Vec<&[Placed]> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = from;
    for (at, placed) in tokens.iter().enumerate().skip(from) {
        match placed.token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => {
                found.push(tokens.get(start..at).unwrap_or_default());
                break;
            }
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(',') if depth == 0 => {
                found.push(tokens.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// The ids in a first argument: quoted, in lower case and hyphens, and not the beginning of a longer one.
fn ids_in(argument: &[Placed]) -> Vec<String> {
    let id =
        |text: &&str| text.contains('-') && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    let alone = argument.len() == 1;
    let texts = argument.iter().filter_map(Placed::text);
    texts
        .filter(|text| id(text) || (alone && text.chars().all(|letter| letter.is_ascii_lowercase())))
        .map(str::to_owned)
        .collect()
}

/// The blanks of a list `&[("name", …), …]`; none where the argument is no such list.
fn blanks_in(argument: &[Placed]) -> Option<BTreeSet<String>> {
    let [first, second, ..] = argument else { return None };
    if !first.is('&') || !second.is('[') {
        return None;
    }
    let named = argument.windows(3).filter(|window| window[0].is('(') && window[2].is(','));
    Some(named.filter_map(|window| window[1].text()).map(str::to_owned).collect())
}

/// Every quoted text of the program.
fn quoted() -> BTreeSet<String> {
    let files = source::files();
    let tokens = files.iter().flat_map(|file| source::without_tests(&source::tokens(&file.text)));
    tokens.filter_map(|placed| placed.text().map(str::to_owned)).collect()
}

/// The families that are asked for by `of_family("…", …)`.
fn families_asked_for() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in source::files() {
        for window in source::tokens(&file.text).windows(3) {
            if window[0].word() == Some("of_family") && window[1].is('(') {
                found.extend(window[2].text().map(str::to_owned));
            }
        }
    }
    found
}

/// Every enum of the domain and of the wire: its members as they stand in ids, with the names of their fields.
fn enums() -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let files = source::files();
    let mut found = BTreeMap::new();
    let layers = ["src/domain/", "src/api/", "src/settings/", "src/app/scope.rs", "src/keys/lint.rs"];
    for file in files.iter().filter(|file| layers.iter().any(|layer| file.path.starts_with(layer))) {
        let tokens = source::without_tests(&source::tokens(&file.text));
        for (at, window) in tokens.windows(3).enumerate() {
            if window[0].word() == Some("enum") && window[2].is('{') {
                let name = window[1].word().unwrap_or_default().to_owned();
                found.insert(name, members(&tokens, at + 3));
            }
        }
    }
    found
}

/// The members of an enum whose opening brace stands just before a place.
fn members(tokens: &[Placed], from: usize) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut member = String::new();
    let mut depth = 0_usize;
    for window in tokens.get(from..).unwrap_or_default().windows(2) {
        match &window[0].token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}') if depth == 0 => break,
            Token::Sign('}' | ')' | ']') => depth -= 1,
            Token::Word(word) if depth == 0 => {
                member = hyphenated(word);
                found.insert(member.clone(), BTreeSet::new());
            }
            Token::Word(word) if depth == 1 && window[1].is(':') => {
                found.entry(member.clone()).or_default().insert(word.clone());
            }
            _ => {}
        }
    }
    found
}

/// `ExtensionsMissing` as it stands in ids: `extensions-missing`.
fn hyphenated(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.extend(letter.to_lowercase());
    }
    id
}

/// The texts of the screen together with the sentences of findings and of the commands.
fn spoken() -> Locale {
    let mut all = locale(DEFAULT_LANGUAGE);
    all.extend(wording(DEFAULT_LANGUAGE, ""));
    all
}

/// The texts of `config/wording` in a language, from the files whose names have an end.
fn wording(language: &str, end: &str) -> Locale {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/wording");
    let names = fs::read_dir(&folder).expect("config/wording can be read").map(|entry| entry.expect("an entry").path());
    let of_it = |path: &std::path::PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).expect("UTF-8").to_owned();
        name.starts_with(&format!("{language}.")) && name.ends_with(end)
    };
    let files: Vec<String> = names.filter(of_it).map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    texts_of(&files)
}

fn files_of(language: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/locales").join(language);
    let entries = fs::read_dir(folder).expect("a folder of texts can be read");
    entries.map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("texts are UTF-8")).collect()
}

/// The texts of a language with their blanks.
fn locale(language: &str) -> Locale {
    texts_of(&files_of(language))
}

fn texts_of(files: &[String]) -> Locale {
    let mut found = Locale::new();
    let mut id = String::new();
    for line in files.iter().flat_map(|file| file.lines()) {
        if let Some((name, _)) =
            line.split_once(" =").filter(|(name, _)| name.starts_with(|letter: char| letter.is_ascii_lowercase()))
        {
            name.clone_into(&mut id);
            found.insert(id.clone(), BTreeSet::new());
        }
        if line.starts_with('#') || id.is_empty() {
            continue;
        }
        let after = line.split('$').skip(1);
        let blanks = after.map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect::<String>());
        found.entry(id.clone()).or_default().extend(blanks);
    }
    found
}
