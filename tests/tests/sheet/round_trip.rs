//! Assessment, workbook, assessment: the same, in either language.

use std::collections::BTreeSet;

use pejling_documents::{Language, Library, Source, content_to_json, schema};
use pejling_sheet::{read_workbook, workbook};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use serde_json::Value;

use crate::book::{danish, empty, first_year, fixture, region};
use crate::generator::assessment;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn an_assessment_comes_back_as_it_went_out(document in assessment(), first_year: bool, wrote_danish: bool, reads_danish: bool) {
        let language = |danish| Library::new(if danish { Language::Danish } else { Language::English });
        let (writer, reader) = (language(wrote_danish), language(reads_danish));
        let checked = writer.check(Source::text(&document.to_string())).unwrap_or_else(|faults| panic!("{faults}\n{document:#}"));
        let bytes = workbook(&writer, &checked, first_year).unwrap();
        let read = read_workbook(&reader, None, &bytes).unwrap_or_else(|faults| panic!("{faults}\n{document:#}"));
        prop_assert_eq!(content_to_json(&read.checked.document()), content_to_json(&checked.document()));
        prop_assert_eq!(read.checked.digest(), checked.digest());
        prop_assert!(read.warnings.iter().all(|it| it.code == "cell-cpr"), "{:?}", read.warnings); // nobody wrote anything into it
        prop_assert!(bytes == workbook(&writer, &checked, first_year).unwrap(), "the same assessment gives the same bytes");
    }
}

/// The generator fills every field that an assessment has: what it left out would be promised and not tried.
#[test]
fn the_generator_leaves_no_field_out() {
    let schema: Value = serde_json::from_str(&schema("assessment").unwrap()).unwrap();
    let fields = |value: &Value| value["properties"].as_object().into_iter().flat_map(|it| it.keys().cloned()).collect::<Vec<_>>();
    let mut known: BTreeSet<String> = fields(&schema).into_iter().collect();
    known.extend(schema["$defs"].as_object().unwrap().values().flat_map(fields));
    known.remove("$schema"); // of editors, and no part of the canonical form
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..60 {
        let mut open = vec![assessment().new_tree(&mut runner).unwrap().current()];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(fields) => {
                    seen.extend(fields.keys().cloned());
                    open.extend(fields.into_iter().map(|(_, value)| value));
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
    }
    assert_eq!(known.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn the_region_comes_back_as_it_went_out() {
    for language in Language::ALL {
        let library = Library::new(language);
        let checked = region(&library);
        let read = read_workbook(&danish(), None, &workbook(&library, &checked, false).unwrap()).unwrap();
        assert_eq!(read.checked.digest(), checked.digest());
        assert_eq!(read.warnings, []);
    }
}

#[test]
fn an_empty_workbook_is_an_empty_assessment() {
    for first_year in [false, true] {
        let checked = empty(&danish());
        let read = read_workbook(&danish(), None, &workbook(&danish(), &checked, first_year).unwrap()).unwrap();
        assert_eq!(read.checked.digest(), checked.digest());
        assert_eq!(read.document.evidence, []);
        assert_eq!(read.warnings, []);
    }
}

/// The workbook that the help reads is what would be written today.
#[test]
fn the_fixture_is_that_of_the_code() {
    let checked = first_year(&danish());
    let bytes = workbook(&danish(), &checked, true).unwrap();
    fixture("lyngager.xlsx", &bytes);
    assert_eq!(read_workbook(&danish(), None, &bytes).unwrap().checked.digest(), checked.digest());
}
