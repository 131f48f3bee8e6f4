//! `Library::lay_over` with a catalogue and its texts, and all that shows a catalogue: lint, graph, titles, an assessment against it.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use pejling_documents::{CatalogueDocument, Language, Library, Severity, Source, catalogue_digest, content_to_json};
use pejling_fuzz::mutation::DIVIDER;
use pejling_fuzz::scored::scored;
use pejling_fuzz::told::{said_well, same_but_for_words, told_well};
use serde_json::json;

pejling_fuzz::structured!(pejling_fuzz::mutation::catalogue);

/// The names of the files that an input is divided into, as TOML and as JSON.
const FILES: [[&str; 2]; 3] = [["catalogue.toml", "catalogue.json"], ["da.toml", "da.json"], ["en.toml", "en.json"]];

fuzz_target!(|text: &str| {
    let name = |[toml, json]: [&'static str; 2], part: &str| if part.trim_start().starts_with('{') { json } else { toml };
    let files: Vec<(&str, &str)> = FILES.into_iter().zip(text.split(DIVIDER)).map(|(names, part)| (name(names, part), part)).collect();
    let sources: Vec<Source<'_>> = files.iter().map(|(name, text)| Source { name: Some(name), text }).collect();
    let lay = |language: Language| {
        let mut library = Library::new(language);
        library.lay_over(sources[0], &sources[1..]).map(|()| library)
    };
    match (lay(Language::English), lay(Language::Danish)) {
        (Ok(library), Ok(_)) => laid(&library),
        (Err(faults), Err(danish)) => {
            told_well(&faults, "", &files);
            same_but_for_words(&faults, &danish);
        }
        (Ok(_), Err(faults)) | (Err(faults), Ok(_)) => panic!("the language refuses it: {faults}"),
    }
});

/// What was laid over can be shown, is the same when it is read again from JSON, and is scored against unless lint finds an error.
fn laid(library: &Library<'_>) {
    let document = library.catalogues().next().expect("the overlay comes first");
    let lint = library.lint(document);
    lint.iter().for_each(said_well);
    let graph = library.dependencies(document, None).expect("the whole of it");
    assert!(graph.dot().starts_with("digraph"));
    match graph.svg() {
        Ok(svg) => assert!(svg.ends_with("</svg>\n")),
        Err(faults) => faults.faults.iter().for_each(said_well),
    }
    assert_eq!(library.summaries()[0].digest, catalogue_digest(document));
    let written = content_to_json(document);
    let mut again = Library::new(Language::English);
    again.lay_over(Source::text(&written), &[]).unwrap_or_else(|faults| panic!("what was read cannot be read again: {faults}"));
    let read = again.catalogues().next().expect("the overlay comes first");
    assert_eq!(read, document, "what was read is read otherwise");

    let assessment = json!({
        "format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30", "catalogues": named(library, document),
    });
    let assessment = assessment.to_string();
    let has_error = lint.iter().any(|it| it.severity == Severity::Error);
    match library.check(Source::text(&assessment)) {
        Ok(checked) => {
            assert!(!has_error, "an assessment is accepted, and lint finds {lint:#?}");
            scored(library, &checked);
        }
        Err(faults) => {
            assert!(has_error, "lint finds no error, and an assessment is refused: {faults}");
            assert!(!faults.faults.is_empty());
            faults.faults.iter().for_each(said_well);
        }
    }
}

/// The catalogue and all that it builds on that is at hand, with their editions.
fn named(library: &Library<'_>, document: &CatalogueDocument) -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    let mut open = vec![document];
    while let Some(next) = open.pop() {
        if named.insert(next.id.0.to_string(), next.edition.0.to_string()).is_none() {
            open.extend(next.builds_on.iter().filter_map(|base| library.catalogues().find(|it| it.id == *base)));
        }
    }
    named
}
