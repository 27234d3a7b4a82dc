//! The figures of the demo: drawn from real levels, and such that clean reports are clean.

use std::collections::BTreeMap;

use statsforvalter::{
    cli::demo::{Recipe, figures::Country},
    domain::form::{FilledBy, key},
    server::seed::Step,
};

use crate::{
    demo_play::{open_period, play, register, seed, unit_no},
    demo_rules::{broken, figure},
};

#[test]
fn the_same_seed_gives_the_same_history_twice() {
    let (one, other) = (seed("SFIN", Some(90)), seed("SFIN", Some(90)));
    assert_eq!(one.people, other.people);
    assert_eq!(one.channels, other.channels);
    assert_eq!(one.steps, other.steps);
}

#[test]
fn every_unit_of_the_country_has_ten_half_years_but_for_those_that_have_not_submitted() {
    let play = play("SFIN");
    let mut reports: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, period) in play.cases.keys() {
        *reports.entry(period.as_str()).or_default() += 1;
    }
    assert_eq!(reports.len(), 10, "{reports:?}");
    assert!(
        reports.iter().all(|(period, count)| *count == 370 || (*period == "2023H1" && *count > 345)),
        "{reports:?}"
    );
}

#[test]
fn the_country_adds_up_to_the_national_levels() {
    let (recipe, register) = (Recipe::embedded().expect("the recipe"), register());
    let period = register.period("2023H1").expect("the open period");
    let form = register.form(period).expect("its form");
    let units: Vec<_> = register.units(period).iter().filter(|unit| unit.reports).collect();
    let country = Country::draw(&recipe, &units).expect("figures");
    let reports: Vec<_> = units.iter().map(|unit| country.values(&unit.no, recipe.demo.periods - 1, form)).collect();
    for anchor in &recipe.national.anchors {
        let drawn: i64 = reports.iter().map(|values| figure(values, &anchor.key)).sum();
        let level = i64::from(anchor.figure);
        // Chance takes more of small and uneven levels, and some units leave some points empty.
        let often_empty = recipe.demo.blanks.iter().any(|blank| blank.keys.contains(&anchor.key));
        let slack = if anchor.zero_inflated || often_empty || level < 1_000 { 20 } else { 4 };
        assert!((drawn - level).abs() * 100 <= level * slack, "{}: {drawn}, national level {level}", anchor.key);
    }
}

#[test]
fn clean_reports_obey_every_rule_of_sums_parts_balance_and_link() {
    let play = play("SFIN");
    let innlandet: Vec<_> = play.seed.channels.iter().map(|channel| &channel.unit).collect();
    for ((unit, period), case) in &play.cases {
        if *period != open_period() || !innlandet.contains(&unit) {
            assert_eq!(broken(case.values()), Vec::<&str>::new(), "{unit} {period}");
        }
    }
}

#[test]
fn what_was_left_over_is_carried_into_the_next_half_year() {
    let play = play("SFIN");
    let periods: Vec<_> = register().periods.iter().map(|period| period.id.clone()).collect();
    for ((unit, period), case) in &play.cases {
        let before = periods.iter().position(|id| id == period).and_then(|at| periods.get(at.checked_sub(1)?));
        let Some(before) = before.and_then(|id| play.cases.get(&(unit.clone(), id.clone()))) else { continue };
        if broken(case.values()).is_empty() && *unit != unit_no("3447") {
            assert_eq!(figure(case.values(), "us_inn"), figure(before.values(), "us_ut"), "{unit} {period}");
        }
    }
}

#[test]
fn every_report_has_the_points_of_its_form_and_no_others_and_the_required_ones_are_filled() {
    let (register, seed) = (register(), &play("SFIN").seed);
    for step in &seed.steps {
        let Step::Submit { submission, .. } = step else { continue };
        let period = register.period(submission.period.as_str()).expect("a known period");
        let form = register.form(period).expect("its form");
        let asked: Vec<_> = form.points().filter(|point| point.filled_by == FilledBy::Municipality).collect();
        assert_eq!(asked.len(), submission.values.len());
        for point in asked {
            let value = submission.values.get(&point.key).unwrap_or_else(|| panic!("{} is there", point.key));
            assert!(value.is_some() || !point.required, "{} {}: {}", submission.unit, submission.period, point.code);
        }
    }
}

#[test]
fn some_points_are_empty_and_empty_is_not_zero() {
    let seed = &play("SFIN").seed;
    let values = seed.steps.iter().filter_map(|step| match step {
        Step::Submit { submission, .. } if submission.period == open_period() => Some(&submission.values),
        _ => None,
    });
    let empty = values.flat_map(|values| values.values()).filter(|value| value.is_none()).count();
    assert!((20..200).contains(&empty), "{empty}");
}

#[test]
fn breaches_are_uneven_many_units_have_none() {
    let play = play("SFIN");
    let open: Vec<_> = play.cases.iter().filter(|((_, period), _)| *period == open_period()).collect();
    let without =
        |key: &str| open.iter().filter(|(_, case)| figure(case.values(), key) == 0).count() * 100 / open.len();
    for key in [key::OVER_SIX, "meld_fristbrudd", "fost_tilsyn_brudd"] {
        assert!((40..97).contains(&without(key)), "{key}: {} % have none", without(key));
    }
    assert!(without("meld_til_us") < 5);
}

#[test]
fn extension_counts_of_earlier_reports_never_exceed_the_cases() {
    let play = play("SFIN");
    let (mut cases, mut counted) = (0, 0);
    for ((unit, period), case) in play.cases.iter().filter(|((_, period), _)| *period != open_period()) {
        assert!(!case.open, "{unit} {period} is decided");
        let (_, count, _) = case.decided.last().expect("a decision");
        let count = i64::from(count.expect("7A is required on the old channel"));
        assert!(count <= figure(case.values(), key::THREE_TO_SIX), "{unit} {period}");
        cases += figure(case.values(), key::THREE_TO_SIX);
        counted += count;
    }
    assert!((60..=80).contains(&(counted * 100 / cases)), "{counted} of {cases}");
}
