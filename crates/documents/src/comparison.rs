//! One organisation beside others: `pejling/comparison/1`.
//!
//! The document is what others read, so it holds no more of them than core lets be seen: no digest, name or figure of one that did not
//! consent to it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{
    Assurance, Band, Basis, Compared, Count, Example, Kind, Lesson, ObjectiveComparison, Order, Overall, Position, Readings, Span,
    Unranked, WeakSpot, named,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dissent::DissentResult;
use crate::library::Library;
use crate::result::{Stamp, Triple};
use crate::scalar::{As, names};
use crate::vocabulary::{ComparisonFormat, EntityKind};

pub use self::comparing::{ComparisonOptions, Side};

mod comparing;

/// One organisation beside others, from its own point of view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparisonDocument {
    /// The date of assessment of all.
    pub as_of: As<Date>,
    /// The digest of one's own assessment.
    pub assessment: String,
    /// The catalogues by name, with edition and digest: the same for all.
    pub catalogues: BTreeMap<String, Stamp>,
    /// The views of others that concern what one's own organisation declares here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// Whether every other organisation consents to its figures.
    pub everybody_consents: bool,
    /// What this document is.
    pub format: As<ComparisonFormat>,
    /// What the others can teach of each requirement that is below the norm at one's own.
    pub lessons: BTreeMap<String, LessonResult>,
    /// What kind of entity is compared.
    pub level: As<EntityKind>,
    /// The version of the scoring method: the same for all.
    pub method: String,
    /// The other organisations that consent to be named.
    pub named: BTreeMap<String, NamedOther>,
    /// Each objective.
    pub objectives: BTreeMap<String, ObjectiveComparisonResult>,
    /// The organisation from whose point of view it is.
    pub organisation: String,
    /// The name for people of that organisation; null where it has none.
    pub organisation_name: Option<String>,
    /// How many others there are.
    pub others: CountResult,
    /// One's own entities that are compared.
    pub own: BTreeMap<String, OwnEntity>,
    /// Whether there are too many entities to put each in order with each, so that none is.
    pub too_many_to_order: bool,
}

/// How many others a statement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountResult {
    /// Their entities.
    pub entities: usize,
    /// The organisations.
    pub organisations: usize,
}

/// Another organisation that consents to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamedOther {
    /// The digest of its assessment; null where it does not consent to its figures as well.
    pub assessment: Option<String>,
    /// The views that concern what it declares here; empty where it does not consent to its figures as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<DissentResult>,
    /// Its entities that are compared, with their names for people.
    pub entities: BTreeMap<String, Option<String>>,
    /// Its name for people; null where it has none.
    pub name: Option<String>,
}

/// One of one's own entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OwnEntity {
    /// Its name for people; null where it has none.
    pub name: Option<String>,
    /// The requirements below the norm, the worst first.
    pub weak_spots: Vec<WeakSpotResult>,
}

/// A requirement below the norm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeakSpotResult {
    /// The band of what is substantiated; null where nothing is assessed.
    pub band: Option<As<Band>>,
    /// The highest norm of the objectives that it is a member of.
    pub norm: As<Band>,
    /// The requirement.
    pub requirement: String,
    /// What it scores.
    pub score: Triple,
}

/// One objective at one's own entities and at the others'. Another entity is called by its organisation, with `/` and its own name where it is not
/// the organisation itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObjectiveComparisonResult {
    /// The figures that may stand beside a name; null where it does not apply.
    pub named: BTreeMap<String, Option<FigureResult>>,
    /// Who stands above whom: each two that may be seen in order.
    pub order: Vec<OrderResult>,
    /// How many others something is assessed of: only these are compared.
    pub others: CountResult,
    /// What one's own entities score; null where it does not apply.
    pub own: BTreeMap<String, Option<FigureResult>>,
    /// Where one's own stand beside what the others span; null where that would tell the figure of one of them, or nothing is assessed.
    pub position: Option<PositionTriple>,
    /// What the others span; null where that would tell too much of one of them.
    pub span: Option<SpanResult>,
    /// How many weightings besides the catalogue's somebody among the compared declares.
    pub weightings: usize,
}

/// What somebody scores in an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureResult {
    /// The band of what is substantiated; null where nothing is assessed.
    pub band: Option<As<Band>>,
    /// The score.
    pub score: Triple,
}

/// Where one stands in each reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PositionTriple {
    /// Everybody's word taken in full.
    pub declared: As<Position>,
    /// 100 less what is known to be wrong.
    pub possible: As<Position>,
    /// What would stand before an auditor.
    pub substantiated: As<Position>,
}

/// What others span, each reading by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpanResult {
    /// The highest.
    pub highest: Triple,
    /// The lowest.
    pub lowest: Triple,
    /// The one in the middle; of an even number the mean of the two in the middle, cut.
    pub median: Triple,
}

/// How two entities stand to each other in an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OrderResult {
    /// What the order rests on; null unless one stands above the other.
    pub basis: Option<As<Basis>>,
    /// The first of the two.
    pub first: String,
    /// How it stands to the second.
    pub order: As<Ranking>,
    /// The second.
    pub second: String,
    /// Why they cannot be ranked; null where they can.
    pub why: Option<As<Unranked>>,
}

named! {
    /// How the first of two stands to the second.
    Ranking {
        /// Above.
        Above = "above",
        /// Below.
        Below = "below",
        /// Equal on every member in each reading.
        Equal = "equal",
        /// They cannot be ranked.
        Unranked = "unranked",
    }
}

names! {
    Ranking, "How the first of two stands to the second.";
}

/// What the others can teach of a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LessonResult {
    /// Those that are well substantiated, band F, and consent to be named, with their fresh evidence.
    pub named: BTreeMap<String, Vec<EvidenceCount>>,
    /// How many organisations besides are well substantiated; null where that would tell of too few.
    pub others: Option<usize>,
}

/// How many evidences there are of one kind and assurance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceCount {
    /// The assurance that counts.
    pub assurance: As<Assurance>,
    /// How many.
    pub count: usize,
    /// The kind.
    pub kind: As<Kind>,
}

/// What an entity of another organisation is called here: names of entities are one organisation's own.
fn key(compared: Compared<'_>) -> String {
    let Compared { organisation, entity } = compared;
    if organisation == entity { organisation.to_string() } else { format!("{organisation}/{entity}") }
}

impl From<Count> for CountResult {
    fn from(count: Count) -> Self {
        let Count { entities, organisations } = count;
        Self { entities, organisations }
    }
}

impl From<Overall> for FigureResult {
    fn from(overall: Overall) -> Self {
        Self { band: overall.band().map(As), score: overall.score.into() }
    }
}

impl From<Readings<Position>> for PositionTriple {
    fn from(position: Readings<Position>) -> Self {
        let Readings { substantiated, declared, possible } = position.map(As);
        Self { declared, possible, substantiated }
    }
}

impl From<Readings<Span>> for SpanResult {
    fn from(spans: Readings<Span>) -> Self {
        let [lowest, median, highest] = [|it: Span| it.lowest, |it: Span| it.median, |it: Span| it.highest].map(|of| spans.map(of).into());
        Self { highest, lowest, median }
    }
}

impl From<WeakSpot<'_>> for WeakSpotResult {
    fn from(spot: WeakSpot<'_>) -> Self {
        let WeakSpot { requirement, overall, norm } = spot;
        Self { band: overall.band().map(As), norm: As(norm), requirement: requirement.to_string(), score: overall.score.into() }
    }
}

impl From<Lesson<'_>> for LessonResult {
    fn from(lesson: Lesson<'_>) -> Self {
        let Lesson { requirement: _, named, others } = lesson;
        let counts = |evidence: BTreeMap<(Kind, Assurance), usize>| {
            evidence
                .into_iter()
                .map(|((kind, assurance), count)| EvidenceCount { assurance: As(assurance), count, kind: As(kind) })
                .collect()
        };
        Self { named: named.into_iter().map(|Example { who, evidence }| (key(who), counts(evidence))).collect(), others }
    }
}

impl From<(Compared<'_>, Compared<'_>, Order)> for OrderResult {
    fn from((first, second, order): (Compared<'_>, Compared<'_>, Order)) -> Self {
        let (order, basis, why) = match order {
            Order::Above(basis) => (Ranking::Above, Some(basis), None),
            Order::Below(basis) => (Ranking::Below, Some(basis), None),
            Order::Equal => (Ranking::Equal, None, None),
            Order::Unranked(why) => (Ranking::Unranked, None, Some(why)),
        };
        Self { basis: basis.map(As), first: key(first), order: As(order), second: key(second), why: why.map(As) }
    }
}

impl From<ObjectiveComparison<'_>> for ObjectiveComparisonResult {
    fn from(objective: ObjectiveComparison<'_>) -> Self {
        let ObjectiveComparison { others, own, position, span, named, weightings, order } = objective;
        Self {
            named: named.into_iter().map(|(who, it)| (key(who), it.map(FigureResult::from))).collect(),
            order: order.into_iter().map(OrderResult::from).collect(),
            others: others.into(),
            own: own.into_iter().map(|(entity, it)| (entity.to_string(), it.map(FigureResult::from))).collect(),
            position: position.map(PositionTriple::from),
            span: span.map(SpanResult::from),
            weightings,
        }
    }
}

impl ComparisonDocument {
    /// The whole in one plain sentence.
    #[must_use]
    pub fn sentence(&self, library: &Library<'_>) -> String {
        let count = |of: Position| {
            let positions = self.objectives.values().filter_map(|it| it.position.as_ref());
            positions.filter(|it| it.substantiated.0 == of).count()
        };
        let [above, within, below] = [Position::Above, Position::Within, Position::Below].map(count);
        let taught = self.lessons.values().filter(|it| !it.named.is_empty()).count();
        let (entity, name) = match self.own.first_key_value() {
            Some((entity, own)) if self.own.len() == 1 => (entity, &own.name),
            Some(_) | None => (&self.organisation, &self.organisation_name),
        };
        let args = [
            ("own", name.as_ref().unwrap_or(entity).clone()),
            ("others", self.others_in_words(library)),
            ("date", self.as_of.0.to_string()),
            ("above", above.to_string()),
            ("within", within.to_string()),
            ("below", below.to_string()),
            ("objectives", (above + within + below).to_string()),
            ("weak", self.lessons.len().to_string()),
            ("taught", taught.to_string()),
        ];
        let key = if above + within + below > 0 { "comparison-sentence" } else { "comparison-sentence-without" };
        library.language.text_with(key, &args)
    }

    /// How many others, and of how many organisations where these are not the same.
    fn others_in_words(&self, library: &Library<'_>) -> String {
        let CountResult { entities, organisations } = self.others;
        let others = library.language.text_with(&format!("others-{}", self.level.0.name()), &[("count", &entities.to_string())]);
        if entities == organisations {
            return others;
        }
        library.language.text_with("others-of", &[("others", &others), ("organisations", &organisations.to_string())])
    }
}
