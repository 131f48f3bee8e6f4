//! Who stands above whom whatever the weights: nobody where that depends on what one finds important.

use std::collections::BTreeSet;

use super::Weighting;
use crate::band::Weight;
use crate::catalogue::Objective;
use crate::id::EntityId;
use crate::named;
use crate::score::{Points, Reading, Readings, Score};
use crate::scores::{Overall, Scores};

/// How two entities stand to each other in an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first stands above the second.
    Above(Basis),
    /// The first stands below the second.
    Below(Basis),
    /// They are equal on every member in each reading.
    Equal,
    /// They cannot be ranked.
    Unranked(Unranked),
}

named! {
    /// What an order rests on.
    Basis {
        /// At least equal on every member in each reading: no weights can turn it.
        Members = "members",
        /// At least equal under the catalogue's weights and all that were declared, in each reading.
        Weights = "weights",
    }
}

named! {
    /// Why two cannot be ranked.
    Unranked {
        /// Not the same members apply.
        DifferentMembers = "different_members",
        /// At least one of the two is not assessed in the objective.
        NotAssessed = "not_assessed",
        /// The one that would stand above is less fully assessed on some member: an open question would be its lead.
        LessAssessed = "less_assessed",
        /// Each is ahead in something, and nobody declared other weights than the catalogue's.
        EachAhead = "each_ahead",
        /// Each is ahead in something, and the declared weights do not agree.
        WeightsDisagree = "weights_disagree",
    }
}

/// The weights under which an order has to hold: the catalogue's, and those that were declared.
#[derive(Debug)]
pub(super) struct Weights(BTreeSet<Vec<Weight>>); // INVARIANT: each as long as the objective has members, in their order; without common divisor

impl Weights {
    pub(super) fn new<'a>(objective: &Objective, declared: impl Iterator<Item = &'a Weighting>) -> Self {
        let catalogue: Vec<Weight> = objective.members.iter().map(|(_, weight)| *weight).collect();
        let declared = declared.filter(|it| it.objective == objective.id).map(|weighting| {
            let given = |member| weighting.weights.iter().find(|(id, _)| id == member).map(|(_, weight)| *weight);
            objective.members.iter().map(|(member, weight)| given(member).unwrap_or(*weight)).collect::<Vec<_>>()
        });
        Self(declared.chain([catalogue]).map(|weights| in_lowest_terms(&weights)).collect())
    }

    /// How many there are besides the catalogue's.
    pub(super) fn declared(&self) -> usize {
        self.0.len() - 1
    }
}

/// The same weights without a common divisor: 2 and 2 say what 1 and 1 say.
fn in_lowest_terms(weights: &[Weight]) -> Vec<Weight> {
    let divisor = weights.iter().fold(0, |divisor, weight| greatest_common_divisor(divisor, weight.get()));
    weights.iter().map(|weight| weight.get().checked_div(divisor).and_then(Weight::new).unwrap_or(*weight)).collect()
}

fn greatest_common_divisor(mut one: u32, mut other: u32) -> u32 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// What an entity scores in an objective and on each of its members.
#[derive(Debug)]
pub(super) struct Profile {
    overall: Overall,
    members: Vec<Option<Overall>>, // INVARIANT: in the order of the objective's members
}

/// Who is ahead in something: the first, the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ahead(bool, bool);

impl Ahead {
    fn note<T: PartialOrd>(&mut self, first: &T, second: &T) {
        self.0 |= first > second;
        self.1 |= second > first;
    }

    fn note_each<T: PartialOrd>(&mut self, first: &Readings<T>, second: &Readings<T>) {
        for reading in [Reading::Substantiated, Reading::Declared, Reading::Possible] {
            self.note(first.get(reading), second.get(reading));
        }
    }
}

impl Profile {
    /// `None` where no member applies.
    pub(super) fn new(scores: &Scores<'_>, entity: &EntityId, objective: &Objective) -> Option<Self> {
        let overall = scores.overall_objective(entity, &objective.id)?;
        Some(Self { overall, members: objective.members.iter().map(|(member, _)| scores.overall(entity, member)).collect() })
    }

    /// How this one stands to another.
    ///
    /// What it scores is compared on every member, or where these cross under all weights; and each time its printed score as well, because
    /// above the leaves and under the guard of critical members that can be lower although every member is higher. Every comparison is *at least
    /// equal in all of it*, so an order is antisymmetric and transitive.
    pub(super) fn order(&self, other: &Self, weights: &Weights) -> Order {
        let mut members = Vec::with_capacity(self.members.len());
        for pair in self.members.iter().zip(&other.members) {
            match pair {
                (Some(one), Some(two)) => members.push((one, two)),
                (None, None) => {}
                (Some(_), None) | (None, Some(_)) => return Order::Unranked(Unranked::DifferentMembers),
            }
        }
        if self.overall.band().is_none() || other.overall.band().is_none() {
            return Order::Unranked(Unranked::NotAssessed);
        }
        let mut assessed = Ahead::default();
        let mut ahead = Ahead::default();
        ahead.note_each(&self.overall.score, &other.overall.score);
        for (one, two) in members {
            ahead.note_each(&one.score, &two.score);
            // assessed of applicable, as fractions over one denominator
            assessed.note(&(u64::from(one.assessed) * u64::from(two.applicable)), &(u64::from(two.assessed) * u64::from(one.applicable)));
        }
        let mut basis = Basis::Members;
        if ahead == Ahead(true, true) && weights.declared() > 0 {
            basis = Basis::Weights;
            ahead = Ahead::default();
            ahead.note_each(&self.overall.score, &other.overall.score);
            for weights in &weights.0 {
                ahead.note_each(&self.points(weights), &other.points(weights)); // the same members apply: the same divisor
            }
        }
        match (ahead, basis) {
            (Ahead(false, false), Basis::Members) if assessed == Ahead(false, false) => Order::Equal,
            (Ahead(false, false), Basis::Members) => Order::Unranked(Unranked::LessAssessed),
            (Ahead(true, true), Basis::Members) => Order::Unranked(Unranked::EachAhead),
            (Ahead(true, true) | Ahead(false, false), Basis::Weights) => Order::Unranked(Unranked::WeightsDisagree),
            (Ahead(true, false), _) if assessed.1 => Order::Unranked(Unranked::LessAssessed),
            (Ahead(false, true), _) if assessed.0 => Order::Unranked(Unranked::LessAssessed),
            (Ahead(true, false), basis) => Order::Above(basis),
            (Ahead(false, true), basis) => Order::Below(basis),
        }
    }

    /// The exact sum of weight times score over the members that apply.
    fn points(&self, weights: &[Weight]) -> Readings<Points> {
        let sum = |score: fn(&Overall) -> Score| {
            let members = self.members.iter().zip(weights).filter_map(|(member, weight)| Some((member.as_ref()?, *weight)));
            members.map(|(member, weight)| Points::of(weight, score(member))).sum()
        };
        Readings {
            substantiated: sum(|it| it.score.substantiated),
            declared: sum(|it| it.score.declared),
            possible: sum(|it| it.score.possible),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(declared: &[(&str, &[(&str, u32)])], expected: usize) {
        let objective = Objective {
            id: "x:all".parse().unwrap(),
            members: ["x:a", "x:b"].map(|id| (id.parse().unwrap(), Weight::ONE)).into(),
            critical: vec![],
            norm: crate::Band::Largely,
        };
        let weights =
            |weights: &[(&str, u32)]| weights.iter().map(|(id, weight)| (id.parse().unwrap(), Weight::new(*weight).unwrap())).collect();
        let weighting = |(id, members): &(&str, &[(&str, u32)])| Weighting { objective: id.parse().unwrap(), weights: weights(members) };
        let declared: Vec<Weighting> = declared.iter().map(weighting).collect();
        assert_eq!(Weights::new(&objective, declared.iter()).declared(), expected);
    }

    #[test]
    fn weights_that_say_the_same_count_once() {
        check(&[], 0);
        check(&[("x:all", &[])], 0); // left out: the catalogue's
        check(&[("x:all", &[("x:a", 2), ("x:b", 2)])], 0); // 2 : 2 is 1 : 1
        check(&[("x:all", &[("x:a", 2)])], 1);
        check(&[("x:all", &[("x:a", 2)]), ("x:all", &[("x:b", 3), ("x:a", 6)])], 1); // 6 : 3 is 2 : 1
        check(&[("x:all", &[("x:a", 2)]), ("x:all", &[("x:b", 2)])], 2);
        check(&[("x:other", &[("x:a", 2)])], 0);
    }
}
