//! Records of single pieces of work, and the evidence that they yield.

use pejling_documents::{AssessmentDocument, Faults, Language, Library};
use pejling_sheet::{ReadWorkbook, Template, read_record, read_workbook, record, workbook};

use crate::book::{Book, Cell, danish, empty, fixture, region};

/// The rows of the page: what is asked for stands in column A, the answer in B.
const FILLED: [(&str, &str); 4] = [
    ("B7", "2026-05-20"),
    ("B8", "Journalsystemet, april 2026; to opslag er sendt til lederen"),
    ("B14", "informationssikkerhedsfunktionen"),
    ("B15", "sag 2026-118"),
];

/// A page with 40 of 45 000 lookups reviewed, 38 of them in order.
fn filled(library: &Library<'_>, template: &'static Template) -> Book {
    let mut book = Book::of(&record(library, &region(library), template, &[]).unwrap());
    let sheet = book.0[0].name.clone();
    for (cell, text) in FILLED {
        book.put(&sheet, cell, text);
    }
    for (cell, number) in [("B9", 45_000.0), ("B10", 40.0), ("B11", 38.0)] {
        book.put(&sheet, cell, Cell::from(number));
    }
    book.put(&sheet, "B12", library.language.text("selection-random").as_str());
    book.put(&sheet, "B13", library.language.text("assurance-internal").as_str());
    book
}

fn into(library: &Library<'_>) -> AssessmentDocument {
    region(library).document()
}

fn read(library: &Library<'_>, document: &AssessmentDocument, book: &Book) -> Result<ReadWorkbook, Faults> {
    read_record(library, document, Some("r.xlsx"), &book.bytes())
}

/// The codes with their cells.
#[track_caller]
fn check(expected: &[&str], change: impl FnOnce(&mut Book, &str)) {
    let library = danish();
    let mut book = filled(&library, Template::named("log-review").unwrap());
    let sheet = book.0[0].name.clone();
    change(&mut book, &sheet);
    let faults = read(&library, &into(&library), &book).unwrap_err();
    let told: Vec<_> = faults.faults.iter().map(|it| format!("{} {}", it.code, it.at.cell.clone().unwrap_or_default())).collect();
    assert_eq!(told, expected);
}

#[test]
fn a_record_is_evidence_of_every_requirement_that_it_names() {
    for language in Language::ALL {
        let library = Library::new(language);
        let document = into(&library);
        for template in Template::ALL {
            let before = document.evidence.len();
            let found =
                read(&library, &document, &filled(&library, template)).unwrap_or_else(|faults| panic!("{}: {faults}", template.name()));
            assert_eq!(found.warnings, [], "{}", template.name());
            let value = serde_json::to_value(&found.document).unwrap();
            let added: Vec<_> = value["evidence"].as_array().unwrap()[before..].to_vec();
            assert!((1..=3).contains(&added.len()), "{}", template.name());
            for one in &added {
                assert_eq!(one["date"], "2026-05-20");
                assert_eq!((&one["population"], &one["examined"], &one["ok"]), (&45_000.into(), &40.into(), &38.into()));
                assert_eq!((&one["selection"], &one["assurance"]), (&"random".into(), &"internal".into()));
                assert_eq!((&one["by"], &one["reference"]), (&"informationssikkerhedsfunktionen".into(), &"sag 2026-118".into()));
                let title = language.text(&format!("template-{}", template.name()));
                assert_eq!(one["note"], format!("{title}: {}", FILLED[1].1));
            }

            let again = read(&library, &found.checked.document(), &filled(&library, template)).unwrap();
            assert_eq!(again.checked.digest(), found.checked.digest(), "{}", template.name());
            let told: Vec<_> = again.warnings.iter().map(|it| it.code.as_str()).collect();
            assert_eq!(told, vec!["record-known"; added.len()], "{}", template.name());
        }
    }
}

#[test]
fn other_requirements_can_be_named() {
    let library = danish();
    let template = Template::named("exercise").unwrap();
    let names = ["A.5.29", "principles-2017:clinical-continuity"].map(str::to_owned);
    let book = Book::of(&record(&library, &region(&library), template, &names).unwrap());
    let cell = |name: &str| match book.0[0].cells.get(&crate::book::place(name)) {
        Some(Cell::Text(text)) => text.clone(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!((cell("B3"), cell("B4")), ("A.5.29".to_owned(), "clinical-continuity".to_owned()));
    assert!(cell("C3").contains("øvelse"), "{}", cell("C3")); // what it must show, from the guide of the catalogue

    let names = ["A.5.92", "A.5.29", "A.5.30", "x"].map(str::to_owned);
    let faults = record(&library, &region(&library), template, &names).unwrap_err();
    let told: Vec<_> = faults.faults.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(told, ["cell-unknown-requirement", "cell-unknown-requirement", "record-too-many"]);
}

#[test]
fn what_is_wrong_is_told_at_its_cell() {
    check(&["cell-missing B7"], |book, sheet| {
        book.page(sheet).cells.remove(&crate::book::place("B7"));
    });
    check(&["cell-missing B3"], |book, sheet| {
        book.page(sheet).cells.retain(|(row, column), _| *column != 1 || !(2..5).contains(row));
    });
    check(&["cell-unknown-requirement B3", "cell-not-a-date B7"], |book, sheet| {
        book.put(sheet, "B3", "A.8.99");
        book.put(sheet, "B7", "i maj");
    });
    check(&["cell-missing B9"], |book, sheet| {
        book.page(sheet).cells.retain(|(row, column), _| *column != 1 || !(8..11).contains(row));
    });
    check(&["cell-unknown-word B12"], |book, sheet| book.put(sheet, "B12", "tilfældigt"));
    check(&["sheet-unknown A1"], |book, _| {
        let tiltag = crate::book::Page { name: "Tiltag".into(), cells: [((0, 0), "Tiltag".into())].into(), ..Default::default() };
        book.0.push(tiltag);
    });
}

#[test]
fn records_and_workbooks_are_not_taken_for_each_other() {
    let library = danish();
    let template = Template::named("log-review").unwrap();
    let page = record(&library, &region(&library), template, &[]).unwrap();
    assert_eq!(read_workbook(&library, None, &page).unwrap_err().faults[0].code, "record-alone");
    let book = workbook(&library, &empty(&library), true).unwrap();
    assert_eq!(read_record(&library, &into(&library), None, &book).unwrap_err().faults[0].code, "record-missing");
}

#[test]
fn the_fixture_is_what_somebody_filled_in() {
    fixture("log-review.xlsx", &filled(&danish(), Template::named("log-review").unwrap()).bytes());
}
