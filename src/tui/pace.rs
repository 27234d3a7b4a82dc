//! How often a frame is drawn: at once, or on a slow line a few times a second with everything that came between in one.
//! Imports nothing of other layers.

use jiff::{SignedDuration, Timestamp};

/// The time between two frames on a slow line. The first one after a rest comes at once.
const GAP: SignedDuration = SignedDuration::from_millis(250);

/// When the last frame was drawn, and when the next one that was put off is due.
#[derive(Debug, Default)]
pub(super) struct Pace {
    last: Option<Timestamp>,
    due: Option<Timestamp>,
}

impl Pace {
    /// True when a frame may be drawn now; else it is due later.
    pub(super) fn lets(&mut self, now: Timestamp, thrifty: bool) -> bool {
        let next = self.last.map(|last| last + GAP).filter(|next| thrifty && now < *next);
        self.due = next;
        if next.is_none() {
            self.last = Some(now);
        }
        next.is_none()
    }

    /// When the frame that was put off is due.
    pub(super) fn due(&self) -> Option<Timestamp> {
        self.due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_slow_line_the_first_answer_comes_at_once_and_what_follows_is_merged() {
        let start: Timestamp = "2023-08-14T10:42:00Z".parse().expect("a time");
        let at = |ms: i64| start + SignedDuration::from_millis(ms);
        let mut pace = Pace::default();
        assert!(pace.lets(at(0), true), "the first at once");
        assert!(!pace.lets(at(10), true) && !pace.lets(at(200), true));
        assert_eq!(pace.due(), Some(at(250)), "one for both");
        assert!(pace.lets(at(250), true));
        assert_eq!(pace.due(), None, "and nothing wakes the program after it");
        assert!(pace.lets(at(251), false), "an ordinary line draws at once");
    }
}
