//! The engine against the reference: 300 vectors, none of which the engine knows.

use crate::common;
use pejling_documents::{Language, Library, Source};

#[test]
fn every_vector_holds() {
    let library = Library::new(Language::English);
    let mut count = 0;
    for file in common::files("fixtures/vectors", ".json") {
        let text = common::read(&file);
        for verdict in library.verify_vectors(Source { name: Some(&file), text: &text }).unwrap() {
            assert!(verdict.holds(), "{file} #{}: {:?}", verdict.number, verdict.differences);
            count += 1;
        }
    }
    assert_eq!(count, 300);
}

/// Nothing verified is nothing proved: an empty list is no success.
#[test]
fn no_vectors_are_a_fault() {
    let faults = Library::new(Language::English).verify_vectors(Source::text("[]")).unwrap_err();
    assert_eq!(faults.faults[0].code, "not-a-vector");
}

#[test]
fn a_wrong_vector_does_not_hold() {
    let text = common::read("fixtures/vectors/seeds-001-100.json");
    let mut vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
    let vector = &mut vectors[0];
    let leaf = vector["expected"]["leaves"].as_object_mut().unwrap().values_mut().next().unwrap();
    let score = &mut leaf["requirements"].as_object_mut().unwrap().values_mut().find(|it| it["score"].is_object()).unwrap()["score"];
    score["possible"] = "12.34".into();
    let verdicts = Library::new(Language::English).verify_vectors(Source::text(&vector.to_string())).unwrap();
    assert_eq!(verdicts[0].differences.len(), 1);
    assert!(verdicts[0].differences[0].pointer.ends_with("/score/possible"));
}
