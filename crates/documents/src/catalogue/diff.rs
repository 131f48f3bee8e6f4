//! The comparison of two editions of a catalogue, `pejling/catalogue-diff/1`: what changed, and which scores that can touch.
//!
//! The effect of a change is what it can do to a score of method 1 while evidence, exclusions and entities stay. It is a bound, never a
//! forecast: a score that is said to be touched may well stay, one that is not said to be cannot move.

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::{METHOD, ObjectiveId, RequirementId, named};
use schemars::JsonSchema;
use serde::Serialize;

use self::change::{Change, changes};
use self::reach::{Graph, Reach};
use super::CatalogueDocument;
use crate::diagnostic::{Fault, Faults};
use crate::digest::catalogue_digest;
use crate::library::Library;
use crate::result::Stamp;
use crate::scalar::{As, names};
use crate::vocabulary::CatalogueDiffFormat;

mod change;
mod reach;
mod wording;

/// What changed between two editions of a catalogue, and which scores that can touch. Codes and arguments, no prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CatalogueDiffDocument {
    /// The edition after the change.
    pub after: Stamp,
    /// The edition before the change.
    pub before: Stamp,
    /// The catalogues at hand that were looked at besides: those that it builds on, and those that build on it.
    pub beside: BTreeMap<String, Stamp>,
    /// The framework.
    pub catalogue: String,
    /// What changed, by kind and then by name.
    pub changes: Vec<ChangeResult>,
    /// What this document is.
    pub format: As<CatalogueDiffFormat>,
    /// The version of the scoring method that the effects are of.
    pub method: String,
    /// By requirement at which a change enters: what rests on it.
    pub reach: BTreeMap<String, ReachResult>,
    /// Every score of both editions that all changes together can touch.
    pub touched: TouchedResult,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeResult {
    /// What it speaks of, by name. A value that is absent on one side is left out.
    pub args: BTreeMap<String, String>,
    /// The requirement at which it enters: it touches this one and all that `reach` says of it. Null where it enters at none.
    pub at: Option<String>,
    /// What kind of change it is.
    pub code: As<ChangeKind>,
    /// What it can do to the scores that it touches.
    pub effect: As<Effect>,
    /// The objectives that it touches directly.
    pub objectives: Vec<String>,
}

/// What moves when a requirement does: itself and all that rests on it, before or after the change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReachResult {
    /// How many more there are than are listed here; `touched` lists all.
    pub more: usize,
    /// The objectives that these requirements are members of.
    pub objectives: Vec<String>,
    /// The requirement itself, where both editions have it, and those that rest on it, directly or not.
    pub requirements: Vec<String>,
}

/// What all changes together can do, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TouchedResult {
    /// The objectives.
    pub objectives: BTreeMap<String, As<Effect>>,
    /// The requirements.
    pub requirements: BTreeMap<String, As<Effect>>,
}

named! {
    /// What a change can do to a score.
    Effect {
        /// It touches no score.
        None = "none",
        /// It can only lower.
        Lowers = "lowers",
        /// It can only raise.
        Raises = "raises",
        /// It can do either.
        Either = "either",
    }
}

impl Effect {
    const fn of(lowers: bool, raises: bool) -> Self {
        match (lowers, raises) {
            (false, false) => Self::None,
            (true, false) => Self::Lowers,
            (false, true) => Self::Raises,
            (true, true) => Self::Either,
        }
    }

    const fn can_lower(self) -> bool {
        matches!(self, Self::Lowers | Self::Either)
    }

    const fn can_raise(self) -> bool {
        matches!(self, Self::Raises | Self::Either)
    }
}

named! {
    /// What kind of change it is between two editions of a catalogue.
    ChangeKind {
        /// The name of the edition.
        Edition = "edition-changed",
        /// A framework that it builds on now.
        BaseAdded = "base-added",
        /// A framework that it does not build on any more.
        BaseRemoved = "base-removed",
        /// A source, or how it is cited.
        Source = "source-changed",
        /// The norm of objectives that name none.
        DefaultNorm = "default-norm-changed",
        /// A new requirement.
        RequirementAdded = "requirement-added",
        /// A requirement that is gone.
        RequirementRemoved = "requirement-removed",
        /// The maturity level that counts as 100 %.
        Target = "target-changed",
        /// Whether it is exactly what it requires.
        Composite = "composite-changed",
        /// Whether it may be declared not applicable.
        Excludable = "excludable-changed",
        /// The chapter, theme or principle.
        Part = "part-changed",
        /// The follow-up area.
        Area = "area-changed",
        /// The working group.
        Group = "group-changed",
        /// An attribute that objectives can select by.
        Attribute = "attribute-changed",
        /// The source and clause that it is taken from.
        Citation = "citation-changed",
        /// A requirement rests on another now.
        EdgeAdded = "edge-added",
        /// A requirement does not rest on another any more.
        EdgeRemoved = "edge-removed",
        /// A requirement rests on another in another way.
        EdgeTurned = "edge-turned",
        /// A requirement of another catalogue at hand rests on one that is gone: the two cannot be used together.
        EdgeLost = "edge-lost",
        /// A new objective.
        ObjectiveAdded = "objective-added",
        /// An objective that is gone.
        ObjectiveRemoved = "objective-removed",
        /// A requirement that counts in an objective now.
        MemberAdded = "member-added",
        /// A requirement that does not count in an objective any more.
        MemberRemoved = "member-removed",
        /// How much a member counts.
        Weight = "weight-changed",
        /// A member that guards an objective now.
        CriticalAdded = "critical-added",
        /// A member that does not guard an objective any more.
        CriticalRemoved = "critical-removed",
        /// The band that members should reach.
        Norm = "norm-changed",
        /// What kind of aggregate an objective is.
        Family = "family-changed",
        /// How an objective names its members, with the same outcome.
        Selection = "selection-changed",
        /// Texts in a language that there were none in.
        TextsAdded = "texts-added",
        /// No texts in a language any more.
        TextsRemoved = "texts-removed",
        /// A title.
        Title = "title-changed",
        /// Any other text.
        Text = "text-changed",
    }
}

impl ChangeKind {
    /// Whether it is about words alone, which no digest covers.
    #[must_use]
    pub const fn is_of_texts(self) -> bool {
        matches!(self, Self::TextsAdded | Self::TextsRemoved | Self::Title | Self::Text)
    }
}

names! {
    Effect, "What a change can do to the scores that it touches.";
    ChangeKind, "What kind of change it is.";
}

/// The most names that are listed of what one requirement reaches; the rest is counted.
const REACH_LIMIT: usize = 250;

impl Library<'_> {
    /// What changed between two editions of a catalogue, and which scores that can touch: in the catalogue itself, and in those at hand
    /// that build on it.
    ///
    /// # Errors
    ///
    /// A fault where they are of different frameworks, and every fault of the two.
    pub fn diff(&self, before: &CatalogueDocument, after: &CatalogueDocument) -> Result<CatalogueDiffDocument, Faults> {
        if before.id != after.id {
            let fault = Fault::new("different-catalogues", &[("before", &before.id.0), ("after", &after.id.0)]);
            return Err(Faults::one(fault, self.language));
        }
        let graphs = [Graph::of(self, before)?, Graph::of(self, after)?];
        let texts = |document| crate::text::Language::ALL.map(|language| self.texts_of(document, language));
        let mut changes = changes([before, after], &graphs, [texts(before), texts(after)]);
        changes.sort_by(|a, b| (a.kind, &a.args).cmp(&(b.kind, &b.args)));
        let reach = Reach::new(&graphs);
        let entered: BTreeSet<&RequirementId> = changes.iter().filter_map(|change| change.at.as_ref()).collect();
        let stamp = |document: &CatalogueDocument| Stamp { digest: catalogue_digest(document), edition: document.edition.0.to_string() };
        let [beside, more] = graphs.each_ref().map(|graph| graph.beside.iter().map(|it| (it.id.0.to_string(), stamp(it))));
        Ok(CatalogueDiffDocument {
            after: stamp(after),
            before: stamp(before),
            beside: beside.chain(more).collect(),
            catalogue: after.id.0.to_string(),
            format: As(CatalogueDiffFormat),
            method: METHOD.to_owned(),
            reach: entered.into_iter().map(|id| (id.to_string(), listed(&reach, id))).collect(),
            touched: touched(&reach, &changes),
            changes: changes.into_iter().map(ChangeResult::from).collect(),
        })
    }
}

impl From<Change> for ChangeResult {
    fn from(change: Change) -> Self {
        let Change { kind, args, effect, at, objectives } = change;
        Self {
            args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            at: at.map(|id| id.to_string()),
            code: As(kind),
            effect: As(effect),
            objectives: objectives.iter().map(ToString::to_string).collect(),
        }
    }
}

/// What rests on one requirement, as far as it is listed.
fn listed(reach: &Reach<'_>, id: &RequirementId) -> ReachResult {
    let requirements = reach.requirements([id]);
    let objectives = reach.objectives(&requirements);
    let more = requirements.len().saturating_sub(REACH_LIMIT) + objectives.len().saturating_sub(REACH_LIMIT);
    ReachResult {
        more,
        objectives: objectives.into_iter().take(REACH_LIMIT).map(ToString::to_string).collect(),
        requirements: requirements.into_iter().take(REACH_LIMIT).map(ToString::to_string).collect(),
    }
}

/// Every score that can be lowered or raised by some change.
fn touched(reach: &Reach<'_>, changes: &[Change]) -> TouchedResult {
    let of = |can: fn(Effect) -> bool| {
        let those = || changes.iter().filter(|change| can(change.effect));
        let requirements = reach.requirements(those().filter_map(|change| change.at.as_ref()));
        let mut objectives = reach.objectives(&requirements);
        objectives.extend(those().flat_map(|change| &change.objectives));
        (requirements, objectives)
    };
    let (lowered, raised) = (of(Effect::can_lower), of(Effect::can_raise));
    TouchedResult {
        objectives: effects::<ObjectiveId>(&lowered.1, &raised.1),
        requirements: effects::<RequirementId>(&lowered.0, &raised.0),
    }
}

/// What can be done to each, by name.
fn effects<'a, T: Ord + std::fmt::Display>(lowered: &BTreeSet<&'a T>, raised: &BTreeSet<&'a T>) -> BTreeMap<String, As<Effect>> {
    let all = lowered.union(raised);
    all.map(|id| (id.to_string(), As(Effect::of(lowered.contains(id), raised.contains(id))))).collect()
}
