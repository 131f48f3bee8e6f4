//! The statement of applicability, `pejling/soa/1`: every control of Annex A for one entity, whether it is included and why, and whether
//! what is declared of it agrees with what is assessed. What is missing is said as missing, and never filled in.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Band, EntityId, METHOD, ReasonClass, Requirement, RequirementId, Scores, named};
use schemars::JsonSchema;
use serde::Serialize;

use self::control::{Seen, Told};
use crate::assessment::SignOffDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::dissent::DissentResult;
use crate::result::{Stamp, Triple};
use crate::scalar::{As, names};
use crate::vocabulary::{SignOffStatus, SoaFormat};

mod control;

/// The framework whose Annex A the statement is of.
const FRAMEWORK: &str = "iso27001-2022";

/// What the names of its controls begin with.
const ANNEX: &str = "A.";

/// The statement of applicability of one entity on one day. Codes and arguments, no prose but what the assessment itself says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SoaDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Every control, in the order of Annex A.
    pub controls: Vec<ControlResult>,
    /// Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// Whose statement it is.
    pub entity: String,
    /// What this document is.
    pub format: As<SoaFormat>,
    /// The framework.
    pub framework: String,
    /// What a reader should know of the whole.
    pub marks: Vec<As<StatementMark>>,
    /// The version of the scoring method.
    pub method: String,
    /// The entity that the assessment is about: control statements are its own.
    pub organisation: String,
    /// Who prepared, reviewed and approved the assessment; null where nobody signed.
    pub sign_off: Option<SignOffDocument>,
}

/// What the statement says of one control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ControlResult {
    /// The band of what is substantiated; null unless something is assessed.
    pub band: Option<As<Band>>,
    /// The evidence that counts, by name; none where the control is excluded.
    pub evidence: Vec<String>,
    /// The exclusions by the entity itself or one above it: the control is excluded where one of these is in force.
    pub exclusions: Vec<SoaExclusion>,
    /// The exclusions by single entities below. They exclude the control there alone.
    pub exclusions_below: Vec<SoaExclusion>,
    /// Whether it is declared to be implemented; null where nobody says so.
    pub implemented: Option<bool>,
    /// Whether it is included: no exclusion by the entity itself or one above it is in force.
    pub included: bool,
    /// Where what is said does not agree, and what else a reader should know.
    pub marks: Vec<As<ControlMark>>,
    /// What nobody says of it although it is included.
    pub missing: Vec<As<MissingWord>>,
    /// The entities without entities below where it applies and is not assessed.
    pub not_assessed: Vec<String>,
    /// The control.
    pub requirement: String,
    /// Who is responsible; null where nobody says so.
    pub responsible: Option<String>,
    /// What it scores; null where it does not apply.
    pub score: Option<Triple>,
    /// What is known of it.
    pub state: As<ControlState>,
    /// Why it is included; null where nobody says so.
    pub why: Option<String>,
}

/// An exclusion of a control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SoaExclusion {
    /// Who approved it.
    pub approved_by: String,
    /// Why, as a class.
    pub class: As<ReasonClass>,
    /// Who excludes it.
    pub entity: String,
    /// Whether it holds on the day of assessment.
    pub in_force: bool,
    /// Why, in words.
    pub reason: String,
    /// The last day on which it holds.
    pub review_by: As<Date>,
}

named! {
    /// What is known of a control at an entity.
    ControlState {
        /// It is assessed wherever it applies.
        Assessed = "assessed",
        /// It is assessed at some of the entities below where it applies.
        PartlyAssessed = "partly_assessed",
        /// All that there is of it has lost its freshness.
        Outdated = "outdated",
        /// Nothing counts.
        NotAssessed = "not_assessed",
        /// It applies nowhere.
        NotApplicable = "not_applicable",
    }
}

named! {
    /// What a statement of applicability needs of an included control.
    MissingWord {
        /// Why it is included.
        Why = "why",
        /// Whether it is implemented.
        Implemented = "implemented",
        /// Who is responsible.
        Responsible = "responsible",
    }
}

named! {
    /// Where what is said of a control does not agree.
    ControlMark {
        /// It is said to be implemented, and nothing is assessed.
        ImplementedNotAssessed = "implemented-not-assessed",
        /// It is said to be implemented, and all that shows it is outdated.
        ImplementedOutdated = "implemented-outdated",
        /// It is said to be implemented, and it is not assessed everywhere that it applies.
        ImplementedPartlyAssessed = "implemented-partly-assessed",
        /// It is said to be implemented, and what is substantiated is below the norm.
        ImplementedBelowNorm = "implemented-below-norm",
        /// It is said not to be implemented, and what is substantiated reaches the norm.
        NotImplementedAtNorm = "not-implemented-at-norm",
        /// It is excluded, and said to be implemented.
        ExcludedImplemented = "excluded-implemented",
        /// It is excluded, and a reason to include it is given.
        ExcludedWithStatement = "excluded-with-statement",
        /// It is included, and yet excluded wherever it could apply.
        ExcludedEverywhereBelow = "excluded-everywhere-below",
        /// An exclusion has ended, so the control is included again.
        ExclusionEnded = "exclusion-ended",
    }
}

named! {
    /// What a reader of the whole statement should know.
    StatementMark {
        /// Nobody signed the assessment.
        Unsigned = "unsigned",
        /// The assessment is a draft.
        Draft = "draft",
        /// The assessment was signed for another day than this statement is of.
        SignedForAnotherDay = "signed-for-another-day",
    }
}

names! {
    ControlState, "What is known of a control at an entity.";
    MissingWord, "What a statement of applicability needs of an included control.";
    ControlMark, "Where what is said of a control does not agree, and what else a reader should know.";
    StatementMark, "What a reader of the whole statement should know.";
}

impl Checked {
    /// The statement of applicability of an entity: what the assessment declares of each control of Annex A, beside what it scores.
    ///
    /// # Errors
    ///
    /// A fault where the assessment does not name ISO/IEC 27001:2022, or there is no such entity.
    pub fn soa(&self, scores: &Scores<'_>, entity: &EntityId) -> Result<SoaDocument, Faults> {
        let assessment = scores.assessment();
        if !self.stamps().contains_key(FRAMEWORK) {
            let named: Vec<_> = self.stamps().keys().map(String::as_str).collect();
            let fault = Fault::new("soa-without-iso", &[("framework", &FRAMEWORK), ("named", &named.join(", "))]);
            return Err(Faults::one(fault.at("/catalogues"), self.language()));
        }
        self.known_entity(entity)?;
        let requirements = assessment.catalogue().requirements().iter();
        let mut controls: Vec<&Requirement> = requirements.filter(|it| is_control(&it.id)).collect();
        controls.sort_by_key(|it| place_in_annex(&it.id));
        let content = self.content();
        let statements = content.control_statements.iter().map(|it| (&it.requirement.0, it)).collect();
        let mut seen = Seen::new(scores, entity, controls.iter().map(|it| &it.id));
        let told = Told { scores, entity, statements, norm: norm(scores) };
        let sign_off = content.sign_off.clone();
        let other_day = content.as_of.as_ref().is_some_and(|day| day.0 != scores.as_of());
        let marks = [
            (StatementMark::Unsigned, sign_off.is_none()),
            (StatementMark::Draft, sign_off.as_ref().is_some_and(|it| it.status.0 == SignOffStatus::Draft)),
            (StatementMark::SignedForAnotherDay, sign_off.is_some() && other_day),
        ];
        let dissent = self.dissent_among(entity, controls.iter().map(|it| it.id.as_str()));
        Ok(SoaDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues: self.stamps().clone(),
            controls: controls.into_iter().map(|it| told.control(&it.id, seen.of(&it.id))).collect(),
            dissent,
            entity: entity.to_string(),
            format: As(SoaFormat),
            framework: FRAMEWORK.to_owned(),
            marks: marks.into_iter().filter(|(_, is_so)| *is_so).map(|(mark, _)| As(mark)).collect(),
            method: METHOD.to_owned(),
            organisation: assessment.organisation().to_string(),
            sign_off,
        })
    }
}

fn is_control(id: &RequirementId) -> bool {
    id.framework() == FRAMEWORK && id.local().starts_with(ANNEX)
}

/// Where a control stands: A.5.9 before A.5.10.
fn place_in_annex(id: &RequirementId) -> (Vec<u32>, &str) {
    let numbers = id.local().trim_start_matches(ANNEX).split('.').map(|number| number.parse().unwrap_or(u32::MAX));
    (numbers.collect(), id.local())
}

/// The band that the members of the whole framework should reach.
fn norm(scores: &Scores<'_>) -> Band {
    let whole = format!("{FRAMEWORK}:framework").parse().ok();
    whole.and_then(|id| scores.assessment().catalogue().objective(&id)).map_or(Band::Largely, |objective| objective.norm)
}
