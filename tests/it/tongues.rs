//! The languages: what a reader's language decides, what a municipality's decides, and names with letters that bokmål does not have.

use serde_json::{Value, json};
use statsforvalter::{
    checks::{
        guides::Guides,
        language::LanguageWords,
        letter::sheets::Sheets,
        say::{Names, Speaker},
    },
    domain::{
        form::Form,
        person::Role,
        policy::Policy,
        query::{Query, Vocabulary, view::View},
        register::Register,
        unit::Language,
    },
    server::seed::Seed,
    text::{DEFAULT_LANGUAGE, Texts, WRITTEN, name},
};
use unicode_normalization::UnicodeNormalization;

use crate::{
    cli_support::Home,
    server_outbox::body,
    server_world::{ELVERUM, KEY, OTHER_KEY, World, application, approve, give_back, person, read, submission},
};

/// The screen of a case of the demo after some keys, in a language.
fn screen(language: &str, reference: &str, keys: &str) -> String {
    let home = Home::new();
    home.file("config/config.toml", format!("language = \"{language}\"\n"));
    let open = if reference.is_empty() { vec![] } else { vec!["--open", reference] };
    let run = home.run(&[&["--demo", "replay", "--keys", keys, "--size", "160x45", "--dump"][..], &open].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn a_finding_is_said_in_the_language_of_the_screen_and_said_anew_when_that_is_switched() {
    const EXPECTED: [(&str, &str); 3] = [("nb", "Ventet "), ("nn", "Venta "), ("en", "Expected ")];
    let report = "KHR-2023H1-3407";
    let said = |language: &str, keys: &str| screen(language, report, keys);
    for (language, own) in EXPECTED {
        let shown = said(language, "F");
        for (_, words) in EXPECTED {
            assert_eq!(shown.contains(words), words == own, "{language}: {shown}");
        }
    }
    let en = said("en", "F");
    assert!(en.contains("the first half of 2022"), "{en}");
    // From nynorsk to English in the middle of the case.
    let switched = said("nn", "<F9>F");
    assert!(switched.contains("Expected ") && switched.contains("the first half of 2022"), "{switched}");
}

#[test]
fn sections_points_views_and_half_years_are_called_as_the_language_calls_them() {
    let nn = screen("nn", "KHR-2023H1-3420", "");
    assert!(nn.contains("2 Undersøkingar") && nn.contains("Overførte frå førre halvår"), "{nn}");
    let en = screen("en", "KHR-2023H1-3420", "<Tab>");
    assert!(en.contains("2023 first half") && en.contains("2 Undersøkelser"), "the form has no English words: {en}");
    assert!(en.contains("[investigations "), "but our own explanation of the point: {en}");
    let (nynorsk, english) = (screen("nn", "", ""), screen("en", "", ""));
    assert!(nynorsk.contains("Rapportar") && nynorsk.contains("Reine"), "{nynorsk}");
    assert!(english.contains("Reports") && english.contains("Not taken"), "{english}");
}

#[test]
fn every_built_in_view_and_every_half_year_has_a_name_in_every_language() {
    let guides = Guides::embedded().expect("the reference data parses");
    for language in WRITTEN {
        let texts = Texts::of(language).expect("the texts of the program");
        let names: Vec<String> = guides.views.iter().map(|view| name::view(&texts, view)).collect();
        for (view, shown) in guides.views.iter().zip(&names) {
            assert!(texts.has(&format!("built-in-view-{}", view.id)), "{language}: {}", view.id);
            assert!(language != DEFAULT_LANGUAGE || *shown == view.name, "{shown}");
            assert!(names.iter().filter(|other| *other == shown).count() == 1, "{language}: {shown}");
        }
        for period in &guides.register.periods {
            let (short, long) = (name::period(&texts, period), name::period_long(&texts, period));
            let norwegian = language != "en";
            assert_eq!(short == period.name && long == period.name_long, norwegian, "{language}: {short}, {long}");
        }
        let own = View {
            id: "all".to_owned(),
            digit: None,
            name: "Mi".to_owned(),
            query: String::new(),
            own: true,
            open_only: false,
        };
        assert!(language != DEFAULT_LANGUAGE || texts.say("server-actor") == name::SERVICE);
        assert_eq!(name::view(&texts, &own), "Mi", "a view of one's own is called what it was called");
    }
}

#[test]
fn every_point_and_section_has_words_in_nynorsk_and_every_point_an_explanation_in_english() {
    let register = Register::embedded().expect("the reference data parses");
    let words = LanguageWords::embedded().expect("config/language_words.toml");
    let check = |text: Option<&String>, code: &str| {
        let text = text.unwrap_or_else(|| panic!("{code}: nothing in nynorsk"));
        assert_eq!(words.misfit(text, Language::Nn, &[]), None, "{code}");
    };
    for Form { sections, removed, .. } in &register.forms {
        let headings = sections.iter().map(|section| (&section.title, &section.title_nn));
        for (title, nynorsk) in headings.chain(removed.iter().map(|section| (&section.title, &section.title_nn))) {
            check(nynorsk.as_ref(), title);
        }
        for point in sections.iter().flat_map(|section| &section.points) {
            check(point.short_nn.as_ref(), &point.code);
            check(point.definition_nn.as_ref(), &point.code);
            let (bokmaal, nynorsk) = (&point.short, point.short_nn.as_deref().unwrap_or_default());
            assert!(nynorsk.chars().count() <= 34, "{}: {nynorsk}", point.code);
            assert_eq!(bokmaal.starts_with("– "), nynorsk.starts_with("– "), "{}", point.code);
            assert!(point.gloss_en.as_ref().is_some_and(|gloss| gloss.is_ascii()), "{}", point.code);
        }
    }
}

#[tokio::test]
async fn the_backend_says_why_not_in_the_language_that_is_asked_for_and_stores_nothing_in_it() {
    let world = World::new().await;
    world.submit("3420").await;
    let detail = async |language: &str| {
        let asked = world.ask_get("kari", "/v1/tasks?cursor=nonsense").header("Accept-Language", language);
        let (status, problem) = read(asked.send().await.unwrap()).await;
        assert_eq!(status, 400);
        (problem["title"].as_str().unwrap().to_owned(), problem["detail"].as_str().unwrap().to_owned())
    };
    let [nb, nn, en] = [detail("nb").await, detail("nn-NO,nb;q=0.5").await, detail("en-GB").await];
    assert!(nb != nn && nn != en && en != nb, "{nb:?} {nn:?} {en:?}");
    assert_eq!(detail("de").await, nb, "bokmål where nothing fits");
    let message = async |language: &str| {
        let asked = world.ask_get("kari", &format!("/v1/tasks/{ELVERUM}")).header("Accept-Language", language);
        let (_, case) = read(asked.send().await.unwrap()).await;
        case["review"]["findings"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_ne!(message("nb").await, message("en").await);
    let decision = world.ask_post("kari", &format!("/v1/tasks/{ELVERUM}/decision"), &approve());
    let decision = decision.header("Accept-Language", "en").header("If-Match", "\"v1\"").header("Idempotency-Key", KEY);
    assert_eq!(read(decision.send().await.unwrap()).await.0, 200);
    let mut conn = world.beside().await;
    let stored: (String,) = sqlx::query_as("select review from decision").fetch_one(&mut conn).await.unwrap();
    let stored: Value = serde_json::from_str(&stored.0).unwrap();
    assert_eq!(stored["findings"][0]["message"].as_str().unwrap(), message("nb").await, "stored in bokmål");
}

#[test]
fn every_text_that_leaves_the_office_is_in_its_own_language_word_by_word() {
    let register = Register::embedded().expect("the reference data parses");
    let sheets = Sheets::embedded(&register.offices).expect("config/letters parses");
    let words = LanguageWords::embedded().expect("config/language_words.toml");
    for name in sheets.names() {
        for language in [Language::Nb, Language::Nn] {
            for (part, text) in sheets.parts(&name, language).expect("the words") {
                assert_eq!(words.misfit(&text, language, &[]), None, "{name} {part}: {text}");
            }
        }
    }
}

#[tokio::test]
async fn whatever_leaves_for_a_nynorsk_municipality_is_nynorsk() {
    let policy = Policy::parse("[default]\ntell_approved = true").unwrap();
    let world = World::with(|options| options.own.policy = Some(policy)).await;
    let words = LanguageWords::embedded().expect("config/language_words.toml");
    // Lom and Øystre Slidre write nynorsk, and so does what their people are told.
    for (unit, decision, key) in [("3434", give_back(), KEY), ("3453", approve(), OTHER_KEY)] {
        let report = serde_json::to_value(submission(unit, "2023H1")).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201);
        let (status, told) = world.decide("kari", &format!("KHR-2023H1-{unit}"), 1, key, &decision).await;
        assert_eq!(status, 200, "{told}");
    }
    let requests = [
        ("per@lom.kommune.example", json!({ "kind": "reject", "comment": "Feil eining." })),
        ("liv@lom.kommune.example", json!({ "kind": "grant", "role": "municipality" })),
        ("ola@firma.example", json!({ "kind": "forward" })),
    ];
    for (place, (email, decision)) in requests.iter().enumerate() {
        let (_, received) = world.post("admin", "/v1/applications", &application(email, "3434")).await;
        let reference = received["reference"].as_str().unwrap();
        let key = format!("00000000-0000-4000-8000-00000000010{place}");
        let (status, told) = world.decide("kari", reference, 1, &key, decision).await;
        assert_eq!(status, 200, "{told}");
    }
    world.pass(30);
    let files = world.delivered(7).await;
    let mails = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).filter(|text| text.contains("To: "));
    let mails: Vec<String> = mails.filter(|mail| !mail.contains("bufdir")).map(|mail| body(&mail)).collect();
    assert!(mails.len() >= 4, "{mails:?}");
    for mail in mails {
        let own = mail.replace("Kontroller 2E.", "").replace("Se også 2F.", "");
        assert_eq!(words.misfit(&own, Language::Nn, &[]), None, "{mail}");
        assert!(mail.contains("Statsforvaltaren i Innlandet"), "{mail}");
    }
}

/// Units of the north, by their number: a name in Norwegian, and what they are looked for by.
const NORTHERN: [(&str, &str, &[&str]); 4] = [
    ("5430", "Kautokeino", &["Guovdageaidnu", "guovda", "GUOVDAGEAIDNU", "kautokeino"]),
    ("5437", "Karasjok", &["Kárášjohka", "karasjohka", "KÁRÁŠ", "karas"]),
    ("5441", "Tana", &["Deatnu", "deatnu", "tana"]),
    ("5436", "Porsanger", &["Porsáŋgu", "porsangu", "Porsanki"]),
];

#[tokio::test]
async fn a_unit_is_found_by_its_sami_or_kven_name_with_or_without_the_accents_however_they_are_composed() {
    let world = World::new().await;
    let north = person("nora", Role::Reviewer, Some("SFTF"), None);
    let people = vec![(north, "nora".to_owned())];
    world.running.store.fill(&Seed { people, ..Seed::default() }).await.unwrap();
    for (unit, ..) in NORTHERN {
        assert_eq!(world.submit(unit).await.0, 201, "{unit}");
    }
    for (_, name, typed) in NORTHERN {
        for typed in typed {
            for composed in [typed.nfc().collect::<String>(), typed.nfd().collect()] {
                for query in [composed.clone(), format!("enhet:{composed}"), format!("eining:{composed}")] {
                    let path = format!("/v1/tasks?query={}", encoded(&query));
                    let (status, page) = world.get("nora", &path).await;
                    assert_eq!(status, 200, "{query}: {page}");
                    let found: Vec<&str> =
                        page["rows"].as_array().unwrap().iter().filter_map(|row| row["unit_name"].as_str()).collect();
                    assert_eq!(found, [name], "{query}");
                }
            }
        }
    }
}

#[tokio::test]
async fn sami_letters_are_stored_shown_and_sent_as_they_were_typed() {
    const NAME: &str = "Máhtte Đávvet-Ŋálát Čoarvi";
    const TEXT: &str = "Čuovvovaš čuoggá 2E: áššit šaddet ŋu, ŧ ja ž.";
    let world = World::new().await;
    world.submit("3420").await;
    // Typed as letters with marks behind them, as some keyboards do.
    let decomposed: String = TEXT.nfd().collect();
    let draft = json!({ "comment": decomposed, "version": 1, "notes": { "us_3_6m": TEXT } });
    assert_eq!(world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &draft).await.0, 200);
    let stored = world.case(ELVERUM).await["draft"].clone();
    assert_eq!((&stored["comment"], &stored["notes"]["us_3_6m"]), (&json!(TEXT), &json!(TEXT)));
    let (status, told) =
        world.decide("kari", ELVERUM, 1, KEY, &json!({ "kind": "return", "comment": decomposed })).await;
    assert_eq!(status, 200, "{told}");
    let mut request = application("mahtte@elverum.kommune.example", "3420");
    request["name"] = json!(NAME);
    let (_, received) = world.post("admin", "/v1/applications", &request).await;
    let (_, page) = world.get("kari", &format!("/v1/tasks?query={}", encoded("søker:davvet"))).await;
    assert_eq!(page["rows"][0]["applicant"], NAME, "{page}");
    assert_eq!(page["rows"][0]["reference"], received["reference"]);
    world.pass(30);
    let mail = body(&std::fs::read_to_string(&world.delivered(1).await[0]).unwrap());
    assert!(mail.contains(TEXT), "{mail}");
}

#[test]
fn sami_letters_are_typed_in_every_field_and_shown() {
    const TYPED: &str = "áčđŋšŧžÁČĐŊŠŦŽæøåïö";
    for (reference, keys) in [("", ""), ("KHR-2023H1-3420", "r"), ("KHR-2023H1-3420", "N"), ("", ":")] {
        let shown = screen(
            "nb",
            reference,
            &format!("{keys}{}{TYPED}", if reference.is_empty() && keys.is_empty() { "/" } else { "" }),
        );
        assert!(shown.contains(TYPED), "{reference} {keys}: {shown}");
    }
}

#[test]
fn every_built_in_view_is_a_search_and_the_words_of_each_language_are_understood() {
    let words = Vocabulary::embedded().expect("config/query.toml");
    let today = "2023-08-24".parse().expect("a date");
    for view in View::embedded().expect("config/views.toml") {
        assert!(Query::parse(&view.query, &words, today).is_ok(), "{}", view.id);
    }
}

#[test]
fn the_names_of_earlier_half_years_in_a_sentence_are_in_its_language() {
    let register = Register::embedded().expect("the reference data parses");
    let period = register.period("2023H1").expect("the period");
    let texts = Texts::wording("en").expect("the sentences parse");
    let names = Names::of(&texts, period, &register.periods);
    let form = register.form(period).expect("the form");
    let speaker = Speaker { texts: &texts, language: "en", form, forms: &register.forms, names: &names, long: false };
    assert_eq!(names.last_year, "the first half of 2022");
    assert_eq!(speaker.point("us_3_6m"), "2E");
}

#[test]
fn a_search_that_is_not_understood_is_told_with_words_that_the_language_of_the_screen_has_and_the_search_knows() {
    const EXPECTED: [(&str, &str, &str); 3] = [
        ("nb", "åpen, godkjent, returnert, innvilget, avslått, videresendt", "status, type, frist, mottatt, løst"),
        ("nn", "open, godkjend, returnert, innvilga, avslått, vidaresend", "status, type, frist, motteke, løyst"),
        ("en", "open, approved, returned, granted, rejected, forwarded", "state, kind, deadline, received, decided"),
    ];
    for (language, values, keys) in EXPECTED {
        let value = screen(language, "", "/state:foo<Enter>");
        assert!(value.contains(values), "{language}: {value}");
        let key = screen(language, "", "/foo:foo<Enter>");
        assert!(key.contains(keys), "{language}: {key}");
        let known = screen(
            language,
            "",
            &format!("/{}:{}<Enter>", keys.split(", ").next().unwrap(), values.split(", ").next().unwrap()),
        );
        assert!(known.contains("KHR-2023H1"), "{language}: {known}");
    }
}
