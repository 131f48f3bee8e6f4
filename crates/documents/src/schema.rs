//! The JSON Schemas of the published documents.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::assessment::AssessmentDocument;
use crate::bridge::BridgeDocument;
use crate::call::{Answer, Call};
use crate::catalogue::diff::CatalogueDiffDocument;
use crate::catalogue::{CatalogueDocument, TextsDocument};
use crate::comparison::ComparisonDocument;
use crate::explanation::ExplanationDocument;
use crate::extract::ExtractDocument;
use crate::follow_up::FollowUpDocument;
use crate::forecast::ForecastDocument;
use crate::gains::GainsDocument;
use crate::guide::GuideDocument;
use crate::import_map::ImportMapDocument;
use crate::merge::MergerDocument;
use crate::migrate::MigrationReport;
use crate::plan::PlanDocument;
use crate::regions::RegionsDocument;
use crate::result::ResultDocument;
use crate::screening::ScreeningDocument;
use crate::show::RequirementPage;
use crate::soa::SoaDocument;
use crate::view::StandingDocument;
use crate::what_if::WhatIfDocument;

mod operations;

/// The names of the schemas.
pub const SCHEMAS: &[&str] = &[
    "assessment",
    "catalogue",
    "catalogue-texts",
    "catalogue-guide",
    "catalogue-diff",
    "requirement",
    "result",
    "explanation",
    "view",
    "screening",
    "soa",
    "migration",
    "what-if",
    "gains",
    "plan",
    "bridge",
    "follow-up",
    "regions",
    "merger",
    "call",
    "answer",
    "forecast",
    "comparison",
    "import-map",
    "extract",
    "operations",
];

/// The JSON Schema (draft 2020-12) of a document, as text; `None` for a name that is not one of [`SCHEMAS`].
#[must_use]
pub fn schema(name: &str) -> Option<String> {
    match name {
        "assessment" => Some(read::<AssessmentDocument>()),
        "catalogue" => Some(read::<CatalogueDocument>()),
        "catalogue-texts" => Some(read::<TextsDocument>()),
        "catalogue-guide" => Some(read::<GuideDocument>()),
        "requirement" => Some(written::<RequirementPage>()),
        "result" => Some(written::<ResultDocument>()),
        "explanation" => Some(written::<ExplanationDocument>()),
        "view" => Some(written::<StandingDocument>()),
        "screening" => Some(written::<ScreeningDocument>()),
        "migration" => Some(written::<MigrationReport>()),
        "regions" => Some(written::<RegionsDocument>()),
        "merger" => Some(written::<MergerDocument>()),
        "soa" => Some(written::<SoaDocument>()),
        "catalogue-diff" => Some(written::<CatalogueDiffDocument>()),
        "what-if" => Some(written::<WhatIfDocument>()),
        "gains" => Some(written::<GainsDocument>()),
        "plan" => Some(written::<PlanDocument>()),
        "bridge" => Some(written::<BridgeDocument>()),
        "follow-up" => Some(written::<FollowUpDocument>()),
        "call" => Some(read::<Call>()),
        "answer" => Some(written::<Answer>()),
        "forecast" => Some(written::<ForecastDocument>()),
        "comparison" => Some(written::<ComparisonDocument>()),
        "import-map" => Some(read::<ImportMapDocument>()),
        "extract" => Some(written::<ExtractDocument>()),
        "operations" => Some(format!("{:#}\n", operations::operations())),
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
