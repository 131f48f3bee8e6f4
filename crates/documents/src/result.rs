//! The result document, `pejling/result/1`: every number, and for each what binds it. Codes and arguments, no prose.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{
    Band, Bar, Change, Consolidation, Coverage, Explainer, Leaf, Levels, METHOD, ObjectiveId, ObjectiveScore, Reading, Readings, Relation,
    RequirementId, RequirementScore, Scores,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dissent::DissentResult;
use crate::scalar::{As, Exact, Percent, Signed, names};
use crate::vocabulary::ResultFormat;
use crate::warning::WarningResult;

/// Every score of an assessment on one day. The same content in any order gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResultDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// The scores of entities above the leaves.
    pub consolidated: BTreeMap<String, ConsolidatedResult>,
    /// Views of the data protection officer or an auditor that differ from what is declared; left out where there are none. The numbers
    /// that they concern are marked `disputed`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// What this document is.
    pub format: As<ResultFormat>,
    /// The scores of entities without entities below.
    pub leaves: BTreeMap<String, LeafResult>,
    /// The version of the scoring method.
    pub method: String,
    /// The entity that the whole is about.
    pub organisation: String,
    /// What a reader should know.
    pub warnings: Vec<WarningResult>,
}

/// Exactly which catalogue was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stamp {
    /// The digest of all that can move a number.
    pub digest: String,
    /// The edition.
    pub edition: String,
}

/// The scores of one leaf, by name of requirement and objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeafResult {
    /// The objectives; null where no member applies.
    pub objectives: BTreeMap<String, Option<ObjectiveResult>>,
    /// The requirements.
    pub requirements: BTreeMap<String, RequirementResult>,
}

/// What a requirement scores at a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum RequirementResult {
    /// It does not apply.
    NotApplicable,
    /// Something fresh counts, or a finding is open.
    Assessed(Numbers),
    /// All that counts has lost its freshness.
    Outdated(Numbers),
    /// Nothing counts.
    NotAssessed(Numbers),
}

/// The numbers of a requirement that applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Numbers {
    /// The band of what is substantiated; null unless assessed.
    pub band: Option<As<Band>>,
    /// The direct dependencies that bind in the substantiated reading.
    pub bound_by: Vec<BindingResult>,
    /// Whether a dissent concerns what is declared here; left out where none does.
    #[serde(skip_serializing_if = "is_not")]
    pub disputed: bool,
    /// What holds it back together, with the fewest supporting steps to each.
    pub held_back_by: BTreeMap<String, u32>,
    /// By its own evidence.
    pub own: Triple,
    /// With what it rests on.
    pub score: Triple,
}

/// A direct dependency that binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BindingResult {
    /// How.
    pub relation: As<Relation>,
    /// What the requirement rests on.
    pub requirement: String,
    /// What that scores, substantiated.
    pub score: Percent,
}

/// The three readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Triple {
    /// Everybody's word taken in full.
    pub declared: Percent,
    /// 100 less what is known to be wrong.
    pub possible: Percent,
    /// What would stand before an auditor.
    pub substantiated: Percent,
}

/// How far each of the three readings moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignedTriple {
    /// Everybody's word taken in full.
    pub declared: Signed,
    /// 100 less what is known to be wrong.
    pub possible: Signed,
    /// What would stand before an auditor.
    pub substantiated: Signed,
}

impl From<Readings<Change>> for SignedTriple {
    fn from(changes: Readings<Change>) -> Self {
        let Readings { substantiated, declared, possible } = changes.map(Signed);
        Self { declared, possible, substantiated }
    }
}

/// What an objective scores at a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObjectiveResult {
    /// How many members apply.
    pub applicable: usize,
    /// How many of these are assessed.
    pub assessed: usize,
    /// The band of what is substantiated; null unless some member is assessed.
    pub band: Option<As<Band>>,
    /// The five parts in weighted points: they sum to 100 times the applicable weight.
    pub bar: BarResult,
    /// The members below the norm.
    pub below_norm: Vec<String>,
    /// Whether a dissent concerns what is declared here; left out where none does.
    #[serde(skip_serializing_if = "is_not")]
    pub disputed: bool,
    /// The points held back, under each set of causes that hold them back together.
    pub held_back: Vec<HeldBackResult>,
    /// The weighted mean of the members.
    pub mean: Triple,
    /// The mean, capped by critical members.
    pub score: Triple,
    /// The member with the lowest substantiated score.
    pub weakest: WeakestMember,
}

/// The five parts of a bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BarResult {
    /// What rests on somebody's word alone.
    #[schemars(with = "Exact")]
    pub declared_only: String,
    /// What others hold back.
    #[schemars(with = "Exact")]
    pub held_back: String,
    /// What is known to be wrong.
    #[schemars(with = "Exact")]
    pub known_wrong: String,
    /// What is substantiated.
    #[schemars(with = "Exact")]
    pub substantiated: String,
    /// What nobody answered or what is outdated.
    #[schemars(with = "Exact")]
    pub unanswered: String,
}

/// Points that one set of causes holds back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeldBackResult {
    /// The causes.
    pub by: Vec<String>,
    /// The weighted points.
    #[schemars(with = "Exact")]
    pub points: String,
}

/// The weakest member of an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeakestMember {
    /// How many other members are just as weak.
    pub others: usize,
    /// The member, the first by name.
    pub requirement: String,
    /// What it scores, substantiated.
    pub score: Percent,
}

/// The scores of one entity above the leaves; null where it applies nowhere below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConsolidatedResult {
    /// The objectives.
    pub objectives: BTreeMap<String, Option<ConsolidationResult>>,
    /// The requirements.
    pub requirements: BTreeMap<String, Option<ConsolidationResult>>,
}

/// A consolidated score and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConsolidationResult {
    /// For how many leaves below it applies.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
    /// The band of what is substantiated; null unless some leaf is assessed.
    pub band: Option<As<Band>>,
    /// The five parts in percent: they sum to 100.
    pub bar: BarResult,
    /// Whether a dissent concerns what is declared here; left out where none does.
    #[serde(skip_serializing_if = "is_not")]
    pub disputed: bool,
    /// The leaves where it applies and is not assessed.
    pub not_assessed: Vec<String>,
    /// The weighted mean of the children.
    pub score: Triple,
    /// The leaf below with the lowest substantiated score.
    pub weakest: WeakestEntity,
}

/// The weakest leaf below an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeakestEntity {
    /// The leaf, the first by name.
    pub entity: String,
    /// How many other leaves are just as weak.
    pub others: u32,
    /// What it scores, substantiated.
    pub score: Percent,
}

names! {
    Relation, "How one requirement rests on another.";
    Coverage, "What is known of a requirement that applies.";
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_not(said: &bool) -> bool {
    !said
}

impl LeafResult {
    /// Marks the numbers of the requirements and objectives that a dissent concerns.
    pub(crate) fn mark(&mut self, disputed: &BTreeSet<&str>) {
        for (_, requirement) in self.requirements.iter_mut().filter(|(id, _)| disputed.contains(id.as_str())) {
            match requirement {
                RequirementResult::NotApplicable => {} // nothing is declared
                RequirementResult::Assessed(it) | RequirementResult::Outdated(it) | RequirementResult::NotAssessed(it) => {
                    it.disputed = true;
                }
            }
        }
        for (id, it) in &mut self.objectives {
            if let Some(it) = it {
                it.disputed = disputed.contains(id.as_str());
            }
        }
    }
}

impl ConsolidatedResult {
    /// Marks the numbers of the requirements and objectives that a dissent concerns.
    pub(crate) fn mark(&mut self, disputed: &BTreeSet<&str>) {
        for (id, it) in self.requirements.iter_mut().chain(&mut self.objectives) {
            if let Some(it) = it {
                it.disputed = disputed.contains(id.as_str());
            }
        }
    }
}

impl ResultDocument {
    /// The scores alone: `Checked` adds warnings and dissent.
    pub(crate) fn new(scores: &Scores<'_>, assessment: String, catalogues: BTreeMap<String, Stamp>) -> Self {
        Self {
            as_of: As(scores.as_of()),
            assessment,
            catalogues,
            consolidated: scores
                .consolidated()
                .map(|entity| {
                    let requirements = entity.requirements().map(|(id, it)| (id.to_string(), it.map(ConsolidationResult::from)));
                    let objectives = entity.objectives().map(|(id, it)| (id.to_string(), it.map(ConsolidationResult::from)));
                    let result = ConsolidatedResult { objectives: objectives.collect(), requirements: requirements.collect() };
                    (entity.entity().to_string(), result)
                })
                .collect(),
            dissent: Vec::new(),
            format: As(ResultFormat),
            leaves: scores.leaves().map(|leaf| (leaf.entity().to_string(), LeafResult::from(leaf))).collect(),
            method: METHOD.to_owned(),
            organisation: scores.assessment().organisation().to_string(),
            warnings: Vec::new(),
        }
    }
}

impl From<Readings<pejling_core::Score>> for Triple {
    fn from(readings: Readings<pejling_core::Score>) -> Self {
        let Readings { substantiated, declared, possible } = readings;
        Self { declared: Percent(declared), possible: Percent(possible), substantiated: Percent(substantiated) }
    }
}

impl From<Leaf<'_>> for LeafResult {
    fn from(leaf: Leaf<'_>) -> Self {
        let requirements = leaf.requirements().map(|(id, score)| (id.to_string(), requirement(&leaf, id, score)));
        let mut explainer = leaf.explainer();
        let objectives = leaf.objectives().map(|(id, score)| (id.to_string(), objective(&mut explainer, id, score)));
        Self { objectives: objectives.collect(), requirements: requirements.collect() }
    }
}

fn requirement(leaf: &Leaf<'_>, id: &RequirementId, score: RequirementScore) -> RequirementResult {
    let RequirementScore::Applicable(it) = score else { return RequirementResult::NotApplicable };
    let bound_by = leaf.bound_by(id, Reading::Substantiated).map(|binding| BindingResult {
        relation: As(binding.relation),
        requirement: binding.on.to_string(),
        score: Percent(binding.score),
    });
    let held_back_by = leaf.held_back_by(id, Reading::Substantiated).into_iter().map(|(cause, steps)| (cause.to_string(), steps));
    let numbers = Numbers {
        band: it.band().map(As),
        bound_by: bound_by.collect(),
        disputed: false,
        held_back_by: held_back_by.collect(),
        own: it.own.into(),
        score: it.score.into(),
    };
    match it.coverage {
        Coverage::Assessed => RequirementResult::Assessed(numbers),
        Coverage::Outdated => RequirementResult::Outdated(numbers),
        Coverage::NotAssessed => RequirementResult::NotAssessed(numbers),
    }
}

fn objective(explainer: &mut Explainer<'_>, id: &ObjectiveId, score: ObjectiveScore<'_>) -> Option<ObjectiveResult> {
    let ObjectiveScore::Applicable(it) = score else { return None };
    let (bar, held_back) = points(explainer.objective(id)?.bar);
    let band = it.band().map(As);
    Some(ObjectiveResult {
        applicable: it.applicable,
        assessed: it.assessed,
        band,
        bar,
        below_norm: it.below_norm.into_iter().map(ToString::to_string).collect(),
        disputed: false,
        held_back,
        mean: it.mean.into(),
        score: it.score.into(),
        weakest: WeakestMember { others: it.equally_weak, requirement: it.weakest.0.to_string(), score: Percent(it.weakest.1) },
    })
}

/// A bar in weighted points, and what is held back under each set of causes.
pub(crate) fn points(bar: Bar<'_>) -> (BarResult, Vec<HeldBackResult>) {
    let Bar { substantiated, held_back, declared_only, unanswered, known_wrong, causes } = bar;
    let causes = causes
        .into_iter()
        .map(|(by, points)| HeldBackResult { by: by.into_iter().map(ToString::to_string).collect(), points: points.to_string() });
    let bar = BarResult {
        declared_only: declared_only.to_string(),
        held_back: held_back.to_string(),
        known_wrong: known_wrong.to_string(),
        substantiated: substantiated.to_string(),
        unanswered: unanswered.to_string(),
    };
    (bar, causes.collect())
}

impl BarResult {
    /// The five parts from the best to the worst.
    #[must_use]
    pub fn parts(&self) -> [&str; 5] {
        let Self { declared_only, held_back, known_wrong, substantiated, unanswered } = self;
        [substantiated, held_back, declared_only, unanswered, known_wrong]
    }
}

impl From<&Levels> for BarResult {
    fn from(levels: &Levels) -> Self {
        let [substantiated, held_back, declared_only, unanswered, known_wrong] = levels.parts().map(|part| part.to_string());
        Self { declared_only, held_back, known_wrong, substantiated, unanswered }
    }
}

impl From<Consolidation<'_>> for ConsolidationResult {
    fn from(consolidation: Consolidation<'_>) -> Self {
        let band = consolidation.band().map(As);
        let Consolidation { score, levels, weakest: (entity, lowest), equally_weak, applicable, assessed, not_assessed } = consolidation;
        Self {
            applicable,
            assessed,
            band,
            bar: BarResult::from(&levels),
            disputed: false,
            not_assessed: not_assessed.into_iter().map(ToString::to_string).collect(),
            score: score.into(),
            weakest: WeakestEntity { entity: entity.to_string(), others: equally_weak, score: Percent(lowest) },
        }
    }
}
