//! What an administrator sets is checked for sense: large files, two administrators at once, ends that are not undone by
//! accident, signs that do not show, and days that are most likely not meant.

use serde_json::{Value, json};
use statsforvalter::{domain::person::Role, server::seed::Seed};

use crate::{
    admin_reference::{PUBLISHED, count, dry, faults, logged, periods, set},
    cli_support::Home,
    server_world::{World, person},
    support::backend::Backend,
};

const HEAD: &str = "unit_no;change;name;also;county_no;county;office;reports;predecessors";
/// The first day of the half-year after the one that is reported.
const SOON: &str = "2024-07-01";

fn borders(rows: &[String]) -> Value {
    let lines: Vec<String> = rows.iter().map(|row| format!("{row}\n")).collect();
    json!({ "kind": "borders", "content": format!("{HEAD}\n{}", lines.concat()), "from": SOON })
}

fn rows(rows: &[&str]) -> Value {
    borders(&rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>())
}

/// A world with a second administrator.
async fn two_administrators() -> World {
    let world = World::new().await;
    let second = person("andre", Role::Admin, None, None);
    world.running.store.fill(&Seed { people: vec![(second, "andre".to_owned())], ..Seed::default() }).await.unwrap();
    world
}

async fn tried_and_set(world: &World, wish: &Value, changes: usize) -> Value {
    for dry_run in [true, false] {
        let body = json!({ "set": wish, "dry_run": dry_run });
        let (status, body) = world.put("admin", "/v1/admin/reference", &body).await;
        assert_eq!(status, 200, "{body}");
        assert!(body["changes"].as_array().unwrap().len() >= changes, "{}", body["changes"].as_array().unwrap().len());
        if !dry_run {
            return body;
        }
    }
    Value::Null
}

#[tokio::test]
async fn three_thousand_letters_are_added_at_once_and_each_is_an_event_of_a_chain_that_holds() {
    let world = World::new().await;
    let letter = |at: u32| {
        format!(
            "[[letter]]\nnumber = \"2024/{at}-1\"\ndate = \"2024-02-20\"\nsubject = \"Prøvebrev {at}\"\n\
             subject_confidence = \"sure\"\nsays = \"Ingenting.\"\nconfidence = \"sure\"\nsource = \"Brevet\"\n\n"
        )
    };
    let content: String = (70_000..73_000).map(letter).collect();
    tried_and_set(&world, &json!({ "kind": "letters", "content": content }), 3000).await;
    let chain = world.get("kari", "/v1/letter-chain").await.1;
    assert_eq!(chain["added"].as_array().unwrap().len(), 3000);
    assert_eq!(logged(&world).await.len(), 3000, "each is an event");
    assert_eq!(world.get("admin", "/v1/audit/verify").await.1["breaks"], json!([]));
}

#[tokio::test]
async fn a_file_of_two_thousand_units_is_set_as_one_and_so_many_new_ones_are_remarked() {
    let world = World::new().await;
    let new: Vec<String> = (0..2000).map(|at| format!("{};set;Ny {at};;34;;SFIN;;", 90_000_000 + at)).collect();
    let told = tried_and_set(&world, &borders(&new), 2000).await;
    assert_eq!((&told["warnings"][0]["what"], &told["warnings"][0]["new"]), (&json!("many_new_units"), &json!(2000)));
    let units = world.get("kari", "/v1/units?period=2024H1").await.1;
    let numbers: Vec<&str> =
        units["units"].as_array().unwrap().iter().map(|unit| unit["no"].as_str().unwrap()).collect();
    let language: Vec<String> = numbers.iter().map(|no| format!("{no};nn;yes\n")).collect();
    let content = format!("unit_no;language;official\n{}", language.concat());
    tried_and_set(&world, &json!({ "kind": "units", "content": content }), 1).await;
}

#[tokio::test]
async fn what_two_administrators_want_of_the_same_units_never_becomes_a_split_or_merger_that_neither_asked_for() {
    let world = two_administrators().await;
    let part = rows(&["3497;set;Heradsbygd;;;;;;3420", "3420;set;;;;;;;3420"]);
    let merger = rows(&["3403;end;;;;;;;", "3420;end;;;;;;;", "3499;set;Hamar-Elverum;;;;;;3403 3420"]);
    assert_eq!(dry(&world, &merger).await.0, 200, "nobody has set anything yet");
    assert_eq!(set(&world, "andre", &part).await.0, 200);
    let (status, body) = set(&world, "admin", &merger).await;
    assert_eq!(
        (status, faults(&body)),
        (422, vec!["unit_set_by_other".to_owned(), "unit_meets_other".to_owned()]),
        "{body}"
    );
    let told = body["errors"].to_string();
    assert!(told.contains("Navn andre har satt at 3420 går over til 3497"), "{told}");
    assert!(told.contains("--replace"), "{told}");
    // A part of the same unit for somebody else is no less of a surprise, and neither is another name in place of a part.
    let other = rows(&["3496;set;Sørskogbygda;;;;;;3420"]);
    assert_eq!(faults(&set(&world, "admin", &other).await.1), ["unit_meets_other"]);
    assert_eq!(
        faults(&set(&world, "admin", &rows(&["3497;set;Et annet navn;;34;;SFIN;;"])).await.1),
        ["unit_set_by_other"]
    );
    assert_eq!(logged(&world).await.len(), 2, "nothing of it is stored");
    // Nor is it taken back by somebody else, as a whole or in part.
    for taken in [rows(&["3497;withdraw;;;;;;;", "3420;withdraw;;;;;;;"]), rows(&["3420;withdraw;;;;;;;"])] {
        let (status, body) = set(&world, "admin", &taken).await;
        assert_eq!((status, faults(&body)[0].as_str()), (422, "unit_set_by_other"), "{body}");
    }
    assert_eq!(logged(&world).await.len(), 2, "nothing of it is stored");
    // What has nothing to do with it is set, the other one goes on with their own, and who means it says so.
    assert_eq!(set(&world, "admin", &rows(&["3405;set;Nytt navn;;;;;;"])).await.0, 200);
    assert_eq!(set(&world, "andre", &other).await.0, 200);
    let mut meant = merger.clone();
    meant["replace"] = json!(true);
    assert_eq!(set(&world, "admin", &meant).await.0, 200);
}

#[tokio::test]
async fn the_end_of_a_unit_is_not_undone_by_what_is_said_of_it_otherwise() {
    let world = World::new().await;
    let merger = rows(&["3403;end;;;;;;;", "3420;end;;;;;;;", "3499;set;Hamar-Elverum;;;;;;3403 3420"]);
    assert_eq!(set(&world, "admin", &merger).await.0, 200);
    let mut name = rows(&["3420;set;Elverum;;;;SFIN;;"]);
    for replace in [false, true] {
        name["replace"] = json!(replace);
        let (status, body) = set(&world, "admin", &name).await;
        assert_eq!((status, faults(&body)), (422, vec!["unit_ends".to_owned()]), "{body}");
        assert!(body["errors"].to_string().contains("ta det tilbake først"), "{body}");
    }
    // Later on it is a number without a unit: a new one has its area from somebody.
    let mut later = rows(&["3420;set;Elverum;;34;;SFIN;;"]);
    later["from"] = json!("2025-01-01");
    let (_, body) = set(&world, "admin", &later).await;
    assert_eq!(faults(&body), ["unit_ended"], "{body}");
    assert!(body["errors"].to_string().contains(SOON), "{body}");
    let mut again = rows(&["3420;set;Elverum;;34;;SFIN;;3499"]);
    again["from"] = json!("2025-01-01");
    assert_eq!(dry(&world, &again).await.0, 200);
    // The end is taken back, and then it is a unit as before.
    assert_eq!(set(&world, "admin", &rows(&["3420;withdraw;;;;;;;"])).await.0, 200);
    name["replace"] = json!(false);
    assert_eq!(set(&world, "admin", &name).await.0, 200);
}

#[tokio::test]
async fn rows_of_units_that_make_no_sense_are_refused_with_row_and_reason() {
    let world = World::new().await;
    let check = async |given: &[&str], expected: &[&str], sentence: &str| {
        let (status, body) = set(&world, "admin", &rows(given)).await;
        let expected: Vec<String> = expected.iter().map(|fault| (*fault).to_owned()).collect();
        assert_eq!((status, faults(&body)), (422, expected), "{given:?}: {body}");
        assert!(body["errors"].to_string().contains(sentence), "{sentence}: {body}");
    };
    check(&["3420;set;;;;;;;3420"], &["own_predecessor"], "Linje 2: 3420: Enheten er bare sin egen forgjenger").await;
    check(&["3420;set;;;;;;;3403", "3403;set;;;;;;;3420"], &["own_area", "own_area"], "kan ikke bytte nummer").await;
    check(&["3420;set;;;;;;;3403", "3403;end;;;;;;;"], &["own_area"], "må dens eget nummer også stå").await;
    let ended = ["3420;end;;;;;;;3403", "3403;end;;;;;;;", "3499;set;Ny;;;;;;3403 3420"];
    check(&ended, &["end_says"], "Raden sier noe i «predecessors»").await;
    check(&["3420;withdraw;Elverum;;;;;;"], &["end_says"], "«name»").await;
    // A unit that grows names itself, and goes on.
    assert_eq!(set(&world, "admin", &rows(&["3420;set;;;;;;;3420 3403", "3403;end;;;;;;;"])).await.0, 200);
    assert_eq!(set(&world, "admin", &rows(&["3420;set;;;;;;;3420 3403"])).await.1["changed"], false);
}

#[tokio::test]
async fn a_sign_that_does_not_show_is_refused_wherever_an_administrator_writes() {
    let world = World::new().await;
    for sign in ["\u{1b}", "\u{202e}", "\u{200b}", "\u{fffd}"] {
        let escaped = format!("\\u{:04x}", u32::from(sign.chars().next().unwrap()));
        let mut why = count("optional");
        why["why"] = json!(format!("Avtalt{sign} med direktoratet."));
        let mut letter = count("optional");
        letter["letter"] = json!(format!("2023{sign}/7"));
        let wishes = [
            (periods(&PUBLISHED.replace("brev om frister", &format!("brev{escaped}om frister"))), "source"),
            (periods(&PUBLISHED.replace("2024 1. halvår", &format!("2024 1.{escaped}halvår"))), "name"),
            (periods(&format!("[[holiday]]\ndate = \"2024-05-02\"\nname = \"Fri{escaped}dag\"\n")), "name"),
            (why, "why"),
            (letter, "letter"),
            (rows(&[&format!("3420;set;Elv{sign}rum;;;;;;")]), "name"),
            (rows(&[&format!("3499;set;Ny;;99;Nytt{sign} fylke;SFIN;;")]), "county"),
        ];
        for (wish, field) in wishes {
            let (status, body) = set(&world, "admin", &wish).await;
            assert_eq!((status, faults(&body)), (422, vec!["hidden_sign".to_owned()]), "{wish}: {body}");
            assert!(body["errors"].to_string().contains(&format!("«{field}»")), "{field}: {body}");
        }
        let step = json!({ "status": "new_not_approved", "letter": format!("2024/17{sign}") });
        let (status, body) = world.put("admin", "/v1/admin/units/3420/channel", &step).await;
        assert_eq!((status, faults(&body)), (422, vec!["hidden_sign".to_owned()]), "{body}");
        let name = json!({ "name": format!("Kari{sign}") });
        let (status, body) = world.put("admin", "/v1/admin/people/kari", &name).await;
        assert_eq!((status, faults(&body)), (422, vec!["hidden_sign".to_owned()]), "{body}");
    }
    assert_eq!(logged(&world).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_weekend_is_no_working_day_by_saying_so() {
    let world = World::new().await;
    for day in ["2024-05-04", "2024-05-05"] {
        let wish = periods(&format!("[[holiday]]\ndate = \"{day}\"\nworking_day = true\n"));
        let (status, body) = set(&world, "admin", &wish).await;
        assert_eq!((status, faults(&body)), (422, vec!["weekend".to_owned()]), "{body}");
        assert!(body["errors"].to_string().contains(&format!("Linje 1: {day}: ")), "{body}");
    }
}

#[tokio::test]
async fn a_day_that_is_most_likely_not_meant_is_set_and_remarked() {
    let world = World::new().await;
    let warned = async |wish: &Value| {
        let (status, body) = dry(&world, wish).await;
        assert_eq!(status, 200, "{body}");
        assert_eq!(set(&world, "admin", wish).await.1["warnings"], body["warnings"], "the answer tells it too");
        body["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["what"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(warned(&periods(PUBLISHED)).await, Vec::<String>::new());
    let weekend = PUBLISHED.replace("2024-08-23", "2024-08-24").replace("2024-09-02", "2024-09-08");
    assert_eq!(warned(&periods(&weekend)).await, ["unit_deadline_free", "office_deadline_free"]);
    let holiday = "[[holiday]]\ndate = \"2024-08-23\"\nname = \"Ekstra fridag\"\n";
    assert_eq!(warned(&periods(&format!("{PUBLISHED}{holiday}"))).await, ["unit_deadline_free"]);
    let letter = |date: &str| {
        json!({ "kind": "letter", "replace": true, "letter": { "number": "2024/70001-3", "date": date, "subject": "Et brev",
            "subject_confidence": "sure", "says": "Ingenting.", "confidence": "sure", "source": "Brevet" } })
    };
    assert_eq!(warned(&letter("2924-02-20")).await, ["letter_date"]);
    assert_eq!(warned(&letter("1924-02-20")).await, ["letter_date"]);
    world.pass(400 * 24 * 3600);
    assert_eq!(warned(&letter("2024-02-20")).await, Vec::<String>::new());
    world.pass(400 * 24 * 3600);
    let over = PUBLISHED.replace("2024-08-23", "2024-08-22").replace("2024-09-02", "2024-09-03");
    assert_eq!(warned(&periods(&over)).await, ["unit_deadline_over", "office_deadline_over"]);
}

#[test]
fn an_administrator_reads_the_remarks_and_takes_a_step_of_a_unit_only_when_that_is_said() {
    let home = Home::new();
    let backend = Backend::start(&home, &[]);
    let admin = backend.token_of("admin");
    let as_admin =
        |more: &[&str]| home.run(&[&["--server", backend.url.as_str(), "--token-file", admin.as_str()], more].concat());
    let file = home.file("frister.toml", PUBLISHED.replace("2024-08-23", "2024-08-24"));
    for consent in ["--dry-run", "--confirm"] {
        let told = as_admin(&["admin", "periods", "set", &file, consent]);
        let sentence = "Merk: Kommunens frist for 2024H1 er 24.08.2024, som er en lørdag, søndag eller helligdag.";
        assert!(told.code == 0 && told.out.contains(sentence), "{}{}", told.out, told.err);
    }
    let step = ["admin", "channel", "3420", "--set", "new-not-approved", "--from"];
    let before = as_admin(&["admin", "channel", "3420"]).out;
    assert_eq!(as_admin(&[&step[..], &["2023-08-07"]].concat()).code, 2, "neither --confirm nor --dry-run");
    assert_eq!(as_admin(&["admin", "channel", "3420"]).out, before, "nothing was stored");
    let done = as_admin(&[&step[..], &["2023-08-07", "--confirm"]].concat());
    assert!(done.code == 0 && done.out.contains("Enhet 3420 rapporterer nå slik."), "{}{}", done.out, done.err);
    let pilot = ["admin", "channel", "3420", "--set", "pilot", "--from", "2099-01-15", "--confirm"];
    let ahead = as_admin(&pilot);
    assert!(ahead.out.contains("Enhet 3420 rapporterer slik fra 15.01.2099."), "{}{}", ahead.out, ahead.err);
    let history = as_admin(&["admin", "channel", "3420"]).out;
    let places = ["nytt fagsystem, ikke godkjent", "pilot"].map(|step| history.find(step));
    assert!(places[0].is_some() && places[0] < places[1], "{history}");
}
