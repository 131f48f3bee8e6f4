//! What a requirement scores by its own evidence (method M1, M2).

use crate::assessment::{Assessment, Counted};
use crate::evidence::{Assurance, Outcome, freshness, trust};
use crate::named;
use crate::score::{Readings, Score, WHOLE};

/// An evidence as it counts at one leaf on one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) evidence: u32,
    pub(crate) entity: u32,
    pub(crate) age_days: u32,
    pub(crate) assurance: Assurance,
    pub(crate) outcome: Outcome,
    pub(crate) valid_days: u16,
    pub(crate) fresh: Score,           // what it declares is worth
    pub(crate) trust: Score,           // what it substantiates is worth
    pub(crate) carried: Option<Score>, // the share at which a service carries it, where it comes from one
    whole: bool,                       // it looked at the whole of its own entity
    closes: bool,                      // it names findings that it closes
}

impl Entry {
    /// The evidence of `entity` at a leaf that rests on it for `carried` percent, or has it by itself; not before its date.
    pub(crate) fn new(counted: &Counted, entity: u32, carried: Option<Score>, today: i32) -> Self {
        let Counted { evidence, day, outcome, valid_days, assurance, closes } = *counted;
        let age_days = today.abs_diff(day);
        let fresh = freshness(age_days, valid_days);
        let (trust, whole) = (trust(assurance, fresh).substantiated, outcome.share() == Score::FULL);
        let outcome = carried.map_or(outcome, |share| outcome.at_share(share));
        Self { evidence, entity, age_days, assurance, outcome, valid_days, fresh, trust, carried, whole, closes }
    }

    /// The same evidence done again some days later: beside the old, and named by nobody.
    pub(crate) fn again(&self, age_days: u32, valid_days: u16) -> Self {
        let fresh = freshness(age_days, valid_days);
        let trust = trust(self.assurance, fresh).substantiated;
        Self { evidence: self.evidence | AGAIN, age_days, valid_days, fresh, trust, ..*self }
    }

    /// The trust with which it counts in the reading *substantiated*.
    pub(crate) fn substantiates(&self) -> Score {
        self.trust
    }

    /// The trust with which it counts in the reading *declared*: it is as good as it is fresh.
    pub(crate) fn declares(&self) -> Score {
        self.fresh
    }

    /// Whether this one closes that finding, which it names or not (method M2).
    pub(crate) fn closes_finding(&self, finding: &Self, named: bool) -> bool {
        (named || self.whole && self.entity == finding.entity) && self.may_close(finding).is_ok()
    }

    /// Whether this one, if it may speak to that finding at all, closes it (method M2).
    pub(crate) fn may_close(&self, finding: &Self) -> Result<(), NotClosed> {
        if finding.outcome.bad == Score::ZERO {
            Err(NotClosed::NothingWrong)
        } else if self.age_days >= finding.age_days {
            Err(NotClosed::NotLater)
        } else if self.assurance < finding.assurance {
            Err(NotClosed::LessSure)
        } else if self.outcome.share() < finding.outcome.bad {
            Err(NotClosed::TooNarrow)
        } else {
            Ok(())
        }
    }
}

named! {
    /// Why a closing that was named does not close (method M2).
    NotClosed {
        /// The finding found nothing wrong.
        NothingWrong = "nothing_wrong",
        /// It is not strictly later.
        NotLater = "not_later",
        /// Its assurance is lower than the finding's.
        LessSure = "less_sure",
        /// It looked at less than was wrong.
        TooNarrow = "too_narrow",
        /// It is held against another requirement.
        OtherRequirement = "other_requirement",
        /// It lies after the date of assessment, or the finding does.
        InTheFuture = "in_the_future",
        /// No entity is held to both.
        NeverTogether = "never_together",
    }
}

named! {
    /// What is known of a requirement that applies (method M2). Only what is assessed has a band.
    Coverage {
        /// Something fresh counts, or a finding is open.
        Assessed = "assessed",
        /// All that counts has lost its freshness.
        Outdated = "outdated",
        /// Nothing counts.
        NotAssessed = "not_assessed",
    }
}

/// What a requirement scores by its own evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    pub(crate) score: Readings<Score>,
    pub(crate) coverage: Coverage,
}

/// A later evidence that looked again at what an earlier one found wrong; positions among the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Closing {
    pub(crate) later: u32,
    pub(crate) finding: u32,
}

/// A closing that evidence names, by its position in [`Assessment::all_closes`], and whether it closes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) name: usize,
    pub(crate) closing: Closing,
    pub(crate) closed: Result<(), NotClosed>,
}

/// Something that covers a share of the requirement; positions among the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cover {
    /// An evidence.
    Evidence(u32),
    /// A closing, with what it mended.
    Closing(Closing),
}

/// The share of the requirement that one cover adds in the walk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) cover: u32, // for `Weighing::cover`
    pub(crate) trust: Score,
    pub(crate) added: Score,
    pub(crate) upto: Score,
}

/// How far a cover reaches and what that is worth, in one number: trust, then what is in order, then its place, from the last. So the order of
/// numbers is that of the walk, backwards: by trust, by what is in order, and of equals the first one first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Reach(u64);

impl Reach {
    fn new(trust: Score, ok: Score, place: usize) -> Self {
        Self((trust.wide() << 48) | (ok.wide() << 32) | u64::from(!narrow(place)))
    }

    fn trust(self) -> u64 {
        self.0 >> 48
    }

    fn ok(self) -> u64 {
        (self.0 >> 32) & 0xffff
    }

    fn place(self) -> u32 {
        !u32::try_from(self.0 & u64::from(u32::MAX)).unwrap_or_default()
    }
}

/// What is in order since a later look found that much in order of what was wrong (method M2).
pub(crate) fn mended(finding: &Entry, ok: Score) -> Score {
    finding.outcome.ok.plus(finding.outcome.bad.min(ok))
}

/// The ages of the latest looks at the whole of an entity that are at least as sure as [`Assurance`] by position; `u32::MAX` without one.
type LatestLooks = [u32; Assurance::ALL.len()];

/// What is set in the position of an evidence that is done again. An assessment never holds so many that it means another one.
const AGAIN: u32 = 1 << 31;

/// So few looks at the whole are sooner compared with each finding than sorted.
const FEW_LOOKS: usize = 64;

/// A position among the entries or closings of one requirement, of which there are fewer than 2^32.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Adds those values that are to be kept. Which ones is as good as random, so writing each and counting costs less than a branch.
#[allow(clippy::indexing_slicing, reason = "there is room for all, and no more are kept than there are")]
fn extend_where<T: Copy>(into: &mut Vec<T>, blank: T, values: impl ExactSizeIterator<Item = (T, bool)>) {
    let mut end = into.len();
    into.resize(end + values.len(), blank);
    for (value, keep) in values {
        into[end] = value;
        end += usize::from(keep);
    }
    into.truncate(end);
}

/// The entries of one requirement at one leaf, weighed against each other (method M2). Its space is used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Weighing {
    /// The entries that hold.
    pub(crate) entries: Vec<Entry>,
    /// What became of the closings that evidence names, by finding.
    pub(crate) named: Vec<Named>,
    /// 100 less the greatest share that was found wrong and not closed.
    pub(crate) possible: Score,
    /// The closings that reach further than the look by itself, each once.
    closings: Vec<Closing>,
    closed: Vec<bool>,               // parallel to `entries`
    latest: Vec<(u32, LatestLooks)>, // by entity
    looks: Vec<u32>,
    order: Vec<Reach>,              // of a walk
    wanted: Vec<(u32, u32, usize)>, // (evidence that is named, entry that names it, name)
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among the entries come from enumerating them")]
impl Weighing {
    /// Weighs the entries, and says what they are worth.
    pub(crate) fn weigh(&mut self, assessment: &Assessment) -> Own {
        self.find_closed(assessment);
        // A closing adds nothing where an evidence is trusted as much that reaches as far as is possible.
        let (mut trust, mut fresh) = (0, 0);
        for entry in &self.entries {
            let reaches = u16::from(entry.outcome.ok >= self.possible);
            trust = trust.max(entry.trust.hundredths() * reaches);
            fresh = fresh.max(entry.fresh.hundredths() * reaches);
        }
        self.find_closings(|entry| (entry.trust.hundredths() > trust) | (entry.fresh.hundredths() > fresh));
        let score = Readings {
            substantiated: self.walk(Entry::substantiates, |_| ()),
            declared: self.walk(Entry::declares, |_| ()),
            possible: self.possible,
        };
        let known = self.possible < Score::FULL || self.entries.iter().any(|entry| entry.fresh > Score::ZERO);
        let coverage = match (known, self.entries.as_slice()) {
            (true, _) => Coverage::Assessed,
            (false, [_, ..]) => Coverage::Outdated,
            (false, []) => Coverage::NotAssessed,
        };
        Own { score, coverage }
    }

    /// What is closed, and so what is possible: all of weighing that does not depend on the day while the same entries hold.
    pub(crate) fn find_ceiling(&mut self, assessment: &Assessment) {
        self.find_closed(assessment);
        self.find_closings(|_| true);
    }

    /// The closings that reach further than the look by itself.
    pub(crate) fn closings(&self) -> &[Closing] {
        &self.closings
    }

    /// Whether the finding of the entry at a position is closed.
    pub(crate) fn is_closed(&self, at: usize) -> bool {
        self.closed.get(at).copied().unwrap_or_default()
    }

    /// The closings that evidence names among the entries.
    pub(crate) fn find_named(&mut self, assessment: &Assessment) {
        let Self { entries, named, wanted, .. } = self;
        named.clear();
        wanted.clear();
        for (later, entry) in (0_u32..).zip(entries.iter()).filter(|(_, entry)| entry.closes) {
            let names = assessment.closes_of(entry.evidence & !AGAIN);
            wanted.extend(names.clone().zip(&assessment.all_closes()[names]).map(|(name, &(_, finding))| (finding, later, name)));
        }
        wanted.sort_unstable();
        let (Some(&(least, ..)), Some(&(most, ..))) = (wanted.first(), wanted.last()) else { return };
        for (finding, entry) in (0_u32..).zip(entries.iter()).filter(|(_, entry)| (least..=most).contains(&entry.evidence)) {
            let first = wanted.partition_point(|&(evidence, ..)| evidence < entry.evidence);
            for &(_, later, name) in wanted[first..].iter().take_while(|(evidence, ..)| *evidence == entry.evidence) {
                named.push(Named { name, closing: Closing { later, finding }, closed: entries[later as usize].may_close(entry) });
            }
        }
    }

    /// Which findings are closed, by later looks at the whole or by name, and what is possible where the greatest that is left is wrong.
    ///
    /// What a service carries to a leaf at two shares comes twice, and of looks at the whole the narrower is asked here as well: where it
    /// should not close, the wider one does.
    fn find_closed(&mut self, assessment: &Assessment) {
        self.find_named(assessment);
        let Self { entries, named, possible, latest, closed, .. } = self;
        latest.clear();
        for (entity, entries) in by_entity(entries) {
            let known = latest_of(latest, entity);
            *known = entries.iter().fold(*known, |mut latest, entry| {
                let age_days = if entry.whole { entry.age_days } else { u32::MAX };
                for (assurance, latest) in Assurance::ALL.iter().zip(&mut latest) {
                    *latest = (*latest).min(if entry.assurance >= *assurance { age_days } else { u32::MAX });
                }
                latest
            });
        }
        closed.clear();
        for (entity, entries) in by_entity(entries) {
            let latest = *latest_of(latest, entity);
            closed.extend(entries.iter().map(|entry| latest[entry.assurance as usize] < entry.age_days));
        }
        for Named { closing, .. } in named.iter().filter(|named| named.closed.is_ok()) {
            closed[closing.finding as usize] = true;
        }
        let open = entries.iter().zip(closed.iter()).map(|(entry, &closed)| entry.outcome.bad.hundredths() * u16::from(!closed));
        *possible = Score::from_wide(open.max().unwrap_or_default().into()).shortfall();
    }

    /// The closings that reach further than the look by itself, where both evidences are asked for, and all that are named.
    ///
    /// Cost: the entries x the looks at the whole that are asked for (of many, only those that may count: in practice a few), and the named
    /// closings.
    fn find_closings(&mut self, asked: impl Fn(&Entry) -> bool) {
        let Self { entries, named, closings, looks, .. } = self;
        find_looks(entries, &asked, looks);
        closings.clear();
        for &later in looks.iter() {
            let look = &entries[later as usize];
            let adds = |finding: &Entry| {
                asked(finding) && look.closes_finding(finding, false) && mended(finding, look.outcome.ok) > look.outcome.ok
            };
            let mended = (0_u32..).zip(entries.iter()).filter(|(_, finding)| adds(finding));
            closings.extend(mended.map(|(finding, _)| Closing { later, finding }));
        }
        closings.extend(named.iter().filter(|named| named.closed.is_ok()).map(|named| named.closing));
        closings.sort_unstable();
        closings.dedup();
    }

    /// Every closing, ascending; of many looks at the whole only those that may count. Only after [`Weighing::find_ceiling`].
    pub(crate) fn all_closings(&self) -> Vec<Closing> {
        let closed_by = |later: u32| {
            let look = &self.entries[later as usize];
            let findings = (0_u32..).zip(&self.entries).filter(move |(_, finding)| look.closes_finding(finding, false));
            findings.map(move |(finding, _)| Closing { later, finding })
        };
        let by_name = self.named.iter().filter(|named| named.closed.is_ok()).map(|named| named.closing);
        let mut closings: Vec<Closing> = self.looks.iter().flat_map(|&later| closed_by(later)).chain(by_name).collect();
        closings.sort_unstable();
        closings.dedup();
        closings
    }

    /// What covers the share that a step adds.
    pub(crate) fn cover(&self, step: &Step) -> Cover {
        let at = step.cover as usize;
        at.checked_sub(self.entries.len()).map_or(Cover::Evidence(step.cover), |at| Cover::Closing(self.closings[at]))
    }

    /// Walks over all that covers a share, highest trust first, then highest ok: each percent counts once, with the best trust that
    /// covers it, up to what is possible; cut at the end. What covers are the evidences and the closings, with
    /// `ok = earlier ok + min(earlier bad, later ok)`. `trust` says what an evidence is worth, and `step` sees what each cover adds.
    pub(crate) fn walk(&mut self, trust: impl Fn(&Entry) -> Score, mut step: impl FnMut(Step)) -> Score {
        let Self { entries, closings, possible, order, .. } = self;
        let of_entry = |(at, entry): (usize, &Entry)| Reach::new(trust(entry), entry.outcome.ok, at);
        let of_closing = |(at, closing): (usize, &Closing)| {
            let (later, finding) = (&entries[closing.later as usize], &entries[closing.finding as usize]);
            Reach::new(trust(later).min(trust(finding)), mended(finding, later.outcome.ok), entries.len() + at)
        };
        let by_entries = || entries.iter().enumerate().map(of_entry);
        let by_closings = || closings.iter().enumerate().map(of_closing);
        let (mut area, mut covered) = (0, 0);
        let mut take = |reach: Reach| {
            let upto = reach.ok().min(possible.wide());
            if upto > covered {
                area += (upto - covered) * reach.trust();
                let [trust, added, upto] = [reach.trust(), upto - covered, upto].map(Score::from_wide);
                step(Step { cover: reach.place(), trust, added, upto });
                covered = upto.wide();
            }
        };
        let first = by_closings().fold(by_entries().fold(Reach::default(), Reach::max), Reach::max);
        take(first);
        // What does not reach further than the first adds nothing: in practice one or two are left to sort, or none.
        if first.ok() < possible.wide() {
            let further = |reach: Reach| (reach, reach.ok() > first.ok());
            order.clear();
            extend_where(order, first, by_entries().map(further));
            extend_where(order, first, by_closings().map(further));
            order.sort_unstable();
            order.iter().rev().for_each(|&reach| take(reach));
        }
        Score::from_wide(area / WHOLE)
    }
}

/// The entries in stretches of one entity each, with that entity.
fn by_entity(entries: &[Entry]) -> impl Iterator<Item = (u32, &[Entry])> {
    entries.chunk_by(|one, next| one.entity == next.entity).filter_map(|stretch| Some((stretch.first()?.entity, stretch)))
}

/// The latest looks at the whole of an entity, none so far where it is not among those known.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: the position was found, or is that of what was pushed")]
fn latest_of(latest: &mut Vec<(u32, LatestLooks)>, entity: u32) -> &mut LatestLooks {
    let known = latest.iter().rposition(|(other, _)| *other == entity);
    let at = known.unwrap_or_else(|| {
        latest.push((entity, [u32::MAX; Assurance::ALL.len()]));
        latest.len() - 1
    });
    &mut latest[at].1
}

/// The looks at the whole that are asked for. Of many, only those that may count: of looks at one entity that are as sure, valid
/// for as long and carried at the same share, a later one closes all that an earlier one closes and is trusted no less, so the earlier one
/// counts only where it found more in order.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among the entries come from enumerating them")]
fn find_looks(entries: &[Entry], asked: impl Fn(&Entry) -> bool, looks: &mut Vec<u32>) {
    looks.clear();
    extend_where(looks, 0, entries.iter().enumerate().map(|(at, entry)| (narrow(at), entry.whole & asked(entry))));
    if looks.len() > FEW_LOOKS {
        let alike = |look: u32| {
            let Entry { entity, assurance, valid_days, carried, .. } = entries[look as usize];
            (entity, assurance, valid_days, carried)
        };
        let of = |look: u32| entries[look as usize];
        looks.sort_by_key(|&look| (alike(look), of(look).age_days));
        looks.dedup_by(|earlier, later| alike(*earlier) == alike(*later) && of(*earlier).outcome.ok <= of(*later).outcome.ok);
    }
}
