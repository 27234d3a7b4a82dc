//! Who has a task and who looks at it, in words.
//! Imports `text`, `api` and `app`.

use crate::{
    api::tasks::TaskRow,
    app::model::Model,
    text::{Texts, clean},
};

/// The first name, for where there is little room.
pub(super) fn first_name(name: &str) -> String {
    clean::line(name).split_whitespace().next().unwrap_or_default().to_owned()
}

/// True when the one who looks at the screen has it.
fn is_mine(model: &Model, row: &TaskRow) -> bool {
    let me = model.me.as_ref().map(|me| me.person.as_str());
    row.holder.as_ref().is_some_and(|holder| Some(holder.person.as_str()) == me)
}

/// Who has it in one short word; blank when nobody has.
pub(super) fn short_holder(model: &Model, row: &TaskRow) -> String {
    match &row.holder {
        Some(_) if is_mine(model, row) => model.texts.say("holder-me"),
        Some(holder) => first_name(&holder.name),
        None => String::new(),
    }
}

/// Who has it by name; blank when nobody has.
pub(super) fn holder_name(model: &Model, row: &TaskRow) -> String {
    match &row.holder {
        Some(_) if is_mine(model, row) => model.texts.say("holder-me"),
        Some(holder) => clean::line(&holder.name),
        None => String::new(),
    }
}

/// Who has it as a sentence; blank when nobody has.
pub(super) fn holder_sentence(model: &Model, row: &TaskRow) -> String {
    match &row.holder {
        Some(_) if is_mine(model, row) => model.texts.say("holder-mine"),
        Some(holder) => model.texts.with("holder-other", &[("name", &clean::line(&holder.name))]),
        None => String::new(),
    }
}

/// That a colleague has it, for a summary; nothing when it is one's own or nobody's.
pub(super) fn holder_warning(model: &Model, row: &TaskRow) -> Option<String> {
    let holder = row.holder.as_ref().filter(|_| !is_mine(model, row))?;
    Some(model.texts.with("holder-warning", &[("name", &clean::line(&holder.name))]))
}

/// Who else looks at it, as a sentence; blank when nobody does.
pub(super) fn viewers_sentence(model: &Model, row: &TaskRow) -> String {
    viewers(&model.texts, model.together.viewers_of(&row.reference))
}

fn viewers(texts: &Texts, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => texts.with("viewers-one", &[("name", &clean::line(one))]),
        [one, other] => texts.with("viewers-two", &[("name", &clean::line(one)), ("other", &clean::line(other))]),
        [one, rest @ ..] => {
            let others = i64::try_from(rest.len()).unwrap_or(i64::MAX);
            texts.with_numbers("viewers-many", &[("name", &clean::line(one))], &[("others", others)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_look_it_is_one_short_sentence() {
        let texts = Texts::of("nb").expect("the texts of the program");
        let names: Vec<String> = ["Kari Nordmann", "Ola Testerud", "Per Prøve"].map(String::from).into();
        assert_eq!(viewers(&texts, &names[..1]), "Kari Nordmann ser på denne");
        assert_eq!(viewers(&texts, &names[..2]), "Kari Nordmann og Ola Testerud ser på denne");
        assert_eq!(viewers(&texts, &names), "Kari Nordmann og 2 til ser på denne");
        assert_eq!(viewers(&texts, &[]), "");
    }
}
