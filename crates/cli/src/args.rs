//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use pejling_core::Score;
use pejling_documents::Language;

/// Where a region stands against ISO 27001, the seven principles for health data and the GDPR: how sure that is, and why.
///
/// Exit code 0: fine. 1: a score is below --fail-under, a verification failed, or lint has something to mend. 2: bad input; every fault is told, with its place.
#[derive(Debug, Parser)]
#[command(name = "pejling", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Language of everything for people [default: da where the environment says so, else en].
    #[arg(long, global = true, value_name = "da|en", value_parser = language)]
    pub(crate) lang: Option<Language>,

    /// Tables for people, JSON for machines; or DOT or SVG, for `catalogue graph` only.
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,

    /// A catalogue of your own to lay over the built-in ones: a folder with catalogue.toml, da.toml and en.toml, and guide-da.toml and
    /// guide-en.toml where it has guides; or one TOML or JSON file.
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) overlay: Vec<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Dot,
    Svg,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say everything that is wrong with assessments, without scoring them.
    ///
    /// Example: pejling check fixtures/region/assessment.json
    Check(Files),
    /// Score assessments.
    ///
    /// Example: pejling score fixtures/region/assessment.json --as-of 2026-06-30
    Score(ScoreOptions),
    /// Show the arithmetic of one score, line by line.
    ///
    /// Example: pejling explain fixtures/worked-example-1/assessment.json A.8.15
    Explain(ExplainOptions),
    /// Show where an entity stands in a view: another way to look at the same evidence.
    ///
    /// Example: pejling view iso-maaling fixtures/region/assessment.json
    View(ViewOptions),
    /// Screen a project or system before it starts: go, go under conditions, or no.
    ///
    /// Example: pejling screening fixtures/screening/assessment.json
    Screening(EntityOptions),
    /// Run conformance vectors, or recompute a result.
    ///
    /// Examples: pejling verify fixtures/vectors/*.json
    ///           pejling verify result.json --input assessment.json
    #[command(verbatim_doc_comment)]
    Verify(VerifyOptions),
    /// Make the Statement of Applicability (ISO/IEC 27001:2022, Annex A) of an entity.
    ///
    /// Example: pejling soa fixtures/region/assessment.json --lang da
    Soa(EntityOptions),
    /// Look at the catalogues.
    #[command(subcommand)]
    Catalogue(Catalogues),
    /// Print the JSON Schema of a document, or the names of all.
    ///
    /// Example: pejling schema assessment
    Schema {
        /// The name, as assessment.
        name: Option<String>,
    },
    /// Print a completion script for a shell.
    Completions { shell: clap_complete::Shell },
}

#[derive(Args, Debug)]
pub(crate) struct Files {
    /// Assessments (JSON); - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// The date of assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,
}

#[derive(Args, Debug)]
pub(crate) struct ScoreOptions {
    #[command(flatten)]
    pub(crate) files: Files,

    /// The entity to show [default: the organisation].
    #[arg(long)]
    pub(crate) entity: Option<String>,

    /// Show the objectives of every attribute as well.
    #[arg(long)]
    pub(crate) all: bool,

    /// Exit with 1 where the substantiated score of the entity is below, not applicable or not assessed.
    #[arg(long, value_name = "OBJECTIVE=SCORE", value_parser = floor)]
    pub(crate) fail_under: Vec<(String, Score)>,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainOptions {
    /// The assessment (JSON); - is standard input.
    pub(crate) file: PathBuf,

    /// A requirement or objective, as A.8.15 or gdpr:32; without its framework where only one has it.
    pub(crate) of: String,

    /// The date of assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,

    /// The entity [default: the organisation].
    #[arg(long)]
    pub(crate) entity: Option<String>,
}

/// One assessment and one entity of it.
#[derive(Args, Debug)]
pub(crate) struct EntityOptions {
    /// The assessment (JSON); - is standard input.
    pub(crate) file: PathBuf,

    /// The date of assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,

    /// The entity [default: the organisation].
    #[arg(long)]
    pub(crate) entity: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ViewOptions {
    /// The view, as iso-maaling; `pejling catalogue list` names them all.
    pub(crate) view: String,

    #[command(flatten)]
    pub(crate) of: EntityOptions,

    /// The edition of the view [default: the current one].
    #[arg(long)]
    pub(crate) edition: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct VerifyOptions {
    /// Conformance vectors, one or a list of them in a file; or a result.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// The assessment that a result is of.
    #[arg(long, value_name = "ASSESSMENT")]
    pub(crate) input: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Catalogues {
    /// List the catalogues at hand.
    List,
    /// Show a catalogue, or one requirement of it.
    ///
    /// Example: pejling catalogue show A.8.15
    Show {
        /// A catalogue, as gdpr; or a requirement, as A.8.15 or gdpr:32.
        id: String,
    },
    /// Draw the dependency graph: in SVG, which browsers show, or in DOT, which Graphviz draws.
    ///
    /// Examples: pejling catalogue graph gdpr --format svg > gdpr.svg
    ///           pejling catalogue graph iso27001-2022 --around A.8.15 --format svg > logging.svg
    #[command(verbatim_doc_comment)]
    Graph {
        /// The catalogue.
        catalogue: String,

        /// Draw only this requirement and what is at most two steps below or above it, as A.8.15.
        #[arg(long, value_name = "REQUIREMENT")]
        around: Option<String>,
    },
    /// Say what changed between two editions, and which scores that can touch.
    ///
    /// Each is a catalogue at hand by its name, or a file or folder as --overlay takes it.
    /// Example: pejling catalogue diff iso27001-2022 my-edition/
    #[command(verbatim_doc_comment)]
    Diff {
        /// The edition before.
        before: String,
        /// The edition after.
        after: String,
    },
    /// Say what an author of catalogues should mend.
    Lint {
        /// Catalogues [default: all].
        catalogues: Vec<String>,
    },
    /// Carry an assessment against ISO/IEC 27001:2013 on into the edition of 2022, and say what became of everything in it.
    ///
    /// Example: pejling catalogue migrate fixtures/iso27001-2013/assessment.json -o new.json
    Migrate {
        /// The assessment (JSON); - is standard input.
        file: PathBuf,

        /// Where to write the new assessment [default: standard output, and the account to the error stream].
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// A day, in its one spelling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AsOf(pub(crate) Date);

impl std::str::FromStr for AsOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date = text.parse().ok().filter(|date: &Date| date.to_string() == text);
        date.map(Self).ok_or_else(|| "a day is written as 2026-06-30".to_owned())
    }
}

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|known| format!("one of {known}"))
}

fn floor(text: &str) -> Result<(String, Score), String> {
    let (objective, score) = text.split_once('=').ok_or("write OBJECTIVE=SCORE, as framework=60")?;
    Ok((objective.to_owned(), score.parse().map_err(|error| format!("{error}"))?))
}

impl Arguments {
    /// The language that was asked for, else the environment's.
    pub(crate) fn language(&self) -> Language {
        let environment = || {
            let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
            let said = names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
            if said.is_some_and(|value| value.starts_with("da")) { Language::Danish } else { Language::English }
        };
        self.lang.unwrap_or_else(environment)
    }

    /// The files that the command reads.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        match &self.command {
            Command::Check(files) | Command::Score(ScoreOptions { files, .. }) => files.files.clone(),
            Command::Explain(options) => vec![options.file.clone()],
            Command::View(ViewOptions { of: options, .. }) | Command::Screening(options) | Command::Soa(options) => {
                vec![options.file.clone()]
            }
            Command::Verify(options) => options.files.iter().chain(&options.input).cloned().collect(),
            Command::Catalogue(Catalogues::Migrate { file, .. }) => vec![file.clone()],
            Command::Catalogue(_) | Command::Schema { .. } | Command::Completions { .. } => Vec::new(),
        }
    }
}
