//! The catalogue document, `pejling/catalogue/1`, and its texts, `pejling/catalogue-texts/1`.

use std::collections::BTreeSet;

use pejling_core::{
    Band, CatalogueError, CatalogueFault, CataloguePart, Edition, Excludable, Framework, FrameworkId, IdError, Objective, ObjectiveId,
    Requirement, RequirementId, Target, Weight,
};

use crate::diagnostic::Fault;
use crate::guide::GuideDocument;
use crate::limits::Limits;
use crate::read::{document, escaped, near, shorten};
use crate::scalar::{As, WeightNumber};
use crate::table::Table;
use crate::text::Language;
use crate::vocabulary::{Area, CatalogueFormat, Family, Group, TextsFormat, TitleStatus};

pub(crate) mod diff;

document! {
    /// A catalogue: what a framework asks, what rests on what, and what is summed up. Everything that can move a number.
    pub struct CatalogueDocument {
        /// The address of this document's JSON Schema, for editors.
        #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
        pub schema: Option<String>,
        /// Frameworks that edges may point into; they must be loaded as well.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub builds_on: Vec<As<FrameworkId>>,
        /// The edition of this catalogue.
        pub edition: As<Edition>,
        /// What this document is.
        pub format: As<CatalogueFormat>,
        /// Guides by language, where they do not stand in files of their own.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub guides: Table<GuideDocument>,
        /// The framework.
        pub id: As<FrameworkId>,
        /// The band that every objective's members should reach; left out: L.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub norm: Option<As<Band>>,
        /// What is summed up.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub objectives: Vec<ObjectiveDocument>,
        /// What is asked.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub requirements: Vec<RequirementDocument>,
        /// What the requirements are taken from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceDocument>,
        /// Texts by language, where they do not stand in files of their own.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub texts: Table<TextsDocument>,
    }

    /// What requirements are taken from.
    pub struct SourceDocument {
        /// How it is cited.
        pub citation: String,
        /// What requirements name it by.
        pub id: String,
    }

    /// What evidence is held against.
    pub struct RequirementDocument {
        /// The follow-up area.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub area: Option<As<Area>>,
        /// Lists of words that objectives can select by.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub attributes: Table<Vec<String>>,
        /// Where in the source it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clause: Option<String>,
        /// Whether it has no evidence of its own and is exactly what it requires; left out: false.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub composite: Option<bool>,
        /// Whether it may be declared not applicable; left out: never.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub excludable: Option<As<Excludable>>,
        /// The working group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<As<Group>>,
        /// Its name within the framework.
        pub id: String,
        /// The chapter, theme or principle that it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part: Option<String>,
        /// What it is worth no more than: names within the framework, or qualified ones of a framework that this builds on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub requires: Vec<String>,
        /// What it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub source: Option<String>,
        /// What it is weaker without.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub supported_by: Vec<String>,
        /// The maturity level that counts as 100 %, 1 to 5; left out: 4.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub target: Option<u8>,
    }

    /// An aggregate of requirements of this framework.
    pub struct ObjectiveDocument {
        /// Members whose halved shortfall caps it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub critical: Vec<String>,
        /// What kind of aggregate it is.
        pub family: As<Family>,
        /// Its name within the framework.
        pub id: String,
        /// Members by name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub members: Vec<String>,
        /// The band that every member should reach; left out: the catalogue's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub norm: Option<As<Band>>,
        /// All requirements that are no composites and fit: by `part`, `area`, `group` or the name of an attribute; empty: all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub select: Option<Table<String>>,
        /// What members weigh that do not weigh 1.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub weights: Table<WeightNumber>,
    }

    /// The texts of a catalogue in one language. Nothing here can move a number.
    pub struct TextsDocument {
        /// The framework that they are of.
        pub catalogue: As<FrameworkId>,
        /// Why requirements rest on each other in a circle, for each circle.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub circles: Vec<CircleTexts>,
        /// What this document is.
        pub format: As<TextsFormat>,
        /// The language.
        pub language: As<Language>,
        /// What the source holds and this catalogue leaves out, with the reason.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub left_out: Table<String>,
        /// Why no requirement of it rests on another, where none does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub no_dependencies: Option<String>,
        /// What the catalogue is, and how sure its titles are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// Texts of objectives, by name.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub objectives: Table<ObjectiveTexts>,
        /// Texts of requirements, by name. A qualified name gives another framework's requirement a title of one's own.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub requirements: Table<RequirementTexts>,
        /// The title of the framework.
        pub title: String,
    }

    /// The texts of a requirement.
    pub struct RequirementTexts {
        /// When it does not apply.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub condition: Option<String>,
        /// Why it is worth no more than each that it requires.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub requires: Table<String>,
        /// Why it rests on nothing else here, where it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub root: Option<String>,
        /// Why it is weaker without each that supports it.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub supported_by: Table<String>,
        /// Its title.
        pub title: String,
        /// Where the theme of a working heading is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title_source: Option<String>,
        /// Where the title comes from; left out: quoted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title_status: Option<As<TitleStatus>>,
    }

    /// Requirements that rest on each other in a circle.
    pub struct CircleTexts {
        /// The requirements, by name.
        pub members: Vec<String>,
        /// Why each of them rests on the others.
        pub reason: String,
    }

    /// The texts of an objective.
    pub struct ObjectiveTexts {
        /// Why nothing makes up for each critical member.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub critical: Table<String>,
        /// Its title.
        pub title: String,
        /// Where the theme of a working heading is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title_source: Option<String>,
        /// Where the title comes from; left out: quoted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title_status: Option<As<TitleStatus>>,
        /// Why members weigh more.
        #[serde(default, skip_serializing_if = "Table::is_empty_table")]
        pub weights: Table<String>,
    }
}

impl CatalogueDocument {
    /// What core checks, and what is wrong that core does not see. Positions stay those of the document.
    pub(crate) fn framework(&self, limits: &Limits) -> (Framework, Vec<Fault>) {
        let mut reading = Reading { document: self, faults: Vec::new() };
        let members = self.objectives.iter().map(|it| if it.select.is_some() { self.requirements.len() } else { 0 } + it.members.len());
        let edges = self.requirements.iter().map(|it| it.requires.len() + it.supported_by.len());
        let lists = [
            ("builds_on", self.builds_on.len(), limits.entries),
            ("objectives", self.objectives.len(), limits.entries),
            ("objectives", members.sum(), 20 * limits.entries),
            ("requirements", self.requirements.len(), limits.entries),
            ("requirements", edges.sum(), 20 * limits.entries),
            ("sources", self.sources.len(), limits.entries),
        ];
        for (list, count, limit) in lists.into_iter().filter(|(_, count, limit)| count > limit) {
            reading.fault(format!("/{list}"), Fault::new("too-many", &[("count", &count), ("limit", &limit)]));
        }
        let (mut requirements, mut objectives) = (Vec::new(), Vec::new());
        if reading.faults.is_empty() {
            requirements = self.requirements.iter().enumerate().filter_map(|(index, it)| reading.requirement(index, it)).collect();
            objectives = self.objectives.iter().enumerate().filter_map(|(index, it)| reading.objective(index, it)).collect();
        }
        let framework = Framework {
            id: self.id.0.clone(),
            edition: self.edition.0.clone(),
            builds_on: self.builds_on.iter().map(|base| base.0.clone()).collect(),
            requirements,
            objectives,
        };
        (framework, reading.faults)
    }

    /// The norm of objectives that name none of their own.
    #[must_use]
    pub fn default_norm(&self) -> Band {
        self.norm.as_ref().map_or(Band::Largely, |norm| norm.0)
    }

    /// The same content in one form, without texts. Its canonical JSON is what the digest is taken of.
    pub(crate) fn canonical(&self) -> Self {
        let mut same = Self { schema: None, guides: Table::default(), texts: Table::default(), ..self.clone() };
        same.norm = Some(As(self.default_norm()));
        same.builds_on.sort();
        same.requirements.sort_by(|a, b| a.id.cmp(&b.id));
        same.objectives.sort_by(|a, b| a.id.cmp(&b.id));
        same.sources.sort_by(|a, b| a.id.cmp(&b.id));
        for requirement in &mut same.requirements {
            if !*requirement.composite.get_or_insert(false) {
                requirement.target.get_or_insert(Target::default().level());
            }
            requirement.excludable.get_or_insert(As(Excludable::Never));
            requirement.requires.sort();
            requirement.supported_by.sort();
            requirement.attributes.0.values_mut().for_each(|words| words.sort());
        }
        for objective in &mut same.objectives {
            objective.norm = objective.norm.take().or_else(|| same.norm.clone());
            objective.weights.0.retain(|_, weight| weight.0 != Weight::ONE);
            objective.members.sort();
            objective.critical.sort();
        }
        same
    }

    /// A name of this document's own, or a qualified one, as an id.
    pub(crate) fn requirement_id(&self, name: &str) -> Result<RequirementId, IdError> {
        if name.contains(':') { name.parse() } else { RequirementId::of(&self.id.0, name) }
    }

    /// The members of an objective: those that it names, and those that it selects.
    pub(crate) fn members<'a>(&'a self, objective: &'a ObjectiveDocument) -> impl Iterator<Item = &'a str> {
        let fits = |requirement: &RequirementDocument, (name, value): (&String, &String)| match name.as_str() {
            "part" => requirement.part.as_ref() == Some(value),
            "area" => requirement.area.as_ref().is_some_and(|area| area.0.name() == value),
            "group" => requirement.group.as_ref().is_some_and(|group| group.0.name() == value),
            attribute => requirement.attributes.get(attribute).is_some_and(|words| words.contains(value)),
        };
        let selected = objective.select.iter().flat_map(move |select| {
            let single = self.requirements.iter().filter(|requirement| requirement.composite != Some(true));
            single.filter(move |requirement| select.iter().all(|condition| fits(requirement, condition)))
        });
        let named: BTreeSet<&str> = objective.members.iter().map(String::as_str).collect();
        let more = selected.map(|requirement| requirement.id.as_str()).filter(move |id| !named.contains(id));
        objective.members.iter().map(String::as_str).chain(more)
    }
}

/// The fault of a name that is none.
pub(crate) fn id_fault(error: &IdError) -> Fault {
    let args = error.args().into_iter().map(|(name, value)| (name, shorten(&value))).collect();
    Fault { args, ..Fault::new(error.code(), &[]) }
}

/// Turns names into ids and notes those that are none.
struct Reading<'a> {
    document: &'a CatalogueDocument,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, pointer: String, fault: Fault) {
        self.faults.push(fault.at(pointer));
    }

    fn id<T>(&mut self, pointer: String, id: Result<T, IdError>) -> Option<T> {
        id.map_err(|error| self.fault(pointer, id_fault(&error))).ok()
    }

    fn ids(&mut self, pointer: &str, names: &[String]) -> Vec<RequirementId> {
        let names = names.iter().enumerate();
        names.filter_map(|(at, name)| self.id(format!("{pointer}/{at}"), self.document.requirement_id(name))).collect()
    }

    fn requirement(&mut self, index: usize, document: &RequirementDocument) -> Option<Requirement> {
        let pointer = format!("/requirements/{index}");
        let id = self.id(format!("{pointer}/id"), RequirementId::of(&self.document.id.0, &document.id));
        let id = id.or_else(|| RequirementId::of(&self.document.id.0, &format!("unread-{index}")).ok()); // keeps the others in their places
        let requires = self.ids(&format!("{pointer}/requires"), &document.requires);
        let supported_by = self.ids(&format!("{pointer}/supported_by"), &document.supported_by);
        let target = document.target.and_then(|level| {
            if Target::new(level).is_none() {
                self.fault(format!("{pointer}/target"), Fault::new("target-out-of-range", &[("level", &level)]));
            }
            Target::new(level)
        });
        if let Some(source) = &document.source
            && !self.document.sources.iter().any(|it| it.id == *source)
        {
            let suggestion = near(source, self.document.sources.iter().map(|it| it.id.as_str()));
            let fault = Fault::new("unknown-source", &[("source", &shorten(source))]).suggesting(suggestion);
            self.fault(format!("{pointer}/source"), fault);
        }
        Some(Requirement {
            id: id?,
            target,
            composite: document.composite == Some(true),
            excludable: document.excludable.as_ref().map_or(Excludable::Never, |it| it.0),
            requires,
            supported_by,
        })
    }

    fn objective(&mut self, index: usize, document: &ObjectiveDocument) -> Option<Objective> {
        let pointer = format!("/objectives/{index}");
        let id = self.id(format!("{pointer}/id"), ObjectiveId::of(&self.document.id.0, &document.id));
        let id = id.or_else(|| ObjectiveId::of(&self.document.id.0, &format!("unread-objective-{index}")).ok());
        let names: Vec<&str> = self.document.members(document).collect();
        let known: BTreeSet<&str> = names.iter().copied().collect();
        for name in document.weights.keys().filter(|name| !known.contains(name.as_str())) {
            let fault = Fault::new("weight-of-no-member", &[("member", &shorten(name)), ("objective", &document.id)]);
            self.fault(format!("{pointer}/weights/{}", escaped(name)), fault);
        }
        let members = names.into_iter().enumerate().filter_map(|(at, name)| {
            let id = self.document.requirement_id(name);
            // what was selected is no item of the list, and a wrong name is told where the requirement stands
            let member = if at < document.members.len() { self.id(format!("{pointer}/members/{at}"), id)? } else { id.ok()? };
            Some((member, document.weights.get(name).map_or(Weight::ONE, |weight| weight.0)))
        });
        let members = members.collect();
        let critical = self.ids(&format!("{pointer}/critical"), &document.critical);
        let norm = document.norm.as_ref().map_or_else(|| self.document.default_norm(), |norm| norm.0);
        Some(Objective { id: id?, members, critical, norm })
    }
}

/// The pointer within a catalogue's document that a fault of core is about.
pub(crate) fn pointer(document: &CatalogueDocument, fault: &CatalogueFault) -> String {
    let list = |field: &str, list: &[String], id: &RequirementId| {
        let position = |name: &String| document.requirement_id(name).as_ref() == Ok(id);
        list.iter().rposition(position).map(|at| format!("/{field}/{at}"))
    };
    match fault.place.part {
        CataloguePart::Whole => match &fault.error {
            CatalogueError::UnknownBase { base, .. } => {
                let at = document.builds_on.iter().position(|it| it.0 == *base);
                at.map_or_else(|| "/builds_on".to_owned(), |at| format!("/builds_on/{at}"))
            }
            CatalogueError::FrameworkCycle { .. } => "/builds_on".to_owned(),
            _ => "/id".to_owned(),
        },
        CataloguePart::Requirement(index) => {
            let field = document.requirements.get(index).and_then(|it| match &fault.error {
                CatalogueError::UnknownDependency { missing: on, .. }
                | CatalogueError::SelfDependency { requirement: on }
                | CatalogueError::DependencyNotBuiltOn { dependency: on, .. }
                | CatalogueError::DuplicateDependency { dependency: on, .. } => {
                    list("supported_by", &it.supported_by, on).or_else(|| list("requires", &it.requires, on))
                }
                CatalogueError::CompositeWithTarget { .. } => Some("/target".to_owned()),
                CatalogueError::CompositeExcludable { .. } => Some("/excludable".to_owned()),
                CatalogueError::CompositeWithoutParts { .. } => Some("/requires".to_owned()),
                _ => Some("/id".to_owned()),
            });
            format!("/requirements/{index}{}", field.unwrap_or_default())
        }
        CataloguePart::Objective(index) => {
            let field = document.objectives.get(index).and_then(|it| match &fault.error {
                CatalogueError::MemberOfAnotherFramework { member, .. }
                | CatalogueError::UnknownMember { member, .. }
                | CatalogueError::DuplicateMember { member, .. } => list("members", &it.members, member),
                CatalogueError::CriticalNotMember { critical, .. } | CatalogueError::DuplicateCritical { critical, .. } => {
                    list("critical", &it.critical, critical)
                }
                CatalogueError::ObjectiveWithoutMembers { .. } => None,
                CatalogueError::EmptyNorm { .. } => Some("/norm".to_owned()),
                _ => Some("/id".to_owned()),
            });
            format!("/objectives/{index}{}", field.unwrap_or_default())
        }
    }
}
