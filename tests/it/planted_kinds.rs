//! The mistakes that are planted into error-free reports, one at a time.

use std::collections::BTreeSet;

use statsforvalter::{cli::demo::chance::Chance, domain::report::Values};

/// A kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// One figure is ten times too large.
    Tenfold,
    /// One part of a sum is ten times too large, and all totals above it are added up again.
    TenfoldWithTotals,
    /// One figure has lost its last digit.
    Tenth,
    /// Two neighbouring digits of a figure have changed places.
    Swapped,
    /// One part of a sum is up to 3 off, or has a wrong digit.
    Addend,
    /// A point is empty.
    Emptied,
    /// A point is 0.
    Zeroed,
    /// All figures are those of the half-year before.
    Copied,
    /// The figures are those of another unit, whose own report is there as well.
    Twice,
    /// The figures are those of another unit, whose own report has not come.
    Mistaken,
}

impl Kind {
    /// All of them, in the order of the tables.
    pub(crate) const ALL: [Self; 10] = [
        Self::Tenfold,
        Self::TenfoldWithTotals,
        Self::Tenth,
        Self::Swapped,
        Self::Addend,
        Self::Emptied,
        Self::Zeroed,
        Self::Copied,
        Self::Twice,
        Self::Mistaken,
    ];

    /// True for a mistake in the whole report: no point of it is wrong more than another.
    pub(crate) const fn is_whole(self) -> bool {
        matches!(self, Self::Copied | Self::Twice | Self::Mistaken)
    }

    /// What it is called in the tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Tenfold => "ti ganger for stort i ett punkt",
            Self::TenfoldWithTotals => "ti ganger for stort, og summene følger med",
            Self::Tenth => "siste siffer mangler i ett punkt",
            Self::Swapped => "to nabosifre byttet om",
            Self::Addend => "et ledd i en sum er galt (±1–3 eller et siffer)",
            Self::Emptied => "et punkt er tømt",
            Self::Zeroed => "et punkt er satt til 0",
            Self::Copied => "hele forrige halvår er kopiert",
            Self::Twice => "samme rapport under to numre",
            Self::Mistaken => "en annen enhets tall, og dens egen rapport mangler",
        }
    }
}

/// What is counted most: a mistake here moves the figures of the country.
pub(crate) const MAIN_FLOWS: [&str; 6] =
    ["meld_i_alt", "meld_nye", "meld_til_us", "us_startet", "us_avsl", "us_tiltak"];

/// A total and the points that add up to it.
pub(crate) type Sum = (String, Vec<String>);

/// What there is to plant in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// The error-free report.
    pub(crate) now: &'a Values,
    /// That of the half-year before.
    pub(crate) previous: &'a Values,
    /// That of another unit.
    pub(crate) other: &'a Values,
    /// The sums of the rules.
    pub(crate) sums: &'a [Sum],
}

/// A report with a mistake in it.
#[derive(Debug, Clone)]
pub(crate) struct Planted {
    /// Its figures.
    pub(crate) values: Values,
    /// The points that are wrong; none where the whole report is.
    pub(crate) points: Vec<String>,
}

/// Plants a mistake; none where there is no place for it.
pub(crate) fn plant(kind: Kind, ground: Ground<'_>, chance: &mut Chance) -> Option<Planted> {
    match kind {
        Kind::Tenfold => one(ground, chance, |figure, _| (figure > 0).then_some(Some(figure * 10))),
        Kind::TenfoldWithTotals => with_totals(ground, chance),
        Kind::Tenth => one(ground, chance, |figure, _| (figure >= 10).then_some(Some(figure / 10))),
        Kind::Swapped => one(ground, chance, |figure, chance| swapped(figure, chance).map(Some)),
        Kind::Addend => addend(ground, chance),
        Kind::Emptied => one(ground, chance, |_, _| Some(None)),
        Kind::Zeroed => one(ground, chance, |figure, _| (figure > 0).then_some(Some(0))),
        Kind::Copied => whole(ground, ground.previous),
        Kind::Twice | Kind::Mistaken => whole(ground, ground.other),
    }
}

/// Plants a wrong figure in a certain point; none where it cannot be wrong in this way.
pub(crate) fn plant_at(kind: Kind, key: &str, now: &Values) -> Option<Planted> {
    let figure = figure(now, key)?;
    let wrong = match kind {
        Kind::Tenfold if figure > 0 => figure * 10,
        Kind::Tenth if figure >= 10 => figure / 10,
        _ => return None,
    };
    Some(changed(now, key, Some(wrong)))
}

/// One of these.
pub(crate) fn any<T>(list: Vec<T>, chance: &mut Chance) -> Option<T> {
    let length = u32::try_from(list.len()).ok()?;
    let at = (chance.share() * f64::from(length)).floor();
    let at = statsforvalter::cli::demo::chance::whole(at);
    list.into_iter().nth(usize::try_from(at).ok()?)
}

/// Another figure in one of the points where there can be one.
fn one(
    ground: Ground<'_>,
    chance: &mut Chance,
    mut wrong: impl FnMut(u32, &mut Chance) -> Option<Option<u32>>,
) -> Option<Planted> {
    let mut possible = Vec::new();
    for (key, figure) in ground.now {
        possible.extend(figure.and_then(|figure| Some((key, wrong(figure, chance)?))));
    }
    let (key, figure) = any(possible, chance)?;
    Some(changed(ground.now, key, figure))
}

fn changed(values: &Values, key: &str, figure: Option<u32>) -> Planted {
    let mut values = values.clone();
    values.insert(key.to_owned(), figure);
    Planted { values, points: vec![key.to_owned()] }
}

fn figure(values: &Values, key: &str) -> Option<u32> {
    values.get(key).copied().flatten()
}

/// The points of this form with the figures of another report.
fn whole(ground: Ground<'_>, from: &Values) -> Option<Planted> {
    let values: Values = ground.now.keys().map(|key| (key.clone(), figure(from, key))).collect();
    (values != *ground.now).then_some(Planted { values, points: Vec::new() })
}

/// The parts of all sums that are above 0, each once.
fn parts<'a>(ground: Ground<'a>) -> Vec<(&'a str, u32)> {
    let keys: BTreeSet<&str> = ground.sums.iter().flat_map(|(_, parts)| parts).map(String::as_str).collect();
    let filled = |key: &'a str| Some((key, figure(ground.now, key)?));
    keys.into_iter().filter_map(filled).filter(|(_, figure)| *figure > 0).collect()
}

fn with_totals(ground: Ground<'_>, chance: &mut Chance) -> Option<Planted> {
    let mut parts = parts(ground);
    parts.retain(|(key, _)| ground.sums.iter().all(|(total, _)| total != key));
    let (key, figure) = any(parts, chance)?;
    let mut values = ground.now.clone();
    let mut above = vec![key];
    let mut at = 0;
    while let Some(part) = above.get(at).copied() {
        let totals = ground.sums.iter().filter(|(_, parts)| parts.iter().any(|key| key == part));
        above.extend(totals.map(|(total, _)| total.as_str()));
        at += 1;
    }
    let above: BTreeSet<&str> = above.into_iter().collect();
    for key in &above {
        let before = values.get(*key).copied().flatten()?;
        values.insert((*key).to_owned(), Some(before + figure * 9));
    }
    Some(Planted { values, points: above.into_iter().map(str::to_owned).collect() })
}

fn addend(ground: Ground<'_>, chance: &mut Chance) -> Option<Planted> {
    let (key, figure) = any(parts(ground), chance)?;
    let off = if chance.yes(0.5) { mistyped(figure, chance) } else { near(figure, chance) };
    Some(changed(ground.now, key, Some(off?)))
}

/// Up to 3 more or less, and not below 0.
fn near(figure: u32, chance: &mut Chance) -> Option<u32> {
    let all = (figure.saturating_sub(3)..=figure + 3).filter(|near| *near != figure);
    any(all.collect(), chance)
}

/// One digit is another one.
fn mistyped(figure: u32, chance: &mut Chance) -> Option<u32> {
    let mut digits = figure.to_string().into_bytes();
    let place = any((0..digits.len()).collect(), chance)?;
    let wrong = any((b'0'..=b'9').filter(|digit| digits.get(place) != Some(digit)).collect(), chance)?;
    *digits.get_mut(place)? = wrong;
    String::from_utf8(digits).ok()?.parse().ok()
}

/// Two neighbouring digits that differ, the wrong way round.
fn swapped(figure: u32, chance: &mut Chance) -> Option<u32> {
    let digits = figure.to_string().into_bytes();
    let places = (1..digits.len()).filter(|at| digits.get(*at) != digits.get(at - 1));
    let place = any(places.collect(), chance)?;
    let mut digits = digits;
    digits.swap(place, place - 1);
    String::from_utf8(digits).ok()?.parse().ok()
}

#[test]
fn what_is_planted_is_what_it_is_called() {
    let values = |figures: &[(&str, u32)]| -> Values {
        figures.iter().map(|(key, figure)| ((*key).to_owned(), Some(*figure))).collect()
    };
    let now = values(&[("a", 12), ("b", 30), ("sum", 42), ("more", 8), ("total", 50)]);
    let previous = values(&[("a", 11), ("b", 30), ("sum", 41), ("more", 9), ("total", 50), ("gone", 1)]);
    let sum = |total: &str, parts: [&str; 2]| (total.to_owned(), parts.map(str::to_owned).to_vec());
    let sums = [sum("sum", ["a", "b"]), sum("total", ["sum", "more"])];
    let ground = Ground { now: &now, previous: &previous, other: &previous, sums: &sums };
    for number in 0..200 {
        for kind in Kind::ALL {
            let mut chance = Chance::of(number, &[kind.name()]);
            let planted = plant(kind, ground, &mut chance).expect("there is a place for each kind");
            let wrong = now.keys().filter(|key| now[*key] != planted.values[*key]);
            let wrong: Vec<&str> = wrong.map(String::as_str).collect();
            assert!(!wrong.is_empty() && planted.values.len() == now.len(), "{kind:?}");
            if !kind.is_whole() {
                assert_eq!(wrong, planted.points, "{kind:?}");
            }
            if kind == Kind::TenfoldWithTotals {
                let at = |key: &str| planted.values[key].expect("it is filled in");
                assert_eq!((at("a") + at("b"), at("sum") + at("more")), (at("sum"), at("total")));
            }
        }
    }
}
