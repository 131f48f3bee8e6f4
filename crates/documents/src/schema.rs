//! The JSON Schemas of the published documents.

use schemars::{JsonSchema, schema_for};

use crate::assessment::AssessmentDocument;
use crate::call::{Answer, Call};
use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::explanation::ExplanationDocument;
use crate::result::ResultDocument;

/// The names of the schemas.
pub const SCHEMAS: [&str; 7] = ["assessment", "catalogue", "catalogue-texts", "result", "explanation", "call", "answer"];

/// The JSON Schema (draft 2020-12) of a document, as text; `None` for a name that is not one of [`SCHEMAS`].
#[must_use]
pub fn schema(name: &str) -> Option<String> {
    match name {
        "assessment" => Some(print::<AssessmentDocument>()),
        "catalogue" => Some(print::<CatalogueDocument>()),
        "catalogue-texts" => Some(print::<TextsDocument>()),
        "result" => Some(print::<ResultDocument>()),
        "explanation" => Some(print::<ExplanationDocument>()),
        "call" => Some(print::<Call>()),
        "answer" => Some(print::<Answer>()),
        _ => None,
    }
}

fn print<T: JsonSchema>() -> String {
    format!("{:#}\n", schema_for!(T).to_value())
}
