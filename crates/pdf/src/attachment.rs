//! Files that a PDF carries: for those who want to compute with what it says.

use pejling_documents::{ExtractDocument, Language, ResultDocument, to_json};
use serde_json::{Value, json};

/// A file in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    name: &'static str,
    description: String,
    text: String,
    is_public: bool,
}

impl Attachment {
    /// What may be told of an assessment in public.
    #[must_use]
    pub fn extract(extract: &ExtractDocument, language: Language) -> Self {
        let description = language.text("pdf-attached-extract");
        Self { name: "extract.json", description, text: to_json(extract), is_public: true }
    }

    /// The result of an assessment, requirement by requirement.
    #[must_use]
    pub fn result(result: &ResultDocument, language: Language) -> Self {
        let description = language.text("pdf-attached-result");
        Self { name: "result.json", description, text: to_json(result), is_public: false }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn is_public(&self) -> bool {
        self.is_public
    }

    pub(crate) fn data(&self) -> Value {
        json!({"name": self.name, "description": self.description, "text": self.text})
    }
}
