//! M1: one evidence, and which evidence counts at a leaf.

use pejling_core::{Assurance, Kind, Selection};

use super::Rules;
use super::number::{cut_up, whole};
use crate::model::{Evidence, Finding};
use crate::published::{Fraction, percent};
use crate::wrong::Wrong;

/// One evidence as it counts at a leaf.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// Its position among the model's evidence.
    pub(crate) evidence: usize,
    pub(crate) entity: usize,
    /// In days before the base date.
    pub(crate) age: i32,
    pub(crate) assurance: Assurance,
    pub(crate) ok: Fraction,
    pub(crate) bad: Fraction,
    pub(crate) share: Fraction,
    /// Whether it looked at the whole of its entity.
    pub(crate) whole: bool,
    pub(crate) fresh: Fraction,
    /// Substantiated and declared.
    pub(crate) trust: [Fraction; 2],
}

/// The table of kinds: days of validity, and the highest assurance.
fn table(kind: Kind) -> (u16, Assurance) {
    match kind {
        Kind::Statement | Kind::Document => (365, Assurance::Own),
        Kind::LogReview => (90, Assurance::Internal),
        Kind::Agreement | Kind::RiskAssessment | Kind::Awareness | Kind::Exercise | Kind::IncidentReview => (365, Assurance::Internal),
        Kind::Test | Kind::Audit | Kind::AssuranceReport | Kind::Certificate => (365, Assurance::Independent),
    }
}

impl Rules<'_> {
    /// What counts of a requirement at a leaf: what it and those above it have, and services of any of them at their share.
    pub(crate) fn looks(&self, leaf: usize, requirement: usize) -> Vec<Look> {
        let line = if self.is(Wrong::EvidenceStaysWhereItIs) { vec![leaf] } else { self.model.line(leaf) };
        let mine = || (0..self.model.evidence.len()).filter(|&at| self.model.evidence[at].requirement == requirement);
        let mut looks: Vec<Look> =
            mine().filter(|&at| line.contains(&self.model.evidence[at].entity)).filter_map(|at| self.look(at)).collect();
        let mut served = Vec::new();
        for (service, entity) in self.model.entities.iter().enumerate().filter(|(service, _)| !line.contains(service)) {
            for carried in entity.serves.iter().filter(|it| line.contains(&it.entity) && it.requirement == requirement) {
                let there = mine().filter(|&at| self.model.evidence[at].entity == service).filter_map(|at| self.look(at));
                let share = if self.is(Wrong::ServicesCountInFull) { whole() } else { percent(carried.share) };
                served.extend(there.map(|look| self.at_share(&look, share)));
            }
        }
        if self.is(Wrong::ServicesReplace) && !served.is_empty() {
            return served;
        }
        looks.extend(served);
        looks
    }

    fn at_share(&self, look: &Look, share: Fraction) -> Look {
        let (ok, bad) = (self.cut(look.ok * share / 100), cut_up(look.bad * share / 100));
        Look { ok, bad, share: ok + bad, ..look.clone() }
    }

    /// One evidence on the day of assessment; `None` before its date.
    pub(crate) fn look(&self, at: usize) -> Option<Look> {
        let one = &self.model.evidence[at];
        let days = one.age + self.model.day;
        if days < 0 && !self.is(Wrong::FutureCounts) {
            return None;
        }
        let valid = one.valid_days.unwrap_or(table(one.kind).0);
        let fresh = self.freshness(i64::from(days), i64::from(valid));
        let assurance = self.assurance(one);
        let (ok, mut bad, share) = self.found(one);
        match self.wrong {
            Some(Wrong::FoundWrongAges) => bad = cut_up(bad * fresh / 100),
            Some(Wrong::FoundWrongIsDiscounted) => bad = cut_up(bad * self.worth(assurance) / 100),
            _ => {}
        }
        let trust = [self.cut(self.worth(assurance) * fresh / 100), fresh];
        Some(Look { evidence: at, entity: one.entity, age: one.age, assurance, ok, bad, share, whole: share == whole(), fresh, trust })
    }

    fn freshness(&self, age: i64, valid: i64) -> Fraction {
        let age = if self.is(Wrong::ValidityEndsADayEarly) { age + 1 } else { age };
        let late = age - valid; // days after the end of validity
        if late <= 0 {
            return whole();
        }
        let left = match self.wrong {
            Some(Wrong::FreshnessFallsOffACliff) => 0,
            Some(Wrong::FreshnessFallsTwiceAsFast) => valid - 2 * late,
            _ => valid - late,
        };
        self.cut(Fraction::new(100 * left.max(0), valid))
    }

    fn assurance(&self, one: &Evidence) -> Assurance {
        let (who, place) = one.traced;
        if !(who && place || self.is(Wrong::UntracedCounts)) {
            return Assurance::Own;
        }
        let highest = if self.is(Wrong::KindCarriesAnything) { Assurance::Independent } else { table(one.kind).1 };
        one.assurance.min(highest)
    }

    /// What an assurance is worth while fresh.
    fn worth(&self, assurance: Assurance) -> Fraction {
        Fraction::from(match assurance {
            Assurance::Own if self.is(Wrong::OwnWordReachesTooFar) => 60,
            Assurance::Own => 50,
            Assurance::Internal => 85,
            Assurance::Independent => 100,
        })
    }

    /// What was in order, what was wrong, and what was looked at, in percent of the entity.
    fn found(&self, one: &Evidence) -> (Fraction, Fraction, Fraction) {
        let of_share = |share: u16, result: Fraction| {
            let share = percent(share);
            let ok = self.cut(share * result / 100);
            (ok, share - ok, share)
        };
        match one.finding {
            Finding::Result { share, result } => of_share(share, percent(result)),
            Finding::Level { share, level } => {
                let target = i64::from(self.model.requirements[one.requirement].target.unwrap_or(4));
                let over = i64::from(level) - target;
                let reached = match over {
                    ..=0 => i64::from(level),
                    _ if self.is(Wrong::LevelOvershootCosts) => (target - over).max(0),
                    _ => target,
                };
                of_share(share, self.cut(Fraction::new(100 * reached, target)))
            }
            Finding::Counts { population, examined, ok, selection } => {
                let (population, examined, ok) = (i64::from(population), i64::from(examined), i64::from(ok));
                if selection == Selection::Random && !self.is(Wrong::SampleSpeaksForItself) {
                    let need = population.min(60);
                    let share = self.cut(Fraction::new(100 * examined.min(need), need));
                    let ok = self.cut(share * Fraction::new(ok, examined));
                    return (ok, share - ok, share);
                }
                let wrong = Fraction::new(100 * (examined - ok), population);
                let ok = self.cut(Fraction::new(100 * ok, population));
                let bad = if self.is(Wrong::FoundWrongIsCutDown) { self.cut(wrong) } else { cut_up(wrong) };
                (ok, bad, ok + bad)
            }
        }
    }
}
