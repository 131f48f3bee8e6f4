//! What can be written after the commands that help to decide: `what-if`, `gains`, `plan` and `forecast`.

use std::path::PathBuf;

use clap::Args;
use pejling_core::{Band, Score};

use super::{AsOf, EntityOptions};

#[derive(Args, Debug)]
pub(crate) struct WhatIfOptions {
    #[command(flatten)]
    pub(crate) of: EntityOptions,

    /// A requirement that would score at least this by its own evidence, at the entity and all below.
    #[arg(long, value_name = "REQUIREMENT=SCORE", value_parser = supposed)]
    pub(crate) set: Vec<(String, Score)>,

    /// Evidence that would be filed, one or a list (JSON) as an assessment has it; in the place of one of the same name.
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Vec<PathBuf>,
}

/// One assessment, one entity and one objective.
#[derive(Args, Debug)]
pub(crate) struct ObjectiveOptions {
    #[command(flatten)]
    pub(crate) of: EntityOptions,

    /// The objective, as iso27001-2022:chapter-8, without its framework where only one has it; a framework's name is all of it.
    #[arg(long)]
    pub(crate) objective: String,
}

#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("goal").required(true).args(["budget", "reach"])))]
pub(crate) struct PlanOptions {
    #[command(flatten)]
    pub(crate) of: ObjectiveOptions,

    /// What may be spent, in the unit of the measures' costs.
    #[arg(long, value_name = "COST")]
    pub(crate) budget: Option<u64>,

    /// The band to reach for as little as possible: N, P, L or F.
    #[arg(long, value_name = "BAND", value_parser = band)]
    pub(crate) reach: Option<Band>,

    /// Plan with requirements instead of the assessment's measures: each would score 100 by its own evidence, at the cost 1.
    #[arg(long)]
    pub(crate) each_requirement: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ForecastOptions {
    #[command(flatten)]
    pub(crate) of: EntityOptions,

    /// The last day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) until: AsOf,

    /// One objective, as framework or gdpr:framework; without its framework where only one has it [default: all].
    #[arg(long)]
    pub(crate) objective: Option<String>,
}

fn supposed(text: &str) -> Result<(String, Score), String> {
    let (requirement, score) = text.split_once('=').ok_or("write REQUIREMENT=SCORE, as A.8.15=100")?;
    Ok((requirement.to_owned(), score.parse().map_err(|error| format!("{error}"))?))
}

fn band(text: &str) -> Result<Band, String> {
    Band::from_name(&text.to_uppercase()).ok_or_else(|| "one of N, P, L, F".to_owned())
}
