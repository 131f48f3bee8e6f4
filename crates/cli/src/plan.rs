//! `pejling plan`: which measures to take, in which order, and how sure it is that nothing is better.

use pejling_core::Goal;
use pejling_documents::{Checked, Library, PlanDocument, PlanSource, PlanStepResult};

use crate::args::{Arguments, Format, PlanOptions};
use crate::gains::named;
use crate::input::{Inputs, Problem};
use crate::name;
use crate::score::one_of;
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, options: &PlanOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let of = &options.of;
    let (checked, as_of) = one_of(inputs, library, of.of.as_of)?;
    let scores = checked.scores(as_of);
    let entity = name::entity(&scores, of.of.entity.as_deref(), library)?;
    let objective = name::objective(&scores, &of.objective, library)?;
    let goal = options.reach.map_or(Goal::Budget(options.budget.unwrap_or_default()), Goal::Reach);
    let source = options.each_requirement.then_some(PlanSource::Requirements);
    let plan = checked.plan(&scores, &entity, objective.as_str(), goal, source)?;
    match arguments.format {
        Format::Json => print_json(&plan),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => print(&show(&checked, &plan, library)),
    }
}

fn show(checked: &Checked, plan: &PlanDocument, library: &Library<'_>) -> String {
    let language = library.language;
    let name = |id: &str| id.parse().ok().and_then(|id| checked.name_of(&id)).unwrap_or(id).to_owned();
    let (objective, entity) = (library.name_of(&plan.objective), name(&plan.entity));
    let args = [("objective", objective.as_str()), ("entity", &entity), ("date", &plan.as_of.0.to_string())];
    let mut text = heading(&language.text_with("plan-head", &args)).trim_start().to_owned();
    text += &format!("{}\n", plan.sentence(library));
    if plan.source.0 == PlanSource::Requirements {
        text += &format!("{}\n", language.text("plan-from-requirements"));
    }
    if !plan.steps.is_empty() {
        let heads = ["step", "measure", "requirement", "entity", "owner", "due", "status", "cost", "after"].map(|key| language.text(key));
        let rows = plan.steps.iter().enumerate().map(|(at, step)| row(at + 1, step, &name(&step.entity), &plan.objective, library));
        text += &format!("\n{}", table(&heads, rows.collect(), &[0, 7, 8]));
    }
    if !plan.left_out.is_empty() && plan.source.0 == PlanSource::Measures {
        text += &heading(&language.text("plan-left-out"));
        let rows =
            plan.left_out.iter().map(|it| vec![it.measure.clone(), language.text(&format!("fate-{}", it.why.0.name().replace('_', "-")))]);
        text += &table(&[], rows.collect(), &[]);
    }
    text
}

fn row(number: usize, step: &PlanStepResult, entity: &str, objective: &str, library: &Library<'_>) -> Vec<String> {
    let language = library.language;
    let PlanStepResult { after, cost, due, entity: _, measure, overdue, owner, requirement, score_after, status } = step;
    let due = due.as_ref().map(|due| due.0.to_string()).unwrap_or_default();
    let nobody = || status.as_ref().map_or_else(String::new, |_| language.text("nobody-said"));
    let requirement = named(requirement, objective, library);
    vec![
        number.to_string(),
        if status.is_some() { measure.clone() } else { format!("→ {}", language.number(score_after)) },
        requirement,
        entity.to_owned(),
        owner.clone().map_or_else(nobody, |owner| owner.replace(['\n', '\r', '\t'], " ")),
        if *overdue { language.text_with("overdue", &[("due", &due)]) } else { due },
        status.as_ref().map(|status| language.text(&format!("status-{}", status.0.name()))).unwrap_or_default(),
        language.number(cost),
        language.number(after.score),
    ]
}
