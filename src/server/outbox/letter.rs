//! A mail as it goes over the wire: plain text in UTF-8, with a message id that stays the same however often it is sent.
//! Imports `text` and the store.

use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use url::Host;

use super::carrier::Trip;
use crate::{domain::delivery::Miss, server::store::carrying::Due, text::clean};

/// Says that no person wrote it, so that no machine answers it (RFC 3834).
#[derive(Debug, Clone, PartialEq, Eq)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_given: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A mail that can be sent.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// From whom, to whom.
    pub(super) envelope: Envelope,
    /// Its bytes.
    pub(super) content: Vec<u8>,
}

/// Makes the mail of a delivery.
///
/// # Errors
/// A recipient that is no address: that does not get better by itself.
pub(super) fn write(due: &Due, sender: &Address, subject: &str, body: &str) -> Result<Letter, Trip> {
    let recipient = address(&due.recipient).ok_or_else(|| Trip::failed(Miss::Address, String::new()))?;
    let bad = |error: &dyn std::error::Error| Trip::failed(Miss::Other, error.to_string());
    let message = Message::builder()
        .from(Mailbox::new(None, sender.clone()))
        .to(Mailbox::new(None, recipient.clone()))
        .date(due.release_at.into())
        .message_id(Some(format!("<{}@{}>", due.id, sender.domain())))
        .subject(clean::line(subject))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(body.to_owned())
        .map_err(|error| bad(&error))?;
    let envelope = Envelope::new(Some(sender.clone()), vec![recipient]).map_err(|error| bad(&error))?;
    Ok(Letter { envelope, content: message.formatted() })
}

/// An address that mail can be sent to. A domain with letters of its own is written as mail servers know it.
fn address(given: &str) -> Option<Address> {
    let whole: Address = given.parse().ok()?;
    match Host::parse(whole.domain()).ok()? {
        Host::Domain(domain) => Address::new(whole.user(), domain).ok(),
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_with_norwegian_letters_is_written_as_mail_servers_know_it() {
        let written = |given: &str| address(given).map(|address| address.to_string());
        assert_eq!(written("post@bærum.example").as_deref(), Some("post@xn--brum-voa.example"));
        assert_eq!(written("post@elverum.example").as_deref(), Some("post@elverum.example"));
        for wrong in
            ["", "a", "a@b@c", "a@b\r\nBcc: c@d", "a b@c.example", "a@127.0.0.1", "a@[127.0.0.1]", "<a@b.example>"]
        {
            assert_eq!(written(wrong), None, "{wrong:?}");
        }
    }
}
