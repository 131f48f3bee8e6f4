//! The words and forms of one report: texts, numbers, dates and names in its language.

use jiff::civil::Date;
use pejling_core::{Band, BridgePart, Change, Score};
use pejling_documents::{BarResult, DissentResult, Language, Library, Signed, StatementDocument, Triple, capital};

use crate::chart::{Bar, Chart, Drawing, Part, Step};
use crate::forms::Forms;
use crate::model::{Block, Section, Table};

/// What stands at a declared number where somebody sees it otherwise.
pub(crate) const SIGN: &str = "†";

pub(crate) struct Words<'a> {
    pub(crate) library: &'a Library<'a>,
    pub(crate) language: Language,
    forms: Forms,
}

impl<'a> Words<'a> {
    pub(crate) fn new(library: &'a Library<'a>) -> Self {
        Self { library, language: library.language, forms: Forms::new(library.language) }
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, impl AsRef<str>)]) -> String {
        self.language.text_with(key, args)
    }

    pub(crate) fn counted(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", &count.to_string())])
    }

    pub(crate) fn number(&self, number: impl std::fmt::Display) -> String {
        self.forms.number(number)
    }

    pub(crate) fn percent(&self, number: impl std::fmt::Display) -> String {
        self.forms.percent(number)
    }

    pub(crate) fn change(&self, change: Signed) -> String {
        self.forms.change(change)
    }

    pub(crate) fn date(&self, date: Date) -> String {
        self.forms.date(date)
    }

    pub(crate) fn band(&self, band: Option<Band>) -> String {
        band.map_or_else(|| self.text("not-assessed"), |band| self.text(&format!("band-{}", band.name())))
    }

    /// Texts as the heads of columns.
    pub(crate) fn heads<const N: usize>(&self, keys: [&str; N]) -> [String; N] {
        keys.map(|key| capital(&self.text(key)))
    }

    /// A section under a heading; it begins no page.
    pub(crate) fn section(&self, id: &str, heading: &str, blocks: Vec<Block>) -> Section {
        Section { id: id.to_owned(), heading: self.text(heading), blocks, on_new_page: false }
    }

    /// What the data protection officer has to say to the public.
    pub(crate) fn statement(&self, StatementDocument { by, on, text }: &StatementDocument) -> Block {
        Block::quote(text, self.with("council-dpo-by", &[("by", by), ("date", &self.date(on.0))]))
    }

    /// A framework as people call it in a sentence.
    pub(crate) fn framework(&self, framework: &str) -> String {
        match framework {
            "iso27001-2022" | "iso27001-2013" => self.text("framework-iso27001"),
            "gdpr" => self.text("framework-gdpr"),
            "principles-2017" => self.text("framework-principles"),
            "politisk-linje-2018" => self.text("framework-political-line"),
            "nis2-loven-2025" => self.text("framework-nis2"),
            other => self.title(other),
        }
    }

    /// A framework by its whole title.
    pub(crate) fn title(&self, framework: &str) -> String {
        self.library.framework_title(framework).unwrap_or(framework).to_owned()
    }

    pub(crate) fn objective(&self, objective: &str) -> String {
        match self.library.whole_framework(objective) {
            Some(framework) => self.framework(framework),
            None => self.library.title_of_objective(objective).to_owned(),
        }
    }

    /// A requirement by its own name and its title.
    pub(crate) fn requirement(&self, requirement: &str) -> String {
        let local = requirement.split_once(':').map_or(requirement, |(_, local)| local);
        // a slug says nothing that the title does not
        let is_number = local.chars().any(|sign| sign.is_ascii_digit());
        match self.library.title(requirement) {
            Some(title) if is_number => format!("{local} {title}"),
            Some(title) => title.to_owned(),
            None => requirement.to_owned(),
        }
    }

    /// Names one after the other, as a sentence does it.
    pub(crate) fn listed(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => self.with("report-and", &[("before", &before.join(", ")), ("last", last)]),
        }
    }

    /// A declared number with the sign where somebody sees it otherwise.
    pub(crate) fn declared(&self, triple: Triple, disputed: bool) -> String {
        let number = self.percent(triple.declared);
        if disputed { format!("{number}{SIGN}") } else { number }
    }

    /// The note on the sign, where it stands anywhere.
    pub(crate) fn disputed(&self, is_disputed: bool) -> Option<String> {
        is_disputed.then(|| self.text("report-disputed"))
    }

    /// The three readings of a row, each in a cell.
    pub(crate) fn readings(&self, triple: Triple, disputed: bool) -> [String; 3] {
        [self.percent(triple.substantiated), self.declared(triple, disputed), self.percent(triple.possible)]
    }

    pub(crate) fn readings_heads(&self) -> [String; 3] {
        self.heads(["substantiated", "declared", "possible"])
    }

    /// A chart of bars with a row of its table for each.
    pub(crate) fn bars(&self, id: &str, title: String, of: Vec<BarOf<'_>>) -> Chart {
        let disputed = of.iter().any(|it| it.disputed);
        let parts = Part::ALL.map(|part| capital(&self.text(part.key())));
        let heads = [self.text("report-name")].into_iter().chain(parts.clone()).chain([capital(&self.text("declared"))]);
        let mut table = Table::new(title.clone(), heads, &[1, 2, 3, 4, 5, 6]).noting(self.disputed(disputed));
        let has_figures = of.iter().any(|it| it.figure.is_some());
        let mut bars = Vec::new();
        for BarOf { label, figure, instead, disputed } in of {
            let mut row = vec![label.clone()];
            let (parts, note) = if let Some((bar, triple)) = figure {
                row.extend(bar.parts().map(|share| self.percent(share)));
                row.push(self.declared(*triple, disputed));
                let args = [("score", self.percent(triple.substantiated)), ("declared", self.declared(*triple, disputed))];
                (scores(bar), self.with("report-percent-of", &args))
            } else {
                row.extend(std::iter::once(instead.clone()).chain(std::iter::repeat_n("\u{2013}".to_owned(), 5)));
                (None, instead)
            };
            table.rows.push(row);
            bars.push(Bar { label, note, parts });
        }
        table = table.noting(has_figures.then(|| self.text("report-bars-declared")));
        let told: Vec<_> = bars.iter().map(|bar| format!("{}: {}", bar.label, bar.note)).collect();
        let alternative = self.with("report-bars-alternative", &[("count", &bars.len().to_string()), ("bars", &told.join("; "))]);
        Chart { id: id.to_owned(), title, alternative, drawing: Drawing::Bars { bars, parts }, table }
    }

    /// A chart of a bridge with its table: from a score on a day to one on another, by what each part of the bridge did.
    pub(crate) fn bridge(
        &self,
        objective: &str,
        (then, old): (Date, Score),
        (now, new): (Date, Score),
        change_by: impl Fn(&str) -> Option<Signed>,
    ) -> Chart {
        let framework = objective.split_once(':').map_or("", |(framework, _)| framework);
        let (then, now) = (self.date(then), self.date(now));
        let (before, after) = (self.percent(old), self.percent(new));
        let title = self.with("council-bridge", &[("objective", &self.objective(objective)), ("old", &then), ("new", &now)]);
        let step = |part: &BridgePart| {
            let change = change_by(part.name()).filter(|change| change.0 != Change::NONE)?;
            let label = capital(&self.text(&format!("bridge-part-{}", part.name())));
            Some(Step { label, change: change.0, number: self.change(change) })
        };
        let steps: Vec<Step> = BridgePart::ALL.iter().filter_map(step).collect();
        let rows = std::iter::once(vec![then.clone(), before.clone()])
            .chain(steps.iter().map(|step| vec![step.label.clone(), step.number.clone()]))
            .chain([vec![now.clone(), after.clone()]]);
        let table = Table::new(title.clone(), [self.text("council-cause"), self.text("council-change")], &[1]).with(rows);
        let told: Vec<_> = steps.iter().map(|step| format!("{} {}", step.label, step.number)).collect();
        let alternative = self.with("council-bridge-alternative", &[("old", &before), ("new", &after), ("steps", &told.join("; "))]);
        let drawing = Drawing::Waterfall { from: (then, old, before), steps, to: (now, new, after) };
        Chart { id: format!("bridge-{}", framework.replace('.', "-")), title, alternative, drawing, table }
    }
}

/// A bar to draw, or the words in its place.
pub(crate) struct BarOf<'a> {
    pub(crate) label: String,
    pub(crate) figure: Option<(&'a BarResult, &'a Triple)>,
    pub(crate) instead: String,
    pub(crate) disputed: bool,
}

/// The five parts as scores; `None` where they are points, and no percentages.
fn scores(bar: &BarResult) -> Option<[Score; 5]> {
    let mut parts = [Score::ZERO; 5];
    for (part, text) in parts.iter_mut().zip(bar.parts()) {
        *part = text.parse().ok()?;
    }
    Some(parts)
}

/// Whether a dissent concerns what is declared of something.
pub(crate) fn is_disputed(dissent: &[DissentResult], of: &str) -> bool {
    dissent.iter().any(|it| it.is_on(of))
}
