//! Recomputing what somebody else computed: conformance vectors, and results.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::library::{Library, Source};
use crate::tree;
use crate::vector::{Difference, differences, report};

/// What became of one vector or result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Where the numbers differ; empty where it holds.
    pub differences: Vec<Difference>,
    /// Which one it is, from 1.
    pub number: usize,
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
        let tree = tree::json(text, &library.limits).map_err(|fault| Faults::new(vec![fault], origin, library.language))?;
        let said = tree.field("as_of").and_then(|node| match &node.value {
            tree::Value::Text(date) => date.parse().ok(),
            _ => None,
        });
        let found = checked.result(checked.as_of(as_of.or(said))?);
        let (expected, found) = (tree.to_value(), serde_json::to_value(found).unwrap_or_default());
        Ok(Self { differences: differences(&expected, &found), number: 1 })
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

    /// Whether a text is a result document, and no vector.
    #[must_use]
    pub fn is_result(&self, text: &str) -> bool {
        tree::json(text, &self.limits).is_ok_and(|tree| tree.field("format").is_some())
    }
}

pub(crate) fn vectors_in(text: &str, library: &Library<'_>, origin: &Origin<'_>) -> Result<Vec<Verdict>, Faults> {
    let words = |faults| Faults::new(faults, origin, library.language);
    if text.len() > library.limits.bytes {
        return Err(words(vec![Fault::new("too-long", &[("bytes", &text.len()), ("limit", &library.limits.bytes)])]));
    }
    let tree = tree::json(text, &library.limits).map_err(|fault| words(vec![fault]))?;
    let vectors = match tree.value {
        tree::Value::List(vectors) => vectors,
        _ => vec![tree],
    };
    let mut faults = Vec::new();
    let mut verdicts = Vec::new();
    for (index, vector) in vectors.iter().enumerate() {
        let pointer = if vectors.len() == 1 { String::new() } else { format!("/{index}") };
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
