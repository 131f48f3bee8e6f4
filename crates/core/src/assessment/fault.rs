//! What can be wrong with a submission: every fault at once, each with its place.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::{DEPTH_LIMIT, EARLIEST_DATE, Entity, Exclusion, ReasonClass, Submission};
use crate::catalogue::{Catalogue, Excludable, Requirement};
use crate::evidence::{Evidence, Finding, HIGHEST_LEVEL, Kind, says_something};
use crate::fault::faults;
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::score::Score;

/// Where in a [`Submission`] a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssessmentPlace {
    /// The name of the organisation.
    Organisation,
    /// The entity at this position.
    Entity(usize),
    /// A service of an entity, both by position.
    Service(usize, usize),
    /// The evidence at this position.
    Evidence(usize),
    /// The exclusion at this position.
    Exclusion(usize),
}

/// A fault in a submission and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct AssessmentFault {
    /// Where it is.
    pub place: AssessmentPlace,
    /// What it is.
    pub error: AssessmentError,
}

faults! {
    /// A fault in a submission.
    AssessmentError {
        /// The organisation is none of the entities.
        #[error("the organisation `{organisation}` is none of the entities")]
        "unknown-organisation" UnknownOrganisation { organisation: EntityId },
        /// The organisation is a part of another entity.
        #[error("the organisation `{organisation}` is a part of `{parent}`")]
        "organisation-not-root" OrganisationNotRoot { organisation: EntityId, parent: EntityId },
        /// Two entities have the same name.
        #[error("the entity `{entity}` is given twice")]
        "duplicate-entity" DuplicateEntity { entity: EntityId },
        /// An entity is a part of an unknown one.
        #[error("`{entity}` is a part of unknown entity `{parent}`")]
        "unknown-parent" UnknownParent { entity: EntityId, parent: EntityId },
        /// Entities are parts of each other in a circle.
        #[error("`{entity}` is a part of itself, directly or through others")]
        "entity-cycle" EntityCycle { entity: EntityId },
        /// An entity stands too many levels down.
        #[error("`{entity}` stands more than {DEPTH_LIMIT} levels down")]
        "entity-too-deep" EntityTooDeep { entity: EntityId },
        /// A service names an unknown entity.
        #[error("`{service}` serves unknown entity `{entity}`")]
        "serves-unknown-entity" ServesUnknownEntity { service: EntityId, entity: EntityId },
        /// A service serves itself or a part of itself, where its evidence holds anyway.
        #[error("`{service}` serves `{entity}`, which is itself or a part of it")]
        "serves-itself" ServesItself { service: EntityId, entity: EntityId },
        /// A service serves one entity for the same requirement twice.
        #[error("`{service}` serves `{entity}` for `{requirement}` twice")]
        "duplicate-service" DuplicateService { service: EntityId, entity: EntityId, requirement: RequirementId },
        /// A requirement is not in the catalogue.
        #[error("`{requirement}` is in none of the catalogues")]
        "unknown-requirement" UnknownRequirement { requirement: RequirementId },
        /// A composite has no evidence of its own.
        #[error("`{requirement}` is a composite and has no evidence of its own")]
        "evidence-on-composite" EvidenceOnComposite { requirement: RequirementId },
        /// An entity is not in the list of entities.
        #[error("unknown entity `{entity}`")]
        "unknown-entity" UnknownEntity { entity: EntityId },
        /// Two evidences have the same name.
        #[error("the evidence `{evidence}` is given twice")]
        "duplicate-evidence" DuplicateEvidence { evidence: EvidenceId },
        /// A date lies before [`EARLIEST_DATE`].
        #[error("the date {date} lies before {EARLIEST_DATE}")]
        "date-too-early" DateTooEarly { date: Date },
        /// A share is nothing at all, or less than the grid can hold.
        #[error("a share of nothing was looked at")]
        "nothing-examined" NothingExamined,
        /// A level is above the scale.
        #[error("the level {level} is above {HIGHEST_LEVEL}")]
        "level-out-of-range" LevelOutOfRange { level: u8 },
        /// Counts contradict each other.
        #[error("{ok} in order of {examined} examined of {population}")]
        "counts-disagree" CountsDisagree { population: u32, examined: u32, ok: u32 },
        /// An evidence is valid for no day, or for longer than its kind can be.
        #[error("{valid_days} days of validity, where {kind} can state 1 to {longest}")]
        "valid-days-out-of-range" ValidDaysOutOfRange { kind: Kind, valid_days: u16, longest: u16 },
        /// An evidence closes an unknown one.
        #[error("`{evidence}` closes unknown evidence `{finding}`")]
        "closes-unknown" ClosesUnknown { evidence: EvidenceId, finding: EvidenceId },
        /// An evidence closes itself.
        #[error("`{evidence}` closes itself")]
        "closes-itself" ClosesItself { evidence: EvidenceId },
        /// A requirement can never be excluded.
        #[error("`{requirement}` can never be excluded")]
        "not-excludable" NotExcludable { requirement: RequirementId },
        /// A duty can be excluded only where its legal condition is met.
        #[error("`{requirement}` can be excluded only by its legal condition")]
        "exclusion-needs-condition" ExclusionNeedsCondition { requirement: RequirementId },
        /// A requirement without a legal condition is excluded by one.
        #[error("`{requirement}` names no legal condition")]
        "exclusion-without-condition" ExclusionWithoutCondition { requirement: RequirementId },
        /// An exclusion gives no reason.
        #[error("the exclusion of `{requirement}` gives no reason")]
        "exclusion-without-reason" ExclusionWithoutReason { requirement: RequirementId },
        /// An exclusion names no approver.
        #[error("the exclusion of `{requirement}` names no approver")]
        "exclusion-without-approver" ExclusionWithoutApprover { requirement: RequirementId },
        /// The same requirement is excluded for the same entity twice.
        #[error("`{requirement}` is excluded for `{entity}` twice")]
        "duplicate-exclusion" DuplicateExclusion { requirement: RequirementId, entity: EntityId },
    }
}

/// What looking for faults found.
#[derive(Default)]
pub(super) struct Found {
    /// Every fault, in the order of the submission.
    pub(super) faults: Vec<AssessmentFault>,
    /// The entity of each evidence, by its position in the submission, and the requirement; complete where there is no fault.
    pub(super) places: Vec<(u32, u32)>,
    /// Each evidence that names a finding, and the finding, by position; ascending, no pair twice; complete where there is no fault.
    pub(super) closes: Vec<(u32, u32)>,
}

/// Looks for every fault of a submission.
pub(super) fn find(catalogue: &Catalogue, submission: &Submission) -> Found {
    let entities = (0_u32..).zip(&submission.entities).map(|(at, entity)| (&entity.id, (at, entity))).collect();
    let mut search = Search { catalogue, entities, found: Found::default() };
    search.organisation(&submission.organisation);
    search.entities(&submission.entities);
    search.evidence(&submission.evidence);
    search.exclusions(&submission.exclusions);
    search.found.closes.sort_unstable();
    search.found.closes.dedup();
    search.found
}

/// What is wrong with an evidence by itself, held against that requirement of the catalogue. `is_known` says whether there is an evidence
/// of a name.
pub(super) fn of_evidence(
    one: &Evidence,
    requirement: Option<&Requirement>,
    is_known: impl Fn(&EvidenceId) -> bool,
) -> Vec<AssessmentError> {
    let mut errors = Vec::from_iter(of_requirement(&one.requirement, requirement));
    if one.date < EARLIEST_DATE {
        errors.push(AssessmentError::DateTooEarly { date: one.date });
    }
    match one.finding {
        Finding::Result { share, result: _ } => errors.extend((share == Score::ZERO).then_some(AssessmentError::NothingExamined)),
        Finding::Level { share, level } => {
            errors.extend((share == Score::ZERO).then_some(AssessmentError::NothingExamined));
            errors.extend((level > HIGHEST_LEVEL).then_some(AssessmentError::LevelOutOfRange { level }));
        }
        Finding::Counts { population, examined, ok, selection: _ } => {
            if examined == 0 && ok == 0 && population > 0 {
                errors.push(AssessmentError::NothingExamined);
            } else if ok > examined || examined > population || examined == 0 {
                errors.push(AssessmentError::CountsDisagree { population, examined, ok });
            }
        }
    }
    let (valid_days, longest) = (one.counted_valid_days(), one.kind.longest_valid_days());
    if !(1..=longest).contains(&valid_days) {
        errors.push(AssessmentError::ValidDaysOutOfRange { kind: one.kind, valid_days, longest });
    }
    for finding in &one.closes {
        if finding == &one.id {
            errors.push(AssessmentError::ClosesItself { evidence: one.id.clone() });
        } else if !is_known(finding) {
            errors.push(AssessmentError::ClosesUnknown { evidence: one.id.clone(), finding: finding.clone() });
        }
    }
    errors
}

/// What keeps a requirement from having evidence of its own.
fn of_requirement(id: &RequirementId, requirement: Option<&Requirement>) -> Option<AssessmentError> {
    match requirement {
        None => Some(AssessmentError::UnknownRequirement { requirement: id.clone() }),
        Some(it) if it.composite => Some(AssessmentError::EvidenceOnComposite { requirement: id.clone() }),
        Some(_) => None,
    }
}

struct Search<'a> {
    catalogue: &'a Catalogue,
    entities: HashMap<&'a EntityId, (u32, &'a Entity), RandomState>,
    found: Found,
}

impl<'a> Search<'a> {
    fn report(&mut self, place: AssessmentPlace, error: AssessmentError) {
        self.found.faults.push(AssessmentFault { place, error });
    }

    fn organisation(&mut self, organisation: &'a EntityId) {
        let error = match self.entities.get(organisation) {
            None => AssessmentError::UnknownOrganisation { organisation: organisation.clone() },
            Some((_, Entity { parent: Some(parent), .. })) => {
                AssessmentError::OrganisationNotRoot { organisation: organisation.clone(), parent: parent.clone() }
            }
            Some((_, Entity { parent: None, .. })) => return,
        };
        self.report(AssessmentPlace::Organisation, error);
    }

    fn entities(&mut self, entities: &'a [Entity]) {
        let mut seen = HashSet::new();
        for (index, entity) in entities.iter().enumerate() {
            let place = AssessmentPlace::Entity(index);
            let id = || entity.id.clone();
            if !seen.insert(&entity.id) {
                self.report(place, AssessmentError::DuplicateEntity { entity: id() });
            }
            match &entity.parent {
                Some(parent) if !self.entities.contains_key(parent) => {
                    self.report(place, AssessmentError::UnknownParent { entity: id(), parent: parent.clone() });
                }
                Some(_) | None => {}
            }
            if self.line(&entity.id).take(DEPTH_LIMIT + 1).skip(1).any(|above| above == &entity.id) {
                self.report(place, AssessmentError::EntityCycle { entity: id() });
            } else if self.line(&entity.id).nth(DEPTH_LIMIT).is_some() {
                self.report(place, AssessmentError::EntityTooDeep { entity: id() });
            }
            self.services(index, entity);
        }
    }

    /// The entity and those above it; endless where they form a circle.
    fn line(&self, id: &'a EntityId) -> impl Iterator<Item = &'a EntityId> {
        std::iter::successors(Some(id), |at| self.entities.get(at)?.1.parent.as_ref())
    }

    fn services(&mut self, index: usize, entity: &'a Entity) {
        let mut seen = HashSet::new();
        for (at, service) in entity.serves.iter().enumerate() {
            let place = AssessmentPlace::Service(index, at);
            let id = || entity.id.clone();
            let served = || service.entity.clone();
            if !self.entities.contains_key(&service.entity) {
                self.report(place, AssessmentError::ServesUnknownEntity { service: id(), entity: served() });
            } else if self.line(&service.entity).take(DEPTH_LIMIT + 1).any(|above| above == &entity.id) {
                self.report(place, AssessmentError::ServesItself { service: id(), entity: served() });
            }
            if let Some(error) = of_requirement(&service.requirement, self.catalogue.requirement(&service.requirement)) {
                self.report(place, error);
            }
            if service.share == Score::ZERO {
                self.report(place, AssessmentError::NothingExamined);
            }
            if !seen.insert((&service.entity, &service.requirement)) {
                let requirement = service.requirement.clone();
                self.report(place, AssessmentError::DuplicateService { service: id(), entity: served(), requirement });
            }
        }
    }

    fn entity(&mut self, place: AssessmentPlace, entity: &EntityId) {
        if !self.entities.contains_key(entity) {
            self.report(place, AssessmentError::UnknownEntity { entity: entity.clone() });
        }
    }

    fn evidence(&mut self, evidence: &'a [Evidence]) {
        let known: HashMap<_, u32, RandomState> = evidence.iter().map(|one| &one.id).zip(0..).collect();
        let unique = known.len() == evidence.len();
        let mut seen = HashSet::new();
        self.found.places.reserve_exact(evidence.len());
        for (position, (index, one)) in (0_u32..).zip(evidence.iter().enumerate()) {
            let place = AssessmentPlace::Evidence(index);
            if !unique && !seen.insert(&one.id) {
                self.report(place, AssessmentError::DuplicateEvidence { evidence: one.id.clone() });
            }
            let entity = self.entities.get(&one.entity).map(|(at, _)| *at);
            if entity.is_none() {
                self.report(place, AssessmentError::UnknownEntity { entity: one.entity.clone() });
            }
            let requirement = self.catalogue.position(&one.requirement);
            let asked = requirement.and_then(|position| self.catalogue.requirements().get(position as usize));
            for error in of_evidence(one, asked, |id| known.contains_key(id)) {
                self.report(place, error);
            }
            self.found.places.extend(entity.zip(requirement));
            self.found.closes.extend(one.closes.iter().filter_map(|id| known.get(id)).map(|&finding| (position, finding)));
        }
    }

    fn exclusions(&mut self, exclusions: &'a [Exclusion]) {
        let mut seen = HashSet::new();
        for (index, exclusion) in exclusions.iter().enumerate() {
            let place = AssessmentPlace::Exclusion(index);
            let requirement = || exclusion.requirement.clone();
            let is_condition = exclusion.class == ReasonClass::LegalCondition;
            match self.catalogue.requirement(&exclusion.requirement).map(|it| it.excludable) {
                None => self.report(place, AssessmentError::UnknownRequirement { requirement: requirement() }),
                Some(Excludable::Never) => self.report(place, AssessmentError::NotExcludable { requirement: requirement() }),
                Some(Excludable::OnCondition) if !is_condition => {
                    self.report(place, AssessmentError::ExclusionNeedsCondition { requirement: requirement() });
                }
                Some(Excludable::Freely) if is_condition => {
                    self.report(place, AssessmentError::ExclusionWithoutCondition { requirement: requirement() });
                }
                Some(Excludable::OnCondition | Excludable::Freely) => {}
            }
            self.entity(place, &exclusion.entity);
            if exclusion.review_by < EARLIEST_DATE {
                self.report(place, AssessmentError::DateTooEarly { date: exclusion.review_by });
            }
            if !says_something(&exclusion.reason) {
                self.report(place, AssessmentError::ExclusionWithoutReason { requirement: requirement() });
            }
            if !says_something(&exclusion.approved_by) {
                self.report(place, AssessmentError::ExclusionWithoutApprover { requirement: requirement() });
            }
            if !seen.insert((&exclusion.entity, &exclusion.requirement)) {
                let entity = exclusion.entity.clone();
                self.report(place, AssessmentError::DuplicateExclusion { requirement: requirement(), entity });
            }
        }
    }
}
