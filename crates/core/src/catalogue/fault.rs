//! What can be wrong with a catalogue: every fault at once, each with its place.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Band, Excludable, Framework, FrameworkId, ObjectiveId, Requirement, RequirementId};
use crate::fault::faults;

/// Where in the input of [`super::Catalogue::new`] a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CataloguePlace {
    /// The position of the framework.
    pub framework: usize,
    /// The part of it.
    pub part: CataloguePart,
}

/// The part of a framework that is at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CataloguePart {
    /// The framework as such.
    Whole,
    /// The requirement at this position.
    Requirement(usize),
    /// The objective at this position.
    Objective(usize),
}

/// A fault in a catalogue and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct CatalogueFault {
    /// Where it is.
    pub place: CataloguePlace,
    /// What it is.
    pub error: CatalogueError,
}

faults! {
    /// A fault in a catalogue.
    CatalogueError {
        /// Two frameworks have the same name.
        #[error("the framework `{framework}` is given twice")]
        "duplicate-framework" DuplicateFramework { framework: FrameworkId },
        /// A framework builds on one that is not loaded.
        #[error("`{framework}` builds on `{base}`, which is not loaded")]
        "unknown-base" UnknownBase { framework: FrameworkId, base: FrameworkId },
        /// Frameworks build on each other in a circle.
        #[error("`{framework}` builds on itself, directly or through others")]
        "framework-cycle" FrameworkCycle { framework: FrameworkId },
        /// Two requirements have the same name.
        #[error("the requirement `{requirement}` is given twice")]
        "duplicate-requirement" DuplicateRequirement { requirement: RequirementId },
        /// A requirement's name says another framework than the one it is given in.
        #[error("`{requirement}` is given in `{framework}`")]
        "foreign-requirement" ForeignRequirement { framework: FrameworkId, requirement: RequirementId },
        /// A requirement rests on one that no loaded framework has.
        #[error("`{requirement}` rests on unknown requirement `{missing}`")]
        "unknown-dependency" UnknownDependency { requirement: RequirementId, missing: RequirementId },
        /// A requirement rests on one of a framework that its own does not build on.
        #[error("`{requirement}` rests on `{dependency}`, and `{}` does not build on `{}`", requirement.framework(), dependency.framework())]
        "dependency-not-built-on" DependencyNotBuiltOn { requirement: RequirementId, dependency: RequirementId },
        /// A requirement rests on itself.
        #[error("`{requirement}` rests on itself")]
        "self-dependency" SelfDependency { requirement: RequirementId },
        /// A requirement rests on another twice.
        #[error("`{requirement}` rests on `{dependency}` twice")]
        "duplicate-dependency" DuplicateDependency { requirement: RequirementId, dependency: RequirementId },
        /// A composite is made of nothing that has evidence of its own.
        #[error("the composite `{requirement}` has no part with evidence of its own")]
        "composite-without-parts" CompositeWithoutParts { requirement: RequirementId },
        /// A composite states a target, which only evidence can reach.
        #[error("the composite `{requirement}` has a target")]
        "composite-with-target" CompositeWithTarget { requirement: RequirementId },
        /// A composite says whether it may be excluded; it is out when all its parts are.
        #[error("the composite `{requirement}` says that it may be excluded")]
        "composite-excludable" CompositeExcludable { requirement: RequirementId },
        /// Two objectives have the same name.
        #[error("the objective `{objective}` is given twice")]
        "duplicate-objective" DuplicateObjective { objective: ObjectiveId },
        /// An objective's name says another framework than the one it is given in.
        #[error("`{objective}` is given in `{framework}`")]
        "foreign-objective" ForeignObjective { framework: FrameworkId, objective: ObjectiveId },
        /// An objective is named as a requirement is.
        #[error("the objective `{objective}` is named as a requirement is")]
        "objective-named-as-requirement" ObjectiveNamedAsRequirement { objective: ObjectiveId },
        /// An objective sums up nothing.
        #[error("the objective `{objective}` has no members")]
        "objective-without-members" ObjectiveWithoutMembers { objective: ObjectiveId },
        /// A member is a requirement of another framework: no score crosses frameworks.
        #[error("`{member}` is no requirement of `{}`", objective.framework())]
        "member-of-another-framework" MemberOfAnotherFramework { objective: ObjectiveId, member: RequirementId },
        /// A member does not exist.
        #[error("`{objective}` has unknown member `{member}`")]
        "unknown-member" UnknownMember { objective: ObjectiveId, member: RequirementId },
        /// A member is given twice.
        #[error("`{objective}` has the member `{member}` twice")]
        "duplicate-member" DuplicateMember { objective: ObjectiveId, member: RequirementId },
        /// A critical requirement is no member.
        #[error("`{critical}` is critical to `{objective}` and no member of it")]
        "critical-not-member" CriticalNotMember { objective: ObjectiveId, critical: RequirementId },
        /// A critical requirement is given twice.
        #[error("`{critical}` is critical to `{objective}` twice")]
        "duplicate-critical" DuplicateCritical { objective: ObjectiveId, critical: RequirementId },
        /// The norm of an objective is the band that everything reaches.
        #[error("the norm of `{objective}` is N, which everything reaches")]
        "empty-norm" EmptyNorm { objective: ObjectiveId },
    }
}

/// Every fault of frameworks that are loaded together, in the order of the input.
pub(super) fn find(frameworks: &[Framework]) -> Vec<CatalogueFault> {
    let requirements = || frameworks.iter().flat_map(|framework| &framework.requirements);
    let known = requirements().map(|it| (&it.id, it)).collect();
    let mut search = Search { made: made_of_something(&known, requirements()), known, frameworks, faults: Vec::new() };
    search.frameworks();
    for (position, framework) in frameworks.iter().enumerate() {
        search.requirements(position, framework);
        search.objectives(position, framework);
    }
    let mut faults = search.faults;
    faults.sort_by_key(|fault| fault.place); // stable: within a place in the order of search
    faults
}

type Known<'a> = HashMap<&'a RequirementId, &'a Requirement>;

/// The composites that lead, through composites, to a requirement with evidence of its own.
fn made_of_something<'a>(known: &Known<'a>, requirements: impl Iterator<Item = &'a Requirement>) -> HashSet<&'a RequirementId> {
    let mut wholes: HashMap<&RequirementId, Vec<&RequirementId>> = HashMap::new();
    let (mut made, mut open) = (HashSet::new(), Vec::new());
    for composite in requirements.filter(|it| it.composite) {
        for part in composite.requires.iter().filter_map(|id| known.get(id)) {
            if part.composite {
                wholes.entry(&part.id).or_default().push(&composite.id);
            } else if made.insert(&composite.id) {
                open.push(&composite.id);
            }
        }
    }
    while let Some(part) = open.pop() {
        let above = wholes.remove(part).unwrap_or_default();
        open.extend(above.into_iter().filter(|whole| made.insert(whole)));
    }
    made
}

struct Search<'a> {
    made: HashSet<&'a RequirementId>,
    known: Known<'a>,
    frameworks: &'a [Framework],
    faults: Vec<CatalogueFault>,
}

impl<'a> Search<'a> {
    fn report(&mut self, framework: usize, part: CataloguePart, error: CatalogueError) {
        self.faults.push(CatalogueFault { place: CataloguePlace { framework, part }, error });
    }

    fn frameworks(&mut self) {
        let bases: BTreeMap<_, _> = self.frameworks.iter().map(|framework| (&framework.id, &framework.builds_on)).collect();
        let mut seen = BTreeSet::new();
        for (position, framework) in self.frameworks.iter().enumerate() {
            let whole = CataloguePart::Whole;
            let id = || framework.id.clone();
            if !seen.insert(&framework.id) {
                self.report(position, whole, CatalogueError::DuplicateFramework { framework: id() });
            }
            for base in framework.builds_on.iter().filter(|base| !bases.contains_key(base)) {
                self.report(position, whole, CatalogueError::UnknownBase { framework: id(), base: base.clone() });
            }
            let (mut reached, mut open) = (BTreeSet::new(), vec![&framework.id]);
            while let Some(next) = open.pop() {
                let below = bases.get(next).into_iter().flat_map(|bases| bases.iter());
                open.extend(below.filter(|base| reached.insert(*base)));
            }
            if reached.contains(&framework.id) {
                self.report(position, whole, CatalogueError::FrameworkCycle { framework: id() });
            }
        }
    }

    fn requirements(&mut self, position: usize, framework: &'a Framework) {
        let mut seen = HashSet::new();
        for (index, requirement) in framework.requirements.iter().enumerate() {
            let part = CataloguePart::Requirement(index);
            let id = || requirement.id.clone();
            if requirement.id.framework() != framework.id.as_str() {
                let framework = framework.id.clone();
                self.report(position, part, CatalogueError::ForeignRequirement { framework, requirement: id() });
            }
            if !seen.insert(&requirement.id) {
                self.report(position, part, CatalogueError::DuplicateRequirement { requirement: id() });
            }
            self.dependencies(position, part, framework, requirement);
            if requirement.composite {
                if requirement.target.is_some() {
                    self.report(position, part, CatalogueError::CompositeWithTarget { requirement: id() });
                }
                if requirement.excludable != Excludable::Never {
                    self.report(position, part, CatalogueError::CompositeExcludable { requirement: id() });
                }
                if !self.made.contains(&requirement.id) {
                    self.report(position, part, CatalogueError::CompositeWithoutParts { requirement: id() });
                }
            }
        }
    }

    fn dependencies(&mut self, position: usize, part: CataloguePart, framework: &'a Framework, requirement: &'a Requirement) {
        let mut seen = HashSet::new();
        for on in requirement.requires.iter().chain(&requirement.supported_by) {
            let id = requirement.id.clone();
            if on == &requirement.id {
                self.report(position, part, CatalogueError::SelfDependency { requirement: id });
            } else if self.is_missing_base(framework, on) {
                // that the framework is not loaded was told once
            } else if !self.known.contains_key(on) {
                self.report(position, part, CatalogueError::UnknownDependency { requirement: id, missing: on.clone() });
            } else if on.framework() != framework.id.as_str() && !framework.builds_on.iter().any(|base| base.as_str() == on.framework()) {
                self.report(position, part, CatalogueError::DependencyNotBuiltOn { requirement: id, dependency: on.clone() });
            } else if !seen.insert(on) {
                self.report(position, part, CatalogueError::DuplicateDependency { requirement: id, dependency: on.clone() });
            }
        }
    }

    /// Whether a requirement belongs to a framework that this one builds on and that is not loaded.
    fn is_missing_base(&self, framework: &Framework, on: &RequirementId) -> bool {
        let of = |id: &FrameworkId| id.as_str() == on.framework();
        framework.builds_on.iter().any(of) && !self.frameworks.iter().any(|it| of(&it.id))
    }

    fn objectives(&mut self, position: usize, framework: &'a Framework) {
        let named: HashSet<_> = framework.requirements.iter().map(|requirement| requirement.id.as_str()).collect();
        let mut seen = HashSet::new();
        for (index, objective) in framework.objectives.iter().enumerate() {
            let part = CataloguePart::Objective(index);
            let id = || objective.id.clone();
            if objective.id.framework() != framework.id.as_str() {
                let framework = framework.id.clone();
                self.report(position, part, CatalogueError::ForeignObjective { framework, objective: id() });
            }
            if named.contains(objective.id.as_str()) {
                self.report(position, part, CatalogueError::ObjectiveNamedAsRequirement { objective: id() });
            }
            if !seen.insert(&objective.id) {
                self.report(position, part, CatalogueError::DuplicateObjective { objective: id() });
            }
            if objective.members.is_empty() {
                self.report(position, part, CatalogueError::ObjectiveWithoutMembers { objective: id() });
            }
            if objective.norm == Band::Not {
                self.report(position, part, CatalogueError::EmptyNorm { objective: id() });
            }
            let mut members = HashSet::new();
            for (member, _) in &objective.members {
                let (objective, name) = (id(), member.clone());
                if member.framework() != framework.id.as_str() {
                    self.report(position, part, CatalogueError::MemberOfAnotherFramework { objective, member: name });
                } else if !self.known.contains_key(member) {
                    self.report(position, part, CatalogueError::UnknownMember { objective, member: name });
                } else if !members.insert(member) {
                    self.report(position, part, CatalogueError::DuplicateMember { objective, member: name });
                }
            }
            let listed: HashSet<_> = objective.members.iter().map(|(member, _)| member).collect();
            let mut critical = HashSet::new();
            for name in &objective.critical {
                if !listed.contains(name) {
                    self.report(position, part, CatalogueError::CriticalNotMember { objective: id(), critical: name.clone() });
                } else if !critical.insert(name) {
                    self.report(position, part, CatalogueError::DuplicateCritical { objective: id(), critical: name.clone() });
                }
            }
        }
    }
}
