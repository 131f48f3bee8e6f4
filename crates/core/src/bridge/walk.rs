//! Where a bridge stands between the two assessments, and how far each step moved the scores.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::{BridgeStep, Cause};
use crate::assessment::{Assessment, Exclusion, Submission, day};
use crate::change::Change;
use crate::evidence::Evidence;
use crate::id::{EntityId, EvidenceId, ObjectiveId, RequirementId};
use crate::score::{Readings, Score};
use crate::scores::Scores;

/// A walk from one assessment to another.
pub(super) struct Walk<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) scores: Scores<'static>, // where it stands: on the new day
    pub(super) current: HashMap<&'a EvidenceId, &'a Evidence, RandomState>, // what is there, as its assessment says it
    naming: HashMap<&'a EvidenceId, Vec<&'a EvidenceId>, RandomState>, // for a finding, the evidence of either side that names it
    entity: &'a EntityId,
    last: Vec<(ObjectiveId, Option<Readings<Score>>)>, // INVARIANT: by name; the last score that there was
    steps: Vec<BridgeStep>,
}

/// One of the two assessments.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) scores: &'a Scores<'a>,
}

impl<'a> Side<'a> {
    pub(super) fn assessment(self) -> &'a Assessment {
        self.scores.assessment()
    }

    /// The evidence that counts on its day.
    pub(super) fn evidence(self) -> impl Iterator<Item = &'a Evidence> {
        self.assessment().evidence().iter().filter(move |one| one.date <= self.scores.as_of())
    }

    /// The exclusions in force on its day.
    pub(super) fn exclusions(self) -> BTreeMap<(&'a RequirementId, &'a EntityId), &'a Exclusion> {
        let in_force = self.assessment().exclusions().iter().filter(|it| it.is_in_force(self.scores.as_of()));
        in_force.map(|it| ((&it.requirement, &it.entity), it)).collect()
    }

    /// Whether evidence on a requirement can be held at an entity.
    pub(super) fn holds(self, requirement: &RequirementId, entity: &EntityId) -> bool {
        self.has_requirement(requirement) && self.has_entity(entity)
    }

    pub(super) fn has_requirement(self, requirement: &RequirementId) -> bool {
        self.assessment().catalogue().takes_evidence(requirement)
    }

    pub(super) fn has_entity(self, entity: &EntityId) -> bool {
        self.assessment().place(entity).is_some()
    }
}

impl<'a> Walk<'a> {
    /// The old assessment as it scored on its day, told of the new day: each evidence dated later by the days between, and the exclusions
    /// that were in force in force still.
    pub(super) fn new(old: &'a Scores<'a>, new: &'a Scores<'a>, entity: &'a EntityId) -> Self {
        let (old, new) = (Side { scores: old }, Side { scores: new });
        let (from, to) = (old.scores.as_of(), new.scores.as_of());
        let current: HashMap<_, _, _> = old.evidence().map(|one| (&one.id, one)).collect();
        let mut naming: HashMap<_, Vec<_>, _> = HashMap::default();
        for one in old.evidence().chain(new.evidence()) {
            for finding in &one.closes {
                naming.entry(finding).or_default().push(&one.id);
            }
        }
        let Submission { organisation, entities, .. } = old.assessment().submission();
        let evidence = old.evidence().map(|one| Evidence {
            date: later(one.date, from, to),
            closes: one.closes.iter().filter(|finding| current.contains_key(finding)).cloned().collect(),
            ..one.clone()
        });
        let exclusions = old.exclusions().into_values().map(|it| Exclusion { review_by: to, ..it.clone() });
        let submission = Submission { organisation, entities, evidence: evidence.collect(), exclusions: exclusions.collect() };
        let scores = Scores::of(Assessment::of_checked(old.assessment().catalogue().clone(), submission), to);

        let objectives = old.assessment().catalogue().objectives().iter().map(|it| &it.id);
        let common = objectives.filter(|id| new.assessment().catalogue().objective(id).is_some());
        let last = common.map(|id| (id.clone(), scores.overall_objective(entity, id).map(|it| it.score))).collect();
        Self { old, new, scores, current, naming, entity, last, steps: Vec::new() }
    }

    /// Ends a step: how far each objective is from where it was last.
    pub(super) fn step(&mut self, cause: Cause) {
        let changes = moved(&mut self.last, &self.scores, self.entity);
        self.steps.push(BridgeStep { cause, changes });
    }

    /// The steps, after the last one into the new catalogue where it is another.
    pub(super) fn end(mut self) -> Vec<BridgeStep> {
        if !self.old.assessment().catalogue().asks_the_same(self.new.assessment().catalogue()) {
            let left = self.old.evidence().filter(|one| !self.new.has_requirement(&one.requirement));
            let came = self.new.evidence().filter(|one| !self.old.has_requirement(&one.requirement));
            let mut evidence: Vec<EvidenceId> = left.chain(came).map(|one| one.id.clone()).collect();
            evidence.sort_unstable();
            evidence.dedup();
            let changes = moved(&mut self.last, self.new.scores, self.entity);
            self.steps.push(BridgeStep { cause: Cause::Catalogue { evidence }, changes });
        }
        self.steps
    }

    /// Scores with another submission.
    pub(super) fn rebuild(&mut self, submission: Submission) {
        let catalogue = self.scores.assessment().catalogue().clone();
        self.scores = Scores::of(Assessment::of_checked(catalogue, submission), self.scores.as_of());
    }

    /// Files an evidence as an assessment says it. It names those findings that are there; those that name it and are there do so now.
    pub(super) fn file(&mut self, one: &'a Evidence) {
        let was_there = self.current.insert(&one.id, one).is_some();
        self.file_named(one);
        if !was_there {
            for naming in self.naming.get(&one.id).cloned().unwrap_or_default() {
                if let Some(naming) = self.current.get(naming).copied().filter(|naming| naming.closes.contains(&one.id)) {
                    self.file_named(naming);
                }
            }
        }
    }

    fn file_named(&mut self, one: &Evidence) {
        let closes = one.closes.iter().filter(|finding| self.current.contains_key(finding)).cloned().collect();
        let filed = self.scores.file(Evidence { closes, ..one.clone() });
        debug_assert!(filed.is_ok(), "{filed:?}");
    }

    /// Takes an evidence out.
    pub(super) fn take_out(&mut self, one: &Evidence) {
        self.current.remove(&one.id);
        self.scores.withdraw(&one.id);
    }
}

/// How far each objective is from its last score, where it is; these are its last scores then.
fn moved(
    last: &mut [(ObjectiveId, Option<Readings<Score>>)],
    scores: &Scores<'_>,
    entity: &EntityId,
) -> Vec<(ObjectiveId, Readings<Change>)> {
    let mut changes = Vec::new();
    for (objective, last) in last {
        let Some(now) = scores.overall_objective(entity, objective).map(|it| it.score) else { continue };
        let before = last.replace(now).unwrap_or(now);
        if before != now {
            changes.push((objective.clone(), before.zip(now).map(|(before, now)| Change::between(before, now))));
        }
    }
    changes
}

/// A day, as many days later as one day is after another; the day itself lies not after the first, so this lies not after the second.
fn later(date: Date, from: Date, to: Date) -> Date {
    date.saturating_add(jiff::Span::new().days(day(to) - day(from)))
}
