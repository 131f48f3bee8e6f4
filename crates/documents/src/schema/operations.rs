//! The schema of all operations, of which the descriptions of shells are made.

use std::collections::BTreeSet;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::call::{Call, Operation};
use crate::diagnostic::Faults;

const DEFINITIONS: &str = "#/$defs/";

/// What the name of a definition ends in, where what is written differs from what is read.
const WRITTEN: &str = "Written";

/// What each operation is asked and answers; what a shell's own description is made of.
pub(super) fn operations() -> Value {
    let mut asked = SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<Call>().to_value();
    let mut schemas = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let faults = schemas.subschema_for::<Faults>().to_value();
    let answers: Vec<_> = Operation::ALL.iter().map(|(_, operation)| operation.answer(&mut schemas).to_value()).collect();
    let (mut definitions, fields) = (taken(&mut asked, "$defs"), taken(&mut asked, "properties"));
    let mut written = Value::Object(schemas.take_definitions(true));
    let apart = apart(&definitions, &written);
    rename(&mut written, &apart);
    let described = definitions.remove("Operation").unwrap_or_default();
    let operations = Operation::ALL.iter().zip(answers).map(|((name, operation), mut answer)| {
        rename(&mut answer, &apart);
        let described = one_of(&described).find(|it| it.get("const").is_some_and(|it| it == name));
        let takes = operation.takes().filter_map(|field| Some((field.to_owned(), fields.get(field)?.clone())));
        let (field, needs) = match operation.needs() {
            [needed] => ("required", json!(needed)),
            either => ("oneOf", either.iter().map(|needed| json!({"required": needed})).collect()),
        };
        let asked = json!({
            "additionalProperties": false, "description": "What it is asked.", field: needs,
            "properties": takes.collect::<Map<_, _>>(), "type": "object",
        });
        let answer = json!({"allOf": [answer], "description": "What it answers."});
        let both = json!({
            "description": described.and_then(|it| it.get("description")), "properties": {"answer": answer, "request": asked},
            "required": ["answer", "request"], "type": "object",
        });
        ((*name).to_owned(), both)
    });
    let operations: Map<_, _> = operations.collect();
    if let Value::Object(written) = written {
        let name = |name: String| if apart.contains(&name) { name + WRITTEN } else { name };
        definitions.extend(written.into_iter().map(|(key, schema)| (name(key), schema)));
    }
    json!({
        "$defs": definitions, "$schema": "https://json-schema.org/draft/2020-12/schema", "additionalProperties": false,
        "description": "What each operation is asked and answers. Where it cannot answer, it says everything that is wrong.",
        "properties": operations, "title": "Operations", "type": "object", "x-faults": faults,
    })
}

fn one_of(schema: &Value) -> impl Iterator<Item = &Value> {
    schema.get("oneOf").and_then(Value::as_array).into_iter().flatten()
}

fn taken(schema: &mut Value, field: &str) -> Map<String, Value> {
    match schema.get_mut(field).map(Value::take) {
        Some(Value::Object(fields)) => fields,
        Some(_) | None => Map::new(),
    }
}

/// The definitions that are not the same where they are read as where they are written, of themselves or in what they refer to.
fn apart(read: &Map<String, Value>, written: &Value) -> BTreeSet<String> {
    let shared = || written.as_object().into_iter().flatten().filter_map(|(name, schema)| Some((name, schema, read.get(name)?)));
    let mut apart: BTreeSet<String> = shared().filter(|(_, written, read)| written != read).map(|(name, ..)| name.clone()).collect();
    loop {
        let refers = |schema: &Value| references(schema).into_iter().any(|name| apart.contains(name));
        let more: Vec<_> =
            shared().filter(|(name, written, _)| !apart.contains(*name) && refers(written)).map(|(name, ..)| name.clone()).collect();
        if more.is_empty() {
            return apart;
        }
        apart.extend(more);
    }
}

/// The names that a schema refers to.
fn references(schema: &Value) -> Vec<&str> {
    match schema {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix(DEFINITIONS));
            own.into_iter().chain(fields.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

/// Lets a schema refer to what is written, where that differs from what is read.
fn rename(schema: &mut Value, apart: &BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(name)) = fields.get_mut("$ref")
                && name.strip_prefix(DEFINITIONS).is_some_and(|name| apart.contains(name))
            {
                name.push_str(WRITTEN);
            }
            fields.values_mut().for_each(|value| rename(value, apart));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| rename(value, apart)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
