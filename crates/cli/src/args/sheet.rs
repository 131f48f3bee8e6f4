//! The command line of `pejling sheet`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use pejling_core::{EntityId, ReasonClass};
use pejling_sheet::Template;

use super::{AsOf, EntityOptions};

#[derive(Debug, Subcommand)]
pub(crate) enum Sheets {
    /// Write a workbook to fill in: a sheet for each working group, with the questions of the catalogues.
    ///
    /// Example: pejling sheet new --organisation bakkeland --first-year --lang da -o bakkeland.xlsx
    New(NewSheetOptions),
    /// Write a page on which one piece of work is recorded, as a log review or an exercise: what it yields is evidence.
    ///
    /// Example: pejling sheet template log-review --lang da -o log-review.xlsx
    Template(TemplateOptions),
    /// Read a workbook that was filled in, or records into an assessment. Every fault is told with its sheet and cell.
    ///
    /// Examples: pejling sheet read fixtures/sheet/lyngager.xlsx -o lyngager.json
    ///           pejling sheet read fixtures/sheet/log-review.xlsx --into fixtures/region/assessment.json -o region.json
    #[command(verbatim_doc_comment)]
    Read {
        /// The workbook (.xlsx), or several records; - is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,

        /// The assessment (JSON) that records are read into.
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,

        /// Where to write the assessment [default: standard output].
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Read a spreadsheet or CSV that somebody else made: first a proposal of what says what, then the assessment that it gives.
    ///
    /// Without --output the proposal and an account of every row are shown, and nothing is written. Status words are self-assessment.
    ///
    /// Example: pejling sheet import fixtures/import/soa-da.csv --organisation bakkeland --date 2026-06-30
    Import(ImportOptions),
    /// Write results and the statement of applicability as a workbook with charts, or as CSV.
    ///
    /// Example: pejling sheet results fixtures/region/assessment.json --lang da -o results.xlsx
    Results {
        #[command(flatten)]
        of: EntityOptions,

        /// Where to write them: .xlsx or .csv.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

#[derive(Args, Debug)]
pub(crate) struct NewSheetOptions {
    /// The catalogues to assess against, in their current editions.
    #[arg(long, value_name = "CATALOGUE,..", value_delimiter = ',', default_value = "iso27001-2022,gdpr,principles-2017")]
    pub(crate) catalogue: Vec<String>,

    /// The organisation that is assessed, by its short name.
    #[arg(long, value_name = "NAME", required_unless_present = "from")]
    pub(crate) organisation: Option<EntityId>,

    /// An assessment (JSON) to fill in beforehand, with its catalogues and organisation.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["catalogue", "organisation"])]
    pub(crate) from: Option<PathBuf>,

    /// Only the requirements to begin with: the small set for the first year.
    #[arg(long)]
    pub(crate) first_year: bool,

    /// Where to write the workbook.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Write it over a file that is there.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args, Debug)]
pub(crate) struct TemplateOptions {
    /// What is recorded.
    #[arg(value_name = "WHAT", value_parser = PossibleValuesParser::new(Template::ALL.iter().map(Template::name)))]
    pub(crate) what: String,

    /// A requirement that it is to be evidence of, as A.8.15; at most three [default: those that such work usually is evidence of].
    #[arg(long, value_name = "REQUIREMENT")]
    pub(crate) requirement: Vec<String>,

    /// The catalogues of the assessment that it will be read into.
    #[arg(long, value_name = "CATALOGUE,..", value_delimiter = ',', default_value = "iso27001-2022,gdpr,principles-2017")]
    pub(crate) catalogue: Vec<String>,

    /// That assessment (JSON) itself.
    #[arg(long, value_name = "FILE", conflicts_with = "catalogue")]
    pub(crate) from: Option<PathBuf>,

    /// Where to write the page (.xlsx).
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Write it over a file that is there.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ImportOptions {
    /// The file (.xlsx or .csv); - is standard input.
    pub(crate) file: PathBuf,

    /// The organisation that is assessed, by its short name.
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: EntityId,

    /// The catalogue that the file speaks of, in its current edition or in the one named.
    #[arg(long, value_name = "CATALOGUE[=EDITION]", default_value = "iso27001-2022")]
    pub(crate) catalogue: String,

    /// The day on which it was found, where the rows do not say.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<AsOf>,

    /// The scale of numbers, as 0-5, where the file does not say.
    #[arg(long, value_name = "SCALE")]
    pub(crate) scale: Option<String>,

    /// The only sheet to read.
    #[arg(long, value_name = "NAME", conflicts_with = "map")]
    pub(crate) sheet: Option<String>,

    /// Who approved the exclusions.
    #[arg(long, value_name = "NAME")]
    pub(crate) approved_by: Option<String>,

    /// Why requirements are excluded: `no_such_activity`, `no_such_asset` or `legal_condition`.
    #[arg(long, value_name = "CLASS", value_parser = class)]
    pub(crate) class: Option<ReasonClass>,

    /// The last day on which the exclusions hold.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) review_by: Option<AsOf>,

    /// Read by this map (TOML) instead of a proposal.
    #[arg(long, value_name = "MAP")]
    pub(crate) map: Option<PathBuf>,

    /// Write the proposal as a map to edit.
    #[arg(long, value_name = "MAP", conflicts_with = "map")]
    pub(crate) write_map: Option<PathBuf>,

    /// Accept a proposal that is less than fully sure.
    #[arg(long)]
    pub(crate) accept: bool,

    /// Where to write the assessment.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn class(text: &str) -> Result<ReasonClass, String> {
    let known = || ReasonClass::ALL.iter().map(|class| class.name()).collect::<Vec<_>>().join(", ");
    ReasonClass::from_name(text).ok_or_else(|| format!("one of {}", known()))
}
