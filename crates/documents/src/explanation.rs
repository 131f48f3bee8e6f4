//! The explanation document, `pejling/explanation/1`: enough to redo every number by hand.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Assurance, Coverage, Kind, ReasonClass, Relation, Selection};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dissent::DissentResult;
use crate::result::{BarResult, HeldBackResult, Stamp, Triple};
use crate::scalar::{As, Exact, Percent, WeightNumber};
use crate::vocabulary::ExplanationFormat;

mod conversion;

/// Why a score is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplanationDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<ExplanationFormat>,
    /// The version of the scoring method.
    pub method: String,
    /// The requirement or objective.
    pub of: String,
    /// The reason.
    pub why: Why,
}

/// The reason for a score, by what it is the score of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Of an entity above the leaves: its children.
    Consolidated(ConsolidatedWhy),
    /// Of an objective at a leaf: its members.
    Objective(ObjectiveWhy),
    /// Of a requirement at a leaf: its evidence and what it rests on.
    Requirement(RequirementWhy),
}

/// The mean of children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConsolidatedWhy {
    /// The children.
    pub children: Vec<ChildTerm>,
    /// The sum of weight times score over children where it applies.
    pub points: PointsTriple,
    /// The score; null where it applies nowhere below.
    pub score: Option<Triple>,
    /// The sum of the weights of children where it applies.
    pub weight: u64,
}

/// One child of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChildTerm {
    /// The child.
    pub entity: String,
    /// What it scores; null where it does not apply.
    pub score: Option<Triple>,
    /// How much it counts.
    pub weight: WeightNumber,
}

/// The mean of members and what caps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObjectiveWhy {
    /// The five parts in weighted points.
    pub bar: BarResult,
    /// The most that each applicable critical member allows.
    pub critical: Vec<CriticalTerm>,
    /// The points held back, under each set of causes.
    pub held_back: Vec<HeldBackResult>,
    /// The mean; null where no member applies.
    pub mean: Option<Triple>,
    /// The members.
    pub members: Vec<MemberTerm>,
    /// The sum of weight times score over applicable members.
    pub points: PointsTriple,
    /// The score; null where no member applies.
    pub score: Option<Triple>,
    /// The sum of the weights of applicable members.
    pub weight: u64,
}

/// Weighted points in the three readings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PointsTriple {
    /// Declared.
    #[schemars(with = "Exact")]
    pub declared: String,
    /// Possible.
    #[schemars(with = "Exact")]
    pub possible: String,
    /// Substantiated.
    #[schemars(with = "Exact")]
    pub substantiated: String,
}

/// What a critical member allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CriticalTerm {
    /// Its shortfall, halved.
    pub cap: Triple,
    /// The member.
    pub requirement: String,
}

/// One member of an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MemberTerm {
    /// By its own evidence; null where it does not apply.
    pub own: Option<Triple>,
    /// The member.
    pub requirement: String,
    /// What it scores; null where it does not apply.
    pub score: Option<Triple>,
    /// How much it counts.
    pub weight: WeightNumber,
}

/// The evidence of a requirement and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementWhy {
    /// What was looked at again.
    pub closings: Vec<ClosingTerm>,
    /// The walk in the declared reading.
    pub declared: WalkTerm,
    /// What counts, each with its arithmetic.
    pub evidence: Vec<EvidenceTerm>,
    /// The exclusion in force.
    pub exclusion: Option<ExclusionTerm>,
    /// What holds it back together.
    pub held_back_by: Vec<CauseTerm>,
    /// The open finding that says most is wrong.
    pub open_finding: Option<FindingTerm>,
    /// By its own evidence; null where it does not apply.
    pub own: Option<Triple>,
    /// The parts of a composite.
    pub parts: Vec<String>,
    /// What it rests on directly.
    pub rests_on: Vec<DependencyTerm>,
    /// With what it rests on; null where it does not apply.
    pub score: Option<Triple>,
    /// What is known of it.
    pub state: String,
    /// The walk in the substantiated reading.
    pub substantiated: WalkTerm,
}

/// The exclusion that is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExclusionTerm {
    /// Who approved it.
    pub approved_by: String,
    /// Why, as a class.
    pub class: As<ReasonClass>,
    /// For whom it holds.
    pub entity: String,
    /// Why, in words.
    pub reason: String,
    /// The last day on which it holds.
    pub review_by: As<Date>,
}

/// One evidence as it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceTerm {
    /// Its age in days.
    pub age_days: u32,
    /// The assurance that counts.
    pub assurance: As<Assurance>,
    /// What it says is wrong.
    pub bad: Percent,
    /// The share at which a service carries it, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried: Option<Percent>,
    /// Whether what it found wrong has been closed.
    pub closed: bool,
    /// What it is about.
    pub entity: String,
    /// What was found there.
    pub finding: Found,
    /// How fresh it is.
    pub freshness: Percent,
    /// Its name.
    pub id: String,
    /// What kind of record it is.
    pub kind: As<Kind>,
    /// What it says is in order.
    pub ok: Percent,
    /// What it speaks of.
    pub share: Percent,
    /// What its word is worth: assurance times freshness.
    pub trust: Percent,
    /// Days that it is valid.
    pub valid_days: u16,
}

/// What was found, in one of three forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// So many units of so many.
    Counts {
        /// How many were looked at.
        examined: u32,
        /// How many of these were in order.
        ok: u32,
        /// How many there are.
        population: u32,
        /// How they were selected.
        selection: As<Selection>,
    },
    /// A level on the maturity scale.
    Level {
        /// The level.
        level: u8,
        /// How much was looked at.
        share: Percent,
        /// The level that counts as 100 %.
        target: u8,
    },
    /// A result in percent.
    Result {
        /// How much of it is in order.
        result: Percent,
        /// How much was looked at.
        share: Percent,
    },
}

/// One closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClosingTerm {
    /// The finding.
    pub finding: String,
    /// The smaller freshness of the two.
    pub freshness: Percent,
    /// The later look.
    pub later: String,
    /// What is in order since.
    pub ok: Percent,
    /// The smaller trust of the two.
    pub trust: Percent,
}

/// The open finding that says most is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingTerm {
    /// What it found wrong.
    pub bad: Percent,
    /// The evidence.
    pub evidence: String,
}

/// A walk, term by term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WalkTerm {
    /// The sum, cut.
    pub score: Percent,
    /// What each evidence or closing adds.
    pub steps: Vec<StepTerm>,
    /// The exact sum of added share times trust, divided by 100.
    #[schemars(with = "Exact")]
    pub sum: String,
}

/// One step of a walk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepTerm {
    /// The share that it adds.
    pub added: Percent,
    /// The finding that was looked at again, where it is a closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<String>,
    /// The evidence.
    pub evidence: String,
    /// The trust at which it counts.
    pub trust: Percent,
    /// How far is covered with it: what it has in order, but not more than is possible.
    pub upto: Percent,
}

/// One direct dependency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DependencyTerm {
    /// Whether it binds in the substantiated reading.
    pub binds: bool,
    /// The most that it allows.
    pub cap: Triple,
    /// What is known of it; null where it does not apply.
    pub coverage: Option<As<Coverage>>,
    /// How.
    pub relation: As<Relation>,
    /// What the requirement rests on.
    pub requirement: String,
    /// What that scores.
    pub score: Triple,
}

/// One cause that holds a requirement back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CauseTerm {
    /// What is known of it; null where it does not apply.
    pub coverage: Option<As<Coverage>>,
    /// What it scores by its own evidence.
    pub own: Percent,
    /// A way to it: each step with its relation.
    pub path: Vec<PathStep>,
    /// The cause.
    pub requirement: String,
    /// The fewest supporting steps to it.
    pub supporting_steps: u32,
}

/// One step of a way through the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PathStep {
    /// How.
    pub relation: As<Relation>,
    /// To what.
    pub requirement: String,
}
