//! Every fault that core knows can be made, is found alone, and is found beside others.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use pejling_core::{
    Assessment, AssessmentError, Assurance, Band, Catalogue, CatalogueError, Entity, Evidence, Excludable, Exclusion, Finding, Framework,
    Kind, Objective, ReasonClass, Requirement, Score, Selection, Service, Submission, Target, Weight,
};

fn requirement(id: &str) -> Requirement {
    let id = id.parse().unwrap();
    Requirement { id, target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![] }
}

fn composite(id: &str, requires: &[&str]) -> Requirement {
    let requires = requires.iter().map(|id| id.parse().unwrap()).collect();
    Requirement { composite: true, excludable: Excludable::Never, requires, ..requirement(id) }
}

fn objective(id: &str, members: &[&str]) -> Objective {
    let members = members.iter().map(|member| (member.parse().unwrap(), Weight::ONE)).collect();
    Objective { id: id.parse().unwrap(), members, critical: vec![], norm: Band::Largely }
}

/// Two frameworks: `a` with three requirements and an objective, and `b`, which builds on `a`.
fn frameworks() -> Vec<Framework> {
    let framework = |id: &str, builds_on: &[&str], requirements, objectives| Framework {
        id: id.parse().unwrap(),
        edition: "1".parse().unwrap(),
        builds_on: builds_on.iter().map(|base| base.parse().unwrap()).collect(),
        requirements,
        objectives,
    };
    let never = Requirement { excludable: Excludable::Never, ..requirement("a:never") };
    let conditional = Requirement { excludable: Excludable::OnCondition, ..requirement("a:conditional") };
    let a = vec![requirement("a:1"), requirement("a:2"), composite("a:both", &["a:1", "a:2"]), never, conditional];
    vec![framework("a", &[], a, vec![objective("a:all", &["a:1", "a:2"])]), framework("b", &["a"], vec![requirement("b:1")], vec![])]
}

#[test]
fn every_fault_of_a_catalogue_is_found() {
    type Change = fn(&mut Vec<Framework>);
    let ways: &[(&str, Change)] = &[
        ("duplicate-framework", |it| it.push(Framework { requirements: vec![], objectives: vec![], ..it[0].clone() })),
        ("unknown-base", |it| it[1].builds_on.push("c".parse().unwrap())),
        ("framework-cycle", |it| it[1].builds_on.push("b".parse().unwrap())),
        ("duplicate-requirement", |it| it[1].requirements.push(requirement("b:1"))),
        ("foreign-requirement", |it| it[1].requirements.push(requirement("a:3"))),
        ("unknown-dependency", |it| it[1].requirements[0].requires.push("a:9".parse().unwrap())),
        ("dependency-not-built-on", |it| it[0].requirements[0].requires.push("b:1".parse().unwrap())),
        ("self-dependency", |it| it[0].requirements[0].supported_by.push("a:1".parse().unwrap())),
        ("duplicate-dependency", |it| {
            it[0].requirements[0].supported_by.push("a:2".parse().unwrap());
            it[0].requirements[0].requires.push("a:2".parse().unwrap());
        }),
        ("composite-without-parts", |it| it[0].requirements.extend([composite("a:x", &["a:y"]), composite("a:y", &["a:x"])])),
        ("composite-with-target", |it| it[0].requirements[2].target = Target::new(3)),
        ("composite-excludable", |it| it[0].requirements[2].excludable = Excludable::Freely),
        ("duplicate-objective", |it| it[0].objectives.push(objective("a:all", &["a:1"]))),
        ("foreign-objective", |it| it[0].objectives.push(objective("b:all", &["a:1"]))),
        ("objective-named-as-requirement", |it| it[0].objectives.push(objective("a:1", &["a:1"]))),
        ("objective-without-members", |it| it[0].objectives.push(objective("a:none", &[]))),
        ("member-of-another-framework", |it| it[1].objectives.push(objective("b:all", &["a:1"]))),
        ("unknown-member", |it| it[0].objectives.push(objective("a:some", &["a:9"]))),
        ("duplicate-member", |it| it[0].objectives.push(objective("a:some", &["a:1", "a:1"]))),
        ("critical-not-member", |it| it[0].objectives[0].critical.push("a:never".parse().unwrap())),
        ("duplicate-critical", |it| it[0].objectives[0].critical = vec!["a:1".parse().unwrap(), "a:1".parse().unwrap()]),
        ("empty-norm", |it| it[0].objectives[0].norm = Band::Not),
    ];
    assert!(Catalogue::new(frameworks()).is_ok());
    for (code, change) in ways {
        let mut changed = frameworks();
        change(&mut changed);
        let faults = Catalogue::new(changed).unwrap_err();
        assert!(faults.iter().all(|fault| fault.error.code() == *code), "{code}: {faults:?}");
    }
    let tried: BTreeSet<_> = ways.iter().map(|(code, _)| *code).collect();
    assert_eq!(tried, CatalogueError::CODES.iter().copied().collect());
    let mut changed = frameworks();
    for (_, change) in &ways[3..10] {
        change(&mut changed);
    }
    let found: BTreeSet<_> = Catalogue::new(changed).unwrap_err().iter().map(|fault| fault.error.code()).collect();
    assert_eq!(found, ways[3..10].iter().map(|(code, _)| *code).collect());
}

#[test]
fn circles_are_told_and_legal() {
    let mut frameworks = frameworks();
    frameworks[0].requirements[0].supported_by.push("a:2".parse().unwrap());
    frameworks[0].requirements[1].requires.push("a:1".parse().unwrap());
    let catalogue = Catalogue::new(frameworks).unwrap();
    let cycles: Vec<Vec<_>> =
        catalogue.cycles().map(|cycle| cycle.into_iter().map(pejling_core::RequirementId::as_str).collect()).collect();
    assert_eq!(cycles, [["a:1", "a:2"]]);
}

fn evidence(id: &str) -> Evidence {
    Evidence {
        id: id.parse().unwrap(),
        requirement: "a:1".parse().unwrap(),
        entity: "o".parse().unwrap(),
        kind: Kind::LogReview,
        date: date(2026, 6, 1),
        assurance: Assurance::Internal,
        by: None,
        reference: None,
        valid_days: None,
        closes: vec![],
        finding: Finding::Result { share: Score::FULL, result: Score::FULL },
    }
}

fn exclusion(requirement: &str, class: ReasonClass) -> Exclusion {
    Exclusion {
        requirement: requirement.parse().unwrap(),
        entity: "o".parse().unwrap(),
        reason: "reason".into(),
        class,
        approved_by: "approver".into(),
        review_by: date(2027, 1, 1),
    }
}

fn entity(id: &str, parent: Option<&str>) -> Entity {
    Entity { id: id.parse().unwrap(), parent: parent.map(|it| it.parse().unwrap()), weight: Weight::ONE, serves: vec![] }
}

fn service(entity: &str, requirement: &str) -> Service {
    Service { entity: entity.parse().unwrap(), requirement: requirement.parse().unwrap(), share: Score::FULL }
}

fn submission() -> Submission {
    let entities = vec![entity("o", None), entity("h", Some("o")), entity("platform", None)];
    Submission { organisation: "o".parse().unwrap(), entities, evidence: vec![evidence("e")], exclusions: vec![] }
}

#[test]
fn every_fault_of_a_submission_is_found() {
    type Change = fn(&mut Submission);
    let ways: &[(&str, Change)] = &[
        ("unknown-organisation", |it| it.organisation = "nobody".parse().unwrap()),
        ("organisation-not-root", |it| it.organisation = "h".parse().unwrap()),
        ("duplicate-entity", |it| it.entities.push(entity("h", Some("o")))),
        ("unknown-parent", |it| it.entities.push(entity("k", Some("nobody")))),
        ("entity-cycle", |it| it.entities.extend([entity("k", Some("l")), entity("l", Some("k"))])),
        ("entity-too-deep", |it| {
            it.entities.push(entity("d0", Some("h"))); // o, h, d0 .. d30: d29 stands 31 below o, which is level 32; d30 is one too many
            it.entities.extend((1..=30).map(|at| entity(&format!("d{at}"), Some(&format!("d{}", at - 1)))));
        }),
        ("serves-unknown-entity", |it| it.entities[2].serves.push(service("nobody", "a:1"))),
        ("serves-itself", |it| it.entities[0].serves.push(service("h", "a:1"))),
        ("duplicate-service", |it| it.entities[2].serves = vec![service("h", "a:1"), service("h", "a:1")]),
        ("unknown-requirement", |it| it.evidence[0].requirement = "a:9".parse().unwrap()),
        ("evidence-on-composite", |it| it.evidence[0].requirement = "a:both".parse().unwrap()),
        ("unknown-entity", |it| it.evidence[0].entity = "nobody".parse().unwrap()),
        ("duplicate-evidence", |it| it.evidence.push(evidence("e"))),
        ("date-too-early", |it| it.evidence[0].date = date(1899, 12, 31)),
        ("nothing-examined", |it| it.evidence[0].finding = Finding::Result { share: Score::ZERO, result: Score::FULL }),
        ("level-out-of-range", |it| it.evidence[0].finding = Finding::Level { share: Score::FULL, level: 6 }),
        ("counts-disagree", |it| {
            it.evidence[0].finding = Finding::Counts { population: 3, examined: 2, ok: 3, selection: Selection::Random };
        }),
        ("valid-days-out-of-range", |it| it.evidence[0].valid_days = Some(181)), // a log review: at most 180
        ("closes-unknown", |it| it.evidence[0].closes.push("f".parse().unwrap())),
        ("closes-itself", |it| it.evidence[0].closes.push("e".parse().unwrap())),
        ("not-excludable", |it| it.exclusions.push(exclusion("a:never", ReasonClass::NoSuchActivity))),
        ("exclusion-needs-condition", |it| it.exclusions.push(exclusion("a:conditional", ReasonClass::NoSuchAsset))),
        ("exclusion-without-condition", |it| it.exclusions.push(exclusion("a:2", ReasonClass::LegalCondition))),
        ("exclusion-without-reason", |it| {
            it.exclusions.push(Exclusion { reason: " ".into(), ..exclusion("a:2", ReasonClass::NoSuchAsset) });
        }),
        ("exclusion-without-approver", |it| {
            it.exclusions.push(Exclusion { approved_by: String::new(), ..exclusion("a:2", ReasonClass::NoSuchAsset) });
        }),
        ("duplicate-exclusion", |it| {
            it.exclusions = vec![exclusion("a:2", ReasonClass::NoSuchAsset), exclusion("a:2", ReasonClass::NoSuchAsset)];
        }),
    ];
    let catalogue = Arc::new(Catalogue::new(frameworks()).unwrap());
    assert!(Assessment::new(catalogue.clone(), submission()).is_ok());
    for (code, change) in ways {
        let mut changed = submission();
        change(&mut changed);
        let faults = Assessment::new(catalogue.clone(), changed).unwrap_err();
        assert!(faults.iter().all(|fault| fault.error.code() == *code), "{code}: {faults:?}");
    }
    let tried: BTreeSet<_> = ways.iter().map(|(code, _)| *code).collect();
    assert_eq!(tried, AssessmentError::CODES.iter().copied().collect());
    // nothing hides anything: the last six together are six
    let mut changed = submission();
    for (_, change) in &ways[20..25] {
        change(&mut changed);
    }
    let found = Assessment::new(catalogue, changed).unwrap_err();
    let codes: BTreeSet<_> = found.iter().map(|fault| fault.error.code()).collect();
    assert!(codes.is_superset(&ways[20..25].iter().map(|(code, _)| *code).collect()), "{codes:?}");
}

#[test]
fn edges_of_ranges_are_fine() {
    let catalogue = Arc::new(Catalogue::new(frameworks()).unwrap());
    let check = |change: fn(&mut Submission)| {
        let mut changed = submission();
        change(&mut changed);
        Assessment::new(catalogue.clone(), changed).unwrap();
    };
    check(|it| it.evidence[0].date = date(1900, 1, 1));
    check(|it| it.evidence[0].valid_days = Some(180));
    check(|it| it.evidence[0].valid_days = Some(1));
    check(|it| it.evidence[0].finding = Finding::Level { share: Score::from_hundredths(1).unwrap(), level: 5 });
    check(|it| {
        let most = u32::MAX;
        it.evidence[0].finding = Finding::Counts { population: most, examined: most, ok: most, selection: Selection::Chosen };
    });
    check(|it| {
        it.entities.push(entity("d0", Some("h")));
        it.entities.extend((1..=29).map(|at| entity(&format!("d{at}"), Some(&format!("d{}", at - 1)))));
    });
}
