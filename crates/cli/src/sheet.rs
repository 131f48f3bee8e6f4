//! `pejling sheet`: workbooks out and in.

use std::path::Path;

use pejling_documents::{AssessmentDocument, CheckReport, Diagnostic, Library, content_to_json};
use pejling_sheet::{ReadWorkbook, Results, WORKBOOK_LIMIT, empty_assessment, read_workbook, workbook};

use crate::args::{Arguments, EntityOptions, Format, NewSheetOptions, Sheets};
use crate::input::{Inputs, Problem, is_same, read_bytes};
use crate::score::{entity, one_of};
use crate::sheet_import;
use crate::{Outcome, complain, print, print_json, write};

pub(crate) fn run(arguments: &Arguments, sheets: &Sheets, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    match sheets {
        Sheets::New(options) => new(arguments, options, inputs, library),
        Sheets::Results { of, output } => results(arguments, of, output, inputs, library),
        Sheets::Read { file, output } => read(arguments, file, output.as_deref(), library),
        Sheets::Import(options) => sheet_import::run(arguments, options, library),
    }
}

fn new(arguments: &Arguments, options: &NewSheetOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let checked = match (inputs.sources().next(), &options.organisation) {
        (Some(source), _) => library.check(source)?,
        (None, Some(organisation)) => empty_assessment(library, organisation, &options.catalogue)?,
        (None, None) => return Ok(Outcome::Fine), // the command line asks for one of the two
    };
    let bytes = workbook(library, &checked, options.first_year)?;
    save(&options.output, &bytes, options.from.as_deref(), library)?;
    say_written(&options.output, arguments, library)
}

fn read(arguments: &Arguments, file: &Path, output: Option<&Path>, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (name, bytes) = read_bytes(file, WORKBOOK_LIMIT, arguments)?;
    let ReadWorkbook { document, checked, warnings } = read_workbook(library, Some(&name), &bytes)?;
    let told: String = warnings.iter().map(|warning: &Diagnostic| format!("{warning}\n")).collect();
    let Some(path) = output else {
        complain(&told); // the assessment is the data, and this the talk
        return write(&content_to_json(&document));
    };
    save(path, content_to_json(&document).as_bytes(), Some(file), library)?;
    if arguments.format == Format::Json {
        return print_json(&serde_json::json!({"assessment": checked.digest(), "warnings": warnings}));
    }
    let found = CheckReport::new(&checked, None);
    let counts = [
        ("file", name),
        ("entities", found.entities.to_string()),
        ("evidence", found.evidence.to_string()),
        ("exclusions", found.exclusions.to_string()),
    ];
    let counts: Vec<_> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    print(&format!("{told}{}\n", library.language.text_with("check-fine", &counts)))?;
    say_written(path, arguments, library)
}

fn results(
    arguments: &Arguments,
    options: &EntityOptions,
    output: &Path,
    inputs: &Inputs,
    library: &Library<'_>,
) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.as_of)?;
    let scores = checked.scores(as_of);
    let entity = entity(&scores, options.entity.as_deref(), library)?;
    let results = Results::new(library, &checked, &scores, &entity)?;
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let bytes = match ending.as_deref() {
        Some("xlsx") => results.workbook()?,
        Some("csv") => results.csv(),
        Some(_) | None => {
            let file = output.display().to_string();
            return Err(Problem::Other(library.language.text_with("sheet-results-form", &[("file", &file)])));
        }
    };
    save(output, &bytes, Some(&options.file), library)?;
    say_written(output, arguments, library)
}

/// Writes an assessment for its owner, as it is.
pub(crate) fn save_assessment(
    path: &Path,
    document: &AssessmentDocument,
    from: Option<&Path>,
    library: &Library<'_>,
) -> Result<(), Problem> {
    save(path, content_to_json(document).as_bytes(), from, library)
}

/// Writes a file, and never over the one that was read.
pub(crate) fn save(path: &Path, bytes: &[u8], from: Option<&Path>, library: &Library<'_>) -> Result<(), Problem> {
    if from.is_some_and(|from| is_same(from, path)) {
        let file = path.display().to_string();
        return Err(Problem::Other(library.language.text_with("sheet-over-input", &[("file", &file)])));
    }
    std::fs::write(path, bytes).map_err(|error| Problem::Unwritable(format!("{}: {error}", path.display())))
}

pub(crate) fn say_written(path: &Path, arguments: &Arguments, library: &Library<'_>) -> Result<Outcome, Problem> {
    match arguments.format {
        Format::Json => Ok(Outcome::Fine),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            print(&format!("{}\n", library.language.text_with("migrate-written", &[("file", &path.display().to_string())])))
        }
    }
}
