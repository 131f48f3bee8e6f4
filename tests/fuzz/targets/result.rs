//! `Library::verify_result`: the result document, held against a few small assessments.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use pejling_documents::{Checked, Source, differences, to_json};
use pejling_fuzz::at_hand::library;
use pejling_fuzz::told::told_well;
use serde_json::Value;

pejling_fuzz::structured!(pejling_fuzz::mutation::json);

static ASSESSMENTS: LazyLock<Vec<(String, Checked)>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../../fixtures/worked-examples/example-5.json"),
        include_str!("../../../fixtures/worked-examples/example-6.json"),
        include_str!("../../../fixtures/worked-examples/example-8.json"),
        include_str!("../../../fixtures/rigsrevisionen-access/2017-11-15.json"),
        include_str!("../../../fixtures/rigsrevisionen-access/2021-01-26.json"),
    ];
    let checked = |text| {
        let checked = library().check(Source::text(text)).expect("a fixture has no fault");
        (checked.digest(), checked)
    };
    texts.into_iter().map(checked).collect()
});

fuzz_target!(|text: &str| {
    let says = library().is_result(text);
    let (_, checked) = ASSESSMENTS.iter().find(|(digest, _)| text.contains(digest)).unwrap_or(&ASSESSMENTS[0]);
    let verdict = match library().verify_result(Source::text(text), checked, None) {
        Ok(verdict) => verdict,
        Err(faults) => return told_well(&faults, text, &[]),
    };
    assert!(says, "it was verified and says that it is no result");
    let Ok(said) = serde_json::from_str::<Value>(text) else { return }; // a number may have more digits than a float
    let as_of = said["as_of"].as_str().map(|day| day.parse().expect("it was verified on that day"));
    let found = checked.result(checked.as_of(as_of).expect("it was verified"));
    let found: Value = serde_json::from_str(&to_json(&found)).expect("a result is JSON");
    if verdict.holds() {
        assert!(is_same(&said, &found), "it holds and is not what was found");
    } else {
        assert_ne!(said, found, "it differs and is what was found");
        assert!(verdict.differences.iter().all(|it| it.expected != it.found));
    }
    assert!(differences(&said, &said).is_empty());
});

/// The same values, where a number may stand for its digits as text.
fn is_same(said: &Value, found: &Value) -> bool {
    match (said, found) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, it)| b.get(name).is_some_and(|other| is_same(it, other)))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Value::Number(number), Value::String(text)) => number.as_f64() == text.parse().ok(),
        (a, b) => a == b,
    }
}
