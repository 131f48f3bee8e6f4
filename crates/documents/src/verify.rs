//! Recomputing what somebody else computed: conformance vectors, and results.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::cpr::{mask_all, shown};
use crate::diagnostic::{Fault, Faults, Origin};
use crate::library::{Library, Source};
use crate::read::Reader;
use crate::scalar::{As, Spelled as _};
use crate::tree;
use crate::vector::{Difference, differences, report};
use crate::vocabulary::ResultFormat;

/// What became of one vector or result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Where the numbers differ; empty where it holds.
    pub differences: Vec<Difference>,
    /// Which one it is, from 1.
    pub number: usize,
}

/// What verifying answers: of one result, or of conformance vectors.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Verified {
    /// Of a result.
    Result(Verdict),
    /// Of conformance vectors.
    Vectors {
        /// How many differ.
        failed: usize,
        /// How many hold.
        passed: usize,
        /// Of each, in their order.
        verdicts: Vec<Verdict>,
    },
}

impl Verdict {
    /// Whether every number is the same.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.differences.is_empty()
    }

    /// Compares a result with what the engine finds on the same day, or on the day given.
    pub(crate) fn of_result(
        text: &str,
        checked: &Checked,
        as_of: Option<Date>,
        library: &Library<'_>,
        origin: &Origin<'_>,
    ) -> Result<Self, Faults> {
        let words = |faults| Faults::new(faults, origin, library.language);
        let tree = tree::json(text, &library.limits).map_err(|fault| words(vec![fault]))?;
        let mut reader = Reader::new(&library.limits);
        reader.keys(&tree);
        if matches!(tree.value, tree::Value::Object(_)) {
            let _: Option<As<ResultFormat>> = reader.field(&tree, "format");
        } else {
            reader.wrong_kind(&tree, "object");
        }
        let said: Option<As<Date>> = reader.field(&tree, "as_of");
        if !reader.faults.is_empty() {
            return Err(words(reader.faults));
        }
        let found = checked.result(checked.as_of(as_of.or(said.map(|date| date.0)))?);
        let (mut expected, found) = (tree.to_value(), shown(&found));
        mask_all(&mut expected); // the result may have been written before it was masked
        let mut differences = differences(&expected, &found);
        if expected.get("assessment") != found.get("assessment") {
            differences.retain(|difference| difference.pointer == "/assessment"); // it is the result of another: all else follows
        }
        Ok(Self { differences, number: 1 })
    }
}

impl Library<'_> {
    /// Runs conformance vectors: one, or a list of them.
    ///
    /// # Errors
    ///
    /// Every fault where the text is none.
    pub fn verify_vectors(&self, source: Source<'_>) -> Result<Vec<Verdict>, Faults> {
        vectors_in(source.text, self, &Origin::file(source.text, source.name))
    }

    /// Recomputes a result from its assessment, on the day that the result says, or the one given.
    ///
    /// # Errors
    ///
    /// Every fault where the result cannot be read.
    pub fn verify_result(&self, result: Source<'_>, checked: &Checked, as_of: Option<Date>) -> Result<Verdict, Faults> {
        Verdict::of_result(result.text, checked, as_of, self, &Origin::file(result.text, result.name))
    }

    /// Whether a text says that it is a result document.
    #[must_use]
    pub fn is_result(&self, text: &str) -> bool {
        let tree = tree::json(text, &self.limits);
        let says = |node: &tree::Node<'_>| matches!(&node.value, tree::Value::Text(format) if ResultFormat::parse(format).is_ok());
        tree.is_ok_and(|tree| tree.field("format").is_some_and(says))
    }
}

pub(crate) fn vectors_in(text: &str, library: &Library<'_>, origin: &Origin<'_>) -> Result<Vec<Verdict>, Faults> {
    let words = |faults| Faults::new(faults, origin, library.language);
    if text.len() > library.limits.bytes {
        return Err(words(vec![Fault::new("too-long", &[("bytes", &text.len()), ("limit", &library.limits.bytes)])]));
    }
    let tree = tree::json(text, &library.limits).map_err(|fault| words(vec![fault]))?;
    let mut reader = Reader::new(&library.limits);
    reader.keys(&tree);
    let mut faults = reader.faults;
    let mut verdicts = Vec::new();
    let is_list = matches!(tree.value, tree::Value::List(_));
    let vectors = match tree.value {
        tree::Value::List(vectors) => vectors,
        _ => vec![tree],
    };
    if vectors.is_empty() {
        faults.push(Fault { offset: Some(0), ..Fault::new("not-a-vector", &[]) }); // nothing verified is nothing proved
    }
    for (index, vector) in vectors.iter().enumerate() {
        let pointer = if is_list { format!("/{index}") } else { String::new() };
        let (Some(model), Some(expected)) = (vector.field("model"), vector.field("expected")) else {
            faults.push(Fault { offset: Some(vector.offset), ..Fault::new("not-a-vector", &[]).at(pointer) });
            continue;
        };
        match report(model, &library.limits) {
            Ok(found) => verdicts.push(Verdict { differences: differences(&expected.to_value(), &found), number: index + 1 }),
            Err(wrong) => faults.extend(wrong.into_iter().map(|fault| {
                let offset = fault.offset.or(Some(model.offset));
                let pointer = format!("{pointer}/model{}", fault.pointer);
                Fault { offset, ..fault.at(pointer) }
            })),
        }
    }
    if faults.is_empty() { Ok(verdicts) } else { Err(words(faults)) }
}
