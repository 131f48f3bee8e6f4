//! What most is held back by (method M7).

use std::collections::BTreeMap;

use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::scores::{Leaf, Scores, Worth};

/// A requirement that holds others back, and what that takes from the objectives of an entity.
///
/// What is held back belongs to all of its causes together: lifting one of several joint causes frees nothing of it. So the same points
/// stand under each of them, and keystones do not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keystone<'a> {
    /// The cause.
    pub requirement: &'a RequirementId,
    /// The sum over all objectives of what it holds back, by itself or together with others: percentage points of objectives.
    pub held_back: Worth,
    /// How much of that it holds back by itself.
    pub alone: Worth,
    /// What it holds back of each objective, by name.
    pub objectives: Vec<(&'a ObjectiveId, Worth)>,
}

impl Scores<'_> {
    /// What most is held back by at an entity, in points over all of its objectives: greatest first, then by name. Nothing for an unknown
    /// name.
    ///
    /// At a leaf these are the points of the objectives' bars ([`crate::Bar::causes`]) divided by the weight of their members. Above, the
    /// weighted means over children where the objective applies. Six decimals, the rest dropped at each level.
    #[must_use]
    pub fn keystones(&self, entity: &EntityId) -> Vec<Keystone<'_>> {
        let Some(place) = self.assessment().place(entity) else { return Vec::new() };
        let catalogue = self.assessment().catalogue();
        let mut found: BTreeMap<&RequirementId, Keystone<'_>> = BTreeMap::new();
        for (objective, causes) in catalogue.objectives().iter().zip(self.causes(place)) {
            for (cause, Held { held_back, alone }) in causes.into_iter().flatten() {
                let blank =
                    || Keystone { requirement: cause, held_back: Worth::default(), alone: Worth::default(), objectives: Vec::new() };
                let keystone = found.entry(cause).or_insert_with(blank);
                keystone.held_back = keystone.held_back.plus(held_back);
                keystone.alone = keystone.alone.plus(alone);
                keystone.objectives.push((&objective.id, held_back));
            }
        }
        let mut keystones: Vec<Keystone<'_>> = found.into_values().filter(|it| it.held_back > Worth::default()).collect();
        keystones.sort_by(|a, b| b.held_back.cmp(&a.held_back).then(b.alone.cmp(&a.alone))); // stable: then by name
        keystones
    }

    /// What each cause holds back of each objective at an entity, by position; `None` where the objective does not apply there.
    fn causes(&self, place: u32) -> Vec<Option<Causes<'_>>> {
        let children = &self.assessment().node(place).children;
        if children.is_empty() {
            return self.leaf_at(place).map_or_else(Vec::new, causes_at);
        }
        let below: Vec<_> =
            children.iter().map(|&child| (u128::from(self.assessment().weight_at(child).get()), self.causes(child))).collect();
        let objectives = 0..self.assessment().catalogue().objectives().len();
        let mean = |objective: usize| {
            let (mut sums, mut in_all) = (BTreeMap::<_, (u128, u128)>::new(), 0);
            for (weight, causes) in &below {
                let Some(Some(causes)) = causes.get(objective) else { continue };
                in_all += weight;
                for (cause, held) in causes {
                    let sum = sums.entry(*cause).or_default();
                    sum.0 += weight * u128::from(held.held_back.millionths());
                    sum.1 += weight * u128::from(held.alone.millionths());
                }
            }
            let worth = |sum: u128| Worth::of_millionths(sum.checked_div(in_all).and_then(|it| u64::try_from(it).ok()).unwrap_or_default());
            let means =
                sums.into_iter().map(|(cause, (held_back, alone))| (cause, Held { held_back: worth(held_back), alone: worth(alone) }));
            (in_all > 0).then(|| means.collect())
        };
        objectives.map(mean).collect()
    }
}

/// The same at a leaf, from its bars.
fn causes_at(leaf: Leaf<'_>) -> Vec<Option<Causes<'_>>> {
    let mut explainer = leaf.explainer();
    let objectives = leaf.catalogue().objectives().iter();
    let causes = objectives.map(|objective| {
        let it = explainer.objective(&objective.id).filter(|it| it.weight > 0)?;
        let mut found = Causes::new();
        for (causes, points) in it.bar.causes {
            let held_back = Worth::of_points(points.hundredths(), it.weight);
            for &cause in &causes {
                let held = found.entry(cause).or_default();
                held.held_back = held.held_back.plus(held_back);
                if causes.len() == 1 {
                    held.alone = held.alone.plus(held_back);
                }
            }
        }
        Some(found)
    });
    causes.collect()
}

/// What each cause holds back of one objective.
type Causes<'a> = BTreeMap<&'a RequirementId, Held>;

/// What a cause holds back of one objective, and how much of it by itself.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    held_back: Worth,
    alone: Worth,
}
