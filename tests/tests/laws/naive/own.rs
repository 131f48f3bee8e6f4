//! M2: several evidences on one requirement.

use pejling_core::Coverage;

use super::Rules;
use super::looks::Look;
use super::number::whole;
use crate::published::{Fraction, Trio};
use crate::wrong::Wrong;

impl Rules<'_> {
    /// What a requirement scores by its own evidence, and what is known of it.
    pub(crate) fn own(&self, looks: &[Look]) -> (Trio, Coverage) {
        let zero = Fraction::from(0);
        let mut closings: Vec<(&Look, &Look)> = Vec::new();
        for finding in looks {
            closings.extend(looks.iter().filter(|later| self.closes(later, finding)).map(|later| (later, finding)));
        }
        let is_open = |look: &&Look| !closings.iter().any(|(_, finding)| std::ptr::eq(*finding, *look));
        let open = looks.iter().filter(is_open).map(|look| look.bad);
        let wrong = if self.is(Wrong::BestLookDecidesWhatIsPossible) { open.min() } else { open.max() };
        let possible = whole() - wrong.unwrap_or(zero);
        let reading = |which: usize| {
            let mut covers: Vec<(Fraction, Fraction)> = looks.iter().map(|look| (look.trust[which], look.ok)).collect();
            for (later, finding) in closings.iter().filter(|_| !self.is(Wrong::MendedNotCounted)) {
                let trust =
                    if self.is(Wrong::MendedAtLaterTrust) { later.trust[which] } else { later.trust[which].min(finding.trust[which]) };
                covers.push((trust, finding.ok + finding.bad.min(later.ok)));
            }
            match self.wrong {
                Some(Wrong::AverageOfEvidence | Wrong::EvidenceAddsUp | Wrong::LatestWins | Wrong::LastListedWins | Wrong::WorstWins) => {
                    self.without_walk(looks, which).min(possible)
                }
                Some(Wrong::NoCeiling) => self.walk(covers, whole()),
                Some(Wrong::ScaledByPossible) => self.cut(self.walk(covers, whole()) * possible / 100),
                _ => self.walk(covers, possible),
            }
        };
        let known = possible < whole() || looks.iter().any(|look| look.fresh > zero);
        let state = match (known, looks.is_empty()) {
            (true, _) => Coverage::Assessed,
            (false, false) if self.is(Wrong::OutdatedIsAssessed) => Coverage::Assessed,
            (false, false) => Coverage::Outdated,
            (false, true) => Coverage::NotAssessed,
        };
        let readings = match self.wrong {
            Some(Wrong::NothingGivesFull) if looks.is_empty() => [whole(); 3],
            Some(Wrong::NothingIsImpossible) if looks.is_empty() => [zero; 3],
            _ => [reading(0), reading(1), possible],
        };
        (readings, state)
    }

    /// Whether a later look closes an earlier finding.
    pub(crate) fn closes(&self, later: &Look, finding: &Look) -> bool {
        let is_same_day = later.age == finding.age && later.evidence != finding.evidence;
        let is_later = later.age < finding.age || (self.is(Wrong::SameDayCloses) && is_same_day);
        let is_sure = later.assurance >= finding.assurance || self.is(Wrong::OwnWordCloses);
        let is_wide = later.share >= finding.bad || self.is(Wrong::NarrowCloses);
        let is_named = self.model.evidence[later.evidence].closes.contains(&finding.evidence);
        let is_there = later.entity == finding.entity;
        let is_whole = later.whole && !self.is(Wrong::WholeLookNeedsLink);
        let speaks = match self.wrong {
            Some(Wrong::NothingCloses) => false,
            Some(Wrong::LinkNotNeeded) => is_named || is_there,
            Some(Wrong::WholeLookElsewhereCloses) => is_named || is_whole,
            _ => is_named || (is_whole && is_there),
        };
        finding.bad > Fraction::from(0) && is_later && is_sure && is_wide && speaks
    }

    /// Highest trust first, then highest ok: each percent counts once, with the best trust that covers it, up to the ceiling.
    fn walk(&self, mut covers: Vec<(Fraction, Fraction)>, ceiling: Fraction) -> Fraction {
        covers.sort_unstable_by_key(|&(trust, ok)| if self.is(Wrong::WidestFirst) { (ok, trust) } else { (trust, ok) });
        let (mut area, mut covered) = (Fraction::from(0), Fraction::from(0));
        for (trust, ok) in covers.into_iter().rev() {
            let upto = ok.min(ceiling);
            if upto > covered {
                area += (upto - covered) * trust;
                covered = upto;
            }
        }
        self.cut(area / 100)
    }

    /// What wrong rules do instead of the walk.
    fn without_walk(&self, looks: &[Look], which: usize) -> Fraction {
        let worth = |look: &Look| self.cut(look.trust[which] * look.ok / 100);
        let all = looks.iter().map(worth);
        let found = match self.wrong {
            Some(Wrong::EvidenceAddsUp) => Some(all.sum()),
            Some(Wrong::WorstWins) => all.min(),
            Some(Wrong::LatestWins) => looks.iter().map(|look| (-look.age, worth(look))).max().map(|(_, worth)| worth),
            Some(Wrong::LastListedWins) => looks.iter().max_by_key(|look| look.evidence).map(worth),
            _ => self.mean(&all.map(|worth| (1, worth)).collect::<Vec<_>>()),
        };
        found.unwrap_or(Fraction::from(0))
    }
}
