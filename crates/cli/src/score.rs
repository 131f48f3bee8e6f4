//! `pejling score`: the profiles side by side, each objective with its bar, what holds back what, and warnings.

use jiff::civil::Date;
use pejling_core::{Band, Bar, Consolidated, EntityId, FrameworkId, Levels, ObjectiveId, ObjectiveScore, Readings, Score, Scores};
use pejling_documents::{Checked, Family, Faults, Library, Source, WarningTold};

use crate::args::{Arguments, AsOf, Format, ScoreOptions};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name;
use crate::table::{bar, heading, indented, legend, table};
use crate::{Outcome, complain, print, print_json};

/// The most entities below that are shown.
const ENTITIES_SHOWN: usize = 50;

/// The most exclusions that are shown.
const EXCLUSIONS_SHOWN: usize = 8;

/// The most sets of causes that are shown of one framework.
const CAUSES_SHOWN: usize = 6;

pub(crate) fn run(arguments: &Arguments, options: &ScoreOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let mut faults = Faults::default();
    let mut all = Vec::new();
    for source in inputs.sources() {
        match library.check(source) {
            Ok(checked) => all.push(checked),
            Err(found) => {
                faults.extend(found);
            }
        }
    }
    if !faults.faults.is_empty() {
        return Err(faults.into());
    }
    let mut outcome = Outcome::Fine;
    for checked in &all {
        let as_of = checked.as_of(options.files.as_of.map(|date| date.0))?;
        let scores = checked.scores(as_of);
        let entity = name::entity(&scores, options.entity.as_deref(), library)?;
        let floors = options.fail_under.iter().map(|(objective, least)| Ok((name::objective(&scores, objective, library)?, least)));
        let floors = floors.collect::<Result<Vec<_>, Problem>>()?;
        match arguments.format {
            Format::Json => print_json(&checked.result_of(&scores))?,
            Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
                print(&show(checked, &scores, &entity, library, options.all))?
            }
        };
        for (id, least) in floors {
            let reached = match standing(&scores, &entity, &id, library) {
                None => Err("not-applicable"),
                Some(it) if it.band.is_none() => Err("not-assessed"),
                Some(it) => Ok(it.score.substantiated),
            };
            if reached.is_ok_and(|reached| reached >= *least) {
                continue;
            }
            outcome = Outcome::Below;
            {
                let reached = reached.map_or_else(|state| library.language.text(state), |score| library.language.number(score));
                let args = [("objective", id.as_str()), ("least", &library.language.number(least)), ("reached", &reached)];
                complain(&format!("{}\n", library.language.text_with("below-floor", &args)));
            }
        }
    }
    Ok(outcome)
}

/// The one assessment that a command works on, and its date.
pub(crate) fn one_of(inputs: &Inputs, library: &Library<'_>, as_of: Option<AsOf>) -> Result<(Checked, Date), Problem> {
    let checked = library.check(inputs.sources().next().unwrap_or(Source::text("")))?;
    let as_of = checked.as_of(as_of.map(|date| date.0))?;
    Ok((checked, as_of))
}

/// What is shown of one objective, at a leaf or above.
struct Shown {
    score: Readings<Score>,
    declared: String,
    levels: Levels,
    band: Option<Band>,
    assessed: String,
    weakest: String,
}

/// The weakest of several by name, and how many others are just as weak.
pub(crate) fn weakest_of(name: &str, others: impl TryInto<u32>, library: &Library<'_>) -> String {
    match others.try_into().unwrap_or(u32::MAX) {
        0 => name.to_owned(),
        others => library.language.text_with("equally-weak", &[("name", name), ("others", &others.to_string())]),
    }
}

/// What is shown of an objective; `None` where it does not apply.
fn standing(scores: &Scores<'_>, entity: &EntityId, objective: &ObjectiveId, library: &Library<'_>) -> Option<Shown> {
    if let Some(leaf) = scores.leaf(entity) {
        let ObjectiveScore::Applicable(it) = leaf.objective(objective)? else { return None };
        return Some(Shown {
            score: it.score,
            declared: library.language.number(it.score.declared),
            levels: it.levels,
            band: it.band(),
            assessed: format!("{}/{}", it.assessed, it.applicable),
            weakest: it.band().map_or_else(String::new, |_| weakest_of(it.weakest.0.local(), it.equally_weak, library)),
        });
    }
    let it = scores.consolidated_entity(entity)?.objective(objective)??;
    Some(Shown {
        score: it.score,
        declared: library.language.number(it.score.declared),
        levels: it.levels,
        band: it.band(),
        assessed: format!("{}/{}", it.assessed, it.applicable),
        weakest: it.band().map_or_else(String::new, |_| weakest_of(it.weakest.0.as_str(), it.equally_weak, library)),
    })
}

fn show(checked: &Checked, scores: &Scores<'_>, entity: &EntityId, library: &Library<'_>, all: bool) -> String {
    let language = library.language;
    let args = [
        ("entity", checked.name_of(entity).unwrap_or(entity.as_str())),
        ("date", &scores.as_of().to_string()),
        ("method", pejling_core::METHOD),
    ];
    let mut text = heading(&language.text_with("score-head", &args)).trim_start().to_owned();
    let frameworks = frameworks(scores, library);
    let dissent = Dissent(checked.dissent_at(entity));
    text += &profiles(scores, entity, library, &frameworks, &dissent);
    let parts = ["substantiated", "held-back", "declared-only", "unanswered", "known-wrong"];
    text += &legend(parts.map(|part| language.text(&format!("part-{part}"))));
    for framework in frameworks.iter().copied() {
        let objectives = objectives(scores, entity, library, framework, all, &dissent);
        if !objectives.is_empty() {
            text += &heading(&named(library, framework));
            text += &objectives;
        }
    }
    text += &children(checked, scores, entity, library, &frameworks);
    text += &dissent.section(library);
    text += &exclusions(scores, library);
    let held: String = frameworks.iter().map(|framework| held_back(scores, entity, library, framework)).collect();
    if !held.is_empty() {
        text += &heading(&language.text("what-holds-back"));
        text += &held;
    }
    let told: Vec<_> = checked.warnings_of(scores).into_iter().map(|warning| warning.tell(language)).collect();
    text + &warnings(&told, library, true)
}

/// The frameworks that were assessed, what is built in first and in the order in which they build on each other.
fn frameworks<'a>(scores: &'a Scores<'_>, library: &Library<'_>) -> Vec<&'a FrameworkId> {
    let place = |id: &FrameworkId| (!library.is_built_in(id.as_str()), library.names().position(|name| name == id.as_str()));
    let mut frameworks: Vec<_> = scores.assessment().catalogue().frameworks().iter().map(|(id, _)| id).collect();
    frameworks.sort_by_key(|id| place(id));
    frameworks
}

/// The title of a framework; an overlay says its id besides, so that it cannot pass for another.
fn named(library: &Library<'_>, framework: &FrameworkId) -> String {
    match library.framework_title(framework.as_str()) {
        Some(title) if library.is_built_in(framework.as_str()) => title.to_owned(),
        Some(title) => format!("{title} [{framework}]"),
        None => framework.to_string(),
    }
}

/// The objective over a whole framework.
pub(crate) fn whole(library: &Library<'_>, framework: &FrameworkId) -> Option<ObjectiveId> {
    let catalogue = library.find(framework.as_str())?;
    let objective = catalogue.objectives.iter().find(|it| it.family.0 == Family::Framework)?;
    ObjectiveId::of(framework, &objective.id).ok()
}

/// How the count of what is assessed is named: members at a leaf, leaves above.
fn assessed_of(scores: &Scores<'_>, entity: &EntityId) -> &'static str {
    if scores.leaf(entity).is_some() { "members-assessed" } else { "entities-assessed" }
}

/// The frameworks side by side: never one number across them.
fn profiles(scores: &Scores<'_>, entity: &EntityId, library: &Library<'_>, frameworks: &[&FrameworkId], dissent: &Dissent) -> String {
    let language = library.language;
    let shown = frameworks.iter().filter_map(|framework| {
        let title = named(library, framework);
        let of = whole(library, framework)?;
        let shown = standing(scores, entity, &of, library);
        Some((title, shown.map(|it| Shown { declared: dissent.mark(of.as_str(), it.declared), ..it })))
    });
    let shown: Vec<_> = shown.collect();
    let row = |key: &str, of: fn(&Shown, &Library<'_>) -> String| {
        let cells = shown.iter().map(|(_, it)| it.as_ref().map_or_else(|| language.text("not-applicable"), |it| of(it, library)));
        std::iter::once(language.text(key)).chain(cells).collect::<Vec<_>>()
    };
    let heads: Vec<_> = std::iter::once(String::new()).chain(shown.iter().map(|(title, _)| title.clone())).collect();
    let rows = vec![
        row("substantiated", |it, library| library.language.number(it.score.substantiated)),
        row("declared", |it, _| it.declared.clone()),
        row("possible", |it, library| library.language.number(it.score.possible)),
        row("band", |it, library| band(it.band, library)),
        row(assessed_of(scores, entity), |it, _| it.assessed.clone()),
        row("weakest", |it, _| it.weakest.clone()),
        row("bar", |it, _| bar(it.levels.parts())),
    ];
    table(&heads, rows, &[])
}

/// A band in words.
pub(crate) fn band(band: Option<Band>, library: &Library<'_>) -> String {
    library.language.text(&band.map_or_else(|| "not-assessed".to_owned(), |band| format!("band-{}", band.name())))
}

fn objectives(
    scores: &Scores<'_>,
    entity: &EntityId,
    library: &Library<'_>,
    framework: &FrameworkId,
    all: bool,
    dissent: &Dissent,
) -> String {
    let language = library.language;
    let heads = ["objective", "bar", "substantiated", "declared", "possible", "band", assessed_of(scores, entity), "weakest"];
    let heads = heads.map(|head| language.text(head));
    let Some(catalogue) = library.find(framework.as_str()) else { return String::new() };
    let mut rows = Vec::new();
    for same in catalogue.objectives.chunk_by(|a, b| a.family == b.family) {
        let family = same.first().map_or(Family::Framework, |it| it.family.0);
        if family == Family::Framework || (family == Family::Attribute && !all) {
            continue;
        }
        rows.push(vec![format!("— {}", language.text(&format!("family-{}", family.name())))]);
        rows.extend(same.iter().filter_map(|objective| {
            let id = ObjectiveId::of(framework, &objective.id).ok()?;
            let title = library.title(id.as_str()).unwrap_or(&objective.id).to_owned();
            Some(match standing(scores, entity, &id, library) {
                Some(it) => vec![
                    title,
                    bar(it.levels.parts()),
                    language.number(it.score.substantiated),
                    dissent.mark(id.as_str(), it.declared),
                    language.number(it.score.possible),
                    band(it.band, library),
                    it.assessed,
                    it.weakest,
                ],
                None => vec![title, language.text("not-applicable")],
            })
        }));
    }
    if rows.is_empty() {
        return String::new();
    }
    for row in &mut rows {
        row.resize(heads.len(), String::new());
    }
    table(&heads, rows, &[2, 3, 4, 6])
}

/// The entities directly below, framework by framework.
fn children(checked: &Checked, scores: &Scores<'_>, entity: &EntityId, library: &Library<'_>, frameworks: &[&FrameworkId]) -> String {
    let language = library.language;
    let Some(inner) = scores.consolidated_entity(entity) else { return String::new() };
    let wholes = frameworks.iter().filter_map(|framework| Some((framework, whole(library, framework)?)));
    let explained = wholes.filter_map(|(framework, objective)| inner.explain_objective(&objective).map(|it| (framework, objective, it)));
    let explained: Vec<_> = explained.collect();
    let name = |id: &EntityId| checked.name_of(id).map_or_else(|| id.to_string(), |name| name.replace(['\n', '\r', '\t'], " "));
    let mut rows: Vec<Vec<String>> = Vec::new();
    let dissent = |child: &EntityId| Dissent(checked.dissent_at(child));
    let below = explained.first().into_iter().flat_map(|(_, _, explanation)| explanation.children.iter().take(ENTITIES_SHOWN));
    let dissent: Vec<_> = below.map(|(child, ..)| dissent(child)).collect();
    for (at, (_, objective, explanation)) in explained.iter().enumerate() {
        for (row, (child, weight, score)) in explanation.children.iter().take(ENTITIES_SHOWN).enumerate() {
            if at == 0 {
                rows.push(vec![child.to_string(), name(child), weight.get().to_string()]);
            }
            let cell = score.map_or_else(
                || language.text("not-applicable"),
                |score| {
                    let Readings { substantiated, declared, possible } = score.map(|score| language.number(score));
                    let declared = dissent.get(row).map_or(declared.clone(), |it| it.mark(objective.as_str(), declared));
                    format!("{substantiated} / {declared} / {possible}")
                },
            );
            if let Some(row) = rows.get_mut(row) {
                row.push(cell);
            }
        }
    }
    let titles = explained.iter().map(|(framework, ..)| named(library, framework));
    let heads: Vec<_> =
        ["", "", "weight"].map(|key| if key.is_empty() { String::new() } else { language.text(key) }).into_iter().chain(titles).collect();
    if rows.is_empty() {
        return String::new();
    }
    let more = explained.first().map_or(0, |(.., explanation)| explanation.children.len().saturating_sub(rows.len()));
    let mut text = heading(&language.text("entities")) + &table(&heads, rows, &[2]);
    if more > 0 {
        text += &format!("  {}\n", language.text_with("more-of-them", &[("count", &more.to_string())]));
    }
    text
}

/// What does not apply, and who says so: a score over fewer requirements is never seen without it.
fn exclusions(scores: &Scores<'_>, library: &Library<'_>) -> String {
    let language = library.language;
    let in_force: Vec<_> = scores.assessment().exclusions().iter().filter(|it| it.is_in_force(scores.as_of())).collect();
    if in_force.is_empty() {
        return String::new();
    }
    let mut text = heading(&language.text_with("exclusions", &[("count", &in_force.len().to_string())]));
    for it in in_force.iter().take(EXCLUSIONS_SHOWN) {
        let review_by = it.review_by.to_string();
        let args = [
            ("requirement", it.requirement.as_str()),
            ("entity", it.entity.as_str()),
            ("reason", &it.reason),
            ("approver", &it.approved_by),
            ("review_by", &review_by),
        ];
        text += &format!("  {}\n", language.text_with("exclusion-line", &args));
    }
    if in_force.len() > EXCLUSIONS_SHOWN {
        let more = (in_force.len() - EXCLUSIONS_SHOWN).to_string();
        text += &format!("  {}\n", language.text_with("more-of-them", &[("count", &more)]));
    }
    text
}

/// What holds back most in a framework: at the entity itself, or at its weakest leaf.
fn held_back(scores: &Scores<'_>, entity: &EntityId, library: &Library<'_>, framework: &FrameworkId) -> String {
    let language = library.language;
    let Some(objective) = whole(library, framework) else { return String::new() };
    let weakest = |entity: Consolidated<'_>| Some(entity.objective(&objective)??.weakest.0.clone());
    let leaf = scores.leaf(entity).map(|leaf| leaf.entity().clone()).or_else(|| weakest(scores.consolidated_entity(entity)?));
    let Some((leaf, bar)) = leaf.and_then(|leaf| scores.leaf(&leaf)).and_then(|leaf| Some((leaf, leaf.bar(&objective)?))) else {
        return String::new();
    };
    if bar.causes.is_empty() {
        return String::new();
    }
    let title = named(library, framework);
    let args = [("framework", title.as_str()), ("entity", leaf.entity().as_str()), ("points", &language.number(bar.held_back))];
    let head = format!("  {}\n", language.text_with("held-back-at", &args));
    head + &indented(&table(&[], causes(bar, library), &[0]))
}

fn causes(bar: Bar<'_>, library: &Library<'_>) -> Vec<Vec<String>> {
    let mut causes = bar.causes;
    causes.sort_by(|(by, points), (other, fewer)| fewer.cmp(points).then_with(|| by.cmp(other)));
    let shown = causes.into_iter().take(CAUSES_SHOWN).map(|(by, points)| {
        let named = by.iter().take(3).map(|id| match library.title(id.as_str()) {
            Some(title) => format!("{} {title}", id.local()),
            None => id.to_string(),
        });
        let mut who = named.collect::<Vec<_>>().join(" + ");
        if by.len() > 3 {
            who += &format!(" + {}", by.len() - 3);
        }
        vec![library.language.number(points), who]
    });
    shown.collect()
}

/// What a reader should know, one line each; beyond the first few of a kind they are counted, where `short`.
pub(crate) fn warnings(warnings: &[WarningTold], library: &Library<'_>, short: bool) -> String {
    if warnings.is_empty() {
        return String::new();
    }
    let language = library.language;
    let mut text = heading(&language.text_with("warnings", &[("count", &warnings.len().to_string())]));
    for same in warnings.chunk_by(|a, b| a.code == b.code) {
        let shown = if short { same.len().min(3) } else { same.len() };
        text.extend(same.iter().take(shown).map(|warning| format!("  {}\n", warning.message)));
        if same.len() > shown {
            text += &format!("  {}\n", language.text_with("more-warnings", &[("count", &(same.len() - shown).to_string())]));
        }
    }
    text
}
