//! The report to the steering group: regions side by side as far as they let themselves be seen, the success criteria, and what became of
//! measures.

use pejling_core::{Basis, METHOD};
use pejling_documents::{
    ComparisonDocument, ComparisonOptions, Faults, FigureResult, LessonResult, ObjectiveComparisonResult, OrderResult, Ranking,
};

use crate::about;
use crate::closed::{Closed, Standing};
use crate::model::{About, Audience, Block, Report, Section, Table};
use crate::order::Order;
use crate::words::{SIGN, Words};

/// The catalogue of the regions' political line, and what the names of the five success criteria begin with in it.
const CRITERIA: (&str, &str) = ("politisk-linje-2018", "politisk-linje-2018:criterion-");

/// How many of the weakest requirements are told with whom to learn from.
const LESSONS: usize = 15;

pub(crate) fn steering(order: &Order<'_>) -> Result<Report, Faults> {
    let closed = Closed::new(order);
    let Order { library, checked, scores, beside, .. } = order;
    let options = ComparisonOptions { as_of: Some(scores.as_of()), own: None, level: None, entity: None };
    let comparison = if beside.len() > 1 { Some(library.compare(beside, &options)?) } else { None };
    let since = closed.since()?;
    let mut sections = Vec::new();
    match &comparison {
        Some(comparison) => {
            let side = SideBySide { closed: &closed, comparison };
            sections.extend([side.positions(), side.order(), side.lessons()]);
        }
        None => sections.push(closed.words.section("side", "steering-side", vec![Block::paragraph(closed.words.text("steering-alone"))])),
    }
    sections.push(closed.criteria(comparison.as_ref()));
    sections.extend(closed.dissent_section());
    let followed = since.as_ref().map_or_else(|| vec![closed.no_previous()], |(_, follow_up)| closed.followed(follow_up));
    sections.push(closed.words.section("follow-up", "steering-follow-up", followed));
    sections.push(about::method(&closed.words));
    let about: About = closed.about(METHOD, &checked.result_of(scores).catalogues);
    sections.push(about::sources(&closed.words, &about, Vec::new()));
    Ok(closed.report("steering-title", Audience::Steering, sections, about))
}

struct SideBySide<'a> {
    closed: &'a Closed<'a>,
    comparison: &'a ComparisonDocument,
}

impl SideBySide<'_> {
    fn words(&self) -> &Words<'_> {
        &self.closed.words
    }

    /// What others are called: by the name that people know, where they let themselves be named.
    fn named(&self, key: &str) -> String {
        if let Some(own) = self.comparison.own.get(key) {
            return own.name.clone().unwrap_or_else(|| key.to_owned());
        }
        let (organisation, entity) = key.split_once('/').unwrap_or((key, key));
        let other = self.comparison.named.get(organisation);
        let name = other.and_then(|it| it.entities.get(entity).cloned().flatten().or_else(|| it.name.clone()));
        name.unwrap_or_else(|| key.to_owned())
    }

    /// The objectives that are told: whole frameworks.
    fn objectives(&self) -> impl Iterator<Item = (&String, &ObjectiveComparisonResult)> {
        self.comparison.objectives.iter().filter(|(id, _)| self.closed.order.library.is_whole(id))
    }

    fn positions(&self) -> Section {
        let (words, it) = (self.words(), self.comparison);
        let named: Vec<_> = it.named.keys().map(|key| self.named(key)).collect();
        let mut blocks = vec![Block::paragraph(
            words.with("steering-intro", &[("own", &self.named(&it.organisation)), ("count", &it.others.organisations.to_string())]),
        )];
        if !named.is_empty() {
            blocks.push(Block::paragraph(words.with("steering-named", &[("names", &words.listed(&named))])));
        }
        if !it.everybody_consents {
            blocks.push(Block::paragraph(words.text("steering-not-all")));
        }
        for (id, objective) in self.objectives() {
            blocks.push(Block::Heading(words.objective(id)));
            let disputed = self.comparison.dissent.iter().any(|it| it.is_on(id));
            let heads = [words.text("report-name")].into_iter().chain(words.readings_heads()).chain([words.text("council-band")]);
            let row = |name: String, figure: &Option<FigureResult>, disputed: bool| match figure {
                None => vec![name, words.text("report-none-apply"), String::new(), String::new(), String::new()],
                Some(figure) => {
                    let band = words.band(figure.band.as_ref().map(|band| band.0));
                    std::iter::once(name).chain(words.readings(figure.score, disputed)).chain([band]).collect()
                }
            };
            let own = objective.own.iter().map(|(key, figure)| row(self.named(key), figure, disputed));
            let is_disputed = |key: &str| {
                let organisation = key.split_once('/').map_or(key, |(organisation, _)| organisation);
                self.comparison.named.get(organisation).is_some_and(|it| it.dissent.iter().any(|it| it.is_on(id)))
            };
            let others = objective.named.iter().map(|(key, figure)| row(self.named(key), figure, is_disputed(key)));
            let span = objective.span.iter().flat_map(|span| {
                [("comparison-lowest", span.lowest), ("comparison-median", span.median), ("comparison-highest", span.highest)].map(
                    |(key, triple)| {
                        let name = words.with(
                            "steering-of-others",
                            &[("which", &words.text(key)), ("count", &objective.others.organisations.to_string())],
                        );
                        std::iter::once(name).chain(words.readings(triple, false)).chain([String::new()]).collect::<Vec<_>>()
                    },
                )
            });
            let rows: Vec<_> = own.chain(others).chain(span).collect();
            let any = rows.iter().flatten().any(|cell| cell.ends_with(SIGN));
            blocks.push(Block::Table(Table::new(words.objective(id), heads, &[1, 2, 3]).with(rows).noting(words.disputed(any))));
            blocks.push(Block::paragraph(match &objective.position {
                Some(position) => {
                    let position = words.text(&format!("position-{}", position.substantiated.0.name()));
                    words.with("steering-position", &[("position", &position), ("count", &objective.others.organisations.to_string())])
                }
                None => words.text("steering-no-position"),
            }));
        }
        self.closed.words.section("side", "steering-side", blocks)
    }

    fn order(&self) -> Section {
        let words = self.words();
        let mut blocks = vec![Block::paragraph(words.text("steering-order-intro"))];
        for (id, objective) in self.objectives() {
            blocks.push(Block::Heading(words.objective(id)));
            if objective.order.is_empty() {
                blocks.push(Block::paragraph(words.text("steering-no-order")));
            } else {
                blocks.push(Block::list(false, objective.order.iter().map(|it| self.ordered(it))));
            }
        }
        self.closed.words.section("order", "steering-order", blocks)
    }

    fn ordered(&self, it: &OrderResult) -> String {
        let OrderResult { basis, first, order, second, why } = it;
        let (first, second) = (self.named(first), self.named(second));
        let words = self.words();
        let (above, below) = match order.0 {
            Ranking::Above | Ranking::Equal => (first, second),
            Ranking::Below => (second, first),
            Ranking::Unranked => {
                let why = why.as_ref().map_or_else(String::new, |why| words.text(&format!("unranked-{}", why.0.name().replace('_', "-"))));
                return words.with("order-unranked", &[("first", &first), ("second", &second), ("why", &why)]);
            }
        };
        let key = match (order.0, basis.as_ref().map(|basis| basis.0)) {
            (Ranking::Equal, _) => "order-equal",
            (_, Some(Basis::Weights)) => "order-by-weights",
            (_, Some(Basis::Members) | None) => "order-by-members",
        };
        words.with(key, &[("above", &above), ("below", &below)])
    }

    /// Whom to learn from where one is weakest.
    fn lessons(&self) -> Section {
        let words = self.words();
        let mut blocks = vec![Block::paragraph(words.text("steering-lessons-intro"))];
        for (entity, own) in &self.comparison.own {
            let rows =
                own.weak_spots.iter().filter_map(|spot| Some((spot, self.comparison.lessons.get(&spot.requirement)?))).take(LESSONS).map(
                    |(spot, lesson)| {
                        let disputed = self.comparison.dissent.iter().any(|it| it.is_on(&spot.requirement));
                        let declared = words.declared(spot.score, disputed);
                        vec![words.requirement(&spot.requirement), words.percent(spot.score.substantiated), declared, self.lesson(lesson)]
                    },
                );
            let rows: Vec<_> = rows.collect();
            if rows.is_empty() {
                continue;
            }
            let any = rows.iter().flatten().any(|cell| cell.ends_with(SIGN));
            let heads = words.heads(["follow-up-requirement", "substantiated", "declared", "steering-teachers"]);
            let shown = rows.len().to_string();
            let args = [("entity", self.named(entity)), ("shown", shown), ("count", own.weak_spots.len().to_string())];
            let caption = words.with("steering-lessons-table", &args);
            blocks.push(Block::Table(Table::new(caption, heads, &[1, 2]).with(rows).noting(words.disputed(any))));
        }
        self.closed.words.section("lessons", "steering-lessons", blocks)
    }

    fn lesson(&self, lesson: &LessonResult) -> String {
        let words = self.words();
        let LessonResult { named, others } = lesson;
        let mut told: Vec<String> = named
            .iter()
            .map(|(who, evidence)| {
                let counts = evidence.iter().map(|it| {
                    format!(
                        "{} {} ({})",
                        it.count,
                        words.text(&format!("kind-{}", it.kind.0.name().replace('_', "-"))),
                        words.text(&format!("assurance-{}", it.assurance.0.name()))
                    )
                });
                format!("{}: {}", self.named(who), counts.collect::<Vec<_>>().join(", "))
            })
            .collect();
        if let Some(others) = others.filter(|_| told.is_empty() || others.is_some_and(|count| count > 0)) {
            told.push(words.counted("lesson-others", others));
        }
        if told.is_empty() { words.text("lesson-nobody") } else { told.join("; ") }
    }
}

impl Closed<'_> {
    /// The five success criteria of the regions' cooperation.
    fn criteria(&self, comparison: Option<&ComparisonDocument>) -> Section {
        let words = &self.words;
        let (catalogue, prefix) = CRITERIA;
        let named = self.catalogues().into_iter().find(|it| it.id.0.as_str() == catalogue);
        let Some(document) = named else {
            return self.words.section("criteria", "steering-criteria", vec![Block::paragraph(words.text("steering-no-criteria"))]);
        };
        let criteria: Vec<Standing> = self.objectives(document).into_iter().filter(|it| it.id.starts_with(prefix)).collect();
        let mut blocks = vec![
            Block::paragraph(words.text("steering-criteria-intro")),
            Block::Chart(Box::new(self.bars("criteria", words.text("steering-criteria-chart"), &criteria))),
        ];
        let positions = comparison.into_iter().flat_map(|it| {
            criteria.iter().filter_map(|criterion| {
                let position = it.objectives.get(&criterion.id)?.position.as_ref()?.substantiated.0;
                Some(format!("{}: {}", words.objective(&criterion.id), words.text(&format!("position-{}", position.name()))))
            })
        });
        let positions: Vec<_> = positions.collect();
        if !positions.is_empty() {
            blocks.push(Block::paragraph(words.text("steering-criteria-positions")));
            blocks.push(Block::list(false, positions));
        }
        self.words.section("criteria", "steering-criteria", blocks)
    }
}
