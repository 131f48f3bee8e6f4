//! What holds at one leaf: its own evidence, that of those above it, and that of services that it rests on (method M2).

use jiff::civil::Date;

use crate::assessment::{Assessment, Counted, Held, day};
use crate::own::Entry;
use crate::score::Score;

/// The evidence and exclusions that hold at one leaf, handed out requirement by requirement.
#[derive(Debug)]
pub(crate) struct Holding<'a> {
    today: i32,
    direct: Vec<Direct<'a>>,
    served: Vec<Served<'a>>,   // ascending by requirement
    excluded: Vec<(u32, u32)>, // (requirement, entity that excludes it), ascending
}

/// What an entity of the leaf's line has evidence of.
#[derive(Debug)]
struct Direct<'a> {
    place: u32,
    held: &'a Held,
    next: usize, // the cell behind the one handed out last
}

#[derive(Debug)]
struct Served<'a> {
    requirement: u32,
    service: u32,
    share: Score,
    evidence: &'a [Counted],
}

impl<'a> Holding<'a> {
    /// What holds at a leaf on a day.
    pub(crate) fn new(assessment: &'a Assessment, leaf: u32, as_of: Date) -> Self {
        let line: Vec<u32> = assessment.line(leaf).collect();
        let mut served = Vec::new();
        let mut excluded = Vec::new();
        for &place in &line {
            let node = assessment.node(place);
            let in_force = node.excluded.iter().filter(|exclusion| as_of <= exclusion.review_by);
            excluded.extend(in_force.map(|exclusion| (exclusion.requirement, place)));
            for serving in node.served.iter().filter(|serving| !line.contains(&serving.service)) {
                let (requirement, service, share) = (serving.requirement, serving.service, serving.share);
                served.push(Served { requirement, service, share, evidence: assessment.held_by(service).of(requirement) });
            }
        }
        served.sort_by_key(|served| served.requirement);
        excluded.sort_unstable();
        let direct = line.iter().map(|&place| Direct { place, held: assessment.held_by(place), next: 0 });
        let direct = direct.filter(|direct| !direct.held.is_empty()).collect();
        Self { today: day(as_of), direct, served, excluded }
    }

    /// The entity of the leaf's line whose exclusion of a requirement is in force.
    pub(crate) fn excluded_by(&self, requirement: u32) -> Option<u32> {
        let found = self.excluded.partition_point(|&(excluded, _)| excluded < requirement);
        self.excluded.get(found).filter(|(excluded, _)| *excluded == requirement).map(|&(_, place)| place)
    }

    /// Puts what counts of a requirement into `entries`. Quickest where requirements are asked for in ascending order.
    pub(crate) fn take(&mut self, requirement: u32, entries: &mut Vec<Entry>) {
        let today = self.today;
        self.take_as(requirement, entries, |one, entity, carried| Entry::new(one, entity, carried, today));
    }

    /// The same in a form of its own: of each evidence that counts, with its entity and the share at which a service carries it.
    pub(crate) fn take_as<T>(&mut self, requirement: u32, into: &mut Vec<T>, make: impl Fn(&Counted, u32, Option<Score>) -> T) {
        into.clear();
        for Direct { place, held, next } in &mut self.direct {
            if next.checked_sub(1).and_then(|last| held.cells(last).first()).is_some_and(|last| requirement <= last.requirement) {
                *next = 0;
            }
            if held.cells(*next).first().is_some_and(|cell| cell.requirement < requirement) {
                *next += held.cells(*next).partition_point(|cell| cell.requirement < requirement);
            }
            if held.cells(*next).first().is_some_and(|cell| cell.requirement == requirement) {
                extend(into, held.cell(*next), self.today, |one| make(one, *place, None));
                *next += 1;
            }
        }
        let first = self.served.partition_point(|served| served.requirement < requirement);
        for served in self.served.iter().skip(first).take_while(|served| served.requirement == requirement) {
            extend(into, served.evidence, self.today, |one| make(one, served.service, Some(served.share)));
        }
    }
}

/// Adds what counts on a day. Nearly always that is all: then the number of entries is known before.
fn extend<T>(into: &mut Vec<T>, evidence: &[Counted], today: i32, make: impl Fn(&Counted) -> T) {
    if evidence.iter().all(|one| one.day <= today) {
        into.extend(evidence.iter().map(make));
    } else {
        into.extend(evidence.iter().filter(|one| one.day <= today).map(make));
    }
}
