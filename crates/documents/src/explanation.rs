//! The explanation document, `pejling/explanation/1`: enough to redo every number by hand.

use jiff::civil::Date;
use pejling_core::{
    Assurance, ConsolidatedExplanation, EntityId, Finding, Kind, ObjectiveExplanation, ObjectiveScore, Points, Readings, ReasonClass,
    Relation, RequirementExplanation, RequirementScore, Scores, Selection,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::result::{BarResult, HeldBackResult, Triple};
use crate::scalar::{As, Percent, WeightNumber};
use crate::vocabulary::ExplanationFormat;

/// Why a score is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplanationDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<ExplanationFormat>,
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
    pub declared: String,
    /// Possible.
    pub possible: String,
    /// Substantiated.
    pub substantiated: String,
}

impl From<Readings<Points>> for PointsTriple {
    fn from(points: Readings<Points>) -> Self {
        let Readings { substantiated, declared, possible } = points.map(|points| points.to_string());
        Self { declared, possible, substantiated }
    }
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
}

/// One direct dependency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DependencyTerm {
    /// Whether it binds in the substantiated reading.
    pub binds: bool,
    /// The most that it allows.
    pub cap: Triple,
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

impl ExplanationDocument {
    /// Explains a score of an entity by the qualified name of a requirement or an objective; `None` where there is no such name.
    #[must_use]
    pub fn new(scores: &Scores<'_>, entity: &EntityId, of: &str) -> Option<Self> {
        let requirement = of.parse().ok().filter(|id| scores.assessment().catalogue().requirement(id).is_some());
        let objective = of.parse().ok().filter(|id| scores.assessment().catalogue().objective(id).is_some());
        let why = match (scores.leaf(entity), scores.consolidated_entity(entity)) {
            (Some(leaf), _) => match (requirement, objective) {
                (Some(id), _) => Why::Requirement(leaf.explain(&id)?.into()),
                (None, Some(id)) => Why::Objective(leaf.explain_objective(&id)?.into()),
                (None, None) => return None,
            },
            (None, Some(inner)) => Why::Consolidated(match (requirement, objective) {
                (Some(id), _) => inner.explain(&id)?.into(),
                (None, Some(id)) => inner.explain_objective(&id)?.into(),
                (None, None) => return None,
            }),
            (None, None) => return None,
        };
        Some(Self { as_of: As(scores.as_of()), entity: entity.to_string(), format: As(ExplanationFormat), of: of.to_owned(), why })
    }
}

impl From<ConsolidatedExplanation<'_>> for ConsolidatedWhy {
    fn from(explanation: ConsolidatedExplanation<'_>) -> Self {
        let ConsolidatedExplanation { entity: _, score, points, weight, children } = explanation;
        let children = children.into_iter().map(|(entity, weight, score)| ChildTerm {
            entity: entity.to_string(),
            score: score.map(Triple::from),
            weight: WeightNumber(weight),
        });
        Self { children: children.collect(), points: points.into(), score: score.map(|it| it.score.into()), weight }
    }
}

/// The triple of a score that applies.
fn applicable(score: RequirementScore) -> Option<Triple> {
    match score {
        RequirementScore::NotApplicable => None,
        RequirementScore::Applicable(it) => Some(it.score.into()),
    }
}

impl From<ObjectiveExplanation<'_>> for ObjectiveWhy {
    fn from(explanation: ObjectiveExplanation<'_>) -> Self {
        let ObjectiveExplanation { entity: _, objective: _, score, members, points, weight, critical, bar } = explanation;
        let pejling_core::Bar { substantiated, held_back, declared_only, unanswered, known_wrong, causes } = bar;
        let (mean, score) = match score {
            ObjectiveScore::NotApplicable => (None, None),
            ObjectiveScore::Applicable(it) => (Some(it.mean.into()), Some(it.score.into())),
        };
        let members = members.into_iter().map(|member| MemberTerm {
            requirement: member.requirement.to_string(),
            score: applicable(member.score),
            weight: WeightNumber(member.weight),
        });
        let held = causes
            .into_iter()
            .map(|(by, points)| HeldBackResult { by: by.into_iter().map(ToString::to_string).collect(), points: points.to_string() });
        Self {
            bar: BarResult {
                declared_only: declared_only.to_string(),
                held_back: held_back.to_string(),
                known_wrong: known_wrong.to_string(),
                substantiated: substantiated.to_string(),
                unanswered: unanswered.to_string(),
            },
            critical: critical.into_iter().map(|(id, cap)| CriticalTerm { cap: cap.into(), requirement: id.to_string() }).collect(),
            held_back: held.collect(),
            mean,
            members: members.collect(),
            points: points.into(),
            score,
            weight,
        }
    }
}

impl From<RequirementExplanation<'_>> for RequirementWhy {
    fn from(explanation: RequirementExplanation<'_>) -> Self {
        let RequirementExplanation {
            entity: _,
            requirement: _,
            score,
            exclusion,
            parts,
            evidence,
            closings,
            substantiated,
            declared,
            open_finding,
            dependencies,
            held_back_by,
        } = explanation;
        let (state, own) = match score {
            RequirementScore::NotApplicable => ("not_applicable", None),
            RequirementScore::Applicable(it) => (it.coverage.name(), Some(it.own.into())),
        };
        Self {
            closings: closings.into_iter().map(ClosingTerm::from).collect(),
            declared: declared.into(),
            evidence: evidence.into_iter().map(EvidenceTerm::from).collect(),
            exclusion: exclusion.map(|it| ExclusionTerm {
                approved_by: it.approved_by.clone(),
                class: As(it.class),
                entity: it.entity.to_string(),
                reason: it.reason.clone(),
                review_by: As(it.review_by),
            }),
            held_back_by: held_back_by.into_iter().map(CauseTerm::from).collect(),
            open_finding: open_finding.map(|(id, bad)| FindingTerm { bad: Percent(bad), evidence: id.to_string() }),
            own,
            parts: parts.into_iter().map(ToString::to_string).collect(),
            rests_on: dependencies.into_iter().map(DependencyTerm::from).collect(),
            score: applicable(score),
            state: state.to_owned(),
            substantiated: substantiated.into(),
        }
    }
}

impl From<pejling_core::EvidenceTerm<'_>> for EvidenceTerm {
    fn from(term: pejling_core::EvidenceTerm<'_>) -> Self {
        let pejling_core::EvidenceTerm { evidence, carried, target, found: _, outcome, age_days, fresh, assurance, trust, closed } = term;
        let finding = match evidence.finding {
            Finding::Result { share, result } => Found::Result { result: Percent(result), share: Percent(share) },
            Finding::Level { share, level } => Found::Level { level, share: Percent(share), target: target.level() },
            Finding::Counts { population, examined, ok, selection } => Found::Counts { examined, ok, population, selection: As(selection) },
        };
        Self {
            age_days,
            assurance: As(assurance),
            bad: Percent(outcome.bad),
            carried: carried.map(Percent),
            closed,
            entity: evidence.entity.to_string(),
            finding,
            freshness: Percent(fresh),
            id: evidence.id.to_string(),
            kind: As(evidence.kind),
            ok: Percent(outcome.ok),
            share: Percent(outcome.share),
            trust: Percent(trust),
            valid_days: evidence.counted_valid_days(),
        }
    }
}

impl From<pejling_core::ClosingTerm<'_>> for ClosingTerm {
    fn from(term: pejling_core::ClosingTerm<'_>) -> Self {
        let pejling_core::ClosingTerm { later, finding, trust, fresh, ok } = term;
        let (later, finding) = (later.to_string(), finding.to_string());
        Self { finding, freshness: Percent(fresh), later, ok: Percent(ok), trust: Percent(trust) }
    }
}

impl From<pejling_core::Walk<'_>> for WalkTerm {
    fn from(walk: pejling_core::Walk<'_>) -> Self {
        let pejling_core::Walk { steps, sum, score } = walk;
        let steps = steps.into_iter().map(|step| StepTerm {
            added: Percent(step.added),
            closing: step.closing.map(ToString::to_string),
            evidence: step.evidence.to_string(),
            trust: Percent(step.trust),
        });
        Self { score: Percent(score), steps: steps.collect(), sum: sum.to_string() }
    }
}

impl From<pejling_core::DependencyTerm<'_>> for DependencyTerm {
    fn from(term: pejling_core::DependencyTerm<'_>) -> Self {
        let pejling_core::DependencyTerm { on, relation, score, cap, binds } = term;
        Self { binds, cap: cap.into(), relation: As(relation), requirement: on.to_string(), score: score.into() }
    }
}

impl From<pejling_core::CauseTerm<'_>> for CauseTerm {
    fn from(term: pejling_core::CauseTerm<'_>) -> Self {
        let pejling_core::CauseTerm { requirement, own, steps, path } = term;
        let path = path.into_iter().map(|(relation, on)| PathStep { relation: As(relation), requirement: on.to_string() });
        Self { own: Percent(own), path: path.collect(), requirement: requirement.to_string(), supporting_steps: steps }
    }
}
