//! The bridge and the follow-up of two years: by hand, of the region, and what they refuse.

use pejling_core::{BridgePart, Change, Readings, bridge};
use pejling_documents::{BridgeDocument, FollowUp, FollowUpDocument, Language, Library, SignedTriple, Source, call, schema, to_json};
use serde_json::{Value, json};

use crate::common;

const SMALL: [&str; 2] = ["fixtures/bridge/old.json", "fixtures/bridge/new.json"];
const REGION: [&str; 2] = ["fixtures/region/assessment.json", "fixtures/region-2027/assessment.json"];

fn both(library: &Library<'_>, [old, new]: [&str; 2], entity: &str) -> (BridgeDocument, FollowUpDocument) {
    let check = |text: &str| library.check(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}"));
    let (old, new) = (check(old), check(new));
    let (before, after) = (old.scores(old.as_of(None).unwrap()), new.scores(new.as_of(None).unwrap()));
    let entity = entity.parse().unwrap();
    (new.bridge(&after, (&old, &before), &entity, false).unwrap(), new.follow_up(&after, (&old, &before), &entity, false).unwrap())
}

fn text(SignedTriple { declared, possible, substantiated }: &SignedTriple) -> String {
    format!("{substantiated} / {declared} / {possible}")
}

/// Every step of `fixtures/bridge`, by the arithmetic of its why.md.
#[test]
fn a_small_bridge_is_that_of_a_pocket_calculator() {
    common::with_overlay("fixtures/bridge", |library| {
        let texts = SMALL.map(common::read);
        let (found, follow_up) = both(library, [&texts[0], &texts[1]], "region");
        let steps: Vec<_> = found
            .steps
            .iter()
            .map(|step| {
                let about = step.evidence.first().or(step.requirement.as_ref()).or(step.weights.first().map(|it| &it.entity));
                (step.kind.0.name(), about.unwrap().as_str(), text(&step.changes["bridge:framework"]))
            })
            .collect();
        let expected = [
            ("aged", "audit-1", "-46.67 / -46.67 / 0.00"),
            ("aged", "document-1", "-7.20 / -14.38 / 0.00"),
            ("aged", "word-1", "-0.49 / -1.00 / 0.00"),
            ("withdrawn", "word-1", "-5.76 / -11.50 / 0.00"),
            ("new", "exercise-2", "+9.95 / +8.22 / 0.00"),
            ("closed", "audit-2", "+52.50 / +52.50 / +5.83"),
            ("included", "bridge:policy", "-11.04 / -11.67 / +0.84"),
            ("weighed", "syd", "+3.73 / +3.08 / 0.00"),
        ];
        assert_eq!(steps, expected.map(|(kind, about, change)| (kind, about, change.to_owned())));
        assert_eq!(found.steps[5].findings, ["audit-1"]);
        let whole = &found.objectives["bridge:framework"];
        assert_eq!(text(&whole.change), "-4.98 / -21.42 / +6.67");
        assert_eq!(text(&whole.parts["aged"]), "-54.36 / -62.05 / 0.00");
        common::golden("fixtures/bridge/bridge.json", &to_json(&found));
        common::golden("fixtures/bridge/follow-up.json", &to_json(&follow_up));

        // at syd the policy did not apply before: there is nothing to lead from
        let (at_syd, _) = both(library, [&texts[0], &texts[1]], "syd");
        let apart: Vec<_> = at_syd.apart.iter().map(|(id, it)| (id.as_str(), it.reason.0.name())).collect();
        assert_eq!(apart, [("bridge:policies", "applied_not_before")]);
        assert!(at_syd.steps.iter().all(|step| step.changes.keys().all(|id| id == "bridge:framework")));
    });
}

/// The outcomes of `fixtures/bridge/why.md`.
#[test]
fn measures_are_followed_up() {
    common::with_overlay("fixtures/bridge", |library| {
        let texts = SMALL.map(common::read);
        let (_, found) = both(library, [&texts[0], &texts[1]], "region");
        let told: Vec<_> = found.followed.iter().map(|it| (it.id.as_str(), it.outcome.0, it.overdue, it.evidence.clone())).collect();
        let expected = [
            ("M1", FollowUp::Done, false, vec!["audit-2".to_owned()]),
            ("M2", FollowUp::DoneWithoutEvidence, false, vec![]), // exercise-2 is of syd, the measure is for nord
            ("M3", FollowUp::NotAccountedFor, true, vec![]),
        ];
        assert_eq!(told, expected);
        // what the one step of its evidence did
        assert_eq!(text(&found.followed[0].changes["bridge:framework"]), "+52.50 / +52.50 / +5.83");
        assert!(found.followed[1].changes.is_empty() && found.followed[2].changes.is_empty());
        let since: Vec<_> = found.since.iter().map(|it| (it.id.as_str(), it.was_proposed, it.overdue)).collect();
        assert_eq!(since, [("M4", true, false), ("M5", false, true)]); // due on 2027-05-31, and it is 2027-06-30
        // of nord: its own, and those of the region; of syd none that was decided but these of the region
        let ids =
            |entity: &str| both(library, [&texts[0], &texts[1]], entity).1.followed.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!((ids("nord"), ids("syd")), (vec!["M1".into(), "M2".into(), "M3".into()], vec!["M1".into(), "M3".into()]));

        // another requirement under the same name is another measure
        let mut other: Value = serde_json::from_str(&texts[1]).unwrap();
        other["measures"][0]["entity"] = "nord".into();
        let (_, found) = both(library, [&texts[0], &other.to_string()], "region");
        assert_eq!(found.followed[0].outcome.0, FollowUp::NotAccountedFor);
        assert!(found.since.iter().any(|it| it.id == "M1" && !it.was_proposed));
    });
}

#[test]
fn the_region_has_its_goldens() {
    let library = Library::new(Language::English);
    let texts = REGION.map(common::read);
    let (found, follow_up) = both(&library, [&texts[0], &texts[1]], "bakkeland");
    common::golden("fixtures/region-2027/bridge.json", &to_json(&found));
    common::golden("fixtures/region-2027/follow-up.json", &to_json(&follow_up));
    for (op, name, expected) in
        [("bridge", "bridge", serde_json::to_value(&found).unwrap()), ("follow_up", "follow-up", serde_json::to_value(&follow_up).unwrap())]
    {
        let answer: Value =
            serde_json::from_str(&call(&format!(r#"{{"op": "{op}", "old": {}, "assessment": {}}}"#, texts[0], texts[1]))).unwrap();
        assert!(answer["ok"] == expected, "{op}: call and the golden of all surfaces differ");
        let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema(name).unwrap()).unwrap()).unwrap();
        let faults: Vec<_> = validator.iter_errors(&answer["ok"]).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

/// Two years of the region: for every objective and entity the steps and the parts sum to the difference, in each reading.
#[test]
fn two_years_of_the_region_sum_for_every_objective_and_entity() {
    let library = Library::new(Language::English);
    let [old, new] = REGION.map(|file| library.check(Source::text(&common::read(file))).unwrap());
    let (before, after) = (old.scores(old.as_of(None).unwrap()), new.scores(new.as_of(None).unwrap()));
    let add = |one: Readings<Change>, other: Readings<Change>| one.zip(other).map(|(one, other)| one + other);
    let mut objectives = 0;
    for entity in old.assessment().entities() {
        let found = bridge(&before, &after, &entity.id).unwrap();
        for it in &found.objectives {
            let whole = it.old.zip(it.new).map(|(old, new)| Change::between(old, new));
            let steps = found.steps.iter().flat_map(|step| &step.changes).filter(|(id, _)| *id == it.objective).map(|(_, change)| *change);
            assert_eq!(steps.fold(Readings::default(), add), whole, "{} at {}", it.objective, entity.id);
            assert_eq!(it.parts.into_iter().fold(Readings::default(), add), whole, "{} at {}", it.objective, entity.id);
            objectives += 1;
        }
        assert!(found.steps.iter().all(|step| step.cause.part() != BridgePart::Catalogue));
    }
    assert!(objectives > 9 * 50, "{objectives}"); // nine entities, and all objectives of three frameworks
}

#[test]
fn order_changes_no_byte() {
    common::with_overlay("fixtures/bridge", |library| {
        let texts = SMALL.map(common::read);
        let turned = texts.each_ref().map(|text| {
            let mut value: Value = serde_json::from_str(text).unwrap();
            for list in ["entities", "evidence", "exclusions", "measures"] {
                value[list].as_array_mut().unwrap().reverse();
            }
            value.to_string()
        });
        assert_eq!(both(library, [&texts[0], &texts[1]], "region"), both(library, [&turned[0], &turned[1]], "region"));
    });
}

/// The codes and pointers of what a call says is wrong.
fn faults(question: &Value) -> Vec<(String, String)> {
    let answer: Value = serde_json::from_str(&call(&question.to_string())).unwrap();
    let faults = answer["faults"].as_array().unwrap_or_else(|| panic!("{answer:.300}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    faults.iter().map(|fault| (text(&fault["code"]), text(&fault["at"]["pointer"]))).collect()
}

#[track_caller]
fn refused(question: &Value, expected: &[(&str, &str)]) {
    let found = faults(question);
    assert_eq!(found.iter().map(|(code, at)| (code.as_str(), at.as_str())).collect::<Vec<_>>(), expected);
}

#[test]
fn what_cannot_be_compared_is_refused_with_the_reason() {
    let requirements = ["logs", "backup", "policy"].map(|id| json!({"id": id, "excludable": "freely"}));
    let overlay = json!({"format": "pejling/catalogue/1", "id": "bridge", "edition": "1", "requirements": requirements,
        "objectives": [{"id": "framework", "family": "framework", "select": {}}]});
    let [old, new] = SMALL.map(|file| serde_json::from_str::<Value>(&common::read(file)).unwrap());
    let ask = |op: &str, old: &Value, new: &Value| json!({"op": op, "catalogues": [overlay], "old": old, "assessment": new});
    for op in ["bridge", "follow_up"] {
        refused(&ask(op, &new, &old), &[("bridge-backwards", "/as_of")]);
        let mut question = ask(op, &old, &new);
        question["entity"] = "nowhere".into();
        refused(&question, &[("unknown-entity", "/entity")]);

        let mut grown = new.clone();
        grown["entities"].as_array_mut().unwrap().push(json!({"id": "oest", "parent": "region"}));
        let mut question = ask(op, &old, &grown);
        question["entity"] = "oest".into();
        refused(&question, &[("entity-not-before", "/entity")]);
        let mut question = ask(op, &grown, &new);
        (question["entity"], question["as_of_old"]) = ("oest".into(), "2028-01-01".into()); // everything at once
        refused(&question, &[("bridge-backwards", "/as_of"), ("entity-no-more", "/entity")]);

        let mut wrong = old.clone();
        wrong["evidence"][0]["level"] = 9.into();
        let mut also = new.clone();
        also["evidence"][0]["entity"] = "syyd".into();
        refused(&ask(op, &wrong, &also), &[("finding-twice", "/old/evidence/0"), ("unknown-entity", "/assessment/evidence/0/entity")]);
        let mut undated = old.clone();
        undated.as_object_mut().unwrap().remove("as_of");
        refused(&ask(op, &undated, &new), &[("no-date", "/as_of_old")]);
        refused(&json!({"op": op, "assessment": new, "catalogues": [overlay]}), &[("missing-field", "/old")]);

        let catalogues = json!({"iso27001-2022": "2026.1"});
        let other = json!({"format": "pejling/assessment/1", "organisation": "region", "as_of": "2027-06-30", "catalogues": catalogues});
        refused(&ask(op, &old, &other), &[("nothing-in-common", "/assessment/catalogues")]);
    }
}

/// What the catalogue moved is a part of its own, and said first; without being asked for it nothing is compared.
#[test]
fn no_bridge_crosses_editions_silently() {
    let library = Library::new(Language::English);
    // A.5.1 was merged of A.5.1.1 and A.5.1.2: what was known of a part is filed on the whole now, as is what stayed as it was
    let of = |edition: &str, policy: &str| {
        let evidence = [("policy", policy), ("roles", "A.5.3")].map(|(id, requirement)| {
            json!({"id": id, "requirement": format!("iso27001-2022:{requirement}"), "kind": "audit", "assurance": "independent", "by": "auditor",
                "reference": "1", "date": "2026-06-01", "result": 100})
        });
        json!({"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": edition},
            "evidence": evidence})
    };
    let (old, new) = (of("2026.1-from-2013", "A.5.1.from-A.5.1.1"), of("2026.1", "A.5.1"));
    let question = |across: bool| json!({"op": "bridge", "old": old, "assessment": new, "across_editions": across});
    assert_eq!(faults(&question(false)), [("across-editions".to_owned(), "/assessment/catalogues/iso27001-2022".to_owned())]);
    let answer: Value = serde_json::from_str(&call(&question(true).to_string())).unwrap();
    assert_eq!(answer["ok"]["across_editions"], true);
    let steps = answer["ok"]["steps"].as_array().unwrap();
    assert_eq!(
        steps.iter().map(|step| (&step["part"], &step["evidence"])).collect::<Vec<_>>(),
        [(&json!("catalogue"), &json!(["policy"]))]
    );
    let check = |value: &Value| library.check(Source::text(&value.to_string())).unwrap();
    let (old, new) = (check(&old), check(&new));
    let (before, after) = (old.scores(old.as_of(None).unwrap()), new.scores(new.as_of(None).unwrap()));
    let found = new.bridge(&after, (&old, &before), new.assessment().organisation(), true).unwrap();
    assert!(
        found.sentence(&library).starts_with("Across editions: iso27001-2022 2026.1-from-2013 → 2026.1"),
        "{}",
        found.sentence(&library)
    );
}
