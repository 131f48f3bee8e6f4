//! What is said of one control: what the assessment declares, and what core finds.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Band, Consolidation, Coverage, EntityId, Exclusion, RequirementId, RequirementScore, Scores, says_something};

use super::{ControlMark, ControlResult, ControlState, MissingWord, SoaExclusion};
use crate::assessment::ControlStatementDocument;
use crate::result::Triple;
use crate::scalar::As;

/// What core says of one control at one entity.
#[derive(Default)]
pub(super) struct Standing {
    score: Option<Triple>,
    band: Option<Band>,
    states: BTreeSet<Coverage>, // at the leaves where it applies
    not_assessed: Vec<String>,
    evidence: BTreeSet<String>,
}

/// What core says of all controls, gathered leaf by leaf.
pub(super) struct Seen(BTreeMap<RequirementId, Standing>);

impl Seen {
    pub(super) fn new<'i>(scores: &Scores<'_>, entity: &EntityId, controls: impl Iterator<Item = &'i RequirementId>) -> Self {
        let mut seen: BTreeMap<RequirementId, Standing> = controls.map(|id| (id.clone(), Standing::default())).collect();
        let assessment = scores.assessment();
        for leaf in scores.leaves().filter(|leaf| assessment.entity_and_above(leaf.entity()).any(|above| above == entity)) {
            let mut explainer = leaf.explainer();
            for (id, standing) in &mut seen {
                let Some(explanation) = explainer.requirement(id) else { continue };
                // what is excluded keeps its evidence, but that does not count
                let RequirementScore::Applicable(applicable) = explanation.score else { continue };
                standing.states.insert(applicable.coverage);
                standing.evidence.extend(explanation.evidence.iter().map(|term| term.evidence.id.to_string()));
                match applicable.coverage {
                    Coverage::Assessed => {}
                    Coverage::Outdated | Coverage::NotAssessed => standing.not_assessed.push(leaf.entity().to_string()),
                }
                if leaf.entity() == entity {
                    (standing.score, standing.band) = (Some(applicable.score.into()), applicable.band());
                }
            }
        }
        if let Some(inner) = scores.consolidated_entity(entity) {
            for (id, standing) in &mut seen {
                let consolidation = inner.requirement(id).flatten();
                standing.band = consolidation.as_ref().and_then(Consolidation::band);
                standing.score = consolidation.map(|it| it.score.into());
            }
        }
        Self(seen)
    }

    pub(super) fn of(&mut self, id: &RequirementId) -> Standing {
        self.0.remove(id).unwrap_or_default()
    }
}

impl Standing {
    fn state(&self) -> ControlState {
        let is = |coverage: Coverage| self.states.contains(&coverage);
        match (is(Coverage::Assessed), is(Coverage::Outdated), is(Coverage::NotAssessed)) {
            (false, false, false) => ControlState::NotApplicable,
            (true, false, false) => ControlState::Assessed,
            (true, _, _) => ControlState::PartlyAssessed,
            (false, true, _) => ControlState::Outdated,
            (false, false, true) => ControlState::NotAssessed,
        }
    }
}

/// What the assessment itself declares.
pub(super) struct Told<'a> {
    pub(super) scores: &'a Scores<'a>,
    pub(super) entity: &'a EntityId,
    pub(super) statements: BTreeMap<&'a RequirementId, &'a ControlStatementDocument>,
    pub(super) norm: Band,
}

impl Told<'_> {
    pub(super) fn control(&self, id: &RequirementId, standing: Standing) -> ControlResult {
        let (exclusions, exclusions_below) = self.exclusions(id);
        let included = exclusions.iter().all(|it| !it.in_force);
        let statement = self.statements.get(id).copied();
        let said = |text: Option<&String>| text.filter(|text| says_something(text)).cloned();
        let why = said(statement.map(|it| &it.why));
        let implemented = statement.map(|it| it.implemented);
        let responsible = said(statement.and_then(|it| it.responsible.as_ref()));
        let missing = [
            (MissingWord::Why, why.is_none()),
            (MissingWord::Implemented, implemented.is_none()),
            (MissingWord::Responsible, responsible.is_none()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| included && *is_missing).map(|(word, _)| As(word));
        let state = standing.state();
        let mut marks = if included { self.disagreement(implemented, state, standing.band) } else { Vec::new() };
        if !included && implemented == Some(true) {
            marks.push(ControlMark::ExcludedImplemented);
        } else if !included && statement.is_some() {
            marks.push(ControlMark::ExcludedWithStatement);
        }
        if included && exclusions.iter().any(|it| !it.in_force) {
            marks.push(ControlMark::ExclusionEnded);
        }
        let Standing { score, band, states: _, not_assessed, evidence } = standing;
        ControlResult {
            band: band.map(As),
            evidence: evidence.into_iter().collect(),
            exclusions,
            exclusions_below,
            implemented,
            included,
            marks: marks.into_iter().map(As).collect(),
            missing: missing.collect(),
            not_assessed,
            requirement: id.to_string(),
            responsible,
            score,
            state: As(state),
            why,
        }
    }

    /// Where what is declared and what is assessed of an included control are two things.
    fn disagreement(&self, implemented: Option<bool>, state: ControlState, band: Option<Band>) -> Vec<ControlMark> {
        let reached = band.is_some_and(|band| band >= self.norm);
        let mut marks = Vec::new();
        match (implemented, state) {
            (_, ControlState::NotApplicable) => marks.push(ControlMark::ExcludedEverywhereBelow),
            (Some(true), ControlState::NotAssessed) => marks.push(ControlMark::ImplementedNotAssessed),
            (Some(true), ControlState::Outdated) => marks.push(ControlMark::ImplementedOutdated),
            (Some(true), ControlState::PartlyAssessed) => marks.push(ControlMark::ImplementedPartlyAssessed),
            (Some(true), ControlState::Assessed) | (Some(false) | None, _) => {}
        }
        match implemented {
            Some(true) if band.is_some() && !reached => marks.push(ControlMark::ImplementedBelowNorm),
            Some(false) if reached => marks.push(ControlMark::NotImplementedAtNorm),
            Some(_) | None => {}
        }
        marks
    }

    /// The exclusions of a control by the entity or one above it, and those by entities below.
    fn exclusions(&self, id: &RequirementId) -> (Vec<SoaExclusion>, Vec<SoaExclusion>) {
        let assessment = self.scores.assessment();
        let of_it = assessment.exclusions().iter().filter(|it| it.requirement == *id);
        let (mut holding, mut below) = (Vec::new(), Vec::new());
        for exclusion in of_it {
            if assessment.entity_and_above(self.entity).any(|above| *above == exclusion.entity) {
                holding.push(self.exclusion(exclusion));
            } else if assessment.entity_and_above(&exclusion.entity).any(|above| above == self.entity) {
                below.push(self.exclusion(exclusion));
            }
        }
        holding.sort_by(|a, b| a.entity.cmp(&b.entity));
        below.sort_by(|a, b| a.entity.cmp(&b.entity));
        (holding, below)
    }

    fn exclusion(&self, exclusion: &Exclusion) -> SoaExclusion {
        let Exclusion { requirement: _, entity, reason, class, approved_by, review_by } = exclusion;
        SoaExclusion {
            approved_by: approved_by.clone(),
            class: As(*class),
            entity: entity.to_string(),
            in_force: exclusion.is_in_force(self.scores.as_of()),
            reason: reason.clone(),
            review_by: As(*review_by),
        }
    }
}
