//! Overlays and an assessment that are accepted: all others are left out, so that the corpus stays where scoring is.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use pejling_documents::{Language, Library, Source};
use pejling_fuzz::scored::{scored, written};
use pejling_fuzz::tree::Tree;

pejling_fuzz::structured!(pejling_fuzz::mutation::json);

fuzz_target!(|text: &str| -> Corpus { if holds(text).is_some() { Corpus::Keep } else { Corpus::Reject } });

/// Holds a request to score against the rules for all that is accepted, and against its own lists in reverse; nothing where it is refused.
fn holds(text: &str) -> Option<()> {
    let Tree::Object(request) = Tree::parse(text)? else { return None };
    let part = |name: &str| request.iter().find(|(field, _)| field == name).map(|(_, part)| part);
    let overlays: Vec<String> = match part("catalogues") {
        Some(Tree::List(overlays)) => overlays.iter().map(Tree::json).collect(),
        Some(Tree::Atom(_) | Tree::Object(_)) => return None,
        None => Vec::new(),
    };
    let mut library = Library::new(Language::English);
    for overlay in &overlays {
        library.lay_over(Source::text(overlay), &[]).ok()?;
    }
    let checked = library.check(Source::text(&part("assessment")?.json())).ok()?;
    let result = scored(&library, &checked);

    let mut document = checked.document();
    document.entities.reverse();
    document.evidence.reverse();
    document.exclusions.reverse();
    document.measures.reverse();
    document.dissent.reverse();
    document.evidence.iter_mut().for_each(|one| one.closes.reverse());
    document.entities.iter_mut().for_each(|one| one.serves.reverse());
    let reversed = serde_json::to_string(&document).expect("an assessment is JSON");
    let reversed = library.check(Source::text(&reversed)).unwrap_or_else(|faults| panic!("refused in another order: {faults}"));
    assert_eq!(written(&reversed), result, "another order, another result");
    Some(())
}
