//! A unit's way to the register: from an old case system over a new one and a pilot to approval, one step at a time.
//! Imports `domain` only.

use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

use super::unit::{Channel, ExtensionRule};

/// Where a unit stands on its way to the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChannelStatus {
    /// An old case system.
    Old,
    /// A new case system, not approved.
    NewNotApproved,
    /// A new case system that sends on trial.
    Pilot,
    /// Approved for the register.
    Approved,
}

impl ChannelStatus {
    /// Every status, in the order of the way.
    pub const ALL: [Self; 4] = [Self::Old, Self::NewNotApproved, Self::Pilot, Self::Approved];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::NewNotApproved => "new_not_approved",
            Self::Pilot => "pilot",
            Self::Approved => "approved",
        }
    }

    /// The status with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// The status of a unit of which only the channel is recorded.
    #[must_use]
    pub fn of_channel(channel: Channel) -> Self {
        match channel {
            Channel::FormOld => Self::Old,
            Channel::FormNew => Self::NewNotApproved,
            Channel::Register => Self::Approved,
        }
    }
}

/// What a status means, from `config/channels.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusRule {
    /// The status.
    pub status: ChannelStatus,
    /// How a unit reports in it.
    pub channel: Channel,
    /// The statuses that may follow.
    pub next: Vec<ChannelStatus>,
    /// Whether it rests on a letter.
    #[serde(default)]
    pub letter: bool,
    /// How many weeks it lasts, at least and at most.
    #[serde(default)]
    pub weeks: Option<[i64; 2]>,
}

impl StatusRule {
    /// When the next step is expected, at the earliest and at the latest, after it began on a day.
    #[must_use]
    pub fn expected(&self, since: Date) -> Option<[Date; 2]> {
        let [least, most] = self.weeks?;
        let after = |weeks: i64| since.checked_add(Span::new().try_weeks(weeks).ok()?).ok();
        Some([after(least)?, after(most)?])
    }
}

/// What the extension count is on a channel, and by which letter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelRule {
    /// The channel.
    pub channel: Channel,
    /// Required, optional or forbidden.
    pub extensions: ExtensionRule,
    /// The letter the rule rests on.
    pub letter: Option<String>,
    /// The rule in one sentence for the screen.
    pub why: Option<String>,
    /// The same in nynorsk.
    pub why_nn: Option<String>,
    /// The same in English.
    pub why_en: Option<String>,
}

/// What an administrator has set of the extension count for units that type the form from a new case system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountSetting {
    /// Required, optional or forbidden.
    pub rule: ExtensionRule,
    /// Why, in one sentence for the screen.
    pub why: String,
    /// The letter it rests on.
    #[serde(default)]
    pub letter: Option<String>,
}

/// A case system (*fagsystem*).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSystem {
    /// Its name.
    pub name: String,
    /// Its vendor.
    pub vendor: String,
    /// `old` or `new`.
    pub class: String,
}

/// How a unit reports when nothing else is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelDefault {
    /// The channel.
    pub channel: Channel,
    /// The case system's name.
    pub case_system: String,
    /// True: no source says so.
    pub assumed: bool,
}

/// The channels file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channels {
    /// What is taken when nothing is known.
    pub default: ChannelDefault,
    /// The rule of each channel.
    #[serde(rename = "rule")]
    pub rules: Vec<ChannelRule>,
    /// The way to the register.
    #[serde(rename = "status")]
    pub statuses: Vec<StatusRule>,
    /// The case systems in use.
    #[serde(rename = "system")]
    pub systems: Vec<CaseSystem>,
}

impl Channels {
    /// The rule of a channel. Every channel has one: the register refuses a file without it.
    #[must_use]
    pub fn rule(&self, channel: Channel) -> Option<&ChannelRule> {
        self.rules.iter().find(|rule| rule.channel == channel)
    }

    /// What a status means. Every status has a rule; a test holds it.
    #[must_use]
    pub fn status(&self, status: ChannelStatus) -> Option<&StatusRule> {
        self.statuses.iter().find(|rule| rule.status == status)
    }
}

/// Where a unit stands, since when, and by which letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Approval {
    /// The status.
    pub status: ChannelStatus,
    /// Since this day.
    pub since: Date,
    /// The letter it rests on.
    pub letter: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pilot_ends_eight_to_twelve_weeks_after_it_began() {
        let next = vec![ChannelStatus::Approved];
        let rule = StatusRule {
            status: ChannelStatus::Pilot,
            channel: Channel::FormNew,
            next,
            letter: false,
            weeks: Some([8, 12]),
        };
        let since = "2023-08-07".parse().expect("a day");
        let expected = rule.expected(since).map(|days| days.map(|day| day.to_string()));
        assert_eq!(expected, Some(["2023-10-02".to_owned(), "2023-10-30".to_owned()]));
        assert_eq!(StatusRule { weeks: None, ..rule }.expected(since), None);
    }

    #[test]
    fn every_status_keeps_its_name() {
        for status in ChannelStatus::ALL {
            assert_eq!(ChannelStatus::from_name(status.as_str()), Some(status));
        }
    }
}
