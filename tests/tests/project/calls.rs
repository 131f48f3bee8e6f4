//! `call`: the same documents as every other surface, and every fault at its place in the whole text.

use pejling_documents::{Language, Library, Limits, Operation, SCHEMAS, call, schema};
use serde_json::{Value, json};

use crate::common;

fn ask(question: &Value) -> Value {
    serde_json::from_str(&call(&question.to_string())).unwrap()
}

fn region() -> Value {
    serde_json::from_str(&common::read("fixtures/region/assessment.json")).unwrap()
}

#[test]
fn a_score_is_the_golden_of_all_surfaces() {
    let answer = call(&format!(r#"{{"op": "score", "assessment": {}}}"#, common::read("fixtures/region/assessment.json")));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let golden: Value = serde_json::from_str(&common::read("fixtures/region/result.json")).unwrap();
    assert!(answer == json!({"ok": golden}), "call and the golden of all surfaces differ");
}

#[test]
fn every_operation_answers() {
    let golden: Value = serde_json::from_str(&common::read("fixtures/region/result.json")).unwrap();
    let vectors: Value = serde_json::from_str(&common::read("fixtures/vectors/seeds-001-100.json")).unwrap();
    let ok = |question: Value| ask(&question)["ok"].clone();
    assert_eq!(ok(json!({"op": "check", "assessment": region()}))["assessment"], golden["assessment"]);
    let explained = ok(json!({"op": "explain", "assessment": region(), "of": "iso27001-2022:A.8.15", "entity": "psykiatrien"}));
    assert_eq!(explained["why"]["requirement"]["score"], golden["leaves"]["psykiatrien"]["requirements"]["iso27001-2022:A.8.15"]["score"]);
    assert_eq!(ok(json!({"op": "verify", "result": golden, "assessment": region()}))["differences"].as_array().map(Vec::len), Some(0));
    let verified = ok(json!({"op": "verify", "vectors": vectors}));
    assert_eq!((&verified["passed"], &verified["failed"]), (&json!(100), &json!(0)));
    assert_eq!(ok(json!({"op": "catalogues"})).as_array().unwrap().len(), Library::new(Language::English).catalogues().count());
    assert_eq!(ok(json!({"op": "catalogue", "name": "gdpr"}))["texts"].as_object().unwrap().len(), 2);
    assert_eq!(ok(json!({"op": "catalogue", "name": "gdpr"}))["guides"].as_object().unwrap().len(), 2);
    assert_eq!(ok(json!({"op": "requirement", "name": "A.8.15"}))["requirement"]["part"], "A.8");
    assert_eq!(ok(json!({"op": "view", "name": "iso-maaling", "assessment": region()}))["areas"].as_array().unwrap().len(), 9);
    let screening: Value = serde_json::from_str(&common::read("fixtures/screening/assessment.json")).unwrap();
    assert_eq!(ok(json!({"op": "screening", "assessment": screening}))["outcome"], "conditions");
    let before: Value = serde_json::from_str(&common::read("fixtures/iso27001-2013/assessment.json")).unwrap();
    let after: Value = serde_json::from_str(&common::read("fixtures/iso27001-2013/migrated.json")).unwrap();
    assert_eq!(ok(json!({"op": "migrate", "assessment": before}))["assessment"], after);
    assert!(ok(json!({"op": "lint", "name": "gdpr"})).is_array());
    assert_eq!(ok(json!({"op": "soa", "assessment": region()}))["controls"].as_array().unwrap().len(), 93);
    assert_eq!(ok(json!({"op": "diff", "before": "gdpr", "after": "gdpr"}))["changes"], json!([]));
    assert!(ok(json!({"op": "graph", "name": "gdpr"})).as_str().unwrap().starts_with("digraph"));
    let drawn = ok(json!({"op": "graph", "name": "gdpr", "form": "svg", "around": "32", "language": "da"}));
    let library = Library::new(Language::Danish);
    assert_eq!(drawn, library.dependencies(library.catalogue("gdpr").unwrap(), Some("32")).unwrap().svg().unwrap());
    let regions = ok(json!({"op": "regions", "on": "2027-01-01"}));
    assert_eq!((&regions["count"], ok(json!({"op": "regions", "name": "sjaelland"}))["count"].clone()), (&json!(4), json!(1)));
    let part = |name: &str| json!({"format": "pejling/assessment/1", "organisation": name, "as_of": "2027-01-01", "catalogues": {"gdpr": "2026.1", "iso27001-2022": "2026.1"}});
    let parts = [part("hovedstaden"), part("sjaelland")];
    let merged = ok(json!({"op": "merge", "assessments": parts, "into": "oestdanmark", "weights": [3, 2]}));
    assert_eq!(
        (&merged["assessment"]["organisation"], &merged["report"]["parts"]["sjaelland"]["weight"]),
        (&json!("oestdanmark"), &json!(2))
    );
    let computed = ok(json!({"op": "merge", "assessments": parts, "into": "oestdanmark", "as_of": "2026-12-31"}));
    assert_eq!((computed.get("assessment"), &computed["report"]["computed"]), (None, &json!(true)));
    for &name in SCHEMAS {
        assert_eq!(ok(json!({"op": "schema", "name": name})), serde_json::from_str::<Value>(&schema(name).unwrap()).unwrap());
    }
}

#[test]
fn answers_and_questions_are_as_their_schemas_say() {
    let validator = |name: &str| jsonschema::validator_for(&serde_json::from_str::<Value>(&schema(name).unwrap()).unwrap()).unwrap();
    let question = json!({"op": "score", "assessment": region(), "as_of": "2026-06-30", "language": "da"});
    assert!(validator("call").is_valid(&question));
    assert!(!validator("call").is_valid(&json!({"op": "guess"})));
    assert!(validator("answer").is_valid(&ask(&question)));
    assert!(validator("answer").is_valid(&ask(&json!({"op": "guess"}))));
}

/// A shell names the operation apart from the request, and answers what the command prints.
#[test]
fn an_operation_answers_the_bytes_of_the_command() {
    let request = format!(r#"{{"assessment": {}}}"#, common::read("fixtures/region/assessment.json"));
    let answer = Operation::Score.perform(&request, Limits::default()).unwrap();
    assert!(answer == common::read("fixtures/region/result.json"), "the golden of all surfaces");
    let named = Operation::Score.perform(r#"{"op": "score", "assessment": {}}"#, Limits::default()).unwrap_err();
    assert_eq!((named.faults[0].code.as_str(), named.faults[0].at.pointer.as_str()), ("unknown-field", "/op"));
}

/// A result holds warnings by code; `check` tells the same in words.
#[test]
fn warnings_are_told_in_words() {
    let result: Value = serde_json::from_str(&common::read("fixtures/region/result.json")).unwrap();
    let told = &ask(&json!({"op": "check", "assessment": region()}))["ok"]["warnings"];
    let message = "BK-0060: counts as self-assessment, not as internal control: it does not say both who examined and where the record is";
    assert_eq!(told[0]["message"], message);
    let (told, result) = (told.as_array().unwrap(), result["warnings"].as_array().unwrap());
    assert_eq!(told.len(), result.len());
    for (told, warning) in told.iter().zip(result) {
        assert_eq!((&told["args"], &told["code"]), (&warning["args"], &warning["code"]));
        assert!(told["message"].as_str().unwrap().contains(' '), "{told}");
    }
}

/// What an operation says that it cannot do without is what it asks for, and nothing else is.
#[test]
fn operations_need_what_their_schema_says() {
    let schema: Value = serde_json::from_str(&schema("operations").unwrap()).unwrap();
    for (name, operation) in Operation::ALL {
        let request = &schema["properties"][name]["properties"]["request"];
        for needed in request.get("oneOf").and_then(Value::as_array).unwrap_or(&vec![request.clone()]) {
            let needed: Vec<_> = needed["required"].as_array().unwrap().iter().map(|field| field.as_str().unwrap()).collect();
            for left_out in &needed {
                let rest = needed.iter().filter(|field| *field != left_out).map(|field| {
                    let value = match *field {
                        "assessments" => json!([region(), region()]),
                        "assessment" | "old" => region(),
                        "result" => json!({"format": "pejling/result/1", "as_of": "2026-06-30"}),
                        "of" => json!("iso27001-2022:A.8.15"),
                        "objective" => json!("iso27001-2022:chapter-a8"),
                        "budget" => json!(1),
                        "reach" => json!("L"),
                        "until" => json!("2026-12-31"),
                        "name" if *name == "view" => json!("iso-maaling"),
                        "before" | "after" | "name" => json!("gdpr"),
                        "into" => json!("oestdanmark"),
                        other => panic!("what is a good `{other}`?"),
                    };
                    ((*field).to_owned(), value)
                });
                let request = Value::Object(rest.collect()).to_string();
                let faults = operation.perform(&request, Limits::default()).unwrap_err().faults;
                let asks = |it: &pejling_documents::Diagnostic| {
                    let field = if *left_out == "vectors" { "result" } else { left_out }; // what else verify could go by
                    it.code == "missing-field" && it.args["field"] == field
                        || it.code == "budget-or-reach" && ["budget", "reach"].contains(left_out)
                };
                assert!(faults.iter().any(asks), "{name} without {left_out}: {faults:?}");
            }
        }
    }
}

/// Whoever has the text of a file may give it as it is: faults stand at the lines of that file, and a catalogue may be TOML.
#[test]
fn a_document_may_be_given_as_text() {
    let text = common::read("fixtures/region/assessment.json");
    let golden: Value = serde_json::from_str(&common::read("fixtures/region/result.json")).unwrap();
    assert!(ask(&json!({"op": "score", "assessment": text}))["ok"] == golden, "the golden of all surfaces");
    let result = common::read("fixtures/region/result.json");
    assert_eq!(ask(&json!({"op": "verify", "assessment": text, "result": result}))["ok"]["differences"], json!([]));
    let vectors = common::read("fixtures/vectors/seeds-001-100.json");
    assert_eq!(ask(&json!({"op": "verify", "vectors": vectors}))["ok"]["passed"], 100);
    assert_eq!(
        ask(&json!({"op": "bridge", "old": text, "assessment": region()}))["ok"]["objectives"].as_object().map(serde_json::Map::is_empty),
        Some(false)
    );
    let bad = "{\n  \"format\": \"pejling/assessment/1\",\n  \"organisation\": \"o\",\n  \"catalogues\": {},\n  \"noet\": 1\n}";
    let place = ("/assessment/noet".to_owned(), "unknown-field".to_owned(), 5);
    assert!(faults(&json!({"op": "score", "assessment": bad}).to_string()).contains(&place));
    let place = ("/assessments/1".to_owned(), "json-empty".to_owned(), 1);
    assert!(faults(&json!({"op": "compare", "assessments": [region(), ""]}).to_string()).contains(&place));
    assert_eq!(faults(&json!({"op": "compare", "assessments": text}).to_string())[0].1, "wrong-kind");
    let overlay = "format = \"pejling/catalogue/1\"\nid = \"husregler\"\nnoet = 1\n";
    let place = ("/catalogues/0/noet".to_owned(), "unknown-field".to_owned(), 3);
    assert!(faults(&json!({"op": "catalogues", "catalogues": [overlay]}).to_string()).contains(&place));
}

/// The pointers and the codes of an answer's faults.
fn faults(question: &str) -> Vec<(String, String, u64)> {
    let answer: Value = serde_json::from_str(&call(question)).unwrap();
    let faults = answer["faults"].as_array().unwrap().iter();
    faults
        .map(|fault| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (text(&fault["at"]["pointer"]), text(&fault["code"]), fault["at"]["line"].as_u64().unwrap_or(0))
        })
        .collect()
}

#[test]
fn faults_stand_at_their_place_in_the_whole_call() {
    #[track_caller]
    fn check(question: &str, expected: &[(&str, &str, u64)]) {
        let expected: Vec<_> = expected.iter().map(|(pointer, code, line)| ((*pointer).to_owned(), (*code).to_owned(), *line)).collect();
        assert_eq!(faults(question), expected);
    }
    let document = r#"{"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30",
        "catalogues": {"iso27001-2022": "2026.1"},
        "evidence": [{"id": "e", "requirement": "iso27001-2022:A.5.1", "kind": "audit", "assurance": "self",
            "date": "2026-13-01", "result": 50, "noet": ""}]}"#;
    let at = "/assessment/evidence/0";
    check(
        &format!("{{\"op\": \"score\",\n\"assessment\": {document}}}"),
        &[(&format!("{at}/date"), "not-a-date", 5), (&format!("{at}/noet"), "unknown-field", 5)],
    );
    check(r#"{"assessment": {}}"#, &[("/op", "missing-field", 0)]);
    check("{\"op\":\n\"scor\"}", &[("/op", "unknown-operation", 2)]);
    check(r#"{"op": "schema", "name": "assessment", "as_of": "2026-06-30"}"#, &[("/as_of", "unknown-field", 1)]);
    check(r#"{"op": "schema", "op": "score", "name": "result"}"#, &[("/op", "duplicate-key", 1)]);
    check("{\"op\": \"graph\", \"name\": \"gdpr\",\n\"form\": \"png\"}", &[("/form", "unknown-name", 2)]);
    check(r#"{"op": "score"}"#, &[("/assessment", "missing-field", 0)]);
    check(r#"{"op": "merge", "assessments": [], "into": "oestdanmark"}"#, &[("/assessments", "merge-needs-two", 0)]);
    check(
        "{\"op\": \"merge\", \"assessments\": [],\n\"into\": \"fjordmark\", \"weights\": [1, 0]}",
        &[("/weights/1", "weight-out-of-range", 2)],
    );
    check(
        "{\"op\": \"merge\", \"into\": \"fjordmark\", \"assessments\": [\n5]}",
        &[("/assessments/0", "wrong-kind", 2), ("/into", "merge-unknown-region", 0), ("/assessments", "merge-needs-two", 0)],
    );
    check("[]", &[("", "wrong-kind", 1)]);
    check("", &[("", "json-empty", 1)]);
    check("{", &[("", "json-ends-early", 1)]);
    check(r#"{"op": "score"} {}"#, &[("", "not-json", 1)]);
    let overlay =
        r#"{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [{"id": "r", "target": 9, "requires": ["x"]}]}"#;
    let named = document.replace(r#""iso27001-2022": "2026.1""#, r#""iso27001-2022": "2026.1", "own": "1""#);
    let named = named.replace("2026-13-01", "2026-03-01").replace(r#", "noet": """#, "");
    check(
        &format!("{{\"op\": \"score\", \"catalogues\": [\n{overlay}],\n\"assessment\": {named}}}"),
        &[
            ("/catalogues/0/requirements/0/target", "target-out-of-range", 2),
            ("/catalogues/0/requirements/0/requires/0", "unknown-dependency", 2),
        ],
    );
}

#[test]
fn decimals_never_pass_through_a_float() {
    let score = |result: &str| {
        let document = format!(
            r#"{{"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {{"iso27001-2022": "2026.1"}},
            "evidence": [{{"id": "e", "requirement": "iso27001-2022:A.5.5", "kind": "audit", "assurance": "independent", "by": "a", "reference": "b",
            "date": "2026-06-01", "result": {result}}}]}}"#
        );
        let answer: Value = serde_json::from_str(&call(&format!(r#"{{"op": "score", "assessment": {document}}}"#))).unwrap();
        match answer.get("ok") {
            Some(ok) => ok["leaves"]["o"]["requirements"]["iso27001-2022:A.5.5"]["own"]["substantiated"].as_str().unwrap().to_owned(),
            None => answer["faults"][0]["code"].as_str().unwrap().to_owned(),
        }
    };
    assert_eq!(score("8.2"), "8.20");
    assert_eq!(score("0.29"), "0.29"); // as a float it is 0.28999.., which would be cut to 0.28
    assert_eq!(score("\"0.29\""), "0.29");
    assert_eq!(score("99.99999999999999999999"), "99.99"); // as a float it is 100
    for (text, code) in [
        ("1e1", "not-a-decimal"),
        ("\"1e1\"", "not-a-decimal"),
        ("\"1_0\"", "not-a-decimal"),
        ("\"+1\"", "not-a-decimal"),
        ("\".5\"", "not-a-decimal"),
        ("\"1,5\"", "not-a-decimal"),
        ("\"\\u0031\"", "1.00"), // an escape is the same text
        ("100.01", "percent-out-of-range"),
        ("-1", "percent-out-of-range"),
        ("true", "wrong-kind"),
        ("null", "finding-missing"),
    ] {
        assert_eq!(score(text), code, "{text}");
    }
}
