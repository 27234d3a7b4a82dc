//! Addresses at which a backend can be.
//! Imports nothing.

use url::Url;

/// An address or a token that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadServer {
    /// Not an address that begins with `http://` or `https://`, or one with a password in it.
    #[error("not a usable address")]
    Address,
    /// The token holds characters that no header can carry.
    #[error("not a usable token")]
    Token,
    /// A file that holds no certificate.
    #[error("not usable certificates")]
    Certificate,
    /// The machine's certificates or the HTTP library are not usable.
    #[error("{0}")]
    Library(String),
}

/// An address at which a backend can be: http or https, without a name, a password or a question in it.
///
/// # Errors
/// [`BadServer::Address`] for every other one.
pub fn usable(address: &str) -> Result<Url, BadServer> {
    let url = Url::parse(address).map_err(|_unparsed| BadServer::Address)?;
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    let usable = matches!(url.scheme(), "http" | "https") && plain && url.host().is_some();
    if usable { Ok(url) } else { Err(BadServer::Address) }
}
