//! What a requirement scores by its own evidence (method M1, M2).

use std::cmp::Reverse;

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
    pub(crate) fresh: Score,
    pub(crate) trust: Readings<Score>, // `possible` is not used: what was found wrong is never discounted
    pub(crate) carried: Option<Score>, // the share at which a service carries it, where it comes from one
    whole: bool,                       // it looked at the whole of its own entity
    closes: bool,                      // it names findings that it closes
}

impl Entry {
    /// The evidence of `entity` at a leaf that rests on it for `carried` percent, or has it by itself; `None` before its date.
    pub(crate) fn new(counted: &Counted, entity: u32, carried: Option<Score>, today: i32) -> Option<Self> {
        let age_days = u32::try_from(i64::from(today) - i64::from(counted.day)).ok()?;
        let fresh = freshness(age_days, counted.valid_days);
        Some(Self {
            evidence: counted.evidence,
            entity,
            age_days,
            assurance: counted.assurance,
            outcome: carried.map_or(counted.outcome, |share| counted.outcome.at_share(share)),
            fresh,
            trust: trust(counted.assurance, fresh),
            carried,
            whole: counted.outcome.share() == Score::FULL,
            closes: counted.closes,
        })
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

    /// What is in order since this one looked again at what that finding found wrong (method M2).
    pub(crate) fn mended(&self, finding: &Self) -> Score {
        finding.outcome.ok.plus(finding.outcome.bad.min(self.outcome.ok))
    }

    /// Whether this one closes all that the other closes, and is worth no less in doing so.
    fn dominates(&self, other: &Self) -> bool {
        self.entity == other.entity
            && self.age_days <= other.age_days
            && self.assurance >= other.assurance
            && self.trust.substantiated >= other.trust.substantiated
            && self.trust.declared >= other.trust.declared
            && self.outcome.ok >= other.outcome.ok
            && self.outcome.share() >= other.outcome.share()
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

/// Something that covers a share of the requirement: an evidence, or a closing with what it mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cover {
    pub(crate) trust: Readings<Score>,
    pub(crate) ok: Score,
    pub(crate) source: Source,
}

/// Where a [`Cover`] comes from; positions among the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Evidence(u32),
    Closing(Closing),
}

/// The share of the requirement that one cover adds in the walk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) cover: Cover,
    pub(crate) trust: Score,
    pub(crate) added: Score,
    pub(crate) upto: Score,
}

/// The entries of one requirement at one leaf, weighed against each other (method M2). Its space is used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Weighing {
    /// The entries that hold.
    pub(crate) entries: Vec<Entry>,
    /// Which of them closes which, ascending. Of looks at the whole only those that no other one beats.
    pub(crate) closings: Vec<Closing>,
    /// 100 less the greatest share that was found wrong and not closed.
    pub(crate) possible: Score,
    /// What became of the closings that evidence names.
    pub(crate) named: Vec<Named>,
    covers: Vec<Cover>,
    order: Vec<(u32, Reverse<u32>)>, // of a walk: trust and ok of a cover, and where it stands
    wholes: Vec<u32>,                // entries that looked at the whole
    places: Vec<(u32, u32)>,         // (evidence, entry)
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among the entries come from enumerating them")]
impl Weighing {
    /// Weighs the entries, and says what they are worth.
    pub(crate) fn weigh(&mut self, assessment: &Assessment) -> Own {
        self.closings.clear();
        self.possible = Score::FULL;
        if self.entries.iter().any(|entry| entry.outcome.bad > Score::ZERO) {
            self.find_closings(assessment);
            self.find_possible();
        }
        self.find_covers();
        let score = Readings {
            substantiated: self.walk(|cover| cover.trust.substantiated, |_| ()),
            declared: self.walk(|cover| cover.trust.declared, |_| ()),
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

    /// The closings among the entries: later looks at the whole, and those that evidence names.
    ///
    /// Cost: entries x the looks at the whole that no other one beats (in practice one or two an entity), and the named closings.
    fn find_closings(&mut self, assessment: &Assessment) {
        let Self { entries, closings, wholes, .. } = self;
        wholes.clear();
        wholes.extend((0_u32..).zip(entries.iter()).filter(|(_, entry)| entry.whole).map(|(at, _)| at));
        wholes.sort_unstable_by_key(|&at| (entries[at as usize].entity, entries[at as usize].age_days));
        let mut unbeaten = 0;
        for next in 0..wholes.len() {
            let later = wholes[next];
            if !wholes[..unbeaten].iter().any(|&other| entries[other as usize].dominates(&entries[later as usize])) {
                wholes[unbeaten] = later;
                unbeaten += 1;
            }
        }
        wholes.truncate(unbeaten);
        for (at, finding) in (0_u32..).zip(entries.iter()).filter(|(_, entry)| entry.outcome.bad > Score::ZERO) {
            let same = wholes.iter().filter(|&&later| entries[later as usize].entity == finding.entity);
            let closing = same.filter(|&&later| entries[later as usize].may_close(finding).is_ok());
            closings.extend(closing.map(|&later| Closing { later, finding: at }));
        }
        self.find_named(assessment);
        self.closings.extend(self.named.iter().filter(|named| named.closed.is_ok()).map(|named| named.closing));
        self.closings.sort_unstable();
        self.closings.dedup();
    }

    /// The closings that evidence names among the entries.
    pub(crate) fn find_named(&mut self, assessment: &Assessment) {
        let Self { entries, named, places, .. } = self;
        named.clear();
        if entries.iter().all(|entry| !entry.closes) {
            return;
        }
        places.clear();
        places.extend(entries.iter().map(|entry| entry.evidence).zip(0..));
        places.sort_unstable();
        for (later, entry) in (0_u32..).zip(entries.iter()).filter(|(_, entry)| entry.closes) {
            let names = assessment.closes_of(entry.evidence);
            for (name, &(_, wanted)) in names.clone().zip(&assessment.all_closes()[names]) {
                let first = places.partition_point(|&(evidence, _)| evidence < wanted);
                for &(_, finding) in places[first..].iter().take_while(|&&(evidence, _)| evidence == wanted) {
                    let closed = entry.may_close(&entries[finding as usize]);
                    named.push(Named { name, closing: Closing { later, finding }, closed });
                }
            }
        }
    }

    fn find_possible(&mut self) {
        let Self { entries, closings, wholes: closed, .. } = self;
        closed.clear();
        closed.extend(closings.iter().map(|closing| closing.finding));
        closed.sort_unstable();
        let open = (0_u32..).zip(entries.iter()).filter(|(at, _)| closed.binary_search(at).is_err());
        self.possible = open.map(|(_, entry)| entry.outcome.bad).max().unwrap_or(Score::ZERO).shortfall();
    }

    /// All that covers a share: each evidence, and each closing with `ok = earlier ok + min(earlier bad, later ok)`.
    fn find_covers(&mut self) {
        let Self { entries, closings, covers, .. } = self;
        covers.clear();
        let single = (0_u32..).zip(entries.iter());
        covers.extend(single.map(|(at, entry)| Cover { trust: entry.trust, ok: entry.outcome.ok, source: Source::Evidence(at) }));
        covers.extend(closings.iter().map(|&closing| {
            let (later, earlier) = (&entries[closing.later as usize], &entries[closing.finding as usize]);
            Cover { trust: later.trust.min(earlier.trust), ok: later.mended(earlier), source: Source::Closing(closing) }
        }));
    }

    /// Walks over all covers, highest trust first, then highest ok: each percent counts once, with the best trust that covers it, up to
    /// the ceiling; cut at the end. `step` sees what each cover adds.
    pub(crate) fn walk(&mut self, trust: impl Fn(&Cover) -> Score, mut step: impl FnMut(Step)) -> Score {
        let Self { covers, order, possible, .. } = self;
        // What the first one covers nobody after it adds to: in practice only two or three are left to sort.
        let rank = |cover: &Cover| (u32::from(trust(cover).hundredths()) << 16) | u32::from(cover.ok.hundredths());
        let first = covers.iter().map(rank).max().unwrap_or_default();
        let further = |cover: &Cover| u32::from(cover.ok.hundredths()) > first & 0xffff;
        order.clear();
        let left = (0_u32..).zip(covers.iter()).filter(|(_, cover)| rank(cover) == first || further(cover));
        order.extend(left.map(|(at, cover)| (rank(cover), Reverse(at))));
        order.sort_unstable();
        let (mut area, mut covered) = (0, Score::ZERO);
        for (_, Reverse(at)) in order.iter().rev() {
            let cover = &covers[*at as usize];
            let upto = cover.ok.min(*possible);
            if upto > covered {
                let (trust, added) = (trust(cover), upto.minus(covered));
                area += added.wide() * trust.wide();
                covered = upto;
                step(Step { cover: *cover, trust, added, upto });
            }
        }
        Score::from_wide(area / WHOLE)
    }
}
