//! What becomes of the scores of an entity if nobody does anything: `pejling/forecast/1`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{
    Band, Change, Course, CourseDay, EntityId, FORECAST_DAYS, Forecast, ForecastQuestion, Keeping, Lapse, METHOD, ObjectiveId, Renewal,
    Renewed, forecast, named,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::CatalogueDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::dissent::DissentResult;
use crate::library::Library;
use crate::result::{Stamp, Triple};
use crate::scalar::{As, Signed, names};
use crate::vocabulary::{Family, ForecastFormat, Group};

/// The scores of an entity from the date of assessment to a later day if nobody does anything, and what is worth doing again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForecastDocument {
    /// The date of assessment, the first day.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// The views of others that concern what is declared here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The entity.
    pub entity: String,
    /// The evidence that loses validity or its last worth, by the first day of either.
    pub evidence: Vec<LapseResult>,
    /// What this document is.
    pub format: As<ForecastFormat>,
    /// Who has what to do again: the working groups in their order, then what no group has.
    pub groups: Vec<GroupResult>,
    /// The version of the scoring method.
    pub method: String,
    /// The objective that was asked for; null: all of them.
    pub objective: Option<String>,
    /// The objectives, by name.
    pub objectives: Vec<CourseResult>,
    /// What can be done again in time. First what moves most of an objective over a whole framework (or the one that was asked for), then
    /// what moves any objective most, then by name.
    pub renewals: Vec<RenewalResult>,
    /// The requirements whose band changes, by name; where one objective is asked for, of its members.
    pub requirements: Vec<CourseResult>,
    /// The last day.
    pub until: As<Date>,
}

/// What an objective or requirement scores over the days of a forecast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CourseResult {
    /// The date of assessment, each day on which the band is another than the day before, and the last day.
    pub days: Vec<DayResult>,
    /// Which one.
    pub id: String,
    /// Whether renewals keep the band of the date of assessment until the last day.
    pub keeping: As<KeepingWord>,
    /// These together do; without any one of them the rest does not.
    pub kept_by: Vec<RenewalName>,
}

/// A day of a forecast: what scoring the same assessment on that day gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DayResult {
    /// The band of what is substantiated; null unless something is assessed.
    pub band: Option<As<Band>>,
    /// What is otherwise than the day before; null: nothing is.
    pub change: Option<As<BandChange>>,
    /// The day.
    pub date: As<Date>,
    /// The score; null where it does not apply.
    pub score: Option<Triple>,
}

/// An evidence that loses validity or its last worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LapseResult {
    /// Whose it is.
    pub entity: String,
    /// Its name.
    pub id: String,
    /// What it is held against.
    pub requirement: String,
    /// The first day on which its freshness is below 100.
    pub stale_from: As<Date>,
    /// The first day on which it is worth nothing.
    pub worthless_from: As<Date>,
}

/// The evidence of one entity on one requirement, done again with the same finding so that it is valid until the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RenewalResult {
    /// The day by which the first of it is due.
    pub due: As<Date>,
    /// Whose evidence.
    pub entity: String,
    /// What is done again, by name.
    pub evidence: Vec<RenewedResult>,
    /// The working group of the requirement; null where the catalogue names none.
    pub group: Option<As<Group>>,
    /// Whether it also closes a finding that is open: then its worth counts on that being mended.
    pub mends: bool,
    /// What it moves most of those that renewals are ordered by; null where it moves none of them up.
    pub most: Option<WorthResult>,
    /// The requirement.
    pub requirement: String,
    /// Who is responsible for the control in the organisation; null where the assessment does not say so.
    pub responsible: Option<String>,
    /// By how much it alone moves what is substantiated of each objective on the last day; those that it does not move are left out.
    pub worth: BTreeMap<String, Signed>,
}

/// What something is worth to an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorthResult {
    /// By how much it moves.
    pub change: Signed,
    /// The objective.
    pub objective: String,
}

/// An evidence that is done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RenewedResult {
    /// When for the first time: the last day on which it is valid, or the date of assessment where it is stale then.
    pub first: As<Date>,
    /// Its name.
    pub id: String,
    /// How often until the last day, each time after as many days as it is valid.
    pub times: u32,
}

/// The name of a renewal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct RenewalName {
    /// Whose evidence.
    pub entity: String,
    /// The requirement.
    pub requirement: String,
}

/// What a working group has to do again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupResult {
    /// The day by which the first of it is due.
    pub due: As<Date>,
    /// The working group; null for requirements that no group has.
    pub group: Option<As<Group>>,
    /// What, in the order of the renewals.
    pub renewals: Vec<RenewalName>,
}

named! {
    /// How a band is otherwise than the day before.
    BandChange {
        /// A lower band.
        Lower = "lower",
        /// A higher band.
        Higher = "higher",
        /// No band any more: nothing is fresh, and no finding is open.
        Lost = "lost",
        /// A band for the first time.
        Gained = "gained",
        /// It applies from that day on.
        Applies = "applies",
        /// It no longer applies.
        NotApplicable = "not_applicable",
    }
}

named! {
    /// Whether renewals keep a band.
    KeepingWord {
        /// Nothing is needed: on the last day the band is not lower, or there was none.
        NotNeeded = "not_needed",
        /// Those named do.
        Named = "named",
        /// It takes more than are named.
        Many = "many",
        /// No renewals were found that do: neither the one that is worth most, nor all together.
        No = "no",
    }
}

names! {
    BandChange, "How a band is otherwise than the day before.";
    KeepingWord, "Whether renewals keep the band of the date of assessment until the last day.";
}

impl Checked {
    /// Foresees what becomes of the scores of an entity if nobody does anything, from a date of assessment to a later day: of all objectives,
    /// or of one by its qualified name.
    ///
    /// # Errors
    ///
    /// A fault where the entity or the objective is unknown, and where the last day lies too early or too late.
    pub fn forecast(
        &self,
        library: &Library<'_>,
        as_of: Date,
        until: Date,
        entity: &EntityId,
        objective: Option<&str>,
    ) -> Result<ForecastDocument, Faults> {
        let mut faults = self.known_entity(entity).err().unwrap_or_default();
        let objective = objective.and_then(|name| self.known_objective(name).map_err(|unknown| faults.extend(unknown)).ok());
        let days = i64::from((until - as_of).get_days());
        if days < 1 {
            let fault = Fault::new("until-not-later", &[("until", &until), ("as_of", &as_of)]);
            faults.extend(Faults::one(fault.at("/until"), self.language()));
        } else if days > i64::from(FORECAST_DAYS) {
            let fault = Fault::new("until-too-late", &[("until", &until), ("as_of", &as_of), ("days", &FORECAST_DAYS)]);
            faults.extend(Faults::one(fault.at("/until"), self.language()));
        }
        let mut catalogues = library.catalogues_of(self);
        catalogues.sort_by(|a, b| a.id.cmp(&b.id));
        let ordered_by = objective.iter().cloned().collect::<Vec<_>>();
        let ordered_by = if objective.is_some() { ordered_by } else { wholes(&catalogues) };
        let question = ForecastQuestion { entity, as_of, until, objective: objective.as_ref(), ordered_by: &ordered_by };
        match forecast(self.assessment(), &question) {
            Some(found) if faults.faults.is_empty() => Ok(self.forecast_document(found, &question, &catalogues)),
            Some(_) | None => Err(faults),
        }
    }

    fn forecast_document(
        &self,
        found: Forecast<'_>,
        question: &ForecastQuestion<'_>,
        catalogues: &[&CatalogueDocument],
    ) -> ForecastDocument {
        let Forecast { objectives, requirements, lapses, renewals } = found;
        let names: Vec<RenewalName> = renewals.iter().map(RenewalName::of).collect();
        let renewals: Vec<RenewalResult> = renewals.into_iter().map(|it| self.renewal(it, question.ordered_by, catalogues)).collect();
        let shown = objectives.iter().map(|it| it.id.as_str()).chain(requirements.iter().map(|it| it.id.as_str()));
        ForecastDocument {
            as_of: As(question.as_of),
            assessment: self.digest(),
            catalogues: self.stamps().clone(),
            dissent: self.dissent_among(question.entity, shown),
            entity: question.entity.to_string(),
            evidence: lapses.into_iter().map(LapseResult::from).collect(),
            format: As(ForecastFormat),
            groups: groups(&renewals),
            method: METHOD.to_owned(),
            objective: question.objective.map(ToString::to_string),
            objectives: objectives.into_iter().map(|it| CourseResult::new(it, &names)).collect(),
            renewals,
            requirements: requirements.into_iter().map(|it| CourseResult::new(it, &names)).collect(),
            until: As(question.until),
        }
    }

    fn renewal(&self, renewal: Renewal<'_>, ordered_by: &[ObjectiveId], catalogues: &[&CatalogueDocument]) -> RenewalResult {
        let Renewal { requirement, entity, evidence, worth, mends } = renewal;
        let leads = worth.iter().filter(|(id, change)| *change > Change::NONE && ordered_by.contains(id));
        let most = leads.rev().max_by_key(|(_, change)| *change); // of equal ones the first by name
        let documents = catalogues.iter().filter(|it| it.id.0.as_str() == requirement.framework());
        let group = documents.flat_map(|it| &it.requirements).find(|it| it.id == requirement.local()).and_then(|it| it.group.clone());
        let statement = self.content().control_statements.iter().find(|it| it.requirement.0 == *requirement);
        RenewalResult {
            due: As(evidence.iter().map(|it| it.first).min().unwrap_or_default()),
            entity: entity.to_string(),
            evidence: evidence.into_iter().map(RenewedResult::from).collect(),
            group,
            mends,
            most: most.map(|(id, change)| WorthResult { change: Signed(*change), objective: id.to_string() }),
            requirement: requirement.to_string(),
            responsible: statement.and_then(|it| it.responsible.clone()),
            worth: worth.into_iter().map(|(id, change)| (id.to_string(), Signed(change))).collect(),
        }
    }
}

/// The objectives over whole frameworks.
fn wholes(catalogues: &[&CatalogueDocument]) -> Vec<ObjectiveId> {
    let whole = |it: &&CatalogueDocument| {
        let objective = it.objectives.iter().find(|objective| objective.family.0 == Family::Framework)?;
        ObjectiveId::of(&it.id.0, &objective.id).ok()
    };
    catalogues.iter().filter_map(whole).collect()
}

fn groups(renewals: &[RenewalResult]) -> Vec<GroupResult> {
    let all = Group::ALL.iter().copied().map(Some).chain([None]);
    let groups = all.filter_map(|group| {
        let mine = renewals.iter().filter(|it| it.group.as_ref().map(|group| group.0) == group);
        let due = mine.clone().map(|it| it.due.0).min()?;
        let name = |it: &RenewalResult| RenewalName { entity: it.entity.clone(), requirement: it.requirement.clone() };
        Some(GroupResult { due: As(due), group: group.map(As), renewals: mine.map(name).collect() })
    });
    groups.collect()
}

impl CourseResult {
    fn new<Id: ToString>(course: Course<'_, Id>, names: &[RenewalName]) -> Self {
        let Course { id, days, keeping } = course;
        let (keeping, kept_by) = match keeping {
            Keeping::NotNeeded => (KeepingWord::NotNeeded, Vec::new()),
            Keeping::By(set) => (KeepingWord::Named, set.into_iter().filter_map(|at| names.get(at).cloned()).collect()),
            Keeping::ByMany => (KeepingWord::Many, Vec::new()),
            Keeping::ByNone => (KeepingWord::No, Vec::new()),
        };
        let mut before = None;
        let day = |it: CourseDay| {
            let CourseDay { day, foreseen } = it;
            let (applies, band) = (foreseen.is_some(), foreseen.and_then(|it| it.band()));
            let change = before.replace((applies, band)).and_then(|before| BandChange::between(before, (applies, band)));
            DayResult { band: band.map(As), change: change.map(As), date: As(day), score: foreseen.map(|it| it.score.into()) }
        };
        Self { days: days.into_iter().map(day).collect(), id: id.to_string(), keeping: As(keeping), kept_by }
    }

    /// The first day on which a band is left for a lower one or for none, with the day before it in the list.
    #[must_use]
    pub fn left(&self) -> Option<(&DayResult, &DayResult)> {
        let is_left = |day: &DayResult| day.change.as_ref().is_some_and(|it| matches!(it.0, BandChange::Lower | BandChange::Lost));
        self.days.iter().zip(self.days.iter().skip(1)).find(|(_, day)| is_left(day))
    }
}

impl BandChange {
    /// From whether it applies, and its band, to the same of a later day.
    fn between(before: (bool, Option<Band>), after: (bool, Option<Band>)) -> Option<Self> {
        match (before, after) {
            ((true, _), (false, _)) => Some(Self::NotApplicable),
            ((false, _), (true, _)) => Some(Self::Applies),
            ((_, Some(_)), (_, None)) => Some(Self::Lost),
            ((_, None), (_, Some(_))) => Some(Self::Gained),
            ((_, Some(before)), (_, Some(after))) if after < before => Some(Self::Lower),
            ((_, Some(before)), (_, Some(after))) if after > before => Some(Self::Higher),
            ((_, Some(_)), (_, Some(_))) | ((_, None), (_, None)) => None,
        }
    }
}

impl RenewalName {
    fn of(renewal: &Renewal<'_>) -> Self {
        Self { entity: renewal.entity.to_string(), requirement: renewal.requirement.to_string() }
    }
}

impl From<Lapse<'_>> for LapseResult {
    fn from(lapse: Lapse<'_>) -> Self {
        let Lapse { evidence, stale_from, worthless_from } = lapse;
        Self {
            entity: evidence.entity.to_string(),
            id: evidence.id.to_string(),
            requirement: evidence.requirement.to_string(),
            stale_from: As(stale_from),
            worthless_from: As(worthless_from),
        }
    }
}

impl From<Renewed<'_>> for RenewedResult {
    fn from(renewed: Renewed<'_>) -> Self {
        let Renewed { evidence, first, times } = renewed;
        Self { first: As(first), id: evidence.id.to_string(), times }
    }
}

impl ForecastDocument {
    /// What is coming, in plain words: how many objectives leave their band, which one first, and what is worth most to do again.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let title = |id: &str| library.title(id).map_or_else(|| id.to_owned(), str::to_owned);
        let (entity, until) = (self.entity.as_str(), self.until.0.to_string());
        let left = self.objectives.iter().filter_map(|it| Some((it, it.left()?)));
        let (count, first) = (left.clone().count().to_string(), left.min_by_key(|(_, (_, day))| day.date.0));
        let mut said = match first {
            None => {
                let count = self.evidence.len().to_string();
                language.text_with("forecast-nothing-left", &[("entity", entity), ("until", &until), ("evidence", &count)])
            }
            Some((course, (before, day))) => {
                let (from, to) = (library.band_word(before), library.band_word(day));
                let args = [
                    ("entity", entity),
                    ("until", until.as_str()),
                    ("count", count.as_str()),
                    ("objective", &title(&course.id)),
                    ("date", &day.date.0.to_string()),
                    ("from", &from),
                    ("to", &to),
                ];
                language.text_with("forecast-left", &args)
            }
        };
        if let Some((renewal, most)) = self.renewals.iter().find_map(|it| Some((it, it.most.as_ref()?))) {
            let args = [
                ("requirement", title(&renewal.requirement)),
                ("entity", renewal.entity.clone()),
                ("due", renewal.due.0.to_string()),
                ("change", language.number(most.change)),
                ("objective", title(&most.objective)),
            ];
            said = said + " " + &language.text_with("forecast-worth-most", &args);
        }
        said
    }
}

impl Library<'_> {
    /// The band of a day of a forecast in words.
    #[must_use]
    pub fn band_word(&self, day: &DayResult) -> String {
        let DayResult { band, change: _, date: _, score } = day;
        self.language.text(&match (band, score) {
            (Some(band), _) => format!("band-{}", band.0.name()),
            (None, Some(_)) => "forecast-no-band".to_owned(),
            (None, None) => "not-applicable".to_owned(),
        })
    }
}
