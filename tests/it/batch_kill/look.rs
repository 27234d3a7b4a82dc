//! What must be true of every batch, whatever was killed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Run, Standing, number_of};
use crate::{cli_support::Home, support::backend::rows};

/// The reasons of the cases of a batch that are not decided.
pub(super) fn reasons(batch: &Value) -> String {
    let items = batch["items"].as_array().expect("items").iter();
    let why: Vec<String> = items.filter(|item| !item["why"].is_null()).map(ToString::to_string).collect();
    why.join("\n")
}

/// Every case of a batch that has ended is decided, was taken out, or has a reason.
pub(super) fn at_refusals(batch: &Value) {
    for item in batch["items"].as_array().expect("items") {
        let explained = item["why"]["kind"].as_str().is_some_and(|kind| !kind.is_empty());
        match item["state"].as_str().expect("a state") {
            "decided" | "taken_out" => assert!(item["why"].is_null(), "{item}"),
            "refused" | "dropped" => assert!(explained, "{item}"),
            _ => panic!("left behind: {item}"),
        }
    }
}

/// What a command that ended with 0 says is in the database.
pub(super) fn at_claim(home: &Home, id: &str, said: &Value, after: &Standing) {
    // Of a batch that had ended already, the command shows how it stands.
    let (batch, results) =
        if said["batch"].is_null() { (said, &said["items"]) } else { (&said["batch"], &said["results"]) };
    let state = batch["state"].as_str().expect("a state");
    assert_eq!((state, after.waiting), (after.state.as_str(), 0), "{id} {batch}");
    let stored = items(home, id);
    for result in results.as_array().expect("results") {
        let reference = result["reference"].as_str().expect("a reference");
        assert_eq!(Some(stored[reference].as_str()), result["state"].as_str(), "{id} {result}");
        assert!(result["state"] != "dropped" || result["why"]["kind"].is_string(), "{id} {result}");
    }
    if state == "undone" {
        let left: Vec<_> = stored.iter().filter(|(_, state)| *state == "decided").collect();
        assert!(left.is_empty(), "{id} is taken back but for {left:?}");
    }
}

fn items(home: &Home, id: &str) -> BTreeMap<String, String> {
    let stored = rows(home, "select batch, reference, state from batch_item");
    let own = stored.into_iter().filter(|row| row[0] == number_of(id));
    own.map(|row| (row[1].clone(), row[2].clone())).collect()
}

/// Looks at the whole database when everything is over.
pub(super) fn at_the_end(run: &Run) {
    let none = |what: &str, query: &'static str| none(&run.home, what, query);
    none(
        "batches that have not ended",
        "select number, state from batch where state not in ('done', 'undone') or confirmed_at is null",
    );
    none(
        "cases of a batch that neither are decided nor have a reason",
        "select batch, reference, state from batch_item where state = 'waiting'
            or state in ('refused', 'dropped') and coalesce(why, '') = ''
            or state in ('decided', 'undone', 'taken_out') and why is not null",
    );
    at_decisions(&run.home);
    deliveries(&none);
    events(&none);
    corrections(run);
    outbox(run);
}

fn none(home: &Home, what: &str, query: &'static str) {
    let found = rows(home, query);
    assert!(found.is_empty(), "{what}: {found:?}");
}

/// Every case is decided once or not at all, and a batch knows of each of its decisions.
pub(super) fn at_decisions(home: &Home) {
    let none = |what: &str, query: &'static str| none(home, what, query);
    none(
        "versions with two decisions that stand",
        "select reference, version from decision where undone_at is null group by 1, 2 having count(*) > 1",
    );
    none(
        "cases that are decided in a batch without a decision that stands, once",
        "select i.batch, i.reference from batch_item i where i.state = 'decided' and
            (select count(*) from decision d where d.key = i.key and d.batch = i.batch and d.reference = i.reference
                and d.version = i.version and d.undone_at is null) != 1",
    );
    none(
        "cases that are taken back without a decision that was taken back",
        "select i.batch, i.reference from batch_item i where i.state = 'undone' and
            (select count(*) from decision d where d.key = i.key and d.undone_at is not null) != 1",
    );
    none(
        "decisions on cases that fell out, were taken out or refused",
        "select i.batch, i.reference from batch_item i join decision d on d.key = i.key
            where i.state not in ('decided', 'undone')",
    );
    none(
        "decisions that stand without a case of their batch",
        "select d.reference, d.batch from decision d where d.undone_at is null and not exists
            (select 1 from batch_item i where i.key = d.key and i.batch = d.batch and i.state = 'decided')",
    );
    none(
        "cases that are approved without a decision, or open with one",
        "select t.reference from task t where (t.state = 'approved') !=
            exists (select 1 from decision d where d.reference = t.reference and d.version = t.version
                and d.undone_at is null)",
    );
    none(
        "batches that are taken back in part",
        "select b.number from batch b join batch_item i on i.batch = b.number
            where b.state = 'undone' and i.state = 'decided' or b.state = 'done' and i.state = 'undone'",
    );
}

fn deliveries(none: &impl Fn(&str, &'static str)) {
    none(
        "decisions with another number of deliveries than one",
        "select d.key from decision d where (select count(*) from delivery x where x.decision = d.key) != 1",
    );
    none(
        "deliveries of decisions that were taken back that are not cancelled",
        "select x.id, x.state from delivery x join decision d on d.key = x.decision
            where d.undone_at is not null and x.state != 'cancelled'",
    );
    none(
        "deliveries that are cancelled though the decision stands, or that failed",
        "select x.id, x.state from delivery x join decision d on d.key = x.decision
            where d.undone_at is null and x.state not in ('held', 'sent')",
    );
    none(
        "deliveries that left the house before the end of their batch",
        "select x.id, x.tried_at, b.ended_at from delivery x join decision d on d.key = x.decision
            join batch b on b.number = d.batch where x.attempts > 0 and (b.ended_at is null or x.tried_at < b.ended_at)",
    );
}

fn events(none: &impl Fn(&str, &'static str)) {
    none(
        "cases with another number of Bekreft than of decisions",
        "select t.reference from task t where
            (select count(*) from event e where e.reference = t.reference and e.kind = 'confirmed') !=
            (select count(*) from decision d where d.reference = t.reference)",
    );
    none(
        "cases with another number of batches than of decisions",
        "select t.reference from task t where
            (select count(*) from event e where e.reference = t.reference and e.kind = 'batched') !=
            (select count(*) from decision d where d.reference = t.reference)",
    );
    none(
        "cases that were taken back another number of times than their decisions",
        "select t.reference from task t where
            (select count(*) from event e where e.reference = t.reference and e.kind = 'undone') !=
            (select count(*) from decision d where d.reference = t.reference and d.undone_at is not null)",
    );
    none(
        "cases that are told to be delivered another number of times than they are",
        "select t.reference from task t where
            (select count(*) from event e where e.reference = t.reference and e.kind = 'delivered') !=
            (select count(*) from delivery x where x.reference = t.reference and x.state = 'sent')",
    );
}

/// A report that got a newer version while its batch was running fell out, with that as the reason.
fn corrections(run: &Run) {
    let dropped = rows(&run.home, "select batch, reference, why from batch_item where state = 'dropped'");
    let dropped: BTreeMap<(&str, &str), &str> =
        dropped.iter().map(|row| ((row[0].as_str(), row[1].as_str()), row[2].as_str())).collect();
    let corrected: BTreeSet<(&str, &str)> =
        run.corrected.iter().map(|(id, reference)| (number_of(id), reference.as_str())).collect();
    assert_eq!(dropped.keys().copied().collect::<BTreeSet<_>>(), corrected, "those and no others fell out");
    for (case, why) in dropped {
        let why: Value = serde_json::from_str(why).expect("JSON");
        assert_eq!(why["kind"], "version_changed", "{case:?} {why}");
    }
}

/// What lies outside the house: only what may, each thing once.
fn outbox(run: &Run) {
    let folder = run.home.path().join("shared.outbox");
    let lying: Vec<String> = std::fs::read_dir(folder)
        .map(|found| found.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    let lying: BTreeSet<String> = lying.into_iter().filter(|name| !name.starts_with('.')).collect();
    let name = |row: Vec<String>| format!("{}_{}.json", row[0], row[1]);
    let taken = "select reference, id from delivery where attempts > 0 and state in ('held', 'sent')";
    let taken: BTreeSet<String> = rows(&run.home, taken).into_iter().map(name).collect();
    let sent = "select reference, id from delivery where state = 'sent'";
    let sent: BTreeSet<String> = rows(&run.home, sent).into_iter().map(name).collect();
    let stray: Vec<_> = lying.difference(&taken).collect();
    assert!(stray.is_empty(), "outside the house without having been sent: {stray:?}");
    let missing: Vec<_> = sent.difference(&lying).collect();
    assert!(missing.is_empty(), "told to be sent, but not there: {missing:?}");
    println!("fallen out: {}; delivered: {}, of them noted: {}", run.corrected.len(), lying.len(), sent.len());
}
