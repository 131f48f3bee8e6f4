//! Laws about evidence: what more of it, better of it, and none of it gives. What each says stands in `laws.rs`.

use std::collections::BTreeSet;

use num_rational::Ratio;
use pejling_core::{Assurance, Kind};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::{ALL, Scorer, nowhere_above};
use crate::generator::Draw;
use crate::model::{Evidence, Finding, Model, WHOLE};
use crate::naive::Rules;
use crate::naive::looks::Look;
use crate::published::{Fraction, Part, hundredths};

/// What counts of a requirement at a leaf, by the right rules.
fn looks(model: &Model, leaf: usize, requirement: usize) -> Vec<Look> {
    Rules { model, wrong: None }.looks(leaf, requirement)
}

pub(super) fn duplicates_change_nothing(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    if model.evidence.is_empty() {
        return Ok(());
    }
    let picked: BTreeSet<usize> = (0..3).map(|purpose| draw.pick(purpose, model.evidence.len())).collect();
    let mut twice = model.clone();
    for one in picked {
        let copy = twice.evidence.len();
        for later in &mut twice.evidence {
            if later.closes.contains(&one) {
                later.closes.push(copy);
            }
        }
        twice.evidence.push(twice.evidence[one].clone());
    }
    prop_assert_eq!(scorer(model), scorer(&twice));
    Ok(())
}

pub(super) fn weak_evidence_never_piles_up(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    for (leaf, scores) in scorer(model).leaves {
        for (at, score) in scores.requirements {
            let trusts = looks(model, leaf, at).into_iter().map(|look| look.trust[0]);
            if let (Some(score), Some(best)) = (score, trusts.max()) {
                prop_assert!(score.own[0] <= best, "requirement {} at {}: {} above {}", at, leaf, score.own[0], best);
            }
        }
    }
    Ok(())
}

pub(super) fn a_better_result_never_lowers(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    if model.evidence.is_empty() {
        return Ok(());
    }
    let mut better = model.clone();
    let at = draw.pick(0, model.evidence.len());
    match &mut better.evidence[at].finding {
        Finding::Result { share: _, result } => *result = draw.between(1, *result, WHOLE),
        Finding::Level { share: _, level } => *level = draw.between(1, *level, 5),
        Finding::Counts { population: _, examined, ok, selection: _ } => *ok = draw.between(1, *ok, *examined),
    }
    nowhere_above(&scorer(model), &scorer(&better), ALL)
}

pub(super) fn a_better_pass_never_lowers(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let is_result = |it: &Evidence| matches!(it.finding, Finding::Result { .. }) && it.age >= 0;
    let candidates: Vec<usize> = (0..model.evidence.len()).filter(|&at| is_result(&model.evidence[at])).collect();
    if candidates.is_empty() {
        return Ok(());
    }
    let at = draw.of(0, &candidates);
    let mut model = model.clone();
    let pass = &mut model.evidence[at];
    let share = match &mut pass.finding {
        Finding::Result { share, result } => {
            (*share, *result) = (draw.of(3, &[*share, 4_000, 100]).min(*share), WHOLE);
            *share
        }
        Finding::Level { .. } | Finding::Counts { .. } => unreachable!("only results are candidates"),
    };
    let assurance = draw.of(4, &[pass.assurance, Assurance::Own]);
    pass.assurance = assurance.min(pass.assurance);
    let pass = pass.clone();
    let pass = match draw.pick(1, 5) {
        0 => Evidence { assurance: Assurance::Independent, ..pass },
        1 => Evidence { traced: (true, true), ..pass },
        2 => Evidence { age: pass.age * draw.between(2, 0_i32, 1) / 2, ..pass },
        3 => {
            let usual = pass.valid_days.unwrap_or(pass.kind.usual_valid_days());
            Evidence { valid_days: Some(draw.between(2, usual, pass.kind.longest_valid_days())), ..pass }
        }
        _ => Evidence { finding: Finding::Result { share: draw.between(2, share, WHOLE), result: WHOLE }, ..pass },
    };
    let mut better = model.clone();
    better.evidence[at] = pass;
    nowhere_above(&scorer(&model), &scorer(&better), ALL)
}

pub(super) fn adding_a_pass_never_lowers(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let pass = Evidence {
        kind: draw.of(2, Kind::ALL),
        assurance: draw.of(3, Assurance::ALL),
        age: draw.between(4, 0_i32, 900),
        finding: Finding::Result { share: draw.of(5, &[WHOLE, 4_000]), result: WHOLE },
        ..Evidence::audit(draw.of(0, &model.plain()), draw.pick(1, model.entities.len()))
    };
    nowhere_above(&scorer(model), &scorer(&model.with(pass)), ALL)
}

pub(super) fn ones_own_word_reaches_at_most_partly(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    for (highest, edge) in [(Assurance::Own, 50), (Assurance::Internal, 85)] {
        let mut lower = model.clone();
        for one in &mut lower.evidence {
            one.assurance = one.assurance.min(highest);
        }
        for (leaf, scores) in scorer(&lower).leaves {
            for (at, score) in scores.requirements.into_iter().filter(|(at, _)| !model.requirements[*at].composite) {
                if let Some(score) = score {
                    prop_assert!(score.own[0] <= Ratio::from(edge), "requirement {} at {}: {}", at, leaf, score.own[0]);
                }
            }
        }
    }
    Ok(())
}

pub(super) fn nothing_from_nothing(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    let nothing = Model { evidence: Vec::new(), ..model.clone() };
    for ((entity, part), score) in scorer(&nothing).flat() {
        if let (Some(score), Part::Requirement(_) | Part::Objective(_)) = (score, part) {
            prop_assert_eq!(score, [Ratio::from(0), Ratio::from(0), Ratio::from(100)], "{:?} at {}", part, entity);
        }
    }
    Ok(())
}

pub(super) fn admitting_an_unsubstantiated_failure_costs_nothing(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let (leaf, at) = (draw.of(0, &model.leaves()), draw.of(1, &model.plain()));
    let covered = looks(model, leaf, at).iter().map(|look| look.ok + look.bad).max().unwrap_or(Fraction::from(0));
    let room = Fraction::from(100) - covered;
    let published = scorer(model);
    let Some(before) = published.at(leaf, at) else { return Ok(()) };
    if room < Ratio::from(1) {
        return Ok(());
    }
    let admission = Evidence {
        kind: Kind::Statement,
        assurance: Assurance::Own,
        traced: (false, false),
        finding: Finding::Result { share: hundredths(room), result: 0 },
        ..Evidence::audit(at, leaf)
    };
    let after = scorer(&model.with(admission));
    prop_assert_eq!(before.own[0], after.at(leaf, at).unwrap().own[0]);
    Ok(())
}
