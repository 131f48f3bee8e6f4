//! Writes what can be asked and answered, as `OpenAPI` 3.1: made of the schema of all operations, so that nothing is declared twice.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use pejling_documents::{Operation, SCHEMAS, schema};
use serde_json::{Map, Value, json};

/// A status, and when it is the answer.
type Status = (StatusCode, &'static str);

/// What may be refused on any path.
const ANYWHERE: [Status; 5] = [
    (StatusCode::FORBIDDEN, "A name of the server that is not its own, or the page of a stranger in a browser."),
    (StatusCode::METHOD_NOT_ALLOWED, "The path is not for this method."),
    (StatusCode::REQUEST_TIMEOUT, "It took longer than this server gives a request."),
    (StatusCode::TOO_MANY_REQUESTS, "Too many requests wait already."),
    (StatusCode::INTERNAL_SERVER_ERROR, "An error in Pejling."),
];

/// What may be refused where an operation is asked.
const ASKED: [Status; 5] = [
    (StatusCode::BAD_REQUEST, "The body is not JSON."),
    (StatusCode::PRECONDITION_FAILED, "If-None-Match names the answer."),
    (StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than this server reads."),
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is not application/json, or it is compressed."),
    (StatusCode::UNPROCESSABLE_ENTITY, "The operation cannot be performed on this; every fault is told, with its place."),
];

/// What may be refused where a path holds a name.
const NOT_FOUND: Status = (StatusCode::NOT_FOUND, "There is nothing of that name.");

/// An invented region that has just started: what the examples are about.
const ASSESSMENT: &str = include_str!("../../../../fixtures/just-started/assessment.json");

/// A conformance vector: of what nobody has evidence of, nothing is substantiated and everything is possible.
const VECTOR: &str = r#"{
    "model": {
        "method": "1", "as_of": "2026-06-30", "requirements": [{"id": "A.1", "requires": [], "supported_by": []}], "objectives": [],
        "entities": [{"id": "o", "weight": 1}], "evidence": [], "not_applicable": []
    },
    "expected": {
        "as_of": "2026-06-30", "consolidated": {},
        "leaves": {"o": {"objectives": {}, "requirements": {"A.1": {
            "state": "not assessed", "band": null, "held_back_by": {},
            "own": {"substantiated": "0.00", "declared": "0.00", "possible": "100.00"},
            "score": {"substantiated": "0.00", "declared": "0.00", "possible": "100.00"}
        }}}}
    }
}"#;

/// The description of everything that a server does, as `openapi.json` holds it.
pub(crate) fn openapi() -> String {
    let operations = schema("operations").unwrap_or_default().replace("\"#/$defs/", "\"#/components/schemas/"); // where OpenAPI keeps them
    format!("{:#}\n", described(&parsed(&operations)))
}

fn described(operations: &Value) -> Value {
    let mut schemas = operations["$defs"].as_object().cloned().unwrap_or_default();
    let problem = json!({
        "description": "What stands in the way of an answer (RFC 9457), with every fault.",
        "allOf": [operations["x-faults"]],
        "properties": {
            "status": {"description": "The status of HTTP.", "type": "integer"},
            "title": {"description": "The name of the status.", "type": "string"},
            "type": {"description": "Which kind of problem it is.", "type": "string", "format": "uri-reference"},
        },
        "required": ["status", "title", "type"], "type": "object",
    });
    schemas.insert("Problem".to_owned(), problem);
    let mut paths = looked_at();
    for (name, _) in Operation::ALL {
        let part = |of: &str| operations.pointer(&format!("/properties/{name}/{of}")).unwrap_or_default();
        let post = posted(name, part("description"), part("properties/request"), part("properties/answer"));
        paths.entry(format!("/v1/{name}")).or_default().insert("post".to_owned(), post);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Pejling",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Where a region stands against ISO/IEC 27001, the GDPR and the principles for health data. Nothing is kept between \
                            requests: an answer depends on the request alone. A path that is not here is 404 with a problem.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "headers": {
                "ETag": {"description": "A digest of all that the answer depends on; weak where the answer is compressed.",
                    "schema": {"type": "string"}},
                "Retry-After": {"description": "After how many seconds to ask again.", "schema": {"type": "integer"}},
            },
            "parameters": {
                "Accept-Language": {"name": "Accept-Language", "in": "header", "schema": {"type": "string"}, "example": "da",
                    "description": "Danish or English, where the request names no language."},
                "If-None-Match": {"name": "If-None-Match", "in": "header", "schema": {"type": "string"},
                    "description": "The ETag of an answer that one has: then it is not given again."},
            },
            "responses": ANYWHERE.iter().chain(&ASKED).chain([&NOT_FOUND]).map(refused).collect::<Map<_, _>>(),
            "schemas": schemas,
        },
    })
}

/// One operation.
fn posted(name: &str, what: &Value, request: &Value, answer: &Value) -> Value {
    let mut responses = answers("application/json", answer);
    responses.extend(ASKED.iter().map(reference));
    json!({
        "operationId": name, "summary": what, "parameters": parameters(), "responses": responses,
        "requestBody": {"required": true, "content": {"application/json": {"schema": request, "example": example(name, request)}}},
    })
}

/// The paths that are there to look at.
fn looked_at() -> BTreeMap<String, Map<String, Value>> {
    let found = |path: &str, id: &str, summary: &str, media: &str, schema: &Value| {
        let mut responses = answers(media, schema);
        responses.insert("304".to_owned(), json!({"description": "It has not changed.", "headers": tag()}));
        let mut parameters = parameters();
        if path.contains("{name}") {
            responses.extend([reference(&NOT_FOUND)]);
            parameters.push(json!({"name": "name", "in": "path", "required": true, "schema": {"type": "string"}, "example": "result"}));
        }
        let get = json!({"operationId": id, "summary": summary, "parameters": parameters, "responses": responses});
        (path.to_owned(), std::iter::once(("get".to_owned(), get)).collect())
    };
    let (json, object) = ("application/json", json!({"type": "object"}));
    let catalogues = json!({"type": "array", "items": {"$ref": "#/components/schemas/CatalogueSummary"}});
    let all = [
        found("/healthz", "health", "Says that the server answers.", "text/plain", &json!({"const": "ok\n"})),
        found("/openapi.json", "openapi", "Shows this description.", json, &object),
        found("/v1/catalogues", "list_catalogues", "Lists the catalogues at hand.", json, &catalogues),
        found("/v1/schemas", "list_schemas", "Lists the JSON Schemas.", json, &json!({"type": "array", "items": {"enum": SCHEMAS}})),
        found("/v1/schemas/{name}", "show_schema", "Shows a JSON Schema.", "application/schema+json", &object),
    ];
    all.into_iter().collect()
}

fn parameters() -> Vec<Value> {
    ["Accept-Language", "If-None-Match"].iter().map(|name| json!({"$ref": format!("#/components/parameters/{name}")})).collect()
}

fn tag() -> Value {
    json!({"ETag": {"$ref": "#/components/headers/ETag"}})
}

/// The answer, and what may come instead on any path.
fn answers(media: &str, schema: &Value) -> Map<String, Value> {
    let answer = json!({"description": "The answer.", "headers": tag(), "content": {media: {"schema": schema}}});
    std::iter::once(("200".to_owned(), answer)).chain(ANYWHERE.iter().map(reference)).collect()
}

fn reference((status, _): &Status) -> (String, Value) {
    (status.as_str().to_owned(), json!({"$ref": format!("#/components/responses/{}", status.as_str())}))
}

fn refused((status, what): &Status) -> (String, Value) {
    let headers = match status.as_u16() {
        412 => tag(),
        429 => json!({"Retry-After": {"$ref": "#/components/headers/Retry-After"}}),
        _ => json!({}),
    };
    let problem = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
    (status.as_str().to_owned(), json!({"description": what, "headers": headers, "content": problem}))
}

/// A request that is answered: what the operation cannot do without, and what makes its answer worth looking at.
fn example(operation: &str, request: &Value) -> Value {
    let needed = request["required"].as_array().or_else(|| request["oneOf"].as_array()?.last()?.get("required")?.as_array());
    let more: &[&str] = match operation {
        "merge" => &["from"],
        "what_if" => &["set"],
        _ => &[],
    };
    let fields = needed.into_iter().flatten().filter_map(Value::as_str).chain(more.iter().copied());
    fields.map(|field| (field.to_owned(), value(operation, field))).collect()
}

fn value(operation: &str, field: &str) -> Value {
    let against = |catalogue: &str| json!({"format": "pejling/assessment/1", "organisation": "klintemark", "as_of": "2026-06-30", "catalogues": {catalogue: "2026.1"}});
    match (operation, field) {
        ("migrate", "assessment") => against("iso27001-2013"),
        ("screening", "assessment") => against("screening"),
        (_, "assessment" | "old") => parsed(ASSESSMENT),
        (_, "assessments") => json!([parsed(ASSESSMENT), parsed(&ASSESSMENT.replace("klintemark", "ravnemark"))]),
        ("requirement", "name") => json!("A.8.15"),
        ("view", "name") => json!("iso-maaling"),
        ("schema", "name") => json!("result"),
        (_, "name") => json!("gdpr"),
        (_, "before" | "after") => json!("iso27001-2022"),
        (_, "of" | "objective") => json!("iso27001-2022:chapter-5"),
        (_, "reach") => json!("L"),
        (_, "into") => json!("fjordmark"),
        (_, "from") => json!("2027-01-01"),
        (_, "until") => json!("2027-06-30"),
        (_, "set") => json!([{"requirement": "iso27001-2022:5.1", "own": 100}]),
        (_, "vectors") => parsed(VECTOR),
        _ => Value::Null,
    }
}

/// A text of ours as JSON.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
