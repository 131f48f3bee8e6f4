//! `pejling sheet import`: an assessment out of somebody else's file, by a proposal or a map.

use pejling_documents::{Diagnostic, Faults, Library, Limits, Place, Severity, Source};
use pejling_sheet::{Became, ForeignFile, ImportTerms, Imported, LeftRow, Proposal, SheetProposal, WORKBOOK_LIMIT};

use crate::args::{Arguments, Format, ImportOptions};
use crate::input::{Problem, read_bytes};
use crate::sheet::{save, save_assessment, say_written};
use crate::table::{heading, indented, table};
use crate::{Outcome, complain, print, print_json};

/// The most characters that an example shows of a cell.
const EXAMPLE: usize = 60;

pub(crate) fn run(arguments: &Arguments, options: &ImportOptions, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (name, bytes) = read_bytes(&options.file, WORKBOOK_LIMIT, arguments)?;
    let (catalogue, edition) = match options.catalogue.split_once('=') {
        Some((catalogue, edition)) => (catalogue.to_owned(), Some(edition.to_owned())),
        None => (options.catalogue.clone(), None),
    };
    let terms = ImportTerms {
        organisation: options.organisation.clone(),
        catalogue,
        edition,
        date: options.date.map(|day| day.0),
        approved_by: options.approved_by.clone(),
        class: options.class,
        review_by: options.review_by.map(|day| day.0),
        scale: options.scale.clone(),
        sheet: options.sheet.clone(),
    };
    let file = ForeignFile::open(library, Some(&name), &bytes, &terms)?;
    let Some(map) = &options.map else { return proposed(arguments, options, &file, &name, library) };
    let (map_name, map_bytes) = read_bytes(map, Limits::default().bytes, arguments)?;
    let text = std::str::from_utf8(&map_bytes).map_err(|error| not_text(&map_name, &map_bytes, error.valid_up_to(), library))?;
    let map = library.read_import_map(Source { name: Some(&map_name), text })?;
    let imported = file.import(&map)?;
    finish(arguments, options, None, &imported, library)
}

/// A map that is not text, with the place of the first byte that is none.
fn not_text(name: &str, bytes: &[u8], from: usize, library: &Library<'_>) -> Problem {
    let before = String::from_utf8_lossy(bytes.get(..from).unwrap_or_default());
    let line = before.rsplit('\n').next().unwrap_or_default();
    let at = Place {
        file: Some(name.to_owned()),
        line: Some(before.matches('\n').count() + 1),
        column: Some(line.chars().count() + 1),
        ..Place::default()
    };
    refused(Diagnostic::of("import-map-not-utf8", &[], Severity::Error, at, library.language))
}

fn refused(fault: Diagnostic) -> Problem {
    Problem::Faults(Faults { faults: vec![fault], more: 0 })
}

/// Reads a file by what is proposed: what that is, is shown whatever comes of it.
fn proposed(
    arguments: &Arguments,
    options: &ImportOptions,
    file: &ForeignFile<'_>,
    name: &str,
    library: &Library<'_>,
) -> Result<Outcome, Problem> {
    let proposal = file.propose()?;
    if arguments.format != Format::Json {
        print(&show(&proposal, file, name, library))?;
    }
    if let Some(path) = &options.write_map {
        save(path, proposal.map.to_toml().as_bytes(), Some(options.file.as_path()), library)?;
        say_written(path, arguments, library)?;
    }
    let imported = file.import(&proposal.map)?;
    if options.output.is_some() && proposal.sure < 100 && !options.accept {
        let sure = proposal.sure.to_string();
        let at = Place { file: Some(name.to_owned()), ..Place::default() };
        return Err(refused(Diagnostic::of("import-accept", &[("sure", &sure)], Severity::Error, at, library.language)));
    }
    finish(arguments, options, Some(&proposal), &imported, library)
}

fn finish(
    arguments: &Arguments,
    options: &ImportOptions,
    proposal: Option<&Proposal>,
    imported: &Imported,
    library: &Library<'_>,
) -> Result<Outcome, Problem> {
    let told: String = imported.warnings.iter().map(|warning| format!("{warning}\n")).collect();
    if let Some(path) = &options.output {
        save_assessment(path, &imported.document, Some(options.file.as_path()), library)?;
    }
    if arguments.format == Format::Json {
        let rows = imported.rows.iter().map(|row| {
            let (became, why) = match row.became {
                Became::Evidence => ("evidence", None),
                Became::Exclusion => ("exclusion", None),
                Became::Left(why) => ("nothing", Some(why.name())),
            };
            serde_json::json!({"sheet": row.sheet, "row": row.row, "requirement": row.requirement, "became": became, "why": why})
        });
        let rows: Vec<_> = rows.collect();
        let map = proposal.map(|it| serde_json::json!({"sure": it.sure, "map": it.map}));
        return print_json(&serde_json::json!({
            "assessment": imported.checked.digest(), "proposal": map, "rows": rows, "warnings": imported.warnings,
        }));
    }
    complain(&told);
    print(&account(imported, library))?;
    match &options.output {
        Some(path) => say_written(path, arguments, library),
        None => Ok(Outcome::Fine),
    }
}

fn show(proposal: &Proposal, file: &ForeignFile<'_>, name: &str, library: &Library<'_>) -> String {
    let language = library.language;
    let mut text = format!("{}\n", language.text_with("import-proposal", &[("file", name)]));
    if let Some(form) = &file.form {
        let separator = if form.separator == '\t' { language.text("import-separator-tab") } else { form.separator.to_string() };
        text += &indented(&language.text_with("import-csv", &[("encoding", form.encoding), ("separator", &separator)]));
    }
    for sheet in &proposal.sheets {
        text += &show_sheet(sheet, library);
    }
    let columns = proposal.sheets.iter().flat_map(|sheet| &sheet.left);
    let left = columns.map(|it| {
        let key = if it.is_rival { "import-not-read-rival" } else { "import-not-read-column" };
        let heading = if it.heading.is_empty() { language.text("import-no-such-heading") } else { one_line(&it.heading) };
        language.text_with(key, &[("column", &it.column), ("heading", &heading)])
    });
    let sheets =
        proposal.left.iter().map(|it| language.text_with("import-not-read-sheet", &[("sheet", it.name.as_str()), ("why", it.why)]));
    let left: Vec<String> = left.chain(sheets).collect();
    if !left.is_empty() {
        text += &heading(&language.text("import-not-read"));
        text += &left.iter().map(|line| indented(line)).collect::<String>();
    }
    text += &format!("\n{}\n", language.text_with("import-sure-rule", &[("sure", &proposal.sure.to_string())]));
    if proposal.sure < 100 {
        text += &format!("{}\n", language.text("import-map-hint"));
    }
    text
}

fn show_sheet(sheet: &SheetProposal, library: &Library<'_>) -> String {
    let language = library.language;
    let args = [("sheet", sheet.name.as_str()), ("row", &sheet.heading_row.to_string()), ("rows", &sheet.rows.to_string())];
    let mut text = heading(&language.text_with("import-sheet", &args));
    let example = language.text_with("import-example", &[("row", &sheet.example.0.to_string())]);
    let heads = ["import-column", "import-heading", "import-read-as", "import-sure"].map(|key| language.text(key));
    let heads: Vec<String> = heads.into_iter().chain([example]).collect();
    let mut said = sheet.example.1.clone();
    let rows = sheet.columns.iter().map(|it| {
        let at = said.iter().position(|(field, _)| *field == it.field);
        let example = at.map(|at| said.remove(at).1).unwrap_or_default();
        let field = language.text(&format!("import-field-{}", it.field.name()));
        vec![it.column.clone(), one_line(&it.heading), field, format!("{} %", it.sure), one_line(&example)]
    });
    text += &table(&heads, rows.collect(), &[3]);
    if let Some(scale) = &sheet.scale {
        text += &indented(&language.text_with("import-scale", &[("scale", scale)]));
    }
    text
}

/// A text on one line, and not longer than a table can show.
fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= EXAMPLE { text } else { text.chars().take(EXAMPLE - 1).chain(['…']).collect() }
}

/// Rows with those that follow each other as one: `SoA!5, SoA!9-12`.
fn spans(rows: &[(&str, u32)]) -> String {
    let follow = |one: &(&str, u32), next: &(&str, u32)| one.0 == next.0 && one.1 + 1 == next.1;
    let spans = rows.chunk_by(follow).filter_map(|span| span.first().zip(span.last()));
    let spans =
        spans.map(|((sheet, first), (_, last))| if first == last { format!("{sheet}!{first}") } else { format!("{sheet}!{first}-{last}") });
    spans.collect::<Vec<_>>().join(", ")
}

/// What became of every row.
fn account(imported: &Imported, library: &Library<'_>) -> String {
    let language = library.language;
    let count = |is: fn(&Became) -> bool| imported.rows.iter().filter(|row| is(&row.became)).count().to_string();
    let evidence = count(|it| matches!(it, Became::Evidence));
    let exclusions = count(|it| matches!(it, Became::Exclusion));
    let left = count(|it| matches!(it, Became::Left(_)));
    let args = [("evidence", evidence.as_str()), ("exclusions", &exclusions), ("left", &left)];
    let mut text = format!("\n{}\n", language.text_with("import-account", &args));
    for why in LeftRow::ALL {
        let rows = imported.rows.iter().filter(|row| row.became == Became::Left(*why));
        let rows: Vec<(&str, u32)> = rows.map(|row| (row.sheet.as_str(), row.row)).collect();
        if !rows.is_empty() {
            let why = language.text(&format!("import-left-{}", why.name()));
            let args = [("count", rows.len().to_string()), ("rows", spans(&rows)), ("why", why)];
            text += &indented(&language.text_with("import-left", &args));
        }
    }
    text + &format!("{}\n", language.text("import-self"))
}
