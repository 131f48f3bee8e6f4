//! What several closed reports tell alike: measures and what became of them, dissent, where objectives stand, courses.

use pejling_core::{EntityId, ObjectiveId, Overall};
use pejling_documents::{
    AssessmentDocument, BarResult, BridgeDocument, CatalogueDocument, DissentResult, Family, Faults, FollowUpDocument, FollowedMeasure,
    ForecastDocument, MeasureDocument, MeasureSince, RenewalResult, Stamp, Triple, capital,
};
use std::collections::BTreeMap;

use crate::chart::Chart;
use crate::model::{About, Audience, Block, Report, Section, Table};
use crate::order::Order;
use crate::time::courses;
use crate::words::{BarOf, Words, is_disputed};

/// What a closed report is made of, and the words that it is told in.
pub(crate) struct Closed<'a> {
    pub(crate) order: &'a Order<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) dissent: Vec<DissentResult>,
    /// The assessment in its canonical form.
    pub(crate) content: AssessmentDocument,
}

/// Where an objective stands.
pub(crate) struct Standing {
    pub(crate) id: String,
    pub(crate) overall: Option<Overall>,
}

impl<'a> Closed<'a> {
    pub(crate) fn new(order: &'a Order<'a>) -> Self {
        let Order { library, checked, entity, .. } = order;
        Self { order, words: Words::new(library), dissent: checked.dissent_at(entity), content: checked.document() }
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

    fn subtitle(&self) -> String {
        let (entity, date) = (self.entity(self.order.entity.as_str()), self.words.date(self.order.scores.as_of()));
        self.words.with("report-of", &[("entity", &entity), ("date", &date)])
    }

    /// The whole report, under the title of that name.
    pub(crate) fn report(&self, title: &str, audience: Audience, sections: Vec<Section>, about: About) -> Report {
        let (title, subtitle, language) = (self.words.text(title), self.subtitle(), self.words.language);
        Report { title, subtitle, language, audience, sections, about }.masked()
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
        self.order.library.catalogues_of(self.order.checked)
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
            let assessed = words.with("report-of-entities", &assessed);
            std::iter::once(title).chain(numbers).chain([words.band(overall.band()), assessed]).collect()
        });
        let disputed = of.iter().any(|it| it.overall.is_some() && self.disputes(&it.id));
        Table::new(caption, heads, &[1, 2, 3]).with(rows).noting(words.disputed(disputed))
    }

    /// Views that differ, each with the requirement and the entity that it is on.
    pub(crate) fn dissent_section(&self) -> Option<Section> {
        let words = &self.words;
        let mut blocks: Vec<Block> = self.content.dpo_statement.iter().map(|it| words.statement(it)).collect();
        for it in &self.dissent {
            let args = [
                ("voice", capital(&words.text(&format!("voice-{}", it.by.0.name())))),
                ("requirement", words.requirement(&it.requirement)),
                ("entity", self.entity(&it.entity)),
            ];
            let by = words.with("report-dissent-by", &args);
            blocks.push(Block::quote(&it.text, by));
        }
        (!blocks.is_empty()).then(|| words.section("dissent", "report-dissent", blocks))
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
            let heads = words.heads(heads);
            let caption = words.with("report-followed", &[("date", &words.date(old.as_of.0))]);
            let rows = followed.iter().map(|it| self.followed_row(it));
            blocks.push(Block::Table(Table::new(caption, heads, &[6, 7, 8]).with(rows)));
        }
        if !since.is_empty() {
            let rows = since.iter().map(|it| self.since_row(it));
            blocks.push(Block::Table(Table::new(words.text("follow-up-since"), self.measure_heads(), &[]).with(rows)));
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
        let entity = it.entity.as_ref().map_or(self.order.checked.assessment().organisation(), |entity| &entity.0);
        vec![
            it.id.0.to_string(),
            self.words.requirement(it.requirement.0.as_str()),
            self.entity(entity.as_str()),
            self.who(it.owner.as_ref()),
            self.day(it.due.as_ref().map(|due| due.0)),
            self.late(self.words.text(&format!("measure-{}", it.status.0.name())), it.is_overdue(self.order.scores.as_of())),
        ]
    }

    /// What is worth doing again, as a table.
    pub(crate) fn renewals<'r>(&self, caption: String, of: impl Iterator<Item = &'r RenewalResult>) -> Table {
        let words = &self.words;
        let heads = ["follow-up-requirement", "follow-up-entity", "report-evidence", "report-by", "follow-up-owner", "report-brings"];
        let rows = of.map(|it| {
            let brings = it.most.as_ref().map(|most| {
                let args = [("change", words.change(most.change)), ("objective", words.objective(&most.objective))];
                words.with("report-brings-of", &args)
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
        Table::new(caption, words.heads(heads), &[]).with(rows)
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
        earlier.map(|it| it.since(checked, scores, entity)).transpose()
    }

    /// The measures that are still to be done, by name.
    pub(crate) fn open_measures(&self) -> impl Iterator<Item = &MeasureDocument> {
        self.content.measures.iter().filter(|it| it.is_open())
    }

    pub(crate) fn measure_heads(&self) -> [String; 6] {
        let keys = ["report-measure", "follow-up-requirement", "follow-up-entity", "follow-up-owner", "follow-up-due", "follow-up-outcome"];
        self.words.heads(keys)
    }

    pub(crate) fn no_previous(&self) -> Block {
        Block::paragraph(self.words.text("council-no-previous"))
    }
}
