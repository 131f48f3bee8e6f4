//! The bridge between two assessments (method M7): it sums exactly, and its steps are those of a second bridge that scores everything anew
//! after each change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use pejling_core::{
    Assessment, Bridge, BridgePart, Catalogue, Change, EntityId, Evidence, EvidenceId, Exclusion, Framework, ObjectiveId, Readings,
    RequirementId, RequirementScore, Score, Scores, Service, Submission, bridge, score,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::cases::{LAW, cases, runner};
use crate::engine::{assessment, day, frameworks, submission};
use crate::generator::model;
use crate::year::{Tape, another_catalogue, next_year};

/// What is scored: a submission against a catalogue on a day.
struct Stand {
    catalogue: Arc<Catalogue>,
    submission: Submission,
    day: Date,
}

impl Stand {
    fn new(frameworks: Vec<Framework>, submission: Submission, day: Date) -> Option<Self> {
        let catalogue = Arc::new(Catalogue::new(frameworks).ok()?);
        Assessment::new(catalogue.clone(), submission.clone()).ok()?;
        Some(Self { catalogue, submission, day })
    }

    fn assessment(&self) -> Assessment {
        Assessment::new(self.catalogue.clone(), self.submission.clone()).unwrap()
    }

    fn evidence(&self) -> BTreeMap<EvidenceId, Evidence> {
        self.submission.evidence.iter().filter(|one| one.date <= self.day).map(|one| (one.id.clone(), one.clone())).collect()
    }

    fn exclusions(&self) -> BTreeMap<(RequirementId, EntityId), Exclusion> {
        let in_force = self.submission.exclusions.iter().filter(|it| self.day <= it.review_by);
        in_force.map(|it| ((it.requirement.clone(), it.entity.clone()), it.clone())).collect()
    }

    fn has_entity(&self, entity: &EntityId) -> bool {
        self.submission.entities.iter().any(|it| it.id == *entity)
    }

    fn asks(&self, requirement: &RequirementId) -> bool {
        self.catalogue.requirement(requirement).is_some_and(|it| !it.composite)
    }

    fn holds(&self, requirement: &RequirementId, entity: &EntityId) -> bool {
        self.asks(requirement) && self.has_entity(entity)
    }
}

type Moves = BTreeMap<ObjectiveId, Readings<Change>>;
type Last = BTreeMap<ObjectiveId, Readings<Score>>;

/// A second bridge: it keeps a submission, changes it, and scores all of it.
struct Naive<'a> {
    stand: Stand,
    entity: &'a EntityId,
    old: &'a Stand,
    new: &'a Stand,
    full: BTreeMap<EvidenceId, Evidence>, // with all that it names, be that there or not
    last: Last,
    steps: Vec<(BridgePart, Moves)>,
}

fn objectives(scores: &Scores<'_>, entity: &EntityId, only: &Catalogue) -> Last {
    let ids = scores.assessment().catalogue().objectives().iter().map(|it| it.id.clone()).filter(|id| only.objective(id).is_some());
    ids.filter_map(|id| Some((id.clone(), scores.overall_objective(entity, &id)?.score))).collect()
}

impl<'a> Naive<'a> {
    /// All steps; `None` where one of the stands on the way would be refused: a service of an entity that stands above who it serves.
    fn steps(old: &'a Stand, new: &'a Stand, entity: &'a EntityId) -> Option<Vec<(BridgePart, Moves)>> {
        let old_scores = old.assessment();
        let last = objectives(&score(&old_scores, old.day), entity, &new.catalogue);
        let full = old.evidence();
        let shifted = (new.day - old.day).get_days();
        let mut evidence: BTreeMap<EvidenceId, Evidence> = full.clone();
        for one in evidence.values_mut() {
            one.date += shifted.days();
        }
        let submission = Submission {
            evidence: evidence.into_values().collect(),
            exclusions: old.exclusions().into_values().map(|it| Exclusion { review_by: new.day, ..it }).collect(),
            ..old.submission.clone()
        };
        let stand = Stand { catalogue: old.catalogue.clone(), submission, day: new.day };
        let mut naive = Self { stand, entity, old, new, full, last, steps: Vec::new() };
        naive.step(None)?; // nothing has moved by telling it of the new day
        naive.evidence()?;
        naive.exclusions()?;
        naive.forest()?;
        let scored = new.assessment();
        let last = objectives(&score(&scored, new.day), entity, &old.catalogue);
        let catalogue = naive.moves(last);
        let other = format!("{:?}", old.catalogue.requirements()) != format!("{:?}", new.catalogue.requirements())
            || format!("{:?}", old.catalogue.objectives()) != format!("{:?}", new.catalogue.objectives());
        assert!(other || catalogue.is_empty(), "without another catalogue the walk ends in the new assessment: {catalogue:?}");
        naive.steps.extend(other.then_some((BridgePart::Catalogue, catalogue)));
        Some(naive.steps)
    }

    fn moves(&mut self, now: Last) -> Moves {
        let change = |(id, now): (&ObjectiveId, &Readings<Score>)| {
            let before = self.last.get(id).copied().filter(|before| before != now)?;
            Some((id.clone(), before.zip(*now).map(|(before, now)| Change::between(before, now))))
        };
        let moves = now.iter().filter_map(change).collect();
        self.last.extend(now);
        moves
    }

    fn step(&mut self, part: Option<BridgePart>) -> Option<()> {
        let there: BTreeSet<EvidenceId> = self.stand.submission.evidence.iter().map(|one| one.id.clone()).collect();
        for one in &mut self.stand.submission.evidence {
            one.closes = self.full[&one.id].closes.iter().filter(|finding| there.contains(*finding)).cloned().collect();
        }
        let scored = Assessment::new(self.stand.catalogue.clone(), self.stand.submission.clone()).ok()?;
        let moves = self.moves(objectives(&score(&scored, self.stand.day), self.entity, &self.new.catalogue));
        match part {
            Some(part) => self.steps.push((part, moves)),
            None => assert!(moves.is_empty(), "{moves:?}"),
        }
        Some(())
    }

    fn put(&mut self, one: &Evidence) {
        self.stand.submission.evidence.retain(|other| other.id != one.id);
        self.stand.submission.evidence.push(one.clone());
        self.full.insert(one.id.clone(), one.clone());
    }

    fn evidence(&mut self) -> Option<()> {
        let (old, new) = (self.old.evidence(), self.new.evidence());
        let mut ages: BTreeMap<(Date, RequirementId), Vec<Evidence>> = BTreeMap::new();
        for one in old.values() {
            ages.entry((one.date, one.requirement.clone())).or_default().push(one.clone());
        }
        for same in ages.values().filter(|_| self.old.day < self.new.day) {
            let fresh = |one: &Evidence, on: Date| {
                // 100 while valid, 0 from twice that, evenly between, cut (method M1)
                let (age, valid) = (i64::from((on - one.date).get_days()), i64::from(one.counted_valid_days()));
                ((2 * valid - age).clamp(0, valid)) * 10_000 / valid
            };
            for one in same {
                self.put(one);
            }
            if same.iter().any(|one| fresh(one, self.old.day) != fresh(one, self.new.day)) {
                self.step(Some(BridgePart::Aged))?;
            } else {
                self.step(None)?;
            }
        }
        let mut all: Vec<&Evidence> = old.values().collect();
        all.sort_by_key(|one| (one.date, one.id.clone()));
        for one in all {
            let other = new.get(&one.id);
            let fits = |it: &Evidence| self.old.holds(&it.requirement, &it.entity);
            if other == Some(one) || (!other.is_some_and(fits) && !self.new.holds(&one.requirement, &one.entity)) {
                continue;
            }
            self.stand.submission.evidence.retain(|it| it.id != one.id);
            if let Some(other) = other.filter(|other| self.old.holds(&other.requirement, &other.entity)) {
                self.put(other);
            }
            self.step(Some(BridgePart::Withdrawn))?;
        }
        let added = new.values().filter(|one| !old.contains_key(&one.id) && self.old.holds(&one.requirement, &one.entity));
        let mut added: Vec<(bool, &Evidence)> = added.map(|one| (closes_something(self.new, &one.id), one)).collect();
        added.sort_by_key(|(closes, one)| (*closes, one.date, one.id.clone()));
        for (closes, one) in added {
            self.put(one);
            self.step(Some(if closes { BridgePart::Closed } else { BridgePart::New }))?;
        }
        Some(())
    }

    fn exclusions(&mut self) -> Option<()> {
        let (old, new) = (self.old.exclusions(), self.new.exclusions());
        let changed = old.iter().filter(|(key, _)| !new.contains_key(*key)).chain(new.iter().filter(|(key, _)| !old.contains_key(*key)));
        let mut changed: Vec<_> = changed.map(|(key, it)| (it.review_by, key)).collect();
        changed.sort();
        for (_, key) in changed {
            if self.old.holds(&key.0, &key.1) && self.new.holds(&key.0, &key.1) {
                self.stand.submission.exclusions.retain(|it| (&it.requirement, &it.entity) != (&key.0, &key.1));
                self.stand.submission.exclusions.extend(new.get(key).cloned());
                self.step(Some(BridgePart::Applicability))?;
            }
        }
        Some(())
    }

    fn forest(&mut self) -> Option<()> {
        let step = Some(BridgePart::Entities);
        let ids: BTreeSet<EntityId> = self.new.submission.entities.iter().map(|it| it.id.clone()).collect();
        let wanted = |id: &EntityId| self.new.submission.entities.iter().find(|it| it.id == *id).cloned();
        for id in ids.iter().filter(|id| self.old.has_entity(id)) {
            let weight = wanted(id)?.weight;
            let it = self.stand.submission.entities.iter_mut().find(|it| it.id == *id)?;
            if it.weight != weight {
                it.weight = weight;
                self.step(step)?;
            }
        }
        let services = |stand: &Stand| -> BTreeMap<(EntityId, EntityId, RequirementId), Service> {
            let all = stand.submission.entities.iter().flat_map(|it| it.serves.iter().map(move |service| (it.id.clone(), service.clone())));
            let both = |entity: &EntityId| self.old.has_entity(entity) && self.new.has_entity(entity);
            let all =
                all.filter(|(id, it)| both(id) && both(&it.entity) && self.old.asks(&it.requirement) && self.new.asks(&it.requirement));
            all.map(|(id, it)| ((id, it.entity.clone(), it.requirement.clone()), it)).collect()
        };
        let (before, after) = (services(self.old), services(self.new));
        let keys: BTreeSet<_> = before.keys().chain(after.keys()).cloned().collect();
        for key in keys.into_iter().filter(|key| before.get(key) != after.get(key)) {
            let serving = self.stand.submission.entities.iter_mut().find(|it| it.id == key.0)?;
            serving.serves.retain(|it| (&it.entity, &it.requirement) != (&key.1, &key.2));
            serving.serves.extend(after.get(&key).cloned());
            self.step(step)?;
        }
        let depth = |stand: &Stand, id: &EntityId| {
            let parent = |id: &EntityId| stand.submission.entities.iter().find(|it| it.id == *id).and_then(|it| it.parent.clone());
            std::iter::successors(Some(id.clone()), parent).count()
        };
        let mut come: Vec<&EntityId> = ids.iter().filter(|id| !self.old.has_entity(id)).collect();
        come.sort_by_key(|id| (depth(self.new, id), (*id).clone()));
        for id in come {
            let mut entity = wanted(id)?;
            entity.serves.retain(|it| self.old.asks(&it.requirement) && (self.stand.has_entity(&it.entity)));
            self.stand.submission.entities.push(entity);
            for other in &self.new.submission.entities {
                let serving = other.serves.iter().filter(|it| it.entity == *id && self.old.asks(&it.requirement)).cloned();
                if let Some(it) = self.stand.submission.entities.iter_mut().find(|it| it.id == other.id) {
                    it.serves.extend(serving);
                }
            }
            let exclusions = self.new.exclusions().into_values().filter(|it| it.entity == *id && self.old.asks(&it.requirement));
            self.stand.submission.exclusions.extend(exclusions);
            let evidence = self.new.evidence().into_values().filter(|it| it.entity == *id && self.old.asks(&it.requirement));
            evidence.collect::<Vec<_>>().iter().for_each(|one| self.put(one));
            self.step(step)?;
        }
        let mut moved = false;
        for it in &mut self.stand.submission.entities {
            if let Some(new) = wanted(&it.id).filter(|new| new.parent != it.parent) {
                it.parent = new.parent;
                moved = true;
            }
        }
        if moved {
            self.step(step)?;
        }
        let mut leave: Vec<EntityId> = self.old.submission.entities.iter().map(|it| it.id.clone()).filter(|id| !ids.contains(id)).collect();
        leave.sort_by_key(|id| (depth(self.old, id), id.clone()));
        for id in leave.iter().rev() {
            self.stand.submission.entities.retain(|it| it.id != *id);
            self.stand.submission.entities.iter_mut().for_each(|it| it.serves.retain(|service| service.entity != *id));
            self.stand.submission.exclusions.retain(|it| it.entity != *id);
            self.stand.submission.evidence.retain(|it| it.entity != *id);
            self.step(step)?;
        }
        Some(())
    }
}

/// Whether an evidence closes a finding somewhere (method M2), as the explanation of its requirement says at the leaves, with nothing excluded.
fn closes_something(stand: &Stand, id: &EvidenceId) -> bool {
    let open = Stand {
        catalogue: stand.catalogue.clone(),
        submission: Submission { exclusions: Vec::new(), ..stand.submission.clone() },
        day: stand.day,
    };
    let assessment = open.assessment();
    let scores = score(&assessment, stand.day);
    let one = &stand.evidence()[id];
    scores.leaves().any(|leaf| {
        leaf.explain(&one.requirement).is_some_and(|explained| {
            assert!(matches!(explained.score, RequirementScore::Applicable(_)));
            explained.closings.iter().any(|closing| closing.later == id)
        })
    })
}

#[track_caller]
fn sums(bridge: &Bridge, old: &Scores<'_>, new: &Scores<'_>, entity: &EntityId) {
    for it in &bridge.objectives {
        assert_eq!(old.overall_objective(entity, &it.objective).map(|it| it.score), Some(it.old));
        assert_eq!(new.overall_objective(entity, &it.objective).map(|it| it.score), Some(it.new));
        let add = |one: Readings<Change>, other: Readings<Change>| one.zip(other).map(|(one, other)| one + other);
        let whole = it.old.zip(it.new).map(|(old, new)| Change::between(old, new));
        assert_eq!(it.parts.into_iter().fold(Readings::default(), add), whole, "parts of {} at {entity}", it.objective);
        let of_objective = bridge.steps.iter().flat_map(|step| &step.changes).filter(|(id, _)| *id == it.objective);
        assert_eq!(of_objective.fold(Readings::default(), |sum, (_, it)| add(sum, *it)), whole, "steps of {} at {entity}", it.objective);
    }
}

/// The steps of a bridge, as the second one gives them.
fn told(bridge: &Bridge) -> Vec<(BridgePart, Moves)> {
    bridge.steps.iter().map(|step| (step.cause.part(), step.changes.iter().cloned().collect())).collect()
}

/// Two assessments: the model's, and what a tape makes of it so many days later; the catalogue may be another one as well.
fn two(model: &crate::model::Model, days: i32, tape: Vec<u8>, across: bool) -> Option<(Stand, Stand)> {
    let old = Stand::new(frameworks(model), submission(model), day(model.day))?;
    let mut tape = Tape::new(tape);
    let mut later = next_year(&old.submission, &old.catalogue, old.day, days, &mut tape);
    let mut asked = frameworks(model);
    if across {
        another_catalogue(&mut asked, &mut later, &mut tape);
    }
    let new = Stand::new(asked, later, day(model.day + days))?;
    Some((old, new))
}

#[test]
fn a_bridge_sums_exactly_and_its_steps_are_those_of_scoring_all_anew() {
    let drawn = (model(), prop_oneof![Just(0), 1..800_i32], vec(any::<u8>(), 96), any::<bool>());
    let (mut compared, mut parts) = (0, BTreeMap::<BridgePart, usize>::new());
    let (met, counted) = (std::cell::RefCell::new(&mut parts), std::cell::RefCell::new(&mut compared));
    let outcome = runner(cases(LAW)).run(&drawn, |(model, days, tape, across)| {
        let Some((old, new)) = two(&model, days, tape, across) else { return Ok(()) };
        let (before, after) = (old.assessment(), new.assessment());
        let (before, after) = (score(&before, old.day), score(&after, new.day));
        for entity in old.submission.entities.iter().map(|it| &it.id) {
            let Some(bridge) = bridge(&before, &after, entity) else {
                prop_assert!(!new.has_entity(entity));
                continue;
            };
            sums(&bridge, &before, &after, entity);
            for (part, moves) in told(&bridge) {
                *met.borrow_mut().entry(part).or_default() += usize::from(!moves.is_empty());
            }
            if let Some(steps) = Naive::steps(&old, &new, entity) {
                let bridged = |id: &ObjectiveId| bridge.objectives.iter().any(|it| it.objective == *id);
                let steps: Vec<(BridgePart, Moves)> =
                    steps.into_iter().map(|(part, moves)| (part, moves.into_iter().filter(|(id, _)| bridged(id)).collect())).collect();
                prop_assert_eq!(told(&bridge), steps, "at {}", entity);
                **counted.borrow_mut() += 1;
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    // without this the law could hold because nothing ever happens
    println!("{compared} bridges compared; steps that moved something: {parts:?}");
    assert!(compared >= cases(LAW) && BridgePart::ALL.iter().all(|part| parts.contains_key(part)), "{compared} {parts:?}");
}

#[test]
fn equal_assessments_have_an_empty_bridge_and_time_alone_only_ages() {
    let aged = std::cell::Cell::new(0);
    let outcome = runner(cases(LAW)).run(&(model(), 1..800_i32), |(model, days)| {
        let whole = assessment(&model);
        let now = score(&whole, day(model.day));
        let model = model.without_future();
        let kept = model.exclusions.iter().filter(|it| it.review < model.day || it.review >= model.day + days).cloned().collect();
        let alone = assessment(&crate::model::Model { exclusions: kept, ..model.clone() });
        let (then, later) = (score(&alone, day(model.day)), score(&alone, day(model.day + days)));
        for entity in whole.entities().iter().map(|it| &it.id) {
            let bridge_of = |old, new| bridge(old, new, entity).unwrap();
            prop_assert_eq!(&bridge_of(&now, &now).steps, &[]);
            let of_time = bridge_of(&then, &later);
            prop_assert!(of_time.steps.iter().all(|step| step.cause.part() == BridgePart::Aged), "{:?}", of_time.steps);
            prop_assert!(of_time.apart.is_empty());
            let fell = |change: &Readings<Change>| change.substantiated <= Change::NONE && change.declared <= Change::NONE;
            prop_assert!(of_time.steps.iter().flat_map(|step| &step.changes).all(|(_, it)| fell(it) && it.possible == Change::NONE));
            aged.set(aged.get() + of_time.steps.iter().filter(|step| !step.changes.is_empty()).count());
            prop_assert!(bridge(&later, &then, entity).is_none(), "a bridge does not lead back");
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(aged.get() > 0, "nothing ever aged");
}
