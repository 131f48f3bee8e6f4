//! Everything that scoring publishes, as exact fractions and by position: what two scorers are compared by, and what laws are about.

use std::collections::BTreeMap;

use num_rational::Ratio;
use pejling_core::{Band, Coverage, Relation};

/// An exact number, in percent or in weighted points.
pub(crate) type Fraction = Ratio<i64>;

/// Substantiated, declared, possible.
pub(crate) type Trio = [Fraction; 3];

/// Substantiated, held back, declared only, unanswered, known wrong.
pub(crate) type Parts = [Fraction; 5];

/// All scores, by entity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Published {
    pub(crate) leaves: BTreeMap<usize, Leaf>,
    pub(crate) above: BTreeMap<usize, Above>,
}

/// What one leaf scores; `None` where it does not apply.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaf {
    pub(crate) requirements: BTreeMap<usize, Option<RequirementScore>>,
    pub(crate) objectives: BTreeMap<usize, Option<ObjectiveScore>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RequirementScore {
    pub(crate) state: Coverage,
    pub(crate) own: Trio,
    pub(crate) score: Trio,
    pub(crate) band: Option<Band>,
    /// In each reading: the causes, with the fewest supporting steps to each.
    pub(crate) held_back_by: [BTreeMap<usize, u32>; 3],
    /// The direct dependencies that bind in the substantiated reading.
    pub(crate) bound_by: Vec<(usize, Relation)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ObjectiveScore {
    pub(crate) mean: Trio,
    pub(crate) score: Trio,
    pub(crate) band: Option<Band>,
    pub(crate) applicable: usize,
    pub(crate) assessed: usize,
    /// The first member with the lowest score, that score, and how many others have it.
    pub(crate) weakest: (usize, Fraction, usize),
    pub(crate) below_norm: Vec<usize>,
    /// In weighted points.
    pub(crate) bar: Parts,
    /// The points held back, by the set of causes.
    pub(crate) causes: BTreeMap<Vec<usize>, Fraction>,
    /// The bar in percent.
    pub(crate) parts: Parts,
}

/// What one entity above the leaves scores; `None` where it applies nowhere below.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Above {
    pub(crate) requirements: BTreeMap<usize, Option<Consolidation>>,
    pub(crate) objectives: BTreeMap<usize, Option<Consolidation>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Consolidation {
    pub(crate) score: Trio,
    pub(crate) band: Option<Band>,
    /// The first leaf below with the lowest score, that score, and how many others have it.
    pub(crate) weakest: (usize, Fraction, usize),
    pub(crate) applicable: usize,
    pub(crate) assessed: usize,
    pub(crate) not_assessed: Vec<usize>,
    /// The bar in percent.
    pub(crate) parts: Parts,
}

/// What a score is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// A requirement by its own evidence.
    Own(usize),
    /// A requirement with what it rests on.
    Requirement(usize),
    Objective(usize),
}

/// Every published score: by entity and what it is of.
pub(crate) type Flat = BTreeMap<(usize, Part), Option<Trio>>;

impl Published {
    /// Every published score, of leaves and above.
    pub(crate) fn flat(&self) -> Flat {
        let mut flat = Flat::new();
        for (&entity, leaf) in &self.leaves {
            for (&at, score) in &leaf.requirements {
                flat.insert((entity, Part::Own(at)), score.as_ref().map(|it| it.own));
                flat.insert((entity, Part::Requirement(at)), score.as_ref().map(|it| it.score));
            }
            flat.extend(leaf.objectives.iter().map(|(&at, score)| ((entity, Part::Objective(at)), score.as_ref().map(|it| it.score))));
        }
        for (&entity, above) in &self.above {
            let scores = |part: fn(usize) -> Part, of: &BTreeMap<usize, Option<Consolidation>>| {
                of.iter().map(|(&at, score)| ((entity, part(at)), score.as_ref().map(|it| it.score))).collect::<Vec<_>>()
            };
            flat.extend(scores(Part::Requirement, &above.requirements));
            flat.extend(scores(Part::Objective, &above.objectives));
        }
        flat
    }

    /// What a requirement scores at a leaf; `None` where it does not apply.
    pub(crate) fn at(&self, leaf: usize, requirement: usize) -> Option<&RequirementScore> {
        self.leaves[&leaf].requirements[&requirement].as_ref()
    }
}

/// Hundredths of a percent as a fraction.
pub(crate) fn percent(hundredths: impl Into<i64>) -> Fraction {
    Fraction::new(hundredths.into(), 100)
}

/// A number on the grid in whole hundredths of a percent; what is finer is dropped.
pub(crate) fn hundredths(percent: Fraction) -> u16 {
    u16::try_from((percent * 100).to_integer()).unwrap()
}
