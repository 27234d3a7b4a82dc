//! The JSON Schemas that editors help by, made of the lists that the readers go by.
//! Imports `app` (command, scope), `keys` and `settings`.

use serde_json::{Map, Value, json};

use super::super::{args::SchemaOf, failure::Failure, session::Desk};
use crate::{
    app::{command::Command, scope::Scope},
    keys::{file::scope_name, keymap::Keymap},
    settings::{
        editor,
        service::{Given, Service},
    },
};

/// Prints the schema of a file.
pub(super) fn print(desk: &Desk, of: SchemaOf) -> Result<u8, Failure> {
    let schema = match of {
        SchemaOf::Config => editor::schema("config.toml", desk.settings.held.keys()),
        SchemaOf::Serve => editor::schema("sfv serve --config", Service::read(&Given::default())?.0.keys()),
        SchemaOf::Keymap => keymap(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| Failure::Internal(error.to_string()))?;
    desk.output.lines(text.lines().map(str::to_owned))?;
    Ok(0)
}

/// The schema of a person's own keys: tables of scopes, in each keys and the commands that they give.
fn keymap() -> Value {
    let mut commands: Vec<&str> = Command::ALL.iter().map(|command| command.id()).collect();
    // A key that is taken away.
    commands.push("");
    let mut properties = Map::new();
    properties.insert("base".to_owned(), json!({ "type": "string", "enum": Keymap::names().collect::<Vec<_>>() }));
    properties.insert("leader".to_owned(), json!({ "type": "string", "minLength": 1 }));
    for scope in Scope::ALL {
        properties.insert(scope_name(scope), json!({ "$ref": "#/definitions/scope" }));
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "keymap.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "definitions": { "scope": {
            "type": "object",
            "properties": {
                "modal": { "type": "boolean" },
                "types": { "type": "boolean" },
                "hints": { "type": "array", "items": { "type": "string" } },
            },
            "additionalProperties": { "type": "string", "enum": commands },
        } },
    })
}
