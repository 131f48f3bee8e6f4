//! One requirement with all that there is to say of it.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{Catalogue, Relation, RequirementId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{CatalogueDocument, RequirementDocument, id_fault};
use crate::diagnostic::{Fault, Faults};
use crate::guide::RequirementGuide;
use crate::library::Library;
use crate::read::{near, shorten};
use crate::scalar::As;
use crate::vocabulary::TitleStatus;

/// A requirement in one language: what it asks, what counts as evidence, what it rests on and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementPage {
    /// What rests on it directly: what requires it first, and each in the order of the catalogues, its own before the others.
    pub carries: Vec<EdgePage>,
    /// When it does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// What it means to those who answer for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guide: Option<RequirementGuide>,
    /// Its qualified name.
    pub id: String,
    /// The objectives that it is a member of, with their titles, by name.
    pub objectives: BTreeMap<String, String>,
    /// What the catalogue holds of it.
    pub requirement: RequirementDocument,
    /// What it rests on directly: what it requires first, and each in the order of the catalogues, its own before the others.
    pub rests_on: Vec<EdgePage>,
    /// Why it rests on nothing else, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// How its source is cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its title.
    pub title: String,
    /// Where the title comes from.
    pub title_status: As<TitleStatus>,
}

/// An edge from or to a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EdgePage {
    /// The published source that names the two together; left out: the edge is our own judgement alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What is reached from there by one more edge in the same direction, with its title, by name.
    pub further: BTreeMap<String, String>,
    /// Why there is the edge.
    pub reason: String,
    /// What kind of edge it is.
    pub relation: As<Relation>,
    /// The other requirement.
    pub requirement: String,
    /// Its title.
    pub title: String,
}

impl Library<'_> {
    /// The requirement of that name, qualified or bare where only one catalogue has it.
    ///
    /// # Errors
    ///
    /// A fault where no catalogue at hand has it, or several do.
    pub fn requirement(&self, name: &str) -> Result<(&CatalogueDocument, &RequirementDocument), Faults> {
        let fits =
            |document: &CatalogueDocument, local: &str| local == name || name.split_once(':') == Some((document.id.0.as_str(), local));
        let found = self.catalogues().flat_map(|document| document.requirements.iter().map(move |it| (document, it)));
        let mut found: Vec<_> = found.filter(|(document, it)| fits(document, &it.id)).collect();
        let mut seen = BTreeSet::new();
        found.retain(|(document, it)| seen.insert((&document.id, &it.id))); // of several editions the current one
        match *found.as_slice() {
            [one] => Ok(one),
            [] => {
                let spelled = |document: &CatalogueDocument, local: &str| {
                    if name.contains(':') { format!("{}:{local}", document.id.0) } else { local.to_owned() }
                };
                let known = self.catalogues().flat_map(|document| document.requirements.iter().map(move |it| spelled(document, &it.id)));
                let known: Vec<String> = known.chain(self.names().map(str::to_owned)).collect();
                let fault = Fault::new("unknown-requirement-or-catalogue", &[("name", &shorten(name))]);
                Err(Faults::one(fault.suggesting(near(name, known.iter().map(String::as_str))).at("/name"), self.language))
            }
            ref several => {
                let names: Vec<_> = several.iter().map(|(document, it)| format!("{}:{}", document.id.0, it.id)).collect();
                let example = names.first().map_or("", String::as_str);
                let args: &[(_, &dyn std::fmt::Display)] =
                    &[("name", &shorten(name)), ("meanings", &names.join(", ")), ("example", &example)];
                Err(Faults::one(Fault::new("ambiguous-requirement", args).at("/name"), self.language))
            }
        }
    }

    /// A requirement with all that there is to say of it.
    ///
    /// # Errors
    ///
    /// As [`Library::requirement`], and every fault of overlays.
    pub fn requirement_page(&self, name: &str) -> Result<RequirementPage, Faults> {
        let (document, requirement) = self.requirement(name)?;
        let graph = self.graph_around(document)?;
        let id = document.requirement_id(&requirement.id).map_err(|error| Faults::one(id_fault(&error), self.language))?;
        let texts = self.texts(document.id.0.as_str(), self.language).and_then(|texts| texts.requirements.get(&requirement.id));
        let source = document.sources.iter().find(|source| Some(&source.id) == requirement.source.as_ref());
        let objectives = graph.objectives().iter().filter(|objective| objective.members.iter().any(|(member, _)| *member == id));
        let mut rests_on: Vec<_> =
            graph.rests_on(&id).map(|(relation, on)| self.edge(&id, relation, on, on, further_down(&graph, on))).collect();
        let mut carries: Vec<_> =
            graph.carries(&id).map(|(relation, from)| self.edge(from, relation, &id, from, further_up(&graph, from))).collect();
        for edges in [&mut rests_on, &mut carries] {
            edges.sort_by_cached_key(|it| (it.relation.0, self.place_of(document, &it.requirement)));
        }
        Ok(RequirementPage {
            carries,
            condition: texts.and_then(|it| it.condition.clone()),
            guide: self.guide_to(id.as_str()).cloned(),
            id: id.to_string(),
            objectives: objectives.map(|it| (it.id.to_string(), self.titled(it.id.as_str()))).collect(),
            requirement: requirement.clone(),
            rests_on,
            root: texts.and_then(|it| it.root.clone()),
            source: source.map(|source| source.citation.clone()),
            title: self.titled(id.as_str()),
            title_status: texts.and_then(|it| it.title_status.clone()).unwrap_or(As(TitleStatus::Quoted)),
        })
    }

    /// Where a requirement stands, seen from one of a catalogue: the place of its catalogue, that one before all others, and its own there.
    fn place_of(&self, home: &CatalogueDocument, id: &str) -> (usize, usize) {
        let (framework, local) = id.split_once(':').unwrap_or_default();
        let at_home = framework == home.id.0.as_str();
        let document = if at_home { Some(home) } else { self.find(framework) };
        let catalogue = if at_home { 0 } else { self.names().position(|name| name == framework).map_or(usize::MAX, |place| place + 1) };
        let own = document.and_then(|document| document.requirements.iter().position(|it| it.id == local));
        (catalogue, own.unwrap_or(usize::MAX))
    }

    fn titled(&self, id: &str) -> String {
        self.title(id).unwrap_or_default().to_owned()
    }

    /// An edge, seen from one of its ends towards `other`.
    fn edge(
        &self,
        from: &RequirementId,
        relation: Relation,
        on: &RequirementId,
        other: &RequirementId,
        further: Vec<&RequirementId>,
    ) -> EdgePage {
        EdgePage {
            basis: self.basis(from, on).map(|source| source.citation.clone()),
            further: further.into_iter().map(|id| (id.to_string(), self.titled(id.as_str()))).collect(),
            reason: self.reason(from.as_str(), relation, on.as_str()).unwrap_or_default().to_owned(),
            relation: As(relation),
            requirement: other.to_string(),
            title: self.titled(other.as_str()),
        }
    }
}

fn further_down<'a>(graph: &'a Catalogue, from: &RequirementId) -> Vec<&'a RequirementId> {
    graph.rests_on(from).map(|(_, on)| on).collect()
}

fn further_up<'a>(graph: &'a Catalogue, on: &RequirementId) -> Vec<&'a RequirementId> {
    graph.carries(on).map(|(_, from)| from).collect()
}
