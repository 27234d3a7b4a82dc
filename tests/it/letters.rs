//! The return comments that are suggested: their words in both languages, and the templates they are made from.
//!
//! The pictures `letters_nb` and `letters_nn` hold one item for each kind of finding, made by the real rules of the
//! demo's figures with one thing spoilt, and three whole comments. Whoever changes one reads all of it aloud:
//!
//! 1. It says what is wrong, where (letter and name of the point), and by how much (both figures, and their difference or
//!    what was to be expected).
//! 2. It says what the unit shall do, and the whole comment by when.
//! 3. It can be understood without the form and without having seen the program.
//! 4. It is correct Norwegian in one language throughout: no word of the other, no English, no name of a rule, no key.
//! 5. It is friendly: it asks, and leaves open that the figure may be right.
//! 6. It says nothing about a child, and asks for nothing about one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use serde_json::{Value, json};
use statsforvalter::{
    checks::{
        engine::{Before, Place, Returned, Subject, review},
        language::LanguageWords,
        letter::{Letters, Occasion, build},
        pack::{Pack, Packs},
        references::{Peer, References},
        say::{Names, Speaker},
    },
    domain::{
        calendar::resubmission_deadline,
        finding::{Finding, FindingId, Question, Review, Severity, SkipReason},
        letter::Letter,
        office::OfficeId,
        period::PeriodId,
        report::Values,
        unit::{Assumed, Language},
    },
    text::{Texts, WRITTEN, date::day_of, wire_name},
};

use crate::{
    demo_play::{self, Play, open_period, play, register, unit_no},
    server_world::{World, submission},
};

/// A clean report of the demo, of a large unit: Ringsaker.
const UNIT: &str = "3411";
/// The two languages a letter can be in, with the names of the pictures.
const LANGUAGES: [(Language, &str); 2] = [(Language::Nb, "nb"), (Language::Nn, "nn")];

/// What is spoilt in a report.
type Spoil = fn(&mut Report);

/// A kind of finding: what it is called, the rule and the sentence it must give, and what is spoilt for it.
const KINDS: &[(&str, &str, &str, Spoil)] = &[
    ("a sum of three parts", "K10", "sum", |report| report.add("us_inntil_3m", 4)),
    ("a sum of two parts", "K12", "sum", |report| report.add("tiltak_i_alt", 3)),
    ("a sum of four parts", "K14", "sum", |report| report.add("plass_omsorg", 2)),
    ("a sum that need not tie", "K15", "sum", |report| report.add("meld_i_alt", 9)),
    ("a sum of time", "K18", "sum", |report| report.add("meld_innen_frist", 4)),
    ("extensions above the cases", "K20", "part", |report| report.extensions = Some(report.figure("us_3_6m") + 2)),
    ("plans above the children", "K21", "part", |report| report.exceed("plan_3m_evaluert", "plan_3m", 3)),
    ("visits above the placed", "K22", "part", |report| report.exceed("fost_oppf_brudd", "fost_oppf_1ar", 1)),
    ("supervision above the placed", "K22", "part", |report| report.exceed("fost_tilsyn_brudd", "fost_tilsyn_1ar", 2)),
    ("a part above the whole", "K23", "part", |report| report.exceed("us_ut_over_3m", "us_ut", 1)),
    ("a part of care orders", "K23", "part", |report| report.exceed("omsorg_plan", "plass_omsorg", 5)),
    ("what was carried over", "K40", "carry-over", |report| report.add("us_inn", 3)),
    ("a balance that does not hang together", "K41", "balance", |report| report.add("us_ut", 2)),
    ("two figures that should be near", "K42", "link", |report| report.add("us_startet", 90)),
    ("messages too late", "K50", "time", |report| report.set("meld_fristbrudd", 3)),
    ("investigations too late", "K51", "time", |report| report.extensions = Some(1)),
    ("investigations of more than six months", "K52", "time", |report| report.set("us_over_6m", 4)),
    ("children without a plan", "K53", "norm", |report| report.exceed("hjtilt_i_alt", "hjtilt_plan", 7)),
    ("too few visits", "K54", "norm", |report| report.set("fost_oppf_brudd", 5)),
    ("more children than there are", "K60", "population", |report| report.set("tiltak_u18", report.children + 12)),
    ("an unusual rate", "K60", "rate", |report| report.times("tiltak_u18", 6)),
    ("an unusual change", "K61", "hb", |report| report.times("meld_til_us", 10)),
    ("a change of three digits", "K62", "therror", |report| report.times("hjtilt_i_alt", 1000)),
    ("an unusual share", "K63", "quartile", |report| report.set("us_tiltak", 1)),
    ("an unusually high share", "K63", "quartile", |report| report.set("tiltak_utenfor", report.figure("tiltak_u18"))),
    ("an unusually low share", "K63", "quartile", |report| report.set("us_inntil_3m", 10)),
    ("unlike the unit's own half-years", "K64", "history", |report| report.times("ettervern", 4)),
    ("a small figure that changed much", "K65", "square-root", |report| report.set("akutt_uten_samtykke", 80)),
    ("a point that is taken out", "K82", "obsolete", |report| report.obsolete.push("still_besatt".to_owned())),
    ("a copied report", "K83", "copied", |report| report.values = report.previous.clone()),
    ("a point that is empty now", "K84", "gone-empty", |report| report.empty("omsorg_plan")),
    ("a point that is 0 now", "K84", "gone-zero", |report| report.set("fost_tilsyn_1ar", 0)),
    ("a question without an answer", "K85", "unanswered", |report| report.asked = Some("us_3_6m")),
    ("a point that is not filled in", "K01", "filled", |report| report.empty("tiltak_hjemme")),
];

/// Kinds that nobody is asked about.
const NOT_ASKED: &[(&str, &str, Spoil)] = &[
    ("K72", "late", |report| report.late = true),
    ("K86", "influence", |report| report.times("tiltak_i_alt", 2)),
    ("K87", "small", |report| report.set("plass_atferd", 2)),
];

/// A report that is spoilt.
struct Report {
    values: Values,
    previous: Values,
    obsolete: Vec<String>,
    extensions: Option<u32>,
    late: bool,
    asked: Option<&'static str>,
    children: u32,
}

impl Report {
    fn of(play: &Play) -> Self {
        let period = register().period("2023H1").expect("the period");
        let unit = register().unit(&unit_no(UNIT), period).expect("the unit");
        Self {
            values: play.values(UNIT, "2023H1").clone(),
            previous: play.values(UNIT, "2022H2").clone(),
            obsolete: Vec::new(),
            extensions: None,
            late: false,
            asked: None,
            children: unit.children.expect("the number of children"),
        }
    }

    fn figure(&self, key: &str) -> u32 {
        self.values[key].unwrap_or_else(|| panic!("{key} is filled in"))
    }

    fn set(&mut self, key: &str, figure: u32) {
        self.values.insert(key.to_owned(), Some(figure));
    }

    fn empty(&mut self, key: &str) {
        assert_ne!(self.values.insert(key.to_owned(), None), Some(None), "{key} was filled in");
    }

    fn add(&mut self, key: &str, more: u32) {
        self.set(key, self.figure(key) + more);
    }

    fn times(&mut self, key: &str, factor: u32) {
        self.set(key, self.figure(key) * factor);
    }

    fn exceed(&mut self, key: &str, over: &str, by: u32) {
        self.set(key, self.figure(over) + by);
    }
}

/// What a letter is made of, read once for a picture.
struct Desk {
    play: &'static Play,
    packs: Packs,
    references: References,
    letters: Letters,
    wording: BTreeMap<&'static str, Texts>,
}

impl Desk {
    fn set() -> Self {
        let play = play("SFIN");
        let packs = Packs::embedded(&register().forms).expect("the packs parse");
        let references = references(play, &packs);
        let letters = Letters::embedded(&register().offices).unwrap_or_else(|error| panic!("{error}"));
        let wording = WRITTEN.map(|language| (language, Texts::wording(language).expect("the wording parses")));
        Self { play, packs, references, letters, wording: BTreeMap::from(wording) }
    }

    fn pack(&self) -> &Pack {
        self.packs.of("2023", &open_period()).expect("a pack of 2023")
    }

    /// What the rules say of the demo's report with something spoilt.
    fn review(&self, spoil: Spoil) -> Review {
        let mut report = Report::of(self.play);
        spoil(&mut report);
        let period = register().period("2023H1").expect("the period");
        let unit = register().unit(&unit_no(UNIT), period).expect("the unit");
        let form = register().form(period).expect("the form");
        let earlier = |half: fn(&PeriodId) -> bool| -> Vec<&Values> {
            let all = self.play.cases.iter().rev().filter(|((unit, id), _)| unit.as_str() == UNIT && *id < period.id);
            all.filter(|((_, id), _)| half(id)).map(|(_, case)| case.values()).collect()
        };
        let question = |key: &str| Question {
            finding: FindingId { rule: "K61".to_owned(), part: 1, point: key.to_owned() },
            points: vec![key.to_owned()],
        };
        let asked: Vec<Question> = report.asked.iter().copied().map(question).collect();
        let silent = BTreeMap::new();
        let subject = Subject {
            form,
            values: &report.values,
            obsolete: &report.obsolete,
            remarks: &BTreeMap::new(),
            extensions: report.extensions,
            unit: Place { no: unit.no.as_str(), county: &unit.county_no, children: unit.children },
            channel: None,
            earlier: Before {
                previous: Some(&report.previous),
                last_year: Some(self.play.values(UNIT, "2022H1")),
                halves: earlier(|_| true),
                same_halves: earlier(|id| id.as_str().ends_with("H1")),
                broken: false,
            },
            late: Some(report.late),
            returned: report.asked.map(|_| Returned { values: &report.values, remarks: &silent, asked: &asked }),
        };
        review(self.pack(), &subject, Some(&self.references))
    }

    /// The letter for a review, to a unit of a language.
    fn letter(&self, review: &Review, unit: &str, language: Language) -> Letter {
        let period = register().period("2023H1").expect("the period");
        let mut unit = register().unit(&unit_no(unit), period).expect("the unit").clone();
        unit.language = Assumed { value: language, assumed: false };
        let office = register().office(&OfficeId("SFIN".to_owned())).expect("the office");
        let code =
            if statsforvalter::checks::letter::language(&unit, office).value == Language::Nn { "nn" } else { "nb" };
        let names = Names::of(&self.wording[code], period, &register().periods);
        let form = register().form(period).expect("the form");
        let (texts, forms) = (&self.wording[code], register().forms.as_slice());
        let speaker = Speaker { texts, language: code, form, forms, names: &names, long: false };
        let today = day_of("2023-08-24T08:42:00Z".parse().expect("the demo's clock"));
        let deadline =
            resubmission_deadline(today, self.letters.working_days, period.office_deadline, &register().holidays);
        let pack = Some(self.pack());
        let occasion = Occasion { unit: &unit, office, period, version: 1, deadline, review, pack };
        build(&self.letters, &occasion, &speaker)
    }
}

/// What all units of the demo tell.
fn references(play: &Play, packs: &Packs) -> References {
    let period = register().period("2023H1").expect("the period");
    let mut peers = Vec::new();
    for ((unit, id), case) in &play.cases {
        if *id != period.id {
            continue;
        }
        let known = register().unit(unit, period).expect("a unit of the period");
        let before = play.cases.get(&(unit.clone(), PeriodId("2022H1".to_owned())));
        peers.push(Peer {
            no: known.no.as_str(),
            name: &known.name,
            county: &known.county_no,
            children: known.children,
            now: case.values(),
            last_year: before.map(demo_play::Case::values),
        });
    }
    assert!(peers.len() > 300, "the whole country reports: {}", peers.len());
    References::work_out(packs.of("2023", &period.id).expect("a pack of 2023"), &packs.scales, &peers)
}

/// The place of the finding of a kind: the first of its rule with its sentence.
fn place(review: &Review, rule: &str, pattern: &str) -> usize {
    let is_it = |finding: &Finding| finding.rule == rule && finding.pattern == pattern;
    let found = review.findings.iter().position(is_it);
    found.unwrap_or_else(|| panic!("{rule} {pattern} is not found: {:?}", ids(review)))
}

fn ids(review: &Review) -> Vec<String> {
    review.findings.iter().map(|finding| format!("{} {} {:?}", finding.rule, finding.pattern, finding.points)).collect()
}

/// Three mistakes in one report.
fn three(report: &mut Report) {
    report.add("us_inntil_3m", 4);
    report.exceed("fost_tilsyn_brudd", "fost_tilsyn_1ar", 2);
    report.add("us_inn", 3);
}

#[test]
fn the_suggested_comments_are_those_that_were_read_aloud() {
    let desk = Desk::set();
    let words = LanguageWords::embedded().expect("the words of the languages parse");
    for (language, name) in LANGUAGES {
        let mut picture = String::new();
        for (kind, rule, pattern, spoil) in KINDS {
            let review = desk.review(*spoil);
            let letter = desk.letter(&review, UNIT, language);
            let item = &letter.items[place(&review, rule, pattern)];
            check_item(item, &words, language);
            writeln!(picture, "[{rule} {kind}]\n{item}\n").expect("a text takes text");
        }
        let review = desk.review(three);
        let letter = desk.letter(&review, UNIT, language);
        let chosen = [("K10", "sum"), ("K22", "part"), ("K40", "carry-over")];
        let chosen = chosen.map(|(rule, pattern)| place(&review, rule, pattern));
        let whole = letter.compose(&chosen);
        let alone = letter.compose(&[]);
        for text in [&whole, &alone] {
            assert_eq!(words.misfit(text, language, &[]), None, "{text}");
        }
        writeln!(picture, "=== {}, three findings\n{whole}\n", letter.template).expect("a text takes text");
        write!(picture, "=== {}, no finding\n{alone}", letter.template).expect("a text takes text");
        insta::assert_snapshot!(format!("letters_{name}"), picture);
    }
}

/// What a machine can see of the list at the top.
fn check_item(item: &str, words: &LanguageWords, language: Language) {
    assert!(item.ends_with(['.', '?']) && !item.contains('\n'), "{item}");
    assert!(!item.contains(['{', '}', '‹', '_']) && !item.contains("  ") && !item.contains("()"), "{item}");
    let names_a_rule = item.split('K').skip(1).any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    assert!(!names_a_rule, "{item}");
    // The labels are quotations, and no less to be in the language.
    for text in [item.to_owned(), item.replace(['«', '»'], " ")] {
        let misfit = words.misfit(&text, language, &["siste halvår"]);
        assert_eq!(misfit, None, "{text}");
    }
}

#[test]
fn every_sentence_of_a_letter_is_among_the_kinds_that_are_read() {
    let desk = Desk::set();
    let read: BTreeSet<&str> = KINDS.iter().map(|(_, _, pattern, _)| *pattern).collect();
    let asked: BTreeSet<String> =
        patterns(&desk.packs).into_iter().filter(|(_, asked)| *asked).map(|(p, _)| p).collect();
    assert_eq!(asked.iter().map(String::as_str).collect::<BTreeSet<_>>(), read);
}

#[test]
fn nobody_is_asked_about_lateness_influence_or_small_figures() {
    let desk = Desk::set();
    for (rule, pattern, spoil) in NOT_ASKED {
        let review = desk.review(*spoil);
        let letter = desk.letter(&review, UNIT, Language::Nb);
        assert_eq!(letter.items.len(), review.findings.len());
        let at = place(&review, rule, pattern);
        assert_eq!(letter.items[at], "", "{rule}");
        assert!(!letter.usual(&review).contains(&at), "{rule}");
    }
}

#[test]
fn every_error_and_warning_but_lateness_has_an_item_also_when_it_is_accepted() {
    let desk = Desk::set();
    let mut review = desk.review(|report| {
        three(report);
        report.late = true;
    });
    let items = |review: &Review| desk.letter(review, UNIT, Language::Nb).items;
    let open = items(&review);
    let serious = review.findings.iter().zip(&open).filter(|(finding, _)| finding.severity >= Severity::Warning);
    for (finding, item) in serious {
        assert_eq!(item.is_empty(), finding.rule == "K72", "{}: {item}", finding.rule);
    }
    let usual = desk.letter(&review, UNIT, Language::Nb).usual(&review);
    let at = usual.first().copied().expect("something is open");
    review.findings[at].accepted = Some(statsforvalter::domain::finding::Accepted {
        reason: "Kontrollert".to_owned(),
        by: "Kari".to_owned(),
        at: "2023-08-24T08:42:00Z".parse().expect("a timestamp"),
        period: open_period(),
    });
    assert_eq!(items(&review), open);
    assert!(!desk.letter(&review, UNIT, Language::Nb).usual(&review).contains(&at));
}

#[test]
fn a_unit_without_a_language_gets_the_letter_in_that_of_the_office() {
    let desk = Desk::set();
    let review = desk.review(three);
    let letter = desk.letter(&review, "3453", Language::Neutral);
    assert_eq!(letter.language, Some(Assumed { value: Language::Nb, assumed: false }));
    assert_eq!(letter.template, "retur-standard-nb");
    let letter = desk.letter(&review, "3453", Language::Nn);
    assert_eq!(letter.template, "retur-standard-nn");
    assert!(letter.tail.contains("fredag 25. august 2023"), "{}", letter.tail);
}

#[test]
fn an_office_is_called_by_its_own_name_in_its_own_language() {
    let desk = Desk::set();
    let names = Names::default();
    let forms = register().forms.as_slice();
    for office in &register().offices {
        let code = if office.language == Language::Nn { "nn" } else { "nb" };
        let texts = &desk.wording[code];
        let speaker = Speaker { texts, language: code, form: &forms[0], forms, names: &names, long: true };
        for name in [&office.name_2023, &office.name_2024] {
            assert_eq!(speaker.office(name), *name);
        }
    }
}

#[test]
fn every_point_has_its_label_in_nynorsk_and_none_says_only_of_these() {
    let words = LanguageWords::embedded().expect("the words of the languages parse");
    for form in &register().forms {
        for point in form.points() {
            let nynorsk = point.label_nn.as_deref().unwrap_or_else(|| panic!("{}: no label", point.code));
            assert_eq!(words.misfit(nynorsk, Language::Nn, &[]), None, "{}", point.code);
            let alone = point.label_alone.as_deref().unwrap_or(&point.label);
            assert_eq!(words.misfit(alone, Language::Nb, &[]), None, "{}", point.code);
            for label in [alone, nynorsk] {
                assert!(!["Av ", "Herav "].iter().any(|start| label.starts_with(start)), "{}: {label}", point.code);
            }
        }
    }
}

/// The patterns of all packs, and whether the unit is asked about them. One rule tells two kinds apart itself.
fn patterns(packs: &Packs) -> BTreeSet<(String, bool)> {
    let all = packs.packs.iter().flat_map(Pack::statements);
    all.flat_map(|(rule, _, says)| match says.pattern.as_str() {
        "gone" => vec![("gone-empty".to_owned(), rule.ask), ("gone-zero".to_owned(), rule.ask)],
        pattern => vec![(pattern.to_owned(), rule.ask)],
    })
    .collect()
}

#[test]
fn every_pattern_of_the_packs_has_its_sentences_in_three_languages_with_the_same_blanks_and_none_is_left_over() {
    let packs = Packs::embedded(&register().forms).expect("the packs parse");
    let mut wanted: BTreeSet<String> =
        ["long-day", "office-name", "term-children", "half-year-long-1", "half-year-long-2"].map(str::to_owned).into();
    for (pattern, asked) in patterns(&packs) {
        wanted.insert(format!("finding-{pattern}"));
        wanted.extend(asked.then(|| format!("letter-{pattern}")));
    }
    for when in ["now", "previous", "last-year"] {
        wanted.extend([format!("term-{when}"), format!("term-long-{when}")]);
    }
    wanted.extend((1..=7).map(|day| format!("weekday-{day}")));
    wanted.extend((1..=12).map(|month| format!("month-{month}")));
    let severities = [Severity::Ok, Severity::Info, Severity::Warning, Severity::Error, Severity::Fatal];
    wanted.extend(severities.map(|severity| format!("severity-{}", wire_name(&severity).to_lowercase())));
    let reasons = [
        SkipReason::Empty,
        SkipReason::NoEarlier,
        SkipReason::Break,
        SkipReason::TooFew,
        SkipReason::NoReference,
        SkipReason::NoPopulation,
        SkipReason::Later,
        SkipReason::NotReceived,
    ];
    wanted.extend(reasons.map(|reason| format!("skip-{}", wire_name(&reason))));
    let spoken = wording("nb");
    assert_eq!(spoken.keys().cloned().collect::<BTreeSet<_>>(), wanted);
    for language in WRITTEN {
        assert_eq!(wording(language), spoken, "{language}");
    }
}

/// The sentences of a language with their blanks.
fn wording(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("config/wording/{language}.ftl"));
    let text = fs::read_to_string(path).expect("the wording can be read");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with(' ')) {
            name.clone_into(&mut id);
            assert!(found.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
        }
        let is_of_name = |letter: &char| letter.is_ascii_lowercase() || *letter == '-';
        let blanks = line.split('$').skip(1).map(|rest| rest.chars().take_while(is_of_name).collect::<String>());
        if let Some(known) = found.get_mut(&id) {
            known.extend(blanks);
        }
    }
    found
}

/// The smallest file of templates there is, with something changed in it.
fn changed(from: &str, to: &str) -> Result<Letters, String> {
    let words = "{ head = \"Hei {unit}\", alone = \"Hei\", tail = \"\"\"\nFrist:\n{deadline}\"\"\" }";
    let file = format!("working_days = 3\n[[template]]\nid = \"standard\"\nnb = {words}\nnn = {words}\n");
    assert!(file.contains(from), "{from}");
    let file = file.replace(from, to);
    Letters::read(&[("return.toml", &file)], &register().offices).map_err(|error| error.to_string())
}

#[test]
fn a_template_that_cannot_be_right_is_refused_with_file_line_and_reason() {
    assert!(changed("standard", "standard").is_ok(), "the smallest file is good");
    for (from, to, line, reason) in [
        ("{unit}", "{child}", 4, "no blank «{child}»"),
        ("{deadline}\"\"\"", "{deadline} {due}\"\"\"", 6, "no blank «{due}»"),
        ("{unit}", "{unit", 4, "not closed"),
        ("{deadline}", "snart", 4, "{deadline} is missing"),
        ("\"Hei\"", "\" \"", 4, "an empty text"),
        ("nn = ", "dk = ", 7, "dk"),
        ("id = ", "office = \"SFXX\"\nid = ", 3, "no office SFXX"),
        ("id = ", "office = \"SFIN\"\nid = ", 1, "the template for all offices is missing"),
        ("working_days = 3\n", "", 1, "working_days"),
        ("working_days = 3", "working_days = 0", 1, "one or more"),
        ("[[template]]", "[[template]", 2, ""),
        ("id = ", "colour = 1\nid = ", 3, "colour"),
    ] {
        let said = changed(from, to).err().unwrap_or_else(|| panic!("taken: {to}"));
        assert!(said.starts_with(&format!("config/letters/return.toml, line {line}: ")), "{to}: {said}");
        assert!(said.contains(reason), "{to}: {said}");
    }
    let twice = changed(
        "nn = ",
        "nn = { head = \"a\", alone = \"a\", tail = \"{deadline}\" }\n[[template]]\nid = \"to\"\nnn = ",
    );
    let said = twice.map(|_| ()).unwrap_err();
    assert!(said.contains("nb"), "a template needs both languages: {said}");
}

#[test]
fn an_office_may_have_words_of_its_own() {
    let words = |hello: &str| format!("{{ head = \"{hello}\", alone = \"{hello}\", tail = \"{{deadline}}\" }}");
    let entry = |id: &str, office: &str, hello: &str| {
        format!("[[template]]\nid = \"{id}\"\n{office}nb = {0}\nnn = {0}\n", words(hello))
    };
    let read = |text: &str| Letters::read(&[("return.toml", text)], &register().offices);
    let both =
        format!("working_days = 2\n{}{}", entry("alle", "", "Hei"), entry("egen", "office = \"SFIN\"\n", "Hallo"));
    let letters = read(&both).unwrap_or_else(|error| panic!("{error}"));
    let id = |office: &str| letters.of(&OfficeId(office.to_owned())).map(|template| template.id.clone());
    assert_eq!((id("SFIN"), id("SFVT")), (Some("egen".to_owned()), Some("alle".to_owned())));
    let twice = read(&format!("{both}{}", entry("ny", "office = \"SFIN\"\n", "Hei")));
    assert!(twice.is_err_and(|error| error.reason.contains("stands twice") && error.line > 10));
}

/// Submits a report in which 5F is two above 5E, on the day of the demo.
async fn submit_with_a_mistake(world: &World, unit: &str) -> String {
    let mut report = submission(unit, "2023H1");
    report.values.insert("fost_tilsyn_brudd".to_owned(), Some(12));
    let (status, body) = world.post("admin", "/v1/reports", &serde_json::to_value(report).unwrap()).await;
    assert_eq!(status, 201, "{body}");
    body["reference"].as_str().unwrap().to_owned()
}

/// The item of the letter for the finding at a point.
fn item_of(case: &Value, rule: &str, point: &str) -> String {
    let findings = case["review"]["findings"].as_array().unwrap();
    let is_it = |finding: &Value| finding["rule"] == rule && finding["points"][0] == point;
    let at = findings.iter().position(is_it).unwrap_or_else(|| panic!("{rule} at {point}: {findings:?}"));
    case["letter"]["items"][at].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_municipality_is_written_to_in_its_own_language_with_a_deadline_it_can_keep() {
    let world = World::new().await;
    world.pass(10 * 24 * 3600);
    for (unit, language, item, deadline) in [
        (
            "3453",
            "nn",
            "Det står 12 i 5F («Tilsynsansvar: tilsynskrav ikkje oppfylt»), men berre 4 i 5E",
            "Fristen for å sende rapporten inn på nytt er fredag 25. august 2023.",
        ),
        (
            "3403",
            "nb",
            "Det står 12 i 5F («Tilsynsansvar: tilsynskrav ikke oppfylt»), men bare 4 i 5E",
            "Fristen for å sende rapporten inn på nytt er fredag 25. august 2023.",
        ),
    ] {
        let reference = submit_with_a_mistake(&world, unit).await;
        assert_eq!(reference, format!("KHR-2023H1-{unit}"));
        let case = world.case(&reference).await;
        let letter = &case["letter"];
        assert_eq!(letter["language"], json!({ "value": language, "assumed": true }), "{unit}");
        assert_eq!(letter["template"], format!("retur-standard-{language}"));
        assert_eq!(letter["deadline"], "2023-08-25", "the last working day before the office's deadline is today");
        assert!(letter["tail"].as_str().unwrap().contains(deadline), "{letter}");
        assert!(letter["head"].as_str().unwrap().contains("1. halvår 2023"), "{letter}");
        let said = item_of(&case, "K22", "fost_tilsyn_brudd");
        assert!(said.starts_with(item), "{said}");
    }
}

#[tokio::test]
async fn the_suggestion_is_for_the_office_only_and_ends_when_the_report_is_returned() {
    let world = World::new().await;
    let reference = submit_with_a_mistake(&world, "3403").await;
    let path = format!("/v1/tasks/{reference}");
    let letter = async |who: &str| world.get(who, &path).await.1["letter"].clone();
    for who in ["kari", "leser", "leder"] {
        assert_eq!(letter(who).await["language"]["value"], "nb", "{who}");
    }
    assert_eq!(letter("hamar").await["language"], Value::Null, "the unit does not see it");
    let give_back = json!({ "kind": "return", "comment": "Kontroller 5F." });
    let (status, body) = world.decide("kari", &reference, 1, crate::server_world::KEY, &give_back).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(letter("kari").await["language"], Value::Null, "the report is returned");
}
