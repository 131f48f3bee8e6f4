//! Guides: nothing missing, nothing too long to be read, nothing untranslated.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use pejling_core::{Assurance, HIGHEST_LEVEL, Kind};

use crate::catalogue::CatalogueDocument;
use crate::diagnostic::Fault;
use crate::guide::{GuideDocument, RequirementGuide};

/// How many characters each text may have: what is shorter says nothing, what is longer is not read.
const ASKS: RangeInclusive<usize> = 80..=420;
const WHY: RangeInclusive<usize> = 60..=320;
const QUESTION: RangeInclusive<usize> = 30..=220;
const LEVEL: RangeInclusive<usize> = 15..=170;
const POPULATION: RangeInclusive<usize> = 5..=110;
const EVIDENCE: RangeInclusive<usize> = 30..=230;

/// What a guide lacks in one language, and what it has too much.
pub(super) fn missing(document: &CatalogueDocument, guide: &GuideDocument) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut say = |code: &'static str, of: &str, field: &str| {
        found.push(Fault::new(code, &[("language", &guide.language.0.code()), ("of", &of), ("field", &field)]));
    };
    for requirement in &document.requirements {
        let id = requirement.id.as_str();
        let Some(texts) = guide.requirements.get(id) else {
            say("guide-missing", id, "asks");
            continue;
        };
        let composite = requirement.composite == Some(true);
        for (field, text, length) in lengths(texts) {
            if !length.contains(&text.chars().count()) {
                say("guide-length", id, &field);
            }
        }
        let asked = texts.question.is_some() && texts.population.is_some() && texts.levels.len() == usize::from(HIGHEST_LEVEL) + 1;
        let nothing = texts.question.is_none() && texts.population.is_none() && texts.levels.is_empty() && texts.evidence.is_empty();
        match (composite, asked, nothing) {
            (true, _, false) => say("guide-of-composite", id, "question"),
            (false, false, _) => say("guide-missing", id, "question, levels, population"),
            (true, _, true) | (false, true, _) => {}
        }
        let kinds: Vec<_> = texts.evidence.keys().map(|name| (name, Kind::ALL.iter().copied().find(|kind| kind.name() == name))).collect();
        for (name, _) in kinds.iter().filter(|(_, kind)| kind.is_none()) {
            say("guide-unknown-kind", id, name);
        }
        // only an independent look reaches the highest band: somebody has to be told what it would look at
        let independent = kinds.iter().filter_map(|(_, kind)| *kind).any(|kind| kind.highest_assurance() == Assurance::Independent);
        if !composite && !independent {
            say("guide-without-independent", id, "evidence");
        }
    }
    let known: BTreeSet<&str> = document.requirements.iter().map(|it| it.id.as_str()).collect();
    for id in guide.requirements.keys().filter(|id| !known.contains(id.as_str())) {
        say("guide-of-nothing", id, "");
    }
    found
}

/// Every text of a requirement's guide, with how long it may be.
fn lengths(guide: &RequirementGuide) -> impl Iterator<Item = (String, &str, RangeInclusive<usize>)> {
    let RequirementGuide { asks, evidence, levels, population, question, why } = guide;
    let always = [("asks", Some(asks), ASKS), ("why", Some(why), WHY), ("question", question.as_ref(), QUESTION)];
    let single = always.into_iter().chain([("population", population.as_ref(), POPULATION)]);
    let single = single.filter_map(|(field, text, length)| Some((field.to_owned(), text?.as_str(), length)));
    let levels = levels.iter().enumerate().map(|(level, text)| (format!("levels {level}"), text.as_str(), LEVEL));
    single.chain(levels).chain(evidence.iter().map(|(kind, text)| (format!("evidence {kind}"), text.as_str(), EVIDENCE)))
}

/// Texts that say the same in both languages, letter by letter, and kinds of evidence that only one of them has.
pub(super) fn untranslated(danish: &GuideDocument, english: &GuideDocument) -> Vec<Fault> {
    let mut found = Vec::new();
    for (id, texts) in danish.requirements.iter() {
        let Some(other) = english.requirements.get(id) else { continue };
        let others: Vec<_> = lengths(other).collect();
        for (field, text, _) in lengths(texts) {
            match others.iter().find(|(other, ..)| *other == field) {
                Some((_, other, _)) if *other == text => found.push(Fault::new("guide-untranslated", &[("of", id), ("field", &field)])),
                Some(_) => {}
                None => found.push(Fault::new("guide-in-one-language-only", &[("of", id), ("field", &field)])),
            }
        }
    }
    found
}
