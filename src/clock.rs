//! Time comes in from outside: the clock of the wall, one that started at a chosen moment, or one that a test moves.
//! Imports nothing of the crate.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// A clock that both the backend and the program are given. Clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock(Kind);

#[derive(Debug, Clone)]
enum Kind {
    /// The wall's clock, shifted by so many milliseconds.
    Wall(Arc<AtomicI64>),
    /// Stands still until it is moved.
    Manual(Arc<watch::Sender<Timestamp>>),
}

impl Clock {
    /// The clock on the wall.
    #[must_use]
    pub fn wall() -> Self {
        Self(Kind::Wall(Arc::default()))
    }

    /// A clock that shows `start` now and goes on from there.
    #[must_use]
    pub fn from(start: Timestamp) -> Self {
        let clock = Self::wall();
        clock.set(start);
        clock
    }

    /// A clock that stands at `start` until [`Clock::advance`] moves it.
    #[must_use]
    pub fn manual(start: Timestamp) -> Self {
        Self(Kind::Manual(Arc::new(watch::channel(start).0)))
    }

    /// Sets a clock that goes by itself, and all its clones: it shows `now` and goes on from there. One that a test moves
    /// stays where it is.
    pub fn set(&self, now: Timestamp) {
        if let Kind::Wall(shift) = &self.0 {
            shift.store(now.as_millisecond() - Timestamp::now().as_millisecond(), Ordering::Relaxed);
        }
    }

    /// What it shows, in whole milliseconds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = match &self.0 {
            Kind::Wall(shift) => {
                let shift = SignedDuration::from_millis(shift.load(Ordering::Relaxed));
                Timestamp::now().saturating_add(shift).unwrap_or(Timestamp::MAX)
            }
            Kind::Manual(time) => *time.borrow(),
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Moves a manual clock; a clock on the wall goes by itself.
    pub fn advance(&self, by: SignedDuration) {
        if let Kind::Manual(time) = &self.0 {
            time.send_modify(|now| *now = now.saturating_add(by).unwrap_or(Timestamp::MAX));
        }
    }

    /// True for a clock that a test moves.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        matches!(self.0, Kind::Manual(_))
    }

    /// Waits until it shows `moment` or later.
    pub async fn sleep_until(&self, moment: Timestamp) {
        match &self.0 {
            Kind::Wall(_) => {
                let left = moment.duration_since(self.now()).max(SignedDuration::ZERO);
                tokio::time::sleep(left.unsigned_abs()).await;
            }
            Kind::Manual(time) => {
                let mut changes = time.subscribe();
                // The sender lives in `self`, so the channel cannot close while this waits.
                if changes.wait_for(|now| *now >= moment).await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_stands_until_it_is_moved() {
        let start: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
        let clock = Clock::manual(start);
        let other = clock.clone();
        assert_eq!(clock.now(), start);
        clock.advance(SignedDuration::from_millis(300));
        assert_eq!(other.now(), start + SignedDuration::from_millis(300));
    }

    #[test]
    fn a_clock_that_is_set_shows_the_new_time_in_all_its_clones() {
        let clock = Clock::wall();
        let other = clock.clone();
        let start: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
        clock.set(start);
        assert!(other.now() >= start && other.now() < start + SignedDuration::from_hours(1));
    }

    #[tokio::test]
    async fn who_waits_for_a_manual_clock_wakes_when_it_is_moved_there() {
        let start: Timestamp = "2023-08-24T08:42:00Z".parse().expect("a timestamp of the test");
        let clock = Clock::manual(start);
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.sleep_until(start + SignedDuration::from_secs(30)).await }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        clock.advance(SignedDuration::from_secs(31));
        waiting.await.expect("the waiting task ends");
    }
}
