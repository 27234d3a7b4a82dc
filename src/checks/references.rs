//! What the figures of all units of the country tell: the limits of the outlier methods, the totals of counties,
//! and which reports are the same.
//!
//! One office alone has too few units for stable quartiles; these are worked out over all of them, once, and asked for
//! each report.
//! Imports `domain`.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{
    outlier::{
        Pair,
        hb::HbReference,
        quartile::{self, Fence},
        sqrt_diff::SqrtReference,
    },
    pack::{Pack, Per, Scales, Test},
};
use crate::domain::report::Values;

/// The figures of one unit.
#[derive(Debug, Clone, Copy)]
pub struct Peer<'a> {
    /// Its number.
    pub no: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The county's number.
    pub county: &'a str,
    /// Children 0–17.
    pub children: Option<u32>,
    /// The figures of the period.
    pub now: &'a Values,
    /// Those of the same half-year a year before.
    pub last_year: Option<&'a Values>,
}

/// The references of all rules of a pack.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// How many units they are worked out over.
    pub units: usize,
    scales: Option<Scales>,
    parts: BTreeMap<(String, u8), Part>,
}

/// The references of one statement.
#[derive(Debug, Clone)]
pub enum Part {
    /// By point.
    HidiroglouBerthelot(BTreeMap<String, HbReference>),
    /// By point.
    SquareRoot(BTreeMap<String, SqrtReference>),
    /// One fence for all units, or one for each size class.
    Fences(Vec<Option<Fence>>),
    /// By county and point: the total of the same half-year a year before.
    Totals(BTreeMap<(String, String), u64>),
    /// Reports with the same figures, where there are any.
    Twins(Vec<Twins>),
}

/// Units whose reports have the same figures in all points that are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twins {
    figures: BTreeMap<String, u32>,
    /// The number and the name of each unit, two or more.
    pub units: Vec<(String, String)>,
}

impl Twins {
    /// True for a report with just these figures.
    #[must_use]
    pub fn are(&self, values: &Values) -> bool {
        let own = self.figures.iter().map(|(key, figure)| (key.as_str(), *figure));
        filled(values).eq(own)
    }
}

impl References {
    /// Works the references out.
    #[must_use]
    pub fn work_out(pack: &Pack, scales: &Scales, peers: &[Peer<'_>]) -> Self {
        let part = |test: &Test| match test {
            Test::HidiroglouBerthelot { points, settings } => {
                Some(Part::HidiroglouBerthelot(by_point(points, peers, |pairs| HbReference::of(pairs, settings))))
            }
            Test::SquareRoot { points, settings } => {
                Some(Part::SquareRoot(by_point(points, peers, |pairs| SqrtReference::of(pairs, settings))))
            }
            Test::Quartile { of, per: Per::Point(per), fence, least } => {
                let ratios = peers.iter().filter_map(|peer| ratio(peer.now, of.get_ref(), per.get_ref(), *least));
                Some(Part::Fences(vec![Fence::of(&ratios.collect::<Vec<_>>(), fence)]))
            }
            Test::Quartile { of, per: Per::Children, fence, least } => {
                let mut classes = vec![Vec::new(); scales.size_classes.len() + 1];
                for peer in peers {
                    let rate = peer.children.and_then(|children| rate(peer.now, of.get_ref(), children, *least));
                    let class = peer.children.map(|children| scales.class(children));
                    if let Some((rate, class)) = rate.zip(class.and_then(|class| classes.get_mut(class))) {
                        class.push(rate);
                    }
                }
                Some(Part::Fences(classes.iter().map(|rates| Fence::of(rates, fence)).collect()))
            }
            Test::Influence { points, .. } => Some(Part::Totals(totals(points, peers))),
            Test::Duplicate { .. } => Some(Part::Twins(twins(peers))),
            _ => None,
        };
        let parts = pack
            .statements()
            .filter_map(|(rule, number, says)| Some(((rule.id.clone(), number), part(&says.test)?)))
            .collect();
        Self { units: peers.len(), scales: Some(scales.clone()), parts }
    }

    /// The references of a statement.
    #[must_use]
    pub fn part(&self, rule: &str, part: u8) -> Option<&Part> {
        self.parts.get(&(rule.to_owned(), part))
    }

    /// The size class of a number of children.
    #[must_use]
    pub fn class(&self, children: u32) -> usize {
        self.scales.as_ref().map_or(0, |scales| scales.class(children))
    }
}

/// The figures now and a year before of a point, where both are filled in.
#[must_use]
pub fn pair(now: &Values, before: &Values, key: &str) -> Option<Pair> {
    Some(Pair::new(now.get(key).copied().flatten()?, before.get(key).copied().flatten()?))
}

/// A ratio of two points, where the one below the line is large enough.
#[must_use]
pub fn ratio(values: &Values, of: &str, per: &str, least: u32) -> Option<f64> {
    let pair = pair(values, values, of).zip(pair(values, values, per));
    pair.filter(|(_, per)| per.now >= least.max(1)).and_then(|(of, per)| quartile::ratio(of.now, per.now))
}

/// A point per 1 000 children, where there are enough of them.
#[must_use]
pub fn rate(values: &Values, of: &str, children: u32, least: u32) -> Option<f64> {
    let count = values.get(of).copied().flatten().filter(|_| children >= least.max(1))?;
    quartile::per_thousand(count, children)
}

/// The points that are filled in, with their figures.
fn filled(values: &Values) -> impl Iterator<Item = (&str, u32)> {
    values.iter().filter_map(|(key, figure)| figure.map(|figure| (key.as_str(), figure)))
}

/// The units whose figures are all the same. An empty report is like no other.
fn twins(peers: &[Peer<'_>]) -> Vec<Twins> {
    let mut alike: BTreeMap<Vec<(&str, u32)>, Vec<&Peer<'_>>> = BTreeMap::new();
    for peer in peers {
        alike.entry(filled(peer.now).collect()).or_default().push(peer);
    }
    let found = alike.into_iter().filter(|(figures, units)| !figures.is_empty() && units.len() > 1);
    let owned = |(figures, units): (Vec<(&str, u32)>, Vec<&Peer<'_>>)| Twins {
        figures: figures.into_iter().map(|(key, figure)| (key.to_owned(), figure)).collect(),
        units: units.into_iter().map(|unit| (unit.no.to_owned(), unit.name.to_owned())).collect(),
    };
    found.map(owned).collect()
}

fn by_point<R>(
    points: &[Spanned<String>],
    peers: &[Peer<'_>],
    work_out: impl Fn(&[Pair]) -> Option<R>,
) -> BTreeMap<String, R> {
    let reference = |key: &String| {
        let pairs = peers.iter().filter_map(|peer| pair(peer.now, peer.last_year?, key));
        work_out(&pairs.collect::<Vec<_>>()).map(|found| (key.clone(), found))
    };
    points.iter().filter_map(|key| reference(key.get_ref())).collect()
}

/// The totals of each county a year before, over the units that have figures of both years.
fn totals(points: &[Spanned<String>], peers: &[Peer<'_>]) -> BTreeMap<(String, String), u64> {
    let mut totals = BTreeMap::new();
    for peer in peers {
        let Some(before) = peer.last_year else { continue };
        for key in points.iter().map(Spanned::get_ref) {
            let Some(found) = pair(peer.now, before, key) else { continue };
            *totals.entry((peer.county.to_owned(), key.clone())).or_default() += u64::from(found.before);
        }
    }
    totals
}
