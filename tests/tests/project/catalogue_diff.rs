//! Comparing editions of a catalogue: what changed is told, and no score moves that is not named, nor the other way.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Score;
use pejling_documents::{
    CatalogueDiffDocument, ChangeKind, Effect, Language, Library, RequirementResult, ResultDocument, Source, Triple, call, schema, to_json,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::common;

/// A requirement of the invented framework `x`, by position.
#[derive(Clone, Debug)]
struct Requirement {
    composite: bool,
    target: u8,
    excludable: &'static str,
    part: usize,
    edges: BTreeMap<usize, bool>, // on what, and whether it is required
}

/// An objective of it: by part, or of named members.
#[derive(Clone, Debug)]
struct Objective {
    part: Option<usize>,
    members: BTreeMap<usize, u32>, // with their weights
    critical: BTreeSet<usize>,
    norm: &'static str,
}

/// An edition of the framework.
#[derive(Clone, Debug)]
struct Edition {
    requirements: BTreeMap<usize, Requirement>,
    objectives: Vec<Objective>,
}

/// What is held against it: on which requirement, at which of the two units, how old, and a level or a result.
type Held = (usize, usize, bool, Result<u8, u8>);

#[derive(Clone, Debug)]
struct Case {
    before: Edition,
    upon: Vec<(usize, bool)>, // what the framework `y` that builds on it rests on
    held: Vec<Held>,
    excluded: BTreeSet<(usize, usize)>,
    draw: [Index; 4],
}

const EXCLUDABLE: [&str; 3] = ["never", "on-condition", "freely"];
/// Cases of each way of changing.
const CASES: usize = 40;

const REQUIREMENTS: usize = 7;
const PARTS: usize = 3;

impl Edition {
    fn is_member(&self, objective: &Objective, at: usize) -> bool {
        let selected = objective.part.is_some_and(|part| self.requirements[&at].part == part && !self.requirements[&at].composite);
        selected || objective.members.contains_key(&at)
    }

    fn document(&self) -> Value {
        let id = |at: &usize| format!("r{at}");
        let requirements = self.requirements.iter().map(|(at, it)| {
            let edges = |required: bool| it.edges.iter().filter(|(_, is)| **is == required).map(|(on, _)| id(on)).collect::<Vec<_>>();
            let mut document = json!({
                "id": id(at), "part": format!("p{}", it.part), "composite": it.composite, "requires": edges(true), "supported_by": edges(false),
            });
            if !it.composite {
                document["target"] = it.target.into();
                document["excludable"] = it.excludable.into();
            }
            document
        });
        let objectives = self.objectives.iter().enumerate().map(|(at, it)| {
            let members: Vec<_> = it.members.keys().map(id).collect();
            let weights: BTreeMap<_, _> = it.members.iter().map(|(member, weight)| (id(member), weight)).collect();
            let critical: Vec<_> = it.critical.iter().map(id).collect();
            let mut document = json!({
                "id": format!("o{at}"), "family": "theme", "members": members, "weights": weights, "critical": critical, "norm": it.norm,
            });
            if let Some(part) = it.part {
                document["select"] = json!({"part": format!("p{part}")});
            }
            document
        });
        let (requirements, objectives): (Vec<_>, Vec<_>) = (requirements.collect(), objectives.collect());
        json!({"format": "pejling/catalogue/1", "id": "x", "edition": "1", "requirements": requirements, "objectives": objectives})
    }
}

/// A framework that builds on `x`.
fn upon(edges: &[(usize, bool)]) -> Value {
    let named = |required: bool| edges.iter().filter(|(_, is)| *is == required).map(|(on, _)| format!("x:r{on}")).collect::<Vec<_>>();
    json!({
        "format": "pejling/catalogue/1", "id": "y", "edition": "1", "builds_on": ["x"],
        "requirements": [{"id": "a", "requires": named(true)}, {"id": "b", "supported_by": named(false)}, {"id": "c"}],
        "objectives": [{"id": "all", "family": "framework", "select": {}}],
    })
}

fn case() -> impl Strategy<Value = Case> {
    let requirement = (
        prop::bool::weighted(0.25),
        1_u8..=5,
        0..EXCLUDABLE.len(),
        0..PARTS,
        prop::collection::btree_map(0..REQUIREMENTS, any::<bool>(), 0..=2),
    );
    let objective = (
        prop::option::of(0..PARTS),
        prop::collection::btree_map(0..REQUIREMENTS, 1_u32..=3, 1..=4),
        prop::collection::btree_set(0..REQUIREMENTS, 0..=2),
    );
    let held = (0..=REQUIREMENTS, 0..3_usize, prop::bool::weighted(0.2), prop_oneof![(1_u8..=5).prop_map(Ok), (40_u8..=100).prop_map(Err)]);
    (
        prop::collection::vec(requirement, REQUIREMENTS),
        prop::collection::vec(objective, 1..=3),
        prop::collection::btree_map(0..REQUIREMENTS, any::<bool>(), 0..=3),
        prop::collection::vec(held, 4..=16),
        prop::collection::btree_set((0..REQUIREMENTS, 0..3_usize), 0..=5),
        any::<[Index; 4]>(),
    )
        .prop_map(|(requirements, objectives, upon, held, excluded, draw)| {
            let put_right = |(at, it)| {
                let (composite, target, excludable, part, mut edges): (bool, u8, usize, usize, BTreeMap<usize, bool>) = it;
                edges.remove(&at);
                let composite = composite && edges.values().any(|required| *required);
                (at, Requirement { composite, target, excludable: EXCLUDABLE[excludable], part, edges })
            };
            let mut before =
                Edition { requirements: requirements.into_iter().enumerate().map(put_right).collect(), objectives: Vec::new() };
            for (part, members, mut critical) in objectives {
                let mut objective = Objective { part, members, critical: BTreeSet::new(), norm: "L" };
                critical.retain(|at| before.is_member(&objective, *at));
                objective.critical = critical;
                before.objectives.push(objective);
            }
            Case { before, upon: upon.into_iter().collect(), held, excluded, draw }
        })
}

/// The ways in which an edition is changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    AddEdge,
    RemoveEdge,
    TurnEdge,
    Target,
    Composite,
    Excludable,
    Part,
    AddRequirement,
    RemoveRequirement,
    AddObjective,
    RemoveObjective,
    Member,
    Weight,
    Critical,
    Norm,
}

const WAYS: [Way; 15] = [
    Way::AddEdge,
    Way::RemoveEdge,
    Way::TurnEdge,
    Way::Target,
    Way::Composite,
    Way::Excludable,
    Way::Part,
    Way::AddRequirement,
    Way::RemoveRequirement,
    Way::AddObjective,
    Way::RemoveObjective,
    Way::Member,
    Way::Weight,
    Way::Critical,
    Way::Norm,
];

impl Case {
    /// The edition after one change; `None` where there is nothing to change in that way.
    fn changed(&self, way: Way) -> Option<Edition> {
        let mut after = self.before.clone();
        let pick = |purpose: usize, count: usize| (count > 0).then(|| self.draw[purpose].index(count));
        let at = pick(0, REQUIREMENTS)?;
        let on = pick(1, REQUIREMENTS)?;
        let objective = pick(2, after.objectives.len())?;
        let flag = pick(3, 2)? == 1;
        let requirement = after.requirements.get_mut(&at)?;
        match way {
            Way::AddEdge => {
                let new = at != on && requirement.edges.insert(on, flag).is_none();
                new.then_some(())?;
            }
            Way::RemoveEdge => {
                let (&on, _) = requirement.edges.iter().nth(pick(1, requirement.edges.len())?)?;
                requirement.edges.remove(&on);
            }
            Way::TurnEdge => {
                let edges = requirement.edges.len();
                let kind = requirement.edges.values_mut().nth(pick(1, edges)?)?;
                *kind = !*kind;
            }
            Way::Target => {
                (!requirement.composite).then_some(())?;
                requirement.target = requirement.target % 5 + 1;
            }
            Way::Composite => requirement.composite = !requirement.composite,
            Way::Excludable => {
                (!requirement.composite).then_some(())?;
                let other = EXCLUDABLE.iter().filter(|it| **it != requirement.excludable).nth(usize::from(flag))?;
                requirement.excludable = other;
            }
            Way::Part => requirement.part = (requirement.part + 1) % PARTS,
            Way::AddRequirement => {
                let edges = BTreeMap::from([(on, flag)]);
                if at != on {
                    requirement.edges.insert(REQUIREMENTS, !flag);
                }
                after.requirements.insert(REQUIREMENTS, Requirement { composite: false, target: 4, excludable: "never", part: 0, edges });
            }
            Way::RemoveRequirement => {
                self.upon.iter().all(|(on, _)| *on != at).then_some(())?;
                after.requirements.remove(&at);
                after.requirements.values_mut().for_each(|it| {
                    it.edges.remove(&at);
                });
                for it in &mut after.objectives {
                    it.members.remove(&at);
                    it.critical.remove(&at);
                }
            }
            Way::AddObjective => after.objectives.push(Objective { part: Some(0), ..after.objectives[objective].clone() }),
            Way::RemoveObjective => drop(after.objectives.pop()),
            Way::Member => {
                let members = &mut after.objectives[objective].members;
                if members.remove(&at).is_none() {
                    members.insert(at, 2);
                }
            }
            Way::Weight => *after.objectives[objective].members.get_mut(&at)? += 2,
            Way::Critical => {
                let Objective { members, critical, .. } = &mut after.objectives[objective];
                if !flag || critical.pop_first().is_none() {
                    critical.insert(*members.keys().nth(pick(1, members.len())?)?).then_some(())?;
                }
            }
            Way::Norm => after.objectives[objective].norm = "F",
        }
        let fitting = after.objectives.iter().map(|it| {
            let stays = |at: &usize| after.requirements.contains_key(at) && after.is_member(it, *at);
            Objective { critical: it.critical.iter().copied().filter(stays).collect(), ..it.clone() }
        });
        let objectives = fitting.collect();
        Some(Edition { objectives, ..after })
    }

    /// Evidence and exclusions that fit both editions, held against one of them.
    fn assessment(&self, edition: &Edition, other: &Edition) -> Value {
        let has_evidence = |edition: &Edition, at: usize| edition.requirements.get(&at).is_some_and(|it| !it.composite);
        let stands = |at: usize| has_evidence(edition, at) && (has_evidence(other, at) || !other.requirements.contains_key(&at));
        let entity = |at: usize| ["o", "a", "b"][at];
        let evidence = self.held.iter().enumerate().filter(|(_, (at, _, _, _))| stands(*at)).map(|(id, (at, unit, old, found))| {
            let mut evidence = json!({
                "id": format!("e{id:02}"), "requirement": format!("x:r{at}"), "entity": entity(*unit), "kind": "audit",
                "assurance": "independent", "by": "auditor", "reference": "1", "date": if *old { "2025-02-01" } else { "2026-06-01" },
            });
            match found {
                Ok(level) => evidence["level"] = (*level).into(),
                Err(result) => evidence["result"] = (*result).into(),
            }
            evidence
        });
        let of_y = ["a", "b", "c"].iter().map(|id| {
            json!({"id": format!("y{id}"), "requirement": format!("y:{id}"), "kind": "audit", "assurance": "independent", "by": "auditor",
                "reference": "1", "date": "2026-06-01", "result": 90})
        });
        // an exclusion that the other edition refuses was made, or has been withdrawn: both belong to what a change of that kind can do
        let first = std::ptr::eq(edition, &raw const self.before);
        let exclusions = self.excluded.iter().filter_map(|(at, unit)| {
            let it = self.before.requirements.get(at).filter(|it| !it.composite)?;
            let class = match it.excludable {
                "freely" => "no_such_activity",
                "on-condition" => "legal_condition",
                _ => return None,
            };
            let now = edition.requirements.get(at).filter(|it| !it.composite)?;
            (first || now.excludable == it.excludable).then(|| {
                json!({"requirement": format!("x:r{at}"), "entity": entity(*unit), "class": class, "reason": "none here",
                    "approved_by": "board", "review_by": "2027-01-01"})
            })
        });
        json!({
            "format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"x": "1", "y": "1"},
            "entities": [{"id": "o"}, {"id": "a", "parent": "o"}, {"id": "b", "parent": "o", "weight": 2}],
            "evidence": evidence.chain(of_y).collect::<Vec<_>>(), "exclusions": exclusions.collect::<Vec<_>>(),
        })
    }
}

/// Every score by entity and name; `None` where it does not apply.
fn scores(result: &ResultDocument) -> BTreeMap<(String, String), Option<[Score; 3]>> {
    let triple = |it: &Triple| [it.substantiated.0, it.declared.0, it.possible.0];
    let mut all = BTreeMap::new();
    for (entity, leaf) in &result.leaves {
        for (id, it) in &leaf.requirements {
            let score = match it {
                RequirementResult::NotApplicable => None,
                RequirementResult::Assessed(it) | RequirementResult::Outdated(it) | RequirementResult::NotAssessed(it) => {
                    Some(triple(&it.score))
                }
            };
            all.insert((entity.clone(), id.clone()), score);
        }
        all.extend(leaf.objectives.iter().map(|(id, it)| ((entity.clone(), id.clone()), it.as_ref().map(|it| triple(&it.score)))));
    }
    for (entity, above) in &result.consolidated {
        let both = above.requirements.iter().chain(&above.objectives);
        all.extend(both.map(|(id, it)| ((entity.clone(), id.clone()), it.as_ref().map(|it| triple(&it.score)))));
    }
    all
}

/// The result of an assessment against an edition of `x` and what builds on it; `None` where the edition is one that is refused.
fn result(edition: &str, upon: &str, assessment: &Value) -> Option<ResultDocument> {
    let mut library = Library::new(Language::English);
    library.lay_over(Source::text(edition), &[]).ok()?;
    library.lay_over(Source::text(upon), &[]).unwrap();
    let checked = library.check(Source::text(&assessment.to_string())).ok()?;
    Some(checked.result(checked.as_of(None).unwrap()))
}

fn effect_on(diff: &CatalogueDiffDocument, id: &str) -> Effect {
    let touched = &diff.touched;
    touched.requirements.get(id).or_else(|| touched.objectives.get(id)).map_or(Effect::None, |effect| effect.0)
}

/// Whatever one change moves is named, and moves in the direction that is said; and each way of changing moves something now and then.
#[test]
fn nothing_moves_that_is_not_named() {
    let mut seen: BTreeMap<(Way, bool), usize> = BTreeMap::new();
    let mut tried: BTreeMap<Way, usize> = BTreeMap::new();
    let config = Config { cases: 1, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for way in WAYS {
        let count = tried.entry(way).or_default();
        for _ in 0..500 {
            if *count == CASES {
                break;
            }
            let case = case().new_tree(&mut runner).unwrap().current();
            let Some(after) = case.changed(way) else { continue };
            let [old, new] = [&case.before, &after].map(|it| it.document().to_string());
            let beside = upon(&case.upon).to_string();
            let was = result(&old, &beside, &case.assessment(&case.before, &after));
            let is = result(&new, &beside, &case.assessment(&after, &case.before));
            let (Some(was), Some(is)) = (was, is) else { continue }; // a composite of nothing, an objective without members
            *count += 1;
            let mut library = Library::new(Language::English);
            library.lay_over(Source::text(&old), &[]).unwrap();
            library.lay_over(Source::text(&beside), &[]).unwrap();
            let read = library.read_catalogue(Source::text(&new), &[]).unwrap();
            let diff = library.diff(library.catalogue("x").unwrap(), &read).unwrap();
            assert_eq!(diff.changes.is_empty(), diff.before.digest == diff.after.digest, "{way:?}: {:?}", diff.changes);
            let (was, is) = (scores(&was), scores(&is));
            for (key, was) in &was {
                let Some(is) = is.get(key) else { continue };
                let effect = effect_on(&diff, &key.1);
                let (lowered, raised) = match (was, is) {
                    (None, None) => (false, false),
                    (Some(was), Some(is)) => (was.iter().zip(is).any(|(a, b)| b < a), was.iter().zip(is).any(|(a, b)| b > a)),
                    (None, Some(_)) | (Some(_), None) => (true, true), // it applies now, or does not any more
                };
                let said = |up: bool| effect == Effect::Either || effect == if up { Effect::Raises } else { Effect::Lowers };
                for (moves, up) in [(lowered, false), (raised, true)] {
                    if moves {
                        assert!(
                            said(up),
                            "{way:?} moves {key:?} from {was:?} to {is:?}, said to be {effect:?}: {:#?}\n{case:#?}",
                            diff.changes
                        );
                        *seen.entry((way, up)).or_default() += 1;
                    }
                }
            }
        }
    }
    assert!(tried.values().all(|count| *count == CASES), "{tried:?}");
    // what is said to be able to move does move: else it could be said of everything
    let moves = |way: Way, up: bool| seen.get(&(way, up)).copied().unwrap_or_default();
    for way in [Way::Target, Way::TurnEdge, Way::Composite, Way::Excludable, Way::Part, Way::Member, Way::Weight, Way::RemoveRequirement] {
        assert!(moves(way, true) > 5 && moves(way, false) > 5, "{way:?}: {seen:?}");
    }
    assert!(moves(Way::AddEdge, false) > 20 && moves(Way::RemoveEdge, true) > 20 && moves(Way::AddRequirement, false) > 20, "{seen:?}");
    assert!(moves(Way::Critical, true) > 1 && moves(Way::Critical, false) > 1, "{seen:?}");
    for way in [Way::Norm, Way::AddObjective, Way::RemoveObjective] {
        assert_eq!((moves(way, true), moves(way, false)), (0, 0), "{way:?}");
    }
}

const BEFORE: &str = "fixtures/catalogue-diff/before";
const AFTER: &str = "fixtures/catalogue-diff/after";

/// Compares the two editions of the fixture, where both come from files.
fn of_fixture() -> CatalogueDiffDocument {
    let library = Library::new(Language::English);
    let [before, after] = [BEFORE, AFTER].map(|folder| {
        let texts =
            ["catalogue.toml", "da.toml", "en.toml"].map(|name| (format!("{folder}/{name}"), common::read(&format!("{folder}/{name}"))));
        let [catalogue, danish, english] = texts.each_ref().map(|(name, text)| Source { name: Some(name), text });
        library.read_catalogue(catalogue, &[danish, english]).unwrap_or_else(|faults| panic!("{faults}"))
    });
    library.diff(&before, &after).unwrap()
}

#[test]
fn two_editions_differ_as_the_fixture_says() {
    let diff = of_fixture();
    common::golden("fixtures/catalogue-diff/diff.json", &to_json(&diff));
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("catalogue-diff").unwrap()).unwrap()).unwrap();
    let faults: Vec<_> = validator.iter_errors(&serde_json::to_value(&diff).unwrap()).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    // the second table of why.md
    let touched = |of: &BTreeMap<String, pejling_documents::As<Effect>>| -> Vec<(String, &str)> {
        of.iter().map(|(id, effect)| (id.replace("demo:", ""), effect.0.name())).collect()
    };
    let expected = |list: &[(&str, &'static str)]| list.iter().map(|(id, effect)| ((*id).to_owned(), *effect)).collect::<Vec<_>>();
    let requirements = [("accounts", "raises"), ("awareness", "lowers"), ("logs", "either"), ("operation", "either"), ("review", "either")];
    assert_eq!(touched(&diff.touched.requirements), expected(&requirements));
    let objectives = [("framework", "either"), ("people", "either"), ("systems", "either"), ("training", "lowers")];
    assert_eq!(touched(&diff.touched.objectives), expected(&objectives));
    // and the first
    let told = diff.changes.iter().filter(|it| !it.code.0.is_of_texts() && it.code.0 != ChangeKind::Edition);
    let told: Vec<_> = told.map(|it| (it.code.0, it.at.as_deref().unwrap_or("-").replace("demo:", ""), it.effect.0)).collect();
    let mut expected = vec![
        (ChangeKind::RequirementAdded, "-", Effect::Either),
        (ChangeKind::RequirementRemoved, "-", Effect::Either),
        (ChangeKind::Target, "awareness", Effect::Lowers),
        (ChangeKind::EdgeAdded, "review", Effect::Lowers),
        (ChangeKind::EdgeRemoved, "accounts", Effect::Raises),
        (ChangeKind::EdgeTurned, "logs", Effect::Lowers),
        (ChangeKind::Weight, "-", Effect::Either),
        (ChangeKind::CriticalAdded, "-", Effect::Lowers),
        (ChangeKind::CriticalRemoved, "-", Effect::Raises),
        (ChangeKind::Norm, "-", Effect::None),
    ];
    expected.sort_unstable();
    assert_eq!(told, expected.into_iter().map(|(kind, at, effect)| (kind, at.to_owned(), effect)).collect::<Vec<_>>());
}

fn ask(question: &Value) -> Value {
    serde_json::from_str(&call(&question.to_string())).unwrap()
}

/// The built-in catalogue of that name, with its texts, as `call` shows it.
fn shown(name: &str) -> Value {
    ask(&json!({"op": "catalogue", "name": name}))["ok"].clone()
}

/// A change in ISO/IEC 27001 reaches what the other catalogues rest on it with.
#[test]
fn what_builds_on_a_catalogue_is_touched() {
    let iso = shown("iso27001-2022");
    let same = ask(&json!({"op": "diff", "before": "iso27001-2022", "after": iso}));
    assert_eq!((&same["ok"]["changes"], &same["ok"]["reach"]), (&json!([]), &json!({})));
    let mut after = iso.clone();
    let requirements = after["requirements"].as_array_mut().unwrap();
    let logging = requirements.iter_mut().find(|it| it["id"] == "A.8.15").unwrap();
    logging["target"] = 5.into();
    let diff = ask(&json!({"op": "diff", "before": "iso27001-2022", "after": after}))["ok"].clone();
    assert_eq!(diff["changes"].as_array().unwrap().len(), 1);
    assert_eq!(
        diff["beside"].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["gdpr", "nis2-loven-2025", "politisk-linje-2018", "principles-2017", "trusselsbillede"]
    );
    let touched = &diff["touched"];
    assert_eq!(touched["requirements"]["iso27001-2022:A.8.15"], "lowers");
    assert_eq!(touched["objectives"]["iso27001-2022:framework"], "lowers");
    // controls/principles-2017: following up on the log requires logging
    assert_eq!(touched["requirements"]["principles-2017:log-follow-up"], "lowers");
    assert_eq!(touched["objectives"]["principles-2017:framework"], "lowers");
    assert_eq!(touched["requirements"]["iso27001-2022:A.5.1"], Value::Null);

    // without it the principles have edges to nothing: that is told, and no score
    let mut without = iso.clone();
    let requirements = without["requirements"].as_array_mut().unwrap();
    requirements.retain(|it| it["id"] != "A.8.15");
    for requirement in requirements {
        let fields = requirement.as_object_mut().unwrap();
        fields.retain(|field, _| !["requires", "supported_by", "composite"].contains(&field.as_str()));
    }
    without["objectives"].as_array_mut().unwrap().iter_mut().for_each(|it| drop(it.as_object_mut().unwrap().remove("critical")));
    let diff = ask(&json!({"op": "diff", "before": "iso27001-2022", "after": without}))["ok"].clone();
    let lost: Vec<_> = diff["changes"].as_array().unwrap().iter().filter(|it| it["code"] == "edge-lost").collect();
    assert!(lost.iter().any(|it| it["args"]["requirement"] == "principles-2017:log-follow-up"), "{diff}");
    assert!(lost.iter().all(|it| it["args"]["on"] == "iso27001-2022:A.8.15" && it["effect"] == "none"));
    assert_eq!(diff["touched"]["requirements"]["iso27001-2022:A.8.15"], Value::Null);
}

#[test]
fn what_cannot_be_compared_is_a_fault() {
    #[track_caller]
    fn check(question: &Value, pointer: &str, code: &str) {
        let answer = ask(question);
        let fault = &answer["faults"][0];
        assert_eq!((fault["at"]["pointer"].as_str(), fault["code"].as_str()), (Some(pointer), Some(code)), "{answer}");
    }
    check(&json!({"op": "diff", "before": "gdpr", "after": "iso27001-2022"}), "", "different-catalogues");
    check(&json!({"op": "diff", "before": "gdrp", "after": "gdpr"}), "", "unknown-catalogue");
    check(&json!({"op": "diff", "before": "gdpr"}), "/after", "missing-field");
    check(&json!({"op": "diff", "before": "gdpr", "after": 7}), "/after", "wrong-kind");
    let loop_ = json!({"format": "pejling/catalogue/1", "id": "gdpr", "edition": "9", "requirements": [{"id": "1", "requires": ["1"]}]});
    check(&json!({"op": "diff", "before": "gdpr", "after": loop_}), "/after/requirements/0/requires/0", "self-dependency");
    let alone = json!({"format": "pejling/catalogue/1", "id": "gdpr", "edition": "9", "builds_on": ["nis2"]});
    check(&json!({"op": "diff", "before": alone, "after": "gdpr"}), "/before/builds_on/0", "unknown-base");
}

/// A part more can raise: `whole` was made of `left` alone, which is excluded, so it did not apply and the objective was `other`, 40. With
/// `right` as a part it applies, scores 100 and counts: (100 + 40) / 2 = 70. Where no part can be excluded it can only lower.
#[test]
fn a_new_part_can_bring_a_whole_back_into_its_objectives() {
    let edition = |parts: &[&str], excludable: &str| {
        json!({
            "format": "pejling/catalogue/1", "id": "x", "edition": "1",
            "requirements": [
                {"id": "left", "excludable": excludable}, {"id": "right", "excludable": excludable}, {"id": "other"},
                {"id": "whole", "composite": true, "requires": parts},
            ],
            "objectives": [{"id": "both", "family": "theme", "members": ["whole", "other"]}],
        })
        .to_string()
    };
    let audit = |id: &str, result: u8| {
        json!({"id": id, "requirement": format!("x:{id}"), "kind": "audit", "assurance": "independent", "by": "auditor", "reference": "1",
            "date": "2026-06-01", "result": result})
    };
    let assessment = json!({
        "format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"x": "1"},
        "evidence": [audit("right", 100), audit("other", 40)],
        "exclusions": [{"requirement": "x:left", "class": "no_such_asset", "reason": "none", "approved_by": "board", "review_by": "2027-01-01"}],
    });
    let beside = upon(&[]).to_string();
    let mean = |edition: &str| {
        let found = scores(&result(edition, &beside, &assessment).unwrap());
        found[&("o".to_owned(), "x:both".to_owned())].unwrap()[0].to_string()
    };
    let effect = |excludable: &str| {
        let library = Library::new(Language::English);
        let [before, after] = [&["left"][..], &["left", "right"]]
            .map(|parts| library.read_catalogue(Source::text(&edition(parts, excludable)), &[]).unwrap());
        effect_on(&library.diff(&before, &after).unwrap(), "x:both")
    };
    assert_eq!((mean(&edition(&["left"], "freely")), mean(&edition(&["left", "right"], "freely"))), ("40.00".into(), "70.00".into()));
    assert_eq!((effect("freely"), effect("never")), (Effect::Either, Effect::Lowers));
}
