//! One boundary for every operation: JSON in, JSON out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Band, EntityId};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use self::request::{Request, Texts};
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

pub use self::operation::Operation;
pub use self::report::{CatalogueSummary, CheckReport};

mod operation;
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
    assessment: Option<Given<AssessmentDocument>>,
    /// Overlays to lay over the built-in catalogues.
    catalogues: Option<Vec<Given<CatalogueDocument>>>,
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
    result: Option<Given<BTreeMap<String, Value>>>,
    /// The conformance vectors to verify.
    vectors: Option<Value>,
    /// The earlier assessment: for bridge and follow-up, which lead from it to the assessment, and extract, which needs none.
    old: Option<Given<AssessmentDocument>>,
    /// The date of the earlier assessment; it beats the document's.
    as_of_old: Option<As<Date>>,
    /// Whether a bridge may lead from one edition of a catalogue to another; left out: no.
    across_editions: Option<bool>,
    /// The assessments to merge, one of each organisation; or to compare, one's own first.
    assessments: Option<Vec<Given<AssessmentDocument>>>,
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

/// A document, or the text of a file of it: then places in it are those of the text, and a catalogue may be TOML.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "{T}OrText")]
#[serde(untagged)]
#[expect(dead_code, reason = "it is the schema of what `call` takes apart by hand")]
enum Given<T> {
    /// The document.
    Document(Box<T>),
    /// Its text.
    Text(String),
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
    let answer = match answer(None, text, limits, Language::English) {
        Ok(ok) => Answer::Ok { ok },
        Err(faults) => Answer::Faults(faults),
    };
    serde_json::to_string(&answer).unwrap_or_default() // documents have text keys: writing them cannot fail
}

/// Answers a question of which `op` names the operation, or one about the operation that is given.
///
/// The language is that of a question which names none.
fn answer(operation: Option<Operation>, text: &str, limits: Limits, language: Language) -> Result<Value, Faults> {
    let mut library = Library::new(language);
    library.limits = limits;
    let whole = Origin::file(text, None);
    if text.len() > limits.bytes {
        let fault = Fault::new("too-long", &[("bytes", &text.len()), ("limit", &limits.bytes)]);
        return Err(Faults::new(vec![fault], &whole, library.language));
    }
    let fields = tree::fields(text).map_err(|fault| Faults::new(vec![fault], &whole, library.language))?;
    let texts = Texts::of(&fields);
    let request = Request { text, fields, texts: &texts };
    if let Some(language) = request.read::<As<Language>>("language", &library)? {
        library.language = language.0;
    }
    let operation = request.operation(operation, &library)?;
    for (origin, source) in request.documents("catalogues", &library)? {
        let toml = !source.text.trim_start().starts_with('{'); // the other form of a catalogue's text
        library.lay_over_at(origin, Source { name: toml.then_some("catalogue.toml"), ..source }, &[])?;
    }
    request.perform(operation, &library)
}
