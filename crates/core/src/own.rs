//! What a requirement scores by its own evidence (method M1, M2).

use std::cmp::Reverse;

use crate::assessment::{Assessment, Counted};
use crate::evidence::{Assurance, Outcome, freshness, trust};
use crate::lasting::Lasting;
use crate::named;
use crate::score::{Reading, Readings, Score, WHOLE};

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
    /// The evidence of `entity` at a leaf that rests on it for `carried` percent, or has it by itself; not before its date.
    pub(crate) fn new(counted: &Counted, entity: u32, carried: Option<Score>, today: i32) -> Self {
        let age_days = today.abs_diff(counted.day);
        let fresh = freshness(age_days, counted.valid_days);
        Self {
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
        }
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

    /// The same evidence done again some days later: beside the old, and named by nobody.
    pub(crate) fn again(&self, age_days: u32, valid_days: u16) -> Self {
        let fresh = freshness(age_days, valid_days);
        Self { evidence: self.evidence | AGAIN, age_days, fresh, trust: trust(self.assurance, fresh), ..*self }
    }

    /// Whether this one closes that finding, which it names or not (method M2).
    pub(crate) fn closes_finding(&self, finding: &Self, named: bool) -> bool {
        (named || self.whole && self.entity == finding.entity) && self.may_close(finding).is_ok()
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
    pub(crate) cover: Cover,
    pub(crate) trust: Score,
    pub(crate) added: Score,
    pub(crate) upto: Score,
}

/// How far a cover reaches and what that is worth, in one number: trust in the upper half, what is in order in the lower. So the order of
/// numbers is that of the walk, backwards: by trust, then by what is in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Reach(u32);

impl Reach {
    fn new(trust: Score, ok: Score) -> Self {
        Self((u32::from(trust.hundredths()) << 16) | u32::from(ok.hundredths()))
    }

    fn trust(self) -> u64 {
        u64::from(self.0 >> 16)
    }

    fn ok(self) -> u64 {
        u64::from(self.0 & 0xffff)
    }
}

/// What is in order since a later look found that much in order of what was wrong (method M2).
pub(crate) fn mended(finding: &Entry, ok: Score) -> Score {
    finding.outcome.ok.plus(finding.outcome.bad.min(ok))
}

/// What an entry says that looked at the whole of its entity.
#[derive(Clone, Copy, Debug)]
struct Look {
    entry: u32,
    entity: u32,
    age_days: u32,
    ok: Score,
    assurance: Assurance,
}

impl Look {
    const BLANK: Self = Self { entry: 0, entity: 0, age_days: 0, ok: Score::ZERO, assurance: Assurance::Own };

    fn new(at: usize, &Entry { entity, age_days, assurance, outcome, .. }: &Entry) -> Self {
        Self { entry: narrow(at), entity, age_days, ok: outcome.ok, assurance }
    }

    /// Whether it closes a finding: it is of the same entity, later and at least as sure; it is as wide as can be (method M2).
    ///
    /// What a service carries to a leaf at two shares comes twice, and the narrower look is asked here as well: where it should not close,
    /// the wider one does, at the same trust and reaching further, so no number changes.
    #[allow(clippy::needless_bitwise_bool, reason = "which of the three fails is as good as random: a branch each would cost more")]
    fn closes(&self, finding: &Entry) -> bool {
        (self.entity == finding.entity) & (self.age_days < finding.age_days) & (self.assurance >= finding.assurance)
    }
}

/// What is set in the position of an evidence that is done again. An assessment never holds so many that it means another one.
const AGAIN: u32 = 1 << 31;

/// So few looks at the whole need no search for those that others beat.
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
    /// For how long each of them is trusted, where more days than one are asked for; else empty.
    pub(crate) lasting: Vec<Lasting>,
    /// The closings that reach further than the look by itself, each once.
    closings: Vec<Closing>,
    /// 100 less the greatest share that was found wrong and not closed.
    pub(crate) possible: Score,
    /// What became of the closings that evidence names.
    pub(crate) named: Vec<Named>,
    reaches: Readings<Vec<Reach>>,     // of the entries, then of the closings; none in the reading `possible`
    order: Vec<(Reach, Reverse<u32>)>, // of a walk
    looks: Vec<Look>,
    closed: Vec<bool>,       // parallel to `entries`
    places: Vec<(u32, u32)>, // (evidence, entry)
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among the entries come from enumerating them")]
impl Weighing {
    /// Weighs the entries, and says what they are worth.
    pub(crate) fn weigh(&mut self, assessment: &Assessment) -> Own {
        self.find_ceiling(assessment);
        self.find_reaches();
        let score = Readings {
            substantiated: self.walk(Reading::Substantiated, |_| ()),
            declared: self.walk(Reading::Declared, |_| ()),
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
        self.closings.clear();
        self.named.clear();
        self.closed.clear();
        self.possible = Score::FULL;
        if self.entries.iter().any(|entry| entry.outcome.bad > Score::ZERO) {
            self.find_closings(assessment);
            self.find_possible();
        }
    }

    /// The closings that reach further than the look by itself.
    pub(crate) fn closings(&self) -> &[Closing] {
        &self.closings
    }

    /// Whether the finding of the entry at a position is closed.
    pub(crate) fn is_closed(&self, at: usize) -> bool {
        self.closed.get(at).copied().unwrap_or_default()
    }

    /// Which findings are closed, by later looks at the whole or by name; and the closings that reach further than the look by itself.
    ///
    /// Cost: entries x the looks at the whole (of many, those that no other one beats: in practice one or two an entity), and the named
    /// closings.
    fn find_closings(&mut self, assessment: &Assessment) {
        let Self { entries, lasting, closings, looks, closed, .. } = self;
        looks.clear();
        extend_where(looks, Look::BLANK, entries.iter().enumerate().map(|(at, entry)| (Look::new(at, entry), entry.whole)));
        if looks.len() > FEW_LOOKS {
            keep_unbeaten(looks, entries, lasting);
        }
        closed.resize(entries.len(), false);
        for (at, finding) in entries.iter().enumerate().filter(|(_, entry)| entry.outcome.bad > Score::ZERO) {
            for look in looks.iter() {
                let closes = look.closes(finding);
                closed[at] |= closes;
                if closes & (mended(finding, look.ok) > look.ok) {
                    closings.push(Closing { later: look.entry, finding: narrow(at) });
                }
            }
        }
        self.find_named(assessment);
        if !self.named.is_empty() {
            for Named { closing, .. } in self.named.iter().filter(|named| named.closed.is_ok()) {
                self.closed[closing.finding as usize] = true;
                self.closings.push(*closing);
            }
            self.closings.sort_unstable();
            self.closings.dedup();
        }
    }

    /// Every closing, ascending; of many looks at the whole only those that no other one beats. Only after weighing.
    pub(crate) fn all_closings(&self) -> Vec<Closing> {
        let findings = (0_u32..).zip(&self.entries).filter(|(_, entry)| entry.outcome.bad > Score::ZERO);
        let by_looks = findings.flat_map(|(at, finding)| {
            let closes = |look: &&Look| look.closes(finding) && self.entries[look.entry as usize].may_close(finding).is_ok();
            let looks = self.looks.iter().filter(closes);
            looks.map(move |look| Closing { later: look.entry, finding: at })
        });
        let by_name = self.named.iter().filter(|named| named.closed.is_ok()).map(|named| named.closing);
        let mut closings: Vec<Closing> = by_looks.chain(by_name).collect();
        closings.sort_unstable();
        closings.dedup();
        closings
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
            let names = assessment.closes_of(entry.evidence & !AGAIN);
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
        let open = self.entries.iter().zip(&self.closed).map(|(entry, &closed)| entry.outcome.bad.hundredths() * u16::from(!closed));
        self.possible = Score::from_wide(open.max().unwrap_or_default().into()).shortfall();
    }

    /// What covers a share: each evidence, and each closing with `ok = earlier ok + min(earlier bad, later ok)`.
    fn find_reaches(&mut self) {
        let Self { entries, closings, reaches, .. } = self;
        let closing = |at: &Closing| (&entries[at.later as usize], &entries[at.finding as usize]);
        let mended = |(later, finding): (&Entry, &Entry)| (later.trust.min(finding.trust), mended(finding, later.outcome.ok));
        let Readings { substantiated, declared, possible: _ } = reaches;
        substantiated.clear();
        substantiated.extend(entries.iter().map(|entry| Reach::new(entry.trust.substantiated, entry.outcome.ok)));
        declared.clear();
        declared.extend(entries.iter().map(|entry| Reach::new(entry.trust.declared, entry.outcome.ok)));
        for (trust, ok) in closings.iter().map(closing).map(mended) {
            substantiated.push(Reach::new(trust.substantiated, ok));
            declared.push(Reach::new(trust.declared, ok));
        }
    }

    /// Walks over all that covers a share, highest trust first, then highest ok: each percent counts once, with the best trust that
    /// covers it, up to what is possible; cut at the end. `step` sees what each cover adds.
    pub(crate) fn walk(&mut self, reading: Reading, mut step: impl FnMut(Step)) -> Score {
        let Self { entries, closings, possible, reaches, order, .. } = self;
        let reaches = reaches.get(reading);
        let (mut area, mut covered) = (0, 0);
        let mut take = |reach: Reach, at: usize| {
            let upto = reach.ok().min(possible.wide());
            if upto > covered {
                area += (upto - covered) * reach.trust();
                let cover = at.checked_sub(entries.len()).map_or(Cover::Evidence(narrow(at)), |at| Cover::Closing(closings[at]));
                let [trust, added, upto] = [reach.trust(), upto - covered, upto].map(Score::from_wide);
                step(Step { cover, trust, added, upto });
                covered = upto.wide();
            }
        };
        let Some(&first) = reaches.iter().max() else { return Score::ZERO };
        take(first, reaches.iter().position(|reach| *reach == first).unwrap_or_default());
        // What does not reach further than the first adds nothing: in practice one or two are left to sort, or none.
        if first.ok() < possible.wide() {
            order.clear();
            let rest = |(at, &reach): (usize, &Reach)| ((reach, Reverse(narrow(at))), reach.ok() > first.ok());
            extend_where(order, (first, Reverse(0)), reaches.iter().enumerate().map(rest));
            order.sort_unstable();
            order.iter().rev().for_each(|&(reach, Reverse(at))| take(reach, at as usize));
        }
        Score::from_wide(area / WHOLE)
    }
}

/// Keeps the looks that no other one beats: in closing all that they close, worth no less, for as long.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: positions among the entries come from enumerating them")]
fn keep_unbeaten(looks: &mut Vec<Look>, entries: &[Entry], lasting: &[Lasting]) {
    looks.sort_unstable_by_key(|look| (look.entity, look.age_days));
    let mut kept = 0;
    for next in 0..looks.len() {
        let look = looks[next];
        let as_long = |at: u32| lasting.is_empty() || lasting[at as usize].outlasts(lasting[look.entry as usize]);
        let dominates = |at: u32| entries[at as usize].dominates(&entries[look.entry as usize]);
        let beaten = looks[..kept].iter().any(|other| dominates(other.entry) && as_long(other.entry));
        if !beaten {
            looks[kept] = look;
            kept += 1;
        }
    }
    looks.truncate(kept);
}
