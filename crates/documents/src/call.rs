//! One boundary for every operation: JSON in, JSON out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Band, EntityId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use self::request::Request;
use crate::assessment::{AssessmentDocument, EvidenceDocument};
use crate::catalogue::CatalogueDocument;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::library::{Library, Source};
use crate::limits::Limits;
use crate::scalar::{As, WeightNumber};
use crate::text::Language;
use crate::tree;
use crate::vocabulary::{EntityKind, GraphForm, PlanSource};
use crate::what_if::LiftDocument;

pub use self::report::{CatalogueSummary, CheckReport};

mod perform;
mod report;
mod request;

/// What [`call`] is asked.
#[derive(Debug, JsonSchema)]
#[expect(dead_code, reason = "it is the schema of what `call` takes apart by hand, so that documents keep their own places")]
pub struct Call {
    /// The operation.
    op: Operation,
    /// The assessment.
    assessment: Option<AssessmentDocument>,
    /// Overlays to lay over the built-in catalogues.
    catalogues: Option<Vec<CatalogueDocument>>,
    /// The edition to compare from: for diff.
    before: Option<Compared>,
    /// The edition to compare to: for diff.
    after: Option<Compared>,
    /// The date of assessment; it beats the document's.
    as_of: Option<As<Date>>,
    /// The edition of the view; left out: the current one.
    edition: Option<String>,
    /// The entity to explain, view or screen; left out: the organisation.
    entity: Option<As<EntityId>>,
    /// The requirement or objective to explain, by its qualified name.
    of: Option<String>,
    /// The catalogue by name: for catalogue, lint and graph. Or the name of a requirement, view or schema.
    name: Option<String>,
    /// What the dependency graph is drawn in; left out: dot.
    form: Option<As<GraphForm>>,
    /// The requirement to draw with what is at most two steps below or above it; left out: the whole dependency graph.
    around: Option<String>,
    /// The requirements that are supposed to score more: for `what_if`.
    set: Option<Vec<LiftDocument>>,
    /// The evidence that is supposed, as an assessment has it: for `what_if`.
    evidence: Option<Vec<EvidenceDocument>>,
    /// The objective, by its qualified name: for gains and plan, which need one, and forecast, which foresees all without.
    objective: Option<String>,
    /// What may be spent: for plan, which takes either this or `reach`.
    budget: Option<u64>,
    /// The band to be reached: for plan.
    reach: Option<As<Band>>,
    /// What the plan is made of; left out: the measures of the assessment that are still to be done, or the requirements where there is none.
    source: Option<As<PlanSource>>,
    /// The result to verify against the assessment.
    result: Option<BTreeMap<String, Value>>,
    /// The conformance vectors to verify.
    vectors: Option<Value>,
    /// The earlier assessment: for bridge and follow-up, which lead from it to the assessment, and extract, which needs none.
    old: Option<AssessmentDocument>,
    /// The date of the earlier assessment; it beats the document's.
    as_of_old: Option<As<Date>>,
    /// Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    across_editions: Option<bool>,
    /// The assessments to merge, one of each organisation; or to compare, one's own first.
    assessments: Option<Vec<AssessmentDocument>>,
    /// Who they become: a slug of the register of regions, or any name with `from`.
    into: Option<As<EntityId>>,
    /// The first day of a successor that the register of regions does not know.
    from: Option<As<Date>>,
    /// How much each organisation counts, in the order of the assessments; left out: each 1.
    weights: Option<Vec<WeightNumber>>,
    /// The day of which to show the regions; left out: all that the register knows.
    on: Option<As<Date>>,
    /// The language of messages and titles; left out: English.
    language: Option<As<Language>>,
    /// The last day of a forecast; of an extract, where it is left out, a year after the date of assessment.
    until: Option<As<Date>>,
    /// The organisation that one is; left out: that of the first assessment.
    own: Option<As<EntityId>>,
    /// What kind of entity to compare; left out: the organisations.
    level: Option<As<EntityKind>>,
}

/// An edition of a catalogue to compare.
#[derive(Debug, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it is the schema of what `call` takes apart by hand")]
enum Compared {
    /// The name of a catalogue at hand.
    Named(String),
    /// The catalogue itself.
    Given(Box<CatalogueDocument>),
}

/// An operation of [`call`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Operation {
    /// Checks an assessment.
    Check,
    /// Scores an assessment.
    Score,
    /// Explains a score.
    Explain,
    /// Makes the statement of applicability of an entity.
    Soa,
    /// Recomputes a result, or runs conformance vectors.
    Verify,
    /// Carries an assessment on into the next edition of its standard.
    Migrate,
    /// Lists the catalogues at hand.
    Catalogues,
    /// Shows one catalogue with its texts and guides.
    Catalogue,
    /// Shows one requirement with all that there is to say of it.
    Requirement,
    /// Says where an entity stands in a view.
    View,
    /// Screens a project or system.
    Screening,
    /// Says what the scores would be if something were so.
    WhatIf,
    /// Says what each measure would bring to an objective, alone and together.
    Gains,
    /// Chooses measures for an objective, under a budget or to reach a band.
    Plan,
    /// Says what a catalogue's author should mend.
    Lint,
    /// Says what changed between two editions of a catalogue, and which scores that can touch.
    Diff,
    /// Draws a catalogue's dependency graph in DOT or SVG, as text.
    Graph,
    /// Shows a JSON Schema.
    Schema,
    /// Foresees what becomes of the scores of an entity if nobody does anything.
    Forecast,
    /// Puts one organisation beside others, as far as these let it be seen.
    Compare,
    /// Says why the scores of an entity moved between two assessments.
    Bridge,
    /// Says what became of the measures that an earlier assessment had decided.
    FollowUp,
    /// Lists the regions of the register.
    Regions,
    /// Makes one assessment of several organisations' that become one.
    Merge,
    /// Says what may be told in public of an entity: what a council's report is made of.
    Extract,
}

impl Operation {
    const ALL: &'static [(&'static str, Self)] = &[
        ("check", Self::Check),
        ("score", Self::Score),
        ("explain", Self::Explain),
        ("soa", Self::Soa),
        ("verify", Self::Verify),
        ("migrate", Self::Migrate),
        ("catalogues", Self::Catalogues),
        ("catalogue", Self::Catalogue),
        ("requirement", Self::Requirement),
        ("view", Self::View),
        ("screening", Self::Screening),
        ("what_if", Self::WhatIf),
        ("gains", Self::Gains),
        ("plan", Self::Plan),
        ("lint", Self::Lint),
        ("diff", Self::Diff),
        ("graph", Self::Graph),
        ("schema", Self::Schema),
        ("forecast", Self::Forecast),
        ("compare", Self::Compare),
        ("bridge", Self::Bridge),
        ("follow_up", Self::FollowUp),
        ("regions", Self::Regions),
        ("merge", Self::Merge),
        ("extract", Self::Extract),
    ];

    /// The fields that it takes besides `op`, `catalogues` and `language`.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Check | Self::Score => &["assessment", "as_of"],
            Self::Explain => &["assessment", "as_of", "entity", "of"],
            Self::View => &["assessment", "as_of", "entity", "name", "edition"],
            Self::Screening | Self::Soa => &["assessment", "as_of", "entity"],
            Self::WhatIf => &["assessment", "as_of", "entity", "set", "evidence"],
            Self::Gains => &["assessment", "as_of", "entity", "objective"],
            Self::Plan => &["assessment", "as_of", "entity", "objective", "budget", "reach", "source"],
            Self::Diff => &["before", "after"],
            Self::Verify => &["assessment", "as_of", "result"],
            Self::Migrate => &["assessment"],
            Self::Catalogues => &[],
            Self::Graph => &["name", "form", "around"],
            Self::Catalogue | Self::Requirement | Self::Lint | Self::Schema => &["name"],
            Self::Forecast => &["assessment", "as_of", "entity", "objective", "until"],
            Self::Compare => &["assessments", "as_of", "own", "level", "entity"],
            Self::Bridge | Self::FollowUp => &["old", "as_of_old", "assessment", "as_of", "entity", "across_editions"],
            Self::Regions => &["name", "on"],
            Self::Merge => &["assessments", "into", "from", "weights", "as_of"],
            Self::Extract => &["old", "as_of_old", "assessment", "as_of", "entity", "across_editions", "until"],
        }
    }
}

/// What [`call`] answers: what was asked for, or everything that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", untagged)]
pub enum Answer {
    /// What was asked for.
    Ok {
        /// The document, list or report.
        ok: Value,
    },
    /// Everything that is wrong.
    Faults(Faults),
}

/// Answers one question in JSON, in JSON: `{"ok": ..}` or `{"faults": [..]}`. It never fails in any other way.
///
/// ```
/// let answer = pejling_documents::call(r#"{"op": "score", "as_of": "2026-06-30", "assessment": {
///     "format": "pejling/assessment/1", "organisation": "bakkeland", "catalogues": {"iso27001-2022": "2026.1"}}}"#);
/// assert!(answer.starts_with(r#"{"ok":{"as_of":"2026-06-30","#));
/// ```
#[must_use]
pub fn call(text: &str) -> String {
    call_within(text, Limits::default())
}

/// As [`call`], with limits of one's own.
#[must_use]
pub fn call_within(text: &str, limits: Limits) -> String {
    let answer = match answer(text, limits) {
        Ok(ok) => Answer::Ok { ok },
        Err(faults) => Answer::Faults(faults),
    };
    serde_json::to_string(&answer).unwrap_or_default() // documents have text keys: writing them cannot fail
}

fn answer(text: &str, limits: Limits) -> Result<Value, Faults> {
    let mut library = Library::new(Language::English);
    library.limits = limits;
    let whole = Origin::file(text, None);
    if text.len() > limits.bytes {
        let fault = Fault::new("too-long", &[("bytes", &text.len()), ("limit", &limits.bytes)]);
        return Err(Faults::new(vec![fault], &whole, library.language));
    }
    let fields = tree::fields(text).map_err(|fault| Faults::new(vec![fault], &whole, library.language))?;
    let request = Request { text, fields };
    if let Some(language) = request.read::<As<Language>>("language", &library)? {
        library.language = language.0;
    }
    let operation = request.operation(&library)?;
    if let Some(part) = request.field("catalogues") {
        let overlays = tree::items(part.get()).map_err(|fault| request.at_fault("/catalogues", part, fault, &library))?;
        for (index, overlay) in overlays.into_iter().enumerate() {
            let pointer = format!("/catalogues/{index}");
            let origin = Origin { whole: text, start: request.start(overlay), pointer, file: None };
            library.lay_over_at(origin, Source::text(overlay.get()), &[])?;
        }
    }
    request.perform(operation, &library)
}
