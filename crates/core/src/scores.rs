//! Every score of an assessment on one day (method M1 to M6).

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

use foldhash::fast::RandomState;
use jiff::civil::Date;

use self::numbers::{LeafNumbers, Scoring};
use self::sums::{InnerNumbers, consolidate};
use crate::assessment::Assessment;
use crate::id::{EntityId, EvidenceId};
use crate::score::{Readings, Score};
use crate::warning::{Warning, warnings};

pub use self::consolidated::{Consolidated, Consolidation};
pub(crate) use self::leaf::Member;
pub use self::leaf::{Applicable, Binding, Leaf, ObjectiveScore, RequirementScore, Standing};
pub(crate) use self::numbers::know_composites;
pub use self::overall::Overall;
pub use self::supposed::{Lift, Move, Subject, Supposed, SuppositionFault};
pub(crate) use self::worth::{Raise, Valuation};
pub use self::worth::{Valued, Worth};

mod consolidated;
mod filing;
mod leaf;
mod numbers;
mod overall;
mod sums;
mod supposed;
mod worth;

/// The version of the scoring method. A change of any number that a given input yields is a new version.
pub const METHOD: &str = "1";

/// Scores an assessment on a day. This is all of the method's rules M1 to M6, and it cannot fail.
///
/// Cost: leaves x (requirements + edges), and each evidence once for every leaf that it holds for.
///
/// ```
/// use std::sync::Arc;
/// use pejling_core::*;
///
/// // One region, one requirement, one audit that found 90 % of it in order.
/// let requirement = Requirement {
///     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
/// };
/// let framework = Framework {
///     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement], objectives: vec![],
/// };
/// let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
/// let audit = Evidence {
///     id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: "bakkeland".parse().unwrap(),
///     kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
///     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
///     finding: Finding::Result { share: Score::FULL, result: "90".parse().unwrap() },
/// };
/// let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
/// let submission = Submission {
///     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![audit], exclusions: vec![],
/// };
/// let assessment = Assessment::new(catalogue, submission).unwrap();
///
/// let scores = score(&assessment, jiff::civil::date(2026, 6, 30));
/// let leaf = scores.leaf(&"bakkeland".parse().unwrap()).unwrap();
/// let RequirementScore::Applicable(it) = leaf.requirement(&"demo:A.1".parse().unwrap()).unwrap() else { unreachable!() };
/// assert_eq!(it.score.substantiated.to_string(), "90.00");
/// assert_eq!(it.band(), Some(Band::Fully));
/// ```
#[must_use]
pub fn score(assessment: &Assessment, as_of: Date) -> Scores<'_> {
    score_on(assessment, as_of, NonZeroUsize::MIN)
}

/// As [`score`], on several threads: leaves are independent of each other. The scores are the same on any number of them.
///
/// It pays from some thousand evidences on; a single organisation is scored sooner than a thread has started.
#[must_use]
pub fn score_on(assessment: &Assessment, as_of: Date, threads: NonZeroUsize) -> Scores<'_> {
    Scores::new(Cow::Borrowed(assessment), as_of, threads)
}

/// Every score of an assessment on one day.
///
/// Scores that own their assessment can be kept while evidence comes in: see [`Scores::file`].
#[derive(Clone, Debug)]
pub struct Scores<'a> {
    assessment: Cow<'a, Assessment>,
    as_of: Date,
    leaves: Vec<LeafNumbers>,                                // INVARIANT: ascending by place
    inner: Vec<InnerNumbers>,                                // INVARIANT: ascending by place
    evidence: Option<HashMap<EvidenceId, u32, RandomState>>, // where each evidence stands, once one has been filed
}

/// The levels of a bar, each at least the one before: where its parts end, in percent (method M7).
///
/// The five parts are *substantiated* up to `substantiated`, *held back by others* up to `own.substantiated`, *declared only* up to
/// `own.declared`, *unanswered or outdated* up to `own.possible`, and *known wrong* up to 100.00: they sum to 100.00 exactly. Of a
/// requirement these are its own numbers; of an objective the means over its members by the rule of M4, before the guard of critical
/// members; above the leaves the means over children by the rule of M5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// What is substantiated with all that the requirements rest on.
    pub substantiated: Score,
    /// What there is by own evidence alone.
    pub own: Readings<Score>,
}

impl Levels {
    /// The five parts from the best to the worst: substantiated, held back by others, declared only, unanswered or outdated, known
    /// wrong. They sum to 100.00.
    #[must_use]
    pub fn parts(&self) -> [Score; 5] {
        let Self { substantiated, own } = self;
        [
            *substantiated,
            own.substantiated.minus(*substantiated),
            own.declared.minus(own.substantiated),
            own.possible.minus(own.declared),
            own.possible.shortfall(),
        ]
    }
}

impl Scores<'static> {
    /// Scores an assessment on a day and keeps it, so that evidence can be [filed](Scores::file).
    #[must_use]
    pub fn of(assessment: Assessment, as_of: Date) -> Self {
        Scores::new(Cow::Owned(assessment), as_of, NonZeroUsize::MIN)
    }
}

impl<'a> Scores<'a> {
    fn new(assessment: Cow<'a, Assessment>, as_of: Date, threads: NonZeroUsize) -> Self {
        let leaves = score_leaves(&assessment, as_of, threads.get());
        let inner = consolidate(&assessment, &leaves);
        Self { assessment, as_of, leaves, inner, evidence: None }
    }

    /// The day of assessment.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The assessment that was scored.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Looks for what there is to warn of; in a fixed order.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        warnings(&self.assessment, self.as_of)
    }

    /// The leaves, by name of the entity.
    pub fn leaves(&self) -> impl Iterator<Item = Leaf<'_>> {
        self.leaves.iter().map(|numbers| Leaf { scores: self, numbers })
    }

    /// The scores of an entity without entities below.
    #[must_use]
    pub fn leaf(&self, entity: &EntityId) -> Option<Leaf<'_>> {
        self.leaf_at(self.assessment.place(entity)?)
    }

    /// The entities above the leaves, by name.
    pub fn consolidated(&self) -> impl Iterator<Item = Consolidated<'_>> {
        self.inner.iter().map(|numbers| Consolidated { scores: self, numbers })
    }

    /// The scores of an entity with entities below.
    #[must_use]
    pub fn consolidated_entity(&self, entity: &EntityId) -> Option<Consolidated<'_>> {
        self.inner_at(self.assessment.place(entity)?).map(|numbers| Consolidated { scores: self, numbers })
    }

    fn inner_at(&self, place: u32) -> Option<&InnerNumbers> {
        self.inner.get(self.inner.binary_search_by_key(&place, |numbers| numbers.place).ok()?)
    }

    pub(crate) fn leaf_at(&self, place: u32) -> Option<Leaf<'_>> {
        let found = self.leaves.binary_search_by_key(&place, |numbers| numbers.place).ok()?;
        self.leaves.get(found).map(|numbers| Leaf { scores: self, numbers })
    }

    /// The leaves at or below an entity, by name.
    fn leaves_below(&self, place: u32) -> Vec<Leaf<'_>> {
        let (mut open, mut found) = (vec![place], Vec::new());
        while let Some(place) = open.pop() {
            open.extend(&self.assessment.node(place).children);
            found.extend(self.leaf_at(place));
        }
        found.sort_unstable_by_key(|leaf| leaf.numbers.place);
        found
    }
}

/// The numbers of all leaves, by place. Each thread takes the next few leaves until none is left.
fn score_leaves(assessment: &Assessment, as_of: Date, threads: usize) -> Vec<LeafNumbers> {
    const AT_ONCE: usize = 16;
    let places: Vec<u32> = assessment.leaf_places().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut scoring = Scoring::new(assessment, as_of);
        let mut scored = Vec::new();
        while let Some(mine) = places.chunks(AT_ONCE).nth(next.fetch_add(1, Ordering::Relaxed)) {
            scored.extend(mine.iter().map(|&place| scoring.leaf(place)));
        }
        scored
    };
    let threads = threads.min(places.len().div_ceil(AT_ONCE));
    let mut scored = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut scored = work();
        for other in others {
            match other.join() {
                Ok(more) => scored.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        scored
    });
    scored.sort_unstable_by_key(|leaf| leaf.place);
    scored
}
