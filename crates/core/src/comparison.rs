//! One organisation beside others, as far as these let it be seen.
//!
//! Whoever compares holds the assessments of all and sees everything. What is made here is what others read: it tells of an organisation
//! that did not consent no more than these rules allow.
//!
//! - Figures of the others are the lowest, the median and the highest, and never say whose they are. They are shown where every other
//!   organisation consents, or where at least [`CROWD`] of them stand behind a figure.
//! - Else only whether one stands above, within or below what the others span; and with a single other not even that, since *within* would
//!   be its very figure.
//! - A figure has a name only where that one consents to both. It stands there only where at least [`CROWD`] others stay without name, or
//!   everybody consents: else what is left over after the named ones could be one of those who did not consent.

use std::collections::BTreeSet;

use crate::band::Weight;
use crate::catalogue::Objective;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::named;
use crate::score::{Reading, Readings, Score};
use crate::scores::{Overall, Scores};

pub use self::lesson::{Example, Lesson, WeakSpot};
use self::lesson::{lessons, weak_spots};
pub use self::order::{Basis, Order, Unranked};
use self::order::{Profile, Weights};

mod lesson;
mod order;

/// How many organisations a figure without name needs behind it.
pub const CROWD: usize = 5;

/// The most entities that are put in order with each other: of these it is each with each.
pub const ORDER_LIMIT: usize = 24;

/// What an organisation lets others see when it is compared. By default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// That its figures are seen.
    pub figures: bool,
    /// That it is named: beside its figures where these may be seen, and as an example where it is well substantiated.
    pub name: bool,
}

impl Sharing {
    /// Whether its figures may stand beside its name.
    #[must_use]
    pub const fn both(self) -> bool {
        self.figures && self.name
    }
}

/// What weights an organisation would give the members of an objective. It moves no score: it tells how far an order depends on weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighting {
    /// The objective.
    pub objective: ObjectiveId,
    /// The weights; members that are left out keep the catalogue's.
    pub weights: Vec<(RequirementId, Weight)>,
}

/// One organisation with what it brings to a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// Its scores.
    pub scores: &'a Scores<'a>,
    /// The entities of it that are compared.
    pub entities: &'a [EntityId],
    /// What it lets others see.
    pub sharing: Sharing,
    /// The weightings that it declares.
    pub weightings: &'a [Weighting],
}

/// An entity of an organisation: names of entities are one organisation's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Compared<'a> {
    /// The organisation.
    pub organisation: &'a EntityId,
    /// The entity.
    pub entity: &'a EntityId,
}

/// One organisation beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// How many others there are.
    pub others: Count,
    /// Whether every other organisation consents to its figures.
    pub everybody_consents: bool,
    /// Whether there are too many entities to put each in order with each, so that none is: more than [`ORDER_LIMIT`].
    pub too_many_to_order: bool,
    /// Each objective, by name.
    pub objectives: Vec<(&'a ObjectiveId, ObjectiveComparison<'a>)>,
    /// What is below the norm at each entity of one's own, by name of the entity; the worst first.
    pub weak_spots: Vec<(&'a EntityId, Vec<WeakSpot<'a>>)>,
    /// What the others can teach of each requirement in `weak_spots`, by name.
    pub lessons: Vec<Lesson<'a>>,
}

/// How many others a statement rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Their entities.
    pub entities: usize,
    /// The organisations: these are who a figure could betray.
    pub organisations: usize,
}

/// One objective at one's own entities and at the others'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveComparison<'a> {
    /// How many others something is assessed of: only these are compared, since what is absent is not zero.
    pub others: Count,
    /// What one's own entities score, by name; `None` where it does not apply.
    pub own: Vec<(&'a EntityId, Option<Overall>)>,
    /// Where one's own entities that are assessed stand beside what the others span, in each reading by itself.
    pub position: Option<Readings<Position>>,
    /// What the others span, in each reading by itself, where it may be shown.
    pub span: Option<Readings<Span>>,
    /// The figures that may stand beside a name, by name; `None` where it does not apply.
    pub named: Vec<(Compared<'a>, Option<Overall>)>,
    /// How many weightings besides the catalogue's somebody among the compared declares. Two that are the same count once.
    pub weightings: usize,
    /// Who stands above whom: each two that may be seen in order, by name.
    pub order: Vec<(Compared<'a>, Compared<'a>, Order)>,
}

named! {
    /// Where one stands beside what others span.
    Position {
        /// Above the highest of the others.
        Above = "above",
        /// At or between their ends; several of one's own: not all above and not all below.
        Within = "within",
        /// Below the lowest of the others.
        Below = "below",
    }
}

/// What several scores span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The lowest.
    pub lowest: Score,
    /// The one in the middle; of an even number the mean of the two in the middle, cut.
    pub median: Score,
    /// The highest.
    pub highest: Score,
}

impl Span {
    /// What these scores span; `None` of none.
    ///
    /// ```
    /// use pejling_core::{Score, Span};
    ///
    /// let scores: Vec<Score> = ["30", "80", "51.70", "53.43"].iter().map(|it| it.parse().unwrap()).collect();
    /// let span = Span::of(scores).unwrap();
    /// assert_eq!(span.median.to_string(), "52.56"); // (51.70 + 53.43) / 2 = 52.565
    /// ```
    #[must_use]
    pub fn of(mut scores: Vec<Score>) -> Option<Self> {
        scores.sort_unstable();
        let (lowest, highest) = (*scores.first()?, *scores.last()?);
        let (low, high) = (scores.get((scores.len() - 1) / 2)?, scores.get(scores.len() / 2)?);
        Some(Self { lowest, median: Score::from_wide(u64::midpoint(low.wide(), high.wide())), highest })
    }

    /// Where another span lies beside this one.
    fn position_of(self, other: Self) -> Position {
        if other.lowest > self.highest {
            Position::Above
        } else if other.highest < self.lowest {
            Position::Below
        } else {
            Position::Within
        }
    }
}

/// Puts one organisation beside others. `None` where they cannot be compared: nobody to compare with, an organisation twice, another
/// day, or another catalogue.
///
/// ```
/// use std::sync::Arc;
/// use pejling_core::*;
///
/// let requirement = Requirement {
///     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
/// };
/// let objective = Objective {
///     id: "demo:all".parse().unwrap(), members: vec![("demo:A.1".parse().unwrap(), Weight::ONE)], critical: vec![], norm: Band::Largely,
/// };
/// let framework = Framework {
///     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement], objectives: vec![objective],
/// };
/// let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
/// let region = |name: &str, result: &str| {
///     let audit = Evidence {
///         id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: name.parse().unwrap(),
///         kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
///         by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
///         finding: Finding::Result { share: Score::FULL, result: result.parse().unwrap() },
///     };
///     let entity = Entity { id: name.parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
///     let submission = Submission { organisation: name.parse().unwrap(), entities: vec![entity], evidence: vec![audit], exclusions: vec![] };
///     Scores::of(Assessment::new(catalogue.clone(), submission).unwrap(), jiff::civil::date(2026, 6, 30))
/// };
/// let scores = [region("bakkeland", "40"), region("fjordland", "30"), region("skovland", "90")];
/// let names: Vec<[EntityId; 1]> = scores.iter().map(|it| [it.assessment().organisation().clone()]).collect();
/// let party = |at: usize| Party { scores: &scores[at], entities: &names[at], sharing: Sharing::default(), weightings: &[] };
///
/// // Two others, and nobody consents: only where one stands is said, and no figure of theirs.
/// let comparison = compare(&party(0), &[party(1), party(2)]).unwrap();
/// let (_, all) = &comparison.objectives[0];
/// assert_eq!(all.position.unwrap().substantiated, Position::Within); // 30 <= 40 <= 90
/// assert_eq!((all.span, all.others.organisations), (None, 2));
/// ```
#[must_use]
pub fn compare<'a>(own: &Party<'a>, others: &[Party<'a>]) -> Option<Comparison<'a>> {
    if others.is_empty() || !others.iter().all(|other| is_comparable(own, other)) {
        return None;
    }
    let mut others = others.to_vec();
    others.sort_by_key(Party::organisation); // the order in which they come says nothing
    let names: BTreeSet<_> = others.iter().chain([own]).map(Party::organisation).collect();
    if names.len() != others.len() + 1 {
        return None;
    }
    let comparing = Comparing::new(*own, others);
    let objectives = own.scores.assessment().catalogue().objectives().iter();
    let objectives = objectives.map(|objective| (&objective.id, comparing.objective(objective))).collect();
    let weak_spots: Vec<_> = own.entities_by_name().into_iter().map(|entity| (entity, weak_spots(own.scores, entity))).collect();
    let asked: BTreeSet<&RequirementId> = weak_spots.iter().flat_map(|(_, spots)| spots).map(|spot| spot.requirement).collect();
    let lessons = lessons(&comparing.others, &asked);
    let Comparing { own: _, others, everybody_consents, too_many_to_order } = comparing;
    let count = Count { entities: others.iter().map(|it| it.entities.len()).sum(), organisations: others.len() };
    Some(Comparison { others: count, everybody_consents, too_many_to_order, objectives, weak_spots, lessons })
}

/// Whether the scores of two organisations answer the same questions on the same day.
fn is_comparable(own: &Party<'_>, other: &Party<'_>) -> bool {
    let (one, two) = (own.scores.assessment().catalogue(), other.scores.assessment().catalogue());
    own.scores.as_of() == other.scores.as_of()
        && one.frameworks() == two.frameworks()
        && one.requirements() == two.requirements()
        && one.objectives() == two.objectives()
}

impl<'a> Party<'a> {
    /// Whose scores they are.
    fn organisation(&self) -> &'a EntityId {
        self.scores.assessment().organisation()
    }

    /// Its entities that are compared, each once.
    fn entities_by_name(&self) -> BTreeSet<&'a EntityId> {
        self.entities.iter().collect()
    }

    fn compared(&self) -> impl Iterator<Item = Compared<'a>> + use<'a> {
        let organisation = self.organisation();
        self.entities_by_name().into_iter().map(move |entity| Compared { organisation, entity })
    }
}

/// What is the same for all objectives.
struct Comparing<'a> {
    own: Party<'a>,
    others: Vec<Party<'a>>, // INVARIANT: ascending by organisation, each once
    everybody_consents: bool,
    too_many_to_order: bool,
}

impl<'a> Comparing<'a> {
    fn new(own: Party<'a>, others: Vec<Party<'a>>) -> Self {
        let everybody_consents = others.iter().all(|other| other.sharing.figures);
        let seen = others.iter().filter(|other| other.sharing.both()).chain([&own]);
        let too_many_to_order = seen.map(|party| party.entities.len()).sum::<usize>() > ORDER_LIMIT;
        Self { own, others, everybody_consents, too_many_to_order }
    }

    fn objective(&self, objective: &'a Objective) -> ObjectiveComparison<'a> {
        let overall = |party: &Party<'a>, entity: &EntityId| party.scores.overall_objective(entity, &objective.id);
        let own: Vec<_> = self.own.entities_by_name().into_iter().map(|entity| (entity, overall(&self.own, entity))).collect();
        let mut figures = Vec::new(); // of the others, and of none that is not assessed
        let (mut organisations, mut without_name) = (0, 0);
        for other in &self.others {
            let before = figures.len();
            figures.extend(other.entities_by_name().into_iter().filter_map(|entity| assessed(overall(other, entity))));
            let is_there = figures.len() > before;
            organisations += usize::from(is_there);
            without_name += usize::from(is_there && !other.sharing.both());
        }
        let may_show_figures = self.everybody_consents || organisations >= CROWD;
        let may_say_position = may_show_figures || organisations >= 2;
        let may_show_names = self.everybody_consents || without_name >= CROWD;
        let span = spans(&figures);
        let ours = spans(&own.iter().filter_map(|(_, it)| assessed(*it)).collect::<Vec<_>>());
        let position = span.zip(ours).filter(|_| may_say_position);
        let named = self.others.iter().filter(|other| may_show_names && other.sharing.both());
        let named = named.flat_map(|other| other.compared().map(|it| (it, overall(other, it.entity))));
        let weights = Weights::new(objective, self.others.iter().chain([&self.own]).flat_map(|party| party.weightings));
        ObjectiveComparison {
            others: Count { entities: figures.len(), organisations },
            position: position.map(|(theirs, ours)| theirs.zip(ours).map(|(theirs, ours)| theirs.position_of(ours))),
            span: span.filter(|_| may_show_figures),
            named: named.collect(),
            weightings: weights.declared(),
            order: self.order(objective, &weights, may_show_names),
            own,
        }
    }

    /// Each two that may be seen in order: those that consent to figures and name, and one's own beside them where their figures may be seen.
    fn order(&self, objective: &'a Objective, weights: &Weights, with_own: bool) -> Vec<(Compared<'a>, Compared<'a>, Order)> {
        if self.too_many_to_order {
            return Vec::new();
        }
        let seen = self.others.iter().filter(|other| other.sharing.both()).chain([&self.own]);
        let profile = |party: &Party<'a>, it: Compared<'a>| Some((it, Profile::new(party.scores, it.entity, objective)?));
        let mut profiles: Vec<_> = seen.flat_map(|party| party.compared().filter_map(|it| profile(party, it))).collect();
        profiles.sort_by_key(|(compared, _)| *compared);
        let is_own = |it: &Compared<'_>| it.organisation == self.own.organisation();
        let mut order = Vec::new();
        for (at, (first, one)) in profiles.iter().enumerate() {
            let others = profiles.iter().skip(at + 1).filter(|(second, _)| with_own || is_own(first) == is_own(second));
            order.extend(others.map(|(second, two)| (*first, *second, one.order(two, weights))));
        }
        order
    }
}

/// The score of what is assessed: what is not has none that counts.
fn assessed(overall: Option<Overall>) -> Option<Readings<Score>> {
    overall.filter(|it| it.band().is_some()).map(|it| it.score)
}

/// What scores span in each reading by itself.
fn spans(scores: &[Readings<Score>]) -> Option<Readings<Span>> {
    let of = |reading: Reading| Span::of(scores.iter().map(|it| *it.get(reading)).collect());
    let [substantiated, declared, possible] = [Reading::Substantiated, Reading::Declared, Reading::Possible].map(of);
    Some(Readings { substantiated: substantiated?, declared: declared?, possible: possible? })
}
