//! The statement of applicability: what it says of every control, what it says is missing, and where what is said does not agree.

use std::collections::BTreeMap;

use pejling_documents::{
    As, ControlMark as M, ControlResult, ControlState as S, Language, Library, SoaDocument, Source, StatementMark, call, schema, to_json,
};
use serde_json::{Value, json};

use crate::common;

fn soa(assessment: &str, as_of: Option<&str>, entity: &str) -> SoaDocument {
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(assessment)).unwrap_or_else(|faults| panic!("{faults}"));
    let scores = checked.scores(checked.as_of(as_of.map(|day| day.parse().unwrap())).unwrap());
    checked.soa(&scores, &entity.parse().unwrap()).unwrap()
}

#[test]
fn the_region_has_its_golden() {
    let text = common::read("fixtures/region/assessment.json");
    let found = soa(&text, None, "bakkeland");
    common::golden("fixtures/region/soa.json", &to_json(&found));
    let answer: Value = serde_json::from_str(&call(&format!(r#"{{"op": "soa", "assessment": {text}}}"#))).unwrap();
    assert_eq!(answer["ok"], serde_json::to_value(&found).unwrap());
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("soa").unwrap()).unwrap()).unwrap();
    let faults: Vec<_> = validator.iter_errors(&answer["ok"]).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Annex A has 37 + 8 + 14 + 34 controls. What is published of each is what the result publishes, and nothing unassessed has a band.
#[test]
fn every_control_agrees_with_the_result() {
    let text = common::read("fixtures/region/assessment.json");
    let golden: Value = serde_json::from_str(&common::read("fixtures/region/result.json")).unwrap();
    for (level, entities) in [("consolidated", &golden["consolidated"]), ("leaves", &golden["leaves"])] {
        for (entity, numbers) in entities.as_object().unwrap() {
            let found = soa(&text, None, entity);
            assert_eq!(found.controls.len(), 93);
            let names: Vec<_> = found.controls.iter().map(|it| it.requirement.as_str()).collect();
            assert_eq!((names[8], names[9], names[92]), ("iso27001-2022:A.5.9", "iso27001-2022:A.5.10", "iso27001-2022:A.8.34"));
            for control in &found.controls {
                let number = &numbers["requirements"][&control.requirement];
                let told = serde_json::to_value(control).unwrap();
                assert_eq!(told["score"], number.get("score").cloned().unwrap_or_default(), "{entity} {}", control.requirement);
                assert_eq!(told["band"], number.get("band").cloned().unwrap_or_default(), "{entity} {}", control.requirement);
                if level == "leaves" {
                    assert_eq!(told["state"], number["state"], "{entity} {}", control.requirement);
                } else {
                    assert_eq!(told["not_assessed"], number.get("not_assessed").cloned().unwrap_or(json!([])), "{entity}");
                }
                assert!(control.band.is_none() || !control.evidence.is_empty(), "{entity} {}", control.requirement);
            }
        }
    }
}

/// An assessment of one region with two hospitals, and what it says of these five controls.
fn small() -> Value {
    let evidence = |id: &str, requirement: &str, entity: &str, date: &str, result: u8| {
        json!({"id": id, "requirement": format!("iso27001-2022:{requirement}"), "entity": entity, "kind": "audit", "assurance": "independent",
            "by": "auditor", "reference": "1", "date": date, "result": result})
    };
    let exclusion = |requirement: &str, entity: &str, review_by: &str| {
        json!({"requirement": format!("iso27001-2022:{requirement}"), "entity": entity, "class": "no_such_asset", "reason": "none here",
            "approved_by": "board", "review_by": review_by})
    };
    let statement = |requirement: &str, implemented: bool| json!({"requirement": format!("iso27001-2022:{requirement}"), "implemented": implemented, "why": "needed", "responsible": "CISO"});
    json!({
        "format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": "2026.1"},
        "entities": [{"id": "o"}, {"id": "a", "parent": "o"}, {"id": "b", "parent": "o"}],
        "evidence": [
            evidence("full", "A.5.5", "o", "2026-06-01", 100),
            evidence("below-0", "A.5.31", "o", "2026-06-01", 100), // A.5.5 rests on it
            evidence("half", "A.5.6", "o", "2026-06-01", 50),
            evidence("old", "A.7.1", "o", "2020-06-01", 100),
            evidence("one", "A.7.7", "a", "2026-06-01", 100),
            evidence("kept", "A.7.9", "o", "2026-06-01", 100),
        ],
        "exclusions": [
            exclusion("A.7.9", "o", "2026-06-30"),
            exclusion("A.7.13", "o", "2026-06-29"),
            exclusion("A.7.14", "a", "2027-01-01"),
            exclusion("A.7.11", "a", "2027-01-01"), exclusion("A.7.11", "b", "2027-01-01"),
        ],
        "control_statements": [
            statement("A.5.5", false), statement("A.5.6", true), statement("A.7.1", true), statement("A.7.7", true),
            statement("A.7.9", true), statement("A.7.11", true), statement("A.7.3", true),
        ],
    })
}

/// The controls of a statement by their own names.
type Controls<'a> = BTreeMap<&'a str, &'a ControlResult>;

#[track_caller]
fn check(controls: &Controls<'_>, name: &str, included: bool, state: S, evidence: &[&str], marks: &[M]) {
    let it = controls[name];
    let found: Vec<_> = it.marks.iter().map(|mark| mark.0).collect();
    assert_eq!((it.included, it.state.0, found.as_slice()), (included, state, marks), "{name}");
    assert_eq!(it.evidence, evidence, "{name}");
}

/// The state, the evidence and the marks of each control that something is said of: by the fixture above, and the norm L of the catalogue.
#[test]
fn what_does_not_agree_is_marked() {
    let found = soa(&small().to_string(), None, "o");
    let controls: Controls<'_> = found.controls.iter().map(|it| (it.requirement.split_once(':').unwrap().1, it)).collect();
    check(&controls, "A.5.5", true, S::Assessed, &["full"], &[M::NotImplementedAtNorm]); // 100 is F
    check(&controls, "A.5.6", true, S::Assessed, &["half"], &[M::ImplementedBelowNorm]); // 50 is P
    check(&controls, "A.7.1", true, S::Outdated, &["old"], &[M::ImplementedOutdated]);
    // a: 100, b: nothing; the mean of 100 and 0 is 50, which is P
    check(&controls, "A.7.7", true, S::PartlyAssessed, &["one"], &[M::ImplementedPartlyAssessed, M::ImplementedBelowNorm]);
    check(&controls, "A.7.3", true, S::NotAssessed, &[], &[M::ImplementedNotAssessed]);
    check(&controls, "A.7.9", false, S::NotApplicable, &[], &[M::ExcludedImplemented]); // its review date is the day itself: it holds
    check(&controls, "A.7.13", true, S::NotAssessed, &[], &[M::ExclusionEnded]); // the day after
    check(&controls, "A.7.14", true, S::NotAssessed, &[], &[]); // excluded by one hospital alone
    check(&controls, "A.7.11", true, S::NotApplicable, &[], &[M::ExcludedEverywhereBelow]); // by each, and not by the region
    check(&controls, "A.8.1", true, S::NotAssessed, &[], &[]);
    assert_eq!(controls["A.7.14"].exclusions_below.iter().map(|it| it.entity.as_str()).collect::<Vec<_>>(), ["a"]);
    assert_eq!((controls["A.7.9"].exclusions.len(), controls["A.7.9"].exclusions[0].approved_by.as_str()), (1, "board"));
    assert_eq!(controls["A.7.7"].not_assessed, ["b"]);
    // missing is said, and nothing else is asked of what is excluded
    assert_eq!(controls["A.8.1"].missing.iter().map(|it| it.0.name()).collect::<Vec<_>>(), ["why", "implemented", "responsible"]);
    assert_eq!((controls["A.8.1"].implemented, controls["A.8.1"].why.as_deref()), (None, None));
    assert!(controls["A.7.9"].missing.is_empty() && controls["A.5.5"].missing.is_empty());
    assert_eq!(found.marks, [As(StatementMark::Unsigned)]);
    // at hospital a its own exclusion excludes, and the region's does as well
    let hospital = soa(&small().to_string(), None, "a");
    let excluded: Vec<_> = hospital.controls.iter().filter(|it| !it.included).map(|it| it.requirement.as_str()).collect();
    assert_eq!(excluded, ["iso27001-2022:A.7.9", "iso27001-2022:A.7.11", "iso27001-2022:A.7.14"]);
    assert!(hospital.controls.iter().all(|it| it.exclusions_below.is_empty()));
}

#[test]
fn signatures_are_of_their_day_and_drafts_are_drafts() {
    let text = common::read("fixtures/region/assessment.json"); // signed, final, of 2026-06-30
    assert_eq!(soa(&text, None, "bakkeland").marks, []);
    assert_eq!(soa(&text, Some("2026-07-01"), "bakkeland").marks, [As(StatementMark::SignedForAnotherDay)]);
    let mut draft = small();
    draft["sign_off"] = json!({"status": "draft", "prepared": {"by": "CISO", "on": "2026-06-30"}});
    assert_eq!(soa(&draft.to_string(), None, "o").marks, [As(StatementMark::Draft)]);
    // words that say nothing are missing words
    draft["control_statements"][0]["why"] = " \u{a0}".into();
    draft["control_statements"][0]["responsible"] = "".into();
    let found = soa(&draft.to_string(), None, "o");
    let control = found.controls.iter().find(|it| it.requirement == "iso27001-2022:A.5.5").unwrap();
    assert_eq!((control.why.as_deref(), control.responsible.as_deref(), control.missing.len()), (None, None, 2));
}

#[test]
fn no_statement_without_annex_a() {
    let fault = |assessment: Value, entity: &str| {
        let answer: Value =
            serde_json::from_str(&call(&json!({"op": "soa", "assessment": assessment, "entity": entity}).to_string())).unwrap();
        answer["faults"][0]["code"].as_str().unwrap().to_owned()
    };
    let overlay = json!({"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [{"id": "A.1"}]});
    let other = json!({"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"own": "1"}});
    let question = json!({"op": "soa", "catalogues": [overlay], "assessment": other});
    let answer: Value = serde_json::from_str(&call(&question.to_string())).unwrap();
    assert_eq!(answer["faults"][0]["code"], "soa-without-iso");
    assert_eq!(fault(small(), "nowhere"), "unknown-entity");
}
