//! The committed JSON Schemas are those of the code, and say what they mean.

use crate::common;
use pejling_documents::{SCHEMAS, schema};
use serde_json::Value;

#[test]
fn committed_schemas_are_those_of_the_code() {
    for &name in SCHEMAS {
        common::golden(&format!("crates/documents/schemas/{name}.json"), &schema(name).unwrap());
    }
}

#[test]
fn every_field_is_described() {
    for &name in SCHEMAS {
        let schema: Value = serde_json::from_str(&schema(name).unwrap()).unwrap();
        let mut open = vec![(name.to_owned(), &schema)];
        while let Some((at, value)) = open.pop() {
            if let Some(properties) = value.get("properties").and_then(Value::as_object) {
                for (field, schema) in properties {
                    let variant = properties.len() == 1 && value.get("description").is_some(); // of an enum: the variant is described
                    let told =
                        variant || schema.get("description").is_some() || schema.get("$ref").is_some() || schema.get("const").is_some();
                    assert!(told, "{at}/{field}");
                }
            }
            match value {
                Value::Object(fields) => open.extend(fields.iter().map(|(field, value)| (format!("{at}/{field}"), value))),
                Value::Array(items) => open.extend(items.iter().enumerate().map(|(item, value)| (format!("{at}/{item}"), value))),
                _ => {}
            }
        }
    }
}
