//! Laws about all numbers together: order, readings, wholes and parts, bars. What each says stands in `laws.rs`.

use num_rational::Ratio;
use pejling_core::Selection;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::Scorer;
use crate::generator::Draw;
use crate::model::{Entity, Evidence, Finding, Model, Requirement};
use crate::published::{Flat, Fraction, Part};

pub(super) fn order_never_matters(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let published = scorer(model);
    let listed = model.listed.wrapping_add(1 + draw.pick(0, 1_000) as u64);
    prop_assert_eq!(&published, &scorer(&Model { listed, ..model.clone() }));

    // the new place of each; the organisation stays the first
    let turned = |count: usize, purpose: usize| {
        let turn = draw.pick(purpose, count.max(1));
        (0..count).map(|old| (count - 1 - old + turn) % count).collect::<Vec<_>>()
    };
    let requirements = turned(model.requirements.len(), 1);
    let entities: Vec<usize> = std::iter::once(0).chain(turned(model.entities.len() - 1, 2).into_iter().map(|at| at + 1)).collect();
    let objectives = turned(model.objectives.len(), 3);
    let evidence = turned(model.evidence.len(), 4);
    let moved = scorer(&renamed(model, &requirements, &entities, &objectives, &evidence));
    let expected: Flat = published
        .flat()
        .into_iter()
        .map(|((entity, part), score)| {
            let part = match part {
                Part::Own(at) => Part::Own(requirements[at]),
                Part::Requirement(at) => Part::Requirement(requirements[at]),
                Part::Objective(at) => Part::Objective(objectives[at]),
            };
            ((entities[entity], part), score)
        })
        .collect();
    prop_assert_eq!(expected, moved.flat());
    Ok(())
}

/// The same model with everything in another place, and so under another name.
fn renamed(model: &Model, requirements: &[usize], entities: &[usize], objectives: &[usize], evidence: &[usize]) -> Model {
    fn placed<T: Clone>(list: &[T], places: &[usize]) -> Vec<T> {
        let mut moved: Vec<_> = places.iter().copied().zip(list.iter().cloned()).collect();
        moved.sort_unstable_by_key(|(place, _)| *place);
        moved.into_iter().map(|(_, it)| it).collect()
    }
    let mut out = Model {
        requirements: placed(&model.requirements, requirements),
        objectives: placed(&model.objectives, objectives),
        entities: placed(&model.entities, entities),
        evidence: placed(&model.evidence, evidence),
        ..model.clone()
    };
    for it in &mut out.requirements {
        it.requires.iter_mut().chain(&mut it.supported_by).for_each(|at| *at = requirements[*at]);
    }
    for it in &mut out.objectives {
        it.members.iter_mut().map(|(at, _)| at).chain(&mut it.critical).for_each(|at| *at = requirements[*at]);
    }
    for it in &mut out.entities {
        it.parent = it.parent.map(|at| entities[at]);
        for service in &mut it.serves {
            (service.entity, service.requirement) = (entities[service.entity], requirements[service.requirement]);
        }
    }
    for it in &mut out.evidence {
        (it.requirement, it.entity) = (requirements[it.requirement], entities[it.entity]);
        it.closes.iter_mut().for_each(|at| *at = evidence[*at]);
    }
    for it in &mut out.exclusions {
        (it.requirement, it.entity) = (requirements[it.requirement], entities[it.entity]);
    }
    out
}

pub(super) fn readings_are_ordered_on_the_grid(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    for (key, score) in scorer(model).flat() {
        let Some(score) = score else { continue };
        let steps = [Ratio::from(0), score[0], score[1], score[2], Ratio::from(100)];
        prop_assert!(steps.is_sorted(), "{:?}: {:?}", key, score);
        prop_assert!(score.iter().all(|reading| (reading * 100).is_integer()), "{:?}: {:?}", key, score);
    }
    Ok(())
}

pub(super) fn the_same_facts_on_the_whole_or_on_parts(scorer: Scorer<'_>, _: &Model, draw: &Draw) -> TestCaseResult {
    let count = draw.between(0, 2_u32, 10);
    let ok = draw.between(1, 0, count);
    let whole = Finding::Counts { population: count, examined: count, ok, selection: Selection::Chosen };
    let one = Model::single(vec![Requirement::default()]);
    let together = scorer(&one.with(Evidence { finding: whole, ..Evidence::audit(0, 0) }));

    let mut many = one;
    let weight = draw.between(2, 1_u32, 5);
    for unit in 1..=count {
        let result = if unit <= ok { 10_000 } else { 0 };
        let entity = many.entities.len();
        many.entities.push(Entity { parent: Some(0), weight, serves: Vec::new() });
        many.evidence.push(Evidence { finding: Finding::Result { share: 10_000, result }, ..Evidence::audit(0, entity) });
    }
    let apart = scorer(&many).above[&0].requirements[&0].as_ref().map(|it| it.score).unwrap();
    for (a, b) in apart.iter().zip(together.at(0, 0).unwrap().own) {
        prop_assert!((*a - b) * (*a - b) <= Ratio::new(1, 10_000), "{} is more than 0.01 from {}", a, b); // cut, and cut up
    }
    Ok(())
}

pub(super) fn a_bar_sums_exactly(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    let published = scorer(model);
    let zero = Fraction::from(0);
    for leaf in published.leaves.values() {
        for (at, score) in &leaf.objectives {
            let applying = model.objectives[*at].members.iter().filter(|(member, _)| leaf.requirements[member].is_some());
            let weight: i64 = applying.map(|(_, weight)| i64::from(*weight)).sum();
            let Some(score) = score else {
                prop_assert_eq!(weight, 0);
                continue;
            };
            prop_assert_eq!(score.bar.iter().sum::<Fraction>(), Fraction::from(100 * weight));
            prop_assert!(score.bar.iter().all(|part| *part >= zero));
            prop_assert_eq!(score.causes.values().sum::<Fraction>(), score.bar[1]);
            prop_assert!(score.causes.iter().all(|(by, points)| !by.is_empty() && *points > zero));
            prop_assert_eq!((score.bar[0] / weight * 100).floor() / 100, score.mean[0]);
            prop_assert_eq!(score.parts[0], score.mean[0]);
        }
    }
    let of_leaves = published.leaves.values().flat_map(|leaf| leaf.objectives.values().flatten().map(|it| it.parts));
    let above = published.above.values();
    let above = above.flat_map(|it| it.requirements.values().chain(it.objectives.values()).flatten().map(|it| it.parts));
    for parts in of_leaves.chain(above) {
        prop_assert_eq!(parts.iter().sum::<Fraction>(), Fraction::from(100));
        prop_assert!(parts.iter().all(|part| *part >= zero));
    }
    Ok(())
}
