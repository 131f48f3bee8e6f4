//! Short answers: what an assessment holds, which catalogues there are.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::CatalogueDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::digest::catalogue_digest;
use crate::library::Library;
use crate::read::{near, shorten};
use crate::text::Language;
use crate::warning::WarningTold;

/// What an assessment without fault holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckReport {
    /// The digest of the assessment.
    pub assessment: String,
    /// How many entities it has.
    pub entities: usize,
    /// How many evidences it has.
    pub evidence: usize,
    /// How many exclusions it has.
    pub exclusions: usize,
    /// What scoring it warns of; where neither the caller nor the document says a date, only what needs none, and left out where that is
    /// nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warnings: Option<Vec<WarningTold>>,
}

impl CheckReport {
    /// What a checked assessment holds, and what scoring it on a day warns of: the day given, else the document's.
    #[must_use]
    pub fn new(checked: &Checked, as_of: Option<Date>) -> Self {
        let assessment = checked.assessment();
        let warnings = match checked.as_of(as_of) {
            Ok(as_of) => Some(checked.warnings(as_of)),
            Err(_) => Some(checked.possible_cpr_numbers()).filter(|found| !found.is_empty()),
        };
        Self {
            assessment: checked.digest(),
            entities: assessment.entities().len(),
            evidence: assessment.evidence().len(),
            exclusions: assessment.exclusions().len(),
            warnings: warnings.map(|found| found.into_iter().map(|warning| warning.tell(checked.language())).collect()),
        }
    }
}

/// A catalogue at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CatalogueSummary {
    /// The digest of all that can move a number.
    pub digest: String,
    /// Its edition.
    pub edition: String,
    /// How many edges it has.
    pub edges: usize,
    /// Its name.
    pub id: String,
    /// How many objectives it has.
    pub objectives: usize,
    /// How many requirements it has.
    pub requirements: usize,
    /// Its title.
    pub title: String,
}

impl Library<'_> {
    /// The catalogues at hand, in few words.
    #[must_use]
    pub fn summaries(&self) -> Vec<CatalogueSummary> {
        let summary = |it: &CatalogueDocument| CatalogueSummary {
            digest: catalogue_digest(it),
            edition: it.edition.0.to_string(),
            edges: it.requirements.iter().map(|requirement| requirement.requires.len() + requirement.supported_by.len()).sum(),
            id: it.id.0.to_string(),
            objectives: it.objectives.len(),
            requirements: it.requirements.len(),
            title: self.framework_title(it.id.0.as_str()).unwrap_or_default().to_owned(),
        };
        self.catalogues().map(summary).collect()
    }

    /// The catalogue of that name.
    ///
    /// # Errors
    ///
    /// A fault with the names that there are.
    pub fn catalogue(&self, name: &str) -> Result<&CatalogueDocument, Faults> {
        self.find(name).ok_or_else(|| {
            let known: Vec<_> = self.names().collect();
            let args: &[(_, &dyn std::fmt::Display)] = &[("catalogue", &shorten(name)), ("known", &known.join(", "))];
            Faults::one(Fault::new("unknown-catalogue", args).suggesting(near(name, known.into_iter())), self.language)
        })
    }

    /// A catalogue with the texts and guides that stand in files of their own.
    #[must_use]
    pub fn with_words(&self, document: &CatalogueDocument) -> CatalogueDocument {
        let code = |language: Language| language.code().to_owned();
        let texts = Language::ALL.into_iter().filter_map(|it| Some((code(it), self.texts_of(document, it)?.clone())));
        let guides = Language::ALL.into_iter().filter_map(|it| Some((code(it), self.guide_of(document, it)?.clone())));
        CatalogueDocument { texts: texts.collect(), guides: guides.collect(), ..document.clone() }
    }
}
