//! Trying again: when it is worth it, how often, and how long to wait between.
//! Imports `api`.

use std::{
    future::Future,
    time::{Duration, Instant},
};

use uuid::Uuid;

use super::backend::Answer;
use crate::api::fault::{Fault, FaultKind, Stored};

/// The waits between attempts, in milliseconds: each is drawn between the first and the second number.
const WAITS: [(u64, u64); 3] = [(100, 200), (200, 400), (400, 800)];

/// Asks until there is an answer, the attempts are used up, or `patience` has gone.
///
/// The last fault is the one that is told, but never as if nothing had been stored when an earlier attempt may have
/// been.
pub(super) async fn persist<T, Asking>(patience: Duration, mut ask: impl FnMut() -> Asking) -> Answer<T>
where
    Asking: Future<Output = Answer<T>>,
{
    let begun = Instant::now();
    let mut doubt: Option<Fault> = None;
    let mut waits = WAITS.into_iter();
    loop {
        let fault = match ask().await {
            Ok(answer) => return Ok(answer),
            Err(fault) => fault,
        };
        let wait = waits.next().filter(|_| is_worth_repeating(&fault) && begun.elapsed() < patience);
        if fault.stored == Stored::Unknown {
            doubt = Some(fault.clone());
        }
        let Some(wait) = wait else { return Err(told(fault, doubt)) };
        tokio::time::sleep(jittered(wait)).await;
    }
}

/// True for faults that may be gone in a moment and where asking again does no harm.
fn is_worth_repeating(fault: &Fault) -> bool {
    matches!(fault.kind, FaultKind::Away | FaultKind::Unknown | FaultKind::Storage | FaultKind::TooMany)
}

/// Only a verdict of the backend on the request itself undoes the doubt of an attempt before; a backend that has gone away
/// does not, nor does a login that has ended meanwhile.
fn told(last: Fault, doubt: Option<Fault>) -> Fault {
    match doubt {
        Some(doubt) if is_worth_repeating(&last) => doubt,
        Some(doubt) if !last.kind.is_verdict() => Fault { stored: doubt.stored, ..last },
        _ => last,
    }
}

/// A moment between the two: many clients must not all come back at once.
fn jittered((least, most): (u64, u64)) -> Duration {
    let chance = Uuid::new_v4().as_u64_pair().0;
    Duration::from_millis(least + chance % (most - least + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn after(faults: &[FaultKind]) -> (Answer<u8>, usize) {
        let mut asked = 0;
        let answer = persist(Duration::from_mins(1), || {
            let next = faults.get(asked).copied();
            asked += 1;
            async move { next.map_or(Ok(7), |kind| Err(Fault::new(kind))) }
        })
        .await;
        (answer, asked)
    }

    #[tokio::test]
    async fn a_backend_that_comes_back_answers() {
        assert_eq!(after(&[FaultKind::Storage, FaultKind::Away]).await, (Ok(7), 3));
    }

    #[tokio::test]
    async fn a_refusal_is_not_asked_again() {
        assert_eq!(after(&[FaultKind::Refused]).await, (Err(Fault::new(FaultKind::Refused)), 1));
    }

    #[tokio::test]
    async fn doubt_stays_when_the_backend_goes_away_afterwards() {
        let faults = [FaultKind::Unknown, FaultKind::Away, FaultKind::Away, FaultKind::Away];
        assert_eq!(after(&faults).await, (Err(Fault::new(FaultKind::Unknown)), 4));
    }

    #[tokio::test]
    async fn doubt_stays_when_the_login_ends_afterwards_and_goes_when_the_request_itself_is_judged() {
        let ended = Fault { stored: Stored::Unknown, ..Fault::new(FaultKind::NotLoggedIn) };
        assert_eq!(after(&[FaultKind::Unknown, FaultKind::NotLoggedIn]).await, (Err(ended), 2));
        let judged = Fault::new(FaultKind::AlreadyDecided);
        assert_eq!(after(&[FaultKind::Unknown, FaultKind::AlreadyDecided]).await, (Err(judged), 2));
    }
}
