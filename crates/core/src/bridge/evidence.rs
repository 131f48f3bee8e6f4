//! The parts of a bridge that evidence and exclusions make.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::Cause;
use super::walk::Walk;
use crate::assessment::{Assessment, day};
use crate::evidence::{Evidence, freshness};
use crate::holding::Holding;
use crate::id::EvidenceId;
use crate::scores::Scores;

impl Walk<'_> {
    /// Gives each evidence its own date again, from the oldest on: then the order of dates stays what it is, and no finding opens or closes
    /// by it. Evidence of the same day on the same requirement goes together, or it would not be of the same day for a while.
    pub(super) fn age(&mut self) {
        let (from, to) = (self.old.scores.as_of(), self.new.scores.as_of());
        if from == to {
            return;
        }
        let mut all: Vec<&Evidence> = self.old.evidence().collect();
        all.sort_unstable_by_key(|one| (one.date, &one.requirement, &one.id));
        for same in all.chunk_by(|a, b| (a.date, &a.requirement) == (b.date, &b.requirement)) {
            let (mut touched, mut aged) = (Vec::new(), Vec::new());
            for one in same {
                let closes = one.closes.iter().filter(|finding| self.current.contains_key(finding)).cloned().collect();
                let Ok(at) = self.scores.put(Evidence { closes, ..(*one).clone() }) else { continue };
                let fresh = |on| freshness(day(on).abs_diff(day(one.date)), one.counted_valid_days());
                if fresh(from) != fresh(to) {
                    touched.extend(at);
                    aged.push(one.id.clone());
                }
            }
            if let Some(first) = same.first().filter(|_| !aged.is_empty()) {
                self.scores.score_anew(&touched);
                self.step(Cause::Aged { requirement: first.requirement.clone(), date: first.date, evidence: aged });
            }
        }
    }

    /// Takes out what the new assessment lacks, and files what says something else there. What the new assessment could not hold where it is
    /// stays: it leaves with its entity or its catalogue, or moves with them to where it is then.
    pub(super) fn withdraw(&mut self) {
        let new: HashMap<&EvidenceId, &Evidence, RandomState> = self.new.evidence().map(|one| (&one.id, one)).collect();
        let mut all: Vec<&Evidence> = self.old.evidence().collect();
        all.sort_unstable_by_key(|one| (one.date, &one.id));
        for one in all {
            match new.get(&one.id).copied() {
                Some(other) if says_the_same(one, other) => {}
                Some(other) if self.old.holds(&other.requirement, &other.entity) => {
                    self.file(other);
                    self.step(Cause::Edited(one.id.clone()));
                }
                Some(_) | None if self.new.holds(&one.requirement, &one.entity) => {
                    self.take_out(one);
                    self.step(Cause::Withdrawn(one.id.clone()));
                }
                Some(_) | None => {}
            }
        }
    }

    /// Files what is new: first what closes nothing, then what closes findings in the new assessment.
    pub(super) fn add(&mut self) {
        let old: HashMap<&EvidenceId, &Evidence, RandomState> = self.old.evidence().map(|one| (&one.id, one)).collect();
        let is_new = |one: &Evidence| !old.contains_key(&one.id) && self.old.holds(&one.requirement, &one.entity);
        let (positions, as_of) = ((0_u32..).zip(self.new.assessment().evidence()), self.new.scores.as_of());
        let all = positions.filter(|(_, one)| one.date <= as_of && is_new(one));
        let mut all: Vec<(Vec<EvidenceId>, &Evidence)> = all.map(|(at, one)| (closed_by(self.new.scores, at), one)).collect();
        all.sort_unstable_by_key(|(findings, one)| (!findings.is_empty(), one.date, &one.id));
        for (findings, one) in all {
            self.file(one);
            let evidence = one.id.clone();
            self.step(if findings.is_empty() { Cause::New(evidence) } else { Cause::Closed { evidence, findings } });
        }
    }

    /// Exclusions that ran out, came or went, by their review date, requirement and entity.
    pub(super) fn apply_exclusions(&mut self) {
        let (old, new) = (self.old.exclusions(), self.new.exclusions());
        let gone = old.iter().filter(|(key, _)| !new.contains_key(*key)).map(|(_, it)| (*it, false));
        let come = new.iter().filter(|(key, _)| !old.contains_key(*key)).map(|(_, it)| (*it, true));
        let mut all: Vec<_> = gone.chain(come).collect();
        all.sort_unstable_by_key(|(it, _)| (it.review_by, &it.requirement, &it.entity));
        for (it, comes) in all {
            let (requirement, entity) = (&it.requirement, &it.entity);
            if !self.old.holds(requirement, entity) || !self.new.holds(requirement, entity) {
                continue; // it comes or leaves with its entity or its catalogue
            }
            self.scores.exclude(requirement, entity, comes.then(|| it.clone()));
            let (requirement, entity) = (requirement.clone(), entity.clone());
            let ended = !it.is_in_force(self.new.scores.as_of());
            self.step(if comes { Cause::Excluded { requirement, entity } } else { Cause::Included { requirement, entity, ended } });
        }
    }
}

/// Whether two evidences of one name say the same.
fn says_the_same(one: &Evidence, other: &Evidence) -> bool {
    let plain = |one: &Evidence| {
        let mut closes = one.closes.clone();
        closes.sort_unstable();
        closes.dedup();
        Evidence { closes, valid_days: Some(one.counted_valid_days()), ..one.clone() }
    };
    plain(one) == plain(other)
}

/// The findings that the evidence at a position closes at some leaf, by name (method M2).
fn closed_by(scores: &Scores<'_>, evidence: u32) -> Vec<EvidenceId> {
    let assessment: &Assessment = scores.assessment();
    let one = assessment.evidence_at(evidence);
    let (Some(entity), Some(requirement)) = (assessment.place(&one.entity), assessment.catalogue().position(&one.requirement)) else {
        return Vec::new();
    };
    let named = assessment.all_closes().get(assessment.closes_of(evidence)).unwrap_or_default();
    let (mut entries, mut closed) = (Vec::new(), Vec::new());
    for (leaf, _) in assessment.leaves_held(entity, requirement) {
        Holding::new(assessment, leaf, scores.as_of()).take(requirement, &mut entries);
        for later in entries.iter().filter(|entry| entry.evidence == evidence) {
            let is_named = |finding: u32| named.iter().any(|(_, name)| *name == finding);
            let findings = entries.iter().filter(|finding| later.closes_finding(finding, is_named(finding.evidence)));
            closed.extend(findings.map(|finding| assessment.evidence_at(finding.evidence).id.clone()));
        }
    }
    closed.sort_unstable();
    closed.dedup();
    closed
}
