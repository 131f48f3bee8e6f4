//! Lists for the four working groups: what each does next, why, by when, and who.

use pejling_core::{METHOD, RequirementId};
use pejling_documents::{Faults, Group, RequirementDocument, capital};

use crate::about;
use crate::closed::Closed;
use crate::model::{Audience, Block, Report, Section, Table};
use crate::order::Order;

/// How much each list holds at most: what comes first is what is worth most. The closed report has everything.
const SHOWN: usize = 12;

pub(crate) fn groups(order: &Order<'_>) -> Result<Report, Faults> {
    let closed = Closed::new(order);
    let Order { library, checked, scores, entity, until, .. } = order;
    let forecast = checked.forecast(library, scores.as_of(), *until, entity, None)?;
    let words = &closed.words;
    let mut sections: Vec<Section> = Group::ALL
        .iter()
        .map(|group| {
            let mut blocks = Vec::new();
            let of_group =
                |requirement: &str| closed.document_of(requirement).is_some_and(|it| it.group.as_ref().is_some_and(|of| of.0 == *group));
            let measures: Vec<_> = closed.open_measures().filter(|it| of_group(it.requirement.0.as_str())).collect();
            let mut rows: Vec<_> = measures.iter().map(|it| (it.due.as_ref().map(|due| due.0), closed.measure_row(it))).collect();
            rows.sort_by_key(|(due, _)| (due.is_none(), *due));
            blocks.push(Block::Heading(words.text("groups-measures")));
            if rows.is_empty() {
                blocks.push(Block::paragraph(words.text("groups-no-measures")));
            } else {
                let caption = words.counted("groups-measures-table", rows.len());
                blocks.push(Block::Table(Table::new(caption, closed.measure_heads(), &[]).with(rows.into_iter().map(|(_, row)| row))));
            }
            blocks.push(Block::Heading(words.text("groups-renew")));
            let renewals: Vec<_> = forecast.renewals.iter().filter(|it| it.group.as_ref().is_some_and(|of| of.0 == *group)).collect();
            if renewals.is_empty() {
                blocks.push(Block::paragraph(words.text("groups-no-renewals")));
            } else {
                blocks.push(Block::paragraph(words.text("groups-renew-intro")));
                let caption = closed.some_of("groups-renew-table", renewals.len());
                blocks.push(Block::Table(closed.renewals(caption, renewals.into_iter().take(SHOWN))));
            }
            blocks.push(Block::Heading(words.text("groups-look")));
            let (rows, disputed) = closed.to_look_at(*group);
            if rows.is_empty() {
                blocks.push(Block::paragraph(words.text("groups-nothing-to-look-at")));
            } else {
                blocks.push(Block::paragraph(words.text("groups-look-intro")));
                let heads = words.heads(["follow-up-requirement", "substantiated", "declared", "groups-question"]);
                let caption = closed.some_of("groups-look-table", rows.len());
                let table = Table::new(caption, heads, &[1, 2]).with(rows.into_iter().take(SHOWN)).noting(words.disputed(disputed));
                blocks.push(Block::Table(table));
            }
            let name = capital(&words.text(&format!("group-{}", group.name())));
            Section { id: format!("group-{}", group.name()), heading: name, blocks, on_new_page: true }
        })
        .collect();
    sections.extend(closed.dissent_section());
    let about = closed.about(METHOD, &checked.result_of(scores).catalogues);
    sections.push(about::sources(words, &about, Vec::new()));
    Ok(closed.report("groups-title", Audience::WorkingGroups, sections, about))
}

impl Closed<'_> {
    fn some_of(&self, key: &str, count: usize) -> String {
        let args = [("shown", count.min(SHOWN).to_string()), ("count", count.to_string())];
        self.words.with(key, &args)
    }

    /// A requirement as its catalogue has it.
    fn document_of(&self, requirement: &str) -> Option<&RequirementDocument> {
        let (framework, local) = requirement.split_once(':')?;
        self.catalogues().into_iter().find(|it| it.id.0.as_str() == framework)?.requirements.iter().find(|it| it.id == local)
    }

    /// The requirements of a group below the norm or not assessed, the weakest first, and whether a dissent concerns one that is shown.
    fn to_look_at(&self, group: Group) -> (Vec<Vec<String>>, bool) {
        let words = &self.words;
        let mut found = Vec::new();
        for catalogue in self.catalogues() {
            for requirement in catalogue.requirements.iter().filter(|it| it.group.as_ref().is_some_and(|of| of.0 == group)) {
                let Ok(id) = format!("{}:{}", catalogue.id.0, requirement.id).parse::<RequirementId>() else { continue };
                let Some(overall) = self.order.scores.overall(&self.order.entity, &id) else { continue };
                if overall.band().is_none_or(|band| band < catalogue.default_norm()) {
                    found.push((overall.score.substantiated, id, overall));
                }
            }
        }
        found.sort_by(|(a, one, _), (b, other, _)| (a, one).cmp(&(b, other)));
        let disputed = found.iter().take(SHOWN).any(|(_, id, _)| self.disputes(id.as_str()));
        let rows = found.into_iter().map(|(_, id, overall)| {
            let [substantiated, declared, _] = words.readings(overall.score.into(), self.disputes(id.as_str()));
            let substantiated = if overall.band().is_some() { substantiated } else { words.text("not-assessed") };
            let question = self.order.library.guide_to(id.as_str()).and_then(|guide| guide.question.clone()).unwrap_or_default();
            vec![words.requirement(id.as_str()), substantiated, declared, question]
        });
        (rows.collect(), disputed)
    }
}
