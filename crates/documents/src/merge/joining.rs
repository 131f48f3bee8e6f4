//! Joining assessments, list by list, with a note of what became of each entry.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;
use pejling_core::{EVIDENCE_ID_LENGTH_LIMIT, EntityId, EvidenceId, ID_LENGTH_LIMIT, RequirementId};

use super::{MergedItem, MergerCounts, MergerOutcome, MergerPart, StatementsToDecide, is_predecessor};
use crate::assessment::{
    AssessmentDocument, ControlStatementDocument, DissentDocument, EntityDocument, EvidenceDocument, ExclusionDocument, MeasureDocument,
    ServiceDocument, SignOffDocument,
};
use crate::check::Checked;
use crate::digest::digest;
use crate::migrate::{distinct, with_origin};
use crate::regions::RegionDocument;
use crate::scalar::{As, WeightNumber};
use crate::vocabulary::{AssessmentFormat, EntityKind, SignOffStatus};

pub(super) const CONTROL_STATEMENTS: &str = "control_statements";
pub(super) const DISSENT: &str = "dissent";
pub(super) const ENTITIES: &str = "entities";
pub(super) const EVIDENCE: &str = "evidence";
pub(super) const EXCLUSIONS: &str = "exclusions";
pub(super) const MEASURES: &str = "measures";
pub(super) const SERVICES: &str = "services";

/// An organisation that becomes a part, with its assessment in canonical form.
pub(super) struct Part {
    pub(super) checked: Checked,
    document: AssessmentDocument,
    digest: String,
    weight: WeightNumber,
}

impl Part {
    pub(super) fn new(checked: Checked, weight: WeightNumber) -> Self {
        let document = checked.document();
        let digest = digest(&document);
        Self { checked, document, digest, weight }
    }

    pub(super) fn organisation(&self) -> EntityId {
        self.document.organisation.0.clone()
    }

    /// What is said of it beside the figures.
    pub(super) fn told(&self, successor: &Successor) -> MergerPart {
        MergerPart {
            assessment: self.digest.clone(),
            name: self.checked.name_of(&self.organisation()).map(str::to_owned),
            predecessor: successor.region.map(|region| is_predecessor(region, &self.organisation())),
            scope_note: self.document.scope_note.clone(),
            sharing: self.document.sharing.clone(),
            sign_off: self.document.sign_off.clone(),
            weight: self.weight,
            weightings: self.document.weightings.clone(),
        }
    }
}

/// Who the parts become.
pub(super) struct Successor {
    pub(super) id: EntityId,
    /// Its first day.
    pub(super) begins: Date,
    /// It in the register of regions.
    pub(super) region: Option<&'static RegionDocument>,
}

impl Successor {
    /// The day before it begins.
    pub(super) fn eve(&self) -> Date {
        self.begins.yesterday().unwrap_or(self.begins) // it begins in 1900 or later
    }

    /// The predecessors that the register names and that are not here.
    pub(super) fn missing<'p>(&self, parts: impl Iterator<Item = &'p EntityId>) -> Vec<String> {
        let here: BTreeSet<&str> = parts.map(EntityId::as_str).collect();
        let named = self.region.map(|region| region.predecessors.as_slice()).unwrap_or_default();
        named.iter().filter(|slug| !here.contains(slug.as_str())).cloned().collect()
    }
}

/// The assessment of a successor, and what became of everything.
pub(super) struct Joined {
    pub(super) document: AssessmentDocument,
    pub(super) items: BTreeMap<String, Vec<MergedItem>>,
    pub(super) to_decide: Vec<StatementsToDecide>,
}

/// Joins assessments, whose notes have room for so many characters. A pure function, and the order of the parts changes nothing.
pub(super) fn join(parts: &BTreeMap<EntityId, Part>, successor: &Successor, as_of: Date, room: usize) -> Joined {
    let region = successor.region;
    let parent = EntityDocument {
        id: As(successor.id.clone()),
        kind: region.map(|_| As(EntityKind::Region)),
        name: region.map(|region| region.name_da.clone()),
        parent: None,
        serves: Vec::new(),
        weight: WeightNumber::default(),
    };
    let document = AssessmentDocument {
        schema: None,
        as_of: Some(As(as_of)),
        catalogues: parts.values().next().map(|part| part.document.catalogues.clone()).unwrap_or_default(), // the same for all
        control_statements: Vec::new(),
        dissent: Vec::new(),
        dpo_statement: None,
        entities: vec![parent],
        evidence: Vec::new(),
        exclusions: Vec::new(),
        format: As(AssessmentFormat),
        measures: Vec::new(),
        organisation: As(successor.id.clone()),
        scope_note: None,
        sharing: None,
        sign_off: Some(SignOffDocument { approved: None, prepared: None, reviewed: None, status: As(SignOffStatus::Draft) }),
        weightings: Vec::new(),
    };
    let lists = [CONTROL_STATEMENTS, DISSENT, ENTITIES, EVIDENCE, EXCLUSIONS, MEASURES, SERVICES];
    let items = lists.map(|list| (list.to_owned(), Vec::new())).into();
    let mut joining = Joining { names: Names::new(parts, successor), joined: Joined { document, items, to_decide: Vec::new() } };
    for (organisation, part) in parts {
        joining.take(organisation, part, successor, room);
    }
    joining.statements(parts);
    joining.joined
}

/// The names of one kind that had to change: by organisation and the name that somebody or something had there.
type Renamed<T> = BTreeMap<(EntityId, T), T>;

/// What is called otherwise than before, because of others of that name.
struct Names {
    entities: Renamed<EntityId>,
    evidence: Renamed<EvidenceId>,
    measures: Renamed<EvidenceId>,
}

impl Names {
    /// Whoever shares a name has that of its organisation put behind its own; organisations and the successor keep theirs.
    fn new(parts: &BTreeMap<EntityId, Part>, successor: &Successor) -> Self {
        let fixed: BTreeSet<EntityId> = parts.keys().cloned().chain([successor.id.clone()]).collect();
        let entities = |part: &Part| {
            let others = part.document.entities.iter().map(|it| it.id.0.clone()).filter(|id| *id != part.document.organisation.0);
            others.collect::<Vec<_>>()
        };
        let evidence = |part: &Part| part.document.evidence.iter().map(|it| it.id.0.clone()).collect::<Vec<_>>();
        let measures = |part: &Part| part.document.measures.iter().map(|it| it.id.0.clone()).collect::<Vec<_>>();
        // an id of an entity is short, so a long name of an organisation is cut; where two then are alike, a number tells them apart
        let behind =
            |organisation: &EntityId| format!(".{}", organisation.as_str().get(..ID_LENGTH_LIMIT / 2).unwrap_or(organisation.as_str()));
        let after = |organisation: &EntityId| format!("@{organisation}");
        Self {
            entities: renamed(parts, entities, fixed, behind, ID_LENGTH_LIMIT),
            evidence: renamed(parts, evidence, BTreeSet::new(), after, EVIDENCE_ID_LENGTH_LIMIT),
            measures: renamed(parts, measures, BTreeSet::new(), after, EVIDENCE_ID_LENGTH_LIMIT),
        }
    }
}

/// New names for what shares its name with another part's, or with what is `fixed`.
fn renamed<T: Clone + FromStr + Ord + ToString>(
    parts: &BTreeMap<EntityId, Part>,
    names: impl Fn(&Part) -> Vec<T>,
    fixed: BTreeSet<T>,
    ending: impl Fn(&EntityId) -> String,
    limit: usize,
) -> Renamed<T> {
    let mut count: BTreeMap<T, usize> = BTreeMap::new();
    for name in parts.values().flat_map(&names).chain(fixed) {
        *count.entry(name).or_default() += 1;
    }
    let mut taken: BTreeSet<T> = count.keys().cloned().collect();
    let mut renamed = BTreeMap::new();
    for (organisation, part) in parts {
        for name in names(part).into_iter().filter(|name| count.get(name).is_some_and(|count| *count > 1)) {
            if let Some(own) = distinct(&name.to_string(), &ending(organisation), limit, &taken) {
                taken.insert(own.clone());
                renamed.insert((organisation.clone(), name), own);
            }
        }
    }
    renamed
}

/// Joining, part by part.
struct Joining {
    names: Names,
    joined: Joined,
}

impl Joining {
    fn entity(&self, organisation: &EntityId, id: &EntityId) -> EntityId {
        self.names.entities.get(&(organisation.clone(), id.clone())).unwrap_or(id).clone()
    }

    /// Notes what became of an entry: its name and whom it is about, before and now, where it has them.
    fn note(
        &mut self,
        list: &str,
        organisation: &EntityId,
        named: Option<(String, String)>,
        requirement: Option<&RequirementId>,
        about: Option<(String, String)>,
    ) {
        let outcome = As(if named.as_ref().is_none_or(|(id, to)| id == to) { MergerOutcome::Kept } else { MergerOutcome::Renamed });
        let ((id, to), (entity, to_entity)) = (named.unzip(), about.unzip());
        let (from, requirement) = (organisation.to_string(), requirement.map(ToString::to_string));
        let item = MergedItem { entity, from, id, outcome, requirement, to, to_entity };
        self.joined.items.entry(list.to_owned()).or_default().push(item);
    }

    /// Takes all of one part over but its control statements, which can only be seen beside each other. Everything stays with its entity:
    /// what was found before the merger proves its own part only.
    fn take(&mut self, organisation: &EntityId, part: &Part, successor: &Successor, room: usize) {
        let document = &part.document;
        for entity in &document.entities {
            let entity = self.take_entity(organisation, part, entity, successor);
            self.joined.document.entities.push(entity);
        }
        for one in &document.evidence {
            let own = |id: &EvidenceId| self.names.evidence.get(&(organisation.clone(), id.clone())).unwrap_or(id).clone();
            let id = own(&one.id.0);
            let closes = one.closes.iter().map(|finding| As(own(&finding.0))).collect();
            let note = with_origin(one.note.as_deref(), &format!("{organisation}: {}, {}", one.id.0, part.digest), room);
            let (entity, about) = self.moved(organisation, one.entity.as_ref());
            self.note(EVIDENCE, organisation, Some((one.id.0.to_string(), id.to_string())), Some(&one.requirement.0), about);
            self.joined.document.evidence.push(EvidenceDocument { closes, entity, id: As(id), note, ..one.clone() });
        }
        for one in &document.exclusions {
            let (entity, about) = self.moved(organisation, one.entity.as_ref());
            self.note(EXCLUSIONS, organisation, None, Some(&one.requirement.0), about);
            self.joined.document.exclusions.push(ExclusionDocument { entity, ..one.clone() });
        }
        for one in &document.dissent {
            let (entity, about) = self.moved(organisation, one.entity.as_ref());
            self.note(DISSENT, organisation, None, Some(&one.requirement.0), about);
            self.joined.document.dissent.push(DissentDocument { entity, ..one.clone() });
        }
        for one in &document.measures {
            let id = self.names.measures.get(&(organisation.clone(), one.id.0.clone())).unwrap_or(&one.id.0).clone();
            let (entity, about) = self.moved(organisation, one.entity.as_ref());
            self.note(MEASURES, organisation, Some((one.id.0.to_string(), id.to_string())), Some(&one.requirement.0), about);
            self.joined.document.measures.push(MeasureDocument { entity, id: As(id), ..one.clone() });
        }
    }

    /// Whom an entry is about now, and both names for the account. In canonical form every entry names its entity.
    fn moved(&self, organisation: &EntityId, entity: Option<&As<EntityId>>) -> (Option<As<EntityId>>, Option<(String, String)>) {
        let now = entity.map(|it| As(self.entity(organisation, &it.0)));
        let both = entity.zip(now.as_ref()).map(|(before, now)| (before.0.to_string(), now.0.to_string()));
        (now, both)
    }

    /// An entity with its services. The organisation itself becomes a part of the successor.
    fn take_entity(&mut self, organisation: &EntityId, part: &Part, entity: &EntityDocument, successor: &Successor) -> EntityDocument {
        let id = self.entity(organisation, &entity.id.0);
        let named = Some((entity.id.0.to_string(), id.to_string()));
        self.note(ENTITIES, organisation, named.clone(), None, None);
        let mut services = Vec::with_capacity(entity.serves.len());
        for service in &entity.serves {
            let served = self.entity(organisation, &service.entity.0);
            let about = Some((service.entity.0.to_string(), served.to_string()));
            self.note(SERVICES, organisation, named.clone(), Some(&service.requirement.0), about);
            services.push(ServiceDocument { entity: As(served), ..service.clone() });
        }
        let is_organisation = entity.id.0 == *organisation;
        let above = entity.parent.as_ref().map(|parent| self.entity(organisation, &parent.0));
        let parent = if is_organisation { Some(successor.id.clone()) } else { above };
        let weight = if is_organisation { part.weight } else { entity.weight };
        EntityDocument { id: As(id), parent: parent.map(As), serves: services, weight, ..entity.clone() }
    }

    /// A control statement names no entity: it is the organisation's. Where all say the same of a control the successor says it once; else
    /// people have to say it, and nobody's words are put into the successor's mouth.
    fn statements(&mut self, parts: &BTreeMap<EntityId, Part>) {
        let mut said: BTreeMap<RequirementId, BTreeMap<String, ControlStatementDocument>> = BTreeMap::new();
        for (organisation, part) in parts {
            for one in &part.document.control_statements {
                said.entry(one.requirement.0.clone()).or_default().insert(organisation.to_string(), one.clone());
            }
        }
        for (requirement, said) in said {
            let mut statements = said.values();
            let first = statements.next().filter(|first| said.len() == parts.len() && statements.all(|other| other == *first));
            let outcome = if first.is_some() { MergerOutcome::Joined } else { MergerOutcome::ToDecide };
            self.joined.document.control_statements.extend(first.cloned());
            for organisation in said.keys() {
                let (from, requirement) = (organisation.clone(), Some(requirement.to_string()));
                let item = MergedItem { entity: None, from, id: None, outcome: As(outcome), requirement, to: None, to_entity: None };
                self.joined.items.entry(CONTROL_STATEMENTS.to_owned()).or_default().push(item);
            }
            if outcome == MergerOutcome::ToDecide {
                self.joined.to_decide.push(StatementsToDecide { requirement: requirement.to_string(), said });
            }
        }
    }
}

/// How many entries a list had in all assessments, and has.
pub(super) fn counts(list: &str, items: &[MergedItem], assessment: &AssessmentDocument) -> MergerCounts {
    let after = match list {
        CONTROL_STATEMENTS => assessment.control_statements.len(),
        DISSENT => assessment.dissent.len(),
        ENTITIES => assessment.entities.len(),
        EVIDENCE => assessment.evidence.len(),
        EXCLUSIONS => assessment.exclusions.len(),
        MEASURES => assessment.measures.len(),
        _ => assessment.entities.iter().map(|entity| entity.serves.len()).sum(), // services
    };
    MergerCounts { after, before: items.len() }
}
