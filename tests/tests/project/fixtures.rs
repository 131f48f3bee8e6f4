//! Every fixture folder: its inputs score to its checked-in results, which its schema accepts, and which verify.

use crate::common;
use pejling_documents::{Language, Library, Source, schema, to_json};
use serde_json::Value;

/// The inputs with a result beside them: `x.json` with `x.result.json`, and `assessment.json` with `result.json`.
fn cases() -> Vec<(String, String, String)> {
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(common::root().join("fixtures")).unwrap() {
        let folder = format!("fixtures/{}", entry.unwrap().file_name().into_string().unwrap());
        if ["fixtures/vectors", "fixtures/wrong"].contains(&folder.as_str()) {
            continue;
        }
        for result in common::files(&folder, "result.json") {
            let input = match result.strip_suffix(".result.json") {
                Some(name) => format!("{name}.json"),
                None => format!("{folder}/assessment.json"),
            };
            cases.push((folder.clone(), input, result));
        }
    }
    cases.sort();
    cases
}

#[test]
fn every_input_scores_to_its_result() {
    let cases = cases();
    assert!(cases.len() >= 10, "{cases:?}");
    for (folder, input, result) in cases {
        common::with_overlay(&folder, |library| {
            let text = common::read(&input);
            let checked = library.check(Source { name: Some(&input), text: &text }).unwrap_or_else(|faults| panic!("{faults}"));
            let found = checked.result(checked.as_of(None).unwrap());
            common::golden(&result, &to_json(&found));
            let verdict = library.verify_result(Source::text(&common::read(&result)), &checked, None).unwrap();
            assert!(verdict.holds(), "{result}");
        });
    }
}

#[test]
fn schemas_accept_what_is_read_and_written() {
    let validator = |name: &str| jsonschema::validator_for(&serde_json::from_str::<Value>(&schema(name).unwrap()).unwrap()).unwrap();
    let (assessment, result) = (validator("assessment"), validator("result"));
    for (_, input, output) in cases() {
        for (validator, file) in [(&assessment, &input), (&result, &output)] {
            let document: Value = serde_json::from_str(&common::read(file)).unwrap();
            let faults: Vec<_> = validator.iter_errors(&document).map(|error| format!("{} {error}", error.instance_path())).collect();
            assert!(faults.is_empty(), "{file}: {faults:#?}");
        }
    }
    let wrong: Value = serde_json::from_str(&common::read("fixtures/wrong/ten-mistakes.json")).unwrap();
    assert!(!assessment.is_valid(&wrong));
}

#[test]
fn explanations_are_as_their_schema_says() {
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("explanation").unwrap()).unwrap()).unwrap();
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&common::read("fixtures/region/assessment.json"))).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    for entity in checked.assessment().entities() {
        for of in ["iso27001-2022:A.8.15", "iso27001-2022:6.1", "gdpr:47", "principles-2017:framework"] {
            let explanation = serde_json::to_value(checked.explain(&scores, &entity.id, of).unwrap()).unwrap();
            let faults: Vec<_> = validator.iter_errors(&explanation).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{} {of}: {faults:#?}", entity.id);
        }
    }
}

#[test]
fn the_region_is_what_its_generator_makes() {
    let region = pejling_tests::region(&common::root().join("controls"), pejling_tests::SEED).unwrap();
    common::golden("fixtures/region/assessment.json", &format!("{}\n", serde_json::to_string_pretty(&region).unwrap()));
}

#[test]
fn the_region_a_year_later_is_what_its_generator_makes() {
    let region = pejling_tests::region_a_year_later(&common::root().join("controls"), pejling_tests::SEED).unwrap();
    common::golden("fixtures/region-2027/assessment.json", &format!("{}\n", serde_json::to_string_pretty(&region).unwrap()));
}

#[test]
fn every_fixture_says_why() {
    for entry in std::fs::read_dir(common::root().join("fixtures")).unwrap() {
        let folder = entry.unwrap().path();
        assert!(folder.ends_with("vectors") || folder.join("why.md").exists(), "{}", folder.display());
    }
}

/// Rigsrevisionen found 13, 13 and 10 of 20 points deficient in 2017 and one in each region in 2021:
/// 7/20 = 35 %, 7/20 = 35 %, 10/20 = 50 %, then 19/20 = 95 %.
#[test]
fn a_published_audit_scores_as_published() {
    let folder = "fixtures/rigsrevisionen-access";
    let mut found = Vec::new();
    for result in common::files(folder, "result.json") {
        let result: Value = serde_json::from_str(&common::read(&result)).unwrap();
        let leaves = result["leaves"].as_object().unwrap();
        let score =
            |leaf: &Value| leaf["requirements"]["rigsrevisionen-4-2017:access"]["score"]["substantiated"].as_str().unwrap().to_owned();
        found.push(leaves.iter().map(|(entity, leaf)| (entity.clone(), score(leaf))).collect::<Vec<_>>());
    }
    let scores = |three: [&str; 3]| -> Vec<_> {
        let regions = ["hovedstaden", "midtjylland", "syddanmark"];
        regions.iter().zip(three).map(|(region, score)| ((*region).to_owned(), score.to_owned())).collect()
    };
    assert_eq!(found, [scores(["35.00", "50.00", "35.00"]), scores(["95.00", "95.00", "95.00"])]);
}
