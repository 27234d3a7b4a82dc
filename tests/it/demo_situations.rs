//! What a reviewer meets in the demo: every situation is there, every planted fault is real, in every office.

use std::collections::HashSet;

use statsforvalter::{
    domain::{
        decision::DecisionKind,
        form::key,
        office::OfficeId,
        person::Role,
        unit::{Channel, Language},
    },
    server::seed::Step,
    text::clean,
};

use crate::{
    demo_play::{Play, open_period, play, register, unit_no},
    demo_rules::{broken, figure, per_cent_the_same},
};

/// The open reports of an office in the order of the queue.
fn queue(play: &Play, office: &str) -> Vec<String> {
    let register = register();
    let period = register.period("2023H1").expect("the open period");
    let mut open: Vec<_> = register
        .office_units(&OfficeId(office.to_owned()), period)
        .filter_map(|unit| play.case(unit.no.as_str()).filter(|case| case.open).map(|case| (case, unit)))
        .map(|(case, unit)| (case.versions.last().map(|(at, _)| *at), unit.no.to_string()))
        .collect();
    open.sort();
    open.into_iter().map(|(_, unit)| unit).collect()
}

fn channel(play: &Play, unit: &str) -> Channel {
    let known = play.seed.channels.iter().find(|channel| channel.unit == unit_no(unit));
    known.map_or(Channel::FormOld, |channel| channel.channel)
}

fn check(play: &Play, unit: &str, rules: &[&str]) {
    let case = play.case(unit).unwrap_or_else(|| panic!("{unit} has a report"));
    assert_eq!(broken(case.values()), rules, "{unit}");
}

#[test]
fn the_first_task_of_every_office_is_clean_and_takes_a_count_of_two() {
    for office in &register().offices {
        let play = play(office.id.as_str());
        let queue = queue(play, office.id.as_str());
        let values = play.case(&queue[0]).expect("the first").values();
        assert_eq!(channel(play, &queue[0]), Channel::FormOld, "{}", office.id);
        assert!((4..=9).contains(&figure(values, key::THREE_TO_SIX)), "{}", office.id);
        assert_eq!(figure(values, key::OVER_SIX), 0, "{}", office.id);
        check(play, &queue[0], &[]);
        check(play, &queue[1], &[]);
        assert_eq!(channel(play, &queue[1]), Channel::FormNew, "{}", office.id);
        check(play, &queue[2], &["K12"]);
    }
}

#[test]
fn the_queue_of_innlandet_holds_28_reports_two_in_three_of_them_clean() {
    let play = play("SFIN");
    let queue = queue(play, "SFIN");
    assert_eq!(queue.len(), 28);
    assert_eq!(queue[..7], ["3420", "3446", "3403", "3413", "3405", "3453", "3411"]);
    let unusual = ["3443", "3405", "3447"];
    let in_order = |unit: &&String| {
        broken(play.case(unit).expect("a report").values()).is_empty() && !unusual.contains(&unit.as_str())
    };
    assert_eq!(queue.iter().filter(in_order).count(), 18);
}

#[test]
fn every_planted_fault_is_really_there() {
    let play = play("SFIN");
    check(play, "3403", &["K12"]);
    check(play, "3401", &["K10"]);
    check(play, "3427", &["K14"]);
    check(play, "3421", &["K21"]);
    check(play, "3453", &["K22"]);
    check(play, "3407", &["K12", "K22"]);
    check(play, "3417", &["K11"]);
    check(play, "3431", &["K13"]);
    assert!(broken(play.case("3442").expect("swapped").values()).contains(&"K41"));
}

#[test]
fn the_unusual_reports_are_unusual_against_last_year_or_last_period() {
    let play = play("SFIN");
    let (now, then) = (play.values("3443", "2023H1"), play.values("3443", "2022H1"));
    assert!(figure(now, "fost_tilsyn_i_alt") >= 5 * figure(then, "fost_tilsyn_i_alt").max(5), "ten times");
    let (now, then) = (play.values("3405", "2023H1"), play.values("3405", "2022H1"));
    assert!(figure(now, "meld_i_alt") * 10 >= figure(then, "meld_i_alt") * 13, "more messages");
    for unit in play.seed.channels.iter().map(|channel| channel.unit.as_str()) {
        let Some(case) = play.case(unit) else { continue };
        let same = per_cent_the_same(case.values(), play.values(unit, "2022H2"));
        assert_eq!(same >= 80, unit == "3447", "{unit}: {same} %");
    }
}

#[test]
fn in_an_open_report_no_figure_of_five_or_more_falls_to_nothing() {
    let play = play("SFIN");
    for unit in queue(play, "SFIN") {
        let before = play.values(&unit, "2022H2");
        let fallen = |(key, value): &(&String, &Option<u32>)| value.unwrap_or(0) == 0 && figure(before, key) >= 5;
        let values = play.case(&unit).expect("a report").values();
        assert_eq!(values.iter().find(fallen), None, "{unit}");
    }
}

#[test]
fn corrected_reports_were_asked_about_and_answered_wholly_or_partly() {
    let play = play("SFIN");
    for (unit, versions) in [("3407", 2), ("3416", 2), ("3436", 2), ("3428", 3), ("3438", 2)] {
        let case = play.case(unit).expect("a report");
        assert_eq!(case.versions.len(), versions, "{unit}");
        let first = broken(&case.versions[0].1.values);
        assert!(first.len() > broken(case.values()).len(), "{unit}: {first:?}");
        let comment = case.decided[0].2.as_deref().expect("a comment");
        assert!(!comment.contains('{') && comment.chars().any(|letter| letter.is_ascii_digit()), "{comment}");
    }
    for unit in ["3416", "3436", "3428", "3438"] {
        check(play, unit, &[]);
    }
}

#[test]
fn two_reports_wait_for_the_municipality_two_have_not_come_and_one_is_late() {
    let play = play("SFIN");
    let register = register();
    let period = register.period("2023H1").expect("the open period");
    let (mut returned, mut missing, mut solved) = (vec![], vec![], 0);
    let office = OfficeId("SFIN".to_owned());
    for unit in register.office_units(&office, period) {
        match play.case(unit.no.as_str()) {
            None => missing.push(unit.no.as_str()),
            Some(case) if case.open => {}
            Some(case) if case.decided.last().is_some_and(|(kind, ..)| *kind == DecisionKind::Return) => {
                returned.push((unit.no.as_str(), case.decided.last().and_then(|(.., text)| text.clone())));
            }
            Some(_) => solved += 1,
        }
    }
    assert_eq!(missing, ["3434", "3450", "3454"], "Lom reports to the register, Etnedal and Vang have not come");
    assert_eq!(channel(play, "3434"), Channel::Register);
    assert_eq!((returned.len(), solved), (2, 13));
    assert!(returned.iter().any(|(_, text)| {
        ['æ', 'ø', 'å'].iter().all(|letter| text.as_ref().is_some_and(|text| text.contains(*letter)))
    }));
    let (late, _) = &play.case("3451").expect("Nord-Aurdal").versions[0];
    assert!(statsforvalter::text::date::day_of(*late) > period.unit_deadline);
}

#[test]
fn every_channel_occurs_and_a_report_is_computed_from_the_register() {
    let play = play("SFIN");
    let count = |wanted| play.seed.channels.iter().filter(|channel| channel.channel == wanted).count();
    assert_eq!((count(Channel::FormOld), count(Channel::FormNew), count(Channel::Register)), (40, 4, 2));
    let computed = play.case("3440").expect("Øyer");
    assert!(computed.open && channel(play, "3440") == Channel::Register);
    for ((unit, period), case) in play.cases.iter().filter(|((_, period), _)| *period == open_period()) {
        for (kind, count, _) in &case.decided {
            let asked = *kind == DecisionKind::Approve && channel(play, unit.as_str()) == Channel::FormOld;
            assert_eq!(count.is_some(), asked, "{unit} {period}");
        }
    }
}

#[test]
fn a_nynorsk_unit_has_an_error_and_two_units_have_no_long_cases_at_all() {
    let play = play("SFIN");
    let register = register();
    let period = register.period("2023H1").expect("the open period");
    let nynorsk = register.unit(&unit_no("3453"), period).expect("Øystre Slidre");
    assert_eq!(nynorsk.language.value, Language::Nn);
    for unit in ["3412", "3435"] {
        assert_eq!(figure(play.case(unit).expect("a report").values(), key::THREE_TO_SIX), 0);
    }
}

#[test]
fn hostile_text_is_hostile_and_harmless_after_cleaning() {
    let play = play("SFIN");
    let (_, report) = &play.case("3441").expect("Gausdal").versions[0];
    let texts: Vec<&String> = report.remarks.values().chain([&report.submitter.name]).collect();
    assert!(texts.iter().all(|text| clean::prose(text) != **text), "there is something to clean");
    assert!(texts.iter().any(|text| text.contains('\u{1b}')) && texts.iter().any(|text| text.contains('\u{202e}')));
    for text in texts {
        assert!(!clean::line(text).chars().any(|letter| letter.is_control() || letter == '\u{202e}'), "{text:?}");
    }
}

#[test]
fn a_colleague_has_a_draft() {
    let drafts = play("SFIN").seed.steps.iter().filter_map(|step| match step {
        Step::Draft { person, reference, .. } => Some((person.as_str(), reference.as_str())),
        _ => None,
    });
    let drafts: Vec<_> = drafts.collect();
    assert_eq!(drafts, [("reviewer-2", "KHR-2023H1-3414")]);
}

#[test]
fn every_office_has_its_people_its_history_in_the_order_of_time_and_open_tasks() {
    for office in &register().offices {
        let play = play(office.id.as_str());
        let times: Vec<_> = play.seed.steps.iter().map(statsforvalter::cli::demo::moment).collect();
        assert!(times.is_sorted(), "{}", office.id);
        assert!(queue(play, office.id.as_str()).len() >= 12, "{}", office.id);
        let people = &play.seed.people;
        let own = |role| {
            people
                .iter()
                .filter(|(person, _)| person.role == role && person.office.as_ref() == Some(&office.id))
                .count()
        };
        assert_eq!((own(Role::Reviewer), own(Role::Leader), own(Role::Reader)), (2, 1, 1), "{}", office.id);
        let (reporter, _) = people.iter().find(|(person, _)| person.role == Role::Municipality).expect("a reporter");
        let unit = reporter.unit.as_ref().expect("a reporter's unit");
        assert!(play.case(unit.as_str()).is_some_and(|case| !case.open), "{}: waits for the reporter", office.id);
        let known: HashSet<&str> = people.iter().map(|(person, _)| person.id.as_str()).collect();
        assert_eq!(known.len(), people.len());
        assert!(play.seed.steps.iter().all(|step| match step {
            Step::Decide { person, .. } | Step::Draft { person, .. } => known.contains(person.as_str()),
            Step::Submit { .. } | Step::Apply { .. } | Step::Remind { .. } | Step::Extend { .. } => true,
        }));
    }
}

#[test]
fn an_office_that_does_not_exist_is_refused() {
    let recipe = statsforvalter::cli::demo::Recipe::embedded().expect("the recipe");
    let wanted = statsforvalter::cli::demo::Wanted { office: OfficeId("SFXX".to_owned()), tasks: None };
    assert!(statsforvalter::cli::demo::history(&recipe, register(), &wanted, &|_| String::new()).is_err());
}
