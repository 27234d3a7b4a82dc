//! How the outbox goes about it: the file `config/outbox.toml`.
//! Imports nothing of the crate.

use std::time::Duration;

use lettre::Address;
use serde::{Deserialize, Deserializer};
use sha2::{Digest as _, Sha256};
use url::Url;

/// The file that is built in.
const BUILT_IN: &str = include_str!("../../../config/outbox.toml");

/// The file `config/outbox.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habits {
    /// The address that mail comes from.
    #[serde(deserialize_with = "address")]
    pub sender: Address,
    /// The page where municipalities and applicants log in.
    pub portal: Url,
    /// The pause after the first failed try, in seconds.
    pub first_pause_seconds: u64,
    /// How many times longer each pause is than the one before.
    pub factor: u64,
    /// The longest pause, in seconds.
    pub longest_pause_seconds: u64,
    /// How much of a pause may be taken off, in per cent.
    pub jitter_percent: u64,
    /// After how many tries a delivery is given up.
    pub most_tries: u32,
    /// How long one try may take, in seconds.
    pub try_seconds: u64,
    /// How long a delivery belongs to the worker that took it, in seconds.
    pub lease_seconds: u64,
    /// How many deliveries are carried at the same time.
    pub at_once: u32,
}

/// Reads an address as the mail library understands it.
pub(super) fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Address, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

impl Habits {
    /// The habits that are built in.
    ///
    /// # Errors
    /// What is wrong with the file; a test holds that this never happens in a build.
    pub fn embedded() -> Result<Self, toml::de::Error> {
        let habits: Self = toml::from_str(BUILT_IN)?;
        habits.judge()?;
        Ok(habits)
    }

    /// Whether the numbers fit each other. A try that outlives its lease would be carried by two.
    pub(super) fn judge(&self) -> Result<(), toml::de::Error> {
        let some = self.most_tries > 0 && self.at_once > 0 && self.factor > 0 && self.try_seconds > 0;
        if some && self.jitter_percent <= 100 && self.try_seconds < self.lease_seconds {
            Ok(())
        } else {
            Err(serde::de::Error::custom("most_tries, at_once, factor, try_seconds < lease_seconds, jitter_percent"))
        }
    }

    /// How long to wait after a failed try of a delivery, counted from 1. The same try of the same delivery always waits as long.
    #[must_use]
    pub fn pause(&self, id: &str, tried: u32) -> Duration {
        let longer = self.factor.saturating_pow(tried.saturating_sub(1));
        let whole = self.first_pause_seconds.saturating_mul(longer).min(self.longest_pause_seconds);
        let digest = Sha256::digest(format!("{id} {tried}"));
        let share = u64::from(digest.first().copied().unwrap_or_default());
        let whole = whole.saturating_mul(1000);
        let off = whole / 100 * self.jitter_percent * share / 256;
        Duration::from_millis(whole.saturating_sub(off))
    }

    /// How long one try may take.
    #[must_use]
    pub fn patience(&self) -> Duration {
        Duration::from_secs(self.try_seconds)
    }

    /// How long a delivery belongs to the worker that took it.
    #[must_use]
    pub fn lease(&self) -> Duration {
        Duration::from_secs(self.lease_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_the_longest_and_differ_from_delivery_to_delivery() {
        let habits = Habits::embedded().expect("config/outbox.toml parses");
        let whole =
            |tried: u32| (habits.first_pause_seconds * habits.factor.pow(tried - 1)).min(habits.longest_pause_seconds);
        for tried in 1..12 {
            let longest = Duration::from_secs(whole(tried));
            let shortest = longest * (100 - u32::try_from(habits.jitter_percent).expect("a per cent")) / 100;
            let pauses: Vec<_> = (0..50).map(|number| habits.pause(&format!("nr-{number}"), tried)).collect();
            assert!(pauses.iter().all(|pause| (shortest..=longest).contains(pause)), "{tried}: {pauses:?}");
            assert!(pauses.iter().collect::<std::collections::BTreeSet<_>>().len() > 10, "{tried}");
        }
        assert_eq!(habits.pause("a", 3), habits.pause("a", 3));
        assert!(habits.pause("a", u32::MAX) <= Duration::from_secs(habits.longest_pause_seconds));
    }

    #[test]
    fn what_is_given_up_has_been_tried_over_a_weekend() {
        let habits = Habits::embedded().expect("config/outbox.toml parses");
        let all: Duration = (1..habits.most_tries).map(|tried| habits.pause("a", tried)).sum();
        assert!(all > Duration::from_hours(72), "{all:?}");
    }
}
