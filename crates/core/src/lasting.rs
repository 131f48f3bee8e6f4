//! For how long something is trusted (method M1): the same on every day that is asked for, without weighing it anew.

use std::cmp::Reverse;

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
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastingOwn {
    at_first: Own,     // on the first day of the stretch
    steady_until: i32, // the last day on which it is the same
    then: Fading,
}

impl LastingOwn {
    /// Of all that counts: what is possible, what covers a share, and for how long each evidence is fresh. `covers` is emptied of what another
    /// one beats on every day; the rest is put to `into`.
    pub(crate) fn new(
        possible: Score,
        covers: &mut Vec<LastingCover>,
        lasting: &[Lasting],
        (first, last): (i32, i32),
        into: &mut Vec<LastingCover>,
    ) -> Self {
        for cover in covers.iter_mut() {
            cover.ok = cover.ok.min(possible);
        }
        covers.retain(|cover| cover.ok > Score::ZERO && cover.parts().all(|part| part.worthless_from() > first));
        covers.sort_unstable_by_key(|cover| Reverse((cover.ok, cover.by.assurance, cover.by.valid_until())));
        let (start, mut steady_until) = (into.len(), last);
        for cover in covers.drain(..) {
            let kept = into.get(start..).unwrap_or_default();
            if !kept.iter().take(LOOKED_AT).any(|other| other.beats(cover, first, last)) {
                steady_until = cover.parts().map(Lasting::valid_until).fold(steady_until, i32::min);
                into.push(cover);
            }
        }
        let outdated_from = lasting.iter().map(|it| it.worthless_from()).max();
        if let Some(day) = outdated_from.filter(|day| possible == Score::FULL && first < *day) {
            steady_until = steady_until.min(day - 1);
        }
        let [start, end] = [start, into.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        let then = Fading { start, end, possible, outdated_from };
        Self { at_first: then.on(first, into), steady_until, then }
    }

    /// What it scores on a day of the stretch, by the covers that it was put to.
    pub(crate) fn on(&self, day: i32, covers: &[LastingCover]) -> Own {
        if day <= self.steady_until { self.at_first } else { self.then.on(day, covers) }
    }
}

/// What is left as evidence loses validity. What covers a share lies elsewhere, side by side with that of other requirements: it is read for
/// every day that is asked for.
#[derive(Clone, Copy, Debug)]
struct Fading {
    start: u32, // of its covers, which descend by ok
    end: u32,
    possible: Score,
    outdated_from: Option<i32>, // the first day on which nothing is fresh; none where nothing counts
}

impl Fading {
    fn on(self, day: i32, covers: &[LastingCover]) -> Own {
        let coverage = match self.outdated_from {
            None => Coverage::NotAssessed,
            Some(outdated_from) if self.possible < Score::FULL || day < outdated_from => Coverage::Assessed,
            Some(_) => Coverage::Outdated,
        };
        // the share up to each ok is trusted as much as the most trusted of those that reach it (method M2); cut at the end
        let mut trusted: Readings<Score> = Readings::default();
        let (mut substantiated, mut declared) = (0, 0);
        let mut covers = covers.get(self.start as usize..self.end as usize).unwrap_or_default().iter().peekable();
        while let Some(cover) = covers.next() {
            trusted = trusted.zip(cover.trust_on(day)).map(|(most, trust)| most.max(trust));
            let alone = cover.ok.wide() - covers.peek().map_or(0, |less| less.ok.wide());
            substantiated += alone * trusted.substantiated.wide();
            declared += alone * trusted.declared.wide();
        }
        let [substantiated, declared] = [substantiated, declared].map(|area| Score::from_wide(area / WHOLE));
        Own { score: Readings { substantiated, declared, possible: self.possible }, coverage }
    }
}
