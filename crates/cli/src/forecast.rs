//! `pejling forecast`: which bands are left when, what keeps them, and what to renew, by working group.

use pejling_core::{Change, ObjectiveId};
use pejling_documents::{
    BandChange, CourseResult, DayResult, Family, ForecastDocument, GroupResult, KeepingWord, Language, LapseResult, Library, RenewalName,
    RenewalResult,
};

use crate::args::{Arguments, ForecastOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name;
use crate::score::one_of;
use crate::table::{heading, indented, table};
use crate::{Outcome, print, print_json};

/// The most evidences that are shown.
const EVIDENCE_SHOWN: usize = 20;

/// The most requirements that are shown.
const REQUIREMENTS_SHOWN: usize = 20;

/// The most renewals of a working group that are shown.
const RENEWALS_SHOWN: usize = 10;

/// The most renewals that are named as keeping a band.
const KEPT_BY_SHOWN: usize = 3;

pub(crate) fn run(arguments: &Arguments, options: &ForecastOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.of.as_of)?;
    let scores = checked.scores(as_of);
    let entity = name::entity(&scores, options.of.entity.as_deref(), library)?;
    let objective = options.objective.as_deref().map(|name| name::objective(&scores, name, library)).transpose()?;
    let forecast = checked.forecast(library, as_of, options.until.0, &entity, objective.as_ref().map(ObjectiveId::as_str))?;
    match arguments.format {
        Format::Json => print_json(&forecast),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            print(&Shown { forecast: &forecast, library, language: library.language }.text())
        }
    }
}

struct Shown<'a> {
    forecast: &'a ForecastDocument,
    library: &'a Library<'a>,
    language: Language,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let ForecastDocument { evidence, groups, objectives, requirements, .. } = self.forecast;
        let mut text = self.forecast.sentence(self.library) + "\n";
        text += &self.objectives(objectives);
        if !requirements.is_empty() {
            text += &self.requirements(requirements);
        }
        text += &groups.iter().map(|group| self.group(group)).collect::<String>();
        if !evidence.is_empty() {
            text += &self.lapses(evidence);
        }
        text + &self.dissent().section(self.library)
    }

    fn dissent(&self) -> Dissent {
        Dissent(self.forecast.dissent.clone())
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        indented(&self.language.text_with(key, args))
    }

    /// The title of a requirement or objective, behind its own name.
    fn named(&self, id: &str) -> String {
        self.library.title(id).map_or_else(|| local(id).to_owned(), |title| format!("{} {title}", local(id)))
    }

    /// Those whose band changes, framework by framework: its days with the three readings, and what keeps its band. Attributes are shown
    /// where one is asked for.
    fn objectives(&self, objectives: &[CourseResult]) -> String {
        let (moving, still): (Vec<_>, Vec<_>) = objectives.iter().partition(|it| it.days.iter().any(|day| day.change.is_some()));
        let is_shown = |it: &&CourseResult| self.forecast.objective.is_some() || self.family(&it.id) != Some(Family::Attribute);
        let (shown, attributes): (Vec<_>, Vec<_>) = moving.into_iter().partition(is_shown);
        let mut text = String::new();
        for same in shown.chunk_by(|a, b| framework(&a.id) == framework(&b.id)) {
            let id = same.first().map_or("", |it| framework(&it.id));
            text += &heading(self.library.framework_title(id).unwrap_or(id));
            for course in same {
                text += &format!("  {}\n", self.library.title(&course.id).unwrap_or_else(|| local(&course.id)));
                text += &indented(&self.days(course));
            }
        }
        text += "\n";
        for (key, others) in [("forecast-attributes", attributes.len()), ("forecast-unchanged", still.len())] {
            if others > 0 {
                text += &self.line(key, &[("count", &others.to_string())]);
            }
        }
        text
    }

    fn family(&self, id: &str) -> Option<Family> {
        let catalogue = self.library.find(framework(id))?;
        catalogue.objectives.iter().find(|it| it.id == local(id)).map(|it| it.family.0)
    }

    fn days(&self, course: &CourseResult) -> String {
        let last = course.days.len().saturating_sub(1);
        let row = |(at, day): (usize, &DayResult)| {
            let numbers = day.score.filter(|_| day.band.is_some()); // without a band a number would read as an answer
            let numbers = numbers.map(|it| {
                self.dissent().triple(&course.id, [it.substantiated, it.declared, it.possible].map(|it| self.language.number(it)))
            });
            vec![day.date.0.to_string(), self.happens(day, at == 0, at == last), numbers.unwrap_or_default()]
        };
        let days = table(&[], course.days.iter().enumerate().map(row).collect(), &[2]);
        days + &self.kept(course).map_or_else(String::new, |kept| format!("  {kept}\n"))
    }

    /// The requirements whose band changes, the first to change first.
    fn requirements(&self, requirements: &[CourseResult]) -> String {
        let change = |it: &CourseResult| it.days.iter().find(|day| day.change.is_some()).map(|day| day.date.0);
        let mut all: Vec<_> = requirements.iter().collect();
        all.sort_by_key(|it| change(it));
        let rows = all.iter().take(REQUIREMENTS_SHOWN).flat_map(|course| {
            let last = course.days.len().saturating_sub(1);
            let moves = course.days.iter().enumerate().filter(|(_, day)| day.change.is_some());
            moves.enumerate().map(move |(row, (at, day))| {
                let (name, kept) = if row == 0 { (self.named(&course.id), self.kept(course)) } else { (String::new(), None) };
                let score = day.score.filter(|_| day.band.is_some()).map(|it| self.language.number(it.substantiated));
                let score = score.unwrap_or_default();
                vec![day.date.0.to_string(), name, self.happens(day, at == 0, at == last), score, kept.unwrap_or_default()]
            })
        });
        let mut text = heading(&self.language.text_with("forecast-requirements", &[("count", &all.len().to_string())]));
        let heads = ["forecast-day", "forecast-requirement", "forecast-what", "substantiated", "forecast-kept-head"];
        text += &table(&heads.map(|head| self.language.text(head)), rows.collect(), &[3]);
        text + &self.more(all.len(), REQUIREMENTS_SHOWN)
    }

    /// That there are more than are shown.
    fn more(&self, count: usize, shown: usize) -> String {
        match count.saturating_sub(shown) {
            0 => String::new(),
            more => self.line("more-of-them", &[("count", &more.to_string())]),
        }
    }

    fn happens(&self, day: &DayResult, first: bool, last: bool) -> String {
        let band = self.library.band_word(day);
        let key = match &day.change {
            Some(change) => format!("forecast-change-{}", change.0.name().replace('_', "-")),
            None if first => "forecast-today".to_owned(),
            None if last => "forecast-end".to_owned(),
            None => return band,
        };
        match day.change.as_ref().map(|change| change.0) {
            Some(BandChange::Lost | BandChange::NotApplicable) => self.language.text(&key),
            Some(BandChange::Lower | BandChange::Higher | BandChange::Gained) => format!("{} {band}", self.language.text(&key)),
            Some(BandChange::Applies) | None => format!("{}: {band}", self.language.text(&key)),
        }
    }

    fn kept(&self, course: &CourseResult) -> Option<String> {
        match course.keeping.0 {
            KeepingWord::NotNeeded => None,
            KeepingWord::Many => Some(self.language.text("forecast-kept-many")),
            KeepingWord::No => Some(self.language.text("forecast-kept-no")),
            KeepingWord::Named => {
                let name = |it: &RenewalName| format!("{} ({})", local(&it.requirement), it.entity);
                let names = course.kept_by.iter().take(KEPT_BY_SHOWN).map(name).collect::<Vec<_>>().join(" + ");
                let more = course.kept_by.len().saturating_sub(KEPT_BY_SHOWN).to_string();
                Some(self.language.text_with("forecast-kept", &[("names", &names), ("more", &more)]))
            }
        }
    }

    /// What a working group has to renew, what is worth most first.
    fn group(&self, group: &GroupResult) -> String {
        let GroupResult { due, group, renewals } = group;
        let name = group.as_ref().map_or_else(|| "forecast-no-group".to_owned(), |group| format!("group-{}", group.0.name()));
        let (name, count, due) = (self.language.text(&name), renewals.len().to_string(), due.0.to_string());
        let mut text = heading(&self.language.text_with("forecast-renewals", &[("group", &name), ("count", &count), ("due", &due)]));
        let heads = ["forecast-requirement", "forecast-entity", "forecast-due", "forecast-times", "forecast-worth", "forecast-responsible"];
        let mine = self.forecast.renewals.iter().filter(|it| it.group.as_ref() == group.as_ref());
        let rows = mine.take(RENEWALS_SHOWN).map(|it| self.renewal(it)).collect();
        text += &table(&heads.map(|head| self.language.text(head)), rows, &[3]);
        text + &self.more(renewals.len(), RENEWALS_SHOWN)
    }

    fn renewal(&self, renewal: &RenewalResult) -> Vec<String> {
        let RenewalResult { due, entity, evidence, group: _, mends, most, requirement, responsible, worth } = renewal;
        let other = || worth.iter().filter(|(_, change)| change.0 > Change::NONE).max_by_key(|(_, change)| change.0);
        let most = most.as_ref().map(|it| (&it.objective, &it.change)).or_else(other);
        let mut worth = most.map_or_else(
            || self.language.number(Change::NONE),
            |(objective, change)| {
                let title = self.library.title(objective).unwrap_or(objective);
                self.language.text_with("forecast-worth-line", &[("objective", title), ("change", &self.language.number(change))])
            },
        );
        if *mends {
            worth += &format!(" ({})", self.language.text("forecast-mends"));
        }
        let times = evidence.iter().map(|it| it.times).max().unwrap_or_default();
        let responsible = responsible.as_deref().map_or_else(|| self.language.text("nobody-said"), plain);
        vec![self.named(requirement), entity.clone(), due.0.to_string(), times.to_string(), worth, responsible]
    }

    fn lapses(&self, evidence: &[LapseResult]) -> String {
        let mut text = heading(&self.language.text_with("forecast-lapses", &[("count", &evidence.len().to_string())]));
        let heads = ["forecast-stale", "forecast-worthless", "forecast-evidence", "forecast-requirement", "forecast-entity"];
        let row = |it: &LapseResult| {
            let LapseResult { entity, id, requirement, stale_from, worthless_from } = it;
            vec![stale_from.0.to_string(), worthless_from.0.to_string(), plain(id), self.named(requirement), entity.clone()]
        };
        text += &table(&heads.map(|head| self.language.text(head)), evidence.iter().take(EVIDENCE_SHOWN).map(row).collect(), &[]);
        text + &self.more(evidence.len(), EVIDENCE_SHOWN)
    }
}

/// The framework in a qualified name.
fn framework(id: &str) -> &str {
    id.split_once(':').map_or(id, |(framework, _)| framework)
}

/// The name behind the framework in a qualified name.
fn local(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, local)| local)
}

/// What somebody wrote, on one line.
fn plain(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
