//! What an objective is worth at an entity before anything is cut, and what it would be worth with some own scores lifted (method M7).

use std::collections::BTreeMap;
use std::fmt;

use super::Scores;
use crate::band::Weight;
use crate::catalogue::Catalogue;
use crate::id::{EntityId, ObjectiveId};
use crate::propagate::propagate;
use crate::score::{Reading, Readings, Score};

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

    /// Whole hundredths of a percent.
    pub(crate) const fn of_hundredths(hundredths: u64) -> Self {
        Self(hundredths * Self::FINER)
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
        Self::of_hundredths(score.wide())
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
}

/// A leaf at which the objective applies.
#[derive(Clone, Debug)]
pub(crate) struct ValuedLeaf {
    /// By position, all three readings alike: only what is substantiated is valued.
    own: Vec<Readings<Score>>,
    pub(crate) members: Vec<(u32, Weight)>,
    critical: Vec<u32>,
    weight: u64,
    /// As it is.
    is: Valued,
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
        let mut valuation = Self { catalogue, leaves: Vec::new(), positions: BTreeMap::new(), branches: Vec::new() };
        let leaf = |place: u32| {
            let numbers = scores.leaf_at(place)?.numbers;
            let applies = |position: u32| numbers.coverage.get(position as usize).copied().flatten().is_some();
            let members: Vec<_> = aggregate.members.iter().copied().filter(|(member, _)| applies(*member)).collect();
            let alike = |own: &Readings<Score>| own.map(|_| own.substantiated);
            let mut leaf = ValuedLeaf {
                own: numbers.own.iter().map(alike).collect(),
                critical: aggregate.critical.iter().copied().filter(|member| applies(*member)).collect(),
                weight: members.iter().map(|(_, weight)| u64::from(weight.get())).sum(),
                members,
                is: Valued { worth: Worth::default(), score: Score::ZERO },
            };
            leaf.is = leaf.valued(&propagate(catalogue, &leaf.own), Reading::Substantiated);
            (leaf.weight > 0).then_some(leaf)
        };
        valuation.grow(scores, scores.assessment().place(entity)?, &leaf)?;
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
        for leaf in &mut same.leaves {
            leaf.critical.clear();
            leaf.is = leaf.valued(&propagate(self.catalogue, &leaf.own), Reading::Substantiated);
        }
        same
    }

    /// How often a worth is cut to millionths between a leaf and the entity, at most.
    pub(crate) fn levels(&self) -> u64 {
        self.branches.len() as u64 + 1
    }

    /// What the objective is worth as things are.
    pub(crate) fn is(&self) -> Valued {
        self.with(&[])
    }

    /// What it would be worth with each of several lifts alone: lists of raises, ascending by leaf.
    ///
    /// Scores are computed for three readings at a time; here the three are of three lifts.
    pub(crate) fn with_each(&self, lifts: &[Vec<Raise>]) -> Vec<Valued> {
        let mut of_leaf: Vec<Vec<(usize, Raise)>> = vec![Vec::new(); self.leaves.len()];
        for (at, raise) in lifts.iter().enumerate().flat_map(|(at, raises)| raises.iter().map(move |raise| (at, *raise))) {
            if let Some(raises) = of_leaf.get_mut(raise.leaf as usize) {
                raises.push((at, raise));
            }
        }
        let mut found: Vec<Vec<(usize, Valued)>> = vec![Vec::new(); lifts.len()];
        for (place, (leaf, raises)) in self.leaves.iter().zip(&of_leaf).enumerate() {
            for three in raises.chunks(3) {
                let values = leaf.with_three(self.catalogue, three.iter().map(|(_, raise)| *raise));
                for ((at, _), value) in three.iter().zip(values) {
                    if let Some(found) = found.get_mut(*at) {
                        found.push((place, value));
                    }
                }
            }
        }
        let is: Vec<Valued> = self.leaves.iter().map(|leaf| leaf.is).collect();
        let mut values = is.clone();
        let total = |moved: Vec<(usize, Valued)>| {
            for &(place, value) in &moved {
                if let Some(it) = values.get_mut(place) {
                    *it = value;
                }
            }
            let total = self.total(&values);
            for (place, _) in moved {
                if let (Some(it), Some(is)) = (values.get_mut(place), is.get(place)) {
                    *it = *is;
                }
            }
            total
        };
        found.into_iter().map(total).collect()
    }

    /// What it would be worth with own scores lifted; these ascend by leaf.
    pub(crate) fn with(&self, raises: &[Raise]) -> Valued {
        let mut values: Vec<Valued> = self.leaves.iter().map(|leaf| leaf.is).collect();
        for same in raises.chunk_by(|a, b| a.leaf == b.leaf) {
            let Some(at) = same.first().map(|raise| raise.leaf as usize) else { continue };
            if let (Some(leaf), Some(value)) = (self.leaves.get(at), values.get_mut(at)) {
                *value = leaf.with(self.catalogue, same);
            }
        }
        self.total(&values)
    }

    /// The value at the entity, given that of each leaf.
    fn total(&self, leaves: &[Valued]) -> Valued {
        let mut branches: Vec<Valued> = Vec::with_capacity(self.branches.len());
        for Branch { children, weight } in &self.branches {
            let (mut worth, mut score) = (0_u128, 0_u64);
            for &(below, weight) in children {
                let value = match below {
                    Below::Leaf(at) => leaves.get(at),
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
        branches.last().or(leaves.last()).copied().unwrap_or(nothing)
    }

    /// Where a leaf stands among those at which the objective applies.
    pub(crate) fn position(&self, place: u32) -> Option<u32> {
        self.positions.get(&place).copied()
    }

    /// What a requirement scores at a leaf by its own evidence.
    pub(crate) fn own(&self, leaf: u32, requirement: u32) -> Score {
        let leaf = self.leaves.get(leaf as usize);
        leaf.and_then(|leaf| leaf.own.get(requirement as usize)).map_or(Score::FULL, |own| own.substantiated)
    }
}

impl ValuedLeaf {
    /// The value with some own scores lifted.
    fn with(&self, catalogue: &Catalogue, raises: &[Raise]) -> Valued {
        let mut own = self.own.clone();
        for raise in raises {
            if let Some(own) = own.get_mut(raise.requirement as usize).filter(|own| own.substantiated < raise.own) {
                *own = own.map(|_| raise.own);
            }
        }
        self.valued(&propagate(catalogue, &own), Reading::Substantiated)
    }

    /// The values with each of at most three own scores lifted alone.
    fn with_three(&self, catalogue: &Catalogue, raises: impl Iterator<Item = Raise>) -> [Valued; 3] {
        let mut own = self.own.clone();
        for (reading, raise) in Reading::ALL.into_iter().zip(raises) {
            if let Some(own) = own.get_mut(raise.requirement as usize) {
                let lifted = raise.own.max(*own.get(reading)); // another one may have lifted the same requirement
                match reading {
                    Reading::Substantiated => own.substantiated = lifted,
                    Reading::Declared => own.declared = lifted,
                    Reading::Possible => own.possible = lifted,
                }
            }
        }
        let scores = propagate(catalogue, &own);
        Reading::ALL.map(|reading| self.valued(&scores, reading))
    }

    /// Method M4 over the scores of all requirements.
    fn valued(&self, scores: &[Readings<Score>], reading: Reading) -> Valued {
        let score = |member: u32| scores.get(member as usize).map_or(Score::ZERO, |score| *score.get(reading));
        let points: u64 = self.members.iter().map(|&(member, weight)| u64::from(weight.get()) * score(member).wide()).sum();
        let guard = self.critical.iter().map(|&member| score(member).half()).min().unwrap_or(Score::FULL);
        let mean = Score::from_wide(points / self.weight.max(1));
        Valued { worth: Worth::of_points(points, self.weight).min(guard.into()), score: mean.min(guard) }
    }
}
