//! From ISO/IEC 27001:2013 to the edition of 2022: nothing is lost, what has one predecessor keeps its own score, and what was merged is
//! worth as much as its weakest part.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Score;
use pejling_documents::{Language, Library, MigrationReport, Outcome, Source, schema, succession, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common;

const FOLDER: &str = "fixtures/iso27001-2013";

/// The new assessment as text, and the account of it.
#[track_caller]
fn migrate(text: &str) -> (String, MigrationReport) {
    let migration = Library::new(Language::English).migrate(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
    (to_json(&migration.assessment), migration.report)
}

/// The result of an assessment so many days after its date.
#[track_caller]
fn result(text: &str, later: i32) -> Value {
    let checked = Library::new(Language::English).check(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
    let date = checked.as_of(None).unwrap().checked_add(jiff::Span::new().days(later)).unwrap();
    serde_json::to_value(checked.result(date)).unwrap()
}

fn fixture() -> Value {
    serde_json::from_str(&common::read(&format!("{FOLDER}/assessment.json"))).unwrap()
}

fn triple(readings: &Value) -> [Score; 3] {
    ["substantiated", "declared", "possible"].map(|reading| readings[reading].as_str().unwrap().parse().unwrap())
}

/// Holds an assessment and its migration against each other, at every leaf, on several days.
fn compare(before: &str, after: &str) {
    let succession = succession().unwrap();
    let merged = succession.merged();
    for later in [0, 200, 500] {
        let (old, new) = (result(before, later), result(after, later));
        for (entity, leaf) in old["leaves"].as_object().unwrap() {
            let there = &new["leaves"][entity]["requirements"];
            for (from, successors) in succession.successors.iter() {
                let here = &leaf["requirements"][format!("iso27001-2013:{from}")];
                for to in successors {
                    let filed = if merged.contains_key(to.as_str()) { format!("{to}.from-{from}") } else { to.clone() };
                    let there = &there[format!("iso27001-2022:{filed}")];
                    let own = |it: &Value| (it["state"].clone(), it["own"].clone());
                    assert_eq!(own(here), own(there), "{from} and {filed} at {entity}, {later} days later");
                }
            }
            for (to, predecessors) in &merged {
                let whole = &there[format!("iso27001-2022:{to}")];
                let parts = predecessors.iter().map(|from| &there[format!("iso27001-2022:{to}.from-{from}")]);
                // a part that does not apply rests on the same as the others, so it binds no more than they do
                let applicable: Vec<_> =
                    parts.filter(|part| part["state"] != "not_applicable").map(|part| triple(&part["score"])).collect();
                let weakest = |reading: usize| applicable.iter().map(|scores| scores[reading]).min();
                match [weakest(0), weakest(1), weakest(2)] {
                    [Some(a), Some(b), Some(c)] => assert_eq!(triple(&whole["score"]), [a, b, c], "{to} at {entity}, {later} days later"),
                    _ => assert_eq!(whole["state"], "not_applicable", "{to} at {entity}, {later} days later"),
                }
            }
        }
    }
}

/// Each entry of the old assessment stands once in the account, and each of the new one once as where something went.
fn account(before: &Value, after: &Value, report: &MigrationReport) {
    for list in ["control_statements", "dissent", "evidence", "exclusions", "measures", "services"] {
        let entries = |document: &Value| -> Vec<Value> {
            let of = |value: &Value| value.as_array().cloned().unwrap_or_default();
            if list == "services" {
                of(&document["entities"]).iter().flat_map(|it| of(&it["serves"])).collect()
            } else {
                of(&document[list])
            }
        };
        let (old, new) = (entries(before), entries(after));
        let (counts, items) = (&report.counts[list], &report.items[list]);
        assert_eq!((counts.before, counts.after), (old.len(), new.len()), "{list}");
        assert_eq!(counts.outcomes.values().sum::<usize>(), old.len(), "{list}");
        // a list of names or requirements, sorted: as the documents say, and as the account says
        let sorted = |mut names: Vec<String>| {
            names.sort();
            names
        };
        let field = if matches!(list, "evidence" | "measures") { "id" } else { "requirement" };
        let names = |entries: &[Value]| sorted(entries.iter().map(|it| it[field].as_str().unwrap().to_owned()).collect());
        let told = |id: &Option<String>, requirement: &String| if field == "id" { id.clone().unwrap() } else { requirement.clone() };
        assert_eq!(sorted(items.iter().map(|it| told(&it.id, &it.requirement)).collect()), names(&old), "{list}");
        let mut places: Vec<_> =
            items.iter().flat_map(|it| it.to.iter().map(move |to| (it.outcome.0, told(&to.id, &to.requirement)))).collect();
        places.sort_by(|a, b| a.1.cmp(&b.1));
        places.dedup_by(|a, b| a == b && a.0 == Outcome::Joined); // parts that say the same say it once
        assert_eq!(sorted(places.into_iter().map(|(_, name)| name).collect()), names(&new), "{list}");
        let lost: Vec<_> = items.iter().filter(|it| it.to.is_empty()).map(|it| it.id.clone()).collect();
        let kept: Vec<_> = report.to_decide.iter().filter_map(|it| it.measure.as_ref()).map(|it| Some(it.id.0.to_string())).collect();
        assert_eq!(lost, if list == "measures" { kept } else { Vec::new() }, "{list}");
    }
}

#[test]
fn an_assessment_of_2013_is_carried_on() {
    let text = common::read(&format!("{FOLDER}/assessment.json"));
    let (after, report) = migrate(&text);
    common::golden(&format!("{FOLDER}/migrated.json"), &after);
    common::golden(&format!("{FOLDER}/migration.json"), &to_json(&report));
    compare(&text, &after);
    let (before, after): (Value, Value) = (fixture(), serde_json::from_str(&after).unwrap());
    account(&before, &after, &report);
    let schema = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("migration").unwrap()).unwrap()).unwrap();
    assert!(schema.is_valid(&serde_json::to_value(&report).unwrap()));
    // 20 evidences: seven on predecessors of merged controls, three on 18.2.3 and one on 9.2, which have two successors each, nine others
    let counts = &report.counts["evidence"].outcomes;
    assert_eq!(counts, &BTreeMap::from([("renamed".to_owned(), 9), ("in_part".to_owned(), 7), ("divided".to_owned(), 4)]));
    assert_eq!(report.counts["evidence"].after, 20 + 4);
    let decisions: Vec<_> = report.to_decide.iter().map(|it| (it.requirement.as_str(), it.why.0.name())).collect();
    let expected = [
        ("iso27001-2022:A.8.31", "applies_in_part"),
        ("iso27001-2022:A.8.15", "statements_differ"),
        ("iso27001-2013:A.18.2.3", "measure_of_several"),
    ];
    assert_eq!(decisions, expected);
    assert_eq!(after["sign_off"], json!({"status": "draft"}));
    assert_eq!(report.sign_off.unwrap().status.0.name(), "final");
}

/// Substantiated, declared and possible by own evidence and in all, worked out in `fixtures/iso27001-2013/why.md`.
#[test]
fn a_merged_control_is_worth_as_much_as_its_weakest_part() {
    let text = common::read(&format!("{FOLDER}/assessment.json"));
    let (before, after) = (result(&text, 0), result(&migrate(&text).0, 0));
    let check = |entity: &str, earlier: &str, later: &str, own: [&str; 3], score: [&str; 3]| {
        let read = |three: [&str; 3]| three.map(|score| score.parse::<Score>().unwrap());
        let there = &after["leaves"][entity]["requirements"][format!("iso27001-2022:{later}")];
        assert_eq!((triple(&there["own"]), triple(&there["score"])), (read(own), read(score)), "{later} at {entity}");
        let here = &before["leaves"][entity]["requirements"][format!("iso27001-2013:{earlier}")];
        if earlier.is_empty() {
            assert_eq!(here, &Value::Null); // merged: it was none before
        } else {
            assert_eq!((triple(&here["own"]), triple(&here["score"])), (read(own), read(own)), "{earlier} at {entity}"); // no edges in 2013
        }
    };
    let whole = ["100"; 3];
    // worked example 8 of the method: 80, 65 and 90 merged
    check("halmark-sygehus", "A.12.4.2", "A.8.15.from-A.12.4.2", ["65"; 3], ["65"; 3]);
    check("halmark-sygehus", "", "A.8.15", whole, ["65"; 3]);
    // one part declared in full, the other without evidence
    check("halmark-sygehus", "A.5.1.1", "A.5.1.from-A.5.1.1", ["50", "100", "100"], ["50", "50", "100"]);
    check("halmark-sygehus", "", "A.5.1", whole, ["0", "0", "100"]);
    // another part is the weakest in each reading
    check("halmark-sygehus", "", "A.5.8", whole, ["50", "75", "80"]);
    // the clean audit of one part does not close what was found wrong with the other
    check("halmark-sygehus", "A.12.6.1", "A.8.8.from-A.12.6.1", ["68", "80", "80"], ["50", "50", "80"]);
    check("halmark-sygehus", "A.18.2.3", "A.8.8.from-A.18.2.3", whole, ["50", "50", "100"]);
    check("halmark-sygehus", "", "A.8.8", whole, ["50", "50", "80"]);
    // copies close each other's findings
    check("halmark-psykiatri", "A.18.2.3", "A.8.8.from-A.18.2.3", ["25", "25", "100"], ["25", "25", "100"]);
    // one successor, and one clause that became two
    check("halmark-sygehus", "A.12.3.1", "A.8.13", ["60", "60", "100"], ["50", "50", "100"]);
    check("halmark-sygehus", "10.1", "10.2", ["25", "50", "50"], ["25", "50", "50"]);
    check("halmark-sygehus", "10.2", "10.1", ["50", "100", "100"], ["50", "50", "96.87"]);
    check("halmark-sygehus", "9.2", "9.2.2", ["63.75", "75", "75"], ["50", "50", "75"]);
    check("halmark-sygehus", "", "9.2", whole, ["50", "50", "75"]);
    let state = |id: &str| after["leaves"]["halmark-sygehus"]["requirements"][format!("iso27001-2022:{id}")]["state"].clone();
    assert_eq!(["A.8.26", "A.8.30", "A.6.1", "A.5.7"].map(state), ["not_applicable", "not_applicable", "outdated", "not_assessed"]);
}

#[test]
fn what_builds_on_the_next_edition_stays_as_it_is() {
    let mut before = fixture();
    before["catalogues"]["gdpr"] = json!("2026.1");
    let one = json!({"id": "H-20", "requirement": "gdpr:30", "kind": "document", "date": "2025-04-15", "assurance": "self", "level": 2});
    before["evidence"].as_array_mut().unwrap().push(one);
    let (after, report) = migrate(&before.to_string());
    let after: Value = serde_json::from_str(&after).unwrap();
    assert_eq!(after["catalogues"], json!({"gdpr": "2026.1", "iso27001-2022": "2026.1-from-2013"}));
    let mut one = after["evidence"].as_array().unwrap().iter().find(|it| it["id"] == "H-20").unwrap().clone();
    assert_eq!((one["requirement"].take(), one.get("note")), (json!("gdpr:30"), None));
    assert_eq!(report.counts["evidence"].outcomes["untouched"], 1);
    account(&before, &after, &report);
}

#[test]
fn what_cannot_be_carried_on_is_told() {
    #[track_caller]
    fn check(change: impl Fn(&mut Value), code: &str, pointer: &str) {
        let mut document = fixture();
        change(&mut document);
        let faults = Library::new(Language::Danish).migrate(Source::text(&document.to_string())).unwrap_err();
        let found: Vec<_> = faults.faults.iter().map(|it| (it.code.as_str(), it.at.pointer.as_str())).collect();
        assert_eq!(found, [(code, pointer)], "{faults}");
        assert!(faults.faults[0].at.line.is_some());
    }
    check(|it| it["catalogues"]["iso27001-2022"] = json!("2026.1"), "both-editions", "/catalogues");
    check(|it| it["dissent"][0]["requirement"] = json!("iso27001-2022:A.8.15"), "both-editions", "/catalogues");
    check(|it| it["evidence"][3]["requirement"] = json!("iso27001-2013:A.9.2.7"), "unknown-requirement", "/evidence/3/requirement");
    let other = common::read("fixtures/worked-example-1/assessment.json");
    let faults = Library::new(Language::English).migrate(Source::text(&other)).unwrap_err();
    assert_eq!((faults.faults.len(), faults.faults[0].code.as_str()), (1, "nothing-to-migrate"));
}

/// Names that are taken, too long, or both: copies get names of their own, and each closes what its original closed.
#[test]
fn copies_have_names_of_their_own() {
    let long = "x".repeat(128);
    let one = |id: &str, date: &str, requirement: &str, closes: &[&str]| {
        json!({"id": id, "requirement": format!("iso27001-2013:{requirement}"), "kind": "audit", "date": date, "assurance": "independent",
            "by": "R (opdigtet)", "reference": "1", "population": 10, "examined": 2, "ok": 1, "closes": closes, "note": "n".repeat(9_990)})
    };
    let mut before = fixture();
    before["evidence"] = json!([
        one("a", "2025-01-01", "A.18.2.3", &[]),
        one("a@A.8.8", "2025-02-01", "A.18.2.3", &["a"]),
        one(&long, "2025-03-01", "A.18.2.3", &["a", "other"]),
        one("other", "2025-03-01", "A.12.6.1", &["a"]),
    ]);
    let (after, report) = migrate(&before.to_string());
    compare(&before.to_string(), &after);
    let after: Value = serde_json::from_str(&after).unwrap();
    account(&before, &after, &report);
    let find = |id: &str| after["evidence"].as_array().unwrap().iter().find(|it| it["id"] == id).unwrap();
    let at = |id: &str| find(id)["requirement"].as_str().unwrap().split_once(':').unwrap().1.to_owned();
    let copy = format!("{}@A.8.8", "x".repeat(122)); // 122 + 6 = 128 bytes
    for (original, copy) in [("a", "a@A.8.8-2"), ("a@A.8.8", "a@A.8.8@A.8.8"), (long.as_str(), copy.as_str())] {
        assert_eq!([at(original), at(copy)], ["A.5.36.from-A.18.2.3", "A.8.8.from-A.18.2.3"]);
    }
    assert_eq!(find("a@A.8.8@A.8.8")["closes"], json!(["a@A.8.8-2"]));
    assert_eq!(find(&copy)["closes"], json!(["a@A.8.8-2", "other"]));
    assert_eq!((&find(&long)["closes"], &find("other")["closes"]), (&json!(["a", "other"]), &json!(["a"])));
    assert_eq!(find("a")["note"], json!("n".repeat(9_990))); // with its origin it would be longer than a text may be
}

/// Evidence, exclusions and services on requirements that were merged, divided and renumbered.
fn assessments() -> impl Strategy<Value = Value> {
    const REQUIREMENTS: [&str; 10] =
        ["A.12.6.1", "A.18.2.3", "A.18.2.2", "A.12.4.1", "A.12.4.2", "A.12.4.3", "A.9.2.1", "A.12.3.1", "9.2", "10.1"];
    let requirement = || proptest::sample::select(&REQUIREMENTS[..]);
    let entity = || proptest::sample::select(&["region", "north", "south", "platform"][..]);
    let sure = proptest::sample::select(&["self", "internal", "independent"][..]);
    let finding = prop_oneof![
        (1..=100_u32, 0..=100_u32).prop_map(|(share, result)| json!({"share": share, "result": result})),
        (0..=5_u32).prop_map(|level| json!({"level": level})),
        (1..=80_u32, 0..=100_u32, 0..=100_u32, any::<bool>()).prop_map(|(population, examined, ok, random)| {
            let examined = 1 + (population - 1) * examined / 100;
            let selection = if random { "random" } else { "chosen" };
            json!({"population": population, "examined": examined, "ok": examined * ok / 100, "selection": selection})
        }),
    ];
    let one = (requirement(), entity(), 0..=700_i64, sure, finding, proptest::collection::vec(any::<prop::sample::Index>(), 0..3));
    let excluded = (requirement(), proptest::sample::select(&["region", "north", "south"][..]));
    let service = (requirement(), proptest::sample::select(&["north", "south"][..]), 1..=100_u32);
    let lists =
        (proptest::collection::vec(one, 0..14), proptest::collection::vec(excluded, 0..4), proptest::collection::vec(service, 0..3));
    lists.prop_map(|(evidence, exclusions, services)| {
        let date = jiff::civil::date(2025, 6, 30);
        let count = evidence.len();
        let evidence = evidence.into_iter().enumerate().map(|(at, (requirement, entity, age, assurance, finding, closes))| {
            let mut one = finding;
            let closes: Vec<_> = closes.iter().map(|it| it.index(count)).filter(|it| *it != at).map(|it| format!("e{it}")).collect();
            let date = date.checked_sub(jiff::Span::new().days(age)).unwrap().to_string();
            let more = json!({"id": format!("e{at}"), "requirement": format!("iso27001-2013:{requirement}"), "entity": entity, "kind": "audit",
                "date": date, "assurance": assurance, "by": "R (opdigtet)", "reference": "1", "closes": closes});
            one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            one
        });
        let evidence: Vec<_> = evidence.collect();
        let excluded: BTreeSet<_> = exclusions.into_iter().filter(|(it, _)| it.starts_with("A.")).collect();
        let exclusions = excluded.iter().map(|(requirement, entity)| {
            json!({"requirement": format!("iso27001-2013:{requirement}"), "entity": entity, "class": "no_such_asset", "reason": "r",
                "approved_by": "R (opdigtet)", "review_by": "2025-12-31"})
        });
        let services: BTreeMap<_, _> = services.into_iter().map(|(requirement, entity, share)| ((requirement, entity), share)).collect();
        let serves = services.into_iter().map(|((requirement, entity), share)| {
            json!({"requirement": format!("iso27001-2013:{requirement}"), "entity": entity, "share": share})
        });
        json!({
            "format": "pejling/assessment/1", "organisation": "region", "as_of": date.to_string(), "catalogues": {"iso27001-2013": "2026.1"},
            "entities": [{"id": "region"}, {"id": "north", "parent": "region", "weight": 3}, {"id": "south", "parent": "region"},
                {"id": "platform", "serves": serves.collect::<Vec<_>>()}],
            "evidence": evidence, "exclusions": exclusions.collect::<Vec<_>>(),
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The law: an edition's 1-1 successor keeps its score; and so does each part of what was merged or divided.
    #[test]
    fn a_successor_keeps_its_own_score(before in assessments()) {
        let (after, report) = migrate(&before.to_string());
        compare(&before.to_string(), &after);
        account(&before, &serde_json::from_str(&after).unwrap(), &report);
    }
}
