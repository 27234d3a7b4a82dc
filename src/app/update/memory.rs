//! What the backend answered last time: shown with its age until it answers anew, and never taken for what is so now.
//! Imports `api`.

use jiff::Timestamp;

use crate::{
    api::{access::PortalAnswer, me::Me},
    app::{
        effect::{Effect, ListKind},
        model::{Model, Tone, case::CaseState, list::Loading, memory::Shown},
        msg::{Reply, UnitsAnswer},
    },
    text::date,
};

/// Takes in what was answered at an earlier time.
pub(super) fn replied(model: &mut Model, seen: Timestamp, reply: Reply) -> Vec<Effect> {
    match reply {
        Reply::Me(Ok(me)) => {
            if model.me.is_none() {
                model.memory.me = true;
                model.me = Some(me);
            }
            vec![]
        }
        Reply::Tasks(ticket, kind, Ok(page)) => {
            let list = model.list_mut(kind);
            if !matches!(list.loading, Loading::Waiting { ticket: expected, .. } if expected == ticket) {
                return vec![];
            }
            let (waiting, follow) = (list.loading.clone(), list.follow.clone());
            list.take(page);
            // The rows of the backend are still waited for, and the selection stays on its reference then too.
            (list.loading, list.follow) =
                (waiting, follow.or_else(|| list.selected_row().map(|row| row.reference.clone())));
            model.memory.seen.insert(of_list(kind), seen);
            super::list::keep_selected_visible(model, kind)
        }
        Reply::Case(ticket, Ok(case)) => {
            if !matches!(&model.case, CaseState::Waiting(expected, _) if *expected == ticket) {
                return vec![];
            }
            model.memory.seen.insert(Shown::Case, seen);
            super::case::remembered(model, ticket, case)
        }
        other => {
            let Some(shown) = shown_by(&other) else { return vec![] };
            let effects = super::replied(model, other);
            model.memory.seen.insert(shown, seen);
            let at = date::recently(seen, model.now);
            let text = model.texts.with("message-remembered", &[("at", &at)]);
            model.announce(Tone::Warning, text);
            effects
        }
    }
}

/// Notes that something is fresh now: called before a reply is taken in.
pub(super) fn heard(model: &mut Model, reply: &Reply) {
    if let Some(shown) = shown_by(reply) {
        model.memory.seen.remove(&shown);
    }
}

/// Whether it is the first time that the backend tells who I am. Who is somebody else than was remembered sees nothing of
/// theirs: the program begins anew.
pub(super) fn know(model: &mut Model, me: Me) -> (bool, Vec<Effect>) {
    let remembered = std::mem::take(&mut model.memory.me);
    let other = model.me.as_ref().is_some_and(|before| remembered && before.person != me.person);
    if other {
        model.memory.stranger = true;
        return (false, vec![Effect::Quit]);
    }
    let first = model.me.replace(me).is_none() || remembered;
    (first, vec![])
}

fn of_list(kind: ListKind) -> Shown {
    match kind {
        ListKind::Queue => Shown::Queue,
        ListKind::Archive => Shown::Archive,
    }
}

/// What an answer makes fresh.
fn shown_by(reply: &Reply) -> Option<Shown> {
    Some(match reply {
        Reply::Tasks(_, kind, Ok(_)) => of_list(*kind),
        Reply::Case(_, Ok(_)) => Shown::Case,
        Reply::Overview(_, Ok(_)) => Shown::Countdown,
        Reply::Letters(_, Ok(_)) => Shown::Letters,
        Reply::Bulk(_, Ok(_)) => Shown::Batch,
        Reply::Units(UnitsAnswer::Standings(_, Ok(_))) => Shown::Units,
        Reply::Units(UnitsAnswer::Page(_, Ok(_))) => Shown::Unit,
        Reply::Portal(_, Ok(PortalAnswer::Figures(_))) => Shown::Figures,
        Reply::Portal(_, Ok(PortalAnswer::List(_))) => Shown::Holders,
        _ => return None,
    })
}
