//! What each measure would bring: `pejling/gains/1`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{EntityId, Gain, Gains, Keystone, METHOD, Measure, Scores};
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::diagnostic::Faults;
use crate::library::Library;
use crate::measure::ValueResult;
use crate::result::Stamp;
use crate::scalar::{As, Exact};
use crate::vocabulary::GainsFormat;

/// What measures, and requirements, would bring to an objective at an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GainsDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The objective as it is.
    pub before: ValueResult,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<GainsFormat>,
    /// What most is held back by at the entity, over all objectives; greatest first.
    pub keystones: Vec<KeystoneResult>,
    /// The measures of the assessment that are still to be done.
    pub measures: GainsResult,
    /// The version of the scoring method.
    pub method: String,
    /// The objective.
    pub objective: String,
    /// Each requirement, if it scored 100 by its own evidence at the entity.
    pub requirements: GainsResult,
}

/// What several things would bring, alone and together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GainsResult {
    /// The objective with all of them done.
    pub all: ValueResult,
    /// Each by itself, greatest gain first; those that gain nothing alone are left out.
    pub alone: Vec<GainResult>,
    /// Those that gain more together than one by one; those that gain most for what they cost first.
    pub bundles: Vec<GainResult>,
    /// How many gain nothing alone.
    pub nothing_alone: usize,
}

/// What one measure, or several together, would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GainResult {
    /// The objective then.
    pub after: ValueResult,
    /// What they cost together.
    pub cost: u64,
    /// What the objective is worth more then, in percent with six decimals.
    #[schemars(with = "Exact")]
    pub gain: String,
    /// The measures, or requirements, by name.
    pub of: Vec<String>,
}

/// A requirement that holds others back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeystoneResult {
    /// What it holds back by itself, in points over all objectives, with six decimals.
    #[schemars(with = "Exact")]
    pub alone: String,
    /// What it holds back by itself or together with others.
    #[schemars(with = "Exact")]
    pub held_back: String,
    /// What it holds back of each objective.
    #[schemars(with = "BTreeMap<String, Exact>")]
    pub objectives: BTreeMap<String, String>,
    /// The requirement.
    pub requirement: String,
}

impl Checked {
    /// What measures, and requirements, would bring to an objective at an entity.
    ///
    /// # Errors
    ///
    /// A fault for an unknown entity or objective, and where the objective does not apply there.
    pub fn gains(&self, scores: &Scores<'_>, entity: &EntityId, objective: &str) -> Result<GainsDocument, Faults> {
        let of = self.objective_at(scores, entity, objective)?;
        let open = self.open_measures();
        // the assessment was checked with its measures, and each requirement is one of its catalogue's: core finds no fault in them
        let gains = |measures: &[Measure]| {
            let gains = scores.gains(entity, &of, measures).ok().flatten()?;
            Some((gains, scores.bundles(entity, &of, measures).ok().flatten()?))
        };
        let requirements = self.each_requirement(entity);
        let (Some(of_measures), Some(of_requirements)) = (gains(&open), gains(&requirements)) else { return Err(Faults::default()) };
        Ok(GainsDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            before: of_measures.0.before.into(),
            catalogues: self.stamps().clone(),
            entity: entity.to_string(),
            format: As(GainsFormat),
            keystones: scores.keystones(entity).into_iter().map(KeystoneResult::from).collect(),
            measures: GainsResult::new(of_measures, &open),
            method: METHOD.to_owned(),
            objective: of.to_string(),
            requirements: GainsResult::new(of_requirements, &requirements),
        })
    }
}

impl GainsResult {
    fn new((gains, bundles): (Gains, Vec<Gain>), measures: &[Measure]) -> Self {
        let Gains { before: _, all, alone } = gains;
        let result = |gain: Gain| {
            let Gain { measures: positions, after, gain } = gain;
            let of = || positions.iter().filter_map(|&at| measures.get(at));
            let mut names: Vec<String> = of().map(|it| it.id.to_string()).collect();
            names.sort_unstable();
            GainResult { after: after.into(), cost: of().map(|it| u64::from(it.cost)).sum(), gain: gain.to_string(), of: names }
        };
        let all_alone = alone.len();
        let mut alone: Vec<Gain> = alone.into_iter().filter(|it| it.gain.millionths() > 0).collect();
        let nothing_alone = all_alone - alone.len();
        let names = |gain: &Gain| gain.measures.iter().filter_map(|&at| measures.get(at)).map(|it| it.id.clone()).collect::<Vec<_>>();
        alone.sort_by(|a, b| b.gain.cmp(&a.gain).then_with(|| names(a).cmp(&names(b))));
        Self {
            all: all.into(),
            alone: alone.into_iter().map(result).collect(),
            bundles: bundles.into_iter().map(result).collect(),
            nothing_alone,
        }
    }
}

impl From<Keystone<'_>> for KeystoneResult {
    fn from(it: Keystone<'_>) -> Self {
        let Keystone { requirement, held_back, alone, objectives } = it;
        Self {
            alone: alone.to_string(),
            held_back: held_back.to_string(),
            objectives: objectives.into_iter().map(|(id, worth)| (id.to_string(), worth.to_string())).collect(),
            requirement: requirement.to_string(),
        }
    }
}

impl GainsDocument {
    /// In one sentence: what brings most by itself, and what only together.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let best = |result: &GainsResult| {
            let bundles =
                result.bundles.first().filter(|bundle| result.alone.first().is_none_or(|alone| bundle.after.score > alone.after.score));
            bundles.or(result.alone.first()).cloned()
        };
        let objective = library.name_of(&self.objective);
        let found = best(&self.measures).or_else(|| best(&self.requirements));
        let Some(found) = found else {
            return language.text_with("gains-nothing", &[("objective", &objective), ("score", &language.number(self.before.score))]);
        };
        let of = found.of.iter().map(|name| library.name_of(name)).collect::<Vec<_>>().join(", ");
        let args = [
            ("objective", objective),
            ("before", language.number(self.before.score)),
            ("after", language.number(found.after.score)),
            ("of", of),
            ("count", found.of.len().to_string()),
        ];
        language.text_with("gains-sentence", &args)
    }
}
