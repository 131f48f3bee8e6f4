//! What becomes of an organisation in a while: the same with evidence withdrawn, edited and added, exclusions, entities and services changed.

use jiff::ToSpan as _;
use jiff::civil::Date;
use pejling_core::{
    Catalogue, Entity, EntityId, Excludable, Exclusion, Framework, ReasonClass, Requirement, RequirementId, Score, Service, Submission,
    Weight,
};

/// Decisions, one after the other; where they run out, nothing happens.
pub(crate) struct Tape(std::vec::IntoIter<u8>);

impl Tape {
    pub(crate) fn new(decisions: Vec<u8>) -> Self {
        Self(decisions.into_iter())
    }

    fn next(&mut self) -> usize {
        self.0.next().unwrap_or(u8::MAX).into()
    }

    /// One of so many, where it happens at all: in `times` of 16 cases.
    fn pick(&mut self, times: usize, count: usize) -> Option<usize> {
        let drawn = self.next();
        (drawn % 16 < times && count > 0 && drawn < 255).then(|| self.next() % count)
    }
}

/// The same organisation so many days after a day, as far as the tape goes; what results may be refused.
pub(crate) fn next_year(old: &Submission, catalogue: &Catalogue, today: Date, days: i32, tape: &mut Tape) -> Submission {
    let mut new = old.clone();
    change_entities(&mut new, catalogue, tape);
    let plain: Vec<RequirementId> = catalogue.requirements().iter().filter(|it| !it.composite).map(|it| it.id.clone()).collect();
    for at in (0..new.evidence.len()).rev() {
        if let Some(other) = tape.pick(4, old.evidence.len()) {
            if other % 2 == 0 {
                withdraw(&mut new, at);
            } else {
                let like = &old.evidence[other];
                let one = &mut new.evidence[at];
                (one.finding, one.date, one.assurance) = (like.finding, like.date, like.assurance);
                if other % 4 == 1 {
                    one.requirement = like.requirement.clone();
                    one.entity = like.entity.clone();
                }
            }
        }
    }
    for number in 0..5 {
        let (Some(like), Some(where_else)) = (tape.pick(11, old.evidence.len()), tape.pick(16, new.evidence.len())) else { continue };
        let mut one = old.evidence[like].clone();
        one.id = format!("n{number}").parse().unwrap();
        one.date = today + i64::try_from(tape.next()).unwrap().min(i64::from(days)).days();
        one.closes = Vec::new();
        let other = &new.evidence[where_else];
        (one.requirement, one.entity) = (other.requirement.clone(), other.entity.clone());
        one.closes.extend((like % 3 > 0).then(|| other.id.clone()));
        if let Some(entity) = tape.pick(4, new.entities.len()) {
            one.entity = new.entities[entity].id.clone();
        }
        if let Some(naming) = tape.pick(5, new.evidence.len()) {
            let naming = &mut new.evidence[naming]; // what was there before says now that it closes this one
            (naming.requirement, naming.date) = (one.requirement.clone(), today + i64::from(days).days());
            naming.closes.push(one.id.clone());
        }
        new.evidence.push(one);
    }
    new.exclusions.retain(|_| tape.pick(5, 1).is_none());
    if let (Some(requirement), Some(entity)) = (tape.pick(8, plain.len()), tape.pick(16, new.entities.len())) {
        new.exclusions.push(Exclusion {
            requirement: plain[requirement].clone(),
            entity: new.entities[entity].id.clone(),
            reason: "none here".to_owned(),
            class: ReasonClass::NoSuchAsset,
            approved_by: "steering group".to_owned(),
            review_by: today + 3_000.days(),
        });
    }
    let known: Vec<EntityId> = new.entities.iter().map(|it| it.id.clone()).collect();
    for at in (0..new.evidence.len()).rev().filter(|&at| !known.contains(&old_entity(&new, at))).collect::<Vec<_>>() {
        withdraw(&mut new, at);
    }
    new.exclusions.retain(|it| known.contains(&it.entity));
    new
}

fn old_entity(new: &Submission, at: usize) -> EntityId {
    new.evidence[at].entity.clone()
}

fn withdraw(new: &mut Submission, at: usize) {
    let gone = new.evidence.remove(at).id;
    new.evidence.iter_mut().for_each(|one| one.closes.retain(|finding| *finding != gone));
}

fn change_entities(new: &mut Submission, catalogue: &Catalogue, tape: &mut Tape) {
    let count = new.entities.len();
    if let Some(at) = tape.pick(6, count) {
        new.entities[at].weight = Weight::new(1 + u32::try_from(tape.next()).unwrap() % 9).unwrap();
    }
    if let Some(at) = tape.pick(4, count) {
        let parent = Some(new.entities[at].id.clone());
        let serves = tape.pick(8, catalogue.requirements().len()).map(|requirement| Service {
            entity: new.entities[(at + 1) % count].id.clone(),
            requirement: catalogue.requirements()[requirement].id.clone(),
            share: Score::from_hundredths(4_000).unwrap(),
        });
        let serves = serves.into_iter().collect();
        new.entities.push(Entity { id: "e900".parse().unwrap(), parent, weight: Weight::ONE, serves });
        if let Some(like) = new.evidence.first().cloned() {
            let one = pejling_core::Evidence { id: "n900".parse().unwrap(), entity: "e900".parse().unwrap(), closes: vec![], ..like };
            new.evidence.push(one);
        }
    }
    if let (Some(at), Some(under)) = (tape.pick(4, count), tape.pick(16, count))
        && new.entities[at].id != new.organisation
        && at != under
    {
        new.entities[at].parent = Some(new.entities[under].id.clone());
    }
    if let Some(at) = tape.pick(6, count) {
        let halved = |it: &mut Service| it.share = Score::from_hundredths(it.share.hundredths() / 2 + 1).unwrap();
        if let Some(service) = new.entities[at].serves.first_mut() {
            halved(service);
        }
    }
    if let Some(at) = tape.pick(4, count) {
        let gone = new.entities[at].id.clone();
        let carries = new.entities.iter().any(|it| it.parent.as_ref() == Some(&gone));
        if gone != new.organisation && !carries {
            new.entities.retain(|it| it.id != gone);
            new.entities.iter_mut().for_each(|it| it.serves.retain(|service| service.entity != gone));
            let is_there = |id: &str| new.entities.iter().any(|it| it.id.as_str() == id);
            if let Some(one) = new.evidence.iter_mut().find(|one| one.entity == gone).filter(|_| is_there("e900")) {
                one.entity = "e900".parse().unwrap(); // it moves on with those who left
            }
        }
    }
}

/// Another edition: an objective weighs otherwise, an edge is gone, a requirement is new or gone.
pub(crate) fn another_catalogue(frameworks: &mut [Framework], new: &mut Submission, tape: &mut Tape) {
    let Some(framework) = frameworks.iter_mut().find(|it| it.id.as_str() == "x") else { return };
    if let Some(at) = tape.pick(8, framework.objectives.len()) {
        framework.objectives[at].members[0].1 = Weight::new(7).unwrap();
    }
    if let Some(at) = tape.pick(8, framework.requirements.len()) {
        framework.requirements[at].supported_by.clear();
    }
    if let Some(at) = tape.pick(8, framework.objectives.len()) {
        let id: RequirementId = "x:r900".parse().unwrap();
        framework.objectives[at].members.push((id.clone(), Weight::ONE));
        framework.requirements.push(Requirement {
            id: id.clone(),
            target: None,
            composite: false,
            excludable: Excludable::Freely,
            requires: Vec::new(),
            supported_by: Vec::new(),
        });
        if let Some(like) = new.evidence.first().cloned() {
            new.evidence.push(pejling_core::Evidence { id: "n901".parse().unwrap(), requirement: id, closes: vec![], ..like });
        }
    }
    if let Some(at) = tape.pick(6, framework.requirements.len()) {
        let gone = framework.requirements.remove(at).id;
        let stays = |id: &RequirementId| *id != gone;
        for it in &mut framework.requirements {
            it.requires.retain(stays);
            it.supported_by.retain(stays);
        }
        for it in &mut framework.objectives {
            it.members.retain(|(id, _)| stays(id));
            it.critical.retain(stays);
        }
        framework.objectives.retain(|it| !it.members.is_empty());
        let successor: RequirementId = "x:r900".parse().unwrap();
        for at in (0..new.evidence.len()).rev().filter(|&at| !stays(&new.evidence[at].requirement)).collect::<Vec<_>>() {
            if framework.requirements.iter().any(|it| it.id == successor) && at % 2 == 0 {
                new.evidence[at].requirement = successor.clone(); // it moves on to what took its place
            } else {
                withdraw(new, at);
            }
        }
        new.exclusions.retain(|it| stays(&it.requirement));
        new.entities.iter_mut().for_each(|it| it.serves.retain(|service| stays(&service.requirement)));
    }
}
