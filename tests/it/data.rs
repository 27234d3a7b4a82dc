//! The reference data of `config/` against the tables it was made from, and against the rules it says it follows.
//!
//! The tables lie beside the project where the project is developed; where they do not, those tests say that they were
//! left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use jiff::{ToSpan, civil::Date, civil::Weekday};
use serde::Serialize;
use statsforvalter::domain::{
    form::{Form, Point},
    office::OfficeId,
    register::Register,
    unit::Unit,
};

use crate::demo_play;

/// A row of a table, by the names of its columns.
type Row = BTreeMap<String, String>;

#[test]
fn all_reference_data_parses() {
    let register = register();
    assert_eq!((register.forms.len(), register.offices.len()), (2, 10));
    assert!(register.periods.len() >= 16 && !register.holidays.is_empty());
}

#[test]
fn the_forms_are_the_table_of_points_row_by_row() {
    let Some(rows) = table("form_points.csv") else { return };
    let keys: BTreeMap<&str, &str> = rows.iter().map(|row| (cell(row, "point"), cell(row, "key"))).collect();
    let register = register();
    for (form, law) in register.forms.iter().zip(["law_old", "law_new"]) {
        let asked = |row: &&Row| form.version == "2022" || cell(row, "status_2023") != "removed_2023";
        let rows: Vec<&Row> = rows.iter().filter(asked).collect();
        let codes: Vec<&str> = form.points().map(|point| point.code.as_str()).collect();
        assert_eq!(codes, rows.iter().map(|row| cell(row, "point")).collect::<Vec<_>>(), "{}", form.version);
        for (point, row) in form.points().zip(rows) {
            check_point(form, point, row, law, &keys);
        }
    }
}

/// Holds a point against its row. The source is told in other words on the screen; the label says what the office is
/// called today, and keeps the source's wording beside it.
fn check_point(form: &Form, point: &Point, row: &Row, law: &str, keys: &BTreeMap<&str, &str>) {
    let key_of = |column: &str| keys.get(cell(row, column)).copied().unwrap_or_default();
    let by = match cell(row, "filled_by") {
        "kommune" => "municipality",
        "statsforvalter" => "office",
        other => other,
    };
    let status = cell(row, "status_2023").split(" (").next().unwrap_or_default();
    let wording = point.seed_label.as_ref().unwrap_or(&point.label);
    let ours = [
        point.key.as_str(),
        wording,
        &wire(&point.kind),
        &wire(&point.filled_by),
        &wire(&point.measure),
        point.sums_to.as_deref().unwrap_or_default(),
        point.at_most.as_deref().unwrap_or_default(),
        point.law.as_deref().unwrap_or_default(),
        &wire(&point.confidence),
        &point.status,
    ];
    let theirs = [
        cell(row, "key"),
        cell(row, "label_nb"),
        cell(row, "kind"),
        by,
        cell(row, "measure"),
        key_of("parent_sum"),
        key_of("at_most"),
        cell(row, law),
        cell(row, "confidence"),
        status,
    ];
    assert_eq!(ours, theirs, "{} {}", form.version, point.code);
    let section = form.sections.iter().find(|section| section.points.contains(point)).expect("a section has it");
    let code = format!("{}{}", section.no, cell(row, "letter"));
    assert_eq!((section.title.as_str(), &point.code), (cell(row, "section"), &code));
}

#[test]
fn a_point_is_required_when_the_municipality_fills_it_and_a_source_shows_it_in_the_form() {
    for form in &register().forms {
        for point in form.points() {
            let required = point.status == "in_form" && wire(&point.filled_by) == "municipality";
            assert_eq!(point.required, required, "{} {}", form.version, point.code);
        }
    }
}

#[test]
fn every_source_is_told_in_norwegian_words() {
    for form in &register().forms {
        for point in form.points() {
            let jargon = ["seed", "KHR cube", "register code", "law", "github", "/"];
            let found = jargon.iter().find(|word| point.source.contains(*word));
            assert_eq!(found, None, "{} {}: {}", form.version, point.code, point.source);
        }
    }
}

#[test]
fn the_units_are_those_of_the_tables_of_both_years() {
    let (Some(offices), register) = (table("offices.csv"), register()) else { return };
    for year in [2023_i16, 2024] {
        let Some(rows) = table(&format!("reporting_units_{year}.csv")) else { return };
        let units: BTreeMap<&str, &Unit> = units(&register, year).iter().map(|unit| (unit.no.as_str(), unit)).collect();
        assert_eq!(units.len(), rows.len(), "{year}");
        for row in &rows {
            let no = cell(row, "unit_no");
            let unit = units.get(no).unwrap_or_else(|| panic!("{year}: {no} is missing"));
            let name = cell(row, "name");
            assert!(unit.name == name || unit.also.as_deref() == Some(name), "{no}: {name}");
            let office = offices.iter().find(|office| cell(office, &format!("name_{year}")) == cell(row, "office"));
            let office = office.map(|office| OfficeId(cell(office, "office_id").to_owned()));
            let known = (wire(&unit.kind), unit.county_no.as_str(), unit.county.as_str(), Some(&unit.office));
            let told = (cell(row, "kind").to_owned(), cell(row, "county_no"), cell(row, "county"), office.as_ref());
            assert_eq!(known, told, "{year}: {no}");
        }
    }
}

#[test]
fn the_numbers_that_changed_in_2024_are_those_of_the_table() {
    let Some(rows) = table("unit_crosswalk_2023_2024.csv") else { return };
    let changed = |rows: &[Row], [old, new]: [&str; 2]| -> BTreeSet<(String, String)> {
        let pairs = rows.iter().map(|row| (cell(row, old).to_owned(), cell(row, new).to_owned()));
        pairs.filter(|(old, new)| old != new).collect()
    };
    let ours = read(&own("config/units/crosswalk_2023_2024.csv"));
    assert_eq!(changed(&ours, ["unit_2023", "unit_2024"]), changed(&rows, ["unit_no_2023", "unit_no_2024"]));
}

#[test]
fn the_children_and_the_written_languages_are_those_of_the_tables() {
    let (Some(people), Some(languages)) = (table("population_0_17.csv"), table("unit_language.csv")) else { return };
    let people: BTreeMap<[&str; 3], &Row> =
        people.iter().map(|row| (["border", "unit_no", "year"].map(|column| cell(row, column)), row)).collect();
    for row in &read(&own("config/units/children.csv")) {
        let place = ["border", "unit_no", "year"].map(|column| cell(row, column));
        let told = people.get(&place).unwrap_or_else(|| panic!("{place:?} is in no table"));
        assert_eq!(cell(row, "children_0_17"), cell(told, "pop_0_17"), "{place:?}");
        assert_eq!(cell(row, "youth_18_24"), cell(told, "pop_18_24"), "{place:?}");
    }
    let told =
        |row: &Row, language: &str| ["unit_no", language, "confidence"].map(|column| cell(row, column).to_owned());
    let ours: BTreeSet<_> = read(&own("config/units/language.csv")).iter().map(|row| told(row, "language")).collect();
    assert_eq!(ours, languages.iter().map(|row| told(row, "written_language")).collect());
}

#[test]
fn the_offices_are_those_of_the_table() {
    let Some(rows) = table("offices.csv") else { return };
    let register = register();
    assert_eq!(register.offices.len(), rows.len());
    for row in &rows {
        let id = OfficeId(cell(row, "office_id").to_owned());
        let office = register.office(&id).unwrap_or_else(|| panic!("{id} is missing"));
        let ours = [&office.org_no, &office.name_2023, &office.name_2024, &wire(&office.language), &office.name_en];
        let theirs = ["org_no", "name_2023", "name_2024", "language", "name_en"].map(|column| cell(row, column));
        assert_eq!(ours, theirs, "{id}");
        let numbers = |column: &str| -> Vec<String> {
            cell(row, column).split(';').filter_map(|county| county.split(' ').next()).map(str::to_owned).collect()
        };
        assert_eq!(office.counties_2023, numbers("counties_2023"), "{id}");
        assert_eq!(office.counties_2024, numbers("counties_2024"), "{id}");
    }
}

#[test]
fn the_dates_of_every_period_follow_the_stated_rule_and_the_published_ones_agree_with_it() {
    let register = register();
    let free: BTreeSet<Date> = register.holidays.iter().copied().collect();
    let working = |day: Date| {
        let mut days = day.series(1.day());
        days.find(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !free.contains(day))
    };
    for period in &register.periods {
        assert_eq!(Some(period.opens), working(period.to + 1.day()), "{}", period.id);
        assert_eq!(Some(period.unit_deadline), working(period.to + 49.days()), "{}", period.id);
        assert_eq!(Some(period.office_deadline), working(period.to + 56.days()), "{}", period.id);
        assert!(register.form(period).is_some(), "{} has a form", period.id);
    }
    let first = register.period("2023H1").expect("the period of the demo");
    let published = [first.opens, first.unit_deadline, first.office_deadline].map(|day| day.to_string());
    assert_eq!(published, ["2023-07-03", "2023-08-18", "2023-08-25"]);
}

#[test]
fn one_half_year_follows_the_other_without_a_gap() {
    let register = register();
    for pair in register.periods.windows(2) {
        let [before, after] = pair else { continue };
        assert_eq!(after.from, before.to + 1.day(), "{}", after.id);
        assert_eq!(after.previous.as_ref(), Some(&before.id));
    }
}

#[test]
fn nobody_in_the_demo_has_an_address_or_a_number_that_somebody_could_have() {
    let told = serde_json::to_string(&demo_people()).expect("plain data");
    for word in told.split(['"', ' ', ',', '<', '>', '«', '»']).filter(|word| word.contains('@')) {
        assert!(word.trim_end_matches('.').ends_with(".example"), "{word}");
    }
    for phone in demo_people().iter().map(|(_, phone)| phone) {
        let last = phone.strip_prefix("000 00 ").unwrap_or_else(|| panic!("{phone}"));
        assert!(last.len() == 3 && last.chars().all(|digit| digit.is_ascii_digit()), "{phone}");
    }
    let recipe = fs::read_to_string(own("config/demo.toml")).expect("config/demo.toml is there");
    for word in recipe.split(['"', ' ', '<', '>']).filter(|word| word.contains('@')) {
        assert!(word.ends_with(".example") || word.contains('{'), "{word}");
    }
}

/// The address and the telephone of everybody in the demo who sent or applied for something.
fn demo_people() -> Vec<(String, String)> {
    let play = demo_play::play("SFIN");
    let senders = play.cases.values().flat_map(|case| case.versions.iter().map(|(_, sent)| &sent.submitter));
    let senders = senders.map(|person| (person.email.clone(), person.phone.clone()));
    let applicants = play.requests.values().map(|(_, asked, _)| (asked.email.clone(), asked.phone.clone()));
    senders.chain(applicants).collect()
}

fn register() -> Register {
    Register::embedded().expect("the reference data in config/ parses")
}

fn units(register: &Register, year: i16) -> &[Unit] {
    let period = register
        .periods
        .iter()
        .find(|period| register.borders_of(period).year() == year)
        .expect("a period of the year");
    register.units(period)
}

/// How a member of an enum is named in the files.
fn wire(member: &impl Serialize) -> String {
    serde_json::to_value(member).ok().and_then(|value| value.as_str().map(str::to_owned)).expect("a plain member")
}

fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).unwrap_or_else(|| panic!("no column {column}: {row:?}"))
}

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A table beside the project, or None with a word about it where there is none.
fn table(name: &str) -> Option<Vec<Row>> {
    let path = own("../shared/data").join(name);
    if path.is_file() {
        return Some(read(&path));
    }
    println!("left out: {} is not there", path.display());
    None
}

fn read(path: &Path) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).expect("a table can be read");
    reader.deserialize().collect::<Result<_, _>>().expect("a table is a CSV file")
}
