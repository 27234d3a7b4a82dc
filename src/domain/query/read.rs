//! Reading a search: terms at blanks, values at commas, quotation marks round what belongs together.
//! Imports `domain` only.

use jiff::{ToSpan as _, civil::Date};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Compare, Field, Figure, Query, Term, Test, Who,
    vocabulary::{Key, Meaning, Vocabulary},
};
use crate::domain::refusal::{QueryFault, Refusal};

/// The longest search that is read, in characters.
pub const LONGEST: usize = 500;
/// The most terms of a search, each value after a comma counted: the views of a person are counted in one statement.
pub const MOST_TERMS: usize = 40;
/// The longest distance from today that is read, in days.
const FARTHEST: i32 = 36_500;
/// How much of a term a refusal repeats, in characters.
const REPEATED: usize = 40;
/// The marks that leave a term out.
const NOT: [char; 2] = ['!', '-'];
/// The comparisons, the longer spellings first.
const COMPARISONS: [(&str, Compare); 7] = [
    ("<=", Compare::AtMost),
    (">=", Compare::AtLeast),
    ("≤", Compare::AtMost),
    ("≥", Compare::AtLeast),
    ("<", Compare::Less),
    (">", Compare::More),
    ("=", Compare::Equal),
];

/// A character, and whether it stood between quotation marks.
type Sign = (char, bool);

impl Query {
    /// Reads a search; days are counted from `today`, and a date without a year is of its year.
    ///
    /// # Errors
    /// A refusal that names the first term that cannot be understood, and what may stand in its place.
    pub fn parse(text: &str, words: &Vocabulary, today: Date) -> Result<Self, Refusal> {
        let limit = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
        let text: String = text.nfc().collect();
        if text.chars().count() > LONGEST {
            return Err(refused(&text, QueryFault::TooLong { limit: limit(LONGEST) }));
        }
        let tokens = tokens(&text)?;
        if tokens.len() > MOST_TERMS {
            return Err(refused(&text, QueryFault::TooMany { limit: limit(MOST_TERMS) }));
        }
        let reader = Reader { words, today };
        let terms = tokens.iter().map(|token| reader.term(token).map_err(|fault| refused(&plain(token), fault)));
        let terms: Vec<Term> = terms.collect::<Result<_, _>>()?;
        if terms.iter().map(|term| term.any.len()).sum::<usize>() > MOST_TERMS {
            return Err(refused(&text, QueryFault::TooMany { limit: limit(MOST_TERMS) }));
        }
        Ok(Self { terms })
    }
}

fn refused(term: &str, fault: QueryFault) -> Refusal {
    Refusal::BadQuery { term: shortened(term), fault }
}

fn shortened(text: &str) -> String {
    text.chars().take(REPEATED).collect()
}

fn plain(signs: &[Sign]) -> String {
    signs.iter().map(|(letter, _)| *letter).collect()
}

/// The terms: what stands between blanks that are not between quotation marks.
fn tokens(text: &str) -> Result<Vec<Vec<Sign>>, Refusal> {
    let mut found = Vec::new();
    let mut token: Vec<Sign> = Vec::new();
    let mut closing: Option<char> = None;
    let mut quoted_once = false;
    for letter in text.chars() {
        match (letter, closing) {
            (_, Some(close)) if letter == close => closing = None,
            (_, Some(_)) => token.push((letter, true)),
            ('"', None) => (closing, quoted_once) = (Some('"'), true),
            ('«', None) => (closing, quoted_once) = (Some('»'), true),
            (blank, None) if blank.is_whitespace() => {
                if !token.is_empty() || quoted_once {
                    found.push(std::mem::take(&mut token));
                }
                quoted_once = false;
            }
            (_, None) => token.push((letter, false)),
        }
    }
    if closing.is_some() {
        return Err(refused(&plain(&token), QueryFault::OpenQuote));
    }
    if !token.is_empty() || quoted_once {
        found.push(token);
    }
    // Two quotation marks with nothing between ask for nothing.
    found.retain(|token| !token.is_empty());
    Ok(found)
}

struct Reader<'a> {
    words: &'a Vocabulary,
    today: Date,
}

impl Reader<'_> {
    fn term(&self, token: &[Sign]) -> Result<Term, QueryFault> {
        let (negated, rest) = match token.split_first() {
            Some(((mark, false), rest)) if NOT.contains(mark) => (true, rest),
            _ => (false, token),
        };
        if rest.is_empty() {
            return Err(QueryFault::NothingLeftOut);
        }
        let colon = rest.iter().position(|sign| *sign == (':', false));
        let split = colon.and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?)));
        let Some((before, after)) = split.filter(|(before, _)| before.iter().all(|(_, quoted)| !quoted)) else {
            return Ok(Term { negated, field: None, any: vec![Test::Word(plain(rest))] });
        };
        let name = plain(before);
        let Some(key) = self.words.key(&name.to_lowercase()) else {
            return Err(QueryFault::UnknownKey { given: shortened(&name), allowed: self.words.names() });
        };
        let values: Vec<&[Sign]> = after.split(|sign| *sign == (',', false)).collect();
        let any = values.into_iter().map(|value| self.value(key, value)).collect::<Result<Vec<_>, _>>()?;
        Ok(Term { negated, field: Some(key.field), any })
    }

    fn value(&self, key: &Key, signs: &[Sign]) -> Result<Test, QueryFault> {
        let quoted = signs.first().is_some_and(|(_, quoted)| *quoted);
        let whole = plain(signs);
        let (comparison, rest) = if quoted { (None, whole.as_str()) } else { comparison(&whole) };
        let word = rest.trim();
        let name = || key.name().to_owned();
        if word.is_empty() {
            return Err(match key.words() {
                allowed if allowed.is_empty() => QueryFault::NoValue { key: name() },
                allowed => QueryFault::NoWord { key: name(), allowed },
            });
        }
        if comparison.is_some_and(|compare| compare != Compare::Equal) && !key.field.compares() {
            return Err(QueryFault::NoOrder { key: name() });
        }
        match (key.meaning(&word.to_lowercase()), comparison) {
            (Some(Meaning::Test(test)), None | Some(Compare::Equal)) => return Ok(test.clone()),
            (Some(Meaning::Day(Compare::Equal, days)), compare) => {
                return date(key, self.away(*days), compare.unwrap_or(Compare::Equal), word);
            }
            (Some(Meaning::Day(compare, days)), None | Some(Compare::Equal)) => {
                return date(key, self.away(*days), *compare, word);
            }
            (Some(_), Some(_)) => return Err(QueryFault::NoOrder { key: name() }),
            (None, _) => {}
        }
        self.unlisted(key, word, comparison.unwrap_or(Compare::Equal))
    }

    /// A value that is no word of the list: a date, a number or a name.
    fn unlisted(&self, key: &Key, word: &str, compare: Compare) -> Result<Test, QueryFault> {
        let text = || word.to_owned();
        match key.field {
            Field::Deadline => match self.distance(word) {
                Some(days) => date(key, self.away(days), compare, word),
                None => date(key, self.day(word), compare, word),
            },
            Field::Received | Field::Decided => match self.distance(word) {
                // «<3d» is younger than three days: a later date.
                Some(days) => date(key, self.away(-days), compare.turned(), word),
                None => date(key, self.day(word), compare, word),
            },
            Field::Score => number(key, Figure::Score, compare, word),
            Field::Version => number(key, Figure::Version, compare, word.trim_start_matches(['v', 'V'])),
            Field::Returns => number(key, Figure::Returns, compare, word),
            Field::Period => Ok(Test::Period(word.to_uppercase())),
            Field::Unit => Ok(Test::Unit(text())),
            Field::Applicant => Ok(Test::Applicant(text())),
            Field::Draft => Ok(Test::Draft(Who::Named(text()))),
            Field::Holder => Ok(Test::Holder(Who::Named(text()))),
            Field::DecidedBy => Ok(Test::DecidedBy(Who::Named(text()))),
            Field::State
            | Field::Kind
            | Field::Findings
            | Field::Channel
            | Field::Badge
            | Field::Late
            | Field::Delivery => Err(QueryFault::UnknownValue {
                key: key.name().to_owned(),
                given: shortened(word),
                allowed: key.words(),
            }),
        }
    }

    /// A day so many days from today.
    fn away(&self, days: i32) -> Option<Date> {
        self.today.checked_add(days.days()).ok()
    }

    /// «3d», «2 uker»: a number of days.
    fn distance(&self, word: &str) -> Option<i32> {
        let digits = word.chars().take_while(char::is_ascii_digit).count();
        let (number, unit) = word.split_at_checked(digits)?;
        let days = number.parse::<i32>().ok()?.checked_mul(self.words.days_of(&unit.trim().to_lowercase())?)?;
        Some(days).filter(|days| *days <= FARTHEST)
    }

    /// «2023-08-25», «25.08.2023», «25.08».
    fn day(&self, word: &str) -> Option<Date> {
        if let Ok(date) = word.parse::<Date>() {
            return Some(date);
        }
        let mut parts = word.trim_end_matches('.').split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next());
        let year = match year {
            None => self.today.year(),
            Some(year) if year.len() == 4 => year.parse().ok()?,
            Some(_) => return None,
        };
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
    }
}

/// A comparison in front of a value, and the value.
fn comparison(text: &str) -> (Option<Compare>, &str) {
    let found = COMPARISONS.iter().find_map(|(sign, compare)| Some((*compare, text.strip_prefix(sign)?)));
    found.map_or((None, text), |(compare, rest)| (Some(compare), rest))
}

fn date(key: &Key, date: Option<Date>, compare: Compare, word: &str) -> Result<Test, QueryFault> {
    let wrong = || QueryFault::NotADate { key: key.name().to_owned(), given: shortened(word) };
    let moment = key.field.moment().ok_or_else(wrong)?;
    date.map(|date| Test::Date(moment, compare, date)).ok_or_else(wrong)
}

fn number(key: &Key, figure: Figure, compare: Compare, word: &str) -> Result<Test, QueryFault> {
    let wrong = |_error| QueryFault::NotANumber { key: key.name().to_owned(), given: shortened(word) };
    Ok(Test::Number(figure, compare, word.parse().map_err(wrong)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        query::{Found, Moment, view::View},
        task::State,
    };

    fn read(text: &str) -> Result<Query, Refusal> {
        let words = Vocabulary::embedded().expect("config/query.toml");
        Query::parse(text, &words, "2023-08-24".parse().expect("a date"))
    }

    fn one(text: &str) -> Term {
        let query = read(text).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
        assert_eq!(query.terms.len(), 1, "{text}");
        query.terms.into_iter().next().expect("one term")
    }

    fn fault(text: &str) -> QueryFault {
        match read(text) {
            Err(Refusal::BadQuery { fault, .. }) => fault,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn date(text: &str) -> Date {
        text.parse().expect("a date of the test")
    }

    #[test]
    fn words_of_both_languages_mean_the_same_and_a_comma_means_or() {
        assert_eq!(one("status:åpen"), one("state:OPEN"));
        assert_eq!(one("funn:feil,advarsel").any, [Test::Findings(Found::Error), Test::Findings(Found::Warning)]);
        let left_out = one("!status:godkjent");
        assert_eq!((left_out.negated, left_out.any), (true, vec![Test::State(State::Approved)]));
        assert_eq!(one("-status:godkjent"), one("!status:godkjent"));
        assert_eq!(read("gjøvik status:åpen").expect("a search").terms.len(), 2);
    }

    #[test]
    fn a_search_means_the_same_in_bokmaal_nynorsk_and_english() {
        for [bokmaal, nynorsk, english] in [
            ["status:godkjent", "status:godkjend", "state:approved"],
            ["status:videresendt", "status:vidaresend", "state:forwarded"],
            ["type:rapport funn:advarsel", "type:rapport funn:åtvaring", "kind:report findings:warning"],
            ["type:søknad", "slag:søknad", "kind:application"],
            ["frist:<2uker", "frist:<2veker", "due:<2weeks"],
            ["frist:imorgen", "frist:imorgon", "due:tomorrow"],
            ["mottatt:<3dager", "motteken:<3dagar", "received:<3days"],
            ["løst:igår", "løyst:igår", "decided:yesterday"],
            ["funn:ingen", "funn:ingen", "findings:none"],
            ["enhet:tana", "eining:tana", "unit:tana"],
            ["kanal:gammelt", "kanal:gammalt", "channel:old"],
            ["har:noen", "har:nokon", "holder:somebody"],
            ["søker:berg", "søkjar:berg", "applicant:berg"],
            ["sen:ja", "sein:ja", "late:yes"],
            ["levering:feilet", "levering:feila", "delivery:failed"],
        ] {
            assert_eq!(read(bokmaal), read(nynorsk), "{nynorsk}");
            assert_eq!(read(bokmaal), read(english), "{english}");
        }
    }

    #[test]
    fn days_are_counted_from_today_towards_a_deadline_and_back_from_today_for_what_has_happened() {
        let near = Test::Date(Moment::Deadline, Compare::Less, date("2023-08-27"));
        assert_eq!(one("frist:<3d").any, std::slice::from_ref(&near));
        assert_eq!(one("frist:<3dager").any, [near]);
        assert_eq!(one("frist:over").any, [Test::Date(Moment::Deadline, Compare::Less, date("2023-08-24"))]);
        assert_eq!(one("frist:25.08").any, one("frist:=2023-08-25").any);
        assert_eq!(one("frist:<=idag").any, [Test::Date(Moment::Deadline, Compare::AtMost, date("2023-08-24"))]);
        assert_eq!(one("mottatt:<1u").any, [Test::Date(Moment::Received, Compare::More, date("2023-08-17"))]);
        assert_eq!(one("mottatt:>18.08").any, [Test::Date(Moment::Received, Compare::More, date("2023-08-18"))]);
    }

    #[test]
    fn what_stands_between_quotation_marks_is_text() {
        assert_eq!(one("enhet:\"nord-aurdal, sør\"").any, [Test::Unit("nord-aurdal, sør".into())]);
        assert_eq!(one("enhet:«østre toten»").any, [Test::Unit("østre toten".into())]);
        assert_eq!(one("\"status:åpen\"").any, [Test::Word("status:åpen".into())]);
        assert_eq!(one("\"!elverum\"").any, [Test::Word("!elverum".into())]);
        assert!(read("  \"\" ").expect("an empty search").terms.is_empty());
    }

    #[test]
    fn a_term_that_cannot_be_understood_is_told_with_what_may_stand_there() {
        let QueryFault::UnknownKey { given, allowed } = fault("fris:<3d") else { panic!("an unknown key") };
        assert_eq!(given, "fris");
        assert!(allowed.starts_with("status, type, frist"), "{allowed}");
        let QueryFault::UnknownValue { key, given, allowed } = fault("status:lukket") else { panic!("a value") };
        assert_eq!((key.as_str(), given.as_str()), ("status", "lukket"));
        assert_eq!(allowed, "åpen, godkjent, returnert, innvilget, avslått, videresendt");
    }

    #[test]
    fn every_way_to_be_wrong_has_a_fault_of_its_own() {
        let kind = |text: &str| format!("{:?}", fault(text)).split(' ').next().unwrap_or_default().to_owned();
        for (text, wanted) in [
            ("status:", "NoWord"),
            ("enhet:", "NoValue"),
            ("funn:>feil", "NoOrder"),
            ("frist:<over", "NoOrder"),
            ("frist:<snart", "NotADate"),
            ("frist:31.02", "NotADate"),
            ("risiko:>mye", "NotANumber"),
            ("gjøvik !", "NothingLeftOut"),
            ("enhet:\"nord", "OpenQuote"),
            (&"x".repeat(LONGEST + 1), "TooLong"),
            (&"x ".repeat(MOST_TERMS + 1), "TooMany"),
            (&format!("retur:{}1", "1,".repeat(MOST_TERMS)), "TooMany"),
        ] {
            assert_eq!(kind(text), wanted, "{text}");
        }
    }

    #[test]
    fn every_view_that_is_built_in_is_a_search_and_no_two_have_the_same_digit() {
        let views = View::embedded().expect("config/views.toml");
        for view in &views {
            assert!(read(&view.query).is_ok(), "{}", view.id);
        }
        let digits: Vec<u8> = views.iter().filter_map(|view| view.digit).collect();
        let different: std::collections::BTreeSet<&u8> = digits.iter().collect();
        assert_eq!(different.len(), digits.len());
    }
}
