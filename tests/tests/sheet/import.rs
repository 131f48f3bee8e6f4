//! Files of the shapes that the world has: each is read as people mean it, or refused with the reason.

use jiff::civil::date;
use pejling_core::ReasonClass;
use pejling_documents::{Language, Library, Source};
use pejling_sheet::{Became, Field, ForeignFile, ImportTerms, Imported, LeftRow, Proposal};

use crate::book::{Book, Cell, Page};

/// A sheet out of rows, with one sign between cells: `8.1#` is a number, `80%#` a percentage, `~` a formula.
fn page(name: &str, rows: &str) -> Page {
    let mut page = Page { name: name.to_owned(), ..Page::default() };
    for (row, line) in (0..).zip(rows.lines()) {
        for (column, text) in (0..).zip(line.split('|')).filter(|(_, text)| !text.trim().is_empty()) {
            let text = text.trim();
            let cell = match text.strip_suffix('#') {
                Some(number) => number
                    .strip_suffix('%')
                    .map_or_else(|| Cell::Number(number.parse().unwrap()), |number| Cell::Percent(format!("{number}e-2").parse().unwrap())),
                None if text == "~" => Cell::Formula("=1+1"),
                None => Cell::Text(text.to_owned()),
            };
            page.cells.insert((row, column), cell);
        }
    }
    page
}

fn terms() -> ImportTerms {
    ImportTerms {
        organisation: "bakkeland".parse().unwrap(),
        catalogue: "iso27001-2022".to_owned(),
        edition: None,
        date: Some(date(2026, 6, 30)),
        approved_by: Some("Direktionen".to_owned()),
        class: Some(ReasonClass::NoSuchActivity),
        review_by: Some(date(2027, 6, 30)),
        scale: None,
        sheet: None,
    }
}

/// What a file gives by its proposal, or the codes and places of its faults.
fn told(name: &str, bytes: &[u8], terms: &ImportTerms) -> Result<(Proposal, Imported), Vec<String>> {
    let library = Library::new(Language::English);
    let codes = |faults: pejling_documents::Faults| {
        let at = |it: &pejling_documents::Diagnostic| {
            format!("{} {}!{}", it.code, it.at.sheet.clone().unwrap_or_default(), it.at.cell.clone().unwrap_or_default())
        };
        faults.faults.iter().map(at).collect::<Vec<_>>()
    };
    let file = ForeignFile::open(&library, Some(name), bytes, terms).map_err(codes)?;
    let proposal = file.propose().map_err(codes)?;
    let imported = file.import(&proposal.map).map_err(codes)?;
    // the map says the same once it was written and read again
    let written = proposal.map.to_toml();
    let again = library.read_import_map(Source { name: Some("map.toml"), text: &written }).map_err(codes)?;
    assert_eq!(again, proposal.map, "{written}");
    Ok((proposal, imported))
}

fn book(pages: &[Page], terms: &ImportTerms) -> Result<(Proposal, Imported), Vec<String>> {
    told("soa.xlsx", &Book(pages.to_vec()).bytes(), terms)
}

/// What was read, as `requirement=result`, `requirement=level N` and `requirement excluded`, in the order of the document.
fn findings(imported: &Imported) -> String {
    let document = &imported.document;
    let local = |id: &str| id.split_once(':').unwrap().1.to_owned();
    let evidence = document.evidence.iter().map(|it| {
        assert_eq!(it.assurance.0.name(), "self");
        let found = match (&it.result, it.level) {
            (Some(result), None) if serde_json::to_value(result).unwrap() == "0.00" => "0".to_owned(),
            (Some(result), None) => serde_json::to_value(result).unwrap().as_str().unwrap().trim_end_matches(".00").to_owned(),
            (None, Some(level)) => format!("level {level}"),
            other => panic!("{other:?}"),
        };
        format!("{}={found}", local(&it.requirement.0.to_string()))
    });
    let excluded = document.exclusions.iter().map(|it| format!("{} excluded", local(&it.requirement.0.to_string())));
    evidence.chain(excluded).collect::<Vec<_>>().join(", ")
}

/// What a sheet gives, and how sure the proposal is.
#[track_caller]
fn reads(rows: &str, sure: u8, expected: &str) -> (Proposal, Imported) {
    let (proposal, imported) = book(&[page("Ark1", rows)], &terms()).unwrap();
    assert_eq!(findings(&imported), expected);
    assert_eq!(proposal.sure, sure);
    (proposal, imported)
}

#[track_caller]
fn refuses(rows: &str, expected: &[&str]) {
    assert_eq!(book(&[page("Ark1", rows)], &terms()).map(|it| findings(&it.1)), Err(expected.iter().map(|it| (*it).to_owned()).collect()));
}

fn left(imported: &Imported, why: LeftRow) -> Vec<u32> {
    imported.rows.iter().filter(|row| row.became == Became::Left(why)).map(|row| row.row).collect()
}

#[test]
fn a_danish_statement_of_applicability() {
    let (_, imported) = reads(
        "Foranstaltning|Titel|Relevant|Begrundelse|Status|Ansvarlig\n\
         A.5.1|Politikker|Ja|Krav fra ledelsen|Implementeret|CISO\n\
         A.5.7|Trusler|Ja|Trusselsbillede|Delvist implementeret|SOC\n\
         A.8.4|Kildekode|Nej|Vi udvikler ikke selv||\n\
         A.8.13|Backup|Ja|Beredskab|Ikke påbegyndt|Drift\n\
         A.8.15|Logning|Ja|Sporbarhed||Drift",
        100,
        "A.5.1=100, A.5.7=50, A.8.13=0, A.8.4 excluded",
    );
    assert_eq!(left(&imported, LeftRow::Unanswered), [6]); // it applies, which says nothing of how far it is
    let document = &imported.document;
    assert_eq!(document.exclusions[0].reason, "Vi udvikler ikke selv");
    assert_eq!(document.control_statements[0].why, "Krav fra ledelsen");
    assert_eq!(document.control_statements[0].responsible.as_deref(), Some("CISO"));
    assert!(document.control_statements[0].implemented && !document.control_statements[1].implemented);
    assert_eq!(document.evidence[0].note.as_deref(), Some("Imported from soa.xlsx, sheet Ark1, row 2: Implementeret"));
}

#[test]
fn german_maturity_with_its_scale_in_the_heading() {
    let rows = "Maßnahme|Bezeichnung|Reifegrad (0-5)|Ziel-Reifegrad|Bemerkung\nA.5.1|Richtlinien|3#|4#|gut\nA.8.15|Protokollierung|2 - wiederholbar|4#|";
    let (proposal, imported) = reads(rows, 100, "A.5.1=level 3, A.8.15=level 2");
    assert_eq!(proposal.sheets[0].scale.as_deref(), Some("0-5"));
    assert!(imported.document.evidence[0].note.as_deref().unwrap().ends_with("3\ngut"));
    let without = rows.replace(" (0-5)", "");
    refuses(&without, &["import-scale-unknown Ark1!C2"]);
    let said = ImportTerms { scale: Some("1-3".to_owned()), ..terms() };
    // on three levels, the second is half way from the first
    assert_eq!(book(&[page("Ark1", &without)], &said).map(|it| findings(&it.1)).unwrap(), "A.5.1=100, A.8.15=50");
    refuses(&rows.replace("3#", "6#"), &["import-off-scale Ark1!C2"]);
    let listed = page("Hilfe", "Maturity scale\n0#\n1#\n2#\n3#\n4#\n5#");
    let (proposal, _) = book(&[page("Ark1", &without), listed], &terms()).unwrap();
    assert_eq!(proposal.sheets[0].scale.as_deref(), Some("0-5"));
}

#[test]
fn titles_dashboards_groups_totals_and_empty_rows_around_the_table() {
    let dashboard = page("Dashboard", "Status 2026\nImplemented|80#\nPartial|10#");
    let hidden = Page { hidden: true, ..page("Old", "Control ID|Status\nA.5.1|No") };
    let table = page(
        "SoA",
        "Statement of Applicability\nPrepared 2026\n\nControl ID|Control name|Status\nA.5 Organizational controls\nA.5.1|Policies|Yes\n\n\
         A.8 Technological controls\nControl ID|Control name|Status\nA.8.15|Logging|No\n\nTotal||50%#\nCompleted by the office",
    );
    let (proposal, imported) = book(&[dashboard, hidden, table], &terms()).unwrap();
    assert_eq!((findings(&imported).as_str(), proposal.sure), ("A.5.1=100, A.8.15=0", 100));
    assert_eq!(
        proposal.left.iter().map(|it| (it.name.as_str(), it.why)).collect::<Vec<_>>(),
        [("Dashboard", "no-names"), ("Old", "hidden")]
    );
    let lefts = [LeftRow::Heading, LeftRow::Group, LeftRow::Repeated, LeftRow::Total, LeftRow::Text].map(|why| left(&imported, why));
    assert_eq!(lefts, [vec![1, 2, 4], vec![5, 8], vec![9], vec![12], vec![13]]);
    assert_eq!(imported.rows.len(), 8 + 2); // with the two of evidence, every row that has something in it
}

#[test]
fn names_in_many_spellings_and_with_the_title_in_the_same_cell() {
    reads(
        "Control|Status\nA.5.1 Policies for information security|Done\nISO27001:2022 A.5.2|Done\nA5.3|Done\n5.04|Done\nAnnex A 5.15|Done\niso27001-2022:A.8.10|Done\nClause 9.1|Done",
        100,
        "A.5.1=100, A.5.2=100, A.5.3=100, A.5.4=100, A.5.15=100, A.8.10=100, 9.1=100",
    );
}

#[test]
fn marks_percentages_and_bare_words() {
    reads("ID|Opfyldt\nA.5.1|✓\nA.5.2|x\nA.5.3|nej\nA.5.4|ja", 100, "A.5.1=100, A.5.2=100, A.5.3=0, A.5.4=100");
    reads("ID|Completion %\nA.5.1|80%#\nA.5.2|25 %\nA.5.3|12,5 %\nA.5.4|60#", 75, "A.5.1=80, A.5.2=25, A.5.3=12.50, A.5.4=60");
    refuses("ID|Completion %\nA.5.1|0.8#", &["import-percent-or-part Ark1!B2"]); // 80 %, or less than one
    refuses("ID|Completion %\nA.5.1|101#", &["import-unknown-status Ark1!B2"]);
    // the heading does not say what the column is; the words in it do
    reads("ID|Stand 2026|Farbe\nA.5.1|Umgesetzt|grün\nA.5.2|Teilweise|gelb\nA.5.3|Offen|rot", 75, "A.5.1=100, A.5.2=50, A.5.3=0");
    reads("ID|Navn|Svar\nA.5.1|Politik|Implementeret\nA.5.2|Roller|Delvist\nA.5.3|Adskil|Planlagt", 50, "A.5.1=100, A.5.2=50, A.5.3=0");
}

#[test]
fn two_columns_that_both_say_how_far_it_is() {
    let (proposal, _) = reads("ID|Current status|Target status\nA.5.1|Partial|Implemented", 100, "A.5.1=50");
    assert_eq!(proposal.sheets[0].left[0].heading, "Target status");
    let (proposal, _) = reads("ID|Status 2025|Status 2026\nA.5.1|Partial|Implemented", 50, "A.5.1=50");
    assert!(proposal.sheets[0].left[0].is_rival);
    let (proposal, _) = reads("ID|Maturity (1-5)|Status\nA.5.1|4#|In progress", 50, "A.5.1=level 4");
    assert_eq!(proposal.sheets[0].columns.iter().map(|it| it.field).collect::<Vec<_>>(), [Field::Requirement, Field::Maturity]);
}

#[test]
fn applicability_is_no_answer_by_itself() {
    refuses("Control ID|Applicable\nA.5.1|Yes\nA.5.2|Yes", &["import-nothing !"]);
    // `Status` may say no more than whether a control was chosen
    reads(
        "Foranstaltning|Status|Begrundelse\nA.5.1|Tilvalgt|Krav\nA.8.4|Fravalgt|Ingen udvikling\nA.8.30|Fravalgt|Ingen udvikling",
        50,
        "A.8.4 excluded, A.8.30 excluded",
    );
    refuses(
        "Control ID|Applicable|Justification\nA.5.1|No|\nA.5.2|No| – ",
        &["import-exclusion-without-reason Ark1!C2", "import-exclusion-without-reason Ark1!C3"],
    );
    refuses(
        "Control ID|Applicable|Justification|Status\nA.5.1|No|x y|Implemented\nA.5.2|Yes|y|N/A",
        &["import-two-answers Ark1!D2", "import-two-answers Ark1!D3"],
    );
    reads(
        "Control ID|Applicable|Justification|Status\nA.8.4|No|no code|Provider's duty\nA.8.30|No|no code|not implemented",
        50,
        "A.8.4 excluded, A.8.30 excluded",
    );
    let unsaid = ImportTerms { approved_by: None, ..terms() };
    let rows = page("Ark1", "Control ID|Applicable|Justification\nA.8.4|No|no code");
    assert_eq!(book(&[rows], &unsaid).map(|it| findings(&it.1)), Err(vec!["import-exclusion-terms !".to_owned()]));
    // a clause can never be excluded: the reader of every assessment says so, here at its cell
    refuses("ID|Applicable|Reason\n9.1|No|too small\n9.2|No|too small", &["not-excludable Ark1!A2", "not-excludable Ark1!A3"]);
}

#[test]
fn names_of_the_edition_of_2013_are_refused_under_2022() {
    let rows = "Control|Title|Status\nA.9.2.3|Privileged access|Implemented\nA.12.4.1|Event logging|Implemented\nA.5.1.1|Policies|Partial";
    refuses(rows, &["import-other-edition Ark1!A2"]);
    refuses("Control|Status\n12.4.1|Implemented\n9.2.3|Implemented", &["import-other-edition Ark1!A2"]);
    refuses("Control|Status\nISO 27001:2013 A.5.1|Implemented\nA.5.2|Implemented", &["import-other-edition Ark1!A2"]);
    let old = ImportTerms { catalogue: "iso27001-2013".to_owned(), ..terms() };
    let (_, imported) = book(&[page("Ark1", rows)], &old).unwrap();
    assert_eq!(findings(&imported), "A.9.2.3=100, A.12.4.1=100, A.5.1.1=50");
    let new = page("Ark1", "Control|Status\nA.8.15|Implemented");
    assert_eq!(book(&[new], &old).map(|it| findings(&it.1)), Err(vec!["import-other-edition Ark1!A2".to_owned()]));
}

#[test]
fn a_clause_is_not_taken_for_a_control() {
    // 5.9 is a control only, so the others are: no number here is a clause only
    reads("Nr|Status\n5.1|Ja\n5.9|Nej", 100, "A.5.1=100, A.5.9=0");
    reads("Nr|Status\n5.1|Ja\n9.1|Nej", 100, "5.1=100, 9.1=0");
    // nothing decides
    refuses("Nr|Status\n5.1|Ja\n5.2|Nej", &["import-control-or-clause Ark1!A2", "import-control-or-clause Ark1!A3"]);
    // both are there, and titles decide for each
    reads(
        "Nr|Titel|Status\n5.1|Leadership and commitment|Ja\n5.1|Politikker for informationssikkerhed|Nej\n5.9|Fortegnelse|Ja\n9.1|Måling|Nej\n5.2|Rollen und Verantwortlichkeiten|Ja",
        100,
        "5.1=100, A.5.1=0, A.5.9=100, 9.1=0, A.5.2=100",
    );
    // all are controls, and a title says otherwise
    refuses("Nr|Titel|Status\n5.1|Leadership and commitment|Ja\n5.9|Assets|Ja", &["import-control-or-clause Ark1!A2"]);
}

#[test]
fn what_a_spreadsheet_made_of_names() {
    // 8.10 became 8.1; the title that is the catalogue's proves it, and nothing else does
    refuses("ID|Status\n8.1#|Yes\n8.15#|Yes", &["import-name-lost-zero Ark1!A2"]);
    reads("ID|Title|Status\n8.1#|Information deletion|Yes\n8.15#|Logging|Yes", 100, "A.8.10=100, A.8.15=100");
    reads("ID|Title|Status\n8.1#|User endpoint devices|Yes\n8.15#|Logging|Yes", 100, "A.8.1=100, A.8.15=100");
    refuses("ID|Title|Status\n8.1|Information deletion|Yes\n8.15|Logging|Yes", &["import-name-lost-zero Ark1!A2"]);
    refuses("ID|Status\nA.5.1|Yes\n5. aug|Yes\nAug-05|No", &["import-name-is-date Ark1!A3", "import-name-is-date Ark1!A4"]);
    let mut days = page("Ark1", "ID|Status\nA.5.1|Yes\n|Yes");
    days.cells.insert((2, 0), Cell::Day(46_239.0));
    assert_eq!(book(&[days], &terms()).map(|it| findings(&it.1)), Err(vec!["import-name-is-date Ark1!A3".to_owned()]));
}

#[test]
fn what_contradicts_itself_is_refused_at_its_cell() {
    refuses("ID|Status\nA.5.1|Yes\nA.5.2|No\nA.5.1|No", &["import-twice Ark1!A4"]);
    refuses("ID|Status\nA.5.1|Yes\nA.5.99|No\nhello|No", &["import-unknown-name Ark1!A3", "import-no-name Ark1!A4"]);
    refuses(
        "ID|Title|Status\nA.5.1|Logging|Yes\nA.8.15|Policies for information security|Yes",
        &["row-out-of-step Ark1!A2", "row-out-of-step Ark1!A3"],
    );
    refuses("ID|Status\nA.5.1|Yes\nA.5.2|Sort of\nA.5.3|~", &["import-unknown-status Ark1!B3", "cell-formula Ark1!B4"]);
    refuses("ID|Status|Dato\nA.5.1|Ja|3.4.26\nA.5.2|Ja|03/04/2026", &["cell-short-year Ark1!C2", "cell-date-unclear Ark1!C3"]);
    refuses("Alpha|Beta\nA.5.1|Yes\nA.5.2|No", &["import-no-heading Ark1!A2"]);
    refuses("ID|Farve\nA.5.1|rød\nA.5.2|grøn", &["import-no-answers-anywhere !"]);
    refuses("Navn|Alder\nIb|7", &["import-no-names !"]);
    let merged = Page { merged: vec![[(0, 1), (0, 2)]], ..page("Ark1", "ID|Status\nA.5.1|Yes|No") };
    assert_eq!(book(&[merged], &terms()).map(|it| findings(&it.1)), Err(vec!["cell-merged Ark1!B1".to_owned()]));
    let down = Page { merged: vec![[(1, 1), (2, 1)]], ..page("Ark1", "ID|Status\nA.5.1|Yes\nA.5.2") };
    assert_eq!(book(&[down], &terms()).map(|it| findings(&it.1)), Err(vec!["cell-merged Ark1!B2".to_owned()]));
}

#[test]
fn sheets_that_answer_the_same_are_refused_and_sheets_that_share_the_work_are_read() {
    let one = page("2025", "ID|Status\nA.5.1|Yes\nA.5.2|No");
    let other = page("2026", "ID|Status\nA.5.1|Yes\nA.5.9|No");
    assert_eq!(book(&[one.clone(), other.clone()], &terms()).map(|it| findings(&it.1)), Err(vec!["import-two-sheets !".to_owned()]));
    let chosen = ImportTerms { sheet: Some("2026".to_owned()), ..terms() };
    assert_eq!(book(&[one.clone(), other], &chosen).map(|it| findings(&it.1)).unwrap(), "A.5.1=100, A.5.9=0");
    let people = page("People", "ID|Status\nA.6.1|Yes");
    assert_eq!(book(&[one, people], &terms()).map(|it| findings(&it.1)).unwrap(), "A.5.1=100, A.5.2=0, A.6.1=100");
}

#[test]
fn headings_in_two_rows() {
    reads("Krav||Vurdering|\nNr|Titel|Status|Bemærkning\nA.5.1|Politik|Ja|fin", 100, "A.5.1=100");
    reads("ID|Titel||\n||Status|Bemærkning\nA.5.1|Politik|Ja|fin", 100, "A.5.1=100");
}

#[test]
fn csv_as_spreadsheets_save_it() {
    let text = "Krav;Status;Begrundelse\nA.5.1;Opfyldt;Få, men gode\n\nA.5.2;Delvist;\n";
    let (proposal, imported) = told("soa.csv", text.as_bytes(), &terms()).unwrap();
    assert_eq!((findings(&imported).as_str(), proposal.sure), ("A.5.1=100, A.5.2=50", 100));
    assert_eq!(imported.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 2, 4]); // as a spreadsheet numbers them
    let windows: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect(); // å is 0xe5
    let (proposal, imported) = told("soa.csv", &windows, &terms()).unwrap();
    assert_eq!(imported.document.control_statements[0].why, "Få, men gode");
    assert_eq!(proposal.sure, 75); // nothing in the file says that it is of Windows
    let shifted = "Krav,Status,Henvisning\nA.5.1,Ja,Politik, med bilag\n";
    assert_eq!(told("a.csv", shifted.as_bytes(), &terms()).map(|it| findings(&it.1)), Err(vec!["import-row-shifted a!D2".to_owned()]));
}

#[test]
fn dates_of_rows_and_of_nobody() {
    let (_, imported) = reads("ID|Status|Senest vurderet\nA.5.1|Ja|3. april 2026\nA.5.2|Ja|", 100, "A.5.1=100, A.5.2=100");
    assert_eq!(imported.document.evidence.iter().map(|it| it.date.0).collect::<Vec<_>>(), [date(2026, 4, 3), date(2026, 6, 30)]);
    let unsaid = ImportTerms { date: None, ..terms() };
    let rows = page("Ark1", "ID|Status|Frist\nA.5.1|Ja|2027-01-01\nA.5.2|Nej|2027-01-01");
    assert_eq!(book(&[rows], &unsaid).map(|it| findings(&it.1)), Err(vec!["import-without-date Ark1!A2".to_owned()])); // a deadline is no such date
}

#[test]
fn articles_of_the_regulation() {
    let gdpr = ImportTerms { catalogue: "gdpr".to_owned(), ..terms() };
    let rows = page("Ark1", "Artikel|Status\nArt. 30|Ja\nArtikel 5, stk. 1, litra a|Delvist\n32#|Nej\nArt. 99|Nej");
    assert_eq!(book(std::slice::from_ref(&rows), &gdpr).map(|it| findings(&it.1)), Err(vec!["import-unknown-name Ark1!A5".to_owned()]));
    let mut rows = rows;
    rows.cells.retain(|(row, _), _| *row < 4);
    let (_, imported) = book(&[rows], &gdpr).unwrap();
    assert_eq!(findings(&imported), "30=100, 5.1.a=50, 32=0");
    assert_eq!(imported.document.catalogues.keys().map(String::as_str).collect::<Vec<_>>(), ["gdpr", "iso27001-2022"]); // it builds on the latter
}

#[test]
fn a_map_says_what_a_file_cannot_and_is_checked() {
    let library = Library::new(Language::English);
    let terms = terms();
    let bytes = Book(vec![page("Ark1", "ID|Status|Andet\nA.5.1|Sort of|Ja\nA.5.2|Later|Nej\nhello|Ja")]).bytes();
    let file = ForeignFile::open(&library, Some("soa.xlsx"), &bytes, &terms).unwrap();
    let import = |text: &str| {
        let map = library.read_import_map(Source { name: Some("map.toml"), text });
        let codes = |faults: pejling_documents::Faults| faults.faults.into_iter().map(|it| it.code).collect::<Vec<_>>();
        file.import(&map.map_err(codes)?).map(|it| findings(&it)).map_err(codes)
    };
    let map = "format = \"pejling/import-map/1\"\n[[sheets]]\nsheet = \"Ark1\"\nheading_row = 1\nrequirement = \"A\"\nstatus = \"B\"\nskip_rows = [4]\n\
               headings = { B = \"Status\" }\n[words]\n\"sort of\" = \"25\"\nLater = \"unanswered\"\n";
    assert_eq!(import(map), Ok("A.5.1=25".to_owned()));
    let refused = |from: &str, to: &str| import(&map.replace(from, to)).unwrap_err();
    assert_eq!(refused("\"25\"", "\"a lot\""), ["import-map-word", "import-unknown-status"]);
    assert_eq!(refused("sheet = \"Ark1\"", "sheet = \"Ark2\""), ["import-map-sheet"]);
    assert_eq!(refused("\"B\"\nskip", "\"?\"\nskip"), ["import-map-column"]);
    assert_eq!(refused("= \"Status\"", "= \"State\""), ["import-map-heading"]);
    assert_eq!(refused("skip_rows", "scale = \"7-9\"\nskip_rows"), ["import-map-scale"]);
    assert_eq!(refused("skip_rows", "bare_ids = \"all\"\nskip_rows"), ["import-map-bare"]);
    assert_eq!(refused("skip_rows", "colour = \"C\"\nskip_rows"), ["unknown-field"]);
}

#[test]
fn other_files_than_tables_are_refused() {
    for (bytes, code) in [
        (&b""[..], "workbook-other-format !"),
        (b"<html><table></table></html>", "workbook-other-format !"),
        (b"\x00\x01\x02", "workbook-other-format !"),
        (b"PK\x03\x04 and no more", "workbook-broken !"),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "workbook-old !"),
        (b"one\ntwo\n", "import-no-names !"),
    ] {
        assert_eq!(told("x.csv", bytes, &terms()).map(|it| findings(&it.1)), Err(vec![code.to_owned()]));
    }
    let many = format!("ID,Status\n{}", "A.5.1,Yes\n".repeat(5_000));
    let faults = told("x.csv", many.as_bytes(), &terms()).map(|it| findings(&it.1)).unwrap_err();
    assert_eq!(faults.len(), 1_000); // the rest is counted
}

#[test]
fn numbers_that_became_text_without_their_zeros() {
    #[track_caller]
    fn check(rows: &str, expected: Result<&str, &[&str]>) {
        let read = told("soa.csv", rows.as_bytes(), &terms()).map(|it| findings(&it.1));
        assert_eq!(read, expected.map(str::to_owned).map_err(|all| all.iter().map(|it| (*it).to_owned()).collect()));
    }
    // 8.1 and 8.10 both come before 8.15
    check("Nr;Status\n8.1;Ja\n8.15;Ja\n", Err(&["import-name-lost-zero soa!A2"]));
    // only 5.10 comes between 5.9 and 5.11
    check("Nr;Status\n5.8;Ja\n5.9;Ja\n5.1;Ja\n5.11;Nej\n", Err(&["import-name-lost-zero soa!A4"]));
    // 5.30 would not come before 5.24
    check("Nr;Status\n5.1;Ja\n5.2;Ja\n5.3;Nej\n5.24;Ja\n", Ok("A.5.1=100, A.5.2=100, A.5.3=0, A.5.24=100"));
    // a zero that is there says that none was lost
    check("Nr;Status\n8.1;Ja\n8.15;Ja\n8.20;Nej\n", Ok("A.8.1=100, A.8.15=100, A.8.20=0"));
    check("Nr;Titel;Status\n8.1;User endpoint devices;Ja\n8.15;Logging;Ja\n", Ok("A.8.1=100, A.8.15=100"));
    check("Nr;Titel;Status\n8.1;Information deletion;Ja\n8.15;Logging;Ja\n", Ok("A.8.10=100, A.8.15=100"));
    // a decimal comma is a number's
    check("Nr;Status\n5,1;Ja\n5,9;Ja\n", Err(&["import-name-lost-zero soa!A2"]));
    check("Nr;Status\n5,8;Ja\n5,9;Nej\n", Ok("A.5.8=100, A.5.9=0"));
}

#[test]
fn marks_under_headings_that_are_answers() {
    refuses("ID|Ja|Delvis|Nej\nA.5.1|x\nA.5.2||x\nA.5.3|||x", &["import-answers-by-marks Ark1!C1"]);
    refuses("ID|Implemented|Not implemented\nA.5.1|x\nA.5.2||x", &["import-answers-by-marks Ark1!C1"]);
    refuses("ID|Umgesetzt|Nicht anwendbar\nA.5.1|x|\nA.5.2||x", &["import-answers-by-marks Ark1!C1"]);
    // and a mark under any other heading is no answer at all
    refuses("ID|Kritisk\nA.5.1|x\nA.5.2|x\nA.5.3|x", &["import-no-answers-anywhere !"]);
    reads("ID|Implementeret\nA.5.1|x\nA.5.2|\nA.5.3|x", 100, "A.5.1=100, A.5.3=100");
}

#[test]
fn what_a_spreadsheet_could_not_compute_is_no_answer() {
    // without its sign it would be `N/A`
    refuses("ID|Status\nA.5.1|#N/A\nA.5.2|Ja", &["import-unknown-status Ark1!B2"]);
    refuses("ID|Applicable|Reason\nA.5.1|#N/A|x y\nA.5.2|No|x y", &["import-unknown-applicability Ark1!B2"]);
    refuses("ID|Status\nA.5.1|Ja\n~|Ja", &["cell-formula Ark1!A3"]);
    refuses("ID|Completion %\nA.5.1|1#\nA.5.2|0#", &["import-percent-or-part Ark1!B2"]); // all of it, or a hundredth
}

#[test]
fn what_is_wrong_with_many_rows_is_told_once() {
    let library = Library::new(Language::Danish);
    let bytes = Book(vec![page("Ark1", "ID|Status\nA.5.1|Nogenlunde\nA.5.2|nogenlunde\nA.5.3|Næsten\nA.5.4|Nogenlunde")]).bytes();
    let terms = terms();
    let file = ForeignFile::open(&library, Some("soa.xlsx"), &bytes, &terms).unwrap();
    let faults = file.import(&file.propose().unwrap().map).unwrap_err().faults;
    let told: Vec<_> = faults.iter().map(|it| (it.at.cell.as_deref().unwrap(), it.message.as_str())).collect();
    assert_eq!(
        told,
        [
            ("B2", "Nogenlunde står ikke i tabellen over statusord; det gælder 3 rækker"),
            ("B4", "Næsten står ikke i tabellen over statusord; det gælder 1 række"),
        ]
    );
}

#[test]
fn a_column_of_the_other_edition_beside_the_one_that_is_meant() {
    let rows = "ISO 27001:2013|ISO 27001:2022|Status\nA.6.1.1|A.5.2|Ja\nA.9.2.3|A.8.2|Nej\nA.12.4.1|A.8.15|Ja\nA.12.4.2|A.8.15|";
    let (proposal, _) = reads(rows, 50, "A.5.2=100, A.8.2=0, A.8.15=100");
    assert!(proposal.sheets[0].left[0].is_rival);
}

#[test]
fn hidden_columns_are_told_and_headings_may_be_merged_where_nobody_reads() {
    let hidden = Page { hidden_columns: vec![1, 2], ..page("Ark1", "ID|Status|Farve\nA.5.1|Ja|grøn") };
    let (_, imported) = book(&[hidden], &terms()).unwrap();
    assert_eq!(imported.warnings.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["cell-hidden"]); // of the one that is read
    let merged = Page { merged: vec![[(0, 2), (0, 3)]], ..page("Ark1", "ID|Status|Farver\nA.5.1|Ja|grøn|gul") };
    assert_eq!(book(&[merged], &terms()).map(|it| findings(&it.1)).unwrap(), "A.5.1=100");
}

#[test]
fn a_quotation_mark_that_is_never_closed() {
    let rows = "ID;Status;Begrundelse\nA.5.1;Ja;\"12\" skærm\nA.5.2;Nej;fin\n";
    assert_eq!(told("a.csv", rows.as_bytes(), &terms()).map(|it| findings(&it.1)), Ok("A.5.1=100, A.5.2=0".to_owned()));
    let rows = "ID;Status;Begrundelse\nA.5.1;Ja;\"skærm\nA.5.2;Nej;fin\n";
    assert_eq!(told("a.csv", rows.as_bytes(), &terms()).map(|it| findings(&it.1)), Err(vec!["import-open-quote !".to_owned()]));
    // two of them close each other, and the second row would be gone
    let rows = "ID;Status;Begrundelse\nA.5.1;Ja;\"skærm\nA.5.2;Nej;\"fin\nA.5.3;Nej;fin\n";
    assert_eq!(told("a.csv", rows.as_bytes(), &terms()).map(|it| findings(&it.1)), Err(vec!["import-open-quote !".to_owned()]));
}

#[test]
fn what_several_columns_describe_is_told_apart() {
    let (_, imported) =
        reads("ID|Status|Nuværende tilstand|Anbefaling\nA.5.1|Delvist|Udkast|Vedtag den\nA.5.2|Nej||Skriv", 100, "A.5.1=50, A.5.2=0");
    let notes: Vec<_> = imported.document.evidence.iter().map(|it| it.note.as_deref().unwrap()).collect();
    assert_eq!(notes[0], "Imported from soa.xlsx, sheet Ark1, row 2: Delvist\nNuværende tilstand: Udkast\nAnbefaling: Vedtag den");
    assert!(notes[1].ends_with("\nAnbefaling: Skriv"));
}
