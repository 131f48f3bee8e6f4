//! The checked dependency graph: what is asked, and what rests on what.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use crate::band::{Band, Weight};
use crate::evidence::Target;
use crate::graph::Order;
use crate::id::{Edition, FrameworkId, ObjectiveId, RequirementId};
use crate::named;
use crate::propagate::Flow;

pub use self::fault::{CatalogueError, CatalogueFault, CataloguePart, CataloguePlace};

mod fault;

/// One published framework as it is handed in; [`Catalogue::new`] checks it together with those that it builds on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Its name.
    pub id: FrameworkId,
    /// The edition of our catalogue of it.
    pub edition: Edition,
    /// Frameworks that its edges may point into.
    pub builds_on: Vec<FrameworkId>,
    /// What it asks.
    pub requirements: Vec<Requirement>,
    /// What is summed up.
    pub objectives: Vec<Objective>,
}

/// What evidence is held against: an ISO clause or control, a GDPR duty, what a principle asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its qualified name; the framework in it is the one that it belongs to.
    pub id: RequirementId,
    /// The maturity level that counts as 100 %, where it is not [`Target::default`].
    pub target: Option<Target>,
    /// It has no evidence of its own and is exactly what it `requires` (method M3).
    pub composite: bool,
    /// Whether it may be declared not applicable.
    pub excludable: Excludable,
    /// Without these it is worth no more than they are.
    pub requires: Vec<RequirementId>,
    /// Without these it is weaker: their shortfall counts half.
    pub supported_by: Vec<RequirementId>,
}

named! {
    /// Whether a requirement may be declared not applicable (method M2).
    Excludable {
        /// Never, as ISO clauses 4-10.
        Never = "never",
        /// Only under the condition that the catalogue names, as some legal duties.
        OnCondition = "on-condition",
        /// With a reason and an approver, as the controls of Annex A.
        Freely = "freely",
    }
}

/// An aggregate of requirements of one framework: the framework, a chapter, a principle, a theme, a working group's field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its qualified name; the framework in it is the one that it belongs to.
    pub id: ObjectiveId,
    /// What it sums up, with weights.
    pub members: Vec<(RequirementId, Weight)>,
    /// Members whose halved shortfall caps it (method M4).
    pub critical: Vec<RequirementId>,
    /// The band that every member should reach.
    pub norm: Band,
}

named! {
    /// How one requirement rests on another (method M3).
    Relation {
        /// It is worth no more than the other.
        Requires = "requires",
        /// The other's shortfall counts half.
        SupportedBy = "supported_by",
    }
}

/// One step of the dependency graph, from a requirement to one that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dependency {
    pub(crate) on: u32,
    pub(crate) relation: Relation,
}

/// Composites that are made of each other in a circle (nearly always: a single one), and what they are made of besides.
#[derive(Clone, Debug)]
pub(crate) struct Composite {
    pub(crate) members: Vec<u32>,
    pub(crate) parts: Vec<u32>, // INVARIANT: never empty, no member
}

/// An objective in positions instead of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aggregate {
    pub(crate) members: Vec<(u32, Weight)>,
    pub(crate) critical: Vec<u32>,
}

/// Frameworks that were checked together and form one dependency graph.
///
/// ```
/// use pejling_core::{Band, Catalogue, Excludable, Framework, Objective, Requirement, Weight};
///
/// let requirement = |id: &str, supported_by: &[&str]| Requirement {
///     id: id.parse().unwrap(),
///     target: None,
///     composite: false,
///     excludable: Excludable::Freely,
///     requires: vec![],
///     supported_by: supported_by.iter().map(|id| id.parse().unwrap()).collect(),
/// };
/// let catalogue = Catalogue::new(vec![Framework {
///     id: "demo".parse()?,
///     edition: "1".parse()?,
///     builds_on: vec![],
///     requirements: vec![requirement("demo:logs", &[]), requirement("demo:review", &["demo:logs"])],
///     objectives: vec![Objective {
///         id: "demo:all".parse()?,
///         members: vec![("demo:logs".parse()?, Weight::ONE), ("demo:review".parse()?, Weight::ONE)],
///         critical: vec![],
///         norm: Band::Largely,
///     }],
/// }]).unwrap();
/// assert_eq!(catalogue.requirements().len(), 2);
/// # Ok::<(), pejling_core::IdError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Catalogue {
    frameworks: Vec<(FrameworkId, Edition)>,
    requirements: Vec<Requirement>, // INVARIANT: ascending by id, which is their position everywhere else
    objectives: Vec<Objective>,     // INVARIANT: ascending by id
    positions: HashMap<RequirementId, u32, RandomState>,
    starts: Vec<u32>, // INVARIANT: one more than requirements; node v's dependencies are starts[v]..starts[v + 1]
    dependencies: Vec<Dependency>,
    order: Order,
    flow: Flow,                           // INVARIANT: the dependencies in `order`
    composites: Vec<Composite>,           // INVARIANT: each after the composites among its parts
    aggregates: Vec<Aggregate>,           // INVARIANT: parallel to `objectives`
    memberships: Vec<Vec<(u32, Weight)>>, // INVARIANT: parallel to `requirements`: the objectives that it is a member of
}

impl Catalogue {
    /// Checks frameworks together.
    ///
    /// # Errors
    ///
    /// Every fault there is, in the order of the input. Cycles are legal: see [`Catalogue::cycles`].
    pub fn new(frameworks: Vec<Framework>) -> Result<Self, Vec<CatalogueFault>> {
        let faults = fault::find(&frameworks);
        if faults.is_empty() { Ok(Self::build(frameworks)) } else { Err(faults) }
    }

    /// Builds the graph out of frameworks without fault.
    fn build(frameworks: Vec<Framework>) -> Self {
        let mut named = Vec::new();
        let mut requirements = Vec::new();
        let mut objectives = Vec::new();
        for framework in frameworks {
            let Framework { id, edition, builds_on: _, requirements: asks, objectives: sums } = framework;
            named.push((id, edition));
            requirements.extend(asks);
            objectives.extend(sums);
        }
        named.sort_unstable();
        requirements.sort_unstable_by(|a: &Requirement, b| a.id.cmp(&b.id));
        objectives.sort_unstable_by(|a: &Objective, b| a.id.cmp(&b.id));
        let positions: HashMap<_, _, _> = (0_u32..).zip(&requirements).map(|(position, it)| (it.id.clone(), position)).collect();
        let at = |id: &RequirementId| positions.get(id).copied();

        let mut starts = vec![0];
        let mut dependencies = Vec::new();
        for requirement in &requirements {
            let from = dependencies.len();
            let edges =
                |ids: &[RequirementId], relation| ids.iter().filter_map(at).map(|on| Dependency { on, relation }).collect::<Vec<_>>();
            dependencies.extend(edges(&requirement.requires, Relation::Requires));
            dependencies.extend(edges(&requirement.supported_by, Relation::SupportedBy));
            if let Some(own) = dependencies.get_mut(from..) {
                own.sort_unstable();
            }
            starts.push(u32::try_from(dependencies.len()).unwrap_or(u32::MAX));
        }
        let aggregates: Vec<Aggregate> = objectives
            .iter()
            .map(|objective| {
                let mut members: Vec<_> = objective.members.iter().filter_map(|(id, weight)| Some((at(id)?, *weight))).collect();
                members.sort_unstable();
                let mut critical: Vec<_> = objective.critical.iter().filter_map(at).collect();
                critical.sort_unstable();
                Aggregate { members, critical }
            })
            .collect();
        let mut memberships = vec![Vec::new(); requirements.len()];
        for (at, aggregate) in (0_u32..).zip(&aggregates) {
            for &(member, weight) in &aggregate.members {
                if let Some(memberships) = memberships.get_mut(member as usize) {
                    memberships.push((at, weight));
                }
            }
        }
        let mut catalogue = Self {
            frameworks: named,
            requirements,
            objectives,
            positions,
            starts,
            dependencies,
            order: Order::default(),
            flow: Flow::default(),
            composites: Vec::new(),
            aggregates,
            memberships,
        };
        let edges = (0_u32..).zip(&catalogue.requirements);
        let edges = edges.flat_map(|(node, _)| catalogue.dependencies_of(node).iter().map(move |edge| (node, edge.on)));
        catalogue.order = Order::of(catalogue.requirements.len(), edges);
        catalogue.flow = Flow::new(&catalogue.order, |node| catalogue.dependencies_of(node));
        catalogue.composites = catalogue.find_composites();
        catalogue
    }

    /// Composites in an order in which the state of each follows from those before it.
    fn find_composites(&self) -> Vec<Composite> {
        let nodes: Vec<u32> = (0_u32..).zip(&self.requirements).filter(|(_, it)| it.composite).map(|(node, _)| node).collect();
        let place = |node: u32| nodes.binary_search(&node).ok().and_then(|place| u32::try_from(place).ok());
        let edges = (0_u32..).zip(&nodes).flat_map(|(from, &node)| self.parts_of(node).filter_map(move |on| Some((from, place(on)?))));
        let order = Order::of(nodes.len(), edges);
        let composites = order.components().map(|component| {
            let members: Vec<u32> = component.iter().filter_map(|&place| nodes.get(place as usize).copied()).collect();
            let parts: BTreeSet<u32> = members.iter().flat_map(|&node| self.parts_of(node)).collect();
            let parts = parts.into_iter().filter(|part| members.binary_search(part).is_err()).collect();
            Composite { members, parts }
        });
        composites.collect()
    }

    fn parts_of(&self, composite: u32) -> impl Iterator<Item = u32> {
        self.dependencies_of(composite).iter().filter(|edge| edge.relation == Relation::Requires).map(|edge| edge.on)
    }

    /// The frameworks with the edition of each, by name.
    #[must_use]
    pub fn frameworks(&self) -> &[(FrameworkId, Edition)] {
        &self.frameworks
    }

    /// All requirements, by name.
    #[must_use]
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// All objectives, by name.
    #[must_use]
    pub fn objectives(&self) -> &[Objective] {
        &self.objectives
    }

    /// Whether another catalogue asks for the same, so that the same evidence scores the same against it.
    pub(crate) fn asks_the_same(&self, other: &Self) -> bool {
        let asked = |it: &Requirement| (it.id.clone(), it.target.unwrap_or_default(), it.composite);
        self.requirements.iter().map(asked).eq(other.requirements.iter().map(asked))
            && self.objectives.iter().map(|it| &it.id).eq(other.objectives.iter().map(|it| &it.id))
            && self.starts == other.starts
            && self.dependencies == other.dependencies
            && self.aggregates == other.aggregates
    }

    /// Whether evidence can be held against a requirement: there is one of that name, and it is no composite.
    pub(crate) fn takes_evidence(&self, requirement: &RequirementId) -> bool {
        self.requirement(requirement).is_some_and(|it| !it.composite)
    }

    /// The requirement of that name.
    #[must_use]
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.requirements.get(self.position(id)? as usize)
    }

    /// The objective of that name.
    #[must_use]
    pub fn objective(&self, id: &ObjectiveId) -> Option<&Objective> {
        self.objectives.get(self.objective_position(id)?)
    }

    /// The requirements that rest on each other in a circle, each circle by name. Circles are legal: real reference graphs have them.
    pub fn cycles(&self) -> impl Iterator<Item = Vec<&RequirementId>> {
        self.order.cycles.iter().map(|range| {
            let members = self.order.nodes.get(range.clone()).unwrap_or_default();
            members.iter().map(|&node| self.id_at(node)).collect()
        })
    }

    /// What a requirement rests on directly.
    pub fn rests_on(&self, id: &RequirementId) -> impl Iterator<Item = (Relation, &RequirementId)> {
        let edges = self.position(id).map(|node| self.dependencies_of(node)).unwrap_or_default();
        edges.iter().map(|edge| (edge.relation, self.id_at(edge.on)))
    }

    /// What rests on a requirement directly.
    pub fn carries(&self, id: &RequirementId) -> impl Iterator<Item = (Relation, &RequirementId)> {
        let wanted = self.position(id);
        let nodes = (0_u32..).zip(&self.requirements);
        nodes.flat_map(move |(node, requirement)| {
            let edges = self.dependencies_of(node).iter().filter(move |edge| Some(edge.on) == wanted);
            edges.map(move |edge| (edge.relation, &requirement.id))
        })
    }

    /// A requirement and everything that it rests on, directly or not. Empty where there is no such requirement.
    #[must_use]
    pub fn all_below(&self, id: &RequirementId) -> BTreeSet<&RequirementId> {
        let mut open: Vec<u32> = self.position(id).into_iter().collect();
        let mut found = BTreeSet::new();
        while let Some(node) = open.pop() {
            if found.insert(node) {
                open.extend(self.dependencies_of(node).iter().map(|edge| edge.on));
            }
        }
        found.into_iter().map(|node| self.id_at(node)).collect()
    }

    /// The requirements of these names and all that rests on one of them, directly or not, by name: if the own scores of these change, no
    /// other score can move (method M3). Names that the catalogue lacks are passed over.
    pub fn resting_on<'a>(&self, ids: impl IntoIterator<Item = &'a RequirementId>) -> impl Iterator<Item = &RequirementId> {
        let mut rests = vec![false; self.requirements.len()];
        let mark = |rests: &mut Vec<bool>, node: u32| {
            if let Some(it) = rests.get_mut(node as usize) {
                *it = true;
            }
        };
        for node in ids.into_iter().filter_map(|id| self.position(id)) {
            mark(&mut rests, node);
        }
        for component in self.order.components() {
            let is_marked = |node: u32| rests.get(node as usize).copied().unwrap_or_default();
            let touched = |&node: &u32| is_marked(node) || self.dependencies_of(node).iter().any(|edge| is_marked(edge.on));
            if component.iter().any(touched) {
                for &node in component {
                    mark(&mut rests, node); // in a circle each rests on each
                }
            }
        }
        self.requirements.iter().zip(rests).filter_map(|(requirement, rests)| rests.then_some(&requirement.id))
    }

    pub(crate) fn position(&self, id: &RequirementId) -> Option<u32> {
        self.positions.get(id).copied()
    }

    /// The maturity level that counts as 100 % of the requirement at a position.
    pub(crate) fn target(&self, node: u32) -> Target {
        self.requirements.get(node as usize).and_then(|it| it.target).unwrap_or_default()
    }

    pub(crate) fn objective_position(&self, id: &ObjectiveId) -> Option<usize> {
        self.objectives.binary_search_by(|objective| objective.id.cmp(id)).ok()
    }

    pub(crate) fn order(&self) -> &Order {
        &self.order
    }

    pub(crate) fn flow(&self) -> &Flow {
        &self.flow
    }

    /// The ranks, ascending, of the requirements at these positions: see [`Flow`].
    pub(crate) fn ranks(&self, positions: &[u32]) -> Vec<usize> {
        let mut ranks: Vec<usize> = positions.iter().map(|&position| self.flow.rank(position)).collect();
        ranks.sort_unstable();
        ranks
    }

    pub(crate) fn aggregates(&self) -> &[Aggregate] {
        &self.aggregates
    }

    /// The objectives that the requirement at a position is a member of, with its weight there.
    pub(crate) fn memberships(&self, node: u32) -> &[(u32, Weight)] {
        self.memberships.get(node as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn composites(&self) -> &[Composite] {
        &self.composites
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: positions are given out by this catalogue, so they lie within it")]
    pub(crate) fn dependencies_of(&self, node: u32) -> &[Dependency] {
        let node = node as usize;
        &self.dependencies[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    #[allow(clippy::indexing_slicing, reason = "INVARIANT: positions are given out by this catalogue, so they lie within it")]
    pub(crate) fn id_at(&self, node: u32) -> &RequirementId {
        &self.requirements[node as usize].id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(catalogue: &Catalogue, from: &[&str], expected: &[&str]) {
        let ids: Vec<RequirementId> = from.iter().map(|id| format!("x:{id}").parse().unwrap()).collect();
        let found: Vec<_> = catalogue.resting_on(&ids).map(RequirementId::local).collect();
        assert_eq!(found, expected, "{from:?}");
    }

    #[test]
    fn what_rests_on_a_requirement_is_found_through_circles() {
        // a rests on b, b and c on each other, c on d; e on a and f; f on nothing
        let edges = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("e", "a"), ("e", "f")];
        let id = |local: &str| RequirementId::of(&"x".parse().unwrap(), local).unwrap();
        let requirement = |local: &str| Requirement {
            id: id(local),
            target: None,
            composite: false,
            excludable: Excludable::Freely,
            requires: edges.iter().filter(|(from, on)| *from == local && *on != "b").map(|(_, on)| id(on)).collect(),
            supported_by: edges.iter().filter(|(from, on)| *from == local && *on == "b").map(|(_, on)| id(on)).collect(),
        };
        let requirements = ["a", "b", "c", "d", "e", "f"].map(requirement).into();
        let framework =
            Framework { id: "x".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements, objectives: vec![] };
        let catalogue = Catalogue::new(vec![framework]).unwrap();
        check(&catalogue, &["d"], &["a", "b", "c", "d", "e"]);
        check(&catalogue, &["b"], &["a", "b", "c", "e"]);
        check(&catalogue, &["f"], &["e", "f"]);
        check(&catalogue, &["e"], &["e"]);
        check(&catalogue, &["a", "f"], &["a", "e", "f"]);
        check(&catalogue, &["unknown"], &[]);
        check(&catalogue, &[], &[]);
    }
}
