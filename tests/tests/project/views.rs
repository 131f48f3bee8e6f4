//! Views and screenings: the same evidence on other scales.

use pejling_documents::{Language, Library, Source};
use serde_json::{Value, json};

use crate::common;

fn fixture(name: &str) -> Value {
    serde_json::from_str(&common::read(&format!("fixtures/{name}/assessment.json"))).unwrap()
}

/// The areas of a view of an assessment, as level and whether the norm is met.
fn areas(assessment: &Value, edition: &str) -> Vec<(String, Option<String>, Option<bool>)> {
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&assessment.to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let organisation = checked.assessment().organisation();
    let standing = checked.standing(&scores, organisation, library.view("iso-maaling", Some(edition)).unwrap()).unwrap();
    standing.areas.into_iter().map(|it| (it.id, it.level, it.meets_norm)).collect()
}

/// An assessment of one organisation with one statement on each of some requirements.
fn declared(results: &[(&str, &str)]) -> Value {
    let evidence = results.iter().map(|(requirement, result)| {
        json!({"id": requirement, "requirement": format!("iso27001-2022:{requirement}"), "kind": "statement", "assurance": "self",
            "date": "2026-06-01", "result": result})
    });
    json!({"format": "pejling/assessment/1", "organisation": "a", "as_of": "2026-06-30", "catalogues": {"iso27001-2022": "2026.1"},
        "evidence": evidence.collect::<Vec<_>>()})
}

/// Method M7: 92.50 * 4 / 100 = 3.70; 99.99 * 4 / 100 = 3.9996, cut 3.9; 100 is 4.0. Leadership is 5.1, 5.2 and 5.3: (3.7 + 3.9 + 4.0) / 3 =
/// 3.866.., cut 3.8. What nobody answered is level 0 and meets no norm.
#[test]
fn levels_are_cut_and_areas_are_means() {
    let found = areas(&declared(&[("5.1", "92.50"), ("5.2", "99.99"), ("5.3", "100")]), "2023.1");
    assert_eq!(found[1], ("leadership".to_owned(), Some("3.8".to_owned()), Some(false)));
    assert!(
        found.iter().filter(|(id, ..)| id != "leadership").all(|(_, level, norm)| level.as_deref() == Some("0.0") && *norm == Some(false))
    );
    let found = areas(&declared(&[("5.1", "100"), ("5.2", "100"), ("5.3", "100")]), "2023.1");
    assert_eq!(found[1], ("leadership".to_owned(), Some("4.0".to_owned()), Some(true)));
}

/// Nine areas from 2023, seven before.
#[test]
fn both_editions_are_there_and_apart() {
    let assessment = declared(&[]);
    assert_eq!((areas(&assessment, "2023.1").len(), areas(&assessment, "2018.1").len()), (9, 7));
    let library = Library::new(Language::English);
    assert_eq!(library.view("iso-maaling", Some("2020")).unwrap_err().faults[0].code, "unknown-edition");
    assert_eq!(library.view("iso-maling", None).unwrap_err().faults[0].code, "unknown-view");
}

/// A view without a scale says no level and no norm; one that looks at catalogues which the assessment does not name says which.
#[test]
fn a_view_says_what_it_lacks() {
    let library = Library::new(Language::English);
    let checked = library.check(Source::text(&declared(&[]).to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let fault = checked.standing(&scores, checked.assessment().organisation(), library.view("foerste-aar", None).unwrap()).unwrap_err();
    assert_eq!(fault.faults[0].args["missing"], "gdpr, principles-2017");
}

/// How many documents, colleagues and lists each member of the first year's set was reckoned to take, as the comments behind its minutes say.
fn reckoned() -> Vec<(String, u32, [u32; 3])> {
    let text = common::read("controls/foerste-aar/catalogue.toml");
    let lines = text.lines().skip_while(|line| *line != "[minutes]").skip(1).filter(|line| !line.is_empty());
    let line = |line: &str| {
        let (member, rest) = line.split_once(" = ").unwrap();
        let (minutes, words) = rest.split_once(" # ").unwrap();
        let mut counts = [0; 3];
        for part in words.split(", ") {
            let (count, of) = part.split_once(' ').unwrap();
            let place = ["document", "colleague", "list"].iter().position(|it| *it == of.trim_end_matches('s')).unwrap();
            counts[place] += count.parse::<u32>().unwrap();
        }
        (member.trim_matches('"').to_owned(), minutes.parse().unwrap(), counts)
    };
    lines.map(line).collect()
}

/// The rule of the set, in minutes: 10 to read and answer, 10 a document, 15 a colleague, 30 a list. What its note says of it in either
/// language adds up, and so do the words that there are to read: questions, levels and lines on evidence, at 200 words a minute.
#[test]
fn the_estimate_of_the_first_year_adds_up() {
    let reckoned = reckoned();
    for (member, minutes, [documents, colleagues, lists]) in &reckoned {
        assert_eq!(*minutes, 10 + 10 * documents + 15 * colleagues + 30 * lists, "{member}");
    }
    let [answers, total] = [reckoned.len(), reckoned.iter().map(|(_, minutes, _)| *minutes as usize).sum()];
    let [documents, colleagues, lists] = [0, 1, 2].map(|of| reckoned.iter().map(|(.., counts)| counts[of] as usize).sum::<usize>());
    let sum = format!("{} + {} + {} + {} = ", 10 * answers, 10 * documents, 15 * colleagues, 30 * lists);
    for language in Language::ALL {
        let library = Library::new(language);
        let (view, texts) = library.views().find(|(view, _)| view.id.0.as_str() == "foerste-aar").unwrap();
        assert_eq!(view.minutes.values().map(|minutes| *minutes as usize).sum::<usize>(), total);
        let words: usize = reckoned
            .iter()
            .map(|(member, ..)| {
                let guide = library.guide_to(member).unwrap();
                let lines = guide.question.iter().chain(&guide.levels).chain(guide.evidence.values());
                lines.map(|line| line.split_whitespace().count()).sum::<usize>()
            })
            .sum();
        let thousands = |number: usize| {
            let mark = if language == Language::Danish { '.' } else { ',' };
            format!("{}{mark}{:03}", number / 1000, number % 1000)
        };
        let (hundreds, reading) = (thousands(words / 100 * 100), (words + 100) / 200);
        let (hours, minutes) = (total / 60, total % 60);
        let says = match language {
            Language::Danish => vec![
                format!(
                    "{answers} svar, {documents} dokumenter, {colleagues} kolleger og {lists} lister er {sum}{} minutter",
                    thousands(total)
                ),
                format!("({hours} timer og {minutes} minutter)"),
                format!("Af de {} går {reading} med at læse", 10 * answers),
                format!("er {hundreds} ord, regnet med 200 ord i minuttet"),
            ],
            Language::English => vec![
                format!(
                    "{answers} answers, {documents} documents, {colleagues} colleagues and {lists} lists are {sum}{} minutes",
                    thousands(total)
                ),
                format!("({hours} hours and {minutes} minutes)"),
                format!("Of the {}, {reading} go into reading", 10 * answers),
                format!("are {hundreds} words, reckoned at 200 words a minute"),
            ],
        };
        for said in says {
            assert!(texts.note.contains(&said), "{said}");
        }
    }
}

/// What `fixtures/foerste-aar/why.md` says: one answer to each member, in the order of the set, by a kind that the guide names or a statement, on
/// the day on which its minutes are used up: 555 a week, of which 444 on Monday and the rest on Tuesday. With it nothing of the set is open.
#[test]
fn the_first_year_can_be_answered_in_its_order() {
    let library = Library::new(Language::English);
    let assessment = fixture("foerste-aar");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut used = 0;
    let answers = assessment["evidence"].as_array().unwrap();
    assert_eq!(answers.len(), reckoned().len());
    for (answer, (member, minutes, _)) in answers.iter().zip(reckoned()) {
        used += i64::from(minutes);
        let (weeks, rest) = ((used - 1) / 555, (used - 1) % 555);
        let day = jiff::civil::date(2026, 6, 1) + jiff::Span::new().weeks(weeks).days(i64::from(rest >= 444));
        assert_eq!((text(&answer["requirement"]), text(&answer["date"])), (member.clone(), day.to_string()));
        let kind = text(&answer["kind"]);
        assert!(kind == "statement" || library.guide_to(&member).unwrap().evidence.contains_key(&kind), "{member} {kind}");
    }
    let checked = library.check(Source::text(&assessment.to_string())).unwrap();
    assert!(checked.warnings(checked.as_of(None).unwrap()).is_empty());
    let scores = checked.scores(checked.as_of(None).unwrap());
    let view = library.view("foerste-aar", None).unwrap();
    let standing = checked.standing(&scores, checked.assessment().organisation(), view).unwrap();
    let members: Vec<_> = standing.areas.iter().flat_map(|area| &area.members).collect();
    assert_eq!(
        members.iter().map(|it| &it.requirement).collect::<Vec<_>>(),
        reckoned().iter().map(|(member, ..)| member).collect::<Vec<_>>()
    );
    assert!(members.iter().all(|it| (it.assessed, it.applicable) == (1, 1)));

    let mut without = assessment.clone(); // and one answer less leaves that one open
    let taken = without["evidence"].as_array_mut().unwrap().remove(7);
    let checked = library.check(Source::text(&without.to_string())).unwrap();
    let scores = checked.scores(checked.as_of(None).unwrap());
    let standing = checked.standing(&scores, checked.assessment().organisation(), view).unwrap();
    let open = standing.areas.iter().flat_map(|area| &area.members).filter(|it| it.assessed < it.applicable);
    assert_eq!(open.map(|it| it.requirement.clone()).collect::<Vec<_>>(), [text(&taken["requirement"])]);
}

fn outcome(assessment: &Value) -> (String, Vec<(String, String)>) {
    let answer: Value =
        serde_json::from_str(&pejling_documents::call(&json!({"op": "screening", "assessment": assessment}).to_string())).unwrap();
    let questions = answer["ok"]["questions"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let open = questions.iter().filter(|it| it["outcome"] != "go");
    (text(&answer["ok"]["outcome"]), open.map(|it| (text(&it["requirement"]), text(&it["outcome"]))).collect())
}

/// The three outcomes of `fixtures/screening/why.md`.
#[test]
fn a_screening_ends_as_its_rule_says() {
    let open = |of: &[(&str, &str)]| -> Vec<_> { of.iter().map(|(id, end)| (format!("screening:{id}"), (*end).to_owned())).collect() };
    let mut project = fixture("screening");
    let conditions = [("transfers", "conditions"), ("retention", "conditions"), ("security-test", "conditions")]; // in the order of the catalogue
    assert_eq!(outcome(&project), ("conditions".to_owned(), open(&conditions)));

    let answer = |id: &str, level: u8| {
        json!({"id": format!("later-{id}"), "requirement": format!("screening:{id}"), "kind": "statement", "assurance": "self",
            "date": "2026-06-10", "level": level})
    };
    let mut met = project.clone();
    let evidence = met["evidence"].as_array_mut().unwrap();
    evidence.retain(|it| it["requirement"] != "screening:retention"); // a later word of one's own closes its finding as well
    evidence.extend(["retention", "security-test", "transfers"].map(|id| answer(id, 4)));
    assert_eq!(outcome(&met), ("go".to_owned(), vec![]));

    let audit = json!({"id": "audit", "requirement": "screening:logging", "kind": "audit", "assurance": "independent", "by": "Auditor",
        "reference": "2026-9", "date": "2026-06-12", "result": "40"});
    project["evidence"].as_array_mut().unwrap().push(audit);
    let (end, questions) = outcome(&project);
    assert_eq!(end, "no");
    assert!(questions.contains(&("screening:logging".to_owned(), "no".to_owned())), "{questions:?}");
}

/// Nothing answered is not go, and nothing to ask is not either.
#[test]
fn silence_is_never_go() {
    let mut project = fixture("screening");
    project["evidence"] = json!([]);
    project["measures"] = json!([]);
    let (end, questions) = outcome(&project);
    assert_eq!((end.as_str(), questions.len()), ("conditions", 27));
}
