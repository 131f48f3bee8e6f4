//! Everything that can be wrong with a workbook, told at its cell; and what may be written otherwise, read.

use std::collections::BTreeSet;
use std::path::Path;

use pejling_documents::Severity;

use crate::book::{Book, Cell, Page, danish, fixture, told};
use pejling_sheet::read_workbook;

/// A workbook with one whole answer on `It-sikkerhed`, in row 3, and something changed in it.
fn changed(change: impl FnOnce(&mut Book)) -> Book {
    let mut book = Book::empty();
    for (cell, value) in [("F3", Cell::from(3.0)), ("G3", "dokument".into()), ("H3", "2026-04-03".into()), ("I3", "egenvurdering".into())] {
        book.put(SHEET, cell, value);
    }
    change(&mut book);
    book
}

const SHEET: &str = "It-sikkerhed";

/// The codes with their places.
fn codes(book: &Book) -> BTreeSet<String> {
    let read = book.read();
    let place = |it: &pejling_documents::Place| match (&it.sheet, &it.cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
        _ => "-".to_owned(),
    };
    told(&read).iter().map(|it| format!("{} {}", it.code, place(&it.at))).collect()
}

#[track_caller]
fn check(expected: &str, change: impl FnOnce(&mut Book)) {
    assert_eq!(codes(&changed(change)), BTreeSet::from([expected.to_owned()]));
}

#[test]
fn every_fault_is_told_at_its_cell() {
    check("sheet-unknown Ark1!B2", |it| {
        it.0.push(Page { name: "Ark1".into(), cells: [((1, 1), "noter".into())].into(), ..Page::default() });
    });
    check("sheet-without-heading Tiltag!A2", |it| {
        it.page("Tiltag").cells = [((1, 0), "Tiltag".into()), ((2, 0), "T-01".into())].into();
    });
    check("column-unknown It-sikkerhed!W2", |it| it.put(SHEET, "W2", "Mine noter"));
    check("column-twice It-sikkerhed!W2", |it| it.put(SHEET, "W2", "Note"));
    check("column-missing It-sikkerhed!A2", |it| {
        it.page(SHEET).cells.retain(|(_, column), _| *column != 6); // kind
    });
    check("row-twice Kataloger!A6", |it| {
        it.put("Kataloger", "A6", "gdpr");
        it.put("Kataloger", "B6", "2026.1");
    });
    check("row-twice Vurderingen!A20", |it| {
        it.put("Vurderingen", "A20", "Organisation");
        it.put("Vurderingen", "B20", "bakkeland");
    });
    check("row-without-finding It-sikkerhed!F3", |it| {
        it.page(SHEET).cells.remove(&(2, 5));
    });
    check("row-out-of-step It-sikkerhed!B3", |it| {
        let other = it.page(SHEET).cells[&(3, 1)].clone();
        it.put(SHEET, "B3", other);
    });
    check("row-of-unknown-entity Tjenester!A3", |it| {
        for (cell, value) in [("A3", "platform"), ("B3", "bakkeland"), ("C3", "A.8.13"), ("E3", "60")] {
            it.put("Tjenester", cell, value);
        }
    });
    check("row-disagrees Vægtninger!B4", |it| {
        for (row, why, requirement) in [(3, "fordi", "A.8.13"), (4, "derfor", "A.8.15")] {
            it.put("Vægtninger", &format!("A{row}"), "iso27001-2022:framework");
            it.put("Vægtninger", &format!("B{row}"), why);
            it.put("Vægtninger", &format!("C{row}"), requirement);
            it.put("Vægtninger", &format!("E{row}"), 2.0);
        }
    });
    check("cell-missing It-sikkerhed!H3", |it| {
        it.page(SHEET).cells.remove(&(2, 7));
    });
    check("cell-missing It-sikkerhed!A200", |it| {
        for (cell, value) in
            [("F200", Cell::from(3.0)), ("G200", "dokument".into()), ("H200", "2026-04-03".into()), ("I200", "egenvurdering".into())]
        {
            it.put(SHEET, cell, value);
        }
    });
    check("cell-outside It-sikkerhed!X3", |it| it.put(SHEET, "X3", "noget"));
    check("cell-merged It-sikkerhed!L3", |it| it.page(SHEET).merged.push([(2, 11), (3, 11)]));
    check("cell-hidden It-sikkerhed!A3", |it| it.page(SHEET).hidden_rows.push(2));
    check("cell-hidden It-sikkerhed!F3", |it| it.page(SHEET).hidden_columns.push(5));
    check("cell-hidden It-sikkerhed!A1", |it| it.page(SHEET).hidden = true);
    check("cell-not-read It-sikkerhed!C3", |it| it.put(SHEET, "C3", "Ja"));
    check("cell-not-read Start!B20", |it| it.put("Start", "B20", "Ring til mig"));
    check("cell-not-read Lister!A40", |it| it.put("Lister", "A40", "gætværk"));
    check("cell-formula It-sikkerhed!L3", |it| it.put(SHEET, "L3", Cell::Formula("=1+1")));
    check("cell-time It-sikkerhed!L3", |it| it.put(SHEET, "L3", Cell::Time(0.25)));
    check("cell-true-or-false It-sikkerhed!L3", |it| it.put(SHEET, "L3", Cell::Bool(true)));
    check("cell-date-with-time It-sikkerhed!H3", |it| it.put(SHEET, "H3", Cell::Day(46_115.5)));
    check("cell-date-as-text It-sikkerhed!K3", |it| it.put(SHEET, "K3", Cell::Day(46_115.0)));
    check("cell-date-unwanted It-sikkerhed!F3", |it| it.put(SHEET, "F3", Cell::Day(46_115.0)));
    check("cell-date-unwanted It-sikkerhed!A3", |it| it.put(SHEET, "A3", Cell::Day(46_115.0)));
    check("cell-not-a-date It-sikkerhed!H3", |it| it.put(SHEET, "H3", "i går"));
    check("cell-not-a-date It-sikkerhed!H3", |it| it.put(SHEET, "H3", 46_115.0)); // a number that nothing shows as a date
    check("cell-short-year It-sikkerhed!H3", |it| it.put(SHEET, "H3", "3.4.26"));
    check("cell-date-unclear It-sikkerhed!H3", |it| it.put(SHEET, "H3", "03/04/2026"));
    check("cell-not-a-number It-sikkerhed!F3", |it| it.put(SHEET, "F3", "tre"));
    check("cell-not-a-whole-number It-sikkerhed!F3", |it| it.put(SHEET, "F3", 3.5));
    check("cell-number-unclear It-sikkerhed!N3", |it| it.put(SHEET, "N3", "1.234"));
    check("cell-number-two-marks It-sikkerhed!R3", |it| it.put(SHEET, "R3", "1.234,5"));
    check("cell-unknown-word It-sikkerhed!G3", |it| it.put(SHEET, "G3", "dokumnet"));
    check("cell-unknown-word It-sikkerhed!I3", |it| it.put(SHEET, "I3", 2.0));
    check("cell-requirement-number SoA!A3", |it| it.put("SoA", "A3", 8.1)); // clause 8.1, A.8.1, or A.8.10
    check("cell-requirement-unclear SoA!A3", |it| it.put("SoA", "A3", "5.1")); // clause 5.1, or A.5.1
    check("cell-unknown-requirement SoA!A3", |it| it.put("SoA", "A3", "A.8.99"));
    check("cell-unknown-objective Vægtninger!A3", |it| {
        it.put("Vægtninger", "A3", "alt");
        it.put("Vægtninger", "B3", "fordi");
    });
    check("cell-cpr It-sikkerhed!L3", |it| it.put(SHEET, "L3", "set af 290224-4321"));
    check("workbook-format Lister!A1", |it| it.put("Lister", "A1", "pejling/workbook/9"));
    // the principles build on it, which is told as well
    let base = "unknown-base Kataloger!A5".to_owned();
    let unknown = changed(|it| it.put("Kataloger", "A3", "gdprr"));
    assert_eq!(codes(&unknown), BTreeSet::from([base.clone(), "unknown-catalogue Kataloger!A3".into()]));
    let edition = changed(|it| it.put("Kataloger", "B3", "2019.1"));
    assert_eq!(codes(&edition), BTreeSet::from([base, "unknown-edition Kataloger!B3".into()]));
    let malformed = codes(&changed(|it| it.put("Kataloger", "B3", "udgave 1")));
    assert!(malformed.iter().any(|it| it.ends_with(" Kataloger!B3")), "{malformed:?}");
    let twice = changed(|it| {
        it.put("Kataloger", "A6", "gdpr");
        it.put("Kataloger", "B6", "2026.1");
    });
    assert!(told(&twice.read()).iter().any(|it| it.code == "row-twice" && it.args["cell"] == "A3"));
}

/// What the check of the assessment finds is told at the cell that it came from.
#[test]
fn faults_of_the_assessment_are_told_at_their_cell() {
    check("unknown-entity It-sikkerhed!M3", |it| it.put(SHEET, "M3", "nordby"));
    check("level-out-of-range It-sikkerhed!F3", |it| it.put(SHEET, "F3", 9.0));
    check("valid-days-out-of-range It-sikkerhed!T3", |it| it.put(SHEET, "T3", 9_999.0));
    check("closes-unknown It-sikkerhed!U3", |it| it.put(SHEET, "U3", "BK-1"));
    check("share-with-counts It-sikkerhed!R3", |it| {
        it.page(SHEET).cells.remove(&(2, 5));
        for (cell, value) in [("N3", 9.0), ("O3", 9.0), ("P3", 9.0), ("R3", 50.0)] {
            it.put(SHEET, cell, value);
        }
    });
    check("final-without-approval Vurderingen!B11", |it| it.put("Vurderingen", "B6", "endelig"));
    check("cell-missing Vurderingen!B6", |it| {
        it.put("Vurderingen", "B7", "Mette");
        it.put("Vurderingen", "B8", "3.4.2026");
    });
    check("not-excludable Fravalg!A3", |it| {
        for (cell, value) in [("A3", "4.1"), ("D3", "ingen sådan aktivitet"), ("E3", "derfor"), ("F3", "Direktionen"), ("G3", "2027-01-01")]
        {
            it.put("Fravalg", cell, value);
        }
    });
    check("serves-unknown-entity Tjenester!B3", |it| {
        for (cell, value) in [("A3", "bakkeland"), ("B3", "nordby"), ("C3", "A.8.13"), ("E3", "60")] {
            it.put("Tjenester", cell, value);
        }
    });
}

/// Nothing hides anything: all that is wrong is told in one run. `fixtures/sheet/why.md` says why each is wrong.
#[test]
fn all_is_told_at_once() {
    let mut book = Book::empty();
    let cells: [(&str, Cell); 9] = [
        ("C3", "Ja, det har vi".into()),
        ("F3", "tre".into()),
        ("G3", "dokumnet".into()),
        ("H3", "03/04/2026".into()),
        ("I3", "sikker".into()),
        ("L3", "set af 290224-4321".into()),
        ("M3", "nordby".into()),
        ("X3", "noget".into()),
        ("J3", "It-afdelingen".into()),
    ];
    for (cell, value) in cells {
        book.put(SHEET, cell, value);
    }
    book.put("SoA", "A3", 8.1);
    book.put("Vurderingen", "B6", "endelig");
    book.page(SHEET).hidden_rows.push(2);
    fixture("wrong.xlsx", &book.bytes());
    let expected = [
        "cell-cpr It-sikkerhed!L3",
        "cell-date-unclear It-sikkerhed!H3",
        "cell-hidden It-sikkerhed!A3",
        "cell-not-a-number It-sikkerhed!F3",
        "cell-not-read It-sikkerhed!C3",
        "cell-outside It-sikkerhed!X3",
        "cell-requirement-number SoA!A3",
        "cell-unknown-word It-sikkerhed!G3",
        "cell-unknown-word It-sikkerhed!I3",
        "final-without-approval Vurderingen!B11",
        "unknown-entity It-sikkerhed!M3",
    ];
    assert_eq!(codes(&book).iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn what_people_write_is_read() {
    let evidence = |change: &dyn Fn(&mut Book)| {
        let read = changed(|book| change(book)).read().unwrap();
        assert_eq!(read.warnings, []);
        serde_json::to_value(&read.document.evidence[0]).unwrap()
    };
    let date = |cell: Cell| evidence(&|it| it.put(SHEET, "H3", cell.clone()))["date"].clone();
    for written in ["3.4.2026", "3. april 2026", "3 April 2026", " 2026-04-03\u{a0}"] {
        assert_eq!(date(written.into()), "2026-04-03", "{written}");
    }
    assert_eq!(date(Cell::Day(46_115.0)), "2026-04-03"); // 46,115 days after 1899-12-30
    let word = |cell: &str, text: &str| evidence(&|it| it.put(SHEET, cell, text));
    assert_eq!(word("I3", "Independent Audit")["assurance"], "independent"); // the other language
    assert_eq!(word("I3", "\u{a0}intern  kontrol ")["assurance"], "internal");
    assert_eq!(word("G3", "log_review")["kind"], "log_review"); // as documents spell it
    let of = |cell: Cell| evidence(&|it| it.put(SHEET, "A3", cell.clone()))["requirement"].clone();
    let without_title = |cell: Cell| {
        evidence(&|it| {
            it.put(SHEET, "A3", cell.clone());
            it.page(SHEET).cells.retain(|(row, column), _| *row != 2 || !(1..5).contains(column));
        })["requirement"]
            .clone()
    };
    assert_eq!(of("iso27001-2022:8.2".into()), "iso27001-2022:8.2");
    assert_eq!(without_title("8.15".into()), "iso27001-2022:A.8.15");
    assert_eq!(without_title(" a.8.15\u{a0}".into()), "iso27001-2022:A.8.15");
    assert_eq!(without_title(8.15.into()), "iso27001-2022:A.8.15"); // there is no 8.150
    assert_eq!(without_title(30.0.into()), "gdpr:30");
    let share = |cell: Cell| {
        let it = evidence(&|it| {
            it.page(SHEET).cells.remove(&(2, 5));
            it.put(SHEET, "S3", cell.clone());
        });
        it["result"].clone()
    };
    assert_eq!(share(85.5.into()), "85.50");
    assert_eq!(share("85,5".into()), "85.50");
    assert_eq!(share("85,5 %".into()), "85.50");
    assert_eq!(share(Cell::Percent(0.855)), "85.50"); // shown as 85.5%
    assert_eq!(share(Cell::Number(0.1 + 0.2)), "0.30");
    let text = |text: &str| word("L3", text)["note"].clone();
    assert_eq!(text("=1+1"), "=1+1");
    assert_eq!(text("  omgivet \u{a0}"), "omgivet");
}

/// An answer that nobody named has the name of its requirement and date; two of the same day are told apart.
#[test]
fn answers_get_names() {
    let book = changed(|it| {
        for (cell, value) in
            [("A200", "iso27001-2022:8.2"), ("F200", "2"), ("G200", "test"), ("H200", "3.4.2026"), ("I200", "egenvurdering")]
        {
            it.put(SHEET, cell, value);
        }
    });
    let read = book.read().unwrap();
    let names: Vec<_> = read.document.evidence.iter().map(|it| it.id.0.as_str()).collect();
    assert_eq!(names, ["iso27001-2022:8.2 2026-04-03", "iso27001-2022:8.2 2026-04-03 (2)"]);
}

/// Columns and sheets may stand in another order, with rows above them, and in two languages at once.
#[test]
fn order_and_language_do_not_matter() {
    let mut book = changed(|_| ());
    let expected = book.read().unwrap().checked.digest();
    let page = book.page(SHEET);
    page.name = "IT security".into();
    page.cells = std::mem::take(&mut page.cells).into_iter().map(|((row, column), cell)| ((row + 3, 21 - column), cell)).collect();
    page.cells.retain(|(row, _), _| *row != 3); // the line above
    page.cells.insert((4, 15), "Kind".into());
    book.0.reverse();
    let read = book.read().unwrap();
    assert_eq!(read.checked.digest(), expected);
}

/// Every code of a workbook that is documented is tried here, among the hostile files, or with records.
#[test]
fn every_code_is_tried() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("../docs/diagnostics.md")).unwrap();
    let documented = page.split("\n## Workbooks\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let documented = documented.lines().filter_map(|line| line.strip_prefix("### "));
    let tests: String = ["faults.rs", "hostile.rs", "records.rs"]
        .map(|name| std::fs::read_to_string(root.join("tests/sheet").join(name)).unwrap())
        .concat();
    // no assessment holds a text that long, and a library that writes into memory has nothing to refuse
    let not_to_be_had = ["cell-too-long", "workbook-unwritable"];
    for code in documented.filter(|code| !not_to_be_had.contains(code)) {
        assert!(tests.contains(&format!("\"{code}")), "{code}");
    }
}

#[test]
fn a_fault_shows_sheet_and_cell() {
    let faults = changed(|it| it.put(SHEET, "H3", "03/04/2026")).read().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "b.xlsx: It-sikkerhed!H3: `03/04/2026` kan være 2026-04-03 eller 2026-03-04 [cell-date-unclear]\n    \
         Skriv den som 2026-04-03, 3.4.2026 eller 3. april 2026.\n"
    );
    assert_eq!(faults.faults[0].severity, Severity::Error);
    let read = read_workbook(&danish(), None, &changed(|_| ()).bytes()).unwrap();
    assert_eq!(read.document.evidence.len(), 1);
}
