//! What looks like a CPR number is warned of by its place, and repeated in no answer.

use jiff::civil::date;
use pejling_documents::{Language, Library, Source, call, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common;

/// An assessment with a text in every field that is anybody's.
fn assessment(text: &str) -> Value {
    let evidence = |id: &str, more: Value| {
        let mut one = json!({"id": id, "requirement": "iso27001-2022:A.5.1", "kind": "audit", "assurance": "internal", "date": "2026-06-01",
            "result": 50});
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    json!({
        "format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": "2026.1"},
        "scope_note": text,
        "entities": [{"id": "o", "name": text}, {"id": "a", "parent": "o"}, {"id": "b", "parent": "o", "name": text}],
        "evidence": [evidence("e1", json!({"by": text, "reference": text, "note": text})), evidence("e2", json!({"note": text})), evidence(text, json!({}))],
        "exclusions": [{"requirement": "iso27001-2022:A.8.31", "class": "no_such_activity", "reason": text, "approved_by": text,
            "review_by": "2026-12-31"}],
        "control_statements": [{"requirement": "iso27001-2022:A.5.1", "implemented": true, "why": text, "responsible": text}],
        "dissent": [{"by": "dpo", "requirement": "iso27001-2022:A.5.1", "text": text}],
        "measures": [{"id": text, "requirement": "iso27001-2022:A.5.1", "cost": 1, "score_after": 100, "status": "decided", "owner": text,
            "decided_by": text}, {"id": "0", "requirement": "iso27001-2022:A.5.1", "cost": 1, "score_after": 100, "status": "decided"}],
        "sign_off": {"status": "final", "prepared": {"by": text, "on": "2026-06-30"}, "reviewed": {"by": text, "on": "2026-06-30"},
            "approved": {"by": text, "on": "2026-06-30"}},
    })
}

/// The places that are warned of: list, entry, field.
fn places(assessment: &Value) -> Vec<[String; 3]> {
    let text = assessment.to_string();
    let checked = Library::new(Language::English).check(Source::text(&text)).unwrap_or_else(|faults| panic!("{faults}"));
    let warnings = checked.warnings(checked.as_of(None).unwrap()).into_iter().filter(|it| it.code == "possible-cpr-number");
    warnings.map(|it| ["list", "entry", "field"].map(|name| it.args[name].clone())).collect()
}

#[test]
fn each_place_is_told_and_never_the_number() {
    let expected = [
        ["assessment", "o", "scope_note"],
        ["control_statements", "iso27001-2022:A.5.1", "responsible"],
        ["control_statements", "iso27001-2022:A.5.1", "why"],
        ["dissent", "iso27001-2022:A.5.1", "text"],
        ["entities", "b", "name"],
        ["entities", "o", "name"],
        ["evidence", "#1", "id"], // before `e1` and `e2`
        ["evidence", "e1", "by"],
        ["evidence", "e1", "note"],
        ["evidence", "e1", "reference"],
        ["evidence", "e2", "note"],
        ["exclusions", "iso27001-2022:A.8.31", "approved_by"],
        ["exclusions", "iso27001-2022:A.8.31", "reason"],
        ["measures", "#2", "decided_by"], // after `0`
        ["measures", "#2", "id"],
        ["measures", "#2", "owner"],
        ["sign_off", "approved", "by"],
        ["sign_off", "prepared", "by"],
        ["sign_off", "reviewed", "by"],
    ];
    assert_eq!(places(&assessment("010190-1234")), expected);
    let mut turned = assessment("010190-1234");
    for list in ["evidence", "measures", "entities"] {
        turned[list].as_array_mut().unwrap().reverse();
    }
    assert_eq!(places(&turned), expected, "the order of the input matters");
    let after = places(&assessment("set 010190 1234")); // after them
    assert!(after.contains(&["evidence", "#3", "id"].map(str::to_owned)), "{after:?}");
    assert!(places(&assessment("31. juni: 310690-1234")).is_empty());
}

/// Without a date there are no scores to warn of, and these places all the same.
#[test]
fn check_tells_it_without_a_date() {
    let mut undated = assessment("0101901234");
    undated.as_object_mut().unwrap().remove("as_of");
    let report =
        |assessment: &Value| serde_json::from_str::<Value>(&call(&json!({"op": "check", "assessment": assessment}).to_string())).unwrap();
    assert_eq!(report(&undated)["ok"]["warnings"].as_array().unwrap().len(), 19);
    let mut plain = assessment("x");
    plain.as_object_mut().unwrap().remove("as_of");
    assert!(report(&plain)["ok"].get("warnings").is_none());
}

/// What is warned of and masked is still what is assessed: digest and canonical form are those of the content.
#[test]
fn content_stays_as_it_is() {
    let text = assessment("010190-1234").to_string();
    let other = assessment("010190-1235").to_string();
    let library = Library::new(Language::English);
    let (one, two) = (library.check(Source::text(&text)).unwrap(), library.check(Source::text(&other)).unwrap());
    assert_ne!(one.digest(), two.digest());
    assert_eq!(one.document().scope_note.as_deref(), Some("010190-1234"));
    let result = to_json(&one.result(one.as_of(None).unwrap()));
    assert!(library.verify_result(Source::text(&result), &one, None).unwrap().holds(), "its own result differs");
}

/// Entities are names of results: two whose names look like CPR numbers stay two.
#[test]
fn masked_entities_stay_apart() {
    let document = json!({"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": "2026.1"},
        "entities": [{"id": "o"}, {"id": "010190-1234", "parent": "o"}, {"id": "010190-1235", "parent": "o"}]});
    let answer: Value = serde_json::from_str(&call(&json!({"op": "score", "assessment": document}).to_string())).unwrap();
    let leaves: Vec<_> = answer["ok"]["leaves"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(leaves, ["••••••-••••", "••••••-•••• (2)"]);
}

/// Every question there is about an assessment.
fn questions(assessment: &Value) -> Vec<Value> {
    let mut all = vec![
        json!({"op": "check"}),
        json!({"op": "score"}),
        json!({"op": "soa"}),
        json!({"op": "screening"}),
        json!({"op": "migrate"}),
        json!({"op": "view", "name": "iso-maaling"}),
        json!({"op": "explain", "of": "iso27001-2022:A.5.1", "entity": "a"}),
        json!({"op": "explain", "of": "iso27001-2022:A.8.31", "entity": "a"}),
        json!({"op": "explain", "of": "iso27001-2022:framework"}),
        json!({"op": "verify", "result": {"format": "pejling/result/1", "as_of": "2026-06-30"}}),
    ];
    for question in &mut all {
        question["assessment"] = assessment.clone();
    }
    all
}

/// Whether a text has the two halves of a number with at most three signs between them: how a reader would find it, not how it was looked for.
fn repeats(text: &str, number: &str) -> bool {
    let (date, serial) = number.split_at(6);
    text.match_indices(date).any(|(at, _)| {
        let rest = &text[at + 6..];
        (0..=3).any(|skipped| rest.char_indices().nth(skipped).is_some_and(|(at, _)| rest[at..].starts_with(serial)))
    })
}

/// The places of a value where text stands, or could: the number of values and of names in it.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(fields) => fields.values().map(|value| 1 + count(value)).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 1,
    }
}

/// Puts a text in the place of the value or name of that number, or behind what stands there.
fn put(value: &mut Value, number: &mut usize, text: &str, whole: bool) {
    match value {
        Value::Object(fields) => {
            let mut names = serde_json::Map::new();
            for (name, mut value) in std::mem::take(fields) {
                let is_it = *number == 0;
                *number = number.wrapping_sub(1);
                put(&mut value, number, text, whole);
                names.insert(if is_it { if whole { text.to_owned() } else { format!("{name} {text}") } } else { name }, value);
            }
            *fields = names;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put(item, number, text, whole)),
        other => {
            if *number == 0 {
                let before = other.as_str().unwrap_or_default();
                *other = if whole { text.into() } else { format!("{before}: {text}.").into() };
            }
            *number = number.wrapping_sub(1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// A number anywhere in an assessment, which may be wrong for it, is in no answer of any operation in either language.
    #[test]
    fn no_answer_repeats_a_number(
        day in 0_i64..22_000, serial in 0_u32..5_000, between in "[-  \t\u{a0}–‐]?| - ", at in any::<prop::sample::Index>(), whole: bool, all: bool,
        danish: bool,
    ) {
        let day = date(1937, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap(); // to 1997, the century of a seventh digit up to 4
        let number = format!("{:02}{:02}{:02}{serial:04}", day.day(), day.month(), day.year() % 100);
        let text = format!("{}{between}{}", &number[..6], &number[6..]);
        let mut assessment = assessment(if all { &text } else { "x" });
        let mut place = at.index(count(&assessment));
        put(&mut assessment, &mut place, &text, whole);
        for mut question in questions(&assessment) {
            question["language"] = if danish { "da" } else { "en" }.into();
            let mut answer: Value = serde_json::from_str(&call(&question.to_string())).unwrap();
            if question["op"] == "migrate" && answer.get("ok").is_some() {
                answer["ok"]["assessment"] = Value::Null; // the owner's own content
            }
            let answer = format!("{answer:#}");
            prop_assert!(!repeats(&answer, &number), "{} {text}: {answer}", question["op"]);
        }
    }
}

/// The account of a migration repeats nothing; the assessment that it makes is the owner's and keeps everything.
#[test]
fn a_migrated_assessment_keeps_what_its_account_does_not_repeat() {
    let mut before: Value = serde_json::from_str(&common::read("fixtures/iso27001-2013/assessment.json")).unwrap();
    before["scope_note"] = "010190-1234".into();
    before["evidence"][0]["id"] = "020290-1234".into();
    let answer: Value = serde_json::from_str(&call(&json!({"op": "migrate", "assessment": before}).to_string())).unwrap();
    let (content, account) = (answer["ok"]["assessment"].to_string(), answer["ok"]["report"].to_string());
    assert!(repeats(&content, "0101901234") && repeats(&content, "0202901234"));
    assert!(!repeats(&account, "0202901234") && account.contains("••••••-••••"));
    let end = &answer["ok"]["report"]["to"]["assessment"];
    let checked = Library::new(Language::English).check(Source::text(&content)).unwrap().digest();
    assert_eq!(*end, checked, "the digest in the account is not of the assessment beside it");
}
