//! Dissent: whose view differs from the self-assessment, and which declared readings it stands beside.
//!
//! A view on a requirement at an entity concerns what is declared of it wherever evidence there holds: at the entity, at every entity below,
//! and at those that it serves for that requirement and below them; and at every entity above one of these, whose number is a mean of
//! theirs. With a requirement it concerns each composite that the requirement is a part of, since a composite declares what its parts do and
//! nothing else, and each objective with one of these as a member. It says nothing of what merely rests on the requirement. An exclusion
//! does not silence it.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Catalogue, EntityId, ObjectiveId, Relation, RequirementId, Scores};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::DissentDocument;
use crate::check::Checked;
use crate::result::ResultDocument;
use crate::scalar::As;
use crate::vocabulary::Voice;

/// A view that differs from the self-assessment, as it stands beside the declared readings that it concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct DissentResult {
    /// Whose it is.
    pub by: As<Voice>,
    /// The requirements and objectives of which it concerns what is declared: at its entity, at those that this one serves for the
    /// requirement, and at all above and below these.
    pub concerns: Vec<String>,
    /// On whom.
    pub entity: String,
    /// On what.
    pub requirement: String,
    /// The view, in their own words.
    pub text: String,
}

impl DissentResult {
    /// Whether it concerns what is declared of a requirement or objective, by its qualified name.
    #[must_use]
    pub fn is_on(&self, of: &str) -> bool {
        self.concerns.iter().any(|it| it == of)
    }
}

impl Checked {
    /// Every dissent of the assessment, in canonical order.
    #[must_use]
    pub fn dissent(&self) -> Vec<DissentResult> {
        self.dissent_where(|_| true)
    }

    /// Every dissent that concerns what is declared of anything at an entity.
    #[must_use]
    pub fn dissent_at(&self, entity: &EntityId) -> Vec<DissentResult> {
        let assessment = self.assessment();
        let above: BTreeSet<_> = assessment.entity_and_above(entity).collect();
        let is_in_line = |other: &EntityId| above.contains(other) || assessment.entity_and_above(other).any(|it| it == entity);
        self.dissent_where(|it| self.held_at(self.entity_of(it), &it.requirement.0).any(is_in_line))
    }

    /// Every dissent that concerns what is declared of some requirements or objectives at an entity: for a document that shows these.
    #[must_use]
    pub fn dissent_among<'a>(&self, entity: &EntityId, shown: impl IntoIterator<Item = &'a str>) -> Vec<DissentResult> {
        let mut dissent = self.dissent_at(entity);
        if !dissent.is_empty() {
            let shown: BTreeSet<&str> = shown.into_iter().collect();
            dissent.retain(|it| it.concerns.iter().any(|of| shown.contains(of.as_str())));
        }
        dissent
    }

    /// Every dissent that concerns what is declared of a requirement at an entity.
    #[must_use]
    pub(crate) fn dissent_on(&self, entity: &EntityId, requirement: &RequirementId) -> Vec<DissentResult> {
        self.dissent_among(entity, [requirement.as_str()])
    }

    /// Every dissent that concerns what is declared of an objective at an entity.
    #[must_use]
    pub(crate) fn dissent_on_objective(&self, entity: &EntityId, objective: &ObjectiveId) -> Vec<DissentResult> {
        self.dissent_among(entity, [objective.as_str()])
    }

    /// Every dissent that concerns what the explanation of a score shows as declared, by the qualified name of a requirement or objective.
    #[must_use]
    pub fn dissent_explained(&self, scores: &Scores<'_>, entity: &EntityId, of: &str) -> Vec<DissentResult> {
        let catalogue = self.assessment().catalogue();
        // at a leaf a requirement is shown beside what it rests on; a view on a member of an objective is on the objective as well
        let requirement: Option<RequirementId> = scores.leaf(entity).and_then(|_| of.parse().ok());
        let rests_on = requirement.iter().flat_map(|id| catalogue.rests_on(id)).map(|(_, on)| on.as_str());
        self.dissent_among(entity, std::iter::once(of).chain(rests_on))
    }

    fn entity_of<'a>(&'a self, dissent: &'a DissentDocument) -> &'a EntityId {
        dissent.entity.as_ref().map_or(self.assessment().organisation(), |entity| &entity.0)
    }

    /// An entity, and those that it serves for a requirement.
    fn held_at<'a>(&'a self, id: &'a EntityId, requirement: &'a RequirementId) -> impl Iterator<Item = &'a EntityId> {
        let entities = self.assessment().entities();
        let entity = entities.binary_search_by(|it| it.id.cmp(id)).ok().and_then(|at| entities.get(at));
        let serves = entity.into_iter().flat_map(|it| &it.serves).filter(move |it| it.requirement == *requirement);
        std::iter::once(id).chain(serves.map(|it| &it.entity))
    }

    fn dissent_where(&self, is_so: impl Fn(&DissentDocument) -> bool) -> Vec<DissentResult> {
        let all = &self.content().dissent;
        if all.is_empty() {
            return Vec::new();
        }
        let reach = Reach::new(self.assessment().catalogue());
        let result = |it: &DissentDocument| DissentResult {
            by: it.by.clone(),
            concerns: reach.of(&it.requirement.0).into_iter().map(str::to_owned).collect(),
            entity: self.entity_of(it).to_string(),
            requirement: it.requirement.0.to_string(),
            text: it.text.clone(),
        };
        let mut found: Vec<_> = all.iter().filter(|it| is_so(it)).map(result).collect();
        let order = |it: &DissentResult| (it.requirement.clone(), it.entity.clone(), it.by.0, it.text.clone());
        found.sort_by_cached_key(order);
        found
    }

    /// Marks every declared reading of a result that a dissent concerns, and says whose view it is.
    pub(crate) fn add_dissent(&self, result: &mut ResultDocument) {
        result.dissent = self.dissent();
        if result.dissent.is_empty() {
            return;
        }
        let assessment = self.assessment();
        // what is disputed at an entity itself, and what is disputed there or somewhere below
        let (mut own, mut below): (BTreeMap<_, BTreeSet<&str>>, BTreeMap<_, BTreeSet<&str>>) = Default::default();
        let reach = Reach::new(assessment.catalogue());
        for it in &self.content().dissent {
            let concerned = reach.of(&it.requirement.0);
            for entity in self.held_at(self.entity_of(it), &it.requirement.0) {
                own.entry(entity).or_default().extend(&concerned);
                for above in assessment.entity_and_above(entity) {
                    below.entry(above).or_default().extend(&concerned);
                }
            }
        }
        for entity in assessment.entities().iter().map(|it| &it.id) {
            let mut disputed: BTreeSet<&str> = below.get(entity).cloned().unwrap_or_default();
            for above in assessment.entity_and_above(entity) {
                disputed.extend(own.get(above).into_iter().flatten());
            }
            if let Some(leaf) = result.leaves.get_mut(entity.as_str()) {
                leaf.mark(&disputed);
            }
            if let Some(consolidated) = result.consolidated.get_mut(entity.as_str()) {
                consolidated.mark(&disputed);
            }
        }
    }
}

/// What a dissent on a requirement concerns, for all requirements of a catalogue.
struct Reach<'a> {
    composites: BTreeMap<&'a RequirementId, Vec<&'a RequirementId>>, // that a requirement is a part of
    objectives: BTreeMap<&'a RequirementId, Vec<&'a ObjectiveId>>,   // that it is a member of
}

impl<'a> Reach<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        let (mut composites, mut objectives): (BTreeMap<_, Vec<_>>, BTreeMap<_, Vec<_>>) = Default::default();
        for composite in catalogue.requirements().iter().filter(|it| it.composite) {
            for (relation, part) in catalogue.rests_on(&composite.id) {
                match relation {
                    Relation::Requires => composites.entry(part).or_default().push(&composite.id),
                    Relation::SupportedBy => {}
                }
            }
        }
        for objective in catalogue.objectives() {
            for (member, _) in &objective.members {
                objectives.entry(member).or_default().push(&objective.id);
            }
        }
        Self { composites, objectives }
    }

    /// The names of the requirements and objectives that a dissent on a requirement concerns, sorted.
    fn of(&self, requirement: &'a RequirementId) -> BTreeSet<&'a str> {
        let (mut concerned, mut open) = (BTreeSet::new(), vec![requirement]);
        while let Some(next) = open.pop() {
            if concerned.insert(next.as_str()) {
                open.extend(self.composites.get(next).into_iter().flatten());
                concerned.extend(self.objectives.get(next).into_iter().flatten().map(|objective| objective.as_str()));
            }
        }
        concerned
    }
}
