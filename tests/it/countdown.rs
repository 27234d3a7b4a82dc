//! The countdown to the office's deadline: figures worked out by hand, periods of other lengths, the head line, the page
//! and `sfv status`.

use std::{collections::BTreeMap, fmt::Write as _};

use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;
use serde_json::{Value, json};
use statsforvalter::{
    clock::Clock,
    domain::{
        burndown::{Burndown, Calendar, DayKind, Forecast, Need, Pace, Scale, Story, Turn, Urgency, burndown},
        period::Period,
        register::Register,
    },
    server::own::OwnData,
    text::{Texts, countdown, date},
};

use crate::{
    cli_support::Home,
    server_world::{ELVERUM, KEY, OTHER_KEY, REGISTER, World, approve, give_back, submission},
};

fn day(text: &str) -> Date {
    text.parse().expect("a date of the test")
}

fn scale() -> Scale {
    Scale::embedded().expect("config/overview.toml parses")
}

fn of(register: &Register, stories: &[Story], period: &Period, today: &str) -> Burndown {
    let calendar = Calendar { holidays: &register.holidays, names: &register.holiday_names };
    burndown(stories, period, day(today), calendar, &scale())
}

fn in_2023h1(stories: &[Story], today: &str) -> Burndown {
    of(&REGISTER, stories, REGISTER.period("2023H1").expect("the period of the demo"), today)
}

/// Six units: approved early, approved, returned and approved, returned, waiting, and not sent.
fn six() -> Vec<Story> {
    let story = |turns: &[(&str, Turn)]| turns.iter().map(|(date, turn)| (day(date), *turn)).collect::<Story>();
    vec![
        story(&[("2023-08-10", Turn::Received), ("2023-08-17", Turn::Approved)]),
        story(&[("2023-08-11", Turn::Received), ("2023-08-21", Turn::Approved)]),
        story(&[
            ("2023-08-18", Turn::Received),
            ("2023-08-21", Turn::Returned),
            ("2023-08-23", Turn::Received),
            ("2023-08-23", Turn::Approved),
        ]),
        story(&[("2023-08-18", Turn::Received), ("2023-08-22", Turn::Returned)]),
        story(&[("2023-08-21", Turn::Received)]),
        story(&[]),
    ]
}

#[test]
fn the_countdown_is_what_a_hand_works_out() {
    let found = in_2023h1(&six(), "2023-08-24");
    let rows: Vec<_> = found
        .days
        .iter()
        .map(|day| {
            let figures =
                day.figures.map(|is| (is.received, is.solved, is.returned, is.open, is.missing, is.remaining));
            (day.date.day(), day.kind, figures, day.solved, day.ideal, day.forecast)
        })
        .collect();
    let (work, weekend) = (DayKind::Working, DayKind::Weekend);
    assert_eq!(
        rows,
        [
            (18, work, Some((4, 1, 0, 3, 2, 5)), Some(0), 5, None),
            (19, weekend, Some((4, 1, 0, 3, 2, 5)), Some(0), 5, None),
            (20, weekend, Some((4, 1, 0, 3, 2, 5)), Some(0), 5, None),
            (21, work, Some((5, 2, 1, 2, 1, 4)), Some(1), 4, None),
            (22, work, Some((5, 2, 2, 1, 1, 4)), Some(0), 3, None),
            (23, work, Some((5, 3, 1, 1, 1, 3)), Some(1), 2, None),
            (24, work, Some((5, 3, 1, 1, 1, 3)), Some(0), 1, None),
            (25, work, None, None, 0, Some(2)),
        ]
    );
    assert_eq!((found.days_left, found.urgency, found.solved_today), (1, Urgency::Last, 0));
    assert_eq!(found.need, Need { working_days: 2, today_works: true, per_day: Some(2), today: Some(2) });
    assert_eq!(found.pace, Pace { solved: 2, days: 3 });
    assert_eq!(found.forecast, Some(Forecast { date: day("2023-08-30"), in_time: false }), "five working days");
    assert_eq!(found.finished, None);
}

#[test]
fn what_is_solved_today_is_taken_off_what_today_needs() {
    let mut stories = six();
    stories[4].push((day("2023-08-24"), Turn::Approved));
    let found = in_2023h1(&stories, "2023-08-24");
    assert_eq!((found.solved_today, found.need.per_day, found.need.today), (1, Some(2), Some(1)));
    assert_eq!(found.days.last().and_then(|day| day.forecast), Some(2), "never more than what is left");
}

#[test]
fn a_deadline_that_has_passed_goes_on_being_counted() {
    let texts = Texts::of("nb").expect("the texts of the program");
    let found = in_2023h1(&six(), "2023-08-26");
    assert_eq!((found.days_left, found.urgency, found.days.len()), (-1, Urgency::Over, 9));
    assert_eq!(countdown::days_sentence(&texts, found.days_left), "1 dag over fristen");
    assert_eq!((found.need.per_day, found.need.today), (None, None), "no working day is left to share it on");
    let period = REGISTER.period("2023H1").expect("a period");
    let sentence = countdown::sentence(&texts, period, &found);
    assert!(sentence.contains("3 er igjen: 1 venter på dere, 1 er returnert, 1 er ikke levert."), "{sentence}");
    assert!(sentence.contains("1 dag over fristen"), "{sentence}");
    let years = in_2023h1(&six(), "2026-11-22");
    assert!(years.shortened && years.days.len() == scale().most_days, "a table that would not end says so");
}

#[test]
fn no_units_everything_solved_and_nothing_begun_are_no_trouble() {
    let texts = Texts::of("nb").expect("the texts of the program");
    let period = REGISTER.period("2023H1").expect("a period");
    let say = |found: &Burndown| countdown::sentence(&texts, period, found);
    let nobody = in_2023h1(&[], "2023-08-24");
    assert_eq!((nobody.urgency, nobody.forecast, nobody.finished), (Urgency::Calm, None, None));
    assert_eq!(say(&nobody), "Ingen enheter skal levere for 1. halvår 2023.");
    let solved = vec![vec![(day("2023-08-10"), Turn::Received), (day("2023-08-22"), Turn::Approved)]];
    let all = in_2023h1(&solved, "2023-09-05");
    assert_eq!((all.urgency, all.days.len(), all.finished), (Urgency::Calm, 8, Some(day("2023-08-22"))));
    assert_eq!(say(&all), "1 av 1 rapport er løst. Den siste ble løst tirsdag 22.08; fristen er fredag 25.08.");
    let none = in_2023h1(&[vec![], vec![]], "2023-07-10");
    assert!(say(&none).contains("Ingen ble løst de siste 3 arbeidsdagene"), "{}", say(&none));
    assert!(none.days.iter().all(|day| day.figures.is_none()), "nothing is said of days to come");
    assert_eq!(none.need.per_day, Some(1));
}

#[test]
fn public_holidays_are_named_and_nobody_works_on_them() {
    let text = periods(&[("2024Q1", "2024-01-01", "2024-02-08")]);
    let register = Register::with_periods(&("test", &text)).expect("a period of the test");
    let found = of(&register, &[vec![]], &register.periods[0], "2024-03-27");
    let easter: Vec<_> =
        found.days.iter().filter(|day| day.kind == DayKind::Holiday).filter_map(|day| day.holiday.clone()).collect();
    assert_eq!(easter, ["Skjærtorsdag", "Langfredag", "2. påskedag"]);
    assert_eq!(found.need.working_days, 4, "27 March and 2 to 4 April, without Easter");
}

/// Periods with deadlines seven and eight weeks after their end, in the shape of `config/periods.toml`.
fn periods(spans: &[(&str, &str, &str)]) -> String {
    let mut text = String::new();
    for (id, from, to) in spans {
        let end = day(to);
        let (opens, unit, office) = (end + 1.day(), end + 49.days(), end + 56.days());
        let _ = write!(
            text,
            "[[period]]\nid = \"{id}\"\nname = \"{id}\"\nname_long = \"{id}\"\nfrom = \"{from}\"\nto = \"{to}\"\n\
             form = \"2023\"\nopens = \"{opens}\"\nunit_deadline = \"{unit}\"\noffice_deadline = \"{office}\"\n\
             assumed = true\n"
        );
    }
    let all = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/config/periods.toml")).unwrap();
    let (_, holidays) = all.split_once("[[holiday]]").expect("the holidays stand last");
    format!("{text}[[holiday]]{holidays}")
}

fn quarters() -> String {
    periods(&[
        ("2023Q1", "2023-01-01", "2023-03-31"),
        ("2023Q2", "2023-04-01", "2023-06-30"),
        ("2023Q3", "2023-07-01", "2023-09-30"),
        ("2023Q4", "2023-10-01", "2023-12-31"),
    ])
}

fn months() -> String {
    let spans: Vec<(String, String, String)> = (1..=12)
        .map(|month| {
            let from = jiff::civil::date(2023, month, 1);
            (format!("2023M{month:02}"), from.to_string(), from.last_of_month().to_string())
        })
        .collect();
    let spans: Vec<_> = spans.iter().map(|(id, from, to)| (id.as_str(), from.as_str(), to.as_str())).collect();
    periods(&spans)
}

#[test]
fn periods_that_are_not_in_order_are_refused_by_name() {
    let mixed = periods(&[("2023Q1", "2023-01-01", "2023-03-31"), ("2023H2", "2023-07-01", "2023-12-31")]);
    let fault = Register::with_periods(&("test", &mixed)).map(|_| ()).expect_err("H stands before Q");
    assert!(fault.to_string().contains("2023H2 must come after 2023Q1"), "{fault}");
    let twice = periods(&[("2023Q1", "2023-01-01", "2023-03-31"), ("2023Q2", "2023-03-01", "2023-06-30")]);
    assert!(Register::with_periods(&("test", &twice)).is_err(), "they overlap");
}

fn story() -> impl Strategy<Value = Vec<(i64, u8)>> {
    prop::collection::vec((0_i64..90, 0_u8..3), 0..6)
}

proptest! {
    #[test]
    fn whatever_happens_in_a_period_of_any_length_the_figures_add_up(
        stories in prop::collection::vec(story(), 0..20),
        monthly in any::<bool>(),
        place in 0_usize..4,
        today in 0_i64..150,
    ) {
        let text = if monthly { months() } else { quarters() };
        let register = Register::with_periods(&("test", &text)).expect("periods of the test");
        let period = &register.periods[place];
        let stories: Vec<Story> = stories
            .into_iter()
            .map(|mut turns| {
                turns.sort_unstable();
                let turn = |number| [Turn::Received, Turn::Returned, Turn::Approved][usize::from(number)];
                turns.into_iter().map(|(at, number)| (period.opens + at.days(), turn(number))).collect()
            })
            .collect();
        let today = (period.opens + today.days()).to_string();
        let found = of(&register, &stories, period, &today);
        let sums = found.days.iter().filter_map(|day| day.figures).chain([found.now]);
        for is in sums {
            prop_assert_eq!(is.solved + is.returned + is.open + is.missing, is.expected);
            prop_assert_eq!(is.expected as usize, stories.len());
            prop_assert_eq!(is.remaining, is.expected - is.solved);
        }
        prop_assert_eq!(found.days.first().map(|day| day.date), Some(period.unit_deadline));
        prop_assert!(found.days.len() >= 8 || found.shortened);
        prop_assert!(found.days.iter().all(|day| day.ideal as usize <= stories.len()));
        prop_assert_eq!(found.days.iter().all(|day| day.figures.is_some() == (day.date <= found.today)), true);
        let texts = Texts::of("nb").expect("the texts of the program");
        prop_assert!(!countdown::sentence(&texts, period, &found).contains('‹'));
    }
}

async fn world_of(text: String) -> World {
    World::with(|options| options.own = OwnData { periods: Some(text), ..OwnData::default() }).await
}

#[tokio::test]
async fn the_queue_its_head_and_the_countdown_work_with_quarters_and_months() {
    for (text, id) in [(quarters(), "2023Q2"), (months(), "2023M07")] {
        let world = world_of(text).await;
        let mut report = serde_json::to_value(submission("3420", "2023H1")).unwrap();
        report["period"] = json!(id);
        let (status, body) = world.post("admin", "/v1/reports", &report).await;
        let reference = format!("KHR-{id}-3420");
        assert_eq!((status, &body["reference"]), (201, &json!(reference)), "{body}");
        let (_, page) = world.get("kari", "/v1/tasks").await;
        assert_eq!((&page["rows"][0]["period"], &page["progress"]["period"]), (&json!(id), &json!(id)));
        assert_eq!(page["progress"]["expected"], 46);
        assert_eq!(world.case(&reference).await["period"]["id"], *id);
        let (status, decided) = world.decide("kari", &reference, 1, KEY, &approve()).await;
        assert_eq!(status, 200, "{decided}");
        let (status, overview) = world.get("kari", "/v1/overview").await;
        assert_eq!((status, &overview["period"]["id"]), (200, &json!(id)), "{overview}");
        assert_eq!((&overview["now"]["solved"], &overview["now"]["expected"]), (&json!(1), &json!(46)));
        let (_, page) = world.get("kari", "/v1/tasks").await;
        assert_eq!(page["progress"]["solved"], 1);
        let (status, _) = world.get("kari", "/v1/overview?period=2023H1").await;
        assert_eq!(status, 422, "there is no half-year here");
    }
}

#[tokio::test]
async fn the_overview_counts_what_holds_and_only_for_an_office() {
    let world = World::new().await;
    for (at, unit) in ["3420", "3403", "3405"].into_iter().enumerate() {
        assert_eq!(world.submit(unit).await.0, 201);
        world.pass(i64::try_from(at).unwrap());
    }
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.decide("kari", "KHR-2023H1-3403", 1, OTHER_KEY, &give_back()).await;
    let now = async || world.get("kari", "/v1/overview").await.1["now"].clone();
    let figures = json!({
        "expected": 46, "received": 3, "solved": 1, "returned": 1, "open": 1, "missing": 43, "remaining": 45
    });
    assert_eq!(now().await, figures);
    assert_eq!(world.post("kari", &format!("/v1/tasks/{ELVERUM}/undo"), &json!({})).await.0, 200);
    assert_eq!((&now().await["solved"], &now().await["open"]), (&json!(0), &json!(2)), "what was undone never was");
    let (_, page) = world.get("kari", "/v1/tasks").await;
    assert_eq!((&page["progress"]["solved"], &page["progress"]["expected"]), (&json!(0), &json!(46)));
    for (who, status) in
        [("leser", 200), ("leder", 200), ("oslo", 200), ("elverum", 403), ("bufdir", 403), ("admin", 403), ("", 401)]
    {
        assert_eq!(world.get(who, "/v1/overview").await.0, status, "{who}");
    }
    let (_, oslo) = world.get("oslo", "/v1/overview").await;
    assert_eq!((&oslo["now"]["expected"], &oslo["now"]["received"]), (&json!(66), &json!(0)), "another office");
    let (_, page) = world.get("elverum", "/v1/tasks").await;
    assert_eq!(page["progress"], Value::Null, "a municipality has no office's deadline");
}

#[tokio::test]
async fn before_any_period_is_over_there_is_nothing_to_count_down_to() {
    let world = World::with(|options| options.clock = Clock::manual("2018-02-01T08:00:00Z".parse().unwrap())).await;
    assert_eq!(world.get("kari", "/v1/overview").await.0, 404);
    let (status, page) = world.get("kari", "/v1/tasks").await;
    assert_eq!((status, &page["progress"]), (200, &Value::Null));
}

#[test]
fn the_status_of_2023h1_has_exactly_eight_days_as_json() {
    let home = Home::new();
    let run = home.demo(&["--now", "2023-08-24T10:42", "status", "--json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let status = run.json();
    let days: Vec<&str> =
        status["days"].as_array().expect("days").iter().filter_map(|day| day["date"].as_str()).collect();
    assert_eq!(days.len(), 8);
    assert_eq!((days[0], days[7]), ("2023-08-18", "2023-08-25"));
    assert_eq!(status["schema"], "sfv.status/1");
    let numbers: BTreeMap<&str, u64> =
        ["open", "clean", "with_findings", "corrected", "access", "missing", "solved", "expected"]
            .into_iter()
            .map(|name| (name, status[name].as_u64().expect(name)))
            .collect();
    let counts = &status["counts"];
    assert_eq!(json!(numbers["open"]), counts["all"]);
    assert_eq!(numbers["clean"] + numbers["with_findings"] + numbers["access"], numbers["open"]);
    let now = &status["now"];
    assert_eq!(json!(numbers["expected"] - numbers["solved"]), now["remaining"]);
    assert_eq!((&status["days_left"], &status["deadline"]), (&json!(1), &json!("2023-08-25")));
}

#[test]
fn the_status_is_one_line_for_a_prompt_and_ends_as_the_contract_says() {
    let home = Home::new();
    let line = |now: &str| home.demo(&["--now", now, "status", "--oneline"]).out;
    assert_eq!(line("2023-08-24T10:42"), "2023H1 frist 25.08 1 d · 34 åpne · 13 med funn · 2 ikke levert\n");
    assert!(line("2023-08-25T10:42").starts_with("2023H1 frist 25.08 i dag · "), "{}", line("2023-08-25T10:42"));
    assert!(line("2023-08-26T10:42").starts_with("2023H1 frist 25.08 1 d over · "), "{}", line("2023-08-26T10:42"));
    assert_eq!(home.demo(&["status", "--period", "1999H1"]).code, 65);
    assert_eq!(home.run(&["--server", "http://127.0.0.1:9", "status", "--oneline"]).code, 69);
    assert_eq!(home.run(&["status", "--tull"]).code, 2);
}

fn shown(keys: &str, size: &str, now: &str) -> String {
    let home = Home::new();
    let run = home.run(&["replay", "--demo", "--now", now, "--keys", keys, "--size", size, "--dump"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn the_head_of_the_queue_says_the_deadline_in_words_and_what_is_needed_today() {
    for (now, words) in [
        ("2023-08-24T10:42", "1 dag igjen, haster"),
        ("2023-08-26T10:42", "1 dag over fristen"),
        ("2023-08-25T10:42", "fristen er i dag, haster"),
    ] {
        let screen = shown("", "160x45", now);
        let head = screen.lines().nth(1).unwrap_or_default();
        assert!(head.contains(words) && head.contains("løst 13 av 45"), "{now}: {head}");
    }
    let tight = shown("", "80x24", "2023-08-24T10:42");
    assert!(tight.contains("1 dag igjen, haster · løst 13/45, trenger 16 i dag"), "{tight}");
    assert!(shown("", "40x20", "2023-08-24T10:42").contains("1 dag igjen, haster"));
}

#[test]
fn the_countdown_is_a_sentence_a_plot_and_a_table_and_without_room_a_sentence_a_day() {
    let wide = shown("d", "160x45", "2023-08-24T10:42");
    for words in
        ["13 av 45 rapporter er løst. 32 er igjen:", "# igjen", "lørdag 19.08", "helg", "i dag", "frist", "ETTER"]
    {
        assert!(wide.contains(words), "{words}\n{wide}");
    }
    assert_eq!(wide.lines().filter(|line| line.contains("dag 2") && line.contains("  ")).count(), 6, "{wide}");
    let narrow = shown("d<PageDown>", "40x20", "2023-08-24T10:42");
    assert!(!narrow.contains('#') && narrow.contains("søndag 20.08 (helg): løst 0, i alt"), "{narrow}");
    assert!(shown("d<Esc>", "80x24", "2023-08-24T10:42").contains("REFERANSE"), "and back");
}

#[test]
fn a_deadline_that_nobody_has_published_is_marked_as_assumed() {
    let home = Home::new();
    let run = home.demo(&["--now", "2024-02-20T09:00", "status", "--oneline"]);
    assert!(run.out.starts_with("2023H2 frist 26.02 (antatt) 6 d"), "{}", run.out);
    assert_eq!(date::short_day(day("2024-02-26")), "26.02");
}
