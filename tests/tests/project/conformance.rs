//! The engine against the reference: 300 vectors, none of which the engine knows.

use crate::common;
use pejling_documents::{Language, Library, Source};
use serde_json::{Value, json};

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

/// The first table of `docs/conformance.md`: how many vectors of each file have what its rows say.
#[test]
fn the_page_counts_what_the_vectors_try() {
    let page = common::read("docs/conformance.md");
    let files: Vec<Vec<Value>> =
        common::files("fixtures/vectors", ".json").iter().map(|file| serde_json::from_str(&common::read(file)).unwrap()).collect();
    let check = |row: &str, has: &dyn Fn(&Value) -> bool| {
        let counts: Vec<usize> = files.iter().map(|vectors| vectors.iter().filter(|vector| has(vector)).count()).collect();
        let [first, second, third] = counts.as_slice() else { panic!("three files of vectors") };
        let row = format!("| {row} | {first} | {second} | {third} | {} |", first + second + third);
        assert!(page.lines().any(|line| line == row), "docs/conformance.md should say: {row}");
    };

    check("a result in percent", &|vector| evidence(vector).any(|it| it.get("result").is_some()));
    check("a maturity level", &|vector| evidence(vector).any(|it| it.get("level").is_some()));
    check("counts of chosen units", &|vector| evidence(vector).any(|it| it.get("population").is_some() && it.get("selection").is_none()));
    check("a random sample", &|vector| evidence(vector).any(|it| it.get("selection").is_some()));
    check("a stated validity", &|vector| evidence(vector).any(|it| it.get("valid_days").is_some()));
    check("neither `by` nor `reference`", &|vector| evidence(vector).any(|it| it.get("by").is_none()));
    check("a finding named in `closes`", &|vector| evidence(vector).any(|it| it.get("closes").is_some()));
    check("evidence from the future", &|vector| evidence(vector).any(|it| it["date"].as_str() > vector["model"]["as_of"].as_str()));
    check("no evidence at all", &|vector| evidence(vector).count() == 0);
    check("three levels of entities", &|vector| {
        let parent = |id: &Value| list(&vector["model"]["entities"]).find(|it| it["id"] == *id).and_then(|it| it.get("parent"));
        list(&vector["model"]["entities"]).any(|it| it.get("parent").and_then(parent).is_some())
    });
    check("an entity that serves others", &|vector| list(&vector["model"]["entities"]).any(|it| it.get("serves").is_some()));
    check("a composite", &|vector| list(&vector["model"]["requirements"]).any(|it| it.get("composite").is_some()));

    let state = |vector: &Value, state: &str| scores(vector, "requirements").any(|(_, it)| it["state"] == state);
    check("something *not applicable*", &|vector| state(vector, "not applicable"));
    check("something *not assessed*", &|vector| state(vector, "not assessed"));
    check("something *outdated*", &|vector| state(vector, "outdated"));
    for band in ["N", "P", "L", "F"] {
        check(&format!("a requirement in band {band}"), &|vector| scores(vector, "requirements").any(|(_, it)| it["band"] == band));
    }
    let causes = |it: &Value| it["held_back_by"].as_object().map_or(0, serde_json::Map::len);
    check("something held back", &|vector| scores(vector, "requirements").any(|(_, it)| causes(it) > 0));
    check("several causes together", &|vector| scores(vector, "requirements").any(|(_, it)| causes(it) > 1));
    check("a cause two or more supporting steps away", &|vector| {
        scores(vector, "requirements")
            .filter_map(|(_, it)| it["held_back_by"].as_object())
            .any(|it| it.values().any(|steps| steps.as_u64() > Some(1)))
    });
    check("a critical member that binds", &|vector| scores(vector, "objectives").any(|(_, it)| it["mean"] != it["score"]));
    check("an objective with nothing assessed", &|vector| scores(vector, "objectives").any(|(_, it)| it["assessed"] == 0));
    check("an objective with nothing applicable", &|vector| scores(vector, "objectives").any(|(_, it)| it.is_null()));
    check("a composite that is not applicable", &|vector| {
        let composites = list(&vector["model"]["requirements"]).filter(|it| it.get("composite").is_some());
        let composites: Vec<_> = composites.filter_map(|it| it["id"].as_str()).collect();
        scores(vector, "requirements").any(|(id, it)| composites.contains(&id.as_str()) && it["state"] == "not applicable")
    });
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn evidence(vector: &Value) -> impl Iterator<Item = &Value> {
    list(&vector["model"]["evidence"])
}

/// What is expected of the requirements or the objectives at every leaf.
fn scores<'a>(vector: &'a Value, part: &'a str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    let leaves = vector["expected"]["leaves"].as_object().into_iter().flat_map(serde_json::Map::values);
    leaves.filter_map(move |leaf| leaf[part].as_object()).flatten()
}

/// The cases that `docs/conformance.md` sets beside other tools, from the model that it shows.
#[test]
fn the_page_shows_what_pejling_finds() {
    let page = common::read("docs/conformance.md");
    let shown = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let check = |case: &str, change: &dyn Fn(&mut Value)| {
        let mut vector: Value = serde_json::from_str(shown).unwrap();
        change(&mut vector["model"]);
        let verdicts = Library::new(Language::English).verify_vectors(Source::text(&vector.to_string())).unwrap();
        let leaves = verdicts[0].differences.iter().find(|it| it.pointer == "/leaves").and_then(|it| it.found.as_ref()).unwrap();
        let found = &leaves["h"]["objectives"]["o"];
        let text = |reading: &str| found["score"][reading].as_str().unwrap_or_default().to_owned();
        let row = match found {
            Value::Null => format!("| {case} | `null` | none |"),
            _ => format!(
                "| {case} | {} / {} / {} | {} | {} of {} |",
                text("substantiated"),
                text("declared"),
                text("possible"),
                found["band"].as_str().unwrap_or("none"),
                found["assessed"],
                found["applicable"]
            ),
        };
        assert!(page.lines().any(|line| line.starts_with(&row)), "docs/conformance.md should say: {row}");
    };
    let excluded = |ids: &[&str]| ids.iter().map(|id| json!({"requirement": id, "entity": "h"})).collect::<Value>();
    check("A", &|_| {});
    check("B", &|model| model["evidence"] = json!([]));
    check("C", &|model| model["not_applicable"] = excluded(&["a", "b", "c", "d"]));
    check("D1", &|model| drop(model["evidence"].as_array_mut().unwrap().remove(2)));
    check("D2", &|model| model["not_applicable"] = excluded(&["c"]));
    check("E", &|model| model["evidence"][0]["date"] = "2024-06-01".into());
    check("E half-way", &|model| model["evidence"][0]["date"] = "2025-01-01".into());
}
