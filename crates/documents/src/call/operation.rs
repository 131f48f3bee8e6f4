//! The operations: what each takes, what it cannot do without, what it answers.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

use super::answer;
use super::report::{CatalogueSummary, CheckReport};
use crate::bridge::BridgeDocument;
use crate::catalogue::CatalogueDocument;
use crate::catalogue::diff::CatalogueDiffDocument;
use crate::comparison::ComparisonDocument;
use crate::diagnostic::{Diagnostic, Fault, Faults, Origin};
use crate::digest::to_text;
use crate::explanation::ExplanationDocument;
use crate::extract::ExtractDocument;
use crate::follow_up::FollowUpDocument;
use crate::forecast::ForecastDocument;
use crate::gains::GainsDocument;
use crate::limits::Limits;
use crate::merge::Merger;
use crate::migrate::Migration;
use crate::plan::PlanDocument;
use crate::read::{near, shorten};
use crate::regions::RegionsDocument;
use crate::result::ResultDocument;
use crate::screening::ScreeningDocument;
use crate::show::RequirementPage;
use crate::soa::SoaDocument;
use crate::text::Language;
use crate::verify::Verified;
use crate::view::StandingDocument;
use crate::what_if::WhatIfDocument;

/// An operation: what `call` names `op`, and a shell may name in a path or as a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Operation {
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
    /// All, by name.
    pub const ALL: &'static [(&'static str, Self)] = &[
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

    /// The operation of that name.
    ///
    /// # Errors
    ///
    /// That there is none, with all that there are.
    ///
    /// ```
    /// use pejling_documents::{Language, Limits, Operation};
    ///
    /// let operation = Operation::named("catalogues", Language::English).unwrap();
    /// assert!(operation.perform("{}", Limits::default()).unwrap().contains("iso27001-2022"));
    /// assert!(Operation::named("scor", Language::English).unwrap_err().to_string().contains("Did you mean `score`?"));
    /// ```
    pub fn named(name: &str, language: Language) -> Result<Self, Faults> {
        Self::find(name).map_err(|fault| Faults::new(vec![fault], &Origin::file("", None), language))
    }

    pub(super) fn find(name: &str) -> Result<Self, Fault> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, operation)| *operation).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|(name, _)| *name).collect();
            let fault = Fault::new("unknown-operation", &[("name", &shorten(name)), ("known", &known.join(", "))]);
            fault.suggesting(near(name, known.into_iter()))
        })
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| *name)
    }

    /// The fields that it takes besides `op`, `catalogues` and `language`.
    pub(super) const fn fields(self) -> &'static [&'static str] {
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

    /// All fields that a request for it may have.
    pub(crate) fn takes(self) -> impl Iterator<Item = &'static str> {
        let vectors: &[_] = if self == Self::Verify { &["vectors"] } else { &[] };
        self.fields().iter().chain(vectors).chain(&["catalogues", "language"]).copied()
    }

    /// The fields that it cannot do without: all of one of the lists.
    pub(crate) const fn needs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Check | Self::Score | Self::Soa | Self::Screening | Self::Migrate | Self::WhatIf | Self::Extract => &[&["assessment"]],
            Self::Explain => &[&["assessment", "of"]],
            Self::Verify => &[&["assessment", "result"], &["vectors"]],
            Self::Catalogues | Self::Regions => &[&[]],
            Self::Catalogue | Self::Requirement | Self::Lint | Self::Graph | Self::Schema => &[&["name"]],
            Self::View => &[&["assessment", "name"]],
            Self::Gains => &[&["assessment", "objective"]],
            Self::Plan => &[&["assessment", "objective", "budget"], &["assessment", "objective", "reach"]],
            Self::Diff => &[&["before", "after"]],
            Self::Forecast => &[&["assessment", "until"]],
            Self::Compare => &[&["assessments"]],
            Self::Bridge | Self::FollowUp => &[&["old", "assessment"]],
            Self::Merge => &[&["assessments", "into"]],
        }
    }

    /// What it answers.
    pub(crate) fn answer(self, schemas: &mut SchemaGenerator) -> Schema {
        match self {
            Self::Check => schemas.subschema_for::<CheckReport>(),
            Self::Score => schemas.subschema_for::<ResultDocument>(),
            Self::Explain => schemas.subschema_for::<ExplanationDocument>(),
            Self::Soa => schemas.subschema_for::<SoaDocument>(),
            Self::Verify => schemas.subschema_for::<Verified>(),
            Self::Migrate => schemas.subschema_for::<Migration>(),
            Self::Catalogues => schemas.subschema_for::<Vec<CatalogueSummary>>(),
            Self::Catalogue => schemas.subschema_for::<CatalogueDocument>(),
            Self::Requirement => schemas.subschema_for::<RequirementPage>(),
            Self::View => schemas.subschema_for::<StandingDocument>(),
            Self::Screening => schemas.subschema_for::<ScreeningDocument>(),
            Self::WhatIf => schemas.subschema_for::<WhatIfDocument>(),
            Self::Gains => schemas.subschema_for::<GainsDocument>(),
            Self::Plan => schemas.subschema_for::<PlanDocument>(),
            Self::Lint => schemas.subschema_for::<Vec<Diagnostic>>(),
            Self::Diff => schemas.subschema_for::<CatalogueDiffDocument>(),
            Self::Graph => schemas.subschema_for::<String>(),
            Self::Schema => schemas.subschema_for::<BTreeMap<String, Value>>(),
            Self::Forecast => schemas.subschema_for::<ForecastDocument>(),
            Self::Compare => schemas.subschema_for::<ComparisonDocument>(),
            Self::Bridge => schemas.subschema_for::<BridgeDocument>(),
            Self::FollowUp => schemas.subschema_for::<FollowUpDocument>(),
            Self::Regions => schemas.subschema_for::<RegionsDocument>(),
            Self::Merge => schemas.subschema_for::<Merger>(),
            Self::Extract => schemas.subschema_for::<ExtractDocument>(),
        }
    }

    /// Does it: what it is asked is the request of `call` without `op`. The answer is the text that the command prints for `--format json`,
    /// byte for byte.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request.
    pub fn perform(self, request: &str, limits: Limits) -> Result<String, Faults> {
        self.perform_in(request, limits, Language::default())
    }

    /// As [`Operation::perform`], in the language of a reader where the request names none.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request.
    pub fn perform_in(self, request: &str, limits: Limits, language: Language) -> Result<String, Faults> {
        answer(Some(self), request, limits, language).map(|answer| to_text(&answer))
    }
}
