//! What the guard finds and what it leaves alone. Every number is made here by the rules of the check digits, for
//! nobody: months of the synthetic series, check digits that are first given out in 2032, DUF years to come.

use proptest::prelude::*;

use super::*;

const KINDS: [IdentityKind; 3] = [IdentityKind::BirthNumber, IdentityKind::DNumber, IdentityKind::Duf];

/// The check digit that leaves a remainder, unless it would be ten.
fn check_digit(digits: &str, weights: [u32; 10], rest: u32) -> Option<u32> {
    let sum: u32 = digits.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight).sum();
    Some((11 + rest - sum % 11) % 11).filter(|digit| *digit < 10)
}

/// A number with a date (as it stands in the number) whose first check digit leaves a remainder, and the second another.
fn made_with(date: &str, seed: u32, rests: (u32, u32)) -> String {
    (seed..)
        .find_map(|individual| {
            let mut number = format!("{date}{:03}", individual % 1000);
            number += &check_digit(&number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 0], rests.0)?.to_string();
            number += &check_digit(&number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], rests.1)?.to_string();
            Some(number)
        })
        .expect("most individual numbers have check digits")
}

fn made_duf(seed: u32) -> String {
    made_duf_of(2049, seed)
}

fn made_duf_of(year: u32, seed: u32) -> String {
    let number = format!("{year}{:06}", seed % 1_000_000);
    let rest =
        number.chars().zip([4, 6, 3, 2, 4, 6, 3, 2, 7, 5]).map(|(c, w)| c.to_digit(10).unwrap_or(0) * w).sum::<u32>();
    format!("{number}{:02}", rest % 11)
}

fn made(kind: IdentityKind, seed: u32) -> String {
    match kind {
        IdentityKind::BirthNumber => made_with("018200", seed, (0, 0)),
        IdentityKind::DNumber => made_with("418200", seed, (0, 0)),
        IdentityKind::Duf => made_duf(seed),
    }
}

/// Parts a number at places and puts something there.
fn parted(number: &str, places: &[usize], gap: &str) -> String {
    let letters = number.chars().enumerate();
    letters.map(|(at, digit)| if places.contains(&at) { format!("{gap}{digit}") } else { digit.to_string() }).collect()
}

#[track_caller]
fn check(text: &str, expected: &[IdentityKind]) {
    let kinds: Vec<IdentityKind> = find(text).into_iter().map(|found| found.kind).collect();
    assert_eq!(kinds, expected, "{text:?}");
    assert_eq!(first(text), expected.first().copied(), "{text:?}");
}

#[test]
fn every_kind_is_found_between_letters_signs_and_nothing() {
    for kind in KINDS {
        for seed in 0..50 {
            let number = made(kind, seed);
            for (before, after) in [
                ("", ""),
                ("fnr", "gjelder"),
                ("(", ")"),
                ("«", "»."),
                ("Barn nr. 3, ", ", se 2C"),
                ("\u{f8}", "\u{e5}"),
            ] {
                check(&format!("{before}{number}{after}"), &[kind]);
            }
        }
    }
}

#[test]
fn every_series_of_months_is_found_and_no_other() {
    for month in 0..100 {
        let expected = matches!(month, 1..=12 | 41..=52 | 66..=77 | 81..=92);
        for (day, kind) in [("01", IdentityKind::BirthNumber), ("41", IdentityKind::DNumber)] {
            // Remainder 1: nobody has such a number before 2032.
            let number = made_with(&format!("{day}{month:02}32"), 7, (1, 0));
            check(&number, if expected { std::slice::from_ref(&kind) } else { &[] });
        }
    }
}

#[test]
fn a_day_that_is_in_no_calendar_is_no_birthday() {
    for (date, exists) in [
        ("318232", false),
        ("298232", true),
        ("298231", false),
        ("298200", true),
        ("318432", false),
        ("328132", false),
        ("008132", false),
        ("718132", true),
        ("728132", false),
    ] {
        assert_eq!(find(&made_with(date, 7, (0, 0))).len(), usize::from(exists), "{date}");
    }
}

#[test]
fn the_first_check_digit_may_leave_up_to_three_and_the_second_nothing() {
    for first_rest in 0..11 {
        for second_rest in 0..11 {
            let number = made_with("018232", 100, (first_rest, second_rest));
            assert_eq!(
                find(&number).len(),
                usize::from(first_rest <= 3 && second_rest == 0),
                "{first_rest} {second_rest}"
            );
        }
    }
}

#[test]
fn a_number_with_one_wrong_digit_is_no_number() {
    for kind in KINDS {
        let number = made(kind, 321);
        for at in 0..number.len() {
            for digit in '0'..='9' {
                let wrong: String = number.chars().enumerate().map(|(i, c)| if i == at { digit } else { c }).collect();
                let found = find(&wrong).into_iter().filter(|found| found.kind == kind).count();
                assert_eq!(found, usize::from(wrong == number), "{wrong}");
            }
        }
    }
}

#[test]
fn a_number_is_found_with_the_gaps_that_people_write() {
    let gaps = [
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{2009}",
        ".",
        "-",
        "–",
        "/",
        " - ",
        "\n",
        "\r\n",
        "\n    ",
        "\t",
        ". ",
        "\u{200b}",
        "\u{ad}",
        "\u{fffd}",
        "\u{200b} ",
    ];
    for gap in gaps {
        for places in [
            &[6][..],
            &[2, 4, 6],
            &[2, 4, 6, 9],
            &[6, 9],
            &[3, 6, 9],
            &[3, 6],
            &[5],
            &[8],
            &[1],
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ] {
            for kind in [IdentityKind::BirthNumber, IdentityKind::DNumber] {
                check(&format!("Gjelder {}.", parted(&made(kind, 5), places, gap)), &[kind]);
            }
        }
        for places in [
            &[4][..],
            &[4, 10],
            &[4, 7, 10],
            &[3, 6, 9],
            &[4, 8],
            &[4, 6, 8, 10],
            &[6],
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        ] {
            check(&format!("DUF {}", parted(&made_duf(5), places, gap)), &[IdentityKind::Duf]);
        }
    }
}

#[test]
fn a_date_before_the_last_five_digits_is_part_of_the_number() {
    let number = made_with("058909", 40, (1, 0));
    let last = number.get(6..).expect("eleven digits");
    for date in ["05.89.2009", "5.89.2009", "05.89.09", "5.89.09", "05892009", "05/89-2009", "05 89 1909"] {
        for gap in [" ", "-", "\n", "."] {
            check(&format!("f. {date}{gap}{last}"), &[IdentityKind::BirthNumber]);
        }
    }
    check(&format!("05892009{last}"), &[IdentityKind::BirthNumber]);
    check(&format!("5.89.2009 {}", parted(last, &[3], " ")), &[IdentityKind::BirthNumber]);
    check(&format!("05.89.2109 {last}"), &[]);
    check(&format!("05.89.2009, {last}"), &[]);
}

#[test]
fn digits_of_other_scripts_are_digits() {
    let number = made(IdentityKind::BirthNumber, 9);
    for nought in ['\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}', '\u{e50}', '\u{1d7ce}', '\u{1d7f6}', '\u{2080}'] {
        let shift = |digit: char| char::from_u32(u32::from(nought) + digit.to_digit(10)?);
        let text: String = number.chars().filter_map(shift).collect();
        assert_eq!(text.chars().count(), PERSON);
        check(&text, &[IdentityKind::BirthNumber]);
    }
    check(&parted(&number, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "\u{fe0f}\u{20e3}"), &[IdentityKind::BirthNumber]);
}

#[test]
fn a_digit_too_many_hides_nothing() {
    let number = made_with("298232", 11, (3, 0));
    for text in [format!("999{number}"), format!("{number}999"), format!("99{number}9"), format!("99 {number} 99")] {
        let [found] = find(&text).try_into().expect("one number");
        let Found { at, .. } = found;
        assert_eq!(text.get(at), Some(number.as_str()), "{text}");
    }
}

#[test]
fn numbers_that_are_run_together_are_all_found() {
    let (one, other) = (made(IdentityKind::BirthNumber, 1), made(IdentityKind::DNumber, 2));
    check(&format!("{one}{other}"), &[IdentityKind::BirthNumber, IdentityKind::DNumber]);
    check(&format!("{one} {other}"), &[IdentityKind::BirthNumber, IdentityKind::DNumber]);
}

#[test]
fn what_is_too_far_apart_or_stands_in_a_table_is_no_number() {
    let number = made(IdentityKind::BirthNumber, 5);
    for (gap, found) in [("        ", 1), ("         ", 0), ("..", 1), ("...", 0), (",", 0), ("(", 0), (" og ", 0)] {
        assert_eq!(find(&parted(&number, &[6], gap)).len(), found, "{gap:?}");
    }
    let row = parted(&number, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "\t");
    for (text, found) in
        [(row.clone(), 1), (format!("9\t{row}"), 0), (format!("{row}\t9"), 0), (format!("12\t{row}"), 1)]
    {
        assert_eq!(find(&text).len(), found, "{text:?}");
    }
}

#[test]
fn a_duf_number_has_a_year_of_the_last_century_or_this_one() {
    for (year, found) in [(1899, 0), (1999, 1), (2049, 1), (2100, 0)] {
        assert_eq!(find(&made_duf_of(year, 30)).len(), found, "{year}");
    }
}

#[test]
fn the_place_is_in_bytes_and_the_mask_does_not_tell_the_number() {
    let text =
        format!("Én “ny” sak: {} og {}", parted(&made(IdentityKind::BirthNumber, 3), &[6], "\u{a0}"), made_duf(3));
    let [number, duf] = find(&text).try_into().expect("two numbers");
    let (Found { at: of_number, masked, .. }, Found { at: of_duf, masked: masked_duf, .. }) = (number, duf);
    assert_eq!(text.get(of_number), Some(parted(&made(IdentityKind::BirthNumber, 3), &[6], "\u{a0}").as_str()));
    assert_eq!(text.get(of_duf), Some(made_duf(3).as_str()));
    assert_eq!((masked.as_str(), masked_duf.as_str()), ("0182•• •••••", "2049 •••••• ••"));
}

#[test]
fn the_kind_is_written_in_snake_case() {
    let names: Vec<String> = KINDS.iter().filter_map(|kind| serde_json::to_string(kind).ok()).collect();
    assert_eq!(names, ["\"birth_number\"", "\"d_number\"", "\"duf\""]);
}

#[test]
fn dates_case_numbers_telephones_and_figures_are_left_alone() {
    // From 2041 on the year of a case number may be the month of an H-number.
    for year in 2015..2041 {
        for text in [
            format!("1.1.{year}-30.6.{year}"),
            format!("1.1.{year} – 30.6.{year}"),
            format!("01.01.{year}–30.06.{year}"),
            format!("1.7.{year}-31.12.{year} 1.1.{year}"),
            format!("01.07.{year} - 31.12.{year}"),
            format!("{year} {} {}", year + 1, year + 2),
            format!("KHR-{year}H1-3420 KHR-{year}H2-030101"),
        ] {
            check(&text, &[]);
        }
        for no in (10_000..100_000).step_by(97) {
            check(&format!("{year}/{no}-{}", no % 90 + 10), &[]);
        }
    }
    for text in [
        "23 766 17 237 44 113",
        "Tlf. 22 00 35 00 / 911 22 333",
        "974 761 076",
        "+47 22 00 35 00, 974761076",
        "§ 2-2, 16.12.1992 nr. 1243",
    ] {
        check(text, &[]);
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_place_can_be_cut(text in "(\\PC|[0-9 .\\-\n\u{200b}]){0,80}") {
        for found in find(&text) {
            prop_assert!(text.get(found.at).is_some());
            prop_assert_eq!(found.masked.chars().filter(char::is_ascii_digit).count(), 4);
        }
    }

    #[test]
    fn a_number_is_found_in_any_text(before in ".{0,30}", after in ".{0,30}", seed in 0u32..100_000, kind in 0usize..3) {
        let number = made(KINDS[kind], seed);
        let at = before.len()..before.len() + number.len();
        let found = find(&format!("{before}{number}{after}"));
        prop_assert!(found.iter().any(|found| found.at.start < at.end && at.start < found.at.end));
    }
}
