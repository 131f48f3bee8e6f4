//! The engine as a scorer of models: a model becomes a catalogue and an assessment, and what the engine publishes is read out again.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use pejling_core::{
    Assessment, Catalogue, Consolidation, Entity, EntityId, Evidence, EvidenceId, Excludable, Exclusion, Finding, Framework, Leaf,
    Objective, ObjectiveId, ObjectiveScore, Points, Reading, Readings, ReasonClass, Requirement, RequirementId, RequirementScore, Score,
    Scores, Service, Submission, Target, Weight, score,
};

use crate::model::{self, Model};
use crate::published::{self, Fraction, Parts, Published, Trio, percent};

/// The day that ages count from.
const BASE: Date = date(2026, 6, 30);

/// Names in the order of positions, so that "the first by name" is "the first".
pub(crate) fn name<T: std::str::FromStr<Err: std::fmt::Debug>>(prefix: &str, position: usize) -> T {
    format!("{prefix}{position:03}").parse().unwrap()
}

pub(crate) fn position(local: &str) -> usize {
    local.trim_start_matches(|found: char| found.is_ascii_alphabetic()).parse().unwrap()
}

pub(crate) fn day(after_base: i32) -> Date {
    BASE + i64::from(after_base).days()
}

fn grid(hundredths: u16) -> Score {
    Score::from_hundredths(hundredths).unwrap()
}

/// Puts a list into an order of its own for each `listed`; 0 leaves it.
fn shuffle<T>(mut list: Vec<T>, listed: u64) -> Vec<T> {
    for last in (1..list.len()).rev().filter(|_| listed > 0) {
        let drawn = (listed ^ last as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33; // Fibonacci hashing
        list.swap(last, usize::try_from(drawn).unwrap() % (last + 1));
    }
    list
}

/// The model's catalogue and what is handed in against it.
#[track_caller]
pub(crate) fn assessment(model: &Model) -> Assessment {
    let catalogue = Catalogue::new(frameworks(model)).unwrap_or_else(|faults| panic!("{faults:?} in {model:?}"));
    Assessment::new(Arc::new(catalogue), submission(model)).unwrap_or_else(|faults| panic!("{faults:?} in {model:?}"))
}

pub(crate) fn requirement_id(model: &Model, at: usize) -> RequirementId {
    name(if model.requirements[at].overlay { "y:r" } else { "x:r" }, at)
}

pub(crate) fn frameworks(model: &Model) -> Vec<Framework> {
    let ids = |positions: &[usize]| shuffle(positions.iter().map(|&at| requirement_id(model, at)).collect(), model.listed);
    let requirement = |at: usize| {
        let model::Requirement { overlay: _, composite, target, requires, supported_by } = &model.requirements[at];
        Requirement {
            id: requirement_id(model, at),
            target: target.map(|level| Target::new(level).unwrap()),
            composite: *composite,
            excludable: if *composite { Excludable::Never } else { Excludable::Freely },
            requires: ids(requires),
            supported_by: ids(supported_by),
        }
    };
    let objective = |at: usize| {
        let model::Objective { members, critical, norm } = &model.objectives[at];
        let members = members.iter().map(|&(member, weight)| (requirement_id(model, member), Weight::new(weight).unwrap()));
        Objective {
            id: name(if is_overlay(model, at) { "y:o" } else { "x:o" }, at),
            members: shuffle(members.collect(), model.listed),
            critical: ids(critical),
            norm: *norm,
        }
    };
    let framework = |id: &str, overlay: bool, builds_on: &[&str]| Framework {
        id: id.parse().unwrap(),
        edition: "1".parse().unwrap(),
        builds_on: builds_on.iter().map(|id| id.parse().unwrap()).collect(),
        requirements: {
            let mine = (0..model.requirements.len()).filter(|&at| model.requirements[at].overlay == overlay);
            shuffle(mine.map(requirement).collect(), model.listed)
        },
        objectives: {
            let mine = (0..model.objectives.len()).filter(|&at| is_overlay(model, at) == overlay);
            shuffle(mine.map(objective).collect(), model.listed)
        },
    };
    let mut frameworks = vec![framework("x", false, &[])];
    if model.requirements.iter().any(|it| it.overlay) {
        frameworks.push(framework("y", true, &["x"]));
    }
    shuffle(frameworks, model.listed)
}

pub(crate) fn is_overlay(model: &Model, objective: usize) -> bool {
    model.objectives[objective].members.iter().any(|&(member, _)| model.requirements[member].overlay)
}

pub(crate) fn submission(model: &Model) -> Submission {
    let entity = |(at, it): (usize, &model::Entity)| {
        let serves = it.serves.iter().map(|service| Service {
            entity: name("e", service.entity),
            requirement: requirement_id(model, service.requirement),
            share: grid(service.share),
        });
        Entity {
            id: name("e", at),
            parent: it.parent.map(|parent| name("e", parent)),
            weight: Weight::new(it.weight).unwrap(),
            serves: shuffle(serves.collect(), model.listed),
        }
    };
    let exclusion = |it: &model::Exclusion| Exclusion {
        requirement: requirement_id(model, it.requirement),
        entity: name("e", it.entity),
        reason: "no development of one's own".to_owned(),
        class: ReasonClass::NoSuchActivity,
        approved_by: "steering group".to_owned(),
        review_by: day(it.review),
    };
    Submission {
        organisation: name("e", 0),
        entities: shuffle(model.entities.iter().enumerate().map(entity).collect(), model.listed),
        evidence: shuffle((0..model.evidence.len()).map(|at| evidence_of(model, at)).collect(), model.listed),
        exclusions: shuffle(model.exclusions.iter().map(exclusion).collect(), model.listed),
    }
}

/// One evidence of the model.
pub(crate) fn evidence_of(model: &Model, at: usize) -> Evidence {
    let it = &model.evidence[at];
    Evidence {
        id: name::<EvidenceId>("", at),
        requirement: requirement_id(model, it.requirement),
        entity: name("e", it.entity),
        kind: it.kind,
        date: day(-it.age),
        assurance: it.assurance,
        by: it.traced.0.then(|| "auditor".to_owned()),
        reference: it.traced.1.then(|| "2026-14".to_owned()),
        valid_days: it.valid_days,
        closes: shuffle(it.closes.iter().map(|&at| name("", at)).collect(), model.listed),
        finding: match it.finding {
            model::Finding::Result { share, result } => Finding::Result { share: grid(share), result: grid(result) },
            model::Finding::Level { share, level } => Finding::Level { share: grid(share), level },
            model::Finding::Counts { population, examined, ok, selection } => Finding::Counts { population, examined, ok, selection },
        },
    }
}

/// Everything that the engine publishes of a model.
pub(crate) fn engine(model: &Model) -> Published {
    published(&score(&assessment(model), day(model.day)))
}

/// Everything that is published of scores.
pub(crate) fn published(scores: &Scores<'_>) -> Published {
    let leaves = scores.leaves().map(|leaf| {
        let requirements = leaf.requirements().map(|(id, score)| (position(id.local()), read_requirement(&leaf, id, score)));
        let objectives = leaf.objectives().map(|(id, score)| (position(id.local()), read_objective(&leaf, id, score)));
        (of_entity(leaf.entity()), published::Leaf { requirements: requirements.collect(), objectives: objectives.collect() })
    });
    let above = scores.consolidated().map(|entity| {
        let requirements = entity.requirements().map(|(id, score)| (position(id.local()), score.map(read_consolidation)));
        let objectives = entity.objectives().map(|(id, score)| (position(id.local()), score.map(read_consolidation)));
        (of_entity(entity.entity()), published::Above { requirements: requirements.collect(), objectives: objectives.collect() })
    });
    Published { leaves: leaves.collect(), above: above.collect() }
}

fn read_requirement(leaf: &Leaf<'_>, id: &RequirementId, score: RequirementScore) -> Option<published::RequirementScore> {
    let it = match score {
        RequirementScore::NotApplicable => return None,
        RequirementScore::Applicable(it) => it,
    };
    let causes = |reading| leaf.held_back_by(id, reading).into_iter().map(|(cause, steps)| (position(cause.local()), steps)).collect();
    let bound_by = leaf.bound_by(id, Reading::Substantiated).map(|binding| (position(binding.on.local()), binding.relation));
    Some(published::RequirementScore {
        state: it.coverage,
        own: trio(it.own),
        score: trio(it.score),
        band: it.band(),
        held_back_by: Reading::ALL.map(causes),
        bound_by: bound_by.collect(),
    })
}

fn read_objective(leaf: &Leaf<'_>, id: &ObjectiveId, score: ObjectiveScore<'_>) -> Option<published::ObjectiveScore> {
    let it = match score {
        ObjectiveScore::NotApplicable => return None,
        ObjectiveScore::Applicable(it) => it,
    };
    let bar = leaf.bar(id).unwrap();
    let causes: BTreeMap<_, _> = bar.causes.iter().map(|(by, amount)| (positions(by), points(*amount))).collect();
    Some(published::ObjectiveScore {
        mean: trio(it.mean),
        score: trio(it.score),
        band: it.band(),
        applicable: it.applicable,
        assessed: it.assessed,
        weakest: (position(it.weakest.0.local()), fraction(it.weakest.1), it.equally_weak),
        below_norm: positions(&it.below_norm),
        bar: [bar.substantiated, bar.held_back, bar.declared_only, bar.unanswered, bar.known_wrong].map(points),
        causes,
        parts: parts(it.levels.parts()),
    })
}

fn read_consolidation(it: Consolidation<'_>) -> published::Consolidation {
    published::Consolidation {
        score: trio(it.score),
        band: it.band(),
        weakest: (of_entity(it.weakest.0), fraction(it.weakest.1), it.equally_weak as usize),
        applicable: it.applicable as usize,
        assessed: it.assessed as usize,
        not_assessed: it.not_assessed.into_iter().map(of_entity).collect(),
        parts: parts(it.levels.parts()),
    }
}

fn positions(ids: &[&RequirementId]) -> Vec<usize> {
    ids.iter().map(|id| position(id.local())).collect()
}

pub(crate) fn of_entity(id: &EntityId) -> usize {
    position(id.as_str())
}

pub(crate) fn fraction(score: Score) -> Fraction {
    percent(score.hundredths())
}

pub(crate) fn points(points: Points) -> Fraction {
    percent(i64::try_from(points.hundredths()).unwrap())
}

pub(crate) fn trio(readings: Readings<Score>) -> Trio {
    [fraction(readings.substantiated), fraction(readings.declared), fraction(readings.possible)]
}

fn parts(parts: [Score; 5]) -> Parts {
    parts.map(fraction)
}
