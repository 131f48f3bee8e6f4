//! Which requirements published sources name together: `pejling/catalogue-references/1`.
//!
//! These are references between requirements, not dependencies: no public source says what rests on what. They hint at an edge, and
//! lint holds the catalogue's own edges against them.

use pejling_core::FrameworkId;

use crate::read::document;
use crate::scalar::As;
use crate::vocabulary::ReferencesFormat;

document! {
    /// The published references among the requirements of a catalogue.
    pub struct ReferencesDocument {
        /// The framework.
        pub catalogue: As<FrameworkId>,
        /// What this document is.
        pub format: As<ReferencesFormat>,
        /// The sources.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub references: Vec<ReferenceDocument>,
    }

    /// What one source names together.
    pub struct ReferenceDocument {
        /// How the source is cited.
        pub citation: String,
        /// What edges name it by.
        pub id: String,
        /// Two names each, with a space between them. A name of another framework is a qualified one.
        pub pairs: Vec<String>,
    }
}

impl ReferenceDocument {
    /// The names that are named together.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().filter_map(|pair| pair.split_once(' '))
    }
}
