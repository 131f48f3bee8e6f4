//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use pejling_core::{EntityId, Score, Weight};
use pejling_documents::{EntityKind, Language, WeightNumber};
use pejling_report::Audience;

pub(crate) use self::catalogue::Catalogues;
pub(crate) use self::decisions::{ForecastOptions, ObjectiveOptions, PlanOptions, WhatIfOptions};
pub(crate) use self::serve::ServeOptions;
pub(crate) use self::sheet::{ImportOptions, NewSheetOptions, Sheets, TemplateOptions};

mod catalogue;
mod decisions;
mod serve;
mod sheet;

/// Where a region stands against ISO 27001, the seven principles for health data and the GDPR: how sure that is, and why.
///
/// Exit code 0: fine. 1: a score is below --fail-under, a verification failed, or lint has something to mend. 2: bad input; every fault is told, with its place.
#[derive(Debug, Parser)]
#[command(name = "pejling", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Language of everything for people [default: da where the environment says so, else en].
    #[arg(long, global = true, value_name = "da|en", value_parser = language)]
    pub(crate) lang: Option<Language>,

    /// Tables for people, JSON for machines; or DOT or SVG, for `catalogue graph` only; or HTML or Markdown, for `report` only.
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
    Html,
    Md,
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
    /// Say every score that would move if something were so: by how much, and through which path.
    ///
    /// Example: pejling what-if fixtures/region/assessment.json --set A.8.15=100
    WhatIf(WhatIfOptions),
    /// Say what each measure or requirement would bring to an objective: alone, only together, and what most is held back by.
    ///
    /// Example: pejling gains fixtures/region/assessment.json --objective iso27001-2022
    Gains(ObjectiveOptions),
    /// Choose measures for an objective: the most for a budget, or the least that reaches a band.
    ///
    /// Examples: pejling plan fixtures/region/assessment.json --objective iso27001-2022 --budget 2000000
    ///           pejling plan fixtures/region/assessment.json --objective gdpr --reach L --each-requirement
    #[command(verbatim_doc_comment)]
    Plan(PlanOptions),
    /// Foresee what becomes of the scores if nobody does anything: which bands are left when, and what is worth renewing.
    ///
    /// Example: pejling forecast fixtures/region/assessment.json --until 2027-06-30
    Forecast(ForecastOptions),
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
    /// Say why scores moved between two assessments: in parts, down to the evidence, summing to the last hundredth.
    ///
    /// Example: pejling bridge fixtures/region/assessment.json fixtures/region-2027/assessment.json
    Bridge(BridgeOptions),
    /// Say what became of the measures that an earlier assessment had decided, and what they did.
    ///
    /// Example: pejling follow-up fixtures/region/assessment.json fixtures/region-2027/assessment.json
    FollowUp(BetweenOptions),
    /// Print a completion script for a shell.
    Completions { shell: clap_complete::Shell },
    /// Put one organisation beside others: where it stands, who stands above whom, and whom to learn from.
    ///
    /// The first file is one's own. Of the others no more is told than what they consent to.
    /// Example: pejling compare --overlay fixtures/compare/overlay fixtures/compare/regions/*.json
    #[command(verbatim_doc_comment)]
    Compare(CompareOptions),
    /// List the regions: who they are, from when to when, and what became of them.
    ///
    /// Example: pejling regions --on 2027-01-01
    Regions {
        /// The slug of a region, as oestdanmark [default: all].
        region: Option<String>,

        /// Only the regions that there are on this day.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<AsOf>,
    },
    /// Make one assessment of those of organisations that become one, or show what they score as if they had been one.
    ///
    /// Example: pejling merge fixtures/merge/ravnlund.json fixtures/merge/tangmark.json --into fjordmark --from 2027-01-01 --weights 3,2 --overlay fixtures/merge/overlay
    Merge(MergeOptions),
    /// Hand an assessment to colleagues as a workbook, and read what they filled in.
    #[command(subcommand)]
    Sheet(Sheets),
    /// Make a report: for the council, for those who work with it, for the steering group, the working groups, an agenda, or a project.
    ///
    /// Examples: pejling report fixtures/region-2027/assessment.json --previous fixtures/region/assessment.json --lang da -o report.html
    ///           pejling report fixtures/region/assessment.json --audience agenda --lang da --format md
    #[command(verbatim_doc_comment)]
    Report(ReportOptions),
    /// Answer over HTTP what the command answers, until it is told to stop.
    ///
    /// Example: pejling serve --listen 127.0.0.1:8080
    Serve(ServeOptions),
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
pub(crate) struct CompareOptions {
    #[command(flatten)]
    pub(crate) files: Files,

    /// The organisation that one is [default: that of the first file].
    #[arg(long, value_name = "ORGANISATION")]
    pub(crate) own: Option<EntityId>,

    /// What kind of entity to compare, as hospital [default: the organisations].
    #[arg(long, value_name = "KIND", value_parser = level)]
    pub(crate) level: Option<EntityKind>,

    /// The one entity of one's own to compare with the others' of its kind [default: the organisation].
    #[arg(long)]
    pub(crate) entity: Option<EntityId>,

    /// Show the objectives of every attribute as well, and the order in each objective.
    #[arg(long)]
    pub(crate) all: bool,
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

/// Two assessments and one entity of both.
#[derive(Args, Debug)]
pub(crate) struct BetweenOptions {
    /// The earlier assessment (JSON); - is standard input.
    pub(crate) old: PathBuf,

    /// The later assessment (JSON).
    pub(crate) new: PathBuf,

    /// The date of the earlier assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of_old: Option<AsOf>,

    /// The date of the later assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,

    /// The entity [default: the organisation of the later assessment].
    #[arg(long)]
    pub(crate) entity: Option<String>,

    /// Compare even where a catalogue has another edition or digest: what that moved is a part of its own.
    #[arg(long)]
    pub(crate) across_editions: bool,
}

#[derive(Args, Debug)]
pub(crate) struct BridgeOptions {
    #[command(flatten)]
    pub(crate) between: BetweenOptions,

    /// The objective to show, as chapter-a8; without its framework where only one has it [default: each framework as a whole].
    #[arg(long)]
    pub(crate) objective: Option<String>,
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

#[derive(Args, Debug)]
pub(crate) struct MergeOptions {
    /// The assessments (JSON), one of each organisation; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Who they become: a region by its slug, as oestdanmark, or any name with --from.
    #[arg(long, value_name = "ENTITY")]
    pub(crate) into: String,

    /// The first day of a successor that is none of Denmark's regions.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) from: Option<AsOf>,

    /// How much each organisation counts, in the order of the files [default: each 1].
    #[arg(long, value_name = "WEIGHT,..", value_delimiter = ',', value_parser = weight)]
    pub(crate) weights: Vec<WeightNumber>,

    /// The date of assessment [default: the files', where they have the same]; before the successor's first day figures are computed as if merged.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,

    /// Where to write the merged assessment [default: nowhere].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ReportOptions {
    /// The assessment (JSON); - is standard input. For the steering group one's own first, then the others'.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Whom it is for. Only council and agenda may be published.
    #[arg(long, value_name = "council|ciso|steering|working-groups|agenda|screening", default_value = "council", value_parser = audience)]
    pub(crate) audience: Audience,

    /// The assessment of the year before: what was decided then, what became of it, and why scores moved.
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,

    /// The date of assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<AsOf>,

    /// The date of the previous assessment; it beats the document's.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of_previous: Option<AsOf>,

    /// Compare with the year before even where a catalogue has another edition or digest since.
    #[arg(long)]
    pub(crate) across_editions: bool,

    /// The entity [default: the organisation].
    #[arg(long)]
    pub(crate) entity: Option<String>,

    /// The last day that is foreseen [default: a year after the date of assessment].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) until: Option<AsOf>,

    /// Where to write it; the ending says what: .html, .md, or .pdf where the command is built with it [default: standard output, in Markdown or as --format says].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
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

fn level(text: &str) -> Result<EntityKind, String> {
    let known = || EntityKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    EntityKind::from_name(text).ok_or_else(|| format!("one of {}", known()))
}

fn audience(text: &str) -> Result<Audience, String> {
    let known = || Audience::ALL.map(Audience::name).join(", ");
    Audience::ALL.into_iter().find(|audience| audience.name() == text).ok_or_else(|| format!("one of {}", known()))
}

fn weight(text: &str) -> Result<WeightNumber, String> {
    let weight = text.parse().ok().and_then(Weight::new);
    weight.map(WeightNumber).ok_or_else(|| format!("a weight is a whole number from 1 to {}", Weight::MOST))
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
            Command::WhatIf(options) => std::iter::once(&options.of.file).chain(&options.evidence).cloned().collect(),
            Command::Gains(options) | Command::Plan(PlanOptions { of: options, .. }) => vec![options.of.file.clone()],
            Command::Forecast(ForecastOptions { of: options, .. }) => vec![options.file.clone()],
            Command::Compare(options) => options.files.files.clone(),
            Command::Verify(options) => options.files.iter().chain(&options.input).cloned().collect(),
            Command::Catalogue(Catalogues::Migrate { file, .. }) => vec![file.clone()],
            Command::Bridge(BridgeOptions { between, .. }) | Command::FollowUp(between) => vec![between.old.clone(), between.new.clone()],
            Command::Merge(options) => options.files.clone(),
            Command::Sheet(Sheets::New(options)) => options.from.iter().cloned().collect(),
            Command::Sheet(Sheets::Template(options)) => options.from.iter().cloned().collect(),
            Command::Sheet(Sheets::Read { into, .. }) => into.iter().cloned().collect(),
            Command::Sheet(Sheets::Results { of, .. }) => vec![of.file.clone()],
            Command::Catalogue(_)
            | Command::Schema { .. }
            | Command::Completions { .. }
            | Command::Regions { .. }
            | Command::Serve(_)
            | Command::Sheet(Sheets::Import(_)) => Vec::new(),
            Command::Report(options) => options.files.iter().chain(&options.previous).cloned().collect(),
        }
    }
}
