//! What is said of the offices: their names and the language they write. Which counties they have stands in the lists of units.
//! Imports `domain`, `text` and `api`.

use serde::Deserialize;
use toml::Spanned;

use super::{Lines, Planned, differences, in_row, refusal, refused};
use crate::{
    api::fault::Fault,
    domain::{
        amendment::{Amendment, ReferenceKind},
        office::Office,
        refusal::ReferenceFault,
    },
    server::{flow::fields, store::Store},
    text::clean,
};

/// The most letters of a name.
const LONGEST: usize = 100;
/// How many digits a number in the register of legal entities has.
const DIGITS: usize = 9;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    office: Vec<Spanned<Office>>,
}

/// Judges the offices of a file.
pub(super) fn judge(store: &Store, content: &str) -> Result<Vec<Planned>, Fault> {
    let lines = Lines::of(content);
    let File { office: given } = toml::from_str(content).map_err(|error| lines.not_toml("offices", &error))?;
    if given.is_empty() {
        return Err(refused("offices", ReferenceFault::Nothing));
    }
    let (mut refusals, mut planned) = (Vec::new(), Vec::<Planned>::new());
    for new in given {
        let line = lines.at(new.span().start);
        let new = new.into_inner();
        let id = new.id.as_str();
        let Some(before) = store.register().office(&new.id) else {
            refusals.push(in_row(line, refusal(id, ReferenceFault::NoOffice)));
            continue;
        };
        let mut faults = faults(before, &new);
        if planned.iter().any(|other| other.amendment.name == id) {
            faults.push(ReferenceFault::Twice);
        }
        refusals.extend(faults.into_iter().map(|fault| in_row(line, refusal(id, fault))));
        if *before != new {
            let content = serde_json::to_string(&new).unwrap_or_default();
            let (name, from) = (id.to_owned(), String::new());
            let amendment = Amendment { kind: ReferenceKind::Offices, name, from, content };
            planned.push(Planned { amendment, changes: differences(id, Some(before), Some(&new)) });
        }
    }
    if refusals.is_empty() { Ok(planned) } else { Err(Fault::refused_for(refusals)) }
}

fn faults(before: &Office, new: &Office) -> Vec<ReferenceFault> {
    let names = [
        ("name_2023", &new.name_2023),
        ("name_2024", &new.name_2024),
        ("short", &new.short),
        ("name_en", &new.name_en),
    ];
    let hidden = fields::hidden(new);
    let unclean = |name: &str| clean::line(name) != *name && !clean::hides(name);
    let bad = |name: &str| name.trim().is_empty() || name.chars().count() > LONGEST || unclean(name);
    let bad = names.into_iter().filter(|(_, name)| bad(name)).map(|(field, _)| field);
    let number = new.org_no.len() == DIGITS && new.org_no.chars().all(|digit| digit.is_ascii_digit());
    let bad = bad.chain((!number).then_some("org_no"));
    let mut faults: Vec<ReferenceFault> =
        bad.map(|field| ReferenceFault::BadField { field: field.to_owned() }).collect();
    faults.extend(hidden.into_iter().map(|field| ReferenceFault::HiddenSign { field }));
    if (&before.counties_2023, &before.counties_2024) != (&new.counties_2023, &new.counties_2024) {
        faults.push(ReferenceFault::Counties);
    }
    faults
}
