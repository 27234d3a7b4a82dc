//! Commands on a batch, and what is killed while they are at work.

use std::{
    process::{Child, Stdio},
    time::Duration,
};

use rand::Rng as _;

use super::{Run, STRIKES, Standing, look};
use crate::support::relay::Cut;

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Victim {
    Program,
    Backend,
    Line,
    Answer,
}

/// What is done with a batch when it is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Confirmed by its number.
    Confirm,
    /// Gone on with, by a command.
    Resume,
    /// Gone on with, on the screen.
    Screen,
    /// Taken back.
    Undo,
}

/// A kill that is meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strike {
    pub(super) victim: Victim,
    /// When, as a share of the time that the deed takes: rather early, so that there is something left to strike at.
    share: f64,
}

impl Run {
    /// What is struck next, and when; nothing when this batch or this run has had enough.
    pub(super) fn strike(&mut self, struck: usize) -> Option<Strike> {
        if struck >= STRIKES || self.tally.hits() >= self.wanted {
            return None;
        }
        let victim = match self.chance.random_range(0..9) {
            0..=2 => Victim::Program,
            3..=5 => Victim::Backend,
            6..=7 => Victim::Line,
            _ => Victim::Answer,
        };
        Some(Strike { victim, share: self.chance.random_range(0.0_f64..1.0).powi(2) })
    }

    /// Runs a command on a batch, and strikes while it is at work; gives its exit code.
    pub(super) fn command(&mut self, id: &str, deed: Deed, arguments: &[&str], strike: Option<Strike>) -> Option<i32> {
        let before = self.settled(id);
        let url = self.url(strike);
        let session = ["--server", &url, "--token-file", &self.many.backend.token_file];
        let mut command = self.home.command(&[&session, arguments].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let at_work = self.wait_for_work(id, deed, &mut child);
        let mut hit = false;
        if let Some(strike) = strike.filter(|_| at_work) {
            self.wait(strike, deed);
            hit = self.is_at_work(id, deed) && matches!(child.try_wait(), Ok(None));
            if strike.victim == Victim::Program {
                drop(child.kill());
            }
            self.strike_at(strike);
            if strike.victim == Victim::Backend && self.chance.random_bool(0.6) {
                std::thread::sleep(Duration::from_millis(self.chance.random_range(0..500)));
                self.revive();
            }
        }
        let output = child.wait_with_output().expect("the program ends");
        self.revive();
        let code = output.status.code();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        *self.tally.codes.entry(code.unwrap_or(-9)).or_default() += 1;
        let after = self.settled(id);
        if let Some(strike) = strike.filter(|_| at_work) {
            self.count(strike, hit, deed, &after);
        }
        let expected: &[i32] = match strike.map(|strike| strike.victim) {
            None => &[0],
            Some(Victim::Program) => &[-9, 0],
            Some(_) => &[0, 69, 75],
        };
        let too_late = deed == Deed::Undo && code == Some(4);
        assert!(too_late || expected.contains(&code.unwrap_or(-9)), "{arguments:?} {strike:?}: {code:?} {err}");
        match code {
            Some(0) => {
                self.tally.claims += 1;
                look::at_claim(&self.home, id, &serde_json::from_str(&out).expect("JSON"), &after);
            }
            // Away: it never got there.
            Some(69) => {
                assert_eq!(before, after, "{deed:?} {strike:?} ended with 69 and has stored something: {err}");
                let number_taken = deed == Deed::Confirm && before.state == "open" && hit;
                assert!(!number_taken, "{strike:?} came when the number had been taken: {err}");
            }
            _ => {}
        }
        code
    }

    /// Through the relay where the connection shall be cut.
    pub(super) fn url(&self, strike: Option<Strike>) -> String {
        let cut = strike.is_some_and(|strike| matches!(strike.victim, Victim::Line | Victim::Answer));
        if cut { self.relay.url.clone() } else { self.many.backend.url.clone() }
    }

    /// Waits until a command has begun with the batch; false when it has ended before.
    fn wait_for_work(&self, id: &str, deed: Deed, child: &mut Child) -> bool {
        loop {
            if !matches!(child.try_wait(), Ok(None)) {
                return false;
            }
            if self.is_at_work(id, deed) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub(super) fn is_at_work(&self, id: &str, deed: Deed) -> bool {
        self.standing(id).state == if deed == Deed::Undo { "done" } else { "running" }
    }

    /// Waits for the moment of a strike.
    pub(super) fn wait(&self, strike: Strike, deed: Deed) {
        std::thread::sleep(Duration::from_millis(self.spans[deed as usize]).mul_f64(strike.share));
    }

    /// Strikes at anything but a program.
    pub(super) fn strike_at(&mut self, strike: Strike) {
        let away = Duration::from_millis(self.chance.random_range(0..1200));
        match strike.victim {
            Victim::Program => {}
            Victim::Backend => self.many.backend.kill(),
            Victim::Line => self.relay.cut(Cut::Now, away),
            Victim::Answer => self.relay.cut(Cut::AtAnswer, away),
        }
    }

    /// Counts a kill; a cut counts when something was on its way.
    pub(super) fn count(&mut self, strike: Strike, hit: bool, deed: Deed, after: &Standing) {
        let cut = self.relay.settle() > 0;
        let hit = hit && (cut || matches!(strike.victim, Victim::Program | Victim::Backend));
        *self.tally.kills.entry(strike.victim).or_default() += 1;
        let span = &mut self.spans[deed as usize];
        *span = (if hit { *span * 11 / 10 } else { *span * 8 / 10 }).clamp(30, 5000);
        if hit {
            *self.tally.hits.entry(strike.victim).or_default() += 1;
            self.tally.while_undoing += usize::from(deed == Deed::Undo);
            self.tally.cut_short += usize::from(after.waiting > 0);
        }
    }

    /// Starts the backend again when it is dead.
    pub(super) fn revive(&mut self) {
        if self.many.backend.is_dead() {
            self.tally.restarts += 1;
            self.many.backend.restart(&self.home);
        }
    }
}
