//! From an assessment against one edition of a standard to one against the next, with an account of everything in it.
//!
//! Nothing here computes a number: what was filed on a requirement is filed on its successor, or on the part of a merged control that the
//! requirement has become (see [`crate::succession`]). So the successor of one alone keeps what it scores by its own evidence, on every day
//! and in every reading, and a merged control scores as its weakest part.

use std::collections::BTreeMap;

use pejling_core::{RequirementId, named};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::assessment::{AssessmentDocument, MeasureDocument, SignOffDocument, WeightingDocument};
use crate::catalogue::CatalogueDocument;
use crate::cpr::shown;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::digest::{catalogue_digest, digest};
use crate::library::{Library, Source};
use crate::scalar::{As, names};
use crate::succession::{succession, transitional_edition};
use crate::vocabulary::MigrationFormat;

use self::carry::{Account, carry};
pub(crate) use self::carry::{distinct, with_origin};

mod carry;

/// An assessment against the next edition, and what became of everything in the one before.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
pub struct Migration {
    /// The assessment against the next edition.
    pub assessment: AssessmentDocument,
    /// What became of everything.
    pub report: MigrationReport,
}

/// What became of everything in an assessment that was carried on into the next edition of a standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationReport {
    /// How much of each list became what: `before` is the sum of the outcomes.
    pub counts: BTreeMap<String, MigrationCounts>,
    /// What this document is.
    pub format: As<MigrationFormat>,
    /// What was carried on.
    pub from: MigrationEnd,
    /// What became of each entry, by list.
    pub items: BTreeMap<String, Vec<Migrated>>,
    /// The controls that were merged of several, each with its parts. A merged control has no evidence of its own and is worth as much as its
    /// weakest part.
    pub merged: BTreeMap<String, Vec<String>>,
    /// What only the next edition asks: nothing in the assessment speaks to it.
    pub new: Vec<String>,
    /// The signatures that were left behind: they were given for the assessment before. The new one is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<SignOffDocument>,
    /// What it came to.
    pub to: MigrationEnd,
    /// What people have to decide anew.
    pub to_decide: Vec<Decision>,
    /// The weightings that were left behind: they are of objectives of the edition before, which has other members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weightings: Vec<WeightingDocument>,
}

/// An assessment, and the catalogue of the standard that it is against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationEnd {
    /// The digest of the assessment.
    pub assessment: String,
    /// The framework.
    pub catalogue: String,
    /// The digest of the catalogue.
    pub digest: String,
    /// The edition of the catalogue.
    pub edition: String,
}

/// How many entries of a list became what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationCounts {
    /// How many entries the list has afterwards.
    pub after: usize,
    /// How many entries it had.
    pub before: usize,
    /// How many of these became what; an outcome of none is left out.
    pub outcomes: BTreeMap<String, usize>,
}

/// What became of one entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Migrated {
    /// Whom it is about, where the entry says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The name of the evidence or measure; of a service, the entity that serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What became of it.
    pub outcome: As<Outcome>,
    /// The requirement that it was about.
    pub requirement: String,
    /// Where it is now; empty where it has to be decided anew.
    pub to: Vec<MigratedTo>,
}

/// Where an entry is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigratedTo {
    /// Its name now, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The requirement that it is about now.
    pub requirement: String,
}

named! {
    /// What became of an entry.
    Outcome {
        /// It is about another framework and stays as it is.
        Untouched = "untouched",
        /// It is about the one successor of its requirement.
        Renamed = "renamed",
        /// It is about a part of a merged control: the part that its requirement has become.
        InPart = "in_part",
        /// Its requirement has several successors: it is there for each.
        Divided = "divided",
        /// All parts of a merged control say the same, so the merged control says it once.
        Joined = "joined",
        /// It is not carried on; people decide, and the report keeps it whole.
        ToDecide = "to_decide",
    }
}

named! {
    /// Why people have to decide something anew.
    DecisionNeeded {
        /// The parts of a merged control state different things, and a statement of applicability states one.
        StatementsDiffer = "statements_differ",
        /// Some parts of a merged control do not apply, and others do.
        AppliesInPart = "applies_in_part",
        /// A measure is for a requirement that has several successors: its cost would count twice.
        MeasureOfSeveral = "measure_of_several",
    }
}

names! {
    Outcome, "What became of an entry.";
    DecisionNeeded, "Why people have to decide something anew.";
}

/// What people have to decide anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    /// For whom, where that matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The measure that was not carried on, as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureDocument>,
    /// The merged control; or the requirement of the earlier edition.
    pub requirement: String,
    /// Why.
    pub why: As<DecisionNeeded>,
}

impl Migration {
    /// The two as JSON: the assessment is its owner's content and stays as it is; the account repeats nothing that looks like a CPR number.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let Self { assessment, report } = self;
        json!({"assessment": assessment, "report": shown(report)})
    }
}

impl Library<'_> {
    /// Carries an assessment against ISO/IEC 27001:2013 on into the edition of 2022: into its transitional edition, where each control that was
    /// merged of several is a composite of them.
    ///
    /// # Errors
    ///
    /// Every fault of the assessment; or that it is not against the earlier edition, or against both.
    pub fn migrate(&self, source: Source<'_>) -> Result<Migration, Faults> {
        self.migrate_at(&Origin::file(source.text, source.name), source)
    }

    pub(crate) fn migrate_at(&self, origin: &Origin<'_>, source: Source<'_>) -> Result<Migration, Faults> {
        let fault = |fault: Fault| Faults::new(vec![Fault { offset: Some(0), ..fault.at("/catalogues") }], origin, self.language);
        let Some(succession) = succession() else { return Err(Faults::default()) }; // it is one of our own files, which a test reads
        let (from, to) = (succession.from.0.as_str(), succession.to.0.as_str());
        // What builds on the next edition can only be checked beside it, and the assessment does not name it yet.
        let current = self.frameworks().find(|it| it.id == succession.to);
        let beside = |document: &mut AssessmentDocument| {
            if document.catalogues.contains_key(from)
                && let Some(current) = current
            {
                document.catalogues.0.entry(to.to_owned()).or_insert_with(|| current.edition.clone());
            }
        };
        let mut is_of = (false, false);
        let checked = self.check_prepared(origin, source, |document| {
            is_of = (document.catalogues.contains_key(from), document.catalogues.contains_key(to));
            beside(document);
        })?;
        let mut before = checked.document();
        let named = before.catalogues.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        if !is_of.0 {
            return Err(fault(Fault::new("nothing-to-migrate", &[("catalogue", &from), ("named", &named)])));
        }
        if is_of.1 || requirements(&before).any(|id| id.framework() == to) {
            return Err(fault(Fault::new("both-editions", &[("earlier", &from), ("later", &to)])));
        }
        before.catalogues.0.remove(to);
        let end = |assessment: &AssessmentDocument, catalogue: Option<&CatalogueDocument>| MigrationEnd {
            assessment: digest(assessment),
            catalogue: catalogue.map_or_else(String::new, |it| it.id.0.to_string()),
            digest: catalogue.map_or_else(String::new, catalogue_digest),
            edition: catalogue.map_or_else(String::new, |it| it.edition.0.to_string()),
        };
        let edition = before.catalogues.get(from);
        let earlier = end(&before, self.catalogues().find(|it| it.id == succession.from && Some(&it.edition) == edition));
        let (assessment, account) = carry(before, &earlier.assessment, succession, self.limits.characters);
        let long = assessment.count_faults(&self.limits);
        if !long.is_empty() {
            return Err(Faults::new(long, origin, self.language));
        }
        let assessment = self.check_read(assessment, origin)?.document();
        let Account { items, to_decide, sign_off, weightings } = account;
        let later = end(&assessment, transitional_edition(succession));
        let qualified = |local: &str| format!("{to}:{local}");
        let targets = succession.targets();
        let parts_of = |later: &str| {
            let parts = targets.values().flatten().filter(|it| it.is_part() && it.whole.local() == later);
            parts.map(|it| it.filed.to_string()).collect()
        };
        let report = MigrationReport {
            counts: items.iter().map(|(list, items)| (list.clone(), counts(list, items, &assessment))).collect(),
            format: As(MigrationFormat),
            from: earlier,
            items,
            merged: succession.merged().into_keys().map(|later| (qualified(later), parts_of(later))).collect(),
            new: succession.new.iter().map(|later| qualified(later)).collect(),
            sign_off,
            to: later,
            to_decide,
            weightings,
        };
        Ok(Migration { assessment, report })
    }
}

/// Every requirement that an assessment speaks of.
fn requirements(document: &AssessmentDocument) -> impl Iterator<Item = &RequirementId> {
    let evidence = document.evidence.iter().map(|it| &it.requirement.0);
    let exclusions = document.exclusions.iter().map(|it| &it.requirement.0);
    let statements = document.control_statements.iter().map(|it| &it.requirement.0);
    let dissent = document.dissent.iter().map(|it| &it.requirement.0);
    let measures = document.measures.iter().map(|it| &it.requirement.0);
    let services = document.entities.iter().flat_map(|it| &it.serves).map(|it| &it.requirement.0);
    evidence.chain(exclusions).chain(statements).chain(dissent).chain(measures).chain(services)
}

/// How much of a list became what.
fn counts(list: &str, items: &[Migrated], assessment: &AssessmentDocument) -> MigrationCounts {
    let mut outcomes = BTreeMap::new();
    for item in items {
        *outcomes.entry(item.outcome.0.name().to_owned()).or_default() += 1;
    }
    let after = match list {
        CONTROL_STATEMENTS => assessment.control_statements.len(),
        DISSENT => assessment.dissent.len(),
        EVIDENCE => assessment.evidence.len(),
        EXCLUSIONS => assessment.exclusions.len(),
        MEASURES => assessment.measures.len(),
        _ => assessment.entities.iter().map(|entity| entity.serves.len()).sum(), // services
    };
    MigrationCounts { after, before: items.len(), outcomes }
}

const CONTROL_STATEMENTS: &str = "control_statements";
const DISSENT: &str = "dissent";
const EVIDENCE: &str = "evidence";
const EXCLUSIONS: &str = "exclusions";
const MEASURES: &str = "measures";
const SERVICES: &str = "services";

/// The lists of an assessment of which a report gives an account.
pub(crate) const LISTS: [&str; 6] = [CONTROL_STATEMENTS, DISSENT, EVIDENCE, EXCLUSIONS, MEASURES, SERVICES];
