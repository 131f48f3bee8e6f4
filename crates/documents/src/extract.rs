//! The extract document, `pejling/extract/1`: what may be told in public of an entity. Reports for a council are made of it and of nothing else,
//! so that they cannot tell more.
//!
//! It holds figures of areas, none of a requirement, and no name of one; [`Disclosure`] keeps back each figure from which, with the others, fewer
//! than five requirements could be told apart. A figure that one critical requirement may cap is kept back as well. The words of the data
//! protection officer are not ours to cut: they stand as they were written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Band, Disclosure, EntityId, METHOD, ObjectiveId, RequirementId, Scores, Subject};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{SignOffDocument, StatementDocument};
use crate::bridge::{BridgeDocument, BridgeEnd};
use crate::catalogue::{CatalogueDocument, ObjectiveDocument};
use crate::check::Checked;
use crate::diagnostic::Faults;
use crate::follow_up::{FollowUp, FollowUpDocument};
use crate::forecast::DayResult;
use crate::library::Library;
use crate::result::{BarResult, Stamp, Triple};
use crate::scalar::{As, Exact, Percent, Signed};
use crate::vocabulary::{Area, ExtractFormat, Family, Voice};

/// What may be told in public of an entity. Codes and arguments, and the words of those who said something; no prose of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExtractDocument {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Views of the data protection officer that differ from what is declared, in their own words and without the requirement that each is on.
    pub dissent: Vec<PublicDissent>,
    /// What the data protection officer has to say to the public; null where they wrote nothing.
    pub dpo_statement: Option<StatementDocument>,
    /// The entity.
    pub entity: String,
    /// The last day that is foreseen.
    pub foreseen_until: As<Date>,
    /// What this document is.
    pub format: As<ExtractFormat>,
    /// The frameworks, in the order of the catalogues.
    pub frameworks: Vec<FrameworkExtract>,
    /// The version of the scoring method.
    pub method: String,
    /// The name of the entity for people; null where nobody gave one.
    pub name: Option<String>,
    /// What is still to be done, by follow-up area.
    pub planned: BTreeMap<String, PlannedResult>,
    /// All that is still to be done.
    pub planned_in_all: PlannedResult,
    /// What the assessment covers, in its own words; null where it does not say so.
    pub scope_note: Option<String>,
    /// Who prepared, reviewed and approved the assessment; null where nobody signed.
    pub sign_off: Option<SignOffDocument>,
    /// What became of things since the year before; null where no earlier assessment was given.
    pub since: Option<SinceResult>,
    /// The areas of the state's yardstick; none where the assessment is not against ISO/IEC 27001:2022.
    pub yardstick: Vec<YardstickArea>,
}

/// A framework at area level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FrameworkExtract {
    /// The follow-up areas.
    pub areas: Vec<AreaFigure>,
    /// What becomes of the whole if nobody does anything: the date of assessment, each day on which its band changes, and the last day. None
    /// where the whole has no public figure.
    pub course: Vec<DayResult>,
    /// The framework.
    pub framework: String,
    /// Its principles; none where it has no such.
    pub principles: Vec<AreaFigure>,
    /// The whole.
    pub whole: AreaFigure,
    /// What is substantiated of the whole once all measures that are still to be done are done; null where there is none, or the whole has no
    /// public figure.
    pub with_measures: Option<Percent>,
}

/// An objective in public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AreaFigure {
    /// How many requirements apply.
    pub applicable: usize,
    /// The follow-up area that it is of; null where it is of none.
    pub area: Option<As<Area>>,
    /// How far it moved since the year before; null where either of the two figures is kept back, or there is no earlier one.
    pub change: Option<Signed>,
    /// Whether a dissent concerns what is declared here.
    pub disputed: bool,
    /// The numbers; null where they are kept back, or nothing applies.
    pub figure: Option<PublicFigure>,
    /// The objective.
    pub objective: String,
}

/// The numbers of an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublicFigure {
    /// The band of what is substantiated; null where nothing is assessed.
    pub band: Option<As<Band>>,
    /// The five parts in percent: they sum to 100.
    pub bar: BarResult,
    /// The three readings.
    pub score: Triple,
}

/// An area of the state's yardstick in public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct YardstickArea {
    /// How many requirements apply.
    pub applicable: usize,
    /// Whether a dissent concerns what is declared here.
    pub disputed: bool,
    /// Its name.
    pub id: String,
    /// The mean level; null where it is kept back.
    #[schemars(with = "Option<Exact>")]
    pub level: Option<String>,
    /// Whether every requirement is declared in full; null where that is kept back.
    pub meets_norm: Option<bool>,
}

/// Measures that are still to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedResult {
    /// What they cost together, in the unit of the assessment.
    pub cost: u64,
    /// How many.
    pub count: usize,
    /// How many should have been done by the date of assessment.
    pub overdue: usize,
}

/// What became of things since an earlier assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SinceResult {
    /// Whether a catalogue that both assessments name differs between them.
    pub across_editions: bool,
    /// The measures that were decided or started then, by follow-up area.
    pub followed: BTreeMap<String, FollowedResult>,
    /// All of them.
    pub followed_in_all: FollowedResult,
    /// The earlier assessment.
    pub old: BridgeEnd,
    /// How far each framework as a whole moved.
    pub whole: Vec<WholeBridge>,
}

/// Why what is substantiated of a framework moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WholeBridge {
    /// The later score less the earlier one.
    pub change: Signed,
    /// The later score.
    pub new: Percent,
    /// The objective.
    pub objective: String,
    /// The earlier score.
    pub old: Percent,
    /// What each part did, by name: they sum to the change exactly.
    pub parts: BTreeMap<String, Signed>,
}

/// What became of measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FollowedResult {
    /// How many there were.
    pub count: usize,
    /// How many are done, with evidence since.
    pub done: usize,
    /// How many are said to be done without evidence since.
    pub done_without_evidence: usize,
    /// How many were dropped.
    pub dropped: usize,
    /// How many the later assessment does not mention.
    pub not_accounted_for: usize,
    /// How many are not done.
    pub open: usize,
    /// How many are past their day and neither done nor dropped.
    pub overdue: usize,
}

/// A differing view of the data protection officer, without the requirement that it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublicDissent {
    /// The objectives, of those that are shown, of which it concerns what is declared.
    pub concerns: Vec<String>,
    /// The view, in their own words.
    pub text: String,
}

/// How far an extract looks ahead where nobody says: a year.
#[must_use]
pub fn foreseen_until(as_of: Date) -> Date {
    as_of.saturating_add(jiff::Span::new().years(1))
}

/// The catalogue that projects are screened by: it says nothing of an organisation.
const SCREENING: &str = "screening";

/// The view whose areas are the state's yardstick.
const YARDSTICK: &str = "iso-maaling";

impl Checked {
    /// What may be told in public of an entity on a day, foreseen until another, and since an earlier assessment where one is given.
    ///
    /// # Errors
    ///
    /// As [`Checked::forecast`] and, with an earlier assessment, [`Checked::bridge`].
    pub fn extract(
        &self,
        library: &Library<'_>,
        scores: &Scores<'_>,
        entity: &EntityId,
        until: Date,
        earlier: Option<Earlier<'_>>,
    ) -> Result<ExtractDocument, Faults> {
        self.known_entity(entity)?;
        let since = earlier.map(|it| it.since(self, scores, entity)).transpose()?;
        let mut public = Public::new(self, scores, entity);
        let mut frameworks: Vec<FrameworkExtract> = public.frameworks(library);
        let mut before = earlier.map(|it| Public::new(it.checked, it.scores, entity));
        let before: BTreeMap<String, bool> = before.as_mut().map(|it| it.shown(library)).unwrap_or_default();
        let mut forecast = None;
        for framework in &mut frameworks {
            if framework.whole.figure.is_none() {
                continue;
            }
            if forecast.is_none() {
                forecast = Some(self.forecast(library, scores.as_of(), until, entity, None)?);
            }
            let courses = forecast.iter().flat_map(|it| &it.objectives);
            framework.course = courses.filter(|it| it.id == framework.whole.objective).flat_map(|it| it.days.clone()).collect();
            framework.with_measures = self.with_measures(scores, entity, &framework.whole.objective);
        }
        if let Some((bridge, _)) = &since {
            let figures =
                frameworks.iter_mut().flat_map(|it| std::iter::once(&mut it.whole).chain(&mut it.areas).chain(&mut it.principles));
            for it in figures.filter(|it| it.figure.is_some() && before.get(&it.objective) == Some(&true)) {
                it.change = bridge.objectives.get(&it.objective).map(|moved| moved.change.substantiated);
            }
        }
        let since = since.map(|(bridge, follow_up)| self.since(library, &bridge, follow_up, &frameworks));
        let (planned, planned_in_all) = self.planned(library, scores.as_of());
        let shown: Vec<&str> = frameworks
            .iter()
            .flat_map(|it| std::iter::once(&it.whole).chain(&it.areas).chain(&it.principles))
            .map(|it| it.objective.as_str())
            .collect();
        let dissent = self.dissent_among(entity, shown.iter().copied()).into_iter().filter(|it| match it.by.0 {
            Voice::Dpo => true,
            Voice::Auditor => false, // the mark at the number stands; the words are about one requirement
        });
        let dissent = dissent.map(|it| PublicDissent {
            concerns: shown.iter().filter(|of| it.is_on(of)).map(|of| (*of).to_owned()).collect(),
            text: it.text,
        });
        let mut dissent: Vec<PublicDissent> = dissent.collect();
        dissent.sort_by(|a, b| (&a.text, &a.concerns).cmp(&(&b.text, &b.concerns)));
        let content = self.content();
        Ok(ExtractDocument {
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues: self.stamps().clone(),
            dissent,
            dpo_statement: content.dpo_statement.clone(),
            entity: entity.to_string(),
            foreseen_until: As(until),
            format: As(ExtractFormat),
            frameworks,
            method: METHOD.to_owned(),
            name: self.name_of(entity).map(str::to_owned),
            planned,
            planned_in_all,
            scope_note: content.scope_note.clone(),
            sign_off: content.sign_off.clone(),
            since,
            yardstick: public.yardstick(library),
        })
    }

    /// What is substantiated of an objective with all measures done that are still to be done.
    fn with_measures(&self, scores: &Scores<'_>, entity: &EntityId, objective: &str) -> Option<Percent> {
        let objective: ObjectiveId = objective.parse().ok()?;
        let open = self.open_measures();
        if open.is_empty() {
            return None;
        }
        let supposed = scores.what_if(&open.into_iter().map(|it| it.lift).collect::<Vec<_>>(), Vec::new()).ok()?;
        let moved = supposed.moves(entity).into_iter().find(|it| it.of == Subject::Objective(&objective)).map(|it| it.after);
        moved.unwrap_or_else(|| scores.overall_objective(entity, &objective)).map(|it| Percent(it.score.substantiated))
    }

    /// The measures that are still to be done, by the follow-up area of their requirement.
    fn planned(&self, library: &Library<'_>, as_of: Date) -> (BTreeMap<String, PlannedResult>, PlannedResult) {
        let (mut areas, mut all) = (BTreeMap::<String, PlannedResult>::new(), PlannedResult::default());
        for it in self.open_documents() {
            let overdue = usize::from(it.is_overdue(as_of));
            let of_area = self.area_of(library, it.requirement.0.as_str()).map(|area| areas.entry(area.name().to_owned()).or_default());
            for planned in of_area.into_iter().chain([&mut all]) {
                planned.cost += u64::from(it.cost);
                planned.count += 1;
                planned.overdue += overdue;
            }
        }
        (areas, all)
    }

    /// The follow-up area of a requirement, as the edition says that the assessment names.
    fn area_of(&self, library: &Library<'_>, requirement: &str) -> Option<Area> {
        let (framework, local) = requirement.split_once(':')?;
        let catalogue = library.select(framework, &self.stamps().get(framework)?.edition).ok()?;
        catalogue.requirements.iter().find(|it| it.id == local)?.area.as_ref().map(|area| area.0)
    }

    fn since(
        &self,
        library: &Library<'_>,
        bridge: &BridgeDocument,
        follow_up: FollowUpDocument,
        shown: &[FrameworkExtract],
    ) -> SinceResult {
        let (mut areas, mut all) = (BTreeMap::<String, FollowedResult>::new(), FollowedResult::default());
        for it in &follow_up.followed {
            let of_area = self.area_of(library, &it.requirement).map(|area| areas.entry(area.name().to_owned()).or_default());
            for followed in of_area.into_iter().chain([&mut all]) {
                followed.count += 1;
                followed.overdue += usize::from(it.overdue);
                *match it.outcome.0 {
                    FollowUp::Done => &mut followed.done,
                    FollowUp::DoneWithoutEvidence => &mut followed.done_without_evidence,
                    FollowUp::Open => &mut followed.open,
                    FollowUp::Dropped => &mut followed.dropped,
                    FollowUp::NotAccountedFor => &mut followed.not_accounted_for,
                } += 1;
            }
        }
        let whole = shown.iter().filter(|it| it.whole.change.is_some()).filter_map(|it| {
            let moved = bridge.objectives.get(&it.whole.objective)?;
            Some(WholeBridge {
                change: moved.change.substantiated,
                new: moved.new.substantiated,
                objective: it.whole.objective.clone(),
                old: moved.old.substantiated,
                parts: moved.parts.iter().map(|(part, change)| (part.clone(), change.substantiated)).collect(),
            })
        });
        SinceResult {
            across_editions: bridge.across_editions,
            followed: areas,
            followed_in_all: all,
            old: follow_up.old,
            whole: whole.collect(),
        }
    }
}

/// An earlier assessment, and whether the catalogues may differ since.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// The assessment.
    pub checked: &'a Checked,
    /// Its scores on its day.
    pub scores: &'a Scores<'a>,
    /// Whether a catalogue of both may be another one.
    pub across_editions: bool,
}

impl Earlier<'_> {
    /// What moved since at an entity, and what became of the measures that were decided.
    ///
    /// # Errors
    ///
    /// As [`Checked::bridge`].
    pub fn since(self, checked: &Checked, scores: &Scores<'_>, entity: &EntityId) -> Result<(BridgeDocument, FollowUpDocument), Faults> {
        let (old, across_editions) = ((self.checked, self.scores), self.across_editions);
        Ok((checked.bridge(scores, old, entity, across_editions)?, checked.follow_up(scores, old, entity, across_editions)?))
    }
}

/// What becomes public of one assessment, figure by figure, the most important first.
struct Public<'a> {
    checked: &'a Checked,
    scores: &'a Scores<'a>,
    entity: &'a EntityId,
    figures: Disclosure,
}

impl<'a> Public<'a> {
    fn new(checked: &'a Checked, scores: &'a Scores<'a>, entity: &'a EntityId) -> Self {
        Self { checked, scores, entity, figures: Disclosure::default() }
    }

    /// The frameworks that the assessment names: first every whole, then the areas, then the principles.
    fn frameworks(&mut self, library: &Library<'_>) -> Vec<FrameworkExtract> {
        let mut named = library.catalogues_of(self.checked);
        named.retain(|it| it.id.0.as_str() != SCREENING);
        let of = |family: Family| {
            let of_family = named.iter().map(move |it| (*it, it.objectives.iter().filter(|it| it.family.0 == family).collect::<Vec<_>>()));
            of_family.collect::<Vec<_>>()
        };
        let mut all = [Family::Framework, Family::Area, Family::Principle].map(of).map(|of_family| {
            of_family.into_iter().map(|(catalogue, all)| self.figures_of(catalogue, &all)).collect::<Vec<_>>().into_iter()
        });
        let [wholes, areas, principles] = &mut all;
        let frameworks = named.iter().filter_map(|catalogue| {
            let (whole, areas, principles) = (wholes.next()?, areas.next()?, principles.next()?);
            Some(FrameworkExtract {
                areas,
                course: Vec::new(),
                framework: catalogue.id.0.to_string(),
                principles,
                whole: whole.into_iter().next()?,
                with_measures: None,
            })
        });
        frameworks.collect()
    }

    /// Which objectives have a public figure.
    fn shown(&mut self, library: &Library<'_>) -> BTreeMap<String, bool> {
        let frameworks = self.frameworks(library);
        let figures = frameworks.into_iter().flat_map(|it| std::iter::once(it.whole).chain(it.areas).chain(it.principles));
        figures.map(|it| (it.objective, it.figure.is_some())).collect()
    }

    fn figures_of(&mut self, catalogue: &CatalogueDocument, objectives: &[&ObjectiveDocument]) -> Vec<AreaFigure> {
        objectives.iter().filter_map(|objective| self.figure(catalogue, objective)).collect()
    }

    fn figure(&mut self, catalogue: &CatalogueDocument, document: &ObjectiveDocument) -> Option<AreaFigure> {
        let id: ObjectiveId = format!("{}:{}", catalogue.id.0, document.id).parse().ok()?;
        let objective = self.scores.assessment().catalogue().objective(&id)?;
        let members: Vec<_> = objective.members.iter().filter(|(id, _)| self.applies(id)).collect();
        let numbers = members.iter().filter_map(|(id, weight)| Some((self.number(id)?, u64::from(weight.get()))));
        let numbers: Vec<_> = numbers.collect();
        let overall = self.scores.overall_objective(self.entity, &id);
        let may_be_told = overall.is_some() && objective.critical.is_empty() && self.figures.admits(numbers);
        let selected = document.select.as_ref().and_then(|it| it.0.get("area"));
        Some(AreaFigure {
            applicable: members.len(),
            area: selected.and_then(|name| Area::from_name(name)).map(As),
            change: None,
            disputed: !self.checked.dissent_on_objective(self.entity, &id).is_empty(),
            figure: overall.filter(|_| may_be_told).map(|it| PublicFigure {
                band: it.band().map(As),
                bar: BarResult::from(&it.levels),
                score: it.score.into(),
            }),
            objective: id.to_string(),
        })
    }

    fn applies(&self, requirement: &RequirementId) -> bool {
        self.scores.overall(self.entity, requirement).is_some()
    }

    /// A number that stands for a requirement.
    fn number(&self, requirement: &RequirementId) -> Option<usize> {
        self.scores.assessment().catalogue().requirements().binary_search_by(|it| it.id.cmp(requirement)).ok()
    }

    /// The state's yardstick. Its levels are of what is declared by own evidence alone, which no other public figure is about.
    fn yardstick(&self, library: &Library<'_>) -> Vec<YardstickArea> {
        let Ok(standing) = library.view(YARDSTICK, None).and_then(|view| self.checked.standing(self.scores, self.entity, view)) else {
            return Vec::new(); // no such catalogue
        };
        let mut figures = Disclosure::default();
        let areas = standing.areas.into_iter().map(|area| {
            let members: Vec<RequirementId> =
                area.members.iter().filter(|it| it.score.is_some()).filter_map(|it| it.requirement.parse().ok()).collect();
            let is_public = figures.admits(members.iter().filter_map(|id| Some((self.number(id)?, 1))));
            YardstickArea {
                applicable: members.len(),
                disputed: members.iter().any(|id| !self.checked.dissent_on(self.entity, id).is_empty()),
                id: area.id,
                level: area.level.filter(|_| is_public),
                meets_norm: area.meets_norm.filter(|_| is_public),
            }
        });
        areas.collect()
    }
}
