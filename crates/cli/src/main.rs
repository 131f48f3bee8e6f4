//! The command `pejling`: the only crate that reads files.

mod args;
mod bridge;
mod catalogue;
mod compare;
mod diff;
mod dissent;
mod explain;
mod gains;
mod forecast;
mod follow_up;
mod input;
mod migrate;
mod name;
mod plan;
mod score;
mod screening;
mod soa;
mod table;
mod verify;
mod view;
mod what_if;
mod regions;
mod merge;
mod sheet;
mod sheet_import;
mod report;
mod serve;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use pejling_documents::{CheckReport, Faults, Library, SCHEMAS, Severity, mask, schema, to_json};

use crate::args::{Arguments, Catalogues, Command, Format};
use crate::input::{Inputs, Problem};

/// What a run ended in, and so the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// A score is below what was asked for, or a verification failed.
    Below,
}

fn main() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| refuse(&error));
    if let Some(only) = conflict(&arguments) {
        Arguments::command().error(clap::error::ErrorKind::ArgumentConflict, only).exit();
    }
    match run(&arguments) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Below) => ExitCode::from(1),
        Err(problem) => {
            tell(&problem, &arguments);
            ExitCode::from(2)
        }
    }
}

/// What options do not go with the command.
fn conflict(arguments: &Arguments) -> Option<&'static str> {
    let Arguments { command, format, overlay, .. } = arguments;
    match (command, format) {
        (Command::Catalogue(Catalogues::Graph { .. }), Format::Dot | Format::Svg) | (Command::Report(_), Format::Html | Format::Md) => None,
        (_, Format::Dot | Format::Svg) => Some("--format dot and --format svg are for `catalogue graph` only"),
        (_, Format::Html | Format::Md) => Some("--format html and --format md are for `report` only"),
        (Command::Serve(_), Format::Human) if overlay.is_empty() => None,
        (Command::Serve(_), _) => Some("`serve` takes neither --format nor --overlay: a request brings its overlays in `catalogues`"),
        (_, Format::Human | Format::Json) => None,
    }
}

/// Tells what cannot be understood of the command line, and ends.
fn refuse(error: &clap::Error) -> ! {
    let said = error.to_string();
    if mask(&said) == said {
        error.exit(); // as clap says it, in colour
    }
    complain(&said);
    std::process::exit(error.exit_code())
}

/// Tells what is wrong: in words on the error stream, or as data where data was asked for.
fn tell(problem: &Problem, arguments: &Arguments) {
    if let (Problem::Faults(faults), Format::Json) = (problem, arguments.format) {
        let _ = print_json(faults); // nobody is left to tell
        return;
    }
    let (text, count) = match problem {
        Problem::Faults(faults) => {
            (faults.to_string(), faults.faults.iter().filter(|it| it.severity == Severity::Error).count() + faults.more)
        }
        Problem::Other(text) => (format!("{text}\n"), 1),
        Problem::Unwritable(detail) => (format!("{}\n", arguments.language().text_with("cannot-write", &[("detail", detail)])), 1),
    };
    let count = arguments.language().text_with("fault-count", &[("count", &count.to_string())]);
    complain(&format!("{text}{count}\n"));
}

fn run(arguments: &Arguments) -> Result<Outcome, Problem> {
    let inputs = Inputs::read(arguments)?;
    let mut library = Library::new(arguments.language());
    inputs.lay_overlays(&mut library)?;
    match &arguments.command {
        Command::Check(files) => check(arguments, &inputs, &library, files.as_of.map(|date| date.0)),
        Command::Score(options) => score::run(arguments, options, &inputs, &library),
        Command::Explain(options) => explain::run(arguments, options, &inputs, &library),
        Command::View(options) => view::run(arguments, options, &inputs, &library),
        Command::Soa(options) => soa::run(arguments, options, &inputs, &library),
        Command::Screening(options) => screening::run(arguments, options, &inputs, &library),
        Command::WhatIf(options) => what_if::run(arguments, options, &inputs, &library),
        Command::Gains(options) => gains::run(arguments, options, &inputs, &library),
        Command::Plan(options) => plan::run(arguments, options, &inputs, &library),
        Command::Forecast(options) => forecast::run(arguments, options, &inputs, &library),
        Command::Verify(options) => verify::run(arguments, options, &inputs, &library),
        Command::Catalogue(Catalogues::List) => catalogue::list(arguments, &library),
        Command::Catalogue(Catalogues::Show { id }) => catalogue::show(arguments, &library, id),
        Command::Catalogue(Catalogues::Graph { catalogue, around }) => catalogue::graph(arguments, &library, catalogue, around.as_deref()),
        Command::Catalogue(Catalogues::Diff { before, after }) => diff::run(arguments, &library, before, after),
        Command::Catalogue(Catalogues::Lint { catalogues }) => catalogue::lint(arguments, &library, catalogues),
        Command::Catalogue(Catalogues::Migrate { output, .. }) => migrate::run(arguments, &inputs, &library, output.as_deref()),
        Command::Schema { name } => match name {
            Some(name) => match schema(name) {
                Some(text) => print(&text),
                None => {
                    Err(Problem::Other(library.language.text_with("unknown-schema", &[("name", name), ("known", &SCHEMAS.join(", "))])))
                }
            },
            None => print(&SCHEMAS.iter().map(|name| format!("{name}\n")).collect::<String>()),
        },
        Command::Bridge(options) => bridge::run(arguments, options, &inputs, &library),
        Command::FollowUp(options) => follow_up::run(arguments, options, &inputs, &library),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "pejling", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
        Command::Compare(options) => compare::run(arguments, options, &inputs, &library),
        Command::Regions { region, on } => regions::run(arguments, &library, region.as_deref(), *on),
        Command::Merge(options) => merge::run(arguments, options, &inputs, &library),
        Command::Sheet(sheets) => sheet::run(arguments, sheets, &inputs, &library),
        Command::Report(options) => report::run(arguments, options, &inputs, &library),
        Command::Serve(options) => serve::run(arguments, options),
    }
}

/// Says that files are without fault, and what scoring them would warn of.
fn check(arguments: &Arguments, inputs: &Inputs, library: &Library<'_>, as_of: Option<jiff::civil::Date>) -> Result<Outcome, Problem> {
    let mut all = Faults::default();
    for source in inputs.sources() {
        let checked = match library.check(source) {
            Ok(checked) => checked,
            Err(faults) => {
                all.extend(faults);
                continue;
            }
        };
        let found = CheckReport::new(&checked, as_of);
        if arguments.format == Format::Json {
            print_json(&found)?;
            continue;
        }
        print(&format!("{}\n{}\n", fine(source.name.unwrap_or("-"), &found, library), found.assessment))?;
        print(&score::warnings(found.warnings.as_deref().unwrap_or_default(), library, false))?;
    }
    if all.faults.is_empty() { Ok(Outcome::Fine) } else { Err(Problem::Faults(all)) }
}

/// That a file is without fault, and how much is in it.
fn fine(file: &str, found: &CheckReport, library: &Library<'_>) -> String {
    let counts = [
        ("file", file),
        ("entities", &found.entities.to_string()),
        ("evidence", &found.evidence.to_string()),
        ("exclusions", &found.exclusions.to_string()),
    ];
    library.language.text_with("check-fine", &counts)
}

/// Writes a table or text where it belongs. Nothing that looks like a CPR number is repeated.
fn print(text: &str) -> Result<Outcome, Problem> {
    write(&mask(text))
}

/// Writes a document about an assessment, as little repeated.
fn print_json(document: &impl serde::Serialize) -> Result<Outcome, Problem> {
    write(&to_json(document))
}

/// Says something on the error stream, as little repeated.
fn complain(text: &str) {
    let _ = anstream::stderr().write_all(mask(text).as_bytes()); // nobody is left to tell
}

/// Writes a text into a file, as little repeated.
fn save(path: &Path, text: &str) -> Result<(), Problem> {
    save_as_it_is(path, mask(text).as_bytes())
}

/// Writes what may be written as it is into a file.
fn save_as_it_is(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Problem> {
    std::fs::write(path, bytes).map_err(|error| Problem::Unwritable(format!("{}: {error}", path.display())))
}

/// Writes a PDF into a file: a report is masked before it is set, and so is what it carries.
#[cfg(feature = "pdf")]
fn save_pdf(path: &Path, pdf: &[u8]) -> Result<(), Problem> {
    save_as_it_is(path, pdf)
}

/// Writes what may be written as it is. Colour is left out where nobody sees it.
fn write(text: &str) -> Result<Outcome, Problem> {
    match anstream::stdout().write_all(text.as_bytes()).and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Problem::Unwritable(error.to_string())),
        Ok(()) | Err(_) => Ok(Outcome::Fine), // whoever read enough may leave: that changes no outcome
    }
}
