//! What the crate promises whatever a report says. What stands in the files, `tests/pdf/check.py` reads.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end at once")]

use jiff::civil::date;
use pejling_documents::{Language, Library, Source, foreseen_until};
use pejling_pdf::{Attachment, PdfFault, pdf};
use pejling_report::{About, Audience, Bar, Block, Chart, Column, Drawing, Report, Run, Section, Style, Table, council};
use serde_json::json;

/// A report in which every text is this one.
fn report(audience: Audience, text: &str) -> Report {
    let words = || text.to_owned();
    let run = |style| Run { text: words(), style };
    let table = Table {
        caption: words(),
        columns: vec![Column { head: words(), is_number: false }, Column { head: words(), is_number: true }],
        rows: vec![vec![words(), words()]; 3],
        notes: vec![words()],
    };
    let bars = Drawing::Bars { bars: vec![Bar { label: words(), note: words(), parts: None }], parts: [(); 5].map(|()| words()) };
    let chart =
        Chart { id: "chart".to_owned(), title: words(), alternative: format!("En søjle: {text}"), drawing: bars, table: table.clone() };
    let blocks = vec![
        Block::Heading(words()),
        Block::Paragraph(vec![run(Style::Plain), run(Style::Strong), run(Style::Code)]),
        Block::List { ordered: true, items: vec![vec![run(Style::Plain)]] },
        Block::List { ordered: false, items: vec![vec![run(Style::Plain)]] },
        Block::Table(table),
        Block::Chart(Box::new(chart)),
        Block::Quote { paragraphs: vec![words()], by: words() },
        Block::Callout { title: words(), text: vec![run(Style::Plain)] },
    ];
    let section = |on_new_page| Section { id: "id".to_owned(), heading: words(), blocks: blocks.clone(), on_new_page };
    let about =
        About { organisation: words(), as_of: date(2026, 6, 30), method: "1".to_owned(), assessments: Vec::new(), catalogues: Vec::new() };
    Report {
        title: words(),
        subtitle: words(),
        language: Language::Danish,
        audience,
        sections: vec![section(false), section(true), section(true)],
        about,
    }
}

#[track_caller]
fn check(text: &str) {
    for audience in [Audience::Council, Audience::Ciso] {
        let file = pdf(&report(audience, text), &[]).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        assert!(file.starts_with(b"%PDF-1.7"), "{text:?}");
    }
}

#[test]
fn every_text_can_be_set() {
    check("Lovlighed, rimelighed og gennemsigtighed: æøå ÆØÅ é «» 52,54\u{a0}% −2,04 † →");
    check("#panic(\"x\") $x^2$ *fed* _skrå_ @ref <mærke> \\ #include \"/etc/passwd\" // /* = - + `kode` https://example.org ]]");
    check("{page} {pages}");
    check("én\nto\r\n\ttre");
    check("x");
    check(" ");
    check(
        "😀 漢字 עברית العربية \u{202e}omvendt\u{202c} e\u{301}\u{328} \u{0} \u{7} \u{fe0f} \u{200b} \u{ad} \u{e000} \u{feff} \u{ffff} \u{10ffff}",
    );
    check(&"m".repeat(3_000));
    check(&"ord ".repeat(2_000)); // higher than a page in every cell
}

#[test]
fn an_empty_text_can_be_set() {
    check("");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(Audience::Council, "Ens hver gang");
    assert_eq!(pdf(&report, &[]).unwrap(), pdf(&report, &[]).unwrap());
}

/// What is public of an assessment of ten requirements in one area that rest on nothing and are all alike, as PDF with its attachment.
fn published(results: &[u8]) -> Vec<u8> {
    let mut catalogue =
        "format = \"pejling/catalogue/1\"\nid = \"example\"\nedition = \"1\"\n[[sources]]\nid = \"s\"\ncitation = \"s\"\n".to_owned();
    for at in 0..results.len() {
        catalogue +=
            &format!("[[requirements]]\nid = \"systems-{at}\"\nsource = \"s\"\narea = \"systems\"\ngroup = \"law-and-contracts\"\n");
    }
    for (id, family, select) in [("framework", "framework", "{}"), ("area-systems", "area", "{ area = \"systems\" }")] {
        catalogue += &format!("[[objectives]]\nid = \"{id}\"\nfamily = \"{family}\"\nselect = {select}\n");
    }
    let evidence = results.iter().enumerate().map(|(at, result)| {
        json!({"id": format!("e{at}"), "requirement": format!("example:systems-{at}"), "kind": "audit", "assurance": "independent",
            "date": "2026-06-01", "by": "revisor", "reference": "sag", "result": result.to_string()})
    });
    let assessment = json!({"format": "pejling/assessment/1", "organisation": "x", "as_of": "2026-06-30", "catalogues": {"example": "1"},
        "evidence": evidence.collect::<Vec<_>>()});
    let mut library = Library::new(Language::Danish);
    library.lay_over(Source { name: Some("catalogue.toml"), text: &catalogue }, &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let text = assessment.to_string();
    let checked = library.check(Source::text(&text)).unwrap_or_else(|faults| panic!("{faults}"));
    let scores = checked.scores(checked.as_of(None).unwrap());
    let until = foreseen_until(scores.as_of());
    let mut extract = checked.extract(&library, &scores, checked.assessment().organisation(), until, None).unwrap();
    "sha256".clone_into(&mut extract.assessment); // of all in the assessment: the one thing that may differ
    pdf(&council(&extract, &library), &[Attachment::extract(&extract, Language::Danish)]).unwrap()
}

/// Whoever holds the file knows nothing of which requirement of an area is weak: exchange the answers, and no byte is another.
#[test]
fn answers_exchanged_within_an_area_change_no_byte() {
    let file = published(&[0, 100, 35, 80, 60, 60, 90, 15, 100, 70]);
    assert!(file == published(&[100, 70, 80, 35, 60, 0, 90, 100, 15, 60]), "the file tells of more than its area");
    assert!(file != published(&[100, 70, 80, 35, 60, 0, 90, 100, 15, 50]), "nothing is told of the area");
}

/// A result tells of each requirement: a report for all may not carry it, whoever asks for it.
#[test]
fn a_public_report_carries_no_result() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/worked-example-1/assessment.json")).unwrap();
    let library = Library::new(Language::Danish);
    let checked = library.check(Source::text(&text)).unwrap_or_else(|faults| panic!("{faults}"));
    let scores = checked.scores(checked.as_of(None).unwrap());
    let result = Attachment::result(&checked.result_of(&scores), Language::Danish);
    for audience in Audience::ALL {
        let made = pdf(&report(audience, "x"), std::slice::from_ref(&result));
        if audience.is_public() {
            assert_eq!(made, Err(PdfFault::NotPublic("result.json")));
        } else {
            assert!(made.is_ok());
        }
    }
}
