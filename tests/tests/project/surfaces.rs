//! One folder of questions and answers for all surfaces, and one digest: what a program, the command, HTTP and Python answer is the same.

use pejling_documents::{Language, Limits, Operation, call};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::common;

const FOLDER: &str = "fixtures/surfaces";

fn cases() -> Vec<Value> {
    serde_json::from_str(&common::read(&format!("{FOLDER}/cases.json"))).unwrap()
}

/// What is asked: the fields, and the text of each file.
fn request(case: &Value) -> Value {
    let mut request = case["fields"].clone();
    for (field, files) in case["documents"].as_object().unwrap() {
        request[field] = match files {
            Value::Array(files) => files.iter().map(|file| common::read(file.as_str().unwrap())).collect(),
            file => common::read(file.as_str().unwrap()).into(),
        };
    }
    request
}

#[test]
fn every_answer_is_the_golden_of_all_surfaces() {
    let mut digest = Sha256::new();
    for case in cases() {
        let (name, file) = (case["operation"].as_str().unwrap(), case["answer"].as_str().unwrap());
        let mut request = request(&case);
        let answer = Operation::named(name, Language::English).unwrap().perform(&request.to_string(), Limits::default()).unwrap();
        common::golden(file, &answer);
        digest.update(&answer);
        request["op"] = name.into();
        let called: Value = serde_json::from_str(&call(&request.to_string())).unwrap();
        assert!(called == json!({"ok": serde_json::from_str::<Value>(&answer).unwrap()}), "{file}: call says otherwise");
    }
    let digest = digest.finalize();
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    common::golden(&format!("{FOLDER}/digest.txt"), &format!("sha256:{digest}\n"));
}

#[test]
fn no_operation_is_left_out() {
    let cases = cases();
    for (name, _) in Operation::ALL {
        assert!(cases.iter().any(|case| case["operation"] == *name), "{name} has no case in {FOLDER}");
    }
}

/// Lines that hold code: not blank, no comment or docstring, no test.
fn lines_of_code(files: &[String]) -> usize {
    let code = |file: &String| {
        let text = common::read(file);
        let outside: String = text.split("#[cfg(test)]\nmod tests").next().unwrap().split("\"\"\"").step_by(2).collect();
        outside.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("# ")).count()
    };
    files.iter().map(code).sum()
}

/// A shell maps arguments, answers and errors round the operations: what takes 400 lines does more than that.
#[test]
fn shells_are_thin() {
    let http = lines_of_code(&common::files("crates/http/src", ".rs"));
    let mut files = common::files("crates/python/python/pejling", ".py");
    files.retain(|file| !common::read(file).contains("Made by `generate.py`"));
    files.extend(common::files("crates/python/src", ".rs"));
    let python = lines_of_code(&files);
    assert!((300..400).contains(&http) && (300..400).contains(&python), "HTTP {http}, Python {python}");
}
