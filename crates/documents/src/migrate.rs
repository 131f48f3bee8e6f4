//! From an assessment against one edition of a standard to one against the next, with an account of everything in it.
//!
//! Nothing here computes a number: what was filed on a requirement is filed on its successor, or on the part of a merged control that the
//! requirement has become (see [`crate::succession`]). So the successor of one alone keeps what it scores by its own evidence, on every day
//! and in every reading, and a merged control scores as its weakest part.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{EVIDENCE_ID_LENGTH_LIMIT, EvidenceId, RequirementId, named};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{
    AssessmentDocument, ControlStatementDocument, DissentDocument, EntityDocument, EvidenceDocument, ExclusionDocument, MeasureDocument,
    ServiceDocument, SignOffDocument,
};
use crate::catalogue::CatalogueDocument;
use crate::diagnostic::{Fault, Faults, Origin};
use crate::digest::{catalogue_digest, digest};
use crate::library::{Library, Source};
use crate::scalar::{As, names};
use crate::succession::{SuccessorsDocument, Target, succession, transitional_edition};
use crate::vocabulary::{MigrationFormat, SignOffStatus};

/// An assessment against the next edition, and what became of everything in the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// The assessment against the next edition.
    pub assessment: AssessmentDocument,
    /// What became of everything.
    pub report: MigrationReport,
}

/// What became of everything in an assessment that was carried on into the next edition of a standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationReport {
    /// How much of each list became what: `before` is the sum of the outcomes.
    pub counts: BTreeMap<String, MigrationCounts>,
    /// What this document is.
    pub format: As<MigrationFormat>,
    /// What was carried on.
    pub from: MigrationEnd,
    /// What became of each entry, by list.
    pub items: BTreeMap<String, Vec<Migrated>>,
    /// The controls that were merged of several, each with its parts. A merged control has no evidence of its own and is worth as much as its
    /// weakest part.
    pub merged: BTreeMap<String, Vec<String>>,
    /// What only the next edition asks: nothing in the assessment speaks to it.
    pub new: Vec<String>,
    /// The signatures that were left behind: they were given for the assessment before. The new one is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<SignOffDocument>,
    /// What it came to.
    pub to: MigrationEnd,
    /// What people have to decide anew.
    pub to_decide: Vec<Decision>,
}

/// An assessment, and the catalogue of the standard that it is against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationEnd {
    /// The digest of the assessment.
    pub assessment: String,
    /// The framework.
    pub catalogue: String,
    /// The digest of the catalogue.
    pub digest: String,
    /// The edition of the catalogue.
    pub edition: String,
}

/// How many entries of a list became what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigrationCounts {
    /// How many entries the list has afterwards.
    pub after: usize,
    /// How many entries it had.
    pub before: usize,
    /// How many of these became what; an outcome of none is left out.
    pub outcomes: BTreeMap<String, usize>,
}

/// What became of one entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Migrated {
    /// Whom it is about, where the entry says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The name of the evidence or measure; of a service, the entity that serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What became of it.
    pub outcome: As<Outcome>,
    /// The requirement that it was about.
    pub requirement: String,
    /// Where it is now; empty where it has to be decided anew.
    pub to: Vec<MigratedTo>,
}

/// Where an entry is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MigratedTo {
    /// Its name now, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The requirement that it is about now.
    pub requirement: String,
}

named! {
    /// What became of an entry.
    Outcome {
        /// It is about another framework and stays as it is.
        Untouched = "untouched",
        /// It is about the one successor of its requirement.
        Renamed = "renamed",
        /// It is about a part of a merged control: the part that its requirement has become.
        InPart = "in_part",
        /// Its requirement has several successors: it is there for each.
        Divided = "divided",
        /// All parts of a merged control say the same, so the merged control says it once.
        Joined = "joined",
        /// It is not carried on; people decide, and the report keeps it whole.
        ToDecide = "to_decide",
    }
}

named! {
    /// Why people have to decide something anew.
    DecisionNeeded {
        /// The parts of a merged control state different things, and a statement of applicability states one.
        StatementsDiffer = "statements_differ",
        /// Some parts of a merged control do not apply, and others do.
        AppliesInPart = "applies_in_part",
        /// A measure is for a requirement that has several successors: its cost would count twice.
        MeasureOfSeveral = "measure_of_several",
    }
}

names! {
    Outcome, "What became of an entry.";
    DecisionNeeded, "Why people have to decide something anew.";
}

/// What people have to decide anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    /// For whom, where that matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The measure that was not carried on, as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureDocument>,
    /// The merged control; or the requirement of the earlier edition.
    pub requirement: String,
    /// Why.
    pub why: As<DecisionNeeded>,
}

impl Library<'_> {
    /// Carries an assessment against ISO/IEC 27001:2013 on into the edition of 2022: into its transitional edition, where each control that was
    /// merged of several is a composite of them.
    ///
    /// # Errors
    ///
    /// Every fault of the assessment; or that it is not against the earlier edition, or against both.
    pub fn migrate(&self, source: Source<'_>) -> Result<Migration, Faults> {
        self.migrate_at(&Origin::file(source.text, source.name), source)
    }

    pub(crate) fn migrate_at(&self, origin: &Origin<'_>, source: Source<'_>) -> Result<Migration, Faults> {
        let fault = |fault: Fault| Faults::new(vec![Fault { offset: Some(0), ..fault.at("/catalogues") }], origin, self.language);
        let Some(succession) = succession() else { return Err(Faults::default()) }; // it is one of our own files, which a test reads
        let (from, to) = (succession.from.0.as_str(), succession.to.0.as_str());
        // What builds on the next edition can only be checked beside it, and the assessment does not name it yet.
        let current = self.frameworks().find(|it| it.id == succession.to);
        let beside = |document: &mut AssessmentDocument| {
            if document.catalogues.contains_key(from)
                && let Some(current) = current
            {
                document.catalogues.0.entry(to.to_owned()).or_insert_with(|| current.edition.clone());
            }
        };
        let mut is_of = (false, false);
        let checked = self.check_prepared(origin, source, |document| {
            is_of = (document.catalogues.contains_key(from), document.catalogues.contains_key(to));
            beside(document);
        })?;
        let mut before = checked.document();
        let named = before.catalogues.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        if !is_of.0 {
            return Err(fault(Fault::new("nothing-to-migrate", &[("catalogue", &from), ("named", &named)])));
        }
        if is_of.1 || requirements(&before).any(|id| id.framework() == to) {
            return Err(fault(Fault::new("both-editions", &[("earlier", &from), ("later", &to)])));
        }
        before.catalogues.0.remove(to);
        let end = |assessment: &AssessmentDocument, catalogue: Option<&CatalogueDocument>| MigrationEnd {
            assessment: digest(assessment),
            catalogue: catalogue.map_or_else(String::new, |it| it.id.0.to_string()),
            digest: catalogue.map_or_else(String::new, catalogue_digest),
            edition: catalogue.map_or_else(String::new, |it| it.edition.0.to_string()),
        };
        let edition = before.catalogues.get(from);
        let earlier = end(&before, self.catalogues().find(|it| it.id == succession.from && Some(&it.edition) == edition));
        let (assessment, account) = carry(before, &earlier.assessment, succession, self.limits.characters);
        let long = assessment.count_faults(&self.limits);
        if !long.is_empty() {
            return Err(Faults::new(long, origin, self.language));
        }
        let assessment = self.check_read(assessment, origin)?.document();
        let Account { items, to_decide, sign_off } = account;
        let later = end(&assessment, transitional_edition(succession));
        let qualified = |local: &str| format!("{to}:{local}");
        let targets = succession.targets();
        let parts_of = |later: &str| {
            let parts = targets.values().flatten().filter(|it| it.is_part() && it.whole.local() == later);
            parts.map(|it| it.filed.to_string()).collect()
        };
        let report = MigrationReport {
            counts: items.iter().map(|(list, items)| (list.clone(), counts(list, items, &assessment))).collect(),
            format: As(MigrationFormat),
            from: earlier,
            items,
            merged: succession.merged().into_keys().map(|later| (qualified(later), parts_of(later))).collect(),
            new: succession.new.iter().map(|later| qualified(later)).collect(),
            sign_off,
            to: later,
            to_decide,
        };
        Ok(Migration { assessment, report })
    }
}

/// Every requirement that an assessment speaks of.
fn requirements(document: &AssessmentDocument) -> impl Iterator<Item = &RequirementId> {
    let evidence = document.evidence.iter().map(|it| &it.requirement.0);
    let exclusions = document.exclusions.iter().map(|it| &it.requirement.0);
    let statements = document.control_statements.iter().map(|it| &it.requirement.0);
    let dissent = document.dissent.iter().map(|it| &it.requirement.0);
    let measures = document.measures.iter().map(|it| &it.requirement.0);
    let services = document.entities.iter().flat_map(|it| &it.serves).map(|it| &it.requirement.0);
    evidence.chain(exclusions).chain(statements).chain(dissent).chain(measures).chain(services)
}

/// How much of a list became what.
fn counts(list: &str, items: &[Migrated], assessment: &AssessmentDocument) -> MigrationCounts {
    let mut outcomes = BTreeMap::new();
    for item in items {
        *outcomes.entry(item.outcome.0.name().to_owned()).or_default() += 1;
    }
    let after = match list {
        CONTROL_STATEMENTS => assessment.control_statements.len(),
        DISSENT => assessment.dissent.len(),
        EVIDENCE => assessment.evidence.len(),
        EXCLUSIONS => assessment.exclusions.len(),
        MEASURES => assessment.measures.len(),
        _ => assessment.entities.iter().map(|entity| entity.serves.len()).sum(), // services
    };
    MigrationCounts { after, before: items.len(), outcomes }
}

const CONTROL_STATEMENTS: &str = "control_statements";
const DISSENT: &str = "dissent";
const EVIDENCE: &str = "evidence";
const EXCLUSIONS: &str = "exclusions";
const MEASURES: &str = "measures";
const SERVICES: &str = "services";

/// The lists of an assessment of which a report gives an account.
pub(crate) const LISTS: [&str; 6] = [CONTROL_STATEMENTS, DISSENT, EVIDENCE, EXCLUSIONS, MEASURES, SERVICES];

/// What became of everything, beside the new assessment itself.
struct Account {
    items: BTreeMap<String, Vec<Migrated>>,
    to_decide: Vec<Decision>,
    sign_off: Option<SignOffDocument>,
}

/// Carries a checked assessment on, whose notes have room for so many characters. A pure function: the same document gives the same one.
fn carry(mut document: AssessmentDocument, digest: &str, succession: &SuccessorsDocument, room: usize) -> (AssessmentDocument, Account) {
    let mut carrying =
        Carrying { targets: succession.targets(), items: LISTS.map(|list| (list.to_owned(), Vec::new())).into(), to_decide: Vec::new() };
    document.catalogues.0.remove(succession.from.0.as_str());
    document.catalogues.0.insert(succession.to.0.to_string(), succession.edition.clone());
    document.evidence = carrying.evidence(document.evidence, |requirement| format!("{requirement}, {digest}"), room);
    document.exclusions = carrying.exclusions(document.exclusions);
    document.control_statements = carrying.statements(document.control_statements);
    document.measures = carrying.measures(document.measures);
    document.entities = carrying.services(document.entities);
    let mut dissent = Vec::new();
    for one in document.dissent {
        let entity = one.entity.as_ref().map(|it| it.0.to_string());
        let to = carrying.move_to(DISSENT, None, entity, &one.requirement.0, |_| None);
        dissent.extend(to.into_iter().map(|it| DissentDocument { requirement: As(it), ..one.clone() }));
    }
    document.dissent = dissent;
    let sign_off = document.sign_off.take();
    document.sign_off =
        sign_off.as_ref().map(|_| SignOffDocument { approved: None, prepared: None, reviewed: None, status: As(SignOffStatus::Draft) });
    (document, Account { items: carrying.items, to_decide: carrying.to_decide, sign_off })
}

/// Carrying an assessment on, list by list.
struct Carrying {
    targets: BTreeMap<RequirementId, Vec<Target>>,
    items: BTreeMap<String, Vec<Migrated>>,
    to_decide: Vec<Decision>,
}

impl Carrying {
    fn targets(&self, requirement: &RequirementId) -> Option<&[Target]> {
        self.targets.get(requirement).map(Vec::as_slice)
    }

    /// Where an entry is filed now, after that has been noted. `named` is its name at each place.
    fn move_to(
        &mut self,
        list: &str,
        id: Option<String>,
        entity: Option<String>,
        requirement: &RequirementId,
        named: impl Fn(&RequirementId) -> Option<String>,
    ) -> Vec<RequirementId> {
        let (outcome, to) = match self.targets(requirement) {
            None => (Outcome::Untouched, vec![requirement.clone()]),
            Some([]) => (Outcome::ToDecide, Vec::new()),
            Some([one]) if one.is_part() => (Outcome::InPart, vec![one.filed.clone()]),
            Some([one]) => (Outcome::Renamed, vec![one.filed.clone()]),
            Some(several) => (Outcome::Divided, several.iter().map(|it| it.filed.clone()).collect()),
        };
        let places = to.iter().map(|place| MigratedTo { id: named(place), requirement: place.to_string() }).collect();
        self.note(list, Migrated { entity, id, outcome: As(outcome), requirement: requirement.to_string(), to: places });
        to
    }

    fn note(&mut self, list: &str, item: Migrated) {
        self.items.entry(list.to_owned()).or_default().push(item);
    }

    /// Evidence goes to every successor, with its origin in its note. The first copy keeps its name, so that what names it still does; the
    /// others close each other's findings among themselves.
    fn evidence(
        &mut self,
        evidence: Vec<EvidenceDocument>,
        origin: impl Fn(&RequirementId) -> String,
        room: usize,
    ) -> Vec<EvidenceDocument> {
        let mut taken: BTreeSet<EvidenceId> = evidence.iter().map(|one| one.id.0.clone()).collect();
        let mut copies: BTreeMap<(EvidenceId, RequirementId), EvidenceId> = BTreeMap::new();
        for one in &evidence {
            for target in self.targets(&one.requirement.0).unwrap_or_default().iter().skip(1) {
                if let Some(id) = distinct(&one.id.0, target.whole.local(), &taken) {
                    taken.insert(id.clone());
                    copies.insert((one.id.0.clone(), target.filed.clone()), id);
                }
            }
        }
        let mut carried = Vec::with_capacity(evidence.len());
        for one in evidence {
            let copy = |id: &EvidenceId, at: &RequirementId| copies.get(&(id.clone(), at.clone())).unwrap_or(id).clone();
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            let name = |at: &RequirementId| Some(copy(&one.id.0, at).to_string());
            let is_moved = self.targets(&one.requirement.0).is_some();
            let to = self.move_to(EVIDENCE, Some(one.id.0.to_string()), entity, &one.requirement.0, name);
            carried.extend(to.into_iter().map(|at| EvidenceDocument {
                closes: one.closes.iter().map(|finding| As(copy(&finding.0, &at))).collect(),
                id: As(copy(&one.id.0, &at)),
                note: if is_moved { with_origin(one.note.as_deref(), &origin(&one.requirement.0), room) } else { one.note.clone() },
                requirement: As(at),
                ..one.clone()
            }));
        }
        carried
    }

    /// Exclusions go to every successor. A merged control of which some parts apply and others do not is for people to look at.
    fn exclusions(&mut self, exclusions: Vec<ExclusionDocument>) -> Vec<ExclusionDocument> {
        let mut carried: Vec<ExclusionDocument> = Vec::new();
        for one in exclusions {
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            let to = self.move_to(EXCLUSIONS, None, entity, &one.requirement.0, |_| None);
            carried.extend(to.into_iter().map(|at| ExclusionDocument { requirement: As(at), ..one.clone() }));
        }
        let mut excluded: BTreeMap<(RequirementId, Option<String>), usize> = BTreeMap::new();
        for one in &carried {
            if let Some(whole) = self.whole_of(&one.requirement.0) {
                *excluded.entry((whole, one.entity.as_ref().map(|it| it.0.to_string()))).or_default() += 1;
            }
        }
        for ((whole, entity), count) in excluded {
            if count < self.parts_of(&whole).count() {
                let why = As(DecisionNeeded::AppliesInPart);
                self.to_decide.push(Decision { entity, measure: None, requirement: whole.to_string(), why });
            }
        }
        carried
    }

    /// A statement goes to every successor. Where all parts of a merged control say the same, that control says it once instead.
    fn statements(&mut self, statements: Vec<ControlStatementDocument>) -> Vec<ControlStatementDocument> {
        let mut carried: Vec<ControlStatementDocument> = Vec::new();
        for one in statements {
            let to = self.move_to(CONTROL_STATEMENTS, None, None, &one.requirement.0, |_| None);
            carried.extend(to.into_iter().map(|at| ControlStatementDocument { requirement: As(at), ..one.clone() }));
        }
        let stated: BTreeSet<RequirementId> = carried.iter().filter_map(|one| self.whole_of(&one.requirement.0)).collect();
        for whole in stated {
            let parts: BTreeSet<RequirementId> = self.parts_of(&whole).cloned().collect();
            let of_parts: Vec<_> = carried.iter().filter(|one| parts.contains(&one.requirement.0)).cloned().collect();
            let said = |one: &ControlStatementDocument| ControlStatementDocument { requirement: As(whole.clone()), ..one.clone() };
            let mut all = of_parts.iter().map(said);
            match all.next() {
                Some(first) if of_parts.len() == parts.len() && all.all(|other| other == first) => {
                    carried.retain(|one| !parts.contains(&one.requirement.0));
                    carried.push(first);
                    self.join(&parts, &whole);
                }
                Some(_) | None => {
                    let why = As(DecisionNeeded::StatementsDiffer);
                    self.to_decide.push(Decision { entity: None, measure: None, requirement: whole.to_string(), why });
                }
            }
        }
        carried
    }

    /// Notes that what was said of the parts is said of the merged control.
    fn join(&mut self, parts: &BTreeSet<RequirementId>, whole: &RequirementId) {
        let is_part = |place: &MigratedTo| parts.iter().any(|part| part.as_str() == place.requirement);
        for item in self.items.get_mut(CONTROL_STATEMENTS).into_iter().flatten() {
            if item.outcome.0 == Outcome::InPart && item.to.iter().any(is_part) {
                item.outcome = As(Outcome::Joined);
            }
            for place in item.to.iter_mut().filter(|place| is_part(place)) {
                place.requirement = whole.to_string();
            }
        }
    }

    /// A measure goes to the one successor. Of several each would bear the whole cost, so people decide.
    fn measures(&mut self, measures: Vec<MeasureDocument>) -> Vec<MeasureDocument> {
        let mut carried = Vec::new();
        for one in measures {
            let (id, requirement) = (one.id.0.to_string(), one.requirement.0.to_string());
            let entity = one.entity.as_ref().map(|it| it.0.to_string());
            if self.targets(&one.requirement.0).is_some_and(|targets| targets.len() != 1) {
                let (id, to) = (Some(id), Vec::new());
                let outcome = As(Outcome::ToDecide);
                self.note(MEASURES, Migrated { entity: entity.clone(), id, outcome, requirement: requirement.clone(), to });
                let why = As(DecisionNeeded::MeasureOfSeveral);
                self.to_decide.push(Decision { entity, measure: Some(one), requirement, why });
                continue;
            }
            let to = self.move_to(MEASURES, Some(id.clone()), entity, &one.requirement.0, |_| Some(id.clone()));
            carried.extend(to.into_iter().map(|at| MeasureDocument { requirement: As(at), ..one.clone() }));
        }
        carried
    }

    /// Whoever rests on a service for a requirement rests on it for every successor.
    fn services(&mut self, mut entities: Vec<EntityDocument>) -> Vec<EntityDocument> {
        for entity in &mut entities {
            for service in std::mem::take(&mut entity.serves) {
                let (serving, served) = (entity.id.0.to_string(), service.entity.0.to_string());
                let to = self.move_to(SERVICES, Some(serving.clone()), Some(served), &service.requirement.0, |_| Some(serving.clone()));
                entity.serves.extend(to.into_iter().map(|at| ServiceDocument { requirement: As(at), ..service.clone() }));
            }
        }
        entities
    }

    /// The merged control that a requirement is a part of.
    fn whole_of(&self, part: &RequirementId) -> Option<RequirementId> {
        self.targets.values().flatten().find(|it| it.is_part() && it.filed == *part).map(|it| it.whole.clone())
    }

    fn parts_of(&self, whole: &RequirementId) -> impl Iterator<Item = &RequirementId> {
        self.targets.values().flatten().filter(move |it| it.is_part() && it.whole == *whole).map(|it| &it.filed)
    }
}

/// A name of its own for the copy of an evidence that is filed on a further successor: the old one with `@` and the successor, and a number
/// where somebody has that name already.
fn distinct(id: &EvidenceId, successor: &str, taken: &BTreeSet<EvidenceId>) -> Option<EvidenceId> {
    let name = |ending: &str| {
        let room = EVIDENCE_ID_LENGTH_LIMIT.saturating_sub(ending.len());
        let kept = (0..=room.min(id.as_str().len())).rev().find_map(|end| id.as_str().get(..end)).unwrap_or_default();
        format!("{kept}{ending}").parse::<EvidenceId>().ok()
    };
    let endings = std::iter::once(format!("@{successor}")).chain((2..).map(|number: u64| format!("@{successor}-{number}")));
    endings.filter_map(|ending| name(&ending)).find(|name| !taken.contains(name))
}

/// A note with the origin of its evidence on a line of its own: the requirement of the earlier edition, and the digest of the assessment. A
/// note that has no room for it stays as it is; the report names the origin of each.
fn with_origin(note: Option<&str>, origin: &str, room: usize) -> Option<String> {
    let noted = note.map_or_else(|| origin.to_owned(), |note| format!("{note}\n{origin}"));
    if noted.chars().count() <= room { Some(noted) } else { note.map(str::to_owned) }
}
