//! What must hold of everything that is accepted: it scores, its result and every reason for it can be written down, and verify.

use jiff::civil::{Date, date};
use pejling_core::{EARLIEST_DATE, EntityId};
use pejling_documents::{CheckReport, Checked, Faults, Library, Source, content_to_json, to_json};
use serde_json::Value;

use crate::told::{codes, told_well};

/// How many scores of one assessment are explained: each takes the digest of the whole.
const EXPLAINED: usize = 16;

/// The day of the document, or one like any other.
fn day(checked: &Checked) -> Date {
    checked.as_of(None).unwrap_or(date(2026, 6, 30))
}

/// The result as it is written.
pub fn written(checked: &Checked) -> String {
    to_json(&checked.result(day(checked)))
}

/// Scores what was accepted and holds everything against the rules; the result as it is written.
pub fn scored(library: &Library<'_>, checked: &Checked) -> String {
    let as_of = day(checked);
    assert!(as_of >= EARLIEST_DATE);
    let scores = checked.scores(as_of);
    let result = checked.result_of(&scores);
    let written = to_json(&result);
    let value: Value = serde_json::from_str(&content_to_json(&result)).expect("a result is JSON"); // by the entities' own names
    readings_are_ordered(&value);
    assert!(library.is_result(&written), "its result is none");
    let verdict = library.verify_result(Source::text(&written), checked, Some(as_of)).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(verdict.holds(), "its own result differs: {:?}", verdict.differences);
    let report = CheckReport::new(checked, Some(as_of));
    assert_eq!(report.assessment, result.assessment);
    let told = result.warnings.iter().map(|warning| warning.clone().tell(library.language)).collect();
    assert_eq!(report.warnings, Some(told));
    for warning in &result.warnings {
        assert!(codes().contains(warning.code.as_str()), "{} is not in docs/diagnostics.md", warning.code);
    }
    explained(checked, &scores, &value);
    written
}

/// Explains scores at leaves and above, and compares each with what the result says.
fn explained(checked: &Checked, scores: &pejling_core::Scores<'_>, result: &Value) {
    let catalogue = scores.assessment().catalogue();
    let mut names: Vec<(&str, &str)> = catalogue.requirements().iter().map(|it| ("requirements", it.id.as_str())).collect();
    names.extend(catalogue.objectives().iter().map(|it| ("objectives", it.id.as_str())));
    let entities = ["leaves", "consolidated"].into_iter().flat_map(|level| {
        let of = result[level].as_object().into_iter().flat_map(|all| all.keys());
        of.map(move |entity| (level, entity.as_str()))
    });
    let all: Vec<_> = entities.flat_map(|entity| names.iter().map(move |name| (entity, *name))).collect();
    for ((level, entity), (list, name)) in all.iter().step_by(1 + all.len() / EXPLAINED) {
        let id: EntityId = entity.parse().expect("an entity's name is an id");
        let explanation = checked.explain(scores, &id, name).unwrap_or_else(|faults| panic!("{faults}"));
        let explanation: Value = serde_json::from_str(&to_json(&explanation)).expect("an explanation is JSON");
        readings_are_ordered(&explanation);
        let why = explanation["why"].as_object().and_then(|why| why.values().next()).expect("there is one reason");
        let said = result[level][entity][list][name].get("score").unwrap_or(&Value::Null);
        assert_eq!(&why["score"], said, "{entity}: {name} is explained otherwise than it scores");
    }
    let organisation = scores.assessment().organisation();
    told_well(&checked.explain(scores, organisation, "nothing:at-all").expect_err("there is no such name"), "", &[]);
}

/// `substantiated <= declared <= possible <= 100.00` wherever the three stand together, with two decimals.
fn readings_are_ordered(value: &Value) {
    match value {
        Value::Object(fields) => {
            let [low, middle, high] = ["substantiated", "declared", "possible"].map(|name| fields.get(name).and_then(Value::as_str));
            if let (Some(low), Some(middle), Some(high)) = (low, middle, high) {
                let [low, middle, high] = [low, middle, high].map(hundredths);
                assert!(low <= middle && middle <= high, "{value}");
            }
            fields.values().for_each(readings_are_ordered);
        }
        Value::Array(items) => items.iter().for_each(readings_are_ordered),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn hundredths(text: &str) -> u64 {
    let (whole, decimals) = text.split_once('.').expect("a number has a point");
    assert_eq!(decimals.len(), 2, "{text}");
    format!("{whole}{decimals}").parse().expect("digits")
}

/// Checking the same text twice says the same: the same faults, or the same document.
pub fn same_twice(first: &Result<Checked, Faults>, second: &Result<Checked, Faults>) {
    match (first, second) {
        (Ok(first), Ok(second)) => assert_eq!(first.document(), second.document()),
        (Err(first), Err(second)) => assert_eq!(first, second),
        (Ok(_), Err(faults)) | (Err(faults), Ok(_)) => panic!("once accepted, once refused: {faults}"),
    }
}
