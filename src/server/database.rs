//! Where the data lie: in a file of this machine, or at a database server.
//! Imports nothing of the crate.

use std::{fmt, path::PathBuf, str::FromStr};

use url::Url;

/// Where the data lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// The embedded database, SQLite: one process at a time serves it.
    File(PathBuf),
    /// PostgreSQL: any number of processes stand in front of it.
    Server(Address),
}

/// Which of the two it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The embedded one.
    Embedded,
    /// The server.
    Server,
}

/// The address of a database server, whose password is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Database {
    /// Which of the two it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::File(_) => Kind::Embedded,
            Self::Server(_) => Kind::Server,
        }
    }

    /// The file; none of a server.
    #[must_use]
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }

    /// The same with a password; a file has none.
    #[must_use]
    pub fn with_password(self, password: &str) -> Self {
        match self {
            Self::Server(Address(mut url)) => {
                // Only an address without a host can have none, and that is no server's.
                let _hostless = url.set_password(Some(password));
                Self::Server(Address(url))
            }
            file @ Self::File(_) => file,
        }
    }

    /// How it is called in a message, without a password.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Server(address) => address.shown(),
        }
    }
}

impl FromStr for Database {
    type Err = url::ParseError;

    /// An address that begins with `postgres://` or `postgresql://` is a server's; all else is a file.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
            return Ok(Self::Server(Address(Url::parse(text)?)));
        }
        Ok(Self::File(PathBuf::from(text)))
    }
}

impl Address {
    /// The address without the password.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = self.0.clone();
        if shown.password().is_some() && shown.set_password(None).is_err() {
            return shown.scheme().to_owned();
        }
        // Settings after the question mark may hold a password too.
        shown.set_query(None);
        shown.to_string()
    }

    /// The whole address, with the password if it has one: for the connection alone.
    #[must_use]
    pub fn secret(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Address").field(&self.shown()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_of_a_database_is_never_shown() {
        for text in ["postgres://sfv:hemmelig@db.example/sfv", "postgres://db.example/sfv?password=hemmelig"] {
            let database: Database = text.parse().expect("an address");
            let shown = format!("{database:?} {}", database.shown());
            assert!(!shown.contains("hemmelig") && shown.contains("db.example/sfv"), "{shown}");
        }
        assert_eq!("/var/lib/sfv.sqlite".parse(), Ok(Database::File("/var/lib/sfv.sqlite".into())));
    }
}
