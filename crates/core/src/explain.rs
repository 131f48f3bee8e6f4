//! Why a score is what it is: a value with enough in it to redo every number by hand (method M7).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::assessment::Exclusion;
use crate::band::Weight;
use crate::catalogue::Relation;
use crate::evidence::{Assurance, Evidence, Outcome, Target};
use crate::holding::Holding;
use crate::id::{EntityId, EvidenceId, ObjectiveId, RequirementId};
use crate::own::{Closing, Cover, Coverage, Entry, Step, Weighing, mended};
use crate::score::{Points, Reading, Readings, Score};
use crate::scores::{Applicable, Consolidated, Consolidation, Leaf, ObjectiveScore, RequirementScore, Scores, Standing};

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

impl<'a> Leaf<'a> {
    /// Explains what a requirement scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain(&self, id: &RequirementId) -> Option<RequirementExplanation<'a>> {
        let catalogue = self.catalogue();
        let node = catalogue.position(id)?;
        let requirement = catalogue.requirements().get(node as usize)?;
        let mut holding = Holding::new(self.assessment(), self.place(), self.as_of());
        let mut weighing = Weighing::default();
        holding.take(node, &mut weighing.entries);
        weighing.entries.sort_unstable_by_key(|entry| &self.assessment().evidence_at(entry.evidence).id);
        weighing.weigh(self.assessment());
        let substantiated = self.walk(&mut weighing, Reading::Substantiated);
        let declared = self.walk(&mut weighing, Reading::Declared);
        let (entries, closings) = (&weighing.entries, weighing.all_closings());
        let terms = Terms { leaf: self, entries };
        let is_open = |at: u32| closings.iter().all(|closing| closing.finding != at);
        let open = (0_u32..).zip(entries).filter(|(at, entry)| entry.outcome.bad > Score::ZERO && is_open(*at));
        let open_finding = open.min_by_key(|(at, entry)| (std::cmp::Reverse(entry.outcome.bad), *at));
        Some(RequirementExplanation {
            entity: self.entity(),
            requirement: &requirement.id,
            score: self.requirement_at(node),
            exclusion: holding.excluded_by(node).and_then(|place| {
                let entity = self.assessment().entity_at(place);
                self.assessment().exclusions().iter().find(|it| it.requirement == *id && it.entity == *entity)
            }),
            parts: if requirement.composite { requirement.requires.iter().collect() } else { Vec::new() },
            evidence: (0_u32..).zip(entries).map(|(at, entry)| terms.evidence(entry, !is_open(at))).collect(),
            closings: closings.iter().filter_map(|&closing| terms.closing(closing)).collect(),
            substantiated,
            declared,
            open_finding: open_finding.map(|(_, entry)| (terms.name(entry), entry.outcome.bad)),
            dependencies: self.dependency_terms(node),
            held_back_by: self.cause_terms(node),
        })
    }

    /// The walk over what was weighed, term by term.
    fn walk(&self, weighing: &mut Weighing, reading: Reading) -> Walk<'a> {
        let (mut taken, mut sum) = (Vec::new(), 0);
        let score = weighing.walk(reading, |step| {
            sum += i64::from(step.added.hundredths()) * i64::from(step.trust.hundredths()); // at most 10^8 in all
            taken.push(step);
        });
        let terms = Terms { leaf: self, entries: &weighing.entries };
        let steps = taken.iter().filter_map(|step| terms.step(step)).collect();
        Walk { steps, sum: Decimal::new(sum, 6).normalize(), score }
    }

    fn dependency_terms(&self, node: u32) -> Vec<DependencyTerm<'a>> {
        let (own, score) = self.numbers_at(node);
        let edges = self.catalogue().dependencies_of(node).iter().map(|edge| {
            let (_, on) = self.numbers_at(edge.on);
            let cap = on.map(|score| edge.relation.cap(score));
            DependencyTerm {
                on: self.catalogue().id_at(edge.on),
                relation: edge.relation,
                score: on,
                cap,
                binds: score.substantiated < own.substantiated && cap.substantiated == score.substantiated,
                coverage: self.coverage_at(edge.on),
            }
        });
        edges.collect()
    }

    fn cause_terms(&self, node: u32) -> Vec<CauseTerm<'a>> {
        let search = self.search(node, Reading::Substantiated);
        let causes = search.causes.iter().map(|&(cause, steps)| CauseTerm {
            requirement: self.catalogue().id_at(cause),
            own: self.numbers_at(cause).0.substantiated,
            coverage: self.coverage_at(cause),
            steps,
            path: search.path(cause).into_iter().map(|(relation, on)| (relation, self.catalogue().id_at(on))).collect(),
        });
        causes.collect()
    }

    /// Explains what an objective scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain_objective(&self, id: &ObjectiveId) -> Option<ObjectiveExplanation<'a>> {
        let position = self.catalogue().objective_position(id)?;
        let objective = self.catalogue().objectives().get(position)?;
        let aggregate = self.catalogue().aggregates().get(position)?;
        let weighted = |of: fn(&Applicable) -> Score| self.members(position).map(|(_, weight, it)| Points::of(weight, of(&it))).sum();
        let members = aggregate.members.iter().map(|&(member, weight)| MemberTerm {
            requirement: self.catalogue().id_at(member),
            weight,
            score: self.requirement_at(member),
        });
        let critical = aggregate.critical.iter().filter_map(|&member| match self.requirement_at(member) {
            RequirementScore::NotApplicable => None,
            RequirementScore::Applicable(it) => Some((self.catalogue().id_at(member), it.score.map(Score::half))),
        });
        Some(ObjectiveExplanation {
            entity: self.entity(),
            objective: &objective.id,
            score: self.objective(id)?,
            members: members.collect(),
            points: Readings {
                substantiated: weighted(|it| it.score.substantiated),
                declared: weighted(|it| it.score.declared),
                possible: weighted(|it| it.score.possible),
            },
            weight: self.members(position).map(|(_, weight, _)| u64::from(weight.get())).sum(),
            critical: critical.collect(),
            bar: self.bar(id)?,
        })
    }

    /// The five parts of an objective's bar here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn bar(&self, id: &ObjectiveId) -> Option<Bar<'a>> {
        let position = self.catalogue().objective_position(id)?;
        let mut bar = Bar::default();
        let mut causes: BTreeMap<Vec<&RequirementId>, Points> = BTreeMap::new();
        for (member, weight, it) in self.members(position) {
            let Applicable { coverage: _, own, score } = it;
            let points = |score: Score| Points::of(weight, score);
            let held_back = points(own.substantiated.minus(score.substantiated));
            bar.substantiated += points(score.substantiated);
            bar.held_back += held_back;
            bar.declared_only += points(own.declared.minus(own.substantiated));
            bar.unanswered += points(own.possible.minus(own.declared));
            bar.known_wrong += points(own.possible.shortfall());
            if held_back > Points::default() {
                let search = self.search(member, Reading::Substantiated);
                let who = search.causes.iter().map(|&(cause, _)| self.catalogue().id_at(cause)).collect();
                *causes.entry(who).or_default() += held_back;
            }
        }
        bar.causes = causes.into_iter().collect();
        Some(bar)
    }
}

/// The terms of one requirement at one leaf, named.
struct Terms<'t, 'a> {
    leaf: &'t Leaf<'a>,
    entries: &'t [Entry],
}

impl<'a> Terms<'_, 'a> {
    fn name(&self, entry: &Entry) -> &'a EvidenceId {
        &self.leaf.assessment().evidence_at(entry.evidence).id
    }

    fn evidence(&self, entry: &Entry, closed: bool) -> EvidenceTerm<'a> {
        let Entry { evidence, assurance, outcome, fresh, trust, carried, age_days, .. } = *entry;
        let evidence = self.leaf.assessment().evidence_at(evidence);
        let target = self.leaf.catalogue().requirement(&evidence.requirement).and_then(|it| it.target).unwrap_or_default();
        let found = evidence.finding.outcome(target);
        EvidenceTerm { evidence, carried, target, found, outcome, age_days, fresh, assurance, trust: trust.substantiated, closed }
    }

    fn step(&self, step: &Step) -> Option<WalkStep<'a>> {
        let entry = |at: u32| self.entries.get(at as usize).map(|entry| self.name(entry));
        let (evidence, closing) = match step.cover {
            Cover::Evidence(at) => (entry(at)?, None),
            Cover::Closing(closing) => (entry(closing.later)?, entry(closing.finding)),
        };
        Some(WalkStep { evidence, closing, added: step.added, upto: step.upto, trust: step.trust })
    }

    fn closing(&self, closing: Closing) -> Option<ClosingTerm<'a>> {
        let (later, finding) = (self.entries.get(closing.later as usize)?, self.entries.get(closing.finding as usize)?);
        Some(ClosingTerm {
            later: self.name(later),
            finding: self.name(finding),
            trust: later.trust.substantiated.min(finding.trust.substantiated),
            fresh: later.fresh.min(finding.fresh),
            ok: mended(finding, later.outcome.ok),
        })
    }
}

impl<'a> Consolidated<'a> {
    /// Explains what a requirement scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain(&self, id: &RequirementId) -> Option<ConsolidatedExplanation<'a>> {
        let score = self.requirement(id)?;
        Some(self.explanation(score, |child| match child {
            Child::Leaf(leaf) => match leaf.requirement(id)? {
                RequirementScore::NotApplicable => None,
                RequirementScore::Applicable(it) => Some(it.score),
            },
            Child::Consolidated(inner) => Some(inner.requirement(id)??.score),
        }))
    }

    /// Explains what an objective scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain_objective(&self, id: &ObjectiveId) -> Option<ConsolidatedExplanation<'a>> {
        let score = self.objective(id)?;
        Some(self.explanation(score, |child| match child {
            Child::Leaf(leaf) => match leaf.objective(id)? {
                ObjectiveScore::NotApplicable => None,
                ObjectiveScore::Applicable(Standing { score, .. }) => Some(score),
            },
            Child::Consolidated(inner) => Some(inner.objective(id)??.score),
        }))
    }

    fn explanation(
        &self,
        score: Option<Consolidation<'a>>,
        of: impl Fn(Child<'a>) -> Option<Readings<Score>>,
    ) -> ConsolidatedExplanation<'a> {
        let scores: &'a Scores<'a> = self.scores();
        let children = self.children().map(|(entity, weight)| {
            let child = scores.leaf(entity).map(Child::Leaf).or_else(|| scores.consolidated_entity(entity).map(Child::Consolidated));
            (entity, weight, child.and_then(&of))
        });
        let children: Vec<_> = children.collect();
        let applying = || children.iter().filter_map(|(_, weight, score)| Some((*weight, (*score)?)));
        let points = |reading| applying().map(|(weight, score)| Points::of(weight, *score.get(reading))).sum();
        ConsolidatedExplanation {
            entity: self.entity(),
            score,
            points: Readings {
                substantiated: points(Reading::Substantiated),
                declared: points(Reading::Declared),
                possible: points(Reading::Possible),
            },
            weight: applying().map(|(weight, _)| u64::from(weight.get())).sum(),
            children,
        }
    }
}

enum Child<'a> {
    Leaf(Leaf<'a>),
    Consolidated(Consolidated<'a>),
}
