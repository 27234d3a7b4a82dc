//! A rule tried on its own examples: each that must fire fires, each that must not does not.
//! Imports `domain`.

use std::collections::BTreeMap;

use super::{
    engine::{Before, Place, Returned, Subject, review},
    pack::{Fixture, Pack, Per, Rule, Scales, Statement, Test},
    references::{Peer, References},
};
use crate::domain::{
    finding::{FindingId, Question},
    form::Form,
    report::Values,
};

/// The number of every other unit of an example.
const OTHER: &str = "0000";

/// An example that came out otherwise than the pack says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{pack}, {rule} statement {part}: example {example} that must {} does {}", if *.must_fire { "fire" } else { "stay silent" }, if *.must_fire { "not" } else { "fire" })]
pub struct Wrong {
    /// The pack.
    pub pack: String,
    /// The rule.
    pub rule: String,
    /// The statement, from 1.
    pub part: u8,
    /// The example, from 1.
    pub example: usize,
    /// What it must do.
    pub must_fire: bool,
}

/// Tries every rule of a pack on its examples.
#[must_use]
pub fn try_examples(pack: &Pack, form: &Form, scales: &Scales) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (rule, part, says) in pack.statements() {
        let examples = [(true, &says.fires), (false, &says.silent)];
        for (must_fire, list) in examples {
            for (example, fixture) in (1..).zip(list) {
                if fires((pack, form, scales), (rule, part, says), fixture) != must_fire {
                    let (pack, rule) = (pack.version.clone(), rule.id.clone());
                    wrong.push(Wrong { pack, rule, part, example, must_fire });
                }
            }
        }
    }
    wrong
}

fn fires(
    (pack, form, scales): (&Pack, &Form, &Scales),
    (rule, part, says): (&Rule, u8, &Statement),
    fixture: &Fixture,
) -> bool {
    let values = values(form, &fixture.values);
    let maybe = |given: &Option<BTreeMap<String, u32>>| given.as_ref().map(|given| self::values(form, given));
    let (previous, last_year, returned) =
        (maybe(&fixture.previous), maybe(&fixture.last_year), maybe(&fixture.returned));
    let halves: Vec<Values> = fixture.history.iter().map(|given| self::values(form, given)).collect();
    let remarks = fixture.remarks.iter().map(|key| (key.clone(), "…".to_owned())).collect();
    let asked: Vec<Question> = fixture
        .asked
        .iter()
        .map(|key| Question {
            finding: FindingId { rule: rule.id.clone(), part, point: key.clone() },
            points: vec![key.clone()],
        })
        .collect();
    let silent = BTreeMap::new();
    let subject = Subject {
        form,
        values: &values,
        obsolete: &fixture.obsolete,
        remarks: &remarks,
        extensions: fixture.extensions,
        unit: Place { no: "", county: "", children: fixture.children },
        channel: rule.channels.first().copied(),
        earlier: Before {
            previous: previous.as_ref(),
            last_year: last_year.as_ref(),
            halves: halves.iter().collect(),
            same_halves: halves.iter().collect(),
            broken: false,
        },
        late: Some(fixture.late),
        returned: returned.as_ref().map(|values| Returned { values, remarks: &silent, asked: &asked }),
    };
    let references = others(pack, (form, scales), says, fixture, &subject);
    let found = review(pack, &subject, Some(&references));
    found.findings.iter().any(|finding| finding.rule == rule.id && finding.part == part)
}

/// The references over the other units of an example.
fn others(
    pack: &Pack,
    (form, scales): (&Form, &Scales),
    says: &Statement,
    fixture: &Fixture,
    subject: &Subject<'_>,
) -> References {
    let keys: [Option<&str>; 2] = match &says.test {
        Test::Quartile { of, per: Per::Point(per), .. } => [Some(of.get_ref()), Some(per.get_ref())],
        Test::Quartile { of, per: Per::Children, .. } => [Some(of.get_ref()), None],
        Test::HidiroglouBerthelot { points, .. } | Test::SquareRoot { points, .. } | Test::Influence { points, .. } => {
            [points.first().map(|key| key.get_ref().as_str()), None]
        }
        _ => [None, None],
    };
    let [Some(first), second] = keys else {
        let reports: Vec<Values> = fixture.reports.iter().map(|given| values(form, given)).collect();
        let peers =
            reports.iter().map(|now| Peer { no: OTHER, name: "", county: "", children: None, now, last_year: None });
        return References::work_out(pack, scales, &peers.chain([own(subject)]).collect::<Vec<_>>());
    };
    let of_ratio = matches!(says.test, Test::Quartile { .. });
    let figures: Vec<(Values, Option<Values>, Option<u32>)> = fixture
        .units
        .iter()
        .map(|(one, other)| {
            let mut now = values(form, &BTreeMap::from([(first.to_owned(), *one)]));
            if let Some(second) = second {
                now.insert(second.to_owned(), Some(*other));
            }
            let before = (!of_ratio).then(|| values(form, &BTreeMap::from([(first.to_owned(), *other)])));
            (now, before, (of_ratio && second.is_none()).then_some(*other))
        })
        .collect();
    let peers = figures.iter().map(|(now, last_year, children)| Peer {
        no: OTHER,
        name: "",
        county: "",
        children: *children,
        now,
        last_year: last_year.as_ref(),
    });
    References::work_out(pack, scales, &peers.chain([own(subject)]).collect::<Vec<_>>())
}

/// The report of an example as one among those of all units.
fn own<'a>(subject: &Subject<'a>) -> Peer<'a> {
    let Place { no, county, children } = subject.unit;
    Peer { no, name: "", county, children, now: subject.values, last_year: subject.earlier.last_year }
}

/// Every point of the form, empty where the example does not name it.
fn values(form: &Form, given: &BTreeMap<String, u32>) -> Values {
    let mut values: Values = form.points().map(|point| (point.key.clone(), None)).collect();
    values.extend(given.iter().map(|(key, figure)| (key.clone(), Some(*figure))));
    values
}
