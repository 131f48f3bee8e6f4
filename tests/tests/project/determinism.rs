//! The same content in any order gives the same bytes, and an overlay moves no common score.

use crate::common;
use pejling_documents::{Language, Library, Source};
use proptest::prelude::*;
use serde_json::Value;

/// The value as text, with the fields of objects and the items of lists that have no order of their own in the order of `seed`.
fn shuffled(value: &Value, seed: &mut u64) -> String {
    let mut next = || {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *seed >> 33
    };
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().map(|field| (next(), field)).collect();
            fields.sort_by_key(|(key, _)| *key);
            let fields: Vec<_> =
                fields.into_iter().map(|(_, (name, value))| format!("{}: {}", Value::from(name.as_str()), shuffled(value, seed))).collect();
            format!("{{{}}}", fields.join(",\n "))
        }
        Value::Array(items) => {
            let mut items: Vec<_> = items.iter().map(|item| (next(), item)).collect();
            items.sort_by_key(|(key, _)| *key);
            let items: Vec<_> = items.into_iter().map(|(_, item)| shuffled(item, seed)).collect();
            format!("[{}]", items.join(", "))
        }
        other => other.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn order_changes_no_byte(mut seed: u64) {
        for file in ["fixtures/region/assessment.json", "fixtures/just-started/assessment.json"] {
            let text = common::read(file);
            let library = Library::new(Language::English);
            let result = |text: &str| {
                let checked = library.check(Source::text(text)).unwrap();
                serde_json::to_string(&checked.result(checked.as_of(None).unwrap())).unwrap()
            };
            let other = shuffled(&serde_json::from_str(&text).unwrap(), &mut seed);
            prop_assert!(text.len() > 1_000 && text != other);
            prop_assert!(result(&text) == result(&other));
        }
    }
}

#[test]
fn an_overlay_takes_no_name_of_others() {
    let overlay = r#"format = "pejling/catalogue/1"
id = "gdpr"
edition = "2026.1""#;
    let mut library = Library::new(Language::English);
    let faults = library.lay_over(Source { name: Some("own.toml"), text: overlay }, &[]).unwrap_err();
    assert_eq!((faults.faults[0].code.as_str(), faults.faults[0].at.line), ("catalogue-name-taken", Some(2)));
}

#[test]
fn an_overlay_moves_no_common_score() {
    let overlay = r#"
        format = "pejling/catalogue/1"
        id = "bakkeland-own"
        edition = "1"
        builds_on = ["iso27001-2022"]
        [[requirements]]
        id = "local"
        requires = ["iso27001-2022:A.8.13"]
        [[objectives]]
        id = "framework"
        family = "framework"
        select = {}
    "#;
    let text = common::read("fixtures/region/assessment.json");
    let with = text.replace(r#""gdpr": "2026.1","#, r#""gdpr": "2026.1", "bakkeland-own": "1","#);
    assert_ne!(text, with);
    let mut library = Library::new(Language::English);
    library.lay_over(Source { name: Some("own.toml"), text: overlay }, &[]).unwrap();
    let result = |text: &str| {
        let checked = library.check(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}"));
        serde_json::to_value(checked.result(checked.as_of(None).unwrap())).unwrap()
    };
    let (without, with) = (result(&text), result(&with));
    for part in ["leaves", "consolidated"] {
        for (entity, scores) in without[part].as_object().unwrap() {
            for kind in ["requirements", "objectives"] {
                for (id, score) in scores[kind].as_object().unwrap() {
                    assert_eq!(score, &with[part][entity][kind][id], "{entity} {id}");
                }
            }
            assert!(with[part][entity]["requirements"]["bakkeland-own:local"].is_object());
        }
    }
}
