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
            whole: counted.outcome.share == Score::FULL,
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
        } else if self.outcome.share < finding.outcome.bad {
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
            && self.outcome.share >= other.outcome.share
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
    pub(crate) later: usize,
    pub(crate) finding: usize,
}

/// Something that covers a share of the requirement: an evidence, or a closing with what it mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cover {
    pub(crate) trust: Readings<Score>,
    pub(crate) ok: Score,
    pub(crate) source: Source,
}

/// Where a [`Cover`] comes from; positions among the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    Evidence(usize),
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

/// The closings among entries of one requirement at one leaf, and a tally of those that evidence names.
///
/// Cost: entries x the looks at the whole that no other one beats (in practice one or two an entity), and the named closings.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among `entries` come from enumerating them")]
pub(crate) fn closings(assessment: &Assessment, entries: &[Entry], mut tally: impl FnMut(usize, Result<(), NotClosed>)) -> Vec<Closing> {
    let mut found = Vec::new();
    let findings = || (0..entries.len()).filter(|&at| entries[at].outcome.bad > Score::ZERO);
    if findings().next().is_some() {
        let mut wholes: Vec<usize> = (0..entries.len()).filter(|&at| entries[at].whole).collect();
        wholes.sort_unstable_by_key(|&at| (entries[at].entity, entries[at].age_days));
        let mut unbeaten: Vec<usize> = Vec::new();
        for later in wholes {
            if !unbeaten.iter().any(|&other| entries[other].dominates(&entries[later])) {
                unbeaten.push(later);
            }
        }
        for finding in findings() {
            let same = unbeaten.iter().filter(|&&later| entries[later].entity == entries[finding].entity);
            let closing = same.filter(|&&later| entries[later].may_close(&entries[finding]).is_ok());
            found.extend(closing.map(|&later| Closing { later, finding }));
        }
    }
    if entries.iter().any(|entry| entry.closes) {
        let mut places: Vec<(u32, usize)> = entries.iter().map(|entry| entry.evidence).zip(0..).collect();
        places.sort_unstable();
        for (later, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.closes) {
            let names = assessment.closes_of(entry.evidence);
            for (name, &(_, named)) in names.clone().zip(&assessment.all_closes()[names]) {
                let first = places.partition_point(|&(evidence, _)| evidence < named);
                for &(_, finding) in places[first..].iter().take_while(|&&(evidence, _)| evidence == named) {
                    let closed = entry.may_close(&entries[finding]);
                    tally(name, closed);
                    if closed.is_ok() {
                        found.push(Closing { later, finding });
                    }
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// 100 less the greatest share that was found wrong and not closed (method M2).
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions in `closings` are positions among `entries`")]
pub(crate) fn possible(entries: &[Entry], closings: &[Closing]) -> Score {
    let mut open = entries.iter().map(|entry| entry.outcome.bad).collect::<Vec<_>>();
    for closing in closings {
        open[closing.finding] = Score::ZERO;
    }
    open.into_iter().max().unwrap_or(Score::ZERO).shortfall()
}

/// All that covers a share: each evidence, and each closing with `ok = earlier ok + min(earlier bad, later ok)` (method M2).
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions in `closings` are positions among `entries`")]
pub(crate) fn covers(entries: &[Entry], closings: &[Closing]) -> Vec<Cover> {
    let single =
        entries.iter().enumerate().map(|(at, entry)| Cover { trust: entry.trust, ok: entry.outcome.ok, source: Source::Evidence(at) });
    let mended = closings.iter().map(|&closing| {
        let (later, earlier) = (&entries[closing.later], &entries[closing.finding]);
        Cover { trust: later.trust.min(earlier.trust), ok: later.mended(earlier), source: Source::Closing(closing) }
    });
    single.chain(mended).collect()
}

/// Walks over all covers, highest trust first, then highest ok: each percent counts once, with the best trust that covers it, up to
/// the ceiling; cut at the end (method M2). `step` sees what each cover adds.
pub(crate) fn walk(covers: &mut [Cover], trust: impl Fn(&Cover) -> Score, ceiling: Score, mut step: impl FnMut(Step)) -> Score {
    covers.sort_unstable_by_key(|cover| (std::cmp::Reverse((trust(cover), cover.ok)), cover.source));
    let (mut area, mut covered) = (0, Score::ZERO);
    for cover in covers {
        let upto = cover.ok.min(ceiling);
        if upto > covered {
            let (trust, added) = (trust(cover), upto.minus(covered));
            area += added.wide() * trust.wide();
            covered = upto;
            step(Step { cover: *cover, trust, added, upto });
        }
    }
    Score::from_wide(area / WHOLE)
}

/// What the entries of one requirement at one leaf are worth (method M2).
pub(crate) fn own(assessment: &Assessment, entries: &[Entry], tally: impl FnMut(usize, Result<(), NotClosed>)) -> Own {
    let closings = closings(assessment, entries, tally);
    let possible = possible(entries, &closings);
    let mut covers = covers(entries, &closings);
    let score = Readings {
        substantiated: walk(&mut covers, |cover| cover.trust.substantiated, possible, |_| ()),
        declared: walk(&mut covers, |cover| cover.trust.declared, possible, |_| ()),
        possible,
    };
    let known = possible < Score::FULL || entries.iter().any(|entry| entry.fresh > Score::ZERO);
    let coverage = match (known, entries) {
        (true, _) => Coverage::Assessed,
        (false, [_, ..]) => Coverage::Outdated,
        (false, []) => Coverage::NotAssessed,
    };
    Own { score, coverage }
}
