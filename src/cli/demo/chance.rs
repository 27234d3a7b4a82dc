//! Chance that is the same every time: a stream of its own for every purpose.
//! Imports nothing of the crate.

use rand::{Rng, SeedableRng};
use rand_distr::{Binomial, Distribution, Poisson, StandardNormal};
use rand_pcg::Pcg64;

/// A stream of chance.
#[derive(Debug, Clone)]
pub struct Chance(Pcg64);

impl Chance {
    /// The stream of a purpose, such as a unit's figures; streams do not disturb each other.
    #[must_use]
    pub fn of(seed: u64, purpose: &[&str]) -> Self {
        Self(Pcg64::seed_from_u64(seed ^ purpose.iter().fold(0, |mixed, name| scatter(mixed, name))))
    }

    /// A number from 0 up to, but not including, 1.
    pub fn share(&mut self) -> f64 {
        self.0.random()
    }

    /// True with a probability.
    pub fn yes(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// A number between two others.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.share() * (high - low)
    }

    /// A standard normal number.
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.0)
    }

    /// A factor that is 1 on average.
    pub fn log_normal(&mut self, sigma: f64) -> f64 {
        (sigma * self.normal() - sigma * sigma / 2.0).exp()
    }

    /// A count with an expectation.
    pub fn poisson(&mut self, expected: f64) -> u32 {
        // Only 0 and less are refused: nothing is expected, nothing comes.
        Poisson::new(expected).map_or(0, |law| whole(law.sample(&mut self.0)))
    }

    /// How many of some cases meet a probability.
    pub fn binomial(&mut self, cases: u32, probability: f64) -> u32 {
        let law = Binomial::new(u64::from(cases), probability.clamp(0.0, 1.0));
        law.map_or(0, |law| u32::try_from(law.sample(&mut self.0)).unwrap_or(cases))
    }
}

/// A number that is scattered by a name (FNV-1a): the same on every machine.
#[must_use]
pub fn scatter(mixed: u64, name: &str) -> u64 {
    let start = mixed ^ 0xcbf2_9ce4_8422_2325;
    let grind = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    name.bytes().fold(start, grind).rotate_left(7)
}

/// A place in a list of a length, by a name.
#[must_use]
pub fn place(name: &str, length: usize) -> usize {
    let scattered = scatter(0, name) >> 11;
    usize::try_from(scattered % u64::try_from(length.max(1)).unwrap_or(1)).unwrap_or(0)
}

/// The nearest whole number of 0 or more.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range just before")]
pub fn whole(number: f64) -> u32 {
    number.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_has_its_own_stream_and_always_the_same() {
        let draw = |purpose: &[&str]| {
            let mut chance = Chance::of(7, purpose);
            (chance.poisson(20.0), chance.binomial(50, 0.5), chance.share())
        };
        assert_eq!(draw(&["3420", "figures"]), draw(&["3420", "figures"]));
        assert_ne!(draw(&["3420", "figures"]), draw(&["3403", "figures"]));
    }

    #[test]
    fn what_cannot_be_expected_does_not_come() {
        let mut chance = Chance::of(7, &[]);
        assert_eq!((chance.poisson(0.0), chance.poisson(-1.0), chance.poisson(f64::NAN)), (0, 0, 0));
        assert_eq!((chance.binomial(0, 0.5), chance.binomial(9, 1.5), chance.binomial(9, -1.0)), (0, 9, 0));
    }
}
