//! Searches as the backend reads them: judged for the one who asks, with the people they name.
//! Imports `domain`, `text` and `api`.

use std::collections::BTreeMap;

use crate::{
    api::{
        fault::{Fault, FaultKind},
        tasks::{Scope, Sort, TaskQuery},
        views::{NewView, ViewCount, ViewList},
    },
    domain::{
        person::Person,
        query::{
            Field, Query, Test, Vocabulary, Who,
            view::{MOST_OWN, View, check_name},
        },
        refusal::{QueryFault, Refusal},
        task::Badge,
        unit::UnitNo,
    },
    server::store::{
        Conn, Store, person,
        queue::{self, Wanted},
        search::Asker,
        sees::Sees,
        view,
    },
    text::{clean, date::day_of, fold},
};

/// The longest plain search that is looked at, in characters.
const LONGEST_TEXT: usize = 200;
/// The longest search that a view may have, in characters: the words typed beside it must have room too.
const LONGEST_VIEW: usize = 300;

/// What a person sees.
///
/// # Errors
/// Not allowed for those who have nothing to do with cases.
pub fn sees(caller: &Person) -> Result<Sees, Fault> {
    Sees::of(caller).ok_or_else(|| Fault::new(FaultKind::NotAllowed))
}

/// A list as it is wanted, judged.
///
/// # Errors
/// A refusal of a search that cannot be understood, or that asks about what only the office knows.
pub async fn wanted(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    caller: &Person,
    list: TaskQuery,
) -> Result<Wanted, Fault> {
    let (search, asker) = read(store, conn, sees, caller, &list.query).await?;
    let period = list.period.as_deref().map(|id| store.register().period(id)).transpose()?;
    let unit = list.unit.as_deref().map(|number| number.trim().parse::<UnitNo>()).transpose()?;
    if sees.is_outside() && list.clean.is_some() {
        return Err(Fault::new(FaultKind::NotAllowed));
    }
    let list = TaskQuery {
        period: period.map(|period| period.id.to_string()),
        unit: unit.map(|unit| unit.to_string()),
        text: list.text.chars().take(LONGEST_TEXT).collect(),
        sort: if sees.is_outside() && list.sort.is_inside() { Sort::Deadline } else { list.sort },
        ..list
    };
    Ok(Wanted { list, search, asker })
}

/// A search as it is read, with the people it names.
async fn read(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    caller: &Person,
    text: &str,
) -> Result<(Query, Asker), Fault> {
    let query = judged(store, sees, text)?;
    let people = if asks_for_people(&query) { person::names(conn).await? } else { Vec::new() };
    let asker = Asker { person: caller.id.clone(), named: named(&query, &people) };
    Ok((query, asker))
}

/// A search that this person may make.
fn judged(store: &Store, sees: &Sees, text: &str) -> Result<Query, Refusal> {
    let words = store.rules().words();
    let query = Query::parse(text, words, day_of(store.now()))?;
    for term in &query.terms {
        for test in &term.any {
            if let Test::Period(id) = test {
                store.register().period(id)?;
            }
            let inside = term.field.filter(|_| sees.is_outside()).and_then(|field| inside_name(words, field, test));
            if let Some(key) = inside {
                let fault = QueryFault::NotForRole { key: key.to_owned() };
                return Err(Refusal::BadQuery { term: key.to_owned(), fault });
            }
        }
    }
    Ok(query)
}

/// The name of a field that tells what happens inside an office.
fn inside_name<'a>(words: &'a Vocabulary, field: Field, test: &Test) -> Option<&'a str> {
    let of_draft = || words.inside_name(Field::Draft);
    match test {
        Test::Badge(Badge::New | Badge::Draft) => of_draft(),
        _ => words.inside_name(field),
    }
}

fn persons(query: &Query) -> impl Iterator<Item = &str> {
    query.terms.iter().flat_map(|term| &term.any).filter_map(|test| match test {
        Test::Draft(Who::Named(name)) | Test::Holder(Who::Named(name)) | Test::DecidedBy(Who::Named(name)) => {
            Some(name.as_str())
        }
        _ => None,
    })
}

fn asks_for_people(query: &Query) -> bool {
    persons(query).next().is_some()
}

/// The ids of everybody with a name that has a word beginning with what was typed.
fn named(query: &Query, people: &[(String, String)]) -> BTreeMap<String, Vec<String>> {
    let begins = |full: &str, typed: &str| {
        let (full, typed) = (fold::search(full), fold::search(typed));
        full.starts_with(&typed) || full.split([' ', '-']).any(|word| word.starts_with(&typed))
    };
    let ids = |typed: &str| people.iter().filter(|(_, name)| begins(name, typed)).map(|(id, _)| id.clone()).collect();
    persons(query).map(|typed| (typed.to_owned(), ids(typed))).collect()
}

/// The views of a person with the number of their tasks in a scope.
///
/// # Errors
/// A storage fault.
pub async fn views(
    store: &Store,
    conn: &mut Conn,
    sees: &Sees,
    caller: &Person,
    scope: Scope,
) -> Result<Vec<ViewCount>, Fault> {
    let mut views = all_views(store, conn, sees, caller).await?;
    views.retain(|view| scope != Scope::Solved || !view.open_only);
    let read: Vec<Option<Query>> = views.iter().map(|view| judged(store, sees, &view.query).ok()).collect();
    let people = if read.iter().flatten().any(asks_for_people) { person::names(conn).await? } else { Vec::new() };
    let asker = |query: &Query| Asker { person: caller.id.clone(), named: named(query, &people) };
    let searches: Vec<(Query, Asker)> = read.iter().flatten().map(|query| (query.clone(), asker(query))).collect();
    let mut counted = queue::count_each(store, conn, sees, scope, &searches).await?.into_iter();
    let count = |(view, query): (View, Option<Query>)| ViewCount { view, count: query.and_then(|_| counted.next()) };
    Ok(views.into_iter().zip(read).map(count).collect())
}

/// The built-in views that a person may use, then their own; the first of those has the digit that is free.
async fn all_views(store: &Store, conn: &mut Conn, sees: &Sees, caller: &Person) -> Result<Vec<View>, Fault> {
    let built_in = store.rules().views().iter();
    let mut views: Vec<View> = built_in.filter(|view| judged(store, sees, &view.query).is_ok()).cloned().collect();
    let taken = store.rules().views().iter().filter_map(|view| view.digit).max().unwrap_or(0);
    let own = view::of(conn, &caller.id).await?;
    let digits = (taken + 1..=9).map(Some).chain(std::iter::repeat(None));
    views.extend(own.into_iter().zip(digits).map(|(view, digit)| View { digit, ..view }));
    Ok(views)
}

/// The views of a person.
///
/// # Errors
/// Not allowed for those who have nothing to do with cases.
pub async fn list(store: &Store, conn: &mut Conn, caller: &Person) -> Result<ViewList, Fault> {
    Ok(ViewList { views: all_views(store, conn, &sees(caller)?, caller).await? })
}

/// Keeps a view of one's own.
///
/// # Errors
/// A refusal of its name or its search, or when there are too many.
pub async fn keep(store: &Store, conn: &mut Conn, caller: &Person, wanted: &NewView) -> Result<(), Fault> {
    let sees = sees(caller)?;
    let name = check_name(&clean::line(&wanted.name), store.rules().views())?;
    let query = clean::line(wanted.query.trim());
    judged(store, &sees, &query)?;
    if query.chars().count() > LONGEST_VIEW {
        let limit = u32::try_from(LONGEST_VIEW).unwrap_or(u32::MAX);
        return Err(Refusal::BadQuery { term: name, fault: QueryFault::TooLong { limit } }.into());
    }
    if view::others(conn, &caller.id, &name).await? >= u32::try_from(MOST_OWN).unwrap_or(u32::MAX) {
        return Err(Refusal::ViewsFull { limit: u32::try_from(MOST_OWN).unwrap_or(u32::MAX) }.into());
    }
    Ok(view::put(conn, &caller.id, &name, &query, store.now()).await?)
}

/// Removes a view of one's own.
///
/// # Errors
/// Not found for one that is not there or is somebody else's.
pub async fn remove(conn: &mut Conn, caller: &Person, id: &str) -> Result<(), Fault> {
    let found = match id.parse() {
        Ok(id) => view::remove(conn, &caller.id, id).await?,
        Err(_not_a_number) => false,
    };
    if found { Ok(()) } else { Err(Fault::new(FaultKind::NotFound)) }
}
