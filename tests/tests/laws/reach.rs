//! The generator reaches what the laws are about: without this, a law could hold because nothing ever happens.

use std::collections::BTreeMap;

use num_rational::Ratio;
use pejling_core::{Coverage, Relation, Selection};
use proptest::strategy::{Strategy, ValueTree};

use crate::cases::fixed_runner;
use crate::engine::engine;
use crate::generator::model;
use crate::model::{Finding, Model};
use crate::naive::Rules;
use crate::naive::looks::Look;
use crate::published::Published;

/// Models that are looked at.
const MODELS: usize = 1_000;

/// In how many of them at least each thing must happen.
const OFTEN: usize = 5;

/// What happens in a model, in words.
fn happens(model: &Model, published: &Published) -> Vec<(&'static str, bool)> {
    let mut found = Vec::new();
    let mut note = |what, happens| found.push((what, happens));
    evidence(model, &mut note);
    forest(model, &mut note);
    graph(model, published, &mut note);
    objectives(model, published, &mut note);
    found
}

fn evidence(model: &Model, note: &mut dyn FnMut(&'static str, bool)) {
    let rules = Rules { model, wrong: None };
    let any =
        |holds: &dyn Fn(&[Look]) -> bool| model.leaves().iter().any(|&leaf| model.plain().iter().any(|&at| holds(&rules.looks(leaf, at))));
    let pair =
        |holds: &dyn Fn(&Look, &Look) -> bool| any(&|looks| looks.iter().any(|later| looks.iter().any(|finding| holds(later, finding))));
    let names = |later: &Look, finding: &Look| model.evidence[later.evidence].closes.contains(&finding.evidence);
    let zero = Ratio::from(0);
    let may = |a: &Look, b: &Look| b.bad > zero && a.age < b.age && a.assurance >= b.assurance && a.share >= b.bad;
    note("a closing by name", pair(&|a, b| may(a, b) && names(a, b)));
    note("a closing by a look at the whole", pair(&|a, b| may(a, b) && a.whole && a.entity == b.entity && !names(a, b)));
    note("a closing that is still partly wrong", pair(&|a, b| may(a, b) && names(a, b) && a.ok < b.bad));
    note("a closing named in vain", pair(&|a, b| !may(a, b) && b.bad > zero && names(a, b)));
    note("a closing that is not later", pair(&|a, b| names(a, b) && b.bad > zero && a.age >= b.age));
    note("a closing that is less sure", pair(&|a, b| names(a, b) && b.bad > zero && a.assurance < b.assurance));
    note("a closing that is too narrow", pair(&|a, b| names(a, b) && a.share < b.bad));
    note("a closing on another requirement", {
        let of = |at: usize| model.evidence[at].requirement;
        model.evidence.iter().any(|it| it.closes.iter().any(|&finding| of(finding) != it.requirement))
    });
    note(
        "a walk of three steps",
        any(&|looks| {
            let trusts: std::collections::BTreeSet<_> = looks.iter().filter(|look| look.ok > zero).map(|look| look.trust[0]).collect();
            trusts.len() >= 3
        }),
    );
    note("one's own word beside an audit", pair(&|a, b| a.assurance < b.assurance && a.fresh > b.fresh));
    note("evidence half stale", any(&|looks| looks.iter().any(|look| look.fresh > zero && look.fresh < Ratio::from(100))));
    note("evidence quite stale", any(&|looks| looks.iter().any(|look| look.fresh == zero)));
    note("evidence in the future", model.evidence.iter().any(|it| it.age < 0));
    note(
        "assurance lowered by its kind",
        model.evidence.iter().any(|it| it.traced == (true, true) && it.assurance > it.kind.highest_assurance()),
    );
    note("assurance lowered for want of a trace", model.evidence.iter().any(|it| it.traced != (true, true)));
    let sampled = |wanted: Selection| {
        model.evidence.iter().any(|it| match it.finding {
            Finding::Counts { population, examined, selection, .. } => selection == wanted && examined < population,
            Finding::Result { .. } | Finding::Level { .. } => false,
        })
    };
    note("chosen units", sampled(Selection::Chosen));
    note("a random sample", sampled(Selection::Random));
    note(
        "a level above its target",
        model.evidence.iter().any(|it| {
            let target = model.requirements[it.requirement].target.unwrap_or(4);
            matches!(it.finding, Finding::Level { level, .. } if level > target)
        }),
    );
}

fn forest(model: &Model, note: &mut dyn FnMut(&'static str, bool)) {
    let leaves = model.leaves();
    note("four levels of entities", leaves.iter().any(|&leaf| model.line(leaf).len() >= 4));
    note("several roots", model.entities.iter().filter(|it| it.parent.is_none()).count() > 1);
    note("a parent named after its child", model.entities.iter().enumerate().any(|(at, it)| it.parent.is_some_and(|parent| parent > at)));
    let services = || model.entities.iter().enumerate().flat_map(|(at, it)| it.serves.iter().map(move |service| (at, service)));
    let counts =
        |at: usize, requirement: usize| model.evidence.iter().any(|it| it.entity == at && it.requirement == requirement && it.age >= 0);
    note("a service with evidence", services().any(|(at, it)| counts(at, it.requirement)));
    note("a service to an entity above leaves", services().any(|(at, it)| counts(at, it.requirement) && !leaves.contains(&it.entity)));
    note(
        "a service to an entity of its own line",
        services().any(|(at, it)| counts(at, it.requirement) && model.line(at).contains(&it.entity)),
    );
    note("a service that is used twice for the same", {
        let twice = |leaf: usize, at: usize, requirement: usize| {
            let used =
                services().filter(|(from, it)| *from == at && it.requirement == requirement && model.line(leaf).contains(&it.entity));
            counts(at, requirement) && !model.line(leaf).contains(&at) && used.count() > 1
        };
        leaves.iter().any(|&leaf| services().any(|(at, it)| twice(leaf, at, it.requirement)))
    });
}

fn graph(model: &Model, published: &Published, note: &mut dyn FnMut(&'static str, bool)) {
    let reaches: Vec<_> = (0..model.requirements.len()).map(|at| model.steps(at)).collect();
    let circle = |a: usize, b: usize| a != b && reaches[a][b].is_some() && reaches[b][a].is_some();
    let scores = || published.leaves.values().flat_map(|leaf| &leaf.requirements);
    let applying = || scores().filter_map(|(at, score)| Some((*at, score.as_ref()?)));
    let partly = |it: &crate::published::RequirementScore| it.score[0] > Ratio::from(0);
    note("a requirement held back, and not to 0", applying().any(|(_, it)| partly(it) && it.score[0] < it.own[0]));
    note("a circle that binds", applying().any(|(at, it)| partly(it) && it.held_back_by[0].keys().any(|&on| circle(at, on))));
    note("joint causes", applying().any(|(_, it)| partly(it) && it.held_back_by[0].len() > 1));
    note("a cause two supporting steps away", applying().any(|(_, it)| it.held_back_by[0].values().any(|&steps| steps >= 2)));
    note("support that binds", applying().any(|(_, it)| it.bound_by.iter().any(|(_, relation)| *relation == Relation::SupportedBy)));
    note("a requirement held back in another reading only", applying().any(|(_, it)| it.score[0] == it.own[0] && it.score[2] < it.own[2]));
    for (what, state) in
        [("an assessed", Coverage::Assessed), ("an outdated", Coverage::Outdated), ("an unassessed", Coverage::NotAssessed)]
    {
        note(what, applying().any(|(_, it)| it.state == state));
    }
    let composite = |at: usize| model.requirements[at].composite;
    note("an assessed composite", applying().any(|(at, it)| composite(at) && it.state == Coverage::Assessed));
    note("an outdated composite", applying().any(|(at, it)| composite(at) && it.state == Coverage::Outdated));
    note("an unassessed composite", applying().any(|(at, it)| composite(at) && it.state == Coverage::NotAssessed));
    note("a composite that does not apply", scores().any(|(at, score)| composite(*at) && score.is_none()));
    let nested = |at: usize| model.requirements[at].requires.iter().any(|&part| composite(part));
    note("a composite of composites", (0..reaches.len()).any(|at| composite(at) && nested(at)));
    note("composites in a circle", (0..reaches.len()).any(|a| (0..reaches.len()).any(|b| composite(a) && composite(b) && circle(a, b))));
    note("a requirement that does not apply", scores().any(|(at, score)| !composite(*at) && score.is_none()));
    note(
        "one that does not apply and carries what binds",
        applying().any(|(at, it)| {
            it.bound_by
                .iter()
                .any(|(on, _)| published.leaves.values().any(|leaf| leaf.requirements[on].is_none() && leaf.requirements[&at].is_some()))
        }),
    );
    note("an exclusion past its review", model.exclusions.iter().any(|it| it.review < model.day));
}

fn objectives(model: &Model, published: &Published, note: &mut dyn FnMut(&'static str, bool)) {
    let applying = || published.leaves.values().flat_map(|leaf| leaf.objectives.values().flatten());
    note("an objective", applying().next().is_some());
    note("a guard that binds", applying().any(|it| it.score[0] < it.mean[0] && it.score[0] > Ratio::from(50)));
    note("an objective of which not all is assessed", applying().any(|it| it.assessed > 0 && it.assessed < it.applicable));
    note(
        "an objective of which not all applies",
        published.leaves.values().any(|leaf| {
            leaf.objectives.iter().any(|(at, it)| it.as_ref().is_some_and(|it| it.applicable < model.objectives[*at].members.len()))
        }),
    );
    note("an objective that does not apply", published.leaves.values().any(|leaf| leaf.objectives.values().any(Option::is_none)));
    note("a bar with five parts", applying().any(|it| it.bar.iter().all(|part| *part > Ratio::from(0))));
    note("a bar with two sets of causes", applying().any(|it| it.causes.len() > 1));
    let above = || published.above.values().flat_map(|it| it.requirements.values().chain(it.objectives.values()));
    note("equally weak leaves", above().flatten().any(|it| it.weakest.2 > 0));
    let below = |entity: usize| model.leaves().into_iter().filter(|&leaf| model.line(leaf).contains(&entity)).count();
    let partly = |entity: usize, applicable: usize| (1..below(entity)).contains(&applicable);
    let mut above_of =
        published.above.iter().flat_map(|(&entity, it)| it.requirements.values().flatten().map(move |it| (entity, it.applicable)));
    note("leaves of which not all apply", above_of.any(|(entity, applicable)| partly(entity, applicable)));
    note("what applies nowhere below", above().any(Option::is_none));
}

#[test]
fn the_generator_reaches_what_laws_are_about() {
    let (mut runner, strategy) = (fixed_runner(), model());
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut scores, mut between) = (0_usize, 0_usize);
    for _ in 0..MODELS {
        let model = strategy.new_tree(&mut runner).unwrap().current();
        let published = engine(&model);
        for (what, happens) in happens(&model, &published) {
            *seen.entry(what).or_default() += usize::from(happens);
        }
        for score in published.flat().into_values().flatten() {
            scores += 1;
            between += usize::from(score[0] > Ratio::from(0) && score[0] < Ratio::from(100));
        }
    }
    println!("{between} of {scores} scores are neither 0 nor 100; models in which it happens, of {MODELS}: {seen:#?}");
    let rare: Vec<_> = seen.iter().filter(|(_, models)| **models < OFTEN).collect();
    assert!(rare.is_empty(), "hardly ever: {rare:?}");
    assert!(between * 100 >= scores * 40, "only {between} of {scores} scores are neither 0 nor 100");
}
