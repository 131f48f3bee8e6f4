//! Every score of an assessment on one day (method M1 to M6).

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::band::{Weight, mean};
use crate::holding::Holding;
use crate::id::EntityId;
use crate::own::{Coverage, own};
use crate::propagate::propagate;
use crate::score::{Reading, Readings, Score};
use crate::warning::{Counters, Warning};

pub use self::consolidated::{Consolidated, Consolidation};
pub use self::leaf::{Applicable, Binding, Leaf, ObjectiveScore, RequirementScore, Standing};

mod consolidated;
mod leaf;

/// The version of the scoring method. A change of any number that a given input yields is a new version.
pub const METHOD: &str = "1";

/// Scores an assessment on a day. This is all of the method's rules M1 to M6, and it cannot fail.
///
/// Cost: leaves x (requirements + edges), and each evidence once for every leaf that it holds for.
///
/// ```
/// use std::sync::Arc;
/// use pejling_core::*;
///
/// // One region, one requirement, one audit that found 90 % of it in order.
/// let requirement = Requirement {
///     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
/// };
/// let framework = Framework {
///     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement], objectives: vec![],
/// };
/// let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
/// let audit = Evidence {
///     id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: "bakkeland".parse().unwrap(),
///     kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
///     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
///     finding: Finding::Result { share: Score::FULL, result: "90".parse().unwrap() },
/// };
/// let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
/// let submission = Submission {
///     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![audit], exclusions: vec![],
/// };
/// let assessment = Assessment::new(catalogue, submission).unwrap();
///
/// let scores = score(&assessment, jiff::civil::date(2026, 6, 30));
/// let leaf = scores.leaf(&"bakkeland".parse().unwrap()).unwrap();
/// let RequirementScore::Applicable(it) = leaf.requirement(&"demo:A.1".parse().unwrap()).unwrap() else { unreachable!() };
/// assert_eq!(it.score.substantiated.to_string(), "90.00");
/// assert_eq!(it.band(), Some(Band::Fully));
/// ```
#[must_use]
pub fn score(assessment: &Assessment, as_of: Date) -> Scores<'_> {
    let mut counters = Counters::new(assessment);
    let leaves = assessment.leaf_places().map(|place| score_leaf(assessment, place, as_of, &mut counters)).collect();
    let mut scores = Scores { assessment, as_of, leaves, inner: Vec::new(), warnings: counters.warnings(assessment, as_of) };
    scores.inner = consolidate(&scores);
    scores
}

/// Every score of an assessment on one day, and what there is to warn of.
#[derive(Clone, Debug)]
pub struct Scores<'a> {
    assessment: &'a Assessment,
    as_of: Date,
    leaves: Vec<LeafNumbers>, // INVARIANT: ascending by place
    inner: Vec<InnerNumbers>, // INVARIANT: ascending by place
    warnings: Vec<Warning>,
}

/// The numbers of one leaf, by position of requirement and objective.
#[derive(Clone, Debug)]
struct LeafNumbers {
    place: u32,
    coverage: Vec<Option<Coverage>>, // `None` where the requirement does not apply
    own: Vec<Readings<Score>>,
    score: Vec<Readings<Score>>,
    objectives: Vec<Option<(Readings<Score>, Readings<Score>)>>, // mean and score
}

/// The numbers of one entity above the leaves, by position of requirement and objective.
#[derive(Clone, Debug)]
struct InnerNumbers {
    place: u32,
    requirements: Vec<Option<Summary>>,
    objectives: Vec<Option<Summary>>,
}

/// The levels of a bar, each at least the one before: where its parts end, in percent (method M7).
///
/// The five parts are *substantiated* up to `substantiated`, *held back by others* up to `own.substantiated`, *declared only* up to
/// `own.declared`, *unanswered or outdated* up to `own.possible`, and *known wrong* up to 100.00: they sum to 100.00 exactly. Of a
/// requirement these are its own numbers; of an objective the means over its members by the rule of M4, before the guard of critical
/// members; above the leaves the means over children by the rule of M5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// What is substantiated with all that the requirements rest on.
    pub substantiated: Score,
    /// What there is by own evidence alone.
    pub own: Readings<Score>,
}

impl Levels {
    /// The five parts from the best to the worst: substantiated, held back by others, declared only, unanswered or outdated, known
    /// wrong. They sum to 100.00.
    #[must_use]
    pub fn parts(&self) -> [Score; 5] {
        let Self { substantiated, own } = self;
        [
            *substantiated,
            own.substantiated.minus(*substantiated),
            own.declared.minus(own.substantiated),
            own.possible.minus(own.declared),
            own.possible.shortfall(),
        ]
    }
}

/// A number of an entity with what M5 puts beside it.
#[derive(Clone, Copy, Debug)]
struct Summary {
    score: Readings<Score>,
    levels: Levels,
    weakest: (Score, u32), // substantiated, and the place of the leaf
    equally_weak: u32,     // how many leaves have that score, itself among them
    assessed: u32,
    applicable: u32,
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions come from the catalogue that the vectors are as long as")]
fn score_leaf(assessment: &Assessment, place: u32, as_of: Date, counters: &mut Counters) -> LeafNumbers {
    let catalogue = assessment.catalogue();
    let mut holding = Holding::new(assessment, place, as_of);
    let mut entries = Vec::new();
    let (mut owns, mut coverage) = (Vec::new(), Vec::new());
    for (position, requirement) in (0_u32..).zip(catalogue.requirements()) {
        holding.take(position, &mut entries);
        let applies = holding.excluded_by(position).is_none();
        if applies && !requirement.composite {
            let own = own(assessment, &entries, |name, closed| counters.met(name, closed));
            owns.push(own.score);
            coverage.push(Some(own.coverage));
        } else {
            counters.not_counted(place, &entries);
            owns.push(Readings::FULL);
            coverage.push(None);
        }
    }
    // A composite is known as well as the best of its parts, and does not apply when none of them does (method M3).
    for composite in catalogue.composites() {
        let known = composite.parts.iter().filter_map(|&part| coverage[part as usize]).min();
        for &member in &composite.members {
            coverage[member as usize] = known;
        }
    }
    let score = propagate(catalogue, &owns);
    let objectives = catalogue.aggregates().iter().map(|aggregate| {
        let members = || aggregate.members.iter().filter(|(member, _)| coverage[*member as usize].is_some());
        let of = |reading: Reading| mean(members().map(|&(member, weight)| (weight, *score[member as usize].get(reading))));
        let mean =
            Readings { substantiated: of(Reading::Substantiated)?, declared: of(Reading::Declared)?, possible: of(Reading::Possible)? };
        let critical = aggregate.critical.iter().filter(|&&member| coverage[member as usize].is_some());
        let guarded = critical.map(|&member| score[member as usize].map(Score::half)).fold(mean, Readings::min);
        Some((mean, guarded))
    });
    let objectives = objectives.collect();
    LeafNumbers { place, coverage, own: owns, score, objectives }
}

/// The weighted mean of each reading by itself.
fn mean_of<I: Iterator<Item = (Weight, Readings<Score>)>>(weighted: impl Fn() -> I) -> Option<Readings<Score>> {
    let of = |reading: Reading| mean(weighted().map(|(weight, readings)| (weight, *readings.get(reading))));
    Some(Readings { substantiated: of(Reading::Substantiated)?, declared: of(Reading::Declared)?, possible: of(Reading::Possible)? })
}

/// Scores above the leaves: the weighted mean of the children's printed scores, cut, over children where it applies (method M5).
fn consolidate(scores: &Scores<'_>) -> Vec<InnerNumbers> {
    let (assessment, catalogue) = (scores.assessment, scores.assessment.catalogue());
    let mut inner: Vec<Option<InnerNumbers>> = vec![None; assessment.entities().len()];
    let above = assessment.bottom_up().iter().filter(|&&place| !assessment.node(place).children.is_empty());
    for &place in above {
        let children = &assessment.node(place).children;
        let of_requirement = |child: u32, position: usize| match inner.get(child as usize) {
            Some(Some(numbers)) => numbers.requirements.get(position).copied().flatten(),
            Some(None) | None => scores.leaf_at(child)?.requirement_summary(position),
        };
        let of_objective = |child: u32, position: usize| match inner.get(child as usize) {
            Some(Some(numbers)) => numbers.objectives.get(position).copied().flatten(),
            Some(None) | None => scores.leaf_at(child)?.objective_summary(position),
        };
        let requirements = (0..catalogue.requirements().len()).map(|position| {
            let below = children.iter().filter_map(|&child| Some((child, of_requirement(child, position)?)));
            summarise(assessment, below)
        });
        let requirements = requirements.collect();
        let objectives = (0..catalogue.objectives().len()).map(|position| {
            let below = children.iter().filter_map(|&child| Some((child, of_objective(child, position)?)));
            summarise(assessment, below)
        });
        let objectives = objectives.collect();
        if let Some(numbers) = inner.get_mut(place as usize) {
            *numbers = Some(InnerNumbers { place, requirements, objectives });
        }
    }
    inner.into_iter().flatten().collect()
}

/// One number of an entity out of those of its children.
fn summarise(assessment: &Assessment, below: impl Iterator<Item = (u32, Summary)>) -> Option<Summary> {
    let below: Vec<_> = below.collect();
    let weighted = |readings: fn(&Summary) -> Readings<Score>| {
        mean_of(|| below.iter().map(move |(child, it)| (assessment.weight_at(*child), readings(it))))
    };
    let substantiated = mean(below.iter().map(|(child, it)| (assessment.weight_at(*child), it.levels.substantiated)))?;
    let weakest = below.iter().map(|(_, it)| it.weakest).min()?;
    Some(Summary {
        score: weighted(|it| it.score)?,
        levels: Levels { substantiated, own: weighted(|it| it.levels.own)? },
        weakest,
        equally_weak: below.iter().filter(|(_, it)| it.weakest.0 == weakest.0).map(|(_, it)| it.equally_weak).sum(),
        assessed: below.iter().map(|(_, it)| it.assessed).sum(),
        applicable: below.iter().map(|(_, it)| it.applicable).sum(),
    })
}

impl<'a> Scores<'a> {
    /// The day of assessment.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The assessment that was scored.
    #[must_use]
    pub fn assessment(&self) -> &'a Assessment {
        self.assessment
    }

    /// What there is to warn of, in a fixed order.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The leaves, by name of the entity.
    pub fn leaves(&self) -> impl Iterator<Item = Leaf<'_>> {
        self.leaves.iter().map(|numbers| Leaf { scores: self, numbers })
    }

    /// The scores of an entity without entities below.
    #[must_use]
    pub fn leaf(&self, entity: &EntityId) -> Option<Leaf<'_>> {
        self.leaf_at(self.assessment.place(entity)?)
    }

    /// The entities above the leaves, by name.
    pub fn consolidated(&self) -> impl Iterator<Item = Consolidated<'_>> {
        self.inner.iter().map(|numbers| Consolidated { scores: self, numbers })
    }

    /// The scores of an entity with entities below.
    #[must_use]
    pub fn consolidated_entity(&self, entity: &EntityId) -> Option<Consolidated<'_>> {
        let place = self.assessment.place(entity)?;
        let found = self.inner.binary_search_by_key(&place, |numbers| numbers.place).ok()?;
        self.inner.get(found).map(|numbers| Consolidated { scores: self, numbers })
    }

    fn leaf_at(&self, place: u32) -> Option<Leaf<'_>> {
        let found = self.leaves.binary_search_by_key(&place, |numbers| numbers.place).ok()?;
        self.leaves.get(found).map(|numbers| Leaf { scores: self, numbers })
    }

    /// The leaves at or below an entity, by name.
    fn leaves_below(&self, place: u32) -> Vec<Leaf<'_>> {
        let (mut open, mut found) = (vec![place], Vec::new());
        while let Some(place) = open.pop() {
            open.extend(&self.assessment.node(place).children);
            found.extend(self.leaf_at(place));
        }
        found.sort_unstable_by_key(|leaf| leaf.numbers.place);
        found
    }
}
