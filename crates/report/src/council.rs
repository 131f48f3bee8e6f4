//! The report to the council, which is public. It is made of an extract and of nothing else, so it cannot tell more than that.

use pejling_core::{BridgePart, Change, Score};
use pejling_documents::{
    Area, AreaFigure, DayResult, ExtractDocument, FollowedResult, FrameworkExtract, Library, PlannedResult, Signed, SinceResult,
    WholeBridge, capital,
};

use crate::about;
use crate::chart::{Cell, Chart, Drawing};
use crate::model::{About, Audience, Block, Report, Run, Section, Table};
use crate::time::courses;
use crate::words::{BarOf, Words};

/// The most that a report says matters most.
const MATTERS: usize = 5;

/// The areas of the state's yardstick that have a page of their own, and the keys of what it says.
const TOPICS: [(&str, Option<&str>); 3] = [("awareness", None), ("suppliers", Some("suppliers")), ("contingency", Some("contingency"))];

/// The report to a council.
#[must_use]
pub fn council(extract: &ExtractDocument, library: &Library<'_>) -> Report {
    let teller = Teller::new(extract, library);
    let words = &teller.words;
    let about = About::from(extract);
    let mut sections = vec![teller.decided(), teller.where_we_stand()];
    sections.extend(extract.since.as_ref().map(|since| teller.moved(since)));
    sections.extend(teller.yardstick());
    sections.extend([teller.matters(), teller.plan(), teller.asked()]);
    sections.extend(Area::ALL.iter().filter_map(|area| teller.area(*area)));
    sections.extend(TOPICS.iter().map(|(name, area)| teller.topic(name, *area)));
    sections.extend([teller.dpo(), about::method(words)]);
    let standing_by = about::standing_by(words, extract.scope_note.as_deref(), extract.sign_off.as_ref());
    sections.push(about::sources(words, &about, standing_by));
    Report {
        title: words.text("council-title"),
        subtitle: words.with("report-of", &[("entity", &about.organisation), ("date", &words.date(about.as_of))]),
        language: library.language,
        audience: Audience::Council,
        sections,
        about,
    }
    .masked()
}

/// What both the report and the agenda item say.
pub(crate) struct Teller<'a> {
    pub(crate) extract: &'a ExtractDocument,
    pub(crate) words: Words<'a>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(extract: &'a ExtractDocument, library: &'a Library<'a>) -> Self {
        Self { extract, words: Words::new(library) }
    }

    /// Whether last year's decisions were carried out.
    pub(crate) fn decided(&self) -> Section {
        let words = &self.words;
        let mut blocks = Vec::new();
        match &self.extract.since {
            None => blocks.push(Block::paragraph(words.text("council-no-previous"))),
            Some(since) => {
                let date = words.date(since.old.as_of.0);
                let all = &since.followed_in_all;
                if all.count == 0 {
                    blocks.push(Block::paragraph(words.with("council-nothing-decided", &[("date", &date)])));
                    return words.section("decided", "council-decided", blocks);
                }
                let args = [("count", all.count.to_string()), ("done", all.done.to_string()), ("date", date)];
                let said = words.with("council-decided-sentence", &args);
                blocks.push(Block::Paragraph(vec![Run::strong(said)]));
                blocks.push(Block::list(false, self.became(all)));
                if all.overdue > 0 {
                    let overdue = words.counted("council-overdue", all.overdue);
                    blocks.push(Block::callout(overdue, words.text("council-overdue-note")));
                }
                blocks.push(Block::Table(self.followed(since)));
            }
        }
        words.section("decided", "council-decided", blocks)
    }

    /// What became of measures besides being done.
    pub(crate) fn became(&self, all: &FollowedResult) -> Vec<String> {
        let FollowedResult { count: _, done: _, done_without_evidence, dropped, not_accounted_for, open, overdue: _ } = *all;
        let counted = [
            ("council-undocumented", done_without_evidence),
            ("council-open", open),
            ("council-dropped", dropped),
            ("council-unaccounted", not_accounted_for),
        ];
        counted.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| self.words.counted(key, count)).collect()
    }

    fn followed(&self, since: &SinceResult) -> Table {
        let heads = [
            "report-area",
            "council-measures",
            "council-col-done",
            "council-col-undocumented",
            "council-col-open",
            "council-col-dropped",
            "council-col-unaccounted",
            "council-col-overdue",
        ];
        let row = |name: String, it: &FollowedResult| {
            let FollowedResult { count, done, done_without_evidence, dropped, not_accounted_for, open, overdue } = *it;
            let counts = [count, done, done_without_evidence, open, dropped, not_accounted_for, overdue];
            std::iter::once(name).chain(counts.map(|count| count.to_string())).collect::<Vec<_>>()
        };
        let areas = Area::ALL.iter().filter_map(|area| Some(row(self.area_title(*area), since.followed.get(area.name())?)));
        let all = row(self.words.text("report-in-all"), &since.followed_in_all);
        let heads = heads.map(|key| self.words.text(key));
        Table::new(self.words.text("council-followed-table"), heads, &[1, 2, 3, 4, 5, 6, 7]).with(areas.chain([all]))
    }

    pub(crate) fn area_title(&self, area: Area) -> String {
        capital(&self.words.text(&format!("area-{}", area.name())))
    }

    fn where_we_stand(&self) -> Section {
        let words = &self.words;
        let mut blocks = vec![
            Block::paragraph(words.text("council-where-reading")),
            Block::list(false, self.standings()),
            Block::Chart(Box::new(words.bars(
                "frameworks",
                words.text("council-bars"),
                self.extract.frameworks.iter().map(|it| self.bar(&it.whole)).collect(),
            ))),
            Block::callout(words.text("council-apart"), words.text("council-apart-why")),
        ];
        for framework in self.extract.frameworks.iter().filter(|it| !it.principles.is_empty()) {
            blocks.push(Block::Heading(words.text("council-principles")));
            blocks.push(Block::paragraph(words.text("council-principles-few")));
            let heads = ["council-principle", "council-substantiated", "council-declared"].map(|key| words.text(key));
            let rows = framework.principles.iter().map(|it| {
                let numbers = match &it.figure {
                    Some(figure) if figure.band.is_some() => {
                        [words.percent(figure.score.substantiated), words.declared(figure.score, it.disputed)]
                    }
                    Some(_) => [words.band(None), "\u{2013}".to_owned()],
                    None => [self.instead(it), "\u{2013}".to_owned()],
                };
                std::iter::once(words.objective(&it.objective)).chain(numbers).collect()
            });
            let disputed = framework.principles.iter().any(|it| it.disputed && it.figure.is_some());
            let table = Table::new(words.framework(&framework.framework), heads, &[1, 2]).with(rows).noting(words.disputed(disputed));
            blocks.push(Block::Table(table));
        }
        blocks.push(Block::Chart(Box::new(self.heat())));
        words.section("where", "council-where", blocks)
    }

    /// A sentence for each framework.
    pub(crate) fn standings(&self) -> Vec<String> {
        let words = &self.words;
        let standing = |it: &FrameworkExtract| {
            let framework = words.framework(&it.framework);
            match &it.whole.figure {
                None => words.with("council-standing-hidden", &[("framework", &framework)]),
                Some(figure) if figure.band.is_none() => words.with("council-standing-none", &[("framework", &framework)]),
                Some(figure) => {
                    let args = [
                        ("framework", framework),
                        ("score", words.percent(figure.score.substantiated)),
                        ("declared", words.declared(figure.score, it.whole.disputed)),
                        ("band", words.band(figure.band.as_ref().map(|band| band.0))),
                    ];
                    words.with("council-standing", &args)
                }
            }
        };
        self.extract.frameworks.iter().map(standing).collect()
    }

    /// The words in the place of a number.
    fn instead(&self, figure: &AreaFigure) -> String {
        self.words.text(if figure.applicable == 0 { "report-none-apply" } else { "report-too-few" })
    }

    fn bar<'f>(&self, figure: &'f AreaFigure) -> BarOf<'f> {
        let framework = figure.objective.split_once(':').map_or(figure.objective.as_str(), |(framework, _)| framework);
        BarOf {
            label: self.words.framework(framework),
            figure: figure.figure.as_ref().map(|it| (&it.bar, &it.score)),
            instead: self.instead(figure),
            disputed: figure.disputed,
        }
    }

    /// Follow-up areas and frameworks side by side.
    fn heat(&self) -> Chart {
        let words = &self.words;
        let of = |area: Area| {
            let of_framework = |it: &FrameworkExtract| {
                let figure = it.areas.iter().find(|it| it.area.as_ref().is_some_and(|of| of.0 == area));
                let Some(figure) = figure else { return Cell { text: "\u{2013}".to_owned(), band: None } };
                match &figure.figure {
                    Some(numbers) => match &numbers.band {
                        Some(band) => Cell { text: words.number(numbers.score.substantiated), band: Some(band.0) },
                        None => Cell { text: words.band(None), band: None },
                    },
                    None => Cell { text: self.instead(figure), band: None },
                }
            };
            (self.area_title(area), self.extract.frameworks.iter().map(of_framework).collect::<Vec<_>>())
        };
        let rows: Vec<_> = Area::ALL.iter().map(|area| of(*area)).collect();
        let columns: Vec<_> = self.extract.frameworks.iter().map(|it| words.framework(&it.framework)).collect();
        let title = words.text("council-heat");
        let heads = std::iter::once(words.text("report-area")).chain(columns.iter().cloned());
        let numbers: Vec<usize> = (1..=columns.len()).collect();
        let cells =
            rows.iter().map(|(head, cells)| std::iter::once(head.clone()).chain(cells.iter().map(|cell| cell.text.clone())).collect());
        let table = Table::new(title.clone(), heads, &numbers).with(cells);
        let counts = [("rows", rows.len().to_string()), ("columns", columns.len().to_string())];
        let alternative = words.with("council-heat-alternative", &counts);
        Chart { id: "areas".to_owned(), title, alternative, drawing: Drawing::Heat { columns, rows }, table }
    }

    fn moved(&self, since: &SinceResult) -> Section {
        let words = &self.words;
        let (then, now) = (since.old.as_of.0, self.extract.as_of.0);
        let mut blocks =
            vec![Block::paragraph(words.with("council-moved-intro", &[("old", &words.date(then)), ("new", &words.date(now))]))];
        if since.across_editions {
            blocks.push(Block::paragraph(words.text("council-across")));
        }
        for it in &since.whole {
            blocks.push(Block::Heading(words.objective(&it.objective)));
            blocks.push(Block::paragraph(self.why(it)));
            let chart = words.bridge(&it.objective, (then, it.old.0), (now, it.new.0), |part| it.parts.get(part).copied());
            blocks.push(Block::Chart(Box::new(chart)));
        }
        words.section("moved", "council-moved", blocks)
    }

    /// How far a framework moved, and what moved it most either way.
    pub(crate) fn why(&self, it: &WholeBridge) -> String {
        let words = &self.words;
        let (objective, old, new) = (words.objective(&it.objective), words.percent(it.old), words.percent(it.new));
        let args = [("objective", objective.as_str()), ("old", &old), ("new", &new)];
        let key = match it.change.0.cmp(&Change::NONE) {
            std::cmp::Ordering::Less => "council-fell",
            std::cmp::Ordering::Equal => "council-still",
            std::cmp::Ordering::Greater => "council-rose",
        };
        let mut said = words.with(key, &args);
        let of = |part: &BridgePart| it.parts.get(part.name()).map_or(Change::NONE, |change| change.0);
        let parts = || BridgePart::ALL.iter().map(|part| (of(part), *part));
        let because = |key: &str, (change, part): (Change, BridgePart)| {
            let why = words.text(&format!("because-{}", part.name()));
            words.with(key, &[("why", &why), ("change", &words.change(Signed(change)))])
        };
        if let Some(most) = parts().filter(|(change, _)| *change < Change::NONE).min() {
            said = format!("{said} {}", because("council-most-down", most));
        }
        if let Some(most) = parts().filter(|(change, _)| *change > Change::NONE).max() {
            said = format!("{said} {}", because("council-most-up", most));
        }
        said
    }

    fn yardstick(&self) -> Option<Section> {
        let words = &self.words;
        if self.extract.yardstick.is_empty() {
            return None;
        }
        let heads = [words.text("report-area-plain"), words.text("report-level"), words.text("council-meets")];
        let rows = self.extract.yardstick.iter().map(|it| {
            let level = it.level.as_ref().map(|level| {
                let level = words.with("council-of-five", &[("level", &words.number(level))]);
                if it.disputed { level + crate::words::SIGN } else { level }
            });
            let level = level.unwrap_or_else(|| words.text(if it.applicable == 0 { "report-none-apply" } else { "report-too-few" }));
            let meets =
                it.meets_norm.map_or_else(|| "\u{2013}".to_owned(), |meets| words.text(if meets { "report-yes" } else { "report-no" }));
            vec![self.yardstick_title(&it.id), level, meets]
        });
        let disputed = self.extract.yardstick.iter().any(|it| it.disputed && it.level.is_some());
        let table = Table::new(words.text("council-yardstick-table"), heads, &[1]).with(rows).noting(words.disputed(disputed));
        let blocks = vec![
            Block::paragraph(words.text("council-yardstick-intro")),
            Block::Table(table),
            Block::paragraph(words.text("council-yardstick-few")),
        ];
        Some(words.section("yardstick", "council-yardstick", blocks))
    }

    fn yardstick_title(&self, id: &str) -> String {
        let mut views = self.words.library.views().filter(|(view, _)| view.id.0.as_str() == "iso-maaling");
        views.find_map(|(_, texts)| texts.areas.get(id).map(|it| it.title.clone())).unwrap_or_else(|| id.to_owned())
    }

    fn matters(&self) -> Section {
        let items = self.what_matters().into_iter().take(MATTERS).map(|(what, why)| vec![Run::strong(what), Run::plain(format!(" {why}"))]);
        let items: Vec<_> = items.collect();
        self.words.section("matters", "council-matters", vec![Block::List { ordered: true, items }])
    }

    /// What matters most at area level, the most urgent first: what it is, and why.
    pub(crate) fn what_matters(&self) -> Vec<(String, String)> {
        let words = &self.words;
        let mut found = Vec::new();
        let overdue = self.extract.planned_in_all.overdue;
        if overdue > 0 {
            found.push((words.text("council-matter-overdue"), words.counted("council-matter-overdue-text", overdue)));
        }
        let areas = || self.extract.frameworks.iter().flat_map(|it| it.areas.iter().map(move |area| (it, area)));
        let figures = || areas().filter_map(|(framework, area)| Some((framework, area.area.as_ref()?.0, area.figure.as_ref()?)));
        let assessed: Vec<_> = figures().filter(|(_, _, it)| it.band.is_some()).collect();
        if let Some((framework, area, figure)) = assessed.iter().min_by_key(|(_, _, it)| it.score.substantiated.0)
            && assessed.len() > 1
        {
            let what = words.with("council-matter-lowest", &[("area", &words.text(&format!("area-{}", area.name())))]);
            let args = [("framework", words.framework(&framework.framework)), ("score", words.percent(figure.score.substantiated))];
            found.push((what, words.with("council-matter-lowest-text", &args)));
        }
        let lapse =
            self.extract.frameworks.iter().filter_map(|it| Some((it, it.course.first()?, it.course.iter().find(|day| is_lower(day))?)));
        if let Some((framework, from, to)) = lapse.min_by_key(|(_, _, to)| to.date.0) {
            let args = [
                ("framework", words.framework(&framework.framework)),
                ("from", words.band(from.band.as_ref().map(|band| band.0))),
                ("to", words.band(to.band.as_ref().map(|band| band.0))),
                ("date", words.date(to.date.0)),
            ];
            let why = words.with("council-matter-lapse-text", &args);
            found.push((words.text("council-matter-lapse"), why));
        }
        if !self.extract.dissent.is_empty() {
            found.push((words.text("council-matter-dissent"), words.text("council-matter-dissent-text")));
        }
        for (part, what, why) in [
            (3, "council-matter-unanswered", "council-matter-unanswered-text"),
            (2, "council-matter-declared", "council-matter-declared-text"),
        ] {
            let share = |figure: &pejling_documents::PublicFigure| figure.bar.parts().get(part).and_then(|text| text.parse::<Score>().ok());
            let most = figures().filter_map(|(framework, area, it)| Some((share(it)?, framework, area))).max_by_key(|(share, ..)| *share);
            if let Some((share, framework, area)) = most.filter(|(share, ..)| *share > Score::ZERO) {
                let args = [
                    ("area", self.words.text(&format!("area-{}", area.name()))),
                    ("framework", words.framework(&framework.framework)),
                    ("share", words.percent(share)),
                ];
                found.push((words.text(what), words.with(why, &args)));
            }
        }
        found
    }

    fn plan(&self) -> Section {
        let words = &self.words;
        let all = &self.extract.planned_in_all;
        let mut blocks = Vec::new();
        if all.count == 0 {
            blocks.push(Block::paragraph(words.text("council-plan-none")));
        } else {
            blocks.push(Block::paragraph(self.planned("council-plan-sentence", all)));
            let heads = ["report-area", "council-measures", "council-cost", "council-col-overdue"].map(|key| words.text(key));
            let row = |name: String, it: &PlannedResult| vec![name, it.count.to_string(), words.number(it.cost), it.overdue.to_string()];
            let areas = Area::ALL.iter().filter_map(|area| Some(row(self.area_title(*area), self.extract.planned.get(area.name())?)));
            let rows: Vec<_> = areas.chain([row(words.text("report-in-all"), all)]).collect();
            blocks.push(Block::Table(Table::new(words.text("council-plan-areas"), heads, &[1, 2, 3]).with(rows)));
            let heads = ["report-framework", "council-now", "council-then"].map(|key| words.text(key));
            let rows = self.extract.frameworks.iter().filter_map(|it| {
                let now = &it.whole.figure.as_ref()?.score;
                Some(vec![words.framework(&it.framework), words.percent(now.substantiated), words.percent(it.with_measures?)])
            });
            let rows: Vec<_> = rows.collect();
            if !rows.is_empty() {
                blocks.push(Block::Table(Table::new(words.text("council-plan-gain"), heads, &[1, 2]).with(rows)));
            }
        }
        let of: Vec<_> = self.extract.frameworks.iter().filter(|it| it.course.len() > 1).collect();
        if !of.is_empty() {
            let until = words.date(self.extract.foreseen_until.0);
            blocks.push(Block::Heading(words.text("council-nothing-done")));
            blocks.push(Block::paragraph(words.with("council-nothing-done-text", &[("until", &until)])));
            let of = of.into_iter().map(|it| (words.framework(&it.framework), it.course.as_slice()));
            blocks.push(Block::Chart(Box::new(courses(words, "courses", words.with("council-courses", &[("until", &until)]), of))));
        }
        words.section("plan", "council-plan", blocks)
    }

    fn planned(&self, key: &str, it: &PlannedResult) -> String {
        self.words.with(key, &[("count", &it.count.to_string()), ("cost", &self.words.number(it.cost))])
    }

    fn asked(&self) -> Section {
        let words = &self.words;
        let (planned, since) = (&self.extract.planned_in_all, self.extract.since.as_ref());
        let mut asked = vec![words.text("council-ask-note")];
        asked.extend((planned.overdue > 0).then(|| words.counted("council-ask-overdue", planned.overdue)));
        let unaccounted = since.map_or(0, |it| it.followed_in_all.not_accounted_for);
        asked.extend((unaccounted > 0).then(|| words.counted("council-ask-unaccounted", unaccounted)));
        asked.extend((planned.count > 0).then(|| self.planned("council-ask-plan", planned)));
        let lapses = self.extract.frameworks.iter().any(|it| it.course.iter().any(is_lower));
        asked.extend(lapses.then(|| words.text("council-ask-renew")));
        asked.push(words.text("council-ask-next"));
        words.section("asked", "council-asked", vec![Block::list(true, asked)])
    }

    /// A page on a follow-up area.
    fn area(&self, area: Area) -> Option<Section> {
        let words = &self.words;
        let of_area = |it: &'a FrameworkExtract| it.areas.iter().find(|it| it.area.as_ref().is_some_and(|of| of.0 == area));
        let figures: Vec<_> =
            self.extract.frameworks.iter().filter_map(|it| Some((it, of_area(it)?))).filter(|(_, it)| it.applicable > 0).collect();
        if figures.is_empty() {
            return None;
        }
        let title = self.area_title(area);
        let mut blocks = vec![Block::paragraph(words.text(&format!("council-area-{}", area.name())))];
        let shown: Vec<_> = figures.iter().filter(|(_, it)| it.figure.is_some()).map(|(_, it)| self.bar(it)).collect();
        if !shown.is_empty() {
            let chart = words.bars(&format!("area-{}", area.name()), words.with("council-area-bars", &[("area", &title)]), shown);
            blocks.push(Block::Chart(Box::new(chart)));
        }
        let few: Vec<_> = figures.iter().filter(|(_, it)| it.figure.is_none()).map(|(it, _)| words.framework(&it.framework)).collect();
        if !few.is_empty() {
            blocks.push(Block::paragraph(words.with("council-area-few", &[("frameworks", &words.listed(&few))])));
        }
        let moves = figures.iter().filter_map(|(framework, it)| {
            let args = [("framework", words.framework(&framework.framework)), ("change", words.change(it.change?))];
            Some(words.with("council-area-move", &args))
        });
        let moves: Vec<_> = moves.collect();
        if !moves.is_empty() {
            blocks.push(Block::paragraph(words.with("council-area-moved", &[("moves", &moves.join("; "))])));
        }
        let mut done = String::new();
        if let Some(it) = self.extract.since.as_ref().and_then(|since| since.followed.get(area.name())) {
            let args = [("count", it.count.to_string()), ("done", it.done.to_string()), ("overdue", it.overdue.to_string())];
            done = words.with("council-area-followed", &args) + " ";
        }
        done += &match self.extract.planned.get(area.name()) {
            Some(it) => self.planned("council-area-planned", it),
            None => words.text("council-area-none-planned"),
        };
        blocks.push(Block::paragraph(done));
        Some(Section { id: format!("page-{}", area.name()), heading: title, blocks, on_new_page: true })
    }

    /// A page on awareness, suppliers or contingency.
    fn topic(&self, name: &str, yardstick: Option<&str>) -> Section {
        let words = &self.words;
        let mut blocks = vec![Block::paragraph(words.text(&format!("council-topic-{name}-text")))];
        let area = yardstick.and_then(|id| self.extract.yardstick.iter().find(|it| it.id == id));
        let level = area.and_then(|it| it.level.as_ref().map(|level| (level, it.disputed)));
        blocks.push(Block::paragraph(match level {
            Some((level, disputed)) => {
                let level = words.number(level) + if disputed { crate::words::SIGN } else { "" };
                let said = words.with("council-topic-level", &[("level", &level)]);
                words.disputed(disputed).map_or(said.clone(), |note| format!("{said} {note}"))
            }
            None => words.text("council-topic-few"),
        }));
        blocks.push(Block::callout(words.text("council-topic-question"), words.text(&format!("council-topic-{name}-ask"))));
        words.section(&format!("page-{name}"), &format!("council-topic-{name}"), blocks)
    }

    /// The page that nobody but the data protection officer writes.
    fn dpo(&self) -> Section {
        let words = &self.words;
        let mut blocks = vec![Block::paragraph(words.text("council-dpo-intro"))];
        match &self.extract.dpo_statement {
            Some(statement) => blocks.push(words.statement(statement)),
            None => blocks.push(Block::paragraph(words.text("council-dpo-none"))),
        }
        if !self.extract.dissent.is_empty() {
            blocks.push(Block::Heading(words.text("council-dpo-dissent")));
            for it in &self.extract.dissent {
                let of = it.concerns.iter().map(|id| self.figure_title(id)).collect::<Vec<_>>();
                let by = words.with("council-dpo-on", &[("objectives", &of.join("; "))]);
                blocks.push(Block::quote(&it.text, by));
            }
        }
        Section { on_new_page: true, ..words.section("dpo", "council-dpo", blocks) }
    }

    /// An objective so that it is told from that of the same name in another framework.
    fn figure_title(&self, id: &str) -> String {
        let title = self.words.objective(id);
        let framework = id.split_once(':').map_or(String::new(), |(framework, _)| self.words.framework(framework));
        if title == framework { title } else { format!("{title} ({framework})") }
    }
}

fn is_lower(day: &DayResult) -> bool {
    let change = day.change.as_ref().map(|change| change.0);
    matches!(change, Some(pejling_documents::BandChange::Lower | pejling_documents::BandChange::Lost))
}
