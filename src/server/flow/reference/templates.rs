//! The words of mails, reminders and return comments: set in one language and from a day on, or given back to what is built in.
//! Imports `domain`, `checks`, `text` and `api`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::{Planned, digest, not_toml, refusal, refused};
use crate::{
    api::{
        fault::{Fault, FaultKind},
        reference::{FieldChange, InForce, ReferenceOrigin, ReferenceRow, ReferenceWish, TextPart},
    },
    checks::letter::{
        settable::{Settable, SettableText},
        sheets::{Parts, Sheets},
    },
    domain::{
        amendment::{Amendment, ReferenceKind},
        form::Form,
        letter::TemplateSetting,
        refusal::ReferenceFault,
        unit::Language,
    },
    server::store::{
        Conn, Store,
        amendment::{self, Stored},
    },
    text::{date::day_of, wire_name},
};

/// A text that is to be set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// Which.
    pub(super) template: &'a str,
    /// In which language.
    pub(super) language: Language,
    /// Its words; without them those that are built in.
    pub(super) content: Option<&'a str>,
    /// From which day on.
    pub(super) from: Option<Date>,
}

impl<'a> Wanted<'a> {
    /// What is wanted of a text, where that is what is wanted.
    pub(super) fn of(wish: &'a ReferenceWish) -> Option<Self> {
        let ReferenceWish::Templates { template, language, content, from } = wish else { return None };
        Some(Self { template, language: *language, content: content.as_deref(), from: *from })
    }
}

/// What the program may be told to write.
pub(super) fn settable() -> Result<Settable, Fault> {
    Settable::embedded().map_err(|_error| Fault::new(FaultKind::Internal))
}

/// Judges the words of a text, or takes back what was set.
pub(super) async fn judge(
    store: &Store,
    conn: &mut Conn,
    wanted: Wanted<'_>,
    today: Date,
) -> Result<Vec<Planned>, Fault> {
    let Wanted { template, language, content, from } = wanted;
    let (settable, own) = (settable()?, store.rules().own_sheets());
    let from = from.unwrap_or(today);
    let Some(text) = settable.text(template) else {
        let known = settable.names().collect::<Vec<_>>().join(", ");
        return Err(refused(template, ReferenceFault::NoText { known }));
    };
    let mut faults = Vec::new();
    if language == Language::Neutral {
        let (field, allowed) = ("language".to_owned(), "nb, nn".to_owned());
        faults.push(ReferenceFault::WordField { field, allowed });
    }
    if from < today {
        faults.push(ReferenceFault::DayOver { day: from.to_string() });
    }
    let built_in = own.parts(template, language).ok_or_else(|| Fault::new(FaultKind::Internal))?;
    let parts = match content {
        Some(content) => {
            let given: Parts = toml::from_str(content).map_err(|error| not_toml(template, content, &error))?;
            match settable.judge(text, &built_in, &given, |blank| is_figure(store, blank)) {
                Ok(parts) => Some(parts),
                Err(more) => {
                    faults.extend(more);
                    None
                }
            }
        }
        None => None,
    };
    if !faults.is_empty() {
        return Err(Fault::refused_for(faults.into_iter().map(|fault| refusal(template, fault)).collect()));
    }
    let held = held(conn).await?.into_iter().filter(|set| set.template == template && set.language == language);
    let held: Vec<TemplateSetting> = held.collect();
    let before = store.rules().sheets(from).parts(template, language).unwrap_or_default();
    match parts {
        Some(parts) if parts == before => Ok(Vec::new()),
        Some(parts) => {
            let (template, parts) = (template.to_owned(), Some(parts));
            Ok(vec![plan(&TemplateSetting { template, language, from, parts }, &before, &built_in)?])
        }
        None => take_back(&held, wanted, from, (&before, &built_in)),
    }
}

/// What makes the built-in words hold from a day on: nothing that was set for that day or a later one is left.
fn take_back(
    held: &[TemplateSetting],
    wanted: Wanted<'_>,
    from: Date,
    (before, built_in): (&Parts, &Parts),
) -> Result<Vec<Planned>, Fault> {
    let earlier = held.iter().filter(|set| set.from < from).max_by_key(|set| set.from);
    let needed = earlier.is_some_and(|set| set.parts.is_some());
    let mut planned = Vec::new();
    if needed {
        let template = wanted.template.to_owned();
        let back = TemplateSetting { template, language: wanted.language, from, parts: None };
        let there = held.contains(&back);
        planned.extend((!there).then(|| plan(&back, before, built_in)).transpose()?);
    }
    for set in held.iter().filter(|set| set.from > from || (set.from == from && !needed)) {
        let words = set.parts.as_ref().unwrap_or(built_in);
        let one = plan(&TemplateSetting { parts: None, ..set.clone() }, words, built_in)?;
        let amendment = Amendment { content: String::new(), ..one.amendment };
        planned.push(Planned { amendment, changes: one.changes });
    }
    Ok(planned)
}

/// What an administrator has set of all texts.
pub(super) async fn held(conn: &mut Conn) -> Result<Vec<TemplateSetting>, Fault> {
    let held = amendment::all(conn).await?.into_iter().map(|stored| stored.amendment);
    let held = held.filter(|held| held.kind == ReferenceKind::Templates);
    Ok(held.filter_map(|held| serde_json::from_str(&held.content).ok()).collect())
}

/// Every text in both languages: what is built in first, then what was set, by its day.
pub(super) fn rows(store: &Store, held: &HashMap<String, Stored>) -> Result<Vec<ReferenceRow>, Fault> {
    let (settable, own, today) = (settable()?, store.rules().own_sheets(), day_of(store.now()));
    let read = |stored: &Stored| serde_json::from_str::<TemplateSetting>(&stored.amendment.content).ok();
    let set: Vec<(TemplateSetting, &Stored)> =
        held.values().filter_map(|stored| Some((read(stored)?, stored))).collect();
    let mut rows = Vec::new();
    for text in settable.names().filter_map(|name| settable.text(name)) {
        for language in [Language::Nb, Language::Nn] {
            let of = |(setting, _): &&(TemplateSetting, &Stored)| {
                setting.template == text.id && setting.language == language
            };
            let mut later: Vec<&(TemplateSetting, &Stored)> = set.iter().filter(of).collect();
            later.sort_by_key(|(setting, _)| setting.from);
            let built_in = own.parts(&text.id, language).unwrap_or_default();
            let days: Vec<Date> = later.iter().map(|(setting, _)| setting.from).collect();
            let first = std::iter::once((None, &built_in, None));
            let others = later.iter().map(|(setting, stored)| {
                (Some(setting.from), setting.parts.as_ref().unwrap_or(&built_in), Some(*stored))
            });
            for (at, (from, parts, stored)) in first.chain(others).enumerate() {
                let until = days.get(at).copied();
                rows.push(ReferenceRow {
                    name: format!("{}.{}", text.id, wire_name(&language)),
                    from: from.map(|from| from.to_string()).unwrap_or_default(),
                    until: until.map(|until| until.to_string()),
                    origin: if stored.is_some() { ReferenceOrigin::Set } else { ReferenceOrigin::BuiltIn },
                    in_force: match (from, until) {
                        (Some(from), _) if from > today => InForce::Scheduled,
                        (_, Some(until)) if until <= today => InForce::Past,
                        _ => InForce::Now,
                    },
                    facts: facts(&settable, text, parts),
                    reports: 0,
                    at: stored.map(|stored| stored.at),
                    by: stored.map(|stored| stored.actor.clone()),
                });
            }
        }
    }
    Ok(rows)
}

/// The words of a text, and for each part the blanks that it may have and must have, and its length.
fn facts(settable: &Settable, text: &SettableText, parts: &Parts) -> BTreeMap<String, String> {
    let mut facts: BTreeMap<String, String> = parts.clone();
    for part in parts.keys() {
        let needed = text.needs.get(part).map(|blanks| blanks.join(", ")).unwrap_or_default();
        facts.insert(format!("{part}.blanks"), Sheets::blanks(&text.id, part).join(", "));
        facts.insert(format!("{part}.needs"), needed);
        facts.insert(format!("{part}.most"), settable.limit(part).to_string());
    }
    let words = text.words.iter().map(|(part, words)| (format!("{part}.words"), words.join("», «")));
    let fixed = text.fixed.then(|| ("fixed".to_owned(), text.because.clone()));
    facts.extend(words.chain(fixed));
    facts.retain(|_, fact| !fact.is_empty());
    facts
}

/// The texts as they would be sent, on made-up values.
pub(super) fn preview(then: &Store, wanted: Wanted<'_>, today: Date) -> Result<Vec<TextPart>, Fault> {
    let from = wanted.from.unwrap_or(today);
    let parts = then.rules().sheets(from).parts(wanted.template, wanted.language).unwrap_or_default();
    let shown = settable()?.preview(&parts, wanted.language);
    let mut shown: Vec<TextPart> = shown.into_iter().map(|(part, text)| TextPart { part, text }).collect();
    // As a mail is read: the subject first.
    shown.sort_by_key(|shown| shown.part != "subject");
    Ok(shown)
}

/// True for what a point of a form is called.
fn is_figure(store: &Store, blank: &str) -> bool {
    let mut points = store.register().forms.iter().flat_map(Form::points);
    points.any(|point| point.key.eq_ignore_ascii_case(blank) || point.code.eq_ignore_ascii_case(blank))
}

/// An amendment with what it changes: the hash of all words first, so that the log has it however long the words are.
fn plan(setting: &TemplateSetting, before: &Parts, built_in: &Parts) -> Result<Planned, Fault> {
    let content = serde_json::to_string(setting).map_err(|_error| Fault::new(FaultKind::Internal))?;
    let code = wire_name(&setting.language);
    let TemplateSetting { template, from, parts, .. } = setting;
    let after = parts.as_ref().unwrap_or(built_in);
    let name = format!("{template}.{code}");
    let whole = |parts: &Parts| serde_json::to_string(parts).map(|text| digest(&text)).ok();
    let change = |field: &str, before: Option<String>, after: Option<String>| FieldChange {
        name: name.clone(),
        field: field.to_owned(),
        before,
        after,
    };
    let mut changes = vec![change("content", whole(before), whole(after))];
    let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differing = fields.into_iter().filter(|field| before.get(*field) != after.get(*field));
    changes.extend(differing.map(|field| change(field, before.get(field).cloned(), after.get(field).cloned())));
    let (name, from) = (TemplateSetting::name(template, &code, *from), from.to_string());
    Ok(Planned { amendment: Amendment { kind: ReferenceKind::Templates, name, from, content }, changes })
}
