//! A forecast of one year, against the arithmetic of `fixtures/forecast/why.md`, and what cannot be foreseen.

use pejling_documents::{ForecastDocument, Language, Library, Source, call, schema, to_json};
use serde_json::{Value, json};

use crate::common;

const FOLDER: &str = "fixtures/forecast";

fn foresee(objective: Option<&str>) -> ForecastDocument {
    common::with_overlay(FOLDER, |library| {
        let checked = library.check(Source::text(&common::read(&format!("{FOLDER}/assessment.json")))).unwrap();
        let (as_of, until) = (checked.as_of(None).unwrap(), "2027-06-30".parse().unwrap());
        checked.forecast(library, as_of, until, checked.assessment().organisation(), objective).unwrap()
    })
}

#[test]
fn the_year_has_its_golden() {
    let found = foresee(None);
    common::golden(&format!("{FOLDER}/forecast.json"), &to_json(&found));
    let found = serde_json::to_value(&found).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str::<Value>(&schema("forecast").unwrap()).unwrap()).unwrap();
    let faults: Vec<_> = validator.iter_errors(&found).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The days of an objective or requirement: date, change, band, and the three readings.
#[track_caller]
fn check(found: &Value, list: &str, id: &str, expected: &[[&str; 4]], keeping: &str, kept_by: &[&str]) {
    let course = found[list].as_array().unwrap().iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("{id} is not in {list}"));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let day = |day: &Value| {
        let score = ["substantiated", "declared", "possible"].map(|reading| text(&day["score"][reading])).join(" ");
        [text(&day["date"]), text(&day["change"]), text(&day["band"]), score]
    };
    let days: Vec<_> = course["days"].as_array().unwrap().iter().map(day).collect();
    assert_eq!(days, expected, "{id}");
    let names: Vec<_> = course["kept_by"].as_array().unwrap().iter().map(|it| text(&it["requirement"])).collect();
    assert_eq!(
        (text(&course["keeping"]).as_str(), names.as_slice()),
        (keeping, kept_by.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>().as_slice()),
        "{id}"
    );
}

/// Every number is derived in `why.md`.
#[test]
fn the_year_is_as_by_hand() {
    let found = serde_json::to_value(foresee(None)).unwrap();
    let framework = [
        ["2026-06-30", "-", "L", "64.16 83.33 100.00"],
        ["2026-12-17", "lower", "P", "50.00 66.66 100.00"],
        ["2027-06-30", "-", "P", "18.93 25.27 100.00"],
    ];
    check(&found, "objectives", "ageing:framework", &framework, "no", &[]);
    let logging = [
        ["2026-06-30", "-", "L", "71.25 75.00 100.00"],
        ["2026-12-17", "lower", "P", "50.00 50.00 100.00"],
        ["2027-06-30", "-", "P", "25.20 25.20 100.00"],
    ];
    check(&found, "objectives", "ageing:logging", &logging, "named", &["ageing:logs", "ageing:review"]);
    let logs = [
        ["2026-06-30", "-", "F", "100.00 100.00 100.00"],
        ["2027-02-24", "lower", "L", "84.93 84.93 100.00"],
        ["2027-06-30", "-", "L", "50.41 50.41 100.00"],
    ];
    check(&found, "requirements", "ageing:logs", &logs, "named", &["ageing:logs"]);
    let review = [
        ["2026-06-30", "-", "P", "42.50 50.00 100.00"],
        ["2026-11-16", "lower", "N", "14.63 17.22 100.00"],
        ["2026-12-17", "lost", "-", "0.00 0.00 100.00"],
        ["2027-06-30", "-", "-", "0.00 0.00 100.00"],
    ];
    check(&found, "requirements", "ageing:review", &review, "named", &["ageing:review"]);
    let contract = [
        ["2026-06-30", "-", "-", "- - -"],
        ["2027-01-01", "applies", "-", "0.00 0.00 100.00"],
        ["2027-06-30", "-", "-", "0.00 0.00 100.00"],
    ];
    check(&found, "requirements", "ageing:contract", &contract, "not_needed", &[]);
    assert_eq!(found["requirements"].as_array().unwrap().len(), 3, "policy stays P");

    let lapses: Vec<_> =
        found["evidence"].as_array().unwrap().iter().map(|it| json!([it["id"], it["stale_from"], it["worthless_from"]])).collect();
    let expected = [
        json!(["review-june", "2026-09-19", "2026-12-17"]),
        json!(["audit-of-logs", "2027-01-01", "2027-12-31"]),
        json!(["policy", "2027-01-02", "2028-01-01"]),
    ];
    assert_eq!(lapses, expected);
    let renewals: Vec<_> = found["renewals"].as_array().unwrap().iter().collect();
    let told: Vec<_> =
        renewals.iter().map(|it| json!([it["requirement"], it["entity"], it["due"], it["evidence"][0]["times"], it["worth"]])).collect();
    let expected = [
        json!(["ageing:logs", "bakkeland", "2026-12-31", 1, {"ageing:framework": "+12.40", "ageing:logging": "+24.80"}]),
        json!(["ageing:review", "syd", "2026-09-18", 4, {"ageing:framework": "+10.62", "ageing:logging": "+21.25"}]),
        json!(["ageing:policy", "bakkeland", "2027-01-01", 1, {"ageing:framework": "+6.17"}]),
    ];
    assert_eq!(told, expected);
    assert_eq!((&renewals[0]["responsible"], &renewals[1]["responsible"]), (&json!("It-direktøren"), &Value::Null));
    let groups: Vec<_> = found["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| json!([it["group"], it["due"], it["renewals"].as_array().unwrap().len()]))
        .collect();
    assert_eq!(groups, [json!(["it-and-cyber-security", "2026-09-18", 2]), json!(["organisation-and-management", "2027-01-01", 1])]);
}

#[test]
fn one_objective_narrows_everything_to_what_it_rests_on() {
    let found = foresee(Some("ageing:logging"));
    assert_eq!(found.objectives.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["ageing:logging"]);
    assert_eq!(found.requirements.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["ageing:logs", "ageing:review"]);
    assert_eq!(found.evidence.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["review-june", "audit-of-logs"]);
    let most: Vec<_> = found.renewals.iter().map(|it| it.most.as_ref().unwrap().change.to_string()).collect();
    assert_eq!(most, ["+24.80", "+21.25"]);
}

#[test]
fn it_is_said_in_a_sentence() {
    let found = foresee(None);
    let texts = ["catalogue.toml", "da.toml", "en.toml"]
        .map(|name| (format!("{FOLDER}/overlay/{name}"), common::read(&format!("{FOLDER}/overlay/{name}"))));
    let [catalogue, danish, english] = texts.each_ref().map(|(name, text)| Source { name: Some(name), text });
    let said = |language| {
        let mut library = Library::new(language);
        library.lay_over(catalogue, &[danish, english]).unwrap();
        found.sentence(&library)
    };
    let expected = "If nobody does anything until 2027-06-30, 2 objectives of bakkeland leave their band, first \"All four\" on 2026-12-17: from largely met to partly met. \
                    What is worth most to renew is \"Logging\" of bakkeland, by 2026-12-31: +12.40 percentage points in \"All four\".";
    assert_eq!(said(Language::English), expected);
    let expected = "Hvis ingen gør noget frem til 2027-06-30, forlader 2 mål for bakkeland deres trin, først »Alle fire« den 2026-12-17: fra overvejende opfyldt til delvist opfyldt. \
                    Mest er det værd at forny »Logning« for bakkeland senest 2026-12-31: +12,40 procentpoint i »Alle fire«.";
    assert_eq!(said(Language::Danish), expected);
}

#[test]
fn call_answers_the_same_and_tells_every_fault() {
    let assessment: Value = serde_json::from_str(&common::read("fixtures/region/assessment.json")).unwrap();
    let ask = |more: Value| -> Value {
        let mut question = json!({"op": "forecast", "assessment": assessment});
        question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_str(&call(&question.to_string())).unwrap()
    };
    let answer = ask(json!({"until": "2026-12-31", "entity": "psykiatrien", "objective": "gdpr:framework"}));
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&assessment.to_string())).unwrap();
    let (as_of, until) = (checked.as_of(None).unwrap(), "2026-12-31".parse().unwrap());
    let found = checked.forecast(&library, as_of, until, &"psykiatrien".parse().unwrap(), Some("gdpr:framework")).unwrap();
    assert_eq!(answer["ok"], serde_json::to_value(&found).unwrap());
    let codes = |more: Value| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        ask(more)["faults"].as_array().unwrap().iter().map(|it| (text(&it["code"]), text(&it["at"]["pointer"]))).collect()
    };
    let told =
        |faults: &[(&str, &str)]| faults.iter().map(|(code, pointer)| ((*code).to_owned(), (*pointer).to_owned())).collect::<Vec<_>>();
    let all = json!({"until": "2026-06-30", "entity": "nowhere", "objective": "gdpr:nothing"});
    assert_eq!(codes(all), told(&[("unknown-entity", "/entity"), ("unknown-objective", "/objective"), ("until-not-later", "/until")]));
    assert_eq!(codes(json!({"until": "2036-07-01"})), told(&[("until-too-late", "/until")])); // 3,654 days: 10 years with 3 leap days, and a day
    assert_eq!(codes(json!({"until": "2030", "objective": ""})), told(&[("not-a-date", "/until")]));
    assert_eq!(codes(json!({})), told(&[("missing-field", "/until")]));
}
