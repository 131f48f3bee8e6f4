//! The JSON Schemas of the published documents.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::assessment::AssessmentDocument;
use crate::call::{Answer, Call};
use crate::catalogue::diff::CatalogueDiffDocument;
use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::explanation::ExplanationDocument;
use crate::result::ResultDocument;
use crate::soa::SoaDocument;

/// The names of the schemas.
pub const SCHEMAS: [&str; 9] =
    ["assessment", "catalogue", "catalogue-texts", "catalogue-diff", "result", "explanation", "soa", "call", "answer"];

/// The JSON Schema (draft 2020-12) of a document, as text; `None` for a name that is not one of [`SCHEMAS`].
#[must_use]
pub fn schema(name: &str) -> Option<String> {
    match name {
        "assessment" => Some(read::<AssessmentDocument>()),
        "catalogue" => Some(read::<CatalogueDocument>()),
        "catalogue-texts" => Some(read::<TextsDocument>()),
        "catalogue-diff" => Some(written::<CatalogueDiffDocument>()),
        "result" => Some(written::<ResultDocument>()),
        "explanation" => Some(written::<ExplanationDocument>()),
        "soa" => Some(written::<SoaDocument>()),
        "call" => Some(read::<Call>()),
        "answer" => Some(written::<Answer>()),
        _ => None,
    }
}

/// What is read.
fn read<T: JsonSchema>() -> String {
    print::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

/// What is written.
fn written<T: JsonSchema>() -> String {
    print::<T>(SchemaSettings::draft2020_12().for_serialize())
}

fn print<T: JsonSchema>(settings: SchemaSettings) -> String {
    format!("{:#}\n", settings.into_generator().into_root_schema_for::<T>().to_value())
}
