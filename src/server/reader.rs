//! The language of whoever asks, by the header `Accept-Language`: in it the backend says why it does not do what it was asked.
//! What is stored, or leaves the office, is never said in it. Imports `text`.

use std::{future::Future, sync::OnceLock};

use axum::http::{HeaderMap, header};

use super::store::Store;
use crate::text::{DEFAULT_LANGUAGE, Texts, WRITTEN};

/// The longest header that is read, in bytes.
const LONGEST: usize = 200;

tokio::task_local! {
    /// The language of the request that is answered.
    static LANGUAGE: &'static str;
}

/// The texts of each language, once somebody has asked in it.
static SPOKEN: [OnceLock<Option<Texts>>; WRITTEN.len()] = [const { OnceLock::new() }; WRITTEN.len()];

/// Answers a request in the language that its headers ask for.
pub async fn answering<T>(headers: &HeaderMap, answer: impl Future<Output = T>) -> T {
    LANGUAGE.scope(wanted(headers), answer).await
}

/// The language of the request that is answered; outside of one, the language of what is stored.
#[must_use]
pub fn language() -> &'static str {
    LANGUAGE.try_with(|language| *language).unwrap_or(DEFAULT_LANGUAGE)
}

/// The sentences for whoever asks.
#[must_use]
pub fn texts(store: &Store) -> &Texts {
    let language = language();
    let other = WRITTEN.iter().zip(&SPOKEN).find(|(code, _)| **code == language && language != DEFAULT_LANGUAGE);
    let other = other.and_then(|(code, kept)| kept.get_or_init(|| Texts::of(code).ok()).as_ref());
    other.unwrap_or_else(|| store.texts())
}

/// The language that is wanted most of those there are. `no` is bokmål, and where nothing fits it is bokmål too.
#[must_use]
pub fn wanted(headers: &HeaderMap) -> &'static str {
    let given = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let ranges = given.get(..given.len().min(LONGEST)).unwrap_or_default().split(',').filter_map(|part| {
        let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let weight = weight.trim().strip_prefix("q=")?.parse::<f32>().ok().filter(|weight| *weight > 0.0)?;
        let primary = range.trim().split('-').next()?.to_ascii_lowercase();
        let code = if primary == "no" { DEFAULT_LANGUAGE } else { primary.as_str() };
        WRITTEN.iter().find(|known| **known == code).map(|known| (weight, *known))
    });
    // Of two that are wanted alike the first one counts.
    let best = ranges.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map_or(DEFAULT_LANGUAGE, |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_language_that_is_wanted_most_and_is_spoken_is_taken() {
        for (given, wanted) in [
            ("nn", "nn"),
            ("nn-NO,nb;q=0.8,en;q=0.5", "nn"),
            ("de, en;q=0.7, nn;q=0.9", "nn"),
            ("en-GB,en;q=0.9", "en"),
            ("no", "nb"),
            ("se", "nb"),
            ("en;q=0", "nb"),
            ("*", "nb"),
            ("", "nb"),
            ("en;q=x,nn", "nn"),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(given))]);
            assert_eq!(super::wanted(&headers), wanted, "{given}");
        }
        assert_eq!(super::wanted(&HeaderMap::new()), "nb");
    }
}
