//! What an objective is worth at an entity before anything is cut, and what it would be worth with some own scores lifted (method M7).

use std::collections::BTreeMap;
use std::fmt;

use super::Scores;
use super::numbers::LeafNumbers;
use crate::band::Weight;
use crate::catalogue::{Aggregate, Catalogue};
use crate::id::{EntityId, ObjectiveId};
use crate::propagate::{Ripple, Settled};
use crate::score::{Readings, Score};

/// The substantiated score of an objective before it is cut to two decimals, or the gain of such a score: in percent, with six decimals.
///
/// At a leaf it is the weighted mean of the printed scores of its members, or the cap of a critical member where that is lower; above the
/// leaves the weighted mean over children. Six decimals, the rest dropped at each level: two changes that print the same score are still
/// told apart, and every gain follows from numbers that are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Worth(u64); // INVARIANT: millionths of a percent, at most 10^8

impl Worth {
    /// Millionths of a percent in a hundredth.
    const FINER: u64 = 10_000;

    /// In whole millionths of a percent.
    #[must_use]
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// What this is more than another, at least nothing.
    #[must_use]
    pub const fn above(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The two together.
    pub(crate) const fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    pub(crate) const fn of_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// Weighted points (weight times hundredths of a percent) of a weight in all.
    pub(crate) fn of_points(points: u64, weight: u64) -> Self {
        let millionths = u128::from(points) * u128::from(Self::FINER) / u128::from(weight.max(1));
        Self(u64::try_from(millionths).unwrap_or(u64::MAX))
    }
}

impl From<Score> for Worth {
    fn from(score: Score) -> Self {
        Self(score.wide() * Self::FINER)
    }
}

impl fmt::Display for Worth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:06}", self.0 / 1_000_000, self.0 % 1_000_000)
    }
}

/// What an objective scores at an entity, as printed and before it is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Valued {
    /// Before it is cut.
    pub worth: Worth,
    /// As printed: by M4 at a leaf, by M5 above.
    pub score: Score,
}

/// An own score that is lifted at one leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Raise {
    /// The leaf, by its position among the valued ones.
    pub(crate) leaf: u32,
    /// The requirement, by position.
    pub(crate) requirement: u32,
    /// The own score that it is lifted to, at least.
    pub(crate) own: Score,
}

/// An objective at an entity, ready to be valued with one set of lifts after the other.
#[derive(Clone, Debug)]
pub(crate) struct Valuation<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) leaves: Vec<ValuedLeaf>,
    positions: BTreeMap<u32, u32>, // of the leaves, by place
    branches: Vec<Branch>,         // INVARIANT: each after those below it; the last is the entity
    values: Vec<Valued>,           // INVARIANT: by leaf, as it is, except while it is valued otherwise
    ripple: Ripple,
}

/// A leaf at which the objective applies.
#[derive(Clone, Debug)]
pub(crate) struct ValuedLeaf {
    /// All three readings alike: only what is substantiated is valued.
    settled: Settled,
    pub(crate) members: Vec<(u32, Weight)>, // INVARIANT: ascending
    critical: Vec<u32>,
    weight: u64,
    points: u64, // of all members: weight times hundredths of a percent
}

/// An entity above the leaves: what stands below it, with weights.
#[derive(Clone, Debug)]
struct Branch {
    children: Vec<(Below, u64)>,
    weight: u64,
}

#[derive(Clone, Copy, Debug)]
enum Below {
    Leaf(usize),
    Branch(usize),
}

impl<'a> Valuation<'a> {
    /// The objective at the entity; `None` where either is unknown, or where no member applies there.
    pub(crate) fn new(scores: &'a Scores<'_>, entity: &EntityId, objective: &ObjectiveId) -> Option<Self> {
        let catalogue = &**scores.assessment().catalogue();
        let aggregate = catalogue.aggregates().get(catalogue.objective_position(objective)?)?;
        let (leaves, positions, branches) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut valuation = Self { catalogue, leaves, positions, branches, values: Vec::new(), ripple: Ripple::default() };
        let leaf = |place: u32| ValuedLeaf::new(scores.leaf_at(place)?.numbers, catalogue, aggregate);
        valuation.grow(scores, scores.assessment().place(entity)?, &leaf)?;
        valuation.values = valuation.leaves.iter().map(|leaf| leaf.valued(catalogue, leaf.points)).collect();
        Some(valuation)
    }

    /// Adds an entity with all below it; `None` where the objective does not apply there.
    fn grow(&mut self, scores: &Scores<'_>, place: u32, leaf: &impl Fn(u32) -> Option<ValuedLeaf>) -> Option<Below> {
        let children = &scores.assessment().node(place).children;
        if children.is_empty() {
            self.leaves.push(leaf(place)?);
            self.positions.extend(u32::try_from(self.leaves.len() - 1).ok().map(|at| (place, at)));
            return Some(Below::Leaf(self.leaves.len() - 1));
        }
        let below: Vec<_> = children
            .iter()
            .filter_map(|&child| Some((self.grow(scores, child, leaf)?, u64::from(scores.assessment().weight_at(child).get()))))
            .collect();
        if below.is_empty() {
            return None;
        }
        self.branches.push(Branch { weight: below.iter().map(|(_, weight)| weight).sum(), children: below });
        Some(Below::Branch(self.branches.len() - 1))
    }

    /// Whether critical members cap the objective anywhere.
    pub(crate) fn is_guarded(&self) -> bool {
        self.leaves.iter().any(|leaf| !leaf.critical.is_empty())
    }

    /// The same without the caps of critical members: it is worth no less.
    pub(crate) fn unguarded(&self) -> Self {
        let mut same = self.clone();
        for (leaf, value) in same.leaves.iter_mut().zip(&mut same.values) {
            leaf.critical.clear();
            *value = leaf.valued(same.catalogue, leaf.points);
        }
        same
    }

    /// How often a worth is cut to millionths between a leaf and the entity, at most.
    pub(crate) fn levels(&self) -> u64 {
        self.branches.len() as u64 + 1
    }

    /// What the objective is worth as things are.
    pub(crate) fn is(&self) -> Valued {
        let mut branches: Vec<Valued> = Vec::with_capacity(self.branches.len());
        for Branch { children, weight } in &self.branches {
            let (mut worth, mut score) = (0_u128, 0_u64);
            for &(below, weight) in children {
                let value = match below {
                    Below::Leaf(at) => self.values.get(at),
                    Below::Branch(at) => branches.get(at),
                };
                if let Some(value) = value {
                    worth += u128::from(weight) * u128::from(value.worth.0);
                    score += weight * value.score.wide();
                }
            }
            let worth = Worth(u64::try_from(worth / u128::from(*weight)).unwrap_or(u64::MAX));
            branches.push(Valued { worth, score: Score::from_wide(score / weight) });
        }
        let nothing = Valued { worth: Worth::default(), score: Score::ZERO };
        branches.last().or(self.values.last()).copied().unwrap_or(nothing)
    }

    /// What it would be worth with own scores lifted; these ascend by leaf.
    pub(crate) fn with(&mut self, raises: &[Raise]) -> Valued {
        let leaf_of = |same: &[Raise]| same.first().map(|raise| raise.leaf as usize);
        let mut before: Vec<(usize, Valued)> = Vec::new();
        for same in raises.chunk_by(|a, b| a.leaf == b.leaf) {
            let Some(at) = leaf_of(same) else { continue };
            if let (Some(leaf), Some(value)) = (self.leaves.get_mut(at), self.values.get_mut(at)) {
                before.push((at, std::mem::replace(value, leaf.with(self.catalogue, same, &mut self.ripple))));
            }
        }
        let with = self.is();
        for (at, is) in before {
            if let Some(value) = self.values.get_mut(at) {
                *value = is;
            }
        }
        with
    }

    /// Where a leaf stands among those at which the objective applies.
    pub(crate) fn position(&self, place: u32) -> Option<u32> {
        self.positions.get(&place).copied()
    }

    /// What a requirement scores at a leaf by its own evidence.
    pub(crate) fn own(&self, leaf: u32, requirement: u32) -> Score {
        self.leaves.get(leaf as usize).map_or(Score::FULL, |leaf| leaf.settled.own(self.catalogue, requirement).substantiated)
    }
}

impl ValuedLeaf {
    /// `None` where no member applies.
    fn new(numbers: &LeafNumbers, catalogue: &Catalogue, aggregate: &Aggregate) -> Option<Self> {
        let applies = |position: u32| numbers.coverage.get(position as usize).copied().flatten().is_some();
        let members: Vec<_> = aggregate.members.iter().copied().filter(|(member, _)| applies(*member)).collect();
        let settled = numbers.settled.substantiated();
        let points = |&(member, weight): &(u32, Weight)| u64::from(weight.get()) * settled.score(catalogue, member).substantiated.wide();
        let leaf = Self {
            critical: aggregate.critical.iter().copied().filter(|member| applies(*member)).collect(),
            weight: members.iter().map(|(_, weight)| u64::from(weight.get())).sum(),
            points: members.iter().map(points).sum(),
            members,
            settled,
        };
        (leaf.weight > 0).then_some(leaf)
    }

    /// The value with some own scores lifted.
    fn with(&mut self, catalogue: &Catalogue, raises: &[Raise], ripple: &mut Ripple) -> Valued {
        for raise in raises {
            if self.settled.own(catalogue, raise.requirement).substantiated < raise.own {
                ripple.set(&mut self.settled, catalogue, raise.requirement, Readings::FULL.map(|_| raise.own));
            }
        }
        ripple.follow(&mut self.settled, catalogue);
        let mut points = self.points;
        for (position, before, after) in ripple.moved(&self.settled, catalogue) {
            if let Ok(at) = self.members.binary_search_by_key(&position, |(member, _)| *member) {
                let weight = self.members.get(at).map_or(0, |(_, weight)| u64::from(weight.get()));
                points += weight * after.substantiated.minus(before.substantiated).wide(); // a lift lowers nothing
            }
        }
        let value = self.valued(catalogue, points);
        ripple.take_back(&mut self.settled);
        value
    }

    /// Method M4, given what the members add up to.
    fn valued(&self, catalogue: &Catalogue, points: u64) -> Valued {
        let halves = self.critical.iter().map(|&member| self.settled.score(catalogue, member).substantiated.half());
        let guard = halves.min().unwrap_or(Score::FULL);
        let mean = Score::from_wide(points / self.weight.max(1));
        Valued { worth: Worth::of_points(points, self.weight).min(guard.into()), score: mean.min(guard) }
    }
}
