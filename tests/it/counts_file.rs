//! Tables of extension counts: what fits, what is told of every other row, and that no file stops the reader.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use statsforvalter::{
    checks::counts::{CountTables, Matched},
    domain::{
        counts::{CountCase, CountFault},
        note::Note,
        period::PeriodId,
        refusal::{FileFault, Refusal},
        report::Reference,
        task::State,
        unit::ExtensionRule,
    },
};

use crate::server_world::REGISTER;

/// A report of the open period with three to six cases of 3–6 months.
fn case(unit: &str, name: &str, rule: ExtensionRule, state: State) -> CountCase {
    let (period, unit) = (PeriodId("2023H1".to_owned()), unit.parse().unwrap());
    CountCase {
        reference: Reference::report(&period, &unit),
        unit,
        unit_name: name.to_owned(),
        period,
        version: 1,
        state,
        three_to_six: Some(4),
        over_six: Some(0),
        ended: Some(20),
        rule,
        why: None,
        letter: None,
    }
}

fn cases() -> Vec<CountCase> {
    use ExtensionRule::{Forbidden, Optional, Required};
    vec![
        case("3420", "Elverum", Required, State::Open),
        case("3407", "Gjøvik", Required, State::Open),
        case("0301", "Oslo", Optional, State::Open),
        case("3440", "Øyer", Forbidden, State::Open),
        case("3411", "Ringsaker", Required, State::Approved),
        case("3419", "Våler", Required, State::Open),
    ]
}

fn read(table: impl AsRef<[u8]>) -> Result<Matched, Refusal> {
    CountTables::embedded().expect("the file parses").read(table.as_ref(), &REGISTER, &cases())
}

fn counts(matched: &Matched) -> Vec<(&str, u32)> {
    matched.fitting.iter().map(|fitting| (fitting.unit.as_str(), fitting.count)).collect()
}

#[test]
fn the_same_table_is_read_in_every_form_that_spreadsheets_write_it() {
    let forms: [&[u8]; 9] = [
        b"3420;2\n3407;0\n",
        b"enhet;antall\r\n3420;2\r\nGj\xc3\xb8vik;0",
        b"\xef\xbb\xbfunit,count\n3420,2\nGJ\xc3\x98VIK,0\n\n",
        b"Kommunenummer\tNavn\tAntall\n3420\tElverum\t2\n3407\tGj\xc3\xb8vik\t0\n",
        b"antall;enhet\n2;Elverum (3420)\n0; gjovik ",
        b"Enhet;Antall\r3420;\"2\"\r\"Gj\xf8vik\";0\r",
        b"Elverum;2;;\n;;;\n3407;0;;",
        b"KHR-2023H1-3420;2\nkhr-2023h1-3407;0",
        b"\n\n3420\t2\n3407\t0",
    ];
    for form in forms {
        let shown = String::from_utf8_lossy(form);
        let matched = read(form).unwrap_or_else(|refusal| panic!("{shown}: {refusal:?}"));
        assert_eq!(counts(&matched), [("3420", 2), ("3407", 0)], "{shown}");
        assert_eq!((matched.refused(), matched.rows), (0, 2), "{shown}");
    }
    let latin = read(b"Gj\xf8vik;1").expect("a table");
    assert_eq!(latin.notes, [Note::LatinAssumed]);
}

#[test]
fn what_is_wrong_with_a_row_is_told_with_its_line_and_no_such_row_fits() {
    let table =
        "enhet;antall\n3420;2\nSkogby;1\n9999;1\n3403;1\n3440;1\n3411;1\n3407;5\nVåler;to\nOslo;\n1;2;3\nOslo;-1";
    let matched = read(table).expect("a table");
    assert_eq!(counts(&matched), [("3420", 2)]);
    let told: Vec<(u32, CountFault)> =
        matched.problems.iter().map(|problem| (problem.line, CountFault::of(&problem.why))).collect();
    assert_eq!(
        told,
        [
            (3, CountFault::UnknownUnit),
            (4, CountFault::UnknownUnit),
            (5, CountFault::NotListed),
            (6, CountFault::Forbidden),
            (7, CountFault::Solved),
            (8, CountFault::OutOfRange),
            (9, CountFault::NotWhole),
            (10, CountFault::Twice),
            (11, CountFault::UnknownUnit),
        ]
    );
    assert_eq!(matched.refused() + 1, matched.rows, "every row is told of, one way or the other");
    let missing = read("3420;\n3407;1,5").expect("a table");
    assert_eq!(missing.faults.keys().copied().collect::<Vec<_>>(), [CountFault::NotWhole, CountFault::Missing]);
}

#[test]
fn a_unit_that_stands_twice_is_taken_from_none_of_its_rows_and_all_of_them_are_named() {
    let matched = read("3420;2\n3407;1\nElverum;2\n\n3420;3").expect("a table");
    assert_eq!(counts(&matched), [("3407", 1)]);
    assert_eq!(matched.problems[0].why, Refusal::UnitTwice { lines: "1, 3, 5".to_owned() });
    assert_eq!(matched.faults[&CountFault::Twice], 3);
}

#[test]
fn a_leading_zero_that_a_spreadsheet_lost_is_put_back_and_told() {
    let matched = read("301;1").expect("a table");
    assert_eq!(counts(&matched), [("0301", 1)]);
    assert_eq!(matched.notes, [Note::ZeroPutBack { given: "301".to_owned(), taken: "0301".to_owned() }]);
}

#[test]
fn a_name_that_several_units_of_the_list_have_is_never_guessed() {
    let mut two = cases();
    two.push(case("3018", "Våler", ExtensionRule::Required, State::Open));
    let tables = CountTables::embedded().expect("the file parses");
    let matched = tables.read("Våler;1\n3018;2".as_bytes(), &REGISTER, &two).expect("a table");
    assert_eq!(counts(&matched), [("3018", 2)]);
    let units = "3018, 3419".to_owned();
    assert_eq!(matched.problems[0].why, Refusal::AmbiguousUnit { given: "Våler".to_owned(), units });
    // Where only one of them is in the list, it is the one that is meant.
    assert_eq!(counts(&read("Våler;1").expect("a table")), [("3419", 1)]);
}

#[test]
fn a_file_that_is_no_table_is_refused_whole_and_says_why() {
    let whole = |table: &[u8]| match read(table) {
        Err(Refusal::BadFile { fault, .. }) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(whole(b""), FileFault::Empty);
    assert_eq!(whole(b"\n ;; \n"), FileFault::Empty);
    assert_eq!(whole(b"enhet;antall\n"), FileFault::Empty);
    assert_eq!(whole(b"\xff\xfe3\x004\x00"), FileFault::Utf16);
    assert_eq!(whole(b"PK\x03\x04\x00\x00"), FileFault::Binary);
    assert_eq!(whole(b"enhet;navn\n3420;x"), FileFault::MissingColumn { column: "antall".to_owned() });
    assert_eq!(whole(b"navn;antall\nx;1"), FileFault::MissingColumn { column: "enhet".to_owned() });
}

#[test]
fn a_million_lines_are_one_clear_sentence_and_the_largest_file_is_read_in_a_moment() {
    let began = Instant::now();
    let million = "3420;1\n".repeat(1_000_000);
    assert_eq!(read(&million), Err(Refusal::BadFile { line: None, fault: FileFault::TooLarge { limit: 1 << 20 } }));
    for (row, faults) in [("\";\n", 1), ("3420;1\n", 1), ("301;9\n", 1), (";", 0), ("\n", 0)] {
        let largest = row.repeat((1 << 20) / row.len());
        match read(&largest) {
            Ok(matched) => {
                assert_eq!(matched.faults.len(), faults, "{row:?}");
                assert!(matched.problems.len() <= 200 && matched.notes.len() <= 200, "{row:?}");
                assert_eq!(matched.refused(), matched.rows, "{row:?}");
            }
            Err(refusal) => {
                assert_eq!((faults, refusal), (0, Refusal::BadFile { line: None, fault: FileFault::Empty }));
            }
        }
    }
    assert!(began.elapsed() < Duration::from_mins(1), "{:?}", began.elapsed());
}

proptest! {
    #[test]
    fn whatever_bytes_stand_in_a_table_every_row_is_told_of_and_every_count_that_fits_is_in_range(
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..400),
            "([a-zæøåA-ZÆØÅ0-9;,\t\"() \r\n-]{0,30}){0,12}".prop_map(String::into_bytes),
            "((3420|3407|301|0301|Elverum|Oslo|3440|3411|Våler|KHR-2023H1-3420)[;,\t][0-9]{0,3}\r?\n){0,12}"
                .prop_map(String::into_bytes),
        ]
    ) {
        let Ok(matched) = read(&bytes) else { return Ok(()) };
        let told = matched.refused() as usize + matched.fitting.len();
        prop_assert_eq!(told, matched.rows as usize);
        for fitting in &matched.fitting {
            let known = cases();
            let case = known.iter().find(|case| case.reference == fitting.reference).unwrap();
            prop_assert!(case.takes_count() && fitting.count <= 4);
            let again = matched.fitting.iter().filter(|other| other.reference == fitting.reference).count();
            prop_assert_eq!(again, 1);
        }
    }
}
