//! Why the scores of an entity moved between two assessments (method M7, bridge).

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::walk::Walk;
use crate::band::Weight;
use crate::change::Change;
use crate::id::{EntityId, EvidenceId, ObjectiveId, RequirementId};
use crate::named;
use crate::score::{Readings, Score};
use crate::scores::Scores;

mod evidence;
mod forest;
mod walk;

/// Why the scores of an entity moved: the differences of printed scores while what changed is applied one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The objectives that apply to the entity in both assessments, by name.
    pub objectives: Vec<ObjectiveBridge>,
    /// The objectives that apply in one of the two only, by name: there is no difference to explain.
    pub apart: Vec<Apart>,
    /// What changed, in the order in which it was applied; also what moved nothing.
    pub steps: Vec<BridgeStep>,
}

/// How far one objective moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveBridge {
    /// The objective.
    pub objective: ObjectiveId,
    /// What it scored in the old assessment, on its day.
    pub old: Readings<Score>,
    /// What it scores in the new assessment, on its day.
    pub new: Readings<Score>,
    /// How much each part did, in the order of [`BridgePart::ALL`]: they sum to new less old exactly, in every reading.
    pub parts: [Readings<Change>; BridgePart::COUNT],
}

impl ObjectiveBridge {
    /// The new score less the old one.
    #[must_use]
    pub fn change(&self) -> Readings<Change> {
        self.old.zip(self.new).map(|(old, new)| Change::between(old, new))
    }
}

/// An objective that applies to the entity in one of the two assessments only, with the score that it has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Apart {
    /// It applied in the old assessment only.
    Gone {
        /// The objective.
        objective: ObjectiveId,
        /// What it scored.
        score: Readings<Score>,
        /// Whether the new catalogue still has it; if so, no member of it applies any more.
        in_catalogue: bool,
    },
    /// It applies in the new assessment only.
    Come {
        /// The objective.
        objective: ObjectiveId,
        /// What it scores.
        score: Readings<Score>,
        /// Whether the old catalogue had it; if so, no member of it applied.
        in_catalogue: bool,
    },
}

named! {
    /// A part of a bridge, in the order in which they are applied.
    BridgePart {
        /// Evidence that grew older.
        Aged = "aged",
        /// Evidence that was withdrawn, or says something else now.
        Withdrawn = "withdrawn",
        /// Evidence that was not there before.
        New = "new",
        /// Findings that new evidence closes.
        Closed = "closed",
        /// What applies, and what does not.
        Applicability = "applicability",
        /// Entities that came, left or moved, their weights, and who serves whom.
        Entities = "entities",
        /// Another catalogue.
        Catalogue = "catalogue",
    }
}

impl BridgePart {
    /// How many parts there are.
    pub const COUNT: usize = 7;
}

/// One thing that changed, and what that did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeStep {
    /// What changed.
    pub cause: Cause,
    /// The objectives that it moved, by name, in percentage points. Empty where it moved none.
    pub changes: Vec<(ObjectiveId, Readings<Change>)>,
}

/// What changed in one step of a bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Evidence of one day on one requirement lost freshness.
    Aged {
        /// The requirement.
        requirement: RequirementId,
        /// The day of the evidence.
        date: Date,
        /// The evidence whose freshness fell, by name.
        evidence: Vec<EvidenceId>,
    },
    /// An evidence is no longer there.
    Withdrawn(EvidenceId),
    /// An evidence says something else than before.
    Edited(EvidenceId),
    /// An evidence is new.
    New(EvidenceId),
    /// An evidence is new and closes findings.
    Closed {
        /// The evidence.
        evidence: EvidenceId,
        /// The findings that it closes, by name.
        findings: Vec<EvidenceId>,
    },
    /// A requirement no longer applies.
    Excluded {
        /// The requirement.
        requirement: RequirementId,
        /// To whom.
        entity: EntityId,
    },
    /// A requirement applies again.
    Included {
        /// The requirement.
        requirement: RequirementId,
        /// To whom.
        entity: EntityId,
        /// Whether the exclusion ran out; else it was given up before.
        ended: bool,
    },
    /// Entities count more or less than before.
    Weighed(Vec<(EntityId, Weight, Weight)>),
    /// Entities rest on services to another share than before.
    Served(Vec<ServiceChange>),
    /// Entities are new, with their evidence, exclusions and services.
    Came {
        /// The entities, by name.
        entities: Vec<EntityId>,
        /// The evidence that came with them, by name.
        evidence: Vec<EvidenceId>,
    },
    /// Entities are parts of another one than before, by name.
    Moved(Vec<EntityId>),
    /// Entities are no longer there, nor is their evidence.
    Left {
        /// The entities, by name.
        entities: Vec<EntityId>,
        /// The evidence that left with them, by name.
        evidence: Vec<EvidenceId>,
    },
    /// The catalogue is another one.
    Catalogue {
        /// The evidence that came or left with it, because only one of the two catalogues has its requirement; by name.
        evidence: Vec<EvidenceId>,
    },
}

/// The share to which an entity rests on a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceChange {
    /// Who serves.
    pub service: EntityId,
    /// Who is served.
    pub entity: EntityId,
    /// For what.
    pub requirement: RequirementId,
    /// The share before; `None` where there was no service.
    pub before: Option<Score>,
    /// The share after; `None` where there is none any more.
    pub after: Option<Score>,
}

impl Cause {
    /// The part of the bridge that it belongs to.
    #[must_use]
    pub const fn part(&self) -> BridgePart {
        match self {
            Self::Aged { .. } => BridgePart::Aged,
            Self::Withdrawn(_) | Self::Edited(_) => BridgePart::Withdrawn,
            Self::New(_) => BridgePart::New,
            Self::Closed { .. } => BridgePart::Closed,
            Self::Excluded { .. } | Self::Included { .. } => BridgePart::Applicability,
            Self::Weighed(_) | Self::Served(_) | Self::Came { .. } | Self::Moved(_) | Self::Left { .. } => BridgePart::Entities,
            Self::Catalogue { .. } => BridgePart::Catalogue,
        }
    }

    /// The evidence that the step is about: that which changed, not the findings that it closes.
    #[must_use]
    pub fn evidence(&self) -> &[EvidenceId] {
        match self {
            Self::Aged { evidence, .. } | Self::Came { evidence, .. } | Self::Left { evidence, .. } | Self::Catalogue { evidence } => {
                evidence
            }
            Self::Withdrawn(one) | Self::Edited(one) | Self::New(one) | Self::Closed { evidence: one, .. } => std::slice::from_ref(one),
            Self::Excluded { .. } | Self::Included { .. } | Self::Weighed(_) | Self::Served(_) | Self::Moved(_) => &[],
        }
    }
}

impl Bridge {
    /// What the steps on some evidence did to the objectives that they moved, by name: the sum of their differences.
    #[must_use]
    pub fn sum<'s>(steps: impl Iterator<Item = &'s BridgeStep>) -> Vec<(ObjectiveId, Readings<Change>)> {
        let mut sums: BTreeMap<ObjectiveId, Readings<Change>> = BTreeMap::new();
        for (objective, change) in steps.flat_map(|step| &step.changes) {
            let sum = sums.entry(objective.clone()).or_default();
            *sum = plus(*sum, *change);
        }
        sums.into_iter().collect()
    }
}

/// Says why the scores of an entity moved from one assessment to a later one.
///
/// The parts are applied in the order of [`BridgePart::ALL`], within a part by date, then name; each step is the difference of the printed
/// scores before and after it, on top of all before. So the steps sum to the difference of the two scores exactly, in every reading.
/// Evidence dated after its assessment does not count (method M1) and is not there. What one forest or one catalogue alone can hold comes
/// or leaves with the entity or the catalogue. Where an objective does not apply in between, the next step at which it does carries the
/// difference from the last score there was.
///
/// `None` where the entity is not in both assessments, or the new one is of an earlier day than the old one.
///
/// Cost: for each step the requirement at the leaves that it holds for, and all that rests on it; for a change of the entities or their
/// weights, all scores. Of each kind of these at most 256 steps are taken: more changes go
/// together.
///
/// ```
/// use std::sync::Arc;
/// use pejling_core::*;
///
/// # let requirement = Requirement {
/// #     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
/// # };
/// # let objective = Objective {
/// #     id: "demo:all".parse().unwrap(), members: vec![("demo:A.1".parse().unwrap(), Weight::ONE)], critical: vec![], norm: Band::Largely,
/// # };
/// # let framework = Framework {
/// #     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement],
/// #     objectives: vec![objective],
/// # };
/// # let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
/// # let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
/// # let audit = Evidence {
/// #     id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: "bakkeland".parse().unwrap(),
/// #     kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
/// #     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
/// #     finding: Finding::Result { share: Score::FULL, result: "90".parse().unwrap() },
/// # };
/// # let submission = Submission {
/// #     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![audit], exclusions: vec![],
/// # };
/// let assessment = Assessment::new(catalogue, submission).unwrap(); // one audit of 2026-06-01, valid for a year: 90 % in order
/// let (old, new) = (score(&assessment, jiff::civil::date(2026, 6, 30)), score(&assessment, jiff::civil::date(2027, 11, 30)));
/// let bridge = bridge(&old, &new, assessment.organisation()).unwrap();
///
/// // 547 days old, so it is worth cut(100 * (730 - 547) / 365) = 50.13 of what it was: cut(90 * 50.13 / 100) = 45.11, and 45.11 - 90 = -44.89.
/// let moved = &bridge.objectives[0];
/// assert_eq!(moved.parts[0].substantiated.to_string(), "-44.89");
/// assert_eq!(BridgePart::ALL[0], BridgePart::Aged);
/// ```
#[must_use]
pub fn bridge(old: &Scores<'_>, new: &Scores<'_>, entity: &EntityId) -> Option<Bridge> {
    let is_known = |scores: &Scores<'_>| scores.assessment().place(entity).is_some();
    if !is_known(old) || !is_known(new) || new.as_of() < old.as_of() {
        return None;
    }
    let mut walk = Walk::new(old, new, entity);
    walk.age();
    walk.withdraw();
    walk.add();
    walk.apply_exclusions();
    walk.change_forest();
    let steps = walk.end();

    let ids = |scores: &Scores<'_>| scores.assessment().catalogue().objectives().iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let (before, after) = (ids(old), ids(new));
    let mut all: Vec<ObjectiveId> = before.iter().chain(&after).cloned().collect();
    all.sort_unstable();
    all.dedup();
    let mut parts = parts(&steps);
    let (mut objectives, mut apart) = (Vec::new(), Vec::new());
    for objective in all {
        let score = |scores: &Scores<'_>| scores.overall_objective(entity, &objective).map(|it| it.score);
        match (score(old), score(new)) {
            (Some(old), Some(new)) => {
                let parts = parts.remove(&objective).unwrap_or_default();
                objectives.push(ObjectiveBridge { objective, old, new, parts });
            }
            (Some(score), None) => apart.push(Apart::Gone { in_catalogue: after.contains(&objective), objective, score }),
            (None, Some(score)) => apart.push(Apart::Come { in_catalogue: before.contains(&objective), objective, score }),
            (None, None) => {}
        }
    }
    let is_bridged = |objective: &ObjectiveId| objectives.binary_search_by(|it: &ObjectiveBridge| it.objective.cmp(objective)).is_ok();
    let steps = steps.into_iter().map(|BridgeStep { cause, changes }| BridgeStep {
        cause,
        changes: changes.into_iter().filter(|(objective, _)| is_bridged(objective)).collect(),
    });
    let steps = steps.collect();
    Some(Bridge { objectives, apart, steps })
}

/// How much each part did to an objective, in the order of [`BridgePart::ALL`].
type Parts = [Readings<Change>; BridgePart::COUNT];

/// What each part did, by objective.
fn parts(steps: &[BridgeStep]) -> BTreeMap<ObjectiveId, Parts> {
    let mut parts: BTreeMap<ObjectiveId, Parts> = BTreeMap::new();
    for BridgeStep { cause, changes } in steps {
        for (objective, change) in changes {
            let of_objective = parts.entry(objective.clone()).or_default().iter_mut().zip(BridgePart::ALL);
            for (sum, _) in of_objective.filter(|(_, part)| **part == cause.part()) {
                *sum = plus(*sum, *change);
            }
        }
    }
    parts
}

fn plus(one: Readings<Change>, other: Readings<Change>) -> Readings<Change> {
    one.zip(other).map(|(one, other)| one + other)
}
