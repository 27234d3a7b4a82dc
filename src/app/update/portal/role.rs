//! As what access is granted: the suggested role, or another that is confirmed by a key of its own.
//! Imports `domain`, `text` and `api`.

use jiff::Timestamp;

use super::super::decide;
use crate::{
    api::{
        case::{AccessCase, Case},
        decide::DecisionRequest,
        fault::Fault,
    },
    app::{
        effect::Effect,
        model::{
            Model, Tone,
            case::OpenCase,
            dialog::{Dialog, Intent},
        },
    },
    domain::{
        access::{AccessRole, granted_role},
        decision::DecisionKind,
        refusal::Refusal,
    },
    text::refusal::say,
};

fn access_of(open: &OpenCase) -> Option<&AccessCase> {
    match &open.case {
        Case::Access(case) => Some(case),
        Case::Report(_) => None,
    }
}

/// The next role that access is granted as; the suggested one needs no confirmation.
pub(in crate::app::update) fn next_role(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.case.ready_mut().filter(|open| open.is_open()) else { return vec![] };
    let Some(suggested) = access_of(open).map(|case| case.suggested) else { return vec![] };
    let next = open.role.or(suggested).map_or(AccessRole::Municipality, AccessRole::other);
    open.role = Some(next).filter(|next| Some(*next) != suggested);
    open.role_confirmed = false;
    let role = model.texts.of_family("access-role", &next);
    let text = model.texts.with("message-role", &[("role", &role)]);
    model.announce(Tone::Plain, text);
    vec![]
}

/// What comes before the summary of a grant: nobody external is granted anything without a role and a reason.
pub(in crate::app::update) fn before_grant(model: &mut Model) -> Option<Vec<Effect>> {
    let open = model.case.ready()?;
    let case = access_of(open)?;
    if case.suggested.is_some() {
        return None;
    }
    if open.role.is_none() {
        let text = say(&model.texts, &Refusal::RoleNeeded);
        model.announce(Tone::Bad, text);
        return Some(vec![]);
    }
    Some(decide::edit(model, Intent::Decide(DecisionKind::Grant)))
}

/// True when a decision on the open case is made with a reason that is kept and not sent.
pub(in crate::app::update) fn needs_reason(open: &OpenCase, kind: DecisionKind) -> bool {
    kind == DecisionKind::Grant && access_of(open).is_some_and(|case| case.suggested.is_none())
}

/// Why a grant is not ready to be sent: its role differs from the suggested one and was not confirmed by itself.
pub(in crate::app::update) fn unconfirmed(open: &OpenCase, request: &DecisionRequest) -> Option<Fault> {
    let case = access_of(open).filter(|_| request.kind == DecisionKind::Grant)?;
    let role = granted_role(case.suggested, request.role, request.confirm_role, request.comment.is_some());
    role.err().map(Fault::refused_for)
}

/// One more deliberate key: the role that is not the suggested one is meant.
pub(in crate::app::update) fn confirm_role(model: &mut Model, at: Timestamp) -> Vec<Effect> {
    let Some(Dialog::Summary(summary)) = &model.dialog else { return vec![] };
    let (intent, opened) = (summary.intent, summary.opened_at);
    let waits = summary.stage.waits_for_role();
    if !waits || at < opened + decide::TOO_SOON {
        return vec![];
    }
    if let Some(open) = model.case.ready_mut() {
        open.role_confirmed = true;
    }
    decide::summarise(model, intent)
}

/// A role that was confirmed in a summary that was left must be confirmed again.
pub(in crate::app::update) fn forget_confirmation(model: &mut Model) {
    if let Some(open) = model.case.ready_mut() {
        open.role_confirmed = false;
    }
}
