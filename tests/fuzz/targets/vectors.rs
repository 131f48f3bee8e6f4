//! `Library::verify_vectors`: what the engine reports of a model is what it expects of it the next time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejling_documents::{Source, Verdict};
use pejling_fuzz::at_hand::library;
use pejling_fuzz::told::told_well;
use pejling_fuzz::tree::Tree;

pejling_fuzz::structured!(pejling_fuzz::mutation::json);

fuzz_target!(|text: &str| {
    let verdicts = match library().verify_vectors(Source::text(text)) {
        Ok(verdicts) => verdicts,
        Err(faults) => return told_well(&faults, text, &[]),
    };
    assert!(!verdicts.is_empty(), "nothing verified is nothing proved");
    let vectors = match Tree::parse(text).expect("it was verified") {
        Tree::List(vectors) => vectors,
        one => vec![one],
    };
    assert_eq!(verdicts.len(), vectors.len());
    for (vector, verdict) in vectors.into_iter().zip(&verdicts) {
        let nothing = verify(&with_expected(&vector, &Tree::atom("null")));
        let [difference] = nothing.differences.as_slice() else { panic!("nothing is expected, and {:?} differ", nothing.differences) };
        let found = difference.found.as_ref().expect("something is found").to_string();
        let expected = with_expected(&vector, &Tree::Atom(found));
        assert!(verify(&expected).holds(), "the engine differs from itself: {}", expected.json());
        assert_eq!(verdict.holds(), verify(&vector).holds());
    }
});

fn verify(vector: &Tree) -> Verdict {
    let mut verdicts =
        library().verify_vectors(Source::text(&vector.json())).unwrap_or_else(|faults| panic!("refused by itself: {faults}"));
    assert_eq!(verdicts.len(), 1);
    verdicts.remove(0)
}

fn with_expected(vector: &Tree, expected: &Tree) -> Tree {
    let Tree::Object(fields) = vector else { panic!("it was verified") };
    let mut fields = fields.clone();
    fields.iter_mut().filter(|(name, _)| name == "expected").for_each(|(_, it)| *it = expected.clone());
    Tree::Object(fields)
}
