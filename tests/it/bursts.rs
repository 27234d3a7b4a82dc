//! A burst of keys asks for rows once, and the numbers beside the rows are those of this moment.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;
use statsforvalter::{
    app::{
        command::Command,
        effect::Effect,
        layout::Size,
        model::{Model, Options},
        msg::{Msg, Typed},
        update::{self, still_wanted},
    },
    text::Texts,
};
use uuid::Uuid;

use crate::server_world::{KEY, World, approve, submission};

fn model() -> Model {
    let texts = Arc::new(Texts::of("nb").expect("the texts of the program"));
    let now: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
    let options = Options { auto_advance: true, require_seen: false, read_only: false, ascii: false };
    let size = Size { width: 80, height: 24 };
    Model::new((texts, crate::support::guides()), now, size, options, Uuid::from_u128(1))
}

fn fetches(effects: Vec<Effect>) -> Vec<Effect> {
    effects.into_iter().filter(|effect| matches!(effect, Effect::FetchTasks(..))).collect()
}

#[test]
fn of_a_word_typed_at_once_only_the_whole_word_is_searched_for() {
    let mut model = model();
    let _begun = update::begin(&mut model);
    let now = model.now;
    let mut asked = fetches(update::update(&mut model, Msg::Wanted(Command::Search, now)));
    for letter in "elverum".chars() {
        asked.extend(fetches(update::update(&mut model, Msg::Typed(Typed::Char(letter)))));
    }
    assert_eq!(asked.len(), 7, "every letter is a search");
    let left = still_wanted(&model, asked.clone());
    let [Effect::FetchTasks(_, _, query)] = left.as_slice() else { panic!("{left:?}") };
    assert_eq!(query.query, "elverum");
    assert_eq!(left.first(), asked.last());
}

#[test]
fn what_is_fetched_while_a_key_is_held_is_round_the_row_where_it_was_let_go() {
    let mut model = model();
    let begun = fetches(update::begin(&mut model));
    model.queue.follow = None;
    model.queue.total = 10_000;
    model.queue.selected = 640;
    let mut query = model.queue.query();
    query.at = Some(50);
    let [Effect::FetchTasks(ticket, kind, _)] = begun.as_slice() else { panic!("{begun:?}") };
    let left = still_wanted(&model, vec![Effect::FetchTasks(*ticket, *kind, query), Effect::FetchMe]);
    let [Effect::FetchTasks(same, _, query), Effect::FetchMe] = left.as_slice() else { panic!("{left:?}") };
    assert_eq!((same, query.at), (ticket, Some(540)));
}

#[tokio::test]
async fn the_numbers_of_the_views_follow_everything_that_is_stored() {
    let world = World::new().await;
    let numbers = async || {
        let (status, page) = world.get("kari", "/v1/tasks").await;
        assert_eq!(status, 200, "{page}");
        let view = |id: &str| {
            let views = page["views"].as_array().unwrap();
            views.iter().find(|one| one["view"]["id"] == id).map(|one| one["count"].as_u64().unwrap())
        };
        (page["counts"]["all"].as_u64().unwrap(), view("reports").unwrap(), view("mine").unwrap())
    };
    assert_eq!(numbers().await, (0, 0, 0));
    for unit in ["3420", "3403"] {
        let report = serde_json::to_value(submission(unit, "2023H1")).unwrap();
        assert_eq!(world.post("admin", "/v1/reports", &report).await.0, 201);
    }
    assert_eq!(numbers().await, (2, 2, 0));
    assert_eq!(numbers().await, (2, 2, 0), "counted once, told twice");
    assert_eq!(world.put("kari", "/v1/tasks/KHR-2023H1-3420/holder", &json!({})).await.0, 200);
    assert_eq!(numbers().await, (2, 2, 1));
    assert_eq!(world.decide("kari", "KHR-2023H1-3403", 1, KEY, &approve()).await.0, 200);
    assert_eq!(numbers().await, (1, 1, 1));
    let (status, _) = world.post("kari", "/v1/tasks/KHR-2023H1-3403/undo", &json!({})).await;
    assert_eq!(status, 200);
    assert_eq!(numbers().await.0, 2);
    let (_, page) = world.get("per", "/v1/tasks").await;
    let mine = page["views"].as_array().unwrap().iter().find(|one| one["view"]["id"] == "mine").unwrap();
    assert_eq!(mine["count"], 0, "somebody else's numbers are somebody else's");
}
