//! Numbers as Norwegian writes them.
//! Imports nothing.

/// The space between groups of three digits, which does not break a line.
const GROUP: char = '\u{a0}';

/// A larger change than this in per cent says no more than that it is larger.
const MOST_PER_CENT: i64 = 999;

/// A whole number in groups of three: «44 113».
#[must_use]
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(GROUP);
        }
        grouped.push(digit);
    }
    grouped
}

/// A share given per mille, in per cent with one decimal: «12,5 %».
#[must_use]
pub fn per_cent(per_mille: u32) -> String {
    format!("{},{}{GROUP}%", whole(i64::from(per_mille / 10)), per_mille % 10)
}

/// The change from one figure to another in whole per cent with its sign: «+56»; None from 0.
#[must_use]
pub fn change(from: u32, to: u32) -> Option<String> {
    if from == 0 {
        return None;
    }
    let (from, to) = (i64::from(from), i64::from(to));
    let twice = (to - from) * 200 / from;
    let rounded = i64::midpoint(twice, twice.signum());
    if rounded > MOST_PER_CENT {
        return Some(format!(">{MOST_PER_CENT}"));
    }
    Some(if rounded > 0 { format!("+{rounded}") } else { whole(rounded) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_groups_of_three() {
        assert_eq!(whole(0), "0");
        assert_eq!(whole(999), "999");
        assert_eq!(whole(44_113), "44\u{a0}113");
        assert_eq!(whole(-1_112_191), "−1\u{a0}112\u{a0}191");
    }

    #[test]
    fn a_share_has_a_decimal_comma() {
        assert_eq!(per_cent(125), "12,5\u{a0}%");
    }

    #[test]
    fn a_change_is_rounded_and_signed_and_never_divides_by_zero() {
        assert_eq!(change(41, 64).as_deref(), Some("+56"));
        assert_eq!(change(3, 1).as_deref(), Some("−67"));
        assert_eq!(change(10, 10).as_deref(), Some("0"));
        assert_eq!(change(0, 5), None);
        assert_eq!(change(1, 100).as_deref(), Some(">999"));
    }
}
