//! Organisations that become one: each part scores what it scored alone, together they score their weighted mean, and nothing is lost.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use pejling_core::Score;
use pejling_documents::{Language, Library, Merger, MergerDocument, MergerTerms, Source, WeightNumber, region_register, schema, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common;

const FOLDER: &str = "fixtures/merge";

fn weights(weights: &[u32]) -> Vec<WeightNumber> {
    weights.iter().map(|weight| WeightNumber(pejling_core::Weight::new(*weight).unwrap())).collect()
}

/// The fixture's two regions, on a day.
fn fjordmark(as_of: Date) -> MergerTerms {
    MergerTerms { as_of: Some(as_of), from: Some(date(2027, 1, 1)), into: "fjordmark".to_owned(), weights: weights(&[3, 2]) }
}

fn texts() -> [String; 2] {
    ["ravnlund", "tangmark"].map(|name| common::read(&format!("{FOLDER}/{name}.json")))
}

#[track_caller]
fn merge(library: &Library<'_>, texts: &[String], terms: &MergerTerms) -> Merger {
    let sources: Vec<_> = texts.iter().map(|text| Source::text(text)).collect();
    library.merge(&sources, terms).unwrap_or_else(|faults| panic!("{faults}\n{texts:#?}"))
}

/// The codes and pointers of what is wrong.
#[track_caller]
fn faults(library: &Library<'_>, texts: &[String], terms: &MergerTerms) -> Vec<(String, String)> {
    let sources: Vec<_> = texts.iter().map(|text| Source::text(text)).collect();
    let faults = library.merge(&sources, terms).unwrap_err();
    faults.faults.iter().map(|it| (it.code.clone(), it.at.pointer.clone())).collect()
}

fn triple(readings: &Value) -> [Score; 3] {
    ["substantiated", "declared", "possible"].map(|reading| readings[reading].as_str().unwrap().parse().unwrap())
}

#[test]
fn two_invented_regions_merge_and_verify() {
    common::with_overlay(FOLDER, |library| {
        let merger = merge(library, &texts(), &fjordmark(date(2027, 1, 1)));
        let document = to_json(merger.assessment.as_ref().unwrap());
        common::golden(&format!("{FOLDER}/merged.json"), &document);
        common::golden(&format!("{FOLDER}/merger.json"), &to_json(&merger.report));
        let past = merge(library, &texts(), &fjordmark(date(2026, 12, 31)));
        common::golden(&format!("{FOLDER}/as-if.json"), &to_json(&past.report));
        let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("merger").unwrap()).unwrap()).unwrap();
        for report in [&merger.report, &past.report] {
            assert!(validator.is_valid(&serde_json::to_value(report).unwrap()));
        }
        let checked = library.check(Source::text(&document)).unwrap();
        let result = to_json(&checked.result(checked.as_of(None).unwrap()));
        assert!(library.verify_result(Source::text(&result), &checked, None).unwrap().holds());
        // before there was a Fjordmark no assessment is made of it, and what is shown says that it is computed
        assert!(past.assessment.is_none() && past.report.account.is_none() && past.report.computed);
        assert!(past.report.sentence(library).starts_with("Computed as if merged: fjordmark does not begin until 2027-01-01."));
        assert!(
            !merger.report.computed && merger.report.sentence(library).starts_with("fjordmark begins 2027-01-01 and joins Region Ravnlund")
        );
    });
}

/// The numbers of `fixtures/merge/why.md`.
#[test]
fn together_they_score_their_weighted_mean() {
    common::with_overlay(FOLDER, |library| {
        for as_of in [date(2026, 12, 31), date(2027, 1, 1)] {
            let report = serde_json::to_value(merge(library, &texts(), &fjordmark(as_of)).report).unwrap();
            let check = |objective: &str, of: &[&str], expected: [&str; 3]| {
                let objective = &report["objectives"][format!("tre-krav:{objective}")];
                let found = of.iter().fold(objective, |value, step| &value[*step]);
                assert_eq!(triple(&found["score"]).map(|score| score.to_string()), expected, "{of:?}");
            };
            check("framework", &["parts", "ravnlund"], ["63.88", "63.88", "92.77"]);
            check("framework", &["parts", "tangmark"], ["62.50", "87.50", "87.50"]);
            check("framework", &["combined"], ["63.32", "73.32", "90.66"]);
            check("backup-only", &["combined"], ["72.00", "72.00", "96.00"]);
            let weakest = |of: &str| {
                let weakest = &report["objectives"]["tre-krav:framework"]["combined"][of];
                (weakest["entity"].as_str().unwrap().to_owned(), weakest["score"].as_str().unwrap().to_owned())
            };
            assert_eq!(weakest("weakest_part"), ("tangmark".to_owned(), "62.50".to_owned()));
            assert_eq!(weakest("weakest"), ("psykiatri".to_owned(), "26.66".to_owned()));
            let series: Vec<_> =
                report["series"].as_array().unwrap().iter().map(|it| (&it["entity"], &it["begins"], &it["ends"])).collect();
            let (eve, day) = (json!("2026-12-31"), json!("2027-01-01"));
            let expected = [(&json!("ravnlund"), &Value::Null, &eve), (&json!("tangmark"), &Value::Null, &eve)];
            assert_eq!((&series[..2], series[2]), (&expected[..], (&json!("fjordmark"), &day, &Value::Null)));
        }
        // half and half where no weights are stated: (63.88 + 62.50) / 2 = 63.19
        let equal = MergerTerms { weights: Vec::new(), ..fjordmark(date(2027, 1, 1)) };
        let report = merge(library, &texts(), &equal).report;
        let combined = report.objectives["tre-krav:framework"].combined.as_ref().unwrap();
        assert_eq!((combined.score.substantiated.to_string(), report.parts["ravnlund"].weight.0.get()), ("63.19".to_owned(), 1));
    });
}

/// Evidence dated before the merger proves its predecessor's part only.
#[test]
fn evidence_stays_with_the_part_that_it_was_found_at() {
    common::with_overlay(FOLDER, |library| {
        let merger = merge(library, &texts(), &fjordmark(date(2027, 1, 1)));
        let document = merger.assessment.unwrap();
        let of = |entity: &str| document.evidence.iter().filter(|it| it.entity.as_ref().unwrap().0.as_str() == entity).count();
        assert_eq!((of("fjordmark"), of("ravnlund"), of("tangmark"), of("sygehus.ravnlund"), of("journal.tangmark")), (0, 1, 1, 2, 1));
        let find = |id: &str| document.evidence.iter().find(|it| it.id.0.as_str() == id).unwrap();
        assert_eq!(find("E-3@ravnlund").closes.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["E-2@ravnlund"]);
        let origin = |id: &str, of: &str, was: &str| {
            format!("{of}: {was}, {}", merger.report.parts[of].assessment) == find(id).note.clone().unwrap()
        };
        assert!(origin("E-4", "ravnlund", "E-4") && origin("E-2@tangmark", "tangmark", "E-2"));
        assert!(find("E-3@ravnlund").note.as_ref().unwrap().starts_with("De 10 systemer, der manglede.\nravnlund: E-3, sha256:"));
        let decided: Vec<_> =
            merger.report.account.as_ref().unwrap().to_decide.iter().map(|it| (it.requirement.as_str(), it.said.len())).collect();
        assert_eq!(decided, [("tre-krav:access", 2), ("tre-krav:backup", 1)]);
        assert_eq!(document.control_statements.iter().map(|it| it.requirement.0.as_str()).collect::<Vec<_>>(), ["tre-krav:logging"]);
        assert_eq!(serde_json::to_value(&document.sign_off).unwrap(), json!({"status": "draft"}));
        let part = &merger.report.parts["ravnlund"];
        assert!(document.scope_note.is_none() && part.scope_note.is_some() && part.sign_off.as_ref().unwrap().status.0.name() == "final");
    });
}

/// An assessment of an organisation of that name, against the one catalogue.
fn of(organisation: &str) -> String {
    json!({"format": "pejling/assessment/1", "organisation": organisation, "as_of": "2026-12-31", "catalogues": {"tre-krav": "1"}})
        .to_string()
}

#[test]
fn the_regions_of_2027_are_four() {
    common::with_overlay(FOLDER, |library| {
        let terms = |as_of: Option<Date>| MergerTerms { as_of, into: "oestdanmark".to_owned(), ..MergerTerms::default() };
        let merged = |names: &[&str], as_of| merge(library, &names.iter().map(|name| of(name)).collect::<Vec<_>>(), &terms(as_of));
        let told = |report: &MergerDocument| {
            let series =
                report.series.iter().map(|it| (it.entity.clone(), it.begins.clone().map(|day| day.0), it.ends.clone().map(|day| day.0)));
            series.collect::<Vec<_>>()
        };
        let series = |slug: &str| (slug.to_owned(), Some(date(2007, 1, 1)), Some(date(2026, 12, 31)));
        let expected = [series("hovedstaden"), series("sjaelland"), ("oestdanmark".to_owned(), Some(date(2027, 1, 1)), None)];
        for (as_of, computed) in [(None, true), (Some(date(2026, 12, 31)), true), (Some(date(2027, 1, 1)), false)] {
            let Merger { assessment, report } = merged(&["sjaelland", "hovedstaden"], as_of);
            assert_eq!((report.computed, assessment.is_none(), told(&report)), (computed, computed, expected.to_vec()));
            assert_eq!(report.regions.map(|it| (it.before, it.after)), Some((5, 4)));
            assert_eq!((report.name.as_deref(), report.parts["sjaelland"].predecessor), (Some("Region Østdanmark"), Some(true)));
        }
        let report = merged(&["hovedstaden", "ravnlund"], None).report;
        assert_eq!((report.missing_predecessors, report.parts["ravnlund"].predecessor), (vec!["sjaelland".to_owned()], Some(false)));
    });
}

#[test]
fn what_cannot_be_merged_is_told_all_at_once() {
    common::with_overlay(FOLDER, |library| {
        let check = |texts: &[String], terms: &MergerTerms, expected: &[(&str, &str)]| {
            let expected: Vec<_> = expected.iter().map(|(code, pointer)| ((*code).to_owned(), (*pointer).to_owned())).collect();
            assert_eq!(faults(library, texts, terms), expected);
        };
        let fine = fjordmark(date(2027, 1, 1));
        let into = |into: &str| MergerTerms { into: into.to_owned(), from: None, ..fine.clone() };
        let other = |change: fn(&mut Value)| {
            let mut document: Value = serde_json::from_str(&texts()[1]).unwrap();
            change(&mut document);
            [texts()[0].clone(), document.to_string()]
        };
        check(&texts(), &into("østdanmark"), &[("id-character", "/into")]);
        check(&texts(), &into("oestdanmrak"), &[("merge-unknown-region", "/into")]);
        check(&texts(), &MergerTerms { from: Some(date(2027, 7, 1)), ..into("oestdanmark") }, &[("merge-begins", "/from")]);
        check(&texts(), &MergerTerms { from: Some(date(1027, 1, 1)), ..into("fjordmark") }, &[("date-too-early", "/from")]);
        check(
            &texts(),
            &MergerTerms { weights: weights(&[3]), ..into("fjordmrk") },
            &[("merge-unknown-region", "/into"), ("merge-weights-count", "/weights")],
        );
        check(&[], &fine, &[("merge-needs-two", "/assessments")]);
        check(&texts()[..1], &MergerTerms { weights: Vec::new(), ..fine.clone() }, &[("merge-needs-two", "/assessments")]);
        check(&[texts()[0].clone(), texts()[0].clone()], &fine, &[("merge-same-organisation", "/assessments/1")]);
        check(&texts(), &MergerTerms { into: "tangmark".to_owned(), ..fine.clone() }, &[("merge-into-part", "/assessments/1")]);
        check(&[of("nordjylland"), of("sjaelland")], &into("oestdanmark"), &[("merge-not-predecessor", "/assessments/0")]);
        check(&texts(), &into("sjaelland"), &[("merge-ended", "/as_of")]);
        check(
            &other(|it| it["as_of"] = json!("2026-06-30")),
            &MergerTerms { as_of: None, ..fine.clone() },
            &[("merge-dates-differ", "/as_of")],
        );
        check(&other(|it| it["catalogues"]["iso27001-2022"] = json!("2026.1")), &fine, &[("merge-catalogues-differ", "/catalogues")]);
        check(&other(|it| it["evidence"][0]["result"] = json!("101")), &fine, &[("percent-out-of-range", "/evidence/0/result")]);
        let library = Library::new(Language::Danish);
        let faults = library.merge(&[Source::text("{}"), Source::text("[]")], &into("oestdanmrak")).unwrap_err();
        let codes: Vec<_> = faults.faults.iter().map(|it| it.code.as_str()).collect();
        assert!(codes.contains(&"wrong-kind") && codes.contains(&"missing-field") && codes.contains(&"merge-unknown-region"), "{faults}");
        assert!(faults.faults.last().unwrap().help.as_ref().unwrap().starts_with("Mente du `oestdanmark`?"));
    });
}

#[test]
fn the_register_of_regions_holds_together() {
    let register = region_register().unwrap();
    let slugs: Vec<_> = register.regions.iter().map(|it| it.slug.as_str()).collect();
    assert_eq!(slugs, ["nordjylland", "midtjylland", "syddanmark", "hovedstaden", "sjaelland", "oestdanmark"]);
    let sources: BTreeMap<_, _> = register.sources.iter().map(|it| (it.id.as_str(), it.citation.as_str())).collect();
    assert_eq!(sources.len(), register.sources.len());
    for region in &register.regions {
        // what stands there has a source, and what has none does not stand there
        let written = serde_json::to_value(region).unwrap();
        let mut values: Vec<_> =
            written.as_object().unwrap().keys().map(String::as_str).filter(|it| !["slug", "sources"].contains(it)).collect();
        values.sort_unstable();
        assert_eq!(region.sources.keys().map(String::as_str).collect::<Vec<_>>(), values, "{}", region.slug);
        assert!(region.sources.values().all(|source| sources.contains_key(source.as_str())), "{}", region.slug);
        for predecessor in &region.predecessors {
            let before = register.regions.iter().find(|it| it.slug == *predecessor).unwrap();
            assert_eq!(before.until.as_ref().unwrap().0.tomorrow().unwrap(), region.from.0);
        }
        // a slug is the name's own word, with the Danish letters spelled out
        let word = region.name_da.strip_prefix("Region ").unwrap().to_lowercase();
        assert_eq!(word.replace('æ', "ae").replace('ø', "oe").replace('å', "aa"), region.slug);
    }
    assert_eq!(register.regions[5].name_da, "Region Østdanmark");
    let library = Library::new(Language::Danish);
    let on = |day| library.regions(None, Some(day)).unwrap();
    assert_eq!([date(2006, 12, 31), date(2007, 1, 1), date(2026, 12, 31), date(2027, 1, 1)].map(|day| on(day).count), [0, 5, 5, 4]);
    let one = library.regions(Some("oestdanmark"), None).unwrap().regions.remove(0);
    assert_eq!(
        (one.not_sourced, one.predecessors),
        (["code", "iso_3166_2", "name_en"].map(str::to_owned).to_vec(), ["hovedstaden", "sjaelland"].map(str::to_owned).to_vec())
    );
    assert_eq!(library.regions(Some("sjaelland"), None).unwrap().regions[0].successors, ["oestdanmark"]);
    let fault = library.regions(Some("sjælland"), None).unwrap_err().faults.remove(0);
    assert!(fault.code == "unknown-region" && fault.help.unwrap().starts_with("Mente du `sjaelland`?"));
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("regions").unwrap()).unwrap()).unwrap();
    assert!(validator.is_valid(&serde_json::to_value(on(date(2027, 1, 1))).unwrap()));
}

/// Five requirements that rest on each other, in circles too, and may all be excluded.
const CATALOGUE: &str = r#"{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [
    {"id": "plan", "excludable": "freely", "requires": ["response"]},
    {"id": "response", "excludable": "freely", "requires": ["plan"], "supported_by": ["training"]},
    {"id": "training", "excludable": "freely", "supported_by": ["reporting"]},
    {"id": "reporting", "excludable": "freely"},
    {"id": "backup", "excludable": "freely"}],
  "objectives": [{"id": "framework", "family": "framework", "select": {}, "weights": {"plan": 3}, "critical": ["backup"]},
    {"id": "backup-only", "family": "area", "members": ["backup"]}]}"#;

const REQUIREMENTS: [&str; 5] = ["plan", "response", "training", "reporting", "backup"];

/// The assessment of one organisation: names of its entities, evidence and measures that others have as well, or that renaming could make.
fn assessment(organisation: &'static str) -> impl Strategy<Value = Value> {
    let entity = || proptest::sample::select(vec![organisation, "north", "south", "platform"]);
    let requirement = || proptest::sample::select(&REQUIREMENTS[..]).prop_map(|it| format!("own:{it}"));
    let id = || proptest::sample::select(&["e", "f", "g", "e@a", "e@b", "only-here", "f@a-2"][..]);
    let evidence =
        (id(), requirement(), entity(), 0..=100_u32, 1..=100_u32, 0..=700_i32, proptest::collection::vec(id(), 0..=2), any::<bool>());
    let evidence = proptest::collection::vec(evidence, 0..=7);
    let extra = proptest::collection::vec((requirement(), entity(), 0..=4_u8), 0..=5);
    // one entity more has a name that somebody else may have: another organisation, the successor, or a new name of another
    let odd = proptest::sample::select(&["a", "b", "together", "north.a", "north.b", "north.b-2", "east"][..]);
    (evidence, extra, odd, 1..=3_u32, any::<bool>()).prop_map(move |(evidence, extra, odd, weight, serving)| {
        let mut entities = vec![
            json!({"id": organisation, "kind": "region", "name": format!("Region {organisation}")}),
            json!({"id": "north", "parent": organisation, "weight": weight}),
            json!({"id": "south", "parent": organisation}),
            json!({"id": "platform"}),
        ];
        if odd != organisation {
            entities.push(json!({"id": odd, "parent": "south"}));
        }
        if serving {
            entities[3]["serves"] = json!([{"entity": "north", "requirement": "own:plan", "share": "60"}]);
        }
        let mut document = json!({"format": "pejling/assessment/1", "organisation": organisation, "as_of": "2026-12-31",
            "catalogues": {"own": "1"}, "entities": entities, "evidence": [], "exclusions": [], "dissent": [], "measures": [],
            "control_statements": []});
        let push = |document: &mut Value, list: &str, one: Value| document[list].as_array_mut().unwrap().push(one);
        let names: Vec<_> = evidence.iter().map(|it| it.0).collect();
        for (at, (id, requirement, entity, result, share, age, closes, noted)) in evidence.iter().enumerate() {
            if names[..at].contains(id) {
                continue;
            }
            let closes: Vec<_> = closes.iter().filter(|it| names.contains(it) && *it != id).collect();
            let day = date(2026, 12, 31).checked_sub(jiff::Span::new().days(*age)).unwrap();
            let mut one = json!({"id": id, "requirement": requirement, "entity": entity, "kind": "audit", "date": day.to_string(), "closes": closes,
                "assurance": "independent", "by": "R", "reference": "1", "result": result.to_string(), "share": share.to_string()});
            if *noted {
                one["note"] = json!("a note");
            }
            push(&mut document, "evidence", one);
        }
        for (at, (requirement, entity, what)) in extra.iter().enumerate() {
            match what {
                0 => push(&mut document, "dissent", json!({"requirement": requirement, "entity": entity, "by": "dpo", "text": "no"})),
                1 => {
                    let id = if at == 0 { "m".to_owned() } else { format!("m{at}") };
                    push(&mut document, "measures", json!({"id": id, "requirement": requirement, "entity": entity, "cost": 1, "score_after": "9", "status": "done"}));
                }
                2 if document["exclusions"].as_array().unwrap().iter().all(|it| it["requirement"] != json!(requirement)) => {
                    let mut one = json!({"requirement": requirement, "entity": entity, "class": "no_such_asset", "reason": "none"});
                    (one["approved_by"], one["review_by"]) = (json!("D"), json!("2027-06-30"));
                    push(&mut document, "exclusions", one);
                }
                _ if document["control_statements"].as_array().unwrap().iter().all(|it| it["requirement"] != json!(requirement)) => {
                    push(&mut document, "control_statements", json!({"requirement": requirement, "implemented": *what == 3, "why": "so"}));
                }
                _ => {}
            }
        }
        document
    })
}

fn parts() -> impl Strategy<Value = (Vec<Value>, Vec<u32>)> {
    let three = (assessment("a"), assessment("b"), assessment("c"), any::<bool>());
    let parts = three.prop_map(|(a, b, c, all)| if all { vec![b, a, c] } else { vec![b, a] });
    (parts, proptest::collection::vec(1..=5_u32, 3)).prop_map(|(parts, mut weights)| {
        weights.truncate(parts.len());
        (parts, weights)
    })
}

/// What the merged assessment holds of one part, put back as it was: the account is read backwards.
fn put_back(organisation: &str, merged: &Value, account: &Value) -> Value {
    let items = |list: &str| account["items"][list].as_array().unwrap().iter().filter(move |it| it["from"] == organisation);
    let entry = |list: &str, id: &Value| merged[list].as_array().unwrap().iter().find(|it| it["id"] == *id).unwrap().clone();
    let before = |list: &'static str| -> BTreeMap<String, Value> {
        items(list).map(|it| (it["to"].as_str().unwrap().to_owned(), it["id"].clone())).collect()
    };
    let (entities, evidence) = (before("entities"), before("evidence"));
    let was = |entity: &Value| entities.get(entity.as_str().unwrap_or_default()).cloned().unwrap_or(Value::Null);
    let mut back = json!({"entities": [], "evidence": [], "measures": [], "dissent": [], "exclusions": []});
    let push = |back: &mut Value, list: &str, one: Value| back[list].as_array_mut().unwrap().push(one);
    for item in items("entities") {
        let mut one = entry("entities", &item["to"]);
        one["id"] = item["id"].clone();
        if item["id"] == organisation {
            assert_eq!(one["parent"], "together");
            one["weight"] = json!(1);
        }
        one["parent"] = was(&one["parent"]);
        for service in one["serves"].as_array_mut().into_iter().flatten() {
            service["entity"] = was(&service["entity"]);
        }
        push(&mut back, "entities", one);
    }
    for item in items("evidence") {
        let mut one = entry("evidence", &item["to"]);
        assert_eq!((&one["requirement"], &one["entity"]), (&item["requirement"], &item["to_entity"]));
        (one["id"], one["entity"]) = (item["id"].clone(), was(&one["entity"]));
        assert_eq!(one["entity"], item["entity"]);
        let note = one["note"].as_str().unwrap().to_owned();
        assert!(note.rsplit('\n').next().unwrap().starts_with(&format!("{organisation}: {}, sha256:", item["id"].as_str().unwrap())));
        one["note"] = note.split_once('\n').map_or(Value::Null, |(own, _)| json!(own));
        let mut closes: Vec<_> = one["closes"].as_array().into_iter().flatten().map(|it| evidence[it.as_str().unwrap()].clone()).collect();
        closes.sort_by_key(ToString::to_string);
        one["closes"] = json!(closes);
        push(&mut back, "evidence", one);
    }
    for item in items("measures") {
        let mut one = entry("measures", &item["to"]);
        (one["id"], one["entity"]) = (item["id"].clone(), was(&one["entity"]));
        push(&mut back, "measures", one);
    }
    for list in ["dissent", "exclusions"] {
        for one in merged[list].as_array().into_iter().flatten().filter(|it| !was(&it["entity"]).is_null()) {
            let mut one = one.clone();
            one["entity"] = was(&one["entity"]);
            push(&mut back, list, one);
        }
        assert_eq!(items(list).count(), back[list].as_array().unwrap().len());
    }
    back
}

/// The same lists of an assessment in canonical form, in an order of their own, with every field that can be left out.
fn lists(document: &Value) -> Value {
    let mut lists = json!({});
    for list in ["entities", "evidence", "measures", "dissent", "exclusions"] {
        let mut entries: Vec<Value> = document[list].as_array().cloned().unwrap_or_default();
        for entry in &mut entries {
            let fields = entry.as_object_mut().unwrap();
            fields.retain(|_, value| !value.is_null() && *value != json!([]));
        }
        entries.sort_by_key(ToString::to_string);
        lists[list] = json!(entries);
    }
    lists
}

/// The laws of a merger, on three days.
fn hold(library: &Library<'_>, parts: &[Value], shares: &[u32]) {
    let texts: Vec<_> = parts.iter().map(ToString::to_string).collect();
    let terms =
        MergerTerms { as_of: Some(date(2027, 1, 1)), from: Some(date(2027, 1, 1)), into: "together".to_owned(), weights: weights(shares) };
    let merger = merge(library, &texts, &terms);

    // in another order it is the same, to the byte
    let reversed: Vec<_> = texts.iter().rev().cloned().collect();
    let turned = MergerTerms { weights: weights(&shares.iter().rev().copied().collect::<Vec<_>>()), ..terms.clone() };
    assert!(merge(library, &reversed, &turned).to_value() == merger.to_value(), "the order of the assessments changes something");

    let text = to_json(merger.assessment.as_ref().unwrap());
    let whole = library.check(Source::text(&text)).unwrap();
    assert_eq!(whole.digest(), merger.report.account.as_ref().unwrap().assessment);
    let account = serde_json::to_value(merger.report.account.as_ref().unwrap()).unwrap();
    let after: Value = serde_json::from_str(&text).unwrap();
    let alone: Vec<_> = texts.iter().map(|text| library.check(Source::text(text)).unwrap()).collect();

    // nothing is lost: read backwards, the account gives every part as it was
    let mut count = 1;
    for (part, checked) in parts.iter().zip(&alone) {
        let organisation = part["organisation"].as_str().unwrap();
        let before = serde_json::to_value(checked.document()).unwrap();
        assert_eq!(lists(&put_back(organisation, &after, &account)), lists(&before), "{organisation}");
        count += before["entities"].as_array().unwrap().len();
        for statement in before["control_statements"].as_array().into_iter().flatten() {
            let carried = after["control_statements"].as_array().is_some_and(|it| it.contains(statement));
            let said = account["to_decide"].as_array().unwrap().iter().filter(|it| it["said"][organisation] == *statement).count();
            assert_eq!(usize::from(carried) + said, 1, "{statement}");
            let all_say_so = parts.iter().all(|part| part["control_statements"].as_array().unwrap().contains(statement));
            assert_eq!(carried, all_say_so, "{statement}"); // nobody's words are put into the successor's mouth
        }
    }
    assert_eq!(after["entities"].as_array().unwrap().len(), count);

    for day in [date(2027, 1, 1), date(2026, 6, 30), date(2027, 12, 31)] {
        let result = serde_json::to_value(whole.result(day)).unwrap();
        let results: Vec<_> = alone.iter().map(|it| serde_json::to_value(it.result(day)).unwrap()).collect();
        for (part, own) in parts.iter().zip(&results) {
            let organisation = &part["organisation"];
            for item in account["items"]["entities"].as_array().unwrap().iter().filter(|it| it["from"] == *organisation) {
                let (was, is) = (item["id"].as_str().unwrap(), item["to"].as_str().unwrap());
                assert_eq!(own["leaves"].get(was), result["leaves"].get(is), "{organisation}: {was} on {day}");
                for kind in ["requirements", "objectives"] {
                    for (id, before) in own["consolidated"][was][kind].as_object().into_iter().flatten() {
                        let now = &result["consolidated"][is][kind][id];
                        for field in ["score", "band", "bar", "applicable", "assessed"] {
                            assert_eq!(before[field], now[field], "{organisation}: {id} of {was} on {day}");
                        }
                        assert_eq!(before["weakest"]["score"], now["weakest"]["score"]);
                    }
                }
            }
        }
        // the successor is the weighted mean of what the parts print, cut, over those where it applies
        let report = merge(library, &texts, &MergerTerms { as_of: Some(day), ..terms.clone() }).report;
        for (id, objective) in &report.objectives {
            let scores: Vec<_> = results
                .iter()
                .zip(parts)
                .zip(shares)
                .filter_map(|((own, part), weight)| {
                    let score = &own["consolidated"][part["organisation"].as_str().unwrap()]["objectives"][id];
                    (!score.is_null()).then(|| (triple(&score["score"]).map(|it| u64::from(it.hundredths())), u64::from(*weight)))
                })
                .collect();
            let Some(combined) = &objective.combined else {
                assert!(scores.is_empty());
                continue;
            };
            let found = triple(&serde_json::to_value(combined.score).unwrap()).map(|it| u64::from(it.hundredths()));
            let weight: u64 = scores.iter().map(|(_, weight)| weight).sum();
            for (reading, found) in found.into_iter().enumerate() {
                let points: u64 = scores.iter().map(|(score, weight)| score[reading] * weight).sum();
                assert_eq!(found, points / weight, "{id} on {day}");
                assert!(found <= scores.iter().map(|(score, _)| score[reading]).max().unwrap());
            }
            let least = scores.iter().map(|(score, _)| score[0]).min().unwrap();
            assert_eq!(u64::from(combined.weakest_part.score.0.hundredths()), least);
            assert!(u64::from(combined.weakest.score.0.hundredths()) <= least);
        }
        assert_eq!((report.computed, report.account.is_none()), (day < date(2027, 1, 1), day < date(2027, 1, 1)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merger_loses_nothing_and_moves_no_part((parts, shares) in parts()) {
        let mut library = Library::new(Language::English);
        library.lay_over(Source::text(CATALOGUE), &[]).unwrap();
        hold(&library, &parts, &shares);
    }
}

/// Names that are as long as may be: they are cut, and still apart.
#[test]
fn long_names_stay_apart() {
    let (long, id) = ("o".repeat(64), "x".repeat(128));
    let of_one = |organisation: &str| {
        let mut document: Value = serde_json::from_str(&of(organisation)).unwrap();
        let entity = "n".repeat(64);
        document["entities"] = json!([{"id": organisation}, {"id": entity, "parent": organisation}]);
        document["evidence"] = json!([{"id": id, "requirement": "tre-krav:logging", "entity": entity, "kind": "audit", "date": "2026-06-01",
            "assurance": "self", "result": "50", "note": "n".repeat(10_000)}]);
        document.to_string()
    };
    let [one, other] = [format!("{}1", &long[1..]), format!("{}2", &long[1..])];
    common::with_overlay(FOLDER, |library| {
        let merger = merge(library, &[of_one(&one), of_one(&other)], &fjordmark(date(2027, 1, 1)));
        let document = merger.assessment.unwrap();
        let entities: Vec<_> = document.entities.iter().map(|it| it.id.0.to_string()).filter(|id| id.starts_with('n')).collect();
        // 64 = 31 of its own, a dot and 32 of its organisation's; or two fewer, and a number
        assert_eq!(entities, [format!("{}.{}-2", "n".repeat(29), "o".repeat(32)), format!("{}.{}", "n".repeat(31), "o".repeat(32))]);
        let evidence: Vec<_> = document.evidence.iter().map(|it| it.id.0.to_string()).collect();
        assert_eq!(evidence, [format!("{}@{one}", "x".repeat(63)), format!("{}@{other}", "x".repeat(63))]); // 63 + 1 + 64 = 128
        assert!(document.evidence.iter().all(|it| it.note.as_ref().unwrap().len() == 10_000)); // no room for the origin, which the account tells
    });
}
