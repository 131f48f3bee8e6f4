//! The built-in catalogues: counted against their sources, and free of everything that `catalogue lint` finds.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Excludable;
use pejling_documents::{CatalogueDocument, Family, Language, Library, ObjectiveDocument, Severity, succession};

use crate::common;

fn catalogue<'a>(library: &'a Library<'_>, id: &str) -> &'a CatalogueDocument {
    library.catalogue(id).unwrap()
}

#[test]
fn lint_finds_nothing_but_circles() {
    let library = Library::new(Language::English);
    for document in library.catalogues() {
        let found = library.lint(document);
        let bad: Vec<_> = found.iter().filter(|it| it.severity != Severity::Info).map(ToString::to_string).collect();
        assert!(bad.is_empty(), "{}: {bad:#?}", document.id.0);
    }
}

#[test]
fn all_catalogues_form_one_graph() {
    let library = Library::new(Language::English);
    for document in library.catalogues() {
        let graph = library.graph_around(document).unwrap_or_else(|faults| panic!("{faults}"));
        let edges: usize = graph.requirements().iter().map(|it| it.requires.len() + it.supported_by.len()).sum();
        assert!(edges >= 394, "{edges}"); // 224 + 97 + 73 of the three that every region is assessed against
    }
}

/// Annex A of ISO/IEC 27001:2022 has 37 organisational, 8 people, 14 physical and 34 technological controls: 93.
#[test]
fn iso_has_its_93_controls_and_clauses_4_to_10() {
    let library = Library::new(Language::English);
    let iso = catalogue(&library, "iso27001-2022");
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in &iso.requirements {
        *parts.entry(it.part.as_deref().unwrap()).or_default() += 1;
        let annex = it.id.starts_with("A.");
        assert_eq!(it.excludable.as_ref().map(|it| it.0), annex.then_some(Excludable::Freely), "{}", it.id);
        assert_eq!(it.attributes.len(), if annex { 5 } else { 0 }, "{}", it.id);
        assert!(it.area.is_some() && it.group.is_some(), "{}", it.id);
    }
    assert_eq!(["A.5", "A.6", "A.7", "A.8"].map(|part| parts[part]), [37, 8, 14, 34]);
    // Clauses without sub-clauses, with the four headings 6.1, 7.5, 9.2 and 9.3 counted as well:
    // 4.1-4.4 · 5.1-5.3 · 6.1, 6.1.1-6.1.3, 6.2, 6.3 · 7.1-7.4, 7.5, 7.5.1-7.5.3 · 8.1-8.3 · 9.1, 9.2, 9.2.1-2, 9.3, 9.3.1-3 · 10.1-10.2
    assert_eq!(["4", "5", "6", "7", "8", "9", "10"].map(|part| parts[part]), [4, 3, 6, 8, 3, 8, 2]);
}

/// Annex A of ISO/IEC 27001:2013, objective by objective: 5 has 2 controls; 6: 5 + 2; 7: 2 + 3 + 1; 8: 4 + 3 + 3; 9: 2 + 6 + 1 + 5; 10: 2;
/// 11: 6 + 9; 12: 4 + 1 + 1 + 4 + 1 + 2 + 1; 13: 3 + 4; 14: 3 + 9 + 1; 15: 3 + 2; 16: 7; 17: 3 + 1; 18: 5 + 3. Together 114.
#[test]
fn iso_of_2013_has_its_114_controls_and_clauses_4_to_10() {
    let library = Library::new(Language::English);
    let iso = catalogue(&library, "iso27001-2013");
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in &iso.requirements {
        *parts.entry(it.part.as_deref().unwrap()).or_default() += 1;
        let annex = it.id.starts_with("A.");
        assert_eq!(it.excludable.as_ref().map(|it| it.0), annex.then_some(Excludable::Freely), "{}", it.id);
        assert!(it.area.is_some() && it.group.is_some() && it.supported_by.is_empty(), "{}", it.id);
        assert_eq!(it.composite == Some(true), !it.requires.is_empty(), "{}", it.id); // no edge but those of composites
    }
    let annex = (5..=18).map(|part| parts[format!("A.{part}").as_str()]).collect::<Vec<_>>();
    assert_eq!(annex, [2, 7, 6, 10, 14, 2, 15, 14, 7, 13, 5, 7, 4, 8]);
    assert_eq!(annex.iter().sum::<usize>(), 114);
    // 4.1-4.4 · 5.1-5.3 · 6.1, 6.1.1-6.1.3, 6.2 · 7.1-7.4, 7.5, 7.5.1-7.5.3 · 8.1-8.3 · 9.1-9.3 · 10.1-10.2
    assert_eq!(["4", "5", "6", "7", "8", "9", "10"].map(|part| parts[part]), [4, 3, 5, 8, 3, 3, 2]);
    let objectives = |family| iso.objectives.iter().filter(|it| it.family.0 == family).count();
    assert_eq!([Family::Framework, Family::Chapter, Family::Area].map(objectives), [1, 21, 4]);
}

/// ISO/IEC 27002:2022, Annex B: of the 93 controls 58 took the place of one, 24 were merged and 11 are new. As 18.2.3 went to two, 114 + 1 =
/// 115 went somewhere: 58 to a control of their own, 57 into merged ones.
#[test]
fn every_requirement_of_2013_has_a_successor_and_every_one_of_2022_is_one_or_is_new() {
    let library = Library::new(Language::English);
    let (earlier, later) = (catalogue(&library, "iso27001-2013"), catalogue(&library, "iso27001-2022"));
    let succession = succession().unwrap();
    let successors: BTreeMap<&str, Vec<&str>> =
        succession.successors.iter().map(|(from, to)| (from.as_str(), to.iter().map(String::as_str).collect())).collect();
    let known: BTreeSet<&str> = earlier.requirements.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(successors.keys().copied().collect::<BTreeSet<_>>(), known);
    let taken: BTreeSet<&str> = successors.values().flatten().copied().collect();
    let new: BTreeSet<&str> = succession.new.iter().map(String::as_str).collect();
    assert!(taken.is_disjoint(&new));
    let mut expected: BTreeSet<&str> = later.requirements.iter().map(|it| it.id.as_str()).collect();
    assert!(expected.remove("9.2") && expected.remove("9.3")); // headings of 2022, whose sub-clauses took the place of 9.2 and 9.3
    assert_eq!(taken.union(&new).copied().collect::<BTreeSet<_>>(), expected);

    let annex = |id: &&str| id.starts_with("A.");
    let places = successors.iter().filter(|(from, _)| annex(from)).map(|(_, to)| to.len());
    let merged = succession.merged();
    assert_eq!((places.sum::<usize>(), new.iter().copied().filter(annex).count(), merged.len()), (115, 11, 24));
    assert_eq!(merged.values().map(Vec::len).sum::<usize>(), 57);
    assert_eq!(new.iter().filter(|id| !annex(id)).collect::<Vec<_>>(), [&"6.3"]);
    assert_eq!(successors["A.18.2.3"], ["A.5.36", "A.8.8"]);
    assert_eq!(successors.values().filter(|to| to.len() > 1).count(), 3); // A.18.2.3, and clauses 9.2 and 9.3
    assert_eq!(successors.values().filter(|to| to.is_empty()).count(), 0);
}

/// The transitional edition differs from the current one in the 24 merged controls alone: each is a composite of its predecessors, which rest
/// on what it rests on, and every objective has the same members.
#[test]
fn the_transitional_edition_has_merged_controls_in_parts() {
    let library = Library::new(Language::English);
    let current = catalogue(&library, "iso27001-2022");
    let merged = succession().unwrap().merged();
    let transitional = library.catalogues().find(|it| it.id == current.id && it.edition != current.edition).unwrap();
    assert_eq!(transitional.edition.0.as_str(), format!("{}-from-2013", current.edition.0)); // it changes with the edition that it is made of
    let requirements: BTreeMap<&str, _> = transitional.requirements.iter().map(|it| (it.id.as_str(), it)).collect();
    assert_eq!(requirements.len(), current.requirements.len() + 57);
    for it in &current.requirements {
        let Some(predecessors) = merged.get(it.id.as_str()) else {
            assert_eq!(requirements[it.id.as_str()], it);
            continue;
        };
        let composite = requirements[it.id.as_str()];
        assert!(composite.composite == Some(true) && composite.supported_by.is_empty());
        assert_eq!(composite.requires.len(), predecessors.len());
        for part in &composite.requires {
            let part = requirements[part.as_str()];
            assert_eq!((&part.requires, &part.supported_by, &part.excludable), (&it.requires, &it.supported_by, &it.excludable));
        }
    }
    for (objective, same) in current.objectives.iter().zip(&transitional.objectives) {
        let ids = |it: &CatalogueDocument, of: &ObjectiveDocument| -> BTreeSet<String> {
            let graph = library.graph_around(it).unwrap();
            let id = format!("iso27001-2022:{}", of.id);
            let objective = graph.objectives().iter().find(|it| it.id.as_str() == id).unwrap().clone();
            objective.members.iter().map(|(member, weight)| format!("{member} {}", weight.get())).collect()
        };
        assert_eq!((&objective.id, &objective.critical, &objective.weights), (&same.id, &same.critical, &same.weights));
        assert_eq!(ids(current, objective), ids(transitional, same), "{}", objective.id);
    }
}

/// The table of GDPR themes: 12-22 and 34 · 5(2), 24-26, 28, 29, 31-33, 37-39, 44-49 · 5(1) by its six principles, 6, 9, 10, 30, 35, 36, 89.
/// Article 7, the conditions for consent, stands with article 6, whose first basis it is.
#[test]
fn gdpr_has_the_articles_of_its_three_themes() {
    let library = Library::new(Language::English);
    let gdpr = catalogue(&library, "gdpr");
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in &gdpr.requirements {
        parts.entry(it.part.as_deref().unwrap()).or_default().push(&it.id);
    }
    let rights: Vec<_> = (12..=22).chain([34]).map(|it| it.to_string()).collect();
    let policy: Vec<_> = [24, 25, 26, 28, 29, 31, 32, 33, 37, 38, 39, 44, 45, 46, 47, 48, 49]
        .iter()
        .map(ToString::to_string)
        .chain(["5.2".into()])
        .collect();
    let mapping: Vec<_> =
        ["5.1.a", "5.1.b", "5.1.c", "5.1.d", "5.1.e", "5.1.f", "6", "7", "9", "10", "30", "35", "36", "89"].map(String::from).into();
    for (part, mut expected) in [("rights", rights), ("organisation-and-policy", policy), ("mapping-and-impact", mapping)] {
        let mut found = parts[part].clone();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{part}");
    }
}

#[test]
fn seven_principles_have_two_quoted_titles_and_five_working_headings() {
    let library = Library::new(Language::Danish);
    let principles = catalogue(&library, "principles-2017");
    let texts = library.texts("principles-2017", Language::Danish).unwrap();
    let of_family = principles.objectives.iter().filter(|it| it.family.0 == Family::Principle);
    let mut quoted = Vec::new();
    let mut headings = 0;
    for objective in of_family {
        let text = &texts.objectives[&objective.id];
        let members = principles.requirements.iter().filter(|it| it.part.as_ref() == Some(&objective.id)).count();
        assert!((2..=5).contains(&members), "{}: {members}", objective.id);
        match text.title_status.as_ref().map(|status| status.0.name()) {
            None => quoted.push(text.title.as_str()),
            Some("working-heading") => headings += 1,
            Some(other) => panic!("{}: {other}", objective.id),
        }
    }
    quoted.sort_unstable();
    assert_eq!(quoted, ["Datasikkerhed", "Lovlighed, fortrolighed, saglighed og proportionalitet"]);
    assert_eq!(headings, 5);
}

/// Each of the 99 articles is a requirement, by its number before the first dot, or left out with a reason in both languages.
#[test]
fn every_article_of_the_gdpr_is_covered_or_left_out_with_a_reason() {
    let library = Library::new(Language::English);
    let covered: BTreeSet<&str> = catalogue(&library, "gdpr").requirements.iter().map(|it| it.id.split('.').next().unwrap()).collect();
    for language in Language::ALL {
        let left_out = &library.texts("gdpr", language).unwrap().left_out;
        for article in (1..=99).map(|it: u32| it.to_string()) {
            assert!(covered.contains(article.as_str()) != left_out.contains_key(&article), "{article}");
        }
        assert_eq!(covered.len() + left_out.len(), 99);
    }
}

/// Each principle and each theme of the GDPR is met by technical, organisational and legal requirements together.
#[test]
fn every_principle_and_theme_reaches_technical_organisational_and_legal_requirements() {
    let library = Library::new(Language::English);
    for (id, count) in [("gdpr", 3), ("principles-2017", 7)] {
        let document = catalogue(&library, id);
        assert_eq!(document.objectives.iter().filter(|it| matches!(it.family.0, Family::Theme | Family::Principle)).count(), count);
        assert!(library.lint(document).iter().all(|it| it.code != "out-of-reach"), "{id}");
    }
}

/// A released edition is never changed: a result names it with its digest, and has to be found again. Whoever changes what can move a number makes a
/// new edition and keeps the old one.
#[test]
fn released_editions_keep_their_digests() {
    let library = Library::new(Language::English);
    let found: String = library.summaries().iter().map(|it| format!("{} {} {}\n", it.id, it.edition, it.digest)).collect();
    common::golden("controls/digests.txt", &found);
}

/// What every requirement of the three great catalogues is told by: 197 guides in each language, which lint holds to be whole.
#[test]
fn the_three_great_catalogues_have_guides() {
    let library = Library::new(Language::English);
    let great = ["iso27001-2022", "gdpr", "principles-2017"];
    for language in Language::ALL {
        let guides = great.map(|id| library.guide(id, language).unwrap().requirements.len());
        assert_eq!(guides, [127, 44, 26]);
    }
}

#[test]
fn members_of_views_exist_and_have_their_texts() {
    for language in Language::ALL {
        let library = Library::new(language);
        let mut ids = Vec::new();
        for (view, texts) in library.views() {
            assert_eq!((&texts.catalogue, texts.language.0), (&view.id, language));
            assert!(view.areas.iter().all(|area| texts.areas.contains_key(&area.id)) && texts.areas.len() == view.areas.len());
            let members: Vec<&String> = view.areas.iter().flat_map(|area| &area.members).collect();
            let once: BTreeSet<&String> = members.iter().copied().collect();
            assert_eq!(once.len(), members.len(), "a requirement stands once in a view");
            for member in &members {
                let (framework, local) = member.split_once(':').unwrap();
                assert!(view.builds_on.iter().any(|base| base.0.as_str() == framework), "{member}");
                assert!(
                    catalogue(&library, framework).requirements.iter().any(|it| it.id == local && it.composite != Some(true)),
                    "{member}"
                );
            }
            assert!(texts.members.keys().chain(view.minutes.keys()).all(|member| once.contains(member)));
            ids.push((view.id.0.to_string(), view.edition.0.to_string(), view.areas.len()));
        }
        let expected = [("iso-maaling", "2023.1", 9), ("iso-maaling", "2018.1", 7), ("foerste-aar", "2026.1", 7)];
        assert_eq!(ids, expected.map(|(id, edition, areas)| (id.to_owned(), edition.to_owned(), areas)));
    }
}

/// What the first year's set says of itself: each member stands after those in it that it rests on directly, and what a member requires is in
/// it as well, since without that no answer is worth anything.
#[test]
fn the_first_year_begins_with_what_the_rest_rests_on() {
    let library = Library::new(Language::English);
    let view = library.view("foerste-aar", None).unwrap();
    let order: Vec<&str> = view.areas.iter().flat_map(|area| &area.members).map(String::as_str).collect();
    let place = |id: &str| order.iter().position(|member| *member == id);
    let graph = library.graph_around(catalogue(&library, "principles-2017")).unwrap();
    let members = || graph.requirements().iter().filter(|it| place(it.id.as_str()).is_some());
    for (member, on) in members().flat_map(|it| it.requires.iter().map(move |on| (&it.id, on))) {
        assert!(place(on.as_str()).is_some(), "{member} requires {on}, which is not in the set");
    }
    let pairs = members().flat_map(|it| it.requires.iter().chain(&it.supported_by).map(|on| (it.id.as_str(), on.as_str())));
    let within: Vec<(&str, &str)> = pairs.filter(|(_, on)| place(on).is_some()).collect();
    assert!(within.len() >= order.len(), "the set hangs together by {} edges", within.len());
    let late: Vec<_> = within.iter().filter(|(member, on)| place(on) > place(member)).collect();
    assert!(late.is_empty(), "{late:?}");
}

/// Titles of attributes begin with the name of their family, as every other text calls it: so a page can say it once in front.
#[test]
fn attributes_are_called_the_same_everywhere() {
    for language in Language::ALL {
        let library = Library::new(language);
        let iso = catalogue(&library, "iso27001-2022");
        let texts = library.texts("iso27001-2022", language).unwrap();
        for it in iso.objectives.iter().filter(|it| it.family.0 == Family::Attribute) {
            let title = &texts.objectives[&it.id].title;
            let families = iso.requirements.iter().flat_map(|it| it.attributes.keys()).collect::<BTreeSet<_>>();
            let family = families.into_iter().map(|name| name.replace('_', "-")).find(|name| it.id.starts_with(name.as_str())).unwrap();
            let (named, value) = title.split_once(": ").unwrap();
            assert_eq!(named.to_lowercase(), language.text(&format!("attribute-{family}")), "{}", it.id);
            assert!(!value.is_empty());
        }
    }
}
