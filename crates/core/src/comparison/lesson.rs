//! What one can learn from others: who is well substantiated where one is weak, and by what kinds of evidence.

use std::collections::{BTreeMap, BTreeSet};

use super::{CROWD, Compared, Party};
use crate::band::Band;
use crate::evidence::{Assurance, Kind};
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::score::Score;
use crate::scores::{Overall, RequirementScore, Scores};

/// A requirement below the norm at an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakSpot<'a> {
    /// The requirement; no composite, since what it is made of is.
    pub requirement: &'a RequirementId,
    /// What it scores.
    pub overall: Overall,
    /// The norm: the highest of the objectives that it is a member of.
    pub norm: Band,
}

/// What the others can teach of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson<'a> {
    /// The requirement.
    pub requirement: &'a RequirementId,
    /// Those that are well substantiated and consent to be named, by name.
    pub named: Vec<Example<'a>>,
    /// How many organisations besides are well substantiated somewhere; `None` where fewer than [`CROWD`] do not consent to be named.
    pub others: Option<usize>,
}

/// Somebody who is well substantiated: band F.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example<'a> {
    /// Who.
    pub who: Compared<'a>,
    /// How many evidences that have not lost their freshness, by kind and by the assurance that counts.
    pub evidence: BTreeMap<(Kind, Assurance), usize>,
}

/// What is below the norm at an entity, the worst first; what is not assessed is below.
pub(super) fn weak_spots<'a>(scores: &'a Scores<'a>, entity: &EntityId) -> Vec<WeakSpot<'a>> {
    let catalogue = scores.assessment().catalogue();
    let mut norms: BTreeMap<&RequirementId, Band> = BTreeMap::new();
    for objective in catalogue.objectives() {
        for (member, _) in &objective.members {
            let norm = norms.entry(member).or_insert(objective.norm);
            *norm = objective.norm.max(*norm);
        }
    }
    let requirements = catalogue.requirements().iter().filter(|it| !it.composite);
    let spots = requirements.filter_map(|it| {
        let norm = norms.get(&it.id).copied().unwrap_or(Band::Largely);
        let overall = scores.overall(entity, &it.id)?;
        overall.band().is_none_or(|band| band < norm).then_some(WeakSpot { requirement: &it.id, overall, norm })
    });
    let mut spots: Vec<_> = spots.collect();
    let worth =
        |it: &WeakSpot<'_>| -> [Score; 3] { [it.overall.score.substantiated, it.overall.score.declared, it.overall.score.possible] };
    spots.sort_by(|a, b| worth(a).cmp(&worth(b)).then_with(|| a.requirement.cmp(b.requirement)));
    spots
}

/// What others can teach of some requirements, by name. The others come by name.
pub(super) fn lessons<'a>(others: &[Party<'a>], requirements: &BTreeSet<&'a RequirementId>) -> Vec<Lesson<'a>> {
    let (named, nameless): (Vec<&Party<'a>>, Vec<&Party<'a>>) = others.iter().partition(|party| party.sharing.name);
    let may_count = nameless.len() >= CROWD;
    let is_well_at = |party: &Party<'a>, requirement| party.entities.iter().any(|entity| is_well(party.scores, entity, requirement));
    let count = |requirement| nameless.iter().filter(|party| is_well_at(party, requirement)).count();
    let lesson = |requirement: &'a RequirementId| {
        let examples = named.iter().flat_map(|party| {
            let well = party.compared().filter(|it| is_well(party.scores, it.entity, requirement));
            well.map(|who| Example { who, evidence: fresh_evidence(party.scores, who.entity, requirement) })
        });
        Lesson { requirement, named: examples.collect(), others: may_count.then(|| count(requirement)) }
    };
    requirements.iter().map(|requirement| lesson(requirement)).collect()
}

fn is_well(scores: &Scores<'_>, entity: &EntityId, requirement: &RequirementId) -> bool {
    scores.overall(entity, requirement).and_then(|it| it.band()) == Some(Band::Fully)
}

/// The evidence that counts on a requirement at the leaves at or below an entity and has not lost its freshness, each once.
fn fresh_evidence(scores: &Scores<'_>, entity: &EntityId, requirement: &RequirementId) -> BTreeMap<(Kind, Assurance), usize> {
    let assessment = scores.assessment();
    let mut found: BTreeMap<&EvidenceId, (Kind, Assurance)> = BTreeMap::new();
    for leaf in scores.leaves().filter(|leaf| assessment.entity_and_above(leaf.entity()).any(|above| above == entity)) {
        let Some(explanation) = leaf.explain(requirement) else { continue };
        match explanation.score {
            RequirementScore::NotApplicable => {} // its evidence is kept and does not count
            RequirementScore::Applicable(_) => {
                let fresh = explanation.evidence.iter().filter(|term| term.fresh > Score::ZERO);
                found.extend(fresh.map(|term| (&term.evidence.id, (term.evidence.kind, term.assurance))));
            }
        }
    }
    let mut counts = BTreeMap::new();
    for of in found.into_values() {
        *counts.entry(of).or_default() += 1;
    }
    counts
}
