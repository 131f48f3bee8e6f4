//! What each operation does.

use jiff::civil::Date;
use pejling_core::{Band, EntityId, Goal, Scores};
use serde::Serialize;
use serde_json::Value;

use super::request::Request;
use super::{CheckReport, Operation};
use crate::check::Checked;
use crate::comparison::{ComparisonOptions, Side};
use crate::cpr::{mask, shown};
use crate::diagnostic::{Fault, Faults};
use crate::extract::{Earlier, foreseen_until};
use crate::library::Library;
use crate::merge::MergerTerms;
use crate::read::{near, shorten};
use crate::scalar::As;
use crate::schema::{SCHEMAS, schema};
use crate::verify::{Verdict, Verified, vectors_in};
use crate::vocabulary::{EntityKind, GraphForm, PlanSource};
use crate::what_if::Supposition;

impl Request<'_> {
    /// Does what was asked.
    pub(super) fn perform(&self, operation: Operation, library: &Library<'_>) -> Result<Value, Faults> {
        match operation {
            Operation::Check => Ok(value(&CheckReport::new(&self.assessment(library)?, self.as_of(library)?))),
            Operation::Score => {
                let checked = self.assessment(library)?;
                Ok(value(&checked.result(checked.as_of(self.as_of(library)?)?)))
            }
            Operation::Explain => {
                let of: String = self.wanted("of", library)?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.explain(scores, entity, &of)?)))
            }
            Operation::View => {
                let edition: Option<String> = self.read("edition", library)?;
                let view = library.view(&self.name(library)?, edition.as_deref())?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.standing(scores, entity, view)?)))
            }
            Operation::Soa => self.at_entity(library, |checked, scores, entity| Ok(value(&checked.soa(scores, entity)?))),
            Operation::Screening => self.at_entity(library, |checked, scores, entity| Ok(value(&checked.screening(scores, entity)?))),
            Operation::WhatIf => {
                let lifts = self.read("set", library)?.unwrap_or_default();
                let supposition = Supposition { lifts, evidence: self.read("evidence", library)?.unwrap_or_default() };
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.what_if(scores, entity, &supposition)?)))
            }
            Operation::Gains => {
                let objective: String = self.wanted("objective", library)?;
                self.at_entity(library, |checked, scores, entity| Ok(value(&checked.gains(scores, entity, &objective)?)))
            }
            Operation::Plan => self.plan(library),
            Operation::Requirement => Ok(value(&library.requirement_page(&self.name(library)?)?)),
            Operation::Verify => self.verify(library),
            Operation::Migrate => {
                let (origin, source) = self.assessment_source(library)?;
                Ok(library.migrate_at(&origin, source)?.to_value())
            }
            Operation::Catalogues => Ok(value(&library.summaries())),
            Operation::Catalogue => Ok(value(&library.with_words(library.catalogue(&self.name(library)?)?))),
            Operation::Lint => Ok(value(&library.lint(library.catalogue(&self.name(library)?)?))),
            Operation::Diff => Ok(value(&library.diff(&*self.edition("before", library)?, &*self.edition("after", library)?)?)),
            Operation::Graph => {
                let form = self.read::<As<GraphForm>>("form", library)?.map_or(GraphForm::Dot, |form| form.0);
                let around: Option<String> = self.read("around", library)?;
                let graph = library.dependencies(library.catalogue(&self.name(library)?)?, around.as_deref())?;
                Ok(Value::String(match form {
                    GraphForm::Dot => mask(&graph.dot()).into_owned(),
                    GraphForm::Svg => mask(&graph.svg()?).into_owned(),
                }))
            }
            Operation::Schema => self.schema(library),
            Operation::Forecast => self.forecast(library),
            Operation::Compare => self.compare(library),
            Operation::Bridge => {
                self.between(library, |new, scores, old, entity, across| Ok(value(&new.bridge(scores, old, entity, across)?)))
            }
            Operation::FollowUp => {
                self.between(library, |new, scores, old, entity, across| Ok(value(&new.follow_up(scores, old, entity, across)?)))
            }
            Operation::Regions => {
                let (slug, on) = (self.read::<String>("name", library)?, self.read::<As<Date>>("on", library)?);
                Ok(value(&library.regions(slug.as_deref(), on.map(|day| day.0))?))
            }
            Operation::Merge => self.merge(library),
            Operation::Extract => self.extract(library),
        }
    }

    /// Does something with the scores of two assessments at the entity that is asked about, else at the later one's organisation.
    fn between(
        &self,
        library: &Library<'_>,
        work: impl FnOnce(&Checked, &Scores<'_>, (&Checked, &Scores<'_>), &EntityId, bool) -> Result<Value, Faults>,
    ) -> Result<Value, Faults> {
        let read = |field| {
            let (origin, source) = self.source(field, library)?;
            library.check_at(&origin, source)
        };
        let (old, new) = match (read("old"), read("assessment")) {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => {
                let mut faults = Faults::default();
                [old.err(), new.err()].into_iter().flatten().for_each(|found| faults.extend(found));
                return Err(faults);
            }
        };
        let then = self.read::<As<Date>>("as_of_old", library)?.map(|date| date.0);
        let then = old.as_of(then).map_err(|faults| faults.at("/as_of_old"))?;
        let (before, after) = (old.scores(then), new.scores(new.as_of(self.as_of(library)?)?));
        let entity = self.read::<As<EntityId>>("entity", library)?;
        let entity = entity.map_or_else(|| new.assessment().organisation().clone(), |entity| entity.0);
        let across = self.read("across_editions", library)?.unwrap_or(false);
        work(&new, &after, (&old, &before), &entity, across)
    }

    /// Does something with the scores of the assessment at the entity that is asked about, else at the organisation.
    fn at_entity(
        &self,
        library: &Library<'_>,
        work: impl FnOnce(&Checked, &Scores<'_>, &EntityId) -> Result<Value, Faults>,
    ) -> Result<Value, Faults> {
        let checked = self.assessment(library)?;
        let scores = checked.scores(checked.as_of(self.as_of(library)?)?);
        let entity = self.read::<As<EntityId>>("entity", library)?;
        let entity = entity.map_or_else(|| checked.assessment().organisation().clone(), |entity| entity.0);
        work(&checked, &scores, &entity)
    }

    fn extract(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let until: Option<As<Date>> = self.read("until", library)?;
        let until = |as_of: Date| until.as_ref().map_or_else(|| foreseen_until(as_of), |until| until.0);
        if self.field("old").is_none() {
            return self.at_entity(library, |checked, scores, entity| {
                Ok(value(&checked.extract(library, scores, entity, until(scores.as_of()), None)?))
            });
        }
        self.between(library, |new, scores, (checked, before), entity, across_editions| {
            let earlier = Earlier { checked, scores: before, across_editions };
            Ok(value(&new.extract(library, scores, entity, until(scores.as_of()), Some(earlier))?))
        })
    }

    fn merge(&self, library: &Library<'_>) -> Result<Value, Faults> {
        self.needed("assessments", library)?;
        self.needed("into", library)?;
        let terms = MergerTerms {
            as_of: self.as_of(library)?,
            from: self.read::<As<Date>>("from", library)?.map(|day| day.0),
            into: self.read("into", library)?.unwrap_or_default(),
            weights: self.read("weights", library)?.unwrap_or_default(),
        };
        Ok(library.merge_at(&self.documents("assessments", library)?, &terms)?.to_value())
    }

    fn verify(&self, library: &Library<'_>) -> Result<Value, Faults> {
        if self.field("vectors").is_some() {
            let (origin, source) = self.source("vectors", library)?;
            let verdicts = vectors_in(source.text, library, &origin)?;
            let failed = verdicts.iter().filter(|verdict| !verdict.holds()).count();
            return Ok(value(&Verified::Vectors { failed, passed: verdicts.len() - failed, verdicts }));
        }
        let (origin, result) = self.source("result", library)?;
        let checked = self.assessment(library)?;
        Ok(value(&Verified::Result(Verdict::of_result(result.text, &checked, self.as_of(library)?, library, &origin)?)))
    }

    fn compare(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let options = ComparisonOptions {
            as_of: self.as_of(library)?,
            own: self.read::<As<EntityId>>("own", library)?.map(|own| own.0),
            level: self.read::<As<EntityKind>>("level", library)?.map(|level| level.0),
            entity: self.read::<As<EntityId>>("entity", library)?.map(|entity| entity.0),
        };
        self.needed("assessments", library)?;
        let (mut all, mut faults) = (Vec::new(), Faults::default());
        for (origin, source) in self.documents("assessments", library)? {
            match library.check_at(&origin, source) {
                Ok(checked) => all.push(checked),
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let sides: Vec<_> = all.iter().map(|checked| Side { file: None, checked }).collect();
        Ok(value(&library.compare_at(&sides, &options, |at| format!("/assessments/{at}"))?))
    }

    fn plan(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let objective: String = self.wanted("objective", library)?;
        let goal = match (self.read("budget", library)?, self.read::<As<Band>>("reach", library)?) {
            (Some(budget), None) => Goal::Budget(budget),
            (None, Some(band)) => Goal::Reach(band.0),
            (None, None) | (Some(_), Some(_)) => {
                return Err(Faults::one(Fault::new("budget-or-reach", &[]).at("/budget"), library.language));
            }
        };
        let source = self.read::<As<PlanSource>>("source", library)?.map(|source| source.0);
        let work = |checked: &Checked, scores: &Scores<'_>, entity: &EntityId| checked.plan(scores, entity, &objective, goal, source);
        self.at_entity(library, |checked, scores, entity| Ok(value(&work(checked, scores, entity)?)))
    }

    fn forecast(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let (until, objective) = (self.wanted::<As<Date>>("until", library)?, self.read::<String>("objective", library)?);
        let checked = self.assessment(library)?;
        let as_of = checked.as_of(self.as_of(library)?)?;
        let entity = self.read::<As<EntityId>>("entity", library)?;
        let entity = entity.map_or_else(|| checked.assessment().organisation().clone(), |entity| entity.0);
        Ok(value(&checked.forecast(library, as_of, until.0, &entity, objective.as_deref())?))
    }

    fn schema(&self, library: &Library<'_>) -> Result<Value, Faults> {
        let name = self.name(library)?;
        let unknown = || {
            let args: &[(_, &dyn std::fmt::Display)] = &[("name", &shorten(&name)), ("known", &SCHEMAS.join(", "))];
            Faults::one(Fault::new("unknown-name", args).suggesting(near(&name, SCHEMAS.iter().copied())).at("/name"), library.language)
        };
        schema(&name).and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(unknown)
    }
}

/// A document as it is answered.
fn value(document: &impl Serialize) -> Value {
    shown(document)
}
