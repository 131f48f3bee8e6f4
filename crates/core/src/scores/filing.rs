//! Filing one more evidence or taking one out, and scoring anew only what that touches.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::Scores;
use super::numbers::Scoring;
use super::sums::{Change, carry_up, consolidate};
use crate::assessment::{Assessment, AssessmentError, AssessmentFault, AssessmentPlace, Exclusion};
use crate::evidence::Evidence;
use crate::id::{EntityId, EvidenceId, RequirementId};

impl Scores<'_> {
    /// Files an evidence: in the place of the one of the same name, or else as a new one. Afterwards the scores are those of the whole
    /// assessment with it, and only what it touches has been scored anew: its requirement at the leaves that it holds for, what rests on
    /// that, and the entities above.
    ///
    /// Scores that borrow their assessment take a copy of it first; those [of](Scores::of) an assessment of their own need none.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use pejling_core::*;
    ///
    /// # let requirement = Requirement {
    /// #     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
    /// # };
    /// # let framework = Framework {
    /// #     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement], objectives: vec![],
    /// # };
    /// # let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
    /// # let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
    /// # let submission = Submission {
    /// #     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![], exclusions: vec![],
    /// # };
    /// let assessment = Assessment::new(catalogue, submission).unwrap(); // one region, no evidence yet
    /// let mut scores = Scores::of(assessment, jiff::civil::date(2026, 6, 30));
    ///
    /// let audit = Evidence {
    ///     id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: "bakkeland".parse().unwrap(),
    ///     kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
    ///     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
    ///     finding: Finding::Result { share: Score::FULL, result: "90".parse().unwrap() },
    /// };
    /// scores.file(audit).unwrap();
    /// let leaf = scores.leaf(&"bakkeland".parse().unwrap()).unwrap();
    /// let RequirementScore::Applicable(it) = leaf.requirement(&"demo:A.1".parse().unwrap()).unwrap() else { unreachable!() };
    /// assert_eq!(it.score.substantiated.to_string(), "90.00");
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of the evidence; nothing has changed then. Its place is where it would stand among all evidence.
    pub fn file(&mut self, evidence: Evidence) -> Result<(), Vec<AssessmentFault>> {
        let touched = self.put(evidence)?;
        self.score_anew(&touched);
        Ok(())
    }

    /// Takes an evidence out again, and its name out of what others close. Afterwards the scores are those of the assessment without it;
    /// only what it touched has been scored anew. The last of all evidence takes its position. `None` where there is none of that name.
    pub fn withdraw(&mut self, evidence: &EvidenceId) -> Option<Evidence> {
        let position = self.positions().remove(evidence)?;
        let (taken, at) = self.assessment.to_mut().take(position)?;
        if let Some(moved) = self.assessment.evidence().get(position as usize).map(|moved| moved.id.clone()) {
            self.positions().insert(moved, position);
        }
        self.score_anew(&[at]);
        Some(taken)
    }

    /// Adds an exclusion, or takes the one of a requirement and entity out; what it touches is scored anew.
    pub(crate) fn exclude(&mut self, requirement: &RequirementId, entity: &EntityId, exclusion: Option<Exclusion>) {
        if let Some(at) = self.assessment.to_mut().exclude(requirement, entity, exclusion) {
            self.score_anew(&[at]);
        }
    }

    /// Where each evidence stands.
    fn positions(&mut self) -> &mut Positions {
        positions(&mut self.evidence, &self.assessment)
    }

    /// Files an evidence and leaves the scores as they were: where it is held and where it was, by position, is what to score anew.
    pub(crate) fn put(&mut self, evidence: Evidence) -> Result<Vec<(u32, u32)>, Vec<AssessmentFault>> {
        let positions = positions(&mut self.evidence, &self.assessment);
        let known = positions.get(&evidence.id).copied();
        let position = known.unwrap_or(u32::try_from(self.assessment.evidence().len()).unwrap_or(u32::MAX));
        let at = self.assessment.examine(&evidence, |id| positions.contains_key(id)).map_err(|errors: Vec<AssessmentError>| {
            let place = AssessmentPlace::Evidence(position as usize);
            errors.into_iter().map(|error| AssessmentFault { place, error }).collect::<Vec<_>>()
        })?;
        let named = evidence.closes.iter().filter_map(|id| positions.get(id).copied()).collect();
        positions.insert(evidence.id.clone(), position);
        let before = self.assessment.to_mut().put(position, evidence, at, named);
        Ok(std::iter::once(at).chain(before.filter(|before| *before != at)).collect())
    }

    /// Scores anew where evidence on a requirement, held by an entity, has changed; both by position.
    pub(crate) fn score_anew(&mut self, at: &[(u32, u32)]) {
        let Self { assessment, as_of, leaves, inner, evidence: _ } = self;
        let assessment = &**assessment;
        let mut touched: Vec<(u32, u32)> = Vec::new();
        for &(entity, requirement) in at {
            touched.extend(assessment.leaves_held(entity, requirement).into_iter().map(|(leaf, _)| (leaf, requirement)));
        }
        touched.sort_unstable();
        touched.dedup();
        let catalogue = assessment.catalogue();
        let mut scoring = Scoring::new(assessment, *as_of);
        let mut moved = Vec::new();
        for same in touched.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(place, _)) = same.first() else { continue };
            let Ok(at) = leaves.binary_search_by_key(&place, |leaf| leaf.place) else { continue };
            let Some(leaf) = leaves.get_mut(at) else { continue };
            let before = leaf.clone();
            scoring.weigh(leaf, same.iter().map(|(_, requirement)| *requirement));
            leaf.follow(catalogue);
            let changes =
                before.summaries(catalogue).zip(leaf.summaries(catalogue)).enumerate().filter(|(_, (before, after))| before != after);
            let changes: Vec<Change> = changes.map(|(position, (before, after))| Change { position, before, after }).collect();
            moved.push((place, changes));
        }
        match moved.len() {
            0 => {}
            1 => moved.into_iter().for_each(|(leaf, changes)| carry_up(assessment, leaves, inner, leaf, changes)),
            _ => *inner = consolidate(assessment, leaves),
        }
    }
}

type Positions = HashMap<EvidenceId, u32, RandomState>;

fn positions<'p>(known: &'p mut Option<Positions>, assessment: &Assessment) -> &'p mut Positions {
    known.get_or_insert_with(|| assessment.evidence().iter().map(|one| one.id.clone()).zip(0..).collect())
}
