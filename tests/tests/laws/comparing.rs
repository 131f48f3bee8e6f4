//! Comparing: an order holds whatever the weights are, and what is told of an organisation that did not consent is what the rule allows.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::{Date, date};
use pejling_core::{
    Assessment, Assurance, Band, Basis, CROWD, Catalogue, Compared, Comparison, Entity, EntityId, Evidence, Excludable, Exclusion, Finding,
    Framework, Kind, Objective, ObjectiveId, Order, Party, Points, Position, Reading, ReasonClass, Requirement, RequirementId, Score,
    Scores, Sharing, Submission, Unranked, Weight, Weighting, compare,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::cases::{LAW, cases, runner};

const DAY: Date = date(2026, 6, 30);

/// An invented catalogue: requirements of which the last rests on the first, one objective over all and one over the first two.
#[derive(Clone, Debug)]
struct Questions {
    weights: Vec<u32>,
    critical: bool,
}

/// An invented organisation: of each leaf, what an audit of each requirement found in tenths, where there was one; whether that was one's own word.
#[derive(Clone, Debug)]
struct Answers {
    leaves: Vec<Vec<Option<(u16, bool)>>>,
    excluded: Option<usize>,
    sharing: Sharing,
    weightings: Vec<Vec<u32>>, // of the objective over all
}

fn requirement_id(at: usize) -> RequirementId {
    format!("x:r{at}").parse().unwrap()
}

fn weight(weight: u32) -> Weight {
    Weight::new(weight).unwrap()
}

fn catalogue(questions: &Questions) -> Arc<Catalogue> {
    let count = questions.weights.len();
    let requirement = |at: usize| Requirement {
        id: requirement_id(at),
        target: None,
        composite: false,
        excludable: Excludable::Freely,
        requires: vec![],
        supported_by: if at > 0 && at == count - 1 { vec![requirement_id(0)] } else { vec![] },
    };
    let objective = |id: &str, count: usize, critical: Vec<RequirementId>| Objective {
        id: id.parse().unwrap(),
        members: (0..count).map(|at| (requirement_id(at), weight(questions.weights[at]))).collect(),
        critical,
        norm: Band::Largely,
    };
    let critical = if questions.critical { vec![requirement_id(0)] } else { vec![] };
    let framework = Framework {
        id: "x".parse().unwrap(),
        edition: "1".parse().unwrap(),
        builds_on: vec![],
        requirements: (0..count).map(requirement).collect(),
        objectives: vec![objective("x:all", count, critical), objective("x:two", count.min(2), vec![])],
    };
    Arc::new(Catalogue::new(vec![framework]).unwrap())
}

fn organisation(at: usize) -> EntityId {
    format!("o{at}").parse().unwrap()
}

fn scores(catalogue: &Arc<Catalogue>, at: usize, answers: &Answers, as_of: Date) -> Scores<'static> {
    let whole = organisation(at);
    let alone = answers.leaves.len() == 1;
    let leaf = |leaf: usize| if alone { whole.clone() } else { format!("leaf{leaf}").parse().unwrap() };
    let entity = |id: EntityId, parent: Option<EntityId>| Entity { id, parent, weight: Weight::ONE, serves: vec![] };
    let mut entities = vec![entity(whole.clone(), None)];
    if !alone {
        entities.extend((0..answers.leaves.len()).map(|at| entity(leaf(at), Some(whole.clone()))));
    }
    let mut evidence = Vec::new();
    for (place, results) in answers.leaves.iter().enumerate() {
        for (requirement, result) in results.iter().enumerate() {
            let Some((tenths, is_own_word)) = result else { continue };
            evidence.push(Evidence {
                id: format!("{place}-{requirement}").parse().unwrap(),
                requirement: requirement_id(requirement),
                entity: leaf(place),
                kind: if *is_own_word { Kind::Statement } else { Kind::Audit },
                date: date(2026, 6, 1),
                assurance: if *is_own_word { Assurance::Own } else { Assurance::Independent },
                by: Some("auditor".into()),
                reference: Some("2026-14".into()),
                valid_days: None,
                closes: vec![],
                finding: Finding::Result { share: Score::FULL, result: Score::from_hundredths(tenths * 1_000).unwrap() },
            });
        }
    }
    let exclusion = |requirement: usize| Exclusion {
        requirement: requirement_id(requirement),
        entity: whole.clone(),
        reason: "nothing of the kind".into(),
        class: ReasonClass::NoSuchAsset,
        approved_by: "board".into(),
        review_by: date(2027, 1, 1),
    };
    let exclusions = answers.excluded.iter().map(|at| exclusion(*at)).collect();
    let assessment =
        Assessment::new(catalogue.clone(), Submission { organisation: whole.clone(), entities, evidence, exclusions }).unwrap();
    Scores::of(assessment, as_of)
}

fn weightings(answers: &Answers) -> Vec<Weighting> {
    let of = |weights: &Vec<u32>| Weighting {
        objective: "x:all".parse().unwrap(),
        weights: weights.iter().enumerate().map(|(at, it)| (requirement_id(at), weight(*it))).collect(),
    };
    answers.weightings.iter().map(of).collect()
}

/// Everything that a comparison of organisations reads, which has to live as long as it.
struct Region {
    scores: Scores<'static>,
    entities: Vec<EntityId>,
    sharing: Sharing,
    weightings: Vec<Weighting>,
}

fn regions(questions: &Questions, all: &[Answers]) -> Vec<Region> {
    let catalogue = catalogue(questions);
    let region = |(at, answers): (usize, &Answers)| Region {
        scores: scores(&catalogue, at, answers, DAY),
        entities: vec![organisation(at)],
        sharing: answers.sharing,
        weightings: weightings(answers),
    };
    all.iter().enumerate().map(region).collect()
}

impl Region {
    fn party(&self) -> Party<'_> {
        Party { scores: &self.scores, entities: &self.entities, sharing: self.sharing, weightings: &self.weightings }
    }
}

fn compared(regions: &[Region], own: usize) -> Option<Comparison<'_>> {
    let others: Vec<_> = regions.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, it)| it.party()).collect();
    // the parties borrow from `regions`, and the comparison borrows nothing else
    let own = regions[own].party();
    compare_owned(own, &others)
}

fn compare_owned<'a>(own: Party<'a>, others: &[Party<'a>]) -> Option<Comparison<'a>> {
    compare(&own, others)
}

/// Organisations whose results are few and coarse, so that one is often at least as good as another in everything.
fn drawn(least: usize) -> impl Strategy<Value = (Questions, Vec<Answers>)> {
    (1..=4_usize, any::<bool>()).prop_flat_map(move |(count, critical)| {
        let result = prop_oneof![8 => (select(&[2_u16, 5, 8, 9][..]), prop::bool::weighted(0.2)).prop_map(Some), 1 => Just(None)];
        let leaf = vec(result, count);
        let leaves = prop_oneof![3 => vec(leaf.clone(), 1), 1 => vec(leaf, 2..=3)];
        let excluded = prop_oneof![8 => Just(None), 1 => (0..count).prop_map(Some)];
        let sharing = (prop::bool::weighted(0.6), prop::bool::weighted(0.6)).prop_map(|(figures, name)| Sharing { figures, name });
        let weightings = prop_oneof![2 => Just(vec![]), 1 => vec(vec(1..=6_u32, count), 1..=2)];
        let answers = (leaves, excluded, sharing, weightings).prop_map(|(leaves, excluded, sharing, weightings)| Answers {
            leaves,
            excluded,
            sharing,
            weightings,
        });
        let questions = vec(1..=4_u32, count).prop_map(move |weights| Questions { weights, critical });
        (questions, vec(answers, least..=8))
    })
}

/// The exact sum of weight times score over the members that apply, in each reading.
fn points(region: &Region, count: usize, weights: &[u32]) -> [Points; 3] {
    let sum = |reading: Reading| {
        let overall = |at: usize| region.scores.overall(&region.entities[0], &requirement_id(at));
        (0..count).filter_map(|at| Some(Points::of(weight(weights[at]), *overall(at)?.score.get(reading)))).sum()
    };
    [Reading::Substantiated, Reading::Declared, Reading::Possible].map(sum)
}

fn at_least(one: &[Points; 3], other: &[Points; 3]) -> bool {
    one.iter().zip(other).all(|(one, other)| one >= other)
}

fn place(it: &Compared<'_>) -> usize {
    it.organisation.as_str()[1..].parse().unwrap()
}

/// Every order holds: one that rests on members under any weights, one that rests on weights under the catalogue's and all that were declared.
/// What cannot be ranked could not have been. An order is antisymmetric and transitive, and does not depend on who looks.
#[test]
fn an_order_holds_whatever_the_weights() {
    let seen: RefCell<BTreeMap<String, usize>> = RefCell::default();
    let mut runner = runner(cases(LAW) * 4);
    let drawn = (drawn(2), vec(vec(1..=1_000_u32, 4), 8));
    let outcome = runner.run(&drawn, |((questions, mut all), random)| {
        for it in &mut all {
            it.sharing = Sharing { figures: true, name: true }; // then each two are put in order
        }
        let regions = regions(&questions, &all);
        let comparison = compared(&regions, 0).unwrap();
        for (id, objective) in &comparison.objectives {
            let count = if id.local() == "all" { questions.weights.len() } else { questions.weights.len().min(2) };
            let declared: Vec<_> = if id.local() == "all" { all.iter().flat_map(|it| it.weightings.clone()).collect() } else { vec![] };
            let score = |at: usize| regions[at].scores.overall_objective(&regions[at].entities[0], id).unwrap().score;
            let mut above = BTreeSet::new();
            for (first, second, order) in &objective.order {
                let (high, low, basis) = match order {
                    Order::Above(basis) => (place(first), place(second), *basis),
                    Order::Below(basis) => (place(second), place(first), *basis),
                    Order::Equal | Order::Unranked(_) => continue,
                };
                prop_assert!(above.insert((high, low)) && !above.contains(&(low, high)));
                let weights: Vec<&Vec<u32>> = match basis {
                    Basis::Members => random.iter().collect(),
                    Basis::Weights => declared.iter().chain([&questions.weights]).collect(),
                };
                for weights in weights {
                    let (high, low) = (points(&regions[high], count, weights), points(&regions[low], count, weights));
                    prop_assert!(at_least(&high, &low), "{id}: {high:?} {low:?} under {weights:?}");
                }
                let (high, low) = (score(high), score(low));
                let pairs = high.zip(low);
                let holds = [pairs.substantiated, pairs.declared, pairs.possible].iter().all(|(high, low)| high >= low);
                prop_assert!(holds, "{high:?} {low:?}");
            }
            for (first, second, order) in &objective.order {
                *seen.borrow_mut().entry(format!("{order:?}")).or_default() += 1;
                let (one, two) = (&regions[place(first)], &regions[place(second)]);
                let applies = |region: &Region, at: usize| region.scores.overall(&region.entities[0], &requirement_id(at)).is_some();
                let is_same = (0..count).all(|at| applies(one, at) == applies(two, at));
                prop_assert_eq!(!is_same, *order == Order::Unranked(Unranked::DifferentMembers));
                // who crosses somewhere is only ranked by weights, and never where these turn it
                if let Order::Unranked(Unranked::EachAhead) = order {
                    let single = |at: usize| -> Vec<u32> { (0..count).map(|member| if member == at { 1_000_000 } else { 1 }).collect() };
                    let lead = |one: &Region, two: &Region| {
                        let by_members = (0..count).any(|at| !at_least(&points(two, count, &single(at)), &points(one, count, &single(at))));
                        by_members || {
                            let (one, two) = (score(place(first)), score(place(second)));
                            one != two
                        }
                    };
                    prop_assert!(lead(one, two) && lead(two, one));
                }
            }
            for &(high, middle) in &above {
                for &(_, low) in above.iter().filter(|(other, _)| *other == middle) {
                    prop_assert!(above.contains(&(high, low)), "{id}: {high} > {middle} > {low}");
                }
            }
        }
        let other = compared(&regions, regions.len() - 1).unwrap();
        for ((_, one), (_, two)) in comparison.objectives.iter().zip(&other.objectives) {
            prop_assert_eq!(&one.order, &two.order);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    let often = |order: Order| seen.borrow().get(&format!("{order:?}")).copied().unwrap_or_default();
    for order in [Order::Above(Basis::Members), Order::Below(Basis::Weights), Order::Equal]
        .into_iter()
        .chain(Unranked::ALL.iter().map(|why| Order::Unranked(*why)))
    {
        assert!(often(order) > 10, "{order:?} hardly ever happens: {seen:?}");
    }
}

/// At one region the critical first requirement stands at 20 and 80, at the other at 50; the second at 90, or at 80; the third is supported by the first.
/// Requirements 50, 90, (60 + 90) / 2 = 75 and 50, 80, half(50) = 75: the first is ahead. But its weaker leaf is capped at half(20) = 60, and the other
/// one is (80 + 6 * 90 + 90) / 8 = 88.75: 148.75 / 2 = 74.37, below the other region's cap half(50) = 75. So each is ahead in something.
#[test]
fn a_higher_mean_with_a_weaker_link_is_no_order() {
    let audit = |tenths: [u16; 3]| tenths.map(|it| Some((it, false))).to_vec();
    let region = |leaves| Answers { leaves, excluded: None, sharing: Sharing { figures: true, name: true }, weightings: vec![] };
    let questions = Questions { weights: vec![1, 6, 1], critical: true };
    let all = [region(vec![audit([2, 9, 9]), audit([8, 9, 9])]), region(vec![audit([5, 8, 9])])];
    let regions = regions(&questions, &all);
    let comparison = compared(&regions, 0).unwrap();
    let (_, objective) = &comparison.objectives[0];
    let printed: Vec<_> =
        (0..2).map(|at| regions[at].scores.overall_objective(&organisation(at), comparison.objectives[0].0).unwrap().score).collect();
    assert_eq!(printed.iter().map(|it| it.substantiated.to_string()).collect::<Vec<_>>(), ["74.37", "75.00"]);
    assert_eq!(objective.order[0].2, Order::Unranked(Unranked::EachAhead));
}

/// What the rule allows to be known of the others, made in another way: of each objective how many are assessed, and then all their figures, the
/// three of a crowd, a word, or nothing. Of those who consent to be named, their own figures as well.
fn allowed(regions: &[Region]) -> String {
    let mut text = String::new();
    let others = &regions[1..];
    let everybody = others.iter().all(|it| it.sharing.figures);
    for id in ["x:all", "x:two"].map(|id| id.parse::<ObjectiveId>().unwrap()) {
        let figure = |region: &Region, reading: Reading| {
            let overall = region.scores.overall_objective(&region.entities[0], &id).filter(|it| it.assessed > 0);
            overall.map(|it| *it.score.get(reading))
        };
        for reading in [Reading::Substantiated, Reading::Declared, Reading::Possible] {
            let mut figures: Vec<Score> = others.iter().filter_map(|it| figure(it, reading)).collect();
            figures.sort_unstable();
            let count = figures.len();
            let span = if everybody || count >= CROWD { figures.first().zip(figures.last()) } else { None };
            let middle = span.map(|_| (figures[(count - 1) / 2], figures[count / 2]));
            let own = figure(&regions[0], reading).filter(|_| everybody || count >= 2);
            let word = own.zip(figures.first().copied()).map(|(own, _)| {
                let (below, above) = (figures.iter().filter(|it| **it > own).count(), figures.iter().filter(|it| **it < own).count());
                if above == count {
                    Position::Above
                } else if below == count {
                    Position::Below
                } else {
                    Position::Within
                }
            });
            text += &format!("{id} {reading:?} {count} {span:?} {middle:?} {word:?}\n");
        }
    }
    let nameless: Vec<_> = others.iter().filter(|it| !it.sharing.name).collect();
    for at in 0..if nameless.len() >= CROWD { 4 } else { 0 } {
        let overall = |region: &Region| region.scores.overall(&region.entities[0], &requirement_id(at));
        let well =
            nameless.iter().filter(|it| overall(it).is_some_and(|it| it.assessed > 0 && it.score.substantiated.hundredths() > 8_500));
        text += &format!("{at} {}\n", well.count());
    }
    for region in others.iter().filter(|it| it.sharing.figures && it.sharing.name) {
        text += &format!("{} {:?}\n", region.entities[0], region.scores.overall(&region.entities[0], &requirement_id(0)));
    }
    text
}

/// What is told is a function of what may be known: somebody who consents to nothing may have any other figures, and where the rule allows the
/// same to be known, the same is told. No name stands there without consent.
#[test]
fn nothing_is_told_of_who_does_not_consent() {
    let (same, told) = (Cell::new(0), Cell::new(0));
    let drawn = (drawn(3), any::<prop::sample::Index>(), vec(vec(select(&[2_u16, 5, 8, 9][..]), 4), 8));
    let outcome = runner(cases(LAW) * 4).run(&drawn, |((questions, mut all), who, others)| {
        let hidden = 1 + who.index(all.len() - 1);
        all[hidden].sharing = Sharing { figures: false, name: false };
        all[hidden].weightings.clear();
        all[hidden].excluded = None;
        for results in &mut all[hidden].leaves {
            results.fill(Some((5, false)));
        }
        let truth = regions(&questions, &all);
        let document = compared(&truth, 0).unwrap();
        let printed = format!("{document:?}");
        for (at, answers) in all.iter().enumerate().skip(1).filter(|(_, it)| !it.sharing.name) {
            prop_assert!(!printed.contains(&format!("\"o{at}\"")), "{at} {answers:?}");
        }
        for (_, objective) in &document.objectives {
            let nameless = truth[1..].iter().filter(|it| !(it.sharing.figures && it.sharing.name)).count();
            prop_assert!(objective.named.is_empty() || nameless == 0 || document.everybody_consents || nameless >= CROWD);
            let is_beside_own = |it: &Compared<'_>| place(it) == 0;
            let own_order = objective.order.iter().any(|(first, second, _)| is_beside_own(first) || is_beside_own(second));
            prop_assert!(!own_order || document.everybody_consents || nameless >= CROWD);
        }
        for results in others {
            let mut tried = all.clone();
            for leaf in &mut tried[hidden].leaves {
                for (at, it) in leaf.iter_mut().enumerate() {
                    *it = Some((results[at], false));
                }
            }
            let tried = regions(&questions, &tried);
            if allowed(&tried) == allowed(&truth) {
                same.set(same.get() + 1);
                told.set(told.get() + usize::from(document.objectives.iter().any(|(_, it)| it.position.is_some())));
                let found = compared(&tried, 0).unwrap();
                prop_assert!(found == document);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(same.get() > 200 && told.get() > 100, "{same:?} {told:?}");
}

/// Another day, another catalogue, an organisation twice or nobody is no comparison.
#[test]
fn what_answers_other_questions_is_not_compared() {
    let outcome = runner(cases(LAW)).run(&(drawn(2), 0..6_usize), |((questions, all), change)| {
        let mut regions = regions(&questions, &all);
        prop_assert!(compared(&regions, 0).is_some());
        let last = regions.len() - 1;
        let mut other = questions.clone();
        match change {
            0 => regions.truncate(1),
            1 => regions[last].scores = scores(&catalogue(&questions), last, &all[last], date(2026, 6, 29)),
            2 => {
                other.weights[0] += 1;
                regions[last].scores = scores(&catalogue(&other), last, &all[last], DAY);
            }
            3 => {
                other.critical = !other.critical;
                regions[last].scores = scores(&catalogue(&other), last, &all[last], DAY);
            }
            4 => {
                other.weights.push(1);
                regions[last].scores = scores(&catalogue(&other), last, &all[last], DAY);
            }
            _ => regions[last].scores = scores(&catalogue(&questions), 0, &all[last], DAY),
        }
        prop_assert!(compared(&regions, 0).is_none(), "{change}");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
