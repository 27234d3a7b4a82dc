//! What an editor goes by while somebody writes a file of settings: a JSON Schema made of the list of keys.
//! Imports nothing of the crate.

use serde_json::{Map, Value, json};

use super::service::{Key, ValueKind};

/// The schema of a file with these keys. A key `table.name` stands under its table.
#[must_use]
pub fn schema(title: &str, keys: &[Key]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let (table, name) = key.name.split_once('.').unwrap_or(("", &key.name));
        // What never stands in a file has no place in the schema of one.
        if key.kind == ValueKind::Secret {
            continue;
        }
        if table.is_empty() {
            properties.insert(name.to_owned(), property(key));
            continue;
        }
        let empty = || json!({ "type": "object", "additionalProperties": false, "properties": {} });
        let inside = properties.entry(table).or_insert_with(empty);
        if let Some(inside) = inside.get_mut("properties").and_then(Value::as_object_mut) {
            inside.insert(name.to_owned(), property(key));
        }
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn property(key: &Key) -> Value {
    let mut property = match key.kind {
        ValueKind::Flag => json!({ "type": "boolean" }),
        ValueKind::Number => {
            let mut number = json!({ "type": "integer", "minimum": key.least });
            if key.most < u64::MAX {
                number["maximum"] = key.most.into();
            }
            number
        }
        ValueKind::Numbers => json!({ "type": "array", "items": { "type": "integer", "minimum": 0 } }),
        ValueKind::Networks => json!({ "type": "array", "items": { "type": "string" } }),
        ValueKind::Choice => json!({ "type": "string", "enum": key.choices }),
        _ => json!({ "type": "string", "minLength": 1 }),
    };
    let unit = key.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    property["description"] = format!("{}{unit}", key.about).into();
    if let Some(default) = key.default.as_ref().and_then(|value| serde_json::to_value(value).ok()) {
        property["default"] = default;
    }
    property
}
