//! The screening of a project or system before it starts: `pejling/screening/1`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{EntityId, METHOD, ObjectiveId, Question, Scores, Screening};
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::dissent::DissentResult;
use crate::result::{Stamp, Triple};
use crate::scalar::As;
use crate::vocabulary::{MeasureStatus, ScreeningFormat};

/// The objective that a screening goes by.
const SCREENING: &str = "screening:screening";

/// What a screening ends in, question by question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScreeningDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The project or system.
    pub entity: String,
    /// What this document is.
    pub format: As<ScreeningFormat>,
    /// The version of the scoring method.
    pub method: String,
    /// `no` where a critical question has something known to be wrong that leaves it below the norm; `go` where every question that
    /// applies is declared at the norm; `conditions` for all else.
    pub outcome: As<Screening>,
    /// The questions that apply.
    pub questions: Vec<ScreeningQuestion>,
}

/// One question of a screening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScreeningQuestion {
    /// Whether somebody answered it.
    pub answered: bool,
    /// Whether it is critical.
    pub critical: bool,
    /// What is planned for it.
    pub measures: Vec<ConditionMeasure>,
    /// What it alone would lead to; `conditions`: it is one.
    pub outcome: As<Screening>,
    /// The requirement.
    pub requirement: String,
    /// What it scores.
    pub score: Triple,
}

/// A measure that meets a condition. One without owner or date meets none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConditionMeasure {
    /// When it is due; null: nobody said.
    pub due: Option<As<Date>>,
    /// Its name.
    pub id: String,
    /// Who carries it out; null: nobody said.
    pub owner: Option<String>,
    /// How far it has come.
    pub status: As<MeasureStatus>,
}

impl Checked {
    /// Screens an entity.
    ///
    /// # Errors
    ///
    /// A fault where the assessment does not name the catalogue of the screening, the entity is unknown, or no question applies.
    pub fn screening(&self, scores: &Scores<'_>, entity: &EntityId) -> Result<ScreeningDocument, Faults> {
        self.known_entity(entity)?;
        let objective: Option<ObjectiveId> = SCREENING.parse().ok();
        let objective = objective.filter(|id| scores.assessment().catalogue().objective(id).is_some());
        let Some(objective) = objective else {
            return Err(Faults::one(Fault::new("no-screening", &[]).at("/catalogues"), self.language()));
        };
        let Some((outcome, questions)) = scores.screen(entity, &objective) else {
            return Err(Faults::one(Fault::new("nothing-to-screen", &[("entity", entity)]).at("/entity"), self.language()));
        };
        let question = |it: Question<'_>| ScreeningQuestion {
            answered: it.overall.assessed == it.overall.applicable,
            critical: it.critical,
            measures: self.measures_on(entity, it.requirement).collect(),
            outcome: As(it.outcome),
            requirement: it.requirement.to_string(),
            score: it.overall.score.into(),
        };
        Ok(ScreeningDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues: self.stamps().clone(),
            dissent: self.dissent_on_objective(entity, &objective),
            entity: entity.to_string(),
            format: As(ScreeningFormat),
            method: METHOD.to_owned(),
            outcome: As(outcome),
            questions: questions.into_iter().map(question).collect(),
        })
    }

    /// The measures of the assessment on a requirement of an entity that were not dropped, by name.
    fn measures_on<'a>(
        &'a self,
        entity: &'a EntityId,
        requirement: &'a pejling_core::RequirementId,
    ) -> impl Iterator<Item = ConditionMeasure> + 'a {
        let organisation = self.assessment().organisation();
        let measures = self.content().measures.iter().filter(move |it| {
            let on = it.entity.as_ref().map_or(organisation, |on| &on.0);
            it.requirement.0 == *requirement && on == entity && it.status.0 != MeasureStatus::Dropped
        });
        measures.map(|it| ConditionMeasure {
            due: it.due.clone(),
            id: it.id.0.to_string(),
            owner: it.owner.clone(),
            status: it.status.clone(),
        })
    }
}
