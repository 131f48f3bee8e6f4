//! Hostile input: refused or handled in bounded time, never a panic, and never unlike what the other pass says.

use crate::common;
use pejling_documents::{Language, Library, Limits, Source, call, call_within};
use proptest::prelude::*;
use serde_json::Value;

/// The codes of the faults of an assessment under limits.
fn codes(text: &str, limits: Limits) -> Vec<String> {
    let mut library = Library::new(Language::English);
    library.limits = limits;
    library.check(Source::text(text)).map_or_else(|faults| faults.faults.into_iter().map(|fault| fault.code).collect(), |_| Vec::new())
}

#[track_caller]
fn check(text: &str, limits: Limits, expected: &[&str]) {
    assert_eq!(codes(text, limits), expected);
}

fn assessment(rest: &str) -> String {
    format!(
        r#"{{"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {{"iso27001-2022": "2026.1"}}{rest}}}"#
    )
}

#[test]
fn each_limit_is_kept() {
    let evidence = |id: &str, note: &str| {
        format!(
            r#"{{"id": "{id}", "requirement": "iso27001-2022:A.5.1", "kind": "statement", "assurance": "self", "date": "2026-06-01", "result": 50, "note": "{note}"}}"#
        )
    };
    let two = assessment(&format!(r#", "evidence": [{}, {}]"#, evidence("a", "é"), evidence("b", "éé")));
    let default = Limits::default();
    check(&two, default, &[]);
    check(&two, Limits { bytes: two.len(), ..default }, &[]);
    check(&two, Limits { bytes: two.len() - 1, ..default }, &["too-long"]);
    check(&two, Limits { evidence: 2, ..default }, &[]);
    check(&two, Limits { evidence: 1, ..default }, &["too-many"]);
    check(&two, Limits { characters: 2, ..default }, &[]);
    check(&two, Limits { characters: 1, ..default }, &["text-too-long"]);
    let entities = assessment(r#", "entities": [{"id": "o"}, {"id": "p", "parent": "o"}]"#);
    check(&entities, Limits { entities: 2, ..default }, &[]);
    check(&entities, Limits { entities: 1, ..default }, &["too-many"]);
    let exclusion = |id: &str| {
        format!(
            r#"{{"requirement": "iso27001-2022:{id}", "class": "no_such_activity", "reason": "r", "approved_by": "a", "review_by": "2027-01-01"}}"#
        )
    };
    let excluded = assessment(&format!(r#", "exclusions": [{}, {}]"#, exclusion("A.8.30"), exclusion("A.8.31")));
    check(&excluded, Limits { entries: 2, ..default }, &[]);
    check(&excluded, Limits { entries: 1, ..default }, &["too-many"]);
    let nested = |depth: usize| assessment(&format!(r#", "scope_note": {}{}"#, "[".repeat(depth), "]".repeat(depth)));
    check(&nested(23), default, &["wrong-kind"]);
    check(&nested(24), default, &["too-deep"]);
    check(&nested(100_000), default, &["too-deep"]);
    let deep_call = format!(r#"{{"op": "check", "assessment": {}}}"#, nested(100_000));
    assert!(call(&deep_call).contains("too-deep"));
    assert!(call_within(&deep_call, Limits { bytes: 10, ..default }).contains("too-long"));
}

/// A million of the same fault costs no more than reading it: the first thousand are listed, the rest is counted.
#[test]
fn many_faults_are_counted() {
    let many = assessment(&format!(r#", "evidence": [{}]"#, vec!["1"; 100_000].join(",")));
    let mut library = Library::new(Language::English);
    library.limits = Limits::default();
    let faults = library.check(Source::text(&many)).unwrap_err();
    assert_eq!(faults.faults.len(), 1_000);
    assert!(faults.more >= 9_000, "{}", faults.more);
    let unknown: Vec<_> = (0..100_000)
        .map(|at| {
            format!(
                r#"{{"id": "{at}", "requirement": "iso27001-2022:B.{at}", "kind": "statement", "assurance": "self", "date": "2026-06-01", "result": 50}}"#
            )
        })
        .collect();
    let faults = library.check(Source::text(&assessment(&format!(r#", "evidence": [{}]"#, unknown.join(","))))).unwrap_err();
    assert_eq!((faults.faults.len(), faults.more), (1_000, 99_000));
}

#[test]
fn wrong_files_get_every_fault_in_both_languages() {
    let mut report = String::new();
    for language in Language::ALL {
        for file in common::files("fixtures/wrong", "") {
            if ![".json", ".txt"].iter().any(|ending| file.ends_with(ending)) || file.ends_with("faults.txt") {
                continue;
            }
            let text = common::read(&file);
            let mut library = Library::new(language);
            let overlay = common::read("fixtures/wrong/overlay-wrong/catalogue.toml");
            let laid = file
                .contains("overlay")
                .then(|| library.lay_over(Source { name: Some("fixtures/wrong/overlay-wrong/catalogue.toml"), text: &overlay }, &[]));
            let faults = match laid {
                Some(Err(faults)) => faults,
                Some(Ok(())) | None => library.check(Source { name: Some(&file), text: &text }).expect_err(&file),
            };
            assert!(!faults.faults.is_empty(), "{file}");
            report += &faults.to_string();
        }
    }
    common::golden("fixtures/wrong/faults.txt", &report);
}

/// Ten mistakes, ten faults, each with line and pointer, in one run.
#[test]
fn ten_mistakes_are_ten_faults() {
    let text = common::read("fixtures/wrong/ten-mistakes.json");
    let faults = Library::new(Language::English).check(Source::text(&text)).unwrap_err();
    assert_eq!(faults.faults.len(), 10, "{faults}");
    let mut lines: Vec<_> = faults.faults.iter().map(|fault| fault.at.line.unwrap()).collect();
    lines.dedup();
    assert_eq!(lines.len(), 10, "{faults}");
    assert!(faults.faults.iter().all(|fault| fault.at.pointer.starts_with('/')));
}

/// What stands in a document is repeated in messages, and cannot move a terminal's cursor or turn its direction of writing there.
#[test]
fn no_message_moves_a_cursor() {
    for sign in ["\\u001b[2J", "\\u202e", "\\u2028", "\\n"] {
        let named =
            assessment(&format!(r#", "{sign}": 1, "evidence": [{{"{sign}": 1, "id": "{sign}", "kind": "{sign}", "date": "{sign}"}}]"#));
        for language in Language::ALL {
            let faults = Library::new(language).check(Source::text(&named)).unwrap_err();
            for fault in &faults.faults {
                let plain = |text: &str| !text.contains(['\u{1b}', '\u{202e}', '\u{2028}', '\n']);
                assert!(plain(&fault.message) && fault.help.as_deref().is_none_or(plain), "{fault:?}");
                assert!(fault.to_string().lines().all(plain), "{fault:?}");
                assert_eq!(fault.to_string().lines().count(), 1 + usize::from(fault.help.is_some()), "{fault:?}");
            }
            assert!(faults.faults.iter().any(|fault| !fault.at.pointer.is_ascii() || fault.at.pointer.contains(char::is_control)));
        }
    }
}

/// A fault of a catalogue stands where its author can mend it, and nowhere else.
#[test]
fn pointers_into_catalogues_lead_somewhere() {
    let requirements = r#""requirements": [{"id": "r"}, {"id": ""}]"#;
    let objectives = r#""objectives": [{"id": "all", "family": "framework", "select": {}, "weights": {"a/b~c": 2}}]"#;
    let text = format!(r#"{{"format": "pejling/catalogue/1", "id": "own", "edition": "1", {requirements}, {objectives}}}"#);
    let mut library = Library::new(Language::English);
    library.lay_over(Source::text(&text), &[]).unwrap();
    let named = r#"{"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"own": "1"}}"#;
    let faults = library.check(Source::text(named)).unwrap_err();
    let found: Vec<_> = faults.faults.iter().map(|fault| (fault.code.as_str(), fault.at.pointer.as_str())).collect();
    // `select` takes both requirements, and the name of the second is told once; RFC 6901 writes `/` as `~1` and `~` as `~0`
    assert_eq!(found, [("id-empty", "/requirements/1/id"), ("weight-of-no-member", "/objectives/0/weights/a~1b~0c")]);
}

proptest! {
    /// Bytes that were changed somewhere are answered, and both passes agree on whether there is a fault.
    #[test]
    fn changed_bytes_are_answered(at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[\\[\\]{}\",:0-9.eE+-]", length in 0_usize..8) {
        let text = common::read("fixtures/worked-example-1/assessment.json");
        let start = at.index(text.len());
        let start = (0..=start).rev().find(|&start| text.is_char_boundary(start)).unwrap();
        let end = (start + length..=text.len()).find(|&end| text.is_char_boundary(end)).unwrap_or(text.len());
        let changed = format!("{}{with}{}", &text[..start], &text[end..]);
        let answer: Value = serde_json::from_str(&call(&format!(r#"{{"op": "score", "assessment": {changed}}}"#))).unwrap();
        prop_assert!(answer.get("ok").is_some() != answer.get("faults").is_some());
        if let Some(faults) = answer.get("faults") {
            prop_assert!(!faults.as_array().unwrap().is_empty());
            let unexplained = faults.as_array().unwrap().iter().any(|fault| fault["message"] == fault["code"]);
            prop_assert!(!unexplained, "{}", faults);
        }
    }

    /// Any text at all is answered.
    #[test]
    fn any_text_is_answered(text in "\\PC*") {
        let answer: Value = serde_json::from_str(&call(&text)).unwrap();
        prop_assert!(answer["faults"].is_array());
    }
}
