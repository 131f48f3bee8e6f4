//! Explaining the scores of a leaf.

use std::cmp::Reverse;
use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    Bar, CauseTerm, ClosingTerm, DependencyTerm, EvidenceTerm, MemberTerm, ObjectiveExplanation, RequirementExplanation, Walk, WalkStep,
};
use crate::assessment::Exclusion;
use crate::evidence::Target;
use crate::held_back::HeldBack;
use crate::holding::Holding;
use crate::id::{EvidenceId, ObjectiveId, RequirementId};
use crate::own::{Closing, Cover, Entry, Step, Weighing, mended};
use crate::score::{Points, Reading, Readings, Score};
use crate::scores::{Applicable, Leaf, Member, RequirementScore};

impl<'a> Leaf<'a> {
    /// Explains what a requirement scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain(&self, id: &RequirementId) -> Option<RequirementExplanation<'a>> {
        self.explainer().requirement(id)
    }

    /// Explains what an objective scores here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn explain_objective(&self, id: &ObjectiveId) -> Option<ObjectiveExplanation<'a>> {
        self.explainer().objective(id)
    }

    /// The five parts of an objective's bar here; `None` where the catalogue lacks it.
    #[must_use]
    pub fn bar(&self, id: &ObjectiveId) -> Option<Bar<'a>> {
        Some(self.explainer().objective(id)?.bar)
    }

    /// Explains one score of this leaf after the other, for less than each by itself.
    #[must_use]
    pub fn explainer(&self) -> Explainer<'a> {
        Explainer {
            leaf: *self,
            holding: Holding::new(self.assessment(), self.place(), self.as_of()),
            weighing: Weighing::default(),
            held_back: HeldBack::default(),
            known: vec![None; self.catalogue().requirements().len()],
            causes: Vec::new(),
        }
    }
}

/// Explains the scores of one leaf. It keeps what it found for one of them: the same causes stand behind many objectives.
#[derive(Debug)]
pub struct Explainer<'a> {
    leaf: Leaf<'a>,
    holding: Holding<'a>,
    weighing: Weighing,
    held_back: HeldBack,
    known: Vec<Option<Range<usize>>>, // by requirement: where in `causes` what holds it back stands, once looked for
    causes: Vec<u32>,
}

impl<'a> Explainer<'a> {
    /// Explains what a requirement scores; `None` where the catalogue lacks it.
    pub fn requirement(&mut self, id: &RequirementId) -> Option<RequirementExplanation<'a>> {
        let leaf = self.leaf;
        let node = leaf.catalogue().position(id)?;
        let requirement = leaf.catalogue().requirements().get(node as usize)?;
        let weighing = &mut self.weighing;
        self.holding.take(node, &mut weighing.entries);
        weighing.entries.sort_unstable_by_key(|entry| &leaf.assessment().evidence_at(entry.evidence).id);
        weighing.find_ceiling(leaf.assessment());
        let [substantiated, declared] = [Entry::substantiates, Entry::declares].map(|trust| walk(leaf, weighing, trust));
        let closings = weighing.all_closings();
        let terms = Terms { leaf, target: leaf.catalogue().target(node), entries: &weighing.entries };
        let is_open = |at: u32| closings.iter().all(|closing| closing.finding != at);
        let entries = || (0_u32..).zip(terms.entries);
        let open = entries().filter(|(at, entry)| entry.outcome.bad > Score::ZERO && is_open(*at));
        let open_finding = open.min_by_key(|(at, entry)| (Reverse(entry.outcome.bad), *at));
        Some(RequirementExplanation {
            entity: leaf.entity(),
            requirement: &requirement.id,
            score: leaf.requirement_at(node),
            exclusion: self.holding.excluded_by(node).and_then(|place| exclusion(leaf, id, place)),
            parts: if requirement.composite { requirement.requires.iter().collect() } else { Vec::new() },
            evidence: entries().map(|(at, entry)| terms.evidence(entry, !is_open(at))).collect(),
            closings: closings.iter().filter_map(|&closing| terms.closing(closing)).collect(),
            substantiated,
            declared,
            open_finding: open_finding.map(|(_, entry)| (terms.name(entry), entry.outcome.bad)),
            dependencies: dependencies(leaf, node),
            held_back_by: self.held_back_by(node),
        })
    }

    /// What holds a requirement back together, with the way to each.
    fn held_back_by(&mut self, node: u32) -> Vec<CauseTerm<'a>> {
        let leaf = self.leaf;
        leaf.search(&mut self.held_back, node, Reading::Substantiated);
        let id_at = |node| leaf.catalogue().id_at(node);
        let causes = self.held_back.causes.iter().map(|&(cause, steps)| CauseTerm {
            requirement: id_at(cause),
            own: leaf.own_at(cause, Reading::Substantiated),
            coverage: leaf.coverage_at(cause),
            steps,
            path: self.held_back.path(cause).into_iter().map(|(relation, on)| (relation, id_at(on))).collect(),
        });
        causes.collect()
    }

    /// Explains what an objective scores; `None` where the catalogue lacks it.
    pub fn objective(&mut self, id: &ObjectiveId) -> Option<ObjectiveExplanation<'a>> {
        let leaf = self.leaf;
        let position = leaf.catalogue().objective_position(id)?;
        let objective = leaf.catalogue().objectives().get(position)?;
        let aggregate = leaf.catalogue().aggregates().get(position)?;
        let applicable: Vec<Member> = leaf.members(position).collect();
        let (bar, points) = self.bar(&applicable);
        let members = aggregate.members.iter().map(|&(member, weight)| MemberTerm {
            requirement: leaf.catalogue().id_at(member),
            weight,
            score: leaf.requirement_at(member),
        });
        let critical = aggregate.critical.iter().filter_map(|&member| match leaf.requirement_at(member) {
            RequirementScore::NotApplicable => None,
            RequirementScore::Applicable(it) => Some((leaf.catalogue().id_at(member), it.score.map(Score::half))),
        });
        Some(ObjectiveExplanation {
            entity: leaf.entity(),
            objective: &objective.id,
            score: leaf.objective_at(position),
            members: members.collect(),
            points,
            weight: applicable.iter().map(|member| u64::from(member.weight.get())).sum(),
            critical: critical.collect(),
            bar,
        })
    }

    /// The five parts of the bar over some members, and the sums of weight times score.
    fn bar(&mut self, members: &[Member]) -> (Bar<'a>, Readings<Points>) {
        let (mut bar, mut sums) = (Bar::default(), Readings::<Points>::default());
        let mut held: Vec<(Range<usize>, Points)> = Vec::new();
        for &Member { position, weight, numbers } in members {
            let Applicable { coverage: _, own, score } = numbers;
            let points = |score: Score| Points::of(weight, score);
            let held_back = points(own.substantiated.minus(score.substantiated));
            sums.substantiated += points(score.substantiated);
            sums.declared += points(score.declared);
            sums.possible += points(score.possible);
            bar.held_back += held_back;
            bar.declared_only += points(own.declared.minus(own.substantiated));
            bar.unanswered += points(own.possible.minus(own.declared));
            bar.known_wrong += points(own.possible.shortfall());
            if held_back > Points::default() {
                held.push((self.causes_of(position), held_back));
            }
        }
        bar.substantiated = sums.substantiated;
        let causes = |range: &Range<usize>| self.causes.get(range.clone()).unwrap_or_default();
        held.sort_unstable_by_key(|(range, _)| causes(range));
        for together in held.chunk_by(|(one, _), (other, _)| causes(one) == causes(other)) {
            let who = together.first().map(|(range, _)| causes(range)).unwrap_or_default();
            let who = who.iter().map(|&cause| self.leaf.catalogue().id_at(cause)).collect();
            bar.causes.push((who, together.iter().map(|(_, points)| *points).sum()));
        }
        (bar, sums)
    }

    /// Where in `causes` what holds a requirement back stands.
    fn causes_of(&mut self, node: u32) -> Range<usize> {
        if let Some(Some(range)) = self.known.get(node as usize) {
            return range.clone();
        }
        self.leaf.search(&mut self.held_back, node, Reading::Substantiated);
        let start = self.causes.len();
        self.causes.extend(self.held_back.causes.iter().map(|(cause, _)| cause));
        let range = start..self.causes.len();
        if let Some(known) = self.known.get_mut(node as usize) {
            *known = Some(range.clone());
        }
        range
    }
}

fn exclusion<'a>(leaf: Leaf<'a>, id: &RequirementId, place: u32) -> Option<&'a Exclusion> {
    let entity = leaf.assessment().entity_at(place);
    leaf.assessment().exclusions().iter().find(|it| it.requirement == *id && it.entity == *entity)
}

/// The walk over what was weighed, term by term.
fn walk<'a>(leaf: Leaf<'a>, weighing: &mut Weighing, trust: fn(&Entry) -> Score) -> Walk<'a> {
    let (mut taken, mut sum) = (Vec::new(), 0);
    let score = weighing.walk(trust, |step| {
        sum += i64::from(step.added.hundredths()) * i64::from(step.trust.hundredths()); // at most 10^8 in all
        taken.push(step);
    });
    let name = |at: u32| weighing.entries.get(at as usize).map(|entry| &leaf.assessment().evidence_at(entry.evidence).id);
    let steps = taken.iter().filter_map(|step @ &Step { cover: _, trust, added, upto }| {
        let (evidence, closing) = match weighing.cover(step) {
            Cover::Evidence(at) => (name(at)?, None),
            Cover::Closing(closing) => (name(closing.later)?, name(closing.finding)),
        };
        Some(WalkStep { evidence, closing, added, upto, trust })
    });
    Walk { steps: steps.collect(), sum: Decimal::new(sum, 6).normalize(), score }
}

fn dependencies(leaf: Leaf<'_>, node: u32) -> Vec<DependencyTerm<'_>> {
    let (own, score) = leaf.numbers_at(node);
    let edges = leaf.catalogue().dependencies_of(node).iter().map(|edge| {
        let (_, on) = leaf.numbers_at(edge.on);
        let cap = on.map(|score| edge.relation.cap(score));
        DependencyTerm {
            on: leaf.catalogue().id_at(edge.on),
            relation: edge.relation,
            score: on,
            cap,
            binds: score.substantiated < own.substantiated && cap.substantiated == score.substantiated,
            coverage: leaf.coverage_at(edge.on),
        }
    });
    edges.collect()
}

/// The terms of one requirement at one leaf, named.
struct Terms<'t, 'a> {
    leaf: Leaf<'a>,
    target: Target,
    entries: &'t [Entry],
}

impl<'a> Terms<'_, 'a> {
    fn name(&self, entry: &Entry) -> &'a EvidenceId {
        &self.leaf.assessment().evidence_at(entry.evidence).id
    }

    fn evidence(&self, entry: &Entry, closed: bool) -> EvidenceTerm<'a> {
        let Entry { evidence, assurance, outcome, fresh, trust, carried, age_days, .. } = *entry;
        let evidence = self.leaf.assessment().evidence_at(evidence);
        let (target, found) = (self.target, evidence.finding.outcome(self.target));
        EvidenceTerm { evidence, carried, target, found, outcome, age_days, fresh, assurance, trust, closed }
    }

    fn closing(&self, closing: Closing) -> Option<ClosingTerm<'a>> {
        let (later, finding) = (self.entries.get(closing.later as usize)?, self.entries.get(closing.finding as usize)?);
        Some(ClosingTerm {
            later: self.name(later),
            finding: self.name(finding),
            trust: later.trust.min(finding.trust),
            fresh: later.fresh.min(finding.fresh),
            ok: mended(finding, later.outcome.ok),
        })
    }
}
