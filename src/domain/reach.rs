//! How a person is reached at work: what counts as an e-mail address and as a telephone number.
//! Imports `domain` only.

use super::{person::Person, refusal::Refusal};

/// The longest address (RFC 5321).
const LONGEST_EMAIL: usize = 254;
/// The fewest and the most digits of a telephone number (E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// An e-mail address as it is kept.
///
/// # Errors
/// [`Refusal::BadEmail`].
pub fn email(given: &str) -> Result<String, Refusal> {
    let text = given.trim();
    let bad = || Refusal::BadEmail { given: text.chars().take(80).collect() };
    let (name, host) = text.rsplit_once('@').ok_or_else(bad)?;
    let plain = |letter: char| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    let dots = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let name_holds = !name.is_empty() && name.len() <= 64 && name.chars().all(plain) && dots(name);
    let host_holds = host.contains('.') && host.split('.').all(label);
    if name_holds && host_holds && text.len() <= LONGEST_EMAIL { Ok(text.to_owned()) } else { Err(bad()) }
}

/// A telephone number as it is kept: as it was written, with single blanks.
///
/// # Errors
/// [`Refusal::BadPhone`].
pub fn phone(given: &str) -> Result<String, Refusal> {
    let text = given.split_whitespace().collect::<Vec<_>>().join(" ");
    let bad = || Refusal::BadPhone { given: text.chars().take(80).collect() };
    let rest = text.strip_prefix('+').unwrap_or(&text);
    let holds = rest.chars().all(|letter| letter.is_ascii_digit() || letter == ' ');
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    if holds && DIGITS.contains(&digits) { Ok(text) } else { Err(bad()) }
}

/// True for a person who has told both.
#[must_use]
pub fn is_complete(person: &Person) -> bool {
    email(&person.email).is_ok() && phone(&person.phone).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_no_mail_reaches_is_refused() {
        for good in ["kari.nordmann@statsforvalteren.example", "k+a@a.b.example", "åse@blåbær.example"] {
            assert_eq!(email(&format!(" {good} ")).as_deref(), Ok(good));
        }
        let long = format!("{}@a.example", "x".repeat(65));
        for bad in
            ["", "x@", "@x.example", "x", "x@y", "x y@z.example", "x@y..z", "x@-y.z", ".x@y.z", "x@y.z\n.", &long]
        {
            assert!(email(bad).is_err(), "{bad}");
        }
        assert!(email("a@b.example\r\nBcc: c@d.example").is_err());
    }

    #[test]
    fn a_telephone_number_has_eight_to_fifteen_digits() {
        for good in ["000 00 001", "00000001", "+47 000 00 001"] {
            assert_eq!(phone(good).as_deref(), Ok(good));
        }
        assert_eq!(phone("  000  00 001 ").as_deref(), Ok("000 00 001"));
        for bad in ["", "1234567", "00000000000000001", "000 00 00x", "++4700000001", "000-00-001"] {
            assert!(phone(bad).is_err(), "{bad}");
        }
    }
}
