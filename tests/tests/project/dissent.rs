//! Dissent stands beside every declared reading that it concerns, in every document.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::EntityId;
use pejling_documents::{Checked, Language, Library, SCHEMAS, Source, call, schema};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common;

const PURPOSE: &str = "Formålet er bredere end oplyst.";
const LOGGING: &str = "Kun hvert andet system skriver en log.";
const RISKS: &str = "Risici for de registrerede er ikke med.";
const BACKUP: &str = "Ingen har prøvet at lægge en kopi tilbage.";

fn fixture() -> Value {
    serde_json::from_str(&common::read("fixtures/dissent/assessment.json")).unwrap()
}

/// Another region, of which nobody sees anything otherwise.
fn neighbour() -> Value {
    serde_json::from_str(&common::read("fixtures/dissent/neighbour.json")).unwrap()
}

fn checked<T>(assessment: &Value, use_it: impl FnOnce(&Checked) -> T) -> T {
    let text = assessment.to_string();
    use_it(&Library::new(Language::English).check(Source::text(&text)).unwrap_or_else(|faults| panic!("{faults}")))
}

/// The table of `fixtures/dissent/why.md`.
#[test]
fn a_dissent_concerns_what_its_evidence_would() {
    checked(&fixture(), |checked| {
        #[track_caller]
        fn check(checked: &Checked, of: &str, expected: [&[&str]; 4]) {
            for (entity, expected) in ["nordvig", "sygehus-vest", "sygehus-oest", "driftscenter"].into_iter().zip(expected) {
                let mut found: Vec<_> = checked.dissent_among(&entity.parse().unwrap(), [of]).into_iter().map(|it| it.text).collect();
                found.sort();
                assert_eq!(found, expected, "{of} at {entity}");
            }
        }
        check(checked, "screening:purpose", [&[PURPOSE], &[PURPOSE], &[PURPOSE], &[]]);
        check(checked, "screening:screening", [&[PURPOSE], &[PURPOSE], &[PURPOSE], &[]]);
        check(checked, "iso27001-2022:A.8.15", [&[LOGGING], &[LOGGING], &[], &[]]);
        check(checked, "iso27001-2022:A.8.13", [&[BACKUP], &[], &[BACKUP], &[BACKUP]]);
        check(checked, "iso27001-2022:chapter-a8", [&[BACKUP, LOGGING], &[LOGGING], &[BACKUP], &[BACKUP]]);
        check(checked, "iso27001-2022:6.1.2", [&[RISKS], &[RISKS], &[RISKS], &[]]);
        check(checked, "iso27001-2022:6.1", [&[RISKS], &[RISKS], &[RISKS], &[]]);
        check(checked, "iso27001-2022:6.1.3", [&[], &[], &[], &[]]); // requires 6.1.2, and is not made of it
        check(checked, "iso27001-2022:A.8.16", [&[], &[], &[], &[]]); // rests on A.8.15
        check(checked, "iso27001-2022:framework", [&[BACKUP, LOGGING, RISKS], &[LOGGING, RISKS], &[BACKUP, RISKS], &[BACKUP]]);
    });
}

/// An exclusion takes the number away, and not the view on it.
#[test]
fn an_exclusion_silences_nobody() {
    let mut excluded = fixture();
    excluded["exclusions"] = json!([{"requirement": "iso27001-2022:A.8.15", "class": "no_such_activity", "reason": "r", "approved_by": "a",
        "review_by": "2026-12-31"}]);
    checked(&excluded, |checked| {
        let entity: EntityId = "sygehus-vest".parse().unwrap();
        let scores = checked.scores(checked.as_of(None).unwrap());
        let explanation = checked.explain(&scores, &entity, "iso27001-2022:A.8.15").unwrap();
        assert_eq!(explanation.dissent[0].text, LOGGING);
    });
}

/// Documents with a declared reading, of whatever entity, and no list of dissent; with the reason.
const WITHOUT_DISSENT: &[(&str, &str)] = &[
    (
        "extract",
        "it is public: the words of the data protection officer without the requirement that they are on, and a mark at every number that anybody disputes",
    ),
    ("operations", "it is made of the other documents"),
];

/// A new document that shows what is declared cannot leave out who sees it otherwise.
#[test]
fn every_document_with_a_declared_reading_has_room_for_dissent() {
    let mut with = BTreeSet::new();
    for name in SCHEMAS {
        let schema: Value = serde_json::from_str(&schema(name).unwrap()).unwrap();
        let mut open = vec![&schema];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(fields) => {
                    let properties = fields.get("properties").and_then(Value::as_object);
                    if properties.is_some_and(|it| it.contains_key("declared")) {
                        with.insert(name);
                    }
                    open.extend(fields.values());
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
        if with.contains(name) && !WITHOUT_DISSENT.iter().any(|(other, _)| other == name) {
            let dissent = &schema["properties"]["dissent"]["items"]["$ref"];
            assert_eq!(dissent, "#/$defs/DissentResult", "{name} shows what is declared, and has no list of dissent");
        }
    }
    assert!(["result", "explanation", "view", "screening", "soa"].iter().all(|name| with.contains(name)), "{with:?}");
    assert!(WITHOUT_DISSENT.iter().all(|(name, _)| with.contains(name)), "an exception for what needs none");
}

/// What each operation is asked of the fixture, and the views that its answer has to have: those on what it shows.
fn shown(operation: &str) -> Option<(Value, Vec<&'static str>)> {
    let of_everything = vec![BACKUP, LOGGING, RISKS, PURPOSE];
    match operation {
        "score" => Some((json!({}), of_everything)),
        "explain" => Some((json!({"of": "iso27001-2022:chapter-a8"}), vec![BACKUP, LOGGING])),
        "soa" => Some((json!({}), vec![BACKUP, LOGGING])),
        "view" => Some((json!({"name": "iso-maaling"}), vec![RISKS])),
        "screening" => Some((json!({}), vec![PURPOSE])),
        "what_if" => Some((json!({"set": [{"requirement": "iso27001-2022:6.1.2", "own": 100}]}), vec![BACKUP, LOGGING, RISKS])),
        "forecast" => Some((json!({"until": "2027-06-30"}), of_everything)),
        "bridge" => Some((json!({"old": fixture()}), of_everything)),
        "follow_up" => {
            let mut decided = fixture();
            decided["measures"] =
                json!([{"id": "m", "requirement": "iso27001-2022:6.1.2", "cost": 1, "score_after": 100, "status": "decided"}]);
            Some((json!({"old": decided}), vec![RISKS]))
        }
        "compare" => Some((json!({"assessments": [fixture(), neighbour()]}), of_everything)),
        "extract" => Some((json!({}), vec![RISKS])), // what auditors say is about single requirements: a mark alone is public
        "merge" => Some((json!({"assessments": [fixture(), neighbour()], "into": "nordsyd", "from": "2027-01-01"}), of_everything)),
        _ => None,
    }
}

/// Operations that show no declared reading of an assessment, and why.
const NOTHING_DECLARED: &[(&str, &str)] = &[
    ("check", "counts and warnings"),
    ("gains", "goes by what is substantiated"),
    ("plan", "goes by what is substantiated"),
    ("regions", "no assessment"),
    ("verify", "compares what others computed; the result that it is about has its dissent"),
    ("migrate", "carries dissent on, and scores nothing"),
    ("catalogues", "no assessment"),
    ("catalogue", "no assessment"),
    ("requirement", "no assessment"),
    ("lint", "no assessment"),
    ("diff", "no assessment"),
    ("graph", "no assessment"),
    ("schema", "no assessment"),
];

/// Every operation is known to show dissent or to show nothing that needs it; the language changes no byte.
#[test]
fn every_operation_says_who_sees_it_otherwise() {
    let questions: Value = serde_json::from_str(&schema("call").unwrap()).unwrap();
    let operations = questions["$defs"]["Operation"].clone();
    let names: Vec<String> = match operations.get("enum") {
        Some(names) => names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect(),
        None => operations["oneOf"].as_array().unwrap().iter().map(|it| it["const"].as_str().unwrap().to_owned()).collect(),
    };
    assert!(names.len() >= 15, "{names:?}");
    for name in names {
        if NOTHING_DECLARED.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let (mut question, texts) = shown(&name).unwrap_or_else(|| panic!("{name}: does it show what is declared?"));
        question["op"] = name.as_str().into();
        if question.get("assessments").is_none() {
            question["assessment"] = fixture();
        }
        let mut answers = Vec::new();
        for language in ["da", "en"] {
            question["language"] = language.into();
            answers.push(serde_json::from_str::<Value>(&call(&question.to_string())).unwrap());
        }
        assert_eq!(answers[0], answers[1], "{name}");
        let answer = &answers[0]["ok"];
        let dissent = answer.get("report").unwrap_or(answer)["dissent"].as_array().unwrap_or_else(|| panic!("{name}: {}", answers[0]));
        let found: BTreeSet<_> = dissent.iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(found, texts.into_iter().collect(), "{name}");
        let auditor = dissent.iter().find(|it| it["text"] == LOGGING);
        assert!(
            auditor.is_none_or(|it| it["by"] == "auditor" && it["entity"] == "sygehus-vest" && it["requirement"] == "iso27001-2022:A.8.15")
        );
    }
}

/// A model small enough to say by hand, with strings and loops, whom a dissent concerns.
#[derive(Clone, Debug)]
struct Model {
    parents: Vec<Option<usize>>,        // of entities `e0`, `e1`, ..: an earlier one
    serves: Vec<(usize, usize, usize)>, // who, whom, on what
    dissent: Vec<(usize, usize)>,       // where, on what
}

/// Requirements of an invented catalogue: `both` is made of `a` and `b`, `all` of `both` and `c`; `d` rests on `a` and is made of nothing.
const REQUIREMENTS: [&str; 6] = ["a", "b", "c", "d", "both", "all"];
const MADE_OF: [(&str, &[&str]); 2] = [("both", &["a", "b"]), ("all", &["both", "c"])];
const OBJECTIVES: [(&str, &[&str]); 3] = [("x", &["a", "d"]), ("y", &["both", "d"]), ("z", &["all", "c"])];

fn model() -> impl Strategy<Value = Model> {
    (1..7_usize).prop_flat_map(|count| {
        let parents: Vec<_> = (0..count).map(|at| if at == 0 { Just(None).boxed() } else { prop::option::of(0..at).boxed() }).collect();
        let serves = prop::collection::vec((0..count, 0..count, 0..4_usize), 0..4);
        let dissent = prop::collection::vec((0..count, 0..REQUIREMENTS.len()), 0..4);
        (parents, serves, dissent).prop_map(|(parents, serves, dissent)| Model { parents, serves, dissent })
    })
}

impl Model {
    fn is_below(&self, entity: usize, above: usize) -> bool {
        entity == above || self.parents[entity].is_some_and(|parent| self.is_below(parent, above))
    }

    /// Whether the dissent concerns a requirement or objective at an entity: evidence in its place would count for a leaf there or below.
    fn concerns(&self, (at, on): (usize, usize), entity: usize, of: &str) -> bool {
        let leaves = (0..self.parents.len()).filter(|leaf| !self.parents.contains(&Some(*leaf)));
        let holds = |leaf: usize| {
            let serves = |&(who, whom, what): &(usize, usize, usize)| who == at && what == on && self.is_below(leaf, whom);
            self.is_below(leaf, at) || self.serves.iter().any(serves)
        };
        let made_of =
            |of: &str| -> Vec<&str> { MADE_OF.iter().filter(|(it, _)| *it == of).flat_map(|(_, parts)| *parts).copied().collect() };
        let members = OBJECTIVES.iter().find(|(it, _)| *it == of).map_or_else(|| vec![of], |(_, members)| members.to_vec());
        let mut all = members;
        for _ in 0..3 {
            all.extend(all.clone().into_iter().flat_map(made_of));
        }
        all.contains(&REQUIREMENTS[on]) && leaves.into_iter().any(|leaf| self.is_below(leaf, entity) && holds(leaf))
    }

    fn document(&self) -> Value {
        let name = |at: usize| format!("e{at}");
        let entities: Vec<Value> = (0..self.parents.len())
            .map(|at| {
                let serves = self.serves.iter().filter(|(who, whom, _)| *who == at && !self.is_below(*whom, at));
                let serves: BTreeMap<_, Value> = serves
                    .map(|&(_, whom, what)| {
                        let requirement = format!("own:{}", REQUIREMENTS[what]);
                        ((whom, what), json!({"entity": name(whom), "requirement": requirement, "share": 50}))
                    })
                    .collect();
                let mut entity = json!({"id": name(at), "serves": serves.into_values().collect::<Vec<_>>()});
                if let Some(parent) = self.parents[at] {
                    entity["parent"] = name(parent).into();
                }
                entity
            })
            .collect();
        let dissent = self.dissent.iter().enumerate().map(|(number, &(at, on))| {
            json!({"by": "dpo", "entity": name(at), "requirement": format!("own:{}", REQUIREMENTS[on]), "text": number.to_string()})
        });
        json!({"format": "pejling/assessment/1", "organisation": "e0", "as_of": "2026-06-30", "catalogues": {"own": "1"},
            "entities": entities, "dissent": dissent.collect::<Vec<_>>()})
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The published dissent and the marks of the result are those of the model, for every entity, requirement and objective.
    #[test]
    fn dissent_is_where_evidence_would_count(model in model()) {
        let plain = |id: &str| json!({"id": id, "requires": if id == "d" { vec!["a"] } else { vec![] }});
        let composites = MADE_OF.iter().map(|(id, parts)| json!({"id": id, "composite": true, "requires": parts}));
        let requirements: Vec<_> = ["a", "b", "c", "d"].into_iter().map(plain).chain(composites).collect();
        let objectives: Vec<_> = OBJECTIVES.iter().map(|(id, members)| json!({"id": id, "family": "theme", "members": members})).collect();
        let overlay = json!({"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": requirements, "objectives": objectives});
        let (overlay, document) = (overlay.to_string(), model.document().to_string());
        let mut library = Library::new(Language::English);
        library.lay_over(Source::text(&overlay), &[]).unwrap();
        let checked = library.check(Source::text(&document)).unwrap_or_else(|faults| panic!("{faults}"));
        let result = serde_json::to_value(checked.result(checked.as_of(None).unwrap())).unwrap();
        for entity in 0..model.parents.len() {
            let names = REQUIREMENTS.iter().map(|it| ("requirements", *it)).chain(OBJECTIVES.iter().map(|(it, _)| ("objectives", *it)));
            for (list, of) in names {
                let expected = model.dissent.iter().enumerate().filter(|(_, it)| model.concerns(**it, entity, of)).map(|(number, _)| number.to_string());
                let expected: BTreeSet<String> = expected.collect();
                let (id, of): (EntityId, _) = (format!("e{entity}").parse().unwrap(), format!("own:{of}"));
                let found: BTreeSet<String> = checked.dissent_among(&id, [of.as_str()]).into_iter().map(|it| it.text).collect();
                prop_assert_eq!(&found, &expected, "{} at {}", of, id);
                let number = ["leaves", "consolidated"].iter().find_map(|level| result[*level].get(id.as_str())).unwrap();
                prop_assert_eq!(number[list][&of]["disputed"] == true, !expected.is_empty(), "{} at {}", of, id);
            }
        }
    }
}
