//! What the engine explains can be redone by hand, and ends in what it publishes (method M7).

use std::collections::BTreeSet;

use num_rational::Ratio;
use pejling_core::{
    Consolidated, ConsolidatedExplanation, Leaf, ObjectiveExplanation, ObjectiveScore, Readings, Relation, RequirementExplanation,
    RequirementId, RequirementScore, Score, Walk, score,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::cases::{LAW, cases, runner};
use crate::engine::{assessment, day, fraction, of_entity, points, position, trio};
use crate::generator::model;
use crate::model::Model;
use crate::naive::Rules;
use crate::naive::looks::Look;
use crate::published::{Fraction, Trio};

#[test]
fn an_explanation_can_be_redone() {
    let outcome = runner(cases(LAW)).run(&model(), |model| {
        let assessment = assessment(&model);
        let scores = score(&assessment, day(model.day));
        for leaf in scores.leaves() {
            for (id, score) in leaf.requirements() {
                let explanation = leaf.explain(id).unwrap();
                prop_assert_eq!(explanation.score, score);
                requirement(&model, &leaf, &explanation)?;
            }
            for (id, score) in leaf.objectives() {
                if let (ObjectiveScore::Applicable(standing), Some(explanation)) = (score, leaf.explain_objective(id)) {
                    objective(&explanation, trio(standing.mean), trio(standing.score))?;
                }
            }
        }
        for entity in scores.consolidated() {
            above(&model, &entity)?;
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn an_explainer_gives_the_same_in_any_order() {
    let outcome = runner(cases(LAW)).run(&model(), |model| {
        let assessment = assessment(&model);
        let scores = score(&assessment, day(model.day));
        for leaf in scores.leaves() {
            let mut explainer = leaf.explainer();
            let ids: Vec<&RequirementId> = leaf.requirements().map(|(id, _)| id).collect();
            for id in ids.iter().chain(ids.iter().rev()) {
                prop_assert_eq!(format!("{:?}", explainer.requirement(id)), format!("{:?}", leaf.explain(id)));
            }
            for (id, _) in leaf.objectives() {
                prop_assert_eq!(format!("{:?}", explainer.objective(id)), format!("{:?}", leaf.explain_objective(id)));
                prop_assert_eq!(explainer.objective(id).map(|it| it.bar), leaf.bar(id));
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn requirement(model: &Model, leaf: &Leaf<'_>, explanation: &RequirementExplanation<'_>) -> TestCaseResult {
    let (entity, at) = (of_entity(leaf.entity()), position(explanation.requirement.local()));
    let excluded = model.not_applicable(entity).contains(&at) && !model.requirements[at].composite;
    prop_assert_eq!(explanation.exclusion.is_some(), excluded);
    let parts: BTreeSet<usize> = explanation.parts.iter().map(|id| position(id.local())).collect();
    let made_of = if model.requirements[at].composite { model.requirements[at].requires.clone() } else { Vec::new() };
    prop_assert_eq!(parts, made_of.into_iter().collect());

    let rules = Rules { model, wrong: None };
    let looks = rules.looks(entity, at);
    evidence(&rules, &looks, explanation)?;
    if let (RequirementScore::Applicable(it), false) = (explanation.score, model.requirements[at].composite) {
        walk(explanation, &explanation.substantiated, it.own.possible, 0)?;
        walk(explanation, &explanation.declared, it.own.possible, 1)?;
        prop_assert_eq!((explanation.substantiated.score, explanation.declared.score), (it.own.substantiated, it.own.declared));
        let open = explanation.open_finding.map_or(Ratio::from(0), |(_, bad)| fraction(bad));
        prop_assert_eq!(fraction(it.own.possible), Ratio::from(100) - open);
    }
    dependencies(model, leaf, explanation)
}

/// The terms of evidence are what the rules say, and closings close.
fn evidence(rules: &Rules<'_>, looks: &[Look], explanation: &RequirementExplanation<'_>) -> TestCaseResult {
    let is_closed = |finding: &Look| looks.iter().any(|later| rules.closes(later, finding));
    let mut expected: Vec<_> = looks
        .iter()
        .map(|it| (it.evidence, [it.ok, it.bad, it.share, it.fresh, it.trust[0]], it.assurance, it.age + rules.model.day, is_closed(it)))
        .collect();
    let mut found: Vec<_> = explanation
        .evidence
        .iter()
        .map(|it| {
            let numbers = [it.outcome.ok, it.outcome.bad, it.outcome.share(), it.fresh, it.trust].map(fraction);
            (position(it.evidence.id.as_str()), numbers, it.assurance, i32::try_from(it.age_days).unwrap(), it.closed)
        })
        .collect();
    expected.sort_unstable();
    found.sort_unstable();
    prop_assert_eq!(expected, found);
    for closing in &explanation.closings {
        let (later, finding) = (position(closing.later.as_str()), position(closing.finding.as_str()));
        let of = |wanted: usize| looks.iter().filter(move |look| look.evidence == wanted);
        let fits = |later: &Look, finding: &Look| {
            rules.closes(later, finding)
                && fraction(closing.trust) == later.trust[0].min(finding.trust[0])
                && fraction(closing.fresh) == later.fresh.min(finding.fresh)
                && fraction(closing.ok) == finding.ok + finding.bad.min(later.ok)
        };
        prop_assert!(of(later).any(|later| of(finding).any(|finding| fits(later, finding))), "{:?}", closing);
    }
    Ok(())
}

/// Each step adds what its evidence or closing covers beyond the one before, at no more trust, and the sum is the score.
fn walk(explanation: &RequirementExplanation<'_>, walk: &Walk<'_>, ceiling: Score, reading: usize) -> TestCaseResult {
    let (mut sum, mut covered, mut trust) = (Fraction::from(0), Fraction::from(0), Score::FULL);
    for step in &walk.steps {
        prop_assert!(step.added > Score::ZERO && step.trust <= trust, "{:?}", step);
        trust = step.trust;
        covered += fraction(step.added);
        prop_assert_eq!(fraction(step.upto), covered);
        sum += fraction(step.added) * fraction(step.trust) / 100;
        let counts = |trust: Score, fresh: Score, ok: Score| ok.min(ceiling) == step.upto && [trust, fresh][reading] == step.trust;
        let known = if let Some(finding) = step.closing {
            let mut closings = explanation.closings.iter().filter(|it| it.later == step.evidence && it.finding == finding);
            closings.any(|it| counts(it.trust, it.fresh, it.ok))
        } else {
            let mut evidence = explanation.evidence.iter().filter(|it| it.evidence.id == *step.evidence);
            evidence.any(|it| counts(it.trust, it.fresh, it.outcome.ok))
        };
        prop_assert!(known, "{:?} rests on nothing", step);
    }
    let told = Fraction::new(i64::try_from(walk.sum.mantissa()).unwrap(), 10_i64.pow(walk.sum.scale()));
    prop_assert_eq!(told, sum);
    prop_assert_eq!(fraction(walk.score), (sum * 100).floor() / 100);
    Ok(())
}

/// What it rests on directly sets the caps that it says, and each cause is reached by its path with so many supporting steps.
fn dependencies(model: &Model, leaf: &Leaf<'_>, explanation: &RequirementExplanation<'_>) -> TestCaseResult {
    let at = position(explanation.requirement.local());
    let edges = |from: usize| {
        let it = &model.requirements[from];
        let requires = it.requires.iter().map(|&on| (on, Relation::Requires));
        requires.chain(it.supported_by.iter().map(|&on| (on, Relation::SupportedBy))).collect::<BTreeSet<_>>()
    };
    let told: BTreeSet<_> = explanation.dependencies.iter().map(|it| (position(it.on.local()), it.relation)).collect();
    prop_assert_eq!(told, edges(at));
    for it in &explanation.dependencies {
        let half = |score: Fraction| ((score + 100) / 2 * 100).floor() / 100;
        let cap = trio(it.score).map(|score| if it.relation == Relation::Requires { score } else { half(score) });
        prop_assert_eq!(trio(it.cap), cap);
        prop_assert_eq!((it.coverage, Some(trio(it.score))), known(leaf, it.on, trio(it.score)));
        if let RequirementScore::Applicable(applicable) = explanation.score {
            let (own, score) = (trio(applicable.own), trio(applicable.score));
            prop_assert!(cap.iter().zip(score).all(|(cap, score)| score <= *cap));
            prop_assert_eq!(it.binds, score[0] < own[0] && score[0] == cap[0]);
        }
    }
    for cause in &explanation.held_back_by {
        let mut here = at;
        for (relation, on) in &cause.path {
            prop_assert!(edges(here).contains(&(position(on.local()), *relation)), "{:?}", cause);
            here = position(on.local());
        }
        prop_assert_eq!(here, position(cause.requirement.local()));
        prop_assert_eq!(cause.path.iter().filter(|(relation, _)| *relation == Relation::SupportedBy).count(), cause.steps as usize);
        prop_assert_eq!(cause.coverage, known(leaf, cause.requirement, [Ratio::from(0); 3]).0);
        if let RequirementScore::Applicable(it) = leaf.requirement(cause.requirement).unwrap() {
            prop_assert_eq!(cause.own, it.own.substantiated);
        }
    }
    Ok(())
}

/// What is published of a requirement; `unpublished` is its score where it does not apply.
fn known(leaf: &Leaf<'_>, id: &RequirementId, unpublished: Trio) -> (Option<pejling_core::Coverage>, Option<Trio>) {
    match leaf.requirement(id).unwrap() {
        RequirementScore::NotApplicable => (None, Some(unpublished)),
        RequirementScore::Applicable(it) => (Some(it.coverage), Some(trio(it.score))),
    }
}

/// Points over weight, cut, are the mean, and the least of it and the caps of critical members is the score.
fn objective(explanation: &ObjectiveExplanation<'_>, mean: Trio, score: Trio) -> TestCaseResult {
    prop_assert_eq!(over(explanation.points.map(points), explanation.weight), mean);
    let members = explanation.members.iter().filter(|it| matches!(it.score, RequirementScore::Applicable(_)));
    prop_assert_eq!(members.map(|it| u64::from(it.weight.get())).sum::<u64>(), explanation.weight);
    let caps = explanation.critical.iter().map(|(_, cap)| trio(*cap));
    let guarded = caps.fold(mean, |score, cap| [0, 1, 2].map(|reading| cap[reading].min(score[reading])));
    prop_assert_eq!(guarded, score);
    Ok(())
}

/// Above the leaves: points over weight, cut, are the score, of requirements and of objectives.
fn above(model: &Model, entity: &Consolidated<'_>) -> TestCaseResult {
    let expected: BTreeSet<usize> = model.children(of_entity(entity.entity())).into_iter().collect();
    let requirements = entity.requirements().map(|(id, _)| entity.explain(id).unwrap());
    let objectives = entity.objectives().map(|(id, _)| entity.explain_objective(id).unwrap());
    for explanation in requirements.chain(objectives) {
        let ConsolidatedExplanation { entity: _, score, points: sum, weight, children } = explanation;
        prop_assert_eq!(&children.iter().map(|(child, ..)| of_entity(child)).collect::<BTreeSet<_>>(), &expected);
        let applying = || children.iter().filter_map(|(_, weight, score)| Some((i64::from(weight.get()), trio((*score)?))));
        let sums = [0, 1, 2].map(|reading| applying().map(|(weight, score)| score[reading] * weight).sum::<Fraction>());
        prop_assert_eq!([sum.substantiated, sum.declared, sum.possible].map(points), sums);
        let published = score.map(|it| trio(it.score));
        prop_assert_eq!(published, (weight > 0).then(|| over(sum.map(points), weight)));
    }
    Ok(())
}

fn over(points: Readings<Fraction>, weight: u64) -> Trio {
    let weight = i64::try_from(weight).unwrap();
    [points.substantiated, points.declared, points.possible].map(|points| (points / weight * 100).floor() / 100)
}
