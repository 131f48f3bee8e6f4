//! What could be done: what-if, gains and plans against closed forms, plain sums and brute force.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Band, Coverage, EntityId, Goal, Lift, Measure, ObjectiveId, Proof, Score, Subject, Valued, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

use crate::cases::{LAW, cases, runner};
use crate::engine::{assessment, day, is_overlay, name, position, requirement_id};
use crate::generator::model;
use crate::model::{Evidence, Finding, Model, Objective, Requirement};
use crate::naive::naive;
use crate::published::{Published, hundredths};

/// A measure of a model: what it lifts, for whom, how far (in hundredths), and what it costs.
#[derive(Clone, Debug)]
struct Plain {
    requirement: usize,
    entity: usize,
    own: u16,
    cost: u32,
}

/// A model, measures for it, one of its objectives and one of its entities; a model without any of these is passed over.
fn drawn(most: usize) -> impl Strategy<Value = (Model, Vec<Plain>, Index, Index)> {
    let own = select(vec![10_000, 10_000, 8_500, 6_000, 3_333]);
    let measure = (any::<Index>(), any::<Index>(), own, 0..6_u32);
    (model(), vec(measure, 1..=most), any::<Index>(), any::<Index>()).prop_map(|(model, drawn, objective, entity)| {
        let plain = model.plain();
        let pick = |(requirement, entity, own, cost): (Index, Index, u16, u32)| {
            Some(Plain {
                requirement: *plain.get(requirement.index(plain.len().max(1)))?,
                entity: entity.index(model.entities.len()),
                own,
                cost,
            })
        };
        let measures = drawn.into_iter().filter_map(pick).collect();
        (model, measures, objective, entity)
    })
}

/// An objective of a few members that rest on nothing, some of them critical, and measures for them: the caps of those decide what helps.
fn guarded(most: usize) -> impl Strategy<Value = (Model, Vec<Plain>, Index, Index)> {
    let member = (0..10_000_u16, 1..4_u32, prop::bool::weighted(0.3));
    let measure = (any::<Index>(), select(vec![10_000_u16, 8_500, 6_000]), 0..6_u32);
    (vec(member, 3..7), vec(measure, 2..=most), any::<Index>(), any::<Index>()).prop_map(|(members, measures, objective, entity)| {
        let mut model = Model::single(vec![Requirement::default(); members.len()]);
        let audit = |(at, (result, ..)): (usize, &(u16, u32, bool))| {
            let finding = Finding::Result { share: 10_000, result: *result };
            Evidence { finding, ..Evidence::audit(at, 0) }
        };
        model.evidence = members.iter().enumerate().map(audit).collect();
        model.objectives.push(Objective {
            members: members.iter().enumerate().map(|(at, (_, weight, _))| (at, *weight)).collect(),
            critical: members.iter().enumerate().filter(|(_, (.., critical))| *critical).map(|(at, _)| at).collect(),
            norm: Band::Largely,
        });
        let plain = |(of, own, cost): (Index, u16, u32)| Plain { requirement: of.index(members.len()), entity: 0, own, cost };
        (model, measures.into_iter().map(plain).collect(), objective, entity)
    })
}

fn measures(model: &Model, plain: &[Plain]) -> Vec<Measure> {
    let measure = |(at, it): (usize, &Plain)| Measure {
        id: format!("M{at}").parse().unwrap(),
        lift: Lift {
            requirement: requirement_id(model, it.requirement),
            entity: name("e", it.entity),
            own: Score::from_hundredths(it.own).unwrap(),
        },
        cost: it.cost,
    };
    plain.iter().enumerate().map(measure).collect()
}

fn objective_id(model: &Model, at: usize) -> ObjectiveId {
    name(if is_overlay(model, at) { "y:o" } else { "x:o" }, at)
}

/// The share at which a measure counts at a leaf, in hundredths of a percent; `None` where it does not.
fn share(model: &Model, leaf: usize, it: &Plain) -> Option<u64> {
    let line = model.line(leaf);
    let served = model.entities[it.entity].serves.iter().filter(|service| service.requirement == it.requirement);
    let served = served.filter(|service| line.contains(&service.entity)).map(|service| u64::from(service.share));
    if line.contains(&it.entity) { Some(10_000) } else { served.max() }
}

/// At how many leaves at or below an entity some member of an objective is assessed once measures are done: a composite as soon as a part is.
fn assessed(model: &Model, published: &Published, done: &[&Plain], objective: usize, entity: usize) -> usize {
    let known = |leaf: usize, at: usize| {
        let lifted = || done.iter().any(|it| it.requirement == at && share(model, leaf, it).is_some());
        published.at(leaf, at).is_some_and(|it| it.state == Coverage::Assessed || lifted())
    };
    let member =
        |leaf: usize, at: usize| known(leaf, at) || model.requirements[at].composite && model.parts(at).iter().any(|&at| known(leaf, at));
    let below = model.leaves().into_iter().filter(|&leaf| model.line(leaf).contains(&entity));
    below.filter(|&leaf| model.objectives[objective].members.iter().any(|&(at, _)| member(leaf, at))).count()
}

/// Own scores of all requirements at each leaf in one reading, in hundredths, with measures done: written from M2's services and M7.
fn lifted(model: &Model, published: &Published, reading: usize, done: &[&Plain]) -> BTreeMap<usize, Vec<u64>> {
    let own = |leaf: usize| {
        let count = model.requirements.len();
        let mut own: Vec<u64> =
            (0..count).map(|at| published.at(leaf, at).map_or(10_000, |it| u64::from(hundredths(it.own[reading])))).collect();
        for it in done {
            if let Some(share) = share(model, leaf, it) {
                own[it.requirement] = own[it.requirement].max(u64::from(it.own) * share / 10_000);
            }
        }
        own
    };
    model.leaves().into_iter().map(|leaf| (leaf, own(leaf))).collect()
}

/// The closed form of M3: the least of what is rested on, halved once for each supporting step.
fn scores(model: &Model, own: &[u64]) -> Vec<u64> {
    let halved = |score: u64, steps: u32| (0..steps.min(20)).fold(score, |score, _| u64::midpoint(10_000, score));
    let score = |at: usize| model.steps(at).iter().zip(own).filter_map(|(steps, &own)| Some(halved(own, (*steps)?))).min().unwrap();
    (0..own.len()).map(score).collect()
}

/// An objective at an entity in millionths and, as printed, in hundredths of a percent; `None` where it does not apply.
fn valued(model: &Model, published: &Published, own: &BTreeMap<usize, Vec<u64>>, objective: usize, entity: usize) -> Option<(u128, u64)> {
    let children = model.children(entity);
    if children.is_empty() {
        let scores = scores(model, &own[&entity]);
        let applies = |at: usize| published.at(entity, at).is_some();
        let members: Vec<_> = model.objectives[objective].members.iter().filter(|(at, _)| applies(*at)).collect();
        let weight: u64 = members.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let points: u64 = members.iter().map(|(at, weight)| u64::from(*weight) * scores[*at]).sum();
        let critical = model.objectives[objective].critical.iter().filter(|at| applies(**at));
        let guard = critical.map(|&at| u64::midpoint(10_000, scores[at])).min().unwrap_or(10_000);
        if weight == 0 {
            return None;
        }
        let fine = u128::from(points) * 10_000 / u128::from(weight); // six decimals, the rest dropped
        return Some((fine.min(u128::from(guard) * 10_000), (points / weight).min(guard)));
    }
    let below: Vec<_> = children
        .into_iter()
        .filter_map(|child| Some((u128::from(model.entities[child].weight), valued(model, published, own, objective, child)?)))
        .collect();
    let weight: u128 = below.iter().map(|(weight, _)| weight).sum();
    let fine = below.iter().map(|(weight, (fine, _))| weight * fine).sum::<u128>().checked_div(weight)?;
    let printed = below.iter().map(|(weight, (_, printed))| weight * u128::from(*printed)).sum::<u128>() / weight;
    Some((fine, u64::try_from(printed).unwrap()))
}

fn numbers(value: Valued) -> (u128, u64) {
    (value.worth.millionths().into(), value.score.hundredths().into())
}

/// Every choice of measures with its cost and what the objective is then: at most 2^8 of them.
fn choices(model: &Model, plain: &[Plain], objective: usize, entity: usize) -> Option<Vec<(u64, (u128, u64))>> {
    let published = naive(model, None);
    let choice = |chosen: usize| {
        let done: Vec<&Plain> = plain.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, it)| it).collect();
        let value = valued(model, &published, &lifted(model, &published, 0, &done), objective, entity)?;
        Some((done.iter().map(|it| u64::from(it.cost)).sum(), value))
    };
    (0..1_usize << plain.len()).map(choice).collect()
}

fn band(printed: u64) -> Band {
    Band::of(Score::from_hundredths(u16::try_from(printed).unwrap()).unwrap())
}

#[test]
fn an_exact_plan_is_what_brute_force_finds() {
    let drawn = (prop_oneof![drawn(7), guarded(7)], 0..16_u64, select(vec![Band::Partly, Band::Largely, Band::Fully]));
    let outcome = runner(cases(LAW)).run(&drawn, |((model, plain, objective, entity), budget, wanted)| {
        if model.objectives.is_empty() || plain.is_empty() {
            return Ok(());
        }
        let (objective, entity) = (objective.index(model.objectives.len()), entity.index(model.entities.len()));
        let full = assessment(&model);
        let scores = score(&full, day(model.day));
        let (at, of): (EntityId, _) = (name("e", entity), objective_id(&model, objective));
        let measures = measures(&model, &plain);
        let Some(choices) = choices(&model, &plain, objective, entity) else {
            prop_assert_eq!(scores.plan(&at, &of, &measures, Goal::Budget(budget)).unwrap(), None);
            return Ok(());
        };

        let plan = scores.plan(&at, &of, &measures, Goal::Budget(budget)).unwrap().unwrap();
        let affordable = choices.iter().filter(|(cost, _)| *cost <= budget);
        let (cost, (best, _)) = *affordable.min_by_key(|(cost, (fine, _))| (std::cmp::Reverse(*fine), *cost)).unwrap();
        prop_assert_eq!(numbers(plan.before), choices[0].1);
        prop_assert_eq!((plan.cost, numbers(plan.after()).0, plan.proof), (cost, best, Proof::Exact));
        prop_assert_eq!(plan.steps.iter().map(|step| u64::from(plain[step.measure].cost)).sum::<u64>(), plan.cost);

        let plan = scores.plan(&at, &of, &measures, Goal::Reach(wanted)).unwrap().unwrap();
        match choices.iter().filter(|(_, (_, printed))| band(*printed) >= wanted).map(|(cost, _)| *cost).min() {
            None => prop_assert_eq!((plan.proof, plan.steps.len()), (Proof::OutOfReach, 0)),
            Some(cheapest) => {
                prop_assert_eq!((plan.cost, plan.proof), (cheapest, Proof::Exact));
                prop_assert!(Band::of(plan.after().score) >= wanted);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn gains_are_what_the_objective_is_worth_more() {
    let outcome = runner(cases(LAW)).run(&drawn(8), |(model, plain, objective, entity)| {
        if model.objectives.is_empty() || plain.is_empty() {
            return Ok(());
        }
        let (objective, entity) = (objective.index(model.objectives.len()), entity.index(model.entities.len()));
        let Some(choices) = choices(&model, &plain, objective, entity) else { return Ok(()) };
        let full = assessment(&model);
        let scores = score(&full, day(model.day));
        let of = objective_id(&model, objective);
        let gains = scores.gains(&name("e", entity), &of, &measures(&model, &plain)).unwrap().unwrap();
        let with = |chosen: &[usize]| choices[chosen.iter().map(|at| 1 << at).sum::<usize>()].1;
        prop_assert_eq!(numbers(gains.before), with(&[]));
        prop_assert_eq!(numbers(gains.all), choices[choices.len() - 1].1);
        let more = |chosen: &[usize]| with(chosen).0 - with(&[]).0;
        for (at, gain) in gains.alone.iter().enumerate() {
            prop_assert_eq!(&gain.measures, &vec![at]);
            prop_assert_eq!((numbers(gain.after), u128::from(gain.gain.millionths())), (with(&[at]), more(&[at])));
        }
        let bundles = scores.bundles(&name("e", entity), &of, &measures(&model, &plain)).unwrap().unwrap();
        for bundle in &bundles {
            prop_assert_eq!(
                (numbers(bundle.after), u128::from(bundle.gain.millionths())),
                (with(&bundle.measures), more(&bundle.measures))
            );
            prop_assert!(bundle.measures.len() > 1);
            for out in &bundle.measures {
                let rest: Vec<usize> = bundle.measures.iter().copied().filter(|at| at != out).collect();
                prop_assert!(more(&bundle.measures) > more(&rest) + more(&[*out]), "{out} gains nothing more in {bundle:?}");
            }
        }

        // Where two measures gain only together, some bundle says so.
        for one in 0..plain.len() {
            for other in 0..one {
                if more(&[other, one]) > 0 && more(&[one]) == 0 && more(&[other]) == 0 {
                    prop_assert!(!bundles.is_empty(), "{other} and {one} gain only together");
                }
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// What moves by measures is what the closed form of M3 and the sums of M4 and M5 say, and the way to it ends at what was lifted.
fn moves_as_the_rules_say(model: &Model, plain: &[Plain]) -> TestCaseResult {
    let published = naive(model, None);
    let full = assessment(model);
    let before = score(&full, day(model.day));
    let lifts: Vec<Lift> = measures(model, plain).into_iter().map(|measure| measure.lift).collect();
    let supposed = before.what_if(&lifts, Vec::new()).unwrap();
    let done: Vec<&Plain> = plain.iter().collect();
    let own = [0, 1, 2].map(|reading| lifted(model, &published, reading, &done));
    for leaf in model.leaves() {
        let all = supposed.moves(&name("e", leaf)).into_iter().filter_map(|it| match it.of {
            Subject::Requirement(id) => Some((position(id.local()), it)),
            Subject::Objective(_) => None,
        });
        let all: BTreeMap<usize, _> = all.collect();
        let expected = own.each_ref().map(|own| scores(model, &own[&leaf]));
        for at in 0..model.requirements.len() {
            let moved = all.get(&at);
            let Some(was) = published.at(leaf, at) else {
                prop_assert!(moved.is_none(), "what does not apply moves");
                continue;
            };
            let expected = [0, 1, 2].map(|reading| expected[reading][at]);
            let is = moved.map_or(was.score.map(|it| u64::from(hundredths(it))), |moved| {
                let after = moved.after.unwrap().score;
                [after.substantiated, after.declared, after.possible].map(|it| it.hundredths().into())
            });
            prop_assert_eq!(is, expected, "requirement {} at {}", at, leaf);
            if let Some(moved) = moved.filter(|it| it.before.unwrap().score != it.after.unwrap().score) {
                let end = moved.path.last().map_or(at, |(_, id)| position(id.local()));
                prop_assert!(plain.iter().any(|it| it.requirement == end), "the way from {at} ends at {end}, which nobody lifted");
            }
        }
    }
    for (entity, at) in (0..model.entities.len()).flat_map(|entity| (0..model.objectives.len()).map(move |at| (entity, at))) {
        let (id, of): (EntityId, _) = (name("e", entity), objective_id(model, at));
        let moved = supposed.moves(&id).into_iter().find(|it| it.of == Subject::Objective(&of));
        let is = moved.map_or_else(|| before.overall_objective(&id, &of), |moved| moved.after);
        prop_assert_eq!(
            is.map_or(0, |is| is.assessed as usize),
            assessed(model, &published, &done, at, entity),
            "objective {} at {}",
            at,
            entity
        );
        let is = is.map(|is| [is.score.substantiated, is.score.declared, is.score.possible].map(|it| u64::from(it.hundredths())));
        let expected = own.each_ref().map(|own| valued(model, &published, own, at, entity).map(|(_, printed)| printed));
        prop_assert_eq!(is, expected[0].map(|_| expected.map(Option::unwrap)), "objective {} at {}", at, entity);
    }
    Ok(())
}

#[test]
fn what_if_moves_what_the_rules_say_and_nothing_else() {
    let outcome = runner(cases(LAW)).run(&drawn(4), |(model, plain, ..)| moves_as_the_rules_say(&model, &plain));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A composite is assessed, and scores nothing, as soon as one part is supposed to be in order, or known to be not: so is an objective that has
/// no other member.
#[test]
fn a_composite_is_assessed_by_what_is_supposed_of_a_part() {
    let composite = Requirement { composite: true, requires: vec![0, 1], ..Requirement::default() };
    let mut model = Model::single(vec![Requirement::default(), Requirement::default(), composite]);
    model.objectives = vec![Objective { members: vec![(2, 1)], critical: Vec::new(), norm: Band::Largely }];
    for own in [10_000, 0] {
        moves_as_the_rules_say(&model, &[Plain { requirement: 0, entity: 0, own, cost: 0 }]).unwrap();
    }
}

/// A catalogue as large as real ones, with circles here and there, of which nearly everything is in order; and measures for what is not.
fn large() -> impl Strategy<Value = (Model, Vec<Plain>)> {
    let requirement = (1..40_usize, 1..40_usize, 0..16_u8, select(vec![10_000, 10_000, 10_000, 0_u16]), 0..10_000_u16);
    (vec(requirement, 300), vec((any::<Index>(), 5_000..=10_000_u16), 1..=60)).prop_map(|(drawn, lifted)| {
        let circle = |at: usize| drawn.get(at).is_some_and(|(.., circle, _, _)| *circle == 0); // with the one behind it
        let requirements = drawn.iter().enumerate().map(|(at, (requires, supported_by, ..))| {
            let mut requires = BTreeSet::from_iter(at.checked_sub(*requires));
            if circle(at) && at + 1 < drawn.len() {
                requires.insert(at + 1);
            }
            if at > 0 && circle(at - 1) {
                requires.insert(at - 1);
            }
            let supported_by = at.checked_sub(*supported_by).filter(|on| !requires.contains(on));
            Requirement {
                requires: requires.into_iter().collect(),
                supported_by: supported_by.into_iter().collect(),
                ..Requirement::default()
            }
        });
        let mut model = Model::single(requirements.collect());
        let result = |(.., well, result): &(usize, usize, u8, u16, u16)| result.max(well).to_owned();
        model.evidence = drawn
            .iter()
            .enumerate()
            .map(|(at, it)| Evidence { finding: Finding::Result { share: 10_000, result: result(it) }, ..Evidence::audit(at, 0) })
            .collect();
        let lacking: Vec<usize> = (0..drawn.len()).filter(|&at| result(&drawn[at]) < 10_000).collect();
        let measure =
            |(of, own): (Index, u16)| Some(Plain { requirement: *lacking.get(of.index(lacking.len().max(1)))?, entity: 0, own, cost: 0 });
        (model, lifted.into_iter().filter_map(measure).collect())
    })
}

#[test]
fn what_if_moves_in_a_large_catalogue_what_the_rules_say() {
    let outcome = runner(cases(LAW) / 8).run(&large(), |(model, plain)| moves_as_the_rules_say(&model, &plain));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn what_if_with_evidence_is_scoring_with_it() {
    let drawn = (model(), any::<Index>(), any::<Index>(), 0..=10_000_u16);
    let outcome = runner(cases(LAW)).run(&drawn, |(model, requirement, entity, result)| {
        let plain = model.plain();
        if plain.is_empty() {
            return Ok(());
        }
        let one = Evidence::audit(plain[requirement.index(plain.len())], entity.index(model.entities.len()));
        let one = Evidence { age: -model.day, finding: Finding::Result { share: 10_000, result }, ..one };
        let with = model.with(one);
        let (full, after) = (assessment(&model), assessment(&with));
        let (before, expected) = (score(&full, day(model.day)), score(&after, day(model.day)));
        let filed = crate::engine::evidence_of(&with, with.evidence.len() - 1);
        let supposed = before.what_if(&[], vec![filed]).unwrap();
        for entity in 0..model.entities.len() {
            let entity: EntityId = name("e", entity);
            let all = supposed.moves(&entity);
            for requirement in full.catalogue().requirements() {
                let moved = all.iter().find(|it| it.of == Subject::Requirement(&requirement.id));
                let is = moved.map_or_else(|| before.overall(&entity, &requirement.id), |moved| moved.after);
                prop_assert_eq!(is, expected.overall(&entity, &requirement.id));
            }
            for objective in full.catalogue().objectives() {
                let moved = all.iter().find(|it| it.of == Subject::Objective(&objective.id));
                let is = moved.map_or_else(|| before.overall_objective(&entity, &objective.id), |moved| moved.after);
                prop_assert_eq!(is, expected.overall_objective(&entity, &objective.id));
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
