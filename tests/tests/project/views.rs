//! Views and screenings: the same evidence on other scales.

use pejling_documents::{Language, Library, Source};
use serde_json::{Value, json};

use crate::common;

fn fixture(name: &str) -> Value {
    serde_json::from_str(&common::read(&format!("fixtures/{name}/assessment.json"))).unwrap()
}

/// The areas of a view of an assessment, as level and whether the norm is met.
fn areas(assessment: &Value, edition: &str) -> Vec<(String, Option<String>, Option<bool>)> {
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&assessment.to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let organisation = checked.assessment().organisation();
    let standing = checked.standing(&scores, organisation, library.view("iso-maaling", Some(edition)).unwrap()).unwrap();
    standing.areas.into_iter().map(|it| (it.id, it.level, it.meets_norm)).collect()
}

/// An assessment of one organisation with one statement on each of some requirements.
fn declared(results: &[(&str, &str)]) -> Value {
    let evidence = results.iter().map(|(requirement, result)| {
        json!({"id": requirement, "requirement": format!("iso27001-2022:{requirement}"), "kind": "statement", "assurance": "self",
            "date": "2026-06-01", "result": result})
    });
    json!({"format": "pejling/assessment/1", "organisation": "a", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": "2026.1"},
        "evidence": evidence.collect::<Vec<_>>()})
}

/// Method M7: 92.50 * 4 / 100 = 3.70; 99.99 * 4 / 100 = 3.9996, cut 3.9; 100 is 4.0. Leadership is 5.1, 5.2 and 5.3: (3.7 + 3.9 + 4.0) / 3 =
/// 3.866.., cut 3.8. What nobody answered is level 0 and meets no norm.
#[test]
fn levels_are_cut_and_areas_are_means() {
    let found = areas(&declared(&[("5.1", "92.50"), ("5.2", "99.99"), ("5.3", "100")]), "2023.1");
    assert_eq!(found[1], ("leadership".to_owned(), Some("3.8".to_owned()), Some(false)));
    assert!(
        found.iter().filter(|(id, ..)| id != "leadership").all(|(_, level, norm)| level.as_deref() == Some("0.0") && *norm == Some(false))
    );
    let found = areas(&declared(&[("5.1", "100"), ("5.2", "100"), ("5.3", "100")]), "2023.1");
    assert_eq!(found[1], ("leadership".to_owned(), Some("4.0".to_owned()), Some(true)));
}

/// Nine areas from 2023, seven before.
#[test]
fn both_editions_are_there_and_apart() {
    let assessment = declared(&[]);
    assert_eq!((areas(&assessment, "2023.1").len(), areas(&assessment, "2018.1").len()), (9, 7));
    let library = Library::new(Language::English);
    assert_eq!(library.view("iso-maaling", Some("2020")).unwrap_err().faults[0].code, "unknown-edition");
    assert_eq!(library.view("iso-maling", None).unwrap_err().faults[0].code, "unknown-view");
}

/// A view without a scale says no level and no norm; one that looks at catalogues which the assessment does not name says which.
#[test]
fn a_view_says_what_it_lacks() {
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&declared(&[]).to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let fault = checked.standing(&scores, checked.assessment().organisation(), library.view("foerste-aar", None).unwrap()).unwrap_err();
    assert_eq!(fault.faults[0].args["missing"], "gdpr, principles-2017");
}

fn outcome(assessment: &Value) -> (String, Vec<(String, String)>) {
    let answer: Value =
        serde_json::from_str(&pejling_documents::call(&json!({"op": "screening", "assessment": assessment}).to_string())).unwrap();
    let questions = answer["ok"]["questions"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let open = questions.iter().filter(|it| it["outcome"] != "go");
    (text(&answer["ok"]["outcome"]), open.map(|it| (text(&it["requirement"]), text(&it["outcome"]))).collect())
}

/// The three outcomes of `fixtures/screening/why.md`.
#[test]
fn a_screening_ends_as_its_rule_says() {
    let open = |of: &[(&str, &str)]| -> Vec<_> { of.iter().map(|(id, end)| (format!("screening:{id}"), (*end).to_owned())).collect() };
    let mut project = fixture("screening");
    let conditions = [("transfers", "conditions"), ("retention", "conditions"), ("security-test", "conditions")]; // in the order of the catalogue
    assert_eq!(outcome(&project), ("conditions".to_owned(), open(&conditions)));

    let answer = |id: &str, level: u8| {
        json!({"id": format!("later-{id}"), "requirement": format!("screening:{id}"), "kind": "statement", "assurance": "self",
            "date": "2026-06-10", "level": level})
    };
    let mut met = project.clone();
    let evidence = met["evidence"].as_array_mut().unwrap();
    evidence.retain(|it| it["requirement"] != "screening:retention"); // a later word of one's own closes its finding as well
    evidence.extend(["retention", "security-test", "transfers"].map(|id| answer(id, 4)));
    assert_eq!(outcome(&met), ("go".to_owned(), vec![]));

    let audit = json!({"id": "audit", "requirement": "screening:logging", "kind": "audit", "assurance": "independent", "by": "Auditor",
        "reference": "2026-9", "date": "2026-06-12", "result": "40"});
    project["evidence"].as_array_mut().unwrap().push(audit);
    let (end, questions) = outcome(&project);
    assert_eq!(end, "no");
    assert!(questions.contains(&("screening:logging".to_owned(), "no".to_owned())), "{questions:?}");
}

/// Nothing answered is not go, and nothing to ask is not either.
#[test]
fn silence_is_never_go() {
    let mut project = fixture("screening");
    project["evidence"] = json!([]);
    project["measures"] = json!([]);
    let (end, questions) = outcome(&project);
    assert_eq!((end.as_str(), questions.len()), ("conditions", 27));
}
