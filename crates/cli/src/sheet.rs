//! `pejling sheet`: workbooks out and in.

use std::path::{Path, PathBuf};

use pejling_documents::{AssessmentDocument, CheckReport, Diagnostic, Faults, Library, content_to_json};
use pejling_sheet::{ReadWorkbook, Results, Template, WORKBOOK_LIMIT, empty_assessment, read_record, read_workbook, record, workbook};

use crate::args::{Arguments, EntityOptions, Format, NewSheetOptions, Sheets, TemplateOptions};
use crate::input::{Inputs, Problem, not_over, read_bytes};
use crate::name::entity;
use crate::score::one_of;
use crate::sheet_import;
use crate::{Outcome, complain, fine, print, print_json, save_as_it_is, write};

pub(crate) fn run(arguments: &Arguments, sheets: &Sheets, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    match sheets {
        Sheets::New(options) => new(arguments, options, inputs, library),
        Sheets::Results { of, output } => results(arguments, of, output, inputs, library),
        Sheets::Template(options) => template(arguments, options, inputs, library),
        Sheets::Read { files, into, output } => read(arguments, files, into.as_deref(), output.as_deref(), inputs, library),
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
    not_filled_in(&options.output, options.force, library)?;
    save(&options.output, &bytes, options.from.as_deref(), library)?;
    say_written(&options.output, arguments, library)
}

fn template(arguments: &Arguments, options: &TemplateOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    // the command line asks for one of the templates; whose assessment it is does not show on the page
    let (Some(template), Ok(anybody)) = (Template::named(&options.what), "organisation".parse()) else { return Ok(Outcome::Fine) };
    let checked = match inputs.sources().next() {
        Some(source) => library.check(source)?,
        None => empty_assessment(library, &anybody, &options.catalogue)?,
    };
    let bytes = record(library, &checked, template, &options.requirement)?;
    not_filled_in(&options.output, options.force, library)?;
    save(&options.output, &bytes, options.from.as_deref(), library)?;
    say_written(&options.output, arguments, library)
}

/// Refuses to write what is to be filled in over a file that is there: somebody may have.
fn not_filled_in(output: &Path, force: bool, library: &Library<'_>) -> Result<(), Problem> {
    if force || !output.exists() {
        return Ok(());
    }
    Err(Problem::Other(library.language.text_with("sheet-there-already", &[("file", &output.display().to_string())])))
}

/// Reads a workbook, or one record after the other into an assessment; what is wrong with any of them is told together.
fn read(
    arguments: &Arguments,
    files: &[PathBuf],
    into: Option<&Path>,
    output: Option<&Path>,
    inputs: &Inputs,
    library: &Library<'_>,
) -> Result<Outcome, Problem> {
    let base = inputs.sources().next().map(|source| library.check(source)).transpose()?.map(|checked| checked.document());
    if base.is_none() && files.len() > 1 {
        return Err(Problem::Other(library.language.text("sheet-read-one")));
    }
    let (mut found, mut warnings, mut faults): (Option<ReadWorkbook>, Vec<Diagnostic>, Faults) = (None, Vec::new(), Faults::default());
    let mut names = Vec::new();
    for file in files {
        let (name, bytes) = read_bytes(file, WORKBOOK_LIMIT, arguments)?;
        let so_far = found.as_ref().map(|found| &found.document).or(base.as_ref());
        let read = match so_far {
            Some(document) => read_record(library, document, Some(&name), &bytes),
            None => read_workbook(library, Some(&name), &bytes),
        };
        match read {
            Ok(mut read) => {
                warnings.append(&mut read.warnings);
                found = Some(read);
            }
            Err(more) => faults.extend(more),
        }
        names.push(name);
    }
    let told: String = warnings.iter().map(|warning| format!("{warning}\n")).collect();
    let Some(ReadWorkbook { document, checked, .. }) = found.filter(|_| faults.faults.is_empty()) else {
        complain(&told);
        return Err(faults.into());
    };
    let from = files.iter().map(PathBuf::as_path).chain(into);
    let Some(path) = output else {
        complain(&told); // the assessment is the data, and this the talk
        return write(&content_to_json(&document));
    };
    save_assessment(path, &document, from, library)?;
    if arguments.format == Format::Json {
        return print_json(&serde_json::json!({"assessment": checked.digest(), "warnings": warnings}));
    }
    print(&format!("{told}{}\n", fine(&names.join(", "), &CheckReport::new(&checked, None), library)))?;
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
    save(output, &bytes, Some(options.file.as_path()), library)?;
    say_written(output, arguments, library)
}

/// Writes an assessment for its owner, as it is.
pub(crate) fn save_assessment<'f>(
    path: &Path,
    document: &AssessmentDocument,
    from: impl IntoIterator<Item = &'f Path>,
    library: &Library<'_>,
) -> Result<(), Problem> {
    save(path, content_to_json(document).as_bytes(), from, library)
}

/// Writes a file, and never over the one that was read.
pub(crate) fn save<'f>(path: &Path, bytes: &[u8], from: impl IntoIterator<Item = &'f Path>, library: &Library<'_>) -> Result<(), Problem> {
    not_over(path, from, "sheet-over-input", library)?;
    save_as_it_is(path, bytes)
}

pub(crate) fn say_written(path: &Path, arguments: &Arguments, library: &Library<'_>) -> Result<Outcome, Problem> {
    match arguments.format {
        Format::Json => Ok(Outcome::Fine),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            print(&format!("{}\n", library.language.text_with("migrate-written", &[("file", &path.display().to_string())])))
        }
    }
}
