//! Who may ask what: the table of `config/rights.toml`, held at the door for every route.
//! Imports `domain` and `api`.

use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;

use super::{app::App, caller::Caller, problem::Error};
use crate::{
    api::fault::{Fault, FaultKind},
    domain::person::Role,
};

const FILE: &str = include_str!("../../config/rights.toml");

/// The table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    /// Its parts, in the order in which they are shown.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

/// Routes that belong together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What they are about.
    pub name: String,
    /// The routes.
    #[serde(rename = "route")]
    pub routes: Vec<Route>,
}

/// One route and who may use it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The method.
    pub method: String,
    /// The path, with names for what changes in it.
    pub path: String,
    /// Who.
    pub roles: Who,
    /// How what they see or do is limited, in words.
    #[serde(default)]
    pub limit: String,
}

/// Who may use a route.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Who {
    /// Without a role.
    All(All),
    /// These roles.
    Roles(Vec<Role>),
}

/// Without regard to the role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum All {
    /// Also those whom nobody knows.
    Anybody,
    /// Everybody who is known.
    Everybody,
}

impl Rights {
    /// The table that is built into the program.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn embedded() -> Result<Self, String> {
        toml::from_str(FILE).map_err(|error| format!("config/rights.toml: {error}"))
    }

    /// Who may use a route; none for one that does not stand in the table.
    #[must_use]
    pub fn of(&self, method: &str, path: &str) -> Option<&Who> {
        let mut routes = self.parts.iter().flat_map(|part| &part.routes);
        routes.find(|route| route.method == method && route.path == path).map(|route| &route.roles)
    }

    /// The methods of a path.
    fn methods(&self, path: &str) -> impl Iterator<Item = &str> {
        let routes = self.parts.iter().flat_map(|part| &part.routes);
        routes.filter(move |route| route.path == path).map(|route| route.method.as_str())
    }
}

impl Who {
    /// True when a role is let in.
    #[must_use]
    pub fn lets_in(&self, role: Role) -> bool {
        match self {
            Self::All(_) => true,
            Self::Roles(roles) => roles.contains(&role),
        }
    }
}

/// Lets in those whom the table names, and nobody through a door that it does not know.
///
/// # Errors
/// Not logged in, or not allowed.
pub async fn guard(
    State(app): State<App>,
    path: MatchedPath,
    method: Method,
    request: Request,
    next: Next,
) -> Result<Response, Error> {
    // What may be fetched may be asked about.
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    let refused = || Fault::new(FaultKind::NotAllowed);
    let Some(who) = app.rights.of(method, path.as_str()) else {
        let others: Vec<&str> = app.rights.methods(path.as_str()).collect();
        if others.is_empty() {
            tracing::error!(method, path = path.as_str(), "No right stands for this route");
            return Err(refused().into());
        }
        return Ok((StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, others.join(", "))]).into_response());
    };
    if *who == Who::All(All::Anybody) {
        return Ok(next.run(request).await);
    }
    let (mut parts, body) = request.into_parts();
    let caller = Caller::find(&parts, &app).await?;
    if !who.lets_in(caller.0.role) {
        return Err(refused().into());
    }
    parts.extensions.insert(caller);
    Ok(next.run(Request::from_parts(parts, body)).await)
}
