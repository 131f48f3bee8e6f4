//! What was asked: fields that are still text, each with a place of its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::value::RawValue;

use super::Operation;
use crate::catalogue::CatalogueDocument;
use crate::check::Checked;
use crate::diagnostic::{FAULT_LIMIT, Fault, Faults, Origin};
use crate::library::{Library, Source};
use crate::read::{Read, Reader, escaped, near, shorten};
use crate::scalar::As;
use crate::tree;

/// What was asked, field by field, each still text with a place of its own.
pub(super) struct Request<'a> {
    pub(super) text: &'a str,
    pub(super) fields: Vec<(String, &'a RawValue)>,
    pub(super) texts: &'a Texts,
}

/// The documents that are given as text: what the strings in a request hold, by where they begin.
pub(super) struct Texts(BTreeMap<usize, String>);

impl Texts {
    pub(super) fn of(fields: &[(String, &RawValue)]) -> Self {
        let one =
            fields.iter().filter(|(name, _)| ["assessment", "old", "result", "vectors"].contains(&name.as_str())).map(|(_, raw)| *raw);
        let lists = fields.iter().filter(|(name, _)| ["assessments", "catalogues"].contains(&name.as_str()));
        let many = lists.flat_map(|(_, raw)| tree::items(raw.get()).unwrap_or_default()); // what is no list is refused where it is read
        let text = |raw: &RawValue| Some((raw.get().as_ptr().addr(), serde_json::from_str::<String>(raw.get()).ok()?));
        Self(one.chain(many).filter_map(text).collect())
    }
}

impl<'a> Request<'a> {
    pub(super) fn field(&self, name: &str) -> Option<&'a RawValue> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, raw)| *raw)
    }

    pub(super) fn start(&self, raw: &RawValue) -> usize {
        raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    pub(super) fn at_fault(&self, pointer: &str, raw: &RawValue, fault: Fault, library: &Library<'_>) -> Faults {
        let origin = Origin { whole: self.text, start: self.start(raw), pointer: pointer.to_owned(), file: None };
        Faults::new(vec![Fault { offset: fault.offset.or(Some(0)), ..fault }], &origin, library.language)
    }

    /// A field that must be there.
    pub(super) fn needed(&self, name: &'static str, library: &Library<'_>) -> Result<&'a RawValue, Faults> {
        self.field(name).ok_or_else(|| missing(name, library))
    }

    /// A single value.
    pub(super) fn read<T: Read>(&self, name: &'static str, library: &Library<'_>) -> Result<Option<T>, Faults> {
        let Some(raw) = self.field(name) else { return Ok(None) };
        let node = tree::json(raw.get(), &library.limits);
        let pointer = format!("/{name}");
        let node = node.map_err(|fault| self.at_fault(&pointer, raw, fault, library))?;
        if matches!(node.value, tree::Value::Null) {
            return Ok(None);
        }
        let mut reader = Reader::new(&library.limits);
        let read = T::read(&node, &mut reader);
        if reader.faults.is_empty() {
            return Ok(read);
        }
        let origin = Origin { whole: self.text, start: self.start(raw), pointer, file: None };
        Err(Faults::new(reader.faults, &origin, library.language))
    }

    /// A single value that must be there.
    pub(super) fn wanted<T: Read>(&self, name: &'static str, library: &Library<'_>) -> Result<T, Faults> {
        self.read(name, library)?.ok_or_else(|| missing(name, library))
    }

    /// The operation that is given, else the one that is named, after every field has been found to belong to it.
    pub(super) fn operation(&self, given: Option<Operation>, library: &Library<'_>) -> Result<Operation, Faults> {
        let operation = given.map_or_else(|| self.named(library), Ok)?;
        let always = if given.is_some() { &["catalogues", "language"][..] } else { &["op", "catalogues", "language"] };
        let fields = if operation == Operation::Verify && self.field("vectors").is_some() { &["vectors"] } else { operation.fields() }; // vectors bring all that they need
        let known: Vec<&str> = always.iter().chain(fields).copied().collect();
        let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
        for (field, raw) in &self.fields {
            let fault = if !seen.insert(field) {
                Fault::new("duplicate-key", &[("field", &shorten(field))])
            } else if !known.contains(&field.as_str()) {
                let meant = if faults.len() < FAULT_LIMIT { near(field, known.iter().copied()) } else { None };
                Fault::new("unknown-field", &[("field", &shorten(field))]).suggesting(meant)
            } else {
                continue;
            };
            let pointer = format!("/{}", escaped(field));
            faults.push(Fault { offset: Some(self.start(raw)), ..fault.at(pointer) });
        }
        if faults.is_empty() { Ok(operation) } else { Err(Faults::new(faults, &Origin::file(self.text, None), library.language)) }
    }

    fn named(&self, library: &Library<'_>) -> Result<Operation, Faults> {
        let name: String = self.wanted("op", library)?;
        Operation::find(&name).map_err(|fault| self.field("op").map(|raw| self.at_fault("/op", raw, fault, library)).unwrap_or_default())
    }

    pub(super) fn assessment(&self, library: &Library<'_>) -> Result<Checked, Faults> {
        let (origin, source) = self.assessment_source(library)?;
        library.check_at(&origin, source)
    }

    pub(super) fn assessment_source(&self, library: &Library<'_>) -> Result<(Origin<'a>, Source<'a>), Faults> {
        self.source("assessment", library)
    }

    /// A document in a field.
    pub(super) fn source(&self, field: &'static str, library: &Library<'_>) -> Result<(Origin<'a>, Source<'a>), Faults> {
        Ok(self.document(self.needed(field, library)?, format!("/{field}")))
    }

    /// A document where it stands, or as the text that is given instead of it.
    pub(super) fn document(&self, raw: &'a RawValue, pointer: String) -> (Origin<'a>, Source<'a>) {
        match self.texts.0.get(&raw.get().as_ptr().addr()) {
            Some(text) => (Origin { whole: text, start: 0, pointer, file: None }, Source::text(text)),
            None => (Origin { whole: self.text, start: self.start(raw), pointer, file: None }, Source::text(raw.get())),
        }
    }

    /// The documents of a list.
    pub(super) fn documents(&self, field: &'static str, library: &Library<'_>) -> Result<Vec<(Origin<'a>, Source<'a>)>, Faults> {
        let Some(raw) = self.field(field) else { return Ok(Vec::new()) };
        let items = tree::items(raw.get()).map_err(|fault| self.at_fault(&format!("/{field}"), raw, fault, library))?;
        Ok(items.into_iter().enumerate().map(|(index, item)| self.document(item, format!("/{field}/{index}"))).collect())
    }

    /// A catalogue at hand by its name, or the one that is given.
    pub(super) fn edition<'l>(&self, field: &'static str, library: &'l Library<'_>) -> Result<Cow<'l, CatalogueDocument>, Faults> {
        let raw = self.needed(field, library)?;
        if raw.get().starts_with('"') {
            let name: Option<String> = self.read(field, library)?;
            return library.catalogue(&name.unwrap_or_default()).map(Cow::Borrowed);
        }
        let (origin, source) = self.document(raw, format!("/{field}"));
        library.read_catalogue_at(origin, source, &[]).map(Cow::Owned)
    }

    pub(super) fn as_of(&self, library: &Library<'_>) -> Result<Option<Date>, Faults> {
        Ok(self.read::<As<Date>>("as_of", library)?.map(|date| date.0))
    }

    pub(super) fn name(&self, library: &Library<'_>) -> Result<String, Faults> {
        self.wanted("name", library)
    }
}

fn missing(name: &'static str, library: &Library<'_>) -> Faults {
    Faults::one(Fault::new("missing-field", &[("field", &name)]).at(format!("/{name}")), library.language)
}
