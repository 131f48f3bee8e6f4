//! Results as workbook and CSV: the numbers of the result document, digit by digit, and no text that becomes a formula.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use pejling_documents::{Checked, Language, Library, Source};
use pejling_sheet::Results;
use serde_json::Value;
use zip::ZipArchive;

use crate::book::{danish, region};

/// The results of an entity as workbook and as CSV, and as the document that they are of.
fn results(library: &Library<'_>, checked: &Checked, entity: &str) -> (Vec<u8>, String, Value) {
    let scores = checked.scores(checked.as_of(None).unwrap());
    let results = Results::new(library, checked, &scores, &entity.parse().unwrap()).unwrap();
    let document = serde_json::to_value(checked.result_of(&scores)).unwrap();
    (results.workbook().unwrap(), String::from_utf8(results.csv()).unwrap(), document)
}

/// The substantiated score of each requirement, in hundredths; `None` where no number is shown.
fn expected(document: &Value, entity: &str) -> BTreeMap<String, Option<u32>> {
    let of = |it: &Value| {
        let shown = it.get("band").is_some_and(|band| !band.is_null()); // nothing is assessed without
        shown.then(|| it["score"]["substantiated"].as_str().unwrap().replace('.', "").parse().unwrap())
    };
    let all = &document["leaves"][entity]["requirements"];
    let all = if all.is_null() { &document["consolidated"][entity]["requirements"] } else { all };
    all.as_object().unwrap().iter().map(|(id, it)| (id.clone(), of(it))).collect()
}

#[test]
fn numbers_are_those_of_the_result() {
    let library = danish();
    let checked = region(&library);
    for entity in ["bakkeland", "soender-aa-sygehus"] {
        let (bytes, csv, document) = results(&library, &checked, entity);
        let expected = expected(&document, entity);
        assert!(expected.values().filter(|it| it.is_some()).count() > 100);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        let found = book.worksheet_range("Krav").unwrap();
        let found: BTreeMap<String, Option<u32>> = found
            .rows()
            .skip(1)
            .map(|row| {
                let number = match &row[4] {
                    Data::Float(number) => Some(format!("{number:.2}").replace('.', "").parse().unwrap()),
                    Data::Empty => None,
                    other => panic!("{other:?} is no number"),
                };
                (row[0].to_string(), number)
            })
            .collect();
        assert_eq!(found, expected, "{entity}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let found = reader.records().map(|row| {
            let row = row.unwrap();
            (row[0].to_owned(), (!row[4].is_empty()).then(|| row[4].replace(',', "").parse().unwrap()))
        });
        assert_eq!(found.collect::<BTreeMap<String, Option<u32>>>(), expected, "{entity}");
        assert!(results(&library, &checked, entity).0 == bytes, "the same results give the same bytes");
    }
}

/// Whoever disagrees stands beside the number.
#[test]
fn dissent_stands_beside_what_it_concerns() {
    let library = danish();
    let (_, csv, _) = results(&library, &region(&library), "bakkeland");
    let row = csv.lines().find(|line| line.starts_with("gdpr:30;")).unwrap();
    assert!(row.contains("Databeskyttelsesrådgiver"), "{row}");
}

#[test]
fn no_text_becomes_a_formula_and_none_repeats_a_cpr_number() {
    let evil = ["=1+1", "+45", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\";\"y\")", "set af 290224-4321"];
    for (at, text) in evil.iter().enumerate() {
        let document = serde_json::json!({
            "format": "pejling/assessment/1", "organisation": "bakkeland", "as_of": "2026-06-30",
            "catalogues": {"iso27001-2022": "2026.1"},
            "control_statements": [{"requirement": "iso27001-2022:A.5.1", "implemented": true, "why": text, "responsible": text}],
            "dissent": [{"requirement": "iso27001-2022:A.5.1", "by": "dpo", "text": text}],
            "evidence": [{
                "id": if at == 4 { "x" } else { text }, "requirement": "iso27001-2022:A.5.1", "kind": "document", "date": "2026-01-01",
                "assurance": "self", "level": 3,
            }],
        });
        let library = Library::new(Language::English);
        let checked = library.check(Source::text(&document.to_string())).unwrap();
        let (bytes, csv, _) = results(&library, &checked, "bakkeland");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut part = String::new();
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            file.read_to_string(&mut part).unwrap();
            assert!(!name.contains("worksheets") || !part.contains("<f>"), "{name} has a formula");
            assert!(!part.contains("290224-4321"), "{name} repeats a number");
        }
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            assert!(!cell.contains("290224-4321"), "{cell}");
        }
    }
}
