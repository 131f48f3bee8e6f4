//! Conformance vectors, `{"model", "expected"}`: the one document without format, reasons and approvers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use pejling_core::{
    Assessment, Assurance, Band, Catalogue, Coverage, Edition, Entity, EntityId, Evidence, EvidenceId, Excludable, Exclusion, Finding,
    Framework, FrameworkId, Kind, Leaf, Objective, ObjectiveId, ObjectiveScore, Reading, Readings, ReasonClass, Requirement, RequirementId,
    RequirementScore, Score, Scores, Selection, Service, Submission, Target, score,
};
use serde_json::{Map, Value, json};

use crate::diagnostic::Fault;
use crate::read::{Read as _, Reader, document, escaped};
use crate::scalar::{As, Percent, WeightNumber};
use crate::table::Table;
use crate::tree::Node;

document! {
    /// The model of a vector, as the reference oracle writes it.
    pub(crate) struct VectorModel {
        /// The date of assessment.
        pub as_of: As<Date>,
        /// The entities.
        pub entities: Vec<VectorEntity>,
        /// The evidence.
        pub evidence: Vec<VectorEvidence>,
        /// The version of the method.
        pub method: Option<String>,
        /// What does not apply.
        pub not_applicable: Vec<VectorExclusion>,
        /// The objectives.
        pub objectives: Vec<VectorObjective>,
        /// The requirements.
        pub requirements: Vec<VectorRequirement>,
    }

    /// An entity of a vector.
    pub(crate) struct VectorEntity {
        /// Its name.
        pub id: String,
        /// What it is a part of.
        pub parent: Option<String>,
        /// Where others rest on it.
        pub serves: Vec<VectorService>,
        /// How much it counts.
        pub weight: WeightNumber,
    }

    /// A service of a vector.
    pub(crate) struct VectorService {
        /// Who rests on it.
        pub entity: String,
        /// For what.
        pub requirement: String,
        /// For how much of it.
        pub share: Percent,
    }

    /// An evidence of a vector.
    pub(crate) struct VectorEvidence {
        /// How sure it claims to be.
        pub assurance: As<Assurance>,
        /// Who examined.
        pub by: Option<String>,
        /// Earlier findings that it looked at again.
        pub closes: Vec<As<EvidenceId>>,
        /// The day.
        pub date: As<Date>,
        /// What it is about.
        pub entity: Option<String>,
        /// How many units were looked at.
        pub examined: Option<u32>,
        /// Its name.
        pub id: As<EvidenceId>,
        /// What kind of record it is.
        pub kind: As<Kind>,
        /// The maturity level.
        pub level: Option<u8>,
        /// How many units were in order.
        pub ok: Option<u32>,
        /// How many units there are.
        pub population: Option<u32>,
        /// The record.
        pub reference: Option<String>,
        /// What it is held against.
        pub requirement: String,
        /// The result.
        pub result: Option<Percent>,
        /// How units were selected.
        pub selection: Option<As<Selection>>,
        /// How much was looked at.
        pub share: Option<Percent>,
        /// Days of validity.
        pub valid_days: Option<u16>,
    }

    /// An exclusion of a vector.
    pub(crate) struct VectorExclusion {
        /// Who approved it.
        pub approved_by: Option<String>,
        /// For whom.
        pub entity: Option<String>,
        /// Why.
        pub reason: Option<String>,
        /// What does not apply.
        pub requirement: String,
    }

    /// An objective of a vector.
    pub(crate) struct VectorObjective {
        /// Its critical members.
        pub critical: Vec<String>,
        /// Its name.
        pub id: String,
        /// Its members with weights.
        pub members: Table<WeightNumber>,
    }

    /// A requirement of a vector.
    pub(crate) struct VectorRequirement {
        /// Whether it is a composite.
        pub composite: Option<bool>,
        /// Its name.
        pub id: String,
        /// What it requires.
        pub requires: Vec<String>,
        /// What supports it.
        pub supported_by: Vec<String>,
        /// The level that counts as 100 %.
        pub target: Option<u8>,
    }
}

/// One difference between what a vector expects and what the engine finds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Difference {
    /// What was expected; left out where there should be nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Value>,
    /// What was found; left out where there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Value>,
    /// The JSON Pointer of the value.
    pub pointer: String,
}

/// Where two JSON values differ, in the order of pointers. Fields that `expected` has not are differences as well.
#[must_use]
pub fn differences(expected: &Value, found: &Value) -> Vec<Difference> {
    let mut all = Vec::new();
    compare(&mut String::new(), Some(expected), Some(found), &mut all);
    all
}

fn compare(pointer: &mut String, expected: Option<&Value>, found: Option<&Value>, all: &mut Vec<Difference>) {
    let length = pointer.len();
    let mut step = |name: &str, expected: Option<&Value>, found: Option<&Value>| {
        pointer.push('/');
        pointer.push_str(&escaped(name));
        compare(pointer, expected, found, all);
        pointer.truncate(length);
    };
    match (expected, found) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            for name in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                step(name, a.get(name), b.get(name));
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            for at in 0..a.len().max(b.len()) {
                step(&at.to_string(), a.get(at), b.get(at));
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => {
            all.push(Difference { pointer: pointer.clone(), expected: expected.cloned(), found: found.cloned() });
        }
    }
}

/// What the engine reports of a vector's model, in the oracle's shape; or what is wrong with the model.
pub(crate) fn report(node: &Node<'_>, limits: &crate::limits::Limits) -> Result<Value, Vec<Fault>> {
    let mut reader = Reader::new(limits);
    let model = VectorModel::read(node, &mut reader);
    let Some(model) = model.filter(|_| reader.faults.is_empty()) else { return Err(reader.faults) };
    let mapping = Mapping::new(&model).map_err(|fault| vec![fault])?;
    let (catalogue, submission) = mapping.build(&model).map_err(|fault| vec![fault])?;
    let wrong = |code: &'static str, args: Vec<(&'static str, String)>| Fault { args, ..Fault::new(code, &[]) };
    let catalogue = Catalogue::new(vec![catalogue])
        .map_err(|faults| faults.iter().map(|it| wrong(it.error.code(), it.error.args())).collect::<Vec<_>>())?;
    let assessment = Assessment::new(Arc::new(catalogue), submission)
        .map_err(|faults| faults.iter().map(|it| wrong(it.error.code(), it.error.args())).collect::<Vec<_>>())?;
    let scores = score(&assessment, model.as_of.0);
    Ok(mapping.report(&scores))
}

/// How the free names of a vector become ids. What has no entity holds for all: it belongs to one more entity above all roots, which is
/// the only one, and a leaf, where the model names none.
struct Mapping {
    framework: FrameworkId,
    everything: EntityId,
}

impl Mapping {
    fn new(model: &VectorModel) -> Result<Self, Fault> {
        let taken: BTreeSet<&str> = model.entities.iter().map(|entity| entity.id.as_str()).collect();
        let free = (0..=taken.len()).map(|number| format!("all-{number}")).find(|name| !taken.contains(name.as_str()));
        let id = |name: &str| name.parse().map_err(|_| Fault::new("vector-name", &[("name", &name)]));
        Ok(Self { framework: "vector".parse().map_err(|_| Fault::default())?, everything: id(&free.unwrap_or_default())? })
    }

    fn requirement(&self, name: &str) -> Result<RequirementId, Fault> {
        RequirementId::of(&self.framework, name).map_err(|_| Fault::new("vector-name", &[("name", &name)]))
    }

    fn objective(&self, name: &str) -> Result<ObjectiveId, Fault> {
        let local = format!("objective-{name}"); // a vector may name an objective as it names a requirement
        ObjectiveId::of(&self.framework, &local).map_err(|_| Fault::new("vector-name", &[("name", &name)]))
    }

    fn entity(&self, name: Option<&String>) -> Result<EntityId, Fault> {
        match name.map(String::as_str) {
            None | Some("") => Ok(self.everything.clone()),
            Some(name) => name.parse().map_err(|_| Fault::new("vector-name", &[("name", &name)])),
        }
    }

    fn requirements(&self, names: &[String], but: &[String]) -> Result<Vec<RequirementId>, Fault> {
        let names: BTreeSet<&String> = names.iter().filter(|name| !but.contains(name)).collect();
        names.into_iter().map(|name| self.requirement(name)).collect()
    }

    fn build(&self, model: &VectorModel) -> Result<(Framework, Submission), Fault> {
        let requirements = model.requirements.iter().map(|it| {
            let itself = std::slice::from_ref(&it.id);
            let composite = it.composite == Some(true);
            Ok(Requirement {
                id: self.requirement(&it.id)?,
                target: it.target.and_then(Target::new),
                composite,
                excludable: if composite { Excludable::Never } else { Excludable::Freely },
                // what a requirement rests on twice, or on itself, changes no number: a vector may say it, a catalogue may not
                requires: self.requirements(&it.requires, itself)?,
                supported_by: self.requirements(&it.supported_by, &[itself, &it.requires].concat())?,
            })
        });
        let objectives = model.objectives.iter().map(|it| {
            let members = it.members.iter().map(|(name, weight)| Ok((self.requirement(name)?, weight.0)));
            Ok(Objective {
                id: self.objective(&it.id)?,
                members: members.collect::<Result<_, Fault>>()?,
                critical: self.requirements(&it.critical, &[])?,
                norm: Band::Largely,
            })
        });
        let framework = Framework {
            id: self.framework.clone(),
            edition: "1".parse::<Edition>().map_err(|_| Fault::default())?,
            builds_on: Vec::new(),
            requirements: requirements.collect::<Result<_, Fault>>()?,
            objectives: objectives.collect::<Result<_, Fault>>()?,
        };
        let everything = Entity { id: self.everything.clone(), parent: None, weight: WeightNumber::default().0, serves: Vec::new() };
        let entities = model.entities.iter().map(|it| self.build_entity(it));
        let evidence = model.evidence.iter().map(|it| self.build_evidence(it));
        let exclusions = model.not_applicable.iter().map(|it| {
            Ok(Exclusion {
                requirement: self.requirement(&it.requirement)?,
                entity: self.entity(it.entity.as_ref())?,
                reason: "vector".to_owned(),
                class: ReasonClass::NoSuchActivity,
                approved_by: "vector".to_owned(),
                review_by: Date::MAX,
            })
        });
        let submission = Submission {
            organisation: self.everything.clone(),
            entities: std::iter::once(Ok(everything)).chain(entities).collect::<Result<_, Fault>>()?,
            evidence: evidence.collect::<Result<_, Fault>>()?,
            exclusions: exclusions.collect::<Result<_, Fault>>()?,
        };
        Ok((framework, submission))
    }

    fn build_entity(&self, it: &VectorEntity) -> Result<Entity, Fault> {
        let serves = it.serves.iter().map(|service| {
            let (entity, requirement) = (self.entity(Some(&service.entity))?, self.requirement(&service.requirement)?);
            Ok(Service { entity, requirement, share: service.share.0 })
        });
        Ok(Entity {
            id: self.entity(Some(&it.id))?,
            parent: Some(self.entity(it.parent.as_ref())?),
            weight: it.weight.0,
            serves: serves.collect::<Result<_, Fault>>()?,
        })
    }

    fn build_evidence(&self, it: &VectorEvidence) -> Result<Evidence, Fault> {
        let share = it.share.map_or(Score::FULL, |share| share.0);
        let finding = match (it.population, it.examined, it.ok, it.level, it.result) {
            (Some(population), Some(examined), Some(ok), ..) => {
                let selection = it.selection.as_ref().map_or(Selection::Chosen, |selection| selection.0);
                Finding::Counts { population, examined, ok, selection }
            }
            (_, _, _, Some(level), _) => Finding::Level { share, level },
            (_, _, _, None, Some(result)) => Finding::Result { share, result: result.0 },
            (_, _, _, None, None) => return Err(Fault::new("finding-missing", &[("evidence", &it.id.0)])),
        };
        Ok(Evidence {
            id: it.id.0.clone(),
            requirement: self.requirement(&it.requirement)?,
            entity: self.entity(it.entity.as_ref())?,
            kind: it.kind.0,
            date: it.date.0,
            assurance: it.assurance.0,
            by: it.by.clone(),
            reference: it.reference.clone(),
            valid_days: it.valid_days,
            closes: it.closes.iter().map(|id| id.0.clone()).collect(),
            finding,
        })
    }

    /// The oracle's name of an entity: nothing for the one that it does not name.
    fn name<'a>(&self, entity: &'a EntityId) -> &'a str {
        if *entity == self.everything { "" } else { entity.as_str() }
    }

    fn report(&self, scores: &Scores<'_>) -> Value {
        let leaves = scores.leaves().map(|leaf| (self.name(leaf.entity()).to_owned(), leaf_report(&leaf)));
        let leaves: Map<_, _> = leaves.collect();
        let consolidated = scores.consolidated().filter(|entity| *entity.entity() != self.everything).map(|entity| {
            let requirements = entity.requirements().map(|(id, it)| (id.local().to_owned(), it.map(|it| triple(it.score)).into()));
            let objectives = entity.objectives().map(|(id, it)| (objective_name(id), it.map(|it| triple(it.score)).into()));
            let of = json!({"requirements": requirements.collect::<Map<_, _>>(), "objectives": objectives.collect::<Map<_, _>>()});
            (self.name(entity.entity()).to_owned(), of)
        });
        let consolidated: Map<_, _> = consolidated.collect();
        json!({"as_of": scores.as_of().to_string(), "leaves": leaves, "consolidated": consolidated})
    }
}

fn objective_name(id: &ObjectiveId) -> String {
    id.local().trim_start_matches("objective-").to_owned()
}

fn triple(readings: Readings<Score>) -> Value {
    let of = |reading: Reading| readings.get(reading).to_string();
    Reading::ALL.iter().map(|&reading| (reading.name().to_owned(), Value::from(of(reading)))).collect::<Map<_, _>>().into()
}

fn leaf_report(leaf: &Leaf<'_>) -> Value {
    let requirements = leaf.requirements().map(|(id, score)| {
        let RequirementScore::Applicable(it) = score else { return (id.local().to_owned(), json!({"state": "not applicable"})) };
        let state = match it.coverage {
            Coverage::Assessed => "assessed",
            Coverage::Outdated => "outdated",
            Coverage::NotAssessed => "not assessed",
        };
        let held = leaf.held_back_by(id, Reading::Substantiated);
        let held: BTreeMap<_, _> = held.into_iter().map(|(cause, steps)| (cause.local().to_owned(), steps)).collect();
        let band = it.band().map(Band::name);
        let report = json!({"state": state, "own": triple(it.own), "score": triple(it.score), "band": band, "held_back_by": held});
        (id.local().to_owned(), report)
    });
    let objectives = leaf.objectives().map(|(id, score)| {
        let ObjectiveScore::Applicable(it) = score else { return (objective_name(id), Value::Null) };
        let bar = leaf.bar(id).unwrap_or_default();
        let held = bar.causes.iter().map(|(by, points)| {
            let by: Vec<_> = by.iter().map(|cause| cause.local()).collect();
            json!({"by": by, "points": points.to_string()})
        });
        let report = json!({
            "mean": triple(it.mean),
            "score": triple(it.score),
            "applicable": it.applicable,
            "assessed": it.assessed,
            "band": it.band().map(Band::name),
            "bar": {
                "substantiated": bar.substantiated.to_string(),
                "held_back": bar.held_back.to_string(),
                "declared_only": bar.declared_only.to_string(),
                "unanswered": bar.unanswered.to_string(),
                "known_wrong": bar.known_wrong.to_string(),
            },
            "held_back": held.collect::<Vec<_>>(),
        });
        (objective_name(id), report)
    });
    json!({"requirements": requirements.collect::<Map<_, _>>(), "objectives": objectives.collect::<Map<_, _>>()})
}
