//! A second scorer, written from the rules once more: fractions, plain iteration, nothing optimised, no code of the engine.
//!
//! `None` as wrong rule gives what is right. See [`Wrong`] for the others.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::Ratio;
use pejling_core::{Band, Coverage, Relation};

use crate::model::{Model, Objective};
use crate::published::{Above, Consolidation, Fraction, Leaf, ObjectiveScore, Parts, Published, RequirementScore, Trio};
use crate::wrong::Wrong;

use self::number::whole;

pub(crate) mod looks;
mod graph;
mod number;
mod own;

/// A model with the rules that it is scored by.
#[derive(Clone, Copy)]
pub(crate) struct Rules<'m> {
    pub(crate) model: &'m Model,
    pub(crate) wrong: Option<Wrong>,
}

/// Everything that is published of a model, by the rules or by a wrong one.
pub(crate) fn naive(model: &Model, wrong: Option<Wrong>) -> Published {
    let rules = Rules { model, wrong };
    let leaves: BTreeMap<usize, Leaf> = model.leaves().into_iter().map(|leaf| (leaf, rules.leaf(leaf))).collect();
    let inner: Vec<usize> = (0..model.entities.len()).filter(|at| !leaves.contains_key(at)).collect();
    let above = inner.into_iter().map(|at| (at, rules.above(at, &leaves))).collect();
    Published { leaves, above }
}

/// What a score above the leaves is made of; a leaf's in the same form.
#[derive(Clone)]
struct Number {
    score: Trio,
    levels: [Fraction; 4], // substantiated, own substantiated, own declared, own possible
    parts: Parts,
    leaves: Vec<(usize, Fraction, bool)>, // each leaf where it applies, its score, and whether it is assessed
}

impl Rules<'_> {
    pub(crate) fn is(&self, wrong: Wrong) -> bool {
        self.wrong == Some(wrong)
    }

    fn leaf(&self, leaf: usize) -> Leaf {
        let not_applicable = self.model.not_applicable(leaf);
        let not_applicable = if self.is(Wrong::ExclusionHoldsForEver) { self.ever_excluded(leaf) } else { not_applicable };
        let count = self.model.requirements.len();
        let mut own = vec![[whole(); 3]; count];
        let mut states = vec![None; count];
        for at in self.model.plain() {
            if !not_applicable.contains(&at) {
                let (readings, state) = self.own(&self.looks(leaf, at));
                own[at] = readings;
                states[at] = Some(state);
            }
        }
        for at in (0..count).filter(|&at| self.model.requirements[at].composite) {
            states[at] = self.model.parts(at).into_iter().filter_map(|part| states[part]).min(); // the best state comes first
            if self.is(Wrong::CompositeNeedsEvidence) && states[at].is_some() {
                own[at] = self.own(&[]).0;
            }
        }
        let by_reading = [0, 1, 2].map(|reading| own.iter().map(|it| it[reading]).collect::<Vec<_>>());
        let scores = by_reading.each_ref().map(|own| self.propagate(own, &not_applicable));
        let requirement = |at: usize| {
            let state = states[at]?;
            let score = [0, 1, 2].map(|reading| scores[reading][at]);
            Some(RequirementScore {
                state,
                own: own[at],
                score,
                band: (state == Coverage::Assessed).then(|| band(score[0])),
                held_back_by: [0, 1, 2].map(|reading| self.held_back_by(&by_reading[reading], &scores[reading], at)),
                bound_by: self.bound_by(&by_reading[0], &scores[0], at),
            })
        };
        let requirements: BTreeMap<_, _> = (0..count).map(|at| (at, requirement(at))).collect();
        let objectives = self.model.objectives.iter().map(|it| self.objective(it, &requirements)).enumerate().collect();
        Leaf { requirements, objectives }
    }

    fn ever_excluded(&self, leaf: usize) -> BTreeSet<usize> {
        Model { day: i32::MIN, ..self.model.clone() }.not_applicable(leaf)
    }

    /// M4 and the bar of M7.
    fn objective(&self, objective: &Objective, requirements: &BTreeMap<usize, Option<RequirementScore>>) -> Option<ObjectiveScore> {
        let applying = objective.members.iter().filter_map(|&(at, weight)| Some((at, weight, requirements[&at].as_ref()?)));
        let members: Vec<(usize, u32, &RequirementScore)> = applying.collect();
        let is_critical = |at: usize| objective.critical.contains(&at);
        let averaged = members.iter().filter(|(_, _, it)| !self.is(Wrong::UnansweredLeftOut) || it.state == Coverage::Assessed);
        let averaged: Vec<_> = averaged.copied().collect();
        let weigh = |at: usize, weight: u32| match self.wrong {
            Some(Wrong::MemberWeightsIgnored) => 1,
            Some(Wrong::CriticalCountsDouble) if is_critical(at) => 2 * weight,
            _ => weight,
        };
        let mean_of = |of: &dyn Fn(&RequirementScore) -> Fraction| {
            let mut weighted: Vec<_> = averaged.iter().map(|&(at, weight, it)| (weigh(at, weight), of(it))).collect();
            if self.is(Wrong::NotApplicableIsFull) {
                let out = objective.members.iter().filter(|(at, _)| requirements[at].is_none());
                weighted.extend(out.map(|&(_, weight)| (weight, whole())));
            }
            self.mean(&weighted)
        };
        let mean = trio(|reading| mean_of(&|it| it.score[reading]))?;
        let mut score = mean;
        for (_, _, it) in members.iter().filter(|(at, ..)| is_critical(*at)) {
            for (score, member) in score.iter_mut().zip(it.score) {
                *score = match self.wrong {
                    Some(Wrong::CriticalIgnored | Wrong::CriticalCountsDouble) => *score,
                    Some(Wrong::CriticalCapsInFull) => member.min(*score),
                    _ => self.half(member).min(*score),
                };
            }
        }
        let levels = [mean[0], mean_of(&|it| it.own[0])?, mean_of(&|it| it.own[1])?, mean_of(&|it| it.own[2])?];
        let (mut bar, mut causes) = ([Fraction::from(0); 5], BTreeMap::new());
        for &(_, weight, it) in &members {
            let weight = i64::from(weight);
            for (sum, part) in bar.iter_mut().zip(parts_between([it.score[0], it.own[0], it.own[1], it.own[2]])) {
                *sum += part * weight;
            }
            let held_back = (it.own[0] - it.score[0]) * weight;
            let by: Vec<usize> = it.held_back_by[0].keys().copied().collect();
            let charged = if self.is(Wrong::EachCauseInFull) { by.iter().map(|&one| vec![one]).collect() } else { vec![by] };
            for by in charged.into_iter().filter(|_| held_back > Ratio::from(0)) {
                *causes.entry(by).or_insert(Fraction::from(0)) += held_back;
            }
        }
        let lowest = members.iter().map(|(_, _, it)| it.score[0]).min()?;
        let weakest: Vec<usize> = members.iter().filter(|(_, _, it)| it.score[0] == lowest).map(|(at, ..)| *at).collect();
        let mut below_norm: Vec<usize> =
            members.iter().filter(|(_, _, it)| it.band.is_none_or(|band| band < objective.norm)).map(|(at, ..)| *at).collect();
        below_norm.sort_unstable();
        let assessed = members.iter().filter(|(_, _, it)| it.state == Coverage::Assessed).count();
        Some(ObjectiveScore {
            mean,
            score,
            band: (assessed > 0).then(|| band(score[0])),
            applicable: members.len(),
            assessed,
            weakest: (weakest.iter().copied().min()?, lowest, weakest.len() - 1),
            below_norm,
            bar,
            causes,
            parts: parts_between(levels),
        })
    }

    /// M5: everything of an entity above the leaves.
    fn above(&self, entity: usize, leaves: &BTreeMap<usize, Leaf>) -> Above {
        let requirement = |at: usize| {
            let of_leaf = |leaf: usize| {
                let it = leaves[&leaf].requirements[&at].as_ref()?;
                let levels = [it.score[0], it.own[0], it.own[1], it.own[2]];
                Some((it.score, levels, it.state == Coverage::Assessed))
            };
            self.number(entity, &of_leaf).map(consolidation)
        };
        let objective = |at: usize| {
            let of_leaf = |leaf: usize| {
                let it = leaves[&leaf].objectives[&at].as_ref()?;
                let [first, second, third, fourth, _] = it.parts;
                let levels = [first, first + second, first + second + third, first + second + third + fourth];
                Some((it.score, levels, it.assessed > 0))
            };
            self.number(entity, &of_leaf).map(consolidation)
        };
        Above {
            requirements: (0..self.model.requirements.len()).map(|at| (at, requirement(at))).collect(),
            objectives: (0..self.model.objectives.len()).map(|at| (at, objective(at))).collect(),
        }
    }

    /// One number of an entity out of those of its children.
    fn number(&self, entity: usize, of_leaf: &dyn Fn(usize) -> Option<(Trio, [Fraction; 4], bool)>) -> Option<Number> {
        let children = self.model.children(entity);
        if children.is_empty() {
            let (score, levels, assessed) = of_leaf(entity)?;
            return Some(Number { score, levels, parts: parts_between(levels), leaves: vec![(entity, score[0], assessed)] });
        }
        let below: Vec<_> = children.into_iter().map(|child| (child, self.number(child, of_leaf))).collect();
        if below.iter().all(|(_, number)| number.is_none()) {
            return None;
        }
        let applying: Vec<(usize, &Number)> = below.iter().filter_map(|(child, number)| Some((*child, number.as_ref()?))).collect();
        let leaves: Vec<_> = applying.iter().flat_map(|(_, number)| number.leaves.iter().copied()).collect();
        let weigh = |child: usize| if self.is(Wrong::EntityWeightsIgnored) { 1 } else { self.model.entities[child].weight };
        let mean_of = |of: &dyn Fn(&Number) -> Fraction| {
            let mut weighted: Vec<_> = applying.iter().map(|&(child, number)| (weigh(child), of(number))).collect();
            match self.wrong {
                Some(Wrong::MinimumAbove) => return weighted.into_iter().map(|(_, x)| x).min(),
                Some(Wrong::NotApplicableIsNothingAbove) => {
                    let out = below.iter().filter(|(_, number)| number.is_none());
                    weighted.extend(out.map(|(child, _)| (weigh(*child), Fraction::from(0))));
                }
                Some(Wrong::LeavesCountAbove) => {
                    let numbers = leaves.iter().filter_map(|&(leaf, ..)| self.number(leaf, of_leaf));
                    weighted = numbers.map(|number| (1, of(&number))).collect();
                }
                _ => {}
            }
            self.mean(&weighted)
        };
        let level = |at: usize| mean_of(&|number| number.levels[at]);
        let levels = [level(0)?, level(1)?, level(2)?, level(3)?];
        let part = |at: usize| mean_of(&|number| number.parts[at]);
        let one_by_one = [part(0)?, part(1)?, part(2)?, part(3)?, part(4)?];
        let parts = if self.is(Wrong::PartsCutOneByOne) { one_by_one } else { parts_between(levels) };
        Some(Number { score: trio(|reading| mean_of(&|number| number.score[reading]))?, levels, parts, leaves })
    }
}

/// The five parts of a bar between four levels.
fn parts_between([substantiated, own, declared, possible]: [Fraction; 4]) -> Parts {
    [substantiated, own - substantiated, declared - own, possible - declared, whole() - possible]
}

fn consolidation(number: Number) -> Consolidation {
    let Number { score, levels: _, parts, mut leaves } = number;
    leaves.sort_unstable();
    let lowest = leaves.iter().map(|(_, score, _)| *score).min().unwrap();
    let weakest: Vec<usize> = leaves.iter().filter(|(_, score, _)| *score == lowest).map(|(leaf, ..)| *leaf).collect();
    let not_assessed: Vec<usize> = leaves.iter().filter(|(.., assessed)| !assessed).map(|(leaf, ..)| *leaf).collect();
    let assessed = leaves.len() - not_assessed.len();
    Consolidation {
        score,
        band: (assessed > 0).then(|| band(score[0])),
        weakest: (weakest[0], lowest, weakest.len() - 1),
        applicable: leaves.len(),
        assessed,
        not_assessed,
        parts,
    }
}

fn trio(of: impl Fn(usize) -> Option<Fraction>) -> Option<Trio> {
    Some([of(0)?, of(1)?, of(2)?])
}

/// M6: N <= 15 < P <= 50 < L <= 85 < F.
pub(crate) fn band(score: Fraction) -> Band {
    let above = |edge: i64| score > Fraction::from(edge);
    match (above(15), above(50), above(85)) {
        (_, _, true) => Band::Fully,
        (_, true, false) => Band::Largely,
        (true, false, false) => Band::Partly,
        (false, false, false) => Band::Not,
    }
}

/// Whether a relation is the one that caps in full.
fn in_full(relation: Relation) -> bool {
    match relation {
        Relation::Requires => true,
        Relation::SupportedBy => false,
    }
}
