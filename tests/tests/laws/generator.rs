//! Invented organisations for laws: everything that a model can hold, drawn so that it shrinks to little.
//!
//! A score is the least of much, so an organisation at random scores 0 nearly everywhere, and what is 0 on both sides says nothing.
//! Most models are therefore good organisations with a few holes: each requirement was audited in full, and little was found. Then half of
//! all substantiated scores are neither 0 nor 100, as `reach.rs` measures.
//! Positions are drawn freely and put right afterwards, so that a part can be dropped without drawing the rest anew.

use std::collections::BTreeSet;

use pejling_core::{Assurance, Band, Kind, Selection};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::model::{Entity, Evidence, Exclusion, Finding, Model, Objective, Requirement, Service, WHOLE};

/// How an organisation is doing.
#[derive(Clone, Copy)]
struct Temper {
    /// How likely a requirement was looked at for the whole organisation.
    looked_at: f64,
    /// Of 100 evidences, how many found everything in order.
    passes: u32,
    /// The lowest result of the others, in hundredths.
    worst: u16,
    /// Of 100 evidences, how many are as sure as can be.
    full: u32,
    /// How many days before the base date those lie at most.
    oldest: i32,
}

const GOOD: Temper = Temper { looked_at: 0.97, passes: 60, worst: 7_000, full: 80, oldest: 90 };
const MIXED: Temper = Temper { looked_at: 0.85, passes: 40, worst: 3_000, full: 50, oldest: 90 };
const BAD: Temper = Temper { looked_at: 0.4, passes: 30, worst: 0, full: 20, oldest: 400 };
const ASLEEP: Temper = Temper { looked_at: 0.9, passes: 80, worst: 5_000, full: 90, oldest: 1_500 };

/// An organisation: of ten, six are good with a few holes, two mixed, one bad, and one has not looked for years.
pub(crate) fn model() -> impl Strategy<Value = Model> {
    prop_oneof![6 => organisation(GOOD), 2 => organisation(MIXED), 1 => organisation(BAD), 1 => organisation(ASLEEP)]
}

/// What a law draws besides a model.
#[derive(Clone, Debug)]
pub(crate) struct Draw([Index; 6]);

impl Draw {
    /// A number below `count`, for one purpose of a law.
    pub(crate) fn pick(&self, purpose: usize, count: usize) -> usize {
        self.0[purpose].index(count)
    }

    /// One of a list, for one purpose of a law.
    pub(crate) fn of<T: Copy>(&self, purpose: usize, list: &[T]) -> T {
        list[self.pick(purpose, list.len())]
    }

    /// A number from `low` to `high`, for one purpose of a law.
    pub(crate) fn between<T>(&self, purpose: usize, low: T, high: T) -> T
    where
        T: Copy + Into<i64> + TryFrom<i64, Error: std::fmt::Debug>,
    {
        let count = usize::try_from(high.into() - low.into() + 1).unwrap();
        T::try_from(low.into() + i64::try_from(self.pick(purpose, count)).unwrap()).unwrap()
    }
}

pub(crate) fn draw() -> impl Strategy<Value = Draw> {
    any::<[Index; 6]>().prop_map(Draw)
}

/// A drawn position: any number, which is brought into the list that it is used for.
type Position = u8;

#[derive(Clone, Debug)]
struct RawRequirement {
    composite: bool,
    target: Option<u8>,
    edges: Vec<(Position, bool)>, // on what, and whether it is required
    held: Option<RawEvidence>,    // what the organisation as a whole looked at
    again: Vec<RawEvidence>,      // further looks at the same by the same entity
}

#[derive(Clone, Debug)]
struct RawEntity {
    parent: Option<Position>,
    rank: u8, // parents have a lower rank, so that names and levels do not go together
    weight: u32,
    serves: Vec<(Position, Position, u16)>,
}

#[derive(Clone, Debug)]
struct RawEvidence {
    requirement: Position,
    entity: Position,
    closes: Vec<(Position, bool)>, // which, and whether it is one on the same requirement
    evidence: Evidence,
}

type RawObjective = (Vec<(Position, u32, bool)>, Band);
type Raw = (Vec<RawRequirement>, Vec<RawObjective>, Vec<RawEntity>, Vec<RawEvidence>, Vec<(Position, Position, i32)>, u64);

fn organisation(temper: Temper) -> impl Strategy<Value = Model> {
    let objective =
        (vec((any::<Position>(), 1_u32..=4, prop::bool::weighted(0.25)), 1..=5), select(&[Band::Largely, Band::Partly, Band::Fully][..]));
    let review = select(&[0, 1000, -1][..]);
    let exclusion = (any::<Position>(), prop_oneof![Just(0), any::<Position>()], review);
    let raw = (
        vec(requirement(temper), 1..=8),
        vec(objective, 0..=2),
        vec(entity(), 1..=6),
        vec(evidence(temper), 0..=8),
        prop_oneof![2 => Just(Vec::new()).boxed(), 1 => vec(exclusion, 1..=3).boxed()],
        prop_oneof![Just(0), any::<u64>()],
    );
    raw.prop_map(put_right)
}

fn requirement(temper: Temper) -> impl Strategy<Value = RawRequirement> {
    let edges = prop_oneof![Just(Vec::new()), vec((any::<Position>(), any::<bool>()), 1..=3)];
    let target = prop_oneof![4 => Just(None), 1 => (1_u8..=5).prop_map(Some)];
    let held = weighted(temper.looked_at, evidence(temper));
    let again = prop_oneof![5 => Just(Vec::new()), 1 => vec(evidence(temper), 1..=3)];
    (prop::bool::weighted(0.3), target, edges, held, again).prop_map(|(composite, target, edges, held, again)| RawRequirement {
        composite,
        target,
        edges,
        held,
        again,
    })
}

fn entity() -> impl Strategy<Value = RawEntity> {
    let share = prop_oneof![Just(WHOLE), Just(6_000), Just(1_250), 1..=WHOLE];
    let serves = prop_oneof![2 => Just(Vec::new()), 1 => vec((any::<Position>(), any::<Position>(), share), 1..=4)];
    (weighted(0.8, any::<Position>()), prop_oneof![Just(0), any::<u8>()], 1_u32..=5, serves)
        .prop_map(|(parent, rank, weight, serves)| RawEntity { parent, rank, weight, serves })
}

fn evidence(temper: Temper) -> impl Strategy<Value = RawEvidence> {
    let full = (0..=temper.oldest).prop_map(|age| (Kind::Audit, Assurance::Independent, (true, true), age, None)).boxed();
    let traced = prop_oneof![6 => Just((true, true)), 1 => Just((false, true)), 1 => Just((true, false))];
    let age = prop_oneof![
        4 => 0_i32..=90,
        3 => select(&[364, 365, 366, 400, 500, 700, 729, 730, 89, 91, 179, 181, 1_100, 2_000][..]),
        1 => -30_i32..=-1,
    ];
    let valid = prop_oneof![2 => Just(None), 1 => select(&[1_u16, 7, 30, 90, 180, 365, 1_095][..]).prop_map(Some)];
    let any_kind = (select(Kind::ALL), select(Assurance::ALL), traced, age, valid).boxed();
    let record = prop_oneof![temper.full => full, 100 - temper.full => any_kind];
    let closes = prop_oneof![3 => Just(Vec::new()), 2 => vec((any::<Position>(), prop::bool::weighted(0.8)), 1..=2)];
    (any::<Position>(), any::<Position>(), closes, record, finding(temper)).prop_map(|(requirement, entity, closes, record, finding)| {
        let (kind, assurance, traced, age, valid_days) = record;
        let valid_days = valid_days.map(|days: u16| days.min(kind.longest_valid_days()));
        let evidence = Evidence { kind, assurance, traced, age, valid_days, finding, ..Evidence::audit(0, 0) };
        RawEvidence { requirement, entity, closes, evidence }
    })
}

fn finding(temper: Temper) -> impl Strategy<Value = Finding> {
    let share = prop_oneof![3 => Just(WHOLE), 1 => Just(5_000), 2 => 1..=WHOLE];
    let result = (share.clone(), prop_oneof![temper.worst..=WHOLE, Just(temper.worst)]);
    let level = (share, 2_u8..=5, Just(temper.worst == 0), any::<bool>());
    let population = prop_oneof![1_u32..=60, 1_u32..=30_000];
    let counts = (population, any::<Index>(), any::<Index>(), any::<bool>(), prop_oneof![Just(true), any::<bool>()]);
    let worst = u32::from(temper.worst);
    prop_oneof![
        temper.passes => Just(Finding::PASS),
        40 => result.prop_map(|(share, result)| Finding::Result { share, result }),
        15 => level.prop_map(|(share, level, any, low)| Finding::Level { share, level: if any && low { level - 2 } else { level } }),
        25 => counts.prop_map(move |(population, examined, wrong, random, most)| {
            let examined = if most { population } else { 1 + u32::try_from(examined.index(population as usize)).unwrap() };
            let wrong_at_most = examined * (10_000 - worst) / 10_000;
            let wrong = u32::try_from(wrong.index(wrong_at_most as usize + 1)).unwrap();
            let selection = if random { Selection::Random } else { Selection::Chosen };
            Finding::Counts { population, examined, ok: examined - wrong, selection }
        }),
    ]
}

/// Brings every position into its list, and leaves out what an assessment would refuse.
fn put_right((requirements, objectives, entities, evidence, exclusions, listed): Raw) -> Model {
    let count = requirements.len();
    let mut model = Model {
        requirements: requirements.iter().enumerate().map(|(at, it)| put_right_requirement(at, it, count)).collect(),
        listed,
        ..Model::single(Vec::new())
    };
    make_composites_of_something(&mut model);
    let plain = model.plain();
    let at = |position: Position, list: &[usize]| list[usize::from(position) % list.len()];

    model.entities = put_right_entities(&entities, &plain);
    let count = model.entities.len();
    let applying = requirements.iter().enumerate().filter(|(at, _)| !model.requirements[*at].composite);
    let held = applying.flat_map(|(at, it)| {
        let entity = it.held.as_ref().map_or(0, |held| held.entity);
        let entity = if entity < 192 { 0 } else { usize::from(entity) % count }; // three of four times the organisation
        let looks = it.held.iter().chain(&it.again).cloned();
        looks.map(move |RawEvidence { closes, evidence, .. }| (closes, Evidence { requirement: at, entity, ..evidence }))
    });
    let more = evidence.into_iter().map(|it| {
        let (requirement, entity) = (at(it.requirement, &plain), usize::from(it.entity) % count);
        (it.closes, Evidence { requirement, entity, ..it.evidence })
    });
    let (closes, evidence): (Vec<_>, Vec<_>) = held.chain(more).unzip();
    model.evidence = evidence;
    for (later, closes) in closes.into_iter().enumerate() {
        for (position, same) in closes {
            let requirement = model.evidence[later].requirement;
            let fits = |other: &usize| *other != later && (!same || model.evidence[*other].requirement == requirement);
            let others: Vec<usize> = (0..model.evidence.len()).filter(fits).collect();
            if !others.is_empty() {
                model.evidence[later].closes.push(at(position, &others));
            }
        }
    }
    for (members, norm) in objectives {
        let mut objective = Objective { members: Vec::new(), critical: Vec::new(), norm };
        let mut seen = BTreeSet::new();
        for (position, weight, critical) in members {
            let member = usize::from(position) % model.requirements.len();
            if seen.insert(member) {
                objective.members.push((member, weight));
                objective.critical.extend(critical.then_some(member));
            }
        }
        model.objectives.push(objective);
    }
    let mut seen = BTreeSet::new();
    for (requirement, entity, review) in exclusions {
        let (requirement, entity) = (at(requirement, &plain), usize::from(entity) % count);
        if seen.insert((requirement, entity)) {
            model.exclusions.push(Exclusion { requirement, entity, review });
        }
    }
    model
}

fn put_right_requirement(at: usize, raw: &RawRequirement, count: usize) -> Requirement {
    let mut seen = BTreeSet::from([at]);
    let mut requirement = Requirement { composite: raw.composite, ..Requirement::default() };
    if !raw.composite {
        requirement.target = raw.target;
    }
    for &(position, required) in &raw.edges {
        let on = usize::from(position) % count;
        if seen.insert(on) {
            let required = required || (raw.composite && position < 192); // a composite is mostly made of its parts
            if required { &mut requirement.requires } else { &mut requirement.supported_by }.push(on);
        }
    }
    requirement
}

/// A composite that leads to nothing with evidence of its own becomes a plain requirement.
fn make_composites_of_something(model: &mut Model) {
    while let Some(at) = (0..model.requirements.len()).find(|&at| model.requirements[at].composite && model.parts(at).is_empty()) {
        model.requirements[at].composite = false;
    }
}

fn put_right_entities(raw: &[RawEntity], plain: &[usize]) -> Vec<Entity> {
    let before = |a: usize, b: usize| a == 0 || (b != 0 && (raw[a].rank, a) < (raw[b].rank, b));
    let entity = |at: usize| {
        let above: Vec<usize> = (0..raw.len()).filter(|&other| other != at && before(other, at)).collect();
        let parent = raw[at].parent.filter(|_| !above.is_empty()).map(|position| above[usize::from(position) % above.len()]);
        Entity { parent, weight: raw[at].weight, serves: Vec::new() }
    };
    let mut entities: Vec<Entity> = (0..raw.len()).map(entity).collect();
    for (at, raw) in raw.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for &(entity, requirement, share) in &raw.serves {
            let (entity, requirement) = (usize::from(entity) % entities.len(), plain[usize::from(requirement) % plain.len()]);
            let serves_itself = std::iter::successors(Some(entity), |&above| entities[above].parent).any(|above| above == at);
            if !serves_itself && seen.insert((entity, requirement)) {
                entities[at].serves.push(Service { entity, requirement, share });
            }
        }
    }
    entities
}
