//! Where an entity stands in a view: `pejling/view/1`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Area, EntityId, METHOD, Overall, Scores};
use schemars::JsonSchema;
use serde::Serialize;

use super::ViewDocument;
use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::dissent::DissentResult;
use crate::library::Library;
use crate::read::{near, shorten};
use crate::result::{Stamp, Triple};
use crate::scalar::{As, Exact};
use crate::vocabulary::StandingFormat;

/// Where an entity stands in a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandingDocument {
    /// The areas, in the order of the view.
    pub areas: Vec<AreaStanding>,
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
    /// Views of the data protection officer or an auditor that differ from what is declared here; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The edition of the view.
    pub edition: String,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<StandingFormat>,
    /// The version of the scoring method.
    pub method: String,
    /// The view.
    pub view: String,
}

/// Where an entity stands in one area of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AreaStanding {
    /// How many requirements somebody assessed everywhere that they apply.
    pub assessed: usize,
    /// Its name.
    pub id: String,
    /// The mean level on the state's scale, of what is declared; null where the view has no scale or nothing applies.
    #[schemars(with = "Option<Exact>")]
    pub level: Option<String>,
    /// Whether every requirement is declared in full; null where the view has no scale.
    pub meets_norm: Option<bool>,
    /// Its requirements, in the order of the view.
    pub members: Vec<MemberStanding>,
}

/// Where an entity stands in one requirement of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MemberStanding {
    /// For how many leaves it applies; 0: it does not apply.
    pub applicable: u32,
    /// How many of these are assessed.
    pub assessed: u32,
    /// The requirement.
    pub requirement: String,
    /// What it scores; null where it does not apply.
    pub score: Option<Triple>,
}

impl Library<'_> {
    /// The view of that name: in the edition that is asked for, else the current one.
    ///
    /// # Errors
    ///
    /// A fault with the names, or the editions, that there are.
    pub fn view(&self, name: &str, edition: Option<&str>) -> Result<&'static ViewDocument, Faults> {
        let of_name: Vec<_> = self.views().map(|(view, _)| view).filter(|view| view.id.0.as_str() == name).collect();
        if let Some(found) = of_name.iter().find(|view| edition.is_none_or(|edition| view.edition.0.as_str() == edition)) {
            return Ok(found);
        }
        let fault = if of_name.is_empty() {
            let mut known: Vec<&str> = self.views().map(|(view, _)| view.id.0.as_str()).collect();
            known.dedup(); // the editions of one stand side by side
            Fault::new("unknown-view", &[("view", &shorten(name)), ("known", &known.join(", "))])
                .suggesting(near(name, known.iter().copied()))
        } else {
            let known: Vec<&str> = of_name.iter().map(|view| view.edition.0.as_str()).collect();
            let edition = shorten(edition.unwrap_or_default());
            Fault::new("unknown-edition", &[("catalogue", &name), ("edition", &edition), ("known", &known.join(", "))])
        };
        Err(Faults::one(fault.at("/view"), self.language))
    }
}

impl Checked {
    /// Where an entity stands in a view.
    ///
    /// # Errors
    ///
    /// A fault for each catalogue that the view looks at and the assessment does not name, and for an unknown entity.
    pub fn standing(&self, scores: &Scores<'_>, entity: &EntityId, view: &ViewDocument) -> Result<StandingDocument, Faults> {
        self.known_entity(entity)?;
        let catalogue = scores.assessment().catalogue();
        let is_there = |base: &pejling_core::FrameworkId| catalogue.frameworks().iter().any(|(id, _)| id == base);
        let missing: Vec<_> = view.builds_on.iter().filter(|base| !is_there(&base.0)).map(|base| base.0.to_string()).collect();
        if !missing.is_empty() {
            let fault = Fault::new("view-needs-catalogue", &[("view", &view.id.0), ("missing", &missing.join(", "))]);
            return Err(Faults::one(fault.at("/catalogues"), self.language()));
        }
        let areas = view.areas.iter().map(|area| {
            let ids: Vec<_> = area.members.iter().filter_map(|name| name.parse().ok()).collect();
            let Area { level, meets_norm, members, assessed } = scores.area(entity, &ids);
            let scaled = view.scale.is_some();
            let standing = |id| members.iter().find(|(member, _)| *member == id).map(|(_, it)| *it);
            AreaStanding {
                assessed,
                id: area.id.clone(),
                level: level.filter(|_| scaled).map(|level| level.to_string()),
                meets_norm: scaled.then_some(meets_norm),
                members: ids.iter().map(|id| MemberStanding::new(id.to_string(), standing(id))).collect(),
            }
        });
        Ok(StandingDocument {
            areas: areas.collect(),
            as_of: As(scores.as_of()),
            assessment: self.digest(),
            catalogues: self.stamps().clone(),
            dissent: self.dissent_among(entity, view.areas.iter().flat_map(|area| &area.members).map(String::as_str)),
            edition: view.edition.0.to_string(),
            entity: entity.to_string(),
            format: As(StandingFormat),
            method: METHOD.to_owned(),
            view: view.id.0.to_string(),
        })
    }
}

impl MemberStanding {
    fn new(requirement: String, overall: Option<Overall>) -> Self {
        let (applicable, assessed) = overall.map_or((0, 0), |it| (it.applicable, it.assessed));
        Self { applicable, assessed, requirement, score: overall.map(|it| it.score.into()) }
    }
}
