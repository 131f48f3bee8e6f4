//! What could be done, and which of it helps only together (method M7).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::AssessmentError;
use crate::catalogue::{Catalogue, Relation};
use crate::id::{EntityId, EvidenceId, ObjectiveId};
use crate::score::Score;
use crate::scores::{Lift, Raise, Scores, Valuation, Valued, Worth};

/// Something that could be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub id: EvidenceId,
    /// What it would bring.
    pub lift: Lift,
    /// What it costs, in whole units of one's own choosing.
    pub cost: u32,
}

/// What is wrong with a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureFault {
    /// Its position among the measures.
    pub position: usize,
    /// What is wrong.
    pub error: AssessmentError,
}

/// The most bundles that are tried: those that promise most.
const BUNDLE_LIMIT: usize = 1_000;

/// The most measures in a bundle.
const BUNDLE_SIZE_LIMIT: usize = 12;

/// A measure that lifts a requirement at a leaf: how far, what it costs, and its position.
type Way = (Reverse<Score>, u32, usize);

/// An objective at an entity, and the measures that could move it.
#[derive(Debug)]
pub(crate) struct Options<'a> {
    pub(crate) valuation: Valuation<'a>,
    pub(crate) measures: Vec<Vec<Raise>>, // parallel to the measures: where each lifts what; empty where it lifts nothing
}

impl<'a> Options<'a> {
    /// The objective at the entity, and what each measure does to it. `Ok(None)` where either is unknown, or where no member applies there.
    ///
    /// # Errors
    ///
    /// Every fault of the measures.
    pub(crate) fn new(
        scores: &'a Scores<'_>,
        entity: &EntityId,
        objective: &ObjectiveId,
        measures: &[Measure],
    ) -> Result<Option<Self>, Vec<MeasureFault>> {
        let assessment = scores.assessment();
        let (mut placed, mut faults) = (Vec::new(), Vec::new());
        for (position, measure) in measures.iter().enumerate() {
            match assessment.place_lift(&measure.lift) {
                Ok((place, requirement)) => placed.push((place, requirement, measure.lift.own)),
                Err(error) => faults.push(MeasureFault { position, error }),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let Some(valuation) = Valuation::new(scores, entity, objective) else { return Ok(None) };
        let matters = relevant(assessment.catalogue(), &valuation);
        let raises = placed.into_iter().map(|(place, requirement, own)| {
            if !matters.get(requirement as usize).is_some_and(|matters| *matters) {
                return Vec::new();
            }
            let reached = assessment.leaves_held(place, requirement).into_iter();
            let raises = reached.filter_map(|(place, share)| {
                let leaf = valuation.position(place)?;
                let own = own.at(share);
                (valuation.own(leaf, requirement) < own).then_some(Raise { leaf, requirement, own })
            });
            raises.collect()
        });
        let measures = raises.collect();
        Ok(Some(Self { valuation, measures }))
    }

    /// The value with some measures done.
    pub(crate) fn with(&mut self, done: impl IntoIterator<Item = usize>) -> Valued {
        let done = done.into_iter().filter_map(|at| self.measures.get(at));
        let mut raises: Vec<Raise> = done.flatten().copied().collect();
        raises.sort_unstable_by_key(|raise| (raise.leaf, raise.requirement, Reverse(raise.own)));
        self.valuation.with(&raises)
    }

    /// The value with each measure by itself.
    fn with_each(&mut self) -> Vec<Valued> {
        self.measures.iter().map(|raises| self.valuation.with(raises)).collect()
    }

    /// The bundles that are worth trying: for each member at each leaf all that stands in its way, the worst first, as far as there are
    /// measures. Two measures and more; those that promise most first, and not all where there are very many.
    pub(crate) fn bundles(&self, cost_of: impl Fn(usize) -> u32) -> Vec<Vec<usize>> {
        let mut ways: BTreeMap<(u32, u32), Vec<Way>> = BTreeMap::new(); // by leaf and requirement, the best first
        for (at, raises) in self.measures.iter().enumerate() {
            for raise in raises {
                ways.entry((raise.leaf, raise.requirement)).or_default().push((Reverse(raise.own), cost_of(at), at));
            }
        }
        for ways in ways.values_mut() {
            ways.sort_unstable();
        }
        let catalogue = self.valuation.catalogue;
        let mut promises: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        let members: BTreeSet<_> = self.valuation.leaves.iter().flat_map(|leaf| leaf.members.iter().map(|(member, _)| *member)).collect();
        for member in members {
            let below = distances(catalogue, member);
            for (leaf, valued) in (0_u32..).zip(&self.valuation.leaves) {
                let Ok(at) = valued.members.binary_search_by_key(&member, |(member, _)| *member) else { continue };
                let weight = valued.members.get(at).map_or(0, |(_, weight)| u64::from(weight.get()));
                let mut caps: Vec<(Score, u32)> =
                    below.iter().map(|&(on, steps)| (halved(self.valuation.own(leaf, on), steps), on)).collect();
                caps.sort_unstable();
                let mut bundle = BTreeSet::new();
                let lowest = caps.first().map_or(Score::FULL, |(cap, _)| *cap);
                let mut groups = caps.chunk_by(|(a, _), (b, _)| a == b).peekable();
                while let Some(group) = groups.next() {
                    let best = group.iter().map(|&(_, on)| ways.get(&(leaf, on)).and_then(|ways| ways.first()).map(|(.., at)| *at));
                    let Some(best) = best.collect::<Option<Vec<_>>>() else { break };
                    bundle.extend(best);
                    if bundle.len() > BUNDLE_SIZE_LIMIT {
                        break;
                    }
                    let next = groups.peek().and_then(|group| group.first()).map_or(Score::FULL, |(cap, _)| *cap);
                    if bundle.len() > 1 {
                        *promises.entry(bundle.iter().copied().collect()).or_default() += weight * next.minus(lowest).wide();
                    }
                }
            }
        }
        let mut bundles: Vec<(Vec<usize>, u64)> = promises.into_iter().collect();
        bundles.sort_unstable_by(|(a, promise_a), (b, promise_b)| promise_b.cmp(promise_a).then_with(|| a.cmp(b)));
        bundles.truncate(BUNDLE_LIMIT);
        bundles.into_iter().map(|(bundle, _)| bundle).collect()
    }
}

/// By position, whether the members of an objective at some leaf rest on a requirement, or it is one.
fn relevant(catalogue: &Catalogue, valuation: &Valuation<'_>) -> Vec<bool> {
    let mut open: Vec<u32> = valuation.leaves.iter().flat_map(|leaf| leaf.members.iter().map(|(member, _)| *member)).collect();
    let mut found = vec![false; catalogue.requirements().len()];
    while let Some(node) = open.pop() {
        if found.get_mut(node as usize).is_some_and(|found| !std::mem::replace(found, true)) {
            open.extend(catalogue.dependencies_of(node).iter().map(|edge| edge.on));
        }
    }
    found
}

/// All that a requirement rests on, itself among it, each with the fewest supporting steps to it.
fn distances(catalogue: &Catalogue, from: u32) -> Vec<(u32, u32)> {
    let mut found: BTreeMap<u32, u32> = BTreeMap::new();
    let (mut layer, mut steps) = (vec![from], 0);
    while !layer.is_empty() {
        let mut further = Vec::new();
        while let Some(node) = layer.pop() {
            if found.contains_key(&node) {
                continue;
            }
            found.insert(node, steps);
            for edge in catalogue.dependencies_of(node) {
                match edge.relation {
                    Relation::Requires => layer.push(edge.on),
                    Relation::SupportedBy => further.push(edge.on),
                }
            }
        }
        (layer, steps) = (further, steps + 1);
    }
    found.into_iter().collect()
}

fn halved(score: Score, steps: u32) -> Score {
    (0..steps.min(16)).fold(score, |score, _| score.half()) // halved 14 times even nothing at all is 99.99, and stays so
}

/// What one measure, or several together, would bring to an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The measures, by position, ascending.
    pub measures: Vec<usize>,
    /// The objective with them done.
    pub after: Valued,
    /// What it is worth more than it is.
    pub gain: Worth,
}

/// What each of several measures would bring to an objective at an entity by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gains {
    /// The objective as it is.
    pub before: Valued,
    /// With everything done.
    pub all: Valued,
    /// Each measure by itself, in the order given.
    pub alone: Vec<Gain>,
}

impl Scores<'_> {
    /// What each of several measures would bring to an objective at an entity by itself. `Ok(None)` where either is unknown, or where no
    /// member applies there.
    ///
    /// Gains do not add: where two causes hold a requirement back together, each alone brings nothing (method M7). What brings more
    /// together: [`Scores::bundles`].
    ///
    /// # Errors
    ///
    /// Every fault of the measures.
    pub fn gains(&self, entity: &EntityId, objective: &ObjectiveId, measures: &[Measure]) -> Result<Option<Gains>, Vec<MeasureFault>> {
        let Some(mut options) = Options::new(self, entity, objective, measures)? else { return Ok(None) };
        let before = options.valuation.is();
        let alone = options.with_each().into_iter().enumerate();
        let alone = alone.map(|(at, after)| Gain { measures: vec![at], after, gain: after.worth.above(before.worth) }).collect();
        Ok(Some(Gains { before, all: options.with(0..measures.len()), alone }))
    }

    /// Which of several measures bring more to an objective at an entity together than one by one: each gains more with the others than
    /// alone, and none of these bundles falls apart into a smaller one and the rest. Those that gain most for what they cost first. Tried
    /// is, for each member at each leaf, all that stands in its way, the worst first; where that is very much, what promises most.
    /// `Ok(None)` where the entity or the objective is unknown, or where no member applies there.
    ///
    /// # Errors
    ///
    /// Every fault of the measures.
    pub fn bundles(
        &self,
        entity: &EntityId,
        objective: &ObjectiveId,
        measures: &[Measure],
    ) -> Result<Option<Vec<Gain>>, Vec<MeasureFault>> {
        let Some(mut options) = Options::new(self, entity, objective, measures)? else { return Ok(None) };
        let before = options.valuation.is();
        let alone: Vec<Worth> = options.with_each().into_iter().map(|after| after.worth.above(before.worth)).collect();
        let single = |at: &usize| alone.get(*at).copied().unwrap_or_default();
        let cost_of = |at: usize| measures.get(at).map_or(0, |measure| measure.cost);
        let candidates = options.bundles(cost_of);
        let mut gain = |measures: Vec<usize>| {
            let after = options.with(measures.iter().copied());
            Gain { measures, after, gain: after.worth.above(before.worth) }
        };
        let without = |bundle: &[usize], out: &[usize]| bundle.iter().copied().filter(|at| !out.contains(at)).collect::<Vec<_>>();
        let mut together: Vec<Gain> = candidates.into_iter().map(&mut gain).collect();
        let mut worth = |measures: Vec<usize>| gain(measures).gain;
        together.retain(|it| it.measures.iter().all(|at| it.gain > worth(without(&it.measures, &[*at])).plus(single(at))));
        together.sort_by_key(|it| it.measures.len()); // stable: those that promise most first among equals
        let mut bundles: Vec<Gain> = Vec::new();
        for bundle in together {
            let parts = bundles.iter().filter(|part| part.measures.iter().all(|at| bundle.measures.binary_search(at).is_ok()));
            let mut falls_apart = |part: &Gain| part.gain.plus(worth(without(&bundle.measures, &part.measures))) >= bundle.gain;
            if !parts.into_iter().any(&mut falls_apart) {
                bundles.push(bundle);
            }
        }
        let price = |it: &Gain| it.measures.iter().map(|&at| u128::from(cost_of(at))).sum::<u128>();
        let ratio = |one: &Gain, other: &Gain| u128::from(one.gain.millionths()) * price(other);
        bundles.sort_by(|a, b| ratio(b, a).cmp(&ratio(a, b)).then(b.gain.cmp(&a.gain)).then_with(|| a.measures.cmp(&b.measures)));
        Ok(Some(bundles))
    }
}
