//! For how long something is trusted (method M1): the same on every day that is asked for, without weighing it anew.

use crate::assessment::Counted;
use crate::evidence::{Assurance, freshness, trust};
use crate::own::{Coverage, Own};
use crate::score::{Readings, Score, WHOLE};

/// How an evidence is trusted from its day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lasting {
    day: i32,
    valid_days: u16,
    assurance: Assurance,
}

impl Lasting {
    pub(crate) fn new(counted: &Counted) -> Self {
        Self { day: counted.day, valid_days: counted.valid_days, assurance: counted.assurance }
    }

    /// The last day on which it is fully fresh.
    pub(crate) fn valid_until(self) -> i32 {
        self.day + i32::from(self.valid_days)
    }

    /// The first day on which it is worth nothing.
    pub(crate) fn worthless_from(self) -> i32 {
        self.day + 2 * i32::from(self.valid_days)
    }

    /// Whether it is as fresh as another one on every day: both fall evenly, so it is enough that it begins and ends to fall no sooner.
    pub(crate) fn outlasts(self, other: Self) -> bool {
        self.valid_until() >= other.valid_until() && self.worthless_from() >= other.worthless_from()
    }

    /// Whether it is as much to be trusted as another one on every day of a stretch.
    fn beats(self, other: Self, first: i32, last: i32) -> bool {
        self.assurance >= other.assurance && (self.outlasts(other) || self.valid_until() >= last || other.worthless_from() <= first)
    }

    fn trust_on(self, day: i32) -> Readings<Score> {
        trust(self.assurance, freshness(day.abs_diff(self.day), self.valid_days))
    }
}

/// Something that covers a share of a requirement: an evidence, or a closing, which is trusted as the less trusted of two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastingCover {
    pub(crate) ok: Score,
    pub(crate) by: Lasting,
    pub(crate) and: Option<Lasting>,
}

impl LastingCover {
    fn parts(self) -> impl Iterator<Item = Lasting> {
        std::iter::once(self.by).chain(self.and)
    }

    /// Whether it is worth no less than another one on every day of a stretch.
    fn beats(self, other: Self, first: i32, last: i32) -> bool {
        self.ok >= other.ok && self.parts().all(|mine| other.parts().any(|theirs| mine.beats(theirs, first, last)))
    }

    fn trust_on(self, day: i32) -> Readings<Score> {
        let trust = self.by.trust_on(day);
        self.and.map_or(trust, |and| trust.min(and.trust_on(day)))
    }
}

/// So many covers are looked at to find that another one is beaten by one of them; what is not found costs time and no number.
const LOOKED_AT: usize = 32;

/// What a requirement scores by its own evidence on each day of a stretch on which the same evidence counts.
#[derive(Clone, Debug)]
pub(crate) struct LastingOwn {
    possible: Score,
    /// The first day on which nothing is fresh; none where nothing counts.
    outdated_from: Option<i32>,
    covers: Vec<LastingCover>, // INVARIANT: none beats another one on every day, as far as was looked
    steady: Option<Own>,       // where no day of the stretch changes it
}

impl LastingOwn {
    /// Of all that counts: what is possible, what covers a share, and for how long each evidence is fresh.
    pub(crate) fn new(possible: Score, mut covers: Vec<LastingCover>, lasting: &[Lasting], first: i32, last: i32) -> Self {
        for cover in &mut covers {
            cover.ok = cover.ok.min(possible);
        }
        covers.retain(|cover| cover.ok > Score::ZERO && cover.parts().all(|part| part.worthless_from() > first));
        covers.sort_unstable_by_key(|cover| std::cmp::Reverse((cover.ok, cover.by.assurance, cover.by.valid_until())));
        let mut kept: Vec<LastingCover> = Vec::with_capacity(covers.len().min(4));
        for cover in covers {
            if !kept.iter().take(LOOKED_AT).any(|other| other.beats(cover, first, last)) {
                kept.push(cover);
            }
        }
        let outdated_from = lasting.iter().map(|it| it.worthless_from()).max();
        let mut own = Self { possible, outdated_from, covers: kept, steady: None };
        let falls = own.covers.iter().flat_map(|cover| cover.parts()).any(|part| part.valid_until() < last);
        let ends = possible == Score::FULL && outdated_from.is_some_and(|day| first < day && day <= last);
        own.steady = (!falls && !ends).then(|| own.on(first, &mut Readings::default()));
        own
    }

    /// What it scores on a day of the stretch; `space` is used again.
    pub(crate) fn on(&self, day: i32, space: &mut Readings<Vec<(Score, Score)>>) -> Own {
        if let Some(steady) = self.steady {
            return steady;
        }
        let Readings { substantiated, declared, possible: _ } = space;
        substantiated.clear();
        declared.clear();
        for cover in &self.covers {
            let trust = cover.trust_on(day);
            substantiated.push((trust.substantiated, cover.ok));
            declared.push((trust.declared, cover.ok));
        }
        let coverage = match self.outdated_from {
            None => Coverage::NotAssessed,
            Some(outdated_from) if self.possible < Score::FULL || day < outdated_from => Coverage::Assessed,
            Some(_) => Coverage::Outdated,
        };
        Own { score: Readings { substantiated: walk(substantiated), declared: walk(declared), possible: self.possible }, coverage }
    }
}

/// Walks over pairs of trust and what is in order, up to what is possible (method M2): highest trust first, then highest ok; cut at the end.
fn walk(pairs: &mut [(Score, Score)]) -> Score {
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut area, mut covered) = (0, 0);
    for &(trust, ok) in pairs.iter() {
        if ok.wide() > covered {
            area += (ok.wide() - covered) * trust.wide();
            covered = ok.wide();
        }
    }
    Score::from_wide(area / WHOLE)
}
