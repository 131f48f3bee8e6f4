//! The worked examples of `docs/method.md` and the rules around them, through the public API. Every number follows from arithmetic shown.

use std::sync::Arc;

use jiff::civil::{Date, date};
use pejling_core::{
    Assessment, Assurance, Band, Catalogue, Coverage, Entity, Evidence, Excludable, Exclusion, Finding, Framework, Kind, NotClosed,
    Objective, ObjectiveScore, Reading, ReasonClass, Requirement, RequirementId, RequirementScore, Score, Scores, Selection, Service,
    Submission, Warning, Weight, score,
};

const AS_OF: Date = date(2026, 6, 30);

/// A requirement of the framework `x` with what it requires and what supports it.
fn requirement(id: &str, requires: &[&str], supported_by: &[&str]) -> Requirement {
    let ids = |names: &[&str]| names.iter().map(|name| qualified(name)).collect();
    let (requires, supported_by) = (ids(requires), ids(supported_by));
    Requirement { id: qualified(id), target: None, composite: false, excludable: Excludable::Freely, requires, supported_by }
}

fn composite(id: &str, requires: &[&str]) -> Requirement {
    Requirement { composite: true, excludable: Excludable::Never, ..requirement(id, requires, &[]) }
}

fn qualified(id: &str) -> RequirementId {
    format!("x:{id}").parse().unwrap()
}

/// An independent audit of 1 June 2026 with a result in percent, at the entity `o`.
fn audit(id: &str, requirement: &str, result: &str) -> Evidence {
    Evidence {
        id: id.parse().unwrap(),
        requirement: qualified(requirement),
        entity: "o".parse().unwrap(),
        kind: Kind::Audit,
        date: date(2026, 6, 1),
        assurance: Assurance::Independent,
        by: Some("auditor".into()),
        reference: Some("2026-14".into()),
        valid_days: None,
        closes: vec![],
        finding: Finding::Result { share: Score::FULL, result: result.parse().unwrap() },
    }
}

fn at(entity: &str, evidence: Evidence) -> Evidence {
    Evidence { entity: entity.parse().unwrap(), ..evidence }
}

fn on(date: Date, evidence: Evidence) -> Evidence {
    Evidence { date, ..evidence }
}

fn closing(finding: &str, evidence: Evidence) -> Evidence {
    Evidence { closes: vec![finding.parse().unwrap()], ..evidence }
}

fn counts(population: u32, examined: u32, ok: u32, selection: Selection, evidence: Evidence) -> Evidence {
    Evidence { finding: Finding::Counts { population, examined, ok, selection }, ..evidence }
}

fn entity(id: &str, parent: Option<&str>, weight: u32) -> Entity {
    let weight = Weight::new(weight).unwrap();
    Entity { id: id.parse().unwrap(), parent: parent.map(|parent| parent.parse().unwrap()), weight, serves: vec![] }
}

fn assess(requirements: Vec<Requirement>, objectives: Vec<Objective>, submission: Submission) -> Assessment {
    let (id, edition) = ("x".parse().unwrap(), "1".parse().unwrap());
    let framework = Framework { id, edition, builds_on: vec![], requirements, objectives };
    Assessment::new(Arc::new(Catalogue::new(vec![framework]).unwrap()), submission).unwrap()
}

fn submission(evidence: Vec<Evidence>) -> Submission {
    Submission { organisation: "o".parse().unwrap(), entities: vec![entity("o", None, 1)], evidence, exclusions: vec![] }
}

/// The three readings of what a requirement scores at an entity.
fn readings(scores: &Scores<'_>, entity: &str, requirement: &str) -> String {
    let entity = entity.parse().unwrap();
    let readings = match scores.leaf(&entity) {
        Some(leaf) => match leaf.requirement(&qualified(requirement)).unwrap() {
            RequirementScore::Applicable(it) => it.score,
            RequirementScore::NotApplicable => return "not applicable".to_owned(),
        },
        None => scores.consolidated_entity(&entity).unwrap().requirement(&qualified(requirement)).unwrap().unwrap().score,
    };
    format!("{} / {} / {}", readings.substantiated, readings.declared, readings.possible)
}

/// Evidence on one requirement of one entity gives these readings.
#[track_caller]
fn check(evidence: Vec<Evidence>, expected: &str) {
    let assessment = assess(vec![requirement("r", &[], &[])], vec![], submission(evidence));
    assert_eq!(readings(&score(&assessment, AS_OF), "o", "r"), expected);
}

#[test]
fn example_1_a_policy_a_log_review_and_an_audit() {
    let said = |kind, assurance, date, evidence| Evidence { kind, assurance, date, ..evidence };
    let policy = said(Kind::Document, Assurance::Own, date(2025, 9, 1), audit("policy", "r", "100"));
    let review = said(Kind::LogReview, Assurance::Internal, date(2026, 5, 15), audit("review", "r", "0"));
    let review = counts(40, 12, 9, Selection::Chosen, review);
    let old = counts(40, 4, 4, Selection::Chosen, on(date(2025, 6, 30), audit("audit", "r", "0")));
    // ok 22.50, bad 7.50, so possible 92.50; 10 at 100 + 12.50 at 85 + 70 at 50 = 55.625
    check(vec![policy, review, old], "55.62 / 92.50 / 92.50");
}

/// What a look mended counts although that look found something wrong itself, once that is closed as well (method M2).
#[test]
fn a_look_mends_even_where_it_found_something_else_wrong() {
    let finding = on(date(2025, 9, 1), Evidence { valid_days: Some(1_095), ..audit("finding", "r", "70") }); // ok 70, wrong 30
    let look = on(date(2026, 3, 1), audit("look", "r", "60")); // the whole, later: closes the finding; ok 60, wrong 40
    // 40 % looked at again on 2026-05-11, all in order: closes the look by name. 50 days old of 30 valid: freshness (60 - 50) / 30 = 33.33
    let again = Finding::Result { share: "40".parse().unwrap(), result: Score::FULL };
    let again = closing("look", Evidence { finding: again, valid_days: Some(30), ..audit("again", "r", "100") });
    let again = on(date(2026, 5, 11), again);
    // Nothing is open: possible 100. Look over finding: 70 + min(30, 60) = 100 at trust 100, which covers everything.
    check(vec![finding.clone(), look.clone(), again.clone()], "100.00 / 100.00 / 100.00");

    // So it does beside one's own word that all is in order, which is as fresh and half as much to be trusted.
    let word = Evidence { assurance: Assurance::Own, ..audit("word", "r", "100") };
    check(vec![finding, look, again, word], "100.00 / 100.00 / 100.00");
}

/// What a look mended counts in the reading in which it is worth more than what covers as much (method M2).
#[test]
fn a_look_that_is_only_fresher_mends_what_is_declared() {
    let said = |evidence| Evidence { assurance: Assurance::Own, ..evidence };
    let finding = said(on(date(2025, 9, 1), Evidence { valid_days: Some(1_095), ..audit("finding", "r", "70") })); // ok 70, wrong 30
    let look = said(on(date(2026, 3, 1), audit("look", "r", "60"))); // closes the finding: 70 + min(30, 60) = 100 at 50, declared at 100
    // Closes both, 100 in order. 90 days old of 60 valid: freshness (120 - 90) / 60 = 50, so 100 at 50 in both readings.
    let old = on(date(2026, 4, 1), Evidence { valid_days: Some(60), ..audit("old", "r", "100") });
    check(vec![finding, look, old], "50.00 / 100.00 / 100.00");
}

/// Of many looks at the whole, an earlier one counts for nothing beside a later one of the same entity that is as sure, holds as long and
/// found no less in order. Here a look counts although there is a later one, since one of these does not hold.
mod of_many_looks {
    use super::*;

    /// More looks at the whole of `o` than are compared with each finding one by one: one's own word, each of them before the finding. All was
    /// wrong and any later look closes it, so nothing covers and nothing is open.
    fn before() -> impl Iterator<Item = Evidence> {
        (0..100).map(|at: i8| {
            let look = on(date(2025, 8, 1 + at % 28), audit(&format!("before-{at:02}"), "r", "0"));
            Evidence { assurance: Assurance::Own, valid_days: Some(1_095), ..look }
        })
    }

    /// 70 in order and 30 wrong on 2025-09-01. It is valid for so long that it is fresh still.
    fn finding() -> Evidence {
        on(date(2025, 9, 1), Evidence { valid_days: Some(1_095), ..audit("finding", "r", "70") })
    }

    fn valid_for_200_days(evidence: Evidence) -> Evidence {
        Evidence { valid_days: Some(200), ..evidence }
    }

    /// Closes the finding: with what it mended, 70 + min(30, 60) = 100 is covered at trust 100.
    fn look() -> Evidence {
        on(date(2026, 3, 1), valid_for_200_days(audit("look", "r", "60")))
    }

    /// Closes all before it and leaves 10 wrong: possible 90. It is 90 days old and was valid for 50: freshness (100 - 90) / 50 = 20.
    fn last() -> Evidence {
        on(date(2026, 4, 1), Evidence { valid_days: Some(50), ..audit("last", "r", "90") })
    }

    /// The look makes all that is possible 90 at trust 100. Without it that would be 70 by the finding, and the rest at what the others are worth:
    /// 70 + 20 x 20 % = 74 by the last one.
    #[track_caller]
    fn counts(with: impl IntoIterator<Item = Evidence>) {
        let entities = vec![entity("o", None, 1), entity("a", Some("o"), 1)];
        let evidence = before().chain([finding()]).chain(with).chain([look(), last()]).collect();
        let assessment = assess(vec![requirement("r", &[], &[])], vec![], Submission { entities, ..submission(evidence) });
        assert_eq!(readings(&score(&assessment, AS_OF), "a", "r"), "90.00 / 90.00 / 90.00");
    }

    fn later(result: &str) -> Evidence {
        on(date(2026, 3, 22), valid_for_200_days(audit("later", "r", result)))
    }

    #[test]
    fn a_later_one_at_another_entity_does_not_replace_it() {
        // nor closes it the finding; its own 35 wrong are closed as those of `o` are
        counts([at("a", later("65")), at("a", Evidence { id: "last-a".parse().unwrap(), ..last() })]);
    }

    #[test]
    fn a_later_one_that_is_less_sure_does_not_replace_it() {
        counts([Evidence { assurance: Assurance::Own, ..later("65") }]); // one's own word does not close what an audit found
    }

    #[test]
    fn a_later_one_that_holds_less_long_does_not_replace_it() {
        counts([Evidence { valid_days: Some(80), ..later("65") }]); // 100 days old: freshness (160 - 100) / 80 = 75
    }

    #[test]
    fn a_later_one_that_found_less_in_order_does_not_replace_it() {
        counts([later("10")]); // with what that mended: 70 + min(30, 10) = 80
    }

    #[test]
    fn an_earlier_one_that_is_handed_in_before_it_does_not_replace_it() {
        // Before the finding, so it does not close it. The finding mended what was wrong then, but that is 319 days ago: freshness
        // (400 - 319) / 200 = 40.50. So without the look it would be 70 + 20 x 40.50 % = 78.10.
        counts([on(date(2025, 8, 15), valid_for_200_days(audit("earlier", "r", "60")))]);
    }

    /// A platform carries 60 % of `o` and so of `a` below it, and 80 % of `a`. Twice all was wrong. Where it carries 60 % the later look saw too
    /// little to close the 80 that were wrong where it carries 80 %; there it saw enough (method M2).
    #[test]
    fn one_that_is_carried_for_less_does_not_replace_it() {
        for (of_o, of_a) in [("60", "80"), ("80", "60")] {
            let serves = [("o", of_o), ("a", of_a)].map(|(entity, share)| Service {
                entity: entity.parse().unwrap(),
                requirement: qualified("r"),
                share: share.parse().unwrap(),
            });
            let platform = Entity { serves: serves.into(), ..entity("platform", None, 1) };
            let entities = vec![entity("o", None, 1), entity("a", Some("o"), 1), platform];
            let wrong = on(date(2025, 9, 1), audit("finding", "r", "0"));
            let evidence = before().chain([wrong, later("0")]).map(|one| at("platform", one)).collect();
            let assessment = assess(vec![requirement("r", &[], &[])], vec![], Submission { entities, ..submission(evidence) });
            let scores = score(&assessment, AS_OF);
            assert_eq!(readings(&scores, "a", "r"), "0.00 / 0.00 / 20.00"); // 100 less the 80 that the later look found wrong
            let explanation = scores.leaf(&"a".parse().unwrap()).unwrap().explain(&qualified("r")).unwrap();
            let closed = |id: &str| -> Vec<bool> {
                explanation.evidence.iter().filter(|term| term.evidence.id.as_str() == id).map(|term| term.closed).collect()
            };
            assert_eq!((closed("finding"), closed("later")), (vec![true, true], vec![false, false]));
        }
    }
}

#[test]
fn example_2_a_random_sample() {
    let sample = |examined, ok| counts(1_200, examined, ok, Selection::Random, audit("s", "r", "0"));
    check(vec![sample(45, 45)], "75.00 / 75.00 / 100.00"); // 45 of 60
    check(vec![sample(60, 60)], "100.00 / 100.00 / 100.00");
    check(vec![sample(60, 48)], "80.00 / 80.00 / 80.00");
    check(vec![Evidence { by: None, ..sample(60, 48) }], "40.00 / 80.00 / 80.00"); // one's own word: 80 at 50
}

#[test]
fn example_3_an_old_record_and_a_new_look() {
    let record =
        |id: &str, date, result: &str| Evidence { kind: Kind::Awareness, assurance: Assurance::Internal, date, ..audit(id, "r", result) };
    let old = record("t25", date(2025, 5, 1), "90"); // age 425: freshness 83.56, trust 71.02; 90 at 71.02 = 63.918
    let new = record("t26", date(2026, 6, 15), "95");
    check(vec![old.clone()], "63.91 / 75.20 / 90.00");
    check(vec![old.clone(), new.clone()], "80.75 / 95.00 / 95.00"); // the whole again: 95 at 85
    let part = Evidence { finding: Finding::Result { share: "60".parse().unwrap(), result: "95".parse().unwrap() }, ..new.clone() };
    check(vec![old.clone(), part], "71.88 / 84.57 / 90.00"); // 57 at 85 + 33 at 71.02 = 71.8866
    check(vec![old, Evidence { assurance: Assurance::Own, ..new }], "63.91 / 90.00 / 90.00");
}

#[test]
fn example_4_what_was_mended_and_looked_at_again_counts() {
    let first = counts(40, 40, 32, Selection::Chosen, on(date(2026, 3, 1), audit("f", "r", "0")));
    let again = |ok| closing("f", counts(40, 8, ok, Selection::Chosen, audit("g", "r", "0")));
    check(vec![first.clone()], "80.00 / 80.00 / 80.00");
    check(vec![first.clone(), again(8)], "100.00 / 100.00 / 100.00");
    check(vec![first.clone(), again(6)], "95.00 / 95.00 / 95.00"); // 80 + 15 mended; 2 of 40 still wrong
    check(vec![first.clone(), Evidence { closes: vec![], ..again(8) }], "80.00 / 80.00 / 80.00"); // not named, not the whole
    check(vec![first, on(date(2026, 3, 1), again(8))], "80.00 / 80.00 / 80.00"); // not later
}

#[test]
fn example_5_dependencies() {
    let requirements = vec![
        requirement("A.5.15", &[], &[]),
        requirement("A.8.2", &["A.5.15"], &[]),
        requirement("A.8.5", &[], &["A.8.2"]),
        requirement("A.8.15", &[], &["A.8.5"]),
        requirement("A.5.24", &["A.5.26"], &[]),
        requirement("A.5.26", &["A.5.24"], &[]),
    ];
    let results = [("A.5.15", "40"), ("A.8.2", "100"), ("A.8.5", "90"), ("A.8.15", "100"), ("A.5.24", "80"), ("A.5.26", "60")];
    let evidence = results.map(|(id, result)| audit(id, id, result)).into();
    let assessment = assess(requirements, vec![], submission(evidence));
    let scores = score(&assessment, AS_OF);
    let found = results.map(|(id, _)| readings(&scores, "o", id).split(' ').next().unwrap().to_owned());
    // A.8.2 is capped by 40; A.8.5 by half(40) = 70; A.8.15 by half(70) = 85; the circle shares its lowest
    assert_eq!(found, ["40.00", "40.00", "70.00", "85.00", "60.00", "60.00"]);
    let leaf = scores.leaf(&"o".parse().unwrap()).unwrap();
    let held = leaf.held_back_by(&qualified("A.8.15"), Reading::Substantiated);
    assert_eq!(held, [(&qualified("A.5.15"), 2)]);
    let bound: Vec<_> = leaf.bound_by(&qualified("A.8.15"), Reading::Substantiated).map(|binding| binding.on.clone()).collect();
    assert_eq!(bound, [qualified("A.8.5")]);
    let explanation = leaf.explain(&qualified("A.8.15")).unwrap();
    let path: Vec<_> = explanation.held_back_by[0].path.iter().map(|(_, id)| id.local()).collect();
    assert_eq!(path, ["A.8.5", "A.8.2", "A.5.15"]);
}

#[test]
fn example_6_an_objective_its_guard_and_its_bar() {
    let members = |members: &[(&str, u32)]| members.iter().map(|(id, weight)| (qualified(id), Weight::new(*weight).unwrap())).collect();
    let objective = |members, critical: &[&str]| Objective {
        id: "x:t".parse().unwrap(),
        members,
        critical: critical.iter().map(|id| qualified(id)).collect(),
        norm: Band::Largely,
    };
    let theme = objective(members(&[("a", 3), ("b", 1), ("c", 2), ("d", 2)]), &["b"]);
    let requirements = ["a", "b", "c", "d"].map(|id| requirement(id, &[], &[])).into();
    let exclusion = Exclusion {
        requirement: qualified("d"),
        entity: "o".parse().unwrap(),
        reason: "no development of one's own".into(),
        class: ReasonClass::NoSuchActivity,
        approved_by: "steering group".into(),
        review_by: AS_OF,
    };
    let evidence = vec![audit("1", "a", "96"), audit("2", "b", "30"), audit("3", "c", "100")];
    let assessment = assess(requirements, vec![theme], Submission { exclusions: vec![exclusion], ..submission(evidence) });
    let scores = score(&assessment, AS_OF);
    let leaf = scores.leaf(&"o".parse().unwrap()).unwrap();
    let ObjectiveScore::Applicable(standing) = leaf.objective(&"x:t".parse().unwrap()).unwrap() else { panic!() };
    assert_eq!(standing.mean.substantiated.to_string(), "86.33"); // (3 * 96 + 30 + 2 * 100) / 6 = 518 / 6
    assert_eq!(standing.score.substantiated.to_string(), "65.00"); // half(30)
    assert_eq!((standing.band(), standing.applicable, standing.assessed), (Some(Band::Largely), 3, 3));
    assert_eq!((standing.weakest.0, standing.below_norm.as_slice()), (&qualified("b"), [&qualified("b")].as_slice()));
    let bar = leaf.bar(&"x:t".parse().unwrap()).unwrap();
    let parts = [bar.substantiated, bar.held_back, bar.declared_only, bar.unanswered, bar.known_wrong].map(|points| points.to_string());
    assert_eq!(parts, ["518.00", "0.00", "0.00", "0.00", "82.00"]); // 82 = 3 * 4 + 70: together 600
    // the day after its review the exclusion is void: d counts, without evidence: 518 / 8 = 64.75, below the guard of 65
    let scores = score(&assessment, AS_OF.tomorrow().unwrap());
    let leaf = scores.leaf(&"o".parse().unwrap()).unwrap();
    let ObjectiveScore::Applicable(standing) = leaf.objective(&"x:t".parse().unwrap()).unwrap() else { panic!() };
    assert_eq!(standing.score.substantiated.to_string(), "64.75");
    assert!(matches!(scores.warnings()[..], [Warning::ExclusionVoid { .. }]), "{:?}", scores.warnings());

    // two joint causes: X is worth nothing without u1 and u2; (0 + 60) / 2 = 30
    let requirements =
        vec![requirement("u1", &[], &[]), requirement("u2", &[], &[]), requirement("X", &["u1", "u2"], &[]), requirement("Y", &[], &[])];
    let goal = objective(members(&[("X", 1), ("Y", 1)]), &[]);
    let assessment = assess(requirements, vec![goal], submission(vec![audit("1", "X", "100"), audit("2", "Y", "60")]));
    let scores = score(&assessment, AS_OF);
    let leaf = scores.leaf(&"o".parse().unwrap()).unwrap();
    let ObjectiveScore::Applicable(standing) = leaf.objective(&"x:t".parse().unwrap()).unwrap() else { panic!() };
    assert_eq!(standing.score.substantiated.to_string(), "30.00");
    let causes = leaf.bar(&"x:t".parse().unwrap()).unwrap().causes;
    assert_eq!(causes.len(), 1);
    assert_eq!((causes[0].0.as_slice(), causes[0].1.to_string()), ([&qualified("u1"), &qualified("u2")].as_slice(), "100.00".to_owned()));
}

#[test]
fn example_7_entities_and_services() {
    let entities = vec![
        entity("o", None, 1),
        entity("a", Some("o"), 3),
        entity("b", Some("o"), 2),
        entity("b1", Some("b"), 1),
        entity("b2", Some("b"), 1),
    ];
    let evidence = vec![at("a", audit("1", "r", "84.20")), at("b1", audit("2", "r", "53.40")), at("b2", audit("3", "r", "50"))];
    let assessment = assess(vec![requirement("r", &[], &[])], vec![], Submission { entities, ..submission(evidence) });
    let scores = score(&assessment, AS_OF);
    assert_eq!(readings(&scores, "b", "r"), "51.70 / 51.70 / 51.70"); // (53.40 + 50) / 2
    assert_eq!(readings(&scores, "o", "r"), "71.20 / 71.20 / 71.20"); // (3 * 84.20 + 2 * 51.70) / 5 = 356 / 5
    let top = scores.consolidated_entity(&"o".parse().unwrap()).unwrap().requirement(&qualified("r")).unwrap().unwrap();
    assert_eq!((top.weakest.0.as_str(), top.weakest.1.to_string(), top.assessed, top.applicable), ("b2", "50.00".to_owned(), 3, 3));

    let serves = vec![Service { entity: "o".parse().unwrap(), requirement: qualified("r"), share: "60".parse().unwrap() }];
    let entities = vec![entity("o", None, 1), Entity { serves, ..entity("platform", None, 1) }];
    let evidence = vec![at("platform", audit("1", "r", "100"))];
    let assessment = assess(vec![requirement("r", &[], &[])], vec![], Submission { entities, ..submission(evidence) });
    let scores = score(&assessment, AS_OF);
    assert_eq!(readings(&scores, "o", "r"), "60.00 / 60.00 / 100.00");
    assert_eq!(readings(&scores, "platform", "r"), "100.00 / 100.00 / 100.00");
}

#[test]
fn example_8_a_composite_is_its_parts() {
    let requirements =
        vec![requirement("o1", &[], &[]), requirement("o2", &[], &[]), requirement("o3", &[], &[]), composite("new", &["o1", "o2", "o3"])];
    let evidence = vec![audit("1", "o1", "80"), audit("2", "o2", "65"), audit("3", "o3", "90")];
    let assessment = assess(requirements, vec![], submission(evidence));
    assert_eq!(readings(&score(&assessment, AS_OF), "o", "new"), "65.00 / 65.00 / 65.00");
}

#[test]
fn example_9_nothing_from_nothing() {
    let coverage = |evidence| {
        let assessment = assess(vec![requirement("r", &[], &[])], vec![], submission(evidence));
        let scores = score(&assessment, AS_OF);
        let found = scores.leaf(&"o".parse().unwrap()).unwrap().requirement(&qualified("r")).unwrap();
        let RequirementScore::Applicable(it) = found else { panic!() };
        (readings(&scores, "o", "r"), it.coverage, it.band())
    };
    let nothing = || "0.00 / 0.00 / 100.00".to_owned();
    assert_eq!(coverage(vec![]), (nothing(), Coverage::NotAssessed, None));
    assert_eq!(coverage(vec![on(date(2017, 11, 15), audit("1", "r", "100"))]), (nothing(), Coverage::Outdated, None));
    assert_eq!(coverage(vec![on(date(2026, 7, 1), audit("1", "r", "100"))]), (nothing(), Coverage::NotAssessed, None)); // the future
}

#[test]
fn every_reason_not_to_close_is_told() {
    #[track_caller]
    fn check(evidence: Vec<Evidence>, expected: Option<NotClosed>) {
        let entities = vec![entity("o", None, 1), entity("a", Some("o"), 1), entity("b", Some("o"), 1)];
        let requirements = vec![requirement("r", &[], &[]), requirement("s", &[], &[])];
        let assessment = assess(requirements, vec![], Submission { entities, ..submission(evidence) });
        let scores = score(&assessment, AS_OF);
        let found: Vec<_> = scores
            .warnings()
            .iter()
            .filter_map(|it| match it {
                Warning::ClosingNotConfirmed { reason, .. } => Some(*reason),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }
    let finding = || on(date(2026, 3, 1), audit("f", "r", "80"));
    let look = || closing("f", audit("g", "r", "100"));
    let narrow = |share: &str| Finding::Result { share: share.parse().unwrap(), result: Score::FULL };
    check(vec![finding(), look()], None);
    check(vec![finding(), Evidence { finding: narrow("20"), ..look() }], None); // exactly as wide as what was wrong
    check(vec![finding(), Evidence { finding: narrow("19.99"), ..look() }], Some(NotClosed::TooNarrow));
    check(vec![finding(), on(date(2026, 3, 1), look())], Some(NotClosed::NotLater));
    check(vec![finding(), Evidence { assurance: Assurance::Internal, ..look() }], Some(NotClosed::LessSure));
    check(vec![finding(), Evidence { requirement: qualified("s"), ..look() }], Some(NotClosed::OtherRequirement));
    check(vec![finding(), on(date(2026, 7, 1), look())], Some(NotClosed::InTheFuture));
    check(vec![at("a", finding()), at("b", look())], Some(NotClosed::NeverTogether));
    check(vec![on(date(2026, 3, 1), audit("f", "r", "100")), look()], Some(NotClosed::NothingWrong));
}

#[test]
fn blanks_and_invisible_signs_name_nobody() {
    for nobody in ["", " ", "\u{a0}", "\u{200b}", "\u{3164}", "-", "?", "."] {
        let said = Evidence { by: Some(nobody.to_owned()), ..audit("a", "r", "100") };
        check(vec![said], "50.00 / 100.00 / 100.00"); // one's own word
    }
}

#[test]
fn lowered_assurance_is_warned_of_once() {
    let said = Evidence { kind: Kind::LogReview, ..audit("a", "r", "100") };
    let untraced = Evidence { reference: Some(String::new()), ..audit("b", "r", "100") };
    let assessment = assess(vec![requirement("r", &[], &[])], vec![], submission(vec![said, untraced, audit("c", "r", "100")]));
    let lowered: Vec<_> = score(&assessment, AS_OF)
        .warnings()
        .iter()
        .map(|it| match it {
            Warning::AssuranceLowered { evidence, counted, traceable, .. } => (evidence.to_string(), *counted, *traceable),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(lowered, [("a".to_owned(), Assurance::Internal, true), ("b".to_owned(), Assurance::Own, false)]);
}
