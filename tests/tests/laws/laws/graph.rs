//! Laws about dependencies: how far they cap, whom, and who is named for it. What each says stands in `laws.rs`.

use num_rational::Ratio;
use pejling_core::Band;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::{ALL, Scorer, nowhere_above, same};
use crate::generator::Draw;
use crate::model::{Evidence, Exclusion, Finding, Model, Objective, Requirement};
use crate::published::{Fraction, Leaf, Part, hundredths};

/// The shortfall is halved, and what is beyond two decimals dropped.
fn half(score: Fraction) -> Fraction {
    ((score + 100) / 2 * 100).floor() / 100
}

/// The same as often as there are steps.
fn halved(score: Fraction, steps: u32) -> Fraction {
    (0..steps).fold(score, |score, _| half(score))
}

/// What everything scores by its own evidence in a reading: 100 what has none or does not apply.
fn own(model: &Model, leaf: &Leaf, reading: usize) -> Vec<Fraction> {
    let of = |at: usize| leaf.requirements[&at].as_ref().filter(|_| !model.requirements[at].composite).map(|it| it.own[reading]);
    (0..model.requirements.len()).map(|at| of(at).unwrap_or(Ratio::from(100))).collect()
}

pub(super) fn a_score_equals_its_binding_cap(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    let steps: Vec<_> = (0..model.requirements.len()).map(|at| model.steps(at)).collect();
    for leaf in scorer(model).leaves.values() {
        for &reading in ALL {
            let own = own(model, leaf, reading);
            let closed_form = |at: usize| own.iter().zip(&steps[at]).filter_map(|(own, steps)| Some(halved(*own, (*steps)?))).min();
            let expected: Vec<Fraction> = (0..own.len()).filter_map(closed_form).collect();
            for (at, score) in &leaf.requirements {
                let requirement = &model.requirements[*at];
                let required = requirement.requires.iter().map(|&on| expected[on]);
                let supporting = requirement.supported_by.iter().map(|&on| half(expected[on]));
                let capped = required.chain(supporting).fold(own[*at], Fraction::min);
                prop_assert_eq!(capped, expected[*at]);
                if let Some(score) = score {
                    prop_assert_eq!(score.score[reading], expected[*at], "requirement {}, reading {}", at, reading);
                    let binds = |on: usize, cap: Fraction| cap == expected[*at] && score.bound_by.iter().any(|(other, _)| *other == on);
                    let mut caps = requirement.requires.iter().map(|&on| (on, expected[on]));
                    let is_bound =
                        caps.any(|(on, cap)| binds(on, cap)) || requirement.supported_by.iter().any(|&on| binds(on, half(expected[on])));
                    prop_assert!(
                        reading > 0 || is_bound == (score.score[0] < own[*at]),
                        "requirement {} is bound by {:?}",
                        at,
                        score.bound_by
                    );
                }
            }
            for (at, score) in &leaf.objectives {
                let Some(score) = score else { continue };
                let critical = model.objectives[*at].critical.iter().filter_map(|member| leaf.requirements[member].as_ref());
                let guarded = critical.map(|it| half(it.score[reading])).fold(score.mean[reading], Fraction::min);
                prop_assert_eq!(score.score[reading], guarded, "objective {}, reading {}", at, reading);
            }
        }
    }
    Ok(())
}

pub(super) fn another_edge_or_critical_flag_never_raises(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let mut more = model.clone();
    let in_full = draw.pick(3, 2) == 0;
    if draw.pick(0, 10) < 7 || model.objectives.is_empty() {
        let (from, on) = (draw.of(1, &model.plain()), draw.pick(2, model.requirements.len()));
        let Requirement { requires, supported_by, .. } = &mut more.requirements[from];
        if from != on && in_full && !requires.contains(&on) {
            supported_by.retain(|other| *other != on);
            requires.push(on);
        } else if from != on && !requires.contains(&on) && !supported_by.contains(&on) {
            supported_by.push(on);
        }
    } else {
        let objective = &mut more.objectives[draw.pick(1, model.objectives.len())];
        let (member, _) = draw.of(2, &objective.members);
        if !objective.critical.contains(&member) {
            objective.critical.push(member);
        }
    }
    nowhere_above(&scorer(&more), &scorer(model), ALL)
}

pub(super) fn only_what_rests_on_it_moves(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let gone = draw.of(0, &model.plain());
    let rests_on_it = |at: usize| model.steps(at)[gone].is_some();
    let stays = |part: Part| match part {
        Part::Own(at) => at != gone,
        Part::Requirement(at) => !rests_on_it(at),
        Part::Objective(at) => !model.objectives[at].members.iter().any(|(member, _)| rests_on_it(*member)),
    };
    same(&scorer(model), &scorer(&model.with_evidence(|one| one.requirement != gone)), stays)
}

pub(super) fn held_back_by_is_exact(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let published = scorer(model);
    let (entity, reading) = (draw.of(0, &model.leaves()), draw.pick(1, 3));
    let leaf = &published.leaves[&entity];
    let own = own(model, leaf, reading);
    let alone = |lifted: &dyn Fn(usize) -> bool| scorer(&by_audits_alone(model, leaf, &own, lifted));
    let as_it_is = alone(&|_| false);
    for (at, score) in &leaf.requirements {
        let Some(score) = score else { continue };
        let (score, causes) = (score.score[reading], &score.held_back_by[reading]);
        prop_assert_eq!(as_it_is.at(0, *at).unwrap().score[0], score, "requirement {} by audits alone", at);
        prop_assert_eq!(!causes.is_empty(), score < own[*at], "requirement {} is held back by {:?}", at, causes);
        let named: Vec<usize> = causes.keys().copied().collect();
        if !named.is_empty() {
            let helped = alone(&|other| causes.contains_key(&other)).at(0, *at).unwrap().score[0];
            prop_assert!(helped > score, "requirement {} stays at {} without {:?}", at, helped, causes);
            let stays = draw.of(2, &named);
            prop_assert_eq!(alone(&|other| other != stays).at(0, *at).unwrap().score[0], score, "requirement {} while {} stays", at, stays);
            prop_assert_eq!(halved(own[stays], causes[&stays]), score);
        }
    }
    Ok(())
}

/// A single entity where one independent audit of today for each requirement says what that has of its own, or 100 where lifted.
fn by_audits_alone(model: &Model, leaf: &Leaf, own: &[Fraction], lifted: &dyn Fn(usize) -> bool) -> Model {
    let mut alone = Model::single(model.requirements.clone());
    for at in model.plain() {
        if leaf.requirements[&at].is_none() {
            alone.exclusions.push(Exclusion { requirement: at, entity: 0, review: 0 });
        } else {
            let result = if lifted(at) { 10_000 } else { hundredths(own[at]) };
            alone.evidence.push(Evidence { finding: Finding::Result { share: 10_000, result }, ..Evidence::audit(at, 0) });
        }
    }
    alone
}

pub(super) fn an_overlay_never_moves_a_common_score(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let common = model.requirements.len();
    let mut overlaid = model.clone();
    for more in 0..draw.between(0, 1_u32, 3) as usize {
        let on = (draw.pick(1, common) + more) % common;
        let plain_part = draw.of(2, &model.plain());
        let asks = Requirement { overlay: true, ..Requirement::default() };
        overlaid.requirements.push(match (draw.pick(3, 3) + more) % 3 {
            0 => Requirement { requires: vec![on], ..asks },
            1 => Requirement { supported_by: vec![on], ..asks },
            _ => Requirement { composite: true, requires: vec![plain_part], ..asks },
        });
        if !overlaid.requirements[common + more].composite {
            let finding = Finding::Result { share: 10_000, result: draw.between(4, 0_u16, 5_000) };
            let entity = (draw.pick(5, model.entities.len()) + more) % model.entities.len();
            overlaid.evidence.push(Evidence { finding, ..Evidence::audit(common + more, entity) });
        }
        overlaid.objectives.push(Objective { members: vec![(common + more, 1)], critical: vec![common + more], norm: Band::Largely });
    }
    let (before, after) = (scorer(model), scorer(&overlaid));
    same(&before, &after, |_| true)?;
    for (entity, leaf) in &before.leaves {
        for (at, score) in &leaf.requirements {
            prop_assert_eq!(score, &after.leaves[entity].requirements[at]);
        }
    }
    Ok(())
}
