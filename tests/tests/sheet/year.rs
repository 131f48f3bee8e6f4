//! One year's cycle: an empty workbook, filled in, read, scored; a year later again, compared with the year before, and told to everyone.

use pejling_documents::{AssessmentDocument, Earlier, Language, Library, Side, Source, content_to_json, foreseen_until};
use pejling_report::{Audience, Order};
use pejling_sheet::workbook;

use crate::book::{Book, Cell, danish, empty};
use crate::chance::{Day, Dice};

/// The sheets of the working groups that have something to answer in the first year.
const GROUPS: [&str; 3] = ["It-sikkerhed", "Jura og kontrakt", "Organisation og ledelse"];

/// Columns of such a sheet.
const REQUIREMENT: u16 = 0;
const LEVEL: u16 = 5;
const KIND: u16 = 6;
const DATE: u16 = 7;
const ASSURANCE: u16 = 8;
const BY: u16 = 9;
const REFERENCE: u16 = 10;

/// Answers most questions that nobody has answered, and a third of the others anew, as of a day.
fn fill(book: &mut Book, seed: u64, as_of: Day) {
    for sheet in GROUPS {
        let page = book.page(sheet);
        let rows: Vec<u32> = page.cells.keys().filter(|(row, column)| *row > 1 && *column == REQUIREMENT).map(|(row, _)| *row).collect();
        for row in rows {
            let mut dice = Dice::of(seed, &[sheet, &row.to_string()]);
            let is_answered = page.cells.contains_key(&(row, KIND));
            if !dice.chance(if is_answered { 33 } else { 80 }) {
                continue;
            }
            let internal = dice.chance(60);
            let day = as_of.workday_before(dice.between(5, 300)).to_string();
            let word = |text: &str| Cell::Text(text.to_owned());
            for (column, cell) in [
                (LEVEL, Cell::Number(f64::from(dice.between(1, 5)))),
                (KIND, word(if internal { "audit" } else { "dokument" })),
                (DATE, word(&day)),
                (ASSURANCE, word(if internal { "intern kontrol" } else { "egenvurdering" })),
                (BY, word("informationssikkerhedsfunktionen")),
                (REFERENCE, word(&format!("sag {row}"))),
            ] {
                page.cells.insert((row, column), cell);
            }
        }
    }
    let page = book.page("Vurderingen");
    let labelled = |page: &crate::book::Page, label: &str| {
        let found = page.cells.iter().find(|(_, cell)| matches!(cell, Cell::Text(text) if text == label));
        found.map(|((row, _), _)| *row).unwrap()
    };
    let row = labelled(page, "Dato for vurderingen");
    page.cells.insert((row, 1), Cell::Text(as_of.to_string()));
    let row = labelled(page, "Databeskyttelsesrådgiverens ord");
    page.cells.insert((row, 1), Cell::Text("Opslag kontrolleres nu hver måned.".to_owned()));
    page.cells.insert((row - 2, 1), Cell::Text("databeskyttelsesrådgiveren".to_owned()));
    page.cells.insert((row - 1, 1), Cell::Text(as_of.to_string()));
}

#[test]
fn a_year_goes_round() {
    let library = danish();
    let mut book = Book::of(&workbook(&library, &empty(&library), true).unwrap());
    fill(&mut book, 1, Day::new(2026, 6, 30));
    let first = book.read().unwrap_or_else(|faults| panic!("{faults}"));
    let answers = first.document.evidence.len();
    assert!((20..=60).contains(&answers), "{answers}"); // four fifths of the small set for the first year

    // a year later the workbook holds last year's answers
    let mut book = Book::of(&workbook(&library, &first.checked, true).unwrap());
    book.put("Tiltag", "A3", "T-01");
    for (cell, text) in [("B3", "A.8.15"), ("E3", "85"), ("F3", "400000"), ("G3", "it-chefen"), ("I3", "besluttet"), ("J3", "direktionen")]
    {
        book.put("Tiltag", cell, text);
    }
    book.put("Tiltag", "K3", "2026-09-01");
    fill(&mut book, 2, Day::new(2027, 6, 30));
    let second = book.read().unwrap_or_else(|faults| panic!("{faults}"));
    assert!(second.document.evidence.len() > answers);

    for language in Language::ALL {
        told_to_everyone(&Library::new(language), &first.document, &second.document);
    }
}

/// The bridge between the two years sums, and every report of them says when it is of, both as a page and as text.
fn told_to_everyone(library: &Library<'_>, first: &AssessmentDocument, second: &AssessmentDocument) {
    let [first, second] = [first, second].map(|it| library.check(Source::text(&content_to_json(it))).unwrap());
    let (before, scores) = (first.scores(first.as_of(None).unwrap()), second.scores(second.as_of(None).unwrap()));
    let entity = second.assessment().organisation().clone();
    let earlier = || Earlier { checked: &first, scores: &before, across_editions: false };

    let bridge = second.bridge(&scores, (&first, &before), &entity, false).unwrap();
    let hundredths = |number: &str| number.replace(['.', '+'], "").parse::<i64>().unwrap();
    let moved = bridge.objectives.values().filter(|it| hundredths(&it.change.substantiated.to_string()) != 0).count();
    assert!(moved > 10, "{moved}");
    for (id, it) in &bridge.objectives {
        let parts: i64 = it.parts.values().map(|part| hundredths(&part.substantiated.to_string())).sum();
        assert_eq!(parts, hundredths(&it.change.substantiated.to_string()), "{id}");
    }

    let beside = vec![Side { file: None, checked: &second }, Side { file: None, checked: &first }];
    let order = Order {
        library,
        checked: &second,
        scores: &scores,
        entity,
        earlier: Some(earlier()),
        until: foreseen_until(scores.as_of()),
        beside,
    };
    for audience in [Audience::Council, Audience::Ciso, Audience::WorkingGroups, Audience::Agenda] {
        let report = order.report(audience).unwrap_or_else(|faults| panic!("{audience:?}: {faults}"));
        for text in [report.html(), report.markdown()] {
            assert!(text.contains("2027"), "{audience:?}: {text:.400}");
        }
    }
    let council = order.report(Audience::Council).unwrap().markdown();
    assert!(council.contains("Opslag kontrolleres nu hver måned.")); // the words of the data protection officer, as typed
}
