//! What is worth doing again in time, and what of it keeps a band.

use std::cmp::Reverse;

use self::last_day::LastDay;
use super::prospect::{Followed, Lapsing, Prospect};
use super::{Days, Foreseen, KEPT_BY_AT_MOST, Keeping, Renewal, Renewed};
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
    valid_days: u16,
    first: i32,
    times: i32,
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
    let mut order: Vec<_> = effects
        .iter()
        .map(|effect| Reverse((greatest(effect, &|item| leads.get(item) == Some(&true)), greatest(effect, &is_objective))))
        .zip(0..)
        .collect();
    order.sort_unstable(); // what is done again stands by requirement and entity, so by name
    let order: Vec<usize> = order.into_iter().map(|(_, at)| at).collect();
    let keeping = Keepers::new(&mut last_day, &effects, &order).keeping(courses);
    let renewal = |&at: &usize| {
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
        let Counted { evidence, valid_days, .. } = lapsing.counted;
        let first = lapsing.lasting.valid_until().max(prospect.first);
        let more = (prospect.last - first - 1).max(0).checked_div(valid_days.into())?;
        Some(Self { evidence, valid_days, first, times: more + 1 })
    }

    /// The last two times: what was done again earlier is worth nothing on the last day, and whatever it closes the last one closes.
    fn that_count(self) -> impl Iterator<Item = i32> {
        let Self { evidence: _, valid_days, first, times } = self;
        (0.max(times - 2)..times).map(move |time| first + time * i32::from(valid_days))
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
    let key = |it: &Lapsing| (it.entity, it.requirement); // as they were met, and as evidence is held
    let mut runs: Vec<&[Lapsing]> = prospect.lapsing.chunk_by(|a, b| key(a) == key(b)).collect(); // nearly always the whole of a key
    runs.sort_by_key(|run| run.first().map(key));
    let mut all = Vec::new();
    let (mut can, mut kept, mut unbeaten): (Vec<&Lapsing>, Vec<Look>, Vec<Look>) = Default::default(); // their space is used again
    for same in runs.chunk_by(|a, b| a.first().map(key) == b.first().map(key)) {
        let Some(&Lapsing { requirement, entity, .. }) = same.first().and_then(|run| run.first()) else { continue };
        let is_open = |it: &&Lapsing| it.counted.outcome.bad == Score::ZERO || open.get(it.counted.evidence as usize) == Some(&true);
        can.clear();
        can.extend(same.iter().copied().flatten().filter(is_open));
        can.sort_unstable_by_key(|it| it.counted.evidence);
        // beside what is done again stands what stays valid until the last day
        let held = prospect.assessment.held_by(entity).of(requirement).iter();
        let stays = |one: &&Counted| one.day <= prospect.last && one.day + i32::from(one.valid_days) >= prospect.last;
        kept.clear();
        kept.extend(held.filter(stays).map(Look::new));
        kept.extend(can.iter().map(|it| Look::new(&it.counted)));
        kept.sort_unstable_by_key(|look| Reverse(*look));
        unbeaten.clear();
        for &look in &kept {
            if !unbeaten.iter().take(LOOKED_AT).any(|other| other.beats(look)) {
                unbeaten.push(look);
            }
        }
        let is_unbeaten = |it: &&&Lapsing| unbeaten.iter().any(|look| look.evidence.0 == it.counted.evidence);
        let evidence: Vec<Repeated> = can.iter().filter(is_unbeaten).filter_map(|it| Repeated::new(it, prospect)).collect();
        if !evidence.is_empty() {
            all.push(Again { entity, requirement, evidence });
        }
    }
    all.sort_unstable_by_key(|it| (it.requirement, it.entity));
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

/// What may keep bands: the renewals that lower nothing.
struct Keepers<'l, 'p, 'a> {
    last_day: &'l mut LastDay<'p, 'a>,
    order: Vec<usize>,                                // those renewals, in the order in which they are told
    places: Vec<usize>,                               // of every renewal in that of all
    lifts: Vec<Vec<(Reverse<Change>, usize, usize)>>, // by what is followed: what lifts it by how much, its place, itself
    with_all: Vec<Option<Foreseen>>,                  // what is followed when all of them are carried out
}

#[allow(clippy::indexing_slicing, reason = "INVARIANT: renewals and what is followed are known by their positions")]
impl<'l, 'p, 'a> Keepers<'l, 'p, 'a> {
    fn new(last_day: &'l mut LastDay<'p, 'a>, effects: &[Effect], order: &[usize]) -> Self {
        let lowers = |at: usize| effects[at].moved.iter().any(|(_, change)| *change < Change::NONE);
        let mut places = vec![0; order.len()];
        for (place, &at) in order.iter().enumerate() {
            places[at] = place;
        }
        let order: Vec<usize> = order.iter().copied().filter(|&at| !lowers(at)).collect();
        let with_all = last_day.together(&order, None);
        let mut lifts = vec![Vec::new(); with_all.len()];
        for &at in &order {
            for &(item, change) in &effects[at].moved {
                lifts[item].push((Reverse(change), places[at], at));
            }
        }
        Self { last_day, order, places, lifts, with_all }
    }

    /// Of each thing that is followed what keeps its band.
    fn keeping(mut self, courses: &[Days]) -> Vec<Keeping> {
        courses.iter().enumerate().map(|(item, days)| self.keep(item, days)).collect()
    }

    /// What keeps the band of the first day: of what lifts it, and of all else that it rests on, the fewest found. They are taken in the order
    /// of what they are worth to it; then each that is not needed is left out, what is worth least first.
    ///
    /// To do again what found something wrong can stand in the way of another renewal that mends it, so more is not always better.
    fn keep(&mut self, item: usize, days: &Days) -> Keeping {
        let band = |foreseen: Option<Foreseen>| foreseen.and_then(|it| it.band());
        let (before, after) = (days.first().and_then(|it| band(it.1)), days.last().and_then(|it| band(it.1)));
        if before <= after {
            return Keeping::NotNeeded; // none is below every band
        }
        let first = self.first(item);
        let mut keeps = |set: &[usize]| band(self.last_day.together(set, Some(item))[0]) >= before;
        let mut enough = first.len().min(1);
        if enough == 0 || !keeps(&first[..enough]) {
            if band(self.with_all[item]) < before {
                return Keeping::ByNone;
            }
            if !keeps(&first) {
                return Keeping::ByMany;
            }
            let mut few = enough; // so many do not keep it, and the first `enough` do
            enough = first.len();
            while few + 1 < enough {
                let middle = usize::midpoint(few, enough);
                if keeps(&first[..middle]) { enough = middle } else { few = middle }
            }
        }
        let mut set = first[..enough].to_vec();
        let mut before_pass = usize::MAX;
        while 1 < set.len() && set.len() < before_pass {
            before_pass = set.len();
            for at in (0..set.len()).rev() {
                let renewal = set.remove(at);
                if set.is_empty() || !keeps(&set) {
                    set.insert(at, renewal);
                }
            }
        }
        let mut places: Vec<usize> = set.into_iter().map(|at| self.places[at]).collect();
        places.sort_unstable();
        Keeping::By(places)
    }

    /// The first renewals by what they are worth to something; those that alone are worth nothing may be together.
    fn first(&mut self, item: usize) -> Vec<usize> {
        let mut lifts = std::mem::take(&mut self.lifts[item]);
        if lifts.len() > KEPT_BY_AT_MOST {
            lifts.select_nth_unstable(KEPT_BY_AT_MOST);
        }
        lifts.truncate(KEPT_BY_AT_MOST);
        lifts.sort_unstable();
        let mut first: Vec<usize> = lifts.into_iter().map(|(.., at)| at).collect();
        let rests_on = self.last_day.rests_on(item);
        let others = self.order.iter().copied().filter(|&at| self.last_day.is_on(at, &rests_on));
        let others: Vec<usize> = others.filter(|at| !first.contains(at)).take(KEPT_BY_AT_MOST - first.len()).collect();
        first.extend(others);
        first
    }
}
