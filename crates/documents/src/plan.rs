//! Which measures to take: `pejling/plan/1`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{Band, EntityId, Goal, METHOD, Measure, Plan, Proof, Scores};
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::diagnostic::Faults;
use crate::library::Library;
use crate::measure::{Choices, ValueResult};
use crate::result::Stamp;
use crate::scalar::{As, Exact, Percent};
use crate::vocabulary::{Fate, MeasureStatus, PlanFormat, PlanSource, ProofKind};

/// Which measures to take for an objective at an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanDocument {
    /// The objective once the plan is carried out.
    pub after: ValueResult,
    /// The objective with all measures done that there are.
    pub all: ValueResult,
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The objective as it is.
    pub before: ValueResult,
    /// What may be spent; null where a band is to be reached.
    pub budget: Option<u64>,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// What the plan costs.
    pub cost: u64,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<PlanFormat>,
    /// What becomes of every measure of the assessment that the plan does not take, by name.
    pub left_out: Vec<LeftOut>,
    /// The version of the scoring method.
    pub method: String,
    /// The objective.
    pub objective: String,
    /// How good the plan is, compared to all there could be.
    pub proof: ProofResult,
    /// The band to be reached; null where there is a budget.
    pub reach: Option<As<Band>>,
    /// What the plan was made of.
    pub source: As<PlanSource>,
    /// The measures to take, in the order in which to take them.
    pub steps: Vec<PlanStepResult>,
}

/// How good a plan is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProofResult {
    /// No choice that reaches the band costs less than this; null unless so proved.
    pub at_least: Option<u64>,
    /// No choice within the budget is worth more than this, in percent with six decimals; null unless so proved.
    #[schemars(with = "Option<Exact>")]
    pub at_most: Option<String>,
    /// Whether no other choice is better.
    pub kind: As<ProofKind>,
    /// How many choices were valued.
    pub visited: u64,
}

/// One measure of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanStepResult {
    /// The objective once this and all before it are done.
    pub after: ValueResult,
    /// What it costs.
    pub cost: u32,
    /// When it is due.
    pub due: Option<As<Date>>,
    /// For whom.
    pub entity: String,
    /// The measure, or the requirement.
    pub measure: String,
    /// Whether it is due before the date of assessment.
    pub overdue: bool,
    /// Who carries it out.
    pub owner: Option<String>,
    /// What it improves.
    pub requirement: String,
    /// What the requirement's own evidence scores afterwards.
    pub score_after: Percent,
    /// How far it has come; null for what is no measure of the assessment.
    pub status: Option<As<MeasureStatus>>,
}

/// A measure of the assessment that a plan does not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// The measure.
    pub measure: String,
    /// Why.
    pub why: As<Fate>,
}

impl Checked {
    /// Chooses measures for an objective at an entity: those of the assessment that are still to be done, or where there is none, or that is
    /// asked for, one for each requirement.
    ///
    /// # Errors
    ///
    /// A fault for an unknown entity or objective, and where the objective does not apply there.
    pub fn plan(
        &self,
        scores: &Scores<'_>,
        entity: &EntityId,
        objective: &str,
        goal: Goal,
        source: Option<PlanSource>,
    ) -> Result<PlanDocument, Faults> {
        let of = self.objective_at(scores, entity, objective)?;
        let Choices { source, measures } = self.choices(entity, source);
        // the assessment was checked with its measures, and each requirement is one of its catalogue's: core finds no fault in them
        let Ok(Some(plan)) = scores.plan(entity, &of, &measures, goal) else { return Err(Faults::default()) };
        let after = plan.after();
        let Plan { before, steps, cost, all, idle, proof, visited } = plan;
        let mut taken = BTreeSet::new();
        let steps = steps.iter().filter_map(|step| {
            let measure = measures.get(step.measure)?;
            taken.insert(measure.id.as_str());
            Some(self.plan_step(measure, step.after.into(), scores.as_of()))
        });
        let steps: Vec<_> = steps.collect();
        let idle: BTreeSet<&str> = idle.iter().filter_map(|&at| measures.get(at)).map(|it| it.id.as_str()).collect();
        let mut left_out: Vec<LeftOut> = self
            .content()
            .measures
            .iter()
            .filter(|it| !taken.contains(it.id.0.as_str()))
            .map(|it| LeftOut { measure: it.id.0.to_string(), why: As(fate(it.status.0, source, idle.contains(it.id.0.as_str()))) })
            .collect();
        left_out.sort_by(|a, b| a.measure.cmp(&b.measure));
        let (budget, reach) = match goal {
            Goal::Budget(budget) => (Some(budget), None),
            Goal::Reach(band) => (None, Some(As(band))),
        };
        Ok(PlanDocument {
            after: after.into(),
            all: all.into(),
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            before: before.into(),
            budget,
            catalogues: self.stamps().clone(),
            cost,
            entity: entity.to_string(),
            format: As(PlanFormat),
            left_out,
            method: METHOD.to_owned(),
            objective: of.to_string(),
            proof: ProofResult::new(proof, visited),
            reach,
            source: As(source),
            steps,
        })
    }

    fn plan_step(&self, measure: &Measure, after: ValueResult, as_of: Date) -> PlanStepResult {
        let document = self.measure_of(measure.id.as_str());
        let due = document.and_then(|it| it.due.clone());
        PlanStepResult {
            after,
            cost: measure.cost,
            overdue: document.is_some_and(|it| it.is_overdue(as_of)),
            due,
            entity: measure.lift.entity.to_string(),
            measure: measure.id.to_string(),
            owner: document.and_then(|it| it.owner.clone()),
            requirement: measure.lift.requirement.to_string(),
            score_after: Percent(measure.lift.own),
            status: document.map(|it| it.status.clone()),
        }
    }
}

/// What becomes of a measure that a plan does not take.
fn fate(status: MeasureStatus, source: PlanSource, idle: bool) -> Fate {
    match (status, source) {
        (MeasureStatus::Done, _) => Fate::Done,
        (MeasureStatus::Dropped, _) => Fate::Dropped,
        (MeasureStatus::Proposed | MeasureStatus::Decided | MeasureStatus::Started, PlanSource::Requirements) => Fate::NotAsked,
        (MeasureStatus::Proposed | MeasureStatus::Decided | MeasureStatus::Started, PlanSource::Measures) => {
            if idle {
                Fate::MovesNothing
            } else {
                Fate::NotTaken
            }
        }
    }
}

impl ProofResult {
    fn new(proof: Proof, visited: u64) -> Self {
        let (kind, at_most, at_least) = match proof {
            Proof::Exact => (ProofKind::Exact, None, None),
            Proof::AtMost(worth) => (ProofKind::AtMost, Some(worth.to_string()), None),
            Proof::AtLeast(cost) => (ProofKind::AtLeast, None, Some(cost)),
            Proof::OutOfReach => (ProofKind::OutOfReach, None, None),
        };
        Self { at_least, at_most, kind: As(kind), visited }
    }
}

impl PlanDocument {
    /// In one sentence: what to do, for how much, and what it brings; and how sure it is that nothing is better.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let args = [
            ("objective", library.name_of(&self.objective)),
            ("before", language.number(self.before.score)),
            ("after", language.number(self.after.score)),
            ("all", language.number(self.all.score)),
            ("cost", language.number(self.cost)),
            ("count", self.steps.len().to_string()),
        ];
        let plan = match (self.proof.kind.0, self.steps.as_slice(), &self.reach) {
            (ProofKind::OutOfReach, ..) => return language.text_with("plan-out-of-reach", &args),
            (ProofKind::Exact | ProofKind::AtMost | ProofKind::AtLeast, [], Some(_)) => return language.text_with("plan-reached", &args),
            (ProofKind::Exact | ProofKind::AtMost | ProofKind::AtLeast, [], None) => language.text_with("plan-nothing", &args),
            (ProofKind::Exact | ProofKind::AtMost | ProofKind::AtLeast, [_, ..], _) => language.text_with("plan-sentence", &args),
        };
        let at_most = self.proof.at_most.as_deref().map(|worth| language.number(worth)).unwrap_or_default();
        let at_least = self.proof.at_least.map(|cost| cost.to_string()).unwrap_or_default();
        let proof = language
            .text_with(&format!("proof-{}", self.proof.kind.0.name().replace('_', "-")), &[("at_most", &at_most), ("at_least", &at_least)]);
        format!("{plan} {proof}")
    }
}
