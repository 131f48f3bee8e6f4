//! What organisations score, each alone and together: read from scores, never computed here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pejling_core::{Consolidation, EntityId, Overall};

use super::joining::Part;
use super::{CombinedScore, MergedObjective, PartScore};
use crate::check::Checked;
use crate::result::WeakestEntity;
use crate::scalar::{As, Percent};

/// By objective what each part scores in its own assessment, and what the successor scores in that which was made of theirs.
pub(super) fn figures(parts: &BTreeMap<EntityId, Part>, whole: &Checked, as_of: Date) -> BTreeMap<String, MergedObjective> {
    let alone: Vec<_> = parts.iter().map(|(id, part)| (id, part.checked.scores(as_of))).collect();
    let together = whole.scores(as_of);
    let Some(successor) = together.consolidated_entity(whole.assessment().organisation()) else { return BTreeMap::new() };
    let objectives = successor.objectives().map(|(id, combined)| {
        let scores: Vec<_> = alone.iter().map(|(part, scores)| (*part, scores.overall_objective(part, id))).collect();
        let merged = MergedObjective {
            combined: combined.and_then(|it| Some(combined_score(&it, weakest_part(&scores)?))),
            parts: scores.into_iter().map(|(part, score)| (part.to_string(), score.map(part_score))).collect(),
        };
        (id.to_string(), merged)
    });
    objectives.collect()
}

/// The part with the lowest substantiated score, the first by name; `None` where the objective applies to none.
fn weakest_part(scores: &[(&EntityId, Option<Overall>)]) -> Option<WeakestEntity> {
    let applying = || scores.iter().filter_map(|(part, score)| Some((*part, score.as_ref()?.score.substantiated)));
    let (part, lowest) = applying().min_by_key(|(_, score)| *score)?;
    let equal = applying().filter(|(_, score)| *score == lowest).count();
    Some(WeakestEntity { entity: part.to_string(), others: u32::try_from(equal - 1).unwrap_or(u32::MAX), score: Percent(lowest) })
}

fn part_score(overall: Overall) -> PartScore {
    let band = overall.band().map(As);
    let Overall { score, levels: _, applicable, assessed } = overall;
    PartScore { applicable, assessed, band, score: score.into() }
}

fn combined_score(consolidation: &Consolidation<'_>, weakest_part: WeakestEntity) -> CombinedScore {
    let band = consolidation.band().map(As);
    let Consolidation { score, levels: _, weakest: (entity, lowest), equally_weak, applicable, assessed, not_assessed: _ } = consolidation;
    let weakest = WeakestEntity { entity: entity.to_string(), others: *equally_weak, score: Percent(*lowest) };
    CombinedScore { applicable: *applicable, assessed: *assessed, band, score: (*score).into(), weakest, weakest_part }
}
