//! The part of a bridge that the forest of entities makes: weights, services, and entities that came, moved or left.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{Side, Walk};
use super::{Cause, ServiceChange};
use crate::assessment::{Entity, Exclusion, Service, Submission};
use crate::evidence::Evidence;
use crate::id::{EntityId, EvidenceId, RequirementId};
use crate::score::Score;

/// The most steps that one kind of change takes. Each of them scores everything anew: more changes than that go together, as many in each
/// step.
const STEPS_OF_A_KIND: usize = 256;

type ServiceKey = (EntityId, EntityId, RequirementId);

impl Walk<'_> {
    /// Weights, then services, then entities that came (those above first), moved (all at once: on the way they could form a circle) and
    /// left (those below first).
    pub(super) fn change_forest(&mut self) {
        self.change_weights();
        self.change_services();
        self.let_come();
        self.move_entities();
        self.let_leave();
    }

    fn change_weights(&mut self) {
        let common = self.old.assessment().entities().iter().filter_map(|it| Some((it, find(self.new, &it.id)?)));
        let changed = common.filter(|(old, new)| old.weight != new.weight);
        let changed: Vec<_> = changed.map(|(old, new)| (old.id.clone(), old.weight, new.weight)).collect();
        for together in chunks(&changed) {
            let mut submission = self.scores.assessment().submission();
            for (id, _, weight) in together {
                if let Some(entity) = find_mut(&mut submission, id) {
                    entity.weight = *weight;
                }
            }
            self.rebuild(submission);
            self.step(Cause::Weighed(together.to_vec()));
        }
    }

    /// Services among entities of both, for requirements of both.
    fn change_services(&mut self) {
        let (old, new) = (self.services(self.old), self.services(self.new));
        let mut keys: Vec<&ServiceKey> = old.keys().chain(new.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        let changed = keys.into_iter().map(|key| (key, old.get(key).copied(), new.get(key).copied()));
        let changed = changed.filter(|(_, before, after)| before != after).map(|(key, before, after)| {
            let (service, entity, requirement) = key.clone();
            ServiceChange { service, entity, requirement, before, after }
        });
        let changed: Vec<_> = changed.collect();
        for together in chunks(&changed) {
            let mut submission = self.scores.assessment().submission();
            for ServiceChange { service, entity, requirement, before: _, after } in together {
                let Some(serving) = find_mut(&mut submission, service) else { continue };
                serving.serves.retain(|it| it.entity != *entity || it.requirement != *requirement);
                let added = after.map(|share| Service { entity: entity.clone(), requirement: requirement.clone(), share });
                serving.serves.extend(added);
            }
            self.rebuild(submission);
            self.step(Cause::Served(together.to_vec()));
        }
    }

    fn services(&self, side: Side<'_>) -> BTreeMap<ServiceKey, Score> {
        let in_both = |it: &EntityId| self.old.has_entity(it) && self.new.has_entity(it);
        let asked_in_both = |it: &RequirementId| self.old.has_requirement(it) && self.new.has_requirement(it);
        let serving = side.assessment().entities().iter().filter(|it| in_both(&it.id));
        let services = serving.flat_map(|it| it.serves.iter().map(|service| (it.id.clone(), service)));
        let services = services.filter(|(_, it)| in_both(&it.entity) && asked_in_both(&it.requirement));
        services.map(|(id, it)| ((id, it.entity.clone(), it.requirement.clone()), it.share)).collect()
    }

    /// Entities that only the new assessment has, each with what it serves and is served by, its exclusions and its evidence.
    fn let_come(&mut self) {
        let all = by_depth(self.new, |id| !self.old.has_entity(id));
        for together in chunks(&all) {
            let mut submission = self.scores.assessment().submission();
            let came: BTreeSet<EntityId> = together.iter().map(|it| it.id.clone()).collect();
            submission.entities.extend(together.iter().map(|it| Entity { serves: Vec::new(), ..(*it).clone() }));
            let known: BTreeSet<EntityId> = submission.entities.iter().map(|it| it.id.clone()).collect();
            for entity in &mut submission.entities {
                let serves = find(self.new, &entity.id).map(|it| it.serves.as_slice()).unwrap_or_default();
                let fits = |it: &&Service| {
                    let is_new = came.contains(&entity.id) || came.contains(&it.entity);
                    is_new && known.contains(&it.entity) && self.old.has_requirement(&it.requirement)
                };
                entity.serves.extend(serves.iter().filter(fits).cloned());
            }
            let exclusions = self.new.exclusions();
            let fits = |it: &&&Exclusion| came.contains(&it.entity) && self.old.has_requirement(&it.requirement);
            submission.exclusions.extend(exclusions.values().filter(fits).map(|it| (*it).clone()));
            let mut evidence = Vec::new();
            for one in self.new.evidence().filter(|one| came.contains(&one.entity) && self.old.has_requirement(&one.requirement)) {
                self.current.insert(&one.id, one);
                evidence.push(one.id.clone());
                submission.evidence.retain(|other| other.id != one.id); // it was at an entity that leaves
                submission.evidence.push(one.clone());
            }
            evidence.sort_unstable();
            self.settle(submission);
            self.step(Cause::Came { entities: came.into_iter().collect(), evidence });
        }
    }

    fn move_entities(&mut self) {
        let mut submission = self.scores.assessment().submission();
        let mut moved = Vec::new();
        for entity in &mut submission.entities {
            if let Some(new) = find(self.new, &entity.id).filter(|new| new.parent != entity.parent) {
                entity.parent.clone_from(&new.parent);
                moved.push(entity.id.clone());
            }
        }
        if !moved.is_empty() {
            self.rebuild(submission);
            self.step(Cause::Moved(moved));
        }
    }

    /// Entities that only the old assessment has, with all that is about them.
    fn let_leave(&mut self) {
        let mut leave = by_depth(self.old, |id| !self.new.has_entity(id));
        leave.reverse();
        for together in chunks(&leave) {
            let mut submission = self.scores.assessment().submission();
            let left: BTreeSet<EntityId> = together.iter().map(|it| it.id.clone()).collect();
            let stays = |id: &EntityId| !left.contains(id);
            submission.entities.retain(|it| stays(&it.id));
            submission.entities.iter_mut().for_each(|it| it.serves.retain(|service| stays(&service.entity)));
            submission.exclusions.retain(|it| stays(&it.entity));
            let gone = submission.evidence.iter().filter(|one| !stays(&one.entity));
            let mut evidence: Vec<EvidenceId> = gone.map(|one| one.id.clone()).collect();
            evidence.sort_unstable();
            for id in &evidence {
                self.current.remove(id);
            }
            submission.evidence.retain(|one| stays(&one.entity));
            self.settle(submission);
            self.step(Cause::Left { entities: left.into_iter().collect(), evidence });
        }
    }

    /// Scores with other evidence: each names those findings that are there.
    fn settle(&mut self, mut submission: Submission) {
        for one in &mut submission.evidence {
            let full: Option<&Evidence> = self.current.get(&one.id).copied();
            let closes = full.map(|full| full.closes.as_slice()).unwrap_or_default();
            one.closes = closes.iter().filter(|finding| self.current.contains_key(finding)).cloned().collect();
        }
        self.rebuild(submission);
    }
}

fn find<'a>(side: Side<'a>, id: &EntityId) -> Option<&'a Entity> {
    let entities = side.assessment().entities();
    entities.get(entities.binary_search_by(|it| it.id.cmp(id)).ok()?)
}

fn find_mut<'s>(submission: &'s mut Submission, id: &EntityId) -> Option<&'s mut Entity> {
    let at = submission.entities.binary_search_by(|it| it.id.cmp(id)).ok()?; // as an assessment has them: by name
    submission.entities.get_mut(at)
}

/// Those entities of an assessment that fit, those above before those below, then by name.
fn by_depth(side: Side<'_>, fits: impl Fn(&EntityId) -> bool) -> Vec<&Entity> {
    let mut found: Vec<_> = side.assessment().entities().iter().filter(|it| fits(&it.id)).collect();
    found.sort_by_cached_key(|it| (side.assessment().entity_and_above(&it.id).count(), it.id.clone()));
    found
}

/// One by one, or as many together as the limit asks for.
fn chunks<T>(all: &[T]) -> impl Iterator<Item = &[T]> {
    all.chunks(all.len().div_ceil(STEPS_OF_A_KIND).max(1))
}
