//! What becomes of the scores if nobody does anything: the days on which a band is left, the evidence that loses validity, and what it is
//! worth to do that again (method M7).

use jiff::civil::Date;

use self::prospect::{Followed, Lapsing, Prospect};
use crate::assessment::{Assessment, date_of, day};
use crate::band::Band;
use crate::change::Change;
use crate::evidence::Evidence;
use crate::id::{EntityId, ObjectiveId, RequirementId};
use crate::score::{Readings, Score};

mod leaf_day;
mod prospect;
mod renewals;

/// How many days a forecast reaches at most: ten years. No evidence is worth anything six years after its day.
pub const FORECAST_DAYS: i32 = 3_653;

/// So many renewals at most are named as keeping a band.
pub const KEPT_BY_AT_MOST: usize = 64;

/// What a forecast is asked for.
#[derive(Clone, Copy, Debug)]
pub struct ForecastQuestion<'q> {
    /// Whose scores.
    pub entity: &'q EntityId,
    /// The date of assessment, the first day.
    pub as_of: Date,
    /// The last day.
    pub until: Date,
    /// One objective; `None`: all of them.
    pub objective: Option<&'q ObjectiveId>,
    /// The objectives that renewals are ordered by, as those over a whole framework.
    pub ordered_by: &'q [ObjectiveId],
}

/// The scores of an entity from the date of assessment to a later day if nobody does anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast<'a> {
    /// The objectives that were asked for, by name.
    pub objectives: Vec<Course<'a, ObjectiveId>>,
    /// The requirements whose band changes, by name; where one objective is asked for, of its members.
    pub requirements: Vec<Course<'a, RequirementId>>,
    /// The evidence that loses validity or its last worth, by the first day of either, then by name.
    pub lapses: Vec<Lapse<'a>>,
    /// What can be done again in time: what moves the objectives that order most stands first, then what moves any objective most, then by
    /// name.
    pub renewals: Vec<Renewal<'a>>,
}

/// What an objective or requirement scores over the days of a forecast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<'a, Id> {
    /// Which one.
    pub id: &'a Id,
    /// The date of assessment, each day on which the band is another than the day before, and the last day.
    pub days: Vec<CourseDay>,
    /// What keeps the band that it has on the date of assessment until the last day.
    pub keeping: Keeping,
}

/// A day of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseDay {
    /// The day.
    pub day: Date,
    /// What it scores then; `None` where it does not apply.
    pub foreseen: Option<Foreseen>,
}

/// What an objective or requirement scores on a later day: as re-scoring the assessment on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The score: at a leaf by M3 or M4, above by M5.
    pub score: Readings<Score>,
    /// Whether something is assessed at or below the entity.
    pub assessed: bool,
}

impl Foreseen {
    /// The band of what is substantiated; none unless something is assessed (method M4, M6).
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        self.assessed.then(|| Band::of(self.score.substantiated))
    }
}

/// What keeps a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing is needed: on the last day the band is not below that of the date of assessment, or there was none.
    NotNeeded,
    /// These renewals together, by position in [`Forecast::renewals`]; without any one of them the rest does not.
    By(Vec<usize>),
    /// Renewals do, but not the first [`KEPT_BY_AT_MOST`] by what they are worth.
    ByMany,
    /// No renewals were found that do: neither the one that is worth most, nor all together.
    ByNone,
}

/// An evidence that loses validity or its last worth within the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapse<'a> {
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The first day on which its freshness is below 100.
    pub stale_from: Date,
    /// The first day on which it is worth nothing.
    pub worthless_from: Date,
}

/// The evidence that an entity has on one requirement, kept valid: see [`forecast`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal<'a> {
    /// The requirement.
    pub requirement: &'a RequirementId,
    /// Whose evidence.
    pub entity: &'a EntityId,
    /// What is done again, by name.
    pub evidence: Vec<Renewed<'a>>,
    /// By how much it alone moves what is substantiated of the objectives on the last day, by name; those that it does not move are left out.
    pub worth: Vec<(&'a ObjectiveId, Change)>,
    /// Whether it also closes a finding that is open without it: then its worth counts on that being mended.
    pub mends: bool,
}

/// An evidence that is done again with the same finding, as often as it takes to be valid until the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewed<'a> {
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The day on which it is done again for the first time: the last one on which it is valid, or the date of assessment where it is stale then.
    pub first: Date,
    /// How often: each time after as many days as it is valid.
    pub times: u32,
}

impl Renewed<'_> {
    /// The days on which it is done again.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let valid_days = i32::from(self.evidence.counted_valid_days());
        let first = day(self.first);
        (0..).take(usize::try_from(self.times).unwrap_or(usize::MAX)).map(move |time| date_of(first + time * valid_days))
    }
}

/// Foresees the scores of an entity: what they are on any later day if nobody does anything (method M7).
///
/// The forecast for a day is what [`score`](crate::score) gives on that day, always. What time alone does never raises a score; what raises
/// one is an exclusion that ends or an evidence dated later that begins to count.
///
/// A **renewal** takes the evidence that an entity has on one requirement and that loses validity within the window, and does it again with
/// the same finding on the last day on which it is valid (on the date of assessment where it is stale already), and again whenever that ends,
/// so that it is valid until the last day. Of several those are done again that no other one of that entity beats; a finding that was closed
/// is not looked for again. It is worth by how much it alone moves the printed scores of the last day.
///
/// `None` where the entity or an objective is unknown, or the last day does not lie 1 to [`FORECAST_DAYS`] days after the first.
///
/// ```
/// use std::sync::Arc;
/// use pejling_core::*;
///
/// # let requirement = Requirement {
/// #     id: "demo:A.1".parse().unwrap(), target: None, composite: false, excludable: Excludable::Freely, requires: vec![], supported_by: vec![],
/// # };
/// # let objective = Objective {
/// #     id: "demo:all".parse().unwrap(), members: vec![("demo:A.1".parse().unwrap(), Weight::ONE)], critical: vec![], norm: Band::Largely,
/// # };
/// # let framework = Framework {
/// #     id: "demo".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements: vec![requirement],
/// #     objectives: vec![objective],
/// # };
/// # let catalogue = Arc::new(Catalogue::new(vec![framework]).unwrap());
/// # let audit = Evidence {
/// #     id: "audit".parse().unwrap(), requirement: "demo:A.1".parse().unwrap(), entity: "bakkeland".parse().unwrap(),
/// #     kind: Kind::Audit, date: jiff::civil::date(2026, 6, 1), assurance: Assurance::Independent,
/// #     by: Some("an auditor".into()), reference: Some("2026-14".into()), valid_days: None, closes: vec![],
/// #     finding: Finding::Result { share: Score::FULL, result: "90".parse().unwrap() },
/// # };
/// # let region = Entity { id: "bakkeland".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] };
/// # let submission = Submission {
/// #     organisation: "bakkeland".parse().unwrap(), entities: vec![region], evidence: vec![audit], exclusions: vec![],
/// # };
/// let assessment = Assessment::new(catalogue, submission).unwrap(); // one audit of 2026-06-01 that found 90 %, valid for 365 days
/// let entity = assessment.organisation().clone();
/// let forecast = forecast(&assessment, &ForecastQuestion {
///     entity: &entity, as_of: jiff::civil::date(2026, 6, 30), until: jiff::civil::date(2027, 8, 30), objective: None, ordered_by: &[],
/// }).unwrap();
///
/// // After 365 + n days 90 * (365 - n) / 365 is left: at n = 21, on 2027-06-22, it is 84.82 and no longer above 85.
/// let left = forecast.objectives[0].days[1];
/// assert_eq!((left.day.to_string(), left.foreseen.unwrap().band()), ("2027-06-22".to_owned(), Some(Band::Largely)));
/// assert_eq!(forecast.objectives[0].keeping, Keeping::By(vec![0]));
/// assert_eq!(forecast.renewals[0].evidence[0].first.to_string(), "2027-06-01");
/// ```
#[must_use]
pub fn forecast<'a>(assessment: &'a Assessment, question: &ForecastQuestion<'_>) -> Option<Forecast<'a>> {
    let (first, last) = (day(question.as_of), day(question.until));
    if !(1..=FORECAST_DAYS).contains(&last.checked_sub(first)?) {
        return None;
    }
    let catalogue = &**assessment.catalogue();
    let at = |id: &ObjectiveId| catalogue.objective_position(id).and_then(|at| u32::try_from(at).ok());
    let ordered_by = question.ordered_by.iter().map(|id| at(id).map(Followed::Objective)).collect::<Option<Vec<_>>>()?;
    let objectives: Vec<u32> = match question.objective {
        Some(id) => vec![at(id)?],
        None => (0..).take(catalogue.objectives().len()).collect(),
    };
    let requirements: Vec<u32> = match question.objective {
        Some(id) => {
            let aggregate = catalogue.aggregates().get(at(id)? as usize)?;
            aggregate.members.iter().map(|(member, _)| *member).collect()
        }
        None => (0..).take(catalogue.requirements().len()).collect(),
    };
    let followed = objectives.into_iter().map(Followed::Objective).chain(requirements.into_iter().map(Followed::Requirement));
    let mut prospect = Prospect::new(assessment, assessment.place(question.entity)?, followed.collect(), first, last);
    let courses = trace(&mut prospect);
    let found = renewals::find(&mut prospect, &courses, &ordered_by);

    let (mut objectives, mut requirements) = (Vec::new(), Vec::new());
    for ((followed, days), keeping) in prospect.followed.iter().zip(courses).zip(found.keeping) {
        let days: Vec<CourseDay> = days.into_iter().map(|(day, foreseen)| CourseDay { day: date_of(day), foreseen }).collect();
        match *followed {
            Followed::Objective(at) => {
                let id = catalogue.objectives().get(at as usize).map(|it| &it.id);
                objectives.extend(id.map(|id| Course { id, days, keeping }));
            }
            Followed::Requirement(at) if days.windows(2).any(|pair| matches!(pair, [a, b] if key(a.foreseen) != key(b.foreseen))) => {
                requirements.push(Course { id: catalogue.id_at(at), days, keeping });
            }
            Followed::Requirement(_) => {}
        }
    }
    Some(Forecast { objectives, requirements, lapses: lapses(&prospect), renewals: found.renewals })
}

/// What changes when a band is left or reached: whether it applies at all, and its band.
fn key(foreseen: Option<Foreseen>) -> (bool, Option<Band>) {
    (foreseen.is_some(), foreseen.and_then(|it| it.band()))
}

type Days = Vec<(i32, Option<Foreseen>)>;

/// Of each thing that is followed: the first day, each day on which its band is another than the day before, and the last.
///
/// Within a stretch time never raises: where the bands of two days are equal, so are those of all days between them. So looking between
/// days of different bands finds every change.
fn trace(prospect: &mut Prospect<'_>) -> Vec<Days> {
    let all: Vec<usize> = (0..prospect.followed.len()).collect();
    let mut courses: Vec<Days> = vec![Vec::new(); all.len()];
    let turns = prospect.turns();
    let mut starts = turns.keys().copied().collect::<Vec<_>>().into_iter().peekable();
    let mut start = Some(prospect.first);
    prospect.begin();
    while let Some(from) = start {
        if let Some(touched) = turns.get(&from) {
            prospect.turn(from, touched);
        }
        let to = starts.peek().map_or(prospect.last, |next| next - 1);
        let before = tell(prospect, &mut courses, from, &all);
        if from < to {
            let after = tell(prospect, &mut courses, to, &all);
            narrow(prospect, &mut courses, (from, &before), (to, &after), &all, i32::MAX);
        }
        start = starts.next();
    }
    let last = prospect.last;
    for days in &mut courses {
        days.sort_unstable_by_key(|(day, _)| *day);
        let mut before = None;
        days.retain(|&(day, foreseen)| before.replace(key(foreseen)) != Some(key(foreseen)) || day == last);
    }
    courses
}

/// Notes what stands on a day, of what is wanted.
fn tell(prospect: &mut Prospect<'_>, courses: &mut [Days], day: i32, wanted: &[usize]) -> Vec<Option<Foreseen>> {
    let found = prospect.on(day, wanted);
    for (&at, foreseen) in wanted.iter().zip(&found) {
        if let Some(days) = courses.get_mut(at) {
            days.push((day, *foreseen));
        }
    }
    found
}

/// Looks between two days of a stretch for those on which a band changes: on the day on which one of them would if its score fell evenly,
/// and in the middle where such a guess, made in a stretch of `guessed` days, did not halve it.
fn narrow(
    prospect: &mut Prospect<'_>,
    courses: &mut [Days],
    (from, before): (i32, &[Option<Foreseen>]),
    (to, after): (i32, &[Option<Foreseen>]),
    wanted: &[usize],
    guessed: i32,
) {
    if to - from < 2 {
        return;
    }
    let changed = wanted.iter().zip(before).zip(after).filter(|((_, before), after)| key(**before) != key(**after));
    let (mut at, mut earlier, mut later) = (Vec::new(), Vec::new(), Vec::new());
    for ((&item, &before), &after) in changed {
        at.push(item);
        earlier.push(before);
        later.push(after);
    }
    let Some((before, after)) = earlier.get(at.len() / 2).zip(later.get(at.len() / 2)) else { return };
    let guess = if to - from > guessed / 2 { None } else { guess((from, *before), (to, *after)) };
    let day = guess.unwrap_or(i32::midpoint(from, to));
    let guessed = guess.map_or(i32::MAX, |_| to - from);
    let found = tell(prospect, courses, day, &at);
    narrow(prospect, courses, (from, &earlier), (day, &found), &at, guessed);
    narrow(prospect, courses, (day, &found), (to, &later), &at, guessed);
}

/// The day between two others on which a score that falls evenly would leave its band.
fn guess((from, before): (i32, Option<Foreseen>), (to, after): (i32, Option<Foreseen>)) -> Option<i32> {
    let (start, end) = (before?.score.substantiated, after?.score.substantiated);
    let room = start.wide().checked_sub(before?.band()?.least().wide())? + 1;
    let days = u64::try_from(to - from).ok()?;
    let day = (room * days).div_ceil(start.wide().checked_sub(end.wide()).filter(|fall| *fall > 0)?);
    Some((from + i32::try_from(day).ok()?).clamp(from + 1, to - 1))
}

/// The evidence that loses validity or its last worth, by the first day of either, then by name.
#[allow(clippy::indexing_slicing, reason = "INVARIANT: what lapses does so on a day of the window, or it would not be noted")]
fn lapses<'a>(prospect: &Prospect<'a>) -> Vec<Lapse<'a>> {
    let day = |it: &Lapsing| {
        let stale_from = it.lasting.valid_until() + 1;
        let first = if prospect.first < stale_from { stale_from } else { it.lasting.worthless_from() };
        usize::try_from(first - prospect.first - 1).unwrap_or_default()
    };
    let evidence = |it: &Lapsing| prospect.assessment.evidence_at(it.evidence);
    let stand_by_name = prospect.assessment.evidence().is_sorted_by(|a, b| a.id <= b.id);
    let key = |it: &Lapsing| if stand_by_name { it.evidence.into() } else { beginning(evidence(it).id.as_str()) };
    let mut counts = vec![0; usize::try_from(prospect.last - prospect.first).unwrap_or_default()];
    for it in &prospect.lapsing {
        counts[day(it)] += 1;
    }
    let mut by_day: Vec<Vec<(u128, &Lapsing)>> = counts.into_iter().map(Vec::with_capacity).collect();
    for it in &prospect.lapsing {
        by_day[day(it)].push((key(it), it));
    }
    let days = || prospect.lapsing.iter().flat_map(|it| [it.lasting.valid_until() + 1, it.lasting.worthless_from()]);
    let calendar = Calendar::new(days().min().unwrap_or_default(), days().max().unwrap_or_default());
    let dated = |(_, it): (u128, &Lapsing)| Lapse {
        evidence: evidence(it),
        stale_from: calendar.date(it.lasting.valid_until() + 1),
        worthless_from: calendar.date(it.lasting.worthless_from()),
    };
    let mut lapses = Vec::with_capacity(prospect.lapsing.len());
    for mut day in by_day {
        day.sort_unstable_by(|(key, a), (other, b)| key.cmp(other).then_with(|| evidence(a).id.cmp(&evidence(b).id)));
        lapses.extend(day.into_iter().map(dated));
    }
    lapses
}

/// The first sixteen bytes of a name: numbers are compared sooner than texts, and in the same order.
fn beginning(name: &str) -> u128 {
    name.bytes().chain(std::iter::repeat(0)).take(16).fold(0, |number, byte| (number << 8) | u128::from(byte))
}

/// The dates of days that lie close together, each found once.
struct Calendar {
    first: i32,
    dates: Vec<Date>,
}

impl Calendar {
    fn new(first: i32, last: i32) -> Self {
        Self { first, dates: (first..=last).map(date_of).collect() }
    }

    fn date(&self, day: i32) -> Date {
        let found = usize::try_from(day - self.first).ok().and_then(|at| self.dates.get(at));
        found.copied().unwrap_or_else(|| date_of(day))
    }
}
