//! Who asks too often: a bucket of requests for each token and each address, filled again as time goes.
//! The buckets are this process's own; behind a proxy each process has its share.
//! Imports `api`.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{app::App, peer, problem, serving::Limits};
use crate::api::{
    fault::{Fault, FaultKind},
    path,
};

/// How many buckets are kept before the full ones are thrown away.
const MOST_BUCKETS: usize = 100_000;

/// The buckets.
#[derive(Debug)]
pub struct Gate {
    per_token: Option<NonZeroU32>,
    per_address: Option<NonZeroU32>,
    burst: f64,
    /// What is remembered of a token or an address is a number that means nothing outside this process.
    hasher: RandomState,
    buckets: Mutex<HashMap<u64, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
    per_second: f64,
}

impl Bucket {
    /// What is in it at a time.
    fn level(&self, now: Instant, burst: f64) -> f64 {
        (self.left + now.saturating_duration_since(self.at).as_secs_f64() * self.per_second).min(burst)
    }
}

impl Gate {
    /// With full buckets.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            per_token: limits.per_token,
            per_address: limits.per_address,
            burst: f64::from(limits.burst.max(1)),
            hasher: RandomState::new(),
            buckets: Mutex::default(),
        }
    }

    /// Takes one request out of both buckets, or tells how long to wait.
    fn pass(&self, address: &str, token: Option<&[u8]>, now: Instant) -> Result<(), Duration> {
        let by_address = self.per_address.map(|limit| (self.hasher.hash_one(("address", address)), limit));
        let by_token = token.zip(self.per_token).map(|(token, limit)| (self.hasher.hash_one(("token", token)), limit));
        for (key, limit) in by_address.into_iter().chain(by_token) {
            self.take(key, limit, now)?;
        }
        Ok(())
    }

    fn take(&self, key: u64, per_minute: NonZeroU32, now: Instant) -> Result<(), Duration> {
        let per_second = f64::from(per_minute.get()) / 60.0;
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_BUCKETS {
            buckets.retain(|_, bucket| bucket.level(now, self.burst) < self.burst);
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: self.burst, at: now, per_second });
        let level = bucket.level(now, self.burst);
        if level < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - level) / per_second));
        }
        *bucket = Bucket { left: level - 1.0, at: now, per_second };
        Ok(())
    }
}

/// The layer that sends those away who ask too often; whether the service is alive may always be asked.
pub async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let about_life = request.extensions().get::<MatchedPath>();
    if about_life.is_some_and(|path| [path::HEALTH, path::HEALTHZ, path::READYZ].contains(&path.as_str())) {
        return next.run(request).await;
    }
    let address = peer::of(request.extensions(), request.headers(), &app).to_string();
    let token = request.headers().get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
    match app.surroundings.gate.pass(&address, token, Instant::now()) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            let mut response = problem::Error::from(Fault::new(FaultKind::TooMany)).into_response();
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_that_is_empty_fills_again() {
        let limits = Limits { per_token: NonZeroU32::new(60), burst: 2, ..Limits::default() };
        let gate = Gate::new(&limits);
        let begun = Instant::now();
        let at = |seconds: u64, token: &'static str| {
            gate.pass("a", Some(token.as_bytes()), begun + Duration::from_secs(seconds)).is_ok()
        };
        assert_eq!([at(0, "x"), at(0, "x"), at(0, "x"), at(0, "y")], [true, true, false, true]);
        assert_eq!([at(1, "x"), at(1, "x")], [true, false]);
        assert_eq!([at(60, "x"), at(60, "x"), at(60, "x")], [true, true, false]);
    }
}
