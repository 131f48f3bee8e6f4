//! The last pages of every report: how the numbers are made, what words mean, and what it all rests on.

use pejling_documents::{ExtractDocument, SignOffDocument, SignOffStatus, Stamp, capital};
use std::collections::BTreeMap;

use crate::model::{About, Block, Run, Section, Table};
use crate::words::Words;

/// The words that the glossary explains, each by the key of the word and of its meaning.
const GLOSSARY: [(&str, &str); 8] = [
    ("substantiated", "about-word-substantiated"),
    ("declared", "about-word-declared"),
    ("possible", "about-word-possible"),
    ("part-held-back", "about-word-held-back"),
    ("part-unanswered", "about-word-unanswered"),
    ("part-known-wrong", "about-word-known-wrong"),
    ("about-requirement", "about-word-requirement"),
    ("about-norm", "about-word-norm"),
];

/// The method in ten lines.
const METHOD: [&str; 10] = [
    "about-method-1",
    "about-method-2",
    "about-method-3",
    "about-method-4",
    "about-method-5",
    "about-method-6",
    "about-method-7",
    "about-method-8",
    "about-method-9",
    "about-method-10",
];

/// The method and the glossary.
pub(crate) fn method(words: &Words<'_>) -> Section {
    let rows = GLOSSARY.iter().map(|(word, meaning)| vec![words.text(word), words.text(meaning)]);
    let heads = [words.text("about-word"), words.text("about-meaning")];
    Section {
        id: "method".to_owned(),
        heading: words.text("about-method"),
        blocks: vec![
            Block::list(true, METHOD.iter().map(|key| words.text(key))),
            Block::Table(Table::new(words.text("about-glossary"), heads, &[]).with(rows)),
        ],
        on_new_page: true,
    }
}

/// What the report rests on.
pub(crate) fn sources(words: &Words<'_>, about: &About, blocks: Vec<Block>) -> Section {
    let About { organisation: _, as_of: _, method, assessments, catalogues } = about;
    let mut all = blocks;
    all.push(Block::paragraph(words.with("about-sources-intro", &[("method", method)])));
    for (key, digest) in ["about-assessment", "about-assessment-before"].into_iter().zip(assessments) {
        all.push(Block::Paragraph(vec![Run::plain(words.text(key) + " "), Run::code(digest)]));
    }
    let heads = ["about-catalogue", "about-edition", "about-digest"].map(|key| words.text(key));
    let rows = catalogues.iter().map(|(id, edition, digest)| vec![words.title(id), edition.clone(), digest.clone()]);
    all.push(Block::Table(Table::new(words.text("about-catalogues"), heads, &[]).with(rows)));
    let known = catalogues.iter().filter_map(|(id, _, _)| words.library.find(id));
    let mut cited: Vec<String> = known.flat_map(|catalogue| catalogue.sources.iter().map(|source| source.citation.clone())).collect();
    cited.sort();
    cited.dedup();
    if !cited.is_empty() {
        all.push(Block::Heading(words.text("about-sources-head")));
        all.push(Block::list(false, cited));
    }
    let notes = catalogues.iter().filter_map(|(id, _, _)| words.library.texts(id, words.language)?.note.clone());
    all.extend(notes.map(Block::paragraph));
    Section { id: "sources".to_owned(), heading: words.text("about-sources"), blocks: all, on_new_page: false }
}

/// What the assessment covers, and who stands by it.
pub(crate) fn standing_by(words: &Words<'_>, scope: Option<&str>, sign_off: Option<&SignOffDocument>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(scope) = scope {
        blocks.push(Block::Heading(words.text("about-scope")));
        blocks.push(Block::paragraph(scope));
    }
    blocks.push(Block::Heading(words.text("about-signed")));
    let Some(SignOffDocument { approved, prepared, reviewed, status }) = sign_off else {
        blocks.push(Block::paragraph(words.text("about-unsigned")));
        return blocks;
    };
    let signed =
        [("soa-prepared", prepared), ("soa-reviewed", reviewed), ("soa-approved", approved)].into_iter().filter_map(|(role, it)| {
            let it = it.as_ref()?;
            let args = [("role", capital(&words.text(role))), ("by", it.by.clone()), ("date", words.date(it.on.0))];
            Some(words.with("about-signature", &args))
        });
    blocks.push(Block::list(false, signed));
    match status.0 {
        SignOffStatus::Draft => blocks.push(Block::paragraph(words.text("about-draft"))),
        SignOffStatus::Final => {}
    }
    blocks
}

/// The catalogues as a report names them.
pub(crate) fn catalogues(stamps: &BTreeMap<String, Stamp>) -> Vec<(String, String, String)> {
    stamps.iter().map(|(id, stamp)| (id.clone(), stamp.edition.clone(), stamp.digest.clone())).collect()
}

impl From<&ExtractDocument> for About {
    fn from(extract: &ExtractDocument) -> Self {
        let before = extract.since.as_ref().map(|it| it.old.assessment.clone());
        Self {
            organisation: extract.name.clone().unwrap_or_else(|| extract.entity.clone()),
            as_of: extract.as_of.0,
            method: extract.method.clone(),
            assessments: std::iter::once(extract.assessment.clone()).chain(before).collect(),
            catalogues: catalogues(&extract.catalogues),
        }
    }
}
