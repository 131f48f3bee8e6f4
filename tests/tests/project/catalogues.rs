//! The built-in catalogues: counted against their sources, and free of everything that `catalogue lint` finds.

use std::collections::BTreeMap;

use pejling_core::Excludable;
use pejling_documents::{CatalogueDocument, Family, Language, Library, Severity};

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
        assert!(edges >= 120, "{edges}");
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

/// The table of GDPR themes: 12-22 and 34 · 5(2), 24-26, 28, 29, 31-33, 37-39, 44-49 · 5(1) by its six principles, 6, 9, 10, 30, 35, 36, 89.
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
        ["5.1.a", "5.1.b", "5.1.c", "5.1.d", "5.1.e", "5.1.f", "6", "9", "10", "30", "35", "36", "89"].map(String::from).into();
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
    let texts = library.texts(Language::Danish).find(|texts| texts.catalogue.0.as_str() == "principles-2017").unwrap();
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
