//! Going on with a batch on the program's own screen, which is struck as well.

use std::time::{Duration, Instant};

use rand::Rng as _;

use super::{
    PATIENCE, Run,
    strike::{Deed, Strike, Victim},
};
use crate::support::pty::{Pty, signal};

impl Run {
    /// One sitting at the screen; true when it said that the batch is done.
    pub(super) fn on_screen(&mut self, id: &str, strike: Option<Strike>) -> bool {
        self.tally.on_screen += 1;
        let url = self.url(strike);
        let arguments = ["--server", &url, "--token-file", &self.many.backend.token_file];
        let mut pty = Pty::start_in(&self.home, &arguments, (160, 45), &[]);
        let mut left = strike;
        let mut hit = false;
        let mut said = false;
        let begun = Instant::now();
        while !said && !pty.is_gone() {
            assert!(begun.elapsed() < PATIENCE, "{id} {strike:?}: the last screen was\n{}", pty.screen());
            let screen = pty.try_until(Duration::from_secs(10), &mut |screen| !screen.is_empty());
            let Ok(screen) = screen else { continue };
            let has = |text: &str| screen.contains(text);
            if has("Hele bunken kan angres") || has("Bunken er avsluttet.") {
                said = true;
                continue;
            } else if has("gjenstår. Enter fortsetter") {
                pty.send("\r");
                if let Some(strike) = left.take() {
                    hit = self.strike_at_screen(id, &pty, strike);
                    continue;
                }
            } else if !has("Venter på svar") && has("Enter åpne") {
                if has("Merk sakene først") && self.settled(id).state != "running" {
                    // What a killed program had asked for has come to its end since.
                    break;
                }
                // The start screen has told of the batch; without marks this opens it.
                pty.press("A");
            }
            drop(pty.try_until(Duration::from_millis(1500), &mut |now| now != screen));
        }
        self.revive();
        let after = self.settled(id);
        if let Some(strike) = strike.filter(|_| left.is_none()) {
            self.count(strike, hit, Deed::Screen, &after);
        }
        if said {
            self.tally.claims += 1;
            assert_eq!((after.state.as_str(), after.waiting), ("done", 0), "the screen says that {id} is done");
        }
        said
    }

    fn strike_at_screen(&mut self, id: &str, pty: &Pty, strike: Strike) -> bool {
        self.wait(strike, Deed::Screen);
        let hit = self.is_at_work(id, Deed::Screen) && !pty.is_gone();
        if strike.victim == Victim::Program {
            signal(pty.process(), "KILL");
        }
        self.strike_at(strike);
        if strike.victim == Victim::Backend {
            let away = Duration::from_millis(self.chance.random_range(0..2500));
            std::thread::sleep(away);
            self.revive();
        }
        hit
    }
}
