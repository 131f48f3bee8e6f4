//! The bridge document, `pejling/bridge/1`: why the scores of an entity moved between two assessments, step by step, summing exactly.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Assessment, Bridge, BridgePart, Change, EntityId, Evidence, EvidenceId, METHOD, Scores, bridge, named};
use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Checked;
use crate::diagnostic::{Fault, Faults};
use crate::dissent::DissentResult;
use crate::library::Library;
use crate::result::{SignedTriple, Stamp, Triple};
use crate::scalar::{As, Percent, WeightNumber, names};
use crate::vocabulary::BridgeFormat;

use self::conversion::Known;
pub(crate) use self::conversion::changes;

mod conversion;

/// Why the scores of an entity moved between two assessments. Codes and arguments, no prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BridgeDocument {
    /// Whether a catalogue that both assessments name differs between them. Then what it moved is the part `catalogue`.
    pub across_editions: bool,
    /// The objectives that have a score in one of the two only, by name: there is no difference to explain.
    pub apart: BTreeMap<String, ApartResult>,
    /// The views of others that concern what the later assessment declares here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// The views of others that concern what the earlier assessment declared here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent_old: Vec<DissentResult>,
    /// The entity.
    pub entity: String,
    /// What this document is.
    pub format: As<BridgeFormat>,
    /// The version of the scoring method: both are scored by it.
    pub method: String,
    /// The name of the entity for people; null where nobody gave one.
    pub name: Option<String>,
    /// The later assessment.
    pub new: BridgeEnd,
    /// How far each objective moved, by name.
    pub objectives: BTreeMap<String, ObjectiveBridgeResult>,
    /// The earlier assessment.
    pub old: BridgeEnd,
    /// What moved an objective, in the order in which it was applied.
    pub steps: Vec<StepResult>,
    /// How many other things changed and moved no objective, by part.
    pub unmoved: BTreeMap<String, usize>,
}

/// One of the two assessments that a bridge lies between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BridgeEnd {
    /// The date of assessment.
    pub as_of: As<Date>,
    /// The digest of the assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest.
    pub catalogues: BTreeMap<String, Stamp>,
}

/// An objective that has a score in one of the two assessments only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApartResult {
    /// Why it has none in the other one.
    pub reason: As<ApartReason>,
    /// The score that it has.
    pub score: Triple,
}

named! {
    /// Why an objective has a score in one of two assessments only.
    ApartReason {
        /// None of its requirements applies to the entity any more.
        AppliesNoMore = "applies_no_more",
        /// None of its requirements applied to the entity before.
        AppliedNotBefore = "applied_not_before",
        /// The later assessment names no catalogue that has it.
        NoMoreInCatalogue = "no_more_in_catalogue",
        /// The earlier assessment named no catalogue that has it.
        NotInCatalogueBefore = "not_in_catalogue_before",
    }
}

/// How far one objective moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObjectiveBridgeResult {
    /// The later score less the earlier one.
    pub change: SignedTriple,
    /// The later score.
    pub new: Triple,
    /// The earlier score.
    pub old: Triple,
    /// What each part did, by name: they sum to the change exactly, in each reading.
    pub parts: BTreeMap<String, SignedTriple>,
}

/// One thing that changed, and what that did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepResult {
    /// How far it moved objectives, by name; those that it did not move are left out.
    pub changes: BTreeMap<String, SignedTriple>,
    /// The day of the evidence; of an edited one, that which it has now. Null where there is no evidence, or several.
    pub date: Option<As<Date>>,
    /// Whether the exclusion ran out; null where the step is not about one that is gone.
    pub ended: Option<bool>,
    /// The entities that it is about.
    pub entities: Vec<String>,
    /// The evidence that changed.
    pub evidence: Vec<String>,
    /// The findings that the evidence closes.
    pub findings: Vec<String>,
    /// What happened.
    pub kind: As<StepKind>,
    /// The part of the bridge.
    pub part: As<BridgePart>,
    /// The requirement that it is about; null where it is about none, or several.
    pub requirement: Option<String>,
    /// The services whose share changed.
    pub services: Vec<ServiceResult>,
    /// The entities whose weight changed.
    pub weights: Vec<WeightResult>,
}

/// A service whose share changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServiceResult {
    /// The share after; null where there is no service any more.
    pub after: Option<Percent>,
    /// The share before; null where there was no service.
    pub before: Option<Percent>,
    /// Who is served.
    pub entity: String,
    /// For what.
    pub requirement: String,
    /// Who serves.
    pub service: String,
}

/// An entity whose weight changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeightResult {
    /// The weight after.
    pub after: WeightNumber,
    /// The weight before.
    pub before: WeightNumber,
    /// The entity.
    pub entity: String,
}

named! {
    /// What happened in a step of a bridge.
    StepKind {
        /// Evidence of one day on one requirement lost freshness.
        Aged = "aged",
        /// An evidence is no longer there.
        Withdrawn = "withdrawn",
        /// An evidence says something else than before.
        Edited = "edited",
        /// An evidence is new.
        New = "new",
        /// An evidence is new and closes findings.
        Closed = "closed",
        /// A requirement no longer applies.
        Excluded = "excluded",
        /// A requirement applies again.
        Included = "included",
        /// Entities count more or less.
        Weighed = "weighed",
        /// Entities rest on services to another share.
        Served = "served",
        /// Entities are new.
        Came = "came",
        /// Entities are parts of another one.
        Moved = "moved",
        /// Entities are no longer there.
        Left = "left",
        /// The catalogue is another one.
        Catalogue = "catalogue",
    }
}

names! {
    BridgePart, "A part of a bridge.";
    StepKind, "What happened in a step of a bridge.";
    ApartReason, "Why an objective has a score in one of two assessments only.";
}

/// Two assessments of one entity, and its bridge between them.
pub(crate) struct Bridged<'a> {
    pub(crate) old: (&'a Checked, &'a Scores<'a>),
    pub(crate) new: (&'a Checked, &'a Scores<'a>),
    pub(crate) across_editions: bool,
    pub(crate) bridge: Bridge,
}

impl<'a> Bridged<'a> {
    /// Builds the bridge, where the two can be compared.
    pub(crate) fn new(
        old: (&'a Checked, &'a Scores<'a>),
        new: (&'a Checked, &'a Scores<'a>),
        entity: &EntityId,
        across_editions: bool,
    ) -> Result<Self, Faults> {
        let language = new.0.language();
        let mut faults = Faults::default();
        let one = |fault: Fault| Faults::one(fault, language);
        let (from, to) = (old.1.as_of(), new.1.as_of());
        if to < from {
            faults.extend(one(Fault::new("bridge-backwards", &[("old", &from), ("new", &to)]).at("/as_of")));
        }
        match (old.0.known_entity(entity), new.0.known_entity(entity)) {
            (Ok(()), Ok(())) => {}
            (Err(_), Err(unknown)) => faults.extend(unknown),
            (Ok(()), Err(_)) => faults.extend(one(Fault::new("entity-no-more", &[("entity", entity), ("date", &to)]).at("/entity"))),
            (Err(_), Ok(())) => faults.extend(one(Fault::new("entity-not-before", &[("entity", entity), ("date", &from)]).at("/entity"))),
        }
        let other = differing(old.0.stamps(), new.0.stamps());
        if old.0.stamps().keys().all(|name| !new.0.stamps().contains_key(name)) {
            let names = |checked: &Checked| checked.stamps().keys().cloned().collect::<Vec<_>>().join(", ");
            let args: &[(_, &dyn std::fmt::Display)] = &[("old", &names(old.0)), ("new", &names(new.0))];
            faults.extend(one(Fault::new("nothing-in-common", args).at("/assessment/catalogues")));
        } else if !across_editions {
            for (name, before, after) in &other {
                let args: &[(_, &dyn std::fmt::Display)] = &[("catalogue", name), ("old", before), ("new", after)];
                let pointer = format!("/assessment/catalogues/{name}");
                faults.extend(one(Fault::new("across-editions", args).at(pointer)));
            }
        }
        match bridge(old.1, new.1, entity) {
            Some(bridge) if faults.is_empty() => Ok(Self { old, new, across_editions: !other.is_empty(), bridge }),
            Some(_) | None => Err(faults),
        }
    }

    pub(crate) fn ends(&self) -> (BridgeEnd, BridgeEnd) {
        let end = |(checked, scores): (&Checked, &Scores<'_>)| BridgeEnd {
            as_of: As(scores.as_of()),
            assessment: checked.digest(),
            catalogues: checked.stamps().clone(),
        };
        (end(self.old), end(self.new))
    }

    /// The name of an entity for people, which the later assessment says best.
    pub(crate) fn name_of(&self, entity: &EntityId) -> Option<String> {
        self.new.0.name_of(entity).or_else(|| self.old.0.name_of(entity)).map(str::to_owned)
    }

    fn document(self, entity: &EntityId) -> BridgeDocument {
        let (old, new) = self.ends();
        let name = self.name_of(entity);
        let known = Known { old: by_id(self.old.1.assessment()), new: by_id(self.new.1.assessment()) };
        let Bridge { objectives, apart, steps } = self.bridge;
        let mut unmoved = BTreeMap::new();
        for step in steps.iter().filter(|step| step.changes.is_empty()) {
            *unmoved.entry(step.cause.part().name().to_owned()).or_default() += 1;
        }
        let apart: BTreeMap<_, _> = apart.into_iter().map(ApartResult::of).collect();
        let objectives: BTreeMap<_, _> = objectives.into_iter().map(ObjectiveBridgeResult::of).collect();
        let dissent = |of: &Checked| of.dissent_among(entity, objectives.keys().chain(apart.keys()).map(String::as_str));
        BridgeDocument {
            across_editions: self.across_editions,
            dissent: dissent(self.new.0),
            dissent_old: dissent(self.old.0),
            apart,
            entity: entity.to_string(),
            format: As(BridgeFormat),
            method: METHOD.to_owned(),
            name,
            new,
            objectives,
            old,
            steps: steps.into_iter().filter(|step| !step.changes.is_empty()).map(|step| known.step(step)).collect(),
            unmoved,
        }
    }
}

impl Checked {
    /// Why the scores of an entity moved from an earlier assessment to this one.
    ///
    /// # Errors
    ///
    /// A fault where this one is of an earlier day, where the entity is not in both, where the two name no catalogue in common, and for each
    /// catalogue of both that differs, unless that was asked for: a bridge never crosses editions silently.
    pub fn bridge(
        &self,
        scores: &Scores<'_>,
        old: (&Self, &Scores<'_>),
        entity: &EntityId,
        across_editions: bool,
    ) -> Result<BridgeDocument, Faults> {
        Ok(Bridged::new(old, (self, scores), entity, across_editions)?.document(entity))
    }
}

/// The catalogues of both that are not the same, with what tells them apart: their editions, or else their digests.
fn differing(old: &BTreeMap<String, Stamp>, new: &BTreeMap<String, Stamp>) -> Vec<(String, String, String)> {
    let both = old.iter().filter_map(|(name, before)| Some((name, before, new.get(name)?)));
    let told = |stamp: &Stamp, editions_differ: bool| {
        if editions_differ { stamp.edition.clone() } else { format!("{} {:.19}", stamp.edition, stamp.digest) }
    };
    let differ = both.filter(|(_, before, after)| before != after);
    differ
        .map(|(name, before, after)| {
            let editions_differ = before.edition != after.edition;
            (name.clone(), told(before, editions_differ), told(after, editions_differ))
        })
        .collect()
}

pub(crate) type ById<'a> = BTreeMap<&'a EvidenceId, &'a Evidence>;

pub(crate) fn by_id(assessment: &Assessment) -> ById<'_> {
    assessment.evidence().iter().map(|one| (&one.id, one)).collect()
}

impl ObjectiveBridgeResult {
    /// How far it moved, and mostly why.
    fn moved(&self, id: &str, library: &Library<'_>) -> String {
        let language = library.language;
        let Self { change, new, old, parts } = self;
        let whole = change.substantiated.0;
        let (title, old, new) = (library.title_of_objective(id), language.number(old.substantiated), language.number(new.substantiated));
        let by = language.number(change.substantiated).trim_start_matches(['+', '-']).to_owned();
        let args = [("objective", title), ("old", &old), ("new", &new), ("by", &by)];
        let mut said = match whole.cmp(&Change::NONE) {
            Ordering::Less => language.text_with("bridge-fell", &args),
            Ordering::Equal => return language.text_with("bridge-still", &args),
            Ordering::Greater => language.text_with("bridge-rose", &args),
        };
        // the part that did most in the direction of the whole, then that which did most against it
        let moves = |down: bool| {
            let change = |part: &BridgePart| parts.get(part.name()).map(|it| it.substantiated.0).unwrap_or_default();
            let moving = BridgePart::ALL.iter().map(|part| (part, change(part)));
            let moving = moving.filter(|(_, change)| if down { *change < Change::NONE } else { *change > Change::NONE });
            moving.max_by_key(|(part, change)| (change.hundredths().abs(), Reverse(**part)))
        };
        let down = whole < Change::NONE;
        for (key, moved) in [("bridge-mostly", moves(down)), ("bridge-against", moves(!down))] {
            if let Some((part, change)) = moved {
                let why = language.text(&format!("because-{}", part.name()));
                said += &language.text_with(key, &[("why", &why), ("change", &language.number(change))]);
            }
        }
        said
    }
}

impl BridgeDocument {
    /// The bridged objectives that are over whole frameworks, in the order of the library; all that are bridged where none is.
    #[must_use]
    pub fn whole(&self, library: &Library<'_>) -> Vec<&str> {
        let of_framework = |framework: &str| {
            let all = self.objectives.keys().map(String::as_str);
            all.filter(|id| library.whole_framework(id) == Some(framework)).collect::<Vec<_>>()
        };
        let whole: Vec<&str> = library.names().flat_map(of_framework).collect();
        if whole.is_empty() { self.objectives.keys().map(String::as_str).collect() } else { whole }
    }

    /// In plain words: how far each framework moved, and mostly why. What crosses editions says so first.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        self.sentence_on(&self.whole(library), library)
    }

    /// The same of some objectives.
    #[must_use]
    pub fn sentence_on(&self, objectives: &[&str], library: &Library<'_>) -> String {
        let language = library.language;
        let mut said: Vec<String> = Vec::new();
        for (catalogue, old, new) in differing(&self.old.catalogues, &self.new.catalogues) {
            said.push(language.text_with("bridge-across", &[("catalogue", &catalogue), ("old", &old), ("new", &new)]));
        }
        let entity = self.name.as_deref().unwrap_or(&self.entity);
        let moved: Vec<String> = objectives.iter().filter_map(|id| Some(self.objectives.get(*id)?.moved(id, library))).collect();
        if moved.is_empty() {
            said.push(language.text_with("bridge-nothing", &[("entity", entity)]));
        } else {
            said.push(language.text_with("bridge-sentence", &[("entity", entity), ("moved", &moved.join("; "))]));
        }
        said.join(" ")
    }
}
