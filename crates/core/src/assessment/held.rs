//! What one entity has evidence of, in the form that scoring reads.

use std::ops::Range;

use crate::assessment::day;
use crate::evidence::{Assurance, Evidence, Outcome, Target};

/// An evidence in the form that scoring reads: numbers only.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    pub(crate) evidence: u32,
    pub(crate) day: i32,
    pub(crate) outcome: Outcome,
    pub(crate) valid_days: u16,
    pub(crate) assurance: Assurance,
    pub(crate) closes: bool, // whether it names findings that it closes
}

/// Millions of evidences are walked through for a score: what one of them takes is what scoring costs.
const _: () = assert!(size_of::<Counted>() == 16);

impl Counted {
    /// What counts of the evidence at a position, held against a requirement of that target.
    pub(super) fn new(position: u32, one: &Evidence, target: Target) -> Self {
        Self {
            evidence: position,
            day: day(one.date),
            outcome: one.finding.outcome(target),
            valid_days: one.counted_valid_days(),
            assurance: one.counted_assurance(),
            closes: !one.closes.is_empty(),
        }
    }
}

/// What one entity itself has evidence of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    cells: Vec<Cell>,      // INVARIANT: ascending by requirement, none empty
    counted: Vec<Counted>, // INVARIANT: cell after cell, within a cell ascending by position
}

/// Where the evidence on one requirement ends; it starts where that of the cell before ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) requirement: u32,
    end: u32,
}

impl Held {
    /// Sorts evidence into cells.
    pub(super) fn new(mut evidence: Vec<(u32, Counted)>) -> Self {
        evidence.sort_unstable_by_key(|(requirement, one)| (u64::from(*requirement) << 32) | u64::from(one.evidence));
        let mut cells: Vec<Cell> = Vec::new();
        for (end, (requirement, _)) in (1..).zip(&evidence) {
            match cells.last_mut() {
                Some(cell) if cell.requirement == *requirement => cell.end = end,
                Some(_) | None => cells.push(Cell { requirement: *requirement, end }),
            }
        }
        cells.shrink_to_fit();
        Self { cells, counted: evidence.into_iter().map(|(_, one)| one).collect() }
    }

    /// The cells from a position on, by requirement.
    pub(crate) fn cells(&self, from: usize) -> &[Cell] {
        self.cells.get(from..).unwrap_or_default()
    }

    /// The evidence of the cell at a position.
    pub(crate) fn cell(&self, at: usize) -> &[Counted] {
        let Range { start, end } = self.range(at);
        self.counted.get(start..end).unwrap_or_default()
    }

    fn range(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.cells.get(at).map_or(0, |cell| cell.end as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// The evidence on a requirement.
    pub(crate) fn of(&self, requirement: u32) -> &[Counted] {
        self.cells.binary_search_by_key(&requirement, |cell| cell.requirement).map_or(&[], |at| self.cell(at))
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.counted.is_empty()
    }

    /// Puts an evidence at its place.
    pub(super) fn insert(&mut self, requirement: u32, one: Counted) {
        let at = self.cells.partition_point(|cell| cell.requirement < requirement);
        if self.cells.get(at).is_none_or(|cell| cell.requirement != requirement) {
            let end = at.checked_sub(1).and_then(|before| self.cells.get(before)).map_or(0, |before| before.end);
            self.cells.insert(at, Cell { requirement, end });
        }
        let place = self.range(at).start + self.cell(at).partition_point(|other| other.evidence < one.evidence);
        self.counted.insert(place, one);
        self.cells.iter_mut().skip(at).for_each(|cell| cell.end += 1);
    }

    /// Takes an evidence out.
    pub(super) fn remove(&mut self, requirement: u32, evidence: u32) {
        let Ok(at) = self.cells.binary_search_by_key(&requirement, |cell| cell.requirement) else { return };
        let Some(place) = self.cell(at).iter().position(|one| one.evidence == evidence) else { return };
        self.counted.remove(self.range(at).start + place);
        self.cells.iter_mut().skip(at).for_each(|cell| cell.end -= 1);
        if self.cell(at).is_empty() {
            self.cells.remove(at);
        }
    }
}
