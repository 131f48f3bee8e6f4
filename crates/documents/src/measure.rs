//! What could be done, as documents say it: measures of an assessment, or one for each requirement.

use jiff::civil::Date;
use pejling_core::{EntityId, Lift, Measure, ObjectiveId, Score, Scores, Valued};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::MeasureDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::read::{near, shorten};
use crate::scalar::{As, Exact, Percent};
use crate::vocabulary::{MeasureStatus, PlanSource};

/// What an objective scores, as printed and before it is cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ValueResult {
    /// The substantiated score.
    pub score: Percent,
    /// The same before it is cut, in percent with six decimals.
    #[schemars(with = "Exact")]
    pub worth: String,
}

impl From<Valued> for ValueResult {
    fn from(value: Valued) -> Self {
        let Valued { worth, score } = value;
        Self { score: Percent(score), worth: worth.to_string() }
    }
}

/// The measures that a plan or a table of gains is made of.
pub(crate) struct Choices {
    pub(crate) source: PlanSource,
    pub(crate) measures: Vec<Measure>,
}

impl Checked {
    /// What is asked for; where nothing is, the measures of the assessment that are still to be done, or one for each requirement where
    /// there is none: that it scores 100 by its own evidence at the entity, at the cost 1.
    pub(crate) fn choices(&self, entity: &EntityId, source: Option<PlanSource>) -> Choices {
        let measures = self.open_measures();
        let source = source.unwrap_or(if measures.is_empty() { PlanSource::Requirements } else { PlanSource::Measures });
        let measures = match source {
            PlanSource::Measures => measures,
            PlanSource::Requirements => self.each_requirement(entity),
        };
        Choices { source, measures }
    }

    /// The measures of the assessment that are still to be done.
    pub(crate) fn open_measures(&self) -> Vec<Measure> {
        self.open_documents().map(|it| self.measure(it)).collect()
    }

    /// The same as they are written, in the order of the document.
    pub(crate) fn open_documents(&self) -> impl Iterator<Item = &MeasureDocument> {
        self.content().measures.iter().filter(|it| it.is_open())
    }

    /// What all measures that are still to be done cost together, in the unit of the assessment.
    #[must_use]
    pub fn cost_of_open_measures(&self) -> u64 {
        self.open_documents().map(|it| u64::from(it.cost)).sum()
    }

    /// One measure for each requirement that can have evidence.
    pub(crate) fn each_requirement(&self, entity: &EntityId) -> Vec<Measure> {
        let requirements = self.assessment().catalogue().requirements().iter().filter(|it| !it.composite);
        let measures = requirements.filter_map(|it| {
            let lift = Lift { requirement: it.id.clone(), entity: entity.clone(), own: Score::FULL };
            Some(Measure { id: it.id.as_str().parse().ok()?, lift, cost: 1 })
        });
        measures.collect()
    }

    /// A measure of the assessment, as core knows it.
    fn measure(&self, it: &MeasureDocument) -> Measure {
        let organisation = || self.assessment().organisation().clone();
        let lift = Lift {
            requirement: it.requirement.0.clone(),
            entity: it.entity.as_ref().map_or_else(organisation, |entity| entity.0.clone()),
            own: it.score_after.0,
        };
        Measure { id: it.id.0.clone(), lift, cost: it.cost }
    }

    pub(crate) fn measure_of(&self, id: &str) -> Option<&MeasureDocument> {
        self.content().measures.iter().find(|it| it.id.0.as_str() == id)
    }

    /// The objective of that name, at an entity where it applies.
    pub(crate) fn objective_at(&self, scores: &Scores<'_>, entity: &EntityId, name: &str) -> Result<ObjectiveId, Faults> {
        self.known_entity(entity)?;
        let objective = self.known_objective(name)?;
        if scores.overall_objective(entity, &objective).is_none() {
            let fault = Fault::new("objective-not-applicable", &[("objective", &objective), ("entity", entity)]);
            return Err(Faults::one(fault.at("/objective"), self.language()));
        }
        Ok(objective)
    }

    pub(crate) fn known_objective(&self, name: &str) -> Result<ObjectiveId, Faults> {
        let objectives = self.assessment().catalogue().objectives();
        let unknown = || {
            let known = objectives.iter().map(|it| it.id.as_str());
            let fault = Fault::new("unknown-objective", &[("objective", &shorten(name))]).suggesting(near(name, known));
            Faults::one(fault.at("/objective"), self.language())
        };
        objectives.iter().find(|it| it.id.as_str() == name).map(|it| it.id.clone()).ok_or_else(unknown)
    }
}

impl MeasureDocument {
    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        is_open(self.status.0)
    }

    /// Whether its day has passed and it is still to be done.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        is_overdue(self.due.as_ref(), Some(self.status.0), today)
    }
}

fn is_open(status: MeasureStatus) -> bool {
    match status {
        MeasureStatus::Proposed | MeasureStatus::Decided | MeasureStatus::Started => true,
        MeasureStatus::Done | MeasureStatus::Dropped => false,
    }
}

/// Whether a day has passed on which something should have been done that is neither done nor dropped.
pub(crate) fn is_overdue(due: Option<&As<Date>>, status: Option<MeasureStatus>, today: Date) -> bool {
    status.is_none_or(is_open) && due.is_some_and(|due| due.0 < today)
}
