//! What several closed reports tell alike: measures and what became of them, dissent, where objectives stand, courses.

use pejling_core::{Band, EntityId, ObjectiveId, Overall};
use pejling_documents::{
    BarResult, BridgeDocument, CatalogueDocument, DissentResult, Family, Faults, FollowUpDocument, FollowedMeasure, ForecastDocument,
    MeasureDocument, MeasureSince, MeasureStatus, RenewalResult, Stamp, Triple,
};
use std::collections::BTreeMap;

use crate::chart::Chart;
use crate::model::{About, Block, Section, Table};
use crate::order::Order;
use crate::time::courses;
use crate::words::{BarOf, Words, is_disputed};

/// What a closed report is made of, and the words that it is told in.
pub(crate) struct Closed<'a> {
    pub(crate) order: &'a Order<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) dissent: Vec<DissentResult>,
}

/// Where an objective stands.
pub(crate) struct Standing {
    pub(crate) id: String,
    pub(crate) overall: Option<Overall>,
}

impl<'a> Closed<'a> {
    pub(crate) fn new(order: &'a Order<'a>) -> Self {
        Self { order, words: Words::new(order.library), dissent: order.checked.dissent_at(&order.entity) }
    }

    pub(crate) fn section(&self, id: &str, key: &str, blocks: Vec<Block>) -> Section {
        Section { id: id.to_owned(), heading: self.words.text(key), blocks, on_new_page: false }
    }

    /// An entity as people call it.
    pub(crate) fn entity(&self, id: &str) -> String {
        let earlier = self.order.earlier.map(|it| it.checked);
        let named = id
            .parse()
            .ok()
            .and_then(|id: EntityId| self.order.checked.name_of(&id).or_else(|| earlier.and_then(|it| it.name_of(&id))).map(str::to_owned));
        named.unwrap_or_else(|| id.to_owned())
    }

    pub(crate) fn subtitle(&self) -> String {
        let (entity, date) = (self.entity(self.order.entity.as_str()), self.words.date(self.order.scores.as_of()));
        self.words.with("report-of", &[("entity", &entity), ("date", &date)])
    }

    pub(crate) fn about(&self, method: &str, catalogues: &BTreeMap<String, Stamp>) -> About {
        let before = self.order.earlier.map(|it| it.checked.digest());
        About {
            organisation: self.entity(self.order.entity.as_str()),
            as_of: self.order.scores.as_of(),
            method: method.to_owned(),
            assessments: std::iter::once(self.order.checked.digest()).chain(before).collect(),
            catalogues: crate::about::catalogues(catalogues),
        }
    }

    /// The catalogues that the assessment names, in their order.
    pub(crate) fn catalogues(&self) -> Vec<&'a CatalogueDocument> {
        let frameworks = self.order.checked.assessment().catalogue().frameworks();
        let is_named = |name: &str| frameworks.iter().any(|(id, _)| id.as_str() == name);
        let library = self.order.library;
        library.names().filter(|name| is_named(name)).filter_map(|name| library.find(name)).collect()
    }

    /// The objectives of a catalogue that are shown to people, the whole first.
    pub(crate) fn objectives(&self, catalogue: &CatalogueDocument) -> Vec<Standing> {
        let shown = catalogue.objectives.iter().filter(|it| it.family.0 != Family::Attribute);
        let mut all: Vec<_> = shown.map(|it| (it.family.0, format!("{}:{}", catalogue.id.0, it.id))).collect();
        all.sort_by_key(|(family, _)| *family); // stable: in the catalogue's order within a family
        all.into_iter().map(|(_, id)| Standing { overall: self.overall(&id), id }).collect()
    }

    pub(crate) fn overall(&self, objective: &str) -> Option<Overall> {
        let id: ObjectiveId = objective.parse().ok()?;
        self.order.scores.overall_objective(&self.order.entity, &id)
    }

    /// The objectives over whole frameworks.
    pub(crate) fn wholes(&self) -> Vec<Standing> {
        let all = self.catalogues().into_iter().flat_map(|catalogue| self.objectives(catalogue));
        all.filter(|it| self.order.library.is_whole(&it.id)).collect()
    }

    pub(crate) fn disputes(&self, of: &str) -> bool {
        is_disputed(&self.dissent, of)
    }

    /// A chart of bars of objectives.
    pub(crate) fn bars(&self, id: &str, title: String, of: &[Standing]) -> Chart {
        let figures: Vec<_> =
            of.iter().map(|it| it.overall.map(|overall| (BarResult::from(&overall.levels), Triple::from(overall.score)))).collect();
        let bars = of.iter().zip(&figures).map(|(it, figure)| BarOf {
            label: self.words.objective(&it.id),
            figure: figure.as_ref().map(|(bar, triple)| (bar, triple)),
            instead: self.words.text("report-none-apply"),
            disputed: self.disputes(&it.id),
        });
        self.words.bars(id, title, bars.collect())
    }

    /// A table of objectives in their three readings.
    pub(crate) fn standings(&self, caption: String, of: &[Standing]) -> Table {
        let words = &self.words;
        let heads = [words.text("report-objective")].into_iter().chain(words.readings_heads());
        let heads = heads.chain([words.text("council-band"), words.text("report-assessed")]);
        let rows = of.iter().map(|it| {
            let title = words.objective(&it.id);
            let Some(overall) = &it.overall else {
                return vec![title, words.text("report-none-apply"), String::new(), String::new(), String::new(), String::new()];
            };
            let numbers = words.readings(overall.score.into(), self.disputes(&it.id));
            let assessed = [("assessed", overall.assessed.to_string()), ("applicable", overall.applicable.to_string())];
            let assessed = words.with("report-of-entities", &assessed.each_ref().map(|(name, value)| (*name, value.as_str())));
            std::iter::once(title).chain(numbers).chain([words.band(overall.band()), assessed]).collect()
        });
        let disputed = of.iter().any(|it| it.overall.is_some() && self.disputes(&it.id));
        Table::new(caption, heads, &[1, 2, 3]).with(rows).noting(words.disputed(disputed))
    }

    /// Views that differ, each with the requirement and the entity that it is on.
    pub(crate) fn dissent_section(&self) -> Option<Section> {
        let words = &self.words;
        if self.dissent.is_empty() && self.order.checked.document().dpo_statement.is_none() {
            return None;
        }
        let mut blocks = Vec::new();
        if let Some(statement) = self.order.checked.document().dpo_statement {
            let args = [("by", statement.by.clone()), ("date", words.date(statement.on.0))];
            let by = words.with("council-dpo-by", &args.each_ref().map(|(name, value)| (*name, value.as_str())));
            blocks.push(Block::Quote { paragraphs: crate::council::paragraphs(&statement.text), by });
        }
        for it in &self.dissent {
            let args = [
                ("voice", Words::capital(&words.text(&format!("voice-{}", it.by.0.name())))),
                ("requirement", words.requirement(&it.requirement)),
                ("entity", self.entity(&it.entity)),
            ];
            let by = words.with("report-dissent-by", &args.each_ref().map(|(name, value)| (*name, value.as_str())));
            blocks.push(Block::Quote { paragraphs: crate::council::paragraphs(&it.text), by });
        }
        Some(self.section("dissent", "report-dissent", blocks))
    }

    fn day(&self, day: Option<jiff::civil::Date>) -> String {
        day.map_or_else(|| self.words.text("nobody-said"), |day| self.words.date(day))
    }

    pub(crate) fn who(&self, owner: Option<&String>) -> String {
        owner.cloned().unwrap_or_else(|| self.words.text("nobody-said"))
    }

    /// What became of the measures of the year before.
    pub(crate) fn followed(&self, follow_up: &FollowUpDocument) -> Vec<Block> {
        let words = &self.words;
        let FollowUpDocument { followed, since, old, .. } = follow_up;
        let mut blocks = Vec::new();
        if followed.is_empty() {
            blocks.push(Block::paragraph(words.with("council-nothing-decided", &[("date", &words.date(old.as_of.0))])));
        } else {
            let heads = [
                "report-measure",
                "follow-up-requirement",
                "follow-up-entity",
                "follow-up-owner",
                "follow-up-due",
                "follow-up-outcome",
                "report-own-before",
                "report-own-now",
                "report-expected",
            ];
            let heads = heads.map(|key| Words::capital(&words.text(key)));
            let caption = words.with("report-followed", &[("date", &words.date(old.as_of.0))]);
            let rows = followed.iter().map(|it| self.followed_row(it));
            blocks.push(Block::Table(Table::new(caption, heads, &[6, 7, 8]).with(rows)));
        }
        if !since.is_empty() {
            let heads =
                ["report-measure", "follow-up-requirement", "follow-up-entity", "follow-up-owner", "follow-up-due", "follow-up-outcome"];
            let heads = heads.map(|key| Words::capital(&words.text(key)));
            let rows = since.iter().map(|it| self.since_row(it));
            blocks.push(Block::Table(Table::new(words.text("follow-up-since"), heads, &[]).with(rows)));
        }
        blocks
    }

    fn followed_row(&self, it: &FollowedMeasure) -> Vec<String> {
        let words = &self.words;
        let own =
            |triple: &Option<Triple>| triple.as_ref().map_or_else(|| words.text("report-none-apply"), |it| words.percent(it.substantiated));
        let outcome = words.text(&format!("follow-up-{}", it.outcome.0.name().replace('_', "-")));
        vec![
            it.id.clone(),
            words.requirement(&it.requirement),
            self.entity(&it.entity),
            self.who(it.owner.as_ref()),
            self.day(it.due.as_ref().map(|due| due.0)),
            self.late(outcome, it.overdue),
            own(&it.own_old),
            own(&it.own_new),
            words.percent(it.expected),
        ]
    }

    fn since_row(&self, it: &MeasureSince) -> Vec<String> {
        vec![
            it.id.clone(),
            self.words.requirement(&it.requirement),
            self.entity(&it.entity),
            self.who(it.owner.as_ref()),
            self.day(it.due.as_ref().map(|due| due.0)),
            self.late(self.words.text(&format!("measure-{}", it.status.0.name())), it.overdue),
        ]
    }

    pub(crate) fn late(&self, status: String, overdue: bool) -> String {
        if overdue { format!("{status}, {}", self.words.text("follow-up-overdue")) } else { status }
    }

    /// A measure that is still to be done, as a row.
    pub(crate) fn measure_row(&self, it: &MeasureDocument) -> Vec<String> {
        let overdue = it.due.as_ref().is_some_and(|due| due.0 < self.order.scores.as_of());
        let entity = it.entity.as_ref().map_or(self.order.checked.assessment().organisation(), |entity| &entity.0);
        vec![
            it.id.0.to_string(),
            self.words.requirement(it.requirement.0.as_str()),
            self.entity(entity.as_str()),
            self.who(it.owner.as_ref()),
            self.day(it.due.as_ref().map(|due| due.0)),
            self.late(self.words.text(&format!("measure-{}", it.status.0.name())), overdue),
        ]
    }

    /// What is worth doing again, as a table.
    pub(crate) fn renewals<'r>(&self, caption: String, of: impl Iterator<Item = &'r RenewalResult>) -> Table {
        let words = &self.words;
        let heads = ["follow-up-requirement", "follow-up-entity", "report-evidence", "report-by", "follow-up-owner", "report-brings"];
        let rows = of.map(|it| {
            let brings = it.most.as_ref().map(|most| {
                let args = [("change", words.change(most.change)), ("objective", words.objective(&most.objective))];
                words.with("report-brings-of", &args.each_ref().map(|(name, value)| (*name, value.as_str())))
            });
            vec![
                words.requirement(&it.requirement),
                self.entity(&it.entity),
                it.evidence.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", "),
                words.date(it.due.0),
                self.who(it.responsible.as_ref()),
                brings.unwrap_or_else(|| "\u{2013}".to_owned()),
            ]
        });
        Table::new(caption, heads.map(|key| Words::capital(&words.text(key))), &[]).with(rows)
    }

    /// What becomes of the frameworks if nobody does anything.
    pub(crate) fn courses(&self, forecast: &ForecastDocument) -> Block {
        let until = self.words.date(forecast.until.0);
        let of = forecast.objectives.iter().filter(|it| self.order.library.is_whole(&it.id));
        let of = of.map(|it| (self.words.objective(&it.id), it.days.as_slice()));
        Block::Chart(Box::new(courses(&self.words, "courses", self.words.with("council-courses", &[("until", &until)]), of)))
    }

    /// The bridge and the follow-up since the year before, where there is one.
    pub(crate) fn since(&self) -> Result<Option<(BridgeDocument, FollowUpDocument)>, Faults> {
        let Order { checked, scores, entity, earlier, .. } = self.order;
        let between = earlier.map(|it| {
            let old = (it.checked, it.scores);
            Ok((checked.bridge(scores, old, entity, it.across_editions)?, checked.follow_up(scores, old, entity, it.across_editions)?))
        });
        between.transpose()
    }

    /// The measures that are still to be done, by name.
    pub(crate) fn open_measures(&self) -> Vec<MeasureDocument> {
        let open = self.order.checked.document().measures.into_iter().filter(|it| match it.status.0 {
            MeasureStatus::Proposed | MeasureStatus::Decided | MeasureStatus::Started => true,
            MeasureStatus::Done | MeasureStatus::Dropped => false,
        });
        open.collect()
    }

    pub(crate) fn measure_heads(&self) -> [String; 6] {
        let keys = ["report-measure", "follow-up-requirement", "follow-up-entity", "follow-up-owner", "follow-up-due", "follow-up-outcome"];
        keys.map(|key| Words::capital(&self.words.text(key)))
    }

    pub(crate) fn no_previous(&self) -> Block {
        Block::paragraph(self.words.text("council-no-previous"))
    }
}

/// The norm of a catalogue.
pub(crate) fn norm_of(catalogue: &CatalogueDocument) -> Band {
    catalogue.norm.as_ref().map_or(Band::Largely, |norm| norm.0)
}
