//! The follow-up document, `pejling/follow-up/1`: what became of the measures that were decided or started, and what they did.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pejling_core::{Assessment, Bridge, Cause, Change, EntityId, EvidenceId, METHOD, Readings, RequirementId, Scores, named};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::MeasureDocument;
use crate::bridge::{BridgeEnd, Bridged, ById, by_id, changes};
use crate::check::Checked;
use crate::diagnostic::Faults;
use crate::dissent::DissentResult;
use crate::library::Library;
use crate::measure::is_overdue;
use crate::result::{SignedTriple, Triple};
use crate::scalar::{As, Percent, names};
use crate::vocabulary::{FollowUpFormat, MeasureStatus};

/// What became of the measures of an earlier assessment at an entity. Codes and arguments, no prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FollowUpDocument {
    /// Whether a catalogue that both assessments name differs between them.
    pub across_editions: bool,
    /// The views of others that concern what is declared of a followed measure's requirement, in the later assessment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The entity: what measures did is told of its scores. Measures for it, for what is below it and for what it is a part of are
    /// followed; for the organisation all are.
    pub entity: String,
    /// The measures that were decided or started in the earlier assessment, by name.
    pub followed: Vec<FollowedMeasure>,
    /// What this document is.
    pub format: As<FollowUpFormat>,
    /// The version of the scoring method: both are scored by it.
    pub method: String,
    /// The name of the entity for people; null where nobody gave one.
    pub name: Option<String>,
    /// The later assessment.
    pub new: BridgeEnd,
    /// The earlier assessment.
    pub old: BridgeEnd,
    /// The measures that were not decided then, by name: new ones, and those that were only proposed and have been taken up since.
    pub since: Vec<MeasureSince>,
}

/// What became of a measure that was decided or started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FollowedMeasure {
    /// What the new, edited and closing evidence on its requirement at its entity or below did, by objective: the sum of those steps of the
    /// bridge. Objectives that it did not move are left out.
    pub changes: BTreeMap<String, SignedTriple>,
    /// When it is due, as the later assessment says, else the earlier one; null: nobody said.
    pub due: Option<As<Date>>,
    /// When it was due, as the earlier assessment said; null: nobody said.
    pub due_before: Option<As<Date>>,
    /// For whom it is.
    pub entity: String,
    /// The evidence that is new or says something else since, on its requirement at its entity or below.
    pub evidence: Vec<String>,
    /// What the requirement's own evidence should score afterwards.
    pub expected: Percent,
    /// Its name.
    pub id: String,
    /// What became of it.
    pub outcome: As<FollowUp>,
    /// Whether its day has passed and it is neither done nor dropped.
    pub overdue: bool,
    /// What the requirement's own evidence scores now, at its entity; null where it does not apply there.
    pub own_new: Option<Triple>,
    /// What the requirement's own evidence scored then, at its entity; null where it did not apply there.
    pub own_old: Option<Triple>,
    /// Who carries it out; null: nobody said.
    pub owner: Option<String>,
    /// What it improves.
    pub requirement: String,
    /// How far it has come; null where the later assessment does not mention it.
    pub status: Option<As<MeasureStatus>>,
    /// How far it had come.
    pub status_before: As<MeasureStatus>,
}

/// A measure that was not decided in the earlier assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureSince {
    /// When it is due; null: nobody said.
    pub due: Option<As<Date>>,
    /// For whom it is.
    pub entity: String,
    /// Its name.
    pub id: String,
    /// Whether its day has passed and it is neither done nor dropped.
    pub overdue: bool,
    /// Who carries it out; null: nobody said.
    pub owner: Option<String>,
    /// What it improves.
    pub requirement: String,
    /// How far it has come.
    pub status: As<MeasureStatus>,
    /// Whether the earlier assessment proposed it.
    pub was_proposed: bool,
}

named! {
    /// What became of a measure.
    FollowUp {
        /// It is done, and there is evidence since.
        Done = "done",
        /// It is said to be done, and there is no evidence since.
        DoneWithoutEvidence = "done_without_evidence",
        /// It is not done.
        Open = "open",
        /// It was dropped.
        Dropped = "dropped",
        /// The later assessment does not mention it.
        NotAccountedFor = "not_accounted_for",
    }
}

names! {
    FollowUp, "What became of a measure.";
}

impl Checked {
    /// What became of the measures that were decided or started in an earlier assessment, as this one tells it. A measure is the same where
    /// its name, requirement and entity are.
    ///
    /// # Errors
    ///
    /// As [`Checked::bridge`], which says what they did.
    pub fn follow_up(
        &self,
        scores: &Scores<'_>,
        old: (&Self, &Scores<'_>),
        entity: &EntityId,
        across_editions: bool,
    ) -> Result<FollowUpDocument, Faults> {
        let bridged = Bridged::new(old, (self, scores), entity, across_editions)?;
        let (end_old, end_new) = bridged.ends();
        let (before, after) = (Measures::of(old.0), Measures::of(self));
        let concerns = |key: &Key<'_>| {
            let line =
                |checked: &Self, below: &EntityId, above: &EntityId| checked.assessment().entity_and_above(below).any(|it| it == above);
            let in_line = |checked: &Self| line(checked, key.entity, entity) || line(checked, entity, key.entity);
            entity == self.assessment().organisation() || in_line(self) || in_line(old.0)
        };
        let since =
            Since { old: by_id(old.0.assessment()), new: by_id(self.assessment()), assessment: self.assessment(), bridge: &bridged.bridge };
        let is_decided = |it: &MeasureDocument| match it.status.0 {
            MeasureStatus::Decided | MeasureStatus::Started => true,
            MeasureStatus::Proposed | MeasureStatus::Done | MeasureStatus::Dropped => false,
        };
        let followed = before.0.iter().filter(|(key, it)| is_decided(it) && concerns(key));
        let followed = followed.map(|(key, it)| follow(key, it, after.0.get(key).copied(), &since, (old.1, scores)));
        let was = |key: &Key<'_>| before.0.get(key).map(|it| it.status.0);
        let others = after.0.iter().filter(|(key, it)| match was(key) {
            None => concerns(key),
            Some(MeasureStatus::Proposed) => concerns(key) && it.status.0 != MeasureStatus::Proposed,
            Some(MeasureStatus::Decided | MeasureStatus::Started | MeasureStatus::Done | MeasureStatus::Dropped) => false,
        });
        let others = others.map(|(key, it)| MeasureSince {
            due: it.due.clone(),
            entity: key.entity.to_string(),
            id: key.id.to_string(),
            overdue: it.is_overdue(scores.as_of()),
            owner: it.owner.clone(),
            requirement: key.requirement.to_string(),
            status: it.status.clone(),
            was_proposed: was(key).is_some(),
        });
        let followed: Vec<FollowedMeasure> = followed.collect();
        let dissent = followed.iter().filter_map(|it| Some(self.dissent_among(&it.entity.parse().ok()?, [it.requirement.as_str()])));
        let dissent: BTreeSet<DissentResult> = dissent.flatten().collect();
        Ok(FollowUpDocument {
            across_editions: bridged.across_editions,
            dissent: dissent.into_iter().collect(),
            entity: entity.to_string(),
            followed,
            format: As(FollowUpFormat),
            method: METHOD.to_owned(),
            name: bridged.name_of(entity),
            new: end_new,
            old: end_old,
            since: others.collect(),
        })
    }
}

/// What makes a measure the same: its name, and what it improves for whom.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    id: &'a EvidenceId,
    requirement: &'a RequirementId,
    entity: &'a EntityId,
}

struct Measures<'a>(BTreeMap<Key<'a>, &'a MeasureDocument>);

impl<'a> Measures<'a> {
    fn of(checked: &'a Checked) -> Self {
        let organisation = checked.assessment().organisation();
        let key = |it: &'a MeasureDocument| Key {
            id: &it.id.0,
            requirement: &it.requirement.0,
            entity: it.entity.as_ref().map_or(organisation, |entity| &entity.0),
        };
        Self(checked.content().measures.iter().map(|it| (key(it), it)).collect())
    }
}

/// What has changed since the earlier assessment.
struct Since<'a> {
    old: ById<'a>,
    new: ById<'a>,
    assessment: &'a Assessment,
    bridge: &'a Bridge,
}

impl Since<'_> {
    /// Whether an evidence of the later assessment is on the requirement of a measure, at its entity or below.
    fn is_of(&self, evidence: &EvidenceId, key: &Key<'_>) -> bool {
        self.new.get(evidence).is_some_and(|one| {
            one.requirement == *key.requirement && self.assessment.entity_and_above(&one.entity).any(|above| above == key.entity)
        })
    }

    /// The evidence on a measure that is new or says something else, and what it did.
    fn evidence(&self, key: &Key<'_>) -> (Vec<String>, BTreeMap<String, SignedTriple>) {
        let of_measure = |cause: &Cause| match cause {
            Cause::New(one) | Cause::Edited(one) | Cause::Closed { evidence: one, .. } => self.is_of(one, key),
            Cause::Came { .. }
            | Cause::Aged { .. }
            | Cause::Withdrawn(_)
            | Cause::Excluded { .. }
            | Cause::Included { .. }
            | Cause::Weighed(_)
            | Cause::Served(_)
            | Cause::Moved(_)
            | Cause::Left { .. }
            | Cause::Catalogue { .. } => false,
        };
        let steps = || self.bridge.steps.iter().filter(|step| of_measure(&step.cause));
        let came = self.bridge.steps.iter().filter(|step| matches!(step.cause, Cause::Came { .. } | Cause::Catalogue { .. }));
        let came = came.flat_map(|step| step.cause.evidence()).filter(|one| !self.old.contains_key(one) && self.is_of(one, key));
        let evidence: BTreeSet<String> = steps().flat_map(|step| step.cause.evidence()).chain(came).map(ToString::to_string).collect();
        let mut moved = Bridge::sum(steps());
        moved.retain(|(_, change)| *change != Readings::<Change>::default());
        (evidence.into_iter().collect(), changes(moved))
    }
}

fn follow(
    key: &Key<'_>,
    before: &MeasureDocument,
    after: Option<&MeasureDocument>,
    since: &Since<'_>,
    (old, new): (&Scores<'_>, &Scores<'_>),
) -> FollowedMeasure {
    let (evidence, changes) = since.evidence(key);
    let status = after.map(|it| it.status.0);
    let outcome = match status {
        Some(MeasureStatus::Done) if evidence.is_empty() => FollowUp::DoneWithoutEvidence,
        Some(MeasureStatus::Done) => FollowUp::Done,
        Some(MeasureStatus::Proposed | MeasureStatus::Decided | MeasureStatus::Started) => FollowUp::Open,
        Some(MeasureStatus::Dropped) => FollowUp::Dropped,
        None => FollowUp::NotAccountedFor,
    };
    let due = after.and_then(|it| it.due.clone()).or_else(|| before.due.clone());
    let own = |scores: &Scores<'_>| scores.overall(key.entity, key.requirement).map(|it| it.levels.own.into());
    FollowedMeasure {
        changes,
        overdue: is_overdue(due.as_ref(), status, new.as_of()),
        due,
        due_before: before.due.clone(),
        entity: key.entity.to_string(),
        evidence,
        expected: after.map_or(before.score_after, |it| it.score_after),
        id: key.id.to_string(),
        outcome: As(outcome),
        own_new: own(new),
        own_old: own(old),
        owner: after.and_then(|it| it.owner.clone()).or_else(|| before.owner.clone()),
        requirement: key.requirement.to_string(),
        status: status.map(As),
        status_before: before.status.clone(),
    }
}

impl FollowUpDocument {
    /// In plain words: how many were done, how many are overdue, and how many nobody accounts for.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let language = library.language;
        let entity = self.name.as_deref().unwrap_or(&self.entity);
        let date = self.old.as_of.0.to_string();
        if self.followed.is_empty() {
            return language.text_with("follow-up-none", &[("entity", entity), ("date", &date)]);
        }
        let count = |is: &dyn Fn(&FollowedMeasure) -> bool| self.followed.iter().filter(|it| is(it)).count().to_string();
        let of = |outcome: FollowUp| count(&|it| it.outcome.0 == outcome);
        let counts = [
            ("count", count(&|_| true)),
            ("done", of(FollowUp::Done)),
            ("undocumented", of(FollowUp::DoneWithoutEvidence)),
            ("open", of(FollowUp::Open)),
            ("dropped", of(FollowUp::Dropped)),
            ("unaccounted", of(FollowUp::NotAccountedFor)),
            ("overdue", count(&|it| it.overdue)),
        ];
        let args = counts.iter().map(|(name, count)| (*name, count.as_str())).chain([("entity", entity), ("date", date.as_str())]);
        language.text_with("follow-up-sentence", &args.collect::<Vec<_>>())
    }
}
