//! What must hold of everything that is refused: at least one fault, each with a code that is documented and a place in the text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pejling_documents::{Diagnostic, FAULT_LIMIT, Faults};
use serde_json::Value;

use crate::tree::Tree;

/// The codes that have a heading in `docs/diagnostics.md`.
pub fn codes() -> &'static BTreeSet<&'static str> {
    static CODES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let page = include_str!("../../../docs/diagnostics.md");
        page.lines().filter_map(|line| line.strip_prefix("### ")).collect()
    });
    &CODES
}

/// Holds faults against the texts that they are of: the text without a name, and those of files by name.
pub fn told_well(faults: &Faults, text: &str, files: &[(&str, &str)]) {
    assert!(!faults.faults.is_empty(), "refused without a fault: {faults:?}");
    assert!(faults.faults.len() <= FAULT_LIMIT, "{} faults are listed", faults.faults.len());
    for fault in &faults.faults {
        said_well(fault);
        let of = match &fault.at.file {
            None => Some(text),
            Some(file) => files.iter().find(|(name, _)| name == file).map(|(_, text)| *text),
        };
        if let Some(of) = of {
            is_inside(fault, of);
        }
    }
    for (file, of) in [(None, text)].into_iter().chain(files.iter().map(|(name, text)| (Some(*name), *text))) {
        let of_file: Vec<_> = faults.faults.iter().filter(|fault| fault.at.file.as_deref() == file).collect();
        in_order(&of_file);
        points_somewhere(&of_file, of);
    }
}

/// Holds one diagnostic against the rules for all: a documented code, a message of its own, and nothing that moves a cursor.
pub fn said_well(fault: &Diagnostic) {
    assert!(codes().contains(fault.code.as_str()), "{} is not in docs/diagnostics.md: {fault:?}", fault.code);
    assert!(!fault.message.is_empty() && fault.message != fault.code, "no message: {fault:?}");
    let printed = fault.to_string();
    assert!(printed.chars().all(|it| it == '\n' || is_plain(it)), "a terminal would obey this: {printed:?}");
}

fn is_plain(found: char) -> bool {
    !found.is_control() && !matches!(found, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_inside(fault: &Diagnostic, text: &str) {
    let Some(line) = fault.at.line else { return };
    let column = fault.at.column.expect("a line has a column");
    let lines = text.split('\n').count();
    assert!((1..=lines).contains(&line), "line {line} of {lines}: {fault:?}");
    let most = text.split('\n').nth(line - 1).map_or(0, |line| line.chars().count()) + 1;
    assert!((1..=most).contains(&column), "column {column} of {most}: {fault:?}");
}

/// Faults of one text come in its order, and last those that have no place in it.
fn in_order(faults: &[&Diagnostic]) {
    let places: Vec<_> = faults.iter().map(|it| (it.at.line.is_none(), it.at.line, it.at.column)).collect();
    assert!(places.is_sorted(), "not in the order of the text: {faults:#?}");
}

/// Each pointer leads to a value, or to the object that lacks one.
fn points_somewhere(faults: &[&Diagnostic], text: &str) {
    if faults.iter().any(|fault| fault.code == "duplicate-key") {
        return; // a pointer cannot say which of the two
    }
    let toml = || Tree::parse_toml(text).and_then(|tree| serde_json::from_str(&tree.json()).ok());
    let Some(value) = serde_json::from_str::<Value>(text).ok().or_else(toml) else { return };
    for fault in faults {
        let pointer = &fault.at.pointer;
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        let masked = parent.contains('•'); // a name that looked like a CPR number
        assert!(masked || value.pointer(parent).is_some(), "`{pointer}` leads nowhere: {fault:?}");
    }
}

/// Holds the faults of one text in two languages against each other: only words differ.
pub fn same_but_for_words(english: &Faults, danish: &Faults) {
    let bare = |it: &Diagnostic| (it.code.clone(), it.args.clone(), it.at.clone(), it.severity);
    let bare = |faults: &Faults| (faults.faults.iter().map(bare).collect::<Vec<_>>(), faults.more);
    assert_eq!(bare(english), bare(danish), "the language changes more than words");
}
