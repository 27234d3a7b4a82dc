//! What an ID token must be before anything in it is believed (`OpenID` Connect Core 1.0, section 3.1.3.7).
//! Imports nothing of the crate.

use std::collections::HashSet;

use jsonwebtoken::{
    Algorithm, DecodingKey, Validation,
    jwk::{Jwk, PublicKeyUse},
};
use serde::Deserialize;

/// Why an ID token is not believed. None of it says anything of what stands in the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadToken {
    /// There is none.
    #[error("missing")]
    Missing,
    /// It is not of its form.
    #[error("malformed")]
    Malformed,
    /// It is signed in a way that is not allowed.
    #[error("algorithm")]
    Algorithm,
    /// Its key is not the provider's.
    #[error("key")]
    Key,
    /// The signature is not the key's.
    #[error("signature")]
    Signature,
    /// Another issuer.
    #[error("issuer")]
    Issuer,
    /// For somebody else.
    #[error("audience")]
    Audience,
    /// Too old, or from the future.
    #[error("time")]
    Time,
    /// The answer to another question.
    #[error("nonce")]
    Nonce,
    /// The person has not logged in at a level that is good enough.
    #[error("level")]
    Level,
}

/// What an ID token must say.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// Who made it.
    pub issuer: &'a str,
    /// For whom.
    pub client: &'a str,
    /// The answer to which question; none where no question carried one.
    pub nonce: Option<&'a str>,
    /// At one of these levels.
    pub levels: &'a [String],
    /// How far the clocks may be apart, in seconds.
    pub leeway: i64,
    /// What time it is, in seconds.
    pub now: i64,
}

/// What an ID token says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claims {
    /// Who it is, at this provider.
    pub sub: String,
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Whether the provider has verified the address.
    #[serde(default)]
    pub email_verified: bool,
    /// The level.
    #[serde(default)]
    pub acr: Option<String>,
    exp: i64,
    iat: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    azp: Option<String>,
    aud: Audience,
}

/// For whom it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// The name of the key of a token that is signed in an allowed way.
///
/// # Errors
/// [`BadToken`].
pub fn key_of(token: &str, allowed: &[String]) -> Result<String, BadToken> {
    let header = jsonwebtoken::decode_header(token).map_err(|_error| BadToken::Malformed)?;
    if !allowed.iter().any(|name| name.parse() == Ok(header.alg)) {
        return Err(BadToken::Algorithm);
    }
    header.kid.ok_or(BadToken::Key)
}

/// What a token says, if all of it holds. Its way of being signed was allowed by [`key_of`].
///
/// # Errors
/// [`BadToken`] tells the first thing that does not hold.
pub fn judge(token: &str, key: &Jwk, wanted: &Wanted<'_>) -> Result<Claims, BadToken> {
    use jsonwebtoken::errors::ErrorKind;
    let header = jsonwebtoken::decode_header(token).map_err(|_error| BadToken::Malformed)?;
    let signs = !matches!(key.common.public_key_use, Some(PublicKeyUse::Encryption));
    let named = key.common.key_algorithm.is_none_or(|named| named.to_string().parse() == Ok(header.alg));
    if !signs || !named {
        return Err(BadToken::Key);
    }
    let decoding = DecodingKey::from_jwk(key).map_err(|_error| BadToken::Key)?;
    let claims = jsonwebtoken::decode::<Claims>(token, &decoding, &rules(header.alg, wanted))
        .map_err(|error| match error.kind() {
            ErrorKind::InvalidSignature => BadToken::Signature,
            ErrorKind::InvalidIssuer => BadToken::Issuer,
            ErrorKind::InvalidAudience => BadToken::Audience,
            ErrorKind::InvalidAlgorithm => BadToken::Algorithm,
            _ => BadToken::Malformed,
        })?
        .claims;
    let alone = match &claims.aud {
        Audience::One(_) => true,
        // Who else may read it is nobody we know.
        Audience::Many(all) => all.iter().all(|one| one == wanted.client),
    };
    if !alone || claims.azp.as_deref().is_some_and(|party| party != wanted.client) {
        return Err(BadToken::Audience);
    }
    let (early, late) = (wanted.now.saturating_sub(wanted.leeway), wanted.now.saturating_add(wanted.leeway));
    if claims.exp <= early || claims.iat > late || claims.nbf.is_some_and(|from| from > late) {
        return Err(BadToken::Time);
    }
    let repeated = |wanted: &str| claims.nonce.as_deref().is_some_and(|nonce| super::secrets::same(nonce, wanted));
    if wanted.nonce.is_some_and(|wanted| !repeated(wanted)) {
        return Err(BadToken::Nonce);
    }
    if !claims.acr.as_ref().is_some_and(|level| wanted.levels.contains(level)) {
        return Err(BadToken::Level);
    }
    if claims.sub.is_empty() || claims.sub.len() > 255 {
        return Err(BadToken::Malformed);
    }
    Ok(claims)
}

/// The rules of the library. The times are judged by the clock of the backend, above.
fn rules(algorithm: Algorithm, wanted: &Wanted<'_>) -> Validation {
    let mut rules = Validation::new(algorithm);
    rules.validate_exp = false;
    rules.validate_nbf = false;
    rules.set_issuer(&[wanted.issuer]);
    rules.set_audience(&[wanted.client]);
    rules.required_spec_claims = ["exp", "iss", "aud", "sub"].into_iter().map(str::to_owned).collect::<HashSet<_>>();
    rules
}
