//! Rule packs: from a period on, each rule tried on its own examples.
//! Imports `domain`, `checks` and `api`.

use super::{Planned, digest, in_row, is_name, refusal, refused};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::FieldChange,
    },
    checks::{
        pack::{BadPack, Pack, PackFile, Packs},
        trial::try_examples,
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        period::PeriodId,
        refusal::ReferenceFault,
    },
    server::{
        flow::fields,
        store::{Conn, Store, amendment},
    },
};

/// The most examples that are told one by one.
const MOST_EXAMPLES: usize = 20;

/// What a file of rules says of itself.
pub(super) fn named(content: &str) -> Result<PackFile, Fault> {
    PackFile::read(content).map_err(|error| bad(&error))
}

fn bad(error: &BadPack) -> Fault {
    let detail = error.reason.clone();
    Fault::refused(in_row(error.line, refusal("rules", ReferenceFault::BadRules { detail })))
}

/// Judges a pack, and whether it can hold from a period on.
pub(super) async fn judge(store: &Store, conn: &mut Conn, content: &str, from: &str) -> Result<Vec<Planned>, Fault> {
    let pack = named(content)?;
    let period = store.register().period(from)?;
    let hidden = fields::refuse_hidden(&pack.version, &content.parse::<toml::Table>().unwrap_or_default());
    if !hidden.is_empty() {
        return Err(Fault::refused_for(hidden));
    }
    let refused = |fault| Err(refused(&pack.version, fault));
    if !is_name(&pack.version) {
        return refused(ReferenceFault::BadName);
    }
    let own = store.setting().own.register().map_err(|_error| Fault::new(FaultKind::Internal))?;
    let built_in = Packs::embedded(&own.forms).map_err(|_error| Fault::new(FaultKind::Internal))?;
    if built_in.packs.iter().any(|known| known.version == pack.version) {
        return refused(ReferenceFault::BuiltIn);
    }
    if period.form != pack.form {
        return refused(ReferenceFault::OtherForm { form: period.form.clone() });
    }
    let held: Vec<Amendment> = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment).collect();
    let set = || held.iter().filter(|held| held.kind == ReferenceKind::Rules);
    // A pack that is set comes before one that is built in; of two that are set for one period nobody knows which holds.
    if let Some(other) = set().find(|held| held.name != pack.version && held.from == period.id.as_str()) {
        return refused(ReferenceFault::NotAfter { other: other.name.clone(), from: other.from.clone() });
    }
    let before = set().find(|held| held.name == pack.version);
    let from = period.id.to_string();
    if before.is_some_and(|before| before.content == content && before.from == from) {
        return Ok(Vec::new());
    }
    // Decisions name the pack they were made by, so that a version must always mean the same rules.
    let decided = decisions_on(conn, &held, &pack.version).await?;
    if decided > 0 {
        return refused(ReferenceFault::InUse { reports: decided });
    }
    let change = |field: &str, before: Option<String>, after: Option<String>| FieldChange {
        name: pack.version.clone(),
        field: field.to_owned(),
        before,
        after,
    };
    let changes = vec![
        change("from", before.map(|before| before.from.clone()), Some(from.clone())),
        change("content", before.map(|before| digest(&before.content)), Some(digest(content))),
    ];
    let name = pack.version.clone();
    let amendment = Amendment { kind: ReferenceKind::Rules, name, from, content: content.to_owned() };
    Ok(vec![Planned { amendment, changes }])
}

/// How many decisions were made by a pack or by one that rests on it, over however many others.
pub(super) async fn decisions_on(conn: &mut Conn, held: &[Amendment], version: &str) -> Result<u32, Fault> {
    let mut packs = vec![version.to_owned()];
    let mut decided = 0;
    let mut next = 0;
    while let Some(pack) = packs.get(next).cloned() {
        decided += amendment::decided_by(conn, &pack).await?;
        for other in over(held, &pack) {
            if !packs.contains(&other.name) {
                packs.push(other.name.clone());
            }
        }
        next += 1;
    }
    Ok(decided)
}

/// The packs that name another as their base, itself or as a later form carries it on.
pub(super) fn over<'a>(held: &'a [Amendment], version: &'a str) -> impl Iterator<Item = &'a Amendment> {
    let rests =
        move |base: &str| base.strip_prefix(version).is_some_and(|rest| rest.is_empty() || rest.starts_with('+'));
    held.iter().filter(move |held| {
        let base = (held.kind == ReferenceKind::Rules).then(|| named(&held.content).ok()?.base).flatten();
        base.is_some_and(|base| rests(&base))
    })
}

/// Tries the rules that stand in a file on their own examples; those of its base were tried where they stand.
pub(super) fn judge_examples(then: &Store, amendments: &[Amendment]) -> Result<(), Fault> {
    let packs = then.rules().packs();
    let mut refusals = Vec::new();
    let set = |amendment: &&Amendment| amendment.kind == ReferenceKind::Rules && !amendment.content.is_empty();
    for amendment in amendments.iter().filter(set) {
        let own = named(&amendment.content)?.own_rules();
        let Some(pack) = packs.packs.iter().find(|pack| pack.version == amendment.name) else { continue };
        let Some(form) = then.register().forms.iter().find(|form| form.version == pack.form) else { continue };
        for wrong in try_examples(pack, form, &packs.scales).into_iter().filter(|wrong| own.contains(&wrong.rule)) {
            let example = u32::try_from(wrong.example).unwrap_or(u32::MAX);
            let fault = ReferenceFault::BadExample { rule: wrong.rule, part: wrong.part, example };
            refusals.push(refusal(&pack.version, fault));
        }
    }
    refusals.truncate(MOST_EXAMPLES);
    if refusals.is_empty() { Ok(()) } else { Err(Fault::refused_for(refusals)) }
}

/// Which rules begin or end with a form or a pack, against those that hold for the period otherwise.
pub(super) fn carried(store: &Store, then: &Store, amendments: &[Amendment]) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for amendment in amendments {
        let from = PeriodId(amendment.from.clone());
        let pack_of = |store: &Store| {
            let period = store.register().period(from.as_str()).ok()?;
            let form = store.register().form(period)?;
            store.rules().pack(form, &from).cloned()
        };
        let (Some(before), Some(after)) = (pack_of(store), pack_of(then)) else { continue };
        let mut change = |field: &str, old: bool, new: bool| {
            let version = |there: bool, pack: &Pack| there.then(|| pack.version.clone());
            changes.push(FieldChange {
                name: after.version.clone(),
                field: field.to_owned(),
                before: version(old, &before),
                after: version(new, &after),
            });
        };
        for rule in &before.rules {
            if after.rule(&rule.id).is_none() {
                change(&rule.id, true, false);
            }
        }
        for rule in &after.rules {
            if before.rule(&rule.id).is_none() {
                change(&rule.id, false, true);
            }
        }
    }
    changes
}
