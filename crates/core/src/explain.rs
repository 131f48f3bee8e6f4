//! Why a score is what it is: a value with enough in it to redo every number by hand (method M7).

use rust_decimal::Decimal;

use crate::assessment::Exclusion;
use crate::band::Weight;
use crate::catalogue::Relation;
use crate::evidence::{Assurance, Evidence, Outcome, Target};
use crate::id::{EntityId, EvidenceId, ObjectiveId, RequirementId};
use crate::own::Coverage;
use crate::score::{Points, Readings, Score};
use crate::scores::{Consolidation, ObjectiveScore, RequirementScore};

pub use self::leaf::Explainer;

mod above;
mod leaf;

/// Why a requirement scores what it does at a leaf.
#[derive(Clone, Debug)]
pub struct RequirementExplanation<'a> {
    /// The leaf.
    pub entity: &'a EntityId,
    /// The requirement.
    pub requirement: &'a RequirementId,
    /// What it scores.
    pub score: RequirementScore,
    /// The exclusion in force, where there is one.
    pub exclusion: Option<&'a Exclusion>,
    /// The parts of a composite; empty for all else.
    pub parts: Vec<&'a RequirementId>,
    /// What counts, each with its arithmetic, by name (method M1).
    pub evidence: Vec<EvidenceTerm<'a>>,
    /// What was looked at again, by name (method M2).
    pub closings: Vec<ClosingTerm<'a>>,
    /// The walk over all that covers a share, in the substantiated reading (method M2).
    pub substantiated: Walk<'a>,
    /// The same in the declared reading.
    pub declared: Walk<'a>,
    /// The open finding that says most is wrong: what *possible* lacks to 100.
    pub open_finding: Option<(&'a EvidenceId, Score)>,
    /// What it rests on directly, by name (method M3).
    pub dependencies: Vec<DependencyTerm<'a>>,
    /// What holds it back together in the substantiated reading, by name.
    pub held_back_by: Vec<CauseTerm<'a>>,
}

/// One evidence as it counts at a leaf.
#[derive(Clone, Debug)]
pub struct EvidenceTerm<'a> {
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The share at which a service carries it, where it does.
    pub carried: Option<Score>,
    /// The maturity level that counts as 100 %.
    pub target: Target,
    /// What it says of its own entity.
    pub found: Outcome,
    /// What it says of the leaf: the same, but where a service carries it.
    pub outcome: Outcome,
    /// Its age in days.
    pub age_days: u32,
    /// How fresh it is.
    pub fresh: Score,
    /// The assurance that counts.
    pub assurance: Assurance,
    /// What its word is worth when it must stand before an auditor: `cut(assurance * freshness / 100)`.
    pub trust: Score,
    /// Whether what it found wrong has been closed.
    pub closed: bool,
}

/// One closing: a later look at what an earlier one found wrong.
#[derive(Clone, Debug)]
pub struct ClosingTerm<'a> {
    /// The look.
    pub later: &'a EvidenceId,
    /// The finding.
    pub finding: &'a EvidenceId,
    /// The smaller trust of the two, substantiated.
    pub trust: Score,
    /// The smaller freshness of the two.
    pub fresh: Score,
    /// What is in order since: `earlier ok + min(earlier bad, later ok)`.
    pub ok: Score,
}

/// The sum of a walk, term by term.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// What each cover adds, in the order of the walk.
    pub steps: Vec<WalkStep<'a>>,
    /// The exact sum of added share times trust, divided by 100.
    pub sum: Decimal,
    /// The sum, cut.
    pub score: Score,
}

/// What one cover adds to a walk.
#[derive(Clone, Debug)]
pub struct WalkStep<'a> {
    /// The evidence, or the look again.
    pub evidence: &'a EvidenceId,
    /// The finding that was looked at again, where it is a closing.
    pub closing: Option<&'a EvidenceId>,
    /// The share that it adds to what is covered before.
    pub added: Score,
    /// How far is covered with it: what it has in order, but not more than is possible.
    pub upto: Score,
    /// The trust at which it counts.
    pub trust: Score,
}

/// What one direct dependency allows.
#[derive(Clone, Debug)]
pub struct DependencyTerm<'a> {
    /// What the requirement rests on.
    pub on: &'a RequirementId,
    /// How.
    pub relation: Relation,
    /// What that scores.
    pub score: Readings<Score>,
    /// The most that it allows.
    pub cap: Readings<Score>,
    /// Whether it binds in the substantiated reading.
    pub binds: bool,
    /// What is known of it; `None` where it does not apply.
    pub coverage: Option<Coverage>,
}

/// One of the causes that hold a requirement back together.
#[derive(Clone, Debug)]
pub struct CauseTerm<'a> {
    /// The cause.
    pub requirement: &'a RequirementId,
    /// What it scores by its own evidence.
    pub own: Score,
    /// What is known of it; `None` where it does not apply.
    pub coverage: Option<Coverage>,
    /// The fewest supporting steps to it: so often is its shortfall halved.
    pub steps: u32,
    /// A way to it with that many supporting steps.
    pub path: Vec<(Relation, &'a RequirementId)>,
}

/// Why an objective scores what it does at a leaf.
#[derive(Clone, Debug)]
pub struct ObjectiveExplanation<'a> {
    /// The leaf.
    pub entity: &'a EntityId,
    /// The objective.
    pub objective: &'a ObjectiveId,
    /// What it scores.
    pub score: ObjectiveScore<'a>,
    /// Its members with what they score, by name.
    pub members: Vec<MemberTerm<'a>>,
    /// The sum of weight times score over applicable members.
    pub points: Readings<Points>,
    /// The sum of the weights of applicable members.
    pub weight: u64,
    /// The applicable critical members with the most that each allows, by name.
    pub critical: Vec<(&'a RequirementId, Readings<Score>)>,
    /// Its bar.
    pub bar: Bar<'a>,
}

/// One member of an objective.
#[derive(Clone, Debug)]
pub struct MemberTerm<'a> {
    /// The member.
    pub requirement: &'a RequirementId,
    /// How much it counts.
    pub weight: Weight,
    /// What it scores.
    pub score: RequirementScore,
}

/// The five parts of an objective's bar at a leaf, in weighted points: they sum to 100 times the applicable weight (method M7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar<'a> {
    /// Weight times score.
    pub substantiated: Points,
    /// Weight times what others hold back.
    pub held_back: Points,
    /// Weight times what rests on somebody's word alone.
    pub declared_only: Points,
    /// Weight times what nobody answered or what is outdated.
    pub unanswered: Points,
    /// Weight times what is known to be wrong.
    pub known_wrong: Points,
    /// What is held back, under each set of causes that hold it back together.
    pub causes: Vec<(Vec<&'a RequirementId>, Points)>,
}

/// Why an entity above the leaves scores what it does: the mean of its children's printed scores (method M5).
#[derive(Clone, Debug)]
pub struct ConsolidatedExplanation<'a> {
    /// The entity.
    pub entity: &'a EntityId,
    /// What it scores; `None` where nothing applies below.
    pub score: Option<Consolidation<'a>>,
    /// The sum of weight times score over children where it applies.
    pub points: Readings<Points>,
    /// The sum of the weights of children where it applies.
    pub weight: u64,
    /// Its children with weight and score, by name; `None` where it does not apply.
    pub children: Vec<(&'a EntityId, Weight, Option<Readings<Score>>)>,
}
