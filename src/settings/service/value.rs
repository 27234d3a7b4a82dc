//! One value of the shared backend's settings: judged by its kind, wherever it comes from.
//! Imports nothing of the crate.

use std::{
    fs,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use url::{Host, Url};

use super::{
    mistake::{MistakeKind, Place},
    schema::{Key, ValueKind},
};

/// A value that is what its key wants.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, a path, a choice, an address.
    Text(String),
    /// A number.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    Texts(Vec<String>),
    /// Several numbers.
    Numbers(Vec<u64>),
    /// What is never shown.
    Secret(String),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.shown())
    }
}

impl Value {
    /// The value as it may be shown.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Texts(texts) => texts.join(", "),
            Self::Numbers(numbers) => numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(", "),
            Self::Secret(_) => "…".to_owned(),
        }
    }
}

/// A value as it was written, before it is judged.
#[derive(Debug, Clone)]
pub(super) enum Raw {
    /// From the environment or a flag: text that must be read by its kind.
    Words(String),
    /// From a file.
    Toml(toml::Value),
}

impl Raw {
    fn text(&self) -> Option<String> {
        match self {
            Self::Words(text) | Self::Toml(toml::Value::String(text)) => Some(text.clone()),
            Self::Toml(_) => None,
        }
    }

    fn number(&self) -> Option<u64> {
        match self {
            Self::Words(text) => text.trim().parse().ok(),
            Self::Toml(toml::Value::Integer(number)) => u64::try_from(*number).ok(),
            Self::Toml(_) => None,
        }
    }

    fn flag(&self) -> Option<bool> {
        match self {
            Self::Words(text) => text.trim().parse().ok(),
            Self::Toml(toml::Value::Boolean(flag)) => Some(*flag),
            Self::Toml(_) => None,
        }
    }

    /// The parts of a list.
    fn parts(&self) -> Option<Vec<Self>> {
        match self {
            Self::Words(text) => {
                let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
                Some(parts.map(|part| Self::Words(part.to_owned())).collect())
            }
            Self::Toml(toml::Value::Array(parts)) => Some(parts.iter().cloned().map(Self::Toml).collect()),
            Self::Toml(_) => None,
        }
    }
}

/// The value of a key, or what is wrong with it.
pub(super) fn judge(key: &Key, raw: &Raw, place: &Place) -> Result<Value, MistakeKind> {
    let wrong = || MistakeKind::WrongKind { key: key.name.clone(), kind: key.kind };
    let secret_here = || MistakeKind::SecretHere { key: key.name.clone() };
    let text = || raw.text().filter(|text| !text.trim().is_empty()).ok_or_else(wrong);
    match key.kind {
        ValueKind::Text | ValueKind::Path => text().map(Value::Text),
        ValueKind::Address => text().and_then(|text| match text.parse::<SocketAddr>() {
            Ok(_) => Ok(Value::Text(text)),
            Err(_) => Err(wrong()),
        }),
        ValueKind::Networks => {
            let parts = raw.parts().ok_or_else(wrong)?;
            let parts: Option<Vec<String>> =
                parts.iter().map(|part| part.text().filter(|text| network(text))).collect();
            parts.map(Value::Texts).ok_or_else(wrong)
        }
        ValueKind::File => text().and_then(|text| readable(key, &text).map(|()| Value::Text(text))),
        ValueKind::SecretFile => text().and_then(|text| {
            readable(key, &text)?;
            private(key, Path::new(&text))?;
            Ok(Value::Text(text))
        }),
        ValueKind::Flag => raw.flag().map(Value::Flag).ok_or_else(wrong),
        ValueKind::Number => {
            let out = || MistakeKind::OutOfRange { key: key.name.clone(), least: key.least, most: key.most };
            let negative = matches!(raw, Raw::Toml(toml::Value::Integer(number)) if *number < 0);
            let number = raw.number().ok_or_else(|| if negative { out() } else { wrong() })?;
            if (key.least..=key.most).contains(&number) { Ok(Value::Number(number)) } else { Err(out()) }
        }
        ValueKind::Numbers => {
            let numbers: Option<Vec<u64>> = raw.parts().ok_or_else(wrong)?.iter().map(Raw::number).collect();
            let numbers = numbers.ok_or_else(wrong)?;
            if numbers.is_sorted_by(|one, next| one < next) { Ok(Value::Numbers(numbers)) } else { Err(wrong()) }
        }
        ValueKind::Choice => {
            let text = text()?;
            let known = key.choices.contains(&text);
            let choices = key.choices.join(", ");
            if known {
                Ok(Value::Text(text))
            } else {
                Err(MistakeKind::NotOneOf { key: key.name.clone(), given: text, choices })
            }
        }
        ValueKind::Database => {
            let text = text()?;
            let secret = has_password(&text);
            match place {
                // A command line is seen by everybody on the machine.
                Place::File { .. } | Place::Flag { .. } if secret => Err(secret_here()),
                _ if is_server(&text) && Url::parse(&text).is_err() => Err(wrong()),
                _ if is_overheard(&text) => Err(MistakeKind::PlainDatabase { key: key.name.clone() }),
                _ if secret => Ok(Value::Secret(text)),
                _ => Ok(Value::Text(text)),
            }
        }
        ValueKind::Secret => match place {
            Place::Environment { .. } => text().map(|text| Value::Secret(text.trim().to_owned())),
            _ => Err(secret_here()),
        },
    }
}

/// True for an address or a network.
fn network(text: &str) -> bool {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
    let Ok(address) = address.parse::<IpAddr>() else { return false };
    let most = if address.is_ipv4() { 32 } else { 128 };
    prefix.is_none_or(|prefix| prefix.parse::<u8>().is_ok_and(|prefix| prefix <= most))
}

fn is_server(text: &str) -> bool {
    text.starts_with("postgres://") || text.starts_with("postgresql://")
}

/// True for the address of a server with a password in it.
fn has_password(text: &str) -> bool {
    is_server(text)
        && Url::parse(text).is_ok_and(|url| {
            url.password().is_some() || url.query_pairs().any(|(name, _)| name.eq_ignore_ascii_case("password"))
        })
}

/// True for a server on another machine that would be spoken to without TLS if it liked.
fn is_overheard(text: &str) -> bool {
    let Some(url) = Url::parse(text).ok().filter(|_| is_server(text)) else { return false };
    let own = match url.host() {
        None => true,
        Some(Host::Domain(name)) => {
            // A socket of this machine is written as a host that begins with a slash.
            let percent = name.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("%2f"));
            name == "localhost" || percent || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    let tls = ["require", "verify-ca", "verify-full"];
    let asked = |(name, value): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| {
        matches!(name.as_ref(), "sslmode" | "ssl-mode") && tls.contains(&value.as_ref())
    };
    !own && !url.query_pairs().any(asked)
}

fn readable(key: &Key, text: &str) -> Result<(), MistakeKind> {
    fs::File::open(text)
        .and_then(|file| file.metadata())
        .and_then(|file| if file.is_dir() { Err(std::io::ErrorKind::IsADirectory.into()) } else { Ok(()) })
        .map_err(|cause| MistakeKind::Unreadable {
            key: key.name.clone(),
            path: PathBuf::from(text).display().to_string(),
            detail: cause.to_string(),
        })
}

/// A file with a secret is its owner's alone; a group may read it, as the keys of a certificate are handed out so.
#[cfg(unix)]
fn private(key: &Key, path: &Path) -> Result<(), MistakeKind> {
    use std::os::unix::fs::PermissionsExt as _;
    let open = fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o007 != 0);
    if open {
        return Err(MistakeKind::ReadableByOthers { key: key.name.clone(), path: path.display().to_string() });
    }
    Ok(())
}

#[cfg(not(unix))]
fn private(_key: &Key, _path: &Path) -> Result<(), MistakeKind> {
    Ok(())
}
