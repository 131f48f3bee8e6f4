//! `pejling forecast`: which bands are left when, what keeps them, and what to renew, by working group.

use pejling_core::ObjectiveId;
use pejling_documents::{
    BandChange, CourseResult, DayResult, ForecastDocument, GroupResult, KeepingWord, Language, LapseResult, Library, RenewalName,
    RenewalResult,
};

use crate::args::{Arguments, ForecastOptions, Format};
use crate::input::{Inputs, Problem};
use crate::score::{entity, one_of, resolve};
use crate::table::{heading, indented, table};
use crate::{Outcome, print, print_json};

/// The most evidences that are shown.
const EVIDENCE_SHOWN: usize = 20;

/// The most renewals of a working group that are shown.
const RENEWALS_SHOWN: usize = 10;

/// The most renewals that are named as keeping a band.
const KEPT_BY_SHOWN: usize = 3;

pub(crate) fn run(arguments: &Arguments, options: &ForecastOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.of.as_of)?;
    let scores = checked.scores(as_of);
    let entity = entity(&scores, options.of.entity.as_deref(), library)?;
    let objective = options.objective.as_deref().map(|name| resolve(&scores, name, library)).transpose()?;
    let forecast = checked.forecast(library, as_of, options.until.0, &entity, objective.as_ref().map(ObjectiveId::as_str))?;
    match arguments.format {
        Format::Json => print_json(&forecast),
        Format::Human | Format::Dot | Format::Svg => print(&Shown { forecast: &forecast, library, language: library.language }.text()),
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
        let (moving, still): (Vec<_>, Vec<_>) = objectives.iter().partition(|it| changes(it));
        let mut text = self.forecast.sentence(self.library) + "\n";
        if !moving.is_empty() {
            text += &heading(&self.language.text("forecast-objectives"));
            text += &self.courses(&moving);
        }
        if !still.is_empty() {
            text += &self.line("forecast-unchanged", &[("count", &still.len().to_string())]);
        }
        if !requirements.is_empty() {
            text += &heading(&self.language.text_with("forecast-requirements", &[("count", &requirements.len().to_string())]));
            text += &self.courses(&requirements.iter().collect::<Vec<_>>());
        }
        text += &groups.iter().map(|group| self.group(group)).collect::<String>();
        if !evidence.is_empty() {
            text += &self.lapses(evidence);
        }
        text
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        indented(&self.language.text_with(key, args))
    }

    /// The title of a requirement or objective, behind its own name.
    fn named(&self, id: &str) -> String {
        let local = id.split_once(':').map_or(id, |(_, local)| local);
        self.library.title(id).map_or_else(|| local.to_owned(), |title| format!("{local} {title}"))
    }

    /// Each with its days, and below them what keeps its band.
    fn courses(&self, courses: &[&CourseResult]) -> String {
        let heads = ["", "forecast-day", "forecast-what", "substantiated", "declared", "possible"];
        let heads = heads.map(|head| if head.is_empty() { String::new() } else { self.language.text(head) });
        let mut rows = Vec::new();
        for course in courses {
            let last = course.days.len().saturating_sub(1);
            for (at, day) in course.days.iter().enumerate() {
                let name = if at == 0 { self.named(&course.id) } else { String::new() };
                let numbers = day.score.map(|it| [it.substantiated, it.declared, it.possible].map(|it| self.language.number(it)));
                let happens = self.happens(day, at == 0, at == last);
                rows.push([name, day.date.0.to_string(), happens].into_iter().chain(numbers.unwrap_or_default()).collect());
            }
            if let Some(kept) = self.kept(course) {
                rows.push(vec![String::new(), String::new(), kept, String::new(), String::new(), String::new()]);
            }
        }
        table(&heads, rows, &[3, 4, 5])
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
                let name = |it: &RenewalName| {
                    let local = it.requirement.split_once(':').map_or(it.requirement.as_str(), |(_, local)| local);
                    format!("{local} ({})", it.entity)
                };
                let mut names: Vec<String> = course.kept_by.iter().take(KEPT_BY_SHOWN).map(name).collect();
                if course.kept_by.len() > KEPT_BY_SHOWN {
                    names.push((course.kept_by.len() - KEPT_BY_SHOWN).to_string());
                }
                Some(format!("{} {}", self.language.text("forecast-kept"), names.join(" + ")))
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
        if renewals.len() > RENEWALS_SHOWN {
            text += &self.line("more-of-them", &[("count", &(renewals.len() - RENEWALS_SHOWN).to_string())]);
        }
        text
    }

    fn renewal(&self, renewal: &RenewalResult) -> Vec<String> {
        let RenewalResult { due, entity, evidence, group: _, mends, most, requirement, responsible, worth: _ } = renewal;
        let mut worth = most.as_ref().map_or_else(
            || self.language.number("0.00"),
            |most| {
                let framework = most.objective.split_once(':').map_or(most.objective.as_str(), |(framework, _)| framework);
                let whole = self.forecast.objective.is_none();
                let objective = if whole { self.library.framework_title(framework) } else { self.library.title(&most.objective) };
                let args = [("change", self.language.number(most.change)), ("objective", objective.unwrap_or(framework).to_owned())];
                let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.language.text_with("forecast-worth-line", &args)
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
        if evidence.len() > EVIDENCE_SHOWN {
            text += &self.line("more-of-them", &[("count", &(evidence.len() - EVIDENCE_SHOWN).to_string())]);
        }
        text
    }
}

fn changes(course: &CourseResult) -> bool {
    course.days.iter().any(|day| day.change.is_some())
}

/// What somebody wrote, on one line.
fn plain(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
