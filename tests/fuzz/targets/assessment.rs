//! `Library::check` and all that follows from it: scores, result, explanations, digest.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejling_documents::{AssessmentDocument, Checked, Faults, Source};
use pejling_fuzz::at_hand::{danish, library, tight};
use pejling_fuzz::scored::{same_twice, scored, written};
use pejling_fuzz::told::{same_but_for_words, told_well};

pejling_fuzz::structured!(pejling_fuzz::mutation::json);

fuzz_target!(|text: &str| {
    let first = library().check(Source::text(text));
    same_twice(&first, &library().check(Source::text(text)));
    both_passes_agree(text, &first);
    match &first {
        Ok(checked) => {
            let result = scored(library(), checked);
            let again = serde_json::to_string(&checked.document()).expect("an assessment is JSON");
            let again =
                library().check(Source::text(&again)).unwrap_or_else(|faults| panic!("what was read cannot be read again: {faults}"));
            assert_eq!(again.document(), checked.document(), "what was read is read otherwise");
            assert_eq!(written(&again), result, "the same content scores otherwise");
        }
        Err(faults) => {
            told_well(faults, text, &[]);
            same_but_for_words(faults, &danish().check(Source::text(text)).expect_err("the language refuses nothing"));
        }
    }
    tighter_limits_only_refuse(text, &first);
});

/// The fast pass is serde on the document's own type. The other one, which reads the tree, can be made to decide: a `$schema` that has
/// more bytes than the limit of characters, and no more characters, makes the first step aside. No digest and no score knows `$schema`.
fn both_passes_agree(text: &str, found: &Result<Checked, Faults>) {
    let fast = serde_json::from_str::<AssessmentDocument>(text);
    assert!(found.is_err() || fast.is_ok(), "only the tree accepts it");
    let Some(rest) = text.trim_start_matches([' ', '\t', '\r', '\n']).strip_prefix('{') else { return };
    let before = &text[..text.len() - rest.len()];
    let characters = library().limits.characters;
    if text.contains("schema") || text.len() > characters {
        return;
    }
    let comma = if rest.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('}') { "" } else { "," };
    let forced = format!("{before}\"$schema\": \"{}\"{comma}{rest}", "é".repeat(characters));
    match (found, library().check(Source::text(&forced))) {
        (Ok(fast), Ok(slow)) => {
            assert_eq!(fast.document(), slow.document(), "the passes read it otherwise");
        }
        (Err(fast), Err(slow)) => {
            let bare = |faults: &Faults| {
                faults.faults.iter().map(|it| (it.code.clone(), it.args.clone(), it.at.pointer.clone(), it.at.line)).collect::<Vec<_>>()
            };
            assert_eq!(bare(fast), bare(&slow), "the passes refuse it otherwise");
        }
        (Ok(_), Err(faults)) => panic!("only the tree refuses it: {faults}"),
        (Err(faults), Ok(_)) => panic!("only the tree accepts it: {faults}"),
    }
}

/// Under limits that are nearly nothing, what was refused stays refused, and what is accepted is the same.
fn tighter_limits_only_refuse(text: &str, found: &Result<Checked, Faults>) {
    match tight().check(Source::text(text)) {
        Ok(checked) => {
            assert_eq!(Some(checked.document()), found.as_ref().ok().map(Checked::document), "a tighter limit changes what is read");
        }
        Err(faults) => told_well(&faults, text, &[]),
    }
}
