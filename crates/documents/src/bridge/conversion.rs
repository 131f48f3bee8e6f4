//! What core says of a bridge, as the document has it.

use std::collections::BTreeMap;

use pejling_core::{
    Apart, BridgePart, BridgeStep, Cause, Change, EntityId, EvidenceId, ObjectiveBridge, ObjectiveId, Readings, RequirementId,
    ServiceChange, Weight,
};

use super::{ApartReason, ApartResult, ById, ObjectiveBridgeResult, ServiceResult, StepKind, StepResult, WeightResult};
use crate::result::SignedTriple;
use crate::scalar::{As, Percent, WeightNumber};

impl ApartResult {
    pub(super) fn of(apart: Apart) -> (String, Self) {
        let (objective, score, reason) = match apart {
            Apart::Gone { objective, score, in_catalogue: true } => (objective, score, ApartReason::AppliesNoMore),
            Apart::Gone { objective, score, in_catalogue: false } => (objective, score, ApartReason::NoMoreInCatalogue),
            Apart::Come { objective, score, in_catalogue: true } => (objective, score, ApartReason::AppliedNotBefore),
            Apart::Come { objective, score, in_catalogue: false } => (objective, score, ApartReason::NotInCatalogueBefore),
        };
        (objective.to_string(), Self { reason: As(reason), score: score.into() })
    }
}

impl ObjectiveBridgeResult {
    pub(super) fn of(objective: ObjectiveBridge) -> (String, Self) {
        let change = objective.change();
        let ObjectiveBridge { objective, old, new, parts } = objective;
        let parts = BridgePart::ALL.iter().zip(parts).map(|(part, change)| (part.name().to_owned(), change.into()));
        (objective.to_string(), Self { change: change.into(), new: new.into(), old: old.into(), parts: parts.collect() })
    }
}

/// The names and changes of objectives, as documents have them.
pub(crate) fn changes(changes: Vec<(ObjectiveId, Readings<Change>)>) -> BTreeMap<String, SignedTriple> {
    changes.into_iter().map(|(objective, change)| (objective.to_string(), change.into())).collect()
}

/// What the two assessments say of an evidence.
pub(super) struct Known<'a> {
    pub(super) old: ById<'a>,
    pub(super) new: ById<'a>,
}

impl Known<'_> {
    pub(super) fn step(&self, step: BridgeStep) -> StepResult {
        let BridgeStep { cause, changes: moved } = step;
        let part = cause.part();
        let cause = match cause {
            Cause::Aged { requirement, date, evidence } => StepResult {
                date: Some(As(date)),
                evidence: texts(&evidence),
                requirement: Some(requirement.to_string()),
                ..StepResult::of(StepKind::Aged)
            },
            Cause::Withdrawn(evidence) => Self::about(StepKind::Withdrawn, &self.old, &evidence),
            Cause::Edited(evidence) => Self::about(StepKind::Edited, &self.new, &evidence),
            Cause::New(evidence) => Self::about(StepKind::New, &self.new, &evidence),
            Cause::Closed { evidence, findings } => {
                StepResult { findings: texts(&findings), ..Self::about(StepKind::Closed, &self.new, &evidence) }
            }
            Cause::Excluded { requirement, entity } => StepResult::on(StepKind::Excluded, &requirement, &entity),
            Cause::Included { requirement, entity, ended } => {
                StepResult { ended: Some(ended), ..StepResult::on(StepKind::Included, &requirement, &entity) }
            }
            Cause::Weighed(weights) => {
                let weights = weights.into_iter().map(|(entity, before, after): (EntityId, Weight, Weight)| WeightResult {
                    after: WeightNumber(after),
                    before: WeightNumber(before),
                    entity: entity.to_string(),
                });
                StepResult { weights: weights.collect(), ..StepResult::of(StepKind::Weighed) }
            }
            Cause::Served(services) => {
                let services = services.into_iter().map(ServiceResult::from);
                StepResult { services: services.collect(), ..StepResult::of(StepKind::Served) }
            }
            Cause::Came { entities, evidence } => {
                StepResult { entities: texts(&entities), evidence: texts(&evidence), ..StepResult::of(StepKind::Came) }
            }
            Cause::Moved(entities) => StepResult { entities: texts(&entities), ..StepResult::of(StepKind::Moved) },
            Cause::Left { entities, evidence } => {
                StepResult { entities: texts(&entities), evidence: texts(&evidence), ..StepResult::of(StepKind::Left) }
            }
            Cause::Catalogue { evidence } => StepResult { evidence: texts(&evidence), ..StepResult::of(StepKind::Catalogue) },
        };
        StepResult { changes: changes(moved), part: As(part), ..cause }
    }

    fn about(kind: StepKind, known: &ById<'_>, evidence: &EvidenceId) -> StepResult {
        let mut step = StepResult { evidence: vec![evidence.to_string()], ..StepResult::of(kind) };
        if let Some(one) = known.get(evidence) {
            step.date = Some(As(one.date));
            step.entities = vec![one.entity.to_string()];
            step.requirement = Some(one.requirement.to_string());
        }
        step
    }
}

impl StepResult {
    fn of(kind: StepKind) -> Self {
        Self {
            changes: BTreeMap::new(),
            date: None,
            ended: None,
            entities: Vec::new(),
            evidence: Vec::new(),
            findings: Vec::new(),
            kind: As(kind),
            part: As(BridgePart::Aged),
            requirement: None,
            services: Vec::new(),
            weights: Vec::new(),
        }
    }

    fn on(kind: StepKind, requirement: &RequirementId, entity: &EntityId) -> Self {
        Self { entities: vec![entity.to_string()], requirement: Some(requirement.to_string()), ..Self::of(kind) }
    }
}

impl From<ServiceChange> for ServiceResult {
    fn from(change: ServiceChange) -> Self {
        let ServiceChange { service, entity, requirement, before, after } = change;
        Self {
            after: after.map(Percent),
            before: before.map(Percent),
            entity: entity.to_string(),
            requirement: requirement.to_string(),
            service: service.to_string(),
        }
    }
}

fn texts(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
