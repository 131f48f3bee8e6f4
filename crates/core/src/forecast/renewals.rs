//! What is worth doing again in time, and what of it keeps a band.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use self::last_day::LastDay;
use super::prospect::{Followed, Lapsing, Prospect};
use super::{Days, KEPT_BY_AT_MOST, Keeping, Renewal, Renewed};
use crate::assessment::{Counted, date_of};
use crate::change::Change;
use crate::evidence::{Assurance, Outcome};
use crate::score::Score;

mod last_day;

/// What can be done again, and of each thing that is followed what keeps its band.
pub(super) struct Found<'a> {
    pub(super) renewals: Vec<Renewal<'a>>,
    pub(super) keeping: Vec<Keeping>,
}

/// The evidence of an entity on a requirement that is done again.
#[derive(Debug)]
struct Again {
    entity: u32,
    requirement: u32,
    evidence: Vec<Repeated>, // ascending by position
}

/// An evidence that is done again: on the first day, and each time after as many days as it is valid.
#[derive(Clone, Copy, Debug)]
struct Repeated {
    evidence: u32,
    first: i32,
    times: i32,
    last: i32,
}

/// So many evidences are looked at to find that another one is beaten by one of them: that one is done again besides.
const LOOKED_AT: usize = 64;

/// Finds them, after the last turn of the prospect.
pub(super) fn find<'a>(prospect: &mut Prospect<'a>, courses: &[Days], ordered_by: &[Followed]) -> Found<'a> {
    let leaves = prospect.last_day();
    let prospect = &*prospect;
    let again = again(prospect);
    let mut last_day = LastDay::new(prospect, leaves, &again);
    let effects: Vec<Effect> = (0..again.len()).map(|at| last_day.alone(at)).collect();

    let assessment = prospect.assessment;
    let leads: Vec<bool> = prospect.followed.iter().map(|it| ordered_by.contains(it)).collect();
    let is_objective = |item: usize| matches!(prospect.followed.get(item), Some(Followed::Objective(_)));
    let greatest = |effect: &Effect, of: &dyn Fn(usize) -> bool| {
        effect.moved.iter().filter(|(item, _)| of(*item)).map(|(_, change)| *change).max().unwrap_or_default().max(Change::NONE)
    };
    let mut order: Vec<(Reverse<(Change, Change)>, usize)> = effects
        .iter()
        .map(|effect| Reverse((greatest(effect, &|item| leads.get(item) == Some(&true)), greatest(effect, &is_objective))))
        .zip(0..)
        .collect();
    order.sort_unstable(); // what is done again stands by requirement and entity, so by name
    let place_in_order: BTreeMap<usize, usize> = order.iter().enumerate().map(|(place, &(_, at))| (at, place)).collect();

    let keeping = courses.iter().enumerate().map(|(item, days)| {
        let kept = keep(&mut last_day, &effects, &order, item, days);
        match kept {
            Keeping::By(found) => {
                let mut places: Vec<usize> = found.iter().filter_map(|at| place_in_order.get(at).copied()).collect();
                places.sort_unstable();
                Keeping::By(places)
            }
            Keeping::NotNeeded | Keeping::ByMany | Keeping::ByNone => kept,
        }
    });
    let keeping = keeping.collect();
    let renewal = |&(_, at): &(_, usize)| {
        let (again, effect) = (again.get(at)?, effects.get(at)?);
        let objective = |&(item, change): &(usize, Change)| match prospect.followed.get(item)? {
            Followed::Objective(at) => Some((&assessment.catalogue().objectives().get(*at as usize)?.id, change)),
            Followed::Requirement(_) => None,
        };
        let mut evidence: Vec<Renewed<'a>> = again.evidence.iter().map(|it| it.renewed(prospect)).collect();
        evidence.sort_unstable_by(|a, b| a.evidence.id.cmp(&b.evidence.id));
        Some(Renewal {
            requirement: assessment.catalogue().id_at(again.requirement),
            entity: assessment.entity_at(again.entity),
            evidence,
            worth: effect.moved.iter().filter_map(objective).collect(),
            mends: effect.mends,
        })
    };
    Found { renewals: order.iter().filter_map(renewal).collect(), keeping }
}

impl Repeated {
    /// Does again what loses validity within the window, so that it is valid until the last day.
    fn new(lapsing: &Lapsing, prospect: &Prospect<'_>) -> Option<Self> {
        let valid_days = i32::from(lapsing.counted.valid_days);
        let first = lapsing.lasting.valid_until().max(prospect.first);
        let more = (prospect.last - first - 1).max(0).checked_div(valid_days)?;
        Some(Self { evidence: lapsing.counted.evidence, first, times: more + 1, last: first + more * valid_days })
    }

    fn renewed<'a>(self, prospect: &Prospect<'a>) -> Renewed<'a> {
        Renewed {
            evidence: prospect.assessment.evidence_at(self.evidence),
            first: date_of(self.first),
            times: u32::try_from(self.times).unwrap_or_default(),
        }
    }
}

/// What is done again, by requirement and entity.
fn again(prospect: &Prospect<'_>) -> Vec<Again> {
    let open = prospect.open();
    let mut lapsing: Vec<&Lapsing> = prospect.lapsing.iter().collect();
    lapsing.sort_unstable_by_key(|it| (it.requirement, it.entity, it.counted.evidence));
    let mut all = Vec::new();
    for same in lapsing.chunk_by(|a, b| (a.requirement, a.entity) == (b.requirement, b.entity)) {
        let Some(&&Lapsing { requirement, entity, .. }) = same.first() else { continue };
        let is_open = |it: &&&Lapsing| it.counted.outcome.bad == Score::ZERO || open.contains(&it.counted.evidence);
        let can: Vec<&Lapsing> = same.iter().filter(is_open).copied().collect();
        // beside what is done again stands what stays valid until the last day
        let held = prospect.assessment.held_by(entity).of(requirement).iter();
        let stays = |one: &&Counted| one.day <= prospect.last && one.day + i32::from(one.valid_days) >= prospect.last;
        let mut kept: Vec<Look> = held.filter(stays).map(Look::new).collect();
        kept.extend(can.iter().map(|it| Look::new(&it.counted)));
        kept.sort_unstable_by_key(|look| Reverse(*look));
        let mut unbeaten: Vec<Look> = Vec::new();
        for look in kept {
            if !unbeaten.iter().take(LOOKED_AT).any(|other| other.beats(look)) {
                unbeaten.push(look);
            }
        }
        let is_unbeaten = |it: &&Lapsing| unbeaten.iter().any(|look| look.evidence.0 == it.counted.evidence);
        let evidence: Vec<Repeated> = can.into_iter().filter(is_unbeaten).filter_map(|it| Repeated::new(it, prospect)).collect();
        if !evidence.is_empty() {
            all.push(Again { entity, requirement, evidence });
        }
    }
    all
}

/// What an evidence says of its entity, compared with others of that entity. The order is that of beating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Look {
    assurance: Assurance,
    ok: Score,
    share: Score,
    day: i32,
    evidence: Reverse<u32>,
}

impl Look {
    fn new(&Counted { evidence, day, outcome, assurance, .. }: &Counted) -> Self {
        let Outcome { ok, bad: _ } = outcome;
        Self { assurance, ok, share: outcome.share(), day, evidence: Reverse(evidence) }
    }

    /// Whether it is as sure, as late and as wide, and found as much in order.
    fn beats(self, other: Self) -> bool {
        self.assurance >= other.assurance && self.ok >= other.ok && self.share >= other.share && self.day >= other.day
    }
}

/// What a renewal alone does on the last day.
#[derive(Clone, Debug, Default)]
struct Effect {
    moved: Vec<(usize, Change)>, // what is followed and how what is substantiated of it moves, ascending, none that does not
    mends: bool,
}

/// What keeps the band of the first day of something that is followed: of what moves it, and what it rests on, the fewest found. They are
/// taken in the order of what they are worth to it; then each that is not needed is left out, what is worth least first.
fn keep(
    last_day: &mut LastDay<'_, '_>,
    effects: &[Effect],
    order: &[(Reverse<(Change, Change)>, usize)],
    item: usize,
    days: &Days,
) -> Keeping {
    let band = |at: Option<&(i32, Option<super::Foreseen>)>| at.and_then(|(_, foreseen)| foreseen.as_ref()?.band());
    let (before, after) = (band(days.first()), band(days.last()));
    if before <= after {
        return Keeping::NotNeeded; // none is below every band
    }
    let keeps = |last_day: &mut LastDay<'_, '_>, set: &[usize]| last_day.together(set, item).and_then(|it| it.band()) >= before;
    let lowers = |effect: &Effect| effect.moved.iter().any(|(_, change)| *change < Change::NONE);
    let of_item = |at: usize| {
        let effect = effects.get(at).filter(|effect| !lowers(effect))?;
        Some(effect.moved.iter().find(|(moved, _)| *moved == item).map_or(Change::NONE, |(_, change)| *change))
    };
    let rests_on = last_day.rests_on(item);
    let mut candidates: Vec<(Reverse<Change>, usize, usize)> = Vec::new();
    for (place, &(_, at)) in order.iter().enumerate() {
        if let Some(change) = of_item(at).filter(|_| last_day.is_on(at, &rests_on)) {
            candidates.push((Reverse(change), place, at));
        }
    }
    candidates.sort_unstable();
    let all: Vec<usize> = candidates.iter().map(|&(.., at)| at).collect();
    let first = all.get(..KEPT_BY_AT_MOST).unwrap_or(&all);
    if !keeps(last_day, first) {
        return if first.len() < all.len() && keeps(last_day, &all) { Keeping::ByMany } else { Keeping::ByNone };
    }
    let (mut few, mut enough) = (0, first.len()); // no renewal does, for the band is left; the first `enough` do
    while few + 1 < enough {
        let middle = usize::midpoint(few, enough);
        if keeps(last_day, first.get(..middle).unwrap_or_default()) { enough = middle } else { few = middle }
    }
    let mut set: Vec<usize> = first.get(..enough).unwrap_or_default().to_vec();
    for at in (0..set.len()).rev() {
        let without: Vec<usize> = set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, renewal)| *renewal).collect();
        if !without.is_empty() && keeps(last_day, &without) {
            set = without;
        }
    }
    Keeping::By(set)
}
