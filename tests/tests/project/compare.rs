//! Comparing: the goldens of `fixtures/compare/why.md`, everything that is refused, and that nobody's figures can be had who did not consent.

use std::collections::BTreeSet;

use pejling_documents::{
    Checked, ComparisonDocument, ComparisonOptions, EntityKind, Faults, Language, Library, Side, Source, call, schema, to_json,
};
use serde_json::{Value, json};

use crate::common;

const FOLDER: &str = "fixtures/compare";
const ALL: [&str; 6] = ["bakkeland", "fjordland", "skovland", "kystland", "hedeland", "soeland"];

fn fixture(name: &str) -> Value {
    serde_json::from_str(&common::read(&format!("{FOLDER}/regions/{name}.json"))).unwrap()
}

fn compare_all(library: &Library<'_>, documents: &[Value], options: &ComparisonOptions) -> Result<ComparisonDocument, Faults> {
    let checked = |document: &Value| library.check(Source::text(&document.to_string())).unwrap_or_else(|faults| panic!("{faults}"));
    let checked: Vec<Checked> = documents.iter().map(checked).collect();
    let files: Vec<String> = (0..documents.len()).map(|at| format!("{at}.json")).collect();
    let sides: Vec<_> = checked.iter().zip(&files).map(|(checked, file)| Side { file: Some(file), checked }).collect();
    library.compare(&sides, options)
}

fn compare(documents: &[Value]) -> Result<ComparisonDocument, Faults> {
    common::with_overlay(FOLDER, |library| compare_all(library, documents, &ComparisonOptions::default()))
}

fn of(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| fixture(name)).collect()
}

/// The result that an audit of a requirement has, changed.
fn with_result(mut document: Value, requirement: &str, result: &str) -> Value {
    let evidence = document["evidence"].as_array_mut().unwrap();
    let one = evidence.iter_mut().find(|it| it["id"] == format!("audit-{requirement}")).unwrap();
    one["result"] = json!(result);
    document
}

#[test]
fn comparisons_are_as_worked_out_by_hand() {
    let overlay = |name: &str| -> toml::Value { toml::from_str(&common::read(&format!("{FOLDER}/overlay/{name}.toml"))).unwrap() };
    let mut catalogue = serde_json::to_value(overlay("catalogue")).unwrap();
    catalogue["texts"] = json!({"da": overlay("da"), "en": overlay("en")});
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("comparison").unwrap()).unwrap()).unwrap();
    for (golden, names) in [("two", &ALL[..3]), ("five", &ALL[..]), ("consenting", &["bakkeland", "fjordland", "kystland"])] {
        let found = compare(&of(names)).unwrap_or_else(|faults| panic!("{faults}"));
        common::golden(&format!("{FOLDER}/{golden}.json"), &to_json(&found));
        let answer = call(&json!({"op": "compare", "assessments": of(names), "catalogues": [catalogue]}).to_string());
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["ok"], serde_json::to_value(&found).unwrap(), "{answer}");
        let faults: Vec<_> = validator.iter_errors(&answer["ok"]).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        let mut backwards = of(names);
        backwards[1..].reverse();
        assert_eq!(to_json(&compare(&backwards).unwrap()), to_json(&found), "the order of the others changes a byte");
    }
}

/// The numbers of `why.md`, read out of the goldens: what a golden shows is what was worked out.
#[test]
fn the_goldens_show_what_why_md_says() {
    let golden = |name: &str| -> Value { serde_json::from_str(&common::read(&format!("{FOLDER}/{name}.json"))).unwrap() };
    let read = |name: &str| golden(name)["objectives"].clone();
    let (two, five, consenting) = (read("two"), read("five"), read("consenting"));
    let (framework, technique) = ("compare-example:framework", "compare-example:technique");
    for objective in [framework, technique] {
        assert_eq!(two[objective]["position"]["substantiated"], "within");
        assert_eq!((&two[objective]["span"], &two[objective]["order"]), (&Value::Null, &json!([])));
        assert_eq!(two[objective]["named"], json!({}));
        assert_eq!(five[objective]["named"], json!({}));
        assert_eq!(consenting[objective]["position"]["declared"], "below");
    }
    let span = |of: &Value| ["lowest", "median", "highest"].map(|end| of["span"][end]["substantiated"].as_str().unwrap().to_owned());
    assert_eq!(span(&five[framework]), ["35.00", "60.50", "83.75"]);
    assert_eq!(span(&five[technique]), ["30.00", "68.00", "85.00"]);
    assert_eq!(span(&consenting[framework]), ["77.00", "80.37", "83.75"]);
    assert_eq!(span(&consenting[technique]), ["79.00", "82.00", "85.00"]);
    let order = |of: &Value| -> Vec<String> {
        let pairs = of["order"].as_array().unwrap().iter();
        pairs
            .map(|it| {
                format!("{} {} {} {}{}", it["first"], it["order"], it["second"], it["basis"], it["why"]).replace(['"', 'n', 'u', 'l'], "")
            })
            .collect()
    };
    let text = |pair: &str| pair.replace(['n', 'u', 'l'], "");
    assert_eq!(order(&five[framework]), [text("fjordland below kystland members")]);
    assert_eq!(
        order(&consenting[framework]),
        ["bakkeland below fjordland weights", "bakkeland below kystland weights", "fjordland below kystland members"].map(text)
    );
    assert_eq!(
        order(&consenting[technique]),
        ["bakkeland unranked fjordland weights_disagree", "bakkeland below kystland weights", "fjordland below kystland members"].map(text)
    );
    let lesson = &golden("five")["lessons"]["compare-example:logging"];
    assert_eq!(lesson["named"].as_object().unwrap().keys().collect::<Vec<_>>(), ["fjordland", "kystland"]);
    assert_eq!(
        lesson["named"]["kystland"],
        json!([{"assurance": "internal", "count": 1, "kind": "log_review"}, {"assurance": "independent", "count": 1, "kind": "audit"}])
    );
    assert_eq!(lesson["others"], Value::Null);
}

/// Somebody has the document of `two.json`, and everything but Skovland's assessment. Whatever they try for one of Skovland's scores, from
/// nothing to everything, gives the same document up to where Bakkeland is no longer within: 55 and 60 are all that they learn.
#[test]
fn a_score_cannot_be_had_by_trying() {
    let whole = to_json(&compare(&of(&ALL[..3])).unwrap());
    let consistent = |requirement: &str| {
        let result = |percent: &u16| {
            let tried = with_result(fixture("skovland"), requirement, &percent.to_string());
            to_json(&compare(&[fixture("bakkeland"), fixture("fjordland"), tried]).unwrap()) == whole
        };
        (0..=100_u16).filter(result).collect::<Vec<_>>()
    };
    // policy + 20 + 40 + 30 <= 4 * 55 holds for every policy
    assert_eq!(consistent("policy"), (0..=100).collect::<Vec<_>>());
    // logging + 40 <= 2 * 60 and 50 + logging + 40 + 30 <= 220
    assert_eq!(consistent("logging"), (0..=80).collect::<Vec<_>>());
    assert!(!whole.contains("skovland") && !whole.contains("Skovland"));
    let digest = common::with_overlay(FOLDER, |library| library.check(Source::text(&fixture("skovland").to_string())).unwrap().digest());
    assert!(!whole.contains(&digest));
}

/// With a single other that does not consent even *within* would be its figure: nothing is said. If it consents, everything is.
#[test]
fn of_a_single_other_nothing_is_said() {
    for result in ["0", "20", "50", "100"] {
        let other = with_result(fixture("skovland"), "policy", result);
        let found = compare(&[fixture("bakkeland"), other]).unwrap();
        assert!(found.objectives.values().all(|it| it.position.is_none() && it.span.is_none() && it.order.is_empty()));
        assert_eq!(to_json(&found), to_json(&compare(&of(&["bakkeland", "skovland"])).unwrap()));
    }
    let found = compare(&of(&["bakkeland", "fjordland"])).unwrap();
    assert!(found.objectives.values().all(|it| it.position.is_some() && it.span.is_some() && it.named.len() == 1));
}

/// Five stand behind each figure: who of those without name has which cannot be told. Kystland without consent makes four of them.
#[test]
fn who_of_a_crowd_has_which_figure_cannot_be_told() {
    let mut swapped = of(&ALL);
    let (third, fifth) = (swapped[2]["evidence"].clone(), swapped[4]["evidence"].clone());
    (swapped[2]["evidence"], swapped[4]["evidence"]) = (fifth, third);
    assert_eq!(to_json(&compare(&swapped).unwrap()), to_json(&compare(&of(&ALL)).unwrap()));
    let four = compare(&of(&ALL[..5])).unwrap();
    assert!(four.objectives.values().all(|it| it.span.is_none() && it.named.is_empty() && it.position.is_some()));
}

/// What is not assessed is none of the others that are compared, and stands above and below nobody.
#[test]
fn what_is_absent_is_not_compared() {
    let mut empty = of(&ALL);
    empty[5]["evidence"] = json!([]);
    let found = compare(&empty).unwrap();
    assert!(found.objectives.values().all(|it| (it.others.organisations, &it.span) == (4, &None)));
    assert_eq!(found.others.organisations, 5);
    let mut own = of(&["bakkeland", "fjordland", "kystland"]);
    own[0]["evidence"] = json!([]);
    let found = compare(&own).unwrap();
    assert!(found.objectives.values().all(|it| it.position.is_none()));
    assert!(found.objectives.values().flat_map(|it| &it.order).filter(|it| it.first == "bakkeland").all(|it| it.why.is_some()));
    assert_eq!(found.own["bakkeland"].weak_spots.len(), 4);
}

/// The codes and places of what stands in the way.
fn refused(documents: &[Value], options: &ComparisonOptions) -> Vec<(String, String, String)> {
    common::with_overlay(FOLDER, |library| {
        let faults = compare_all(library, documents, options).unwrap_err().faults;
        faults.into_iter().map(|it| (it.at.file.unwrap_or_default(), it.at.pointer, it.code)).collect()
    })
}

#[test]
fn everything_that_cannot_be_compared_is_refused_at_once() {
    #[track_caller]
    fn check(documents: &[Value], options: &ComparisonOptions, expected: &[(&str, &str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(file, at, code)| ((*file).to_owned(), (*at).to_owned(), (*code).to_owned())).collect();
        assert_eq!(refused(documents, options), expected);
    }
    let three = || of(&ALL[..3]);
    let usual = ComparisonOptions::default();
    let changed = |change: &dyn Fn(&mut [Value])| {
        let mut documents = three();
        change(&mut documents);
        documents
    };
    check(&three()[..1], &usual, &[("", "", "nothing-to-compare")]);
    check(&[], &usual, &[("", "", "nothing-to-compare")]);
    check(&of(&["bakkeland", "fjordland", "fjordland"]), &usual, &[("2.json", "/organisation", "organisation-twice")]);
    check(&changed(&|it| it[1]["as_of"] = json!("2026-06-29")), &usual, &[("1.json", "/as_of", "date-not-common")]);
    check(&changed(&|it| it[0]["as_of"] = Value::Null), &usual, &[("0.json", "/as_of", "no-date")]);
    let dated = ComparisonOptions { as_of: Some("2026-06-30".parse().unwrap()), ..usual.clone() };
    let undated = changed(&|it| {
        for it in it {
            it["as_of"] = Value::Null;
        }
    });
    assert!(common::with_overlay(FOLDER, |library| compare_all(library, &undated, &dated)).is_ok());
    check(&changed(&|it| it[1]["entities"][0]["kind"] = json!("unit")), &usual, &[("1.json", "/entities", "kind-not-common")]);
    check(&changed(&|it| it[2]["entities"] = json!([])), &usual, &[("2.json", "/entities", "kind-missing")]);
    check(&changed(&|it| it[0]["entities"] = json!([])), &usual, &[("0.json", "/entities", "kind-missing")]);
    let more = changed(&|it| it[1]["catalogues"]["iso27001-2022"] = json!("2026.1"));
    check(&more, &usual, &[("1.json", "/catalogues/iso27001-2022", "catalogue-only-here")]);
    let less = changed(&|it| it[0]["catalogues"]["iso27001-2022"] = json!("2026.1"));
    let missing =
        [("1.json", "/catalogues/iso27001-2022", "catalogue-not-here"), ("2.json", "/catalogues/iso27001-2022", "catalogue-not-here")];
    check(&less, &usual, &missing);
    let hospitals = ComparisonOptions { level: Some(EntityKind::Hospital), ..usual.clone() };
    let nowhere = ["0.json", "1.json", "2.json"].map(|file| (file, "/entities", "no-entity-of-kind"));
    check(&three(), &hospitals, &nowhere);
    let nobody = ComparisonOptions { own: Some("bakeland".parse().unwrap()), ..usual.clone() };
    check(&three(), &nobody, &[("", "/own", "unknown-own")]);
    let nothing = ComparisonOptions { entity: Some("nowhere".parse().unwrap()), ..usual.clone() };
    check(&three(), &nothing, &[("", "/entity", "unknown-entity")]);
    let both = changed(&|it| {
        it[1]["as_of"] = json!("2026-06-29");
        it[1]["entities"][0]["kind"] = json!("unit");
        it[2]["entities"] = json!([]);
    });
    let all =
        [("1.json", "/as_of", "date-not-common"), ("1.json", "/entities", "kind-not-common"), ("2.json", "/entities", "kind-missing")];
    check(&both, &usual, &all);
    let own = ComparisonOptions { own: Some("skovland".parse().unwrap()), ..usual };
    let found = common::with_overlay(FOLDER, |library| compare_all(library, &three(), &own)).unwrap();
    assert_eq!((found.organisation.as_str(), found.own.len(), found.named.len()), ("skovland", 1, 1));
}

/// Two catalogues of the same name and edition that are not the same, and two editions of one: each checked beside its own catalogue.
#[test]
fn another_digest_or_edition_is_refused() {
    let text = common::read(&format!("{FOLDER}/overlay/catalogue.toml"));
    let checked = |catalogue: &str, document: &Value| {
        let mut library = Library::new(Language::English);
        library.lay_over(Source { name: Some("catalogue.toml"), text: catalogue }, &[]).unwrap();
        library.check(Source::text(&document.to_string())).unwrap()
    };
    let codes = |catalogue: &str, edition: &str| {
        let mut document = fixture("fjordland");
        document["catalogues"]["compare-example"] = json!(edition);
        let (own, other) = (checked(&text, &fixture("bakkeland")), checked(catalogue, &document));
        let sides = [Side { file: None, checked: &own }, Side { file: None, checked: &other }];
        let found = Library::new(Language::English).compare(&sides, &ComparisonOptions::default());
        found.map(|_| ()).map_err(|faults| faults.faults.into_iter().map(|it| it.code).collect::<Vec<_>>())
    };
    assert_eq!(codes(&text, "1"), Ok(()));
    let heavier = text.clone() + "weights = { \"backup\" = 2 }\n";
    assert_eq!(codes(&heavier, "1"), Err(vec!["digest-not-common".to_owned()]));
    let newer = text.replace("edition = \"1\"", "edition = \"2\"");
    assert_eq!(codes(&newer, "2"), Err(vec!["edition-not-common".to_owned()]));
}

/// Hospitals: one's own, each by itself or one alone, beside the others'. Who could be betrayed are organisations: six hospitals of one are one.
#[test]
fn hospitals_are_compared_and_organisations_counted() {
    let with_hospitals = |name: &str, count: usize| {
        let mut document = fixture(name);
        let hospitals = (0..count).map(|at| json!({"id": format!("h{at}"), "kind": "hospital", "parent": name}));
        document["entities"].as_array_mut().unwrap().extend(hospitals);
        document
    };
    let compare = |documents: &[Value], entity: Option<&str>| {
        let entity = entity.map(|it| it.parse().unwrap());
        let options = ComparisonOptions { level: Some(EntityKind::Hospital), entity, ..ComparisonOptions::default() };
        common::with_overlay(FOLDER, |library| compare_all(library, documents, &options)).unwrap()
    };
    let own = with_hospitals("bakkeland", 2);
    let found = compare(&[own.clone(), with_hospitals("skovland", 6)], None);
    assert_eq!((found.others.entities, found.others.organisations, found.own.len()), (6, 1, 2));
    assert!(found.objectives.values().all(|it| it.position.is_none() && it.span.is_none()));
    let found = compare(&[own.clone(), with_hospitals("fjordland", 2), with_hospitals("kystland", 1)], Some("h1"));
    assert_eq!((found.others.entities, found.others.organisations, found.own.len()), (3, 2, 1));
    let named: Vec<_> = found.objectives["compare-example:framework"].named.keys().map(String::as_str).collect();
    assert_eq!(named, ["fjordland/h0", "fjordland/h1", "kystland/h0"]);
    // each with each of more than 24 is not put in order
    let many = compare(&[own, with_hospitals("fjordland", 20), with_hospitals("kystland", 3)], None);
    assert!(many.too_many_to_order && many.objectives.values().all(|it| it.order.is_empty()));
}

#[test]
fn what_is_shared_and_how_it_is_weighted_is_checked() {
    let faults = |change: &dyn Fn(&mut Value)| {
        let mut document = fixture("bakkeland");
        document["sharing"] = json!({"figures": true, "name": false, "approved": {"by": "Board", "on": "2026-05-20"}});
        change(&mut document);
        common::with_overlay(FOLDER, |library| {
            let found = library.check(Source::text(&document.to_string())).err().map(|faults| faults.faults).unwrap_or_default();
            found.into_iter().map(|it| (it.at.pointer, it.code)).collect::<BTreeSet<_>>()
        })
    };
    let told =
        |expected: &[(&str, &str)]| expected.iter().map(|(at, code)| ((*at).to_owned(), (*code).to_owned())).collect::<BTreeSet<_>>();
    assert_eq!(faults(&|_| {}), told(&[]));
    let wrong = faults(&|it| {
        it["sharing"]["approved"]["by"] = json!(" - ");
        it["weightings"][0]["why"] = json!("");
        it["weightings"][0]["members"] = json!([
            {"requirement": "compare-example:backup", "weight": 5},
            {"requirement": "compare-example:backup", "weight": 5},
            {"requirement": "compare-example:nothing", "weight": 5}
        ]);
        it["weightings"].as_array_mut().unwrap().extend([
            json!({"objective": "compare-example:framework", "why": "again", "members": []}),
            json!({"objective": "compare-example:frame", "why": "as well", "members": []}),
        ]);
    });
    let expected = [
        ("/sharing/approved/by", "sharing-without-approver"),
        ("/weightings/0/why", "weighting-without-reason"),
        ("/weightings/0/members/1/requirement", "duplicate-weight"),
        ("/weightings/0/members/2/requirement", "weight-of-no-member"),
        ("/weightings/2/objective", "duplicate-weighting"),
        ("/weightings/3/objective", "unknown-objective"),
    ];
    assert_eq!(wrong, told(&expected));
    let unread = faults(&|it| it["weightings"][0]["members"][0]["weight"] = json!(0));
    assert_eq!(unread, told(&[("/weightings/0/members/0/weight", "weight-out-of-range")]));
    let without_consent = faults(&|it| it["sharing"] = json!({"figures": true}));
    assert_eq!(without_consent, told(&[("/sharing/approved", "missing-field"), ("/sharing/name", "missing-field")]));
}

/// Neither moves a score or the digest of an assessment that has neither; the weights of those that have them are in it, sorted.
#[test]
fn weightings_and_sharing_move_no_score() {
    let mut plain = fixture("bakkeland");
    plain.as_object_mut().unwrap().remove("weightings");
    common::with_overlay(FOLDER, |library| {
        let result = |document: &Value| {
            let checked = library.check(Source::text(&document.to_string())).unwrap();
            let result = serde_json::to_value(checked.result(checked.as_of(None).unwrap())).unwrap();
            (result["leaves"].clone(), checked.digest(), checked.document())
        };
        let (with, without) = (result(&fixture("bakkeland")), result(&plain));
        assert_eq!(with.0, without.0);
        assert_ne!(with.1, without.1);
        let written = serde_json::to_value(&without.2).unwrap();
        assert!(written.get("weightings").is_none() && written.get("sharing").is_none());
        let mut turned = fixture("bakkeland");
        turned["weightings"].as_array_mut().unwrap().reverse();
        assert_eq!(result(&turned).1, with.1);
    });
}

/// Objectives of the edition before have other members: weightings of them are left behind and told; consent stays.
#[test]
fn weightings_of_an_earlier_edition_are_left_behind() {
    let mut before: Value = serde_json::from_str(&common::read("fixtures/iso27001-2013/assessment.json")).unwrap();
    let weighting = json!({"objective": "iso27001-2013:framework", "why": "ours", "members": []});
    before["weightings"] = json!([weighting]);
    before["sharing"] = json!({"figures": true, "name": true, "approved": {"by": "Board", "on": "2026-05-20"}});
    let answer: Value = serde_json::from_str(&call(&json!({"op": "migrate", "assessment": before}).to_string())).unwrap();
    assert_eq!(answer["ok"]["report"]["weightings"], json!([weighting]), "{answer}");
    assert_eq!((&answer["ok"]["assessment"]["weightings"], &answer["ok"]["assessment"]["sharing"]), (&Value::Null, &before["sharing"]));
}
