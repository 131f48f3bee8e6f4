//! The assessment document, `pejling/assessment/1`.

use jiff::civil::Date;
use pejling_core::{
    Assurance, Edition, Entity, EntityId, Evidence, EvidenceId, Exclusion, Finding, Kind, ObjectiveId, ReasonClass, RequirementId, Score,
    Selection, Service, Sharing, Submission, Weighting,
};

use crate::diagnostic::Fault;
use crate::limits::Limits;
use crate::read::{document, is_plain};
use crate::scalar::{As, Percent, WeightNumber};
use crate::table::Table;
use crate::vocabulary::{AssessmentFormat, EntityKind, MeasureStatus, SignOffStatus, Voice};

document! {
    /// An assessment: who is assessed against which catalogues, and the evidence.
    pub struct AssessmentDocument {
        /// The address of this document's JSON Schema, for editors.
        #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
        pub schema: Option<String>,
        /// The date of assessment, where the caller names no other.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub as_of: Option<As<Date>>,
        /// The catalogues that are assessed against, with the edition of each.
        pub catalogues: Table<As<Edition>>,
        /// What the statement of applicability says of each control besides evidence.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub control_statements: Vec<ControlStatementDocument>,
        /// Views of the data protection officer or an auditor that differ from the self-assessment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub dissent: Vec<DissentDocument>,
        /// What the data protection officer has to say to the public, in their own words: reports print it as it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub dpo_statement: Option<StatementDocument>,
        /// The organisation, what is below it and what it rests on; left out: the organisation alone.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub entities: Vec<EntityDocument>,
        /// What was found.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub evidence: Vec<EvidenceDocument>,
        /// What does not apply.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub exclusions: Vec<ExclusionDocument>,
        /// What this document is.
        pub format: As<AssessmentFormat>,
        /// What might be done, or was.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub measures: Vec<MeasureDocument>,
        /// The entity that the whole is about.
        pub organisation: As<EntityId>,
        /// What the assessment of this year covers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub scope_note: Option<String>,
        /// What others may see of this organisation where they are compared; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sharing: Option<SharingDocument>,
        /// Who prepared, reviewed and approved it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sign_off: Option<SignOffDocument>,
        /// What weights this organisation would give the members of objectives. They move no score.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub weightings: Vec<WeightingDocument>,
    }

    /// What the statement of applicability says of a control besides its evidence.
    pub struct ControlStatementDocument {
        /// Whether it is implemented.
        pub implemented: bool,
        /// The control.
        pub requirement: As<RequirementId>,
        /// Who is responsible.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub responsible: Option<String>,
        /// Why it is included.
        pub why: String,
    }

    /// A view that differs from the self-assessment.
    pub struct DissentDocument {
        /// Whose it is.
        pub by: As<Voice>,
        /// On whom; left out: the organisation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub entity: Option<As<EntityId>>,
        /// On what.
        pub requirement: As<RequirementId>,
        /// The view, in their own words.
        pub text: String,
    }

    /// A region, hospital, system, project, supplier or platform.
    pub struct EntityDocument {
        /// Its name in this document.
        pub id: As<EntityId>,
        /// What it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub kind: Option<As<EntityKind>>,
        /// Its name for people.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// What it is a part of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub parent: Option<As<EntityId>>,
        /// Where others rest on it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ServiceDocument>,
        /// How much it counts among the parts of its parent; left out: 1.
        #[serde(default)]
        pub weight: WeightNumber,
    }

    /// How far an entity rests on a service.
    pub struct ServiceDocument {
        /// Who rests on it.
        pub entity: As<EntityId>,
        /// For what.
        pub requirement: As<RequirementId>,
        /// For how much of it.
        pub share: Percent,
    }

    /// One evidence. The finding has one of three forms: `result`, `level`, or `population`, `examined` and `ok`.
    pub struct EvidenceDocument {
        /// How sure it claims to be.
        pub assurance: As<Assurance>,
        /// Who examined.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<String>,
        /// Earlier findings that this one looked at again.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub closes: Vec<As<EvidenceId>>,
        /// The day on which it was found.
        pub date: As<Date>,
        /// What it is about; left out: the organisation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub entity: Option<As<EntityId>>,
        /// How many units were looked at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub examined: Option<u32>,
        /// Its name.
        pub id: As<EvidenceId>,
        /// What kind of record it is.
        pub kind: As<Kind>,
        /// The level on the maturity scale, 0 to 5.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub level: Option<u8>,
        /// What there is to say about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// How many of the examined units were in order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub ok: Option<u32>,
        /// How many units there are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub population: Option<u32>,
        /// Case number, address or digest of the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reference: Option<String>,
        /// What it is held against.
        pub requirement: As<RequirementId>,
        /// How much of what was looked at is in order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub result: Option<Percent>,
        /// How the examined units were selected; left out: chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub selection: Option<As<Selection>>,
        /// How much of the entity was looked at; left out: all of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub share: Option<Percent>,
        /// Days of validity, where they differ from the kind's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub valid_days: Option<u16>,
    }

    /// A requirement that does not apply.
    pub struct ExclusionDocument {
        /// Who approved it.
        pub approved_by: String,
        /// Why, as a class.
        pub class: As<ReasonClass>,
        /// To whom it does not apply; left out: the organisation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub entity: Option<As<EntityId>>,
        /// Why, in words.
        pub reason: String,
        /// What does not apply.
        pub requirement: As<RequirementId>,
        /// The last day on which that holds.
        pub review_by: As<Date>,
    }

    /// Something that might be done, or was.
    pub struct MeasureDocument {
        /// What it costs, in a whole number of a unit of one's own choosing.
        pub cost: u32,
        /// Who decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decided_by: Option<String>,
        /// When it was decided.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decided_on: Option<As<Date>>,
        /// When it is due.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<As<Date>>,
        /// For whom; left out: the organisation.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub entity: Option<As<EntityId>>,
        /// Its name.
        pub id: As<EvidenceId>,
        /// Who carries it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub owner: Option<String>,
        /// What it improves.
        pub requirement: As<RequirementId>,
        /// What the requirement's own evidence scores afterwards.
        pub score_after: Percent,
        /// How far it has come.
        pub status: As<MeasureStatus>,
    }

    /// Who prepared, reviewed and approved an assessment.
    pub struct SignOffDocument {
        /// Who approved it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub approved: Option<SignatureDocument>,
        /// Who prepared it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub prepared: Option<SignatureDocument>,
        /// Who reviewed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reviewed: Option<SignatureDocument>,
        /// Whether it is a draft or final.
        pub status: As<SignOffStatus>,
    }

    /// What others may see of an organisation where they are compared.
    pub struct SharingDocument {
        /// Who approved that, and when.
        pub approved: SignatureDocument,
        /// Whether its figures may be shown.
        pub figures: bool,
        /// Whether it may be named: beside its figures where these may be shown, and as an example where it is well substantiated.
        pub name: bool,
    }

    /// What weights an organisation would give the members of an objective. It moves no score: a comparison says whether an order of organisations
    /// holds under these weights as well.
    pub struct WeightingDocument {
        /// The members with the weight of each; those that are left out keep the catalogue's.
        pub members: Vec<MemberWeightDocument>,
        /// The objective.
        pub objective: As<ObjectiveId>,
        /// Why.
        pub why: String,
    }

    /// What a member of an objective should weigh.
    pub struct MemberWeightDocument {
        /// The member.
        pub requirement: As<RequirementId>,
        /// How much it should count.
        pub weight: WeightNumber,
    }

    /// Somebody's own words.
    pub struct StatementDocument {
        /// Who says so.
        pub by: String,
        /// When.
        pub on: As<Date>,
        /// The words; an empty line begins a paragraph.
        pub text: String,
    }

    /// Somebody's name under something.
    pub struct SignatureDocument {
        /// Who.
        pub by: String,
        /// When.
        pub on: As<Date>,
    }
}

impl AssessmentDocument {
    /// Whether all lists and texts are within the limits and plain. Where not, a second pass says which is not.
    pub(crate) fn is_within(&self, limits: &Limits) -> bool {
        let plain = |text: &str| text.len() <= limits.characters && is_plain(text);
        let said = |text: &Option<String>| text.as_deref().is_none_or(plain);
        let signed = |signature: &Option<SignatureDocument>| signature.as_ref().is_none_or(|it| plain(&it.by));
        self.count_faults(limits).is_empty()
            && said(&self.schema)
            && said(&self.scope_note)
            && self.evidence.iter().all(|it| said(&it.by) && said(&it.reference) && said(&it.note))
            && self.entities.iter().all(|it| said(&it.name))
            && self.exclusions.iter().all(|it| plain(&it.reason) && plain(&it.approved_by))
            && self.control_statements.iter().all(|it| plain(&it.why) && said(&it.responsible))
            && self.dissent.iter().all(|it| plain(&it.text))
            && self.dpo_statement.iter().all(|it| plain(&it.by) && plain(&it.text))
            && self.measures.iter().all(|it| said(&it.owner) && said(&it.decided_by))
            && self.sign_off.iter().all(|it| signed(&it.approved) && signed(&it.prepared) && signed(&it.reviewed))
            && self.sharing.iter().all(|it| plain(&it.approved.by))
            && self.weightings.iter().all(|it| plain(&it.why))
    }

    /// The lists that are too long.
    pub(crate) fn count_faults(&self, limits: &Limits) -> Vec<Fault> {
        let services = self.entities.iter().map(|entity| entity.serves.len()).sum();
        let closes = self.evidence.iter().map(|one| one.closes.len()).sum();
        let weights = self.weightings.iter().map(|it| it.members.len()).sum();
        let lists = [
            ("catalogues", self.catalogues.len(), limits.entries),
            ("control_statements", self.control_statements.len(), limits.entries),
            ("dissent", self.dissent.len(), limits.entries),
            ("entities", self.entities.len(), limits.entities),
            ("entities", services, limits.entries),
            ("evidence", self.evidence.len(), limits.evidence),
            ("evidence", closes, limits.evidence),
            ("exclusions", self.exclusions.len(), limits.entries),
            ("measures", self.measures.len(), limits.entries),
            ("weightings", self.weightings.len(), limits.entries),
            ("weightings", weights, limits.entries),
        ];
        let long = lists.into_iter().filter(|(_, count, limit)| count > limit);
        long.map(|(list, count, limit)| Fault::new("too-many", &[("count", &count), ("limit", &limit)]).at(format!("/{list}"))).collect()
    }

    /// What core scores, and what is wrong with it that core does not see. The evidence moves: what stays here are the notes on it.
    pub(crate) fn take_submission(&mut self) -> Taken {
        let organisation = || self.organisation.0.clone();
        let entity_of = |entity: Option<As<EntityId>>| entity.map_or_else(organisation, |entity| entity.0);
        let mut entities: Vec<Entity> = self.entities.iter().map(entity).collect();
        if entities.is_empty() {
            entities.push(Entity { id: organisation(), parent: None, weight: WeightNumber::default().0, serves: Vec::new() });
        }
        let (mut notes, mut faults) = (Vec::new(), Vec::new());
        let documents = std::mem::take(&mut self.evidence).into_iter().enumerate();
        let evidence = documents.map(|(index, mut one)| {
            let finding = finding(&one).unwrap_or_else(|wrong| {
                faults.extend(wrong.into_iter().map(|(field, fault)| fault.at(format!("/evidence/{index}{field}"))));
                Finding::Result { share: Score::FULL, result: Score::FULL }
            });
            notes.extend(one.note.take().map(|note| (index, note)));
            one.evidence(entity_of, finding)
        });
        let evidence = evidence.collect();
        let exclusions = self.exclusions.iter().map(|exclusion| Exclusion {
            requirement: exclusion.requirement.0.clone(),
            entity: entity_of(exclusion.entity.clone()),
            reason: exclusion.reason.clone(),
            class: exclusion.class.0,
            approved_by: exclusion.approved_by.clone(),
            review_by: exclusion.review_by.0,
        });
        let exclusions = exclusions.collect();
        Taken { submission: Submission { organisation: organisation(), entities, evidence, exclusions }, notes, faults }
    }

    /// The same content in one form: defaults filled in, every list sorted. Its canonical JSON is what the digest is taken of. `evidence`
    /// was taken out before; the notes are in its order.
    pub(crate) fn canonical(&self, evidence: &[Evidence], notes: &[(usize, String)]) -> Self {
        let mut same = Self { schema: None, ..self.clone() };
        let organisation = Some(self.organisation.clone());
        if same.entities.is_empty() {
            let id = self.organisation.clone();
            let alone = EntityDocument { id, kind: None, name: None, parent: None, serves: Vec::new(), weight: WeightNumber::default() };
            same.entities.push(alone);
        }
        for entity in &mut same.entities {
            entity.serves.sort_by(|a, b| (&a.entity, &a.requirement).cmp(&(&b.entity, &b.requirement)));
        }
        let mut notes = notes.iter().peekable();
        same.evidence.extend(evidence.iter().enumerate().map(|(index, one)| {
            let note = notes.next_if(|(at, _)| *at == index).map(|(_, note)| note.clone());
            EvidenceDocument::canonical(one, note)
        }));
        for entity in same.exclusions.iter_mut().map(|it| &mut it.entity).chain(same.measures.iter_mut().map(|it| &mut it.entity)) {
            *entity = entity.take().or_else(|| organisation.clone());
        }
        for dissent in &mut same.dissent {
            dissent.entity = dissent.entity.take().or_else(|| organisation.clone());
        }
        same.control_statements.sort_by(|a, b| a.requirement.cmp(&b.requirement));
        same.dissent.sort_by(|a, b| (&a.requirement, &a.entity, a.by.0, &a.text).cmp(&(&b.requirement, &b.entity, b.by.0, &b.text)));
        same.entities.sort_by(|a, b| a.id.cmp(&b.id));
        same.evidence.sort_by(|a, b| a.id.cmp(&b.id));
        same.exclusions.sort_by(|a, b| (&a.requirement, &a.entity).cmp(&(&b.requirement, &b.entity)));
        same.measures.sort_by(|a, b| a.id.cmp(&b.id));
        for weighting in &mut same.weightings {
            weighting.members.sort_by(|a, b| a.requirement.cmp(&b.requirement));
        }
        same.weightings.sort_by(|a, b| a.objective.cmp(&b.objective));
        same
    }

    /// What others may see where they are compared.
    pub(crate) fn sharing(&self) -> Sharing {
        self.sharing.as_ref().map_or_else(Sharing::default, |it| Sharing { figures: it.figures, name: it.name })
    }

    /// The weightings that it declares.
    pub(crate) fn weightings(&self) -> Vec<Weighting> {
        let weighting = |it: &WeightingDocument| Weighting {
            objective: it.objective.0.clone(),
            weights: it.members.iter().map(|member| (member.requirement.0.clone(), member.weight.0)).collect(),
        };
        self.weightings.iter().map(weighting).collect()
    }

    /// What kind of entity one is; `None` where nobody says.
    pub(crate) fn kind_of(&self, entity: &EntityId) -> Option<EntityKind> {
        self.entities.iter().find(|it| it.id.0 == *entity).and_then(|it| it.kind.as_ref()).map(|kind| kind.0)
    }
}

/// What core scores, out of a document.
pub(crate) struct Taken {
    pub(crate) submission: Submission,
    /// The notes on evidence, which core does not keep, by its position.
    pub(crate) notes: Vec<(usize, String)>,
    /// What is wrong that core does not see.
    pub(crate) faults: Vec<Fault>,
}

impl EvidenceDocument {
    /// The evidence as core knows it; else what is wrong with its finding, each with the field that it is about.
    pub(crate) fn to_evidence(&self, organisation: &EntityId) -> Result<Evidence, Vec<(&'static str, Fault)>> {
        let finding = finding(self)?;
        Ok(self.clone().evidence(|entity| entity.map_or_else(|| organisation.clone(), |entity| entity.0), finding))
    }

    fn evidence(self, entity_of: impl Fn(Option<As<EntityId>>) -> EntityId, finding: Finding) -> Evidence {
        Evidence {
            id: self.id.0,
            requirement: self.requirement.0,
            entity: entity_of(self.entity),
            kind: self.kind.0,
            date: self.date.0,
            assurance: self.assurance.0,
            by: self.by,
            reference: self.reference,
            valid_days: self.valid_days,
            closes: self.closes.into_iter().map(|finding| finding.0).collect(),
            finding,
        }
    }

    /// An evidence with its defaults filled in.
    fn canonical(one: &Evidence, note: Option<String>) -> Self {
        let Evidence { id, requirement, entity, kind, date, assurance, by, reference, valid_days: _, closes, finding } = one.clone();
        let mut closes: Vec<_> = closes.into_iter().map(As).collect();
        closes.sort();
        closes.dedup();
        let mut same = Self {
            assurance: As(assurance),
            by,
            closes,
            date: As(date),
            entity: Some(As(entity)),
            examined: None,
            id: As(id),
            kind: As(kind),
            level: None,
            note,
            ok: None,
            population: None,
            reference,
            requirement: As(requirement),
            result: None,
            selection: None,
            share: None,
            valid_days: Some(one.counted_valid_days()),
        };
        match finding {
            Finding::Result { share, result } => (same.share, same.result) = (Some(Percent(share)), Some(Percent(result))),
            Finding::Level { share, level } => (same.share, same.level) = (Some(Percent(share)), Some(level)),
            Finding::Counts { population, examined, ok, selection } => {
                (same.population, same.examined, same.ok) = (Some(population), Some(examined), Some(ok));
                same.selection = Some(As(selection));
            }
        }
        same
    }
}

fn entity(document: &EntityDocument) -> Entity {
    let serves = document.serves.iter().map(|service| Service {
        entity: service.entity.0.clone(),
        requirement: service.requirement.0.clone(),
        share: service.share.0,
    });
    Entity {
        id: document.id.0.clone(),
        parent: document.parent.as_ref().map(|parent| parent.0.clone()),
        weight: document.weight.0,
        serves: serves.collect(),
    }
}

/// The finding of an evidence, which must have exactly one form; else what is wrong, each with the field that it is about.
fn finding(one: &EvidenceDocument) -> Result<Finding, Vec<(&'static str, Fault)>> {
    let id = &one.id.0;
    let fault = |field, code| Err(vec![(field, Fault::new(code, &[("evidence", id)]))]);
    let counted = one.population.is_some() || one.examined.is_some() || one.ok.is_some();
    let share = one.share.map_or(Score::FULL, |share| share.0);
    match (one.result, one.level, counted) {
        (None, None, false) => fault("", "finding-missing"),
        (Some(result), None, false) if one.selection.is_none() => Ok(Finding::Result { share, result: result.0 }),
        (None, Some(level), false) if one.selection.is_none() => Ok(Finding::Level { share, level }),
        (Some(_), None, false) | (None, Some(_), false) => fault("/selection", "selection-without-counts"),
        (None, None, true) if one.share.is_some() => fault("/share", "share-with-counts"),
        (None, None, true) => {
            let missing = |(field, name): (&'static str, &'static str)| (field, Fault::new("missing-field", &[("field", &name)]));
            let fields =
                [(one.population, ("/population", "population")), (one.examined, ("/examined", "examined")), (one.ok, ("/ok", "ok"))];
            let wrong: Vec<_> = fields.iter().filter(|(count, _)| count.is_none()).map(|(_, field)| missing(*field)).collect();
            match (one.population, one.examined, one.ok) {
                (Some(population), Some(examined), Some(ok)) => {
                    let selection = one.selection.as_ref().map_or(Selection::Chosen, |selection| selection.0);
                    Ok(Finding::Counts { population, examined, ok, selection })
                }
                _ => Err(wrong),
            }
        }
        (Some(_), Some(_), _) | (Some(_), None, true) | (None, Some(_), true) => fault("", "finding-twice"),
    }
}
