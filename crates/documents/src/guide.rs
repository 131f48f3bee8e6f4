//! What a requirement means to those who answer for it: `pejling/catalogue-guide/1`. It is read only where people read it.

use pejling_core::FrameworkId;

use crate::read::document;
use crate::scalar::As;
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::GuideFormat;

document! {
    /// The guide to a catalogue in one language. Nothing here can move a number.
    pub struct GuideDocument {
        /// The framework that it is to.
        pub catalogue: As<FrameworkId>,
        /// What this document is.
        pub format: As<GuideFormat>,
        /// The language.
        pub language: As<Language>,
        /// What each requirement means, by name.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub requirements: Table<RequirementGuide>,
    }

    /// What a requirement means. A composite has neither question nor evidence: it is what it is made of.
    pub struct RequirementGuide {
        /// What it asks.
        pub asks: String,
        /// What counts as evidence, by kind of evidence.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub evidence: Table<String>,
        /// What one sees at each level of maturity, from 0 to 5.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub levels: Vec<String>,
        /// What samples are drawn from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub population: Option<String>,
        /// The one question that a colleague can answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub question: Option<String>,
        /// Why it matters in a hospital.
        pub why: String,
    }
}
