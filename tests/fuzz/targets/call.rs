//! `call`: a whole request of any operation is answered, always the same, and the answers of different operations agree.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejling_documents::{FAULT_LIMIT, call, mask};
use pejling_fuzz::told::codes;
use pejling_fuzz::tree::Tree;
use serde_json::Value;

pejling_fuzz::structured!(pejling_fuzz::mutation::json);

fuzz_target!(|text: &str| {
    let written = call(text);
    assert_eq!(written, call(text), "the same request, another answer");
    let answer: Value = serde_json::from_str(&written).expect("an answer is JSON");
    repeats_no_number(&answer);
    let fields: Vec<&str> = answer.as_object().expect("an answer is an object").keys().map(String::as_str).collect();
    match fields.as_slice() {
        ["ok"] => answered(text, &answer["ok"]),
        ["faults"] | ["faults", "more"] => refused(text, &answer),
        other => panic!("an answer with {other:?}"),
    }
});

/// No text of an answer looks like a CPR number; but for the assessment that a migration makes, which is its owner's.
fn repeats_no_number(answer: &Value) {
    match answer {
        Value::String(text) => assert_eq!(mask(text), *text),
        Value::Array(items) => items.iter().for_each(repeats_no_number),
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, value)| *name != "assessment" || value.is_string()) {
                assert_eq!(mask(name), *name);
                repeats_no_number(value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What is scored can be verified, checked and explained in the same way.
fn answered(text: &str, ok: &Value) {
    let Some(Tree::Object(fields)) = Tree::parse(text) else { panic!("it was answered") };
    let is = |name: &str, value: &str| fields.iter().any(|(field, it)| field == name && *it == Tree::text(value));
    if is("op", "score") {
        let result: String = serde_json::to_string(ok).expect("a result is JSON");
        let verified = ask(&fields, "verify", Some(("result", Tree::Atom(result))));
        assert_eq!(verified["ok"]["differences"], Value::Array(Vec::new()), "its own result differs: {verified}");
        let checked = ask(&fields, "check", None);
        assert_eq!(checked["ok"]["assessment"], ok["assessment"], "{checked}");
        let codes = |warnings: &Value| {
            warnings.as_array().into_iter().flatten().map(|it| (it["code"].clone(), it["args"].clone())).collect::<Vec<_>>()
        };
        assert_eq!(codes(&checked["ok"]["warnings"]), codes(&ok["warnings"]));
    }
    if is("op", "check") {
        let scored = ask(&fields, "score", None);
        let undated = scored["faults"][0]["code"] == "no-date" || scored["faults"][0]["code"] == "date-too-early";
        assert!(undated || scored["ok"]["assessment"] == ok["assessment"], "it was checked, and scoring it says {scored}");
    }
}

/// The same request of another operation.
fn ask(fields: &[(String, Tree)], operation: &str, more: Option<(&str, Tree)>) -> Value {
    let mut fields: Vec<_> = fields.iter().filter(|(name, _)| name != "op").cloned().collect();
    fields.push(("op".to_owned(), Tree::text(operation)));
    fields.extend(more.map(|(name, value)| (name.to_owned(), value)));
    serde_json::from_str(&call(&Tree::Object(fields).json())).expect("an answer is JSON")
}

fn refused(whole: &str, answer: &Value) {
    let faults = answer["faults"].as_array().expect("faults are a list");
    assert!(!faults.is_empty() && faults.len() <= FAULT_LIMIT, "{} faults are listed", faults.len());
    let request = serde_json::from_str::<Value>(whole).ok();
    let twice = faults.iter().any(|fault| fault["code"] == "duplicate-key");
    for fault in faults {
        let code = fault["code"].as_str().expect("a code is text");
        assert!(codes().contains(code), "{code} is not in docs/diagnostics.md");
        assert!(fault["message"].as_str().is_some_and(|message| !message.is_empty() && message != code), "no message: {fault}");
        let pointer = fault["at"]["pointer"].as_str().expect("a pointer is text");
        let given = request.as_ref().and_then(|request| given_as_text(request, pointer));
        if let Some(line) = fault["at"].get("line").and_then(Value::as_u64) {
            let of = |text: &str| text.split('\n').count();
            let lines = match given {
                Some((text, "")) => of(text).max(of(whole)), // the document itself, or the field that it is in
                Some((text, _)) => of(text),
                None => of(whole),
            };
            assert!((1..=lines).contains(&usize::try_from(line).expect("a line")), "line {line} of {lines}: {fault}");
        }
        let read: Option<Value> = given.and_then(|(text, _)| serde_json::from_str(text).ok()); // none of TOML
        let (within, pointer) = given.map_or((&request, pointer), |(_, pointer)| (&read, pointer));
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        let masked = parent.contains('•'); // a name that looked like a CPR number
        let leads = within.as_ref().is_none_or(|within| within.pointer(parent).is_some());
        assert!(twice || masked || leads, "`{pointer}` leads nowhere: {fault}");
    }
}

/// The text of the document that a pointer leads into, where it is given as text, and the pointer within it.
fn given_as_text<'a>(request: &'a Value, pointer: &'a str) -> Option<(&'a str, &'a str)> {
    let mut names = pointer.split('/').skip(1);
    let depth = match names.next()? {
        "assessment" | "old" | "result" | "vectors" => 1,
        "assessments" | "catalogues" => 2,
        _ => return None,
    };
    let mut ends = pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]).skip(depth);
    let (document, within) = pointer.split_at(ends.next()?);
    Some((request.pointer(document)?.as_str()?, within))
}
