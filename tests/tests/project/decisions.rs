//! What-if, gains and plans as documents: worked example 6 of the method, where single steps are worth nothing; and what is refused.

use pejling_core::{Band, EntityId, Goal, Lift, Measure, Proof};
use pejling_documents::{As, Checked, Faults, Language, Library, LiftDocument, Percent, PlanSource, Source, Supposition, schema, to_json};
use serde_json::{Value, json};

use crate::common;

const FOLDER: &str = "fixtures/worked-examples";
const JOINT: &str = "worked-examples:joint";

/// Does something with worked example 6.
fn example<T>(use_it: impl FnOnce(&Library<'_>, &Checked, &EntityId) -> T) -> T {
    common::with_overlay(FOLDER, |library| {
        let checked = library.check(Source::text(&common::read(&format!("{FOLDER}/example-6.json")))).unwrap();
        use_it(library, &checked, &"eksempel".parse().unwrap())
    })
}

#[track_caller]
fn as_its_schema_says(name: &str, document: &impl serde::Serialize) {
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema(name).unwrap()).unwrap()).unwrap();
    let document = serde_json::to_value(document).unwrap();
    let faults: Vec<_> = validator.iter_errors(&document).map(|error| format!("{} {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

fn lift(requirement: &str, own: &str) -> LiftDocument {
    LiftDocument {
        entity: None,
        own: Percent(own.parse().unwrap()),
        requirement: As(format!("worked-examples:{requirement}").parse().unwrap()),
    }
}

fn supposed(lifts: &[(&str, &str)]) -> Supposition {
    Supposition { lifts: lifts.iter().map(|(requirement, own)| lift(requirement, own)).collect(), evidence: Vec::new() }
}

/// X (own 100) requires u1 and u2, of which nobody has shown anything: X scores 0, and the mean of X and Y (60) is 30. With either of the
/// two alone X stays 0; with both it is 100, and the mean (100 + 60) / 2 = 80. With Y alone at 100 it is 50.
#[test]
fn steps_that_are_worth_nothing_alone_bring_30_to_80() {
    example(|library, checked, region| {
        let scores = checked.scores(checked.as_of(None).unwrap());
        let gains = checked.gains(&scores, region, JOINT).unwrap();
        as_its_schema_says("gains", &gains);
        common::golden(&format!("{FOLDER}/example-6.gains.json"), &to_json(&gains));
        let told = |gains: &[pejling_documents::GainResult]| -> Vec<(String, u64, String)> {
            gains.iter().map(|it| (it.of.join(" "), it.cost, it.gain.clone())).collect()
        };
        assert_eq!((gains.before.score.to_string(), gains.measures.nothing_alone), ("30.00".to_owned(), 2));
        assert_eq!(told(&gains.measures.alone), [("T-3".to_owned(), 3, "20.000000".to_owned())]);
        assert_eq!(told(&gains.measures.bundles), [("T-1 T-2".to_owned(), 4, "50.000000".to_owned())]);
        assert_eq!(gains.measures.all.score.to_string(), "100.00");

        let plan = checked.plan(&scores, region, JOINT, Goal::Budget(4), None).unwrap();
        as_its_schema_says("plan", &plan);
        common::golden(&format!("{FOLDER}/example-6.plan.json"), &to_json(&plan));
        let taken: Vec<_> = plan.steps.iter().map(|step| step.measure.as_str()).collect();
        assert_eq!((taken, plan.cost, plan.after.score.to_string()), (vec!["T-1", "T-2"], 4, "80.00".to_owned()));
        assert_eq!(plan.proof.kind.0.name(), "exact");
        assert!(plan.sentence(library).contains("30.00 to 80.00"), "{}", plan.sentence(library));

        // With 3 to spend the two together are out of reach: Y brings 50. With 7 everything is done: 100.
        for (budget, expected) in [(3, "50.00"), (7, "100.00"), (2, "30.00")] {
            let plan = checked.plan(&scores, region, JOINT, Goal::Budget(budget), None).unwrap();
            assert_eq!(plan.after.score.to_string(), expected, "{budget}");
        }
        // 50 is still P; L asks for more than 50, F for more than 85.
        for (band, cost) in [(Band::Partly, 0), (Band::Largely, 4), (Band::Fully, 7)] {
            assert_eq!(checked.plan(&scores, region, JOINT, Goal::Reach(band), None).unwrap().cost, cost, "{band}");
        }
        // One for each requirement at the cost 1: u1 and u2 for 2, all three for 3.
        let each = checked.plan(&scores, region, JOINT, Goal::Budget(2), Some(PlanSource::Requirements)).unwrap();
        assert_eq!((each.after.score.to_string(), each.cost), ("80.00".to_owned(), 2));
        assert!(each.left_out.iter().all(|it| it.why.0.name() == "not_asked"));
    });
}

/// The same as a question: one step moves X in the reading `declared` at most, both move it all the way, through u1.
#[test]
fn what_if_says_what_moves_and_by_which_way() {
    example(|library, checked, region| {
        let scores = checked.scores(checked.as_of(None).unwrap());
        let one = checked.what_if(&scores, region, &supposed(&[("u1", "100")])).unwrap();
        let moved = |found: &pejling_documents::WhatIfDocument, of: &str| {
            let it = &found.moves["eksempel"];
            let of = format!("worked-examples:{of}");
            let found = it.objectives.get(&of).or_else(|| it.requirements.get(&of))?;
            let way: Vec<String> = found.through.iter().map(|step| step.requirement.clone()).collect();
            Some((found.change.as_ref()?.substantiated.to_string(), way.join(" ")))
        };
        assert_eq!(moved(&one, "u1").unwrap().0, "+100.00");
        assert_eq!((moved(&one, "X"), moved(&one, "joint")), (None, None)); // u2 holds both back, in every reading

        let both = checked.what_if(&scores, region, &supposed(&[("u1", "100"), ("u2", "100")])).unwrap();
        as_its_schema_says("what-if", &both);
        common::golden(&format!("{FOLDER}/example-6.what-if.json"), &to_json(&both));
        assert_eq!(moved(&both, "X"), Some(("+100.00".to_owned(), "worked-examples:u1".to_owned())));
        assert_eq!(moved(&both, "joint"), Some(("+50.00".to_owned(), String::new())));
        assert!(!both.sentence(library).is_empty());

        // An audit that finds half of Y in order, later than the one that found 60: it looked at the whole, so it closes that finding and
        // brings its own. What was mended, 60 + min(40, 50) = 100, counts only up to what is possible, 50.
        let text = r#"{"id": "y-2", "requirement": "worked-examples:Y", "kind": "audit", "date": "2026-06-29", "assurance": "independent",
            "by": "an auditor", "reference": "2026-15", "result": "50"}"#;
        let evidence = library.read_evidence(Source::text(text)).unwrap();
        let worse = checked.what_if(&scores, region, &Supposition { lifts: Vec::new(), evidence }).unwrap();
        assert_eq!(moved(&worse, "Y"), Some(("-10.00".to_owned(), String::new())));
        assert_eq!(moved(&worse, "joint"), Some(("-5.00".to_owned(), String::new())));
    });
}

fn codes(faults: &Faults) -> Vec<(&str, &str)> {
    faults.faults.iter().map(|it| (it.at.pointer.as_str(), it.code.as_str())).collect()
}

#[test]
fn what_cannot_be_supposed_is_refused_with_every_fault() {
    example(|library, checked, region| {
        let scores = checked.scores(checked.as_of(None).unwrap());
        let mut wrong = supposed(&[("u9", "100"), ("new", "100"), ("u1", "50")]);
        wrong.lifts[2].entity = Some(As("eksmpel".parse().unwrap()));
        let text = r#"[{"id": "later", "requirement": "worked-examples:Y", "kind": "audit", "date": "2026-12-01", "assurance": "self", "result": "50"},
            {"id": "nothing", "requirement": "worked-examples:Y", "kind": "audit", "date": "2026-06-01", "assurance": "self"}]"#;
        wrong.evidence = library.read_evidence(Source::text(text)).unwrap();
        let found = checked.what_if(&scores, region, &wrong).unwrap_err();
        let expected = [
            ("/evidence/0/date", "supposed-in-the-future"),
            ("/evidence/1", "finding-missing"),
            ("/set/0/requirement", "unknown-requirement"),
            ("/set/1/requirement", "evidence-on-composite"),
            ("/set/2/entity", "unknown-entity"),
        ];
        assert_eq!(codes(&found), expected);
        assert_eq!(codes(&checked.what_if(&scores, region, &Supposition::default()).unwrap_err()), [("/set", "nothing-supposed")]);
        assert_eq!(codes(&checked.gains(&scores, region, "worked-examples:joimt").unwrap_err()), [("/objective", "unknown-objective")]);
        let nowhere = "nowhere".parse().unwrap();
        assert_eq!(codes(&checked.gains(&scores, &nowhere, JOINT).unwrap_err()), [("/entity", "unknown-entity")]);
        let text = r#"{"id": "", "requirement": "Y", "kind": "audits", "date": "2026", "assurance": "self", "result": 101}"#;
        assert_eq!(library.read_evidence(Source::text(text)).unwrap_err().faults.len(), 5);
    });
}

#[test]
fn an_objective_of_which_nothing_applies_has_no_gains() {
    let mut library = Library::new(Language::English);
    let overlay = r#"{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "builds_on": ["iso27001-2022"],
        "requirements": [{"id": "r", "excludable": "freely"}], "objectives": [{"id": "all", "family": "framework", "members": ["r"]}]}"#;
    library.lay_over(Source::text(overlay), &[]).unwrap();
    let exclusion = json!({"requirement": "own:r", "class": "no_such_activity", "reason": "nothing is built", "approved_by": "the board",
        "review_by": "2027-01-01"});
    let document = json!({"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30",
        "catalogues": {"iso27001-2022": "2026.1", "own": "1"}, "exclusions": [exclusion]});
    let checked = library.check(Source::text(&document.to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let found = checked.gains(&scores, &"o".parse().unwrap(), "own:all").unwrap_err();
    assert_eq!(codes(&found), [("/objective", "objective-not-applicable")]);
}

/// The 24 measures of the invented region (seed `pejling_tests::SEED`), as if none had been done: each budget is proved by looking at no more
/// than 0.05 % of the 2^24 choices, which is 8,388.
#[test]
fn a_plan_over_the_24_measures_of_the_region_is_proved_in_few_steps() {
    let library = Library::new(Language::English);
    let text = common::read("fixtures/region/assessment.json");
    let document: Value = serde_json::from_str(&text).unwrap();
    let checked = library.check(Source::text(&text)).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let organisation: EntityId = checked.assessment().organisation().clone();
    let measure = |it: &Value| {
        let said = |field: &str| it[field].as_str();
        let entity = said("entity").map_or_else(|| organisation.clone(), |entity| entity.parse().unwrap());
        let lift =
            Lift { requirement: said("requirement").unwrap().parse().unwrap(), entity, own: said("score_after").unwrap().parse().unwrap() };
        Measure { id: said("id").unwrap().parse().unwrap(), lift, cost: u32::try_from(it["cost"].as_u64().unwrap()).unwrap() }
    };
    let measures: Vec<Measure> = document["measures"].as_array().unwrap().iter().map(measure).collect();
    assert_eq!(measures.len(), 24);
    let everything: u64 = measures.iter().map(|it| u64::from(it.cost)).sum();
    for objective in ["iso27001-2022:framework", "gdpr:framework", "principles-2017:framework"] {
        for tenths in 1..=9 {
            let goal = Goal::Budget(everything * tenths / 10);
            let plan = scores.plan(&organisation, &objective.parse().unwrap(), &measures, goal).unwrap().unwrap();
            assert_eq!(plan.proof, Proof::Exact, "{objective}, {tenths} tenths");
            assert!(plan.visited <= 8_388, "{objective}, {tenths} tenths: {}", plan.visited);
        }
    }
}

#[test]
fn call_answers_the_same() {
    example(|_, checked, region| {
        let scores = checked.scores(checked.as_of(None).unwrap());
        let read = |path: &str| serde_json::from_str::<Value>(&common::read(&format!("{FOLDER}/{path}"))).unwrap();
        let overlay: Value =
            toml::from_str::<toml::Value>(&common::read(&format!("{FOLDER}/overlay/catalogue.toml"))).map(|it| json!(it)).unwrap();
        let ask = |question: Value| {
            let mut question = question;
            question["assessment"] = read("example-6.json");
            question["catalogues"] = json!([overlay]);
            serde_json::from_str::<Value>(&pejling_documents::call(&question.to_string())).unwrap()
        };
        assert_eq!(ask(json!({"op": "gains", "objective": JOINT}))["ok"], read("example-6.gains.json"));
        assert_eq!(ask(json!({"op": "plan", "objective": JOINT, "budget": 4}))["ok"], read("example-6.plan.json"));
        let set = json!([{"requirement": "worked-examples:u1", "own": 100}, {"requirement": "worked-examples:u2", "own": "100"}]);
        assert_eq!(ask(json!({"op": "what_if", "set": set}))["ok"], read("example-6.what-if.json"));
        let refused = |question: Value| ask(question)["faults"][0]["code"].as_str().unwrap().to_owned();
        assert_eq!(refused(json!({"op": "plan", "objective": JOINT})), "budget-or-reach");
        assert_eq!(refused(json!({"op": "plan", "objective": JOINT, "budget": 4, "reach": "L"})), "budget-or-reach");
        assert_eq!(refused(json!({"op": "plan", "budget": 4})), "missing-field");
        let reach = checked.plan(&scores, region, JOINT, Goal::Reach(Band::Fully), None).unwrap();
        assert_eq!(ask(json!({"op": "plan", "objective": JOINT, "reach": "F"}))["ok"], serde_json::to_value(&reach).unwrap());
    });
}
