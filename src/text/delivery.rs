//! A delivery in words: what goes to whom, where that stands, and what can be done.
//! Imports `domain` and `api`.

use super::{Texts, clean, date};
use crate::{api::case::DeliveryView, domain::task::Delivery};

/// How much of a hash is shown: enough to compare by eye.
const SHOWN_HASH: usize = 16;

/// A delivery in lines: the first says where it stands, the others what belongs to it.
#[must_use]
pub fn say(texts: &Texts, delivery: &DeliveryView) -> Vec<String> {
    let to = clean::line(&delivery.recipient);
    let id = if delivery.channel == "bufdir" { "delivery-way-bufdir" } else { "delivery-way-mail" };
    let what = texts.with(id, &[("to", &to)]);
    let at = delivery.at.map(date::moment).unwrap_or_default();
    let mut lines = match (delivery.state, &delivery.trouble) {
        (Delivery::Held, _) => {
            vec![texts.with("delivery-line-held", &[("what", &what), ("at", &date::moment(delivery.release_at))])]
        }
        (Delivery::Sent, _) => vec![texts.with("delivery-line-sent", &[("what", &what), ("at", &at)])],
        (Delivery::Cancelled, _) => vec![texts.with("delivery-line-cancelled", &[("what", &what)])],
        (Delivery::Failed, None) => vec![format!("{what}: {}", texts.of_family("delivery", &delivery.state))],
        (Delivery::Failed, Some(trouble)) => {
            let tries = i64::from(trouble.tries);
            let mut lines = vec![match (trouble.next_try, trouble.given_up_at) {
                (Some(next), _) => {
                    let (since, next) = (date::moment(trouble.since), date::moment(next));
                    let values = [("what", what.as_str()), ("since", &since), ("next", &next)];
                    texts.count("delivery-line-failed", tries, &values)
                }
                (None, given_up) => {
                    let at = given_up.map(date::moment).unwrap_or_default();
                    texts.count("delivery-line-given-up", tries, &[("what", &what), ("at", &at)])
                }
            }];
            lines.push(texts.of_family("miss", &trouble.miss));
            if !trouble.answer.is_empty() {
                lines.push(texts.with("delivery-answer", &[("answer", &clean::line(&trouble.answer))]));
            }
            if trouble.given_up_at.is_some() {
                lines.push(texts.with("delivery-again", &[("id", &clean::line(&delivery.id))]));
            }
            lines
        }
    };
    if let Some(receipt) = &delivery.receipt {
        let (id, at) = (clean::line(&receipt.id), date::moment(receipt.received_at));
        let hash: String = clean::line(&receipt.sha256).chars().take(SHOWN_HASH).collect();
        lines.push(texts.with("delivery-receipt", &[("id", &id), ("at", &at), ("hash", &hash)]));
    }
    lines
}
